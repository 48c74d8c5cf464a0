// What is made once for all test files. Node itself reads the TypeScript.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compileHelpers } from "./helpers.ts";

export default async function setup() {
  // Workers inherit it: what one test file makes for the others of this run lies there.
  process.env["PD_SHARED"] = mkdtempSync(join(tmpdir(), "pd-shared-"));
  // For VMs that tests start themselves, such as `mix new`: validate's own do not spin (src/commands/mix.ts).
  process.env["ERL_FLAGS"] = "+sbwt none +sbwtdcpu none +sbwtdio none";
  await compileHelpers();
}
