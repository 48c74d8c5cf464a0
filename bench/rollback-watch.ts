// A rollback with `lock: take` while a promotion is in its watch: from the start of the action until all answers are of
// the version before, and until the promotion has stopped. The limit is 10 s. The hosts are this machine, as in the
// acceptance tests. Run it with: script/node bench/rollback-watch.ts [rollbacks, 5 unless given]
import { startGitHub } from "../__tests__/acceptance/github/server.ts";
import { startMachine } from "../__tests__/acceptance/machine.ts";
import { jobs, startPipeline } from "../__tests__/acceptance/pipeline.ts";
import { compileHelpers } from "../__tests__/support/helpers.ts";
import { load, ranks } from "./fleet.ts";

const [count = 5] = process.argv.slice(2).map(Number);
const limit = 10;

await compileHelpers();
const machine = await startMachine({ watch: "90s", hold: "60s", within: "120s", buildOnly: true });
const github = await startGitHub();
const pipeline = startPipeline(machine, github);
const { url } = machine.production;

const versionNow = () =>
  fetch(`${url}/version`, { signal: AbortSignal.timeout(2_000) }).then(
    async (answer) => ((await answer.json()) as { version: string }).version,
    () => null,
  );

/** Seconds from the start of the rollback until the last answer that is not of `version`, and until it has ended. */
async function rollBack(sha: string, runId: string, version: string) {
  let [last, ended] = [0, false];
  const asking = (async () => {
    while (!ended) {
      const at = performance.now();
      if ((await versionNow()) !== version) last = at;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  })();
  const given = { reason: "error-rate", lock: "take" };
  const back = await pipeline.job({ sha, runId, attempt: 1 }, { action: "rollback", id: "rollback", with: given });
  ended = true;
  await asking;
  if (back.exitCode !== 0) throw new Error(back.log);
  return (last - back.beganMs) / 1_000;
}

const answers: number[] = [];
const stops: number[] = [];
try {
  const first = { sha: machine.commit({ version: "1.0.0" }), runId: "1", attempt: 1 };
  const straight = { ...jobs.staging, environment: "production", with: { environment: "production" } };
  for (const spec of [jobs.validate, straight]) {
    const done = await pipeline.job(first, spec);
    if (done.exitCode !== 0) throw new Error(done.log);
  }
  for (let index = 1; index <= count; index += 1) {
    const run = { sha: machine.commit({ version: `1.${index}.0` }), runId: `${100 + index}`, attempt: 1 };
    for (const spec of [jobs.validate, jobs.staging, jobs.smoke]) {
      const done = await pipeline.job(run, spec);
      if (done.exitCode !== 0) throw new Error(done.log);
    }
    let begun = 0;
    let back: Promise<number> | null = null;
    const promoted = await pipeline.job(run, {
      ...jobs.production,
      onLine: (line) => {
        if (!line.startsWith("▸ Watch") || back !== null) return;
        begun = performance.now();
        back = rollBack(run.sha, `${200 + index}`, "1.0.0");
      },
    });
    stops.push((performance.now() - begun) / 1_000);
    if (promoted.outputs["reason-code"] !== "lock_lost") throw new Error(promoted.log);
    answers.push((await back) ?? Number.NaN);
  }
} finally {
  await github.close();
  await machine.close();
}
const { median, most } = ranks(answers);
console.log(`${count} rollbacks out of a watch, ${load()}: all answers old after median ${median.toFixed(2)} s,`);
console.log(`  longest ${most.toFixed(2)} s; limit ${limit} s: ${most <= limit ? "met" : "MISSED"};`);
console.log(`  the promotion had stopped after median ${ranks(stops).median.toFixed(2)} s`);
process.exit(most <= limit ? 0 : 1);
