import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { access, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Files } from "../ports/files.ts";

/** Files on this machine. Writes are whole or not at all: a temporary file beside, synced, renamed. */
export function filesAdapter(): Files {
  return {
    read,
    write,
    async digest(path, first) {
      const size = await stat(path).catch(absent);
      if (size === null) return null;
      const hash = createHash("sha256");
      const part = first === undefined ? {} : { end: first - 1 };
      if (first !== 0) for await (const chunk of createReadStream(path, part)) hash.update(chunk);
      return { sha256: hash.digest("hex"), bytes: size.size };
    },
    list: async (folder) => ((await readdir(folder).catch(absent)) ?? []).sort(),
    async below(folder, skip) {
      const entries = (await readdir(folder, { withFileTypes: true }).catch(absent)) ?? [];
      const found = entries
        .filter((one) => !skip.includes(one.name))
        .map(async (one) => {
          const path = join(folder, one.name);
          return one.isDirectory() ? this.below(path, skip) : [path];
        });
      return (await Promise.all(found)).flat().sort();
    },
    exists: (path) =>
      access(path).then(
        () => true,
        () => false,
      ),
    remove: (path) => rm(path, { recursive: true, force: true }),
    makeFolder: async (path) => {
      await mkdir(path, { recursive: true });
    },
    async move(from, to) {
      await mkdir(dirname(to), { recursive: true });
      await rename(from, to);
    },
  };
}

async function read(path: string, maxBytes: number): Promise<string | null> {
  const file = await open(path, "r").catch(absent);
  if (file === null) return null;
  try {
    const { size } = await file.stat();
    if (size > maxBytes) throw new Error(`${path} has ${size} bytes; at most ${maxBytes} are read`);
    return new TextDecoder("utf-8", { fatal: true }).decode(await file.readFile());
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw code === "ERR_ENCODING_INVALID_ENCODED_DATA" ? new Error(`${path} is not UTF-8 text`) : error;
  } finally {
    await file.close();
  }
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const beside = `${path}.tmp-${randomUUID()}`;
  const file = await open(beside, "w");
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, path);
}

/** Turns "no such file" into null and lets every other fault through. */
function absent(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT" || error.code === "ENOTDIR") return null;
  throw error;
}
