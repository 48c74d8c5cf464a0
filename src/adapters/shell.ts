import { spawn } from "node:child_process";
import { createReadStream } from "node:fs";
import { finished, pipeline } from "node:stream/promises";
import { errorText } from "../domain/error-text.ts";
import type { Command, Ran, Shell } from "../ports.ts";

/**
 * Kept of each stream unless the command asks for less: a quarter of it from the head, the rest from the tail, around a
 * line that names the cut.
 */
const keepBytes = 4 << 20;

/** Between the polite end of a process group and its kill, milliseconds. */
const graceMs = 5_000;

/** Variables that a child must not see: our inputs, the runner's tokens and its command files. */
const hidden = /^(INPUT_.*|ACTIONS_.*|GITHUB_(TOKEN|ENV|PATH|OUTPUT|STATE|STEP_SUMMARY|ARTIFACTS)|GH_TOKEN)$/;

/** The environment without what children must not see. */
export function cleanEnvironment(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined && !hidden.test(entry[0])),
  );
}

/** Collects output in bounded memory, whatever its size. */
function collector(keep: number) {
  const headBytes = keep / 4;
  const tailBytes = keep - headBytes;
  const head: Buffer[] = [];
  const tail: Buffer[] = [];
  let headSize = 0;
  let tailSize = 0;
  let cut = 0;
  return {
    add(chunk: Buffer) {
      const room = headBytes - headSize;
      if (room > 0) {
        head.push(chunk.subarray(0, room));
        headSize += Math.min(room, chunk.length);
      }
      if (chunk.length <= Math.max(room, 0)) return;
      const rest = chunk.subarray(Math.max(room, 0));
      tail.push(rest);
      tailSize += rest.length;
      while (tail[0] !== undefined && tailSize - tail[0].length >= tailBytes) {
        cut += tail[0].length;
        tailSize -= tail[0].length;
        tail.shift();
      }
    },
    text(): string {
      const note = cut > 0 ? [Buffer.from(`\n[${cut} bytes left out]\n`)] : [];
      return Buffer.concat([...head, ...note, ...tail]).toString("utf8");
    },
  };
}

/**
 * Runs commands as argv in a process group of their own, with a time limit and standard input that always ends. A
 * time-out ends the whole group: SIGTERM, then SIGKILL after five seconds. `cancel` does the same for commands that may
 * be cut.
 */
export function shellAdapter(options: {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cancel: AbortSignal;
  readonly show: (chunk: string) => void;
}): Shell {
  return { run };

  async function run(command: Command): Promise<Ran> {
    const started = performance.now();
    const refused = (ended: Ran["ended"], why: string): Ran => ({
      ended,
      code: null,
      stdout: "",
      stderr: "",
      durationMs: performance.now() - started,
      why,
    });
    if (options.cancel.aborted && command.evenAfterCancel !== true)
      return refused("cancelled", "the run was cancelled before it began");
    const [program, ...args] = command.argv;
    let child: ReturnType<typeof spawn>;
    try {
      child = spawn(program, args, {
        cwd: command.cwd ?? options.cwd,
        env: cleanEnvironment({ ...options.env, ...command.env }),
        detached: true,
        stdio: ["pipe", "pipe", "pipe"],
      });
    } catch (error) {
      return refused("not-started", `${program}: ${reason(error)}`);
    }
    const { stdin, stdout, stderr } = child;
    if (stdin === null || stdout === null || stderr === null) return refused("not-started", `${program}: no pipes`);

    let ended: Ran["ended"] = "exited";
    let kill: NodeJS.Timeout | undefined;
    const signalGroup = (signal: NodeJS.Signals) => {
      if (child.pid === undefined) return;
      try {
        process.kill(-child.pid, signal);
      } catch {
        // The group is gone already: that is what was wanted.
      }
    };
    const end = (how: Ran["ended"]) => {
      if (ended !== "exited") return;
      ended = how;
      signalGroup("SIGTERM");
      kill = setTimeout(() => signalGroup("SIGKILL"), graceMs);
    };
    const onCancel = () => end("cancelled");
    const limit = setTimeout(() => end("timed-out"), command.limitMs);
    if (command.onCancel === "end") options.cancel.addEventListener("abort", onCancel, { once: true });

    const out = collector(command.keepBytes ?? keepBytes);
    const err = collector(command.keepBytes ?? keepBytes);
    stdout.on("data", (chunk: Buffer) => {
      out.add(chunk);
      if (command.show) options.show(chunk.toString("utf8"));
    });
    stderr.on("data", (chunk: Buffer) => {
      err.add(chunk);
      if (command.show) options.show(chunk.toString("utf8"));
    });
    // A command that ends without reading its input breaks the pipe; its exit code tells the story.
    stdin.on("error", () => undefined);
    const fed = feed(stdin, command.stdin);

    const exit = await new Promise<{ code: number | null } | { failed: NodeJS.ErrnoException }>((resolve) => {
      child.once("error", (failed) => resolve({ failed }));
      child.once("exit", (code) => resolve({ code }));
    });
    clearTimeout(limit);
    options.cancel.removeEventListener("abort", onCancel);
    if ("failed" in exit) {
      clearTimeout(kill);
      return refused("not-started", `${program}: ${exit.failed.code === "ENOENT" ? "not found" : exit.failed.message}`);
    }
    // A grandchild may hold the pipes open (a started server): what it prints later is not this command's.
    await Promise.race([
      Promise.all([finished(stdout), finished(stderr)]).catch(() => undefined),
      delay(ended === "exited" ? 200 : 1_000),
    ]);
    // What a tool left behind goes with it; a host program, which starts servers in sessions of their own, is left
    // alone.
    if (command.onCancel === "end") signalGroup("SIGKILL");
    clearTimeout(kill);
    stdout.destroy();
    stderr.destroy();
    await fed;
    return {
      ended,
      code: ended === "exited" ? exit.code : null,
      stdout: out.text(),
      stderr: err.text(),
      durationMs: performance.now() - started,
      why: "",
    };
  }
}

/** Writes the command's input and ends it. */
async function feed(stdin: NodeJS.WritableStream, input: Command["stdin"]): Promise<void> {
  if (input?.text !== undefined) stdin.write(input.text);
  if (input?.file === undefined) {
    stdin.end();
    return;
  }
  await pipeline(createReadStream(input.file), stdin).catch(() => undefined);
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function reason(error: unknown): string {
  return errorText(error);
}
