import { type ChildProcessByStdio, spawn } from "node:child_process";
import { createReadStream } from "node:fs";
import type { Readable, Writable } from "node:stream";
import { finished, pipeline } from "node:stream/promises";
import { gzipSync } from "node:zlib";
import { errorText } from "../domain/values/error-text.ts";
import type { Command, Ran, Shell } from "../ports/shell.ts";
import { cleanEnvironment } from "./environment.ts";
import { keepOutput, type Output } from "./output.ts";
import { guard, type ProcessGroup } from "./process-group.ts";

/** Kept of each stream unless the command asks for less. */
const keepBytes = 4 << 20;

/** What all commands of a run share. */
interface ShellOptions {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cancel: AbortSignal;
  readonly show: (chunk: string) => void;
}

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

/**
 * Runs commands as argv in a process group of their own, with a time limit and standard input that always ends. A
 * time-out ends the whole group: SIGTERM, then SIGKILL after five seconds. `cancel` does the same for commands that may
 * be cut.
 */
export function shellAdapter(options: ShellOptions): Shell {
  return {
    async run(command) {
      const started = performance.now();
      const ran = await runOnce(command, options);
      return { ...ran, durationMs: performance.now() - started };
    },
  };
}

type Ended = Omit<Ran, "durationMs">;

async function runOnce(command: Command, options: ShellOptions): Promise<Ended> {
  if (options.cancel.aborted && command.evenAfterCancel !== true)
    return refused("cancelled", "the run was cancelled before it began");
  const [program] = command.argv;
  let child: Child;
  try {
    child = start(command, options);
  } catch (error) {
    return refused("not-started", `${program}: ${errorText(error)}`);
  }
  const mayCut = command.onCancel === "end";
  const group = guard(child, { limitMs: command.limitMs, cancel: mayCut ? options.cancel : null });
  const out = read(child.stdout, command, options);
  const err = read(child.stderr, command, options);
  // A command that ends without reading its input breaks the pipe; its exit code tells the story.
  child.stdin.on("error", () => undefined);
  const fed = feed(child.stdin, command.stdin);

  const exit = await exitOf(child);
  group.lift();
  if ("failed" in exit) {
    group.close();
    const { code, message } = exit.failed;
    return refused("not-started", `${program}: ${code === "ENOENT" ? "not found" : message}`);
  }
  await drain(child, group);
  // What a tool left behind goes with it; a host program, which starts servers in sessions of their own, is left alone.
  if (mayCut) group.kill();
  group.close();
  child.stdout.destroy();
  child.stderr.destroy();
  await fed;
  const ended = group.ended();
  return { ended, code: ended === "exited" ? exit.code : null, stdout: out.text(), stderr: err.text(), why: "" };
}

function refused(ended: Ran["ended"], why: string): Ended {
  return { ended, code: null, stdout: "", stderr: "", why };
}

function start(command: Command, options: ShellOptions): Child {
  const [program, ...args] = command.argv;
  return spawn(program, args, {
    cwd: command.cwd ?? options.cwd,
    env: {
      ...cleanEnvironment({ ...options.env, ...command.env }),
      ...(command.token === undefined ? {} : { GH_TOKEN: command.token }),
    },
    detached: true,
    stdio: ["pipe", "pipe", "pipe"],
  });
}

function read(stream: Readable, command: Command, { show }: ShellOptions): Output {
  const output = keepOutput(command.keepBytes ?? keepBytes);
  stream.on("data", (chunk: Buffer) => {
    output.add(chunk);
    if (command.show) show(chunk.toString("utf8"));
  });
  return output;
}

function exitOf(child: Child): Promise<{ code: number | null } | { failed: NodeJS.ErrnoException }> {
  return new Promise((resolve) => {
    child.once("error", (failed) => resolve({ failed }));
    child.once("exit", (code) => resolve({ code }));
  });
}

/** A grandchild may hold the pipes open (a started server): what it prints later is not this command's. */
async function drain({ stdout, stderr }: Child, group: ProcessGroup): Promise<void> {
  await Promise.race([
    Promise.all([finished(stdout), finished(stderr)]).catch(() => undefined),
    delay(group.ended() === "exited" ? 200 : 1_000),
  ]);
}

/** Writes the command's input and ends it. */
async function feed(stdin: Writable, input: Command["stdin"]): Promise<void> {
  const { text = "", shared = "" } = input ?? {};
  if (input?.compressed === true) {
    // What gzip is given in several pieces, it writes as one.
    stdin.write(gzipSync(text));
    stdin.write(compressedOnce(shared));
  } else for (const one of [text, shared]) if (one !== "") stdin.write(one);
  if (input?.file === undefined) {
    stdin.end();
    return;
  }
  await pipeline(createReadStream(input.file, { start: input.skip ?? 0 }), stdin).catch(() => undefined);
}

/** Texts that many commands read, as gzip has them. */
const compressed = new Map<string, Uint8Array>();

function compressedOnce(text: string): Uint8Array {
  const bytes = compressed.get(text) ?? gzipSync(text);
  compressed.set(text, bytes);
  return bytes;
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
