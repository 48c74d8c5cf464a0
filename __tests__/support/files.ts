// Files in memory, as the port promises them.
import { createHash } from "node:crypto";
import type { Files } from "../../src/ports/files.ts";

/** The files of a machine that has no disk. `files` may be looked at and changed. */
export function memoryFiles(files = new Map<string, string>()): Files & { readonly files: Map<string, string> } {
  const below = (folder: string) => [...files.keys()].filter((path) => path.startsWith(`${folder}/`));
  return {
    files,
    read: async (path) => files.get(path) ?? null,
    write: async (path, text) => void files.set(path, text),
    digest: async (path, first) => {
      const text = files.get(path);
      return text === undefined
        ? null
        : {
            sha256: createHash("sha256").update(Buffer.from(text).subarray(0, first)).digest("hex"),
            bytes: Buffer.byteLength(text),
          };
    },
    list: async (folder) =>
      [...new Set(below(folder).map((path) => path.slice(folder.length + 1).split("/")[0] ?? ""))].sort(),
    below: async (folder, skip) =>
      below(folder)
        .filter((path) => !path.split("/").some((name) => skip.includes(name)))
        .sort(),
    exists: async (path) => files.has(path) || below(path).length > 0,
    remove: async (path) => {
      for (const one of [path, ...below(path)]) files.delete(one);
    },
    makeFolder: async () => undefined,
    move: async (from, to) => {
      const text = files.get(from);
      if (text === undefined) throw new Error(`${from} is not there`);
      files.delete(from);
      files.set(to, text);
    },
  };
}
