/** A word that was written into the history of a deployment. */
export interface DeploymentWord {
  /** `in_progress`, `success`, `failure` and the like, in lower case. */
  readonly state: string;
  readonly at: string;
  readonly description: string;
}

/** A deployment to an environment, as GitHub has it on record. */
export interface RecordedDeployment {
  readonly id: number;
  /** Full id of its commit. */
  readonly sha: string;
  readonly at: string;
  /** `deploy`; of the records that this suite makes also `rollback`. */
  readonly task: string;
  /** What this suite wrote into a record that it made itself; null where GitHub or somebody else made it. */
  readonly own: { readonly release: string | null } | null;
  /** The oldest first. */
  readonly words: readonly DeploymentWord[];
}

/** The deployments to an environment, the newest first. */
export interface DeploymentHistory {
  readonly deployments: readonly RecordedDeployment[];
  /** True where none was left out: there are no older ones, or none that were asked for. */
  readonly whole: boolean;
}

/** A commit of the history below a deployment. */
export interface DatedCommit {
  readonly sha: string;
  /** When it was committed. */
  readonly at: string;
  readonly parents: readonly string[];
}
