import { quote } from "./host.ts";

/** Where one connection leads, and the socket of its master. */
export interface SshLine {
  /** Configuration file of the run, for what opens a connection. */
  readonly config: string;
  readonly socket: string;
  /** Host name, address, or name in ssh_config. */
  readonly host: string;
  /** Null leaves it to ssh_config, and to ssh itself. */
  readonly user: string | null;
  readonly port: number | null;
  /** Socket of the master of the jump host; null where none is between. */
  readonly jump: string | null;
}

type Argv = [string, ...string[]];

const overMaster = (socket: string): Argv => [
  ...(["ssh", "-F", "none", "-S", socket] as const),
  ...["-o", "BatchMode=yes", "-o", "LogLevel=ERROR", "-o", "ControlMaster=no"],
];

/** Without a master, ssh would silently connect by itself, past the configuration. */
const neverAlone = ["-o", "ProxyCommand=false"];

/** True where a session found no master, from what ssh printed: it greets a host only by itself. Nothing was sent. */
export function foundNoMaster(stderr: string): boolean {
  return /^(kex_exchange_identification|banner exchange|ssh_exchange_identification): |UNKNOWN port 65535/m.test(
    stderr,
  );
}

/** True where the master's sshd allows no further session now. Nothing was sent. */
export function sessionRefused(stderr: string): boolean {
  return /session request failed: Session open refused by peer/.test(stderr);
}

/** Opens the master connection, and ends when it stands. */
export function openMaster(line: SshLine): Argv {
  const how = [
    "-S",
    line.socket,
    "-o",
    "ControlMaster=auto",
    "-o",
    "ControlPersist=no",
    "-o",
    "ClearAllForwardings=yes",
  ];
  return ["ssh", "-F", line.config, ...how, "-f", "-N", "-T", ...leading(line)];
}

/** A command on the host. The login shell there sees its words quoted; they are constants. */
export function onHost({ socket, host }: SshLine, command: readonly string[]): Argv {
  const words = command.map((word) => (/^[A-Za-z0-9_/.=-]+$/.test(word) ? word : quote(word)));
  return [...overMaster(socket), ...neverAlone, "-T", "-a", "-x", "--", host, ...words];
}

/** Adds forwards from ports here to ports there; one that exists already is left as it is. */
export function addForwards({ socket, host }: SshLine, forwards: ReadonlyMap<number, number>): Argv {
  const all = [...forwards].flatMap(([there, here]) => ["-L", `127.0.0.1:${here}:127.0.0.1:${there}`]);
  return [...overMaster(socket), "-O", "forward", ...all, "--", host];
}

/** Ends with code 0 where the master lives. */
export function checkMaster({ socket, host }: SshLine): Argv {
  return [...overMaster(socket), "-O", "check", "--", host];
}

export function endMaster({ socket, host }: SshLine): Argv {
  return [...overMaster(socket), "-O", "exit", "--", host];
}

/** Learns the host's key: any is accepted into a file of its own, and nothing is offered to log in with. */
export function learnHostKey(line: SshLine, file: string): Argv {
  const options = [
    ...["StrictHostKeyChecking=accept-new", `UserKnownHostsFile=${file}`, "GlobalKnownHostsFile=/dev/null"],
    ...["HashKnownHosts=no", "CheckHostIP=no", "PreferredAuthentications=none", "IdentityAgent=none"],
  ];
  return ["ssh", "-F", line.config, "-S", "none", ...options.flatMap((one) => ["-o", one]), ...leading(line), "true"];
}

function leading({ host, user, port, jump }: SshLine): string[] {
  const through =
    jump === null ? [] : ["-o", `ProxyCommand=${[...overMaster(jump), "-W", "'[%h]:%p'"].join(" ")} jump`];
  return [
    ...(user === null ? [] : ["-l", user]),
    ...(port === null ? [] : ["-p", String(port)]),
    ...through,
    ...["--", host],
  ];
}

/**
 * Makes a folder that only we can read, with the configuration from standard input in it. A file `own` there names the
 * user's configuration where ssh itself looks for it: `~` is what HOME says, and that of a job in a container is
 * another.
 */
export function openFolder(folder: string): Argv {
  const text = `umask 077 && mkdir -- "$1" && cat >"$1/config" || exit
user=$(id -un 2>/dev/null)
case $user in
'' | *[!A-Za-z0-9._-]*) ;;
*) echo "Include ~$user/.ssh/config" >"$1/own" ;;
esac`;
  return ["/bin/sh", "-c", text, "folder", folder];
}

/** Writes standard input to a file that only we can read. */
export function writePrivate(path: string): Argv {
  return ["/bin/sh", "-c", 'umask 077 && cat >"$1"', "write", path];
}

/**
 * Stays beside this process: it has the agent, and when this process is gone, however it ended, or asks for it, it ends
 * all master connections and the agent and removes the folder.
 */
const guard = `umask 077
trap '' HUP INT
folder=$1 agent=
end() {
  trap '' TERM
  [ -z "$agent" ] || kill "$agent"
  ending=
  for socket in "$folder"/m-*; do
    [ -S "$socket" ] || continue
    timeout 5 ssh -F none -S "$socket" -O exit -- master >/dev/null 2>&1 </dev/null &
    ending="$ending $!"
  done
  wait $ending
  rm -rf -- "$folder"
}
trap end EXIT
trap 'exit 0' TERM
if [ "$2" = agent ]; then
  ssh-agent -D -a "$folder/agent" >/dev/null 2>&1 </dev/null &
  agent=$!
fi
echo $$ >"$folder/guard"
while read -r _ _ _ parent _ <"/proc/$$/stat" && [ "$parent" = "$PPID" ] && [ -d "$folder" ]; do
  # It outlives what waits for it, and must not keep the pipes of that open.
  sleep 1 >/dev/null 2>&1 &
  wait $!
done`;

export function guardFolder(folder: string, withAgent: boolean): Argv {
  return ["/bin/sh", "-c", guard, "guard", folder, withAgent ? "agent" : "none"];
}

/** Asks the guard to end. */
export function endGuard(folder: string): Argv {
  return ["/bin/sh", "-c", 'read -r pid <"$1/guard" && kill "$pid"', "end", folder];
}

/** Hours that a key stays in the agent at most: longer than any job of a hosted runner. */
const keyHours = 12;

/** Gives the key from standard input to the agent: no file ever holds it. */
export const addKey: Argv = ["ssh-add", "-q", "-t", `${keyHours}h`, "-"];
