// The registered checks, and what they are judged from where a test says nothing else.
import { reproduceOf } from "../../src/checks/by-hand.ts";
import type { CheckContext } from "../../src/checks/context.ts";
import type { AnalysisCheck, ByHand, Check, RunFacts, TestCheck } from "../../src/checks/define.ts";
import { type CheckId, loadChecks } from "../../src/checks/registry.ts";
import type { Project } from "../../src/domain/validation/project.ts";
import type { CheckSettings } from "../../src/settings/settings.ts";
import { runAnalyses } from "../../src/validation/analysis-vm.ts";
import { startTestBuild } from "../../src/validation/test-vm.ts";
import { settingsFrom } from "./settings.ts";

export type { CheckId } from "../../src/checks/registry.ts";

export const checks = await loadChecks();
export const checkIds = checks.map(({ id }) => id);

/** Those that a run makes where the settings say nothing. */
export const defaultChecks = checks.filter(({ level }) => level !== "off");

const defaults = await settingsFrom("version: 1\n");

/** The check of this id. */
export function checkOf(id: CheckId): Check {
  const found = checks.find((one) => one.id === id);
  if (found === undefined) throw new Error(`There is no check ${id}`);
  return found;
}

interface MoreFacts extends Partial<Pick<RunFacts, "sources" | "change">> {
  readonly cachePath?: string;
  readonly checks?: Readonly<Record<string, CheckSettings>>;
}

export function factsOf(context: CheckContext, more: MoreFacts = {}): RunFacts {
  const { sources = [], change = null, cachePath = "/cache", checks: own = {} } = more;
  return {
    ...{ context, sources, change, inputs: {}, released: { from: "mix" } },
    settings: { ...defaults, cachePath, checks: own },
  };
}

/** Starts the VM of the `test` build for these checks. */
export function startTests(context: CheckContext, ids: readonly CheckId[], more: MoreFacts = {}) {
  const wanted = checks.filter((one): one is TestCheck & { id: CheckId } => one.vm === "test" && ids.includes(one.id));
  return startTestBuild(wanted, factsOf(context, more));
}

/** Runs these analyses in the VM of one build. */
export function analyse(
  { context, project }: { readonly context: CheckContext; readonly project: Project },
  ids: readonly CheckId[],
  { env = "test", ...more }: MoreFacts & { readonly env?: "test" | "dev" } = {},
) {
  const wanted = checks.filter(
    (one): one is AnalysisCheck & { id: CheckId } => one.vm === "analysis" && ids.includes(one.id),
  );
  return runAnalyses(wanted, env, { ...factsOf(context, more), project });
}

/** The command that shows the same by hand. */
export function byHandOf(id: CheckId, facts: Partial<ByHand> = {}): string {
  return reproduceOf(
    checkOf(id),
    { ...{ folder: "", project: null, app: null, version: null, judgement: null }, ...facts },
    {},
  );
}
