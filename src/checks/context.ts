import type { Cancellation, Clock } from "../ports/clock.ts";
import type { Files } from "../ports/files.ts";
import type { JobFacts } from "../ports/job.ts";
import type { Shell } from "../ports/shell.ts";

/** Our Elixir code: as text, or compiled by an earlier run for just this Elixir and OTP. */
export type Helpers = { readonly text: string } | { readonly compiled: string };

/** Where a check is made: the project, the machine and the limits. */
export interface CheckContext {
  readonly helpers: Helpers;
  /** Absolute path of the mix project. */
  readonly project: string;
  /** For one check, milliseconds. */
  readonly limitMs: number;
  readonly job: JobFacts;
  /** Name of the artifact in which the release is uploaded; null or absent for that of the examples. */
  readonly artifactName?: string | null;
  readonly shell: Shell;
  readonly files: Files;
  readonly clock: Clock;
  readonly cancellation: Cancellation;
  /** A path as the repository knows it. */
  readonly path: (file: string) => string;
}
