import { Agent as HttpAgent, type IncomingMessage, request as requestHttp } from "node:http";
import { Agent as HttpsAgent, request as requestHttps } from "node:https";
import type { Http, HttpAnswer, HttpRequest } from "../ports/http.ts";

/** Kept of an answer's body. */
const maxBodyBytes = 1 << 20;

/** The runner's environment. */
type Env = Readonly<Record<string, string | undefined>>;

/**
 * One request on a connection of its own, so that every probe goes through the router anew.
 * Redirects are answers. A time-out, a refused connection or a cut answer is no answer, with the reason. What is
 * `proxied` goes through `HTTP_PROXY` or `HTTPS_PROXY` of the environment, unless `NO_PROXY` names the host.
 */
export function httpAdapter(env: Env = {}): Http {
  return { request: (wanted) => request(wanted, env) };
}

/** The proxies of the environment, as Node takes them: curl, and so the runner's users, leave out `http://` as well. */
function proxiesOf(env: Env): Record<string, string> {
  const names = ["http_proxy", "https_proxy", "no_proxy"].flatMap((name) => [name, name.toUpperCase()]);
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = env[name]?.trim();
      if (!value) return [];
      return [[name, /^no_proxy$/i.test(name) || value.includes("://") ? value : `http://${value}`] as const];
    }),
  );
}

function agentFor({ protocol }: URL, env: Env): HttpAgent | HttpsAgent {
  const proxyEnv = proxiesOf(env);
  return protocol === "https:" ? new HttpsAgent({ proxyEnv }) : new HttpAgent({ proxyEnv });
}

function request(wanted: HttpRequest, env: Env): Promise<HttpAnswer> {
  const started = performance.now();
  return new Promise((resolve) => {
    const noAnswer = (why: string) => resolve({ answered: false, why, ms: performance.now() - started });
    if (!URL.canParse(wanted.url)) return noAnswer(`${wanted.url} is not an address`);
    const url = new URL(wanted.url);
    let agent: HttpAgent | false;
    try {
      agent = wanted.proxied === true && agentFor(url, env);
    } catch {
      return noAnswer("the proxy that the environment names has no address");
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
      agent,
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
