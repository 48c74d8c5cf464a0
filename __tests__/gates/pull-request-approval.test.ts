import { describe, expect, test } from "@jest/globals";
import type { PullRequestOfCommit, Review } from "../../src/domain/gate/code-review.ts";
import type { AskedOfPullRequest } from "../../src/gates/pull-request-approval.ts";
import { gates } from "../../src/gates/registry.ts";
import { sha } from "../render/story.ts";
import { noFacts } from "../support/gates.ts";

const head = "b".repeat(40);
const ids: Readonly<Record<string, number>> = { alice: 1, bob: 2, carol: 3, dave: 4 };
const yes = <T>(value: T) => ({ ok: true as const, value });
const no = (status: number, why = "Resource not accessible by integration") => ({ ok: false as const, status, why });

/** Reviews as `state login`, at the head unless a commit follows. */
const reviews = (...list: readonly string[]): readonly Review[] =>
  list.map((one) => {
    const [state = "", login = "", commit = head] = one.split(" ");
    return { state, login, userId: ids[login] ?? 9, bot: login.endsWith("[bot]"), commit };
  });
const pull: PullRequestOfCommit = {
  ...{ number: 7, title: "Remember the basket", url: "https://github.com/acme/shop/pull/7" },
  ...{ author: "alice", authorId: 1, headSha: head, mergedAs: sha },
};
const run = (actor = "dave", triggering = actor): AskedOfPullRequest["run"] =>
  yes({
    ...{ actor, actorId: ids[actor] ?? 0, triggeringActor: triggering, triggeringActorId: ids[triggering] ?? 0 },
    ...{ attempt: 1, headSha: sha, event: "push" },
  });

interface Told {
  readonly list?: readonly Review[];
  readonly pull?: Partial<PullRequestOfCommit>;
  readonly roles?: Readonly<Record<string, string>>;
  readonly asked?: Partial<AskedOfPullRequest>;
  readonly selfApproval?: "refuse" | "allow";
}

function judge({ list = reviews("APPROVED bob"), roles = {}, selfApproval = "refuse", ...told }: Told = {}) {
  const permissions = Object.fromEntries(list.map(({ login }) => [login, yes(roles[login] ?? "write")]));
  const one = { pull: { ...pull, ...told.pull }, reviews: yes(list), permissions };
  const asked = { by: "pull-request", required: 1, sha, pulls: yes([one]), run: run(), ...told.asked } as const;
  const facts = { ...noFacts, approval: { environment: "production", selfApproval, asked } };
  const [approval, other] = ["approval", "self-approval"].map((id) =>
    gates.find((gate) => gate.id === id)?.judge(facts),
  );
  for (const id of ["environment", "protection"]) expect(gates.find((gate) => gate.id === id)?.judge(facts)).toBeNull();
  return { approval, other };
}

describe("a review of the pull request approves", () => {
  test("where it is of the commit that was merged, by another person who may write", () => {
    expect(judge().approval).toMatchObject({
      ...{ verdict: "pass", reason_code: "approved", says: "bob approved #7 at bbbbbbbbbbbb, which is this commit." },
      facts: { approval: "approved", approvers: "bob", pull_request: 7, reviewed: head },
      warnings: [expect.stringContaining("GitHub did not hold this job for a person")],
    });
    expect(judge().other).toMatchObject({ verdict: "pass" });
  });

  test("where this run is of the head itself", () => {
    expect(
      judge({ pull: { headSha: sha, mergedAs: null }, list: reviews(`APPROVED bob ${sha}`) }).approval,
    ).toMatchObject({ verdict: "pass" });
  });

  test("with administrators and maintainers, and after a comment or a change request of the same person", () => {
    for (const role of ["admin", "maintain"]) expect(judge({ roles: { bob: role } }).approval?.verdict).toBe("pass");
    for (const list of [
      reviews("APPROVED bob", "COMMENTED bob"),
      reviews("CHANGES_REQUESTED bob", "APPROVED bob"),
      reviews("DISMISSED bob", "APPROVED bob"),
    ])
      expect(judge({ list }).approval?.verdict).toBe("pass");
  });

  test("in the required number", () => {
    const list = reviews("APPROVED bob", "APPROVED carol");
    expect(judge({ list, asked: { required: 2 } })).toMatchObject({
      approval: { verdict: "pass" },
      other: { verdict: "pass" },
    });
    expect(judge({ list: reviews("APPROVED bob", "APPROVED bob"), asked: { required: 2 } }).approval).toMatchObject({
      reason_code: "approval_missing",
      says: "#7 has 1 approving review of 2 at bbbbbbbbbbbb.",
    });
  });
});

describe("a review of the pull request does not approve", () => {
  test.each<[string, Told, string, RegExp]>([
    [
      "an earlier commit of it",
      { list: reviews(`APPROVED bob ${"d".repeat(40)}`) },
      "approval_missing",
      /approved dddd/,
    ],
    ["after it was dismissed", { list: reviews("DISMISSED bob") }, "approval_missing", /bob was dismissed/],
    ["by a comment", { list: reviews("COMMENTED bob") }, "approval_missing", /has 0 approving reviews of 1/],
    ["in a state that GitHub adds one day", { list: reviews("ENDORSED bob") }, "approval_missing", /0 approving/],
    ["by somebody who may only read", { roles: { bob: "read" } }, "approval_missing", /bob may not write/],
    ["by a bot", { list: reviews("APPROVED review[bot]") }, "approval_missing", /is no person/],
    [
      "where the same person requested changes later",
      { list: reviews("APPROVED bob", "CHANGES_REQUESTED bob") },
      "approval_rejected",
      /bob requested changes of #7/,
    ],
    [
      "where another person with write access requests changes",
      { list: reviews("APPROVED bob", "CHANGES_REQUESTED carol") },
      "approval_rejected",
      /carol requested/,
    ],
    ["a commit that is only a part of it", { pull: { mergedAs: "e".repeat(40) } }, "approval_missing", /is part of #7/],
    [
      "a commit without a pull request",
      { asked: { pulls: yes([]) } },
      "approval_missing",
      /belongs to no pull request/,
    ],
    ["a head that is not merged", { pull: { mergedAs: null } }, "approval_missing", /is part of #7/],
  ])("%s", (_what, told, reason_code, says) => {
    const { approval, other } = judge(told);
    expect(approval).toMatchObject({ verdict: "fail", reason_code, says: expect.stringMatching(says) });
    expect(approval?.remedy).not.toBe("");
    expect(other).toMatchObject({ verdict: "not-run" });
  });

  test("a change request of somebody who may only read blocks nothing", () => {
    const list = reviews("APPROVED bob", "CHANGES_REQUESTED carol");
    expect(judge({ list, roles: { carol: "read" } }).approval?.verdict).toBe("pass");
  });

  test.each([
    ["merged", run("bob")],
    ["ran it again", run("alice", "bob")],
  ])("for who %s: that is no second person, unless the settings allow it", (_what, by) => {
    expect(judge({ asked: { run: by } }).other).toMatchObject({
      ...{ verdict: "fail", reason_code: "self_approval", facts: { approval: "self-approved" } },
      says: "bob approved #7 and wrote it or started this run: 0 of 1 required approvals are by others.",
    });
    expect(judge({ asked: { run: by }, selfApproval: "allow" }).other).toMatchObject({
      ...{ verdict: "pass", warnings: [expect.stringContaining("self-approval: allow")] },
    });
  });

  test.each<[string, Partial<AskedOfPullRequest>, string]>([
    ["the pull requests", { pulls: no(403) }, "approval"],
    ["the reviews", { pulls: yes([{ pull, reviews: no(500, "Oops"), permissions: {} }]) }, "approval"],
    [
      "what a reviewer may do",
      { pulls: yes([{ pull, reviews: yes(reviews("APPROVED bob")), permissions: { bob: no(403) } }]) },
      "approval",
    ],
    ["the run", { run: no(429, "API rate limit exceeded") }, "other"],
  ])("where %s cannot be read: that is not the same as not approved", (_what, asked, row) => {
    expect(judge({ asked })[row as "approval" | "other"]).toMatchObject({
      ...{ verdict: "error", reason_code: "approval_unreadable", facts: { approval: "unverifiable" } },
    });
  });
});
