// A release of 20 MB to 3 hosts of the lab, and the next version of it: the action `deploy-staging` from the start of
// its process to the end, beside `cap production deploy` of Debian's Capistrano and beside scp and the bare commands.
// Limits: the whole release in 0.6 of Capistrano's time and 1.5 of the bare commands', the next version in 0.3 of
// Capistrano's; medians. All of them over the same link, where one is given: runner and hosts are seldom on one
// machine. Needs root, and capistrano, ruby-ed25519 and ruby-bcrypt-pbkdf of Debian. Run it with:
// script/node bench/deploy.ts [rounds, 5 unless given] [round trip, ms, and Mbit/s of a link to each host; none]
import { statSync } from "node:fs";
import { basename } from "node:path";
import { jobs } from "../__tests__/acceptance/pipeline.ts";
import { ballastOf, load, ranks, startFleet, timed } from "./fleet.ts";
import { startPeers } from "./peers.ts";

const [rounds = 5, roundTripMs, megabits] = process.argv.slice(2).map(Number);
if (roundTripMs !== undefined && !(Number(megabits) > 0))
  throw new Error("Give the link's Mbit/s after its round trip.");
const link = roundTripMs === undefined ? null : { roundTripMs, bitsPerSecond: Number(megabits) * 1e6 };
const fleet = await startFleet(3, { link });
const peers = await startPeers(fleet);
// The old slot ends by itself soon, as it has when the next release comes.
const strategy = "{type: blue-green, hold: 1s}";

/** Until no host has a slot that is held, or that is being ended. */
async function untilSettled(): Promise<void> {
  for (const host of fleet.hosts) {
    const left = 'ls /opt/demo_app/state 2>/dev/null | grep -Ec "^(hold-until|ending)" || true';
    while ((await fleet.lab.run(host, ["sh", "-c", left])).stdout.trim() !== "0") {
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

const seconds: Record<"whole" | "next", Record<"ours" | "capistrano" | "floor", number[]>> = {
  whole: { ours: [], capistrano: [], floor: [] },
  next: { ours: [], capistrano: [], floor: [] },
};
let version = 0;

/** Deploys one version by all, each in its turn first; the first release of all counts for nobody. */
async function round(kind: "whole" | "next", ballast: string, counts: boolean): Promise<void> {
  version += 1;
  const run = await fleet.built({ version: `1.0.${version}`, strategy, ballast });
  const tarball = fleet.tarball(run);
  const ways = {
    ours: () => fleet.job(run, jobs.staging),
    capistrano: () => timed(() => peers.deploy(tarball)),
    floor: () => timed(() => peers.floor(tarball, String(version))),
  };
  const names = ["ours", "capistrano", "floor"] as const;
  for (let turn = 0; turn < names.length; turn += 1) {
    const name = names[(turn + version) % names.length] ?? "ours";
    await untilSettled();
    const { beganMs, endedMs } = await ways[name]();
    const took = (endedMs - beganMs) / 1_000;
    console.log(`${basename(tarball)} ${kind} ${name}: ${took.toFixed(2)} s, ${load()}`);
    if (counts) seconds[kind][name].push(took);
  }
  if (!counts) console.log(`${basename(tarball)}: ${statSync(tarball).size} bytes, 3 hosts, ${load()}`);
}

const bytes = 14_000_000;
await round("whole", ballastOf(bytes), false);
for (let index = 0; index < rounds; index += 1) {
  const ballast = ballastOf(bytes);
  await round("whole", ballast, true);
  await round("next", ballast, true);
}
const over = link === null ? "no link" : `links of ${roundTripMs} ms and ${megabits} Mbit/s`;
console.log(`\nmedians of ${rounds}, ${over}, ${load()}:\n`);
console.log("| release | ours, s | Capistrano, s | bare commands, s | of Capistrano | of the bare commands |");
console.log("| --- | ---: | ---: | ---: | ---: | ---: |");
let missed = 0;
for (const [kind, ofCapistrano, ofFloor] of [
  ["whole", 0.6, 1.5],
  ["next", 0.3, null],
] as const) {
  const [ours = 0, capistrano = 0, floor = 0] = (["ours", "capistrano", "floor"] as const).map(
    (name) => ranks(seconds[kind][name]).median,
  );
  const share = (other: number, limit: number | null) => {
    if (limit !== null && ours / other > limit) missed += 1;
    const verdict = limit === null ? "" : ` (limit ${limit} ${ours / other > limit ? "MISSED" : "met"})`;
    return `${(ours / other).toFixed(2)}${verdict}`;
  };
  const cells = [ours, capistrano, floor].map((one) => one.toFixed(2)).join(" | ");
  console.log(`| ${kind} | ${cells} | ${share(capistrano, ofCapistrano)} | ${share(floor, ofFloor)} |`);
}
await peers.close();
await fleet.close();
process.exit(missed === 0 ? 0 : 1);
