// Commands on hosts over a link with a delay and a limit of bytes a second, both ways: a TCP proxy in front of a server
// that runs what it is asked. Stands for ssh over a network where only the network is the subject.
import { spawn } from "node:child_process";
import { connect, createServer, type Server, type Socket } from "node:net";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";

/** A round trip in milliseconds, and bits a second. */
export interface Link {
  readonly roundTripMs: number;
  readonly bitsPerSecond: number;
}

/** What a command is asked for, on the first line of a connection. */
interface Asked {
  readonly argv: readonly [string, ...string[]];
  /** Replaced in the first bytes of what the command reads, by a text of the same length. */
  readonly replace: readonly [string, string];
}

/** How a command ended, on the last line of a connection. */
export interface Answered {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Listens on a free port of this machine. */
async function listen(serve: (socket: Socket) => void): Promise<{ readonly server: Server; readonly port: number }> {
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    socket.on("error", () => undefined);
    serve(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return { server, port: address !== null && typeof address === "object" ? address.port : 0 };
}

/** A host that runs what it is asked. */
export function startHost() {
  return listen((socket) => void answer(socket).catch(() => socket.destroy()));
}

async function answer(socket: Socket): Promise<void> {
  let head = Buffer.alloc(0);
  let ended = false;
  for await (const chunk of socket.iterator({ destroyOnReturn: false })) {
    head = Buffer.concat([head, chunk as Buffer]);
    if (head.length > 16_384) break;
  }
  ended = socket.readableEnded;
  const line = head.indexOf("\n");
  const { argv, replace } = JSON.parse(head.subarray(0, line).toString()) as Asked;
  const [program, ...args] = argv;
  const child = spawn(program, args, { stdio: ["pipe", "pipe", "pipe"] });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
  child.stdin.on("error", () => undefined);
  const first = head.subarray(line + 1).toString("latin1");
  child.stdin.write(Buffer.from(first.replaceAll(replace[0], replace[1]), "latin1"));
  const fed = ended ? Promise.resolve(child.stdin.end()) : pipeline(socket, child.stdin).catch(() => undefined);
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  await fed;
  const answered: Answered = { code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() };
  socket.end(JSON.stringify(answered));
}

/** The link to a server: each byte arrives half a round trip after the line was free for it. */
export async function startLink({ ip, port }: { readonly ip: string; readonly port: number }, link: Link) {
  let sent = 0;
  const { server, port: at } = await listen((near) => {
    const far = connect({ port, host: ip, allowHalfOpen: true, noDelay: true });
    far.on("error", () => near.destroy());
    near.on("data", (chunk: Buffer) => {
      sent += chunk.length;
    });
    near.pipe(slow(link)).pipe(far);
    far.pipe(slow(link)).pipe(near);
  });
  return { server, port: at, sent: () => sent };
}

function slow({ roundTripMs, bitsPerSecond }: Link): Transform {
  let free = 0;
  let last: Promise<void> = Promise.resolve();
  // A line holds what is under way, and no more.
  const highWaterMark = Math.max(16_384, (bitsPerSecond / 8) * (roundTripMs / 1_000));
  return new Transform({
    highWaterMark,
    transform(chunk: Buffer, _encoding, done) {
      const now = performance.now();
      free = Math.max(free, now) + (chunk.length * 8_000) / bitsPerSecond;
      const due = new Promise((resolve) => setTimeout(resolve, free - now + roundTripMs / 2));
      // Timers of a busy process may end in another order.
      last = Promise.all([last, due]).then(() => void this.push(chunk));
      setTimeout(done, free - now);
    },
    flush(done) {
      void last.then(() => done());
    },
  });
}

/** Runs a command on the host at this port; a connection costs a round trip, as a session over ssh does. */
export async function runOver(
  port: number,
  link: Link,
  { asked, stdin }: { readonly asked: Asked; readonly stdin: readonly (string | NodeJS.ReadableStream)[] },
): Promise<Answered> {
  await new Promise((resolve) => setTimeout(resolve, link.roundTripMs));
  const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true, noDelay: true });
  const text: Buffer[] = [];
  socket.on("data", (chunk: Buffer) => text.push(chunk));
  const over = new Promise<void>((resolve, reject) => {
    socket.once("end", resolve);
    socket.once("error", reject);
  });
  socket.write(`${JSON.stringify(asked)}\n`);
  for (const part of stdin) {
    if (typeof part === "string") socket.write(part);
    else await pipeline(part, socket, { end: false });
  }
  socket.end();
  await over;
  return JSON.parse(Buffer.concat(text).toString()) as Answered;
}
