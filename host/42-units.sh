# A slot's process as an instance of a systemd unit, PD_UNIT@<slot>: restarted after a crash, started at boot, its
# output in the journal. The unit is in use where it is installed for this very path; a process that was started without
# it is still ended as such.

unit_file() { printf '/etc/systemd/system/%s@.service' "$PD_UNIT"; }

systemd_runs() { [ -d /run/systemd/system ]; }

# units_in_use: asked for often, and looked at once.
units_in_use() {
  [ -n "${units-}" ] || look_for_units
  [ "$units" = yes ]
}

look_for_units() {
  units=no
  [ -n "${PD_UNIT-}" ] && systemd_runs || return 0
  [ -r "/etc/systemd/system/$PD_UNIT@.service" ] || return 0
  while IFS= read -r one || [ -n "$one" ]; do
    [ "$one" != "WorkingDirectory=$PD_PATH/slots/%i" ] || units=yes
  done <"/etc/systemd/system/$PD_UNIT@.service"
}

# is_root: asked for often, and looked at once.
is_root() {
  [ -n "${user_id-}" ] || user_id=$(id -u)
  [ "$user_id" -eq 0 ]
}

# as_root ARG...: what the user's rules for sudo allow, word by word (examples/hosts/prepare.sh writes them).
as_root() { if is_root; then LC_ALL=C "$@"; else LC_ALL=C sudo -n "$@"; fi; }

# unit_order SLOT VERB [OPTION...]: `said` is what was answered.
unit_order() {
  slot=$1
  shift
  order="systemctl $* $PD_UNIT@$slot"
  said=$(as_root systemctl "$@" "$PD_UNIT@$slot" 2>&1)
}

# unit_refused CODE WHAT: ends the operation for an order that failed, by sudo or by systemd.
unit_refused() {
  case "$said" in
  sudo:* | sudo-rs:* | *"sudo: not found"* | *"not allowed"*)
    fail host_unsuitable "sudo does not let $(id -un) run \"$order\" ($said): allow it in /etc/sudoers.d, as\
 examples/hosts/prepare.sh does."
    ;;
  esac
  fail "$1" "$2: $said."
}

# look_at_units: into `seen_units`, what systemd knows of all slots now, for what only looks.
look_at_units() {
  units_in_use || return 0
  # shellcheck disable=SC2086
  show_units $slot_names
  seen_units=$shown
}

# show_units SLOT...: into `shown`, what systemd knows of these slots now, each in a paragraph, in this order.
show_units() {
  shown_slots=$*
  for shown_slot in $shown_slots; do
    shift
    set -- "$@" "$PD_UNIT@$shown_slot"
  done
  shown=$(systemctl show --property=MainPID,ActiveState,SubState,ExecMainPID,NRestarts,Result,ExecMainStatus \
    --property=MemoryMax,LoadState "$@" 2>/dev/null)
}

# look_at_unit SLOT: its paragraph into `unit`, as it was seen a moment ago by what only looks, else as it is now.
look_at_unit() {
  if [ -n "${seen_units-}" ]; then shown=$seen_units shown_slots=$slot_names; else show_units "$1"; fi
  for shown_slot in $shown_slots; do
    unit="$line_end${shown%%"$line_end$line_end"*}$line_end"
    [ "$shown_slot" != "$1" ] || return 0
    shown=${shown#*"$line_end$line_end"}
  done
}

# unit_value PROPERTY: into `value`, from `unit`.
unit_value() {
  value=
  case "$unit" in *"$line_end$1="*) value=${unit#*"$line_end$1="} value=${value%%"$line_end"*} ;; esac
}

# unit_pid SLOT: into `main`, its main process; what is being ended since its hold is over does not count. Fails where
# there is none.
unit_pid() {
  units_in_use || return 1
  look_at_unit "$1"
  unit_value MainPID
  main=${value:-0}
  ending_pid "$1"
  [ "$main" -gt 0 ] && began "$main" && [ "$main" != "$ending" ]
}

# unit_is_up SLOT: also while it is started or ended, and between a crash and the next start.
unit_is_up() {
  units_in_use || return 1
  look_at_unit "$1"
  unit_value ActiveState
  case "$value" in active | activating | deactivating | reloading) ;; *) return 1 ;; esac
}

# unit_restarts SLOT: into `value`, the process that ended last, where systemd is about to start the slot again.
unit_restarts() {
  units_in_use || return 1
  look_at_unit "$1"
  unit_value SubState
  [ "$value" = auto-restart ] && unit_value ExecMainPID
}

# unit_knows SLOT: in what was seen, systemd has no main process that has ended; else it is looked at again. It learns
# of an end a moment later, and how it was, and a second after that it starts the slot anew and says it no more.
unit_knows() {
  units_in_use || return 0
  look_at_unit "$1"
  unit_value MainPID
  [ "${value:-0}" -eq 0 ] || began "$value" || {
    look_at_units
    return 1
  }
}

# unit_end SLOT: how often systemd started it again since it was started, and how its process ended where none runs.
unit_end() {
  by_unit "$1" || return 0
  look_at_unit "$1"
  unit_value NRestarts
  [ -n "$value" ] || return 0
  set -- unit_end
  for property in NRestarts Result ExecMainStatus MemoryMax; do
    unit_value "$property"
    set -- "$@" "$value"
  done
  say "$@"
}

# What the unit reads: first what the user's files may set otherwise, last what is the slot's own.
unit_environment() {
  cookie
  read_line "$state/cookie"
  umask 077
  write_changed "$state/slot-env" "RELEASE_COOKIE=$got
TZ=$(timezone)" &&
    write_changed "$state/slot-env.$PD_SLOT" "PORT=$PD_PORT
RELEASE_NODE=$(node_name "$PD_SLOT")
RELEASE_TMP=$state/tmp.$PD_SLOT" && mkdir -p "$state/tmp.$PD_SLOT" ||
    fail start_failed "The variables of slot $PD_SLOT could not be written below $state."
  umask 022
}

unit_start() {
  starts=$(sed -n 's|^ExecStart=.*/bin/\([^/ ]*\) start$|\1|p' "$(unit_file)")
  [ -x "$releases/$PD_RELEASE/bin/$starts" ] ||
    fail host_unsuitable "The unit $PD_UNIT@.service starts bin/$starts, and $PD_RELEASE has no such program: install\
 the unit anew."
  unit_environment
  date +@%s.%6N >"$state/since.$PD_SLOT"
  if ! unit_order "$PD_SLOT" start; then
    # A crash loop may have used up what systemd allows.
    why=$said
    unit_order "$PD_SLOT" reset-failed && unit_order "$PD_SLOT" start || {
      case "$said" in *"not loaded"*) said=$why order="systemctl start $PD_UNIT@$PD_SLOT" ;; esac
      unit_refused start_failed "systemd did not start $PD_UNIT@$PD_SLOT"
    }
  fi
  [ ! -e "$state/slot.$PD_SLOT" ] || rm -f "$state/slot.$PD_SLOT"
  look_at_unit "$PD_SLOT"
  unit_value MainPID
  # One that ended at once: the looks that follow find that, with its last words.
  [ "${value:-0}" -gt 0 ] || unit_value ExecMainPID
  say started "$value" now
}

# unit_has_ended: systemd, which costs more to ask, is asked once the process is gone.
unit_has_ended() { has_ended "$pid" "$born" && ! unit_is_up "$PD_SLOT"; }

# SIGTERM early in a boot is lost: what never got ready is killed as soon as systemd knows that it is not to start it
# again.
unit_stop() {
  pid='' born=''
  ! unit_pid "$PD_SLOT" || pid=$main born=$birth
  release_of "$pid"
  journal "stop $runs in $PD_SLOT ($PD_HOW)"
  unit_order "$PD_SLOT" stop --no-block || unit_refused stop_failed "systemd did not stop $PD_UNIT@$PD_SLOT"
  how=killed
  if [ "$PD_HOW" = drain ] && wait_until $((PD_LIMIT + 1)) 0.05 unit_has_ended; then
    unit_value Result
    [ "$value" = timeout ] || how=ended
  else
    unit_order "$PD_SLOT" kill -s KILL
    wait_until 6 0.05 unit_has_ended ||
      fail stop_failed "$PD_UNIT@$PD_SLOT is still ${value:-not known to have ended} 5 s after it was killed: $said."
  fi
  rm -f "$state/slot.$PD_SLOT"
  end_hold
  say stopped "$how"
}

# unit_at_boot: of all slots, the active one is started when the host is. What is served is recorded by now: a refusal
# changes nothing of it. systemd reads the links when the host is started: to have it read them now takes long.
unit_at_boot() {
  units_in_use || return 0
  set --
  for name in $slot_names; do set -- "$@" "$PD_UNIT@$name"; done
  # A line for each slot, in this order.
  # shellcheck disable=SC2046
  set -- $(systemctl is-enabled "$@" 2>/dev/null)
  for name in $slot_names; do
    verb=disable
    [ "$name" != "$PD_SLOT" ] || verb=enable
    is=${1-}
    [ $# -eq 0 ] || shift
    [ "$is" = "${verb}d" ] && continue
    unit_order "$name" "$verb" --quiet --no-reload ||
      say warning "\"$order\" failed, so that after a reboot of the host another slot than the active one may be\
 started: $(printf '%s' "$said" | tr '[:cntrl:]' ' ')"
  done
}

# unit_log: since the slot's start, with all that systemd started again. What an earlier start printed is no cause of
# this one's end.
unit_log() {
  read_line "$state/since.$PD_SLOT"
  journalctl --quiet --no-pager --output=cat --lines=40 ${got:+"--since=$got"} --unit="$PD_UNIT@$PD_SLOT" 2>&1 |
    tail -c 6000
}

# report_unit: who the servers would run as, where, and the unit's lines as they are installed.
report_unit() {
  [ -n "${PD_UNIT-}" ] && systemd_runs || return 0
  say unit "$(id -un)" "$PD_PATH"
  [ ! -r "$(unit_file)" ] || tr '\t' ' ' <"$(unit_file)" | while IFS= read -r one; do say unit_line "$one"; done
}

# refuse_small_memory: a limit holds as soon as systemd has read it, also for the slot that serves.
refuse_small_memory() {
  limit=$(printf '%s\n' "$PD_UNIT_TEXT" | sed -n 's/^MemoryMax=//p')
  [ -n "$limit" ] || return 0
  for name in $slot_names; do
    unit_pid "$name" || continue
    used=$(sed -n 's/^VmRSS:[[:space:]]*\([0-9]*\) kB/\1/p' "/proc/$main/status" 2>/dev/null)
    [ "${used:-0}" -lt $(($(numfmt --from=iec "$limit") / 1024)) ] ||
      fail host_unsuitable "MemoryMax=$limit would hold at once for slot $name, which uses $((used / 1024)) MiB now:\
 the kernel would end it. Set a larger systemd.memory-max."
  done
}

# PD_UNIT_TEXT: the unit as it is to be. What is there is replaced only where a deployment or prepare.sh wrote it.
op_install_units() {
  file=$(unit_file)
  systemd_runs || fail host_unsuitable "systemd does not run on this host, so no unit can be installed."
  [ ! -e "$file" ] || grep -q '^# phoenix-deploy: the slots of ' "$file" ||
    fail host_unsuitable "$file was not written by phoenix-deploy, so it was not replaced."
  refuse_small_memory
  beside=$state/$PD_UNIT@.service
  write_file "$beside" "$PD_UNIT_TEXT" || fail host_unsuitable "The unit could not be written to $beside."
  if [ -e "$file" ]; then before=$file; else before=/dev/null; fi
  diff -u "$before" "$beside" 2>&1 | sed 's/^/| /'
  order="install -m 644 $beside $file"
  said=$(as_root install -m 644 "$beside" "$file" 2>&1) || unit_refused host_unsuitable "$order"
  order="systemctl daemon-reload"
  said=$(as_root systemctl daemon-reload 2>&1) || unit_refused host_unsuitable "$order"
  cmp -s "$beside" "$file" || fail host_unsuitable "$file does not have the text that was installed."
  for name in $slot_names; do
    look_at_unit "$name"
    unit_value LoadState
    [ "$value" = loaded ] || fail host_unsuitable "systemd does not take $PD_UNIT@$name: it is ${value:-unknown}."
  done
  journal "installed $file"
}
