import { describe, expect, test } from "@jest/globals";
import { joinChain } from "../../src/gates/evidence.ts";
import { evidenceAge } from "../../src/gates/evidence-age.ts";
import { soak } from "../../src/gates/soak.ts";
import { evidence, sha, smoke, staging, validate } from "../render/story.ts";
import { noFacts } from "../support/gates.ts";

const hour = 3_600_000;
/** Of the three stages of the story the first ended at 09:00:50. */
const ended = Date.parse("2026-11-24T09:00:50Z");
const needed = [
  { stage: "validate", environment: null },
  { stage: "deploy-staging", environment: "staging" },
  { stage: "smoke-test", environment: "staging" },
] as const;

function aged(nowMs: number, all = [validate, staging, smoke], maxAgeMs = 24 * hour) {
  const files = all.map((one) => ({ name: `${one.stage}.json`, text: JSON.stringify(one), sha256: "0" }));
  const chain = joinChain({ files, jobs: "", sha, runId: "7" });
  const facts = { chain, jobs: "", runs: "this", unpinned: "allow", runId: "7", nowMs, maxAgeMs, needed } as const;
  return evidenceAge.judge({ ...noFacts, evidence: facts });
}

describe("the age of evidence", () => {
  test("passes below `evidence-max-age`, and names the eldest", () => {
    expect(aged(ended + 24 * hour - 1_000)).toMatchObject({
      verdict: "pass",
      says: "validate ended 23 h 59 min ago, the limit is 1 d.",
    });
  });

  test("is refused from the limit on, with every stage that is too old", () => {
    expect(aged(ended + 24 * hour)).toMatchObject({
      verdict: "fail",
      reason_code: "evidence_expired",
      says: "The evidence of validate is older than 1 d (`evidence-max-age`): validate ended 1 d ago.",
    });
    expect(aged(ended + 30 * hour)?.says).toContain("The evidence of validate, deploy-staging, smoke-test is older");
  });

  test("is not known of evidence without an end, or from the future", () => {
    expect(aged(ended + hour, [{ ...validate, finished_at: null }, staging, smoke])).toMatchObject({
      verdict: "error",
      reason_code: "evidence_unreadable",
    });
    expect(aged(ended - hour)).toMatchObject({ verdict: "error", reason_code: "clock_wrong" });
    expect(aged(ended - 4 * 60_000, [validate])).toMatchObject({ verdict: "not-run" });
  });

  test("is not judged where evidence is missing: that is the fault of another row", () => {
    expect(aged(ended + hour, [validate])).toMatchObject({ verdict: "not-run", reason_code: "not_judged" });
  });
});

describe("`verified-for`", () => {
  const deployed = evidence("deploy-staging", { finished_at: new Date(ended).toISOString() });
  const soaked = (more: object) =>
    soak.judge({
      ...noFacts,
      soak: { from: "staging", requiredMs: 12 * hour, nowMs: ended + 12 * hour, deployed, unasked: null, ...more },
    });

  test("passes from the first moment that is long enough", () => {
    expect(soaked({})).toMatchObject({ verdict: "pass", facts: { ran_seconds: 43_200, required_seconds: 43_200 } });
  });

  test("is refused before, saying how much is left", () => {
    expect(soaked({ nowMs: ended + 9.5 * hour })).toMatchObject({
      verdict: "fail",
      reason_code: "soak_too_short",
      says: expect.stringMatching(/for 9 h 30 min, and .* requires 12 h: 2 h 30 min are left\.$/),
    });
    expect(soaked({ nowMs: ended - hour })).toMatchObject({ verdict: "fail" });
  });

  test("is refused to an action that skips staging", () => {
    expect(soaked({ from: null, deployed: null })).toMatchObject({
      ...{ verdict: "fail", reason_code: "soak_too_short", remedy: expect.stringContaining("`promote`") },
    });
  });

  test("is no pass where staging cannot be asked what it runs, or nothing was deployed there", () => {
    expect(soaked({ unasked: "no route" })).toMatchObject({ verdict: "error", reason_code: "release_unproven" });
    expect(soaked({ deployed: null })).toMatchObject({ verdict: "not-run" });
  });
});
