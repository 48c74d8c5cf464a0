#!/bin/sh
# Makes a fresh Debian or Ubuntu host fit for deployments, as root on that host. May be run again: it changes only what
# is missing or different, and prints what it does.
set -eu

usage() {
  cat <<'END'
prepare.sh --app NAME --key 'ssh-ed25519 AAAA… deploy' [OPTION...]

  --app NAME          the application, as in mix.exs
  --key LINE          public key of the deployments; may be given several times
  --user NAME         the user that deploys, and that the application runs as (deploy)
  --release NAME      the release, where mix.exs names it otherwise than the application
  --unit NAME         the systemd unit before `@`, where it is to be called otherwise (`systemd.name`)
  --path FOLDER       where releases are kept (/opt/NAME)
  --slots LIST        slots and ports (blue=4000,green=4001)
  --manage-units      lets deployments write the unit (`systemd: {manage: true}`): who may do that may become root
  --haproxy           installs HAProxy and adds the slots to its configuration
  --servers LIST      servers of HAProxy instead of this host's slots (web1-blue=10.0.0.11:4000,…)
  --router-only       this host runs HAProxy alone, and nothing of the application
  --bind ADDRESS      where HAProxy listens (:80)
  --certificate FILE  certificate and key in one PEM file: HAProxy listens for HTTPS too
  --https ADDRESS     where it does that (:443)
  --domain NAME       HAProxy sends only requests for this name to the application
  --health PATH       what HAProxy asks the slots (/health)
  --print             prints the unit and the rules for sudo, and changes nothing
END
}

stop() {
  printf 'prepare.sh: %s\n' "$1" >&2
  exit 2
}

did() { printf '%s\n' "$1"; }

# matches VALUE WHAT PATTERN: an extended regular expression for the whole value, which is on one line.
matches() {
  case "$1" in *'
'*) stop "$2 has several lines." ;; esac
  printf '%s\n' "$1" | grep -Eqx "$3" || stop "$2 is \"$1\", which is not allowed: it has to match $3."
}

read_arguments() {
  app='' keys='' user=deploy release='' unit='' path='' slots=blue=4000,green=4001 manage='' haproxy='' servers=''
  router_only='' bind=:80 certificate='' https=:443 domain='' health=/health print=''
  while [ $# -gt 0 ]; do
    case "$1" in
    --manage-units) manage=yes ;;
    --haproxy) haproxy=yes ;;
    --router-only) router_only=yes haproxy=yes ;;
    --print) print=yes ;;
    --help) usage && exit ;;
    --app | --key | --user | --release | --unit | --path | --slots | --servers | --bind | --certificate | --https | \
      --domain | --health)
      [ $# -gt 1 ] || stop "$1 needs a value."
      case "$1" in
      --app) app=$2 ;;
      --key)
        matches "$2" "--key" '(ssh|ecdsa|sk)-[a-z0-9@.-]+ [A-Za-z0-9+/=]+( [^[:cntrl:]]*)?'
        keys="$keys$2
"
        ;;
      --user) user=$2 ;;
      --release) release=$2 ;;
      --unit) unit=$2 ;;
      --path) path=$2 ;;
      --slots) slots=$2 ;;
      --servers) servers=$2 ;;
      --bind) bind=$2 ;;
      --certificate) certificate=$2 ;;
      --https) https=$2 ;;
      --domain) domain=$2 ;;
      --health) health=$2 ;;
      esac
      shift
      ;;
    *) stop "$1 is not known; see --help." ;;
    esac
    shift
  done
  check_arguments
}

check_arguments() {
  name='[A-Za-z0-9][A-Za-z0-9._-]{0,63}'
  [ -n "$app" ] || stop "--app is missing; see --help."
  matches "$app" --app "$name"
  release=${release:-$app} unit=${unit:-$app} path=${path:-/opt/$app}
  matches "$release" --release "$name"
  matches "$unit" --unit "$name"
  matches "$user" --user '[a-z_][a-z0-9_-]{0,31}'
  matches "$path" --path '/[A-Za-z0-9._@/+-]+'
  case "/$path/" in */../* | */./*) stop "--path must not contain . or .. as a folder." ;; esac
  matches "$slots" --slots "$name=[0-9]{1,5}(,$name=[0-9]{1,5})*"
  [ -z "$servers" ] || matches "$servers" --servers "$name=[A-Za-z0-9.-]+:[0-9]{1,5}(,$name=[A-Za-z0-9.-]+:[0-9]{1,5})*"
  matches "$bind" --bind '[A-Za-z0-9.*:-]*:[0-9]{1,5}'
  matches "$https" --https '[A-Za-z0-9.*:-]*:[0-9]{1,5}'
  [ -z "$certificate" ] || matches "$certificate" --certificate '/[A-Za-z0-9._@/+-]+'
  [ -z "$domain" ] || matches "$domain" --domain '[A-Za-z0-9.-]+'
  matches "$health" --health '/[A-Za-z0-9._~/?=&%-]*'
  [ -n "$keys$print" ] || stop "--key is missing: without it nobody could log in to deploy."
}

each() { printf '%s\n' "$1" | tr ',' '\n'; }

# The same text as a deployment with `systemd: {manage: true}` writes.
unit_text() {
  cat <<END
# phoenix-deploy: the slots of $path. A deployment with \`systemd: {manage: true}\` writes it.
[Unit]
Description=$app, slot %i
After=network-online.target postgresql.service
Wants=network-online.target
StartLimitIntervalSec=30
StartLimitBurst=5

[Service]
Type=exec
User=$user
WorkingDirectory=$path/slots/%i
Environment=LANG=C.UTF-8
EnvironmentFile=-$path/state/slot-env
EnvironmentFile=-$path/shared/env
EnvironmentFile=-$path/shared/env.%i
EnvironmentFile=$path/state/slot-env.%i
ExecStart=$path/slots/%i/bin/$release start
KillMode=mixed
TimeoutStopSec=60
Restart=on-failure
RestartSec=1
SyslogIdentifier=$app-%i

[Install]
WantedBy=multi-user.target
END
}

# Whole command lines without a wildcard, which would match further words.
sudoers_text() {
  echo "# phoenix-deploy: what $user may do with the slots of $app. prepare.sh writes it."
  each "$slots" | while IFS='=' read -r slot _; do
    for order in reset-failed start 'stop --no-block' 'kill -s KILL' 'enable --quiet --no-reload' \
      'disable --quiet --no-reload'; do
      echo "$user ALL=(root) NOPASSWD: /usr/bin/systemctl $order $unit@$slot"
    done
  done
  [ -n "$manage" ] || return 0
  echo "$user ALL=(root) NOPASSWD:" \
    "/usr/bin/install -m 644 $path/state/$unit@.service /etc/systemd/system/$unit@.service"
  echo "$user ALL=(root) NOPASSWD: /usr/bin/systemctl daemon-reload"
}

install_packages() {
  missing=
  set -- sudo=sudo flock=util-linux tar=tar gzip=gzip awk=mawk diff=diffutils
  [ -z "$haproxy" ] || set -- "$@" haproxy=haproxy socat=socat
  for pair in "$@"; do
    command -v "${pair%%=*}" >/dev/null || [ -x "/usr/sbin/${pair%%=*}" ] || missing="$missing ${pair#*=}"
  done
  [ -n "$missing" ] || return 0
  did "Install$missing with apt."
  apt-get update -qq
  # shellcheck disable=SC2086
  DEBIAN_FRONTEND=noninteractive apt-get install --yes -qq --no-install-recommends $missing </dev/null
}

# in_group GROUP
in_group() {
  case " $(id -nG "$user") " in *" $1 "*) return ;; esac
  did "Add $user to the group $1."
  usermod --append --groups "$1" "$user"
}

make_user() {
  if ! id "$user" >/dev/null 2>&1; then
    did "Create the user $user, who has no password."
    # \`*\` is a password that nobody can type; \`!\` would be a locked account, which some servers refuse.
    useradd --create-home --shell /bin/sh --password '*' "$user"
  fi
  home=$(getent passwd "$user" | cut -d : -f 6)
  install -d -m 700 -o "$user" -g "$(id -g "$user")" "$home/.ssh"
  printf '%s' "$keys" | while IFS= read -r key; do
    grep -qxF "$key" "$home/.ssh/authorized_keys" 2>/dev/null && continue
    did "Let $user log in by the key ${key%% *} …${key##* }."
    printf '%s\n' "$key" >>"$home/.ssh/authorized_keys"
  done
  chmod 600 "$home/.ssh/authorized_keys"
  chown "$user:" "$home/.ssh/authorized_keys"
  in_group systemd-journal
}

make_folders() {
  for at in "$path" "$path/shared"; do
    [ ! -d "$at" ] || [ "$(stat -c %U "$at")" != "$user" ] || continue
    did "Make the folder $at of $user."
    install -d -m 755 -o "$user" -g "$(id -g "$user")" "$at"
  done
  [ -n "$router_only" ] || [ -e "$path/shared/env" ] || {
    did "Make $path/shared/env, for the variables of the application."
    install -m 600 -o "$user" -g "$(id -g "$user")" /dev/null "$path/shared/env"
  }
}

install_unit() {
  file=/etc/systemd/system/$unit@.service
  ! unit_text | cmp -s - "$file" || return 0
  # A deployment wrote its limits into it.
  if [ -n "$manage" ] && grep -qF "# phoenix-deploy: the slots of $path." "$file" 2>/dev/null; then return; fi
  [ ! -e "$file" ] || grep -q '^# phoenix-deploy: ' "$file" ||
    stop "$file is there, and not written by prepare.sh: give the unit another name with --unit."
  did "Write $file."
  unit_text >"$file.new"
  mv "$file.new" "$file"
  systemctl daemon-reload
}

install_sudoers() {
  # sudo reads no file whose name has a dot.
  file=/etc/sudoers.d/phoenix-deploy-$(printf '%s' "$unit" | tr . _)
  ! sudoers_text | cmp -s - "$file" || return 0
  did "Write $file."
  beside=$(mktemp)
  sudoers_text >"$beside"
  visudo -cqf "$beside" || stop "visudo refuses the rules in $beside; nothing was written to $file."
  install -m 440 "$beside" "$file"
  rm -f "$beside"
}

state_folder() { printf '/var/lib/phoenix-deploy/%s' "$app"; }

# The file for the state of servers is the backend's own: HAProxy takes one for all of them only once.
haproxy_text() {
  cat <<END
# BEGIN phoenix-deploy $app
frontend $app
    bind $bind$([ -z "$certificate" ] || printf '\n    bind %s ssl crt %s' "$https" "$certificate")
    http-request set-header X-Forwarded-Proto https if { ssl_fc }
$([ -z "$domain" ] || printf '    http-request return status 404 unless { hdr(host),field(1,:) -i %s }\n' "$domain")
    option forwardfor
    default_backend $app

backend $app
    option httpchk GET $health
    option redispatch
    load-server-state-from-file local
    server-state-file-name $(state_folder)/servers
    default-server check inter 1s downinter 250ms fall 2 rise 1
$(each "${servers:-$slots}" | while IFS='=' read -r one at; do
    case "$at" in *:*) ;; *) at=127.0.0.1:$at ;; esac
    printf '    server %s %s\n' "$one" "$at"
  done)
# END phoenix-deploy $app
END
}

# HAProxy prefers the ports of servers that it kept to those of its configuration. Fails where none moves. A server that
# takes requests stays at its port, since nothing answers yet at the new one.
move_ports() {
  kept=$(state_folder)/servers
  moved=$(awk -v backend="$app" -v servers="$(each "${servers:-$slots}" | tr '\n' ' ')" -v warnings=/dev/stderr '
    BEGIN {
      for (n = split(servers, all, " "); n > 0; n--) {
        split(all[n], one, "=")
        sub(/.*:/, "", one[2])
        port[one[1]] = one[2]
      }
    }
    $2 == backend && $4 in port && $19 != port[$4] {
      if ($7 % 2 || int($7 / 8) % 2) $19 = port[$4]
      else print $4 " takes requests: HAProxy keeps it at port " $19 ". Run this again when it takes none." >warnings
    }
    1' "$kept")
  [ "$moved" != "$(cat "$kept")" ] || return 1
  did "Move servers of $app to their new ports."
  printf '%s\n' "$moved" >"$kept"
}

install_haproxy() {
  file=/etc/haproxy/haproxy.cfg
  in_group haproxy
  install -d -m 755 -o "$user" -g "$(id -g "$user")" "$(state_folder)"
  [ -e "$(state_folder)/servers" ] ||
    install -m 644 -o "$user" -g "$(id -g "$user")" /dev/null "$(state_folder)/servers"
  grep -q '^[[:space:]]*stats socket .*level admin' "$file" ||
    stop "$file has no admin socket: add \"stats socket /run/haproxy/admin.sock mode 660 level admin\" to \"global\"."
  beside=$(mktemp)
  # A dot is any character to sed: another application's part must stay.
  block=$(printf '%s' "$app" | sed 's/[.]/\\./g')
  { sed "/^# BEGIN phoenix-deploy $block\$/,/^# END phoenix-deploy $block\$/d" "$file" && haproxy_text; } >"$beside"
  loads=
  if ! cmp -s "$beside" "$file"; then
    said=$(haproxy -c -f "$beside" 2>&1) || stop "HAProxy refuses the configuration in $beside: $said"
    backup=$file.$(date -u +%Y%m%dT%H%M%SZ)
    did "Add the servers of $app to $file; the file as it was is $backup."
    cp -p "$file" "$backup"
    install -m 644 "$beside" "$file"
    loads=yes
  fi
  rm -f "$beside"
  ! move_ports || loads=yes
  if [ -n "$loads" ] && systemctl is-active --quiet haproxy; then systemctl reload haproxy; fi
  systemctl is-enabled --quiet haproxy && systemctl is-active --quiet haproxy && return
  did "Start HAProxy, now and at boot."
  systemctl enable --quiet --now haproxy
}

read_arguments "$@"
if [ -n "$print" ]; then
  [ -n "$router_only" ] || { unit_text && echo && sudoers_text; }
  [ -z "$haproxy" ] || { echo && haproxy_text; }
  exit
fi
[ "$(id -u)" -eq 0 ] || stop "It takes root: run it with sudo."
[ -d /run/systemd/system ] || stop "systemd does not run on this host."
install_packages
make_user
make_folders
if [ -z "$router_only" ]; then
  install_unit
  install_sudoers
fi
[ -z "$haproxy" ] || install_haproxy
did "$(hostname) is ready for deployments of $app by $user to $path."
