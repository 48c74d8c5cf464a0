import { hasFailed, requestMs, steadily } from "./own-requests.ts";
import type { Signal } from "./signal.ts";
import { slotRequests } from "./slot-requests.ts";

/**
 * Our own requests through the public URL: needs nothing of the application. Errors are compared with those of the
 * release before at the same moments; latency is not, since a router and a network lie between.
 */
export const prober: Signal = {
  id: "prober",
  title: "the prober",
  measures: ["errors", "latency"],
  controlledBy: { id: slotRequests.id, measures: ["errors"] },
  open(watching) {
    const { environment, http, sinceMs } = watching;
    return steadily(watching, async ({ path, headers }) => {
      const atMs = sinceMs();
      const answer = await http.request({
        ...{ method: "GET", url: `${environment.url}${path}`, headers, limitMs: requestMs },
      });
      return [{ kind: "request", atMs, failed: hasFailed(answer), ms: answer.ms }];
    });
  },
};
