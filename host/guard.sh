# The guard of a shift: a program of its own, which outlives the run that shifted. Before it come host/10-records.sh and
# the router's part; it is given the state folder, and the mark of the line of state/guard that it works for. It looks
# every second, by this host's uptime, since a clock can be set. Where the run neither confirms nor shows a sign of life
# in time, because its runner died or its network was cut, traffic goes back to where it went before, once. It ends as
# soon as its line is gone.

state=$1 mark=$2

# read_guard: what the line says; fails where it is another's or gone.
read_guard() {
  guard_mark='' guard_until=''
  [ -r "$state/guard" ] || return 1
  read -r guard_mark guard_until guard_seconds guard_owner guard_weights <"$state/guard"
  [ "$guard_mark" = "$mark" ]
}

late() {
  seconds_up
  [ "$up" -ge "$guard_until" ]
}

# note TEXT: into the journal, as this host.
note() { printf '%s host %s\n' "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$1" >>"$state/journal"; }

# reverse: not where it would leave this router without a server, which helps nobody.
reverse() {
  case $guard_weights in
    *=[1-9]*) ;;
    *) echo "the previous release runs behind no server of this router" >"$state/guard.out" && return 1 ;;
  esac
  # shellcheck disable=SC2086
  (router_set $guard_weights && router_keep) >"$state/guard.out" 2>&1
}

# fire: under the step lock and the mutex, so that neither a confirmation nor a step of a run comes in between. The
# lease goes to nobody: a run that is still there stops before its next change.
fire() {
  exec 9>>"$state/step" 8>>"$state/mutex"
  flock -n 9 && flock -w 10 8 || return 1
  read_guard && late || return 1
  if ! reverse; then
    [ -n "$failed" ] ||
      note "not confirmed, and traffic could not go back: $(tail -n 1 "$state/guard.out" | tr '\t' ' ')"
    failed=yes
    return 1
  fi
  write_file "$state/reversed" "$(date +%s) $guard_owner $guard_seconds"
  note "no sign of life of $guard_owner for $guard_seconds s: traffic went back to $guard_weights"
  rm -f "$state/lease" "$state/guard"
}

failed=''
while read_guard; do
  if late && fire; then break; fi
  exec 8>&- 9>&-
  sleep 1
done
rm -f "$state/guard.out"
