// Markdown to the page that a reader gets, and what of it could act on the reader.
import { marked } from "marked";

export function page(markdown: string): string {
  return marked.parse(markdown, { async: false, gfm: true });
}

/** The text that a reader sees: tags taken away, references resolved, what we put between mentions removed. */
export function read(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll(/&#(\d+);/g, (_, point: string) => String.fromCodePoint(Number(point)))
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .replaceAll("\u200b", "");
}

/** Names of all tags in a page, once each, sorted. */
export function tags(html: string): readonly string[] {
  return [...new Set([...html.matchAll(/<\/?([a-z][a-z0-9]*)/gi)].map(([, name = ""]) => name.toLowerCase()))].sort();
}

/** Targets of all links and pictures. */
export function targets(html: string): readonly string[] {
  return [...html.matchAll(/\b(?:href|src)="([^"]*)"/g)].map(([, target = ""]) => target);
}

/** Texts that people and tools have used to break out of Markdown, HTML, tables and the runner's log. */
export const hostile: readonly string[] = [
  "a | b",
  "`rm -rf`",
  "```\nout\n```",
  "<script>alert(1)</script>",
  "<!-- hidden",
  "</details></td></table>",
  "<img src=x onerror=alert(1)>",
  "[click](javascript:alert(1))",
  "![x](https://evil.example/p.png)",
  "https://evil.example/login",
  "www.evil.example",
  "mail@evil.example",
  "@acme/everyone fixes #12",
  "::error::boom",
  "::set-output name=x::y",
  "line one\nline two\r\n# heading",
  "# heading",
  "- item",
  "+ item",
  "12. item",
  "12) item",
  "> quote",
  "---",
  "===",
  "    code",
  "\u001b[31mred\u001b[0m and \u001b]8;;https://evil.example\u0007link\u001b]8;;\u0007",
  "abc\u202egnp.exe",
  "\u0000\u0007\u007f",
  "\ud800 alone",
  "*bold* _em_ __init__ ~~gone~~ **x**",
  "&lt;b&gt; &amp; &#60;i&#62; &copy;",
  "\\",
  "\\`",
  "$x$ and :tada:",
  "[x]: https://evil.example",
  "[^1]",
  "</pre></code>",
  "x".repeat(200_000),
];
