// Start to first useful line of each bundle against an empty Node process, in one run: the limit is 3.5 times, what @actions/core costs.
// Run it with: script/node bench/start.ts
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { actionFolders, root } from "../script/generate.ts";

const rounds = 15;
const folder = mkdtempSync(join(tmpdir(), "pd-bench-"));

/** Milliseconds of one run. A bundle is stopped by an input that it does not have: its first useful line is the refusal. */
function time(args: readonly string[]): number {
  const started = performance.now();
  const env = {
    PATH: process.env["PATH"],
    GITHUB_WORKSPACE: folder,
    RUNNER_TEMP: folder,
    GITHUB_OUTPUT: join(folder, "out"),
    GITHUB_STEP_SUMMARY: join(folder, "summary"),
    INPUT_NOTHING: "x",
  };
  const { status, stdout } = spawnSync(process.execPath, args, { env, encoding: "utf8" });
  if (args[0] !== "-e" && (status !== 1 || !stdout.includes("no such input")))
    throw new Error(`${args.join(" ")} did not say what was awaited: ${stdout}`);
  return performance.now() - started;
}

for (const name of ["out", "summary"]) writeFileSync(join(folder, name), "");
const samples = new Map<string, number[]>([["empty", []], ...actionFolders.map((name) => [name, []] as [string, number[]])]);
for (let round = 0; round < rounds; round += 1) {
  for (const [name, list] of samples) list.push(time(name === "empty" ? ["-e", "0"] : [join(root, "dist", name, "index.js")]));
}
const median = (list: readonly number[]) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
const empty = median(samples.get("empty") ?? []);
console.log(`empty node: ${empty.toFixed(0)} ms (median of ${rounds}, interleaved)`);
let within = true;
for (const name of actionFolders) {
  const ratio = median(samples.get(name) ?? []) / empty;
  within &&= ratio <= 3.5;
  const bytes = readdirSync(join(root, "dist", name)).map((file) => `${file} ${statSync(join(root, "dist", name, file)).size}`);
  console.log(`${name}: ${ratio.toFixed(2)} times an empty node; ${bytes.join(", ")}`);
}
rmSync(folder, { recursive: true });
console.log(within ? "within 3.5 times" : "over 3.5 times");
