import { type Fleet, recordedPlaces } from "../domain/fleet/fleet.ts";
import type { Environment } from "../settings/settings.ts";
import { judgeLogs } from "../signals/once/logs.ts";
import type { Target } from "../targets/target.ts";
import { judged } from "./judged.ts";
import { type Conclusion, type StageRun, stopped } from "./stage.ts";

interface Deployed {
  readonly kind: "deploy" | "rollback";
  readonly environment: Environment;
  readonly target: Target;
}

/**
 * Reads what the deployed release logged on every host since its start, where it was seen to serve. Required on
 * staging: errors there stop the pipeline before production. Null where the stage may pass.
 */
export async function logsRead(
  run: StageRun,
  { kind, environment, target }: Deployed,
  fleet: Fleet | null,
): Promise<Conclusion | null> {
  if (fleet === null || kind !== "deploy" || environment.logs === null || run.world.cancellation.cancelled) return null;
  const required = run.recorder.evidence.stage === "deploy-staging";
  const heading = { kind: "signal", id: "logs", title: "No errors in logs", required } as const;
  const judgement = await judged(run, heading, async () => {
    const places = recordedPlaces(fleet.hosts);
    return judgeLogs(
      await Promise.all(
        places.map(async ({ host, slot }) => ({ host, slot, seen: await target.logErrors(host, slot) })),
      ),
    );
  });
  if (judgement.verdict === "pass") return null;
  if (required) return stopped(judgement, `It was recorded on ${environment.name} and goes on serving there.`);
  await run.recorder.warn(judgement.says);
  return null;
}
