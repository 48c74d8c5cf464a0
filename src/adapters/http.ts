import { type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { Http, HttpAnswer, HttpRequest } from "../ports.ts";

/** Kept of an answer's body. */
const maxBodyBytes = 1 << 20;

/**
 * One request on a connection of its own, so that every probe goes through the router anew.
 * Redirects are answers. A time-out, a refused connection or a cut answer is no answer, with the reason.
 */
export function httpAdapter(): Http {
  return { request };
}

function request(wanted: HttpRequest): Promise<HttpAnswer> {
  const started = performance.now();
  return new Promise((resolve) => {
    const noAnswer = (why: string) => resolve({ answered: false, why, ms: performance.now() - started });
    let url: URL;
    try {
      url = new URL(wanted.url);
    } catch {
      return noAnswer(`${wanted.url} is not an address`);
    }
    const send = url.protocol === "https:" ? requestHttps : requestHttp;
    const body = wanted.body === undefined ? undefined : Buffer.from(wanted.body);
    const sent = send(url, {
      method: wanted.method,
      headers: {
        "user-agent": "phoenix-deploy",
        ...wanted.headers,
        ...(body === undefined ? {} : { "content-length": String(body.length) }),
      },
      agent: false,
      signal: AbortSignal.timeout(wanted.limitMs),
    });
    sent.on("error", (error: NodeJS.ErrnoException) =>
      noAnswer(
        error.name === "TimeoutError" || error.code === "ABORT_ERR"
          ? `no answer within ${wanted.limitMs} ms`
          : (error.code ?? error.message),
      ),
    );
    sent.on("response", (answer) => {
      read(answer).then(
        (text) =>
          resolve({
            answered: true,
            status: answer.statusCode ?? 0,
            headers: flatten(answer),
            body: text,
            ms: performance.now() - started,
          }),
        (error: NodeJS.ErrnoException) =>
          noAnswer(error.code === "ABORT_ERR" ? `the answer did not end within ${wanted.limitMs} ms` : error.message),
      );
    });
    sent.end(body);
  });
}

async function read(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    if (size < maxBodyBytes) chunks.push(chunk.subarray(0, maxBodyBytes - size));
    size += chunk.length;
  }
  return Buffer.concat(chunks).toString("utf8");
}

function flatten(answer: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(answer.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(", ") : (value ?? ""),
    ]),
  );
}
