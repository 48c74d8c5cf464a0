import { condemns } from "../domain/evidence/blame.ts";
import { changeBegan, type Judgement } from "../domain/evidence/result.ts";
import { type Away, type Fleet, hostNames } from "../domain/fleet/fleet.ts";
import type { Plan, Refusal, Wanted } from "../domain/fleet/plan.ts";
import type { Environment } from "../settings/settings.ts";
import type { Target } from "../targets/target.ts";
import { planOn } from "./lock.ts";
import { perform, type WalkEnded } from "./perform.ts";
import { type Conclusion, cancelled, type StageRun, stopped } from "./stage.ts";
import { verifierOf } from "./verify.ts";

/** Why a change is rolled back, and what it wanted. */
interface FailedChange {
  readonly target: Target;
  readonly environment: Environment;
  /** A rollback goes to what was verified: it never marks that as bad. */
  readonly kind: "deploy" | "rollback";
  readonly wanted: Wanted;
  readonly cause: Judgement;
  readonly lost: () => string | null;
}

/** What a try to go back came to: its plan and the hosts that it left out, or why it could not be made. */
interface Attempt {
  readonly plan: Plan;
  readonly fleet: Fleet;
  readonly ended: WalkEnded | null;
}

/**
 * After a failed step: back to what was last verified, planned from what is there now. Hosts that cannot be observed,
 * or fail on the way, are left out: the others go back all the same, and the conclusion names those that did not.
 */
export async function rollBack(run: StageRun, change: FailedChange): Promise<Conclusion> {
  const { cause } = change;
  if (run.world.cancellation.cancelled) return cancelledBetween;
  if (cause.reason_code === "lock_lost") return lostLock(cause);
  // On a host that is away now, the outcome of a step that began is unknown.
  const changed = changeBegan(run.recorder.evidence.results);
  const failing: Away[] = [];
  for (;;) {
    const tried = await attempt(run, change, failing);
    if ("status" in tried) return await failedToo(run, change, tried);
    const { ended, fleet } = tried;
    const away = fleet.away ?? [];
    if (ended === null) return changed && away.length > 0 ? partial(change, fleet) : wentBack(change, tried);
    const others = fleet.hosts.filter(({ host }) => !ended.hosts.includes(host));
    const endsHere = run.world.cancellation.cancelled || ended.cause.reason_code === "lock_lost";
    if (endsHere || ended.hosts.length === 0 || others.length === 0) return await failedToo(run, change, ended.cause);
    const { reason_code, says, remedy = "" } = ended.cause;
    failing.push(...ended.hosts.map((host) => ({ host, reason_code, says, remedy })));
    await run.recorder.warn(`${ended.hosts.join(", ")} could not be rolled back and is left out: ${says}`);
  }
}

/** One try on the hosts that are left. */
async function attempt(run: StageRun, change: FailedChange, failing: readonly Away[]): Promise<Attempt | Conclusion> {
  const { target, environment, kind, wanted, cause, lost } = change;
  const markBad = kind === "deploy" && condemns(cause);
  const recovery = (fleet: Fleet): Plan | Refusal => {
    const reversed = reversedFor(fleet, wanted.owner);
    if (reversed !== null) return reversed;
    return target.recover(target.leaveOut(fleet, failing), { ...wanted, markBad });
  };
  const now = await planOn(run, target, recovery);
  if ("status" in now) return now;
  const { plan } = now;
  run.world.log.info(plan.says);
  const verifier = verifierOf({ environment, target, run, lost });
  const ended = await perform(plan, { target, verifier, lost, goingBack: true }, run);
  return { plan, fleet: target.leaveOut(now.fleet, failing), ended };
}

/**
 * A host sent traffic back by itself, because this run was cut off from it for so long: what the run saw meanwhile,
 * such as the release before at the public address, is no fault of the release.
 */
function reversedFor({ hosts, routerHosts = [] }: Fleet, owner: string): Refusal | null {
  const found = [...hosts, ...routerHosts].find(({ reversed }) => reversed?.owner === owner);
  if (found?.reversed === undefined) return null;
  const { seconds } = found.reversed;
  const says = `${found.host} sent traffic back by itself: there was no sign of life of this run for ${seconds} s.`;
  return { refused: "lock_lost", says, remedy: "" };
}

function wentBack({ cause, environment, kind, target, wanted }: FailedChange, { plan, fleet }: Attempt): Conclusion {
  const active = target.serving(fleet)?.release ?? fleet.hosts[0]?.active?.release ?? null;
  const fix =
    cause.remedy ||
    (condemns(cause) ? "Fix the fault, and release a new version." : "Fix the cause, and run the job again.");
  const enough = `Nothing is left to roll back: \`rollback\` would leave ${active}.`;
  const remedy = kind === "rollback" || active === null ? fix : `${fix} ${enough}`;
  // All of a rollback but what comes after its record, such as the schema, was done.
  if (kind === "rollback" && active === wanted.release)
    return { ...stopped({ ...cause, remedy }, `Traffic is back: ${active} serves.`), decision: "complete" };
  const moved = plan.steps.some((step) => step.type === "shift" || step.type === "start");
  if (!moved) return stopped({ ...cause, remedy }, active === null ? noneServes(fleet) : `${active} serves as before.`);
  const then =
    kind === "rollback"
      ? `The rollback was undone: ${active ?? "nothing"} serves on ${environment.name} again.`
      : `The release was rolled back: ${active ?? "nothing"} serves on ${environment.name}.`;
  return { ...stopped({ ...cause, remedy }, then), decision: "taken-back" };
}

/**
 * Where the path of the application was changed, what served before runs from the other one, and goes on. What was
 * begun in a slot may show no release yet.
 */
function noneServes({ hosts }: Fleet): string {
  const foreign = hosts.some(({ slots, intent }) =>
    Object.entries(slots).some(([name, { running }]) => running?.release === null && intent?.slot !== name),
  );
  return foreign ? "What served before was left as it was: it is no release of this path." : "Nothing takes traffic.";
}

/** Some hosts went back, others did not: never silently. */
function partial({ cause, environment, kind }: FailedChange, { hosts, away = [] }: Fleet): Conclusion {
  const left = away.map(({ host, says }) => `${host} (${says.replace(/[.\s]+$/, "")})`).join(", ");
  const undone = kind === "rollback";
  const what = undone
    ? `The rollback was undone on ${hostNames(hosts)}, and not on ${left}.`
    : `${hostNames(hosts)} went back to the last verified release, and ${left} did not.`;
  const runs = undone ? "the release that the rollback was to go to" : "an unverified release";
  const remedy =
    `Look at ${hostNames(away)} of ${environment.name} now: ${runs} may run there. ` +
    "Then run the job again: it brings every host to the same release.";
  const reason_code = undone ? "partly_undone" : "partial_fleet";
  return { ...stopped({ reason_code, says: `${cause.says} ${what}`, remedy }), decision: "rollback-failed" };
}

/** The rollback did not get to its end either: the loudest result, unless somebody else decides now. */
async function failedToo(
  run: StageRun,
  { environment, cause, target }: FailedChange,
  why: Pick<Judgement, "reason_code" | "says">,
): Promise<Conclusion> {
  if (run.world.cancellation.cancelled) return cancelledBetween;
  if (why.reason_code === "lock_lost") return lostLock({ ...cause, says: why.says });
  const says = `${cause.says} Rolling back failed as well: ${why.says.trim()} ${await servesNow(target)}`;
  const remedy =
    `Look at ${environment.name} now: the state of the slots and the router is in the last results. ` +
    "Then run the job or `rollback` again.";
  return { ...stopped({ reason_code: "rollback_failed", says, remedy }), decision: "rollback-failed" };
}

/** Who takes requests, as it is seen now: what a person who has to look wants to know first. */
async function servesNow(target: Target): Promise<string> {
  const seen = await target.observe().catch(() => null);
  if (seen === null || "failed" in seen) return "Which release serves now could not be seen.";
  const carrying = target.carrying(seen.fleet);
  return carrying.length === 0 ? "No release takes requests now." : `Requests go to ${carrying.join(" and ")} now.`;
}

const cancelledBetween = cancelled(
  "Cancelled between two steps; the step under way was finished.",
  "Run the job again: it observes what is there and plans the rest.",
);

/** Another run changes the target now, or a host sent traffic back by itself: nothing more is touched. */
function lostLock(cause: Judgement): Conclusion {
  return stopped(
    {
      ...cause,
      reason_code: "lock_lost",
      remedy: "When no other run changes this environment any more, run this job again: it observes first.",
    },
    "This run stopped before its next change.",
  );
}
