// Whatever evidence the schema admits: its report is a page that nothing from outside can act on, within GitHub's
// limits.
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { marked, type Token, type Tokens } from "marked";
import { deploymentOf } from "../../src/domain/evidence/deployment.ts";
import { evidenceSchema, type StageName } from "../../src/domain/evidence/evidence.ts";
import { exitGate } from "../../src/domain/report/exit-gate.ts";
import { type Report, reportSchema } from "../../src/domain/report/report.ts";
import { renderHtml } from "../../src/render/report/html.ts";
import { renderReport } from "../../src/render/report/report.ts";
import { anyOf } from "../support/any-of.ts";
import { figure } from "../support/extent.ts";
import { hostile, page, tags, targets } from "./page.ts";
import { reportOf } from "./reports.ts";

/** More, such as 1000: `REPORT_RUNS=1000`. */
const runs = figure("REPORT_RUNS", 40, 1_000);

const marks = fc.string({ unit: fc.constantFrom(..."`|<>&\\*_[]()#@!~$:-=+.1a \n\r\t\u001b\u202e"), maxLength: 30 });
const text = fc.oneof(
  fc.constantFrom(...hostile.filter((one) => one.length < 1_000)),
  marks,
  fc.constantFrom("GH-12 closes acme/shop#12", "@acme/team", "x | y | z", "</summary></details>", "${{ secrets.X }}"),
);
/** Where a page may lead to: addresses that the evidence has as such. */
const address = fc.constantFrom("https://github.com/acme/shop/actions/runs/7", "javascript:alert(1)", "x](y)", "");
const isAddress = (field: string) => /url$|^repository$/.test(field);
/** Who is on call is a name or, as the settings may have it, an address that leads there. */
const onCall = fc.oneof(
  address,
  text.filter((one) => !/^https?:/.test(one)),
);
const fieldOf = (name: string) => (name === "on_call" ? onCall : isAddress(name) ? address : text);
const anyEvidence = anyOf(evidenceSchema, fieldOf).map((one) => evidenceSchema.parse(one));

const of = (stage: StageName) =>
  fc.option(
    anyEvidence.map((one) => ({ ...one, stage })),
    { freq: 6 },
  );
const proof = fc.record({ met: fc.boolean(), restsOn: text, remedy: text });

/** A report of any evidence. */
const anyReport: fc.Arbitrary<Report> = fc
  .record({
    validate: of("validate"),
    staging: of("deploy-staging"),
    smoke: of("smoke-test"),
    promote: of("promote"),
    rollback: of("rollback"),
    more: fc.record({ environment: text, from: text, notes: fc.option(text), version: fc.option(text) }),
    ...{ notified: proof, documented: proof, says: text, path: text },
  })
  .map(({ more, notified, documented, says, path, ...stages }) => {
    const deployment = deploymentOf({ ...stages, environment: more.environment, promoteLost: false, gaps: false });
    const problems = [{ verdict: "fail", reason_code: "evidence_conflict", says, remedy: says } as const];
    const criteria = exitGate({ ...stages, deployment, unpinned: [], notified, documented });
    const documents = [{ file: path, says }];
    return reportOf(stages, { ...more, deployment, problems, criteria, notified, documented, documents });
  });

const calm = [
  ...["a", "blockquote", "br", "code", "details", "h2", "h3", "h4", "input", "li", "ol", "p", "pre", "strong"],
  ...["summary", "table", "tbody", "td", "th", "thead", "tr", "ul", "wbr"],
];
const own = ["article", "b", "div", "h1", "header", "i", "nav", "polyline", "small", "span", "svg"];

/** What GitHub looks for in the texts of a rendered page, outside of code: mentions and references. */
const calls = /@[a-z\d]|#\d|\bGH-\d/i;

function shownText(html: string): string {
  return html
    .replaceAll(/<(pre|code)\b[^>]*>.*?<\/\1>/gs, " ")
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/&#(\d+);/g, (_, point: string) => String.fromCodePoint(Number(point)))
    .replaceAll("&amp;", "&");
}

/** Every table of a page: as many cells in each row as its head has. */
function brokenTables(markdown: string): readonly string[] {
  const broken: string[] = [];
  for (const token of tablesIn(marked.lexer(markdown))) {
    const [head = "", , ...rows] = token.raw.trimEnd().split("\n");
    const cells = (line: string) => line.replaceAll(/\\\|/g, "").split("|").length;
    broken.push(...rows.filter((row) => cells(row) !== cells(head)));
  }
  return broken;
}

function tablesIn(tokens: readonly Token[]): readonly Tokens.Table[] {
  return tokens.filter((one): one is Tokens.Table => one.type === "table");
}

function expectCalmPage(html: string): void {
  const body = html.slice(html.indexOf("<article"), html.lastIndexOf("</article>"));
  expect(tags(body).filter((tag) => ![...calm, ...own].includes(tag))).toEqual([]);
  expect(targets(body).filter((to) => !/^(https:\/\/github\.com\/|#part-\d+$)/.test(to))).toEqual([]);
  expect(body.replaceAll(/"[^"]*"/g, "").match(/<[^>]*\son\w+=/gi) ?? []).toEqual([]);
  expect(html.match(/<\/?(article|body|style|title)\b/g)).toHaveLength(8);
}

/** No HTML, link, picture, mention or reference of others, and every table and fold whole. */
describe("a report of any evidence", () => {
  test("is calm Markdown, a calm page and JSON of the published form", () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const markdown = renderReport(report);
        const html = page(markdown);
        expect(tags(html).filter((tag) => !calm.includes(tag))).toEqual([]);
        expect(targets(html).filter((to) => !to.startsWith("https://github.com/"))).toEqual([]);
        expect(calls.exec(shownText(html))).toBeNull();
        expect(brokenTables(markdown)).toEqual([]);
        expect(html.match(/<details/g)?.length).toBe(html.match(/<\/details>/g)?.length);
        expect([...html.matchAll(/<h3>([^<]*)<\/h3>/g)].map(([, title]) => title)).toEqual(
          [...markdown.matchAll(/^### (.*)$/gm)].map(([, title]) => title),
        );
        expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(900 * 1024);
        expectCalmPage(renderHtml(report));
        expect(reportSchema.safeParse(JSON.parse(JSON.stringify(report))).error).toBeUndefined();
      }),
      { numRuns: runs },
    );
  });
});
