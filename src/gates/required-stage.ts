import { ended } from "../domain/evidence/deployment.ts";
import type { Evidence, StageName } from "../domain/evidence/evidence.ts";
import type { Judgement } from "../domain/evidence/result.ts";
import { type Chain, linkOf } from "./evidence.ts";
import type { Link } from "./evidence-file.ts";

/**
 * The evidence as far as it counts: where every job that pins it ended otherwise than well, it is no pass, whatever it
 * says.
 */
export function believed({ evidence, jobs }: Link): Evidence {
  const [job] = jobs;
  if (evidence.status !== "passed" || job === undefined || jobs.some(({ result }) => result === "success"))
    return evidence;
  const says = `its job \`${job.id}\` ended with \`${job.result}\`, although its evidence says: ${evidence.says}`;
  return {
    ...evidence,
    status: "failed",
    reason_code: "stage_failed",
    says,
    remedy: `Look at the log of \`${job.id}\`, and run it again.`,
  };
}

/** A stage that must have passed, and whether a job output must pin its evidence. */
interface RequiredStage {
  readonly stage: StageName;
  readonly environment: string | null;
  readonly pinned: boolean;
}

/** Did this stage pass, and is that pinned? A dry run never counts. */
export function requireStage(chain: Chain, required: RequiredStage): Judgement {
  const { stage, environment } = required;
  const link = linkOf(chain, stage, environment);
  const name = environment === null ? stage : `${stage} on ${environment}`;
  if (link === undefined) return absent(chain, stage, name);
  const { evidence, pinned, jobs } = link;
  if (evidence.status !== "passed") {
    return {
      verdict: "fail",
      reason_code: "stage_failed",
      says: `${name} ${ended(evidence)}: ${evidence.says}`,
      remedy: evidence.remedy,
    };
  }
  const [job] = jobs;
  if (job !== undefined && !jobs.some(({ result }) => result === "success")) {
    return {
      verdict: "fail",
      reason_code: "stage_failed",
      says: `The evidence of ${name} says passed, but its job \`${job.id}\` ended with \`${job.result}\`.`,
      remedy: `Look at the log of \`${job.id}\`, and run it again: only a job that succeeded counts.`,
    };
  }
  if (required.pinned && !pinned) return unpinned(chain, name);
  return { verdict: "pass", reason_code: "passed", says: `${name} passed.` };
}

function unpinned({ misnamed, silent }: Chain, name: string): Judgement {
  const [other] = misnamed;
  const dropped = silent.some(({ result }) => result === "success")
    ? " Where it has that output, look in its log for `Skip output`: the runner drops one that holds the value of a " +
      "secret, such as `prod`."
    : "";
  const hint =
    other === undefined
      ? "Give its job `outputs: {evidence: ${{ steps.<id>.outputs.evidence }}}`, list the job under `needs`, " +
        `and write \`jobs: \${{ toJSON(needs) }}\`.${dropped}`
      : `\`${other}\` holds evidence under another name: call that output \`evidence\`, ` +
        "or `deploy-evidence` where a job has two.";
  return {
    verdict: "fail",
    reason_code: "evidence_unpinned",
    says: `The evidence of ${name} is not pinned by a job output: any job could have written it.`,
    remedy: hint,
  };
}

/** Not run where every job without evidence was skipped; failed where one ended otherwise and left none. */
function absent({ silent }: Chain, stage: StageName, name: string): Judgement {
  const ran = silent.filter((job) => job.result !== "skipped");
  const says = `There is no evidence of ${name}.`;
  if (ran.length === 0 && silent.length > 0) {
    const jobs = silent.map((job) => `\`${job.id}\``).join(", ");
    return {
      verdict: "not-run",
      reason_code: "evidence_missing",
      says: `${says} Skipped: ${jobs}.`,
      remedy: `Run ${stage} before.`,
    };
  }
  const jobs = ran.map((job) => `\`${job.id}\` (${job.result})`).join(", ");
  return {
    verdict: "fail",
    reason_code: "evidence_missing",
    says: ran.length === 0 ? says : `${says} Jobs that passed none on: ${jobs}.`,
    remedy: `Run ${stage} before, and download the folder .phoenix-deploy that it uploaded.`,
  };
}
