import { join } from "node:path";
import { assets } from "../assets.ts";
import { mixTask } from "../commands/mix.ts";
import type { Files, JobFacts, Shell } from "../ports.ts";
import type { Lane } from "./lane.ts";

/** What every VM of a validation shares. */
export interface VmSettings {
  /** Our Elixir files, in order. */
  readonly helpers: readonly string[];
  /** Absolute path of the mix project. */
  readonly project: string;
  readonly limitMs: number;
  readonly job: JobFacts;
  readonly shell: Shell;
  readonly files: Files;
}

/** Writes our Elixir files where the user's mix can load them. Returns their paths in order. */
export async function writeHelpers(files: Files, folder: string): Promise<readonly string[]> {
  const names = Object.keys(assets)
    .filter((name) => name.startsWith("elixir/"))
    .sort();
  for (const name of names) await files.write(join(folder, name), assets[name] ?? "");
  return names.map((name) => join(folder, name));
}

/** Runs one VM with our task in the project. Its artefacts lie in a folder of its own, empty before. */
export async function startVm(
  { helpers, project, limitMs, job, shell, files }: VmSettings,
  told: { readonly name: string; readonly task: string; readonly args: readonly string[]; readonly env: string },
): Promise<Lane> {
  const out = join(job.temp, "out", told.task);
  await files.remove(out);
  await files.makeFolder(out);
  const ran = await shell.run({
    argv: mixTask(helpers, told.task, told.args),
    cwd: project,
    env: { MIX_ENV: told.env, PD_OUT: out },
    limitMs,
    onCancel: "end",
    show: true,
  });
  return { name: told.name, ran, out, root: job.workspace, limitMs };
}
