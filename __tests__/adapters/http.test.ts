import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createRaw } from "node:net";
import { afterEach, describe, expect, test } from "@jest/globals";
import { httpAdapter } from "../../src/adapters/http.ts";
import type { HttpAnswer } from "../../src/ports.ts";

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
