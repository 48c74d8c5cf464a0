import { type Judgement, result } from "../domain/result.ts";
import { judgeHealth } from "../signals/health.ts";
import { judgeVersion } from "../signals/identity.ts";
import { judgeReadiness } from "../signals/readiness.ts";
import { judgeSmoke } from "../signals/smoke.ts";
import { judgeChain } from "./chain.ts";
import { checkoutGate } from "./checkout.ts";
import { environmentOf } from "./deploy.ts";
import { openRelease } from "./deploy-staging.ts";
import type { Stage } from "./stage.ts";

/** Inputs of smoke-test. */
export interface SmokeTestInputs {
  readonly environment: string;
  readonly jobs: string;
  readonly runs: "this" | "other";
}

/** Proves from outside, where users come in, that the release answers and works (Phase 6: Staging Validation). */
export const smokeTest: Stage<SmokeTestInputs> = async (run, inputs) => {
  const environment = environmentOf(run.settings, inputs.environment);
  if ("status" in environment) return environment;
  const refused = await checkoutGate(run, { another: "refuse" });
  if (refused !== null) return refused;
  await run.recorder.set({ url: environment.url });

  const release = await openRelease(run);
  if ("status" in release) return release;
  const chain = await judgeChain(run, { jobs: inputs.jobs, runs: inputs.runs, unpinned: "allow", release, needed: [] });
  if (chain !== null) return chain;

  const { http, clock } = run.world;
  const { health, url } = environment;
  const looks: readonly { id: string; title: string; look: () => Promise<Judgement> }[] = [
    { id: "health", title: "health check", look: () => judgeHealth(`${url}${health.path}`, http) },
    ...(health.ready === null
      ? []
      : [{ id: "readiness", title: "readiness, every service", look: () => judgeReadiness(`${url}${health.ready}`, http) }]),
    { id: "version", title: "version that answers", look: () => judgeVersion(`${url}${health.version}`, release.version, http) },
    { id: "smoke", title: "smoke tests", look: () => judgeSmoke(url, run.settings.smoke, http) },
  ];
  const place = `${environment.name.slice(0, 1).toUpperCase()}${environment.name.slice(1)}`;
  const failed: Judgement[] = [];
  for (const { id, title, look } of looks) {
    const started = clock.ticks();
    const judgement = await look();
    await run.recorder.record(
      result({ kind: "signal", id, title: `${place} ${title}`, required: true }, judgement, clock.ticks() - started),
    );
    if (judgement.verdict !== "pass") failed.push(judgement);
  }
  const [worst] = failed;
  if (worst !== undefined) {
    return {
      status: "failed",
      decision: "stop",
      reason_code: worst.reason_code,
      says: `${place}: ${worst.says}`,
      remedy: worst.remedy ?? "",
    };
  }
  return {
    status: "passed",
    decision: "continue",
    reason_code: "smoke_passed",
    says: `${release.version} answers on ${environment.name} and ${run.settings.smoke.length} smoke tests passed.`,
  };
};
