# nginx by a file that holds its upstream. State is what nginx runs: the file, or the copy of what was there before,
# where a run ended between writing and loading it.

# nginx_known: NAME=ADDRESS of each server. Without addresses in the settings, the slots of this host.
nginx_known() {
  if [ -n "$nginx_servers" ]; then printf '%s\n' "$nginx_servers" && return; fi
  for one in $PD_SLOTS; do printf '%s=127.0.0.1:%s ' "${one%%=*}" "${one#*=}"; done
}

# nginx_run WORDS: a command of the settings, one word on each line.
nginx_run() (
  exec 8>&- 9>&-
  set -f
  IFS='
'
  # shellcheck disable=SC2086
  exec $1
)

# Reads a file: lines `name address state percent`, or with -v write=1 the file with `wanted` set. A weight in the file
# is the percentage of the full one, which the comment keeps; a line without it was written by hand, at its full weight.
# Exit 3: no such upstream; 4: not one server a line; 5: a server that is not known, printed.
# shellcheck disable=SC2016
nginx_awk='
function plain(address) {
  sub(/^localhost:/, "127.0.0.1:", address)
  return address ~ /:[0-9]+$/ ? address : address ":80"
}
function stop(code) { failed = code; exit code }
BEGIN {
  n = split(known, pairs, " ")
  for (i = 1; i <= n; i++) { split(pairs[i], one, "="); names[plain(one[2])] = one[1] }
  n = split(wanted, pairs, " ")
  for (i = 1; i <= n; i++) { split(pairs[i], one, "="); orders[one[1]] = one[2] }
}
{ code = $0; comment = ""; at = index(code, "#")
  if (at) { comment = substr(code, at + 1); code = substr(code, 1, at - 1) }
  n = split(code, words, " ") }
words[1] == "upstream" && (words[2] == upstream || words[2] ~ "[{]") {
  if (words[2] == upstream && words[3] == "{" && n == 3) { inside = found = 1; if (write) print; next }
  if (words[2] == upstream || index(words[2], upstream "{") == 1) stop(4)
}
inside && words[1] == "}" { inside = 0 }
inside && words[1] == "server" {
  if (code !~ /^[^;]*;[ \t]*$/) stop(4)
  sub(/;[ \t]*$/, "", code); n = split(code, words, " ")
  name = names[plain(words[2])]
  if (name == "") { print words[2]; stop(5) }
  weight = 1; down = 0; rest = ""
  for (i = 3; i <= n; i++) {
    if (words[i] ~ /^weight=/) weight = substr(words[i], 8)
    else if (words[i] == "down") down = 1
    else rest = rest " " words[i]
  }
  split(comment, marks, " ")
  full = marks[1] == "phoenix-deploy:" && marks[2] == name && marks[4] > 0 ? marks[4] : weight
  percent = marks[1] == "phoenix-deploy:" && marks[2] == name ? weight / full : 100
  if (name in orders) { down = orders[name] == 0; if (!down) percent = orders[name] }
  if (write) {
    rest = rest sprintf(" weight=%d", full * percent) (down ? " down" : "")
    printf "  server %s%s; # phoenix-deploy: %s of %d\n", words[2], rest, name, full
  } else printf "%s %s %s %s\n", name, words[2], down ? "drain" : "ready", percent
  next
}
inside && code ~ /(^|[ \t;{])server[ \t]/ { stop(4) }
write { print }
END { if (!failed && !found) exit 3 }'

# nginx_read FILE [WANTED]: its servers, or with WANTED the new text.
nginx_read() {
  LC_ALL=C awk -v known="$(nginx_known)" -v upstream="$nginx_upstream" -v wanted="${2-}" -v write="$(($# - 1))" \
    "$nginx_awk" "$1" && return
  case $? in
  3) nginx_odd="has no \"upstream $nginx_upstream {\"" ;;
  4) nginx_odd="cannot be read: write \"upstream $nginx_upstream {\" and each server on a line of its own" ;;
  5) nginx_odd="has a server in upstream $nginx_upstream that is none of $(nginx_known)" ;;
  *) nginx_odd="cannot be read" ;;
  esac
  return 1
}

# nginx_master: its process; fails where nginx does not run.
nginx_master() {
  master=
  [ ! -r "$nginx_pid_file" ] || read -r master <"$nginx_pid_file" || :
  case "$master" in '' | *[!0-9]*) return 1 ;; esac
  [ -d "/proc/$master" ] && printf '%s' "$master"
}

# nginx_workers: processes that take requests. Those of an older configuration are named `is shutting down`.
nginx_workers() {
  grep -ls "^PPid:[[:space:]]*$1\$" /proc/[0-9]*/status | while IFS=/ read -r _ _ pid _; do
    case "$(tr '\000' ' ' <"/proc/$pid/cmdline" 2>/dev/null)" in
    *"shutting down"*) ;;
    "nginx: worker process"*) printf '%s ' "$pid" ;;
    esac
  done
}

# nginx_loaded: the workers were started after the file was written. Both times are since the start of the host.
nginx_loaded() {
  read -r up _ </proc/uptime
  written=$(stat -c %.Y "$nginx_file") || return 1
  for pid in $(nginx_workers "$1"); do
    started=$(sed 's/^.*) //' "/proc/$pid/stat" 2>/dev/null | cut -d ' ' -f 20)
    awk -v up="$up" -v now="$(date +%s.%N)" -v written="$written" -v started="$started" -v hz="$(getconf CLK_TCK)" \
      'BEGIN { exit !(started != "" && started / hz >= up - (now - written) - 0.05) }' && return 0
  done
  return 1
}

# nginx_current MASTER: the file whose servers nginx runs.
nginx_current() {
  if nginx_loaded "$1"; then printf '%s' "$nginx_file" && return; fi
  [ -f "$nginx_file.before" ] && printf '%s' "$nginx_file.before"
}

nginx_fail() { fail router_failed "nginx: $1"; }

nginx_ready() {
  [ -r "$nginx_file" ] || nginx_fail "there is no file $nginx_file that $(id -un) may read."
  odd=$(nginx_read "$nginx_file" 2>&1 >/dev/null || printf '%s' "$nginx_odd")
  [ -z "$odd" ] || nginx_fail "$nginx_file $odd."
  master=$(nginx_master) || nginx_fail "it does not run: $nginx_pid_file names no process."
  current=$(nginx_current "$master") ||
    nginx_fail "$nginx_file was changed and not loaded since: reload nginx, so that it is known what it runs."
}

# nginx_try COMMAND: what it printed where it failed, in nginx's own line.
nginx_try() {
  said=$(nginx_run "$1" 2>&1) && return
  line=$(printf '%s\n' "$said" | grep -m 1 '\[emerg\]' || printf '%s\n' "$said" | grep -v '^$' | tail -n 1)
  said="$(printf '%s' "$1" | tr '\n' ' '): $line"
  return 1
}

router_check() {
  command -v perl >/dev/null || fail host_unsuitable "perl is not installed to reach servers; install perl-base."
  nginx_ready
  [ -w "$(dirname "$nginx_file")" ] && [ -w "$nginx_file" ] ||
    nginx_fail "$nginx_file cannot be replaced by $(id -un), who needs to write it and its folder."
  nginx_try "$nginx_test" || nginx_fail "its configuration is not accepted before any change, by $said"
}

# nginx_uid MASTER: whose the workers are. While nginx reloads, one may be gone before it is asked, or not be there yet.
nginx_uid() {
  seconds_up
  until_at=$((up + 3))
  while :; do
    for pid in $(nginx_workers "$1"); do stat -c %u "/proc/$pid" 2>/dev/null && return; done
    seconds_up
    [ "$up" -lt "$until_at" ] || return 1
    sleep 0.05
  done
}

# nginx_sessions ADDRESS MASTER: connections of nginx's workers to a server. Free nginx has no such count of its own.
nginx_sessions() {
  uid=$(nginx_uid "$2") || return 1
  cat "/proc/$2/net/tcp" "/proc/$2/net/tcp6" 2>/dev/null | awk -v address="$1" -v uid="$uid" '
    BEGIN {
      sub(/^localhost:/, "127.0.0.1:", address)
      port = address; if (!sub(/^.*:/, "", port)) port = 80
      wanted = sprintf(":%04X", port)
      if (split(address, part, /[.:]/) == 5 && address ~ /^[0-9.:]+$/)
        wanted = sprintf("%02X%02X%02X%02X:%04X", part[4], part[3], part[2], part[1], port)
    }
    $4 == "01" && $8 == uid && $3 ~ (wanted "$") { n++ }
    END { print n + 0 }'
}

router_report() {
  nginx_ready
  nginx_read "$current" | while read -r name address state percent; do
    say server "$name" "$address" "$state" "$percent" "$(nginx_sessions "$address" "$master")"
  done
}

# nginx_answers ADDRESS: free nginx has no health checks, so a server has to accept a connection before it is used.
nginx_answers() {
  PD_ADDRESS=$1 perl -MIO::Socket::IP -e '
    my ($host, $port) = $ENV{PD_ADDRESS} =~ /^\[?(.*?)\]?(?::(\d+))?$/;
    exit !IO::Socket::IP->new(PeerHost => $host, PeerPort => $port || 80, Timeout => 5)'
}

router_set() {
  nginx_ready
  if [ "$current" != "$nginx_file" ]; then
    mv -fT "$current" "$nginx_file" || nginx_fail "$nginx_file could not be put back."
    say warning "nginx: $nginx_file was written by a run that ended before nginx loaded it; it was put back first."
  fi
  for one in "$@"; do
    address=$(nginx_read "$nginx_file" | awk -v name="${one%=*}" '$1 == name { print $2 }')
    [ -n "$address" ] || nginx_fail "upstream $nginx_upstream in $nginx_file has no server ${one%=*}."
    [ "${one##*=}" = 0 ] || nginx_answers "$address" ||
      nginx_fail "${one%=*} at $address accepts no connection, so it gets no requests."
  done
  nginx_read "$nginx_file" "$*" >"$nginx_file.tmp.$$" && chmod --reference="$nginx_file" "$nginx_file.tmp.$$" ||
    nginx_fail "$nginx_file could not be written."
  if cmp -s "$nginx_file.tmp.$$" "$nginx_file"; then
    rm -f "$nginx_file.tmp.$$"
    return
  fi
  cp -pT "$nginx_file" "$nginx_file.before" && sync "$nginx_file.tmp.$$" &&
    mv -fT "$nginx_file.tmp.$$" "$nginx_file" || nginx_fail "$nginx_file could not be written."
  if nginx_try "$nginx_test"; then nginx_load; else nginx_back "it does not accept the change, by $said"; fi
  rm -f "$nginx_file.before"
}

nginx_back() {
  mv -fT "$nginx_file.before" "$nginx_file"
  nginx_fail "$1"
}

# nginx_load: a reload returns at once, and the workers of the old configuration go on taking requests for a moment.
nginx_load() {
  old=$(nginx_workers "$master")
  nginx_try "$nginx_reload" || nginx_back "it could not be reloaded, by $said"
  seconds_up
  until_at=$((up + 16))
  while :; do
    now=$(nginx_workers "$master") left=$now
    for pid in $old; do case " $now" in *" $pid "*) left= ;; esac done
    [ -z "$left" ] || break
    seconds_up
    [ "$up" -lt "$until_at" ] || nginx_back "its old workers still take requests 15 s after the reload."
    sleep 0.05
  done
  # A request that an old worker had begun to read goes to the old server.
  sleep 1
}

router_keep() { :; }

router_carries() {
  master=$(nginx_master) && current=$(nginx_current "$master") || return 1
  nginx_read "$current" 2>/dev/null | awk -v slot="$1" '
    { name = $1; sub(/^.*-/, "", name) }
    ($1 == slot || name == slot) && $3 == "ready" && $4 > 0 { yes = 1 }
    END { exit !yes }'
}
