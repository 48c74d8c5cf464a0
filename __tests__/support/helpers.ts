// Our Elixir code compiled once for all tests, as the cache of an earlier run holds it: loading it as text costs each
// VM a quarter of a second or more, and validate compiles it at the end of every run that found none.
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { filesAdapter } from "../../src/adapters/files.ts";
import { shellAdapter } from "../../src/adapters/shell.ts";
import { toolchainAdapter } from "../../src/adapters/toolchain.ts";
import type { Helpers } from "../../src/checks/context.ts";
import { keepHelpers, openHelpers } from "../../src/validation/helpers.ts";

const cache = join(import.meta.dirname, "../../node_modules/.cache/phoenix-deploy");
const files = filesAdapter();

/** Compiles them where that was not done for this code and toolchain. jest calls it before any test. */
export async function compileHelpers(): Promise<void> {
  const versions = await toolchainAdapter(process.env["PATH"] ?? "").versions();
  const own = `${cache}.${process.pid}`;
  const found = await openHelpers(files, { temp: join(own, "temp"), cachePath: cache }, versions);
  if (versions === null || "compiled" in found) return;
  const cancel = new AbortController().signal;
  // Elixir keeps the path of a source from the folder that it is compiled in: as in a job, the sources lie elsewhere.
  const shell = shellAdapter({ cwd: import.meta.dirname, env: process.env, cancel, show: () => undefined });
  mkdirSync(join(own, "temp"), { recursive: true });
  await keepHelpers({ shell, files, limitMs: 120_000, helpers: found }, own, versions);
  rmSync(cache, { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  renameSync(join(own, "helpers"), join(cache, "helpers"));
  rmSync(own, { recursive: true });
}

/** The compiled code; as text in `temp` where it could not be compiled. */
export async function readyHelpers(temp: string): Promise<Helpers> {
  return openHelpers(files, { temp, cachePath: cache }, await toolchainAdapter(process.env["PATH"] ?? "").versions());
}

/** Lays the compiled code into a checkout, as a workflow's cache step does; what is there stays. */
export function layHelpers(workspace: string): void {
  const folder = join(workspace, ".phoenix-deploy-cache");
  const helpers = join(cache, "helpers");
  if (!existsSync(helpers) || existsSync(folder)) return;
  cpSync(helpers, join(folder, "helpers"), { recursive: true });
  // As validate leaves it: without, git sees files that nobody committed, and nothing is kept of such a run.
  writeFileSync(join(folder, ".gitignore"), "*\n");
}
