import { type Deployment, ended, type Stages } from "./deployment.ts";
import type { Evidence, StageName } from "./evidence.ts";
import { leftOpen, type Result } from "./result.ts";

/** Why a criterion is met (`closed`) or not: what that rests on, and what to do (empty when it is met). */
export interface Proof {
  readonly closed: boolean;
  readonly restsOn: string;
  readonly toClose: string;
}

/** One criterion of Phase 6's Exit Gate. */
export interface Box extends Proof {
  readonly id: BoxId;
  readonly title: string;
}
export type BoxId = "validation" | "staging" | "production" | "monitoring" | "stakeholders" | "documentation";

/**
 * What the exit gate is judged from: the newest evidence of each stage, the outcome, and what was announced and
 * documented.
 */
export interface GateFacts extends Omit<Stages, "rollback"> {
  readonly deployment: Deployment;
  /** Stages whose evidence no job output pins: said beside every criterion that rests on them. */
  readonly unpinned: readonly StageName[];
  readonly notified: Proof;
  readonly documented: Proof;
}

/**
 * Phase 6: Exit Gate, box by box. A criterion is met by evidence that passed and by what was seen in it, never by an
 * absence.
 */
export function exitGate(facts: GateFacts): readonly Box[] {
  const { validate, staging, smoke, promote, unpinned } = facts;
  const staged = both(
    proven("deploy-staging", staging, "its health", passing("health")),
    withOpen(proven("smoke-test", smoke, "its smoke tests", passing("smoke")), smoke),
  );
  const box = (id: BoxId, title: string, proof: Proof, ...stages: readonly StageName[]): Box => {
    const loose = stages.filter((stage) => unpinned.includes(stage));
    const mark = proof.closed && loose.length > 0 ? ` (Not pinned by a job output: ${loose.join(", ")}.)` : "";
    return { id, title, ...proof, restsOn: `${proof.restsOn}${mark}` };
  };
  return [
    box("validation", "All pre-deployment validation passed", validated(validate), "validate"),
    box("staging", "Staging validated and smoke tests passed", staged, "deploy-staging", "smoke-test"),
    box("production", "Production deployed and validated", production(facts), "promote"),
    box(
      "monitoring",
      "Post-deployment monitoring confirms healthy state",
      monitored(promote, facts.deployment),
      "promote",
    ),
    box("stakeholders", "Stakeholders notified", facts.notified),
    box("documentation", "Documentation updated", facts.documented),
  ];
}

function validated(validate: Evidence | null): Proof {
  const proof = proven("validate", validate, "a check", (one) => one.kind === "check" && one.verdict === "pass");
  if (!proof.closed || validate === null) return proof;
  const checks = validate.results.filter((one) => one.kind === "check");
  const of = (verdict: (one: Result) => boolean) => checks.filter(verdict).map((one) => one.id);
  const off = of((one) => one.verdict === "off");
  const open = of(leftOpen);
  const parts = [
    `${of((one) => one.verdict === "pass").length} checks passed`,
    ...(off.length === 0 ? [] : [`${off.length} switched off (${off.join(", ")})`]),
    ...(open.length === 0 ? [] : [`${open.length} optional not passed (${open.join(", ")})`]),
  ];
  return closedBy(`${parts.join(", ")}.`);
}

function production({ promote, deployment }: GateFacts): Proof {
  if (deployment.status !== "SUCCESS") {
    const toClose = deployment.remedy || "Deploy a release that holds, and report on that run.";
    return { closed: false, restsOn: `${deployment.status}: ${deployment.says}`, toClose };
  }
  return withOpen(proven("promote", promote, "its health", passing("health")), promote);
}

/** A criterion that is met, with what the settings left off that it could have rested on. */
function withOpen(proof: Proof, evidence: Evidence | null): Proof {
  if (!proof.closed || evidence === null) return proof;
  const { results } = evidence;
  const skipped = results.filter(({ id }) => id === "health").at(-1)?.facts["not_asked"];
  const off = results.filter(({ verdict }) => verdict === "off").map(({ id }) => id);
  const left = [...new Set([...(Array.isArray(skipped) ? skipped : []), ...off])];
  if (!left.includes("readiness")) return proof;
  return closedBy(`${proof.restsOn} Readiness is off: whether the services behind the application work was not asked.`);
}

/** The watch after the shift must have passed, and the release must still stand. */
function monitored(promote: Evidence | null, deployment: Deployment): Proof {
  const watch = promote?.results.filter((one) => one.id === "watch").at(-1);
  if (watch === undefined) {
    const toClose = "Run promote with a watch (`criteria.watch` above 0) to its end.";
    return { closed: false, restsOn: "The release was not watched with traffic.", toClose };
  }
  if (watch.verdict !== "pass")
    return { closed: false, restsOn: watch.says, toClose: watch.remedy || "Fix the fault and promote again." };
  if (deployment.status === "SUCCESS") return closedBy(watch.says);
  const gone = deployment.status === "ROLLED BACK" || deployment.status === "NOT DEPLOYED";
  const now = gone ? "It does not serve any more." : "Whether it still serves is not known.";
  return { closed: false, restsOn: `${watch.says} ${now}`, toClose: "Deploy a release that holds." };
}

/** A stage that passed, and showed the result that the criterion is about. */
function proven(stage: StageName, evidence: Evidence | null, what: string, shows: (one: Result) => boolean): Proof {
  const open = (restsOn: string, toClose: string): Proof => ({ closed: false, restsOn, toClose });
  if (evidence === null)
    return open(`There is no evidence of ${stage}.`, `Run ${stage}, and pass its folder \`.phoenix-deploy\` on.`);
  if (evidence.status !== "passed")
    return open(`${stage} ${ended(evidence)}: ${evidence.says}`, evidence.remedy || `Run ${stage} again.`);
  if (!evidence.results.some(shows))
    return open(
      `${stage} passed, but its evidence does not show that ${what} passed.`,
      `Run ${stage} with ${what} switched on.`,
    );
  return closedBy(evidence.says);
}

function passing(id: string): (one: Result) => boolean {
  return (one) => one.id === id && one.verdict === "pass";
}

function both(first: Proof, second: Proof): Proof {
  if (!first.closed) return first;
  return second.closed ? closedBy(`${first.restsOn} ${second.restsOn}`) : second;
}

function closedBy(restsOn: string): Proof {
  return { closed: true, restsOn, toClose: "" };
}
