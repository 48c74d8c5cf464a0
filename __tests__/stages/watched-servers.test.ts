// A watch of real servers: one for each slot, and one in front that passes requests on to the new release.
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, describe, expect, test } from "@jest/globals";
import { clockAdapter } from "../../src/adapters/clock.ts";
import { httpAdapter } from "../../src/adapters/http.ts";
import type { WatchedSlot } from "../../src/domain/fleet/asked-target.ts";
import type { Http } from "../../src/ports/http.ts";
import { openRecorder } from "../../src/stages/recorder.ts";
import { type Watched, watch } from "../../src/stages/watch/watch.ts";
import type { StatisticalTest } from "../../src/statistics/test.ts";
import { settingsFrom } from "../support/settings.ts";
import { closedWorld } from "../support/world.ts";

const servers: Server[] = [];
afterAll(() => Promise.all(servers.map((one) => new Promise((closed) => one.close(closed)))));

async function serve(answer: (to: ServerResponse, from: IncomingMessage) => void): Promise<number> {
  const server = createServer((from, to) => answer(to, from));
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return (server.address() as AddressInfo).port;
}

/** Every so many-th request fails, of those through the router and of those straight to the slot alike; 0 is none. */
async function release(failsEvery: number): Promise<number> {
  const count = { routed: 0, direct: 0 };
  return serve((to, from) => {
    const nth = ++count[from.headers.via === undefined ? "direct" : "routed"];
    to.statusCode = failsEvery > 0 && nth % failsEvery === 0 ? 500 : 200;
    to.end("hello");
  });
}

/** A busy machine answers late: that is no error of a server. */
const patient: Http = { request: (wanted) => httpAdapter().request({ ...wanted, limitMs: 60_000 }) };

/** The router: it passes requests on, or fails them itself. */
async function router(to: number, broken: boolean): Promise<number> {
  return serve((answer) => {
    if (broken) {
      answer.statusCode = 502;
      answer.end();
      return;
    }
    request({ port: to, host: "127.0.0.1", agent: false, headers: { via: "router" } }, (came) => {
      answer.statusCode = came.statusCode ?? 0;
      came.pipe(answer);
    })
      .on("error", () => answer.destroy())
      .end();
  });
}

/** What one test of a watch counted of each release. */
type Counts = Readonly<Record<"new" | "old", { requests: number; errors: number }>>;

/** The least that a test of two rates is: enough requests, and a difference above the limit. */
const twoRates = (heard: Counts[]): StatisticalTest => ({
  id: "two-rates",
  judges: "errors",
  start: ({ criteria, control }) => {
    const seen: Counts = { new: { requests: 0, errors: 0 }, old: { requests: 0, errors: 0 } };
    heard.push(seen);
    const rate = (arm: "new" | "old") => seen[arm].errors / Math.max(1, seen[arm].requests);
    const enough = () => seen.new.requests >= least && (!control || seen.old.requests >= least);
    const worse = () => enough() && rate("new") - (control ? rate("old") : 0) > criteria.errorRate;
    return {
      add(sample) {
        if (sample.kind !== "request") return;
        seen[sample.arm ?? "new"].requests += 1;
        seen[sample.arm ?? "new"].errors += sample.failed ? 1 : 0;
      },
      get failed() {
        return worse();
      },
      verdict: () =>
        worse()
          ? { verdict: "fail", reason_code: "errors_exceeded", says: "It fails more than the one before." }
          : { verdict: enough() ? "pass" : "inconclusive", reason_code: "passed", says: "Counted." },
    };
  },
});

/** Requests of a release that are enough for a verdict, and two windows of the chart, milliseconds. */
const [least, leastMs] = [22, 10_000];

async function watched(given: { old: number; fresh: number; broken?: boolean }): Promise<Watched> {
  const [old, fresh] = [await release(given.old), await release(given.fresh)];
  const front = await router(fresh, given.broken === true);
  const settings = await settingsFrom(`version: 1
criteria: {probes-per-second: 10}
environments:
  production:
    url: http://127.0.0.1:${front}
    hosts: [{name: web1, address: local}]
    path: /opt/shop
    slots: {blue: {port: ${old}}, green: {port: ${fresh}}}
    router: {type: haproxy, socket: /run/haproxy.sock, backend: app}
`);
  const environment = settings.environments["production"];
  if (environment === undefined) throw new Error("no environment");
  const world = closedWorld({ http: patient, clock: clockAdapter(new AbortController().signal) });
  const recorder = await openRecorder(world, "promote", { app: "shop", environment: "production" });
  const unexpected = () => Promise.reject(new Error("Nobody is asked this."));
  const slots: readonly WatchedSlot[] = [
    { host: "web1", slot: "blue", port: old, server: "blue", release: "1.0.0-11111111", arm: "old" },
    { host: "web1", slot: "green", port: fresh, server: "green", release: "1.1.0-22222222", arm: "new" },
  ];
  const heard: Counts[] = [];
  const began = performance.now();
  // How many requests a busy machine sends in a given time is not the subject.
  const counted = () => {
    const opened = heard.filter(({ new: { requests } }) => requests > 0);
    return opened.length > 1 && opened.every((one) => one.new.requests >= least && one.old.requests >= least);
  };
  const stopped = () => performance.now() - began >= leastMs && counted();
  return watch(
    { world, settings, recorder },
    {
      ...{ environment, forMs: 100_000, stopped, release: "1.1.0-22222222", tests: [twoRates(heard)] },
      target: {
        slots: async () => slots,
        reach: async (_, slot) => `http://127.0.0.1:${slot === "blue" ? old : fresh}`,
        target: { routerCounts: unexpected, memory: unexpected, logCounts: unexpected, evaluate: unexpected },
      },
    },
  );
}

describe("a watch of real servers", () => {
  test("fails a release with 9 % errors while the one before has none", async () => {
    const { judgement, record } = await watched({ old: 0, fresh: 11 });
    expect(judgement).toMatchObject({ verdict: "fail", reason_code: "errors_exceeded" });
    const own = record.metrics.find(({ signal, metric }) => signal === "slots" && metric === "error rate");
    expect(own).toMatchObject({
      before: 0,
      compared_with: "control",
      verdict: expect.stringMatching(/fail|pass|incon/),
    });
    expect(own?.after).toBeGreaterThan(0.05);
    expect(record.previous).toBe("1.0.0-11111111");
  });

  test("does not fail one whose errors the one before has as well", async () => {
    const { judgement, record } = await watched({ old: 11, fresh: 11 });
    expect(judgement.verdict).toBe("pass");
    const own = record.metrics.find(({ signal, metric }) => signal === "slots" && metric === "error rate");
    expect(own?.before).toBeGreaterThan(0.05);
    expect(record.chart.before?.error_rate.length).toBeGreaterThan(1);
  });

  test("lays errors that only the router makes at nobody's door but its own", async () => {
    const { judgement } = await watched({ old: 0, fresh: 0, broken: true });
    expect(judgement).toMatchObject({ verdict: "fail", reason_code: "public_url_failed" });
  });
});
