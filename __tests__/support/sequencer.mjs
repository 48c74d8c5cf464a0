// Which test files begin first: those that take longest, so that none of them is left to run alone at the end. jest
// knows that from its cache, which a fresh clone does not have.
import { statSync } from "node:fs";

/** Of the files that take longest, in order; the others by their size, as jest guesses. */
const longest = [
  "acceptance/deployment",
  "acceptance/rollback",
  "acceptance/hosts",
  "lab/demo-app",
  "acceptance/canaries",
  "routers/contract",
  "lab/faults",
  "lab/killed",
  "lab/confirm",
  "lab/groups",
  "acceptance/findings",
  "acceptance/host.",
  "host/postgres",
  "acceptance/",
  "lab/",
  "checks/by-hand",
  "strategies/model-check",
  "checks/release-",
  "validation/analysis-vm",
  "checks/",
  "targets/over-ssh",
  "host/",
  "transports/",
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
