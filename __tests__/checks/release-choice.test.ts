// Which release is built, by the real mix of this machine, in projects as `mix new` writes them.
import { createHash } from "node:crypto";
import { afterAll, describe, expect, jest, test } from "@jest/globals";
import { readFileList } from "../../src/domain/release/files.ts";
import { manifestOf, releaseSchema } from "../../src/domain/release/release.ts";
import { breachesOfBill } from "../support/cyclonedx.ts";
import { someTests } from "../support/some-tests.ts";
import { build, removeProjects } from "./releases.ts";

jest.setTimeout(180_000);
afterAll(removeProjects);

const passed = { verdict: "pass", reason_code: "passed" };
const twoReleases = (more: string) => `releases: [worker: [version: "2.0.0"], web: []]${more}`;
/** Those of the applications in a release. */
const folders = (packed: readonly string[]) =>
  packed.flatMap((path) => /^lib\/([^/]+)\/$/.exec(path)?.[1] ?? []).sort();
/** In an umbrella, what `mix new` inside it writes. */
const child = (app: string, version = "0.1.0") => ({
  [`apps/${app}/mix.exs`]: `defmodule ${app === "cart" ? "Cart" : "Till"}.MixProject do
  use Mix.Project

  def project do
    [app: :${app}, version: "${version}", build_path: "../../_build", config_path: "../../config/config.exs",
     deps_path: "../../deps", lockfile: "../../mix.lock"]
  end
end
`,
  [`apps/${app}/lib/${app}.ex`]: `defmodule ${app === "cart" ? "Cart" : "Till"} do\nend\n`,
});
const umbrella = { flags: ["--umbrella"], files: { ...child("cart"), ...child("till", "3.1.4") } };

describe("a release is built as mix builds it when it is given no name", () => {
  const sometimes = someTests("choices of a release", 1);

  test("of the application, where mix.exs has no `releases:`, as `mix new` writes it", async () => {
    const built = await build({});
    expect(built).toMatchObject({ ...passed, notices: [], release: { name: "shop", app: "shop", version: "0.1.0" } });
    expect(built.says).toMatch(
      /^shop 0\.1\.0 was assembled, its configuration loads, and it was packed: \d+ bytes, sha256 [0-9a-f]{12}….$/,
    );
    expect(built.starts).toMatch(/^\S+ 0\.1\.0$/);
    expect(built.packed).toContain("bin/shop");
    // What hosts are sent by: the very files, folders and links of the tarball.
    const { files, needs } = built.release ?? {};
    const list = built.read(`release/${files?.file}`) ?? "";
    expect(createHash("sha256").update(list).digest("hex")).toBe(files?.sha256);
    const entries = readFileList(list);
    if (typeof entries === "string") throw new Error(entries);
    const inTarball = built.packed.map((path) => path.replace(/\/$/, "")).filter((path) => path !== "");
    expect(entries.map(({ path }) => path).sort()).toEqual(inTarball.sort());
    expect(files).toMatchObject({ count: entries.length, file: built.release?.file.replace(/\.tar\.gz$/, ".files") });
    expect(entries.find(({ path }) => path === "bin/shop")).toMatchObject({ type: "f", mode: "755" });
    // What it is made of, pinned by the manifest.
    const bill = built.read("release/sbom.cdx.json") ?? "";
    expect(breachesOfBill(bill)).toBe("");
    expect(createHash("sha256").update(bill).digest("hex")).toBe(built.release?.sbom?.sha256);
    const manifest = built.read("release/manifest.json") ?? "";
    expect(manifestOf(releaseSchema.parse(JSON.parse(manifest)))).toBe(manifest);
    const named = JSON.parse(bill).components.map(({ name }: { name: string }) => name);
    expect(named).toEqual(["erts", ...folders(built.packed).map((one) => one.split("-")[0])]);
    expect(needs).toEqual({ libc: "glibc", glibc: expect.stringMatching(/^2\.\d+$/), openssl: [] });
  });

  sometimes("of the application, as `mix new --sup` writes it", async () => {
    const built = await build({ flags: ["--sup"] });
    expect(built).toMatchObject({ ...passed, notices: [], release: { name: "shop", version: "0.1.0" } });
  });

  sometimes("by `default_release`, and the one that was not built is named", async () => {
    const built = await build({ project: twoReleases(",\n      default_release: :worker") });
    expect(built).toMatchObject({ ...passed, release: { app: "shop", name: "worker", version: "2.0.0" } });
    expect(built.packed).toContain("bin/worker");
    expect(built.packed).not.toContain("bin/web");
    expect(built.notices.join("\n")).toContain("`default_release` of mix.exs is worker: web was not built.");
  });

  sometimes("in a version of its own, which is what the tarball and the manifest say", async () => {
    const built = await build({ project: 'releases: [shop: [version: "9.9.9"]]' });
    expect(built).toMatchObject({
      ...passed,
      release: { version: "9.9.9", file: expect.stringMatching(/^shop-9\.9\.9-/) },
    });
    expect(built.starts).toMatch(/ 9\.9\.9$/);
    expect(built.notices).toEqual([
      "The release shop has a version of its own: 9.9.9 ships, and the application shop in it is 0.1.0.",
    ]);
  });

  sometimes(
    "by the settings' `app` where mix itself refuses " + "to choose, else the first, and the choice is said",
    async () => {
      const named = await build({ project: twoReleases(""), app: "web" });
      expect(named).toMatchObject({ ...passed, release: { app: "web", name: "web", version: "0.1.0" } });
      expect(named.notices.join("\n")).toContain(
        "`mix release web` was run, and not worker. Set `default_release: :web` in mix.exs",
      );
      expect(await build({ project: twoReleases("") })).toMatchObject({
        ...passed,
        release: { name: "worker", version: "2.0.0" },
      });
    },
  );

  sometimes("by an alias of `release`, which gets no arguments of ours", async () => {
    const alias = 'aliases: [release: ["compile", "release web --quiet"]]';
    const built = await build({ project: `${twoReleases("")},\n      ${alias}` });
    expect(built).toMatchObject({ ...passed, release: { name: "web", version: "0.1.0" } });
  });

  sometimes("by an alias, whose last command is given the version of the tag that is released", async () => {
    const built = await build({ project: 'aliases: [release: ["compile", "release --quiet"]]', version: "2.0.0" });
    expect(built).toMatchObject({ ...passed, release: { version: "2.0.0" } });
  });

  sometimes("and never under another version than the tag's, where the alias takes none", async () => {
    const built = await build({ project: 'aliases: [release: ["release", "compile"]]', version: "2.0.0" });
    expect(built).toMatchObject({ verdict: "fail", reason_code: "release_not_assembled", release: null });
    expect(built.says).toBe("The release that was built is version 0.1.0, and the tag that is released says 2.0.0.");
  });

  sometimes("by an alias, into the folder that mix.exs names", async () => {
    const built = await build({
      project: 'releases: [shop: [path: "out/shop"]], aliases: [release: "release --overwrite"]',
    });
    expect(built).toMatchObject({ ...passed, release: { name: "shop" } });
    expect(built.packed).toContain("bin/shop");
  });

  sometimes("and not at all by an alias that makes none, which says what to write", async () => {
    const built = await build({ project: 'aliases: [release: "compile"]' });
    expect(built).toMatchObject({ verdict: "fail", reason_code: "release_not_assembled", release: null });
    expect(built.remedy).toContain('release: ["assets.deploy", "release"]');
  });

  sometimes("of an umbrella, in the version of one of its apps", async () => {
    const project =
      "releases: [store: [version: {:from_app, :till}, applications: [cart: :permanent, till: :permanent]]]";
    const built = await build({ ...umbrella, project });
    expect(built).toMatchObject({ ...passed, notices: [], release: { app: "store", name: "store", version: "3.1.4" } });
    expect(built.starts).toMatch(/ 3\.1\.4$/);
    const { components } = JSON.parse(built.read("release/sbom.cdx.json") ?? "");
    const own = components.filter(({ type }: { type: string }) => type === "application");
    expect(own.map(({ name, version }: Record<string, string>) => `${name} ${version}`)).toEqual([
      "cart 0.1.0",
      "till 3.1.4",
    ]);
  });

  sometimes(
    "and not at all of an umbrella as `mix new --umbrella` writes it, with the line for its mix.exs",
    async () => {
      const built = await build(umbrella);
      expect(built).toMatchObject({ verdict: "fail", reason_code: "release_not_assembled", release: null });
      expect(built.says).toContain("mix.exs of this umbrella has no `releases:`");
      const [, line = ""] = /^Add `(releases: .*)` to/.exec(built.remedy ?? "") ?? [];
      expect(line).toBe("releases: [cart: [applications: [cart: :permanent, till: :permanent]]]");
      expect(await build({ ...umbrella, project: line })).toMatchObject({
        ...passed,
        release: { name: "cart", version: "0.1.0" },
      });
    },
  );

  sometimes("without an Erlang of its own, and the result says which one the host needs", async () => {
    const built = await build({ project: "releases: [shop: [include_erts: false]]" });
    expect(built).toMatchObject({ ...passed, facts: { includes_erts: false } });
    expect(built.says).toMatch(/It brings no Erlang: the host needs Erlang\/OTP \d+(\.\d+)* \(erts \d+(\.\d+)*\)\.$/);
    expect(built.packed.some((path) => path.startsWith("erts-"))).toBe(false);
  });

  sometimes.add();
});
