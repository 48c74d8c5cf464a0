# Processes of slots, named by their executable. Where the host has a unit of systemd for them, systemd starts and ends
# them (42-units.sh); elsewhere each has a session of its own, and is known by process id and start time (41-session.sh).

op_start() {
  [ -d "$releases/$PD_RELEASE" ] || fail release_not_kept "$PD_RELEASE is not kept on this host."
  pid=$(slot_pid "$PD_SLOT")
  # What has only begun to boot is still its start script: a moment later it is the release.
  patience=$(($(seconds_up) + 5))
  while [ -n "$pid" ] && [ -z "$(release_of "$pid")" ] && [ "$(seconds_up)" -lt "$patience" ]; do
    sleep 0.1
    pid=$(slot_pid "$PD_SLOT")
  done
  if [ -n "$pid" ]; then
    runs=$(release_of "$pid")
    [ "$runs" = "$PD_RELEASE" ] ||
      fail start_failed "Slot $PD_SLOT runs ${runs:-another program} as process $pid; it has to be stopped first."
  fi
  refuse_environment
  end_leftover "$PD_SLOT"
  refuse_stranger "$PD_SLOT" "$pid"
  write_file "$state/intent" "$PD_OWNER $PD_RELEASE $PD_SLOT" || fail start_failed "The intent could not be written."
  journal "start $PD_RELEASE in $PD_SLOT"
  point "$PD_PATH/slots/$PD_SLOT" "../releases/$PD_RELEASE" ||
    fail start_failed "The link of slot $PD_SLOT could not be set."
  rm -f "$state/hold-until"
  if [ -n "$pid" ]; then
    say started "$pid" already
    return
  fi
  warn_unused "$PD_SLOT"
  if units_in_use; then unit_start; else session_start; fi
}

op_stop() {
  end_leftover "$PD_SLOT"
  pid=$(recorded_pid "$PD_SLOT")
  if [ -z "$pid" ] && unit_is_up "$PD_SLOT"; then
    unit_stop
    return
  fi
  if [ -z "$pid" ]; then
    rm -f "$state/slot.$PD_SLOT" "$state/hold-until"
    say stopped already
    return
  fi
  session_stop
}

# has_slot NAME: this host has that slot.
has_slot() { case " $slot_names " in *" $1 "*) ;; *) return 1 ;; esac; }

# Where hosts are in groups, those of the other group record what serves as well.
op_activate() {
  if has_slot "$PD_SLOT"; then active_here; fi
  # What serves is not held, and a record that is whole leaves no hold of it. The hold of another slot stays.
  read_line "$state/hold-until"
  case "$got" in *" $PD_SLOT "*) rm -f "$state/hold-until" ;; esac
  read_line "$state/active"
  # shellcheck disable=SC2086
  set -- $got
  before=${1-}
  # First, so that what is active is always remembered: whoever reads the two goes by state/active.
  remember_verified "$PD_RELEASE" "${1-}" "${3-}"
  # Repairing with the same release must keep the last different one: a rollback goes to it.
  if [ "$before" = "$PD_RELEASE" ]; then before=${3-}; fi
  write_file "$state/active" "$PD_RELEASE $PD_SLOT $before" ||
    fail start_failed "The verified release could not be recorded."
  rm -f "$state/intent"
  if has_slot "$PD_SLOT"; then record_deployed "$PD_RELEASE"; else say recorded elsewhere; fi
  settle_schema
  unit_at_boot
  journal "active $PD_RELEASE in $PD_SLOT, before it ${before:-nothing}"
}

# active_here: what runs in the slot is what is to be recorded.
active_here() {
  pid=$(slot_pid "$PD_SLOT")
  [ -n "$pid" ] || fail not_healthy "Slot $PD_SLOT has no running process any more, so nothing was recorded."
  # What was proved a moment ago is recorded, or nothing.
  refuse_stranger "$PD_SLOT" "$pid"
  point "$PD_PATH/current" "releases/$PD_RELEASE" || fail start_failed "The link current could not be set."
}

op_running() {
  look_at_units
  pid=$(slot_pid "$PD_SLOT")
  port_of "$PD_SLOT"
  listener "$port" "${pid:-$(ending_pid "$PD_SLOT")}"
  say running "${pid:--}" "$([ -z "$pid" ] || release_of "$pid")" "$heard" "$stranger_pid" "$stranger"
  say loopback "$(loopback_only "$port")"
  unit_end "$PD_SLOT"
}

op_log() { if [ -z "$(recorded_pid "$PD_SLOT")" ] && units_in_use; then unit_log; else session_log; fi | sed 's/^/| /'; }
