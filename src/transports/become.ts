import type { Judgement } from "../domain/evidence/result.ts";
import type { Ran } from "../ports/shell.ts";
import type { Leading } from "./ssh-failure.ts";

/** A command as another user runs it: by sudo, which never asks for a password. */
export function asUser(user: string | null, [first, ...rest]: readonly [string, ...string[]]): [string, ...string[]] {
  return user === null ? [first, ...rest] : ["sudo", "-n", "-H", "-u", user, "--", first, ...rest];
}

/** Not what sudo only warns of, with every command, on a host whose name is not in its /etc/hosts or in a container. */
const refusal = /^(sudo: (?!unable to resolve host|setrlimit).*|Sorry, user .*|.*sudo: (command )?not found.*)$/m;

/** Why sudo did not begin the command; null where that is not why it ended. */
export function sudoFault(
  become: string | null,
  { name, login }: Leading,
  { code, stdout, stderr }: Ran,
): Judgement | null {
  if (become === null || code === 0 || /^pd\t/m.test(stdout)) return null;
  const [says] = refusal.exec(stderr) ?? [];
  if (says === undefined) return null;
  const line = `${login.replace(/@.*$/, "")} ALL=(${become}) NOPASSWD: /bin/sh`;
  return {
    verdict: "fail",
    reason_code: "host_unsuitable",
    says: `${name}: sudo does not run commands as \`${become}\`, which \`host.become\` names: ${says.slice(0, 200)}.`,
    remedy: `Allow it in a file of /etc/sudoers.d there: \`${line}\`.`,
  };
}
