import type { Evidence, Pin } from "../domain/evidence/evidence.ts";
import type { Judgement } from "../domain/evidence/result.ts";
import { manifestDigest, type Release } from "../domain/release/release.ts";

/** The release at hand: its manifest, and the sha256 of the manifest's own bytes. */
export interface ReleaseAtHand {
  readonly release: Release;
  readonly manifestSha256: string;
}

interface Releases {
  readonly evidence: readonly Evidence[];
  readonly pins: readonly Pin[];
  readonly atHand: ReleaseAtHand | undefined;
}

/**
 * Everything is about one release: the same bytes, and the same manifest, which says what they are and how they are
 * started.
 */
export function sameRelease(releases: Releases): readonly Judgement[] {
  return [...mixed(releases), ...otherManifest(releases)];
}

function mixed({ evidence, atHand }: Releases): readonly Judgement[] {
  const digests = new Map<string, string>();
  if (atHand !== undefined) digests.set(atHand.release.digest, "the release at hand");
  for (const { stage, release } of evidence) {
    if (release !== null && !digests.has(release.digest)) digests.set(release.digest, stage);
  }
  if (digests.size < 2) return [];
  const names = [...digests].map(([digest, who]) => `${who} of ${digest.slice(0, 8)}`).join(", ");
  return [
    {
      verdict: "fail",
      reason_code: "evidence_conflict",
      says: `The evidence of the stages is of different releases: ${names}.`,
      remedy: "Build once: let every stage take the release of one validate job.",
    },
  ];
}

/** The manifest at hand is the one in the evidence, whole, and the one that jobs pinned. */
function otherManifest({ evidence, pins, atHand }: Releases): readonly Judgement[] {
  if (atHand === undefined) return [];
  const { release, manifestSha256 } = atHand;
  const recorded = evidence.find(
    (one) => one.release?.digest === release.digest && manifestDigest(one.release) !== manifestSha256,
  );
  const pinned = pins.find((one) => one.release_sha256 === release.digest && one.manifest_sha256 !== manifestSha256);
  const stage = recorded?.stage ?? pinned?.stage;
  if (stage === undefined) return [];
  const how = recorded?.release ? differences(release, recorded.release) : [];
  return [
    {
      verdict: "fail",
      reason_code: "manifest_mismatch",
      says:
        `The release manifest is not the one in the evidence of ${stage}: ` +
        `${how.slice(0, 3).join("; ") || "its bytes differ"}.`,
      remedy: "Do not deploy it. Find out who changed the artifact, and run validate again.",
    },
  ];
}

/** Each member that differs, with both values. */
function differences(here: Release, there: Release): readonly string[] {
  const members = (of: Release) =>
    new Map(Object.entries(of).map(([key, value]) => [key, (JSON.stringify(value) ?? "").slice(0, 80)]));
  const [one, other] = [members(here), members(there)];
  return [...new Set([...one.keys(), ...other.keys()])].flatMap((key) =>
    JSON.stringify(here[key as keyof Release]) === JSON.stringify(there[key as keyof Release])
      ? []
      : [`\`${key}\` is ${one.get(key) ?? "absent"}, not ${other.get(key) ?? "absent"}`],
  );
}
