// validate on the demo application against Phase 6's commands run one after the other, in one run: cold build and warm. The limit is 0.6 of the time.
// Run it with: script/node bench/validate.ts
import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { startMachine } from "../__tests__/acceptance/machine.ts";
import { runAction } from "../__tests__/acceptance/runner.ts";
import { root } from "../script/generate.ts";

const rounds = 5;
/** Phase 6: Validation Checklist, without the tools that an application without hex packages cannot have. */
const serial = [
  { env: "dev", argv: ["compile", "--warnings-as-errors"] },
  { env: "dev", argv: ["format", "--check-formatted"] },
  { env: "test", argv: ["test"] },
  { env: "test", argv: ["test", "--cover"] },
  { env: "prod", argv: ["release", "--overwrite"] },
];

const machine = await startMachine({ watch: "1s", hold: "1s", within: "60s" });
const sha = machine.commit({ version: "1.0.0" });
const [ours, theirs] = [machine.checkout(sha, null), machine.checkout(sha, null)];
const github = {
  apiUrl: "http://127.0.0.1:9",
  token: "ghs_x",
  runId: "1",
  runAttempt: "1",
  sha,
  jobId: "1",
  repository: "acme/shop",
  actor: "alice",
};

async function timed(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

const validate = async () => {
  const { exitCode, log } = await runAction({ action: join(root, "validate"), with: {}, workspace: ours, github });
  if (exitCode !== 0) throw new Error(log);
};
const byHand = () => {
  for (const { env, argv } of serial) execFileSync("mix", argv, { cwd: theirs, env: { ...process.env, MIX_ENV: env }, stdio: "ignore" });
};
const cool = (workspace: string) => rmSync(join(workspace, "_build"), { recursive: true, force: true });
const median = (list: readonly number[]) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;

for (const kind of ["cold", "warm"]) {
  const [a, b]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    if (kind === "cold") for (const workspace of [ours, theirs]) cool(workspace);
    a.push(await timed(validate));
    b.push(await timed(byHand));
  }
  console.log(
    `${kind}: validate ${median(a).toFixed(0)} ms, Phase 6 serially ${median(b).toFixed(0)} ms, ratio ${(median(a) / median(b)).toFixed(2)} (limit 0.60; median of ${rounds} pairs)`,
  );
}
await machine.close();
