// A webhook receiver on loopback that keeps what it received and checks the signature.
import { createHmac } from "node:crypto";
import { createServer } from "node:http";

/** One delivery, as it came. */
interface Delivery {
  readonly signed: boolean;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Receiver {
  readonly url: string;
  readonly secret: string;
  /** What was received of a commit, in order. */
  receivedOf(sha: string): readonly Delivery[];
  close(): Promise<void>;
}

export async function startReceiver(): Promise<Receiver> {
  const secret = "a secret of the receiver";
  const received: Delivery[] = [];
  const server = createServer((request, answer) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks);
      const signed =
        request.headers["x-phoenix-deploy-signature"] ===
        `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;
      received.push({ signed, body: JSON.parse(body.toString()) });
      answer.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as { port: number }).port}/hook`,
    secret,
    receivedOf: (sha) => received.filter(({ body }) => body["sha"] === sha),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
