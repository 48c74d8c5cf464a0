import { receiveFile } from "../../commands/host.ts";
import type { HostStep } from "../../domain/plan.ts";
import type { Judgement } from "../../domain/result.ts";
import type { Shell } from "../../ports.ts";
import type { Upload } from "../target.ts";
import { failed, type Hosts } from "./context.ts";
import { remedyOf } from "./remedies.ts";
import { valuesOf } from "./report.ts";

type UploadStep = Extract<HostStep, { type: "upload" }>;

/** Sends the release to a host that has room for it. That all of it arrived is proved when it is unpacked. */
export async function uploadOn(hosts: Hosts, { host, release: id, limitMs }: UploadStep): Promise<Judgement> {
  const { environment, release } = hosts.options;
  const { path } = environment;
  if (release === null || release.id !== id)
    return { verdict: "error", reason_code: "release_missing", says: `The tarball of ${id} is not on this runner.` };
  const crowded = await refuseWithoutRoom(hosts, host, release);
  if (crowded !== null) return crowded;
  const ran = await hosts.ways.to(host).run({
    argv: receiveFile,
    stdin: { text: `${path}/incoming/${id}.tar.gz\n`, file: release.path },
    limitMs,
    onCancel: "finish",
  });
  if (ran.ended === "exited" && ran.code === 0) {
    const { bytes } = release;
    return { verdict: "pass", reason_code: "passed", says: `Sent ${bytes} bytes to ${host}.`, facts: { bytes } };
  }
  if (ran.unreached !== undefined) return ran.unreached;
  const full = /No space left|Disk quota exceeded/.test(ran.stderr);
  return {
    verdict: "fail",
    reason_code: full ? "disk_full" : "upload_failed",
    says: `The upload to ${host} failed: ${ran.why || ran.stderr.trim() || `exit code ${ran.code}`}.`,
    remedy: `Check the disk space and the permissions below ${path} on ${host}.`,
  };
}

/** The upload and what it unpacks to lie beside each other for a moment. Null where both have room. */
async function refuseWithoutRoom(hosts: Hosts, host: string, release: Upload): Promise<Judgement | null> {
  const { environment, shell } = hosts.options;
  const report = await hosts.call({ host, op: "space", limitMs: 30_000 });
  if (failed(report)) return report;
  const free = Number(valuesOf(report, "disk")[0] ?? Number.NaN);
  const { id, bytes } = release;
  const size = await unpackedBytes(shell, release);
  const needed = bytes + size;
  if (!(free < needed)) return null;
  return {
    verdict: "fail",
    reason_code: "disk_full",
    says:
      `No space left on ${host}: ${id} needs about ${needed} bytes below ${environment.path} ` +
      `(${bytes} uploaded, ${size} unpacked), ${free} are free.`,
    remedy: remedyOf("disk_full", environment),
    facts: { free, needed },
  };
}

/** gzip keeps the size in 32 bits: where that cannot be right, three times the upload is an estimate. */
export async function unpackedBytes(shell: Shell, { path, bytes }: Upload): Promise<number> {
  const listed = await shell.run({ argv: ["gzip", "--list", path], limitMs: 30_000, onCancel: "end" });
  const [, packed = "", unpacked = ""] = /^\s*(\d+)\s+(\d+)/m.exec(listed.stdout) ?? [];
  return Number(packed) === bytes && Number(unpacked) >= bytes ? Number(unpacked) : bytes * 3;
}
