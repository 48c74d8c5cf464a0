// The gates of production as promote judges them, with GitHub's own API on loopback: each story changes one thing of
// what GitHub knows, and says which rows refuse.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { githubAdapter } from "../../src/adapters/github.ts";
import type { Result } from "../../src/domain/evidence/result.ts";
import type { JobFacts } from "../../src/ports/job.ts";
import { promote } from "../../src/stages/promote.ts";
import { openRecorder } from "../../src/stages/recorder.ts";
import { alice, bob, type GitHubLoopback, startGitHub } from "../acceptance/github/server.ts";
import { firstState, type Instead, type State } from "../acceptance/github/state.ts";
import { sha } from "../render/story.ts";
import { Bent } from "../support/bent.ts";
import { memoryFiles } from "../support/files.ts";
import { jobFacts } from "../support/job.ts";
import { allPassed, handedOver, pinsOf, shippedId, stagingRuns } from "../support/promotion.ts";
import { settingsFrom } from "../support/settings.ts";
import { closedWorld } from "../support/world.ts";

let server: GitHubLoopback;
beforeAll(async () => {
  server = await startGitHub();
});
afterAll(async () => {
  await server.close();
  expect(server.breaches).toEqual([]);
});
beforeEach(() => {
  Object.assign(server.state, firstState(), { refs: { "heads/main": sha } });
});

const carol = { id: 103, login: "carol" };
const own = (name: string) =>
  `${name}:\n    url: https://x.example.com\n    hosts: [{name: ${name}, address: local}]\n` +
  "    path: /opt/shop\n    strategy: {type: restart}\n    slots: {main: {port: 4000}}\n";

interface Story {
  /** Lines of the settings of production. */
  readonly settings?: string;
  readonly job?: Partial<JobFacts>;
  /** `environment:` of the job; null for none. */
  readonly environment?: string | null;
  readonly idToken?: boolean;
  readonly overrideFreeze?: string;
  readonly explain?: boolean;
  readonly limitMs?: number;
}

/** Lets promote judge its gates, and returns how it ended with the rows. */
async function judged(change: (state: State) => void, story: Story = {}) {
  const { settings = "    approval: {}", environment = "production", idToken = false, limitMs = 60_000 } = story;
  const before = server.state.environments["production"];
  if (before === undefined) throw new Error("no environment");
  change(server.state);
  if (environment !== null) server.startJob({ jobId: "5", runId: "7", sha, environment });
  const tokens = server.idTokenOf("5");
  const github = githubAdapter({
    ...{ token: "ghs_x", repository: "acme/shop", runId: "7", runnerName: "", limitMs, pausesMs: [1] },
    ...{ apiUrl: server.url, graphqlUrl: `${server.url}/graphql` },
    idToken: idToken
      ? { url: tokens.ACTIONS_ID_TOKEN_REQUEST_URL, token: tokens.ACTIONS_ID_TOKEN_REQUEST_TOKEN }
      : null,
  });
  const closed = closedWorld();
  const world = closedWorld({
    files: memoryFiles(handedOver(allPassed)),
    job: jobFacts({ sha, ...story.job }),
    repository: { ...closed.repository, head: async () => ({ sha, tree: "b".repeat(40) }) },
    github,
  });
  const run = {
    world,
    settings: await settingsFrom(
      `version: 1\napp: shop\nenvironments:\n  ${own("staging")}  ${own("production")}${settings}\n`,
    ),
    recorder: await openRecorder(world, "promote", { app: "shop", environment: "production" }),
    openTarget: stagingRuns(shippedId, new Bent().target),
  };
  const conclusion = await promote(run, {
    ...{ environment: "production", from: "staging", jobs: pinsOf(allPassed), runs: "this", unpinned: "refuse" },
    ...{ "job-id": "5", "dry-run": false, explain: story.explain ?? true },
    ...{ "override-freeze": story.overrideFreeze ?? "", "github-token": "ghs_x" },
  });
  const { results, warnings } = run.recorder.evidence;
  const row = (id: string) => results.find((one) => one.id === id);
  return { conclusion, results, row, warnings, refusing: results.filter(refuses).map(shortly) };
}

const refuses = ({ verdict }: Result) => verdict === "fail" || verdict === "error";
const shortly = ({ id, reason_code }: Result) => `${id}: ${reason_code}`;
const reviewed = (state: string, user = bob, environment = "production") => ({ environment, state, user });

describe("the gates pass", () => {
  test.each<[string, (state: State) => void, Story]>([
    ["for somebody else's approval", () => undefined, {}],
    ["where the job's own ID token names the environment", () => undefined, { idToken: true }],
    [
      "where only the ID token can be read of the job",
      (state) => Object.assign(state.permissions, { checks: "none", deployments: "none" }),
      { idToken: true },
    ],
    [
      "where GitHub names the environment in another case",
      (state) => {
        state.approvals = [reviewed("approved", bob, "PRODUCTION")];
      },
      { environment: "Production" },
    ],
    [
      "with an approval for another environment beside it",
      (state) => state.approvals.push(reviewed("rejected", carol, "staging"), reviewed("approved", carol, "staging")),
      {},
    ],
    ["with a comment of another reviewer", (state) => state.approvals.push(reviewed("pending", carol)), {}],
    ["where a server's deployments name the run alone", (state) => Object.assign(state, { logNames: "run" }), {}],
  ])("%s", async (_what, change, story) => {
    const { refusing, conclusion } = await judged(change, story);
    expect(refusing).toEqual([]);
    expect(conclusion.says).toMatch(/^All \d+ gates of production pass\./);
  });

  test("with a warning for each thing that GitHub does not show", async () => {
    const team = await judged((state) => {
      state.environments["production"] = { reviewers: [], teams: ["ops"], preventSelfReview: true };
      state.attempt = 2;
    });
    expect(team.refusing).toEqual([]);
    expect(team.warnings).toEqual([
      expect.stringContaining("Whether bob may approve production is not verifiable: a team reviews it"),
      expect.stringContaining("attempt 2 of the run"),
    ]);
    const open = await judged((state) => {
      Object.assign(state, { attempt: 1, jobs: [], deployments: [] });
      state.environments["production"] = { reviewers: [carol], preventSelfReview: false };
    });
    expect(open.warnings).toEqual([
      expect.stringContaining("does not prevent self-review"),
      expect.stringContaining("bob approved production but is not among its reviewers now"),
    ]);
  });

  test("with no word of a time of the approval", async () => {
    const { results } = await judged(() => undefined);
    for (const { id, says } of results.filter((one) => /approv/.test(one.id)))
      expect([id, says]).toEqual([id, expect.not.stringMatching(/\d{4}-\d\d|\d\d:\d\d/)]);
  });
});

describe("the gates refuse", () => {
  test.each<[string, (state: State) => void, Story, readonly string[]]>([
    ["a job without `environment:`", () => undefined, { environment: null }, ["environment: environment_unproven"]],
    [
      "a job of another environment",
      () => undefined,
      { environment: "staging" },
      ["environment: environment_mismatch"],
    ],
    [
      "a job of another environment by its ID token, whatever deployments there are",
      () => undefined,
      { environment: "staging", idToken: true },
      ["environment: environment_mismatch"],
    ],
    [
      "an environment that GitHub made anew for a name with a typo",
      (state) => {
        delete state.environments["production"];
      },
      {},
      ["protection: environment_unprotected"],
    ],
    [
      "an environment that does not exist",
      (state) => {
        delete state.environments["production"];
      },
      { environment: null },
      ["environment: environment_unproven", "protection: environment_missing"],
    ],
    [
      "an environment with a timer alone",
      (state) => {
        state.environments["production"] = { reviewers: [], preventSelfReview: false, waitMinutes: 30 };
      },
      {},
      ["protection: environment_unprotected"],
    ],
    [
      "a run that nobody reviewed",
      (state) => Object.assign(state, { approvals: [] }),
      {},
      ["approval: approval_missing"],
    ],
    [
      "a run that was approved for another environment",
      (state) => Object.assign(state, { approvals: [reviewed("approved", bob, "staging")] }),
      {},
      ["approval: approval_missing"],
    ],
    [
      "a run with a comment alone",
      (state) => Object.assign(state, { approvals: [reviewed("pending")] }),
      {},
      ["approval: approval_missing"],
    ],
    [
      "a run that one rejected and another approved",
      (state) => state.approvals.push(reviewed("rejected", carol)),
      {},
      ["approval: approval_rejected"],
    ],
    [
      "an approval by who started the run",
      (state) => Object.assign(state, { approvals: [reviewed("approved", alice)] }),
      {},
      ["self-approval: self_approval"],
    ],
    [
      "an approval by who ran it again",
      (state) => Object.assign(state, { actor: bob, attempt: 2 }),
      {},
      ["self-approval: self_approval"],
    ],
    [
      "all of it at once, in the order of the gates",
      (state) => {
        Object.assign(state, { approvals: [reviewed("approved", alice)], history: [], refs: { "heads/main": null } });
      },
      { environment: null, settings: "    freeze: {windows: [{from: 2026-01-01T00:00, why: Never}]}" },
      ["environment: environment_unproven", "self-approval: self_approval", "freeze: frozen", "ref: ref_moved"],
    ],
  ])("%s", async (_what, change, story, expected) => {
    const { refusing, conclusion, results } = await judged(change, story);
    expect(refusing).toEqual(expected);
    for (const one of results.filter(refuses)) expect([one.id, one.remedy]).not.toEqual([one.id, ""]);
    expect(conclusion).toMatchObject({ status: "planned", says: expect.stringContaining("would refuse") });
  });

  test("and without `explain` the job fails, with the first reason and the others beside it", async () => {
    const { conclusion } = await judged(
      (state) => Object.assign(state, { approvals: [], refs: { "heads/main": null } }),
      { explain: false },
    );
    expect(conclusion).toMatchObject({
      ...{ status: "failed", decision: "stop", reason_code: "approval_missing" },
      says: "Nobody approved this run for production. Refused as well: `ref` (ref_moved). Nothing was changed.",
    });
    expect(conclusion.remedy).toMatch(/have a reviewer approve it.*start a new run from the commit/);
  });
});

describe("what GitHub does not answer is not verified, which is never `not approved`:", () => {
  const on = (pattern: RegExp, said: Instead) => (state: State) => {
    state.instead = ({ path }) => (pattern.test(path) ? said : null);
  };
  const approvals = /\/approvals$/;
  const ratelimited = {
    ...{ status: 403, body: { message: "API rate limit exceeded" } },
    headers: { "x-ratelimit-remaining": "0" },
  };
  test.each<[string, (state: State) => void, Story, readonly string[]]>([
    ["403 for the approvals", on(approvals, { status: 403, body: { message: "No" } }), {}, ["approval"]],
    ["404 for the approvals", on(approvals, { status: 404, body: { message: "Not Found" } }), {}, ["approval"]],
    ["500 for the approvals", on(approvals, { status: 500, body: { message: "Oops" } }), {}, ["approval"]],
    ["a spent rate limit", on(approvals, ratelimited), {}, ["approval"]],
    ["an answer that is cut off", on(approvals, { status: 200, text: '[{"state": "appro' }), {}, ["approval"]],
    ["an answer of another form", on(approvals, { status: 200, body: [{ state: "approved" }] }), {}, ["approval"]],
    ["no answer in time", on(approvals, { status: 200, body: [], afterMs: 2_500 }), { limitMs: 2_000 }, ["approval"]],
    ["403 for the rules", on(/\/environments\//, { status: 403, body: { message: "No" } }), {}, ["protection"]],
    ["500 for the rules", on(/\/environments\//, { status: 500, body: { message: "Oops" } }), {}, ["protection"]],
    ["500 for the run", on(/\/runs\/7$/, { status: 500, body: { message: "Oops" } }), {}, ["approval"]],
    [
      "403 for the job's deployment, by every way",
      on(/check-runs|graphql|deployments/, { status: 403, body: { message: "No" } }),
      {},
      ["environment"],
    ],
    [
      "everything",
      on(/./, { status: 503, body: { message: "Unavailable" } }),
      {},
      ["environment", "protection", "ref"],
    ],
  ])("%s", async (_what, change, story, rows) => {
    const { refusing, row } = await judged(change, story);
    expect(refusing).toEqual(rows.map((id) => `${id}: ${id === "ref" ? "ref_unreadable" : "approval_unreadable"}`));
    for (const id of rows.filter((one) => one !== "ref"))
      expect(row(id)).toMatchObject({ verdict: "error", facts: { approval: "unverifiable" } });
  });
});

describe("the approval by the pull request", () => {
  const head = "c".repeat(40);
  const settings = "    approval: {by: pull-request}";
  const pull = {
    number: 7,
    author: alice,
    head,
    mergedAs: sha,
    reviews: [{ user: bob, state: "APPROVED", commit: head }],
  };

  test("passes for a review of the commit that was merged, without any environment", async () => {
    const { refusing, row } = await judged((state) => Object.assign(state, { pulls: [pull] }), {
      ...{ settings, environment: null },
    });
    expect(refusing).toEqual([]);
    expect(row("approval")).toMatchObject({ facts: { by: "pull-request", approvers: "bob", pull_request: 7 } });
    expect(row("environment")).toMatchObject({ verdict: "off" });
  });

  test.each<[string, Partial<State>, string]>([
    [
      "a review of an earlier commit",
      { pulls: [{ ...pull, reviews: [{ user: bob, state: "APPROVED", commit: sha }] }] },
      "approval: approval_missing",
    ],
    ["a commit that nobody reviewed", { pulls: [] }, "approval: approval_missing"],
    ["a reviewer who may only read", { pulls: [pull], roles: { bob: "read" } }, "approval: approval_missing"],
    ["who merged it", { pulls: [pull], actor: bob }, "self-approval: self_approval"],
    [
      "changes that were requested after the merge",
      { pulls: [{ ...pull, reviews: [...pull.reviews, { user: bob, state: "CHANGES_REQUESTED", commit: head }] }] },
      "approval: approval_rejected",
    ],
  ])("refuses %s", async (_what, known, refused) => {
    const { refusing } = await judged((state) => Object.assign(state, known), { settings, environment: null });
    expect(refusing).toEqual([refused]);
  });

  test("is not known where the token may not read pull requests", async () => {
    const { refusing, row } = await judged(
      (state) => {
        state.pulls = [pull];
        state.permissions["pull-requests"] = "none";
      },
      { settings, environment: null },
    );
    expect(refusing).toEqual(["approval: approval_unreadable"]);
    expect(row("approval")?.remedy).toContain("pull-requests: read");
  });
});

describe("a freeze", () => {
  // The story's clock stands at 2026-11-24 10:41 in Berlin.
  const settings =
    "    freeze: {zone: Europe/Berlin, override: [alice, acme/oncall], windows: " +
    "[{from: 2026-11-24T10:00, to: 2026-11-24T11:00, why: Launch}]}";

  test("is refused, and overridden by who is named, with the reason in the evidence", async () => {
    expect((await judged(() => undefined, { settings })).refusing).toEqual(["freeze: frozen"]);
    const overridden = await judged(() => undefined, { settings, overrideFreeze: "Outage" });
    expect(overridden.refusing).toEqual([]);
    expect(overridden.row("freeze")).toMatchObject({
      ...{ reason_code: "freeze_overridden", facts: { overridden_by: "alice", reason: "Outage", why: "Launch" } },
    });
    expect(overridden.warnings).toContain("production is frozen (Launch), and alice overrode that: Outage.");
  });

  test("is overridden by a member of a team alone, where the token may see the members", async () => {
    const asCarol = (more: Partial<State>) => (state: State) => Object.assign(state, { actor: carol, ...more });
    const override = { settings, overrideFreeze: "Outage" };
    const sees = { ...firstState().permissions, members: "read" as const };
    expect((await judged(asCarol({}), override)).refusing).toEqual(["freeze: freeze_override_unreadable"]);
    expect((await judged(asCarol({ permissions: sees }), override)).refusing).toEqual([
      "freeze: freeze_override_refused",
    ]);
    const member = { permissions: sees, teams: { "acme/oncall": [carol] } };
    expect((await judged(asCarol(member), override)).refusing).toEqual([]);
  });
});

describe("the branch or tag of the run", () => {
  const newer = "d".repeat(40);
  const at = (ref: string, commit: string | null) => (state: State) => {
    Object.assign(state, { refs: { [ref]: commit }, history: ["0".repeat(40), sha, newer] });
  };
  const tag = { job: { ref: "refs/tags/v1.1.0", refName: "v1.1.0" } };

  test("that goes on is a warning, or refused where the settings say so", async () => {
    const { refusing, warnings } = await judged(at("heads/main", newer));
    expect(refusing).toEqual([]);
    expect(warnings).toContainEqual(expect.stringContaining("`main` has 1 newer commit"));
    const strict = await judged(at("heads/main", newer), { settings: "    ref-moved: refuse" });
    expect(strict.refusing).toEqual(["ref: ref_moved"]);
  });

  test.each<[string, (state: State) => void, Story]>([
    ["a tag that moved forward", at("tags/v1.1.0", newer), tag],
    ["a tag that was deleted", at("tags/v1.1.0", null), tag],
    ["a branch that was reset", at("heads/main", "0".repeat(40)), {}],
    ["a branch that was rewritten", at("heads/main", "e".repeat(40)), {}],
  ])("is refused: %s", async (_what, change, story) => {
    expect((await judged(change, story)).refusing).toEqual(["ref: ref_moved"]);
  });

  test("is not asked for with `ref-moved: off`", async () => {
    const { row } = await judged(at("heads/main", null), { settings: "    ref-moved: off" });
    expect(row("ref")).toMatchObject({ verdict: "off" });
  });
});
