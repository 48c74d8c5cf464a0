import type { Judgement } from "../domain/evidence/result.ts";
import type { OpenWindow } from "../domain/gate/freeze.ts";
import type { GitHubAnswer } from "../ports/github.ts";
import { defineGate } from "./gate.ts";

/** Whether the environment is frozen now, and who asks to change it all the same. */
export interface FreezeFacts {
  readonly environment: string;
  readonly zone: string;
  /** The window that holds now; null where none does. */
  readonly open: OpenWindow | null;
  /** Who may override: logins, and teams as `org/slug`. */
  readonly may: readonly string[];
  /** Null where nobody asks to. */
  readonly override: {
    readonly reason: string;
    /** Who started this attempt of the run; not asked where nothing is frozen. */
    readonly by: GitHubAnswer<string> | null;
    /** That person is named, or is in a team that is. */
    readonly allowed: GitHubAnswer<boolean> | null;
  } | null;
}

/** Is this a time in which the environment is not changed? A rollback is never asked. */
export const freeze = defineGate({
  id: "freeze",
  title: (environment) => `${environment} is not frozen`,
  of: "freeze",
  judge: judgeFreeze,
});

function judgeFreeze(facts: FreezeFacts): Judgement {
  const { environment, zone, open, override } = facts;
  if (open === null) {
    const unused = override === null ? "" : " The override was not needed.";
    return { verdict: "pass", reason_code: "passed", says: `No freeze of ${environment} holds now.${unused}` };
  }
  const until = open.to === null ? "without an end" : `until ${open.to}`;
  const frozen = `${environment} is frozen since ${open.from} ${until} (${zone}): ${sentence(open.why)}`;
  const seen = { from: open.from, to: open.to, zone, why: open.why };
  if (override === null) {
    return { verdict: "fail", reason_code: "frozen", says: frozen, remedy: remedyOf(facts), facts: seen };
  }
  const { by, allowed, reason } = override;
  if (by === null || !by.ok || allowed === null || !allowed.ok) {
    const failed = by !== null && !by.ok ? by : allowed !== null && !allowed.ok ? allowed : { why: "nobody asked" };
    return {
      verdict: "error",
      reason_code: "freeze_override_unreadable",
      says: `${frozen} Whether this run may override that could not be read: ${failed.why}.`,
      remedy:
        "Name logins under `freeze.override`, or give `github-token` a token that may read the members of its teams.",
      facts: seen,
    };
  }
  if (!allowed.value) {
    return {
      verdict: "fail",
      reason_code: "freeze_override_refused",
      says: `${frozen} ${by.value} may not override it.`,
      remedy: remedyOf(facts),
      facts: { ...seen, asked_by: by.value, reason },
    };
  }
  const says = `${environment} is frozen (${open.why}), and ${by.value} overrode that: ${sentence(reason)}`;
  return {
    verdict: "pass",
    reason_code: "freeze_overridden",
    says,
    facts: { ...seen, overridden_by: by.value, reason },
    warnings: [says],
  };
}

function remedyOf({ may, open }: FreezeFacts): string {
  const wait = open?.to == null ? "" : "Run the job again after that";
  const let_ = may.length === 0 ? "" : `let ${may.join(" or ")} start it with \`override-freeze: <reason>\``;
  if (wait === "" && let_ === "")
    return "Remove the window from `freeze` in the settings, which names nobody who may override it.";
  return `${[wait, let_].filter((part) => part !== "").join(", or ")}.`.replace(/^l/, "L");
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
