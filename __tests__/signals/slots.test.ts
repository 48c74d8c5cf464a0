// What hosts say of the slots themselves while a release is watched: memory and logs.
import { describe, expect, test } from "@jest/globals";
import { logRate } from "../../src/signals/log-rate.ts";
import { slotMemory } from "../../src/signals/memory.ts";
import { runQueue } from "../../src/signals/run-queue.ts";
import { httpFake } from "../support/http.ts";
import { answering, blue, held, watchWith } from "./watching.ts";

describe("the memory of slots", () => {
  const signals = "memory: {}";
  const away = () => Promise.reject(new Error("web1 cannot be asked"));

  test("is a level of both releases", async () => {
    const of = async (_: string, slot: string) => (slot === "blue" ? 200 : 300.25) * (1 << 20);
    const { samples, fault } = await watchWith(slotMemory, { signals, doors: { target: answering({ memory: of }) } });
    expect(fault).toBeNull();
    expect(samples).toHaveLength(26);
    expect(samples.slice(0, 2)).toEqual([
      { kind: "level", atMs: 0, of: "memory, MB", value: 200, arm: "old" },
      { kind: "level", atMs: 0, of: "memory, MB", value: 300.3, arm: "new" },
    ]);
  });

  test("breaks the watch where that of the new release is unknown; without the other there is no control", async () => {
    const only = (known: string) => async (_: string, slot: string) => (slot === known ? 1 << 20 : away());
    const without = (known: string) =>
      watchWith(slotMemory, { signals, doors: { target: answering({ memory: only(known) }) } });
    expect((await without("blue")).fault).toBe("web1 cannot be asked");
    const seen = await without("green");
    expect([seen.fault, seen.samples.length]).toEqual([null, 13]);
    expect((await watchWith(slotMemory, { signals, slots: [blue] })).fault).toBe("no slot runs the new release");
  });
});

describe("the run queue of slots", () => {
  const watch = (body: string, signals = "run-queue: {every: 1s, patience: 1s}") =>
    watchWith(runQueue, { signals, forMs: 2_000, http: httpFake({ "/metrics": () => ({ status: 200, body }) }) });
  const ofPromEx = (type: string, value: number) =>
    `shop_prom_ex_beam_stats_run_queue_count{type="${type}"} ${value}\n`;

  test("is read from the metrics of both releases, by the names of two libraries or another", async () => {
    const { samples, fault } = await watch(ofPromEx("normal", 3) + ofPromEx("dirty_cpu", 2));
    expect(fault).toBeNull();
    expect(samples.slice(0, 2)).toEqual([
      { kind: "level", atMs: 0, of: "run queue", value: 5, arm: "old" },
      { kind: "level", atMs: 0, of: "run queue", value: 5, arm: "new" },
    ]);
    expect((await watch("vm_total_run_queue_lengths_total 7\n")).samples[0]).toMatchObject({ value: 7 });
    expect((await watch("waiting 2\n", "run-queue: {metric: waiting}")).samples[0]).toMatchObject({ value: 2 });
  });

  test.each<[string, string, string]>([
    ["is absent", "up 1\n", "has no metric prom_ex_beam_stats_run_queue_count or vm_total_run_queue_lengths_total"],
    ["is NaN", ofPromEx("normal", Number.NaN), "is NaN, which is no number"],
    ["is on a page of another form", "<html>", "is not of Prometheus's text format"],
  ])("that %s breaks the watch", async (_, body, why) => {
    expect((await watch(body)).fault).toContain(why);
  });
});

describe("errors in the logs", () => {
  const signals = "log-rate: {per-minute: 5}";
  const watch = (errors: (nth: number) => number) => {
    let nth = 0;
    const logCounts = async () => ({ lines: 1_000, errors: errors(nth++) });
    return watchWith(logRate, { signals, forMs: 120_000, doors: { target: answering({ logCounts }) } });
  };

  test("hold up to the limit within any minute, whatever was logged before the watch", async () => {
    const { samples, fault } = await watch((nth) => 400 + Math.floor(nth / 2));
    expect(fault).toBeNull();
    expect(held(samples).every((one) => one)).toBe(true);
    expect(samples.at(-1)).toMatchObject({
      of: "logs",
      says: "3 lines of the logs within 60 s are errors; the limit is 5 within a minute.",
    });
  });

  test("do not beyond it, also where the log began anew", async () => {
    expect(held((await watch((nth) => 2 * nth)).samples)).toEqual([
      ...[true, true, true],
      ...Array.from({ length: 10 }, () => false),
    ]);
    expect(held((await watch((nth) => (nth < 3 ? 500 : 6))).samples)).toContain(false);
  });
});
