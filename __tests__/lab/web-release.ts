// Releases that answer on the network: a server in perl, which says its version.
import { type FakeOptions, type FakeRelease, makeRelease } from "../host/fake-release.ts";

/**
 * How the server behaves. `sick` says 503 to whoever asks for its health, `flapping` every second time (routers ask by
 * another version of HTTP), `lying` names another version, `slow` listens after a minute, `deaf` does not hear SIGTERM.
 * `LISTENS_ON` in its environment is the address that it listens on, else it is all of them.
 */
export type Nature = "sound" | "sick" | "flapping" | "lying" | "slow" | "deaf";

const server = (version: string, nature: Nature) => `
use IO::Socket::INET;
use IO::Select;
use Socket qw(SOL_SOCKET SO_RCVTIMEO);
my $ending = 0;
$SIG{PIPE} = "IGNORE";
$SIG{TERM} = ${nature === "deaf" ? '"IGNORE"' : "sub { $ending = 1 }"};
sleep 60 if "${nature}" eq "slow";
my %at = (LocalAddr => $ENV{LISTENS_ON} || "0.0.0.0", LocalPort => $ENV{PORT});
my $server = IO::Socket::INET->new(%at, Listen => 128, ReuseAddr => 1) or die "eaddrinuse\\n";
my %asked;
sub answer {
  my ($client) = @_;
  setsockopt $client, SOL_SOCKET, SO_RCVTIMEO, pack("l!l!", 2, 0);
  my ($path, $as) = ((<$client> // "") =~ m{^\\S+ (\\S+) (\\S+)});
  while (defined(my $line = <$client>)) { last if $line =~ /^\\r?$/ }
  $path //= "";
  my ($status, $body) = ("200 OK", "${version}");
  $body = '{"version": "${nature === "lying" ? "0.0.1" : version}"}' if $path eq "/version";
  my $ill = $path eq "/health" && ("${nature}" eq "sick" || ("${nature}" eq "flapping" && $asked{$as}++ % 2));
  $status = "503 Unavailable" if $ill;
  print $client "HTTP/1.1 $status\\r\\nContent-Length: " . length($body) . "\\r\\nConnection: close\\r\\n\\r\\n$body";
  close $client;
}
# A client that says nothing, such as a runner that died just now, keeps nobody else waiting.
my $open = IO::Select->new($server);
until ($ending) {
  for my $one ($open->can_read(1)) {
    if ($one == $server) {
      my $client = $server->accept or next;
      $open->add($client);
    } else {
      $open->remove($one);
      answer($one);
    }
  }
}
$open->remove($server);
answer($_) for $open->can_read(0);
`;

/** Makes the tarball of such a release, with the list of its files. */
export function webRelease(
  folder: string,
  version: string,
  nature: Nature = "sound",
  more: FakeOptions = {},
): FakeRelease {
  return makeRelease(folder, version, {
    ...{ server: "script", listed: true, ...more },
    files: { "server.pl": server(version, nature) },
  });
}
