# A slot's process in a session of its own, where systemd has no unit for it. What state/slot.<slot> says: its process
# id, when it began, and its release.

session_start() {
  rotate_log "$PD_SLOT"
  (
    # It records itself before it is the server, and holds the step lock until then: wherever this is cut, no server
    # runs that nobody knows of.
    read -r pid _ </proc/self/stat
    began "$pid"
    write_file "$state/slot.$PD_SLOT" "$pid $birth $PD_RELEASE" || exit 1
    become "$PD_SLOT" start
  ) </dev/null >>"$state/log.$PD_SLOT" 2>&1 &
  pid=$!
  # Gone before it was recorded, or recorded and gone since.
  until { recorded_pid "$PD_SLOT" && [ "$recorded" = "$pid" ]; } || ! began "$pid"; do sleep 0.02; done
  # It lets go of the step lock a moment after it recorded itself: the next step must not find it taken.
  while [ "$(readlink "/proc/$pid/fd/9" 2>/dev/null)" = "$state/step" ]; do sleep 0.02; done
  say started "$pid" now
}

# session_stop PID
session_stop() {
  pid=$1
  release_of "$pid"
  began "$pid"
  born=$birth
  journal "stop ${runs:-?} in $PD_SLOT ($PD_HOW)"
  how=killed
  if [ "$PD_HOW" = drain ]; then
    kill -TERM "$pid" 2>/dev/null
    ! wait_until $((PD_LIMIT + 1)) 0.05 has_ended "$pid" "$born" || how=ended
  fi
  if [ "$how" = killed ]; then
    kill -KILL "$pid" 2>/dev/null
    wait_until 6 0.02 has_ended "$pid" "$born" ||
      fail stop_failed "Process $pid of slot $PD_SLOT is still there 5 s after it was killed."
  fi
  # What it started in its session and left behind would keep the port.
  for left in $(family "$pid"); do kill -KILL "$left" 2>/dev/null; done
  rm -f "$state/slot.$PD_SLOT"
  end_hold
  say stopped "$how"
}

# A server's log is only appended to, so that logrotate may truncate it. Each start begins a new one; three are kept.
rotate_log() {
  [ -s "$state/log.$1" ] || return 0
  [ ! -e "$state/log.$1.1" ] || mv -f "$state/log.$1.1" "$state/log.$1.2"
  mv -f "$state/log.$1" "$state/log.$1.1"
}

session_log() { tail -c 6000 "$state/log.$PD_SLOT" 2>/dev/null | tail -n 40; }
