import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { Target } from "../../src/targets/target.ts";
import type { Server } from "./fake-release.ts";
import { alive, fleetOf, hostOf, install, passed, type Sandbox, sandbox, step, until } from "./sandbox.ts";

let host: Sandbox;
const strangers: ChildProcess[] = [];
beforeEach(() => {
  host = sandbox();
});
afterEach(async () => {
  for (const stranger of strangers.splice(0)) {
    const gone = once(stranger, "exit");
    if (stranger.kill("SIGKILL")) await gone;
  }
  host.close();
});

const blue = { slot: "blue" } as const;

/** Another program that listens on a port, as perl's IO::Socket::IP is asked to. */
async function stranger(options: string, more: Readonly<Record<string, number>> = {}): Promise<number> {
  const program = `use IO::Socket::IP;
    my $s = IO::Socket::IP->new(Listen => 5, ${options}) or die "$@";
    $| = 1; print "listens\\n"; sleep 1 while 1`;
  const child = spawn("perl", ["-e", program], { stdio: ["ignore", "pipe", "inherit"], ...more });
  strangers.push(child);
  await once(child.stdout, "data");
  return child.pid ?? 0;
}

/** A release with this server, started in slot blue. */
async function started(
  server: Server,
  files = {},
): Promise<{ readonly target: Target; readonly id: string; readonly pid: number }> {
  const release = host.release("1.0.0", { server, files });
  const target = host.target({ release });
  await install(target, release);
  const { facts } = await passed(target, { type: "start", ...blue, release: release.id });
  return { target, id: release.id, pid: Number(facts?.["pid"]) };
}

/** A server whose first thread ends on a signal, and whose second keeps its socket for another two seconds. */
const endsByThreads = `use threads; use IO::Socket::IP; use POSIX;
  my $s = IO::Socket::IP->new(LocalHost => "127.0.0.1", LocalPort => $ENV{PORT}, Listen => 5, ReuseAddr => 1) or die;
  my $exit = (POSIX::uname())[4] eq "aarch64" ? 93 : 60;
  $SIG{USR1} = sub { syscall($exit, 0) };
  threads->create(sub {
    my $state = "";
    until ($state eq "Z") {
      select(undef, undef, undef, 0.05);
      open(my $stat, "<", "/proc/$$/stat") or next;
      ($state) = <$stat> =~ /\\) (.)/;
    }
    sleep 2;
    POSIX::_exit(0);
  });
  sleep 1 while 1`;

const listenerOf = async (target: Target) => (await target.answering("web1", "blue"))?.listener;
async function untilListener(target: Target, wanted: string): Promise<void> {
  while ((await listenerOf(target)) !== wanted) await new Promise((resolve) => setTimeout(resolve, 20));
}

describe("the port of a slot", () => {
  test("is the slot's own once its process listens there, however late that is", async () => {
    const { target, id, pid } = await started("late");
    await until(() => host.processes().length === 1);
    expect(await listenerOf(target)).toBe("none");
    await untilListener(target, "own");
    expect(await target.running("web1", "blue")).toEqual({ pid, release: id, served: true });
    expect((await hostOf(target)).slots["blue"]).not.toHaveProperty("stranger");
  });

  test.each([
    ["127.0.0.1", (port: number) => `LocalHost => "127.0.0.1", LocalPort => ${port}`],
    ["all addresses of IPv4", (port: number) => `LocalHost => "0.0.0.0", LocalPort => ${port}`],
    ["all addresses of IPv6 and IPv4", (port: number) => `LocalHost => "::", LocalPort => ${port}, V6Only => 0`],
    ["::1", (port: number) => `LocalHost => "::1", LocalPort => ${port}, V6Only => 1`],
  ])(
    "is not given to a server while another program listens on %s, and the program is named",
    async (_where, options) => {
      const pid = await stranger(options(host.ports.blue));
      const release = host.release("1.0.0", { server: "listens" });
      const target = host.target({ release });
      await install(target, release);
      expect((await hostOf(target)).slots["blue"]?.stranger).toBe(`process ${pid} (perl)`);
      const judgement = await step(target, { type: "start", ...blue, release: release.id });
      expect(judgement).toMatchObject({ verdict: "fail", reason_code: "port_taken" });
      expect(judgement.says).toContain(`Port ${host.ports.blue} of slot blue is answered by process ${pid} (perl)`);
      expect(host.processes()).toEqual([]);
      expect(await hostOf(target)).toMatchObject({ intent: null });
    },
  );

  test("is not the slot's while another program took it and the slot's own server died of that", async () => {
    const { target, id, pid } = await started("slow");
    await passed(target, { type: "stop", ...blue, how: "kill" });
    const other = await stranger(`LocalHost => "127.0.0.1", LocalPort => ${host.ports.blue}`);
    expect(await target.answering("web1", "blue")).toEqual({
      process: null,
      listener: "foreign",
      loopback: "127.0.0.1",
      stranger: `process ${other} (perl)`,
    });
    expect(await target.running("web1", "blue")).toBeNull();
    expect(pid).not.toBe(other);
    expect(await step(target, { type: "activate", ...blue, release: id })).toMatchObject({ verdict: "fail" });
    expect((await hostOf(target)).active).toBeNull();
  });

  test("is not the slot's while two share it, and what they are asked is answered by either", async () => {
    const shared = `LocalHost => "127.0.0.1", LocalPort => ${host.ports.blue}, ReusePort => 1`;
    const { target, id } = await started("shares");
    await untilListener(target, "own");
    const other = await stranger(shared);
    expect(await target.answering("web1", "blue")).toMatchObject({
      listener: "foreign",
      stranger: `process ${other} (perl)`,
    });
    expect(await step(target, { type: "activate", ...blue, release: id })).toMatchObject({
      verdict: "fail",
      reason_code: "port_taken",
    });
    expect((await hostOf(target)).active).toBeNull();
  });

  test("is the slot's own where a child of its process listens, and is free when the slot was stopped", async () => {
    const { target } = await started("forks");
    await untilListener(target, "own");
    await passed(target, { type: "stop", ...blue, how: "kill" });
    await until(() => host.processes().length === 0);
    expect(await target.answering("web1", "blue")).toEqual({ process: null, listener: "none", stranger: "" });
  });

  test("is nobody else's while a process that was killed has threads that still keep it", async () => {
    const { target, pid } = await started("script", { "server.pl": endsByThreads });
    await untilListener(target, "own");
    process.kill(pid, "SIGUSR1");
    await until(() => !alive(pid));
    expect(await target.answering("web1", "blue")).toEqual({ process: null, listener: "none", stranger: "" });
  });

  test("is not taken by what listens on the same number of another loopback address", async () => {
    await stranger(`LocalHost => "127.0.0.2", LocalPort => ${host.ports.blue}`);
    const { target } = await started("listens");
    await untilListener(target, "own");
  });

  test("taken in one slot is seen with the other slot's release untouched", async () => {
    const { target } = await started("listens");
    await untilListener(target, "own");
    const pid = await stranger(`LocalHost => "127.0.0.1", LocalPort => ${host.ports.green}`);
    const slots = (await fleetOf(target)).hosts[0]?.slots;
    expect(slots?.["blue"]).not.toHaveProperty("stranger");
    expect(slots?.["green"]).toMatchObject({ running: null, stranger: `process ${pid} (perl)` });
  });

  const asRoot = process.getuid?.() === 0 ? test : test.failing;
  asRoot("is somebody else's where the files of the process that listens cannot be read", async () => {
    await stranger(`LocalHost => "127.0.0.1", LocalPort => ${host.ports.blue}`);
    // What a plain user sees of a process of root: the socket in the kernel's table, and no open file.
    const { report } = await host.run("running", { PD_SLOT: "blue" }, "holder_of() { holder=; }");
    const [, , , listener, , words] = report.records.find(([key]) => key === "running") ?? [];
    expect(listener).toBe("foreign");
    expect(words).toBe("a process of user root, which root cannot look into");
  });
});
