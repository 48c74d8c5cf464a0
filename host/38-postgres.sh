# The backup of a PostgreSQL database: dumped to a file beside, read back as a whole, restored into a scratch database
# whose rows are counted table by table against the same snapshot, and only then renamed into place.

# Reads an address as Ecto has it, from PD_ADDRESS, and prints sh code that exports it for libpq. No value is an
# argument.
# shellcheck disable=SC2016
address_reader='
function bad(says) { print "refused=\047" says "\047"; exit }
function digit(c) { return index("0123456789abcdef", tolower(c)) - 1 }
function plain(text,    out, i, c) {
  out = ""
  for (i = 1; i <= length(text); i++) {
    c = substr(text, i, 1)
    if (c == "%" && digit(substr(text, i + 1, 1)) >= 0 && digit(substr(text, i + 2, 1)) >= 0) {
      c = sprintf("%c", digit(substr(text, i + 1, 1)) * 16 + digit(substr(text, i + 2, 1))); i += 2
    }
    out = out c
  }
  return out
}
function give(name, value) {
  if (value == "") return
  gsub(/\047/, "\047\\\047\047", value)
  print "export " name "=\047" value "\047"
}
BEGIN {
  url = ENVIRON["PD_ADDRESS"]
  if (url == "") bad("it is empty or not set")
  if (url !~ /^(ecto|postgres|postgresql):\/\//) bad("it does not begin with ecto:// or postgres://")
  sub(/^[a-z]+:\/\//, "", url)
  query = ""; at = index(url, "?")
  if (at) { query = substr(url, at + 1); url = substr(url, 1, at - 1) }
  at = index(url, "/")
  if (!at || at == length(url)) bad("it names no database")
  database = plain(substr(url, at + 1)); place = substr(url, 1, at - 1)
  user = password = ""
  if (match(place, /.*@/)) {
    user = substr(place, 1, RLENGTH - 1); place = substr(place, RLENGTH + 1)
    at = index(user, ":")
    if (at) { password = plain(substr(user, at + 1)); user = substr(user, 1, at - 1) }
  }
  port = ""
  if (match(place, /:[0-9]+$/)) { port = substr(place, RSTART + 1); place = substr(place, 1, RSTART - 1) }
  gsub(/^\[|\]$/, "", place)
  host = plain(place)
  n = split(query, pairs, "&")
  for (i = 1; i <= n; i++) {
    at = index(pairs[i], "="); key = substr(pairs[i], 1, at - 1); value = plain(substr(pairs[i], at + 1))
    if (key == "socket_dir" || key == "host") host = value
    if (key == "port") port = value
    if (key == "sslrootcert") give("PGSSLROOTCERT", value)
    if (key == "sslmode") give("PGSSLMODE", value)
    if (key == "ssl" && value == "true") give("PGSSLMODE", "require")
  }
  give("PGHOST", host); give("PGPORT", port); give("PGUSER", plain(user)); give("PGPASSWORD", password)
  give("PGDATABASE", database)
}'

# connect: this shell is given the address of the database, by the variables of libpq.
connect() {
  PD_ADDRESS=$(with_variables printenv "$PD_URL_FROM" 2>/dev/null)
  code=$(PD_ADDRESS=$PD_ADDRESS LC_ALL=C awk "$address_reader")
  unset PD_ADDRESS
  refused=
  eval "$code"
  [ -z "$refused" ] || fail backup_failed "\`url-from\` names $PD_URL_FROM in $PD_PATH/shared/env: $refused."
  export PGCONNECT_TIMEOUT=15 PGAPPNAME=phoenix-deploy PGCLIENTENCODING=UTF8
  unset PGOPTIONS PGSERVICE PGHOSTADDR
}

ask() { psql -XAtq -v ON_ERROR_STOP=1 -F ' ' "$@"; }

# A line for each table of users: its name, and its rows. Those of an extension are the extension's.
# shellcheck disable=SC2016
count_tables='SELECT format($q$SELECT %L, count(*) FROM ONLY %I.%I$q$, n.nspname || $q$.$q$ || c.relname, n.nspname,
  c.relname) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = $q$r$q$
  AND n.nspname !~ $q$^pg_$q$ AND n.nspname <> $q$information_schema$q$ AND NOT EXISTS (SELECT FROM pg_depend d
  WHERE d.classid = $q$pg_class$q$::regclass AND d.objid = c.oid AND d.deptype = $q$e$q$) ORDER BY 1 \gexec'

# database_fault WHAT FILE: a failure with the database's own words.
database_fault() { fail backup_failed "$1: $(tool_error "$2")"; }

# for_postgres: a release for MySQL alone is refused before its address is read, whatever that begins with.
for_postgres() {
  set -- "$releases/$PD_RELEASE"/lib/myxql-* "$releases/$PD_RELEASE"/lib/postgrex-*
  [ ! -d "$1" ] || [ -d "$2" ] ||
    fail backup_failed "\`by: postgres\` is for PostgreSQL, and $PD_RELEASE has only the driver of MySQL (myxql): back\
 it up with \`by: command\`, such as by mysqldump."
}

postgres_fit() {
  for tool in psql pg_dump pg_restore; do
    command -v "$tool" >/dev/null ||
      fail backup_failed "$tool is not installed on this host: install postgresql-client."
  done
  ask -c 'SELECT current_setting($q$server_version_num$q$), pg_database_size(current_database()), current_database()' \
    >"$state/backup.out" 2>"$state/backup.err" ||
    database_fault 'The database cannot be reached for the backup' "$state/backup.err"
  read -r server size database <"$state/backup.out"
  dumps_all "$database"
  server=$((server / 10000))
  own=$(pg_dump --version | sed -E 's/^[^0-9]*([0-9]+).*/\1/')
  [ "$own" -ge "$server" ] ||
    fail backup_failed "pg_dump on this host is version $own and cannot dump a server of version $server:\
 install postgresql-client-$server."
  mkdir -p "$PD_FOLDER" && chmod 700 "$PD_FOLDER" && [ -w "$PD_FOLDER" ] ||
    fail backup_failed "$PD_FOLDER cannot be written by $(id -un)."
  rm -f "$PD_FOLDER"/.tmp.*
  free=$(df -P -B1 "$PD_FOLDER" | awk 'NR == 2 { print $4 }')
  [ "$free" -gt "$size" ] ||
    fail disk_full "No space left for the backup: the database has $size bytes, and $free are free below $PD_FOLDER."
}

# dumps_all DATABASE: refuses a dump of this one where migrations are pending in others too, which it is no backup of.
dumps_all() {
  others=
  while read -r repository name; do
    [ -z "$repository" ] || [ "$name" = "$1" ] || others="$others${others:+, }$repository (${name:-another database})"
  done <<END
$(sed -n 's/^phoenix-deploy changes: *//p' "$state/versions.out")
END
  [ -z "$others" ] || fail backup_failed "Migrations are pending in $others, and \`by: postgres\` backs up $1 alone:\
 back up all of them with \`by: command\`."
}

# snapshot_begin: a session that holds one view of the data for the dump and for the count; its name is in $snapshot.
snapshot_begin() {
  rm -f "$state/backup.ask" && mkfifo -m 600 "$state/backup.ask" ||
    fail backup_failed "A pipe could not be made in $state."
  : >"$state/backup.out"
  ask <"$state/backup.ask" >"$state/backup.out" 2>"$state/backup.err" 9>&- &
  session=$!
  exec 7>"$state/backup.ask"
  printf '%s\n' 'SELECT pg_backend_pid();' >&7
  answered 1
  refuse_shared "$answer"
  printf '%s\n' 'BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY;' 'SELECT pg_export_snapshot();' >&7
  answered 2
  snapshot=$answer
}

# answered N: waits for the session's line of this number; it is in $answer.
answered() {
  answer=
  until [ -n "$answer" ]; do
    answer=$(sed -n "$1p" "$state/backup.out")
    [ -n "$answer" ] || began "$session" ||
      database_fault 'The database gave no snapshot for the backup' "$state/backup.err"
    [ -n "$answer" ] || sleep 0.05
  done
}

# refuse_shared PROCESS: a pooler that gives each transaction any process of the server. pg_dump empties the search path
# of its session: there it would be that of the application, which then finds no table. While one session is open,
# another one has a process of its own, and keeps it.
refuse_shared() {
  answers=$(yes 'SELECT pg_backend_pid();' | head -n 20 | ask 2>"$state/backup.why") && [ -n "$answers" ] || {
    exec 7>&-
    database_fault 'No second session could be opened, which a dump needs' "$state/backup.why"
  }
  processes=$(printf '%s\n' "$answers" | sort -u)
  [ "$processes" = "${processes%%[!0-9]*}" ] && [ "$processes" != "$1" ] || {
    exec 7>&-
    fail backup_failed "$PD_URL_FROM leads to a pooler that shares sessions by transaction, where pg_dump would change\
 those of the application: no backup was made. $own_address"
  }
}

# snapshot_count: rows of each table in that view, into state/backup.rows.
snapshot_count() {
  printf '%s\n' "$count_tables" 'COMMIT;' >&7
  exec 7>&-
  wait "$session" || database_fault 'The rows could not be counted' "$state/backup.err"
  tail -n +3 "$state/backup.out" >"$state/backup.rows"
}

# whole_dump FILE: all of it can be read; says how many tables it has. The list alone is at its beginning.
whole_dump() {
  pg_restore --list "$1" >"$state/backup.list" 2>"$state/backup.err" &&
    pg_restore --file=/dev/null "$1" 2>"$state/backup.err" ||
    database_fault "The dump cannot be read back" "$state/backup.err"
  tables=$(grep -Ec '^[0-9]+; 1259 [0-9]+ TABLE ' "$state/backup.list")
  [ "$tables" -gt 0 ] || fail backup_failed "The dump has no table: it is no backup of an application."
}

# A pooler keeps sessions open there that nobody uses.
drop_scratch() {
  if [ "$server" -ge 13 ]; then force='WITH (FORCE)'; else force=; fi
  ask -c "DROP DATABASE IF EXISTS $scratch $force" >/dev/null 2>"$state/backup.err"
}

# restore_into DATABASE FILE: all of it or a failure, whose words are in state/backup.err. By psql, since pg_restore 17
# and later begin with a setting that an older server does not know.
restore_into() {
  {
    pg_restore --no-owner --no-privileges --file=- "$2" 2>"$state/backup.why" && echo "SELECT 'restored as a whole';"
  } | sed '1,/^SELECT pg_catalog.set_config/{/^SET transaction_timeout = 0;$/d;}' |
    PGDATABASE=$1 ask 2>"$state/backup.err" | grep -x 'restored as a whole' >/dev/null && return
  # The database's own words are the last ones: that nobody read on is no reason.
  cat "$state/backup.err" >>"$state/backup.why"
  mv -f "$state/backup.why" "$state/backup.err"
  return 1
}

# restore_scratch FILE: restores it beside, counts there, and compares.
restore_scratch() {
  scratch="phoenix_deploy_scratch_$(printf '%s' "$PD_PATH" | sha256sum | cut -c 1-12)"
  drop_scratch || database_fault "The scratch database $scratch of an earlier run could not be dropped" \
    "$state/backup.err"
  ask -c "CREATE DATABASE $scratch TEMPLATE template0 ENCODING 'UTF8'" >/dev/null 2>"$state/backup.err" || {
    why=$(tool_error "$state/backup.err")
    why=${why%.}
    fail backup_failed "The scratch database could not be made: $why; give ${PGUSER:-the user} the right with\
 ALTER ROLE … CREATEDB, or set \`restore: none\`."
  }
  code=0
  restore_into "$scratch" "$1" || code=1
  PGDATABASE=$scratch ask >"$state/backup.restored" 2>>"$state/backup.err" <<COUNT || code=1
$count_tables
COUNT
  cp "$state/backup.err" "$state/backup.why"
  drop_scratch || say warning "The scratch database $scratch could not be dropped: $(tool_error "$state/backup.err")"
  ! grep -Eq 'connection to server .* failed|no such database' "$state/backup.why" ||
    fail backup_failed "The scratch database was made, and cannot be reached: $(tool_error "$state/backup.why") A\
 pooler or pg_hba.conf may let in to $PGDATABASE alone. $own_address Or set \`restore: none\`."
  [ "$code" -eq 0 ] || database_fault 'The dump could not be restored' "$state/backup.why"
  differs=$(diff "$state/backup.rows" "$state/backup.restored" | grep '^[<>]' | head -n 6 | paste -sd ' ')
  [ -z "$differs" ] || fail backup_failed "The restored tables have other rows than the database (<): $differs."
}

postgres_backup() {
  for_postgres
  connect
  postgres_fit
  beside="$PD_FOLDER/.tmp.dump"
  umask 077
  snapshot_begin
  pg_dump --format=custom --snapshot="$snapshot" --file="$beside" 2>"$state/backup.why" 9>&- || {
    exec 7>&-
    rm -f "$beside"
    ! grep -q 'No space left' "$state/backup.why" || fail disk_full "No space left for the backup below $PD_FOLDER."
    database_fault 'pg_dump failed' "$state/backup.why"
  }
  snapshot_count
  sync "$beside"
  # One that fails here is no backup, and is not left to be taken for one.
  trap 'code=$?; rm -f "$beside"; say exit "$code"' EXIT
  whole_dump "$beside"
  [ "$PD_RESTORE" != scratch ] || restore_scratch "$beside"
  trap 'code=$?; say exit "$code"' EXIT
  file="$PD_FOLDER/$(date -u +%Y%m%dT%H%M%SZ)-before-$PD_RELEASE.dump"
  mv -fT "$beside" "$file" && sync -f "$PD_FOLDER" || fail backup_failed "The dump could not be moved to $file."
  remember_backup "$file"
  write_file "$state/backup-of" "$database" || say warning "$state/backup-of cannot be written."
  say_backup made "$file"
  # By name, which begins with the time.
  printf '%s\n' "$PD_FOLDER"/*Z-before-*.dump | LC_ALL=C sort | head -n "-$PD_KEEP" |
    while IFS= read -r old; do rm -f "$old"; done
  umask 022
}

# postgres_again: the one that is there is read once more.
postgres_again() {
  dumps_all "$(first_line "$state/backup-of")"
  file=$(backup_file)
  whole_dump "$file"
  say_backup found "$file"
}

say_backup() {
  say backup "$1" "$2"
  say backup_bytes "$(stat -c %s "$2")"
  say backup_tables "$tables"
  [ "$1" = found ] || say backup_rows "$(awk '{ sum += $NF } END { printf "%.0f", sum }' "$state/backup.rows")"
  [ "$1" = found ] || [ "$PD_RESTORE" != scratch ] || say backup_restored yes
}
