# Looks at everything that a planner needs; changes nothing, makes no folder.

op_observe() {
  say now "$(now)"
  at=$PD_PATH
  while [ ! -d "$at" ]; do at=$(dirname "$at"); done
  say disk "$(df -P -B1 "$at" | awk 'NR == 2 { print $4 }')"
  read_lease
  [ -z "$lease_owner" ] || say lease "$lease_owner" "$lease_expires" "$lease_since" "$lease_url"
  if [ -e "$state/step" ] && ! flock -n "$state/step" true; then say step running; else say step idle; fi
  if [ -d "$releases" ]; then
    # Oldest first; unfinished ones begin with a dot and are not listed.
    # shellcheck disable=SC2012
    ls -1tr "$releases" | while IFS= read -r release; do say release "$release"; done
  fi
  for list in bad migrated; do
    [ ! -r "$state/$list" ] || while IFS= read -r release; do say "$list" "$release"; done <"$state/$list"
  done
  say current "$(link_of "$PD_PATH/current")"
  # shellcheck disable=SC2046
  set -- $(first_line "$state/active")
  [ -z "${1-}" ] || say active "$1" "$2" "${3-}"
  # shellcheck disable=SC2046
  set -- $(first_line "$state/intent")
  [ -z "${1-}" ] || say intent "$1" "$2" "$3"
  held=$(first_line "$state/hold-until")
  [ -z "$held" ] || say hold "$held"
  for name in $(slot_names); do
    pid=$(slot_pid "$name")
    if [ -n "$pid" ]; then runs=$(release_of "$pid"); else runs=; fi
    say slot "$name" "$(link_of "$PD_PATH/slots/$name")" "$pid" "$runs"
  done
  if [ -n "$PD_SOCKET" ]; then report_router; fi
}
