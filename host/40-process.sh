# Processes of slots. Started in a session of their own, known by process id and start time, named by their executable.

slot_names() { for pair in $PD_SLOTS; do printf '%s\n' "${pair%%=*}"; done; }

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
  rotate_log "$PD_SLOT"
  warn_unused "$PD_SLOT"
  (
    # It records itself before it is the server, and holds the step lock until then: wherever this is cut, no server
    # runs that nobody knows of.
    read -r pid _ </proc/self/stat
    write_file "$state/slot.$PD_SLOT" "$pid $(began "$pid") $PD_RELEASE" || exit 1
    become "$PD_SLOT" start
  ) </dev/null >>"$state/log.$PD_SLOT" 2>&1 &
  pid=$!
  until [ "$(slot_pid "$PD_SLOT")" = "$pid" ]; do
    # Gone before it was recorded, or recorded and gone since.
    if [ -z "$(began "$pid")" ]; then break; fi
    sleep 0.05
  done
  # It lets go of the step lock a moment after it recorded itself: the next step must not find it taken.
  while [ "$(readlink "/proc/$pid/fd/9" 2>/dev/null)" = "$state/step" ]; do sleep 0.05; done
  say started "$pid" now
}

op_stop() {
  end_leftover "$PD_SLOT"
  pid=$(slot_pid "$PD_SLOT")
  if [ -z "$pid" ]; then
    rm -f "$state/slot.$PD_SLOT" "$state/hold-until"
    say stopped already
    return
  fi
  runs=$(release_of "$pid")
  born=$(began "$pid")
  journal "stop ${runs:-?} in $PD_SLOT ($PD_HOW)"
  how=killed
  if [ "$PD_HOW" = drain ]; then
    kill -TERM "$pid" 2>/dev/null
    until_at=$(($(seconds_up) + PD_LIMIT + 1))
    while [ "$(seconds_up)" -lt "$until_at" ] && [ "$(began "$pid")" = "$born" ]; do sleep 0.1; done
    [ "$(began "$pid")" = "$born" ] || how=ended
  fi
  if [ "$how" = killed ]; then
    kill -KILL "$pid" 2>/dev/null
    until_at=$(($(seconds_up) + 6))
    while [ "$(seconds_up)" -lt "$until_at" ] && [ "$(began "$pid")" = "$born" ]; do sleep 0.05; done
    [ "$(began "$pid")" != "$born" ] ||
      fail stop_failed "Process $pid of slot $PD_SLOT is still there 5 s after it was killed."
  fi
  # What it started in its session and left behind would keep the port.
  for left in $(family "$pid"); do kill -KILL "$left" 2>/dev/null; done
  rm -f "$state/slot.$PD_SLOT" "$state/hold-until"
  say stopped "$how"
}

op_activate() {
  pid=$(slot_pid "$PD_SLOT")
  [ -n "$pid" ] || fail not_healthy "Slot $PD_SLOT has no running process any more, so nothing was recorded."
  # What was proved a moment ago is recorded, or nothing.
  refuse_stranger "$PD_SLOT" "$pid"
  # shellcheck disable=SC2046
  set -- $(first_line "$state/active")
  before=${1-}
  # Repairing with the same release must keep the last different one: a rollback goes to it.
  if [ "$before" = "$PD_RELEASE" ]; then before=${3-}; fi
  point "$PD_PATH/current" "releases/$PD_RELEASE" || fail start_failed "The link current could not be set."
  write_file "$state/active" "$PD_RELEASE $PD_SLOT $before" ||
    fail start_failed "The verified release could not be recorded."
  rm -f "$state/intent"
  record_deployed "$PD_RELEASE"
  settle_schema
  journal "active $PD_RELEASE in $PD_SLOT, before it ${before:-nothing}"
}

op_running() {
  pid=$(slot_pid "$PD_SLOT")
  listener "$(port_of "$PD_SLOT")" "${pid:-$(ending_pid "$PD_SLOT")}"
  say running "${pid:--}" "$([ -z "$pid" ] || release_of "$pid")" "$heard" "$stranger_pid" "$stranger"
}

# A server's log is only appended to, so that logrotate may truncate it. Each start begins a new one; three are kept.
rotate_log() {
  [ -s "$state/log.$1" ] || return 0
  [ ! -e "$state/log.$1.1" ] || mv -f "$state/log.$1.1" "$state/log.$1.2"
  mv -f "$state/log.$1" "$state/log.$1.1"
}

op_log() { tail -c 6000 "$state/log.$PD_SLOT" 2>/dev/null | tail -n 40 | sed 's/^/| /'; }
