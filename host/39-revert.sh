# Rolling the schema back, from the release that is left: what a deployment recorded of it, a look, and the change. What
# the versions are is asked of the database before and after; an exit code proves nothing.

# remember_before: which versions the schema had before this release migrated it. A later try of the same release keeps
# the first record, unless the database no longer has what that names.
remember_before() {
  kept_schema=$state/kept/$PD_RELEASE.schema
  recorded_before=$(schema_line before "$kept_schema")
  [ ! -f "$kept_schema" ] || [ -n "$(added_to "$owned" "$recorded_before")" ] || return 0
  recorded_before=$owned
  remember_schema "before $owned"
}

# remember_after: which versions it has once this release has migrated it. Where there was nothing to migrate, what was
# recorded first stays: others may have migrated since.
remember_after() {
  if [ "$versions" = "$before" ] && grep -q '^after' "$kept_schema"; then return; fi
  remember_schema "before $recorded_before
after $owned"
}

remember_schema() {
  mkdir -p "$state/kept" && write_file "$kept_schema" "$1" ||
    say warning "The schema's versions could not be recorded in $kept_schema: it cannot be rolled back."
}

# schema_line WORD FILE
schema_line() { sed -n "s/^$1 *//p" "$2" 2>/dev/null; }

# What this host recorded of these releases, and of its last backup.
op_kept_schema() {
  for release in $PD_RELEASES; do
    file=$state/kept/$release.schema
    [ -f "$file" ] || continue
    if grep -q '^after' "$file"; then after=known; else after=unknown; fi
    say schema "$release" "$(schema_line before "$file")" "$after" "$(schema_line after "$file")"
  done
  read_line "$state/backup"
  file=${got#* }
  [ ! -f "$file" ] || say backup "${got%% *}" "$file"
}

# A look from the release that is left. It prints lines of its own, which become records; the last one says how many.
op_look_down() {
  [ -d "$releases/$PD_RELEASE" ] || fail release_not_kept "$PD_RELEASE is not kept on this host any more."
  refuse_environment
  refuse_address
  printed=$state/look.$$
  (become '' eval "$PD_LOOK") >"$printed" 2>&1
  code=$?
  said=$(tool_error "$printed")
  sed -n 's/^phoenix-deploy down: /pd\t/p' "$printed"
  relay "$printed"
  lines=$(grep -c '^phoenix-deploy down: ' "$printed")
  whole=$(sed -n 's/^phoenix-deploy down: looked[[:space:]]*//p' "$printed" | tail -n 1)
  rm -f "$printed"
  [ "$code" -eq 0 ] && [ "$whole" = $((lines - 1)) ] ||
    fail schema_unknown "$PD_RELEASE could not say what its migrations would take away (exit code $code): $said"
}

# revert_failed WHY: and what the schema is now.
revert_failed() {
  gone=$(added_to "$owned" "$before")
  fail revert_failed "$1 The schema is at $(newest "$versions") now, with $(listed "$gone") rolled back.\
$(oldest_open "$state/revert.out")$(left_halves "$state/revert.out")"
}

op_revert() {
  refuse_environment
  refuse_address
  # Its own jobs need the schema as much as its requests.
  for name in $slot_names; do
    slot_pid "$name" || continue
    release_of "$pid"
    [ "$runs" != "$PD_RELEASE" ] ||
      fail revert_failed "$PD_RELEASE still runs in slot $name and needs the schema: nothing was rolled back."
  done
  read_schema || unreadable_schema before 'Nothing was rolled back.'
  before=$owned
  say versions_before "$before"
  if [ -n "$(added_to "$PD_NOW" "$before")$(added_to "$before" "$PD_NOW")" ]; then
    [ -z "$(added_to "$PD_STAYS" "$before")$(added_to "$before" "$PD_STAYS")" ] ||
      fail migration_out_of_order "The schema is not what this was planned for: it has\
 $(listed "$(added_to "$PD_NOW" "$before")") besides, and lacks $(listed "$(added_to "$before" "$PD_NOW")").\
 Nothing was rolled back."
    say versions_after "$before"
    settle_schema
    return
  fi
  (become '' eval "$PD_DOWN") >"$state/revert.out" 2>&1
  code=$?
  relay "$state/revert.out"
  why="The functions \`down\` ended with code $code: $(tool_error "$state/revert.out")$(meaning "$state/revert.out")"
  read_schema || unreadable_schema after "$why"
  say versions_after "$owned"
  journal "rolled the schema back from $PD_RELEASE: [$before] -> [$owned]"
  [ "$code" -eq 0 ] || revert_failed "$why"
  left=$(added_to "$PD_STAYS" "$owned")
  [ -z "$left" ] || revert_failed "The functions \`down\` ended with code 0, and $left is still applied."
  lost=$(added_to "$owned" "$PD_STAYS")
  [ -z "$lost" ] || revert_failed "More was rolled back than was to be: $lost is no longer applied."
  settle_schema
}

# settle_schema: what serves is the release that this schema belongs to.
settle_schema() {
  write_file "$state/settled" "$versions" || say warning "The schema's versions could not be written to $state/settled."
  rm -f "$state/schema"
}

listed() { printf '%s' "${1:-nothing}"; }

# unreadable_schema WHEN MEANING
unreadable_schema() {
  relay "$state/versions.out"
  fail revert_failed "The schema's versions could not be read $1 rolling back: $(tool_error "$state/versions.out")$(
    meaning "$state/versions.out"
  ) $2"
}
