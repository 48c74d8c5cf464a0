import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { judgeFormat } from "../../src/checks/format.ts";
import { placesIn, progressIn } from "../../src/mix-output/places.ts";
import { couldNotRun, plain, tailOf } from "../../src/mix-output/unfinished.ts";
import { drawn } from "../support/extent.ts";
import { type Judged, judges } from "./judges.ts";
import { kindOf, path, type Recorded, recorded, runs, shown } from "./recorded.ts";

const judged = runs
  .filter((run) => (kindOf(run) ?? "ecto") in judges)
  .map((run) => [kindOf(run) as Judged, run] as const);
const megabyte = 1 << 20;

/** Both streams changed alike. */
function changed(ran: Recorded, change: (text: string) => string): Recorded {
  return { ...ran, stdout: change(ran.stdout), stderr: change(ran.stderr) };
}

const issue = (file: string, message: string) => ({
  category: "warning",
  check: "C",
  filename: file,
  line_no: 1,
  column: 2,
  message,
});
const credo = (issues: readonly object[]): Recorded => ({
  status: "ran",
  code: 16,
  stdout: `{\n${JSON.stringify({ issues }).slice(1)}\n`,
  stderr: "",
});

describe("hostile outputs", () => {
  test("lines that end as on Windows are judged as they are", () => {
    for (const [kind, run] of judged)
      expect([run, shown(judges[kind](changed(recorded(run), (text) => text.replaceAll("\n", "\r\n"))))]).toEqual([
        run,
        shown(judges[kind](recorded(run))),
      ]);
  });

  test("colours and control characters hide nothing", () => {
    const coloured = (text: string) =>
      text.replaceAll(/^(?=.)/gm, "\u001b[1m\u001b[31m\u0000").replaceAll(/(?<=.)$/gm, "\u001b[0m\u001b[K");
    // sobelow's and mix_audit's reports are JSON in a file and on a line of its own, which no terminal colours.
    for (const [kind, run] of judged.filter(([one]) => one !== "sobelow"))
      expect([run, shown(judges[kind](changed(recorded(run), coloured)))]).toEqual([
        run,
        shown(judges[kind](recorded(run))),
      ]);
  });

  test("JSON that ends early, or says something else, is an error", () => {
    const whole = recorded("tools/credo-json");
    for (const stdout of [
      whole.stdout.slice(0, -3),
      "{\n}",
      '{\n"issues": 3\n}',
      '{\n"issues": [{}]\n}',
      "[]",
      "null",
      '{\n"issues": [null]\n}',
    ])
      expect(judges.credo({ ...whole, stdout }).verdict).toBe("error");
    for (const report of [
      "{}",
      "[]",
      "null",
      '{"findings":{},"total_findings":0}',
      '{"findings":{"high_confidence":[],"medium_confidence":[],"low_confidence":[]},"total_findings":1}',
    ])
      expect(
        judges.sobelow({
          status: "ran",
          code: 0,
          stdout: `${report} "findings"`.replace(' "findings"', ""),
          stderr: "",
        }).verdict,
      ).toBe("error");
    for (const stdout of [
      '{"pass":true}',
      '{"pass":"true","vulnerabilities":[]}',
      '{"pass":true,"vulnerabilities":[{}]}',
    ])
      expect(judges["deps-audit"]({ status: "ran", code: 0, stdout, stderr: "" }).verdict).toBe("error");
  });

  test("ten thousand findings are all read", () => {
    const many = 10_000;
    const lines = Array.from(
      { length: many },
      (_, index) => `lib/a${index}.ex:${index + 1}:7:no_return Function f/${index} has no local return.`,
    );
    const dialyzer = {
      status: "ran",
      code: 2,
      stdout: `Total errors: ${many}, Skipped: 0, Unnecessary Skips: 0\n`,
      stderr: lines.join("\n"),
    } as const;
    expect(judges.dialyzer(dialyzer).findings).toHaveLength(many);
    expect(judges.credo(credo(lines.map((line) => issue("lib/a.ex", line)))).findings).toHaveLength(many);
    const one = { file: "lib/a.ex", line: 1, type: "XSS.Raw: XSS", variable: "x" };
    const report = {
      findings: { high_confidence: Array(many).fill(one), medium_confidence: [], low_confidence: [] },
      total_findings: many,
    };
    expect(
      judges.sobelow({ status: "ran", code: 1, stdout: JSON.stringify(report), stderr: "" }).findings,
    ).toHaveLength(many);
    const advisories = lines.map((_, index) => `  p${index} 1.0.0 - EEF-${index} (HIGH)\n    text`).join("\n");
    const audit = {
      status: "ran",
      code: 0,
      stdout: `Advisories:\n${advisories}\n\n`,
      stderr: "Found packages with security advisories\n",
    } as const;
    expect(judges["hex-audit"](audit).findings).toHaveLength(many);
    const warnings = lines.map((_, index) => `warning: unused\n  lib/a${index}.ex:${index + 1}: A.go/1\n`).join("\n");
    expect(judges.compile({ status: "ran", code: 1, stdout: "", stderr: warnings }).findings).toHaveLength(many);
    expect(placesIn([warnings], path)).toHaveLength(50);
  });

  test("paths with spaces stay whole, and `../` leads nowhere else", () => {
    const dialyzer = {
      status: "ran",
      code: 2,
      stdout: "Total errors: 2, Skipped: 0, Unnecessary Skips: 0\n",
      stderr: "lib/my app/a b.ex:3:1:call No.\n../../etc/passwd.ex:1:call No.\n",
    } as const;
    expect(judges.dialyzer(dialyzer).findings?.map((one) => one.file)).toEqual([
      "lib/my app/a b.ex",
      "../../etc/passwd.ex",
    ]);
    expect(judges.credo(credo([issue("lib/../lib/a b.ex", "m")])).findings?.[0]?.file).toBe("lib/a b.ex");
    expect(placesIn(["warning: w\n  /etc/elsewhere.ex:3: A.b/0\n"], path)[0]).not.toHaveProperty("file");
  });

  test("a message that speaks to the runner or to Markdown stays a message", () => {
    const message = "::error::no\n# head\n<script>|`x`|\n::set-output name=a::b";
    expect(judges.credo(credo([issue("lib/a.ex", message)])).findings?.[0]?.message).toBe(message);
    const { stdout, stderr } = {
      stdout: "::warning file=lib/a.ex,line=1::x\nTotal errors: 1, Skipped: 0, Unnecessary Skips: 0\n",
      stderr: "",
    };
    expect(judges.dialyzer({ status: "ran", code: 2, stdout, stderr }).verdict).toBe("fail");
  });

  const texts: readonly [string, string][] = [
    ["no line's end", "a".repeat(megabyte)],
    ["blanks", " ".repeat(megabyte)],
    ["opening brackets", " (".repeat(megabyte / 2)],
    ["digits and colons", "1:".repeat(megabyte / 2)],
    ["a database over and over", "database ".repeat(megabyte / 9)],
    ["tcp connect over and over", "tcp connect (".repeat(megabyte / 13)],
    ["dots of a path", `/${"a.".repeat(megabyte / 2)}!`],
    ["escapes without an end", "\u001b[".repeat(megabyte / 2)],
    ["line's ends", "\n".repeat(megabyte)],
    ["begun warnings", "warning: w\n".repeat(megabyte / 11)],
    ["begun files", "== Compilation error in file lib/a.ex ==\n".repeat(megabyte / 41)],
    ["begun failures", "  1) test a (A)\n".repeat(megabyte / 16)],
    ["raised errors", "** (RuntimeError) no\n".repeat(megabyte / 21)],
    ["bad configurations", ':badconfig, "'.repeat(megabyte / 13)],
    ["unused filters", "Unused filters:\n".repeat(megabyte / 16)],
  ];
  test.each(drawn("hostile megabytes", texts, 3))(
    "a megabyte of %s is read to its end, and passes nothing",
    (_, text) => {
      for (const kind of Object.keys(judges) as Judged[]) {
        if (kind === "compile" || kind === "unused-deps") continue;
        const ran: Recorded = { status: "ran", code: 1, stdout: text, stderr: text };
        expect([kind, judges[kind](ran).verdict]).not.toEqual([kind, "pass"]);
      }
      expect(
        judgeFormat({ status: "failed", message: `not formatted\n${text}`, read: [], excluded: [], apps: [] }, path)
          .verdict,
      ).not.toBe("pass");
      expect(couldNotRun("mix", { words: text, otherwise: text }).verdict).toBe("error");
      expect(placesIn([text, text], path).length).toBeLessThanOrEqual(50);
      expect(progressIn(text)).toBe("");
      expect(tailOf({ stdout: text, stderr: plain(text) }).length).toBeLessThanOrEqual(6_000);
    },
  );

  test("words at random never pass, whatever the exit code", () => {
    const pieces = fc.array(
      fc.oneof(
        fc.string(),
        fc.constantFrom(
          "\n",
          "{",
          "}",
          '"issues": []',
          "Total errors: 0, Skipped: 0",
          "No retired packages found",
          '{"pass":',
          "{\n",
        ),
      ),
      {
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(pieces, pieces, fc.constantFrom(0, 1, 2, 128), (stdout, stderr, code) => {
        const ran: Recorded = { status: "ran", code, stdout: stdout.join(""), stderr: stderr.join("") };
        for (const kind of ["credo", "sobelow", "dialyzer", "hex-audit", "deps-audit"] as const)
          if (judges[kind](ran).verdict === "pass")
            expect([kind, ran.stdout]).toEqual(["credo", expect.stringMatching(/^\{\n"issues": \[\]\s*\}/m)]);
      }),
    );
  });
});
