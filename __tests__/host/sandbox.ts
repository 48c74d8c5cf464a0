// A host to deploy to: a folder of its own, releases that are small scripts around a real binary, and the real program
// on the real /bin/sh.

import { execFileSync } from "node:child_process";
import { createHash, randomInt } from "node:crypto";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { clockAdapter } from "../../src/adapters/clock.ts";
import { shellAdapter } from "../../src/adapters/shell.ts";
import { programText, runProgram } from "../../src/commands/host.ts";
import type { Fleet } from "../../src/domain/fleet.ts";
import type { HostStep } from "../../src/domain/plan.ts";
import type { Judgement } from "../../src/domain/result.ts";
import type { Ran, Shell } from "../../src/ports.ts";
import { noRouter } from "../../src/routers/none.ts";
import type { Router } from "../../src/routers/router.ts";
import type { Environment } from "../../src/settings/settings.ts";
import { type HostReport, readReport } from "../../src/targets/hosts/report.ts";
import { openTarget } from "../../src/targets/registry.ts";
import type { Target } from "../../src/targets/target.ts";

const hostFolder = join(import.meta.dirname, "../../host");

/** The program of host/, without the parts of the routers. */
export const program = readdirSync(hostFolder)
  .filter((name) => name.endsWith(".sh"))
  .sort()
  .map((name) => readFileSync(join(hostFolder, name), "utf8"))
  .join("\n");

/** A perl server on the port that PORT names; it waits for as many seconds first, and ends where the port is taken. */
const listen = (afterSeconds: number, more = "", first = "") =>
  `exec "$root/erts/bin/perl" -MIO::Socket::INET -e '
    sleep ${afterSeconds}; ${first}
    my %at = (LocalAddr => "127.0.0.1", LocalPort => $ENV{PORT});
    my $server = IO::Socket::INET->new(%at, Listen => 5, ReuseAddr => 1${more}) or die "eaddrinuse\n";
    while (my $client = $server->accept) { print $client "HTTP/1.0 200 OK\r\n\r\nok"; close $client }'`;

/**
 * How the server of a fake release behaves. `listens` on its port, `late` after a second, `shares` it, `deaf` not to
 * SIGTERM, `forks` a child that does; the others on none. `lingers` needs a second to end, `stubborn` does not hear
 * SIGTERM, `dies` never comes up, `slow` boots for long.
 */
export type Server =
  | "plain"
  | "listens"
  | "late"
  | "shares"
  | "deaf"
  | "forks"
  | "lingers"
  | "stubborn"
  | "dies"
  | "slow";

export interface FakeRelease {
  readonly id: string;
  readonly digest: string;
  readonly path: string;
  readonly bytes: number;
  readonly manifest: string;
}

const start: Readonly<Record<Server, string>> = {
  plain: 'exec "$root/erts/bin/sleep" 1000',
  listens: listen(0),
  late: listen(1),
  shares: listen(0, ", ReusePort => 1"),
  deaf: listen(0, "", '$SIG{TERM} = "IGNORE";'),
  forks: listen(0, "", "if (fork) { sleep 1 while 1 }"),
  lingers: `exec "$root/erts/bin/perl" -e '$SIG{TERM} = sub { sleep 1; exit 0 }; sleep 1 while 1'`,
  stubborn: `exec "$root/erts/bin/perl" -e '$SIG{TERM} = "IGNORE"; sleep 1 while 1'`,
  dies: "echo no such port; exit 1",
  slow: '/bin/sleep 1000; exec "$root/erts/bin/sleep" 1000',
};

/** What `eval` does: a schema in a file beside the application, migrated by adding what the release brings. */
const evaluate = `
  schema=$root/../../../schema
  touch "$schema"
  case "$2" in
  *"phoenix-deploy versions"*)
    echo "12:00:00.000 [info] a line of the log" >&2
    echo "phoenix-deploy versions: $(tr '\\n' ' ' <"$schema")"
    ;;
  *) . "$root/migrate.sh" ;;
  esac`;

export interface FakeOptions {
  readonly server?: Server;
  /** Shell lines that play the migration; \`$schema\` is the file of versions. */
  readonly migrate?: string;
  /** Name of the start script in bin/. */
  readonly name?: string;
  /** Runs on the runtime of the host instead of one of its own. */
  readonly withoutErts?: boolean;
}

export interface Sandbox {
  readonly folder: string;
  /** The application's path on the host. */
  readonly path: string;
  /** Ports of the slots, which nobody had when the sandbox was made. */
  readonly ports: { readonly blue: number; readonly green: number };
  /** Makes the tarball of a release. */
  release(version: string, given?: FakeOptions): FakeRelease;
  /** The target under test, as a run with this owner sees it. */
  target(given?: {
    readonly owner?: string;
    readonly release?: FakeRelease;
    readonly shell?: Shell;
    readonly leaseSeconds?: number;
    readonly path?: string;
    readonly releaseName?: string;
    readonly router?: Router;
  }): Target;
  /** One raw run of the program, with text put in before its last line, or cut after so many characters. */
  run(
    operation: string,
    values?: Readonly<Record<string, string>>,
    inserted?: string,
    cut?: number,
  ): Promise<{ readonly ran: Ran; readonly report: HostReport }>;
  /** Process ids whose executable lies below the application's releases. */
  processes(): readonly number[];
  close(): void;
}

const owner = "run-1-1";
const shell = shellAdapter({
  cwd: tmpdir(),
  env: process.env,
  cancel: new AbortController().signal,
  show: () => undefined,
});

export function sandbox(): Sandbox {
  const folder = mkdtempSync(join(tmpdir(), "pd-host-"));
  const path = join(folder, "app");
  const ports = { blue: freePort(), green: freePort() };
  const environment: Environment = {
    name: "production",
    url: "http://127.0.0.1:1",
    target: "hosts",
    hosts: [{ name: "web1", address: "local" }],
    path,
    slots: { blue: { port: ports.blue }, green: { port: ports.green } },
    router: noRouter(),
    routerHost: "web1",
    strategy: { type: "blue-green", holdSeconds: 0, drainMs: 1_000, keep: 2, own: {} },
    health: { path: "/health", ready: null, version: "/version", withinMs: 1_000, successes: 1 },
    probe: { headersFrom: null },
    migrations: { migrate: "App.Release.migrate()", versions: "App.Release.versions()" },
    backup: null,
    lockWaitMs: 0,
    approval: { by: "none", selfApproval: "allow" },
  };

  function release(
    version: string,
    { server = "plain", migrate = "", name = "app", withoutErts = false }: FakeOptions = {},
  ): FakeRelease {
    const made = mkdtempSync(join(folder, "made-"));
    const binary = ["lingers", "stubborn", "listens", "late", "shares", "deaf", "forks"].includes(server)
      ? "perl"
      : "sleep";
    for (const folder of ["bin", "erts/bin"]) mkdirSync(join(made, folder), { recursive: true });
    const runtime = withoutErts ? join(folder, "system/beam.smp") : join(made, "erts/bin", binary);
    mkdirSync(dirname(runtime), { recursive: true });
    copyFileSync(binary === "perl" ? "/usr/bin/perl" : "/bin/sleep", runtime);
    chmodSync(runtime, 0o755);
    const lines = withoutErts
      ? start[server].replace(/"\$root\/erts\/bin\/\w+"/, `env RELEASE_ROOT="$root" "${runtime}"`)
      : start[server];
    writeFileSync(
      join(made, "bin", name),
      `#!/bin/sh
root=$(cd "$(dirname "$0")/.." && pwd -P)
case "$1" in
start)
  cp "/proc/$$/environ" "$RELEASE_TMP/environ"
  cp "/proc/$$/status" "$RELEASE_TMP/status"
  echo "${version} starts"
  ${lines}
  ;;
eval)${evaluate}
  ;;
esac
`,
      { mode: 0o755 },
    );
    writeFileSync(join(made, "migrate.sh"), migrate);
    writeFileSync(join(made, "zz-last"), "whole\n");
    const tarball = `${made}.tar.gz`;
    execFileSync("tar", ["-czf", tarball, "-C", made, "bin", "erts", "migrate.sh", "zz-last"]);
    rmSync(made, { recursive: true });
    const bytes = readFileSync(tarball);
    const digest = createHash("sha256").update(bytes).digest("hex");
    return {
      id: `${version}-${digest.slice(0, 8)}`,
      digest,
      path: tarball,
      bytes: bytes.length,
      manifest: JSON.stringify({ name, version }),
    };
  }

  return {
    folder,
    path,
    ports,
    release,
    target: (given = {}) =>
      openTarget({
        environment: { ...environment, path: given.path ?? path, router: given.router ?? environment.router },
        app: "app",
        releaseName: given.releaseName ?? "app",
        owner: given.owner ?? owner,
        runUrl: `https://github.com/acme/shop/actions/${given.owner ?? owner}`,
        leaseSeconds: given.leaseSeconds ?? 180,
        shell: given.shell ?? shell,
        clock: clockAdapter(new AbortController().signal),
        release: given.release ?? null,
      }),
    async run(operation, values = {}, inserted = "", cut = Number.POSITIVE_INFINITY) {
      const text = programText(
        {
          PD_OP: operation,
          PD_OWNER: owner,
          PD_URL: "",
          PD_TAKE: "no",
          PD_PATH: path,
          PD_APP: "app",
          PD_NAME: "app",
          PD_TTL: "180",
          PD_MANIFEST: "",
          PD_SLOTS: `blue=${ports.blue} green=${ports.green}`,
          PD_PORT: String(ports.blue),
          PD_ROUTER: routerText(noRouter()),
          ...values,
        },
        program.replace("\nmain </dev/null\n", () => `\n${inserted}\nmain </dev/null\n`).slice(0, cut),
      );
      const ran = await shell.run({ argv: runProgram, stdin: { text }, limitMs: 60_000, onCancel: "finish" });
      return { ran, report: readReport(ran.stdout) };
    },
    processes: () =>
      readdirSync("/proc")
        .filter(
          (entry) =>
            /^\d+$/.test(entry) &&
            [`${path}/releases/`, `${folder}/system/`].some((below) => executable(entry).startsWith(below)),
        )
        .map(Number),
    close() {
      for (const pid of this.processes()) kill(pid);
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** A port below those that the kernel gives out, on which nobody listens. */
function freePort(): number {
  const taken = ["tcp", "tcp6"].map((table) => readFileSync(`/proc/net/${table}`, "utf8")).join();
  for (;;) {
    const port = randomInt(10_000, 32_000);
    if (!taken.includes(`:${port.toString(16).toUpperCase().padStart(4, "0")} `)) return port;
  }
}

function executable(pid: string): string {
  try {
    return readlinkSync(`/proc/${pid}/exe`);
  } catch {
    return "";
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // Gone by itself.
  }
}

/** Waits until a condition holds; the test's own limit ends a wait in vain. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 10));
}

/** True while the process lives and is no zombie. */
export function alive(pid: number): boolean {
  return existsSync(`/proc/${pid}/status`) && !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
}

/** What is on the host; a target that cannot be observed is a surprise here. */
export async function fleetOf(target: Target): Promise<Fleet> {
  const seen = await target.observe();
  if ("failed" in seen) throw new Error(`${seen.failed.says}\n${seen.failed.tail ?? ""}`);
  return seen.fleet;
}

/** The only host of a fleet. */
export async function hostOf(target: Target): Promise<Fleet["hosts"][number]> {
  const [host] = (await fleetOf(target)).hosts;
  if (host === undefined) throw new Error("no host was observed");
  return host;
}

type Lean<T> = T extends unknown ? Omit<T, "says" | "limitMs" | "host"> & { readonly limitMs?: number } : never;

/** A step without what is the same for all steps here. */
export type Fields = Lean<HostStep>;

/** One step, performed; its sentence and host are always the same here. */
export function step(target: Target, fields: Fields): Promise<Judgement> {
  return target.perform({ says: "A step", limitMs: 30_000, host: "web1", ...fields } as HostStep);
}

/** A step that has to pass, for what comes before the subject of a test. */
export async function passed(target: Target, fields: Fields): Promise<Judgement> {
  const judgement = await step(target, fields);
  if (judgement.verdict !== "pass") throw new Error(`${fields.type}: ${judgement.says}\n${judgement.tail ?? ""}`);
  return judgement;
}

/** Takes the lock and brings a release onto the host. */
export async function install(target: Target, release: FakeRelease): Promise<void> {
  await passed(target, { type: "acquire-lock" });
  await passed(target, { type: "upload", release: release.id });
  await passed(target, { type: "unpack", release: release.id });
}

/** What the program is given of a router. */
export function routerText({ values, part }: Router): string {
  return programText(values, part);
}

/** HAProxy's answers, without HAProxy: both servers up, orders obeyed in silence. */
export const haproxyAnswers = `
haproxy_ask() {
  case "$1" in
  "show servers state"*)
    printf '1\\n# header\\n'
    printf '3 app %s 127.0.0.1 2 0 1 1 1 6 3 7 6 0 0 0 - %s -\\n' '1 blue' 4000 '2 green' 4001
    ;;
  "show stat") printf 'app,blue,0,0,0\\napp,green,0,0,0\\n' ;;
  *) echo "$1" >>"$state/orders" ;;
  esac
}`;
