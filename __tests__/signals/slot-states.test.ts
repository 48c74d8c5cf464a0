// Health and readiness of the new release's slots, asked all through a watch.
import { describe, expect, test } from "@jest/globals";
import type { Http } from "../../src/ports/http.ts";
import { healthKept } from "../../src/signals/health-kept.ts";
import { readinessKept } from "../../src/signals/readiness-kept.ts";
import { blue, green, watchWith } from "./watching.ts";

const ready = '{"services":{"database":"ok"}}';
const ill = '{"services":{"database":"down"}}';

/** What blue (before) and green (new) answer; 0 is nothing. */
const http = (before: number, now: number, body = ready): Http => ({
  request: async ({ url }) => {
    const status = new URL(url).port === String(blue.port) ? before : now;
    if (status === 0) return { answered: false, why: "ECONNREFUSED", ms: 1 };
    return { answered: true, status, headers: {}, body: status === 200 ? body : ill, ms: 1 };
  },
});

const health = (before: number, now: number, slots = [blue, green]) =>
  watchWith(healthKept, { signals: "", forMs: 30_000, http: http(before, now), slots });

describe("health during a watch", () => {
  test.each<[string, number, number, boolean | null]>([
    ["holds while the new release answers 200", 503, 200, true],
    ["is lost where the new release alone answers something else", 200, 503, false],
    ["is unknown where the release before fails as well", 503, 503, null],
    ["is unknown where nothing answers, since the way there may be cut", 200, 0, null],
  ])("%s", async (_what, before, now, holds) => {
    const { samples, fault } = await health(before, now);
    expect(fault).toBeNull();
    expect(samples).toHaveLength(10);
    for (const one of samples) expect(one).toMatchObject({ kind: "state", of: "health", holds });
  });

  test("is that of every slot: one that fails is named", async () => {
    const other = { ...green, host: "web2", port: blue.port };
    const { samples } = await watchWith(healthKept, {
      ...{ signals: "", forMs: 1_000, http: http(500, 200), slots: [green, other] },
      doors: { reach: async (host) => `http://127.0.0.1:${host === "web2" ? blue.port : green.port}` },
    });
    expect(samples[0]).toMatchObject({ holds: false });
    expect(samples[0]).toHaveProperty("says", expect.stringContaining("Slot green of web2"));
  });

  test("never holds where the release runs in no slot", async () => {
    expect((await health(200, 200, [])).samples[0]).toMatchObject({ holds: null });
  });
});

describe("readiness during a watch", () => {
  const watched = (ways: Http) => watchWith(readinessKept, { signals: "", forMs: 3_000, http: ways });

  test("is lost where a service fails, and names it", async () => {
    const { samples } = await watched(http(200, 503));
    expect(samples[0]).toMatchObject({ of: "readiness", holds: false, says: expect.stringContaining("database") });
    expect((await watched(http(200, 200))).samples[0]).toMatchObject({ holds: true });
    expect((await watched(http(200, 200, ill))).samples[0]).toMatchObject({ holds: null });
  });
});
