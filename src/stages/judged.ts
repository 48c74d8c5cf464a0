import { type Heading, type Judgement, result } from "../domain/evidence/result.ts";
import { type Conclusion, type StageRun, stopped } from "./stage.ts";

/** Names what is judged. Whether it is required may depend on what was seen. */
export interface Subject extends Omit<Heading, "required"> {
  readonly required: boolean | ((seen: Judgement) => boolean);
}

type Judge = () => Judgement | Promise<Judgement>;

/** Does the work and measures how long it took, for whoever records its judgement later with `recordTimed`. */
export async function timed<T>(
  { world }: StageRun,
  work: () => T | Promise<T>,
): Promise<{ readonly value: T; readonly durationMs: number }> {
  const started = world.clock.ticks();
  const value = await work();
  return { value, durationMs: world.clock.ticks() - started };
}

/** A judgement, and how long it took. */
interface Timed {
  readonly judgement: Judgement;
  readonly durationMs: number;
}

/** Records a judgement under its heading, with its warnings. */
export function recordTimed(run: StageRun, subject: Subject, one: Timed): Promise<void> {
  return recordAll(run, [{ subject, ...one }]);
}

/** Records judgements that are known at once, each under its heading, with its warnings. */
export async function recordAll(
  { recorder }: StageRun,
  all: readonly (Timed & { readonly subject: Subject })[],
): Promise<void> {
  const results = all.map(({ subject, judgement, durationMs }) => {
    const required = typeof subject.required === "boolean" ? subject.required : subject.required(judgement);
    return result({ ...subject, required }, judgement, durationMs);
  });
  await recorder.record(...results);
  for (const { judgement } of all) for (const warning of judgement.warnings ?? []) await recorder.warn(warning);
}

/** Times a judgement and records it under its heading, with its warnings. */
export async function judged(run: StageRun, subject: Subject, judge: Judge): Promise<Judgement> {
  const { value: judgement, durationMs } = await timed(run, judge);
  await recordTimed(run, subject, { judgement, durationMs });
  return judgement;
}

/** Judges and records what must hold before anything is changed. Null where it holds. */
export async function gate(
  run: StageRun,
  { id, title }: Pick<Heading, "id" | "title">,
  judge: Judge,
): Promise<Conclusion | null> {
  const judgement = await judged(run, { kind: "gate", id, title, required: true }, judge);
  return judgement.verdict === "pass" ? null : stopped(judgement, nothingChanged);
}

/** What it means that a stage stops before its first change. */
export const nothingChanged = "Nothing was changed.";
