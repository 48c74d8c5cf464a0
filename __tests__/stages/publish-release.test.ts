// GitHub Releases, published to the loopback GitHub.
import { createHash } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import type { Release } from "../../src/domain/release/release.ts";
import { openRecorder } from "../../src/stages/recorder.ts";
import { type Outcome, type PageInputs, publishRelease } from "../../src/stages/report/release-page.ts";
import type { Release as Page } from "../acceptance/github/state.ts";
import { withServer } from "../adapters/github/open.ts";
import { release as plain, promote, runUrl, sha, stages, takenBack } from "../render/story.ts";
import { memoryFiles } from "../support/files.ts";
import { jobFacts } from "../support/job.ts";
import { settingsFrom } from "../support/settings.ts";
import { closedWorld } from "../support/world.ts";

const github = withServer();
const bill = '{"bomFormat":"CycloneDX"}\n';
const release: Release = {
  ...plain,
  sbom: { file: "sbom.cdx.json", sha256: createHash("sha256").update(bill).digest("hex"), components: 50 },
};
const tag = `v${release.version}`;
const all = ["sbom.cdx.json", "report.md", "report.html", "report.json"];

interface Told {
  readonly release?: Partial<Release>;
  readonly outcome?: Partial<Outcome>;
  readonly inputs?: Partial<PageInputs>;
  readonly ref?: string;
  readonly bill?: string;
  /** Those of the checkout. */
  readonly tags?: readonly { readonly name: string; readonly commit: string }[];
  /** What the token may do with contents. */
  readonly contents?: "read" | "write";
}

/** Publishes as the report does; the tag is not there yet unless the test says so. */
async function publish(told: Told = {}) {
  const { state } = github.server;
  state.permissions.contents = told.contents ?? "write";
  if (state.refs[`tags/${tag}`] === undefined) state.refs[`tags/${tag}`] = null;
  const files = memoryFiles(
    new Map([
      ["/work/.phoenix-deploy/release/sbom.cdx.json", told.bill ?? bill],
      ...["report.md", "report.html", "report.json"].map(
        (name) => [`/work/.phoenix-deploy/report/${name}`, `the ${name} of this attempt ✓`] as const,
      ),
    ]),
  );
  const { repository } = closedWorld();
  const world = closedWorld({
    repository: { ...repository, tags: async () => told.tags ?? [] },
    ...{ files, github: github.open() },
    job: jobFacts({ sha, runUrl, ref: told.ref ?? "refs/heads/main" }),
  });
  const recorder = await openRecorder(world, "report", { app: "shop", environment: "production" });
  const run = { world, settings: await settingsFrom("version: 1"), recorder };
  const outcome: Outcome = {
    environment: "production",
    deployment: { status: "SUCCESS", says: "It serves.", remedy: "" },
    stages,
    release: { ...release, ...told.release },
    ...{ version: release.version, notes: "### Added\n\n- A basket for @alice\n\n```elixir\nBasket.new()" },
    ...told.outcome,
  };
  const url = await publishRelease(run, outcome, {
    "github-release": true,
    "release-tag": "v{version}",
    ...told.inputs,
  });
  return { url, warnings: recorder.evidence.warnings, outputs: recorder.outputs };
}

const pages = () => github.server.state.releases;
const writes = () => github.server.requests.filter((one) => !one.startsWith("GET "));
const namesOf = (page: Page | undefined) => page?.files.map(({ name }) => name);

describe("the GitHub Release of a deployment", () => {
  test("is published with notes, digest, SBOM and report, and its tag is made at the commit", async () => {
    const { url, warnings, outputs } = await publish();
    expect(warnings).toEqual([]);
    expect(url).toBe(`https://github.com/acme/shop/releases/tag/${tag}`);
    expect(outputs).toEqual({ "release-url": url });
    expect(pages()).toMatchObject([{ tag, sha: release.git_sha, draft: false, prerelease: false, latest: true }]);
    expect(github.server.state.refs[`tags/${tag}`]).toBe(release.git_sha);
    const [page] = pages();
    expect(page?.title).toBe(`shop ${release.version}`);
    expect(page?.body).toContain("### Added\n\n- A basket for @alice\n\n```elixir\nBasket.new()\n```\n\n---");
    expect(page?.body).toContain(release.digest);
    expect(namesOf(page)).toEqual(all);
    expect(page?.files.map(({ text }) => text)).toEqual([
      bill,
      ...all.slice(1).map((one) => `the ${one} of this attempt ✓`),
    ]);
    // Nobody sees half of it: it is published after its last file.
    expect(writes().at(-1)).toMatch(/^PATCH /);
  });

  test("is written once, also where the report runs again", async () => {
    const first = await publish();
    const [before] = structuredClone(pages());
    const written = writes().length;
    expect(await publish()).toEqual(first);
    expect(writes()).toHaveLength(written);
    expect(pages()).toEqual([before]);
  });

  test("is made by nobody without the permission, and the warning has it", async () => {
    const { url, warnings } = await publish({ contents: "read" });
    expect(url).toBeNull();
    expect(warnings).toEqual([
      `The GitHub Release ${tag} was not published: 403: Resource not accessible by integration. ` +
        "Give the job `contents: write`, or set `github-release: false`.",
    ]);
  });

  test("is not made where its tag is at another commit", async () => {
    github.server.state.refs[`tags/${tag}`] = "9".repeat(40);
    const { url, warnings } = await publish();
    expect(url).toBeNull();
    expect(warnings[0]).toContain("the tag is at commit 999999999999, and");
    expect(writes()).toEqual([]);
  });

  test("takes a tag of this commit as it is, and the name of the one that started the run", async () => {
    github.server.state.refs[`tags/shop-${release.version}`] = release.git_sha;
    const { url } = await publish({ ref: `refs/tags/shop-${release.version}` });
    expect(url).toBe(`https://github.com/acme/shop/releases/tag/shop-${release.version}`);
    expect(github.server.state.refs[`tags/${tag}`]).toBeNull();
    const here = [
      { name: tag, commit: "9".repeat(40) },
      { name: `shop@${release.version}`, commit: release.git_sha },
    ];
    github.server.state.refs[`tags/shop@${release.version}`] = release.git_sha;
    expect((await publish({ tags: here })).url).toBe(
      `https://github.com/acme/shop/releases/tag/shop@${release.version}`,
    );
  });

  test.each([
    ["is refused", { status: 502, body: { message: "Bad gateway" } }, []],
    [
      "is cut",
      { status: 502, body: { message: "Bad gateway" } },
      [{ id: 90, name: "report.html", text: "", state: "starter" as const }],
    ],
  ])("stays a draft where an upload %s, and the next run completes it", async (_title, instead, left) => {
    github.server.state.instead = ({ path, method }) => {
      if (method !== "POST" || !path.startsWith("/uploads") || namesOf(pages()[0])?.length !== 2) return null;
      pages()[0]?.files.push(...left);
      return instead;
    };
    const { url, warnings } = await publish();
    expect(url).toBeNull();
    expect(warnings[0]).toContain("report.html could not be attached: 502: Bad gateway. Run this job again");
    expect(pages()).toMatchObject([{ draft: true }]);
    expect(github.server.state.refs[`tags/${tag}`]).toBeNull();

    github.server.state.instead = null;
    expect(await publish()).toMatchObject({ warnings: [] });
    expect(pages()).toMatchObject([{ draft: false, tag }]);
    expect(pages()).toHaveLength(1);
    expect(namesOf(pages()[0])?.toSorted()).toEqual(all.toSorted());
    expect(pages()[0]?.files.every(({ state, text }) => state === "uploaded" && text !== "")).toBe(true);
  });

  test("goes on from a draft whose answer was lost", async () => {
    github.server.state.instead = ({ method, path, sent }) => {
      if (method !== "POST" || !path.endsWith("/releases")) return null;
      const { tag_name, body } = sent as { tag_name: string; body: string };
      pages().push({ ...drafted, tag: tag_name, body });
      return { status: 500, body: { message: "Server error" } };
    };
    await publish();
    github.server.state.instead = null;
    await publish();
    expect(pages()).toMatchObject([{ draft: false, tag }]);
    expect(pages()).toHaveLength(1);
  });

  test("takes a draft that a person prepared, with its own title and text", async () => {
    pages().push({ ...drafted, body: "Written by Alice" });
    expect((await publish()).warnings).toEqual([]);
    expect(pages()).toMatchObject([
      { title: "Prepared", body: "Written by Alice", draft: false, sha: release.git_sha },
    ]);
    expect(namesOf(pages()[0])).toEqual(all);
  });

  test("completes a page that is published, but none that GitHub keeps as it is", async () => {
    github.server.state.refs[`tags/${tag}`] = release.git_sha;
    pages().push({ ...drafted, draft: false });
    expect((await publish()).warnings).toEqual([]);
    expect(namesOf(pages()[0])).toEqual(all);
    pages().splice(0, 1, { ...drafted, draft: false, immutable: true, files: [] });
    expect((await publish()).warnings[0]).toContain("it is immutable, so that sbom.cdx.json, report.md");
  });

  test("is not mixed with that of another build of the version", async () => {
    await publish();
    const before = structuredClone(pages());
    const { url, warnings } = await publish({ release: { digest: "e".repeat(64) } });
    expect(url).toBeNull();
    expect(warnings[0]).toContain(`its page is of another build of ${release.version}, with sha256`);
    expect(pages()).toEqual(before);
  });

  test.each([
    ["2.0.0-rc.1", "v1.0.0", { prerelease: true, latest: false }],
    ["1.9.5", "v2.0.0", { prerelease: false, latest: false }],
    ["2.1.0", "v2.0.0", { prerelease: false, latest: true }],
  ])("of %s after %s is marked as what it is", async (version, latest, expected) => {
    github.server.state.refs[`tags/v${version}`] = null;
    pages().push({ ...drafted, id: 7, tag: latest, draft: false, latest: true });
    expect((await publish({ release: { version } })).warnings).toEqual([]);
    expect(pages().find((one) => one.tag === `v${version}`)).toMatchObject(expected);
    expect(pages().filter((one) => one.latest)).toHaveLength(1);
  });

  test("has no SBOM that is not the one of the manifest", async () => {
    const { warnings } = await publish({ bill: "{}" });
    expect(warnings).toEqual([
      "The SBOM was not attached to the GitHub Release: sbom.cdx.json is not the one that validate wrote.",
    ]);
    expect(namesOf(pages()[0])).toEqual(all.slice(1));
  });

  test("says that its version was rolled back by promote, and later that it was promoted again", async () => {
    await publish();
    const deployment = { status: "ROLLED BACK", says: "", remedy: "" } as const;
    const id = `${release.version}-${release.digest.slice(0, 8)}`;
    await publish({ outcome: { deployment, stages: { ...stages, promote: { ...takenBack, to: id } } } });
    expect(pages()[0]?.body).toContain("> **Rolled back** from production");
    const later = { ...promote, finished_at: "2026-12-01T10:00:00.000Z" };
    expect((await publish({ outcome: { stages: { ...stages, promote: later } } })).warnings).toEqual([]);
    expect(pages()[0]?.body).toContain("> **Promoted again** to production, 2026-12-01 10:00 UTC");
    expect(pages()[0]?.body.match(/rolled-back:v1/g)).toHaveLength(1);
  });

  test.each(["ROLLED BACK", "FAILED", "NOT DEPLOYED", "UNKNOWN"] as const)(
    "is not made where it is %s",
    async (status) => {
      expect(await publish({ outcome: { deployment: { status, says: "", remedy: "" } } })).toMatchObject({
        url: null,
        warnings: [],
      });
      expect(github.server.requests).toEqual([]);
    },
  );

  test("is made only where it is asked for", async () => {
    expect(await publish({ inputs: { "github-release": false } })).toMatchObject({ url: null, warnings: [] });
    expect(github.server.requests).toEqual([]);
  });
});

const drafted: Page = {
  ...{ id: 5, tag, sha: "main", title: "Prepared", body: "", draft: true, prerelease: false, latest: false },
  files: [],
};
