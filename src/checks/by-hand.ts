import type { z } from "zod";
import type { ByHand, Options } from "./define.ts";

/** A tool that mix.exs keeps out of the `dev` build is not known there. */
export function inBuild({ project }: Pick<ByHand, "project">, tool: string, command: string): string {
  const only = project?.deps[tool] ?? [];
  return only.length === 0 || only.includes("dev") ? command : `MIX_ENV=test ${command}`;
}

/** What makes the release: an alias decides by itself, and may not know an argument. */
export function releaseCommand({ project, app, version }: Pick<ByHand, "project" | "app" | "version">): string {
  if (project?.aliases["release"] !== undefined) return "rm -rf _build/prod/rel && MIX_ENV=prod mix release";
  const wanted = [app, project?.app].find((name) => name != null && project?.releases.includes(name));
  // Assets first, as the check does it; tailwind reads what the compilation leaves.
  const assets = project?.aliases["assets.deploy"] === undefined ? "" : "do compile, assets.deploy, ";
  const named = project?.chosen === "named" ? ` ${wanted ?? project.release}` : "";
  return `MIX_ENV=prod mix ${assets}release${named} --overwrite${version === null ? "" : ` --version ${version}`}`;
}

/**
 * The command that shows a person the same by hand, from the repository's root; empty where there is none. Where a
 * check does not apply there is nothing to show.
 */
export function reproduceOf<Shape extends z.ZodRawShape>(
  check: { byHand(facts: ByHand, options: Options<Shape>): string },
  facts: ByHand,
  options: Options<Shape>,
): string {
  if (facts.judgement?.reason_code === "not_applicable") return "";
  return inFolder(facts.folder, check.byHand(facts, options));
}

/** A command for a folder of the repository, from its root. */
export function inFolder(folder: string, command: string): string {
  return command === "" || folder === "" ? command : `cd '${folder.replaceAll("'", "'\\''")}' && ${command}`;
}
