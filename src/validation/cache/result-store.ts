import { join } from "node:path";
import { z } from "zod";
import { readJson } from "../../domain/values/json.ts";
import type { Files } from "../../ports/files.ts";
import type { JobFacts } from "../../ports/job.ts";

/** A value of an earlier run. */
export interface Kept<T> {
  readonly runId: string;
  readonly runUrl: string;
  readonly value: T;
}

/** One small file for each result, below the folder that is kept between runs. Never a release, never evidence. */
export interface ResultStore {
  /** Null when there is none under this key, or it cannot be read. */
  find<T>(id: string, key: string, schema: z.ZodType<T>): Promise<Kept<T> | null>;
  /** Keeps a result, and lets go of the oldest of its kind. */
  keep(
    name: { readonly id: string; readonly key: string },
    value: unknown,
    of: { readonly run: Pick<JobFacts, "runId" | "runUrl">; readonly at: Date },
  ): Promise<void>;
}

const keptSchema = z.object({
  schema_version: z.literal(1),
  run_id: z.string(),
  run_url: z.string(),
  at: z.iso.datetime(),
  value: z.unknown(),
});

/** How many results of one kind are kept. */
const keepsOfEach = 20;
const maxBytes = 8 << 20;

/** The store in the folder `cachePath`. */
export function resultStore(cachePath: string, files: Files): ResultStore {
  const results = join(cachePath, "results");

  async function read(path: string): Promise<z.infer<typeof keptSchema> | null> {
    try {
      const text = await files.read(path, maxBytes);
      return text === null ? null : (keptSchema.safeParse(readJson(text)).data ?? null);
    } catch {
      // What cannot be read is found out anew.
      return null;
    }
  }

  return {
    async find(id, key, schema) {
      const kept = await read(join(results, id, `${key}.json`));
      const value = schema.safeParse(kept?.value);
      return kept === null || !value.success ? null : { runId: kept.run_id, runUrl: kept.run_url, value: value.data };
    },
    async keep({ id, key }, value, { run, at }) {
      const folder = join(results, id);
      await files.write(join(cachePath, ".gitignore"), "*\n");
      const kept = { schema_version: 1, run_id: run.runId, run_url: run.runUrl, at: at.toISOString(), value };
      await files.write(join(folder, `${key}.json`), `${JSON.stringify(kept)}\n`);
      const names = await files.list(folder);
      if (names.length <= keepsOfEach) return;
      const aged = await Promise.all(
        names.map(async (name) => ({ name, at: (await read(join(folder, name)))?.at ?? "" })),
      );
      for (const { name } of aged.sort((a, b) => (a.at < b.at ? 1 : -1)).slice(keepsOfEach))
        await files.remove(join(folder, name));
    },
  };
}
