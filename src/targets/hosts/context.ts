import type { Judgement } from "../../domain/evidence/result.ts";
import type { TargetOptions } from "../target.ts";
import { type Looks, looksOf } from "./looks.ts";
import { type Packer, packerOf } from "./packer.ts";
import type { HostReport } from "./report.ts";
import type { Ways } from "./ways.ts";

/** One run of the program on a host. */
export interface Calling {
  readonly host: string;
  /** The operation, as host/90-main.sh names it. */
  readonly op: string;
  readonly values?: Readonly<Record<string, string>>;
  readonly limitMs: number;
}

/** Runs the program: its report, or why the operation did not pass. */
export type Call = (calling: Calling) => Promise<HostReport | Judgement>;

/** What each part of this target works with. */
export interface Hosts {
  readonly options: TargetOptions;
  readonly ways: Ways;
  readonly call: Call;
  /** Makes packs of the release's files. */
  readonly packer: Packer;
  /** Hosts that put the release together from its files: nothing is left to unpack there. */
  readonly assembled: Set<string>;
  /** What hosts reported of themselves beside what they were asked for. */
  readonly looks: Looks;
  /** What they reported with their lock of what they have of the release. */
  readonly stocks: Looks;
}

/** What begins with nothing known of the hosts. */
export function openHosts(given: Pick<Hosts, "options" | "ways" | "call">): Hosts {
  const { options } = given;
  return {
    ...given,
    packer: packerOf(options),
    assembled: new Set(),
    looks: looksOf(options.clock),
    stocks: looksOf(options.clock),
  };
}

/** True where the operation did not pass. */
export function failed(answer: HostReport | Judgement): answer is Judgement {
  return "verdict" in answer;
}

/** A report that cannot be read: no facts are better than wrong ones. */
export function unreadable(says: string): Judgement {
  return {
    verdict: "error",
    reason_code: "state_unknown",
    says,
    remedy: "Run the job again; if it stays, report the log as a fault of phoenix-deploy.",
  };
}
