import type { ChildProcess } from "node:child_process";
import type { Ran } from "../ports/shell.ts";

/** Between SIGTERM to a process group and SIGKILL, milliseconds. */
const graceMs = 5_000;

/** Who may end a command before it ends by itself. */
interface Limits {
  readonly limitMs: number;
  /** Null for a command that a cancel must not cut. */
  readonly cancel: AbortSignal | null;
}

/** The process group of a running command, under its limits. */
export interface ProcessGroup {
  /** How the command ended, or `exited` while nothing else ended it. */
  ended(): Ran["ended"];
  /** Lifts the limits: the command itself has ended. */
  lift(): void;
  /** Kills what is left of the group. */
  kill(): void;
  /** No SIGKILL comes any more. */
  close(): void;
}

/** Ends the whole group at the time limit or on a cancel: SIGTERM, then SIGKILL after five seconds. */
export function guard(child: ChildProcess, { limitMs, cancel }: Limits): ProcessGroup {
  let ended: Ran["ended"] = "exited";
  let killing: NodeJS.Timeout | undefined;
  const signal = (name: NodeJS.Signals) => {
    if (child.pid === undefined) return;
    try {
      process.kill(-child.pid, name);
    } catch {
      // The group is gone already: that is what was wanted.
    }
  };
  const end = (how: Ran["ended"]) => {
    if (ended !== "exited") return;
    ended = how;
    signal("SIGTERM");
    killing = setTimeout(() => signal("SIGKILL"), graceMs);
  };
  const onCancel = () => end("cancelled");
  const limit = setTimeout(() => end("timed-out"), limitMs);
  cancel?.addEventListener("abort", onCancel, { once: true });
  return {
    ended: () => ended,
    lift() {
      clearTimeout(limit);
      cancel?.removeEventListener("abort", onCancel);
    },
    kill: () => signal("SIGKILL"),
    close: () => clearTimeout(killing),
  };
}
