// A host that fails or goes away during a deployment: all hosts go back, or the conclusion names those that did not.
import { describe, expect, test } from "@jest/globals";
import type { Judgement } from "../../src/domain/evidence/result.ts";
import type { Away } from "../../src/domain/fleet/fleet.ts";
import type { Step } from "../../src/domain/fleet/plan.ts";
import { releaseVersionOf } from "../../src/domain/release/release.ts";
import { changeTarget } from "../../src/stages/change.ts";
import { planDeploy } from "../../src/strategies/deploy.ts";
import { leaveOut } from "../../src/strategies/facts.ts";
import type { Target } from "../../src/targets/target.ts";
import { FleetModel, modelWanted } from "../strategies/fleet-model.ts";
import { Bent, first, second } from "../support/bent.ts";

const owner = "run-7-1-deploy-5001";
const wanted = { ...modelWanted, owner, release: second, smoke: false, watchMs: 0 };

interface Scene {
  /** What a step comes to in place of being performed; null where it is performed. */
  readonly step: (step: Step, scene: { readonly failed: boolean }) => Judgement | null;
  /** Hosts that cannot be observed once a step has failed. */
  readonly gone?: readonly string[];
}

async function deployed({ step: end, gone = [] }: Scene) {
  const bent = new Bent();
  const model = new FleetModel(3, ["blue", "green"], true);
  const before = { ...modelWanted, release: first };
  expect(model.run(before, (fleet) => planDeploy(fleet, before))).toBe("passed");
  for (const [slot, release] of [
    ["blue", first],
    ["green", second],
  ] as const) {
    bent.answers.push({ matches: new RegExp(`slot-${slot}/health`), status: 200 });
    bent.answers.push({ matches: new RegExp(`slot-${slot}/ready`), status: 200, body: '{"services":{"db":"ok"}}' });
    const body = JSON.stringify({ version: releaseVersionOf(release) });
    bent.answers.push({ matches: new RegExp(`slot-${slot}/version|example.com/version`), status: 200, body });
  }
  let failed = false;
  const away = gone.map((host): Away => ({ host, reason_code: "target_unreachable", says: "No route.", remedy: "" }));
  const target: Target = {
    ...bent.target,
    observe: async () => ({ fleet: failed ? leaveOut(model.facts(), away) : model.facts() }),
    async perform(step) {
      const ended = end(step, { failed });
      if (ended !== null) {
        failed = true;
        return ended;
      }
      if (model.perform(step, owner)) return { verdict: "pass", reason_code: "passed", says: "Done." };
      return { verdict: "fail", reason_code: "start_failed", says: `${step.type} failed.` };
    },
    answering: async (host, slot) => {
      const release = model.hosts.find(({ name }) => name === host)?.slots[slot]?.process?.release ?? null;
      return { process: release === null ? null : { pid: 7, release }, listener: "own", stranger: "" };
    },
    keepLock: () => ({ lost: () => null, stop: () => undefined }),
  };
  const { environment, ...run } = await bent.open("promote");
  const conclusion = await changeTarget(run, {
    kind: "deploy",
    environment,
    target,
    wanted: () => wanted,
    dryRun: false,
    plan: (fleet) => target.plan(fleet, wanted),
    measureFirst: false,
    done: { decision: "complete", reason_code: "promoted", says: "It runs." },
  });
  return { conclusion, model, warnings: run.recorder.evidence.warnings };
}

const failure: Judgement = { verdict: "fail", reason_code: "start_failed", says: "web2: It did not start." };
const isOn = (step: Step, host: string) => "host" in step && step.host === host;

describe("a host that fails during a deployment", () => {
  test("is followed by a rollback of all hosts", async () => {
    const { conclusion, model } = await deployed({
      step: (step, { failed }) => (!failed && step.type === "start" && isOn(step, "web2") ? failure : null),
    });
    expect(conclusion).toMatchObject({ status: "failed", reason_code: "start_failed" });
    expect(model.hosts.map(({ active, slots }) => [active?.release, slots["green"]?.process])).toEqual([
      [first, null],
      [first, null],
      [first, null],
    ]);
  });

  test("and cannot be rolled back either is named, and the others go back", async () => {
    const broken: Judgement = { verdict: "fail", reason_code: "stop_failed", says: "web2: It does not stop." };
    const { conclusion, model, warnings } = await deployed({
      step: (step, { failed }) => {
        if (!failed && step.type === "shift") return failure;
        return failed && step.type === "stop" && isOn(step, "web2") ? broken : null;
      },
    });
    expect(conclusion).toMatchObject({ status: "failed", reason_code: "partial_fleet", decision: "rollback-failed" });
    expect(conclusion.says).toContain("web1, web3 went back to the last verified release, and web2 (web2: It does");
    expect(conclusion.remedy).toContain("run the job again");
    expect(warnings.join()).toContain("web2 could not be rolled back and is left out");
    for (const name of ["web1", "web3"])
      expect(model.hosts.find((host) => host.name === name)).toMatchObject({ active: { release: first } });
    expect(model.hosts.every(({ lease }) => lease === null)).toBe(true);
  });

  test("and is away then is named, once something was changed", async () => {
    const { conclusion } = await deployed({
      step: (step, { failed }) => (!failed && step.type === "start" && isOn(step, "web2") ? failure : null),
      gone: ["web2"],
    });
    expect(conclusion).toMatchObject({ reason_code: "partial_fleet" });
    expect(conclusion.says).toContain("web2 (No route) did not");
  });

  test("and is away then, before anything was changed, changes nothing of the verdict", async () => {
    const { conclusion } = await deployed({
      step: (step, { failed }) => (!failed && step.type === "upload" && isOn(step, "web2") ? failure : null),
      gone: ["web2"],
    });
    expect(conclusion).toMatchObject({ reason_code: "start_failed", decision: "stop" });
    expect(conclusion.says).toContain(`${first} serves as before`);
  });
});
