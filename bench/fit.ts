// How long it takes to ask hosts whether they are fit for a release, their connections included, beside one bare ssh
// login to each of them at once in the same run. Real sshd on loopback; the limit is 3 s for three hosts. Run it with:
// script/node bench/fit.ts [hosts] [rounds]
import { spawn } from "node:child_process";
import { once } from "node:events";
import { sandbox } from "../__tests__/host/sandbox.ts";
import { sshTarget } from "../__tests__/support/ssh-target.ts";
import { startSshds } from "../__tests__/support/sshd.ts";

const [count = 3, rounds = 5] = process.argv.slice(2).map(Number);
const limitMs = 3_000;

const host = sandbox();
const sshds = await startSshds(Array.from({ length: count }, () => []));
const release = host.release("1.0.0");

/** Milliseconds of the question to all hosts, without a connection that is there before. */
async function askAll(): Promise<number> {
  const target = sshTarget({
    hosts: sshds.hosts.map(({ address, port }, index) => ({ name: `web${index + 1}`, address, port })),
    ssh: { knownHosts: sshds.knownHosts, keyFrom: "DEPLOY_KEY" },
    ...{ path: host.path, ports: host.ports, secrets: { DEPLOY_KEY: sshds.key }, release },
  });
  const began = performance.now();
  const { faults, seen } = await target.fitness();
  const ms = performance.now() - began;
  await target.close();
  if (faults.length > 0 || seen.length !== count) throw new Error(`${count} fit hosts: ${JSON.stringify(faults)}`);
  return ms;
}

/** Milliseconds of one login to each host at once, for a command that does nothing. */
async function logInAll(): Promise<number> {
  const began = performance.now();
  const options = ["BatchMode=yes", "StrictHostKeyChecking=no", "UserKnownHostsFile=/dev/null", "LogLevel=ERROR"];
  const logins = sshds.hosts.map(({ address, port }) => {
    const args = ["-F", "none", "-i", sshds.keyFile, "-p", String(port), ...options.flatMap((one) => ["-o", one])];
    return once(spawn("ssh", [...args, address, "true"], { stdio: "ignore" }), "exit");
  });
  const codes = (await Promise.all(logins)).map(([code]) => code);
  if (codes.some((code) => code !== 0)) throw new Error(`ssh ended with ${codes.join(", ")}`);
  return performance.now() - began;
}

const asked: number[] = [];
const bare: number[] = [];
try {
  for (let round = 0; round < rounds; round += 1) {
    bare.push(await logInAll());
    asked.push(await askAll());
  }
} finally {
  await sshds.close();
  host.close();
}
const median = (of: readonly number[]) => [...of].sort((one, other) => one - other)[Math.floor(of.length / 2)] ?? 0;
const [most, floor] = [Math.max(...asked), median(bare)];
console.log(
  `${count} hosts, ${rounds} rounds: ${median(asked).toFixed(0)} ms (at most ${most.toFixed(0)}), ` +
    `${(median(asked) / floor).toFixed(1)} times a bare login to each (${floor.toFixed(0)} ms)`,
);
console.log(most <= limitMs ? `within ${limitMs} ms` : `over ${limitMs} ms`);
if (most > limitMs) process.exitCode = 1;
