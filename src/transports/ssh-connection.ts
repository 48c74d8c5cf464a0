import { addForwards, checkMaster, endMaster, learnHostKey, openMaster, type SshLine } from "../commands/ssh.ts";
import type { Judgement } from "../domain/evidence/result.ts";
import type { Command, Ran, Shell } from "../ports/shell.ts";
import { connectionFailure, type Leading, needsHostKey } from "./ssh-failure.ts";
import type { SshFolder } from "./ssh-folder.ts";
import { type Sessions, sessionsOf } from "./ssh-sessions.ts";
import type { RanThere } from "./transport.ts";

/** What a connection is made with. */
export interface ConnectionOptions {
  readonly shell: Shell;
  readonly folder: SshFolder;
  readonly line: SshLine;
  readonly at: Leading;
  /** To the jump host between; null for none. */
  readonly jump: Connection | null;
}

/** One attempt: null when the connection stands, else how it ended. */
type Attempt = Promise<RanThere | null>;

/** A master connection, made when it is needed, and again when it was lost. */
export interface Connection {
  readonly line: SshLine;
  readonly at: Leading;
  /** Ports here, by the port there that each leads to: opened with every connection. */
  readonly forwards: Map<number, number>;
  readonly sessions: Sessions;
  /** Null when it stands; else how the attempt ended. */
  connect(limits: Limits): Attempt;
  /** The attempt that counts now; null before the first one, and after one that failed. */
  current(): Attempt | null;
  /** This connection was lost: the next command connects anew. Another may have begun that already. */
  forget(attempt: Attempt | null): void;
}

export type Limits = Pick<Command, "limitMs" | "evenAfterCancel">;
type Quick = Limits & Pick<Command, "onCancel" | "cwd">;

/** The most that one attempt to connect may take, milliseconds: ssh's own limit ends most earlier. */
export const connectMs = 45_000;
/** Attempts at a host that answered and ended the connection before it was ever reached. */
const firstTries = 5;

export function connectionOf({ shell, folder, line, at, jump }: ConnectionOptions): Connection {
  const forwards = new Map<number, number>();
  let open: Attempt | null = null;
  let wasOpen = false;
  let failures = 0;

  async function dial(limits: Limits): Attempt {
    const evenAfterCancel = limits.evenAfterCancel === true;
    const unready = await folder.ready(evenAfterCancel);
    if (unready !== null) return notRun(unready);
    const limitMs = Math.min(limits.limitMs, connectMs);
    const quick: Quick = { limitMs, onCancel: "finish", cwd: "/", evenAfterCancel };
    if (jump !== null) {
      await forgetWhatIsGone(jump, quick);
      const before = await jump.connect(limits);
      if (before !== null) return before;
    }
    // A master that hangs keeps its socket.
    if (wasOpen) await shell.run({ ...quick, argv: endMaster(line) });
    const ran = await shell.run({ ...quick, argv: openMaster(line) });
    if (ran.ended === "cancelled") return ran;
    if (ran.ended !== "exited" || ran.code !== 0) return failure(ran, quick);
    wasOpen = true;
    if (forwards.size > 0) await shell.run({ ...quick, argv: addForwards(line, forwards) });
    return null;
  }

  /** Nobody asks the jump host itself: its connection may be gone unnoticed. */
  async function forgetWhatIsGone(through: Connection, quick: Quick): Promise<void> {
    const attempt = through.current();
    if (attempt === null || (await attempt) !== null) return;
    const { code } = await shell.run({ ...quick, argv: checkMaster(through.line) });
    if (code !== 0) through.forget(attempt);
  }

  async function failure(ran: Ran, quick: Quick): Promise<RanThere> {
    const seen = needsHostKey(ran) ? await hostKeyOf({ shell, line }, quick) : null;
    const { again, ...judgement } = connectionFailure(at, ran, seen);
    failures += 1;
    const soon = wasOpen || (again === true && failures < firstTries);
    return { ...ran, unreached: { ...judgement, again: soon } };
  }

  function forget(attempt: Attempt | null): void {
    if (open === attempt) open = null;
  }

  return {
    ...{ line, at, forwards, forget, sessions: sessionsOf() },
    current: () => open,
    async connect(limits) {
      open ??= dial(limits);
      const attempt = open;
      const failed = await attempt;
      if (failed !== null) forget(attempt);
      return failed;
    },
  };
}

/** The key that the host shows, as a line of known_hosts; null where none could be read. */
async function hostKeyOf({ shell, line }: Pick<ConnectionOptions, "shell" | "line">, quick: Quick) {
  const file = `${line.socket}.seen`;
  await shell.run({ ...quick, argv: learnHostKey(line, file) });
  const { stdout } = await shell.run({ ...quick, argv: ["cat", file] });
  return stdout.split("\n").find((text) => /^\S+ \S+ AAAA\S+/.test(text)) ?? null;
}

/** Nothing was run, for this reason. */
export function notRun(unreached: Judgement): RanThere {
  return { ended: "not-started", code: null, stdout: "", stderr: "", durationMs: 0, why: unreached.says, unreached };
}
