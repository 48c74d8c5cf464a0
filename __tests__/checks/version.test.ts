import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { judgeVersion, type VersionFacts } from "../../src/checks/version.ts";
import { compareVersions, parseVersion, sameLine } from "../../src/domain/release/version.ts";
import { whole } from "../support/extent.ts";
import { unicode } from "../support/unicode.ts";

const head = "a".repeat(40);
const other = "b".repeat(40);
const tag = (name: string, commit = other) => ({ name, commit });
const facts = (known: Partial<VersionFacts> = {}): VersionFacts => ({
  ...{ version: "1.1.0", rules: { names: ["shop"], patterns: [] }, maintenance: false, head, tags: [tag("v1.0.0")] },
  ...{ shallow: false, base: null, file: "mix.exs" },
  ...known,
});
const missing = {
  verdict: "error",
  reason_code: "not_judged",
  says: "The branch main is not here.",
  remedy: "Fetch it.",
} as const;

describe("the version is bumped", () => {
  test.each<[string, Partial<VersionFacts>, string]>([
    [
      "when it is greater than the newest tag",
      { tags: [tag("v1.0.0"), tag("v0.9.0")] },
      "1.1.0 is greater than 1.0.0, the newest version tag `v1.0.0` (commit bbbbbbbb).",
    ],
    [
      "when no tag names a version",
      { tags: [tag("latest"), tag("v1")] },
      "1.1.0 is valid SemVer; 2 tags, none read as a version of this application.",
    ],
    ["when there is no tag", { tags: [] }, "1.1.0 is valid SemVer; no tag names another version: the first version."],
    [
      "when the tag on this very commit names it without its build metadata",
      { version: "2.4.0+abc12345", tags: [tag("v2.4.0", head), tag("v2.3.0")] },
      "2.4.0+abc12345 is greater than 2.3.0, the newest version tag `v2.3.0` (commit bbbbbbbb).",
    ],
    [
      "whatever pre-release of another line there is",
      { version: "0.22.3", tags: [tag("v0.22.2"), tag("v1.0.0-rc.1")] },
      "0.22.3 is greater than 0.22.2, the newest version tag `v0.22.2` (commit bbbbbbbb).",
    ],
    [
      "whatever date is a tag, where the settings name those that count",
      { version: "0.0.2", tags: [tag("2023.12.18"), tag("v0.0.1")], rules: { names: [], patterns: ["v*"] } },
      "0.0.2 is greater than 0.0.1, the newest version tag `v0.0.1` (commit bbbbbbbb).",
    ],
    [
      "when it is the next of its own line, where a maintenance release may be",
      { version: "1.7.24", tags: [tag("v1.8.9"), tag("v1.7.23")], maintenance: true },
      "1.7.24 is greater than 1.7.23, the newest version tag of its line `v1.7.23` (commit bbbbbbbb).",
    ],
    [
      "when it is the first of a new minor line of an older major one",
      { version: "1.9.0", tags: [tag("v2.3.0"), tag("v1.8.4")], maintenance: true },
      "1.9.0 is greater than 1.8.4, the newest version tag of its line `v1.8.4` (commit bbbbbbbb).",
    ],
    [
      "when it is greater than all, also where a maintenance release may be",
      { version: "1.9.0", tags: [tag("v1.8.9"), tag("v1.7.23")], maintenance: true },
      "1.9.0 is greater than 1.8.9, the newest version tag `v1.8.9` (commit bbbbbbbb).",
    ],
    [
      "when its own tag points at this commit",
      { tags: [tag("v1.1.0", head), tag("v1.0.0")] },
      "1.1.0 is greater than 1.0.0, the newest version tag `v1.0.0` (commit bbbbbbbb).",
    ],
    [
      "when only its own tag is there",
      { tags: [tag("shop-v1.1.0", head)] },
      "1.1.0 is valid SemVer; no tag names another version: the first version.",
    ],
    [
      "when it is the release after its own candidates",
      { tags: [tag("v1.1.0-rc.2")] },
      "1.1.0 is greater than 1.1.0-rc.2, the newest version tag `v1.1.0-rc.2` (commit bbbbbbbb).",
    ],
    [
      "whatever another application of the repository is at",
      { tags: [tag("other-v9.0.0"), tag("shop@1.0.0")] },
      "1.1.0 is greater than 1.0.0, the newest version tag `shop@1.0.0` (commit bbbbbbbb).",
    ],
    [
      "when it is greater than the base branch's too",
      { base: { branch: "main", version: "1.0.5" } },
      "1.1.0 is greater than 1.0.0, the newest version tag `v1.0.0` (commit bbbbbbbb), and than 1.0.5, the " +
        "version on `main`.",
    ],
    [
      "when the base branch has no such project",
      { base: { branch: "main", version: null } },
      "1.1.0 is greater than 1.0.0, the newest version tag `v1.0.0` (commit bbbbbbbb).",
    ],
  ])("%s", (_, known, says) => {
    expect(judgeVersion(facts(known))).toMatchObject({ verdict: "pass", reason_code: "passed", says });
  });

  test.each<[string, Partial<VersionFacts>, string]>([
    [
      "a tag of another commit has it",
      { tags: [tag("v1.1.0")] },
      "1.1.0 is not greater than 1.1.0, the newest version tag `v1.1.0` (commit bbbbbbbb).",
    ],
    [
      "a greater one is tagged",
      { tags: [tag("v1.0.0"), tag("v2.0.0"), tag("v1.9.0")] },
      "1.1.0 is not greater than 2.0.0",
    ],
    ["a greater one is tagged at this very commit", { tags: [tag("v2.0.0", head)] }, "1.1.0 is not greater than 2.0.0"],
    [
      "only its build metadata differ",
      { version: "1.1.0+2", tags: [tag("v1.1.0+1")] },
      "1.1.0+2 is not greater than 1.1.0+1",
    ],
    [
      "it goes back to a candidate",
      { version: "1.1.0-rc.3", tags: [tag("v1.1.0")] },
      "1.1.0-rc.3 is not greater than 1.1.0",
    ],
    [
      "the base branch has it",
      { base: { branch: "main", version: "1.1.0" } },
      "1.1.0 is not greater than 1.1.0, the version on `main`.",
    ],
    [
      "what a shallow checkout shows is greater",
      { tags: [tag("v1.1.0")], shallow: true },
      "1.1.0 is not greater than 1.1.0",
    ],
    [
      "a tag is greater, and the base branch is missing",
      { tags: [tag("v1.2.0")], base: { branch: "main", missing } },
      "1.1.0 is not greater than 1.2.0",
    ],
  ])("not when %s", (_, known, says) => {
    const judgement = judgeVersion(facts(known));
    expect(judgement).toMatchObject({
      verdict: "fail",
      reason_code: "version_not_bumped",
      says: expect.stringContaining(says),
    });
    expect(judgement.findings).toMatchObject([{ severity: "error", file: "mix.exs", line: 1 }]);
  });

  test.each<[string, Partial<VersionFacts>, string]>([
    [
      "an older line has had it",
      { version: "1.7.23", tags: [tag("v1.8.9"), tag("v1.7.23")], maintenance: true },
      "1.7.23 is not greater than 1.8.9",
    ],
    [
      "no release of its line is tagged",
      { version: "1.0.0", tags: [tag("v2.0.0")], maintenance: true },
      "1.0.0 is not greater than 2.0.0",
    ],
    [
      "a candidate of its own line is greater",
      { version: "1.1.0", tags: [tag("v1.1.1-rc.1")] },
      "1.1.0 is not greater than 1.1.1-rc.1",
    ],
  ])("not where %s", (_, known, says) => {
    expect(judgeVersion(facts(known))).toMatchObject({ verdict: "fail", says: expect.stringContaining(says) });
  });

  test.each<[string, Partial<VersionFacts>, string]>([
    [
      "a maintenance release",
      { version: "1.7.24", tags: [tag("v1.8.9"), tag("v1.7.23")] },
      "`checks: {version: {line: maintenance}}`",
    ],
    [
      "a date that is a tag",
      { version: "0.0.2", tags: [tag("2023.12.18"), tag("v0.0.1")] },
      'could follow `2023.12.18`: name the tags that count, as in `checks: {version: {tags: "v*"}}`',
    ],
    ["an odd tag", { version: "1.0.1", tags: [tag("v20.0.1"), tag("v1.0.0")] }, '`checks: {version: {tags: "v1.*"}}`'],
    ["a version that nobody raises", { version: "0.1.0", tags: [tag("v0.4.0")] }, "`checks: {version: {from: tag}}`"],
    [
      "a version that nobody raises, on a pull request",
      { version: "0.1.0", tags: [], base: { branch: "main", version: "0.1.0" } },
      "`checks: {version: off}`",
    ],
  ])("names the setting for %s", (_, known, remedy) => {
    const judgement = judgeVersion(facts(known));
    expect(judgement).toMatchObject({ verdict: "fail", remedy: expect.stringContaining(remedy) });
    expect(judgement.findings).toHaveLength(1);
  });

  test("does not name a version two years ahead as odd", () => {
    expect(judgeVersion(facts({ version: "3.0.0", tags: [tag("v12.0.0"), tag("v2.0.0")] })).remedy).toContain(
      "Raise it".toLowerCase(),
    );
  });

  test("notes which tags it left out, and under which pattern they would count", () => {
    const tags = Array.from({ length: 815 }, (_, at) =>
      tag(`@core/sync-service@1.${Math.floor(at / 100)}.${at % 100}`),
    );
    const judgement = judgeVersion(facts({ version: "1.7.13", tags }));
    expect(judgement.says).toBe("1.7.13 is valid SemVer; 815 tags, none read as a version of this application.");
    expect(judgement.findings).toMatchObject([
      { severity: "notice", message: expect.stringContaining('{version: {tags: "@core/sync-service@*"}}') },
    ]);
    const named = facts({ version: "1.7.13", tags, rules: { names: [], patterns: ["@core/sync-service@*"] } });
    expect(judgeVersion(named)).toMatchObject({
      verdict: "fail",
      says: expect.stringContaining("not greater than 8.14.0".replace("8.14.0", "1.8.14")),
    });
    const nothing = facts({ rules: { names: [], patterns: ["x*"] } });
    expect(judgeVersion(nothing).says).toBe(
      "1.1.0 is valid SemVer; 1 tag, none read as a version of this application under `x*`.",
    );
  });

  test("notes a maintenance release, and a pre-release of another line", () => {
    const said = (known: Partial<VersionFacts>) =>
      judgeVersion(facts(known)).findings?.map(({ severity, message }) => `${severity}: ${message}`);
    expect(said({ version: "1.7.24", tags: [tag("v1.8.9"), tag("v1.7.23")], maintenance: true })).toEqual([
      "notice: A maintenance release: 1.8.9 (`v1.8.9`) is newer, and of another line.",
    ]);
    expect(said({ version: "0.22.3", tags: [tag("v0.22.2"), tag("v1.0.0-rc.1")] })).toEqual([
      "notice: `v1.0.0-rc.1` does not count: it is a pre-release of another line.",
    ]);
    expect(said({})).toEqual([]);
  });

  test.each<[string, Partial<VersionFacts>]>([
    ["no tag is seen", { tags: [] }],
    ["a smaller tag is seen", {}],
    ["its own tag is seen", { tags: [tag("v1.1.0", head)] }],
  ])("is not known in a shallow checkout, although %s", (_, known) => {
    const judgement = judgeVersion(facts({ shallow: true, ...known }));
    expect(judgement).toMatchObject({ verdict: "error", reason_code: "not_judged" });
    expect(judgement.remedy).toContain("fetch-depth: 0");
  });

  test("is not known when the base branch's version is not", () => {
    expect(judgeVersion(facts({ base: { branch: "main", missing } }))).toEqual(missing);
  });

  test.each([
    null,
    "",
    "1.1",
    "v1.1.0",
    "1.0.0-01",
    "1.1.0\n::set-output name=version::9.9.9",
    "1.1.0; rm -rf /",
    "1.1.0-$(id)",
    `1.1.0-${"a".repeat(64)}`,
    "`1.1.0`",
  ])("not when it is %j", (version) => {
    const judgement = judgeVersion(facts({ version }));
    expect(judgement).toMatchObject({ verdict: "fail", reason_code: "version_invalid" });
    expect(judgement.says).not.toMatch(/[\r\n]/);
  });

  test("is named in a line of bounded length, whatever it is", () => {
    const hostile = fc.oneof(
      unicode(),
      fc.constantFrom(
        "x".repeat(200_000),
        `v1.0.0-${"a".repeat(200_000)}`,
        `v${"9".repeat(200_000)}.0.0`,
        "\n::error::x",
        "v1.0.0",
      ),
    );
    fc.assert(
      fc.property(hostile, fc.array(hostile), hostile, (version, names, base) => {
        const judgement = judgeVersion(
          facts({ version, tags: names.map((name) => tag(name)), base: { branch: "main", version: base } }),
        );
        expect(judgement.says.length).toBeLessThan(600);
        expect(judgement.says).not.toMatch(/[\r\n\u001b]/);
      }),
      { numRuns: whole ? 50 : 15 },
    );
  });

  test("passes only what every release that is tagged comes before, and every pre-release of its line", () => {
    const version = fc
      .tuple(fc.nat(3), fc.nat(3), fc.constantFrom("", "-rc.1", "-rc.2", "+1"))
      .map(([a, b, more]) => `${a}.${b}.0${more}`);
    fc.assert(
      fc.property(version, fc.array(version), (text, tagged) => {
        const judgement = judgeVersion(facts({ version: text, tags: tagged.map((one) => tag(`v${one}`)) }));
        const order = (one: string) => {
          const [a, b] = [parseVersion(one), parseVersion(text)];
          if (a === null || b === null) return Number.NaN;
          return a.pre.length > 0 && !sameLine(a, b) ? -1 : compareVersions(a, b);
        };
        expect(judgement.verdict === "pass").toBe(tagged.every((one) => order(one) < 0));
      }),
    );
  });
});
