// What an upload sends and how long it takes: the demo application with its Erlang, a code change and a version bump,
// to 3 and 50 hosts that have the release before, over links of 50 ms and 10 Mbit/s; beside the whole tarball by `cat`
// and tar over the same links. Limits: 1 % of the tarball's bytes for a code change, 3 % for a version bump.
// Run it with: script/node bench/upload.ts [hosts, 3 and 50 unless given]
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, createReadStream, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { clockAdapter } from "../src/adapters/clock.ts";
import { filesAdapter } from "../src/adapters/files.ts";
import { shellAdapter } from "../src/adapters/shell.ts";
import type { CheckContext } from "../src/checks/context.ts";
import { listFiles } from "../src/checks/release-files.ts";
import { packFolder } from "../src/commands/tar.ts";
import type { Judgement } from "../src/domain/evidence/result.ts";
import type { Shell } from "../src/ports/shell.ts";
import { noRouter } from "../src/routers/none.ts";
import type { Environment } from "../src/settings/settings.ts";
import { callerOf } from "../src/targets/hosts/call.ts";
import { type Hosts, openHosts } from "../src/targets/hosts/context.ts";
import { performStep } from "../src/targets/hosts/operations.ts";
import { uploadOn } from "../src/targets/hosts/upload.ts";
import type { TargetOptions, Upload } from "../src/targets/target.ts";
import { type Answered, type Link, runOver, startHost, startLink } from "./link.ts";

const counts = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [3, 50];
const link: Link = { roundTripMs: 50, bitsPerSecond: 10_000_000 };
const folder = mkdtempSync(join(tmpdir(), "pd-upload-"));
const cancel = new AbortController().signal;
const shell = shellAdapter({ cwd: folder, env: process.env, cancel, show: () => undefined });
const limitMs = 600_000;
const anyHost = join(folder, "host-000");

/** Builds the demo application, changed, as `validate` packs it. */
async function build(name: string, version: string, changed: boolean): Promise<Upload> {
  const root = join(folder, "demo_app");
  if (name === "first") cpSync(join(import.meta.dirname, "../examples/demo_app"), root, { recursive: true });
  const edit = (file: string, from: RegExp, to: string) =>
    writeFileSync(join(root, file), readFileSync(join(root, file), "utf8").replace(from, to));
  edit("mix.exs", /@version ".*"/, `@version "${version}"`);
  if (changed) edit("lib/demo_app/router.ex", /\nend\n$/, '\n\n  def changed, do: "by this commit"\nend\n');
  rmSync(join(root, "_build/prod/rel"), { recursive: true, force: true });
  const env = { ...process.env, MIX_ENV: "prod" };
  execFileSync("mix", ["release", "--overwrite"], { cwd: root, env, stdio: ["ignore", "ignore", "inherit"] });
  const release = join(root, "_build/prod/rel/demo_app");
  const list = await listFiles({ shell, limitMs } as CheckContext, release);
  if ("why" in list) throw new Error(list.why);
  const path = join(folder, `${name}.tar.gz`);
  const [program, ...args] = packFolder(release, path);
  execFileSync(program, args);
  writeFileSync(join(folder, `${name}.files`), list.text);
  const bytes = readFileSync(path);
  const sha256 = (data: string | Buffer) => createHash("sha256").update(data).digest("hex");
  const digest = sha256(bytes);
  return {
    ...{ id: `${version}-${digest.slice(0, 8)}`, digest, path, bytes: bytes.length, manifest: "{}" },
    list: { path: join(folder, `${name}.files`), sha256: sha256(list.text) },
    needs: { arch: process.arch, libc: null, glibc: null, openssl: [], environment: [] },
    scratch: join(folder, `scratch-${name}`),
  };
}

/** A shell that runs what begins with `host`, a number and a port over the link, and the rest here. */
const overLinks: Shell = {
  async run(command) {
    const [first, number = "", port = "", ...argv] = command.argv;
    if (first !== "host") return shell.run(command);
    const { text = "", file, skip = 0 } = command.stdin ?? {};
    const answered = await over(Number(number), Number(port), {
      argv: argv as [string, ...string[]],
      stdin: [text, ...(file === undefined ? [] : [createReadStream(file, { start: skip })])],
    });
    return { ended: "exited", ...answered, durationMs: 0, why: "" };
  },
};

function pathOf(number: number): string {
  return join(folder, `host-${String(number).padStart(3, "0")}`);
}

function over(
  number: number,
  port: number,
  { argv, stdin }: { argv: readonly [string, ...string[]]; stdin: readonly (string | NodeJS.ReadableStream)[] },
): Promise<Answered> {
  return runOver(port, link, { asked: { argv, replace: [anyHost, pathOf(number)] }, stdin });
}

/** The target of so many hosts; host `n` is reached by the link at `ports[n]`. */
function hostsOver(release: Upload, ports: readonly number[]): Hosts {
  const hosts = ports.map((_port, number) => ({ name: String(number), address: "local" }));
  const environment = { path: anyHost, hosts, slots: {}, router: noRouter(), routerHosts: [] };
  const options: TargetOptions = {
    environment: environment as unknown as Environment,
    ...{ app: "demo_app", releaseName: "demo_app", owner: "run-bench-1", shell: overLinks },
    ...{ clock: clockAdapter(cancel), files: filesAdapter(), release },
  };
  const ways: Hosts["ways"] = {
    to: (host) => ({
      run: ({ argv, ...command }) =>
        overLinks.run({ ...command, argv: ["host", host, String(ports[Number(host)]), ...argv] }),
      reach: async () => "",
      login: null,
      connect: () => undefined,
    }),
    connect: () => undefined,
    close: async () => undefined,
  };
  return openHosts({ options, ways, call: callerOf(options, ways) });
}

/** Each host's upload and unpacking at once: seconds, and what the uploads say they sent. */
async function deploy(release: Upload, ports: readonly number[]) {
  const hosts = hostsOver(release, ports);
  const began = performance.now();
  const sent = await Promise.all(
    ports.map(async (_port, number) => {
      const step = { host: String(number), release: release.id, says: "", limitMs };
      const uploaded = passed(await uploadOn(hosts, { ...step, type: "upload" }));
      passed(await performStep(hosts, { ...step, type: "unpack" }));
      return Number(uploaded.facts?.["bytes"]);
    }),
  );
  return { seconds: (performance.now() - began) / 1_000, bytes: Math.max(...sent) };
}

function passed(judgement: Judgement): Judgement {
  if (judgement.verdict !== "pass" || (judgement.warnings ?? []).length > 0)
    throw new Error(`${judgement.says} ${judgement.warnings?.join(" ") ?? ""}\n${judgement.tail ?? ""}`);
  return judgement;
}

/** The peer: `cat` over the same link, then tar. */
async function whole(release: Upload, ports: readonly number[]) {
  const began = performance.now();
  const script = `f=${anyHost}/incoming/peer; mkdir -p $f.dir && head -c ${release.bytes} >$f && tar -xzf $f -C $f.dir`;
  await Promise.all(
    ports.map(async (port, number) => {
      const text = script.replaceAll(anyHost, pathOf(number));
      const argv = ["/bin/sh", "-c", text] as const;
      const ran = await over(number, port, { argv, stdin: [createReadStream(release.path)] });
      if (ran.code !== 0) throw new Error(ran.stderr);
    }),
  );
  return { seconds: (performance.now() - began) / 1_000, bytes: release.bytes };
}

const first = await build("first", "1.0.0", false);
const code = await build("code", "1.0.0", true);
const bump = await build("bump", "1.1.0", false);
const percent = (bytes: number, of: Upload) => `${((bytes / of.bytes) * 100).toFixed(2)} %`;
let missed = 0;
console.log(`The demo application with its Erlang: ${first.bytes} bytes. Links: 50 ms round trip, 10 Mbit/s a host.\n`);
console.log(
  "| hosts | release | bytes sent a host | of the tarball | all bytes a host | seconds | whole by cat and tar |",
);
console.log("| ---: | --- | ---: | ---: | ---: | ---: | ---: |");
for (const count of counts) {
  const host = await startHost();
  const links = await Promise.all(
    Array.from({ length: count }, () => startLink({ ip: "127.0.0.1", port: host.port }, link)),
  );
  const ports = links.map(({ port }) => port);
  for (let number = 0; number < count; number += 1) mkdirSync(join(pathOf(number), "incoming"), { recursive: true });
  const locked = hostsOver(first, ports);
  await Promise.all(
    ports.map(async (_port, number) => {
      const step = { type: "acquire-lock", host: String(number), says: "", limitMs } as const;
      passed(await performStep(locked, step));
    }),
  );
  for (const [name, release, limit] of [
    ["the first", first, 1],
    ["a code change", code, 0.01],
    ["a version bump", bump, 0.03],
  ] as const) {
    const before = links.reduce((sum, one) => sum + one.sent(), 0);
    const ours = await deploy(release, ports);
    const all = (links.reduce((sum, one) => sum + one.sent(), 0) - before) / count;
    const peer = await whole(release, ports);
    if (ours.bytes > release.bytes * limit) missed += 1;
    console.log(
      `| ${count} | ${name} | ${ours.bytes} | ${percent(ours.bytes, release)} | ${all.toFixed(0)} ` +
        `| ${ours.seconds.toFixed(1)} | ${peer.seconds.toFixed(1)} |`,
    );
  }
  for (const { server } of [host, ...links]) server.close();
  for (let number = 0; number < count; number += 1) rmSync(pathOf(number), { recursive: true });
}
rmSync(folder, { recursive: true });
console.log(missed === 0 ? "\nEvery limit is met." : `\nMISSED: ${missed}`);
process.exit(missed === 0 ? 0 : 1);
