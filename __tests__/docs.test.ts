import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { root } from "../script/generate.ts";
import { reasonCodes } from "../src/domain/evidence/reason.ts";

const pages = [
  "README.md",
  ...readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

const text = (page: string) => readFileSync(join(root, page), "utf8");

/** The anchors of a page, as GitHub makes them from its headings. */
function anchorsOf(page: string): readonly string[] {
  return [...text(page).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

/** Links of a page that lead nowhere. */
function brokenIn(page: string): readonly string[] {
  const links = [...text(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, to = ""]) => to);
  return links.filter((to) => {
    if (/^https?:/.test(to)) return false;
    const [file = "", anchor] = to.split("#");
    const target = file === "" ? page : relative(root, join(root, dirname(page), file));
    if (!existsSync(join(root, target))) return true;
    return anchor !== undefined && !anchorsOf(target).includes(anchor);
  });
}

describe("the documentation", () => {
  test.each(pages)("%s links only to files and headings that exist", (page) => {
    expect(brokenIn(page)).toEqual([]);
  });

  test("has lines of at most 120 characters, tables and links apart", () => {
    const long = [...pages, "CHANGELOG.md"].flatMap((page) =>
      text(page)
        .split("\n")
        .flatMap((line, index) =>
          line.length > 120 && !/^( *\||.*\]\(https?:)/.test(line) ? [`${page}:${index + 1}`] : [],
        ),
    );
    expect(long).toEqual([]);
  });

  test("says of every dependency why it is there", () => {
    const decisions = text("docs/decisions/dependencies.md");
    const { dependencies, devDependencies } = JSON.parse(text("package.json")) as Record<
      "dependencies" | "devDependencies",
      Record<string, string>
    >;
    const all = Object.keys({ ...dependencies, ...devDependencies });
    expect(all.filter((name) => !decisions.includes(`**${name}**`))).toEqual([]);
  });

  test("explains every reason code", () => {
    const explained = text("docs/troubleshooting.md");
    expect(reasonCodes.filter((code) => !explained.includes(`\`${code}\``))).toEqual([]);
  });

  test("has no page that no other page links to", () => {
    const linked = pages.flatMap((page) =>
      [...text(page).matchAll(/\]\(([^)#\s]+)/g)].map(([, to = ""]) => relative(root, join(root, dirname(page), to))),
    );
    const lost = pages.filter(
      (page) => page !== "README.md" && !linked.includes(page) && !linked.includes(dirname(page)),
    );
    expect(lost).toEqual([]);
  });
});
