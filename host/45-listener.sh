# Who answers on a slot's port: the slot's own process, or another one. A socket is known by its inode, which is both in
# the kernel's table of listening sockets and among the open files of the process that has it.

# sockets_on PORT: inode and user id of every socket that listens on the port, by IPv4 or IPv6. Other loopback addresses
# than 127.0.0.1 are other places.
sockets_on() {
  cat /proc/net/tcp /proc/net/tcp6 2>/dev/null | awk -v port="$(printf '%04X' "$1")" '
    $4 != "0A" || split($2, at, ":") != 2 || at[2] != port { next }
    at[1] !~ /7F$/ || length(at[1]) > 8 || at[1] == "0100007F" { print $10, $8 }'
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

# sockets_of PID...: inodes of the sockets that these processes have open.
sockets_of() {
  folders=
  for one in "$@"; do folders="$folders /proc/$one/fd"; done
  # shellcheck disable=SC2086
  find $folders -maxdepth 1 -lname 'socket:*' -printf '%l\n' 2>/dev/null | tr -dc '0-9\n'
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
  # Read after the table: what the slot opened since is in it.
  # shellcheck disable=SC2046
  ours=$([ -z "${2-}" ] || sockets_of $(family "$2"))
  now_open=$(sockets_on "$1")
  # shellcheck disable=SC2086
  set -- $open
  while [ $# -gt 1 ]; do
    if printf '%s\n' "$ours" | grep -qx "$1"; then
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

# port_of SLOT: as the settings give it.
port_of() { for pair in $PD_SLOTS; do [ "${pair%%=*}" != "$1" ] || printf '%s' "${pair#*=}"; done; }

# refuse_stranger SLOT [PID]: ends the step where another process answers on the slot's port.
refuse_stranger() {
  listener "$(port_of "$1")" "${2-}"
  [ "$heard" != foreign ] ||
    fail port_taken "Port $(port_of "$1") of slot $1 is answered by $stranger, which was not started for this slot."
}
