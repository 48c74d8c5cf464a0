// Comments on what went out, written to the loopback GitHub.
import { describe, expect, test } from "@jest/globals";
import type { Brief } from "../../src/domain/brief/brief.ts";
import type { Evidence } from "../../src/domain/evidence/evidence.ts";
import type { ExitCriterion } from "../../src/domain/report/exit-gate.ts";
import { openRecorder } from "../../src/stages/recorder.ts";
import type { Outcome } from "../../src/stages/report/release-page.ts";
import { commentOnReleased } from "../../src/stages/report/released-comments.ts";
import { alice, bob, type PullRequest } from "../acceptance/github/state.ts";
import { withServer } from "../adapters/github/open.ts";
import { evidence, promote, release, runUrl, sha, smoke, staging, validate } from "../render/story.ts";
import { jobFacts } from "../support/job.ts";
import { settingsFrom } from "../support/settings.ts";
import { closedWorld } from "../support/world.ts";

const github = withServer();
const commit = (one: number) => String(one).repeat(40).slice(0, 40);
const page = "https://github.com/acme/shop/releases/tag/v1.1.0";

/** Merged as a commit of the release. */
const pull = (number: number, more: Partial<PullRequest> = {}): PullRequest => ({
  ...{ number, author: alice, head: "f".repeat(40), mergedAs: commit(number), reviews: [] },
  ...more,
});

/** The brief's changes: these pull requests, each with its commit. */
function changes(numbers: readonly number[]): Brief["changes"] {
  const of = (number: number) => ({ number, title: "A basket", author: "alice", url: "https://github.com" });
  const listed = (number: number) => ({ sha: commit(number), subject: "x", author: "alice", pull: number });
  const none = { total: 0, list: [] };
  return {
    commits: { total: numbers.length, list: numbers.map(listed) },
    ...{ undone: none, configuration: none, migrations: none, packages: none, files: 1, note: "" },
    pulls: { total: numbers.length, list: numbers.map(of), note: "" },
  };
}

interface Told {
  readonly numbers?: readonly number[];
  readonly outcome?: Partial<Outcome>;
  readonly smoke?: Evidence;
  readonly criteria?: readonly ExitCriterion[];
  readonly pageUrl?: string | null;
}

const criteria: readonly ExitCriterion[] = [
  { id: "validation", title: "All validations passed", met: true, restsOn: "18 checks passed.", remedy: "" },
  { id: "documentation", title: "Documentation updated", met: false, restsOn: "No section of 1.1.0.", remedy: "x" },
];

async function comment(told: Told = {}) {
  const slept: number[] = [];
  const closed = closedWorld();
  const world = closedWorld({
    github: github.open(),
    job: jobFacts({ sha, runUrl }),
    clock: { ...closed.clock, sleep: async (ms) => void slept.push(ms) },
    repository: { ...closed.repository, tags: async () => [] },
  });
  const recorder = await openRecorder(world, "report", { app: "shop", environment: "production" });
  const run = { world, settings: await settingsFrom("version: 1"), recorder };
  const brief = { changes: changes(told.numbers ?? [2, 3]) } as Brief;
  const outcome: Outcome = {
    environment: "production",
    deployment: { status: "SUCCESS", says: "It serves.", remedy: "" },
    stages: { validate, staging, smoke: told.smoke ?? { ...smoke, brief }, promote, rollback: null },
    ...{ release, version: "1.1.0", notes: null },
    ...told.outcome,
  };
  const pageUrl = told.pageUrl === undefined ? page : told.pageUrl;
  await commentOnReleased(run, { ...outcome, criteria: told.criteria ?? criteria }, pageUrl);
  return { warnings: recorder.evidence.warnings, slept };
}

const comments = () =>
  github.server.state.comments.map(({ issue, body }) => [issue, body.split("\n").slice(1).join("\n")]);
const heads = () => comments().map(([issue, body]) => `${issue} ${String(body).split("\n")[0]}`);
const writes = () => github.server.requests.filter((one) => /^(POST|PATCH) \/repos/.test(one));
const rolledBack: Partial<Outcome> = {
  deployment: { status: "ROLLED BACK", says: "production was rolled back to 1.0.0: too many errors.", remedy: "" },
};

describe("comments on what went out", () => {
  test("are one on each pull request, from forks too, and on each issue that they closed", async () => {
    github.server.state.permissions.issues = "write";
    github.server.state.pulls.push(pull(2, { author: bob, closes: [11] }), pull(3, { closes: [11, 12] }));
    const { warnings, slept } = await comment();
    expect(warnings).toEqual([]);
    const released = `✅ Released in [v1.1.0](${page}) to production`;
    expect(heads()).toEqual([
      `2 ### ${released}`,
      `3 ### ${released}`,
      `11 ${released}. [Report](${runUrl})`,
      `12 ${released}. [Report](${runUrl})`,
    ]);
    expect(comments()[0]?.[1]).toBe(
      `### ${released}\n\nshop 1.1.0, <code>aaaaaaaaaaaa</code>, 2026-11-24 09:15 UTC. ` +
        `[The whole report](${runUrl}) is in the summary of the run.\n\n**Exit gate**\n\n` +
        "- [x] All validations passed\n- [ ] Documentation updated: No section of 1.1.0.",
    );
    expect(slept).toEqual([1_000, 1_000, 1_000]);
  });

  test("are written once for a release, and follow what becomes of it", async () => {
    github.server.state.permissions.issues = "write";
    github.server.state.pulls.push(pull(2, { closes: [11] }));
    await comment({ numbers: [2] });
    const [before, count] = [comments(), writes().length];
    await comment({ numbers: [2] });
    expect([comments(), writes().length]).toEqual([before, count]);
    await comment({ numbers: [2], outcome: rolledBack, pageUrl: null });
    expect(heads()).toEqual([
      `2 ### ↩️ [v1.1.0](${runUrl}) was rolled back from production`,
      `11 ↩️ [v1.1.0](${runUrl}) was rolled back from production. [Report](${runUrl})`,
    ]);
    expect(comments()[0]?.[1]).toContain("production was rolled back to 1.0.0: too many errors.");
  });

  test("say of a rollback nothing on an issue that heard of no release", async () => {
    github.server.state.pulls.push(pull(2, { closes: [11] }));
    expect((await comment({ numbers: [2], outcome: rolledBack })).warnings).toEqual([]);
    expect(comments().map(([issue]) => issue)).toEqual([2]);
  });

  test("follow a rollback by hand, by the commits of both releases", async () => {
    github.server.state.history.push(commit(1), commit(9), commit(2), commit(3));
    github.server.state.messages = {
      [commit(9)]: "Take over a fix of upstream (#8)",
      [commit(2)]: "Merge pull request #2 from acme/x",
      [commit(3)]: "Add a basket (#3)",
    };
    Object.assign(github.server.state.refs, { "tags/v1.0.0": commit(1), "tags/v1.1.0": commit(3) });
    github.server.state.pulls.push(pull(2), pull(3), pull(8));
    const rollback = evidence("rollback", { from: "1.1.0-1a2b3c4d", to: "1.0.0-aaaaaaaa" });
    const stages = { validate: null, staging: null, smoke: null, promote: null, rollback };
    const { warnings } = await comment({ outcome: { ...rolledBack, stages, release: null } });
    expect(warnings).toEqual([]);
    expect(comments().map(([issue]) => issue)).toEqual([3, 2]);
    const unknown = { ...stages, rollback: { ...rollback, to: "0.9.0-aaaaaaaa" } };
    for (const name of ["v0.9.0", "0.9.0", "shop-v0.9.0"]) github.server.state.refs[`tags/${name}`] = null;
    expect((await comment({ outcome: { ...rolledBack, stages: unknown, release: null } })).warnings[0]).toContain(
      "the commit of 0.9.0-aaaaaaaa is not known",
    );
  });

  test("are not on what only looks like a pull request of the release", async () => {
    github.server.state.pulls.push(pull(2), pull(3, { mergedAs: null }), pull(4, { mergedAs: "e".repeat(40) }));
    expect((await comment({ numbers: [2, 3, 4, 999] })).warnings).toEqual([]);
    expect(comments().map(([issue]) => issue)).toEqual([2]);
  });

  test("are on the pull request of the commit where nothing was compared, as for a first deployment", async () => {
    github.server.state.pulls.push(pull(2, { mergedAs: sha }), pull(3));
    await comment({ smoke });
    expect(comments().map(([issue]) => issue)).toEqual([2]);
  });

  test("name the permission that is missing, once for each kind, and write the others", async () => {
    github.server.state.permissions = { ...github.server.state.permissions, "pull-requests": "read", issues: "read" };
    github.server.state.pulls.push(pull(2, { closes: [11] }), pull(3, { closes: [12] }));
    const { warnings } = await comment();
    expect(warnings).toEqual([
      "Not commented on what is in this release: #2 (403: Resource not accessible by integration), " +
        "#11 (403: Resource not accessible by integration). " +
        "Give the job `pull-requests: write` and `issues: write`, or set `comment: false`.",
    ]);
    expect(writes()).toHaveLength(2);
    github.server.state.permissions["pull-requests"] = "none";
    expect((await comment()).warnings[0]).toContain("Give the job `pull-requests: write` and `issues: write`.");
  });

  test("go on after a conversation that is locked, and stop where GitHub asks to wait", async () => {
    github.server.state.pulls.push(pull(2), pull(3));
    const locked = { status: 403, body: { message: "Unable to create comment because issue is locked." } };
    github.server.state.instead = ({ method, path }) =>
      method === "POST" && path.endsWith("/2/comments") ? locked : null;
    const first = await comment();
    expect(comments().map(([issue]) => issue)).toEqual([3]);
    expect(first.warnings[0]).toContain("#2 (403: Unable to create comment because issue is locked).");
    github.server.state.comments.splice(0);
    const slow = { status: 403, body: { message: "Slow down" }, headers: { "retry-after": "60" } };
    github.server.state.instead = ({ method, path }) =>
      method === "POST" && path.endsWith("/2/comments") ? slow : null;
    const second = await comment();
    expect(comments()).toEqual([]);
    expect(second.warnings[0]).toContain("Run this job again: each has one comment however often it runs.");
  });

  test("are sixty at most, and the number of those left out is said", async () => {
    const many = Array.from({ length: 63 }, (_, index) => 100 + index);
    github.server.state.pulls.push(...many.map((number) => pull(number, { mergedAs: commit(number) })));
    const { warnings } = await comment({ numbers: many });
    expect(comments()).toHaveLength(60);
    expect(warnings).toEqual(["3 pull requests and issues of this release have no comment: at most 60 are written."]);
  });

  test.each(["NOT DEPLOYED", "UNKNOWN"] as const)("are not made where it is %s", async (status) => {
    await comment({ outcome: { deployment: { status, says: "", remedy: "" } } });
    expect(github.server.requests).toEqual([]);
  });

  test("show what others wrote as text", async () => {
    github.server.state.pulls.push(pull(2));
    const says = "It failed: <script>alert(1)</script> @everyone --> [x](javascript:1)";
    await comment({
      numbers: [2],
      outcome: { deployment: { status: "FAILED", says, remedy: "" }, environment: "a-->b" },
    });
    const [{ body } = { body: "" }] = github.server.state.comments;
    expect(body.split("\n")[0]).toBe("<!-- phoenix-deploy:released:v1 key=shop/a%2D%2D%3Eb -->");
    expect(body).not.toMatch(/<script|@everyone|\]\(javascript/);
  });
});
