import type { Judgement } from "../../domain/evidence/result.ts";

/** What a Phoenix release whose server is off, and that would listen otherwise, logs when it starts. */
const sign = /Configuration :server was not enabled for (\S+), http\/https services won't start/;

// `mix phx.new --umbrella` writes a config/runtime.exs without the line that reads PHX_SERVER.
export const enableServer =
  "Set PHX_SERVER=true in `shared/env` on the host. Let config/runtime.exs read it, which that of a new umbrella " +
  "does not (`server: true` for the endpoint), and PORT. Then run the job again.";

/** A release that says in its log that it listens on no port; null where it does not. */
export function judgeServerOff(log: string): Judgement | null {
  const endpoint = sign.exec(log)?.[1];
  if (endpoint === undefined) return null;
  return {
    verdict: "fail",
    reason_code: "not_listening",
    says: `Nothing listens on the slot's port: its log reports that the server of ${endpoint} is not enabled.`,
    remedy: enableServer,
  };
}
