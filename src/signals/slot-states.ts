import type { Judgement } from "../domain/evidence/result.ts";
import type { WatchedSlot } from "../domain/fleet/asked-target.ts";
import type { StateSample } from "../domain/watch/sample.ts";
import type { Http } from "../ports/http.ts";
import type { Doors, Watching } from "./signal.ts";

/** How often slots are asked, and the steps in which the end of a watch is noticed meanwhile, milliseconds. */
const everyMs = 3_000;
const stepMs = 250;

/** What must hold of the new release in each of its slots. */
export interface SlotState {
  /** In sentences: "health". */
  readonly of: string;
  readonly path: string;
  readonly judge: (url: string, http: Http) => Promise<Judgement>;
}

/**
 * Asks every slot of the new release again and again. What fails in a slot of the release before at the same moment is
 * no fault of the new one: it is then unknown whether its own state holds. So it is where nothing answers at all, since
 * the way there may be cut; requests and the process on the port are watched besides.
 */
export async function* watchSlots(watching: Watching, doors: Doors, state: SlotState): AsyncGenerator<StateSample> {
  const { clock, sinceMs, over } = watching;
  const slots = await doors.slots();
  const of = (arm: WatchedSlot["arm"]) => slots.filter((one) => one.arm === arm);
  while (!over()) {
    const atMs = sinceMs();
    const seen = await look(of("new"), doors, state);
    const shared = seen.holds === false && of("old").length > 0 ? await look(of("old"), doors, state) : null;
    const excused = shared !== null && shared.holds !== true;
    yield {
      ...{ kind: "state", atMs, of: state.of },
      holds: excused ? null : seen.holds,
      says: excused ? `${seen.says} The release before fails as well.` : seen.says,
    };
    while (!over() && sinceMs() < atMs + everyMs) await clock.sleep(Math.min(stepMs, atMs + everyMs - sinceMs()));
  }
}

/** The worst of several slots. */
async function look(slots: readonly WatchedSlot[], doors: Doors, { path, judge }: SlotState) {
  const looks = await Promise.all(
    slots.map(async ({ host, slot }) => {
      const seen = await judge(`${await doors.reach(host, slot)}${path}`, doors.http);
      const answered = typeof seen.facts?.["status"] === "number";
      const holds = seen.verdict === "pass" ? true : answered ? false : null;
      return { holds, says: `Slot ${slot} of ${host}: ${seen.says}` };
    }),
  );
  const none = { holds: null, says: "The release runs in no slot." };
  return looks.find(({ holds }) => holds === false) ?? looks.find(({ holds }) => holds === null) ?? looks[0] ?? none;
}
