import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Away, Fleet } from "../../src/domain/fleet/fleet.ts";
import { isRefusal, type Plan, type Refusal } from "../../src/domain/fleet/plan.ts";
import { planDeploy } from "../../src/strategies/deploy.ts";
import { planRecovery } from "../../src/strategies/recover.ts";
import { planRollback } from "../../src/strategies/rollback.ts";
import { figure } from "../support/extent.ts";
import { FleetModel, modelWanted, releaseNumber } from "./fleet-model.ts";
import { testStrategies } from "./registry.ts";
import { ownOf, type Setup, triedOf } from "./setups.ts";

const releases = [1, 2, 3, 4, 5].map(releaseNumber);
const runs = figure("PROPERTY_RUNS", 500, 5_000);

const sound = (weights: readonly number[]) => weights.length > 0 && weights.every((one) => one >= 0 && one <= 100);

/** What a reader or the walk of a plan could not bear, in words. */
function faults(fleet: Fleet, plan: Plan | Refusal): readonly string[] {
  const said = /^[^ ].*\.$/.test(plan.says) ? [] : [`not a sentence: ${plan.says}`];
  if (isRefusal(plan)) return plan.remedy === "" ? [...said, `no remedy: ${plan.says}`] : said;
  const kinds = plan.steps.map(({ type }) => type);
  const first = kinds.findIndex((type) => type !== "acquire-lock");
  const last = kinds.indexOf("release-lock");
  const locked = kinds.length - last === fleet.hosts.length && !kinds.slice(first, last).includes("acquire-lock");
  const wrong = plan.steps.filter(
    (one) =>
      !/^[A-Z].{8,}[^.]$/.test(one.says) ||
      one.limitMs <= 0 ||
      (one.type === "shift" && !sound(Object.values(one.weights))) ||
      (one.type === "prune" && (one.remove.length === 0 || one.remove.some((name) => one.keep.includes(name)))),
  );
  return [...said, ...(locked ? [] : ["the locks are not around it"]), ...wrong.map((one) => JSON.stringify(one))];
}

describe("any facts, however strange", () => {
  const id = fc.constantFrom("", ...releases);
  const known = fc.constantFrom(...releases);
  const maybe = fc.option(known, { nil: null });
  const slot = fc.record({
    port: fc.constantFrom(4_000, 4_001),
    link: maybe,
    running: fc.option(fc.record({ pid: fc.nat(), release: maybe }), { nil: null }),
  });
  const facts = (host: string, slots: readonly string[], all: readonly string[]) => {
    const slotName = fc.constantFrom(...all);
    return fc.record({
      host: fc.constant(host),
      now: fc.constant(1_000),
      releases: fc.uniqueArray(known),
      bad: fc.uniqueArray(known, { maxLength: 1 }),
      current: maybe,
      slots: fc.record(Object.fromEntries(slots.map((name) => [name, slot]))),
      active: fc.option(fc.record({ release: known, slot: slotName, before: maybe }), { nil: null }),
      intent: fc.option(fc.record({ owner: fc.constant("run-0-1"), release: known, slot: slotName }), { nil: null }),
      holdUntil: fc.option(fc.integer({ min: 0, max: 2_000 }), { nil: null }),
      lease: fc.option(
        fc.record({
          owner: fc.constantFrom("run-1-1", "run-2-1"),
          expires: fc.integer({ min: 500, max: 1_500 }),
          since: fc.constant(0),
        }),
        {
          nil: null,
        },
      ),
      stepRunning: fc.constant(false),
      diskFreeBytes: fc.nat(),
    });
  };
  const server = fc.record({
    state: fc.constantFrom("ready" as const, "drain" as const, "maint" as const, "down" as const),
    weight: fc.nat(256),
    sessions: fc.nat(3),
  });
  /** In groups, the last host may be away, with whole groups of slots. */
  const fleetOf = ({ slots, routed, least }: Setup): fc.Arbitrary<Fleet> =>
    fc.tuple(fc.integer({ min: least, max: 3 }), fc.boolean()).chain(([count, mayLeave]) => {
      const { hosts, router, groups } = new FleetModel(count, slots, routed).facts();
      const there = hosts.slice(0, groups !== undefined && mayLeave ? -1 : count);
      const away: readonly Away[] = hosts
        .slice(there.length)
        .map(({ host }) => ({ host, reason_code: "host_unreachable", says: `${host} is away`, remedy: "Look there." }));
      return fc.record({
        hosts: fc.tuple(...there.map((one) => facts(one.host, Object.keys(one.slots), slots))),
        router:
          router === null
            ? fc.constant(null)
            : fc.record(Object.fromEntries(Object.keys(router).map((name) => [name, server]))),
        ...(groups === undefined ? {} : { groups: fc.constant(groups), away: fc.constant(away) }),
      });
    });

  test.each(triedOf(testStrategies))(
    "give $type $where a plan between its locks, in sentences with values and limits, or a refusal with a remedy",
    ({ strategy, setup }) => {
      fc.assert(
        fc.property(fleetOf(setup), known, id, fc.boolean(), fc.boolean(), (seen, release, failed, smoke, markBad) => {
          const wanted = {
            ...modelWanted,
            strategy: strategy.type,
            own: ownOf(strategy),
            release,
            smoke,
            hostsRequired: 1,
          };
          const made = [
            planDeploy(seen, wanted, testStrategies),
            planRollback(seen, { ...wanted, markBad }, testStrategies),
            planRecovery(seen, { ...wanted, release: failed, markBad }, testStrategies),
          ];
          expect(made.flatMap((plan) => faults(seen, plan))).toEqual([]);
        }),
        { numRuns: runs },
      );
    },
  );
});
