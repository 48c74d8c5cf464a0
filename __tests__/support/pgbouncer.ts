// A PgBouncer for tests, in front of a PostgreSQL of theirs: on a socket in its own folder, where no port is open.
import { execFileSync, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asOwner } from "./postgres.ts";

export interface Pooler {
  /** The folder of its socket. */
  readonly socket: string;
  close(): void;
}

/** `databases` is what it knows, `*` for all, and `settings` are more lines of its file. */
export async function pooler(
  server: string,
  { mode, databases, settings = [] }: { mode: string; databases: string; settings?: readonly string[] },
): Promise<Pooler> {
  const socket = mkdtempSync(join(tmpdir(), "pd-pgb-"));
  const file = join(socket, "pgbouncer.ini");
  const text = [
    "[databases]",
    `${databases} = host=${server} user=owner password='s%crét'''`,
    "[pgbouncer]",
    ...[`unix_socket_dir = ${socket}`, "listen_port = 5432", "auth_type = any", `pool_mode = ${mode}`],
    ...settings,
  ];
  writeFileSync(file, `${text.join("\n")}\n`);
  chmodSync(socket, 0o755);
  if (process.getuid?.() === 0) execFileSync("chown", ["postgres", socket]);
  const [program = "", ...rest] = asOwner(["/usr/sbin/pgbouncer", "-q", file]);
  const running = spawn(program, rest, { stdio: ["ignore", "ignore", "inherit"] });
  while (!existsSync(join(socket, ".s.PGSQL.5432"))) {
    if (running.exitCode !== null) throw new Error(`pgbouncer ended with code ${running.exitCode}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return {
    socket,
    close() {
      running.kill("SIGKILL");
      rmSync(socket, { recursive: true, force: true });
    },
  };
}
