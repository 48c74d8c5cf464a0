import type { ReasonCode } from "../../domain/evidence/reason.ts";
import type { Judgement } from "../../domain/evidence/result.ts";
import type { HostStep } from "../../domain/fleet/plan.ts";
import type { ListedFile } from "../../domain/release/files.ts";
import type { Shell } from "../../ports/shell.ts";
import type { Upload } from "../target.ts";
import { failed, type Hosts } from "./context.ts";
import { remedyOf } from "./remedies.ts";
import { valuesOf } from "./report.ts";
import { notArrived, send } from "./send.ts";
import { lacking, type Stock, stockOf } from "./stock.ts";

type UploadStep = Extract<HostStep, { type: "upload" }>;

/** What an upload works with. */
interface Uploading {
  readonly step: UploadStep;
  readonly release: Upload;
  readonly stock: Stock;
}

/**
 * Sends a host what it lacks of a release: nothing where the release is there; else the files that none of its releases
 * has, and where that does not work, or there is nothing to copy from, the whole tarball.
 */
export async function uploadOn(hosts: Hosts, step: UploadStep): Promise<Judgement> {
  const { release } = hosts.options;
  const { host, release: id } = step;
  hosts.looks.forget();
  if (release === null || release.id !== id)
    return { verdict: "error", reason_code: "release_missing", says: `The tarball of ${id} is not on this runner.` };
  const stock = await stockOf(hosts, host, id);
  if ("verdict" in stock) return stock;
  if (stock.there) {
    const facts = { bytes: 0, of: release.bytes, copied: 0 };
    return { verdict: "pass", reason_code: "passed", says: `${id} is on ${host}: nothing was sent.`, facts };
  }
  const uploading = { step, release, stock };
  const crowded = await refuseWithoutRoom(hosts, uploading);
  if (crowded !== null) return crowded;
  const parts = await sendLacking(hosts, uploading);
  if ("verdict" in parts) return parts;
  const sent = await send(hosts, {
    ...{ host, release: id, limitMs: step.limitMs, stock },
    name: `${id}.tar.gz`,
    file: { path: release.path, bytes: release.bytes, sha256: release.digest },
  });
  if (notArrived(sent)) return sent;
  return {
    verdict: "pass",
    reason_code: "passed",
    says: `Sent ${sent.bytes} bytes to ${host}${resumedAt(sent.resumed)}.`,
    facts: { bytes: parts.bytes + sent.bytes, of: release.bytes, copied: 0 },
    warnings: parts.why === null ? [] : [`${host} was sent the whole tarball of ${id}: ${parts.why}`],
  };
}

/** The whole tarball is needed; why, where that is no matter of course, and the bytes that were sent in vain. */
interface Whole {
  readonly why: string | null;
  readonly bytes: number;
}

/** What is wrong with the files or their list, and nothing else, is answered with the whole tarball. */
const answered: readonly ReasonCode[] = ["digest_mismatch", "unsafe_release", "unpack_failed"];

/** Sends the files that the host lacks and has it put the release together. */
async function sendLacking(hosts: Hosts, { step, release, stock }: Uploading): Promise<Judgement | Whole> {
  const { host, release: id, limitMs } = step;
  if (stock.has.size === 0 || release.list === null) return { why: null, bytes: 0 };
  const files = await hosts.packer.files();
  if ("wrong" in files) return { why: `${files.wrong}.`, bytes: 0 };
  const lacks = lacking(files, stock);
  // Of another application, or another Erlang: the tarball is the smaller pack, and needs none of the host's files.
  if (sizeOf(lacks) * 2 > sizeOf(files)) return { why: null, bytes: 0 };
  const pack = await hosts.packer.pack(lacks.map(({ path }) => path));
  if ("wrong" in pack) return { why: `${pack.wrong}.`, bytes: 0 };
  const sent = await send(hosts, { host, release: id, limitMs, stock, name: `${id}.pack`, file: pack });
  if (notArrived(sent)) return sent;
  const values = {
    PD_RELEASE: id,
    PD_DIGEST: pack.sha256,
    PD_LIST: release.list.sha256,
    PD_MANIFEST: release.manifest.trim(),
  };
  const report = await hosts.call({ host, op: "assemble", values, limitMs });
  if (failed(report) && answered.includes(report.reason_code)) return { why: report.says, bytes: sent.bytes };
  // The connection dropped, and the host went on: what it has by now counts.
  if (failed(report) && !(report.reason_code === "state_unknown" && (await hasNow(hosts, step)))) return report;
  if (!failed(report)) hosts.assembled.add(host);
  const count = files.filter(({ type }) => type === "f").length;
  const copied = failed(report) ? count - lacks.length : Number(valuesOf(report, "copied")[0] ?? 0);
  return {
    verdict: "pass",
    reason_code: "passed",
    says:
      `Sent ${sent.bytes} bytes to ${host}${resumedAt(sent.resumed)}: it has ${copied} of ${count} files from other ` +
      `releases (the whole is ${release.bytes} bytes).`,
    facts: { bytes: sent.bytes, of: release.bytes, copied },
  };
}

async function hasNow(hosts: Hosts, { host, release }: UploadStep): Promise<boolean> {
  const stock = await stockOf(hosts, host, release);
  return !("verdict" in stock) && stock.there;
}

function resumedAt(byte: number): string {
  return byte === 0 ? "" : ` (the upload was resumed at byte ${byte})`;
}

function sizeOf(files: readonly ListedFile[]): number {
  return files.reduce((sum, one) => sum + one.bytes, 0);
}

/** The upload and what it unpacks to lie beside each other for a moment. Null where both have room. */
async function refuseWithoutRoom(hosts: Hosts, { step, release, stock }: Uploading): Promise<Judgement | null> {
  const { environment } = hosts.options;
  const { free } = stock;
  const { id, bytes } = release;
  const size = await releaseBytes(hosts, release);
  const needed = bytes + size;
  if (!(free < needed)) return null;
  return {
    verdict: "fail",
    reason_code: "disk_full",
    says:
      `No space left on ${step.host}: ${id} needs about ${needed} bytes below ${environment.path} ` +
      `(${bytes} uploaded, ${size} unpacked), ${free} are free.`,
    remedy: remedyOf("disk_full", environment),
    facts: { free, needed },
  };
}

/** What a release takes on a host, without its upload. */
export async function releaseBytes({ options, packer }: Hosts, release: Upload): Promise<number> {
  const files = await packer.files();
  return "wrong" in files ? unpackedBytes(options.shell, release) : sizeOf(files) + files.length * 4_096;
}

/** gzip keeps the size in 32 bits: where that cannot be right, three times the upload is an estimate. */
async function unpackedBytes(shell: Shell, { path, bytes }: Upload): Promise<number> {
  const listed = await shell.run({ argv: ["gzip", "--list", path], limitMs: 30_000, onCancel: "end" });
  const [, packed = "", unpacked = ""] = /^\s*(\d+)\s+(\d+)/m.exec(listed.stdout) ?? [];
  return Number(packed) === bytes && Number(unpacked) >= bytes ? Number(unpacked) : bytes * 3;
}
