import { marked } from "marked";
import { assets } from "../../assets.ts";
import type { Report } from "../../domain/report/report.ts";
import { toneOf } from "../stage/headline.ts";
import { colours, pageIcon, pageTitle } from "./banner.ts";
import { reportParts } from "./report.ts";

const tones = Object.entries(colours)
  .map(([tone, colour]) => `body.${tone} { --tone: ${colour}; }`)
  .join("\n");

/**
 * GitHub's page width, its check lists, the colours of an outcome, no line that must be scrolled sideways, and a print
 * that hides nothing.
 */
const boxText = "text-align: center; line-height: 1em; font-weight: 600;";
const page = `
body { margin: 0; background: #ffffff; --tone: #59636e; --pass: #1a7f37; --fail: #d1242f; --doubt: #9a6700;
  --quiet: #59636e; --line: #d1d9e0; --room: #f6f8fa; --new: #0969da; }
${tones}
.pass { color: var(--pass); }
.fail { color: var(--fail); font-weight: 600; }
.doubt { color: var(--doubt); font-weight: 600; }
.quiet { color: var(--quiet); }
.markdown-body { box-sizing: border-box; max-width: 1012px; margin: 0 auto; padding: 0 32px 32px; }
.markdown-body table { display: table; width: auto; }
.markdown-body pre code { white-space: pre-wrap; overflow-wrap: anywhere; }
.markdown-body summary { cursor: pointer; }
.markdown-body h3 { border-bottom: 1px solid var(--line); padding-bottom: .3em; scroll-margin-top: 8px; }
.markdown-body li:has(> .box) { list-style: none; }
.markdown-body .box { display: inline-block; box-sizing: border-box; width: 1.2em; height: 1.2em;
  margin: 0 .4em 0 -1.6em; border: 1.5px solid currentColor; border-radius: 3px; ${boxText} }
.markdown-body .banner { margin: 0 -32px 24px; padding: 20px 32px; background: var(--tone); color: #ffffff;
  overflow-wrap: anywhere; }
.markdown-body .banner h1 { margin: .1em 0; padding: 0; border: 0; font-size: 2.2em; color: #ffffff; }
.markdown-body .banner p { margin: 0; }
.markdown-body nav { display: flex; flex-wrap: wrap; gap: 4px 14px; margin: 0 0 16px; font-size: .9em; }
.chart { max-width: 640px; }
.chart p { margin: 0; color: var(--quiet); font-size: .85em; }
.chart svg { display: block; width: 100%; height: 60px; margin: 2px 0 10px; background: var(--room); }
.chart polyline { fill: none; stroke: var(--new); stroke-width: 2; vector-effect: non-scaling-stroke; }
.chart polyline.old { stroke: var(--quiet); stroke-dasharray: 4 3; }
.timeline .axis { display: flex; justify-content: space-between; margin: 0 0 4px; color: var(--quiet);
  font-size: .8em; }
.timeline .lane { margin: 0 0 10px; overflow-wrap: anywhere; }
.timeline .bars { position: relative; display: block; height: 14px; border-radius: 3px; background: var(--line); }
.timeline i { position: absolute; top: 0; bottom: 0; border-radius: 2px; background: var(--pass);
  box-shadow: inset 0 0 0 .5px #ffffff; }
.timeline i.crit { background: var(--fail); }
.timeline small { color: var(--quiet); }
@media (prefers-color-scheme: dark) {
  body { background: #0d1117; --pass: #3fb950; --fail: #f85149; --doubt: #d29922; --quiet: #9198a1; --line: #3d444d;
    --room: #151b23; --new: #4493f8; }
}
@media (max-width: 767px) {
  .markdown-body { padding: 0 15px 15px; }
  .markdown-body .banner { margin: 0 -15px 16px; padding: 15px; }
}
@media print {
  .markdown-body { max-width: none; padding: 0; font-size: 11pt; }
  .markdown-body .banner, .timeline .bars, .timeline i { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .markdown-body .banner { margin: 0 0 16px; }
  .markdown-body nav { display: none; }
  .markdown-body h3 { break-after: avoid; }
  .markdown-body tr, .markdown-body li, .timeline .lane { break-inside: avoid; }
  .markdown-body details::details-content { content-visibility: visible; block-size: auto; }
}`;

/**
 * The report as one self-contained page, light and dark. What others wrote is escaped in its parts, and the page
 * forbids itself scripts and requests besides.
 */
export function renderHtml(report: Report): string {
  const { contents, body } = bodyOf(report);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${pageTitle(report)}</title>
<link rel="icon" href="${pageIcon(report)}">
<style>
${assets["github-markdown.css"] ?? ""}${page}
</style>
</head>
<body class="${toneOf(report)}">
<article class="markdown-body">
${body.replace("</header>", (end) => `${end}\n${contents}`)}
</article>
</body>
</html>
`;
}

/** The parts of the report as HTML, with links to its sections. */
function bodyOf(report: Report): { readonly contents: string; readonly body: string } {
  const titles: string[] = [];
  const parts = reportParts(report).map(({ markdown, own = markdown }) => {
    const html = coloured(marked.parse(own, { async: false, gfm: true })).trim();
    if (!/^### /.test(own)) return html;
    const title = own.slice("### ".length);
    titles.push(title);
    return html.replace("<h3>", `<h3 id="part-${titles.length}">`);
  });
  const links = titles.map((title, index) => `<a href="#part-${index + 1}">${title}</a>`);
  return { contents: `<nav aria-label="Contents">\n${links.join("\n")}\n</nav>`, body: parts.join("\n") };
}

const verdictColours: Readonly<Record<string, string>> = { "✓": "pass", "✗": "fail", "◌": "doubt", "–": "quiet" };

const verdict = /<td>([✓✗◌–]) (?=(?:PASS|OK|FAIL|ERROR|INCONCLUSIVE|UNDECIDED|OFF|NOT RUN|as in )(?:\b|$))/g;

/** The verdicts of the tables in their colours, and boxes that are read on paper too. */
function coloured(html: string): string {
  return html
    .replaceAll(
      '<input checked="" disabled="" type="checkbox">',
      '<span class="box pass" role="img" aria-label="yes">✓</span>',
    )
    .replaceAll('<input disabled="" type="checkbox">', '<span class="box" role="img" aria-label="no">&#160;</span>')
    .replaceAll(verdict, (_, sign: string) => `<td class="${verdictColours[sign]}">${sign} `);
}
