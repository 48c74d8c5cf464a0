import { createHash } from "node:crypto";
import { join } from "node:path";
import { type Release, releaseSchema } from "../domain/release/release.ts";
import { sbomOf } from "../domain/release/sbom.ts";
import type { CheckContext } from "./context.ts";
import type { Shipment } from "./release.ts";
import type { ReleaseArtefact } from "./release-artefact.ts";
import type { Listed } from "./release-files.ts";

/** What a release is made of, as far as it was read. */
interface Made {
  readonly artefact: ReleaseArtefact;
  readonly shipment: Shipment;
  readonly list: Listed;
}

/** Writes the software bill of materials beside the tarball; the release with its sha256, where there is one. */
export async function writeBill(
  { files, job }: CheckContext,
  { artefact, shipment, list }: Made,
  release: Release,
): Promise<Release> {
  const { components, erts } = artefact;
  if (components == null) return release;
  const text = sbomOf({
    ...{ release, erts, components, files: "files" in list ? list.files : [] },
    repository: /^(.+)\/actions\/runs\//.exec(job.runUrl)?.[1] ?? null,
    committedAt: shipment.head.committedAt,
  });
  const file = "sbom.cdx.json";
  await files.write(join(shipment.folder, file), text);
  const sha256 = createHash("sha256").update(text).digest("hex");
  // In the order of the schema, as every later stage reads it and writes it again.
  return releaseSchema.parse({ ...release, sbom: { file, sha256, components: components.length } });
}
