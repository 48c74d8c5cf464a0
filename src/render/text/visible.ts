/** Terminal colours and other escape sequences: they say nothing on a page. */
const escapeSequences = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|.)/g;

/** Marks that turn the direction of text around, so that it reads as something else than it is. */
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Text from outside without a terminal's escape sequences, as well-formed Unicode. */
export function withoutEscapes(text: string): string {
  return text.toWellFormed().replaceAll(escapeSequences, "");
}

/**
 * Text from outside, of which every character is what it looks like: lines and tabs are kept, other control characters
 * are not.
 */
export function visible(text: string): string {
  return withoutEscapes(text)
    .replaceAll(turning, "\ufffd")
    .replaceAll(/[^\P{Cc}\n\t]/gu, "");
}
