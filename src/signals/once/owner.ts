import type { Judgement } from "../../domain/evidence/result.ts";
import type { Answering } from "../../domain/fleet/fleet.ts";
import { unitEnding } from "./unit-end.ts";

/**
 * Whose answers count: those of the process that was started for a slot, running this release, and the only one that
 * listens there.
 */
export interface Owned {
  readonly host: string;
  readonly slot: string;
  readonly release: string;
  readonly answering: () => Promise<Answering | null>;
}

/**
 * Asks the host who answers on a slot's port. Anything but the slot's own process, running the release, does not count
 * as an answer.
 */
export async function judgeOwner(owned: Owned): Promise<Judgement> {
  const seen = await owned.answering();
  const judgement = judgeAnswering(owned, seen);
  const ending = judgement.reason_code === "not_healthy" && seen?.unit !== undefined ? unitEnding(seen.unit) : null;
  if (ending === null) return judgement;
  return { ...judgement, ...ending, says: `${judgement.says} ${ending.says}` };
}

/** What was seen on a slot's port, judged without asking. */
export function judgeAnswering({ host, slot, release }: Omit<Owned, "answering">, seen: Answering | null): Judgement {
  const place = `slot ${slot} of ${host}`;
  if (seen === null) {
    const says = `${host} did not report which process answers on the port of slot ${slot}.`;
    return {
      verdict: "error",
      reason_code: "state_unknown",
      says,
      remedy: "Run the job again: it observes first.",
    };
  }
  const { process: running, listener, stranger } = seen;
  if (listener === "foreign") {
    return {
      verdict: "fail",
      reason_code: "port_taken",
      says: `The port of ${place} is answered by ${stranger}, which was not started for this slot.`,
      remedy: "Stop that process, or give the slot another port in the settings and in the router.",
      facts: { listener },
    };
  }
  if (running === null) {
    return {
      verdict: "fail",
      reason_code: "not_healthy",
      says: `The process of ${place} has ended.`,
      facts: { listener, ended: true },
    };
  }
  if (running.release === null) {
    const says =
      `Process ${running.pid} of ${place} does not run from a release: ` +
      "it is still starting, or its start script never ends.";
    return { verdict: "fail", reason_code: "not_healthy", says, facts: { listener, pid: running.pid } };
  }
  if (running.release !== release) {
    return {
      verdict: "fail",
      reason_code: "wrong_release",
      says: `Process ${running.pid} of ${place} runs from ${running.release}, not from ${release}.`,
      remedy: "Another deployment started in this slot. Run the job again.",
      facts: { listener, pid: running.pid },
    };
  }
  if (listener === "none") {
    const says = `Process ${running.pid} of ${place} runs but does not listen on its port.`;
    const remedy = "The application has to listen on the port that the variable PORT names.";
    return { verdict: "fail", reason_code: "not_healthy", says, remedy, facts: { listener, pid: running.pid } };
  }
  const says = `Process ${running.pid} of ${place} runs ${release} and is the only one that listens on its port.`;
  return { verdict: "pass", reason_code: "passed", says, facts: { listener, pid: running.pid, release } };
}

/**
 * A judgement that counts only where the slot's own process answered, before it and after it. What was seen after
 * another one a moment ago is `before` of this one: the time between belongs to it too.
 */
export async function judgeOwned(
  owned: Owned,
  judge: () => Promise<Judgement>,
  seen: Judgement | null = null,
): Promise<Judgement> {
  const before = seen ?? (await judgeOwner(owned));
  if (before.verdict !== "pass") return before;
  const judgement = await judge();
  const after = await judgeOwner(owned);
  // What failed because the process ended is explained by that end, and by nothing that the host does not report.
  if (judgement.verdict !== "pass" && after.verdict !== "fail") return judgement;
  return sameProcess(owned, { before, judgement, after });
}

/** A judgement that counts where the look before it and the one after it saw the same process. */
export function sameProcess(
  { slot }: Pick<Owned, "slot">,
  { before, judgement, after }: Readonly<Record<"before" | "judgement" | "after", Judgement>>,
): Judgement {
  if (after.verdict !== "pass") return after;
  if (before.facts?.["pid"] === after.facts?.["pid"])
    return { ...judgement, facts: { ...judgement.facts, ...after.facts } };
  const says =
    `Process ${before.facts?.["pid"]} of slot ${slot} ended while it was asked; ${after.facts?.["pid"]} ` +
    "answers now.";
  return { verdict: "fail", reason_code: "not_healthy", says };
}
