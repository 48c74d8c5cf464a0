import { sessionRefused } from "../commands/ssh.ts";
import type { Judgement } from "../domain/evidence/result.ts";
import type { Ran } from "../ports/shell.ts";
import type { Leading } from "./ssh-failure.ts";

/** The sessions of one connection: as many at once as sshd allows (`MaxSessions`), which it says by refusing one. */
export interface Sessions {
  /** Runs one as soon as another may begin. */
  run<T extends Ran | null>(begin: () => Promise<T>): Promise<T>;
}

export function sessionsOf(): Sessions {
  let running = 0;
  let most = Number.POSITIVE_INFINITY;
  let ended = Promise.withResolvers<void>();
  return {
    async run(begin) {
      while (running >= most) await ended.promise;
      running += 1;
      try {
        const ran = await begin();
        // The others that ran meanwhile are all that it allows.
        if (ran !== null && sessionRefused(ran.stderr)) most = Math.max(1, Math.min(most, running - 1));
        return ran;
      } finally {
        running -= 1;
        ended.resolve();
        ended = Promise.withResolvers();
      }
    },
  };
}

/** None could begin within the limit. */
export function noSession({ name, login }: Leading): Judgement {
  return {
    verdict: "fail",
    reason_code: "host_unsuitable",
    says: `${name}: sshd at ${login} allows no further session on a connection (\`MaxSessions\`).`,
    remedy: "Set `MaxSessions 10`, its default, in /etc/ssh/sshd_config there.",
  };
}
