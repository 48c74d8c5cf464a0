/** A number and its noun: "1 test", "2 tests". `plural` where an "s" does not make it. */
export function counted(many: number, noun: string, plural = `${noun}s`): string {
  return `${many} ${many === 1 ? noun : plural}`;
}
