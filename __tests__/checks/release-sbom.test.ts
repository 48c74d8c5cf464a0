// What is in a release, as the Elixir of this machine reads mix.lock and the packages that Hex unpacked.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { z } from "zod";
import { componentSchema, sbomOf } from "../../src/domain/release/sbom.ts";
import { breachesOfBill } from "../support/cyclonedx.ts";

const root = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "pd-sbom-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("what a release is made of", () => {
  test("is read from mix.lock, and licences from the package as Hex unpacked it", () => {
    const metadata = `{<<"app">>,<<"ümlaut">>}.\n{<<"licenses">>,[<<"Apache-2.0">>,<<"Ö licence"/utf8>>]}.\n`;
    writeFileSync(join(folder, "hex_metadata.config"), metadata);
    const [inner, outer] = ["a".repeat(64), "b".repeat(64)];
    const locked = [
      `{:hex, :jason, "1.4.4", "${inner}", [:mix], [], "hexpm", "${outer}"}`,
      `{:hex, :jason, "1.4.4", "${inner}", [:mix], []}`,
      `{:git, "https://github.com/acme/hub.git", "${"c".repeat(40)}", [branch: "main"]}`,
      "{:svn, 1}",
      "nil",
    ];
    const code =
      `sources = for l <- [${locked.join(",")}], do: PhoenixDeploy.Components.source(l, "${folder}")\n` +
      "IO.write(PhoenixDeploy.JSON.encode(sources))";
    const files = ["json", "components"].flatMap((name) => ["-r", join(root, `elixir/${name}.exs`)]);
    const read = JSON.parse(execFileSync("elixir", [...files, "-e", code], { encoding: "utf8" })) as object[];
    const licenses = ["Apache-2.0", "Ö licence"];
    const jason = { kind: "hex", package: "jason", version: "1.4.4", repository: "hexpm", inner, licenses };
    expect(read).toEqual([
      { ...jason, outer },
      { ...jason, outer: null },
      { kind: "git", url: "https://github.com/acme/hub.git", commit: "c".repeat(40) },
      { kind: "unknown" },
      { kind: "path" },
    ]);
    for (const from of read) componentSchema.parse({ app: "a", version: "1", from, needs: [] });
  });

  test("is a valid bill of materials for what `mix phx.new` writes, with a licence for each package", () => {
    const recorded = readFileSync(join(root, "__tests__/fixtures/cyclonedx/phoenix-1.8.components.json"), "utf8");
    const text = sbomOf({
      release: { name: "shop", version: "0.1.0", digest: "d".repeat(64), git_sha: "e".repeat(40), otp: "25.2.3" },
      repository: "https://github.com/acme/shop",
      ...{
        erts: { version: "13.1.5", included: true },
        files: [],
        components: z.array(componentSchema).parse(JSON.parse(recorded)),
      },
    });
    expect(breachesOfBill(text)).toBe("");
    const { components } = JSON.parse(text) as {
      components: { purl: string; licenses?: { license: { id?: string } }[] }[];
    };
    const packages = components.filter(({ purl }) => purl.startsWith("pkg:hex/"));
    expect(packages).toHaveLength(34);
    expect(packages.flatMap(({ licenses = [] }) => licenses.map(({ license }) => license.id))).toHaveLength(34);
    expect(components).toHaveLength(50);
  });
});
