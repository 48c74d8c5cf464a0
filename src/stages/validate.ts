import { join, relative } from "node:path";
import { reproduceOf } from "../checks/by-hand.ts";
import { judgeCompile } from "../checks/compile.ts";
import type { CheckContext } from "../checks/context.ts";
import { releasedFrom, underVersion, versionIn } from "../checks/released.ts";
import { type Change, placedIn, sorted } from "../domain/change.ts";
import { type CheckId, checkIds, defaultLevel, type Level, ships, titleOf } from "../domain/check.ts";
import { errorText } from "../domain/error-text.ts";
import { coverageToBeginWith, isFirstContact } from "../domain/first-contact.ts";
import { handover } from "../domain/handover.ts";
import { counted } from "../domain/plural.ts";
import { type Project, versionOf } from "../domain/project.ts";
import type { Release } from "../domain/release.ts";
import { blocks, type Judgement, leftOpen, type Result, result, type Timed } from "../domain/result.ts";
import { fromRoot } from "../mix-output/location.ts";
import type { Toolchain } from "../ports.ts";
import { saysWarmth, type Warmth, warmthOf } from "../validation/cache/build-cache.ts";
import { resultStore } from "../validation/cache/result-store.ts";
import { keep, type Reused } from "../validation/cache/reuse.ts";
import { runGraph } from "../validation/graph.ts";
import { keepHelpers, openHelpers } from "../validation/helpers.ts";
import { migrationBase } from "../validation/migration-base.ts";
import { type Found, workOf } from "../validation/nodes.ts";
import { basisOf, outsideOf, reusedOf, withOutside } from "./basis.ts";
import { checkoutGate } from "./checkout.ts";
import { checkoutFault } from "./checkout-fault.ts";
import { readChange, writeReports } from "./findings.ts";
import { saidOnce, tooOld } from "./once.ts";
import { judgeShipping } from "./shipping.ts";
import type { Conclusion, Stage, StageRun } from "./stage.ts";
import { type Moved, movedBetween, remedy, some, treeOf, unsettled } from "./tree.ts";

/**
 * Proves a commit fit to ship and builds the release once (Phase 6: Pre-Deployment Validation). Every check of the list
 * is recorded, whatever became of it.
 */
export const validate: Stage<unknown> = async (run) => {
  const { settings, world, recorder } = run;
  const { files, job } = world;
  const fault = await checkoutFault(run);
  if (fault !== null) return fault;
  const head = await world.repository.head();
  const refused = await checkoutGate(run, { another: "refuse", head: head.sha });
  if (refused !== null) return refused;
  const changes = await world.repository.changes();
  if (changes.length > 0)
    await recorder.warn(
      `The checkout has ${changes.length} uncommitted changes: what is validated is not what is committed.`,
    );

  const tree = await treeOf(run);
  const versions = await world.toolchain.versions();
  const context = await openContext(run, versions);
  const warmth = await warmthOf(files, settings.projectPath, settings.cachePath);
  const folder = join(job.workspace, handover.release);
  const store = resultStore(settings.cachePath, files);
  const change = await readChange(run);
  const tracked = await world.repository.tracked();
  const tags = settings.version.from === "tag" ? await world.repository.tags() : [];
  const released = releasedFrom(settings, tags, { ref: job.ref, head: head.sha });
  const basis = await basisOf(run, tracked, { versions, change, released });
  const wanted = checkIds.filter((id) => levelOf(run, id) !== "off");
  const reused = await reusedOf(run, store, basis, { checks: wanted, head: head.sha, releaseFolder: folder, files });
  if (reused.release === null) await files.remove(folder);

  const found: Found = { judged: new Map(reused.judged), builds: [], suites: [], release: reused.release };
  const work = workOf(
    context,
    {
      on: (id) => wanted.includes(id) && !reused.judged.has(id),
      rules: {
        coverageMinimum: settings.coverageMinimum,
        sobelowConfidence: settings.sobelowConfidence,
        cachePath: settings.cachePath,
        sources: [...tracked.files.keys()].filter((path) => /\.(ex|exs|heex)$/.test(path)),
        change,
      },
      release: {
        app: settings.app,
        version: versionIn(released),
        shipment: (project) => ({
          project: underVersion(project, released),
          ...{ app: nameOf(run, project), head, folder, rules: settings.release, secret: world.secret },
        }),
      },
      base: () => migrationBase({ ...world, project: settings.projectPath, tags: settings.version.tags }),
      hasMigrations: [...tracked.files.keys()].some((path) => ectoMigration.test(path)),
    },
    found,
    reused.project,
  );
  work.nodes.push({
    id: "shipping",
    needs: [],
    cost: 1,
    light: true,
    async run() {
      const project = await work.project;
      if ("verdict" in project) return;
      const shipping = {
        project: underVersion(project, released),
        name: nameOf(run, project),
        head: head.sha,
        released,
      };
      for (const [id, timed] of await judgeShipping(run, context, shipping, (one) => levelOf(run, one) !== "off"))
        found.judged.set(id, timed);
    },
  });
  const early = work.project.then((one) => outsideOf(run, basis, one));
  if (versions !== null) {
    const compile = () => kept(run, () => keepHelpers(context, context.helpers, settings.cachePath, versions));
    work.nodes.push({ id: "helpers", needs: [], cost: 0, run: compile });
  }
  const old = tooOld(versions);
  if (old === null)
    await runGraph(
      work.nodes,
      job.cores,
      () => world.cancellation.cancelled || (settings.failFast && standsInTheWay(run, found)),
    );

  work.tell(notBegun(run));
  const moved = movedBetween(tree, await treeOf(run));
  if (moved.other.length > 0)
    await recorder.warn(`The checks left files behind that git does not ignore: ${some(moved.other)}.`);
  const project = old ?? (await work.project);
  if ("verdict" in project) for (const id of checkIds) found.judged.set(id, { judgement: project, durationMs: 0 });
  else {
    await recorder.set({ app: nameOf(run, project) });
    recorder.output("app", nameOf(run, project));
    recorder.output(
      "version",
      found.release?.version ?? versionOf(underVersion(project, released), nameOf(run, project)) ?? "",
    );
    if (wanted.includes("compile")) found.judged.set("compile", compiled(found, context, project, warmth, reused));
    if (moved.code.length > 0) unsettle(found, reused, moved);
    else if (!("unknown" in basis) && project.elixir === basis.elixir && project.otp === basis.otp)
      await kept(run, async () => {
        const whole = await withOutside(run, basis, project);
        // What changed while checks ran on it is known of neither state.
        const same = "outside" in whole && (await early) === whole.outside;
        if (same)
          await keep(store, whole, { project, judged: found.judged, release: found.release }, job, world.clock.now());
      });
  }
  const results = await recordAll(
    run,
    { judged: saidOnce(found.judged), release: found.release, change },
    {
      project: "verdict" in project ? null : project,
      version: versionIn(released),
    },
  );
  await writeReports(run, results, found.suites);
  return moved.code.length > 0 && !world.cancellation.cancelled ? changedUnder(moved) : conclude(run, found.release);
};

/**
 * The check that runs the project's code says that the code changed under it: the tests where they ran, else the
 * compilation.
 */
function unsettle({ judged }: Found, reused: Reused, moved: Moved): void {
  const id = judged.has("test") && !reused.judged.has("test") ? "test" : "compile";
  const before = judged.get(id) ?? off;
  judged.set(id, { ...before, judgement: unsettled(before.judgement, moved) });
}

function changedUnder({ code }: Moved): Conclusion {
  const says = `The checkout changed while the checks ran, so what was judged is not the commit: ${some(code)}.`;
  return { status: "failed", decision: "stop", reason_code: "tree_changed", says, remedy };
}

/**
 * What is kept for later runs is bookkeeping: where it cannot be written, the next run is slower, and no verdict
 * changes.
 */
async function kept({ recorder, settings }: StageRun, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const why = errorText(error);
    await recorder.warn(`Nothing could be kept in \`${settings.cachePath}\` for later runs: ${why}.`);
  }
}

type Versions = Awaited<ReturnType<Toolchain["versions"]>>;

/** A migration's file, as Ecto names them, in whatever folder. */
const ectoMigration = /(^|\/)\d+_[^/]+\.exs?$/;

async function openContext({ settings, world }: StageRun, versions: Versions): Promise<CheckContext> {
  const { job, shell, files, clock, cancellation } = world;
  return {
    ...{ job, shell, files, clock, cancellation },
    helpers: await openHelpers(files, job.temp, settings.cachePath, versions),
    project: settings.projectPath,
    limitMs: settings.checkLimitMs,
    path: (file) => fromRoot(job.workspace, settings.projectPath, file),
  };
}

/** The application's name: the settings', else mix's; an umbrella bears the name of its release. */
function nameOf({ settings }: StageRun, project: Project): string {
  return settings.app ?? project.app ?? project.release ?? "release";
}

/** The settings' level, else Phase 6's for this commit. */
function levelOf({ settings, world }: StageRun, id: CheckId): Level {
  return settings.checks[id] ?? defaultLevel(id, ships(world.job));
}

/** Both builds together: a warning in either fails. A build that is missing leaves the check unjudged. */
function compiled(found: Found, context: CheckContext, project: Project, warmth: Warmth, reused: Reused): Timed {
  const builds = [...found.builds].sort((a, b) => b.env.localeCompare(a.env));
  const compiledMs = Object.fromEntries(builds.map(({ env, durationMs }) => [env, durationMs]));
  const cache = [...saysWarmth(warmth, compiledMs, reused)];
  const kept = reused.judged.get("compile");
  if (kept !== undefined)
    return { ...kept, judgement: { ...kept.judgement, facts: { ...kept.judgement.facts, cache } } };
  const judgement = judgeCompile(builds, context.path, project.aliases);
  const whole = builds.length === 2 || judgement.verdict !== "pass";
  const says = `Only ${builds[0]?.env ?? "no build"} was compiled: ${judgement.says}`;
  return {
    judgement: whole
      ? { ...judgement, facts: { ...judgement.facts, cache } }
      : { verdict: "not-run", reason_code: "not_judged", says },
    durationMs: builds.reduce((total, one) => total + one.durationMs, 0),
  };
}

/** For fail-fast: a required check did not pass, or a build is not clean. */
function standsInTheWay(run: StageRun, { judged, builds }: Found): boolean {
  const must = (id: CheckId) => levelOf(run, id) === "must";
  return (
    [...judged].some(
      ([id, { judgement }]) => must(id) && judgement.verdict !== "pass" && judgement.reason_code !== "not_applicable",
    ) ||
    (must("compile") && builds.length > 0 && judgeCompile(builds, (file) => file).verdict !== "pass")
  );
}

/** One result for each check of the list, in its order, each with the findings of this change first. */
async function recordAll(
  run: StageRun,
  found: {
    readonly judged: ReadonlyMap<CheckId, Timed>;
    readonly release: Release | null;
    readonly change: Change | null;
  },
  of: { readonly project: Project | null; readonly version: string | null },
): Promise<readonly Result[]> {
  const { recorder } = run;
  const { judged, release, change } = found;
  if (release !== null) {
    await recorder.set({ release });
    recorder.output("release-digest", release.digest);
    recorder.output("release-file", `${handover.release}/${release.file}`);
  }
  const notRun = notBegun(run);
  const { coverageMinimum, sobelowConfidence, projectPath, app } = run.settings;
  const rules = {
    coverageMinimum,
    sobelowConfidence,
    app,
    folder: relative(run.world.job.workspace, projectPath),
    ...of,
  };
  const results: Result[] = [];
  for (const id of checkIds) {
    const level = levelOf(run, id);
    const timed = level === "off" ? off : (judged.get(id) ?? { judgement: notRun, durationMs: 0 });
    const { durationMs } = timed;
    const judgement = id === "coverage" ? begun(run, timed.judgement, judged) : timed.judgement;
    // What does not apply to this project stands in nobody's way, and is no pass either.
    const required = level === "must" && judgement.reason_code !== "not_applicable";
    const reproduce = reproduceOf(id, rules, judgement);
    const heading = { kind: "check", id, title: titleOf(id), reproduce, required } as const;
    const findings = sorted((judgement.findings ?? []).map((one) => (change === null ? one : placedIn(change, one))));
    const one = result(heading, { ...judgement, findings }, durationMs);
    results.push(one);
    await recorder.record(one);
  }
  const fact = (id: CheckId, name: string) => String(judged.get(id)?.judgement.facts?.[name] ?? "");
  recorder.output("tests", fact("test", "tests"));
  recorder.output("coverage", fact("coverage", "coverage"));
  return results;
}

/**
 * Coverage below a minimum that nobody chose, in a project that lacks what Phase 6 asks besides: a place to begin, not
 * a fault to find.
 */
function begun(run: StageRun, coverage: Judgement, judged: ReadonlyMap<CheckId, Timed>): Judgement {
  const percent = coverage.facts?.["coverage"];
  if (run.settings.coverageChosen || coverage.reason_code !== "coverage_below_minimum" || typeof percent !== "number")
    return coverage;
  const first = [...judged].some(([id, { judgement }]) => {
    const { verdict, reason_code, facts = {} } = judgement;
    return levelOf(run, id) !== "off" && isFirstContact({ kind: "check", id, verdict, reason_code, facts });
  });
  return first ? { ...coverage, facts: { ...coverage.facts, ...coverageToBeginWith(percent) } } : coverage;
}

/** Why a check did not begin. */
function notBegun({ world }: StageRun): Judgement {
  return world.cancellation.cancelled
    ? { verdict: "not-run", reason_code: "cancelled", says: "Cancelled before this check began." }
    : {
        verdict: "not-run",
        reason_code: "check_failed",
        says: "Not run: another check had failed, and `fail-fast` is on.",
      };
}

const off: Timed = {
  judgement: { verdict: "off", reason_code: "switched_off", says: "Switched off in the settings." },
  durationMs: 0,
};

/**
 * What the required checks say that did not pass. Where all of them lack what the project never had, that is one thing
 * to do, and said as one.
 */
function blocked(standing: readonly Result[], total: number): { readonly says: string; readonly remedy: string } {
  const others = standing.filter((one) => !isFirstContact(one));
  if (others.length === 0) {
    const names = standing.map((one) => one.id).join(", ");
    return {
      says: `This project does not have yet what ${standing.length === 1 ? "one required check needs" : `${standing.length} required checks need`}: ${names}.`,
      remedy: "Copy the lines from the top of the job summary: they add it, or switch the checks off.",
    };
  }
  const own = standing.filter((one) => one.verdict !== "not-run");
  const [only] = own;
  // All the others were not run for the reason that this one names.
  if (only !== undefined && own.length === 1 && standing.length > 1) {
    const says = `${only.says} ${standing.length - 1} more required checks could not run because of it.`;
    return { says, remedy: only.remedy };
  }
  const names = standing.map((one) => one.id).join(", ");
  return { says: `${standing.length} of ${total} checks did not pass: ${names}.`, remedy: others[0]?.remedy ?? "" };
}

/** The verdict over all results: passed, with what it rests on, or the names of the checks that block it. */
function conclude({ recorder, world }: StageRun, release: Release | null): Conclusion {
  const { results } = recorder.evidence;
  if (world.cancellation.cancelled) {
    const says = "Cancelled before every check had run.";
    return { status: "cancelled", decision: "stop", reason_code: "cancelled", says };
  }
  const standing = results.filter(blocks);
  if (standing.length > 0) {
    return { status: "failed", decision: "stop", reason_code: "checks_failed", ...blocked(standing, results.length) };
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
    ...(typeof tests === "number" ? [`${counted(tests, "test")}`] : []),
    ...(typeof coverage === "number" ? [`coverage ${coverage.toFixed(1)} %`] : []),
  ];
  const switchedOff = results.filter((one) => one.verdict === "off").length;
  const open = results.filter(leftOpen).map((one) => `${one.id} (${one.verdict})`);
  const rests = [
    ...(switchedOff > 0 ? [`; ${counted(switchedOff, "check")} switched off`] : []),
    ...(open.length > 0 ? [`; not required and not passed: ${open.join(", ")}`] : []),
  ].join("");
  return {
    status: "passed",
    decision: "continue",
    reason_code: "passed",
    says: `Validation passed: ${seen.join(", ")}${rests}.`,
  };
}
