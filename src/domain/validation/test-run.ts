/**
 * How a test ended. `skipped` by its author's word, `excluded` by the run's choice of tags, `invalid` never ran, since
 * its setup_all failed.
 */
export type TestState = "passed" | "failed" | "skipped" | "excluded" | "invalid";

/** One test of a run. */
export interface TestCase {
  readonly module: string;
  readonly name: string;
  /** As the runner of the tests named it: absolute, or from the project's folder. */
  readonly file?: string | null | undefined;
  readonly line?: number | null | undefined;
  /** Microseconds. */
  readonly us: number;
  readonly state: TestState;
  /** What the failure said, or why it was skipped. */
  readonly message: string;
}

/** A setup_all that failed, with the tests of its module. */
export interface FailedSetup {
  readonly module: string;
  readonly file?: string | null | undefined;
  readonly line?: number | null | undefined;
  /** The exception in one line. */
  readonly what: string;
  /** All that ExUnit says of it. */
  readonly message: string;
}

/** One run of a suite, test by test. */
export interface TestRun {
  readonly tests: readonly TestCase[];
  readonly setups?: readonly FailedSetup[] | undefined;
}
