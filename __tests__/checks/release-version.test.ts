import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { compiledMixTask } from "../../src/commands/mix.ts";
import { readyHelpers } from "../support/helpers.ts";
import { someTests } from "../support/some-tests.ts";

// The machine's own mix assembles, since only mix knows which version it puts where.
const root = mkdtempSync(join(tmpdir(), "release-version-"));
const helpers = await readyHelpers(join(root, "helpers"));
afterAll(() => rmSync(root, { recursive: true }));

function project(name: string, files: Readonly<Record<string, string>>): string {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(root, name, file, ".."), { recursive: true });
    writeFileSync(join(root, name, file), text);
  }
  return join(root, name);
}

/** Assembles the release under a version, and asks it what it is. */
function assembled(folder: string, app: string, version: string): { readonly release: string; readonly app: string } {
  const out = join(folder, "out");
  mkdirSync(out, { recursive: true });
  if (!("compiled" in helpers)) throw new Error("Our Elixir code was not compiled");
  const [program, ...args] = compiledMixTask(helpers.compiled, "pd.release", ["assemble"]);
  const env = { ...process.env, MIX_ENV: "prod", PD_OUT: out, PD_LIMIT_MS: "120000", PD_VERSION: version };
  execFileSync(program, args, { cwd: folder, env, stdio: "ignore" });
  const { path, name } = JSON.parse(readFileSync(join(out, "release.json"), "utf8")) as { path: string; name: string };
  const asked =
    `Application.load(:${app}); IO.puts([System.get_env("RELEASE_VSN"), ` + `" ", Application.spec(:${app}, :vsn)])`;
  const [release = "", vsn = ""] = execFileSync(join(path, "bin", name), ["eval", asked], { encoding: "utf8" })
    .trim()
    .split(" ");
  return { release, app: vsn };
}

const mixfile = (module: string, more: string) => `defmodule ${module}.MixProject do
  use Mix.Project
  def project, do: [${more}]
  def application, do: []
end
`;

describe("a release whose version comes from the tag that is released", () => {
  const sometimes = someTests("versions of a release", 1);
  const shop = () =>
    project("shop", {
      "mix.exs": mixfile("Shop", 'app: :shop, version: "0.1.0", releases: [shop: [version: "7.7.7"]]'),
      "lib/shop.ex": "defmodule Shop do\nend\n",
    });

  test("says it throughout", () => {
    expect(assembled(shop(), "shop", "3.2.0")).toEqual({ release: "3.2.0", app: "3.2.0" });
  });

  sometimes("says it throughout, and mix.exs's again where no tag is released", async () => {
    const folder = shop();
    expect(assembled(folder, "shop", "3.3.0-rc.1")).toEqual({ release: "3.3.0-rc.1", app: "3.3.0-rc.1" });
    expect(assembled(folder, "shop", "")).toEqual({ release: "7.7.7", app: "0.1.0" });
  });

  sometimes("says it in every application of an umbrella", async () => {
    const release = "releases: [all: [version: {:from_app, :web}, applications: [web: :permanent]]]";
    const inside = '"../../_build", deps_path: "../../deps", lockfile: "../../mix.lock"';
    const folder = project("all", {
      "mix.exs": mixfile("All", `apps_path: "apps", ${release}`),
      "apps/web/mix.exs": mixfile("Web", `app: :web, version: "0.1.0", build_path: ${inside}`),
      "apps/web/lib/web.ex": "defmodule Web do\nend\n",
    });
    expect(assembled(folder, "web", "3.2.0")).toEqual({ release: "3.2.0", app: "3.2.0" });
    expect(assembled(folder, "web", "")).toEqual({ release: "0.1.0", app: "0.1.0" });
  });

  sometimes.add();
});
