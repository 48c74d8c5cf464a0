import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { changelogSections, type Section } from "../../src/domain/changelog.ts";

const rest = "\n\n### Added\n\n- A basket\n\n";

function sectionOf(changelog: string, version: string): Section | undefined {
  return changelogSections(changelog).find((one) => one.version === version);
}

describe("the section of a version", () => {
  test.each([
    ["Keep a Changelog", "## [1.1.0] - 2026-11-24", "2026-11-24"],
    ["Keep a Changelog, yanked", "## [1.1.0] - 2026-11-24 [YANKED]", "2026-11-24"],
    ["a reference link", "## [1.1.0][v1.1.0] - 2026-11-24", "2026-11-24"],
    ["release-please", "## [1.1.0](https://github.com/a/b/compare/v1.0.0...v1.1.0) (2026-11-24)", "2026-11-24"],
    ["an older release-please", "### [1.1.0](https://github.com/a/b) (2026-11-24)", "2026-11-24"],
    ["a plain heading", "## 1.1.0", null],
    ["a plain heading with a v", "## v1.1.0", null],
    ["a heading of the first level", "# v1.1.0", null],
    ["a word before", "## Version 1.1.0 - 2026-11-24", "2026-11-24"],
    ["a plain heading with a date", "## 1.1.0 (2026-11-24)", "2026-11-24"],
    ["Elixir's own style", "## v1.1.0 2026-11-24", "2026-11-24"],
    ["a closed heading", "## 1.1.0 - 2026-11-24 ##", "2026-11-24"],
    ["an indented heading", "   ## 1.1.0 - 2026-11-24", "2026-11-24"],
    ["a long dash", "# 1.1.0 — 2026-11-24", "2026-11-24"],
    ["an underlined heading", "1.1.0 - 2026-11-24\n------------------", "2026-11-24"],
    ["a doubly underlined heading", "[1.1.0] / 2026-11-24\n===", "2026-11-24"],
    ["a date that does not exist", "## [1.1.0] - 2026-02-31", "2026-02-31"],
    ["a placeholder", "## [1.1.0] - YYYY-MM-DD", null],
  ])("is found under %s", (_, heading, date) => {
    const text = `# Changelog\n\n## [Unreleased]\n\n- Soon\n\n${heading}${rest}## [1.0.0] - 2026-10-01\n\n- Old\n`;
    for (const all of [text, `\ufeff${text}`, text.replaceAll("\n", "\r\n")]) {
      expect(changelogSections(all).map((one) => one.version)).toEqual([null, "1.1.0", "1.0.0"]);
      expect(sectionOf(all, "1.1.0")).toEqual({ version: "1.1.0", line: 7, date, text: "### Added\n\n- A basket", empty: false });
    }
  });

  test("is that of the very version, with what it was released as", () => {
    const text = "## 1.1.0-rc.1\n\n- a\n\n## 11.1.0\n\n- b\n\n## 1.1.0+build.7\n\n- c\n\n## 1.1.0-rc.2 soon\n\n## 1.1.0.1\n";
    expect(sectionOf(text, "1.1.0")).toBeUndefined();
    expect(sectionOf(text, "1.1.0-rc.1")?.text).toBe("- a");
    expect(sectionOf(text, "1.1.0+build.7")?.text).toContain("- c");
  });

  test.each([
    ["the file's end, without the link definitions there", "[1.1.0]: https://github.com/a/b/compare/x...y\n"],
    ["what is not released", "## Unreleased\n\n- b\n"],
    ["a heading above its own", "# Archive\n\n- b\n"],
  ])("ends at %s", (_, after) => {
    expect(sectionOf(`## [1.1.0] - 2026-11-24\n\n- a\n\n${after}`, "1.1.0")?.text).toBe("- a");
  });

  test("goes on over its own headings, also those of its own level, and over code", () => {
    const text = "### 1.1.0\n\n### 2.0.0 is next\n\n```\n## 1.0.0\n<!--\n```\n\nFixed\n-----\n\n- a\n\n## 1.0.0\n\n- b\n";
    expect(sectionOf(text, "1.1.0")?.text).toContain("2.0.0 is next\n\n```\n## 1.0.0\n<!--\n```");
    expect(sectionOf(text, "1.0.0")?.text).toBe("- b");
    expect(changelogSections(text)).toHaveLength(2);
    expect(sectionOf("~~~~\n## 1.0.0\n~~~\n````\n## 1.0.0\n~~~~\n## 1.1.0\n", "1.0.0")).toBeUndefined();
  });

  test("is not one that is commented out, and does not show comments", () => {
    const text = "<!-- ## 1.2.0 -->\n<!--\n## 1.1.0\n\n- secret\n-->\n\n## 1.0.0\n\n<!-- say something -->\n\n- a\n";
    expect(changelogSections(text)).toEqual([{ version: "1.0.0", line: 8, date: null, text: "- a", empty: false }]);
  });

  test.each([
    ["nothing", ""],
    ["headings", "### Added\n\nFixed\n-----\n"],
    ["comments", "<!-- nothing yet -->\n<!--\n- a\n-->\n"],
    ["rules and bare bullets", "---\n\n- \n*\n"],
    ["link definitions", "[1.1.0]: https://example.com\n"],
  ])("with %s is empty", (_, body) => {
    expect(sectionOf(`## 1.1.0\n\n${body}\n## 1.0.0\n`, "1.1.0")?.empty).toBe(true);
  });

  test("comes twice when it stands there twice", () => {
    expect(changelogSections("## 1.1.0\n- a\n## 1.1.0\n- b\n").map(({ line, text }) => ({ line, text }))).toEqual([
      { line: 1, text: "- a" },
      { line: 3, text: "- b" },
    ]);
  });

  test("is read from any text without a fault, each of its lines once", () => {
    const line = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("## [1.1.0] - 2026-11-24", "```", "~~~", "## 1.0.0", "- a", "# A", "---", "<!--", "-->", "1.0.0", "\u0000", "\r"),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const text = lines.join("\n");
        const sections = changelogSections(text);
        for (const one of sections) if (one.version !== null) expect(text).toContain(one.version);
        expect(sections.reduce((total, one) => total + one.text.length, 0)).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  test("takes time by the length of the text, not by its square", () => {
    for (const one of ["## 1.0.0\n", "## [1.1.0](((((\n", "- a\n", "#\n", "1.1.0\n---\n", `${"#".repeat(5_000)}\n`, "1".repeat(9_999)]) {
      const text = one.repeat(Math.floor(1_000_000 / one.length));
      const started = performance.now();
      changelogSections(text);
      expect(performance.now() - started).toBeLessThan(10_000);
    }
  });
});
