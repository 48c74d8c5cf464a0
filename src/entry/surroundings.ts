import type { RunnerProcess } from "../adapters/job.ts";
import type { JobFacts } from "../ports/job.ts";
import type { Log } from "../ports/log.ts";
import type { World } from "../ports/world.ts";
import type { Fault } from "../settings/read.ts";

/** Where a stage is started: by the runner of a job (`in-job.ts`), or by a person (`in-terminal.ts`). */
export interface Surroundings {
  readonly runner: RunnerProcess;
  /** Absolute path of the checkout. */
  readonly workspace: string;
  /** Inputs or settings have faults, and nothing was run. */
  refuse(name: string, faults: readonly Fault[]): Promise<void>;
  /** Something broke that is no verdict. */
  unexpected(message: string): void;
  /** What only a stage that runs needs. */
  open(): Promise<Voice>;
}

/** How a stage that runs is heard. */
export interface Voice {
  readonly log: Log;
  job(jobId: string): JobFacts;
  /** What a tool prints. */
  show(chunk: string): void;
  /** A value that must not be shown. */
  mask(value: string): void;
  outputs(all: Readonly<Record<string, string>>): void;
  /** The last sentence of a stage that did not pass. */
  failed(sentence: string): void;
  /** Keeps what the stage has to say, as Markdown; `written` is true where the stage itself made a file of it. */
  summary(markdown: string, world: World, written: boolean): Promise<void>;
}
