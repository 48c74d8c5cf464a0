import type { Judgement } from "../domain/evidence/result.ts";
import type { Answering } from "../domain/fleet/fleet.ts";
import type { Environment } from "../settings/settings.ts";

interface Looked {
  /** What its health came to, asked on the host itself. */
  readonly judgement: Judgement;
  readonly seen: Answering | null;
}

/**
 * A healthy slot whose port is on loopback alone cannot be reached by a router on another host. That is a failure where
 * the router is at the slot's own port, and a warning where something else may be in between.
 */
export function judgeReachable(
  { hosts, router, routerHosts, slots }: Environment,
  { host, slot }: { readonly host: string; readonly slot: string },
  { judgement, seen }: Looked,
): Judgement {
  if (seen?.loopback === undefined || router.on === null) return judgement;
  const machine = (name: string) =>
    [...hosts, ...routerHosts].find((one) => one.name === name)?.address.replace(/^.*@/, "");
  const elsewhere = router.on.filter((name) => name !== host && machine(name) !== machine(host));
  if (elsewhere.length === 0) return judgement;
  const says =
    `The release listens on ${seen.loopback}:${slots[slot]?.port ?? "?"} of ${host} only, and the router on ` +
    `${elsewhere.join(", ")} cannot reach it there.`;
  const remedy =
    "Bind to 0.0.0.0 or ::, such as `ip: {0, 0, 0, 0, 0, 0, 0, 0}` in config/runtime.exs, and run the job again.";
  if (router.direct === true) return { verdict: "fail", reason_code: "not_listening", says, remedy };
  return { ...judgement, warnings: [...(judgement.warnings ?? []), `${says} ${remedy}`] };
}
