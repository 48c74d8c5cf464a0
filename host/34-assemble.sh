# A release made of what lies here and of a pack with the rest. The pack is a tar of `list`, the list of the release's
# files, and `release/…`, files that this host lacks. Nothing of it is unpacked before the list has the digest that was
# announced and the pack holds nothing but what the list names; nothing is moved into place before every file, mode and
# link is as listed and nothing else is there.

op_assemble() {
  pack="$PD_PATH/incoming/$PD_RELEASE.pack" work="$PD_PATH/incoming/$PD_RELEASE.work"
  beside="$releases/.tmp.$PD_RELEASE"
  if [ -d "$releases/$PD_RELEASE" ]; then
    rm -rf "$pack" "$work"
    keep_manifest
    say assembled already
    return
  fi
  rm -rf "$beside" "$work"
  mkdir "$work" "$beside" 2>/dev/null || give_up unpack_failed "There is no room for $PD_RELEASE below $PD_PATH."
  seen=$(sha256sum "$pack" 2>/dev/null) || give_up unpack_failed "The files of $PD_RELEASE are missing."
  [ "${seen%% *}" = "$PD_DIGEST" ] ||
    give_up digest_mismatch "The files of $PD_RELEASE arrived with sha256 ${seen%% *}, and $PD_DIGEST was sent."
  read_pack
  plan_copies
  copy_files 2>"$work/err" ||
    give_up unpack_failed "Files of $PD_RELEASE could not be copied: $(tail -n 1 "$work/err")."
  verify_files
  [ -x "$beside/bin/$PD_NAME" ] || give_up unpack_failed "The release has no bin/$PD_NAME."
  sync -f "$beside"
  keep_manifest
  awk -F '\t' '$1 == "f" { print $4 "  " $5 }' "$work/list" >"$state/kept/$PD_RELEASE.files" || true
  mv -T "$beside" "$releases/$PD_RELEASE" || give_up unpack_failed "The release could not be moved into place."
  rm -rf "$pack" "$work"
  say assembled now
}

# give_up REASON_CODE SENTENCE: nothing of it stays.
give_up() {
  full=$(disk_is_full "$beside")
  chmod -R u+rwX "$beside" 2>/dev/null
  rm -rf "$beside" "$work" "$pack"
  [ -z "$full" ] || fail disk_full "$full: $PD_RELEASE could not be put together below $releases."
  fail "$1" "$2"
}

# read_pack: ends the step unless list and pack are what they must be. No more of the pack is ever read than what the
# list could need, so that a small pack cannot become a large one.
read_pack() {
  gzip -dc "$pack" 2>/dev/null | head -c 33554432 | tar -xOf - list >"$work/list" 2>/dev/null
  seen=$(sha256sum "$work/list")
  [ "${seen%% *}" = "$PD_LIST" ] ||
    give_up digest_mismatch "The list of files has sha256 ${seen%% *}, and the release's manifest says $PD_LIST."
  needed=$(LC_ALL=C awk "$list_reader" "$work/list")
  case "$needed" in
  '! '*) give_up unsafe_release "The list of files was refused: ${needed#! }." ;;
  esac
  disk_free
  awk -v need="$needed" -v free="$free" 'BEGIN { exit !(need + 0 <= free + 0) }' ||
    give_up disk_full "No space left: $PD_RELEASE needs $needed bytes, and $free are free below $PD_PATH."
  most=$(awk -v need="$needed" -v list="$(stat -c %s "$work/list")" 'BEGIN { printf "%.0f", need + list + 65536 }')
  gzip -dc "$pack" 2>/dev/null | head -c "$most" |
    tar --list --verbose --numeric-owner --quoting-style=literal -f - >"$work/table" 2>"$work/err" ||
    give_up unsafe_release "The files that were sent are no archive, or larger than their list says."
  odd=$(LC_ALL=C awk -v packed="$work/packed" "$pack_reader" "$work/list" "$work/table")
  [ -z "$odd" ] || give_up unsafe_release "The files that were sent were refused: $odd."
}

# An awk program over the list and the pack's table: the first entry that the list does not have as a file of this size,
# else nothing, and the paths go into `packed`. shellcheck disable=SC2016
pack_reader='
BEGIN { printf "" >packed }
NR == FNR { split($0, field, "\t"); if (field[1] == "f") bytes[field[5]] = field[3]; next }
done { next }
{
  size = $3
  name = $0
  sub(/^[^ ]+ +[^ ]+ +[^ ]+ +[^ ]+ +[^ ]+ /, "", name)
  why = ""
  if (substr($0, 1, 1) != "-") why = "is no plain file"
  else if (name == "list") { if (lists++) why = "is there twice"; else next }
  else if (name !~ /^release\// || !(substr(name, 9) in bytes)) why = "is not in the list"
  else if (bytes[substr(name, 9)] != size) why = "has " size " bytes, and the list says " bytes[substr(name, 9)]
  else if (name in seen) why = "is there twice"
  if (why != "") { print "`" name "` " why; done = 1; next }
  seen[name] = 1
  print substr(name, 9) >packed
}'

# An awk program over hashes, the pack and the list (twice): where each file is copied from. Files that are copied by
# one command share what comes before the same rest of their paths: `copies` has a line for each such group, `copy.N`
# its rests. Prints the first file that is nowhere. shellcheck disable=SC2016
copy_planner='
BEGIN { printf "" >(work "/copies") }
kind == "hashes" {
  digest = substr($0, 1, 64); path = substr($0, 67)
  if (!((digest SUBSEP path) in same)) same[digest SUBSEP path] = release
  if (!(digest in at)) { at[digest] = release; where[digest] = path }
  next
}
kind == "packed" { packed[$0] = 1; next }
{ split($0, field, "\t"); digest = field[4]; path = field[5] }
field[1] != "f" { next }
kind == "first" { if (path in packed && !(digest in at)) { at[digest] = ours; where[digest] = path } next }
path in packed || missing { next }
(digest SUBSEP path) in same { plan(same[digest SUBSEP path], path, path); copied++; next }
digest in at { plan(at[digest], where[digest], path); copied += (at[digest] != ours); next }
{ missing = 1; print "! " path }
END { if (!missing) print copied + 0 }
function plan(release, from, to,    a, b, n, m, rest, key, below) {
  n = split(from, a, "/"); m = split(to, b, "/")
  rest = ""
  while (n > 0 && m > 0 && a[n] == b[m]) { rest = a[n] (rest == "" ? "" : "/" rest); n--; m-- }
  key = release SUBSEP joined(a, n) SUBSEP joined(b, m)
  if (!(key in group)) {
    group[key] = ++groups
    below = rest == "" ? "file" : "below"
    print groups "\t" release "/" joined(a, n) "\t" below "\t./" joined(b, m) >(work "/copies")
  }
  if (rest != "") { print "./" rest >>(work "/copy." group[key]); if (groups > 200) close(work "/copy." group[key]) }
}
function joined(parts, n,    i, path) { for (i = 1; i <= n; i++) path = path (i > 1 ? "/" : "") parts[i]; return path }'

plan_copies() {
  set --
  for release in $(newest_first); do
    hashes=$(hashes_of "$release") && set -- "$@" "release=$release" "$hashes"
  done
  planned=$(LC_ALL=C awk -v work="$work" -v ours=".tmp.$PD_RELEASE" "$copy_planner" kind=hashes "$@" \
    kind=packed "$work/packed" kind=first "$work/list" kind=last "$work/list")
  case "$planned" in
  '' | '! '*) give_up unpack_failed "This host has no \`${planned#! }\`, and it was not sent." ;;
  esac
  say copied "$planned"
}

# Copies and never hard links: an application may write into its own folder. What a copy comes from is not followed.
copy_files() {
  cd "$beside" || return 1
  awk -F '\t' '$1 == "d" { print "./" $5 }' "$work/list" | xargs -r -d '\n' mkdir -p -- || return 1
  gzip -dc "$pack" 2>/dev/null | head -c "$most" |
    tar -xf - --strip-components=1 --no-same-owner --no-same-permissions || return 1
  while IFS='	' read -r number from how to; do
    if [ "$how" = file ]; then
      copy "$releases/$from" "$to" || return 1
    else
      (cd "$releases/$from" && copy --parents --target-directory="$beside/$to" <"$work/copy.$number") || return 1
    fi
  done <"$work/copies"
  awk -F '\t' '$1 == "l" { print $4 "\t" $5 }' "$work/list" | while IFS='	' read -r target path; do
    ln -s -- "$target" "./$path" || exit 1
  done || return 1
  # The deepest first: a folder may take from its owner what the next one needs.
  awk -F '\t' -v work="$work" '$1 != "l" { print "./" $5 >(work "/mode." $2) }' "$work/list"
  for listed in "$work"/mode.*; do tac "$listed" | xargs -r -d '\n' chmod "${listed##*.}" -- || return 1; done
  cd /
}

copy() {
  if [ "$1" = --parents ]; then
    xargs -r -d '\n' cp --reflink=auto --recursive --no-dereference --preserve=timestamps "$@" --
  else
    cp --reflink=auto --recursive --no-dereference --preserve=timestamps -T -- "$@"
  fi
}

# verify_files: each file, folder, mode and link is as listed, nothing else is there, and every file has its sha256.
# Else the hashes that were kept are forgotten: the next release is copied by what the files are by then.
verify_files() {
  awk -F '\t' -v OFS='\t' '$1 == "d" { $3 = "" } $1 == "l" { $2 = $3 = "" } $1 != "l" { $4 = "" } 1' "$work/list" |
    LC_ALL=C sort >"$work/wanted"
  find "$beside" -mindepth 1 -printf '%y\t%m\t%s\t%l\t%P\n' | awk -F '\t' -v OFS='\t' '
    $1 == "d" { $3 = "" } $1 == "l" { $2 = $3 = "" } 1' | LC_ALL=C sort >"$work/there"
  if ! cmp -s "$work/wanted" "$work/there"; then
    rm -f "$state/kept"/*.files
    odd=$(LC_ALL=C comm -3 "$work/wanted" "$work/there" | head -n 1 | awk -F '\t' '{ print $NF }')
    give_up unpack_failed "\`$odd\` is not as the list has it."
  fi
  awk -F '\t' '$1 == "f" { print $4 "  ./" $5 }' "$work/list" >"$work/sums"
  (cd "$beside" && LC_ALL=C sha256sum --check --strict --quiet "$work/sums") >"$work/changed" 2>/dev/null && return
  rm -f "$state/kept"/*.files
  give_up digest_mismatch "\`$(head -n 1 "$work/changed" | sed 's|^\./||; s|: FAILED.*||')\` is not as the list has it."
}
