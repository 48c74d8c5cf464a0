import { z } from "zod";
import type { Judgement } from "../domain/evidence/result.ts";
import { readJson } from "../domain/values/json.ts";
import type { Ran } from "../ports/shell.ts";
import { defineGate } from "./gate.ts";

/** Who must have built the release, and what `gh attestation verify` printed of its tarball. */
export interface ProvenanceFacts {
  /** `owner/name` of the repository whose workflow built it. */
  readonly repository: string;
  /** `owner/name/.github/workflows/build.yml`; null takes every workflow of the repository. */
  readonly signerWorkflow: string | null;
  readonly digest: string;
  readonly sha: string;
  readonly ran: Pick<Ran, "ended" | "code" | "stdout" | "stderr" | "why">;
}

const verified = z.array(
  z.looseObject({
    verificationResult: z.looseObject({
      signature: z.looseObject({
        certificate: z.looseObject({
          sourceRepositoryURI: z.string(),
          sourceRepositoryDigest: z.string(),
          buildSignerURI: z.string(),
        }),
      }),
      statement: z.looseObject({
        subject: z.array(z.looseObject({ digest: z.looseObject({ sha256: z.string().optional() }) })),
      }),
    }),
  }),
);
type Attestation = z.infer<typeof verified>[number]["verificationResult"];

/**
 * Was the tarball built by the workflow that the settings pin, from this commit? GitHub's own program verifies the
 * signature. Its exit code is no evidence: what it says that it verified is compared once more.
 */
export const provenance = defineGate({
  id: "provenance",
  title: () => "The release was built by the workflow that the settings name",
  of: "provenance",
  judge: judgeProvenance,
});

function judgeProvenance(facts: ProvenanceFacts): Judgement {
  const { ran, signerWorkflow, repository } = facts;
  if (ran.ended !== "exited" || ran.code !== 0) return refusedBy(facts);
  const parsed = verified.safeParse(readJson(ran.stdout));
  if (!parsed.success) return unreadable("what it printed is not the JSON of verified attestations", updateIt);
  if (parsed.data.length === 0) return unreadable("it passed, and printed no attestation", updateIt);
  const attestations = parsed.data.map(({ verificationResult }) => verificationResult);
  const wrong = attestations.map((one) => differs(one, facts));
  const at = wrong.indexOf(null);
  if (at < 0) return mismatch(`The attestation of the release ${wrong[0]}.`);
  const { buildSignerURI } = (attestations[at] as Attestation).signature.certificate;
  return {
    verdict: "pass",
    reason_code: "passed",
    says: `${pathOf(buildSignerURI)} built the release from this commit.`,
    facts: { signer: buildSignerURI, repository, attestations: attestations.length },
    warnings:
      signerWorkflow === null
        ? [`Every workflow of ${repository} may have built the release: \`provenance.signer-workflow\` names none.`]
        : [],
  };
}

/** What of an attestation is not what is asked for, as the end of a sentence; null where all is. */
function differs({ signature, statement }: Attestation, facts: ProvenanceFacts): string | null {
  const { repository, signerWorkflow, digest, sha } = facts;
  const { sourceRepositoryURI, sourceRepositoryDigest, buildSignerURI } = signature.certificate;
  if (!statement.subject.some((one) => one.digest.sha256 === digest)) return "is of another file";
  if (!same(pathOf(sourceRepositoryURI), repository))
    return `is of ${pathOf(sourceRepositoryURI)}, not of ${repository}`;
  if (sourceRepositoryDigest !== sha)
    return `is of commit ${sourceRepositoryDigest.slice(0, 12)}, and this run is of ${sha.slice(0, 12)}`;
  const signer = pathOf(buildSignerURI).replace(/@.*$/, "");
  return signerWorkflow === null || same(signer, signerWorkflow) ? null : `is by ${signer}, not by ${signerWorkflow}`;
}

const updateIt = "Install the current GitHub CLI on the runner, and run the job again.";

/** Why the program did not pass, by what it printed. */
function refusedBy({ ran, repository }: ProvenanceFacts): Judgement {
  const { ended, why, stderr, stdout } = ran;
  if (ended === "not-started") {
    return unreadable(why, "Install the GitHub CLI (`gh`) on the runner; GitHub's own runners have it.");
  }
  if (ended !== "exited") return unreadable("it did not end in time", "Run the job again.");
  const said = lastLine(stderr) || lastLine(stdout) || `it exited with ${ran.code}`;
  const text = `${stderr}\n${stdout}`;
  if (/unknown command/i.test(text)) return unreadable(said, updateIt);
  if (/no attestations|HTTP 404/i.test(text)) {
    return {
      verdict: "fail",
      reason_code: "provenance_missing",
      says: `There is no attestation of the release in ${repository}: ${said}.`,
      remedy:
        "Let the job that validates run actions/attest-build-provenance on the tarball, with `permissions: " +
        "{id-token: write, attestations: write}`.",
    };
  }
  if (/certificate ?identity|SAN value|verifying with issuer|verify signature|could not be verified|policy/i.test(text))
    return mismatch(`gh did not verify the attestation of the release: ${said}.`);
  const token = /GH_TOKEN|authentication|HTTP 40[13]/i.test(text);
  return unreadable(
    said,
    token ? "Give the job `permissions: {attestations: read}`, and look at `github-token`." : "Run the job again.",
  );
}

function mismatch(says: string): Judgement {
  return {
    verdict: "fail",
    reason_code: "provenance_mismatch",
    says,
    remedy: "Do not deploy it. Find out who built it, or correct `provenance` in the settings.",
  };
}

function unreadable(why: string, remedy: string): Judgement {
  return {
    verdict: "error",
    reason_code: "provenance_unreadable",
    says: `Who built the release could not be verified by \`gh attestation verify\`: ${why}.`,
    remedy,
  };
}

/** `https://github.com/acme/shop/…` without scheme and host. */
function pathOf(uri: string): string {
  return URL.canParse(uri) ? new URL(uri).pathname.slice(1, 300) : uri.slice(0, 300);
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** The last line that says something, without colours and a full stop. */
function lastLine(text: string): string {
  const lines = text.split("\n").map((line) => line.replaceAll(/\u001b\[[0-9;]*m/g, "").trim());
  return (lines.findLast((line) => line !== "") ?? "").slice(0, 300).replace(/\.$/, "");
}
