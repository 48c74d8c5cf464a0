/** Buckets that a series keeps at most; when they are full, neighbours are joined. */
const most = 48;

interface Bucket {
  readonly fromMs: number;
  sum: number;
  count: number;
}

/** How a series went: medians of its first and last sixth, and how much its last third rose. */
export interface Trend {
  readonly first: number;
  readonly last: number;
  readonly lastThird: number;
  /** Of Mann and Kendall's test, in standard deviations. */
  readonly deviations: number;
  readonly seconds: number;
}

/** Values over time in a memory that does not grow. */
export interface Series {
  add(atMs: number, value: number): void;
  readonly samples: number;
  /** Null where there are too few. */
  trend(): Trend | null;
}

export function startSeries(): Series {
  let buckets: Bucket[] = [];
  let widthMs = 1_000;
  let samples = 0;
  return {
    add(atMs, value) {
      samples += 1;
      const newest = buckets.at(-1);
      if (newest !== undefined && atMs < newest.fromMs + widthMs) {
        newest.sum += value;
        newest.count += 1;
        return;
      }
      if (buckets.length >= most) {
        widthMs *= 2;
        buckets = joined(buckets);
      }
      buckets.push({ fromMs: atMs, sum: value, count: 1 });
    },
    get samples() {
      return samples;
    },
    trend: () => trendOf(buckets),
  };
}

function joined(buckets: readonly Bucket[]): Bucket[] {
  return buckets.flatMap((bucket, index) => {
    const next = buckets[index + 1];
    if (index % 2 === 1) return [];
    return [next === undefined ? bucket : { ...bucket, sum: bucket.sum + next.sum, count: bucket.count + next.count }];
  });
}

function trendOf(buckets: readonly Bucket[]): Trend | null {
  const values = buckets.map(({ sum, count }) => sum / count);
  const sixth = Math.floor(values.length / 6);
  if (sixth < 1) return null;
  const [first, third] = [median(values.slice(0, sixth)), median(values.slice(-2 * sixth - 1).slice(0, sixth))];
  const last = median(values.slice(-sixth));
  const ms = (buckets.at(-1)?.fromMs ?? 0) - (buckets[0]?.fromMs ?? 0);
  const seconds = Math.round(ms / 1_000);
  return { first, last, lastThird: last - third, deviations: kendall(values), seconds };
}

/** Pairs that rise less those that fall, in standard deviations of a series without a trend. */
function kendall(values: readonly number[]): number {
  let sum = 0;
  for (const [index, value] of values.entries())
    for (const later of values.slice(index + 1)) sum += Math.sign(later - value);
  const many = values.length;
  return sum / Math.sqrt((many * (many - 1) * (2 * many + 5)) / 18);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor((sorted.length - 1) / 2);
  return ((sorted[middle] ?? Number.NaN) + (sorted[sorted.length - 1 - middle] ?? Number.NaN)) / 2;
}
