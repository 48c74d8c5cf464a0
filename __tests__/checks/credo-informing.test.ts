// What credo's own configuration lets inform (`exit_status: 0`) informs, and nothing else does.
import { describe, expect, test } from "@jest/globals";
import { judgeCredo } from "../../src/checks/credo.ts";
import { inventory } from "./judges.ts";
import { path, recorded, shown } from "./recorded.ts";

const whole = recorded("tools/credo-json");
const { issues } = JSON.parse(whole.stdout) as {
  issues: { check: string; filename: string; line_no: number; message: string }[];
};
const judged = (code: number, informing: typeof issues) =>
  judgeCredo({ ...whole, status: "ran", code, read: { ...inventory, informing } }, path);

describe("an issue of a check with exit_status: 0", () => {
  test("does not fail, and is shown as a notice", () => {
    const judgement = judged(0, issues);
    expect(shown(judgement)).toBe(
      "pass passed: notice lib/lint.ex:4:5, notice lib/lint.ex:1:11, notice lib/lint.ex:7:15, notice lib/lint.ex:3:5",
    );
    expect(judgement.says).toBe("No issues that count in 39 files, by 69 checks. 4 inform only (`exit_status: 0`).");
  });

  test("leaves another issue its failure, which counts that one alone", () => {
    const judgement = judged(16, issues.slice(0, 3));
    expect(judgement).toMatchObject({ verdict: "fail", facts: { issues: 1, informing: 3 } });
    expect(judgement.says).toBe("1 issue (warning). 3 more inform only (`exit_status: 0`).");
    expect(judgement.findings?.map((one) => one.severity)).toEqual(["notice", "notice", "notice", "warning"]);
  });

  test("passes nothing where credo ended with an error of its own", () => {
    expect(judged(129, issues).verdict).toBe("error");
  });

  test("passes nothing where it is not known what credo worked with", () => {
    expect(judgeCredo({ ...whole, status: "ran", code: 0, read: null }, path).verdict).not.toBe("pass");
  });
});
