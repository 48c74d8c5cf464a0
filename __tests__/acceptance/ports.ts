// Ports for the servers of a test, on loopback.
import { randomInt } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:net";

/** A port, kept from other machines until it is given back. */
export interface Claim {
  readonly port: number;
  giveBack(): void;
}

/**
 * Claims a port that nobody has. It lies below those that the kernel gives to outgoing connections: one of these, such
 * as a router's health check of a server that is down, could otherwise sit on it just when the server starts. The same
 * number on 127.0.0.2 is listened to as long as the claim lasts, so that two tests that look at once do not take the
 * same.
 */
export async function claimPort(): Promise<Claim> {
  const [ephemeral = 32_768] = readFileSync("/proc/sys/net/ipv4/ip_local_port_range", "utf8").split(/\s+/).map(Number);
  for (let tries = 0; tries < 1_000; tries += 1) {
    const port = randomInt(10_000, Math.max(10_001, ephemeral));
    const sign = await listen("127.0.0.2", port);
    if (sign === null) continue;
    const seen = await listen("127.0.0.1", port);
    if (seen === null) {
      sign.close();
      continue;
    }
    await new Promise((resolve) => seen.close(resolve));
    return { port, giveBack: () => void sign.close() };
  }
  throw new Error("No port is free");
}

function listen(host: string, port: number): Promise<Server | null> {
  return new Promise((resolve) => {
    const server = createServer((socket) => socket.destroy());
    server.once("error", () => resolve(null));
    server.listen(port, host, () => resolve(server.unref()));
  });
}
