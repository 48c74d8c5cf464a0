import type { Judgement } from "../../domain/evidence/result.ts";
import { prober } from "../../signals/prober.ts";
import { slotRequests } from "../../signals/slot-requests.ts";
import { deviance } from "../../statistics/two-sample.ts";
import type { JudgedMeasure } from "./record.ts";
import type { RequestTally } from "./request-tally.ts";

/** Three standard deviations, in nats: chance alone parts two equal rates so far once in 740 watches. */
const apart = 4.5;

/** So many answers of the slot itself show how fast it is. */
const leastTimed = 10;

interface Asked {
  /** Our requests through the public URL. */
  readonly through: RequestTally;
  /** Those to the slots themselves, for the same pages at the same moments. */
  readonly direct: RequestTally;
}

/**
 * What fails through the public URL alone is no fault of the release: the slot itself answers the same pages at the
 * same moments, or fails far less often. Its users see it all the same, so that the watch fails.
 */
export function blamed(judgement: Judgement, judged: readonly JudgedMeasure[], asked: Asked): Judgement {
  const failing = judged.filter((one) => one.judgement.verdict === "fail");
  if (failing.length === 0 || failing.some(({ signal }) => signal.id !== prober.id)) return judgement;
  const clears = failing.every(({ measure }) => (measure === "latency" ? fastItself(judged, asked) : failsLess(asked)));
  if (!clears) return judgement;
  const { requests, errors } = asked.direct;
  const answered = errors === 0 ? `all of ${requests}` : `${requests - errors} of ${requests}`;
  return {
    ...judgement,
    reason_code: "public_url_failed",
    says:
      `Through the public URL ${uncapitalised(judgement.says)} The slot itself answered ${answered} ` +
      "requests for the same pages at the same moments.",
    remedy:
      "Look at what is between users and the application: the router's rules, a cache or a proxy. " +
      "The release is not marked bad.",
  };
}

/** The slot fails less often than the public URL does, by more than chance. */
function failsLess({ through, direct }: Asked): boolean {
  return direct.requests > 0 && deviance({ fresh: through, old: direct }) >= apart;
}

function fastItself(judged: readonly JudgedMeasure[], { direct }: Asked): boolean {
  const ofSlot = judged.find(({ signal, measure }) => signal.id === slotRequests.id && measure === "latency");
  return direct.requests >= leastTimed && direct.errors === 0 && ofSlot?.judgement.verdict === "pass";
}

function uncapitalised(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
