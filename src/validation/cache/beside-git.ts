import { createHash } from "node:crypto";
import { isAbsolute, join, relative } from "node:path";
import type { Project } from "../../domain/validation/project.ts";
import type { Files } from "../../ports/files.ts";

/**
 * What a result rests on and git does not hold: its digest, or why there is none. Without one no result of an earlier
 * run is taken.
 */
export type Beside = { readonly digest: string } | { readonly unknown: string };

/** Folders that are made from what git holds, and pinned by it: mix.lock and its kind. */
const made = ["_build", "deps", "cover", "doc", "node_modules", ".elixir_ls", ".git"];

/** PLTs are dialyzer's own cache, and large. */
const caches = /\.plt(\.hash)?$/;

/** Most files, and bytes of them, that are read to find out whether they changed. */
const maxFiles = 5_000;
const maxBytes = 256 << 20;

/**
 * The files that git ignores and that exist, such as `.env`, `config/*.secret.exs`, built assets or a database:
 * `ignored` as git lists them.
 */
export async function ignoredFiles(
  ignored: readonly string[],
  { files, workspace, own }: { readonly files: Files; readonly workspace: string; readonly own: readonly string[] },
): Promise<Beside> {
  const mine = ignored.filter(
    (path) => !path.split("/").some((name) => made.includes(name)) && !own.some((folder) => inside(path, folder)),
  );
  const all = mine.map((path) =>
    path.endsWith("/") ? files.below(join(workspace, path.slice(0, -1)), made) : [join(workspace, path)],
  );
  return digestOf([...new Set((await Promise.all(all)).flat())], workspace, files);
}

/** The path dependencies that lie outside the repository. */
export async function pathDependencies(project: Project, files: Files, workspace: string): Promise<Beside> {
  if (project.paths == null) return { unknown: "mix does not say which path dependencies there are" };
  const outside = project.paths.filter(
    (path) => relative(workspace, path).startsWith("..") || isAbsolute(relative(workspace, path)),
  );
  const all = await Promise.all(outside.map((folder) => files.below(folder, made)));
  return digestOf([...new Set(all.flat())], workspace, files);
}

/** True for a path of this folder, which ends with or without a slash. */
function inside(path: string, folder: string): boolean {
  return path === folder || path === `${folder}/` || path.startsWith(`${folder}/`);
}

async function digestOf(all: readonly string[], workspace: string, files: Files): Promise<Beside> {
  const paths = all.filter((path) => !caches.test(path)).sort();
  if (paths.length > maxFiles) return { unknown: `${paths.length} files that git does not hold may change it` };
  const hash = createHash("sha256");
  let bytes = 0;
  for (const path of paths) {
    const digest = await files.digest(path).catch(() => null);
    const name = relative(workspace, path);
    // A link to a folder, a socket, a file that nobody may read.
    if (digest === null) return { unknown: `git does not hold ${name}, and it cannot be read` };
    bytes += digest.bytes;
    if (bytes > maxBytes) return { unknown: "git does not hold files of more than 256 MiB that may change it" };
    hash.update(`${name}\0${digest.sha256}\0`);
  }
  return { digest: hash.digest("hex") };
}
