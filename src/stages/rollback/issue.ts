import { issueMarker, type RolledBack } from "../../domain/rollback/issue.ts";
import { rolledBackRelease } from "../../domain/rollback/outcome.ts";
import { errorText } from "../../domain/values/error-text.ts";
import { renderRollbackIssue } from "../../render/github/rollback-issue.ts";
import type { Environment, IssueRule } from "../../settings/settings.ts";
import { commitsWithPulls } from "../brief/changes.ts";
import { commitOfRelease } from "../release-commit.ts";
import type { Conclusion, StageRun } from "../stage.ts";

/** Why a release was rolled back, where a person gave the reason. */
interface Why {
  readonly reason: string;
  readonly detail: string;
}

/**
 * Opens the issue of a rollback, where the settings ask for one: by hand with its reason, or by promote itself. It is
 * found again by its marker and gets a comment when the same release is rolled back there again. What cannot be written
 * is a warning.
 */
export async function openRollbackIssue(
  run: StageRun,
  environment: Environment,
  { conclusion, why }: { readonly conclusion: Conclusion; readonly why: Why | null },
): Promise<void> {
  const { issue: rule } = environment;
  if (rule === undefined || run.world.cancellation.cancelled) return;
  try {
    const of = await rolledBack(run, environment, { conclusion, why });
    if (of !== null) await write(run, of, rule);
  } catch (error) {
    await run.recorder.warn(`The issue about the rollback of ${environment.name} was not opened: ${errorText(error)}.`);
  }
}

/** Null where nothing was rolled back, nor was tried to be. */
async function rolledBack(
  run: StageRun,
  { name }: Environment,
  { conclusion, why }: { readonly conclusion: Conclusion; readonly why: Why | null },
): Promise<RolledBack | null> {
  const { world, recorder } = run;
  const of = rolledBackRelease({ ...recorder.evidence, ...conclusion });
  if (of === null) return null;
  const { left, back, everywhere } = of;
  const { reason_code, says, remedy = "" } = conclusion;
  const repository = world.job.runUrl.replace(/\/actions\/runs\/.*$/, "");
  return {
    evidence: { ...recorder.evidence, finished_at: world.clock.now().toISOString() },
    ...{ environment: name, left, to: back, says, remedy, repository },
    reason: why?.reason ?? reason_code,
    detail: why?.detail.trim() ?? "",
    whole: everywhere,
    suspects: await suspectsOf(run, name, { left, back, repository }),
  };
}

/** What came with the release that was left, by GitHub's own comparison: the checkout may have no history. */
async function suspectsOf(
  run: StageRun,
  environment: string,
  { left, back, repository }: { readonly left: string; readonly back: string | null; readonly repository: string },
): Promise<RolledBack["suspects"]> {
  if (back === null) return { missing: "No release was verified before it: all of its commits are new here." };
  const { github, clock } = run.world;
  const read = await github.deploymentHistory(environment, clock.now().toISOString());
  const history = read.ok ? read.value.deployments : [];
  const [to, from] = await Promise.all([left, back].map((id) => commitOfRelease(run, id, history)));
  const unknown = to == null ? left : from == null ? back : null;
  if (unknown !== null || to == null || from == null) {
    const how = "Tag each version, or give the job `deployments: write`, so that the next one is.";
    return { missing: `The commit of ${unknown} is not known: no tag and no record of a deployment names it. ${how}` };
  }
  const compared = await github.comparedCommits(from, to);
  if (!compared.ok)
    return { missing: `GitHub did not compare ${from.slice(0, 12)} with ${to.slice(0, 12)}: ${compared.why}.` };
  const { total, commits } = compared.value;
  const found = await commitsWithPulls(run, commits, { to, repository });
  return { ...found, commits: { ...found.commits, total: Math.max(total, found.commits.total) } };
}

async function write({ world, recorder }: StageRun, of: RolledBack, rule: IssueRule): Promise<void> {
  const answer = await world.github.markedIssue({ marker: issueMarker(of), ...renderRollbackIssue(of), ...rule });
  if (!answer.ok) {
    const { status, why } = answer;
    const remedy = status === 403 || status === 404 ? " Give the job `issues: write`, or set `issue: off`." : "";
    const reason = status === 0 ? why : `${status}: ${why}`;
    await recorder.warn(`The issue about the rollback of ${of.environment} was not opened (${reason}).${remedy}`);
    return;
  }
  const { number, url, created, without } = answer.value;
  world.log.info(`${created ? "Opened" : "Commented on"} issue #${number}: ${url}`);
  if (without !== "")
    await recorder.warn(`Issue #${number} has neither labels nor assignees, since GitHub refused them: ${without}.`);
}
