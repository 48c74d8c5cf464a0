import { z } from "zod";

/**
 * What our Elixir helpers leave behind: one file a step, whole or not at all, with the milliseconds that it took as
 * `ms`.
 */

const place = { file: z.string().nullish(), line: z.int().nullish(), column: z.int().nullish() };

/**
 * A step that did not come to its end: it raised, went over its limit, or stands on a tool that this build does not
 * have.
 */
export const stoppedSchema = z.union([
  z.object({ status: z.literal("could_not_run"), message: z.string() }),
  z.object({
    status: z.literal("timed_out"),
    /** Tests that were running by then. */
    running: z.array(z.object({ module: z.string(), name: z.string(), ...place })).default([]),
  }),
  z.object({ status: z.literal("absent") }),
]);

export const projectSchema = z.object({
  app: z.string().nullable(),
  version: z.string().nullable(),
  /** By name, of the apps and of the releases. */
  versions: z.record(z.string(), z.string().nullable()),
  umbrella: z.boolean(),
  /** Absolute folders of the apps, by name: one, or those of an umbrella. */
  folders: z.record(z.string(), z.string()),
  releases: z.array(z.string()),
  /** The one that `mix release` makes when it is given no name; null where mix would make none. */
  release: z.string().nullable(),
  /** Why this one: `named` where mix has to be given its name. */
  chosen: z.string().optional(),
  /** Direct dependencies, each with the builds that mix.exs keeps it to; none means all. */
  deps: z.record(z.string(), z.array(z.string())),
  aliases: z.record(z.string(), z.array(z.string())),
  /** Absolute folders of path dependencies; null or absent where mix cannot say. */
  paths: z.array(z.string()).nullish(),
  /** Hex's version; null when it is not installed. */
  hex: z.string().nullable(),
  elixir: z.string(),
  otp: z.string(),
});
export type Project = z.infer<typeof projectSchema>;

/**
 * The version that ships as mix resolves it: the release's, and in an umbrella that of the release or app of this name;
 * null when mix names none.
 */
export function versionOf(project: Project, name: string): string | null {
  const shipped = project.umbrella ? name : (project.release ?? name);
  return project.versions[shipped] ?? project.version;
}

export const compileSchema = z.object({
  status: z.enum(["ok", "error"]),
  /**
   * Whether `mix compile --warnings-as-errors` fails on the warnings: it accepts those of Erlang's compiler. Absent
   * means that each of them counts.
   */
  refused: z.boolean().optional(),
  diagnostics: z.array(z.object({ severity: z.string(), message: z.string(), ...place })),
});
export type CompileArtefact = z.infer<typeof compileSchema>;

export const formatSchema = z.object({
  status: z.enum(["ok", "failed", "syntax_error"]),
  message: z.string().default(""),
  ...place,
  /**
   * Files that the patterns of .formatter.exs match, files that it excludes, and the folders of the apps: all from the
   * project's folder.
   */
  read: z.array(z.string()),
  excluded: z.array(z.string()).default([]),
  apps: z.array(z.string()).default([]),
});
export type FormatArtefact = z.infer<typeof formatSchema>;

export const suiteSchema = z.object({
  tests: z.array(
    z.object({
      module: z.string(),
      name: z.string(),
      file: z.string().nullish(),
      line: z.int().nullish(),
      us: z.number(),
      state: z.enum(["passed", "failed", "skipped", "excluded", "invalid"]),
      message: z.string(),
    }),
  ),
  /** Each setup_all that failed. */
  setups: z.array(z.object({ module: z.string(), ...place, what: z.string(), message: z.string() })).default([]),
});
/** One run of an ExUnit suite, test by test; an umbrella has one for each app. */
export type SuiteArtefact = z.input<typeof suiteSchema>;

export const testSchema = z.object({
  status: z.literal("ran"),
  /** Files that hold tests which mix test did not load, and how many. */
  unmatched: z.array(z.object({ file: z.string(), tests: z.int() })).default([]),
  /** mix test ended with an exit of its own, as it does for a suite that failed. */
  failed: z.boolean().default(false),
});
export type TestArtefact = z.infer<typeof testSchema>;

export const coverageSchema = z.object({
  status: z.literal("ran"),
  modules: z.array(
    z.object({
      module: z.string(),
      file: z.string().nullable(),
      relevant: z.int(),
      covered: z.int(),
      uncovered: z.array(z.int()),
    }),
  ),
  /** The project's own coverage tool, and the percentage that it demands. */
  tool: z.object({
    name: z.string(),
    threshold: z.number().nullable(),
    /** Whether Mix prints a total; `summary: false` keeps it from that. */
    prints: z.boolean().optional(),
  }),
});
export type CoverageArtefact = z.infer<typeof coverageSchema>;

const printed = { code: z.int(), stdout: z.string(), stderr: z.string() };
/** How a tool of the project ended, run as a person would. */
const printedSchema = z.object(printed);

/**
 * credo, how many files and checks it worked with, and the issues that its configuration lets inform only; null where
 * it did not come so far.
 */
export const credoSchema = z.object({
  status: z.literal("ran"),
  ...printed,
  read: z
    .object({
      files: z.int(),
      checks: z.int(),
      informing: z
        .array(z.object({ check: z.string(), filename: z.string(), line_no: z.int().nullable(), message: z.string() }))
        .optional(),
    })
    .nullable(),
});
export type CredoArtefact = z.infer<typeof credoSchema>;

export const sobelowSchema = z.object({
  status: z.literal("ran"),
  scans: z.array(
    z.object({
      /** The app's absolute folder. */
      folder: z.string(),
      /** The text of the report; null when none was written. */
      report: z.string().nullable(),
      /** Source files that there are, and the absolute paths of those that cannot be parsed. */
      files: z.int(),
      unread: z.array(z.string()),
      ...printed,
    }),
  ),
});
/** One app's scan. */
export type Scan = z.infer<typeof sobelowSchema>["scans"][number];

/** dialyzer, and where its PLT lies, whether it was there or had to be made, and the milliseconds that this took. */
export const dialyzerSchema = z.union([
  z.object({ status: z.literal("no_dialyzer") }),
  z.object({
    status: z.literal("ran"),
    ...printed,
    plt: z.object({ file: z.string(), state: z.enum(["warm", "updated", "built"]), took: z.int() }),
  }),
]);
export type DialyzerArtefact = z.infer<typeof dialyzerSchema>;

/** Hex's version, and how many of its packages are in mix.lock. */
export const hexAuditSchema = z.object({ status: z.literal("ran"), ...printed, hex: z.string(), packages: z.int() });
export type HexAuditArtefact = z.infer<typeof hexAuditSchema>;

export const depsAuditSchema = z.object({
  status: z.literal("ran"),
  ...printed,
  /** Packages of Hex in mix.lock. */
  packages: z.int(),
  ignored: z.array(z.string()),
  /** Advisories that lie beside mix_audit, and whether git brought them in this run. */
  database: z.object({ advisories: z.int(), fetched: z.boolean() }),
});
export type DepsAuditArtefact = z.infer<typeof depsAuditSchema>;

export const unusedDepsSchema = z.object({
  status: z.literal("ran"),
  /** Packages in mix.lock. */
  packages: z.int(),
  /** Those of them that are not fetched. */
  absent: z.array(z.string()).default([]),
  unused: printedSchema,
  /** Whether what is fetched is what mix.exs and mix.lock ask for. */
  loaded: printedSchema,
  /**
   * Whether mix.lock says all that mix.exs needs, and is the same afterwards: not asked where it is not fetched, or mix
   * is too old to be asked.
   */
  locked: z.union([printedSchema.extend({ same: z.boolean() }), z.object({ status: z.literal("absent") })]),
});
export type UnusedDepsArtefact = z.infer<typeof unusedDepsSchema>;

const assembledSchema = z.object({
  status: z.literal("ran"),
  name: z.string(),
  /** As the release itself knows it. */
  version: z.string(),
  path: z.string(),
  /** Why this one: mix's own choice (the application, the only release, `default_release`), or ours among several. */
  chosen: z.enum(["app", "only", "default", "named"]),
  /** Those of mix.exs. */
  releases: z.array(z.string()),
  /** The project's own applications that it starts and does not do without. */
  starts: z.array(z.string()),
  /** The project's application and its version in mix.exs; null of an umbrella. */
  app: z.object({ name: z.string(), version: z.string().nullable() }).nullable(),
  /** Version of the Erlang runtime system, and whether it is part of the release. */
  erts: z.object({ version: z.string(), included: z.boolean() }),
  assets: z.array(z.string()),
});
/** A release that was assembled. */
export type ReleaseArtefact = z.infer<typeof assembledSchema>;

export const releaseArtefactSchema = z.union([
  assembledSchema,
  /** Nothing was made: an umbrella without `releases:`, or an alias of `release` that makes none. */
  z.object({
    status: z.literal("none_made"),
    aliased: z.boolean(),
    apps: z.array(z.string()),
    version: z.string().nullable(),
  }),
]);
export type NoReleaseArtefact = Extract<z.infer<typeof releaseArtefactSchema>, { status: "none_made" }>;
