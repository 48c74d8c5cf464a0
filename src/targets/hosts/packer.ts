import { createHash } from "node:crypto";
import { join } from "node:path";
import { packListed, unpackInto } from "../../commands/tar.ts";
import { type ListedFile, readFileList } from "../../domain/release/files.ts";
import type { TargetOptions, Upload } from "../target.ts";

/** A file on this machine that is sent to hosts. */
export interface Sendable {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** What has no value since something about the release's files is wrong, in words. */
type Wrong = { readonly wrong: string };

/** Makes what hosts lack of a release: the tarball is read once, and each set of files is packed once. */
export interface Packer {
  /** Begins what a pack takes longest for, where one will be needed soon. */
  prepare(): void;
  /** The files of the release. */
  files(): Promise<readonly ListedFile[] | Wrong>;
  /** A pack of the list and of these files. */
  pack(paths: readonly string[]): Promise<Sendable | Wrong>;
}

type PackerOptions = Pick<TargetOptions, "shell" | "files" | "release">;

/** Of lists. */
const maxListBytes = 32 << 20;
const limitMs = 300_000;

/** Safe for many hosts at once: whoever comes second waits for the work of the first. */
export function packerOf(options: PackerOptions): Packer {
  const { release } = options;
  if (release === null) {
    const none = { wrong: "the release is not on this runner" };
    return { prepare: () => undefined, files: async () => none, pack: async () => none };
  }
  const packs = new Map<string, Promise<Sendable | Wrong>>();
  let list: ReturnType<typeof readList> | undefined;
  let unpacked: Promise<Wrong | null> | undefined;
  const unpackOnce = () => {
    unpacked ??= unpack(options, release);
    return unpacked;
  };
  const pack = async (paths: readonly string[], name: string) =>
    (await unpackOnce()) ?? packOf(options, release, { paths, name });
  return {
    prepare() {
      // A fault of it is one of the pack that waits for it.
      if (release.list !== null) unpackOnce().catch(() => undefined);
    },
    async files() {
      list ??= readList(options, release);
      return list;
    },
    pack(paths) {
      const name = createHash("sha256").update(paths.join("\n")).digest("hex").slice(0, 16);
      const made = packs.get(name) ?? pack(paths, name);
      packs.set(name, made);
      return made;
    },
  };
}

async function readList({ files }: PackerOptions, { list }: Upload): Promise<readonly ListedFile[] | Wrong> {
  if (list === null) return { wrong: "its manifest has no list of files" };
  const text = await files.read(list.path, maxListBytes).catch(() => null);
  if (text === null) return { wrong: "the list of its files is missing beside the tarball" };
  const sha256 = createHash("sha256").update(text).digest("hex");
  if (sha256 !== list.sha256)
    return { wrong: `the list of its files has sha256 ${sha256}, and its manifest says ${list.sha256}` };
  const read = readFileList(text);
  return typeof read === "string" ? { wrong: `the list of its files was refused: ${read}` } : read;
}

/** `list` and `release/…`, as packs have them. */
async function unpack({ shell, files }: PackerOptions, { list, path, scratch }: Upload): Promise<Wrong | null> {
  const folder = join(scratch, "release");
  await files.remove(scratch);
  await files.makeFolder(folder);
  await files.write(join(scratch, "list"), (list && (await files.read(list.path, maxListBytes))) ?? "");
  const ran = await shell.run({ argv: unpackInto(folder, path), limitMs, onCancel: "end" });
  return ran.code === 0 ? null : { wrong: `the tarball could not be unpacked on this runner: ${lastLine(ran.stderr)}` };
}

async function packOf(
  { shell, files }: PackerOptions,
  { scratch }: Upload,
  { paths, name }: { readonly paths: readonly string[]; readonly name: string },
): Promise<Sendable | Wrong> {
  const path = join(scratch, `${name}.pack`);
  const text = ["list", ...paths.map((one) => `release/${one}`)].map((one) => `${one}\0`).join("");
  const ran = await shell.run({ argv: packListed(scratch, path), stdin: { text }, limitMs, onCancel: "end" });
  const seen = ran.code === 0 ? await files.digest(path) : null;
  return seen === null
    ? { wrong: `its files could not be packed on this runner: ${lastLine(ran.stderr)}` }
    : { path, ...seen };
}

function lastLine(text: string): string {
  return text.trim().split("\n").at(-1) ?? "";
}
