import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { changelogSection, judgeChangelog } from "../../src/announce/changelog.ts";

const rest = "\n\n### Added\n\n- A basket\n\n";

describe("the section of a version", () => {
  test.each([
    ["Keep a Changelog", "## [1.1.0] - 2026-11-24", "2026-11-24"],
    ["Keep a Changelog, yanked", "## [1.1.0] - 2026-11-24 [YANKED]", "2026-11-24"],
    ["release-please", "## [1.1.0](https://github.com/a/b/compare/v1.0.0...v1.1.0) (2026-11-24)", "2026-11-24"],
    ["an older release-please", "### [1.1.0](https://github.com/a/b) (2026-11-24)", "2026-11-24"],
    ["a plain heading", "## 1.1.0", null],
    ["a plain heading with a v", "## v1.1.0", null],
    ["a plain heading with a date", "## 1.1.0 (2026-11-24)", "2026-11-24"],
    ["Elixir's own style", "## v1.1.0 2026-11-24", "2026-11-24"],
    ["a long dash", "# 1.1.0 — 2026-11-24", "2026-11-24"],
    ["a date that does not exist", "## [1.1.0] - 2026-02-31", null],
    ["a placeholder", "## [1.1.0] - YYYY-MM-DD", null],
  ])("is found under %s", (_, heading, date) => {
    const text = `# Changelog\n\n## [Unreleased]\n\n- Soon\n\n${heading}${rest}## [1.0.0] - 2026-10-01\n\n- Old\n`;
    expect(changelogSection(text, "1.1.0")).toEqual({ date, text: "### Added\n\n- A basket", empty: false });
  });

  test("is that of the very version, with what it was released as", () => {
    const text = "## 1.1.0-rc.1\n\n- a\n\n## 11.1.0\n\n- b\n\n## 1.1.0+build.7\n\n- c\n";
    expect(changelogSection(text, "1.1.0")).toBeNull();
    expect(changelogSection(text, "1.1.0-rc.1")?.text).toBe("- a");
    expect(changelogSection(text, "1.1.0+build.7")?.text).toBe("- c");
  });

  test("ends at the file's end, without the link definitions there", () => {
    const text = "## [1.1.0] - 2026-11-24\r\n\r\n- a\r\n\r\n[1.1.0]: https://github.com/a/b/compare/x...y\r\n";
    expect(changelogSection(text, "1.1.0")?.text).toBe("- a");
  });

  test("goes on over headings that only mention a version, and over code", () => {
    const text = "## 1.1.0\n\n### 2.0.0 is next\n\n```\n## 1.0.0\n```\n\n- a\n\n## 1.0.0\n\n- b\n";
    expect(changelogSection(text, "1.1.0")?.text).toBe("### 2.0.0 is next\n\n```\n## 1.0.0\n```\n\n- a");
    expect(changelogSection(text, "1.0.0")?.text).toBe("- b");
  });

  test("is read from any text without a fault", () => {
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom("## [1.1.0] - 2026-11-24", "```", "## 1.0.0", "- a", "#".repeat(5_000), `## [1.1.0](${"(".repeat(5_000)}`),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const found = changelogSection(lines.join("\n"), "1.1.0");
        if (found !== null) expect(lines.join("\n")).toContain("1.1.0");
      }),
    );
  });
});

describe("documentation is updated", () => {
  test("when the section is there, dated, and says something", () => {
    expect(judgeChangelog(`## [1.1.0] - 2026-11-24${rest}`, "1.1.0")).toEqual({
      closed: true,
      restsOn: "CHANGELOG.md has a section for 1.1.0, dated 2026-11-24.",
      toClose: "",
    });
  });

  test.each([
    ["there is no file", null, "There is no CHANGELOG.md."],
    ["the file is empty", "", "CHANGELOG.md has no section for 1.1.0."],
    ["the section is missing", "## 1.0.0 (2026-10-01)\n\n- a", "CHANGELOG.md has no section for 1.1.0."],
    ["it is still unreleased", "## [Unreleased]\n\n- a", "CHANGELOG.md has no section for 1.1.0."],
    ["the section is empty", "## 1.1.0 (2026-11-24)\n\n## 1.0.0", "The section for 1.1.0 in CHANGELOG.md is empty."],
    ["it has headings only", "## 1.1.0 (2026-11-24)\n\n### Added\n\n### Fixed\n", "The section for 1.1.0 in CHANGELOG.md is empty."],
    ["it has no date", "## 1.1.0\n\n- a", "The section for 1.1.0 in CHANGELOG.md has no date."],
  ])("not when %s", (_, text, restsOn) => {
    const proof = judgeChangelog(text, "1.1.0");
    expect(proof).toMatchObject({ closed: false, restsOn });
    expect(proof.toClose).not.toBe("");
  });
});
