import { describe, expect, test } from "@jest/globals";
import { type ApprovalFacts, judgeApproval } from "../../src/gates/approval.ts";

const alice = 1;
const bob = 2;
type Seen = NonNullable<ApprovalFacts["seen"]>;

const good: Seen = {
  jobEnvironment: { ok: true, value: { name: "production", evidence: "graphql" } },
  rules: { ok: true, value: { reviewers: ["bob"], preventSelfReview: true, adminsBypass: false, waitMinutes: 0 } },
  approvals: { ok: true, value: [{ state: "approved", login: "bob", userId: bob, comment: "", environments: ["production"] }] },
  run: {
    ok: true,
    value: { actorId: alice, actor: "alice", triggeringActorId: alice, triggeringActor: "alice", attempt: 1, headSha: "", event: "push" },
  },
};
const judge = (seen: Partial<Seen>, more: Partial<ApprovalFacts> = {}) =>
  judgeApproval({ environment: "production", by: "environment", selfApproval: "refuse", seen: { ...good, ...seen }, ...more });
const refused = (status: number) => ({ ok: false as const, status, why: "Resource not accessible by integration" });
const approvals = (list: readonly { state: string; id: number; environment?: string }[]): Seen["approvals"] => ({
  ok: true,
  value: list.map((one) => ({
    state: one.state,
    login: one.id === bob ? "bob" : "alice",
    userId: one.id,
    comment: "",
    environments: [one.environment ?? "production"],
  })),
});

describe("the approval gate", () => {
  test("opens for an approval by somebody else, and names them", () => {
    expect(judge({})).toMatchObject({
      judgement: { verdict: "pass", reason_code: "approved", says: "bob approved this run for production." },
      warnings: [],
    });
  });

  test.each<[string, Partial<Seen>, string, string]>([
    ["the environment does not exist", { rules: refused(404) }, "environment_missing", "fail"],
    [
      "nobody has to review",
      { rules: { ok: true, value: { reviewers: [], preventSelfReview: null, adminsBypass: null, waitMinutes: 5 } } },
      "environment_unprotected",
      "fail",
    ],
    ["the rules cannot be read", { rules: refused(403) }, "approval_unreadable", "error"],
    ["the approvals cannot be read", { approvals: refused(403) }, "approval_unreadable", "error"],
    ["the run cannot be read", { run: refused(0) }, "approval_unreadable", "error"],
    ["the deployment cannot be read", { jobEnvironment: refused(500) }, "approval_unreadable", "error"],
    [
      "the job has no environment",
      { jobEnvironment: { ok: true, value: { name: null, evidence: "log-url" } } },
      "environment_unproven",
      "fail",
    ],
    [
      "the job has another environment",
      { jobEnvironment: { ok: true, value: { name: "staging", evidence: "graphql" } } },
      "environment_mismatch",
      "fail",
    ],
    ["nobody approved", { approvals: approvals([]) }, "approval_missing", "fail"],
    ["somebody only commented", { approvals: approvals([{ state: "pending", id: bob }]) }, "approval_missing", "fail"],
    [
      "another environment was approved",
      { approvals: approvals([{ state: "approved", id: bob, environment: "staging" }]) },
      "approval_missing",
      "fail",
    ],
    [
      "somebody rejected it",
      {
        approvals: approvals([
          { state: "approved", id: bob },
          { state: "rejected", id: 3 },
        ]),
      },
      "approval_rejected",
      "fail",
    ],
    ["only the starter approved", { approvals: approvals([{ state: "approved", id: alice }]) }, "self_approval", "fail"],
  ])("stays closed when %s", (_title, seen, code, verdict) => {
    const { judgement } = judge(seen);
    expect(judgement).toMatchObject({ verdict, reason_code: code });
    expect(judgement.remedy).not.toBe("");
  });

  test("lets a team of one approve itself when the settings say so, and shows it", () => {
    const gate = judge({ approvals: approvals([{ state: "approved", id: alice }]) }, { selfApproval: "allow" });
    expect(gate.judgement.verdict).toBe("pass");
    expect(gate.warnings).toEqual(["alice approved their own run (`self-approval: allow`)."]);
  });

  test("asks nobody only when told so, and says it loudly", () => {
    const gate = judgeApproval({ environment: "production", by: "none", selfApproval: "refuse", seen: null });
    expect(gate.judgement.reason_code).toBe("approval_not_required");
    expect(gate.warnings[0]).toContain("whoever can start this job can deploy");
  });
});
