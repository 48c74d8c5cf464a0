// An exhaustive search over what two runs can do to a small fleet: each is cut after any smallest change, loses its lock
// at any moment, and is followed or overtaken by the other. What the planners promise is held in every state.
import { type Fleet, type HostFacts, serverName } from "../../src/domain/fleet.ts";
import {
  type Batch,
  batches,
  isRefusal,
  type Plan,
  type Refusal,
  type Step,
  type Wanted,
} from "../../src/domain/plan.ts";
import { planDeploy } from "../../src/strategies/deploy.ts";
import { planRecovery } from "../../src/strategies/recover.ts";
import { planRollback } from "../../src/strategies/rollback.ts";
import { modelWanted, releaseNumber } from "./fleet-model.ts";

/** `unhealthy` never gets healthy; `rotten` is healthy, and fails the watch. */
export type Health = "good" | "unhealthy" | "rotten";

interface HostState {
  releases: string[];
  bad: string[];
  current: string | null;
  active: HostFacts["active"];
  intent: HostFacts["intent"];
  held: boolean;
  slots: Record<string, { link: string | null; process: string | null }>;
  lease: { owner: string; live: boolean } | null;
  /**
   * Sends traffic of this host's servers back by itself as soon as nobody renews its lease. `watched` once the release
   * that has the traffic was verified with it.
   */
  guard: { back: Record<string, number>; watched: boolean } | null;
}

interface Controller {
  /** `locking` and `walking` are under way; the others are ends, but `idle`, from which a run begins. */
  phase: "idle" | "locking" | "walking" | "recovering" | "passed" | "failed" | "lost" | "dead";
  plan: number;
  batch: number;
  /** Smallest changes done of each step of the batch; -1 for a step that failed. */
  done: number[];
  stalled: boolean;
}

/** Everything of a moment. */
export interface State {
  hosts: HostState[];
  router: Record<string, number>;
  migrations: Record<string, number>;
  runs: Controller[];
}

/** What the two runs want. */
export interface Intention {
  readonly kind: "deploy" | "rollback";
  readonly wanted: Wanted;
}

export interface Planners {
  readonly deploy: (fleet: Fleet, wanted: Wanted) => Plan | Refusal;
  readonly recover: (fleet: Fleet, wanted: Wanted & { readonly markBad: boolean }) => Plan | Refusal;
  readonly rollback: (fleet: Fleet, wanted: Wanted & { readonly markBad: boolean }) => Plan | Refusal;
}

export const realPlanners: Planners = { deploy: planDeploy, recover: planRecovery, rollback: planRollback };

export interface Search {
  readonly slots: readonly string[];
  readonly intentions: readonly [Intention, Intention];
  readonly health: Readonly<Record<string, Health>>;
  /** Changes the state in which the search begins: the first release serves on both hosts. */
  readonly begin?: ((state: State) => void) | undefined;
  readonly planners?: Planners;
  /** How many states are looked at, at most. */
  readonly most?: number;
}

const names = ["web1", "web2"] as const;
const first = releaseNumber(1);

/** Every state that can be reached, and the first rule that is broken. */
export function explore(search: Search): { readonly states: number; readonly broken: string | null } {
  return new Exploration(search).run();
}

type Change = (state: State) => boolean;

class Exploration {
  private readonly plans: Plan[] = [];
  private readonly planBatches: (readonly Batch[])[] = [];
  private readonly known = new Map<string, number | null>();
  private broken: string | null = null;
  private readonly search: Search;
  private readonly planners: Planners;

  constructor(search: Search) {
    this.search = search;
    this.planners = search.planners ?? realPlanners;
  }

  run() {
    const begin = this.firstState();
    this.search.begin?.(begin);
    const seen = new Set([JSON.stringify(begin)]);
    let front = [...seen];
    const most = this.search.most ?? Number.POSITIVE_INFINITY;
    while (front.length > 0 && this.broken === null && seen.size < most) {
      const next: string[] = [];
      for (const key of front) {
        let last = true;
        for (const after of this.successors(key)) {
          last = false;
          const text = JSON.stringify(after);
          if (seen.has(text)) continue;
          seen.add(text);
          next.push(text);
        }
        if (last) this.checkLast(JSON.parse(key) as State);
        if (this.broken !== null) break;
      }
      front = next;
    }
    return { states: seen.size, broken: this.broken };
  }

  private firstState(): State {
    const [home = "", ...others] = this.search.slots;
    const host = (): HostState => ({
      releases: [releaseNumber(0), first],
      bad: [],
      current: first,
      active: { release: first, slot: home, before: releaseNumber(0) },
      intent: null,
      held: false,
      slots: Object.fromEntries([
        [home, { link: first, process: first }],
        ...others.map((slot) => [slot, { link: null, process: null }]),
      ]),
      lease: null,
      guard: null,
    });
    const run = (): Controller => ({ phase: "idle", plan: -1, batch: 0, done: [], stalled: false });
    return {
      hosts: names.map(host),
      router: Object.fromEntries(
        names.flatMap((name) => this.search.slots.map((slot) => [this.server(name, slot), slot === home ? 100 : 0])),
      ),
      migrations: {},
      runs: [run(), run()],
    };
  }

  private server(name: string, slot: string): string {
    return serverName(
      { hosts: names, slots: Object.fromEntries(this.search.slots.map((one) => [one, null])) },
      name,
      slot,
    );
  }

  /** What can happen next: a run does its next smallest change, dies, or is cut from the hosts for a while. */
  private *successors(key: string): Generator<State> {
    yield* this.reversals(key);
    for (const [index, { phase, stalled }] of (JSON.parse(key) as State).runs.entries()) {
      if (phase === "dead" || phase === "passed" || phase === "failed" || phase === "lost") continue;
      if (phase !== "idle") {
        const dead = JSON.parse(key) as State;
        const run = dead.runs[index] as Controller;
        dead.runs[index] = { ...run, phase: "dead", plan: -1, batch: 0, done: [] };
        this.expire(dead, index);
        yield dead;
      }
      if (phase === "walking" && !stalled) {
        const cut = JSON.parse(key) as State;
        (cut.runs[index] as Controller).stalled = true;
        this.expire(cut, index);
        yield cut;
      }
      yield* this.advance(key, index);
    }
  }

  /** A guard acts, on each host alone: nobody renews the lease, no step works there, and what it goes back to is up. */
  private *reversals(key: string): Generator<State> {
    for (const [at, name] of names.entries()) {
      const state = JSON.parse(key) as State;
      const host = state.hosts[at] as HostState;
      if (host.guard === null || host.lease?.live === true) continue;
      if (state.runs.some((run, index) => this.works(run, name, index))) continue;
      const own = this.search.slots.map((slot) => [this.server(name, slot), slot] as const);
      const back = own.map(([server, slot]) => [server, slot, host.guard?.back[server]] as const);
      const taking = back.filter(([, , weight]) => (weight ?? 0) > 0);
      if (!taking.every(([server]) => this.isUp(state, server))) continue;
      const before = this.serves(state);
      for (const [server, , weight] of back) if (weight !== undefined) state.router[server] = weight;
      host.guard = null;
      host.lease = null;
      for (const [server, slot] of taking)
        if (!isOnRecord(host, slot)) this.violated(`${server} got traffic back, and was never verified`);
      if (before && !this.serves(state)) this.violated(`no healthy slot has traffic after ${name} sent it back`);
      yield state;
    }
  }

  /** What has to hold where nothing more can happen. */
  private checkLast(state: State): void {
    if (!this.guarded()) return;
    for (const [server, weight] of Object.entries(state.router)) {
      const release = weight > 0 ? this.processOf(state, server) : null;
      if (release !== null && this.search.health[release] === "rotten")
        this.violated(`${release} fails its watch, and keeps the traffic of ${server} for good`);
    }
  }

  private guarded(): boolean {
    return this.search.intentions.every(({ wanted: { own } }) => "confirm" in own && own.confirm !== 0);
  }

  private expire({ hosts }: State, index: number): void {
    for (const { lease } of hosts) if (lease?.owner === this.owner(index)) lease.live = false;
  }

  private *advance(key: string, index: number): Generator<State> {
    const state = JSON.parse(key) as State;
    const run = state.runs[index] as Controller;
    if (run.phase === "idle" || (run.phase === "locking" && run.batch < 0)) {
      const plan = this.planOf(state, index, run.phase === "idle" ? "preview" : "work");
      if (plan === null) return;
      // Seen without all locks: they are taken, and it is planned again.
      const unlocked = this.planBatches[plan]?.[0]?.[0].type === "acquire-lock";
      this.begin(run, run.phase === "idle" || unlocked ? "locking" : "walking", plan);
      if (run.phase === "locking") this.skipToWork(run);
      yield state;
      return;
    }
    const batch = this.planBatches[run.plan]?.[run.batch];
    if (batch === undefined) {
      yield this.ended(state, index);
      return;
    }
    for (const [at, step] of batch.entries()) {
      const after = JSON.parse(key) as State;
      if (this.moveStep(after, index, { at, step })) yield after;
    }
  }

  /** The step's next smallest change, if it has one left. */
  private moveStep(state: State, index: number, { at, step }: { at: number; step: Step }): boolean {
    const run = state.runs[index] as Controller;
    const changes = this.changes(step, index);
    const done = run.done[at] ?? 0;
    if (done < 0 || done >= changes.length) return false;
    const before = this.serves(state);
    if (done === 0 && step.type !== "acquire-lock" && step.type !== "release-lock") {
      const owners = this.lockedFor(state, step).map(({ lease }) => lease?.owner ?? null);
      // A lock that another run took, and gave back, is lost as well.
      const taken = run.stalled || this.search.intentions.some(({ wanted }) => wanted.takeLock === true);
      if (!taken && owners.includes(null)) this.violated(`"${step.says}" was begun without a lock`);
      if (owners.some((owner) => owner !== this.owner(index))) {
        state.runs[index] = { ...run, phase: "lost", plan: -1, batch: 0, done: [] };
        // Nobody renews what it still has.
        this.expire(state, index);
        return true;
      }
    }
    run.done[at] = changes[done]?.(state) === true ? done + 1 : -1;
    if (before && !this.serves(state)) this.violated(`no healthy slot has traffic after "${step.says}"`);
    const batch = this.planBatches[run.plan]?.[run.batch] ?? [];
    const ends = batch.map((one, offset) => this.changes(one, index).length === (run.done[offset] ?? 0));
    const over = batch.every((_, offset) => ends[offset] === true || run.done[offset] === -1);
    if (!over) return true;
    if (ends.every(Boolean)) {
      run.batch += 1;
      run.done = (this.planBatches[run.plan]?.[run.batch] ?? []).map(() => 0);
      if (run.phase === "locking") this.skipToWork(run);
      const unlocks = this.planBatches[run.plan]?.[run.batch]?.[0].type === "release-lock";
      if (run.phase === "walking" && unlocks && step.type !== "release-lock") this.checkWhole(state, index);
    } else this.failed(state, index);
    return true;
  }

  /** After the last lock, the facts hold still: what is to be done is planned again. */
  private skipToWork(run: Controller): void {
    if (this.planBatches[run.plan]?.[run.batch]?.[0].type === "acquire-lock") return;
    run.batch = -1;
    run.plan = -1;
    run.done = [];
  }

  private begin(run: Controller, phase: Controller["phase"], plan: number): void {
    run.phase = phase;
    run.plan = plan;
    run.batch = 0;
    run.done = (this.planBatches[plan]?.[0] ?? []).map(() => 0);
  }

  private failed(state: State, index: number): void {
    const run = state.runs[index] as Controller;
    const alone = state.runs.every(({ phase }, other) => other === index || phase === "idle") && !run.stalled;
    const { release } = this.search.intentions[index]?.wanted ?? { release: "" };
    if (alone && run.phase === "walking" && (this.search.health[release] ?? "good") === "good")
      this.violated(`a run that nothing disturbed failed to deploy ${release}`);
    if (run.phase === "walking") {
      const plan = this.planOf(state, index, "recover");
      // A lock that is not ours any more is lost: nothing more is touched.
      if (plan !== null && this.planBatches[plan]?.[0]?.[0].type !== "acquire-lock") {
        this.begin(run, "recovering", plan);
        return;
      }
    }
    state.runs[index] = { ...run, phase: "failed", plan: -1, batch: 0, done: [] };
    for (const host of state.hosts) if (host.lease?.owner === this.owner(index)) host.lease = null;
  }

  private ended(state: State, index: number): State {
    const run = state.runs[index] as Controller;
    if (state.hosts.some(({ lease }) => lease?.owner === this.owner(index) && lease.live))
      this.violated("a lock was not given back");
    const phase = run.phase === "walking" ? "passed" : "failed";
    state.runs[index] = { ...run, phase, plan: -1, batch: 0, done: [] };
    return state;
  }

  /** What has to hold when all is done but giving the locks back. */
  private checkWhole(state: State, index: number): void {
    const { wanted, kind } = this.search.intentions[index] as Intention;
    const ours = state.hosts.every(({ lease }) => lease?.owner === this.owner(index));
    if (kind !== "deploy" || !ours) return;
    for (const [at, host] of state.hosts.entries()) {
      const name = names[at] ?? "";
      const slot = host.active?.slot ?? "";
      const whole =
        host.active?.release === wanted.release &&
        host.current === wanted.release &&
        host.intent === null &&
        host.slots[slot]?.process === wanted.release &&
        state.router[this.server(name, slot)] === 100;
      if (!whole) this.violated(`all was done, and ${wanted.release} is not whole on ${name}`);
      const others = this.search.slots.filter((one) => one !== slot);
      if (others.some((one) => (state.router[this.server(name, one)] ?? 0) > 0))
        this.violated(`all was done, and another slot of ${name} has traffic`);
      if (host.guard !== null) this.violated(`all was done, and ${name} would still send traffic back`);
      const warm = others.some((one) => (host.slots[one]?.process ?? null) !== null);
      if (warm && !host.held) this.violated(`all was done, and nothing ends what runs beside the release on ${name}`);
    }
  }

  private owner(index: number): string {
    return this.search.intentions[index]?.wanted.owner ?? "";
  }

  private lockedFor({ hosts }: State, step: Step): readonly HostState[] {
    return "host" in step ? hosts.filter((_, at) => names[at] === step.host) : hosts;
  }

  private violated(what: string): void {
    this.broken ??= what;
  }

  /** The plan of a run for what is there now, by its number; null where none can be made now. */
  private planOf(state: State, index: number, why: "preview" | "work" | "recover"): number | null {
    const { kind, wanted } = this.search.intentions[index] as Intention;
    const fleet = this.facts(state, index);
    const key = JSON.stringify([index, why === "recover", fleet]);
    const found = this.known.get(key);
    if (found !== undefined) return found;
    const make =
      why === "recover"
        ? () => this.planners.recover(fleet, { ...wanted, markBad: kind === "deploy" })
        : kind === "deploy"
          ? () => this.planners.deploy(fleet, wanted)
          : () => this.planners.rollback(fleet, { ...wanted, markBad: true });
    const made = make();
    if (!isRefusal(made)) {
      this.plans.push(made);
      this.planBatches.push(batches(made.steps));
    }
    const number = isRefusal(made) ? null : this.plans.length - 1;
    this.known.set(key, number);
    return number;
  }

  private facts(state: State, index: number): Fleet {
    return {
      hosts: state.hosts.map((host, at) => ({
        host: names[at] ?? "",
        now: 1_000,
        releases: host.releases,
        bad: host.bad,
        current: host.current,
        slots: Object.fromEntries(
          Object.entries(host.slots).map(([name, { link, process }], number) => [
            name,
            { port: 4_000 + number, link, running: process === null ? null : { pid: 1, release: process } },
          ]),
        ),
        active: host.active,
        intent: host.intent,
        holdUntil: host.held ? 1_900 : null,
        lease:
          host.lease === null ? null : { owner: host.lease.owner, expires: host.lease.live ? 1_100 : 900, since: 0 },
        stepRunning: state.runs.some((run, other) => other !== index && this.works(run, names[at] ?? "", other)),
        diskFreeBytes: 1e9,
        routes: true,
        guarded: host.guard !== null,
      })),
      router: Object.fromEntries(
        Object.entries(state.router).map(([name, weight]) => [
          name,
          weight === 0
            ? { state: "drain", weight: 100, sessions: 0 }
            : { state: this.processOf(state, name) === null ? "down" : "ready", weight, sessions: 0 },
        ]),
      ),
    };
  }

  /** A step of this run is in its middle on the host. */
  private works(run: Controller, host: string, index: number): boolean {
    const batch = this.planBatches[run.plan]?.[run.batch] ?? [];
    return batch.some((step, at) => {
      const done = run.done[at] ?? 0;
      const there = "host" in step ? step.host === host : true;
      return there && done > 0 && done < this.changes(step, index).length;
    });
  }

  private processOf({ hosts }: State, server: string): string | null {
    for (const [at, host] of hosts.entries())
      for (const slot of this.search.slots)
        if (this.server(names[at] ?? "", slot) === server) return host.slots[slot]?.process ?? null;
    return null;
  }

  private serves(state: State): boolean {
    return Object.entries(state.router).some(([name, weight]) => {
      return weight > 0 && this.isUp(state, name);
    });
  }

  private isUp(state: State, server: string): boolean {
    const release = this.processOf(state, server);
    return release !== null && this.search.health[release] !== "unhealthy";
  }

  private changes(step: Step, index: number): readonly Change[] {
    if (step.type === "shift") return this.changesOfShift(step.weights, step.guard?.weights ?? null);
    if (!("host" in step)) return [() => true];
    const at = names.indexOf(step.host as (typeof names)[number]);
    return this.changesOf(step, index).map((change) => (state) => change(state.hosts[at] as HostState, state));
  }

  private watched({ hosts }: State, release: string): boolean {
    if (this.search.health[release] === "rotten") return false;
    for (const { guard } of hosts) if (guard !== null) guard.watched = true;
    return true;
  }

  /** A guard is armed before the first change; a shift without one ends that of an earlier shift after its last. */
  private changesOfShift(
    weights: Readonly<Record<string, number>>,
    back: Readonly<Record<string, number>> | null,
  ): readonly Change[] {
    const taking = Object.entries(weights).filter(([, weight]) => weight > 0);
    const closed = Object.entries(weights).filter(([, weight]) => weight === 0);
    const set = ([name, weight]: readonly [string, number]): Change => {
      return (state) => {
        state.router[name] = weight;
        return weight === 0 || this.processOf(state, name) !== null;
      };
    };
    const guard: Change = ({ hosts }) => {
      for (const host of hosts) host.guard = back === null ? null : { back, watched: false };
      return true;
    };
    const shifts = [...taking.map(set), ...closed.map(set)];
    if (!this.guarded()) return shifts;
    return back === null ? [...shifts, guard] : [guard, ...shifts];
  }

  private changesOf(
    step: Extract<Step, { host: string }>,
    index: number,
  ): readonly ((host: HostState, state: State) => boolean)[] {
    const always = (change: (host: HostState, state: State) => void) => (host: HostState, state: State) => {
      change(host, state);
      return true;
    };
    switch (step.type) {
      case "acquire-lock":
        return [
          (host) => {
            const { lease } = host;
            if (lease?.live === true && lease.owner !== this.owner(index) && step.take !== true) return false;
            host.lease = { owner: this.owner(index), live: true };
            return true;
          },
        ];
      case "release-lock":
        return [
          always((host) => {
            if (host.lease?.owner === this.owner(index)) host.lease = null;
          }),
        ];
      case "unpack":
        return [
          always((host) => {
            if (!host.releases.includes(step.release)) host.releases.push(step.release);
          }),
        ];
      case "migrate":
        return this.changesOfMigration(step.release);
      case "start":
        return [
          (host) => {
            const process = host.slots[step.slot]?.process ?? null;
            if (!host.releases.includes(step.release) || (process !== null && process !== step.release)) return false;
            host.intent = { owner: this.owner(index), release: step.release, slot: step.slot };
            return true;
          },
          always((host) => {
            host.slots[step.slot] = { link: step.release, process: step.release };
            host.held = false;
          }),
        ];
      case "await-healthy":
        return [
          (host) => host.slots[step.slot]?.process === step.release && this.search.health[step.release] !== "unhealthy",
        ];
      case "stop":
        return [
          always((host, state) => {
            const server = this.server(step.host, step.slot);
            if ((state.router[server] ?? 0) > 0 && host.slots[step.slot]?.process !== null)
              this.violated(`"${step.says}" while ${server} has traffic`);
            this.stopSlot(host, state, step.slot);
          }),
          always((host) => {
            host.held = false;
          }),
        ];
      case "activate":
        return [
          always((host) => {
            if (host.slots[step.slot]?.process !== step.release)
              this.violated(`${step.says}, but it does not run there`);
            host.current = step.release;
          }),
          always((host) => {
            const before = host.active?.release === step.release ? host.active.before : (host.active?.release ?? null);
            host.active = { release: step.release, slot: step.slot, before };
            host.intent = null;
          }),
        ];
      case "hold":
        return [always((host) => Object.assign(host, { held: true }))];
      case "mark-bad":
        return [always((host) => void host.bad.push(step.release))];
      case "prune":
        return [always((host) => this.prune(host, step.remove))];
      case "observe":
        return [(_host, state) => this.watched(state, step.release)];
      case "confirm":
        return [
          always((host, state) => {
            const unverified = this.search.slots.some(
              (slot) => (state.router[this.server(step.host, slot)] ?? 0) > 0 && !isOnRecord(host, slot),
            );
            if (host.guard?.watched === false && unverified)
              this.violated(`"${step.says}" before what has the traffic was watched`);
            host.guard = null;
          }),
        ];
      case "upload":
      case "smoke":
      case "settle":
      case "backup":
      case "install-units":
        return [() => true];
    }
  }

  /** The database is asked what it has; then the migrations run: two that ask at once would both run them. */
  private changesOfMigration(release: string) {
    const asked = `asked ${release}`;
    return [
      (_host: HostState, { migrations }: State) => {
        if ((migrations[release] ?? 0) === 0) migrations[asked] = (migrations[asked] ?? 0) + 1;
        return true;
      },
      (_host: HostState, { migrations }: State) => {
        const pending = migrations[asked] ?? 0;
        if (pending > 0) {
          migrations[asked] = pending - 1;
          migrations[release] = (migrations[release] ?? 0) + 1;
          if ((migrations[release] ?? 0) > 1) this.violated(`the migrations of ${release} ran twice`);
        }
        return true;
      },
    ];
  }

  private stopSlot(host: HostState, { hosts }: State, slot: string): void {
    const release = host.slots[slot]?.process ?? null;
    host.slots[slot] = { link: host.slots[slot]?.link ?? null, process: null };
    if (this.search.slots.length === 1 || release === null || host.active?.release !== release) return;
    const verified = hosts.some(({ active, slots }) =>
      Object.values(slots).some(({ process }) => process !== null && process === active?.release),
    );
    if (!verified) this.violated(`the active release ${release} was stopped, and no verified one runs any more`);
  }

  private prune(host: HostState, remove: readonly string[]): void {
    const live = [
      ...Object.values(host.slots).flatMap(({ link, process }) => [link, process]),
      ...[host.current, host.active?.release, host.active?.before, host.intent?.release],
    ];
    for (const release of remove)
      if (live.includes(release)) this.violated(`${release} was removed although it is live`);
    host.releases = host.releases.filter((one) => !remove.includes(one));
  }
}

/** What runs in the slot is what the host has on record, as the last one or the one before it. */
function isOnRecord({ active, slots }: HostState, slot: string): boolean {
  const release = slots[slot]?.process ?? null;
  return release !== null && [active?.release, active?.before].includes(release);
}

/** A wish of one of the two runs. */
export function intention(number: number, more: Partial<Wanted>, kind: Intention["kind"] = "deploy"): Intention {
  return { kind, wanted: { ...modelWanted, owner: `run-${number}-1`, keep: 2, holdSeconds: 900, ...more } };
}
