// Users who keep their connections, at a hundred requests a second.
import { Agent, type RequestOptions, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

/** What became of the requests; `retried` are counted in `answered` or `failed` too. */
export interface Traffic {
  sent: number;
  answered: number;
  retried: number;
  readonly failed: string[];
  /** Answers by the name of the slot. */
  readonly by: Map<string, number>;
}

function ask(options: RequestOptions, traffic: Traffic, again: boolean): Promise<void> {
  return new Promise((resolve) => {
    const asked = request({ ...options, path: "/" }, (answer) => {
      let body = "";
      answer.on("data", (part) => {
        body += part;
      });
      answer.on("error", (error) => {
        traffic.failed.push(String(error));
        resolve();
      });
      answer.on("end", () => {
        if (answer.statusCode === 200) traffic.answered += 1;
        else traffic.failed.push(`HTTP ${answer.statusCode}`);
        traffic.by.set(body, (traffic.by.get(body) ?? 0) + 1);
        resolve();
      });
    });
    asked.on("error", (error) => {
      // A server may close a connection that is idle at the very moment at which it is used again. Browsers and proxies
      // send such a request once more, and so does this.
      if (asked.reusedSocket && again) {
        traffic.retried += 1;
        resolve(ask({ ...options, agent: false }, traffic, false));
      } else {
        traffic.failed.push(String(error));
        resolve();
      }
    });
    asked.end();
  });
}

/** Sends requests until the work is done; no matter how it ended, what became of each. */
export async function whileUsersAsk(
  options: RequestOptions,
  work: (traffic: Readonly<Traffic>) => Promise<void>,
): Promise<Traffic> {
  const traffic: Traffic = { sent: 0, answered: 0, retried: 0, failed: [], by: new Map() };
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });
  const open: Promise<void>[] = [];
  let working = true;
  const sending = (async () => {
    while (working) {
      traffic.sent += 1;
      open.push(ask({ ...options, agent }, traffic, true));
      await sleep(10);
    }
  })();
  try {
    await work(traffic);
  } finally {
    working = false;
    await sending;
    await Promise.all(open);
    agent.destroy();
  }
  return traffic;
}
