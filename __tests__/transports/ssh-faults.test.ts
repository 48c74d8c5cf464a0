import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Judgement } from "../../src/domain/evidence/result.ts";
import { until } from "../host/sandbox.ts";
import { isRoot, makeAccount } from "../support/accounts.ts";
import { someTests } from "../support/some-tests.ts";
import { type SshGiven, shellOf, sshTarget } from "../support/ssh-target.ts";
import { freePort, makeKey, type Sshd, type Sshds, startSshds } from "../support/sshd.ts";

const homes = mkdtempSync(join(tmpdir(), "pd-homes-"));

/** A home whose .bashrc has this. */
function home(name: string, bashrc: string): string {
  mkdirSync(join(homes, name));
  writeFileSync(join(homes, name, ".bashrc"), bashrc);
  return join(homes, name);
}

/** As sshd starts bash for a user with this home. */
const bashIn = (folder: string) => `ForceCommand exec env -u SHLVL HOME=${folder} bash -c "$SSH_ORIGINAL_COMMAND"`;
const shellIs = (shell: string) => `ForceCommand exec ${shell} -c "$SSH_ORIGINAL_COMMAND"`;

writeFileSync(join(homes, "banner"), "pd\texit\t0\nNo trespassing.\n");
const configs = {
  plain: [],
  banner: [`Banner ${join(homes, "banner")}`, bashIn(home("prints", "printf 'Welcome to web1'; echo oops >&2\n"))],
  exits: [bashIn(home("exits", "echo 'Maintenance today.'; exit 0\n"))],
  lostAtFirst: [
    bashIn(home("lost", `[ -e ${join(homes, "lost/seen")} ] || { touch ${join(homes, "lost/seen")}; exit 0; }\n`)),
  ],
  nologin: ["ForceCommand /usr/sbin/nologin"],
  restricted: [shellIs("/bin/rbash")],
  csh: [shellIs("csh")],
  fish: [shellIs("fish")],
  noSh: ["ForceCommand echo 'bash: line 1: /bin/sh: No such file or directory' >&2; exit 127"],
  noGzip: [`ForceCommand exec env PATH=/nonexistent /bin/sh -c "$SSH_ORIGINAL_COMMAND"`],
  pam: isRoot ? ["UsePAM yes"] : [],
  closed: ["AuthorizedKeysFile none"],
  oneAtATime: ["MaxSessions 1"],
  noSession: ["MaxSessions 0"],
  nobody: [`ForceCommand exec setpriv --reuid 65534 --regid 65534 --clear-groups sh -c "$SSH_ORIGINAL_COMMAND"`],
} as const;
type Kind = keyof typeof configs;

let sshds: Sshds;
beforeAll(async () => {
  sshds = await startSshds(Object.values(configs));
});
afterAll(async () => {
  await sshds.close();
  rmSync(homes, { recursive: true });
});

function sshd(kind: Kind): Sshd {
  const host = sshds.hosts[Object.keys(configs).indexOf(kind)];
  if (host === undefined) throw new Error(`There is no sshd ${kind}`);
  return host;
}

/** Observes a host: why that failed, or null. */
async function observed(address: string, port: number, given: Partial<SshGiven> = {}): Promise<Judgement | null> {
  const target = sshTarget({
    hosts: [{ name: "web1", address, port }],
    path: "/nonexistent/app",
    secrets: { DEPLOY_KEY: sshds.key },
    ...given,
    ssh: { knownHosts: sshds.knownHosts, keyFrom: "DEPLOY_KEY", ...given.ssh },
  });
  const seen = await target.observe();
  await target.close();
  return "failed" in seen ? seen.failed : null;
}

const at = (kind: Kind, given: Partial<SshGiven> = {}) => observed(sshd(kind).address, sshd(kind).port, given);

const fingerprint = (line: string) => {
  const file = join(homes, "seen");
  writeFileSync(file, `${line}\n`);
  return execFileSync("ssh-keygen", ["-lf", file], { encoding: "utf8" }).split(" ")[1] ?? "";
};

describe("a host key", () => {
  const sometimes = someTests("host keys", 1);

  test("that is not known is an error with its fingerprint and the line to add", async () => {
    const { knownHost } = sshd("plain");
    const judgement = await at("plain", { ssh: { knownHosts: ["[127.0.0.1]:1 ssh-ed25519 AAAA"] } });
    expect(judgement).toMatchObject({ verdict: "fail", reason_code: "host_key_unknown" });
    expect(judgement?.says).toContain(fingerprint(knownHost));
    expect(judgement?.remedy).toContain(`: \`${knownHost}\``);
    // The line that it shows is all that was missing.
    expect(await at("plain", { ssh: { knownHosts: [knownHost] } })).toBeNull();
  });

  sometimes("that changed is another error, and the way to tell whether that is right", async () => {
    const { knownHost, port } = sshd("plain");
    const [, ...old] = sshd("banner").knownHost.split(" ");
    const judgement = await at("plain", { ssh: { knownHosts: [`[127.0.0.1]:${port} ${old.join(" ")}`] } });
    expect(judgement).toMatchObject({ verdict: "fail", reason_code: "host_key_changed" });
    expect(judgement?.says).toContain(fingerprint(knownHost));
    expect(judgement?.remedy).toContain(knownHost);
  });

  sometimes("may come from a variable, as ssh-keyscan prints it", async () => {
    const scan = `# 127.0.0.1:22 SSH-2.0\r\n${sshd("plain").knownHost}\r\n`;
    const given = { knownHosts: [], knownHostsFrom: "KNOWN_HOSTS" };
    const secrets = { DEPLOY_KEY: sshds.key, KNOWN_HOSTS: scan };
    expect(await at("plain", { ssh: given, secrets })).toBeNull();
    expect(await at("plain", { ssh: given })).toMatchObject({
      reason_code: "invalid_settings",
      says: "The variable `KNOWN_HOSTS`, which `ssh.known-hosts-from` names, is not set or empty.",
    });
  });

  sometimes.add();
});

describe("a host that cannot be reached", () => {
  let silent: Server;
  let rude: Server;
  beforeAll(async () => {
    silent = createServer(() => undefined).listen(0, "127.0.0.1");
    rude = createServer((socket) => socket.destroy()).listen(0, "127.0.0.1");
    await Promise.all([silent, rude].map((server) => new Promise((resolve) => server.once("listening", resolve))));
  });
  afterAll(() => {
    silent.close();
    rude.close();
  });
  const portOf = (server: Server) => Number((server.address() as { port: number }).port);

  test("says in which way", async () => {
    const soon = { ssh: { options: { ConnectTimeout: "1" } } };
    const [refused, unknown, timedOut, ended] = await Promise.all([
      freePort().then((port) => observed("deploy@127.0.0.1", port)),
      observed("deploy@no-such-host.invalid", 22),
      observed("deploy@127.0.0.1", portOf(silent), soon),
      observed("deploy@127.0.0.1", portOf(rude), soon),
    ]);
    for (const one of [refused, unknown, timedOut, ended])
      expect(one).toMatchObject({ verdict: "error", reason_code: "host_unreachable" });
    expect(refused?.says).toMatch(/^web1: deploy@127\.0\.0\.1 port \d+ refused the connection\.$/);
    expect(unknown?.says).toBe("web1: the name `no-such-host.invalid` is not known.");
    expect(timedOut?.says).toMatch(/did not answer in time\.$/);
    expect(ended?.says).toContain("ended the connection");
  });

  test("without the client here is not the host's fault", async () => {
    const bin = join(homes, "bin");
    mkdirSync(bin);
    for (const tool of ["sh", "cat", "mkdir", "rm", "sleep"]) symlinkSync(`/bin/${tool}`, join(bin, tool));
    const without = await Promise.all(
      ["DEPLOY_KEY", null].map((keyFrom) => at("plain", { ssh: { keyFrom }, shell: shellOf({ PATH: bin }) })),
    );
    for (const one of without) expect(one).toMatchObject({ verdict: "error", reason_code: "tool_missing" });
  });
});

describe("a login", () => {
  const sometimes = someTests("logins by ssh", 3);

  test("that the host refuses names who, where and what to check", async () => {
    const judgement = await at("closed");
    expect(judgement).toMatchObject({ verdict: "fail", reason_code: "host_refused" });
    expect(judgement?.says).toMatch(/refused the login: .*Permission denied \(publickey\)\.$/);
    expect(judgement?.remedy).toContain("authorized_keys");
  });

  sometimes("with a key of the agent that the step has needs no setting", async () => {
    const socket = join(homes, "agent");
    const agent = spawn("ssh-agent", ["-D", "-a", socket], { stdio: "ignore" });
    await until(() => existsSync(socket));
    const shell = shellOf({ SSH_AUTH_SOCK: socket });
    expect(await at("plain", { ssh: { keyFrom: null }, shell })).toMatchObject({ reason_code: "host_refused" });
    execFileSync("ssh-add", ["-q", sshds.keyFile], { env: { ...process.env, SSH_AUTH_SOCK: socket }, stdio: "ignore" });
    expect(await at("plain", { ssh: { keyFrom: null }, shell })).toBeNull();
    agent.kill();
  });

  sometimes("with a banner and a .bashrc that prints is as any other", async () => {
    expect(await at("banner")).toBeNull();
  });

  sometimes("whose .bashrc exits begins nothing, and that is known", async () => {
    const judgement = await at("exits");
    expect(judgement).toMatchObject({ verdict: "fail", reason_code: "host_unsuitable" });
    expect(judgement?.says).toMatch(/^web1: the login shell of .* ended with code 0 before it began \/bin\/sh\.$/);
    expect(judgement?.tail).toContain("Maintenance today.");
  });

  test("whose session ends before anything began is made again: a host that is just up may lose one", async () => {
    expect(await at("lostAtFirst")).toBeNull();
  });

  const shells: readonly [Kind, string, string][] = [
    ["nologin", "host_refused", "may not log in"],
    ["restricted", "host_unsuitable", "restricted (rbash)"],
    ["noSh", "host_unsuitable", "there is no /bin/sh"],
    ["noGzip", "host_unsuitable", "gzip is not installed"],
  ];
  for (const [kind, reason_code, words] of shells)
    sometimes(`whose shell is ${kind} says so`, async () => {
      const judgement = await at(kind);
      expect(judgement).toMatchObject({ verdict: "fail", reason_code });
      expect(judgement?.says).toContain(words);
    });

  sometimes("that has one session at a time gets them one after another, over one connection", async () => {
    const { address, port, logins } = sshd("oneAtATime");
    const target = sshTarget({
      ...{ hosts: [{ name: "web1", address, port }], path: "/nonexistent/app", secrets: { DEPLOY_KEY: sshds.key } },
      ssh: { knownHosts: sshds.knownHosts, keyFrom: "DEPLOY_KEY" },
    });
    const all = await Promise.all(Array.from({ length: 4 }, () => target.observe()));
    await target.close();
    expect(all.filter((seen) => "failed" in seen)).toEqual([]);
    expect(logins()).toBe(1);
  });

  sometimes("that has no session at all names the line of sshd_config", async () => {
    expect(await at("noSession")).toMatchObject({
      reason_code: "host_unsuitable",
      says: expect.stringContaining("MaxSessions"),
    });
  });

  for (const shell of ["csh", "fish"] as const)
    sometimes(`whose shell is ${shell} works`, async () => {
      if (!["/bin", "/usr/bin"].some((folder) => existsSync(join(folder, shell))))
        return console.warn(`Skipped: there is no ${shell} on this machine.`);
      expect(await at(shell)).toBeNull();
    });

  sometimes("without the right to become another user says what sudo says", async () => {
    const become = "no-such-user";
    expect(await at("plain", { become })).toMatchObject({ reason_code: "host_unsuitable" });
    if (!isRoot) return console.warn("Skipped: only root can log in as a user whom sudo asks for a password.");
    const judgement = await at("nobody", { become: "root" });
    expect(judgement).toMatchObject({ verdict: "fail", reason_code: "host_unsuitable" });
    expect(judgement?.says).toContain("sudo: a password is required");
  });

  sometimes("of an account that is locked or whose password expired is refused", async () => {
    if (!isRoot) return console.warn("Skipped: only root can make such accounts.");
    const [expired, locked] = [makeAccount("pd-expired"), makeAccount("pd-locked")];
    try {
      execFileSync("chage", ["-d", "0", expired.name]);
      execFileSync("usermod", ["-L", locked.name]);
      const { port } = sshd("pam");
      const judgement = await observed(`${expired.name}@127.0.0.1`, port);
      expect(judgement).toMatchObject({ verdict: "fail", reason_code: "host_refused" });
      expect(judgement?.says).toContain("password of this account has expired");
      // With PAM, a locked password does not keep a key out.
      const refused = await observed(`${locked.name}@127.0.0.1`, sshd("plain").port);
      expect(refused).toMatchObject({ reason_code: "host_refused" });
      expect(refused?.remedy).toContain("an account that is locked");
    } finally {
      for (const account of [expired, locked]) account.remove();
    }
  });

  sometimes.add();
});

describe("a private key", () => {
  const sometimes = someTests("private keys", 1);

  const withKey = (key: string) => at("plain", { secrets: { DEPLOY_KEY: key } });

  sometimes("is repaired where copying it into a secret changed it", async () => {
    const { key } = sshds;
    const changed = [
      ...[key.trimEnd(), key.replaceAll("\n", "\r\n"), key.replaceAll("\n", "\\n"), key.replaceAll("\n", " ")],
      ...[Buffer.from(key).toString("base64"), key.replaceAll(/^/gm, "    ")],
    ];
    expect(await Promise.all(changed.map(withKey))).toEqual(changed.map(() => null));
  });

  sometimes("in the format of OpenSSL is taken too", async () => {
    const file = join(homes, "pem");
    execFileSync("ssh-keygen", ["-q", "-t", "rsa", "-b", "2048", "-m", "PEM", "-N", "", "-f", file]);
    // The host does not know it: the agent took it.
    expect(await withKey(readFileSync(file, "utf8"))).toMatchObject({ reason_code: "host_refused" });
  });

  sometimes("that cannot be used says why", async () => {
    const file = join(homes, "locked");
    makeKey(file, "a passphrase");
    const locked = readFileSync(file, "utf8");
    const cases: readonly (readonly [string, string])[] = [
      [locked, "has a passphrase"],
      [readFileSync(`${file}.pub`, "utf8"), "holds a public key"],
      ["PuTTY-User-Key-File-3: ssh-ed25519\n", "key of PuTTY"],
      [sshds.key.slice(0, 200), "only a part of a private key"],
      ["***", "holds no private key"],
      ["", "is not set or empty"],
      ["-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----\n", "ssh-add does not take"],
    ];
    for (const [key, words] of cases) {
      const judgement = await withKey(key);
      expect(judgement).toMatchObject({ verdict: "fail", reason_code: "ssh_key_unusable" });
      expect(judgement?.says).toContain(words);
      expect(JSON.stringify(judgement)).not.toContain("b3BlbnNzaC");
    }
  });

  sometimes.add();
});
