import { type Delivery, deliveryDays, deliveryOf } from "../../domain/delivery/delivery.ts";
import { errorText } from "../../domain/values/error-text.ts";
import type { StageRun } from "../stage.ts";

const dayMs = 24 * 3_600_000;

/** Commits older than this before the longest window are not read: a change waits no longer than that. */
const leadDays = 90;

/** The metrics of delivery of an environment, or why they are not known. No verdict hangs on them. */
export async function readDelivery(run: StageRun, environment: string): Promise<Delivery> {
  try {
    return await measured(run, environment);
  } catch (error) {
    return { missing: `How ${environment} is delivered to is not known: ${errorText(error)}.` };
  }
}

async function measured({ world }: StageRun, environment: string): Promise<Delivery> {
  const { github, clock } = world;
  const nowMs = clock.now().getTime();
  const ago = (days: number) => new Date(nowMs - days * dayMs).toISOString();
  const longest = Math.max(...deliveryDays);
  const read = await github.deploymentHistory(environment, ago(longest + 1));
  if (!read.ok) {
    const reason = read.status === 0 ? read.why : `${read.status}: ${read.why}`;
    return {
      missing:
        `How ${environment} is delivered to is not known: GitHub did not list its deployments (${reason}). ` +
        "Give the job `deployments: read`.",
    };
  }
  const newest = read.value.deployments.find(({ words }) => words.some(({ state }) => state === "success"));
  const commits = newest === undefined ? null : await github.datedCommits(newest.sha, ago(longest + leadDays));
  return deliveryOf({
    ...{ environment, nowMs, history: read.value },
    commits: commits?.ok === true ? commits.value : null,
    commitsMissing: commits?.ok === false ? `The commits were not read (${commits.why}): there is no lead time.` : "",
  });
}
