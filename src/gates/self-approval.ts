import type { Judgement } from "../domain/evidence/result.ts";
import { givenBy, namesOf } from "./approval.ts";
import { type ApprovalFacts, type AskedOfEnvironment, refusedAs } from "./approval-facts.ts";
import { defineGate, notJudged } from "./gate.ts";
import { judgeOtherReviewers } from "./pull-request-approval.ts";

/** Did somebody approve who did not start the run, nor this attempt of it? */
export const selfApproval = defineGate({
  id: "self-approval",
  title: () => "Somebody else approved than who started the run",
  of: "approval",
  judge: (facts) => {
    const { asked, environment, selfApproval: rule } = facts;
    if (asked.by === "none") return null;
    return asked.by === "pull-request" ? judgeOtherReviewers(environment, asked, rule) : ofEnvironment(facts, asked);
  },
});

function ofEnvironment({ environment, selfApproval: rule }: ApprovalFacts, asked: AskedOfEnvironment): Judgement {
  const seen = givenBy(environment, asked);
  if (seen === null) return notJudged("there is no approval that counts");
  const { given, byOthers } = seen;
  if (byOthers.length > 0) {
    const says = `${namesOf(byOthers).join(", ")} did not start this run.`;
    return { verdict: "pass", reason_code: "passed", says };
  }
  const names = namesOf(given).join(", ");
  if (rule === "allow") {
    const says = `${names} approved a run that they started themselves (\`self-approval: allow\`).`;
    return { verdict: "pass", reason_code: "approved", says, facts: { approval: "self-approved" }, warnings: [says] };
  }
  return refusedAs("self-approved", {
    reason_code: "self_approval",
    says: `Only ${names} approved this run for ${environment}, having started it.`,
    remedy:
      "Start a new run, and have somebody else approve it. A team of one sets `approval: {by: environment, " +
      "self-approval: allow}`, and the report shows it.",
  });
}
