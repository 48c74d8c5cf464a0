// Releases that answer as many requests at once as come, and fail, are slow, leak or lie as a story says: a server in
// perl.
import { type FakeRelease, makeRelease } from "../host/fake-release.ts";

/** How a release behaves under traffic. */
export interface Behaviour {
  /** The part of requests that fails, whoever asks. */
  readonly errors?: number;
  /** How long an answer takes, milliseconds. */
  readonly ms?: number;
  /** Kilobytes that it keeps of each second, from so many seconds after its first page on. */
  readonly leaks?: { readonly kilobytes: number; readonly afterS?: number };
  /** What its `/metrics` says from the 60th page on: that it began anew, or no number. */
  readonly lies?: "reset" | "nan";
}

/**
 * The server. Each answer is written to the log beside the deployment: when, which version, who asked and the status. A
 * request fails only where the same asked within the last second: a smoke test, which asks once, never does. Errors are
 * spread evenly.
 */
const server = (version: string, { errors = 0, ms = 20, leaks, lies }: Behaviour) => `
use strict;
use IO::Socket::INET;
use IO::Select;
use Time::HiRes qw(time);
my ($ending, $pages, $failed, $due, $began) = (0, 0, 0, 0, 0);
$SIG{PIPE} = "IGNORE";
$SIG{TERM} = sub { $ending = 1 };
my ($shared) = $0 =~ m{^(.*)/releases/};
$shared .= "/shared";
open my $log, ">>", "$shared/asked" or die "no log: $!\\n";
my $server = IO::Socket::INET->new(LocalAddr => "127.0.0.1", LocalPort => $ENV{PORT}, Listen => 256, ReuseAddr => 1)
  or die "eaddrinuse\\n";
my $select = IO::Select->new($server);
my (%heard, %last, @due, @kept);

sub page {
  my ($who) = @_;
  my $now = time;
  my $steady = $now - ($last{$who} // 0) < 1;
  $last{$who} = $now;
  $began ||= $now;
  $pages += 1;
  push @kept, "x" x ${(leaks?.kilobytes ?? 0) * 100} while @kept < ($now - $began - ${leaks?.afterS ?? 1e9}) * 10;
  my $share = -e "$shared/outage" ? 0.2 : ${errors};
  $due += $share if $steady;
  my $fails = $due >= 1 ? 1 : 0;
  $due -= $fails;
  $failed += 1 if $fails;
  syswrite $log, sprintf "%.3f ${version} %s %d\\n", $now, $who, $fails ? 500 : 200;
  return ($fails ? "500 Internal Server Error" : "200 OK", "${version}", ${ms});
}

sub metrics {
  my $lies = $pages > 60 ? "${lies ?? ""}" : "";
  my $good = $lies eq "nan" ? "NaN" : $lies eq "reset" ? 0 : $pages - $failed;
  my $line = 'shop_prom_ex_phoenix_http_requests_total{status="%s"} %s' . "\\n";
  return ("200 OK", sprintf($line, 200, $good) . sprintf($line, 500, $failed), 0);
}

sub answer {
  my ($request) = @_;
  my ($path) = $request =~ m{^\\S+ (\\S+)} or return ("400 Bad Request", "", 0);
  return ("200 OK", '{"version": "${version}"}', 0) if $path eq "/version";
  return ("200 OK", "ok", 0) if $path eq "/health";
  return metrics() if $path eq "/metrics";
  return page($path =~ /user/ ? "user" : $request =~ /x-forwarded-for/i ? "routed" : "direct");
}

until ($ending) {
  my $wait = @due ? $due[0][0] - time : 0.5;
  for my $socket ($select->can_read($wait < 0 ? 0 : $wait)) {
    if ($socket == $server) {
      my $client = $server->accept or next;
      $select->add($client);
      next;
    }
    my $got = sysread $socket, my $part, 8192;
    if (!$got) {
      $select->remove($socket);
      delete $heard{$socket};
      close $socket;
      next;
    }
    $heard{$socket} .= $part;
    next unless $heard{$socket} =~ /\\r\\n\\r\\n/;
    $select->remove($socket);
    my ($status, $body, $ms) = answer(delete $heard{$socket});
    my $text = "HTTP/1.1 $status\\r\\nContent-Length: " . length($body) . "\\r\\nConnection: close\\r\\n\\r\\n$body";
    @due = sort { $a->[0] <=> $b->[0] } @due, [time + $ms / 1000, $socket, $text];
  }
  while (@due && $due[0][0] <= time) {
    my ($at, $socket, $text) = @{shift @due};
    syswrite $socket, $text;
    close $socket;
  }
}
`;

/** Makes the tarball of such a release. */
export function trafficRelease(folder: string, version: string, behaviour: Behaviour = {}): FakeRelease {
  return makeRelease(folder, version, {
    server: "script",
    files: { "server.pl": server(version, behaviour) },
  });
}
