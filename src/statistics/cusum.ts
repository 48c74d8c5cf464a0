/**
 * How far one error raises the score of a chart, and one success lowers it: the log-likelihood ratios of two error
 * rates.
 */
export interface Weights {
  readonly error: number;
  readonly success: number;
}

/** Weights that distinguish an unacceptable error rate from a tolerable one. Both are fractions between 0 and 1. */
export function weigh({
  tolerable,
  unacceptable,
}: {
  readonly tolerable: number;
  readonly unacceptable: number;
}): Weights {
  return { error: Math.log(unacceptable / tolerable), success: Math.log((1 - unacceptable) / (1 - tolerable)) };
}

/** A cumulative sum of weighted requests whose gain in one window of time is capped. */
export interface Chart {
  /** Counts a request with these weights, or several alike. */
  add(failed: boolean, weights: Weights, count?: number): void;
  /** Closes the window: what it gained, up to the cap, stays; the next one begins at nothing. */
  nextWindow(): void;
  readonly score: number;
  /** True while the window holds far more errors than it may count. */
  readonly burst: boolean;
  /** Requests and errors since the score last was 0, or since the start. */
  readonly since: { readonly requests: number; readonly errors: number };
}

/**
 * Page's CUSUM (1954) with the head start of Lucas and Crosier (1982). The score never falls below 0, so that a fault
 * after a long healthy stretch is still seen soon. What one window adds, errors and successes together, counts up to
 * `cap`: requests that fail together are one event.
 */
export function startChart({ headStart, cap }: { readonly headStart: number; readonly cap: number }): Chart {
  let base = headStart;
  let net = 0;
  let requests = 0;
  let errors = 0;
  const score = () => base + (net < cap ? net : cap);
  return {
    add(failed, weights, count = 1) {
      net += (failed ? weights.error : weights.success) * count;
      requests += count;
      if (failed) errors += count;
      if (base + net > 0) return;
      net = -base;
      requests = 0;
      errors = 0;
    },
    nextWindow() {
      base = score();
      net = 0;
    },
    get score() {
      return score();
    },
    get burst() {
      return net >= 2 * cap;
    },
    get since() {
      return { requests, errors };
    },
  };
}

/** The Kullback-Leibler divergence of two error rates, in nats for each request. `of` may be 0 or 1, `from` may not. */
export function divergence(of: number, from: number): number {
  const part = (a: number, b: number) => (a === 0 ? 0 : a * Math.log(a / b));
  return part(of, from) + part(1 - of, 1 - from);
}
