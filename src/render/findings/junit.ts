import type { FailedSetup, TestCase, TestRun } from "../../domain/validation/test-run.ts";
import { withoutEscapes } from "../text/visible.ts";
import { shortened } from "../text/wording.ts";

/** Characters of a failure that are repeated, and of a name. */
const maxMessage = 64 * 1024;
const maxName = 1_000;

/** What XML 1.0 cannot hold, not even escaped. */
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const references: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/**
 * Every test as JUnit XML, which test reporters of all kinds read: a suite for each module, in the order of the run. A
 * test that the run's tags excluded is no case, but counted. `path` maps a file to the repository.
 */
export function renderJunit(suites: readonly TestRun[], path: (file: string) => string): string {
  const tests = suites.flatMap((one) => one.tests);
  const setups = suites.flatMap((one) => one.setups ?? []);
  const modules = Map.groupBy(tests, (test) => test.module);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="ExUnit"${totals(tests, setups)}>`,
    ...[...modules].flatMap(([module, cases]) => {
      const failed = setups.filter((one) => one.module === module);
      return suiteOf({ module, all: cases, setups: failed }, path);
    }),
    "</testsuites>",
    "",
  ].join("\n");
}

function suiteOf(
  {
    module,
    all,
    setups,
  }: { readonly module: string; readonly all: readonly TestCase[]; readonly setups: readonly FailedSetup[] },
  path: (file: string) => string,
): readonly string[] {
  const cases = all.filter(({ state }) => state !== "excluded");
  const file = all.find((test) => test.file != null && test.file !== "")?.file;
  const place = file == null ? {} : { file: path(file) };
  return [
    `  <testsuite${attributes({ name: shortened(module, maxName), ...place })}${totals(all, setups)}>`,
    `    <properties><property name="excluded" value="${all.length - cases.length}"/></properties>`,
    ...setups.flatMap((one) => caseOf({ ...one, name: "setup_all", us: 0, state: "failed" }, path)),
    ...cases.flatMap((test) => caseOf(test, path)),
    "  </testsuite>",
  ];
}

function caseOf(
  { module, name, file, line, us, state, message }: TestCase,
  path: (file: string) => string,
): readonly string[] {
  const place = {
    ...(file == null || file === "" ? {} : { file: path(file) }),
    ...(line == null || line < 1 ? {} : { line: String(line) }),
  };
  const head = attributes({
    classname: shortened(module, maxName),
    name: shortened(name, maxName),
    ...place,
    time: seconds(us),
  });
  if (state === "passed") return [`    <testcase${head}/>`];
  if (state === "invalid") return [`    <testcase${head}><error message="not run: setup_all failed"/></testcase>`];
  const [first = ""] = message.trim().split("\n");
  const says = { message: shortened(first.trim(), maxName) };
  if (state === "skipped") return [`    <testcase${head}><skipped${attributes(says)}/></testcase>`];
  const type = /\*\* \(([\w.]+)\)/.exec(message)?.[1] ?? "failure";
  const failure = attributes({ ...says, type: shortened(type, maxName) });
  return [
    `    <testcase${head}>`,
    `      <failure${failure}>${escaped(shortened(message, maxMessage))}</failure>`,
    "    </testcase>",
  ];
}

/**
 * The counts of a suite. A setup_all that failed is a case of its own, and each test that it kept from running an
 * error.
 */
function totals(tests: readonly TestCase[], setups: readonly FailedSetup[]): string {
  const count = (state: TestCase["state"]) => tests.filter((test) => test.state === state).length;
  return attributes({
    tests: String(tests.length - count("excluded") + setups.length),
    failures: String(count("failed") + setups.length),
    errors: String(count("invalid")),
    skipped: String(count("skipped")),
    time: seconds(tests.reduce((total, test) => total + test.us, 0)),
  });
}

function seconds(us: number): string {
  return (Math.max(0, us) / 1e6).toFixed(6);
}

function attributes(named: Readonly<Record<string, string>>): string {
  // Lines and tabs in an attribute would be read as spaces.
  const value = (text: string) => escaped(text).replaceAll(/[\t\n\r]/g, (one) => `&#${one.charCodeAt(0)};`);
  return Object.entries(named)
    .map(([name, text]) => ` ${name}="${value(text)}"`)
    .join("");
}

function escaped(text: string): string {
  return withoutEscapes(text)
    .replaceAll(forbidden, "\ufffd")
    .replaceAll(/[&<>"]/g, (one) => references[one] ?? one)
    .replaceAll("\r", "&#13;");
}
