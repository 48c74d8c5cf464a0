import type { Candidate } from "../checks/candidate.ts";
import type { Build } from "../checks/compile.ts";
import type { AnalysisCheck, CandidateCheck, Check, MigrationCheck, RunFacts, TestCheck } from "../checks/define.ts";
import type { MigrationBase } from "../checks/migration-base.ts";
import type { TestRunArtefact } from "../checks/test.ts";
import type { Judgement, Timed } from "../domain/evidence/result.ts";
import type { Release } from "../domain/release/release.ts";
import type { Project } from "../domain/validation/project.ts";
import type { Repository } from "../ports/repository.ts";
import { isLight, runAnalyses } from "./analysis-vm.ts";
import { judgeCandidate } from "./candidate.ts";
import type { Node } from "./graph.ts";
import { runMigrationChecks } from "./migrations-vm.ts";
import { askMix } from "./project.ts";
import { type ReleaseWish, runProdBuild } from "./release-vm.ts";
import { startTestBuild } from "./test-vm.ts";

/** What the checks found out so far. */
export interface Found {
  /** By id. */
  readonly judged: Map<string, Timed>;
  readonly builds: (Build & { readonly durationMs: number })[];
  runs: readonly TestRunArtefact[];
  release: Release | null;
}

/** What the graph is made from. */
export interface GraphOf {
  /** Every check there is. */
  readonly all: readonly Check[];
  readonly on: (id: string) => boolean;
  readonly facts: RunFacts;
  readonly release: Omit<ReleaseWish, "project">;
  readonly repository: Repository;
  /** What is about to ship, as soon as mix has described the project. */
  readonly candidate: (project: Project) => Omit<Candidate, "versions">;
  /** What migrations are new against. */
  readonly base: () => Promise<MigrationBase>;
  /** The repository holds files that are named like Ecto's migrations. */
  readonly hasMigrations: boolean;
  /** What mix knew of the project in an earlier run; null where it has to be asked. */
  readonly known: Project | null;
}

/** The nodes, and what mix knows of the project as soon as a VM has said it. */
export interface CheckGraph {
  readonly nodes: Node<void>[];
  readonly project: Promise<Project | Judgement>;
  /** Says why nobody describes the project: where the graph was stopped before. */
  readonly giveUp: (why: Judgement) => void;
}

/** What a node needs to know beside its own checks. */
interface Shared extends GraphOf {
  readonly found: Found;
  readonly project: Promise<Project | Judgement>;
  readonly settle: (project: Project | Judgement) => void;
  /** The `test` build is compiled in this run: who only reads it waits for that. */
  readonly compiles: boolean;
}

/**
 * The graph: one VM for all that the `test` build serves, one for the production release beside it, and the rest in the
 * gaps. A build path belongs to one mix at a time, since Elixir before 1.18 does not lock it: who only reads the `test`
 * build waits until it is compiled.
 */
export function checkGraph(wanted: GraphOf, found: Found): CheckGraph {
  const { all, on, known } = wanted;
  const { promise: project, resolve: settle } = Promise.withResolvers<Project | Judgement>();
  if (known !== null) settle(known);
  // Without its tests a project has no coverage. Results of an earlier run stand for both or for neither.
  const untested = on("coverage") && !on("test");
  if (untested) found.judged.set("coverage", { judgement: withoutTests, durationMs: 0 });
  const open = all.filter(({ id }) => on(id) && !(untested && id === "coverage"));
  const tests = open.filter((one) => one.vm === "test");
  const migrations = open.filter((one) => one.vm === "migrations");
  const analyses = open.filter((one) => one.vm === "analysis");
  const candidates = open.filter((one) => one.vm === "none");
  const compiles = on("compile") || tests.length > 0 || migrations.length > 0;
  const shared: Shared = { ...wanted, found, project, settle, compiles };
  const nodes = [
    ...(!compiles && known === null ? [projectNode(shared)] : []),
    ...(compiles ? [testNode(shared, tests)] : []),
    ...(migrations.length > 0 ? [migrationsNode(shared, migrations)] : []),
    ...(on("compile") || on("release") ? [prodNode(shared)] : []),
    ...(analyses.length > 0 ? (["test", "dev"] as const).map((env) => analysisNode(shared, analyses, env)) : []),
    candidateNode(shared, candidates),
  ];
  return { nodes, project, giveUp: settle };
}

function projectNode({ facts, settle }: Shared): Node<void> {
  return { id: "project", needs: [], cost: 50, light: true, run: async () => settle(await askMix(facts.context)) };
}

function testNode({ facts, found, settle }: Shared, checks: readonly TestCheck[]): Node<void> {
  return {
    id: "test-build",
    needs: [],
    // The first to start, also on a single core: everybody asks what it says of the project.
    cost: 40,
    signals: ["compiled"],
    async run(signal) {
      const started = await startTestBuild(checks, facts);
      settle(await started.project);
      await started.compiled;
      signal("compiled");
      const { build, judged, runs } = await started.ended;
      found.builds.push(build);
      found.runs = runs;
      keep(found, judged);
    },
  };
}

function migrationsNode(
  { facts, found, project, hasMigrations, base }: Shared,
  checks: readonly MigrationCheck[],
): Node<void> {
  return {
    id: "migrations",
    needs: ["compiled"],
    cost: 10,
    async run() {
      const known = await project;
      if ("verdict" in known) return;
      // No VM is started to find out what the list of files shows.
      const idle = !hasMigrations && !("ecto_sql" in known.deps);
      if (idle) for (const { id } of checks) found.judged.set(id, { judgement: noMigrations, durationMs: 0 });
      else keep(found, await runMigrationChecks(checks, { ...facts, base: await base() }));
    },
  };
}

function prodNode({ facts, found, project, on, release: wish }: Shared): Node<void> {
  return {
    id: "prod-build",
    needs: [],
    cost: 30,
    async run() {
      const { build, judged, release } = await runProdBuild(facts.context, on("release") ? { project, ...wish } : null);
      found.builds.push(build);
      found.release = release;
      if (judged !== null) found.judged.set("release", judged);
    },
  };
}

function analysisNode(
  { facts, found, project, compiles }: Shared,
  checks: readonly AnalysisCheck[],
  env: "test" | "dev",
): Node<void> {
  return {
    id: `analysis-${env}`,
    needs: compiles ? ["compiled"] : [],
    cost: 20,
    light: isLight(checks),
    async run() {
      const known = await project;
      if ("verdict" in known) return;
      keep(found, await runAnalyses(checks, env, { ...facts, project: known }));
    },
  };
}

function candidateNode(
  { all, found, project, candidate, repository }: Shared,
  wanted: readonly CandidateCheck[],
): Node<void> {
  return {
    id: "candidate",
    needs: [],
    cost: 1,
    light: true,
    async run() {
      const known = await project;
      if ("verdict" in known) return;
      const checks = { all: all.filter((one) => one.vm === "none"), wanted };
      keep(found, await judgeCandidate(checks, candidate(known), repository));
    },
  };
}

function keep(found: Found, judged: ReadonlyMap<string, Timed>): void {
  for (const [id, timed] of judged) found.judged.set(id, timed);
}

const withoutTests: Judgement = {
  verdict: "error",
  reason_code: "not_judged",
  says: "Coverage is measured while the tests run, and the settings switch `test` off.",
  remedy: "Set `checks: {coverage: off}` too, or let the tests run.",
  reproduce: "",
};

const noMigrations: Judgement = {
  verdict: "not-run",
  reason_code: "not_applicable",
  says:
    "There is nothing to migrate: Ecto's SQL adapters are not among the dependencies, " +
    "and no file is named like a migration.",
};
