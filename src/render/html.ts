import { marked } from "marked";
import { assets } from "../assets.ts";
import type { Tone } from "./headline.ts";

/**
 * GitHub's page width, its check lists, the colours of an outcome, no line that must be scrolled sideways, and a print
 * that hides nothing.
 */
const page = `
body { margin: 0; background: #ffffff; --tone: #59636e; --pass: #1a7f37; --fail: #d1242f; --quiet: #59636e; }
body.success { --tone: #1a7f37; }
body.failure { --tone: #d1242f; }
body.rolled-back { --tone: #bf8700; }
body.not-deployed { --tone: #59636e; }
body.unknown { --tone: #8250df; }
body::before { content: ""; display: block; height: 10px; background: var(--tone); }
.status { padding: .15em .6em; border-radius: 2em; background: var(--tone); color: #ffffff; font-weight: 600; }
.pass { color: var(--pass); }
.fail { color: var(--fail); font-weight: 600; }
.quiet { color: var(--quiet); }
.markdown-body { box-sizing: border-box; max-width: 1012px; margin: 0 auto; padding: 32px; }
.markdown-body table { display: table; width: auto; }
.markdown-body pre code { white-space: pre-wrap; overflow-wrap: anywhere; }
.markdown-body summary { cursor: pointer; }
.markdown-body li:has(> input[type="checkbox"]) { list-style: none; }
.markdown-body li > input[type="checkbox"] { margin: 0 .4em .2em -1.4em; vertical-align: middle; }
@media (prefers-color-scheme: dark) {
  body { background: #0d1117; --pass: #3fb950; --fail: #f85149; --quiet: #9198a1; }
}
@media (max-width: 767px) { .markdown-body { padding: 15px; } }
@media print {
  .markdown-body { max-width: none; padding: 0; font-size: 11pt; }
  .markdown-body tr, .markdown-body li { break-inside: avoid; }
  .markdown-body details::details-content { content-visibility: visible; block-size: auto; }
}`;

/**
 * The report as one self-contained page that looks like GitHub's rendering, light and dark. The Markdown is ours:
 * everything from outside is escaped in it, and the page forbids itself scripts and requests besides.
 */
export function renderHtml(markdown: string, title: string, tone: Tone = "unknown"): string {
  const body = coloured(marked.parse(markdown, { async: false, gfm: true }));
  const name = title.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${name}</title>
<style>
${assets["github-markdown.css"] ?? ""}${page}
</style>
</head>
<body class="${tone}">
<article class="markdown-body">
${body.trim()}
</article>
</body>
</html>
`;
}

const colours: Readonly<Record<string, string>> = { "✓": "pass", "✗": "fail", "◌": "fail", "–": "quiet" };

const verdict = /<td>([✓✗◌–]) (?=(?:PASS|OK|FAIL|ERROR|INCONCLUSIVE|UNDECIDED|OFF|NOT RUN|as in )(?:\b|$))/g;

/** The status and the verdicts of the tables in their colours. */
function coloured(html: string): string {
  return html
    .replace(/(<strong>Status<\/strong>: )([A-Z ]+[A-Z])/, '$1<strong class="status">$2</strong>')
    .replaceAll(verdict, (_, sign: string) => `<td class="${colours[sign]}">${sign} `);
}
