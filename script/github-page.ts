// Markdown as GitHub shows it in summaries and comments, as a page of its own.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { marked } from "marked";
import { root } from "./generate.ts";

const css = readFileSync(join(root, "node_modules/github-markdown-css/github-markdown.css"), "utf8");

/** A page between the margins that GitHub's summary and comments have. */
export function githubPage(markdown: string): string {
  const body = marked.parse(markdown, { async: false, gfm: true });
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><style>
${css}
body { margin: 0; }
@media (prefers-color-scheme: dark) { body { background: #0d1117; } }
.markdown-body { box-sizing: border-box; max-width: 1012px; margin: 0 auto; padding: 16px; font-size: 14px; }
</style></head><body><article class="markdown-body">${body}</article></body></html>`;
}
