import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { folded, items, readable } from "../../../src/render/text/readable.ts";

describe("a sentence of a file that is read as text", () => {
  test("has code between backticks, which can be copied, and as HTML where those would not hold it", () => {
    expect(readable("Run `ssh -t deploy@web1.example.com sh`, then `<a>`.")).toBe(
      "Run `ssh -t deploy@web1.example.com sh`, then `<a>`.",
    );
    expect(readable("Empty: ``, blank: ` `, edge: ` a`.")).toBe(
      "Empty: <code></code>, blank: <code> </code>, edge: <code> a</code>.",
    );
  });

  test("has no markup of others outside of code", () => {
    expect(readable("<img> [x](y) `a")).toBe("&#60;img&#62; &#91;x&#93;(y) &#96;a");
  });
});

describe("a folded paragraph", () => {
  test("breaks between words, never in code, and not where a line would begin a list or a heading", () => {
    const word = "x".repeat(48);
    expect(folded(`${word} ${word} more`)).toBe(`${word} ${word}\nmore`);
    expect(folded(`${word} ${word} - more`)).toBe(`${word} ${word} -\nmore`);
    expect(folded(`${word} ${word} 12. more`)).toBe(`${word} ${word} 12.\nmore`);
    expect(folded(`${word} \`${word} ${word}\``)).toBe(`${word}\n\`${word} ${word}\``);
    expect(items([`${word} more`, `${word} ${word}`], (at) => `${at + 9}. `)).toBe(
      `9. ${word} more\n10. ${word}\n    ${word}`,
    );
  });

  test("loses no word and no code, whatever the text", () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 300, unit: fc.constantFrom("a", " ", "`", "-", "1", ".", "<", "\n") }),
        (text) => {
          const shown = readable(text);
          const lines = folded(shown).split("\n");
          expect(lines.join(" ").replaceAll(/\s+/g, " ")).toBe(shown.replaceAll(/\s+/g, " ").trim());
          for (const line of lines.slice(1)) expect(line).not.toMatch(/^(?:[-+*=#]+|\d{1,9}[.)])(?:\s|$)/);
        },
      ),
      { numRuns: 200 },
    );
  });
});
