// The golden reports as files: each story in Markdown, HTML and JSON.
import { renderHtml } from "../../src/render/report/html.ts";
import { renderReport } from "../../src/render/report/report.ts";
import { goldens } from "./goldens.ts";

/** Every golden file by its name. The stylesheet is the same in each page and is left out. */
export function goldenFiles(): ReadonlyMap<string, string> {
  return new Map(
    goldens.flatMap(({ name, report }) => [
      [`${name}.md`, renderReport(report)] as const,
      [
        `${name}.html`,
        renderHtml(report).replace(/<style>.*<\/style>/s, "<style>/* as in every page */</style>"),
      ] as const,
      [`${name}.json`, `${JSON.stringify(report, null, 2)}\n`] as const,
    ]),
  );
}
