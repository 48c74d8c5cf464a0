# Releases on this host. releases/X exists only when it is complete and its digest was verified.

op_unpack() {
  archive="$PD_PATH/incoming/$PD_RELEASE.tar.gz"
  beside="$releases/.tmp.$PD_RELEASE"
  if [ -d "$releases/$PD_RELEASE" ]; then
    rm -f "$archive"
    keep_manifest
    say unpacked already
    return
  fi
  seen=$(sha256sum "$archive" 2>/dev/null) || fail unpack_failed "The upload of $PD_RELEASE is missing."
  if [ "${seen%% *}" != "$PD_DIGEST" ]; then
    rm -f "$archive"
    fail digest_mismatch "The upload has sha256 ${seen%% *}, the release $PD_DIGEST."
  fi
  rm -rf "$beside"
  inflate
  inspect "${plain:-$archive}"
  if ! {
    mkdir "$beside" &&
      tar -x${gzipped}f "${plain:-$archive}" -C "$beside" --no-same-owner --no-same-permissions
  } 2>"$state/unpack.err"; then
    full=$(disk_is_full "$beside")
    rm -rf "$beside"
    rm -f "$archive" "$plain"
    [ -z "$full" ] || fail disk_full "$full: $PD_RELEASE could not be unpacked below $releases."
    fail unpack_failed "The upload could not be unpacked: $(tail -n 1 "$state/unpack.err")"
  fi
  rm -f "$plain"
  if [ ! -x "$beside/bin/$PD_NAME" ]; then
    rm -rf "$beside"
    rm -f "$archive"
    fail unpack_failed "The release has no bin/$PD_NAME."
  fi
  sync -f "$beside"
  keep_manifest
  # As hints: what is copied by them is verified. Without them the next deployment reads all files.
  [ -z "${PD_HASHES-}" ] || printf '%s\n' "$PD_HASHES" >"$state/kept/$PD_RELEASE.files" || true
  mv -T "$beside" "$releases/$PD_RELEASE" || fail unpack_failed "The release could not be moved into place."
  rm -f "$archive"
  say unpacked now
}

# inflate: into `plain`, the path of the archive without its compression, since to judge it and to unpack it would
# decompress it twice; nothing where there is no room for it, or where it is more than its list needs (PD_BYTES).
inflate() {
  plain='' gzipped=z
  whole "${PD_BYTES-}" && disk_free && [ "$free" -gt $((PD_BYTES * 2)) ] || return 0
  beside_it=$PD_PATH/incoming/$PD_RELEASE.tar
  rm -f "$beside_it.whole"
  { gzip -dc "$archive" && : >"$beside_it.whole"; } 2>/dev/null | head -c "$PD_BYTES" 2>/dev/null >"$beside_it"
  if [ -e "$beside_it.whole" ]; then plain=$beside_it gzipped=''; else rm -f "$beside_it"; fi
  rm -f "$beside_it.whole"
}

# What a host keeps of each release beside its files: when it was deployed, the name of its start script, and its
# manifest. A rollback comes without a manifest, and a release may be called otherwise than the application.
keep_manifest() {
  mkdir -p "$state/kept" || fail unpack_failed "The folder $state/kept could not be created."
  [ -z "$PD_MANIFEST" ] || write_file "$state/kept/$PD_RELEASE.json" "$PD_MANIFEST" ||
    fail unpack_failed "The release's manifest could not be written below $state/kept."
  [ -s "$state/kept/$PD_RELEASE" ] || write_file "$state/kept/$PD_RELEASE" "$(date +%s.%N) $PD_NAME" ||
    fail unpack_failed "The release's record could not be written below $state/kept."
}

# record_deployed RELEASE: it was deployed now.
record_deployed() {
  [ -d "$state/kept" ] || mkdir -p "$state/kept"
  name_of "$1"
  write_file "$state/kept/$1" "$(date +%s.%N) $script" ||
    say warning "The time of this deployment could not be recorded below $state/kept."
}

# name_of RELEASE: into `script`, of its start script. Where nothing was kept of it, the only program in its bin/ is
# meant.
name_of() {
  read_line "$state/kept/$1"
  # shellcheck disable=SC2086
  set -- "$1" $got
  script=${3-}
  if [ -z "$script" ] && [ -x "$releases/$1/bin/$PD_NAME" ]; then script=$PD_NAME; fi
  if [ -z "$script" ]; then
    for file in "$releases/$1"/bin/*; do
      if [ -f "$file" ] && [ -x "$file" ]; then script=${script:+?}${file##*/}; fi
    done
  fi
}

# kept_releases: by the time of their deployment, oldest first. A folder's own times say nothing: those of its content
# may be in the archive.
kept_releases() {
  for folder in "$releases"/*/; do
    [ -d "$folder" ] || continue
    folder=${folder%/}
    read_line "$state/kept/${folder##*/}"
    # shellcheck disable=SC2086
    set -- $got
    printf '%s %s\n' "${1:-$(stat -c %.9Z "$folder")}" "${folder##*/}"
  done | LC_ALL=C sort -n | cut -d ' ' -f 2-
}

# relay FILE: what a tool printed, marked so that it cannot be taken for a record.
relay() { tail -n 60 "$1" | sed 's/^/| /'; }

# op_manifest: what is kept of a release, also where its files are gone.
op_manifest() {
  case "$PD_RELEASE" in '' | .* | */*) fail release_not_kept "$PD_RELEASE is not the name of a release." ;; esac
  [ -r "$state/kept/$PD_RELEASE.json" ] || fail release_not_kept "Nothing of $PD_RELEASE is kept on this host."
  sed 's/^/| /' "$state/kept/$PD_RELEASE.json"
}

op_mark_bad() {
  grep -qxF "$PD_RELEASE" "$state/bad" 2>/dev/null || printf '%s\n' "$PD_RELEASE" 2>/dev/null >>"$state/bad" ||
    fail host_unsuitable "$PD_RELEASE could not be marked as bad in $state/bad."
  sync "$state/bad"
  journal "marked $PD_RELEASE bad"
}

op_prune() {
  read_line "$state/active"
  # shellcheck disable=SC2086
  set -- $got
  for release in $PD_REMOVE; do
    case "$release" in '' | .* | */*) fail unpack_failed "$release is not the name of a release." ;; esac
    # The planner left out what lives; what lives by now is left out here.
    [ "$release" = "${1-}" ] || [ "$release" = "${3-}" ] && continue
    used=
    for name in $slot_names; do
      link_of "$PD_PATH/slots/$name"
      [ "$linked" = "$release" ] && used=1
      slot_pid "$name" && release_of "$pid" && [ "$runs" = "$release" ] && used=1
    done
    # Out of sight in one rename: a removal that is cut must not leave half a release under its name.
    if [ -z "$used" ] && [ -d "$releases/$release" ]; then
      rm -rf "$releases/.tmp.$release" && mv -T "$releases/$release" "$releases/.tmp.$release"
    fi
    [ -d "$releases/$release" ] ||
      rm -f "$state/kept/$release" "$state/kept/$release.files" "$state/kept/$release.schema"
  done
  # A manifest says which run built the release: it stays as long as a rollback may go there.
  for manifest in "$state/kept"/*.json; do
    gone=${manifest##*/}
    gone=${gone%.json}
    [ -d "$releases/$gone" ] || remembered "$gone" || rm -f "$manifest"
  done
  rm -rf "$releases"/.tmp.* "$PD_PATH"/incoming/*
}
