import type { Finding } from "../domain/evidence/result.ts";

/**
 * The job log, annotations and outputs of the runner. All text is fenced: nothing written here is a command to the
 * runner.
 */
export interface Log {
  info(line: string): void;
  warning(line: string): void;
  /** Runs the work inside one collapsible group titled with the intention. */
  group<T>(title: string, work: () => Promise<T>): Promise<T>;
  /** One annotation. Paths relative to the repository. */
  annotate(finding: Finding, title: string): void;
}
