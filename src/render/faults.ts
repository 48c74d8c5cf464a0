import { bold, cutTo, sentence } from "./markdown.ts";
import { shortened } from "./words.ts";

/** A page of faults; nothing else is loaded to show them. */
const maxBytes = 60_000;

/** Faults of inputs and settings as a summary: every one, with its place and its remedy. */
export function renderFaults(
  head: string,
  faults: readonly { readonly place: string; readonly says: string; readonly remedy: string }[],
): string {
  const line = (one: (typeof faults)[number]) =>
    `- ${bold(sentence(one.place))} ${sentence(shortened(one.says, 1_000))} ${sentence(one.remedy)}`.trimEnd();
  return cutTo(`## ✗ Not run\n\n${bold(sentence(head))}\n\n${faults.map(line).join("\n")}\n`, maxBytes, "The rest is in the job's log.");
}
