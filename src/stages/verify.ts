import type { Measurement } from "../domain/evidence.ts";
import type { VerifyStep } from "../domain/plan.ts";
import { versionOf } from "../domain/release.ts";
import type { Judgement } from "../domain/result.ts";
import type { Environment, Settings } from "../settings/settings.ts";
import { awaitHealthy } from "../signals/health.ts";
import { judgeOwner, type Owned, ownedLook } from "../signals/owner.ts";
import { type Probe, probe } from "../signals/probe.ts";
import { judgeSmoke } from "../signals/smoke.ts";
import { startErrorTest } from "../statistics/errors.ts";
import { summarise } from "../statistics/latency.ts";
import type { Target } from "../targets/target.ts";
import { withCause } from "./cause.ts";
import { publicHttp } from "./public-http.ts";
import { judgePublicVersion } from "./public-url.ts";
import { askRouted } from "./routed.ts";
import type { StageRun } from "./stage.ts";

type VerifyStepOf<T extends VerifyStep["type"]> = Extract<VerifyStep, { type: T }>;

/** The looking steps of a plan, bound to one environment. */
export interface Verifier {
  /** Who answers on a slot's port now: once more when all steps are done. */
  owner(place: { readonly host: string; readonly slot: string; readonly release: string }): Promise<Judgement>;
  awaitHealthy(step: VerifyStepOf<"await-healthy">): Promise<Judgement>;
  smoke(step: VerifyStepOf<"smoke">): Promise<Judgement>;
  watch(step: VerifyStepOf<"observe">): Promise<Judgement>;
}

/** How often a watch asks who answers on the slot's port, milliseconds. */
const ownerEveryMs = 20_000;

/** What looks stand on besides settings. */
interface Ground {
  readonly target: Target;
  readonly run: StageRun;
  /** Why the lock is no longer ours; null while it is. Without it there is nothing to wait for. */
  readonly lost: () => string | null;
}

/** Binds health, smoke tests and watch to a target and an environment. */
export function verifierOf(environment: Environment, settings: Settings, { target, run, lost }: Ground): Verifier {
  const { http, clock, cancellation } = run.world;
  const cancelled = () => cancellation.cancelled || lost() !== null;
  const asked = { environment, target, http };
  /** A look that ended because the lock was lost says so. */
  const unlessLost = (judgement: Judgement): Judgement => {
    const why = lost();
    return why === null || judgement.verdict === "pass"
      ? judgement
      : { verdict: "fail", reason_code: "lock_lost", says: why };
  };
  const outside = publicHttp(run.world, environment);
  /**
   * Smoke tests where users come in. What the slot itself answers as expected at the same moment is changed on its way.
   */
  const smokeOutside = async ({ host, slot }: VerifyStepOf<"smoke">): Promise<Judgement> => {
    const smoke = await judgeSmoke(environment.url, settings.smoke, outside);
    if (smoke.verdict !== "fail") return smoke;
    const direct = await judgeSmoke(await target.reach(host, slot), settings.smoke, http);
    if (direct.verdict !== "pass") return smoke;
    return {
      ...smoke,
      reason_code: "public_url_failed",
      says: `${smoke.says} The same tests pass on slot ${slot} of ${host} itself.`,
      remedy:
        "Look at what stands before the application: the router's rules, a cache or a proxy. The release is not marked bad.",
    };
  };
  return {
    owner: (place) => judgeOwner(ownedBy(target, place)),

    async awaitHealthy(step) {
      const judgement = await awaitHealthy(
        {
          base: await target.reach(step.host, step.slot),
          health: environment.health,
          version: versionOf(step.release),
          limitMs: step.limitMs,
          owned: ownedBy(target, step),
        },
        http,
        clock,
        cancelled,
      );
      if (judgement.verdict === "pass" || lost() !== null) return unlessLost(judgement);
      return withCause({ ...judgement, tail: await target.logTail(step.host, step.slot) }, step, asked);
    },

    async smoke(step) {
      const owned = ownedBy(target, step);
      if (step.at === "slot") {
        const base = await target.reach(step.host, step.slot);
        return withCause(await ownedLook(owned, () => judgeSmoke(base, settings.smoke, http)), step, asked);
      }
      const { url, health } = environment;
      const seen = await ownedLook(owned, async () => {
        const version =
          health.version === null
            ? null
            : await judgePublicVersion(`${url}${health.version}`, versionOf(step.release), outside);
        if (version !== null && version.verdict !== "pass") return version;
        const smoke = await smokeOutside(step);
        return { ...smoke, facts: { ...smoke.facts, ...version?.facts } };
      });
      return withCause(seen, step, asked);
    },

    async watch(step) {
      const started = clock.ticks();
      const test = startErrorTest({ errorRate: settings.criteria.errorRate, watchMs: step.watchMs });
      const owned = ownedBy(target, step);
      const first = await judgeOwner(owned);
      if (first.verdict !== "pass") return withCause(first, step, asked);
      const disowned: Judgement[] = [];
      let askedOwner = clock.ticks();
      const probes = await probe(
        {
          ...probingOf(environment, settings),
          forMs: step.watchMs,
          until: (sample) => {
            test.add(sample);
            if (clock.ticks() - askedOwner > ownerEveryMs) {
              askedOwner = clock.ticks();
              void judgeOwner(owned).then((seen) => {
                if (seen.verdict === "fail") disowned.push(seen);
              });
            }
            return disowned.length > 0 || test.failed;
          },
        },
        outside,
        clock,
        cancelled,
      );
      await run.recorder.measure("after", measured(probes));
      if (cancellation.cancelled)
        return { verdict: "inconclusive", reason_code: "cancelled", says: "Cancelled while watching." };
      if (lost() !== null) return unlessLost({ verdict: "inconclusive", reason_code: "watch_inconclusive", says: "" });
      const verdict = test.verdict(clock.ticks() - started);
      const routed = await askRouted(target, step.slot);
      if (routed.verdict !== "pass") return routed;
      if (verdict.verdict === "fail") return withCause(verdict, step, asked);
      const last = disowned[0] ?? (await judgeOwner(owned));
      return last.verdict === "pass" ? verdict : withCause(last, step, asked);
    },
  };
}

/** Probes what serves before the shift, for the report's Before column. Short, and judged by nobody. */
export async function measureBefore(environment: Environment, settings: Settings, run: StageRun): Promise<void> {
  const { clock, cancellation } = run.world;
  const http = publicHttp(run.world, environment);
  const forMs = Math.min(3_000, settings.criteria.watchMs / 3);
  const probes = await probe(
    { ...probingOf(environment, settings), forMs, until: () => false },
    http,
    clock,
    () => cancellation.cancelled,
  );
  await run.recorder.measure("before", measured(probes));
}

/** The process whose answers count in a slot. */
function ownedBy(
  target: Target,
  { host, slot, release }: { readonly host: string; readonly slot: string; readonly release: string },
): Owned {
  return { host, slot, release, answering: () => target.answering(host, slot) };
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
