import { z } from "zod";
import { reasonCodes } from "./reason.ts";

/**
 * The six verdicts. Only `pass` passes: `error` could not be judged, `inconclusive` was judged but saw too little,
 * `off` was switched off by the user, `not-run` never began.
 */
export const verdicts = ["pass", "fail", "error", "inconclusive", "off", "not-run"] as const;
export type Verdict = (typeof verdicts)[number];

/**
 * What a person can act on, at one place in the repository. Paths are relative to the repository; lines and columns
 * count from 1.
 */
export const findingSchema = z.object({
  severity: z.enum(["error", "warning", "notice"]),
  message: z.string(),
  file: z.string().optional(),
  line: z.int().positive().optional(),
  column: z.int().positive().optional(),
  rule: z.string().optional(),
  /**
   * How it relates to the pull request: it is on a line that the pull request adds or changes, or elsewhere in a file
   * that it touches.
   */
  in_change: z.enum(["line", "file"]).optional(),
});
export type Finding = z.infer<typeof findingSchema>;

/** What was looked at or done. */
export const resultKinds = ["check", "gate", "step", "signal", "announcement"] as const;

/** A JSON value: what facts may hold. */
export type Fact = string | number | boolean | null | Fact[] | { [key: string]: Fact };
const factSchema: z.ZodType<Fact> = z.json() as z.ZodType<Fact>;

/** The outcome of one check, gate, step or signal, as evidence keeps it. */
export const resultSchema = z.object({
  kind: z.enum(resultKinds),
  /** kebab-case, unique in its stage: `coverage`, `approval`, `await-healthy`. */
  id: z.string(),
  /** What a reader of a table sees: `mix test --cover`, `Staging health check`. */
  title: z.string(),
  /** A MUST of Phase 6: when it does not pass, neither does the stage. */
  required: z.boolean(),
  verdict: z.enum(verdicts),
  reason_code: z.enum(reasonCodes),
  /** One sentence: what was seen, with the values. */
  says: z.string(),
  /** What to do about it; empty when nothing needs doing. */
  remedy: z.string().default(""),
  duration_ms: z.number().nonnegative(),
  /** When it began, and on which host it was: absent where neither is of interest. */
  started_at: z.iso.datetime().optional(),
  host: z.string().optional(),
  facts: z.record(z.string(), factSchema).default({}),
  findings: z.array(findingSchema).default([]),
  /** How many findings there were before any were left out. */
  findings_total: z.int().nonnegative().default(0),
  /** The last lines of what the tool or server printed, for the reader; escaped when rendered. */
  tail: z.string().default(""),
  /** The command that a person types to see the same. */
  reproduce: z.string().default(""),
});
export type Result = z.infer<typeof resultSchema>;

/** What was judged, without saying yet what it was or how long it took. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly reason_code: Result["reason_code"];
  readonly says: string;
  readonly remedy?: string;
  readonly facts?: Record<string, Fact>;
  readonly findings?: readonly Finding[];
  readonly tail?: string;
  /** Where the command of the check does not show this: one that does, or nothing. */
  readonly reproduce?: string;
  /** What a reader should know although it changes no verdict: shown among the warnings of the stage. */
  readonly warnings?: readonly string[];
}

/** A judgement and how long it took, milliseconds. */
export interface Timed {
  readonly judgement: Judgement;
  readonly durationMs: number;
}

/** Names a judgement: the head of a result. */
export interface Heading {
  readonly kind: Result["kind"];
  readonly id: string;
  readonly title: string;
  readonly required: boolean;
  readonly reproduce?: string;
  /** Where a step or a look was. */
  readonly host?: string;
}

/** Joins heading and judgement into a result. `durationMs` in milliseconds. */
export function result(heading: Heading, judgement: Judgement, durationMs: number): Result {
  const findings = [...(judgement.findings ?? [])];
  return {
    kind: heading.kind,
    id: heading.id,
    title: heading.title,
    required: heading.required,
    verdict: judgement.verdict,
    reason_code: judgement.reason_code,
    says: judgement.says,
    remedy: judgement.remedy ?? "",
    duration_ms: Math.max(0, Math.round(durationMs)),
    ...(heading.host === undefined ? {} : { host: heading.host }),
    facts: judgement.facts ?? {},
    findings,
    findings_total: findings.length,
    tail: judgement.tail ?? "",
    reproduce: judgement.reproduce ?? heading.reproduce ?? "",
  };
}

/**
 * True where something that SHOULD pass did not: it neither passed nor was switched off, and it applies to this
 * project.
 */
export function leftOpen(one: Pick<Result, "verdict" | "reason_code">): boolean {
  return one.verdict !== "pass" && one.verdict !== "off" && one.reason_code !== "not_applicable";
}

/** True when a result blocks its stage: it is required, and neither passed nor was switched off by the user. */
export function blocks(one: Pick<Result, "required" | "verdict">): boolean {
  return one.required && one.verdict !== "pass" && one.verdict !== "off";
}

/** True for a result that was judged, and did not pass: a person should look at it. */
export function notPassed({ verdict }: Pick<Result, "verdict">): boolean {
  return verdict === "fail" || verdict === "error" || verdict === "inconclusive";
}

/** True where a step began that can change what serves, whatever its outcome. */
export function changeBegan(results: readonly Pick<Result, "kind" | "id">[]): boolean {
  return results.some(({ kind, id }) => kind === "step" && ["shift", "start", "stop", "activate"].includes(id));
}

/** True where traffic was moved, or a release was recorded as the one that serves. */
export function trafficChanged(results: readonly Pick<Result, "kind" | "id" | "verdict">[]): boolean {
  return results.some(
    ({ kind, id, verdict }) => kind === "step" && ["shift", "activate"].includes(id) && verdict === "pass",
  );
}
