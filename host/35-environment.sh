# The environment of servers and migrations: nothing of the job or login that started this program, but a few variables
# of the host, the user's files and what a slot needs. The files `shared/env` and `shared/env.<slot>` are read as
# systemd reads an EnvironmentFile (man systemd.exec). They are never sourced, and no value is an argument of a process
# that others can list.

clean_path=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin

# An awk program. With `check` set it prints a line for each fault, else sh code that exports each variable, quoted. A
# `#` behind white space is a fault although systemd takes it for the value: whoever wrote it meant a comment, or a
# quoted value. So is text behind a closing quote, which is how a quote that is not closed shows itself. shellcheck
# disable=SC2016
env_reader='
function bad(at, says) { wrong = 1; if (check) print ":" at ": " says }
function add(c) { value = value (c == "\047" ? "\047\\\047\047" : c) }
function lost(why) { bad(NR, why); emit() }
function emit() { if (name != "" && !check) print "export " name "=\047" value "\047"; state = "key" }
function begin(text,    at) {
  sub(/^[ \t\r]+/, "", text)
  if (text == "" || text ~ /^[#;]/) return
  at = index(text, "=")
  if (at == 0) { bad(NR, "there is no `=`; write NAME=value, or `#` before a comment"); return }
  name = substr(text, 1, at - 1)
  sub(/[ \t]+$/, "", name)
  if (name ~ /^export[ \t]/) { bad(NR, "`export` is for shells; write NAME=value without it"); name = "" }
  else if (name !~ /^[A-Za-z_][A-Za-z0-9_]*$/) {
    bad(NR, "the text before `=` is not the name of a variable; use letters, digits and `_`, and no digit first")
    name = ""
  }
  value = gap = ""; opened = NR; state = "before"
  walk(substr(text, at + 1))
}
function walk(text,    i, n, c) {
  n = length(text)
  for (i = 1; i <= n; i++) {
    c = substr(text, i, 1)
    if (state == "single") { if (c == "\047") state = "after"; else add(c) }
    else if (state == "double") {
      if (c == "\"") state = "after"
      else if (c != "\\") add(c)
      else if (i == n) return
      else { c = substr(text, ++i, 1); if (index("\"\\`$", c) == 0) add("\\"); add(c) }
    }
    else if (c == "\r" && i == n) break
    else if (c == "\r")
      return lost("there is a carriage return within the line; save the file with LF at the end of lines")
    else if (state == "after") {
      if (c != " " && c != "\t")
        return lost("there is text behind the closing quote; quote the whole value, and write comments on lines " \
          "of their own")
    }
    else if (c == " " || c == "\t") gap = gap c
    else if (c == "#" && gap != "")
      return lost("a comment cannot follow a value; write it on a line of its own, or quote the value if `#` is " \
        "part of it")
    else if (state == "before" && c == "\047") { state = "single"; opened = NR }
    else if (state == "before" && c == "\"") { state = "double"; opened = NR }
    else {
      if (state == "value") value = value gap
      gap = ""; state = "value"
      if (c != "\\") add(c)
      else if (i == n) { state = "continued"; return }
      else if (substr(text, i + 1) == "\r")
        return lost("a carriage return follows the backslash; save the file with LF at the end of lines")
      else add(substr(text, ++i, 1))
    }
  }
  if (state == "single" || state == "double") add("\n")
  else emit()
}
{
  if (NR == 1 && substr($0, 1, 3) == "\357\273\277") {
    bad(1, "the file begins with a byte order mark; save it as UTF-8 without one")
    $0 = substr($0, 4)
  }
  if (check && index($0, "\001")) bad(NR, "there is a NUL byte")
  rest = $0
  gsub(/[\302-\337][\200-\277]|[\340-\357][\200-\277][\200-\277]/, " ", rest)
  gsub(/[\360-\364][\200-\277][\200-\277][\200-\277]/, " ", rest)
  if (rest ~ /[\200-\377]/) bad(NR, "the line is not UTF-8")
  if (state == "key" || state == "") begin($0)
  else { if (state == "continued") state = "value"; walk($0) }
}
END {
  if (state == "single" || state == "double") bad(opened, "the quote that begins here is not closed")
  if (state == "continued") bad(NR, "the last line ends in a backslash, and no line follows")
  exit wrong
}'

# env_faults FILE: a line for each fault of the file, with its number.
env_faults() {
  if [ ! -f "$1" ] || [ ! -r "$1" ]; then
    printf ': it is not a file that %s can read\n' "$(id -un)"
    return
  fi
  # Not every awk can read NUL: it becomes SOH here, and SOH becomes STX.
  tr '\000\001' '\001\002' <"$1" | LC_ALL=C awk -v check=1 "$env_reader"
}

# environment_faults: a line for each fault of each file, with the file and its line number.
environment_faults() {
  for env_slot in '' $slot_names; do
    file=$PD_PATH/shared/env${env_slot:+.$env_slot}
    # Where it does not exist, or is empty, no program has to look at it.
    [ -e "$file" ] || [ -L "$file" ] || continue
    if [ -f "$file" ] && [ -r "$file" ] && [ ! -s "$file" ]; then continue; fi
    env_faults "$file" | head -n 10 | while IFS= read -r fault; do printf '%s%s\n' "$file" "$fault"; done
  done
}

# A plan that would start a server is refused for these, before anything changes.
report_environment() {
  faults=$(environment_faults)
  [ -z "$faults" ] || printf '%s\n' "$faults" | while IFS= read -r fault; do say env_fault "$fault"; done
}

# one_line: several lines as parts of one sentence.
one_line() { awk '{ printf "%s%s", (NR > 1 ? "; " : ""), $0 }'; }

# The files may have been changed since the plan was made.
refuse_environment() {
  faults=$(environment_faults)
  [ -z "$faults" ] ||
    fail environment_file_invalid "The servers' variables cannot be read: $(printf '%s\n' "$faults" | one_line)."
}

# warn_unused SLOT: variables of the user's files that the slot's own replace.
warn_unused() {
  for file in "$PD_PATH/shared/env" "$PD_PATH/shared/env.$1"; do
    [ -s "$file" ] || continue
    own='^[[:space:]]*(PORT|RELEASE_NODE|RELEASE_TMP)[[:space:]]*='
    for name in $(grep -Eos "$own" "$file" | tr -dc 'A-Z_\n' | sort -u); do
      here='made by the deployment'
      [ "$name" != PORT ] || here="the port $PD_PORT of the settings"
      say warning "$name in $file is not used: each slot has its own, here $here."
    done
  done
}

# node_name SLOT: of its Erlang node. Staging and production of one application may share a host, where each name counts
# once: a folder that is named after the application, such as my_app_staging, names its nodes.
node_name() {
  node=${PD_PATH##*/}
  case "$node" in
  *[!A-Za-z0-9_-]*) node=$PD_APP ;;
  "$PD_APP"[_-]*) ;;
  *) node=$PD_APP ;;
  esac
  printf '%s_%s' "$node" "$1"
}

# Turns a clean shell into the release's own script: the rest of its arguments. All of it is read before the first
# variable is set, so that no name in a file, such as PATH or IFS, changes what happens here. shellcheck disable=SC2016
enter='
exports() {
  for file in "$2" "$3"; do
    [ ! -e "$file" ] || LC_ALL=C awk "$1" "$file" || { echo "exit 1"; echo "$file cannot be read." >&2; }
  done
  [ -z "$4" ] || printf "export DATABASE_URL=\"\$%s\"\n" "$4"
}
set -- "$(cat "$2")" "$(exports "$1" "$3" "$4" "$5")" "$@"
export RELEASE_COOKIE="$1"
eval "$2"
shift 7
[ -z "$1" ] || export PORT="$1" RELEASE_NODE="$2" RELEASE_TMP="$3"
shift 3
exec "$@"'

# timezone: the host's, as a name.
timezone() {
  zone=$(first_line /etc/timezone)
  [ -n "$zone" ] || zone=$(readlink -f /etc/localtime 2>/dev/null | sed -n 's|.*/zoneinfo/||p')
  printf '%s' "${zone:-UTC}"
}

# One cookie for all builds: each clean build makes another, and two slots could not talk.
cookie() { [ -s "$state/cookie" ] || (umask 077 && od -An -N16 -tx1 /dev/urandom | tr -d ' \n' >"$state/cookie"); }

# who_am_i: into `user` and `home`, of a line with name, password, number, group, full name, home and shell.
who_am_i() {
  user=$(getent passwd "$(id -u)" 2>/dev/null)
  home=${user%:*}
  home=${home##*:} user=${user%%:*}
  [ -n "$home" ] || home=/
  [ -n "$user" ] || user=$(id -un)
}

# become SLOT VERB [EXPRESSION]: this shell turns into the release's own script. What migrates or looks at the schema
# has the address in the variable PD_DIRECT as its DATABASE_URL, where there is one.
become() {
  slot=$1 verb=$2 expression=${3-} direct=${PD_DIRECT-}
  cookie
  if [ -n "$slot" ]; then
    mkdir -p "$state/tmp.$slot"
    # The locks must not live on in a server.
    exec 8>&- 9>&-
    set -- "$PD_PORT" "$(node_name "$slot")" "$state/tmp.$slot"
  else
    set -- '' '' ''
  fi
  who_am_i
  name_of "$PD_RELEASE"
  cd "$releases/$PD_RELEASE" || exit 1
  exec ${slot:+setsid} env -i "PATH=$clean_path" "HOME=$home" "USER=$user" LANG=C.UTF-8 "TZ=$(timezone)" \
    /bin/sh -c "$enter" sh "$env_reader" "$state/cookie" "$PD_PATH/shared/env" "$PD_PATH/shared/env.$slot" "$direct" \
    "$@" "$releases/$PD_RELEASE/bin/$script" "$verb" ${expression:+"$expression"}
}

# with_variables PROGRAM ARGUMENTS: this shell turns into a program with the variables of the servers.
with_variables() {
  who_am_i
  cd "$PD_PATH" || exit 1
  exec env -i "PATH=$clean_path" "HOME=$home" "USER=$user" LANG=C.UTF-8 "TZ=$(timezone)" \
    "BACKUP_MAX_AGE=${PD_MAX_AGE-}" /bin/sh -c "$enter" sh "$env_reader" "$state/cookie" "$PD_PATH/shared/env" \
    "$PD_PATH/shared/env." '' '' '' '' "$@"
}
