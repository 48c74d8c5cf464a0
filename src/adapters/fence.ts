import { randomUUID } from "node:crypto";

/**
 * Text from outside between `::stop-commands::` and its token, so that a test's print cannot set outputs or annotations.
 * Each piece is fenced by itself: pieces of parallel tools and our own commands may follow in any order.
 */
export function fence(text: string): string {
  const token = randomUUID();
  return `::stop-commands::${token}\n${text.endsWith("\n") ? text : `${text}\n`}::${token}::\n`;
}
