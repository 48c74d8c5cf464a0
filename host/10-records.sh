# What every operation needs: printing records, failing, writing whole files, looking at a process.
# This program is sent to `/bin/sh -s` after assignments of the PD_* values; nothing is installed on the host.
# It prints records: `pd <TAB> key <TAB> values`. The last one is `pd exit N`; without it the state is unknown.
# A fork costs a host more than most work does: what is asked for often leaves its answer in a variable, which is named
# where the function is, instead of printing it.

line_end='
'

say() {
  printf 'pd'
  for word in "$@"; do printf '\t%s' "$word"; done
  printf '\n'
}

# fail REASON_CODE SENTENCE: what a tool put into the sentence stays on its line, so that it cannot be taken for a
# record. What could not be written names no cause by itself: a full disk is one.
fail() {
  code=$1 full=
  case "$code" in
  host_unsuitable | start_failed | unpack_failed | migration_failed) full=$(disk_is_full "$PD_PATH" 2>/dev/null) ;;
  esac
  # A migration may have failed for more than that.
  [ -z "$full" ] || [ "$code" = migration_failed ] || code=disk_full
  say fail "$code" "$(printf '%s' "$2${full:+ $full.}" | tr '[:cntrl:]' ' ')"
  exit 1
}

now() { exec date +%s; }

# seconds_up: into `up`, whole seconds since this host was started. Waits count by it: a clock can be set, and on a busy
# host many short sleeps take long.
seconds_up() {
  read -r up _ </proc/uptime
  up=${up%%.*}
}

# wait_until LIMIT PAUSE COMMAND...: looks again after each pause until the command succeeds, at most so many seconds.
wait_until() {
  seconds_up
  ends_at=$((up + $1)) pause=$2
  shift 2
  until "$@"; do
    seconds_up
    [ "$up" -lt "$ends_at" ] || return 1
    sleep "$pause"
  done
}

# write_file PATH TEXT: whole or not at all, and on disk when it returns.
write_file() {
  printf '%s\n' "$2" >"$1.tmp.$$" && sync "$1.tmp.$$" && mv -fT "$1.tmp.$$" "$1" && return
  rm -f "$1.tmp.$$"
  return 1
}

# write_changed PATH TEXT: the same, where the file has another text.
write_changed() { { [ -r "$1" ] && [ "$(cat "$1")" = "$2" ]; } || write_file "$1" "$2"; }

may_write() { [ -w "$1" ]; }

# read_line PATH: into `got`, its first line; nothing when there is no such file.
read_line() {
  got=
  [ ! -r "$1" ] || IFS= read -r got <"$1" || :
}

first_line() {
  read_line "$1"
  printf '%s' "$got"
}

# point LINK TARGET: a symbolic link that changes in one rename.
point() {
  ln -sfn "$2" "$1.tmp.$$" && mv -fT "$1.tmp.$$" "$1"
}

journal() { printf '%s %s %s\n' "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$PD_OWNER" "$*" >>"$state/journal"; }

# remember_verified RELEASE ACTIVE BEFORE: in state/verified, the last one first: each release that was verified here,
# the run that recorded it, `back` where that run rolled back to it, and what its last watch measured
# (REQUESTS,ERRORS,…). ACTIVE and BEFORE are from a time without that file.
remember_verified() {
  known=$state/verified level=${PD_LEVEL-}
  [ -n "$level" ] || level=$(awk -v of="$1" '$1 == of && $NF ~ /^[0-9]+,/ { print $NF; exit }' "$known" 2>/dev/null)
  [ -r "$known" ] || known=-
  others=$(
    awk -v but="$1" '$1 != "" && $1 != but && ++n < 50' "$known" <<END
$2
$3
END
  )
  write_file "$state/verified" "$1 $PD_OWNER${PD_BACKWARD:+ back}${level:+ $level}${others:+
$others}" || fail start_failed "What was verified could not be recorded in $state/verified."
}

# remembered RELEASE: it was verified here, so that a rollback may go to it although its files were removed.
remembered() {
  [ -r "$state/verified" ] || return 1
  while read -r release _; do [ "$release" != "$1" ] || return 0; done <"$state/verified"
  return 1
}

# began PID: into `birth`, the start time of a live process in clock ticks; fails when it is gone or a zombie.
began() {
  birth=
  stat=
  { while IFS= read -r part; do stat="$stat $part"; done <"/proc/$1/stat"; } 2>/dev/null
  # The command's name is in parentheses and may hold anything: the fields count from its end.
  # shellcheck disable=SC2086
  set -- ${stat##*) }
  case "${1-}" in '' | Z | X) return 1 ;; esac
  birth=${20}
}

# lives PID BIRTH: it is still the process that began then.
lives() { began "$1" && [ "$birth" = "$2" ]; }

has_ended() { ! lives "$@"; }

# release_of PID: into `runs`, the release folder that the process runs from, without asking it; none for nothing. A
# release without a runtime of its own (`include_erts: false`) is run by the system's: its start script says in
# RELEASE_ROOT which one.
release_of() {
  runs=
  [ -n "$1" ] || return 0
  exe=$(readlink "/proc/$1/exe" 2>/dev/null) || return 0
  case "$exe" in
  "$releases"/*) ;;
  */beam.smp | */beam)
    exe=$(tr '\000' '\n' <"/proc/$1/environ" 2>/dev/null | sed -n 's/^RELEASE_ROOT=//p' | head -n 1)
    [ -n "$exe" ] || exe=$(readlink "/proc/$1/cwd" 2>/dev/null)
    case "$exe/" in "$releases"/*) ;; *) return 0 ;; esac
    # One that has a runtime is run by that one.
    below=${exe#"$releases"/}
    for erts in "$releases/${below%%/*}"/erts-*; do [ ! -d "$erts" ] || return 0; done
    ;;
  *) return 0 ;;
  esac
  below=${exe#"$releases"/}
  runs=${below%%/*}
}

# read_process FILE: into `recorded`, the live process that the file names by number and birth; a number that was given
# to another process since does not count. Fails where there is none.
read_process() {
  recorded=
  read_line "$1"
  # shellcheck disable=SC2086
  set -- $got
  [ -n "${1-}" ] && lives "$1" "${2-}" && recorded=$1
}

# recorded_pid SLOT: into `recorded`, the process that was started for this slot in a session of its own.
recorded_pid() { read_process "$state/slot.$1"; }

# slot_pid SLOT: into `pid`, the live process of this slot, whoever started it; fails where there is none.
slot_pid() {
  pid=
  if recorded_pid "$1"; then pid=$recorded; elif unit_pid "$1"; then pid=$main; else return 1; fi
}

# link_of PATH: into `linked`, the release id that a link points to.
link_of() {
  linked=$(readlink "$1" 2>/dev/null) || linked=
  linked=${linked##*/}
}
