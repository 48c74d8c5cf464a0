// The report of a deployment to 50 hosts whose validation had 10,000 findings: how large it is, and how much CPU time
// it takes to make. The limits are 900 KiB and 2 s. Run it with: script/node bench/report.ts

import { reportOf } from "../__tests__/render/reports.ts";
import { one, promote, staging, validate } from "../__tests__/render/story.ts";
import type { Result } from "../src/domain/evidence/result.ts";
import { renderHtml } from "../src/render/report/html.ts";
import { renderReport } from "../src/render/report/report.ts";

const [hostCount, findingCount] = [50, 10_000];
const limit = { bytes: 900 * 1024, ms: 2_000 };

const hosts = Array.from({ length: hostCount }, (_, index) => `web${index + 1}.eu-central.example.com`);
const steps = ["acquire-lock", "upload", "unpack", "start", "health", "smoke", "activate", "confirm", "release-lock"];
const at = (seconds: number) => new Date(Date.UTC(2026, 10, 24, 9, 15, seconds)).toISOString();

/** Each step on each host, as a fleet's evidence has it. */
const walked: readonly Result[] = steps.flatMap((id, index) =>
  hosts.map((host) => ({
    ...one(id === "health" || id === "smoke" ? "signal" : "step", id, {
      ...{
        title: `${id} of 1.1.0-1a2b3c4d on ${host}`,
        says: `${id} took its time on ${host}, and was seen to be done.`,
      },
      ms: 1_500,
    }),
    host,
    started_at: at(index * 4),
  })),
);

/** The findings of ten checks that did not pass. */
const checks: readonly Result[] = Array.from({ length: 10 }, (_, check) => ({
  ...one("check", `check-${check}`, {
    title: `mix check ${check}`,
    verdict: "fail",
    says: `${findingCount / 10} issues.`,
  }),
  findings: Array.from({ length: findingCount / 10 }, (_, index) => ({
    severity: "warning" as const,
    file: `lib/shop/orders/fulfilment/part_${index % 500}.ex`,
    line: (index % 900) + 1,
    message: `Function number ${index} is too complex (cyclomatic complexity is ${index % 30}, max is 9).`,
  })),
  findings_total: findingCount / 10,
}));

const changed = {
  hosts: hosts.map((host) => ({ host, before: "1.0.0-99999999" })),
  plan: walked.map(({ title }) => title),
  ...{ from: "1.0.0-99999999", to: "1.1.0-1a2b3c4d" },
};

const before = process.cpuUsage();
const report = reportOf({
  validate: { ...validate, status: "failed", results: [...validate.results, ...checks] },
  staging: { ...staging, ...changed, results: [...walked] },
  promote: { ...promote, ...changed, results: [...promote.results, ...walked] },
});
const forms = {
  "report.md": renderReport(report),
  "report.html": renderHtml(report),
  "report.json": JSON.stringify(report, null, 2),
};
const { user, system } = process.cpuUsage(before);
const ms = (user + system) / 1_000;

for (const [name, text] of Object.entries(forms)) {
  const bytes = Buffer.byteLength(text);
  console.log(`${name}: ${(bytes / 1024).toFixed(0)} KiB, limit 900 KiB ${bytes <= limit.bytes ? "met" : "MISSED"}`);
}
const cut = forms["report.md"].includes("Cut here") ? "cut" : "whole";
console.log(
  `Made and rendered in ${ms.toFixed(0)} ms of CPU, limit ${limit.ms} ms ${ms <= limit.ms ? "met" : "MISSED"}`,
);
console.log(`${hostCount} hosts, ${findingCount} findings; the Markdown is ${cut}.`);
