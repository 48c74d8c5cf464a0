import { z } from "zod";
import type { RouterFacts } from "../domain/fleet/fleet.ts";
import type { HostRecord } from "../domain/fleet/host-record.ts";
import type { ServerWeights } from "../domain/fleet/plan.ts";
import { nameSchema } from "../domain/release/release.ts";
import { counted } from "../domain/values/plural.ts";
import type { Kind } from "../domain/values/settings.ts";

/** Who decides which server gets a new request, as the settings of an environment name it. */
export interface Router {
  /** Its name in sentences, such as `HAProxy`. */
  readonly name: string;
  /** Requests can be moved from one slot to another. Whatever needs two slots needs this. */
  readonly routes: boolean;
  /** A server can be given a part of its full weight. Without that, it takes all requests that it can, or none. */
  readonly weights: boolean;
  /** Its servers are always at the ports of the slots themselves. Absent where something may be between them. */
  readonly direct?: true;
  /**
   * Names of the hosts on which it is changed, each of which routes to the whole fleet; null where each host of the
   * application has its own, which routes to that host alone.
   */
  readonly on: readonly string[] | null;
  /** It counts requests by server: its part has `router_counts`. */
  readonly counts?: true;
  /** Why it counts none, where there is more to say. */
  readonly uncounted?: string;
  /** Its part of the host program: a shell text that defines the functions which host/50-router.sh names. */
  part(): Promise<string>;
  /** The variables that the part reads. */
  readonly values: Readonly<Record<string, string>>;
  /** What the part reported: a server each. Null where nothing is routed, a sentence where it cannot be read. */
  read(records: readonly HostRecord[]): RouterFacts | null | string;
  /** What is not as it was ordered, one sentence each; empty where all servers are as wanted. */
  differences(wanted: ServerWeights, seen: RouterFacts): readonly string[];
  /** What a user should know of a shift that was read back and is as wanted. */
  warnings(shift: Shifted): readonly string[];
  /** How a person changes it on its host, where the suite cannot be run. Null where nothing is routed. */
  readonly byHand: RouterByHand | null;
  /** What to do where it cannot be reached or refuses. */
  readonly remedy: string;
  /** What to do where it sends requests elsewhere later, as after a restart. */
  readonly lostRemedy: string;
}

/** A shift that was read back. */
export interface Shifted {
  readonly wanted: ServerWeights;
  readonly seen: RouterFacts;
  readonly records: readonly HostRecord[];
}

/** Commands of sh for a person on the router's host, as whoever runs the steps there. */
export interface RouterByHand {
  /** Shows which servers take requests. */
  readonly look: string;
  /** Gives all requests of some servers to others. */
  shift(hand: HandShift): string;
}

/** What a person changes, by the router's own names. Servers take requests before others lose them. */
export interface HandShift {
  readonly open: readonly string[];
  readonly close: readonly string[];
  /** Ports of the slots of the router's host, for a router that knows servers by their addresses. */
  readonly ports: Readonly<Record<string, number>>;
}

/** A kind of router: one file here, one part in host/routers/, one line in the registry. */
export type RouterKind = Kind<Router>;

/** What `router.on` may be: a host, or several that route alike, such as behind DNS. */
export const routerHosts = z
  .union([nameSchema.transform((name) => [name]), z.array(nameSchema).min(1, "must name at least one host")], {
    error: "must be the name of a host, or a list of names",
  })
  .optional();

/** A command of the settings, as a list. It is sent to the host one word on each line. */
export const hostCommand = z
  .array(z.string().regex(/^[^\p{Cc}]{1,1000}$/u, "must be a word without control characters"))
  .min(1, "must name a program")
  .refine(([program = ""]) => !program.startsWith("-"), "must name a program first, without a leading `-`");

const address = z
  .string()
  .max(200)
  .regex(/^([A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\]):[1-9]\d{0,4}$/, "must be `address:port`, such as `127.0.0.1:4000`");

/** The addresses of servers, for a router that knows them by nothing else. */
export const addresses = z.record(nameSchema, address).optional();

/** Without addresses, each host's own router has the slots of its host. */
export function addressesFor(
  { on, servers }: { readonly on?: unknown; readonly servers?: unknown },
  context: z.RefinementCtx,
): void {
  if (on === undefined || servers !== undefined) return;
  const message = "needs `servers` beside it, a map of each server to its `address:port`";
  context.addIssue({ code: "custom", path: ["on"], message });
}

/** The address of a server: the settings', else that of the slot of its name on this host. */
export function addressOf(servers: z.infer<typeof addresses>, { ports }: HandShift, name: string): string {
  return servers?.[name] ?? `127.0.0.1:${ports[name]}`;
}

/** `name=address` of each, for a part of the host program. */
export function addressText(servers: z.infer<typeof addresses>): string {
  return Object.entries(servers ?? {})
    .map(([name, at]) => `${name}=${at}`)
    .join(" ");
}

/** The text of host/routers/<type>.sh. Loaded to be sent: settings are read at every start, and texts are large. */
export async function partOf(type: string): Promise<string> {
  const { assets } = await import("../assets.ts");
  const text = assets[`host/routers/${type}.sh`];
  if (text === undefined) throw new Error(`host/routers/${type}.sh is missing: run the build`);
  return text;
}

/** How the servers differ from what was ordered, for routers that report states and weights. */
export function serverDifferences(wanted: ServerWeights, seen: RouterFacts): readonly string[] {
  return Object.entries(wanted).flatMap(([name, ordered]) => {
    const server = seen[name];
    if (server === undefined) return [`${name} is unknown to the router`];
    const { state, weight } = server;
    if (ordered === 0) return state === "ready" && weight > 0 ? [`${name} is ready, ordered drain`] : [];
    if (state !== "ready") return [`${name} is ${state}, ordered ready`];
    // Weights are whole numbers in most routers: a small share of a small weight cannot be set. At its full weight, a
    // server may report a load of its own (HAProxy's agent-check).
    const right = weight > 0 && (ordered === 100 || Math.abs(weight - ordered) <= 1);
    return right ? [] : [`${name} has ${weight} % of its weight, ordered ${ordered} %`];
  });
}

/** The servers that a shift closes. */
export function closedBy(wanted: ServerWeights): readonly string[] {
  return Object.keys(wanted).filter((name) => wanted[name] === 0);
}

/** Who is still on the servers that were closed, for the warnings of a shift. */
export function stillOpen({ wanted, seen }: Pick<Shifted, "wanted" | "seen">): readonly string[] {
  const closed = closedBy(wanted);
  const open = closed.reduce((sum, name) => sum + (seen[name]?.sessions ?? 0), 0);
  if (open === 0) return [];
  return [
    `${counted(open, "session was", "sessions were")} still open on ${closed.join(", ")} when its requests went ` +
      "elsewhere. Each ends by itself, or when that slot stops.",
  ];
}
