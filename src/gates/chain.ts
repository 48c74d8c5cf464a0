import { type StageName, stageNames } from "../domain/evidence/evidence.ts";
import type { Finding, Judgement } from "../domain/evidence/result.ts";
import { type Chain, counts, linkOf } from "./evidence.ts";
import type { Link } from "./evidence-file.ts";
import { requireStage } from "./required-stage.ts";

/** A stage whose evidence is demanded. */
interface Needed {
  readonly stage: StageName;
  readonly environment: string | null;
}

/** The evidence of the stages before, and what is demanded of it. */
export interface ChainFacts {
  readonly chain: Chain;
  /** The `jobs` input: `toJSON(needs)`, or empty. */
  readonly jobs: string;
  /** `other` takes evidence of other runs of this commit as well. */
  readonly runs: "this" | "other";
  /** `refuse` where something is about to be changed: every needed stage must be pinned by a job output. */
  readonly unpinned: "refuse" | "allow";
  readonly runId: string;
  readonly nowMs: number;
  /** Older evidence does not count. */
  readonly maxAgeMs: number;
  readonly needed: readonly Needed[];
}

const jobsMissing: Judgement = {
  verdict: "fail",
  reason_code: "evidence_unpinned",
  says:
    "The input `jobs` is empty: nothing pins the evidence of the stages before, " +
    "and any job of this run could have written it.",
  remedy:
    "Write `jobs: ${{ toJSON(needs) }}`, and list the jobs before under `needs`. " +
    "`unpinned: allow` goes without, with a warning.",
};

/** The links of what is demanded, as far as they are there. */
export function neededLinks({ chain, needed }: Pick<ChainFacts, "chain" | "needed">): readonly Link[] {
  return needed.flatMap(({ stage, environment }) => linkOf(chain, stage, environment) ?? []);
}

/** Compares the evidence of the stages before with what is demanded: one fault has the word, all are findings. */
export function judgeChain(facts: ChainFacts): Judgement {
  const { chain, jobs, needed } = facts;
  const pinned = facts.unpinned === "refuse";
  const faults = [
    ...(pinned && jobs.trim() === "" ? [jobsMissing] : []),
    ...chain.problems,
    ...needed.map((one) => requireStage(chain, { ...one, pinned })),
  ].filter(({ verdict }) => verdict !== "pass");
  const [first] = faults;
  if (first === undefined) return { ...agreed(facts), warnings: doubtsOf(facts) };
  if (faults.length === 1) return first;
  const findings = faults.map(
    ({ reason_code, says }): Finding => ({ severity: "error", rule: reason_code, message: says }),
  );
  return { ...first, findings };
}

function agreed({ chain, needed, unpinned }: ChainFacts): Judgement {
  if (needed.length === 0) return agreement(chain);
  const names = needed.map((one) => one.stage).join(", ");
  const how = unpinned === "refuse" ? "pinned by job outputs" : "not all of it pinned";
  return {
    verdict: "pass",
    reason_code: "passed",
    says: `Evidence of ${names} passed, for this commit and this release, ${how}.`,
  };
}

/** Where nothing is demanded of a chain without a fault: what of it was compared. Nothing at all is no pass. */
export function agreement({ links }: Pick<Chain, "links">): Judgement {
  const names = links
    .map(({ evidence }) => evidence)
    .filter(counts)
    .sort((a, b) => stageNames.indexOf(a.stage) - stageNames.indexOf(b.stage))
    .map(({ stage, environment }) => (environment === null ? stage : `${stage} on ${environment}`));
  if (names.length === 0) {
    return {
      verdict: "not-run",
      reason_code: "evidence_missing",
      says: "There is no evidence of a stage before, so nothing was compared.",
      remedy: "Download the artifacts of the jobs before to `.phoenix-deploy`.",
    };
  }
  const says = `Evidence of ${names.join(", ")} is of this commit and of one release.`;
  return { verdict: "pass", reason_code: "passed", says };
}

/** What evidence that agrees rests on, one warning each. */
function doubtsOf({ chain, jobs, unpinned, runs, needed, runId }: ChainFacts): readonly string[] {
  const loose = chain.links.filter((link) => !link.pinned && needed.some(({ stage }) => stage === link.evidence.stage));
  const others = chain.links.filter(({ evidence }) => runs === "other" && evidence.run_id !== runId);
  const looseNames = loose.map(({ evidence }) => evidence.stage).join(", ");
  const otherNames = others.map(({ evidence }) => `${evidence.stage} of run ${evidence.run_id}`).join(", ");
  const sentences: readonly (readonly [boolean, string])[] = [
    [
      unpinned === "allow" && jobs.trim() === "",
      "The input `jobs` is empty: nothing pins the evidence of the stages before. Write `jobs: ${{ toJSON(needs) }}`.",
    ],
    [
      loose.length > 0,
      `No job output pins the evidence of ${looseNames} (\`unpinned: allow\`): any job of this run could have ` +
        "written it.",
    ],
    [others.length > 0, `Evidence of other runs counts here (\`runs: other\`): ${otherNames}.`],
  ];
  return sentences.filter(([holds]) => holds).map(([, sentence]) => sentence);
}
