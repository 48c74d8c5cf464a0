import { pageMarker } from "../../domain/release/page.ts";
import type { Release } from "../../domain/release/release.ts";
import { bold, closed, code, cutTo, lines, link, plainText } from "../text/markdown.ts";
import { shortened } from "../text/wording.ts";

/** Bytes of the CHANGELOG's section that a page repeats: GitHub takes 125,000 characters of a text. */
const maxNotes = 100_000;

/** What a release's page says. */
export interface PageFacts {
  readonly release: Release;
  readonly environment: string;
  /** The section of the CHANGELOG, which is the project's own Markdown; null where there is none. */
  readonly notes: string | null;
  readonly deployedAt: string;
  readonly runUrl: string;
  /** Address of the repository on GitHub. */
  readonly repository: string;
}

/** The title and the text of a release's page on GitHub. */
export function renderReleasePage(facts: PageFacts): { readonly title: string; readonly body: string } {
  const { release, environment, notes, deployedAt, runUrl, repository } = facts;
  const { app, version, file, digest, git_sha, sbom } = release;
  const where = plainText(shortened(environment, 100));
  const own = lines(
    `${bold("Deployed")}: ${where}, ${deployedAt.slice(0, 16).replace("T", " ")} UTC, ${link("run", runUrl)}`,
    `${bold("Commit")}: ${link(git_sha.slice(0, 12), `${repository}/commit/${git_sha}`)}`,
    `${bold("Tarball")}: ${code(file)}, sha256 ${code(digest)}`,
    ...(sbom === undefined ? [] : [`${bold("SBOM")}: ${code(sbom.file)}, ${sbom.components} components (CycloneDX)`]),
  );
  const text = notes === null ? "" : closed(cutTo(notes, maxNotes, "The rest is in the CHANGELOG."));
  const parts = [pageMarker(release), ...(text.trim() === "" ? [] : [text, "---"]), own];
  return { title: `${app} ${version}`, body: `${parts.join("\n\n")}\n` };
}
