import deprecatedLicences from "spdx-license-ids/deprecated.json" with { type: "json" };
import currentLicences from "spdx-license-ids/index.json" with { type: "json" };
import { z } from "zod";
import type { ListedFile } from "./files.ts";
import type { Release } from "./release.ts";

/**
 * The software bill of materials of a release: CycloneDX 1.6, made of what is in its `lib/`. The same release of the
 * same commit has the same text.
 */

/** An application of a release, and where it came from. */
export const componentSchema = z.object({
  app: z.string(),
  version: z.string(),
  from: z.discriminatedUnion("kind", [
    z.object({
      kind: z.literal("hex"),
      package: z.string(),
      version: z.string(),
      /** `hexpm`, `hexpm:<organization>`, or the name of another repository. */
      repository: z.string(),
      /** sha256 of the package's contents, and of the package as the repository serves it. */
      inner: z.string().nullable(),
      outer: z.string().nullable(),
      /** As the package declares them. */
      licenses: z.array(z.string()),
    }),
    z.object({ kind: z.literal("git"), url: z.string(), commit: z.string() }),
    z.object({ kind: z.enum(["project", "path", "elixir", "otp", "unknown"]) }),
  ]),
  /** Applications that it is started after. */
  needs: z.array(z.string()),
});
export type Component = z.infer<typeof componentSchema>;

/** What a bill of materials is made from. */
export interface Materials {
  readonly release: Pick<Release, "name" | "version" | "digest" | "git_sha" | "otp">;
  /** Address of the repository on GitHub; null where there is no run that names it, as in a terminal. */
  readonly repository: string | null;
  readonly erts: { readonly version: string; readonly included: boolean };
  readonly components: readonly Component[];
  /** Of the release; none where they could not be listed. */
  readonly files: readonly ListedFile[];
  /** When the commit was made, ISO 8601; absent where that is unknown. */
  readonly committedAt?: string | undefined;
}

type Json = Readonly<Record<string, unknown>>;

const identifiers = new Set([...currentLicences, ...deprecatedLicences]);
const erlang = "https://github.com/erlang/otp";

/** The text of a release's bill of materials. */
export function sbomOf(materials: Materials): string {
  const { release, components, erts, committedAt } = materials;
  const known = new Set(components.map(({ app }) => app));
  const document = {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    serialNumber: `urn:uuid:${uuidOf(release.digest)}`,
    version: 1,
    metadata: {
      ...(committedAt === undefined ? {} : { timestamp: committedAt }),
      lifecycles: [{ phase: "build" }],
      tools: { components: [{ type: "application", name: "phoenix-deploy" }] },
      component: releaseComponent(materials),
    },
    components: [
      ...(erts.included ? [runtime(materials)] : []),
      ...components.toSorted(byName).map((one) => component(one, materials)),
    ],
    dependencies: [
      {
        ref: "release",
        dependsOn: [...(erts.included ? ["erts"] : []), ...components.filter(isOwn).map(refOf).sort()],
      },
      ...components.toSorted(byName).map((one) => ({
        ref: refOf(one),
        dependsOn: [...new Set(one.needs)]
          .filter((app) => known.has(app))
          .map((app) => refOf({ app }))
          .sort(),
      })),
    ],
    // Code in another language that a package brings within its own files has no package of its own to be named by.
    compositions: [{ aggregate: "incomplete", assemblies: ["release"] }],
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** A UUID of version 8, whose bits are the digest's. */
function uuidOf(digest: string): string {
  const [, a, b, c, d, e] = /^(.{8})(.{4}).(.{3}).(.{3})(.{12})/.exec(digest) ?? [];
  return `${a}-${b}-8${c}-8${d}-${e}`;
}

function byName(one: Component, other: Component): number {
  return one.app < other.app ? -1 : 1;
}

function isOwn({ from }: Component): boolean {
  return from.kind === "project";
}

function refOf({ app }: Pick<Component, "app">): string {
  return `app:${app}`;
}

function releaseComponent({ release, repository }: Materials): Json {
  const { name, version, digest, git_sha } = release;
  return {
    type: "application",
    "bom-ref": "release",
    name,
    version,
    hashes: sha256(digest),
    purl: purl("generic", name, {
      version,
      ...(repository === null ? {} : { vcs_url: `git+${repository}@${git_sha}` }),
    }),
    pedigree: commits(git_sha),
    ...(repository === null ? {} : { externalReferences: [{ type: "vcs", url: repository }] }),
  };
}

/** Erlang's runtime system, with its programs. */
function runtime({ erts, release, files }: Materials): Json {
  const { version } = erts;
  return {
    type: "platform",
    "bom-ref": "erts",
    name: "erts",
    version,
    description: `Erlang runtime system of Erlang/OTP ${release.otp}`,
    licenses: licences(["Apache-2.0"]),
    ...(/^[\w.]+$/.test(release.otp) ? { cpe: `cpe:2.3:a:erlang:erlang\\/otp:${release.otp}:*:*:*:*:*:*:*` } : {}),
    purl: purl("otp", "erts", { version, repository_url: erlang }),
    ...binaries(files, `erts-${version}/bin/`),
  };
}

function component(one: Component, { files }: Materials): Json {
  const { app, version, from } = one;
  return {
    type: from.kind === "project" ? "application" : "library",
    "bom-ref": refOf(one),
    name: from.kind === "hex" ? from.package : app,
    version: from.kind === "hex" ? from.version : version,
    ...origin(one),
    ...binaries(files, `lib/${app}-${version}/priv/`),
  };
}

/** Where a component came from, as far as CycloneDX has a word for it. */
function origin({ app, version, from }: Component): Json {
  switch (from.kind) {
    case "hex":
      return hexPackage(from);
    case "git":
      return gitRepository(app, from);
    case "elixir":
      return {
        licenses: licences(["Apache-2.0"]),
        purl: purl("otp", app, { version, repository_url: "https://github.com/elixir-lang/elixir" }),
      };
    case "otp":
      return { licenses: licences(["Apache-2.0"]), purl: purl("otp", app, { version, repository_url: erlang }) };
    case "project":
    case "path":
    case "unknown":
      return { purl: purl("otp", app, { version }), properties: [{ name: "phoenix-deploy:from", value: from.kind }] };
  }
}

function hexPackage(from: Extract<Component["from"], { kind: "hex" }>): Json {
  const { package: name, version, repository, inner, outer, licenses } = from;
  const isPublic = repository === "hexpm";
  const organization = /^hexpm:(.+)$/.exec(repository)?.[1];
  const hashes = outer !== null && isDigest(outer) ? { hashes: sha256(outer) } : {};
  const url = `https://repo.hex.pm/tarballs/${encodeURIComponent(name)}-${encodeURIComponent(version)}.tar`;
  return {
    ...hashes,
    ...(licenses.length === 0 ? {} : { licenses: licences(licenses) }),
    purl: purl("hex", organization === undefined ? name : `${organization}/${name}`, { version }),
    ...(isPublic ? { externalReferences: [{ type: "distribution", url, ...hashes }] } : {}),
    properties: [
      { name: "hex:repository", value: repository },
      ...(inner !== null && isDigest(inner) ? [{ name: "hex:inner-checksum", value: inner }] : []),
    ],
  };
}

function gitRepository(app: string, { url, commit }: Extract<Component["from"], { kind: "git" }>): Json {
  const address = publicAddress(url);
  const version = commit;
  const pedigree = commits(commit);
  if (address === null) return { purl: purl("generic", app, { version }), pedigree };
  const [, owner, name] =
    /^(?:https|ssh):\/\/(?:git@)?github\.com\/([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/.exec(address) ?? [];
  return {
    purl:
      owner === undefined || name === undefined
        ? purl("generic", app, { version, vcs_url: `git+${address}@${commit}` })
        : purl("github", `${owner}/${name}`, { version }),
    pedigree,
    externalReferences: [{ type: "vcs", url: address }],
  };
}

/** The address of a repository without a name and a password, nor in the form of scp, which is no address. */
function publicAddress(url: string): string | null {
  const scp = /^([\w.-]+)@([\w.-]+):(?!\/\/)(.+)$/.exec(url);
  const whole = scp === null ? url : `ssh://${scp[1]}@${scp[2]}/${scp[3]}`;
  if (!URL.canParse(whole)) return null;
  const address = new URL(whole);
  address.password = "";
  if (address.protocol !== "ssh:") address.username = "";
  return address.href;
}

function commits(id: string): Json {
  return { commits: [{ uid: id }] };
}

/** Licences that SPDX knows by their identifier, else by the name that the package gives. */
function licences(names: readonly string[]): readonly Json[] {
  const given = [...new Set(names.map((name) => name.trim().slice(0, 200)))].filter((name) => name !== "");
  return given.map((name) => ({
    license: { ...(identifiers.has(name) ? { id: name } : { name }), acknowledgement: "declared" },
  }));
}

function sha256(content: string): readonly Json[] {
  return [{ alg: "SHA-256", content }];
}

function isDigest(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}

/** A package URL of a registered type: `hex`, `otp`, `github` or `generic`. */
function purl(type: string, name: string, { version, ...qualifiers }: Qualified): string {
  const path = name.split("/").map(encodeURIComponent).join("/");
  const more = Object.entries(qualifiers).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  const named = type === "generic" ? path : path.toLowerCase();
  return `pkg:${type}/${named}@${encodeURIComponent(version)}${more.length === 0 ? "" : `?${more.join("&")}`}`;
}

/** The version of a package, and where it is found. */
interface Qualified {
  readonly version: string;
  readonly vcs_url?: string;
  readonly repository_url?: string;
}

/** Programs and shared libraries, such as NIFs, with their sha256. */
function binaries(files: readonly ListedFile[], folder: string): Json {
  const found = files.filter(
    ({ type, path, mode }) =>
      type === "f" && path.startsWith(folder) && (/\.so(\.\d+)*$/.test(path) || /[1357]/.test(mode)),
  );
  if (found.length === 0) return {};
  return {
    components: found
      .toSorted((one, other) => (one.path < other.path ? -1 : 1))
      .map(({ path, content }) => ({ type: "file", "bom-ref": `file:${path}`, name: path, hashes: sha256(content) })),
  };
}
