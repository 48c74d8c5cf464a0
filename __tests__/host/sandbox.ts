// A host to deploy to: a folder of its own, releases that are small scripts around a real binary, and the real program
// on the real /bin/sh.

import { randomInt } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { clockAdapter } from "../../src/adapters/clock.ts";
import { filesAdapter } from "../../src/adapters/files.ts";
import { shellAdapter } from "../../src/adapters/shell.ts";
import { programText, runProgram } from "../../src/commands/host.ts";
import type { Judgement } from "../../src/domain/evidence/result.ts";
import type { Fleet } from "../../src/domain/fleet/fleet.ts";
import type { HostStep } from "../../src/domain/fleet/plan.ts";
import type { Clock } from "../../src/ports/clock.ts";
import type { Ran, Shell } from "../../src/ports/shell.ts";
import { noRouter } from "../../src/routers/none.ts";
import type { Router } from "../../src/routers/router.ts";
import type { Environment } from "../../src/settings/settings.ts";
import { errorLines } from "../../src/settings/values.ts";
import { type HostReport, readReport } from "../../src/targets/hosts/report.ts";
import { openTarget } from "../../src/targets/registry.ts";
import type { Target } from "../../src/targets/target.ts";
import { plainGates } from "../support/gates.ts";
import { type FakeOptions, type FakeRelease, makeRelease } from "./fake-release.ts";

const hostFolder = join(import.meta.dirname, "../../host");

/** The program of host/, without the parts of the routers. */
export const program = readdirSync(hostFolder)
  .filter((name) => /^\d.*\.sh$/.test(name))
  .sort()
  .map((name) => readFileSync(join(hostFolder, name), "utf8"))
  .join("\n");

/** What the program printed, and how it ended. */
interface RawRun {
  readonly ran: Ran;
  readonly report: HostReport;
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
    readonly clock?: Clock;
    readonly settings?: Partial<Environment>;
  }): Target;
  /** One raw run of the program, with text put in before its last line. */
  run(operation: string, values?: Readonly<Record<string, string>>, inserted?: string): Promise<RawRun>;
  /** One raw run of the program, cut after so many characters. */
  runCut(operation: string, characters: number): Promise<RawRun>;
  /** Process ids whose executable lies below the application's releases. */
  processes(): readonly number[];
  close(): void;
}

const owner = "run-1-1";
/** Runs commands on this machine. */
export const shell = shellAdapter({
  cwd: tmpdir(),
  env: process.env,
  cancel: new AbortController().signal,
  show: () => undefined,
});

/** The line that runs the program, once all of it was read. */
const lastLine = "\n{ main </dev/null; }\n";

async function runText(values: Readonly<Record<string, string>>, text: string): Promise<RawRun> {
  const PD_ROUTER = await routerText(noRouter());
  const stdin = { text: programText({ PD_ROUTER, ...values }, text) };
  const ran = await shell.run({ argv: runProgram, stdin, limitMs: 60_000, onCancel: "finish" });
  return { ran, report: readReport(ran.stdout) };
}

function environmentOf(path: string, ports: Sandbox["ports"]): Environment {
  return {
    name: "production",
    url: "http://127.0.0.1:1",
    target: "hosts",
    hosts: [{ name: "web1", address: "local" }],
    path,
    slots: { blue: { port: ports.blue }, green: { port: ports.green } },
    router: noRouter(),
    routerHosts: [{ name: "web1", address: "local" }],
    strategy: { type: "blue-green", holdSeconds: 0, drainMs: 1_000, keep: 2, own: {} },
    health: { path: "/health", ready: null, version: "/version", withinMs: 1_000, successes: 1 },
    probe: { headersFrom: null },
    migrations: {
      ...{ migrate: "App.Release.migrate()", versions: "App.Release.versions()", pending: null },
      ...{ lockTimeoutMs: 5_000, statementTimeoutMs: 600_000, outOfOrder: "refuse", settleMs: 0 },
    },
    backup: null,
    logs: { errors: [...errorLines], allow: [] },
    lockWaitMs: 0,
    approval: { by: "none", selfApproval: "allow" },
    gates: plainGates,
  };
}

export function sandbox(): Sandbox {
  const folder = mkdtempSync(join(tmpdir(), "pd-host-"));
  const path = join(folder, "app");
  const ports = { blue: freePort(), green: freePort() };
  const environment = environmentOf(path, ports);
  const common = {
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
  };

  return {
    folder,
    path,
    ports,
    release: (version, given = {}) => makeRelease(folder, version, given),
    target: (given = {}) =>
      openTarget({
        environment: {
          ...environment,
          path: given.path ?? path,
          router: given.router ?? environment.router,
          ...given.settings,
        },
        app: "app",
        releaseName: given.releaseName ?? "app",
        owner: given.owner ?? owner,
        runUrl: `https://github.com/acme/shop/actions/${given.owner ?? owner}`,
        leaseSeconds: given.leaseSeconds ?? 180,
        shell: given.shell ?? shell,
        clock: given.clock ?? clockAdapter(new AbortController().signal),
        files: filesAdapter(),
        release: given.release ?? null,
      }),
    run: (operation, values = {}, inserted = "") =>
      runText(
        { PD_OP: operation, ...common, ...values },
        program.replace(lastLine, () => `\n${inserted}${lastLine}`),
      ),
    runCut: (operation, characters) => runText({ PD_OP: operation, ...common }, program.slice(0, characters)),
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

/**
 * Waits until a condition holds; the test's own limit ends a wait in vain. Many conditions read all of /proc: what
 * takes long is looked at less often.
 */
export async function until(holds: () => boolean): Promise<void> {
  for (let pauseMs = 10; !holds(); pauseMs = Math.min(100, pauseMs * 1.5))
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
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

/** The environment in which a program does this instead. */
export function fakeProgram(folder: string, name: string, lines: string) {
  const programs = mkdtempSync(join(folder, "programs-"));
  writeFileSync(join(programs, name), `#!/bin/sh\n${lines}\n`, { mode: 0o755 });
  return { PATH: `${programs}:${process.env["PATH"]}` };
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
export async function routerText(router: Router): Promise<string> {
  return programText(router.values, await router.part());
}

/** HAProxy's answers, without HAProxy: both servers up, orders obeyed in silence. */
export const haproxyAnswers = `
haproxy_ask() {
  case "$1" in
  "show servers state"*)
    printf '1\\n# header\\n'
    printf '3 app %s 127.0.0.1 2 0 1 1 1 6 3 7 6 0 0 0 - %s -\\n' '1 blue' 0 '2 green' 0
    ;;
  "show stat") printf 'app,blue,0,0,0\\napp,green,0,0,0\\n' ;;
  *) echo "$1" >>"$state/orders" ;;
  esac
}`;
