// A clock that moves by itself when somebody sleeps on it: time passes in tests, and no test waits.
import type { Clock } from "../../src/ports/clock.ts";

/** Where the time is kept, milliseconds; a fleet model keeps its own. */
export interface Time {
  nowMs: number;
}

/**
 * Sleepers wake in the order of their times, one at a time and only when nothing else is left to do, so that several
 * may sleep at once. As the port promises, a sleep ends at once when the run is cancelled.
 */
export function movingClock(time: Time = { nowMs: 0 }, cancelled: () => boolean = () => false): Clock {
  const sleepers: { readonly due: number; readonly wake: () => void }[] = [];
  let moving = false;
  const move = () => {
    sleepers.sort((one, other) => one.due - other.due);
    const next = sleepers.shift();
    if (next !== undefined) {
      time.nowMs = Math.max(time.nowMs, next.due);
      next.wake();
    }
    moving = sleepers.length > 0;
    if (moving) setImmediate(move);
  };
  return {
    now: () => new Date(time.nowMs),
    ticks: () => time.nowMs,
    sleep: (ms) =>
      cancelled()
        ? Promise.resolve()
        : new Promise((wake) => {
            sleepers.push({ due: time.nowMs + ms, wake });
            if (!moving) setImmediate(move);
            moving = true;
          }),
  };
}
