import type { Judgement } from "../domain/evidence/result.ts";
import { percentText } from "./error-verdict.ts";
import type { Tail } from "./tails.ts";

/** What was seen of the latency of both releases. */
export interface Slower {
  readonly increase: number;
  readonly requests: number;
  readonly medianMs: number;
  readonly control: { readonly requests: number; readonly medianMs: number };
  /** The chance that a divided answer is above one of the control, and its standard deviations from one half. */
  readonly above: number;
  readonly deviations: number;
  /** True where the control is what was measured before the deployment. */
  readonly history: boolean;
}

/** The verdict by ranks, with the medians and the share of pairs that a reader can compute anew. */
export function slowerVerdict(seen: Slower, verdict: "pass" | "fail" | "inconclusive"): Judgement {
  const { requests, control } = seen;
  const facts = factsOf(seen);
  if (requests === 0 || control.requests === 0) {
    const whose = requests === 0 ? "the new release" : "what to compare with";
    const says = `No latency of ${whose} was seen, so nothing is known.`;
    return { verdict: "inconclusive", reason_code: "watch_inconclusive", says, remedy, facts };
  }
  const half = `Half of the answers took at most ${time(seen.medianMs)} (${requests}), ${before(seen)}`;
  const by = percentText(seen.increase);
  const pairs =
    `divided by ${1 + seen.increase}, they are slower in ${percentText(seen.above)} of pairs ` +
    `(${seen.deviations.toFixed(1)} standard deviations from one half)`;
  if (verdict === "fail") {
    const says = `${half}: ${pairs}, which shows an increase of more than ${by}.`;
    return { verdict, reason_code: "latency_exceeded", says, remedy: readLog, facts };
  }
  if (verdict === "pass")
    return { verdict, reason_code: "passed", says: `${half}: ${pairs}, which excludes an increase of ${by}.`, facts };
  const says = `${half}: ${pairs}, which neither shows nor excludes an increase of ${by}.`;
  return { verdict, reason_code: "watch_inconclusive", says, remedy, facts };
}

const readLog = "Read the log and the traces of the release for what is slow.";
const remedy = "Watch for longer (`criteria.watch`), or probe more often (`criteria.probes-per-second`).";

/** The verdict by a percentile of the control. */
export function tailVerdict(seen: Slower, { part, ms, requests, beyond, control }: Tail): Judgement {
  const limit = time(ms * (1 + seen.increase));
  const says =
    `${beyond} of ${requests} answers took longer than ${limit} (${percentText(beyond / requests)}), which is ` +
    `${1 + seen.increase} times the ${time(ms)} that ${control.beyond} of ${control.requests} exceeded ` +
    `${seen.history ? "before the deployment" : "with the previous release"} (${percentText(part)}).`;
  const facts = { ...factsOf(seen), failed_on: { percentile: Math.round((1 - part) * 100), beyond, limit_ms: ms } };
  return { verdict: "fail", reason_code: "latency_exceeded", says, remedy: readLog, facts };
}

function before({ control, history }: Slower): string {
  const when = history ? "before the deployment" : "with the previous release";
  return `${time(control.medianMs)} ${when} (${control.requests})`;
}

function factsOf({ requests, medianMs, control, deviations }: Slower) {
  const rounded = (ms: number) => (Number.isFinite(ms) ? Math.round(ms * 10) / 10 : null);
  return {
    requests,
    p50_ms: rounded(medianMs),
    control: { requests: control.requests, p50_ms: rounded(control.medianMs) },
    deviations: Math.round(deviations * 100) / 100,
  };
}

/** With three significant digits. */
function time(ms: number): string {
  return `${Number(ms.toPrecision(3))} ms`;
}
