import type { Judgement } from "../domain/evidence/result.ts";
import type { RefStanding } from "../domain/gate/code-review.ts";
import { counted } from "../domain/values/plural.ts";
import type { GitHubAnswer } from "../ports/github.ts";
import { defineGate } from "./gate.ts";
import { tokenRemedy } from "./token.ts";

/** The branch or tag of this run, and where it points now. */
export interface RefFacts {
  /** `refs/heads/main`. */
  readonly ref: string;
  readonly sha: string;
  /** What becomes of a branch that has newer commits. */
  readonly rule: "refuse" | "warn";
  /** Null where it is neither a branch nor a tag: nothing was asked. */
  readonly standing: GitHubAnswer<RefStanding> | null;
}

/** True for a branch or a tag: what GitHub makes anew by itself, as for a pull request, is compared with nothing. */
export function isCompared(ref: string): boolean {
  return ref.startsWith("refs/heads/") || ref.startsWith("refs/tags/");
}

/** Does the branch or tag of this run still lead to its commit? A tag names one release; a branch goes on. */
export const refMoved = defineGate({
  id: "ref",
  title: () => "The branch or tag of this run has not moved",
  of: "ref",
  judge: judgeRef,
});

function judgeRef({ ref, sha, rule, standing }: RefFacts): Judgement {
  const tag = ref.startsWith("refs/tags/");
  const name = `${tag ? "Tag" : "Branch"} \`${ref.replace(/^refs\/(heads|tags)\//, "").slice(0, 200)}\``;
  const commit = sha.slice(0, 12);
  if (standing === null) return notCompared(ref);
  if (!standing.ok) return notRead(name, standing);
  const { at, contains, ahead } = standing.value;
  const facts = { ref, at: at ?? "nothing", ahead };
  if (at === sha)
    return { verdict: "pass", reason_code: "passed", says: `${name} points at this commit, ${commit}.`, facts };
  if (at === null) return { ...moved(`${name} is not there any more, or the token may not see it`, commit), facts };
  if (tag || !contains) {
    const how = tag ? "points at" : `no longer contains commit ${commit}: it is at`;
    return { ...moved(`${name} ${how} ${at.slice(0, 12)} now`, commit), facts };
  }
  const says = `${name} has ${counted(ahead, "newer commit")}, up to ${at.slice(0, 12)}; this run is of ${commit}.`;
  if (rule === "warn") return { verdict: "pass", reason_code: "passed", says, facts, warnings: [says] };
  return {
    verdict: "fail",
    reason_code: "ref_moved",
    says,
    remedy: "Promote the run of the newest commit, or set `ref-moved: warn` for this environment.",
    facts,
  };
}

function moved(what: string, commit: string): Judgement {
  return {
    verdict: "fail",
    reason_code: "ref_moved",
    says: `${what}, and this run is of ${commit}.`,
    remedy: "Find out who moved or deleted it, and start a new run from the commit that is meant.",
  };
}

function notCompared(ref: string): Judgement {
  if (ref === "") {
    return {
      verdict: "error",
      reason_code: "ref_unreadable",
      says: "The runner does not say of which branch or tag this run is: GITHUB_REF is empty.",
      remedy: "Set `ref-moved: off` for this environment, where the job runs outside of GitHub.",
    };
  }
  const says = `\`${ref.slice(0, 200)}\` is neither a branch nor a tag, so it is compared with nothing.`;
  return { verdict: "pass", reason_code: "passed", says, warnings: [says] };
}

function notRead(name: string, { status, why }: { readonly status: number; readonly why: string }): Judgement {
  const remedy =
    tokenRemedy({ status, why }) ??
    (status === 403
      ? "Give the job `permissions: {contents: read}`."
      : "Run the job again when GitHub's API answers, or set `ref-moved: off` for this environment.");
  const said = status === 0 || status === 200 ? why : `${status}, ${why}`;
  return {
    verdict: "error",
    reason_code: "ref_unreadable",
    says: `${name} could not be read: ${said}. Whether it moved is not known.`,
    remedy,
  };
}
