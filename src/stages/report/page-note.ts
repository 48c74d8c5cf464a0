import type { Evidence } from "../../domain/evidence/evidence.ts";
import { isPageOf } from "../../domain/release/page.ts";
import { noteOf, noteOfPage, type PageNote, withNote } from "../../domain/release/page-note.ts";
import { errorText } from "../../domain/values/error-text.ts";
import type { GitHubAnswer } from "../../ports/github.ts";
import type { ReleasePage } from "../../ports/release-pages.ts";
import { renderPageNote } from "../../render/github/release-page.ts";
import type { StageRun } from "../stage.ts";

/**
 * Says on the page of the release that was left that it was rolled back, and on that of the release which serves again,
 * where it has such a note, that it does. Each has one note, renewed in place. What cannot be written is a warning.
 */
export async function noteRollback(run: StageRun, by: Evidence): Promise<void> {
  const of = noteOf(by);
  if (of === null || run.world.cancellation.cancelled) return;
  const { note, left, back } = of;
  try {
    const pages = await publishedPages(run, left);
    const page = pages.find(({ body }) => isPageOf(body, left, note.environment));
    if (page !== undefined) await write(run, page, note);
    const other = back === null ? undefined : pages.find(({ body }) => isPageOf(body, back, note.environment));
    if (other !== undefined) await noteAgain(run, other, { at: note.at, run: note.run, by: of.by });
  } catch (error) {
    await run.recorder.warn(`${notSaid(left)}: ${errorText(error)}.`);
  }
}

/** Says on a page that its release serves again, where it says that it was rolled back. */
export async function noteAgain(
  run: StageRun,
  page: ReleasePage,
  again: NonNullable<PageNote["again"]>,
): Promise<void> {
  const note = noteOfPage(page.body);
  if (note !== null && Date.parse(again.at) > Date.parse(note.at)) await write(run, page, { ...note, again });
}

/** The published pages; none where GitHub cannot be asked. */
async function publishedPages(run: StageRun, left: string): Promise<readonly ReleasePage[]> {
  const answer = await run.world.github.newestPages();
  if (answer.ok) return answer.value.filter(({ draft }) => !draft);
  // Without a token, as in a terminal, nothing is written on GitHub.
  if (answer.why.includes("`github-token` is empty")) return [];
  await run.recorder.warn(`${notSaid(`${left}, if it has one,`)}${because(answer)}`);
  return [];
}

async function write(run: StageRun, page: ReleasePage, note: PageNote): Promise<void> {
  const body = withNote(page.body, note, renderPageNote(note));
  if (body === page.body) return;
  const answer = await run.world.github.writePage(page, body);
  if (answer.ok) {
    const what = note.again === null ? "was rolled back" : "serves again";
    run.world.log.info(`The GitHub Release ${page.tag} says that it ${what}: ${page.url}`);
    return;
  }
  const unsaid =
    note.again === null ? notSaid(page.tag) : `The GitHub Release ${page.tag} does not say that it serves again`;
  await run.recorder.warn(`${unsaid}${because(answer)}`);
}

function notSaid(release: string): string {
  return `The GitHub Release of ${release} does not say that it was rolled back`;
}

function because({ status, why }: Extract<GitHubAnswer<unknown>, { ok: false }>): string {
  const remedy = status === 403 || status === 404 ? " Give the job `contents: write`." : "";
  return ` (${status === 0 ? why : `${status}: ${why}`}).${remedy}`;
}
