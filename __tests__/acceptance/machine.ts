// A machine to deploy to: for each environment a real HAProxy with two slots behind it, and the sources of the
// application that is deployed.
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Claim, claimPort } from "./ports.ts";
import { checksOff, type Ground, openSources, type Pace } from "./sources.ts";

/** One environment of the machine. */
export interface Place {
  readonly name: string;
  readonly url: string;
  readonly path: string;
  readonly slots: { readonly blue: number; readonly green: number };
  readonly socket: string;
}

export interface Machine extends Ground {
  readonly staging: Place;
  readonly production: Place;
}

/** What has to be ended with the places. */
export interface Standing {
  readonly places: Place[];
  readonly routers: ChildProcess[];
  readonly claims: Claim[];
}

/** Builds the machine in a temporary folder. */
export async function startMachine(pace: Pace): Promise<Machine> {
  const folder = mkdtempSync(join(tmpdir(), "pd-machine-"));
  const standing: Standing = { places: [], routers: [], claims: [] };
  const staging = await startPlace("staging", folder, standing);
  const production = await startPlace("production", folder, standing);
  return {
    ...openSources(folder, settingsFile({ ...pace, staging, production })),
    ...{ staging, production, env: {} },
    async close() {
      await endStanding(standing);
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Ends what runs in the places, and gives their ports back. */
export async function endStanding({ places, routers, claims }: Standing): Promise<void> {
  for (const place of places) await stopSlots(place);
  for (const router of routers) await ended(router);
  for (const claim of claims) claim.giveBack();
}

/** An environment with a real HAProxy in front of two slots, in a folder of its name. */
export async function startPlace(name: string, folder: string, standing: Standing): Promise<Place> {
  const claims = [await claimPort(), await claimPort(), await claimPort()] as const;
  standing.claims.push(...claims);
  const [front, blue, green] = [claims[0].port, claims[1].port, claims[2].port];
  const own = join(folder, name);
  const path = join(own, "demo_app");
  const socket = join(own, "haproxy.sock");
  mkdirSync(join(path, "shared"), { recursive: true });
  mkdirSync(join(own, "data"));
  // A VM that loads each module as it is called, and does not spin, begins with half of the work. Hosts of the lab have
  // it as releases are made.
  const cheap = "RELEASE_MODE=interactive\nERL_FLAGS='+sbwt none +sbwtdcpu none +sbwtdio none'\n";
  writeFileSync(join(path, "shared/env"), `DEMO_DATA=${join(own, "data")}\nDEMO_IP=127.0.0.1\n${cheap}`);
  const config = join(own, "haproxy.cfg");
  writeFileSync(
    config,
    `global
  stats socket ${socket} mode 600 level admin
  server-state-file ${join(own, "haproxy.state")}
defaults
  mode http
  timeout connect 2s
  timeout client 30s
  timeout server 30s
  timeout check 10s
  load-server-state-from-file global
  option forwardfor
  option redispatch
  retries 3
frontend public
  bind 127.0.0.1:${front}
  default_backend app
backend app
  balance roundrobin
  option httpchk GET /health
  default-server check inter 200ms fall 3 rise 1
  server blue 127.0.0.1:${blue} weight 100
  server green 127.0.0.1:${green} weight 100 disabled
`,
  );
  const router = spawn("/usr/sbin/haproxy", ["-db", "-f", config], { stdio: "ignore" });
  standing.routers.push(router);
  while (!existsSync(socket)) {
    if (router.exitCode !== null) throw new Error(`HAProxy did not start with ${config}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const place: Place = { name, url: `http://127.0.0.1:${front}`, path, slots: { blue, green }, socket };
  standing.places.push(place);
  return place;
}

/** Ends the releases that still run below a place's path, or boot there, by process id. */
export async function stopSlots({ path }: Pick<Place, "path">): Promise<void> {
  const below = (link: string) => {
    try {
      return readlinkSync(link).startsWith(`${path}/`);
    } catch {
      return false;
    }
  };
  const left = () =>
    readdirSync("/proc").filter(
      (pid) => /^\d+$/.test(pid) && ["exe", "cwd"].some((link) => below(`/proc/${pid}/${link}`)),
    );
  for (let pids = left(); pids.length > 0; pids = left()) {
    for (const pid of pids) {
      try {
        process.kill(Number(pid), "SIGKILL");
      } catch {
        // It ended by itself.
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
    setTimeout(() => child.kill("SIGKILL"), 2_000).unref();
  });
}

function settingsFile(given: Pace & { readonly staging: Place; readonly production: Place }): string {
  const environment = (place: Place) => `  ${place.name}:
    url: ${place.url}
    target: hosts
    hosts: [{name: this-machine, address: local}]
    path: ${place.path}
    slots: {blue: {port: ${place.slots.blue}}, green: {port: ${place.slots.green}}}
    router: {type: haproxy, socket: ${place.socket}, backend: app, state-file: ${join(place.path, "../haproxy.state")}}
    strategy: {type: blue-green, hold: ${given.hold}, drain: 5s}
    health: {path: /health, ready: /ready, version: /version, within: ${given.within}}
    migrations: {migrate: "DemoApp.Release.migrate()", versions: "DemoApp.Release.print_versions()"}
    backup: {by: command, verify: [test, -d, ${join(place.path, "../data")}]}
    lock-wait: 4s
`;
  return `version: 1
app: demo_app
checks: {${checksOff(given)}}
smoke:
  - {name: the page, get: /, status: 200, text: Welcome}
  - {name: health, get: /health, status: 200}
  - {name: version, get: /version, status: 200, json: {app: demo_app}}
criteria: {error-rate: 5%, watch: ${given.watch}, probes-per-second: 20, latency: off}
environments:
${environment(given.staging)}${environment(given.production)}    approval: {by: environment, self-approval: refuse}
notify: [{type: webhook, url-from: DEPLOY_WEBHOOK, secret-from: DEPLOY_WEBHOOK_SECRET}]
`;
}
