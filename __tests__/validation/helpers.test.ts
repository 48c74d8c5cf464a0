import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { filesAdapter } from "../../src/adapters/files.ts";
import { shellAdapter } from "../../src/adapters/shell.ts";
import { compiledMixTask, mixTask } from "../../src/commands/mix.ts";
import { keepHelpers, openHelpers } from "../../src/validation/helpers.ts";

// A path with a space is carried as it is.
const folder = mkdtempSync(join(tmpdir(), "pd helpers-"));
afterAll(() => rmSync(folder, { recursive: true }));
const cache = join(folder, "cache");
const versions = { elixir: "1.14.0", otp: "25.2.3" };
const files = filesAdapter();
const shell = shellAdapter({
  cwd: folder,
  env: process.env,
  cancel: new AbortController().signal,
  show: () => undefined,
});
const keep = async (into = cache) =>
  keepHelpers(
    { shell, files, limitMs: 120_000, helpers: await openHelpers(files, { temp: folder, cachePath: into }, versions) },
    into,
    versions,
  );

/** What mix says of a project, asked by our task in this form. */
async function ask(argv: readonly [string, ...string[]]): Promise<unknown> {
  const project = mkdtempSync(join(folder, "project-"));
  await files.write(
    join(project, "mix.exs"),
    'defmodule P.MixProject do\n  use Mix.Project\n  def project, do: [app: :p, version: "1.2.3"]\nend\n',
  );
  const [program, ...args] = argv;
  execFileSync(program, args, {
    cwd: project,
    env: { ...process.env, PD_OUT: project, PD_LIMIT_MS: "60000" },
    stdio: "ignore",
  });
  return JSON.parse(readFileSync(join(project, "project.json"), "utf8"));
}

describe("our Elixir code", () => {
  test("is loaded as text until an earlier run has compiled it, and says the same either way", async () => {
    const empty = join(folder, "empty");
    const first = await openHelpers(files, { temp: folder, cachePath: empty }, versions);
    if (!("text" in first)) throw new Error("Nothing was compiled yet");
    const asText = await ask(
      mixTask(
        ["json", "releases", "project"].map((name) => join(first.text, `${name}.exs`)),
        "pd.project",
        [],
      ),
    );
    const answer = { app: "p", version: "1.2.3", umbrella: false, elixir: expect.stringMatching(/^1\.\d+/) };
    expect(asText).toMatchObject(answer);

    await keep(empty);
    const second = await openHelpers(files, { temp: folder, cachePath: empty }, versions);
    if (!("compiled" in second)) throw new Error("Nothing was kept");
    expect(await ask(compiledMixTask(second.compiled, "pd.project", []))).toMatchObject(answer);
  });

  test("that is kept for another Elixir or OTP is not taken", async () => {
    await keep();
    for (const other of [
      { ...versions, elixir: "1.15.0" },
      { ...versions, otp: "26.0" },
    ])
      expect(await openHelpers(files, { temp: folder, cachePath: cache }, other)).toHaveProperty("text");
  });

  test("is not kept where the toolchain is not known", async () => {
    await keep();
    expect(await openHelpers(files, { temp: folder, cachePath: cache }, null)).toHaveProperty("text");
  });

  test("that could not be compiled leaves nothing that the next run would take", async () => {
    const broken = join(folder, "broken");
    const helpers = await openHelpers(files, { temp: folder, cachePath: broken }, versions);
    await keepHelpers({ shell, files, limitMs: 1, helpers }, broken, versions);
    expect(await openHelpers(files, { temp: folder, cachePath: broken }, versions)).toHaveProperty("text");
  });

  test("that was kept for an older bundle makes room", async () => {
    await files.write(join(cache, "helpers/0123456789abcdef/Elixir.Old.beam"), "");
    await files.remove(
      join(cache, "helpers", readdirSync(join(cache, "helpers")).find((name) => name !== "0123456789abcdef") ?? "none"),
    );
    await keep();
    expect(existsSync(join(cache, "helpers/0123456789abcdef"))).toBe(false);
    expect(readdirSync(join(cache, "helpers"))).toHaveLength(1);
  });
});
