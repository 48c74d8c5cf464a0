import { createHash } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import { contract } from "../../actions/report/contract.ts";
import { readTicks } from "../../src/domain/checklist/person-tick.ts";
import { type Evidence, evidenceFileName, type Pin, pinOf } from "../../src/domain/evidence/evidence.ts";
import { reportSchema } from "../../src/domain/report/report.ts";
import type { GitHub, JobOfRun } from "../../src/ports/github.ts";
import type { HttpRequest } from "../../src/ports/http.ts";
import type { Settings } from "../../src/settings/settings.ts";
import { openRecorder } from "../../src/stages/recorder.ts";
import type { ReportInputs } from "../../src/stages/report/story.ts";
import { report } from "../../src/stages/report.ts";
import { notifierFrom } from "../announce/news.ts";
import { evidence, promote, rollback, runUrl, sha, smoke, staging, takenBack, validate } from "../render/story.ts";
import { memoryFiles } from "../support/files.ts";
import { jobFacts } from "../support/job.ts";
import { settingsFrom } from "../support/settings.ts";
import { closedGitHub, closedWorld } from "../support/world.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const changelog = "## [1.1.0] - 2026-11-24\n\n- A basket\n";
const folder = "/work/.phoenix-deploy";
const well = [validate, staging, smoke, promote];

/** A machine in memory: files by path, and a receiver of webhooks that answers with `status`. */
function machine(files: Map<string, string>, status: number, github: Partial<GitHub>) {
  const sent: HttpRequest[] = [];
  let ticks = 0;
  const disk = memoryFiles(files);
  const world = closedWorld({
    files: {
      ...disk,
      async read(path, maxBytes) {
        if (files.get(path) === "\u0000") throw new Error(`${path} is not UTF-8 text`);
        return disk.read(path, maxBytes);
      },
    },
    http: {
      async request(request) {
        sent.push(request);
        return { answered: true, status, headers: {}, body: "", ms: 1 };
      },
    },
    clock: { now: () => new Date("2026-11-24T09:41:00Z"), ticks: () => ticks++, sleep: async () => undefined },
    job: jobFacts({ sha, runUrl }),
    github: closedGitHub(github),
    secret: (name) => ({ HOOK: "https://hooks.example.com/x", KEY: "key" })[name],
  });
  return { world, sent };
}

interface Told {
  readonly evidence?: readonly Evidence[];
  /** Pins of these; of all evidence unless given. */
  readonly pins?: readonly Pin[];
  readonly jobs?: string;
  readonly inputs?: Partial<ReportInputs>;
  readonly files?: Readonly<Record<string, string>>;
  readonly notify?: Settings["notify"];
  readonly settings?: Partial<Settings>;
  readonly status?: number;
  readonly github?: Partial<GitHub>;
}

/** Runs the report over a folder of evidence, as the last job of a run. */
async function run(told: Told = {}) {
  const all = told.evidence ?? well;
  const texts = all.map((one) => [`${folder}/evidence/${evidenceFileName(one)}`, JSON.stringify(one)] as const);
  const files = new Map(
    Object.entries({ "/work/CHANGELOG.md": changelog, ...Object.fromEntries(texts), ...told.files }),
  );
  const pins = told.pins ?? all.map((one) => pinOf(one, sha256(JSON.stringify(one))));
  const jobs =
    told.jobs ??
    JSON.stringify(
      Object.fromEntries(
        pins.map((pin, at) => [`job${at}`, { result: "success", outputs: { evidence: JSON.stringify(pin) } }]),
      ),
    );
  const { world, sent } = machine(files, told.status ?? 204, told.github ?? {});
  const settings: Settings = {
    ...(await settingsFrom("version: 1", { "working-directory": "apps/shop" })),
    notify: told.notify ?? [notifierFrom({ type: "webhook", "url-from": "HOOK", "secret-from": "KEY" })],
    ...told.settings,
  };
  const recorder = await openRecorder(world, "report", { app: null, environment: "production" });
  const conclusion = await report(
    { world, settings, recorder },
    {
      ...{ environment: "production", from: "staging", jobs, runs: "this", "exit-gate": "enforce" },
      ...{ write: "report", version: "", ...told.inputs },
    },
  );
  return {
    conclusion,
    sent,
    outputs: recorder.outputs,
    evidence: recorder.evidence,
    summary: recorder.summary,
    markdown: files.get(`${folder}/report/report.md`) ?? "",
    html: files.get(`${folder}/report/report.html`) ?? "",
    json: JSON.parse(files.get(`${folder}/report/report.json`) ?? "null") as unknown,
    files,
  };
}

const told = (sent: readonly HttpRequest[]) => JSON.parse(sent[0]?.body ?? "{}") as Record<string, unknown>;

describe("the report of a deployment that went well", () => {
  test("is SUCCESS, with every exit criterion met", async () => {
    const { conclusion, outputs, evidence, markdown, summary, html, json } = await run();
    expect(summary).toBe(markdown);
    expect(conclusion).toEqual({
      status: "passed",
      decision: "complete",
      reason_code: "gate_closed",
      says: "Deployment: SUCCESS. All 6 exit criteria are met.",
    });
    expect(outputs).toEqual({
      "report-path": ".phoenix-deploy/report/report.md",
      "release-checklist-path": ".phoenix-deploy/report/release-checklist.md",
      "exit-gate": "closed",
      "deployment-status": "SUCCESS",
    });
    expect(evidence.results.map((one) => `${one.kind} ${one.id} ${one.verdict}`)).toEqual([
      "gate evidence pass",
      "announcement webhook pass",
      "gate validation pass",
      "gate staging pass",
      "gate production pass",
      "gate monitoring pass",
      "gate stakeholders pass",
      "gate documentation pass",
    ]);
    expect(evidence.release?.version).toBe("1.1.0");
    expect(markdown).toContain("**Version**: v1.1.0");
    expect(markdown.match(/^- \[x\] \*\*/gm)).toHaveLength(6);
    expect(markdown).toContain("- A basket");
    expect(html).toContain("<title>✅ SUCCESS: shop 1.1.0 on production</title>");
    expect(reportSchema.parse(json)).toMatchObject({ status: "SUCCESS", version: "1.1.0", exit_gate: { met: true } });
  });

  test("is announced with its outcome", async () => {
    const { sent } = await run();
    expect(sent).toHaveLength(1);
    expect(told(sent)).toMatchObject({
      status: "SUCCESS",
      version: "1.1.0",
      environment: "production",
      app: "shop",
      run: runUrl,
      delivery: "7-1-promote-production-success",
    });
    expect(sent[0]?.headers?.["x-phoenix-deploy-signature"]).toMatch(/^sha256=[0-9a-f]{64}$/);
  });

  test("takes the CHANGELOG of the mix project before that of the repository", async () => {
    const { markdown } = await run({
      files: { "/work/apps/shop/CHANGELOG.md": "## 1.1.0 (2026-11-23)\n\n- From the project\n" },
    });
    expect(markdown).toContain("dated 2026-11-23");
    expect(markdown).toContain("- From the project");
  });
});

describe("the release notes", () => {
  test("are those of the file that the settings name, and what validate wrote beside the report stays", async () => {
    const notes = `${folder}/report/release-notes.md`;
    const { markdown, files } = await run({
      files: { "/work/docs/NEWS.md": "## 1.1.0 (2026-11-23)\n\n- News\n", [notes]: "- News\n" },
      settings: { checks: { changelog: { level: null, options: { file: "docs/NEWS.md" } } } },
    });
    expect(markdown).toContain("docs/NEWS.md has a section for 1.1.0, dated 2026-11-23.");
    expect(markdown).toContain("- News");
    expect(files.get(notes)).toBe("- News\n");
  });
});

describe("an announcement of the report", () => {
  const mine = { ...promote, run_id: "7", run_attempt: "1" };

  test.each<[string, Evidence, string]>([
    ["success", mine, "success"],
    ["rollback", { ...takenBack, run_id: "7" }, "rollback"],
    ["rollback that failed", { ...mine, status: "failed", decision: "rollback-failed" }, "rollback-failed"],
    ["hold", { ...mine, status: "failed", decision: "stop", reason_code: "watch_inconclusive" }, "hold"],
    ["change that was refused", { ...mine, status: "failed", decision: "stop", results: [] }, "not-deployed"],
  ])("of a %s has an event of its own", async (_what, of, event) => {
    const { sent } = await run({ evidence: [validate, staging, smoke, of] });
    expect(told(sent)).toMatchObject({ event, delivery: `7-1-promote-production-${event}` });
  });

  test.each<[string, Partial<Evidence>, string, string]>([
    ["went through", {}, "rollback", "ROLLED BACK"],
    [
      "went through but for the schema",
      { status: "failed", reason_code: "revert_failed" },
      "rollback-failed",
      "ROLLED BACK",
    ],
    ["left a host out", { status: "failed", decision: "rollback-failed" }, "rollback-failed", "FAILED"],
  ])("of a rollback by hand that %s is the one that it made itself", async (_what, known, event, status) => {
    const by: Evidence = { ...rollback, run_id: "7", ...known };
    const key = `7-1-rollback-production-${event}`;
    const { sent, outputs } = await run({ evidence: [by], inputs: { "exit-gate": "report" } });
    expect(outputs["deployment-status"]).toBe(status);
    expect(told(sent)).toMatchObject({ event, delivery: key, version: "1.1.0" });
  });

  test("is not made again where the report runs again, and counts as made", async () => {
    const before = await run();
    const left = { [`${folder}/earlier/evidence/shop.report.json`]: JSON.stringify(before.evidence) };
    const again = await run({ files: left });
    expect([before.sent.length, again.sent.length]).toEqual([1, 0]);
    expect(again.evidence.results.find(({ kind }) => kind === "announcement")).toMatchObject({
      ...{ verdict: "pass", facts: { tries: 0 } },
      says: "The webhook accepted the announcement of `success` before; it was not sent again.",
    });
    expect(again.conclusion.status).toBe("passed");
  });

  test.each<[string, (of: Evidence) => unknown]>([
    ["of another run", (of) => ({ ...of, run_id: "8" })],
    ["that failed", (of) => ({ ...of, results: of.results.map((one) => ({ ...one, verdict: "fail" })) })],
    [
      "to another of the same type",
      (of) => ({ ...of, results: of.results.map((one) => ({ ...one, id: "webhook-2" })) }),
    ],
    ["to another receiver", (of) => ({ ...of, results: of.results.map((one) => ({ ...one, facts: {} })) })],
    ["that is no evidence", () => "{"],
  ])("is made although the folder has one %s", async (_what, change) => {
    const left = { [`${folder}/earlier/evidence/x.json`]: JSON.stringify(change((await run()).evidence)) };
    expect((await run({ files: left })).sent).toHaveLength(1);
  });

  test("of an event that nobody wants leaves its criterion not met", async () => {
    const notify = [notifierFrom({ type: "webhook", "url-from": "HOOK", on: ["rollback"] })];
    const { sent, conclusion } = await run({ notify });
    expect(sent).toEqual([]);
    expect(conclusion.says).toContain("Stakeholders notified");
    expect(conclusion.remedy).toContain("with `success` in its `on`");
  });
});

describe("the exit gate", () => {
  test("fails the job while a criterion is not met, and says what to do", async () => {
    const { conclusion, outputs, markdown } = await run({ files: { "/work/CHANGELOG.md": "## 1.0.0\n" } });
    expect(conclusion).toMatchObject({ status: "failed", decision: "stop", reason_code: "gate_open" });
    expect(conclusion.says).toBe("Deployment: SUCCESS. 1 of 6 exit criteria is not met: Documentation updated.");
    expect(conclusion.remedy).toContain("Documentation updated: Add `## [1.1.0] - YYYY-MM-DD`");
    expect(outputs).toMatchObject({ "exit-gate": "open", "deployment-status": "SUCCESS" });
    expect(markdown).toContain(
      "- [ ] **Documentation updated**, not met: CHANGELOG.md has no section for 1.1.0. What to do:",
    );
  });

  test("is only shown where the input says so, and its criteria are then not required", async () => {
    const { conclusion, outputs, evidence } = await run({ notify: [], inputs: { "exit-gate": "report" } });
    expect(conclusion).toMatchObject({ status: "passed", reason_code: "gate_open" });
    expect(outputs["exit-gate"]).toBe("open");
    expect(evidence.results.find((one) => one.id === "stakeholders")).toMatchObject({
      verdict: "fail",
      required: false,
    });
  });

  test("stays open when the announcement was not delivered, which changes nothing of the deployment", async () => {
    const { conclusion, evidence, outputs } = await run({ status: 404 });
    expect(conclusion.says).toBe("Deployment: SUCCESS. 1 of 6 exit criteria is not met: Stakeholders notified.");
    expect(outputs["deployment-status"]).toBe("SUCCESS");
    expect(evidence.warnings).toContain("The webhook (`HOOK`): The webhook answered 404 (try 1 of 5).");
  });

  test("needs a CHANGELOG that can be read", async () => {
    const { markdown, conclusion } = await run({ files: { "/work/CHANGELOG.md": "\u0000" } });
    expect(conclusion.reason_code).toBe("gate_open");
    expect(markdown).toContain("CHANGELOG.md cannot be read");
  });
});

describe("a deployment that did not go well", () => {
  test("was rolled back: the report and the announcement say so, and the job fails", async () => {
    const { conclusion, outputs, sent, markdown } = await run({ evidence: [validate, staging, smoke, takenBack] });
    expect(outputs).toMatchObject({ "exit-gate": "open", "deployment-status": "ROLLED BACK" });
    expect(told(sent)).toMatchObject({ status: "ROLLED BACK", says: takenBack.says });
    expect(conclusion).toMatchObject({ status: "failed", reason_code: "gate_open" });
    expect(markdown).toContain("**Status**: ROLLED BACK");
  });

  test("never came to production: validate's own words stand first", async () => {
    const { outputs, markdown } = await run({
      evidence: [{ ...validate, status: "failed", says: "Coverage is 71.4 %, below the required 80 %." }],
    });
    expect(outputs["deployment-status"]).toBe("NOT DEPLOYED");
    expect(markdown).toContain("validate failed: Coverage is 71.4 %, below the required 80 %.");
  });

  test("was a dry run, which is not announced", async () => {
    const dry: Evidence = { ...promote, status: "planned", decision: "stop", results: [] };
    const { outputs, sent } = await run({ evidence: [validate, staging, smoke, dry] });
    expect(outputs).toMatchObject({ "exit-gate": "open", "deployment-status": "NOT DEPLOYED" });
    expect(sent).toEqual([]);
  });

  test("was rolled back by hand in a run of its own: the version that was left is named", async () => {
    const rollback = evidence("rollback", { release: null, from: "1.1.0-1a2b3c4d", to: "1.0.0-99999999" });
    const { outputs, markdown } = await run({ evidence: [rollback] });
    expect(outputs["deployment-status"]).toBe("ROLLED BACK");
    expect(markdown).toContain("**Version**: v1.1.0");
  });

  test("left nothing at all: a report is written, and nothing in it passes", async () => {
    const { conclusion, outputs, markdown } = await run({ evidence: [], jobs: "" });
    expect(conclusion.status).toBe("failed");
    expect(outputs).toMatchObject({ "exit-gate": "open", "deployment-status": "NOT DEPLOYED" });
    expect(markdown).toContain("**Version**: unknown");
  });
});

describe("a job that failed and left no evidence", () => {
  const before = [validate, staging, smoke];
  const ended = (id: string, of: readonly Evidence[], result = "failure") => {
    const pinned = of.map((one, at) => [
      `job${at}`,
      { result: "success", outputs: { evidence: JSON.stringify(pinOf(one, sha256(JSON.stringify(one)))) } },
    ]);
    return JSON.stringify({ ...Object.fromEntries(pinned), [id]: { result, outputs: {} } });
  };
  const listed = (...value: readonly JobOfRun[]): Partial<GitHub> => ({
    jobsOfRun: async () => ({ ok: true, value }),
    approvals: async () => ({ ok: true, value: [] }),
  });
  const production = { name: "production", conclusion: "failure", began: false };

  test("deployed nothing where a reviewer rejected it: no runner ever had it", async () => {
    const review = { state: "rejected", login: "bob", userId: 102, comment: "", environments: ["Production"] };
    const { conclusion, outputs, sent, evidence, markdown } = await run({
      evidence: before,
      jobs: ended("production", before),
      github: { ...listed(production), approvals: async () => ({ ok: true, value: [review] }) },
    });
    expect(outputs["deployment-status"]).toBe("NOT DEPLOYED");
    expect(conclusion).toMatchObject({ status: "failed", reason_code: "gate_open" });
    const says = "promote to production did not run: no runner ever had `production`, since bob rejected it for";
    expect(told(sent)).toMatchObject({ event: "not-deployed", says: expect.stringContaining(says) });
    expect(evidence.warnings).toEqual(["No runner ever had `production`: bob rejected it for production."]);
    expect(markdown).toContain("**Status**: NOT DEPLOYED");
  });

  test("deployed nothing where it was cancelled while it waited", async () => {
    const { outputs, evidence } = await run({
      evidence: before,
      jobs: ended("production", before, "cancelled"),
      github: listed({ ...production, conclusion: "cancelled" }),
    });
    expect(outputs["deployment-status"]).toBe("NOT DEPLOYED");
    expect(evidence.warnings[0]).toContain("cancelled, rejected or ran out of time while it waited");
  });

  test("deployed nothing where its action says so, such as one that refused its inputs", async () => {
    const jobs = JSON.parse(ended("production", before)) as Record<string, { outputs: Record<string, string> }>;
    const said = (changed: string) =>
      JSON.stringify({ ...jobs, production: { result: "failure", outputs: { changed } } });
    const github = listed({ ...production, began: true });
    const refused = await run({ evidence: before, jobs: said("false"), github });
    expect(refused.outputs["deployment-status"]).toBe("NOT DEPLOYED");
    expect(told(refused.sent)["says"]).toContain("`production` ended before it changed anything");
    const other = await run({ evidence: before, jobs: said("true"), github });
    expect(other.outputs["deployment-status"]).toBe("UNKNOWN");
  });

  test("may have changed production where a runner had it", async () => {
    const { conclusion, outputs, sent } = await run({
      evidence: before,
      jobs: ended("production", before),
      github: listed({ ...production, began: true }),
    });
    expect(conclusion).toMatchObject({ reason_code: "stage_failed" });
    expect(outputs["deployment-status"]).toBe("UNKNOWN");
    expect(told(sent)["event"]).toBe("failed");
  });

  test("may have changed production where GitHub does not say whether it began", async () => {
    const { outputs, evidence } = await run({ evidence: before, jobs: ended("production", before) });
    expect(outputs["deployment-status"]).toBe("UNKNOWN");
    const says = "Whether `production` ever began could not be read (403: Resource not accessible by integration).";
    expect(evidence.warnings).toContain(`${says} Give the job \`actions: read\`.`);
  });

  test("may have been the whole of a rollback, of which nobody knows what it changed", async () => {
    const github = listed({ name: "rollback", conclusion: "failure", began: true });
    const { outputs, sent } = await run({ evidence: [], jobs: ended("rollback", []), github });
    expect(outputs["deployment-status"]).toBe("UNKNOWN");
    expect(told(sent)["says"]).toContain("It is unknown whether production was changed");
  });

  test("deployed, for all that is known, where it succeeded: nobody says that nothing was changed", async () => {
    const { outputs, evidence, sent } = await run({ evidence: before, jobs: ended("production", before, "success") });
    expect(outputs["deployment-status"]).toBe("UNKNOWN");
    expect(told(sent)["says"]).toContain("no evidence came from `production`");
    expect(evidence.warnings).toContain("Jobs that passed no evidence on: `production`.");
    const none = await run({ evidence: [], jobs: ended("all", [], "success") });
    expect(none.outputs["deployment-status"]).toBe("UNKNOWN");
  });

  test("was a rollback that never began: nothing was changed", async () => {
    const github = listed({ name: "rollback", conclusion: "failure", began: false });
    const { outputs, sent } = await run({ evidence: [], jobs: ended("rollback", []), github });
    expect(outputs["deployment-status"]).toBe("NOT DEPLOYED");
    expect(told(sent)["says"]).toContain("Nothing was changed: no runner ever had `rollback`");
  });

  test("is no promotion where those behind it were skipped", async () => {
    const jobs = JSON.stringify({
      validate: { result: "failure", outputs: {} },
      production: { result: "skipped", outputs: {} },
    });
    const github = listed({ name: "validate", conclusion: "failure", began: true });
    const { outputs } = await run({ evidence: [], jobs, github });
    expect(outputs["deployment-status"]).toBe("NOT DEPLOYED");
  });
});

describe("a report about an environment that nobody deployed to", () => {
  const to = (environment: string) => [validate, staging, smoke, { ...promote, environment }];

  test("is a fault where another one was, and not the word that nothing was deployed", async () => {
    const { conclusion, outputs } = await run({ evidence: to("prod") });
    expect(conclusion).toMatchObject({
      status: "failed",
      reason_code: "invalid_input",
      says: "Deployment: UNKNOWN. Input `environment` of the report is `production`, and promote was of `prod`.",
      remedy: "Give the report `environment: prod`.",
    });
    expect(outputs["exit-gate"]).toBe("open");
    const rolledBack = { ...rollback, environment: "prod" };
    expect((await run({ evidence: [rolledBack] })).conclusion.says).toContain("rollback was of `prod`");
  });

  test("is a fault of `from` too", async () => {
    const { conclusion } = await run({ inputs: { from: "stage" } });
    expect(conclusion.says).toContain("Input `from` of the report is `stage`, and deploy-staging was of `staging`.");
  });

  test("is the report of the one region whose job was skipped, beside another that was deployed to", async () => {
    const pinned = to("eu-production").map((one, at) => [
      `job${at}`,
      { result: "success", outputs: { evidence: JSON.stringify(pinOf(one, sha256(JSON.stringify(one)))) } },
    ]);
    const jobs = JSON.stringify({ ...Object.fromEntries(pinned), us: { result: "skipped", outputs: {} } });
    const { outputs } = await run({ evidence: to("eu-production"), jobs, inputs: { environment: "us-production" } });
    expect(outputs["deployment-status"]).toBe("NOT DEPLOYED");
  });
});

describe("faults of the evidence", () => {
  const forged = { ...promote, says: "All is well." };
  const pins = well.map((one) => pinOf(one, sha256(JSON.stringify(one))));

  test("fail the report, also when the gate is only to be shown", async () => {
    const { conclusion, outputs, markdown, evidence } = await run({
      evidence: [validate, staging, smoke, forged],
      pins,
      inputs: { "exit-gate": "report" },
    });
    expect(conclusion).toMatchObject({ status: "failed", reason_code: "evidence_conflict" });
    expect(outputs).toMatchObject({ "exit-gate": "open", "deployment-status": "UNKNOWN" });
    expect(markdown).not.toContain("All is well.");
    expect(evidence.results[0]).toMatchObject({ id: "evidence", verdict: "fail", findings: [{ severity: "error" }] });
  });

  test("are all named: another commit, mixed releases, a file that is no evidence, a pin without a file", async () => {
    const strange = {
      ...staging,
      sha: "d".repeat(40),
      release: { ...promote.release, digest: "e".repeat(64) } as Evidence["release"],
    };
    const { evidence } = await run({
      evidence: [validate, strange, promote],
      pins,
      files: { [`${folder}/evidence/x.json`]: "{" },
    });
    expect(evidence.results[0]?.findings.map((one) => one.message.split(" ").slice(0, 4).join(" "))).toEqual([
      expect.stringContaining("The evidence shop.deploy-staging"),
      "The evidence x.json cannot",
      expect.stringContaining("The evidence shop.smoke-test"),
    ]);
    const loose = await run({ evidence: [validate, strange, promote], pins: [] });
    expect(loose.evidence.results[0]?.findings.map((one) => one.message.slice(0, 40))).toEqual([
      "The evidence of deploy-staging is of com",
      "The evidence of the stages is of differe",
    ]);
  });

  test("are a job that failed although its evidence says passed: its box stays open, and says why", async () => {
    const jobs = Object.fromEntries(
      well.map((one, at) => [
        one.stage,
        { result: one === smoke ? "failure" : "success", outputs: { evidence: JSON.stringify(pins[at]) } },
      ]),
    );
    const { conclusion, outputs, evidence } = await run({ jobs: JSON.stringify(jobs) });
    expect(conclusion).toMatchObject({ status: "failed", reason_code: "stage_failed" });
    expect(outputs["exit-gate"]).toBe("open");
    const box = evidence.results.find(({ id }) => id === "staging");
    expect(box).toMatchObject({ verdict: "fail" });
    expect(box?.says).toContain("its job `smoke-test` ended with `failure`");
  });

  test("that are only loose ends are warnings: evidence that nobody pinned, a job that passed on none", async () => {
    const { conclusion, evidence, markdown } = await run({
      jobs: JSON.stringify({ lint: { result: "success", outputs: {} } }),
    });
    expect(conclusion.status).toBe("passed");
    expect(evidence.warnings).toEqual([
      expect.stringContaining("Evidence that no job output pins: deploy-staging, promote, smoke-test, validate."),
      "Jobs that passed no evidence on: `lint`.",
    ]);
    expect(markdown).toContain("(Not pinned by a job output: promote.)");
  });

  test("that there is none of is not said to agree, and a report of an earlier attempt does not stand in", async () => {
    const { markdown, evidence } = await run({
      evidence: [],
      jobs: "",
      files: { [`${folder}/report/report.md`]: "**Status**: SUCCESS" },
    });
    expect(markdown).not.toContain("SUCCESS");
    expect(evidence.results[0]).toMatchObject({ id: "evidence", verdict: "not-run", required: false });
  });
});

describe("what people say of items that no evidence shows", () => {
  const said = (text: string) => {
    const ticked = readTicks(text);
    if (typeof ticked === "string") throw new Error(ticked);
    return { ticked };
  };

  test("is in the checklists as the word of a named person, with who gave it to the run", async () => {
    const { markdown, json } = await run({ inputs: said("dashboards: @ada <b>\nrunbooks: @alice\n") });
    const word =
      "- [x] Monitoring dashboards checked, **a person's word**: &#64;\u200bada &#60;b&#62; says so, as alice";
    expect(markdown).toContain(word);
    expect(markdown).toContain("&#64;\u200balice, who started this run, says so.");
    expect(markdown).toMatch(/Post-Deployment: \d of \d ticked, 2 by a person's word/);
    expect(JSON.stringify(reportSchema.parse(json))).toContain('"state":"said"');
  });

  test("meets the criterion of the documentation where evidence does not, and is marked as that", async () => {
    const files = { "/work/CHANGELOG.md": "# Changelog\n" };
    expect((await run({ files })).conclusion.status).toBe("failed");
    const { conclusion, markdown, evidence } = await run({ files, inputs: said("release-documented: Ada Byron") });
    expect(conclusion).toMatchObject({ status: "passed", reason_code: "gate_closed" });
    expect(markdown).toMatch(
      /- \[x\] \*\*Documentation updated\*\*, by \*\*a person's word\*\*: Ada Byron says so, as alice/,
    );
    expect(evidence.results.find(({ id }) => id === "documentation")?.says).toContain("No evidence shows it:");
  });

  test("is not used where evidence decides, which is a warning", async () => {
    const { markdown, evidence } = await run({ inputs: said("release-documented: @ada") });
    expect(evidence.warnings).toContain(
      "Input `ticked`: the word on `release-documented` was not used, since evidence decides it.",
    );
    expect(markdown).not.toContain("a person's word");
  });

  test.each([
    ["dashboards", "is not `item: who`"],
    ["dashboards:", "is not `item: who`"],
    ["test: @ada", "ticks `test`, which evidence alone ticks"],
    ["everything: @ada", "which no checklist has; a person may tick backup-verified, dashboards"],
    ["dashboards: @ada\ndashboards: @bob", "ticks `dashboards` twice"],
  ])("is refused for %j", (text, says) => {
    expect(() => said(text)).toThrow(says);
    expect(contract.inputs.shape.ticked.safeParse(text).error?.issues[0]?.message).toContain(says);
  });
});
