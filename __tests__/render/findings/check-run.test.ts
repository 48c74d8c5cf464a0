import { describe, expect, test } from "@jest/globals";
import type { Finding } from "../../../src/domain/evidence/result.ts";
import { renderCheckRun } from "../../../src/render/findings/check-run.ts";
import { evidence, one, promote, validate } from "../story.ts";

const found = (many: number, known: Partial<Finding> = {}): Finding[] =>
  Array.from({ length: many }, (_, index) => ({
    severity: "error",
    message: `bad ${index}`,
    file: "lib/shop.ex",
    line: index + 1,
    ...known,
  }));

const failed = (findings: readonly Finding[]) =>
  evidence("validate", {
    status: "failed",
    says: "credo\nfailed.",
    results: [one("check", "credo", { verdict: "fail", findings })],
  });

describe("a check run", () => {
  test.each([
    ["passed", "success"],
    ["failed", "failure"],
    ["cancelled", "neutral"],
    ["planned", "neutral"],
    ["running", "failure"],
  ] as const)("of a stage that is %s concludes %s", (status, conclusion) => {
    expect(renderCheckRun(evidence("validate", { status })).conclusion).toBe(conclusion);
  });

  test("is named after its stage and environment", () => {
    expect(renderCheckRun(validate).name).toBe("phoenix-deploy validate");
    expect(renderCheckRun(promote).name).toBe("phoenix-deploy promote (production)");
  });

  test("has the verdict as its title, on one line, and the report as its summary", () => {
    const shown = renderCheckRun(failed(found(1)));
    expect(shown.title).toBe("credo failed.");
    expect(shown.summary).toContain("<details><summary>❌ credo: 1 finding</summary>");
  });

  test("annotates every finding that has a place", () => {
    const shown = renderCheckRun(failed([...found(60), { severity: "error", message: "nowhere" }]));
    expect(shown.annotations).toHaveLength(60);
    expect(shown.annotations[0]).toEqual({
      title: "credo",
      finding: { severity: "error", message: "bad 0", file: "lib/shop.ex", line: 1 },
    });
  });

  test("annotates at most a thousand, those of the change first, and says how many it left out", () => {
    const shown = renderCheckRun(failed([...found(1_200), ...found(1, { message: "new", in_change: "line" })]));
    expect(shown.annotations).toHaveLength(1_000);
    expect(shown.annotations[0]?.finding.message).toBe("new");
    expect(shown.summary).toContain("201 more findings are not annotated.");
  });

  test("is cut to what GitHub takes", () => {
    const big = {
      ...one("check", "x", {
        verdict: "fail",
        tail: "ü".repeat(90_000),
        findings: found(20, { message: "m".repeat(90_000) }),
      }),
    };
    const shown = renderCheckRun(
      evidence("validate", { says: "s".repeat(90_000), results: Array.from({ length: 40 }, () => big) }),
    );
    expect(Buffer.byteLength(shown.summary)).toBeLessThanOrEqual(60_000);
    expect(shown.title.length).toBeLessThan(255);
    expect(shown.annotations[0]?.finding.message.length).toBeLessThan(4_097);
  });
});
