// A small model of hosts and a router for tests of planners: applies steps as the host program does, in the smallest
// changes that a crash can fall between, and holds the rules that must be true after each of them.
import { type Fleet, type Groups, type Lease, serverName, type Verified } from "../../src/domain/fleet/fleet.ts";
import {
  batches,
  type Guard,
  isRefusal,
  type Plan,
  type Refusal,
  type Step,
  type Wanted,
} from "../../src/domain/fleet/plan.ts";
import { planRecovery } from "../../src/strategies/recover.ts";
import { testStrategies } from "./registry.ts";

/**
 * What a release is like once it runs. `sick` never answers and the router sees it; `lying` answers the router but is
 * not healthy; `rotten` is healthy until it has traffic.
 */
export type Nature = "good" | "sick" | "lying" | "rotten";

interface Slot {
  link: string | null;
  /** Null release: the start script that has not become the VM yet. */
  process: { release: string | null } | null;
}

interface Host {
  readonly name: string;
  releases: string[];
  bad: string[];
  migrated: string[];
  current: string | null;
  readonly slots: Record<string, Slot>;
  active: { release: string; slot: string; before: string | null } | null;
  /** The last one first. */
  verified: Verified[];
  intent: { owner: string; release: string; slot: string } | null;
  holdUntil: number | null;
  /** The slot that is held. */
  holds: string | null;
  lease: Lease | null;
  /** Sends traffic of this host's servers back, when its run shows no sign of life until then. */
  guard: (Guard & { readonly until: number }) | null;
  /** Whose shift the guard reversed. */
  reversed: string | null;
}

/** Where a run is cut or goes wrong: after so many smallest changes, or at the step of that index. */
export interface Trouble {
  readonly crashAfter?: number | undefined;
  readonly failAt?: number | undefined;
  /** Which host of several that work at once is next: the first (0), each in turn (1), the last (2). */
  readonly order?: number | undefined;
  /** A second plan under the same lock. */
  readonly andThen?: (fleet: Fleet) => Plan | Refusal;
}

/** How a run ended. `lost`: another run took its lock, and it touched nothing after that. */
export type Ended = "passed" | "refused" | "failed" | "rolled-back" | "rollback-failed" | "lost" | "crashed";

export const leaseSeconds = 180;

/** How long steps take, seconds; what is not named takes one. */
const usualLengths: Lengths = {
  upload: 20,
  unpack: 5,
  migrate: 30,
  "await-healthy": 10,
  smoke: 2,
  observe: 60,
  drain: 15,
  stop: 10,
};

/** Seconds by the type of a step. */
export type Lengths = Partial<Record<Step["type"], number>>;

/** A step that one host performs or is looked at by. */
type StepOfHost = Exclude<Step, { type: "shift" | "drain" | "observe" }>;

class Crash extends Error {}

export class FleetModel {
  now = 1_000_000;
  /** When the last plan was made that was performed. */
  plannedAt = 0;
  lengths: Lengths = usualLengths;
  /** False while a run cannot renew its lease, such as one that is cut from the host. */
  beating = true;
  /** Happens once, in the middle of the next step of this type. */
  during: { readonly type: Step["type"]; readonly happens: () => void } | null = null;
  readonly hosts: Host[];
  /** Weights in percent, as an administrator or a shift set them; 0 is drained. */
  readonly router: Record<string, number> | null;
  readonly natures = new Map<string, Nature>();
  /** How often each release's migrations ran to their end. */
  readonly migrations = new Map<string, number>();
  /** Rules that were broken, in words. */
  readonly broken: string[] = [];
  /** Every step that was begun. */
  readonly log: Step[] = [];
  private served = false;
  /**
   * Set where no planner could know better: nothing was ever verified and the new instance is stopped, or two
   * unverified ones share the traffic.
   */
  private mayGoDark = false;

  /** Absent where every host has every slot. */
  private readonly groups: Groups | undefined;

  /** Whether a router is there; in groups, hosts have one slot each, in turn, and there is a router for all. */
  constructor(hosts: number, slots: readonly string[], routed: boolean | "in groups") {
    const names = Array.from({ length: hosts }, (_, index) => `web${index + 1}`);
    const own = (index: number) => slots[index % slots.length] ?? "";
    const grouped = routed === "in groups";
    this.groups = grouped ? Object.fromEntries(names.map((name, index) => [name, own(index)])) : undefined;
    this.hosts = names.map((name, index) => ({
      name,
      releases: [],
      bad: [],
      migrated: [],
      current: null,
      slots: Object.fromEntries((grouped ? [own(index)] : slots).map((slot) => [slot, { link: null, process: null }])),
      active: null,
      verified: [],
      intent: null,
      holdUntil: null,
      holds: null,
      lease: null,
      guard: null,
      reversed: null,
    }));
    this.router = routed !== false ? Object.fromEntries(this.servers().map(({ name }) => [name, 0])) : null;
  }

  nature(release: string | null): Nature {
    return release === null ? "sick" : (this.natures.get(release) ?? "good");
  }

  /** What the planner sees, at this moment by the host's clock. */
  facts(now = this.now): Fleet {
    return {
      ...(this.groups === undefined ? {} : { groups: this.groups, routing: { weights: true, shared: true } }),
      hosts: this.hosts.map((host) => ({
        host: host.name,
        now,
        releases: [...host.releases],
        bad: [...host.bad],
        current: host.current,
        slots: Object.fromEntries(
          Object.entries(host.slots).map(([name, { link, process }], index) => [
            name,
            {
              port: 4_000 + index,
              link,
              running: process === null ? null : { pid: 100 + index, release: process.release },
            },
          ]),
        ),
        active: host.active,
        verified: [...host.verified],
        intent: host.intent,
        holdUntil: host.holdUntil,
        lease: host.lease,
        stepRunning: false,
        diskFreeBytes: 1e9,
        routes: this.router !== null && this.guards().includes(host),
        guarded: host.guard !== null,
      })),
      router:
        this.router === null
          ? null
          : Object.fromEntries(
              this.servers().map(({ name, slot }) => {
                const weight = this.router?.[name] ?? 0;
                const state = weight === 0 ? "drain" : this.up(slot) ? "ready" : "down";
                return [name, { state, weight: weight || 100, sessions: 0 }];
              }),
            ),
    };
  }

  /** Something from outside happens: what served before it is no longer owed. */
  outside(change: () => void): void {
    change();
    this.served = this.serves();
  }

  /** Observe, lock, observe again, walk; after a failed step the rollback, as the deploying stage does it. */
  run(
    wanted: Pick<Wanted, "owner"> & Partial<Wanted>,
    plan: (fleet: Fleet) => Plan | Refusal,
    trouble: Trouble = {},
  ): Ended {
    const budget = { changes: trouble.crashAfter ?? Number.POSITIVE_INFINITY };
    const recovery: Wanted = { ...modelWanted, ...wanted };
    this.guardsAct(({ until }) => until <= this.now);
    this.mayGoDark = this.unverified().size > 1;
    try {
      const preview = plan(this.facts());
      if (isRefusal(preview)) return "refused";
      const locks = preview.steps.filter(({ type }) => type === "acquire-lock");
      if (this.walk({ ...preview, steps: locks }, wanted.owner, budget, {}) !== null) return "failed";
      const made = plan(this.facts());
      this.plannedAt = this.now;
      if (isRefusal(made)) {
        for (const host of this.hosts) host.lease = null;
        return "refused";
      }
      const { andThen, failAt = Number.POSITIVE_INFINITY } = trouble;
      let failed = this.walk(made, wanted.owner, budget, trouble);
      if (failed === null && andThen !== undefined) {
        const second = andThen(this.facts());
        this.plannedAt = this.now;
        if (isRefusal(second)) throw new Error(second.says);
        failed = this.walk(second, wanted.owner, budget, { ...trouble, failAt: failAt - made.steps.length });
      }
      if (failed === null) return this.ended("passed");
      if (!this.holds(wanted.owner)) return "lost";
      this.mayGoDark ||= this.hosts.every(({ active }) => active === null);
      const back = planRecovery(this.facts(), { ...recovery, markBad: true }, testStrategies);
      if (isRefusal(back)) return "rollback-failed";
      return this.walk(back, wanted.owner, budget, { order: trouble.order }) === null
        ? this.ended("rolled-back")
        : "rollback-failed";
    } catch (cause) {
      if (cause instanceof Crash) return "crashed";
      throw cause;
    } finally {
      this.mayGoDark = false;
    }
  }

  /** One step from its beginning to its end; true when it passes. */
  perform(step: Step, owner: string): boolean {
    return (
      this.walk({ says: "", warnings: [], steps: [step] }, owner, { changes: Number.POSITIVE_INFINITY }, {}) === null
    );
  }

  /** True while no other run holds a lock, and no guard gave one of this run's to nobody. */
  holds(owner: string): boolean {
    return this.hosts.every(({ lease, reversed }) => (lease === null ? reversed !== owner : lease.owner === owner));
  }

  /** Guards of hosts act, each alone: traffic goes back where that is healthy, and the lock to nobody. */
  guardsAct(which: (guard: Guard & { readonly until: number }, at: number) => boolean = () => true): void {
    this.hosts.forEach((host, at) => {
      const { guard } = host;
      if (guard !== null && which(guard, at)) this.sendBack(host, guard);
    });
  }

  /** Hosts with a router for their own servers; in groups, the first stands for the host of the router for all. */
  private guards(): readonly Host[] {
    return this.groups === undefined ? this.hosts : this.hosts.slice(0, 1);
  }

  private sendBack(host: Host, { weights }: Guard): void {
    const routed = (of: Host) => this.groups !== undefined || of === host;
    const own = this.servers().filter((one) => routed(one.host) && weights[one.name] !== undefined);
    const taking = own.filter(({ name }) => (weights[name] ?? 0) > 0);
    if (this.router === null || taking.length === 0 || !taking.every(({ slot }) => this.up(slot))) return;
    for (const { name } of own) this.router[name] = weights[name] ?? 0;
    host.reversed = host.lease?.owner ?? null;
    host.lease = null;
    host.guard = null;
    const verified = this.hosts.flatMap(({ active }) => (active === null ? [] : [active.release, active.before]));
    for (const { name, slot } of taking)
      if (!verified.includes(slot.process?.release ?? null))
        this.broken.push(
          `${host.name} sent traffic back to ${name}, where ${slot.process?.release} was never verified`,
        );
    // A router does not see that what it goes back to lies.
    const lies = taking.some(({ slot }) => this.nature(slot.process?.release ?? null) === "lying");
    if (this.served && !this.serves() && !lies)
      this.broken.push(`the router has no healthy slot after ${host.name} sent traffic back`);
    this.served = this.serves();
  }

  /**
   * Time goes by while a step works; its run renews the lease beside it, at the latest twenty seconds ago, and with it
   * the guard.
   */
  private passTime(step: Step, owner: string): void {
    this.now += this.lengths[step.type] ?? 1;
    for (const host of this.hosts) {
      if (!this.beating || host.lease?.owner !== owner) continue;
      host.lease = { ...host.lease, expires: this.now + leaseSeconds - 20 };
      if (host.guard !== null) host.guard = { ...host.guard, until: this.now + host.guard.seconds };
    }
    this.guardsAct(({ until }) => until <= this.now);
    if (this.during?.type === step.type) {
      const { happens } = this.during;
      this.during = null;
      happens();
    }
  }

  private ended(how: Ended): Ended {
    for (const { name, lease, guard } of this.hosts) {
      if (lease !== null) this.broken.push(`the lock on ${name} was not given back`);
      if (guard !== null) this.broken.push(`the guard on ${name} was not ended`);
    }
    return how;
  }

  /** The first step that did not pass; null when all did. Steps of a batch work at once, in an order that is given. */
  private walk(plan: Plan, owner: string, budget: { changes: number }, trouble: Trouble): Step | null {
    let index = 0;
    for (const batch of batches(plan.steps)) {
      const working = batch.map((step, offset) => {
        this.log.push(step);
        const fails = index + offset === trouble.failAt;
        return { step, passed: !fails, changes: fails ? null : this.changes(step, owner) };
      });
      index += batch.length;
      this.passTime(batch[0], owner);
      for (let turn = 0; working.some(({ changes }) => changes !== null); turn += 1) {
        const left = working.filter(({ changes }) => changes !== null);
        const one = left[([0, turn, left.length - 1][trouble.order ?? 0] ?? 0) % left.length];
        if (one?.changes == null) break;
        if (budget.changes <= 0) throw new Crash();
        const change = one.changes.next();
        this.check(one.step);
        if (change.done === true) {
          one.passed = change.value;
          one.changes = null;
        } else budget.changes -= 1;
      }
      const failed = working.find(({ passed }) => !passed);
      if (failed !== undefined) return failed.step;
    }
    return null;
  }

  /** The smallest changes of one step, as the host program makes them; true when the step passes. */
  private *changes(step: Step, owner: string): Generator<void, boolean> {
    switch (step.type) {
      case "shift":
        if (this.router === null || !this.holds(owner)) return false;
        this.arm(step.guard, owner);
        if (!(yield* this.changesOfRouter(this.router, Object.entries(step.weights)))) return false;
        this.forgetHolds(Object.entries(step.weights));
        return true;
      case "drain":
        return true;
      case "observe":
        return this.hosts.every(({ slots }) =>
          Object.values(slots).every(
            ({ process }) => process?.release !== step.release || this.nature(step.release) === "good",
          ),
        );
      default:
        return yield* this.changesOf(this.host(step.host), step, owner);
    }
  }

  /** Each router's host guards its servers; a shift without a guard ends that of an earlier one. */
  private arm(guard: Guard | undefined, owner: string): void {
    for (const host of this.guards()) {
      if (host.lease?.owner !== owner) continue;
      host.guard = guard === undefined ? null : { ...guard, until: this.now + guard.seconds };
    }
  }

  /** A slot that takes requests again is kept for as long as it does: the router's host forgets its hold. */
  private forgetHolds(weights: readonly (readonly [string, number])[]): void {
    const opened = weights.filter(([, weight]) => weight > 0).map(([name]) => name);
    for (const host of this.guards())
      if (opened.some((name) => name === host.holds || name === `${host.name}-${host.holds}`)) host.holdUntil = null;
  }

  private *changesOfRouter(
    router: Record<string, number>,
    weights: readonly (readonly [string, number])[],
  ): Generator<void, boolean> {
    if (weights.some(([name]) => router[name] === undefined)) return false;
    const taking = weights.filter(([, weight]) => weight > 0);
    for (const [name, weight] of taking) {
      router[name] = weight;
      yield;
    }
    const up = (name: string) => this.servers().some((one) => one.name === name && this.up(one.slot));
    if (!taking.every(([name]) => up(name))) return false;
    for (const [name, weight] of weights) {
      if (weight > 0) continue;
      router[name] = 0;
      yield;
    }
    return true;
  }

  private *changesOf(host: Host, step: StepOfHost, owner: string): Generator<void, boolean> {
    if (step.type === "acquire-lock") {
      const held = host.lease !== null && host.lease.owner !== owner && host.lease.expires > this.now;
      if (held && step.take !== true) return false;
      host.lease = { owner, expires: this.now + leaseSeconds, since: this.now };
      host.reversed = null;
      yield;
      return true;
    }
    // The host lets no step begin under another run's lease; one that expired and still names the run is its own.
    if (host.lease?.owner !== owner) return step.type === "release-lock";
    switch (step.type) {
      case "start":
      case "stop":
      case "activate":
      case "hold":
      case "await-healthy":
      case "smoke":
      case "settle":
        return yield* this.changesOfSlot(host, step, owner);
      case "confirm":
        host.guard = null;
        yield;
        return true;
      case "release-lock":
        host.lease = null;
        yield;
        return true;
      case "install-units":
        yield;
        return true;
      default:
        return yield* this.changesOfReleases(host, step);
    }
  }

  private *changesOfReleases(
    host: Host,
    step: Extract<StepOfHost, { type: "upload" | "unpack" | "backup" | "migrate" | "revert" | "mark-bad" | "prune" }>,
  ): Generator<void, boolean> {
    switch (step.type) {
      case "upload":
      case "backup":
        yield;
        return true;
      case "unpack":
        yield;
        if (!host.releases.includes(step.release)) host.releases.push(step.release);
        yield;
        return true;
      case "migrate":
        yield;
        // The step asks the database first: what it has is not run again.
        if (this.hosts.some((one) => one.migrated.includes(step.release))) return true;
        this.migrations.set(step.release, (this.migrations.get(step.release) ?? 0) + 1);
        host.migrated.push(step.release);
        yield;
        return true;
      case "revert":
        yield;
        this.checkRevert(step);
        // The step asks the database first, and the next deployment of the release migrates again.
        this.migrations.delete(step.release);
        for (const one of this.hosts) one.migrated = one.migrated.filter((release) => release !== step.release);
        yield;
        return true;
      case "mark-bad":
        host.bad.push(step.release);
        yield;
        return true;
      case "prune":
        for (const release of step.remove) {
          this.checkPrune(host, release);
          host.releases = host.releases.filter((one) => one !== release);
          yield;
        }
        return true;
    }
  }

  private *changesOfSlot(
    host: Host,
    step: Extract<StepOfHost, { slot: string }>,
    owner: string,
  ): Generator<void, boolean> {
    if (step.type === "activate" && host.slots[step.slot] === undefined)
      return yield* this.changesOfRecord(host, step, owner);
    const slot = this.slot(host, step.slot);
    switch (step.type) {
      case "start":
        return yield* this.changesOfStart(host, step, owner);
      case "await-healthy": {
        const release = slot.process?.release ?? null;
        return release === step.release && ["good", "rotten"].includes(this.nature(release));
      }
      case "smoke":
      case "settle":
        return true;
      case "stop":
        yield;
        if (slot.process !== null) this.checkStop(host, step.slot, slot.process.release);
        slot.process = null;
        yield;
        host.holdUntil = null;
        yield;
        return true;
      case "activate": {
        if (slot.process?.release !== step.release) this.broken.push(`${step.says}, but it does not run there`);
        host.current = step.release;
        yield;
        return yield* this.changesOfRecord(host, step, owner);
      }
      case "hold":
        host.holdUntil = this.now + step.seconds;
        host.holds = step.slot;
        yield;
        return true;
    }
  }

  /** The record of what serves, which a host has also where it serves from others. */
  private *changesOfRecord(
    host: Host,
    { release, slot, back, level: measured }: Extract<StepOfHost, { type: "activate" }>,
    owner: string,
  ): Generator<void, boolean> {
    if (!this.hosts.some(({ active, slots }) => [slots[slot]?.process?.release, active?.release].includes(release)))
      this.broken.push(`${host.name} recorded ${release} in ${slot}, and no host runs it there or has it on record`);
    if (host.holds === slot && host.holdUntil !== null) {
      host.holdUntil = null;
      yield;
    }
    const { active } = host;
    const others = host.verified.filter((one) => one.release !== release);
    const level = measured ?? host.verified.find((one) => one.release === release)?.level;
    const known = { ...(back === true ? { back } : {}), ...(level === undefined ? {} : { level }) };
    host.verified = [{ release, by: owner, ...known }, ...others];
    yield;
    host.active = { release, slot, before: active?.release === release ? active.before : (active?.release ?? null) };
    yield;
    host.intent = null;
    yield;
    return true;
  }

  private *changesOfStart(
    host: Host,
    { slot: name, release }: Extract<StepOfHost, { type: "start" }>,
    owner: string,
  ): Generator<void, boolean> {
    const slot = this.slot(host, name);
    if (!host.releases.includes(release)) return false;
    if (slot.process !== null && slot.process.release !== release) return false;
    host.intent = { owner, release, slot: name };
    yield;
    slot.link = release;
    host.holdUntil = null;
    yield;
    if (slot.process === null) {
      slot.process = { release: null };
      yield;
      slot.process = { release };
      yield;
    }
    return true;
  }

  private check(step: Step): void {
    const serves = this.serves();
    if (this.served && !serves && !this.mayGoDark)
      this.broken.push(`the router has no healthy slot after "${step.says}"`);
    this.served = serves;
    for (const [release, times] of this.migrations)
      if (times > 1) this.broken.push(`the migrations of ${release} ran ${times} times`);
  }

  /** The release whose migrations are rolled back needs the schema: none of its instances may be left. */
  private checkRevert({ release, says }: Extract<StepOfHost, { type: "revert" }>): void {
    for (const { name, slot } of this.servers())
      if (slot.process?.release === release) this.broken.push(`"${says}" while ${release} runs as ${name}`);
    if (this.hosts.some(({ active }) => active?.release === release))
      this.broken.push(`"${says}" while ${release} is on record as what serves`);
  }

  private checkStop(host: Host, slot: string, release: string | null): void {
    // With one slot a host, the last host is replaced before the release that the others run is recorded.
    if (this.router === null || (this.groups === undefined && Object.keys(host.slots).length === 1)) return;
    if (release === null || host.active?.release !== release) return;
    // Hosts that disagree after a crash: what one recorded last may run on while the others lose what came before it.
    const verified = this.hosts.some(({ name, active, slots }) =>
      Object.entries(slots).some(
        ([other, { process }]) =>
          !(name === host.name && other === slot) && process !== null && process.release === active?.release,
      ),
    );
    if (!verified)
      this.broken.push(`the active release ${release} was stopped on ${host.name} and no verified one runs any more`);
  }

  private checkPrune(host: Host, release: string): void {
    const slots = Object.values(host.slots).flatMap(({ link, process }) => [link, process?.release]);
    const live = [...slots, host.current, host.active?.release, host.active?.before, host.intent?.release];
    if (live.includes(release)) this.broken.push(`${release} was removed from ${host.name} although it is live`);
  }

  /** True when the router sends requests to at least one healthy process. */
  serves(): boolean {
    return (
      this.router !== null &&
      this.servers().some(
        ({ name, slot }) =>
          this.router?.[name] && ["good", "rotten"].includes(this.nature(slot.process?.release ?? null)),
      )
    );
  }

  /** Releases that take traffic although no host has them on record. */
  private unverified(): ReadonlySet<string | null> {
    const carried = this.servers().filter(({ name, slot }) => this.router?.[name] && this.up(slot));
    const verified = this.hosts.map(({ active }) => active?.release);
    return new Set(
      carried
        .map(({ slot }) => slot.process?.release ?? null)
        .filter((release) => release === null || !verified.includes(release)),
    );
  }

  private up({ process }: Slot): boolean {
    return process !== null && this.nature(process.release) !== "sick";
  }

  /** Every server of the router, with what is behind it. */
  servers() {
    return this.hosts.flatMap((host) =>
      Object.entries(host.slots).map(([slot, value]) => ({
        in: slot,
        name: serverName({ hosts: this.hosts, slots: host.slots, groups: this.groups }, host.name, slot),
        host,
        slot: value,
      })),
    );
  }

  private host(name: string): Host {
    const host = this.hosts.find((one) => one.name === name);
    if (host === undefined) throw new Error(`no host ${name}`);
    return host;
  }

  private slot(host: Host, name: string): Slot {
    const slot = host.slots[name];
    if (slot === undefined) throw new Error(`no slot ${name}`);
    return slot;
  }
}

/** A wish with everything switched on; tests change what they are about. */
export const modelWanted: Wanted = {
  environment: "production",
  release: "1.0.0-00000000",
  owner: "run-1-1",
  strategy: "blue-green",
  own: { confirm: 60_000 },
  migrate: true,
  smoke: true,
  watchMs: 60_000,
  holdSeconds: 0,
  keep: 3,
  healthyWithinMs: 60_000,
  drainMs: 30_000,
};

/** A release id of the model. */
export function releaseNumber(number: number): string {
  return `1.${number}.0-${number.toString(16).padStart(8, "0")}`;
}

/** Types of steps that only look, and the locks around them. */
export const harmless: ReadonlySet<Step["type"]> = new Set([
  "backup",
  "migrate",
  "acquire-lock",
  "release-lock",
  "await-healthy",
  "settle",
  "smoke",
  "observe",
] as const);
