// The two small servers behind a real router, and the users in front of it.
import { once } from "node:events";
import { createServer, type RequestOptions, request, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { type Sandbox, until } from "../host/sandbox.ts";

/**
 * A server that says its name. Its `/slow` is answered only when the test says so, and what asks for a WebSocket has a
 * connection that sends back all that it gets, until the server is closed.
 */
class Slot {
  readonly open: ServerResponse[] = [];
  readonly sockets: Duplex[] = [];
  readonly server: Server;
  constructor(name: string) {
    this.server = createServer((asked, answer) => {
      if (asked.url === "/slow") this.open.push(answer);
      else answer.end(name);
    });
    this.server.on("upgrade", (_asked, socket: Duplex) => {
      this.sockets.push(socket);
      socket.on("error", () => undefined);
      const headers = ["Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Accept: none"];
      socket.write(`HTTP/1.1 101 Switching Protocols\r\n${headers.join("\r\n")}\r\n\r\n`);
      socket.pipe(socket);
    });
  }

  async listen(port: number): Promise<void> {
    this.server.listen(port, "127.0.0.1");
    await once(this.server, "listening");
  }

  async close(): Promise<void> {
    if (!this.server.listening) return;
    this.server.closeAllConnections();
    for (const socket of this.sockets.splice(0)) socket.destroy();
    this.server.close();
    await once(this.server, "close");
  }
}

/** Both slots of a host, served by this process. */
export class Slots {
  readonly blue = new Slot("blue");
  readonly green = new Slot("green");

  async listen({ ports }: Sandbox): Promise<void> {
    await this.blue.listen(ports.blue);
    await this.green.listen(ports.green);
  }

  async close(): Promise<void> {
    await this.blue.close();
    await this.green.close();
  }

  /** Begins a request through the router; the function that is given back ends it. */
  async request(users: RequestOptions): Promise<() => Promise<void>> {
    const asked = request({ ...users, path: "/slow" });
    const answered = once(asked, "response");
    asked.end();
    const open = () => [...this.blue.open, ...this.green.open];
    await until(() => open().length > 0);
    return async () => {
      for (const answer of open()) answer.end("done");
      const [response] = await answered;
      response.resume();
      await once(response, "end");
    };
  }
}
