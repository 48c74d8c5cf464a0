// Rollbacks on 1 and on 3 hosts of the lab over ssh, each a drill of the action `rollback`: from the start of its
// process until the last answer of the version that is left. Where the old slot is held, the limit is 2 s at p95, and
// no request may fail; where it is cold, 1.2 times a fresh start of the release, which systemd does on the same hosts
// in the same run, for an application that starts at once and for one that takes seconds. Beside it `cap production
// deploy:rollback` of Debian's Capistrano, which goes back once for each deployment. Needs root, and capistrano,
// ruby-ed25519 and ruby-bcrypt-pbkdf of Debian. Run it with:
// script/node bench/rollback.ts [held, 50 unless given] [cold, 10] [of Capistrano, 5] [hosts, 1 and 3]
import { type JobSpec, jobs } from "../__tests__/acceptance/pipeline.ts";
import { app, type Fleet, load, ranks, type Span, startFleet, timed } from "./fleet.ts";
import { ports, startPeers } from "./peers.ts";

const [held = 50, cold = 10, ofPeer = 5, ...sizes] = process.argv.slice(2).map(Number);
const [limit, ratioLimit] = [2, 1.2];
const boots = [0, 6];
const drill: JobSpec = { action: "rollback", id: "rollback", with: { environment: "staging", drill: "true" } };

/** The version that an address answers; null for none. */
async function versionAt(url: string): Promise<string | null> {
  return fetch(`${url}/version`, { signal: AbortSignal.timeout(2_000) }).then(
    async (answer) => ((await answer.json()) as { version: string }).version,
    () => null,
  );
}

/** What all addresses answered at once, and when that was asked, milliseconds. */
interface Look {
  readonly at: number;
  readonly versions: readonly (string | null)[];
}

/** What all addresses answer while something is done, and how long that takes, seconds. */
async function watched(urls: readonly string[], order: () => Promise<Span>) {
  const asked: Look[] = [];
  let ended = false;
  const asking = (async () => {
    while (!ended) {
      const at = performance.now();
      asked.push({ at, versions: await Promise.all(urls.map(versionAt)) });
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  })();
  const { beganMs, endedMs } = await order();
  ended = true;
  await asking;
  const looks = asked.map(({ at, versions }) => ({ at: at - beganMs, versions }));
  return {
    looks,
    whole: (endedMs - beganMs) / 1_000,
    failed: looks.filter(({ versions }) => versions.includes(null)).length,
  };
}

/**
 * Seconds until all addresses answered another version than at first; in a drill they answer the first one again later.
 */
function answersOf(looks: readonly Look[]): number {
  const [before] = looks[0]?.versions ?? [];
  const isOther = ({ versions }: Look) => versions.every((one) => one !== null && one !== before);
  const first = looks.findIndex(isOther);
  if (first < 0) throw new Error(`${before} answered all the time`);
  return (looks[first - 1]?.at ?? 0) / 1_000;
}

const text = (values: readonly number[]) => {
  const { median, p95, most } = ranks(values);
  return `median ${median.toFixed(2)} s, p95 ${p95.toFixed(2)} s, longest ${most.toFixed(2)} s`;
};

async function measureHeld(fleet: Fleet): Promise<boolean> {
  const peers = ofPeer > 0 ? await startPeers(fleet) : null;
  const runs = [];
  for (const version of ["1.0.0", "1.1.0"])
    runs.push(await fleet.built({ version, strategy: "{type: blue-green, hold: 2h}" }));
  const [, second] = runs;
  if (second === undefined) throw new Error("Nothing was built.");
  for (const run of runs) await fleet.job(run, jobs.staging);
  const ours = [];
  for (let index = 0; index < held; index += 1) ours.push(await watched([fleet.url], () => fleet.job(second, drill)));
  const answers = ours.map(({ looks }) => answersOf(looks));
  const failed = ours.reduce((sum, one) => sum + one.failed, 0);
  const kept = ranks(answers).p95 <= limit && failed === 0;
  console.log(`${nameOf(fleet)}, slot held, ${held} drills, ${load()}: all answers old after ${text(answers)}`);
  console.log(`  limit ${limit} s at p95: ${kept ? "met" : "MISSED"}; ${failed} requests failed by the switch;`);
  console.log(`  the whole drill, back and forward: ${text(ours.map((one) => one.whole))}`);
  if (peers === null) return kept;
  const urls = fleet.lab.hosts
    .filter(({ name }) => fleet.hosts.includes(name))
    .map(({ ip }) => `http://${ip}:${ports.capistrano}`);
  const theirs = [];
  for (let index = 0; index < ofPeer; index += 1) {
    for (const run of runs) await peers.deploy(fleet.tarball(run));
    theirs.push(await watched(urls, () => timed(peers.rollback)));
  }
  await peers.close();
  console.log(
    `  Capistrano, ${ofPeer} rollbacks: all answers after ${text(theirs.map(({ looks }) => answersOf(looks)))};`,
  );
  console.log(`  the whole command: ${text(theirs.map((one) => one.whole))}`);
  return kept;
}

/** Seconds that the steps of the rollback took until all requests went there, as the job says. */
function stepsOf(log: string): number {
  const [, minutes = "0", number = "", unit] =
    /back from .*?\((?:(\d+) min )?([\d.]+) (ms|s) until all requests went there/.exec(log) ?? [];
  if (unit === undefined) throw new Error(`The drill does not say how long it took:\n${log}`);
  return Number(minutes) * 60 + Number(number) / (unit === "ms" ? 1_000 : 1);
}

/** Seconds from systemd's start of the release that is not serving until it answers on every host. */
async function freshStart(fleet: Fleet, { slot, port }: { readonly slot: string; readonly port: number }) {
  const onAll = (verb: string) =>
    Promise.all(
      fleet.hosts.map(async (host) => {
        const { code, stderr } = await fleet.lab.run(host, ["systemctl", verb, `${app}@${slot}`]);
        if (code !== 0) throw new Error(`${verb} of ${app}@${slot} on ${host}: ${stderr}`);
      }),
    );
  const own = fleet.lab.hosts.filter(({ name }) => fleet.hosts.includes(name));
  const began = performance.now();
  await onAll("start");
  for (const { ip } of own) {
    while ((await versionAt(`http://${ip}:${port}`)) === null) await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const seconds = (performance.now() - began) / 1_000;
  await onAll("stop");
  return seconds;
}

async function measureCold(fleet: Fleet, bootSeconds: number): Promise<boolean> {
  const strategy = "{type: blue-green, hold: 0s}";
  let last = null;
  for (const minor of [0, 1]) {
    last = await fleet.built({ version: `${2 + bootSeconds}.${minor}.0`, strategy, bootSeconds });
    await fleet.job(last, jobs.staging);
  }
  if (last === null) throw new Error("Nothing was built.");
  const run = last;
  const [host = ""] = fleet.hosts;
  const active = await fleet.lab.run(host, ["cat", `/opt/${app}/state/active`]);
  const free = active.stdout.split(" ")[1] === "blue" ? { slot: "green", port: 4_001 } : { slot: "blue", port: 4_000 };
  const [fresh, answers, steps]: [number[], number[], number[]] = [[], [], []];
  for (let index = 0; index < cold; index += 1) {
    fresh.push(await freshStart(fleet, free));
    const { looks } = await watched([fleet.url], async () => {
      const done = await fleet.job(run, drill);
      steps.push(stepsOf(done.log));
      return done;
    });
    answers.push(answersOf(looks));
  }
  const timesFresh = (values: readonly number[]) => ranks(values).median / ranks(fresh).median;
  const kept = timesFresh(answers) <= ratioLimit;
  const slow = bootSeconds === 0 ? "" : ` of an application that takes ${bootSeconds} s longer to start`;
  console.log(`${nameOf(fleet)}, slot cold${slow}, ${cold} drills, ${load()}: all answers old after ${text(answers)}`);
  console.log(`  a fresh start of the release: ${text(fresh)}`);
  console.log(`  ${timesFresh(answers).toFixed(2)} times that; limit ${ratioLimit}: ${kept ? "met" : "MISSED"}`);
  console.log(`  of it the steps after the lock: ${text(steps)}, ${timesFresh(steps).toFixed(2)} times that`);
  return kept;
}

function nameOf({ hosts }: Fleet): string {
  return `${hosts.length} host${hosts.length === 1 ? "" : "s"}`;
}

let missed = 0;
for (const hosts of sizes.length > 0 ? sizes : [1, 3]) {
  const fleet = await startFleet(hosts);
  try {
    if (held > 0 && !(await measureHeld(fleet))) missed += 1;
    for (const seconds of cold > 0 ? boots : []) if (!(await measureCold(fleet, seconds))) missed += 1;
  } finally {
    await fleet.close();
  }
}
process.exit(missed === 0 ? 0 : 1);
