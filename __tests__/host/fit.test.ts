// Faults of a host, each brought about on a real one, and seen before anything is changed.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { clockAdapter } from "../../src/adapters/clock.ts";
import { shellAdapter } from "../../src/adapters/shell.ts";
import type { Fitness, ReleaseNeeds } from "../../src/domain/fleet/fitness.ts";
import type { Ran, Shell } from "../../src/ports/shell.ts";
import { haproxy } from "../../src/routers/haproxy.ts";
import type { Backup, Migrations } from "../../src/settings/settings.ts";
import { judgeFitness } from "../../src/stages/fit.ts";
import { fileBench } from "../routers/file.ts";
import type { FakeRelease } from "./fake-release.ts";
import { type Sandbox, sandbox } from "./sandbox.ts";

let host: Sandbox;
let release: FakeRelease;
const servers: Server[] = [];
const mounts: string[] = [];

beforeEach(() => {
  host = sandbox();
  release = host.release("1.0.0");
});
afterEach(() => {
  for (const folder of mounts.splice(0)) execFileSync("umount", [folder]);
  host.close();
});
afterAll(() => {
  for (const server of servers) server.close();
});

type Given = Parameters<Sandbox["target"]>[0];

const fitness = (given: Given = {}): Promise<Fitness> => host.target({ release, ...given }).fitness();

/** The faults as `code: sentence`; the whole folder of the host is the same before and after. */
async function faults(given: Given = {}): Promise<readonly string[]> {
  const before = listing();
  const { faults: found } = await fitness(given);
  expect(listing()).toBe(before);
  return found.map(({ reason_code, says }) => `${reason_code}: ${says}`);
}

function listing(): string {
  const names = readdirSync(host.folder, { recursive: true, encoding: "utf8" }).sort();
  return createHash("sha256").update(names.join("\n")).digest("hex");
}

function share(name: string, text: string): void {
  mkdirSync(join(host.path, "shared"), { recursive: true });
  writeFileSync(join(host.path, "shared", name), text);
}

/** A server on a free port of loopback, or on a socket, that answers each connection so. */
async function speaks(answer: (heard: Buffer) => string, greeting = "", at: string | null = null): Promise<number> {
  const server = createServer((socket) => {
    socket.on("error", () => undefined);
    if (greeting !== "") socket.write(greeting, "latin1");
    socket.on("data", (heard) => socket.write(answer(heard)));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(at === null ? { port: 0, host: "127.0.0.1" } : at, resolve));
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

const tmpfs = (folder: string, options: string) => {
  mkdirSync(folder, { recursive: true });
  execFileSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", folder]);
  mounts.push(folder);
};

describe("a host that is fit", () => {
  test("is said to be, with its machine, libraries and disk, and nothing is made on it", async () => {
    const seen = await fitness();
    expect(seen.faults).toEqual([]);
    expect(seen.seen[0]).toMatch(/^web1: \w+, glibc [\d.]+, ((lib(crypto|ssl)\S* ?)+|unknown), \d+ bytes free\.$/);
    expect(judgeFitness(seen)).toMatchObject({ verdict: "pass" });
    expect(readdirSync(host.folder)).not.toContain("app");
  });

  test("may have more variables than the release needs", async () => {
    share("env", "SECRET_KEY_BASE=abc\nOTHER='a b'\n");
    expect(await faults({ release: needing("SECRET_KEY_BASE") })).toEqual([]);
  });

  test("is asked the same way where its variables have a PATH without any tool", async () => {
    const postgres = await speaks(() => "N");
    share("env", `PATH=/nowhere\nIFS=o\nDATABASE_URL=ecto://u:p@127.0.0.1:${postgres}/app\n`);
    expect(await faults()).toEqual([]);
  });

  test("says that no database was asked where there is no perl", async () => {
    share("env", "DATABASE_URL=ecto://u:p@127.0.0.1:1/app\n");
    const noPerl = 'command() { [ "$2" != perl ] || return 1; }\n';
    expect((await host.run("fit", fitValues, noPerl)).report.records).toContainEqual([
      "unasked",
      "the databases were not asked, since perl is not installed",
    ]);
  });

  test("has a database that answers as PostgreSQL or MySQL do", async () => {
    const postgres = await speaks(() => "N");
    const mysql = await speaks(() => "", "J\0\0\0\n8.0.36");
    share("env", `DATABASE_URL=ecto://u:p@127.0.0.1:${postgres}/app\nOTHER_URL=mysql://u:p@127.0.0.1:${mysql}/app\n`);
    expect(await faults()).toEqual([]);
    // By a socket, as `peer` lets in.
    const socket = (folder: string) =>
      share("env", `DATABASE_URL=ecto://u@localhost/app?socket_dir=${encodeURIComponent(folder)}\n`);
    await speaks(() => "N", "", join(host.folder, ".s.PGSQL.5432"));
    socket(host.folder);
    expect(await faults()).toEqual([]);
    socket("/nowhere");
    expect(await faults()).toEqual([expect.stringContaining("/nowhere:5432: No such file or directory")]);
  });

  test("has a database of which `ecto://` does not say whether it is PostgreSQL or MySQL", async () => {
    // MariaDB 10.11 on its own port and by its own socket, as it was recorded.
    const greeting = "q\0\0\0\n5.5.5-10.11.19-MariaDB-0+deb12u1\0";
    const mysql = await speaks(() => "", greeting);
    const postgres = await speaks(() => "N");
    const socket = join(host.folder, "mysqld.sock");
    await speaks(() => "", greeting, socket);
    share(
      "env",
      `DATABASE_URL=ecto://u:p%40@127.0.0.1:${mysql}/app\nOTHER_URL=ecto://u:p@127.0.0.1:${postgres}/app\n` +
        `THIRD_URL=ecto://u@localhost/app?socket=${encodeURIComponent(socket)}\n`,
    );
    expect(await faults()).toEqual([]);
  });
});

const needing = (...environment: string[]): FakeRelease => ({ ...release, needs: { ...release.needs, environment } });

describe("a host that is not fit is said to be, and nothing is touched:", () => {
  test("a variable that the release needs is missing", async () => {
    share("env", "# SECRET_KEY_BASE=abc\nPHX_HOST=example.com\n");
    expect(await faults({ release: needing("SECRET_KEY_BASE", "DATABASE_URL", "PHX_HOST") })).toEqual([
      `configuration_missing: ${host.path}/shared/env lacks SECRET_KEY_BASE, DATABASE_URL, without which the release ` +
        "does not start; report/env.example of validate lists its variables.",
    ]);
  });

  test("there is no file of variables at all", async () => {
    expect(await faults({ release: needing("SECRET_KEY_BASE") })).toEqual([
      expect.stringContaining("shared/env lacks SECRET_KEY_BASE"),
    ]);
  });

  test("an address of a database that the settings name is missing, or empty", async () => {
    share("env", "DIRECT_URL=\n");
    const migrations: Migrations = {
      ...{ migrate: "App.Release.migrate()", versions: null, pending: null, urlFrom: "DIRECT_URL" },
      ...{ lockTimeoutMs: 0, statementTimeoutMs: 0, outOfOrder: "refuse", settleMs: 0 },
    };
    const folder = `${host.path}/shared/backups`;
    const backup: Backup = { by: "postgres", urlFrom: "DUMP_URL", folder, keep: 5, restore: "scratch", maxAgeMs: 0 };
    const lacks = `configuration_missing: ${host.path}/shared/env lacks`;
    expect(await faults({ settings: { migrations, backup } })).toEqual([
      `${lacks} DIRECT_URL, the address of the database that \`migrations.url-from\` names.`,
      `${lacks} DUMP_URL, the address of the database that \`backup.url-from\` names.`,
    ]);
    expect(await faults({ settings: { migrations: { ...migrations, migrate: null }, backup } })).toEqual([]);
  });

  test("a line of the variables cannot be read", async () => {
    share("env", "export A=1\n");
    expect(await faults()).toEqual([expect.stringMatching(/^environment_file_invalid: .*shared\/env:1: `export`/)]);
  });

  test("the database refuses connections, and its password is not repeated", async () => {
    const port = await speaks(() => "");
    await new Promise((closed) => servers.pop()?.close(closed));
    share("env", `DATABASE_URL=ecto://app:s3cret@127.0.0.1:${port}/app\n`);
    const found = await faults();
    expect(found).toEqual([
      "database_unreachable: The database that DATABASE_URL names does not answer from this host: " +
        `127.0.0.1:${port}: Connection refused.`,
    ]);
  });

  test("something else answers where the database should be", async () => {
    const port = await speaks(() => "HTTP/1.1 400 Bad Request\r\n\r\n");
    share("env", `DATABASE_URL=postgres://127.0.0.1:${port}/app\n`);
    expect(await faults()).toEqual([expect.stringContaining(`127.0.0.1:${port} is no PostgreSQL server`)]);
  });

  test("another database answers than the address names", async () => {
    const mysql = await speaks(() => "", "N\0\0\0\n8.4.6\0");
    share("env", `DATABASE_URL=postgres://127.0.0.1:${mysql}/app\n`);
    expect(await faults()).toEqual([expect.stringContaining(`127.0.0.1:${mysql} is no PostgreSQL server`)]);
  });

  test("neither database is at its usual port of a host", async () => {
    // Nobody can be connected with there.
    share("env", "DATABASE_URL=ecto://u:p@255.255.255.255/app\n");
    const each = [5432, 3306].map((port) => `255\\.255\\.255\\.255:${port}: [^,]+`);
    expect(await faults()).toEqual([expect.stringMatching(new RegExp(`${each.join(", ")}\\.$`))]);
  });

  test("MySQL does not let this host in, and says why", async () => {
    const says = "Host 'web1' is not allowed to connect to this MariaDB server";
    const port = await speaks(() => "", `E\0\0\0\xffj\x04${says}`);
    share("env", `DATABASE_URL=ecto://127.0.0.1:${port}/app\n`);
    expect(await faults()).toEqual([expect.stringContaining(`127.0.0.1:${port}: ${says}.`)]);
  });

  test("a database accepts the connection and never answers", async () => {
    const port = await speaks(() => "");
    share("env", `DATABASE_URL=postgres://127.0.0.1:${port}/app\n`);
    expect(await faults()).toEqual([expect.stringContaining("gives no answer in 2 s")]);
  });

  test("another program has the port of a slot", async () => {
    const server = createServer();
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(host.ports.green, "127.0.0.1", resolve));
    expect(await faults()).toEqual([
      expect.stringMatching(new RegExp(`^port_taken: Port ${host.ports.green} of slot green is answered by process`)),
    ]);
  });

  test("a tool is missing", async () => {
    const found = (await host.run("fit", fitValues, 'command() { [ "$2" != flock ] || return 1; }\n')).report.records;
    expect(found).toContainEqual([
      "unfit",
      "host_unsuitable",
      "flock is not installed; install util-linux, coreutils, tar, gzip and findutils.",
    ]);
  });

  test("the application's path is a file", async () => {
    writeFileSync(host.path, "");
    expect(await faults()).toEqual([expect.stringMatching(/^host_unsuitable: \S+ is not a folder; remove it/)]);
  });

  test("the user may not write there", async () => {
    mkdirSync(host.path);
    chmodSync(host.path, 0o555);
    const { records } = (await host.run("fit", fitValues, "may_write() { return 1; }\n")).report;
    expect(records.filter(([key]) => key === "unfit")).toEqual([
      ["unfit", "host_unsuitable", expect.stringContaining("cannot be written by")],
    ]);
  });

  test("a file system does not let programs start", async () => {
    tmpfs(host.path, "noexec,size=16m");
    expect(await faults()).toEqual([expect.stringContaining("mounted with `noexec`")]);
  });

  test("a file system is read-only", async () => {
    tmpfs(host.path, "size=1m");
    execFileSync("mount", ["-o", "remount,ro", host.path]);
    expect(await faults()).toEqual([`host_unsuitable: ${host.path} is on a file system that is mounted read-only.`]);
  });

  test("there is no room for the release twice", async () => {
    tmpfs(host.path, "size=64k");
    expect(await faults({ release: { ...release, bytes: 100_000 } })).toEqual([
      expect.stringMatching(/^disk_full: No space left: the release needs \d+ bytes below .*, \d+ are free\.$/),
    ]);
  });

  test.each([
    ["behind", 3_600, "3600 s behind ours"],
    ["ahead", -3_600, "3600 s ahead of ours"],
  ])("its clock is an hour %s", async (_, seconds, says) => {
    const real = clockAdapter(new AbortController().signal);
    const clock = { ...real, now: () => new Date(real.now().getTime() + seconds * 1_000) };
    const [found = "", ...others] = await faults({ clock });
    expect(others).toEqual([]);
    const near = Number(/(\d+) s (behind|ahead)/.exec(found)?.[1]);
    expect(found.replace(/\d+ s/, "3600 s")).toBe(`clock_wrong: The clock of this host is ${says}.`);
    expect(Math.abs(near - 3_600)).toBeLessThan(120);
  });

  test.each([
    ["time", "now"],
    ["free disk space", "disk"],
  ])("it does not report its %s", async (what, key) => {
    const cancel = new AbortController().signal;
    const real = shellAdapter({ cwd: host.folder, env: process.env, cancel, show: () => undefined });
    const shell: Shell = {
      async run(command) {
        const ran = await real.run(command);
        return { ...ran, stdout: ran.stdout.replaceAll(new RegExp(`^pd\\t${key}\\t.*\n`, "gm"), "") };
      },
    };
    expect(await faults({ shell })).toEqual([`host_unsuitable: This host did not report its ${what}.`]);
  });

  test.each<[string, Partial<ReleaseNeeds>, string]>([
    ["machine", { arch: "mips" }, `The release was built for mips, and this host is ${process.arch}.`],
    ["C library", { libc: "musl" }, "The release was built for musl, and this host has glibc."],
    ["newer glibc", { libc: "glibc", glibc: "2.999" }, "The release needs glibc 2.999, and this host has glibc 2."],
    ["OpenSSL", { openssl: ["libcrypto.so.0.9"] }, "The release needs libcrypto.so.0.9 of OpenSSL, which this host"],
  ])("the release was built for another %s", async (_, needs, says) => {
    const found = await faults({ release: { ...release, needs: { ...release.needs, ...needs } } });
    expect(found).toEqual([expect.stringContaining(`host_unsuitable: ${says}`)]);
  });

  test("a distribution with the glibc of the host is named, to build the release on", async () => {
    const cancel = new AbortController().signal;
    const real = shellAdapter({ cwd: host.folder, env: process.env, cancel, show: () => undefined });
    const shell: Shell = {
      async run(command) {
        const ran = await real.run(command);
        return { ...ran, stdout: ran.stdout.replace(/^pd\tlibc\t.*$/m, "pd\tlibc\tglibc 2.31") };
      },
    };
    const needs = { ...release.needs, libc: "glibc", glibc: "2.34" } as const;
    const { faults: found } = await host.target({ shell, release: { ...release, needs } }).fitness();
    expect(found).toMatchObject([
      {
        says: "The release needs glibc 2.34, and this host has glibc 2.31.",
        remedy: expect.stringContaining("such as in a job with `container: debian:11`"),
      },
    ]);
  });

  test("an older glibc is no fault", async () => {
    const needs: Partial<ReleaseNeeds> = { libc: "glibc", glibc: "2.4" };
    expect(await faults({ release: { ...release, needs: { ...release.needs, ...needs } } })).toEqual([]);
  });

  test("the router's socket is not there", async () => {
    const router = haproxy.settings.parse({ type: "haproxy", socket: "/run/no-such.sock", backend: "app" });
    expect(await faults({ router })).toEqual(["router_failed: HAProxy: /run/no-such.sock is not a socket."]);
  });

  test("the router does not have the server of a slot", async () => {
    writeFileSync(join(host.folder, "router"), "blue 100 0 up\n");
    const router = fileBench.kind.settings.parse({ type: "file", path: join(host.folder, "router") });
    expect(await faults({ router })).toEqual(["router_failed: File router has no server green."]);
  });

  test("it cannot be reached", async () => {
    const shell: Shell = { run: async () => refusedConnection };
    const { faults: found } = await host.target({ shell }).fitness();
    expect(found).toMatchObject([{ host: "web1", reason_code: "state_unknown" }]);
    expect(judgeFitness({ faults: found, seen: [] })).toMatchObject({ verdict: "fail" });
  });

  test("every fault at once", async () => {
    share("env", "A=1\n");
    const server = createServer();
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(host.ports.blue, "127.0.0.1", resolve));
    const wish = needing("SECRET_KEY_BASE");
    const seen = await fitness({ release: { ...wish, needs: { ...wish.needs, arch: "mips" } } });
    const judgement = judgeFitness(seen);
    expect(judgement).toMatchObject({ verdict: "fail", reason_code: "target_unfit" });
    expect(judgement.findings?.map(({ rule }) => rule)).toEqual([
      "port_taken",
      "configuration_missing",
      "host_unsuitable",
    ]);
    expect(judgement.says).toMatch(/^The target has 3 faults: web1: /);
  });
});

const fitValues = { PD_RELEASE: "1.0.0-00000000", PD_NEEDS: "", PD_ROLE: "app", PD_MANAGE: "no" };

const refusedConnection: Ran = {
  ...{ ended: "exited", code: 255, stdout: "", stderr: "ssh: connect to host web1 port 22: Connection refused" },
  ...{ durationMs: 1, why: "" },
};
