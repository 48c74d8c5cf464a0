import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { until } from "../host/sandbox.ts";
import { type Sshds, startSshds } from "../support/sshd.ts";
import { type JobSpec, jobs } from "./pipeline.ts";
import { serving, setScene } from "./scene.ts";
import { evidenceOf, reportOf, type } from "./typed.ts";

const scene = setScene({ buildOnly: true });
let sshds: Sshds;
beforeAll(async () => {
  sshds = await startSshds([[]]);
});
afterAll(() => sshds.close());

describe("a host that is reached by ssh", () => {
  /** Staging as a runner elsewhere sees it: this machine, by its sshd. */
  function overSsh(knownHost: string) {
    const [host] = sshds.hosts;
    const hosts = `hosts: [{name: web1, address: "${host?.address}", port: ${host?.port}}]`;
    const ssh = `ssh: {key-from: DEPLOY_KEY, known-hosts: ["${knownHost}"]}`;
    const file = ".github/phoenix-deploy.yml";
    return [{ file, from: /hosts: \[.*\]/, to: `${hosts}\n    ${ssh}` }];
  }

  test("is deployed to and tested over one connection a job, and the log has nothing of the key", async () => {
    const [host] = sshds.hosts;
    if (host === undefined) throw new Error("There is no sshd");
    const env = { DEPLOY_KEY: sshds.key.replaceAll("\n", "\r\n").trimEnd() };
    const withKey = (spec: JobSpec): JobSpec => ({ ...spec, env });
    const run = scene.begin({ version: "1.0.0", edits: overSsh(host.knownHost) });
    await scene.through(run, [jobs.validate]);

    const forgotten = await scene.ends(run, jobs.staging, "ssh_key_unusable");
    expect(forgotten.log).toContain("The variable `DEPLOY_KEY`, which `ssh.key-from` names, is not set or empty.");
    expect(host.logins()).toBe(0);

    const staging = await scene.through(run, [withKey(jobs.staging)]);
    expect(await serving(scene.machine.staging)).toBe("1.0.0");
    expect(host.logins()).toBe(1);
    const smoke = await scene.through(run, [withKey(jobs.smoke)]);
    expect(host.logins()).toBe(2);
    await until(() => host.connections() === 0);
    const line = sshds.key.split("\n")[2] ?? "";
    expect(line.length).toBeGreaterThan(20);
    for (const { log } of [staging, smoke])
      expect(log.split("\n").filter((text) => text.includes(line) && !text.startsWith("::add-mask::"))).toEqual([]);

    // The same by somebody in a terminal, with what the jobs left.
    const checkout = scene.machine.checkout(run.sha, scene.passedOn(run));
    const verified = type(checkout, ["verify-staging"], env);
    expect([verified.status, verified.said]).toEqual([0, expect.stringContaining("smoke tests passed.")]);
    expect(verified.said).not.toContain(line);
    expect(evidenceOf(checkout, "smoke-test")).toMatchObject({ status: "passed", environment: "staging" });
    const back = type(checkout, ["rollback", "--environment", "staging", "--reason", "p1-bug"], env);
    expect(back).toMatchObject({
      status: 1,
      said: expect.stringContaining("is the only release that was ever verified here."),
    });
    expect(type(checkout, ["release-checklist", "1.0.0"]).status).toBe(0);
    const checklist = reportOf(checkout, "release-checklist.md");
    for (const item of ["Release deployed to staging", "Smoke tests pass"])
      expect(checklist).toContain(`- [x] ${item}`);
    expect(checklist).toContain("- [ ] Release deployed to production");
    expect(type(checkout, ["rollback-procedures"]).status).toBe(0);
    expect(reportOf(checkout, "rollback-procedures.md")).toMatch(/\n- Serves: `1\.0\.0-/);
  });
});
