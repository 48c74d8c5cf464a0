import { join } from "node:path";
import { handover } from "../domain/handover.ts";
import type { Wanted } from "../domain/plan.ts";
import { manifestOf, type Release, releaseId } from "../domain/release.ts";
import type { Environment, Settings } from "../settings/settings.ts";
import { openTarget } from "../targets/registry.ts";
import type { Target } from "../targets/target.ts";
import { changeTarget } from "./change.ts";
import type { Conclusion, StageRun } from "./stage.ts";

/** What a deployment is asked for. */
export interface Deployment {
  readonly environment: Environment;
  readonly release: Release;
  readonly dryRun: boolean;
  /** Watch the release after the shift, milliseconds; 0 for staging, whose traffic is the smoke tests. */
  readonly watchMs: number;
  /** The conclusion of a deployment that went well. */
  readonly done: { readonly decision: Conclusion["decision"]; readonly reason_code: Conclusion["reason_code"] };
}

/** Puts a release on an environment and proves it there; rolls it back when it does not hold. */
export async function deploy(run: StageRun, deployment: Deployment): Promise<Conclusion> {
  const { environment, release } = deployment;
  const id = releaseId(release);
  const target = targetOf(run, environment, release);
  const wanted = wantedOf(run, deployment, id);
  try {
    return await changeTarget(run, {
      kind: "deploy",
      environment,
      target,
      wanted: () => wanted,
      dryRun: deployment.dryRun,
      plan: (fleet) => target.plan(fleet, wanted),
      measureFirst: deployment.watchMs > 0,
      done: { ...deployment.done, says: `${release.version} (${id}) runs on ${environment.name} and was verified.` },
    });
  } finally {
    await target.close();
  }
}

/** The target of an environment, as this run may change it. `release` is what would be uploaded. */
export function targetOf(run: StageRun, environment: Environment, release: Release | null): Target {
  const { shell, clock, job } = run.world;
  const folder = join(job.workspace, handover.release);
  return openTarget({
    environment,
    app: release?.app ?? run.settings.app ?? "app",
    releaseName: release?.name ?? run.settings.app ?? "app",
    owner: ownerOf(run),
    runUrl: job.runUrl,
    shell,
    clock,
    release:
      release === null
        ? null
        : {
            id: releaseId(release),
            digest: release.digest,
            path: join(folder, release.file),
            bytes: release.bytes,
            manifest: manifestOf(release),
          },
  });
}

/**
 * The owner of a lock: this job of this attempt of this run, so that neither a re-run takes its predecessor's orphaned
 * step for its own, nor two jobs of one run each other's lock.
 */
function ownerOf({ world }: StageRun): string {
  return `run-${world.job.runId}-${world.job.runAttempt}-${world.job.job}`;
}

/** What the planner must know of this deployment. */
export function wantedOf(
  run: StageRun,
  { environment, watchMs }: Pick<Deployment, "environment" | "watchMs">,
  release: string,
): Wanted {
  const { strategy, health, migrations } = environment;
  return {
    environment: environment.name,
    release,
    owner: ownerOf(run),
    strategy: strategy.type,
    own: strategy.own,
    migrate: migrations.migrate !== null,
    smoke: run.settings.smoke.length > 0,
    watchMs,
    holdSeconds: strategy.holdSeconds,
    keep: strategy.keep,
    healthyWithinMs: health.withinMs,
    drainMs: strategy.drainMs,
  };
}

/** The environment of that name, or the conclusion that it is not in the settings. */
export function environmentOf(settings: Settings, name: string): Environment | Conclusion {
  // A name that every object has, such as `constructor`, is no environment.
  const found = Object.hasOwn(settings.environments, name) ? settings.environments[name] : undefined;
  if (found !== undefined) return found;
  const known = Object.keys(settings.environments);
  return {
    status: "failed",
    decision: "stop",
    reason_code: "invalid_settings",
    says: `Environment \`${name}\` is not in the settings file${known.length > 0 ? `, which has ${known.map((one) => `\`${one}\``).join(", ")}` : ""}.`,
    remedy: `Add it under \`environments\`, or name another with the input \`environment\`.`,
  };
}
