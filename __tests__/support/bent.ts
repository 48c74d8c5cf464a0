// A change of a target as a stage makes it, on the fleet model, in a world that tests bend.
import type { StageName } from "../../src/domain/evidence/evidence.ts";
import type { Judgement } from "../../src/domain/evidence/result.ts";
import type { UnitEnd } from "../../src/domain/fleet/fleet.ts";
import type { Step } from "../../src/domain/fleet/plan.ts";
import { releaseVersionOf } from "../../src/domain/release/release.ts";
import type { Clock } from "../../src/ports/clock.ts";
import type { Http, HttpAnswer } from "../../src/ports/http.ts";
import type { World } from "../../src/ports/world.ts";
import { haproxy } from "../../src/routers/haproxy.ts";
import { changeTarget } from "../../src/stages/change.ts";
import { wantedOf } from "../../src/stages/deploy.ts";
import { openRecorder } from "../../src/stages/recorder.ts";
import type { Conclusion } from "../../src/stages/stage.ts";
import { planDeploy } from "../../src/strategies/deploy.ts";
import { planningOf } from "../../src/targets/hosts/planning.ts";
import type { LogErrors, Target } from "../../src/targets/target.ts";
import { FleetModel, modelWanted, releaseNumber } from "../strategies/fleet-model.ts";
import { testStrategies } from "../strategies/registry.ts";
import { movingClock, type Time } from "./clock.ts";
import { memoryFiles } from "./files.ts";
import { settingsFrom } from "./settings.ts";
import { closedWorld } from "./world.ts";

export const [first, second] = [releaseNumber(1), releaseNumber(2)];
const owner = "run-7-1-deploy-5001";
const settingsText = `version: 1
app: shop
smoke: [{get: /}]
environments:
  production:
    url: https://example.com
    hosts: [{name: web1, address: local}]
    path: /opt/shop
    slots: {blue: {port: 4000}, green: {port: 4001}}
    router: {type: haproxy, socket: /run/haproxy.sock, backend: app}
    strategy: {type: blue-green, hold: 0s}
    health: {ready: /ready, version: /version, within: 10s}
    migrations: {migrate: Shop.Release.migrate()}
    lock-wait: 60s
`;

/** Lets what runs beside a step go on, as it does while a real one lasts. */
async function othersTurn(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** How an address answers, whatever the model says; a status of 0 is no answer, for which the body says why. */
interface ScriptedAnswer {
  readonly matches: RegExp;
  readonly status: number | (() => number);
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The world around the model, as a test bends it. */
export class Bent {
  readonly model: FleetModel;
  /** Steps that end like this instead of being done. */
  readonly failing = new Map<Step["type"], Judgement>();
  /** Answers by address, before the model is asked. */
  readonly answers: ScriptedAnswer[] = [];
  /** More lines of the settings. */
  settings = "";
  log = "";
  /** What systemd knows of the processes of every slot. */
  unit: UnitEnd | null = null;
  /** Manifests that the hosts keep, by the id of their release. */
  readonly recorded = new Map<string, string>();
  /** What the release logged since its start. */
  logged: LogErrors | null = { lines: 3, errors: 0, quoted: [] };
  /** Until then a step of the run still works on the host. */
  stepEndsAt = 0;
  cancelled = false;
  /** Hears of each step before it is done. */
  before: (step: Step) => void = () => undefined;
  readonly printed: string[] = [];
  /** What lies on the runner's disk: the evidence, as a run that is killed would leave it. */
  readonly disk = memoryFiles();
  readonly sent: Step["type"][] = [];
  readonly reached: ("connect" | "close")[] = [];

  constructor(hosts = 1, routed: true | "in groups" = true) {
    this.model = new FleetModel(hosts, ["blue", "green"], routed);
  }

  deployed(release: string): this {
    const wanted = { ...modelWanted, release };
    if (this.model.run(wanted, (fleet) => planDeploy(fleet, wanted)) !== "passed")
      throw new Error(`${release} could not be deployed`);
    return this;
  }

  /** The model's own time, in milliseconds. */
  private readonly time: Time = Object.defineProperty({ nowMs: 0 }, "nowMs", {
    get: () => this.model.now * 1_000,
    set: (ms: number) => {
      this.model.now = ms / 1_000;
    },
  });

  readonly clock: Clock = movingClock(this.time, () => this.cancelled);

  readonly http: Http = {
    request: async ({ url }): Promise<HttpAnswer> => {
      const bent = this.answers.find(({ matches }) => matches.test(url));
      const { status: said, body, headers = {} } = bent ?? this.answer(new URL(url));
      const status = typeof said === "function" ? said() : said;
      return status === 0
        ? { answered: false, why: body ?? "ECONNREFUSED", ms: 1 }
        : { answered: true, status, headers, body: body ?? "", ms: 1 };
    },
  };

  private answer({ hostname, pathname }: URL): Pick<ScriptedAnswer, "body" | "headers"> & { status: number } {
    const { model } = this;
    const asked = model
      .servers()
      .find((one) => (hostname === "example.com" ? model.router?.[one.name] : hostname === `slot-${one.in}`));
    const release = asked?.slot.process?.release ?? null;
    const nature = model.nature(release);
    if (release === null || nature === "sick") return { status: 0 };
    if (pathname === "/health") return { status: nature === "lying" ? 503 : 200 };
    if (pathname === "/ready") return { status: 200, body: '{"services":{"database":"ok"}}' };
    if (pathname === "/version") return { status: 200, body: JSON.stringify({ version: releaseVersionOf(release) }) };
    return { status: 200 };
  }

  readonly target: Target = {
    ...planningOf(
      { router: haproxy.settings.parse({ type: "haproxy", socket: "/run/haproxy.sock", backend: "app" }) },
      testStrategies,
    ),
    connect: () => void this.reached.push("connect"),
    fitness: async () => ({ faults: [], seen: [] }),
    observe: async () => {
      const fleet = this.model.facts();
      const stepRunning = this.model.now < this.stepEndsAt;
      return { fleet: { ...fleet, hosts: fleet.hosts.map((host) => ({ ...host, stepRunning })) } };
    },
    perform: async (step) => {
      this.before(step);
      this.sent.push(step.type);
      await othersTurn();
      const failing = this.failing.get(step.type);
      if (failing !== undefined) return failing;
      if (this.model.perform(step, owner)) return { verdict: "pass", reason_code: "passed", says: "Done." };
      const reason_code =
        step.type === "acquire-lock" ? "lock_held" : this.model.holds(owner) ? "router_failed" : "lock_lost";
      return { verdict: "fail", reason_code, says: `${step.type} failed.` };
    },
    reach: async (_host, slot) => `http://slot-${slot}`,
    running: async (host, slot) => {
      const release = this.model.hosts.find(({ name }) => name === host)?.slots[slot]?.process?.release;
      return release === undefined ? null : { pid: 7, release, served: this.model.nature(release) !== "sick" };
    },
    recorded: async (release) => this.recorded.get(release) ?? null,
    answering: async (host, slot) => {
      const process = await this.target.running(host, slot);
      const unit = this.unit === null ? {} : { unit: this.unit };
      return { process, listener: process?.served === true ? "own" : "none", stranger: "", ...unit };
    },
    logTail: async () => this.log,
    logErrors: async () => this.logged,
    renew: async () => "kept",
    keepLock: () => ({
      lost: () => (this.model.holds(owner) ? null : "web1: The lock belongs to run-9-1-rollback now."),
      stop: () => undefined,
    }),
    close: async () => void this.reached.push("close"),
  };

  /** What a stage is given, with the target in memory. `strategy` is the line of the settings, where it is another. */
  async open(stage: StageName, known: Partial<World> = {}, strategy?: string) {
    const settings = await settingsFrom(
      `${settingsText.replace(/strategy: .*/, (line) => strategy ?? line)}${this.settings}\n`,
    );
    const world = closedWorld({
      files: this.disk,
      http: this.http,
      clock: this.clock,
      cancellation: this,
      log: {
        info: (text) => void this.printed.push(text),
        warning: (text) => void this.printed.push(text),
        group: (_, work) => work(),
        annotate: () => undefined,
      },
      ...known,
    });
    const recorder = await openRecorder(world, stage, { app: "shop", environment: "production" });
    const environment = settings.environments["production"];
    if (environment === undefined) throw new Error("no environment");
    return { world, settings, recorder, environment, openTarget: () => this.target };
  }

  get host() {
    const [host] = this.model.hosts;
    if (host === undefined) throw new Error("no host");
    return host;
  }

  /** A change of the target, without the stage around it. */
  async change(
    kind: "deploy" | "rollback",
    given: {
      /** The release that is deployed, where it is not the second one. */
      readonly release?: string;
      readonly takeLock?: boolean;
      readonly dryRun?: boolean;
      readonly watchMs?: number;
      /** The setting `strategy`, where it is not blue-green. */
      readonly strategy?: string;
    } = {},
  ) {
    const { environment, ...run } = await this.open(kind === "deploy" ? "promote" : "rollback", {}, given.strategy);
    const wanted = {
      ...wantedOf(
        run,
        { environment, watchMs: given.watchMs ?? 0 },
        kind === "deploy" ? (given.release ?? second) : first,
      ),
      ...(given.takeLock === true ? { takeLock: true } : {}),
    };
    const conclusion: Conclusion = await changeTarget(run, {
      kind,
      environment,
      target: this.target,
      wanted: () => wanted,
      dryRun: given.dryRun === true,
      plan: (fleet) =>
        kind === "deploy" ? this.target.plan(fleet, wanted) : this.target.rollback(fleet, { ...wanted, markBad: true }),
      measureFirst: false,
      done: { decision: "complete", reason_code: "promoted", says: "It runs." },
    });
    return { conclusion, evidence: run.recorder.evidence, host: this.host };
  }
}
