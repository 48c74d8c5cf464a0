// What the settings name of the monitoring: asked before anything changes, and shown in the brief.
import { describe, expect, test } from "@jest/globals";
import { monitoring } from "../../src/gates/monitoring.ts";
import type { HttpAnswer } from "../../src/ports/http.ts";
import { briefParts } from "../../src/render/brief/brief.ts";
import { monitoringFacts } from "../../src/stages/gates/monitoring.ts";
import { promote } from "../../src/stages/promote.ts";
import { brief } from "../render/brief/briefs.ts";
import { sha } from "../render/story.ts";
import { Bent, first } from "../support/bent.ts";
import { noFacts } from "../support/gates.ts";
import { jobFacts } from "../support/job.ts";
import { allPassed, handedOver, pinsOf, reviewing, shippedId, stagingRuns } from "../support/promotion.ts";
import { closedWorld } from "../support/world.ts";

const rules = (...given: readonly object[]) =>
  JSON.stringify({
    status: "success",
    data: { groups: [{ rules: given.map((one) => ({ type: "alerting", ...one })) }] },
  });
const errors = { name: "ShopErrors", health: "ok", state: "inactive" };

interface Said {
  /** How the dashboard answers; 0 is no answer. */
  readonly page?: number;
  /** What Prometheus answers to the question for its rules; null is no answer. */
  readonly rules?: string | null;
  readonly required?: boolean;
}

async function opened({ page = 200, rules: answer = rules(errors), required = false }: Said) {
  const bent = new Bent().deployed(first);
  bent.settings =
    "    dashboards: {Errors: https://grafana.example.org/d/errors}\n" +
    `    monitoring: {required: ${required}, dashboards: true, alerts: [ShopErrors], ` +
    "prometheus: {url: http://prom:9090}}\n";
  for (const [path, text] of handedOver(allPassed)) bent.disk.files.set(path, text);
  const none: HttpAnswer = { answered: false, why: "ECONNREFUSED", ms: 1 };
  const asked: string[] = [];
  const { environment, ...run } = await bent.open("promote", {
    clock: { ...bent.clock, now: () => new Date(Date.parse("2026-11-24T09:45:00Z") + bent.model.now) },
    job: jobFacts({ sha }),
    repository: { ...closedWorld().repository, head: async () => ({ sha, tree: "b".repeat(40) }) },
    github: reviewing("production", { reviewers: ["bob"], state: "approved" }),
    http: {
      async request(request) {
        const { hostname } = new URL(request.url);
        if (!/grafana|prom/.test(hostname)) return bent.http.request(request);
        asked.push(request.url);
        if (hostname === "prom")
          return answer === null ? none : { answered: true, status: 200, headers: {}, body: answer, ms: 1 };
        return page === 0 ? none : { answered: true, status: page, headers: {}, body: "", ms: 1 };
      },
    },
  });
  return { bent, environment, asked, run: { ...run, openTarget: stagingRuns(shippedId, bent.target) } };
}

async function judged(said: Said) {
  const { run, environment } = await opened(said);
  const facts = await monitoringFacts(run, environment);
  return monitoring.judge({ ...noFacts, monitoring: facts });
}

async function promoted(said: Said) {
  const { run, bent } = await opened(said);
  const conclusion = await promote(run, {
    ...{ environment: "production", from: "staging", jobs: pinsOf(allPassed), runs: "this", unpinned: "refuse" },
    ...{ "job-id": "5", "dry-run": false, explain: false, "override-freeze": "", "github-token": "" },
  });
  const row = run.recorder.evidence.results.find(({ id }) => id === "monitoring");
  return { conclusion, bent, row, warnings: run.recorder.evidence.warnings };
}

describe("monitoring that the settings name", () => {
  test("is there where each page answers and each rule is evaluated, whatever a page asks for first", async () => {
    expect(await judged({})).toMatchObject({ verdict: "pass", says: "There are 1 dashboard and 1 alerting rule." });
    expect(await judged({ page: 302 })).toMatchObject({ verdict: "pass" });
    expect(await judged({ page: 401 })).toMatchObject({ verdict: "pass" });
    const { asked } = await opened({});
    expect(asked).toEqual([]);
  });

  test.each([
    ["a page that is gone", { page: 404 }, "fail", "Dashboard Errors: its address answers 404."],
    [
      "a rule of another name",
      { rules: rules({ ...errors, name: "Other" }) },
      "fail",
      "Alerting rule ShopErrors: Prometheus has no such rule.",
    ],
    ["a rule that cannot be evaluated", { rules: rules({ ...errors, health: "err" }) }, "fail", "cannot evaluate it"],
    ["a recording rule", { rules: rules({ ...errors, type: "recording" }) }, "fail", "has no such rule"],
    ["a server that fails", { page: 503 }, "error", "Dashboard Errors: it answered 503."],
    ["a server that understands no such request", { page: 400 }, "error", "Dashboard Errors: it answered 400."],
    [
      "a rule that was never evaluated",
      { rules: rules({ ...errors, health: "unknown" }) },
      "error",
      "not evaluated it yet",
    ],
    ["a server that is away", { page: 0 }, "error", "it did not answer (ECONNREFUSED)"],
    ["a Prometheus that is away", { rules: null }, "error", "did not answer: ECONNREFUSED"],
    ["another service in its place", { rules: "<html>" }, "error", "is not the list of rules"],
  ] as const)("is not there with %s", async (_, said, verdict, says) => {
    const judgement = await judged(said);
    expect(judgement?.verdict).toBe(verdict);
    expect(judgement?.says).toContain(says);
    expect(judgement?.reason_code).toBe(verdict === "fail" ? "monitoring_missing" : "monitoring_unreadable");
    expect(judgement?.warnings?.[0]).toContain("The monitoring of production is not all there.");
  });

  test("keeps a promotion from changing anything where it is required, and is a warning where it is not", async () => {
    const refused = await promoted({ required: true, page: 404 });
    expect(refused.conclusion).toMatchObject({ status: "failed", reason_code: "monitoring_missing" });
    expect(refused.bent.sent).toEqual([]);
    expect(refused.row).toMatchObject({ verdict: "fail", required: true });
    expect(refused.warnings.join()).not.toContain("monitoring");
    const away = await promoted({ required: true, rules: null });
    expect([away.conclusion.reason_code, away.bent.sent]).toEqual(["monitoring_unreadable", []]);
    const warned = await promoted({ page: 404 });
    expect(warned.conclusion).toMatchObject({ status: "passed", reason_code: "promoted" });
    expect(warned.row).toMatchObject({ verdict: "fail", required: false });
    expect(warned.warnings.join()).toContain("Dashboard Errors: its address answers 404.");
  });

  test("is in the brief with a link and its state", async () => {
    const { run, environment } = await opened({ page: 404 });
    const facts = await monitoringFacts(run, environment);
    const page = briefParts({ ...brief, monitoring: [...(facts?.seen ?? [])] }).join("\n");
    expect(page).toContain("⚠️ [Errors](https://grafana.example.org/d/errors) (its address answers 404)");
    expect(page).toContain("✅ [ShopErrors](http://prom:9090/alerts?search=ShopErrors) (Prometheus evaluates it)");
  });
});
