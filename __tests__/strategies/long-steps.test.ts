import { describe, expect, test } from "@jest/globals";
import type { Step, Wanted } from "../../src/domain/fleet/plan.ts";
import { planDeploy } from "../../src/strategies/deploy.ts";
import { planRollback } from "../../src/strategies/rollback.ts";
import { FleetModel, leaseSeconds, modelWanted, releaseNumber } from "./fleet-model.ts";

const [first, second] = [releaseNumber(1), releaseNumber(2)];
const wanted: Wanted = { ...modelWanted, owner: "run-2-1-deploy", release: second };

/** Two hosts on which the first release is active. */
function settled(): FleetModel {
  const model = new FleetModel(2, ["blue", "green"], true);
  const before = { ...modelWanted, release: first };
  expect(model.run(before, (fleet) => planDeploy(fleet, before))).toBe("passed");
  return model;
}

const deploy = (model: FleetModel, more: Partial<Wanted> = {}) =>
  model.run({ ...wanted, ...more }, (fleet) => planDeploy(fleet, { ...wanted, ...more }));

/** What of a fleet a run may change, without its clock and locks. */
const touched = ({ hosts, router, log }: FleetModel) =>
  JSON.stringify([hosts.map(({ lease: _lease, ...rest }) => rest), router, log.length]);

const long = [
  "upload",
  "unpack",
  "migrate",
  "start",
  "await-healthy",
  "smoke",
  "shift",
  "observe",
  "drain",
  "stop",
] as const;

describe("a step that is longer than the lease", () => {
  test.each(long)("%s of 200 s is waited for, and the release is verified", (type) => {
    const model = settled();
    model.lengths = { ...model.lengths, [type]: leaseSeconds + 20 };
    expect(deploy(model)).toBe("passed");
    expect(model.broken).toEqual([]);
    expect(model.hosts.map(({ active, lease, bad }) => [active?.release, lease, bad])).toEqual([
      [second, null, []],
      [second, null, []],
    ]);
  });

  test.each(long)(
    "%s of 200 s loses nothing either while the host cannot be reached to renew the lease, as long as nobody comes",
    (type) => {
      const model = settled();
      model.lengths = { ...model.lengths, [type]: leaseSeconds + 20 };
      model.beating = false;
      expect(deploy(model, { own: { confirm: 0 } })).toBe("passed");
      expect(model.broken).toEqual([]);
    },
  );

  test.each(["smoke", "observe"] as const)(
    "%s after the shift, without a sign of life for longer than the guards wait, ends with traffic back",
    (type) => {
      const model = settled();
      model.during = {
        type: "shift",
        happens: () => {
          model.beating = false;
          model.lengths = { ...model.lengths, [type]: 61 };
        },
      };
      expect(deploy(model)).toBe("lost");
      expect(model.router).toEqual({ "web1-blue": 100, "web1-green": 0, "web2-blue": 100, "web2-green": 0 });
      model.beating = true;
      model.now += leaseSeconds + 1;
      expect(deploy(model, { owner: "run-3-1-deploy" })).toBe("passed");
      expect(model.broken).toEqual([]);
      expect(model.hosts.map(({ active }) => active?.release)).toEqual([second, second]);
    },
  );

  test.each(long)("%s during which another run asks for the lock keeps it", (type) => {
    const model = settled();
    model.lengths = { ...model.lengths, [type]: leaseSeconds + 20 };
    const asked: unknown[] = [];
    const other = { ...modelWanted, owner: "run-3-1-deploy", release: first };
    model.during = { type, happens: () => asked.push(planDeploy(model.facts(), other)) };
    expect(deploy(model)).toBe("passed");
    expect(asked).toMatchObject([{ refused: "lock_held" }]);
  });
});

describe("a run that lost its lock in the middle of a step", () => {
  const steps: readonly Step["type"][] = long;

  test.each(steps)("%s touches nothing after that", (type) => {
    const model = settled();
    let then = "";
    model.during = {
      type,
      happens: () => {
        for (const host of model.hosts)
          host.lease = { owner: "run-3-1-rollback", expires: model.now + leaseSeconds, since: model.now };
        then = touched(model);
      },
    };
    expect(deploy(model)).toBe("lost");
    expect(JSON.parse(touched(model)).slice(0, 2)).toEqual(JSON.parse(then).slice(0, 2));
    expect(model.hosts.map(({ lease, bad }) => [lease?.owner, bad])).toEqual([
      ["run-3-1-rollback", []],
      ["run-3-1-rollback", []],
    ]);
  });

  test.each(steps)("%s is followed by the rollback that took it, which ends on the verified release", (type) => {
    const model = settled();
    model.during = {
      type,
      happens: () => {
        for (const host of model.hosts)
          host.lease = { owner: "run-3-1-rollback", expires: model.now + leaseSeconds, since: model.now };
      },
    };
    expect(deploy(model)).toBe("lost");
    const back = { ...modelWanted, owner: "run-3-1-rollback", release: "", watchMs: 0, markBad: true, takeLock: true };
    expect(["passed", "refused"]).toContain(model.run(back, (fleet) => planRollback(fleet, back)));
    expect(model.broken).toEqual([]);
    expect(model.serves()).toBe(true);
    expect(new Set(model.hosts.map(({ active }) => active?.release)).size).toBe(1);
  });
});

describe("a rollback that takes the lock", () => {
  test("plans under another run's live lock, names that run, and takes it", () => {
    const model = settled();
    expect(deploy(model)).toBe("passed");
    for (const host of model.hosts)
      host.lease = { owner: "run-7-1-deploy", expires: model.now + 100, since: model.now };
    const wait = { ...modelWanted, owner: "run-8-1-rollback", release: "", watchMs: 0, markBad: true };
    expect(planRollback(model.facts(), wait)).toMatchObject({ refused: "lock_held" });
    const take = { ...wait, takeLock: true };
    // Also while that run's step works: the lock first, so that no other step of it begins.
    const facts = model.facts();
    const working = { ...facts, hosts: facts.hosts.map((host) => ({ ...host, stepRunning: true })) };
    expect(planRollback(working, take)).toHaveProperty("steps");
    const ours = {
      ...working,
      hosts: working.hosts.map((host) => ({ ...host, lease: { owner: take.owner, expires: model.now, since: 0 } })),
    };
    expect(planRollback(ours, take)).toMatchObject({ refused: "step_running" });
    const made = planRollback(model.facts(), take);
    expect("steps" in made && made.steps[0]).toMatchObject({
      take: true,
      says: "Take the lock on web1, which run-7-1-deploy holds",
    });
    expect(model.run(take, (fleet) => planRollback(fleet, take))).toBe("passed");
    expect(model.hosts.map(({ active }) => active?.release)).toEqual([first, first]);
  });
});
