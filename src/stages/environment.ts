import { join } from "node:path";
import { handover } from "../domain/evidence/handover.ts";
import { manifestOf, type Release, releaseId } from "../domain/release/release.ts";
import type { Environment, Settings } from "../settings/settings.ts";
import { openTarget } from "../targets/registry.ts";
import type { Target, Upload } from "../targets/target.ts";
import { type Conclusion, type StageRun, stopped } from "./stage.ts";

/** The environment of that name, or the conclusion that it is not in the settings. */
export function findEnvironment(settings: Settings, name: string, input = "environment"): Environment | Conclusion {
  // A name that every object has, such as `constructor`, is no environment.
  const found = Object.hasOwn(settings.environments, name) ? settings.environments[name] : undefined;
  if (found !== undefined) return found;
  const known = Object.keys(settings.environments).map((one) => `\`${one}\``);
  const has = known.length > 0 ? `, which has ${known.join(", ")}` : "";
  return stopped({
    reason_code: "invalid_settings",
    says: `Environment \`${name}\` is not in the settings file${has}.`,
    remedy: `Add it under \`environments\`, or name another with the input \`${input}\`.`,
  });
}

/** Opens the target of an environment, as this run may change it. `release` is what would be uploaded. */
export function targetOf(run: StageRun, environment: Environment, release: Release | null): Target {
  return (run.openTarget ?? open)(run, environment, release);
}

function open(run: StageRun, environment: Environment, release: Release | null): Target {
  const { shell, clock, files, secret, job } = run.world;
  const folder = join(job.workspace, handover.release);
  const app = release?.app ?? run.settings.app ?? run.recorder.evidence.app;
  return openTarget({
    environment,
    app,
    releaseName: release?.name ?? app,
    owner: ownerOf(run),
    runUrl: job.runUrl,
    shell,
    clock,
    files,
    secret,
    release: release === null ? null : uploadOf(release, { folder, temp: job.temp }),
  });
}

/** A release as it lies in the folder that jobs pass on. */
function uploadOf(release: Release, { folder, temp }: { readonly folder: string; readonly temp: string }): Upload {
  const { digest, bytes, file, files: list } = release;
  return {
    id: releaseId(release),
    digest,
    path: join(folder, file),
    bytes,
    needs: {
      arch: release.arch,
      libc: release.needs?.libc ?? null,
      glibc: release.needs?.glibc ?? null,
      openssl: release.needs?.openssl ?? [],
      environment: release.environment ?? [],
    },
    manifest: manifestOf(release),
    list: list === undefined ? null : { path: join(folder, list.file), sha256: list.sha256 },
    scratch: join(temp, "upload"),
  };
}

/**
 * The owner of a lock: this job of this attempt of this run, so that neither a re-run takes its predecessor's orphaned
 * step for its own, nor two jobs of one run each other's lock.
 */
export function ownerOf({ world }: StageRun): string {
  return `run-${world.job.runId}-${world.job.runAttempt}-${world.job.job}`;
}
