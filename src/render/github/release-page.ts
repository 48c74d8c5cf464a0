import { pageMarker } from "../../domain/release/page.ts";
import type { PageNote } from "../../domain/release/page-note.ts";
import type { Release } from "../../domain/release/release.ts";
import { bold, closed, code, cutTo, lines, link, plainText, sentence } from "../text/markdown.ts";
import { minute, shortened } from "../text/wording.ts";

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
    `${bold("Deployed")}: ${where}, ${minute(deployedAt)}, ${link("run", runUrl)}`,
    `${bold("Commit")}: ${link(git_sha.slice(0, 12), `${repository}/commit/${git_sha}`)}`,
    `${bold("Tarball")}: ${code(file)}, sha256 ${code(digest)}`,
    ...(sbom === undefined ? [] : [`${bold("SBOM")}: ${code(sbom.file)}, ${sbom.components} components (CycloneDX)`]),
  );
  const text = notes === null ? "" : closed(cutTo(notes, maxNotes, "The rest is in the CHANGELOG."));
  const parts = [pageMarker(release, environment), ...(text.trim() === "" ? [] : [text, "---"]), own];
  return { title: `${app} ${version}`, body: `${parts.join("\n\n")}\n` };
}

/** What a page says of a rollback of its release, as a quote that GitHub sets apart. */
export function renderPageNote({ environment, at, run, reason, detail, whole, again }: PageNote): string {
  const where = plainText(shortened(environment, 100));
  const why = [
    ...(reason === "" ? [] : [code(shortened(reason, 60))]),
    ...(detail === "" ? [] : [sentence(shortened(detail, 500))]),
  ].join(": ");
  const rolledBack = `from ${where}${whole ? "" : ", but not on every host"}, ${minute(at)}, ${link("run", run)}.`;
  const left = `${rolledBack}${why === "" ? "" : ` Reason: ${why}`}`;
  if (again === null) return quote("WARNING", `${bold("Rolled back")} ${left}`);
  const what = again.by === "promote" ? `${bold("Promoted again")} to` : `${bold("Serves again")} on`;
  return quote(
    "NOTE",
    `${what} ${where}, ${minute(again.at)}, ${link("run", again.run)}. Before that it was rolled back ${left}`,
  );
}

function quote(kind: "WARNING" | "NOTE", text: string): string {
  return `> [!${kind}]\n> ${text}`;
}
