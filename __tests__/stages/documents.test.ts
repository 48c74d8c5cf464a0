// The checklist of a version and the procedures of a rollback, written alone or beside the report.
import { createHash } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import type { PersonTick } from "../../src/domain/checklist/item.ts";
import { readTicks } from "../../src/domain/checklist/person-tick.ts";
import { type Evidence, evidenceFileName, pinOf } from "../../src/domain/evidence/evidence.ts";
import { openRecorder } from "../../src/stages/recorder.ts";
import type { ReportInputs } from "../../src/stages/report/story.ts";
import { report } from "../../src/stages/report.ts";
import { hostile, page, tags } from "../render/page.ts";
import { promote, runUrl, sha, smoke, staging, takenBack, validate } from "../render/story.ts";
import { memoryFiles } from "../support/files.ts";
import { jobFacts } from "../support/job.ts";
import { settingsFrom } from "../support/settings.ts";
import { closedWorld } from "../support/world.ts";

const folder = "/work/.phoenix-deploy";
const environment = (name: string, more = "") => `
  ${name}:
    url: https://${name}.example.com
    hosts: [{name: web1, address: deploy@${name}.example.com}]
    path: /opt/shop
    slots: {blue: {port: 4000}, green: {port: 4001}}
    router: {type: haproxy, socket: /run/haproxy.sock, backend: app}
    migrations: {migrate: Shop.Release.migrate()}
    backup: {by: postgres}
    dashboards: {Grafana: https://grafana.example.com/d/1}${more}`;
const settingsText = `version: 1
checks: {coverage: {minimum: 91}, dialyzer: off}
smoke: [{name: the page, get: /, status: 200}]
environments:${environment("staging")}${environment("production")}
`;
const mixExs = `defmodule Shop.MixProject do
  def project, do: [
    app: :shop,
    version: "1.1.0"
  ]
end`;

interface Scene {
  readonly evidence?: readonly Evidence[];
  readonly inputs?: Partial<ReportInputs>;
  readonly settings?: string;
  readonly files?: Readonly<Record<string, string>>;
}

async function run({ evidence = [], inputs = {}, settings = settingsText, files: more = {} }: Scene) {
  const files = new Map<string, string>([
    ["/work/CHANGELOG.md", "## [1.1.0] - 2026-11-24\n\n- A basket\n"],
    ["/work/mix.exs", mixExs],
    ...evidence.map((one) => [`${folder}/evidence/${evidenceFileName(one)}`, JSON.stringify(one)] as const),
    ...Object.entries(more),
  ]);
  const pins = evidence.map((one) => pinOf(one, createHash("sha256").update(JSON.stringify(one)).digest("hex")));
  const jobs = pins.map((pin, at) => [`job${at}`, { result: "success", outputs: { evidence: JSON.stringify(pin) } }]);
  const world = closedWorld({
    files: memoryFiles(files),
    job: jobFacts({ sha, runUrl }),
    repository: { ...closedWorld().repository, head: async () => ({ sha, tree: "b".repeat(40) }) },
  });
  const recorder = await openRecorder(world, "report", { app: null, environment: "production" });
  const conclusion = await report(
    { world, settings: await settingsFrom(settings), recorder },
    {
      ...{ environment: "production", from: "staging", jobs: JSON.stringify(Object.fromEntries(jobs)), runs: "this" },
      ...{ "exit-gate": "report", write: "report", version: "", ...inputs },
    },
  );
  const text = (name: string) => (files.get(`${folder}/report/${name}.md`) ?? "").replaceAll(/<\/?(code|wbr)>/g, "");
  return {
    ...{ conclusion, outputs: recorder.outputs, evidence: recorder.evidence },
    ...{ checklist: text("release-checklist"), procedures: text("rollback-procedures"), report: text("report") },
  };
}

const alone = (write: "release-checklist" | "rollback-procedures", version = "") => ({ write, version });

describe("the checklist of a version", () => {
  test("has every list of Phase 6 unticked before anything ran, with the project's commands and places", async () => {
    const { conclusion, checklist, outputs } = await run({ inputs: alone("release-checklist", "v1.2.0") });
    expect(conclusion).toMatchObject({ status: "passed", reason_code: "written" });
    expect(outputs).toEqual({ "release-checklist-path": ".phoenix-deploy/report/release-checklist.md" });
    expect(checklist).toContain("# Release checklist of shop v1.2.0");
    expect(checklist).toContain("Nothing is ticked: there is no evidence of 1.2.0 and this commit");
    expect(checklist).not.toContain("- [x]");
    const lists = [...checklist.matchAll(/^## (.*)$/gm)].map(([, title]) => title);
    expect(lists).toEqual([
      ...["Pre-Deployment Validation", "Checks of this project besides", "Database", "Documentation"],
      ...["Staging Deployment", "Production Deployment", "Post-Deployment"],
    ]);
    for (const said of [
      "mix credo --strict",
      "The settings ask for 91 %.",
      "Switched off in the settings.",
      "- [ ] Migrations are safe under traffic\n",
      "`curl -f https://staging.example.com/health`",
      "the page: `GET https://production.example.com/` answers 200.",
      "Grafana: `https://grafana.example.com/d/1`",
      "- [ ] **For a person:** Monitoring dashboards checked",
    ])
      expect(checklist).toContain(said);
  });

  test.each([
    ["comment", { comment: true }],
    ["github-release", { "github-release": true }],
    ["ticked", { ticked: readTicks("dashboards: @ada") as PersonTick[] }],
  ])("alone refuses what only a report carries out: %s", async (name, more) => {
    const { conclusion } = await run({ inputs: { ...alone("release-checklist", "1.2.0"), ...more } });
    expect(conclusion).toMatchObject({ status: "failed", reason_code: "invalid_input" });
    expect(conclusion.says).toMatch(`Input \`${name}\` is given, and \`write: release-checklist\` writes`);
  });

  test("is ticked by the evidence of this version and commit alone", async () => {
    const all = [validate, staging, smoke, promote];
    const { checklist } = await run({ evidence: all, inputs: alone("release-checklist", "1.1.0") });
    expect(checklist).toContain("Ticked by the evidence of");
    for (const item of ["Release deployed to staging", "Release deployed to production"])
      expect(checklist).toContain(`- [x] ${item}`);
    const other = await run({ evidence: all, inputs: alone("release-checklist", "1.2.0") });
    expect(other.checklist).not.toContain("- [x] Release deployed");
    const moved = all.map((one) => ({ ...one, sha: "c".repeat(40) }));
    expect((await run({ evidence: moved, inputs: alone("release-checklist", "1.1.0") })).checklist).not.toContain(
      "- [x] Release deployed",
    );
  });

  test.each([
    [
      "a version that is none",
      alone("release-checklist", "next"),
      settingsText,
      "is `next`, which is no version by SemVer",
    ],
    [
      "an environment that is not there",
      { ...alone("release-checklist"), environment: "live" },
      settingsText,
      "`live`",
    ],
    ["no environment to roll back", alone("rollback-procedures"), "version: 1", "name no environment"],
    ["a version of the report", { version: "1.0.0" }, settingsText, "the report is of the version that the evidence"],
  ])("is refused for %s", async (_, inputs, settings, says) => {
    const { conclusion } = await run({ inputs, settings });
    expect(conclusion).toMatchObject({ status: "failed", says: expect.stringContaining(says) });
    expect(conclusion.remedy).not.toBe("");
  });

  test("takes nothing from outside for markup", async () => {
    const says = hostile.filter((one) => one.length < 1_000).join(" ");
    const bad = { ...validate, results: validate.results.map((one) => ({ ...one, says, reproduce: says })) };
    const { checklist } = await run({ evidence: [bad], inputs: alone("release-checklist") });
    expect(tags(page(checklist))).toEqual(expect.not.arrayContaining(["script", "img", "a"]));
    expect(checklist).not.toMatch(/^# heading|^::/m);
  });
});

describe("the procedures of a rollback", () => {
  test("are written from a checkout alone, with the name and the version of mix.exs", async () => {
    const { conclusion, procedures } = await run({ inputs: alone("rollback-procedures") });
    expect(conclusion.says).toBe("Written: .phoenix-deploy/report/rollback-procedures.md.");
    expect(procedures).toContain("# Rollback procedures of shop 1.1.0");
    expect(procedures).toContain("ssh -t deploy@staging.example.com sh");
    expect(procedures).toContain("not known yet");
  });
});

describe("the report", () => {
  const deployed: Evidence = {
    ...promote,
    hosts: [{ host: "web1", before: "1.0.0-99999999", kept: ["1.0.0-99999999"] }],
  };

  test("has both documents beside it, and rests its documentation on them", async () => {
    const all = [validate, staging, smoke, deployed];
    const { checklist, procedures, outputs, report: text } = await run({ evidence: all });
    expect(outputs).toMatchObject({
      "release-checklist-path": ".phoenix-deploy/report/release-checklist.md",
      "rollback-procedures-path": ".phoenix-deploy/report/rollback-procedures.md",
    });
    expect(checklist).toContain("- [x] Release documented");
    expect(checklist).toContain("- [ ] Stakeholders notified");
    expect(procedures).toContain("\n- Kept before this deployment: 1.0.0-99999999\n");
    expect(text).toContain(".phoenix-deploy/report/rollback-procedures.md is of this release.");
  });

  test("has them also where promote failed, and says which release serves", async () => {
    const failed = { ...takenBack, hosts: deployed.hosts, from: "1.0.0-99999999", to: "1.1.0-1a2b3c4d" };
    const { checklist, procedures } = await run({ evidence: [validate, staging, smoke, failed] });
    expect(checklist).toContain("- [ ] Release deployed to production");
    expect(procedures).toContain("\n- Serves: `1.0.0-99999999`\n");
  });
});
