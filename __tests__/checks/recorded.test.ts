import { describe, expect, test } from "@jest/globals";
import { type Judged, judges } from "./judges.ts";
import { filesOf, kindOf, type Recorded, recorded, runs, runsOf, shown } from "./recorded.ts";

const fleet = (...lines: readonly string[]) => lines.map((line) => `warning lib/harbor/fleet.ex:${line}`).join(", ");
const lint = (...lines: readonly string[]) => lines.map((line) => `warning lib/lint.ex:${line}`).join(", ");
const report = (...lines: readonly number[]) =>
  lines.map((line) => `error lib/harbor_web/controllers/report_controller.ex:${line}`).join(", ");
const sobelowRouter = "error lib/harbor_web/router.ex:4";
const unread = "error could_not_run";
const passed = "pass passed";

/**
 * What each recorded run of a tool is judged: the forms that we never ask for are errors, whatever their exit code
 * says.
 */
const expected: Readonly<Record<Exclude<Judged, "compile" | "format" | "test">, Readonly<Record<string, string>>>> = {
  credo: {
    "phoenix-1.8/fail/credo": unread,
    "phoenix-1.8/fail/credo-bad-config": "error syntax_error: error .credo.exs:1",
    "phoenix-1.8/fail/credo-flycheck": unread,
    "phoenix-1.8/fail/credo-json": `fail issues_found: ${fleet("44:3", "45:7", "47:8", "54:11", "46:5")}`,
    "phoenix-1.8/fail/credo-json-deps-uncompiled": passed,
    "phoenix-1.8/fail/credo-mixenv-prod": unread,
    "phoenix-1.8/fail/credo-mute": unread,
    "phoenix-1.8/fail/credo-oneline": unread,
    "phoenix-1.8/fail/credo-sarif": unread,
    "phoenix-1.8/fail/credo-syntax": unread,
    "phoenix-1.8/fail/credo-unknown-check": "error not_judged",
    "phoenix-1.8/pass/credo": unread,
    "phoenix-1.8/pass/credo-flycheck": unread,
    "phoenix-1.8/pass/credo-json": passed,
    "phoenix-1.8/pass/credo-sarif": unread,
    "tools/credo-bad-flag": unread,
    "tools/credo-default": unread,
    "tools/credo-flycheck": unread,
    "tools/credo-json": `fail issues_found: ${lint("4:5", "1:11", "7:15", "3:5")}`,
    "tools/credo-json-polluted-stdout": `fail issues_found: ${lint("4:5", "1:11", "7:15", "3:5")}`,
    "tools/credo-jsonl": unread,
    "tools/credo-oneline": unread,
    "tools/credo-sarif": unread,
  },
  sobelow: {
    ...Object.fromEntries(
      ["0.13.0", "0.13.0config", "0.13.0configformatjson", "0.13.0configformatsarif", "0.13.0exit"].map((name) => [
        `phoenix-1.8/fail/sobelow-${name}`,
        unread,
      ]),
    ),
    ...Object.fromEntries(
      ["0.14.1", "0.14.1config", "0.14.1configformatsarif", "0.14.1exit"].map((name) => [
        `phoenix-1.8/fail/sobelow-${name}`,
        unread,
      ]),
    ),
    "phoenix-1.8/fail/sobelow-0.14.1configformatjson": `fail vulnerabilities_found: ${report(15, 16)}`,
    ...Object.fromEntries(
      [
        "compact",
        "config",
        "config-exit-atom",
        "config-exit-false",
        "config-missing",
        "exit",
        "flycheck",
        "plain",
        "sarif",
      ].map((name) => [`phoenix-1.8/fail/sobelow-${name}`, unread]),
    ),
    "phoenix-1.8/fail/sobelow-json": `fail vulnerabilities_found: ${report(15, 16, 17, 18, 19)}, ${sobelowRouter}`,
    // On standard output the words of a compilation may stand before it: its report is asked for as a file.
    "phoenix-1.8/fail/sobelow-json-deps-uncompiled": unread,
    "phoenix-1.8/pass/sobelow-config": unread,
    "phoenix-1.8/pass/sobelow-json": passed,
    "phoenix-1.8/pass/sobelow-plain": unread,
    "phoenix-1.8/pass/sobelow-sarif": unread,
    "tools/sobelow-json": "fail vulnerabilities_found: error lib/lint.ex:11, notice lib/lint.ex:7",
    "tools/sobelow-sarif": unread,
    "tools/sobelow-seed-config": unread,
    "tools/sobelow-txt-no-exit": unread,
    "tools/sobelow-umbrella-root": unread,
  },
  dialyzer: {
    // Warnings in another form are counted, and left in the output.
    ...Object.fromEntries(
      [
        "dialyzer",
        "dialyzer-dialyzer",
        "dialyzer-github",
        "dialyzer-ignore-exit",
        "dialyzer-ignore_file",
        "dialyzer-ignore_file_strict",
        "dialyzer-raw",
      ].map((name) => [`phoenix-1.8/fail/${name}`, "fail issues_found"]),
    ),
    "phoenix-1.8/fail/dialyzer-multi": `fail issues_found: ${fleet("49:13", "59:7", "59:39")}`,
    "phoenix-1.8/fail/dialyzer-quiet": unread,
    "phoenix-1.8/fail/dialyzer-short": `fail issues_found: ${fleet("49:13", "59:7", "59:39")}`,
    "phoenix-1.8/pass/dialyzer": passed,
    "phoenix-1.8/pass/dialyzer-github": passed,
    "tools/dialyzer-samples": `fail issues_found: ${lint("13")}`,
  },
  "hex-audit": {
    "phoenix-1.8/fail/hex-audit":
      "fail vulnerabilities_found: warning mix.lock:1, warning mix.lock:1, error mix.lock:1",
    "phoenix-1.8/fail/hex-audit-fresh":
      "fail vulnerabilities_found: warning mix.lock:1, warning mix.lock:1, error mix.lock:1",
    "phoenix-1.8/fail/hex-audit-ignored": passed,
    "phoenix-1.8/fail/hex-audit-no-lock": "error dependency_failed",
    "phoenix-1.8/fail/hex-audit-offline": "error network_failed",
    "phoenix-1.8/fail/hex-audit-ok-fresh": passed,
    "phoenix-1.8/fail/hex-audit-registry-down": "inconclusive network_failed",
    "phoenix-1.8/fail/hex-audit-registry-down-nocache": "inconclusive network_failed",
    "phoenix-1.8/fail/hexaudit-lock-mismatch": "error dependency_failed",
    "phoenix-1.8/fail/no-hex": unread,
    "phoenix-1.8/pass/hex-audit": passed,
  },
  "deps-audit": {
    "tools/mix_audit-fail-human": unread,
    "tools/mix_audit-fail-json": "fail vulnerabilities_found: error mix.lock:1",
    "tools/mix_audit-offline-false-pass": "inconclusive network_failed",
  },
  "unused-deps": {
    "phoenix-1.8/fail/deps-get-bad": passed,
    "phoenix-1.8/fail/deps-lock-mismatch": "fail lock_mismatch: error mix.lock:1",
    "phoenix-1.8/fail/deps-missing": "error dependency_failed",
    "phoenix-1.8/pass/deps-unlock-check": passed,
  },
};

describe("recorded outputs of real tools", () => {
  test("every file belongs to a run, and every run to a parser", () => {
    expect(runs.filter((run) => kindOf(run) === undefined)).toEqual([]);
    expect(runs).toHaveLength(194);
    expect(runs.flatMap(filesOf)).toHaveLength(580);
  });

  test.each(Object.entries(expected))("each of %s is judged as it must be", (kind, table) => {
    const judge = judges[kind as Judged];
    expect(Object.fromEntries(runsOf(kind as Judged).map((run) => [run, shown(judge(recorded(run)))]))).toEqual(table);
  });

  test("findings bear the rule and the words of their tool", () => {
    const first = (kind: Judged, run: string) => judges[kind](recorded(run)).findings?.[0];
    expect(first("credo", "tools/credo-json")).toMatchObject({
      rule: "Credo.Check.Design.TagTODO",
      message: "Found a TODO tag in a comment: # TODO: fix me",
    });
    expect(first("sobelow", "tools/sobelow-json")).toMatchObject({
      rule: "Misc.BinToTerm",
      message: "Misc.BinToTerm: Unsafe `binary_to_term` (variable `x`)",
    });
    expect(first("dialyzer", "phoenix-1.8/fail/dialyzer-short")).toMatchObject({
      rule: "pattern_match",
      message: "The pattern can never match the type :long.",
    });
    expect(first("hex-audit", "phoenix-1.8/fail/hex-audit")).toMatchObject({
      rule: "retired",
      message: "phoenix_html 4.3.0 - (deprecated) use phoenix_html 5",
    });
    expect(first("deps-audit", "tools/mix_audit-fail-json")).toMatchObject({
      rule: "GHSA-5v4m-c73v-c7gq",
      message:
        "plug 1.3.0 - GHSA-5v4m-c73v-c7gq (HIGH)\nArbitrary Code Execution in Cookie Serialization\nFixed in " +
        "1.3.2.\nhttps://github.com/advisories/GHSA-5v4m-c73v-c7gq",
    });
  });

  test("what is ignored is named in a pass", () => {
    const { says, facts } = judges["hex-audit"](recorded("phoenix-1.8/fail/hex-audit-ignored"));
    expect(says).toBe("32 packages, none retired and no advisory. 3 ignored by the project's settings.");
    expect(facts?.["ignored"]).toHaveLength(3);
  });
});

/** A passing run, and the sentence without which it must not pass. */
const evidence: readonly (readonly [Judged, string, "stdout" | "stderr", string])[] = [
  ["credo", "phoenix-1.8/pass/credo-json", "stdout", "}"],
  ["credo", "phoenix-1.8/fail/credo-json-deps-uncompiled", "stdout", "}"],
  ["sobelow", "phoenix-1.8/pass/sobelow-json", "stdout", "}"],
  ["dialyzer", "phoenix-1.8/pass/dialyzer", "stdout", "Total errors: 0, Skipped: 0, Unnecessary Skips: 0"],
  ["dialyzer", "phoenix-1.8/pass/dialyzer-github", "stdout", "Total errors: 0, Skipped: 0, Unnecessary Skips: 0"],
  ["hex-audit", "phoenix-1.8/pass/hex-audit", "stdout", "No retired or security advisory packages found"],
  ["hex-audit", "phoenix-1.8/fail/hex-audit-ok-fresh", "stdout", "No retired or security advisory packages found"],
  ["hex-audit", "phoenix-1.8/fail/hex-audit-ignored", "stdout", "Ignored retired:\n  phoenix_html 4.3.0 - ("],
];

describe("a truncated output", () => {
  test.each(evidence)("of %s (%s) never passes before its evidence is complete", (kind, run, stream, sentence) => {
    const whole: Recorded = recorded(run);
    const text = whole[stream];
    const complete = sentence === "}" ? text.lastIndexOf("}") + 1 : text.indexOf(sentence) + sentence.length;
    expect(complete).toBeGreaterThan(sentence.length - 1);
    expect(judges[kind](whole).verdict).toBe("pass");
    const passes = Array.from(
      { length: complete },
      (_, length) => judges[kind]({ ...whole, [stream]: text.slice(0, length) }).verdict,
    ).filter((verdict) => verdict === "pass");
    expect(passes).toEqual([]);
  });
});
