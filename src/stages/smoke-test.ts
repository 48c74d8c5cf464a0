import { blocks, type Judgement } from "../domain/evidence/result.ts";
import { runningId } from "../domain/fleet/running.ts";
import { releaseId } from "../domain/release/release.ts";
import { judgeHealth } from "../signals/once/health.ts";
import { judgeAnsweredVersion } from "../signals/once/identity.ts";
import { judgeReadiness } from "../signals/once/readiness.ts";
import { judgeRunningRelease } from "../signals/once/running.ts";
import { judgeSmoke } from "../signals/once/smoke.ts";
import { type BriefInputs, briefFor, writeBrief } from "./brief/brief.ts";
import { findEnvironment } from "./environment.ts";
import { checkoutGate } from "./gates/checkout.ts";
import { chainGate } from "./gates/evidence-folder.ts";
import { judged } from "./judged.ts";
import { headersMissing, publicHttp } from "./public-http.ts";
import { openRelease } from "./release-file.ts";
import { askHosts } from "./serving.ts";
import { type Stage, stopped } from "./stage.ts";

/** Inputs of smoke-test. */
export type SmokeTestInputs = BriefInputs;

const readinessOff: Judgement = {
  verdict: "off",
  reason_code: "switched_off",
  says: "Readiness is off: the services behind the application were not checked.",
  remedy: "Where the application has a readiness page, name it: `health: {ready: /ready}` of the environment.",
};

/**
 * Verifies through the public URL that the release answers and works (Phase 6: Staging Validation), and on its hosts
 * that it is this build.
 */
export const smokeTest: Stage<SmokeTestInputs> = async (run, inputs) => {
  const environment = findEnvironment(run.settings, inputs.environment);
  if ("status" in environment) return environment;
  const next = briefFor(run, inputs);
  if (next !== null && "status" in next) return next;
  const refused = await checkoutGate(run, { another: "refuse" });
  if (refused !== null) return refused;
  await run.recorder.set({ url: environment.url });

  const release = await openRelease(run);
  if ("status" in release) return release;
  const chain = await chainGate(run, {
    jobs: inputs.jobs,
    runs: inputs.runs,
    unpinned: "allow",
    release,
    needed: [],
    maxAgeMs: Number.POSITIVE_INFINITY,
  });
  if (chain !== null) return chain;

  const unasked = headersMissing(run.world, environment);
  if (unasked !== null) return unasked;
  const http = publicHttp(run.world, environment);
  const { health, url, name } = environment;
  const place = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
  // Which build runs blocks nothing here where it cannot be verified: promote judges it.
  const required = ({ reason_code }: Judgement) => reason_code !== "release_unproven";
  const verify = (id: string, title: string, judge: () => Promise<Judgement>) =>
    judged(run, { kind: "signal", id, title: `${place} ${title}`, required }, judge);
  const { ready, version } = health;
  await verify("health", "health check", () => judgeHealth(`${url}${health.path}`, http));
  await verify("readiness", "readiness, every service", async () =>
    ready === null ? readinessOff : judgeReadiness(`${url}${ready}`, http),
  );
  const answers =
    version === null
      ? null
      : await verify("version", "version that answers", () =>
          judgeAnsweredVersion(`${url}${version}`, release.version, http),
        );
  await verify("smoke", "smoke tests", () => judgeSmoke(url, run.settings.smoke, http));
  const hosts = await askHosts(run, environment, release);
  const asked = { environment: name, release: releaseId(release), hosts, version: answers?.verdict === "pass" };
  const running = await verify(runningId, "release that runs", async () => judgeRunningRelease(asked));

  const worst = run.recorder.evidence.results.find(blocks);
  if (worst !== undefined) return stopped({ ...worst, says: `${place}: ${worst.says}` });
  if (next !== null && !run.world.cancellation.cancelled) await writeBrief(run, next, { release, inputs });
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
