import { describe, expect, test } from "@jest/globals";
import type { ChangedFile } from "../../acceptance/github/state.ts";
import { withServer } from "./open.ts";

const github = withServer();

const of = (...files: readonly ChangedFile[]) => {
  github.server.state.files[3] = files;
  return github.open().changedFiles(3);
};
const patched = (patch: string): ChangedFile => ({ filename: "lib/a.ex", status: "modified", patch });

describe("the files of a pull request", () => {
  test.each<[string, string, readonly number[]]>([
    ["a new file", "@@ -0,0 +1,2 @@\n+one\n+two", [1, 2]],
    ["a file of one line", "@@ -1 +1 @@\n-a\n+b", [1]],
    [
      "several places",
      "@@ -1,3 +1,4 @@ defmodule A do\n a\n+b\n c\n d\n@@ -20,2 +21,3 @@\n-x\n y\n+z\n+w",
      [2, 22, 23],
    ],
    ["lines that look like a header", "@@ -1,2 +1,3 @@\n+++ b\n+@@ -9 +9 @@\n --- a", [1, 2]],
    [
      "an end without a newline",
      "@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file",
      [1],
    ],
    ["a file that is removed", "@@ -1,2 +0,0 @@\n-a\n-b", []],
    ["Windows line ends", "@@ -1,2 +1,2 @@\r\n a\r\n-b\r\n+c\r", [2]],
    ["a patch that is none", "garbage", []],
    ["an empty patch", "", []],
  ])("have the lines that it adds: %s", async (_title, patch, addedLines) => {
    expect(await of(patched(patch))).toEqual({ ok: true, value: [{ path: "lib/a.ex", addedLines }] });
  });

  test("have none where GitHub gives no patch", async () => {
    expect(await of({ filename: "priv/logo.png", status: "added" })).toEqual({
      ok: true,
      value: [{ path: "priv/logo.png", addedLines: null }],
    });
  });

  test("come from every page, up to GitHub's 3,000", async () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ filename: `lib/${index}.ex`, status: "added" }));
    const some = await of(...many(250));
    expect(some.ok && some.value.map(({ path }) => path)).toEqual(many(250).map(({ filename }) => filename));
    const all = await of(...many(3_100));
    expect(all.ok && all.value.length).toBe(3_000);
  });

  test("have whatever names they have", async () => {
    const names = ["a b.ex", "größe.ex", "$(id).ex", "-rf", "a\nb", "<script>"];
    const answer = await of(...names.map((filename) => ({ filename, status: "added" })));
    expect(answer.ok && answer.value.map(({ path }) => path)).toEqual(names);
  });
});

test("files that cannot be listed are an answer, also when only a later page fails", async () => {
  expect(await github.open().changedFiles(99)).toMatchObject({ ok: false, status: 404 });
  const files = Array.from({ length: 150 }, (_, index) => ({ filename: String(index), status: "added" }));
  let asked = 0;
  github.server.state.instead = ({ path }) =>
    path.endsWith("/files") && ++asked > 1 ? { status: 404, body: { message: "Gone" } } : null;
  expect(await of(...files)).toEqual({ ok: false, status: 404, why: "Gone" });
});
