import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { networkInterfaces, tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Judgement } from "../../src/domain/evidence/result.ts";
import { isRoot, makeAccount, shellAs } from "../support/accounts.ts";
import { someTests } from "../support/some-tests.ts";
import { type SshGiven, shellOf, sshTarget } from "../support/ssh-target.ts";
import { freePort, makeKey, type Sshd, type Sshds, startSshds } from "../support/sshd.ts";

const folder = mkdtempSync(join(tmpdir(), "pd-ca-"));
const file = (name: string) => join(folder, name);
const login = userInfo().username;
const publicKey = (path: string) => readFileSync(path, "utf8").split(" ").slice(0, 2).join(" ").trim();
const keygen = (...words: readonly string[]) => execFileSync("ssh-keygen", ["-q", ...words], { stdio: "pipe" });

/** A plain one, one that shows a certificate, and one that lets in only who has one. */
let sshds: Sshds;
beforeAll(async () => {
  for (const name of ["hosts-ca", "users-ca", "user"]) makeKey(file(name));
  sshds = await startSshds([
    [],
    [`HostCertificate ${file("host-cert.pub")}`],
    [`TrustedUserCAKeys ${file("users-ca.pub")}`, "AuthorizedKeysFile none"],
  ]);
});
afterAll(async () => {
  await sshds.close();
  rmSync(folder, { recursive: true });
});

function sshd(index: number): Sshd {
  const host = sshds.hosts[index];
  if (host === undefined) throw new Error(`There is no sshd ${index}`);
  return host;
}

type Given = Partial<SshGiven> & { readonly port?: number };

/** Observes a host: why that failed, or null. */
async function observed(address: string, { port, ssh = {}, ...given }: Given): Promise<Judgement | null> {
  const target = sshTarget({
    hosts: [{ name: "web1", address, ...(port === undefined ? {} : { port }) }],
    path: "/nonexistent/app",
    secrets: { DEPLOY_KEY: sshds.key },
    ...{ ssh, ...given },
  });
  const seen = await target.observe();
  await target.close();
  return "failed" in seen ? seen.failed : null;
}

describe("known-hosts", () => {
  const sometimes = someTests("kinds of known hosts", 1);

  const at = (host: Sshd, ...knownHosts: readonly string[]): Promise<Judgement | null> =>
    observed(host.address, { port: host.port, ssh: { knownHosts, keyFrom: "DEPLOY_KEY" } });

  sometimes("may be hashed", async () => {
    const host = sshd(0);
    writeFileSync(file("hashed"), `${host.knownHost}\n`);
    keygen("-H", "-f", file("hashed"));
    const line = readFileSync(file("hashed"), "utf8").trim();
    expect(line).toMatch(/^\|1\|/);
    expect(await at(host, line)).toBeNull();
  });

  sometimes("may be of an IPv6 address, also behind a jump host", async () => {
    if (!Object.values(networkInterfaces()).some((all) => all?.some(({ address }) => address === "::1")))
      return console.warn("Skipped: this machine has no IPv6.");
    const [host, bastion] = [sshd(0), sshd(1)];
    const known = ({ knownHost }: Sshd) => knownHost.replace("127.0.0.1", "::1");
    const ssh = { knownHosts: [known(host), known(bastion)], keyFrom: "DEPLOY_KEY" };
    expect(await observed(`${login}@::1`, { port: host.port, ssh })).toBeNull();
    const jump = `${login}@[::1]:${bastion.port}`;
    expect(await observed(`${login}@[::1]`, { port: host.port, ssh: { ...ssh, jump } })).toBeNull();
    const unknown = await observed(`${login}@::1`, { port: host.port, ssh: { ...ssh, knownHosts: [host.knownHost] } });
    expect(unknown?.remedy).toContain(`: \`${known(host)}\``);
  });

  sometimes("may name an authority, whose certificates count as long as they are for this host", async () => {
    const host = sshd(1);
    const authority = `@cert-authority 127.0.0.1 ${publicKey(file("hosts-ca.pub"))}`;
    const certify = async (...words: readonly string[]) => {
      writeFileSync(file("host.pub"), `${host.knownHost.split(" ").slice(1).join(" ")}\n`);
      keygen("-s", file("hosts-ca"), "-I", "web1", "-h", ...words, file("host.pub"));
      await host.stop();
      await host.start();
    };
    await certify("-n", "127.0.0.1");
    expect(await at(host, authority)).toBeNull();
    const revoked = await at(host, authority, `@revoked * ${publicKey(file("hosts-ca.pub"))}`);
    await certify("-n", "web9.example.com");
    const another = await at(host, authority);
    await certify("-n", "127.0.0.1", "-V", "20200101:20200102");
    const expired = await at(host, authority);
    expect(revoked).toMatchObject({ reason_code: "host_key_changed" });
    expect(revoked?.says).toContain("is revoked by a line of known_hosts");
    for (const [judgement, why] of [
      [another, "name is not a listed principal"],
      [expired, "expired"],
    ] as const) {
      expect(judgement).toMatchObject({ reason_code: "host_key_unknown" });
      expect(judgement?.says).toContain(`has a certificate that does not count (${why}); it shows ssh-ed25519 SHA256:`);
    }
  });

  sometimes.add();
});

describe("the user's own configuration of ssh", () => {
  const sometimes = someTests("configurations of ssh", 1);

  const home = mkdtempSync(join(tmpdir(), "pd-home-"));
  afterAll(() => rmSync(home, { recursive: true }));

  const write = (name: string, text: string) => {
    mkdirSync(join(home, ".ssh"), { recursive: true });
    writeFileSync(join(home, ".ssh", name), text, { mode: 0o600 });
    return join(home, ".ssh", name);
  };
  const configure = (...lines: readonly string[]) => write("config", lines.map((line) => `${line}\n`).join(""));
  const own = (address: string, given: Given = {}) => observed(address, { shell: shellOf({ HOME: home }), ...given });

  sometimes("names hosts, how they are reached and what they are known by", async () => {
    const [host, bastion] = [sshd(0), sshd(1)];
    const known = write("known", `${host.knownHost}\n${bastion.knownHost}\n`);
    keygen("-H", "-f", known);
    const common = [`  User ${login}`, `  IdentityFile ${sshds.keyFile}`, `  UserKnownHostsFile ${known}`];
    const web1 = ["Host web1", "  HostName 127.0.0.1", `  Port ${host.port}`, "  ProxyJump bastion"];
    const through = ["Host bastion", "  HostName 127.0.0.1", `  Port ${bastion.port}`];
    // What would break a session or a connection that is shared.
    const traps = ["  RequestTTY force", "  LocalForward 127.0.0.1:1 127.0.0.1:1", "  ControlPath none"];
    configure(...web1, ...through, "Host *", ...common, ...traps);
    const logins = bastion.logins();
    expect(await own("web1")).toBeNull();
    expect(bastion.logins()).toBe(logins + 1);

    // Each fault names where it is: at the host, on the way, in the file.
    write("known", `${bastion.knownHost}\n`);
    expect((await own("web1"))?.remedy).toContain(host.knownHost);
    write("known", `${host.knownHost}\n`);
    expect(await own("web1")).toMatchObject({
      reason_code: "host_key_unknown",
      says:
        `web1: the host key of [127.0.0.1]:${bastion.port}, through which ssh connects, is not known; ` +
        "its key could not be read.",
    });
    write("known", sshds.knownHosts.map((line) => `${line}\n`).join(""));
    const locked = ["Host bastion", "  HostName 127.0.0.1", `  Port ${sshd(2).port}`];
    configure(...web1, ...locked, "Host *", ...common);
    expect((await own("web1"))?.says).toMatch(
      /^web1: \S+@127\.0\.0\.1, through which ssh connects, refused the login: /,
    );
    configure(...web1, "Host bastion", "  HostName 127.0.0.1", `  Port ${await freePort()}`, "Host *", ...common);
    expect((await own("web1"))?.says).toBe("web1: 127.0.0.1, through which ssh connects, refused the connection.");
    configure(...web1, "Host bastion", "  HostName no-such-host.invalid", "Host *", ...common);
    expect((await own("web1"))?.says).toBe("web1: the name `no-such-host.invalid` is not known.");
    configure("Host *", "  NoSuchOption yes");
    expect(await own("web1")).toMatchObject({
      reason_code: "invalid_settings",
      says: expect.stringMatching(/\.ssh\/config: line 2: Bad configuration option: nosuchoption\.$/),
    });
  });

  sometimes("has a certificate, also of a key that comes from a variable", async () => {
    const { address, port, knownHost } = sshd(2);
    keygen("-s", file("users-ca"), "-I", "deploy", "-n", login, file("user.pub"));
    const given = { port, ssh: { knownHosts: [knownHost] } };
    configure("Host *", `  IdentityFile ${file("user")}`);
    expect(await own(address, given)).toBeNull();
    const secrets = { DEPLOY_KEY: readFileSync(file("user"), "utf8") };
    const withKey = { ...given, ssh: { ...given.ssh, keyFrom: "DEPLOY_KEY" }, secrets };
    configure();
    expect(await own(address, withKey)).toMatchObject({ reason_code: "host_refused" });
    configure("Host *", `  CertificateFile ${file("user-cert.pub")}`);
    expect(await own(address, withKey)).toBeNull();
  });

  sometimes("does not keep the key of the settings from being used", async () => {
    configure("Host *", "  IdentitiesOnly yes", `  IdentityFile ${file("user")}`);
    const { address, port } = sshd(0);
    expect(await own(address, { port, ssh: { knownHosts: sshds.knownHosts, keyFrom: "DEPLOY_KEY" } })).toBeNull();
  });

  test("is read where ssh itself reads it, in jobs whose HOME leads elsewhere too", async () => {
    if (!isRoot) return console.warn("Skipped: only root can make a user with another home.");
    const user = makeAccount("pd-ssh");
    try {
      const key = user.write(".ssh/key", sshds.key);
      user.write(".ssh/config", `Host web1\n  HostName 127.0.0.1\n  Port ${sshd(0).port}\n  IdentityFile ${key}\n`);
      user.write(".ssh/known_hosts", `${sshd(0).knownHost}\n`);
      chmodSync(home, 0o755);
      rmSync(join(home, ".ssh"), { recursive: true, force: true });
      expect(await observed(`${login}@web1`, { shell: shellAs(user, shellOf({ HOME: home })) })).toBeNull();
    } finally {
      user.remove();
    }
  });

  sometimes.add();
});
