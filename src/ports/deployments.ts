import type { GitHubAnswer } from "./github.ts";

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
  /** When its commit was made; null where GitHub does not say. */
  readonly committedAt: string | null;
  /** The oldest first. */
  readonly words: readonly DeploymentWord[];
}

/** The deployments to an environment, the newest first. */
export interface DeploymentHistory {
  readonly deployments: readonly RecordedDeployment[];
  /** True where none was left out: there are no older ones, or none that were asked for. */
  readonly whole: boolean;
}

/** A deployment to be put on record. */
export interface NewDeployment {
  readonly environment: string;
  /** Full id of the commit that serves afterwards. */
  readonly sha: string;
  readonly task: "deploy" | "rollback";
  readonly production: boolean;
  readonly says: string;
  /** For machines: what the record is of. */
  readonly payload: Readonly<Record<string, string | null>>;
}

/** How a deployment stands. GitHub takes 140 characters of a description. */
export interface NewDeploymentStatus {
  readonly state: "in_progress" | "success" | "failure" | "error" | "inactive";
  readonly description: string;
  readonly log: string;
  readonly url: string | null;
}

/** GitHub's record of deployments, beside what `lastDeployment` reads of it. */
export interface Deployments {
  /** At most a few hundred, back to this time. */
  deploymentHistory(environment: string, since: string): Promise<GitHubAnswer<DeploymentHistory>>;
  createDeployment(wanted: NewDeployment): Promise<GitHubAnswer<{ readonly id: number }>>;
  /** Waits for a short time only: it is the last thing that a cancelled run does. */
  deploymentStatus(id: number, status: NewDeploymentStatus): Promise<GitHubAnswer<null>>;
}
