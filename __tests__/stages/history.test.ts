// What is usual for an application, measured beside the first steps of a change.
import { describe, expect, test } from "@jest/globals";
import type { Step } from "../../src/domain/fleet/plan.ts";
import { measureBefore } from "../../src/stages/watch/history.ts";
import { onlyTo, shift, stop } from "../../src/strategies/steps.ts";
import { Bent, first, second } from "../support/bent.ts";

async function measuring(bent: Bent, release = second) {
  const { environment, ...run } = await bent.open("promote");
  const before = measureBefore(run, { environment, target: bent.target, fleet: bent.model.facts(), release });
  return { before, run };
}

const step = (type: "migrate" | "upload"): Step => ({ type, host: "web1", release: second, limitMs: 1, says: "" });
const toGreen = shift(onlyTo(["green"], ["blue"]));

describe("before a switch", () => {
  test("requests are measured by the public URL and at the slot that serves, as long as there is time", async () => {
    const bent = new Bent().deployed(first);
    const { before, run } = await measuring(bent);
    await before?.beginning(step("upload"));
    await bent.clock.sleep(30_000);
    await before?.beginning(toGreen);
    expect(before?.history.get("prober")?.requests).toBeGreaterThanOrEqual(299);
    expect(before?.history.get("slots")?.requests).toBeGreaterThanOrEqual(299);
    expect(run.recorder.evidence.before).toMatchObject({ errors: 0, p50_ms: 1, p99_ms: 1 });
  });

  test("they are measured for a minute at most, and for three seconds at least", async () => {
    const long = await measuring(new Bent().deployed(first));
    const bent = new Bent().deployed(first);
    const short = await measuring(bent);
    const began = bent.clock.ticks();
    await short.before?.beginning(toGreen);
    expect(bent.clock.ticks() - began).toBeLessThan(4_000);
    expect(short.before?.history.get("prober")?.requests).toBeGreaterThanOrEqual(29);
    await long.run.world.clock.sleep(300_000);
    await long.before?.beginning(toGreen);
    expect(long.before?.history.get("prober")?.requests).toBeLessThanOrEqual(601);
  });

  test("a migration and its backup are left out, and the end of a slot that does not serve ends nothing", async () => {
    const bent = new Bent().deployed(first);
    const { before } = await measuring(bent);
    await bent.clock.sleep(5_000);
    bent.answers.push({ matches: /\/$/, status: 500 });
    await before?.beginning(step("migrate"));
    await bent.clock.sleep(20_000);
    bent.answers.pop();
    const [host] = bent.model.facts().hosts;
    if (host === undefined) throw new Error("no host");
    await before?.beginning(stop(host, "green", "drain"));
    await bent.clock.sleep(5_000);
    await before?.beginning(toGreen);
    const { requests = 0, errors } = before?.history.get("prober") ?? {};
    expect(errors).toBe(0);
    expect(requests).toBeGreaterThan(90);
    expect(requests).toBeLessThan(120);
  });

  test("what signals of the settings count of real traffic is measured as well, each for itself", async () => {
    const bent = new Bent().deployed(first);
    bent.settings = "    signals: {json: {path: /counts, requests: all, errors: bad, every: 1s}}";
    let asked = 0;
    const counts = { matches: /slot-blue\/counts$/, status: 200 };
    bent.answers.push(
      Object.defineProperty(counts, "body", {
        get() {
          asked += 1;
          return JSON.stringify({ all: asked * 100, bad: asked * 3 });
        },
      }),
    );
    const { before } = await measuring(bent);
    await bent.clock.sleep(10_000);
    await before?.beginning(toGreen);
    const { requests = 0, errors = 0 } = before?.history.get("json") ?? {};
    expect(requests).toBeGreaterThanOrEqual(900);
    expect(errors / requests).toBeCloseTo(0.03);
  });

  test("a release that was never verified is no measure for itself", async () => {
    const bent = new Bent().deployed(first);
    Object.assign(bent.host.slots["green"] ?? {}, { link: second, process: { release: second } });
    Object.assign(bent.model.router ?? {}, { green: 100, blue: 0 });
    expect((await measuring(bent)).before).toBeNull();
  });

  test("what stays away does not hold the change up", async () => {
    const bent = new Bent().deployed(first);
    const hangs = { request: () => new Promise<never>(() => undefined) };
    const { environment, ...run } = await bent.open("promote", { http: hangs });
    const before = measureBefore(run, {
      ...{ environment, target: bent.target, fleet: bent.model.facts(), release: second },
    });
    const began = bent.clock.ticks();
    await before?.beginning(toGreen);
    expect(bent.clock.ticks() - began).toBeLessThan(7_000);
    expect(before?.history.size).toBe(0);
  });
});
