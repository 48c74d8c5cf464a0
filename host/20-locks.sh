# Who may change the target (lease), and who changes it right now (step lock).
# The lease is read and written only under a short flock: a stale lock directory that two steal at once has two winners.

with_mutex() {
  exec 8>"$state/mutex" && flock -w 10 8 || fail lock_held "The lock's own file on this host was busy for 10 s."
}

read_lease() {
  # shellcheck disable=SC2046
  set -- $(first_line "$state/lease")
  lease_owner=${1-} lease_expires=${2-0} lease_since=${3-0}
}

write_lease() { write_file "$state/lease" "$PD_OWNER $(($(now) + PD_TTL)) $1" || fail host_unsuitable "The lease could not be written below $PD_PATH."; }

op_acquire_lock() {
  for tool in flock setsid sha256sum tar gzip sync readlink od; do
    command -v "$tool" >/dev/null || fail host_unsuitable "$tool is not on this host; install util-linux, coreutils, tar and gzip."
  done
  if [ -n "$PD_SOCKET" ]; then
    command -v socat >/dev/null || command -v perl >/dev/null || fail host_unsuitable "Neither socat nor perl is on this host to reach $PD_SOCKET; install socat."
    [ -S "$PD_SOCKET" ] || fail router_failed "$PD_SOCKET is not a socket."
  fi
  mkdir -p "$releases" "$PD_PATH/slots" "$PD_PATH/incoming" "$PD_PATH/shared" "$state" 2>/dev/null || fail host_unsuitable "$PD_PATH cannot be written by $(id -un)."
  with_mutex
  read_lease
  if [ -n "$lease_owner" ] && [ "$lease_owner" != "$PD_OWNER" ]; then
    left=$((lease_expires - $(now)))
    [ "$left" -le 0 ] || fail lock_held "Locked by $lease_owner for $left s more."
    say took_over "$lease_owner"
    journal "took the lock over from $lease_owner"
  fi
  if [ "$lease_owner" = "$PD_OWNER" ]; then write_lease "$lease_since"; else write_lease "$(now)"; fi
}

op_renew() {
  with_mutex
  read_lease
  [ "$lease_owner" = "$PD_OWNER" ] || fail lock_lost "The lock now belongs to ${lease_owner:-nobody}."
  write_lease "$lease_since"
}

op_release_lock() {
  with_mutex
  read_lease
  # Somebody else's lock is not ours to give back.
  if [ "$lease_owner" = "$PD_OWNER" ]; then rm -f "$state/lease"; fi
}

# Held as long as this program or a child of its lives: a dead owner's step is not overtaken.
take_step_lock() {
  exec 9>"$state/step"
  flock -n 9 || fail step_running "A step of an earlier run still works on this host."
  with_mutex
  read_lease
  [ "$lease_owner" = "$PD_OWNER" ] || fail lock_lost "The lock belongs to ${lease_owner:-nobody}."
  [ "$lease_expires" -gt "$(now)" ] || fail lock_lost "The lock ran out $(($(now) - lease_expires)) s ago."
  write_lease "$lease_since"
  exec 8>&-
}
