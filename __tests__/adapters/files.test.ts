import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { filesAdapter } from "../../src/adapters/files.ts";

const folder = mkdtempSync(join(tmpdir(), "pd-files-"));
afterAll(() => rmSync(folder, { recursive: true }));
const files = filesAdapter();
const path = (name: string) => join(folder, name);

describe("files", () => {
  test("that are absent are null, no error and no text", async () => {
    expect(await files.read(path("absent"), 10)).toBeNull();
    expect(await files.digest(path("absent"))).toBeNull();
    expect(await files.list(path("absent"))).toEqual([]);
    expect(await files.exists(path("absent"))).toBe(false);
    await files.remove(path("absent"));
  });

  test("are written whole, with their folders, and leave nothing beside", async () => {
    await files.write(path("a/b/c.txt"), "one");
    await files.write(path("a/b/c.txt"), "größer");
    expect(readFileSync(path("a/b/c.txt"), "utf8")).toBe("größer");
    expect(readdirSync(path("a/b"))).toEqual(["c.txt"]);
    expect(await files.read(path("a/b/c.txt"), 100)).toBe("größer");
  });

  test.each<[string, Buffer]>([
    ["too large", Buffer.alloc(101, "x")],
    ["not UTF-8", Buffer.from([0x61, 0xff])],
  ])("that are %s are an error that names them", async (_what, bytes) => {
    writeFileSync(path("odd"), bytes);
    await expect(files.read(path("odd"), 100)).rejects.toThrow(path("odd"));
  });

  test("have a digest of their bytes, whatever these are", async () => {
    writeFileSync(path("bytes"), Buffer.from([0xff, 0x00]));
    expect(await files.digest(path("bytes"))).toEqual({
      sha256: "ea5dbf9596d187e9500f23e9a680109475341cf4e81f7e043f7d97152c10772f",
      bytes: 2,
    });
  });

  test("are listed by name, moved and removed", async () => {
    await files.makeFolder(path("list"));
    for (const name of ["b", "a"]) await files.write(path(`list/${name}`), name);
    expect(await files.list(path("list"))).toEqual(["a", "b"]);
    await files.move(path("list"), path("moved"));
    await files.remove(path("moved"));
    expect(existsSync(path("moved"))).toBe(false);
  });
});
