/** What GitHub says of approvals. States are strings, since GitHub adds words. */

/** The protection rules of an environment; null where GitHub does not say. */
export interface EnvironmentRules {
  /** Logins and team slugs that may approve; empty when nobody is asked. */
  readonly reviewers: readonly string[];
  /** A team is among the reviewers: who its members are, a workflow's token cannot read. */
  readonly hasTeam: boolean;
  readonly preventSelfReview: boolean | null;
  readonly adminsBypass: boolean | null;
  readonly waitMinutes: number;
}

/** One review of this run. GitHub gives no time, no attempt and no sign of an administrator's bypass. */
export interface Approval {
  /** `approved`, `rejected`, or `pending` for a comment alone. */
  readonly state: string;
  readonly login: string;
  readonly userId: number;
  readonly comment: string;
  readonly environments: readonly string[];
}

export interface ApprovalRun {
  readonly actorId: number;
  readonly actor: string;
  /** Who started this attempt. */
  readonly triggeringActorId: number;
  readonly triggeringActor: string;
  readonly attempt: number;
  readonly headSha: string;
  readonly event: string;
}

/**
 * The environment of the deployment that belongs to this very job, and how that was found out; a null name when it has
 * none.
 */
export interface JobEnvironment {
  readonly name: string | null;
  /**
   * `oidc`: the job's own ID token. `graphql`, `log-url`: the deployment that names this very job.
   * `run-url`: the only deployment that names this run; no record names the job itself.
   */
  readonly evidence: "oidc" | "graphql" | "log-url" | "run-url";
  /** The deployment's history shows that it waited for its rules; null where the history cannot be read. */
  readonly waited: boolean | null;
  /** The deployment's number; absent where the answer has none. */
  readonly deployment?: number;
}
