import { describe, expect, test } from "@jest/globals";
import { isRefusal, type Plan, type Refusal, type Wanted } from "../../src/domain/fleet/plan.ts";
import { planDeploy } from "../../src/strategies/deploy.ts";
import { planRecovery } from "../../src/strategies/recover.ts";
import { FleetModel, leaseSeconds, modelWanted, releaseNumber } from "./fleet-model.ts";
import { deployOn } from "./fleets.ts";

const [first, second] = [releaseNumber(1), releaseNumber(2)];
const owner = "run-2-1";

/** The second release is being deployed after the first one; the run stops after so many smallest changes. */
function interrupted(changes: number, wish: Partial<Wanted> = {}): FleetModel {
  const model =
    wish.strategy === "restart" ? new FleetModel(1, ["main"], false) : new FleetModel(1, ["blue", "green"], true);
  const before = { ...modelWanted, release: first, ...wish };
  model.run(before, (fleet) => planDeploy(fleet, before));
  model.now += leaseSeconds + 1;
  const wanted = { ...before, owner, release: second };
  expect(model.run(wanted, (fleet) => planDeploy(fleet, wanted), { crashAfter: changes })).toBe("crashed");
  return model;
}

function recover(model: FleetModel, wish: Partial<Wanted> = {}, markBad = true): readonly string[] {
  const made: Plan | Refusal = planRecovery(model.facts(), {
    ...modelWanted,
    owner,
    release: second,
    ...wish,
    markBad,
  });
  if (isRefusal(made)) throw new Error(made.says);
  return made.steps.map((step) => step.says);
}

// Lock 1, upload 1, unpack 2, migrate 2, start 4, shift 2.
const uploaded = 2;
const started = 10;
const shifted = 12;

describe("the rollback after a failed step", () => {
  test("only gives the lock back when nothing runs yet", () => {
    expect(recover(interrupted(uploaded))).toEqual(["Release the lock on web1"]);
  });

  test("only ends and marks the new release before the shift", () => {
    expect(recover(interrupted(started))).toEqual([
      "Record 1.1.0-00000001 in slot blue on web1 as the verified release",
      "Mark 1.2.0-00000002 as bad on web1, so that it is not deployed again",
      "Stop 1.2.0-00000002 in slot green on web1 immediately",
      "Release the lock on web1",
    ]);
  });

  test("ends what is still the start script of the new release", () => {
    expect(recover(interrupted(started - 1))).toContain("Stop the process in slot green on web1 immediately");
  });

  test("stops what was verified before only when the active release runs again", () => {
    const model = new FleetModel(1, ["blue", "green"], true);
    deployOn(model, { release: first });
    deployOn(model, { release: second, holdSeconds: 900 });
    const [host] = model.hosts;
    if (host?.slots["green"] === undefined) throw new Error("The model has a slot green.");
    host.slots["green"].process = null;
    host.lease = { owner, expires: model.now + leaseSeconds, since: model.now };
    const steps = recover(model, { release: first });
    const back = steps.indexOf("Wait up to 60 s until 1.2.0-00000002 is healthy in slot green on web1");
    expect(back).toBeGreaterThanOrEqual(0);
    expect(steps.findIndex((one) => one.startsWith("Stop 1.1.0-00000001 in slot blue"))).toBeGreaterThan(back);
  });

  test("sends traffic back first after the shift, verifies, and only then stops the new release", () => {
    expect(recover(interrupted(shifted))).toEqual([
      "Wait up to 60 s until 1.1.0-00000001 is healthy in slot blue on web1",
      "Send all new requests to blue and none to green",
      "Run the smoke tests against 1.1.0-00000001 through its public URL",
      "Record 1.1.0-00000001 in slot blue on web1 as the verified release",
      "End the guard of an earlier shift on web1, since this run decides where traffic goes",
      "Mark 1.2.0-00000002 as bad on web1, so that it is not deployed again",
      "Wait up to 30 s for the in-flight requests of green",
      "Stop 1.2.0-00000002 in slot green on web1 gracefully",
      "Release the lock on web1",
    ]);
  });

  test("starts the old release again when it is gone, before it moves traffic", () => {
    const model = interrupted(shifted);
    for (const host of model.hosts) if (host.slots["blue"] !== undefined) host.slots["blue"].process = null;
    expect(recover(model, {}, false).slice(0, 3)).toEqual([
      "Start 1.1.0-00000001 in slot blue on web1, port 4000, since it does not run there any more",
      "Wait up to 60 s until 1.1.0-00000001 is healthy in slot blue on web1",
      "Send all new requests to blue and none to green",
    ]);
  });

  test("never marks bad what was verified here once, so that a rollback can go to it again", () => {
    const model = interrupted(started);
    for (const host of model.hosts) if (host.active !== null) host.active = { ...host.active, before: second };
    expect(recover(model).filter((one) => one.startsWith("Mark"))).toEqual([]);
  });

  test("does not mark a release bad for a step that could not be judged", () => {
    expect(recover(interrupted(started), {}, false).filter((one) => one.startsWith("Mark"))).toEqual([]);
  });

  test("stops the new release when none was ever verified, and says so", () => {
    const model = new FleetModel(1, ["blue", "green"], true);
    const wanted = { ...modelWanted, owner, release: second };
    model.run(wanted, (fleet) => planDeploy(fleet, wanted), { crashAfter: started });
    expect(planRecovery(model.facts(), { ...wanted, markBad: true }).says).toBe(
      "Stop 1.2.0-00000002: there is no verified release to roll back to.",
    );
    expect(recover(model)).toEqual([
      "Stop 1.2.0-00000002 in slot blue on web1 immediately",
      "Mark 1.2.0-00000002 as bad on web1, so that it is not deployed again",
      "Release the lock on web1",
    ]);
  });

  test("leaves a release alone that was recorded as verified before a later step failed", () => {
    const model = interrupted(shifted + 4);
    expect(model.hosts[0]?.active?.release).toBe(second);
    expect(recover(model).filter((one) => /^(Stop|Send|Mark)/.test(one))).toEqual([]);
  });

  test("puts the verified release back into the only slot, at once", () => {
    // Lock 1, upload 1, unpack 2, migrate 2, stop 3, start 4.
    const model = interrupted(13, { strategy: "restart" });
    expect(recover(model, { strategy: "restart" })).toEqual([
      "Stop 1.2.0-00000002 in slot main on web1 immediately",
      "Start 1.1.0-00000001 in slot main on web1, port 4000",
      "Wait up to 60 s until 1.1.0-00000001 is healthy in slot main on web1",
      "Run the smoke tests against 1.1.0-00000001 through its public URL",
      "Record 1.1.0-00000001 in slot main on web1 as the verified release",
      "Mark 1.2.0-00000002 as bad on web1, so that it is not deployed again",
      "Release the lock on web1",
    ]);
  });

  test("is refused when the verified release is kept nowhere, rather than cutting all traffic", () => {
    const model = interrupted(shifted);
    for (const host of model.hosts) host.releases = [second];
    expect(planRecovery(model.facts(), { ...modelWanted, owner, release: second, markBad: true })).toMatchObject({
      refused: "release_not_kept",
      says: "No host keeps 1.1.0-00000001, the last verified release.",
    });
  });

  test("is refused when another run took the lock over", () => {
    const model = interrupted(shifted);
    for (const host of model.hosts) host.lease = { owner: "run-8-1", expires: model.now + 170, since: model.now };
    expect(planRecovery(model.facts(), { ...modelWanted, owner, release: second, markBad: true })).toMatchObject({
      refused: "lock_held",
      says: "web1 is locked by run-8-1 for another 170 s.",
    });
  });
});
