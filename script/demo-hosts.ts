// Hosts for the demo: those of examples/hosts, booted and prepared, or where this machine boots none, itself by ssh.
import { type Fleet, startFleet } from "../__tests__/acceptance/fleet.ts";
import { startMachine } from "../__tests__/acceptance/machine.ts";
import type { Ground, Pace } from "../__tests__/acceptance/sources.ts";
import { labRefusal } from "../__tests__/lab/lab.ts";
import { startSshds } from "../__tests__/support/sshd.ts";

/** Starts the hosts of an example, and prints what they are. */
export async function startHosts(example: "one" | "three", pace: Pace): Promise<Ground> {
  const refusal = await labRefusal();
  if (refusal !== null) {
    console.log(
      `${refusal}\nThis machine is the only host instead, reached by an sshd on loopback, without systemd.\n`,
    );
    return startBySsh(pace);
  }
  const began = performance.now();
  const fleet = await startFleet(example, pace);
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  console.log(`Hosts with a network, an sshd and a systemd each, booted and prepared in ${seconds} s:\n`);
  for (const line of described(fleet)) console.log(line);
  console.log(`\nSettings: examples/hosts/${example}/phoenix-deploy.yml, with the addresses of these hosts.\n`);
  return fleet;
}

/** Each host with what was done to it; hosts to which the same was done are shown as one. */
function described({ lab, prepared, url }: Fleet): readonly string[] {
  const alike = new Map<string, string[]>();
  for (const { name, ip } of lab.hosts) {
    const lines = prepared.filter(({ host }) => host === name).flatMap((one) => one.lines);
    const done = lines.map((line) => `      ${line.replace(`${name} is ready`, "Ready")}`).join("\n");
    alike.set(done, [...(alike.get(done) ?? []), `${name} (deploy@${ip})`]);
  }
  return [
    ...[...alike].flatMap(([done, hosts]) => [`  ${hosts.join(", ")}`, done]),
    `\n  staging is ${url.staging}, production ${url.production}`,
  ];
}

/** The machine of the demo without hosts, with its address by ssh in the settings of each commit. */
async function startBySsh(pace: Pace): Promise<Ground> {
  const machine = await startMachine(pace);
  const sshds = await startSshds([[]]);
  const [host] = sshds.hosts;
  if (host === undefined) throw new Error("There is no sshd");
  const hosts = `hosts: [{name: this-machine, address: "${host.address}", port: ${host.port}}]`;
  const ssh = `ssh: {key-from: DEPLOY_KEY, known-hosts: ["${host.knownHost}"]}`;
  const reached = { file: ".github/phoenix-deploy.yml", from: /hosts: \[.*\]/g, to: `${hosts}\n    ${ssh}` };
  return {
    ...machine,
    commit: (commit) => machine.commit({ ...commit, edits: [reached, ...(commit.edits ?? [])] }),
    env: { DEPLOY_KEY: sshds.key },
    async close() {
      await sshds.close();
      await machine.close();
    },
  };
}
