// What a person pastes into a shell of a host, where the suite cannot be run: the same changes as those of the host
// program, in as few commands. Each text is sh and needs nothing of another one, unless it says so.
import { quote, word } from "./host.ts";

/** Where an application runs on a host. */
export interface HandPlace {
  readonly app: string;
  readonly path: string;
  /** Name of the systemd unit before `@`. */
  readonly unit: string;
  readonly slots: readonly { readonly slot: string; readonly port: number }[];
}

/** Who logs in where. */
export interface HandLogin {
  readonly user: string | null;
  readonly host: string;
  readonly port: number | null;
  /** `user@host:port`; null where no host is between. */
  readonly jump: string | null;
}

const lines = (...all: readonly string[]) => all.join("\n");

/** A shell on a host as whoever runs the steps there. `login` is null on this machine. */
export function openShell(login: HandLogin | null, become: string | null): string {
  const shell = become === null ? "sh" : `sudo -n -H -u ${become} sh`;
  if (login === null) return shell;
  const { user, host, port, jump } = login;
  const options = [...(port === null ? [] : ["-p", String(port)]), ...(jump === null ? [] : ["-J", jump])];
  return ["ssh", "-t", ...options, user === null ? host : `${user}@${host}`, shell].map(wordOrShell).join(" ");
}

const wordOrShell = (text: string) => (text.includes(" ") ? quote(text) : word(text));

/** Orders of systemd, by the rules for sudo that the steps need as well. */
const asRoot = `root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }`;

/** Into `pid`, the process of a slot. */
const slotPid = ({ unit }: HandPlace, slot: string) =>
  lines(
    `pid=$(systemctl show --property=MainPID --value "${unit}@${slot}" 2>/dev/null)`,
    `[ "\${pid:-0}" != 0 ] || pid=$(cut -d ' ' -f 1 "state/slot.${slot}" 2>/dev/null)`,
  );

/** What is on record, and what runs. */
export function lookAround(place: HandPlace): string {
  const slots = place.slots.map(({ slot }) => slot).join(" ");
  return lines(
    `cd ${word(place.path)}`,
    "cat state/active state/bad 2>/dev/null",
    "ls releases",
    `for slot in ${slots}; do`,
    ...indented(slotPid(place, "$slot")),
    '  echo "$slot: $(readlink "slots/$slot"), process ${pid:-none}, $(readlink "/proc/$pid/exe")"',
    "done",
    "tail -n 20 state/journal",
  );
}

/** Nothing changes the host any more by itself: no run, no guard of a shift, no end of a hold. */
export function takeOver({ path }: Pick<HandPlace, "path">): string {
  return lines(
    `cd ${word(path)}`,
    "flock -w 60 state/step flock -w 10 state/mutex rm -f state/lease state/guard state/hold-until",
  );
}

/** Into `began`, what a run started that did not come to its record; empty where every run did. */
const begun = "began=$(cut -d ' ' -f 2 state/intent 2>/dev/null)";

const isBad = (release: string) => `grep -qxF "${release}" state/bad 2>/dev/null`;

/**
 * Lets the only slot have the release before, and then it is started: of what was verified, the last that is not left,
 * not marked bad and still kept. A run that did not come to its record left another one than the last verified.
 */
export function linkBefore({ path }: Pick<HandPlace, "path">, slot: string): string {
  return lines(
    `cd ${word(path)}`,
    "read -r verified _ before _ <state/active",
    begun,
    `case "$began" in '' | "$before") left=$verified ;; *) left= ;; esac`,
    "for release in $verified $before $(cut -d ' ' -f 1 state/verified 2>/dev/null) ''; do",
    `  if [ "$release" != "$left" ] && [ -d "releases/$release" ] && ! ${isBad("$release")}; then break; fi`,
    "done",
    'if [ -n "$release" ]; then',
    `  ln -sfn "../releases/$release" slots/${slot}`,
    "else",
    '  echo "No other verified release is kept here: the link stays. Set it to one that ls releases prints."',
    "fi",
    `readlink slots/${slot}`,
  );
}

export function startUnit({ path, unit }: HandPlace, slot: string): string {
  return lines(asRoot, `cd ${word(path)}`, `readlink slots/${slot}`, `root systemctl start ${unit}@${slot}`);
}

/**
 * For what runs without a unit: the variables that a server is started with, read as the host program reads them.
 * `reader` is its awk program.
 */
export function defineVariables({ path }: Pick<HandPlace, "path">, reader: string): string {
  return lines(
    `env_reader='${reader}'`,
    "server_variables() (",
    `  cd ${word(path)}`,
    `  echo "export RELEASE_COOKIE='$(cat state/cookie)'"`,
    '  for file in shared/env "shared/env.$1"; do',
    '    [ ! -e "$file" ] || LC_ALL=C awk "$env_reader" "$file"',
    "  done",
    ")",
  );
}

/** As `node_name` of the host program has it. */
function nodeOf(app: string, path: string): string {
  const folder = path.slice(path.lastIndexOf("/") + 1);
  const named = folder.startsWith(`${app}_`) || folder.startsWith(`${app}-`);
  return named && /^[\w-]+$/.test(folder) ? folder : app;
}

/** Needs `defineVariables` before it. */
export function startSession({ app, path }: HandPlace, slot: string, port: number): string {
  const node = nodeOf(app, path);
  return lines(
    `cd ${word(path)}`,
    `release=$(basename "$(readlink slots/${slot})")`,
    `program=$(cut -d ' ' -f 2 "state/kept/$release")`,
    `mkdir -p state/tmp.${slot}`,
    `server_variables ${slot} | env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \\`,
    '  HOME="$HOME" USER="$(id -un)" LANG=C.UTF-8 TZ="$(cat /etc/timezone 2>/dev/null || echo UTC)" \\',
    `  sh -c 'eval "$(cat)"; export PORT=${port} RELEASE_NODE=${node}_${slot} RELEASE_TMP=${path}/state/tmp.${slot}`,
    `    cd "$1" && exec setsid "$1/bin/$2" start </dev/null' sh "${path}/releases/$release" "$program" \\`,
    `  >>state/log.${slot} 2>&1 &`,
    "pid=$!",
    "sleep 1",
    `echo "$pid $(sed 's/^.*) //' "/proc/$pid/stat" | cut -d ' ' -f 20) $release" >state/slot.${slot}`,
  );
}

/** What a slot answers, and the release that its process runs from. */
export function checkSlot(
  place: HandPlace,
  { slot, port }: HandPlace["slots"][number],
  health: { readonly path: string; readonly withinSeconds: number },
): string {
  return lines(
    `cd ${word(place.path)}`,
    // A fresh Debian has perl, and no curl.
    "answers() {",
    "  perl -MIO::Socket::INET -e '",
    '    $SIG{ALRM} = sub { print "no answer in 5 s"; exit 1 }; alarm 5;',
    '    my $s = IO::Socket::INET->new("127.0.0.1:$ARGV[0]") or do { print "no answer: $@"; exit 1 };',
    '    print $s "GET $ARGV[1] HTTP/1.0\\r\\nHost: 127.0.0.1:$ARGV[0]\\r\\n\\r\\n";',
    '    my $status = <$s> // "no answer"; $status =~ s/\\s+$//; print $status;',
    `    exit($status !~ m{^HTTP/\\S+ 200\\b})' ${port} ${word(health.path)}`,
    "}",
    "tries=0",
    `until said=$(answers) || [ "$tries" -ge ${health.withinSeconds} ]; do tries=$((tries + 1)); sleep 1; done`,
    `if answers >/dev/null; then echo "slot ${slot} is healthy"; else echo "slot ${slot} is not healthy: $said"; fi`,
    slotPid(place, slot),
    'readlink "/proc/$pid/exe"',
    `tr '\\0' '\\n' <"/proc/$pid/environ" | grep '^RELEASE_ROOT=' || :`,
  );
}

/** Ends what runs in a slot, and waits for it: background jobs of a release that was left would go on otherwise. */
export function stopSlot({ path, unit }: HandPlace, slot: string): string {
  const name = `${unit}@${slot}`;
  const state = `systemctl show --property=ActiveState --value ${name}`;
  const up = '"^(re|de)?(activ|load)"';
  const born = `sed 's/^.*) //' "/proc/$pid/stat" 2>/dev/null | cut -d ' ' -f 20`;
  return lines(
    asRoot,
    `cd ${word(path)}`,
    // What ends and is started again all the time is seldom active, and activating in between.
    `if ${state} 2>/dev/null | grep -Eq ${up}; then`,
    `  root systemctl stop --no-block ${name}`,
    `  timeout 70 sh -c ${quote(`while ${state} | grep -Eq ${up}; do sleep 0.2; done`)}`,
    `elif read -r pid began _ <state/slot.${slot} && [ "$(${born})" = "$began" ]; then`,
    '  kill -TERM "$pid"',
    `  timeout 60 sh -c "while kill -0 $pid; do sleep 0.2; done" 2>/dev/null || kill -KILL "$pid"`,
    "fi",
    `rm -f state/slot.${slot}`,
  );
}

/**
 * What serves from now on, as the next run of the suite reads it; the release that was left is marked bad. Pasted again
 * it changes nothing. Hosts of the other group have what was left in their own slot: where that is not on record, it
 * never was, and the record is right as it is.
 */
export function recordActive(place: HandPlace, slot: string, has: "the slot" | "the other group"): string {
  const own = has === "the slot" ? slot : (place.slots.find((one) => one.slot !== slot)?.slot ?? slot);
  const linked = `basename "$(readlink slots/${own})"`;
  const others = place.slots.filter((one) => one.slot !== slot).map((one) => one.slot);
  const enable = [
    ...(has === "the slot" ? [`  root systemctl enable --quiet --no-reload ${place.unit}@${slot}`] : []),
    ...others.map((other) => `  root systemctl disable --quiet --no-reload ${place.unit}@${other}`),
  ];
  return lines(
    asRoot,
    `cd ${word(place.path)}`,
    "read -r left _ before _ <state/active",
    begun,
    ...(has === "the slot"
      ? [`release=$(${linked})`]
      : [`release=$left`, `[ "$left" != "$(${linked})" ] || release=$before`]),
    'if [ -n "$left" ] && [ -n "$release" ] && [ "$left" != "$release" ]; then',
    `  echo "$release ${slot} $left" >state/active.new && mv state/active.new state/active`,
    `  echo "$(date -u +%Y-%m-%dT%H:%M:%SZ) by-hand active $release in ${slot}, before it $left" >>state/journal`,
    "  began=$left",
    "fi",
    `[ -z "$began" ] || [ "$began" = "$release" ] || ${isBad("$began")} || echo "$began" >>state/bad`,
    "rm -f state/intent",
    ...(has === "the slot" ? ['ln -sfn "releases/$release" current'] : []),
    ...(enable.length === 0 ? [] : [`if [ -e /etc/systemd/system/${place.unit}@.service ]; then`, ...enable, "fi"]),
    "cat state/active",
  );
}

/** Into `left`, the release that was left, once the record has it as the one before. */
const releaseLeft = "left=$(cut -d ' ' -f 3 state/active)";

/** What the schema had before that release migrated it, and after. */
export function lookAtSchema({ path }: Pick<HandPlace, "path">): string {
  return lines(`cd ${word(path)}`, releaseLeft, 'cat "state/kept/$left.schema"');
}

/**
 * The functions `down` of the release that was left, of each repository to what it had before. `down` and `versions`
 * are Elixir, with `repo` and `to_exclusive` given. Needs `defineVariables` before it.
 */
export function rollSchemaBack(
  { app, path }: Pick<HandPlace, "app" | "path">,
  { down, versions, urlFrom }: { readonly down: string; readonly versions: string; readonly urlFrom?: string },
): string {
  // In the clean shell: no address is in this one.
  const direct = urlFrom === undefined ? "" : `; export DATABASE_URL="$${urlFrom}"`;
  const recorded = (line: string) => `sed -n -E 's/^(${line}) *//p' "state/kept/$left.schema" | tr ' ' '\\n'`;
  return lines(
    `cd ${word(path)}`,
    releaseLeft,
    `program=$(cut -d ' ' -f 2 "state/kept/$left")`,
    `for repo in $(${recorded("before|after")} | sed 's:/.*::' | sort -u); do`,
    `  stays=$(${recorded("before")} | sed -n "s:^$repo/::p" | sort -n | tail -n 1)`,
    '  [ "$repo" != - ] || repo=nil',
    "  server_variables | env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \\",
    '    HOME="$HOME" USER="$(id -un)" LANG=C.UTF-8 \\',
    `    sh -c 'eval "$(cat)"${direct}; cd "$1" && exec "$1/bin/$2" eval "$3" </dev/null' \\`,
    `    sh "${path}/releases/$left" "$program" "Application.load(:${app})`,
    "repo = $repo",
    "to_exclusive = ${stays:-0}",
    "_ = {repo, to_exclusive}",
    `"${quote(`${down}\n${versions}`)} || { echo "It failed: no other repository is rolled back."; break; }`,
    "done",
  );
}

/** The dumps that the suite made. */
export function listDumps(folder: string): string {
  return `ls -l ${word(folder)}`;
}

/**
 * For what restores a dump: a shell becomes a client of the database's server, by the address as the host program reads
 * it. `reader` is its awk program. Needs `defineVariables` before it.
 */
export function defineDatabase(urlFrom: string, reader: string): string {
  return lines(
    `address_reader='${reader}'`,
    "to_database() {",
    `  address=$(eval "$(server_variables)"; printf %s "$${urlFrom}")`,
    "  refused=",
    '  eval "$(PD_ADDRESS=$address LC_ALL=C awk "$address_reader")"',
    `  if [ -n "$refused" ]; then echo "${urlFrom}: $refused"; return 1; fi`,
    "  unset PGOPTIONS PGSERVICE PGHOSTADDR",
    "  name=$PGDATABASE",
    "  export PGDATABASE=postgres",
    "}",
  );
}

/** A dump on a host: the newest one in a folder, or a file. */
export type HandDump = { readonly newestIn: string } | { readonly file: string };

/**
 * Restores a dump into a database beside, while the application serves. What is cut short never gets the name that
 * `swapNames` looks for, and is begun anew where this is pasted again. Needs `defineDatabase` before it.
 */
export function restoreBeside(dump: HandDump): string {
  const file = "file" in dump ? word(dump.file) : `$(ls ${word(dump.newestIn)}/*.dump | LC_ALL=C sort | tail -n 1)`;
  return lines(
    "(",
    `  dump=${file}`,
    '  [ -f "$dump" ] || { echo "The dump is not on this host."; exit 1; }',
    "  to_database &&",
    '    psql -X -q -v ON_ERROR_STOP=1 -c "DROP DATABASE IF EXISTS \\"${name}_restoring\\"" \\',
    `      -c "CREATE DATABASE \\"\${name}_restoring\\" TEMPLATE template0 ENCODING 'UTF8'" &&`,
    // By psql, as the host program does.
    '    { pg_restore --no-owner --no-privileges --file=- "$dump" && echo "SELECT \'restored as a whole\';"; } |',
    "      sed '1,/^SELECT pg_catalog.set_config/{/^SET transaction_timeout = 0;$/d;}' |",
    '      psql -X -A -t -q -v ON_ERROR_STOP=1 -d "${name}_restoring" | grep -x "restored as a whole" >/dev/null &&',
    '    psql -X -q -c "ALTER DATABASE \\"${name}_restoring\\" RENAME TO \\"${name}_restored\\"" &&',
    '    echo "$dump is restored as ${name}_restored."',
    ")",
  );
}

/**
 * Gives the restored database the name of the one that was there, which is kept: both or none. Needs `defineDatabase`
 * before it, and every slot to be stopped.
 */
export function swapNames(): string {
  return lines(
    "(",
    "  to_database &&",
    '    psql -X -q -1 -v ON_ERROR_STOP=1 -c "ALTER DATABASE \\"$name\\" RENAME TO \\"${name}_left\\"" \\',
    '      -c "ALTER DATABASE \\"${name}_restored\\" RENAME TO \\"$name\\"" &&',
    '    echo "$name is the restored database now, and ${name}_left the one that was there."',
    ")",
  );
}

function indented(text: string): readonly string[] {
  return text.split("\n").map((line) => `  ${line}`);
}
