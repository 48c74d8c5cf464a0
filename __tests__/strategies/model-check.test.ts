import { describe, expect, test } from "@jest/globals";
import type { Fleet } from "../../src/domain/fleet/fleet.ts";
import {
  isRefusal,
  type Plan,
  type Refusal,
  type ServerWeights,
  type Step,
  type Wanted,
} from "../../src/domain/fleet/plan.ts";
import { planRollback } from "../../src/strategies/rollback.ts";
import { drawn } from "../support/extent.ts";
import { releaseNumber } from "./fleet-model.ts";
import { explore, intention, type Planners, realPlanners } from "./model-check.ts";
import type { Health, Search, State } from "./model-state.ts";
import { schemaOf } from "./schema-of.ts";

const [first, second, third, stray] = [1, 2, 3, 4].map(releaseNumber) as [string, string, string, string];

/** The slots and own settings with which each strategy is searched. */
const kinds: Readonly<Record<string, Pick<Search, "slots" | "groups"> & { readonly own: object }>> = {
  "blue-green": { slots: ["blue", "green"], own: { confirm: 60_000 } },
  "blue-green over groups": {
    slots: ["blue", "green"],
    groups: { web1: "blue", web2: "green" },
    own: { confirm: 60_000 },
  },
  canary: { slots: ["blue", "green"], own: { confirm: 60_000, steps: [50, 100], pause: 10_000 } },
  rolling: { slots: ["main"], own: { batch: 1 } },
};

type Other = "deploys another" | "deploys it again" | "rolls back";

function searchOf(strategy: string, health: Health, other: Other): Search {
  const { slots, groups, own } = kinds[strategy] ?? { slots: [], own: {} };
  const common: Partial<Wanted> = { strategy: strategy.replace(" over groups", ""), own };
  const last =
    other === "rolls back"
      ? intention(2, { ...common, release: "", takeLock: true, watchMs: 0 }, "rollback")
      : intention(2, { ...common, release: other === "deploys another" ? third : second });
  return {
    slots,
    groups,
    health: { [second]: health },
    intentions: [intention(1, { ...common, release: second }), last],
  };
}

/** Fleets that earlier runs left in disorder. */
const mixed: Readonly<Record<string, (state: State) => void>> = {
  "where a host was away": ({ hosts: [, host] }) => {
    if (host?.active == null) return;
    const before = releaseNumber(0);
    host.releases = [before];
    host.current = before;
    host.active = { ...host.active, release: before, before: null };
    host.slots["blue"] = { link: before, process: before };
  },
  "where one host was switched": ({ hosts: [host], router }) => {
    if (host === undefined) return;
    host.releases.push(second);
    host.slots["green"] = { link: second, process: second };
    host.intent = { owner: "run-0-1", release: second, slot: "green" };
    Object.assign(router, { "web1-green": 100, "web1-blue": 0 });
  },
  "where one host has the record": ({ hosts, router }) => {
    for (const [at, host] of hosts.entries()) {
      host.releases.push(second);
      host.slots["green"] = { link: second, process: second };
      if (at === 0) Object.assign(host, { current: second, active: { release: second, slot: "green", before: first } });
      else host.intent = { owner: "run-0-1", release: second, slot: "green" };
    }
    for (const name of ["web1", "web2"]) Object.assign(router, { [`${name}-green`]: 100, [`${name}-blue`]: 0 });
  },
  "with a stray release, and a slot that nobody drained": ({ hosts: [host], router }) => {
    if (host === undefined) return;
    host.releases.push(stray);
    host.slots["green"] = { link: stray, process: stray };
    router["web2-green"] = 100;
  },
};

/** A rollback takes the schema back too. */
const withSchema: Planners = {
  ...realPlanners,
  rollback: (fleet, wanted) => planRollback(fleet, { ...wanted, schema: schemaOf(fleet, wanted) }),
};

const explored = new Map<string, ReturnType<typeof explore>>();

/** What a search finds, once. */
function found(strategy: string, health: Health, other: Other, fleet = ""): ReturnType<typeof explore> {
  const key = [strategy, health, other, fleet].join();
  const search = { ...searchOf(strategy, health, other), begin: mixed[fleet] };
  const known = explored.get(key) ?? explore(search, { planners: withSchema });
  explored.set(key, known);
  return known;
}

describe("two runs on a fleet of two hosts, each cut anywhere and losing its lock at any moment", () => {
  const others: readonly [string, Health, Other][] = [
    ["blue-green", "unhealthy", "deploys it again"],
    ["blue-green over groups", "good", "deploys another"],
    ["blue-green over groups", "rotten", "rolls back"],
    ["canary", "good", "rolls back"],
    ["canary", "rotten", "deploys another"],
    ["rolling", "good", "deploys another"],
    ["rolling", "rotten", "rolls back"],
    ["rolling", "unhealthy", "deploys it again"],
  ];
  const searches: readonly [string, Health, Other][] = [
    ["blue-green", "good", "deploys another"],
    ["blue-green", "rotten", "rolls back"],
    ...drawn("searches of two runs", others, 1),
  ];

  test.each(searches)("break no rule with %s, a release that is %s, and a second run that %s", (...search) => {
    expect(found(...search).broken).toBeNull();
  });

  test.each(drawn("fleets in disorder", Object.keys(mixed), 1))("break no rule on a fleet %s", (fleet) => {
    expect(found("blue-green", "good", "deploys it again", fleet).broken).toBeNull();
  });

  test("reach at least 100,000 states", () => {
    const states = searches.map((search) => found(...search).states);
    expect(states.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(100_000);
  });
});

type Change = (steps: readonly Step[], release: string) => readonly Step[];

/** The planners, with a fault in every plan that they make for a purpose. */
function faulty(change: Change, purpose: keyof Planners = "deploy", sound = realPlanners): Planners {
  const bend = (made: Plan | Refusal, release: string): Plan | Refusal =>
    isRefusal(made) ? made : { ...made, steps: change(made.steps, release) };
  return {
    ...sound,
    [purpose]: (fleet: Fleet, wanted: Wanted & { markBad: boolean }) =>
      bend(sound[purpose](fleet, wanted), wanted.release),
  };
}

const without =
  (type: Step["type"], only: (step: Step) => boolean = () => true): Change =>
  (steps) =>
    steps.filter((step) => step.type !== type || !only(step));
const isOn = (host: string) => (step: Step) => "host" in step && step.host === host;

/** Steps of this type before the first one of the other type. */
const early =
  (type: Step["type"], before: Step["type"]): Change =>
  (steps) => {
    const moved = steps.filter((step) => step.type === type);
    const rest = steps.filter((step) => step.type !== type);
    const at = rest.findIndex((step) => step.type === before);
    return at < 0 ? steps : [...rest.slice(0, at), ...moved, ...rest.slice(at)];
  };

/** Each step as it is changed. */
const each =
  (change: (step: Step) => readonly Step[]): Change =>
  (steps) =>
    steps.flatMap(change);

describe("a planner with a fault is caught", () => {
  const prune = (release: string): Change => {
    const step: Step = {
      type: "prune",
      host: "web1",
      keep: [],
      remove: [release],
      limitMs: 1,
      says: `Remove ${release}`,
    };
    return (steps) => {
      const at = steps.findIndex(({ type }) => type === "release-lock");
      return [...steps.slice(0, at), step, ...steps.slice(at)];
    };
  };
  const migrateOn = (step: Step): readonly Step[] =>
    step.type === "migrate" ? [step, { ...step, host: "web2" }] : [step];
  const everyWeight = (weights: ServerWeights, weight: number): ServerWeights =>
    Object.fromEntries(Object.keys(weights).map((one) => [one, weight]));
  const turned = (weights: ServerWeights): ServerWeights =>
    Object.fromEntries(Object.entries(weights).map(([one, weight]) => [one, 100 - weight]));
  const zero = (step: Step): Step =>
    step.type === "shift" ? { ...step, weights: everyWeight(step.weights, 0) } : step;
  const unguarded = (step: Step): readonly Step[] => {
    if (step.type !== "shift") return step.type === "confirm" ? [] : [step];
    const { guard: _guard, ...shift } = step;
    return [shift];
  };
  const guardedBy = (step: Step, back: (weights: ServerWeights) => ServerWeights): Step =>
    step.type === "shift" ? { ...step, guard: { seconds: 60, weights: back(step.weights) } } : step;

  const faults: readonly [string, Planners, string, Health, Other][] = [
    ["no wait for health", faulty(without("await-healthy")), "blue-green", "unhealthy", "deploys it again"],
    [
      "no wait for health on one host",
      faulty(without("await-healthy", isOn("web2"))),
      "rolling",
      "unhealthy",
      "rolls back",
    ],
    ["traffic before health", faulty(early("shift", "await-healthy")), "blue-green", "unhealthy", "deploys it again"],
    ["traffic before the start", faulty(early("shift", "start")), "blue-green", "good", "deploys another"],
    [
      "the old slot stopped before the shift",
      faulty(early("stop", "shift")),
      "blue-green",
      "rotten",
      "deploys another",
    ],
    ["no traffic moved", faulty(without("shift")), "blue-green", "good", "deploys another"],
    ["all traffic closed", faulty(each((step) => [zero(step)])), "blue-green", "good", "deploys another"],
    ["no record", faulty(without("activate")), "blue-green", "good", "deploys another"],
    ["no record on one host", faulty(without("activate", isOn("web2"))), "canary", "good", "deploys another"],
    [
      "no record in the group that does not serve any more",
      faulty(without("activate", isOn("web1"))),
      "blue-green over groups",
      "good",
      "deploys another",
    ],
    ["no traffic moved between groups", faulty(without("shift")), "blue-green over groups", "good", "deploys another"],
    [
      "a rollback to a group whose hold still ends",
      faulty(without("hold"), "rollback"),
      "blue-green over groups",
      "good",
      "rolls back",
    ],
    ["a record before the start", faulty(early("activate", "start")), "blue-green", "good", "deploys another"],
    ["no hold of the old slot", faulty(without("hold")), "blue-green", "good", "deploys another"],
    ["no start on one host", faulty(without("start", isOn("web2"))), "blue-green", "good", "deploys another"],
    ["no lock", faulty(without("acquire-lock")), "blue-green", "good", "deploys another"],
    ["a lock on one host only", faulty(without("acquire-lock", isOn("web2"))), "blue-green", "good", "deploys another"],
    ["no lock given back", faulty(without("release-lock")), "blue-green", "good", "deploys another"],
    ["the active release removed", faulty(prune(second)), "blue-green", "good", "deploys another"],
    ["the release before removed", faulty(prune(first)), "blue-green", "good", "deploys another"],
    ["migrations on every host", faulty(each(migrateOn)), "blue-green", "good", "deploys another"],
    [
      "all hosts replaced at once",
      faulty((steps) => [
        ...steps.filter(({ type }) => type === "acquire-lock"),
        ...steps.filter((step) => step.type === "shift" && Object.values(step.weights).every((one) => one === 0)),
        ...steps.filter(
          (step) =>
            step.type !== "acquire-lock" &&
            !(step.type === "shift" && Object.values(step.weights).every((one) => one === 0)),
        ),
      ]),
      "rolling",
      "good",
      "deploys another",
    ],
    [
      "a stop before its host is out of the router",
      faulty(without("shift"), "recover"),
      "rolling",
      "rotten",
      "deploys another",
    ],
    [
      "a rollback that stops what serves first",
      faulty(early("stop", "shift"), "recover"),
      "blue-green",
      "rotten",
      "deploys another",
    ],
    ["a rollback without traffic", faulty(without("shift"), "recover"), "blue-green", "rotten", "deploys another"],
    ["no guard of the shift", faulty(each(unguarded)), "blue-green", "rotten", "deploys another"],
    ["no confirmation", faulty(without("confirm")), "blue-green", "good", "deploys another"],
    ["no confirmation on one host", faulty(without("confirm", isOn("web2"))), "canary", "good", "deploys another"],
    [
      "a confirmation before the watch with all traffic",
      faulty(early("confirm", "observe")),
      "blue-green",
      "good",
      "deploys another",
    ],
    [
      "a guard that goes to the new release",
      faulty(each((step) => [guardedBy(step, (weights) => weights)])),
      "blue-green",
      "good",
      "deploys another",
    ],
    [
      "a guard that closes everything",
      faulty(each((step) => [guardedBy(step, (weights) => everyWeight(weights, 0))])),
      "blue-green",
      "good",
      "deploys another",
    ],
    [
      "a guard on a person's rollback",
      faulty(
        each((step) => [guardedBy(step, turned)]),
        "rollback",
      ),
      "blue-green",
      "rotten",
      "rolls back",
    ],
    [
      "the schema rolled back before traffic has moved",
      faulty(early("revert", "shift"), "rollback", withSchema),
      "blue-green",
      "good",
      "rolls back",
    ],
    [
      "the schema rolled back while the release that needs it runs",
      faulty(early("revert", "stop"), "rollback", withSchema),
      "blue-green",
      "good",
      "rolls back",
    ],
    [
      "the schema rolled back before the last host is replaced",
      faulty(early("revert", "start"), "rollback", withSchema),
      "rolling",
      "good",
      "rolls back",
    ],
  ];

  test.each(drawn("planners with a fault", faults, 8))("with %s", (_fault, planners, strategy, health, other) => {
    const { broken } = explore(searchOf(strategy, health, other), { planners });
    expect(broken).not.toBeNull();
  });
});
