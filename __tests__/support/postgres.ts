// A PostgreSQL server for tests: a cluster of its own, on a socket in its own folder, where no port is open.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = "/usr/lib/postgresql";

/** The programs of the newest server that is installed. Debian's psql on the PATH is a script that looks for them. */
export function postgresPrograms(): string {
  const [newest] = readdirSync(root).sort((one, other) => Number(other) - Number(one));
  return join(root, newest ?? "", "bin");
}

export interface Postgres {
  /** The folder of its socket: `host` for psql. */
  readonly socket: string;
  /** Runs SQL as the superuser, and gives what psql printed. */
  sql(text: string, database?: string): string;
  /** A session that runs SQL and stays open until it is ended. */
  hold(text: string, database: string): Promise<() => void>;
  /** A session that runs SQL twenty times a second until it is ended. */
  again(text: string, database: string): () => void;
  stop(): void;
  start(): void;
  close(): void;
}

/** Servers refuse to run as root. */
export const asOwner = (argv: readonly string[]): readonly string[] =>
  process.getuid?.() === 0 ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", ...argv] : argv;

function run(argv: readonly string[]): void {
  const [program = "", ...rest] = asOwner(argv);
  execFileSync(program, rest, { cwd: "/", stdio: ["ignore", "ignore", "inherit"] });
}

export function postgres(): Postgres {
  const socket = mkdtempSync(join(tmpdir(), "pd-pg-"));
  if (process.getuid?.() === 0) execFileSync("chown", ["postgres", socket]);
  chmodSync(socket, 0o755);
  const data = join(socket, "data");
  const bin = postgresPrograms();
  const secret = join(socket, "password");
  writeFileSync(secret, "s%crét'\n");
  run([join(bin, "initdb"), "-D", data, "-U", "owner", "-A", "scram-sha-256", `--pwfile=${secret}`, "-N"]);
  const options = `-c listen_addresses='' -c unix_socket_directories=${socket} -c unix_socket_permissions=0777 -F`;
  const control = (...more: string[]) =>
    run([join(bin, "pg_ctl"), "-D", data, "-w", "-s", "-l", join(socket, "log"), ...more]);
  const env = { ...process.env, PGPASSWORD: "s%crét'", PGHOST: socket, PGUSER: "owner" };
  const psql = join(bin, "psql");
  const plain = ["-XAtq", "-v", "ON_ERROR_STOP=1", "-F", " "];
  const server: Postgres = {
    socket,
    sql: (text, database = "postgres") =>
      execFileSync(psql, [...plain, "-d", database], { input: text, env, encoding: "utf8" }),
    async hold(text, database) {
      const held = spawn(psql, [...plain, "-d", database], { env, stdio: ["pipe", "pipe", "inherit"] });
      held.stdin.write(`BEGIN; ${text}; SELECT 'held';\n`);
      await new Promise<void>((resolve) => held.stdout.once("data", () => resolve()));
      return () => void held.kill("SIGTERM");
    },
    again(text, database) {
      const session = spawn(psql, [...plain, "-d", database], { env, stdio: ["pipe", "ignore", "inherit"] });
      session.stdin.write(`${text} \\watch 0.05\n`);
      return () => void session.kill("SIGTERM");
    },
    start: () => control("-o", options, "start"),
    stop: () => control("-m", "immediate", "stop"),
    close() {
      if (existsSync(join(data, "postmaster.pid"))) spawnSync(...stopping(bin, data));
      rmSync(socket, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  server.start();
  return server;
}

function stopping(bin: string, data: string): [string, string[]] {
  const [program = "", ...rest] = asOwner([join(bin, "pg_ctl"), "-D", data, "-w", "-s", "-m", "immediate", "stop"]);
  return [program, rest];
}
