/** With the next two all that a host's login shell ever sees: everything else travels on standard input. */
export const runProgram = ["/bin/sh", "-s"] as const;
/** The same for a program that arrives compressed: it begins when all of it is there and its checksum is right. */
export const runCompressed = ["/bin/sh", "-c", 'pd_program=$(gzip -dc) && eval "$pd_program"'] as const;
/**
 * Reads a path, how many bytes of it are there, how many there will be, and the rest. What is there is copied first: a
 * receiver of a dropped connection may still write to the old file. The path exists only when all of it arrived.
 */
export const receiveFile = [
  "/bin/sh",
  "-c",
  [
    "IFS= read -r p && IFS= read -r n && IFS= read -r t || exit 1",
    'if [ "$n" = 0 ]; then rm -f "$p.part"',
    'else head -c "$n" "$p.part" >"$p.again" && mv -f "$p.again" "$p.part" || ' +
      '{ rm -f "$p.again" "$p.part"; exit 75; }; fi',
    'LC_ALL=C cat >>"$p.part" || { rm -f "$p.part"; exit 1; }',
    '[ "$(wc -c <"$p.part")" -eq "$t" ] || exit 75',
    'mv -f "$p.part" "$p"',
  ].join("; "),
] as const;

/** Text as one word of sh, whatever it holds. NUL cannot be carried and is refused. */
export function quote(value: string): string {
  if (value.includes("\0")) throw new Error("A value for a host holds a NUL byte");
  return `'${value.replaceAll("'", "'\\''")}'`;
}

/** The same, without quotes where the text needs none: for commands that a person reads. */
export function word(value: string): string {
  return /^[A-Za-z0-9_/.=:@%+,-]+$/.test(value) ? value : quote(value);
}

/** A text of sh with values: quoted assignments, then the text. Names are ours, values are anybody's. */
export function programText(values: Readonly<Record<string, string>>, program: string): string {
  return `${valuesText(values)}${program}`;
}

/** The values of a program alone, each on a line of its own: they come before it. */
export function valuesText(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${quote(value)}\n`)
    .join("");
}
