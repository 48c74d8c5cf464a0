import type { ExitCriterion } from "../../domain/report/exit-gate.ts";
import { errorText } from "../../domain/values/error-text.ts";
import { counted } from "../../domain/values/plural.ts";
import { type ReleasedFacts, renderReleasedIssue, renderReleasedPull } from "../../render/github/released.ts";
import type { Comment } from "../../render/stage/comment.ts";
import type { StageRun } from "../stage.ts";
import type { Outcome } from "./release-page.ts";
import { releasedPulls } from "./released-pulls.ts";

/** Conversations that one release is announced in: GitHub slows down who writes more than 80 times in a minute. */
const maxConversations = 60;

/** Between two comments, as GitHub asks for. */
const pauseMs = 1_000;

/** What is said, and to what. */
interface Saying extends Comment {
  readonly kind: "pull request" | "issue";
  readonly number: number;
  readonly updateOnly: boolean;
}

/**
 * Keeps one comment on every pull request that is in the release, and on every issue that these closed: what became of
 * it. Found again by its marker, and updated in place. What cannot be written is a warning.
 */
export async function commentOnReleased(
  run: StageRun,
  outcome: Outcome & { readonly criteria: readonly ExitCriterion[] },
  pageUrl: string | null,
): Promise<void> {
  const { deployment, stages, version } = outcome;
  const { status } = deployment;
  if (version === null || status === "NOT DEPLOYED" || status === "UNKNOWN") return;
  try {
    const pulls = await releasedPulls(run, stages);
    if ("why" in pulls)
      return await run.recorder.warn(`The pull requests of this release have no comments: ${pulls.why}`);
    const facts = factsOf(run, { ...outcome, version }, pageUrl);
    const issues = [...new Set(pulls.flatMap(({ closes }) => closes))];
    const say = (kind: Saying["kind"], number: number): Saying =>
      kind === "issue"
        ? { kind, number, ...renderReleasedIssue(facts), updateOnly: status !== "SUCCESS" }
        : { kind, number, ...renderReleasedPull(facts), updateOnly: false };
    await sayAll(run, [
      ...pulls.map(({ number }) => say("pull request", number)),
      ...issues.map((number) => say("issue", number)),
    ]);
  } catch (error) {
    await run.recorder.warn(`The pull requests of this release have no comments: ${errorText(error)}.`);
  }
}

function factsOf(
  { world: { job, clock }, recorder }: StageRun,
  outcome: Outcome & { readonly criteria: readonly ExitCriterion[]; readonly version: string },
  pageUrl: string | null,
): ReleasedFacts {
  const { environment, deployment, stages, release, version, criteria } = outcome;
  const { promote, rollback } = stages;
  return {
    ...{ app: release?.app ?? recorder.evidence.app, version, environment, deployment, criteria, pageUrl },
    sha: release?.git_sha ?? recorder.evidence.sha,
    at: (rollback ?? promote)?.finished_at ?? clock.now().toISOString(),
    runUrl: job.runUrl,
  };
}

async function sayAll(run: StageRun, sayings: readonly Saying[]): Promise<void> {
  const { world, recorder } = run;
  const unsaid: string[] = [];
  const refused = new Set<Saying["kind"]>();
  let written = 0;
  for (const [index, { kind, number, ...comment }] of sayings.slice(0, maxConversations).entries()) {
    if (refused.has(kind)) continue;
    if (index > 0) await world.clock.sleep(pauseMs);
    const answer = await world.github.stickyComment({ pullRequest: number, ...comment });
    if (answer.ok) {
      written += 1;
      continue;
    }
    const { status, why } = answer;
    unsaid.push(`#${number} (${status === 0 ? why : `${status}: ${why}`})`);
    if (status === 429) break;
    // A conversation that is locked is refused as well: that is no matter of permissions.
    if (status === 403 && !/locked/i.test(why)) refused.add(kind);
  }
  world.log.info(
    `Commented on ${counted(written, "pull request or issue", "pull requests and issues")} of this release.`,
  );
  if (unsaid.length > 0) await recorder.warn(unsaidWarning(unsaid, refused));
  const left = sayings.length - maxConversations;
  if (left > 0)
    await recorder.warn(
      `${counted(left, "pull request or issue", "pull requests and issues")} of this release have no comment: at ` +
        `most ${maxConversations} are written.`,
    );
}

/** Numbers that are named in a warning. */
const maxNamed = 5;

function unsaidWarning(unsaid: readonly string[], refused: ReadonlySet<Saying["kind"]>): string {
  const named = `${unsaid.slice(0, maxNamed).join(", ")}${unsaid.length > maxNamed ? ", …" : ""}`;
  const permissions = [
    ...(refused.has("pull request") ? ["`pull-requests: write`"] : []),
    ...(refused.has("issue") ? ["`issues: write`"] : []),
  ];
  const remedy =
    permissions.length === 0
      ? "Run this job again: each has one comment however often it runs."
      : `Give the job ${permissions.join(" and ")}, or set \`comment: false\`.`;
  return `Not commented on what is in this release: ${named}. ${remedy}`;
}
