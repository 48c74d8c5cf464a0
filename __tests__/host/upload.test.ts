import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { Judgement } from "../../src/domain/evidence/result.ts";
import type { Shell } from "../../src/ports/shell.ts";
import { drawn } from "../support/extent.ts";
import type { FakeOptions, FakeRelease } from "./fake-release.ts";
import { fakeProgram, passed, type Sandbox, sandbox, shell, step } from "./sandbox.ts";

let host: Sandbox;
beforeEach(() => {
  host = sandbox();
});
afterEach(() => host.close());

const within = (...names: string[]) => join(host.path, ...names);

/** A release with a list of its files. */
const listed = (version: string, given: FakeOptions = {}) => host.release(version, { ...given, listed: true });

/** Changes that a release has which is no mere tree of files. */
function odd(folder: string): void {
  mkdirSync(join(folder, "empty/deep"), { recursive: true });
  mkdirSync(join(folder, "lib/app-1/ebin"), { recursive: true });
  for (const name of ["a", "b c", "-rf", "q'\"$(touch x)", "größe"])
    writeFileSync(join(folder, "lib/app-1/ebin", name), name);
  symlinkSync("../zz-last", join(folder, "bin/link"));
  symlinkSync("lib/app-1", join(folder, "app"));
  writeFileSync(join(folder, "secret"), "x");
  chmodSync(join(folder, "secret"), 0o400);
}

/** The same, as a version bump has it: a folder is called otherwise, and one file is new under two names. */
function bumped(folder: string): void {
  odd(folder);
  execFileSync("mv", [join(folder, "lib/app-1"), join(folder, "lib/app-2")]);
  execFileSync("ln", ["-sfn", "lib/app-2", join(folder, "app")]);
  for (const name of ["new.js", "new-digest.js"]) writeFileSync(join(folder, name), "new");
}

/** How an upload of a release ends, and the unpacking after it. */
async function upload(release: FakeRelease): Promise<Judgement> {
  const target = host.target({ release });
  await passed(target, { type: "acquire-lock" });
  const judgement = await step(target, { type: "upload", release: release.id });
  if (judgement.verdict === "pass") await passed(target, { type: "unpack", release: release.id });
  return judgement;
}

/** All of a folder as text: types, modes, targets, sizes and contents. */
function tree(folder: string): string {
  const all = execFileSync("find", [".", "-mindepth", "1", "-printf", "%y %m %l %P\\n"], { cwd: folder });
  const sums = execFileSync("find", [".", "-type", "f", "-exec", "sha256sum", "{}", "+"], { cwd: folder });
  return `${all}${sums}`.split("\n").sort().join("\n");
}

describe("a host that has an earlier release", () => {
  test("is sent what it lacks, and has the very tree that the tarball holds", async () => {
    const [first, second] = [listed("1.0.0", { change: odd }), listed("1.1.0", { change: bumped })];
    expect((await upload(first)).facts).toEqual({ bytes: first.bytes, of: first.bytes, copied: 0 });
    const judgement = await upload(second);
    expect(judgement).toMatchObject({ verdict: "pass", facts: { of: second.bytes, copied: 9 } });
    expect(judgement.warnings ?? []).toEqual([]);
    expect(Number(judgement.facts?.["bytes"])).toBeLessThan(second.bytes / 5);
    const whole = join(host.folder, "whole");
    mkdirSync(whole);
    execFileSync("tar", ["-xzf", second.path, "-C", whole]);
    expect(tree(within("releases", second.id))).toBe(tree(whole));
    expect(readdirSync(within("incoming"))).toEqual([]);
    expect(readdirSync(within("releases")).sort()).toEqual([first.id, second.id]);
    expect(JSON.parse(readFileSync(within("state/kept", `${second.id}.json`), "utf8"))).toMatchObject({ name: "app" });
  });

  test("gets copies: what an application writes into one release is not in the other", async () => {
    const [first, second] = [listed("1.0.0"), listed("1.1.0", { change: bumped })];
    await upload(first);
    await upload(second);
    const binary = (id: string) => within("releases", id, "erts/bin/sleep");
    expect(statSync(binary(first.id)).ino).not.toBe(statSync(binary(second.id)).ino);
    expect(statSync(binary(second.id)).nlink).toBe(1);
  });

  test("is sent nothing of a release that is there", async () => {
    const release = listed("1.0.0");
    await upload(release);
    const target = host.target({ release });
    expect(await step(target, { type: "upload", release: release.id })).toMatchObject({
      verdict: "pass",
      says: `${release.id} is on web1: nothing was sent.`,
      facts: { bytes: 0 },
    });
  });

  test("is sent the whole tarball where hardly a file is the same", async () => {
    await upload(listed("1.0.0", { server: "listens" }));
    const second = listed("1.1.0");
    const judgement = await upload(second);
    expect(judgement).toMatchObject({ verdict: "pass", facts: { bytes: second.bytes, copied: 0 } });
    expect(judgement.warnings).toEqual([]);
  });
});

describe("where anything is off, the whole tarball is sent, with the reason", () => {
  /** A second release after the first one was changed on the host. */
  async function secondAfter(change: (first: FakeRelease) => void, given: FakeOptions = {}) {
    const [first, second] = [listed("1.0.0", { change: odd }), listed("1.1.0", { change: odd, ...given })];
    await upload(first);
    change(first);
    const judgement = await upload(second);
    return { judgement, first, second };
  }

  test("since a file here is not what its hash was when it was read", async () => {
    const { judgement, second } = await secondAfter((first) => {
      const files = within("releases", first.id);
      const hashes = execFileSync("sh", ["-c", "find . -type f -exec sha256sum {} + | sed 's|  ./|  |'"], {
        cwd: files,
      });
      writeFileSync(within("state/kept", `${first.id}.files`), hashes);
      writeFileSync(within("releases", first.id, "zz-last"), "other\n");
    });
    expect(judgement).toMatchObject({ verdict: "pass", facts: { of: second.bytes, copied: 0 } });
    expect(judgement.warnings).toEqual([
      expect.stringMatching(
        /^web1 was sent the whole tarball of 1\.1\.0-\w+: web1: `zz-last` is not as the list has it/,
      ),
    ]);
    expect(readFileSync(within("releases", second.id, "zz-last"), "utf8")).toBe("whole\n");
    expect(readdirSync(within("incoming"))).toEqual([]);
    // The next one is copied by what the files are now.
    expect((await upload(listed("1.2.0", { change: odd }))).warnings ?? []).toEqual([]);
  });

  test("since the list was changed beside the tarball, or is missing there", async () => {
    const { judgement } = await secondAfter(() => undefined, { change: bumped, relist: (text) => text });
    expect(judgement.warnings ?? []).toEqual([]);
    const third = listed("1.2.0");
    appendFileSync(third.list?.path ?? "", "x");
    expect((await upload(third)).warnings?.[0]).toContain("the list of its files has sha256");
    const fourth = listed("1.3.0");
    execFileSync("rm", [fourth.list?.path ?? ""]);
    expect((await upload(fourth)).warnings?.[0]).toContain("is missing beside the tarball");
  });

  test.each<[string, (text: string) => string, string]>(
    drawn<[string, (text: string) => string, string]>(
      "lists that are off",
      [
        [
          "names a file elsewhere",
          (text) => `${text}f\t644\t1\t${"0".repeat(64)}\t../../shared/env\n`,
          "has `..` in its path",
        ],
        ["has another mode", (text) => text.replace("f\t644", "f\t640"), ""],
        ["lacks a file", (text) => text.replace(/^.*\tzz-last\n/m, ""), ""],
      ],
      1,
    ),
  )("since the list %s", async (_what, relist, says) => {
    const { judgement, second } = await secondAfter(() => undefined, { relist });
    expect(judgement.verdict).toBe("pass");
    if (says !== "") expect(judgement.warnings?.[0]).toContain(says);
    expect(existsSync(within("releases", second.id, "bin/app"))).toBe(true);
    expect(existsSync(within("shared/env"))).toBe(false);
  });
});

describe("a connection that drops", () => {
  /** A shell whose uploads are cut after so many bytes, as often as numbers are given. */
  function cutting(...after: number[]): Shell {
    return {
      run(command) {
        const bytes = command.stdin?.file === undefined ? undefined : after.shift();
        const env =
          bytes === undefined ? {} : fakeProgram(host.folder, "cat", `head -c ${bytes}; exec /bin/cat >/dev/null`);
        return shell.run({ ...command, env });
      },
    };
  }

  test("costs what had not arrived: the rest is sent, and the whole is verified", async () => {
    const release = listed("1.0.0");
    const target = host.target({ release, shell: cutting(5_000, 3_000) });
    await passed(target, { type: "acquire-lock" });
    expect(await passed(target, { type: "upload", release: release.id })).toMatchObject({
      says: expect.stringContaining("(the upload was resumed at byte 8000)"),
    });
    await passed(target, { type: "unpack", release: release.id });
  });

  test("is given up where it always does, and what arrived is used by the next run", async () => {
    const release = listed("1.0.0");
    const target = host.target({ release, shell: cutting(5_000, 0, 0, 0, 0) });
    await passed(target, { type: "acquire-lock" });
    expect(await step(target, { type: "upload", release: release.id })).toMatchObject({ reason_code: "upload_failed" });
    expect(readdirSync(within("incoming"))).toEqual([`${release.id}.tar.gz.part`]);
    const judgement = await passed(host.target({ release }), { type: "upload", release: release.id });
    expect(judgement.facts?.["bytes"]).toBe(release.bytes - 5_000);
  });

  test("while the host puts the release together is no failure where the host went on", async () => {
    const [first, second] = [listed("1.0.0"), listed("1.1.0")];
    await upload(first);
    const dropped: Shell = {
      async run(command) {
        const ran = await shell.run(command);
        return command.stdin?.text?.includes("PD_OP='assemble'") ? { ...ran, code: 255, stdout: "" } : ran;
      },
    };
    const target = host.target({ release: second, shell: dropped });
    expect(await passed(target, { type: "upload", release: second.id })).toMatchObject({ facts: { copied: 3 } });
    expect(readdirSync(within("releases")).sort()).toEqual([first.id, second.id]);
  });

  test("leaves nothing that another file is put behind", async () => {
    const release = listed("1.0.0");
    const target = host.target({ release });
    await passed(target, { type: "acquire-lock" });
    writeFileSync(within("incoming", `${release.id}.tar.gz.part`), "of another run");
    expect((await upload(release)).facts).toMatchObject({ bytes: release.bytes });
  });
});
