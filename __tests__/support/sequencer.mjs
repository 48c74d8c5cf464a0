// Which test files begin first: those that take longest, so that none of them is left to run alone at the end. jest
// knows that from its cache, which a fresh clone does not have.
import { statSync } from "node:fs";

/** Of the files that take longest, in order; the others by their size, as jest guesses. */
const longest = [
  "acceptance/interrupted",
  "acceptance/deployment",
  "acceptance/host",
  "acceptance/validate",
  "acceptance/findings",
  "acceptance/restart",
  "acceptance/rollback",
  "acceptance/",
  "checks/by-hand",
  "checks/release-",
  "host/crash",
  "host/hold",
  "checks/compile-warnings",
  "checks/test-run",
  "validation/analysis-vm",
  "checks/format-inputs",
  "host/",
];

export default class Sequencer {
  sort(tests) {
    const ranked = [...tests].map((test) => {
      const place = longest.findIndex((name) => test.path.includes(`/__tests__/${name}`));
      return { test, rank: place < 0 ? longest.length : place, size: statSync(test.path).size };
    });
    return ranked.sort((a, b) => a.rank - b.rank || b.size - a.size).map(({ test }) => test);
  }

  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {}

  shard(tests) {
    return tests;
  }
}
