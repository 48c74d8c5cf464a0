import type { GitHub } from "../ports/github.ts";
import { type ApiOptions, openApi } from "./github/api.ts";
import { approvalBy } from "./github/approval.ts";
import { changedFilesBy } from "./github/changed-files.ts";
import { checkRunBy } from "./github/check-run.ts";
import { codeReviewBy } from "./github/code-review.ts";
import { stickyCommentBy } from "./github/comment.ts";
import { deploymentBy } from "./github/deployment.ts";
import { deploymentsBy } from "./github/deployment-history.ts";
import { claimsOf, type IdTokenSource } from "./github/id-token.ts";
import { incidentsBy } from "./github/incidents.ts";
import { newestIssuesBy } from "./github/issues.ts";
import { jobEnvironmentBy } from "./github/job-environment.ts";
import { jobsOfRunBy } from "./github/jobs.ts";
import { refStandingBy } from "./github/ref.ts";
import { releasePagesBy } from "./github/release-pages.ts";
import { releasedPullsBy } from "./github/released-pulls.ts";

/** Whose run is asked about. */
export interface GitHubOptions extends ApiOptions {
  readonly runId: string;
  readonly runnerName: string;
  /** Null when the job has no `id-token: write`. */
  readonly idToken: IdTokenSource | null;
}

/** GitHub's API for one run of one repository. Nothing throws: an answer that did not come is an answer. */
export function githubAdapter(options: GitHubOptions): GitHub {
  const { runId, runnerName, idToken } = options;
  const api = openApi(options);
  return {
    ...approvalBy(api, runId),
    jobEnvironment: jobEnvironmentBy(api, {
      runId,
      runnerName,
      claims: async () => (idToken === null ? null : claimsOf(idToken, options)),
    }),
    jobsOfRun: jobsOfRunBy(api, runId),
    refStanding: refStandingBy(api),
    ...codeReviewBy(api),
    stickyComment: stickyCommentBy(api),
    checkRun: checkRunBy(api),
    changedFiles: changedFilesBy(api),
    lastDeployment: deploymentBy(api),
    newestIssues: newestIssuesBy(api),
    ...deploymentsBy(api, options),
    ...incidentsBy(api),
    ...releasePagesBy(api),
    ...releasedPullsBy(api, options.repository),
  };
}
