# A router that is a file: a line for each server, with its weight, its sessions and whether it is healthy.

router_check() { [ -f "$file_path" ] || fail router_failed "File router: there is no file $file_path."; }

router_report() {
  router_check
  while read -r name weight sessions health; do say server "$name" "$weight" "$sessions" "$health"; done <"$file_path"
}

# file_weigh NAME=PERCENT...
file_weigh() {
  awk -v wanted="$*" '
    BEGIN {
      n = split(wanted, pairs, " ")
      for (i = 1; i <= n; i++) { split(pairs[i], one, "="); weights[one[1]] = one[2] }
    }
    $1 in weights { $2 = weights[$1] }
    { print }' "$file_path" >"$file_path.tmp.$$" && mv -fT "$file_path.tmp.$$" "$file_path" ||
    fail router_failed "File router: $file_path could not be written."
}

router_set() {
  router_check
  for one in "$@"; do
    grep -q "^${one%=*} .* up$" "$file_path" || [ "${one##*=}" = 0 ] ||
      fail router_failed "File router: there is no healthy server ${one%=*}."
  done
  file_weigh "$@"
}

router_keep() { :; }
router_carries() { grep -Eq "^([^ ]*-)?$1 [1-9][0-9]* .* up$" "$file_path"; }
