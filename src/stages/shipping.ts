import { join } from "node:path";
import { backupText, judgeBackup } from "../checks/backup.ts";
import { judgeChangelog, readChangelog } from "../checks/changelog.ts";
import type { CheckContext } from "../checks/context.ts";
import type { Released } from "../checks/released.ts";
import { judgeRollbackPlan } from "../checks/rollback-plan.ts";
import { judgeVersion, newestTag, type VersionFacts } from "../checks/version.ts";
import type { CheckId } from "../domain/check.ts";
import { errorText } from "../domain/error-text.ts";
import { handover } from "../domain/handover.ts";
import { isRefusal } from "../domain/plan.ts";
import { type Project, versionOf } from "../domain/project.ts";
import type { Judgement, Timed } from "../domain/result.ts";
import { parseVersion } from "../domain/version.ts";
import { renderRollbackPlan } from "../render/rollback-plan.ts";
import { duration } from "../render/wording.ts";
import type { Environment } from "../settings/settings.ts";
import { type ExpectedRollback, expectedRollbacks } from "../strategies/expected-rollback.ts";
import { baseVersion } from "../validation/base-version.ts";
import { wantedOf } from "./deploy.ts";
import type { StageRun } from "./stage.ts";

/** What of a release is no code: its version, its CHANGELOG, the rollback plan, the backup. */
const shippingChecks = ["version", "changelog", "rollback-plan", "backup"] as const satisfies readonly CheckId[];

/** The files that the report reads, from the repository's root. */
const notesFile = `${handover.report}/release-notes.md`;
const planFile = `${handover.report}/rollback-plan.md`;

/** Largest written rollback plan that is read. */
const maxPlanBytes = 1 << 20;

/**
 * What ships: the project as mix knows it, the name that it ships under, the commit, and the tag where the version
 * comes from one.
 */
interface Shipping {
  readonly project: Project;
  readonly name: string;
  readonly head: string;
  readonly released: Released;
}

/**
 * Judges what of a release is no code (Phase 6: Release Verification and Preparation). Writes the release notes and the
 * rollback plan where they are good.
 */
export async function judgeShipping(
  run: StageRun,
  context: CheckContext,
  shipping: Shipping,
  on: (id: CheckId) => boolean,
): Promise<ReadonlyMap<CheckId, Timed>> {
  const { clock, files, job } = run.world;
  // What an earlier attempt left must not be taken for this one's.
  for (const file of [notesFile, planFile]) await files.remove(join(job.workspace, file));
  const facts = await versionFacts(run, context, shipping, on("version"));
  const judges: Record<(typeof shippingChecks)[number], () => Promise<Judgement>> = {
    version: async () => ("verdict" in facts ? facts : judgeVersion(facts)),
    changelog: () => documented(run, context, facts),
    "rollback-plan": () => rollbackPlan(run, shipping, facts),
    backup: async () => judgeBackup(Object.values(run.settings.environments), clock.now()),
  };
  const judged = new Map<CheckId, Timed>();
  for (const id of shippingChecks.filter(on)) {
    const started = clock.ticks();
    const judgement = await judges[id]();
    judged.set(id, { judgement, durationMs: clock.ticks() - started });
  }
  return judged;
}

/**
 * What git and mix say of versions, or why they cannot. The base branch is asked only when the check is on: it takes a
 * VM.
 */
async function versionFacts(
  run: StageRun,
  context: CheckContext,
  shipping: Shipping,
  whole: boolean,
): Promise<VersionFacts | Judgement> {
  const { repository, job } = run.world;
  const { project, name, head, released } = shipping;
  const { tags, line } = run.settings.version;
  if (released.from === "tag" && released.tag === null) return noTag(await repository.isShallow());
  // The branch that the release goes to; a tag does not say.
  const branch = job.pullRequest?.baseRef ?? (job.ref.startsWith("refs/heads/") ? job.refName : null);
  try {
    return {
      version: versionOf(project, name),
      rules: { names: namesOf(shipping), patterns: tags },
      maintenance:
        line === "maintenance" || (branch !== null && job.defaultBranch !== null && branch !== job.defaultBranch),
      head,
      tags: await repository.tags(),
      shallow: await repository.isShallow(),
      base: whole && released.from === "mix" ? await baseVersion(context, repository, name, head) : null,
      file: context.path("mix.exs"),
    };
  } catch (error) {
    const says = `git could not say which versions there are: ${errorText(error)}`;
    return { verdict: "error", reason_code: "could_not_run", says, remedy: "See whether the checkout is whole." };
  }
}

/** The names that tags and a CHANGELOG know the application by. */
function namesOf({ project, name }: Shipping): readonly string[] {
  return [name, ...(project.app === null ? [] : [project.app])];
}

/** Where versions come from tags, a commit without one releases none. */
function noTag(shallow: boolean): Judgement {
  if (shallow) {
    const says = "The version comes from the tag that is released, and the checkout is shallow: tags may be missing.";
    return { verdict: "error", reason_code: "not_judged", says, remedy: "Give actions/checkout `fetch-depth: 0`." };
  }
  const says = "No version tag points at this commit, so no version is released from it.";
  return {
    verdict: "not-run",
    reason_code: "not_applicable",
    says,
    remedy: "Tag the commit, such as `git tag v1.4.0`, and run again for that tag.",
  };
}

/** The version that stands in file names and headings; null when it is none. */
function goodVersion(facts: VersionFacts | Judgement): string | null {
  return "verdict" in facts || facts.version === null || parseVersion(facts.version) === null ? null : facts.version;
}

async function documented(run: StageRun, context: CheckContext, facts: VersionFacts | Judgement): Promise<Judgement> {
  const { files, job, clock } = run.world;
  const version = goodVersion(facts);
  if (version === null && "verdict" in facts && facts.reason_code === "not_applicable") return facts;
  if (version === null) {
    const says = "Which version the CHANGELOG should have a section for is not known.";
    return { verdict: "error", reason_code: "not_judged", says, remedy: "Fix what `version` names." };
  }
  const names = "verdict" in facts ? [] : facts.rules.names;
  const changelog = await readChangelog(files, run.settings, job.workspace, context.path);
  const { judgement, notes } = judgeChangelog(changelog, { version, names }, clock.now());
  if (notes === null) return judgement;
  await files.write(join(job.workspace, notesFile), `${notes}\n`);
  run.recorder.output("release-notes-file", notesFile);
  return judgement;
}

/** The plan that people wrote, else one that the planner makes for the day after the deployment. */
async function rollbackPlan(
  run: StageRun,
  { name, head }: Shipping,
  facts: VersionFacts | Judgement,
): Promise<Judgement> {
  const { files, job } = run.world;
  const { rollbackPlanFile: written, environments, criteria } = run.settings;
  if (written !== null) {
    try {
      return judgeRollbackPlan({ written, text: await files.read(join(job.workspace, written), maxPlanBytes) });
    } catch (error) {
      return judgeRollbackPlan({ written, unreadable: errorText(error) });
    }
  }
  const version = goodVersion(facts) ?? "this release";
  const before = ("verdict" in facts ? null : newestTag(facts)?.text) ?? "the release before";
  const rehearsed = Object.values(environments).map((one) => ({
    one,
    plans: rehearse(run, one, { now: version, before }),
  }));
  const refused = rehearsed.flatMap(({ one, plans }) =>
    plans.flatMap(({ made }) => (isRefusal(made) ? [{ environment: one.name, refusal: made }] : [])),
  );
  if (rehearsed.length > 0 && refused.length === 0) {
    const document = renderRollbackPlan({
      app: name,
      version,
      sha: head,
      criteria,
      environments: rehearsed.map(({ one, plans }) => ({
        name: one.name,
        migrate: one.migrations.migrate,
        backup: one.backup === null ? null : backupText(one.backup),
        plans: plans.flatMap(({ when, made }) => (isRefusal(made) ? [] : [{ when, plan: made }])),
      })),
    });
    await files.write(join(job.workspace, planFile), document);
  }
  return judgeRollbackPlan({ generated: planFile, environments: Object.keys(environments), refused });
}

/**
 * The rollback of one environment: while the release before is kept warm, and later, when it has to be started again.
 */
function rehearse(
  run: StageRun,
  environment: Environment,
  releases: { readonly now: string; readonly before: string },
) {
  const { hosts, slots, router, strategy } = environment;
  const layout = { hosts: hosts.map((host) => host.name), slots, routed: router.routes };
  const wanted = { ...wantedOf(run, { environment, watchMs: 0 }, ""), markBad: true };
  const hold = duration(strategy.holdSeconds * 1_000);
  const when: Readonly<Record<ExpectedRollback["when"], string>> = {
    always: "At any time:",
    warm: `Within ${hold} of the deployment, while ${releases.before} is kept warm:`,
    stopped: `Later, when ${releases.before} was stopped:`,
  };
  return expectedRollbacks({ layout, releases, wanted }).map((one) => ({ when: when[one.when], made: one.made }));
}
