# The whole program is read before this line runs it: a cut connection runs nothing.

main() {
  # A dead client must not stop a half-done step.
  trap '' HUP PIPE
  trap 'code=$?; say exit "$code"' EXIT
  umask 022
  releases=$PD_PATH/releases
  state=$PD_PATH/state
  case "$PD_OP" in
  observe) op_observe ;;
  running) op_running ;;
  log) op_log ;;
  router) report_router ;;
  acquire-lock) op_acquire_lock ;;
  renew) op_renew ;;
  release-lock) op_release_lock ;;
  unpack | migrate | start | stop | activate | hold | mark-bad | prune | shift)
    take_step_lock
    "op_$(printf '%s' "$PD_OP" | tr - _)"
    ;;
  *) fail unexpected_error "There is no operation $PD_OP." ;;
  esac
}

main </dev/null
