/** A number and its noun: "1 test", "2 tests". `plural` where an "s" does not make it. */
export function counted(many: number, noun: string, plural = `${noun}s`): string {
  return `${many} ${many === 1 ? noun : plural}`;
}

/** Names that one sentence shows. */
const maxNames = 5;

/** The first names, and how many there are beyond them. */
export function someOf(names: readonly string[]): string {
  const left = names.length - maxNames;
  return `${names.slice(0, maxNames).join(", ")}${left > 0 ? ` and ${left} more` : ""}`;
}
