import type { Evidence } from "../../domain/evidence/evidence.ts";
import { briefPage } from "../brief/brief.ts";
import { cutTo } from "../text/markdown.ts";
import { withFirstContact } from "./first-contact.ts";
import { stagePage } from "./page.ts";

/** The runner drops a summary over 1 MiB whole: stop well before. */
export const maxBytes = 900 * 1024;

/** A stage's part of the job summary; at most 900 KiB of UTF-8. */
export function renderSummary(evidence: Evidence): string {
  const parts = [...briefPage(evidence.brief), ...withFirstContact(stagePage(evidence), evidence.results)];
  return `${cutTo(parts.join("\n\n"), maxBytes - 1, "The rest is in the evidence file and the log of the run.")}\n`;
}
