// One host that is reached by ssh, as a run sees it.

import { clockAdapter } from "../../src/adapters/clock.ts";
import { filesAdapter } from "../../src/adapters/files.ts";
import { shellAdapter } from "../../src/adapters/shell.ts";
import type { Shell } from "../../src/ports/shell.ts";
import { noRouter } from "../../src/routers/none.ts";
import type { Environment, Host } from "../../src/settings/settings.ts";
import { openTarget } from "../../src/targets/registry.ts";
import type { Target, TargetOptions } from "../../src/targets/target.ts";
import type { SshOptions } from "../../src/transports/transport.ts";
import { plainGates } from "./gates.ts";

const never = new AbortController().signal;

/** The shell of a run, with this environment beside the test's own. */
export function shellOf(env: Readonly<Record<string, string>> = {}, cancel: AbortSignal = never): Shell {
  return shellAdapter({ cwd: "/", env: { ...process.env, ...env }, cancel, show: () => undefined });
}

/** What a test says of the environment and of the run. */
export interface SshGiven {
  readonly hosts: readonly Host[];
  readonly ssh: Partial<SshOptions>;
  readonly path: string;
  readonly ports?: { readonly blue: number; readonly green: number };
  /** Who logs in where an address names nobody. */
  readonly user?: string;
  readonly become?: string;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly shell?: Shell;
  readonly release?: TargetOptions["release"];
}

/** The target that these settings lead to. */
export function sshTarget(given: SshGiven): Target {
  const { hosts, path, ports = { blue: 1, green: 2 } } = given;
  const environment: Environment = {
    ...{ name: "production", url: "http://127.0.0.1:1", target: "hosts", hosts, routerHosts: hosts, path },
    slots: { blue: { port: ports.blue }, green: { port: ports.green } },
    router: noRouter(),
    account: { user: given.user ?? null, become: given.become ?? null },
    ssh: { knownHosts: [], knownHostsFrom: null, keyFrom: null, jump: null, options: {}, ...given.ssh },
    strategy: { type: "blue-green", holdSeconds: 0, drainMs: 1_000, keep: 2, own: {} },
    health: { path: "/health", ready: null, version: null, withinMs: 1_000, successes: 1 },
    probe: { headersFrom: null },
    migrations: {
      ...{ migrate: null, versions: null, pending: null, lockTimeoutMs: 5_000, statementTimeoutMs: 600_000 },
      ...{ outOfOrder: "refuse", settleMs: 0 },
    },
    backup: null,
    logs: null,
    lockWaitMs: 0,
    approval: { by: "none", selfApproval: "allow" },
    gates: plainGates,
  };
  return openTarget({
    ...{ environment, app: "app", releaseName: "app", owner: "run-1-1", clock: clockAdapter(never) },
    files: filesAdapter(),
    shell: given.shell ?? shellOf(),
    secret: (name) => given.secrets?.[name] || undefined,
    release: given.release ?? null,
  });
}
