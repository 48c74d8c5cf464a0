import { releasedTag, type Tag, type VersionTag } from "../domain/release/version-tag.ts";
import type { Project } from "../domain/validation/project.ts";

/**
 * Where the version of what ships comes from: mix, or the tag that is being released; null where none points at the
 * commit.
 */
export type Released = { readonly from: "mix" } | { readonly from: "tag"; readonly tag: VersionTag | null };

/** Where the settings say that the version comes from, and which tags count. */
interface VersionSource {
  readonly from: "mix" | "tag";
  readonly patterns: readonly string[];
  readonly app: string | null;
}

/**
 * The tag of this commit, where the settings take the version from it. Of tags with a name before the version those of
 * the settings' `app` count, or of `tags`.
 */
export function releasedFrom(
  { from, patterns, app }: VersionSource,
  tags: readonly Tag[],
  at: { readonly ref: string; readonly head: string },
): Released {
  if (from === "mix") return { from: "mix" };
  return { from: "tag", tag: releasedTag(tags, { names: app === null ? [] : [app], patterns }, at) };
}

/** The version of the tag that is being released; null where mix says it. */
export function versionIn(released: Released): string | null {
  return released.from === "tag" ? (released.tag?.text ?? null) : null;
}

/**
 * The project under the version that ships: mix is given the tag's when it builds the release, so that all of it
 * agrees.
 */
export function underVersion(project: Project, released: Released): Project {
  const version = versionIn(released);
  if (version === null) return project;
  return {
    ...project,
    version,
    versions: Object.fromEntries(Object.keys(project.versions).map((name) => [name, version])),
  };
}
