// Prometheus from Debian's package over an exporter on loopback: each way in which metrics mislead has an outcome.
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { clockAdapter } from "../../src/adapters/clock.ts";
import { httpAdapter } from "../../src/adapters/http.ts";
import type { Http } from "../../src/ports/http.ts";
import { readAlertRules } from "../../src/signals/metrics/alert-rules.ts";
import { prometheus, selectorOf } from "../../src/signals/prometheus.ts";
import { type Exporter, type RunningPrometheus, startPrometheus } from "./prometheus-bench.ts";
import { blue, green, requestsOf, watchWith } from "./watching.ts";

const name = "shop_prom_ex_phoenix_http_requests_total";
const histogram = "shop_prom_ex_phoenix_http_request_duration_milliseconds";

/** Ten requests a second of 200 for each path; failures are one more a second from the second second on. */
const counting = (seconds: number, { failing = false, from = 100 } = {}) => {
  const good = from + Math.floor(seconds * 10);
  const bad = Math.floor(seconds - 1);
  return [
    `${name}{status="200",path="/"} ${good}`,
    `${name}{status="404",path="/x"} 1`,
    ...(failing && bad > 0 ? [`${name}{status="503",path="/"} ${bad}`] : []),
    ...["10", "100", "500", "+Inf"].map(
      (le) => `${histogram}_bucket{status="200",le="${le}"} ${le === "10" ? 0 : good}`,
    ),
    "",
  ].join("\n");
};

const began = Date.now();
/** Stories of which the watch has seen requests: what happens then, happens within it, however fast the machine is. */
const begun = new Set<string>();
/** What the new slot answers in each story; the old one always counts. */
const stories: Readonly<Record<string, (seconds: number) => string | null>> = {
  healthy: counting,
  failing: (seconds) => counting(seconds, { failing: true }),
  nan: (seconds) => `${name}{status="200"} ${begun.has("nan") ? "NaN" : Math.floor(seconds * 10)}\n`,
  reset: (seconds) => counting(seconds, { from: begun.has("reset") ? 0 : 10_000 }),
  gone: (seconds) => (begun.has("gone") ? null : counting(seconds)),
  absent: () => "up_and_running 1\n",
  unmarked: () => `${name} 5\n`,
  stale: () => `${name}{status="200"} 5 ${began}\n`,
};

const exporter: Exporter = (path, seconds) => {
  const [story = "", slot] = path.split("-");
  return slot === "green" ? (stories[story]?.(seconds) ?? null) : counting(seconds);
};

const clock = clockAdapter(new AbortController().signal);
const http = httpAdapter();
let running: RunningPrometheus;
const seen = new Map<string, Awaited<ReturnType<typeof watchWith>>>();

/**
 * The story, watched for a few seconds, asked every second with twelve seconds of patience; one that waits for the
 * watch is watched until that breaks.
 */
async function watched(story: string, more = "", url = running.url) {
  begun.delete(story);
  const signals = `prometheus: {url: "${url}", instance: "${story}-{slot}", every: 1s, patience: 12s${more}}`;
  const until = (samples: readonly unknown[]) => {
    if (samples.length > 0) begun.add(story);
    return false;
  };
  const forMs = ["nan", "reset", "gone"].includes(story) ? 60_000 : 15_000;
  return watchWith(prometheus, { signals, clock, http, forMs, until });
}

/** Those in which Prometheus has nothing, or loses it. */
const without = new Set(["absent", "gone", "silent"]);

/** A busy machine loses scrapes: what Prometheus should have had is watched again. */
async function seenOf(id: string, [story, ...given]: readonly [string, string?, string?]) {
  for (let tries = 1; ; tries += 1) {
    const found = await watched(story, ...given);
    const lost = !without.has(id) && /(has|gives) no series/.test(found.fault ?? "");
    if (!lost || tries === 5) return found;
  }
}

beforeAll(async () => {
  const paths = Object.keys(stories).flatMap((story) => [`${story}-blue`, `${story}-green`]);
  running = await startPrometheus(paths, exporter, [
    '{alert: ShopErrors, expr: "vector(0) > 1"}',
    '{alert: ShopFires, expr: "vector(1)"}',
    '{record: shop:one, expr: "vector(1)"}',
  ]);
  const rates = (errors: string, requests = `sum(rate(${name}{instance=~"{instances}"}[10s]))`) =>
    `, queries: {requests: '${requests}', errors: '${errors}'}`;
  const failing = `sum(rate(${name}{instance=~"{instances}",status=~"5.."}[10s])) or vector(0)`;
  const more: Readonly<Record<string, [string, string, string?]>> = {
    rates: ["failing", rates(failing)],
    silent: ["healthy", rates("sum(rate(nothing[10s]))")],
    several: ["failing", rates("vector(0)", `rate(${name}{instance=~"{instances}"}[10s])`)],
    refused: ["healthy", rates("sum(")],
    down: ["healthy", "", running.nobody],
    elsewhere: ["healthy", "", `${running.url}/nowhere`],
  };
  const all = Object.entries({
    ...Object.fromEntries(Object.keys(stories).map((one) => [one, [one] as const])),
    ...more,
  });
  await Promise.all(all.map(async ([id, story]) => seen.set(id, await seenOf(id, story))));
}, 600_000);
afterAll(() => running.close());

const of = (id: string) => seen.get(id) ?? { samples: [], warnings: [], fault: "not watched" };

describe("Prometheus gives", () => {
  test("the requests of both releases, from the moment at which the slot was scraped within the watch", () => {
    const { samples, fault, warnings } = of("healthy");
    expect(fault).toBeNull();
    for (const arm of ["new", "old"] as const) {
      const { failed, good } = requestsOf(samples, arm);
      expect(failed).toBe(0);
      expect(good).toBeGreaterThan(10);
    }
    // A scrape between the questions for counters and for buckets leaves requests whose latency is not known.
    const latencies = new Set(samples.map((one) => (one.kind === "request" ? one.ms : "no request")));
    latencies.delete(null);
    expect([...latencies]).toEqual([100]);
    expect(warnings).toEqual([expect.stringContaining("a bucket from 10 ms to 100 ms")]);
  });

  test("failures from the first one on, with whatever status of the server", () => {
    const { samples, fault } = of("failing");
    expect(fault).toBeNull();
    expect(requestsOf(samples, "new").failed).toBeGreaterThan(1);
    expect(requestsOf(samples, "old").failed).toBe(0);
  });

  test("what queries of the settings say, as rates over a range", () => {
    const { samples, fault } = of("rates");
    expect(fault).toBeNull();
    expect(requestsOf(samples, "new").failed).toBeGreaterThan(0);
    expect(requestsOf(samples, "new").good).toBeGreaterThan(10);
    expect(requestsOf(samples, "old").good).toBeGreaterThan(10);
    expect(requestsOf(samples, "old").failed).toBe(0);
  });
});

test.each<[string, string, string]>([
  ["is down", "down", "did not answer: ECONNREFUSED"],
  ["is none", "elsewhere", "answered 404"],
  ["has no series", "absent", `has no series`],
  ["has lost its target", "gone", "has no series"],
  ["has NaN", "nan", "NaN"],
  ["has a counter that fell", "reset", "of reset-green fell from"],
  ["has no status", "unmarked", "have no label `status`"],
  ["has old samples only", "stale", "the newest sample that Prometheus has of stale-green is"],
  ["gives a query no series", "silent", "append `or vector(0)` where that means none"],
  ["gives a query several series", "several", "it has to give one"],
  ["refuses a query", "refused", "Prometheus refused the query: bad_data: "],
])("a watch is broken, with the reason, where Prometheus %s", (_, id, why) => {
  expect(of(id).fault).toContain(why);
});

test("what it keeps of the minutes before is the past of what serves, as long as nothing changes", async () => {
  const signals = `prometheus: {url: "${running.url}", instance: "failing-{slot}", every: 1s, patience: 12s}`;
  const { samples, fault } = await watchWith(prometheus, {
    signals,
    clock,
    http,
    forMs: 1,
    before: true,
    slots: [green],
  });
  expect(fault).toBeNull();
  const first = samples.filter(({ atMs }) => atMs === 0);
  // All that the process has counted since it began, with the hundred that it began with.
  expect(requestsOf(first, "new").good).toBeGreaterThan(100);
  expect(requestsOf(first, "new").failed).toBeGreaterThan(0);
});

test("a Prometheus that is slow, cut or lying breaks it as well", async () => {
  const answering = (body: string): Http => ({
    request: async () => ({ answered: true, status: 200, headers: {}, body, ms: 1 }),
  });
  const signals = "prometheus: {url: 'http://prometheus:9090'}";
  const slow: Http = { request: async () => ({ answered: false, why: "no answer within 8000 ms", ms: 8_000 }) };
  const fault = async (door: Http) => (await watchWith(prometheus, { signals, http: door })).fault;
  expect(await fault(slow)).toContain("did not answer: no answer within 8000 ms");
  expect(await fault(answering('{"status":"success","data":{"result":['))).toContain("is not Prometheus");
  expect(await fault(answering('{"status":"success","data":{"result":[3]}}'))).toContain("something else than series");
  expect(await fault(answering('{"status":"success","data":{"resultType":"vector","result":[]}}'))).toContain(
    "has no series",
  );
});

test("a point that errors lack for a moment takes nothing from the points before it", async () => {
  const queries = "{requests: all, errors: bad}";
  const signals = `prometheus: {url: 'http://prometheus:9090', every: 10s, patience: 60s, queries: ${queries}}`;
  let asked = 0;
  const door: Http = {
    async request({ body = "" }) {
      const values = new URLSearchParams(body);
      const [from = 0, to = 0] = ["start", "end"].map((name) => Number(values.get(name)));
      const times = Array.from({ length: Math.floor((to - from) / 10 + 1e-9) + 1 }, (_, at) => from + at * 10);
      const bad = values.get("query") === "bad";
      if (bad) asked += 1;
      // Two of three times the newest point is not there yet.
      const there = bad && asked % 3 !== 0 ? times.slice(0, -1) : times;
      const result = [{ metric: {}, values: there.map((at) => [at, bad ? "1" : "3"]) }];
      const answer = JSON.stringify({ status: "success", data: { resultType: "matrix", result } });
      return { answered: true, status: 200, headers: {}, body: answer, ms: 1 };
    },
  };
  const { samples, fault } = await watchWith(prometheus, { signals, http: door, slots: [green], forMs: 90_000 });
  const { failed, good } = requestsOf(samples, "new");
  expect([fault, good / failed]).toEqual([null, 2]);
  expect(new Set(samples.map(({ atMs }) => atMs)).size * 10).toBe(failed);
  expect(failed).toBe(90);
});

test("arms are selected by what the settings name, as patterns that match nothing else", () => {
  const given = { instance: "{host}.example:{port}", select: "" };
  const settings = { url: "", every: 1, patience: 1, metrics: undefined, queries: undefined, ...given };
  const slots = [blue, green];
  expect(selectorOf({ ...settings, select: 'instance=~"{instances}"' }, slots)).toBe(
    'instance=~"web1\\\\.example:4001|web1\\\\.example:4002"',
  );
  expect(selectorOf({ ...settings, select: 'version=~"{versions}",slot=~"{slots}"' }, [green])).toBe(
    'version=~"1\\\\.1\\\\.0",slot=~"green"',
  );
});

test("alerting rules are read by name, and whether they fire; who does not answer has none", async () => {
  const http = httpAdapter({});
  const names = ["ShopErrors", "ShopFires", "shop:one"];
  // Rules are first evaluated some time after the start.
  for (;;) {
    const rules = await readAlertRules(http, running.url, names);
    if (typeof rules === "string") throw new Error(rules);
    expect(rules.map(({ name }) => name)).toEqual(["ShopErrors", "ShopFires"]);
    if (rules.every(({ health }) => health === "ok")) {
      expect(rules.map(({ fires }) => fires)).toEqual([false, true]);
      break;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(await readAlertRules(http, running.nobody, names)).toContain("did not answer");
});
