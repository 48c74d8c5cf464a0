import { join } from "node:path";
import { z } from "zod";
import type { Judgement } from "../domain/evidence/result.ts";
import { couldNotRun, type Ending, raised, tailOf, timedOut, unfinished } from "../mix-output/unfinished.ts";
import type { Files } from "../ports/files.ts";

/**
 * What our Elixir helpers leave behind: one file a step, whole or not at all, with the milliseconds that it took as
 * `ms`.
 */

const place = { file: z.string().nullish(), line: z.int().nullish(), column: z.int().nullish() };

/**
 * A step that did not come to its end: it raised, went over its limit, or stands on a tool that this build does not
 * have.
 */
const stoppedSchema = z.union([
  z.object({ status: z.literal("could_not_run"), message: z.string() }),
  z.object({
    status: z.literal("timed_out"),
    /** Tests that were running by then. */
    running: z.array(z.object({ module: z.string(), name: z.string(), ...place })).default([]),
  }),
  z.object({ status: z.literal("absent") }),
]);

type Stopped = z.infer<typeof stoppedSchema>;

/** A VM that served several checks, and the folder of the artefacts that it left. */
export interface VmOutput extends Ending {
  readonly out: string;
}

/** Largest artefact that is read. */
const maxBytes = 64 << 20;

/**
 * What a step of a VM left: its value, or why there is none, and how long it took. `absent`: the tool is not in this
 * build.
 */
export type Left<T> = { readonly durationMs: number } & (
  | { readonly value: T }
  | { readonly missing: Judgement; readonly why: "no file" | "timed out" | "stopped" | "absent" }
);

const stops = { absent: "absent", timed_out: "timed out", could_not_run: "stopped" } as const;

/** Reads what a step left; when it is absent or unreadable, why the check could not be judged: that is never a pass. */
export async function artefact<T>(
  output: VmOutput,
  { name, schema }: { readonly name: string; readonly schema: z.ZodType<T> },
  files: Files,
): Promise<Left<T>> {
  const text = await files.read(join(output.out, name), maxBytes);
  if (text === null) return { durationMs: output.ran.durationMs, missing: unfinished(output), why: "no file" };
  let durationMs = output.ran.durationMs;
  try {
    const content: unknown = JSON.parse(text);
    durationMs = z.object({ ms: z.number() }).safeParse(content).data?.ms ?? durationMs;
    const stopped = stoppedSchema.safeParse(content).data;
    if (stopped === undefined) return { durationMs, value: schema.parse(content) };
    return { durationMs, missing: explained(output, stopped), why: stops[stopped.status] };
  } catch {
    return {
      durationMs,
      why: "stopped",
      missing: {
        verdict: "error",
        reason_code: "not_judged",
        says: `${output.name} left ${name} in an unknown form.`,
        remedy: "Report this with the log as a fault of phoenix-deploy.",
        tail: tailOf(output.ran),
      },
    };
  }
}

/** Why a step of a VM did not come to its end. */
function explained(output: VmOutput, stopped: Stopped): Judgement {
  switch (stopped.status) {
    case "timed_out":
      return timedOut(output, stopped.running);
    case "absent":
      return couldNotRun(output.name, {
        words: "",
        otherwise: "the tool is not among the dependencies of this build.",
      });
    case "could_not_run":
      return raised(output, stopped.message);
  }
}
