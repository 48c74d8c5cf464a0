import { z } from "zod";
import { readDeliveryWord } from "../../domain/delivery/word.ts";
import type { GitHub } from "../../ports/github.ts";
import type { Api } from "./api.ts";

const listed = z.array(
  z.looseObject({
    id: z.number(),
    sha: z.string().regex(/^[0-9a-f]{40,64}$/),
    created_at: z.string(),
  }),
);
const statusForm = z.array(z.looseObject({ state: z.string(), description: z.string().nullish() }));

/** Deployments that are looked at, newest first. Those of jobs that wait or failed have no success. */
const maxDeployments = 30;

/**
 * A deployment that succeeded and was followed by another is `inactive` now: its history has the success. One that a
 * run of ours rolled back, or that was a dry run, says so there. Asked one by one, since the newest usually has it.
 */
export function deploymentBy(api: Api): GitHub["lastDeployment"] {
  return async (environment) => {
    const deployments = await api.ask(listed, "GET /repos/{owner}/{repo}/deployments", {
      environment,
      per_page: maxDeployments,
    });
    if (!deployments.ok) return deployments;
    for (const { id, sha, created_at: at } of deployments.value) {
      const route = "GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses";
      const statuses = await api.ask(statusForm, route, { deployment_id: id, per_page: 100 });
      if (!statuses.ok) return statuses;
      const ends = statuses.value.map((one) => readDeliveryWord(one.description ?? "")?.end);
      if (ends.includes("rolled-back") || ends.includes("dry-run")) continue;
      if (statuses.value.some(({ state }) => state === "success")) return { ok: true, value: { sha, at } };
    }
    if (deployments.value.length < maxDeployments) return { ok: true, value: null };
    return { ok: false, status: 200, why: `none of the newest ${maxDeployments} deployments succeeded` };
  };
}
