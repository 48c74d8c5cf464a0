import { describe, expect, test } from "@jest/globals";
import type { CheckRun } from "../../../src/ports/github.ts";
import { sha, withServer } from "./open.ts";

const github = withServer();

type Annotation = CheckRun["annotations"][number];
const annotation = (more: Partial<Annotation["finding"]> = {}, title = "mix credo"): Annotation => ({
  finding: { severity: "error", message: "Bad", file: "lib/a.ex", line: 3, ...more },
  title,
});
const send = (more: Partial<CheckRun> = {}) => {
  github.server.state.permissions.checks = "write";
  return github.open().checkRun({
    ...{ name: "validate", sha, conclusion: "failure" as const, title: "2 checks failed", summary: "| a |" },
    ...{ annotations: [annotation()], detailsUrl: "https://github.com/acme/shop/actions/runs/42" },
    ...more,
  });
};
const made = () => github.server.state.checkRuns[0];

describe("a check run", () => {
  test("is made finished, with its annotations", async () => {
    expect(await send()).toEqual({ ok: true, value: { url: "https://github.com/acme/shop/runs/900000" } });
    expect(made()).toMatchObject({
      ...{
        name: "validate",
        sha,
        status: "completed",
        conclusion: "failure",
        output: { title: "2 checks failed", summary: "| a |" },
      },
      annotations: [
        {
          path: "lib/a.ex",
          start_line: 3,
          end_line: 3,
          annotation_level: "failure",
          title: "mix credo",
          message: "Bad",
        },
      ],
    });
  });

  test.each([
    [0, 1],
    [1, 1],
    [50, 1],
    [51, 2],
    [120, 3],
  ])("takes %i annotations in %i requests, in their order", async (count, requests) => {
    const annotations = Array.from({ length: count }, (_, index) => annotation({ line: index + 1 }));
    expect(await send({ annotations })).toMatchObject({ ok: true });
    expect(github.server.requests).toHaveLength(requests);
    expect(made()?.annotations.map((one) => (one as { start_line: number }).start_line)).toEqual(
      annotations.map((_, index) => index + 1),
    );
    expect(made()).toMatchObject({ conclusion: "failure", output: { title: "2 checks failed", summary: "| a |" } });
  });

  test("has no place for a finding without a file, and puts one without a line on the first", async () => {
    const annotations = [
      { finding: { severity: "notice" as const, message: "somewhere" }, title: "t" },
      annotation({ line: undefined, column: 4 } as object),
    ];
    await send({ annotations });
    expect(made()?.annotations).toMatchObject([{ start_line: 1, start_column: 4, end_column: 4 }]);
  });

  test("loses no annotation to one that is too long or empty", async () => {
    await send({
      annotations: [
        annotation({ message: "ü".repeat(100_000) }, "t".repeat(999)),
        annotation({ message: "" }),
        annotation({ file: "../\u0000`$(id)` ::error::" }),
      ],
    });
    const sent = made()?.annotations as readonly { message: string; title: string; path: string }[];
    expect(Buffer.byteLength(sent[0]?.message ?? "")).toBeLessThanOrEqual(65_536);
    expect(sent.map(({ title }) => title.length)).toEqual([255, 9, 9]);
    expect(sent[1]?.message).toBe("mix credo");
    expect(sent[2]?.path).toBe("../\u0000`$(id)` ::error::");
  });
});

describe("a check run that cannot be made is an answer", () => {
  test("without the permission", async () => {
    const door = github.open();
    const answer = await door.checkRun({
      name: "n",
      sha,
      conclusion: "success",
      title: "t",
      summary: "s",
      annotations: [],
      detailsUrl: "https://x.test",
    });
    expect(answer).toMatchObject({ ok: false, status: 403 });
  });

  test("when GitHub refuses it", async () => {
    github.server.state.instead = () => ({ status: 422, body: { message: "No commit found for SHA" } });
    expect(await send()).toEqual({ ok: false, status: 422, why: "No commit found for SHA" });
  });

  test("and tells how many annotations came through when it broke off", async () => {
    github.server.state.instead = ({ method }) =>
      method === "PATCH" ? { status: 500, body: { message: "Oops" } } : null;
    const annotations = Array.from({ length: 120 }, () => annotation());
    expect(await send({ annotations })).toEqual({
      ok: false,
      status: 500,
      why: "50 of 120 annotations were sent: Oops",
    });
    expect(made()?.annotations).toHaveLength(50);
  });
});
