// A project that meets Phase 6 for the first time: what it lacks is one thing to do, and is said once.
import { describe, expect, test } from "@jest/globals";
import { annotationsOf } from "../../../src/render/findings/annotations.ts";
import { renderComment } from "../../../src/render/stage/comment.ts";
import { renderSummary } from "../../../src/render/stage/summary.ts";
import { checks } from "../../support/checks.ts";
import { evidence, one } from "../story.ts";

/** The package that brings the tool of a check. */
const packageOf = (id: string) =>
  checks.flatMap((check) => (check.id === id && "package" in check ? [check.package] : []))[0];

const lacks = (id: string, name: string, required = true, dependencies = 0) =>
  one("check", id, {
    ...{ verdict: "error", reason_code: "tool_missing", required, says: `${name} is not among the dependencies.` },
    facts: { package: name, line: packageOf(id)?.line ?? "", dependencies },
  });
const fresh = [lacks("credo", "credo"), lacks("sobelow", "sobelow"), lacks("dialyzer", "dialyxir", false)];
const failed = (...results: ReturnType<typeof one>[]) =>
  evidence("validate", {
    status: "failed",
    decision: "stop",
    says: "This project does not have what credo needs.",
    results,
  });

describe("a project without credo, sobelow and dialyxir", () => {
  test("reads first what to copy: the lines of mix.exs, and the settings that switch the checks off instead", () => {
    const [head, block, ...rest] = renderSummary(failed(...fresh)).split(/\n\n(?=###|\*\*This project)/);
    expect(head).toBe("## ❌ Failed: validate");
    expect(block).toMatch(/^### To do once: 3 checks need what this project does not have yet/);
    expect(block).toContain(
      [
        "```elixir",
        '{:credo, "~> 1.7", only: [:dev, :test], runtime: false},',
        '{:sobelow, "~> 0.15", only: [:dev, :test], runtime: false},',
        '{:dialyxir, "~> 1.4", only: [:dev, :test], runtime: false}',
        "```",
      ].join("\n"),
    );
    expect(block).toContain("```yaml\nversion: 1\nchecks:\n  credo: off\n  sobelow: off\n  dialyzer: off\n```");
    expect(rest.join("\n\n")).not.toContain("<details");
  });

  test("gets lines that end with a comma where other dependencies follow them", () => {
    expect(renderSummary(failed(lacks("credo", "credo", true, 12)))).toContain("runtime: false},\n```");
  });

  test("gets no annotation beside the verdict", () => {
    expect(annotationsOf(failed(...fresh))).toEqual([]);
  });

  test("gets one annotation for all of it where another check failed too, or where none is required", () => {
    const finding = { severity: "error" as const, message: "broken", file: "test/shop_test.exs", line: 3 };
    const titles = annotationsOf(
      failed(...fresh, one("check", "test", { title: "mix test", verdict: "fail", findings: [finding] })),
    );
    expect(titles.map((annotation) => annotation.title)).toEqual(["mix test", "To do once"]);
    const optional = annotationsOf(
      evidence("validate", { results: fresh.map((result) => ({ ...result, required: false })) }),
    );
    expect(optional.map(({ finding: { severity } }) => severity)).toEqual(["warning"]);
  });

  test("reads the same in the comment of its pull request", () => {
    expect(renderComment(failed(...fresh), { workflow: "deploy" }).body).toContain("### To do once");
  });
});

test("a project without any CHANGELOG, or without Hex, is named in the same block", () => {
  const changelog = one("check", "changelog", {
    ...{ verdict: "fail", reason_code: "changelog_missing", says: "There is no CHANGELOG.md.", remedy: "Write one." },
  });
  const hex = one("check", "hex-audit", {
    ...{
      verdict: "error",
      reason_code: "tool_missing",
      says: "Hex is not installed.",
      remedy: "Run `mix local.hex --force`.",
    },
  });
  const summary = renderSummary(failed(changelog, hex));
  expect(summary.match(/### To do once/g)).toHaveLength(1);
  expect(summary).toContain("**To add:** There is no CHANGELOG.md. Write one.");
  expect(summary).toContain("<code>mix local.hex --force</code>");
  expect(summary).toContain("checks:\n  changelog: off\n  hex-audit: off");
});

test("an Erlang without dialyzer is no such project: the check says so itself", () => {
  const dialyzer = one("check", "dialyzer", {
    verdict: "error",
    reason_code: "tool_missing",
    says: "This Erlang has no dialyzer.",
  });
  expect(renderSummary(failed(dialyzer))).not.toContain("To do once");
});

test("a project that lacks nothing reads no such block", () => {
  expect(renderSummary(evidence("validate", { results: [one("check", "test")] }))).not.toContain("To do once");
});
