// What a result rests on and git does not hold: it is in the key, or nothing is taken from an earlier run.
import { describe, expect, test } from "@jest/globals";
import { ignoredFiles, pathDependencies } from "../../../src/validation/cache/beside-git.ts";
import { memoryFiles } from "../../support/files.ts";
import { project } from "../machine.ts";

type Disk = Readonly<Record<string, string>>;
const disk = (files: Disk) => memoryFiles(new Map(Object.entries(files)));
const ignored = (paths: readonly string[], files: Disk) =>
  ignoredFiles(paths, { files: disk(files), workspace: "/work", own: [".phoenix-deploy", ".phoenix-deploy-cache"] });
const outside = (paths: readonly string[] | null, files: Disk) =>
  pathDependencies({ ...project, paths: paths === null ? null : [...paths] }, disk(files), "/work");

describe("files that git ignores", () => {
  test.each<[string, readonly string[], Disk, Disk]>([
    ["a file of variables", [".env"], { "/work/.env": "A=1" }, { "/work/.env": "A=2" }],
    [
      "a secret configuration",
      ["config/test.secret.exs"],
      { "/work/config/test.secret.exs": "1" },
      { "/work/config/test.secret.exs": "2" },
    ],
    [
      "a folder that is ignored as a whole",
      ["priv/data/"],
      { "/work/priv/data/a": "1" },
      { "/work/priv/data/a": "1", "/work/priv/data/b": "1" },
    ],
  ])("change the key: %s", async (_, paths, before, after) => {
    const first = await ignored(paths, before);
    expect(first).toHaveProperty("digest");
    expect(await ignored(paths, before)).toEqual(first);
    expect(await ignored(paths, after)).not.toEqual(first);
  });

  test("that tools build, that mix.lock pins, or that the suite keeps do not change it", async () => {
    const paths = [
      "_build/",
      "deps/",
      "assets/node_modules/",
      ".phoenix-deploy/",
      ".phoenix-deploy-cache/",
      "priv/plts/a.plt",
    ];
    expect(await ignored(paths, { "/work/_build/a": "1", "/work/priv/plts/a.plt": "1" })).toEqual(
      await ignored([], {}),
    );
  });

  test("that cannot be read leave no key", async () => {
    expect(await ignored(["priv/link"], {})).toEqual({ unknown: "git does not hold priv/link, and it cannot be read" });
  });
});

describe("path dependencies", () => {
  const core = { "/core/lib/core.ex": "1", "/core/mix.exs": "m" };

  test("outside the repository change the key with their code, not with what is built there", async () => {
    const first = await outside(["/core"], core);
    expect(await outside(["/core"], { ...core, "/core/_build/a": "1", "/core/deps/b/b.ex": "1" })).toEqual(first);
    expect(await outside(["/core"], { ...core, "/core/lib/core.ex": "2" })).not.toEqual(first);
  });

  test("inside the repository are git's", async () => {
    expect(await outside(["/work/apps/core"], { "/work/apps/core/a.ex": "1" })).toEqual(await outside([], {}));
  });

  test("that mix does not name leave no key", async () => {
    expect(await outside(null, {})).toHaveProperty("unknown");
  });
});
