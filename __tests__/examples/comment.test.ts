// The script of examples/workflows/comment.yml, run as actions/github-script runs it, on artifacts as a hostile fork
// would make them.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { parse } from "yaml";
import { root } from "../../script/generate.ts";
import { evidenceFileName } from "../../src/domain/evidence/evidence.ts";
import { renderComment } from "../../src/render/stage/comment.ts";
import { hostile, page, tags, targets } from "../render/page.ts";
import { evidence, one, runUrl } from "../render/story.ts";

const workflow = parse(readFileSync(join(root, "examples/workflows/comment.yml"), "utf8")) as {
  jobs: { comment: { steps: { with: { script?: string } }[] } };
};
const script = workflow.jobs.comment.steps.flatMap((step) => step.with.script ?? [])[0] ?? "";

type Script = (...doors: readonly unknown[]) => Promise<unknown>;
const AsyncFunction = Object.getPrototypeOf(async () => undefined).constructor as new (
  ...text: readonly string[]
) => Script;

const head = "f".repeat(40);
const marker = "<!-- phoenix-deploy:report:v1 key=Pull%20request/validate -->";

interface Comment {
  readonly id: number;
  readonly user: { readonly login: string };
  readonly body: string;
}

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "comment-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (known: Parameters<typeof evidence>[1], name?: string) => {
  const value = evidence("validate", known);
  writeFileSync(join(folder, name ?? evidenceFileName(value)), JSON.stringify(value));
};

/** What the script writes, and where. */
async function run(there: readonly Comment[] = [], pulls = [{ number: 12, head: { sha: head } }]) {
  const written: {
    readonly how: string;
    readonly sent: { readonly issue_number?: number; readonly comment_id?: number; readonly body: string };
  }[] = [];
  const asked: unknown[] = [];
  const write = (how: string) => async (sent: (typeof written)[number]["sent"]) => void written.push({ how, sent });
  const github = {
    paginate: async () => there,
    rest: {
      pulls: {
        list: async (sent: unknown) => {
          asked.push(sent);
          return { data: pulls };
        },
      },
      issues: { listComments: null, createComment: write("create"), updateComment: write("update") },
    },
  };
  const context = {
    repo: { owner: "acme", repo: "shop" },
    payload: {
      repository: { html_url: "https://github.com/acme/shop" },
      workflow_run: {
        id: 7,
        head_sha: head,
        head_branch: "a-branch",
        conclusion: "failure",
        head_repository: { owner: { login: "mallory" } },
      },
    },
  };
  const core = { info: () => undefined };
  const doors = {
    github,
    context,
    core,
    require: createRequire(import.meta.url),
    process: { env: { EVIDENCE: folder } },
  };
  await new AsyncFunction(...Object.keys(doors), script)(...Object.values(doors));
  return { written, asked };
}

describe("the comment on a fork's pull request", () => {
  test("is found and marked as validate's own would be", () => {
    expect(renderComment(evidence("validate"), { workflow: "Pull request" }).marker).toBe(marker);
  });

  test("shows each check, and the findings of those that failed, in a fenced block", async () => {
    put({
      results: [
        one("check", "compile", { title: "mix compile", says: "No warnings." }),
        one("check", "credo", {
          title: "mix credo",
          verdict: "fail",
          says: "1 issue.",
          findings: [{ severity: "warning", message: "Bad.", file: "lib/a.ex", line: 3 }],
        }),
      ],
    });
    const { written, asked } = await run();
    expect(asked).toEqual([{ owner: "acme", repo: "shop", state: "open", head: "mallory:a-branch" }]);
    expect(written).toHaveLength(1);
    expect(written[0]).toMatchObject({ how: "create", sent: { issue_number: 12 } });
    expect(written[0]?.sent.body.split("\n")).toEqual([
      marker,
      `[The run](${runUrl}) ended with failure. Its report, in the words of the fork:`,
      "",
      "```text",
      "✓ PASS         mix compile: No warnings.",
      "✗ FAIL         mix credo: 1 issue.",
      "    lib/a.ex:3 Bad.",
      "```",
    ]);
  });

  test("updates the one that the suite wrote, and none that somebody else marked alike", async () => {
    put({});
    const ours = { id: 5, user: { login: "github-actions[bot]" }, body: `${marker}\nold` };
    const theirs = { id: 6, user: { login: "mallory" }, body: `${marker}\nmine` };
    expect((await run([ours, theirs])).written).toMatchObject([{ how: "update", sent: { comment_id: 5 } }]);
    expect((await run([theirs])).written).toMatchObject([{ how: "create" }]);
  });

  test("shows every application of the repository, each by its newest attempt", async () => {
    const of = (app: string, attempt: string, says: string) =>
      put({ app, run_attempt: attempt, results: [one("check", "compile", { title: "mix compile", says })] });
    of("shop", "9", "Old.");
    of("shop", "10", "New.");
    of("api", "1", "Its own.");
    const { written } = await run();
    expect(written[0]?.sent.body.split("\n").slice(4, -1)).toEqual([
      "api:",
      "✓ PASS         mix compile: Its own.",
      "shop:",
      "✓ PASS         mix compile: New.",
    ]);
  });

  test("is none where the run ended before validate began: there is no folder", async () => {
    rmSync(folder, { recursive: true });
    expect((await run()).written).toEqual([]);
    mkdirSync(folder);
  });

  test("goes to no pull request but the one at the very commit that was run", async () => {
    put({});
    expect((await run([], [{ number: 1, head: { sha: "0".repeat(40) } }])).written).toEqual([]);
    expect((await run([], [])).written).toEqual([]);
  });

  test("believes no link, no huge file and no other name", async () => {
    symlinkSync("/etc/hostname", join(folder, "shop.validate.none.7-1.json"));
    expect((await run()).written).toEqual([]);
    rmSync(join(folder, "shop.validate.none.7-1.json"));
    put({ says: "x".repeat(6_000_000) });
    expect((await run()).written).toEqual([]);
    rmSync(join(folder, "shop.validate.none.7-1.json"));
    put({}, "report.md");
    expect((await run()).written).toEqual([]);
  });

  test.each(hostile.map((text) => [JSON.stringify(text.slice(0, 50)), text]))(
    "shows %s and does nothing",
    async (_, text) => {
      const bad = one("check", "x", {
        title: text,
        verdict: "fail",
        says: text,
        findings: [{ severity: "error", message: text, file: text }],
      });
      put({ results: [bad, { ...bad, verdict: text as "fail" }] });
      const { written } = await run();
      const html = page((written[0]?.sent.body ?? "").slice(marker.length));
      expect(tags(html)).toEqual(["a", "code", "p", "pre"]);
      expect(targets(html)).toEqual([runUrl]);
      expect(written[0]?.sent.body.length).toBeLessThan(60_000);
    },
  );
});
