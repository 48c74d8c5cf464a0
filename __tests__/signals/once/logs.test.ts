import { describe, expect, test } from "@jest/globals";
import { judgeLogs } from "../../../src/signals/once/logs.ts";

const at = { host: "web1", slot: "blue" };

describe("the logs since the start", () => {
  test("pass with the number of lines that were read on all hosts", () => {
    const seen = { lines: 4, errors: 0, quoted: [] };
    expect(
      judgeLogs([
        { ...at, seen },
        { host: "web2", slot: "blue", seen },
      ]),
    ).toMatchObject({
      verdict: "pass",
      says: "No errors in 8 lines since the start.",
    });
  });

  test("fail with the first error and its host, and quote the others", () => {
    const seen = { lines: 9, errors: 2, quoted: ["[error] one", "[error] two"] };
    expect(
      judgeLogs([
        { ...at, seen: { lines: 1, errors: 0, quoted: [] } },
        { host: "web2", slot: "blue", seen },
      ]),
    ).toMatchObject({
      verdict: "fail",
      reason_code: "log_errors",
      says: "2 lines of 10 in the logs since the start are errors; the first is on web2: [error] one",
      tail: "web2: [error] one\nweb2: [error] two",
    });
  });

  test.each([
    ["cannot be read", null, "could not be read"],
    ["has no line", { lines: 0, errors: 0, quoted: [] }, "has no line since the start"],
  ])("do not pass where one %s", (_what, seen, says) => {
    const judgement = judgeLogs([
      { ...at, seen: { lines: 4, errors: 0, quoted: [] } },
      { host: "web2", slot: "green", seen },
    ]);
    expect(judgement).toMatchObject({ verdict: "inconclusive", reason_code: "logs_not_read" });
    expect(judgement.says).toContain(`The log of slot green of web2 ${says}`);
  });

  test("name the group that a user needs from whom systemd hides the journal", () => {
    const seen = { lines: 0, errors: 0, quoted: [], hiddenFrom: "deploy" };
    expect(judgeLogs([{ ...at, seen }])).toMatchObject({
      reason_code: "logs_not_read",
      says: "systemd does not show deploy the log of slot blue of web1.",
      remedy: expect.stringContaining("--groups systemd-journal deploy"),
    });
  });

  test("do not pass where no release is recorded anywhere", () => {
    expect(judgeLogs([]).verdict).toBe("inconclusive");
  });
});
