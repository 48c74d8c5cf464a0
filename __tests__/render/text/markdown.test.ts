import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  block,
  cell,
  code,
  cutTo,
  details,
  link,
  narrowBlock,
  plainText,
  sentence,
  table,
} from "../../../src/render/text/markdown.ts";
import { unicode } from "../../support/unicode.ts";
import { hostile, page, read, tags, targets } from "../page.ts";

/** Any text, with the characters that Markdown lives on far more often than chance would have them. */
const anyText = fc.oneof(
  unicode({ maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(..."`|<>&\\*_[]()#@!~$:-=+.1a \n\r\t\u001b\u202e"), maxLength: 40 }),
  fc.constantFrom(...hostile),
);

describe("text from outside on one line", () => {
  test.each(hostile.map((text) => [JSON.stringify(text.slice(0, 60)), text]))(
    "shows %s and does nothing",
    (_, text) => {
      const html = page(`Before\n\n${plainText(text)}`);
      expect(tags(html)).toEqual(["p"]);
      expect(targets(html)).toEqual([]);
    },
  );

  test("is one line of harmless letters, whatever it is", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const shown = plainText(text);
        expect(shown).not.toMatch(/[\n\r<>`|@\\]|::|:\/\//);
        const html = page(`x ${shown} x`);
        expect(tags(html)).toEqual(["p"]);
        expect(targets(html)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test("is read letter by letter as it was written", () => {
    const printable = fc.string({ unit: fc.constantFrom(..."`|<>&\\*_[]()#@!~$:/-=+.,;'\"1aäw 漢"), maxLength: 60 });
    fc.assert(
      fc.property(printable, (text) => {
        const words = (shown: string) => shown.split(/\s+/).join(" ").trim();
        expect(words(read(page(plainText(text))))).toBe(words(text));
        expect(words(read(page(`x ${code(text)} x`)))).toBe(words(`x ${text} x`));
      }),
      { numRuns: 500 },
    );
  });

  test("begins no list, heading, quote or rule at the start of a line", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const html = page(`${plainText(text)} x`);
        expect(tags(html)).toEqual(["p"]);
      }),
      { numRuns: 400 },
    );
  });

  test("calls nobody and names no issue, even after GitHub has rendered it", () => {
    expect(read(page(plainText("@acme/everyone #12"))).trim()).toBe("@acme/everyone #12");
    expect(page(plainText("@acme/everyone #12"))).not.toMatch(/@acme|&#64;acme|#12/);
  });

  test("loses colours and turned-around text", () => {
    expect(plainText("\u001b[1;31mred\u001b[0m")).toBe("red");
    expect(plainText("abc\u202egnp.exe")).toBe("abc\ufffdgnp.exe");
  });

  test("leaves names of files, functions and versions readable in the source", () => {
    expect(plainText("lib/shop_web/router.ex:12 Shop.checkout/2 at 1.1.0, 71.4 %")).toBe(
      "lib/shop_web/router.ex:12 Shop.checkout/2 at 1.1.0, 71.4 %",
    );
  });
});

describe("our sentences", () => {
  test("show what stands between backticks as code", () => {
    expect(sentence("Set `notify` in `a|b`.")).toBe("Set <code>notify</code> in <code>a&#124;b</code>.");
  });

  test("cannot be left by what they quote", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const html = page(table(["Check", "Status"], [[sentence(`Saw \`${text}\` here`), code(text)]]));
        expect(tags(html)).toEqual(["code", "table", "tbody", "td", "th", "thead", "tr"]);
        expect(html.match(/<td>/g)).toHaveLength(2);
      }),
      { numRuns: 300 },
    );
  });

  test("keep code as it was typed, so that it can be copied", () => {
    expect(read(code("mix test user@host#12 'a  b'"))).toBe("mix test user@host#12 'a b'");
    expect(code("a@b")).not.toContain("\u200b");
  });
});

describe("cells of a table", () => {
  test("break long words where their parts end, or anywhere without parts; short words and versions stay whole", () => {
    expect(cell("lib/shop_web/router.ex")).toBe("lib/<wbr>shop&#95;<wbr>web/<wbr>router.<wbr>ex");
    expect(cell("a".repeat(30))).toBe(`${"a".repeat(13)}<wbr>${"a".repeat(13)}<wbr>${"a".repeat(4)}`);
    expect(cell("mix test runs 1.1.0-1a2b3c4d")).toBe("mix test runs 1.1.0-<wbr>1a2b3c4d");
    expect(cell("Set `checks.coverage.minimum`.")).toBe("Set <code>checks.<wbr>coverage.<wbr>minimum</code>.");
  });

  test("are read letter by letter as they were written, and cannot be left", () => {
    fc.assert(
      fc.property(anyText, (whole) => {
        const text = whole.slice(0, 300);
        const html = page(table(["Check", "Status"], [[cell(`Saw ${text} and \`${text}\``), "x"]]));
        expect(
          tags(html).filter((tag) => !["code", "table", "tbody", "td", "th", "thead", "tr", "wbr"].includes(tag)),
        ).toEqual([]);
        expect(html.match(/<td>/g)).toHaveLength(2);
        expect(targets(html)).toEqual([]);
        expect(html.replaceAll("<wbr>", "")).toBe(
          page(table(["Check", "Status"], [[sentence(`Saw ${text} and \`${text}\``), "x"]])),
        );
      }),
      { numRuns: 400 },
    );
  });
});

describe("links", () => {
  test.each(["javascript:alert(1)", "data:text/html,x", "", "not an address", "//x", "file:///etc/passwd"])(
    "do not lead to %p",
    (address) => {
      expect(link("run 7", address)).toBe("run 7");
    },
  );

  test("cannot be left by their address or text", () => {
    fc.assert(
      fc.property(anyText, anyText, (path, text) => {
        const html = page(table(["Run"], [[`${link(`run ${text}`, `https://github.com/a/${path}?q=${path}`)}`]]));
        expect(tags(html)).toEqual(["a", "table", "tbody", "td", "th", "thead", "tr"]);
        expect(targets(html).every((target) => target.startsWith("https://github.com/"))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe("blocks", () => {
  test("cannot be left from within, and keep every line", () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 6 }), (parts) => {
        const text = parts.join("\n");
        const html = page(`${block(text)}\n\nafter`);
        expect(tags(html)).toEqual(["code", "p", "pre"]);
        expect(html.trimEnd().endsWith("<p>after</p>")).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test("show lines and tabs as they are", () => {
    expect(read(page(block("a\tb\r\n  c <d>\n````")))).toBe("a\tb\n  c <d>\n````\n\n");
  });
});

describe("blocks for a phone", () => {
  const shown = (text: string) =>
    read(page(narrowBlock(text)))
      .trimEnd()
      .split("\n");

  test("continue a long line below, indented, where a word or a part of a path ends", () => {
    expect(shown('  assert total(cart) == Money.new(1990, :EUR) # "with" tax')).toEqual([
      "  assert total(cart) == Money.new(",
      '    1990, :EUR) # "with" tax',
    ]);
    expect(shown("x".repeat(50))).toEqual(["x".repeat(36), `  ${"x".repeat(14)}`]);
  });

  test("hold no long line and no end of their own, whatever they show", () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 4 }), (parts) => {
        const markdown = narrowBlock(parts.join("\n").slice(0, 2_000));
        expect(tags(page(`${markdown}\n\nafter`))).toEqual(["code", "p", "pre"]);
        const [, ...lines] = markdown.split("\n").slice(0, -1);
        expect(lines.filter((line) => [...line].length > 36)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe("a text that is too long", () => {
  test("is cut at a line, says so, and stays below the limit in bytes", () => {
    const long = "ä line of text\n".repeat(1_000);
    const cut = cutTo(long, 1_000, "See the log.");
    expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(1_000);
    expect(cut).toContain("ä line of text\n\n**Cut here");
    expect(cut).toContain("See the log.");
  });

  test("is left alone when it fits to the byte", () => {
    expect(cutTo("äää", 6, "")).toBe("äää");
  });

  test("closes what was open where it was cut, so that the note is read", () => {
    fc.assert(
      fc.property(
        fc.array(anyText, { minLength: 3, maxLength: 30 }),
        fc.integer({ min: 200, max: 3_000 }),
        (parts, room) => {
          const long = parts
            .map((text, index) => details(`part ${index}`, block(text.slice(0, 300).padEnd(120, ".\n"))))
            .join("\n\n");
          const cut = cutTo(long, room, "See the log.");
          expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(
            Math.max(room, Buffer.byteLength(long) <= room ? room : 200),
          );
          if (cut === long) return;
          const html = page(cut);
          expect(html.match(/<details/g)?.length ?? 0).toBe(html.match(/<\/details>/g)?.length ?? 0);
          expect(html).toMatch(/<p><strong>Cut here[^<]*See the log\.<\/strong><\/p>\s*$/);
        },
      ),
      { numRuns: 200 },
    );
  });

  test("with one endless line keeps the note", () => {
    expect(cutTo("x".repeat(10_000), 300, "See the log.")).toBe("**Cut here: GitHub accepts no more. See the log.**\n");
  });
});
