import { z } from "zod";
import type { GitHubAnswer } from "../domain/approval.ts";
import type { GitHub } from "../ports.ts";

/** Answers are parsed loosely: unknown members are welcome, states are strings (DESIGN: section 9). */
const user = z.looseObject({ id: z.number(), login: z.string() });
const environmentAnswer = z.looseObject({
  can_admins_bypass: z.boolean().nullish(),
  protection_rules: z
    .array(
      z.looseObject({
        type: z.string(),
        wait_timer: z.number().nullish(),
        prevent_self_review: z.boolean().nullish(),
        reviewers: z
          .array(
            z.looseObject({ type: z.string(), reviewer: z.looseObject({ login: z.string().optional(), slug: z.string().optional() }) }),
          )
          .nullish(),
      }),
    )
    .nullish(),
});
const approvalsAnswer = z.array(
  z.looseObject({ state: z.string(), comment: z.string().nullish(), user, environments: z.array(z.looseObject({ name: z.string() })) }),
);
const runAnswer = z.looseObject({ actor: user, triggering_actor: user, run_attempt: z.number(), head_sha: z.string(), event: z.string() });
const checkRunAnswer = z.looseObject({ node_id: z.string() });
const graphqlAnswer = z.looseObject({
  data: z
    .looseObject({ node: z.looseObject({ deployment: z.looseObject({ environment: z.string().nullish() }).nullish() }).nullish() })
    .nullish(),
  errors: z.array(z.looseObject({ message: z.string() })).optional(),
});
const deploymentsAnswer = z.array(z.looseObject({ id: z.number(), environment: z.string() }));
const statusesAnswer = z.array(z.looseObject({ log_url: z.string().nullish(), target_url: z.string().nullish() }));

/** The deployment of a check run: a job is one, and its deployment is the one that its environment gate held. */
export const deploymentQuery = "query($id: ID!) { node(id: $id) { ... on CheckRun { deployment { environment } } } }";

/** GitHub's API for one run of one repository. Octokit is loaded at the first call. Nothing throws: an answer that did not come is an answer. */
export function githubAdapter(options: {
  readonly token: string;
  readonly repository: string;
  readonly runId: string;
  readonly apiUrl: string;
  readonly graphqlUrl: string;
}): GitHub {
  const [owner = "", repo = ""] = options.repository.split("/");
  const base = `/repos/${encodeURIComponent(owner)}/${encodeURIComponent(repo)}`;

  async function ask<T>(schema: z.ZodType<T>, route: string, parameters: Record<string, unknown> = {}): Promise<GitHubAnswer<T>> {
    if (options.token === "") return { ok: false, status: 0, why: "the input `github-token` is empty" };
    try {
      const { getOctokit } = await import("@actions/github");
      const octokit = getOctokit(options.token, { baseUrl: options.apiUrl });
      const { data } = await octokit.request(route, { ...parameters, request: { signal: AbortSignal.timeout(20_000) } });
      const parsed = schema.safeParse(data);
      return parsed.success
        ? { ok: true, value: parsed.data }
        : { ok: false, status: 200, why: `the answer is not of the known form (${parsed.error.issues[0]?.path.join(".") ?? ""})` };
    } catch (error) {
      const status =
        typeof error === "object" && error !== null && "status" in error && typeof error.status === "number" ? error.status : 0;
      return { ok: false, status, why: error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error) };
    }
  }

  return {
    async environment(name) {
      const answer = await ask(environmentAnswer, `GET ${base}/environments/${encodeURIComponent(name)}`);
      if (!answer.ok) return answer;
      const rules = answer.value.protection_rules ?? [];
      const reviewing = rules.filter((rule) => rule.type === "required_reviewers");
      return {
        ok: true,
        value: {
          reviewers: reviewing.flatMap((rule) =>
            (rule.reviewers ?? []).map(({ reviewer }) => reviewer.login ?? reviewer.slug ?? "unknown"),
          ),
          preventSelfReview: reviewing[0]?.prevent_self_review ?? null,
          adminsBypass: answer.value.can_admins_bypass ?? null,
          waitMinutes: Math.max(0, ...rules.map((rule) => rule.wait_timer ?? 0)),
        },
      };
    },
    async approvals() {
      const answer = await ask(approvalsAnswer, `GET ${base}/actions/runs/${options.runId}/approvals`);
      if (!answer.ok) return answer;
      return {
        ok: true,
        value: answer.value.map((one) => ({
          state: one.state,
          login: one.user.login,
          userId: one.user.id,
          comment: one.comment ?? "",
          environments: one.environments.map(({ name }) => name),
        })),
      };
    },
    async run() {
      const answer = await ask(runAnswer, `GET ${base}/actions/runs/${options.runId}`);
      if (!answer.ok) return answer;
      const { actor, triggering_actor, run_attempt, head_sha, event } = answer.value;
      return {
        ok: true,
        value: {
          actorId: actor.id,
          actor: actor.login,
          triggeringActorId: triggering_actor.id,
          triggeringActor: triggering_actor.login,
          attempt: run_attempt,
          headSha: head_sha,
          event,
        },
      };
    },
    async jobEnvironment(jobId, sha, environment) {
      if (/^\d+$/.test(jobId)) {
        const check = await ask(checkRunAnswer, `GET ${base}/check-runs/${jobId}`);
        if (check.ok) {
          const answer = await ask(graphqlAnswer, `POST ${options.graphqlUrl}`, {
            query: deploymentQuery,
            variables: { id: check.value.node_id },
          });
          if (answer.ok && answer.value.errors === undefined && answer.value.data?.node !== undefined) {
            return { ok: true, value: { name: answer.value.data?.node?.deployment?.environment ?? null, evidence: "graphql" } };
          }
        }
      }
      // Where GraphQL does not answer: the deployment of this commit whose log is this very job's.
      const deployments = await ask(deploymentsAnswer, `GET ${base}/deployments`, { sha, environment, per_page: 100 });
      if (!deployments.ok) return deployments;
      for (const { id, environment: name } of deployments.value) {
        const statuses = await ask(statusesAnswer, `GET ${base}/deployments/${id}/statuses`, { per_page: 100 });
        if (!statuses.ok) return statuses;
        const mine = new RegExp(`/actions/runs/${options.runId}/jobs?/${jobId}(\\D|$)`);
        if (jobId !== "" && statuses.value.some((one) => mine.test(one.log_url ?? one.target_url ?? "")))
          return { ok: true, value: { name, evidence: "log-url" } };
      }
      return { ok: true, value: { name: null, evidence: "log-url" } };
    },
  };
}
