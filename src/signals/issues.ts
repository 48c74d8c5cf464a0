import type { StateSample } from "../domain/watch/sample.ts";
import type { Issue } from "../ports/github.ts";
import { shown } from "../settings/fault.ts";
import type { IssueSettings } from "../settings/signals.ts";
import { doorsOf, polled } from "./polling.ts";
import type { Signal, Watching } from "./signal.ts";

/** Issues of the repository that people open during the watch, with labels that are reasons to roll back. */
export const issues: Signal = {
  id: "issues",
  title: "GitHub's issues",
  measures: ["state"],
  open(watching) {
    const given = watching.environment.signals?.issues;
    return given === undefined ? null : watchIssues(watching, given);
  },
};

/** The reasons of which labels can be a sign. */
const reasons = ["p1-bug", "security", "data-integrity"] as const;

async function* watchIssues(watching: Watching, given: IssueSettings): AsyncGenerator<StateSample> {
  const { github } = doorsOf(watching);
  // Numbers only rise: no clock has to agree with GitHub's. The highest number when the watch began.
  let last: number | null = null;
  const read = async (): Promise<readonly StateSample[]> => {
    const answer = await github.newestIssues();
    if (!answer.ok) {
      const need = answer.status === 403 || answer.status === 404 ? "; the job needs `permissions: issues: read`" : "";
      throw new Error(`GitHub did not list the issues (${answer.status}: ${answer.why}${need})`);
    }
    last ??= Math.max(0, ...answer.value.map(({ number }) => number));
    const before = last;
    const opened = answer.value.filter(({ number, isPull }) => number > before && !isPull);
    const named = opened.flatMap((issue) => reasons.flatMap((reason) => saying(issue, reason, given[reason])));
    const says =
      named[0] ?? `No issue with a label that \`signals.issues\` names was opened; ${opened.length} others were.`;
    return [{ kind: "state", atMs: watching.sinceMs(), of: "issues", holds: named.length === 0, says }];
  };
  for await (const sample of polled(watching, { everyMs: given.every, patienceMs: given.patience, read }))
    if (sample.kind === "state") yield sample;
}

/** The sentence for an issue with one of these labels, which GitHub compares without regard to case. */
function saying(issue: Issue, reason: (typeof reasons)[number], labels: readonly string[]): readonly string[] {
  const wanted = new Set(labels.map((label) => label.toLowerCase()));
  const label = issue.labels.find((one) => wanted.has(one.toLowerCase()));
  if (label === undefined) return [];
  const title = shown(issue.title);
  return [
    `Issue #${issue.number}, "${title}", was opened with the label \`${shown(label)}\` (${reason}): ${issue.url}`,
  ];
}
