import { releaseId } from "../domain/release.ts";
import { blocks, type Judgement, type Result, result } from "../domain/result.ts";
import { runningId } from "../domain/running.ts";
import { judgeHealth } from "../signals/health.ts";
import { judgeVersion } from "../signals/identity.ts";
import { judgeReadiness } from "../signals/readiness.ts";
import { judgeRunningRelease } from "../signals/running.ts";
import { judgeSmoke } from "../signals/smoke.ts";
import { checkoutGate } from "./checkout.ts";
import { environmentOf } from "./deploy.ts";
import { openRelease } from "./deploy-staging.ts";
import { judgeChain } from "./evidence-folder.ts";
import { headersMissing, publicHttp } from "./public-http.ts";
import { askHosts } from "./serving.ts";
import type { Stage, StageRun } from "./stage.ts";

/** Inputs of smoke-test. */
export interface SmokeTestInputs {
  readonly environment: string;
  readonly jobs: string;
  readonly runs: "this" | "other";
}

const readinessOff: Judgement = {
  verdict: "off",
  reason_code: "switched_off",
  says: "Readiness is off: whether the services behind the application work was not asked.",
  remedy: "Where the application has a readiness page, name it: `health: {ready: /ready}` of the environment.",
};

/**
 * Proves from outside, where users come in, that the release answers and works (Phase 6: Staging Validation), and by
 * its hosts that it is this build.
 */
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

  const unasked = headersMissing(run.world, environment);
  if (unasked !== null) return unasked;
  const http = publicHttp(run.world, environment);
  const { health, url, name } = environment;
  const place = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
  const look = lookIn(run, place);
  const { ready, version } = health;
  await look("health", "health check", () => judgeHealth(`${url}${health.path}`, http));
  await look("readiness", "readiness, every service", async () =>
    ready === null ? readinessOff : judgeReadiness(`${url}${ready}`, http),
  );
  const answers =
    version === null
      ? null
      : await look("version", "version that answers", () => judgeVersion(`${url}${version}`, release.version, http));
  await look("smoke", "smoke tests", () => judgeSmoke(url, run.settings.smoke, http));
  const hosts = await askHosts(run, environment, release);
  const asked = { environment: name, release: releaseId(release), hosts, version: answers?.verdict === "pass" };
  const running = await look(runningId, "release that runs", async () => judgeRunningRelease(asked));

  const worst = run.recorder.evidence.results.find(blocks);
  if (worst !== undefined)
    return {
      status: "failed",
      decision: "stop",
      reason_code: worst.reason_code,
      says: `${place}: ${worst.says}`,
      remedy: worst.remedy,
    };
  const passed = `${run.settings.smoke.length} smoke tests passed.`;
  return {
    status: "passed",
    decision: "continue",
    reason_code: "smoke_passed",
    says:
      running.verdict === "pass"
        ? `${releaseId(release)} runs on ${name} and ${passed}`
        : `${name} answers and ${passed} ${running.says}`,
  };
};

/** Verifier once and records what was seen. A proof that stays open blocks nothing here: promote judges it. */
function lookIn(run: StageRun, place: string) {
  return async (id: string, title: string, judge: () => Promise<Judgement>): Promise<Result> => {
    const { clock } = run.world;
    const started = clock.ticks();
    const judgement = await judge();
    const required = judgement.reason_code !== "release_unproven";
    const seen = result(
      { kind: "signal", id, title: `${place} ${title}`, required },
      judgement,
      clock.ticks() - started,
    );
    await run.recorder.record(seen);
    return seen;
  };
}
