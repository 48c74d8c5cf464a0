// GitHub's record of deployments and issues in memory, with what a run wrote into it.

import type { RecordedDeployment } from "../../src/domain/delivery/recorded-deployment.ts";
import type { NewDeployment, NewDeploymentStatus } from "../../src/ports/deployments.ts";
import type { GitHub } from "../../src/ports/github.ts";
import type { MarkedIssue } from "../../src/ports/incidents.ts";
import { closedGitHub } from "./world.ts";

const yes = <T>(value: T) => ({ ok: true as const, value });

/** A deployment in the record, with these words, the oldest first. */
export function onRecord(id: number, sha: string, words: readonly (readonly [string, string?])[]): RecordedDeployment {
  return {
    ...{ id, sha, at: "2026-11-20T10:00:00Z", task: "deploy", own: null },
    words: words.map(([state, description = ""]) => ({ state, at: "2026-11-20T10:00:00Z", description })),
  };
}

export class Records {
  readonly history: RecordedDeployment[] = [];
  readonly created: (NewDeployment & { readonly id: number })[] = [];
  readonly statuses: (Pick<NewDeploymentStatus, "state" | "description"> & { readonly id: number })[] = [];
  readonly issues: MarkedIssue[] = [];
  /** Commits by the name of their tag. */
  readonly tags: Record<string, string> = {};
  /** Number of the job's own deployment. */
  own: number | null = null;

  github(more: Partial<GitHub> = {}): GitHub {
    return closedGitHub({
      jobEnvironment: async (_job, _sha, name) =>
        yes({ name, evidence: "graphql", waited: false, ...(this.own === null ? {} : { deployment: this.own }) }),
      deploymentHistory: async () => yes({ deployments: this.history, whole: true }),
      createDeployment: async (wanted) => {
        const id = 900 + this.created.length;
        this.created.push({ ...wanted, id });
        return yes({ id });
      },
      deploymentStatus: async (id, { state, description }) => {
        this.statuses.push({ id, state, description });
        return yes(null);
      },
      markedIssue: async (issue) => {
        this.issues.push(issue);
        return yes({ number: 12, url: "https://github.com/acme/shop/issues/12", created: true, without: "" });
      },
      commitOfRef: async (ref) => yes(this.tags[ref.replace("tags/", "")] ?? null),
      comparedCommits: async (_from, to) =>
        yes({ total: 1, commits: [{ sha: to, subject: "Faster cart (#7)", author: "mallory<b>" }] }),
      pullRequestsOf: async () => ({ ok: false, status: 403, why: "Resource not accessible by integration" }),
      ...more,
    });
  }

  /** `910 success Serves: …`, in the order in which they were said. */
  get said(): readonly string[] {
    return this.statuses.map(({ id, state, description }) => `${id} ${state} ${description}`.trim());
  }
}
