import { releaseId, versionSchema } from "../../domain/release/release.ts";
import { joinChain } from "../../gates/evidence.ts";
import { maxBytes } from "../../render/stage/summary.ts";
import { cutTo } from "../../render/text/markdown.ts";
import { findEnvironment } from "../environment.ts";
import { checkoutGate } from "../gates/checkout.ts";
import { readEvidence } from "../gates/evidence-folder.ts";
import { type Conclusion, type StageRun, stopped } from "../stage.ts";
import { judgeDocumentation } from "./documentation.ts";
import { proceduresFile, writeProcedures } from "./procedures.ts";
import { projectNames } from "./project-names.ts";
import type { PublishInputs } from "./publish.ts";
import { checklistFile, writeChecklist } from "./release-checklist.ts";
import { type ReportInputs, type Story, storyOf } from "./story.ts";

/** What the root action writes: the report and both others beside it, or one of those alone. */
export type Written = "report" | "release-checklist" | "rollback-procedures";

export interface DocumentInputs {
  readonly write: Written;
  /** Empty for that of the release, or of mix.exs. */
  readonly version: string;
  readonly environment: string;
  readonly from: string;
}

/** A document alone is asked for with the inputs of a report, some of which only that carries out. */
type AloneInputs = DocumentInputs & Partial<PublishInputs> & Pick<ReportInputs, "ticked">;

/** Writes one document alone: it announces nothing and judges nothing, and needs no earlier job. */
export async function writeAlone(run: StageRun, inputs: AloneInputs): Promise<Conclusion> {
  const unused = unusedInput(inputs);
  if (unused !== null) return unused;
  const refused = await checkoutGate(run, { another: "warn" });
  if (refused !== null) return refused;
  const names = await projectNames(run);
  if (names.app !== null) await run.recorder.set({ app: names.app });
  const version = inputs.version === "" ? names.version : inputs.version.replace(/^v/, "");
  if (version === null)
    return stopped({
      reason_code: "invalid_input",
      says: "The version is not known: there is no release here, and mix.exs does not have it in so many letters.",
      remedy: "Give it with the input `version`.",
    });
  if (!versionSchema.safeParse(version).success)
    return stopped({
      reason_code: "invalid_input",
      says: `Input \`version\` is \`${version.slice(0, 100)}\`, which is no version by SemVer.`,
      remedy: "Give one such as `1.4.0`.",
    });
  return inputs.write === "release-checklist"
    ? checklistAlone(run, inputs, { app: names.app, version })
    : proceduresAlone(run, { app: names.app, version });
}

function unusedInput({ write, ticked = [], ...inputs }: AloneInputs): Conclusion | null {
  const [name] = [
    ...(inputs.comment === true ? ["comment"] : []),
    ...(inputs["github-release"] === true ? ["github-release"] : []),
    ...(ticked.length > 0 ? ["ticked"] : []),
  ];
  if (name === undefined) return null;
  return stopped({
    reason_code: "invalid_input",
    says: `Input \`${name}\` is given, and \`write: ${write}\` writes that document alone.`,
    remedy: "Remove it, or leave out `write`: the report has that document beside it.",
  });
}

interface Named {
  readonly app: string | null;
  readonly version: string;
}

async function checklistAlone(run: StageRun, inputs: DocumentInputs, { app, version }: Named): Promise<Conclusion> {
  const { environments } = run.settings;
  const anywhere = Object.keys(environments).length > 0;
  const environment = anywhere ? findEnvironment(run.settings, inputs.environment) : null;
  if (environment !== null && "status" in environment) return environment;
  const from = anywhere ? findEnvironment(run.settings, inputs.from, "from") : null;
  const story = await storyOfVersion(run, inputs, version);
  const { proof, notes } = await judgeDocumentation(run, { ...story, version });
  const text = await writeChecklist(run, {
    ...{ app, version, sha: run.recorder.evidence.sha || null },
    ...{ environment, from: from === null || "status" in from ? null : from },
    facts: {
      ...{ ...story.stages, deployment: story.deployment, notes, documented: proof },
      notified: { met: false, restsOn: "The report, which announces the outcome, did not run yet.", remedy: "" },
    },
    restsOn: restsOn(story, version),
  });
  return written(run, checklistFile, text);
}

/** Evidence of the commit that is checked out, and of this version alone. */
async function storyOfVersion(run: StageRun, inputs: DocumentInputs, version: string): Promise<Story> {
  const { sha } = run.recorder.evidence;
  const chain = joinChain({ files: await readEvidence(run), jobs: "", sha, runId: null });
  const of = chain.links.filter(
    ({ evidence }) => evidence.sha === sha && (evidence.release === null || evidence.release.version === version),
  );
  return storyOf({ ...chain, links: of.filter(({ evidence }) => evidence.stage !== "report"), problems: [] }, inputs);
}

function restsOn({ chain, release }: Story, version: string): string {
  const stages = chain.links.map(({ evidence }) => evidence.stage);
  if (stages.length === 0)
    return `Nothing is ticked: there is no evidence of ${version} and this commit in \`.phoenix-deploy/evidence\`.`;
  const built = release === null ? "" : `, of the release \`${releaseId(release)}\``;
  return `Ticked by the evidence of ${stages.join(", ")}${built}.`;
}

async function proceduresAlone(run: StageRun, { app, version }: Named): Promise<Conclusion> {
  const environments = Object.keys(run.settings.environments);
  if (environments.length === 0)
    return stopped({
      reason_code: "invalid_settings",
      says: "The settings name no environment, so there is nothing to roll back.",
      remedy: "Add `environments` to the settings file: docs/configuration.md has an example.",
    });
  if (app === null)
    return stopped({
      reason_code: "invalid_settings",
      says: "The application's name is unknown: there is no release here, and the settings have no `app`.",
      remedy: "Write `app: my_app` at the top of the settings file.",
    });
  const { text, refused } = await writeProcedures(run, { app, version, sha: run.recorder.evidence.sha });
  for (const { environment, refusal } of refused)
    await run.recorder.warn(`${environment} cannot be rolled back by the suite: ${refusal.says} ${refusal.remedy}`);
  return written(run, proceduresFile, text);
}

function written(run: StageRun, file: string, text: string): Conclusion {
  run.recorder.summarise(cutTo(text, maxBytes - 1, `The rest is in ${file}.`));
  run.recorder.output(file === checklistFile ? "release-checklist-path" : "rollback-procedures-path", file);
  return { status: "passed", decision: "complete", reason_code: "written", says: `Written: ${file}.` };
}
