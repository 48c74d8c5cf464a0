import { relative } from "node:path";
import { reproduceOf } from "../checks/by-hand.ts";
import { optionsOf } from "../checks/define.ts";
import { underVersion, versionIn } from "../checks/released.ts";
import { handover } from "../domain/evidence/handover.ts";
import { type Judgement, type Result, result, type Timed } from "../domain/evidence/result.ts";
import { coverageToBeginWith, isFirstContact } from "../domain/fleet/first-contact.ts";
import { placedIn, sorted } from "../domain/validation/change.ts";
import { type Project, versionOf } from "../domain/validation/project.ts";
import { someOf } from "../domain/values/plural.ts";
import { compiled } from "../validation/compiled.ts";
import { conclusionOf } from "../validation/conclusion.ts";
import { isListed, levelOf } from "../validation/levels.ts";
import { saidOnce } from "../validation/once.ts";
import { type Moved, movedBetween, remedy, treeOf, unsettled } from "../validation/tree.ts";
import { writeReports } from "./findings.ts";
import { checkoutGate } from "./gates/checkout.ts";
import { checkoutFault } from "./gates/checkout-fault.ts";
import type { Conclusion, Stage, StageRun } from "./stage.ts";
import { keepResults, nameOf, notBegun, openValidation, runChecks, type Validation } from "./validation-run.ts";

/**
 * Proves a commit fit to ship and builds the release once (Phase 6: Pre-Deployment Validation). Every check of the list
 * is recorded, whatever became of it.
 */
export const validate: Stage<Readonly<Record<string, unknown>>> = async (run, inputs) => {
  const { recorder, world } = run;
  const fault = await checkoutFault(run);
  if (fault !== null) return fault;
  const head = await world.repository.head();
  const refused = await checkoutGate(run, { another: "refuse", head: head.sha });
  if (refused !== null) return refused;
  await warnOfChanges(run);

  const tree = await treeOf(run);
  const validation = await openValidation(run, inputs, head);
  const { project, outsideBefore } = await runChecks(validation);
  const moved = movedBetween(tree, await treeOf(run));
  if (moved.other.length > 0)
    await recorder.warn(`The checks left files behind that git does not ignore: ${someOf(moved.other)}.`);
  if ("verdict" in project) judgeAll(validation, project);
  else {
    await nameProject(validation, project);
    judgeCompilation(validation, project);
    if (moved.code.length > 0) unsettle(validation, moved);
    else await keepResults(validation, project, outsideBefore);
  }

  const results = await recordAll(validation, "verdict" in project ? null : project);
  await writeReports(run, { checks: validation.checks, results, runs: validation.found.runs });
  if (moved.code.length > 0 && !world.cancellation.cancelled) return changedUnder(moved);
  return conclude(run, validation);
};

async function warnOfChanges({ world, recorder }: StageRun): Promise<void> {
  const changes = await world.repository.changes();
  if (changes.length === 0) return;
  await recorder.warn(
    `The checkout has ${changes.length} uncommitted changes: what is validated is not what is committed.`,
  );
}

/** What keeps mix from describing the project keeps every check from being judged. */
function judgeAll({ checks, found }: Validation, judgement: Judgement): void {
  for (const { id } of checks) found.judged.set(id, { judgement, durationMs: 0 });
}

async function nameProject({ run, found, released }: Validation, project: Project): Promise<void> {
  const name = nameOf(run, project);
  await run.recorder.set({ app: name });
  run.recorder.output("app", name);
  const version = found.release?.version ?? versionOf(underVersion(project, released), name);
  run.recorder.output("version", version ?? "");
}

function judgeCompilation({ wanted, found, facts, restored, reused }: Validation, project: Project): void {
  if (!wanted.some(({ id }) => id === "compile")) return;
  const { builds } = found;
  found.judged.set("compile", compiled({ builds, path: facts.context.path, project, restored, reused }));
}

/**
 * The check that runs the project's code says that the code changed under it: the tests where they ran, else the
 * compilation.
 */
function unsettle({ found: { judged }, reused }: Validation, moved: Moved): void {
  const id = judged.has("test") && !reused.judged.has("test") ? "test" : "compile";
  const before = judged.get(id) ?? off;
  judged.set(id, { ...before, judgement: unsettled(before.judgement, moved) });
}

function changedUnder({ code }: Moved): Conclusion {
  const says = `The checkout changed while the checks ran, so what was judged is not the commit: ${someOf(code)}.`;
  return { status: "failed", decision: "stop", reason_code: "tree_changed", says, remedy };
}

/** One result for each check of the list, in its order, each with the findings of this change first. */
async function recordAll(validation: Validation, project: Project | null): Promise<readonly Result[]> {
  const { run, checks, found } = validation;
  const { recorder, settings, world } = run;
  const { release } = found;
  if (release !== null) {
    await recorder.set({ release });
    recorder.output("release-digest", release.digest);
    recorder.output("release-file", `${handover.release}/${release.file}`);
  }
  const folder = relative(world.job.workspace, settings.projectPath);
  const byHand = { folder, project, app: settings.app, version: versionIn(validation.released) };
  const ids = checks.map(({ id }) => id);
  const judged = saidOnce(ids, found.judged);
  const results: Result[] = [];
  for (const check of checks.filter((one) => isListed(one, settings))) {
    const { id, title } = check;
    const level = levelOf(check, settings, world.job);
    const timed = level === "off" ? off : (judged.get(id) ?? { judgement: notBegun(run), durationMs: 0 });
    const judgement = id === "coverage" ? beginning(validation, timed.judgement, judged) : timed.judgement;
    // What does not apply to this project blocks nothing, and is no pass either.
    const required = level === "must" && judgement.reason_code !== "not_applicable";
    const reproduce = reproduceOf(check, { ...byHand, judgement }, optionsOf(check, validation.facts));
    const one = result(
      { kind: "check", id, title, reproduce, required },
      { ...judgement, findings: inOrder(validation, judgement) },
      timed.durationMs,
    );
    results.push(one);
    await recorder.record(one);
  }
  const fact = (id: string, name: string) => String(judged.get(id)?.judgement.facts?.[name] ?? "");
  recorder.output("tests", fact("test", "tests"));
  recorder.output("coverage", fact("coverage", "coverage"));
  return results;
}

function inOrder({ facts: { change } }: Validation, { findings = [] }: Judgement) {
  return sorted(findings.map((one) => (change === null ? one : placedIn(change, one))));
}

/**
 * Coverage below a minimum that nobody chose, in a project that lacks what Phase 6 asks besides: a place to begin, not
 * a fault to find.
 */
function beginning(
  { run, checks, facts }: Validation,
  coverage: Judgement,
  judged: ReadonlyMap<string, Timed>,
): Judgement {
  const percent = coverage.facts?.["coverage"];
  if (coverage.reason_code !== "coverage_below_minimum" || typeof percent !== "number") return coverage;
  const chosen = checks.some((one) => one.id === "coverage" && "minimum" in optionsOf(one, facts));
  if (chosen) return coverage;
  const first = checks.some((check) => {
    const judgement = judged.get(check.id)?.judgement;
    if (judgement === undefined || levelOf(check, run.settings, run.world.job) === "off") return false;
    const { verdict, reason_code, facts: seen = {} } = judgement;
    return isFirstContact({ kind: "check", id: check.id, verdict, reason_code, facts: seen });
  });
  return first ? { ...coverage, facts: { ...coverage.facts, ...coverageToBeginWith(percent) } } : coverage;
}

const off: Timed = {
  judgement: { verdict: "off", reason_code: "switched_off", says: "Switched off in the settings." },
  durationMs: 0,
};

function conclude({ recorder, world }: StageRun, { found }: Validation): Conclusion {
  if (world.cancellation.cancelled) {
    const says = "Cancelled before every check had run.";
    return { status: "cancelled", decision: "stop", reason_code: "cancelled", says };
  }
  return conclusionOf(recorder.evidence.results, found.release);
}
