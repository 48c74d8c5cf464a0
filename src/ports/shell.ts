/** A command as argv, never a shell string. */
export interface Command {
  readonly argv: readonly [string, ...string[]];
  /** Absolute; the workspace unless given. */
  readonly cwd?: string;
  /**
   * Added to the cleaned environment (no `INPUT_*`, `ACTIONS_*`, tokens or command files); undefined removes a
   * variable.
   */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** GitHub's token as GH_TOKEN, for GitHub's own program alone: no other way leads a token to a command. */
  readonly token?: string;
  /**
   * What the command reads; empty when absent, never left open. `shared` comes after `text`: what many commands read is
   * joined and copied for none of them. `file` is streamed from an absolute path after both, without its first `skip`
   * bytes. `compressed`: the command reads both texts as gzip has them.
   */
  readonly stdin?: {
    readonly text?: string;
    readonly shared?: string;
    readonly compressed?: true;
    readonly file?: string;
    readonly skip?: number;
  };
  /** After this the command's process group is ended and the outcome is `timed-out`. */
  readonly limitMs: number;
  /** On a cancel: `end` the whole process group, or let it `finish` (a step on a host is never cut). */
  readonly onCancel: "end" | "finish";
  /** Begins even after a cancel: for what gives back, and nothing else. */
  readonly evenAfterCancel?: boolean;
  /** Shows the output in the job log, fenced from the runner. */
  readonly show?: boolean;
  /** How much of each stream is kept; 4 MiB unless given. */
  readonly keepBytes?: number;
}

/**
 * How a command ended. Output is decoded leniently; of a long one the head and the tail are kept, with the cut named.
 */
export interface Ran {
  readonly ended: "exited" | "timed-out" | "cancelled" | "not-started";
  /** Null unless `exited` by itself. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly durationMs: number;
  /** Why it could not be started: "mix: not found". Empty otherwise. */
  readonly why: string;
}

export interface Shell {
  run(command: Command): Promise<Ran>;
}
