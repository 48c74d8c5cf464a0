// The golden reports in a real browser: on a desk and on a phone, light and dark, and on paper. script/pictures makes
// pictures of them.
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type Browser, chromiumProgram, type Look, startChromium, type View } from "../../script/chromium.ts";
import { githubPage } from "../../script/github-page.ts";
import { renderHtml } from "../../src/render/report/html.ts";
import { renderReport } from "../../src/render/report/report.ts";
import { goldens } from "./goldens.ts";

const there = chromiumProgram() !== null;
if (!there) console.log("No Chromium is on the PATH: the golden reports are not looked at. script/setup installs it.");
const inBrowser = there ? test : test.skip;

const screens: readonly View[] = [1280, 360].flatMap((width) =>
  (["light", "dark"] as const).map((scheme) => ({ width, scheme })),
);
const paper: View = { width: 794, scheme: "print" };

let browser: Browser;
beforeAll(async () => {
  if (there) browser = await startChromium();
});
afterAll(() => browser?.close());

const faults = (looks: readonly Look[], which: "tooWide" | "faint") =>
  looks.flatMap((look) => look[which].map((one) => `${look.view.width} px, ${look.view.scheme}: ${one}`));

describe.each(goldens)("the report $name", ({ report }) => {
  inBrowser("as our page has no overflow, no broken table and no faint text; on paper nothing is folded", async () => {
    const looks = await browser.look(renderHtml(report), [...screens, paper], false);
    expect(faults(looks, "tooWide")).toEqual([]);
    expect(faults(looks, "faint")).toEqual([]);
    expect(looks.map(({ hidden }) => hidden > 0)).toEqual([true, true, true, true, false]);
  });

  inBrowser("as GitHub shows it has no overflow and no broken table", async () => {
    expect(faults(await browser.look(githubPage(renderReport(report)), screens, false), "tooWide")).toEqual([]);
  });
});

inBrowser("what is too wide or too faint is found", async () => {
  const words = "word ".repeat(10).trim().replaceAll(" ", "&nbsp;");
  const html = `<p style="color: #bbb">pale</p><table><tr><td>${words}</td></tr></table>`;
  const [look] = await browser.look(
    `<!doctype html><meta name="viewport" content="width=device-width">${html}`,
    [{ width: 360, scheme: "light" }],
    false,
  );
  expect(look?.tooWide[0]).toMatch(/^the page: \d+ px in 360$/);
  expect(look?.faint).toEqual(["1.9: pale"]);
});
