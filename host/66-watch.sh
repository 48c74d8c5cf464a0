# What signals ask while a release is watched. Nothing is changed, and nothing waits for a lock.

op_router_counts() {
  command -v router_counts >/dev/null || fail router_failed "The router on this host counts no requests by server."
  router_counts
}

# The resident memory of a slot's process, in kilobytes.
op_memory() {
  slot_pid "$PD_SLOT" || fail not_healthy "Slot $PD_SLOT has no running process."
  say memory "$(awk '$1 == "VmRSS:" { print $2 }' "/proc/$pid/status" 2>/dev/null)"
}
