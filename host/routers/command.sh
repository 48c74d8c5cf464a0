# Any router, by programs of the user. Each gets JSON on its standard input; what `read` prints is judged where it is
# read, so that an order that was not carried out fails there, whatever its exit code was.

# command_run WORDS INPUT: one word of the command on each line; not longer than 30 s. Locks are not given to it.
command_run() (
  exec 8>&- 9>&-
  set -f
  IFS='
'
  # shellcheck disable=SC2086
  printf '%s\n' "$2" | timeout -k 2 30 $1
)

command_named() { printf '%s' "$1" | tr '\n' ' '; }

# command_do WHAT WORDS INPUT: fails with the last line that it printed.
command_do() {
  said=$(command_run "$2" "$3" 2>&1) || {
    code=$?
    [ "$code" != 124 ] || said="$said
it did not end within 30 s"
    fail router_failed "The router's $1, $(command_named "$2"), failed with code $code: $(
      printf '%s\n' "$said" | grep -v '^[[:space:]]*$' | tail -n 1 | cut -c 1-300
    )"
  }
}

# command_print: what read printed, at most 64 KiB.
command_print() {
  errors=$(mktemp) || fail router_failed "The router's read: no temporary file could be made."
  printed=$(command_run "$command_read" '{}' 2>"$errors") || {
    code=$? last=$(grep -v '^[[:space:]]*$' "$errors" | tail -n 1 | cut -c 1-300)
    rm -f "$errors"
    fail router_failed "The router's read, $(command_named "$command_read"), failed with code $code: $last"
  }
  rm -f "$errors"
}

router_check() {
  for words in "$command_read" "$command_set" "$command_drain" "$command_verify"; do
    program=$(printf '%s\n' "$words" | head -n 1)
    [ -z "$program" ] || command -v -- "$program" >/dev/null ||
      fail router_failed "The router's program $program is not on this host, or $(id -un) may not run it."
  done
  command_print
}

router_report() {
  command_print
  say printed "$(printf '%s' "$printed" | head -c 65536 | base64 -w 0)"
}

# command_weights DRAINED NAME=PERCENT...: {"weights": {…}}, without the servers that get nothing where DRAINED is no.
command_weights() {
  drained=$1 text=
  shift
  for one in "$@"; do
    [ "$drained" = yes ] || [ "${one##*=}" != 0 ] || continue
    text="$text${text:+, }\"${one%=*}\": ${one##*=}"
  done
  printf '{"weights": {%s}}' "$text"
}

# With a command for drain, set gets the servers that take requests, and drain then those that lose them.
router_set() {
  closed=
  for one in "$@"; do [ "${one##*=}" != 0 ] || closed="$closed${closed:+, }\"${one%=*}\""; done
  if [ -z "$command_drain" ]; then
    command_do set "$command_set" "$(command_weights yes "$@")"
  else
    case " $*" in *=[1-9]*) command_do set "$command_set" "$(command_weights no "$@")" ;; esac
    [ -z "$closed" ] || command_do drain "$command_drain" "{\"servers\": [$closed]}"
  fi
  [ -z "$command_verify" ] || command_do verify "$command_verify" "$(command_weights yes "$@")"
}

router_keep() { :; }

# What cannot be read may carry requests.
router_carries() {
  text=$(command_run "$command_read" '{}' 2>/dev/null) || return 0
  printf '%s' "$text" | tr -d '[:space:]' |
    grep -Eq "\"([A-Za-z0-9._-]*-)?$1\":\{[^}]*\"state\":\"ready\"" || return 1
  ! printf '%s' "$text" | tr -d '[:space:]' |
    grep -Eq "\"([A-Za-z0-9._-]*-)?$1\":\{[^}]*\"weight\":0[,}]"
}
