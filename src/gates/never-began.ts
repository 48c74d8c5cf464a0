import type { JobOfRun } from "../ports/github.ts";
import type { Job } from "./pins.ts";

/**
 * Those of the jobs that no runner ever had, by the names that GitHub lists. A job of another name is not found by its
 * id: it never began where no job that a runner had can be it.
 */
export function neverBegan(ended: readonly Job[], all: readonly JobOfRun[]): readonly string[] {
  return ended.filter((job) => isKnownNotToHaveBegun(job, all)).map(({ id }) => id);
}

function isKnownNotToHaveBegun({ id, result }: Job, all: readonly JobOfRun[]): boolean {
  const own = all.filter(({ name }) => bears(name, id));
  // An earlier attempt that began may have changed something.
  if (own.length > 0) return own.every(({ began }) => !began);
  const possible = all.filter(({ began, conclusion }) => began && conclusion !== "success" && conclusion !== "skipped");
  const endedBadly = possible.some(({ conclusion }) => conclusion !== null);
  // One that has not ended is who asks. Of two, one may have ended and is not yet listed so.
  if (endedBadly || possible.length > 1) return false;
  return all.some(({ began, conclusion }) => !began && conclusion === result);
}

/** `caller / production (eu)` is the job `production` of a called workflow, with a matrix. */
function bears(name: string, id: string): boolean {
  const last = name.split(" / ").at(-1) ?? name;
  return [name, last].some((one) => one === id || one.startsWith(`${id} (`));
}
