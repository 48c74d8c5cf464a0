import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Fleet } from "../../src/domain/fleet/fleet.ts";
import { isRefusal } from "../../src/domain/fleet/plan.ts";
import { planDeploy } from "../../src/strategies/deploy.ts";
import { strategies } from "../../src/strategies/registry.ts";
import { planRollback } from "../../src/strategies/rollback.ts";
import { figure } from "../support/extent.ts";
import {
  FleetModel,
  harmless,
  leaseSeconds,
  modelWanted,
  type Nature,
  releaseNumber,
  type Trouble,
} from "./fleet-model.ts";
import { drillOn, settle } from "./fleets.ts";
import { testStrategies } from "./registry.ts";
import { schemaOf } from "./schema-of.ts";
import { ownOf, type Tried, triedOf } from "./setups.ts";

const releases = [1, 2, 3, 4, 5].map(releaseNumber);
const fresh = releaseNumber(9);

type Event =
  | {
      readonly type: "deploy";
      readonly release: string;
      readonly hold: number;
      readonly trouble: Trouble;
      readonly soon: boolean;
    }
  | {
      readonly type: "rollback";
      readonly markBad: boolean;
      readonly schema: boolean;
      readonly takeLock: boolean;
      readonly drill: boolean;
      readonly trouble: Trouble;
      readonly soon: boolean;
    }
  | { readonly type: "wait"; readonly seconds: number }
  | { readonly type: "die"; readonly host: number; readonly slot: number }
  | { readonly type: "turn"; readonly release: string; readonly nature: Nature }
  | { readonly type: "reset-router"; readonly weights: readonly number[] }
  | { readonly type: "guards-act"; readonly hosts: readonly boolean[] };

const order = fc.nat(2);
const trouble: fc.Arbitrary<Trouble> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ order }) },
  { weight: 3, arbitrary: fc.record({ crashAfter: fc.nat(70), order }) },
  { weight: 2, arbitrary: fc.record({ failAt: fc.nat(25), order }) },
  { weight: 1, arbitrary: fc.record({ failAt: fc.nat(25), crashAfter: fc.nat(90), order }) },
);
/** Weights of the servers in turn, as a restart of the router, an administrator or a cut canary leaves them. */
const weights = fc.oneof(
  fc.constantFrom([0], [100]),
  fc.array(fc.constantFrom(0, 5, 95, 100), { minLength: 1, maxLength: 6 }),
);
const release = fc.constantFrom(...releases);
const deploying: fc.Arbitrary<Event> = fc.record({
  type: fc.constant("deploy" as const),
  release,
  hold: fc.constantFrom(0, 900),
  trouble,
  soon: fc.boolean(),
});
const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 6, arbitrary: deploying },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant("rollback" as const),
      markBad: fc.boolean(),
      schema: fc.boolean(),
      takeLock: fc.boolean(),
      drill: fc.boolean(),
      trouble,
      soon: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant("wait" as const), seconds: fc.integer({ min: 1, max: 2_000 }) }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("die" as const), host: fc.nat(2), slot: fc.nat(1) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant("turn" as const),
      release,
      nature: fc.constantFrom<Nature>("good", "sick", "lying", "rotten"),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant("reset-router" as const), weights }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant("guards-act" as const),
      hosts: fc.array(fc.boolean(), { minLength: 1, maxLength: 3 }),
    }),
  },
);

interface History {
  readonly hosts: number;
  readonly natures: readonly Nature[];
  readonly events: readonly Event[];
}

const history: fc.Arbitrary<History> = fc.record({
  hosts: fc.integer({ min: 1, max: 3 }),
  natures: fc.array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constant<Nature>("good") },
      { weight: 1, arbitrary: fc.constantFrom<Nature>("sick", "lying", "rotten") },
    ),
    { minLength: releases.length, maxLength: releases.length },
  ),
  events: fc.array(event, { minLength: 1, maxLength: 12 }),
});

/**
 * Lives through a history; each run has an owner of its own, and comes after the last one's lock ran out, or `soon`.
 */
function live({ hosts, natures, events }: History, { strategy: tried, setup }: Tried): FleetModel {
  const { slots, routed, least } = setup;
  const { type: strategy } = tried;
  const own = ownOf(tried);
  const model = new FleetModel(Math.max(hosts, least), slots, routed);
  natures.forEach((nature, index) => {
    model.natures.set(releases[index] ?? "", nature);
  });
  events.forEach((one, index) => {
    const owner = `run-${index + 1}-1`;
    switch (one.type) {
      case "deploy": {
        if (!one.soon) model.now += leaseSeconds + 1;
        const wanted = { ...modelWanted, owner, strategy, own, release: one.release, holdSeconds: one.hold };
        model.run(wanted, (fleet) => planDeploy(fleet, wanted, testStrategies), one.trouble);
        break;
      }
      case "rollback": {
        if (!one.soon) model.now += leaseSeconds + 1;
        const wanted = {
          ...modelWanted,
          owner,
          strategy,
          own,
          release: "",
          markBad: one.markBad,
          takeLock: one.takeLock,
        };
        const planned = (fleet: Fleet) =>
          planRollback(fleet, one.schema ? { ...wanted, schema: schemaOf(fleet, wanted) } : wanted, testStrategies);
        if (one.drill) drillOn(model, wanted, one.trouble);
        else model.run(wanted, planned, one.trouble);
        break;
      }
      case "wait":
        model.now += one.seconds;
        break;
      case "die":
        model.outside(() => {
          const slot = model.hosts[one.host]?.slots[slots[one.slot] ?? ""];
          if (slot !== undefined) slot.process = null;
        });
        break;
      case "turn":
        model.outside(() => model.natures.set(one.release, one.nature));
        break;
      case "reset-router":
        model.outside(() => {
          Object.keys(model.router ?? {}).forEach((name, index) => {
            if (model.router !== null) model.router[name] = one.weights[index % one.weights.length] ?? 0;
          });
        });
        break;
      case "guards-act":
        // Each host by itself, as soon as nobody renews: some have acted, and the others are still to.
        model.guardsAct((_guard, at) => one.hosts[at % one.hosts.length] === true);
        break;
    }
  });
  return model;
}

/** More, such as 20000, for a search of an hour: `PROPERTY_RUNS=20000`. */
const runs = figure("PROPERTY_RUNS", 150, 5_000);

describe.each(triedOf(testStrategies))("a target with strategy $type $where, whatever happened to it", (one) => {
  test("breaks no rule: a healthy slot, one migration, nothing live removed, locks given back", () => {
    fc.assert(
      fc.property(history, (past) => {
        expect(live(past, one).broken).toEqual([]);
      }),
      { numRuns: runs },
    );
  });
});

describe.each(triedOf(strategies))("a target with strategy $type $where, that the suite ships", (one) => {
  const { strategy, setup } = one;
  const tried = { strategy: strategy.type, own: ownOf(strategy) };

  test("reaches the wanted release in one undisturbed run, and then wants no more change", () => {
    fc.assert(
      fc.property(history, fc.constantFrom(...releases, fresh), (past, wish) => {
        const model = live(past, one);
        for (const host of model.hosts) host.bad = host.bad.filter((one) => one !== wish);
        expect(settle(model, tried, wish)).toBe("passed");
        expect(model.broken).toEqual([]);
        for (const host of model.hosts) {
          const slot = host.active?.slot ?? "";
          expect(host.active?.release).toBe(wish);
          if (host.slots[slot] !== undefined) {
            expect(host.slots[slot]?.process?.release).toBe(wish);
            expect(host.slots[slot]?.link).toBe(wish);
            expect(host.current).toBe(wish);
          }
          expect(host.intent).toBeNull();
          expect(host.lease).toBeNull();
          for (const [name, { process }] of Object.entries(host.slots)) {
            // Only the previous release may be left running, and only while its hold lasts.
            if (name === slot || process === null) continue;
            expect(process.release).toBe(host.active?.before);
            expect(host.holdUntil).toBeGreaterThan(model.plannedAt);
          }
        }
        const fleet = model.facts(model.plannedAt);
        const slotOf = (server: string) =>
          fleet.groups?.[server] ?? (setup.slots.length > 1 ? server.split("-").at(-1) : "");
        const states = new Set(
          Object.entries(fleet.router ?? {}).map(([name, { state }]) => `${slotOf(name)} ${state}`),
        );
        if (setup.routed) expect(states.size).toBe(setup.slots.length);
        const again = planDeploy(fleet, { ...modelWanted, ...tried, release: wish, owner: "run-100-1" });
        if (isRefusal(again)) throw new Error(again.says);
        expect(again.steps.filter(({ type }) => !harmless.has(type))).toEqual([]);
      }),
      { numRuns: runs },
    );
  });
});

describe("a deployment killed after any smallest change", () => {
  const second = releaseNumber(2);
  const third = releaseNumber(3);

  function begun(hosts: number, hold: number): FleetModel {
    const model = new FleetModel(hosts, ["blue", "green"], true);
    const wanted = { ...modelWanted, release: releaseNumber(1), holdSeconds: hold };
    expect(model.run(wanted, (fleet) => planDeploy(fleet, wanted, testStrategies))).toBe("passed");
    return model;
  }

  test.each([
    { hosts: 1, hold: 0, next: second },
    { hosts: 1, hold: 900, next: third },
    { hosts: 2, hold: 0, next: third },
    { hosts: 3, hold: 900, next: second },
    { hosts: 2, hold: 900, next: releaseNumber(1) },
  ])("is followed on $hosts hosts by a run that ends with $next", ({ hosts, hold, next }) => {
    let crashes = 0;
    for (let crashAfter = 0; ; crashAfter += 1) {
      const model = begun(hosts, hold);
      const wanted = { ...modelWanted, owner: "run-2-1", release: second, holdSeconds: hold };
      if (model.run(wanted, (fleet) => planDeploy(fleet, wanted, testStrategies), { crashAfter }) !== "crashed") break;
      crashes += 1;
      expect(settle(model, modelWanted, next)).toBe("passed");
      expect(model.broken).toEqual([]);
    }
    expect(crashes).toBeGreaterThan(15);
  });

  test("is rolled back to the release before, or stays", () => {
    for (let crashAfter = 0; ; crashAfter += 1) {
      const model = begun(2, 900);
      const wanted = { ...modelWanted, owner: "run-2-1", release: second };
      if (model.run(wanted, (fleet) => planDeploy(fleet, wanted, testStrategies), { crashAfter }) !== "crashed") break;
      model.now += leaseSeconds + 1;
      const back = { ...modelWanted, release: "", owner: "run-3-1", markBad: true };
      // Before the shift there is nothing to roll back yet.
      const ended = model.run(back, (fleet) => planRollback(fleet, back));
      expect(["passed", "refused"]).toContain(ended);
      expect(model.broken).toEqual([]);
      expect(model.hosts.every(({ active }) => active?.release === releaseNumber(1))).toBe(true);
    }
  });
});
