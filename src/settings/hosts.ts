import { z } from "zod";
import type { Groups } from "../domain/fleet/fleet.ts";
import { nameSchema } from "../domain/release/release.ts";
import { variableName } from "../domain/values/settings.ts";
import { hostAddress } from "../transports/registry.ts";
import { jumpAddress, readSshAddress } from "../transports/ssh-address.ts";
import type { SshOptions } from "../transports/transport.ts";
import { shown } from "./fault.ts";
import type { Host } from "./settings.ts";
import { port } from "./values.ts";

/** `hosts` of an environment. */
export const hostsSchema = z
  .array(
    z.strictObject({
      name: nameSchema,
      address: hostAddress,
      port: port.optional(),
      /** `router`: it only has a router, and runs nothing of the application. */
      role: z.enum(["app", "router"]).prefault("app"),
      /** The only slot that it has, where each slot is on hosts of its own. */
      group: nameSchema.optional(),
    }),
  )
  .min(1, "must name at least one host")
  .max(200, "must name at most 200 hosts");

/** The name of a user of a host. */
const userName = z.string().regex(/^[A-Za-z_][A-Za-z0-9_.-]{0,31}$/, "must be the name of a user, such as `deploy`");

/** `host` of an environment: who logs in, and as whom the steps run. */
export const hostSchema = z.strictObject({ user: userName.optional(), become: userName.optional() });

/** What may be set of ssh_config: nothing that runs a program, reads a file, or switches a check off. */
const sshOptionNames = [
  ...["AddressFamily", "BindAddress", "BindInterface", "CASignatureAlgorithms", "Ciphers", "Compression"],
  ...["ConnectTimeout", "ConnectionAttempts", "HostKeyAlgorithms", "HostKeyAlias", "IPQoS", "KexAlgorithms", "MACs"],
  ...["PreferredAuthentications", "PubkeyAcceptedAlgorithms", "RekeyLimit", "RequiredRSASize"],
  ...["ServerAliveCountMax", "ServerAliveInterval", "TCPKeepAlive"],
] as const;

const sshOption = z
  .union([z.string(), z.number(), z.boolean()], { error: "must be a text or a number" })
  .transform((value) => (typeof value === "boolean" ? (value ? "yes" : "no") : String(value)))
  .pipe(
    z.string().regex(/^[A-Za-z0-9+^@.,:*_ -]{1,1000}$/, "must be the value of that option in one line of ssh_config"),
  );

const knownHost = z
  .string()
  .max(20_000)
  .regex(
    /^((@cert-authority|@revoked) +)?[^\s#@]\S* +[a-z0-9@.-]+ +AAAA[A-Za-z0-9+/]+=*( [^\r\n]*)?$/,
    "must be a line of known_hosts such as `ssh-keyscan web1.example.com` prints: host, type and key",
  );

/** `ssh` of an environment. */
export const sshSchema = z.strictObject({
  "known-hosts": z.array(knownHost).max(1_000).prefault([]),
  "known-hosts-from": variableName.optional(),
  "key-from": variableName.optional(),
  jump: jumpAddress.optional(),
  options: z
    .strictObject(
      Object.fromEntries(sshOptionNames.map((name) => [name, sshOption.optional()])) as Record<
        (typeof sshOptionNames)[number],
        z.ZodOptional<typeof sshOption>
      >,
    )
    .prefault({}),
});

/** The parts of an environment that say how hosts are reached. */
export interface HostsGiven {
  readonly hosts: z.infer<typeof hostsSchema>;
  readonly host?: z.infer<typeof hostSchema> | undefined;
  readonly ssh?: z.infer<typeof sshSchema> | undefined;
}

/** Who runs the steps on hosts. */
export interface Account {
  /** Who logs in where an address names nobody; null leaves it to ssh. */
  readonly user: string | null;
  /** Who runs the steps, by sudo; null for who logs in. */
  readonly become: string | null;
}

export function accountOf({ host }: HostsGiven): Account {
  return { user: host?.user ?? null, become: host?.become ?? null };
}

export function sshOptionsOf({ ssh }: HostsGiven): SshOptions {
  return {
    knownHosts: ssh?.["known-hosts"] ?? [],
    knownHostsFrom: ssh?.["known-hosts-from"] ?? null,
    keyFrom: ssh?.["key-from"] ?? null,
    jump: ssh?.jump ?? null,
    options: Object.fromEntries(
      Object.entries(ssh?.options ?? {}).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    ),
  };
}

/** The groups of the hosts that run the application; undefined where they are in none. */
export function groupsOf(hosts: HostsGiven["hosts"]): Groups | undefined {
  const grouped = hosts.flatMap(({ name, role, group }) =>
    role === "router" || !group ? [] : [[name, group] as const],
  );
  return grouped.length === 0 ? undefined : Object.fromEntries(grouped);
}

/** What of the groups is not whole: a host in none, a group that is no slot, a slot without hosts. */
export function* groupFaults(
  hosts: HostsGiven["hosts"],
  { slots, on }: { readonly slots: readonly string[]; readonly on: readonly string[] | null },
): Generator<HostFault> {
  const groups = groupsOf(hosts);
  const known = slots.map((slot) => `\`${slot}\``).join(" or ");
  for (const [index, { name, role, group }] of hosts.entries()) {
    const keys = ["hosts", index, "group"];
    if (group !== undefined && role === "router") {
      const says =
        `Host \`${name}\` has the role \`router\` and the group \`${shown(group)}\`: ` +
        "it runs nothing of the application.";
      yield { keys, says, remedy: "Remove `group`, or `role: router`." };
    } else if (groups !== undefined && group === undefined && role === "app") {
      const says = `Host \`${name}\` has no \`group\`, and others have one.`;
      yield {
        keys: ["hosts", index, "name"],
        says,
        remedy: `Set \`group\` to ${known}, or remove it from every host.`,
      };
    } else if (group !== undefined && !slots.includes(group)) {
      const says = `Host \`${name}\` has the group \`${shown(group)}\`, and there is no slot of that name.`;
      yield { keys, says, remedy: `Set it to ${known}: each group has the slot of its name.` };
    }
    if (groups?.[name] !== undefined && on?.includes(name)) {
      const says = `Host \`${name}\` is of group \`${groups[name]}\`, and \`router.on\` names it.`;
      yield { keys: ["router", "on"], says, remedy: "Name a host with `role: router`, which is of neither group." };
    }
  }
  for (const slot of slots) {
    if (groups === undefined || Object.values(groups).includes(slot)) continue;
    const says = `Slot \`${slot}\` is on no host: none has \`group: ${slot}\`.`;
    yield {
      keys: ["slots", slot],
      says,
      remedy: `Give a host \`group: ${slot}\`, or remove \`group\` from every host.`,
    };
  }
}

/** The machine that an address leads to, whoever logs in. `local` is that of the runner, which the name tells apart. */
export function machineOf({ name, address, port }: HostsGiven["hosts"][number] | Host): string {
  if (address === "local") return `local ${name}`;
  return `${readSshAddress(address, "without port")?.host.toLowerCase()} ${port ?? 22}`;
}

/** A fault of the hosts, by the keys below the environment. */
interface HostFault {
  readonly keys: readonly PropertyKey[];
  readonly says: string;
  readonly remedy: string;
}

/** What the parser of one key cannot see: two hosts that are one machine, and settings that nothing carries out. */
export function* addressFaults({ hosts, host, ssh }: HostsGiven): Generator<HostFault> {
  const machines = hosts.map(machineOf);
  for (const [index, { name, address, port }] of hosts.entries()) {
    const first = hosts[machines.indexOf(machines[index] ?? "")];
    if (first !== undefined && first !== hosts[index] && first.name !== name) {
      const says =
        `\`${first.name}\` and \`${name}\` are one machine, ` +
        `\`${shown(address)}\`${port === undefined ? "" : ` port ${port}`}.`;
      yield { keys: ["hosts", index, "address"], says, remedy: "Name each machine once." };
    }
    if (address === "local" && port !== undefined) {
      const says = `\`port\` is the port of sshd, and \`${name}\` is \`local\`, which is not reached by ssh.`;
      yield { keys: ["hosts", index, "port"], says, remedy: "Remove it, or write `address: user@host`." };
    }
  }
  const remote = hosts.filter(({ address }) => address !== "local");
  if (ssh !== undefined && remote.length === 0) {
    const says = "`ssh` is set, and every host is `local`, which is not reached by ssh.";
    yield { keys: ["ssh"], says, remedy: "Remove it, or write `address: user@host`." };
  }
  if (host?.user !== undefined && remote.every(({ address }) => address.includes("@"))) {
    const says = `\`host.user\` is \`${host.user}\`, and no host is reached as that user.`;
    yield { keys: ["host", "user"], says, remedy: "Remove it, or remove the user from each `address`." };
  }
}
