/** What counters say at one moment, by the name of each. */
export type CounterValues = ReadonlyMap<string, number>;

/** A counter that went down: what it counts began anew, so that what came before is lost. */
export interface Fallen {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** Readings of counters, kept to see what was added since the one before. */
export interface CounterBook {
  /**
   * What was added to the counters of one process; null for its first reading. A counter that appears later began at 0,
   * as that of the first error does.
   */
  added(process: string, now: CounterValues): CounterValues | Fallen | null;
}

export function counterBook(): CounterBook {
  const before = new Map<string, CounterValues>();
  return {
    added(process, now) {
      const last = before.get(process);
      before.set(process, now);
      if (last === undefined) return null;
      for (const [name, from] of last) {
        const to = now.get(name) ?? 0;
        if (to < from) return { name, from, to };
      }
      return new Map([...now].map(([name, value]) => [name, value - (last.get(name) ?? 0)]));
    },
  };
}

/** True where a counter fell. */
export function hasFallen(added: CounterValues | Fallen | null): added is Fallen {
  return added !== null && "from" in added;
}
