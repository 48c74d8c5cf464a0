// The error test over many simulated watches of ten minutes, as a table with its limits. Ends with 1 where one is
// missed.
// Run it with: script/node bench/judge.ts [watches of each kind, 400 unless given] [seed]
import { type Limit, missed, perMinute, scenarios, simulate } from "../__tests__/statistics/watches.ts";

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
console.log(`${runs} watches of 10 min of each kind, limit 5 %, seed ${seed}\n`);
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
