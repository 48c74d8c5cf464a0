import { fileList, isListable, type ListedFile } from "../domain/release/files.ts";
import type { CheckContext } from "./context.ts";

/** The list of a release's files, or why there is none. */
export type Listed =
  | { readonly text: string; readonly count: number; readonly bytes: number; readonly files: readonly ListedFile[] }
  | { readonly why: string };

/** Of the output of a tool that names each file once. */
const keepBytes = 64 << 20;

/** Lists an assembled release as it is packed: folders, links, and files with their sha256. */
export async function listFiles({ shell, limitMs }: CheckContext, folder: string): Promise<Listed> {
  const options = { cwd: folder, limitMs, onCancel: "end", keepBytes } as const;
  const format = "%y\\t%m\\t%s\\t%P\\t%l\\0";
  const [listed, summed] = await Promise.all([
    shell.run({ argv: ["find", ".", "-mindepth", "1", "-printf", format], ...options }),
    shell.run({ argv: ["find", ".", "-type", "f", "-exec", "sha256sum", "--zero", "--", "{}", "+"], ...options }),
  ]);
  if (listed.code !== 0 || summed.code !== 0) return { why: "since its files could not be read" };
  const sums = new Map(summed.stdout.split("\0").map((line) => [line.slice(68), line.slice(0, 64)]));
  const files: ListedFile[] = [];
  for (const line of listed.stdout.split("\0").slice(0, -1)) {
    const [kind = "", mode = "", bytes = "", path = "", ...target] = line.split("\t");
    const type = kind === "f" || kind === "d" || kind === "l" ? kind : null;
    const content = type === null ? undefined : { f: sums.get(path), d: "-", l: target[0] }[type];
    if (type === null || content === undefined || target.length !== 1 || !isListable(path))
      return { why: `since it cannot hold \`${path.replaceAll(/\p{Cc}/gu, "?")}\`` };
    files.push({ type, mode: packedMode(type, mode), bytes: type === "f" ? Number(bytes) : 0, content, path });
  }
  const bytes = files.reduce((sum, one) => sum + one.bytes, 0);
  return { text: fileList(files), count: files.length, bytes, files };
}

/** As tar is asked to pack it: without what the umask of this machine or the group of a folder left. */
function packedMode(type: ListedFile["type"], mode: string): string {
  if (type === "l") return "777";
  const bits = Number.parseInt(mode, 8) & ~(type === "d" ? 0o3022 : 0o2022);
  return bits.toString(8).padStart(3, "0");
}
