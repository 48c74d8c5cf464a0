// A target that is no host: an orchestrator that replaces releases itself. The stages know nothing of that.
import { describe, expect, test } from "@jest/globals";
import type { Fleet, HostFacts } from "../../src/domain/fleet/fleet.ts";
import type { Plan, Step, Wanted } from "../../src/domain/fleet/plan.ts";
import { changeTarget } from "../../src/stages/change.ts";
import { wantedOf } from "../../src/stages/deploy.ts";
import { openRecorder } from "../../src/stages/recorder.ts";
import type { Target } from "../../src/targets/target.ts";
import { memoryFiles } from "../support/files.ts";
import { settingsFrom } from "../support/settings.ts";
import { closedWorld } from "../support/world.ts";

const settingsText = `version: 1
app: shop
smoke: [{get: /}]
environments:
  production:
    url: https://example.com
    hosts: [{name: web1, address: local}]
    path: /opt/shop
    slots: {main: {port: 4000}}
    strategy: {type: restart}
    health: {within: 2s}
`;

/** One place, `main` of `cluster`, in which a release replaces another one without a lock, an upload or a slot. */
class Orchestrator implements Target {
  serves: string | null = null;
  verified: string | null = null;
  readonly sent: Step["type"][] = [];

  private readonly place = { host: "cluster", slot: "main" };

  private replace(release: string, { healthyWithinMs, smoke }: Wanted): readonly Step[] {
    const at = { ...this.place, release };
    return [
      { ...at, type: "start", says: `Roll out ${release}`, limitMs: 1_000 },
      { ...at, type: "await-healthy", says: `Wait until ${release} is healthy`, limitMs: healthyWithinMs },
      ...(smoke ? [{ ...at, type: "smoke", at: "public", says: `Test ${release}`, limitMs: 1_000 } as const] : []),
      { ...at, type: "activate", says: `Record ${release}`, limitMs: 1_000 },
    ];
  }

  private planTo = (release: string, wanted: Wanted): Plan => ({
    says: `Roll out ${release}.`,
    warnings: [],
    steps: this.replace(release, wanted),
  });

  plan = (_fleet: Fleet, wanted: Wanted) => this.planTo(wanted.release, wanted);
  recover = (fleet: Fleet, wanted: Wanted) => this.planTo(fleet.hosts[0]?.active?.release ?? "", wanted);
  rollback = () => ({ refused: "no_previous_release", says: "Nothing was before.", remedy: "Deploy." }) as const;
  drill = () => this.rollback();
  rollsBackTo = () => this.rollback();
  verifiedBefore = () => [];
  carrying = () => (this.serves === null ? [] : [this.serves]);
  recorded = async () => null;
  serving = () =>
    this.verified === null || this.serves !== this.verified ? null : { ...this.place, release: this.verified };
  routed = () => ({ verdict: "pass", reason_code: "passed", says: "There is one place." }) as const;
  leaveOut = (fleet: Fleet) => fleet;
  passes = () => false;

  async observe() {
    const running = this.serves === null ? null : { pid: 1, release: this.serves };
    const active = this.verified === null ? null : { release: this.verified, slot: "main", before: null };
    const host: HostFacts = {
      ...{ host: "cluster", now: 0, releases: [], bad: [], current: this.serves, active, intent: null },
      ...{ slots: { main: { port: 0, link: this.serves, running } }, holdUntil: null, lease: null },
      ...{ stepRunning: false, diskFreeBytes: 0 },
    };
    return { fleet: { hosts: [host], router: null } };
  }

  async perform(step: Parameters<Target["perform"]>[0]) {
    this.sent.push(step.type);
    if (step.type === "start") this.serves = step.release;
    if (step.type === "activate") this.verified = step.release;
    return { verdict: "pass", reason_code: "passed", says: "Done." } as const;
  }

  connect = () => undefined;
  fitness = async () => ({ faults: [], seen: [] });
  reach = async () => "http://cluster";
  running = async () => (this.serves === null ? null : { pid: 1, release: this.serves, served: true });
  answering = async () => ({ process: await this.running(), listener: "own", stranger: "" }) as const;
  logTail = async () => "";
  logErrors = async () => ({ lines: 1, errors: 0, quoted: [] });
  renew = async () => "kept" as const;
  keepLock = () => ({ lost: () => null, stop: () => undefined });
  close = async () => undefined;
}

/** Deploys a release as a stage does; `1.2.0` is never healthy. */
async function deploy(target: Orchestrator, release: string) {
  const settings = await settingsFrom(settingsText);
  const environment = settings.environments["production"];
  if (environment === undefined) throw new Error("no environment");
  let now = 0;
  const world = closedWorld({
    files: memoryFiles(),
    clock: {
      now: () => new Date(0),
      ticks: () => now,
      sleep: async (ms) => {
        now += ms;
      },
    },
    http: {
      request: async () => {
        const status = target.serves?.startsWith("1.2.0") ? 500 : 200;
        return { answered: true, status, headers: {}, body: "ok", ms: 1 };
      },
    },
  });
  const recorder = await openRecorder(world, "promote", { app: "shop", environment: "production" });
  const run = { world, settings, recorder };
  const wanted = wantedOf(run, { environment, watchMs: 0 }, release);
  return changeTarget(run, {
    ...{ kind: "deploy", environment, target, wanted: () => wanted, dryRun: false, measureFirst: false },
    plan: (fleet) => target.plan(fleet, wanted),
    done: { decision: "complete", reason_code: "promoted", says: "It runs." },
  });
}

describe("a target without hosts", () => {
  test("is deployed to by its own plan, which is verified as any other", async () => {
    const target = new Orchestrator();
    expect(await deploy(target, "1.0.0-00000001")).toMatchObject({ status: "passed" });
    expect(target.sent).toEqual(["start", "activate", "release-lock"]);
    expect(target.verified).toBe("1.0.0-00000001");
  });

  test("goes back by its own plan, when the release is not healthy there", async () => {
    const target = new Orchestrator();
    await deploy(target, "1.1.0-00000001");
    expect(await deploy(target, "1.2.0-00000002")).toMatchObject({ status: "failed", reason_code: "not_healthy" });
    expect(target).toMatchObject({ serves: "1.1.0-00000001", verified: "1.1.0-00000001" });
  });
});
