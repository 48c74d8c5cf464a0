# A backup before migrating: made and verified by the user's own commands, or by the recipe for PostgreSQL.

# work WORDS: an expression in the release, or a program with its arguments; the words are quoted for sh.
work() {
  eval "set -- $1"
  kind=$1
  shift
  if [ "$kind" = eval ]; then become '' eval "$1"; else with_variables "$@"; fi
}

# backup_work NAME WORDS: what it printed is kept in state/backup.out, and its figures are said.
backup_work() {
  [ -s "$state/cookie" ] || (umask 077 && od -An -N16 -tx1 /dev/urandom | tr -d ' \n' >"$state/cookie")
  (work "$2") >"$state/backup.out" 2>&1
  code=$?
  relay "$state/backup.out"
  [ "$code" -eq 0 ] ||
    fail backup_failed "\`$1\` of the backup exited with code $code: $(tool_error "$state/backup.out")"
  # Lines such as `tables: 12` or `bytes=4096`.
  sed -nE 's/^[[:space:]]*(bytes|tables|rows)[[:space:]]*[:=][[:space:]]*([0-9]{1,18})[[:space:]]*$/\1 \2/p' \
    "$state/backup.out" | while read -r key value; do say "backup_$key" "$value"; done
}

# fresh_backup: one that was verified within the age that the settings allow is not made again.
fresh_backup() {
  [ "$PD_MAX_AGE" -gt 0 ] || return 1
  at=$(first_line "$state/backup")
  at=${at%% *}
  whole "$at" && [ "$(($(now) - at))" -ge 0 ] && [ "$(($(now) - at))" -le "$PD_MAX_AGE" ]
}

op_backup() {
  refuse_environment
  refuse_address
  read_schema || versions_unreadable before
  refuse_out_of_order
  if [ -n "$pending_known" ] && [ -z "$pending" ]; then
    say backup not-needed
    return
  fi
  seconds_up
  began_at=$up
  case "$PD_BACKUP" in
  postgres)
    if fresh_backup && [ -f "$(backup_file)" ] && [ -s "$state/backup-of" ]; then
      postgres_again
    else
      postgres_backup
    fi
    ;;
  *)
    if [ -n "$PD_MAKE" ] && ! fresh_backup; then backup_work make "$PD_MAKE"; how=made; else how=found; fi
    backup_work verify "$PD_VERIFY"
    say backup "$how"
    # The age of a backup that others make is theirs to say.
    [ "$how" = found ] || remember_backup -
    ;;
  esac
  seconds_up
  say backup_seconds "$((up - began_at))"
}

# remember_backup FILE: it was made and verified now.
remember_backup() {
  write_file "$state/backup" "$(now) $1" || say warning "The backup could not be recorded in $state/backup."
  journal "backup before $PD_RELEASE: $1"
}

# backup_file: the one that was made last.
backup_file() {
  line=$(first_line "$state/backup")
  printf '%s' "${line#* }"
}
