import type { Evidence } from "../../domain/evidence/evidence.ts";
import { briefPage } from "../brief/brief.ts";
import { code, cutTo } from "../text/markdown.ts";
import { shortened } from "../text/wording.ts";
import { withFirstContact } from "./first-contact.ts";
import { briefStagePage } from "./page.ts";

/** GitHub refuses a comment over 65,536 characters: stop well before. There are never more characters than bytes. */
export const maxCommentBytes = 60_000;

/** A stage's report for a conversation: the marker that it is found by again, and what follows it. */
export interface Comment {
  readonly marker: string;
  readonly body: string;
}

/** Where a comment comes from; `application` is empty where the repository has one. */
interface From {
  readonly workflow: string;
  readonly application?: string;
}

/**
 * The one comment of a workflow for an environment, or for a stage that has none, and for an application. Marker and
 * body together are at most 60,000 characters.
 */
export function renderComment(evidence: Evidence, { workflow, application = "" }: From): Comment {
  const own = application === "" ? [] : [application];
  const key = [workflow, evidence.environment ?? evidence.stage, ...own].map(nameInComment).join("/");
  const marker = `<!-- phoenix-deploy:report:v1 key=${key} -->`;
  const room = maxCommentBytes - Buffer.byteLength(marker) - 1;
  const parts = [
    ...own.map((name) => code(shortened(name, 200))),
    ...briefPage(evidence.brief),
    ...withFirstContact(briefStagePage(evidence), evidence.results),
  ];
  return { marker, body: cutTo(parts.join("\n\n"), room, "The rest is in the summary of the run.") };
}

/** A name inside an HTML comment: nothing in it can end the comment. */
export function nameInComment(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replaceAll("--", "%2D%2D").slice(0, 200);
}
