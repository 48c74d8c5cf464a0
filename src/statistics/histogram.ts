/** Two bins differ by 2 %: from a tenth of a millisecond to about ten minutes. */
const step = Math.log(1.02);
const least = 0.1;
const bins = 800;

/** Latencies by their logarithm: a quantile is right to 2 %, and the memory is the same for any number of samples. */
export interface Histogram {
  add(ms: number, count: number): void;
  readonly total: number;
  /** The upper edge of the bin that the quantile is in; NaN where nothing was added. */
  quantile(part: number): number;
  /** How many were added in bins wholly above that of `ms`. */
  above(ms: number): number;
  readonly counts: Float64Array;
}

export function startHistogram(): Histogram {
  const counts = new Float64Array(bins);
  let total = 0;
  const binOf = (ms: number) => Math.min(bins - 1, Math.max(0, Math.ceil(Math.log(ms / least) / step - 1e-9)));
  return {
    counts,
    add(ms, count) {
      const bin = binOf(ms);
      counts[bin] = (counts[bin] ?? 0) + count;
      total += count;
    },
    get total() {
      return total;
    },
    quantile(part) {
      if (total === 0) return Number.NaN;
      let sum = 0;
      let bin = 0;
      for (; bin < bins - 1; bin += 1) {
        sum += counts[bin] ?? 0;
        if (sum >= part * total) break;
      }
      return least * Math.exp(bin * step);
    },
    above(ms) {
      let sum = 0;
      for (let bin = binOf(ms) + 1; bin < bins; bin += 1) sum += counts[bin] ?? 0;
      return sum;
    },
  };
}

/** How the samples of one histogram rank among those of another. */
export interface Ranks {
  /** The chance that one of the first is above one of the second, where both are drawn; ties count half. */
  readonly above: number;
  /** In standard deviations of what it is where both are alike (Mann and Whitney 1947), with ties. */
  readonly deviations: number;
}

export function rank(one: Histogram, other: Histogram): Ranks {
  let below = 0;
  let wins = 0;
  let ties = 0;
  for (let bin = 0; bin < bins; bin += 1) {
    const mine = one.counts[bin] ?? 0;
    const theirs = other.counts[bin] ?? 0;
    wins += mine * (below + theirs / 2);
    below += theirs;
    const both = mine + theirs;
    ties += both * both * both - both;
  }
  const pairs = one.total * other.total;
  const all = one.total + other.total;
  if (pairs === 0) return { above: 0.5, deviations: 0 };
  const variance = (pairs / 12) * (all + 1 - ties / (all * (all - 1)));
  return { above: wins / pairs, deviations: variance > 0 ? (wins - pairs / 2) / Math.sqrt(variance) : 0 };
}
