import { join } from "node:path";
import type { CheckContext, Helpers } from "../checks/context.ts";
import { compiledMixTask, mixTask } from "../commands/mix.ts";
import type { Command } from "../ports/shell.ts";
import type { VmOutput } from "./artefact.ts";

/** A VM under way. */
export interface Vm {
  /** Folder of its artefacts. */
  readonly out: string;
  /** Its artefacts, when it has ended. */
  readonly ended: Promise<VmOutput>;
  /** True as soon as it has left this artefact; false when it ended without. */
  left(name: string): Promise<boolean>;
}

/** Kept of what a VM prints that leaves its results as artefacts: only its last words are ever shown. */
const lastWordsBytes = 256 * 1024;

/** What a VM may take besides its steps: it starts, reads mix.exs and loads our code. */
const startMs = 30_000;

/** How often a running VM's artefacts are looked for, milliseconds. */
const lookMs = 25;

/** A VM to start. */
interface VmStart {
  readonly name: string;
  readonly task: string;
  /** Elixir files that the task stands on, in order; the task's own is the last. */
  readonly loads: readonly string[];
  readonly args?: readonly string[];
  readonly env: "dev" | "test" | "prod";
  readonly more?: Readonly<Record<string, string>>;
  /** Checks that it serves: each has the limit. */
  readonly serves?: number;
  /** What it prints is its result, and not only its last words. */
  readonly speaks?: boolean;
}

/** Starts one VM with our task in the project. Its artefacts lie in a folder of its own, empty before. */
export async function startVm(context: CheckContext, start: VmStart): Promise<Vm> {
  const { files, job, shell, clock, cancellation, helpers } = context;
  const out = join(job.temp, "out", start.task);
  // Each step keeps its own limit: this one is for a VM that does not come to any of them.
  const limitMs = context.limitMs * (start.serves ?? 1) + startMs;
  await files.remove(out);
  await files.makeFolder(out);
  let over = false;
  const ended = shell
    .run({
      argv: argvOf(helpers, start),
      cwd: context.project,
      env: { MIX_ENV: start.env, PD_OUT: out, PD_LIMIT_MS: String(context.limitMs), ...start.more },
      limitMs,
      onCancel: "end",
      show: true,
      ...(start.speaks ? {} : { keepBytes: lastWordsBytes }),
    })
    .then((ran) => ({ name: start.name, ran, out, limitMs, checkLimitMs: context.limitMs, path: context.path }))
    .finally(() => {
      over = true;
    });
  return {
    out,
    ended,
    async left(name) {
      for (;;) {
        const last = over;
        if (await files.exists(join(out, name))) return true;
        if (last) return false;
        // A cancelled run sleeps no more: what is left is to see the VM end.
        await (cancellation.cancelled ? ended : clock.sleep(lookMs));
      }
    },
  };
}

function argvOf(
  helpers: Helpers,
  { loads, task, args = [] }: Pick<VmStart, "loads" | "task" | "args">,
): Command["argv"] {
  if ("compiled" in helpers) return compiledMixTask(helpers.compiled, task, args);
  return mixTask(
    loads.map((name) => join(helpers.text, `${name}.exs`)),
    task,
    args,
  );
}
