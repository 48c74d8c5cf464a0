// A rollback by a person in every situation of an incident, with every strategy on every layout that it suits.
import { describe, expect, test } from "@jest/globals";
import { isRefusal, type Plan, type Refusal, type Step } from "../../src/domain/fleet/plan.ts";
import { planDeploy } from "../../src/strategies/deploy.ts";
import { planDrill } from "../../src/strategies/drill.ts";
import { leaveOut } from "../../src/strategies/facts.ts";
import { strategies } from "../../src/strategies/registry.ts";
import { planRollback, type RollbackWanted } from "../../src/strategies/rollback.ts";
import { FleetModel, modelWanted, releaseNumber } from "./fleet-model.ts";
import { ownOf, triedOf } from "./setups.ts";

const [first, second, third] = [releaseNumber(1), releaseNumber(2), releaseNumber(3)];
const hosts = 4;

function stepsOf(made: Plan | Refusal): readonly Step[] {
  if (isRefusal(made)) throw new Error(made.says);
  return made.steps;
}

describe.each(triedOf(strategies))("with strategy $type $where", ({ strategy, setup }) => {
  const tried = { strategy: strategy.type, own: ownOf(strategy) };
  const back = { ...modelWanted, ...tried, release: "", owner: "run-9-1", markBad: true, watchMs: 0, hostsRequired: 1 };

  function deployed(holdSeconds: number): FleetModel {
    const model = new FleetModel(hosts, setup.slots, setup.routed);
    for (const release of [first, second]) {
      const wanted = { ...modelWanted, ...tried, release, holdSeconds };
      expect(model.run(wanted, (fleet) => planDeploy(fleet, wanted))).toBe("passed");
    }
    return model;
  }

  function goesBack(model: FleetModel, to: string, more: Partial<RollbackWanted> = {}): void {
    const wanted = { ...back, ...more };
    expect(model.run(wanted, (fleet) => planRollback(fleet, wanted))).toBe("passed");
    expect(model.broken).toEqual([]);
    expect(new Set(model.hosts.map(({ active }) => active?.release))).toEqual(new Set([to]));
  }

  test("and the old slot held, traffic goes back before anything is started or stopped", () => {
    const model = deployed(9_000);
    const changes = stepsOf(planRollback(model.facts(), back)).filter(({ type }) =>
      ["start", "stop", "shift"].includes(type),
    );
    if (strategy.holds) expect(changes[0]?.type).toBe("shift");
    goesBack(model, first);
    expect(model.hosts.every(({ bad }) => bad.includes(second))).toBe(true);
  });

  test("and the old slot gone, the release is healthy before it has traffic", () => {
    const model = deployed(0);
    const types = stepsOf(planRollback(model.facts(), back)).map(({ type }) => type);
    expect(types.indexOf("start")).toBeLessThan(types.indexOf("await-healthy"));
    if (strategy.holds) expect(types.indexOf("await-healthy")).toBeLessThan(types.indexOf("shift"));
    goesBack(model, first);
  });

  test("and the release pruned, it is sent where its files are at hand, and else named", () => {
    const model = deployed(0);
    for (const host of model.hosts) host.releases = host.releases.filter((one) => one !== first);
    expect(planRollback(model.facts(), back)).toMatchObject({ refused: "release_not_kept", release: first });
    goesBack(model, first, { carried: first });
  });

  test("and a host missing, the others go back; a drill does not begin", () => {
    const away = [{ host: "web3", reason_code: "target_unreachable" as const, says: "It is off.", remedy: "" }];
    const fleet = leaveOut(deployed(9_000).facts(), away);
    const steps = stepsOf(planRollback(fleet, back));
    expect(steps.filter((step) => "host" in step && step.host === "web3")).toEqual([]);
    expect(steps.some((step) => step.type === "activate" && step.release === first)).toBe(true);
    const { hostsRequired: _, ...all } = back;
    expect(planDrill(fleet, all)).toMatchObject({ refused: "target_unreachable" });
  });

  test("and a promotion running, its lock is waited for, or taken", () => {
    const model = deployed(9_000);
    const wanted = { ...modelWanted, ...tried, release: third, owner: "run-8-1" };
    model.during = {
      type: "observe",
      happens: () => {
        expect(planRollback(model.facts(), back)).toMatchObject({ refused: "lock_held" });
        expect(planDrill(model.facts(), { ...back, takeLock: true })).toMatchObject({ refused: "not_settled" });
        goesBack(model, second, { takeLock: true });
      },
    };
    expect(model.run(wanted, (fleet) => planDeploy(fleet, wanted))).not.toBe("passed");
    expect(model.hosts.map(({ active }) => active?.release)).toEqual(model.hosts.map(() => second));
    expect(model.hosts.every(({ bad }) => bad.includes(third))).toBe(true);
  });
});
