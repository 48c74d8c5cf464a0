import { describe, expect, test } from "@jest/globals";
import current from "spdx-license-ids/index.json" with { type: "json" };
import { type Component, type Materials, sbomOf } from "../../../src/domain/release/sbom.ts";
import { breachesOfBill } from "../../support/cyclonedx.ts";

const digest = "0123456789abcdef".repeat(4);
const sha = "c".repeat(40);
const hex = (app: string, more: object = {}): Component => ({
  ...{ app, version: "1.4.4", needs: ["kernel"] },
  from: {
    ...{
      kind: "hex",
      package: app,
      version: "1.4.4",
      repository: "hexpm",
      inner: "b".repeat(64),
      outer: "a".repeat(64),
    },
    ...{ licenses: ["Apache-2.0"], ...more },
  },
});
const own: Component = { app: "shop", version: "1.2.0", from: { kind: "project" }, needs: ["jason", "kernel", "gone"] };
const kernel: Component = { app: "kernel", version: "10.2", from: { kind: "otp" }, needs: [] };
const materials: Materials = {
  release: { name: "shop", version: "1.2.0", digest, git_sha: sha, otp: "27.2" },
  repository: "https://github.com/acme/shop",
  erts: { version: "15.2", included: true },
  components: [own, hex("jason"), kernel],
  files: [
    ...["lib/shop-1.2.0/priv/nif.so", "lib/shop-1.2.0/priv/static/app.js", "erts-15.2/bin/beam.smp"].map((path) => ({
      ...{ type: "f" as const, path, bytes: 3, content: "d".repeat(64), mode: path.endsWith("smp") ? "755" : "644" },
    })),
  ],
  committedAt: "2026-11-20T10:00:00.000Z",
};

interface Found {
  readonly name: string;
  readonly [member: string]: unknown;
}

function bill(more: Partial<Materials> = {}) {
  const text = sbomOf({ ...materials, ...more });
  expect(breachesOfBill(text)).toBe("");
  const document = JSON.parse(text);
  const named = (name: string): Found => document.components.find((one: Found) => one.name === name);
  return { text, document, named };
}

describe("the bill of materials of a release", () => {
  test("names the release by the tarball's sha256, at the time of its commit, and is the same each time", () => {
    const { text, document } = bill();
    expect(document).toMatchObject({
      serialNumber: "urn:uuid:01234567-89ab-8def-8123-456789abcdef",
      metadata: {
        timestamp: "2026-11-20T10:00:00.000Z",
        component: { name: "shop", version: "1.2.0", hashes: [{ alg: "SHA-256", content: digest }] },
      },
    });
    expect(bill({ components: materials.components.toReversed() }).text).toBe(text);
    const { component } = bill({ repository: null }).document.metadata;
    expect(component).toMatchObject({ purl: "pkg:generic/shop@1.2.0", pedigree: { commits: [{ uid: sha }] } });
    expect(component).not.toHaveProperty("externalReferences");
  });

  test("has a package of Hex with its licences, its sha256, and what it needs", () => {
    const { document, named } = bill();
    expect(named("jason")).toMatchObject({
      purl: "pkg:hex/jason@1.4.4",
      version: "1.4.4",
      hashes: [{ alg: "SHA-256", content: "a".repeat(64) }],
      licenses: [{ license: { id: "Apache-2.0", acknowledgement: "declared" } }],
    });
    expect(document.dependencies).toContainEqual({ ref: "app:shop", dependsOn: ["app:jason", "app:kernel"] });
  });

  test("knows every licence that SPDX knows by its identifier, and others by their name", () => {
    const { named } = bill({ components: [hex("all", { licenses: [...current, "Apache 2.0", " "] })] });
    const licenses = named("all")["licenses"] as { license: { id?: string; name?: string } }[];
    expect(licenses.filter(({ license }) => license.id !== undefined)).toHaveLength(current.length);
    expect(licenses.at(-1)).toMatchObject({ license: { name: "Apache 2.0" } });
  });

  test("has programs and NIFs with their sha256, and Erlang's runtime system where the release brings it", () => {
    const { named } = bill();
    expect(named("erts")).toMatchObject({
      cpe: "cpe:2.3:a:erlang:erlang\\/otp:27.2:*:*:*:*:*:*:*",
      components: [{ name: "erts-15.2/bin/beam.smp" }],
    });
    expect(named("shop")["components"]).toMatchObject([
      { type: "file", name: "lib/shop-1.2.0/priv/nif.so", hashes: [{ content: "d".repeat(64) }] },
    ]);
    expect(bill({ erts: { version: "15.2", included: false } }).named("erts")).toBeUndefined();
  });

  test("names a repository of git by its commit, and passes on nothing secret of its address", () => {
    const git = (app: string, url: string): Component => ({
      ...{ app, version: "0.1.0", from: { kind: "git", url, commit: sha }, needs: [] },
    });
    const { text, named } = bill({
      components: [
        git("hub", "git@github.com:Acme/Hub.git"),
        git("hidden", "https://robot:hunter2@git.example.com/acme/hidden.git"),
        git("broken", "no address"),
      ],
    });
    expect(named("hub")).toMatchObject({ purl: `pkg:github/acme/hub@${sha}`, pedigree: { commits: [{ uid: sha }] } });
    expect(named("hidden")["externalReferences"]).toEqual([
      { type: "vcs", url: "https://git.example.com/acme/hidden.git" },
    ]);
    expect(text).not.toMatch(/hunter2|robot/);
  });

  test("gives a package of an organization its namespace, and no address of the public repository", () => {
    const { named } = bill({ components: [hex("secret", { repository: "hexpm:acme", outer: null })] });
    expect(named("secret")).toMatchObject({ purl: "pkg:hex/acme/secret@1.4.4" });
    expect(named("secret")).not.toHaveProperty("externalReferences");
    expect(named("secret")).not.toHaveProperty("hashes");
  });

  test("stays valid whatever names and versions say", () => {
    const odd: Component = {
      app: "odd app/../x",
      version: "1.0.0+build 1",
      from: { kind: "unknown" },
      needs: ["jason"],
    };
    const { named } = bill({ components: [odd, hex("jason", { licenses: [] })], committedAt: undefined });
    expect(named("jason")).not.toHaveProperty("licenses");
  });
});
