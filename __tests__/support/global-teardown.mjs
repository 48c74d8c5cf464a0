// Removes what test files made for each other.
import { rmSync } from "node:fs";

export default function teardown() {
  rmSync(process.env["PD_SHARED"], { recursive: true, force: true, maxRetries: 5 });
}
