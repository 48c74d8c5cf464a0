// Blue-green over two groups of hosts, with users of the load balancer in front of both.
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { FakeRelease } from "../host/fake-release.ts";
import { line } from "../support/extent.ts";
import { type App, type Fleet, type Ordered, startFleet } from "./fleet.ts";
import { labRefusal } from "./lab.ts";

const refusal = await labRefusal();
if (refusal !== null) line(refusal);
const onLab = refusal === null ? test : test.skip;

/** In turn of one group and of the other: web1 and web3 are blue, web2 is green. */
const webs = ["web1", "web2", "web3"];

let fleet: Fleet;
beforeAll(async () => {
  if (refusal === null) fleet = await startFleet(webs, ["groups"]);
}, 180_000);
afterAll(() => fleet?.stop());

const order = (app: App, release: FakeRelease): Ordered => ({
  settings: app.settings("{type: blue-green, hold: 10m, drain: 2s, keep: 2, confirm: 15s}", "groups"),
  own: { confirm: 4_000 },
  release,
});

/** What systemd of each host says of its slot, and the releases that it keeps. */
const stateOf = ({ name, path }: App) =>
  Promise.all(
    webs.map(async (host, at) => {
      const unit = `${name}@${at % 2 === 0 ? "blue" : "green"}`;
      const asked = `systemctl is-active ${unit}; systemctl is-enabled ${unit}; ls ${path}/releases | sed 's/-.*//'`;
      return (await fleet.sh(host, `{ ${asked}; } || true`)).trim().split("\n").join(" ");
    }),
  );

onLab(
  "the group that does not serve gets the release, and no request fails, whatever becomes of it",
  async () => {
    const [app] = fleet.apps;
    if (app === undefined) throw new Error("There is no application.");
    const release = (version: string, nature: "sound" | "sick" = "sound") => order(app, fleet.release(version, nature));
    const passes = async (ordered: Ordered) => {
      const { conclusion, log } = await fleet.deploy(ordered);
      if (conclusion.status !== "passed") throw new Error(`${conclusion.says}\n${log.join("\n")}`);
    };

    await passes(release("1.0.0"));
    const users = fleet.users(app.url);
    const began = performance.now();
    expect(await users.now()).toBe("1.0.0");
    expect(await stateOf(app)).toEqual(["active enabled 1.0.0", "inactive disabled", "active enabled 1.0.0"]);

    const second = release("1.1.0");
    await passes(second);
    expect(await users.now()).toBe("1.1.0");
    expect(await stateOf(app)).toEqual(["active disabled 1.0.0", "active enabled 1.1.0", "active disabled 1.0.0"]);

    // Back to the group that was kept warm.
    await passes({ ...second, rollback: true });
    expect(await users.now()).toBe("1.0.0");
    expect((await stateOf(app)).map((one) => one.replace(/able.*/, ""))).toEqual([
      "active en",
      "inactive dis",
      "active en",
    ]);

    // One that never gets healthy, and one whose runner dies with all requests on it.
    const sick = await fleet.deploy(release("1.2.0", "sick"));
    expect(sick.conclusion).toMatchObject({ status: "failed", reason_code: "not_healthy" });
    expect(await users.now()).toBe("1.0.0");
    const killed = await fleet.spawnDeploy({ ...release("1.3.0"), watchMs: 60_000 }, ({ what }, kill) => {
      if (what === "watch") kill();
    });
    expect(`${killed.signal} ${killed.said}`).toBe("SIGKILL ");
    while ((await users.now()) !== "1.0.0") await new Promise((resolve) => setTimeout(resolve, 200));
    await fleet.expireLocks(app);

    await passes(release("1.4.0"));
    expect(await users.now()).toBe("1.4.0");
    const served = await users.since(began);
    expect(served.failed).toEqual([]);
    line(`groups: ${served.sent} requests, ${served.failed.length} failed, ${JSON.stringify(served.by)}`);
  },
  600_000,
);
