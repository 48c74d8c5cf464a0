import { lstat, readdir, readlink, realpath } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, resolve } from "node:path";

/** A symbolic link, and where it ends. */
export interface SymbolicLink {
  readonly path: string;
  readonly to: string;
}

/** How deep below a folder of our own anything is written. */
const depth = 3;

/** The first symbolic link, at a folder or below it, that leads out of `root`; null where there is none. */
export async function linkOut(root: string, folder: string): Promise<SymbolicLink | null> {
  // Every action asks before its first line: what is not there costs one look.
  const at = await lstat(folder).catch(() => null);
  if (at === null) return null;
  const inside = await realpath(root);
  const to = await endOf(folder);
  if (leadsOut(inside, to)) return { path: folder, to };
  return at.isDirectory() ? search(inside, folder, depth) : null;
}

async function search(root: string, folder: string, more: number): Promise<SymbolicLink | null> {
  const entries = (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    const to = entry.isSymbolicLink() ? await endOf(path) : null;
    if (to !== null && leadsOut(root, to)) return { path, to };
    const found = entry.isDirectory() && more > 1 ? await search(root, path, more - 1) : null;
    if (found !== null) return found;
  }
  return null;
}

function leadsOut(root: string, to: string): boolean {
  const away = relative(root, to);
  return away.startsWith("..") || isAbsolute(away);
}

/** Where a path ends; of a link that leads nowhere, what it names. */
async function endOf(path: string): Promise<string> {
  return realpath(path).catch(async () => resolve(await realpath(dirname(path)), await readlink(path)));
}
