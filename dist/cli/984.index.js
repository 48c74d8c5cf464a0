export const id = 984;
export const ids = [984];
export const modules = {

/***/ 5106:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HD: () => (/* binding */ readable),
/* harmony export */   TM: () => (/* binding */ folded),
/* harmony export */   ld: () => (/* binding */ items)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7103);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8502);


// Markdown of a file that is also read as text: in a terminal, where no page shows it.
/** A sentence of ours with code between backticks, and as HTML only where these would not hold it. */
function readable(text) {
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .sentence */ .em)(text, (inner) => {
        const shown = (0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .R)(inner.replaceAll(/\s+/g, " "));
        return /^[^`\s](?:[^`]*[^`\s])?$/.test(shown) ? `\`${shown}\`` : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(inner);
    });
}
/** The longest line, characters. */
const width = 100;
/** What would begin a list, a heading or a rule where a line begins with it. */
const marker = /^(?:[-+*=#]+|\d{1,9}[.)])$/;
/**
 * A paragraph or an item in lines that a terminal shows whole. A line breaks between words and never in code, which can
 * be copied; `lead` begins the first line, and the others have it as blanks.
 */
function folded(markdown, lead = "") {
    const words = markdown.match(/(?:`[^`]*`|[^\s`])+/g) ?? [];
    const blanks = " ".repeat(lead.length);
    const lines = [];
    let line = "";
    for (const word of words) {
        const fits = lead.length + line.length + 1 + word.length <= width;
        if (line === "")
            line = word;
        else if (fits || marker.test(word))
            line += ` ${word}`;
        else {
            lines.push(line);
            line = word;
        }
    }
    return [...lines, line].map((one, index) => `${index === 0 ? lead : blanks}${one}`).join("\n");
}
/** Items, one each. */
function items(all, leadOf = () => "- ") {
    return all.map((one, index) => folded(one, leadOf(index))).join("\n");
}


/***/ }),

/***/ 9115:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Sl: () => (/* binding */ keepProcedures),
  xU: () => (/* binding */ proceduresFile),
  Nz: () => (/* binding */ rollbackProcedures),
  GZ: () => (/* binding */ writeProcedures)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/checks/backup.js
var checks_backup = __webpack_require__(6981);
// EXTERNAL MODULE: ./build/src/domain/evidence/handover.js
var handover = __webpack_require__(9999);
// EXTERNAL MODULE: ./build/src/domain/fleet/plan.js
var fleet_plan = __webpack_require__(5590);
// EXTERNAL MODULE: ./build/src/domain/evidence/result.js
var result = __webpack_require__(8365);
// EXTERNAL MODULE: ./build/src/domain/rollback/outcome.js
var rollback_outcome = __webpack_require__(7971);
;// CONCATENATED MODULE: ./build/src/domain/rollback/procedures.js


/** What the newest of these says that changed the environment, or was about to; null where none did. */
function lastKnown(all, environment) {
    const [newest] = all
        .filter((one) => one.environment === environment && one.hosts !== undefined && one.status !== "planned")
        .sort((a, b) => Date.parse(b.started_at) - Date.parse(a.started_at));
    if (newest === undefined)
        return null;
    const { stage, run_url, run_id, hosts = [], finished_at, started_at } = newest;
    const facts = (id) => newest.results.findLast((one) => one.id === id && one.verdict === "pass")?.facts ?? {};
    const { versions_after, added } = facts("migrate");
    const { file } = facts("backup");
    return {
        by: { stage, run_url, run_id },
        at: finished_at ?? started_at,
        ...servesAfter(newest),
        kept: hosts.flatMap(({ host, kept }) => (kept === undefined ? [] : [{ host, releases: kept }])),
        schema: textsOf(versions_after).at(-1) ?? null,
        added: textsOf(added),
        backup: typeof file === "string" ? file : null,
    };
}
/** What serves after a stage, and what did before it; `serves` is null where the stage left that open. */
function servesAfter(by) {
    const { stage, status, decision, from, to, results } = by;
    const outcome = (0,rollback_outcome/* rollbackOutcome */.pl)(by);
    const byHand = stage === "rollback";
    const went = byHand ? outcome === "done" || outcome === "unfinished" : status === "passed";
    if (went)
        return { serves: to, before: from };
    const stayed = byHand
        ? outcome === "undone" || outcome === "nothing-changed" || outcome === "drill"
        : outcome === "done" || (decision === "stop" && !(0,result/* trafficChanged */.Gr)(results));
    return stayed ? { serves: from, before: null } : { serves: null, before: from };
}
function textsOf(fact) {
    return Array.isArray(fact) ? fact.filter((one) => typeof one === "string") : [];
}

// EXTERNAL MODULE: ./build/src/domain/values/error-text.js
var error_text = __webpack_require__(3059);
// EXTERNAL MODULE: ./build/src/gates/evidence.js + 3 modules
var evidence = __webpack_require__(5310);
// EXTERNAL MODULE: ./build/src/render/text/markdown.js
var markdown = __webpack_require__(7103);
// EXTERNAL MODULE: ./build/src/render/text/readable.js
var readable = __webpack_require__(5106);
// EXTERNAL MODULE: ./build/src/render/text/wording.js
var wording = __webpack_require__(9700);
;// CONCATENATED MODULE: ./build/src/render/documents/rollback-procedures.js




/** Phase 6: Rollback Criteria, each with the word that the rollback is given as its reason. */
const criteria = {
    "error-rate": ({ errorRate, watchMs }) => {
        const watch = `For ${(0,wording/* durationText */.S5)(watchMs)} after traffic moved, promote watches this and rolls back by itself.`;
        return `More than ${Math.round(errorRate * 1e6) / 1e4} % of requests fail.${watchMs > 0 ? ` ${watch}` : ""}`;
    },
    performance: ({ latencyIncrease, latencyMaxMs }) => {
        if (latencyIncrease === null)
            return "Performance is too bad. No watch looks at it: `criteria.latency` is off.";
        const limit = latencyMaxMs === null ? "" : `, or answers take longer than ${(0,wording/* durationText */.S5)(latencyMaxMs)}`;
        return `Performance is worse by more than ${Math.round(latencyIncrease * 100)} %${limit}.`;
    },
    "p1-bug": () => "A P1 bug is found.",
    security: () => "A security vulnerability is found.",
    "data-integrity": () => "The integrity of data is in doubt.",
};
/**
 * Phase 6: Rollback plan documented. When, who, how, and for each environment what the suite does and how a person does
 * it by hand.
 */
function renderRollbackProcedures(document) {
    const parts = [
        `# Rollback procedures of ${(0,markdown/* plainText */.wh)(document.app)} ${(0,markdown/* plainText */.wh)(document.version)}`,
        origin(document),
        "## When",
        (0,readable/* folded */.TM)((0,readable/* readable */.HD)("What is found, and the reason to give with it:")),
        (0,readable/* items */.ld)(Object.entries(criteria).map(([reason, says]) => (0,readable/* readable */.HD)(`\`${reason}\`: ${says(document.criteria)}`))),
        "## Who and how",
        ...who,
        "## The database",
        ...schema,
        (0,readable/* items */.ld)(document.environments.map(databaseItem)),
        ...document.environments.flatMap(environmentPart),
    ];
    return `${parts.join("\n\n")}\n`;
}
function origin({ sha, version }) {
    return paragraph([
        `Generated from the settings of commit \`${sha.slice(0, 12)}\`, for a rollback from this release.`,
        "A rollback makes its own plan from what it finds on the target;",
        `its release ids also have the digest, such as \`${version}-1a2b3c4d\`.`,
    ].join(" "));
}
const who = [
    paragraph([
        "Whoever may run the workflow with the action `rollback` (.github/workflows/rollback.yml, " +
            "from examples/workflows).",
        "Where the environment of its job has required reviewers, they have to approve. In a terminal:",
    ].join(" ")),
    (0,markdown/* block */.om)("gh workflow run rollback.yml -f confirm=production -f reason=error-rate", "sh"),
    paragraph([
        "`confirm` is the name of the environment. With `dry-run` it prints the plan and changes nothing; " +
            "with `drill` it",
        "rolls back and forward again, and marks nothing bad. The reason `manual` needs a detail.",
    ].join(" ")),
    paragraph([
        "Where GitHub is down: the commands of `By hand` below, on the hosts. They need nothing but a login there, and",
        "each block can be pasted as it is.",
    ].join(" ")),
];
function paragraph(text) {
    return (0,readable/* folded */.TM)((0,readable/* readable */.HD)(text));
}
/** Three ways, from the one that is nearly always right to the last resort. */
const schema = [
    paragraph("No migration is rolled back automatically. Decide by what the release before meets on the schema of now:"),
    (0,readable/* items */.ld)([
        (0,readable/* readable */.HD)("It works with it, as it was expanded before the release took traffic: the schema stays. This is " +
            "`migrations: keep`, the default."),
        (0,readable/* readable */.HD)("It fails on it, or jobs of another application do, and what was migrated can be reversed: the schema is " +
            "rolled back, last of all. This is `migrations: down`, with the commands below."),
        (0,readable/* readable */.HD)("It serves, but data are damaged; or the schema has to go back, and a migration cannot be reversed: the backup " +
            "is restored, by hand. What was written since is missing afterwards."),
    ]),
    paragraph([
        "`migrations: down` refuses, before it touches anything, what cannot be reversed, what would lose data, and what",
        "other migrations came after; the dry run shows which versions would go:",
    ].join(" ")),
    (0,markdown/* block */.om)([
        "gh workflow run rollback.yml -f confirm=production -f reason=data-integrity -f migrations=down -f dry-run=true",
        "gh workflow run rollback.yml -f confirm=production -f reason=data-integrity -f migrations=down",
    ].join("\n"), "sh"),
];
function databaseItem({ name, migrate, backup }) {
    if (migrate === null)
        return `${(0,markdown/* plainText */.wh)(name)}: runs no migrations.`;
    const how = backup === null ? "the settings name none" : (0,readable/* readable */.HD)(backup);
    return `${(0,markdown/* plainText */.wh)(name)}: ${(0,readable/* readable */.HD)(`\`${migrate}\``)} ran before the release took traffic. Its backup: ${how}.`;
}
function environmentPart({ name, url, plans, lastKnown, byHand }) {
    const facts = [["Users reach it at", `\`${url}\``], ...byHand.facts, ...knownFacts(lastKnown)];
    return [
        `## ${(0,markdown/* plainText */.wh)(name)}`,
        (0,readable/* items */.ld)(facts.map(([what, value]) => `${(0,readable/* readable */.HD)(what)}: ${(0,readable/* readable */.HD)(value)}`)),
        lastKnown === null
            ? paragraph("Which releases are there is not known yet: no deployment has left evidence here.")
            : (0,readable/* folded */.TM)(`The releases are those of ${lastKnown.by.stage} in ` +
                `${(0,markdown/* link */.nf)(`run ${lastKnown.by.run_id}`, lastKnown.by.run_url)}, at ${(0,wording/* minute */.Vc)(lastKnown.at)}.`),
        ...plans.flatMap(({ when, plan }) => planPart(when, plan)),
        "### By hand",
        ...byHand.parts.flatMap(handPart),
    ];
}
function planPart(when, plan) {
    return [
        (0,readable/* folded */.TM)(`${(0,markdown/* plainText */.wh)(when)} ${(0,readable/* readable */.HD)(plan.says)}`),
        (0,readable/* items */.ld)((0,fleet_plan/* batches */.Xy)(plan.steps).map((batch) => (0,readable/* readable */.HD)((0,fleet_plan/* batchText */.uG)(batch))), (index) => `${index + 1}. `),
        ...plan.warnings.map((warning) => (0,readable/* folded */.TM)(`**Note:** ${(0,readable/* readable */.HD)(warning)}`, "> ")),
    ];
}
function knownFacts(known) {
    if (known === null)
        return [];
    const { serves, before, kept, schema, added, backup } = known;
    const code = (text) => `\`${text}\``;
    const releases = [...new Set(kept.map(({ releases }) => releases.join(", ")))];
    const everywhere = releases.length === 1 ? releases : kept.map(({ host, releases }) => `${host}: ${releases.join(", ")}`);
    const migrated = added.length === 0 ? "" : `; the last deployment added ${added.map(code).join(", ")}`;
    return [
        ["Serves", serves === null ? "not known: look at the hosts" : code(serves)],
        ...(before === null ? [] : [["Before it", code(before)]]),
        ...(kept.length === 0 ? [] : [["Kept before this deployment", everywhere.join("; ") || "none"]]),
        ...(schema === null ? [] : [["Schema", `${code(schema)}${migrated}`]]),
        ...(backup === null ? [] : [["Last backup", code(backup)]]),
    ];
}
function handPart({ title, hosts, says, blocks }, index) {
    const on = hosts.length === 0 ? "" : `On ${hosts.map(markdown/* plainText */.wh).join(", ")}. `;
    return [
        `#### ${index + 1}. ${(0,markdown/* plainText */.wh)(title)}`,
        (0,readable/* folded */.TM)(`${on}${(0,readable/* readable */.HD)(says)}`),
        ...blocks.flatMap(({ when, text }) => [...(when === "" ? [] : [(0,markdown/* bold */.Cr)(`${(0,readable/* readable */.HD)(when)}:`)]), ...fenced(text)]),
    ];
}
/** Lines of a block that a reader is shown; of a longer one the reader opens. */
const maxLines = 40;
function fenced(text) {
    const shown = (0,markdown/* block */.om)(text, "sh");
    return text.split("\n").length <= maxLines ? [shown] : [(0,markdown/* details */.zH)("Commands", shown)];
}

// EXTERNAL MODULE: ./build/src/commands/host.js
var host = __webpack_require__(3620);
;// CONCATENATED MODULE: ./build/src/commands/by-hand.js
// What a person pastes into a shell of a host, where the suite cannot be run: the same changes as those of the host
// program, in as few commands. Each text is sh and needs nothing of another one, unless it says so.

const lines = (...all) => all.join("\n");
/** A shell on a host as whoever runs the steps there. `login` is null on this machine. */
function openShell(login, become) {
    const shell = become === null ? "sh" : `sudo -n -H -u ${become} sh`;
    if (login === null)
        return shell;
    const { user, host, port, jump } = login;
    const options = [...(port === null ? [] : ["-p", String(port)]), ...(jump === null ? [] : ["-J", jump])];
    return ["ssh", "-t", ...options, user === null ? host : `${user}@${host}`, shell].map(wordOrShell).join(" ");
}
const wordOrShell = (text) => (text.includes(" ") ? (0,host/* quote */.hD)(text) : (0,host/* word */.Vm)(text));
/** Orders of systemd, by the rules for sudo that the steps need as well. */
const asRoot = `root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }`;
/** Into `pid`, the process of a slot. */
const slotPid = ({ unit }, slot) => lines(`pid=$(systemctl show --property=MainPID --value "${unit}@${slot}" 2>/dev/null)`, `[ "\${pid:-0}" != 0 ] || pid=$(cut -d ' ' -f 1 "state/slot.${slot}" 2>/dev/null)`);
/** What is on record, and what runs. */
function lookAround(place) {
    const slots = place.slots.map(({ slot }) => slot).join(" ");
    return lines(`cd ${(0,host/* word */.Vm)(place.path)}`, "cat state/active state/bad 2>/dev/null", "ls releases", `for slot in ${slots}; do`, ...indented(slotPid(place, "$slot")), '  echo "$slot: $(readlink "slots/$slot"), process ${pid:-none}, $(readlink "/proc/$pid/exe")"', "done", "tail -n 20 state/journal");
}
/** Nothing changes the host any more by itself: no run, no guard of a shift, no end of a hold. */
function takeOver({ path }) {
    return lines(`cd ${(0,host/* word */.Vm)(path)}`, "flock -w 60 state/step flock -w 10 state/mutex rm -f state/lease state/guard state/hold-until");
}
/** Into `began`, what a run started that did not come to its record; empty where every run did. */
const begun = "began=$(cut -d ' ' -f 2 state/intent 2>/dev/null)";
const isBad = (release) => `grep -qxF "${release}" state/bad 2>/dev/null`;
/**
 * Lets the only slot have the release before, and then it is started: of what was verified, the last that is not left,
 * not marked bad and still kept. A run that did not come to its record left another one than the last verified.
 */
function linkBefore({ path }, slot) {
    return lines(`cd ${(0,host/* word */.Vm)(path)}`, "read -r verified _ before _ <state/active", begun, `case "$began" in '' | "$before") left=$verified ;; *) left= ;; esac`, "for release in $verified $before $(cut -d ' ' -f 1 state/verified 2>/dev/null) ''; do", `  if [ "$release" != "$left" ] && [ -d "releases/$release" ] && ! ${isBad("$release")}; then break; fi`, "done", 'if [ -n "$release" ]; then', `  ln -sfn "../releases/$release" slots/${slot}`, "else", '  echo "No other verified release is kept here: the link stays. Set it to one that ls releases prints."', "fi", `readlink slots/${slot}`);
}
function startUnit({ path, unit }, slot) {
    return lines(asRoot, `cd ${(0,host/* word */.Vm)(path)}`, `readlink slots/${slot}`, `root systemctl start ${unit}@${slot}`);
}
/**
 * For what runs without a unit: the variables that a server is started with, read as the host program reads them.
 * `reader` is its awk program.
 */
function defineVariables({ path }, reader) {
    return lines(`env_reader='${reader}'`, "server_variables() (", `  cd ${(0,host/* word */.Vm)(path)}`, `  echo "export RELEASE_COOKIE='$(cat state/cookie)'"`, '  for file in shared/env "shared/env.$1"; do', '    [ ! -e "$file" ] || LC_ALL=C awk "$env_reader" "$file"', "  done", ")");
}
/** Needs `defineVariables` before it. */
function startSession({ app, path }, slot, port) {
    return lines(`cd ${(0,host/* word */.Vm)(path)}`, `release=$(basename "$(readlink slots/${slot})")`, `program=$(cut -d ' ' -f 2 "state/kept/$release")`, `mkdir -p state/tmp.${slot}`, `server_variables ${slot} | env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \\`, '  HOME="$HOME" USER="$(id -un)" LANG=C.UTF-8 TZ="$(cat /etc/timezone 2>/dev/null || echo UTC)" \\', `  sh -c 'eval "$(cat)"; export PORT=${port} RELEASE_NODE=${app}_${slot} RELEASE_TMP=${path}/state/tmp.${slot}`, `    cd "$1" && exec setsid "$1/bin/$2" start </dev/null' sh "${path}/releases/$release" "$program" \\`, `  >>state/log.${slot} 2>&1 &`, "pid=$!", "sleep 1", `echo "$pid $(sed 's/^.*) //' "/proc/$pid/stat" | cut -d ' ' -f 20) $release" >state/slot.${slot}`);
}
/** What a slot answers, and the release that its process runs from. */
function checkSlot(place, { slot, port }, health) {
    const url = (0,host/* word */.Vm)(`http://127.0.0.1:${port}${health.path}`);
    return lines(`cd ${(0,host/* word */.Vm)(place.path)}`, `timeout ${health.withinSeconds} sh -c ` +
        `${(0,host/* quote */.hD)(`until curl -fsS -o /dev/null --max-time 5 ${url}; do sleep 1; done`)} 2>/dev/null`, `curl -fsS -o /dev/null --max-time 5 ${url} && echo "slot ${slot} is healthy"`, slotPid(place, slot), 'readlink "/proc/$pid/exe"', `tr '\\0' '\\n' <"/proc/$pid/environ" | grep '^RELEASE_ROOT=' || :`);
}
/** Ends what runs in a slot, and waits for it: background jobs of a release that was left would go on otherwise. */
function stopSlot({ path, unit }, slot) {
    const name = `${unit}@${slot}`;
    const state = `systemctl show --property=ActiveState --value ${name}`;
    const up = '"^(re|de)?(activ|load)"';
    const born = `sed 's/^.*) //' "/proc/$pid/stat" 2>/dev/null | cut -d ' ' -f 20`;
    return lines(asRoot, `cd ${(0,host/* word */.Vm)(path)}`, 
    // What ends and is started again all the time is seldom active, and activating in between.
    `if ${state} 2>/dev/null | grep -Eq ${up}; then`, `  root systemctl stop --no-block ${name}`, `  timeout 70 sh -c ${(0,host/* quote */.hD)(`while ${state} | grep -Eq ${up}; do sleep 0.2; done`)}`, `elif read -r pid began _ <state/slot.${slot} && [ "$(${born})" = "$began" ]; then`, '  kill -TERM "$pid"', `  timeout 60 sh -c "while kill -0 $pid; do sleep 0.2; done" 2>/dev/null || kill -KILL "$pid"`, "fi", `rm -f state/slot.${slot}`);
}
/**
 * What serves from now on, as the next run of the suite reads it; the release that was left is marked bad. Pasted again
 * it changes nothing. Hosts of the other group have what was left in their own slot: where that is not on record, it
 * never was, and the record is right as it is.
 */
function recordActive(place, slot, has) {
    const own = has === "the slot" ? slot : (place.slots.find((one) => one.slot !== slot)?.slot ?? slot);
    const linked = `basename "$(readlink slots/${own})"`;
    const others = place.slots.filter((one) => one.slot !== slot).map((one) => one.slot);
    const enable = [
        ...(has === "the slot" ? [`  root systemctl enable --quiet --no-reload ${place.unit}@${slot}`] : []),
        ...others.map((other) => `  root systemctl disable --quiet --no-reload ${place.unit}@${other}`),
    ];
    return lines(asRoot, `cd ${(0,host/* word */.Vm)(place.path)}`, "read -r left _ before _ <state/active", begun, ...(has === "the slot"
        ? [`release=$(${linked})`]
        : [`release=$left`, `[ "$left" != "$(${linked})" ] || release=$before`]), 'if [ -n "$left" ] && [ -n "$release" ] && [ "$left" != "$release" ]; then', `  echo "$release ${slot} $left" >state/active.new && mv state/active.new state/active`, `  echo "$(date -u +%Y-%m-%dT%H:%M:%SZ) by-hand active $release in ${slot}, before it $left" >>state/journal`, "  began=$left", "fi", `[ -z "$began" ] || [ "$began" = "$release" ] || ${isBad("$began")} || echo "$began" >>state/bad`, "rm -f state/intent", ...(has === "the slot" ? ['ln -sfn "releases/$release" current'] : []), ...(enable.length === 0 ? [] : [`if [ -e /etc/systemd/system/${place.unit}@.service ]; then`, ...enable, "fi"]), "cat state/active");
}
/** Into `left`, the release that was left, once the record has it as the one before. */
const releaseLeft = "left=$(cut -d ' ' -f 3 state/active)";
/** What the schema had before that release migrated it, and after. */
function lookAtSchema({ path }) {
    return lines(`cd ${(0,host/* word */.Vm)(path)}`, releaseLeft, 'cat "state/kept/$left.schema"');
}
/**
 * The functions `down` of the release that was left, of each repository to what it had before. `down` and `versions`
 * are Elixir, with `repo` and `to_exclusive` given. Needs `defineVariables` before it.
 */
function rollSchemaBack({ app, path }, { down, versions }) {
    const recorded = (line) => `sed -n -E 's/^(${line}) *//p' "state/kept/$left.schema" | tr ' ' '\\n'`;
    return lines(`cd ${(0,host/* word */.Vm)(path)}`, releaseLeft, `program=$(cut -d ' ' -f 2 "state/kept/$left")`, `for repo in $(${recorded("before|after")} | sed 's:/.*::' | sort -u); do`, `  stays=$(${recorded("before")} | sed -n "s:^$repo/::p" | sort -n | tail -n 1)`, '  [ "$repo" != - ] || repo=nil', "  server_variables | env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \\", '    HOME="$HOME" USER="$(id -un)" LANG=C.UTF-8 \\', `    sh -c 'eval "$(cat)"; cd "$1" && exec "$1/bin/$2" eval "$3" </dev/null' \\`, `    sh "${path}/releases/$left" "$program" "Application.load(:${app})`, "repo = $repo", "to_exclusive = ${stays:-0}", "_ = {repo, to_exclusive}", `"${(0,host/* quote */.hD)(`${down}\n${versions}`)} || { echo "It failed: no other repository is rolled back."; break; }`, "done");
}
/** The dumps that the suite made. */
function listDumps(folder) {
    return `ls -l ${(0,host/* word */.Vm)(folder)}`;
}
/**
 * Restores the newest dump into a database beside, and lets the two change names. Needs `defineVariables` before it,
 * and every slot to be stopped. `reader` is the awk program of the host that reads an address of a database.
 */
function restoreDump({ path }, { urlFrom, folder, reader }) {
    return lines(`address_reader='${reader}'`, `cd ${(0,host/* word */.Vm)(path)}`, `dump=$(ls ${(0,host/* word */.Vm)(folder)}/*.dump | sort | tail -n 1)`, `address=$(eval "$(server_variables)"; printf %s "$${urlFrom}")`, "(", '  eval "$(PD_ADDRESS=$address LC_ALL=C awk "$address_reader")"', "  name=$PGDATABASE", "  export PGDATABASE=postgres", '  psql -X -c "CREATE DATABASE \\"${name}_restored\\" TEMPLATE template0" &&', '    pg_restore --exit-on-error --no-owner --no-privileges --dbname="${name}_restored" "$dump" &&', '    psql -X -v ON_ERROR_STOP=1 -c "ALTER DATABASE \\"$name\\" RENAME TO \\"${name}_left\\"" \\', '      -c "ALTER DATABASE \\"${name}_restored\\" RENAME TO \\"$name\\""', ")");
}
function indented(text) {
    return text.split("\n").map((line) => `  ${line}`);
}

// EXTERNAL MODULE: ./build/src/transports/ssh-address.js
var ssh_address = __webpack_require__(6175);
// EXTERNAL MODULE: ./build/src/domain/fleet/fleet.js
var fleet = __webpack_require__(1885);
// EXTERNAL MODULE: ./build/src/targets/hosts/router-places.js
var router_places = __webpack_require__(1836);
;// CONCATENATED MODULE: ./build/src/targets/hosts/by-hand-slots.js



const handNames = (hosts) => hosts.map(({ name }) => name);
/** The slots one by one, each with the hosts that have it. */
function slotsOf({ environment, place }) {
    const { hosts, groups, slots } = environment;
    return place.slots.map((one) => {
        const having = handNames(hosts).filter((host) => groups === undefined || groups[host] === one.slot);
        const servers = having.map((host) => (0,fleet/* serverName */.L5)({ hosts, slots, groups }, host, one.slot));
        return { ...one, having, servers };
    });
}
function startBlocks(work, { slot, port }, where) {
    const { place, environment } = work;
    const file = `/etc/systemd/system/${place.unit}@.service`;
    const unit = { when: `${where}, where systemd runs it (there is \`${file}\`)`, text: startUnit(place, slot) };
    if (environment.systemd !== undefined)
        return [{ ...unit, when: where }];
    return [unit, { when: `${where}, elsewhere`, text: startSession(place, slot, port) }];
}
function variables({ place, readers, environment }) {
    const { systemd } = environment;
    if (systemd !== undefined)
        return [];
    return [
        {
            when: "First, where systemd runs no slots: how a server gets its variables",
            text: defineVariables(place, readers.env_reader),
        },
    ];
}
/** Two slots: the other one is started where it does not run, and traffic goes to it. */
function betweenSlots(work) {
    const { environment, place } = work;
    const slots = slotsOf(work);
    const placed = (one) => environment.groups === undefined ? `Slot ${one.slot}` : `Slot ${one.slot}, on ${one.having.join(", ")}`;
    const hosts = handNames(environment.hosts);
    return [
        {
            title: "Start the slot of the release before, where it does not run",
            hosts,
            says: "The link shows the release that is started. For another one that is kept, change it first: " +
                "`ln -sfn ../releases/<release> slots/<slot>`.",
            blocks: [...variables(work), ...slots.flatMap((one) => startBlocks(work, one, placed(one)))],
        },
        check(work, slots.map((one) => ({ ...one, when: placed(one) }))),
        traffic(work, {
            title: "Send traffic back",
            says: "New requests go to the slot; those that are in flight end where they are.",
            shifts: slots.map((one) => ({
                when: `To ${one.slot}`,
                shared: { open: one.servers, close: slots.filter((other) => other !== one).flatMap(({ servers }) => servers) },
                own: { open: [one.slot], close: place.slots.map(({ slot }) => slot).filter((slot) => slot !== one.slot) },
            })),
        }),
        {
            title: "Stop the slot that was left",
            hosts,
            says: "It takes no requests any more, but its background jobs still run.",
            blocks: slots.map((one) => ({ when: placed(one), text: stopSlot(place, one.slot) })),
        },
    ];
}
/** One slot: what runs is replaced, on one host after the other. */
function inPlace(work) {
    const { environment, place } = work;
    const [only] = slotsOf(work);
    if (only === undefined)
        return [];
    const hosts = handNames(environment.hosts);
    const by = (how) => only.servers.map((server, index) => {
        const list = (name) => ({ open: how === "open" ? [name] : [], close: how === "close" ? [name] : [] });
        return { when: hosts[index] ?? server, shared: list(server), own: list(only.slot) };
    });
    const routed = environment.router.byHand !== null;
    const oneByOne = routed ? "Do these parts for one host after the other." : "Requests fail until it answers again.";
    return [
        ...(routed ? [traffic(work, { title: "Send no requests to the host", says: oneByOne, shifts: by("close") })] : []),
        {
            title: "Replace the release by the one before",
            hosts,
            says: `${routed ? "" : `${oneByOne} `}The link is set to the release before; ` +
                "for another one that is kept, set it by hand.",
            blocks: [
                ...variables(work),
                { when: "Stop", text: stopSlot(place, only.slot) },
                { when: "Set the link", text: linkBefore(place, only.slot) },
                ...startBlocks(work, only, "Start"),
            ],
        },
        check(work, [{ ...only, when: "" }]),
        ...(routed
            ? [traffic(work, { title: "Send requests to the host again", says: oneByOne, shifts: by("open") })]
            : []),
    ];
}
function check({ environment, place }, slots) {
    const { health, hosts } = environment;
    return {
        title: "See that it is healthy, and which release it is",
        hosts: handNames(hosts),
        says: "The path of its process has the name of the release that runs.",
        blocks: slots.map(({ slot, port, when }) => ({
            when,
            text: checkSlot(place, { slot, port }, { path: health.path, withinSeconds: Math.ceil(health.withinMs / 1_000) }),
        })),
    };
}
/** Commands of the router: it knows servers by the fleet's names, or each by the slots of its own host. */
function traffic({ environment }, { title, says, shifts, }) {
    const { router, routerHosts, slots } = environment;
    const [first] = (0,router_places/* routerPlaces */.gr)(environment);
    const ports = Object.fromEntries(Object.entries(slots).map(([slot, { port }]) => [slot, port]));
    return {
        title,
        hosts: handNames(routerHosts),
        says,
        blocks: shifts.map(({ when, shared, own }) => ({
            when,
            text: router.byHand?.shift({ ...(first?.own == null ? shared : own), ports }) ?? "",
        })),
    };
}
function recordPart(work) {
    const { environment, place } = work;
    const { groups, hosts } = environment;
    const slots = slotsOf(work);
    const blocks = slots.flatMap(({ slot, having }) => {
        const when = slots.length === 1 ? "" : `Slot ${slot} serves`;
        if (groups === undefined)
            return [{ when, text: recordActive(place, slot, "the slot") }];
        const others = handNames(hosts).filter((host) => !having.includes(host));
        return [
            { when: `${when}, on ${having.join(", ")}`, text: recordActive(only(place, slot), slot, "the slot") },
            { when: `${when}, on ${others.join(", ")}`, text: recordActive(without(place, slot), slot, "the other group") },
        ];
    });
    return {
        title: "Record it",
        hosts: handNames(hosts),
        says: "The next deployment starts from this record, and refuses the release that was left: it is marked bad in " +
            "`state/bad`. Without it, run the workflow of `rollback` as soon as GitHub is back: it records what serves." +
            (groups === undefined
                ? ""
                : " Where another release than the one before was started, correct the first word of `state/active` on hosts " +
                    "of the group that was left."),
        blocks,
    };
}
const only = (place, slot) => ({ ...place, slots: place.slots.filter((one) => one.slot === slot) });
const without = (place, slot) => ({
    ...place,
    slots: place.slots.filter((one) => one.slot !== slot),
});

;// CONCATENATED MODULE: ./build/src/targets/hosts/by-hand-database.js


const ofEcto = {
    down: "{:ok, _, _} = Ecto.Migrator.with_repo(repo, &Ecto.Migrator.run(&1, :down, to_exclusive: to_exclusive))",
    versions: "{:ok, versions, _} = Ecto.Migrator.with_repo(repo, &Ecto.Migrator.migrated_versions/1)\n" +
        "IO.inspect(versions, label: inspect(repo), limit: :infinity)",
};
/** `migrations: down` by hand; none where nothing is migrated, or the settings do not say how it is reversed. */
function schemaPart({ environment, place, readers }) {
    const { migrations, hosts } = environment;
    const { migrate, versions, down } = migrations;
    if (migrate === null || (versions !== null && down === undefined))
        return [];
    const [host] = handNames(hosts);
    return [
        {
            title: "Roll the schema back, only where the release before cannot work with it",
            hosts: host === undefined ? [] : [host],
            says: "Last of all: when users get good answers again, it is recorded, and nothing of the release that was left " +
                "runs on any host, since its background jobs need the schema too. The functions `down` of that release are " +
                "run; what a table or a column held that they drop is gone. Read them first, in " +
                "`releases/<release>/lib/*/priv/*/migrations`. All that is newer than what it was before is rolled back: " +
                "where another release has migrated since, or one of them cannot be reversed, restore a backup, or leave the " +
                "schema as it is.",
            blocks: [
                { when: "What it was before that release, and after; without this file, leave it", text: lookAtSchema(place) },
                { when: "How a release gets its variables", text: defineVariables(place, readers.env_reader) },
                {
                    when: "Roll back; it prints the versions that are left",
                    text: rollSchemaBack(place, { ...ofEcto, ...(down === undefined ? {} : { down, versions: versions ?? "" }) }),
                },
            ],
        },
    ];
}
/** Where the suite makes the dumps, it can say how one is restored. */
function restorePart(work) {
    const { environment, place, readers } = work;
    const { backup, hosts } = environment;
    if (backup?.by !== "postgres")
        return [];
    const { folder, urlFrom } = backup;
    const [host] = handNames(hosts);
    return [
        {
            title: "Restore the database from a backup",
            hosts: host === undefined ? [] : [host],
            says: "Only where the data themselves are damaged: everything that was written since the backup is missing " +
                "afterwards. Stop every slot on every host first; " +
                "the database that is replaced is kept beside, as `<name>_left`.",
            blocks: [
                { when: "The dumps; the newest one is restored", text: listDumps(folder) },
                { when: "How the address of the database is read", text: defineVariables(place, readers.env_reader) },
                { when: "Restore", text: restoreDump(place, { urlFrom, folder, reader: readers.address_reader }) },
            ],
        },
    ];
}

// EXTERNAL MODULE: ./build/src/targets/hosts/units.js + 1 modules
var units = __webpack_require__(6615);
;// CONCATENATED MODULE: ./build/src/targets/hosts/by-hand.js






/** How a person rolls hosts back, by the commands that the host program would run. */
async function hostsByHand({ app, environment }) {
    const slots = Object.entries(environment.slots).map(([slot, { port }]) => ({ slot, port }));
    const place = { app, path: environment.path, unit: (0,units/* unitName */.C)({ app, environment }), slots };
    const work = { app, environment, place, readers: await awkPrograms() };
    return {
        facts: factsOf(work),
        parts: [
            login(environment),
            look(work),
            free(work),
            ...(slots.length === 1 ? inPlace(work) : betweenSlots(work)),
            verify(environment),
            recordPart(work),
            ...schemaPart(work),
            ...restorePart(work),
        ],
    };
}
/** The texts as the host program has them: what it reads by them, a person reads alike. */
async function awkPrograms() {
    const { assets } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 8340));
    const programOf = (file, name) => {
        const [, text] = new RegExp(`^${name}='\\n([^']*)'`, "m").exec(assets[file] ?? "") ?? [];
        if (text === undefined)
            throw new Error(`${file} has no ${name}: run the build`);
        return `\n${text}`;
    };
    return {
        env_reader: programOf("host/35-environment.sh", "env_reader"),
        address_reader: programOf("host/38-postgres.sh", "address_reader"),
    };
}
function factsOf({ environment, place }) {
    const { hosts, path, slots, router, routerHosts, systemd, strategy } = environment;
    const unit = `\`${place.unit}@<slot>\``;
    return [
        ["Hosts", hosts.map((host) => `${host.name} (${loginText(environment, host)})`).join(", ")],
        ["Folder", `\`${path}\``],
        [
            "Slots",
            Object.entries(slots)
                .map(([slot, { port }]) => `${slot} (port ${port})`)
                .join(", "),
        ],
        [
            "Processes",
            systemd === undefined ? `${unit} of systemd where it is installed, else sessions` : `${unit} of systemd`,
        ],
        ["Strategy", strategy.type],
        ["Router", router.routes ? `${router.name}, on ${routerHosts.map(({ name }) => name).join(", ")}` : "none"],
    ];
}
const loginText = ({ account, ssh }, host) => `\`${openShell(loginOf(host, account, ssh), account?.become ?? null)}\``;
function loginOf({ address, port }, account, ssh) {
    const read = address === "local" ? null : (0,ssh_address/* readSshAddress */.pn)(address, "without port");
    if (read === null)
        return null;
    return { user: read.user ?? account?.user ?? null, host: read.host, port: port ?? null, jump: ssh?.jump ?? null };
}
/** The hosts of the application, and those that only route. */
function everyHost({ hosts, routerHosts }) {
    const routers = routerHosts.filter(({ name }) => hosts.every((host) => host.name !== name));
    return [...hosts, ...routers];
}
function login(environment) {
    const { account, ssh } = environment;
    return {
        title: "Log in",
        hosts: [],
        says: "Everything below is for this shell, on the hosts that each part names. Where ssh does not know the host or " +
            "has no key, use the ones of `ssh` in the settings file.",
        blocks: everyHost(environment).map((host) => ({
            when: host.name,
            text: openShell(loginOf(host, account, ssh), account?.become ?? null),
        })),
    };
}
function look({ environment, place }) {
    const { router, routerHosts, hosts } = environment;
    const routing = router.byHand === null
        ? []
        : [{ when: `The router, on ${handNames(routerHosts).join(", ")}`, text: router.byHand.look }];
    return {
        title: "See what serves",
        hosts: handNames(hosts),
        says: "The first line is the release that was verified last, its slot, and the release before it; then come the " +
            "releases that are marked bad, those that are kept, and what each slot runs.",
        blocks: [{ when: routing.length === 0 ? "" : "The application", text: lookAround(place) }, ...routing],
    };
}
function free({ environment, place }) {
    return {
        title: "Keep everything else from changing it",
        hosts: handNames(everyHost(environment)),
        says: "A run that still works stops before its next change, no host sends traffic back by itself, and no slot is " +
            "stopped because its hold is over. Where it fails after a minute, a step of a run still works there.",
        blocks: [{ when: "", text: takeOver(place) }],
    };
}
function verify({ url, health, probe }) {
    const headers = probe.headersFrom === null ? "" : ` The headers of \`${probe.headersFrom}\` are needed: add them with \`-H\`.`;
    const version = health.version === null ? "" : `\ncurl -fsS --max-time 10 ${(0,host/* word */.Vm)(`${url}${health.version}`)}; echo`;
    return {
        title: "See what users get",
        hosts: [],
        says: `In a terminal anywhere.${headers}`,
        blocks: [
            {
                when: "",
                text: `curl -fsS --max-time 10 -o /dev/null ${(0,host/* word */.Vm)(`${url}${health.path}`)} && ` +
                    `echo ${(0,host/* word */.Vm)(url)} answers${version}`,
            },
        ],
    };
}

;// CONCATENATED MODULE: ./build/src/targets/by-hand.js

/** The commands by hand of every target, one line each: who only writes them down does not load the targets. */
const targets = {
    hosts: hostsByHand,
};
/** How a person rolls the environment back by hand. */
function byHandOf(of) {
    return targets[of.environment.target](of);
}

// EXTERNAL MODULE: ./build/src/stages/expected-rollback.js
var expected_rollback = __webpack_require__(3718);
// EXTERNAL MODULE: ./build/src/stages/gates/evidence-folder.js
var evidence_folder = __webpack_require__(5002);
;// CONCATENATED MODULE: ./build/src/stages/report/procedures.js











/** The generated procedures, from the repository's root. */
const proceduresFile = `${handover/* handover */.c.report}/rollback-procedures.md`;
/** How the application is rolled back in each environment of the settings, and those that cannot be. */
async function rollbackProcedures(run, written) {
    const { criteria } = run.settings;
    const made = await Promise.all(Object.values(run.settings.environments).map((environment) => proceduresOf(run, environment, written)));
    const { app, version, sha } = written;
    const environments = made.map(({ document }) => document);
    return {
        text: renderRollbackProcedures({ app, version, sha, criteria, environments }),
        refused: made.flatMap(({ refused }) => refused),
    };
}
async function proceduresOf(run, environment, written) {
    const { name, url, migrations, backup } = environment;
    const plans = (0,expected_rollback/* expectedRollback */.z)(run, environment, { now: written.version, before: written.before });
    return {
        document: {
            ...{ name, url, migrate: migrations.migrate },
            backup: backup === null ? null : backedUp(backup),
            plans: plans.flatMap(({ when, made }) => ((0,fleet_plan/* isRefusal */.vu)(made) ? [] : [{ when, plan: made }])),
            lastKnown: lastKnown(written.evidence, name),
            byHand: await byHandOf({ app: written.app, environment }),
        },
        refused: plans.flatMap(({ made }) => ((0,fleet_plan/* isRefusal */.vu)(made) ? [{ environment: name, refusal: made }] : [])),
    };
}
function backedUp(backup) {
    const done = backup.by === "provider" ? "not looked at by phoenix-deploy" : "made and verified before migrations run";
    return `${(0,checks_backup.backupText)(backup)}, ${done}`;
}
/** Writes them where the report is, with what evidence here says; `own` is what this stage knows so far. */
async function writeProcedures(run, named, own = null) {
    const { files, job } = run.world;
    const earlier = (await earlierEvidence(run)).filter(({ stage }) => stage !== own?.stage);
    const evidence = [...(own === null ? [] : [own]), ...earlier];
    const before = evidence.find(({ stage, from }) => stage === "promote" && from !== null)?.from ?? "the previous release";
    const made = await rollbackProcedures(run, { ...named, before, evidence });
    await files.write((0,external_node_path_.join)(job.workspace, proceduresFile), made.text);
    return made;
}
/**
 * Writes them anew for a release that is about to serve, or was deployed and `ended` so. True where they were written:
 * they are bookkeeping, and a fault is a warning.
 */
async function keepProcedures(run, { app, version, git_sha: sha }, ended) {
    const { evidence } = run.recorder;
    const own = ended === null ? evidence : { ...evidence, status: ended.status, decision: ended.decision };
    try {
        await writeProcedures(run, { app, version, sha }, own);
        return true;
    }
    catch (error) {
        const why = (0,error_text/* errorText */.k)(error);
        await run.recorder.warn(`The rollback procedures could not be written to ${proceduresFile}: ${why}.`);
        return false;
    }
}
/** What the stages before left in this checkout, whichever job pins it. */
async function earlierEvidence(run) {
    const chain = (0,evidence/* joinChain */.UW)({ files: await (0,evidence_folder/* readEvidence */.At)(run), jobs: "", sha: "", runId: null });
    return chain.links.map(({ evidence }) => evidence);
}


/***/ }),

/***/ 9226:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ levelOf),
/* harmony export */   y: () => (/* binding */ isListed)
/* harmony export */ });
/* harmony import */ var _domain_validation_check_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3944);

/** The settings' level of a check, else its default for this commit. */
function levelOf(check, settings, job) {
    return settings.checks[check.id]?.level ?? (0,_domain_validation_check_js__WEBPACK_IMPORTED_MODULE_0__/* .defaultLevel */ .Qx)(check.level, (0,_domain_validation_check_js__WEBPACK_IMPORTED_MODULE_0__/* .ships */ .yw)(job));
}
/** True for a check that this run records: one that is off by default belongs to it where the settings name it. */
function isListed(check, settings) {
    return check.level !== "off" || settings.checks[check.id] !== undefined;
}


/***/ })

};
