import type { Approval, ApprovalRun, EnvironmentRules, JobEnvironment } from "./domain/approval.ts";
import type { ChangedPath } from "./domain/brief.ts";
import type { PullRequestOfCommit, RefStanding, Review } from "./domain/code-review.ts";
import type { Finding } from "./domain/result.ts";

/**
 * The doors to the world. Stages, checks, targets and signals see these and nothing else; `adapters/` has one file for
 * each.
 */

/** A command as argv, never a shell string. */
export interface Command {
  readonly argv: readonly [string, ...string[]];
  /** Absolute; the workspace unless given. */
  readonly cwd?: string;
  /**
   * Added to the cleaned environment (no `INPUT_*`, `ACTIONS_*`, tokens or command files); undefined removes a
   * variable.
   */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** GitHub's token as GH_TOKEN, for GitHub's own program alone: no other way leads a token to a command. */
  readonly token?: string;
  /**
   * What the command reads; empty when absent, never left open. `file` is streamed from an absolute path after `text`,
   * without its first `skip` bytes.
   */
  readonly stdin?: { readonly text?: string; readonly file?: string; readonly skip?: number };
  /** After this the command's process group is ended and the outcome is `timed-out`. */
  readonly limitMs: number;
  /** On a cancel: `end` the whole process group, or let it `finish` (a step on a host is never cut). */
  readonly onCancel: "end" | "finish";
  /** Begins even after a cancel: for what gives back, and nothing else. */
  readonly evenAfterCancel?: boolean;
  /** Shows the output in the job log, fenced from the runner. */
  readonly show?: boolean;
  /** How much of each stream is kept; 4 MiB unless given. */
  readonly keepBytes?: number;
}

/**
 * How a command ended. Output is decoded leniently; of a long one the head and the tail are kept, with the cut named.
 */
export interface Ran {
  readonly ended: "exited" | "timed-out" | "cancelled" | "not-started";
  /** Null unless `exited` by itself. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly durationMs: number;
  /** Why it could not be started: "mix: not found". Empty otherwise. */
  readonly why: string;
}

export interface Shell {
  run(command: Command): Promise<Ran>;
}

export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly limitMs: number;
  /** Through the proxy that the runner's environment names for the address; requests to what is deployed go straight. */
  readonly proxied?: boolean;
}

/** An answer with at most 1 MiB of body, or the reason why there was none. Redirects are answers, never followed. */
export type HttpAnswer =
  | {
      readonly answered: true;
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
      readonly ms: number;
    }
  | { readonly answered: false; readonly why: string; readonly ms: number };

export interface Http {
  request(request: HttpRequest): Promise<HttpAnswer>;
}

/** Files by absolute path. Writes are whole or not at all (a temporary file, synced, renamed). */
export interface Files {
  /** Null when there is no such file. Throws with the path when it cannot be read or is over `maxBytes`. */
  read(path: string, maxBytes: number): Promise<string | null>;
  write(path: string, text: string): Promise<void>;
  /**
   * sha256 as hexadecimal digits, of the whole or of the `first` bytes, and size in bytes; null when there is no such
   * file.
   */
  digest(path: string, first?: number): Promise<{ sha256: string; bytes: number } | null>;
  /** Names in a folder, sorted; empty when there is none. */
  list(folder: string): Promise<readonly string[]>;
  /**
   * Absolute paths of all files below a folder, sorted, without the folders of these names; links are listed, not
   * followed.
   */
  below(folder: string, skip: readonly string[]): Promise<readonly string[]>;
  /** True when the path exists. */
  exists(path: string): Promise<boolean>;
  /** Removes a file or folder with all below it; nothing happens when it is absent. */
  remove(path: string): Promise<void>;
  makeFolder(path: string): Promise<void>;
  move(from: string, to: string): Promise<void>;
}

export interface Clock {
  now(): Date;
  /** Milliseconds that only go forward. */
  ticks(): number;
  /** Resolves after `ms`, or at once when the run is cancelled. */
  sleep(ms: number): Promise<void>;
}

/** True once SIGINT or SIGTERM arrived: no further step begins. */
export interface Cancellation {
  readonly cancelled: boolean;
}

/**
 * An answer of GitHub's API: a value, or its HTTP status and the reason ("Resource not accessible by integration");
 * status 0 when none came.
 */
export type GitHubAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly status: number; readonly why: string };

/** The one comment that a marker names on a pull request. */
export interface StickyComment {
  readonly pullRequest: number;
  /**
   * An HTML comment on one line, such as `<!-- phoenix-deploy:report:v1 key=deploy/staging -->`: what the comment
   * begins with.
   */
  readonly marker: string;
  /** What follows the marker. The caller cuts it: GitHub takes 65,536 characters of both together. */
  readonly body: string;
}

/** A finished check run. The caller cuts the summary: GitHub takes 65,535 characters. */
export interface CheckRun {
  readonly name: string;
  /** The commit that it is shown on: of a pull request its head, not the merge commit. */
  readonly sha: string;
  readonly conclusion: "success" | "failure" | "neutral" | "cancelled" | "skipped";
  readonly title: string;
  readonly summary: string;
  /** As many as there are; a finding without a file has no place in a check run and is left out. */
  readonly annotations: readonly { readonly finding: Finding; readonly title: string }[];
  readonly detailsUrl: string;
}

/** A file of a pull request. */
export interface ChangedFile {
  readonly path: string;
  /**
   * The lines that the pull request adds or changes, numbered as in its head; null when GitHub gives no patch (binary,
   * or too large).
   */
  readonly addedLines: readonly number[] | null;
}

/** A deployment to an environment that succeeded. */
export interface SucceededDeployment {
  /** Full id of its commit. */
  readonly sha: string;
  readonly at: string;
}

/** An issue of the repository; GitHub counts pull requests among them. */
export interface Issue {
  readonly number: number;
  readonly title: string;
  readonly url: string;
  readonly labels: readonly string[];
  readonly isPull: boolean;
}

/** Nothing here throws: an answer that refuses, or did not come, is an answer. */
export interface GitHub {
  environment(name: string): Promise<GitHubAnswer<EnvironmentRules>>;
  approvals(): Promise<GitHubAnswer<readonly Approval[]>>;
  run(): Promise<GitHubAnswer<ApprovalRun>>;
  /**
   * The environment of the deployment that belongs to this very job, and how that was found out; null name when the job
   * has none.
   */
  jobEnvironment(jobId: string, sha: string, environment: string): Promise<GitHubAnswer<JobEnvironment>>;
  /** Where a branch or tag (`refs/heads/main`) points now, seen from a commit. */
  refStanding(ref: string, sha: string): Promise<GitHubAnswer<RefStanding>>;
  /** The pull requests that a commit belongs to. */
  pullRequestsOf(sha: string): Promise<GitHubAnswer<readonly PullRequestOfCommit[]>>;
  /** The reviews of a pull request, the oldest first. */
  reviewsOf(pullRequest: number): Promise<GitHubAnswer<readonly Review[]>>;
  /** `admin`, `write`, `read` or `none`: what a person may do with the repository. */
  permissionOf(login: string): Promise<GitHubAnswer<string>>;
  /** Is a person in a team (`org/slug`)? Only a token that may read the organization's members gets an answer. */
  memberOfTeam(team: string, login: string): Promise<GitHubAnswer<boolean>>;
  /**
   * Updates the newest comment that begins with the marker and that we wrote ourselves; creates one where there is
   * none.
   */
  stickyComment(comment: StickyComment): Promise<GitHubAnswer<{ readonly created: boolean; readonly url: string }>>;
  /** Creates a check run with all its annotations. */
  checkRun(checkRun: CheckRun): Promise<GitHubAnswer<{ readonly url: string }>>;
  /** At most 3,000 files: GitHub lists no more. */
  changedFiles(pullRequest: number): Promise<GitHubAnswer<readonly ChangedFile[]>>;
  /** The newest deployment to an environment that succeeded, also where another one followed; null where none did. */
  lastDeployment(environment: string): Promise<GitHubAnswer<SucceededDeployment | null>>;
  /** The hundred issues that were opened last, the newest first. */
  newestIssues(): Promise<GitHubAnswer<readonly Issue[]>>;
}

/** A commit as a list of commits has it. */
export interface ListedCommit {
  readonly sha: string;
  readonly subject: string;
  readonly author: string;
}

/** Commits that are listed at most: nobody reads more. */
export const maxListed = 2_000;

/** git of the checked-out repository. */
export interface Repository {
  /** Whether there is a commit to ask about: the questions below throw where there is none. */
  standing(): Promise<"ready" | "none" | "empty" | "of another owner" | "no git">;
  /** Full ids of the commit and its tree, as checked out. */
  head(): Promise<{ readonly sha: string; readonly tree: string }>;
  /** Tracked files with uncommitted changes, as `git status --porcelain` names them. */
  changes(): Promise<readonly string[]>;
  /**
   * Every file that is not as the commit has it, or that it does not have, by path from the root; ignored files aside.
   */
  differing(): Promise<readonly { readonly path: string; readonly tracked: boolean }[]>;
  /**
   * Every tracked file with its git object id, by path from the root; `untouched` when nothing beside them and the
   * ignored lies there.
   */
  tracked(): Promise<{
    readonly files: ReadonlyMap<string, string>;
    readonly untouched: boolean;
    /**
     * Tracked paths whose changes git does not see: links that lead out of the repository, submodules, and files that
     * it was set to overlook.
     */
    readonly foreign: readonly string[];
  }>;
  /** Files and whole folders (with a slash at the end) that git ignores and that exist, by path from the root. */
  ignored(): Promise<readonly string[]>;
  /** True when the history is cut off, as `actions/checkout` does by default: tags and commits may be missing. */
  isShallow(): Promise<boolean>;
  /** Every tag here, with the commit that it points at. */
  tags(): Promise<readonly { readonly name: string; readonly commit: string }[]>;
  /** The commit that a revision names; null when it is not here. */
  commitOf(revision: string): Promise<string | null>;
  /**
   * Files below a folder as a revision has them: absolute path and git's id of the content. Null when that revision is
   * not here (a shallow clone).
   */
  filesAt(revision: string, folder: string): Promise<ReadonlyMap<string, string> | null>;
  /** Commits that `to` has and `from` does not, newest first, at most `maxListed`. Throws where either is not here. */
  commitsBetween(from: string, to: string): Promise<readonly ListedCommit[]>;
  /** Files that two commits have differently, by path from the root; what was renamed was removed and added. */
  changedBetween(from: string, to: string): Promise<readonly ChangedPath[]>;
  /** The text of a file at a commit, by path from the root; null where that has none. Throws where it is too large. */
  fileAt(commit: string, path: string): Promise<string | null>;
  /** Lays a commit's files into a folder beside the checkout for as long as the work takes. */
  atCommit<T>(commit: string, folder: string, work: () => Promise<T>): Promise<T>;
}

/** What is installed on the machine, found without starting it. */
export interface Toolchain {
  /**
   * Versions of the Elixir and OTP that PATH leads to; null where only starting them tells (a version manager's shims).
   */
  versions(): Promise<{ readonly elixir: string; readonly otp: string } | null>;
}

/**
 * The job log, annotations and outputs of the runner. All text is fenced: nothing written here is a command to the
 * runner.
 */
export interface Log {
  info(line: string): void;
  warning(line: string): void;
  /** Runs the work inside one collapsible group titled with the intention. */
  group<T>(title: string, work: () => Promise<T>): Promise<T>;
  /** One annotation. Paths relative to the repository. */
  annotate(finding: Finding, title: string): void;
}

/** The pull request that started the run, as its event names it. */
export interface PullRequest {
  readonly number: number;
  readonly baseSha: string;
  readonly baseRef: string;
  readonly headSha: string;
  /**
   * Its head lies in another repository: the token is read-only and there are no secrets. True also when that cannot be
   * known.
   */
  readonly fromFork: boolean;
}

/** The run that started this one, where the event is `workflow_run`. */
export interface TriggeringRun {
  readonly headSha: string;
  /** Its head lies in another repository. True also when that cannot be known. */
  readonly fromFork: boolean;
}

/** What the runner says of this job. */
export interface JobFacts {
  readonly repository: string;
  readonly sha: string;
  readonly ref: string;
  /** The branch or tag without `refs/…/`; `7/merge` for a pull request. */
  readonly refName: string;
  /** Name of the workflow, or the path of its file when it has none. */
  readonly workflow: string;
  readonly runId: string;
  readonly runAttempt: string;
  /** A name of this job that no other job of the run and attempt has, those of a matrix included. */
  readonly job: string;
  readonly runUrl: string;
  readonly actor: string;
  readonly eventName: string;
  /** Cores of the machine: heavy tools at once. */
  readonly cores: number;
  /** sha256 of the bundle that runs: what another one found out is not what this one would. */
  readonly bundle: string;
  /** sha256 of the environment that tools see, without what changes with each run. */
  readonly environment: string;
  /** Null when the event is not a pull request's, or does not say. */
  readonly pullRequest: PullRequest | null;
  /** Null, or absent, when the event is no `workflow_run`, or does not say. */
  readonly workflowRun?: TriggeringRun | null;
  /** Null when the event does not say. */
  readonly defaultBranch: string | null;
  /** Absolute path of the checkout. */
  readonly workspace: string;
  /** Absolute path of the suite's own folder for this job's scratch files. */
  readonly temp: string;
}

/** All doors together: what a stage is handed. */
export interface World {
  readonly shell: Shell;
  readonly http: Http;
  readonly files: Files;
  readonly clock: Clock;
  readonly cancellation: Cancellation;
  readonly github: GitHub;
  readonly repository: Repository;
  readonly toolchain: Toolchain;
  readonly log: Log;
  readonly job: JobFacts;
  /** The environment variable that a setting names, such as a webhook's address; undefined when unset or empty. */
  readonly secret: (name: string) => string | undefined;
}
