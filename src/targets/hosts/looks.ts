import type { Judgement } from "../../domain/evidence/result.ts";
import type { Clock } from "../../ports/clock.ts";
import type { HostReport } from "./report.ts";

/** How long what a host reported of itself counts as what is there now, milliseconds. */
const freshMs = 10_000;

/**
 * What hosts reported of themselves in the session of another question: the lock, after which nobody else changes them,
 * its release, after which we change nothing, and their fitness. Each counts for one observation soon after it, and for
 * none once anything was changed.
 */
export interface Looks {
  keep(host: string, report: HostReport | Judgement): void;
  /** Null where the host has to be asked. */
  take(host: string): HostReport | Judgement | null;
  forget(): void;
}

export function looksOf(clock: Clock): Looks {
  const seen = new Map<string, { readonly report: HostReport | Judgement; readonly at: number }>();
  return {
    keep: (host, report) => seen.set(host, { report, at: clock.ticks() }),
    take(host) {
      const found = seen.get(host);
      seen.delete(host);
      return found !== undefined && clock.ticks() - found.at < freshMs ? found.report : null;
    },
    forget: () => seen.clear(),
  };
}
