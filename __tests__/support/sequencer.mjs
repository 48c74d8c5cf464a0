// Which test files begin first: those that take longest, so that none of them is left to run alone at the end. jest
// knows that from its cache, which a fresh clone does not have.
import { statSync } from "node:fs";
import { drawn, slow } from "./extent.ts";

/**
 * The files that take longest, in order: those that mostly wait for servers and time alternate with those that compute,
 * so that workers which wait leave the cores to others. The other files by their size, as jest guesses.
 */
const longest = [
  "routers/contract",
  "acceptance/deployment",
  "lab/demo-app",
  "acceptance/rolled-back",
  "acceptance/hosts",
  "acceptance/rollback",
  "lab/confirm",
  "lab/faults",
  "lab/groups",
  "lab/killed",
  "acceptance/host.",
  "acceptance/canaries",
  "acceptance/findings",
  "host/confirm",
  "acceptance/first-contact",
  "host/hold",
  "validation/analysis-vm",
  "acceptance/restart",
  "acceptance/refusals",
  "signals/prometheus",
  "acceptance/validate",
  "lab/units",
  "host/postgres",
  "checks/test-run",
  "acceptance/",
  "targets/over-ssh",
  "checks/by-hand",
  "transports/ssh",
  "checks/release-",
  "host/heartbeat",
  "host/revert",
  "stages/watched-servers",
  "checks/",
  "lab/",
  "host/",
  "strategies/model-check",
  "transports/",
];

/**
 * Stories that boot hosts and deploy to them a dozen times: a run tries one of those that it is asked for. All of them
 * at night, or by a FAULT_ variable of their own.
 */
const ofFleets = ["confirm", "faults", "groups", "killed"].map((name) => `/__tests__/lab/${name}.test.ts`);

/** Without the files that were not drawn. */
function tried(tests) {
  const stories = tests.filter(({ path }) => ofFleets.some((end) => path.endsWith(end)));
  if (slow || stories.length < 2) return tests;
  const inOrder = [...stories].sort((a, b) => (a.path < b.path ? -1 : 1));
  const [now] = drawn("stories of a fleet", inOrder, 1);
  return tests.filter((test) => test === now || !stories.includes(test));
}

export default class Sequencer {
  sort(tests) {
    const ranked = tried(tests).map((test) => {
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
