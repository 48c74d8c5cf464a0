import type { Brief, BriefPlan, BriefRuns } from "../../domain/brief/brief.ts";
import { isFirst } from "../../domain/brief/runs.ts";
import type { Evidence } from "../../domain/evidence/evidence.ts";
import { batches, batchText, isRefusal, type Plan, type Refusal } from "../../domain/fleet/plan.ts";
import { type Release, releaseId } from "../../domain/release/release.ts";
import { errorText } from "../../domain/values/error-text.ts";
import { shortened } from "../../render/text/wording.ts";
import type { Environment } from "../../settings/settings.ts";
import { expectedDeployment } from "../../strategies/expected-deploy.ts";
import { wantedOf } from "../deploy.ts";
import { expectedRollback } from "../expected-rollback.ts";
import type { StageRun } from "../stage.ts";

/** Steps of a plan that a brief keeps, and characters of one. */
const maxSteps = 300;
const maxStep = 500;

/** What is planned: a release for an environment, over what that runs. */
interface Planned {
  readonly environment: Environment;
  readonly release: Release;
  readonly runs: BriefRuns;
  /** A dry run of the promotion in the same run; null where there is none. */
  readonly dryRun: Evidence | null;
}

/**
 * The plan of the deployment. A job before the gate has no access to the hosts: it is planned for hosts as the settings
 * name them, where the last deployment went well, unless a dry run planned it from the hosts themselves.
 */
export function planOf(run: StageRun, { environment, release, runs, dryRun }: Planned): Brief["plan"] {
  const id = releaseId(release);
  if (dryRun !== null && dryRun.plan.length > 0 && dryRun.release?.digest === release.digest)
    return {
      from: "dry-run",
      says: `Planned from the hosts of ${environment.name} by a dry run (${dryRun.started_at}).`,
      ...{ steps: cutSteps(dryRun.plan), warnings: cutSteps(dryRun.warnings) },
    };
  const { hosts, slots, router, routerHosts, groups } = environment;
  const apps = hosts.map(({ name }) => name);
  const layout = {
    ...{ hosts: apps, slots, routed: router.routes },
    routing: { weights: router.weights, shared: router.on !== null },
    ...(groups === undefined ? {} : { groups }),
  };
  const before = nameOf(runs);
  return attempted(() =>
    shown(
      expectedDeployment({
        layout,
        serving: isFirst(runs) ? null : { now: before, before: "the release before it" },
        routerHosts: routerHosts.map(({ name }) => name).filter((name) => !apps.includes(name)),
        wanted: wantedOf(run, { environment, watchMs: run.settings.criteria.watchMs }, id),
      }),
    ),
  );
}

/** The plans of the rollback: while the release before is kept warm, and later. */
export function rollbacksOf(run: StageRun, { environment, release, runs }: Omit<Planned, "dryRun">): Brief["rollback"] {
  // Before the first deployment there is no release to go back to.
  if (isFirst(runs)) return [];
  const releases = { now: releaseId(release), before: nameOf(runs) };
  const plans = attempted(() =>
    expectedRollback(run, environment, releases).map(({ when, made }) => ({ when, plan: shown(made) })),
  );
  return "missing" in plans ? [{ when: "At any time:", plan: plans }] : plans;
}

/** A planner that fails leaves a part without a plan, and the rest of the brief as it is. */
function attempted<T>(plan: () => T): T | { readonly missing: string } {
  try {
    return plan();
  } catch (error) {
    return { missing: `No plan could be made: ${errorText(error)}.` };
  }
}

/** A release id has a digest, which neither GitHub nor a tag knows: the version alone, or the commit. */
function nameOf({ version, commit }: BriefRuns): string {
  return version ?? (commit === null ? "the previous release" : `the release of ${commit.slice(0, 8)}`);
}

function shown(made: Plan | Refusal): Brief["plan"] {
  if (isRefusal(made)) return { missing: `${made.says} ${made.remedy}` };
  const plan: BriefPlan = {
    ...{ from: "assumed", says: made.says },
    ...{ steps: cutSteps(batches(made.steps).map(batchText)), warnings: cutSteps(made.warnings) },
  };
  return plan;
}

function cutSteps(all: readonly string[]): string[] {
  return all.slice(0, maxSteps).map((one) => shortened(one, maxStep));
}
