import { join } from "node:path";
import { nameSchema, versionSchema } from "../../domain/release/release.ts";
import { readRelease } from "../release-file.ts";
import type { StageRun } from "../stage.ts";

/** Bytes of mix.exs that are read. */
const maxProjectBytes = 256 * 1024;

/** The application and its version, as far as they are known without asking mix. */
interface ProjectNames {
  readonly app: string | null;
  readonly version: string | null;
}

/** By the settings, the release that lies here, or what mix.exs says in so many letters. */
export async function projectNames(run: StageRun): Promise<ProjectNames> {
  const { settings, world } = run;
  const read = await readRelease(run);
  if ("release" in read) return { app: settings.app ?? read.release.app, version: read.release.version };
  const text = await world.files.read(join(settings.projectPath, "mix.exs"), maxProjectBytes).catch(() => null);
  const written = (pattern: RegExp) => pattern.exec(text ?? "")?.[1] ?? "";
  const version = written(/^\s*version:\s*"([^"]+)"/m) || written(/^\s*@version\s+"([^"]+)"/m);
  return {
    app: settings.app ?? nameSchema.safeParse(written(/^\s*app:\s*:(\w+)/m)).data ?? null,
    version: versionSchema.safeParse(version).data ?? null,
  };
}
