// Signals of the settings within a whole watch: where they cannot be asked, nobody blames the release.
import { expect, test } from "@jest/globals";
import { condemns } from "../../src/domain/evidence/blame.ts";
import { prometheus } from "../../src/signals/prometheus.ts";
import { routerStatistics } from "../../src/signals/router-statistics.ts";
import type { Signal } from "../../src/signals/signal.ts";
import { openRecorder } from "../../src/stages/recorder.ts";
import { watch } from "../../src/stages/watch/watch.ts";
import { answering, blue, green } from "../signals/watching.ts";
import { movingClock } from "../support/clock.ts";
import { httpFake } from "../support/http.ts";
import { settingsFrom } from "../support/settings.ts";
import { closedWorld } from "../support/world.ts";

/** Watches production for five minutes through one signal. */
async function watched(signal: Signal, failing: (nth: number) => number) {
  const clock = movingClock();
  const world = closedWorld({ clock, http: httpFake({}) });
  const settings = await settingsFrom(`version: 1
environments:
  production:
    url: https://example.com
    hosts: [{name: web1, address: local}]
    path: /opt/shop
    slots: {blue: {port: 4001}, green: {port: 4002}}
    router: {type: haproxy, socket: /run/haproxy.sock, backend: app}
    signals: {prometheus: {url: "http://prometheus:9090"}, router-statistics: {}}
`);
  const environment = settings.environments["production"];
  if (environment === undefined) throw new Error("no environment");
  const recorder = await openRecorder(world, "promote", { app: "shop", environment: "production" });
  let nth = 0;
  const routerCounts = async () => {
    nth += 1;
    return [
      { server: "blue", requests: 100 * nth, failed: 0 },
      { server: "green", requests: 100 * nth, failed: failing(nth) },
    ];
  };
  const target = {
    slots: async () => [blue, green],
    reach: async () => "http://127.0.0.1:1",
    target: answering({ routerCounts }),
  };
  const what = { environment, forMs: 300_000, stopped: () => false, target, signals: [signal] };
  const { judgement } = await watch({ world, settings, recorder }, what);
  return { judgement, endedMs: clock.ticks() };
}

test("a Prometheus that is down makes the watch an error after its patience, and marks no release bad", async () => {
  const { judgement, endedMs } = await watched(prometheus, () => 0);
  expect(judgement).toMatchObject({
    ...{ verdict: "error", reason_code: "watch_inconclusive" },
    says: expect.stringContaining("Prometheus at http://prometheus:9090 did not answer: ECONNREFUSED"),
  });
  expect(condemns(judgement)).toBe(false);
  expect(endedMs).toBeGreaterThanOrEqual(90_000);
  expect(endedMs).toBeLessThan(150_000);
});

test("requests of users that fail on the new servers alone fail the release, and it is marked bad", async () => {
  const { judgement, endedMs } = await watched(routerStatistics, (nth) => 20 * nth);
  expect(judgement).toMatchObject({ verdict: "fail", reason_code: "errors_exceeded" });
  expect(condemns(judgement)).toBe(true);
  expect(endedMs).toBeLessThan(60_000);
  expect((await watched(routerStatistics, () => 0)).judgement.verdict).not.toBe("fail");
});
