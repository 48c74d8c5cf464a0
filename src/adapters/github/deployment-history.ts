import { z } from "zod";
import type { RecordedDeployment } from "../../domain/delivery/recorded-deployment.ts";
import type { Deployments } from "../../ports/deployments.ts";
import type { GitHubAnswer } from "../../ports/github.ts";
import { type Api, type ApiOptions, openApi } from "./api.ts";
import { datedCommitsBy } from "./dated-commits.ts";
import { ownMark, ownRecord } from "./own-record.ts";

const listed = z.looseObject({
  databaseId: z.number(),
  createdAt: z.string(),
  task: z.string().nullish(),
  payload: z.string().nullish(),
  commitOid: z.string().regex(/^[0-9a-f]{40,64}$/),
  statuses: z
    .looseObject({
      nodes: z.array(
        z.looseObject({ state: z.string(), createdAt: z.string(), description: z.string().nullish() }).nullish(),
      ),
    })
    .nullish(),
});
const pageForm = z.looseObject({
  repository: z.looseObject({
    deployments: z.looseObject({
      pageInfo: z.looseObject({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
      nodes: z.array(listed.nullish()),
    }),
  }),
});

type Page = z.infer<typeof pageForm>;

/** One question for a hundred deployments with all their words: REST would be asked once for each. */
const historyQuery =
  "query($owner: String!, $name: String!, $environment: String!, $after: String) { " +
  "repository(owner: $owner, name: $name) { deployments(environments: [$environment], first: 100, after: $after, " +
  "orderBy: {field: CREATED_AT, direction: DESC}) { pageInfo { hasNextPage endCursor } nodes { databaseId createdAt " +
  "task payload commitOid statuses(first: 20) { nodes { state createdAt description } } } } } }";

/** Pages that are read at most: four deployments a day for three months. */
const maxPages = 4;

/** How long the last word of a run may take: a cancelled job is ended after ten seconds. */
const lastWordMs = 3_000;

const made = z.looseObject({ id: z.number() });

export function deploymentsBy(api: Api, options: ApiOptions): Deployments {
  const [owner, name] = options.repository.split("/");
  const brief = openApi({ ...options, limitMs: options.limitMs ?? lastWordMs });
  return {
    async deploymentHistory(environment, since) {
      const deployments: RecordedDeployment[] = [];
      let after: string | null = null;
      for (let page = 0; page < maxPages; page += 1) {
        const answer: GitHubAnswer<Page> = await api.query(pageForm, historyQuery, { owner, name, environment, after });
        if (!answer.ok) return answer;
        const { nodes, pageInfo }: Page["repository"]["deployments"] = answer.value.repository.deployments;
        deployments.push(...nodes.flatMap((one) => (one == null ? [] : [recorded(one)])));
        after = pageInfo.endCursor ?? null;
        const oldest = deployments.at(-1);
        const reached = oldest !== undefined && Date.parse(oldest.at) < Date.parse(since);
        if (reached || !pageInfo.hasNextPage || after === null)
          return { ok: true, value: { deployments, whole: true } };
      }
      return { ok: true, value: { deployments, whole: false } };
    },
    datedCommits: datedCommitsBy(api, { owner, name }),
    createDeployment: ({ environment, sha, task, production, says, payload }) =>
      api.ask(made, "POST /repos/{owner}/{repo}/deployments", {
        ...{ ref: sha, task, environment, auto_merge: false, required_contexts: [], description: says },
        ...{ transient_environment: false, production_environment: production },
        payload: { ...ownMark, ...payload },
      }),
    async deploymentStatus(id, { state, description, log, url }) {
      const answer = await brief.ask(made, "POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses", {
        ...{ deployment_id: id, state, description, log_url: log },
        ...(url === null ? {} : { environment_url: url }),
      });
      return answer.ok ? { ok: true, value: null } : answer;
    },
  };
}

function recorded({
  databaseId: id,
  createdAt: at,
  task,
  payload,
  ...one
}: z.infer<typeof listed>): RecordedDeployment {
  const words = (one.statuses?.nodes ?? []).flatMap((word) =>
    word == null ? [] : [{ state: word.state.toLowerCase(), at: word.createdAt, description: word.description ?? "" }],
  );
  return {
    ...{ id, at, sha: one.commitOid, task: task ?? "deploy", own: ownRecord(payload) },
    // GitHub lists the newest first, and its times are whole seconds.
    words: words.reverse().sort((a, b) => Date.parse(a.at) - Date.parse(b.at)),
  };
}
