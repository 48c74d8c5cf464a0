# The whole program is read before its last line runs it. That line is in braces, so that no part of it is a command: a
# cut connection runs nothing.

main() {
  # A dead client must not stop a half-done step.
  trap '' HUP PIPE
  trap 'code=$?; say exit "$code"' EXIT
  umask 022
  # Links, `..`, double and trailing slashes: processes name the place where they really are.
  if cd -P -- "$PD_PATH" 2>/dev/null; then
    PD_PATH=$PWD
    cd /
  else
    PD_PATH=$(realpath -m -- "$PD_PATH") || fail host_unsuitable "The path $PD_PATH cannot be resolved on this host."
  fi
  releases=$PD_PATH/releases
  state=$PD_PATH/state
  slot_names=
  for pair in $PD_SLOTS; do slot_names="$slot_names ${pair%%=*}"; done
  look_for_units
  case "$PD_OP" in
  observe) op_observe ;;
  fit) op_fit ;;
  running) op_running ;;
  stock) op_stock ;;
  manifest) op_manifest ;;
  log) op_log ;;
  log-errors) op_log_errors ;;
  router) router_report ;;
  router-counts) op_router_counts ;;
  memory) op_memory ;;
  evaluate) op_evaluate ;;
  kept-schema) op_kept_schema ;;
  look-down) op_look_down ;;
  acquire-lock)
    op_acquire_lock
    # What an upload begins with.
    [ -z "${PD_RELEASE-}" ] || stock_along
    ;;
  renew) op_renew ;;
  release-lock) op_release_lock ;;
  assemble | install-units | unpack | backup | migrate | revert | start | stop | \
    activate | confirm | hold | mark-bad | prune | shift)
    take_step_lock
    "op_$(printf '%s' "$PD_OP" | tr - _)"
    ;;
  *) fail unexpected_error "There is no operation $PD_OP." ;;
  esac
}

{ main </dev/null; }
