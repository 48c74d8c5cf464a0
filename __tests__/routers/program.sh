#!/bin/sh
# What a user might write for a router of type `command`: program.sh read|set|verify FILE. The file has a line for each
# server: its name, weight, sessions and whether it is healthy.
file=$2
case "$1" in
read)
  cat >/dev/null
  awk '
    { state = $4 != "up" ? "down" : $2 == 0 ? "drain" : "ready"
      server = "\"" $1 "\": {\"state\": \"" state "\", \"weight\": " $2 ", \"sessions\": " $3 "}"
      text = text (NR > 1 ? ", " : "") server }
    END { print "{\"servers\": {" text "}}" }' "$file"
  ;;
set)
  for one in $(sed 's/.*{\([^{}]*\)}}.*/\1/' | tr -d '" ' | tr ',' ' '); do
    name=${one%:*} weight=${one#*:}
    grep -q "^$name " "$file" || { echo "there is no server $name" >&2; exit 3; }
    [ "$weight" = 0 ] || grep -q "^$name .* up$" "$file" || { echo "$name is not healthy" >&2; exit 3; }
    wanted="$wanted $name=$weight"
  done
  awk -v wanted="$wanted" '
    BEGIN {
      n = split(wanted, pairs, " ")
      for (i = 1; i <= n; i++) { split(pairs[i], one, "="); weights[one[1]] = one[2] }
    }
    $1 in weights { $2 = weights[$1] }
    { print }' "$file" >"$file.new" && mv "$file.new" "$file"
  ;;
verify) cat >"$file.verified" ;;
esac
