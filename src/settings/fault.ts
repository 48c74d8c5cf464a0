import { distance } from "fastest-levenshtein";
import type { ReasonCode } from "../domain/evidence/reason.ts";

/** One fault of what the user gave: where, what was found, and what to do. */
export interface Fault {
  readonly code: ReasonCode;
  /** "Input `coverage-minimum`", or ".github/phoenix-deploy.yml:12:3 `strategy.type`". */
  readonly place: string;
  readonly says: string;
  readonly remedy: string;
}

/** The word that was probably meant; null when none is near. */
export function nearest(word: string, known: readonly string[]): string | null {
  const plain = (text: string) => text.toLowerCase().replaceAll("_", "-").slice(0, 100);
  const [best] = known.map((one) => ({ one, away: distance(plain(word), plain(one)) })).sort((a, b) => a.away - b.away);
  if (best === undefined || best.away >= best.one.length) return null;
  return best.away <= Math.max(2, Math.floor(best.one.length / 3)) ? best.one : null;
}

/** A value as a sentence shows it: one line, cut, control characters visible. */
export function shown(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  const visible = text
    .replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (one) => `\\u{${(one.codePointAt(0) ?? 0).toString(16)}}`)
    .replaceAll("`", "'");
  return visible.length > 80 ? `${visible.slice(0, 80)}… (${text.length} characters)` : visible;
}
