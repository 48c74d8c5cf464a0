import type { WatchedSlot } from "../domain/fleet/asked-target.ts";
import { readJson } from "../domain/values/json.ts";
import type { Arm, Sample } from "../domain/watch/sample.ts";
import type { Http } from "../ports/http.ts";
import type { SignalSettings } from "../settings/signals.ts";
import { type CounterValues, counterBook, hasFallen } from "./metrics/counters.ts";
import { httpWithHeaders } from "./metrics/headers-from.ts";
import { doorsOf, LastingFault, polled } from "./polling.ts";
import type { Signal, Watching } from "./signal.ts";

type JsonSettings = NonNullable<SignalSettings["json"]>;

/** Requests and errors as a page of JSON counts them: one of each slot, or one address for the new release. */
export const jsonCounts: Signal = {
  id: "json",
  title: "the JSON page",
  measures: ["errors"],
  control: "shared",
  open(watching) {
    const given = watching.environment.signals?.json;
    return given === undefined ? null : watchPages(watching, given);
  },
};

const limitMs = 8_000;

/** One page, and whose counters it has. */
interface Place {
  readonly arm: Arm;
  readonly url: () => Promise<string>;
}

/** What a page counted at a moment. */
interface Reading {
  readonly arm: Arm;
  readonly page: string;
  readonly atMs: number;
  readonly counts: CounterValues;
}

async function* watchPages(watching: Watching, given: JsonSettings): AsyncGenerator<Sample> {
  const doors = doorsOf(watching);
  const http = httpWithHeaders(doors, given["headers-from"]);
  const { path, url } = given;
  const ofSlot = ({ host, slot, arm }: WatchedSlot): Place => ({
    arm,
    url: async () => `${await doors.reach(host, slot)}${path}`,
  });
  const places: readonly Place[] =
    url === undefined ? (await doors.slots()).map(ofSlot) : [{ arm: "new", url: async () => url }];
  if (!places.some(({ arm }) => arm === "new")) throw new Error("no slot runs the new release");
  const book = counterBook();
  const readPlace = async ({ arm, url: find }: Place): Promise<readonly Reading[]> => {
    const atMs = watching.sinceMs();
    try {
      const page = await find();
      return [{ arm, page, atMs, counts: await countsAt(page, http, given) }];
    } catch (error) {
      // Without the release before there is no control, which the tests know.
      if (arm === "new") throw error;
      return [];
    }
  };
  const samplesOf = ({ arm, page, atMs, counts }: Reading): readonly Sample[] => {
    const added = book.added(page, counts);
    if (added === null) return [];
    if (hasFallen(added)) {
      if (arm === "old") return [];
      throw new LastingFault(`\`${added.name}\` of ${page} fell from ${added.from} to ${added.to}`);
    }
    return [true, false].flatMap((failed): readonly Sample[] => {
      const count = added.get(failed ? "errors" : "others") ?? 0;
      return count === 0 ? [] : [{ kind: "request", atMs, failed, ms: null, arm, count }];
    });
  };
  // All are read before one counts: where a page is asked again, the others must not lack what they gave before.
  const read = async () => (await Promise.all(places.map(readPlace))).flat().flatMap(samplesOf);
  yield* polled(watching, { everyMs: given.every, patienceMs: given.patience, read });
}

async function countsAt(url: string, http: Http, { requests, errors }: JsonSettings): Promise<CounterValues> {
  const answer = await http.request({ method: "GET", url, headers: { accept: "application/json" }, limitMs });
  if (!answer.answered) throw new Error(`${url} did not answer: ${answer.why}`);
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`);
  const body = readJson(answer.body);
  if (body === undefined) throw new Error(`${url} did not answer JSON`);
  const [all, failed] = [requests, errors].map((path) => {
    const value = path.split(".").reduce<unknown>(memberOf, body);
    if (typeof value !== "number" || !Number.isFinite(value) || value < 0)
      throw new Error(`\`${path}\` of ${url} is ${value === undefined ? "absent" : "no number from 0"}`);
    return value;
  });
  if (all === undefined || failed === undefined || failed > all)
    throw new Error(`${url} counts ${failed} errors among ${all} requests`);
  return new Map([
    ["errors", failed],
    ["others", all - failed],
  ]);
}

function memberOf(at: unknown, key: string): unknown {
  return typeof at === "object" && at !== null && Object.hasOwn(at, key)
    ? (at as Record<string, unknown>)[key]
    : undefined;
}
