/**
 * Median and 99th percentile by nearest rank, milliseconds; null where nothing was measured. With fewer than 100
 * samples the latter is the slowest one.
 */
export function summarise(samplesMs: readonly number[]): { readonly p50: number | null; readonly p99: number | null } {
  const sorted = [...samplesMs].sort((one, other) => one - other);
  const percentile = (percent: number) => sorted[Math.ceil((percent * sorted.length) / 100) - 1] ?? null;
  return { p50: percentile(50), p99: percentile(99) };
}
