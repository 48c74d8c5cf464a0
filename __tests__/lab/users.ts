// Users who keep their connections and send requests at a steady pace, however long answers take.
import { Agent, request } from "node:http";

/** Who asks, and how often. */
interface UsersOptions {
  readonly url: string;
  /** Requests a second; 50 unless given. */
  readonly perSecond?: number;
  /** A request that lasts longer has failed, milliseconds. */
  readonly patienceMs?: number;
}

/** What became of all requests that were sent from a moment on. */
export interface Served {
  readonly sent: number;
  readonly failed: readonly string[];
  /** Answers by what answered: the text of the page. */
  readonly by: Readonly<Record<string, number>>;
  /** When the last request was sent that this text answered; 0 where none did. By `performance.now()`. */
  last(text: string): number;
  /** The longest time from an answer to the next one, milliseconds. */
  readonly gapMs: number;
}

export interface Users {
  /** Waits for the answers to all requests that were sent until now, since `from` by `performance.now()`. */
  since(from: number): Promise<Served>;
  /** What answers now. */
  now(): Promise<string>;
  stop(): Promise<void>;
}

interface Asked {
  readonly sent: number;
  at: number;
  text: string;
  failed: string | null;
}

export function startUsers({ url, perSecond = 50, patienceMs = 20_000 }: UsersOptions): Users {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const all: Asked[] = [];
  const open = new Set<Promise<void>>();

  function ask(one: Asked, again: boolean): Promise<void> {
    return new Promise((resolve) => {
      const end = (failed: string | null, text = "") => {
        Object.assign(one, { at: performance.now(), failed, text });
        resolve();
      };
      const asked = request(`${url}/`, { agent: again ? agent : false, timeout: patienceMs }, (answer) => {
        let body = "";
        answer.setEncoding("utf8").on("data", (part: string) => {
          body += part;
        });
        answer.on("error", (error) => end(String(error)));
        answer.on("end", () =>
          end(answer.statusCode === 200 ? null : `HTTP ${answer.statusCode} ${body.slice(0, 40)}`, body),
        );
      });
      asked.on("timeout", () => asked.destroy(new Error(`no answer within ${patienceMs} ms`)));
      asked.on("error", (error) => {
        // A connection that was idle may be closed at the moment at which it is used: browsers send such a request
        // again.
        if (asked.reusedSocket && again) resolve(ask(one, false));
        else end(String(error));
      });
      asked.end();
    });
  }

  function send(): Asked {
    const one: Asked = { sent: performance.now(), at: 0, text: "", failed: null };
    all.push(one);
    const answered = ask(one, true).finally(() => open.delete(answered));
    open.add(answered);
    return one;
  }

  // By the clock and not by the number of calls: a busy machine sends what it owes.
  const began = performance.now();
  let sent = 0;
  const timer = setInterval(() => {
    for (const owed = ((performance.now() - began) * perSecond) / 1_000; sent < owed; sent += 1) send();
  }, 1_000 / perSecond);

  return {
    async since(from) {
      await Promise.all(open);
      return servedOf(all.filter((one) => one.sent >= from && one.at > 0));
    },
    async now() {
      const one = send();
      while (one.at === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      return one.failed ?? one.text;
    },
    async stop() {
      clearInterval(timer);
      await Promise.all(open);
      agent.destroy();
    },
  };
}

function servedOf(asked: readonly Asked[]): Served {
  const by: Record<string, number> = {};
  for (const { failed, text } of asked) if (failed === null) by[text] = (by[text] ?? 0) + 1;
  const answers = asked.filter(({ failed }) => failed === null).map(({ at }) => at);
  answers.sort((one, other) => one - other);
  return {
    sent: asked.length,
    failed: asked.flatMap(({ failed }) => failed ?? []),
    by,
    last: (text) => asked.reduce((last, one) => (one.text === text ? Math.max(last, one.sent) : last), 0),
    gapMs: answers.reduce((gap, at, index) => Math.max(gap, at - (answers[index - 1] ?? at)), 0),
  };
}
