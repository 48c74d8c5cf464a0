// A watch over any number of signals and tests, in a world where time passes by itself.
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Judgement } from "../../src/domain/evidence/result.ts";
import type { WatchedSlot } from "../../src/domain/fleet/asked-target.ts";
import { inconclusivePolicies } from "../../src/domain/watch/criteria.ts";
import type { Measure, Sample } from "../../src/domain/watch/sample.ts";
import type { Signal, Watching } from "../../src/signals/signal.ts";
import { openRecorder } from "../../src/stages/recorder.ts";
import { decideOpen } from "../../src/stages/watch/hold.ts";
import { type Watch, watch } from "../../src/stages/watch/watch.ts";
import type { StatisticalTest } from "../../src/statistics/test.ts";
import { movingClock } from "../support/clock.ts";
import { settingsFrom } from "../support/settings.ts";
import { closedWorld } from "../support/world.ts";

const forMs = 60_000;

/** Watches production for a minute. */
async function watched(what: Partial<Watch>, more = "") {
  const clock = movingClock();
  const world = closedWorld({ clock });
  const settings = await settingsFrom(`version: 1
environments:
  production:
    url: https://example.com
    hosts: [{name: web1, address: local}]
    path: /opt/shop
    slots: {main: {port: 4000}}
    strategy: {type: restart}
${more}`);
  const environment = settings.environments["production"];
  if (environment === undefined) throw new Error("no environment");
  const recorder = await openRecorder(world, "promote", { app: "shop", environment: "production" });
  const seen = await watch({ world, settings, recorder }, { environment, forMs, stopped: () => false, ...what });
  return { ...seen, endedMs: clock.ticks() };
}

/** A signal that sees one request each second, until the watch is over or `untilMs`. */
function signal(id: string, more: Partial<Signal> & { failsFromMs?: number; untilMs?: number } = {}): Signal {
  const { failsFromMs = Number.POSITIVE_INFINITY, untilMs = Number.POSITIVE_INFINITY, ...rest } = more;
  async function* samples({ clock, sinceMs, over }: Watching): AsyncGenerator<Sample> {
    while (!over() && sinceMs() < untilMs) {
      yield { kind: "request", atMs: sinceMs(), failed: sinceMs() >= failsFromMs, ms: 7 };
      await clock.sleep(1_000);
    }
  }
  return { id, title: `the signal ${id}`, measures: ["errors"], open: samples, ...rest };
}

/** Fails at the first sample that failed; passes from ten samples on. */
function counting(judges: Measure = "errors"): StatisticalTest {
  const start = () => {
    let [count, failures] = [0, 0];
    const seen = (verdict: Judgement["verdict"]): Judgement => {
      return { verdict, reason_code: "passed", says: `${judges}: ${failures} of ${count} failed.` };
    };
    return {
      add: (sample: Sample) => {
        const failed = sample.kind === "request" && sample.failed;
        count += 1;
        failures += failed ? 1 : 0;
      },
      get failed() {
        return failures > 0;
      },
      verdict: () => seen(failures > 0 ? "fail" : count < 10 ? "inconclusive" : "pass"),
    };
  };
  return { id: `counting-${judges}`, judges, start };
}

describe("a watch", () => {
  test("passes when its time is over and every test has passed", async () => {
    const { judgement, measured, endedMs } = await watched({ signals: [signal("a")], tests: [counting()] });
    expect(judgement).toMatchObject({ verdict: "pass", says: "errors: 0 of 60 failed." });
    expect(measured).toEqual({ requests: 60, errors: 0, p50_ms: 7, p99_ms: 7, seconds: 59 });
    expect(endedMs).toBeGreaterThanOrEqual(forMs);
  });

  test("says that latency was no part of it where the settings switch that off", async () => {
    const off = "criteria: {latency: off}\n";
    const { judgement } = await watched({ signals: [signal("a")], tests: [counting()] }, off);
    expect(judgement).toMatchObject({
      verdict: "pass",
      says: "errors: 0 of 60 failed. Latency is off (`criteria.latency`): how long answers take was not judged.",
    });
  });

  test("waits for an answer that is late when its time is over, and takes that for no silence", async () => {
    const steady = signal("steady");
    async function* late(watching: Watching): AsyncGenerator<Sample> {
      const { clock, sinceMs, over } = watching;
      while (!over()) {
        yield { kind: "request", atMs: sinceMs(), failed: false, ms: 7 };
        await clock.sleep(50);
      }
      const atMs = sinceMs();
      await clock.sleep(8_000);
      yield { kind: "request", atMs, failed: false, ms: 8_000 };
    }
    const { judgement, measured, endedMs } = await watched({ signals: [{ ...steady, open: late }], forMs: 8_000 });
    expect(judgement).toMatchObject({ verdict: "pass" });
    expect(measured).toMatchObject({ requests: 161, errors: 0 });
    expect(endedMs).toBeGreaterThanOrEqual(16_000);
  });

  test("ends at the first test that fails", async () => {
    const signals = [signal("a"), signal("b", { failsFromMs: 5_000 })];
    const { judgement, endedMs } = await watched({ signals, tests: [counting()] });
    expect(judgement).toMatchObject({ verdict: "fail", says: "errors: 1 of 6 failed." });
    expect(endedMs).toBeLessThan(7_000);
  });

  test("counts the worst verdict of several signals and tests, and keeps what the others say", async () => {
    const few = signal("few", { measures: ["latency"] });
    const silent: Signal = { ...few, open: ({ clock }) => silence(clock.sleep) };
    const { judgement } = await watched({ signals: [signal("a"), silent], tests: [counting(), counting("latency")] });
    expect(judgement).toMatchObject({
      verdict: "error",
      says: "The watch could not be judged: the signal few stopped giving samples (it did not end).",
      facts: { others: ["errors: 0 of 60 failed."] },
    });
  });

  test("starts a test for the signals that measure what it judges, and for no other", async () => {
    const both = signal("both", { measures: ["errors", "latency"] });
    const { judgement } = await watched({ signals: [both, signal("a")], tests: [counting("latency")] });
    expect(judgement).toEqual({ verdict: "pass", reason_code: "passed", says: "latency: 0 of 60 failed." });
  });

  test("leaves out a signal that the settings do not ask for, and a test without a limit", async () => {
    const off = signal("off", { open: () => null });
    const unlimited: StatisticalTest = { id: "unlimited", judges: "errors", start: () => null };
    const { judgement } = await watched({ signals: [signal("a"), off], tests: [counting(), unlimited] });
    expect(judgement).toEqual({ verdict: "pass", reason_code: "passed", says: "errors: 0 of 60 failed." });
  });
});

/** Notes what a test is started with, and which samples it hears. */
function noting(judges: Measure, noted: string[]): StatisticalTest {
  return {
    id: `noting-${judges}`,
    judges,
    start: ({ control, history }) => {
      const arms = new Map<string, number>();
      const known = history === null ? "no history" : `${history.errors} of ${history.requests} before`;
      return {
        add: (sample) => {
          const arm = "arm" in sample ? (sample.arm ?? "new") : "new";
          arms.set(arm, (arms.get(arm) ?? 0) + 1);
        },
        failed: false,
        verdict: () => {
          noted.push(`${judges}: ${control ? "control" : "no control"}, ${known}, hears ${[...arms.keys()].sort()}`);
          return { verdict: "pass", reason_code: "passed", says: "Passed." };
        },
      };
    },
  };
}

describe("what samples are compared with", () => {
  const slotOf = (slot: string, arm: "new" | "old"): WatchedSlot => ({
    ...{ host: "web1", slot, port: 4000, server: slot, release: arm, arm },
  });
  const beside = (...slots: readonly WatchedSlot[]): Partial<Watch> => ({
    target: {
      slots: async () => slots,
      reach: async () => "http://127.0.0.1:4000",
      target: { routerCounts: surprise, memory: surprise, logCounts: surprise, evaluate: surprise },
    },
  });
  const surprise = () => Promise.reject(new Error("Nobody is asked this."));
  const arms: Signal["open"] = async function* ({ clock, sinceMs, over }) {
    while (!over()) {
      for (const arm of ["new", "old"] as const) yield { kind: "request", atMs: sinceMs(), failed: false, ms: 1, arm };
      await clock.sleep(1_000);
    }
  };
  const slots: Signal = {
    ...signal("slots", { open: arms, control: "asked" }),
    ...{ measures: ["errors", "latency"] },
  };
  const outside: Signal = {
    ...signal("outside", { controlledBy: { id: "slots", measures: ["errors"] } }),
    ...{ measures: ["errors", "latency"] },
  };
  const users = signal("users", { open: arms, control: "shared" });
  const notes = async (what: Partial<Watch>) => {
    const noted: string[] = [];
    await watched({ tests: [noting("errors", noted), noting("latency", noted)], ...what });
    return noted;
  };

  test("is the release before, where it runs: for errors of another signal too, never for its latency", async () => {
    const both = beside(slotOf("blue", "old"), slotOf("green", "new"));
    expect(await notes({ ...both, signals: [outside, slots] })).toEqual([
      "errors: control, no history, hears new,old",
      "latency: no control, no history, hears new",
      "errors: control, no history, hears new,old",
      "latency: control, no history, hears new,old",
    ]);
  });

  test("is kept for the next watch, as far as the release before had users", async () => {
    const both = beside(slotOf("blue", "old"), slotOf("green", "new"));
    const seen = async (shared: boolean) =>
      (await watched({ ...both, signals: [users, slots], tests: [counting()], shared })).beside;
    expect([...(await seen(true))].map(([id, { requests, errors }]) => [id, requests, errors])).toEqual([
      ["users", 60, 0],
    ]);
    expect((await seen(false)).size).toBe(0);
  });

  test("is what the same signal saw before the switch, where nothing else runs", async () => {
    const history = new Map([["outside", { requests: 600, errors: 18, latenciesMs: [3] }]]);
    expect(await notes({ ...beside(slotOf("main", "new")), signals: [outside], history })).toEqual([
      "errors: no control, 18 of 600 before, hears new",
      "latency: no control, 18 of 600 before, hears new",
    ]);
  });

  test.each([
    [true, "control"],
    [false, "no control"],
  ])("is requests of users to the release before only while it has some (shared: %s)", async (shared, expected) => {
    const both = beside(slotOf("blue", "old"), slotOf("green", "new"));
    expect(await notes({ ...both, signals: [users], shared })).toEqual([
      `errors: ${expected}, no history, hears new,old`,
    ]);
  });

  test("is nothing, with a warning, where the target cannot be observed", async () => {
    const { target } = beside();
    if (target === undefined) throw new Error("no target");
    const lost = { ...target, slots: () => Promise.reject(new Error("web1 does not answer.")) };
    const { judgement } = await watched({ signals: [signal("a")], tests: [counting()], target: lost });
    expect(judgement).toMatchObject({
      verdict: "pass",
      warnings: ["The release before could not be looked for, and is not compared with: web1 does not answer."],
    });
  });
});

async function* silence(sleep: (ms: number) => Promise<void>): AsyncGenerator<Sample> {
  await sleep(10 * forMs);
  yield* [];
}

describe("a watch never passes", () => {
  const broken = signal("broken", {
    open: async function* () {
      yield* [];
      throw new Error("no such metric");
    },
  });
  const refusing = signal("refusing", {
    open: () => {
      throw new Error("no address");
    },
  });

  test.each<[string, Signal, string]>([
    ["ends early", signal("short", { untilMs: 20_000 }), "it ended"],
    ["throws", broken, "no such metric"],
    ["cannot be opened", refusing, "no address"],
    ["hangs", signal("hanging", { open: ({ clock }) => silence(clock.sleep) }), "it did not end"],
  ])("on a signal that %s, whatever the others saw", async (_what, faulty, why) => {
    const { judgement } = await watched({ signals: [signal("a"), faulty], tests: [counting()] });
    expect(judgement).toMatchObject({ verdict: "error", reason_code: "watch_inconclusive" });
    expect(judgement.says).toContain(`${faulty.title} stopped giving samples (${why})`);
  });

  test.each<[string, Signal[], StatisticalTest[]]>([
    ["no signal", [], [counting()]],
    ["no signal that the settings ask for", [signal("off", { open: () => null })], [counting()]],
    ["no test", [signal("a")], []],
    ["no test of what is measured", [signal("a")], [counting("latency")]],
  ])("on %s", async (_what, signals, tests) => {
    const { judgement } = await watched({ signals, tests });
    expect(judgement).toMatchObject({ verdict: "error", says: expect.stringContaining("Nothing was watched") });
  });

  test("without samples, by the test that is used", async () => {
    const { judgement } = await watched({ signals: [signal("a", { open: idle })] });
    expect(judgement).toMatchObject({ verdict: "inconclusive", says: expect.stringContaining("No request was seen") });
  });

  async function* idle({ clock, over }: Watching): AsyncGenerator<Sample> {
    while (!over()) await clock.sleep(1_000);
    yield* [];
  }

  test("where any of its streams ends, throws, hangs or is silent, at any time, beside any others", async () => {
    const faults = ["ends", "throws", "hangs", "is silent"] as const;
    const anyFault = fc.record({ fault: fc.constantFrom(...faults), atMs: fc.integer({ min: 0, max: forMs - 2_000 }) });
    const property = fc.asyncProperty(
      ...[fc.array(anyFault, { minLength: 1, maxLength: 3 }), fc.integer({ min: 0, max: 2 })],
      async (broken, healthy) => {
        const signals = [
          ...broken.map(({ fault, atMs }, index) => signal(`broken-${index}`, { open: breaks(fault, atMs) })),
          ...Array.from({ length: healthy }, (_, index) => signal(`healthy-${index}`)),
        ];
        const { judgement, least } = await watched({ signals });
        expect(["error", "inconclusive"]).toContain(judgement.verdict);
        for (const policy of inconclusivePolicies) {
          const open = { judgement, policy, seen: least, release: "r", before: null, runId: "7" };
          expect(decideOpen(open).verdict).not.toBe("pass");
        }
      },
    );
    await fc.assert(property, { numRuns: 40 });
  });

  /** A second of requests, and then it breaks in its way. */
  function breaks(fault: "ends" | "throws" | "hangs" | "is silent", atMs: number): Signal["open"] {
    return async function* ({ clock, sinceMs, over }) {
      if (fault === "is silent") {
        while (!over()) await clock.sleep(1_000);
        return;
      }
      while (!over() && sinceMs() < atMs) {
        yield { kind: "request", atMs: sinceMs(), failed: false, ms: 7 };
        await clock.sleep(500);
      }
      if (fault === "throws") throw new Error("it broke");
      if (fault === "hangs") await clock.sleep(10 * forMs);
    };
  }

  test("on a signal that broke after its test had failed: the failure counts", async () => {
    const signals = [signal("a", { failsFromMs: 3_000, untilMs: 3_500 })];
    expect((await watched({ signals, tests: [counting()] })).judgement.verdict).toBe("fail");
  });
});
