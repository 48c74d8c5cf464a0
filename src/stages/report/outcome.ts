import { eventOf, judgeAnnouncements, servesAfter } from "../../announce/announce.ts";
import { keysOf } from "../../announce/news.ts";
import type { Proof } from "../../domain/report/exit-gate.ts";
import { announce, doerOf, earlierReports, newsOf } from "../announce.ts";
import type { StageRun } from "../stage.ts";
import type { Story } from "./story.ts";

/**
 * Notifies everybody whom the settings name of the outcome. An announcement that fails leaves its criterion not met and
 * changes nothing of the outcome.
 */
export async function announceOutcome(run: StageRun, story: Story): Promise<Proof> {
  const { environment, chain, stages, version, release, deployment, by } = story;
  if (stages.promote?.status === "planned" && stages.rollback === null) {
    return { met: false, restsOn: "A dry run is not announced.", remedy: "Promote without `dry-run`." };
  }
  // The event is of the stage that decided it: the report that runs again names it as before.
  const of = by ?? stages.smoke ?? stages.staging ?? stages.validate ?? run.recorder.evidence;
  const event = eventOf(deployment, by);
  const news = newsOf(run, by ?? run.recorder.evidence, {
    ...keysOf(doerOf(of, environment), event),
    // The start was promote's.
    deployment: keysOf(doerOf(stages.promote ?? of, environment), event).deployment,
    ...{ status: deployment.status, says: deployment.says, environment },
    serves: servesAfter(event, by),
  });
  const known = { ...news, app: run.recorder.evidence.app, version, digest: release?.digest ?? null };
  const before = [...chain.links.map(({ evidence }) => evidence), ...(await earlierReports(run))];
  return judgeAnnouncements(await announce(run, { ...known, sha: run.recorder.evidence.sha }, before), event);
}
