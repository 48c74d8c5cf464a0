// A change of a target as a stage makes it, on the fleet model: what happens when a step fails, the lock is held or lost, or the run is cancelled.
import { describe, expect, test } from "@jest/globals";
import type { Evidence } from "../../src/domain/evidence.ts";
import type { Step } from "../../src/domain/plan.ts";
import { versionOf } from "../../src/domain/release.ts";
import type { Judgement } from "../../src/domain/result.ts";
import { planDeploy } from "../../src/plans/deploy.ts";
import { planRollback } from "../../src/plans/rollback.ts";
import type { Http, HttpAnswer } from "../../src/ports.ts";
import { changeTarget } from "../../src/stages/change.ts";
import { wantedOf } from "../../src/stages/deploy.ts";
import { openRecorder } from "../../src/stages/recorder.ts";
import type { Conclusion } from "../../src/stages/stage.ts";
import type { Target } from "../../src/targets/target.ts";
import { FleetModel, leaseSeconds, modelWanted, releaseNumber } from "../plans/fleet-model.ts";
import { settingsFrom } from "../support/settings.ts";
import { closedWorld } from "../support/world.ts";

const [first, second] = [releaseNumber(1), releaseNumber(2)];
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

/** The world around the model, as a test bends it. */
class Bent {
  readonly model = new FleetModel(1, ["blue", "green"], true);
  /** Steps that end like this instead of being done. */
  readonly failing = new Map<Step["type"], Judgement>();
  /** Answers by address, before the model is asked; a status of 0 is no answer. */
  readonly answers: { readonly matches: RegExp; readonly status: number; readonly body?: string }[] = [];
  log = "";
  cancelled = false;
  /** Hears of each step before it is done. */
  before: (step: Step) => void = () => undefined;
  readonly printed: string[] = [];
  readonly sent: Step["type"][] = [];

  deployed(release: string): this {
    const wanted = { ...modelWanted, release };
    if (this.model.run(wanted, (fleet) => planDeploy(fleet, wanted)) !== "passed") throw new Error(`${release} could not be deployed`);
    return this;
  }

  readonly http: Http = {
    request: async ({ url }): Promise<HttpAnswer> => {
      const bent = this.answers.find(({ matches }) => matches.test(url));
      const { status, body } = bent ?? this.answer(new URL(url));
      return status === 0
        ? { answered: false, why: "ECONNREFUSED", ms: 1 }
        : { answered: true, status, headers: {}, body: body ?? "", ms: 1 };
    },
  };

  private answer({ hostname, pathname }: URL): { status: number; body?: string } {
    const { model } = this;
    const slots = model.hosts[0]?.slots ?? {};
    const open = Object.entries(slots).find(([name]) => model.router?.[name] === true);
    const release = (hostname === "example.com" ? open?.[1] : slots[hostname.replace("slot-", "")])?.process?.release ?? null;
    const nature = model.nature(release);
    if (release === null || nature === "sick") return { status: 0 };
    if (pathname === "/health") return { status: nature === "lying" ? 503 : 200 };
    if (pathname === "/ready") return { status: 200, body: '{"services":{"database":"ok"}}' };
    if (pathname === "/version") return { status: 200, body: JSON.stringify({ version: versionOf(release) }) };
    return { status: 200 };
  }

  readonly target: Target = {
    observe: async () => ({ fleet: this.model.facts() }),
    perform: async (step) => {
      this.before(step);
      this.sent.push(step.type);
      const failing = this.failing.get(step.type);
      if (failing !== undefined) return failing;
      if (this.model.perform(step, owner)) return { verdict: "pass", reason_code: "passed", says: "Done." };
      const reason_code = step.type === "acquire-lock" ? "lock_held" : this.model.holds(owner) ? "router_failed" : "lock_lost";
      return { verdict: "fail", reason_code, says: `${step.type} failed.` };
    },
    reach: async (_host, slot) => `http://slot-${slot}`,
    running: async (host, slot) => {
      const release = this.model.hosts.find(({ name }) => name === host)?.slots[slot]?.process?.release;
      return release === undefined ? null : { pid: 7, release };
    },
    logTail: async () => this.log,
    renew: async () => "kept",
    keepLock: () => ({
      lost: () => (this.model.holds(owner) ? null : "web1: The lock belongs to run-9-1-rollback now."),
      stop: () => undefined,
    }),
    close: async () => undefined,
  };

  async change(kind: "deploy" | "rollback", told: { readonly takeLock?: boolean; readonly dryRun?: boolean } = {}) {
    const { model } = this;
    const settings = await settingsFrom(settingsText);
    const environment = settings.environments["production"];
    if (environment === undefined) throw new Error("no environment");
    const world = closedWorld({
      http: this.http,
      clock: {
        now: () => new Date(0),
        ticks: () => model.now * 1_000,
        sleep: async (ms) => {
          model.now += ms / 1_000;
        },
      },
      cancellation: this,
      log: {
        info: (text) => void this.printed.push(text),
        warning: (text) => void this.printed.push(text),
        group: (_, work) => work(),
        annotate: () => undefined,
      },
    });
    const recorder = await openRecorder(world, kind === "deploy" ? "promote" : "rollback", { app: "shop", environment: "production" });
    const run = { world, settings, recorder };
    const wanted = {
      ...wantedOf(run, { environment, watchMs: 0 }, kind === "deploy" ? second : first),
      ...(told.takeLock === true ? { takeLock: true } : {}),
    };
    const conclusion: Conclusion = await changeTarget(run, {
      kind,
      environment,
      target: this.target,
      wanted: () => wanted,
      dryRun: told.dryRun === true,
      plan: (fleet) => (kind === "deploy" ? planDeploy(fleet, wanted) : planRollback(fleet, { ...wanted, markBad: true })),
      measureFirst: false,
      done: { decision: "complete", reason_code: "promoted", says: "It runs." },
    });
    const evidence: Evidence = recorder.evidence;
    return { conclusion, evidence, host: model.hosts[0] ?? fail() };
  }
}

function fail(): never {
  throw new Error("no host");
}

describe("a release is not marked bad, and may be deployed again, after", () => {
  const outside: readonly (readonly [string, (bent: Bent) => void, string])[] = [
    [
      "a database that was away while its versions were read",
      (bent) => bent.failing.set("migrate", { verdict: "fail", reason_code: "migration_failed", says: "No database." }),
      "migration_failed",
    ],
    [
      "a router's socket without rights",
      (bent) => bent.failing.set("shift", { verdict: "fail", reason_code: "router_failed", says: "Permission denied." }),
      "router_failed",
    ],
    [
      "a full disk",
      (bent) => bent.failing.set("unpack", { verdict: "fail", reason_code: "unpack_failed", says: "No space left on device." }),
      "unpack_failed",
    ],
    [
      "a host that did not say what it did",
      (bent) => bent.failing.set("start", { verdict: "error", reason_code: "state_unknown", says: "Connection reset." }),
      "state_unknown",
    ],
    ["PHX_SERVER missing: its process runs and nothing listens", (bent) => bent.model.natures.set(second, "sick"), "not_listening"],
    [
      "a variable missing, as its log says",
      (bent) => {
        bent.model.natures.set(second, "lying");
        bent.log = "** (RuntimeError) environment variable DATABASE_URL is missing.";
      },
      "configuration_missing",
    ],
    [
      "a database away at its boot, as its log says",
      (bent) => {
        bent.model.natures.set(second, "lying");
        bent.log = "(DBConnection.ConnectionError) tcp connect (localhost:5432): connection refused - :econnrefused";
      },
      "database_unreachable",
    ],
    [
      "a database away from the verified release as well, which is not ready either",
      (bent) => bent.answers.push({ matches: /\/ready$/, status: 503, body: '{"services":{"database":"error"}}' }),
      "outage",
    ],
    ["a mistyped health path", (bent) => bent.answers.push({ matches: /slot-.*\/health$/, status: 404 }), "settings_mismatch"],
    [
      "a password before every path",
      (bent) => bent.answers.push({ matches: /slot-green\/(health|ready)$/, status: 401 }),
      "settings_mismatch",
    ],
  ];

  test.each(outside)("%s", async (_what, bend, reason_code) => {
    const bent = new Bent().deployed(first);
    bend(bent);
    const { conclusion, host } = await bent.change("deploy");
    expect(conclusion).toMatchObject({ status: "failed", reason_code });
    expect(conclusion.remedy).not.toBe("");
    expect(host).toMatchObject({ bad: [], lease: null, active: { release: first } });
    bent.failing.clear();
    bent.answers.length = 0;
    bent.log = "";
    bent.model.natures.clear();
    expect((await bent.change("deploy")).conclusion).toMatchObject({ status: "passed" });
  });
});

describe("a release is marked bad", () => {
  test.each<[string, (bent: Bent) => void, string]>([
    ["that answers and is not healthy", (bent) => bent.model.natures.set(second, "lying"), "not_healthy"],
    [
      "that is not ready while the verified one is",
      (bent) => bent.answers.push({ matches: /slot-green\/ready$/, status: 503, body: '{"services":{"cache":"error"}}' }),
      "not_ready",
    ],
    [
      "that answers another version than it says",
      (bent) => bent.answers.push({ matches: /slot-green\/version$/, status: 200, body: '{"version":"0.9.0"}' }),
      "wrong_version",
    ],
    ["that fails its smoke tests", (bent) => bent.answers.push({ matches: /slot-green\/$/, status: 500 }), "smoke_failed"],
  ])("%s", async (_what, bend, reason_code) => {
    const bent = new Bent().deployed(first);
    bend(bent);
    const { conclusion, host } = await bent.change("deploy");
    expect(conclusion).toMatchObject({ status: "failed", reason_code });
    expect(host).toMatchObject({ bad: [second], lease: null, active: { release: first } });
  });
});

describe("a rollback that fails", () => {
  test("leaves the release that it went to as it is: the next one may go to it", async () => {
    const bent = new Bent().deployed(first).deployed(second);
    bent.model.natures.set(first, "lying");
    const { conclusion, host } = await bent.change("rollback");
    expect(conclusion).toMatchObject({ status: "failed", reason_code: "not_healthy" });
    expect(host).toMatchObject({ bad: [], active: { release: second }, lease: null });
    bent.model.natures.clear();
    expect((await bent.change("rollback")).conclusion).toMatchObject({ status: "passed" });
  });

  test("is no failure when only the public address does not answer: it is said, and the verified release has the traffic", async () => {
    const bent = new Bent().deployed(first).deployed(second);
    bent.answers.push({ matches: /example\.com/, status: 0 });
    const { conclusion, evidence, host } = await bent.change("rollback");
    expect(conclusion).toMatchObject({ status: "passed" });
    expect(host.active?.release).toBe(first);
    expect(evidence.warnings.join()).toContain("https://example.com/version did not answer: ECONNREFUSED.");
    expect(evidence.results.filter(({ required, verdict }) => required && verdict !== "pass")).toEqual([]);
  });
});

describe("a public address that leads elsewhere", () => {
  test.each([
    ["does not answer", { matches: /example\.com/, status: 0 }],
    ["is another site's", { matches: /example\.com/, status: 404, body: "<html>" }],
    ["redirects", { matches: /example\.com/, status: 301 }],
  ])("and %s is found before anything is changed", async (_what, answer) => {
    const bent = new Bent().deployed(first);
    bent.answers.push(answer);
    const { conclusion, host } = await bent.change("deploy");
    expect(conclusion).toMatchObject({ status: "failed", decision: "stop", reason_code: "public_url_failed" });
    expect(conclusion.says).toMatch(/Nothing was changed\.$/);
    expect(bent.sent).toEqual([]);
    expect(host).toMatchObject({ bad: [], releases: [first] });
  });

  test("is found by a dry run as well", async () => {
    const bent = new Bent().deployed(first);
    bent.answers.push({ matches: /example\.com/, status: 0 });
    expect((await bent.change("deploy", { dryRun: true })).conclusion).toMatchObject({ reason_code: "public_url_failed" });
  });

  test.each([
    ["nothing serves yet", new Bent()],
    [
      "what serves is down itself, so that the deployment is the remedy",
      (() => {
        const bent = new Bent().deployed(first);
        bent.answers.push({ matches: /slot-blue/, status: 500 }, { matches: /example\.com/, status: 503 });
        bent.before = ({ type }) => {
          if (type === "shift") bent.answers.length = 0;
        };
        return bent;
      })(),
    ],
  ])("cannot be told when %s: the deployment goes on", async (_what, bent) => {
    expect((await bent.change("deploy")).conclusion).toMatchObject({ status: "passed" });
  });

  test("after the shift only is a rollback that succeeded, not one that failed, and no fault of the release", async () => {
    const bent = new Bent().deployed(first);
    bent.before = ({ type }) => {
      if (type === "shift") bent.answers.push({ matches: /example\.com/, status: 502 });
    };
    const { conclusion, host, evidence } = await bent.change("deploy");
    expect(conclusion).toMatchObject({ status: "failed", decision: "taken-back", reason_code: "public_url_failed" });
    expect(conclusion.says).toContain("The release was rolled back");
    expect(host).toMatchObject({ active: { release: first }, bad: [], lease: null });
    expect(evidence.warnings.join()).toContain("the rollback goes on");
  });
});

describe("the lock of another run", () => {
  const held = (bent: Bent, seconds: number) => {
    for (const host of bent.model.hosts) {
      host.lease = { owner: "run-6-1-deploy-9", expires: bent.model.now + seconds, since: bent.model.now, url: "https://github.com/r/6" };
    }
  };

  test("is waited for, with that run's address in the log, and taken over when it has expired", async () => {
    const bent = new Bent().deployed(first);
    held(bent, 30);
    expect((await bent.change("deploy")).conclusion).toMatchObject({ status: "passed" });
    expect(bent.printed.join("\n")).toContain(
      "Waiting at most 60 s: web1 is locked by run-6-1-deploy-9 (https://github.com/r/6) for 30 s more.",
    );
  });

  test("is waited for no longer than `lock-wait`", async () => {
    const bent = new Bent().deployed(first);
    held(bent, 170);
    const began = bent.model.now;
    const { conclusion, host } = await bent.change("deploy");
    expect(conclusion).toMatchObject({ status: "failed", reason_code: "lock_held" });
    expect(bent.model.now - began).toBeLessThan(70);
    expect(host.lease?.owner).toBe("run-6-1-deploy-9");
  });

  test("is not waited for by a dry run", async () => {
    const bent = new Bent().deployed(first);
    held(bent, 170);
    const began = bent.model.now;
    expect((await bent.change("deploy", { dryRun: true })).conclusion).toMatchObject({ reason_code: "lock_held" });
    expect(bent.model.now).toBe(began);
  });

  test("is taken by a rollback that is asked to", async () => {
    const bent = new Bent().deployed(first).deployed(second);
    held(bent, 170);
    const { conclusion, host } = await bent.change("rollback", { takeLock: true });
    expect(conclusion).toMatchObject({ status: "passed" });
    expect(host).toMatchObject({ active: { release: first }, bad: [second], lease: null });
  });

  test("that was faster between the plan and the lock is waited for too", async () => {
    const bent = new Bent().deployed(first);
    let raced = false;
    bent.before = ({ type }) => {
      if (type === "acquire-lock" && !raced) held(bent, 20);
      raced = true;
    };
    const { conclusion, evidence } = await bent.change("deploy");
    expect(conclusion).toMatchObject({ status: "passed" });
    expect(evidence.results.filter(({ required, verdict }) => required && verdict !== "pass")).toEqual([]);
  });
});

describe("a lock that another run took in the middle", () => {
  test.each(["upload", "migrate", "start", "shift", "activate", "stop"] as const)(
    "before `%s` ends the deployment, which touches nothing more and says who took it",
    async (type) => {
      const bent = new Bent().deployed(first);
      let after = -1;
      bent.before = (step) => {
        if (step.type !== type || after >= 0) return;
        for (const host of bent.model.hosts) {
          host.lease = { owner: "run-9-1-rollback", expires: bent.model.now + leaseSeconds, since: bent.model.now };
        }
        after = bent.sent.length;
      };
      const { conclusion, host } = await bent.change("deploy");
      expect(conclusion).toMatchObject({ status: "failed", decision: "stop", reason_code: "lock_lost" });
      expect(conclusion.says).toContain("stopped before its next change");
      expect(host).toMatchObject({ bad: [], lease: { owner: "run-9-1-rollback" } });
      // What it was about to do when the lock was taken is refused by the host; nothing is asked for after it.
      expect(bent.sent.slice(after)).toEqual([type]);
    },
  );
});

describe("a cancel", () => {
  test.each(["upload", "migrate", "start", "shift"] as const)("during `%s` gives the lock back, and sends nothing else", async (type) => {
    const bent = new Bent().deployed(first);
    bent.before = (step) => {
      if (step.type === type) bent.cancelled = true;
    };
    const { conclusion, host } = await bent.change("deploy");
    expect(conclusion).toMatchObject({ status: "cancelled", reason_code: "cancelled" });
    expect(host).toMatchObject({ lease: null, bad: [] });
    expect(bent.sent.slice(bent.sent.indexOf(type) + 1)).toEqual(["release-lock"]);
    bent.cancelled = false;
    bent.before = () => undefined;
    expect((await bent.change("deploy")).conclusion).toMatchObject({ status: "passed" });
  });

  test("while waiting for a lock changes nothing", async () => {
    const bent = new Bent().deployed(first);
    for (const host of bent.model.hosts) host.lease = { owner: "run-6-1-x", expires: bent.model.now + 50, since: 0 };
    bent.cancelled = true;
    expect((await bent.change("deploy")).conclusion).toMatchObject({ status: "cancelled" });
    expect(bent.sent).toEqual([]);
  });
});

describe("bookkeeping that fails is a warning, and does not change the verdict", () => {
  const broken: Judgement = { verdict: "fail", reason_code: "host_unsuitable", says: "The disk is read-only." };

  test.each(["prune", "release-lock"] as const)("`%s` after a deployment", async (type) => {
    const bent = new Bent().deployed(first);
    // More releases than are kept.
    for (let number = 10; number < 16; number += 1) bent.model.hosts[0]?.releases.unshift(releaseNumber(number));
    bent.failing.set(type, broken);
    const { conclusion, evidence, host } = await bent.change("deploy");
    expect(bent.sent).toContain(type);
    expect(conclusion).toMatchObject({ status: "passed" });
    expect(host.active?.release).toBe(second);
    expect(evidence.warnings.join()).toContain("The disk is read-only.");
    expect(evidence.results.filter(({ required, verdict }) => required && verdict !== "pass")).toEqual([]);
  });

  test("`mark-bad` after a release was rolled back", async () => {
    const bent = new Bent().deployed(first);
    bent.model.natures.set(second, "lying");
    bent.failing.set("mark-bad", broken);
    const { conclusion, evidence } = await bent.change("deploy");
    expect(conclusion).toMatchObject({ status: "failed", decision: "stop", reason_code: "not_healthy" });
    expect(evidence.warnings.join()).toContain("The disk is read-only.");
  });
});

test("a rollback that failed gives the lock back, so that the next run need not wait for it", async () => {
  const bent = new Bent().deployed(first);
  bent.failing.set("shift", { verdict: "fail", reason_code: "router_failed", says: "HAProxy is gone." });
  bent.before = ({ type }) => {
    if (type === "shift") bent.failing.set("activate", { verdict: "error", reason_code: "state_unknown", says: "The host is gone." });
  };
  const { conclusion, host } = await bent.change("deploy");
  expect(conclusion).toMatchObject({ status: "failed", decision: "rollback-failed" });
  expect(host.lease).toBeNull();
});
