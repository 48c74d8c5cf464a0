import { join } from "node:path";
import { errorText } from "../domain/error-text.ts";
import { handover } from "../domain/handover.ts";
import { readJson } from "../domain/json.ts";
import { type Release, releaseSchema } from "../domain/release.ts";
import type { Judgement } from "../domain/result.ts";
import type { StageRun } from "./stage.ts";

/** Largest manifest that is read. */
const maxManifestBytes = 8 << 20;

/** Reads the manifest that validate wrote, and checks the tarball's bytes against it. */
export async function readRelease(
  run: StageRun,
): Promise<{ readonly release: Release; readonly judgement: Judgement } | { readonly failed: Judgement }> {
  const folder = join(run.world.job.workspace, handover.release);
  const path = join(run.world.job.workspace, handover.manifest);
  let text: string | null;
  try {
    text = await run.world.files.read(path, maxManifestBytes);
  } catch (error) {
    const why = errorText(error).replace(path, "it");
    const says = `${handover.manifest} cannot be read: ${why}.`;
    return {
      failed: {
        verdict: "error",
        reason_code: "release_missing",
        says,
        remedy: "Run validate again, and download its artifact whole.",
      },
    };
  }
  if (text === null) {
    return {
      failed: {
        verdict: "error",
        reason_code: "release_missing",
        says: `There is no release: ${handover.manifest} does not exist.`,
        remedy:
          "Download the artifact that the validate job uploaded (`include-hidden-files: true`) into the checkout before this step.",
      },
    };
  }
  const parsed = releaseSchema.safeParse(readJson(text));
  if (!parsed.success) {
    return {
      failed: {
        verdict: "error",
        reason_code: "release_missing",
        says: `${handover.manifest} is not a release manifest: ${parsed.error.issues.map((one) => `${one.path.join(".") || "it"} ${one.message}`).join("; ")}.`,
        remedy: "Run validate again.",
      },
    };
  }
  const release = parsed.data;
  const seen = await run.world.files.digest(join(folder, release.file));
  if (seen === null || seen.sha256 !== release.digest) {
    return {
      failed: {
        verdict: "fail",
        reason_code: seen === null ? "release_missing" : "digest_mismatch",
        says:
          seen === null
            ? `The tarball ${release.file} is missing beside its manifest.`
            : `The tarball ${release.file} has sha256 ${seen.sha256}, its manifest says ${release.digest}: these are not the bytes that were validated.`,
        remedy: "Do not deploy it. Find out who changed the artifact, and run validate again.",
      },
    };
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
