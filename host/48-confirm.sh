# From a shift until it is confirmed, the router's host has a guard (host/guard.sh, which comes as a text in PD_GUARD).
# state/guard is one line: a mark of this guard, the uptime of this host at which it acts, its seconds, the owner of the
# shift, and the weights that it goes back to. state/reversed is left where it acted, for the next run to report.

# drop_guard: under the mutex, or a renewal that has read the line meanwhile would write it again.
drop_guard() {
  with_mutex
  rm -f "$state/guard"
  exec 8>&-
}

# arm_guard: before the first change of a shift. The guard of an earlier shift sees that the line is another's, and
# ends.
arm_guard() {
  [ -n "${PD_BACK-}" ] || return 0
  mark=$(od -An -N8 -tx1 /dev/urandom | tr -d ' \n')
  with_mutex
  seconds_up
  write_file "$state/guard" "$mark $((up + PD_CONFIRM)) $PD_CONFIRM $PD_OWNER $PD_BACK" ||
    fail router_failed "The guard of the shift could not be written below $state."
  exec 8>&-
  leave_running "$PD_ROUTER
$PD_GUARD" phoenix-deploy-guard "$state" "$mark"
}

# outlive_guard: after a shift without a guard, which decides what serves. One that is cut before leaves the guard of an
# earlier shift, which still goes back to what was verified.
outlive_guard() { [ -n "${PD_BACK-}" ] || drop_guard; }

# extend_guard: whoever has the lock lives.
extend_guard() {
  [ -r "$state/guard" ] || return 0
  read -r mark _ seconds owner back <"$state/guard"
  seconds_up
  write_file "$state/guard" "$mark $((up + seconds)) $seconds $owner $back"
}

# Where the guard acted, nobody has the lock any more.
lost_to_guard() {
  read -r _ owner seconds <"$state/reversed"
  fail lock_lost "This host sent traffic back by itself, since there was no sign of life of $owner for $seconds s."
}

op_confirm() {
  drop_guard
  journal "confirmed the shift"
}

report_guard() {
  [ ! -e "$state/guard" ] || say guard armed
  [ -r "$state/reversed" ] || return 0
  read -r at owner seconds <"$state/reversed"
  say reversed "$at" "$owner" "$seconds"
}
