// Who is notified when: the start of a promotion, the end of a rollback, and never twice.
import { describe, expect, test } from "@jest/globals";
import { releaseVersionOf } from "../../src/domain/release/release.ts";
import { announceStart } from "../../src/stages/announce.ts";
import { deployStaging } from "../../src/stages/deploy-staging.ts";
import { promote } from "../../src/stages/promote.ts";
import { rollback } from "../../src/stages/rollback.ts";
import { notifierFrom } from "../announce/news.ts";
import { sha } from "../render/story.ts";
import { Bent, first, second } from "../support/bent.ts";
import { jobFacts } from "../support/job.ts";
import { allPassed, handedOver, pinsOf, reviewing, shippedId, stagingRuns } from "../support/promotion.ts";
import { closedWorld } from "../support/world.ts";

const hook = { type: "webhook", "url-from": "HOOK" };

/** A run on a target in memory; the receiver answers with `status`, and what it was sent is kept. */
async function opened(
  stage: "promote" | "rollback" | "deploy-staging",
  bent: Bent,
  notify: readonly object[],
  status: number,
) {
  const told: Record<string, unknown>[] = [];
  const {
    environment: _,
    openTarget: __,
    ...run
  } = await bent.open(stage, {
    // Half an hour after the evidence of the story.
    clock: { ...bent.clock, now: () => new Date(Date.parse("2026-11-24T09:45:00Z") + bent.model.now) },
    job: jobFacts({ sha }),
    repository: { ...closedWorld().repository, head: async () => ({ sha, tree: "b".repeat(40) }) },
    github: reviewing("production", { reviewers: ["bob"], state: "approved" }),
    secret: (name) => ({ HOOK: "https://hooks.example.org/x" })[name],
    http: {
      async request(request) {
        if (!request.url.includes("hooks.example.org")) return bent.http.request(request);
        expect(request.proxied).toBe(true);
        told.push({ ...JSON.parse(request.body ?? "{}"), changedBefore: bent.sent.length });
        return { answered: true, status, headers: {}, body: "", ms: 1 };
      },
    },
  });
  const settings = { ...run.settings, notify: notify.map((one) => notifierFrom({ ...one })) };
  return { run: { ...run, settings, openTarget: stagingRuns(shippedId, bent.target) }, told };
}

async function promoted(notify: readonly object[], status = 200, dryRun = false) {
  const bent = new Bent().deployed(first);
  for (const [path, text] of handedOver(allPassed)) bent.disk.files.set(path, text);
  const { run, told } = await opened("promote", bent, notify, status);
  const conclusion = await promote(run, {
    ...{ environment: "production", from: "staging", jobs: pinsOf(allPassed), runs: "this", unpinned: "refuse" },
    ...{ "job-id": "5", "dry-run": dryRun, explain: false, "override-freeze": "", "github-token": "" },
  });
  return { conclusion, told, bent, evidence: run.recorder.evidence };
}

async function rolledBack(bent: Bent, notify: readonly object[], status = 200, inputs = {}) {
  const { run, told } = await opened("rollback", bent, notify, status);
  const conclusion = await rollback(run, {
    ...{
      environment: "production",
      reason: "p1-bug",
      "reason-detail": "",
      confirm: "",
      to: "previous",
      drill: false,
      "dry-run": false,
      lock: "wait",
    },
    ...inputs,
  });
  return { conclusion, told, evidence: run.recorder.evidence };
}

describe("a promotion", () => {
  test("announces its start before it changes anything", async () => {
    const { conclusion, told, evidence } = await promoted([hook]);
    expect(conclusion.status).toBe("passed");
    expect(told).toMatchObject([
      {
        ...{ event: "start", status: "STARTED", version: "1.1.0", environment: "production", changedBefore: 0 },
        ...{ delivery: "7-1-promote-production-start", deployment: "7-1-promote-production", actor: "alice" },
      },
    ]);
    expect(evidence.results.find(({ kind }) => kind === "announcement")).toMatchObject({
      ...{ id: "webhook", title: "The webhook (`HOOK`): `start`", verdict: "pass", required: false },
      facts: { receiver: "webhook HOOK", event: "start", key: "7-1-promote-production-start", tries: 1 },
    });
  });

  test("goes on where that fails, with a warning", async () => {
    const { conclusion, evidence } = await promoted([hook], 404);
    expect(conclusion).toMatchObject({ status: "passed", reason_code: "promoted" });
    expect(evidence.warnings).toContain("The webhook (`HOOK`): The webhook answered 404 (try 1 of 5).");
  });

  test("changes nothing where a receiver that is required did not accept it", async () => {
    const { conclusion, evidence, bent } = await promoted(
      [
        { ...hook, on: ["success"] },
        { ...hook, required: true },
      ],
      404,
    );
    expect(conclusion).toEqual({
      ...{ status: "failed", decision: "stop", reason_code: "not_announced" },
      says: "The start could not be announced. The webhook answered 404 (try 1 of 5). Nothing was changed.",
      remedy: "Check `HOOK` and the settings of `webhook` in `notify`.",
    });
    expect(bent.sent).toEqual([]);
    expect(bent.host.lease).toBeNull();
    expect(evidence.results.find(({ kind }) => kind === "announcement")).toMatchObject({
      ...{ id: "webhook-2", verdict: "fail", required: true },
    });
  });

  test.each([
    ["of another event", { ...hook, on: ["success", "rollback"] }],
    ["of another environment", { ...hook, environments: ["staging"] }],
  ])("notifies nobody who wants news %s alone", async (_what, notifier) => {
    expect((await promoted([notifier])).told).toEqual([]);
  });

  test("that was cancelled before it began announces nothing", async () => {
    const bent = new Bent().deployed(first);
    const { run, told } = await opened("promote", bent, [hook], 200);
    bent.cancelled = true;
    expect(await announceStart(run, "production")).toBeNull();
    expect(told).toEqual([]);
  });

  test("announces no dry run", async () => {
    expect((await promoted([{ ...hook, required: true }], 404, true)).conclusion.status).toBe("planned");
  });
});

describe("a deployment to staging", () => {
  async function staged(notify: readonly object[], status: number) {
    const bent = new Bent().deployed(first);
    const [validate] = allPassed;
    if (validate === undefined) throw new Error("no evidence");
    for (const [path, text] of handedOver([validate])) bent.disk.files.set(path, text);
    const { run, told } = await opened("deploy-staging", bent, notify, status);
    const conclusion = await deployStaging(
      { ...run, openTarget: () => bent.target },
      {
        ...{ environment: "production", jobs: pinsOf([validate]), runs: "this", unpinned: "refuse" },
        ...{ "job-id": "5", "dry-run": false, "override-freeze": "", "github-token": "" },
      },
    );
    return { conclusion, told, bent };
  }

  test("announces its start to who names its environment, and changes nothing where that is required", async () => {
    expect((await staged([hook], 404)).told).toEqual([]);
    const named = { ...hook, environments: ["production"], required: true };
    const refused = await staged([hook, named], 404);
    expect(refused.conclusion).toMatchObject({ status: "failed", reason_code: "not_announced" });
    expect([refused.told.length, refused.bent.sent]).toEqual([1, []]);
    expect((await staged([named], 200)).conclusion).toMatchObject({ status: "passed" });
  });
});

describe("a rollback", () => {
  test("is announced with the version that serves again", async () => {
    const { told } = await rolledBack(new Bent().deployed(first).deployed(second), [hook]);
    expect(told).toMatchObject([
      {
        ...{ event: "rollback", status: "ROLLED BACK", version: releaseVersionOf(second) },
        ...{ serves: releaseVersionOf(first), delivery: "7-1-rollback-production-rollback" },
      },
    ]);
  });

  test("that was refused is announced as such: nothing was changed, why, and what to do", async () => {
    const { told, conclusion } = await rolledBack(new Bent().deployed(first), [hook]);
    expect(conclusion.reason_code).toBe("no_previous_release");
    expect(told).toMatchObject([{ event: "rollback-refused", status: "NOTHING CHANGED" }]);
    expect(told[0]?.["says"]).toBe(`${conclusion.says} ${conclusion.remedy}`);
    expect(told[0]?.["says"]).toContain("Nothing was changed.");
    const bent = new Bent().deployed(first).deployed(second);
    bent.failing.set("acquire-lock", { verdict: "fail", reason_code: "lock_held", says: "run-9 has the lock." });
    const locked = await rolledBack(bent, [hook]);
    expect(locked.told).toMatchObject([{ event: "rollback-refused", serves: releaseVersionOf(second) }]);
  });

  test("that was tried and did not go through is announced as failed, with what to do", async () => {
    const bent = new Bent().deployed(first).deployed(second);
    bent.model.natures.set(first, "lying");
    const { told, conclusion } = await rolledBack(bent, [hook]);
    expect(conclusion).toMatchObject({ reason_code: "not_healthy", decision: "stop" });
    expect(told).toMatchObject([{ event: "rollback-failed", says: `${conclusion.says} ${conclusion.remedy}` }]);
  });

  test.each([
    ["the one that serves", { to: first }, "already_active"],
    ["none that is known", { to: "9.9.9" }, "release_not_found"],
  ])("to a release that is %s is no news", async (_which, inputs, reason_code) => {
    const { told, conclusion } = await rolledBack(new Bent().deployed(first), [hook], 200, inputs);
    expect(conclusion).toMatchObject({ status: "failed", reason_code });
    expect(told).toEqual([]);
  });

  test("keeps its verdict where nobody could be notified, whoever is required", async () => {
    const bent = new Bent().deployed(first).deployed(second);
    const { conclusion, evidence } = await rolledBack(bent, [{ ...hook, required: true }], 500);
    expect(conclusion).toMatchObject({ status: "passed", reason_code: "rolled_back" });
    expect(evidence.warnings).toContain("The webhook (`HOOK`): The webhook answered 500 (try 5 of 5).");
  });

  test("that is a dry run is not announced", async () => {
    const bent = new Bent().deployed(first).deployed(second);
    expect((await rolledBack(bent, [hook], 200, { "dry-run": true })).told).toEqual([]);
  });
});
