import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { drawn } from "../support/extent.ts";
import type { FakeRelease } from "./fake-release.ts";
import { fakeProgram, passed, type Sandbox, sandbox, shell, step } from "./sandbox.ts";

let host: Sandbox;
beforeEach(() => {
  host = sandbox();
});
afterEach(() => host.close());

/** A release whose folder was changed, packed with these arguments besides. */
function packed(change: (folder: string) => void, ...more: readonly string[]): FakeRelease {
  const release = host.release("1.0.0");
  const folder = mkdtempSync(join(host.folder, "again-"));
  execFileSync("tar", ["-xzf", release.path, "-C", folder]);
  change(folder);
  execFileSync("tar", ["-czf", release.path, "-C", folder, "--absolute-names", ...more, "."], { stdio: "pipe" });
  const bytes = readFileSync(release.path);
  const digest = createHash("sha256").update(bytes).digest("hex");
  return { ...release, id: `1.0.0-${digest.slice(0, 8)}`, digest, bytes: bytes.length };
}

/** With a list of files, as releases have it whose archive is decompressed once, into a file. */
function listed(release: FakeRelease, bytes = 1_000_000): FakeRelease {
  const text = `f\t644\t${bytes}\t${"0".repeat(64)}\tone\n`;
  const path = `${release.path}.files`;
  writeFileSync(path, text);
  return { ...release, list: { path, sha256: createHash("sha256").update(text).digest("hex") } };
}

/** How unpacking a release ends. */
async function unpack(release: FakeRelease) {
  const target = host.target({ release });
  await passed(target, { type: "acquire-lock" });
  await passed(target, { type: "upload", release: release.id });
  return step(target, { type: "unpack", release: release.id });
}

const here = (folder: string, ...names: string[]) => join(folder, ...names);

describe("a release that holds what it must not", () => {
  test.each<[string, (folder: string) => void, readonly string[], string]>(
    drawn<[string, (folder: string) => void, readonly string[], string]>(
      "archives that are refused",
      [
        ["a named pipe", (folder) => execFileSync("mkfifo", [here(folder, "pipe")]), [], "`./pipe` is a named pipe"],
        ["a setuid file", (folder) => chmodSync(here(folder, "zz-last"), 0o4755), [], "`./zz-last` has the setuid"],
        ["a setgid folder", (folder) => chmodSync(here(folder, "bin"), 0o2755), [], "`./bin/` has the setuid"],
        [
          "a file that everybody may write",
          (folder) => chmodSync(here(folder, "zz-last"), 0o666),
          [],
          "may be written by everybody",
        ],
        [
          "a folder that everybody may write",
          (folder) => chmodSync(here(folder, "bin"), 0o777),
          [],
          "may be written by everybody",
        ],
        [
          "an absolute link",
          (folder) => symlinkSync("/etc/passwd", here(folder, "out")),
          [],
          "is a link out of the release, to `/etc/passwd`",
        ],
        [
          "a link that climbs out",
          (folder) => symlinkSync("../../../shared/env", here(folder, "bin/out")),
          [],
          "is a link out of the release",
        ],
        [
          "a link that descends and climbs",
          (folder) => symlinkSync("bin/../../x", here(folder, "out")),
          [],
          "is a link out of the release",
        ],
        [
          "an absolute path",
          () => undefined,
          ["--transform", "s|^./zz-last|/tmp/zz-last|"],
          "`/tmp/zz-last` is an absolute path",
        ],
        [
          "`..` in a path",
          () => undefined,
          ["--transform", "s|^./zz-last|./bin/../../zz-last|"],
          "has `..` in its path",
        ],
        [
          "a file behind a link",
          (folder) => {
            symlinkSync("bin", here(folder, "a"));
            mkdirSync(here(folder, "b"));
            writeFileSync(here(folder, "b/c"), "");
          },
          ["--sort=name", "--transform", "s|^./b/c|./a/c|"],
          "`./a/c` lies behind a link",
        ],
        [
          "a hard link out of it",
          (folder) => linkSync(here(folder, "zz-last"), here(folder, "zz-same")),
          ["--sort=name", "--transform", "flags=h;s|zz-last|/etc/hostname|"],
          "is no file of the release",
        ],
      ],
      5,
    ),
  )(
    "%s: is refused before anything of it is unpacked, and the upload is removed",
    async (_what, change, more, says) => {
      const release = packed(change, ...more);
      for (const one of [release, listed(release)]) {
        const judgement = await unpack(one);
        expect(judgement).toMatchObject({ verdict: "fail", reason_code: "unsafe_release" });
        expect(judgement.says).toContain(says);
        expect(readdirSync(join(host.path, "releases"))).toEqual([]);
        expect(readdirSync(join(host.path, "incoming"))).toEqual([]);
      }
      expect(existsSync("/tmp/zz-last")).toBe(false);
    },
  );

  test("a device is refused as well, which only root can make", async () => {
    const listing = 'crw-r--r-- 0/0 1,3 2026-01-01 00:00 "./null"\\n';
    const { ran } = await host.run("log", {}, `op_log() { printf '${listing}' | awk "$archive_reader"; }`);
    expect(ran.stdout).toContain("`./null` is a device");
  });

  test.each<[string, (folder: string) => void]>(
    drawn<[string, (folder: string) => void]>(
      "archives without a fault",
      [
        ["a link within it", (folder) => symlinkSync("../zz-last", here(folder, "bin/in"))],
        ["a link to a folder within it", (folder) => symlinkSync("bin", here(folder, "programs"))],
        ["a hard link within it", (folder) => linkSync(here(folder, "zz-last"), here(folder, "zz-same"))],
        [
          "names with spaces, quotes, line feeds, arrows and other letters",
          (folder) => {
            for (const name of [
              "a b",
              'q"q',
              "l\nl",
              "x -> y",
              'x" -> "y',
              "größe",
              "-rf",
              "a link to b",
              "..a",
              "b..",
            ])
              writeFileSync(here(folder, name), "");
          },
        ],
        ["files that only their owner may write", (folder) => chmodSync(here(folder, "zz-last"), 0o600)],
      ],
      3,
    ),
  )("%s: is no fault", async (_what, change) => {
    expect(await unpack(packed(change))).toMatchObject({ verdict: "pass" });
  });

  test.each([
    ["as much as its list says", 1_000_000],
    ["more than its list says", 0],
  ])("an archive of %s is unpacked, and nothing else is left of it", async (_what, bytes) => {
    const release = packed((folder) => writeFileSync(here(folder, "large"), "x".repeat(bytes === 0 ? 3 << 20 : 1)));
    expect(await unpack(listed(release, bytes))).toMatchObject({ verdict: "pass" });
    expect(existsSync(join(host.path, "releases", release.id, "large"))).toBe(true);
    expect(readdirSync(join(host.path, "incoming"))).toEqual([]);
  });
});

describe("a full disk", () => {
  test("is known before the upload, and said with what is needed and what is free", async () => {
    const release = host.release("1.0.0");
    const target = host.target({ release });
    await passed(target, { type: "acquire-lock" });
    const crowded = host.target({
      release,
      shell: {
        run: async (command) =>
          command.stdin?.text?.includes("PD_OP='stock'") ? answer("pd\tdisk\t1000\npd\texit\t0\n") : gzip(release),
      },
    });
    const judgement = await step(crowded, { type: "upload", release: release.id });
    expect(judgement).toMatchObject({
      verdict: "fail",
      reason_code: "disk_full",
      facts: { free: 1000, needed: release.bytes + 2_000_000 },
    });
    expect(judgement.says).toContain("No space left on web1");
    expect(readdirSync(join(host.path, "incoming"))).toEqual([]);
  });

  test("while it is unpacked is said in words, and neither the upload nor half a release stays", async () => {
    const release = host.release("1.0.0");
    const target = host.target({ release });
    for (const [inserted, words] of [
      ["disk_free() { echo 1000; }", "No space left: "],
      [
        `disk_is_full() { echo 'No space left on device'; }
tar() { case "$1" in -xzf) return 2 ;; *) command tar "$@" ;; esac; }`,
        "No space left on device: ",
      ],
    ] as const) {
      await passed(target, { type: "acquire-lock" });
      await passed(target, { type: "upload", release: release.id });
      const { report } = await host.run("unpack", { PD_RELEASE: release.id, PD_DIGEST: release.digest }, inserted);
      expect(report.failure).toMatchObject({ reason_code: "disk_full", says: expect.stringContaining(words) });
      expect(readdirSync(join(host.path, "releases"))).toEqual([]);
      expect(readdirSync(join(host.path, "incoming"))).toEqual([]);
    }
  });

  test("is said wherever something could not be written for it", async () => {
    const full = "write_file() { return 1; }\ndisk_is_full() { echo 'No space left on device'; }";
    const { report } = await host.run("acquire-lock", {}, full);
    expect(report.failure).toMatchObject({
      reason_code: "disk_full",
      says: expect.stringMatching(/could not be written.*No space left on device/),
    });
  });

  test("leaves no half of a file of the host's state", async () => {
    await host.run("acquire-lock");
    const { report } = await host.run("renew", {}, "sync() { return 1; }");
    expect(report.exit).toBe(1);
    expect(readdirSync(join(host.path, "state")).filter((name) => name.includes(".tmp."))).toEqual([]);
  });

  test("during the upload is said, and the half of it is removed", async () => {
    const release = host.release("1.0.0");
    const target = host.target({ release });
    await passed(target, { type: "acquire-lock" });
    const full = fakeProgram(
      host.folder,
      "cat",
      "head -c 100; echo 'cat: write error: No space left on device' >&2; exit 1",
    );
    const crowded = host.target({ release, shell: { run: (command) => shell.run({ ...command, env: full }) } });
    const judgement = await step(crowded, { type: "upload", release: release.id });
    expect(judgement).toMatchObject({
      verdict: "fail",
      reason_code: "disk_full",
      says: expect.stringContaining("No space left on device"),
    });
    expect(readdirSync(join(host.path, "incoming"))).toEqual([]);
  });
});

const answer = (stdout: string) => ({ ended: "exited" as const, code: 0, stdout, stderr: "", durationMs: 1, why: "" });
const gzip = ({ bytes }: FakeRelease) =>
  answer(`  compressed  uncompressed  ratio uncompressed_name\n  ${bytes}  2000000  50.0% x.tar\n`);
