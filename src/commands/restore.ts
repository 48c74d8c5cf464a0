import { quote } from "./host.ts";

/** A backup of PostgreSQL, and the application whose database it is restored to. */
export interface Restore {
  readonly host: string;
  readonly path: string;
  /** The variable in `shared/env` with the database's address. */
  readonly variable: string;
  /** The dump on the host. */
  readonly file: string;
  /** How every server of the application is stopped. */
  readonly stop: string;
}

/**
 * A restore by hand, line by line for a shell on the host: beside the database first, which then keeps its name for the
 * restored one. What is there now stays, under another name.
 */
export function restoreCommands({ host, path, variable, file, stop }: Restore): string {
  const env = quote(`${path}/shared/env`);
  return [
    `# On ${host}, as the user of the application. What was written since the backup is not in it.`,
    `url=$(sed -n 's/^${variable}=//p' ${env} | tail -n 1 | tr -d "'\\"" | sed 's/^ecto:/postgres:/')`,
    "server=${url%%\\?*} socket=$(printf %s \"$url\" | sed -n 's/.*socket_dir=\\([^&]*\\).*/?host=\\1/p')",
    "name=${server##*/} server=${server%/*}",
    'createdb --maintenance-db="$server/postgres$socket" "${name}_restored"',
    `pg_restore --exit-on-error --no-owner --dbname="$server/\${name}_restored$socket" ${quote(file)}`,
    "# From here the application is down: every server of it is stopped, on every host. Wait until all are gone.",
    stop,
    'psql -v ON_ERROR_STOP=1 "$server/postgres$socket" ' +
      '-c "ALTER DATABASE \\"$name\\" RENAME TO \\"${name}_before\\"" \\',
    '  -c "ALTER DATABASE \\"${name}_restored\\" RENAME TO \\"$name\\""',
    "# Then run `rollback` with `migrations: keep`, which starts the release of that schema.",
  ].join("\n");
}
