import { createHash } from "node:crypto";
import { join } from "node:path";
import { assets } from "../assets.ts";
import type { CheckContext, Helpers } from "../checks/context.ts";
import { compileElixir } from "../commands/mix.ts";
import type { Files } from "../ports/files.ts";

/** The toolchain that code is compiled for. */
interface Versions {
  readonly elixir: string;
  readonly otp: string;
}

const texts = Object.entries(assets).filter(([name]) => name.startsWith("elixir/"));

/** The compiled helpers where an earlier run left them below `cachePath`, else their text, written into `temp`. */
export async function openHelpers(
  files: Files,
  { temp, cachePath }: { readonly temp: string; readonly cachePath: string },
  versions: Versions | null,
): Promise<Helpers> {
  const folder = versions === null ? null : compiledIn(cachePath, versions);
  if (folder !== null && (await files.exists(folder))) return { compiled: folder };
  for (const [name, text] of texts) await files.write(join(temp, name), text);
  return { text: join(temp, "elixir") };
}

/**
 * Compiles the helpers for the runs after this one: loading them as text costs each VM a quarter of a second of CPU,
 * the migrations' one a whole. Where it fails, the next run loads the text again.
 */
export async function keepHelpers(
  { shell, files, limitMs, helpers }: Pick<CheckContext, "shell" | "files" | "limitMs" | "helpers">,
  cachePath: string,
  versions: Versions,
): Promise<void> {
  if ("compiled" in helpers) return;
  const folder = compiledIn(cachePath, versions);
  const beside = `${folder}.new`;
  await files.remove(join(cachePath, "helpers"));
  await files.makeFolder(beside);
  const sources = texts.map(([name]) => join(helpers.text, "..", name));
  const { code } = await shell.run({ argv: compileElixir(sources, beside), limitMs, onCancel: "end" });
  if (code === 0) await files.move(beside, folder);
}

function compiledIn(cachePath: string, { elixir, otp }: Versions): string {
  const key = createHash("sha256")
    .update(JSON.stringify([elixir, otp, texts]))
    .digest("hex")
    .slice(0, 16);
  return join(cachePath, "helpers", key);
}
