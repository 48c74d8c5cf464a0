import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Approval, ApprovalRun, EnvironmentRules, JobEnvironment } from "../../src/domain/gate/approval.ts";
import type { ApprovalFacts, AskedOfEnvironment } from "../../src/gates/approval-facts.ts";
import { gates } from "../../src/gates/registry.ts";
import { noFacts } from "../support/gates.ts";

type Seen = Omit<AskedOfEnvironment, "by">;

/** The rows of environment, protection, approval and self-approval; the first that refuses decides. */
function judgeApproval(approval: ApprovalFacts) {
  const rows = gates
    .filter(({ of }) => of === "approval")
    .flatMap(({ id, judge }) => {
      const judgement = judge({ ...noFacts, approval });
      return judgement === null ? [] : [{ id, judgement }];
    });
  const refusing = rows.filter(({ judgement }) => judgement.verdict !== "pass");
  const approved = rows.find(({ id }) => id === "approval")?.judgement;
  const judgement = refusing[0]?.judgement ?? approved;
  if (judgement === undefined) throw new Error("no row of the approval");
  const names = approved?.facts?.["approvers"];
  return {
    rows,
    judgement,
    warnings: [...new Set(rows.flatMap((row) => row.judgement.warnings ?? []))],
    approvers: refusing.length > 0 || typeof names !== "string" ? [] : names.split(", "),
  };
}

const ids: Readonly<Record<string, number>> = { alice: 1, bob: 2, carol: 3 };
const refused = (status: number, why = "Resource not accessible by integration") => ({
  ok: false as const,
  status,
  why,
});

const rules = (more: Partial<EnvironmentRules> = {}): Seen["rules"] => ({
  ok: true,
  value: {
    reviewers: ["bob", "carol"],
    hasTeam: false,
    preventSelfReview: true,
    adminsBypass: false,
    waitMinutes: 0,
    ...more,
  },
});
const job = (more: Partial<JobEnvironment> = {}): Seen["jobEnvironment"] => ({
  ok: true,
  value: { name: "production", evidence: "graphql", waited: true, ...more },
});
/** Reviews as `state login environment`, such as `approved bob production`. */
const reviews = (...list: readonly string[]): Seen["approvals"] => ({
  ok: true,
  value: list.map((one): Approval => {
    const [state = "", login = "", ...environments] = one.split(" ");
    return { state, login, userId: ids[login] ?? 0, comment: "", environments };
  }),
});
const run = (more: Partial<ApprovalRun> = {}): Seen["run"] => ({
  ok: true,
  value: {
    ...{
      actorId: 1,
      actor: "alice",
      triggeringActorId: 1,
      triggeringActor: "alice",
      attempt: 1,
      headSha: "a".repeat(40),
      event: "push",
    },
    ...more,
  },
});

const approved: Seen = {
  jobEnvironment: job(),
  rules: rules(),
  approvals: reviews("approved bob production"),
  run: run(),
};
const judge = (seen: Partial<Seen> = {}, more: Partial<ApprovalFacts> = {}) =>
  judgeApproval({
    environment: "production",
    selfApproval: "refuse",
    asked: { by: "environment", ...approved, ...seen },
    ...more,
  });

describe("an approval counts", () => {
  test("for somebody else's approval of this environment, and names them", () => {
    expect(judge()).toMatchObject({
      judgement: { verdict: "pass", reason_code: "approved", says: "bob approved this run for production." },
      warnings: [],
      approvers: ["bob"],
    });
  });

  test("in a row for each question, with what was seen among its facts", () => {
    const { rows } = judge({ rules: rules({ adminsBypass: null }) });
    expect(rows.map(({ id, judgement }) => [id, judgement.verdict, judgement.facts])).toEqual([
      ["environment", "pass", { evidence: "graphql", waited: true }],
      [
        "protection",
        "pass",
        { reviewers: ["bob", "carol"], prevents_self_review: true, admins_bypass: "unknown", wait_minutes: 0 },
      ],
      [
        "approval",
        "pass",
        {
          ...{ approval: "approved", by: "environment", approvers: "bob", comments: [], self_approved: false },
          ...{ evidence: "graphql", attempt: 1 },
        },
      ],
      ["self-approval", "pass", undefined],
    ]);
  });

  test("never without its other rows: each fault is shown, and what rests on it is not judged", () => {
    const { rows } = judge({ jobEnvironment: job({ name: null }), rules: rules({ reviewers: [] }) });
    expect(rows.map(({ id, judgement }) => `${id} ${judgement.verdict} ${judgement.reason_code}`)).toEqual([
      "environment fail environment_unproven",
      "protection fail environment_unprotected",
      "approval not-run not_judged",
      "self-approval pass passed",
    ]);
    expect(rows.map(({ judgement }) => judgement.facts?.["approval"])).toEqual([
      "not-gated",
      "unprotected",
      undefined,
      undefined,
    ]);
  });

  test("whatever the case of names, as GitHub does", () => {
    const seen = {
      jobEnvironment: job({ name: "Production" }),
      approvals: reviews("approved bob PRODUCTION"),
      rules: rules({ reviewers: ["Bob"] }),
    };
    expect(judge(seen)).toMatchObject({ judgement: { verdict: "pass" }, warnings: [] });
  });

  test("naming each approver once, and only those who count", () => {
    const approvals = reviews(
      "approved alice production",
      "approved bob production",
      "approved carol production",
      "approved bob staging production",
    );
    expect(judge({ approvals })).toMatchObject({
      approvers: ["bob", "carol"],
      judgement: { says: "bob, carol approved this run for production." },
    });
  });

  test("for a team of one, when the settings allow it, and says so", () => {
    const gate = judge(
      { approvals: reviews("approved alice production"), rules: rules({ reviewers: ["alice"] }) },
      { selfApproval: "allow" },
    );
    expect(gate.judgement).toMatchObject({
      verdict: "pass",
      says: "alice approved this run for production, having started it.",
    });
    expect(gate.judgement.facts).toMatchObject({ self_approved: true, approvers: "alice" });
    expect(gate.warnings).toEqual(["alice approved a run that they started themselves (`self-approval: allow`)."]);
  });

  test("for nobody's approval only when the settings ask for none, and says it loudly", () => {
    const gate = judgeApproval({ environment: "production", selfApproval: "refuse", asked: { by: "none" } });
    expect(gate.rows.map(({ id }) => id)).toEqual(["approval"]);
    expect(gate.judgement).toMatchObject({ verdict: "pass", reason_code: "approval_not_required" });
    expect(gate.warnings).toEqual([
      "production requires no approval (`approval: {by: none}`): who can start this job can deploy.",
    ]);
    expect(gate.approvers).toEqual([]);
  });
});

describe("the approval gate stays closed", () => {
  test.each<[string, Partial<Seen>, string, RegExp]>([
    [
      "the environment does not exist",
      { rules: refused(404, "Not Found") },
      "environment_missing",
      /no environment `production`/,
    ],
    [
      "no reviewer is asked",
      { rules: rules({ reviewers: [] }) },
      "environment_unprotected",
      /has no required reviewers\.$/,
    ],
    [
      "there is only a timer",
      { rules: rules({ reviewers: [], waitMinutes: 5 }) },
      "environment_unprotected",
      /timer of 5 min is no approval/,
    ],
    [
      "the job has no deployment",
      { jobEnvironment: job({ name: null }) },
      "environment_unproven",
      /Nothing shows that this job runs/,
    ],
    [
      "the job has another environment",
      { jobEnvironment: job({ name: "staging" }) },
      "environment_mismatch",
      /runs in environment `staging`/,
    ],
    ["nobody reviewed", { approvals: reviews() }, "approval_missing", /Nobody approved/],
    [
      "somebody only commented",
      { approvals: reviews("pending bob production") },
      "approval_missing",
      /Nobody approved/,
    ],
    [
      "only another environment was approved",
      { approvals: reviews("approved bob staging") },
      "approval_missing",
      /Nobody approved/,
    ],
    [
      "a state is unknown",
      { approvals: reviews("approved_later bob production") },
      "approval_missing",
      /Nobody approved/,
    ],
    [
      "somebody rejected, although another approved",
      { approvals: reviews("approved bob production", "rejected carol production") },
      "approval_rejected",
      /carol rejected/,
    ],
    [
      "only the starter approved",
      { approvals: reviews("approved alice production") },
      "self_approval",
      /Only alice approved/,
    ],
    [
      "only the one who ran it again approved",
      { run: run({ triggeringActorId: 2, attempt: 2 }) },
      "self_approval",
      /Only bob approved/,
    ],
  ])("when %s", (_title, seen, code, says) => {
    const { judgement, approvers } = judge(seen);
    expect(judgement).toMatchObject({ verdict: "fail", reason_code: code, says: expect.stringMatching(says) });
    expect(judgement.remedy).not.toBe("");
    expect(approvers).toEqual([]);
  });

  test.each<[string, Partial<Seen>]>([
    ["the rules", { rules: refused(403) }],
    ["this job's deployment", { jobEnvironment: refused(403) }],
    ["the approvals", { approvals: refused(403) }],
    ["this run", { run: refused(403) }],
  ])("as not verifiable, which is not the same as not approved, when %s cannot be read", (_title, seen) => {
    expect(judge(seen).judgement).toMatchObject({
      verdict: "error",
      reason_code: "approval_unreadable",
      says: expect.stringMatching(
        /could not be read: 403, Resource.*\. Whether production was approved is not known\.$/,
      ),
      remedy: expect.stringContaining("actions: read"),
    });
  });

  test("and advises patience, not permissions, when GitHub did not answer", () => {
    const { judgement } = judge({ approvals: refused(0, "no answer within 20 s") });
    expect(judgement.says).toContain("could not be read: no answer within 20 s.");
    expect(judgement.remedy).toContain("when GitHub's API answers");
  });
});

describe("an open gate says what it does not prove:", () => {
  test.each<[string, Partial<Seen>, RegExp]>([
    [
      "self-review is refused by this action alone",
      { rules: rules({ preventSelfReview: false }) },
      /only this action refuses it/,
    ],
    ["administrators may bypass", { rules: rules({ adminsBypass: true }) }, /Administrators may bypass/],
    [
      "the approver is no reviewer now",
      { rules: rules({ reviewers: ["carol"] }) },
      /bob approved production but is not among its reviewers/,
    ],
    [
      "a team's members cannot be read",
      { rules: rules({ reviewers: ["ops"], hasTeam: true }) },
      /bob may approve production is not verifiable/,
    ],
    ["the gate may not have held the job", { jobEnvironment: job({ waited: false }) }, /shows no waiting/],
    ["the record names the run alone", { jobEnvironment: job({ evidence: "run-url" }) }, /do not name the job/],
    ["an approval may be of an earlier attempt", { run: run({ attempt: 2 }) }, /attempt 2 of the run/],
  ])("%s", (_title, seen, sentence) => {
    const { judgement, warnings } = judge(seen);
    expect(judgement.verdict).toBe("pass");
    expect(warnings).toEqual([expect.stringMatching(sentence)]);
  });

  test("unknown history and unknown settings are no doubts of their own", () => {
    expect(
      judge({ jobEnvironment: job({ waited: null }), rules: rules({ preventSelfReview: null, adminsBypass: null }) })
        .warnings,
    ).toEqual([]);
  });
});

describe("for any facts", () => {
  const answer = <T>(value: fc.Arbitrary<T>) =>
    fc.oneof(
      { weight: 4, arbitrary: value.map((one) => ({ ok: true as const, value: one })) },
      { weight: 1, arbitrary: fc.constantFrom(...[0, 200, 403, 404, 500].map((status) => refused(status))) },
    );
  const names = fc.constantFrom("production", "PRODUCTION", "staging");
  const person = fc.constantFrom("alice", "bob", "carol");
  const facts: fc.Arbitrary<ApprovalFacts> = fc.record({
    environment: fc.constant("production"),
    selfApproval: fc.constantFrom("refuse" as const, "allow" as const),
    asked: fc.record({
      by: fc.constant("environment" as const),
      jobEnvironment: answer(
        fc.record({
          name: fc.option(names),
          evidence: fc.constantFrom("oidc" as const, "graphql" as const, "log-url" as const, "run-url" as const),
          waited: fc.option(fc.boolean()),
        }),
      ),
      rules: answer(
        fc.record({
          reviewers: fc.subarray(["alice", "bob", "ops"]),
          hasTeam: fc.boolean(),
          preventSelfReview: fc.option(fc.boolean()),
          adminsBypass: fc.option(fc.boolean()),
          waitMinutes: fc.nat(9),
        }),
      ),
      approvals: answer(
        fc.array(
          fc
            .record({
              state: fc.constantFrom("approved", "approved", "rejected", "pending"),
              login: person,
              comment: fc.string(),
              on: fc.array(names),
            })
            .map(({ state, login, comment, on }) => ({
              state,
              login,
              comment,
              userId: ids[login] ?? 0,
              environments: on,
            })),
          { maxLength: 4 },
        ),
      ),
      run: person.map((login) => run({ actorId: ids[login] ?? 0 })),
    }),
  });

  test("it opens only on an approval of this environment that counts, with everything readable", () => {
    fc.assert(
      fc.property(facts, (told) => {
        const { judgement, approvers } = judgeApproval(told);
        if (judgement.verdict !== "pass" || told.asked.by !== "environment") return;
        const { jobEnvironment, rules, approvals, run } = told.asked;
        if (!jobEnvironment.ok || !rules.ok || !approvals.ok || !run.ok)
          throw new Error("opened on what could not be read");
        expect(rules.value.reviewers).not.toEqual([]);
        expect(jobEnvironment.value.name?.toLowerCase()).toBe("production");
        const mine = approvals.value.filter((one) =>
          one.environments.some((name) => name.toLowerCase() === "production"),
        );
        expect(mine.map((one) => one.state)).not.toContain("rejected");
        const counting = mine.filter((one) => one.state === "approved" && approvers.includes(one.login));
        expect(counting).not.toEqual([]);
        if (told.selfApproval === "refuse")
          for (const one of counting)
            expect([run.value.actorId, run.value.triggeringActorId]).not.toContain(one.userId);
      }),
      { numRuns: 2_000 },
    );
  });

  test("a closed gate has a sentence and a remedy, and no sentence tells a time", () => {
    fc.assert(
      fc.property(facts, (told) => {
        const { judgement, warnings } = judgeApproval(told);
        expect(judgement.says).toMatch(/^[A-Z].*\.$|^(alice|bob|carol)/);
        if (judgement.verdict !== "pass") expect(judgement.remedy).toMatch(/\.$/);
        for (const sentence of [judgement.says, ...warnings]) expect(sentence).not.toMatch(/\b(at|on) \d|\d{4}-\d\d/);
      }),
      { numRuns: 500 },
    );
  });
});
