import { describe, expect, test } from "@jest/globals";
import { type Deployment, deploymentOf, type Stages } from "../../src/domain/deployment.ts";
import type { Evidence } from "../../src/domain/evidence.ts";
import { type BoxId, exitGate, type GateFacts } from "../../src/domain/exit-gate.ts";
import { approval, evidence, one, promote, smoke, stages, staging, takenBack, validate } from "../render/story.ts";

const proof = { closed: true, restsOn: "Seen.", toClose: "" };

function deployment(
  known: Partial<Stages> = {},
  more: { readonly promoteLost?: boolean; readonly gaps?: boolean } = {},
): Deployment {
  return deploymentOf({ ...stages, environment: "production", promoteLost: false, gaps: false, ...known, ...more });
}

/** The box of that id, for a deployment that went well but for what is given. */
function box(id: BoxId, known: Partial<Stages> & Partial<GateFacts> = {}) {
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
  test("has Phase 6's six boxes, all closed by a deployment that went well", () => {
    const boxes = exitGate({ ...stages, deployment: deployment(), unpinned: [], notified: proof, documented: proof });
    expect(boxes.map((one) => [one.title, one.closed, one.toClose])).toEqual([
      ["All pre-deployment validation passed", true, ""],
      ["Staging validated and smoke tests passed", true, ""],
      ["Production deployed and validated", true, ""],
      ["Post-deployment monitoring confirms healthy state", true, ""],
      ["Stakeholders notified", true, ""],
      ["Documentation updated", true, ""],
    ]);
    expect(boxes.every((one) => one.restsOn !== "")).toBe(true);
  });

  test("is never closed by an absence: without evidence every box is open and says what would close it", () => {
    const none = { validate: null, staging: null, smoke: null, promote: null, rollback: null };
    const open = { closed: false, restsOn: "Nobody.", toClose: "Somebody." };
    const boxes = exitGate({ ...none, deployment: deployment(none), unpinned: [], notified: open, documented: open });
    expect(boxes.map((one) => one.closed)).toEqual([false, false, false, false, false, false]);
    expect(boxes.every((one) => one.restsOn !== "" && one.toClose !== "")).toBe(true);
  });

  test.each([
    ["validation", "validate", validate],
    ["staging", "staging", staging],
    ["staging", "smoke", smoke],
    ["production", "promote", promote],
  ] as const)(
    "leaves box %s open when %s failed, was cancelled, was killed, was a dry run or did not run",
    (id, stage, of) => {
      expect(box(id, { [stage]: failed(of) })).toMatchObject({ closed: false, toClose: "Fix it." });
      for (const status of ["cancelled", "running", "planned"] as const)
        expect(box(id, { [stage]: { ...of, status } })?.closed).toBe(false);
      expect(box(id, { [stage]: null })?.closed).toBe(false);
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
  ] as const)("wants to see the thing itself: box %s stays open when %s passed without it", (id, stage, of) => {
    expect(box(id, { [stage]: of })).toMatchObject({ closed: false });
  });

  test("names what was switched off and what SHOULD have passed", () => {
    expect(box("validation")?.restsOn).toBe("7 checks passed, 2 switched off (sobelow, hex-audit).");
    const results = validate.results.map((it) => (it.id === "dialyzer" ? { ...it, verdict: "fail" as const } : it));
    expect(box("validation", { validate: { ...validate, results } })).toMatchObject({
      closed: true,
      restsOn: "6 checks passed, 2 switched off (sobelow, hex-audit), 1 optional not passed (dialyzer).",
    });
  });

  test("says what stays open where readiness is off, on staging and in production", () => {
    const off = smoke.results.map((it) => (it.id === "readiness" ? { ...it, verdict: "off" as const } : it));
    const left = "Readiness is off: whether the services behind the application work was not asked.";
    expect(box("staging", { smoke: { ...smoke, results: off } })).toMatchObject({ closed: true });
    expect(box("staging", { smoke: { ...smoke, results: off } })?.restsOn).toContain(left);
    const results = promote.results.map((it) =>
      it.id === "health" ? { ...it, facts: { not_asked: ["readiness", "version"] } } : it,
    );
    expect(box("production", { promote: { ...promote, results } })?.restsOn).toContain(left);
    expect([box("staging")?.restsOn, box("production")?.restsOn].join()).not.toContain("Readiness");
  });

  test("says beside a box that its evidence is not pinned", () => {
    expect(box("staging", { unpinned: ["smoke-test"] })).toMatchObject({ closed: true });
    expect(box("staging", { unpinned: ["smoke-test"] })?.restsOn).toMatch(
      /\(Not pinned by a job output: smoke-test\.\)$/,
    );
    expect(box("validation", { unpinned: ["smoke-test"] })?.restsOn).not.toContain("pinned");
  });

  test.each(["fail", "error", "inconclusive", "off", "not-run"] as const)(
    "takes no watch that ended in %s for monitoring",
    (verdict) => {
      const results = promote.results.map((it) => (it.id === "watch" ? { ...it, verdict } : it));
      expect(box("monitoring", { promote: { ...promote, results } })?.closed).toBe(false);
    },
  );

  test.each([
    ["taken-back", "It does not serve any more."],
    ["rollback-failed", "Whether it still serves is not known."],
  ] as const)(
    "does not rest on a watch of a release that was %s, and claims no more than is known",
    (decision, says) => {
      const ended = { ...promote, status: "failed" as const, decision };
      expect(box("monitoring", { promote: ended })?.restsOn).toContain(says);
    },
  );

  test("opens production and monitoring again after a rollback", () => {
    const rollback = evidence("rollback", { says: "production is back on 1.0.0." });
    expect(box("production", { rollback })).toMatchObject({
      closed: false,
      restsOn: "ROLLED BACK: production is back on 1.0.0.",
    });
    expect(box("monitoring", { rollback })).toMatchObject({ closed: false });
    expect(box("staging", { rollback })).toMatchObject({ closed: true });
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

  test("was NOT DEPLOYED when a gate was closed, the release never got healthy, or it was a dry run", () => {
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
