# Errors in what a server printed since its start. Secrets are masked here, before a line leaves the host.

# slot_log SLOT: all that is kept of it; where systemd runs the slot, the journal has it.
slot_log() {
  if by_unit "$1"; then
    run_id=$(systemctl show --property=InvocationID --value "$PD_UNIT@$1" 2>/dev/null)
    [ -z "$run_id" ] || journalctl --quiet --no-pager --output=cat "_SYSTEMD_INVOCATION_ID=$run_id" 2>/dev/null
  else
    cat "$state/log.$1" 2>/dev/null
  fi
}

# secret_values: of the variables of the servers whose names say that they are secret, one a line.
secret_values() {
  (with_variables env 2>/dev/null) | LC_ALL=C awk '
    match($0, /^[A-Za-z_][A-Za-z0-9_]*=/) {
      name = toupper(substr($0, 1, RLENGTH - 1)); value = substr($0, RLENGTH + 1)
      if (name ~ /SECRET|TOKEN|PASS|KEY|COOKIE|CREDENTIAL|DSN|SALT|URL|AUTH/ && length(value) >= 6) print value
    }'
}

# Counts lines, and prints those that match an error and nothing that is allowed, masked.
# shellcheck disable=SC2016
log_reader='
function hide(text, secret,    at, out) {
  out = ""
  while ((at = index(text, secret)) > 0) {
    out = out substr(text, 1, at - 1) "***"; text = substr(text, at + length(secret))
  }
  return out text
}
function masked(text,    i, out, rest) {
  for (i = 1; i <= secrets; i++) if (secret[i] != "") text = hide(text, secret[i])
  gsub(/:\/\/[^\/@ \t"]+@/, "://***@", text)
  out = ""; rest = text
  while (match(tolower(rest), /(password|passwd|secret|token|api_?key|authorization|bearer)["\047:=> ]+(bearer )?/)) {
    out = out substr(rest, 1, RSTART + RLENGTH - 1) "***"
    rest = substr(rest, RSTART + RLENGTH)
    sub(/^[^ \t",;&\047)}\]]+/, "", rest)
  }
  return out rest
}
function any(text, list, n,    i) {
  for (i = 1; i <= n; i++) if (list[i] != "" && text ~ list[i]) return 1
  return 0
}
BEGIN {
  errors = split(ENVIRON["PD_ERRORS"], error, "\n"); allowed = split(ENVIRON["PD_ALLOWED"], allow, "\n")
  secrets = split(ENVIRON["PD_SECRETS"], secret, "\n")
  any("", error, errors); any("", allow, allowed)
}
{
  lines++
  if (!any($0, error, errors) || any($0, allow, allowed)) next
  found++
  if (found <= 20) print "| " masked(substr($0, 1, 500))
}
END { printf "pd\tlog_lines\t%d\npd\tlog_errors\t%d\n", lines, found }'

op_log_errors() {
  [ -s "$state/cookie" ] || return 0
  PD_SECRETS=$(secret_values
    first_line "$state/cookie")
  found=$(slot_log "$PD_SLOT" | PD_ERRORS=$PD_ERRORS PD_ALLOWED=$PD_ALLOWED PD_SECRETS=$PD_SECRETS LC_ALL=C \
    awk "$log_reader" 2>"$state/log.err") ||
    fail invalid_settings "A pattern of \`logs\` cannot be used: $(tail -n 1 "$state/log.err")"
  printf '%s\n' "$found"
  case "$line_end$found" in *"${line_end}pd	log_lines	0$line_end"*) ;; *) return ;; esac
  ! by_unit "$PD_SLOT" || report_hidden_journal
}

# report_hidden_journal: who this is, where systemd shows the journal to others alone. It ends with success then, and
# keeps it to itself by --quiet.
report_hidden_journal() {
  case "$(LC_ALL=C journalctl --no-pager --lines=0 2>&1)" in
  *"insufficient permissions"* | *"not seeing messages"*) say log_hidden "$(id -un)" ;;
  esac
}
