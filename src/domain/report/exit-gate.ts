import { type Deployment, ended, onlyRolledBack, type Stages } from "../evidence/deployment.ts";
import type { Evidence, StageName } from "../evidence/evidence.ts";
import { leftOpen, type Result } from "../evidence/result.ts";

/** Whether a criterion is met, the evidence for that in one sentence, and what to do; empty when it is met. */
export interface Proof {
  readonly met: boolean;
  readonly restsOn: string;
  readonly remedy: string;
  /** It rests on a person's word alone. */
  readonly word?: true;
}

/** One criterion of the exit gate (docs/phase-6.md). */
export interface ExitCriterion extends Proof {
  readonly id: ExitCriterionId;
  readonly title: string;
}

export const exitCriterionIds = [
  "validation",
  "staging",
  "production",
  "monitoring",
  "stakeholders",
  "documentation",
] as const;
export type ExitCriterionId = (typeof exitCriterionIds)[number];

/**
 * What the exit gate is judged from: the newest evidence of each stage, the outcome, and what was announced and
 * documented.
 */
export interface GateFacts extends Stages {
  readonly deployment: Deployment;
  /** Stages whose evidence no job output pins: said beside every criterion that rests on them. */
  readonly unpinned: readonly StageName[];
  readonly notified: Proof;
  readonly documented: Proof;
}

/**
 * The exit criteria of Phase 6, one by one. A criterion is met by evidence that passed and by what that evidence
 * shows, never because something is absent.
 */
export function exitGate(facts: GateFacts): readonly ExitCriterion[] {
  const { validate, staging, smoke, promote } = facts;
  const alone = onlyRolledBack(facts);
  const staged = allOf(
    proven({ stage: "deploy-staging", evidence: staging, what: "its health", shows: passing("health") }),
    withReadiness(
      proven({ stage: "smoke-test", evidence: smoke, what: "its smoke tests", shows: passing("smoke") }),
      smoke,
    ),
  );
  return [
    {
      id: "validation",
      title: "All pre-deployment validation passed",
      ...(alone ? nothingDeployed("validate") : pinned(facts, validated(validate), ["validate"])),
    },
    {
      id: "staging",
      title: "Staging validated and smoke tests passed",
      ...(alone ? nothingDeployed("staging") : pinned(facts, staged, ["deploy-staging", "smoke-test"])),
    },
    { id: "production", title: "Production deployed and validated", ...pinned(facts, production(facts), ["promote"]) },
    {
      id: "monitoring",
      title: "Post-deployment monitoring confirms healthy state",
      ...(alone ? nothingDeployed("promote") : pinned(facts, monitored(promote, facts.deployment), ["promote"])),
    },
    { id: "stakeholders", title: "Stakeholders notified", ...facts.notified },
    { id: "documentation", title: "Documentation updated", ...facts.documented },
  ];
}

/** Of a run that only rolled back: what it lacks is for the next deployment to show. */
function nothingDeployed(stage: string): Proof {
  return {
    met: false,
    restsOn: `This run rolled back and deployed nothing, so there is no evidence of ${stage}.`,
    remedy: "Nothing to do here: the report of the next deployment judges it again.",
  };
}

/** Names beside a criterion that is met the evidence that no job output pins. */
function pinned({ unpinned }: GateFacts, proof: Proof, stages: readonly StageName[]): Proof {
  const loose = stages.filter((stage) => unpinned.includes(stage));
  if (!proof.met || loose.length === 0) return proof;
  return { ...proof, restsOn: `${proof.restsOn} (Not pinned by a job output: ${loose.join(", ")}.)` };
}

function validated(validate: Evidence | null): Proof {
  const proof = proven({
    stage: "validate",
    evidence: validate,
    what: "a check",
    shows: (one) => one.kind === "check" && one.verdict === "pass",
  });
  if (!proof.met || validate === null) return proof;
  const checks = validate.results.filter((one) => one.kind === "check");
  const of = (verdict: (one: Result) => boolean) => checks.filter(verdict).map((one) => one.id);
  const off = of((one) => one.verdict === "off");
  const open = of(leftOpen);
  const parts = [
    `${of((one) => one.verdict === "pass").length} checks passed`,
    ...(off.length === 0 ? [] : [`${off.length} switched off (${off.join(", ")})`]),
    ...(open.length === 0 ? [] : [`${open.length} optional did not pass (${open.join(", ")})`]),
  ];
  return metBy(`${parts.join(", ")}.`);
}

function production({ promote, deployment }: GateFacts): Proof {
  if (deployment.status !== "SUCCESS") {
    const remedy = deployment.remedy || "Deploy a release that stays in production, and run the report for that run.";
    return { met: false, restsOn: `${deployment.status}: ${deployment.says}`, remedy };
  }
  const proof = proven({ stage: "promote", evidence: promote, what: "its health", shows: passing("health") });
  return withReadiness(proof, promote);
}

/** Says beside a criterion that is met when the settings switch readiness off. */
function withReadiness(proof: Proof, evidence: Evidence | null): Proof {
  if (!proof.met || evidence === null) return proof;
  const { results } = evidence;
  const skipped = results.filter(({ id }) => id === "health").at(-1)?.facts["not_asked"];
  const off = results.filter(({ verdict }) => verdict === "off").map(({ id }) => id);
  const left = [...new Set([...(Array.isArray(skipped) ? skipped : []), ...off])];
  if (!left.includes("readiness")) return proof;
  return metBy(`${proof.restsOn} Readiness is off: the services behind the application were not checked.`);
}

/** The watch after the shift must have passed, and the release must still serve. */
function monitored(promote: Evidence | null, deployment: Deployment): Proof {
  const watch = promote?.results.filter((one) => one.id === "watch").at(-1);
  if (watch === undefined) {
    const remedy = "Run promote with a watch (`criteria.watch` above 0) to its end.";
    return { met: false, restsOn: "The release was not watched with traffic.", remedy };
  }
  if (watch.verdict !== "pass")
    return { met: false, restsOn: watch.says, remedy: watch.remedy || "Fix the fault and promote again." };
  if (watch.facts["accepted"] === true) {
    const remedy = "Watch for longer (`criteria.watch`), so that the watch can decide.";
    return { met: false, restsOn: watch.says, remedy };
  }
  if (deployment.status === "SUCCESS") return metBy(watch.says);
  const gone = deployment.status === "ROLLED BACK" || deployment.status === "NOT DEPLOYED";
  const now = gone ? "It no longer serves." : "Whether it still serves is unknown.";
  return { met: false, restsOn: `${watch.says} ${now}`, remedy: "Deploy a release that stays in production." };
}

interface Claim {
  readonly stage: StageName;
  readonly evidence: Evidence | null;
  /** The result that the criterion is about, in words and as a test. */
  readonly what: string;
  readonly shows: (one: Result) => boolean;
}

/** Met by a stage that passed, with evidence of the result that the criterion is about. */
function proven({ stage, evidence, what, shows }: Claim): Proof {
  const unmet = (restsOn: string, remedy: string): Proof => ({ met: false, restsOn, remedy });
  if (evidence === null)
    return unmet(`There is no evidence of ${stage}.`, `Run ${stage}, and pass its folder \`.phoenix-deploy\` on.`);
  if (evidence.status !== "passed")
    return unmet(`${stage} ${ended(evidence)}: ${evidence.says}`, evidence.remedy || `Run ${stage} again.`);
  if (!evidence.results.some(shows))
    return unmet(
      `${stage} passed, but its evidence does not show that ${what} passed.`,
      `Run ${stage} with ${what} switched on.`,
    );
  return metBy(evidence.says);
}

function passing(id: string): (one: Result) => boolean {
  return (one) => one.id === id && one.verdict === "pass";
}

/** Met where each of these is; the first that is not says why. */
export function allOf(...proofs: readonly Proof[]): Proof {
  return proofs.find(({ met }) => !met) ?? metBy(proofs.map(({ restsOn }) => restsOn).join(" "));
}

function metBy(restsOn: string): Proof {
  return { met: true, restsOn, remedy: "" };
}
