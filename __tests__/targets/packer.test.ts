import { createHash } from "node:crypto";
import { expect, test } from "@jest/globals";
import type { Command, Shell } from "../../src/ports/shell.ts";
import { packerOf } from "../../src/targets/hosts/packer.ts";
import { memoryFiles } from "../support/files.ts";

const text = `f\t644\t1\t${"a".repeat(64)}\ta\nf\t644\t1\t${"b".repeat(64)}\tb\n`;
const sha256 = createHash("sha256").update(text).digest("hex");
const upload = { id: "1.0.0-00000000", digest: "0".repeat(64), path: "/r/x.tar.gz", bytes: 9, manifest: "{}" };

/** A packer on a machine where tar always does as it is asked; the commands that were run. */
function packer(list: string, code = 0) {
  const ran: Command[] = [];
  const files = memoryFiles(new Map([["/r/x.files", list]]));
  const shell: Shell = {
    async run(command) {
      ran.push(command);
      const made = command.argv[command.argv.indexOf("--file") + 1] ?? "";
      if (command.argv.includes("--create")) files.files.set(made, command.stdin?.text ?? "");
      return { ended: "exited", code, stdout: "", stderr: "tar: it broke\n", durationMs: 1, why: "" };
    },
  };
  const needs = { arch: process.arch, libc: null, glibc: null, openssl: [], environment: [] };
  const release = { ...upload, needs, list: { path: "/r/x.files", sha256 }, scratch: "/tmp/scratch" };
  return { packer: packerOf({ shell, files, release }), ran };
}

test("the tarball is unpacked once, and each set of files is packed once, for however many hosts at once", async () => {
  const { packer: made, ran } = packer(text);
  const sets = [["a"], ["a"], ["a", "b"], ["a"], ["a", "b"]];
  const packs = await Promise.all(sets.map((paths) => made.pack(paths)));
  expect(ran.map(({ argv }) => argv[1])).toEqual(["--extract", "--create", "--create"]);
  expect(new Set(packs).size).toBe(2);
  expect(ran.map(({ stdin }) => stdin?.text)).toEqual([undefined, "list\0release/a\0", "list\0release/a\0release/b\0"]);
});

test("a list that was changed or refused, and a tar that fails, are said in words", async () => {
  expect(await packer(`${text}x`).packer.files()).toEqual({ wrong: expect.stringContaining("has sha256") });
  expect(await packer(text, 2).packer.pack(["a"])).toEqual({
    wrong: "the tarball could not be unpacked on this runner: tar: it broke",
  });
  expect(await packer(text).packer.files()).toHaveLength(2);
});
