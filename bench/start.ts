// What each bundle costs before any work, against an empty Node process, in one run: from start to the first useful
// line, and from start to the exit of a refused input. The limit is 3.5 times for both. Run it with: script/node
// bench/start.ts
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { actionFolders, root } from "../script/generate.ts";

const rounds = 15;
const limit = 3.5;
const folder = mkdtempSync(join(tmpdir(), "pd-bench-"));

/** Milliseconds until a program has written its first useful line, and until it has ended. */
interface Taken {
  readonly line: number;
  readonly exit: number;
}

/** Runs a bundle with an input that it does not have, which it refuses; or an empty program. */
async function time(args: readonly string[], refuses: boolean): Promise<Taken> {
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
  let line: number | null = null;
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => {
    said += chunk.toString();
    if (said.includes("no such input")) line ??= performance.now() - started;
  });
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  const exit = performance.now() - started;
  if (!refuses) return { line: exit, exit };
  if (code !== 1 || line === null) throw new Error(`${args.join(" ")} did not refuse the input: ${said}`);
  return { line, exit };
}

for (const name of ["out", "summary"]) writeFileSync(join(folder, name), "");
const samples = new Map<string, Taken[]>([
  ["empty", []],
  ...actionFolders.map((name) => [name, []] as [string, Taken[]]),
]);
for (let round = 0; round < rounds; round += 1) {
  for (const [name, list] of samples)
    list.push(
      name === "empty" ? await time(["-e", "0"], false) : await time([join(root, "dist", name, "index.js")], true),
    );
}
const median = (name: string, what: keyof Taken) =>
  (samples.get(name) ?? []).map((one) => one[what]).sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
const empty = median("empty", "exit");
console.log(`empty node: ${empty.toFixed(0)} ms (median of ${rounds}, interleaved)`);
let within = true;
for (const name of actionFolders) {
  const [line, exit] = [median(name, "line") / empty, median(name, "exit") / empty];
  within &&= line <= limit && exit <= limit;
  const bytes = readdirSync(join(root, "dist", name)).map(
    (file) => `${file} ${statSync(join(root, "dist", name, file)).size}`,
  );
  console.log(
    `${name}: first line ${line.toFixed(2)}, exit ${exit.toFixed(2)} times an empty node; ${bytes.join(", ")}`,
  );
}
rmSync(folder, { recursive: true });
console.log(within ? `within ${limit} times` : `over ${limit} times`);
if (!within) process.exitCode = 1;
