import { z } from "zod";
import { componentSchema } from "../domain/release/sbom.ts";

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
  /** What is in its `lib/`; null where that could not be read. */
  components: z.array(componentSchema).nullish(),
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
