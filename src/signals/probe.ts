import type { Clock, Http } from "../ports.ts";
import type { SmokeTest } from "../settings/settings.ts";

/** One probe: when it was sent (milliseconds since the first), whether it failed, how long it took. */
export interface Probe {
  readonly atMs: number;
  readonly failed: boolean;
  readonly ms: number;
}

/** What is probed, how often, and for how long. */
export interface Probing {
  /** Where users reach the application. */
  readonly base: string;
  /** The smoke tests whose GET paths are asked in turn; the health path when there is none. */
  readonly tests: readonly SmokeTest[];
  readonly fallbackPath: string;
  readonly perSecond: number;
  readonly forMs: number;
  /** Hears each probe as it ends; true ends the probing. */
  readonly until: (probe: Probe) => boolean;
}

const requestMs = 5_000;

/**
 * Sends requests at a steady pace, whatever the answers take (an open loop: a slow server does not slow the prober).
 * A probe fails when no answer comes or a 5xx does; 4xx are the client's.
 */
export async function probe(
  probing: Probing,
  http: Http,
  clock: Clock,
  cancelled: () => boolean,
): Promise<readonly Probe[]> {
  const gets = probing.tests.filter((one) => one.method === "GET");
  const targets = gets.length > 0 ? gets : [{ path: probing.fallbackPath, headers: {} }];
  const started = clock.ticks();
  const probes: Probe[] = [];
  const flying = new Set<Promise<void>>();
  let done = false;
  for (let sent = 0; !done && !cancelled(); sent += 1) {
    const due = (sent * 1_000) / probing.perSecond;
    if (due >= probing.forMs) break;
    const early = due - (clock.ticks() - started);
    if (early > 0) await clock.sleep(early);
    if (done || cancelled()) break;
    const target = targets[sent % targets.length] ?? { path: probing.fallbackPath, headers: {} };
    const atMs = clock.ticks() - started;
    const one = http
      .request({ method: "GET", url: `${probing.base}${target.path}`, headers: target.headers, limitMs: requestMs })
      .then((answer) => {
        const seen = { atMs, failed: !answer.answered || answer.status >= 500, ms: answer.ms };
        probes.push(seen);
        if (probing.until(seen)) done = true;
        flying.delete(one);
      });
    flying.add(one);
  }
  await Promise.all(flying);
  return probes;
}
