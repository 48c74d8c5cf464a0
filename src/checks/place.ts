import { join, relative } from "node:path";
import type { Finding } from "../domain/result.ts";

/** Where a finding is, from what a tool told: lines and columns below 1 are no places. `path` maps a file to the repository. */
export function placed(
  told: {
    readonly file?: string | null | undefined;
    readonly line?: number | null | undefined;
    readonly column?: number | null | undefined;
  },
  path: (file: string) => string,
): Pick<Finding, "file" | "line" | "column"> {
  const { file, line, column } = told;
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
