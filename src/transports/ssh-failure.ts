import { createHash } from "node:crypto";
import type { Judgement } from "../domain/evidence/result.ts";
import type { Ran } from "../ports/shell.ts";

/** Where a connection was to lead, in words. */
export interface Leading {
  /** Name of the host in the settings, or `the jump host`. */
  readonly name: string;
  /** `deploy@web1.example.com`, with its port where one is set. */
  readonly login: string;
}

type Failure = Judgement & { readonly again?: boolean };

/** Settings that say where the host's keys come from. */
const addLine = "add this line to `ssh.known-hosts` of the environment";

const faults = [
  "Bad configuration option",
  "Bad owner or permissions",
  "Bad [^:]*spec",
  "unsupported option",
  "keyword \\S+ extra",
  "command-line line",
];
const badOption = new RegExp(`^.*(${faults.join("|")}).*`, "im");

/**
 * Why ssh did not connect, from what it printed. `seen`: the host's key as a line of known_hosts, where it is asked.
 */
export function connectionFailure(to: Leading, ran: Ran, seen: string | null): Failure {
  const { stderr } = ran;
  const at = { ...to, login: onTheWay(stderr) ?? to.login };
  const unreachable = (says: string, remedy: string, again = false): Failure => ({
    verdict: "error",
    reason_code: "host_unreachable",
    says: `${at.name}: ${says}`,
    remedy,
    ...(again ? { again } : {}),
  });
  if (ran.ended === "not-started") return clientMissing(ran.why);
  if (needsHostKey(ran)) return hostKeyFailure(at, ran, seen);
  const [denied] =
    /^.*(Permission denied|Too many authentication failures|No more authentication methods).*/m.exec(stderr) ?? [];
  if (denied !== undefined) return refusedLogin(at, lastLine(denied));
  if (/Connection refused/.test(stderr)) {
    return unreachable(`${at.login} refused the connection.`, "Check that sshd runs there, and `address` and `port`.");
  }
  const [, unknown] = /Could not resolve hostname (\S+):/.exec(stderr) ?? [];
  if (unknown !== undefined) {
    return unreachable(
      `the name \`${unknown}\` is not known.`,
      "Check `address`, and that this runner resolves the name.",
    );
  }
  if (ran.ended === "timed-out" || /timed out/i.test(stderr)) {
    return unreachable(
      `${at.login} did not answer in time.`,
      "Check `address` and `port`, and that a firewall lets this runner in.",
    );
  }
  if (/Connection (closed|reset)|Broken pipe|kex_exchange_identification|banner exchange/.test(stderr)) {
    const remedy = "Look into the log of sshd there: it may be starting, or limit connections (MaxStartups).";
    return unreachable(`${at.login} ended the connection: ${lastLine(stderr)}.`, remedy, true);
  }
  const [option] = badOption.exec(stderr) ?? [];
  if (option !== undefined) {
    const says = `ssh does not accept its options: ${lastLine(option)}.`;
    const remedy = "Correct `ssh.options`, or ~/.ssh/config.";
    return { verdict: "fail", reason_code: "invalid_settings", says, remedy };
  }
  return unreachable(`ssh could not connect to ${at.login}: ${lastLine(stderr) || `exit code ${ran.code}`}.`, "");
}

/** OpenSSH is not installed here. */
export function clientMissing(why: string): Judgement {
  const says = `OpenSSH's client is missing on this runner (${why}).`;
  return { verdict: "error", reason_code: "tool_missing", says, remedy: "Install the package openssh-client there." };
}

/** Whether the host's key is why ssh did not connect. */
export function needsHostKey({ stderr }: Pick<Ran, "stderr">): boolean {
  return /Host key verification failed|REMOTE HOST IDENTIFICATION HAS CHANGED|REVOKED HOST KEY/.test(stderr);
}

function hostKeyFailure(at: Leading, { stderr }: Ran, seen: string | null): Failure {
  const changed = /IDENTIFICATION HAS CHANGED/.test(stderr);
  const code = changed || isRevoked(stderr) ? "host_key_changed" : "host_key_unknown";
  const fault = (says: string, remedy: string): Failure => ({
    ...{ verdict: "fail", reason_code: code },
    ...{ says: `${at.name}: the host key of ${says}.`, remedy },
  });
  const shows = seen === null ? "its key could not be read" : `it shows ${fingerprintOf(seen)}`;
  const line = seen === null ? "the line that `ssh-keyscan` prints" : `\`${seen}\``;
  const check =
    "Compare the fingerprint with the host's own (`ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub` there)";
  if (isRevoked(stderr)) {
    const remedy = "Do not connect with it: give the host a new key, and replace its lines of known_hosts.";
    return fault(`${at.login} is revoked by a line of known_hosts; ${shows}`, remedy);
  }
  if (changed) {
    const [, known] = /Offending \S+ key in (\S+)/.exec(stderr) ?? [];
    const where = known === undefined || known.startsWith("/tmp/pd-") ? "" : ` (${known})`;
    const remedy =
      `Find out why: another machine may answer there. ${check}; ` +
      `where it is right, replace the old line by ${line}.`;
    return fault(`${at.login} is not the one that is known${where}; ${shows}`, remedy);
  }
  const [, invalid] = /^Certificate invalid: (.*?)\r?$/m.exec(stderr) ?? [];
  if (invalid !== undefined) {
    const remedy =
      "Sign it anew for the name in `address` (`ssh-keygen -s <authority> -h -I <id> -n <name>`), " +
      `or ${addLine}: ${line}.`;
    return fault(`${at.login} has a certificate that does not count (${invalid}); ${shows}`, remedy);
  }
  return fault(`${at.login} is not known; ${shows}`, `${check}, and ${addLine}: ${line}.`);
}

const isRevoked = (stderr: string) => /REVOKED HOST KEY/.test(stderr);

/** How lines of ssh begin that name the host that they are about. */
const naming = [
  /ssh: connect to host (\S+) port/,
  /(\S+): Permission denied/,
  /.*key is known for (\S+) and/,
  /Host key for (\S+) has/,
];
const namingLine = new RegExp(`^(?:${naming.map(({ source }) => source).join("|")})`, "m");

/**
 * The jump host of the user's own ssh_config, in words, where that is what could not be connected to: the ssh to it
 * says why, and then the one that was to go through it that nobody greets it.
 */
function onTheWay(stderr: string): string | null {
  const [, cause = ""] =
    /^(.*)^(?:kex_exchange|banner exchange|ssh_exchange|Connection closed by UNKNOWN)/ms.exec(stderr) ?? [];
  const [, ...names] = namingLine.exec(cause) ?? [];
  const name = names.find((one) => one !== undefined);
  return name === undefined ? null : `${name}, through which ssh connects,`;
}

function refusedLogin(at: Leading, says: string): Failure {
  return {
    verdict: "fail",
    reason_code: "host_refused",
    says: `${at.name}: ${at.login} refused the login: ${says}.`,
    remedy:
      "Add the public key to ~/.ssh/authorized_keys of that user, and check `ssh.key-from`. The log of sshd there " +
      "names other causes, such as an account that is locked or a certificate that has expired.",
  };
}

/** `SHA256:…` of the key in a line of known_hosts, with its type, as ssh shows it. */
export function fingerprintOf(line: string): string {
  const [type = "", key = ""] = line.trim().split(/\s+/).slice(-2);
  const digest = createHash("sha256").update(Buffer.from(key, "base64")).digest("base64").replace(/=+$/, "");
  return `${type} SHA256:${digest}`;
}

function lastLine(text: string): string {
  const lines = text.trim().split("\n");
  return (lines.at(-1) ?? "").trim().replace(/\.$/, "").slice(0, 300);
}
