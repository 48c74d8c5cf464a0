# Looks at everything that a planner needs; changes nothing, makes no folder.

op_observe() {
  say now "$(now)"
  say disk "$(disk_free)"
  read_lease
  [ -z "$lease_owner" ] || say lease "$lease_owner" "$lease_expires" "$lease_since" "$lease_url"
  if [ -e "$state/step" ] && ! flock -n "$state/step" true; then say step running; else say step idle; fi
  if [ -d "$releases" ]; then
    # By the time of their deployment, oldest first; unfinished ones begin with a dot and are not listed.
    kept_releases | while IFS= read -r release; do say release "$release"; done
  fi
  [ ! -r "$state/bad" ] || while IFS= read -r release; do say bad "$release"; done <"$state/bad"
  say current "$(link_of "$PD_PATH/current")"
  # shellcheck disable=SC2046
  set -- $(first_line "$state/active")
  [ -z "${1-}" ] || say active "$1" "$2" "${3-}"
  # shellcheck disable=SC2046
  set -- $(first_line "$state/intent")
  [ -z "${1-}" ] || say intent "$1" "$2" "$3"
  held=$(first_line "$state/hold-until")
  [ -z "$held" ] || say hold "${held%% *}"
  report_environment
  report_unit
  report_guard
  for name in $(slot_names); do
    pid=$(slot_pid "$name")
    if [ -n "$pid" ]; then runs=$(release_of "$pid"); else runs=; fi
    [ -n "$pid" ] || restarts=$(unit_restarts "$name") || restarts=
    listener "$(port_of "$name")" "${pid:-$(ending_pid "$name")}"
    [ -n "$pid" ] || pid=$restarts
    say slot "$name" "$(link_of "$PD_PATH/slots/$name")" "$pid" "$runs" "$heard" "$stranger_pid" "$stranger"
  done
  router_report
}
