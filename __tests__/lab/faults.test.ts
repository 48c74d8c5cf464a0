// Faults of hosts, of the network and of releases in the middle of a deployment, with users all the while. In CI some
// of them, drawn by a seed that is printed; all, with those that take minutes, at night or by
//   FAULT_SLOW=1 (jest) __tests__/lab/faults.test.ts
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { FakeRelease } from "../host/fake-release.ts";
import { all, drawn, line, slow } from "../support/extent.ts";
import { type App, type Fleet, startFleet } from "./fleet.ts";
import { labRefusal } from "./lab.ts";
import type { Nature } from "./web-release.ts";

const refusal = await labRefusal();
if (refusal !== null) line(refusal);
const onLab = refusal === null ? test : test.skip;
const limit = slow ? 1_800_000 : 600_000;

let fleet: Fleet;
let releases: readonly FakeRelease[];
beforeAll(async () => {
  if (refusal !== null) return;
  fleet = await startFleet(["web1", "web2"], ["both", "both", "both"]);
  releases = ["1.0.0", "1.1.0"].map((version) => fleet.release(version));
});
afterAll(() => fleet?.stop());

const blueGreen = "{type: blue-green, hold: 0s, drain: 2s, keep: 3}";
const versionOf = ({ manifest }: FakeRelease) => (JSON.parse(manifest) as { version: string }).version;

function appAt(index: number): App {
  const app = fleet.apps[index];
  if (app === undefined) throw new Error(`There is no application ${index}.`);
  return app;
}

function other(version: string): FakeRelease {
  const found = releases.find((one) => versionOf(one) !== version);
  if (found === undefined) throw new Error(`There is no release but ${version}.`);
  return found;
}

/** Deploys; at the begin of a step something happens, once, and the deployment does not wait for it. */
async function deploy(app: App, release: FakeRelease, at?: { step: string; happens: () => Promise<unknown> }) {
  let happening: Promise<unknown> | null = null;
  const settings = app.settings(blueGreen).replace("within: 20s", "within: 8s");
  const deployed = await fleet.deploy({ settings, own: { confirm: 60_000 }, release }, ({ what }) => {
    if (what === at?.step) happening ??= at.happens();
  });
  await happening;
  if (at !== undefined && happening === null) throw new Error(`No ${at.step} began:\n${deployed.log.join("\n")}`);
  return deployed;
}

async function converges(app: App, release: FakeRelease): Promise<void> {
  const { conclusion, log } = await deploy(app, release);
  if (conclusion.status !== "passed") throw new Error(`${conclusion.says}\n${log.join("\n")}`);
}

const natures: readonly (readonly [Nature, string])[] = [
  ["sick", "not_healthy"],
  ["slow", "not_listening"],
  ["flapping", "not_healthy"],
  ["lying", "wrong_version"],
];

async function badReleases(app: App): Promise<void> {
  const users = fleet.users(app.url, 30);
  const before = await users.now();
  const some = drawn("bad releases", slow ? natures : natures.slice(2), slow ? natures.length : 1);
  for (const [index, [nature, reason]] of some.entries()) {
    const { conclusion } = await deploy(app, fleet.release(`2.${index}.0`, nature));
    line(`${nature}: ${conclusion.says}`);
    expect(conclusion).toMatchObject({ status: "failed", reason_code: reason });
  }
  const served = await users.since(0);
  expect(served.failed).toEqual([]);
  expect(Object.keys(served.by)).toEqual([before]);
}

/** What happens to a host at the begin of a step, and what undoes it before the next run. */
interface Fault {
  readonly name: string;
  readonly step: string;
  readonly happens: (app: App) => Promise<unknown>;
  readonly undone?: (app: App) => Promise<unknown>;
  /** How the deployment may end. */
  readonly ends: readonly string[];
  /** Requests that were under way are lost by the nature of it. */
  readonly costly?: boolean;
  readonly slow?: boolean;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const bootAgain = async () => {
  await fleet.lab.reboot("web2");
};

const faults: readonly Fault[] = [
  {
    name: "sshd of a host is restarted, and its sessions end",
    step: "health",
    happens: () => fleet.sh("web1", "systemctl restart ssh; pkill -f '^sshd: deploy' || true"),
    ends: ["promoted"],
  },
  {
    name: "the router refuses its socket",
    step: "smoke",
    happens: () => fleet.sh("lb1", "chmod 0 /run/haproxy/admin.sock"),
    undone: () => fleet.sh("lb1", "chmod 660 /run/haproxy/admin.sock"),
    ends: ["router_failed", "rollback_failed"],
  },
  {
    name: "the router is restarted",
    step: "health",
    happens: () => fleet.sh("lb1", "systemctl restart haproxy"),
    ends: ["promoted"],
    costly: true,
    slow: true,
  },
  {
    name: "the network of a host is away for 10 s",
    step: "start",
    happens: async () => {
      await fleet.lab.cut("web2");
      await pause(10_000);
      await fleet.lab.restore("web2");
    },
    ends: ["promoted", "state_unknown", "host_unreachable", "not_healthy"],
    slow: true,
  },
  {
    name: "a host is rebooted",
    step: "health",
    happens: bootAgain,
    ends: ["promoted", "state_unknown", "host_unreachable", "not_healthy", "partial_fleet", "rollback_failed"],
    costly: true,
  },
  {
    name: "the network of a host is away for good",
    step: "start",
    happens: () => fleet.lab.cut("web2"),
    undone: () => fleet.lab.restore("web2"),
    ends: ["state_unknown", "host_unreachable", "partial_fleet"],
    slow: true,
  },
];

async function hostFaults(app: App): Promise<void> {
  const quick = faults.filter((one) => one.slow !== true);
  for (const fault of slow ? faults : drawn("faults of hosts", quick, 2)) {
    const users = fleet.users(app.url, 30);
    const began = performance.now();
    const before = await users.now();
    const wanted = other(before);
    const { conclusion } = await deploy(app, wanted, { step: fault.step, happens: () => fault.happens(app) });
    await fault.undone?.(app);
    await fleet.expireLocks(app);
    await users.since(0);
    const between = await users.now();
    await converges(app, wanted);
    const after = await users.now();
    const { failed, sent } = await users.since(0);
    await users.stop();
    const seconds = ((performance.now() - began) / 1_000).toFixed(0);
    line(`${fault.name}: ${conclusion.reason_code}, ${failed.length} of ${sent} requests failed, ${seconds} s`);
    expect({ fault: fault.name, ends: conclusion.reason_code, says: conclusion.says }).toMatchObject({
      ends: expect.stringMatching(new RegExp(`^(${fault.ends.join("|")})$`)),
    });
    expect([before, versionOf(wanted)]).toContain(between);
    expect(after).toBe(versionOf(wanted));
    if (fault.costly !== true) expect({ fault: fault.name, failed }).toEqual({ fault: fault.name, failed: [] });
  }
}

/** A small file system for releases, which is filled when the room for the release was already found. */
async function fullDisk(app: App): Promise<void> {
  const releasesAt = `${app.path}/releases`;
  await fleet.sh(
    "web2",
    `mkdir -p ${releasesAt} && mount -t tmpfs -o size=64m tmpfs ${releasesAt} && chown deploy: ${releasesAt}`,
  );
  const [release] = releases;
  if (release === undefined) throw new Error("There is no release.");
  const fill = () => fleet.sh("web2", `dd if=/dev/zero of=${releasesAt}/filler bs=1M 2>/dev/null || true`);
  const { conclusion } = await deploy(app, release, { step: "upload", happens: fill });
  line(`a disk that is full at unpack: ${conclusion.says}`);
  expect(conclusion).toMatchObject({ status: "failed", reason_code: "disk_full" });
  await fleet.sh("web2", `rm ${releasesAt}/filler`);
  await converges(app, release);
  await fleet.sh("web2", `ls ${releasesAt} ${app.path}/incoming`);
}

onLab(
  "a fault in the middle of a deployment costs no request, and the next run converges",
  async () => {
    const [first, second] = [appAt(0), appAt(1)];
    await all([converges(first, other("")), converges(second, other("")), fullDisk(appAt(2))]);
    await badReleases(first);
    await hostFaults(second);
    if (slow) await deaf(first);
  },
  limit,
);

/** What does not hear SIGTERM is killed after a minute, and holds nobody up for longer. */
async function deaf(app: App): Promise<void> {
  const users = fleet.users(app.url, 30);
  const began = performance.now();
  await converges(app, fleet.release("3.0.0", "deaf"));
  await converges(app, fleet.release("3.1.0"));
  const { failed, sent } = await users.since(0);
  line(
    `deaf to SIGTERM: ${failed.length} of ${sent} requests failed, ` +
      `${((performance.now() - began) / 1_000).toFixed(0)} s`,
  );
  expect(failed).toEqual([]);
}
