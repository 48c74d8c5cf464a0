# What an upload may hold, and what room it needs: judged from the list of the archive, before anything of it is
# unpacked.

# disk_free: into `free`, bytes that are free where the application's path lies, or will lie.
disk_free() {
  at=$PD_PATH
  while [ ! -d "$at" ]; do at=$(dirname "$at"); done
  # shellcheck disable=SC2046
  set -- $(stat -f -c '%a %S' "$at")
  free=$(($1 * $2))
}

# What awk programs share: the first refusal alone counts. A link may lead to what lies in the release; since nothing
# lies behind a link, and `..` only begins a target, its text says where it leads. shellcheck disable=SC2016
path_rules='
function refuse(why) { if (!refused) print "! `" name "` " why; refused = 1 }
function plain(path) { sub(/^(\.\/+)+/, "", path); sub(/\/+$/, "", path); return path }
function folder_of(path) { return sub(/\/[^\/]*$/, "", path) ? path : "" }
function climbs(folder, path,    parts, up, n, i) {
  n = folder == "" ? 0 : split(folder, parts, "/")
  while (path ~ /^\.\.?(\/|$)/) { if (path ~ /^\.\./) up++; sub(/^\.\.?\/*/, "", path) }
  return path ~ /^\// || up > n || "/" path "/" ~ /\/\.\.\//
}'

# An awk program over `tar --list --verbose`: the first entry that must not be unpacked, and why, else the bytes that
# all need. shellcheck disable=SC2016
archive_reader=$path_rules'
function behind_link(path,    parts, n, i, at) {
  n = split(path, parts, "/")
  for (i = 1; i < n; i++) { at = at (i > 1 ? "/" : "") parts[i]; if (at in links) return 1 }
  return 0
}
{
  type = substr($1, 1, 1)
  from = index($0, "\"")
  name = substr($0, from + 1)
  separator = type == "l" ? "\" -> \"" : "\" link to \""
  target = ""
  at = index(name, separator)
  if (at) { target = substr(name, at + length(separator)); sub(/"$/, "", target); name = substr(name, 1, at - 1) }
  else sub(/"$/, "", name)
  if (from == 0) { name = $0; refuse("is not understood") }
  if (type == "b" || type == "c") refuse("is a device")
  if (type == "p") refuse("is a named pipe")
  if (type !~ /^[-dlh]$/) refuse("is neither a file nor a folder nor a link")
  if (name ~ /^\//) refuse("is an absolute path")
  if ("/" name "/" ~ /\/\.\.\//) refuse("has `..` in its path")
  if (substr($1, 2) ~ /[sStT]/) refuse("has the setuid, setgid or sticky bit")
  if (type != "l" && substr($1, 9, 1) == "w") refuse("may be written by everybody")
  path = plain(name)
  if (behind_link(path)) refuse("lies behind a link")
  if (type == "l" && climbs(folder_of(path), target)) refuse("is a link out of the release, to `" target "`")
  if (type == "l") links[path] = 1
  if (type == "h" && !(plain(target) in files)) refuse("is a link to `" target "`, which is no file of the release")
  if (type == "-" || type == "h") files[path] = 1
  bytes += $3 + 4096
}
END { if (!refused) printf "%.0f\n", bytes }'

# inspect ARCHIVE: ends the step where the archive holds what a release cannot, or more than the disk has room for.
inspect() {
  found=$(tar --list --verbose --numeric-owner --quoting-style=c "-${gzipped}f" "$1" 2>/dev/null |
    LC_ALL=C awk "$archive_reader")
  case "$found" in
  '! '*)
    rm -f "$1" "$archive"
    fail unsafe_release "The upload was refused before anything was unpacked: ${found#! }."
    ;;
  esac
  disk_free
  if awk -v need="$found" -v free="$free" 'BEGIN { exit !(need + 0 > free + 0) }'; then
    rm -f "$1" "$archive"
    fail disk_full "No space left: $PD_RELEASE needs $found bytes unpacked, and $free are free below $PD_PATH."
  fi
}

# disk_is_full FOLDER: what writing says there where it is so; nothing else.
disk_is_full() {
  [ -d "$1" ] || return 0
  LC_ALL=C head -c 65536 /dev/zero 2>&1 >"$1/.probe" | grep -Eo 'No space left on device|Disk quota exceeded'
  rm -f "$1/.probe"
}
