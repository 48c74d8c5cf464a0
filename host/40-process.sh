# Processes of slots, named by their executable. Where the host has a unit of systemd for them, systemd starts and ends
# them (42-units.sh); elsewhere each has a session of its own, and is known by process id and start time
# (41-session.sh).

op_start() {
  [ -d "$releases/$PD_RELEASE" ] || fail release_not_kept "$PD_RELEASE is not kept on this host."
  # What has only begun to boot is still its start script: a moment later it is the release.
  wait_until 5 0.1 slot_shows_release
  [ -z "$pid" ] || [ "$runs" = "$PD_RELEASE" ] ||
    fail start_failed "Slot $PD_SLOT runs ${runs:-another program} as process $pid; it has to be stopped first."
  refuse_environment
  end_leftover "$PD_SLOT"
  refuse_stranger "$PD_SLOT" "$pid"
  write_file "$state/intent" "$PD_OWNER $PD_RELEASE $PD_SLOT" || fail start_failed "The intent could not be written."
  journal "start $PD_RELEASE in $PD_SLOT"
  point "$PD_PATH/slots/$PD_SLOT" "../releases/$PD_RELEASE" ||
    fail start_failed "The link of slot $PD_SLOT could not be set."
  end_hold
  if [ -n "$pid" ]; then
    say started "$pid" already
    return
  fi
  warn_unused "$PD_SLOT"
  if units_in_use; then unit_start; else session_start; fi
}

# slot_shows_release: nothing runs in the slot, or what does shows its release: into `pid` and `runs`.
slot_shows_release() {
  slot_pid "$PD_SLOT" || return 0
  release_of "$pid"
  [ -n "$runs" ]
}

op_stop() {
  end_leftover "$PD_SLOT"
  if recorded_pid "$PD_SLOT"; then
    session_stop "$recorded"
  elif unit_is_up "$PD_SLOT"; then
    unit_stop
  else
    rm -f "$state/slot.$PD_SLOT"
    end_hold
    say stopped already
  fi
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
  if ! has_slot "$PD_SLOT"; then
    say recorded elsewhere
  elif [ "${1-}" != "$PD_RELEASE" ] || [ ! -s "$state/kept/$PD_RELEASE" ]; then
    # What was active and is recorded again, as after a deployment that failed, was not deployed now.
    record_deployed "$PD_RELEASE"
  fi
  # It was recorded on this schema. Where nothing was migrated from this host there is no file.
  [ ! -f "$state/schema" ] || mv -f "$state/schema" "$state/settled"
  unit_at_boot
  journal "active $PD_RELEASE in $PD_SLOT, before it ${before:-nothing}"
}

# active_here: what runs in the slot is what is to be recorded.
active_here() {
  slot_pid "$PD_SLOT" || fail not_healthy "Slot $PD_SLOT has no running process any more, so nothing was recorded."
  # What was proved a moment ago is recorded, or nothing.
  refuse_stranger "$PD_SLOT" "$pid"
  point "$PD_PATH/current" "releases/$PD_RELEASE" || fail start_failed "The link current could not be set."
}

# look_at_slot SLOT: what runs in it and what listens on its port now, for what only looks: into `pid`, `runs` and what
# `listener` says.
look_at_slot() {
  slot_pid "$1"
  release_of "$pid"
  port_of "$1"
  ending_pid "$1"
  listener "$port" "${pid:-$ending}"
}

op_running() {
  look_at_units
  look_at_sockets
  look_at_slot "$PD_SLOT"
  say running "${pid:--}" "$runs" "$heard" "$stranger_pid" "$stranger"
  loopback_only "$port"
  say loopback "$loopback"
  [ -n "$pid" ] || wait_until 5 0.05 unit_knows "$PD_SLOT"
  unit_end "$PD_SLOT"
}

# by_unit SLOT: systemd runs the slot, or ran it last.
by_unit() { ! recorded_pid "$1" && units_in_use; }

op_log() { if by_unit "$PD_SLOT"; then unit_log; else session_log; fi | sed 's/^/| /'; }
