# Processes of slots. Started in a session of their own, known by process id and start time, named by their executable.

slot_names() { for pair in $PD_SLOTS; do printf '%s\n' "${pair%%=*}"; done; }

# load_env FILE: literal KEY=VALUE lines as systemd reads them; never sourced, so that no value is run.
load_env() {
  [ -r "$1" ] || return 0
  while IFS= read -r line || [ -n "$line" ]; do
    key=${line%%=*} value=${line#*=}
    case "$line" in '' | '#'* | ';'*) continue ;; *=*) ;; *) continue ;; esac
    case "$key" in '' | [0-9]* | *[!A-Za-z0-9_]*) continue ;; esac
    case "$value" in
    \"*\") value=${value#\"} value=${value%\"} ;;
    \'*\') value=${value#\'} value=${value%\'} ;;
    esac
    export "$key=$value"
  done <"$1"
}

# release_environment SLOT: what a release needs to know of this host.
release_environment() {
  # One cookie for all builds: each clean build makes another, and two slots could not talk.
  [ -s "$state/cookie" ] || (umask 077 && od -An -N16 -tx1 /dev/urandom | tr -d ' \n' >"$state/cookie")
  RELEASE_COOKIE=$(cat "$state/cookie")
  export RELEASE_COOKIE
  unset RUNNER_TRACKING_ID RELEASE_NODE RELEASE_TMP PORT
  load_env "$PD_PATH/shared/env"
  [ -n "$1" ] || return 0
  load_env "$PD_PATH/shared/env.$1"
  export PORT="$PD_PORT" RELEASE_NODE="${PD_APP}_$1" RELEASE_TMP="$state/tmp.$1"
  mkdir -p "$RELEASE_TMP"
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
    release_environment "$PD_SLOT"
    cd "$releases/$PD_RELEASE" || exit 1
    # The locks must not live on in the server.
    exec setsid "./bin/$PD_NAME" start </dev/null >"$state/log.$PD_SLOT" 2>&1 8>&- 9>&-
  ) 8>&- 9>&- &
  pid=$!
  write_file "$state/slot.$PD_SLOT" "$pid $(began "$pid") $PD_RELEASE"
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
    tries=0
    while [ "$tries" -lt $((PD_LIMIT * 10)) ] && [ "$(began "$pid")" = "$born" ]; do
      sleep 0.1
      tries=$((tries + 1))
    done
    [ "$(began "$pid")" = "$born" ] || how=ended
  fi
  if [ "$how" = killed ]; then
    kill -KILL "$pid" 2>/dev/null
    tries=0
    while [ "$tries" -lt 100 ] && [ "$(began "$pid")" = "$born" ]; do
      sleep 0.05
      tries=$((tries + 1))
    done
    [ "$(began "$pid")" != "$born" ] || fail stop_failed "Process $pid of slot $PD_SLOT did not end although it was killed."
  fi
  rm -f "$state/slot.$PD_SLOT" "$state/hold-until"
  say stopped "$how"
}

op_activate() {
  # shellcheck disable=SC2046
  set -- $(first_line "$state/active")
  before=${1-}
  # Repairing with the same release must keep the last different one: it is the way back.
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
