import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { filesAdapter } from "../../src/adapters/files.ts";
import { shellAdapter } from "../../src/adapters/shell.ts";
import { compiledMixTask, compileElixir, mixTask } from "../../src/commands/mix.ts";
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
const open = (of: typeof versions | null) => openHelpers(files, { temp: folder, cachePath: cache }, of);

let first: Awaited<ReturnType<typeof open>>;
beforeAll(async () => {
  await files.write(join(cache, "helpers/0123456789abcdef/Elixir.Old.beam"), "");
  first = await open(versions);
  await keepHelpers({ shell, files, limitMs: 120_000, helpers: first }, cache, versions);
});

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
    if ("compiled" in first) throw new Error("Nothing was compiled yet");
    const { text } = first;
    const asText = await ask(
      mixTask(
        ["json", "releases", "project"].map((name) => join(text, `${name}.exs`)),
        "pd.project",
        [],
      ),
    );
    const answer = { app: "p", version: "1.2.3", umbrella: false, elixir: expect.stringMatching(/^1\.\d+/) };
    expect(asText).toMatchObject(answer);

    const second = await open(versions);
    if (!("compiled" in second)) throw new Error("Nothing was kept");
    expect(await ask(compiledMixTask(second.compiled, "pd.project", []))).toMatchObject(answer);
  });

  test.each([
    ["as text", mixTask([], "pd.project", [])],
    ["compiled", compiledMixTask("/none", "pd.project", [])],
    ["being compiled", compileElixir([], "/none")],
  ])("runs in a VM that does not spin, unless ERL_FLAGS says so: %s", (_, [program, ...args]) => {
    // The emulator prints its arguments and ends; of two it takes the last.
    const env = { ...process.env, ERL_FLAGS: "+sbwt short -emu_args_exit" };
    const seen = execFileSync(program, args, { env, encoding: "utf8" }).split("\n").join(" ");
    expect(seen).toMatch(/-sbwt none -sbwtdcpu none -sbwtdio none .*-sbwt short/);
  });

  test("that is kept for another Elixir or OTP is not taken", async () => {
    expect(await open({ ...versions, elixir: "1.15.0" })).toHaveProperty("text");
    expect(await open({ ...versions, otp: "26.0" })).toHaveProperty("text");
  });

  test("is not taken where the toolchain is not known", async () => {
    expect(await open(null)).toHaveProperty("text");
  });

  test("that could not be compiled leaves nothing that the next run would take", async () => {
    const broken = join(folder, "broken");
    const helpers = await openHelpers(files, { temp: folder, cachePath: broken }, versions);
    await keepHelpers({ shell, files, limitMs: 1, helpers }, broken, versions);
    expect(await openHelpers(files, { temp: folder, cachePath: broken }, versions)).toHaveProperty("text");
  });

  test("that was kept for an older bundle makes room", () => {
    expect(existsSync(join(cache, "helpers/0123456789abcdef"))).toBe(false);
    expect(readdirSync(join(cache, "helpers"))).toHaveLength(1);
  });
});
