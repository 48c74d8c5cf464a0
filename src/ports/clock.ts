export interface Clock {
  now(): Date;
  /** Milliseconds that only go forward. */
  ticks(): number;
  /** Resolves after `ms`, or at once when the run is cancelled. */
  sleep(ms: number): Promise<void>;
}

/** True once SIGINT or SIGTERM arrived: no further step begins. */
export interface Cancellation {
  readonly cancelled: boolean;
}
