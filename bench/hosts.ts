// A rolling deployment to many hosts of the lab in batches of 10, by the job `deploy-staging`: its time grows by
// batches and not faster, 20 % for the rest, and the job's own process holds at most 200 MB (VmHWM). All hosts share
// this machine's cores. Needs root, 150 MB of memory a host, and for more than 20 hosts
// `sysctl -w fs.inotify.max_user_instances=2048`, of which each systemd takes five.
// Run it with: script/node bench/hosts.ts [hosts, 10 and 50 unless given]
import { jobs } from "../__tests__/acceptance/pipeline.ts";
import { load, startFleet } from "./fleet.ts";

const counts = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [10, 50];
const atOnce = 10;
const limitMegabytes = 200;
const strategy = `{type: rolling, batch: ${atOnce}}`;

let missed = 0;
let perBatch: number | null = null;
for (const count of counts) {
  const fleet = await startFleet(count, { slotNames: ["main"] });
  const runs = [];
  for (const version of ["1.0.0", "1.1.0"]) runs.push(await fleet.built({ version, strategy }));
  const [first, second] = runs;
  if (first === undefined || second === undefined) throw new Error("Nothing was built.");
  await fleet.job(first, jobs.staging);
  const began = performance.now();
  const { peakBytes } = await fleet.job(second, jobs.staging);
  const seconds = (performance.now() - began) / 1_000;
  await fleet.close();
  const batches = Math.ceil(count / atOnce);
  perBatch ??= seconds / batches;
  const most = perBatch * batches * 1.2;
  const megabytes = peakBytes / 1e6;
  const kept = (holds: boolean) => (holds ? "met" : "MISSED");
  if (seconds > most || megabytes > limitMegabytes) missed += 1;
  console.log(
    `${count} hosts, ${batches} batches: ${seconds.toFixed(1)} s (limit ${most.toFixed(1)} s ` +
      `${kept(seconds <= most)}), peak of the job's process ${megabytes.toFixed(0)} MB (limit ${limitMegabytes} MB ` +
      `${kept(megabytes <= limitMegabytes)}); ${load()}`,
  );
}
process.exit(missed === 0 ? 0 : 1);
