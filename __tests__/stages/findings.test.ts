import { describe, expect, test } from "@jest/globals";
import type { Result } from "../../src/domain/evidence/result.ts";
import type { GitHubAnswer } from "../../src/ports/github.ts";
import type { Settings } from "../../src/settings/settings.ts";
import { readChange, writeReports } from "../../src/stages/findings.ts";
import { applicationOf, publish } from "../../src/stages/publish.ts";
import { openRecorder } from "../../src/stages/recorder.ts";
import type { StageRun } from "../../src/stages/stage.ts";
import { evidence, one, runUrl, sha, validate } from "../render/story.ts";
import { checks } from "../support/checks.ts";
import { memoryFiles } from "../support/files.ts";
import { jobFacts } from "../support/job.ts";
import { settingsFrom } from "../support/settings.ts";
import { closedGitHub, closedWorld } from "../support/world.ts";

const head = "f".repeat(40);
const pullRequest = { number: 12, baseSha: "0".repeat(40), baseRef: "main", headSha: head, fromFork: false };
const refused = { ok: false, status: 403, why: "Resource not accessible by integration" } as const;
const folder = "/work/.phoenix-deploy/report";

interface Told {
  readonly pullRequest?: Partial<typeof pullRequest> | null;
  /** How GitHub answers everything that is asked of it. */
  readonly answer?: GitHubAnswer<never> | Error;
  readonly brokenDisk?: boolean;
}

/** A run in memory, and what it asked of GitHub. */
async function machine(told: Told = {}) {
  const asked: { readonly what: string; readonly value: unknown }[] = [];
  const files = new Map<string, string>();
  const answer = async <T>(what: string, value: unknown, otherwise: T): Promise<GitHubAnswer<T>> => {
    asked.push({ what, value });
    if (told.answer instanceof Error) throw told.answer;
    return told.answer ?? { ok: true, value: otherwise };
  };
  const disk = memoryFiles(files);
  const world = closedWorld({
    files: {
      ...disk,
      async write(path, text) {
        if (told.brokenDisk === true && path.startsWith(folder)) throw new Error("no space left on device");
        await disk.write(path, text);
      },
    },
    github: closedGitHub({
      stickyComment: (comment) =>
        answer("comment", comment, { created: true, url: "https://github.com/acme/shop/pull/12#1" }),
      checkRun: (checkRun) => answer("check run", checkRun, { url: "https://github.com/acme/shop/runs/1" }),
      changedFiles: (number) => answer("changed files", number, [{ path: "lib/shop.ex", addedLines: [3] }]),
    }),
    job: jobFacts({
      ...{ sha, runUrl, ref: "refs/pull/12/merge", eventName: "pull_request", workflow: "CI" },
      pullRequest: told.pullRequest === null ? null : { ...pullRequest, ...told.pullRequest },
    }),
  });
  const recorder = await openRecorder(world, "validate", { app: "shop", environment: null });
  const settings: Settings = await settingsFrom("version: 1\n");
  const run: StageRun = { world, settings, recorder };
  return { run, world, recorder, asked, files };
}

describe("what a pull request changes", () => {
  test("is asked of GitHub", async () => {
    const { run, asked } = await machine();
    expect((await readChange(run))?.get("lib/shop.ex")).toEqual(new Set([3]));
    expect(asked).toEqual([{ what: "changed files", value: 12 }]);
  });

  test("is nothing where there is no pull request", async () => {
    const { run, asked } = await machine({ pullRequest: null });
    expect(await readChange(run)).toBeNull();
    expect(asked).toEqual([]);
  });

  test("that GitHub does not tell is a warning that names the permission", async () => {
    const { run, recorder } = await machine({ answer: refused });
    expect(await readChange(run)).toBeNull();
    expect(recorder.evidence.warnings).toEqual([
      "What this pull request changes is not known (403: Resource not accessible by integration), so its findings do " +
        "not come first. Give the job `pull-requests: read`.",
    ]);
  });
});

describe("the reports of validate", () => {
  const results: readonly Result[] = [
    one("check", "credo", {
      verdict: "fail",
      findings: [{ severity: "warning", message: "m", rule: "r", file: "lib/a.ex", line: 1 }],
    }),
  ];
  const runs = [
    {
      tests: [
        {
          module: "ATest",
          name: "test a",
          file: "/work/test/a_test.exs",
          line: 1,
          us: 5,
          state: "passed",
          message: "",
        },
      ],
    },
  ] as const;

  test("are written beside the evidence, each with its output", async () => {
    const { run, recorder, files } = await machine();
    await writeReports(run, { checks, results, runs });
    expect(recorder.outputs).toMatchObject({
      "sarif-file": ".phoenix-deploy/report/validate.sarif",
      "junit-file": ".phoenix-deploy/report/junit.xml",
    });
    expect(JSON.parse(files.get(`${folder}/validate.sarif`) ?? "")).toMatchObject({
      version: "2.1.0",
      runs: [{ results: [{ ruleId: "r" }] }],
    });
    expect(files.get(`${folder}/junit.xml`)).toContain('file="test/a_test.exs"');
  });

  test("of a run without tests and verdicts leave no file of an earlier one", async () => {
    const { run, recorder, files } = await machine();
    await writeReports(run, { checks, results, runs });
    await writeReports(run, { checks, results: [], runs: [] });
    expect([...files.keys()].filter((path) => path.startsWith(folder))).toEqual([]);
    expect(recorder.outputs).toMatchObject({ "sarif-file": "", "junit-file": "" });
  });

  test("that cannot be written are warnings", async () => {
    const { run, recorder } = await machine({ brokenDisk: true });
    await writeReports(run, { checks, results, runs });
    expect(recorder.evidence.warnings).toEqual([
      ".phoenix-deploy/report/validate.sarif could not be written: no space left on device.",
      ".phoenix-deploy/report/junit.xml could not be written: no space left on device.",
    ]);
    expect(recorder.outputs).toMatchObject({ "sarif-file": "", "junit-file": "" });
  });
});

describe("a finished stage", () => {
  const both = { comment: true, checkRun: true, application: "" };

  test("is shown as one comment and, on the head of the pull request, a check run", async () => {
    const { world, asked } = await machine();
    expect(await publish(world, validate, both)).toEqual([]);
    expect(asked).toEqual([
      {
        what: "comment",
        value: {
          pullRequest: 12,
          marker: "<!-- phoenix-deploy:report:v1 key=CI/validate -->",
          body: expect.stringMatching(/^## ✅ Passed/),
        },
      },
      {
        what: "check run",
        value: expect.objectContaining({
          name: "phoenix-deploy validate",
          sha: head,
          conclusion: "success",
          detailsUrl: runUrl,
        }),
      },
    ]);
  });

  test("of a push has a check run on its commit, and no comment", async () => {
    const { world, asked } = await machine({ pullRequest: null });
    await publish(world, validate, both);
    expect(asked).toEqual([{ what: "check run", value: expect.objectContaining({ sha }) }]);
  });

  test("of a run that another one started has its check run on the commit that was judged", async () => {
    const { world, asked } = await machine({ pullRequest: null });
    const judged = "5".repeat(40);
    await publish(world, { ...validate, sha: judged }, both);
    expect(asked).toEqual([{ what: "check run", value: expect.objectContaining({ sha: judged }) }]);
  });

  test("of one application hides none of another: they share neither comment nor check run", async () => {
    const { world, asked } = await machine();
    const inputs = { "working-directory": "apps/shop", config: ".github/shop.yml" };
    const application = applicationOf(inputs);
    await publish(world, validate, { ...both, application });
    expect(asked).toMatchObject([
      { value: { marker: expect.stringContaining("/validate/apps%2Fshop%2C%20.github%2Fshop.yml -->") } },
      { value: { name: "phoenix-deploy validate (apps/shop, .github/shop.yml)" } },
    ]);
    expect(applicationOf({ "working-directory": ".", config: ".github/phoenix-deploy.yml" })).toBe("");
  });

  test("asks for nothing that is switched off", async () => {
    const { world, asked } = await machine();
    await publish(world, validate, { ...both, comment: false, checkRun: false });
    expect(asked).toEqual([]);
  });

  test("that was cancelled has a neutral check run, and tells the conversation nothing", async () => {
    const { world, asked } = await machine();
    await publish(world, evidence("validate", { status: "cancelled" }), both);
    expect(asked).toEqual([{ what: "check run", value: expect.objectContaining({ conclusion: "neutral" }) }]);
  });

  test.each([403, 404, 422, 0])(
    "that GitHub refuses with %d is a warning each, naming the permission",
    async (status) => {
      const { world } = await machine({ answer: { ok: false, status, why: "no" } });
      const shown = status === 0 ? "no" : `${status}: no`;
      expect(await publish(world, validate, both)).toEqual([
        `The pull request has no comment (${shown}). Give the job \`pull-requests: write\`, or set \`comment: false\`.`,
        `The check run is not whole (${shown}). Give the job \`checks: write\`, or leave \`check-run\` out.`,
      ]);
    },
  );

  test("of a fork names the way that is safe", async () => {
    const { world } = await machine({ pullRequest: { fromFork: true }, answer: refused });
    const [warning] = await publish(world, validate, { ...both, checkRun: false });
    expect(warning).toContain(
      "The token of a fork's pull request only reads, even with `pull-requests: write`: examples/workflows/comment.yml",
    );
  });

  test("that meets a surprise keeps its verdict", async () => {
    const { world } = await machine({ answer: new Error("socket hang up") });
    expect(await publish(world, validate, both)).toEqual(["The report could not be shown on GitHub: socket hang up."]);
  });
});
