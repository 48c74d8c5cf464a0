import { join, relative } from "node:path";
import type { z } from "zod";
import type { Judgement } from "../domain/result.ts";
import type { Files, Ran } from "../ports.ts";

/** How one VM that serves several checks ended, and where its files lie. */
export interface Lane {
  readonly name: string;
  readonly ran: Ran;
  /** Folder of its artefacts. */
  readonly out: string;
  /** The repository, for paths in findings. */
  readonly root: string;
  readonly limitMs: number;
}

/** Largest artefact that is read. */
const maxBytes = 64 << 20;

/** Reads one artefact; when it is absent or unreadable, why the check could not be judged: that is never a pass. */
export async function artefact<T>(
  lane: Lane,
  name: string,
  schema: z.ZodType<T>,
  files: Files,
): Promise<{ readonly value: T } | { readonly missing: Judgement }> {
  const text = await files.read(join(lane.out, name), maxBytes);
  if (text === null) return { missing: unfinished(lane) };
  try {
    return { value: schema.parse(JSON.parse(text)) };
  } catch {
    return {
      missing: {
        verdict: "error",
        reason_code: "not_judged",
        says: `${lane.name} left ${name} in an unknown form.`,
        remedy: "Report this with the log as a fault of phoenix-deploy.",
        tail: tailOf(lane.ran),
      },
    };
  }
}

/** Why a lane did not come to a check: time-out, missing tool, dependencies, or an end without a word. */
export function unfinished({ name, ran, limitMs }: Lane): Judgement {
  const tail = tailOf(ran);
  if (ran.ended === "timed-out") {
    return {
      verdict: "error",
      reason_code: "timed_out",
      says: `${name} did not end within ${Math.round(limitMs / 60_000)} min and was ended.`,
      remedy: "See the last lines; raise `check-timeout` if it needs longer.",
      tail,
    };
  }
  if (ran.ended === "cancelled") return { verdict: "not-run", reason_code: "cancelled", says: "Cancelled." };
  if (ran.ended === "not-started") {
    return {
      verdict: "error",
      reason_code: "could_not_run",
      says: `${name} could not start: ${ran.why}.`,
      remedy: "Set Elixir up before this step, with erlef/setup-beam.",
    };
  }
  const output = `${ran.stdout}\n${ran.stderr}`;
  if (/Could not find Hex|Could not find an SCM/.test(output))
    return {
      verdict: "error",
      reason_code: "could_not_run",
      says: "Hex is not installed.",
      remedy: "Run `mix local.hex --force` before this step.",
      tail,
    };
  if (/Unchecked dependencies|the dependency is not available|mix deps\.get/.test(output))
    return {
      verdict: "error",
      reason_code: "dependency_failed",
      says: "Dependencies are missing or do not match mix.lock.",
      remedy: "Run `mix deps.get` before this step.",
      tail,
    };
  return {
    verdict: "error",
    reason_code: "could_not_run",
    says: `${name} ended with ${ran.code} before it came to this check.`,
    remedy: "See the last lines.",
    tail,
  };
}

/** The last lines that a command printed, errors after output, without colours. */
export function tailOf({ stdout, stderr }: Pick<Ran, "stdout" | "stderr">): string {
  const text = `${stdout.trimEnd()}\n${stderr.trimEnd()}`.replaceAll(/\u001b\[[0-9;]*m/g, "").trim();
  return text.split("\n").slice(-40).join("\n").slice(-6_000);
}

/** A path as GitHub wants it: from the repository's root. Paths outside stay as they are. */
export function fromRoot(root: string, project: string, file: string): string {
  const away = relative(root, file.startsWith("/") ? file : join(project, file));
  return away.startsWith("..") ? file : away;
}
