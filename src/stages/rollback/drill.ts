import type { Result } from "../../domain/evidence/result.ts";
import type { Fleet } from "../../domain/fleet/fleet.ts";
import { durationText } from "../../render/text/wording.ts";
import { changeTarget } from "../change.ts";
import { setOutputs } from "../deploy.ts";
import type { Conclusion, StageRun } from "../stage.ts";
import { judgeRecovered } from "./recovered.ts";
import { type AskedRollback, rollbackChange, wishOf, withNext } from "./target.ts";

/**
 * Back to the release that a rollback would go to, and forward again, under one lock. Both times are reported; records,
 * marks and what is kept warm are as before.
 */
export async function drillOn(run: StageRun, asked: AskedRollback): Promise<Conclusion> {
  const { environment, target } = asked;
  const { recorder } = run;
  let before: Fleet | null = null;
  let others: readonly string[] = [];
  let half = 0;
  const conclusion = await changeTarget(run, {
    ...rollbackChange(run, asked),
    plan: (fleet) => {
      before = fleet;
      others = target.verifiedBefore(fleet);
      const made = target.drill(fleet, wishOf(run, asked, fleet), null);
      asked.planned(made);
      return made;
    },
    andThen: (fleet) => {
      half = half === 0 ? recorder.evidence.results.length : half;
      return target.drill(fleet, wishOf(run, asked, fleet), before ?? fleet);
    },
    done: {
      decision: "complete",
      reason_code: "drill_passed",
      says: `${environment.name} was rolled back and forward.`,
    },
  });
  const { from, to, results, rollback } = recorder.evidence;
  setOutputs(run, to ?? "");
  if (conclusion.status === "planned") return conclusion;
  if (conclusion.status === "cancelled") return cutShort(asked, conclusion, from);
  const back = lasted(half === 0 ? [] : results.slice(0, half));
  const forward = conclusion.status === "passed" ? lasted(results.slice(half)) : null;
  if (rollback !== undefined) {
    await recorder.set({
      rollback: { ...rollback, ...(back === null ? {} : { back }), ...(forward === null ? {} : { forward }) },
    });
  }
  if (conclusion.status !== "passed" || from === null || to === null || back === null || forward === null)
    return withNext(run, { conclusion, asked, others });
  // A drill rehearses this look too, and whatever it sees is of the release that served all the time.
  const seen = await judgeRecovered(run, { environment, target, release: from, fleet: before });
  if (seen.verdict === "fail") await recorder.warn(`After the drill: ${seen.says}`);
  const time = ({ traffic_ms, whole_ms }: Lasted) =>
    `${durationText(traffic_ms)} until all requests went there, ${durationText(whole_ms)} in all`;
  return {
    ...conclusion,
    says:
      `Drill on ${environment.name}: back from ${from} to ${to} (${time(back)}) and forward again ` +
      `(${time(forward)}). ${from} serves as before, and nothing was marked.`,
  };
}

/** A drill that was cancelled leaves what serves as it is: nobody may find that out by chance. */
async function cutShort({ target }: AskedRollback, conclusion: Conclusion, from: string | null): Promise<Conclusion> {
  const seen = await target.observe();
  const carrying = "failed" in seen ? [] : target.carrying(seen.fleet);
  if (from === null || (carrying.length > 0 && carrying.every((one) => one === from))) return conclusion;
  const serves =
    carrying.length === 0 ? "Which release serves now could not be seen." : `${carrying.join(" and ")} serves now.`;
  return {
    ...conclusion,
    says: `${conclusion.says} ${serves}`,
    remedy: `Run the job that deployed ${from} again: it is still on record, and requests go to it again then.`,
  };
}

/** How long one direction took, milliseconds. */
interface Lasted {
  readonly traffic_ms: number;
  readonly whole_ms: number;
}

/** From the first step after the locks to the last; without a router, requests go to whatever is healthy. */
function lasted(results: readonly Result[]): Lasted | null {
  const steps = results.filter(
    ({ kind, id }) =>
      (kind === "step" && id !== "acquire-lock" && id !== "release-lock") || (kind === "signal" && timed.has(id)),
  );
  const [first] = steps;
  if (first === undefined) return null;
  const began = Math.min(...steps.map(startOf));
  const ends = (of: readonly Result[]) => Math.max(...of.map((one) => startOf(one) + one.duration_ms)) - began;
  const shifts = steps.filter(({ id }) => id === "shift");
  const arrived = shifts.length > 0 ? shifts : steps.filter(({ id }) => id === "health");
  return { traffic_ms: Math.max(0, ends(arrived.length > 0 ? arrived : steps)), whole_ms: Math.max(0, ends(steps)) };
}

/** Looks that are steps of the plan. */
const timed: ReadonlySet<string> = new Set(["health", "smoke"]);

function startOf({ started_at }: Result): number {
  return Date.parse(started_at ?? "");
}
