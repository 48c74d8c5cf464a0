// An exhaustive search over what two runs can do to a small fleet: each is cut after any smallest change, loses its
// lock at any moment, and is followed or overtaken by the other. What the planners promise is held in every state.
import type { Fleet } from "../../src/domain/fleet/fleet.ts";
import {
  type Batch,
  batches,
  isRefusal,
  type Plan,
  type Refusal,
  type Step,
  type Wanted,
} from "../../src/domain/fleet/plan.ts";
import { planDeploy } from "../../src/strategies/deploy.ts";
import { planRecovery } from "../../src/strategies/recover.ts";
import { planRollback } from "../../src/strategies/rollback.ts";
import { modelWanted } from "./fleet-model.ts";
import { StepChanges } from "./model-changes.ts";
import {
  type Controller,
  copyOf,
  factsOf,
  firstState,
  type HostState,
  hostOf,
  type Intention,
  isGuarded,
  isOnRecord,
  isUp,
  Keys,
  names,
  ownerOf,
  processOf,
  routedBy,
  type Search,
  type State,
  serverOf,
  serves,
  slotsOf,
} from "./model-state.ts";

export interface Planners {
  readonly deploy: (fleet: Fleet, wanted: Wanted) => Plan | Refusal;
  readonly recover: (fleet: Fleet, wanted: Wanted & { readonly markBad: boolean }) => Plan | Refusal;
  readonly rollback: (fleet: Fleet, wanted: Wanted & { readonly markBad: boolean }) => Plan | Refusal;
}

export const realPlanners: Planners = { deploy: planDeploy, recover: planRecovery, rollback: planRollback };

/** What is searched by: the planners are the real ones, and all states are looked at, where it says no other. */
export interface Limits {
  readonly planners?: Planners;
  /** How many states are looked at, at most. */
  readonly most?: number;
}

/** Every state that can be reached, and the first rule that is broken. */
export function explore(
  search: Search,
  limits: Limits = {},
): { readonly states: number; readonly broken: string | null } {
  return new Exploration(search, limits).run();
}

class Exploration {
  private readonly plans: Plan[] = [];
  private readonly planBatches: (readonly Batch[])[] = [];
  private readonly keys = new Keys();
  private readonly known = new Map<string, number | null>();
  private broken: string | null = null;
  private readonly search: Search;
  private readonly planners: Planners;
  private readonly most: number;
  private readonly changes: StepChanges;

  constructor(search: Search, { planners = realPlanners, most = Number.POSITIVE_INFINITY }: Limits) {
    this.search = search;
    this.planners = planners;
    this.most = most;
    this.changes = new StepChanges(search, (what) => this.violated(what));
  }

  run() {
    const begin = firstState(this.search);
    this.search.begin?.(begin);
    const seen = new Set([this.keys.of(begin)]);
    let front: State[] = [begin];
    while (front.length > 0 && this.broken === null && seen.size < this.most) {
      const next: State[] = [];
      for (const state of front) {
        let last = true;
        for (const after of this.successors(state)) {
          last = false;
          const known = seen.size;
          if (seen.add(this.keys.of(after)).size > known) next.push(after);
        }
        if (last) this.checkLast(state);
        if (this.broken !== null) break;
      }
      front = next;
    }
    return { states: seen.size, broken: this.broken };
  }

  /** What can happen next: a run does its next smallest change, dies, or is cut from the hosts for a while. */
  private *successors(now: State): Generator<State> {
    yield* this.reversals(now);
    if (this.search.groups !== undefined) yield* this.holdsEnd(now);
    for (const [index, { phase, stalled }] of now.runs.entries()) {
      if (phase === "dead" || phase === "passed" || phase === "failed" || phase === "lost") continue;
      if (phase !== "idle") {
        const dead = copyOf(now);
        const run = dead.runs[index] as Controller;
        dead.runs[index] = { ...run, phase: "dead", plan: -1, batch: 0, done: [] };
        this.expire(dead, index);
        yield dead;
      }
      if (phase === "walking" && !stalled) {
        const cut = copyOf(now);
        (cut.runs[index] as Controller).stalled = true;
        this.expire(cut, index);
        yield cut;
      }
      yield* this.advance(now, index);
    }
  }

  /** A guard acts, on each host alone: nobody renews the lease, no step works there, and what it goes back to is up. */
  private *reversals(now: State): Generator<State> {
    for (const [at, name] of names.entries()) {
      const { guard, lease } = now.hosts[at] as HostState;
      if (guard === null || lease?.live === true) continue;
      if (now.runs.some((run, index) => this.works(run, name, index))) continue;
      const state = copyOf(now);
      const host = hostOf(state, at);
      const back = routedBy(this.search, name).map((server) => [server, guard.back[server]] as const);
      const taking = back.flatMap(([server, weight = 0]) => (weight > 0 ? [server] : []));
      if (!taking.every((server) => isUp(this.search, state, server))) continue;
      const before = serves(this.search, state);
      for (const [server, weight] of back) if (weight !== undefined) state.router[server] = weight;
      host.guard = null;
      host.lease = null;
      for (const server of taking)
        if (!isOnRecord(host, processOf(this.search, state, server)))
          this.violated(`${server} got traffic back, and was never verified`);
      if (before && !serves(this.search, state))
        this.violated(`no healthy slot has traffic after ${name} sent it back`);
      yield state;
    }
  }

  /** A host whose router is elsewhere ends a hold, while no run has its lock, if the slot is not the active one. */
  private *holdsEnd(now: State): Generator<State> {
    for (const [at, name] of names.entries()) {
      const { held, lease } = now.hosts[at] as HostState;
      if (held !== "for a while" || lease?.live === true) continue;
      if (now.runs.some((run, index) => this.works(run, name, index))) continue;
      const state = copyOf(now);
      const host = hostOf(state, at);
      const before = serves(this.search, state);
      host.held = "";
      for (const slot of Object.keys(host.slots))
        if (slot !== host.active?.slot) host.slots[slot] = { link: host.slots[slot]?.link ?? null, process: null };
      if (before && !serves(this.search, state)) this.violated(`no healthy slot has traffic after the hold of ${name}`);
      yield state;
    }
  }

  /** What has to hold where nothing more can happen. */
  private checkLast(state: State): void {
    if (!isGuarded(this.search)) return;
    for (const [server, weight] of Object.entries(state.router)) {
      const release = weight > 0 ? processOf(this.search, state, server) : null;
      if (release !== null && this.search.health[release] === "rotten")
        this.violated(`${release} fails its watch, and keeps the traffic of ${server} for good`);
    }
  }

  private expire(state: State, index: number): void {
    const owner = ownerOf(this.search, index);
    for (const [at, { lease }] of state.hosts.entries())
      if (lease?.owner === owner && lease.live) hostOf(state, at).lease = { owner, live: false };
  }

  private *advance(now: State, index: number): Generator<State> {
    const state = copyOf(now);
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
      const after = copyOf(now);
      if (this.moveStep(after, index, { at, step })) yield after;
    }
  }

  /** The step's next smallest change, if it has one left. */
  private moveStep(state: State, index: number, { at, step }: { at: number; step: Step }): boolean {
    const run = state.runs[index] as Controller;
    const changes = this.changes.of(step, index);
    const done = run.done[at] ?? 0;
    if (done < 0 || done >= changes.length) return false;
    const before = serves(this.search, state);
    if (done === 0 && step.type !== "acquire-lock" && step.type !== "release-lock") {
      const owners = this.lockedFor(state, step).map(({ lease }) => lease?.owner ?? null);
      // A lock that another run took, and gave back, is lost as well.
      const taken = run.stalled || this.search.intentions.some(({ wanted }) => wanted.takeLock === true);
      if (!taken && owners.includes(null)) this.violated(`"${step.says}" was begun without a lock`);
      if (owners.some((owner) => owner !== ownerOf(this.search, index))) {
        state.runs[index] = { ...run, phase: "lost", plan: -1, batch: 0, done: [] };
        // Nobody renews what it still has.
        this.expire(state, index);
        return true;
      }
    }
    run.done[at] = changes[done]?.(state) === true ? done + 1 : -1;
    if (before && !serves(this.search, state)) this.violated(`no healthy slot has traffic after "${step.says}"`);
    const batch = this.planBatches[run.plan]?.[run.batch] ?? [];
    const ends = batch.map((one, offset) => this.changes.of(one, index).length === (run.done[offset] ?? 0));
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
    for (const [at, { lease }] of state.hosts.entries())
      if (lease?.owner === ownerOf(this.search, index)) hostOf(state, at).lease = null;
  }

  private ended(state: State, index: number): State {
    const run = state.runs[index] as Controller;
    if (state.hosts.some(({ lease }) => lease?.owner === ownerOf(this.search, index) && lease.live))
      this.violated("a lock was not given back");
    const phase = run.phase === "walking" ? "passed" : "failed";
    state.runs[index] = { ...run, phase, plan: -1, batch: 0, done: [] };
    return state;
  }

  /** What has to hold when all is done but giving the locks back. */
  private checkWhole(state: State, index: number): void {
    const { wanted, kind } = this.search.intentions[index] as Intention;
    const ours = state.hosts.every(({ lease }) => lease?.owner === ownerOf(this.search, index));
    if (kind !== "deploy" || !ours) return;
    for (const [at, host] of state.hosts.entries()) {
      const name = names[at] ?? "";
      const slot = host.active?.slot ?? "";
      const runs =
        host.current === wanted.release &&
        host.slots[slot]?.process === wanted.release &&
        state.router[serverOf(this.search, name, slot)] === 100;
      const whole =
        host.active?.release === wanted.release &&
        host.intent === null &&
        (runs || !slotsOf(this.search, name).includes(slot));
      if (!whole) this.violated(`all was done, and ${wanted.release} is not whole on ${name}`);
      const others = slotsOf(this.search, name).filter((one) => one !== slot);
      if (others.some((one) => (state.router[serverOf(this.search, name, one)] ?? 0) > 0))
        this.violated(`all was done, and another slot of ${name} has traffic`);
      if (host.guard !== null) this.violated(`all was done, and ${name} would still send traffic back`);
      const warm = others.some((one) => (host.slots[one]?.process ?? null) !== null);
      if (warm && !host.held) this.violated(`all was done, and nothing ends what runs beside the release on ${name}`);
    }
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
    const fleet = factsOf(this.search, state, (host) =>
      state.runs.some((run, other) => other !== index && this.works(run, host, other)),
    );
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

  /** A step of this run is in its middle on the host. */
  private works(run: Controller, host: string, index: number): boolean {
    const batch = this.planBatches[run.plan]?.[run.batch] ?? [];
    return batch.some((step, at) => {
      const done = run.done[at] ?? 0;
      const there = "host" in step ? step.host === host : true;
      return there && done > 0 && done < this.changes.of(step, index).length;
    });
  }
}

/** A wish of one of the two runs. */
export function intention(number: number, more: Partial<Wanted>, kind: Intention["kind"] = "deploy"): Intention {
  return { kind, wanted: { ...modelWanted, owner: `run-${number}-1`, keep: 2, holdSeconds: 900, ...more } };
}
