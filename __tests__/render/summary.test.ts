import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { renderFaults } from "../../src/render/faults.ts";
import { renderSummary } from "../../src/render/summary.ts";
import { hostile, page, tags, targets } from "./page.ts";
import { evidence, one, promote, takenBack, validate } from "./story.ts";

const lowCoverage = evidence("validate", {
  status: "failed",
  decision: "stop",
  reason_code: "checks_failed",
  says: "Coverage is 71.4 %, below the required 80 %.",
  remedy: "Test the lines below, or lower `checks.coverage.minimum` with a reason.",
  results: [
    one("check", "compile", { title: "mix compile --warnings-as-errors" }),
    one("check", "coverage", {
      title: "mix test --cover",
      verdict: "fail",
      says: "Coverage is 71.4 %, below the required 80 %.",
      facts: { coverage: 71.45 },
      findings: [{ severity: "warning", file: "lib/shop/cart.ex", line: 14, message: "Shop.Cart: 8 of 28 lines are not covered." }],
      tail: "Percentage | Module\n71.4% | Total",
      reproduce: "mix test --cover",
    }),
    one("check", "dialyzer", { title: "mix dialyzer", verdict: "error", reason_code: "tool_missing", required: false }),
    one("check", "release", { verdict: "not-run", reason_code: "dependency_failed", says: "compile must pass first." }),
  ],
});

describe("a summary says first", () => {
  test("that the stage failed, why, and what to do, before any table", () => {
    const [head, says, remedy] = renderSummary(lowCoverage).split("\n\n");
    expect(head).toBe("## ✗ Failed: validate");
    expect(says).toBe("**Coverage is 71.4 %, below the required 80 %.**");
    expect(remedy).toMatch(/^What to do: Test the lines below, or lower <code>checks\.coverage\.minimum<\/code>/);
  });

  test.each([
    ["passed", "continue", "## ✓ Passed: promote on production"],
    ["planned", "stop", "## ◌ Dry run: promote on production"],
    ["cancelled", "stop", "## ✗ Cancelled: promote on production"],
    ["running", "pending", "## ✗ Did not end: promote on production"],
    ["failed", "stop", "## ✗ Failed: promote on production"],
    ["failed", "taken-back", "## ✗ Taken back: promote on production"],
    ["failed", "rollback-failed", "## ✗ ROLLBACK FAILED, look now: promote on production"],
  ] as const)("how a stage that is %s and decided %s ended", (status, decision, head) => {
    expect(renderSummary(evidence("promote", { status, decision })).split("\n")[0]).toBe(head);
  });

  test("that checks were switched off, beside a pass", () => {
    expect(renderSummary(validate).split("\n")[0]).toBe("## ✓ Passed, 2 checks switched off: validate");
  });
});

describe("the table", () => {
  test("shows a pass of an earlier run as such, with a link to it", () => {
    const facts = { tests: 26, as_in_run: "77", as_in_run_url: "https://github.com/acme/shop/actions/runs/77" };
    const shown = renderSummary(evidence("validate", { results: [one("check", "test", { title: "mix test", facts })] }));
    expect(shown).toContain("| mix test | ✓ as in [run 77](https://github.com/acme/shop/actions/runs/77) (26 tests) |");
  });

  test("tells what does not apply to the project from what was not run", () => {
    const audit = one("check", "deps-audit", {
      title: "mix deps.audit",
      verdict: "not-run",
      reason_code: "not_applicable",
      required: false,
    });
    const shown = renderSummary(evidence("validate", { results: [audit, { ...audit, reason_code: "check_failed" }] }));
    expect(shown).toContain("| mix deps.audit | – DOES NOT APPLY |");
    expect(shown).toContain("| mix deps.audit (should) | – NOT RUN |");
  });

  test("has every verdict in Phase 6's words, with tests and coverage counted", () => {
    const shown = renderSummary(lowCoverage);
    expect(shown).toContain("| mix compile --warnings-as-errors | ✓ PASS |");
    expect(shown).toContain("| mix test --cover | ✗ FAIL (71.4%) |");
    expect(shown).toContain("| mix dialyzer (should) | ✗ ERROR |");
    expect(shown).toContain("| release | – NOT RUN | compile must pass first. |  |");
    expect(renderSummary(validate)).toContain("| mix test | ✓ PASS (103 tests) |");
    expect(renderSummary(validate)).toContain("| mix sobelow | – OFF |");
  });

  test("leaves steps that went well to a folded one, but not the migrations", () => {
    const [before = "", after = ""] = renderSummary(promote).split("<details><summary>6 steps done in 600 ms</summary>");
    expect(before).toContain("| migrate | ✓ PASS |");
    expect(before).not.toContain("| unpack |");
    expect(after).toContain("| unpack | ✓ PASS |");
  });
});

describe("the way back", () => {
  const [before = "", after = ""] = renderSummary(takenBack).split("**The way back**");

  test("stands apart: the health of the release before is not that of the new one", () => {
    expect(before).toContain("| watch | ✗ FAIL | 60 of 200 requests failed. |");
    expect(before).not.toContain("1.0.0 answers.");
    expect(after).toContain("| shift | ✓ PASS |");
    expect(after).toContain("| health | ✓ PASS | 1.0.0 answers. |");
  });

  test("is told in full when it failed as well", () => {
    const results = [...takenBack.results, one("step", "stop", { verdict: "error", says: "What it did is not known." })];
    const shown = renderSummary({ ...takenBack, decision: "rollback-failed", results });
    expect(shown.split("**The way back**")[1]).toContain("<details open><summary>✗ ERROR stop</summary>");
  });
});

describe("what did not pass", () => {
  test("stands open with place, last output and the command that shows the same", () => {
    const [, part = ""] = renderSummary(lowCoverage).split("<details open><summary>✗ FAIL mix test --cover</summary>");
    expect(part).toContain("- <code>lib/shop/cart.ex:14</code> Shop.Cart: 8 of 28 lines are not covered.");
    expect(part).toContain("```\nPercentage | Module\n71.4% | Total\n```");
    expect(part).toContain("The same by hand: <code>mix test --cover</code>");
  });

  test("is folded when it SHOULD pass only", () => {
    expect(renderSummary(lowCoverage)).toContain("<details><summary>✗ ERROR mix dialyzer</summary>");
  });

  test("counts the findings that it leaves out", () => {
    const findings = Array.from({ length: 80 }, (_, index) => ({ severity: "error" as const, message: `finding ${index}` }));
    const many = { ...one("check", "credo", { verdict: "fail", findings }), findings_total: 700 };
    const shown = renderSummary(evidence("validate", { results: [many] }));
    expect(shown).toContain("- finding 49\n- and 650 more in the evidence file");
  });
});

describe("a pull request", () => {
  const credo = one("check", "credo", {
    title: "mix credo --strict",
    verdict: "fail",
    findings: [
      { severity: "error", file: "lib/old.ex", line: 3, message: "Old." },
      { severity: "warning", file: "lib/shop/cart.ex", line: 14, message: "New.", in_change: "line" },
    ],
  });
  const coverage = one("check", "coverage", {
    title: "mix test --cover",
    facts: { coverage: 92 },
    findings: [
      { severity: "notice", file: "lib/shop/cart.ex", line: 15, message: "No test covers this changed line.", in_change: "line" },
      { severity: "notice", message: "Mix accepts less." },
    ],
  });
  const shown = renderSummary(evidence("validate", { status: "failed", results: [{ ...credo, findings_total: 90 }, coverage] }));

  test("has its findings counted apart, and listed before those that were there", () => {
    expect(shown).toContain("**2 findings on changed lines**, 0 elsewhere in changed files, 90 in the rest.");
    expect(shown).toContain(
      "**On changed lines**\n\n- <code>lib/shop/cart.ex:14</code> New.\n\n**In the rest**\n\n- <code>lib/old.ex:3</code> Old.\n\n- and 88 more",
    );
  });

  test("is told what a check that passed says of its lines", () => {
    expect(shown).toContain(
      "<details><summary>✓ PASS mix test --cover: 2 notes</summary>\n\n**On changed lines**\n\n- <code>lib/shop/cart.ex:15</code>",
    );
  });

  test("has no such line where nothing is known of it", () => {
    expect(renderSummary(lowCoverage)).toContain("\n\n1 finding.\n\n");
    expect(renderSummary(validate)).not.toMatch(/finding/);
  });
});

describe("the rest", () => {
  test("is the slowest tests, and what was warm and cold", () => {
    const facts = {
      tests: 3,
      slowest: ["Shop.CartTest test `slow` <b>: 900.0 ms", "Shop.CartTest test b: 1.0 ms"],
      cache: ["The PLT was cold."],
    };
    const shown = renderSummary(evidence("validate", { results: [one("check", "test", { facts })] }));
    expect(shown).toContain(
      "<details><summary>Slowest tests</summary>\n\n- Shop.CartTest test <code>slow</code> &#60;b&#62;: 900.0 ms\n- Shop.CartTest test b",
    );
    expect(shown).toContain("<details><summary>What was warm, what was cold</summary>\n\n- The PLT was cold.");
  });

  test("is the plan, folded after a run and open in a dry run", () => {
    expect(renderSummary(promote)).toContain("<details><summary>Plan: 2 steps</summary>\n\n1. Take the lock on web1");
    expect(renderSummary({ ...promote, status: "planned" })).toContain("<details open><summary>Plan: 2 steps</summary>");
  });

  test("is every warning, the commit, and a link to the run", () => {
    const shown = renderSummary({ ...takenBack, warnings: ["No approval is asked for on production (`approval: {by: none}`)."] });
    expect(shown).toContain("> **Note:** No approval is asked for on production (<code>approval: {by: none}</code>).");
    expect(shown).toContain("[run 7, attempt 1](https://github.com/acme/shop/actions/runs/7) · started by alice · 2026-11-24 09:15 UTC");
  });
});

describe("hostile text", () => {
  test("from anywhere in the evidence makes no markup and stays in its place", () => {
    const calm = [...tags(page(renderSummary(takenBack))), "li", "ol", "ul", "h2"];
    fc.assert(
      fc.property(fc.constantFrom(...hostile), (text) => {
        const bad = one("check", "x", {
          title: text,
          verdict: "fail",
          says: text,
          remedy: text,
          tail: text,
          reproduce: text,
          findings: [{ severity: "error", message: text, file: text, line: 1 }],
        });
        const shown = renderSummary(
          evidence("validate", {
            ...{ environment: text, says: text, remedy: text, actor: text, run_id: text, run_attempt: text, sha: text },
            ...{ run_url: `javascript:${text}`, warnings: [text], plan: [text], results: [bad, one("check", "y", { title: text })] },
          }),
        );
        const html = page(shown);
        expect(tags(html).filter((tag) => !["blockquote", "pre", ...calm].includes(tag))).toEqual([]);
        expect(targets(html)).toEqual([]);
        expect(html.match(/<tr>/g)).toHaveLength(3);
        expect(html.match(/<details/g)).toHaveLength(2);
        expect(html.match(/<\/details>/g)).toHaveLength(2);
      }),
      { numRuns: 100 },
    );
  });

  test("of any length leaves a summary below 900 KiB of bytes, with a note when it was cut", () => {
    const big = one("check", "x", { verdict: "fail", says: "ü".repeat(200_000), tail: "`".repeat(200_000), title: "t".repeat(200_000) });
    const shown = renderSummary(evidence("validate", { results: Array.from({ length: 400 }, () => big) }));
    expect(Buffer.byteLength(shown)).toBeLessThanOrEqual(900 * 1024);
    expect(shown).toContain("**Cut here");
    expect(page(shown)).toMatch(/<strong>Cut here/);
  });
});

describe("faults of inputs and settings", () => {
  test("are all listed with place and remedy", () => {
    const faults = [
      { place: "Input `coverage-minimun`", says: "There is no such input.", remedy: "Did you mean `coverage-minimum`?" },
      { place: ".github/phoenix-deploy.yml:12:3 `strategy.type`", says: "It is `bluegreen`.", remedy: "Did you mean `blue-green`?" },
    ];
    const shown = renderFaults("2 faults in the inputs and settings of validate. Nothing was run.", faults);
    expect(shown).toMatch(/^## ✗ Not run\n\n\*\*2 faults/);
    expect(shown).toContain(
      "- **Input <code>coverage-minimun</code>** There is no such input. Did you mean <code>coverage-minimum</code>?",
    );
    expect(shown.match(/^- /gm)).toHaveLength(2);
  });
});
