import { join } from "node:path";
import { handover } from "../domain/evidence/handover.ts";
import type { Judgement } from "../domain/evidence/result.ts";
import { type Release, releaseSchema } from "../domain/release/release.ts";
import { errorText } from "../domain/values/error-text.ts";
import { readJson } from "../domain/values/json.ts";
import { nothingChanged, recordTimed, timed } from "./judged.ts";
import { type Conclusion, type StageRun, stopped } from "./stage.ts";

/** Largest manifest that is read. */
const maxManifestBytes = 8 << 20;

/** The heading of the release's gate. */
const releaseGate = {
  kind: "gate",
  id: "release",
  title: "The release is the one that was validated",
  required: true,
} as const;

/** The release that the manifest here names, before its tarball is checked, or why there is none. */
export type ManifestRelease = { readonly release: Release } | { readonly failed: Judgement };

/** A release, or why there is none. */
type ReadRelease = { readonly release: Release; readonly judgement: Judgement } | { readonly failed: Judgement };

/** Reads and checks the release, records the check, and returns it or the conclusion that it cannot be used. */
export async function openRelease(run: StageRun): Promise<Release | Conclusion> {
  const { value: read, durationMs } = await timed(run, () => readRelease(run));
  const judgement = "failed" in read ? read.failed : read.judgement;
  await recordTimed(run, releaseGate, { judgement, durationMs });
  if ("failed" in read) return stopped(read.failed, nothingChanged);
  await run.recorder.set({ app: read.release.app, release: read.release });
  return read.release;
}

/** Reads the manifest that validate wrote, and checks the tarball's digest against it. */
export async function readRelease(run: StageRun): Promise<ReadRelease> {
  return checkTarball(run, await releaseOfManifest(run));
}

/** Reads the manifest that validate wrote. */
export async function releaseOfManifest(run: StageRun): Promise<ManifestRelease> {
  const read = await readManifest(run);
  if (typeof read === "string") return missing(read, "Run validate again, and download its artifact whole.");
  if (read === null) return missing(`There is no release: ${handover.manifest} does not exist.`, downloadIt);
  const parsed = releaseSchema.safeParse(readJson(read.text));
  if (!parsed.success) {
    const faults = parsed.error.issues.map((one) => `${one.path.join(".") || "it"} ${one.message}`).join("; ");
    return missing(`${handover.manifest} is not a release manifest: ${faults}.`, "Run validate again.");
  }
  return { release: parsed.data };
}

/** Checks the digest of the tarball against its manifest. */
export async function checkTarball({ world }: StageRun, named: ManifestRelease): Promise<ReadRelease> {
  if ("failed" in named) return named;
  const { job, files } = world;
  const { release } = named;
  const seen = await files.digest(join(job.workspace, handover.release, release.file));
  if (seen === null) return changed("release_missing", `The tarball ${release.file} is missing beside its manifest.`);
  if (seen.sha256 !== release.digest) {
    const says =
      `The tarball ${release.file} has sha256 ${seen.sha256}, and its manifest says ${release.digest}: ` +
      "it is not the release that was validated.";
    return changed("digest_mismatch", says);
  }
  return {
    release,
    judgement: {
      verdict: "pass",
      reason_code: "passed",
      says: `${release.file}: ${release.bytes} bytes with sha256 ${release.digest}.`,
      facts: { digest: release.digest, version: release.version, bytes: release.bytes },
    },
  };
}

/** The manifest's text; null where there is none, a sentence where it cannot be read. */
async function readManifest({ world }: StageRun): Promise<{ readonly text: string } | string | null> {
  const path = join(world.job.workspace, handover.manifest);
  try {
    const text = await world.files.read(path, maxManifestBytes);
    return text === null ? null : { text };
  } catch (error) {
    return `${handover.manifest} cannot be read: ${errorText(error).replace(path, "it")}.`;
  }
}

const downloadIt =
  "Download the artifact that the validate job uploaded (`include-hidden-files: true`) to `path: .phoenix-deploy` " +
  "before this step.";

function missing(says: string, remedy: string): { readonly failed: Judgement } {
  return { failed: { verdict: "error", reason_code: "release_missing", says, remedy } };
}

function changed(reason_code: "release_missing" | "digest_mismatch", says: string): { readonly failed: Judgement } {
  const remedy = "Do not deploy it. Find out who changed the artifact, and run validate again.";
  return { failed: { verdict: "fail", reason_code, says, remedy } };
}
