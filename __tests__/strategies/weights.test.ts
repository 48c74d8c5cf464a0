import { describe, expect, test } from "@jest/globals";
import type { Fleet, ServerFacts } from "../../src/domain/fleet/fleet.ts";
import { isRefusal, type ServerWeights } from "../../src/domain/fleet/plan.ts";
import { planDeploy } from "../../src/strategies/deploy.ts";
import { mayTakeTraffic, misrouted, takesFullShare, takesTraffic } from "../../src/strategies/facts.ts";
import { planRecovery } from "../../src/strategies/recover.ts";
import { planRollback } from "../../src/strategies/rollback.ts";
import { shift } from "../../src/strategies/steps.ts";
import { FleetModel, leaseSeconds, modelWanted, releaseNumber } from "./fleet-model.ts";

const [first, second] = [releaseNumber(1), releaseNumber(2)];

/** The first release is active in blue, the second one runs in green, and the router has these weights. */
function between(weights: ServerWeights): FleetModel {
  const model = new FleetModel(1, ["blue", "green"], true);
  const before = { ...modelWanted, release: first };
  expect(model.run(before, (fleet) => planDeploy(fleet, before))).toBe("passed");
  model.now += leaseSeconds + 1;
  const wanted = { ...modelWanted, owner: "run-2-1", release: second };
  // Lock 1, upload 1, unpack 2, migrate 2, start 4.
  expect(model.run(wanted, (fleet) => planDeploy(fleet, wanted), { crashAfter: 10 })).toBe("crashed");
  model.outside(() => Object.assign(model.router ?? {}, weights));
  model.now += leaseSeconds + 1;
  return model;
}

/** The same, where the router shows its servers like this. */
function seen(blue: Partial<ServerFacts>, green: Partial<ServerFacts>): Fleet {
  const full = { state: "ready", weight: 100, sessions: 0 } as const;
  return { ...between({}).facts(), router: { blue: { ...full, ...blue }, green: { ...full, ...green } } };
}

/** What holds for slot blue of the first host. */
function holds(fleet: Fleet) {
  const [host] = fleet.hosts;
  if (host === undefined) throw new Error("no host");
  return {
    takes: takesTraffic(fleet, host, "blue"),
    takesAll: takesFullShare(fleet, host, "blue"),
    mayTake: mayTakeTraffic(fleet, host, "blue"),
  };
}

/** The weights of each shift of a plan. */
function shifts(made: ReturnType<typeof planDeploy>): readonly ServerWeights[] {
  if (isRefusal(made)) throw new Error(made.says);
  return made.steps.flatMap((step) => (step.type === "shift" ? [step.weights] : []));
}

describe("new requests", () => {
  test.each<{ state: ServerFacts["state"]; weight: number; takes: boolean; takesAll: boolean; mayTake: boolean }>([
    { state: "ready", weight: 100, takes: true, takesAll: true, mayTake: true },
    { state: "ready", weight: 5, takes: true, takesAll: false, mayTake: true },
    { state: "ready", weight: 0, takes: false, takesAll: false, mayTake: false },
    { state: "down", weight: 5, takes: false, takesAll: false, mayTake: true },
    { state: "down", weight: 0, takes: false, takesAll: false, mayTake: false },
    { state: "drain", weight: 100, takes: false, takesAll: false, mayTake: false },
    { state: "maint", weight: 100, takes: false, takesAll: false, mayTake: false },
  ])("go to a server that is $state with weight $weight: $takes", ({ state, weight, ...expected }) => {
    expect(holds(seen({ state, weight }, {}))).toEqual(expected);
  });

  test("go to no server that the router does not know", () => {
    const fleet = { ...seen({}, {}), router: {} };
    expect(holds(fleet)).toEqual({ takes: false, takesAll: false, mayTake: false });
    expect(misrouted(fleet, "blue")).toEqual(["blue is unknown", "green is unknown"]);
  });

  test("go to one slot alone where the other one has no weight", () => {
    expect(misrouted(seen({}, { weight: 0 }), "blue")).toEqual([]);
  });

  test.each<{ why: string; fleet: Fleet; says: readonly string[] }>([
    {
      why: "the other slot has a share",
      fleet: seen({ weight: 95 }, { weight: 5 }),
      says: ["blue is ready with 95 % of its weight", "green is ready with 5 % of its weight"],
    },
    {
      why: "the slot itself has no weight",
      fleet: seen({ weight: 0 }, { state: "drain" }),
      says: ["blue is ready with 0 % of its weight", "green is drain"],
    },
  ])("do not go to one slot alone where $why", ({ fleet, says }) => {
    expect(misrouted(fleet, "blue")).toEqual(says);
  });
});

describe("a shift says what it does", () => {
  test.each<[ServerWeights, string]>([
    [{ green: 100, blue: 0 }, "Send all new requests to green and none to blue"],
    [{ "web1-main": 100 }, "Send new requests to web1-main"],
    [{ "web1-main": 0 }, "Send no new requests to web1-main"],
    [{ green: 5, blue: 95 }, "Set the weight of green to 5 %, blue to 95 %"],
    [{ green: 5, blue: 0 }, "Set the weight of green to 5 % and send no new requests to blue"],
  ])("%j", (weights, says) => {
    expect(shift(weights).says).toBe(says);
  });
});

describe("a fleet whose two slots share the traffic", () => {
  const wanted = { ...modelWanted, owner: "run-3-1" };
  const shared = { green: 5, blue: 95 };

  test("gives all of it to the wanted release, which has a small share of it already", () => {
    const model = between(shared);
    const wish = { ...wanted, release: second };
    expect(shifts(planDeploy(model.facts(), wish))).toEqual([{ green: 100, blue: 0 }]);
    expect(model.run(wish, (fleet) => planDeploy(fleet, wish))).toBe("passed");
    expect({ router: model.router, broken: model.broken }).toEqual({ router: { green: 100, blue: 0 }, broken: [] });
  });

  test("gives it back to the active release before another one takes the slot", () => {
    const made = planDeploy(between(shared).facts(), { ...wanted, release: releaseNumber(3) });
    expect(shifts(made)).toEqual([
      { blue: 100, green: 0 },
      { green: 100, blue: 0 },
    ]);
  });

  test("gives it back after a failure and in a rollback, with its full weight", () => {
    const facts = between(shared).facts();
    const failed = { ...wanted, owner: "run-2-1", release: second, markBad: true };
    expect(shifts(planRecovery(facts, failed))).toEqual([{ blue: 100, green: 0 }]);
    expect(shifts(planRollback(facts, { ...wanted, markBad: true }))).toEqual([{ blue: 100, green: 0 }]);
  });

  test("is shifted also where the slot of the release takes all traffic, but not with its full weight", () => {
    const made = planDeploy(between({ green: 0, blue: 50 }).facts(), { ...wanted, release: first });
    expect(shifts(made)).toEqual([{ blue: 100, green: 0 }]);
  });

  test("leaves a server alone that belongs to no slot", () => {
    const facts = between({ green: 0, blue: 100 }).facts();
    const router = { ...facts.router, status: { state: "ready" as const, weight: 100, sessions: 3 } };
    const made = planDeploy({ ...facts, router }, { ...wanted, release: second });
    expect(shifts(made)).toEqual([{ green: 100, blue: 0 }]);
  });

  test("fails the step, and nothing is drained, where the router does not know a server", () => {
    const model = between({ green: 0, blue: 100 });
    expect(model.perform(shift({ purple: 100, blue: 0 }), "run-2-1")).toBe(false);
    expect(model.router).toEqual({ green: 0, blue: 100 });
  });
});
