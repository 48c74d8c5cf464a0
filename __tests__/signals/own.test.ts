// Signals of the user's own: a page of JSON, and a program that prints samples.
import { describe, expect, test } from "@jest/globals";
import type { Http } from "../../src/ports/http.ts";
import type { Ran } from "../../src/ports/shell.ts";
import { commandSamples } from "../../src/signals/command.ts";
import { jsonCounts } from "../../src/signals/json-counts.ts";
import { shell } from "../host/sandbox.ts";
import { httpFake } from "../support/http.ts";
import { blue, green, held, requestsOf, watchWith } from "./watching.ts";

describe("a page of JSON", () => {
  const signals = "json: {path: /stats, requests: http.all, errors: http.failed, every: 5s, patience: 20s}";
  const pages = (body: (nth: number) => string) => {
    let nth = 0;
    return httpFake({ "/stats": () => ({ status: 200, body: body(Math.floor(nth++ / 2)) }) });
  };
  const counts = (all: number, failed: number) => JSON.stringify({ http: { all, failed } });

  test("of each slot gives what was added, by release", async () => {
    const http = pages((nth) => counts(100 + 10 * nth, 3 + nth));
    const { samples, fault } = await watchWith(jsonCounts, { signals, http });
    expect(fault).toBeNull();
    for (const arm of ["new", "old"] as const) expect(requestsOf(samples, arm)).toEqual({ failed: 12, good: 108 });
  });

  test("loses nothing of one slot where that of another does not answer for a moment", async () => {
    const seen = new Map<string, number>();
    const http: Http = {
      async request({ url }) {
        const nth = seen.get(url) ?? 0;
        seen.set(url, nth + 1);
        if (url.includes(":4002") && nth % 2 === 1) return { answered: false, why: "ECONNREFUSED", ms: 1 };
        return { answered: true, status: 200, headers: {}, body: counts(10 * nth, nth), ms: 1 };
      },
    };
    const { samples, fault } = await watchWith(jsonCounts, { signals, http, slots: [{ ...blue, arm: "new" }, green] });
    expect(fault).toBeNull();
    // Asked thirteen times each; what green counted while it did not answer is in its next answer.
    expect(requestsOf(samples, "new")).toEqual({ failed: 24, good: 216 });
  });

  test("at an address gives the new release's", async () => {
    const own = "json: {url: 'https://stats.example.com/stats', requests: http.all, errors: http.failed}";
    let nth = 0;
    const http = httpFake({ "/stats": () => ({ status: 200, body: counts(10 * nth++, 0) }) });
    const { samples } = await watchWith(jsonCounts, { signals: own, http });
    expect([requestsOf(samples, "new").good, requestsOf(samples, "old").good]).toEqual([120, 0]);
  });

  test.each<[string, (nth: number) => string, string]>([
    ["is no JSON", () => "<html>", "did not answer JSON"],
    ["lacks a number", () => '{"http":{"all":3}}', "`http.failed` of http://127.0.0.1:4002/stats is absent"],
    ["has a text", () => '{"http":{"all":"3","failed":0}}', "is no number from 0"],
    ["has null, as JSON writes NaN", () => '{"http":{"all":null,"failed":0}}', "is no number from 0"],
    ["counts more errors than requests", () => counts(3, 4), "counts 4 errors among 3 requests"],
    ["falls", (nth) => counts(nth < 4 ? 500 : nth, 0), "`others` of http://127.0.0.1:4002/stats fell from 500 to 4"],
  ])("that %s breaks the watch", async (_, body, why) => {
    expect((await watchWith(jsonCounts, { signals, http: pages(body) })).fault).toContain(why);
  });
});

describe("a command", () => {
  const watch = (script: string, measures = "errors") =>
    watchWith(commandSamples, {
      signals: `command: {run: [sh, -c, ${JSON.stringify(script)}], measures: [${measures}], every: 1s, patience: 1s}`,
      ...{ forMs: 2_000, doors: { shell } },
    });

  test("prints samples of both releases, and knows where their slots are", async () => {
    const { samples, fault } = await watch(
      'echo "{\\"requests\\": 10, \\"errors\\": 1, \\"ms\\": 20}"; ' +
        'echo "$WATCH_SLOTS" | grep -q "\\"arm\\":\\"old\\",\\"url\\":\\"http://127.0.0.1:4001\\"" && ' +
        'echo "{\\"requests\\": 5, \\"arm\\": \\"old\\"}"',
      "errors, latency",
    );
    expect(fault).toBeNull();
    expect(samples.slice(0, 3)).toEqual([
      { kind: "request", atMs: 0, failed: true, ms: 20, arm: "new", count: 1 },
      { kind: "request", atMs: 0, failed: false, ms: 20, arm: "new", count: 9 },
      { kind: "request", atMs: 0, failed: false, ms: null, arm: "old", count: 5 },
    ]);
  });

  test("prints states and levels", async () => {
    const { samples } = await watch(
      'echo "{\\"state\\": \\"cache\\", \\"holds\\": false, \\"says\\": \\"It is cold.\\"}"; ' +
        'echo "{\\"level\\": \\"queue\\", \\"value\\": 3, \\"arm\\": \\"old\\"}"',
      "state, level",
    );
    expect(held(samples)).toContain(false);
    expect(samples[1]).toEqual({ kind: "level", atMs: 0, of: "queue", value: 3, arm: "old" });
  });

  test.each([
    ["fails", "echo gone >&2; exit 3", "exited with code 3: gone"],
    ["prints nothing", ":", "printed nothing"],
    ["prints something else", "echo ok", "the command printed `ok`: a line has `requests` and `errors`"],
    ["prints what was not asked for", 'echo "{\\"level\\": \\"x\\", \\"value\\": 1}"', "does not name level"],
    ["counts more errors than requests", 'echo "{\\"requests\\": 1, \\"errors\\": 2}"', "a line has `requests`"],
  ])("that %s breaks the watch", async (_, script, why) => {
    expect((await watch(script)).fault).toContain(why);
  });

  test("that does not end breaks the watch as well", async () => {
    const ran: Ran = { ended: "timed-out", code: null, stdout: "", stderr: "", durationMs: 30_000, why: "" };
    const { fault } = await watchWith(commandSamples, {
      signals: "command: {run: [metrics], patience: 1s}",
      doors: { shell: { run: async () => ran } },
    });
    expect(fault).toContain("`metrics` timed-out");
  });
});
