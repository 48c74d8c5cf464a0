import { digestSchema, type Release } from "./release.ts";
import { compareVersions, parseVersion } from "./version.ts";
import { versionOfTag } from "./version-tag.ts";

/** The tag that a release is published under: the one that started the run, where that names its version. */
export function tagOf({ version, name, app }: Release, { ref, template }: { ref: string; template: string }): string {
  const [, started] = /^refs\/tags\/(.+)$/.exec(ref) ?? [];
  if (started !== undefined && versionOfTag(started, { names: [name, app], patterns: [] }) === version) return started;
  return template.replaceAll("{version}", version);
}

/**
 * Whether GitHub is to show this page as the repository's latest, beside the one that it shows now; it decides by itself
 * where that is of another application.
 */
export function latestWord(version: string, now: { readonly tag: string | null; readonly names: readonly string[] }) {
  const own = parseVersion(version);
  if (own === null || own.pre.length > 0) return "false";
  if (now.tag === null) return "true";
  const text = versionOfTag(now.tag, { names: now.names, patterns: [] });
  const other = text === null ? null : parseVersion(text);
  if (other === null) return "legacy";
  return compareVersions(own, other) >= 0 ? "true" : "false";
}

const marker = /^<!-- phoenix-deploy:release:v1 sha256=([0-9a-f]{64}) -->/;

/** The first line of a page's text: of which tarball it is. */
export function pageMarker({ digest }: Pick<Release, "digest">): string {
  return `<!-- phoenix-deploy:release:v1 sha256=${digestSchema.parse(digest)} -->`;
}

/** The sha256 of the tarball that a page of ours is of; null of a page that somebody else wrote. */
export function digestOfPage(body: string): string | null {
  return marker.exec(body)?.[1] ?? null;
}
