// Both slots' own metrics, read over loopback-like answers: what is counted, and what is never taken for a success.
import { describe, expect, test } from "@jest/globals";
import type { RequestSample } from "../../src/domain/watch/sample.ts";
import type { Http } from "../../src/ports/http.ts";
import { readExposition } from "../../src/signals/metrics/exposition.ts";
import { scrape } from "../../src/signals/scrape.ts";
import { requestsOf, watchWith } from "./watching.ts";

const prefix = "shop_prom_ex_phoenix_http";

/** A page of PromEx after so many requests, of which some failed; all took 20 ms but the slow ones. */
const page = ({ good = 0, failed = 0, slow = 0 }) => `# HELP ${prefix}_requests_total The number of requests.
# TYPE ${prefix}_requests_total counter
${prefix}_requests_total{action="index",path="/a,b}",status="200"} ${good + slow}
${failed === 0 ? "" : `${prefix}_requests_total{status="500",path="/say\\"hi\\""} ${failed}`}
${prefix}_request_duration_milliseconds_bucket{status="200",le="10"} 0
${prefix}_request_duration_milliseconds_bucket{status="200",le="100"} ${good}
${prefix}_request_duration_milliseconds_bucket{status="200",le="500"} ${good + slow}
${prefix}_request_duration_milliseconds_bucket{status="200",le="+Inf"} ${good + slow}
${prefix}_request_duration_milliseconds_sum{status="200"} 1.5e+3
other_total 7 1700000000000
`;

/** Answers each port with what it has at its nth question. */
function pages(of: Readonly<Record<number, (nth: number) => string | null>>): Http {
  const asked = new Map<string, number>();
  return {
    async request({ url }) {
      const { port } = new URL(url);
      const nth = asked.get(port) ?? 0;
      asked.set(port, nth + 1);
      const body = of[Number(port)]?.(nth) ?? null;
      if (body === null) return { answered: false, why: "ECONNREFUSED", ms: 1 };
      return { answered: true, status: 200, headers: {}, body, ms: 1 };
    },
  };
}

const healthy = (nth: number) => page({ good: 100 + 10 * nth });
const signals = "scrape: {}";

describe("the metrics of both slots", () => {
  test("give what was added since the watch began, by release, also of a series that appears later", async () => {
    const failing = (nth: number) => page({ good: 100 + 9 * nth, failed: nth });
    const { samples, fault } = await watchWith(scrape, { signals, http: pages({ 4001: healthy, 4002: failing }) });
    expect(fault).toBeNull();
    expect(requestsOf(samples, "old")).toEqual({ failed: 0, good: 120 });
    expect(requestsOf(samples, "new")).toEqual({ failed: 12, good: 108 });
  });

  test("give durations at the upper bound of their bucket, and a warning where it is too wide", async () => {
    const slowing = (nth: number) => page({ good: 100, slow: 10 * nth });
    const seen = await watchWith(scrape, { signals, http: pages({ 4001: healthy, 4002: slowing }) });
    const bounds = (arm: string) =>
      new Set(seen.samples.filter((one): one is RequestSample => "arm" in one && one.arm === arm).map(({ ms }) => ms));
    expect([bounds("old"), bounds("new")]).toEqual([new Set([100]), new Set([500])]);
    expect(seen.warnings).toEqual([
      expect.stringContaining(
        "cannot show that latency grew by 50 %: the 50 % quantile lies in a bucket from 10 ms to",
      ),
    ]);
  });

  test("give no control where the release before does not answer, and are no judgement of it", async () => {
    const { samples, fault } = await watchWith(scrape, { signals, http: pages({ 4002: healthy }) });
    expect([fault, requestsOf(samples, "old").good, requestsOf(samples, "new").good]).toEqual([null, 0, 120]);
  });

  test("lose nothing by answers that fail for a while", async () => {
    const shaky = (nth: number) => (nth > 2 && nth < 6 ? null : healthy(nth));
    const { samples, fault } = await watchWith(scrape, { signals, http: pages({ 4001: healthy, 4002: shaky }) });
    expect([fault, requestsOf(samples, "new").good]).toEqual([null, 120]);
  });

  test.each<[string, (nth: number) => string | null, string]>([
    ["are away", () => null, "did not answer: ECONNREFUSED"],
    ["are away at the end", (nth) => (nth < 8 ? healthy(nth) : null), "did not answer"],
    ["are of another form", () => "<html>", "line 1 is not of Prometheus's text format"],
    ["are cut", (nth) => healthy(nth).slice(0, 300), "is not of Prometheus's text format"],
    ["lack the metric", () => "up 1\n", `has no metric …_prom_ex_phoenix_http_requests_total`],
    ["are empty", () => "", "has no metric"],
    ["are NaN", () => `${prefix}_requests_total{status="200"} NaN\n`, "is NaN, which is no number"],
    ["have no status", () => `${prefix}_requests_total 3\n`, "has no label `status`"],
    ["fall", (nth) => page({ good: nth < 5 ? 500 + nth : nth }), "fell from 504 to 5"],
    ["lose a series", (nth) => page({ good: 5, failed: nth < 5 ? 3 : 0 }), "fell from 3 to 0"],
    ["are too long", () => `# ${"x".repeat(1 << 20)}\n`, "more than 1 MiB"],
  ])("break the watch where those of the new release %s", async (_, answers, why) => {
    const { fault } = await watchWith(scrape, { signals, http: pages({ 4001: healthy, 4002: answers }) });
    expect(fault).toContain(why);
  });

  test("have the names that the settings give, in seconds as well", async () => {
    const own = "scrape: {path: /stats, metrics: {durations: http_seconds, unit: s, status: code}}";
    const of = (nth: number) =>
      ["0.05", "0.1", "+Inf"].map((le) => `http_seconds_bucket{code="204",le="${le}"} ${le === "0.05" ? 0 : nth}`);
    const http = pages({ 4002: (nth) => `${of(nth).join("\n")}\nhttp_seconds_count{code="204"} ${nth}\n` });
    const { samples, fault } = await watchWith(scrape, { signals: own, http });
    expect([fault, requestsOf(samples, "new").good]).toEqual([null, 12]);
    expect(samples[0]).toMatchObject({ ms: 100, failed: false, count: 1 });
  });
});

describe("the text format", () => {
  test("is read with its escapes, numbers, times and exemplars", () => {
    const lines = [
      'a{b="c\\\\d\\"e\\nf", g="",} 1.5e3 1700000000000',
      "b +Inf",
      'c_bucket{le="0.1"} 8 # {trace_id="x"} 0.07',
      "d{} NaN",
    ];
    expect(readExposition(`${lines.join("\n")}\n# EOF\n`)).toEqual([
      { name: "a", labels: { b: 'c\\d"e\nf', g: "" }, value: 1500 },
      { name: "b", labels: {}, value: Infinity },
      { name: "c_bucket", labels: { le: "0.1" }, value: 8 },
      { name: "d", labels: {}, value: Number.NaN },
    ]);
  });

  test.each(['a{b="c" 1', "a{b=c} 1", "a one", "a", "1a 2", 'a{b="c"}', "{} 1"])("refuses `%s`", (line) => {
    expect(readExposition(`ok 1\n${line}\n`)).toBe("line 2 is not of Prometheus's text format");
  });
});
