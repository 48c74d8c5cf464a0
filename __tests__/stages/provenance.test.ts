// The real shell and a `gh` on PATH that replays what GitHub's program prints.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { shellAdapter } from "../../src/adapters/shell.ts";
import { provenance } from "../../src/gates/provenance.ts";
import { provenanceFacts } from "../../src/stages/gates/provenance.ts";
import { openRecorder } from "../../src/stages/recorder.ts";
import { sha } from "../render/story.ts";
import { noFacts } from "../support/gates.ts";
import { jobFacts } from "../support/job.ts";
import { shipped } from "../support/promotion.ts";
import { settingsFrom } from "../support/settings.ts";
import { closedWorld } from "../support/world.ts";

const recorded = readFileSync(join(import.meta.dirname, "../fixtures/gh/verified.json"), "utf8");
const verified = recorded.replace("DIGEST", shipped.digest);
const workflow = "acme/shop/.github/workflows/deploy.yml";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gate-gh-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

interface Gh {
  readonly code?: number;
  readonly stdout?: string;
  readonly stderr?: string;
}

/** What the gate makes of a `gh` that ends like this; null where none is installed. */
async function judged(gh: Gh | null, setting = `{signer-workflow: ${workflow}}`) {
  if (gh !== null) {
    const { code = 0, stdout = "", stderr = "" } = gh;
    for (const [name, text] of Object.entries({ stdout, stderr })) writeFileSync(join(folder, name), text);
    const lines = [
      "#!/bin/sh",
      `printf '%s\\n' "$@" > ${folder}/asked`,
      `printf '%s' "$GH_TOKEN" > ${folder}/token`,
      `cat ${folder}/stdout; cat ${folder}/stderr >&2; exit ${code}`,
    ];
    writeFileSync(join(folder, "gh"), lines.join("\n"), { mode: 0o755 });
  }
  const settings = await settingsFrom(
    "version: 1\nenvironments:\n  production:\n    url: https://x.example.com\n    path: /opt/shop\n" +
      "    hosts: [{name: web1, address: local}]\n    strategy: {type: restart}\n    slots: {main: {port: 4000}}\n" +
      `    provenance: ${setting}\n`,
  );
  const path = gh === null ? folder : `${folder}:/usr/bin:/bin`;
  const env = { PATH: path, GITHUB_TOKEN: "ghs_hidden" };
  const cancel = new AbortController().signal;
  const world = closedWorld({
    shell: shellAdapter({ cwd: folder, env, cancel, show: () => undefined }),
    job: jobFacts({ sha }),
  });
  const recorder = await openRecorder(world, "promote", { app: "shop", environment: "production" });
  const environment = settings.environments["production"];
  if (environment === undefined) throw new Error("no environment");
  const facts = await provenanceFacts({ world, settings, recorder }, environment, { release: shipped, token: "ghs_x" });
  return provenance.judge({ ...noFacts, provenance: facts });
}

describe("the provenance of a release", () => {
  test("passes where gh verified the tarball, for this repository, commit and workflow", async () => {
    expect(await judged({ stdout: verified })).toMatchObject({
      ...{ verdict: "pass", says: `${workflow}@refs/heads/main built the release from this commit.`, warnings: [] },
      facts: { repository: "acme/shop", attestations: 1 },
    });
    expect(readFileSync(join(folder, "asked"), "utf8").split("\n")).toEqual([
      ...["attestation", "verify", `/work/.phoenix-deploy/release/${shipped.file}`, "--repo", "acme/shop"],
      ...["--format", "json", "--signer-workflow", workflow, ""],
    ]);
    expect(readFileSync(join(folder, "token"), "utf8")).toBe("ghs_x");
  });

  test("says so where any workflow of the repository counts", async () => {
    const { verdict, warnings } = (await judged({ stdout: verified }, "{}")) ?? {};
    expect(verdict).toBe("pass");
    expect(warnings).toEqual([expect.stringContaining("Every workflow of acme/shop may have built the release")]);
  });

  test.each<[string, Gh | null, string, string, RegExp]>([
    ["gh is not installed", null, "error", "provenance_unreadable", /gh: not found/],
    ["gh passes and prints nothing", {}, "error", "provenance_unreadable", /not the JSON/],
    ["gh passes with an empty list", { stdout: "[]" }, "error", "provenance_unreadable", /printed no attestation/],
    ["what gh prints is cut off", { stdout: verified.slice(0, 900) }, "error", "provenance_unreadable", /not the JSON/],
    [
      "gh is too old",
      { code: 1, stderr: 'unknown command "attestation" for "gh"\n\nUsage:  gh <command>' },
      "error",
      "provenance_unreadable",
      /could not be verified/,
    ],
    [
      "gh has no token that it accepts",
      { code: 4, stderr: "gh: To use GitHub CLI in a GitHub Actions workflow, set the GH_TOKEN environment variable." },
      "error",
      "provenance_unreadable",
      /set the GH_TOKEN/,
    ],
    [
      "gh does not reach GitHub",
      { code: 1, stderr: "Error: dial tcp: lookup api.github.com: no such host" },
      "error",
      "provenance_unreadable",
      /no such host/,
    ],
    [
      "nobody attested the tarball",
      { code: 1, stderr: "Error: no attestations found for subject sha256:1a2b" },
      "fail",
      "provenance_missing",
      /no attestation of the release in acme\/shop: Error: no attestations found/,
    ],
    [
      "GitHub has none of that digest",
      { code: 1, stderr: "✗ Loading attestations from GitHub API failed\n\nError: HTTP 404: Not Found" },
      "fail",
      "provenance_missing",
      /HTTP 404/,
    ],
    [
      "another workflow signed it",
      {
        code: 1,
        stderr:
          'Error: verifying with issuer "sigstore.dev": failed to verify certificate identity: no matching ' +
          "CertificateIdentity found, last error: expected SAN value to match regex",
      },
      "fail",
      "provenance_mismatch",
      /did not verify/,
    ],
    [
      "gh passed an attestation of another file",
      { stdout: recorded.replace("DIGEST", "0".repeat(64)) },
      "fail",
      "provenance_mismatch",
      /is of another file/,
    ],
    [
      "gh passed one of another repository",
      { stdout: verified.replaceAll("https://github.com/acme/shop", "https://github.com/evil/shop") },
      "fail",
      "provenance_mismatch",
      /is of evil\/shop, not of acme\/shop/,
    ],
    [
      "gh passed one of another commit",
      { stdout: verified.replaceAll(sha, "b".repeat(40)) },
      "fail",
      "provenance_mismatch",
      /is of commit bbbbbbbbbbbb/,
    ],
    [
      "gh passed one of another workflow",
      { stdout: verified.replaceAll("deploy.yml", "other.yml") },
      "fail",
      "provenance_mismatch",
      /is by acme\/shop\/\.github\/workflows\/other\.yml/,
    ],
  ])("is refused where %s", async (_what, gh, verdict, reason_code, says) => {
    const seen = await judged(gh);
    expect(seen).toMatchObject({ verdict, reason_code, says: expect.stringMatching(says) });
    expect(seen?.remedy).not.toBe("");
  });
});
