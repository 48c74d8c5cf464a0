// Pictures of every page that a reviewer sees: on a desk and on a phone, light and dark. Fails where a page is wider
// than a phone.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Page, pages } from "../__tests__/render/pages.ts";
import { startChromium, type View } from "./chromium.ts";
import { root } from "./generate.ts";
import { githubPage } from "./github-page.ts";
import { withPalette } from "./png.ts";

const { values } = parseArgs({ options: { readme: { type: "boolean", default: false } } });
const folder = join(root, ".phoenix-deploy/pictures");

const views: readonly View[] = [
  ...[1280, 360].flatMap((width) => (["light", "dark"] as const).map((scheme) => ({ width, scheme }))),
  // As wide as the README shows it.
  ...(values.readme ? [{ width: 860, scheme: "light" } as const] : []),
];

function shown({ name, markdown, html }: Page): readonly { readonly name: string; readonly html: string }[] {
  return [{ name, html: githubPage(markdown) }, ...(html === undefined ? [] : [{ name: `${name}-html`, html }])];
}

/** The report that script/demo left behind, beside those of the tests' stories. */
function demo(): readonly Page[] {
  const page = (name: string) => join(root, ".phoenix-deploy/demo", name);
  if (!existsSync(page("report.html"))) return [];
  return [
    {
      name: "demo",
      markdown: readFileSync(page("report.md"), "utf8"),
      html: readFileSync(page("report.html"), "utf8"),
    },
  ];
}

const all = [...pages, ...demo()];
if (values.readme && all.length === pages.length) {
  console.error("The README shows the report of script/demo: run that first.");
  process.exit(2);
}
const started = performance.now();
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const browser = await startChromium();
const faults: string[] = [];
let pictures = 0;
try {
  for (const { name, html } of all.flatMap(shown)) {
    for (const { view, png, tooWide } of await browser.look(html, views, true)) {
      writeFileSync(join(folder, `${name}-${view.width}-${view.scheme}.png`), png ?? "");
      pictures += 1;
      for (const one of tooWide) faults.push(`${name} at ${view.width} px: ${one}`);
    }
  }
} finally {
  await browser.close();
}
/** A reader of the README sees the top of a report. */
const tallest = 2_000;
if (values.readme) {
  for (const [from, to] of [
    ["demo-html", "report"],
    ["validate-failed", "summary"],
  ])
    writeFileSync(
      join(root, `docs/${to}.png`),
      withPalette(readFileSync(join(folder, `${from}-860-light.png`)), tallest),
    );
}
for (const fault of new Set(faults)) console.log(`✗ ${fault}`);
console.log(
  `${pictures} pictures of ${all.length} pages in ${folder}, ${((performance.now() - started) / 1_000).toFixed(1)} s.`,
);
process.exit(faults.length === 0 ? 0 : 1);
