// Start to first useful line of each bundle against an empty Node process, in one run: the limit is 3.5 times, what @actions/core costs.
// Run it with: script/node bench/start.ts
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { actionFolders, root } from "../script/generate.ts";

const rounds = 15;
const folder = mkdtempSync(join(tmpdir(), "pd-bench-"));

/** Milliseconds until a program has written its first useful line, or until an empty one has ended. A bundle is stopped by an input that it does not have: its first line is the refusal. */
async function time(args: readonly string[]): Promise<number> {
  const started = performance.now();
  const env = {
    PATH: process.env["PATH"],
    GITHUB_WORKSPACE: folder,
    RUNNER_TEMP: folder,
    GITHUB_OUTPUT: join(folder, "out"),
    GITHUB_STEP_SUMMARY: join(folder, "summary"),
    INPUT_NOTHING: "x",
  };
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "inherit"] });
  let first: number | null = null;
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => {
    said += chunk.toString();
    if (said.includes("no such input")) first ??= performance.now() - started;
  });
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  if (args[0] === "-e") return performance.now() - started;
  if (code !== 1 || first === null) throw new Error(`${args.join(" ")} did not say what was awaited: ${said}`);
  return first;
}

for (const name of ["out", "summary"]) writeFileSync(join(folder, name), "");
const samples = new Map<string, number[]>([["empty", []], ...actionFolders.map((name) => [name, []] as [string, number[]])]);
for (let round = 0; round < rounds; round += 1) {
  for (const [name, list] of samples) list.push(await time(name === "empty" ? ["-e", "0"] : [join(root, "dist", name, "index.js")]));
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
