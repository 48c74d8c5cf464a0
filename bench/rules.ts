// Small models of how others judge a release, given the same requests. Each follows the published rule, with the
// defaults named; a simplification is said. None of their code is run.
import type { Judge } from "../__tests__/statistics/arms.ts";

type Arm = "new" | "old";
interface Minute {
  readonly new: { requests: number; errors: number };
  readonly old: { requests: number; errors: number };
}

/** The 5 % of the rollback criteria, asked of each as its threshold. */
const threshold = 0.05;
const startMinute = (): Minute => ({ new: { requests: 0, errors: 0 }, old: { requests: 0, errors: 0 } });

/** Calls `judge` with each whole minute; the release has failed when it gives true. */
function byMinute(judge: (minute: Minute) => boolean, atTheEnd: () => boolean = () => false): Judge {
  let minute = startMinute();
  let endsMs = 60_000;
  let failed = false;
  const close = () => {
    failed ||= judge(minute);
    minute = startMinute();
    endsMs += 60_000;
  };
  return {
    add({ atMs, failed: error, arm, count }) {
      while (atMs >= endsMs) close();
      const counts = minute[arm as Arm];
      counts.requests += count;
      if (error) counts.errors += count;
    },
    get failed() {
      return failed;
    },
    verdict(nowMs) {
      while (nowMs >= endsMs) close();
      return { verdict: failed || atTheEnd() ? "fail" : "pass" };
    },
  };
}

const tooMany = ({ new: { requests, errors } }: Minute) => requests === 0 || errors / requests > threshold;

/**
 * Flagger (fluxcd/flagger, pkg/controller/scheduler.go; docs.flagger.app "Canary analysis"): each interval of 1 min one
 * number is compared with `thresholdRange`; any violation, or no value, adds to `failedChecks`, which rolls back at
 * `threshold`. 1 is the default, 5 is common in its examples.
 */
export const flagger = (failures: number) => (): Judge => {
  let failedChecks = 0;
  return byMinute((minute) => {
    if (tooMany(minute)) failedChecks += 1;
    return failedChecks >= failures;
  });
};

/**
 * Argo Rollouts (argoproj/argo-rollouts, analysis/analysis.go; "Analysis & Progressive Delivery"): a measurement each
 * interval (1 min here), failed when more than `failureLimit` have failed: 3 in its examples, 0 by default. A minute
 * without a request is an error, of which five in a row are needed; left out here.
 */
export const argo = (failureLimit: number) => (): Judge => {
  let failed = 0;
  return byMinute((minute) => {
    if (minute.new.requests > 0 && tooMany(minute)) failed += 1;
    return failed > failureLimit;
  });
};

/**
 * Kayenta (spinnaker/kayenta, NetflixACAJudge and MannWhitneyClassifier): error rates by minute of both at the end of
 * the analysis; high where the lower bound of the 98 % Mann-Whitney interval of the shift is above a quarter of it.
 */
export const kayenta = (): Judge => {
  const rates: Record<Arm, number[]> = { new: [], old: [] };
  const rateOf = ({ requests, errors }: { requests: number; errors: number }) => errors / requests;
  return byMinute(
    (minute) => {
      for (const arm of ["new", "old"] as const) if (minute[arm].requests > 0) rates[arm].push(rateOf(minute[arm]));
      return false;
    },
    () => {
      const [n, m] = [rates.new.length, rates.old.length];
      const differences = rates.new.flatMap((one) => rates.old.map((other) => one - other)).sort((a, b) => a - b);
      const rank = Math.floor((n * m) / 2 - 2.326 * Math.sqrt((n * m * (n + m + 1)) / 12));
      const shift = differences[Math.floor((n * m) / 2)] ?? 0;
      return rank >= 0 && (differences[rank] ?? 0) > 0.25 * Math.abs(shift);
    },
  );
};

/**
 * DeployEx (thiagoesteves/deployex, "rollback"): a version whose application does not stay up for ten minutes is rolled
 * back; requests are not looked at. Taken here as no request that succeeds for ten minutes.
 */
export const deployEx = (): Judge => {
  let answered = false;
  return byMinute(
    (minute) => {
      answered ||= minute.new.errors < minute.new.requests;
      return false;
    },
    () => !answered,
  );
};
