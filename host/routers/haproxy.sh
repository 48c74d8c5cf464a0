# HAProxy by its runtime API. Errors come as text with success: every answer is read, and the state is read back.

# haproxy_ask LINE: one line to the admin socket, its answer on standard output.
haproxy_ask() {
  if command -v socat >/dev/null; then
    socat -t 5 - "UNIX-CONNECT:$haproxy_socket" <<END
$1
END
  else
    PD_SOCKET=$haproxy_socket PD_LINE=$1 perl -MIO::Socket::UNIX -e '
      my $s = IO::Socket::UNIX->new(Peer => $ENV{PD_SOCKET}) or do { print "$!"; exit 1 };
      print $s "$ENV{PD_LINE}\n"; $s->shutdown(1); print while <$s>'
  fi
}

# haproxy_unreachable WORDS: what socat says before the last colon is about itself.
haproxy_unreachable() {
  why=$(printf '%s' "${1##*: }" | tr -d '\n')
  fail router_failed "HAProxy cannot be reached at $haproxy_socket: ${why:-no answer}. Where nothing listens there, it\
 does not run."
}

# A socket without `level admin` answers questions and obeys nothing.
haproxy_forbids() {
  fail router_failed "HAProxy answers \"Permission denied\" to orders at $haproxy_socket: add \"level admin\" to that\
 \"stats socket\" in its configuration."
}

# haproxy_order LINE: orders, with `; ` between them, that answer nothing when they were obeyed.
haproxy_order() {
  [ -n "$1" ] || return 0
  answer=$(haproxy_ask "$1" 2>&1) || haproxy_unreachable "$answer"
  case "$answer" in
  *"Permission denied"*) haproxy_forbids ;;
  *[![:space:]]*) fail router_failed "HAProxy refused \"$1\": $(printf '%s' "$answer" | tr -s '[:space:]' ' ')" ;;
  esac
}

# haproxy_queue SERVER SETTING: one more order, into `queue`; HAProxy's buffer for a line is limited.
haproxy_queue() {
  queue="$queue${queue:+; }set server $haproxy_backend/$1 $2"
  [ ${#queue} -lt 4000 ] || haproxy_send
}

haproxy_send() {
  haproxy_order "$queue"
  queue=
}

router_check() {
  command -v socat >/dev/null || command -v perl >/dev/null ||
    fail host_unsuitable "Neither socat nor perl is installed to reach $haproxy_socket; install socat."
  [ -S "$haproxy_socket" ] || fail router_failed "HAProxy: $haproxy_socket is not a socket."
  [ -w "$haproxy_socket" ] ||
    fail router_failed "HAProxy's socket $haproxy_socket cannot be used by $(id -un): add that user to its group,\
 $(stat -c %G "$haproxy_socket")."
  case "$(haproxy_ask "show cli level" 2>/dev/null)" in operator* | user*) haproxy_forbids ;; esac
  # The server that a release needs may be another one: what is wrong is refused when it would get requests.
  haproxy_states
  while read -r name _ _ _ _ _ port; do
    haproxy_elsewhere "$name" "$port"
    [ -z "$wrong" ] || say warning "$wrong"
  done <<END
$states
END
}

# haproxy_states: into `states`, `name operational administrative weight full-weight check port` of each server.
haproxy_states() {
  states=$(haproxy_ask "show servers state $haproxy_backend" 2>&1) || haproxy_unreachable "$states"
  states=$(
    awk 'NF > 8 && $1 != "#" { print $4, $6, $7, $8, $9, $14 + 0, $19 + 0 }' <<END
$states
END
  )
}

# haproxy_elsewhere NAME PORT: into `wrong`, the sentence where a server's port is not that of its slot. A server
# without a port (0) uses that of its client. HAProxy prefers the port that it kept to that of its configuration.
haproxy_elsewhere() {
  wrong=
  for slot_port in $PD_SLOTS; do
    case "$1" in "${slot_port%%=*}" | *-"${slot_port%%=*}") ;; *) continue ;; esac
    [ "$2" = 0 ] || [ "$2" = "${slot_port#*=}" ] || wrong="HAProxy's server $haproxy_backend/$1 is at port $2, and slot\
 ${slot_port%%=*} has port ${slot_port#*=}.${haproxy_state_file:+ Where its configuration has that port, write it into\
 the server's line of $haproxy_state_file as well, which HAProxy goes by, and reload it; prepare.sh does both.}"
    return
  done
}

router_report() {
  haproxy_states
  while read -r name operational administrative weight full_weight _; do
    [ -z "$name" ] || say server "$name" "$operational" "$administrative" "$weight" "$full_weight"
  done <<END
$states
END
  haproxy_ask "show stat" | awk -F, -v backend="$haproxy_backend" '
    NR == 1 { for (i = 1; i <= NF; i++) if ($i == "cookie") cookie = i; else if ($i == "bck") backup = i }
    $1 != backend { next }
    $2 != "BACKEND" { printf "pd\tsessions\t%s\t%s\n", $2, $5 }
    $2 != "BACKEND" && backup && $backup > 0 { printf "pd\tbackup\t%s\n", $2 }
    $2 == "BACKEND" && cookie && $cookie != "" { printf "pd\tcookie\t%s\n", $cookie }'
}

# A response that broke off, and a connection that was refused, are no 5xx of the server.
router_counts() {
  stat=$(haproxy_ask "show stat" 2>&1) || haproxy_unreachable "$stat"
  awk -F, -v backend="$haproxy_backend" '
    NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i }
    $1 != backend || $2 == "BACKEND" || $2 == "FRONTEND" { next }
    $at["hrsp_5xx"] == "" { printf "pd\tcounts\t%s\n", $2; next }
    {
      good = $at["hrsp_1xx"] + $at["hrsp_2xx"] + $at["hrsp_3xx"] + $at["hrsp_4xx"] + $at["hrsp_other"]
      printf "pd\tcounts\t%s\t%.0f\t%.0f\n", $2, good, $at["hrsp_5xx"] + $at["eresp"] + $at["econ"]
    }' <<END
$stat
END
}

# Reads the states and prints an order for the weights of a whole backend, or `percent` where HAProxy can count by
# itself. A small part of a small weight is none: of the default, 1, every part. Then the weights of all servers are
# multiplied by one number, as far as HAProxy goes (256), which leaves their proportions. A weight above that of the
# configuration shows that they are, and they return to it when no server has a part any more.
# shellcheck disable=SC2016
haproxy_scale='
BEGIN {
  n = split(orders, pairs, " ")
  for (k = 1; k <= n; k++) {
    match(pairs[k], /=[0-9.]+$/)
    wanted[substr(pairs[k], 1, RSTART - 1)] = substr(pairs[k], RSTART + 1)
  }
}
NF {
  name[++m] = $1; weight[m] = $4; full[m] = $5
  idle[m] = $1 in wanted ? wanted[$1] == 0 : $3 % 2 || int($3 / 8) % 2
  if ($5 > most) most = $5
  if ($4 > $5) scaled = 1
}
END {
  factor = most > 0 ? int(256 / most) : 1
  for (s = 1; s <= m; s++) {
    if (full[s] == 0) continue
    percent[s] = 100 * weight[s] / full[s] / (scaled ? factor : 1)
    if (wanted[name[s]] > 0) percent[s] = wanted[name[s]]
    off = int(full[s] * percent[s] / 100 + 0.5) * 100 / full[s] - percent[s]
    if (!idle[s] && (off > 0.5 || off < -0.5)) parts = 1
  }
  if (factor < 2 || !parts && !scaled) { print "percent"; exit }
  for (s = 1; s <= m; s++) {
    if (full[s] == 0) continue
    now = parts ? int(full[s] * factor * percent[s] / 100 + 0.5) : full[s]
    if (now < 1) now = 1
    if (now > 256) now = 256
    if (now != weight[s]) printf "set server %s/%s weight %d; ", backend, name[s], now
  }
}'

router_set() {
  queue='' opened='' leaving=''
  haproxy_states
  for one in "$@"; do haproxy_server "${one%=*}"; done
  scale=$(
    LC_ALL=C awk -v orders="$*" -v backend="$haproxy_backend" "$haproxy_scale" <<END
$states
END
  )
  case "$scale" in '' | percent) ;; *) haproxy_order "${scale%; }" ;; esac
  for one in "$@"; do [ "${one##*=}" = 0 ] || haproxy_prepare "${one%=*}" "${one##*=}"; done
  haproxy_send
  # shellcheck disable=SC2086
  haproxy_await 8 $leaving
  for one in $opened; do haproxy_queue "$one" "state ready"; done
  haproxy_send
  # shellcheck disable=SC2086
  haproxy_await 0 $opened
  for one in "$@"; do [ "${one##*=}" != 0 ] || haproxy_queue "${one%=*}" "state drain"; done
  haproxy_send
}

# haproxy_server NAME: into `line`, its line of `states`.
haproxy_server() {
  line=
  case "$line_end$states" in
  *"$line_end$1 "*)
    line=$line_end$states
    line="$1 ${line#*"$line_end$1 "}"
    line=${line%%"$line_end"*}
    ;;
  *) fail router_failed "HAProxy's backend $haproxy_backend has no server $1." ;;
  esac
}

# haproxy_prepare NAME PERCENT: its weight, and what comes before it takes requests. A server that leaves maintenance
# counts as healthy until its first check: it is drained and down first, so that it gets requests only when its checks
# have passed.
haproxy_prepare() {
  server=$1 percent=$2
  haproxy_server "$server"
  # shellcheck disable=SC2086
  set -- $line
  haproxy_elsewhere "$server" "$7"
  [ -z "$wrong" ] || fail router_failed "$wrong"
  opened="$opened $server"
  [ "$scale" != percent ] || haproxy_queue "$server" "weight $percent%"
  # Bits: 1 in maintenance; 2 of the check, that there is one.
  [ $(($3 & 1)) -ne 0 ] && [ $(($6 & 2)) -ne 0 ] || return 0
  haproxy_queue "$server" "state drain"
  haproxy_queue "$server" "health down"
  leaving="$leaving $server"
}

# haproxy_await BITS SERVER...: all are up, with no more than these bits of maintenance and drain. Until their health
# checks passed, no requests are sent away from the others.
haproxy_await() {
  allowed=$1
  shift
  [ $# -eq 0 ] || wait_until 21 0.05 haproxy_are_up "$@" || {
    # shellcheck disable=SC2086
    set -- $line
    fail router_failed "HAProxy does not report $1 as healthy after 20 s: state $2, bits $3.$(haproxy_checked "$1")"
  }
}

# haproxy_checked SERVER: what its health check met, as a sentence. It asks a page of its own configuration: one that
# the application does not have is the usual reason why a release that is healthy takes no requests.
haproxy_checked() {
  haproxy_ask "show stat" 2>/dev/null | awk -F, -v backend="$haproxy_backend" -v server="$1" '
    NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i }
    $1 != backend || $2 != server || $at["check_status"] == "" { next }
    {
      printf " Its own check ended with %s%s", $at["check_status"], $at["check_code"] == "" ? "" : " " $at["check_code"]
      if ($at["check_status"] == "L7STS")
        printf ": let `option httpchk` ask the health path of the settings, as prepare.sh --health does"
      printf "."
    }'
}

# haproxy_are_up SERVER...: else `line` is that of one that is not.
haproxy_are_up() {
  haproxy_states
  for server in "$@"; do
    haproxy_server "$server"
    # shellcheck disable=SC2086
    set -- $line
    [ "$2" = 2 ] && [ $(($3 & 9 & ~allowed)) -eq 0 ] || return 1
  done
}

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
