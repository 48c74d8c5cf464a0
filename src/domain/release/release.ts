import { createHash } from "node:crypto";
import { z } from "zod";

/** A sha256 as 64 lower-case hexadecimal digits. */
export const digestSchema = z.string().regex(/^[0-9a-f]{64}$/, "must be a sha256: 64 lower-case hexadecimal digits");

/** A git object id, as git prints it whole. */
export const gitIdSchema = z.string().regex(/^[0-9a-f]{40,64}$/, "must be a full git object id");

/** Names that become file names, node names and journal words: no separators, no white space, no leading dot. */
export const nameSchema = z
  .string()
  .regex(
    /^[A-Za-z0-9_][A-Za-z0-9._-]{0,63}$/,
    "must be 1 to 64 letters, digits, `.`, `_` or `-`, and start with a letter, digit or `_`",
  )
  .refine((name) => !(name in {}), "must not be a name that every JavaScript object has, such as `constructor`");

/** SemVer 2.0.0, as Elixir's `Version` takes it; at most 64 characters. */
export const versionSchema = z
  .string()
  .max(64)
  .regex(
    /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?(\+[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?$/,
    "must be a SemVer version such as 1.4.0",
  );

/**
 * The manifest of a release: written by `validate` beside the tarball, checked by every later stage. A release is built
 * once, and the same artifact is promoted.
 */
export const releaseSchema = z.object({
  schema_version: z.literal(1),
  app: nameSchema,
  /** The name of the release in mix.exs; `bin/<name>` starts it. */
  name: nameSchema,
  version: versionSchema,
  git_sha: gitIdSchema,
  git_tree: gitIdSchema,
  /** sha256 of the tarball's bytes. */
  digest: digestSchema,
  bytes: z.int().positive(),
  /** File name of the tarball, beside the manifest. */
  file: z.string().regex(/^[A-Za-z0-9._+-]+\.tar\.gz$/),
  elixir: z.string(),
  otp: z.string(),
  os: z.string(),
  arch: z.string(),
  /** Names of the variables without which its configuration was seen not to load; absent in older manifests. */
  environment: z
    .array(z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,99}$/))
    .max(200)
    .optional(),
  /**
   * The list of its files beside the tarball, and the sha256 of that: a host is sent only what it lacks. A list of its
   * own, since a manifest is part of every evidence. Absent where an earlier version wrote it, and where a name does
   * not fit a list.
   */
  files: z
    .object({
      file: z.string().regex(/^[A-Za-z0-9._+-]+\.files$/),
      sha256: digestSchema,
      count: z.int().positive(),
      /** Of the files, unpacked. */
      bytes: z.int().nonnegative(),
    })
    .optional(),
  /**
   * Its software bill of materials beside the tarball (CycloneDX), and the sha256 of that. Absent where an earlier
   * version wrote it, and where what is in it could not be read.
   */
  sbom: z
    .object({ file: z.literal("sbom.cdx.json"), sha256: digestSchema, components: z.int().nonnegative() })
    .optional(),
  /** What its binaries need of the host; absent where an earlier version wrote it. */
  needs: z
    .object({
      /** The C library that they are linked with; null where none is. */
      libc: z.enum(["glibc", "musl"]).nullable(),
      /** The least version of glibc with every symbol that they need, such as `2.34`. */
      glibc: z
        .string()
        .regex(/^\d+(\.\d+)+$/)
        .nullable(),
      /** Shared libraries of OpenSSL by their file names, such as `libcrypto.so.3`. */
      openssl: z.array(z.string().regex(/^lib(crypto|ssl)\.so\.[0-9.]+$/)),
    })
    .optional(),
  built_by: z.object({
    run_id: z.string(),
    run_attempt: z.string(),
    url: z.string(),
    /** Name of the artifact that it is uploaded in; absent where it is the one of the examples. */
    artifact: z.string().max(256).optional().catch(undefined),
  }),
});
export type Release = z.infer<typeof releaseSchema>;

/** Name of the artifact of the run that built the release, in which it is. */
export function artifactOf({ built_by }: Pick<Release, "built_by">): string {
  return built_by.artifact ?? `phoenix-deploy-validate-${built_by.run_attempt}`;
}

/** The text of a release's manifest. */
export function manifestOf(release: Release): string {
  return `${JSON.stringify(release, null, 2)}\n`;
}

/** sha256 of a manifest's text: pins all that it says, beside the digest of the tarball. */
export function manifestDigest(release: Release): string {
  return createHash("sha256").update(manifestOf(release)).digest("hex");
}

/**
 * The folder of a release on a host and its name in the journal: `<version>-<digest8>`. Two builds of one version
 * differ in it.
 */
export function releaseId(release: Pick<Release, "version" | "digest">): string {
  return `${release.version}-${release.digest.slice(0, 8)}`;
}

/** The version that a release id names. */
export function releaseVersionOf(id: string): string {
  return id.replace(/-[0-9a-f]{8}$/, "");
}
