import { isAbsolute, join, relative } from "node:path";
import type { Finding } from "../domain/evidence/result.ts";
import type { Project } from "../domain/validation/project.ts";
import type { Files } from "../ports/files.ts";

/**
 * Where a finding is, from what a tool reported: lines and columns below 1 are no places. `path` maps a file to the
 * repository.
 */
export function placed(
  place: {
    readonly file?: string | null | undefined;
    readonly line?: number | null | undefined;
    readonly column?: number | null | undefined;
  },
  path: (file: string) => string,
): Pick<Finding, "file" | "line" | "column"> {
  const { file, line, column } = place;
  if (file == null || file === "") return {};
  return {
    file: path(file),
    ...(line == null || line < 1 ? {} : { line }),
    ...(line == null || line < 1 || column == null || column < 1 ? {} : { column }),
  };
}

/** A path as GitHub wants it: from the repository's root. Paths outside stay as they are. */
export function fromRoot(root: string, project: string, file: string): string {
  const away = relative(root, file.startsWith("/") ? file : join(project, file));
  return away.startsWith("..") ? file : away;
}

/**
 * Compilers name a file of an umbrella as its own app knows it. Maps those that exactly one app has to where they are;
 * all others stay out.
 */
export async function withinApps(
  files: readonly string[],
  folders: Project["folders"],
  exists: Files["exists"],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const file of new Set(files.filter((one) => !isAbsolute(one)))) {
    const at = Object.values(folders).map((folder) => join(folder, file));
    const there = await Promise.all(at.map(exists));
    const [only, second] = at.filter((_, index) => there[index]);
    if (only !== undefined && second === undefined) found.set(file, only);
  }
  return found;
}
