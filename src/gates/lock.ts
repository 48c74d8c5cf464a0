import type { Judgement } from "../domain/evidence/result.ts";
import { defineGate } from "./gate.ts";

/** Who has the lock of the environment now. */
export interface LockSeen {
  readonly environment: string;
  /** Whom this run would wait for, by host; or why the hosts could not be asked. */
  readonly seen: { readonly holders: readonly { readonly host: string; readonly owner: string }[] } | Judgement;
}

/** Asked by `explain` alone: a deployment takes the lock as its first step, and waits for it. */
export const lock = defineGate({
  id: "lock",
  title: (environment) => `Nobody else changes ${environment}`,
  of: "lock",
  judge: ({ environment, seen }) => {
    if ("verdict" in seen) return seen;
    const held = seen.holders.map(({ host, owner }) => `${host} is locked by ${owner}`).join(", ");
    if (held === "") return { verdict: "pass", reason_code: "passed", says: `Nobody has the lock of ${environment}.` };
    return {
      verdict: "fail",
      reason_code: "lock_held",
      says: `${held}.`,
      remedy: "Wait for that run: a deployment waits `lock-wait` for it.",
    };
  },
});
