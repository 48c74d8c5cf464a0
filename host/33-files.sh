# The list of a release's files, and what of them lies on this host. A line is `type <TAB> mode <TAB> bytes <TAB> sha256
# <TAB> path`: `f` a file, `d` a folder, `l` a link, whose target is in the place of the sha256. Folders come before
# what lies in them. The list was made where the release was built, and is judged here as if anybody had made it.

# An awk program over a list: the first line that is refused, and why, else the bytes that all need.
# shellcheck disable=SC2016
list_reader=$path_rules'
BEGIN { FS = "\t" }
{
  name = $5
  if (NF != 5 || /[\001-\010\013-\037\177\\]/) { if (name == "") name = $0; refuse("is not understood") }
  if (name ~ /^\//) refuse("is an absolute path")
  if (name == "" || length(name) > 1024 || "/" name "/" ~ /\/\.?\//) refuse("is no plain path below the release")
  if ("/" name "/" ~ /\/\.\.\//) refuse("has `..` in its path")
  if (name in seen) refuse("is listed twice")
  seen[name] = $1
  if (name ~ /\// && seen[folder_of(name)] != "d") refuse("lies in no folder of the list")
  if ($2 !~ /^[0-7][0-7][0-7]$/) refuse("has the mode " $2)
  if ($1 != "l" && $2 ~ /[2367]$/) refuse("may be written by everybody")
  if ($3 !~ /^[0-9]+$/ || length($3) > 13) refuse("has no size")
  if ($1 == "f") { if (length($4) != 64 || $4 ~ /[^0-9a-f]/) refuse("has no sha256") }
  else if ($1 == "l") { if ($4 == "" || climbs(folder_of(name), $4)) refuse("is a link out of the release") }
  else if ($1 != "d") refuse("is neither a file nor a folder nor a link")
  bytes += $3 + 4096
}
END { if (!refused && NR == 0) { name = "the list"; refuse("is empty") } if (!refused) printf "%.0f\n", bytes }'

# hashes_of RELEASE: a file of `sha256  path` for the files of a kept release. It is a hint: what is copied by it is
# verified afterwards. Names that sha256sum escapes, or that no list has, are left out.
hashes_of() {
  hashes="$state/kept/$1.files"
  if [ ! -s "$hashes" ]; then
    mkdir -p "$state/kept" || return 1
    (cd "$releases/$1" && find . -type f -exec sha256sum -- {} +) 2>/dev/null |
      LC_ALL=C grep -v '[[:cntrl:]\\]' | sed 's|^\([^ ]*\)  \./|\1  |' >"$hashes.tmp.$$" &&
      mv -fT "$hashes.tmp.$$" "$hashes" || { rm -f "$hashes.tmp.$$" && return 1; }
  fi
  printf '%s' "$hashes"
}

# newest_first: the releases that are kept and whose names are words.
newest_first() { kept_releases | LC_ALL=C grep -x '[A-Za-z0-9_][A-Za-z0-9._+-]*' | tac; }

# stock_along: what `stock` would be asked for next, unless it takes long, as it does where hashes are still to be read.
stock_along() {
  for folder in "$releases"/*/; do
    folder=${folder%/}
    [ "$PD_LIST" = no ] || [ ! -d "$folder" ] || [ -s "$state/kept/${folder##*/}.files" ] || return 0
  done
  op_stock
  say stock known
}

# What a release needs here: room, whether it is there, what of it was received, and the files of other releases, each
# by the first 16 digits of its sha256.
op_stock() {
  disk_free
  say disk "$free"
  if [ -d "$releases/$PD_RELEASE" ]; then
    say there
    return
  fi
  for name in "$PD_RELEASE.tar.gz" "$PD_RELEASE.pack"; do
    for received in "$name" "$name.part"; do
      at="$PD_PATH/incoming/$received"
      if [ ! -f "$at" ] || [ -L "$at" ]; then continue; fi
      seen=$(sha256sum "$at")
      say received "$received" "$(stat -c %s "$at")" "${seen%% *}"
    done
  done
  [ "$PD_LIST" != no ] || return 0
  newest_first | while IFS= read -r release; do
    hashes=$(hashes_of "$release") || continue
    cat "$hashes"
  done | awk '
    { digest = substr($0, 1, 16) }
    digest in seen { next }
    { seen[digest] = 1; line = line " " digest; if (++n % 200 == 0) { print line; line = "" } }
    END { if (line != "") print line }' | while IFS= read -r line; do say has "${line# }"; done
}
