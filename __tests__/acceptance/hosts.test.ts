// The settings of examples/hosts/three, on hosts that the commands of its comment made fit: each has an sshd, a systemd
// and a HAProxy of its own, and the jobs reach them from outside.
import { describe, expect, test } from "@jest/globals";
import { labRefusal } from "../lab/lab.ts";
import { type Fleet, startFleet } from "./fleet.ts";
import { jobs } from "./pipeline.ts";
import { serving, setSceneOn, upToProduction } from "./scene.ts";

const refusal = await labRefusal();
if (refusal !== null) process.stdout.write(`${refusal}\n`);

(refusal === null ? describe : describe.skip)("three hosts behind a load balancer", () => {
  const pace = { watch: "5s", hold: "60s", within: "120s", buildOnly: true };
  const scene = setSceneOn(() => startFleet("three", pace), pace);
  const application = ["web1", "web2", "web3"];
  const production = () => serving({ url: scene.machine.url.production });

  /** What systemd of each host says of the slots. */
  const unitsOf = (fleet: Fleet) =>
    Promise.all(
      application.map(async (host) => {
        const units = ["demo_app@blue", "demo_app@green"];
        const { stdout } = await fleet.lab.run(host, ["systemctl", "is-active", ...units]);
        const enabled = await fleet.lab.run(host, ["systemctl", "is-enabled", ...units]);
        return `${stdout}${enabled.stdout}`.trim().split("\n").join(" ");
      }),
    );

  test("are deployed to from elsewhere, sent only what they lack, and rolled back and forward in a drill", async () => {
    // Straight to production: what staging does is in the second version's story.
    const straight = { ...jobs.staging, environment: "production", with: { environment: "production" } };
    const deployed = await scene.through(scene.begin({ version: "1.0.0" }), [jobs.validate, straight]);
    expect(deployed.summary).toMatch(/web1 .*web2 .*web3 /s);
    expect(await production()).toBe("1.0.0");
    expect(await unitsOf(scene.machine)).toEqual(application.map(() => "active inactive enabled disabled"));

    const second = scene.begin({ version: "1.1.0" });
    await scene.through(second, upToProduction);
    expect(await production()).toBe("1.1.0");
    expect(await unitsOf(scene.machine)).toEqual(application.map(() => "active active disabled enabled"));
    const { hosts, results } = scene.evidence(second, "promote");
    expect(hosts?.map(({ host, before }) => `${host} ${before?.replace(/-.*/, "")}`)).toEqual(
      application.map((host) => `${host} 1.0.0`),
    );
    const uploads = results.filter(({ id }) => id === "upload").map(({ facts }) => facts);
    expect(uploads).toHaveLength(application.length);
    for (const facts of uploads) expect(Number(facts?.["bytes"]) / Number(facts?.["of"])).toBeLessThan(0.03);

    const asked = { environment: "production", drill: "true" };
    const drill = await scene.ends(second, { action: "rollback", id: "rollback", with: asked }, "drill_passed");
    expect(drill.exitCode).toBe(0);
    expect(drill.summary).toMatch(/Drill on production: back from 1\.1\.0\S* to 1\.0\.0\S* \(.*\) and forward again/);
    expect(await production()).toBe("1.1.0");
    expect(await unitsOf(scene.machine)).toEqual(application.map(() => "active active disabled enabled"));

    const back = { environment: "production", reason: "p1-bug" };
    await scene.ends(second, { action: "rollback", id: "rollback", with: back }, "rolled_back");
    expect(await production()).toBe("1.0.0");
    expect(await unitsOf(scene.machine)).toEqual(application.map(() => "active inactive enabled disabled"));
  });
});
