import type { Judgement } from "../../domain/evidence/result.ts";
import type { Environment } from "../../settings/settings.ts";
import { judgeSmoke } from "../../signals/once/smoke.ts";
import { prober } from "../../signals/prober.ts";
import { publicHttp } from "../public-http.ts";
import type { StageRun } from "../stage.ts";
import { watch } from "./watch.ts";

/** A look at the release that serves: before the migrations, or on the new schema. */
interface Look {
  readonly when: "before" | "after";
  readonly release: string;
  readonly settleMs: number;
  /** True once nothing more may come of it. */
  readonly stopped: () => boolean;
}

/**
 * The running release on the new schema: what answered before the migrations must answer after them, while the old code
 * still serves. The smoke tests are those of the new release, so that one of them may fail on the old one from the
 * beginning: only a difference counts.
 */
export async function judgeSettled(run: StageRun, environment: Environment, look: Look): Promise<Judgement> {
  if (look.when === "after" && unchanged(run))
    return passed(`The schema has not changed, so ${look.release} was not looked at again.`, { looked: false });
  const failing = await failingTests(run, environment);
  const names = [...failing.keys()];
  if (look.when === "before") return baseline(run, look, names);
  const known = knownFailures(run);
  if (known === null) return cannotCompare;
  const broken = names.find((name) => !known.includes(name));
  if (broken !== undefined) return broke(look, failing.get(broken) ?? broken, { failed: names });
  return watched(run, environment, { look, known });
}

const beforeId = "before-migrating";

/** The migration found nothing to do, and none was applied since a release was recorded. */
function unchanged({ recorder }: StageRun): boolean {
  return recorder.evidence.results.findLast(({ id }) => id === "migrate")?.facts["schema_changed"] === false;
}

/** The smoke tests that fail through the public URL, each with what was seen. */
async function failingTests(run: StageRun, environment: Environment): Promise<ReadonlyMap<string, string>> {
  const { smoke } = run.settings;
  if (smoke.length === 0) return new Map();
  const { findings = [] } = await judgeSmoke(environment.url, smoke, publicHttp(run.world, environment));
  return new Map(findings.map(({ rule = "", message }) => [rule, message]));
}

function baseline(run: StageRun, { release }: Look, failed: readonly string[]): Judgement {
  const total = run.settings.smoke.length;
  const facts = { failed: [...failed], total };
  if (failed.length === 0) return passed(`${total} of ${total} smoke tests pass on ${release}, which serves.`, facts);
  const names = failed.join(", ");
  const says = `${failed.length} of ${total} smoke tests fail on ${release} before the migrations: ${names}.`;
  return { ...passed(says, facts), warnings: [`${says} They are not compared after them.`] };
}

function knownFailures({ recorder }: StageRun): readonly string[] | null {
  const failed = recorder.evidence.results.findLast(({ id }) => id === beforeId)?.facts["failed"];
  return Array.isArray(failed) ? failed.map(String) : null;
}

/** Requests through the public URL for a while. */
async function watched(
  run: StageRun,
  environment: Environment,
  { look, known }: { readonly look: Look; readonly known: readonly string[] },
): Promise<Judgement> {
  const { release, settleMs, stopped } = look;
  const { judgement, measured } = await watch(run, { environment, forMs: settleMs, stopped, signals: [prober] });
  if (run.world.cancellation.cancelled)
    return { verdict: "inconclusive", reason_code: "cancelled", says: "Cancelled while watching." };
  const { requests, errors } = measured;
  const facts = { looked: true, requests, errors };
  const counts = `${errors} of ${requests} requests to ${release} failed on the new schema`;
  if (known.length > 0) {
    const says = `${counts}; it failed ${known.join(", ")} before the migrations, so that this is not judged.`;
    return { ...passed(says, facts), warnings: [says] };
  }
  if (judgement.verdict === "fail" || errors > requests * run.settings.criteria.errorRate)
    return broke(look, `${counts}.`, facts);
  if (requests === 0)
    return { verdict: "inconclusive", reason_code: "watch_inconclusive", says: `No request was sent to ${release}.` };
  // A watch that broke is no watch; one that only saw too little for its statistics has still seen these.
  if (judgement.verdict === "error") return judgement;
  const again = await failingTests(run, environment);
  const [late] = again.values();
  if (late !== undefined) return broke(look, late, { ...facts, failed: [...again.keys()] });
  return passed(`${counts}, and its smoke tests pass.`, facts);
}

function passed(says: string, facts: NonNullable<Judgement["facts"]>): Judgement {
  return { verdict: "pass", reason_code: "passed", says, facts };
}

function broke({ release }: Look, seen: string, facts: NonNullable<Judgement["facts"]>): Judgement {
  return {
    verdict: "fail",
    reason_code: "old_release_broken",
    says: `${release}, which serves, fails on the new schema and did not before: ${seen}`,
    remedy:
      "Undo the migration by hand, or run the job again to deploy the new release over it: what fails already is not " +
      "compared then. Split the change, so that the old code works with the new schema.",
    facts,
  };
}

const cannotCompare: Judgement = {
  verdict: "error",
  reason_code: "not_judged",
  says: "What the running release answered before the migrations was not recorded.",
};
