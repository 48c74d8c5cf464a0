import { randomBytes } from "node:crypto";
import { addKey, endGuard, guardFolder, openFolder, writePrivate } from "../commands/ssh.ts";
import type { Judgement } from "../domain/evidence/result.ts";
import type { Command, Ran } from "../ports/shell.ts";
import { clientMissing } from "./ssh-failure.ts";
import { readPrivateKey } from "./ssh-key.ts";
import type { Reaching, SshOptions } from "./transport.ts";

/** A folder of this run alone, with what connections are made with; it is gone when the run is. */
export interface SshFolder {
  readonly config: string;
  /** Path of a file in it. */
  at(name: string): string;
  /** Makes it where that was not done yet; null when all is there. */
  ready(evenAfterCancel: boolean): Promise<Judgement | null>;
  close(): Promise<void>;
}

const quickMs = 30_000;
const dayMs = 24 * 3_600_000;

/** A quick command of ssh's own programs. */
type Run = (argv: Command["argv"], more: Pick<Command, "stdin" | "env" | "evenAfterCancel">) => Promise<Ran>;

/** Short, since the path of a socket has at most 108 bytes. */
export function sshFolder(reaching: Reaching): SshFolder {
  const folder = `/tmp/pd-${randomBytes(8).toString("hex")}`;
  const { shell, ssh } = reaching;
  const at = (name: string) => `${folder}/${name}`;
  let made: Promise<Judgement | null> | null = null;
  let guard: Promise<Ran> | null = null;

  const run: Run = (argv, more) => shell.run({ argv, limitMs: quickMs, onCancel: "finish", cwd: "/", ...more });

  async function make(evenAfterCancel: boolean): Promise<Judgement | null> {
    const secrets = readSecrets(reaching);
    if ("verdict" in secrets) return secrets;
    const { key, knownHosts } = secrets;
    const files = { agent: key !== null, knownHosts: knownHosts !== null };
    const opened = await run(openFolder(folder), { stdin: { text: configOf(ssh, at, files) }, evenAfterCancel });
    if (opened.code !== 0) return notMade(folder, opened);
    // It lives as long as this process: nobody waits for it until it is asked to end.
    guard = shell.run({
      ...{ argv: guardFolder(folder, key !== null), limitMs: dayMs, onCancel: "finish", cwd: "/", evenAfterCancel },
    });
    if (knownHosts !== null) {
      const written = await run(writePrivate(at("known_hosts")), { stdin: { text: knownHosts }, evenAfterCancel });
      if (written.code !== 0) return notMade(folder, written);
    }
    if (key === null) return null;
    return giveKey(reaching, {
      text: key,
      agent: at("agent"),
      run: (argv, more) => run(argv, { ...more, evenAfterCancel }),
    });
  }

  return {
    config: at("config"),
    at,
    async ready(evenAfterCancel) {
      made ??= make(evenAfterCancel);
      return made;
    },
    async close() {
      if (made === null) return;
      await made;
      if (guard === null) return;
      const asked = await run(endGuard(folder), { evenAfterCancel: true });
      if (asked.code === 0) await guard;
    },
  };
}

/** Gives the private key to the agent of the folder, whose socket it is; null when it has it. */
async function giveKey(
  { ssh, clock }: Pick<Reaching, "ssh" | "clock">,
  { text, agent, run }: { readonly text: string; readonly agent: string; readonly run: Run },
): Promise<Judgement | null> {
  const env = { SSH_AUTH_SOCK: agent, SSH_ASKPASS: undefined, DISPLAY: undefined };
  for (let tries = 100; ; tries -= 1) {
    const added = await run(addKey, { stdin: { text }, env });
    if (added.code === 0) return null;
    if (added.ended === "not-started") return clientMissing(added.why);
    // The agent was started a moment ago.
    if (tries > 0 && /connection to (your )?(authentication )?agent|connecting to agent/i.test(added.stderr)) {
      await clock.sleep(50);
      continue;
    }
    const why = added.why || added.stderr.trim().split("\n").at(-1) || `exit code ${added.code}`;
    return {
      verdict: "fail",
      reason_code: "ssh_key_unusable",
      says: `ssh-add does not take the private key in \`${ssh.keyFrom}\`: ${why}.`,
      remedy: "Store the whole file of a private key without a passphrase, from its first line to its last.",
    };
  }
}

interface Secrets {
  readonly key: string | null;
  readonly knownHosts: string | null;
}

/** What the settings name of the step's environment. */
function readSecrets({ ssh, secret }: Reaching): Secrets | Judgement {
  const lines = [...ssh.knownHosts];
  if (ssh.knownHostsFrom !== null) {
    const given = secret(ssh.knownHostsFrom);
    if (given === undefined) return unset(ssh.knownHostsFrom, "known-hosts-from", "invalid_settings");
    lines.push(...given.replaceAll("\r", "").split("\n"));
  }
  const knownHosts = lines.length === 0 ? null : `${lines.join("\n")}\n`;
  if (ssh.keyFrom === null) return { key: null, knownHosts };
  const given = secret(ssh.keyFrom);
  if (given === undefined) return unset(ssh.keyFrom, "key-from", "ssh_key_unusable");
  const read = readPrivateKey(ssh.keyFrom, given);
  if ("key" in read) return { key: read.key, knownHosts };
  return { verdict: "fail", reason_code: "ssh_key_unusable", says: read.says, remedy: read.remedy };
}

function unset(name: string, key: string, reason_code: "invalid_settings" | "ssh_key_unusable"): Judgement {
  return {
    verdict: "fail",
    reason_code,
    says: `The variable \`${name}\`, which \`ssh.${key}\` names, is not set or empty.`,
    remedy:
      `Set it in the step: \`env: {${name}: "\${{ secrets.${name} }}"}\`, and the secret in the environment. ` +
      `In a terminal, \`export ${name}="$(cat FILE)"\`.`,
  };
}

function notMade(folder: string, ran: Ran): Judgement {
  return {
    verdict: "error",
    reason_code: "could_not_run",
    says: `The folder ${folder} could not be made on this runner: ${ran.why || ran.stderr.trim() || ran.ended}.`,
    remedy: "Check /tmp on the runner.",
  };
}

/**
 * The first value of an option counts: what must hold and what the settings name is before the user's own
 * configuration, and what may be set there behind it.
 */
function configOf(
  { options }: SshOptions,
  at: (name: string) => string,
  files: { readonly agent: boolean; readonly knownHosts: boolean },
): string {
  const lines = [
    ...["BatchMode yes", "StrictHostKeyChecking yes", "UpdateHostKeys no", "LogLevel ERROR", "EscapeChar none"],
    ...[
      "ForwardAgent no",
      "ForwardX11 no",
      "PermitLocalCommand no",
      "RemoteCommand none",
      "RequestTTY no",
      "Tunnel no",
    ],
    // A configuration that lets only its own keys be offered is not meant against this one.
    ...(files.agent ? [`IdentityAgent ${at("agent")}`, "IdentitiesOnly no"] : []),
    ...(files.knownHosts ? [`UserKnownHostsFile ${at("known_hosts")}`, "GlobalKnownHostsFile /dev/null"] : []),
    ...Object.entries(options).map(([name, value]) => `${name} ${value}`),
    ...["Include ~/.ssh/config", `Include ${at("own")}`, "Include /etc/ssh/ssh_config"],
    ...["Host *", "ConnectTimeout 10", "ServerAliveInterval 5", "ServerAliveCountMax 3"],
  ];
  return `${lines.join("\n")}\n`;
}
