import { lstat, readdir, readlink, realpath } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, resolve } from "node:path";

/** A symbolic link, and where it ends. */
export interface Link {
  readonly path: string;
  readonly to: string;
}

/** How deep below a folder of our own anything is written. */
const depth = 3;

/** The first symbolic link, at a folder or below it, that leads out of `root`; null where there is none. */
export async function linkOut(root: string, folder: string): Promise<Link | null> {
  return search(await realpath(root), folder, depth);
}

async function search(root: string, path: string, more: number): Promise<Link | null> {
  const at = await lstat(path).catch(() => null);
  if (at === null) return null;
  const to = at.isSymbolicLink() ? await endOf(path) : await realpath(path);
  const away = relative(root, to);
  if (away.startsWith("..") || isAbsolute(away)) return { path, to };
  if (!at.isDirectory() || more === 0) return null;
  for (const name of (await readdir(path)).sort()) {
    const found = await search(root, join(path, name), more - 1);
    if (found !== null) return found;
  }
  return null;
}

/** Where a link ends; of one that leads nowhere, what it names. */
async function endOf(path: string): Promise<string> {
  return realpath(path).catch(async () => resolve(await realpath(dirname(path)), await readlink(path)));
}
