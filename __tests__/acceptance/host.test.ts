// What a host does with processes, files and traffic, as a user sees it who deploys to staging.

import { existsSync, readFileSync, readlinkSync, writeFileSync } from "node:fs";
import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { type JobSpec, jobs } from "./pipeline.ts";
import { serving, setScene, stateOf, upToStaging } from "./scene.ts";

const scene = setScene({ buildOnly: true });
const file = ".github/phoenix-deploy.yml";
const deploy: JobSpec = jobs.staging;

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

function listen(server: Server, port: number): Promise<number> {
  servers.push(server);
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });
}

/** The process of a slot, as the host recorded it. */
const pidOf = (slot: string) => stateOf(scene.machine.staging, `slot.${slot}`)[0] ?? "";
const activeSlot = () => stateOf(scene.machine.staging, "active")[1] ?? "";

/** What the first server was started with, by a job that has secrets. */
let environ: readonly string[];
beforeAll(async () => {
  const run = scene.begin({ version: "1.0.0" });
  await scene.through(run, [jobs.validate]);
  const secrets = {
    AWS_SECRET_ACCESS_KEY: "hush-hush",
    DATABASE_URL: "ecto://of-the-job",
    MIX_ENV: "test",
    POOL_SIZE: "3",
  };
  await scene.through(run, [{ ...deploy, env: secrets }]);
  environ = readFileSync(`/proc/${pidOf(activeSlot())}/environ`, "utf8").split("\0");
});

describe("deploy-staging", () => {
  test("gives the server nothing of its job, and its file of variables", () => {
    expect(
      environ.filter((one) =>
        /hush-hush|of-the-job|^(MIX_ENV|POOL_SIZE|CI|GITHUB_\w+|INPUT_\w+|RUNNER_\w+)=/.test(one),
      ),
    ).toEqual([]);
    expect(environ.some((one) => one.startsWith("DEMO_DATA="))).toBe(true);
  });

  test("is refused while another program answers on the slot's port, even with the release's answers", async () => {
    const { staging } = scene.machine;
    const run = scene.begin({ version: "1.1.0" });
    await scene.through(run, [jobs.validate]);
    const free = activeSlot() === "blue" ? staging.slots.green : staging.slots.blue;
    const impostor = createServer((_, answer) =>
      answer
        .setHeader("content-type", "application/json")
        .end('{"version":"1.1.0","services":{"database":{"status":"ok"}}}'),
    );
    await listen(impostor, free);
    const before = [stateOf(staging, "active"), await serving(staging)];
    const refused = await scene.ends(run, deploy, "port_taken");
    expect(refused).toMatchObject({ exitCode: 1, outputs: { decision: "stop" } });
    expect(refused.annotations.map(({ message }) => message).join()).toContain(`Port ${free} of slot`);
    expect(refused.log).toContain(`process ${process.pid} (`);
    expect([stateOf(staging, "active"), await serving(staging)]).toEqual(before);
  });

  test("is refused for a line of shared/env that is not understood, before any upload, and names it", async () => {
    const { staging } = scene.machine;
    const path = join(staging.path, "shared/env");
    const good = readFileSync(path, "utf8");
    const run = scene.begin({ version: "1.1.0" });
    await scene.through(run, [jobs.validate]);
    try {
      writeFileSync(path, `${good}export POOL_SIZE=10\nDATA=/srv # the data\n`);
      const refused = await scene.ends(run, deploy, "environment_file_invalid");
      const first = good.split("\n").length;
      for (const line of [first, first + 1]) expect(refused.log).toContain(`shared/env:${line}: `);
      expect(refused.log).not.toContain("▸ Upload");
    } finally {
      writeFileSync(path, good);
    }
  });

  test("asks a staging behind a password with headers of a variable, and rolls back to a kept release", async () => {
    const { staging } = scene.machine;
    // A release with another name and no runtime of its own.
    const named = { file: "mix.exs", from: /\[demo_app: \[/, to: "[web: [include_erts: false, " };
    await scene.through(scene.begin({ version: "1.2.0", edits: [named] }), upToStaging);
    const old = pidOf(activeSlot());
    expect(readlinkSync(`/proc/${old}/exe`)).not.toContain(staging.path);
    expect(await serving(staging)).toBe("1.2.0");

    const authorization = "Basic cGVvcGxlOm9ubHk=";
    const port = await listen(behindPassword(staging.url, authorization), 0);
    /** HAProxy keeps no state over a reload then, and the old slot is kept for a moment only. */
    const guarded = (hold: string) => [
      {
        file,
        from: `url: ${staging.url}`,
        to: `url: http://127.0.0.1:${port}\n    probe: {headers-from: STAGING_HEADERS}`,
      },
      { file, from: /, state-file: [^}]+/, to: "" },
      { file, from: "hold: 60s", to: `hold: ${hold}` },
    ];
    const run = scene.begin({ version: "1.1.0", edits: guarded("2s") });
    await scene.through(run, [jobs.validate]);
    const without = await scene.ends(run, deploy, "invalid_settings");
    expect(without.annotations.map(({ message }) => message).join()).toContain("STAGING_HEADERS");

    // A value as short as this one stands everywhere: hidden, it would take the outputs with it.
    const env = { STAGING_HEADERS: `Authorization: ${authorization}\nX-Try: 1\n` };
    const deployed = await scene.ends(run, { ...deploy, env }, "deployed");
    expect(deployed.exitCode).toBe(0);
    const smoked = await scene.ends(run, { ...jobs.smoke, env }, "smoke_passed");
    expect(smoked.exitCode).toBe(0);
    for (const { log, summary, dropped } of [deployed, smoked]) {
      expect(dropped).toEqual([]);
      expect(summary).not.toContain("cGVvcGxl");
      expect(log.split("\n").filter((line) => line.includes("cGVvcGxl") && !line.startsWith("::add-mask::"))).toEqual(
        [],
      );
    }
    expect(deployed.summary).toContain("router.state-file</code> is not set");
    // The host itself ends what was kept.
    while (existsSync(`/proc/${old}/exe`)) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await serving(staging)).toBe("1.1.0");

    // A run of its own, without the release in its checkout.
    const later = scene.begin({ version: "1.1.0", edits: guarded("0s") });
    const back = { action: "rollback", id: "rollback", env, with: { environment: "staging", reason: "p1-bug" } };
    const refused = await scene.ends(later, { ...back, with: { ...back.with, migrations: "down" } }, "schema_unknown");
    expect(refused.summary).toContain("migrations.down");
    expect(await serving(staging)).toBe("1.1.0");
    const left = pidOf(activeSlot());
    await scene.ends(later, back, "rolled_back");
    expect(await serving(staging)).toBe("1.2.0");
    // `bin/web stop` would have returned while it still ran.
    expect(existsSync(`/proc/${left}/exe`)).toBe(false);
  });
});

/** A proxy that lets nobody through without this header. */
function behindPassword(url: string, authorization: string): Server {
  return createServer((asked, answer) => {
    if (asked.headers.authorization !== authorization) return void answer.writeHead(401).end("who are you?");
    const passed = request(`${url}${asked.url}`, { method: asked.method, agent: false }, (from) => {
      answer.writeHead(from.statusCode ?? 502, from.headers);
      from.pipe(answer);
    });
    passed.once("error", () => answer.writeHead(502).end());
    asked.pipe(passed);
  });
}
