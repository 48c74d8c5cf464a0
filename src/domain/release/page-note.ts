import { z } from "zod";
import type { Evidence } from "../evidence/evidence.ts";
import { type RolledBackRelease, rolledBackRelease, wentBack } from "../rollback/outcome.ts";
import { readJson } from "../values/json.ts";

/** What a release's page on GitHub says of its rollback, as the page itself keeps it. */
const pageNoteSchema = z.object({
  environment: z.string(),
  /** When the rollback began, and its run. */
  at: z.iso.datetime(),
  run: z.string(),
  /** A reason of Phase 6 or a reason code, and what a person added. */
  reason: z.string(),
  detail: z.string(),
  /** False where a host could not be reached, and may serve it. */
  whole: z.boolean(),
  /** When it served again, by what, and in which run; null where it does not. */
  again: z.object({ at: z.iso.datetime(), run: z.string(), by: z.enum(["promote", "rollback"]) }).nullable(),
});
export type PageNote = z.infer<typeof pageNoteSchema>;

/** Characters of what a person added that a page keeps. */
const maxDetail = 500;

/** The note for the page of the release that a stage left; null where it left none for good. */
export function noteOf(by: Evidence): (RolledBackRelease & { readonly note: PageNote }) | null {
  const { environment, reason_code, rollback, started_at: at, run_url: run } = by;
  const of = rolledBackRelease(by);
  if (environment === null || of === null || of.left === of.back || !wentBack(of.outcome)) return null;
  const byHand = of.by === "rollback";
  const reason = byHand ? (rollback?.reason ?? "") : reason_code;
  const detail = byHand ? (rollback?.detail ?? "").trim().slice(0, maxDetail).toWellFormed() : "";
  return { ...of, note: { environment, at, run, reason, detail, whole: of.everywhere, again: null } };
}

/** The block: a line that holds the note, and the quote below it. A page that was edited on GitHub has CRLF. */
const block = /<!-- phoenix-deploy:rolled-back:v1 (\S+) -->[ \t]*(?:\r?\n|$)(?:>[^\n]*(?:\n|$))*(?:[ \t]*\r?\n)*/g;

/** What a page says of a rollback; null where it says nothing that can be read. */
export function noteOfPage(body: string): PageNote | null {
  const [found] = body.matchAll(block);
  const parsed = pageNoteSchema.safeParse(found?.[1] === undefined ? null : decoded(found[1]));
  return parsed.success ? parsed.data : null;
}

/** The text with this note below its first line, in place of any other. */
export function withNote(body: string, note: PageNote, shown: string): string {
  // In a comment of HTML there must be no `--`.
  const kept = encodeURIComponent(JSON.stringify(note)).replaceAll("-", "%2D");
  const [, first = "", rest = ""] = /^([^\n]*)(?:\n+|$)([\s\S]*)$/.exec(body.replaceAll(block, "")) ?? [];
  return `${first.trimEnd()}\n\n<!-- phoenix-deploy:rolled-back:v1 ${kept} -->\n${shown}\n\n${rest}`;
}

function decoded(text: string): unknown {
  try {
    return readJson(decodeURIComponent(text));
  } catch {
    return null;
  }
}
