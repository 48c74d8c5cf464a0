import { z } from "zod";
import type { DatedCommit } from "../../domain/delivery/recorded-deployment.ts";
import type { Deployments } from "../../ports/deployments.ts";
import type { GitHubAnswer } from "../../ports/github.ts";
import type { Api } from "./api.ts";

const oid = z.string().regex(/^[0-9a-f]{40,64}$/);
const listed = z.looseObject({
  oid,
  committedDate: z.string(),
  parents: z.looseObject({ nodes: z.array(z.looseObject({ oid }).nullish()) }),
});
const pageForm = z.looseObject({
  repository: z.looseObject({
    object: z
      .looseObject({
        history: z.looseObject({
          pageInfo: z.looseObject({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
          nodes: z.array(listed.nullish()),
        }),
      })
      .nullish(),
  }),
});
type Page = z.infer<typeof pageForm>;
type History = NonNullable<Page["repository"]["object"]>["history"];

const commitsQuery =
  "query($owner: String!, $name: String!, $oid: GitObjectID!, $since: GitTimestamp!, $after: String) { " +
  "repository(owner: $owner, name: $name) { object(oid: $oid) { ... on Commit { history(first: 100, since: $since, " +
  "after: $after) { pageInfo { hasNextPage endCursor } nodes { oid committedDate parents(first: 3) { nodes { oid } } " +
  "} } } } } }";

const maxPages = 10;

/** The commits below a commit with their parents, without a checkout: the report's job has the newest one alone. */
export function datedCommitsBy(
  api: Api,
  repository: { readonly owner: string | undefined; readonly name: string | undefined },
): Deployments["datedCommits"] {
  return async (sha, since) => {
    const commits: DatedCommit[] = [];
    let after: string | null = null;
    for (let page = 0; page < maxPages; page += 1) {
      const answer: GitHubAnswer<Page> = await api.query(pageForm, commitsQuery, {
        ...repository,
        oid: sha,
        since,
        after,
      });
      if (!answer.ok) return answer;
      const history: History | undefined = answer.value.repository.object?.history;
      if (history === undefined)
        return { ok: false, status: 200, why: `GitHub does not know commit ${sha.slice(0, 12)}` };
      for (const one of history.nodes)
        if (one != null)
          commits.push({
            ...{ sha: one.oid, at: one.committedDate },
            parents: one.parents.nodes.flatMap((parent) => parent?.oid ?? []),
          });
      after = history.pageInfo.endCursor ?? null;
      if (!history.pageInfo.hasNextPage || after === null) return { ok: true, value: { commits, whole: true } };
    }
    return { ok: true, value: { commits, whole: false } };
  };
}
