// Rollbacks to the last release, whose slot is held, on 1 and on 3 hosts of the lab over ssh: from the start of the job
// `rollback` until its last answer of the other version, and until the job has ended. The limit is 2 s for the answers,
// p95. Beside it `cap production deploy:rollback` of Debian's Capistrano, which goes back once for each deployment.
// Needs root, and capistrano, ruby-ed25519 and ruby-bcrypt-pbkdf of Debian. Run it with:
// script/node bench/rollback.ts [rollbacks, 50 unless given] [of Capistrano, 5 unless given] [hosts, 1 and 3]
import { type JobSpec, jobs } from "../__tests__/acceptance/pipeline.ts";
import { type Fleet, load, ranks, startFleet } from "./fleet.ts";
import { ports, startPeers } from "./peers.ts";

const [count = 50, ofPeer = 5, ...sizes] = process.argv.slice(2).map(Number);
const limit = 2;
const strategy = "{type: blue-green, hold: 2h}";
const back: JobSpec = { action: "rollback", id: "rollback", with: { environment: "staging", drill: "true" } };

/** The version that an address answers; null for none. */
async function versionAt(url: string): Promise<string | null> {
  return fetch(`${url}/version`, { signal: AbortSignal.timeout(2_000) }).then(
    async (answer) => ((await answer.json()) as { version: string }).version,
    () => null,
  );
}

/** Seconds from the order until all addresses answer another version than before, each time from then on; and in all. */
async function timed(urls: readonly string[], order: () => Promise<unknown>) {
  const before = await versionAt(urls[0] ?? "");
  let last = 0;
  let ended = false;
  const began = performance.now();
  const asking = (async () => {
    while (!ended) {
      const sent = performance.now();
      const seen = await Promise.all(urls.map(versionAt));
      if (seen.some((one) => one === before || one === null)) last = sent - began;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  })();
  await order();
  const whole = (performance.now() - began) / 1_000;
  ended = true;
  await asking;
  if ((await versionAt(urls[0] ?? "")) === before) throw new Error(`${before} answers after the rollback`);
  return { answers: last / 1_000, whole };
}

const text = (values: readonly number[]) => {
  const { median, p95, most } = ranks(values);
  return `median ${median.toFixed(2)} s, p95 ${p95.toFixed(2)} s, longest ${most.toFixed(2)} s`;
};

async function measure(fleet: Fleet): Promise<boolean> {
  const peers = await startPeers(fleet);
  const runs = [];
  for (const version of ["1.0.0", "1.1.0"]) runs.push(await fleet.built({ version, strategy }));
  const [first, second] = runs;
  if (first === undefined || second === undefined) throw new Error("Nothing was built.");
  for (const run of runs) await fleet.job(run, jobs.staging);
  const ours = [];
  for (let index = 0; index < count; index += 1) ours.push(await timed([fleet.url], () => fleet.job(second, back)));
  const urls = fleet.lab.hosts
    .filter(({ name }) => fleet.hosts.includes(name))
    .map(({ ip }) => `http://${ip}:${ports.capistrano}`);
  const theirs = [];
  for (let index = 0; index < ofPeer; index += 1) {
    for (const run of runs) await peers.deploy(fleet.tarball(run));
    theirs.push(await timed(urls, peers.rollback));
  }
  await peers.close();
  const answers = ours.map((one) => one.answers);
  const kept = ranks(answers).p95 <= limit;
  const name = `${fleet.hosts.length} host${fleet.hosts.length === 1 ? "" : "s"}`;
  console.log(`${name}, ${count} rollbacks, ${load()}: all answers from the old version after ${text(answers)}`);
  console.log(
    `  limit ${limit} s at p95: ${kept ? "met" : "MISSED"}; the whole job: ${text(ours.map((one) => one.whole))}`,
  );
  console.log(`  Capistrano, ${ofPeer} rollbacks: all answers after ${text(theirs.map((one) => one.answers))};`);
  console.log(`  the whole command: ${text(theirs.map((one) => one.whole))}`);
  return kept;
}

let missed = 0;
for (const hosts of sizes.length > 0 ? sizes : [1, 3]) {
  const fleet = await startFleet(hosts);
  try {
    if (!(await measure(fleet))) missed += 1;
  } finally {
    await fleet.close();
  }
}
process.exit(missed === 0 ? 0 : 1);
