import { join, relative } from "node:path";
import type { Brief, BriefChanges, BriefCommit, BriefPull, ChangedPath } from "../../domain/brief/brief.ts";
import { type Advisory, firstOf, isConfiguration, isMigration, pullInSubject } from "../../domain/brief/facts.ts";
import type { PullRequestOfCommit } from "../../domain/gate/code-review.ts";
import { packageChanges, readMixLock } from "../../domain/release/mix-lock.ts";
import { errorText } from "../../domain/values/error-text.ts";
import { type ListedCommit, maxListed } from "../../ports/repository.ts";
import { shortened } from "../../render/text/wording.ts";
import type { StageRun } from "../stage.ts";

/** Entries of each list that a brief keeps. */
const maxEntries = 200;

/** Commits whose pull requests GitHub is asked for, newest first; the subjects of the others may name theirs. */
const maxAsked = 25;

/** What is compared: the commit that the environment runs, and this one. */
export interface ComparedCommits {
  readonly from: string;
  readonly to: string;
  /** Address of the repository on GitHub. */
  readonly repository: string;
  /** Path of the settings file, from the repository's root. */
  readonly config: string;
  readonly advisories: readonly Advisory[];
}

/** What a comparison found, and the merged pull request that brought this very commit. */
interface Comparison {
  readonly changes: Brief["changes"];
  readonly pullRequest: number | null;
}

/** What lies between two commits, by git of the checkout; whose pull requests, by GitHub. */
export async function readChanges(run: StageRun, compared: ComparedCommits): Promise<Comparison> {
  const { repository } = run.world;
  const { from, to } = compared;
  const own = await pullsOfCommit(run, to);
  const pullRequest = Array.isArray(own) ? (own.find(({ mergedAs }) => mergedAs !== null)?.number ?? null) : null;
  const shallow = await repository.isShallow();
  if ((await repository.commitOf(from)) === null) {
    const remedy = shallow
      ? "Give actions/checkout `fetch-depth: 0`."
      : "Was the history rewritten? Compare with the release that runs by hand.";
    const missing = `Commit \`${from.slice(0, 12)}\` is not in this checkout, so nothing can be compared. ${remedy}`;
    return { changes: { missing }, pullRequest };
  }
  const [commits, undone, files] = await Promise.all([
    repository.commitsBetween(from, to),
    repository.commitsBetween(to, from),
    repository.changedBetween(from, to),
  ]);
  const { pulls, note, pullOf } = await pullsBehind(run, commits, { ...compared, own });
  const known = (one: ListedCommit) => kept(one, pullOf(one));
  const changes: BriefChanges = {
    commits: cutList(commits, known),
    undone: cutList(undone, (one) => kept(one, pullInSubject(one.subject))),
    pulls: { ...firstOf(pulls, maxEntries), note },
    ...pathsIn(run, files, compared.config),
    packages: await packagesIn(run, files, compared),
    note: noteOn({ shallow, listed: Math.max(commits.length, undone.length) }),
  };
  return { changes, pullRequest };
}

function noteOn({ shallow, listed }: { readonly shallow: boolean; readonly listed: number }): string {
  if (shallow) return "The history is cut off: commits may be missing. Give actions/checkout `fetch-depth: 0`.";
  return listed >= maxListed ? `There are ${maxListed} commits or more: no more were listed.` : "";
}

function cutList(all: readonly ListedCommit[], keep: (one: ListedCommit) => BriefCommit): BriefChanges["commits"] {
  return { total: all.length, list: all.slice(0, maxEntries).map(keep) };
}

function kept({ sha, subject, author }: ListedCommit, pull: number | null): BriefCommit {
  return { sha, subject: shortened(subject, 300), author: shortened(author, 100), pull };
}

type Asked = readonly PullRequestOfCommit[] | { readonly why: string };

async function pullsOfCommit({ world }: StageRun, sha: string): Promise<Asked> {
  const answer = await world.github.pullRequestsOf(sha);
  if (answer.ok) return answer.value;
  const { status, why } = answer;
  const remedy = status === 403 || status === 404 ? " Give the job `pull-requests: read`." : "";
  return {
    why:
      `GitHub did not say which pull requests these commits are of (${status === 0 ? why : `${status}: ${why}`}); ` +
      `those that subjects name are listed.${remedy}`,
  };
}

/** Commits with the pull request of each, and these; where GitHub does not say, those that subjects name. */
export async function commitsWithPulls(
  run: StageRun,
  commits: readonly ListedCommit[],
  { to, repository }: Pick<ComparedCommits, "to" | "repository">,
): Promise<Pick<BriefChanges, "commits" | "pulls">> {
  const own = await pullsOfCommit(run, to);
  const { pulls, note, pullOf } = await pullsBehind(run, commits, { own, to, repository });
  return { commits: cutList(commits, (one) => kept(one, pullOf(one))), pulls: { ...firstOf(pulls, maxEntries), note } };
}

/** The pull requests of these commits. Where GitHub does not say, those that subjects name. */
async function pullsBehind(
  run: StageRun,
  commits: readonly ListedCommit[],
  { own, to: head, repository }: Pick<ComparedCommits, "to" | "repository"> & { readonly own: Asked },
): Promise<{
  readonly pulls: readonly BriefPull[];
  readonly note: string;
  readonly pullOf: (commit: ListedCommit) => number | null;
}> {
  const found = new Map<number, BriefPull>();
  const ofCommit = new Map<string, number>();
  // The first answer, that of this commit, says whether the token may ask at all.
  const ask = async ({ sha }: ListedCommit) => [sha, sha === head ? own : await pullsOfCommit(run, sha)] as const;
  const answers = "why" in own ? [] : await Promise.all(commits.slice(0, maxAsked).map(ask));
  let note = "why" in own ? own.why : "";
  for (const [sha, answer] of answers) {
    if ("why" in answer) {
      note = answer.why;
      continue;
    }
    const [one] = answer.filter(({ mergedAs }) => mergedAs !== null);
    if (one === undefined) continue;
    const { number, title, author, url } = one;
    found.set(number, {
      number,
      title: shortened(title, 300),
      author: shortened(author, 100),
      url: shortened(url, 300),
    });
    ofCommit.set(sha, number);
  }
  const pullOf = ({ sha, subject }: ListedCommit) => ofCommit.get(sha) ?? pullInSubject(subject);
  for (const commit of commits) {
    const number = pullOf(commit);
    if (number === null || found.has(number)) continue;
    const title = shortened(commit.subject.replace(/ *\(#\d+\)$/, ""), 300);
    found.set(number, { number, title, author: shortened(commit.author, 100), url: `${repository}/pull/${number}` });
  }
  return { pulls: [...found.values()], note, pullOf };
}

/** Changed files by what they mean; of a project in a folder of the repository those below it. */
function pathsIn(run: StageRun, files: readonly ChangedPath[], config: string) {
  const folder = folderOf(run);
  const below = folder === "" ? "" : `${folder}/`;
  const own = (path: string) => path.startsWith(below);
  const configuration = files.filter(
    ({ path }) => path === config || (own(path) && isConfiguration(path.slice(below.length))),
  );
  const migrations = files.filter(({ path }) => own(path) && isMigration(path));
  return {
    files: files.length,
    configuration: firstOf(configuration, maxEntries),
    migrations: firstOf(migrations, maxEntries),
  };
}

/** What mix.lock has differently, with the advisories that apply to this release. */
async function packagesIn(
  run: StageRun,
  files: readonly ChangedPath[],
  { from, to, advisories }: ComparedCommits,
): Promise<BriefChanges["packages"]> {
  const path = join(folderOf(run), "mix.lock");
  const at = (commit: string) => run.world.repository.fileAt(commit, path);
  try {
    if (!files.some((one) => one.path === path)) {
      const there = (await at(to)) !== null;
      return there ? { total: 0, list: [] } : { missing: `There is no ${path}: dependencies cannot be compared.` };
    }
    const read = async (commit: string) => readMixLock((await at(commit)) ?? "%{}");
    const [before, after] = [await read(from), await read(to)];
    if (typeof before === "string") return { missing: `${path} of ${from.slice(0, 12)}: ${before}.` };
    if (typeof after === "string") return { missing: `${path} of ${to.slice(0, 12)}: ${after}.` };
    const changes = packageChanges(before, after);
    const list = changes.slice(0, maxEntries).map(({ name, before: was, after: is, how }) => ({
      name: shortened(name, 100),
      before: was === null ? null : shortened(was, 200),
      after: is === null ? null : shortened(is, 200),
      how,
      advisories: advisories.filter((one) => one.package === name).map(({ says }) => says),
    }));
    return { total: changes.length, list };
  } catch (error) {
    return { missing: `${path} cannot be compared: ${errorText(error)}.` };
  }
}

/** The project's folder from the repository's root; empty for the root itself. */
function folderOf({ world, settings }: StageRun): string {
  return relative(world.job.workspace, settings.projectPath);
}
