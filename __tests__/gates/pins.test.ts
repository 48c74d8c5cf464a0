// What counts among the outputs of earlier jobs, and what a job that did not succeed is worth.
import { createHash } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import { type Evidence, evidenceFileName, pinOf } from "../../src/domain/evidence/evidence.ts";
import { manifestOf, type Release } from "../../src/domain/release/release.ts";
import { joinChain } from "../../src/gates/evidence.ts";
import { requireStage } from "../../src/gates/required-stage.ts";
import { evidence, one, promote, release, sha, smoke, staging, validate } from "../render/story.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const file = (of: Evidence) => ({
  name: evidenceFileName(of),
  text: JSON.stringify(of),
  sha256: sha256(JSON.stringify(of)),
});
const pin = (of: Evidence) => JSON.stringify(pinOf(of, file(of).sha256));

type Job = { readonly result?: string; readonly outputs: Readonly<Record<string, unknown>> };
const chainOf = (
  files: readonly Evidence[],
  jobs: Readonly<Record<string, Job>>,
  more: Partial<Parameters<typeof joinChain>[0]> = {},
) => {
  const needs = Object.fromEntries(
    Object.entries(jobs).map(([id, { result = "success", outputs }]) => [id, { result, outputs }]),
  );
  return joinChain({ files: files.map(file), jobs: JSON.stringify(needs), sha, runId: "7", ...more });
};
const build = { outputs: { evidence: pin(validate) } };

test("evidence of a job that passed and gave no output may have lost it to a mask of the runner", () => {
  const remedyOf = (result: string) =>
    requireStage(chainOf([validate], { build: { result, outputs: {} } }), {
      stage: "validate",
      environment: null,
      pinned: true,
    }).remedy;
  expect(remedyOf("success")).toContain("look in its log for `Skip output`");
  expect(remedyOf("skipped")).not.toContain("Skip output");
});

describe("a pin counts from an output that is named for it", () => {
  test.each(["evidence", "EVIDENCE", "deploy-evidence", "smoke_evidence", "evidence-validate", "evidence_1"])(
    "%s",
    (name) => {
      const chain = chainOf([validate], { build: { outputs: { url: "https://x", [name]: pin(validate) } } });
      expect(requireStage(chain, { stage: "validate", environment: null, pinned: true })).toMatchObject({
        verdict: "pass",
      });
      expect(chain.silent).toEqual([]);
    },
  );

  test.each([
    "title",
    "body",
    "validate",
    "deployed",
    "evidences",
    "my-evidence-url",
    "evidencefile",
    "constructor",
    "__proto__",
  ])("not from any other: %s", (name) => {
    const chain = joinChain({
      files: [file(validate)],
      jobs: `{"build": {"result": "success", "outputs": {${JSON.stringify(name)}: ${JSON.stringify(pin(validate))}}}}`,
      sha,
      runId: "7",
    });
    const judgement = requireStage(chain, { stage: "validate", environment: null, pinned: true });
    expect(judgement).toMatchObject({ verdict: "fail", reason_code: "evidence_unpinned" });
    if (name !== "__proto__") expect(judgement.remedy).toContain(`\`build.${name}\` holds evidence under another name`);
  });
});

describe("a job that did not succeed", () => {
  test.each(["failure", "cancelled", "skipped", "something-new"])(
    "and ended with %s is no pass, whatever its output says",
    (result) => {
      const chain = chainOf([validate, staging, smoke], {
        build,
        staging: { outputs: { evidence: pin(staging) } },
        "smoke-test": { result, outputs: { evidence: pin(smoke) } },
      });
      for (const pinned of [true, false])
        expect(requireStage(chain, { stage: "smoke-test", environment: "staging", pinned })).toEqual({
          verdict: "fail",
          reason_code: "stage_failed",
          says:
            "The evidence of smoke-test on staging says passed, but its job `smoke-test` ended with " +
            `\`${result}\`.`,
          remedy: "Look at the log of `smoke-test`, and run it again: only a job that succeeded counts.",
        });
      expect(requireStage(chain, { stage: "deploy-staging", environment: "staging", pinned: true }).verdict).toBe(
        "pass",
      );
    },
  );

  test("although all its evidence says passed is a fault by itself, since nothing says what failed", () => {
    const chain = chainOf([validate, staging], {
      build,
      staging: { result: "failure", outputs: { evidence: pin(staging) } },
    });
    expect(chain.problems).toMatchObject([{ verdict: "fail", reason_code: "stage_failed" }]);
    expect(chain.problems[0]?.says).toBe(
      "The job `staging` ended with `failure`, although its evidence of deploy-staging says passed.",
    );
  });

  test("because its second action failed is explained by that action alone, and its first does not count", () => {
    const failed = { ...smoke, status: "failed" as const, says: "1 of 3 smoke tests failed." };
    const outputs = { "deploy-evidence": pin(staging), "smoke-evidence": pin(failed) };
    const chain = chainOf([validate, staging, failed], { build, staging: { result: "failure", outputs } });
    expect(chain.problems).toEqual([]);
    expect(requireStage(chain, { stage: "smoke-test", environment: "staging", pinned: true }).says).toContain(
      "1 of 3 smoke tests failed.",
    );
    expect(requireStage(chain, { stage: "deploy-staging", environment: "staging", pinned: true })).toMatchObject({
      reason_code: "stage_failed",
    });
  });

  test("counts once another job, which succeeded, pins the same evidence", () => {
    const outputs = { evidence: pin(validate) };
    const chain = chainOf([validate], { first: { result: "failure", outputs }, again: { outputs } });
    expect(requireStage(chain, { stage: "validate", environment: null, pinned: true }).verdict).toBe("pass");
  });
});

describe("evidence that says passed", () => {
  const holding = (told: Parameters<typeof one>[2], kind: "check" | "gate" | "signal" | "step" = "check") =>
    chainOf([evidence("validate", { results: [one(kind, "test", told)] })], {}).problems;

  test.each(["fail", "error", "inconclusive", "not-run"] as const)(
    "is not believed where a required check of it is %s",
    (verdict) => {
      expect(holding({ verdict })).toMatchObject([{ verdict: "fail", reason_code: "evidence_conflict" }]);
      expect(holding({ verdict })[0]?.says).toBe(
        `The evidence of validate says passed, but its check \`test\`, which is required, is ${verdict}.`,
      );
    },
  );

  test("is not believed where a required gate or signal of it failed", () => {
    for (const kind of ["gate", "signal"] as const) expect(holding({ verdict: "fail" }, kind)).toHaveLength(1);
  });

  test("is believed with what is optional, switched off, or looked at again and found good", () => {
    expect(holding({ verdict: "fail", required: false })).toEqual([]);
    expect(holding({ verdict: "off" })).toEqual([]);
    const results = [one("signal", "health", { verdict: "fail" }), one("signal", "health")];
    expect(chainOf([{ ...staging, results }], {}).problems).toEqual([]);
    expect(chainOf([promote], {}).problems).toEqual([]);
  });
});

describe("evidence of another run", () => {
  const other = evidence("validate", { run_id: "6" });

  test("does not count, although it is of the same commit", () => {
    expect(chainOf([other], {}).problems).toMatchObject([{ verdict: "fail", reason_code: "evidence_of_another_run" }]);
    expect(chainOf([other], {}).problems[0]?.remedy).toContain("runs: other");
  });

  test("counts where `runs: other` takes it", () => {
    expect(chainOf([other], {}, { runId: null }).problems).toEqual([]);
  });

  test("of a rollback is let be", () => {
    expect(chainOf([evidence("rollback", { run_id: "6" })], {}).problems).toEqual([]);
  });
});

describe("the release manifest", () => {
  const atHand = (changed: Partial<Release>) => {
    const manifest = { ...release, ...changed };
    return { atHand: { release: manifest, manifestSha256: sha256(manifestOf(manifest)) } };
  };
  const pinned = { build };

  test("that the evidence holds passes", () => {
    expect(chainOf([validate], pinned, atHand({})).problems).toEqual([]);
  });

  test.each([
    ["git_sha", "f".repeat(40)],
    ["name", "server"],
    ["app", "store"],
    ["version", "9.9.9"],
    ["file", "other.tar.gz"],
    ["built_by", { run_id: "1", run_attempt: "1", url: "x" }],
  ])("with another `%s` is refused, although the bytes are the same", (key, value) => {
    const { problems } = chainOf([validate], pinned, atHand({ [key]: value }));
    expect(problems).toMatchObject([{ verdict: "fail", reason_code: "manifest_mismatch" }]);
    expect(problems[0]?.says).toContain(`\`${key}\` is ${JSON.stringify(value).slice(0, 20)}`);
  });

  test("with a member that the evidence does not have is refused by its own sha256", () => {
    const manifestSha256 = sha256(`${manifestOf(release).trimEnd().slice(0, -1)},"more":1}`);
    const { problems } = chainOf([validate], pinned, { atHand: { release, manifestSha256 } });
    expect(problems).toMatchObject([{ reason_code: "manifest_mismatch" }]);
    expect(problems[0]?.says).toContain("its bytes differ");
  });
});

test("evidence over the size limit is called too large, not something else", () => {
  const why = "it has 9000000 bytes; at most 8388608 are read";
  const { problems } = joinChain({
    files: [{ name: "a.json", text: null, sha256: sha256(""), why }],
    jobs: "",
    sha,
    runId: "7",
  });
  expect(problems).toMatchObject([{ verdict: "error", reason_code: "evidence_unreadable" }]);
  expect(problems[0]?.says).toBe("The evidence a.json cannot be read: it has 9000000 bytes; at most 8388608 are read.");
});
