import { join } from "node:path";
import { judgeAnnouncements, type News, tell } from "../announce/announce.ts";
import { check as changelogCheck, judgeChangelog, readChangelog } from "../checks/changelog.ts";
import { optionsOf } from "../checks/define.ts";
import { loadChecks } from "../checks/registry.ts";
import { type Deployment, deploymentOf, type Stages } from "../domain/deployment.ts";
import type { StageName } from "../domain/evidence.ts";
import { type ExitCriterion, exitGate, type Proof } from "../domain/exit-gate.ts";
import { handover } from "../domain/handover.ts";
import { type Release, versionOf } from "../domain/release.ts";
import { type Finding, type Judgement, result } from "../domain/result.ts";
import { believed, type Chain, joinChain, linkOf } from "../gates/evidence.ts";
import { fromRoot } from "../mix-output/location.ts";
import { toneOf } from "../render/headline.ts";
import { renderHtml } from "../render/html.ts";
import { renderReport } from "../render/report.ts";
import { checkoutGate } from "./checkout.ts";
import { readEvidence } from "./evidence-folder.ts";
import type { Conclusion, Stage, StageRun } from "./stage.ts";

/** Inputs of the root action. */
export interface ReportInputs {
  readonly environment: string;
  /** The environment that came before. */
  readonly from: string;
  readonly jobs: string;
  readonly runs: "this" | "other";
  readonly "exit-gate": "enforce" | "report";
}

/**
 * Joins every stage's evidence into the Deployment Validation Report, announces the outcome, and holds the exit gate
 * (Phase 6: Exit Gate).
 */
export const report: Stage<ReportInputs> = async (run, inputs) => {
  const { files, clock, job } = run.world;
  const folder = join(job.workspace, handover.report);
  // The evidence may be of a commit that the event names, where that is checked out.
  const refused = job.pullRequest || job.workflowRun ? await checkoutGate(run, { another: "warn" }) : null;
  if (refused !== null) return refused;
  // A report that an earlier attempt passed on must not stand where this one fails. What the stages before wrote beside
  // it stays.
  for (const name of ["report.md", "report.html"]) await files.remove(join(folder, name));

  const chain = joinChain({
    files: await readEvidence(run),
    jobs: inputs.jobs,
    sha: run.recorder.evidence.sha,
    runId: inputs.runs === "other" ? null : job.runId,
  });
  await recordChain(run, chain);
  const stages = stagesOf(chain, inputs);
  const release =
    (stages.promote ?? stages.smoke ?? stages.staging ?? stages.validate)?.release ?? stages.validate?.release ?? null;
  if (release !== null) await run.recorder.set({ app: release.app, release });
  const version = release?.version ?? (stages.rollback?.from ? versionOf(stages.rollback.from) : null);
  const deployment = deploymentOf({
    ...stages,
    environment: inputs.environment,
    promoteLost:
      stages.promote === null &&
      chain.pins.some((pin) => pin.stage === "promote" && pin.environment === inputs.environment),
    gaps: chain.problems.length > 0,
  });

  const notified = await announce(run, inputs.environment, stages, deployment, version, release);
  const names = release === null ? [] : [release.app, release.name];
  const documented = await document(run, version, names);
  const boxes = exitGate({ ...stages, deployment, unpinned: unpinned(chain), notified, documented: documented.proof });
  await recordBoxes(run, boxes, inputs["exit-gate"]);

  const links = chain.links.filter(({ evidence }) => evidence.stage !== "report");
  const markdown = renderReport({
    ...stages,
    version,
    date: clock.now(),
    environment: inputs.environment,
    from: inputs.from,
    deployment,
    criteria: boxes,
    problems: chain.problems,
    warnings: [
      ...links.flatMap(({ evidence }) => evidence.warnings.map((one) => `${evidence.stage}: ${one}`)),
      ...run.recorder.evidence.warnings,
    ],
    links,
    notes: documented.notes,
    checks: (await loadChecks()).filter(({ level }) => level !== "off"),
  });
  await files.write(join(folder, "report.md"), markdown);
  await files.write(
    join(folder, "report.html"),
    renderHtml(markdown, `Deployment Validation Report ${version ?? ""}`.trim(), toneOf(deployment)),
  );

  const met = boxes.every((box) => box.met) && chain.problems.length === 0;
  run.recorder.output("report-path", `${handover.report}/report.md`);
  run.recorder.output("exit-gate", met ? "closed" : "open");
  run.recorder.output("deployment-status", deployment.status);
  return conclude({ chain, boxes, deployment, gate: inputs["exit-gate"] });
};

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
    // What happened to an environment is what its evidence tells, also where a later step of the job failed.
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
  const heading = { kind: "gate", id: "evidence", title: "Evidence of the stages before", required: true } as const;
  await run.recorder.record(result(heading, worst === undefined ? pass : { ...worst, findings }, 0));
  const loose = unpinned(chain);
  if (loose.length > 0) {
    const remedy = "Write `jobs: ${{ toJSON(needs) }}`, and give each job its action's `evidence` output.";
    await run.recorder.warn(`Evidence that no job output pins: ${loose.join(", ")}. ${remedy}`);
  }
  const silent = chain.silent.filter((one) => one.result === "success");
  if (silent.length > 0)
    await run.recorder.warn(`Jobs that passed no evidence on: ${silent.map((one) => `\`${one.id}\``).join(", ")}.`);
}

/**
 * Tells everybody whom the settings name of the outcome. An announcement that fails leaves its criterion not met and
 * changes nothing of the outcome.
 */
async function announce(
  run: StageRun,
  environment: string,
  stages: Stages,
  { status, says }: Deployment,
  version: string | null,
  release: Release | null,
): Promise<Proof> {
  const { job, clock } = run.world;
  if (stages.promote?.status === "planned" && stages.rollback === null) {
    return { met: false, restsOn: "A dry run is not announced.", remedy: "Promote without `dry-run`." };
  }
  const news: News = {
    status,
    says,
    app: run.recorder.evidence.app,
    version,
    digest: release?.digest ?? null,
    environment,
    url: stages.promote?.url ?? stages.rollback?.url ?? null,
    repository: job.repository,
    sha: run.recorder.evidence.sha,
    run: job.runUrl,
    actor: job.actor,
  };
  const told = [];
  for (const [index, to] of run.settings.notify.entries()) {
    const started = clock.ticks();
    const judgement = await tell(to, news, `${job.runId}-${job.runAttempt}-${environment}-${index + 1}`, run.world);
    const id = index === 0 ? "webhook" : `webhook-${index + 1}`;
    const heading = { kind: "announcement", id, title: `Webhook of \`${to.urlFrom}\``, required: false } as const;
    await run.recorder.record(result(heading, judgement, clock.ticks() - started));
    if (judgement.verdict !== "pass") await run.recorder.warn(`Webhook of \`${to.urlFrom}\`: ${judgement.says}`);
    told.push({ to, judgement });
  }
  return judgeAnnouncements(told);
}

/** The version's section of the CHANGELOG, judged as validate judges it. */
async function document(
  run: StageRun,
  version: string | null,
  names: readonly string[],
): Promise<{ readonly proof: Proof; readonly notes: string | null }> {
  const { files, job, clock } = run.world;
  if (version === null)
    return {
      proof: {
        met: false,
        restsOn: "The version is unknown.",
        remedy: "Download the artifact of the validate job.",
      },
      notes: null,
    };
  const { projectPath } = run.settings;
  const { workspace } = job;
  const place = { file: optionsOf(changelogCheck, { ...run, inputs: {} }).file ?? null, projectPath, workspace };
  const changelog = await readChangelog(files, place, (file) => fromRoot(workspace, projectPath, file));
  const { judgement, notes } = judgeChangelog(changelog, { version, names }, clock.now());
  return {
    proof: { met: judgement.verdict === "pass", restsOn: judgement.says, remedy: judgement.remedy ?? "" },
    notes,
  };
}

async function recordBoxes(
  run: StageRun,
  boxes: readonly ExitCriterion[],
  gate: ReportInputs["exit-gate"],
): Promise<void> {
  for (const { id, title, met, restsOn, remedy } of boxes) {
    const judgement: Judgement = {
      verdict: met ? "pass" : "fail",
      reason_code: met ? "passed" : "gate_open",
      says: restsOn,
      remedy,
    };
    await run.recorder.record(result({ kind: "gate", id, title, required: gate === "enforce" }, judgement, 0));
  }
}

interface Judged {
  readonly chain: Chain;
  readonly boxes: readonly ExitCriterion[];
  readonly deployment: Deployment;
  readonly gate: ReportInputs["exit-gate"];
}

function conclude({ chain, boxes, deployment: { status }, gate }: Judged): Conclusion {
  const open = boxes.filter((box) => !box.met);
  const [problem] = chain.problems;
  if (problem !== undefined) {
    const { reason_code, says, remedy = "" } = problem;
    return { status: "failed", decision: "stop", reason_code, says: `Deployment: ${status}. ${says}`, remedy };
  }
  if (open.length === 0) {
    const says = `Deployment: ${status}. All ${boxes.length} exit criteria are met.`;
    return { status: "passed", decision: "complete", reason_code: "gate_closed", says };
  }
  const says = `Deployment: ${status}. ${open.length} of ${boxes.length} exit criteria ${open.length === 1 ? "is" : "are"} not met: ${open.map((box) => box.title).join("; ")}.`;
  if (gate === "report") return { status: "passed", decision: "complete", reason_code: "gate_open", says };
  const remedy = open.map((box) => `${box.title}: ${box.remedy}`).join(" ");
  return { status: "failed", decision: "stop", reason_code: "gate_open", says, remedy };
}
