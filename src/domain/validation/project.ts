import { z } from "zod";

/** What mix knows of the project. */
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
