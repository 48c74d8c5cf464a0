// The rollback of a report: what was rolled back, why, by whom, how long it took, and what users got.
import { describe, expect, test } from "@jest/globals";
import type { Evidence } from "../../../src/domain/evidence/evidence.ts";
import type { Result } from "../../../src/domain/evidence/result.ts";
import { renderReport } from "../../../src/render/report/report.ts";
import { reportOf } from "../reports.ts";
import { one, promote, rollback, takenBack } from "../story.ts";

/** A result so many seconds after the stage began. */
const at = (by: Evidence, seconds: number, given: Result): Result => ({
  ...given,
  started_at: new Date(Date.parse(by.started_at) + seconds * 1_000).toISOString(),
});
const switched = one("step", "shift", { ms: 250 });
const asked: Evidence["rollback"] = {
  reason: "p1-bug",
  detail: "checkout is <b>broken</b>",
  asked_to: "1.0.0",
  drill: false,
};
const said = "Requests fail.";

/** Without the places where a narrow cell may break. */
const plain = (markdown: string) => markdown.replaceAll("<wbr>", "");

function reported(known: Partial<Evidence>, deployed = promote) {
  const report = reportOf({ promote: deployed, rollback: { ...rollback, rollback: asked, ...known } });
  const text = plain(renderReport(report));
  const [, section = ""] = /### (Rollback.*?)\n### Issues/s.exec(text) ?? [];
  const [, word = ""] = /\*\*Rollback\*\*: (.*?) *\n/.exec(text) ?? [];
  return { report, rolled: report.rollback, section, word };
}

describe("a rollback by hand", () => {
  test("shows which releases, its reason, who asked in which run, and both times from the start of the action", () => {
    const { section, rolled, word } = reported({
      results: [
        at(rollback, 2, switched),
        at(rollback, 3, one("signal", "recovered", { says: "1 of 100.", ms: 5_000 })),
      ],
      before: { requests: 40, errors: 10, p50_ms: 8, p99_ms: 9, seconds: 4 },
      after: { requests: 100, errors: 1, p50_ms: 8, p99_ms: 9, seconds: 10 },
    });
    expect(rolled).toMatchObject({ outcome: "done", times: { traffic_ms: 2_250, whole_ms: 8_000 } });
    expect(section).toContain("| To | 1.0.0-99999999, asked for as <code>1.0.0</code> |");
    expect(section).toContain("| Reason | <code>p1-bug</code>: checkout is &#60;b&#62;broken");
    expect(section).toContain("| Started by | alice, by hand, in [run 7, attempt 1](https://github.com/acme/shop");
    expect(section).toContain("| Traffic back | 2.3 s after the start of the action |");
    expect(section).toContain("| All done | 8.0 s after the start of the action |");
    expect(section).toContain("| Failed requests | 10 of 40 (25.0%) until the switch, 1 of 100 (1.0%) after it |");
    expect(section).toContain("| Good answers again | ✓ PASS: 1 of 100. |");
    expect(word).toBe("DONE");
  });

  test.each([
    [
      "not_recovered",
      "rollback-failed",
      "users still get bad answers: look now",
      "DONE, and users still get bad answers",
    ],
    ["partial_fleet", "rollback-failed", "Not every host went back: look now", "FAILED, not on every host"],
    ["rollback_failed", "rollback-failed", "It failed: look now", "FAILED"],
    [
      "revert_failed",
      "complete",
      "what comes after that, such as the schema, failed",
      "DONE, but not what comes after",
    ],
    ["not_healthy", "taken-back", "It was undone", "UNDONE"],
    ["invalid_input", "stop", "Nothing was rolled back", "NOTHING CHANGED"],
  ] as const)("that ended with %s and %s says so", (reason_code, decision, ending, expected) => {
    const results = decision === "stop" ? [] : rollback.results;
    const { section, word } = reported({ status: "failed", reason_code, decision, says: said, results });
    expect(section).toContain(ending);
    expect(word).toBe(expected);
  });

  test("that was cut does not look like one that ended", () => {
    const { section, rolled } = reported({
      status: "cancelled",
      decision: "stop",
      reason_code: "cancelled",
      says: said,
    });
    expect(section).toContain("It did not end: look at what serves.");
    expect(rolled?.times).toBeNull();
  });

  test("that was a dry run has no section", () => {
    expect(reported({ status: "planned", decision: "stop" }).rolled).toBeNull();
  });

  test("of a release that was not on the hosts says where its files are", () => {
    const built_by = {
      run_id: "5",
      url: "https://github.com/acme/shop/actions/runs/5",
      artifact: "shop-1.0.0",
      digest: "9".repeat(64),
      sha: "b",
    };
    const { section } = reported({ rollback: { ...asked, built_by } });
    expect(section).toContain(
      "artifact <code>shop-1.0.0</code> of [run 5](https://github.com/acme/shop/actions/runs/5)",
    );
  });

  test("that was a drill shows how long each direction took, and that nothing changed for good", () => {
    const drill = {
      ...asked,
      drill: true,
      back: { traffic_ms: 400, whole_ms: 2_000 },
      forward: { traffic_ms: 900, whole_ms: 65_000 },
    };
    const { section, word, report } = reported({ reason_code: "drill_passed", rollback: drill });
    expect(section).toMatch(/^Rollback Drill\n/);
    expect(section).toContain("| Back | 400 ms until all new requests went there, 2.0 s in all |");
    expect(section).toContain("| Forward again | 900 ms until all new requests went there, 1 min 5 s in all |");
    expect(section).not.toContain("| Schema |");
    expect([word, report.status]).toEqual(["DRILL, back and forward again", "SUCCESS"]);
    const halfway = reported({ status: "failed", decision: "taken-back", rollback: { ...asked, drill: true } });
    expect(halfway.section).toContain("| Forward again | did not get there |");
  });
});

describe("the schema of a rollback", () => {
  const all = ["Shop.Repo/20261101", "Shop.Audit/7", "Shop.Repo/20261102"];
  const migrated: Evidence = {
    ...promote,
    results: [...promote.results, one("step", "migrate", { facts: { versions_after: all } })],
  };
  const wanted = one("gate", "schema");

  test("was kept, at the newest version of each repository that is known", () => {
    expect(reported({}).section).toContain("| Schema | kept |");
    const { section, rolled } = reported({}, migrated);
    expect(rolled?.schema).toMatchObject({ outcome: "kept", after: ["Shop.Repo/20261102", "Shop.Audit/7"] });
    expect(section).toMatch(/Schema \| kept at Shop\..*20261102, Shop\..*7 \|/);
  });

  test("was rolled back, from and to the versions that the database had", () => {
    const facts = {
      versions_before: all.slice(0, 1).concat(all.slice(2)),
      versions_after: all.slice(0, 1),
      removed: all.slice(2),
    };
    const { section } = reported({ results: [wanted, one("step", "revert", { facts })] }, migrated);
    expect(section).toContain("| Schema | rolled back by 20261102; newest before 20261102, after 20261101 |");
  });

  test.each([
    [[one("gate", "schema", { verdict: "fail", says: "A table has rows." })], "and refused: A table has rows."],
    [[wanted, one("step", "revert", { verdict: "fail", says: "It has 3." })], "not rolled back as planned: It has 3."],
    [[wanted], "the rollback ended before that"],
  ])("was not what was asked for: %#", (results, expected) => {
    expect(reported({ results }).section).toContain(expected);
  });
});

test("promote's own rollback shows what it judged to fail, and counts from that failure", () => {
  const { results } = takenBack;
  const cause = results.findIndex(({ id }) => id === "watch");
  const timed = results.map((given, index) => (index < cause ? given : at(takenBack, 10 + index - cause, given)));
  const report = reportOf({ promote: { ...takenBack, results: timed } });
  const text = plain(renderReport(report));
  expect(report.rollback).toMatchObject({ outcome: "done", times: { traffic_ms: 1_000, whole_ms: 2_000 } });
  expect(text).toContain("| Reason | <code>errors&#95;exceeded</code> |");
  expect(text).toContain("| Criterion | watch, ✗ FAIL: 60 of 200 requests failed. |");
  expect(text).toContain("| Started by | promote by itself, in [run 7, attempt 1]");
  expect(text).toContain("| Traffic back | 1.0 s after the failure |");
  expect(text).toContain("| Failed requests | 60 of 200 (30.0%) in the watch |");
});
