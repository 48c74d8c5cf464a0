import { sameName } from "../../gates/approval-facts.ts";
import { neverBegan } from "../../gates/never-began.ts";
import { endedBadly, type Job, readJobs } from "../../gates/pins.ts";
import type { GitHub } from "../../ports/github.ts";
import type { StageRun } from "../stage.ts";

/** What GitHub knows of jobs that ended badly and left no evidence. */
export interface NeverBegan {
  /** Ids of those that no runner ever had, or that say themselves that they changed nothing. */
  readonly ids: readonly string[];
  /** Why, as the end of a sentence; undefined where every one began, or that is not known. */
  readonly why: string | undefined;
  readonly warnings: readonly string[];
}

/**
 * A deployment that was rejected, or cancelled while it waited for its approval, looks in `needs` like one whose runner
 * died on the way: it failed and passed nothing on. GitHub knows whether a runner ever had the job. An action that
 * refused its inputs writes no evidence either, and says `changed: false`.
 */
export async function jobsThatNeverBegan(
  { world: { github } }: StageRun,
  { jobs, environment }: { readonly jobs: string; readonly environment: string },
): Promise<NeverBegan> {
  const all = readJobs(jobs).silent.filter(endedBadly);
  const unchanged = all.filter(({ changed }) => changed === "false").map(({ id }) => id);
  const found = await neverHad(
    github,
    all.filter(({ id }) => !unchanged.includes(id)),
    environment,
  );
  if (unchanged.length === 0) return found;
  const says = `${named(unchanged)} ended before it changed anything`;
  const why = found.why === undefined ? says : `${says}, and ${found.why}`;
  return { ids: [...unchanged, ...found.ids], why, warnings: [`${says}: its log says why.`, ...found.warnings] };
}

function named(ids: readonly string[]): string {
  return ids.map((id) => `\`${id}\``).join(", ");
}

/** Those of the jobs that no runner ever had. */
async function neverHad(github: GitHub, ended: readonly Job[], environment: string): Promise<NeverBegan> {
  if (ended.length === 0) return { ids: [], why: undefined, warnings: [] };
  const all = await github.jobsOfRun();
  if (!all.ok) {
    const said = all.status === 0 || all.status === 200 ? all.why : `${all.status}: ${all.why}`;
    const remedy = all.status === 403 || all.status === 404 ? " Give the job `actions: read`." : "";
    const says = `Whether ${named(ended.map(({ id }) => id))} ever began could not be read (${said}).${remedy}`;
    return { ids: [], why: undefined, warnings: [says] };
  }
  const ids = neverBegan(ended, all.value);
  if (ids.length === 0) return { ids, why: undefined, warnings: [] };
  const reviews = await github.approvals();
  const rejection = (reviews.ok ? reviews.value : []).find(
    ({ state, environments }) => state === "rejected" && environments.some((name) => sameName(name, environment)),
  );
  const how =
    rejection === undefined
      ? "it was cancelled, rejected or ran out of time while it waited, or its environment does not admit this branch"
      : `${rejection.login} rejected it for ${environment}`;
  const why = `no runner ever had ${named(ids)}, since ${how}`;
  return { ids, why, warnings: [`No runner ever had ${named(ids)}: ${how}.`] };
}
