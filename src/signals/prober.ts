import type { RequestSample } from "../domain/sample.ts";
import type { HttpAnswer } from "../ports.ts";
import type { Signal, Watching } from "./signal.ts";

const requestMs = 5_000;

/** Our own requests through the public URL: needs nothing of the application. */
export const prober: Signal = {
  id: "prober",
  title: "the prober",
  measures: ["errors", "latency"],
  open: probe,
};

/**
 * Sends requests at a steady pace, whatever the answers take (an open loop: a slow server does not slow the prober).
 * A probe fails when no answer comes or a 5xx does; 4xx are the client's. The GET paths of the smoke tests are asked in
 * turn; the health path when there is none.
 */
async function* probe({
  environment,
  smoke,
  criteria,
  http,
  clock,
  sinceMs,
  over,
}: Watching): AsyncGenerator<RequestSample> {
  const fallback = { path: environment.health.path, headers: {} };
  const gets = smoke.filter((one) => one.method === "GET");
  const beganMs = sinceMs();
  const answered: RequestSample[] = [];
  // A request that cannot even be sent: a fault of ours, which is no sample.
  const broken: unknown[] = [];
  const flying = new Set<Promise<void>>();
  for (let sent = 0; ; sent += 1) {
    const early = beganMs + (sent * 1_000) / criteria.probesPerSecond - sinceMs();
    if (early > 0) await clock.sleep(early);
    yield* answered.splice(0);
    if (broken.length > 0) throw broken[0];
    if (over()) break;
    const { path, headers } = gets[sent % gets.length] ?? fallback;
    const atMs = sinceMs();
    const one = http
      .request({ method: "GET", url: `${environment.url}${path}`, headers, limitMs: requestMs })
      .then((answer) => void answered.push({ kind: "request", atMs, failed: failed(answer), ms: answer.ms }))
      .catch((error: unknown) => broken.push(error))
      .then(() => void flying.delete(one));
    flying.add(one);
  }
  await Promise.all(flying);
  yield* answered;
}

function failed(answer: HttpAnswer): boolean {
  return !answer.answered || answer.status >= 500;
}
