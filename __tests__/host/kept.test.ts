import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { Target } from "../../src/targets/target.ts";
import { drawn } from "../support/extent.ts";
import { hostOf, install, passed, type Sandbox, sandbox, step, until } from "./sandbox.ts";

let host: Sandbox;
beforeEach(() => {
  host = sandbox();
});
afterEach(() => host.close());

const blue = { slot: "blue" } as const;

/** A release with the times of its folder and files set to the beginning of time, as a reproducible build has them. */
function timeless(version: string) {
  const release = host.release(version);
  const folder = mkdtempSync(join(host.folder, "again-"));
  execFileSync("tar", ["-xzf", release.path, "-C", folder]);
  execFileSync("tar", ["--mtime=@0", "-czf", release.path, "-C", folder, "."]);
  rmSync(folder, { recursive: true });
  const [digest = ""] = execFileSync("sha256sum", [release.path], { encoding: "utf8" }).split(" ");
  return { ...release, digest, id: `${version}-${digest.slice(0, 8)}`, bytes: readFileSync(release.path).length };
}

async function bring(target: Target, id: string): Promise<void> {
  await passed(target, { type: "stop", ...blue, how: "kill" });
  await passed(target, { type: "start", ...blue, release: id });
  await passed(target, { type: "activate", ...blue, release: id });
}

describe("the releases that a host keeps", () => {
  test("are listed in the order of their deployment, whatever their names and the times of their files", async () => {
    const deployed: string[] = [];
    for (const version of ["1.10.0", "1.9.0", "2.0.0", "1.2.0"]) {
      const release = timeless(version);
      const target = host.target({ release });
      await install(target, release);
      await bring(target, release.id);
      deployed.push(release.id);
    }
    expect((await hostOf(host.target())).releases).toEqual(deployed);
    // One that is deployed again is the newest again.
    const [first = "", ...rest] = deployed;
    await bring(host.target(), first);
    expect((await hostOf(host.target())).releases).toEqual([...rest, first]);
  });

  test("are not the newest again where the active one is only recorded again, as after one that failed", async () => {
    const ids: string[] = [];
    for (const version of ["1.1.0", "1.0.0"]) {
      const release = timeless(version);
      await install(host.target({ release }), release);
      if (ids.length === 0) await bring(host.target(), release.id);
      ids.push(release.id);
    }
    await passed(host.target(), { type: "activate", ...blue, release: ids[0] ?? "" });
    expect((await hostOf(host.target())).releases).toEqual(ids);
  });

  test("are listed by when they came where nothing was recorded of them", async () => {
    const ids: string[] = [];
    for (const version of ["1.10.0", "1.9.0"]) {
      const release = timeless(version);
      await install(host.target({ release }), release);
      ids.push(release.id);
    }
    rmSync(join(host.path, "state/kept"), { recursive: true });
    expect((await hostOf(host.target())).releases).toEqual(ids);
  });

  test("keep their manifest until they are pruned", async () => {
    const release = host.release("1.0.0");
    const target = host.target({ release });
    await install(target, release);
    const kept = join(host.path, `state/kept/${release.id}`);
    expect(JSON.parse(readFileSync(`${kept}.json`, "utf8"))).toEqual(JSON.parse(release.manifest));
    await passed(target, { type: "prune", keep: [], remove: [release.id] });
    expect([existsSync(kept), existsSync(`${kept}.json`)]).toEqual([false, false]);
  });

  test("that were verified are remembered in order, with their manifest, also when they are pruned", async () => {
    const known: string[] = [];
    for (const version of ["1.0.0", "1.1.0"]) {
      const release = host.release(version);
      await install(host.target({ release }), release);
      await bring(host.target(), release.id);
      known.unshift(release.id);
    }
    const [second = "", first = ""] = known;
    // What was recorded before there was such a list is taken over.
    rmSync(join(host.path, "state/verified"));
    const back = { ...blue, type: "activate", release: first, back: true } as const;
    await passed(host.target(), { type: "stop", ...blue, how: "kill" });
    await passed(host.target(), { type: "start", ...blue, release: first });
    const another = host.target({ owner: "run-9-2-rollback" });
    await passed(another, { type: "acquire-lock", take: true });
    await passed(another, back);
    await passed(another, { type: "release-lock" });
    expect((await hostOf(host.target())).verified).toEqual([
      { release: first, by: "run-9-2-rollback", back: true },
      { release: second },
    ]);
    const third = host.release("1.2.0");
    await install(host.target({ release: third }), third);
    await bring(host.target(), third.id);
    await passed(host.target(), { type: "prune", keep: [], remove: [second] });
    const { releases, verified = [] } = await hostOf(host.target());
    expect(releases).toEqual([first, third.id]);
    expect(verified.map(({ release }) => release)).toEqual([third.id, first, second]);
    expect(JSON.parse((await host.target().recorded(second)) ?? "null")).toMatchObject({ version: "1.1.0" });
    expect(await host.target().recorded("9.9.9-00000000")).toBeNull();
  });

  test("keep what their watch measured, also when they are recorded again without one", async () => {
    const release = host.release("1.0.0");
    await install(host.target({ release }), release);
    const level = { requests: 600, errors: 2, p50_ms: 14.2, p99_ms: null, seconds: 60 };
    await bring(host.target(), release.id);
    const record = { ...blue, type: "activate", release: release.id } as const;
    await passed(host.target(), { ...record, level: { ...level, p50_ms: 14.23 } });
    const [line = ""] = readFileSync(join(host.path, "state/verified"), "utf8").split("\n");
    expect(line).toMatch(/^1\.0\.0-\S+ run-1-1 600,2,14\.2,,60$/);
    await passed(host.target(), { ...record, back: true });
    expect((await hostOf(host.target())).verified).toEqual([{ release: release.id, by: "run-1-1", back: true, level }]);
    const other = host.release("1.1.0");
    await install(host.target({ release: other }), other);
    await bring(host.target(), other.id);
    expect((await hostOf(host.target())).verified).toEqual([
      { release: other.id, by: "run-1-1" },
      { release: release.id, by: "run-1-1", back: true, level },
    ]);
  });

  test("are started by their own start script, also by a rollback, which has no release name", async () => {
    const release = host.release("1.0.0", { name: "web" });
    const target = host.target({ release, releaseName: "web" });
    await install(target, release);
    for (const forgotten of [false, true]) {
      if (forgotten) rmSync(join(host.path, "state/kept"), { recursive: true });
      const rollback = host.target({ releaseName: "app" });
      await passed(rollback, { type: "stop", ...blue, how: "kill" });
      await passed(rollback, { type: "start", ...blue, release: release.id });
      await until(() => host.processes().length === 1);
      expect(await rollback.running("web1", "blue")).toMatchObject({ release: release.id });
    }
  });
});

describe("the path of the application", () => {
  test.each(
    drawn(
      "paths of an application",
      [
        ["a link", "link"],
        ["a path through a link", "folder/app"],
        ["a path that ends in a slash", "app/"],
        ["a path with two slashes", "/app"],
      ],
      2,
    ),
  )("may be %s: the process that runs is found in its release", async (_what, below) => {
    mkdirSync(host.path);
    symlinkSync("app", join(host.folder, "link"));
    symlinkSync(".", join(host.folder, "folder"));
    const release = host.release("1.0.0");
    const target = host.target({ release, path: `${host.folder}/${below}` });
    await install(target, release);
    await passed(target, { type: "start", ...blue, release: release.id });
    await until(() => host.processes().length === 1);
    expect((await hostOf(target)).slots["blue"]?.running?.release).toBe(release.id);
    await passed(target, { type: "activate", ...blue, release: release.id });
    expect(await hostOf(host.target())).toMatchObject({ current: release.id, active: { release: release.id } });
  });
});

describe("a release without a runtime of its own (include_erts: false)", () => {
  test("is known by the root that its start script names, once the host's runtime runs it", async () => {
    const release = host.release("1.0.0", { server: "listens", withoutErts: true });
    const target = host.target({ release });
    await install(target, release);
    await passed(target, { type: "start", ...blue, release: release.id });
    await until(() => host.processes().length === 1);
    while (!(await target.running("web1", "blue"))?.served) await new Promise((resolve) => setTimeout(resolve, 20));
    expect((await hostOf(target)).slots["blue"]?.running?.release).toBe(release.id);
    await passed(target, { type: "activate", ...blue, release: release.id });
  });

  test("is not taken for one that has a runtime, and does not run by it", async () => {
    const release = host.release("1.0.0", { withoutErts: true });
    const target = host.target({ release });
    await install(target, release);
    mkdirSync(join(host.path, `releases/${release.id}/erts-14.0`));
    await passed(target, { type: "start", ...blue, release: release.id });
    await until(() => host.processes().length === 1);
    expect(await target.running("web1", "blue")).toMatchObject({ release: null });
  });
});

describe("the log of a slot", () => {
  test("is only appended to, so that it can be truncated, and each start begins a new one", async () => {
    const release = host.release("1.0.0");
    const target = host.target({ release });
    await install(target, release);
    for (let times = 0; times < 4; times += 1) {
      await passed(target, { type: "stop", ...blue, how: "kill" });
      await passed(target, { type: "start", ...blue, release: release.id });
      await until(() => host.processes().length === 1);
    }
    const [pid] = host.processes();
    const flags = /^flags:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/fdinfo/1`, "utf8"))?.[1] ?? "0";
    expect(Number.parseInt(flags, 8) & 0o2000).toBe(0o2000);
    expect(await target.logTail("web1", "blue")).toBe("1.0.0 starts");
    for (const [name, there] of [
      ["log.blue.1", true],
      ["log.blue.2", true],
      ["log.blue.3", false],
    ] as const) {
      expect(existsSync(join(host.path, "state", name))).toBe(there);
    }
  });
});

describe("migrations that were recorded", () => {
  const migrate = 'echo ran >>"$root/../../runs"; echo 20260101 >"$schema"; echo 20260201 >>"$schema"';
  const runs = () => readFileSync(join(host.path, "runs"), "utf8").split("\n").length - 1;

  test("are run again where the database lacks them: a record in a file says nothing of another database", async () => {
    const release = host.release("1.0.0", { migrate });
    const target = host.target({ release });
    await install(target, release);
    const migrating = { type: "migrate", release: release.id } as const;
    await passed(target, migrating);
    expect(await passed(target, migrating)).toMatchObject({ facts: { added: [] } });
    expect(runs()).toBe(1);
    for (const [schema, added] of [
      ["", ["20260101", "20260201"]],
      ["20260101\n", ["20260201"]],
    ] as const) {
      writeFileSync(join(host.folder, "schema"), schema);
      expect(await passed(target, migrating)).toMatchObject({ facts: { added } });
    }
    expect(runs()).toBe(3);
  });

  test("are run where an earlier version of this program recorded them without their versions", async () => {
    const release = host.release("1.0.0", { migrate });
    const target = host.target({ release });
    await install(target, release);
    writeFileSync(join(host.path, "state/migrated"), `${release.id}\n`);
    expect(await step(target, { type: "migrate", release: release.id })).toMatchObject({ verdict: "pass" });
    expect(runs()).toBe(1);
  });
});
