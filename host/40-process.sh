# Processes of slots. Started in a session of their own, known by process id and start time, named by their executable.

slot_names() { for pair in $PD_SLOTS; do printf '%s\n' "${pair%%=*}"; done; }

# become SLOT VERB [EXPRESSION]: this shell turns into the release's own script, told what it needs to know of this host.
# The user's files hold literal KEY=VALUE lines as systemd reads them. They are never sourced, and travel as arguments of env:
# no value is run, and no name, such as PATH, changes what this program itself does.
become() {
  slot=$1 verb=$2 expression=${3-}
  # One cookie for all builds: each clean build makes another, and two slots could not talk.
  [ -s "$state/cookie" ] || (umask 077 && od -An -N16 -tx1 /dev/urandom | tr -d ' \n' >"$state/cookie")
  set -- "RELEASE_COOKIE=$(cat "$state/cookie")"
  for file in "$PD_PATH/shared/env" "$PD_PATH/shared/env.$slot"; do
    [ -f "$file" ] && [ -r "$file" ] || continue
    while IFS= read -r line || [ -n "$line" ]; do
      key=${line%%=*} value=${line#*=}
      case "$line" in '' | '#'* | ';'*) continue ;; *=*) ;; *) continue ;; esac
      case "$key" in '' | [0-9]* | *[!A-Za-z0-9_]*) continue ;; esac
      case "$value" in
      \"*\") value=${value#\"} value=${value%\"} ;;
      \'*\') value=${value#\'} value=${value%\'} ;;
      esac
      set -- "$@" "$key=$value"
    done <"$file"
  done
  if [ -n "$slot" ]; then
    mkdir -p "$state/tmp.$slot"
    set -- "$@" "PORT=$PD_PORT" "RELEASE_NODE=${PD_APP}_$slot" "RELEASE_TMP=$state/tmp.$slot"
    # The locks must not live on in a server.
    exec 8>&- 9>&-
  fi
  # Without RUNNER_TRACKING_ID a slot survives the runner's job.
  exec ${slot:+setsid} env -u RUNNER_TRACKING_ID -u PORT -u RELEASE_NODE -u RELEASE_TMP "$@" \
    "$releases/$PD_RELEASE/bin/$PD_NAME" "$verb" ${expression:+"$expression"}
}

op_start() {
  [ -d "$releases/$PD_RELEASE" ] || fail release_not_kept "$PD_RELEASE is not on this host."
  pid=$(slot_pid "$PD_SLOT")
  if [ -n "$pid" ]; then
    runs=$(release_of "$pid")
    [ "$runs" = "$PD_RELEASE" ] || fail start_failed "Slot $PD_SLOT runs ${runs:-another program} as process $pid; it has to be stopped first."
  fi
  write_file "$state/intent" "$PD_OWNER $PD_RELEASE $PD_SLOT" || fail start_failed "The intent could not be written."
  journal "start $PD_RELEASE in $PD_SLOT"
  point "$PD_PATH/slots/$PD_SLOT" "../releases/$PD_RELEASE" || fail start_failed "The link of slot $PD_SLOT could not be set."
  rm -f "$state/hold-until"
  if [ -n "$pid" ]; then
    say started "$pid" already
    return
  fi
  (
    # It records itself before it is the server, and holds the step lock until then: wherever this is cut, no server runs
    # that nobody knows of.
    read -r pid _ </proc/self/stat
    write_file "$state/slot.$PD_SLOT" "$pid $(began "$pid") $PD_RELEASE" && cd "$releases/$PD_RELEASE" || exit 1
    become "$PD_SLOT" start
  ) </dev/null >"$state/log.$PD_SLOT" 2>&1 &
  pid=$!
  until [ "$(slot_pid "$PD_SLOT")" = "$pid" ]; do
    # Gone before it was recorded, or recorded and gone since.
    if [ -z "$(began "$pid")" ]; then break; fi
    sleep 0.05
  done
  say started "$pid" now
}

op_stop() {
  pid=$(slot_pid "$PD_SLOT")
  if [ -z "$pid" ]; then
    rm -f "$state/slot.$PD_SLOT" "$state/hold-until"
    say stopped already
    return
  fi
  runs=$(release_of "$pid")
  born=$(began "$pid")
  journal "stop ${runs:-?} in $PD_SLOT ($PD_HOW)"
  how=killed
  if [ "$PD_HOW" = drain ]; then
    kill -TERM "$pid" 2>/dev/null
    until_at=$(($(seconds_up) + PD_LIMIT + 1))
    while [ "$(seconds_up)" -lt "$until_at" ] && [ "$(began "$pid")" = "$born" ]; do sleep 0.1; done
    [ "$(began "$pid")" = "$born" ] || how=ended
  fi
  if [ "$how" = killed ]; then
    kill -KILL "$pid" 2>/dev/null
    until_at=$(($(seconds_up) + 6))
    while [ "$(seconds_up)" -lt "$until_at" ] && [ "$(began "$pid")" = "$born" ]; do sleep 0.05; done
    [ "$(began "$pid")" != "$born" ] || fail stop_failed "Process $pid of slot $PD_SLOT did not end although it was killed."
  fi
  rm -f "$state/slot.$PD_SLOT" "$state/hold-until"
  say stopped "$how"
}

op_activate() {
  # shellcheck disable=SC2046
  set -- $(first_line "$state/active")
  before=${1-}
  # Repairing with the same release must keep the last different one: a rollback goes to it.
  if [ "$before" = "$PD_RELEASE" ]; then before=${3-}; fi
  point "$PD_PATH/current" "releases/$PD_RELEASE" || fail start_failed "The link current could not be set."
  write_file "$state/active" "$PD_RELEASE $PD_SLOT $before" || fail start_failed "The verified release could not be recorded."
  rm -f "$state/intent"
  journal "active $PD_RELEASE in $PD_SLOT, before it ${before:-nothing}"
}

op_hold() {
  write_file "$state/hold-until" "$(($(now) + PD_SECONDS))"
}

op_running() {
  pid=$(slot_pid "$PD_SLOT")
  if [ -n "$pid" ]; then say running "$pid" "$(release_of "$pid")"; else say running - -; fi
}

op_log() { tail -c 6000 "$state/log.$PD_SLOT" 2>/dev/null | tail -n 40 | sed 's/^/| /'; }
