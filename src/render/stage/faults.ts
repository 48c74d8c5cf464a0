import { bold, cutTo, sentence } from "../text/markdown.ts";
import { shortened } from "../text/wording.ts";

/** A page of faults; nothing else is loaded to show them. */
const maxBytes = 60_000;

/** Faults of inputs and settings as a summary: every one, with its place and its remedy. */
export function renderFaults(
  head: string,
  faults: readonly { readonly place: string; readonly says: string; readonly remedy: string }[],
): string {
  const line = ({ place, says, remedy }: (typeof faults)[number]) =>
    [
      `- ${bold(sentence(shortened(place, 300)))}`,
      `  ${sentence(shortened(says, 1_000))}`,
      ...(remedy === "" ? [] : [`  ${bold("What to do:")} ${sentence(shortened(remedy, 1_000))}`]),
    ].join("  \n");
  const page = ["## ❌ Not run", bold(sentence(head)), faults.map(line).join("\n")].join("\n\n");
  return cutTo(`${page}\n`, maxBytes, "The rest is in the job's log.");
}
