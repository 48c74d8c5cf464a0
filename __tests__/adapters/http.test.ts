import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createRaw } from "node:net";
import { afterEach, describe, expect, test } from "@jest/globals";
import { httpAdapter } from "../../src/adapters/http.ts";
import type { HttpAnswer } from "../../src/ports/http.ts";

const open: { close(): void }[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

async function serve(listener: RequestListener): Promise<string> {
  const server: Server = createServer(listener);
  open.push({
    close() {
      server.close();
      server.closeAllConnections();
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as { port: number }).port}`;
}

const ask = (
  url: string,
  more: { method?: string; body?: string; headers?: Record<string, string>; limitMs?: number } = {},
): Promise<HttpAnswer> => httpAdapter().request({ method: "GET", url, limitMs: 20_000, ...more });

describe("a request", () => {
  test("carries method, headers and body, and brings status, headers and body back", async () => {
    const url = await serve((request, answer) => {
      request.setEncoding("utf8").on("data", (body) => {
        answer.writeHead(418, { "x-told": String(request.headers["x-asked"]), "set-cookie": ["a=1", "b=2"] });
        answer.end(`${request.method} ${request.headers["content-length"]} ${body}`);
      });
    });
    expect(await ask(url, { method: "POST", body: "größer", headers: { "x-asked": "yes" } })).toMatchObject({
      answered: true,
      status: 418,
      headers: { "x-told": "yes", "set-cookie": "a=1, b=2" },
      body: "POST 8 größer",
    });
  });

  test("takes a redirect for an answer, and does not follow it", async () => {
    const url = await serve((_request, answer) => answer.writeHead(302, { location: "/elsewhere" }).end());
    expect(await ask(url)).toMatchObject({ answered: true, status: 302 });
  });

  test("uses a connection of its own each time, so that a router chooses anew", async () => {
    const ports = new Set<number | undefined>();
    const url = await serve((request, answer) => {
      ports.add(request.socket.remotePort);
      answer.end();
    });
    for (let times = 0; times < 3; times += 1) await ask(url);
    expect(ports.size).toBe(3);
  });

  test("keeps 1 MiB of an enormous answer", async () => {
    const url = await serve((_request, answer) => answer.end(Buffer.alloc(20_000_000, "x")));
    const answer = await ask(url);
    expect(answer.answered && answer.body.length).toBe(1 << 20);
  });

  test("reads a binary answer as text, leniently", async () => {
    const url = await serve((_request, answer) => answer.end(Buffer.from([0x00, 0xff, 0xfe, 0x41])));
    expect(await ask(url)).toMatchObject({ answered: true, body: "\0\ufffd\ufffdA" });
  });

  test.each<[string, RequestListener, RegExp, number?]>([
    ["never comes", () => undefined, /within 300 ms/, 300],
    ["never ends", (_request, answer) => void answer.write("begun"), /within 300 ms/, 300],
    [
      "is cut",
      (_request, answer) => {
        answer.writeHead(200, { "content-length": "100" });
        answer.write("begun", () => answer.destroy());
      },
      /./,
    ],
    ["is a closed connection", (request) => void request.socket.destroy(), /ECONNRESET|hang up/],
  ])("whose answer %s has none, and says why", async (_what, listener, why, limitMs = 20_000) => {
    expect(await ask(await serve(listener), { limitMs })).toEqual({
      answered: false,
      why: expect.stringMatching(why),
      ms: expect.any(Number),
    });
  });

  test("whose answer is no HTTP has none", async () => {
    const server = createRaw((socket) => socket.end("SSH-2.0-OpenSSH_9.2\r\n"));
    open.push(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as { port: number };
    expect(await ask(`http://127.0.0.1:${port}`)).toMatchObject({ answered: false });
  });

  test.each(["nonsense", "http://", "http://127.0.0.1:1/"])("to %s has no answer, and does not throw", async (url) => {
    expect(await ask(url)).toMatchObject({ answered: false });
  });
});

describe("a request that goes through the runner's proxy", () => {
  /** A proxy that answers for whatever it is asked, and keeps what that was. */
  async function proxy() {
    const asked: string[] = [];
    const server = createServer((request, answer) => {
      asked.push(`${request.method} ${request.url} ${request.headers["proxy-authorization"] ?? ""}`.trim());
      answer.end("by the proxy");
    });
    server.on("connect", (request, socket) => {
      asked.push(`CONNECT ${request.url}`);
      socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
    });
    open.push({
      close() {
        server.close();
        server.closeAllConnections();
      },
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return { asked, host: `127.0.0.1:${(server.address() as { port: number }).port}` };
  }

  const through = (env: Record<string, string>, url: string, proxied = true) =>
    httpAdapter(env).request({ method: "GET", url, limitMs: 20_000, proxied });

  test.each(["HTTP_PROXY", "http_proxy"])("asks the one of %s, with its user", async (name) => {
    const { asked, host } = await proxy();
    const answer = await through({ [name]: `http://me:pa%24s@${host}` }, "http://hooks.example.com/x?y=1");
    expect(answer).toMatchObject({ answered: true, status: 200, body: "by the proxy" });
    expect(asked).toEqual([`GET http://hooks.example.com/x?y=1 Basic ${Buffer.from("me:pa$s").toString("base64")}`]);
  });

  test("opens a tunnel for https, and says that it could not", async () => {
    const { asked, host } = await proxy();
    expect(await through({ HTTPS_PROXY: host }, "https://hooks.example.com/x")).toMatchObject({ answered: false });
    expect(asked).toEqual(["CONNECT hooks.example.com:443"]);
  });

  test.each([
    ["NO_PROXY names its host", { NO_PROXY: "10.0.0.1,127.0.0.1" }, true],
    ["no_proxy names all", { no_proxy: "*" }, true],
    ["it is not meant for one, as those to what is deployed", {}, false],
  ])("goes straight where %s", async (_when, env, proxied) => {
    const { asked, host } = await proxy();
    const url = await serve((_request, answer) => answer.end("straight"));
    const proxies = { HTTP_PROXY: host, ...(env as Record<string, string>) };
    expect(await through(proxies, url, proxied)).toMatchObject({ answered: true, body: "straight" });
    expect(asked).toEqual([]);
  });

  test("has no answer where the environment names no proxy that there can be", async () => {
    const answer = await through({ HTTP_PROXY: "http://" }, "http://hooks.example.com/");
    expect(answer).toMatchObject({ answered: false });
  });
});
