import { describe, expect, test } from "@jest/globals";
import { page } from "./page.ts";
import { pages } from "./pages.ts";

// What Chromium measures of these pages at 360 pixels, script/pictures says; these are the rules that keep them within.

/** Longest part of a word that a cell keeps whole, and longest line of a block that is read at once, characters. */
const maxWord = 14;
const maxLine = 36;

/** The cells of all tables, as a browser lays them out: where a line may break is a space. */
function cells(html: string): readonly string[] {
  return [...html.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].map(([, cell = ""]) =>
    cell
      .replaceAll(/<wbr>|<br>/g, " ")
      .replaceAll(/<[^>]+>/g, "")
      .replaceAll(/&#?\w+;/g, "x"),
  );
}

describe.each(pages)("$name fits a phone", ({ markdown, html = "" }) => {
  const shown = page(markdown);

  test("with tables of at most three columns", () => {
    for (const [head = ""] of shown.matchAll(/<thead>.*?<\/thead>/gs))
      expect(head.match(/<th>/g)?.length ?? 0).toBeLessThanOrEqual(3);
  });

  test("with no word in a table that cannot break", () => {
    const words = cells(shown + html).flatMap((cell) => cell.split(/[\s-]+/));
    expect(words.filter((word) => word.length > maxWord)).toEqual([]);
  });

  test("with no long line of code in sight: what is copied rather than read is folded", () => {
    const read = shown.replaceAll(/<summary>The last lines of its output<\/summary>\s*<pre>.*?<\/pre>/gs, "");
    const code = [...read.matchAll(/<pre><code>(.*?)<\/code><\/pre>/gs)].flatMap(([, block = ""]) => block.split("\n"));
    expect(code.filter((line) => line.replaceAll(/&#?\w+;/g, "x").length > maxLine)).toEqual([]);
  });
});

describe("success, failure and nothing deployed look different at a glance", () => {
  const first = (name: string) => pages.find((one) => one.name === name)?.markdown ?? "";

  test("by the sign of the summary", () => {
    const signs = ["promote-passed", "validate-failed", "promote-blocked", "promote-rolled-back"].map(
      (name) => [...first(name)][3],
    );
    expect(signs).toEqual(["✅", "❌", "⛔", "↩"]);
  });

  test("by the sign and the colour of the report", () => {
    const of = (name: string) => {
      const { markdown = "", html = "" } = pages.find((one) => one.name === name) ?? {};
      return [/\*\*Status\*\*: [A-Z ]+(.*)/.exec(markdown)?.[1], /<body class="([\w-]+)">/.exec(html)?.[1]];
    };
    expect(of("report-success")).toEqual(["✅", "success"]);
    expect(of("report-rolled-back")).toEqual(["↩️", "rolled-back"]);
    expect(of("report-not-deployed")).toEqual(["⛔", "not-deployed"]);
  });
});
