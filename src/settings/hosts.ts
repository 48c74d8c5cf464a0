import { z } from "zod";
import { nameSchema } from "../domain/release.ts";
import { hostAddress } from "../transports/registry.ts";
import { jumpAddress, readSshAddress } from "../transports/ssh-address.ts";
import type { SshOptions } from "../transports/transport.ts";
import { shown } from "./fault.ts";
import type { Host } from "./settings.ts";
import { port, variableName } from "./values.ts";

/** `hosts` of an environment. */
export const hostsSchema = z
  .array(
    z.strictObject({
      name: nameSchema,
      address: hostAddress,
      port: port.optional(),
      /** `router`: it only has a router, and runs nothing of the application. */
      role: z.enum(["app", "router"]).prefault("app"),
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
      const says = `\`${first.name}\` and \`${name}\` are one machine, \`${shown(address)}\`${port === undefined ? "" : ` port ${port}`}.`;
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
