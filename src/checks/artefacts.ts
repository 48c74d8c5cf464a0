import { z } from "zod";

/** What our Elixir helpers leave behind: one file a check, whole or not at all. */

const place = { file: z.string().nullish(), line: z.int().nullish(), column: z.int().nullish() };

export const projectSchema = z.object({
  app: z.string().nullable(),
  version: z.string().nullable(),
  umbrella: z.boolean(),
  releases: z.array(z.string()),
  deps: z.array(z.string()),
  hex: z.boolean(),
  elixir: z.string(),
  otp: z.string(),
});
export type Project = z.infer<typeof projectSchema>;

export const compileSchema = z.union([
  z.object({ status: z.enum(["ok", "error"]), diagnostics: z.array(z.object({ severity: z.string(), message: z.string(), ...place })) }),
  z.object({ status: z.literal("could_not_run"), message: z.string() }),
]);
export type CompileArtefact = z.infer<typeof compileSchema>;

export const formatSchema = z.object({ status: z.enum(["ok", "failed", "syntax_error"]), message: z.string().default(""), ...place });
export type FormatArtefact = z.infer<typeof formatSchema>;

export const suiteSchema = z.object({
  passed: z.int(),
  skipped: z.int(),
  excluded: z.int(),
  failures: z.array(z.object({ name: z.string(), message: z.string(), ...place })),
  slow: z.array(z.object({ name: z.string(), us: z.int() })),
});
export type SuiteArtefact = z.infer<typeof suiteSchema>;

export const testSchema = z.object({
  status: z.enum(["ran", "could_not_run"]),
  message: z.string().default(""),
  unmatched: z.array(z.string()).default([]),
});
export type TestArtefact = z.infer<typeof testSchema>;

export const coverageSchema = z.object({
  exports: z.int(),
  message: z.string().default(""),
  modules: z.array(
    z.object({ module: z.string(), file: z.string().nullable(), relevant: z.int(), covered: z.int(), uncovered: z.array(z.int()) }),
  ),
});
export type CoverageArtefact = z.infer<typeof coverageSchema>;

export const releaseArtefactSchema = z.object({
  status: z.enum(["assembled", "failed"]),
  path: z.string().default(""),
  message: z.string().default(""),
});
export type ReleaseArtefact = z.infer<typeof releaseArtefactSchema>;
