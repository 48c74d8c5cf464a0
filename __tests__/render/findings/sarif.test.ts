import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "@jest/globals";
import { Ajv } from "ajv";
import addFormatsModule from "ajv-formats";
import fc from "fast-check";
import type { Finding, Result } from "../../../src/domain/evidence/result.ts";
import { renderSarif } from "../../../src/render/findings/sarif.ts";
import { checks } from "../../support/checks.ts";
import { figure } from "../../support/extent.ts";
import { unicode } from "../../support/unicode.ts";
import { hostile } from "../page.ts";
import { one } from "../story.ts";

interface Log {
  readonly runs: readonly {
    readonly tool: {
      readonly driver: {
        readonly name: string;
        readonly rules: readonly { readonly id: string; readonly helpUri?: string }[];
      };
    };
    readonly automationDetails: { readonly id: string };
    readonly invocations: readonly {
      readonly toolExecutionNotifications?: readonly { readonly message: { readonly text: string } }[];
    }[];
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly message: { readonly text: string };
      readonly locations: readonly {
        readonly physicalLocation: {
          readonly artifactLocation: { readonly uri: string; readonly uriBaseId: string };
          readonly region: { readonly startLine: number; readonly startColumn?: number };
        };
      }[];
      readonly partialFingerprints: Readonly<Record<string, string>>;
      readonly properties?: { readonly in_change: string };
    }[];
  }[];
}

const addFormats = addFormatsModule as unknown as (ajv: Ajv) => Ajv;
const schema = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../fixtures/sarif/sarif-schema-2.1.0.json"), "utf8"),
) as object;
// The pattern of `language` in the official schema has a stray bracket, which a regular expression with the flag `u`
// refuses.
const ajv = addFormats(new Ajv({ strict: false, unicodeRegExp: false }));
const valid = ajv.compile(schema);

const tools = Object.fromEntries(checks.flatMap(({ id, sarif }) => (sarif === undefined ? [] : [[id, sarif]])));
const options = { tools, folder: ".", place: "mix.exs" };

/** The log, which the official schema accepts. */
function render(
  results: readonly Result[],
  more: Partial<typeof options> = {},
): { readonly log: Log; readonly left: readonly string[] } {
  const sarif = renderSarif(results, { ...options, ...more });
  if (sarif === null) throw new Error("There is no log.");
  const log = JSON.parse(sarif.text) as Log;
  if (!valid(log)) throw new Error(ajv.errorsText(valid.errors));
  return { log, left: sarif.left };
}

const credo = (findings: readonly Finding[], required = true) =>
  one("check", "credo", { verdict: "fail", findings, required });
const issue = (known: Partial<Finding> = {}): Finding => ({
  severity: "warning",
  message: "Modules should have a @moduledoc tag.",
  rule: "Credo.Check.Readability.ModuleDoc",
  file: "lib/shop/cart.ex",
  line: 12,
  column: 3,
  ...known,
});
const prints = (log: Log) =>
  log.runs[0]?.results.map(({ partialFingerprints }) => partialFingerprints["phoenixDeploy/v1"]) ?? [];

describe("a SARIF log", () => {
  test("has a run for each tool that came to a verdict, under a category of its own", () => {
    const { log } = render([
      one("check", "compile", { verdict: "fail" }),
      credo([issue()]),
      one("check", "sobelow"),
      one("check", "dialyzer", { verdict: "error", reason_code: "tool_missing" }),
      one("check", "hex-audit", { verdict: "inconclusive" }),
      one("check", "deps-audit", { verdict: "off" }),
    ]);
    expect(log.runs.map(({ automationDetails }) => automationDetails.id)).toEqual([
      "phoenix-deploy/credo/",
      "phoenix-deploy/sobelow/",
    ]);
    expect(log.runs.map(({ results }) => results.length)).toEqual([1, 0]);
  });

  test("is none when no tool came to a verdict: an empty run would close every alert", () => {
    expect(renderSarif([one("check", "credo", { verdict: "not-run" }), one("check", "test")], options)).toBeNull();
  });

  test("keeps two projects of one repository apart", () => {
    expect(render([credo([])], { folder: "apps/shop" }).log.runs[0]?.automationDetails.id).toBe(
      "phoenix-deploy/credo/apps/shop/",
    );
  });

  test("places a finding from the repository's root", () => {
    const { log } = render([credo([issue({ in_change: "line" })])]);
    expect(log.runs[0]?.results[0]).toMatchObject({
      ruleId: "Credo.Check.Readability.ModuleDoc",
      ruleIndex: 0,
      level: "warning",
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: "lib/shop/cart.ex", uriBaseId: "%SRCROOT%" },
            region: { startLine: 12, startColumn: 3 },
          },
        },
      ],
      properties: { in_change: "line" },
    });
    expect(log.runs[0]?.tool.driver.rules[0]?.helpUri).toBe(
      "https://hexdocs.pm/credo/Credo.Check.Readability.ModuleDoc.html",
    );
  });

  test.each([
    ["lib/a b/ü#1?%.ex", "lib/a%20b/%C3%BC%231%3F%25.ex"],
    ["a:b.ex", "a%3Ab.ex"],
    ["\ud800.ex", "%EF%BF%BD.ex"],
    ["/usr/lib/elixir/kernel.ex", "mix.exs"],
    ["../other/lib/a.ex", "mix.exs"],
    [undefined, "mix.exs"],
  ])("writes the path %j as %j", (file, uri) => {
    const { file: _, ...rest } = issue();
    const { log } = render([credo([file === undefined ? rest : { ...rest, file }])]);
    expect(log.runs[0]?.results[0]?.locations[0]?.physicalLocation.artifactLocation.uri).toBe(uri);
  });

  test.each([
    ["error", true, "error"],
    ["error", false, "warning"],
    ["warning", true, "warning"],
    ["notice", true, "note"],
    ["notice", false, "note"],
  ] as const)("shows a finding that is %s, of a check whose MUST is %s, as %s", (severity, required, level) => {
    expect(render([credo([issue({ severity })], required)]).log.runs[0]?.results[0]?.level).toBe(level);
  });

  test("has each rule once, and every result points to its own", () => {
    const findings = ["A", "B", "A", "C", "B"].map((rule, index) => issue({ rule, line: index + 1 }));
    const { log } = render([credo(findings)]);
    const [run] = log.runs;
    expect(run?.tool.driver.rules.map(({ id }) => id)).toEqual(["A", "B", "C"]);
    for (const { ruleId, ruleIndex } of run?.results ?? []) expect(run?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
  });

  test("makes two advisories of one lock file two alerts", () => {
    const advisory = (message: string): Finding => ({
      severity: "error",
      message,
      rule: "A security advisory",
      file: "mix.lock",
      line: 1,
    });
    const { log } = render([
      one("check", "hex-audit", {
        verdict: "fail",
        findings: [
          advisory("plug 1.19.2 - EEF-CVE-2026-99999 (HIGH)\nDenial of service"),
          advisory("hackney 1.0.0 - GHSA-vq52-99r9-h5pw (LOW)"),
          advisory("phoenix_html 4.3.0 - (deprecated) use phoenix_html 5"),
        ],
      }),
    ]);
    expect(log.runs[0]?.results.map(({ ruleId }) => ruleId)).toEqual([
      "EEF-CVE-2026-99999",
      "GHSA-vq52-99r9-h5pw",
      "phoenix_html 4.3.0 - (deprecated) use phoenix_html 5",
    ]);
  });

  test("puts the findings of a change before those that were there", () => {
    const findings = [issue({ message: "old" }), issue({ message: "new", in_change: "line" })];
    expect(render([credo(findings)]).log.runs[0]?.results.map(({ message }) => message.text)).toEqual(["new", "old"]);
  });
});

describe("a fingerprint", () => {
  const file = [
    issue({ line: 3, message: "Function is too complex (12, max is 9)." }),
    issue({ line: 10, message: "Function is too complex (15, max is 9)." }),
    issue({ line: 20, rule: "Other" }),
  ];

  test("distinguishes findings, also those alike", () => {
    expect(new Set(prints(render([credo(file)]).log)).size).toBe(3);
  });

  test("stays when lines move, numbers change, the change touches one, and findings come in another order", () => {
    const moved = file.map((finding) => ({
      ...finding,
      line: (finding.line ?? 0) + 40,
      message: finding.message.replace("12", "13"),
    }));
    const touched = [moved[2], { ...moved[1], in_change: "line" }, moved[0]] as Finding[];
    expect([...prints(render([credo(touched)]).log)].sort()).toEqual([...prints(render([credo(file)]).log)].sort());
  });

  test.each([{ rule: "Another" }, { file: "lib/other.ex" }, { message: "Something else." }])(
    "is another with %j",
    (known) => {
      expect(prints(render([credo([issue(known)])]).log)).not.toEqual(prints(render([credo([issue()])]).log));
    },
  );
});

describe("the limits of code scanning", () => {
  test("are kept by the number of results, and what is left out is said", () => {
    const many = Array.from({ length: 30_000 }, (_, index) =>
      issue({ message: "m", line: index + 1, rule: "r", file: "a" }),
    );
    const { log, left } = render([credo(many)]);
    expect(log.runs[0]?.results).toHaveLength(25_000);
    expect(left).toEqual(["The SARIF file has 25000 findings of 30000 of credo: code scanning accepts no more."]);
    expect(log.runs[0]?.invocations[0]?.toolExecutionNotifications?.[0]?.message.text).toBe(left[0]);
  });

  test("are kept by bytes, for every tool its share", () => {
    const noise = (index: number) =>
      Buffer.from(Array.from({ length: 3_000 }, (_, at) => (index * 31 + at * at) % 251)).toString("latin1");
    const many = Array.from({ length: 2_500 }, (_, index) =>
      issue({ message: noise(index), rule: `rule ${index % 50}` }),
    );
    const all = [credo(many), one("check", "sobelow", { verdict: "fail", findings: many })];
    const { log, left } = render(all);
    const text = renderSarif(all, options)?.text ?? "";
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(10_000_000);
    expect(gzipSync(text).length).toBeLessThanOrEqual(10_000_000);
    expect(left).toHaveLength(2);
    for (const { results } of log.runs) expect(results.length).toBeGreaterThan(500);
  });

  test("are said of findings that the evidence no longer has", () => {
    expect(render([{ ...credo([issue()]), findings_total: 700 }]).left).toEqual([
      "The SARIF file has 1 finding of 700 of credo: code scanning accepts no more.",
    ]);
  });
});

describe("hostile text", () => {
  test("anywhere leaves the log valid, and makes no link", () => {
    const anyText = fc.oneof(
      unicode({ maxLength: 80 }),
      fc.constantFrom(...hostile.map((text) => text.slice(0, 6_000))),
    );
    fc.assert(
      fc.property(anyText, anyText, anyText, (message, file, rule) => {
        const { log } = render(
          ["credo", "hex-audit"].map((id) =>
            one("check", id, {
              verdict: "fail",
              remedy: message,
              reproduce: rule,
              findings: [issue({ message, file, rule })],
            }),
          ),
          { folder: file.slice(0, 100) },
        );
        for (const { results } of log.runs) {
          expect(results[0]?.message.text).not.toMatch(/\]\(|\u001b|\u0000/);
          expect(results[0]?.ruleId).not.toBe("");
          expect(results[0]?.message.text).not.toBe("");
        }
      }),
      { numRuns: figure("HOSTILE_RUNS", 50, 500) },
    );
  });
});

test("ten thousand findings take less than a second of the processor", () => {
  const many = Array.from({ length: 10_000 }, (_, index) =>
    issue({ line: index + 1, rule: `rule ${index % 4_000}`, file: `lib/${index % 300}.ex` }),
  );
  const before = process.cpuUsage();
  renderSarif([credo(many)], options);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1e6).toBeLessThan(1);
});
