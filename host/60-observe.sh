# Looks at everything that a planner needs; changes nothing, makes no folder.

op_observe() {
  observe_host
  router_report
}

observe_host() {
  look_at_units
  say now "$(now)"
  say disk "$(disk_free)"
  read_lease
  [ -z "$lease_owner" ] || say lease "$lease_owner" "$lease_expires" "$lease_since" "$lease_url"
  if [ -e "$state/step" ] && ! flock -n 7 7<"$state/step"; then say step running; else say step idle; fi
  if [ -d "$releases" ]; then
    # By the time of their deployment, oldest first; unfinished ones begin with a dot and are not listed.
    kept_releases | while IFS= read -r release; do say release "$release"; done
  fi
  [ ! -r "$state/bad" ] || while IFS= read -r release; do say bad "$release"; done <"$state/bad"
  say current "$(link_of "$PD_PATH/current")"
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
  for name in $slot_names; do
    pid=$(slot_pid "$name")
    if [ -n "$pid" ]; then runs=$(release_of "$pid"); else runs=; fi
    [ -n "$pid" ] || restarts=$(unit_restarts "$name") || restarts=
    port_of "$name"
    listener "$port" "${pid:-$(ending_pid "$name")}"
    [ "$PD_OP" != fit ] || [ "$heard" != foreign ] || unfit_port "$name"
    [ -n "$pid" ] || pid=$restarts
    say slot "$name" "$(link_of "$PD_PATH/slots/$name")" "$pid" "$runs" "$heard" "$stranger_pid" "$stranger"
  done
}
