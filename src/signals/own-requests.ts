import type { RequestSample } from "../domain/watch/sample.ts";
import type { HttpAnswer } from "../ports/http.ts";
import type { Watching } from "./signal.ts";

/** How long one of our requests may take, milliseconds. */
export const requestMs = 5_000;

/** What one of our requests asks for. */
export interface Asked {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Asks at a steady pace, whatever the answers take (an open loop: a slow server does not slow the requests). The GET
 * paths of the smoke tests are asked in turn; the health path when there is none. `ask` gives what came of one moment.
 */
export async function* steadily(
  { environment, smoke, criteria, clock, sinceMs, over }: Watching,
  ask: (asked: Asked, turn: number) => Promise<readonly RequestSample[]>,
): AsyncGenerator<RequestSample> {
  const fallback: Asked = { path: environment.health.path, headers: {} };
  const gets = smoke.filter((one) => one.method === "GET");
  const beganMs = sinceMs();
  const answered: RequestSample[] = [];
  // A request that cannot even be sent: a fault of ours, which is no sample.
  const broken: unknown[] = [];
  const flying = new Set<Promise<void>>();
  for (let turn = 0; ; turn += 1) {
    const early = beganMs + (turn * 1_000) / criteria.probesPerSecond - sinceMs();
    if (early > 0) await clock.sleep(early);
    yield* answered.splice(0);
    if (broken.length > 0) throw broken[0];
    if (over()) break;
    const one = ask(gets[turn % gets.length] ?? fallback, turn)
      .then((samples) => void answered.push(...samples))
      .catch((error: unknown) => broken.push(error))
      .then(() => void flying.delete(one));
    flying.add(one);
  }
  await Promise.all(flying);
  yield* answered;
}

/** A request fails when no answer comes or a 5xx does; 4xx are the client's. */
export function hasFailed(answer: HttpAnswer): boolean {
  return !answer.answered || answer.status >= 500;
}
