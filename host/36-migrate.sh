# The schema: what its versions are, which migrations the release has beyond them, and migrating.

# Where a pooler is in the way of migrations or of a backup, which has the same address where it names none.
own_address="Put the address of the database itself into shared/env, such as DIRECT_URL=…, and name it in the\
 settings: \`migrations: {url-from: DIRECT_URL}\`."

# refuse_address: the variable in which the settings have the address for migrations is not there.
refuse_address() {
  [ -z "${PD_DIRECT-}" ] || [ -n "$(with_variables printenv "$PD_DIRECT" 2>/dev/null)" ] ||
    fail configuration_missing "$PD_PATH/shared/env lacks $PD_DIRECT, which \`migrations.url-from\` names: put the\
 address of the database itself there."
}

# read_schema: sets `versions` and `pending` as this release sees them; `pending_known` is empty where the settings give
# no way to know what is pending. What an application logs meanwhile is no version: the expression prints them on lines
# that are known by their first words. A pending version that ends in `!` is older than one that is applied.
read_schema() {
  (become '' eval "$PD_VERSIONS") >"$state/versions.out" 2>&1 || return 1
  grep -q '^phoenix-deploy versions:' "$state/versions.out" || return 1
  versions=$(printed versions)
  pending=$(printed pending)
  # By the repository that has them; where an expression of the settings prints versions, it does not say.
  owned=$(printed repositories)
  grep -q '^phoenix-deploy repositories:' "$state/versions.out" ||
    for version in $versions; do owned="${owned:+$owned }-/$version"; done
  pending_known=
  ! grep -q '^phoenix-deploy pending:' "$state/versions.out" || pending_known=yes
}

# printed WORD: the last line that the expression printed under this word.
printed() { sed -n "s/^phoenix-deploy $1: *//p" "$state/versions.out" | tail -n 1 | sed 's/ *$//'; }

# tool_error FILE: the line in which a tool said what is wrong: Elixir's exception, else the database's own error, else
# the last line. Why nothing could be connected with, a driver says in the log alone.
tool_error() {
  for pattern in '^\*\* \(' '(ERROR|FATAL|error):' .; do
    line=$(grep -E "$pattern" "$1" 2>/dev/null | tail -n 1 | cut -c 1-300)
    [ -z "$line" ] || break
  done
  case "$line" in
  *'connection not available'*)
    reason=$(sed -n 's/.* failed to connect: \(\*\* .*\)/\1/p' "$1" | tail -n 1 | cut -c 1-300)
    line=${reason:-$line}
    ;;
  esac
  printf '%s.' "${line%.}"
}

lock_lacked='lock timeout|lock_not_available|Lock wait timeout|Lock request time out'

# meaning FILE: what is behind an error of the database, and what to do, as a sentence; nothing where that is not known.
meaning() {
  if grep -Eqi "$lock_lacked" "$1"; then
    printf ' It waited %s for a lock that another session holds (`lock-timeout`).' "$PD_LOCK_TEXT"
  elif grep -Eqi 'statement timeout|query_canceled|maximum statement execution time|max_statement_time' "$1"; then
    printf ' A statement took longer than %s (`statement-timeout`).' "$PD_STATEMENT_TEXT"
  elif grep -qi 'unsupported startup parameter' "$1"; then
    printf ' A pooler is in between, and refuses the limits of migrations. %s' "$own_address"
  elif grep -Eqi 'no encryption|SSL off' "$1"; then
    printf ' %s' "The database takes connections by TLS alone: set \`ssl\` of the repository in config/runtime.exs,\
 since Ecto does not read \`sslmode\` in an address."
  elif grep -qi 'Unknown CA' "$1"; then
    printf ' %s' "This host does not know who signed the certificate of the database: name the file of its CA in\
 config/runtime.exs, as \`ssl: [cacertfile: …]\` of the repository."
  fi
}

# oldest_open FILE: who may hold the lock that a migration waited for, by the look at the schema after it.
oldest_open() {
  oldest=$(printed oldest)
  [ -z "$oldest" ] || ! grep -Eqi "$lock_lacked" "$1" ||
    printf ' The oldest transaction that is open there is that of %s.' "$oldest"
}

# left_halves FILE: what a failed migration may have left, as a sentence, where the database undoes no DDL.
left_halves() {
  ! grep -q '^phoenix-deploy halves:' "$1" ||
    printf ' This database does not undo what a failed migration did before its error: look there before the next try.'
}

# versions_unreadable WHEN
versions_unreadable() {
  relay "$state/versions.out"
  fail migration_failed "The schema's versions could not be read $1 migrating: $(tool_error "$state/versions.out")$(
    meaning "$state/versions.out"
  )"
}

# added_to BEFORE AFTER: the versions that only the second has.
added_to() {
  there=" $1 " new=
  for version in $2; do
    case "$there" in *" $version "*) ;; *) new="${new:+$new }$version" ;; esac
  done
  printf '%s' "$new"
}

# newest VERSIONS: the highest of them, or `no version`.
newest() {
  # shellcheck disable=SC2086
  set -- $1
  [ $# -gt 0 ] || set -- 'no version'
  printf '%s\n' "$@" | sort -n | tail -n 1
}

refuse_out_of_order() {
  late=
  for version in $pending; do case "$version" in *!) late="${late:+$late, }${version%!}" ;; esac; done
  [ -n "$late" ] || return 0
  [ "$PD_OUT_OF_ORDER" = refuse ] ||
    { say warning "Migrations that are older than an applied one are run: $late." && return; }
  fail migration_out_of_order "New migrations are older than one that is applied, $(newest "$versions"): $late.\
 Nothing was migrated."
}

op_migrate() {
  refuse_environment
  refuse_address
  read_schema || versions_unreadable before
  before=$versions
  say versions_before "$before"
  [ -z "$pending_known" ] || say pending "$(printf '%s' "$pending" | tr -d '!')"
  refuse_out_of_order
  [ -f "$state/settled" ] || write_file "$state/settled" "$before" || fail migration_failed "$state cannot be written."
  remember_before
  # What was recorded is only compared with what the database has: it may be another one since.
  recorded=$(awk -v release="$PD_RELEASE" '
    $1 == release { $1 = ""; all = $0 }
    END { print all }' "$state/migrated" 2>/dev/null)
  if has_all "$before" "$recorded"; then
    say versions_after "$before"
    remember_after
    note_schema "$before"
    return
  fi
  (become '' eval "$PD_MIGRATE") >"$state/migrate.out" 2>&1
  code=$?
  limited=$(sed -n 's/^phoenix-deploy limits: *//p' "$state/migrate.out" | tail -n 1)
  unlimited=$(sed -n 's/^phoenix-deploy unlimited: *//p' "$state/migrate.out" | sort -u | paste -sd ' ')
  say limits "$(added_to "$unlimited" "$limited")"
  [ -z "$unlimited" ] || say warning "\`lock-timeout\` and \`statement-timeout\` did not hold for $unlimited: what is\
 between the host and the database drops them. $own_address"
  relay "$state/migrate.out"
  [ "$code" -eq 0 ] || not_migrated "$code"
  read_schema || versions_unreadable after
  say versions_after "$versions"
  [ -z "$pending" ] || fail migration_failed "The migrations exited with code 0, and $(
    printf '%s' "$pending" | tr -d '!'
  ) is still not applied. Let migrate in the settings run those of every repository of the release."
  remember_after
  note_schema "$versions"
  journal "migrated $PD_RELEASE: [$before] -> [$versions]"
  printf '%s %s\n' "$PD_RELEASE" "$versions" >>"$state/migrated"
  sync "$state/migrated"
}

# not_migrated CODE: what the database said, and what the schema is now.
not_migrated() {
  why="The migrations exited with code $1: $(tool_error "$state/migrate.out")$(meaning "$state/migrate.out")"
  read_schema ||
    fail migration_failed "$why What the schema is now could not be read; it was at $(newest "$before") before."
  say versions_after "$versions"
  new=$(added_to "$before" "$versions")
  fail migration_failed "$why The schema is at $(newest "$versions") now, ${new:+with }${new:-with nothing} added.\
$(oldest_open "$state/migrate.out")$(left_halves "$state/migrate.out")"
}

# note_schema VERSIONS: whether the schema is another one than that on which a release was recorded last, or than the
# first that was ever seen.
note_schema() {
  if [ "$(first_line "$state/settled")" = "$1" ]; then say schema same; else say schema changed; fi
  write_file "$state/schema" "$1" || say warning "The schema's versions could not be written to $state/schema."
}

# has_all VERSIONS WANTED: true where every wanted version is there, and there is one.
has_all() {
  there=" $1 "
  # shellcheck disable=SC2086
  set -- $2
  [ $# -gt 0 ] || return 1
  for version in "$@"; do
    case "$there" in *" $version "*) ;; *) return 1 ;; esac
  done
}
