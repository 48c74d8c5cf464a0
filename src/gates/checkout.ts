import type { Judgement } from "../domain/evidence/result.ts";

/** What is known of the commit that lies in the workspace, and of the one that this run is of. */
export interface CheckoutFacts {
  readonly eventName: string;
  /** `GITHUB_SHA`; empty outside of a workflow. */
  readonly sha: string;
  /** Null where git does not say. */
  readonly head: string | null;
  /**
   * The project lies in a checkout of its own below the workspace, as `path:` of actions/checkout makes it, whose
   * commit is not `head`.
   */
  readonly nested: boolean;
  /** Heads that the event itself names, each with whether it lies in a fork. */
  readonly named: readonly { readonly sha: string; readonly fromFork: boolean }[];
}

/** Events that run with a token that may write and with secrets, whosever code they are about. */
const trusted = new Set(["pull_request_target", "workflow_run"]);

/**
 * Is the checkout what this run says that it is about? All evidence names the run's commit: with other files in the
 * workspace it would be about something that nobody sees. The head of a pull request, or of the run that started this
 * one, is named by the event and counts as well. Code of a fork never runs beside a token that may write.
 */
export function judgeCheckout({ eventName, sha, head, nested, named }: CheckoutFacts): Judgement {
  const fork = trusted.has(eventName) && named.some((one) => one.fromFork);
  const at = head?.slice(0, 12) ?? "an unknown commit";
  if (fork && nested) return forkCheckedOut(eventName, "the project in a checkout of its own");
  if (sha === "" || head === sha) return { verdict: "pass", reason_code: "passed", says: `The checkout is at ${at}.` };
  if (fork) return forkCheckedOut(eventName, `${at} checked out`);
  if (named.some((one) => one.sha === head))
    return {
      verdict: "pass",
      reason_code: "passed",
      says: `The checkout is at ${at}, which the event \`${eventName}\` names.`,
    };
  return {
    verdict: "fail",
    reason_code: "checkout_of_another_commit",
    says:
      `The checkout is at ${head === null ? "" : "commit "}${at}, and this run is of ${sha.slice(0, 12)}: ` +
      "results for one do not apply to the other.",
    remedy:
      "Check out without `ref:`, which takes the run's commit, and commit nothing before; or start the run on " +
      "the ref that you mean.",
  };
}

function forkCheckedOut(eventName: string, what: string): Judgement {
  return {
    verdict: "fail",
    reason_code: "fork_checked_out",
    says:
      `This run of \`${eventName}\` is about a fork and has ${what}, not the commit of this repository ` +
      "that it is of: the fork's code would run with a token that may write.",
    remedy: "Validate pull requests of forks on the event `pull_request`, as examples/workflows/pull-request.yml does.",
  };
}
