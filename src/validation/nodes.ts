import type { Build } from "../checks/compile.ts";
import type { CheckContext } from "../checks/context.ts";
import type { MigrationBase } from "../checks/migration-base.ts";
import type { SuiteArtefact } from "../checks/test.ts";
import type { CheckId } from "../domain/check.ts";
import type { Project } from "../domain/project.ts";
import type { Release } from "../domain/release.ts";
import type { Judgement, Timed } from "../domain/result.ts";
import { isLight, runStatic, type StaticRules, staticChecks } from "./analysis-vm.ts";
import { databaseChecks, runDatabaseChecks } from "./database-vm.ts";
import type { Node } from "./graph.ts";
import { askMix } from "./project.ts";
import { type ReleaseWish, runProduction } from "./release-vm.ts";
import { type SuiteRules, startSuite, suiteChecks } from "./test-vm.ts";

/** What the checks found out so far. */
export interface Found {
  readonly judged: Map<CheckId, Timed>;
  readonly builds: (Build & { readonly durationMs: number })[];
  suites: readonly SuiteArtefact[];
  release: Release | null;
}

/** What the work is made from. */
export interface Wanted {
  readonly on: (id: CheckId) => boolean;
  readonly rules: SuiteRules & StaticRules;
  readonly release: Omit<ReleaseWish, "project">;
  /** What migrations are new against. */
  readonly base: () => Promise<MigrationBase>;
  /** The repository holds files that are named like Ecto's migrations. */
  readonly hasMigrations: boolean;
}

/**
 * The graph, and what mix knows of the project as soon as a VM has said it. `tell` says why nobody will: where the
 * graph was stopped before.
 */
export interface Work {
  readonly nodes: Node<void>[];
  readonly project: Promise<Project | Judgement>;
  readonly tell: (project: Project | Judgement) => void;
}

/**
 * The graph: one VM for all that the `test` build serves, one for the production release beside it, and the rest in the
 * gaps. A build path belongs to one mix at a time, since Elixir before 1.18 does not lock it: who only reads the `test`
 * build waits until it is compiled.
 */
export function workOf(context: CheckContext, wanted: Wanted, found: Found, kept: Project | null): Work {
  const { on, rules } = wanted;
  const nodes: Node<void>[] = [];
  const { promise: project, resolve: tell } = Promise.withResolvers<Project | Judgement>();
  if (kept !== null) tell(kept);
  // Without its tests a project has no coverage. Results of an earlier run stand for both or for neither.
  const untested = on("coverage") && !on("test");
  if (untested) found.judged.set("coverage", { judgement: withoutTests, durationMs: 0 });
  const suite = suiteChecks.filter((id) => on(id) && !(untested && id === "coverage"));
  const database = databaseChecks.filter(on);
  const compiles = on("compile") || suite.length > 0 || database.length > 0;
  if (!compiles && kept === null)
    nodes.push({ id: "project", needs: [], cost: 50, light: true, run: async () => tell(await askMix(context)) });
  if (compiles) {
    nodes.push({
      id: "suite",
      needs: [],
      // The first to start, also on a single core: everybody asks what it says of the project.
      cost: 40,
      signals: ["compiled"],
      async run(signal) {
        const started = await startSuite(context, suite, rules);
        tell(await started.project);
        await started.compiled;
        signal("compiled");
        const { build, judged, suites } = await started.ended;
        found.builds.push(build);
        found.suites = suites;
        for (const [id, timed] of judged) found.judged.set(id, timed);
      },
    });
  }
  if (database.length > 0) {
    nodes.push({
      id: "database",
      needs: ["compiled"],
      cost: 10,
      async run() {
        const known = await project;
        if ("verdict" in known) return;
        // No VM is started to find out what the list of files shows.
        const idle = !wanted.hasMigrations && !("ecto_sql" in known.deps);
        if (idle) for (const id of database) found.judged.set(id, { judgement: noMigrations, durationMs: 0 });
        else
          for (const [id, timed] of await runDatabaseChecks(context, database, await wanted.base()))
            found.judged.set(id, timed);
      },
    });
  }
  if (on("compile") || on("release")) {
    nodes.push({
      id: "production",
      needs: [],
      cost: 30,
      async run() {
        const { build, judged, release } = await runProduction(
          context,
          on("release") ? { project, ...wanted.release } : null,
        );
        found.builds.push(build);
        found.release = release;
        if (judged !== null) found.judged.set("release", judged);
      },
    });
  }
  const asked = staticChecks.filter(on);
  for (const env of asked.length === 0 ? [] : (["test", "dev"] as const)) {
    nodes.push({
      id: `static-${env}`,
      needs: compiles ? ["compiled"] : [],
      cost: 20,
      light: isLight(asked),
      async run() {
        const known = await project;
        if ("verdict" in known) return;
        for (const [id, timed] of await runStatic(context, known, asked, env, rules)) found.judged.set(id, timed);
      },
    });
  }
  return { nodes, project, tell };
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
  says: "There is nothing to migrate: Ecto's SQL adapters are not among the dependencies, and no file is named like a migration.",
};
