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
  /** What a merge queue's group is merged onto. Null, or absent, when the event is no `merge_group`. */
  readonly mergeBase?: string | null;
  /** Null when the event does not say. */
  readonly defaultBranch: string | null;
  /** Absolute path of the checkout. */
  readonly workspace: string;
  /** Absolute path of the suite's own folder for this job's scratch files. */
  readonly temp: string;
}
