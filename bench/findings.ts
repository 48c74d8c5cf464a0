// CPU time of judging and rendering 10,000 findings of each kind. The limit is 1 s. Run it with: script/node
// bench/findings.ts
import { judgeCompile } from "../src/checks/compile.ts";
import { judgeCredo } from "../src/checks/credo.ts";
import { judgeDialyzer } from "../src/checks/dialyzer.ts";
import { judgeSobelow } from "../src/checks/sobelow.ts";
import type { Judgement } from "../src/domain/evidence/result.ts";

const many = 10_000;
const limit = 1_000;
const path = (file: string) => file;
const numbers = Array.from({ length: many }, (_, index) => index);
const message = (index: number) =>
  `Function number ${index} is too complex (cyclomatic complexity is ${index % 30}, max is 9).`;

const kinds: Readonly<Record<string, () => Judgement>> = {
  credo: () => {
    const issues = numbers.map((index) => ({
      ...{
        category: "refactor",
        check: "Credo.Check.Refactor.CyclomaticComplexity",
        column: 7,
        column_end: 12,
        priority: 3,
        scope: "A.b",
      },
      ...{ filename: `lib/part_${index % 500}.ex`, line_no: (index % 900) + 1, message: message(index), trigger: "b" },
    }));
    const read = { files: 500, checks: 69 };
    return judgeCredo({ status: "ran", code: 8, stdout: JSON.stringify({ issues }, null, 2), stderr: "", read }, path);
  },
  sobelow: () => {
    const high = numbers.map((index) => ({
      file: `lib/part_${index % 500}.ex`,
      line: (index % 900) + 1,
      type: "XSS.Raw: XSS",
      variable: "x",
    }));
    const report = {
      findings: { high_confidence: high, medium_confidence: [], low_confidence: [] },
      sobelow_version: "0.15.0",
      total_findings: many,
    };
    const scan = {
      folder: "/work",
      code: 1,
      stdout: "",
      stderr: "",
      report: JSON.stringify(report),
      files: 500,
      unread: [],
    };
    return judgeSobelow([scan], "low", path);
  },
  dialyzer: () => {
    const lines = numbers.map(
      (index) => `lib/part_${index % 500}.ex:${(index % 900) + 1}:5:invalid_contract ${message(index)}`,
    );
    const stdout = `Total errors: ${many}, Skipped: 0, Unnecessary Skips: 0\n`;
    const plt = { file: "deps.plt", state: "warm" as const, took: 1 };
    return judgeDialyzer({ status: "ran", code: 2, stdout, stderr: lines.join("\n"), plt }, path);
  },
  compile: () => {
    const diagnostics = numbers.map((index) => ({
      ...{
        severity: "warning",
        message: message(index),
        file: `/work/lib/part_${index % 500}.ex`,
        line: (index % 900) + 1,
        column: 5,
      },
    }));
    const value = { status: "ok" as const, diagnostics };
    return judgeCompile(
      [
        { env: "test", value },
        { env: "prod", value },
      ],
      path,
    );
  },
};

for (const [name, judge] of Object.entries(kinds)) {
  const before = process.cpuUsage();
  const { findings = [] } = judge();
  const { user, system } = process.cpuUsage(before);
  const ms = (user + system) / 1_000;
  if (findings.length !== many) throw new Error(`${name} found ${findings.length} of ${many}`);
  const verdict = ms <= limit ? "met" : "MISSED";
  console.log(`${name}: ${many} findings judged in ${ms.toFixed(0)} ms of CPU, limit ${limit} ms ${verdict}`);
}
