import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { compareVersions, parseVersion, type Version } from "../../../src/domain/release/version.ts";
import { patternOf, releasedTag, versionOfTag } from "../../../src/domain/release/version-tag.ts";

function read(text: string): Version {
  const version = parseVersion(text);
  if (version === null) throw new Error(`${text} is no version`);
  return version;
}
const order = (a: string, b: string) => Math.sign(compareVersions(read(a), read(b)));

const number = fc.oneof(fc.nat({ max: 3 }), fc.nat()).map(String);
const identifier = fc.oneof(number, fc.constantFrom("alpha", "beta", "rc", "-", "0a", "A", "a", "1-1"));
const version = fc
  .tuple(number, number, number, fc.array(identifier, { maxLength: 3 }), fc.constantFrom("", "+1", "+build.01"))
  .map(
    ([major, minor, patch, pre, build]) =>
      `${major}.${minor}.${patch}${pre.length > 0 ? `-${pre.join(".")}` : ""}${build}`,
  );

describe("the precedence of versions", () => {
  test.each([
    ["numbers", ["1.0.0", "2.0.0", "2.1.0", "2.1.1"]],
    ["a release after its pre-release", ["1.0.0-alpha", "1.0.0"]],
    [
      "pre-releases",
      [
        "1.0.0-alpha",
        "1.0.0-alpha.1",
        "1.0.0-alpha.beta",
        "1.0.0-beta",
        "1.0.0-beta.2",
        "1.0.0-beta.11",
        "1.0.0-rc.1",
        "1.0.0",
      ],
    ],
    [
      "numbers by value and not by letters",
      ["1.9.0", "1.10.0", "1.11.0", "1.99999999999999999998.0", "1.99999999999999999999.0"],
    ],
  ])("is that of semver.org: %s", (_, ascending) => {
    for (const [index, one] of ascending.entries())
      for (const [at, other] of ascending.entries()) expect(order(one, other)).toBe(Math.sign(index - at));
  });

  test("leaves build metadata out", () => {
    expect(order("1.0.0+20130313144700", "1.0.0+exp.sha.5114f85")).toBe(0);
    expect(order("1.0.0+1", "1.0.0")).toBe(0);
  });

  test("is a total order", () => {
    fc.assert(
      fc.property(version, version, version, (a, b, c) => {
        expect(order(a, a)).toBe(0);
        expect(order(a, b) + order(b, a)).toBe(0);
        if (order(a, b) <= 0 && order(b, c) <= 0) expect(order(a, c)).toBeLessThanOrEqual(0);
        // Neither comes first only where they differ in nothing but build metadata.
        if (order(a, b) === 0) expect(a.split("+")[0]).toBe(b.split("+")[0]);
      }),
    );
  });
});

describe("a version", () => {
  test.each([
    "0.0.0",
    "1.2.3",
    "1.0.0-0.3.7",
    "1.0.0-x.7.z.92",
    "1.0.0-x-y-z.--",
    "1.0.0--",
    "1.0.0+21AF26D3---117B344092BD",
    "1.0.0-0a",
  ])("is %j", (text) => {
    expect(parseVersion(text)).not.toBeNull();
  });

  test.each([
    "",
    "1",
    "1.2",
    "v1.2.3",
    "01.2.3",
    "1.02.3",
    "1.0.0-01",
    "1.0.0-",
    "1.0.0+",
    "1.0.0-a..b",
    "1.2.3.4",
    " 1.2.3",
    "1.2.3\n",
    "1.2.3\n::set-output name=a::b",
    "1.2.3;rm -rf /",
    "1.2.3-$(id)",
    "١.٢.٣",
  ])("is not %j", (text) => {
    expect(parseVersion(text)).toBeNull();
  });

  test("is distinguished from 200 kB that are none in no time", () => {
    for (const text of ["1.2.3".repeat(40_000), `1.2.3-${"0".repeat(200_000)}`, `1.2.3-${"a.".repeat(100_000)}`])
      expect(parseVersion(text)).toBeNull();
  });
});

describe("the version of a tag", () => {
  test.each([
    ["v1.2.3", "1.2.3"],
    ["1.2.3", "1.2.3"],
    ["v1.2.3-rc.1+5", "1.2.3-rc.1+5"],
    ["shop-v1.2.3", "1.2.3"],
    ["shop@1.2.3", "1.2.3"],
    ["shop-1.2.3", "1.2.3"],
    ["shop/v1.2.3", "1.2.3"],
    ["shop_web-v1.2.3", "1.2.3"],
    ["other-v1.2.3", null],
    ["shopping-v1.2.3", null],
    ["shop", null],
    ["shop-", null],
    ["v1.2", null],
    ["vv1.2.3", null],
    ["release/1.2.3", null],
    ["latest", null],
    ["v1.2.3$(id)", null],
    ["v1.2.3\u202e", null],
  ])("%j is %j", (tag, version) => {
    expect(versionOfTag(tag, { names: ["shop", "shop_web"], patterns: [] })).toBe(version);
  });

  test.each<[string, string, string | null]>([
    ["v*", "v1.2.3", "1.2.3"],
    ["v*", "1.2.3", null],
    ["v*", "2023.12.18", null],
    ["v1.*", "v1.2.3", "1.2.3"],
    ["v1.*", "v20.0.1", null],
    ["[0-9]*", "1.2.3", "1.2.3"],
    ["[0-9]*", "v1.2.3", null],
    ["v[0-9].[0-9]*", "v1.2.3", "1.2.3"],
    ["a.b-*", "axb-1.2.3", null],
    ["?.*", "1.2.3", "1.2.3"],
    ["@core/sync-service@*", "@core/sync-service@1.7.12", "1.7.12"],
    ["@core/sync-service@*", "@core/electric@2.0.0", null],
    ["release/*", "release/v1.2.3", "1.2.3"],
    ["shop-v*", "shop-v1.2.3", "1.2.3"],
    ["*", "shop-v1.2.3", "1.2.3"],
    ["*", `v1.2.3-${"a".repeat(300)}`, null],
  ])("under the pattern %j, of %j, is %j", (pattern, tag, version) => {
    expect(versionOfTag(tag, { names: ["shop"], patterns: [pattern] })).toBe(version);
  });

  test("has a pattern where most tags have one", () => {
    const tags = ["@core/a@1.0.0", "@core/b@1.0.0", "@core/b@1.1.0-rc.1", "latest"].map((name) => ({
      name,
      commit: "",
    }));
    expect(patternOf(tags)).toBe("@core/b@*");
    expect(patternOf([{ name: "latest", commit: "" }])).toBeNull();
  });
});

describe("the tag that is released", () => {
  const rules = { names: ["shop"], patterns: [] };
  const tags = ["v1.0.0", "v1.1.0", "shop-v1.0.5", "latest"].map((name) => ({ name, commit: "a" }));
  const at = (ref: string, head = "a") =>
    releasedTag([...tags, { name: "v2.0.0", commit: "b" }], rules, { ref, head })?.name ?? null;

  test("is the one that started the run, else the greatest on this commit", () => {
    expect(at("refs/tags/v1.0.0")).toBe("v1.0.0");
    expect(at("refs/tags/shop-v1.0.5")).toBe("shop-v1.0.5");
    expect(at("refs/tags/latest")).toBe("v1.1.0");
    expect(at("refs/heads/main")).toBe("v1.1.0");
    expect(at("refs/heads/main", "c")).toBeNull();
  });
});
