/**
 * The list of a release's files, beside its tarball: one line each, `type <TAB> mode <TAB> bytes <TAB> sha256 <TAB>
 * path`. A link has its target in the place of the sha256; folders come before what lies in them. The host program
 * reads the same text by the same rules.
 */

/** A file, folder or link of a release. */
export interface ListedFile {
  readonly type: "f" | "d" | "l";
  /** Three octal digits. */
  readonly mode: string;
  readonly bytes: number;
  /** sha256 of a file, target of a link, `-` of a folder. */
  readonly content: string;
  /** From the release's root. */
  readonly path: string;
}

/** The text of a list. */
export function fileList(files: readonly ListedFile[]): string {
  const inOrder = files.toSorted((one, other) => Buffer.compare(Buffer.from(one.path), Buffer.from(other.path)));
  return inOrder.map((one) => `${[one.type, one.mode, one.bytes, one.content, one.path].join("\t")}\n`).join("");
}

/** Reads a list: its files, or a sentence that names the first line that no release may have. */
export function readFileList(text: string): readonly ListedFile[] | string {
  const files: ListedFile[] = [];
  const types = new Map<string, string>();
  const lines = text.endsWith("\n") ? text.slice(0, -1).split("\n") : text.split("\n");
  for (const line of lines) {
    const [type = "", mode = "", bytes = "", content = "", path = "", ...more] = line.split("\t");
    const one = { type, mode, bytes: Number(bytes), content, path };
    const why = notUnderstood(line, more) ?? badPath(path) ?? badPlace(path, types) ?? badKind(one, bytes);
    if (why !== null) return `\`${visible(path === "" ? line : path)}\` ${why}`;
    types.set(path, type);
    files.push(one as ListedFile);
  }
  return files;
}

/** True for a name that a list can hold. */
export function isListable(path: string): boolean {
  return notUnderstood(path, []) === null && !/[\t\n]/.test(path) && badPath(path) === null;
}

function notUnderstood(line: string, more: readonly string[]): string | null {
  // Control characters but the tabs of the line, backslashes, and what is no UTF-8.
  return more.length > 0 || /[\p{Cc}\\\ufffd]/u.test(line.replaceAll("\t", "")) ? "is not understood" : null;
}

function badPath(path: string): string | null {
  if (path.startsWith("/")) return "is an absolute path";
  if (path === "" || Buffer.byteLength(path) > 1_024 || /\/\.?\//.test(`/${path}/`))
    return "is no plain path below the release";
  return /\/\.\.\//.test(`/${path}/`) ? "has `..` in its path" : null;
}

function badPlace(path: string, types: ReadonlyMap<string, string>): string | null {
  if (types.has(path)) return "is listed twice";
  const folder = folderOf(path);
  return folder !== "" && types.get(folder) !== "d" ? "lies in no folder of the list" : null;
}

/** A line as it was read. */
type Line = Omit<ListedFile, "type" | "bytes"> & { readonly type: string };

function badKind({ type, mode, content, path }: Line, bytes: string): string | null {
  if (!/^[0-7]{3}$/.test(mode)) return `has the mode ${mode}`;
  if (type !== "l" && /[2367]$/.test(mode)) return "may be written by everybody";
  if (!/^\d{1,13}$/.test(bytes)) return "has no size";
  switch (type) {
    case "f":
      return /^[0-9a-f]{64}$/.test(content) ? null : "has no sha256";
    case "d":
      return null;
    case "l":
      return climbs(folderOf(path), content) ? "is a link out of the release" : null;
    default:
      return "is neither a file nor a folder nor a link";
  }
}

function folderOf(path: string): string {
  return path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
}

/** Since nothing lies behind a link, and `..` may only begin a target, its text says where it leads. */
function climbs(folder: string, target: string): boolean {
  if (target === "" || target.startsWith("/")) return true;
  const parts = target.split("/");
  const first = parts.findIndex((part) => part !== ".." && part !== "." && part !== "");
  const leading = first === -1 ? parts : parts.slice(0, first);
  const up = leading.filter((part) => part === "..").length;
  return up > (folder === "" ? 0 : folder.split("/").length) || parts.slice(leading.length).includes("..");
}

function visible(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, " ").slice(0, 200);
}
