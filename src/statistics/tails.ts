import type { Histogram } from "./histogram.ts";

/** A percentile of the control, and how many answers were beyond it. */
export interface Tail {
  /** The part of the control's answers beyond it: 0.05 for the 95th percentile. */
  readonly part: number;
  /** The percentile, milliseconds. */
  readonly ms: number;
  readonly requests: number;
  readonly beyond: number;
  readonly control: { readonly requests: number; readonly beyond: number };
}

/** Percentiles by the part beyond them, and the parts of a slow release beyond the same, of which each is as likely. */
const percentiles = [
  { part: 0.01, slow: [0.025, 0.05, 0.1, 0.3] },
  { part: 0.05, slow: [0.08, 0.12, 0.2, 0.4] },
  { part: 0.1, slow: [0.15, 0.2, 0.35, 0.6] },
] as const;
/** By Ville's inequality (1939) three such ratios together reach it with at most 1 % where the tails are alike. */
const failsAt = Math.log(percentiles.length / 0.01);
/** Answers of the control beyond a percentile before it is known well enough. */
const fewestBeyond = 4;

/**
 * Exceedances of the control's percentiles: a mixture likelihood ratio of two samples over several alternatives, an
 * e-process with the null maximised over the part that both share. It finds a part of requests that is slow: gives the
 * percentile of which too many answers are beyond; null where none is.
 */
export function tailAlarm(fresh: Histogram, old: Histogram): Tail | null {
  for (const { part, slow } of percentiles) {
    const ms = old.quantile(1 - part);
    const control = { requests: old.total, beyond: old.above(ms) };
    const beyond = fresh.above(ms);
    if (control.beyond < fewestBeyond || beyond / fresh.total <= control.beyond / control.requests) continue;
    const shared = (beyond + control.beyond) / (fresh.total + control.requests);
    const base = likelihood(fresh.total, beyond, shared) + likelihood(control.requests, control.beyond, shared);
    const known = likelihood(control.requests, control.beyond, part);
    const ratios = slow.map((rate) => likelihood(fresh.total, beyond, rate) + known - base);
    const highest = Math.max(...ratios);
    const mixture = ratios.reduce((sum, ratio) => sum + Math.exp(ratio - highest), 0) / ratios.length;
    if (highest + Math.log(mixture) >= failsAt) return { part, ms, requests: fresh.total, beyond, control };
  }
  return null;
}

function likelihood(requests: number, beyond: number, rate: number): number {
  return beyond * Math.log(rate) + (requests - beyond) * Math.log1p(-rate);
}
