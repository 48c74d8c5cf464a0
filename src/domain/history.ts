/** What the application's own requests were like before a deployment, where nothing else says what is usual. */
export interface History {
  readonly requests: number;
  readonly errors: number;
  /** Milliseconds, in ascending order: all of them, or a sample of at most some thousand. */
  readonly latenciesMs: readonly number[];
}
