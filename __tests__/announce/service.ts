// A service on loopback: it answers by a script and keeps what it was sent. Requests to any host arrive here.
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { httpAdapter } from "../../src/adapters/http.ts";
import type { AnnouncingPorts } from "../../src/announce/send.ts";
import type { Clock } from "../../src/ports/clock.ts";

export interface Received {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Answer {
  readonly status: number;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Never answers. */
  readonly silent?: boolean;
}

export interface Service extends AnnouncingPorts {
  readonly received: readonly Received[];
  /** Milliseconds that were waited between tries; nothing really waits. */
  readonly slept: readonly number[];
  readonly files: { readonly written: ReadonlyMap<string, string>; write(path: string, text: string): Promise<void> };
  close(): Promise<void>;
}

/** `answers`: one after the other, the last one for ever; or whatever a function makes of a request. */
export async function startService(
  answers: readonly Answer[] | ((request: Received) => Answer),
  env: Readonly<Record<string, string>> = {},
): Promise<Service> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { method = "", url = "", headers } = request;
      const one: Received = { method, path: url, headers, body: Buffer.concat(chunks).toString("utf8") };
      received.push(one);
      const answer =
        typeof answers === "function" ? answers(one) : answers[Math.min(received.length, answers.length) - 1];
      if (answer?.silent === true) return;
      response.writeHead(answer?.status ?? 200, answer?.headers).end(answer?.body ?? "");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const slept: number[] = [];
  let ticks = 0;
  const clock: Clock = {
    now: () => new Date("2026-11-24T09:41:00Z"),
    ticks: () => ticks,
    async sleep(ms) {
      slept.push(ms);
      ticks += ms;
    },
  };
  const http = httpAdapter();
  const written = new Map<string, string>();
  return {
    received,
    slept,
    clock,
    http: {
      async request(wanted) {
        const url = URL.canParse(wanted.url) ? new URL(wanted.url) : null;
        const here = url === null ? wanted.url : `http://127.0.0.1:${port}${url.pathname}${url.search}`;
        const limitMs = Math.min(wanted.limitMs, 10_000);
        const silent = Array.isArray(answers) && answers.some((one) => one.silent === true);
        return http.request({ ...wanted, url: here, limitMs: silent ? 300 : limitMs });
      },
    },
    files: {
      written,
      async write(path, text) {
        written.set(path, text);
      },
    },
    folder: "/work/.phoenix-deploy",
    secret: (name) => env[name],
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
