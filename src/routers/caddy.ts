import { z } from "zod";
import { quote, word } from "../commands/host.ts";
import type { RouterFacts } from "../domain/fleet/fleet.ts";
import { hostPath } from "../domain/fleet/host-path.ts";
import { type HostRecord, whole } from "../domain/fleet/host-record.ts";
import { nameSchema } from "../domain/release/release.ts";
import {
  addresses,
  addressesFor,
  addressOf,
  addressText,
  partOf,
  type Router,
  type RouterByHand,
  type RouterKind,
  routerHosts,
  type Shifted,
  serverDifferences,
  stillOpen,
} from "./router.ts";

const settings = z
  .strictObject({
    type: z.literal("caddy"),
    id: nameSchema,
    admin: z
      .string()
      .max(100)
      .regex(
        /^([A-Za-z0-9.-]+:[1-9]\d{0,4}|\[[0-9A-Fa-f:.]+\]:[1-9]\d{0,4}|unix\/\/[A-Za-z0-9._@/+-]+)$/,
        "must be `address:port` or `unix//path`, as Caddy's own `admin` option has it",
      )
      .default("localhost:2019"),
    "config-file": hostPath.optional(),
    servers: addresses,
    on: routerHosts,
  })
  .superRefine(addressesFor);

/** Caddy by its admin API, with an `@id` at the handler `reverse_proxy`. */
export const caddy: RouterKind = {
  type: "caddy",
  settings: settings.transform(
    (given): Router => ({
      name: "Caddy",
      uncounted: "Caddy's metrics do not name the server that answered",
      routes: true,
      weights: true,
      on: given.on ?? null,
      part: () => partOf("caddy"),
      values: {
        caddy_id: given.id,
        caddy_at: `/id/${given.id}`,
        caddy_admin: given.admin,
        caddy_file: given["config-file"] ?? "",
        caddy_servers: addressText(given.servers),
      },
      read,
      differences: serverDifferences,
      warnings: (shift) => [...stillOpen(shift), ...(given["config-file"] === undefined ? forgets(shift) : [])],
      byHand: byHand(given),
      remedy:
        "Check Caddy's `admin`, `id` and `servers` in the settings; `GET /id/<id>` of its admin API has to answer " +
        "the handler `reverse_proxy`.",
      lostRemedy:
        "Start Caddy with `--resume`, as Debian's `caddy-api.service` does, or name the JSON file that it is started " +
        "with as `router.config-file`, so that a restart keeps its upstreams; then run the job again.",
    }),
  ),
};

/** By the admin API: the list of upstreams is replaced by those that take requests. */
function byHand(given: z.infer<typeof settings>): RouterByHand {
  const [, path] = /^unix\/(\/.*)$/.exec(given.admin) ?? [];
  // Over a socket Caddy wants an empty Host.
  const to = path === undefined ? "" : ` --unix-socket ${word(path)} -H 'Host;'`;
  const ask = (at: string) => `curl -fsS${to} ${word(`http://${path === undefined ? given.admin : "localhost"}${at}`)}`;
  const upstreams = ask(`/id/${given.id}/upstreams`);
  const file = given["config-file"];
  return {
    look: upstreams,
    shift: (shift) => {
      const all = Object.keys(given.servers ?? shift.ports).filter((name) => !shift.close.includes(name));
      const list = JSON.stringify(all.map((name) => ({ dial: addressOf(given.servers, shift, name) })));
      return [
        `${upstreams} -X PATCH -H 'Content-Type: application/json' -d ${quote(list)}`,
        ...(file === undefined
          ? []
          : [`${ask("/config/")} -o ${word(`${file}.new`)} && mv ${word(`${file}.new`)} ${word(file)}`]),
        upstreams,
      ].join("\n");
    },
  };
}

/** What Caddy counts for each upstream that it has or had. */
const requests = z.array(z.object({ address: z.string(), num_requests: z.int().nonnegative() }));

function read(records: readonly HostRecord[]): RouterFacts | string {
  const counted = records.find(([key]) => key === "requests")?.[1] ?? "";
  const counts = requestsIn(counted);
  if (counts === null) return `Caddy's count of requests cannot be read: ${counted.slice(0, 200)}.`;
  const facts = new Map<string, RouterFacts[string]>();
  for (const [, name = "", address, percent, open] of records.filter(([key]) => key === "server")) {
    const weight = whole(percent);
    // Caddy counts the requests of its upstreams; of a server that is none any more its connections are counted.
    const counted = counts.find((one) => plain(one.address) === plain(address ?? ""))?.num_requests;
    const sessions = weight === 0 ? whole(open) : (counted ?? whole(open));
    if (weight === null || sessions === null) return `Caddy's upstream for server ${name} cannot be read.`;
    facts.set(name, { state: weight > 0 ? "ready" : "drain", weight, sessions });
  }
  return facts.size === 0 ? "Caddy has no server." : Object.fromEntries(facts);
}

function requestsIn(text: string): z.infer<typeof requests> | null {
  try {
    return requests.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

function plain(address: string): string {
  return address.replace(/^localhost:/, "127.0.0.1:");
}

/** A Caddy that starts with its file forgets what its API was ordered, unless it resumes. */
function forgets({ records }: Pick<Shifted, "records">): readonly string[] {
  const [, persist, resumes] = records.find(([key]) => key === "persist") ?? [];
  if (resumes === "yes" && persist?.trim() !== "false") return [];
  return [
    "Caddy is not started with `--resume`, and `router.config-file` is not set: when Caddy is reloaded or restarted, " +
      "it sends traffic where its configuration file says, which may be the old release. Use Debian's " +
      "`caddy-api.service`, or name the JSON file that Caddy is started with as `router.config-file`.",
  ];
}
