import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { changelogSections, type Section } from "../../../src/domain/release/changelog.ts";
import { headingLimit } from "../../../src/domain/release/changelog-heading.ts";
import { unicode } from "../../support/unicode.ts";

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
      expect(sectionOf(all, "1.1.0")).toMatchObject({
        version: "1.1.0",
        line: 7,
        text: "### Added\n\n- A basket",
        empty: false,
      });
      expect(sectionOf(all, "1.1.0")?.date?.text ?? null).toBe(date);
    }
  });

  test.each<[string, string | null, readonly string[]]>([
    ["## 1.1.0 (20 Aug 2026)", "20 Aug 2026", ["2026-08-20"]],
    ["### v1.1.0: 11 June 2026", "11 June 2026", ["2026-06-11"]],
    ["## 1.1.0 - June 11th, 2026", "June 11th, 2026", ["2026-06-11"]],
    ["## 1.1.0 (Tuesday, Aug. 11, 2026)", "Aug. 11, 2026", ["2026-08-11"]],
    ["## 1.1.0 (05.05.2026)", "05.05.2026", ["2026-05-05"]],
    ["## 1.1.0 (31/12/2025)", "31/12/2025", ["2025-12-31"]],
    ["## 1.1.0 12/31/2025", "12/31/2025", ["2025-12-31"]],
    ["## [1.1.0] 11-06-2024", "11-06-2024", ["2024-06-11", "2024-11-06"]],
    ["[1.1.0] 11-06-2024", "11-06-2024", ["2024-06-11", "2024-11-06"]],
    ["## 1.1.0 / 2024/06/11", "2024/06/11", ["2024-06-11"]],
    ["## 1.1.0 (32.05.2026)", "32.05.2026", []],
    ["## SDK 1.1.0 - 2025-09-16", "2025-09-16", ["2025-09-16"]],
    ["## my_app 1.1.0 (2024-06-11)", "2024-06-11", ["2024-06-11"]],
    ["## my-app@1.1.0", null, []],
    ["# Changelog for v1.1.0", null, []],
    ["## 1.1.0 🎨 (2024-06-11)", "2024-06-11", ["2024-06-11"]],
    ["## 🎉 v1.1.0 🎉", null, []],
    ["## :tada: 1.1.0", null, []],
    ["## *1.1.0* (2024-06-11)", "2024-06-11", ["2024-06-11"]],
    ["## **[v1.1.0](https://example.com)** _(2024-06-11)_", "2024-06-11", ["2024-06-11"]],
    ['## <a name="1.1.0"></a> 1.1.0 (2024-06-11)', "2024-06-11", ["2024-06-11"]],
    ["## 2024-06-11 - 1.1.0", "2024-06-11", ["2024-06-11"]],
    ["## 11 June 2024: v1.1.0", "11 June 2024", ["2024-06-11"]],
    ["## 1.1.0-2024-06-11", "2024-06-11", ["2024-06-11"]],
    ['## Release v1.1.0 "Basket"', null, []],
    ["## 1.1.0\n_2024-06-11_", "2024-06-11", ["2024-06-11"]],
    ["## 1.1.0\n\nReleased 2024-06-11", "2024-06-11", ["2024-06-11"]],
    ["## 1.1.0\n**Release date:** June 11, 2024", "June 11, 2024", ["2024-06-11"]],
  ])("is found, with its date, under %j", (heading, text, days) => {
    const section = sectionOf(`# Changelog\n\n${heading}${rest}## 1.0.0\n\n- Old\n`, "1.1.0");
    expect(section?.date ?? null).toEqual(text === null ? null : { text, days });
    expect(section?.text).toMatch(/### Added\n\n- A basket$/);
    expect(section?.empty).toBe(false);
  });

  test.each(["Version 1.1.0 (2024-06-11)", "**1.1.0** - 2024-06-11", "v1.1.0"])(
    "is found in plain text, under %j",
    (line) => {
      expect(changelogSections(`Changes\n\n${line}\n\n* A basket\n\nv1.0.0\n\n* Old\n`)).toMatchObject([
        { version: "1.1.0", text: "* A basket" },
        { version: "1.0.0", text: "* Old" },
      ]);
    },
  );

  test.each([
    "## [1.0.x]",
    "## v1.0",
    "## 1.0.0 🎉",
    "## 1.0.0 - 1.0.4",
    "## 1.0.* and older",
    "## <= 1.0.4",
    "## 1.0.0 The first one",
    "# v1.0 (2020)",
    "## SDK 1.0.0",
    "### 1.0.4 (2024-01-01)",
    "### [1.0.4](https://example.com)",
  ])("ends before %j", (next) => {
    expect(sectionOf(`## [1.1.0]\n\n- a\n\n${next}\n\n- b\n`, "1.1.0")?.text).toBe("- a");
  });

  test.each([
    "### Requires Elixir 1.15.0",
    "## Upgrade from 1.0.0",
    "### 2.0.0 is next",
    "### 1. Enhancements",
    "## 3rd party",
    "### Phoenix 1.8.0",
  ])("goes on over %j", (heading) => {
    expect(sectionOf(`## [1.1.0]\n\n- a\n\n${heading}\n\n- b\n`, "1.1.0")?.text).toContain("- b");
  });

  test("is that of the very version, with what it was released as", () => {
    const text =
      "## 1.1.0-rc.1\n\n- a\n\n## 11.1.0\n\n- b\n\n## 1.1.0+build.7\n\n- c\n\n## 1.1.0-rc.2 soon\n\n## 1.1.0.1\n";
    expect(sectionOf(text, "1.1.0")).toBeUndefined();
    expect(sectionOf(text, "1.1.0-rc.1")?.text).toBe("- a");
    expect(sectionOf(text, "1.1.0+build.7")?.text).toBe("- c");
  });

  test.each([
    ["the file's end, without the link definitions there", "[1.1.0]: https://github.com/a/b/compare/x...y\n"],
    ["what is not released", "## Unreleased\n\n- b\n"],
    ["a heading above its own", "# Archive\n\n- b\n"],
  ])("ends at %s", (_, after) => {
    expect(sectionOf(`## [1.1.0] - 2026-11-24\n\n- a\n\n${after}`, "1.1.0")?.text).toBe("- a");
  });

  test("goes on over its own headings, also those of its own level, and over code", () => {
    const text =
      "### 1.1.0\n\n### Next is more\n\n```\n## 1.0.0\n<!--\n```\n\nFixed\n-----\n\n- a\n\n## 1.0.0\n\n- b\n";
    expect(sectionOf(text, "1.1.0")?.text).toContain("Next is more\n\n```\n## 1.0.0\n<!--\n```");
    expect(sectionOf(text, "1.0.0")?.text).toBe("- b");
    expect(changelogSections(text)).toHaveLength(2);
    expect(sectionOf("~~~~\n## 1.0.0\n~~~\n````\n## 1.0.0\n~~~~\n## 1.1.0\n", "1.0.0")).toBeUndefined();
  });

  test("is not one that is commented out, and does not show comments", () => {
    const text = "<!-- ## 1.2.0 -->\n<!--\n## 1.1.0\n\n- secret\n-->\n\n## 1.0.0\n\n<!-- say something -->\n\n- a\n";
    expect(changelogSections(text)).toMatchObject([
      { version: "1.0.0", line: 8, date: null, text: "- a", empty: false },
    ]);
  });

  test.each([
    ["nothing", ""],
    ["a date", "_2024-06-11_\n"],
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
      unicode(),
      fc.constantFrom(
        "## [1.1.0] - 2026-11-24",
        "```",
        "~~~",
        "## 1.0.0",
        "- a",
        "# A",
        "---",
        "<!--",
        "-->",
        "1.0.0",
        "\u0000",
        "\r",
      ),
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

  test("costs by the length of the text: no expression sees more of a line than the length of a heading", () => {
    const exec = RegExp.prototype.exec;
    const work = (text: string) => {
      const seen = { calls: 0, longest: 0 };
      RegExp.prototype.exec = function (input) {
        seen.calls += 1;
        seen.longest = Math.max(seen.longest, input.length);
        return exec.call(this, input);
      };
      try {
        changelogSections(text);
      } finally {
        RegExp.prototype.exec = exec;
      }
      return seen;
    };
    const lines = [
      "## 1.0.0",
      "### 2.0.0 is next",
      "## [1.1.0](((((",
      "1.1.0\n---",
      "- a",
      "#",
      "<!--",
      "1.0.0 (2024-01-01)\n",
    ];
    for (const line of [
      ...lines,
      "#".repeat(5_000),
      `## ${"1.".repeat(5_000)}`,
      `# a ${"# ".repeat(5_000)}`,
      "[".repeat(5_000),
    ]) {
      const [short, long] = [work(`${line}\n`.repeat(50)), work(`${line}\n`.repeat(500))];
      expect(long.longest).toBeLessThanOrEqual(headingLimit);
      expect(long.calls).toBeLessThanOrEqual(10 * short.calls);
      expect(short.calls).toBeGreaterThan(0);
    }
  });
});
