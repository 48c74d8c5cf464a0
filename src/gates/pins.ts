import { z } from "zod";
import { type Pin, pinSchema } from "../domain/evidence/evidence.ts";
import type { Judgement } from "../domain/evidence/result.ts";
import { readJson } from "../domain/values/json.ts";

/** A job of `needs`, and how GitHub says that it ended. */
export interface Job {
  readonly id: string;
  readonly result: string;
  /** Its output `changed`; absent where it gives none. */
  readonly changed?: string;
}

/** A pin, and the job among whose outputs it stood. */
export interface GivenPin {
  readonly pin: Pin;
  readonly job: Job;
}

/** What the input `jobs` says. */
export interface Jobs {
  /** Without those of dry runs, which count for nothing. */
  readonly pins: readonly GivenPin[];
  /** Jobs that passed no evidence on. Skipped is not-run; every other has failed, as far as evidence goes. */
  readonly silent: readonly Job[];
  /** Outputs that hold a pin under a name that is not one for it: `job.output`. */
  readonly misnamed: readonly string[];
  readonly problems: readonly Judgement[];
}

/** The outputs whose pins count: `evidence`, and where a job runs two actions `deploy-evidence` or `evidence-smoke`. */
const namedForIt = /^(evidence([-_].+)?|.+[-_]evidence)$/i;

const jobSchema = z.looseObject({ result: z.string(), outputs: z.looseObject({}).nullish() });

/** Names of jobs and files stay in sentences; a workflow or a folder may hold any. */
export const shortName = (name: string) => name.slice(0, 200);

/**
 * Reads `toJSON(needs)`. A pin counts only from an output that is named for it: what a job gives under another name may
 * be the words of whoever opened a pull request. A job that did not succeed is never a pass, whatever its outputs say.
 * Those of `neverBegan` are as good as skipped.
 */
export function readJobs(jobs: string, neverBegan: readonly string[] = []): Jobs {
  if (jobs.trim() === "") return { pins: [], silent: [], misnamed: [], problems: [] };
  const needs = json(jobs);
  const entries = typeof needs === "object" && needs !== null && !Array.isArray(needs) ? Object.entries(needs) : null;
  const parsed = entries?.flatMap(([id, job]) => {
    const read = jobSchema.safeParse(job);
    return read.success ? [{ id, ...read.data }] : [];
  });
  if (entries === null || parsed === undefined || parsed.length < entries.length) {
    const says = "The input `jobs` is not the JSON of `needs`.";
    const remedy = "Write `jobs: ${{ toJSON(needs) }}`, and list the jobs before under `needs`.";
    return {
      pins: [],
      silent: [],
      misnamed: [],
      problems: [{ verdict: "error", reason_code: "invalid_input", says, remedy }],
    };
  }
  const pins: GivenPin[] = [];
  const silent: Job[] = [];
  const misnamed: string[] = [];
  const problems: Judgement[] = [];
  for (const { id, result, outputs } of parsed) {
    const changed = outputs?.["changed"];
    const job: Job = {
      id: shortName(id),
      result: neverBegan.includes(shortName(id)) ? "skipped" : shortName(result),
      ...(typeof changed === "string" ? { changed: shortName(changed) } : {}),
    };
    const mine = Object.entries(outputs ?? {}).flatMap(([name, value]) => {
      const pin = pinSchema.safeParse(json(value)).data;
      return pin === undefined ? [] : [{ name, pin }];
    });
    const named = mine.filter(({ name }) => namedForIt.test(name)).map(({ pin }) => pin);
    misnamed.push(
      ...mine.filter(({ name }) => !namedForIt.test(name)).map(({ name }) => `${job.id}.${shortName(name)}`),
    );
    if (named.length === 0) silent.push(job);
    pins.push(...named.filter((pin) => pin.status !== "planned").map((pin) => ({ pin, job })));
    problems.push(...unexplained(job, named));
  }
  return { pins, silent, misnamed, problems };
}

/** A job that did not run. */
export function wasSkipped({ result }: Pick<Job, "result">): boolean {
  return result === "skipped";
}

/** A job that failed or was cancelled. */
export function endedBadly(job: Pick<Job, "result">): boolean {
  return job.result !== "success" && !wasSkipped(job);
}

/** A job that ended badly, where no evidence of it says why. */
function unexplained(job: Job, pins: readonly Pin[]): readonly Judgement[] {
  if (!endedBadly(job) || pins.some((pin) => pin.status !== "passed")) return [];
  const but =
    pins.length === 0
      ? "passed no evidence on"
      : `its evidence of ${pins.map((pin) => pin.stage).join(", ")} says passed`;
  const remedy =
    pins.length === 0
      ? "Look at its log: it ended before its action could report anything, " +
        "or the runner dropped an output that held a masked value. " +
        "Where it has no log, it never began: it was rejected, or cancelled while it waited."
      : "Look at its log: another step of it failed, or it was cancelled. Run it again.";
  return [
    {
      verdict: "fail",
      reason_code: "stage_failed",
      says: `The job \`${job.id}\` ended with \`${job.result}\`${pins.length === 0 ? " and" : ", although"} ${but}.`,
      remedy,
    },
  ];
}

/** Undefined when it is not JSON. */
export function json(text: unknown): unknown {
  return typeof text === "string" ? readJson(text) : undefined;
}
