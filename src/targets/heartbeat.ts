import type { Clock } from "../ports/clock.ts";

/**
 * What came of renewing the lock: kept, unknown because a host could not say, or lost, with a sentence that names who
 * has it now.
 */
export type Renewal = "kept" | "unknown" | { readonly lost: string };

/** The lock while it is renewed beside the work. */
export interface Heartbeat {
  /** Why the lock is no longer ours; null while nothing says so. */
  lost(): string | null;
  stop(): void;
}

/** How long it sleeps at most before it asks again how often to renew, milliseconds. */
const sliceMs = 1_000;

/**
 * Renews a lock every `everyMs()` milliseconds until it is stopped or the lock is lost; that may become less while it
 * works. A renewal that cannot be judged is tried again: a lease that expired meanwhile is still ours as long as nobody
 * else took it.
 */
export function startHeartbeat(renew: () => Promise<Renewal>, everyMs: () => number, clock: Clock): Heartbeat {
  let stopped = false;
  let lost: string | null = null;
  void beat();
  return {
    lost: () => lost,
    stop() {
      stopped = true;
    },
  };

  async function beat(): Promise<void> {
    let last = clock.ticks();
    while (!stopped && lost === null) {
      const began = clock.ticks();
      const slice = Math.min(everyMs(), sliceMs);
      await clock.sleep(slice);
      // A sleep that ends early was ended by a cancel: the step under way has the rest of the lease, and no other
      // begins.
      if (stopped || clock.ticks() - began < slice / 2) return;
      if (clock.ticks() - last < everyMs()) continue;
      last = clock.ticks();
      const renewal = await renew().catch(() => "unknown" as const);
      if (typeof renewal === "object" && !stopped) lost = renewal.lost;
    }
  }
}
