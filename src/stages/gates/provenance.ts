import { join } from "node:path";
import { handover } from "../../domain/evidence/handover.ts";
import type { Release } from "../../domain/release/release.ts";
import type { ProvenanceFacts } from "../../gates/provenance.ts";
import type { Environment } from "../../settings/settings.ts";
import type { StageRun } from "../stage.ts";

/** GitHub and sigstore are asked over the network. */
const limitMs = 120_000;

/** Lets GitHub's own program verify who built the tarball. Null where the settings do not ask. */
export async function provenanceFacts(
  run: StageRun,
  { gates: { provenance } }: Environment,
  asked: { readonly release: Release; readonly token: string },
): Promise<ProvenanceFacts | null> {
  if (provenance === null) return null;
  const { job, shell } = run.world;
  const { release, token } = asked;
  const repository = provenance.repository ?? job.repository;
  const { signerWorkflow } = provenance;
  const ran = await shell.run({
    argv: [
      ...(["gh", "attestation", "verify", join(job.workspace, handover.release, release.file)] as const),
      ...["--repo", repository, "--format", "json"],
      ...(signerWorkflow === null ? [] : ["--signer-workflow", signerWorkflow]),
    ],
    token,
    limitMs,
    onCancel: "end",
  });
  return { repository, signerWorkflow, digest: release.digest, sha: run.recorder.evidence.sha, ran };
}
