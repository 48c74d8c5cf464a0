// The tests of a watch over many simulated watches of ten minutes, as tables with their limits. Ends with 1 where one
// is missed.
// Run it with: script/node bench/judge.ts [watches of each kind, 400 unless given] [seed]
// or, for a recorded series (JSON lines or CSV: at_ms, arm, requests, errors, ms):
// script/node bench/judge.ts --replay FILE
import { cases, type Demand, failings, fare, paces, upperBound } from "../__tests__/statistics/arms.ts";
import { asked, bestPower } from "../__tests__/statistics/bounds.ts";
import { type Limit, missed, perMinute, scenarios, simulate } from "../__tests__/statistics/watches.ts";
import { startErrorTest } from "../src/statistics/errors.ts";
import { kinds, latencyWatches } from "./latencies.ts";
import { replay } from "./replay.ts";
import { argo, deployEx, flagger, kayenta } from "./rules.ts";

if (process.argv[2] === "--replay") {
  console.log(replay(process.argv[3] ?? "").join("\n"));
  process.exit(0);
}
const runs = Number(process.argv[2] ?? 400);
const seed = Number(process.argv[3] ?? 1);
const percent = (part: number) => `${(part * 100).toFixed(1)} %`;

function limitText({ failedAtMost, failedAtLeast, passedAtLeast, medianWithinS, allWithinS }: Limit): string {
  const parts = [
    ...(failedAtMost === undefined ? [] : [`failed ≤ ${percent(failedAtMost)}`]),
    ...(failedAtLeast === undefined ? [] : [`failed ≥ ${percent(failedAtLeast)}`]),
    ...(passedAtLeast === undefined ? [] : [`passed ≥ ${percent(passedAtLeast)}`]),
    ...(medianWithinS === undefined ? [] : [`median ≤ ${medianWithinS} s`]),
    ...(allWithinS === undefined ? [] : [`slowest ≤ ${allWithinS} s`]),
  ];
  return parts.join(", ");
}

const misses: string[] = [];

function demandText(demand: Demand): string {
  const { wrongAtMost, failedAtLeast, withinS, passedAtLeast, medianWithinS } = demand;
  const parts = [
    ...(wrongAtMost === undefined ? [] : [`bound ≤ ${percent(wrongAtMost)}`]),
    ...(failedAtLeast === undefined
      ? []
      : [`failed${withinS === undefined ? "" : ` in ${withinS} s`} ≥ ${percent(failedAtLeast)}`]),
    ...(passedAtLeast === undefined ? [] : [`passed ≥ ${percent(passedAtLeast)}`]),
    ...(medianWithinS === undefined ? [] : [`median ≤ ${medianWithinS} s`]),
  ];
  return parts.join(", ");
}

/** The seconds after which each watch failed, by case and pace. */
const found = new Map<string, readonly number[]>();

const others = [
  ["Flagger, threshold 1", flagger(1)],
  ["Flagger, threshold 5", flagger(5)],
  ["Argo Rollouts, failureLimit 3", argo(3)],
  ["Kayenta", kayenta],
  ["DeployEx", deployEx],
] as const;
const secondsText = (seconds: readonly number[], of: number) => {
  const median = seconds[Math.floor(of / 2)] ?? Number.POSITIVE_INFINITY;
  return Number.isFinite(median) ? median.toFixed(0) : "–";
};

console.log(`Errors, the release before as control: ${runs} watches of 10 min of each kind, seed ${seed}`);
console.log("A tenth of them at 6,000 a minute. Others: failed, and the median in seconds.\n");
console.log(
  "| new and old release | a minute | failed | bound | passed | in 20 s | in 180 s | median s " +
    `| limits | met | ${others.map(([name]) => name).join(" | ")} |`,
);
console.log(`| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- | --- |${" ---: |".repeat(others.length)}`);
for (const one of cases)
  for (const pace of paces) {
    const how = { runs: pace >= 6_000 ? Math.ceil(runs / 10) : runs, pace, seed };
    const judge = () => startErrorTest({ errorRate: 0.05, watchMs: 600_000, control: true });
    const seen = fare(one, { ...how, judge });
    found.set(`${one.name} ${pace}`, seen.seconds);
    const faults = failings(one.demands, pace, seen);
    misses.push(...faults.map((fault) => `${one.name} at ${pace}/min: ${fault}`));
    const limits = one.demands.filter(({ from, upTo = pace }) => pace >= from && pace <= upTo).map(demandText);
    const within = (limit: number) => percent(seen.seconds.filter((second) => second <= limit).length / seen.runs);
    const beside = others.map(([, other]) => {
      const { failed, seconds } = fare(one, { ...how, runs: Math.min(how.runs, 200), judge: other });
      return `${percent(failed)} @${secondsText(seconds, Math.min(how.runs, 200))}`;
    });
    console.log(
      `| ${one.name} | ${pace} | ${percent(seen.failed)} ` +
        `| ${percent(upperBound(Math.round(seen.failed * seen.runs), seen.runs))} | ${percent(seen.passed)} ` +
        `| ${within(20)} | ${within(180)} | ${secondsText(seen.seconds, seen.runs)} | ${limits.join(", ") || "none"} ` +
        `| ${limits.length === 0 ? "–" : faults.length === 0 ? "yes" : "MISSED"} | ${beside.join(" | ")} |`,
    );
  }

console.log(
  "\nWhat is asked at one request a second, and the most that any test can find which wrongly fails 1 % or 0.4 %\n",
);
console.log("| new and old release | within | asked | 1 % | 0.4 % | at 60 a minute | at 600, the default |");
console.log("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
for (const { name, withinS, part, ...rates } of asked) {
  const partAt = (pace: number) => {
    const seconds = found.get(`${name} ${pace}`) ?? [];
    return seconds.filter((second) => second <= withinS).length / seconds.length;
  };
  const most = (wrong: number) => percent(bestPower({ ...rates, requests: withinS, wrong }));
  if (partAt(600) < part) misses.push(`${name} at 600/min: ${percent(partAt(600))} in ${withinS} s`);
  console.log(
    `| ${name} | ${withinS} s | ${percent(part)} | ${most(0.01)} | ${most(0.004)} | ${percent(partAt(60))} ` +
      `| ${percent(partAt(600))} |`,
  );
}

const latencyRuns = (pace: number) => Math.ceil(runs / (pace >= 6_000 ? 100 : pace >= 600 ? 10 : 1));
console.log(`\nLatency, the release before as control: ${runs} watches at 6 and 60 a minute, a tenth at 600\n`);
console.log("| new release | a minute | failed | bound | passed | in 180 s | median s | met |");
console.log("| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |");
for (const kind of kinds)
  for (const pace of paces) {
    const of = latencyRuns(pace);
    const { seconds, passed } = latencyWatches(kind, { runs: of, pace, seed });
    const soon = seconds.filter((second) => second <= 180).length / of;
    const bound = upperBound(seconds.length, of);
    const { wrongAtMost, soonAtLeast = 0, failedAtLeast } = kind;
    // Few runs say little: there only what is surely missed is a miss.
    const wrong =
      wrongAtMost !== undefined && (of < 1_000 ? 1 - upperBound(of - seconds.length, of) : bound) > wrongAtMost;
    const slow = pace >= 60 && soon < soonAtLeast;
    const unseen =
      failedAtLeast !== undefined && pace >= failedAtLeast.from && seconds.length / of < failedAtLeast.part;
    if (wrong || slow || unseen) misses.push(`latency, ${kind.name} at ${pace}/min`);
    console.log(
      `| ${kind.name} | ${pace} | ${percent(seconds.length / of)} | ${percent(bound)} | ${percent(passed / of)} ` +
        `| ${percent(soon)} | ${secondsText(seconds, of)} | ${wrong || slow || unseen ? "MISSED" : "yes"} |`,
    );
  }

console.log(`\nErrors without a control: ${runs} watches of 10 min of each kind, limit 5 %, seed ${seed}\n`);
console.log(
  "| true error rate | requests a minute | failed | passed | inconclusive | median s to fail | slowest s " +
    "| limits | met |",
);
console.log("| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- | --- |");
for (const scenario of scenarios) {
  for (const rate of perMinute) {
    const seen = simulate(scenario, { runs, rate, seed });
    const faults = missed(scenario.limits, rate, seen);
    misses.push(...faults.map((fault) => `${scenario.name} at ${rate}/min: ${fault}`));
    const limits = scenario.limits.filter(({ from }) => rate >= from).map(limitText);
    const met = limits.length === 0 ? "–" : faults.length === 0 ? "yes" : "MISSED";
    const median = seen.failed > 0.5 ? seen.medianS.toFixed(1) : "–";
    const slowest = seen.failed === 1 ? seen.slowestS.toFixed(1) : "–";
    const open = percent(Math.max(0, 1 - seen.failed - seen.passed));
    console.log(
      `| ${scenario.name} | ${rate} | ${percent(seen.failed)} | ${percent(seen.passed)} | ${open} | ${median} ` +
        `| ${slowest} | ${limits.join(", ") || "none"} | ${met} |`,
    );
  }
}
console.log(misses.length === 0 ? "\nEvery limit is met." : `\nMISSED:\n${misses.join("\n")}`);
process.exitCode = misses.length === 0 ? 0 : 1;
