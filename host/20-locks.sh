# Who may change the target (lease), and who changes it right now (step lock). The lease is read and written only under
# a short flock: a stale lock directory that two steal at once has two winners. state/lease is one line: owner, when it
# expires, since when it is held, address of the owner's run; times by this host's clock.

with_mutex() {
  exec 8>"$state/mutex" && flock -w 10 8 || fail lock_held "The file $state/mutex was locked for 10 s."
}

# whole TEXT: a number that arithmetic can bear.
whole() {
  case "$1" in '' | *[!0-9]* | 0?* | ???????????????*) return 1 ;; esac
}

# read_lease: what state/lease claims, as far as it can be believed; lease_odd is the rest, in words; `clock`, the time
# then. A claim that cannot be read has expired, and so has one for longer than a lease lasts (a moment is granted to a
# clock that is set back): an owner that lives renews it before long, and stops if another run took it meanwhile.
read_lease() {
  lease_odd='' clock=$(now)
  set -f
  read_line "$state/lease" 2>/dev/null
  # shellcheck disable=SC2086
  set -- $got
  set +f
  lease_owner=${1-} lease_expires=${2-} lease_since=${3-} lease_url=${4-}
  whole "$lease_since" || lease_since=0
  case "$lease_url" in *[!A-Za-z0-9:/._%@-]*) lease_url= ;; http://* | https://*) ;; *) lease_url= ;; esac
  case "$lease_owner" in
  '')
    lease_expires=0
    [ ! -e "$state/lease" ] || lease_odd="The lease names no owner"
    return
    ;;
  *[!A-Za-z0-9._-]*)
    lease_owner="unreadable" lease_expires=0 lease_odd="The lease cannot be read"
    return
    ;;
  esac
  if ! whole "$lease_expires"; then
    lease_expires=0 lease_odd="The lease of $lease_owner has no readable expiry"
    return
  fi
  left=$((lease_expires - clock))
  [ "$left" -gt $((PD_TTL + 30)) ] || return 0
  lease_expires=0 lease_odd="The lease of $lease_owner claims $left s, and a lease lasts $PD_TTL s"
}

# renewed_now: the lease was written a moment ago, so that another second is worth no writing.
renewed_now() { [ ! -e "$state/guard" ] && [ $((lease_expires - clock)) -ge $((PD_TTL - 5)) ]; }

write_lease() {
  write_file "$state/lease" "$PD_OWNER $((clock + PD_TTL)) $1 $PD_URL" 2>/dev/null || return 1
  extend_guard
}

# lost: fails for a lease that names somebody else, or nobody. state/taken keeps who took the lock last, and from whom:
# a rollback may have ended before the run that lost its lock notices.
lost() {
  [ ! -r "$state/reversed" ] || lost_to_guard
  set -f
  read_line "$state/taken"
  # shellcheck disable=SC2086
  set -- $got
  set +f
  [ "${1-}" != "$PD_OWNER" ] || fail lock_lost "The lock was taken by $2${3:+ ($3)}."
  [ -n "$lease_owner" ] || fail lock_lost "The lock belongs to nobody: it was released or removed."
  fail lock_lost "The lock belongs to $lease_owner${lease_url:+ ($lease_url)} now."
}

op_acquire_lock() {
  for tool in flock setsid sha256sum tar gzip sync readlink od; do
    command -v "$tool" >/dev/null ||
      fail host_unsuitable "$tool is not installed; install util-linux, coreutils, tar and gzip."
  done
  router_check
  mkdir -p "$releases" "$PD_PATH/slots" "$PD_PATH/incoming" "$PD_PATH/shared" "$state" 2>/dev/null ||
    fail host_unsuitable "$PD_PATH cannot be written by $(id -un)."
  # Made by another user, such as root, who deployed once by hand.
  for at in "$releases" "$PD_PATH/slots" "$PD_PATH/incoming" "$state" \
    "$state/mutex" "$state/step" "$state/journal" "$state/kept"; do
    [ ! -e "$at" ] || may_write "$at" ||
      fail host_unsuitable "$at belongs to $(stat -c %U "$at") and cannot be written by $(id -un); deploy as one user,\
 or give all but shared/ below $PD_PATH to $(id -un)."
  done
  with_mutex
  read_lease
  left=$((lease_expires - clock))
  if [ -n "$lease_owner" ] && [ "$lease_owner" != "$PD_OWNER" ]; then
    if [ "$left" -gt 0 ] && [ "$PD_TAKE" != yes ]; then
      fail lock_held "Locked by $lease_owner${lease_url:+ ($lease_url)} for another $left s."
    fi
    if [ "$left" -gt 0 ]; then how=live; else how=expired; fi
    write_file "$state/taken" "$lease_owner $PD_OWNER $PD_URL" 2>/dev/null
    say took_over "$lease_owner" "$how" "$lease_url"
    journal "took the $how lock of $lease_owner"
  fi
  if [ -n "$lease_odd" ]; then
    say warning "$lease_odd; it was replaced."
    journal "replaced a lease: $lease_odd"
  fi
  read_line "$state/taken"
  case "$got" in "$PD_OWNER "*) rm -f "$state/taken" ;; esac
  if [ "$lease_owner" != "$PD_OWNER" ] || [ "$lease_since" = 0 ]; then lease_since=$clock; fi
  write_lease "$lease_since" || fail host_unsuitable "The lease could not be written below $PD_PATH."
  # It was reported when this run observed.
  [ ! -e "$state/reversed" ] || rm -f "$state/reversed"
  exec 8>&-
  # What the plan is made from: nobody else changes it from here on.
  look_along
}

# look_along: what `observe` would be asked for next. Where the router fails, that next look says so.
look_along() {
  looked=$(
    trap - EXIT
    op_observe
  ) && printf '%s\n' "$looked"
  :
}

# A lease that expired and still names us is ours: nobody came in between.
op_renew() {
  with_mutex
  read_lease
  [ "$lease_owner" = "$PD_OWNER" ] || lost
  write_lease "$lease_since" || fail host_unsuitable "The lease could not be written below $PD_PATH."
}

op_release_lock() {
  with_mutex
  read_lease
  # Another run's lock is left alone.
  if [ "$lease_owner" = "$PD_OWNER" ]; then rm -f "$state/lease"; fi
  exec 8>&-
  # Nothing of a plan comes after it, and what is there now is the end of its story.
  look_along
}

# Held as long as this program or a child of its lives: a dead owner's step is not overtaken. What such a step leaves
# may need a moment to let go of it.
take_step_lock() {
  exec 9>"$state/step"
  flock -w 3 9 || fail step_running "A step of an earlier run is still running on this host."
  with_mutex
  read_lease
  [ "$lease_owner" = "$PD_OWNER" ] || lost
  # A full disk must not keep traffic from going back: the lease names us, renewed or not.
  renewed_now || write_lease "$lease_since" ||
    say warning "The lease could not be renewed below $PD_PATH; is the disk full?"
  exec 8>&-
}
