/** What the application's own requests were like before a deployment, where nothing else says what is usual. */
export interface History {
  readonly requests: number;
  readonly errors: number;
  /** Milliseconds, in ascending order: all of them, or a sample of at most some thousand. */
  readonly latenciesMs: readonly number[];
}

/** What both have seen, of each signal. */
export function joinHistories(
  one: ReadonlyMap<string, History>,
  other: ReadonlyMap<string, History>,
): ReadonlyMap<string, History> {
  const all = new Map(one);
  for (const [id, more] of other) {
    const { requests, errors, latenciesMs } = all.get(id) ?? { requests: 0, errors: 0, latenciesMs: [] };
    all.set(id, {
      ...{ requests: requests + more.requests, errors: errors + more.errors },
      latenciesMs: [...latenciesMs, ...more.latenciesMs].sort((a, b) => a - b),
    });
  }
  return all;
}
