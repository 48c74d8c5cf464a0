import { appendFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { hostOf, install, passed, type Sandbox, sandbox, step } from "./sandbox.ts";

let host: Sandbox;
beforeEach(() => {
  host = sandbox();
});
afterEach(() => host.close());

const within = (...names: string[]) => join(host.path, ...names);

describe("unpacking", () => {
  test("takes only the bytes whose digest was announced", async () => {
    const release = host.release("1.0.0");
    const target = host.target({ release });
    await passed(target, { type: "acquire-lock" });
    await passed(target, { type: "upload", release: release.id });
    appendFileSync(within("incoming", `${release.id}.tar.gz`), "x");
    expect(await step(target, { type: "unpack", release: release.id })).toMatchObject({
      verdict: "fail",
      reason_code: "digest_mismatch",
    });
    expect(readdirSync(within("releases"))).toEqual([]);
    expect(readdirSync(within("incoming"))).toEqual([]);
  });

  test("of an upload that is missing, or of a release without its program, fails and leaves nothing", async () => {
    const release = host.release("1.0.0");
    const target = host.target({ release });
    await passed(target, { type: "acquire-lock" });
    expect(await step(target, { type: "unpack", release: release.id })).toMatchObject({
      verdict: "fail",
      reason_code: "unpack_failed",
    });
    await passed(target, { type: "upload", release: release.id });
    const values = { PD_RELEASE: release.id, PD_DIGEST: release.digest, PD_NAME: "other" };
    expect((await host.run("unpack", values)).report.failure).toMatchObject({
      reason_code: "unpack_failed",
      says: expect.stringContaining("bin/other"),
    });
    expect(readdirSync(within("releases"))).toEqual([]);
  });
});

describe("migrating", () => {
  const migrate = (lines: string) => host.release("1.0.0", { migrate: lines });

  test("reads the versions before and after, and takes no line of a log for one", async () => {
    const release = migrate('echo "20260101 is what a log says"; echo 20260101 >>"$schema"; echo 20260201 >>"$schema"');
    const target = host.target({ release });
    await install(target, release);
    const facts = { versions_before: [], versions_after: ["20260101", "20260201"], added: ["20260101", "20260201"] };
    expect(await passed(target, { type: "migrate", release: release.id })).toMatchObject({ facts });
  });

  test("that fails is reported with what it printed and how far it came, and is not taken for done", async () => {
    const release = migrate(
      'echo 20260101 >>"$schema"; printf "pd\\texit\\t0\\n"; echo "the column is there already" >&2; exit 3',
    );
    const target = host.target({ release });
    await install(target, release);
    const judgement = await step(target, { type: "migrate", release: release.id });
    expect(judgement).toMatchObject({ verdict: "fail", reason_code: "migration_failed" });
    expect(judgement.says).toContain("exited with code 3");
    expect(judgement.tail).toContain("the column is there already");
  });

  test("is nothing without the versions: a program that does not say them has not been asked", async () => {
    const release = migrate("");
    const target = host.target({ release });
    await install(target, release);
    const values = { PD_RELEASE: release.id, PD_MIGRATE: "migrate", PD_VERSIONS: "an expression that prints nothing" };
    expect((await host.run("migrate", values)).report.failure).toMatchObject({ reason_code: "migration_failed" });
  });
});

describe("pruning", () => {
  test("keeps what is active, what was active before, and what a slot names, whatever it is asked", async () => {
    const ids: string[] = [];
    for (const [version, slot] of [
      ["1.0.0", "blue"],
      ["1.1.0", "green"],
      ["1.2.0", "blue"],
    ] as const) {
      const release = host.release(version);
      const target = host.target({ release });
      await install(target, release);
      await passed(target, { type: "stop", slot, how: "kill" });
      await passed(target, { type: "start", slot, release: release.id });
      await passed(target, { type: "activate", slot, release: release.id });
      ids.push(release.id);
    }
    await passed(host.target(), { type: "prune", keep: [], remove: ids });
    expect(readdirSync(within("releases")).sort()).toEqual(ids.slice(1));
  });

  test("removes what is half done, and nothing outside the releases", async () => {
    const target = host.target();
    await passed(target, { type: "acquire-lock" });
    mkdirSync(within("releases/.tmp.9.9.9-00000000"));
    writeFileSync(within("incoming/9.9.9.tar.gz"), "");
    for (const name of ["..", "../shared", ".", "a/b", "/etc"]) {
      expect((await host.run("prune", { PD_REMOVE: name })).report.failure?.says).toContain(
        "is not the name of a release",
      );
    }
    expect(existsSync(within("shared"))).toBe(true);
    await passed(target, { type: "prune", keep: [], remove: ["9.9.9-00000000"] });
    expect([readdirSync(within("releases")), readdirSync(within("incoming"))]).toEqual([[], []]);
  });
});

describe("marking bad", () => {
  test("is remembered once, in the order of the marks", async () => {
    const target = host.target();
    await passed(target, { type: "acquire-lock" });
    for (const release of ["1.1.0-b", "1.0.0-a", "1.1.0-b"]) await passed(target, { type: "mark-bad", release });
    expect((await hostOf(target)).bad).toEqual(["1.1.0-b", "1.0.0-a"]);
  });
});

describe("a host that does not suit", () => {
  test("is reported before anything is changed there", async () => {
    writeFileSync(join(host.folder, "app"), "a file where the folder should be");
    expect(await step(host.target(), { type: "acquire-lock" })).toMatchObject({
      verdict: "fail",
      reason_code: "host_unsuitable",
    });
    rmSync(join(host.folder, "app"));
    const without = await host.run("acquire-lock", {}, 'command() { case "$2" in flock) return 1 ;; esac; }');
    expect(without.report.failure).toMatchObject({
      reason_code: "host_unsuitable",
      says: expect.stringContaining("flock is not installed"),
    });
    expect(existsSync(host.path)).toBe(false);
  });

  test("since another user deployed there before names that user, instead of an unknown state", async () => {
    await passed(host.target(), { type: "acquire-lock" });
    const { report } = await host.run("acquire-lock", {}, 'may_write() { case "$1" in */state/*) return 1 ;; esac; }');
    expect(report.failure).toMatchObject({
      reason_code: "host_unsuitable",
      says: expect.stringMatching(
        /state\/mutex belongs to \S+ and cannot be written by \S+; deploy as one user, or give /,
      ),
    });
  });
});
