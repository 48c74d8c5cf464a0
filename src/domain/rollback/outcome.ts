import type { Evidence } from "../evidence/evidence.ts";
import { changeBegan, trafficChanged } from "../evidence/result.ts";

/** What a rollback came to. The words are published in the report: they do not change. */
export const rollbackOutcomes = [
  "done",
  "unfinished",
  "partial",
  "not-recovered",
  "failed",
  "undone",
  "cut",
  "nothing-changed",
  "drill",
] as const;
export type RollbackOutcome = (typeof rollbackOutcomes)[number];

/** The head of the evidence that shows it. */
export type RollbackEnded = Pick<Evidence, "stage" | "status" | "decision" | "reason_code" | "results" | "rollback">;

/** What came of the rollback that a stage made; null where it made none, or only planned one. */
export function rollbackOutcome(by: RollbackEnded): RollbackOutcome | null {
  const { stage, status, decision, reason_code, rollback } = by;
  if (status === "planned") return null;
  if (decision === "rollback-failed") return failedWith[reason_code] ?? "failed";
  if (stage !== "rollback") return decision === "taken-back" ? "done" : null;
  if (decision === "taken-back") return "undone";
  if (status !== "passed" && decision !== "complete") return stoppedWith(by);
  if (rollback?.drill === true) return "drill";
  return status === "passed" ? "done" : "unfinished";
}

/** Traffic went to the release before, and a person must look all the same. */
const failedWith: Readonly<Partial<Record<Evidence["reason_code"], RollbackOutcome>>> = {
  partial_fleet: "partial",
  not_recovered: "not-recovered",
};

/** It neither went through nor was undone: what it had changed by then is what counts. */
function stoppedWith({ status, reason_code, results }: RollbackEnded): RollbackOutcome {
  const cut = status !== "failed" || reason_code === "unexpected_error" || reason_code === "lock_lost";
  if (cut) return changeBegan(results) ? "cut" : "nothing-changed";
  return trafficChanged(results) ? "failed" : "nothing-changed";
}

/** The release before serves, on every host that could be reached. */
export function wentBack(outcome: RollbackOutcome | null): boolean {
  return outcome !== null && went.has(outcome);
}

const went: ReadonlySet<RollbackOutcome> = new Set(["done", "unfinished", "partial", "not-recovered"]);

/** The releases of a rollback, and how far it came. */
export interface RolledBackRelease {
  readonly outcome: RollbackOutcome;
  /** The release that was left, or was to be. */
  readonly left: string;
  /** The one that was gone back to; null where there was none. */
  readonly back: string | null;
  /** True where no host may still serve what was left. */
  readonly everywhere: boolean;
  readonly by: "promote" | "rollback";
}

/** Which release a stage left, or tried to leave for good; null where it did neither. */
export function rolledBackRelease(by: RollbackEnded & Pick<Evidence, "from" | "to">): RolledBackRelease | null {
  const outcome = rollbackOutcome(by);
  if (outcome === null || by.rollback?.drill === true || !(wentBack(outcome) || outcome === "failed")) return null;
  const byHand = by.stage === "rollback";
  const [left, back] = byHand ? [by.from, by.to] : [by.to, by.from];
  if (left === null) return null;
  const behind = by.rollback?.behind ?? [];
  const everywhere = wentBack(outcome) && outcome !== "partial" && behind.length === 0;
  return { outcome, left, back, everywhere, by: byHand ? "rollback" : "promote" };
}
