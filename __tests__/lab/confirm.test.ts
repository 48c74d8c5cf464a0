// Runners that die, or whose network is cut, between a shift and its confirmation: the load balancer sends traffic back
// by itself. In CI a few moments; the figures of the closing note come from
//   FAULT_MOMENTS=40 FAULT_CUTS=40 FAULT_CONFIRMED=200 FAULT_CONFIRM_SECONDS=15 (jest) __tests__/lab/confirm.test.ts
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { FakeRelease } from "../host/fake-release.ts";
import { all, chance, figure, line, slow } from "../support/extent.ts";
import { type App, type Fleet, startFleet } from "./fleet.ts";
import { labRefusal } from "./lab.ts";
import type { Users } from "./users.ts";

const refusal = await labRefusal();
if (refusal !== null) line(refusal);
const onLab = refusal === null ? test : test.skip;

const confirmSeconds = figure("FAULT_CONFIRM_SECONDS", 5);
const kills = figure("FAULT_MOMENTS", 2, 40);
const cuts = figure("FAULT_CUTS", 1, 20);
const confirmed = figure("FAULT_CONFIRMED", 2, 60);
// The last lane is that of the cuts.
const lanes = slow ? 3 : 2;
const watchMs = 4_000;

/** Applications whose runners are killed, and one whose runner is cut off: at the same time, with users of each. */
let fleet: Fleet;
let releases: readonly FakeRelease[];
beforeAll(async () => {
  if (refusal !== null) return;
  fleet = await startFleet(
    ["web1", "web2"],
    Array.from({ length: lanes }, () => "both" as const),
  );
  releases = ["1.0.0", "1.1.0", "1.2.0"].map((version) => fleet.release(version));
  const settings = strategies[0];
  await Promise.all(fleet.apps.map((app) => deployed(app, settings, releaseOf(0))));
});
afterAll(() => fleet?.stop());

const common = "hold: 0s, drain: 5s, keep: 2, confirm: 15s";
const strategies = [`{type: blue-green, ${common}}`, `{type: canary, steps: [25, 100], ${common}}`] as const;
const own = { confirm: confirmSeconds * 1_000, pause: 1_000 };

function releaseOf(index: number): FakeRelease {
  const release = releases[index % releases.length];
  if (release === undefined) throw new Error("There are no releases.");
  return release;
}

const versionOf = ({ manifest }: FakeRelease) => (JSON.parse(manifest) as { version: string }).version;

async function deployed(app: App, strategy: string, release: FakeRelease) {
  const { conclusion, evidence, log } = await fleet.deploy({ settings: app.settings(strategy), own, release });
  if (conclusion.status !== "passed") throw new Error(`${app.name}: ${conclusion.says}\n${log.join("\n")}`);
  return evidence;
}

const onRouter = ({ path }: App, file: string) => fleet.sh("lb1", `cat ${path}/state/${file} 2>/dev/null || true`);

/** What became of a moment at which the runner was lost. */
interface Lost {
  /** Seconds from the loss to the last request that the new release answered; null where it never got one. */
  readonly seconds: number | null;
  readonly failed: readonly string[];
  readonly answers: string;
}

/** Loses the runner `ms` after the shift began, and waits until traffic is where it was. */
async function lose(app: App, users: Users, how: "kill" | "cut", at: { index: number; ms: number }): Promise<Lost> {
  const began = performance.now();
  const before = await users.now();
  const release = releases.find((one) => versionOf(one) !== before) ?? releaseOf(0);
  const settings = app.settings(strategies[at.index % 2] ?? "");
  let shifted = false;
  let lostAt = 0;
  const lost = Promise.withResolvers<void>();
  const child = fleet.spawnDeploy({ settings, own, release, watchMs, apart: how === "cut" }, ({ what }, end) => {
    if (what !== "shift" || shifted) return;
    shifted = true;
    setTimeout(async () => {
      if (how === "kill") end();
      else await fleet.cutRunner();
      lostAt = performance.now();
      lost.resolve();
    }, at.ms);
  });
  await Promise.race([lost.promise, child.then(({ said }) => !shifted && lost.reject(new Error(said)))]);
  const deadline = lostAt + (confirmSeconds + 5) * 1_000;
  let calm = 0;
  while (calm < 2 && performance.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    calm = (await onRouter(app, "guard")) === "" && (await users.now()) === before ? calm + 1 : 0;
  }
  if (how === "cut") await fleet.restoreRunner();
  await child;
  await fleet.expireLocks(app);
  const served = await users.since(began);
  const last = served.last(versionOf(release));
  return {
    seconds: last === 0 ? null : Math.max(0, last - lostAt) / 1_000,
    failed: served.failed,
    answers: (await users.now()) === before ? "as before" : "the new release",
  };
}

onLab(
  "traffic is back within the time to confirm, no request fails, the next run reports it, and what was confirmed stays",
  async () => {
    await runnersLost();
    await confirmedStays();
  },
  slow ? 7_200_000 : 600_000,
);

async function runnersLost(): Promise<void> {
  const { random, seed } = chance();
  const ways = [
    ...Array.from({ length: kills }, (_, index) => ({ index, how: "kill" as const, lane: index % (lanes - 1) })),
    ...Array.from({ length: cuts }, (_, index) => ({ index, how: "cut" as const, lane: lanes - 1 })),
  ].map((way) => ({ ...way, ms: Math.round(random() * (watchMs + 200)) }));
  const results: (Lost & { how: "kill" | "cut"; ms: number })[] = [];
  await all(
    fleet.apps.map(async (app, lane) => {
      const users = fleet.users(app.url, 30);
      for (const way of ways.filter((one) => one.lane === lane)) {
        const lost = await lose(app, users, way.how, way);
        results.push({ ...way, ...lost });
        if (slow) line(`${app.name}: ${JSON.stringify({ ...way, ...lost })}`);
      }
    }),
  );
  for (const how of ["kill", "cut"] as const) {
    const those = results.filter((one) => one.how === how);
    const late = those.map(({ seconds }) => seconds ?? 0).sort((one, other) => one - other);
    const back = those.filter(({ answers }) => answers === "as before").length;
    const failed = those.reduce((sum, one) => sum + one.failed.length, 0);
    line(
      `runner lost by ${how} (seed ${seed}): ${back} of ${those.length} back on the old release, ` +
        `longest ${(late.at(-1) ?? 0).toFixed(1)} s of at most ${confirmSeconds + 5} s, ${failed} requests failed, ` +
        `${those.filter(({ seconds }) => seconds !== null).length} after users had seen the new release`,
    );
  }
  expect(results.flatMap(({ failed }) => failed)).toEqual([]);
  expect(results.filter(({ answers }) => answers !== "as before")).toEqual([]);
  expect(results.filter(({ seconds }) => (seconds ?? 0) > confirmSeconds + 5)).toEqual([]);
}

/** The first deployment after a runner was lost has the reversal in its evidence. */
async function confirmedStays(): Promise<void> {
  const rounds = Math.ceil(confirmed / lanes);
  const marks = () => Promise.all(fleet.apps.map((app) => onRouter(app, "journal")));
  const reversals = (texts: readonly string[]) => texts.join("").match(/traffic went back/g)?.length ?? 0;
  const before = reversals(await marks());
  await all(
    fleet.apps.map(async (app, lane) => {
      const reversed = await onRouter(app, "reversed");
      for (let round = 0; round < rounds; round += 1) {
        const { warnings } = await deployed(app, strategies[(round + lane) % 2] ?? "", releaseOf(round + lane + 1));
        if (round > 0 || reversed === "") continue;
        expect(warnings).toContainEqual(
          expect.stringMatching(/^lb1 sent traffic back to the previous release by itself at /),
        );
      }
    }),
  );
  await new Promise((resolve) => setTimeout(resolve, (confirmSeconds + 2) * 1_000));
  const after = reversals(await marks());
  line(`${after - before} reversals after a confirmation in ${rounds * lanes} deployments`);
  expect(before).toBeGreaterThan(0);
  expect(after).toBe(before);
}
