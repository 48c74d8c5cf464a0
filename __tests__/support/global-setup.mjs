// What is made once for all test files. Node itself reads the TypeScript.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compileHelpers } from "./helpers.ts";

export default async function setup() {
  // Workers inherit it: what one test file makes for the others of this run lies there.
  process.env["PD_SHARED"] = mkdtempSync(join(tmpdir(), "pd-shared-"));
  // One seed for the whole run: what several files draw together is the same in each.
  process.env["PD_SEED"] = process.env["FAULT_SEED"] || String(Math.floor(Math.random() * 2 ** 31));
  // For VMs that tests start themselves, such as `mix new`: validate's own do not spin (src/commands/mix.ts).
  process.env["ERL_FLAGS"] = "+sbwt none +sbwtdcpu none +sbwtdio none";
  await compileHelpers();
}
