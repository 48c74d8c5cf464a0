import type { Judgement } from "../domain/evidence/result.ts";
import { type AskedOfEnvironment, holding, notReadable, refusedAs, sameName } from "./approval-facts.ts";
import { defineGate } from "./gate.ts";

/** Does this very job run in the environment? Only then did the rules of the environment hold it. */
export const jobEnvironment = defineGate({
  id: "environment",
  title: (environment) => `This job runs in ${environment}`,
  of: "approval",
  judge: ({ environment, asked }) => (asked.by === "environment" ? judge(environment, asked) : null),
});

function judge(environment: string, { jobEnvironment: job }: AskedOfEnvironment): Judgement {
  if (!job.ok) return notReadable("This job's own deployment", { environment, by: "environment" }, job);
  const { name, evidence, waited } = job.value;
  if (name === null) {
    return refusedAs("not-gated", {
      reason_code: "environment_unproven",
      says: `Nothing shows that this job runs in environment \`${environment}\`: GitHub has no deployment of it.`,
      remedy:
        `Write \`environment: ${environment}\` on the job, without \`deployment: false\`, and give it ` +
        "`permissions: {actions: read, checks: read, deployments: read}`.",
    });
  }
  if (!sameName(name, environment)) {
    return refusedAs("not-gated", {
      reason_code: "environment_mismatch",
      says: `This job runs in environment \`${name}\`, not in \`${environment}\`.`,
      remedy: `Write \`environment: ${environment}\` on the job, or \`environment: ${name}\` in the action's inputs.`,
    });
  }
  return {
    verdict: "pass",
    reason_code: "passed",
    says: `This job runs in environment \`${name}\`, by ${sources[evidence]}.`,
    facts: { evidence, waited: waited ?? "unknown" },
    warnings: holding([
      [
        waited === false,
        `The deployment of this job shows no waiting: the rules of ${environment} may not have held it, or were ` +
          "added later.",
      ],
      [
        evidence === "run-url",
        `That this job runs in ${environment} rests on the run's only deployment: GitHub's records do not name the ` +
          "job.",
      ],
    ]),
  };
}

const sources = {
  oidc: "its own ID token",
  graphql: "the deployment of its check run",
  "log-url": "the deployment whose log is this job's",
  "run-url": "the only deployment of its run",
} as const;
