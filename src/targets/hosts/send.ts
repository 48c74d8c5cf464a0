import { receiveFile } from "../../commands/host.ts";
import type { ReasonCode } from "../../domain/evidence/reason.ts";
import type { Judgement } from "../../domain/evidence/result.ts";
import type { RanThere } from "../../transports/transport.ts";
import type { Hosts } from "./context.ts";
import type { Sendable } from "./packer.ts";
import { remedyOf } from "./remedies.ts";
import { type Stock, stockOf } from "./stock.ts";

/** A file on its way to a host. */
interface Sending {
  readonly host: string;
  /** Id of the release that it belongs to. */
  readonly release: string;
  /** Its name in the host's `incoming/`. */
  readonly name: string;
  readonly file: Sendable;
  readonly limitMs: number;
  /** What the host had when it was last asked. */
  readonly stock: Stock;
}

/** Bytes that were sent, also in vain, or why the file did not arrive. */
export type Sent = { readonly bytes: number; readonly resumed: number } | Judgement;

/** How often a connection may drop. */
const tries = 5;
const pauseMs = 500;
/** Why a host may not have answered that is over in a moment. */
const unanswered: readonly ReasonCode[] = ["state_unknown", "target_unreachable", "step_running"];

/** Sends a file, and after a drop what is missing of it. That what arrived is the file is proved where it is used. */
export async function send(hosts: Hosts, sending: Sending): Promise<Sent> {
  const { clock, environment } = hosts.options;
  const { host, name, file, limitMs } = sending;
  const ends = clock.ticks() + limitMs;
  let { stock } = sending;
  let bytes = 0;
  let resumed = 0;
  for (let left = tries; ; left -= 1) {
    const from = await arrived(hosts, sending, stock);
    if (from === "all") return { bytes, resumed };
    resumed = from;
    bytes += file.bytes - from;
    const ran = await hosts.ways.to(host).run({
      argv: receiveFile,
      stdin: {
        text: `${environment.path}/incoming/${name}\n${from}\n${file.bytes}\n`,
        file: file.path,
        skip: from,
      },
      limitMs: Math.max(1, ends - clock.ticks()),
      onCancel: "finish",
    });
    if (ran.ended === "exited" && ran.code === 0) return { bytes, resumed };
    // The receiver ends with 1 where it could not write. A connection that was lost ends with another code.
    if (ran.ended !== "exited" || ran.code === 1 || left <= 1) return notSent(hosts, host, ran);
    const asked = await askAgain(hosts, sending, ends);
    if ("verdict" in asked) return asked;
    stock = asked;
  }
}

/** Asks what arrived, until the host answers or the time of the step is over. */
async function askAgain(hosts: Hosts, { host, release }: Sending, ends: number): Promise<Stock | Judgement> {
  const { clock } = hosts.options;
  for (let pause = pauseMs; ; pause *= 2) {
    await clock.sleep(pause);
    const asked = await stockOf(hosts, host, release);
    const maybeLater = "verdict" in asked && unanswered.includes(asked.reason_code);
    if (!maybeLater || clock.ticks() + pause > ends) return asked;
  }
}

/** From which byte on the file is missing there: what arrived counts where it is the beginning of this very file. */
async function arrived(hosts: Hosts, { name, file }: Sending, { received }: Stock): Promise<number | "all"> {
  if (received.get(name)?.sha256 === file.sha256) return "all";
  const part = received.get(`${name}.part`);
  if (part === undefined || part.bytes > file.bytes) return 0;
  const begins = await hosts.options.files.digest(file.path, part.bytes);
  return begins?.sha256 === part.sha256 ? part.bytes : 0;
}

function notSent({ options }: Hosts, host: string, ran: RanThere): Judgement {
  const { environment } = options;
  if (ran.unreached !== undefined) return ran.unreached;
  const full = /No space left|Disk quota exceeded/.test(ran.stderr);
  return {
    verdict: "fail",
    reason_code: full ? "disk_full" : "upload_failed",
    says: `The upload to ${host} failed: ${ran.why || ran.stderr.trim() || `exit code ${ran.code}`}.`,
    remedy: full
      ? remedyOf("disk_full", environment)
      : `Check the disk space and the permissions below ${environment.path} on ${host}.`,
  };
}

/** True where the file did not arrive. */
export function notArrived(sent: Sent): sent is Judgement {
  return "verdict" in sent;
}
