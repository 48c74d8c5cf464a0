import { describe, expect, test } from "@jest/globals";
import { type Deployment, deploymentOf, type Stages } from "../../../src/domain/evidence/deployment.ts";
import type { Evidence } from "../../../src/domain/evidence/evidence.ts";
import { type ExitCriterionId, exitGate, type GateFacts } from "../../../src/domain/report/exit-gate.ts";
import { approval, evidence, one, promote, smoke, stages, staging, takenBack, validate } from "../../render/story.ts";

const proof = { met: true, restsOn: "Seen.", remedy: "" };

function deployment(
  known: Partial<Stages> = {},
  more: { readonly promoteLost?: boolean; readonly gaps?: boolean } = {},
): Deployment {
  return deploymentOf({ ...stages, environment: "production", promoteLost: false, gaps: false, ...known, ...more });
}

/** The criterion of that id, for a deployment that went well but for what is given. */
function criterion(id: ExitCriterionId, known: Partial<Stages> & Partial<GateFacts> = {}) {
  const facts = { ...stages, unpinned: [], notified: proof, documented: proof, ...known };
  return exitGate({ deployment: deployment(known), ...facts }).find((one) => one.id === id);
}

const failed = (of: Evidence): Evidence => ({
  ...of,
  status: "failed",
  decision: "stop",
  says: "It broke.",
  remedy: "Fix it.",
});
const without = (of: Evidence, id: string): Evidence => ({ ...of, results: of.results.filter((one) => one.id !== id) });

describe("the exit gate", () => {
  test("has Phase 6's six criteria, all met by a deployment that went well", () => {
    const criteria = exitGate({
      ...stages,
      deployment: deployment(),
      unpinned: [],
      notified: proof,
      documented: proof,
    });
    expect(criteria.map((one) => [one.title, one.met, one.remedy])).toEqual([
      ["All pre-deployment validation passed", true, ""],
      ["Staging validated and smoke tests passed", true, ""],
      ["Production deployed and validated", true, ""],
      ["Post-deployment monitoring confirms healthy state", true, ""],
      ["Stakeholders notified", true, ""],
      ["Documentation updated", true, ""],
    ]);
    expect(criteria.every((one) => one.restsOn !== "")).toBe(true);
  });

  test("asks for no stage of a deployment where a run only rolled back, and is not met by it", () => {
    const rolled: Partial<Evidence> = {
      stage: "rollback",
      decision: "complete",
      says: "1.2.2 serves production again.",
    };
    const only = { validate: null, staging: null, smoke: null, promote: null, rollback: { ...promote, ...rolled } };
    const facts = { ...only, deployment: deployment(only), unpinned: [], notified: proof, documented: proof };
    const unmet = exitGate(facts).filter(({ met }) => !met);
    expect(unmet.map(({ id }) => id)).toEqual(["validation", "staging", "production", "monitoring"]);
    expect(unmet.map(({ restsOn, remedy }) => `${restsOn} ${remedy}`).join(" ")).not.toContain("Run ");
    expect(unmet[0]?.restsOn).toBe("This run rolled back and deployed nothing, so there is no evidence of validate.");
    expect(unmet[2]?.restsOn).toContain("ROLLED BACK: 1.2.2 serves production again.");
  });

  test("says of a run that only rolled back, and was refused, what refused it", () => {
    const refused: Partial<Evidence> = { stage: "rollback", status: "failed", decision: "stop", results: [] };
    const rollback = { ...promote, ...refused, says: "`confirm` is `staging`.", remedy: "Correct `confirm`." };
    const only = { validate: null, staging: null, smoke: null, promote: null, rollback };
    expect(deployment(only)).toEqual({
      status: "NOT DEPLOYED",
      says: "This run deployed nothing. rollback failed: `confirm` is `staging`.",
      remedy: "Correct `confirm`.",
    });
  });

  test("is never met by an absence: without evidence no criterion is met, and each says what to do", () => {
    const none = { validate: null, staging: null, smoke: null, promote: null, rollback: null };
    const unmet = { met: false, restsOn: "Nobody.", remedy: "Somebody." };
    const criteria = exitGate({
      ...none,
      deployment: deployment(none),
      unpinned: [],
      notified: unmet,
      documented: unmet,
    });
    expect(criteria.map((one) => one.met)).toEqual([false, false, false, false, false, false]);
    expect(criteria.every((one) => one.restsOn !== "" && one.remedy !== "")).toBe(true);
  });

  test.each([
    ["validation", "validate", validate],
    ["staging", "staging", staging],
    ["staging", "smoke", smoke],
    ["production", "promote", promote],
  ] as const)(
    "leaves criterion %s unmet when %s failed, was cancelled, was killed, was a dry run or did not run",
    (id, stage, of) => {
      expect(criterion(id, { [stage]: failed(of) })).toMatchObject({ met: false, remedy: "Fix it." });
      for (const status of ["cancelled", "running", "planned"] as const)
        expect(criterion(id, { [stage]: { ...of, status } })?.met).toBe(false);
      expect(criterion(id, { [stage]: null })?.met).toBe(false);
    },
  );

  test.each([
    ["validation", "validate", evidence("validate")],
    [
      "validation",
      "validate",
      { ...validate, results: validate.results.map((it) => ({ ...it, verdict: "off" as const })) },
    ],
    ["staging", "staging", without(staging, "health")],
    ["staging", "smoke", without(smoke, "smoke")],
    ["production", "promote", without(promote, "health")],
    ["monitoring", "promote", without(promote, "watch")],
  ] as const)("wants to see the thing itself: criterion %s is not met when %s passed without it", (id, stage, of) => {
    expect(criterion(id, { [stage]: of })).toMatchObject({ met: false });
  });

  test("names what was switched off and what SHOULD have passed", () => {
    expect(criterion("validation")?.restsOn).toBe("7 checks passed, 2 switched off (sobelow, hex-audit).");
    const results = validate.results.map((it) => (it.id === "dialyzer" ? { ...it, verdict: "fail" as const } : it));
    expect(criterion("validation", { validate: { ...validate, results } })).toMatchObject({
      met: true,
      restsOn: "6 checks passed, 2 switched off (sobelow, hex-audit), 1 optional did not pass (dialyzer).",
    });
  });

  test("says when readiness is off, on staging and in production", () => {
    const off = smoke.results.map((it) => (it.id === "readiness" ? { ...it, verdict: "off" as const } : it));
    const left = "Readiness is off: the services behind the application were not checked.";
    expect(criterion("staging", { smoke: { ...smoke, results: off } })).toMatchObject({ met: true });
    expect(criterion("staging", { smoke: { ...smoke, results: off } })?.restsOn).toContain(left);
    const results = promote.results.map((it) =>
      it.id === "health" ? { ...it, facts: { not_asked: ["readiness", "version"] } } : it,
    );
    expect(criterion("production", { promote: { ...promote, results } })?.restsOn).toContain(left);
    expect([criterion("staging")?.restsOn, criterion("production")?.restsOn].join()).not.toContain("Readiness");
  });

  test("says beside a criterion that its evidence is not pinned", () => {
    expect(criterion("staging", { unpinned: ["smoke-test"] })).toMatchObject({ met: true });
    expect(criterion("staging", { unpinned: ["smoke-test"] })?.restsOn).toMatch(
      /\(Not pinned by a job output: smoke-test\.\)$/,
    );
    expect(criterion("validation", { unpinned: ["smoke-test"] })?.restsOn).not.toContain("pinned");
  });

  test.each(["fail", "error", "inconclusive", "off", "not-run"] as const)(
    "takes no watch that ended in %s for monitoring",
    (verdict) => {
      const results = promote.results.map((it) => (it.id === "watch" ? { ...it, verdict } : it));
      expect(criterion("monitoring", { promote: { ...promote, results } })?.met).toBe(false);
    },
  );

  test.each([
    ["taken-back", "It no longer serves."],
    ["rollback-failed", "Whether it still serves is unknown."],
  ] as const)(
    "does not rest on a watch of a release that was %s, and claims no more than is known",
    (decision, says) => {
      const ended = { ...promote, status: "failed" as const, decision };
      expect(criterion("monitoring", { promote: ended })?.restsOn).toContain(says);
    },
  );

  test("leaves production and monitoring unmet after a rollback", () => {
    const rollback = evidence("rollback", { says: "production is back on 1.0.0." });
    expect(criterion("production", { rollback })).toMatchObject({
      met: false,
      restsOn: "ROLLED BACK: production is back on 1.0.0.",
    });
    expect(criterion("monitoring", { rollback })).toMatchObject({ met: false });
    expect(criterion("staging", { rollback })).toMatchObject({ met: true });
    const drilled = { reason: null, detail: "", asked_to: "previous", drill: true };
    expect(criterion("production", { rollback: { ...rollback, rollback: drilled } })).toMatchObject({ met: true });
  });
});

describe("a deployment", () => {
  const ended = (known: Partial<Evidence>) =>
    deployment({ promote: { ...promote, status: "failed", decision: "stop", ...known } }).status;
  const shifted = [approval, one("step", "start"), one("step", "shift")];

  test("is a SUCCESS when promote passed", () => {
    expect(deployment()).toMatchObject({ status: "SUCCESS", says: promote.says });
  });

  test("was ROLLED BACK when the watch took it back, or a rollback after it passed", () => {
    expect(deployment({ promote: takenBack }).status).toBe("ROLLED BACK");
    expect(deployment({ rollback: evidence("rollback") }).status).toBe("ROLLED BACK");
    expect(
      deployment({ validate: null, staging: null, smoke: null, promote: null, rollback: evidence("rollback") }).status,
    ).toBe("ROLLED BACK");
  });

  test("stands when the rollback came before it, was a dry run, was refused, or was cut before it began", () => {
    const rollback = evidence("rollback");
    expect(deployment({ rollback: { ...rollback, started_at: "2026-11-24T08:00:00.000Z" } }).status).toBe("SUCCESS");
    expect(deployment({ rollback: { ...rollback, status: "planned" } }).status).toBe("SUCCESS");
    expect(deployment({ rollback: failed(rollback) }).status).toBe("SUCCESS");
    expect(
      deployment({
        rollback: { ...rollback, status: "cancelled", decision: "stop", results: [one("step", "acquire-lock")] },
      }).status,
    ).toBe("SUCCESS");
  });

  test("FAILED when the rollback failed, or a release that took traffic ended badly", () => {
    expect(ended({ decision: "rollback-failed" })).toBe("FAILED");
    expect(deployment({ rollback: { ...failed(evidence("rollback")), decision: "rollback-failed" } }).status).toBe(
      "FAILED",
    );
    expect(ended({ results: shifted })).toBe("FAILED");
  });

  test("was NOT DEPLOYED when a gate blocked it, the release never got healthy, or it was a dry run", () => {
    expect(ended({ results: [approval] })).toBe("NOT DEPLOYED");
    expect(
      ended({
        results: [approval, one("step", "start"), one("signal", "health", { verdict: "fail" }), one("step", "stop")],
      }),
    ).toBe("NOT DEPLOYED");
    expect(ended({ status: "planned" })).toBe("NOT DEPLOYED");
  });

  test.each(["cancelled", "running"] as const)(
    "is UNKNOWN when it was %s after a step that can change what serves",
    (status) => {
      expect(ended({ status, results: shifted })).toBe("UNKNOWN");
      expect(ended({ status, results: [approval, one("step", "upload")] })).toBe("NOT DEPLOYED");
    },
  );

  test("is UNKNOWN when an unexpected error cut it, or a rollback of it", () => {
    expect(ended({ reason_code: "unexpected_error", results: shifted })).toBe("UNKNOWN");
    expect(
      deployment({ rollback: evidence("rollback", { status: "running", decision: "pending", results: shifted }) })
        .status,
    ).toBe("UNKNOWN");
  });

  test("without evidence of promote names the stage that stopped it", () => {
    const none = { staging: null, smoke: null, promote: null };
    expect(deployment({ ...none, validate: failed(validate) })).toEqual({
      status: "NOT DEPLOYED",
      says: "validate failed: It broke.",
      remedy: "Fix it.",
    });
    expect(deployment(none)).toMatchObject({
      status: "NOT DEPLOYED",
      says: "deploy-staging left no evidence, and promote did not run.",
    });
    expect(deployment({ promote: null })).toMatchObject({
      status: "NOT DEPLOYED",
      says: "promote to production did not run.",
    });
  });

  test("is UNKNOWN, not NOT DEPLOYED, when the evidence of promote may have been lost", () => {
    expect(deployment({ promote: null }, { promoteLost: true }).status).toBe("UNKNOWN");
    expect(deployment({ promote: null }, { gaps: true }).status).toBe("UNKNOWN");
    expect(deployment({ validate: failed(validate), promote: null }, { gaps: true }).status).toBe("NOT DEPLOYED");
  });
});
