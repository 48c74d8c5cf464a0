// A plan that is performed was made from facts that were seen under its locks.
import { expect, test } from "@jest/globals";
import { planUnderLock } from "../../src/stages/lock.ts";
import { modelWanted } from "../strategies/fleet-model.ts";
import { Bent, first, second } from "../support/bent.ts";

test("a lock that was lost and is free again is taken, and then it is planned again from what is there", async () => {
  const bent = new Bent().deployed(first);
  const { environment: _, ...run } = await bent.open("promote");
  const wanted = { ...modelWanted, owner: "run-7-1-deploy-5001", release: second };
  // Another run had the lock in between: it deployed the same release, which the host keeps now.
  bent.before = ({ type }) => {
    if (type === "acquire-lock" && !bent.host.releases.includes(second)) bent.host.releases.push(second);
  };
  const plan = (fleet: Parameters<typeof bent.target.plan>[0]) => bent.target.plan(fleet, wanted);
  const until = run.world.clock.ticks() + 60_000;
  const made = await planUnderLock(run, { target: bent.target, plan, until, meaning: "" });
  if ("status" in made) throw new Error(made.says);
  expect(bent.sent).toEqual(["acquire-lock"]);
  const types = made.plan.steps.map(({ type }) => type);
  expect(types).not.toContain("acquire-lock");
  expect(types).not.toContain("upload");
});
