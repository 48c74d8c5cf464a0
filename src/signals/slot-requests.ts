import type { WatchedSlot } from "../domain/fleet/asked-target.ts";
import type { Arm, RequestSample } from "../domain/watch/sample.ts";
import type { HttpAnswer } from "../ports/http.ts";
import { type Asked, hasFailed, requestMs, steadily } from "./own-requests.ts";
import type { Doors, Signal, Watching } from "./signal.ts";

/**
 * Our own requests to the slots themselves: at each moment one to a slot of the new release and one to a slot of the
 * release before, for the same page. What both depend on fails both, and is no fault of the new one. Where the release
 * before runs nowhere, there is nothing to compare with.
 */
export const slotRequests: Signal = {
  id: "slots",
  title: "the requests to the slots",
  measures: ["errors", "latency"],
  control: "asked",
  open(watching) {
    const { doors, control } = watching;
    return doors === undefined || control !== true ? null : compared(watching, doors);
  },
};

/** How much later requests are sent than at a steady pace, in pauses of that pace. */
const outOfStep = [0, 1.5, 0.25, 1.25, 0.75, 0, 1.5];

async function* compared(watching: Watching, doors: Doors): AsyncGenerator<RequestSample> {
  const slots = await doors.slots();
  const of = (arm: Arm) => slots.filter((one) => one.arm === arm);
  const [fresh, before] = [of("new"), of("old")];
  let answered = true;
  const { clock, criteria } = watching;
  yield* steadily(watching, async (asked, turn) => {
    // Out of step with the requests through the public URL: else an application that fails every tenth request would
    // fail always the same ones of both.
    await clock.sleep((outOfStep[turn % outOfStep.length] ?? 0) * (1_000 / criteria.probesPerSecond));
    const atMs = watching.sinceMs();
    const ask = (list: readonly WatchedSlot[]) => request(list[turn % list.length], asked, doors);
    const [now, old] = await Promise.all([ask(fresh), ask(before)]);
    if (old !== null && !isHeard(old) && answered) {
      answered = false;
      doors.warn(`The release before did not answer (${whyNot(old)}): it is not compared with at such moments.`);
    }
    // Where neither is reached, the way there may be cut. A control that is gone excuses nothing.
    const counts = now !== null && (isHeard(now) || old === null || old.answered);
    return [
      ...(counts ? [sampleOf(now, atMs, "new")] : []),
      ...(old !== null && isHeard(old) ? [sampleOf(old, atMs, "old")] : []),
    ];
  });
}

async function request(slot: WatchedSlot | undefined, asked: Asked, doors: Doors): Promise<HttpAnswer | null> {
  if (slot === undefined) return null;
  const base = await doors.reach(slot.host, slot.slot);
  const { path, headers } = asked;
  return doors.http.request({ method: "GET", url: `${base}${path}`, headers, limitMs: requestMs });
}

/** It answered, or took the request and let it wait, as a server does whose database is gone. */
function isHeard(answer: HttpAnswer): boolean {
  return answer.answered || answer.ms >= requestMs * 0.9;
}

function sampleOf(answer: HttpAnswer, atMs: number, arm: Arm): RequestSample {
  return { kind: "request", atMs, failed: hasFailed(answer), ms: answer.ms, arm };
}

function whyNot(answer: HttpAnswer): string {
  return answer.answered ? `${answer.status}` : answer.why;
}
