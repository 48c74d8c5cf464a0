# Looks at everything that a planner needs; changes nothing, makes no folder.

op_observe() {
  observe_host
  router_report
}

observe_host() {
  report_left
  look_at_units
  disk_free
  say disk "$free"
  read_lease
  say now "$clock"
  [ -z "$lease_owner" ] || say lease "$lease_owner" "$lease_expires" "$lease_since" "$lease_url"
  if [ -e "$state/step" ] && ! flock -n 7 7<"$state/step"; then say step running; else say step idle; fi
  if [ -d "$releases" ]; then
    # By the time of their deployment, oldest first; unfinished ones begin with a dot and are not listed.
    kept_releases | while IFS= read -r release; do say release "$release"; done
  fi
  [ ! -r "$state/bad" ] || while IFS= read -r release; do say bad "$release"; done <"$state/bad"
  link_of "$PD_PATH/current"
  say current "$linked"
  read_line "$state/active"
  # shellcheck disable=SC2086
  set -- $got
  [ -z "${1-}" ] || say active "$1" "$2" "${3-}"
  [ ! -r "$state/verified" ] ||
    while read -r release by back; do say verified "$release" "$by" "$back"; done <"$state/verified"
  read_line "$state/intent"
  # shellcheck disable=SC2086
  set -- $got
  [ -z "${1-}" ] || say intent "$1" "$2" "$3"
  read_line "$state/hold-until"
  [ -z "$got" ] || say hold "${got%% *}"
  report_environment
  report_unit
  report_guard
  look_at_sockets
  for name in $slot_names; do
    look_at_slot "$name"
    [ "$PD_OP" != fit ] || [ "$heard" != foreign ] || is_left "$stranger_pid" || unfit_port "$name"
    [ -n "$pid" ] || ! unit_restarts "$name" || pid=$value
    link_of "$PD_PATH/slots/$name"
    say slot "$name" "$linked" "$pid" "$runs" "$heard" "$stranger_pid" "$stranger"
    [ -z "$pid" ] || report_stale "$name" "$pid"
  done
}

# report_left: each slot that the settings do not name, with what runs in it and on which port; into `left_pids`, the
# processes. It would go on beside what is deployed, unless it is held: the host itself ends that. systemd is asked for
# such slots before it is asked for all others at once.
report_left() {
  left_pids=
  read_line "$state/hold-until"
  held=${got#* }
  for link in "$PD_PATH"/slots/*; do
    name=${link##*/}
    [ -L "$link" ] && ! has_slot "$name" || continue
    slot_pid "$name" || continue
    left_pids="$left_pids $pid "
    release_of "$pid"
    [ "${held%% *}" != "$name" ] || continue
    at=$(sed -n 's/^PORT=//p' "$state/slot-env.$name" 2>/dev/null)
    say left "$name" "$runs" "$at"
  done
}

# is_left PID: it is a slot's that the settings do not name, which is a fault of its own.
is_left() {
  case "$left_pids" in *" ${1:--} "*) ;; *) return 1 ;; esac
}

# report_stale SLOT PID: `stale SLOT FILE` where a file of the user's variables was changed since the process began, and
# so has others than it. The files of the slot's own start are compared first; a unit that crashed began again since.
report_stale() {
  mark=$state/since.$1
  [ -e "$mark" ] || mark=$state/slot.$1
  for file in "$PD_PATH/shared/env" "$PD_PATH/shared/env.$1"; do
    [ "$file" -nt "$mark" ] && began "$2" || continue
    seconds_up
    [ "$(stat -c %Y "$file")" -le "$((clock - up + birth / $(getconf CLK_TCK) + 1))" ] || say stale "$1" "$file"
  done
}
