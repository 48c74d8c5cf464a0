import type { JobOfRun } from "../ports/github.ts";
import type { Job } from "./pins.ts";

/** Between the names of a job and of the job that calls its workflow. */
const calls = " / ";

/**
 * Those of the jobs that no runner ever had, by the names that GitHub lists. A job of another name is not found by its
 * id: it never began where no job that a runner had can be it.
 */
export function neverBegan(ended: readonly Job[], all: readonly JobOfRun[]): readonly string[] {
  return ended.filter((job) => isKnownNotToHaveBegun(job, all)).map(({ id }) => id);
}

function isKnownNotToHaveBegun({ id, result }: Job, all: readonly JobOfRun[]): boolean {
  const own = all.filter(({ name }) => belongsTo(name, id));
  // An earlier attempt that began may have changed something.
  if (own.length > 0) return own.every(({ began }) => !began);
  // A job that calls a workflow is not listed itself: what it called may have succeeded before another part failed.
  const possible = all.filter(
    ({ name, began, conclusion }) =>
      began && (name.includes(calls) || (conclusion !== "success" && conclusion !== "skipped")),
  );
  const ran = possible.some(({ name, conclusion }) => conclusion !== null || name.includes(calls));
  // One that has not ended is who asks. Of two, one may have ended and is not yet listed so.
  if (ran || possible.length > 1) return false;
  return all.some(({ began, conclusion }) => !began && conclusion === result);
}

/** Is it the job of this id, in a matrix or a called workflow too (`caller / production (eu)`), or called by it? */
function belongsTo(name: string, id: string): boolean {
  return name.split(calls).some((part) => part === id || part.startsWith(`${id} (`));
}
