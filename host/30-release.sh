# Releases on this host. releases/X exists only when it is complete and its digest was verified.

op_unpack() {
  archive="$PD_PATH/incoming/$PD_RELEASE.tar.gz"
  beside="$releases/.tmp.$PD_RELEASE"
  if [ -d "$releases/$PD_RELEASE" ]; then
    rm -f "$archive"
    say unpacked already
    return
  fi
  seen=$(sha256sum "$archive" 2>/dev/null) || fail unpack_failed "The upload of $PD_RELEASE is missing."
  if [ "${seen%% *}" != "$PD_DIGEST" ]; then
    rm -f "$archive"
    fail digest_mismatch "The upload has sha256 ${seen%% *}, the release $PD_DIGEST."
  fi
  rm -rf "$beside"
  if ! { mkdir "$beside" && tar -xzf "$archive" -C "$beside" --no-same-owner; } 2>"$state/unpack.err"; then
    rm -rf "$beside"
    fail unpack_failed "$(tail -n 1 "$state/unpack.err")"
  fi
  if [ ! -x "$beside/bin/$PD_NAME" ]; then
    rm -rf "$beside"
    fail unpack_failed "The release has no bin/$PD_NAME."
  fi
  sync -f "$beside"
  mv -T "$beside" "$releases/$PD_RELEASE" || fail unpack_failed "The release could not be moved into place."
  rm -f "$archive"
  say unpacked now
}

# Versions of the schema, as this release sees them, on one line. What an application logs meanwhile is no version:
# the expression says them on a line that is known by its first words.
schema_versions() {
  (become '' eval "$PD_VERSIONS") >"$state/versions.out" 2>&1 || return 1
  grep -q '^phoenix-deploy versions:' "$state/versions.out" || return 1
  sed -n 's/^phoenix-deploy versions: *//p' "$state/versions.out" | tail -n 1
}

op_migrate() {
  before=$(schema_versions) || { relay "$state/versions.out"; fail migration_failed "The schema's versions could not be read before migrating."; }
  (become '' eval "$PD_MIGRATE") >"$state/migrate.out" 2>&1
  code=$?
  relay "$state/migrate.out"
  after=$(schema_versions) || { relay "$state/versions.out"; fail migration_failed "The schema's versions could not be read after migrating."; }
  say versions_before "$before"
  say versions_after "$after"
  [ "$code" -eq 0 ] || fail migration_failed "The migrations ended with exit code $code."
  journal "migrated $PD_RELEASE: [$before] -> [$after]"
  grep -qxF "$PD_RELEASE" "$state/migrated" 2>/dev/null || printf '%s\n' "$PD_RELEASE" >>"$state/migrated"
  sync "$state/migrated"
}

# relay FILE: what a tool printed, marked so that it cannot be taken for a record.
relay() { tail -n 60 "$1" | sed 's/^/| /'; }

op_mark_bad() {
  grep -qxF "$PD_RELEASE" "$state/bad" 2>/dev/null || printf '%s\n' "$PD_RELEASE" 2>/dev/null >>"$state/bad" ||
    fail host_unsuitable "The mark could not be written to $state/bad."
  sync "$state/bad"
  journal "marked $PD_RELEASE bad"
}

op_prune() {
  # shellcheck disable=SC2086
  set -- $(first_line "$state/active")
  for release in $PD_REMOVE; do
    case "$release" in '' | .* | */*) fail unpack_failed "$release is not the name of a release." ;; esac
    # The planner left out what lives; what lives by now is left out here.
    [ "$release" = "${1-}" ] || [ "$release" = "${3-}" ] && continue
    used=
    for name in $(slot_names); do
      [ "$(link_of "$PD_PATH/slots/$name")" = "$release" ] && used=1
      pid=$(slot_pid "$name")
      [ -n "$pid" ] && [ "$(release_of "$pid")" = "$release" ] && used=1
    done
    # Out of sight in one rename: a removal that is cut must not leave half a release under its name.
    [ -n "$used" ] || [ ! -d "$releases/$release" ] || { rm -rf "$releases/.tmp.$release" && mv -T "$releases/$release" "$releases/.tmp.$release"; }
  done
  rm -rf "$releases"/.tmp.* "$PD_PATH"/incoming/*
}
