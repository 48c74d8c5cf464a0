import { randomInt } from "node:crypto";
import { addForwards, foundNoMaster, onHost, type SshLine, sessionRefused } from "../commands/ssh.ts";
import type { Command, Shell } from "../ports/shell.ts";
import { asUser, sudoFault } from "./become.ts";
import { overNetwork } from "./compressed.ts";
import { loginFault } from "./login-fault.ts";
import { readSshAddress, type SshAddress, sshAddress } from "./ssh-address.ts";
import { type Connection, connectionOf, connectMs, notRun } from "./ssh-connection.ts";
import type { Leading } from "./ssh-failure.ts";
import { sshFolder } from "./ssh-folder.ts";
import { noSession } from "./ssh-sessions.ts";
import type { Carrier, HostAddress, RanThere, Reaching, Transport, TransportKind } from "./transport.ts";

/** The OpenSSH client of the runner, with one master connection for each host, and one for the jump host before all. */
export const ssh: TransportKind = { type: "ssh", address: sshAddress, open };

function open(reaching: Reaching): Carrier {
  const { shell, become, user } = reaching;
  const folder = sshFolder(reaching);
  let count = 0;

  function connectionTo(place: SshAddress, name: string, jump: Connection | null): Connection {
    count += 1;
    const socket = folder.at(`m-${count}`);
    const line: SshLine = { ...place, config: folder.config, socket, jump: jump?.line.socket ?? null };
    return connectionOf({ shell, folder, line, at: { name, login: loginOf(place) }, jump });
  }

  const through = reaching.ssh.jump === null ? null : readSshAddress(reaching.ssh.jump, "with port");
  const jump = through === null ? null : connectionTo(through, "The jump host", null);

  function to({ name, address, port }: HostAddress): Transport {
    const place = readSshAddress(address, "without port");
    // The settings file was read with this very rule.
    if (place === null) throw new Error(`${address} is no address of ssh`);
    const whole = { ...place, user: place.user ?? user, port: port ?? null };
    const connection = connectionTo(whole, name, jump);
    const at = { name, login: loginOf(whole) };
    return {
      login: at.login,
      connect: () => void connection.connect({ limitMs: connectMs }),
      async run(command) {
        const sent = overNetwork(command);
        const ran = await runOver(connection, reaching, { ...sent, argv: asUser(become, sent.argv) });
        if (ran.unreached !== undefined || ran.lost === true) return ran;
        const unreached = loginFault(at, ran) ?? sudoFault(become, at, ran);
        return unreached === null ? ran : { ...ran, unreached };
      },
      reach: async (there) => `http://127.0.0.1:${await forwardOver(connection, shell, there)}`,
    };
  }

  return { to, close: () => folder.close() };
}

function loginOf({ user, host, port }: SshAddress): Leading["login"] {
  return `${user === null ? "" : `${user}@`}${host}${port === null ? "" : ` port ${port}`}`;
}

/** Between two attempts at a session while sshd allows no further one, and how many there are at most. */
const roomMs = 100;
const mostRefusals = 20;

/**
 * One session. Where its master is gone before anything was sent, once more on a new one; where sshd allows no further
 * one, after another has ended.
 */
async function runOver(connection: Connection, { shell, clock }: Reaching, command: Command): Promise<RanThere> {
  const argv = onHost(connection.line, command.argv);
  let refusals = 0;
  for (let tries = 3; ; ) {
    const failed = await connection.connect(command);
    if (failed !== null) return failed;
    const used = connection.current();
    const asked = clock.ticks();
    const ran = await connection.sessions.run(async () => {
      const limitMs = command.limitMs - (clock.ticks() - asked);
      return limitMs > 0 ? shell.run({ ...command, limitMs, argv }) : null;
    });
    if (ran === null) return notRun(noSession(connection.at));
    if (ran.code !== 255) return ran;
    if (sessionRefused(ran.stderr)) {
      if (refusals === mostRefusals) return notRun(noSession(connection.at));
      refusals += 1;
      await clock.sleep(roomMs);
      continue;
    }
    connection.forget(used);
    if (!foundNoMaster(ran.stderr) || tries === 0) return { ...ran, lost: true };
    tries -= 1;
  }
}

const forwardMs = 30_000;

/** A port here that leads to a port there. It is chosen once: a connection that is made anew has it again. */
async function forwardOver(connection: Connection, shell: Shell, there: number): Promise<number> {
  const { forwards, line } = connection;
  for (let tries = 10; tries > 0 && !forwards.has(there); tries -= 1) {
    const here = randomInt(10_000, 32_000);
    const stands = (await connection.connect({ limitMs: forwardMs })) === null;
    const argv = addForwards(line, new Map([[there, here]]));
    const ran = stands ? await shell.run({ argv, limitMs: forwardMs, onCancel: "finish", cwd: "/" }) : null;
    // Without a connection it is opened with the next one. A port that is taken here is another's.
    if (ran === null || ran.code === 0 || tries === 1) forwards.set(there, here);
  }
  return forwards.get(there) ?? 0;
}
