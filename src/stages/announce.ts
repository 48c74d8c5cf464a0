import { join } from "node:path";
import { type Announced, eventOfRollback, servesAfter, titleOfReceiver, wants } from "../announce/announce.ts";
import { keysOf, type News } from "../announce/news.ts";
import type { Notifier } from "../announce/notifier.ts";
import { type AnnouncingPorts, announceTo, factsOf } from "../announce/send.ts";
import { type Evidence, evidenceSchema } from "../domain/evidence/evidence.ts";
import { handover } from "../domain/evidence/handover.ts";
import type { Judgement } from "../domain/evidence/result.ts";
import { releaseVersionOf } from "../domain/release/release.ts";
import { recordTimed, timed } from "./judged.ts";
import { type Conclusion, type StageRun, stopped } from "./stage.ts";

/** Largest evidence file that is read. */
const maxBytes = 8 << 20;

/** Evidence in which an earlier announcement may be recorded. */
type Accepted = Pick<Evidence, "results">;

/**
 * Announces to all whom the settings name for this event, at once. What evidence says was accepted before is not said
 * again. A failure is a warning and changes nothing, unless the start is `required`.
 */
export async function announce(
  run: StageRun,
  news: News,
  before: readonly Accepted[] = [],
): Promise<readonly Announced[]> {
  const doors: AnnouncingPorts = { ...run.world, folder: join(run.world.job.workspace, handover.folder) };
  const wanted = run.settings.notify.filter((to) => wants(to, news));
  const sent = await Promise.all(
    wanted.map(async (to) => ({
      to,
      ...(await timed(
        run,
        async () => earlier(idOf(run, to), { to, news, before }) ?? (await announceTo(to, news, doors)),
      )),
    })),
  );
  for (const { to, value: judgement, durationMs } of sent) {
    const title = `${titleOfReceiver(to)}: \`${news.event}\``;
    const required = to.required && news.event === "start";
    await recordTimed(run, { kind: "announcement", id: idOf(run, to), title, required }, { judgement, durationMs });
    if (judgement.verdict !== "pass") await run.recorder.warn(`${titleOfReceiver(to)}: ${judgement.says}`);
  }
  return sent.map(({ to, value: judgement }) => ({ to, judgement }));
}

/** `slack`, and `slack-2` for the second of the settings. */
function idOf({ settings }: StageRun, to: Notifier): string {
  const place = settings.notify.filter(({ type }) => type === to.type).indexOf(to);
  return place === 0 ? to.type : `${to.type}-${place + 1}`;
}

/** An announcement that may have been made before. */
interface Again {
  readonly to: Notifier;
  readonly news: News;
  readonly before: readonly Accepted[];
}

/** Null where no evidence says that this receiver accepted this very event. */
function earlier(receiver: string, { to, news, before }: Again): Judgement | null {
  const facts = factsOf(to, news, 0);
  const found = before
    .flatMap(({ results }) => results)
    .filter(({ kind, id, verdict }) => kind === "announcement" && id === receiver && verdict === "pass")
    .some((one) => one.facts["key"] === facts["key"] && one.facts["receiver"] === facts["receiver"]);
  if (!found) return null;
  const says = `${to.name} accepted the announcement of \`${news.event}\` before; it was not sent again.`;
  return { verdict: "pass", reason_code: "passed", says, facts };
}

/**
 * Announces that a change begins. A receiver that is `required` has to accept that first: else nothing is changed
 * (Phase 6: Team notified). `named` are those alone whose `environments` name this one: few want the news of a staging.
 */
export async function announceStart(
  run: StageRun,
  environment: string,
  to: "all" | "named" = "all",
): Promise<Conclusion | null> {
  // What was cancelled does not begin.
  if (run.world.cancellation.cancelled) return null;
  const { evidence } = run.recorder;
  const news = newsOf(run, evidence, {
    ...keysOf(doerOf(evidence, environment), "start"),
    status: "STARTED",
    says: evidence.from === null ? "" : `${releaseVersionOf(evidence.from)} serves until then.`,
    environment,
    serves: evidence.from === null ? null : releaseVersionOf(evidence.from),
  });
  const receivers = run.settings.notify.filter(
    ({ environments }) => to === "all" || environments?.includes(environment) === true,
  );
  const sent = await announce({ ...run, settings: { ...run.settings, notify: receivers } }, news);
  const refused = sent.find(({ to, judgement }) => to.required && judgement.verdict !== "pass");
  if (refused === undefined) return null;
  const { says, remedy = "" } = refused.judgement;
  return stopped(
    { reason_code: "not_announced", says: `The start could not be announced. ${says}`, remedy },
    "Nothing was changed.",
  );
}

/** Announces how a rollback ended that somebody asked for. */
export async function announceRollback(run: StageRun, environment: string, ended: Conclusion): Promise<void> {
  if (ended.status === "planned") return;
  const { evidence } = run.recorder;
  const { says, remedy = "" } = ended;
  const event = eventOfRollback({ ...evidence, ...ended });
  const statuses = { rollback: "ROLLED BACK", "rollback-refused": "NOTHING CHANGED", "rollback-failed": "FAILED" };
  const news = newsOf(run, evidence, {
    ...keysOf(doerOf(evidence, environment), event),
    ...{ status: statuses[event], says: event === "rollback" ? says : `${says} ${remedy}`.trim(), environment },
    serves: servesAfter(event, evidence),
  });
  await announce(run, news);
}

/** Evidence of this run's report from attempts before, where a workflow brings it: whom they notified. */
export async function earlierReports({ world }: StageRun): Promise<readonly Evidence[]> {
  const { files, job } = world;
  const folder = join(job.workspace, handover.earlier, "evidence");
  const found: Evidence[] = [];
  for (const name of (await files.list(folder)).filter((one) => one.endsWith(".json"))) {
    const parsed = evidenceSchema.safeParse(
      await files.read(join(folder, name), maxBytes).then(parsedJson, () => null),
    );
    if (parsed.success && parsed.data.run_id === job.runId && parsed.data.stage === "report") found.push(parsed.data);
  }
  return found;
}

function parsedJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return null;
  }
}

/** The stage that an event is of. */
export function doerOf(
  { run_id, run_attempt, stage }: Pick<Evidence, "run_id" | "run_attempt" | "stage">,
  environment: string,
) {
  return { runId: run_id, runAttempt: run_attempt, stage, environment };
}

/** What only the moment knows of its news. */
type Moment = Pick<News, "event" | "key" | "deployment" | "status" | "says" | "environment" | "serves">;

/** The news of a stage: from its evidence, its job and the moment. */
export function newsOf({ world }: StageRun, evidence: Evidence, moment: Moment): News {
  const { job, clock } = world;
  const { release, from, app, sha, url, started_at } = evidence;
  return {
    ...{ app, sha, url, startedAt: started_at, at: clock.now().toISOString() },
    version: release?.version ?? (from === null ? null : releaseVersionOf(from)),
    digest: release?.digest ?? null,
    ...{ repository: job.repository, run: job.runUrl, actor: job.actor },
    ...moment,
  };
}
