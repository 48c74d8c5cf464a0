// What both kinds of hosts need: files for ssh, and commands.

import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Lab, LabHost, Said } from "./lab.ts";

/** Files by which ssh reaches the hosts, in the lab's folder, where the private key is; `keyOf` reads a host's key. */
export function sshFiles(
  folder: string,
  hosts: readonly LabHost[],
  keyOf: (name: string) => string,
): Pick<Lab, "knownHosts" | "keyFile" | "sshConfig"> {
  const knownHosts = join(folder, "known_hosts");
  const keyFile = join(folder, "key");
  const sshConfig = join(folder, "ssh_config");
  const known = ({ name, ip, port }: LabHost) => {
    const where = port === 22 ? ip : `[${ip}]:${port}`;
    return `${where},${name} ${keyOf(name).split(" ").slice(0, 2).join(" ").trim()}\n`;
  };
  writeFileSync(knownHosts, hosts.map(known).join(""));
  const own = ({ name, ip, port, address }: LabHost) =>
    [
      `Host ${name}${port === 22 ? ` ${ip}` : ""}`,
      `  HostName ${ip}`,
      `  Port ${port}`,
      `  HostKeyAlias ${name}`,
      `  User ${address.replace(/@.*/, "")}`,
    ].join("\n");
  writeFileSync(
    sshConfig,
    [
      ...hosts.map(own),
      "Host *",
      `  IdentityFile ${keyFile}`,
      "  IdentitiesOnly yes",
      `  UserKnownHostsFile ${knownHosts}`,
      "  StrictHostKeyChecking yes",
      "  BatchMode yes",
      "  ConnectTimeout 10",
      "  LogLevel ERROR\n",
    ].join("\n"),
  );
  return { knownHosts, keyFile, sshConfig };
}

/** Runs a command to its end. */
export function execute(file: string, words: readonly string[], stdin: string): Promise<Said> {
  return new Promise((resolve) => {
    const child = execFile(file, [...words], { maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === "number" ? error.code : 1;
      resolve({ code, stdout, stderr });
    });
    child.stdin?.on("error", () => undefined);
    child.stdin?.end(stdin);
  });
}
