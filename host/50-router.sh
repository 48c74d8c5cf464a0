# Traffic. Which router there is, if any, is known to its part alone: host/routers/<type>.sh, which comes as a text in
# PD_ROUTER, its values in front, since what keeps a hold asks the router too. Each part defines:
#
#   router_check                 ends the operation where the router cannot be reached
#   router_report                prints what its reader in src/routers understands
#   router_set NAME=PERCENT...   gives each server its percentage of its full weight; 0 takes no new requests, and what
#                                is in flight finishes. Servers take requests before others lose them; where one
#                                cannot, nobody loses any. Returns when it is so
#   router_keep                  keeps what was set over a restart of the router, or warns
#   router_counts                prints `counts SERVER GOOD FAILED` of each server since the router began: requests that
#                                were answered, and those with a 5xx or without an answer. Left out where it has none
#   router_carries SLOT          true while new requests go to the slot; calls functions of its own part only

eval "$PD_ROUTER"

# forget_hold SERVER...: a slot of this host that takes traffic again is kept for as long as it does, also where the run
# that shifted is cut before it recorded that. A router for all hosts has the slots of the others too.
forget_hold() {
  servers=$*
  read_line "$state/hold-until"
  # shellcheck disable=SC2086
  set -- $got
  for name in $servers; do
    case "$name" in "${2-}" | "${PD_HOST-}-${2-}") rm -f "$state/hold-until" ;; esac
  done
}

# PD_WEIGHTS: `server=percent` of each server's full weight; 0 drains.
op_shift() {
  arm_guard
  # shellcheck disable=SC2086
  router_set $PD_WEIGHTS
  outlive_guard
  opened=''
  for one in $PD_WEIGHTS; do
    case "$one" in *=0) ;; *) opened="$opened ${one%=*}" ;; esac
  done
  # shellcheck disable=SC2086
  forget_hold $opened
  journal "shift $PD_WEIGHTS"
  router_keep
  router_report
}
