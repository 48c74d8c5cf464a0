import { randomUUID } from "node:crypto";

/**
 * What the runner may read as a command to it: `::` at the beginning of a line, or `##[` anywhere. It trims more than
 * JavaScript calls white space (U+0085 is one), and others end lines elsewhere: so a `::` counts wherever no visible
 * character stands directly before it.
 */
const speaksToRunner = /(?<![^\p{White_Space}\p{Cc}\p{Cf}])::|##\[/u;

/**
 * Text from outside between `::stop-commands::` and its token, so that a test's print cannot set outputs or
 * annotations. Each piece is fenced by itself: pieces of parallel tools and our own commands may follow in any order.
 */
export function fence(text: string): string {
  const token = randomUUID();
  return `::stop-commands::${token}\n${text.endsWith("\n") ? text : `${text}\n`}::${token}::\n`;
}

/** A line of our own log, which may hold words from outside: fenced where the runner would take it for a command. */
export function fenceWhereNeeded(line: string): string {
  return speaksToRunner.test(line) ? fence(line) : `${line}\n`;
}
