// A rehearsal of a rollback, with every strategy on every layout that it suits.
import { describe, expect, test } from "@jest/globals";
import { planDeploy } from "../../src/strategies/deploy.ts";
import { strategies } from "../../src/strategies/registry.ts";
import { type Ended, FleetModel, leaseSeconds, modelWanted, releaseNumber } from "./fleet-model.ts";
import { drillOn, settle } from "./fleets.ts";
import { ownOf, triedOf } from "./setups.ts";

describe.each(triedOf(strategies))("a drill with strategy $type $where", ({ strategy, setup }) => {
  const tried = { strategy: strategy.type, own: ownOf(strategy) };
  const [older, active] = [releaseNumber(1), releaseNumber(2)];
  const wanted = { ...modelWanted, ...tried, release: "", owner: "run-9-1", markBad: false, watchMs: 0 };

  function begun(hold: number): FleetModel {
    const model = new FleetModel(Math.max(2, setup.least), setup.slots, setup.routed);
    for (const release of [older, active]) {
      const deploying = { ...modelWanted, ...tried, release, holdSeconds: hold };
      expect(model.run(deploying, (fleet) => planDeploy(fleet, deploying))).toBe("passed");
    }
    return model;
  }

  /** What has to be as before: all but links of slots that were used for a moment, and who recorded what. */
  const state = ({ hosts, router }: FleetModel) => ({
    router: { ...router },
    hosts: hosts.map(({ active, bad, current, intent, lease, slots, verified, releases }) => ({
      ...{ active, bad: [...bad], current, intent, lease, releases: [...releases] },
      slots: Object.fromEntries(Object.entries(slots).map(([name, { process }]) => [name, process?.release ?? null])),
      verified: verified.map(({ release }) => release),
    })),
  });

  test.each([0, 9_000])("leaves everything as it was, and keeps nothing warm for longer (hold of %i s)", (hold) => {
    const model = begun(hold);
    const [before, held] = [state(model), model.hosts.map(({ holdUntil }) => holdUntil)];
    expect(drillOn(model, wanted)).toBe("passed");
    expect(model.broken).toEqual([]);
    expect(state(model)).toEqual(before);
    model.hosts.forEach(({ holdUntil }, index) => {
      const until = held[index] ?? null;
      if (until === null) expect(holdUntil).toBeNull();
      else expect(Math.abs((holdUntil ?? 0) - until)).toBeLessThan(120);
    });
  });

  test.each([
    { how: "is cut", trouble: "crashAfter", hold: 0 },
    { how: "fails", trouble: "failAt", hold: 9_000 },
  ])("that $how anywhere leaves the record of what is active (hold of $hold s)", ({ trouble, hold }) => {
    for (let at = 0, ended: Ended = "crashed"; ended !== "passed"; at += 1) {
      const model = begun(hold);
      model.now += leaseSeconds + 1;
      ended = drillOn(model, wanted, { [trouble]: at });
      expect(model.broken).toEqual([]);
      expect(model.hosts.map((host) => [host.active?.release, host.bad])).toEqual(model.hosts.map(() => [active, []]));
      expect(settle(model, tried, active)).toBe("passed");
    }
  });
});
