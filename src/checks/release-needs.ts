import { compareGlibc } from "../domain/release/glibc.ts";
import type { Release } from "../domain/release/release.ts";
import type { CheckContext } from "./context.ts";

type Needs = NonNullable<Release["needs"]>;

/**
 * What a release's binaries need of a host: the names of versions and libraries in the string tables of the emulator,
 * of every program and of every NIF. Undefined where they could not be read.
 */
export async function needsOfBinaries({ shell, limitMs }: CheckContext, folder: string): Promise<Needs | undefined> {
  const names =
    "GLIBC_[0-9]+(\\.[0-9]+)+|lib(crypto|ssl)\\.so\\.[0-9.]*[0-9]|libc\\.so\\.6|libc\\.musl-[a-z0-9_]+\\.so\\.1";
  const binaries = ["(", "-name", "*.so", "-o", "-name", "*.so.*", "-o", "-path", "*/bin/*", ")"];
  const grep = ["grep", "--text", "--only-matching", "--no-filename", "--extended-regexp", "--regexp", names];
  const found = await shell.run({
    argv: ["find", ".", "-type", "f", ...binaries, "-exec", ...grep, "{}", "+"],
    cwd: folder,
    env: { LC_ALL: "C" },
    limitMs,
    onCancel: "end",
  });
  // find ends with 1 where grep found nothing in a part of the files.
  if (found.ended !== "exited") return undefined;
  const words = [...new Set(found.stdout.split("\n"))];
  const versions = words.flatMap((word) => (word.startsWith("GLIBC_") ? [word.slice(6)] : []));
  const musl = words.some((word) => word.startsWith("libc.musl"));
  return {
    libc: versions.length > 0 || words.includes("libc.so.6") ? "glibc" : musl ? "musl" : null,
    glibc: versions.sort(compareGlibc).at(-1) ?? null,
    openssl: words.filter((word) => /^lib(crypto|ssl)/.test(word)).sort(),
  };
}
