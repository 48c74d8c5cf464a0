import { join } from "node:path";
import { eventOf, judgeAnnouncements, servesAfter } from "../announce/announce.ts";
import { keysOf } from "../announce/news.ts";
import changelogCheck, { judgeChangelog, readChangelog } from "../checks/changelog.ts";
import { optionsOf } from "../checks/define.ts";
import { loadChecks } from "../checks/registry.ts";
import { type Deployment, type DeploymentFacts, decidedBy, deploymentOf, type Stages } from "../domain/deployment.ts";
import type { Evidence, StageName } from "../domain/evidence.ts";
import { type ExitCriterion, exitGate, type Proof } from "../domain/exit-gate.ts";
import { handover } from "../domain/handover.ts";
import { type Release, releaseVersionOf } from "../domain/release.ts";
import type { Finding, Judgement } from "../domain/result.ts";
import { type Chain, joinChain, linkOf } from "../gates/evidence.ts";
import { believed } from "../gates/required-stage.ts";
import { fromRoot } from "../mix-output/location.ts";
import { toneOf } from "../render/headline.ts";
import { renderHtml } from "../render/html.ts";
import { renderReport } from "../render/report.ts";
import { announce, doerOf, earlierReports, newsOf } from "./announce.ts";
import { checkoutGate } from "./checkout.ts";
import { evidenceGate, readEvidence } from "./evidence-folder.ts";
import { judged } from "./judged.ts";
import { type Conclusion, type Stage, type StageRun, stopped } from "./stage.ts";

/** Inputs of the root action. */
export interface ReportInputs {
  readonly environment: string;
  /** The environment that came before. */
  readonly from: string;
  readonly jobs: string;
  readonly runs: "this" | "other";
  readonly "exit-gate": "enforce" | "report";
}

/** What the evidence of all stages says of one deployment. */
interface Story {
  readonly chain: Chain;
  readonly stages: Stages;
  /** Null where no evidence names one. */
  readonly release: Release | null;
  readonly version: string | null;
  readonly deployment: Deployment;
  /** The evidence that decided the outcome. */
  readonly by: Evidence | null;
}

/** The section of the CHANGELOG for this version, and whether it documents it. */
interface Documented {
  readonly proof: Proof;
  readonly notes: string | null;
}

/**
 * Joins every stage's evidence into the Deployment Validation Report, announces the outcome, and holds the exit gate
 * (Phase 6: Exit Gate).
 */
export const report: Stage<ReportInputs> = async (run, inputs) => {
  const { files, job } = run.world;
  // The evidence may be of a commit that the event names, where that is checked out.
  const refused = job.pullRequest || job.workflowRun ? await checkoutGate(run, { another: "warn" }) : null;
  if (refused !== null) return refused;
  // A report that an earlier attempt passed on must not be shown where this one fails. What the stages before wrote
  // beside it stays.
  for (const name of ["report.md", "report.html"]) await files.remove(join(job.workspace, handover.report, name));

  const chain = joinChain({
    files: await readEvidence(run),
    jobs: inputs.jobs,
    sha: run.recorder.evidence.sha,
    runId: inputs.runs === "other" ? null : job.runId,
  });
  await recordChain(run, chain);
  const story = storyOf(chain, inputs);
  if (story.release !== null) await run.recorder.set({ app: story.release.app, release: story.release });

  const notified = await notify(run, inputs.environment, story);
  const documented = await judgeDocumentation(run, story);
  const criteria = exitGate({
    ...story.stages,
    deployment: story.deployment,
    unpinned: unpinned(chain),
    notified,
    documented: documented.proof,
  });
  await recordCriteria(run, criteria, inputs["exit-gate"]);
  await writeReport(run, { ...story, inputs, criteria, notes: documented.notes });

  const met = criteria.every((one) => one.met) && chain.problems.length === 0;
  run.recorder.output("report-path", `${handover.report}/report.md`);
  run.recorder.output("exit-gate", met ? "closed" : "open");
  run.recorder.output("deployment-status", story.deployment.status);
  return conclude(story, criteria, inputs["exit-gate"]);
};

function storyOf(chain: Chain, inputs: ReportInputs): Story {
  const { environment } = inputs;
  const stages = stagesOf(chain, inputs);
  const newest = stages.promote ?? stages.smoke ?? stages.staging ?? stages.validate;
  const release = newest?.release ?? stages.validate?.release ?? null;
  const facts: DeploymentFacts = {
    ...stages,
    environment,
    promoteLost:
      stages.promote === null && chain.pins.some((pin) => pin.stage === "promote" && pin.environment === environment),
    gaps: chain.problems.length > 0,
  };
  const version = release?.version ?? (stages.rollback?.from ? releaseVersionOf(stages.rollback.from) : null);
  return { chain, stages, release, version, deployment: deploymentOf(facts), by: decidedBy(facts) };
}

function stagesOf(chain: Chain, inputs: ReportInputs): Stages {
  const of = (stage: StageName, environment: string | null) => linkOf(chain, stage, environment)?.evidence ?? null;
  const counted = (stage: StageName, environment: string | null) => {
    const link = linkOf(chain, stage, environment);
    return link === undefined ? null : believed(link);
  };
  return {
    validate: counted("validate", null),
    staging: counted("deploy-staging", inputs.from),
    smoke: counted("smoke-test", inputs.from),
    // What happened to an environment is what its evidence says, also where a later step of the job failed.
    promote: of("promote", inputs.environment),
    rollback: of("rollback", inputs.environment),
  };
}

function unpinned(chain: Chain): readonly StageName[] {
  return chain.links
    .filter(({ evidence, pinned }) => !pinned && evidence.stage !== "report")
    .map(({ evidence }) => evidence.stage);
}

/** What is wrong with the evidence as one gate, every fault named; what is only loose as warnings. */
async function recordChain(run: StageRun, chain: Chain): Promise<void> {
  const [worst] = chain.problems;
  const findings: readonly Finding[] = chain.problems.map((one) => ({
    severity: "error",
    message: `${one.says} ${one.remedy ?? ""}`.trim(),
  }));
  const pass: Judgement = { verdict: "pass", reason_code: "passed", says: "The evidence of the stages before agrees." };
  const loose = unpinned(chain);
  const silent = chain.silent.filter((one) => one.result === "success").map(({ id }) => `\`${id}\``);
  const remedy = "Write `jobs: ${{ toJSON(needs) }}`, and give each job its action's `evidence` output.";
  const warnings = [
    ...(loose.length === 0 ? [] : [`Evidence that no job output pins: ${loose.join(", ")}. ${remedy}`]),
    ...(silent.length === 0 ? [] : [`Jobs that passed no evidence on: ${silent.join(", ")}.`]),
  ];
  await judged(run, { kind: "gate", ...evidenceGate, required: true }, () => ({
    ...(worst === undefined ? pass : { ...worst, findings }),
    warnings,
  }));
}

/**
 * Notifies everybody whom the settings name of the outcome. An announcement that fails leaves its criterion not met and
 * changes nothing of the outcome.
 */
async function notify(run: StageRun, environment: string, story: Story): Promise<Proof> {
  const { chain, stages, version, release, deployment, by } = story;
  if (stages.promote?.status === "planned" && stages.rollback === null) {
    return { met: false, restsOn: "A dry run is not announced.", remedy: "Promote without `dry-run`." };
  }
  // The event is of the stage that decided it: the report that runs again names it as before.
  const of = by ?? stages.smoke ?? stages.staging ?? stages.validate ?? run.recorder.evidence;
  const event = eventOf(deployment, by);
  const news = newsOf(run, by ?? run.recorder.evidence, {
    ...keysOf(doerOf(of, environment), event),
    // The start was promote's.
    deployment: keysOf(doerOf(stages.promote ?? of, environment), event).deployment,
    ...{ status: deployment.status, says: deployment.says, environment },
    serves: servesAfter(event, by),
  });
  const known = { ...news, app: run.recorder.evidence.app, version, digest: release?.digest ?? null };
  const before = [...chain.links.map(({ evidence }) => evidence), ...(await earlierReports(run))];
  return judgeAnnouncements(await announce(run, { ...known, sha: run.recorder.evidence.sha }, before), event);
}

/** The version's section of the CHANGELOG, judged as validate judges it. */
async function judgeDocumentation(run: StageRun, { version, release }: Story): Promise<Documented> {
  const { files, job, clock } = run.world;
  if (version === null) {
    const remedy = "Download the artifact of the validate job.";
    return { proof: { met: false, restsOn: "The version is unknown.", remedy }, notes: null };
  }
  const { projectPath } = run.settings;
  const { workspace } = job;
  const place = { file: optionsOf(changelogCheck, { ...run, inputs: {} }).file ?? null, projectPath, workspace };
  const changelog = await readChangelog(files, place, (file) => fromRoot(workspace, projectPath, file));
  const names = release === null ? [] : [release.app, release.name];
  const { judgement, notes } = judgeChangelog(changelog, { version, names }, clock.now());
  const { verdict, says, remedy = "" } = judgement;
  return { proof: { met: verdict === "pass", restsOn: says, remedy }, notes };
}

async function recordCriteria(
  run: StageRun,
  criteria: readonly ExitCriterion[],
  gate: ReportInputs["exit-gate"],
): Promise<void> {
  for (const { id, title, met, restsOn: says, remedy } of criteria) {
    await judged(run, { kind: "gate", id, title, required: gate === "enforce" }, () =>
      met
        ? { verdict: "pass", reason_code: "passed", says, remedy }
        : { verdict: "fail", reason_code: "gate_open", says, remedy },
    );
  }
}

/** What the written report needs besides the story. */
interface ReportOf extends Story {
  readonly inputs: ReportInputs;
  readonly criteria: readonly ExitCriterion[];
  readonly notes: string | null;
}

/** Writes the report as Markdown and HTML, and makes it the job summary. */
async function writeReport({ world, recorder }: StageRun, of: ReportOf): Promise<void> {
  const { files, job, clock } = world;
  const { chain, stages, version, deployment, inputs, criteria, notes } = of;
  const links = chain.links.filter(({ evidence }) => evidence.stage !== "report");
  const markdown = renderReport({
    ...stages,
    version,
    date: clock.now(),
    environment: inputs.environment,
    from: inputs.from,
    deployment,
    criteria,
    problems: chain.problems,
    warnings: [
      ...links.flatMap(({ evidence }) => evidence.warnings.map((one) => `${evidence.stage}: ${one}`)),
      ...recorder.evidence.warnings,
    ],
    links,
    notes,
    checks: (await loadChecks()).filter(({ level }) => level !== "off"),
  });
  const folder = join(job.workspace, handover.report);
  await files.write(join(folder, "report.md"), markdown);
  const title = `Deployment Validation Report ${version ?? ""}`.trim();
  await files.write(join(folder, "report.html"), renderHtml(markdown, title, toneOf(deployment)));
  recorder.summarise(markdown);
}

function conclude(
  { chain, deployment: { status } }: Story,
  criteria: readonly ExitCriterion[],
  gate: ReportInputs["exit-gate"],
): Conclusion {
  const unmet = criteria.filter((one) => !one.met);
  const [problem] = chain.problems;
  if (problem !== undefined) return stopped({ ...problem, says: `Deployment: ${status}. ${problem.says}` });
  if (unmet.length === 0) {
    const says = `Deployment: ${status}. All ${criteria.length} exit criteria are met.`;
    return { status: "passed", decision: "complete", reason_code: "gate_closed", says };
  }
  const names = unmet.map(({ title }) => title).join("; ");
  const are = unmet.length === 1 ? "is" : "are";
  const says = `Deployment: ${status}. ${unmet.length} of ${criteria.length} exit criteria ${are} not met: ${names}.`;
  if (gate === "report") return { status: "passed", decision: "complete", reason_code: "gate_open", says };
  return stopped({
    reason_code: "gate_open",
    says,
    remedy: unmet.map(({ title, remedy }) => `${title}: ${remedy}`).join(" "),
  });
}
