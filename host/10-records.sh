# What every operation needs: printing records, failing, writing whole files, looking at a process.
# This program is sent to `/bin/sh -s` after assignments of the PD_* values; nothing is installed on the host.
# It prints records: `pd <TAB> key <TAB> values`. The last one is `pd exit N`; without it the state is unknown.

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

# seconds_up: whole seconds since this host was started. Waits count by it: a clock can be set, and on a busy host many
# short sleeps take long.
seconds_up() {
  read -r up _ </proc/uptime
  printf '%s' "${up%%.*}"
}

# write_file PATH TEXT: whole or not at all, and on disk when it returns.
write_file() {
  printf '%s\n' "$2" >"$1.tmp.$$" && sync "$1.tmp.$$" && mv -fT "$1.tmp.$$" "$1" && return
  rm -f "$1.tmp.$$"
  return 1
}

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
  rm -f "$1.tmp.$$" && ln -s "$2" "$1.tmp.$$" && mv -fT "$1.tmp.$$" "$1"
}

journal() { printf '%s %s %s\n' "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$PD_OWNER" "$*" >>"$state/journal"; }

# remember_verified RELEASE ACTIVE BEFORE: in state/verified, the last one first: each release that was verified here, the
# run that recorded it, `back` where that run rolled back to it, and what its last watch measured (REQUESTS,ERRORS,…).
# ACTIVE and BEFORE are from a time without that file.
remember_verified() {
  known=$(cat "$state/verified" 2>/dev/null || printf '%s\n' "$2" "$3")
  level=${PD_LEVEL-}
  [ -n "$level" ] || level=$(printf '%s\n' "$known" | awk -v of="$1" '$1 == of && $NF ~ /^[0-9]+,/ { print $NF; exit }')
  others=$(printf '%s\n' "$known" | awk -v but="$1" '$1 != "" && $1 != but' | head -n 49)
  write_file "$state/verified" "$1 $PD_OWNER${PD_BACKWARD:+ back}${level:+ $level}${others:+
$others}" || fail start_failed "What was verified could not be recorded in $state/verified."
}

# remembered RELEASE: it was verified here, so that a rollback may go to it although its files were removed.
remembered() {
  [ -r "$state/verified" ] || return 1
  while read -r release _; do [ "$release" != "$1" ] || return 0; done <"$state/verified"
  return 1
}

# began PID: start time of a live process in clock ticks; nothing when it is gone or a zombie.
began() {
  stat=
  { while IFS= read -r part; do stat="$stat $part"; done <"/proc/$1/stat"; } 2>/dev/null
  # The command's name is in parentheses and may hold anything: the fields count from its end.
  # shellcheck disable=SC2086
  set -- ${stat##*) }
  case "${1-}" in '' | Z | X) ;; *) printf '%s' "${20}" ;; esac
}

# release_of PID: the release folder that the process runs from, without asking it. A release without a runtime of its
# own (`include_erts: false`) is run by the system's: its start script says in RELEASE_ROOT which one.
release_of() {
  exe=$(readlink "/proc/$1/exe" 2>/dev/null) || return 0
  case "$exe" in
  "$releases"/*) ;;
  */beam.smp | */beam)
    exe=$(tr '\000' '\n' <"/proc/$1/environ" 2>/dev/null | sed -n 's/^RELEASE_ROOT=//p' | head -n 1)
    [ -n "$exe" ] || exe=$(readlink "/proc/$1/cwd" 2>/dev/null)
    case "$exe/" in "$releases"/*) ;; *) return 0 ;; esac
    # One that has a runtime is run by that one.
    for erts in "$releases/$(first_folder "$exe")"/erts-*; do [ ! -d "$erts" ] || return 0; done
    ;;
  *) return 0 ;;
  esac
  first_folder "$exe"
}

# first_folder PATH: the release's folder that a path below the releases leads into.
first_folder() {
  below=${1#"$releases"/}
  printf '%s' "${below%%/*}"
}

# recorded_pid SLOT: the live process that was started for this slot in a session of its own; a number that was given to
# another process since does not count.
recorded_pid() {
  read_line "$state/slot.$1"
  # shellcheck disable=SC2086
  set -- $got
  [ -n "${1-}" ] && [ "$(began "$1")" = "$2" ] && printf '%s' "$1"
}

# slot_pid SLOT: the live process of this slot, whoever started it.
slot_pid() { recorded_pid "$1" || unit_pid "$1"; }

# link_of PATH: the release id that a link points to.
link_of() {
  target=$(readlink "$1" 2>/dev/null) || return 0
  printf '%s' "${target##*/}"
}
