import { readFileSync, statSync } from "node:fs";
import { z } from "zod";
import { readJson } from "../domain/values/json.ts";
import type { PullRequest, TriggeringRun } from "../ports/job.ts";

/** What the event that started the run says of the repository. */
export interface EventFacts {
  readonly pullRequest: PullRequest | null;
  readonly workflowRun: TriggeringRun | null;
  readonly mergeBase: string | null;
  readonly defaultBranch: string | null;
}

/** GitHub sends no payload over 25 MB. */
const maxBytes = 32 * 1024 * 1024;

const sha = z.string().regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/);
const side = z.looseObject({
  sha,
  ref: z.string().min(1),
  repo: z.looseObject({ id: z.number() }).nullish().catch(null),
});
const pullRequestForm = z.looseObject({ number: z.int().positive(), base: side, head: side });
const repositoryForm = z.looseObject({ default_branch: z.string().min(1) });
const identity = z.looseObject({ id: z.number() });
const mergeGroupForm = z.looseObject({ base_sha: sha });
const workflowRunForm = z.looseObject({ head_sha: sha, head_repository: identity.nullish().catch(null) });

/**
 * Reads the payload at `GITHUB_EVENT_PATH`. Branch names and titles in it are the words of whoever opened the pull
 * request; what is missing, or not of the known form, is null.
 */
export function readEvent(path: string | undefined): EventFacts {
  const payload = z.looseObject({}).safeParse(parsed(path)).data ?? {};
  const pullRequest = pullRequestForm.safeParse(payload["pull_request"]).data;
  const workflowRun = workflowRunForm.safeParse(payload["workflow_run"]).data;
  const ours = identity.safeParse(payload["repository"]).data?.id;
  return {
    workflowRun:
      workflowRun === undefined
        ? null
        : { headSha: workflowRun.head_sha, fromFork: ours === undefined || workflowRun.head_repository?.id !== ours },
    pullRequest: pullRequest === undefined ? null : facts(pullRequest),
    mergeBase: mergeGroupForm.safeParse(payload["merge_group"]).data?.base_sha ?? null,
    defaultBranch: repositoryForm.safeParse(payload["repository"]).data?.default_branch ?? null,
  };
}

function facts({ number, base, head }: z.infer<typeof pullRequestForm>): PullRequest {
  // A fork that was deleted since has no repository: what is not known to be ours is a fork's.
  const fromFork = base.repo == null || head.repo == null || base.repo.id !== head.repo.id;
  return { number, baseSha: base.sha, baseRef: base.ref, headSha: head.sha, fromFork };
}

function parsed(path: string | undefined): unknown {
  if (path === undefined || path === "") return undefined;
  try {
    const file = statSync(path);
    return file.isFile() && file.size <= maxBytes ? readJson(readFileSync(path, "utf8")) : undefined;
  } catch {
    return undefined;
  }
}
