import { isMissing } from "../../domain/brief/brief.ts";
import type { Result } from "../../domain/evidence/result.ts";
import { releaseVersionOf } from "../../domain/release/release.ts";
import type { RolledBack } from "../../domain/rollback/issue.ts";
import { counted } from "../../domain/values/plural.ts";
import { commitList, pullList } from "../brief/parts.ts";
import { cell, code, cutTo, details, lines, link, plainText, sentence, table } from "../text/markdown.ts";
import { durationText, minute, shortened, verdictWords } from "../text/wording.ts";
import { watchShown } from "../watch/table.ts";

/** Bytes of the text; GitHub takes 65,536 characters with its marker. */
const maxIssueBytes = 60_000;

/** Rows of the timeline. */
const maxRows = 60;

/** Title and text of the issue that is opened after a rollback: what was seen, and nothing that was not. */
export function renderRollbackIssue(of: RolledBack): { readonly title: string; readonly body: string } {
  const { environment, left, evidence } = of;
  const version = shortened(releaseVersionOf(left), 64);
  const parts = [
    lines(sentence(shortened(of.says, 2_000)), ...(of.remedy === "" ? [] : [sentence(shortened(of.remedy, 2_000))])),
    table(["What", ""], rowsOf(of)),
    ...figures(of),
    "### Suspect commits",
    suspects(of),
    details("Timeline", timeline(evidence.results)),
    ...warnings(evidence.warnings),
  ];
  const body = cutTo(`${parts.join("\n\n")}\n`, maxIssueBytes, "The run's report has all of it.");
  return { title: `${shortened(environment, 64)}: ${version} was rolled back`, body };
}

function rowsOf({
  evidence,
  environment,
  left,
  to,
  reason,
  detail,
  whole,
}: RolledBack): readonly (readonly string[])[] {
  const { run_id, run_attempt, run_url, actor, stage, started_at, finished_at, url } = evidence;
  const serves = to === null ? "nothing that was verified" : shortened(to, 100);
  const place = url === null ? cell(shortened(environment, 64)) : link(shortened(environment, 64), url);
  const by = stage === "rollback" ? `${shortened(actor, 60)}, by hand` : `${stage}, by itself`;
  return [
    ["Environment", place],
    ["Rolled back", cell(shortened(left, 100))],
    ["Serves now", whole ? cell(serves) : `${cell(serves)}, and not on every host that was to go back`],
    ["Reason", `${code(shortened(reason, 60))}${detail === "" ? "" : ` ${cell(shortened(detail, 1_000))}`}`],
    ["Rolled back by", cell(by)],
    ["When", plainText(`${minute(started_at)}${finished_at === null ? "" : ` to ${minute(finished_at)}`}`)],
    ["Run and report", link(`run ${shortened(run_id, 30)}, attempt ${shortened(run_attempt, 10)}`, run_url)],
  ];
}

/** The numbers that the criteria were judged by. */
function figures({ evidence }: RolledBack): readonly string[] {
  const judged = evidence.results.filter(({ kind, id }) => kind === "signal" && id === "watch");
  if (evidence.watch === undefined && judged.length === 0) return [];
  return [
    "### What the watch saw",
    ...judged.map(({ says }) => sentence(shortened(says, 1_000))),
    ...(evidence.watch === undefined ? [] : [watchShown(evidence.watch)]),
  ];
}

function suspects({ suspects: found, left, to, repository }: RolledBack): string {
  if (isMissing(found)) return sentence(shortened(found.missing, 1_000));
  const { commits, pulls } = found;
  if (commits.total === 0)
    return `${plainText(left)} has no commit that ${plainText(to ?? "the other")} does not have.`;
  const came = `${counted(commits.total, "commit")} of ${counted(pulls.total, "pull request")} came with ${left}.`;
  return [
    sentence(came),
    ...(pulls.total === 0 ? [] : [pullList(pulls)]),
    details(counted(commits.total, "commit"), commitList(commits, repository)),
  ].join("\n\n");
}

/** Each step and look in its order. */
function timeline(results: readonly Result[]): string {
  const done = results.filter(
    ({ kind, started_at }) => (kind === "step" || kind === "signal") && started_at !== undefined,
  );
  if (done.length === 0) return "Nothing was done on a host.";
  const rows = done.slice(-maxRows).map((one) => {
    const at = one.host === undefined || one.title.includes(one.host) ? "" : `, ${one.host}`;
    return [
      plainText((one.started_at ?? "").slice(11, 19)),
      cell(shortened(`${one.title}${at}`, 200)),
      `${verdictWords[one.verdict]}, ${durationText(one.duration_ms)}`,
    ];
  });
  const cut = done.length - rows.length;
  const note = cut > 0 ? [`${counted(cut, "earlier row")} in the evidence file of the run.`] : [];
  return [table(["UTC", "What", "Ended"], rows), ...note].join("\n\n");
}

function warnings(all: readonly string[]): readonly string[] {
  if (all.length === 0) return [];
  const list = all.slice(0, 20).map((one) => `- ${sentence(shortened(one, 500))}`);
  return [details(counted(all.length, "warning"), list.join("\n"))];
}
