import { isMissing } from "../../domain/brief/brief.ts";
import { pullInSubject } from "../../domain/brief/facts.ts";
import type { Stages } from "../../domain/evidence/deployment.ts";
import type { Evidence } from "../../domain/evidence/evidence.ts";
import type { ReleasedPull } from "../../ports/released-pulls.ts";
import { commitOfRelease } from "../release-commit.ts";
import type { StageRun } from "../stage.ts";

/**
 * Pull requests that may be in a release, newest first, and the commits that are; null where these are not all known.
 */
interface Candidates {
  readonly numbers: readonly number[];
  readonly commits: ReadonlySet<string> | null;
}

/** Why they are not known, in a sentence. */
interface Unknown {
  readonly why: string;
}

/**
 * The pull requests that went out: those of the brief, which compared with what the environment ran before; of a
 * rollback alone, those between the commits of both releases. A number in a subject may be of another repository or of
 * an issue, so that only those count that GitHub knows to be merged as one of these commits.
 */
export async function releasedPulls(run: StageRun, stages: Stages): Promise<readonly ReleasedPull[] | Unknown> {
  const found = await candidates(run, stages);
  if ("why" in found) return found;
  const { numbers, commits } = found;
  const answer = await run.world.github.releasedPulls(numbers);
  if (!answer.ok) {
    const { status, why } = answer;
    const refused = status === 403 || /not accessible/i.test(why);
    const remedy = refused ? " Give the job `pull-requests: write` and `issues: write`." : "";
    return {
      why: `GitHub did not say what the pull requests are (${status === 0 ? why : `${status}: ${why}`}).${remedy}`,
    };
  }
  return answer.value.filter(({ mergedAs }) => mergedAs !== null && (commits === null || commits.has(mergedAs)));
}

async function candidates(run: StageRun, { smoke, promote, rollback }: Stages): Promise<Candidates | Unknown> {
  const changes = smoke?.brief?.changes;
  if (changes !== undefined && !isMissing(changes)) {
    const { pulls, commits } = changes;
    const whole = commits.list.length === commits.total;
    return {
      numbers: pulls.list.map(({ number }) => number),
      commits: whole ? new Set(commits.list.map(({ sha }) => sha)) : null,
    };
  }
  if (promote === null && rollback !== null) return between(run, rollback);
  return ofCommit(run, smoke?.release?.git_sha ?? run.recorder.evidence.sha);
}

/** Without a comparison, as of a first deployment: those of the commit itself. */
async function ofCommit({ world }: StageRun, sha: string): Promise<Candidates | Unknown> {
  const answer = await world.github.pullRequestsOf(sha);
  if (answer.ok) return { numbers: answer.value.map(({ number }) => number), commits: null };
  const { status, why } = answer;
  const remedy = status === 403 || status === 404 ? " Give the job `pull-requests: write`." : "";
  return {
    why: `GitHub did not say which pull requests there are (${status === 0 ? why : `${status}: ${why}`}).${remedy}`,
  };
}

/** Those of the commits that a rollback left, by GitHub's own comparison: the checkout may have no history. */
async function between(run: StageRun, { environment, from, to }: Evidence): Promise<Candidates | Unknown> {
  const { github, clock } = run.world;
  const read = await github.deploymentHistory(environment ?? "", clock.now().toISOString());
  const history = read.ok ? read.value.deployments : [];
  const commitOf = async (id: string | null) => (id === null ? null : commitOfRelease(run, id, history));
  const [left, back] = await Promise.all([commitOf(from), commitOf(to)]);
  if (left === null || back === null) {
    const id = left === null ? from : to;
    return {
      why:
        `the commit of ${id ?? "what was left"} is not known, since no tag and no record of a deployment names it. ` +
        "Tag each version, or give the job `deployments: read`.",
    };
  }
  const compared = await github.comparedCommits(back, left);
  if (!compared.ok)
    return { why: `GitHub did not compare ${back.slice(0, 12)} with ${left.slice(0, 12)}: ${compared.why}.` };
  const { total, commits } = compared.value;
  return {
    numbers: [...new Set(commits.flatMap(({ subject }) => pullInSubject(subject) ?? []))],
    commits: commits.length === total ? new Set(commits.map(({ sha }) => sha)) : null,
  };
}
