import { marked } from "marked";
import { assets } from "../assets.ts";

/** GitHub's page width, its check lists, and a print that hides nothing. */
const page = `
body { margin: 0; background: #ffffff; }
.markdown-body { box-sizing: border-box; max-width: 1012px; margin: 0 auto; padding: 32px; }
.markdown-body li:has(> input[type="checkbox"]) { list-style: none; }
.markdown-body li > input[type="checkbox"] { margin: 0 .4em .2em -1.4em; vertical-align: middle; }
@media (prefers-color-scheme: dark) { body { background: #0d1117; } }
@media (max-width: 767px) { .markdown-body { padding: 15px; } }
@media print {
  .markdown-body { max-width: none; padding: 0; font-size: 11pt; }
  .markdown-body tr, .markdown-body li { break-inside: avoid; }
  .markdown-body details::details-content { content-visibility: visible; block-size: auto; }
}`;

/**
 * The report as one self-contained page that looks like GitHub's rendering, light and dark. The Markdown is ours: everything from outside is
 * escaped in it, and the page forbids itself scripts and requests besides.
 */
export function renderHtml(markdown: string, title: string): string {
  const body = marked.parse(markdown, { async: false, gfm: true });
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
<body>
<article class="markdown-body">
${body.trim()}
</article>
</body>
</html>
`;
}
