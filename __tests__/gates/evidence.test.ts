import { createHash } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type Evidence, evidenceFileName, type Pin, pinOf } from "../../src/domain/evidence/evidence.ts";
import { manifestOf, type Release } from "../../src/domain/release/release.ts";
import { agreement } from "../../src/gates/chain.ts";
import { type Chain, joinChain, linkOf } from "../../src/gates/evidence.ts";
import { requireStage } from "../../src/gates/required-stage.ts";
import type { ReleaseAtHand } from "../../src/gates/same-release.ts";
import { evidence, promote, release, rollback, sha, smoke, staging, validate } from "../render/story.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

function file(of: Evidence) {
  const text = JSON.stringify(of);
  return { name: evidenceFileName(of), text, sha256: sha256(text) };
}

/** The release as it lies beside the tarball, with what somebody changed of it. */
function atHand(changed: Partial<Release> = {}): ReleaseAtHand {
  const manifest = { ...release, ...changed };
  return { release: manifest, manifestSha256: sha256(manifestOf(manifest)) };
}

const pin = (of: Evidence): Pin => pinOf(of, file(of).sha256);

/** `toJSON(needs)`: a job for each entry, with the pins that it gives. */
function needs(jobs: Readonly<Record<string, { readonly result?: string; readonly pins?: readonly Pin[] }>>): string {
  return JSON.stringify(
    Object.fromEntries(
      Object.entries(jobs).map(([id, { result = "success", pins = [] }]) => [
        id,
        {
          result,
          outputs: Object.fromEntries(
            pins.map((one, index) => [index === 0 ? "evidence" : `evidence-${index}`, JSON.stringify(one)]),
          ),
        },
      ]),
    ),
  );
}

const all = [validate, staging, smoke];
const pinned = needs({ build: { pins: [pin(validate)] }, "any-name": { pins: [pin(staging), pin(smoke)] } });
const join = (
  files: readonly Evidence[],
  jobs = "",
  more: { readonly atHand?: ReleaseAtHand; readonly runId?: null } = {},
) => joinChain({ files: files.map(file), jobs, sha, runId: "7", ...more });
const codes = (chain: Chain) => chain.problems.map((one) => one.reason_code);

describe("the chain of evidence", () => {
  test("is pinned by the outputs of any job that are named for it, also when two actions share one", () => {
    const chain = join(all, pinned, { atHand: atHand() });
    expect(chain.problems).toEqual([]);
    expect(chain.links.map((one) => [one.evidence.stage, one.pinned])).toEqual([
      ["validate", true],
      ["deploy-staging", true],
      ["smoke-test", true],
    ]);
    for (const [stage, environment] of [
      ["validate", null],
      ["deploy-staging", "staging"],
      ["smoke-test", "staging"],
    ] as const)
      expect(requireStage(chain, { stage, environment, pinned: true }).verdict).toBe("pass");
  });

  test("without `jobs` stands, and no stage of it is pinned", () => {
    const chain = join(all);
    expect(codes(chain)).toEqual([]);
    expect(requireStage(chain, { stage: "validate", environment: null, pinned: false }).verdict).toBe("pass");
    expect(requireStage(chain, { stage: "validate", environment: null, pinned: true })).toMatchObject({
      verdict: "fail",
      reason_code: "evidence_unpinned",
    });
  });

  test.each(["[object Object]", "{", "null", "[]", '{"a": 1}', "true"])(
    "refuses `jobs: %s` and says what to write",
    (jobs) => {
      const [problem] = join(all, jobs).problems;
      expect(problem).toMatchObject({ verdict: "error", reason_code: "invalid_input" });
      expect(problem?.remedy).toContain("jobs: ${{ toJSON(needs) }}");
    },
  );

  test("that is without a fault says what was compared, and is no pass where nothing was", () => {
    expect(agreement(join([smoke, staging, validate]))).toMatchObject({
      verdict: "pass",
      says:
        "Evidence of validate, deploy-staging on staging, smoke-test on staging is of this commit and of one " +
        "release.",
    });
    const planned = { ...staging, status: "planned" as const };
    for (const files of [[], [planned], [rollback]])
      expect(agreement(join(files))).toMatchObject({ verdict: "not-run", reason_code: "evidence_missing" });
  });

  test("takes no notice of outputs that are no pins", () => {
    const jobs = JSON.stringify({
      a: { result: "success", outputs: { url: "https://x", n: 7, empty: "", evidence: JSON.stringify(pin(validate)) } },
    });
    expect(join([validate], jobs)).toMatchObject({ problems: [], silent: [], links: [{ pinned: true }] });
  });
});

describe("evidence that was touched", () => {
  test("is no evidence when it is not what its job pinned", () => {
    const forged = { ...smoke, status: "passed" as const, says: "All good." };
    const chain = join([validate, staging, forged], pinned);
    expect(codes(chain)).toEqual(["evidence_conflict"]);
    expect(linkOf(chain, "smoke-test", "staging")).toBeUndefined();
    expect(requireStage(chain, { stage: "smoke-test", environment: "staging", pinned: true }).verdict).toBe("fail");
  });

  test.each([
    ["another stage", { stage: "smoke-test" }],
    ["another environment", { environment: "qa" }],
    ["another run", { run_id: "8" }],
    ["another attempt", { run_attempt: "2" }],
    ["another commit", { sha: "f".repeat(40) }],
    ["another status", { status: "failed" }],
    ["another release", { release_sha256: "f".repeat(64) }],
  ] as const)("is no evidence where the output that pins it says %s", (_, changed) => {
    const chain = join(all, needs({ build: { pins: [pin(validate), { ...pin(staging), ...changed }, pin(smoke)] } }));
    expect(codes(chain)).toEqual(["evidence_conflict"]);
    expect(chain.problems[0]?.says).toContain(`\`${Object.keys(changed)[0]}\` is `);
    expect(requireStage(chain, { stage: "deploy-staging", environment: "staging", pinned: true }).verdict).toBe("fail");
  });

  test("that two runs of one action left under one name is refused, and both jobs are named", () => {
    const again = { ...smoke, says: "Once more." };
    const jobs = needs({ staging: { pins: [pin(validate), pin(staging), pin(smoke)] }, again: { pins: [pin(again)] } });
    const chain = join([validate, staging, again], jobs);
    expect(codes(chain)).toEqual(["evidence_conflict"]);
    expect(chain.problems[0]?.says).toContain("pinned by an output of `staging` and `again`");
  });

  test("of an earlier attempt, that no job pins, counts for nothing once validate ran anew", () => {
    const other = { ...release, digest: "9".repeat(64) };
    const early = all.map((one) => ({ ...one, release: other }));
    const anew = { ...validate, run_attempt: "2" };
    const chain = join([...early, anew], needs({ build: { pins: [pin(anew)] } }), { atHand: atHand() });
    expect(chain.problems).toEqual([]);
    expect(chain.links.map(({ evidence }) => `${evidence.stage} ${evidence.run_attempt}`)).toEqual(["validate 2"]);
    // After a re-run of failed jobs alone the first attempt of the others still counts, as their jobs pin it.
    const failed = { ...smoke, run_attempt: "2" };
    const rerun = needs({ build: { pins: [pin(validate)] }, staging: { pins: [pin(staging), pin(failed)] } });
    expect(join([...all, failed], rerun, { atHand: atHand() })).toMatchObject({
      problems: [],
      links: [{ pinned: true }, { pinned: true }, { pinned: true, evidence: { run_attempt: "2" } }],
    });
  });

  test("does not stand before what its job pinned, however new it says it is", () => {
    const real = { ...smoke, status: "failed" as const, says: "1 of 3 smoke tests failed." };
    const planted = { ...smoke, run_attempt: "9", started_at: "2027-01-01T00:00:00.000Z" };
    const chain = join(
      [validate, staging, planted, real],
      needs({ a: { pins: [pin(validate), pin(staging), pin(real)] } }),
    );
    expect(codes(chain)).toEqual(["evidence_conflict"]);
    expect(linkOf(chain, "smoke-test", "staging")?.evidence.says).toBe("1 of 3 smoke tests failed.");
  });

  test("is missed when a job pinned it and it is not there", () => {
    expect(codes(join([validate, staging], pinned))).toEqual(["evidence_missing"]);
  });

  test.each([
    ["empty", ""],
    ["not JSON", "{"],
    ["null", "null"],
    ["of another shape", '{"schema_version": 1}'],
    ["of another version", JSON.stringify({ ...validate, schema_version: 2 })],
    [
      "nested without end",
      JSON.stringify(validate).replace('"facts":{}', `"facts":{"a":${"[".repeat(50_000)}${"]".repeat(50_000)}}`),
    ],
    ["with a status that we do not know", JSON.stringify({ ...validate, status: "excellent" })],
    ["not text", null],
  ])("is unreadable when it is %s", (_, text) => {
    const chain = joinChain({
      files: [{ name: "a.json", text, sha256: sha256(text ?? "") }],
      jobs: "",
      sha,
      runId: "7",
    });
    expect(chain.links).toEqual([]);
    expect(chain.problems).toMatchObject([{ verdict: "error", reason_code: "evidence_unreadable" }]);
  });

  test("passes in no way when any byte of a pinned file changed", () => {
    const { name, text } = file(validate);
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.string({ minLength: 1, maxLength: 1 }), (at, letter) => {
        fc.pre(text[at] !== letter);
        const changed = text.slice(0, at) + letter + text.slice(at + 1);
        const chain = joinChain({
          files: [{ name, text: changed, sha256: sha256(changed) }],
          jobs: needs({ a: { pins: [pin(validate)] } }),
          sha,
          runId: "7",
        });
        expect(chain.problems).not.toEqual([]);
        expect(requireStage(chain, { stage: "validate", environment: null, pinned: true }).verdict).not.toBe("pass");
      }),
      { numRuns: 100 },
    );
  });

  test("never breaks the reading, whatever stands in files and jobs", () => {
    const text = fc.oneof(fc.string(), fc.json(), fc.constant(JSON.stringify(validate)));
    fc.assert(
      fc.property(
        fc.array(fc.record({ name: fc.string(), text }), { maxLength: 3 }),
        fc.oneof(fc.string(), fc.json()),
        (files, jobs) => {
          const chain = joinChain({
            files: files.map((one) => ({ ...one, sha256: sha256(one.text) })),
            jobs,
            sha,
            runId: "7",
          });
          expect(requireStage(chain, { stage: "validate", environment: null, pinned: true }).verdict).not.toBe("pass");
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("evidence that does not belong together", () => {
  test("of another commit is refused", () => {
    const chain = join([{ ...validate, sha: "d".repeat(40) }, staging, smoke]);
    expect(codes(chain)).toEqual(["evidence_of_another_commit"]);
    expect(chain.problems[0]?.says).toContain("validate is of commit dddddddddddd, this run is of aaaaaaaaaaaa");
  });

  test("of two releases is refused, also against the bytes at hand", () => {
    const other = { ...release, digest: "e".repeat(64) };
    expect(codes(join([validate, { ...staging, release: other }]))).toEqual(["evidence_conflict"]);
    expect(codes(join(all, "", { atHand: atHand({ digest: "f".repeat(64) }) }))).toEqual(["evidence_conflict"]);
  });

  test("of a rollback, whose commit and release are others by nature, is let be", () => {
    expect(codes(join([...all, promote, evidence("rollback", { sha: "d".repeat(40), release: null })]))).toEqual([]);
  });
});

describe("attempts", () => {
  const first = { ...staging, status: "failed" as const };
  const tenth = { ...staging, run_attempt: "10" };
  const ninth = { ...staging, run_attempt: "9", status: "failed" as const };

  test("the newest of a run wins, by number", () => {
    for (const files of [
      [first, ninth, tenth],
      [tenth, first, ninth],
    ])
      expect(linkOf(join(files), "deploy-staging", "staging")?.evidence.run_attempt).toBe("10");
  });

  test("of two runs the one that began later wins", () => {
    const later = { ...staging, run_id: "3", started_at: "2026-11-24T23:00:00.000Z" };
    expect(linkOf(join([later, tenth]), "deploy-staging", "staging")?.evidence.run_id).toBe("3");
  });

  test("a stage on another environment is another stage", () => {
    const chain = join([staging, { ...first, environment: "qa" }]);
    expect(linkOf(chain, "deploy-staging", "staging")?.evidence.status).toBe("passed");
    expect(requireStage(chain, { stage: "deploy-staging", environment: "qa", pinned: false }).reason_code).toBe(
      "stage_failed",
    );
  });
});

describe("a dry run", () => {
  const dry = { ...promote, status: "planned" as const, decision: "stop" as const, reason_code: "planned" as const };

  test("never counts as passed", () => {
    const chain = join([...all, dry], needs({ plan: { pins: [pin(dry)] } }));
    expect(codes(chain)).toEqual([]);
    expect(requireStage(chain, { stage: "promote", environment: "production", pinned: false })).toMatchObject({
      verdict: "fail",
      reason_code: "stage_failed",
    });
  });

  test("does not stand against the real run that wrote over its file", () => {
    const jobs = needs({ plan: { pins: [pin(dry)] }, production: { pins: [pin(promote)] } });
    const chain = join([promote], jobs);
    expect(codes(chain)).toEqual([]);
    expect(requireStage(chain, { stage: "promote", environment: "production", pinned: true }).verdict).toBe("pass");
  });

  test("does not stand before a real attempt", () => {
    expect(linkOf(join([promote, { ...dry, run_attempt: "2" }]), "promote", "production")?.evidence.status).toBe(
      "passed",
    );
  });
});

describe("a stage that is demanded", () => {
  test.each([
    ["failed", "deploy-staging on staging failed: It broke."],
    ["cancelled", "deploy-staging on staging was cancelled: It broke."],
    ["running", "deploy-staging on staging did not end: It broke."],
    ["planned", "deploy-staging on staging was a dry run: It broke."],
  ] as const)("and %s is refused, and says so", (status, says) => {
    const chain = join([{ ...staging, status, says: "It broke.", remedy: "Fix it." }]);
    expect(requireStage(chain, { stage: "deploy-staging", environment: "staging", pinned: false })).toEqual({
      verdict: "fail",
      reason_code: "stage_failed",
      says,
      remedy: "Fix it.",
    });
  });

  test("and left no evidence was not run when its job was skipped, and failed when it was not", () => {
    const skipped = join([validate], needs({ build: { pins: [pin(validate)] }, staging: { result: "skipped" } }));
    expect(skipped.problems).toEqual([]);
    expect(requireStage(skipped, { stage: "deploy-staging", environment: "staging", pinned: true })).toMatchObject({
      verdict: "not-run",
      reason_code: "evidence_missing",
    });
    const silent = join([validate], needs({ build: { pins: [pin(validate)] }, staging: {} }));
    const judgement = requireStage(silent, { stage: "deploy-staging", environment: "staging", pinned: true });
    expect(judgement).toMatchObject({ verdict: "fail", reason_code: "evidence_missing" });
    expect(judgement.says).toContain("`staging` (success)");
    expect(requireStage(join([]), { stage: "deploy-staging", environment: "staging", pinned: true }).verdict).toBe(
      "fail",
    );
  });

  test.each(["failure", "cancelled", "something-new"])(
    "a job that ended with %s and left no evidence is a fault by itself",
    (result) => {
      const chain = join(all, needs({ all: { pins: [pin(validate), pin(staging), pin(smoke)] }, other: { result } }));
      expect(codes(chain)).toEqual(["stage_failed"]);
      expect(chain.problems[0]?.says).toBe(`The job \`other\` ended with \`${result}\` and passed no evidence on.`);
    },
  );
});
