import { describe, expect, test } from "@jest/globals";
import type { Command } from "../../src/ports/shell.ts";
import { hostAddress, openTransports } from "../../src/transports/registry.ts";

const ended = { ended: "exited", code: 0, stdout: "", stderr: "", durationMs: 0, why: "" } as const;

/** The ways of an environment, and every command that was run here. */
function ways(become: string | null = null, stderr = "") {
  const commands: Command[] = [];
  const carrier = openTransports({
    ...{ user: null, become, secret: () => undefined },
    ssh: { knownHosts: [], knownHostsFrom: null, keyFrom: null, jump: null, options: {} },
    clock: { now: () => new Date(0), ticks: () => 0, sleep: async () => undefined },
    shell: {
      async run(command) {
        commands.push(command);
        return { ...ended, stderr, code: stderr === "" ? 0 : 1 };
      },
    },
  });
  return { carrier, commands };
}

const program = { argv: ["/bin/sh", "-s"], limitMs: 1_000, onCancel: "finish" } as const;

describe("the address of a host", () => {
  test("`local` is this machine: commands run as they are, and its ports answer on the loopback address", async () => {
    const { carrier, commands } = ways();
    const transport = carrier.to({ name: "web1", address: "local" });
    await transport.run(program);
    expect(commands).toEqual([program]);
    expect(await transport.reach(4001)).toBe("http://127.0.0.1:4001");
    await carrier.close();
  });

  test("decides by itself how a host is reached, and one that no transport serves is refused", () => {
    const good = ["local", "web1", "deploy@web1.example.com", "10.0.0.7", "deploy@2001:db8::7", "deploy@[2001:db8::7]"];
    expect(good.filter((address) => !hostAddress.safeParse(address).success)).toEqual([]);
    const bad = [
      ...["", "-oProxyCommand=id", "a@-web1", "-a@web1", "web1:22", "a@b@c", "a b@c", "deploy@", "@web1", "Local"],
      ...["web1;id", "$(id)@web1", "`id`", "a@web1/x", "ssh://web1", "a@[web1]", "a@::g", "web1\n", "a@fe80::1%eth0"],
    ];
    expect(bad.filter((address) => hostAddress.safeParse(address).success)).toEqual([]);
    expect(() => ways().carrier.to({ name: "web1", address: "pi geon" })).toThrow(
      "No transport reaches web1 at pi geon",
    );
  });
});

describe("steps that run as another user", () => {
  test("run by sudo, which never asks", async () => {
    const { carrier, commands } = ways("app");
    await carrier.to({ name: "web1", address: "local" }).run(program);
    expect(commands[0]?.argv).toEqual(["sudo", "-n", "-H", "-u", "app", "--", "/bin/sh", "-s"]);
  });

  test("name sudo where it refuses", async () => {
    const { carrier } = ways("app", "sudo: a password is required\n");
    const { unreached } = await carrier.to({ name: "web1", address: "local" }).run(program);
    expect(unreached).toMatchObject({ reason_code: "host_unsuitable" });
    expect(unreached?.says).toContain("web1: sudo does not run commands as `app`");
    expect(unreached?.remedy).toContain("NOPASSWD: /bin/sh");
  });

  test("do not blame sudo for what it warns of with every command", async () => {
    const warning = "sudo: unable to resolve host web1: Name or service not known\n";
    const says = async (stderr: string) =>
      (await ways("app", stderr).carrier.to({ name: "web1", address: "local" }).run(program)).unreached?.says;
    expect(await says(`${warning}cat: write error: No space left on device\n`)).toBeUndefined();
    expect(await says(`${warning}sudo: a password is required\n`)).toContain("names: sudo: a password is required.");
  });
});
