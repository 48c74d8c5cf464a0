/** The two constants that a host's login shell ever sees: everything else travels on standard input. */
export const runProgram = ["/bin/sh", "-s"] as const;
export const receiveFile = [
  "/bin/sh",
  "-c",
  'IFS= read -r p && { LC_ALL=C cat >"$p" || { rm -f "$p"; exit 1; }; }',
] as const;

/** Text as one word of sh, whatever it holds. NUL cannot be carried and is refused. */
export function quote(value: string): string {
  if (value.includes("\0")) throw new Error("A value for a host holds a NUL byte");
  return `'${value.replaceAll("'", "'\\''")}'`;
}

/** A text of sh with values: quoted assignments, then the text. Names are ours, values are anybody's. */
export function programText(values: Readonly<Record<string, string>>, program: string): string {
  return [...Object.entries(values).map(([name, value]) => `${name}=${quote(value)}`), program].join("\n");
}
