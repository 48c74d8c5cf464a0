// A context in memory: files by path, and a shell that answers every VM with the artefacts and words that it is given.

import { join } from "node:path";
import type { CheckContext } from "../../src/checks/context.ts";
import type { Project } from "../../src/domain/validation/project.ts";
import { fromRoot } from "../../src/mix-output/location.ts";
import type { Command, Ran } from "../../src/ports/shell.ts";
import { memoryFiles } from "../support/files.ts";
import { jobFacts } from "../support/job.ts";

export const root = "/repo";

export interface Answer {
  /** Artefacts by name. */
  readonly leaves?: Readonly<Record<string, object>>;
  readonly ran?: Partial<Ran>;
}

/** Answers to the VMs in turn. `asked` gathers what was run. */
export function machine(
  answers: readonly Answer[],
  files: Map<string, string> = new Map(),
): { readonly context: CheckContext; readonly asked: Command[] } {
  const asked: Command[] = [];
  const context: CheckContext = {
    helpers: { text: "/helpers" },
    project: root,
    limitMs: 1_000,
    job: jobFacts({ workspace: root, temp: "/temp" }),
    shell: {
      async run(command) {
        const { leaves = {}, ran = {} } = answers[asked.length] ?? {};
        asked.push(command);
        for (const [name, value] of Object.entries(leaves))
          files.set(join(command.env?.["PD_OUT"] ?? "", name), JSON.stringify(value));
        return { ended: "exited", code: 0, stdout: "", stderr: "", durationMs: 7, why: "", ...ran };
      },
    },
    files: memoryFiles(files),
    clock: { now: () => new Date(0), ticks: () => 0, sleep: async () => {} },
    cancellation: { cancelled: false },
    path: (file) => fromRoot(root, root, file),
  };
  return { context, asked };
}

export const project: Project = {
  app: "shop",
  version: "1.0.0",
  versions: {},
  umbrella: false,
  folders: { shop: root },
  releases: [],
  release: "shop",
  deps: { credo: ["dev", "test"], sobelow: [], dialyxir: ["dev"], mix_audit: ["dev", "test"] },
  aliases: {},
  hex: "2.5.1",
  elixir: "1.18.4",
  otp: "25.2.3",
};
