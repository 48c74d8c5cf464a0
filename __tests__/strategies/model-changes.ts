// The smallest changes of each step, as the host program makes them, for the exhaustive search of model-check.ts; and
// what must not be changed.
import type { Step } from "../../src/domain/fleet/plan.ts";
import {
  type HostState,
  hostOf,
  isGuarded,
  isOnRecord,
  names,
  ownerOf,
  processOf,
  routedBy,
  routing,
  type Search,
  type State,
  serverOf,
} from "./model-state.ts";

/** False where the step fails with it. */
type Change = (state: State) => boolean;

export class StepChanges {
  private readonly search: Search;
  private readonly violated: (what: string) => void;

  constructor(search: Search, violated: (what: string) => void) {
    this.search = search;
    this.violated = violated;
  }

  /** The changes of a step of this run, each of which a crash can come after. */
  of(step: Step, index: number): readonly Change[] {
    if (step.type === "shift") return this.changesOfShift(step.weights, step.guard?.weights ?? null);
    if (!("host" in step)) return [() => true];
    const at = names.indexOf(step.host as (typeof names)[number]);
    return this.changesOf(step, index).map((change) => (state) => change(hostOf(state, at), state));
  }

  private watched(state: State, release: string): boolean {
    if (this.search.health[release] === "rotten") return false;
    for (const [at, { guard }] of state.hosts.entries())
      if (guard?.watched === false) hostOf(state, at).guard = { ...guard, watched: true };
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
        return weight === 0 || processOf(this.search, state, name) !== null;
      };
    };
    const guard: Change = (state) => {
      for (const at of routing(this.search, state.hosts).keys())
        hostOf(state, at).guard = back === null ? null : { back, watched: false };
      return true;
    };
    const shifts = [...taking.map(set), ...closed.map(set)];
    if (!isGuarded(this.search)) return shifts;
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
            if (lease?.live === true && lease.owner !== ownerOf(this.search, index) && step.take !== true) return false;
            host.lease = { owner: ownerOf(this.search, index), live: true };
            return true;
          },
        ];
      case "release-lock":
        return [
          always((host) => {
            if (host.lease?.owner === ownerOf(this.search, index)) host.lease = null;
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
      case "revert":
        return [always((_host, state) => this.revert(state, step))];
      case "start":
        return [
          (host) => {
            const process = host.slots[step.slot]?.process ?? null;
            if (!host.releases.includes(step.release) || (process !== null && process !== step.release)) return false;
            host.intent = { owner: ownerOf(this.search, index), release: step.release, slot: step.slot };
            return true;
          },
          always((host) => {
            host.slots[step.slot] = { link: step.release, process: step.release };
            host.held = "";
          }),
        ];
      case "await-healthy":
        return [
          (host) => host.slots[step.slot]?.process === step.release && this.search.health[step.release] !== "unhealthy",
        ];
      case "stop":
        return [
          always((host, state) => {
            const server = serverOf(this.search, step.host, step.slot);
            if ((state.router[server] ?? 0) > 0 && host.slots[step.slot]?.process !== null)
              this.violated(`"${step.says}" while ${server} has traffic`);
            this.stopSlot(host, state, step.slot);
          }),
          always((host) => {
            host.held = "";
          }),
        ];
      case "activate":
        return [
          always((host) => {
            if (host.slots[step.slot] === undefined) return;
            if (host.slots[step.slot]?.process !== step.release)
              this.violated(`${step.says}, but it does not run there`);
            host.current = step.release;
          }),
          always((host, { hosts }) => {
            if (!hosts.some(({ active, slots }) => [slots[step.slot]?.process, active?.release].includes(step.release)))
              this.violated(`${step.says}, but no host runs it there, or has it on record`);
            const before = host.active?.release === step.release ? host.active.before : (host.active?.release ?? null);
            host.active = { release: step.release, slot: step.slot, before };
            host.intent = null;
            if (this.search.groups !== undefined && host.slots[step.slot] !== undefined) host.held = "";
          }),
        ];
      case "hold":
        return [
          always((host) => Object.assign(host, { held: step.seconds > 10_000 ? "beyond its hold" : "for a while" })),
        ];
      case "mark-bad":
        return [always((host) => void host.bad.push(step.release))];
      case "prune":
        return [always((host) => this.prune(host, step.remove))];
      case "observe":
        return [(_host, state) => this.watched(state, step.release)];
      case "confirm":
        return [
          always((host, state) => {
            const unverified = routedBy(this.search, step.host).some(
              (one) => (state.router[one] ?? 0) > 0 && !isOnRecord(host, processOf(this.search, state, one)),
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

  /** No instance of the release may be left, and none of its migrations is applied afterwards. */
  private revert(state: State, { release, says }: { readonly release: string; readonly says: string }): void {
    for (const { slots, active } of state.hosts) {
      if (Object.values(slots).some(({ process }) => process === release)) this.violated(`"${says}" while it runs`);
      if (active?.release === release) this.violated(`"${says}" while it is on record as what serves`);
    }
    state.migrations[release] = 0;
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
