/**
 * Precedence of versions of glibc, such as `2.36`: below 0 when `one` comes before `other`. By their numbers: a
 * collator's tables take longer to load than hosts to answer.
 */
export function compareGlibc(one: string, other: string): number {
  const [first, second] = [one.split("."), other.split(".")];
  for (let index = 0; index < Math.max(first.length, second.length); index += 1) {
    const difference = Number(first[index] ?? 0) - Number(second[index] ?? 0);
    // Of what is no number nothing is known: it comes before all others.
    if (difference !== 0) return Number.isNaN(difference) ? -1 : difference;
  }
  return 0;
}
