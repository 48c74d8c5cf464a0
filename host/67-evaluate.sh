# PD_EXPRESSION, evaluated by the release that a slot runs. What it prints after "phoenix-deploy: " is passed on, and
# nothing else: a log may hold secrets.
op_evaluate() {
  link_of "$PD_PATH/slots/$PD_SLOT"
  PD_RELEASE=$linked
  [ -d "$releases/${PD_RELEASE:-?}" ] || fail release_not_kept "Slot $PD_SLOT has no release on this host."
  printed=$state/evaluate.$PD_SLOT
  if (become '' eval "$PD_EXPRESSION") >"$printed" 2>&1; then
    sed -n 's/^phoenix-deploy: /| /p' "$printed"
    rm -f "$printed"
  else
    why=$(tool_error "$printed")
    rm -f "$printed"
    fail unexpected_error "The release of slot $PD_SLOT could not evaluate an expression: $why"
  fi
}
