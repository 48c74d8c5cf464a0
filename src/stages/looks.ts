import type { Measurement } from "../domain/evidence.ts";
import type { LookStep } from "../domain/plan.ts";
import { versionOf } from "../domain/release.ts";
import type { Judgement } from "../domain/result.ts";
import { startErrorTest } from "../judge/errors.ts";
import { summarise } from "../judge/latency.ts";
import type { Environment, Settings } from "../settings/settings.ts";
import { awaitHealthy } from "../signals/health.ts";
import { judgeVersion } from "../signals/identity.ts";
import { type Probe, probe } from "../signals/probe.ts";
import { judgeSmoke } from "../signals/smoke.ts";
import type { Target } from "../targets/target.ts";
import type { StageRun } from "./stage.ts";

type LookOf<T extends LookStep["type"]> = Extract<LookStep, { type: T }>;

/** The looking steps of a plan, bound to one environment. */
export interface Looks {
  awaitHealthy(step: LookOf<"await-healthy">): Promise<Judgement>;
  smoke(step: LookOf<"smoke">): Promise<Judgement>;
  watch(step: LookOf<"observe">): Promise<Judgement>;
}

/** How often the lease is renewed while nothing else speaks with the host, milliseconds. */
const renewMs = 20_000;

/** Binds health, smoke tests and watch to a target and an environment. */
export function looksAt(environment: Environment, settings: Settings, target: Target, run: StageRun): Looks {
  const { http, clock, cancellation } = run.world;
  const cancelled = () => cancellation.cancelled;
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
      if (judgement.verdict === "pass") return judgement;
      return { ...judgement, tail: await target.logTail(step.host, step.slot) };
    },

    async smoke(step) {
      if (step.at === "slot") return judgeSmoke(await target.reach(step.host, step.slot), settings.smoke, http);
      const version = await judgeVersion(`${environment.url}${environment.health.version}`, versionOf(step.release), http);
      if (version.verdict !== "pass") return version;
      const smoke = await judgeSmoke(environment.url, settings.smoke, http);
      return { ...smoke, facts: { ...smoke.facts, ...version.facts } };
    },

    async watch(step) {
      const started = clock.ticks();
      const test = startErrorTest({ errorRate: settings.criteria.errorRate, watchMs: step.watchMs });
      let renewed = clock.ticks();
      let lost = false;
      const probes = await probe(
        {
          ...probingOf(environment, settings),
          forMs: step.watchMs,
          until: (sample) => {
            test.add(sample);
            if (clock.ticks() - renewed > renewMs) {
              renewed = clock.ticks();
              void target.renew().then(
                (kept) => {
                  lost ||= !kept;
                },
                () => {
                  lost = true;
                },
              );
            }
            return lost || test.failed;
          },
        },
        http,
        clock,
        cancelled,
      );
      await run.recorder.measure("after", measured(probes));
      if (lost)
        return {
          verdict: "error",
          reason_code: "lock_lost",
          says: "The lock on the target was lost while watching.",
          remedy: "Somebody else deploys. Wait, then run again.",
        };
      if (cancelled()) return { verdict: "inconclusive", reason_code: "cancelled", says: "Cancelled while watching." };
      return test.verdict(clock.ticks() - started);
    },
  };
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
