# Who answers on a slot's port: the slot's own process, or another one. A socket is known by its inode, which is both in
# the kernel's table of listening sockets and among the open files of the process that has it.

# look_at_sockets: into `sockets`, four words for every socket that listens on the port of a slot, by IPv4 or IPv6:
# port, inode, user id, and `open` or its loopback address. The kernel walks through all connections for it, so that
# what only looks does so once.
look_at_sockets() {
  six=/proc/net/tcp6
  [ -e "$six" ] || six=
  # shellcheck disable=SC2086
  sockets=$(awk -v slots="$PD_SLOTS" '
    BEGIN {
      for (n = split(slots, slot); n > 0; n--) { sub(/.*=/, "", slot[n]); port[sprintf("%04X", slot[n])] = slot[n] }
    }
    $4 != "0A" || split($2, at, ":") != 2 || !(at[2] in port) { next }
    {
      place = "open"
      if (at[1] ~ /^(0000000000000000FFFF0000)?......7F$/) place = "127.0.0.1"
      if (at[1] == "00000000000000000000000001000000") place = "[::1]"
      # Other loopback addresses than 127.0.0.1 are other places: nobody is asked there.
      if (length(at[1]) == 8 && place == "127.0.0.1" && at[1] != "0100007F") $10 = $8 = "-"
      print port[at[2]], $10, $8, place
    }' /proc/net/tcp $six)
}

# sockets_on PORT: into `open`, of `sockets`, inode and user id of those on the port.
sockets_on() {
  open='' wanted=$1
  # shellcheck disable=SC2086
  set -- $sockets
  while [ $# -gt 3 ]; do
    if [ "$1" = "$wanted" ] && [ "$2" != - ]; then open="$open $2 $3"; fi
    shift 4
  done
}

# loopback_only PORT: into `loopback`, the address where the sockets on the port are all on loopback, so that other
# hosts reach none.
loopback_only() {
  loopback='' wanted=$1
  # shellcheck disable=SC2086
  set -- $sockets
  while [ $# -gt 3 ]; do
    case "$1 $4" in
    "$wanted open") loopback='' && return ;;
    "$wanted 127.0.0.1") loopback=$4 ;;
    "$wanted "*) loopback=${loopback:-$4} ;;
    esac
    shift 4
  done
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
  among=$1
  shift
  while [ $# -gt 1 ]; do
    case " $among" in *" socket:[$1] "*) shift 2 ;; *) return 1 ;; esac
  done
}

# holder_of INODE: into `holder`, a process that has this socket open; nothing where it cannot be read.
holder_of() {
  holder=$(find /proc/[0-9]*/fd -maxdepth 1 -lname "socket:\[$1\]" -print -quit 2>/dev/null)
  holder=${holder#/proc/}
  holder=${holder%%/*}
}

# has_closed PORT INODE USER: the socket is in the kernel's table no more.
has_closed() {
  look_at_sockets
  sockets_on "$1"
  case "$open " in *" $2 $3 "*) return 1 ;; esac
}

# one_ends USER: a process of this user was killed and is not gone. It keeps its sockets until its last thread has given
# its memory back, and meanwhile shows its open files to nobody but root: it has no memory any more (field 23 of stat,
# proc(5)), and is no thread of the kernel's (PF_KTHREAD in field 9); a zombie has other threads (field 20).
one_ends() {
  for ending_one in $(cat /proc/[0-9]*/stat 2>/dev/null | awk '
    { pid = $1; sub(/^.*\) /, "") }
    $21 == 0 && int($7 / 2097152) % 2 == 0 && ($1 != "Z" || $18 > 1) { print pid }'); do
    [ "$(stat -c %u "/proc/$ending_one" 2>/dev/null)" != "$1" ] || return 0
  done
  return 1
}

# holder_is_next PORT: `holder` is of the unit of the port's slot: what systemd started there since it was asked for the
# slot's process, which it does after a crash.
holder_is_next() {
  [ -n "$holder" ] || return 1
  for pair in $PD_SLOTS; do
    [ "${pair#*=}" = "$1" ] || continue
    ! grep -qF "/$PD_UNIT@${pair%%=*}.service" "/proc/$holder/cgroup" 2>/dev/null || return 0
  done
  return 1
}

# is_strange PORT INODE USER: another process has this socket, and not one of the slot's that is about to be gone or
# that has just begun.
is_strange() {
  ! has_closed "$@" || return 1
  holder_of "$2"
  ! holder_is_next "$1" || return 1
  if [ -z "$holder" ] && one_ends "$3"; then ! wait_until 15 0.05 has_closed "$@"; fi
}

# name_stranger USER: what `holder` is.
name_stranger() {
  heard=foreign
  stranger_pid=$holder
  if [ -z "$holder" ]; then
    stranger="a process of user $(getent passwd "$1" | cut -d: -f1), which $(id -un) cannot look into"
  else
    command=$(tr -dc '[:alnum:]._+-' <"/proc/$holder/comm" 2>/dev/null)
    # As `systemctl` takes it: the process may be this application's own, as a unit of another name.
    of=$(sed -n 's|.*/\([[:alnum:]@._-]*[.]service\)$|\1|p' "/proc/$holder/cgroup" 2>/dev/null | head -n 1)
    stranger="process $holder (${command:-unknown}${of:+ of $of})"
  fi
}

# listener PORT [PID]: by `sockets`, sets `heard` to none, own or foreign, and of a foreign one `stranger_pid` and
# `stranger`. Two sockets may share a port (SO_REUSEPORT): one that is not the slot's own is enough, since it takes a
# part of the requests.
listener() {
  heard=none stranger_pid='' stranger=''
  sockets_on "$1"
  [ -n "$open" ] || return 0
  # Read after the table: what the slot opened since is in it. Most servers listen themselves, and no child of theirs.
  # shellcheck disable=SC2086
  if [ -n "${2-}" ] && all_among "$(sockets_of "$2")" $open; then
    heard=own
    return 0
  fi
  # shellcheck disable=SC2046
  ours=$([ -z "${2-}" ] || sockets_of $(family "$2"))
  port=$1
  # shellcheck disable=SC2086
  set -- $open
  while [ $# -gt 1 ]; do
    if all_among "$ours" "$1" "$2"; then
      heard=own
    elif is_strange "$port" "$1" "$2"; then
      name_stranger "$2"
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
  look_at_sockets
  listener "$port" "${2-}"
  [ "$heard" != foreign ] ||
    fail port_taken "Port $port of slot $1 is answered by $stranger, which was not started for this slot."
}
