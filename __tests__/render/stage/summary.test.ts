import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Evidence } from "../../../src/domain/evidence/evidence.ts";
import type { Result } from "../../../src/domain/evidence/result.ts";
import { renderFaults } from "../../../src/render/stage/faults.ts";
import { renderSummary } from "../../../src/render/stage/summary.ts";
import { hostile, page, read, tags, targets } from "../page.ts";
import { noElixir, validateFailed } from "../stopped.ts";
import { evidence, one, promote, rollback, takenBack, validate } from "../story.ts";

const lowCoverage = evidence("validate", {
  status: "failed",
  decision: "stop",
  reason_code: "checks_failed",
  says: "1 of 4 checks did not pass: coverage.",
  remedy: "Test the lines that the job summary lists, or lower `checks.coverage.minimum` with a reason.",
  results: [
    one("check", "compile", { title: "mix compile --warnings-as-errors" }),
    one("check", "coverage", {
      title: "mix test --cover",
      verdict: "fail",
      says: "Coverage is 71.4 %, below the required 80 %.",
      remedy: "Test the lines that the job summary lists, or lower `checks.coverage.minimum` with a reason.",
      facts: { coverage: 71.45 },
      findings: [
        {
          severity: "warning",
          file: "lib/shop/cart.ex",
          line: 14,
          message: "Shop.Cart: 8 of 28 lines are not covered.",
        },
      ],
      tail: "Percentage | Module\n71.4% | Total",
      reproduce: "mix test --cover",
    }),
    one("check", "dialyzer", {
      title: "mix dialyzer",
      verdict: "error",
      reason_code: "timed_out",
      required: false,
      tail: "building",
    }),
    one("check", "release", { verdict: "not-run", reason_code: "dependency_failed", says: "Compile must pass first." }),
  ],
});

describe("a summary says first", () => {
  test("that the stage failed and why, then what failed with what to do, before all that passed", () => {
    const [head, says, table = ""] = renderSummary(lowCoverage).split("\n\n");
    expect(head).toBe("## ❌ Failed: validate");
    expect(says).toBe("**1 of 4 checks did not pass: coverage.**");
    expect(table.split("\n")).toEqual([
      "| Not passed | Why, and what to do |",
      "| --- | --- |",
      expect.stringMatching(
        new RegExp(
          /^\| ❌ mix test --cover \| Coverage is 71\.4 %.*<br>/.source +
            /\*\*What to do:\*\* Test the lines that the job summary lists/.source,
        ),
      ),
      expect.stringMatching(/^\| ⚠️ mix dialyzer \(optional, error\) \| /),
    ]);
  });

  test.each([
    ["passed", "continue", "## ✅ Passed: promote on production"],
    ["planned", "stop", "## 📝 Dry run, nothing was changed: promote on production"],
    ["cancelled", "stop", "## ⏹️ Cancelled: promote on production"],
    ["running", "pending", "## ❓ Did not end: promote on production"],
    ["failed", "stop", "## ⛔ Nothing deployed: promote on production"],
    ["failed", "taken-back", "## ↩️ Rolled back from 1.1.0 to 1.0.0: promote on production"],
    ["failed", "rollback-failed", "## 🚨 ROLLBACK FAILED, look now: promote on production"],
  ] as const)("how a stage that is %s and decided %s ended", (status, decision, head) => {
    const ids = { from: "1.0.0-99999999", to: "1.1.0-1a2b3c4d" };
    expect(renderSummary(evidence("promote", { status, decision, ...ids })).split("\n")[0]).toBe(head);
  });

  test("which version a rollback left and which one serves now, by their digests where the versions are one", () => {
    const first = (known: Partial<Evidence>) => renderSummary({ ...rollback, ...known }).split("\n")[0];
    expect(first({})).toBe("## ↩️ Rolled back from 1.1.0 to 1.0.0: rollback on production");
    expect(first({ to: "1.1.0-99999999" })).toBe(
      "## ↩️ Rolled back from 1.1.0-1a2b3c4d to 1.1.0-99999999: rollback on production",
    );
    const stopped = { status: "failed", decision: "stop" } as const;
    expect(first({ ...stopped, results: [] })).toBe("## ⛔ Nothing rolled back: rollback on production");
    expect(first(stopped)).toBe("## ❌ Failed: rollback on production");
    expect(first({ status: "failed", decision: "taken-back" })).toBe(
      "## ❌ The rollback was undone: rollback on production",
    );
    expect(first({ reason_code: "drill_passed" })).toBe("## ✅ Drill passed: rollback on production");
  });

  test("what a crash of a deployment left unknown as failed, not as nothing deployed", () => {
    const crashed = evidence("promote", { status: "failed", decision: "stop", reason_code: "unexpected_error" });
    expect(renderSummary(crashed).split("\n")[0]).toBe("## ❌ Failed: promote on production");
  });

  test("what the watch saw, in a sentence that can be checked, and its figures below a fold", () => {
    const facts = { requests: 600, errors: 0, samples: [1, 2] };
    const watched = one("signal", "watch", { says: "0 of 600 requests failed.", facts });
    const shown = renderSummary({ ...promote, results: [watched] });
    expect(shown.split("\n\n")[2]).toBe("0 of 600 requests failed.");
    expect(shown).toContain(
      "<details><summary>Figures of the watch</summary>\n\n- requests: 600\n- errors: 0\n\n</details>",
    );
  });

  test.each([
    ["passed", "gate_closed", "## ✅ Exit criteria met: report on production"],
    ["passed", "gate_open", "## ⚠️ Exit criteria not met: report on production"],
    ["failed", "gate_open", "## ❌ Exit criteria not met: report on production"],
    ["failed", "evidence_missing", "## ❌ Failed: report on production"],
  ] as const)("of a report that %s with %s whether the exit criteria are met", (status, reason_code, head) => {
    expect(renderSummary(evidence("report", { status, reason_code })).split("\n")[0]).toBe(head);
  });

  test("that checks were switched off, beside a pass", () => {
    expect(renderSummary(validate).split("\n")[0]).toBe("## ✅ Passed, 2 checks switched off: validate");
  });
});

describe("what passed", () => {
  test("is one folded table, below what did not", () => {
    const fold = "<details><summary>✅ 1 check passed</summary>";
    const [before = "", after = ""] = renderSummary(lowCoverage).split(fold);
    expect(before).not.toContain("mix compile");
    expect(after).toContain("| mix compile --warnings-as-errors |");
    expect(renderSummary(promote)).toMatch(
      /^## .*\n\n\*\*.*\n\n0 of 600 .*\n\n<details><summary>✅ 13 passed in 1\.3 s<\/summary>/,
    );
  });

  test("shows a pass of an earlier run as such, with a link to it", () => {
    const facts = { tests: 26, as_in_run: "77", as_in_run_url: "https://github.com/acme/shop/actions/runs/77" };
    const shown = renderSummary(
      evidence("validate", { results: [one("check", "test", { title: "mix test", facts })] }),
    );
    expect(shown).toContain(
      "| mix test | ✓ as in [run 77](https://github.com/acme/shop/actions/runs/77): test is as it should be.",
    );
  });
});

describe("what was not looked at", () => {
  const audit = one("check", "deps-audit", {
    ...{
      title: "mix deps.audit",
      verdict: "not-run",
      reason_code: "not_applicable",
      required: false,
      says: "There are no packages.",
    },
  });

  test("takes one line each: not run with its reason, switched off, and does not apply with its reasons folded", () => {
    const shown = renderSummary(
      evidence("validate", { results: [...validate.results, audit, ...lowCoverage.results] }),
    );
    expect(shown).toContain("⏭️ Not run: release. Compile must pass first.");
    expect(shown).toContain("➖ Switched off: mix sobelow, mix hex.audit");
    expect(shown).toContain(
      "<details><summary>➖ Does not apply: mix deps.audit</summary>\n\n- mix deps.audit: There are no " +
        "packages.\n\n</details>",
    );
  });

  test("names what was not run for one reason in one line", () => {
    const [test = audit, release = audit] = ["mix test", "mix release"].map((title) => ({
      ...{ ...audit, title, reason_code: "check_failed" as const, required: true, says: "Not run: `fail-fast` is on." },
    }));
    const shown = renderSummary(evidence("validate", { results: [test, release] }));
    expect(shown).toContain("⏭️ Not run: mix test, mix release. <code>fail-fast</code> is on.");
  });
});

describe("a rollback", () => {
  test("stands apart: the health of the release before is not that of the new one", () => {
    const [before = "", after = ""] = renderSummary(takenBack).split(
      "<summary>✅ Rollback: 2 passed in 200 ms</summary>",
    );
    expect(before).toContain("<summary>✅ Before the rollback: 11 passed in 1.1 s</summary>");
    expect(before).not.toContain("1.0.0 answers.");
    expect(after).toContain("| shift | shift is as it should be.");
    expect(after).toContain("| health | 1.0.0 answers.");
  });

  test("does not repeat in a table what its headline has said", () => {
    const shown = renderSummary(takenBack);
    expect(shown.match(/60 of 200 requests failed/g)).toHaveLength(1);
    expect(shown).toContain("**What to do:** Read the log of the new release for the failing requests.");
    expect(shown).toContain("<details open><summary>❌ watch</summary>");
  });

  test("keeps the figures that the watch was judged by below a fold", () => {
    const [, figures = ""] = renderSummary(takenBack).split("<details><summary>Figures</summary>");
    expect(figures).toMatch(/^\n\n- requests: 200\n- errors: 60\n- rate: 0\.3\n\n<\/details>/);
    const watch = one("signal", "watch", { verdict: "fail", facts: { requests: 123_456, rate: 15 / 58 } });
    expect(renderSummary({ ...takenBack, results: [watch] })).toContain("- requests: 123456\n- rate: 0.2586\n");
  });

  test("is shown in full when it failed as well", () => {
    const results = [
      ...takenBack.results,
      one("step", "stop", { verdict: "error", says: "What it did is not known.", tail: "killed" }),
    ];
    const shown = renderSummary({ ...takenBack, decision: "rollback-failed", results });
    const [, part = ""] = shown.split("**The rollback**");
    expect(part).toContain("| ❌ stop (error) | What it did is not known. |");
    expect(part).toContain("<details open><summary>❌ stop</summary>");
  });
});

describe("what did not pass", () => {
  test("stands open with place, and folded the last output and the command that shows the same", () => {
    const [, part = ""] = renderSummary(lowCoverage).split(
      "<details open><summary>❌ mix test --cover: 1 finding</summary>",
    );
    expect(part).toContain("- <code>lib/shop/cart.ex:14</code> Shop.Cart: 8 of 28 lines are not covered.");
    expect(part).toContain(
      "<details><summary>The last lines of its output</summary>\n\n```\nPercentage | Module\n71.4% | " +
        "Total\n```\n\n</details>",
    );
    expect(part).toContain("The same by hand: <code>mix test --cover</code>");
  });

  test("shows the last lines at once where no finding says more", () => {
    const tail = `${"x".repeat(100)}\nlast`;
    const shown = renderSummary(
      evidence("validate", { results: [one("check", "release", { verdict: "error", tail })] }),
    );
    expect(shown).toContain(
      `The last lines of its output:\n\n\`\`\`\n${"x".repeat(36)}\n  ${"x".repeat(34)}\n  ` +
        `${"x".repeat(30)}\nlast\n\`\`\``,
    );
  });

  test("is folded when it is optional", () => {
    expect(renderSummary(lowCoverage)).toContain("<details><summary>⚠️ mix dialyzer</summary>");
  });

  test("has the remedy of every check, not only of the first", () => {
    const shown = renderSummary(validateFailed);
    for (const { remedy } of validateFailed.results.filter((one) => one.remedy !== ""))
      expect(shown).toContain(`**What to do:** ${remedy.split(/[`,;]/)[0]}`);
    expect(shown.split("\n\n").slice(0, 3).join()).not.toContain("What to do");
  });

  test("is one row for eleven checks with the same cause, which names them all and says it once", () => {
    const shown = renderSummary(noElixir);
    expect(shown.match(/<br>/g)).toHaveLength(1);
    expect(shown.match(/erlef/g)).toHaveLength(1);
    const row = read(shown.split("\n").find((line) => line.startsWith("| ❌")) ?? "");
    for (const { title } of noElixir.results) expect(row).toContain(title);
    expect(row).toContain("| Could not start: there is no mix on the PATH.");
  });

  test("stays two rows where the causes differ, or only one of them is required", () => {
    const [first, second] = noElixir.results;
    if (first === undefined || second === undefined) throw new Error("too few results");
    const rows = (other: Result) => renderSummary({ ...noElixir, results: [first, other] }).match(/^\| (❌|⚠️)/gm);
    expect(rows(second)).toHaveLength(1);
    expect(rows({ ...second, required: false })).toEqual(["| ❌", "| ⚠️"]);
    expect(rows({ ...second, says: "mix format found lib/shop.ex." })).toHaveLength(2);
    expect(rows({ ...second, remedy: "Format it." })).toHaveLength(2);
  });

  test("has what is required first, whatever the order of the checks", () => {
    const results = [...lowCoverage.results].reverse();
    const rows = renderSummary({ ...lowCoverage, results }).match(/^\| (❌|⚠️)/gm);
    expect(rows).toEqual(["| ❌", "| ⚠️"]);
  });

  test("counts the findings that it leaves out", () => {
    const findings = Array.from({ length: 80 }, (_, index) => ({
      severity: "error" as const,
      message: `finding ${index}`,
    }));
    const many = { ...one("check", "credo", { verdict: "fail", findings }), findings_total: 700 };
    const shown = renderSummary(evidence("validate", { results: [many] }));
    expect(shown).toContain("- finding 49\n- and 650 more in the evidence file");
  });
});

describe("a test that failed", () => {
  const shown = renderSummary(validateFailed);

  test("is a block of code under its place and name, with left and right on their own lines", () => {
    expect(shown).toContain(
      "<code>test/shop_web/controllers/cart_controller_test.exs:14</code> test POST /cart adds item 0 " +
        "and shows the new total of the cart (ShopWeb.CartControllerTest)\n\n```\nAssertion with == " +
        "failed\n",
    );
    expect(shown).toContain('\nleft:  "19.9 EUR"\nright: "19.90 EUR"\nstacktrace:\n');
  });

  test("is there for each of the four that the sentence counts", () => {
    expect(shown.match(/^Assertion with == failed$/gm)).toHaveLength(4);
  });

  test("cannot leave its block, and is cut after forty lines", () => {
    const message = `boom\n${"```\n<b>x</b>\n".repeat(40)}`;
    const findings = [{ severity: "error" as const, message }];
    const html = page(
      renderSummary(evidence("validate", { results: [one("check", "test", { verdict: "fail", findings })] })),
    );
    expect(tags(html)).not.toContain("b");
    expect(html).toContain("… 40 more lines");
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
      {
        severity: "notice",
        file: "lib/shop/cart.ex",
        line: 15,
        message: "No test covers this changed line.",
        in_change: "line",
      },
      { severity: "notice", message: "Mix accepts less." },
    ],
  });
  const shown = renderSummary(
    evidence("validate", { status: "failed", results: [{ ...credo, findings_total: 90 }, coverage] }),
  );

  test("has its findings counted apart, and listed before those that were there", () => {
    expect(shown).toContain("**2 findings on changed lines**, 0 elsewhere in changed files, 90 in the rest.");
    expect(shown).toContain(
      "**On changed lines**\n\n- <code>lib/shop/cart.ex:14</code> New.\n\n**In the rest**\n\n- " +
        "<code>lib/old.ex:3</code> Old.\n\n- and 88 more",
    );
  });

  test("is shown what a check that passed says of its lines", () => {
    expect(shown).toContain(
      "<details><summary>✅ mix test --cover: 2 notes</summary>\n\n**On changed lines**\n\n- " +
        "<code>lib/shop/cart.ex:15</code>",
    );
  });

  test("has no such line where nothing is known of it", () => {
    expect(renderSummary(lowCoverage)).not.toMatch(/changed lines/);
  });
});

describe("the rest", () => {
  test("is the slowest tests, and which results were reused", () => {
    const facts = {
      tests: 3,
      slowest: ["Shop.CartTest test `slow` <b>: 900.0 ms", "Shop.CartTest test b: 1.0 ms"],
      cache: ["The PLT was cold."],
    };
    const shown = renderSummary(evidence("validate", { results: [one("check", "test", { facts })] }));
    expect(shown).toContain(
      "<details><summary>Slowest tests</summary>\n\n- Shop.CartTest test <code>slow</code> &#60;b&#62;: " +
        "900.0 ms\n- Shop.CartTest test b",
    );
    expect(shown).toContain("<details><summary>Reused and new results</summary>\n\n- The PLT was cold.");
  });

  test("is the plan, folded after a run and open in a dry run", () => {
    expect(renderSummary(promote)).toContain("<details><summary>Plan: 2 steps</summary>\n\n1. Take the lock on web1");
    expect(renderSummary({ ...promote, status: "planned" })).toContain(
      "<details open><summary>Plan: 2 steps</summary>",
    );
  });

  test("is the fifth note and those after it, folded, so that they do not push away what failed", () => {
    const warnings = Array.from({ length: 6 }, (_, index) => `Note ${index}.`);
    const [before = "", after = ""] = renderSummary({ ...validate, warnings }).split(
      "<details><summary>2 more notes</summary>",
    );
    expect(before.match(/\*\*Note:\*\*/g)).toHaveLength(4);
    expect(after.match(/\*\*Note:\*\*/g)).toHaveLength(2);
  });

  test("is every warning, the commit, and a link to the run", () => {
    const shown = renderSummary({
      ...takenBack,
      warnings: ["No approval is asked for on production (`approval: {by: none}`)."],
    });
    expect(shown).toContain("> **Note:** No approval is asked for on production (<code>approval: {by: none}</code>).");
    expect(shown).toContain(
      "[run 7, attempt 1](https://github.com/acme/shop/actions/runs/7) · started by alice · 2026-11-24 09:15 UTC",
    );
  });
});

describe("hostile text", () => {
  test("from anywhere in the evidence makes no markup and stays in its place", () => {
    const calm = [
      "a",
      "blockquote",
      "br",
      "code",
      "details",
      "h2",
      "li",
      "ol",
      "p",
      "pre",
      "strong",
      "summary",
      "ul",
      "wbr",
    ];
    const tables = ["table", "tbody", "td", "th", "thead", "tr"];
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
            ...{
              run_url: `javascript:${text}`,
              warnings: [text],
              plan: [text],
              results: [bad, { ...bad, required: false }, one("check", "y", { title: text, says: text })],
            },
          }),
        );
        const html = page(shown);
        expect(tags(html).filter((tag) => ![...calm, ...tables].includes(tag))).toEqual([]);
        expect(targets(html)).toEqual([]);
        expect(html.match(/<tr>/g)).toHaveLength(5);
        expect(html.match(/<details/g)).toHaveLength(6);
        expect(html.match(/<\/details>/g)).toHaveLength(6);
      }),
      { numRuns: 100 },
    );
  });

  test("of any length leaves a summary below 900 KiB of bytes, with a note when it was cut", () => {
    const big = one("check", "x", {
      verdict: "fail",
      says: "ü".repeat(200_000),
      tail: "`".repeat(200_000),
      title: "t".repeat(200_000),
    });
    const shown = renderSummary(evidence("validate", { results: Array.from({ length: 400 }, () => big) }));
    expect(Buffer.byteLength(shown)).toBeLessThanOrEqual(900 * 1024);
    expect(shown).toContain("**Cut here");
    expect(page(shown)).toMatch(/<strong>Cut here/);
  });
});

describe("faults of inputs and settings", () => {
  test("are all listed with place and remedy", () => {
    const faults = [
      {
        place: "Input `coverage-minimun`",
        says: "There is no such input.",
        remedy: "Did you mean `coverage-minimum`?",
      },
      {
        place: ".github/phoenix-deploy.yml:12:3 `strategy.type`",
        says: "It is `bluegreen`.",
        remedy: "Did you mean `blue-green`?",
      },
    ];
    const shown = renderFaults("2 faults in the inputs and settings of validate. Nothing was run.", faults);
    expect(shown).toMatch(/^## ❌ Not run\n\n\*\*2 faults/);
    expect(shown).toContain(
      "- **Input <code>coverage-minimun</code>**  \n  There is no such input.  \n  **What to do:** Did " +
        "you mean <code>coverage-minimum</code>?",
    );
    expect(shown.match(/^- /gm)).toHaveLength(2);
  });
});
