# Who answers on a slot's port: the slot's own process, or another one. A socket is known by its inode, which is both in
# the kernel's table of listening sockets and among the open files of the process that has it.

# sockets_on PORT: inode and user id of every socket that listens on the port, by IPv4 or IPv6. Other loopback addresses
# than 127.0.0.1 are other places.
sockets_on() {
  six=/proc/net/tcp6
  [ -e "$six" ] || six=
  # shellcheck disable=SC2086
  awk -v port="$1" '
    BEGIN { port = sprintf("%04X", port) }
    $4 != "0A" || split($2, at, ":") != 2 || at[2] != port { next }
    at[1] !~ /7F$/ || length(at[1]) > 8 || at[1] == "0100007F" { print $10, $8 }' /proc/net/tcp $six
}

# loopback_only PORT: the address where the sockets on the port are all on loopback, so that other hosts reach none.
loopback_only() {
  six=/proc/net/tcp6
  [ -e "$six" ] || six=
  # shellcheck disable=SC2086
  awk -v port="$1" '
    BEGIN { port = sprintf("%04X", port) }
    $4 != "0A" || split($2, at, ":") != 2 || at[2] != port { next }
    at[1] ~ /^(0000000000000000FFFF0000)?......7F$/ { loopback = "127.0.0.1"; next }
    at[1] == "00000000000000000000000001000000" { if (loopback == "") loopback = "[::1]"; next }
    { open = 1 }
    END { if (!open) printf "%s", loopback }' /proc/net/tcp $six
}

# family PID: the process, all that descend from it, and its session.
family() {
  cat /proc/[0-9]*/stat 2>/dev/null | awk -v root="$1" '
    { pid = $1; sub(/^.*\) /, ""); split($0, field, " "); above[pid] = field[2]; session[pid] = field[4] }
    END {
      for (pid in above) {
        for (at = pid; at != "" && at != 0 && at != root && steps[pid]++ < 64; at = above[at]);
        if (at == root || session[pid] == root) print pid
      }
    }'
}

# sockets_of PID...: `socket:[INODE] ` of each socket that these processes have open.
sockets_of() {
  folders=
  for one in "$@"; do folders="$folders /proc/$one/fd"; done
  # shellcheck disable=SC2086
  find $folders -maxdepth 1 -lname 'socket:*' -printf '%l ' 2>/dev/null
}

# all_among SOCKETS INODE USER...: every inode is one of these sockets.
all_among() {
  sockets=$1
  shift
  while [ $# -gt 1 ]; do
    case " $sockets" in *" socket:[$1] "*) shift 2 ;; *) return 1 ;; esac
  done
}

# holder_of INODE: `pid name` of a process that has this socket open; nothing where it cannot be read.
holder_of() {
  found=$(find /proc/[0-9]*/fd -maxdepth 1 -lname "socket:\[$1\]" -print -quit 2>/dev/null)
  [ -n "$found" ] || return 0
  found=${found#/proc/}
  found=${found%%/*}
  printf '%s %s' "$found" "$(tr -dc '[:alnum:]._+-' <"/proc/$found/comm" 2>/dev/null)"
}

# listener PORT [PID]: sets `heard` to none, own or foreign, and of a foreign one `stranger_pid` and `stranger`. Two
# sockets may share a port (SO_REUSEPORT): one that is not the slot's own is enough, since it takes a part of the
# requests.
listener() {
  heard=none stranger_pid='' stranger=''
  open=$(sockets_on "$1")
  [ -n "$open" ] || return 0
  # Read after the table: what the slot opened since is in it. Most servers listen themselves, and no child of theirs.
  # shellcheck disable=SC2086
  if [ -n "${2-}" ] && all_among "$(sockets_of "$2")" $open; then
    heard=own
    return 0
  fi
  # shellcheck disable=SC2046
  ours=$([ -z "${2-}" ] || sockets_of $(family "$2"))
  now_open=$(sockets_on "$1")
  # shellcheck disable=SC2086
  set -- $open
  while [ $# -gt 1 ]; do
    if all_among "$ours" "$1" "$2"; then
      heard=own
    elif printf '%s\n' "$now_open" | grep -q "^$1 "; then
      heard=foreign
      # shellcheck disable=SC2046
      set -- "$2" $(holder_of "$1")
      stranger_pid=${2-}
      stranger="process ${2-} (${3:-unknown})"
      [ -n "${2-}" ] ||
        stranger="a process of user $(getent passwd "$1" | cut -d: -f1), which $(id -un) cannot look into"
      return 0
    fi
    shift 2
  done
}

# port_of SLOT: into `port`, as the settings give it.
port_of() {
  port=
  for pair in $PD_SLOTS; do [ "${pair%%=*}" != "$1" ] || port=${pair#*=}; done
}

# refuse_stranger SLOT [PID]: ends the step where another process answers on the slot's port.
refuse_stranger() {
  port_of "$1"
  listener "$port" "${2-}"
  [ "$heard" != foreign ] ||
    fail port_taken "Port $port of slot $1 is answered by $stranger, which was not started for this slot."
}
