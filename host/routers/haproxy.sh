# HAProxy by its runtime API. Errors come as text with success: every answer is read, and the state is read back.

# haproxy_ask LINE: one line to the admin socket, its answer on standard output.
haproxy_ask() {
  if command -v socat >/dev/null; then
    printf '%s\n' "$1" | socat -t 5 - "UNIX-CONNECT:$haproxy_socket"
  else
    PD_SOCKET=$haproxy_socket PD_LINE=$1 perl -MIO::Socket::UNIX -e '
      my $s = IO::Socket::UNIX->new(Peer => $ENV{PD_SOCKET}) or exit 1;
      print $s "$ENV{PD_LINE}\n"; $s->shutdown(1); print while <$s>'
  fi
}

haproxy_unreachable() { fail router_failed "HAProxy cannot be reached at $haproxy_socket: $1"; }

# haproxy_order LINE: an order that answers nothing when it was obeyed.
haproxy_order() {
  answer=$(haproxy_ask "$1" 2>&1) || haproxy_unreachable "$answer"
  answer=$(printf '%s' "$answer" | tr -s '[:space:]' ' ')
  case "$answer" in '' | ' ') ;; *) fail router_failed "HAProxy refused \"$1\": $answer" ;; esac
}

router_check() {
  command -v socat >/dev/null || command -v perl >/dev/null ||
    fail host_unsuitable "Neither socat nor perl is installed to reach $haproxy_socket; install socat."
  [ -S "$haproxy_socket" ] || fail router_failed "$haproxy_socket is not a socket."
}

router_report() {
  states=$(haproxy_ask "show servers state $haproxy_backend" 2>&1) || haproxy_unreachable "$states"
  printf '%s\n' "$states" | awk '
    NF > 8 && $1 != "#" { printf "pd\tserver\t%s\t%s\t%s\t%s\t%s\n", $4, $6, $7, $8, $9 }'
  haproxy_ask "show stat" | awk -F, -v backend="$haproxy_backend" '
    NR == 1 { for (i = 1; i <= NF; i++) if ($i == "cookie") cookie = i }
    $1 != backend { next }
    $2 != "BACKEND" { printf "pd\tsessions\t%s\t%s\n", $2, $5 }
    $2 == "BACKEND" && cookie && $cookie != "" { printf "pd\tcookie\t%s\n", $cookie }'
}

router_open() {
  for one in "$@"; do
    haproxy_order "set server $haproxy_backend/${one%=*} weight ${one##*=}%"
    haproxy_order "set server $haproxy_backend/${one%=*} state ready"
  done
  for one in "$@"; do haproxy_await "${one%=*}"; done
}

# haproxy_await NAME: ready and up. Until its health check passed, no requests are sent away from the others.
haproxy_await() {
  name=$1
  until_at=$(($(seconds_up) + 11))
  while :; do
    # shellcheck disable=SC2046
    set -- $(haproxy_ask "show servers state $haproxy_backend" | awk -v name="$name" '$4 == name { print $6, $7 }')
    [ -n "${1-}" ] || fail router_failed "HAProxy's backend $haproxy_backend has no server $name."
    [ "$1" = 2 ] && [ $(($2 & 9)) -eq 0 ] && return
    [ "$(seconds_up)" -lt "$until_at" ] ||
      fail router_failed "HAProxy does not report $name as healthy after 10 s: state $1, bits $2."
    sleep 0.1
  done
}

router_close() { for name in "$@"; do haproxy_order "set server $haproxy_backend/$name state drain"; done; }

# Runtime changes are lost on a reload unless the state is kept. The traffic is shifted though: this is a warning, and
# fails nothing.
router_keep() {
  [ -n "$haproxy_state_file" ] || return 0
  beside=$haproxy_state_file.tmp.$$
  { haproxy_ask "show servers state" >"$beside" && mv -fT "$beside" "$haproxy_state_file"; } 2>/dev/null && return 0
  rm -f "$beside"
  say warning "HAProxy's state could not be kept in $haproxy_state_file: a reload of HAProxy would send traffic where\
 its configuration says. Check that $(id -un) may write that file."
}

router_carries() {
  haproxy_ask "show servers state $haproxy_backend" | awk -v slot="$1" '
    { name = $4; sub(/^.*-/, "", name) }
    ($4 == slot || name == slot) && $6 == 2 && $7 % 2 == 0 && int($7 / 8) % 2 == 0 && $8 > 0 { yes = 1 }
    END { exit !yes }'
}
