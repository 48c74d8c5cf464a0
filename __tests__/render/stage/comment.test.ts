import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { renderComment } from "../../../src/render/stage/comment.ts";
import { unicode } from "../../support/unicode.ts";
import { hostile, page, tags, targets } from "../page.ts";
import { evidence, one, promote, validate } from "../story.ts";

const failed = evidence("validate", {
  status: "failed",
  decision: "stop",
  says: "2 of 3 checks did not pass: test, credo.",
  results: [
    one("check", "test", { title: "mix test", facts: { tests: 103, slowest: ["Shop.CartTest test slow: 900.0 ms"] } }),
    one("check", "credo", {
      title: "mix credo --strict",
      verdict: "fail",
      reproduce: "mix credo --strict",
      findings: [
        { severity: "warning", file: "lib/old.ex", line: 3, message: "Old." },
        { severity: "warning", file: "lib/shop/cart.ex", line: 9, message: "Beside.", in_change: "file" },
        { severity: "warning", file: "lib/shop/cart.ex", line: 14, message: "New.", in_change: "line" },
      ],
      tail: "x".repeat(5_000),
    }),
  ],
});

describe("the comment of a pull request", () => {
  const { marker, body } = renderComment(failed, { workflow: "CI" });

  test("begins with its marker, then the verdict, the findings of the change, and the table", () => {
    expect(marker).toBe("<!-- phoenix-deploy:report:v1 key=CI/validate -->");
    const [head, says, found, rows] = body.split("\n\n");
    expect(head).toBe("## ❌ Failed: validate");
    expect(says).toBe("**2 of 3 checks did not pass: test, credo.**");
    expect(found).toBe("**1 finding on changed lines**, 1 elsewhere in changed files, 1 in the rest.");
    expect(rows).toMatch(/^\| Not passed \|.*\n.*\n\| ❌ mix credo --strict \|/);
  });

  test("folds each failing check with its findings, those of the change first and said so", () => {
    const [, part = ""] = body.split("<details><summary>❌ mix credo --strict: 3 findings</summary>");
    expect(part).toContain(
      [
        "**On changed lines**\n\n- <code>lib/shop/cart.ex:14</code> New.\n",
        "**Elsewhere in changed files**\n\n- <code>lib/shop/cart.ex:9</code> Beside.\n",
        "**In the rest**\n\n- <code>lib/old.ex:3</code> Old.",
      ].join("\n"),
    );
    expect(part).toContain("The same by hand: <code>mix credo --strict</code>");
    expect(body).not.toContain("<details open>");
  });

  test("is short: ten findings, few last words, no plan, no steps that went well", () => {
    const findings = Array.from({ length: 40 }, (_, index) => ({
      severity: "error" as const,
      message: `finding ${index}`,
    }));
    const long = renderComment(
      evidence("validate", { results: [one("check", "credo", { verdict: "fail", findings })] }),
      { workflow: "CI" },
    ).body;
    expect(long).toContain("- finding 9\n- and 30 more in the evidence file");
    expect(body.length).toBeLessThan(3_500);
    expect(renderComment(promote, { workflow: "CI" }).body).not.toMatch(/Plan:|Figures of/);
  });

  test("links to the run", () => {
    expect(renderComment(validate, { workflow: "CI" }).body).toContain(
      "[run 7, attempt 1](https://github.com/acme/shop/actions/runs/7)",
    );
  });

  test("is one for each workflow and environment", () => {
    expect(renderComment(promote, { workflow: "Deploy all" }).marker).toBe(
      "<!-- phoenix-deploy:report:v1 key=Deploy%20all/production -->",
    );
  });

  test("is one for each application of a repository, and names it", () => {
    const of = renderComment(validate, { workflow: "CI", application: "apps/shop" });
    expect(of.marker).toBe("<!-- phoenix-deploy:report:v1 key=CI/validate/apps%2Fshop -->");
    expect(of.body).toMatch(/^<code>apps\/shop<\/code>\n\n## ✅ Passed/);
  });
});

describe("hostile text", () => {
  const anyText = fc.oneof(
    unicode({ maxLength: 60 }),
    fc.constantFrom(...hostile, "--> <b>x</b>", "--!>", "a--", "-->"),
  );

  test("in names cannot end the marker", () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (workflow, environment, application) => {
        const { marker } = renderComment(evidence("promote", { environment }), { workflow, application });
        expect(marker).toMatch(/^<!-- phoenix-deploy:report:v1 key=[\w.!~*'()%-]*(\/[\w.!~*'()%-]*){1,2} -->$/);
        expect(marker.slice(4, -3)).not.toMatch(/--/);
        expect(marker.length).toBeLessThan(700);
      }),
      { numRuns: 300 },
    );
  });

  test("in findings makes no markup", () => {
    fc.assert(
      fc.property(fc.constantFrom(...hostile), (text) => {
        const bad = one("check", "x", {
          ...{ title: text, verdict: "fail", says: text, remedy: text, tail: text, reproduce: text },
          findings: [{ severity: "error", message: text, file: text, line: 1, in_change: "line" }],
        });
        const passed = one("check", "y", {
          title: text,
          findings: [{ severity: "notice", message: text, in_change: "file" }],
        });
        const { body } = renderComment(
          evidence("validate", { says: text, results: [bad, passed], run_url: `javascript:${text}` }),
          { workflow: text, application: text },
        );
        const html = page(body);
        const calm = [
          "br",
          "wbr",
          "code",
          "details",
          "h2",
          "li",
          "p",
          "pre",
          "strong",
          "summary",
          "table",
          "tbody",
          "td",
          "th",
          "thead",
          "tr",
          "ul",
        ];
        expect(tags(html).filter((tag) => !calm.includes(tag))).toEqual([]);
        expect(targets(html)).toEqual([]);
        expect(html.match(/<details/g)).toHaveLength(4);
      }),
      { numRuns: 100 },
    );
  });

  test("of any length leaves marker and body below 60,000 characters, with a note when it was cut", () => {
    const big = one("check", "x", {
      verdict: "fail",
      says: "ü".repeat(200_000),
      tail: "`".repeat(200_000),
      title: "t".repeat(200_000),
    });
    const { marker, body } = renderComment(evidence("validate", { results: Array.from({ length: 400 }, () => big) }), {
      workflow: "w".repeat(100_000),
      application: "a".repeat(100_000),
    });
    expect(`${marker}\n${body}`.length).toBeLessThanOrEqual(60_000);
    expect(body).toContain("**Cut here: GitHub accepts no more. The rest is in the summary of the run.**");
  });
});
