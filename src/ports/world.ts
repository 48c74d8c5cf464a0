import type { Cancellation, Clock } from "./clock.ts";
import type { Files } from "./files.ts";
import type { GitHub } from "./github.ts";
import type { Http } from "./http.ts";
import type { JobFacts } from "./job.ts";
import type { Log } from "./log.ts";
import type { Repository } from "./repository.ts";
import type { Shell } from "./shell.ts";
import type { Toolchain } from "./toolchain.ts";

/** All doors together: what a stage is handed. */
export interface World {
  readonly shell: Shell;
  readonly http: Http;
  readonly files: Files;
  readonly clock: Clock;
  readonly cancellation: Cancellation;
  readonly github: GitHub;
  readonly repository: Repository;
  readonly toolchain: Toolchain;
  readonly log: Log;
  readonly job: JobFacts;
  /** The environment variable that a setting names, such as a webhook's address; undefined when unset or empty. */
  readonly secret: (name: string) => string | undefined;
}
