import type { Clock } from "../ports/clock.ts";

/** The machine's clock. Sleeps end early when the run is cancelled. */
export function clockAdapter(cancel: AbortSignal): Clock {
  return {
    now: () => new Date(),
    ticks: () => performance.now(),
    sleep: (ms) =>
      new Promise((resolve) => {
        if (cancel.aborted) return resolve();
        const wake = () => {
          clearTimeout(timer);
          cancel.removeEventListener("abort", wake);
          resolve();
        };
        const timer = setTimeout(wake, ms);
        cancel.addEventListener("abort", wake, { once: true });
      }),
  };
}
