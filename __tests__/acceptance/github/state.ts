// What the loopback GitHub knows. Tests change it freely.

/** A user, a bot or an organization, by its id. */
export interface Person {
  readonly id: number;
  readonly login: string;
}

export const alice: Person = { id: 101, login: "alice" };
export const bob: Person = { id: 102, login: "bob" };
/** Who writes with a workflow's own token. */
export const actionsBot: Person = { id: 41_898_282, login: "github-actions[bot]" };

/** The keys of a workflow's `permissions:` that the operations here ask for. */
export type Permission = "actions" | "checks" | "contents" | "deployments" | "issues" | "members" | "pull-requests";
export type Access = "none" | "read" | "write";

/** `environment:` of a job, held by the rules that the environment has when the job starts. */
export interface Job {
  readonly jobId: string;
  readonly runId: string;
  readonly sha: string;
  readonly environment: string;
  readonly runnerName?: string;
  /** How it ended, and whether a runner ever had it; absent of one that runs. */
  readonly ended?: { readonly conclusion: "success" | "failure" | "cancelled" | "skipped"; readonly began: boolean };
}

export interface Rules {
  readonly reviewers: readonly Person[];
  readonly preventSelfReview: boolean;
  /** Slugs of teams that review too. */
  readonly teams?: readonly string[];
  readonly waitMinutes?: number;
}

/** A job's deployment; the newest state stands first, as GitHub lists them. */
export interface Deployment {
  readonly id: number;
  readonly job: Job;
  readonly states: readonly string[];
  /** What only some tests set: when it was made, and what its maker said of it. */
  readonly at?: string;
  readonly task?: string;
  readonly payload?: unknown;
  /** What was written into its history over the API, the newest first; before the states above. */
  readonly words?: {
    readonly state: string;
    readonly at: string;
    readonly description: string;
    readonly log?: string;
  }[];
}

export interface Comment {
  readonly id: number;
  readonly issue: number;
  body: string;
  readonly user: Person;
}

export interface CheckRun {
  readonly id: number;
  readonly name: string;
  readonly sha: string;
  status: string;
  conclusion: string | null;
  detailsUrl: string | null;
  output: { title: string | null; summary: string | null; text: string | null };
  /** Those of all requests, in their order. */
  readonly annotations: unknown[];
}

/** A pull request with its reviews, the oldest first. */
export interface PullRequest {
  readonly number: number;
  readonly title?: string;
  readonly author: Person;
  readonly head: string;
  /** Null while it is open. */
  readonly mergedAs: string | null;
  /** Commits that belong to it beside these. */
  readonly commits?: readonly string[];
  /** Issues that it closes. */
  readonly closes?: readonly number[];
  readonly reviews: readonly { readonly user: Person; readonly state: string; readonly commit: string | null }[];
}

export interface ChangedFile {
  readonly filename: string;
  readonly status: string;
  /** Absent for binary files and those that are too large, as in the real service. */
  readonly patch?: string;
}

export interface Issue {
  readonly number: number;
  readonly title: string;
  readonly labels: readonly string[];
  readonly isPull?: boolean;
  /** Of issues that were opened over the API. */
  readonly body?: string;
  readonly user?: Person;
  readonly assignees?: readonly string[];
  state?: "open" | "closed";
}

/** A file that is attached to a release; `starter` is what an upload that was cut leaves. */
export interface ReleaseFile {
  readonly id: number;
  readonly name: string;
  readonly text: string;
  readonly state: "uploaded" | "starter";
}

/** A release's page; the newest stands first. */
export interface Release {
  readonly id: number;
  readonly tag: string;
  sha: string;
  readonly title: string | null;
  body: string;
  draft: boolean;
  prerelease: boolean;
  latest: boolean;
  readonly immutable?: boolean;
  readonly files: ReleaseFile[];
}

/** What an operation answers. */
export interface Said {
  readonly status: number;
  readonly body: unknown;
  readonly link?: string;
}

/** An answer in the service's stead: `text` is sent as it is, `body` as JSON, both after `afterMs`. */
export interface Instead {
  readonly status: number;
  readonly body?: unknown;
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly afterMs?: number;
}

export interface State {
  /** An environment that is absent does not exist. */
  environments: Record<string, Rules>;
  approvals: { environment: string; state: string; user: Person }[];
  actor: Person;
  attempt: number;
  /** What the token may do. */
  permissions: Record<Permission, Access>;
  /** Who writes with the token, and whom GraphQL's `viewer` names. */
  viewer: Person;
  jobs: Job[];
  deployments: Deployment[];
  comments: Comment[];
  checkRuns: CheckRun[];
  /** Pull requests among them, as GitHub has it. */
  issues: Issue[];
  /** Files by number of the pull request. */
  files: Record<number, readonly ChangedFile[]>;
  /** Where branches (`heads/main`) and tags point; what is not named points at the commit of the newest job. */
  refs: Record<string, string | null>;
  /** The commits of the default branch, the oldest first. */
  history: string[];
  /** The message of a commit; `x` where none is said. */
  messages: Record<string, string>;
  /** When a commit was made. */
  dates: Record<string, string>;
  pulls: PullRequest[];
  releases: Release[];
  /** What people may do with the repository; who is not named may read. */
  roles: Record<string, string>;
  /** Members of teams, by `org/slug`. */
  teams: Record<string, readonly Person[]>;
  /** What a deployment's `log_url` names: its job, or in the older form only the run. */
  logNames: "job" | "run";
  /** Plays a failure when it answers; what it answers is held to no description. */
  instead:
    | ((request: { readonly method: string; readonly path: string; readonly sent: unknown }) => Instead | null)
    | null;
}

/**
 * `bob` reviews production and has approved; `alice` started the run. The token is that of a workflow which may
 * comment.
 */
export function firstState(): State {
  return {
    environments: {
      staging: { reviewers: [], preventSelfReview: false },
      production: { reviewers: [bob], preventSelfReview: true },
    },
    approvals: [{ environment: "production", state: "approved", user: bob }],
    actor: alice,
    attempt: 1,
    permissions: {
      ...{ actions: "read", checks: "read", contents: "read", deployments: "read", issues: "read", members: "none" },
      "pull-requests": "write",
    },
    viewer: actionsBot,
    jobs: [],
    deployments: [],
    comments: [],
    checkRuns: [],
    issues: [],
    files: {},
    ...{
      refs: {},
      history: [],
      messages: {},
      dates: {},
      pulls: [],
      releases: [],
      roles: { alice: "write", bob: "write" },
      teams: {},
    },
    logNames: "job",
    instead: null,
  };
}

/** A job that names an environment: one that nobody created is made without any rule, and rules hold the deployment. */
export function startJob(state: State, job: Job): void {
  state.environments[job.environment] ??= { reviewers: [], preventSelfReview: false };
  const { reviewers, teams = [], waitMinutes = 0 } = state.environments[job.environment] as Rules;
  const held = reviewers.length + teams.length + waitMinutes > 0;
  state.jobs.push(job);
  state.deployments.unshift({
    id: 700_000 + state.deployments.length,
    job,
    states: ["in_progress", "queued", ...(held ? ["waiting"] : [])],
  });
}
