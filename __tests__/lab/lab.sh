#!/bin/sh
# Hosts for tests: network namespaces on a bridge, each with this system's own packages over an overlay, or with those
# of the system below LAB_ROOT, booted by systemd-nspawn. Every name has the lab's id in it. lab.ts calls it, as root.
set -eu

verb=$1 folder=$2 id=$3
shift 3
name=${1-}
host=$folder/$name
namespace=pdl-$id-$name
if [ -d /sys/fs/cgroup/unified ]; then unified=/sys/fs/cgroup/unified; else unified=/sys/fs/cgroup; fi

# Hierarchies that systemd works with: in one control group for all, hosts would share their units' groups.
groups() {
  for at in "$unified" /sys/fs/cgroup/systemd /sys/fs/cgroup/memory /sys/fs/cgroup/pids; do
    [ ! -e "$at/cgroup.procs" ] || echo "$at"
  done
}

# leader: the process id of the host's own systemd.
leader() {
  pid=$(cat "$host/nspawn" 2>/dev/null) || return 1
  tr -d ' ' 2>/dev/null <"/proc/$pid/task/$pid/children"
}

inside() { nsenter --target "$(leader)" --all "$@"; }

case "$verb" in
# support: says why this machine boots no hosts; nothing where it does.
support)
  for tool in systemd-nspawn nsenter unshare ip sshd dbus-daemon ssh-keygen; do
    command -v "$tool" >/dev/null || { echo "$tool is not installed" && exit; }
  done
  [ "$(id -u)" -eq 0 ] || { echo "it takes root" && exit; }
  said=$(unshare --net --mount sh -c '
    mount -t tmpfs tmpfs /mnt && mkdir /mnt/a /mnt/b /mnt/c &&
      mount -t overlay overlay -o lowerdir=/,upperdir=/mnt/a,workdir=/mnt/b /mnt/c' 2>&1) ||
    { echo "no overlay in a namespace of its own: $said" | head -n 1 && exit; }
  said=$(mkdir "$unified/pdl-$id" 2>&1) || { echo "no control group of its own: $said" && exit; }
  rmdir "$unified/pdl-$id"
  ;;

# open ADDRESS: the bridge, and a file system for what the hosts write; shared is /srv/shared on each, as by NFS.
open)
  mkdir -p "$folder"
  mount -t tmpfs -o mode=755 tmpfs "$folder"
  install -d -m 1777 "$folder/shared"
  ip link add "pdl$id" type bridge
  ip addr add "$1" dev "pdl$id"
  ip link set "pdl$id" up
  ;;

# make NAME ADDRESS INTERFACE USER: a host's root and network; `-` for no user.
make)
  ip netns add "$namespace"
  ip link add "$3" type veth peer name eth0 netns "$namespace"
  ip link set "$3" master "pdl$id" up
  ip -n "$namespace" addr add "$2/24" dev eth0
  ip -n "$namespace" link set eth0 up
  ip -n "$namespace" link set lo up

  root=$host/root
  mkdir -p "$host/upper" "$host/work" "$root"
  mount -t overlay overlay -o "lowerdir=${LAB_ROOT:-/},upperdir=$host/upper,workdir=$host/work" "$root"
  units=$root/etc/systemd/system
  # What the base system would start is none of the host's; what waits for hardware has none here.
  rm -rf "$units"/*.wants
  mkdir -p "$units/multi-user.target.wants"
  for unit in getty@ console-getty container-getty@ systemd-logind systemd-journal-flush; do
    ln -sf /dev/null "$units/$unit.service"
  done
  ln -s /lib/systemd/system/ssh.service "$units/multi-user.target.wants/"
  # As Debian and Ubuntu are without further packages.
  [ ! -x /usr/bin/mawk ] || ln -sf mawk "$root/usr/bin/awk"
  rm -rf "$root/var/log/journal" "$root"/etc/ssh/ssh_host_* "$root"/etc/ssh/sshd_config.d/* "$root/usr/sbin/policy-rc.d"
  : >"$root/etc/machine-id"
  echo "$name" >"$root/etc/hostname"
  printf '127.0.0.1 localhost\n127.0.1.1 %s\n' "$name" >"$root/etc/hosts"
  cat "$folder/hosts" >>"$root/etc/hosts"
  ssh-keygen -q -t ed25519 -N '' -C "$name" -f "$root/etc/ssh/ssh_host_ed25519_key"
  cat >"$root/etc/ssh/sshd_config" <<'END'
UsePAM yes
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin prohibit-password
UseDNS no
PrintMotd no
MaxStartups 100:30:200
MaxSessions 100
Subsystem sftp /usr/lib/openssh/sftp-server
END
  install -d -m 700 "$root/root/.ssh"
  install -m 600 "$folder/key.pub" "$root/root/.ssh/authorized_keys"
  if [ "$4" != - ]; then
    # A locked password (`!`) would be an expired account to some; `*` is none that anybody could type.
    chroot "$root" useradd --create-home --shell /bin/bash --password '*' "$4"
    install -d -m 700 "$root/home/$4/.ssh"
    install -m 600 "$folder/key.pub" "$root/home/$4/.ssh/authorized_keys"
    chroot "$root" chown -R "$4:" "/home/$4/.ssh"
  fi
  ;;

# boot NAME: becomes the host, and ends with it.
boot)
  for at in $(groups); do
    mkdir -p "$at/$namespace"
    echo $$ >"$at/$namespace/cgroup.procs"
  done
  echo $$ >"$host/nspawn"
  exec systemd-nspawn --quiet --directory="$host/root" --boot --network-namespace-path="/run/netns/$namespace" \
    --machine="$namespace" --hostname="$name" --register=no --keep-unit --console=pipe \
    --resolv-conf=off --timezone=off --link-journal=no \
    --bind="$folder/shared:/srv/shared" \
    </dev/null >"$host/console" 2>&1
  ;;

# await NAME: returns when the host is up and takes sessions.
await)
  tries=0
  while :; do
    case "$(inside systemctl is-system-running 2>/dev/null)" in running | degraded) exit ;; esac
    tries=$((tries + 1))
    if [ "$tries" -gt 900 ] || { [ -s "$host/nspawn" ] && [ ! -d "/proc/$(cat "$host/nspawn")" ]; }; then
      echo "$name did not boot after $tries tries: $(tail -n 5 "$host/console" 2>&1)" >&2
      exit 1
    fi
    sleep 0.1
  done
  ;;

# run NAME ARG...: a command on the host, as its root, past its network.
run)
  shift
  inside "$@"
  ;;

cut) ip -n "$namespace" link set eth0 down ;;
restore) ip -n "$namespace" link set eth0 up ;;

# power-off NAME: at once, as by its switch.
power-off)
  pid=$(cat "$host/nspawn")
  kill -KILL "$(leader)"
  while [ -d "/proc/$pid" ]; do sleep 0.02; done
  rm -rf "$host/nspawn" "/run/systemd/nspawn/propagate/$namespace"
  ;;

# close: removes all of it, also what is left of a lab that was cut.
close)
  for group in "$unified/pdl-$id-"*; do
    tries=0
    while [ "$tries" -lt 100 ]; do
      left=$(find "$group" -name cgroup.procs -exec cat {} + 2>/dev/null) || true
      [ -n "$left" ] || break
      # shellcheck disable=SC2086
      kill -KILL $left 2>/dev/null || true
      tries=$((tries + 1))
      sleep 0.02
    done
  done
  for one in /run/netns/pdl-"$id"-*; do [ ! -e "$one" ] || ip netns del "${one##*/}"; done
  ip link del "pdl$id" 2>/dev/null || true
  for at in $(groups); do
    for group in "$at/pdl-$id-"*; do find "$group" -depth -type d -exec rmdir {} + 2>/dev/null || true; done
  done
  rm -rf "/run/systemd/nspawn/propagate/pdl-$id-"*
  for one in "$folder"/*/root; do umount -l "$one" 2>/dev/null || true; done
  umount -l "$folder" 2>/dev/null || true
  rmdir "$folder" 2>/dev/null || true
  ;;

# guard: closes the lab when whoever started it is gone.
guard)
  trap '' HUP INT TERM
  cat >/dev/null
  exec sh "$0" close "$folder" "$id"
  ;;

*) echo "There is no $verb." >&2 && exit 2 ;;
esac
