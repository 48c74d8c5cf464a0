import { describe, expect, test } from "@jest/globals";
import type { Finding, Result } from "../../../src/domain/evidence/result.ts";
import { annotationsOf } from "../../../src/render/findings/annotations.ts";
import { noElixir } from "../stopped.ts";
import { evidence, one, promote, validate } from "../story.ts";

const found = (many: number, severity: Finding["severity"], word: string): Finding[] =>
  Array.from({ length: many }, (_, index) => ({
    severity,
    message: `${word} ${index}`,
    file: "lib/shop.ex",
    line: index + 1,
  }));

const failed = (...results: Result[]) => evidence("validate", { status: "failed", decision: "stop", results });

describe("annotations", () => {
  test("of a stage that passed are none", () => {
    expect(annotationsOf(validate)).toEqual([]);
    expect(annotationsOf(promote)).toEqual([]);
  });

  test("carry file and line under the title of their check", () => {
    const [first] = annotationsOf(
      failed(one("check", "compile", { title: "mix compile", verdict: "fail", findings: found(1, "error", "bad") })),
    );
    expect(first).toEqual({
      title: "mix compile",
      finding: { severity: "error", message: "bad 0", file: "lib/shop.ex", line: 1 },
    });
  });

  test("leave room for the verdict, and the last of ten counts the rest", () => {
    const shown = annotationsOf(failed(one("check", "test", { verdict: "fail", findings: found(30, "error", "bad") })));
    expect(shown).toHaveLength(9);
    expect(shown.at(-1)?.finding.message).toBe(
      "22 more of this kind; all are in the job summary and the evidence file.",
    );
  });

  test("are all shown when they just fit", () => {
    expect(
      annotationsOf(failed(one("check", "test", { verdict: "fail", findings: found(9, "error", "bad") }))).at(-1)
        ?.finding.message,
    ).toBe("bad 8");
  });

  test("leave room for the stage's own warnings", () => {
    const bad = one("check", "coverage", { verdict: "fail", findings: found(30, "warning", "line") });
    expect(annotationsOf({ ...failed(bad), warnings: ["a", "b", "c"] })).toHaveLength(7);
    expect(annotationsOf({ ...failed(bad), warnings: Array.from({ length: 40 }, () => "w") })).toHaveLength(1);
  });

  test("put what blocks before what is optional, and errors before warnings", () => {
    const shown = annotationsOf(
      failed(
        one("check", "dialyzer", { verdict: "fail", required: false, findings: found(2, "error", "type") }),
        one("check", "credo", {
          verdict: "fail",
          findings: [...found(1, "warning", "style"), ...found(1, "error", "worse")],
        }),
      ),
    );
    expect(shown.map(({ finding }) => `${finding.severity}: ${finding.message}`)).toEqual([
      "error: worse 0",
      "warning: style 0",
      "warning: type 0",
      "warning: type 1",
    ]);
  });

  test("say once what eleven checks have in common, under the names of all", () => {
    const shown = annotationsOf(noElixir);
    expect(shown).toHaveLength(1);
    expect(shown[0]?.title).toBe(noElixir.results.map((one) => one.title).join(", "));
    expect(shown[0]?.finding.message).toMatch(/^Could not start: there is no `mix` on the PATH\. Set Elixir up/);
  });

  test("put what this change touches first, and say so", () => {
    const shown = annotationsOf(
      failed(
        one("check", "credo", {
          title: "mix credo",
          verdict: "fail",
          findings: [
            ...found(12, "warning", "old"),
            { severity: "warning", message: "new", file: "lib/new.ex", line: 1, in_change: "line" },
          ],
        }),
        one("check", "compile", {
          title: "mix compile",
          verdict: "fail",
          findings: [{ severity: "warning", message: "near", in_change: "file" }],
        }),
      ),
    );
    expect(shown.slice(0, 3).map(({ title, finding }) => `${title}: ${finding.message}`)).toEqual([
      "mix credo (changed line): new",
      "mix compile (changed file): near",
      "mix credo: old 0",
    ]);
  });

  test("of a check that passed are what this change touches, and nothing else", () => {
    const coverage = one("check", "coverage", {
      title: "mix test --cover",
      findings: [
        { severity: "notice", message: "Untested.", file: "lib/new.ex", line: 3, in_change: "line" },
        { severity: "notice", message: "Mix accepts less." },
      ],
    });
    expect(annotationsOf(evidence("validate", { results: [coverage] })).map(({ finding }) => finding.message)).toEqual([
      "Untested.",
    ]);
  });

  test("name a check that failed without a place", () => {
    const bad = one("check", "credo", {
      title: "mix credo",
      verdict: "error",
      says: "credo is not installed.",
      remedy: "Add `{:credo, …}`.",
    });
    expect(annotationsOf(failed(bad))).toEqual([
      { title: "mix credo", finding: { severity: "error", message: "credo is not installed. Add `{:credo, …}`." } },
    ]);
  });

  test("are cut to what the runner takes", () => {
    const findings: Finding[] = [{ severity: "error", message: "ü".repeat(200_000) }];
    const [first] = annotationsOf(
      failed(one("check", "test", { verdict: "fail", findings, title: "t".repeat(9_000) })),
    );
    expect(first?.finding.message).toHaveLength(4_096);
    expect(first?.title).toHaveLength(201);
  });
});
