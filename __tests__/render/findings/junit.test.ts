import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { SaxesParser, type SaxesTagPlain } from "saxes";
import type { TestCase, TestRun } from "../../../src/domain/validation/test-run.ts";
import { renderJunit } from "../../../src/render/findings/junit.ts";
import { unicode } from "../../support/unicode.ts";
import { hostile } from "../page.ts";

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** The document as a strict XML 1.0 parser reads it. */
function parse(xml: string): Element {
  const root: Element = { name: "", attributes: {}, children: [], text: "" };
  const open: Element[] = [root];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }: SaxesTagPlain) => {
    const element: Element = { name, attributes, children: [], text: "" };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("text", (text) => {
    const at = open.at(-1);
    if (at !== undefined) at.text += text;
  });
  parser.on("closetag", () => void open.pop());
  parser.write(xml).close();
  const [suites] = root.children;
  if (suites === undefined) throw new Error("There is no element.");
  return suites;
}

const testCase = (known: Partial<TestCase> = {}): TestCase => ({
  module: "Shop.CartTest",
  name: "test adds a line",
  file: "/work/test/shop/cart_test.exs",
  line: 12,
  us: 1_500,
  state: "passed",
  message: "",
  ...known,
});

const path = (file: string) => file.replace(/^\/work\//, "");
const render = (...suites: TestRun[]) => parse(renderJunit(suites, path));

describe("a JUnit report", () => {
  const shown = render(
    {
      tests: [
        testCase(),
        testCase({
          name: "test fails",
          state: "failed",
          us: 2_000_000,
          message: "** (RuntimeError) no\n    at test/shop/cart_test.exs:14",
        }),
        testCase({ module: "Shop.OtherTest", name: "test later", state: "skipped", us: 0, message: "until 1.2" }),
        testCase({
          module: "Shop.OtherTest",
          name: "test slow",
          state: "excluded",
          us: 0,
          message: "due to slow filter",
        }),
      ],
    },
    { tests: [testCase({ module: "Admin.PageTest", file: null, line: null })] },
  );

  test("counts tests, failures and skipped ones, and leaves the excluded out", () => {
    expect(shown).toMatchObject({
      name: "testsuites",
      attributes: { name: "ExUnit", tests: "4", failures: "1", errors: "0", skipped: "1", time: "2.003000" },
    });
  });

  test("has a suite for each module, with what was excluded from it", () => {
    expect(
      shown.children.map(({ attributes }) => [attributes["name"], attributes["file"], attributes["tests"]]),
    ).toEqual([
      ["Shop.CartTest", "test/shop/cart_test.exs", "2"],
      ["Shop.OtherTest", "test/shop/cart_test.exs", "1"],
      ["Admin.PageTest", undefined, "1"],
    ]);
    expect(shown.children.map(({ children }) => children[0]?.children[0]?.attributes)).toEqual([
      { name: "excluded", value: "0" },
      { name: "excluded", value: "1" },
      { name: "excluded", value: "0" },
    ]);
  });

  test("names each test with its place and its time in seconds", () => {
    expect(shown.children[0]?.children[1]).toEqual({
      name: "testcase",
      attributes: {
        classname: "Shop.CartTest",
        name: "test adds a line",
        file: "test/shop/cart_test.exs",
        line: "12",
        time: "0.001500",
      },
      children: [],
      text: "",
    });
    expect(Object.keys(shown.children[2]?.children[1]?.attributes ?? {})).toEqual(["classname", "name", "time"]);
  });

  test("shows a failure by its first line, its exception and all of its text", () => {
    expect(shown.children[0]?.children[2]?.children[0]).toMatchObject({
      name: "failure",
      attributes: { message: "** (RuntimeError) no", type: "RuntimeError" },
      text: "** (RuntimeError) no\n    at test/shop/cart_test.exs:14",
    });
  });

  test("says why a test was skipped", () => {
    expect(shown.children[1]?.children[1]?.children[0]).toMatchObject({
      name: "skipped",
      attributes: { message: "until 1.2" },
    });
  });

  test("of a run without tests is whole", () => {
    expect(render()).toMatchObject({ attributes: { tests: "0", time: "0.000000" }, children: [] });
  });
});

describe("hostile text", () => {
  const anyText = fc.oneof(
    unicode({ maxLength: 80 }),
    fc.string({
      unit: fc.constantFrom(..."<>&'\"]\t\n\r\u0000\u0008\u001b[m\u007f\u0085\ud800\udfff\ufffe\uffff-!"),
      maxLength: 40,
    }),
    fc.constantFrom(
      ...hostile.map((text) => text.slice(0, 6_000)),
      "]]>",
      "<![CDATA[x]]>",
      "&#0;",
      "\u001b[31mred\u001b[0m",
    ),
  );

  test("anywhere leaves well-formed XML with the same tests", () => {
    fc.assert(
      fc.property(
        anyText,
        anyText,
        anyText,
        fc.constantFrom("failed", "skipped", "passed"),
        (module, name, message, state) => {
          const found = render({ tests: [testCase({ module, name, message, state, file: name }), testCase()] });
          const cases = found.children.flatMap(({ children }) => children.filter((one) => one.name === "testcase"));
          expect(cases).toHaveLength(2);
          expect(found.attributes["tests"]).toBe("2");
        },
      ),
      { numRuns: 400 },
    );
  });

  test("is read as it was written, but for what XML cannot hold", () => {
    const found = render({
      tests: [testCase({ name: "a\tb\nc <d> & \"e\" 'f' \u0000 \u001b[1mbold\u001b[0m \ufffe", state: "passed" })],
    });
    expect(found.children[0]?.children[1]?.attributes["name"]).toBe("a\tb\nc <d> & \"e\" 'f' \ufffd bold \ufffd");
  });

  test("of any length is cut", () => {
    const xml = renderJunit(
      [{ tests: [testCase({ state: "failed", message: "ü".repeat(1_000_000), name: "n".repeat(1_000_000) })] }],
      path,
    );
    expect(xml.length).toBeLessThan(80_000);
    parse(xml);
  });
});
