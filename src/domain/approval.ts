/** What GitHub tells of approvals. States are strings: GitHub adds words (DESIGN: section 9). */

/** An answer of GitHub's API: a value, or its status and reason ("403: Resource not accessible by integration"); status 0 when none came. */
export type GitHubAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly status: number; readonly why: string };

export interface EnvironmentRules {
  /** Logins and team slugs that may approve; empty when nobody is asked. */
  readonly reviewers: readonly string[];
  readonly preventSelfReview: boolean | null;
  readonly adminsBypass: boolean | null;
  readonly waitMinutes: number;
}

export interface Approval {
  readonly state: string;
  readonly login: string;
  readonly userId: number;
  readonly comment: string;
  readonly environments: readonly string[];
}

export interface RunFacts {
  readonly actorId: number;
  readonly actor: string;
  readonly triggeringActorId: number;
  readonly triggeringActor: string;
  readonly attempt: number;
  readonly headSha: string;
  readonly event: string;
}

/** The environment of the deployment that belongs to this very job, and how that was found out; null when the job has none. */
export interface JobEnvironment {
  readonly name: string | null;
  readonly evidence: "graphql" | "log-url";
}
