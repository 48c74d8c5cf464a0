// What nobody may have the host believe: lists of files and packs that were made to write elsewhere, to fill the disk,
// or to bring what was never validated.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { readFileList } from "../../src/domain/release/files.ts";
import { passed, type Sandbox, sandbox } from "./sandbox.ts";

let host: Sandbox;
beforeAll(async () => {
  host = sandbox();
  await passed(host.target(), { type: "acquire-lock" });
});
afterAll(() => host.close());

const sha256 = (data: string | Buffer) => createHash("sha256").update(data).digest("hex");
const file = (path: string, content: string, mode = "644") =>
  `f\t${mode}\t${Buffer.byteLength(content)}\t${sha256(content)}\t${path}\n`;
const program = "#!/bin/sh\n";
const good = `d\t755\t0\t-\tbin\n${file("bin/app", program, "755")}`;

/** A folder of a pack: its list, and its files. */
function packing(list: string, files: Readonly<Record<string, string>> = { "bin/app": program }): string {
  const folder = mkdtempSync(join(host.folder, "pack-"));
  writeFileSync(join(folder, "list"), list);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, "release", path, ".."), { recursive: true });
    writeFileSync(join(folder, "release", path), content);
  }
  return folder;
}

/** What the host says of a pack of this folder, which claims to be what was announced. */
async function assemble(folder: string, more: readonly string[] = ["release"], announced?: string) {
  const at = join(host.path, "incoming/1.0.0-00000000.pack");
  const args = ["-czf", at, "-C", folder, "--absolute-names", "--no-recursion", "--hard-dereference", "list"];
  const inside = more.flatMap((one) => (one === "release" ? filesIn(folder) : [one]));
  execFileSync("tar", [...args, ...inside], { stdio: "pipe" });
  const { report } = await host.run("assemble", {
    PD_RELEASE: "1.0.0-00000000",
    PD_DIGEST: sha256(readFileSync(at)),
    PD_LIST: announced ?? sha256(readFileSync(join(folder, "list"))),
  });
  return report;
}

const filesIn = (folder: string) =>
  execFileSync("find", ["release", "!", "-type", "d", "-print0"], { cwd: folder, encoding: "utf8" })
    .split("\0")
    .filter((name) => name !== "");

function nothingLeft(): void {
  expect(readdirSync(join(host.path, "releases"))).toEqual([]);
  expect(readdirSync(join(host.path, "incoming"))).toEqual([]);
  expect(readdirSync(join(host.path, "shared"))).toEqual([]);
}

describe("a list of files", () => {
  const zero = "0".repeat(64);
  test.each<[string, string, string]>([
    ["an absolute path", `${good}f\t644\t1\t${zero}\t/etc/cron.d/x\n`, "`/etc/cron.d/x` is an absolute path"],
    ["`..`", `${good}f\t644\t1\t${zero}\tbin/../../../shared/env\n`, "has `..` in its path"],
    ["a link out", `${good}l\t777\t0\t../../shared\tout\n`, "`out` is a link out of the release"],
    ["an absolute link", `${good}l\t777\t0\t/etc\tout\n`, "is a link out of the release"],
    ["a file behind a link", `${good}l\t777\t0\tbin\ta\nf\t644\t1\t${zero}\ta/x\n`, "`a/x` lies in no folder"],
    ["a device", `${good}c\t644\t0\t-\tnull\n`, "`null` is neither a file nor a folder nor a link"],
    ["a named pipe", `${good}p\t644\t0\t-\tpipe\n`, "is neither a file nor a folder nor a link"],
    ["a setuid file", `${good}f\t4755\t1\t${zero}\tx\n`, "has the mode 4755"],
    ["a file that everybody may write", `${good}f\t666\t1\t${zero}\tx\n`, "may be written by everybody"],
    ["a file twice", `${good}${good}`, "`bin` is listed twice"],
    ["a control character", `${good}f\t644\t1\t${zero}\ta\rb\n`, "is not understood"],
    ["half a line", `${good}f\t644`, "is not understood"],
    ["no sha256", `${good}f\t644\t1\t${zero.slice(1)}g\tx\n`, "has no sha256"],
    ["nothing at all", "", "is empty"],
  ])("with %s is refused, and nothing is left", async (_what, list, says) => {
    expect((await assemble(packing(list))).failure).toMatchObject({
      reason_code: "unsafe_release",
      says: expect.stringContaining(says),
    });
    nothingLeft();
  });

  test("with 10 GB of zeros is refused for want of room, before anything is unpacked", async () => {
    const list = `${good}f\t644\t${10 ** 12}\t${zero}\tzeros\n`;
    expect((await assemble(packing(list))).failure).toMatchObject({ reason_code: "disk_full" });
    nothingLeft();
  });

  test("that is another one than the manifest's is refused", async () => {
    expect((await assemble(packing(good), ["release"], zero)).failure).toMatchObject({
      reason_code: "digest_mismatch",
      says: expect.stringContaining(`the release's manifest says ${zero}`),
    });
    nothingLeft();
  });

  test("is judged alike on the runner and on the host, whatever is in it", async () => {
    const path = fc.oneof(
      fc.constantFrom(
        "bin",
        "bin/x",
        "a",
        "a/b",
        "../x",
        "/x",
        "a//b",
        "./a",
        "a/",
        "-rf",
        "$(touch x)",
        "a b",
        "'",
        '"',
      ),
      fc.string({ maxLength: 6 }).map((text) => text.replaceAll(/[\p{Cc}\\\ufffd]/gu, "_")),
    );
    const content = fc.constantFrom(zero, "-", "bin", "../x", "x/../..", "./../a", "/etc", "..", "");
    const line = fc
      .tuple(
        fc.constantFrom("f", "f", "d", "d", "l", "p", "b", ""),
        fc.constantFrom("644", "755", "400", "777", "666", "4755", "9"),
        fc.constantFrom("0", "1", "-1", "1e3", "99999999999999"),
        content,
        path,
      )
      .map((parts) => `${parts.join("\t")}\n`);
    const lists = fc.sample(fc.array(line, { minLength: 1, maxLength: 4 }), { numRuns: 400, seed: 7 });
    const cases = lists.map((lines) => `d\t755\t0\t-\tbin\n${lines.join("")}`);
    const folder = mkdtempSync(join(host.folder, "lists-"));
    for (const [index, text] of cases.entries()) writeFileSync(join(folder, String(index)), text);
    const read = `LC_ALL=C awk "$list_reader" "${folder}/$at"`;
    const loop = `op_log() { for at in $(seq 0 ${cases.length - 1}); do ${read}; done; }`;
    const said = (await host.run("log", {}, loop)).ran.stdout.split("\n").slice(0, cases.length);
    const refused = cases.map((text) => typeof readFileList(text) === "string");
    expect(said.map((one) => one.startsWith("! "))).toEqual(refused);
    expect(new Set(refused).size).toBe(2);
  });
});

describe("a pack", () => {
  test("of what the list names becomes a release, also under names that a shell could take for its own", async () => {
    const names = ["-rf", "a b", "q'\"", "$(touch x)", "größe", "x -> y"];
    const list = good + names.map((name) => file(name, name)).join("");
    const report = await assemble(
      packing(list, { "bin/app": program, ...Object.fromEntries(names.map((n) => [n, n])) }),
    );
    expect(report).toMatchObject({ exit: 0, failure: null });
    expect(readdirSync(join(host.path, "releases/1.0.0-00000000")).sort()).toEqual(["bin", ...names].sort());
    await host.run("prune", { PD_REMOVE: "1.0.0-00000000" });
    nothingLeft();
  });

  test.each<[string, (folder: string) => readonly string[] | undefined, string]>([
    [
      "a file that the list does not have",
      (folder) => void writeFileSync(join(folder, "release/more"), "x"),
      "is not in the list",
    ],
    [
      "a larger file than the list says",
      (folder) => void writeFileSync(join(folder, "release/bin/app"), "x".repeat(99)),
      "has 99 bytes, and the list says 10",
    ],
    ["a file twice", () => ["release", "release/bin/app"], "is there twice"],
    ["a link", (folder) => void symlinkSync("/etc", join(folder, "release/out")), "is no plain file"],
    ["a named pipe", (folder) => void execFileSync("mkfifo", [join(folder, "release/pipe")]), "is no plain file"],
    ["an absolute path", () => ["release", "/etc/hostname"], "is not in the list"],
    [
      "`..`",
      (folder) => {
        writeFileSync(join(folder, "env"), "x");
        return ["release", "release/../env"];
      },
      "is not in the list",
    ],
    [
      "a name with a line feed",
      (folder) => void writeFileSync(join(folder, "release/a\nlist"), "x"),
      "is not in the list",
    ],
    [
      "10 MB of zeros for a file of ten bytes",
      (folder) => void truncateSync(join(folder, "release/bin/app"), 10 << 20),
      "larger than their list says",
    ],
  ])("with %s is refused, and nothing is left", async (_what, change, says) => {
    const folder = packing(good);
    const more = change(folder);
    expect((await assemble(folder, more ?? ["release"])).failure).toMatchObject({
      reason_code: "unsafe_release",
      says: expect.stringContaining(says),
    });
    nothingLeft();
  });

  test("with other bytes of the same length is refused by the sha256 of the file", async () => {
    const folder = packing(good, { "bin/app": program.replace("sh", "ss") });
    expect((await assemble(folder)).failure).toMatchObject({
      reason_code: "digest_mismatch",
      says: expect.stringContaining("`bin/app` is not as the list has it"),
    });
    nothingLeft();
  });

  test("without a file that the host lacks is refused with its name", async () => {
    const folder = packing(`${good}${file("more", "x")}`);
    expect((await assemble(folder)).failure).toMatchObject({
      reason_code: "unpack_failed",
      says: expect.stringContaining("has no `more`, and it was not sent"),
    });
    nothingLeft();
    expect(existsSync("/etc/cron.d/x")).toBe(false);
  });
});
