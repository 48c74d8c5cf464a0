import type { DatedCommit, DeploymentHistory } from "../domain/delivery/recorded-deployment.ts";
import type { GitHubAnswer } from "./github.ts";

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
  /** The commits that a commit has below it, back to this time: at most a thousand, and whether that is all. */
  datedCommits(
    sha: string,
    since: string,
  ): Promise<GitHubAnswer<{ readonly commits: readonly DatedCommit[]; readonly whole: boolean }>>;
  createDeployment(wanted: NewDeployment): Promise<GitHubAnswer<{ readonly id: number }>>;
  /** Waits for a short time only: it is the last thing that a cancelled run does. */
  deploymentStatus(id: number, status: NewDeploymentStatus): Promise<GitHubAnswer<null>>;
}
