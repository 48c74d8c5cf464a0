import type { Measurement } from "../domain/evidence.ts";
import type { LookStep } from "../domain/plan.ts";
import { versionOf } from "../domain/release.ts";
import type { Judgement } from "../domain/result.ts";
import { startErrorTest } from "../judge/errors.ts";
import { summarise } from "../judge/latency.ts";
import type { Environment, Settings } from "../settings/settings.ts";
import { awaitHealthy } from "../signals/health.ts";
import { type Probe, probe } from "../signals/probe.ts";
import { judgeSmoke } from "../signals/smoke.ts";
import type { Target } from "../targets/target.ts";
import { withCause } from "./cause.ts";
import { judgePublicVersion } from "./public-url.ts";
import type { StageRun } from "./stage.ts";

type LookOf<T extends LookStep["type"]> = Extract<LookStep, { type: T }>;

/** The looking steps of a plan, bound to one environment. */
export interface Looks {
  awaitHealthy(step: LookOf<"await-healthy">): Promise<Judgement>;
  smoke(step: LookOf<"smoke">): Promise<Judgement>;
  watch(step: LookOf<"observe">): Promise<Judgement>;
}

/** What looks stand on besides settings. */
interface Ground {
  readonly target: Target;
  readonly run: StageRun;
  /** Why the lock is no longer ours; null while it is. Without it there is nothing to wait for. */
  readonly lost: () => string | null;
}

/** Binds health, smoke tests and watch to a target and an environment. */
export function looksAt(environment: Environment, settings: Settings, { target, run, lost }: Ground): Looks {
  const { http, clock, cancellation } = run.world;
  const cancelled = () => cancellation.cancelled || lost() !== null;
  const asked = { environment, target, http };
  /** A look that ended because the lock was lost says so. */
  const unlessLost = (judgement: Judgement): Judgement => {
    const why = lost();
    return why === null || judgement.verdict === "pass" ? judgement : { verdict: "fail", reason_code: "lock_lost", says: why };
  };
  return {
    async awaitHealthy(step) {
      const judgement = await awaitHealthy(
        {
          base: await target.reach(step.host, step.slot),
          health: environment.health,
          release: step.release,
          version: versionOf(step.release),
          limitMs: step.limitMs,
          process: () => target.running(step.host, step.slot),
        },
        http,
        clock,
        cancelled,
      );
      if (judgement.verdict === "pass" || lost() !== null) return unlessLost(judgement);
      return withCause({ ...judgement, tail: await target.logTail(step.host, step.slot) }, step, asked);
    },

    async smoke(step) {
      if (step.at === "slot")
        return withCause(await judgeSmoke(await target.reach(step.host, step.slot), settings.smoke, http), step, asked);
      const { url, health } = environment;
      const version = health.version === null ? null : await judgePublicVersion(`${url}${health.version}`, versionOf(step.release), http);
      if (version !== null && version.verdict !== "pass") return version;
      const smoke = await judgeSmoke(url, settings.smoke, http);
      return withCause({ ...smoke, facts: { ...smoke.facts, ...version?.facts } }, step, asked);
    },

    async watch(step) {
      const started = clock.ticks();
      const test = startErrorTest({ errorRate: settings.criteria.errorRate, watchMs: step.watchMs });
      const probes = await probe(
        {
          ...probingOf(environment, settings),
          forMs: step.watchMs,
          until: (sample) => {
            test.add(sample);
            return test.failed;
          },
        },
        http,
        clock,
        cancelled,
      );
      await run.recorder.measure("after", measured(probes));
      if (cancellation.cancelled) return { verdict: "inconclusive", reason_code: "cancelled", says: "Cancelled while watching." };
      if (lost() !== null) return unlessLost({ verdict: "inconclusive", reason_code: "watch_inconclusive", says: "" });
      const verdict = test.verdict(clock.ticks() - started);
      if (verdict.verdict === "pass") return verdict;
      const place = (await placeOf(step.release, target)) ?? { host: environment.hosts[0]?.name ?? "", slot: "" };
      return withCause(verdict, { ...place, release: step.release }, asked);
    },
  };
}

/** Where a release runs; null when nothing can be observed or it runs nowhere. */
async function placeOf(release: string, target: Target): Promise<{ readonly host: string; readonly slot: string } | null> {
  const seen = await target.observe();
  if ("failed" in seen) return null;
  const places = seen.fleet.hosts.flatMap(({ host, slots }) =>
    Object.entries(slots).flatMap(([slot, { running }]) => (running?.release === release ? [{ host, slot }] : [])),
  );
  return places[0] ?? null;
}

/** Probes what serves before the shift, for the report's Before column. Short, and judged by nobody. */
export async function measureBefore(environment: Environment, settings: Settings, run: StageRun): Promise<void> {
  const { http, clock, cancellation } = run.world;
  const forMs = Math.min(3_000, settings.criteria.watchMs / 3);
  const probes = await probe({ ...probingOf(environment, settings), forMs, until: () => false }, http, clock, () => cancellation.cancelled);
  await run.recorder.measure("before", measured(probes));
}

function probingOf(environment: Environment, settings: Settings) {
  return {
    base: environment.url,
    tests: settings.smoke,
    fallbackPath: environment.health.path,
    perSecond: settings.criteria.probesPerSecond,
  };
}

function measured(probes: readonly Probe[]): Measurement {
  const { p50, p99 } = summarise(probes.map((one) => one.ms));
  return {
    requests: probes.length,
    errors: probes.filter((one) => one.failed).length,
    p50_ms: p50,
    p99_ms: p99,
    seconds: probes.length === 0 ? 0 : Math.max(...probes.map((one) => one.atMs)) / 1_000,
  };
}
