# A slot that is kept warm after its traffic went elsewhere. The host itself ends it when its time is over: no later run
# is needed.

# A program of its own, which outlives this one: given the state folder, slot, process, its start time, the line of
# hold-until that it works for, and the slot's unit where it has one; the router's part comes before it. It looks every
# few seconds, and ends as soon as that line changed: the slot was started again, or held anew. It stops nothing while a
# run has the lock, so that no plan loses a slot that it counts on, nor while the router sends requests there, as one
# does that was restarted without its state; it has no lock while it waits. shellcheck disable=SC2016
keeper='
state=$1 slot=$2 pid=$3 born=$4 held=$5 unit=$6
exec </dev/null >/dev/null 2>&1
began() {
  birth="" stat=""
  while IFS= read -r part; do stat="$stat $part"; done <"/proc/$pid/stat"
  set -- ${stat##*) }
  case "${1-}" in "" | Z | X) ;; *) birth=${20} ;; esac
}
lives() { began; [ "$birth" = "$born" ]; }
show() { systemctl show --property="$1" --value "$unit"; }
# A unit that crashed and was started again has another process.
look() {
  [ -n "$unit" ] || return 0
  [ "$(show SubState)" != auto-restart ] || return 1
  pid=$(show MainPID)
  began
  born=$birth
  [ -n "$born" ] || exit 0
}
# From here on the slot is empty for whoever plans; a start in it ends what is left first, and nothing else may be asked
# of its unit later.
leave() {
  [ -n "$unit" ] || { mv -f "$state/slot.$slot" "$state/ending.$slot" && return; }
  echo "$pid $born" >"$state/ending.$slot" || return 1
  if [ "$(id -u)" -eq 0 ]; then sudo=; else sudo="sudo -n"; fi
  $sudo systemctl stop --no-block "$unit" && return
  rm -f "$state/ending.$slot"
  echo "$(date -u +%Y-%m-%dT%H:%M:%SZ) host $unit could not be stopped after its hold" >>"$state/journal"
  return 1
}
due() {
  exec 8>>"$state/mutex" || exit 0
  flock -w 10 8 || return 1
  [ "$(cat "$state/hold-until")" = "$held" ] || exit 0
  look || return 1
  lives || exit 0
  # A run that was late to renew its lease may still be there: a minute more. Its steps find the step lock free.
  owner="" expires=0 _=""
  [ ! -r "$state/lease" ] || read -r owner expires _ <"$state/lease"
  case "$expires" in "" | *[!0-9]*) expires=0 ;; esac
  [ -z "$owner" ] || [ "$(date +%s)" -ge "$((expires + 60))" ] || return 1
  exec 9>>"$state/step"
  flock -n 9 || return 1
  read -r _ active _ <"$state/active"
  [ "$active" != "$slot" ] || exit 0
  leave && rm -f "$state/hold-until" || exit 0
  echo "$(date -u +%Y-%m-%dT%H:%M:%SZ) host the hold of $slot is over" >>"$state/journal"
}
while :; do
  [ "$(cat "$state/hold-until")" = "$held" ] || exit 0
  left=$((${held%% *} - $(date +%s)))
  if [ "$left" -le 0 ]; then
    left=1
    if (router_carries "$slot"); then left=5; elif due; then break; fi
    exec 8>&- 9>&-
  fi
  sleep "$((left < 5 ? left : 5))"
done
exec 8>&- 9>&-
[ -n "$unit" ] || kill -TERM "$pid"
tries=0
while lives && [ "$tries" -lt 600 ]; do sleep 0.1; tries=$((tries + 1)); done
lives && kill -KILL "$pid"
rm -f "$state/ending.$slot"'

op_hold() {
  slot_pid "$PD_SLOT" || { say held nothing && return; }
  held="$(($(now) + PD_SECONDS)) $PD_SLOT $pid"
  write_file "$state/hold-until" "$held" ||
    fail start_failed "The end of the hold of slot $PD_SLOT could not be recorded."
  began "$pid"
  born=$birth unit=''
  ! by_unit "$PD_SLOT" || unit="$PD_UNIT@$PD_SLOT"
  leave_running "$PD_ROUTER$keeper" phoenix-deploy-hold "$state" "$PD_SLOT" "$pid" "$born" "$held" "$unit"
}

# end_hold: a start or a stop ends the hold that there is; the plan says what is held afterwards. No plan knows of a
# slot that the settings name no more: the hold that it has is all that ends it.
end_hold() {
  read_line "$state/hold-until"
  # shellcheck disable=SC2086
  set -- $got
  [ -n "${2-}" ] && ! has_slot "$2" || rm -f "$state/hold-until"
}

# ending_pid SLOT: into `ending`, the live process that is being ended there since its hold is over.
ending_pid() {
  ending=
  ! read_process "$state/ending.$1" || ending=$recorded
}

# end_leftover SLOT: what was being ended there when its hold was over has had no traffic for long.
end_leftover() {
  read_line "$state/ending.$1"
  # shellcheck disable=SC2086
  set -- "$1" $got
  [ -n "${2-}" ] || return 0
  if lives "$2" "${3-}"; then
    kill -KILL "$2" 2>/dev/null
    until has_ended "$2" "$3"; do sleep 0.02; done
  fi
  rm -f "$state/ending.$1"
}
