# Whether this host is fit for a deployment. Every fault is a record `unfit CODE SENTENCE`, so that all are seen at
# once; what only the runner can judge, such as the time, is a record of its own. Nothing is changed.

unfit() { say unfit "$1" "$(printf '%s' "$2" | tr '[:cntrl:]' ' ')"; }

op_fit() {
  observe_host
  say machine "$(uname -m)"
  say libc "$(getconf GNU_LIBC_VERSION 2>/dev/null || libc_by_name)"
  say openssl "$(openssl_libraries)"
  if [ -d "$releases/$PD_RELEASE" ]; then say kept yes; else say kept no; fi
  fit_tools
  fit_folders
  if [ "$PD_ROLE" = app ]; then
    fit_variables
    fit_orders
  fi
  fit_router
}

libc_by_name() { if [ -e "/lib/ld-musl-$(uname -m).so.1" ]; then printf musl; fi; }

# openssl_libraries: those that the loader would find, as `libcrypto.so.3`, on one line.
openssl_libraries() {
  { /sbin/ldconfig -p 2>/dev/null || find /lib /usr/lib /usr/local/lib -name 'lib*.so.*' 2>/dev/null; } |
    grep -Eo 'lib(crypto|ssl)\.so\.[0-9.]+' | sort -u | paste -sd ' '
}

fit_tools() {
  for tool in flock setsid sha256sum tar gzip sync readlink od awk find; do
    command -v "$tool" >/dev/null ||
      unfit host_unsuitable "$tool is not installed; install util-linux, coreutils, tar, gzip and findutils."
  done
}

# The folders that a deployment writes, or the one above them where they are still to be made.
fit_folders() {
  for at in "$releases" "$PD_PATH/slots" "$PD_PATH/incoming" "$state"; do
    while [ ! -e "$at" ] && [ ! -L "$at" ]; do at=$(dirname "$at"); done
    if [ ! -d "$at" ]; then
      unfit host_unsuitable "$at is not a folder; remove it, or choose another path in the settings."
      continue
    fi
    case ",$(findmnt -nro OPTIONS -T "$at" 2>/dev/null)," in
    *,ro,*) unfit host_unsuitable "$at is on a file system that is mounted read-only." && continue ;;
    *,noexec,*) unfit host_unsuitable "$at is on a file system mounted with \`noexec\`, so no release starts there." ;;
    esac
    may_write "$at" ||
      unfit host_unsuitable "$at belongs to $(stat -c %U "$at") and cannot be written by $(id -un);\
 give $PD_PATH to $(id -un)."
  done | awk '!seen[$0]++'
}

# shared_variables: `export NAME=…` for each variable that servers get from the user's files, of any slot.
shared_variables() {
  for file in "$PD_PATH/shared/env" "$PD_PATH"/shared/env.*; do
    if [ -f "$file" ] && [ -r "$file" ]; then LC_ALL=C awk "$env_reader" "$file"; fi
  done 2>/dev/null
}

# PD_NEEDS: names without which the release's configuration does not load. PD_ADDRESSES: `NAME=setting` of each address
# of a database that a setting names.
fit_variables() {
  faults=$(environment_faults | one_line)
  if [ -n "$faults" ]; then
    unfit environment_file_invalid "The servers' variables cannot be read: $faults."
    return
  fi
  given=$(shared_variables)
  missing=
  for name in $PD_NEEDS; do
    is_given "^export $name=" || missing="$missing${missing:+, }$name"
  done
  [ -z "$missing" ] || unfit configuration_missing "$PD_PATH/shared/env lacks $missing, without which the release does\
 not start; report/env.example of validate lists its variables."
  for name in $PD_ADDRESSES; do
    is_given "^export ${name%%=*}='[^']" || unfit configuration_missing "$PD_PATH/shared/env lacks ${name%%=*}, the\
 address of the database that \`${name#*=}\` names."
  done
  fit_databases
}

is_given() { printf '%s\n' "$given" | grep -q "$1"; }

# The databases that URLs in the variables name: each has to answer in its own protocol. No password is sent.
fit_databases() {
  if ! command -v perl >/dev/null; then
    say unasked "the databases were not asked, since perl is not installed"
    return
  fi
  names=$(printf '%s\n' "$given" | sed -n 's/^export \([A-Za-z0-9_]*\)=.*/\1/p' | sort -u)
  for name in $names; do
    # No variable of the user's, such as PATH, changes what happens here.
    value=$(eval "$given" && eval "printf '%s' \"\$$name\"")
    case "$value" in ecto://?* | postgres://?* | postgresql://?* | mysql://?*) ;; *) continue ;; esac
    why=$(PD_URL=$value perl -MIO::Socket::INET -e "$database_asker" 2>/dev/null) ||
      unfit database_unreachable "The database that $name names does not answer from this host: ${why:-unknown}."
  done
}

# Asks as PostgreSQL and MySQL do before anybody logs in: PostgreSQL answers a request for TLS with one letter, MySQL
# speaks first, and gives its reason where it lets this host not in. `ecto://` does not say which of them it is: on
# another port than that of PostgreSQL, MySQL has a moment to speak. shellcheck disable=SC2016
database_asker='
my ($kind, $at) = $ENV{PD_URL} =~ m{^(\w+)://(?:[^/?#]*@)?([^/?#]*)} or exit 0;
my ($host, $given) = $at =~ /^\[?(.*?)\]?(?::(\d+))?$/;
my ($folder, $socket) = map { my ($value) = $ENV{PD_URL} =~ m{[?&]$_=([^&#]+)}; $value } "socket_dir", "socket";
s/%([0-9a-fA-F]{2})/chr hex $1/ge for grep { defined } $folder, $socket;
exit 0 if $host eq "" && !$folder && !$socket;
my $class = eval { require IO::Socket::IP; 1 } ? "IO::Socket::IP" : "IO::Socket::INET";
require IO::Socket::UNIX if $folder || $socket;
my %name = (mysql => "MySQL", ecto => "PostgreSQL or MySQL");
my $name = $name{$kind} || "PostgreSQL";
my $usual = $kind eq "mysql" ? 3306 : 5432;
my @ports = $given || $usual;
push @ports, 3306 if $kind eq "ecto" && !$given && !$folder && !$socket;
my @why;
for my $port (@ports) { push @why, fault($port) || exit 0 }
print join(", ", @why);
exit 1;

sub fault {
  my ($port) = @_;
  my $path = $socket || $folder && "$folder/.s.PGSQL.$port";
  my $place = $socket || ($folder || $host) . ":$port";
  my $s = $path ? IO::Socket::UNIX->new(Peer => $path)
    : $class->new(PeerAddr => $host, PeerPort => $port, Timeout => 2);
  return "$place: $!" unless $s;
  my $waits = $kind eq "ecto" && ($socket || !$folder && $port != 5432);
  my $asks = $kind ne "mysql" && !($waits && speaks($s, 0.5));
  print $s pack("NN", 8, 80877103) and $s->flush if $asks;
  return "$place gives no answer in 2 s" unless speaks($s, 2);
  my $got = "";
  sysread($s, $got, 512);
  my $greets = $got =~ /^..\0\0\x0a/s;
  if ($kind =~ /^(mysql|ecto)$/) {
    return if $greets;
    return "$place: $1" if $got =~ /^..\0\0\xff..(?:#.{5})?([ -~]{1,200})/s;
  }
  return if $asks && !$greets && $got =~ /^(?:[SN]$|E)/;
  return "$place is no $name server";
}

sub speaks {
  my ($s, $within) = @_;
  vec(my $bits = "", fileno($s), 1) = 1;
  return select($bits, undef, undef, $within) > 0;
}'

# unfit_port SLOT: as it was seen when this host was observed.
unfit_port() {
  [ "$PD_ROLE" != app ] ||
    unfit port_taken "Port $port of slot $1 is answered by $stranger, which was not started for this slot."
}

# fit_orders: the first order to systemd that sudo does not allow.
fit_orders() {
  [ "$(id -u)" -ne 0 ] && systemd_runs && { units_in_use || [ "$PD_MANAGE" = yes ]; } || return 0
  # Rules as prepare.sh writes them are read at once; sudo is asked for each order where there are others, or a `!`.
  rules=$(sudo -n -l 2>/dev/null) || rules=
  case "$rules" in *!*) rules= ;; esac
  unit_orders | while IFS= read -r order; do
    case "$rules
" in *" (root) NOPASSWD: /usr/bin/$order
"*) continue ;; esac
    # shellcheck disable=SC2086
    sudo -n -l $order >/dev/null 2>&1 </dev/null && continue
    say unit_forbidden "$(id -un)" "$order"
    return
  done
}

# unit_orders: every order that a deployment may give, a line each. A path in one is without spaces, or refused later.
unit_orders() {
  for name in $slot_names; do
    for order in reset-failed start 'stop --no-block' 'kill -s KILL' 'enable --quiet --no-reload' \
      'disable --quiet --no-reload'; do
      printf 'systemctl %s %s@%s\n' "$order" "$PD_UNIT" "$name"
    done
  done
  [ "$PD_MANAGE" = yes ] || return 0
  printf 'install -m 644 %s/%s@.service %s\nsystemctl daemon-reload\n' "$state" "$PD_UNIT" "$(unit_file)"
}

# The router's part ends what runs it by `fail`; here that is one fault beside the others.
fit_router() {
  router_says=$(
    trap - EXIT
    router_check
    router_report
  )
  printf '%s\n' "$router_says" | sed "s/^pd$(printf '\t')fail$(printf '\t')/pd$(printf '\t')unfit$(printf '\t')/"
}
