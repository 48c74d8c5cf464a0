import { join } from "node:path";
import {
  compileSchema,
  coverageSchema,
  formatSchema,
  type Project,
  projectSchema,
  releaseArtefactSchema,
  type SuiteArtefact,
  suiteSchema,
  testSchema,
} from "../checks/artefacts.ts";
import { catalogue } from "../checks/catalogue.ts";
import { judgeCompile } from "../checks/compile.ts";
import { judgeCoverage } from "../checks/coverage.ts";
import { judgeFormat } from "../checks/format.ts";
import { runGraph } from "../checks/graph.ts";
import { artefact, fromRoot, type Lane, unfinished } from "../checks/lane.ts";
import { packRelease } from "../checks/release.ts";
import { judgeTests } from "../checks/test.ts";
import { judgeTool, toolChecks } from "../checks/tools.ts";
import { startVm, writeHelpers } from "../checks/vm.ts";
import { type CheckId, checkIds } from "../domain/check.ts";
import { blocks, type Judgement, result } from "../domain/result.ts";
import { type Conclusion, type Stage, type StageRun, workspaceFolder } from "./stage.ts";

/** A judgement with the time that its check took. */
type Timed = { readonly judgement: Judgement; readonly durationMs: number };

/** Proves a commit fit to ship and builds the release once (Phase 6: Pre-Deployment Validation). Every check of the list is recorded, whatever became of it. */
export const validate: Stage<unknown> = async (run) => {
  const { settings, world } = run;
  const head = await world.repository.head();
  const changes = await world.repository.changes();
  if (changes.length > 0)
    await run.recorder.warn(`The checkout has ${changes.length} uncommitted changes: what is validated is not what is committed.`);

  const helpers = await writeHelpers(world.files, world.job.temp);
  const lane = (told: Parameters<typeof startVm>[1]) =>
    startVm(
      { helpers, project: settings.projectPath, limitMs: settings.checkLimitMs, job: world.job, shell: world.shell, files: world.files },
      told,
    );
  const asked = await lane({ name: "mix", task: "pd.project", args: [], env: "test" });
  const told = await artefact(asked, "project.json", projectSchema, world.files);
  if ("missing" in told) return endEarly(run, told.missing);
  const project = told.value;
  if (project.app !== null) await run.recorder.set({ app: project.app });
  run.recorder.output("app", project.app ?? "");
  run.recorder.output("version", project.version ?? "");

  const on = (id: CheckId) => settings.checks[id] !== "off";
  const judged = new Map<CheckId, Timed>();
  const keep = (id: CheckId, judgement: Judgement, durationMs: number) => judged.set(id, { judgement, durationMs });
  const path = (file: string) => fromRoot(world.job.workspace, settings.projectPath, file);
  const failed = () =>
    settings.failFast && [...judged].some(([id, { judgement }]) => judgement.verdict !== "pass" && settings.checks[id] === "must");
  const name = project.releases[0] ?? project.app ?? "app";

  // Two VMs on two build paths: everything that one `test` build serves, and the production release beside it.
  const lanes = await runGraph<Lane>(
    [
      {
        id: "test",
        needs: [],
        cost: 2,
        exclusive: "test",
        run: () =>
          lane({
            name: "mix test",
            task: "pd.suite",
            args: ["format", "test", "coverage"].filter((id) => on(id as CheckId)),
            env: "test",
          }),
      },
      {
        id: "prod",
        needs: [],
        cost: 3,
        exclusive: "prod",
        run: () => lane({ name: "mix release", task: "pd.release", args: [name], env: "prod" }),
      },
    ],
    2,
    () => world.cancellation.cancelled || failed(),
  );
  const [test, prod] = [lanes.get("test"), lanes.get("prod")];
  if (test === undefined || prod === undefined)
    return { status: "cancelled", decision: "stop", reason_code: "cancelled", says: "Cancelled before every check had run." };

  const compiled = {
    test: await artefact(test, "compile-test.json", compileSchema, world.files),
    prod: await artefact(prod, "compile-prod.json", compileSchema, world.files),
  };
  keep(
    "compile",
    judgeCompile(
      [
        { env: "test", ...compiled.test },
        { env: "prod", ...compiled.prod },
      ],
      path,
    ),
    test.ran.durationMs,
  );
  const format = await artefact(test, "format.json", formatSchema, world.files);
  keep("format", "missing" in format ? format.missing : judgeFormat(format.value, path), test.ran.durationMs);
  await judgeSuite(run, test, keep, path);
  for (const id of Object.keys(toolChecks) as (keyof typeof toolChecks)[]) keep(id, judgeTool(id, project), asked.ran.durationMs);
  const digest = await judgeRelease(run, { prod, project, name, head, keep });

  for (const id of checkIds) {
    const level = settings.checks[id];
    const seen = judged.get(id) ?? { judgement: unfinished(test), durationMs: 0 };
    const off: Judgement = { verdict: "off", reason_code: "switched_off", says: "Switched off in the settings." };
    await run.recorder.record(
      result(
        { kind: "check", id, ...catalogue[id], required: level === "must" },
        on(id) ? seen.judgement : off,
        on(id) ? seen.durationMs : 0,
      ),
    );
  }
  return conclude(run, digest);
};

/** Tests and coverage, from the one run of both. */
async function judgeSuite(
  run: StageRun,
  test: Lane,
  keep: (id: CheckId, judgement: Judgement, ms: number) => void,
  path: (file: string) => string,
): Promise<void> {
  const { files } = run.world;
  const ended = await artefact(test, "test.json", testSchema, files);
  const suites: SuiteArtefact[] = [];
  for (const name of await files.list(test.out)) {
    if (!/^suite-.*\.json$/.test(name)) continue;
    const suite = await artefact(test, name, suiteSchema, files);
    if ("missing" in suite) return keep("test", suite.missing, test.ran.durationMs);
    suites.push(suite.value);
  }
  const tests = "missing" in ended ? ended.missing : judgeTests(ended.value, suites, path);
  keep("test", tests, test.ran.durationMs);
  run.recorder.output("tests", String(tests.facts?.["tests"] ?? ""));
  const covered = await artefact(test, "coverage.json", coverageSchema, files);
  const coverage: Judgement =
    "missing" in covered
      ? { verdict: "error", reason_code: "not_judged", says: `There is no coverage: ${tests.says}`, remedy: tests.remedy ?? "" }
      : judgeCoverage(covered.value, run.settings.coverageMinimum, path);
  keep("coverage", coverage, test.ran.durationMs);
  run.recorder.output("coverage", String(coverage.facts?.["coverage"] ?? ""));
}

/** The release: assembled by the production lane, booted, packed and named by its digest. */
async function judgeRelease(
  run: StageRun,
  told: {
    prod: Lane;
    project: Project;
    name: string;
    head: { sha: string; tree: string };
    keep: (id: CheckId, judgement: Judgement, ms: number) => void;
  },
): Promise<string | null> {
  const { world } = run;
  if (run.settings.checks.release === "off") return null;
  const assembled = await artefact(told.prod, "release.json", releaseArtefactSchema, world.files);
  if ("missing" in assembled) {
    told.keep("release", assembled.missing, told.prod.ran.durationMs);
    return null;
  }
  const started = world.clock.ticks();
  const folder = join(world.job.workspace, workspaceFolder, "release");
  const { judgement, release } = await packRelease(
    { artefact: assembled.value, project: told.project, name: told.name, head: told.head, folder, job: world.job },
    world.shell,
    world.files,
    world.secret,
  );
  told.keep("release", judgement, told.prod.ran.durationMs + world.clock.ticks() - started);
  if (release === null) return null;
  await run.recorder.set({ release });
  run.recorder.output("release-digest", release.digest);
  run.recorder.output("release-file", `${workspaceFolder}/release/${release.file}`);
  return release.digest;
}

/** mix itself could not tell what the project is: no check can be judged, and each says so. */
async function endEarly(run: StageRun, why: Judgement): Promise<Conclusion> {
  for (const id of checkIds) {
    const level = run.settings.checks[id];
    const judgement: Judgement =
      level === "off" ? { verdict: "off", reason_code: "switched_off", says: "Switched off in the settings." } : why;
    await run.recorder.record(result({ kind: "check", id, ...catalogue[id], required: level === "must" }, judgement, 0));
  }
  return { status: "failed", decision: "stop", reason_code: why.reason_code, says: why.says, remedy: why.remedy ?? "" };
}

function conclude(run: StageRun, digest: string | null): Conclusion {
  const { results } = run.recorder.evidence;
  const standing = results.filter(blocks);
  if (run.world.cancellation.cancelled)
    return { status: "cancelled", decision: "stop", reason_code: "cancelled", says: "Cancelled before every check had run." };
  if (standing.length > 0) {
    const names = standing.map((one) => `${one.id} (${one.verdict})`).join(", ");
    return {
      status: "failed",
      decision: "stop",
      reason_code: "checks_failed",
      says: `${standing.length} of ${results.length} checks stand in the way: ${names}.`,
      remedy: standing[0]?.remedy ?? "",
    };
  }
  if (digest === null)
    return {
      status: "failed",
      decision: "stop",
      reason_code: "release_missing",
      says: "No release was built, so there is nothing to ship.",
      remedy: "Switch the check `release` on.",
    };
  const off = results.filter((one) => one.verdict === "off").length;
  const tests = results.find((one) => one.id === "test")?.facts["tests"];
  const coverage = results.find((one) => one.id === "coverage")?.facts["coverage"];
  const seen = [
    ...(typeof tests === "number" ? [`${tests} tests`] : []),
    ...(typeof coverage === "number" ? [`coverage ${coverage.toFixed(1)} %`] : []),
  ].join(", ");
  return {
    status: "passed",
    decision: "continue",
    reason_code: "passed",
    says: `Validation passed: ${seen}${off > 0 ? `; ${off} checks switched off` : ""}.`,
  };
}
