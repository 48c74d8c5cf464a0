import { describe, expect, test } from "@jest/globals";
import { renderHtml } from "../../../src/render/report/html.ts";
import { renderReport } from "../../../src/render/report/report.ts";
import { defaultChecks } from "../../support/checks.ts";
import { brief } from "../brief/briefs.ts";
import { hostile, page, tags, targets } from "../page.ts";
import { reportOf } from "../reports.ts";
import { approval, digest, evidence, one, promote, smoke, stages, takenBack, validate } from "../story.ts";

test("a report has what the approver was shown, folded, where it is of the same environment", () => {
  const title = "<details><summary>What the approver was shown (2026-11-24 09:14 UTC)</summary>";
  const [, shown = ""] = renderReport(reportOf({ smoke: { ...smoke, brief } })).split(title);
  expect(shown).toContain("3 commits, 2 pull requests, 1 migration");
  expect(renderReport(reportOf())).not.toContain("What the approver was shown");
  const elsewhere = { ...brief, environment: "live" };
  expect(renderReport(reportOf({ smoke: { ...smoke, brief: elsewhere } }))).not.toContain(
    "What the approver was shown",
  );
});

/** The part of a report under one of its headings. */
function section(report: string, title: string): string {
  return report.split(/^### /m).find((part) => part.startsWith(`${title}\n`)) ?? "";
}

describe("the report of a deployment that went well", () => {
  const report = renderReport(reportOf());

  test("has Phase 6's head", () => {
    expect(report.split("\n").slice(0, 6)).toEqual([
      "## Deployment Validation Report",
      "",
      "**Version**: v1.1.0  ",
      "**Date**: 2026-11-24 09:41 UTC  ",
      "**Environment**: Production  ",
      "**Status**: SUCCESS ✅",
    ]);
  });

  test("has Phase 6's sections in order", () => {
    expect([...report.matchAll(/^### (.*)$/gm)].map(([, title]) => title).filter((title) => title !== "Added")).toEqual(
      [
        "Pre-Deployment Validation",
        "Database",
        "Release",
        "Deployment Validation",
        "Post-Deployment Metrics",
        "Gate",
        "Plan and Timeline",
        "Issues",
        "Summary",
        "Exit Gate",
        "Checklists",
        "Tasks for a Person",
        "Evidence",
      ],
    );
  });

  test("counts tests and coverage, and folds what was not run", () => {
    const part = section(report, "Pre-Deployment Validation");
    expect(part).toContain("| mix test | ✓ PASS (103 tests) |\n| mix test --cover | ✓ PASS (92.3%) |");
    expect(part).toContain("| mix dialyzer (optional) | ✓ PASS |");
    expect(part).toContain("<details><summary>⏭️ 2 of 11 not run</summary>");
    expect(part).toContain("➖ Switched off: mix sobelow, mix hex.audit");
  });

  test("has Phase 6's four rows, with what they rest on", () => {
    expect(section(report, "Deployment Validation")).toBe(`Deployment Validation

#### Staging

| Check | Status |
| --- | --- |
| Staging deployment | ✓ PASS |
| Staging health check | ✓ PASS |
| Staging readiness | ✓ PASS |
| Staging smoke tests | ✓ PASS |

#### Production

| Check | Status |
| --- | --- |
| Production approval | ✓ PASS (approved by bob) |
| Production deployment | ✓ PASS |
| Production health check | ✓ PASS |
| Production smoke tests | ✓ PASS |

`);
  });

  test("does not take migrations for missing where none were due", () => {
    const results = promote.results.filter(({ id }) => id !== "migrate");
    const part = section(renderReport(reportOf({ promote: { ...promote, results } })), "Database");
    expect(part).toContain("➖ Does not apply: Production migrations (none were due)");
    expect(part).toContain("| Staging migrations | ✓ PASS (2 migrations applied) |");
  });

  test("compares before and after, and says what nobody judged", () => {
    expect(section(report, "Post-Deployment Metrics")).toContain(
      [
        "| Error Rate | 0.0% → 0.2% | ✓ OK |",
        "| p99 Latency | 180ms → 185ms | not judged |",
        "",
        "Measured by phoenix-deploy's own requests: 30 requests in 3.0 s before, 600 requests in 60.0 s after. " +
          "p99 of fewer than 100 requests is the slowest of them.",
      ].join("\n"),
    );
  });

  test("sums up with what was switched off", () => {
    expect(section(report, "Summary")).toBe(
      "Summary\n\n**Deployment**: SUCCESSFUL  \n**All Validations**: PASSED, 2 switched off " +
        "(sobelow, hex-audit)  \n**Exit Gate**: MET, all 6 criteria  \n**Issues**: none\n\n",
    );
  });

  test("ticks every criterion with what it rests on", () => {
    expect(section(report, "Exit Gate").match(/^- \[x\] \*\*/gm)).toHaveLength(6);
    expect(section(report, "Exit Gate")).toContain(
      "- [x] **All pre-deployment validation passed**: 7 checks passed, 2 switched off (sobelow, hex-audit).",
    );
  });

  test("ends with the evidence in the order of the stages, its digests whole below a fold", () => {
    const files = [promote, smoke, validate, stages.staging].map((one) => ({
      evidence: one,
      pinned: true,
      sha256: "c".repeat(64),
    }));
    const part = section(renderReport(reportOf({}, { files })), "Evidence");
    const run = "[run 7, attempt 1](https://github.com/acme/shop/actions/runs/7)";
    expect(part).toContain(`| Stage | Run | Pinned |
| --- | --- | --- |
| validate passed | ${run} | yes |
| deploy-staging on staging passed | ${run} | yes |
| smoke-test on staging passed | ${run} | yes |
| promote on production passed | ${run} | yes |

<details><summary>Digests (sha256)</summary>

- validate: file <code>${"c".repeat(64)}</code>, release <code>${digest}</code>`);
  });

  test("repeats the release notes", () => {
    const notes = renderReport(reportOf({}, { notes: "### Added\n- A basket" }));
    expect(notes).toContain("<details><summary>Release notes</summary>\n\n```markdown\n### Added\n- A basket\n```");
  });
});

describe("the report of a deployment that did not", () => {
  test("was rolled back: the failing watch comes first, the rollback is not taken for the release", () => {
    const report = renderReport(reportOf({ promote: takenBack }));
    expect(report).toContain(
      "**Status**: ROLLED BACK ↩️\n\n" +
        "**60 of 200 requests failed. The release was rolled back: 1.0.0-99999999 serves",
    );
    expect(section(report, "Deployment Validation")).toContain("| Production deployment | ✗ FAIL (rolled back) |");
    expect(section(report, "Post-Deployment Metrics")).toContain(
      "| Error Rate | 0.0% → 30.0% | ✗ FAIL |\n| p99 Latency | 9.1ms → 300ms | not judged |",
    );
    expect(section(report, "Summary")).toContain(
      "**All Validations**: FAILED (promote)  \n**Exit Gate**: NOT MET (2 of 6 criteria are not met)",
    );
    expect(section(report, "What did not pass")).toContain("<details open><summary>❌ watch</summary>");
  });

  test("never got healthy: the health of the release before, seen in the rollback, is not shown as its own", () => {
    const results = [
      approval,
      one("step", "start"),
      one("signal", "health", { verdict: "fail", reason_code: "not_healthy" }),
      one("step", "stop"),
      one("signal", "health", { says: "1.0.0 answers." }),
    ];
    const report = renderReport(
      reportOf({ promote: evidence("promote", { status: "failed", decision: "stop", results }) }),
    );
    expect(report).toContain("**Status**: NOT DEPLOYED");
    expect(section(report, "Deployment Validation")).toContain("| Production health check | ✗ FAIL |");
    expect(section(report, "Deployment Validation")).toContain("| Production smoke tests | – NOT RUN |");
  });

  test("was stopped by a gate: nothing was deployed, and the gate is named", () => {
    const refused = one("gate", "approval", {
      title: "Approval of production",
      verdict: "fail",
      reason_code: "self_approval",
    });
    const report = renderReport(
      reportOf({ promote: evidence("promote", { status: "failed", decision: "stop", results: [refused] }) }),
    );
    expect(section(report, "Deployment Validation")).toContain("| Production approval | ✗ FAIL |");
    expect(section(report, "Deployment Validation")).toContain(
      "| Production deployment | – NOT RUN (blocked by a gate) |",
    );
  });

  test("was stopped because its start could not be announced: nothing was deployed", () => {
    const unheard = one("announcement", "slack", { required: true, verdict: "fail", reason_code: "not_delivered" });
    const report = renderReport(
      reportOf({ promote: evidence("promote", { status: "failed", decision: "stop", results: [unheard] }) }),
    );
    expect(section(report, "Deployment Validation")).toContain(
      "| Production deployment | – NOT RUN (its start could not be announced) |",
    );
  });

  test("failed in validation: what was not run is shown as not run, row by row", () => {
    const failing = {
      ...validate,
      status: "failed" as const,
      says: "Coverage is 71.4 %.",
      results: [one("check", "coverage", { title: "mix test --cover", verdict: "fail", facts: { coverage: 79.96 } })],
    };
    const report = renderReport(reportOf({ validate: failing, staging: null, smoke: null, promote: null }));
    expect(report).toContain("**Status**: NOT DEPLOYED ⛔\n\n**validate failed: Coverage is 71.4 %.**");
    expect(section(report, "Pre-Deployment Validation")).toMatch(
      /\| mix test --cover \| ✗ FAIL \(79\.9%\) \|[\s\S]*\| mix test \| – NOT RUN \|/,
    );
    expect(section(report, "Deployment Validation").match(/– NOT RUN/g)).toHaveLength(7);
    expect(section(report, "Post-Deployment Metrics")).toContain(
      "| Error Rate | no samples → no samples | – NOT RUN |",
    );
    expect(section(report, "Summary")).toContain("**All Validations**: FAILED (validate)");
    expect(section(report, "Exit Gate").match(/^- \[ \] /gm)).toHaveLength(4);
  });

  test("left no evidence at all: every row is there and none passes", () => {
    const none = { validate: null, staging: null, smoke: null, promote: null };
    const report = renderReport(reportOf(none, { version: null, notes: null }));
    expect(report).toContain("**Version**: unknown");
    expect(report).not.toContain("✓");
    const [checks = ""] = report.split("### Deployment Validation");
    for (const { title } of defaultChecks) expect(checks).toMatch(new RegExp(`\\| ${title}.* \\| – NOT RUN \\|`));
    expect(section(report, "Summary")).toContain("INCOMPLETE (not run: validate, deploy-staging, smoke-test, promote)");
    expect(section(report, "Evidence")).toContain("No evidence was found.");
  });

  test("was a dry run: nothing counts", () => {
    const report = renderReport(
      reportOf({
        promote: { ...promote, status: "planned", decision: "stop", results: [], before: null, after: null },
      }),
    );
    expect(report).toContain("**Status**: NOT DEPLOYED");
    expect(section(report, "Deployment Validation")).toContain("| Production deployment | – NOT RUN (dry run) |");
    expect(section(report, "Summary")).toContain("INCOMPLETE (not run: promote)");
  });
});

describe("the report does not gloss over", () => {
  test("smoke tests of staging that only deploy-staging saw", () => {
    const report = renderReport(reportOf({ smoke: null }));
    expect(section(report, "Deployment Validation")).toContain("| Staging smoke tests | – NOT RUN |");
  });

  test("a health check that only smoke-test saw fail", () => {
    const bad = {
      ...smoke,
      status: "failed" as const,
      results: [one("signal", "health", { verdict: "fail" }), one("signal", "smoke")],
    };
    expect(section(renderReport(reportOf({ smoke: bad })), "Deployment Validation")).toContain(
      "| Staging health check | ✗ FAIL |",
    );
  });

  test("an approval that nobody asked for, or that was one's own", () => {
    const gate = (judged: Parameters<typeof one>[2]) =>
      section(
        renderReport(reportOf({ promote: { ...promote, results: [one("gate", "approval", judged)] } })),
        "Deployment Validation",
      );
    expect(gate({ reason_code: "approval_not_required" })).toContain(
      "➖ Switched off: Production approval (not gated: no approval required)",
    );
    for (const [id, word] of [
      ["environment", "not-gated"],
      ["protection", "unprotected"],
      ["approval", "unverifiable"],
      ["self-approval", "self-approved"],
    ] as const) {
      const refused = one("gate", id, { verdict: "fail", reason_code: "self_approval", facts: { approval: word } });
      const report = renderReport(
        reportOf({ promote: { ...promote, status: "failed", results: [approval, refused] } }),
      );
      expect(section(report, "Deployment Validation")).toContain(`| Production approval | ✗ FAIL (${word}) |`);
    }
    expect(gate({ reason_code: "approved", facts: { approvers: "alice", self_approved: true } })).toContain(
      "✓ PASS (self-approved by alice)",
    );
  });

  test("faults of the evidence", () => {
    const problems = [
      {
        verdict: "fail",
        reason_code: "evidence_conflict",
        says: "It is not what its job pinned.",
        remedy: "Run again.",
      },
    ] as const;
    const report = renderReport(reportOf({}, { problems }));
    expect(report).toContain("> **❌ It is not what its job pinned.** Run again.");
    expect(section(report, "Summary")).toContain(
      "FAILED (1 fault in the evidence)  \n**Exit Gate**: NOT MET, the evidence has faults",
    );
  });

  test("an optional check that did not pass", () => {
    const results = validate.results.map((it) => (it.id === "dialyzer" ? { ...it, verdict: "fail" as const } : it));
    const report = renderReport(reportOf({ validate: { ...validate, results } }));
    expect(section(report, "Summary")).toContain("1 optional check did not pass (dialyzer)");
  });

  test("a criterion that is not met: what to do", () => {
    const criteria = [
      {
        id: "stakeholders",
        title: "Stakeholders notified",
        met: false,
        restsOn: "Nobody is named.",
        remedy: "Name one.",
      },
    ] as const;
    expect(section(renderReport(reportOf({}, { criteria })), "Exit Gate")).toContain(
      "- [ ] **Stakeholders notified**, not met: Nobody is named. What to do: Name one.",
    );
  });
});

test("a report that is too long for where it is shown is cut, with everything closed and a note", () => {
  const tail = "`".repeat(6_000);
  const results = Array.from({ length: 100 }, (_, index) =>
    one("check", `check-${index}`, {
      title: "t".repeat(5_000),
      verdict: "fail",
      says: `${index} ${"ü".repeat(2_000)}`,
      tail,
    }),
  );
  const report = reportOf({ validate: { ...validate, status: "failed", results } });
  for (const limit of [60_000, 200 * 1024]) {
    const shown = renderReport(report, limit);
    const html = page(shown);
    expect(Buffer.byteLength(shown)).toBeLessThanOrEqual(limit);
    expect(html.match(/<details/g)?.length).toBe(html.match(/<\/details>/g)?.length);
    expect(html).toMatch(/<p><strong>Cut here[^<]*The rest is in the evidence files\.<\/strong><\/p>\s*$/);
  }
});

describe("the page", () => {
  const html = renderHtml(reportOf());

  test("is one file that looks like GitHub's, light and dark, and asks nobody for anything", () => {
    expect(html).toMatch(/^<!doctype html>/);
    expect(html).toContain('<article class="markdown-body">');
    expect(html).toContain("prefers-color-scheme: dark");
    expect(html).toContain("@media print");
    expect(html).not.toMatch(
      /<script|<img|@import|url\(http|(href|src)="(?!https:\/\/github\.com\/|#part-|data:image\/svg)/,
    );
  });

  test("has its status as a word, in its title, in its icon and as its colour", () => {
    expect(html).toContain("<title>✅ SUCCESS: shop 1.1.0 on production</title>");
    expect(html).toContain('<h1><span aria-hidden="true">✅</span> SUCCESS</h1>');
    expect(decodeURIComponent(/href="data:image\/svg\+xml,([^"]*)"/.exec(html)?.[1] ?? "")).toContain('fill="#1a7f37"');
    const gone = renderHtml(reportOf({ promote: takenBack }));
    expect(gone).toContain("<title>↩️ ROLLED BACK: shop 1.1.0 on production</title>");
    expect(gone).toContain('<body class="rolled-back">');
  });

  test("leads to each of its sections", () => {
    const links = [...html.matchAll(/<a href="#(part-\d+)">([^<]*)<\/a>/g)];
    expect(links.length).toBeGreaterThan(10);
    for (const [, id, title] of links) expect(html).toContain(`<h3 id="${id}">${title}</h3>`);
  });

  test.each(hostile.map((text) => [JSON.stringify(text.slice(0, 50)), text]))(
    "is not changed by %s in the evidence",
    (_, text) => {
      const results = [
        one("check", "coverage", { title: text, verdict: "fail", says: text, remedy: text, tail: text }),
        one("check", text, { title: text }),
      ];
      const known = { status: "failed" as const, says: text, environment: text, run_id: text, results };
      const bad = { ...validate, ...known, warnings: [text], run_url: `javascript:${text}` };
      const calm = tags(page(renderReport(reportOf({ promote: takenBack }))));
      const own = ["article", "header", "h1", "nav", "a", "span", "br", "wbr"];
      const shown = renderHtml(
        reportOf(
          { validate: bad, promote: null },
          { version: text, environment: text, from: text, notes: text, app: text },
        ),
      );
      const body = shown.slice(shown.indexOf("<article"), shown.indexOf("</article>"));
      expect(tags(body).filter((tag) => ![...own, ...calm].includes(tag))).toEqual([]);
      expect(targets(body).filter((target) => !/^(#part-|https:\/\/github\.com\/)/.test(target))).toEqual([]);
      expect(body.match(/<details/g)?.length).toBe(body.match(/<\/details>/g)?.length);
      expect(shown.match(/<title>/g)).toHaveLength(1);
    },
  );
});
