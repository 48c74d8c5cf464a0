import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Lab, labRefusal, startLab } from "./lab.ts";
import { startLoopback } from "./loopback.ts";

const refusal = await labRefusal();
if (refusal !== null) process.stdout.write(`${refusal}\n`);
const onLab = refusal === null ? test : test.skip;

let lab: Lab;
beforeAll(async () => {
  if (refusal === null) lab = await startLab({ hosts: 2 });
});
afterAll(() => lab?.stop());

const ssh = (host: string, command: string) =>
  execFileSync("ssh", ["-F", lab.sshConfig, "-o", "ConnectTimeout=2", host, command], {
    encoding: "utf8",
    stdio: "pipe",
  });

function reached(host: string): boolean {
  try {
    ssh(host, "true");
    return true;
  } catch {
    return false;
  }
}

onLab("hosts have a name, a user, a systemd and a network of their own", async () => {
  expect(ssh("h1", "hostname; id -un")).toBe("h1\ndeploy\n");
  expect(ssh("h2", "hostname; cat /proc/1/comm")).toBe("h2\nsystemd\n");
  expect(await lab.run("h1", ["cat"], "as root")).toEqual({ code: 0, stdout: "as root", stderr: "" });
});

onLab("a host that is cut off answers nobody until it is restored", async () => {
  await lab.cut("h2");
  expect(() => ssh("h2", "true")).toThrow(/Connection timed out|No route to host/);
  expect(ssh("h1", "echo there")).toBe("there\n");
  await lab.restore("h2");
  // The kernel remembers for a moment that nobody had the address.
  while (!reached("h2")) await new Promise((resolve) => setTimeout(resolve, 200));
  expect(ssh("h2", "echo again")).toBe("again\n");
});

onLab("a reboot keeps files, and no process", async () => {
  ssh("h2", "echo kept >kept; setsid sleep 1000 </dev/null >/dev/null 2>&1 &");
  await lab.reboot("h2");
  expect(ssh("h2", "cat kept; pgrep -c sleep || true")).toBe("kept\n0\n");
});

onLab("nothing is left of a lab whose process was killed", async () => {
  const program = `
    import { startLab } from ${JSON.stringify(join(import.meta.dirname, "lab.ts"))};
    console.log((await startLab({ hosts: 1 })).folder);
    setInterval(() => undefined, 1_000);`;
  const child = spawn(process.execPath, ["--no-warnings", "--input-type=module", "--eval", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [folder] = (await once(createInterface(child.stdout), "line")) as [string];
  expect(existsSync(join(folder, "h1/root/etc"))).toBe(true);
  child.kill("SIGKILL");
  const id = folder.replace(/^.*-/, "");
  while (existsSync(folder) || existsSync(`/run/netns/pdl-${id}-h1`)) await new Promise((go) => setTimeout(go, 20));
  expect(existsSync(`/sys/class/net/pdl${id}`)).toBe(false);
});

test("where no hosts can be booted, each is an sshd on loopback, which can be cut off as well", async () => {
  const poor = await startLoopback(["h1", "h2"]);
  try {
    const over = (host: string, limit: number) =>
      execFileSync("ssh", ["-F", poor.sshConfig, "-o", `ConnectTimeout=${limit}`, host, "echo there"], {
        encoding: "utf8",
        stdio: "pipe",
      });
    expect(over("h1", 60)).toBe("there\n");
    await poor.cut("h1");
    expect(() => over("h1", 1)).toThrow("timed out");
    expect(over("h2", 60)).toBe("there\n");
    await poor.restore("h1");
    expect(over("h1", 60)).toBe("there\n");
    await expect(poor.reboot("h1")).rejects.toThrow("cannot be rebooted");
  } finally {
    await poor.stop();
  }
  expect(existsSync(poor.folder)).toBe(false);
});
