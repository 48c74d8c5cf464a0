import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import { errorText } from "../domain/values/error-text.ts";
import { type Strategies, strategies } from "../strategies/registry.ts";
import { unsuitedOf } from "../strategies/strategy.ts";
import { explain } from "./explain.ts";
import { type Fault, shown } from "./fault.ts";
import { gateFaults } from "./gates.ts";
import { addressFaults, groupFaults, groupsOf, machineOf } from "./hosts.ts";
import { knownKeys } from "./known-keys.ts";
import { monitoringFaults } from "./monitoring.ts";
import { type CheckSchema, fileSchemaOf, type SettingsFile } from "./schema.ts";

type Read = { readonly ok: true; readonly file: SettingsFile } | Refused;
type Refused = { readonly ok: false; readonly faults: readonly Fault[] };

/** What the file may name. */
export interface Registries {
  /** Loads what the checks have to set beside their level: only where the file names one. */
  readonly checks: () => Promise<readonly CheckSchema[]>;
  /** The strategies that the file may name; absent are those of the suite. */
  readonly strategies?: Strategies;
}

/** Reads the settings file: the parsed file, or every fault with its line. */
export async function readFile(text: string, path: string, registries: Registries): Promise<Read> {
  const all = registries.strategies ?? strategies;
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, prettyErrors: false, version: "1.2" });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return `${path}:${line}:${col}`;
  };
  const place = (keys: readonly PropertyKey[]) => {
    const found = nodeAt(document, keys);
    return `${found === null ? path : at(found)}${keys.length > 0 ? ` \`${keys.map(String).join(".")}\`` : ""}`;
  };
  if (document.errors.length > 0) {
    const remedy = "Fix the line; indent with two spaces, never with tabs.";
    return refused(document.errors.map(({ message, pos }) => unreadable(at(pos[0]), message, remedy)));
  }
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 50 });
  } catch (error) {
    return refused([unreadable(path, errorText(error), "Use fewer aliases.")]);
  }
  const hidden = hiddenKeys(value);
  if (hidden.length > 0) return refused(hidden.map((keys) => hiddenName(place(keys))));
  const checks = namesChecks(value) ? await registries.checks() : [];
  const schema = fileSchemaOf(checks, all);
  const parsed = schema.safeParse(value ?? {});
  if (!parsed.success) {
    const source = { value, place, known: (keys: readonly PropertyKey[]) => knownKeys(schema, keys) };
    return refused(parsed.error.issues.flatMap((issue) => explain(issue, source)));
  }
  const faults = await between(parsed.data, place, all);
  return faults.length > 0 ? refused(faults) : { ok: true, file: parsed.data };
}

function refused(faults: readonly Fault[]): Refused {
  return { ok: false, faults };
}

function unreadable(place: string, why: string, remedy: string): Fault {
  return { code: "invalid_settings", place, says: `The YAML cannot be read: ${why}.`, remedy };
}

function hiddenName(place: string): Fault {
  const says = "`__proto__` cannot be a name: JavaScript hides it.";
  return { code: "invalid_settings", place, says, remedy: "Choose another name." };
}

function namesChecks(value: unknown): boolean {
  return typeof value === "object" && value !== null && "checks" in value;
}

/** Where `__proto__` is a key: the schema would pass over it silently. */
function hiddenKeys(value: unknown, at: readonly PropertyKey[] = []): readonly (readonly PropertyKey[])[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, below]) => [
    ...(key === "__proto__" ? [[...at, key]] : []),
    ...hiddenKeys(below, [...at, Array.isArray(value) ? Number(key) : key]),
  ]);
}

/** Rules between keys. */
async function between(
  file: SettingsFile,
  place: (keys: readonly PropertyKey[]) => string,
  all: Strategies,
): Promise<readonly Fault[]> {
  const faults: Fault[] = [...samePlaces(file, place), ...strangers(file, place)];
  const add = (keys: readonly PropertyKey[], says: string, remedy: string) =>
    faults.push({ code: "invalid_settings", place: place(keys), says, remedy });
  for (const [name, environment] of Object.entries(file.environments)) {
    const at = ["environments", name];
    const slots = Object.entries(environment.slots);
    const groups = groupsOf(environment.hosts);
    const strategy = all[environment.strategy.type];
    const layout = {
      hosts: environment.hosts.filter(({ role }) => role === "app").map(({ name }) => name),
      slots: environment.slots,
      routed: environment.router.routes,
      routing: { weights: environment.router.weights, shared: environment.router.on !== null },
      ...(groups === undefined ? {} : { groups }),
    };
    for (const { key, says, remedy } of strategy === undefined ? [] : unsuitedOf(strategy, layout))
      add([...at, key], says, remedy);
    const grouping = { slots: slots.map(([slot]) => slot), on: environment.router.on };
    const faults = [
      ...hostFaults(environment),
      ...addressFaults(environment),
      ...groupFaults(environment.hosts, grouping),
      ...(await gateFaults(environment)),
      ...monitoringFaults(environment),
    ];
    for (const fault of faults) add([...at, ...fault.keys], fault.says, fault.remedy);
    const { counts, uncounted, name: router } = environment.router;
    if (environment.signals["router-statistics"] !== undefined && counts !== true)
      add(
        [...at, "signals", "router-statistics"],
        `${uncounted ?? `${router} counts no requests by server`}.`,
        "Remove it, and ask for `scrape` or `prometheus`; HAProxy counts them.",
      );
    if (environment.signals["log-rate"] !== undefined && typeof environment.logs !== "object")
      add(
        [...at, "signals", "log-rate"],
        "It counts errors by the patterns of `logs`, which is `off`.",
        "Remove it, or remove `logs: off`.",
      );
    const required = environment["hosts-required"];
    if (required !== "all" && required > layout.hosts.length)
      add(
        [...at, "hosts-required"],
        `${required} hosts are required, and ${layout.hosts.length} run the application.`,
        "Set it to `all`, or to a smaller number.",
      );
    const ports = slots.map(([, slot]) => slot.port);
    // In groups, no two slots are on one host.
    if (groups === undefined && new Set(ports).size < ports.length)
      add([...at, "slots"], `Two slots have the same port ${ports[0]}.`, "Give each slot a port of its own.");
  }
  return faults;
}

/** Environments of a notifier that are nowhere: nobody would ever be notified. */
function strangers(
  { notify, environments }: SettingsFile,
  place: (keys: readonly PropertyKey[]) => string,
): readonly Fault[] {
  const known = Object.keys(environments);
  return notify.flatMap(({ environments: wanted }, at) =>
    (wanted ?? []).flatMap((name, index): readonly Fault[] => {
      if (known.includes(name)) return [];
      const says = `There is no environment \`${shown(name)}\`, whose news it would announce.`;
      const names = known.map((one) => `\`${one}\``).join(" or ");
      const remedy = known.length === 0 ? "Add it to `environments`." : `Name one of \`environments\`: ${names}.`;
      return [{ code: "invalid_settings", place: place(["notify", at, "environments", index]), says, remedy }];
    }),
  );
}

/** Two hosts of one name, none for the application, or a router on a host that is not there. */
function* hostFaults({ hosts, router: { on } }: SettingsFile["environments"][string]): Generator<{
  readonly keys: readonly PropertyKey[];
  readonly says: string;
  readonly remedy: string;
}> {
  const names = hosts.map(({ name }) => name);
  for (const [index, name] of names.entries()) {
    if (names.indexOf(name) === index) continue;
    const says = `Two hosts have the name \`${shown(name)}\`.`;
    yield { keys: ["hosts", index, "name"], says, remedy: "Give each host a name of its own." };
  }
  if (hosts.every(({ role }) => role === "router")) {
    const says = "Every host has the role `router`, so none runs the application.";
    yield { keys: ["hosts"], says, remedy: "Name a host without `role`, or with `role: app`." };
  }
  for (const name of on ?? []) {
    if (names.includes(name)) continue;
    const says = `There is no host \`${shown(name)}\`, on which the router is changed.`;
    const known = names.map((host) => `\`${host}\``).join(" or ");
    yield { keys: ["router", "on"], says, remedy: `Name one of \`hosts\`: ${known}.` };
  }
  for (const [index, { name, role }] of hosts.entries()) {
    if (role !== "router" || (on?.includes(name) ?? false)) continue;
    const says = `Host \`${shown(name)}\` has the role \`router\`, and \`router.on\` does not name it.`;
    yield { keys: ["hosts", index, "role"], says, remedy: "Name it in `router.on`, or remove the host." };
  }
}

/**
 * Environments that are one place: a deployment to either would replace what the other serves, past the other's gate.
 * `local` is the machine of whichever runner takes the job, so that the host's name tells machines apart; a path may be
 * written in more than one way.
 */
function samePlaces({ environments }: SettingsFile, place: (keys: readonly PropertyKey[]) => string): readonly Fault[] {
  const faults: Fault[] = [];
  const seen = new Map<string, string>();
  for (const [name, { hosts, path }] of Object.entries(environments)) {
    for (const host of hosts) {
      const where = `${machineOf(host)} ${path
        .split("/")
        .filter((part) => part !== "" && part !== ".")
        .join("/")}`;
      const other = seen.get(where);
      seen.set(where, other ?? name);
      if (other === undefined) continue;
      faults.push({
        code: "invalid_settings",
        place: place(["environments", name, "path"]),
        says:
          `\`${name}\` and \`${other}\` are the same \`path\` \`${shown(path)}\` on host \`${host.name}\` ` +
          `(\`${host.address}\`): a deployment to one would replace the other's release, past its approval.`,
        remedy:
          `Give each environment a path of its own, such as \`${path.replace(/\/+$/, "")}-${name}\`; where they ` +
          "are two machines, name their hosts differently.",
      });
    }
  }
  return faults;
}

/** Offset of the node at these keys, or of the nearest one above it. */
function nodeAt(document: Document, keys: readonly PropertyKey[]): number | null {
  let node: unknown = document.contents;
  let offset = isNode(node) ? (node.range?.[0] ?? null) : null;
  for (const key of keys) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
      if (pair === undefined) break;
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(key)];
      offset = isNode(node) ? (node.range?.[0] ?? offset) : offset;
    } else break;
  }
  return offset;
}
