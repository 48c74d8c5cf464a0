import { blocks } from "../../domain/evidence/result.ts";
import { type Away, type Fleet, hostNames } from "../../domain/fleet/fleet.ts";
import type { Plan, Refusal, Wanted } from "../../domain/fleet/plan.ts";
import type { SchemaReturn } from "../../domain/fleet/schema.ts";
import type { Environment } from "../../settings/settings.ts";
import type { RollbackWish } from "../../targets/target.ts";
import { changeTarget, type TargetChange } from "../change.ts";
import { setOutputs, wantedOf } from "../deploy.ts";
import { type Conclusion, type StageRun, stopped } from "../stage.ts";
import type { RollbackInputs } from "./inputs.ts";
import { judgeRecovered, startAsking } from "./recovered.ts";
import { withSchema } from "./schema.ts";
import type { ReleaseSource } from "./source.ts";

/** A rollback of an environment, with what it may need. */
export interface AskedRollback extends ReleaseSource {
  readonly environment: Environment;
  readonly inputs: RollbackInputs;
  /** How the schema is rolled back; null where it stays. */
  readonly schema: SchemaReturn | null;
  /** Hears of each plan that is made, or refused. */
  readonly planned: (made: Plan | Refusal) => void;
}

/** What the planner is asked for, given what is there. */
export function wishOf(run: StageRun, asked: AskedRollback, fleet: Fleet): Wanted & RollbackWish {
  const { environment, inputs, target, carried, schema } = asked;
  const wish = wantedOf(run, { environment, watchMs: 0 }, "");
  const choosing = { owner: wish.owner, to: inputs.to, carried };
  const release = target.rollsBackTo(fleet, choosing);
  // In an incident, the hosts that can be reached go back.
  const hosts = inputs.drill ? {} : { hostsRequired: 1 };
  return {
    ...{ ...wish, ...choosing, ...hosts, release: typeof release === "string" ? release : "" },
    takeLock: inputs.lock === "take",
    schema,
    markBad: !inputs.drill,
  };
}

/** The parts of a change that every rollback has. */
export function rollbackChange(run: StageRun, asked: AskedRollback): Omit<TargetChange, "plan" | "done"> {
  const { environment, target, inputs, known } = asked;
  return {
    kind: "rollback",
    environment,
    target,
    wanted: (fleet) => wishOf(run, asked, fleet),
    dryRun: inputs["dry-run"],
    measureFirst: false,
    known,
  };
}

/** Back, for good. */
export async function rollBackOn(run: StageRun, asked: AskedRollback): Promise<Conclusion> {
  const { environment, target, schema } = asked;
  let before: Fleet | null = null;
  let left: readonly Away[] = [];
  let others: readonly string[] = [];
  const asking = startAsking(run, environment);
  const conclusion = await changeTarget(run, {
    ...rollbackChange(run, asked),
    plan: (fleet) => {
      before = fleet;
      left = fleet.away ?? [];
      others = target.verifiedBefore(fleet);
      const made = target.rollback(fleet, wishOf(run, asked, fleet));
      asked.planned(made);
      return made;
    },
    beginning: asking.beginning,
    record: { jobId: "", why: asked.inputs.reason ?? "" },
    done: {
      decision: "complete",
      reason_code: "rolled_back",
      says: withSchema(`${environment.name} was rolled back.`, schema),
    },
  }).finally(asking.end);
  const { from, to } = run.recorder.evidence;
  setOutputs(run, to ?? "");
  await recordBehind(run, left);
  if (conclusion.status !== "passed" || from === null || to === null)
    return withNext(run, { conclusion, asked, others });
  const recovered = await judgeRecovered(run, { environment, target, release: to, fleet: before });
  const says = withSchema(`${environment.name} was rolled back from ${from} to ${to}, ${whichOne(asked)}.`, schema);
  if (recovered.verdict === "fail") {
    const where = left.length === 0 ? "" : ` ${behindText(left)}`;
    return notRecovered(environment, `${says} ${recovered.says}${where}`, recovered.remedy);
  }
  const missing = environment.hosts.length - left.length < (environment.hostsRequired ?? environment.hosts.length);
  return missing ? incomplete({ ...conclusion, says }, left) : { ...conclusion, says };
}

function whichOne({ inputs }: AskedRollback): string {
  return inputs.to === "previous" ? "the last release verified before it" : "as requested";
}

/** The release serves, and users get no better answers: whatever the cause, this is no end of the incident. */
function notRecovered({ name }: Environment, says: string, remedy = ""): Conclusion {
  const conclusion = stopped({ reason_code: "not_recovered", says, remedy: `Look at ${name} now. ${remedy}`.trim() });
  return { ...conclusion, decision: "rollback-failed" };
}

/** The hosts that were reached went back. The others may serve what was left, so that this is no success. */
function incomplete({ says }: Conclusion, left: readonly Away[]): Conclusion {
  const keep = `Keep requests away from ${hostNames(left)} until it can be reached`;
  const conclusion = stopped({
    reason_code: "partial_fleet",
    says: `${says} ${behindText(left)}`,
    remedy: `${keep}, and run \`rollback\` or a deployment again then.`,
  });
  return { ...conclusion, decision: "rollback-failed" };
}

function behindText(left: readonly Away[]): string {
  const why = left.map((one) => one.says).join(" ");
  return `${hostNames(left)} could not be reached and may serve the release that was left: ${why}`;
}

/** Keeps which hosts were left out, for whatever is said of the rollback afterwards. */
async function recordBehind({ recorder }: StageRun, left: readonly Away[]): Promise<void> {
  const { rollback } = recorder.evidence;
  if (rollback === undefined || left.length === 0) return;
  await recorder.set({ rollback: { ...rollback, behind: left.map(({ host }) => host) } });
}

/** Steps and looks that show what the release itself can do. */
const ofRelease: ReadonlySet<string> = new Set(["start", "health", "smoke"]);

/**
 * A release that does not start any more is not the only one to go to: the one that was verified before it is named.
 */
export function withNext(
  run: StageRun,
  given: { readonly conclusion: Conclusion; readonly asked: AskedRollback; readonly others: readonly string[] },
): Conclusion {
  const { conclusion, asked, others } = given;
  const { to, results } = run.recorder.evidence;
  const cause = results.find(blocks);
  if (to === null || cause === undefined || !ofRelease.has(cause.id)) return conclusion;
  const next = others[others.indexOf(to) + 1];
  if (next === undefined) return conclusion;
  const { environment, reason, drill } = asked.inputs;
  const inputs = [
    `\`to: ${next}\``,
    `\`confirm: ${environment}\``,
    ...(reason === undefined ? [] : [`\`reason: ${reason}\``]),
    ...(drill ? ["`drill: true`"] : []),
  ];
  const offer = `${next} was verified before ${to}: to go there, start \`rollback\` again with ${inputs.join(", ")}.`;
  return { ...conclusion, remedy: `${offer} ${conclusion.remedy ?? ""}`.trim() };
}
