import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { judgeVersion, type VersionFacts } from "../../src/checks/version.ts";
import { compareVersions, parseVersion } from "../../src/domain/version.ts";

const head = "a".repeat(40);
const other = "b".repeat(40);
const tag = (name: string, commit = other) => ({ name, commit });
const facts = (known: Partial<VersionFacts> = {}): VersionFacts => ({
  ...{ version: "1.1.0", names: ["shop"], head, tags: [tag("v1.0.0")], shallow: false, base: null, file: "mix.exs" },
  ...known,
});
const missing = { verdict: "error", reason_code: "not_judged", says: "The branch main is not here.", remedy: "Fetch it." } as const;

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
      "1.1.0 is valid SemVer; no tag names another version: the first version.",
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
      "1.1.0 is greater than 1.0.0, the newest version tag `v1.0.0` (commit bbbbbbbb), and than 1.0.5, the version on `main`.",
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
    ["a greater one is tagged", { tags: [tag("v1.0.0"), tag("v2.0.0"), tag("v1.9.0")] }, "1.1.0 is not greater than 2.0.0"],
    ["a greater one is tagged at this very commit", { tags: [tag("v2.0.0", head)] }, "1.1.0 is not greater than 2.0.0"],
    ["only its build metadata differ", { version: "1.1.0+2", tags: [tag("v1.1.0+1")] }, "1.1.0+2 is not greater than 1.1.0+1"],
    ["it goes back to a candidate", { version: "1.1.0-rc.3", tags: [tag("v1.1.0")] }, "1.1.0-rc.3 is not greater than 1.1.0"],
    ["the base branch has it", { base: { branch: "main", version: "1.1.0" } }, "1.1.0 is not greater than 1.1.0, the version on `main`."],
    ["what a shallow checkout shows is greater", { tags: [tag("v1.1.0")], shallow: true }, "1.1.0 is not greater than 1.1.0"],
    [
      "a tag is greater, and the base branch is missing",
      { tags: [tag("v1.2.0")], base: { branch: "main", missing } },
      "1.1.0 is not greater than 1.2.0",
    ],
  ])("not when %s", (_, known, says) => {
    const judgement = judgeVersion(facts(known));
    expect(judgement).toMatchObject({ verdict: "fail", reason_code: "version_not_bumped", says: expect.stringContaining(says) });
    expect(judgement.findings).toMatchObject([{ severity: "error", file: "mix.exs", line: 1 }]);
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

  test("is told in a line of bounded length, whatever is told", () => {
    const hostile = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("x".repeat(200_000), `v1.0.0-${"a".repeat(200_000)}`, `v${"9".repeat(200_000)}.0.0`, "\n::error::x", "v1.0.0"),
    );
    fc.assert(
      fc.property(hostile, fc.array(hostile), hostile, (version, names, base) => {
        const judgement = judgeVersion(facts({ version, tags: names.map((name) => tag(name)), base: { branch: "main", version: base } }));
        expect(judgement.says.length).toBeLessThan(600);
        expect(judgement.says).not.toMatch(/[\r\n\u001b]/);
      }),
      { numRuns: 50 },
    );
  });

  test("passes only what every version tag that is seen comes before", () => {
    const version = fc.tuple(fc.nat(3), fc.nat(3), fc.constantFrom("", "-rc.1", "-rc.2", "+1")).map(([a, b, more]) => `${a}.${b}.0${more}`);
    fc.assert(
      fc.property(version, fc.array(version), (text, tagged) => {
        const judgement = judgeVersion(facts({ version: text, tags: tagged.map((one) => tag(`v${one}`)) }));
        const order = (one: string) => {
          const [a, b] = [parseVersion(one), parseVersion(text)];
          return a === null || b === null ? Number.NaN : compareVersions(a, b);
        };
        expect(judgement.verdict === "pass").toBe(tagged.every((one) => order(one) < 0));
      }),
    );
  });
});
