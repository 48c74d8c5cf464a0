import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type LockedPackage, packageChanges, readMixLock } from "../../../src/domain/release/mix-lock.ts";

const commit = "0123456789abcdef0123456789abcdef01234567";

const telemetry = '{:telemetry, "~> 0.4 or ~> 1.0", [hex: :telemetry, repo: "hexpm", optional: false]}';
const tagged = '[tag: "v2.2.0", sparse: "optimized", depth: 1]';

const lock = `%{
  "castore": {:hex, :castore, "1.0.15", "8aa93", [:mix], [], "hexpm", "96ce4"},
  "db_connection": {:hex, :db_connection, "2.8.0", "64fd8", [:mix], [${telemetry}], "hexpm", "008399"},
  "heroicons": {:git, "https://github.com/tailwindlabs/heroicons.git", "${commit}", ${tagged}},
  "oban_pro": {:hex, :oban_pro, "1.5.0", "aa", [:mix], [], "oban", "bb"},
  "ours": {:git, "git@example.com:ours.git", "${commit}", []},
  "telemetry": {:hex, :telemetry, "1.3.0", "fedeb", [:rebar3], [], "hexpm", "7015f"},
}
`;

function read(text: string): ReadonlyMap<string, LockedPackage> {
  const packages = readMixLock(text);
  if (typeof packages === "string") throw new Error(packages);
  return packages;
}

describe("mix.lock", () => {
  test("has packages of Hex, of other repositories and of git", () => {
    expect([...read(lock).values()].map(({ name, version, source }) => `${name} ${version} ${source}`)).toEqual([
      "castore 1.0.15 hexpm",
      "db_connection 2.8.0 hexpm",
      "heroicons 0123456789ab (v2.2.0) https://github.com/tailwindlabs/heroicons.git",
      "oban_pro 1.5.0 oban",
      "ours 0123456789ab git@example.com:ours.git",
      "telemetry 1.3.0 hexpm",
    ]);
  });

  test("may be empty, old, or written by hand", () => {
    expect(read("%{}").size).toBe(0);
    expect(read("%{\n}\n").size).toBe(0);
    // Before checksums, and with keys that are atoms.
    expect(read('%{plug: {:hex, :plug, "1.0.0"}, "b" => {:hex, :b, "2.0.0", "x"}} # end').size).toBe(2);
    expect(read('%{"a\\"b": {:hex, :"a-b", "1.0.0", "c"}}').get('a"b')?.version).toBe("1.0.0");
  });

  test.each<[string, string, string]>([
    ["a conflict", `%{\n<<<<<<< HEAD\n  "a": {:hex, :a, "1.0.0"},\n=======\n}`, "line 2 is not understood"],
    ["code", '%{"a": System.cmd("id", [])}', "line 1 is not understood"],
    ["an interpolation", '%{"a": {:hex, :a, "#{System.halt()}"}}', "line 1 is not understood"],
    ["another manager", '%{"a": {:svn, "x", "y"}}', "the entry of `a` is not understood"],
    ["no version", '%{"a": {:hex, :a}}', "the entry of `a` is not understood"],
    ["a list", '["a"]', "line 1 is not understood"],
    ["what follows the map", "%{} %{}", "line 1 is not understood"],
    ["an end", '%{"a": {:hex, :a, "1.0.0",\n', "line 2 is not understood"],
    ["nothing", "", "line 1 is not understood"],
    ["depth", `%{"a": ${"[".repeat(100)}`, "line 1 is not understood"],
  ])("with %s is refused by its place", (_what, text, says) => {
    expect(readMixLock(text)).toBe(says);
  });

  test("is read or refused, whatever it holds, and quickly", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'%{}[]":=>#, \\\nab1') }), (text) => {
        expect(["object", "string"]).toContain(typeof readMixLock(text));
      }),
    );
    expect(typeof readMixLock(`%{"${"a".repeat(1_000_000)}`)).toBe("string");
    expect(typeof readMixLock(`%{${" #\n".repeat(300_000)}`)).toBe("string");
  });
});

describe("two locks", () => {
  const changes = (before: string, after: string) =>
    packageChanges(read(before), read(after)).map(
      ({ name, before, after, how }) => `${name} ${before} ${after} ${how}`,
    );
  const hex = (version: string, checksum = "x", repository = "hexpm") =>
    `%{"a": {:hex, :a, "${version}", "c", [:mix], [], "${repository}", "${checksum}"}}`;

  test("that are the same have no changes", () => {
    expect(changes(lock, lock)).toEqual([]);
  });

  test.each<[string, string, string, string]>([
    ["added", "%{}", hex("1.0.0"), "a null 1.0.0 added"],
    ["removed", hex("1.0.0"), "%{}", "a 1.0.0 null removed"],
    ["newer", hex("1.2.0"), hex("1.3.0"), "a 1.2.0 1.3.0 newer"],
    ["a new major version", hex("1.2.0"), hex("2.0.0"), "a 1.2.0 2.0.0 major"],
    ["a new minor version below 1.0", hex("0.2.0"), hex("0.3.0"), "a 0.2.0 0.3.0 major"],
    ["a patch below 1.0", hex("0.2.0"), hex("0.2.1"), "a 0.2.0 0.2.1 newer"],
    ["older", hex("1.10.0"), hex("1.9.0"), "a 1.10.0 1.9.0 older"],
    ["of another repository", hex("1.0.0"), hex("1.0.0", "x", "evil"), "a 1.0.0 of hexpm 1.0.0 of evil source"],
    ["of other contents", hex("1.0.0"), hex("1.0.0", "y"), "a 1.0.0 1.0.0, another checksum source"],
    [
      "of another commit",
      `%{"a": {:git, "u", "${commit}", []}}`,
      `%{"a": {:git, "u", "${"f".repeat(40)}", [branch: "main"]}}`,
      "a 0123456789ab ffffffffffff (main) other",
    ],
  ])("say of a package that it is %s", (_what, before, after, says) => {
    expect(changes(before, after)).toEqual([says]);
  });
});
