import { sameName } from "../../gates/approval-facts.ts";
import { neverBegan } from "../../gates/never-began.ts";
import { endedBadly, readJobs } from "../../gates/pins.ts";
import type { StageRun } from "../stage.ts";

/** What GitHub knows of jobs that ended badly and left no evidence. */
export interface NeverBegan {
  /** Ids of those that no runner ever had. */
  readonly ids: readonly string[];
  /** Why, as the end of a sentence; undefined where every one began, or that is not known. */
  readonly why: string | undefined;
  readonly warnings: readonly string[];
}

/**
 * A deployment that was rejected, or cancelled while it waited for its approval, looks in `needs` like one whose runner
 * died on the way: it failed and passed nothing on. GitHub knows whether a runner ever had the job.
 */
export async function jobsThatNeverBegan(
  { world: { github } }: StageRun,
  { jobs, environment }: { readonly jobs: string; readonly environment: string },
): Promise<NeverBegan> {
  const ended = readJobs(jobs).silent.filter(endedBadly);
  if (ended.length === 0) return { ids: [], why: undefined, warnings: [] };
  const all = await github.jobsOfRun();
  if (!all.ok) {
    const names = ended.map(({ id }) => `\`${id}\``).join(", ");
    const said = all.status === 0 || all.status === 200 ? all.why : `${all.status}: ${all.why}`;
    const remedy = all.status === 403 || all.status === 404 ? " Give the job `actions: read`." : "";
    return { ids: [], why: undefined, warnings: [`Whether ${names} ever began could not be read (${said}).${remedy}`] };
  }
  const ids = neverBegan(ended, all.value);
  if (ids.length === 0) return { ids, why: undefined, warnings: [] };
  const reviews = await github.approvals();
  const rejection = (reviews.ok ? reviews.value : []).find(
    ({ state, environments }) => state === "rejected" && environments.some((name) => sameName(name, environment)),
  );
  const names = ids.map((id) => `\`${id}\``).join(", ");
  const how =
    rejection === undefined
      ? "it was cancelled, rejected or ran out of time while it waited, or its environment does not admit this branch"
      : `${rejection.login} rejected it for ${environment}`;
  const why = `no runner ever had ${names}, since ${how}`;
  return { ids, why, warnings: [`No runner ever had ${names}: ${how}.`] };
}
