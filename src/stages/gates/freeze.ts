import type { FreezeFacts } from "../../gates/freeze.ts";
import type { GitHubAnswer } from "../../ports/github.ts";
import type { Environment } from "../../settings/settings.ts";
import type { StageRun } from "../stage.ts";

/**
 * Whether the environment is frozen now. Who overrides is asked of GitHub, and only where a freeze holds: the one who
 * started this attempt of the run. The calendar is loaded where the settings have one. Null where they have none.
 */
export async function freezeFacts(
  run: StageRun,
  { name, gates: { freeze } }: Environment,
  reason: string,
): Promise<FreezeFacts | null> {
  if (freeze === null) return null;
  const { openWindow } = await import("../../domain/gate/freeze-calendar.ts");
  const open = openWindow(freeze, run.world.clock.now().getTime());
  const facts = { environment: name, zone: freeze.zone, open, may: freeze.override };
  if (reason.trim() === "") return { ...facts, override: null };
  if (open === null) return { ...facts, override: { reason, by: null, allowed: null } };
  const started = await run.world.github.run();
  const by = started.ok ? { ok: true as const, value: started.value.triggeringActor } : started;
  const allowed = by.ok ? await mayOverride(run, freeze.override, by.value) : null;
  return { ...facts, override: { reason: reason.trim(), by, allowed } };
}

/** A login that is named is enough; else one of the teams, all of which must be readable where none has the person. */
async function mayOverride(run: StageRun, may: readonly string[], login: string): Promise<GitHubAnswer<boolean>> {
  if (may.some((one) => one.toLowerCase() === login.toLowerCase())) return { ok: true, value: true };
  const teams = may.filter((one) => one.includes("/"));
  const answers = await Promise.all(teams.map((team) => run.world.github.memberOfTeam(team, login)));
  if (answers.some((one) => one.ok && one.value)) return { ok: true, value: true };
  return answers.find((one) => !one.ok) ?? { ok: true, value: false };
}
