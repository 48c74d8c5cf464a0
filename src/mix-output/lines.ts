/**
 * Lines of a text without a carriage return, none longer than a person reads: no pattern has to run over a megabyte.
 */
export function linesOf(text: string): readonly string[] {
  return text.split("\n").map((line) => line.slice(0, 2_000).trimEnd());
}

/** `==> app`: what follows belongs to this app of an umbrella, or to a dependency that is compiled. */
export function appIn(line: string): string | null {
  return /^==> (\S+)$/.exec(line)?.[1] ?? null;
}

/**
 * A place as mix and the VM name it: `lib/a.ex:6:5: Demo.go/1`. `(credo 1.7.19) lib/…` is a place in a package, not in
 * the project.
 */
export function placeIn(
  text: string,
): { readonly file: string; readonly line: number; readonly column: number | null } | null {
  const [, file = "", line = "", column] =
    /^([^\s(][^:]*\.\w{1,6}):(\d{1,9})(?::(\d{1,9}))?(?::|$)/.exec(text.trimStart()) ?? [];
  return file === "" ? null : { file, line: Number(line), column: column === undefined ? null : Number(column) };
}

/** The place in a sentence: at its beginning, or `token missing on lib/x.ex:1:15:`. */
export function placeSaid(text: string): ReturnType<typeof placeIn> {
  return placeIn(text.replace(/^[^:]{0,60} on (?=\S{1,500}:\d)/, ""));
}
