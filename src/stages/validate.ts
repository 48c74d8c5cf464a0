import { join } from "node:path";
import type { Project } from "../checks/artefacts.ts";
import { reproduce } from "../checks/catalogue.ts";
import { judgeCompile } from "../checks/compile.ts";
import { runGraph } from "../checks/graph.ts";
import type { Timed } from "../checks/lane.ts";
import { fromRoot } from "../checks/place.ts";
import { type Bench, writeHelpers } from "../checks/vm.ts";
import { askMix, type Found, workOf } from "../checks/work.ts";
import { type CheckId, checkIds, defaultLevel, type Level, titleOf } from "../domain/check.ts";
import type { Release } from "../domain/release.ts";
import { blocks, type Judgement, result } from "../domain/result.ts";
import { type Conclusion, type Stage, type StageRun, workspaceFolder } from "./stage.ts";

/** Proves a commit fit to ship and builds the release once (Phase 6: Pre-Deployment Validation). Every check of the list is recorded, whatever became of it. */
export const validate: Stage<unknown> = async (run) => {
  const { settings, world, recorder } = run;
  const head = await world.repository.head();
  const changes = await world.repository.changes();
  if (changes.length > 0)
    await recorder.warn(`The checkout has ${changes.length} uncommitted changes: what is validated is not what is committed.`);

  const bench: Bench = {
    helpers: await writeHelpers(world.files, world.job.temp),
    project: settings.projectPath,
    limitMs: settings.checkLimitMs,
    job: world.job,
    shell: world.shell,
    files: world.files,
    clock: world.clock,
    cancellation: world.cancellation,
    path: (file) => fromRoot(world.job.workspace, settings.projectPath, file),
  };
  const folder = join(world.job.workspace, workspaceFolder, "release");
  await world.files.remove(folder);

  const found: Found = { judged: new Map(), builds: [], suites: [], release: null };
  const project = askMix(bench);
  const nodes = workOf(
    bench,
    {
      on: (id) => levelOf(run, id) !== "off",
      rules: {
        coverageMinimum: settings.coverageMinimum,
        sobelowConfidence: settings.sobelowConfidence,
        cachePath: settings.cachePath,
      },
      shipment: (known) => ({ project: known, app: nameOf(run, known), head, folder, secret: world.secret }),
    },
    found,
    project,
  );
  await runGraph(nodes, world.job.cores, () => world.cancellation.cancelled || (settings.failFast && standsInTheWay(run, found)));

  const known = await project;
  if ("verdict" in known) for (const id of checkIds) found.judged.set(id, { judgement: known, durationMs: 0 });
  else {
    await recorder.set({ app: nameOf(run, known) });
    recorder.output("app", nameOf(run, known));
    recorder.output("version", found.release?.version ?? known.version ?? "");
    if (levelOf(run, "compile") !== "off" && found.builds.length > 0) found.judged.set("compile", compiled(found, bench, known));
  }
  await recordAll(run, found);
  return conclude(run, found.release);
};

/** The application's name: the settings', else mix's; an umbrella bears the name of its release. */
function nameOf({ settings }: StageRun, project: Project): string {
  return settings.app ?? project.app ?? project.releases[0] ?? "release";
}

/** The settings' level, else Phase 6's for this commit. */
function levelOf({ settings, world }: StageRun, id: CheckId): Level {
  return settings.checks[id] ?? defaultLevel(id, !/^(pull_request|merge_group)/.test(world.job.eventName));
}

/** Both builds together: a warning in either fails. A build that is missing leaves the check unjudged. */
function compiled(found: Found, bench: Bench, project: Project): Timed {
  const builds = [...found.builds].sort((a, b) => b.env.localeCompare(a.env));
  const judgement = judgeCompile(builds, bench.path, project.aliases);
  const partial: Judgement = {
    verdict: "not-run",
    reason_code: "not_judged",
    says: `Only ${builds[0]?.env} was compiled: ${judgement.says}`,
  };
  const durationMs = builds.reduce((total, one) => total + one.durationMs, 0);
  return { judgement: builds.length < 2 && judgement.verdict === "pass" ? partial : judgement, durationMs };
}

/** For fail-fast: a required check did not pass, or a build is not clean. */
function standsInTheWay(run: StageRun, { judged, builds }: Found): boolean {
  const must = (id: CheckId) => levelOf(run, id) === "must";
  return (
    [...judged].some(([id, { judgement }]) => must(id) && judgement.verdict !== "pass" && judgement.reason_code !== "not_applicable") ||
    (must("compile") && builds.length > 0 && judgeCompile(builds, (file) => file).verdict !== "pass")
  );
}

/** One result for each check of the list, in its order. */
async function recordAll(run: StageRun, { judged, release }: Found): Promise<void> {
  const { recorder, world } = run;
  if (release !== null) {
    await recorder.set({ release });
    recorder.output("release-digest", release.digest);
    recorder.output("release-file", `${workspaceFolder}/release/${release.file}`);
  }
  const notRun: Judgement = world.cancellation.cancelled
    ? { verdict: "not-run", reason_code: "cancelled", says: "Cancelled before this check began." }
    : { verdict: "not-run", reason_code: "check_failed", says: "Not run: another check had failed, and `fail-fast` is on." };
  for (const id of checkIds) {
    const level = levelOf(run, id);
    const { judgement, durationMs } = level === "off" ? off : (judged.get(id) ?? { judgement: notRun, durationMs: 0 });
    // What does not apply to this project stands in nobody's way, and is no pass either.
    const required = level === "must" && judgement.reason_code !== "not_applicable";
    const heading = { kind: "check", id, title: titleOf(id), reproduce: reproduce[id], required } as const;
    await recorder.record(result(heading, judgement, durationMs));
  }
  const fact = (id: CheckId, name: string) => String(judged.get(id)?.judgement.facts?.[name] ?? "");
  recorder.output("tests", fact("test", "tests"));
  recorder.output("coverage", fact("coverage", "coverage"));
}

const off: Timed = { judgement: { verdict: "off", reason_code: "switched_off", says: "Switched off in the settings." }, durationMs: 0 };

/** The verdict over all results: passed, with what it rests on, or the names of what stands in the way. */
function conclude({ recorder, world }: StageRun, release: Release | null): Conclusion {
  const { results } = recorder.evidence;
  if (world.cancellation.cancelled) {
    const says = "Cancelled before every check had run.";
    return { status: "cancelled", decision: "stop", reason_code: "cancelled", says };
  }
  const standing = results.filter(blocks);
  if (standing.length > 0) {
    const names = standing.map((one) => `${one.id} (${one.verdict})`).join(", ");
    return {
      status: "failed",
      decision: "stop",
      reason_code: "checks_failed",
      says: `${standing.length} of ${results.length} checks ${standing.length === 1 ? "stands" : "stand"} in the way: ${names}.`,
      remedy: standing[0]?.remedy ?? "",
    };
  }
  if (release === null) {
    return {
      status: "failed",
      decision: "stop",
      reason_code: "release_missing",
      says: "No release was built, so there is nothing to ship.",
      remedy: "Set `checks: {release: must}`, and look at the check `release`.",
    };
  }
  const fact = (id: CheckId, name: string) => results.find((one) => one.id === id)?.facts[name];
  const [tests, coverage] = [fact("test", "tests"), fact("coverage", "coverage")];
  const seen = [
    `release ${release.version}`,
    ...(typeof tests === "number" ? [`${tests} ${tests === 1 ? "test" : "tests"}`] : []),
    ...(typeof coverage === "number" ? [`coverage ${coverage.toFixed(1)} %`] : []),
  ];
  const switchedOff = results.filter((one) => one.verdict === "off").length;
  const open = results.filter((one) => one.verdict !== "pass" && one.verdict !== "off").map((one) => `${one.id} (${one.verdict})`);
  const rests = [
    ...(switchedOff > 0 ? [`; ${switchedOff} ${switchedOff === 1 ? "check" : "checks"} switched off`] : []),
    ...(open.length > 0 ? [`; not required and not passed: ${open.join(", ")}`] : []),
  ].join("");
  return { status: "passed", decision: "continue", reason_code: "passed", says: `Validation passed: ${seen.join(", ")}${rests}.` };
}
