# Caddy by its admin API. A server that takes requests is an upstream, as often as its share asks for, since Caddy has
# no weights before 2.7; the first of them has its weight in its `@id`. Each change is made on what was read
# (`If-Match`).

# caddy_known: NAME=ADDRESS of each server. Without addresses in the settings, the slots of this host.
caddy_known() {
  if [ -n "$caddy_servers" ]; then printf '%s\n' "$caddy_servers" && return; fi
  for one in $PD_SLOTS; do printf '%s=127.0.0.1:%s ' "${one%%=*}" "${one#*=}"; done
}

# caddy_ask METHOD PATH [BODY [ETAG]]: prints the status, the ETag, and the body on the third line.
caddy_ask() {
  PD_ADMIN=$caddy_admin PD_METHOD=$1 PD_URL=$2 PD_BODY=${3-} PD_ETAG=${4-} perl -MIO::Socket::IP -MIO::Socket::UNIX -e '
    my $at = $ENV{PD_ADMIN};
    my $s = $at =~ m{^unix/(/.*)} ? IO::Socket::UNIX->new(Peer => $1)
      : IO::Socket::IP->new(PeerAddr => $at, Timeout => 5);
    $s or do { print STDERR "$!"; exit 1 };
    alarm 30;
    my $host = $at =~ m{^unix/} ? "" : $at;
    my $match = $ENV{PD_ETAG} eq "" ? "" : "If-Match: $ENV{PD_ETAG}\r\n";
    print $s "$ENV{PD_METHOD} $ENV{PD_URL} HTTP/1.1\r\nHost: $host\r\nConnection: close\r\n",
      "Content-Type: application/json\r\n", $match, "Content-Length: ", length $ENV{PD_BODY}, "\r\n\r\n$ENV{PD_BODY}";
    local $/;
    my ($head, $rest) = split /\r\n\r\n/, <$s>, 2;
    my ($status) = $head =~ m{^HTTP/1\.[01] (\d{3})} or do { print STDERR "the answer is not HTTP"; exit 1 };
    my $body = $rest;
    if ($head =~ /^Transfer-Encoding: *chunked/im) {
      $body = "";
      while ($rest =~ s/^([0-9a-fA-F]+)\r\n//) {
        my $n = hex $1 or last;
        length $rest >= $n + 2 or do { print STDERR "the answer is cut"; exit 1 };
        $body .= substr $rest, 0, $n; $rest = substr $rest, $n + 2;
      }
    } elsif ($head =~ /^Content-Length: *(\d+)/im && length $body < $1) { print STDERR "the answer is cut"; exit 1 }
    my ($etag) = "$head\r\n$rest" =~ /^Etag: *(.*?)\r?$/im;
    $body =~ tr/\n\r\t/   /;
    print "$status\n", $etag // "", "\n$body\n"'
}

caddy_fail() { fail router_failed "Caddy: $1"; }

# caddy_get PATH: into `status`, `etag` and `body`.
caddy_get() {
  answer=$(caddy_ask "$@" 2>&1) || caddy_fail "it cannot be reached at $caddy_admin: $answer"
  status=$(printf '%s\n' "$answer" | sed -n 1p)
  etag=$(printf '%s\n' "$answer" | sed -n 2p)
  body=$(printf '%s\n' "$answer" | sed -n 3p)
}

# Reads the upstreams, a list of flat objects: lines `name address percent`; with PD_WANTED, the new list. One that is
# none of the servers is printed alone, and ends it with 5; what is no such list ends it with 4.
# shellcheck disable=SC2016
caddy_perl='
  my %names; my %at;
  for (split " ", $ENV{PD_KNOWN}) { my ($n, $a) = split /=/, $_, 2; $names{$a} = $n; $at{$n} = $a }
  my $text = $ENV{PD_UPSTREAMS};
  $text =~ s/^\s*\[\s*//; my (%object, %percent, %count);
  while ($text =~ s/^(\{(?:[^{}"]|"(?:[^"\\]|\\.)*")*\})\s*,?\s*//) {
    my $one = $1;
    my ($dial) = $one =~ /"dial"\s*:\s*"([^"\\]*)"/ or exit 4;
    (my $plain = $dial) =~ s/^localhost:/127.0.0.1:/;
    my $name = $names{$plain} // do { print "$dial\n"; exit 5 };
    $percent{$name} = $1 if $one =~ /"\@id"\s*:\s*"phoenix-deploy\.[^"]*\.(\d+)"/;
    $one =~ s/"\@id"\s*:\s*"[^"]*"\s*,?\s*//; $one =~ s/,\s*\}$/}/;
    $object{$name} //= $one; $count{$name}++;
  }
  $text =~ /^\]\s*$/ or exit 4;
  # Written by somebody else since: shares of the largest.
  my ($most) = sort { $b <=> $a } values %count;
  for my $n (keys %count) { $percent{$n} //= int(100 * $count{$n} / $most + 0.5) }
  if (!defined $ENV{PD_WANTED}) { print "$_ $at{$_} ", $percent{$_} // 0, "\n" for sort keys %at; exit 0 }
  for (split " ", $ENV{PD_WANTED}) {
    my ($n, $p) = split /=/, $_, 2;
    if ($p == 0) { delete $percent{$n} } else { $percent{$n} = $p }
  }
  sub gcd { my ($a, $b) = @_; ($a, $b) = ($b, $a % $b) while $b; $a }
  my $unit = 0; $unit = gcd($unit, $_) for values %percent;
  my @list;
  for my $n (sort keys %percent) {
    my $one = $object{$n} // "{\"dial\":\"$at{$n}\"}";
    (my $first = $one) =~ s/^\{/{"\@id":"phoenix-deploy.$ENV{PD_ID}.$n.$percent{$n}",/;
    push @list, $first, ($one) x ($percent{$n} / $unit - 1);
  }
  print "[", join(",", @list), "]\n"'

# caddy_upstreams [WANTED]: into `servers`, what caddy_perl makes of the upstreams.
caddy_upstreams() {
  caddy_get GET "$caddy_at/upstreams"
  [ "$status" = 200 ] || caddy_fail "it has no upstreams at $caddy_at: HTTP $status $body"
  if [ "$#" -gt 0 ]; then set -- "PD_WANTED=$1"; fi
  servers=$(env "PD_UPSTREAMS=$body" "PD_KNOWN=$(caddy_known)" "PD_ID=$caddy_id" "$@" perl -e "$caddy_perl") && return
  case $? in
  5) caddy_fail "its upstream $servers at $caddy_at is none of $(caddy_known)" ;;
  *) caddy_fail "its upstreams at $caddy_at cannot be read: $body" ;;
  esac
}

router_check() {
  command -v perl >/dev/null || fail host_unsuitable "perl is not installed to reach $caddy_admin; install perl-base."
  caddy_upstreams
}

router_report() {
  caddy_upstreams
  seen=$servers
  caddy_get GET /reverse_proxy/upstreams
  [ "$status" = 200 ] || caddy_fail "it does not count requests: HTTP $status $body"
  printf '%s\n' "$seen" | while read -r name address percent; do
    say server "$name" "$address" "$percent" "$(caddy_connections "$address")"
  done
  say requests "$body"
  caddy_get GET /config/admin/config/persist
  say persist "$body" "$(caddy_resumes)"
}

caddy_processes() { grep -lsz '^\(.*/\)\?caddy$' /proc/[0-9]*/cmdline; }

# caddy_connections ADDRESS: those to a server. Caddy forgets an upstream that was removed, also while it still answers
# requests; its own idle connections to such a one are closed.
caddy_connections() {
  uids=$(for file in $(caddy_processes); do stat -c %u "$file" 2>/dev/null; done | sort -u | tr '\n' ' ')
  cat /proc/net/tcp /proc/net/tcp6 2>/dev/null | awk -v address="$1" -v uids=" $uids" '
    BEGIN {
      sub(/^localhost:/, "127.0.0.1:", address)
      port = address; if (!sub(/^.*:/, "", port)) port = 80
      wanted = sprintf(":%04X", port)
      if (split(address, part, /[.:]/) == 5 && address ~ /^[0-9.:]+$/)
        wanted = sprintf("%02X%02X%02X%02X:%04X", part[4], part[3], part[2], part[1], port)
    }
    $4 == "01" && $3 ~ (wanted "$") && (uids ~ /^ *$/ || index(uids, " " $8 " ")) { n++ }
    END { print n + 0 }'
}

# caddy_resumes: `no` where a Caddy of this host starts without --resume, and so forgets what the API changed.
caddy_resumes() {
  found=unknown
  for file in $(caddy_processes); do
    line=$(tr '\000' ' ' <"$file" 2>/dev/null)
    case "${line%% *}" in caddy | */caddy) ;; *) continue ;; esac
    case "$line" in
    *" --resume "* | *" -resume "*) [ "$found" = no ] || found=yes ;;
    *" run "*) found=no ;;
    esac
  done
  printf '%s' "$found"
}

# caddy_answers ADDRESS: without active health checks Caddy finds a server that is away by failed requests alone, so it
# has to accept a connection before it is used.
caddy_answers() {
  PD_ADDRESS=$1 perl -MIO::Socket::IP -e '
    my ($host, $port) = $ENV{PD_ADDRESS} =~ /^\[?(.*?)\]?(?::(\d+))?$/;
    exit !IO::Socket::IP->new(PeerHost => $host, PeerPort => $port || 80, Timeout => 5)'
}

# caddy_policy: shares need a policy that gives each entry of the list its turn.
caddy_policy() {
  caddy_get GET "$caddy_at/load_balancing/selection_policy/policy"
  case "$status $body" in
  '200 "random"'* | '200 "round_robin"'* | '200 null'* | 4??* | 500*) ;;
  *) caddy_fail "its selection policy $body has no weights, $1: use \"random\" or \"round_robin\"." ;;
  esac
}

router_set() {
  for one in "$@"; do
    address=$(for known in $(caddy_known); do [ "${known%%=*}" != "${one%=*}" ] || printf '%s' "${known#*=}"; done)
    [ -n "$address" ] || caddy_fail "there is no server ${one%=*} among $(caddy_known)"
    case "${one##*=}" in
    0) continue ;;
    100) ;;
    *[!0-9]*) caddy_fail "a share is a whole percentage, and ${one%=*} was ordered ${one##*=} %." ;;
    *) caddy_policy "and $one was ordered" ;;
    esac
    caddy_answers "$address" ||
      caddy_fail "${one%=*} at $address accepts no connection, so it gets no requests."
  done
  tries=0
  while :; do
    caddy_upstreams "$*"
    [ "$servers" != "$body" ] || return 0
    [ -n "$etag" ] || caddy_fail "it gave no ETag, so a change could undo another's; version 2.6 or later does."
    caddy_get PATCH "$caddy_at/upstreams" "$servers" "$etag"
    case "$status" in
    200) return ;;
    412) ;;
    *) caddy_fail "it refused the change of $caddy_at: HTTP $status $body" ;;
    esac
    tries=$((tries + 1))
    [ "$tries" -lt 5 ] ||
      caddy_fail "its configuration was changed by somebody else five times while this change was made."
    sleep 0.2
  done
}

# The file that Caddy is started with, where the settings name it. The traffic is shifted: a file is a warning.
router_keep() {
  [ -n "$caddy_file" ] || return 0
  caddy_get GET /config/
  beside=$caddy_file.tmp.$$
  { [ "$status" = 200 ] && printf '%s\n' "$body" >"$beside" && sync "$beside" &&
    { [ ! -e "$caddy_file" ] || chmod --reference="$caddy_file" "$beside"; } &&
    mv -fT "$beside" "$caddy_file"; } 2>/dev/null && return 0
  rm -f "$beside"
  say warning "Caddy's configuration could not be kept in $caddy_file: a reload or restart of Caddy would send traffic\
 where that file says. Check that $(id -un) may write it and its folder."
}

router_carries() {
  (caddy_upstreams && printf '%s\n' "$servers") 2>/dev/null | awk -v slot="$1" '
    { name = $1; sub(/^.*-/, "", name) }
    ($1 == slot || name == slot) && $3 > 0 { yes = 1 }
    END { exit !yes }'
}
