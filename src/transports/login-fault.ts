import type { Judgement } from "../domain/evidence/result.ts";
import type { Ran } from "../ports/shell.ts";
import type { Leading } from "./ssh-failure.ts";

interface Fault {
  readonly seen: RegExp;
  readonly reason_code: "host_refused" | "host_unsuitable";
  readonly says: string;
  readonly remedy: string;
}

const faults: readonly Fault[] = [
  {
    seen: /password (has|is) expired|Password change required|password has expired|must change your password/i,
    reason_code: "host_refused",
    says: "the password of this account has expired, so no command is run",
    remedy: "Set a new one there, or end its expiry with `chage -M -1 -d $(date +%F) <user>`.",
  },
  {
    seen: /account has expired/i,
    reason_code: "host_refused",
    says: "this account has expired",
    remedy: "Set another day there with `chage -E -1 <user>`.",
  },
  {
    seen: /account is currently not available|nologin|System is booting up|Unprivileged users are not permitted/i,
    reason_code: "host_refused",
    says: "this account may not log in",
    remedy: "Give it a shell there with `usermod --shell /bin/sh <user>`, and look for /etc/nologin and /run/nologin.",
  },
  {
    seen: /restricted: cannot specify|restricted: .*command names/,
    reason_code: "host_unsuitable",
    says: "its login shell is restricted (rbash) and does not start /bin/sh",
    remedy: "Give it another shell there with `usermod --shell /bin/sh <user>`.",
  },
  {
    seen: /\/bin\/sh: (not found|No such file|Command not found)|Unknown command.*\/bin\/sh/i,
    reason_code: "host_unsuitable",
    says: "there is no /bin/sh, which runs the steps",
    remedy: "Use a host with a POSIX shell, such as Debian or Ubuntu.",
  },
  {
    seen: /\bgzip: (command )?not found/i,
    reason_code: "host_unsuitable",
    says: "gzip is not installed, in which the steps are sent",
    remedy: "Install it there, such as with `apt install gzip`.",
  },
];

/** Why the login shell did not begin a command; null where that is not why it ended. */
export function loginFault(at: Leading, ran: Ran): Judgement | null {
  if (ran.ended !== "exited" || ran.code === 0) return null;
  const printed = `${ran.stdout.slice(0, 4_000)}\n${ran.stderr}`;
  // What the program itself has begun to print is the program's.
  if (/^pd\t/m.test(printed)) return null;
  const fault = faults.find(({ seen }) => seen.test(printed));
  if (fault === undefined) return null;
  const { reason_code, says, remedy } = fault;
  return {
    verdict: "fail",
    reason_code,
    says: `${at.name}: ${at.login}: ${says}.`,
    remedy,
    tail: printed.trim().slice(-2_000),
  };
}
