import { join, relative } from "node:path";
import { backupText } from "../../checks/backup.ts";
import { reproduceOf } from "../../checks/by-hand.ts";
import { optionsOf } from "../../checks/define.ts";
import { loadChecks, type Registered } from "../../checks/registry.ts";
import { checklists, tickedChecklists, tickOf } from "../../domain/checklist/checklist.ts";
import { type ChecklistFacts, checkItem } from "../../domain/checklist/item.ts";
import type { ReleaseChecklist, ReleaseItem } from "../../domain/checklist/release-checklist.ts";
import { handover } from "../../domain/evidence/handover.ts";
import { renderReleaseChecklist } from "../../render/documents/release-checklist.ts";
import { durationText } from "../../render/text/wording.ts";
import type { Environment, SmokeTest } from "../../settings/settings.ts";
import { isListed, levelOf } from "../../validation/levels.ts";
import type { StageRun } from "../stage.ts";
import { proceduresFile } from "./procedures.ts";

/** The checklist of a version, from the repository's root. */
export const checklistFile = `${handover.report}/release-checklist.md`;

/** What a checklist is written for. */
interface Listed {
  readonly app: string | null;
  readonly version: string;
  readonly sha: string | null;
  readonly facts: ChecklistFacts;
  readonly restsOn: string;
  /** Null where the settings do not have them. */
  readonly from: Environment | null;
  readonly environment: Environment | null;
}

/** Writes Phase 6's checklists for this version, and gives their text. */
export async function writeChecklist(run: StageRun, listed: Listed): Promise<string> {
  const { files, job, clock } = run.world;
  const { app, version, sha, restsOn } = listed;
  const lists = await listsOf(run, listed);
  const text = renderReleaseChecklist({ app, version, sha, date: clock.now(), lists, restsOn });
  await files.write(join(job.workspace, checklistFile), text);
  return text;
}

async function listsOf(run: StageRun, listed: Listed): Promise<ReleaseChecklist["lists"]> {
  const checks = (await loadChecks()).filter((one) => isListed(one, run.settings));
  const ways = { ...checkWays(run, listed, checks), ...environmentWays(run, listed) };
  const known = new Set(checklists.flatMap(({ items }) => items.map(({ id }) => checkOf(id))));
  const besides = checks
    .filter(({ id }) => !known.has(id) && id !== "backup")
    .map(({ id, title }): ReleaseItem => {
      // A command passes; what is no command says itself what holds.
      const item = checkItem(id, /^(mix|MIX_ENV)\b/.test(title) ? `${title} passes` : title);
      return { id, text: item.text, ...tickOf(item, listed.facts), how: ways[id] ?? [] };
    });
  return tickedChecklists(listed.facts).flatMap(({ id, title, items }) => {
    const own = { title, items: items.map((item) => ({ ...item, how: ways[item.id] ?? [] })) };
    return id === "pre-deployment" ? [own, { title: "Checks of this project besides", items: besides }] : [own];
  });
}

/** The check that ticks an item, where the item has a name of its own. */
function checkOf(item: string): string {
  const named: Readonly<Record<string, string>> = {
    "migrations-tested": "migrations",
    "rollback-tested": "migrations",
    "changelog-updated": "changelog",
    "version-bumped": "version",
  };
  return named[item] ?? item;
}

/** The command of each check, as the evidence has it or as it is known without mix, and what the settings change. */
function checkWays(
  { settings, world }: StageRun,
  { app, version, facts }: Listed,
  checks: readonly Registered[],
): Readonly<Record<string, readonly string[]>> {
  const folder = relative(world.job.workspace, settings.projectPath);
  const wayOf = (check: Registered) => {
    if (levelOf(check, settings, world.job) === "off") return ["Switched off in the settings."];
    const options = optionsOf(check, { settings, inputs: {} });
    const shown = facts.validate?.results.find(({ kind, id }) => kind === "check" && id === check.id)?.reproduce ?? "";
    const byHand = { folder, project: null, app, version, judgement: null };
    const command = shown === "" ? reproduceOf(check, byHand, options) : shown;
    const minimum = "minimum" in options ? [`The settings ask for ${options["minimum"]} %.`] : [];
    return [...(command === "" ? [] : [`\`${command.replaceAll("`", "'")}\``]), ...minimum];
  };
  const ways = Object.fromEntries(checks.map((check) => [check.id, wayOf(check)]));
  const items = checklists.flatMap(({ items: all }) => all.map(({ id }) => id));
  return { ...ways, ...Object.fromEntries(items.map((id) => [id, ways[checkOf(id)] ?? []])) };
}

/** Where each step of a deployment is done, and how a person sees the same. */
function environmentWays(
  { settings }: StageRun,
  { from, environment }: Listed,
): Readonly<Record<string, readonly string[]>> {
  const { criteria, smoke, notify } = settings;
  const { latencyIncrease } = criteria;
  const limit = criteria.latencyMaxMs === null ? "" : `, and at most ${durationText(criteria.latencyMaxMs)}`;
  const errors =
    `At most ${Math.round(criteria.errorRate * 1e6) / 1e4} % of requests fail, ` +
    `for ${durationText(criteria.watchMs)}.`;
  const people = notify.filter(({ reaches }) => reaches === "people").map(({ name }) => name);
  return {
    ...placeWays("staging", from, smoke),
    ...placeWays("production", environment, smoke),
    "rollback-plan": [`\`${proceduresFile}\``],
    "backup-verified": environment?.backup ? [`${environment.name}: ${backupText(environment.backup)}.`] : [],
    "production-errors": [errors],
    "post-errors": [errors],
    performance: latencyIncrease === null ? [] : [`Worse by at most ${Math.round(latencyIncrease * 100)} %${limit}.`],
    dashboards: (environment?.dashboards ?? []).map(({ name, url }) => `${name}: \`${url}\``),
    "stakeholders-notified": people.length === 0 ? [] : [`By ${people.join(", ")}.`],
  };
}

function placeWays(
  place: "staging" | "production",
  environment: Environment | null,
  smoke: readonly SmokeTest[],
): Readonly<Record<string, readonly string[]>> {
  if (environment === null) return {};
  const { name, url, hosts, migrations, health } = environment;
  const where = `${name}: \`${url}\`, on ${hosts.map((host) => host.name).join(", ")}.`;
  const asked = smoke.map((one) => `${one.name}: \`${one.method} ${url}${one.path}\` answers ${one.status}.`);
  return {
    [`${place}-deployed`]: [where],
    [`${place}-migrated`]: migrations.migrate === null ? [] : [`\`${migrations.migrate}\``],
    [`${place}-health`]: [`\`curl -f ${url}${health.path}\``],
    [`${place}-smoke`]: asked,
  };
}
