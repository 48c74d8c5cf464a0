import { digestSchema, type Release } from "./release.ts";
import { compareVersions, parseVersion } from "./version.ts";
import { type Tag, type TagRules, versionOfTag } from "./version-tag.ts";

/** Where a release's tag comes from. */
interface TagSources {
  /** What started the run. */
  readonly ref: string;
  /** The tags that the checkout has. */
  readonly tags: readonly Tag[];
  readonly rules: TagRules;
  /** The name of a new one, with `{version}` in it. */
  readonly template: string;
}

/**
 * The tag that a release is published under: one that names its version, of this run or of this commit, else a new one.
 */
export function tagOf({ version, git_sha }: Release, { ref, tags, rules, template }: TagSources): string {
  const [, started] = /^refs\/tags\/(.+)$/.exec(ref) ?? [];
  const here = tags.filter(({ commit }) => commit === git_sha).map(({ name }) => name);
  const found = [...(started === undefined ? [] : [started]), ...here].find(
    (one) => versionOfTag(one, rules) === version,
  );
  return found ?? template.replaceAll("{version}", version);
}

/**
 * Whether GitHub is to show this page as the repository's latest, beside the one that it shows now; it decides by
 * itself where that is of another application.
 */
export function latestWord(version: string, now: { readonly tag: string | null; readonly rules: TagRules }) {
  const own = parseVersion(version);
  if (own === null || own.pre.length > 0) return "false";
  if (now.tag === null) return "true";
  const text = versionOfTag(now.tag, now.rules);
  const other = text === null ? null : parseVersion(text);
  if (other === null) return "legacy";
  return compareVersions(own, other) >= 0 ? "true" : "false";
}

const marker = /^<!-- phoenix-deploy:release:v1 sha256=([0-9a-f]{64})(?: environment=([^\s<>]+))? -->/;

/** The first line of a page's text: of which tarball it is, and of which environment. */
export function pageMarker({ digest }: Pick<Release, "digest">, environment: string): string {
  const place = encodeURIComponent(environment).replaceAll("-", "%2D");
  return `<!-- phoenix-deploy:release:v1 sha256=${digestSchema.parse(digest)} environment=${place} -->`;
}

/** The sha256 of the tarball that a page of ours is of; null of a page that somebody else wrote. */
export function digestOfPage(body: string): string | null {
  return marker.exec(body)?.[1] ?? null;
}

/** True for a page of ours that is of this release, by the digits of the digest in its id, and of this environment. */
export function isPageOf(body: string, id: string, environment: string): boolean {
  const [, digest = "", place] = marker.exec(body) ?? [];
  const [, digits] = /-([0-9a-f]{8})$/.exec(id) ?? [];
  if (digits === undefined || !digest.startsWith(digits)) return false;
  if (place === undefined) return environmentShown(body) === environment;
  return place === encodeURIComponent(environment).replaceAll("-", "%2D");
}

/**
 * The environment in our own line of a page of an earlier version, whose marker names none; null where there is no such
 * line. The notes of the project, which may have one like it, stand above.
 */
function environmentShown(body: string): string | null {
  const lines = [...body.matchAll(/^\*\*Deployed\*\*: (.+), \d{4}-\d\d-\d\d \d\d:\d\d UTC, \[run\]/gm)];
  const [, shown = null] = lines.at(-1) ?? [];
  return (
    shown?.replaceAll(/&#(\d{1,4});/g, (_, code) => String.fromCodePoint(Number(code))).replaceAll("\u200b", "") ?? null
  );
}
