// Hosts that cannot be observed: left out only where the settings say so, and brought up to date by the next run.
import { describe, expect, test } from "@jest/globals";
import type { Away, Fleet } from "../../src/domain/fleet/fleet.ts";
import { isRefusal, type Plan, type Refusal, type Wanted } from "../../src/domain/fleet/plan.ts";
import { planDeploy } from "../../src/strategies/deploy.ts";
import { leaveOut } from "../../src/strategies/facts.ts";
import { planRecovery } from "../../src/strategies/recover.ts";
import { planRollback } from "../../src/strategies/rollback.ts";
import { FleetModel, modelWanted, releaseNumber } from "./fleet-model.ts";
import { deployOn, says } from "./fleets.ts";

const [first, second, third] = [releaseNumber(1), releaseNumber(2), releaseNumber(3)];
const wanted: Wanted = { ...modelWanted, owner: "run-2-1", release: second, smoke: false, watchMs: 0 };
const away = (host: string): Away => ({
  host,
  reason_code: "target_unreachable",
  says: "Connection timed out.",
  remedy: "",
});

function settled(strategy: "blue-green" | "rolling"): FleetModel {
  const model = new FleetModel(3, strategy === "rolling" ? ["main"] : ["blue", "green"], true);
  expect(deployOn(model, { strategy, own: { batch: 1 }, release: first })).toBe("passed");
  return model;
}

const without = (fleet: Fleet, host: string) => leaveOut(fleet, [away(host)]);

const shifts = (made: Plan | Refusal) => {
  if (isRefusal(made)) throw new Error(made.says);
  return made.steps.flatMap((step) => (step.type === "shift" ? [step.weights] : []));
};

describe("a host that is away", () => {
  const fleet = without(settled("blue-green").facts(), "web3");

  test.each([
    [
      "all hosts are required",
      {},
      "web3 cannot be observed: Connection timed out. 2 of 3 hosts can be reached, and all",
    ],
    ["more are required than there are", { hostsRequired: 3 }, "and 3 hosts are required."],
  ])("refuses a deployment and a rollback where %s", (_why, more, expected) => {
    const made = planDeploy(fleet, { ...wanted, ...more });
    expect(made).toMatchObject({ refused: "target_unreachable", says: expect.stringContaining(expected) });
    expect(planRollback(fleet, { ...wanted, ...more, markBad: false })).toHaveProperty("refused", "target_unreachable");
  });

  test("is left out where fewer are required, with a warning, and gets no requests when it comes back", () => {
    const made = planDeploy(fleet, { ...wanted, hostsRequired: 2 });
    if (isRefusal(made)) throw new Error(made.says);
    expect(made.warnings).toEqual([
      "web3 cannot be observed: Connection timed out. It is left out, and the next deployment brings it up to date.",
    ]);
    expect(made.steps.filter((step) => "host" in step && step.host === "web3")).toEqual([]);
    expect(shifts(made)).toEqual([
      {
        ...{ "web1-green": 100, "web2-green": 100, "web1-blue": 0, "web2-blue": 0 },
        ...{ "web3-blue": 0, "web3-green": 0 },
      },
    ]);
  });

  test("and has a router of its own is left alone", () => {
    const own = { ...settled("blue-green").facts(), routing: { weights: true, shared: false } };
    expect(shifts(planDeploy(without(own, "web3"), { ...wanted, hostsRequired: 1 }))).toEqual([
      { "web1-green": 100, "web2-green": 100, "web1-blue": 0, "web2-blue": 0 },
    ]);
  });

  test("loses its requests before others are replaced, in a rolling deployment", () => {
    const rolling = without(settled("rolling").facts(), "web3");
    const wish = { ...wanted, strategy: "rolling", own: { batch: 1 }, hostsRequired: 2 };
    expect(shifts(planDeploy(rolling, wish)).slice(0, 3)).toEqual([{ web3: 0 }, { web1: 0 }, { web1: 100 }]);
    // With nobody else to serve, nothing is replaced.
    const alone = leaveOut(settled("rolling").facts(), [away("web2"), away("web3")]);
    expect(planDeploy(alone, { ...wish, hostsRequired: 1 })).toMatchObject({ refused: "invalid_settings" });
  });

  test("does not keep the others from going back", () => {
    const model = settled("blue-green");
    expect(model.run(wanted, (seen) => planDeploy(seen, wanted), { crashAfter: 28 })).toBe("crashed");
    const made = planRecovery(without(model.facts(), "web3"), { ...wanted, markBad: false });
    if (isRefusal(made)) throw new Error(made.says);
    expect(made.steps.filter((step) => "host" in step && step.host === "web3")).toEqual([]);
    expect(made.steps.length).toBeGreaterThan(2);
  });
});

describe("the next run", () => {
  test.each(["blue-green", "rolling"] as const)("brings a host up to date that was away, with %s", (strategy) => {
    const model = settled(strategy);
    const wish = { ...wanted, strategy, own: { batch: 1 }, hostsRequired: 2 };
    model.now += 1_000;
    expect(model.run(wish, (seen) => planDeploy(without(seen, "web3"), wish))).toBe("passed");
    expect(model.hosts.map(({ active }) => active?.release)).toEqual([second, second, first]);
    expect(
      Object.entries(model.router ?? {}).filter(([name, weight]) => name.startsWith("web3") && weight > 0),
    ).toEqual([]);
    for (const release of [second, third]) {
      expect(deployOn(model, { ...wish, owner: `run-${release}`, release })).toBe("passed");
      expect(model.hosts.map(({ active }) => active?.release)).toEqual([release, release, release]);
    }
    expect(model.broken).toEqual([]);
  });

  test("moves what such a host serves to the other slot first, where its own router sends requests to it", () => {
    const model = settled("blue-green");
    const wish = { ...wanted, hostsRequired: 2 };
    model.now += 1_000;
    const own = (seen: Fleet): Fleet => ({ ...seen, routing: { weights: true, shared: false } });
    expect(model.run(wish, (seen) => planDeploy(without(own(seen), "web3"), wish))).toBe("passed");
    const lines = says(planDeploy(own(model.facts()), { ...wanted, release: third }));
    expect(lines).toContain(
      `Start ${first} in slot green on web3, port 4001, since web3 lacks ${second} and slot blue is needed`,
    );
    expect(deployOn(model, { ...wanted, release: third })).toBe("passed");
    expect(model.broken).toEqual([]);
  });
});
