import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { type Brief, briefSchema } from "../../../src/domain/brief/brief.ts";
import { briefPage } from "../../../src/render/brief/brief.ts";
import { renderComment } from "../../../src/render/stage/comment.ts";
import { renderSummary } from "../../../src/render/stage/summary.ts";
import { hostile, page, read, tags, targets } from "../page.ts";
import { smoke } from "../story.ts";
import { brief, unknown } from "./briefs.ts";

const golden = join(import.meta.dirname, "../../fixtures/brief/promotion.md");
const shown = (one: Brief) => briefPage(one).join("\n\n");
const open = (markdown: string) => markdown.replaceAll(/<details>.*?<\/details>/gs, "");

test("the whole brief is the page that it should be", () => {
  expect(`${shown(brief)}\n`).toBe(readFileSync(golden, "utf8"));
});

describe("a promotion brief", () => {
  test("stands above the verdict of the smoke test, in the summary and in the comment", () => {
    const of = { ...smoke, brief };
    expect(renderSummary(of).indexOf("## 📋 shop 1.1.0 to production: promotion brief")).toBe(0);
    expect(renderSummary(of)).toContain("## ✅ Passed: smoke-test on staging");
    expect(renderComment(of, { workflow: "CI" }).body).toContain("## 📋 shop 1.1.0 to production: promotion brief");
    expect(renderSummary(smoke)).not.toContain("promotion brief");
  });

  test("is one screen: the rest is folded", () => {
    expect(
      open(shown(brief))
        .split("\n")
        .filter((line) => line !== "").length,
    ).toBeLessThan(25);
    expect(shown(brief)).not.toContain("<details open>");
  });

  test("says before all that is folded what must not be overlooked", () => {
    const undone = { total: 2, list: brief.changes && "missing" in brief.changes ? [] : brief.changes.commits.list };
    const risky: Brief = {
      ...brief,
      changes: { ...brief.changes, undone } as Brief["changes"],
      runs: { ...brief.runs, doubts: ["A job succeeded: production may run the release before it."] },
    };
    const top = read(page(open(shown(risky))));
    expect(top).toContain("⚠️ 2 commits that production runs are not in this release.");
    expect(top).toContain("⚠️ 1 risk in the migrations.");
    expect(top).toContain("⚠️ 1 advisory of dependencies.");
    expect(top).toContain("⚠️ 1 dependency of an older version than before.");
    expect(top).toContain("production may run the release before it.");
  });

  test("says of each part that could not be read why, and what to do", () => {
    const top = read(page(open(shown(unknown))));
    expect(top).toContain("nothing can be compared");
    expect(top).toContain("advisories not known");
    expect(read(page(shown(unknown)))).toContain("Give the job deployments: read.");
  });

  test("says of a release that runs there already that it does", () => {
    const none = { total: 0, list: [] };
    const same = { ...brief.changes, commits: none, undone: none } as Brief["changes"];
    expect(shown({ ...brief, changes: same })).toContain("**production runs this commit already.**");
  });

  test("counts what its lists leave out", () => {
    const list = Array.from({ length: 200 }, (_, index) => ({
      ...{ sha: "a".repeat(40), subject: `Change ${index}`, author: "Ada", pull: null },
    }));
    const many = { ...brief.changes, commits: { total: 1_999, list } } as Brief["changes"];
    expect(shown({ ...brief, changes: many })).toContain("- and 1949 more");
  });
});

/** Every text of the brief replaced by this one. */
function filled(text: string): Brief {
  const fill = (value: unknown, key = ""): unknown => {
    if (typeof value === "string") return /^(how|by|from|change)$/.test(key) ? value : text;
    if (Array.isArray(value)) return value.map((one) => fill(one, key));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, fill(one, name)]));
  };
  return briefSchema.parse(fill({ ...brief, runs: { ...brief.runs, doubts: ["x"], notes: ["x"] } }));
}

describe("a brief of hostile commits, pull requests, packages and files", () => {
  test.each(hostile.map((text, index) => [index, text] as const))("shows them as text: %i", (_index, text) => {
    const html = page(shown(filled(text)));
    const own = ["a", "br", "code", "details", "h2", "li", "ol", "p", "strong", "summary", "table", "tbody"];
    const known = [...own, "blockquote", "td", "th", "thead", "tr", "ul", "wbr"];
    expect(tags(html).filter((tag) => !known.includes(tag))).toEqual([]);
    for (const target of targets(html)) expect(target).toMatch(/^https?:\/\//);
    expect(html).not.toMatch(/@(?=[\p{L}\p{N}])/u);
    expect(shown(filled(text))).not.toMatch(/^::|[\u0000-\u0008\u001b\u202a-\u202e]/m);
  });

  test("keeps within GitHub's limits for a summary and a comment, whatever its length", () => {
    for (const letter of ["x", "<", "😀", "`", "|"]) {
      const of = { ...smoke, brief: filled(letter.repeat(200_000)) };
      expect(Buffer.byteLength(renderSummary(of))).toBeLessThanOrEqual(900 * 1024);
      const { marker, body } = renderComment(of, { workflow: "CI" });
      expect(marker.length + 1 + body.length).toBeLessThanOrEqual(60_000);
    }
  });
});
