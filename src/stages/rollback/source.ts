import { handover } from "../../domain/evidence/handover.ts";
import type { Judgement } from "../../domain/evidence/result.ts";
import type { Fleet } from "../../domain/fleet/fleet.ts";
import { artifactOf, type Release, releaseId, releaseSchema } from "../../domain/release/release.ts";
import { digitsOfId, parseRollbackTo } from "../../domain/rollback/to.ts";
import { readJson } from "../../domain/values/json.ts";
import type { Environment } from "../../settings/settings.ts";
import type { Target } from "../../targets/target.ts";
import { ownerOf, targetOf } from "../environment.ts";
import { gate, nothingChanged } from "../judged.ts";
import { readRelease, releaseOfManifest } from "../release-file.ts";
import { type Conclusion, type StageRun, stopped } from "../stage.ts";
import type { RollbackInputs } from "./inputs.ts";

/** Where the files of the release are that a rollback goes to, and the target that it goes to it on. */
export interface ReleaseSource {
  readonly target: Target;
  /** The release whose files are in the checkout, where the hosts lack it; else null. */
  readonly carried: string | null;
  /** What was observed on the way; null where nothing was. */
  readonly known: Fleet | null;
}

/**
 * Opens the target. Where the release's files are in the checkout and the hosts lack them, they are held against the
 * digest that the hosts have on record, and sent with the plan. Everything else in the checkout has no part in it.
 */
export async function withSource(
  run: StageRun,
  environment: Environment,
  inputs: RollbackInputs,
): Promise<ReleaseSource | Conclusion> {
  const target = targetOf(run, environment, null);
  const asked = parseRollbackTo(inputs.to);
  const whole = asked?.kind === "digest" && asked.digest.length > digitsOfId ? asked.digest : null;
  const named = await releaseOfManifest(run);
  const here = "failed" in named ? null : named.release;
  if (whole === null && here === null) return { target, carried: null, known: null };
  const seen = await target.observe();
  if ("failed" in seen) return { target, carried: null, known: null };
  const { fleet: known } = seen;
  const found = target.rollsBackTo(known, { owner: ownerOf(run), to: inputs.to });
  const id = typeof found === "string" ? found : (found.release ?? null);
  const other = whole === null || id === null ? null : await anotherDigest(target, { id, digest: whole });
  if (other !== null) return closed(target, other);
  const lacking = typeof found === "object" && found.refused === "release_not_kept";
  if (here === null || !lacking || releaseId(here) !== id) return { target, carried: null, known };
  const subject = { id: "release", title: "The release is the one that was verified here" };
  const refused = await gate(run, subject, () => judgeCarried(run, target, here));
  if (refused !== null) return closed(target, refused);
  await target.close();
  return { target: targetOf(run, environment, here), carried: id, known };
}

async function closed(target: Target, conclusion: Conclusion): Promise<Conclusion> {
  await target.close();
  return conclusion;
}

/** A release id has the first digits of its digest: the others are compared with what the hosts have on record. */
async function anotherDigest(
  target: Target,
  { id, digest }: { readonly id: string; readonly digest: string },
): Promise<Conclusion | null> {
  const release = await recordOf(target, id);
  if (release?.digest.startsWith(digest) === true) return null;
  const has = release === null ? "no host has its whole digest on record" : `its digest is ${release.digest}`;
  return stopped(
    {
      reason_code: "release_not_found",
      says: `No release here has the sha256 ${digest}: ${id} begins like it, and ${has}.`,
      remedy: `Name it by its release id: \`to: ${id}\`.`,
    },
    nothingChanged,
  );
}

/** The tarball in the checkout against its own manifest, and against the one that the hosts kept. */
async function judgeCarried(run: StageRun, target: Target, here: Release): Promise<Judgement> {
  const read = await readRelease(run);
  if ("failed" in read) return read.failed;
  const id = releaseId(here);
  const record = await recordOf(target, id);
  if (record === null) {
    const says = `No host has a record of ${id}, so that ${here.file} cannot be compared with what was verified there.`;
    return {
      verdict: "error",
      reason_code: "release_unproven",
      says,
      remedy: "Deploy that version again with promote.",
    };
  }
  if (record.digest === here.digest) return read.judgement;
  const says = `${here.file} has sha256 ${here.digest}, and the hosts verified ${id} with ${record.digest}.`;
  return { verdict: "fail", reason_code: "digest_mismatch", says, remedy: `Fetch ${whereOf(record)}.` };
}

/**
 * The conclusion for a release whose files are not on the hosts any more: which run built it, in which artifact it is,
 * and with which digest. Outputs say the same for the step that fetches it.
 */
export async function notKept(
  run: StageRun,
  target: Target,
  { release, conclusion }: { readonly release: string; readonly conclusion: Conclusion },
): Promise<Conclusion> {
  const { recorder } = run;
  recorder.output("release", release);
  const record = await recordOf(target, release);
  if (record === null) return conclusion;
  const { built_by, digest, git_sha: sha } = record;
  const artifact = artifactOf(record);
  recorder.output("run-id", built_by.run_id);
  recorder.output("artifact", artifact);
  recorder.output("release-digest", digest);
  const { rollback } = recorder.evidence;
  const known = { run_id: built_by.run_id, url: built_by.url, artifact, digest, sha };
  if (rollback !== undefined) await recorder.set({ rollback: { ...rollback, built_by: known } });
  return {
    ...conclusion,
    says: `${conclusion.says} It is in ${whereOf(record)}.`,
    remedy:
      `Run \`gh run download ${built_by.run_id} -n ${artifact} -D ${handover.folder}\` in the checkout and ` +
      `\`rollback\` again, as examples/workflows/rollback.yml does. ` +
      `Where the artifact has expired, deploy commit ${sha} again.`,
  };
}

function whereOf(release: Release): string {
  const { run_id, url } = release.built_by;
  return `artifact \`${artifactOf(release)}\` of run ${run_id} (${url}), with sha256 ${release.digest}`;
}

/** What the hosts kept of a release; null where none has it, or it cannot be read. */
async function recordOf(target: Target, id: string): Promise<Release | null> {
  const text = await target.recorded(id);
  const parsed = releaseSchema.safeParse(text === null ? null : readJson(text));
  return parsed.success && releaseId(parsed.data) === id ? parsed.data : null;
}
