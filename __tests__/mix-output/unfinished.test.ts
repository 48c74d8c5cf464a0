import { describe, expect, test } from "@jest/globals";
import { z } from "zod";
import { couldNotRun, plain, unfinished } from "../../src/mix-output/unfinished.ts";
import type { Ran } from "../../src/ports/shell.ts";
import { artefact, type VmOutput } from "../../src/validation/artefact.ts";
import { recorded, shown } from "../checks/recorded.ts";
import { machine, root } from "../validation/machine.ts";

const exited: Ran = { ended: "exited", code: 1, stdout: "", stderr: "", durationMs: 9, why: "" };
const output = (ran: Partial<Ran>): VmOutput => ({
  name: "mix test",
  out: "/out",
  limitMs: 900_000,
  ran: { ...exited, ...ran },
  path: (file) => file,
});

describe("a check that left no artefact", () => {
  test.each([
    [
      "time-out",
      { ended: "timed-out", code: null } as const,
      "error timed_out",
      "mix test did not end within 15 min (`check-timeout`) and was ended.",
    ],
    ["cancel", { ended: "cancelled", code: null } as const, "not-run cancelled", "Cancelled."],
    [
      "missing Elixir",
      { ended: "not-started", code: null, why: "elixir: not found" } as const,
      "error could_not_run",
      "mix test could not start: elixir: not found.",
    ],
    [
      "silent end",
      {},
      "error could_not_run",
      "mix test could not run: it exited with code 1 before this check had ended.",
    ],
  ])("is explained by a %s", (_, ran, expected, says) => {
    expect([shown(unfinished(output(ran))), unfinished(output(ran)).says]).toEqual([expected, says]);
  });

  test("names what had failed by then, and how far it had come", () => {
    const { stdout, stderr } = recorded("elixir-1.20.3/test-fail-cover");
    const judgement = unfinished(output({ stdout, stderr, code: 137 }));
    expect(shown(judgement)).toBe(
      "error could_not_run: error test/demo_test.exs:9, warning lib/demo.ex:6:5, warning lib/demo.ex:5:13, " +
        "warning lib/demo.ex:7:9, warning test/demo_test.exs:10:25",
    );
    expect(judgement.says).toBe(
      "mix test could not run: it exited with code 137 before this check had ended. Before that it had printed: " +
        "2 tests, 1 failed, 1 skipped, coverage 20 %.",
    );
    expect(unfinished(output({ stdout, stderr, ended: "timed-out", code: null })).findings).toHaveLength(5);
  });

  test("a passing output of a VM that ended too soon stays an error", () => {
    for (const run of [
      "elixir-1.18.4/test-pass",
      "phoenix-1.8/pass/hex-audit",
      "phoenix-1.8/pass/dialyzer",
      "phoenix-1.8/pass/release",
      "ecto/migrate",
    ])
      expect([run, unfinished(output({ ...recorded(run), code: 0 })).verdict]).toEqual([run, "error"]);
  });
});

describe("what stood in the way", () => {
  test.each([
    ["phoenix-1.8/fail/no-hex", "could_not_run", "Hex is not installed."],
    ["phoenix-1.8/fail/deps-missing", "dependency_failed", "Dependencies are missing or do not match mix.lock."],
    ["phoenix-1.8/fail/hex-audit-no-lock", "dependency_failed", "Dependencies are missing or do not match mix.lock."],
    ["phoenix-1.8/fail/migrate-db-refused", "database_unreachable", "The database cannot be reached."],
    ["phoenix-1.8/fail/migrate-no-db", "database_unreachable", "The database cannot be reached."],
    ["phoenix-1.8/fail/hex-audit-offline", "network_failed", "A server could not be reached."],
    ["tools/mix_audit-offline-false-pass", "network_failed", "A server could not be reached."],
  ])("is read from the words of %s", (run, reason, says) => {
    const { stdout, stderr } = recorded(run);
    expect(couldNotRun("mix", { words: `${stdout}\n${stderr}`, otherwise: "" })).toMatchObject({
      verdict: "error",
      reason_code: reason,
      says: `mix could not run: ${says}`,
    });
  });
});

describe("an artefact", () => {
  const schema = z.object({ status: z.literal("ran"), tests: z.int() });
  const read = async (text: string | null) => {
    const { context } = machine([], new Map(text === null ? [] : [["/out/test.json", text]]));
    return artefact(output({}), { name: "test.json", schema }, context.files);
  };

  test("is its value and the time that its step took", async () => {
    expect(await read('{"status":"ran","tests":3,"ms":12}')).toEqual({
      durationMs: 12,
      value: { status: "ran", tests: 3 },
    });
  });

  test.each([
    ["none", null, "no file", "could_not_run"],
    ["a time-out", '{"status":"timed_out"}', "timed out", "timed_out"],
    [
      "a fault",
      '{"status":"could_not_run","message":"** (DBConnection.ConnectionError) no"}',
      "stopped",
      "database_unreachable",
    ],
    ["a tool that is not there", '{"status":"absent"}', "absent", "could_not_run"],
    ["half a file", '{"status":"ran","te', "stopped", "not_judged"],
    ["another form", '{"status":"ran","tests":"3"}', "stopped", "not_judged"],
    ["a list", "[]", "stopped", "not_judged"],
  ])("that is %s is never a value", async (_, text, why, reason) => {
    expect(await read(text)).toMatchObject({ why, missing: { verdict: "error", reason_code: reason } });
  });
});

test("plain text is what a person reads", () => {
  expect(plain("\u001b[1m\u001b[31ma\u001b[0m\r\nb\u0000c\u0007\td")).toBe("a\nbc\td");
  expect(root).toBe("/repo");
});
