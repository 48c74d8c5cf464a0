// The settings of examples/hosts/three, on hosts that the commands of its comment made fit: each has an sshd, a systemd
// and a HAProxy of its own, and the jobs reach them from outside.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { labRefusal } from "../lab/lab.ts";
import { blocksOf, person } from "../support/procedures.ts";
import { type Fleet, startFleet } from "./fleet.ts";
import { jobs } from "./pipeline.ts";
import { serving, setSceneOn, upToProduction } from "./scene.ts";

const reportOf = (passedOn: string) => readFileSync(join(passedOn, "report/rollback-procedures.md"), "utf8");

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

    // GitHub is down now, and somebody has the file that promote left: back to the other release, by hand.
    const blocks = blocksOf(reportOf(scene.passedOn(second))).filter((one) => one.environment === "production");
    const { sshConfig, hosts: booted } = scene.machine.lab;
    const ipOf = (name: string) => booted.find((host) => host.name === name)?.ip ?? name;
    const login = (name: string) => ({
      name,
      typed: person(
        blocks.filter(({ part, when }) => part !== "Log in" || when === name),
        (command) => command.replace(/^ssh /, `ssh -q -F ${sshConfig} `),
      ),
    });
    const [webs, lb] = [application.map(login), login("lb1")];
    const onAll = async (part: RegExp, when?: RegExp) => Promise.all(webs.map(({ typed }) => typed.does(part, when)));
    await onAll(/^Log in/);
    await lb.typed.does(/^Log in/);
    expect(blocks.filter(({ part }) => part === "Log in").map(({ text }) => text)).toContain(
      `ssh -t deploy@${ipOf("web1")} sh`,
    );
    for (const seen of await onAll(/^See what serves/, /^The application/)) expect(seen).toMatch(/^1\.0\.0-\w+ blue /);
    expect(await lb.typed.does(/^See what serves/, /^The router/)).toContain("web1-blue 2 0");
    await Promise.all([...webs, lb].map(({ typed }) => typed.does(/^Keep everything/)));
    await onAll(/^Start the slot/, /^Slot green/);
    for (const seen of await onAll(/^See that it is healthy/, /^Slot green/)) expect(seen).toContain("/1.1.0-");
    await lb.typed.does(/^Send traffic back/, /^To green/);
    expect(await production()).toBe("1.1.0");
    await onAll(/^Stop the slot/, /^Slot blue/);
    for (const seen of await onAll(/^Record it/, /^Slot green/)) expect(seen).toMatch(/^1\.1\.0-\w+ green 1\.0\.0-/m);
    expect(await unitsOf(scene.machine)).toEqual(application.map(() => "inactive active disabled enabled"));
    await Promise.all([...webs, lb].map(({ typed }) => typed.leave()));
    // What was left by hand is what the next run starts from.
    const plan = { environment: "production", reason: "p1-bug", "dry-run": "true" };
    const next = await scene.job(second, { action: "rollback", id: "rollback", with: plan });
    expect(next.outputs).toMatchObject({ "reason-code": "no_previous_release", changed: "false" });
  });
});
