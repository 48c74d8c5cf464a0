import { describe, expect, test } from "@jest/globals";
import type { Environment } from "../../src/settings/settings.ts";
import { settingsFrom } from "../support/settings.ts";

const key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDummy";

const file = (hosts: string, more = "", others = "") => `version: 1
environments:
  staging:
    url: https://staging.example.com
    hosts: [${hosts}]
    path: /opt/my_app
    slots: {blue: {port: 4000}, green: {port: 4001}}
    router: {type: none}
    strategy: {type: blue-green}
    ${more}
${others}`;
const web1 = "{name: web1, address: deploy@web1.example.com}";

const routed = (text: string) =>
  text.replaceAll("router: {type: none}", "router: {type: haproxy, socket: /run/haproxy.sock, backend: app}");

const faultOf = (text: string) =>
  settingsFrom(routed(text)).then(
    () => "none",
    (error: Error) => error.message,
  );

describe("hosts in the settings", () => {
  test("are read with what reaches them", async () => {
    const more = `host: {user: deploy, become: my_app}
    ssh:
      key-from: DEPLOY_KEY
      known-hosts: ["web1.example.com ${key}", "@cert-authority *.example.com ${key} our CA"]
      known-hosts-from: KNOWN_HOSTS
      jump: admin@bastion.example.com:2222
      options: {ConnectTimeout: 5, KexAlgorithms: +curve25519-sha256, Compression: yes, TCPKeepAlive: true}`;
    const hosts = `${web1}, {name: web2, address: "2001:db8::2", port: 2222}, {name: web3, address: web3}`;
    const { environments } = await settingsFrom(routed(file(hosts, more)));
    const staging: Environment | undefined = environments["staging"];
    expect(staging?.hosts).toEqual([
      { name: "web1", address: "deploy@web1.example.com" },
      { name: "web2", address: "2001:db8::2", port: 2222 },
      { name: "web3", address: "web3" },
    ]);
    expect(staging?.account).toEqual({ user: "deploy", become: "my_app" });
    expect(staging?.ssh).toEqual({
      knownHosts: [`web1.example.com ${key}`, `@cert-authority *.example.com ${key} our CA`],
      knownHostsFrom: "KNOWN_HOSTS",
      keyFrom: "DEPLOY_KEY",
      jump: "admin@bastion.example.com:2222",
      options: { ConnectTimeout: "5", KexAlgorithms: "+curve25519-sha256", Compression: "yes", TCPKeepAlive: "yes" },
    });
  });

  test.each<[string, string, string]>([
    ["an option of ssh", file("{name: web1, address: -oProxyCommand=id}"), "must be `local`, or `user@host`"],
    ["a shell command", file('{name: web1, address: "deploy@web1;id"}'), "must be `local`, or `user@host`"],
    ["a port in the address", file('{name: web1, address: "deploy@web1:22"}'), "with a port under `port`"],
    ["a port that is none", file("{name: web1, address: deploy@web1, port: 70000}"), "must be a port from 1 to 65535"],
    ["one machine twice", file(`${web1}, {name: web2, address: web1.EXAMPLE.com, port: 22}`), "are one machine"],
    ["a port of this machine", file("{name: web1, address: local, port: 22}"), "`web1` is `local`"],
    ["ssh for this machine", file("{name: web1, address: local}", "ssh: {key-from: KEY}"), "every host is `local`"],
    ["a user that nobody is", file(web1, "host: {user: deploy}"), "no host is reached as that user"],
    ["a user with a shell in it", file(web1, 'host: {become: "$(id)"}'), "must be the name of a user"],
    ["a key in the file", file(web1, "ssh: {key: abc}"), "`key` is not a setting of `environments.staging.ssh`"],
    ["a line that is no known host", file(web1, "ssh: {known-hosts: [web1]}"), "must be a line of known_hosts"],
    ["a jump with a command", file(web1, 'ssh: {jump: "a@b -oX=1"}'), "must be `user@host` or `user@host:port`"],
    [
      "an option that runs a program",
      file(web1, "ssh: {options: {ProxyCommand: id}}"),
      "`ProxyCommand` is not a setting",
    ],
    [
      "an option that switches a check off",
      file(web1, "ssh: {options: {StrictHostKeyChecking: no}}"),
      "`StrictHostKeyChecking` is not a setting",
    ],
    [
      "an option with another in its value",
      file(web1, 'ssh: {options: {Ciphers: "aes256-ctr\\nProxyCommand id"}}'),
      "must be the value of that option in one line",
    ],
  ])("are refused: %s", async (_what, text, says) => {
    expect(await faultOf(text)).toContain(says);
  });

  test("of two environments on one machine and path are refused, whatever they are called", async () => {
    const other = file("{name: other, address: root@web1.example.com}").split("\n").slice(2).join("\n");
    const both = file(web1, "", other.replace("staging:", "production:").replace("//staging.", "//"));
    expect(await faultOf(both)).toContain("are the same `path` `/opt/my_app`");
  });
});
