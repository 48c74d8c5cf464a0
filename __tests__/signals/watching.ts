// A watch for signals: two slots, blue with the release before and green with the one under watch.
import type { TargetQuestions, WatchedSlot } from "../../src/domain/fleet/asked-target.ts";
import type { Arm, RequestSample, Sample } from "../../src/domain/watch/sample.ts";
import type { Clock } from "../../src/ports/clock.ts";
import type { Http } from "../../src/ports/http.ts";
import type { Doors, Signal, Watching } from "../../src/signals/signal.ts";
import { movingClock } from "../support/clock.ts";
import { httpFake } from "../support/http.ts";
import { settingsFrom } from "../support/settings.ts";
import { closedWorld } from "../support/world.ts";

const text = (signals: string) => `version: 1
environments:
  production:
    url: https://example.com
    hosts: [{name: web1, address: local}]
    path: /opt/shop
    slots: {blue: {port: 4001}, green: {port: 4002}}
    router: {type: haproxy, socket: /run/haproxy.sock, backend: app}
    signals: {${signals}}
    health: {ready: /ready}
`;

const slotOf = (slot: string, port: number, arm: Arm): WatchedSlot => {
  const release = arm === "new" ? "1.1.0-22222222" : "1.0.0-11111111";
  return { host: "web1", slot, port, server: slot, release, arm };
};
export const blue = slotOf("blue", 4001, "old");
export const green = slotOf("green", 4002, "new");

interface Given {
  /** `signals` of the environment, as YAML writes them within braces. */
  readonly signals: string;
  readonly forMs?: number;
  readonly clock?: Clock;
  readonly http?: Http;
  readonly slots?: readonly WatchedSlot[];
  /** The release before runs beside the one under watch. */
  readonly control?: boolean;
  /** Nothing changes yet. */
  readonly before?: boolean;
  readonly doors?: Partial<Doors>;
  /** Ends the watch before its time. */
  readonly until?: (samples: readonly Sample[]) => boolean;
}

interface Seen {
  readonly samples: readonly Sample[];
  readonly warnings: readonly string[];
  /** Why the stream broke; null where it ended by itself. */
  readonly fault: string | null;
}

/** All that a signal gives during a watch. */
export async function watchWith(signal: Signal, given: Given): Promise<Seen> {
  const { forMs = 60_000, clock = movingClock(), slots = [blue, green], until = () => false } = given;
  const { http = httpFake({}) } = given;
  const settings = await settingsFrom(text(given.signals));
  const environment = settings.environments["production"];
  if (environment === undefined) throw new Error("no environment");
  const samples: Sample[] = [];
  const warnings: string[] = [];
  const began = clock.ticks();
  const sinceMs = () => clock.ticks() - began;
  const { shell, github, secret } = closedWorld();
  const target = answering({});
  const reach = async (_: string, slot: string) => `http://127.0.0.1:${slots.find((one) => one.slot === slot)?.port}`;
  const watching: Watching = {
    ...{ environment, smoke: settings.smoke, criteria: settings.criteria, http, clock, sinceMs },
    ...(given.control === undefined ? {} : { control: given.control }),
    ...(given.before === undefined ? {} : { before: given.before }),
    over: () => sinceMs() >= forMs || until(samples),
    doors: {
      ...{ http, shell, github, secret, reach, target },
      slots: async () => slots,
      warn: (says) => void warnings.push(says),
      ...given.doors,
    },
  };
  try {
    for await (const sample of signal.open(watching) ?? []) samples.push(sample);
    return { samples, warnings, fault: null };
  } catch (error) {
    return { samples, warnings, fault: (error as Error).message };
  }
}

/** A target that answers these questions alone. */
export function answering(known: Partial<TargetQuestions>): TargetQuestions {
  const unexpected = () => Promise.reject(new Error("Nobody is asked this."));
  return { routerCounts: unexpected, memory: unexpected, logCounts: unexpected, evaluate: unexpected, ...known };
}

/** Whether each state held, in order. */
export function held(samples: readonly Sample[]): readonly (boolean | null)[] {
  return samples.flatMap((one) => (one.kind === "state" ? [one.holds] : []));
}

/** How many requests there were, failed ones and others, of one arm. */
export function requestsOf(samples: readonly Sample[], arm: Arm) {
  const own = samples.filter((one): one is RequestSample => one.kind === "request" && (one.arm ?? "new") === arm);
  const sum = (list: readonly RequestSample[]) => list.reduce((all, { count = 1 }) => all + count, 0);
  return { failed: sum(own.filter((one) => one.failed)), good: sum(own.filter((one) => !one.failed)) };
}
