import { z } from "zod";
import type { GitHub } from "../../ports/github.ts";
import type { Api } from "./api.ts";

const user = z.looseObject({ id: z.number(), login: z.string() });
const reviewer = z.looseObject({ login: z.string().optional(), slug: z.string().optional() });
const rule = z.looseObject({
  type: z.string(),
  wait_timer: z.number().nullish(),
  prevent_self_review: z.boolean().nullish(),
  reviewers: z.array(z.looseObject({ type: z.string(), reviewer })).nullish(),
});
const environmentAnswer = z.looseObject({
  can_admins_bypass: z.boolean().nullish(),
  protection_rules: z.array(rule).nullish(),
});
const approvalsAnswer = z.array(
  z.looseObject({
    state: z.string(),
    comment: z.string().nullish(),
    user,
    environments: z.array(z.looseObject({ name: z.string() })),
  }),
);
const runAnswer = z.looseObject({
  actor: user,
  triggering_actor: user,
  run_attempt: z.number(),
  head_sha: z.string(),
  event: z.string(),
});

/** What GitHub knows of an environment's rules, and of the reviews of this run. */
export function approvalBy(api: Api, runId: string): Pick<GitHub, "environment" | "approvals" | "run"> {
  return {
    async environment(name) {
      const answer = await api.ask(environmentAnswer, "GET /repos/{owner}/{repo}/environments/{environment_name}", {
        environment_name: name,
      });
      if (!answer.ok) return answer;
      const rules = answer.value.protection_rules ?? [];
      const reviewing = rules.filter(({ type }) => type === "required_reviewers");
      const reviewers = reviewing.flatMap((one) => one.reviewers ?? []);
      return {
        ok: true,
        value: {
          reviewers: reviewers.map((one) => one.reviewer.login ?? one.reviewer.slug ?? "unknown"),
          hasTeam: reviewers.some(({ type }) => type === "Team"),
          preventSelfReview: reviewing[0]?.prevent_self_review ?? null,
          adminsBypass: answer.value.can_admins_bypass ?? null,
          waitMinutes: Math.max(0, ...rules.map((one) => one.wait_timer ?? 0)),
        },
      };
    },
    async approvals() {
      const answer = await api.ask(approvalsAnswer, "GET /repos/{owner}/{repo}/actions/runs/{run_id}/approvals", {
        run_id: runId,
      });
      if (!answer.ok) return answer;
      const value = answer.value.map(({ state, user: by, comment, environments }) => ({
        state,
        login: by.login,
        userId: by.id,
        comment: comment ?? "",
        environments: environments.map(({ name }) => name),
      }));
      return { ok: true, value };
    },
    async run() {
      const answer = await api.ask(runAnswer, "GET /repos/{owner}/{repo}/actions/runs/{run_id}", { run_id: runId });
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
  };
}
