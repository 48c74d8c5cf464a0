import type { Judgement } from "../../domain/evidence/result.ts";
import { counted } from "../../domain/values/plural.ts";

/** What one process logged since its start; null where it could not be read. */
export interface Logged {
  readonly host: string;
  readonly slot: string;
  readonly seen: {
    readonly lines: number;
    readonly errors: number;
    readonly quoted: readonly string[];
    readonly hiddenFrom?: string;
  } | null;
}

/** Phase 6: no errors in logs. A log that cannot be read, or is empty, shows nothing. */
export function judgeLogs(logs: readonly Logged[]): Judgement {
  const lines = logs.reduce((sum, { seen }) => sum + (seen?.lines ?? 0), 0);
  const errors = logs.reduce((sum, { seen }) => sum + (seen?.errors ?? 0), 0);
  const facts = { lines, errors };
  if (errors > 0) {
    const worst = logs.find(({ seen }) => (seen?.errors ?? 0) > 0);
    const are = errors === 1 ? "is an error" : "are errors";
    return {
      verdict: "fail",
      reason_code: "log_errors",
      says:
        `${counted(errors, "line")} of ${lines} in the logs since the start ${are}; ` +
        `the first is on ${worst?.host ?? "?"}: ${worst?.seen?.quoted[0] ?? ""}`,
      remedy: "Fix what they name. Lines that are no fault are allowed with patterns in `logs.allow`.",
      facts,
      tail: logs.flatMap(({ host, seen }) => (seen?.quoted ?? []).map((line) => `${host}: ${line}`)).join("\n"),
    };
  }
  const hidden = logs.find(({ seen }) => seen?.hiddenFrom !== undefined);
  if (hidden !== undefined) {
    const user = hidden.seen?.hiddenFrom ?? "";
    return {
      verdict: "inconclusive",
      reason_code: "logs_not_read",
      says: `systemd does not show ${user} the log of slot ${hidden.slot} of ${hidden.host}.`,
      remedy: `Run \`usermod --append --groups systemd-journal ${user}\` there as root, and the job again.`,
      facts,
    };
  }
  const silent = logs.find(({ seen }) => seen === null || seen.lines === 0);
  if (silent !== undefined || logs.length === 0) {
    const place = silent === undefined ? "any host" : `slot ${silent.slot} of ${silent.host}`;
    return {
      verdict: "inconclusive",
      reason_code: "logs_not_read",
      says:
        silent?.seen === null || silent === undefined
          ? `The log of ${place} could not be read.`
          : `The log of ${place} has no line since the start, not even that of a server that listens.`,
      remedy:
        "Phoenix logs its start at level `info`: let the release log that level to its standard output, or set " +
        "`logs: off`.",
      facts,
    };
  }
  return {
    verdict: "pass",
    reason_code: "passed",
    says: `No errors in ${counted(lines, "line")} since the start.`,
    facts,
  };
}
