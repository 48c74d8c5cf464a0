import type { Plan, Refusal } from "../domain/fleet/plan.ts";
import { durationText } from "../render/text/wording.ts";
import type { Environment } from "../settings/settings.ts";
import { expectedRollbacks } from "../strategies/expected-rollback.ts";
import type { StageRun } from "./stage.ts";
import { wantedFor } from "./wanted.ts";

/** When a plan of a rollback holds, and the plan. */
interface ExpectedRollback {
  readonly when: string;
  readonly made: Plan | Refusal;
}

/**
 * The rollback of one environment, planned before its deployment: while the previous release is kept warm, and later,
 * when it has to be started again.
 */
export function expectedRollback(
  run: StageRun,
  environment: Environment,
  releases: { readonly now: string; readonly before: string },
): readonly ExpectedRollback[] {
  const { hosts, slots, router, strategy, groups } = environment;
  const inGroups = groups === undefined ? {} : { groups };
  const layout = { hosts: hosts.map((host) => host.name), slots, routed: router.routes, ...inGroups };
  const wanted = {
    ...wantedFor(run.settings, { environment, watchMs: 0 }, { release: "", owner: "" }),
    markBad: true,
  };
  const hold = durationText(strategy.holdSeconds * 1_000);
  const when = {
    always: "At any time:",
    warm: `Within ${hold} of the deployment, while ${releases.before} is kept warm:`,
    stopped: `Later, when ${releases.before} was stopped:`,
  };
  return expectedRollbacks({ layout, releases, wanted }).map((one) => ({ when: when[one.when], made: one.made }));
}
