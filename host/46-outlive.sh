# Programs that outlive this one.

may_start_units() { systemd_runs && is_root; }

# leave_running TEXT NAME ARGUMENT...: runs a text of sh on its own. systemd keeps it apart from the login session or
# the runner's service; elsewhere a session of its own has to do, without the variable by which a runner finds what a
# job left. systemd takes `$` in arguments for variables of its own, and `$$` for `$`.
leave_running() {
  text=$1
  shift
  if may_start_units; then
    systemd-run --quiet --collect /bin/sh -c "$(printf '%s' "$text" | sed 's/[$]/&&/g')" "$@" 2>/dev/null &&
      return
  fi
  (
    exec 8>&- 9>&-
    cd / && exec env -i "PATH=$clean_path" setsid /bin/sh -c "$text" "$@" </dev/null >/dev/null 2>&1
  ) &
}
