# HAProxy by its runtime API. Errors come as text with success: every answer is read, and the state is read back.

# ask LINE: one line to the admin socket PD_SOCKET, its answer on standard output. As text, since what keeps a hold asks
# too. shellcheck disable=SC2016
asker='ask() {
  if command -v socat >/dev/null; then
    printf "%s\n" "$1" | socat -t 5 - "UNIX-CONNECT:$PD_SOCKET"
  else
    PD_SOCKET=$PD_SOCKET PD_LINE=$1 perl -MIO::Socket::UNIX -e "my \$s = IO::Socket::UNIX->new(Peer => \$ENV{PD_SOCKET}) or exit 1; print \$s \"\$ENV{PD_LINE}\\n\"; \$s->shutdown(1); print while <\$s>"
  fi
}'
eval "$asker"

# order LINE: an order that answers nothing when it was obeyed.
order() {
  answer=$(ask "$1" 2>&1) || fail router_failed "HAProxy cannot be reached at $PD_SOCKET: $answer"
  answer=$(printf '%s' "$answer" | tr -s '[:space:]' ' ')
  case "$answer" in '' | ' ') ;; *) fail router_failed "HAProxy refused \"$1\": $answer" ;; esac
}

# server_state NAME: operational state and administrative bits, from `show servers state`.
server_state() { ask "show servers state $PD_BACKEND" | awk -v name="$1" '$4 == name { print $6, $7 }'; }

report_router() {
  states=$(ask "show servers state $PD_BACKEND" 2>&1) || fail router_failed "HAProxy cannot be reached at $PD_SOCKET: $states"
  printf '%s\n' "$states" | awk 'NF > 8 && $1 != "#" { printf "pd\tserver\t%s\t%s\t%s\t%s\t%s\n", $4, $6, $7, $8, $9 }'
  ask "show stat" | awk -F, -v backend="$PD_BACKEND" '
    NR == 1 { for (i = 1; i <= NF; i++) if ($i == "cookie") cookie = i }
    $1 != backend { next }
    $2 != "BACKEND" { printf "pd\tsessions\t%s\t%s\n", $2, $5 }
    $2 == "BACKEND" && cookie && $cookie != "" { printf "pd\tcookie\t%s\n", $cookie }'
}

# Runtime changes are lost on a reload unless the state is kept. What was shifted is shifted, though: this is said, and
# fails nothing.
keep_router_state() {
  [ -n "$PD_STATE_FILE" ] || return 0
  { ask "show servers state" >"$PD_STATE_FILE.tmp.$$" && mv -fT "$PD_STATE_FILE.tmp.$$" "$PD_STATE_FILE"; } 2>/dev/null && return 0
  rm -f "$PD_STATE_FILE.tmp.$$"
  say warning "HAProxy's state could not be kept in $PD_STATE_FILE: a reload of HAProxy would send traffic where its configuration says. Check that $(id -un) may write that file."
}

# forget_hold: a slot that takes traffic again is kept for as long as it does, also where the run that shifted is cut
# before it recorded that. The arguments are the servers.
forget_hold() {
  servers=$*
  # shellcheck disable=SC2046
  set -- $(first_line "$state/hold-until")
  for name in $servers; do
    case "$name" in "${2-}" | *-"${2-}") rm -f "$state/hold-until" ;; esac
  done
}

# PD_WEIGHTS: `server=percent` of each server's full weight; 0 drains. Servers take traffic before others lose it.
op_shift() {
  taking="" drained=""
  for one in $PD_WEIGHTS; do
    name=${one%=*}
    case "$one" in *=0) drained="$drained $name" && continue ;; esac
    taking="$taking $name"
    order "set server $PD_BACKEND/$name weight ${one##*=}%"
    order "set server $PD_BACKEND/$name state ready"
  done
  for name in $taking; do
    until_at=$(($(seconds_up) + 11))
    # Ready and up: until its health check passed, nobody is sent away from the old one.
    while :; do
      # shellcheck disable=SC2046
      set -- $(server_state "$name")
      [ -n "${1-}" ] || fail router_failed "HAProxy's backend $PD_BACKEND has no server $name."
      [ "$1" = 2 ] && [ $(($2 & 9)) -eq 0 ] && break
      [ "$(seconds_up)" -lt "$until_at" ] || fail router_failed "HAProxy does not see $name healthy after 10 s: state $1, bits $2."
      sleep 0.1
    done
  done
  # shellcheck disable=SC2086
  forget_hold $taking
  for name in $drained; do order "set server $PD_BACKEND/$name state drain"; done
  journal "shift $PD_WEIGHTS"
  keep_router_state
  report_router
}
