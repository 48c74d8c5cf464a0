export const id = 969;
export const ids = [969];
export const modules = {

/***/ 2726:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $d: () => (/* binding */ sizeOf),
/* harmony export */   I7: () => (/* binding */ auditGap),
/* harmony export */   Jv: () => (/* binding */ pullInSubject),
/* harmony export */   Ku: () => (/* binding */ firstOf),
/* harmony export */   T9: () => (/* binding */ migrationsOf),
/* harmony export */   ZC: () => (/* binding */ isConfiguration),
/* harmony export */   b4: () => (/* binding */ isMigration),
/* harmony export */   gV: () => (/* binding */ stageOf),
/* harmony export */   vX: () => (/* binding */ advisoriesIn)
/* harmony export */ });
/** What of a brief is read from evidence and paths alone. */
/** A list as a brief keeps it: the first of them, and how many there are. */
function firstOf(all, max) {
    return { total: all.length, list: all.slice(0, max) };
}
/** The checks that compare packages with advisories. */
const audits = ["hex-audit", "deps-audit"];
/** The advisories that `validate` found: the first line of each, `plug 1.19.2 - EEF-… (HIGH)`. */
function advisoriesIn(validate) {
    const findings = resultsOf(validate, audits).flatMap((one) => one.findings);
    const found = findings.flatMap(({ message }) => {
        const says = message.split("\n")[0] ?? "";
        const [, name] = /^(\S+) \S+ - /.exec(says) ?? [];
        return name === undefined ? [] : [{ package: name, says }];
    });
    return [...new Map(found.map((one) => [one.says, one])).values()];
}
/** Why it is not known whether there are advisories; empty where an audit says. */
function auditGap(validate) {
    const audited = resultsOf(validate, audits);
    const none = audited.some(({ id, reason_code }) => id === "hex-audit" && reason_code === "not_applicable");
    if (none || audited.some(({ verdict }) => verdict === "pass" || verdict === "fail"))
        return "";
    return audited.map(({ title, verdict }) => `${title}: ${verdict}`).join(", ") || "no audit ran";
}
/** Is this a file of a migration of Ecto: below a folder `migrations` of some `priv`? */
function isMigration(path) {
    return /(^|\/)priv\/([^/]+\/)*[^/]*migrations\/([^/]+\/)*\d[^/]*\.exs$/.test(path);
}
/** Is this configuration of an application or of its release? The path is from the project's folder. */
function isConfiguration(path) {
    return /^(apps\/[^/]+\/)?((config|rel)\/|mix\.exs$)/.test(path);
}
const migrationChecks = ["migrations", "migration-safety"];
/** What is known of the migrations before they run on this environment. */
function migrationsOf(evidence, environment) {
    const checks = resultsOf(evidence.validate, migrationChecks);
    const risks = checks.flatMap((one) => one.findings).filter(({ severity }) => severity !== "notice");
    const ran = evidence.staging?.results.findLast((one) => one.kind === "step" && one.id === "migrate");
    return {
        run: environment.migrates,
        checks: checks.map(({ title, verdict, says }) => ({ title, verdict, says })),
        risks: firstOf(risks.map((one) => ({ place: placeOf(one), message: one.message.slice(0, maxMessage) })), maxRisks),
        before: ran === undefined
            ? null
            : { environment: evidence.staging?.environment ?? "", says: ran.says, duration_ms: ran.duration_ms },
        backup: environment.backup,
    };
}
const maxRisks = 100;
const maxMessage = 1_000;
function placeOf({ file, line }) {
    return file === undefined ? "" : `${file}${line === undefined ? "" : `:${line}`}`;
}
/** How a stage went, and what of it is no pass. */
function stageOf(evidence, pinned) {
    const counts = {};
    for (const { verdict } of evidence.results)
        counts[verdict] = (counts[verdict] ?? 0) + 1;
    const gaps = evidence.results.filter(({ verdict, reason_code }) => verdict !== "pass" && reason_code !== "not_applicable");
    const { stage, environment, status } = evidence;
    return {
        ...{ stage, environment, status, pinned, counts },
        gaps: gaps.map(({ title, verdict }) => `${title}: ${verdict}`).slice(0, maxGaps),
    };
}
const maxGaps = 50;
/** How much a host is sent: at most the tarball; hosts that had a release were sent what they lacked. */
function sizeOf(release, staging) {
    const uploads = staging?.results.filter((one) => one.kind === "step" && one.id === "upload") ?? [];
    const sent = uploads.flatMap(({ host, facts, verdict }) => verdict === "pass" && typeof facts["bytes"] === "number" && facts["bytes"] > 0
        ? [{ host: host ?? "", bytes: facts["bytes"] }]
        : []);
    return {
        tarball: release.bytes,
        files: release.files?.count ?? null,
        unpacked: release.files?.bytes ?? null,
        sent: sent.slice(0, maxHosts),
        sent_to: staging?.environment ?? null,
        had: staging?.from ?? null,
    };
}
const maxHosts = 100;
/** The pull request that a commit's subject names, as GitHub writes it when it merges one; null where it names none. */
function pullInSubject(subject) {
    const [, merged, squashed] = /^Merge pull request #(\d{1,9}) from |\(#(\d{1,9})\)$/.exec(subject.trim()) ?? [];
    const number = merged ?? squashed;
    return number === undefined ? null : Number(number);
}
function resultsOf(evidence, ids) {
    return evidence?.results.filter(({ kind, id }) => kind === "check" && ids.includes(id)) ?? [];
}


/***/ }),

/***/ 3723:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nq: () => (/* binding */ readDeliveryWord),
/* harmony export */   Zo: () => (/* binding */ deliveryWord)
/* harmony export */ });
/* unused harmony export deliveryEnds */
/**
 * What a run writes into the history of a deployment: how it ended, and of which release. A later run reads there what
 * serves, and how deliveries went.
 */
const deliveryEnds = {
    serves: "Serves",
    "rolled-back": "Rolled back",
    unchanged: "Nothing changed",
    failed: "Failed",
    unknown: "Not known",
    "dry-run": "Dry run",
};
/** Characters that GitHub takes of a description. */
const maxDescription = 140;
/** The description of a deployment that ended like this: `Serves: 1.4.2-0123abcd. …`. */
function deliveryWord(end, release, says = "") {
    const text = `${deliveryEnds[end]}: ${release}. ${says}`.replaceAll(/\s+/g, " ").trim();
    const letters = [...text];
    return letters.length <= maxDescription ? text : `${letters.slice(0, maxDescription - 1).join("")}…`;
}
/** What such a description says; null for one that somebody else wrote. */
function readDeliveryWord(description) {
    const [, word, release = ""] = /^([A-Z][a-z ]+): (\S+)\.(?: |$)/.exec(description) ?? [];
    const end = Object.keys(deliveryEnds).find((one) => deliveryEnds[one] === word);
    if (end === undefined)
        return null;
    return { end, release: /-[0-9a-f]{8}$/.test(release) ? release : null };
}


/***/ }),

/***/ 7035:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EH: () => (/* binding */ evidenceList),
/* harmony export */   Mm: () => (/* binding */ pullList),
/* harmony export */   Pt: () => (/* binding */ planText),
/* harmony export */   WI: () => (/* binding */ commitList),
/* harmony export */   cS: () => (/* binding */ changedPackages),
/* harmony export */   lP: () => (/* binding */ sizeText),
/* harmony export */   me: () => (/* binding */ migrationText),
/* harmony export */   o4: () => (/* binding */ configurationText)
/* harmony export */ });
/* harmony import */ var _domain_brief_brief_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1014);
/* harmony import */ var _domain_release_release_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2161);
/* harmony import */ var _domain_values_plural_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4939);
/* harmony import */ var _text_markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7103);
/* harmony import */ var _text_wording_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9700);





/** Entries of each folded list; the evidence has more of them. */
const maxShown = 50;
/** A list of the first entries, and how many there are more. */
function listed({ total, list }, line) {
    const shown = list.slice(0, maxShown);
    const rest = total - shown.length;
    const more = rest > 0 ? [`- and ${rest} more`] : [];
    return [...shown.map((one) => `- ${line(one)}`), ...more].join("\n") || "None.";
}
/** Commits, newest first, each with a link. */
function commitList(commits, repository) {
    return listed(commits, ({ sha, subject, author, pull }) => {
        const of = pull === null ? "" : ` (${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .link */ .nf)(`#${pull}`, `${repository}/pull/${pull}`)})`;
        const title = (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(subject.replace(/ *\(#\d+\)$/, ""), 120));
        return `${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .link */ .nf)(sha.slice(0, 8), `${repository}/commit/${sha}`)} ${title}${of}, ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(author, 60))}`;
    });
}
/** Pull requests with their titles. */
function pullList(pulls) {
    const list = listed(pulls, ({ number, title, author, url }) => {
        const by = author === "" ? "" : `, ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(author, 60))}`;
        return `${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .link */ .nf)(`#${number}`, url)} ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(title, 120))}${by}`;
    });
    return pulls.note === "" ? list : `${list}\n\n${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .sentence */ .em)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(pulls.note, 1_000))}`;
}
/** Changed configuration, and what the release needs of the servers. */
function configurationText(configuration, { variables }) {
    const names = variables.slice(0, maxShown).map((name) => (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(name, 100)));
    const rest = variables.length - names.length;
    const needs = `The servers must have: ${names.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}.`;
    return [pathList(configuration), ...(names.length === 0 ? [] : [needs])].join("\n\n");
}
/** Changed files by their paths. */
function pathList(paths) {
    return listed(paths, ({ path, change }) => `${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(path, 300))} ${change}`);
}
const steps = {
    added: "new",
    removed: "removed",
    newer: "",
    major: "⚠️ major",
    older: "⚠️ older",
    source: "⚠️ another source",
    other: "",
};
/** What mix.lock has differently, with advisories. */
function changedPackages(packages, brief) {
    const { advisories, advisories_unknown } = brief;
    const parts = [];
    if ((0,_domain_brief_brief_js__WEBPACK_IMPORTED_MODULE_0__/* .isMissing */ .b)(packages))
        parts.push((0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .sentence */ .em)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(packages.missing, 1_000)));
    else if (packages.total === 0)
        parts.push("mix.lock is the same.");
    else {
        const rows = packages.list.slice(0, maxShown).map(({ name, before, after, how, advisories: of }) => {
            const notes = [steps[how] ?? "", of.length === 0 ? "" : `⚠️ ${(0,_domain_values_plural_js__WEBPACK_IMPORTED_MODULE_4__/* .counted */ .h)(of.length, "advisory", "advisories")}`];
            const note = notes.filter((one) => one !== "").join(", ");
            return [(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(name), (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(`${before ?? "none"} → ${after ?? "none"}`), note];
        });
        const rest = packages.total - rows.length;
        parts.push((0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .table */ .tp)(["Package", "Version", ""], rows), ...(rest > 0 ? [`And ${rest} more in the evidence file.`] : []));
    }
    if (advisories_unknown !== "")
        parts.push(`Whether there are advisories is not known: ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .sentence */ .em)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(advisories_unknown, 500))}.`);
    else if (advisories.length === 0)
        parts.push("No advisory and no retired package among all dependencies.");
    else
        parts.push("Advisories, and retired packages, of all dependencies:", listed({ total: advisories.length, list: advisories }, (one) => (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .sentence */ .em)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(one, 300))));
    return parts.join("\n\n");
}
/** The migrations, what the checks say of them, and how they went on the environment before. */
function migrationText({ changes, migrations, environment }) {
    const { run, checks, risks, before, backup } = migrations;
    const place = (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(environment, 60));
    const parts = [
        ...((0,_domain_brief_brief_js__WEBPACK_IMPORTED_MODULE_0__/* .isMissing */ .b)(changes) ? [] : [pathList(changes.migrations)]),
        ...(run ? [] : [`The settings of ${place} run no migrations.`]),
        ...(risks.total === 0
            ? []
            : [
                "Risks:",
                listed(risks, ({ place: at, message }) => {
                    const text = (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .sentence */ .em)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(message.replaceAll(/\s+/g, " "), 400));
                    return `⚠️ ${at === "" ? "" : `${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(at, 300))} `}${text}`;
                }),
            ]),
        ...checks.map(({ title, verdict, says }) => `${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(title, 100))} (${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)(verdict)}): ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .sentence */ .em)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(says, 600))}`),
        ...(before === null
            ? []
            : [
                `On ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(before.environment, 60))}, in ${(0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .durationText */ .S5)(before.duration_ms)}: ` +
                    (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .sentence */ .em)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(before.says, 600)),
            ]),
        ...(backup === "" ? [] : [`Backup before them: ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .sentence */ .em)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(backup, 500))}.`]),
    ];
    return parts.join("\n\n");
}
/** Each stage with the numbers of its verdicts, and what of it is no pass. */
function evidenceList(stages) {
    const rows = stages.map(({ stage, environment, status, pinned, counts }) => {
        const numbers = Object.entries(counts).map(([verdict, many]) => `${many} ${verdict}`);
        const loose = pinned === false ? ", ⚠️ not pinned" : "";
        return [
            (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(`${stage}${environment === null ? "" : ` on ${(0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(environment, 60)}`}`),
            (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(`${status}: ${numbers.join(", ")}${loose}`),
        ];
    });
    const gaps = stages.flatMap(({ stage, gaps: all }) => all.map((one) => `- ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)(stage)}: ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .sentence */ .em)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(one, 200))}`));
    return [(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .table */ .tp)(["Stage", "Results"], rows), ...(gaps.length === 0 ? [] : ["Without a pass:", gaps.join("\n")])].join("\n\n");
}
/** The steps of a plan, and what they rest on. */
function planText(plan, environment) {
    if ((0,_domain_brief_brief_js__WEBPACK_IMPORTED_MODULE_0__/* .isMissing */ .b)(plan))
        return (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .sentence */ .em)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(plan.missing, 1_000));
    const place = (0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(environment, 60);
    const basis = plan.from === "assumed"
        ? `Planned for the hosts that the settings name, as the last deployment should have left them: nobody has ` +
            `asked the hosts of ${place} yet. The deployment plans from what it finds there; the slot may be another.`
        : "";
    return [
        (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .sentence */ .em)(plan.says),
        plan.steps.map((step, index) => `${index + 1}. ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .sentence */ .em)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(step, 300))}`).join("\n"),
        ...plan.warnings.map((one) => `> **Note:** ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .sentence */ .em)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(one, 500))}`),
        ...(basis === "" ? [] : [(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .sentence */ .em)(basis)]),
    ].join("\n\n");
}
/** How much each host is sent, where production runs this version. */
function sizeText({ tarball, files, unpacked, sent, sent_to, had }, runs) {
    const whole = files === null || unpacked === null ? "" : ` (${(0,_domain_values_plural_js__WEBPACK_IMPORTED_MODULE_4__/* .counted */ .h)(files, "file")}, ${bytesText(unpacked)} unpacked)`;
    const most = `at most ${bytesText(tarball)} to each host${whole}`;
    if (sent.length === 0 || had === null)
        return most;
    const measured = bytesText(Math.max(...sent.map(({ bytes }) => bytes)));
    const place = (0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(sent_to ?? "", 60);
    return (0,_domain_release_release_js__WEBPACK_IMPORTED_MODULE_1__/* .releaseVersionOf */ .$_)(had) === runs
        ? `${measured} to a host that has ${(0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(had, 100)}, as on ${place}; ${most}`
        : `${most}; on ${place}, which had ${(0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(had, 100)}, it was ${measured}`;
}
function bytesText(bytes) {
    if (bytes < 1_000)
        return `${bytes} B`;
    return bytes < 1_000_000 ? `${(bytes / 1_000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}


/***/ }),

/***/ 1498:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ bars),
/* harmony export */   z: () => (/* binding */ watchShown)
/* harmony export */ });
/* harmony import */ var _text_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7103);
/* harmony import */ var _text_wording_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9700);


/** Rows of the table at most: a watch has a few signals of a few metrics. */
const maxRows = 40;
/**
 * What a watch saw: each metric of the release before and of the new one, and how both went over the watch, which
 * `drawn` draws.
 */
function watchShown(record, drawn = chart) {
    return [watchTable(record), drawn(record), (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .sentence */ .em)(comparison(record))].filter((part) => part !== "").join("\n\n");
}
function watchTable({ metrics }) {
    const several = new Set(metrics.map(({ signal }) => signal)).size > 1;
    return (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(["Metric", "Before → After", "Status"], metrics
        .slice(0, maxRows)
        .map((one) => [
        (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(`${nameOf(one)}${several && one.metric !== one.signal ? `, ${one.signal}` : ""}`),
        `${value(one, one.before)} → ${value(one, one.after)}`,
        `${statusOf(one)}${changeOf(one)}`,
    ]));
}
const names = {
    "error rate": "Error Rate",
    p50: "p50 Latency",
    p99: "p99 Latency",
};
function nameOf({ metric }) {
    return Object.hasOwn(names, metric) ? (names[metric] ?? metric) : (0,_text_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .shortened */ .vI)(metric, 60);
}
function statusOf({ verdict }) {
    if (verdict === null)
        return "not judged";
    // The word for an inconclusive one is too long for a third column on a phone.
    if (verdict === "inconclusive")
        return "◌ UNDECIDED";
    return verdict === "pass" ? "✓ OK" : _text_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .verdictWords */ .L2[verdict];
}
function value({ unit }, of) {
    if (of === null)
        return unit === "held" || unit === "level" ? "–" : "no samples";
    if (unit === "fraction")
        return `${(of * 100).toFixed(1)}%`;
    if (unit === "held")
        return `held ${(of * 100).toFixed(0)}%`;
    return unit === "ms" ? milliseconds(of) : short(of);
}
function milliseconds(ms) {
    return `${ms < 10 ? ms.toFixed(1) : Math.round(ms)}ms`;
}
function short(of) {
    return Math.abs(of) < 1_000 ? String(Number(of.toPrecision(3))) : of.toExponential(2);
}
/** The change with its sign: in points of a percentage, or in percent of what was before. */
function changeOf({ unit, change }) {
    if (change === null)
        return "";
    const percent = (change * 100).toFixed(unit === "fraction" ? 1 : 0);
    const shown = Number(percent) === 0 ? "±0" : `${change > 0 ? "+" : ""}${percent}`;
    return ` (${shown}${unit === "fraction" ? " points" : "%"})`;
}
function comparison({ metrics, previous }) {
    const of = (which) => metrics.some((one) => one.compared_with === which);
    const control = of("control") && previous !== null ? `with ${previous}, at the same moments` : "";
    const history = of("history") ? "with what was seen before the switch" : "";
    const both = [control, history].filter((part) => part !== "").join("; where that was not possible, ");
    return both === "" ? "There was nothing to compare with." : `Compared ${both}.`;
}
/** A bar in eight heights. */
const bars = "▁▂▃▄▅▆▇█";
/** Two small lines for each of error rate and latency, in the same scale; a dot where there was no request. */
function chart({ chart: { before, after, seconds_per_point }, seconds }) {
    if (after.error_rate.every((one) => one === null))
        return "";
    const pair = (title, of, say) => {
        const lines = [after, ...(before === null ? [] : [before])].map(of);
        const top = Math.max(...lines.flat().map((one) => one ?? 0));
        const drawn = lines.map((line, index) => `${index === 0 ? "new" : "old"} ${spark(line, top)}`);
        return [`${title}, up to ${say(top)}`, ...drawn];
    };
    return (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .block */ .om)([
        ...pair("Error rate", ({ error_rate }) => error_rate, (top) => `${(top * 100).toFixed(1)}%`),
        ...pair("Median latency", ({ ms }) => ms, milliseconds),
        `${Math.round(seconds)} s, ${seconds_per_point} s each`,
    ].join("\n"));
}
function spark(line, top) {
    const bar = (one) => bars[top === 0 ? 0 : Math.ceil((one / top) * (bars.length - 1))] ?? "▁";
    return line.map((one) => (one === null ? "·" : bar(one))).join("");
}


/***/ }),

/***/ 4438:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  jY: () => (/* binding */ findEnvironment),
  bf: () => (/* binding */ ownerOf),
  $r: () => (/* binding */ targetOf)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/domain/evidence/handover.js
var handover = __webpack_require__(9999);
// EXTERNAL MODULE: ./build/src/domain/release/release.js
var release_release = __webpack_require__(2161);
// EXTERNAL MODULE: ./build/src/commands/host.js
var commands_host = __webpack_require__(3620);
// EXTERNAL MODULE: ./build/src/domain/fleet/fleet.js
var fleet = __webpack_require__(1885);
;// CONCATENATED MODULE: ./build/src/targets/hosts/lease.js
/** How long a lease lasts without renewal, seconds, unless a caller says otherwise. */
const defaultLeaseSeconds = 180;
/** Renewals in the length of a lease: several may fail before it expires. */
const beatsOfLease = 9;
/** Signs of life in the time of a guard: some may be late before it acts. */
const beatsOfGuard = 4;
function leaseSecondsOf({ leaseSeconds }) {
    return leaseSeconds ?? defaultLeaseSeconds;
}
/** How often the lock is renewed, milliseconds. */
function beatMs(options) {
    return (leaseSecondsOf(options) * 1_000) / beatsOfLease;
}

// EXTERNAL MODULE: ./build/src/assets.js
var assets = __webpack_require__(8340);
// EXTERNAL MODULE: ./build/src/routers/none.js
var none = __webpack_require__(4440);
;// CONCATENATED MODULE: ./build/src/targets/hosts/program.js



const schema = ["backup", "migrate", "revert", "kept-schema", "look-down", "evaluate"];
/**
 * Parts that only these operations need. All others are sent with each: the shell of a host reads all that it is sent
 * before it begins, which costs it more than most operations do.
 */
const onlyFor = {
    "host/33-files.sh": ["acquire-lock", "stock", "assemble"],
    "host/34-assemble.sh": ["assemble"],
    "host/36-migrate.sh": schema,
    "host/37-backup.sh": ["backup"],
    "host/38-postgres.sh": ["backup"],
    "host/39-revert.sh": schema,
    "host/49-log-errors.sh": ["log-errors"],
    "host/65-fit.sh": ["fit"],
    "host/66-watch.sh": ["router-counts", "memory"],
    "host/67-evaluate.sh": ["evaluate"],
};
/** The parts of host/ for an operation, in the order of their files' numbers, without those of the routers. */
function partsFor(op) {
    return Object.keys(assets.assets)
        .filter((name) => /^host\/\d/.test(name) && onlyFor[name]?.includes(op) !== false)
        .sort();
}
/** The program of each operation, joined once: a fleet of 50 hosts is sent it hundreds of times. */
const programs = new Map();
function programOf(op) {
    const program = programs.get(op) ??
        partsFor(op)
            .map((name) => assets.assets[name])
            .join("\n");
    programs.set(op, program);
    return program;
}
/** What sends traffic back where a shift is not confirmed; the router's part comes before it. */
const guardProgram = [assets.assets["host/10-records.sh"], assets.assets["host/guard.sh"]].join("\n");
/**
 * The program for one operation on one host: its values, and the text that all hosts share. Only a host on which the
 * router is changed gets the router's part, which runs by itself too and so has the slots in it.
 */
async function programFor(environment, host, values) {
    const { PD_SLOTS = "", PD_OP = "" } = values;
    const router = environment.routerHosts.some(({ name }) => name === host) ? environment.router : (0,none/* noRouter */.L)();
    const part = (0,commands_host/* programText */.Q3)({ PD_SLOTS, ...router.values }, await router.part());
    return { values: (0,commands_host/* valuesText */.kF)({ ...values, PD_ROUTER: part }), shared: programOf(PD_OP) };
}

;// CONCATENATED MODULE: ./build/src/targets/hosts/remedies.js
const remedies = {
    lock_held: "Wait for that run to end, or for its lock to expire; then run again.",
    lock_lost: "When no other run changes this environment any more, run this job again: it observes first.",
    step_running: "It ends by itself within its time limit. Run again then.",
    digest_mismatch: "The file was changed on its way. Run again; if it happens again, find out who changes it.",
    migration_failed: "Traffic was not moved. Fix what its output in the job summary names, and run the job again.",
    schema_unknown: "Go back with `migrations: keep`: traffic moves, and the schema stays.",
    revert_failed: "Traffic is with the old release and stays there. Fix what it names, and re-run this job, or run `rollback` with " +
        "`migrations: down` and with `to` as the release that serves now; or restore the backup.",
    backup_failed: "Nothing was migrated. Fix what it names, and run the job again; the release is not marked bad.",
    migration_out_of_order: "Rebase: give these migrations new versions. Where the order does not matter, set " +
        "`migrations.out-of-order: allow`.",
    environment_file_invalid: "Correct these lines: the format is that of systemd's EnvironmentFile, one NAME=value a line.",
    configuration_missing: "Add them to that file, one NAME=value a line, and run again.",
    database_unreachable: "Check that the database runs, and that its firewall and the addresses that it listens on let this host connect.",
    port_taken: "Stop that process, or give the slot another port in the settings and in the router. Where it is this " +
        "application itself, the settings had another `path` or `systemd.name` when it was started: set these back.",
    unsafe_release: "Find out how that came into the release, and build it anew without it.",
    disk_full: "Free space there, or keep fewer releases (`strategy.keep`), and run again.",
};
/** What to do about a host's failure with this reason; empty where the sentence itself says it. */
function remedyOf(code, { router }) {
    return code === "router_failed" ? router.remedy : (remedies[code] ?? "");
}

// EXTERNAL MODULE: ./build/src/domain/evidence/reason.js
var reason = __webpack_require__(4572);
;// CONCATENATED MODULE: ./build/src/targets/hosts/report.js

/** Reads the records that the host program prints: `pd <TAB> key <TAB> values`. Everything else is a tool's print. */
function readReport(stdout) {
    const records = [];
    const relayed = [];
    let exit = null;
    let failure = null;
    for (const line of stdout.split("\n")) {
        const [mark, key = "", ...values] = line.split("\t");
        if (mark !== "pd") {
            if (line !== "")
                relayed.push(line.replace(/^\| /, ""));
        }
        else if (key === "exit")
            exit = /^\d+$/.test(values[0] ?? "") ? Number(values[0]) : null;
        else if (key === "fail")
            failure = { reason_code: reasonOf(values[0] ?? ""), says: values.slice(1).join(" ") };
        else
            records.push([key, ...values]);
    }
    return { records, relayed: relayed.join("\n"), exit, failure };
}
function reasonOf(word) {
    return reason/* reasonCodes */.JC.find((code) => code === word) ?? "unexpected_error";
}
/** The values of the first record with this key; none where the program printed no such record. */
function valuesOf({ records }, key) {
    return records.find((record) => record[0] === key)?.slice(1) ?? [];
}
/** What the host program warned of although it did what it was asked. */
function warningsIn({ records }) {
    return records.filter(([key]) => key === "warning").map((record) => record.slice(1).join(" "));
}

// EXTERNAL MODULE: ./build/src/targets/hosts/units.js + 1 modules
var units = __webpack_require__(6615);
;// CONCATENATED MODULE: ./build/src/targets/hosts/call.js







/** Operations that may be asked twice: they change nothing, or the same again. */
const repeatable = new Set([
    ...["observe", "fit", "running", "log", "router", "stock"],
    ...["router-counts", "memory", "evaluate", "kept-schema", "look-down"],
    ...["acquire-lock", "renew", "release-lock"],
]);
/** Between two attempts to reach a host, milliseconds, and how many there are at most. */
const pauseMs = 500;
const mostTries = 60;
/**
 * How many sessions of ssh that end with code 0 before anything began are lost ones; after them it is the login shell.
 */
const mostSilent = 3;
/**
 * What the program prints first, on a line of its own: a login shell may have printed something without a last line
 * end. Without it, nothing of the program began.
 */
const begins = "printf '\\npd\\tbegan\\n'";
/** Runs the program on hosts as this run may. */
function callerOf(options, ways) {
    const { environment } = options;
    const common = commonValues(options);
    return async (calling) => {
        const { host, op, values = {}, limitMs } = calling;
        const way = ways.to(host);
        const own = { PD_OP: op, PD_HOST: host, PD_SLOTS: slotsText(environment, host) };
        const program = await programFor(environment, host, { ...own, ...common, ...values });
        const command = {
            argv: commands_host/* runProgram */.mB,
            stdin: { text: `${begins}\n${program.values}`, shared: program.shared },
            ...{ limitMs, onCancel: "finish", evenAfterCancel: op === "release-lock" },
        };
        const ran = await reaching(options, way, { command, mayRepeat: repeatable.has(op) });
        const report = readReport(ran.stdout);
        if (report.exit === 0 && report.failure === null)
            return report;
        const tail = [report.relayed, ran.stderr.trim()].filter((one) => one !== "").join("\n");
        const judgement = report.failure === null ? withoutReason(calling, { way, report, ran }) : refused(host, report.failure);
        return { remedy: remedyOf(judgement.reason_code, environment), ...judgement, tail: tail.slice(-4_000) };
    };
}
/**
 * Tries again within the limit where nothing began on the host, or where it may be asked twice: after a session that
 * was cut, which may end with code 0 as well, without the program's last line.
 */
async function reaching({ clock }, way, { command, mayRepeat }) {
    const began = clock.ticks();
    let silent = 0;
    for (let tries = mostTries;; tries -= 1) {
        const left = command.limitMs - (clock.ticks() - began);
        const ran = await way.run({ ...command, limitMs: left });
        const ended = ran.ended === "exited" && ran.code === 0;
        if (ended && !hasBegun(ran))
            silent += 1;
        const cut = ran.lost === true || (ended && silent <= (way.login === null ? 0 : mostSilent));
        const again = ran.unreached?.again === true || (cut && mayRepeat && !hasEnd(ran));
        if (!again || tries === 0 || left <= 2 * pauseMs)
            return ran;
        await clock.sleep(pauseMs);
    }
}
function hasBegun({ stdout }) {
    return readReport(stdout).records.some(([key]) => key === "began");
}
function hasEnd({ stdout }) {
    return readReport(stdout).exit !== null;
}
/** The slots of a host, with their ports. */
function slotsText(environment, host) {
    const slots = Object.entries((0,fleet/* slotsOn */.$C)(environment, host));
    return slots.map(([name, { port }]) => `${name}=${port}`).join(" ");
}
/** The values that every operation has, on whatever host. */
function commonValues(options) {
    const { path } = options.environment;
    const runUrl = options.runUrl ?? "";
    return {
        PD_OWNER: options.owner,
        PD_URL: /^https?:\/\/\S+$/.test(runUrl) ? runUrl : "",
        PD_PATH: path,
        PD_APP: options.app,
        PD_UNIT: (0,units/* unitName */.C)(options),
        PD_NAME: options.releaseName,
        PD_TTL: String(leaseSecondsOf(options)),
        PD_MANIFEST: "",
    };
}
/** The program said itself why. */
function refused(host, { reason_code, says }) {
    return { verdict: "fail", reason_code, says: `${host}: ${says}` };
}
/** The program ended without a reason: it was not begun, or what it did is unknown, whatever its exit code was. */
function withoutReason({ host, op }, { way, report, ran }) {
    if (ran.unreached !== undefined) {
        const { again: _, ...judgement } = ran.unreached;
        return judgement;
    }
    const begun = report.records.some(([key]) => key === "began");
    if (way.login !== null && ran.ended === "exited" && ran.lost !== true && !begun) {
        return {
            verdict: "fail",
            reason_code: "host_unsuitable",
            says: `${host}: the login shell of ${way.login} ended with code ${ran.code} before it began /bin/sh.`,
            remedy: "Look at its start files there, such as ~/.bashrc: for a login without a terminal they must not exit.",
        };
    }
    const lost = ran.lost === true ? "lost its connection" : `exited with code ${report.exit ?? ran.code} without a reason`;
    const how = {
        exited: lost,
        "timed-out": "timed out",
        cancelled: "was cancelled",
        "not-started": `could not be started (${ran.why})`,
    }[ran.ended];
    return {
        verdict: "error",
        reason_code: ran.ended === "cancelled" ? "cancelled" : "state_unknown",
        says: `${op} on ${host} ${how}; its effect is unknown.`,
        remedy: "Run the job again: it observes the host first.",
    };
}

;// CONCATENATED MODULE: ./build/src/targets/hosts/looks.js
/** How long what a host reported of itself counts as what is there now, milliseconds. */
const freshMs = 10_000;
function looksOf(clock) {
    const seen = new Map();
    return {
        keep: (host, report) => seen.set(host, { report, at: clock.ticks() }),
        take(host) {
            const found = seen.get(host);
            seen.delete(host);
            return found !== undefined && clock.ticks() - found.at < freshMs ? found.report : null;
        },
        forget: () => seen.clear(),
    };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/src/commands/tar.js
var tar = __webpack_require__(4987);
// EXTERNAL MODULE: ./build/src/domain/release/files.js
var release_files = __webpack_require__(863);
;// CONCATENATED MODULE: ./build/src/targets/hosts/packer.js




/** Of lists. */
const maxListBytes = 32 << 20;
const limitMs = 300_000;
/** Safe for many hosts at once: whoever comes second waits for the work of the first. */
function packerOf(options) {
    const { release } = options;
    if (release === null) {
        const none = { wrong: "the release is not on this runner" };
        return { prepare: () => undefined, files: async () => none, pack: async () => none };
    }
    const packs = new Map();
    let list;
    let unpacked;
    const unpackOnce = () => {
        unpacked ??= unpack(options, release);
        return unpacked;
    };
    const pack = async (paths, name) => (await unpackOnce()) ?? packOf(options, release, { paths, name });
    return {
        prepare() {
            // A fault of it is one of the pack that waits for it.
            if (release.list !== null)
                unpackOnce().catch(() => undefined);
        },
        async files() {
            list ??= readList(options, release);
            return list;
        },
        pack(paths) {
            const name = (0,external_node_crypto_.createHash)("sha256").update(paths.join("\n")).digest("hex").slice(0, 16);
            const made = packs.get(name) ?? pack(paths, name);
            packs.set(name, made);
            return made;
        },
    };
}
async function readList({ files }, { list }) {
    if (list === null)
        return { wrong: "its manifest has no list of files" };
    const text = await files.read(list.path, maxListBytes).catch(() => null);
    if (text === null)
        return { wrong: "the list of its files is missing beside the tarball" };
    const sha256 = (0,external_node_crypto_.createHash)("sha256").update(text).digest("hex");
    if (sha256 !== list.sha256)
        return { wrong: `the list of its files has sha256 ${sha256}, and its manifest says ${list.sha256}` };
    const read = (0,release_files/* readFileList */.XO)(text);
    return typeof read === "string" ? { wrong: `the list of its files was refused: ${read}` } : read;
}
/** `list` and `release/…`, as packs have them. */
async function unpack({ shell, files }, { list, path, scratch }) {
    const folder = (0,external_node_path_.join)(scratch, "release");
    await files.remove(scratch);
    await files.makeFolder(folder);
    await files.write((0,external_node_path_.join)(scratch, "list"), (list && (await files.read(list.path, maxListBytes))) ?? "");
    const ran = await shell.run({ argv: (0,tar/* unpackInto */.Z8)(folder, path), limitMs, onCancel: "end" });
    return ran.code === 0 ? null : { wrong: `the tarball could not be unpacked on this runner: ${lastLine(ran.stderr)}` };
}
async function packOf({ shell, files }, { scratch }, { paths, name }) {
    const path = (0,external_node_path_.join)(scratch, `${name}.pack`);
    const text = ["list", ...paths.map((one) => `release/${one}`)].map((one) => `${one}\0`).join("");
    const ran = await shell.run({ argv: (0,tar/* packListed */.H3)(scratch, path), stdin: { text }, limitMs, onCancel: "end" });
    const seen = ran.code === 0 ? await files.digest(path) : null;
    return seen === null
        ? { wrong: `its files could not be packed on this runner: ${lastLine(ran.stderr)}` }
        : { path, ...seen };
}
function lastLine(text) {
    return text.trim().split("\n").at(-1) ?? "";
}

;// CONCATENATED MODULE: ./build/src/targets/hosts/context.js


/** What begins with nothing known of the hosts. */
function openHosts(given) {
    const { options } = given;
    return {
        ...given,
        packer: packerOf(options),
        assembled: new Set(),
        looks: looksOf(options.clock),
        stocks: looksOf(options.clock),
    };
}
/** True where the operation did not pass. */
function failed(answer) {
    return "verdict" in answer;
}
/** A report that cannot be read: no facts are better than wrong ones. */
function unreadable(says) {
    return {
        verdict: "error",
        reason_code: "state_unknown",
        says,
        remedy: "Run the job again; if it stays, report the log as a fault of phoenix-deploy.",
    };
}

// EXTERNAL MODULE: ./build/src/domain/fleet/host-record.js
var host_record = __webpack_require__(1433);
// EXTERNAL MODULE: ./build/src/domain/release/glibc.js
var release_glibc = __webpack_require__(2349);
// EXTERNAL MODULE: ./build/src/strategies/refusals.js
var refusals = __webpack_require__(6666);
;// CONCATENATED MODULE: ./build/src/domain/rollback/verified-level.js

/** A level as one word of a host's record: `600,2,14.2,80.1,60`. What was not measured is empty. */
function levelText({ requests, errors, p50_ms, p99_ms, seconds }) {
    return [requests, errors, tenths(p50_ms), tenths(p99_ms), tenths(seconds)].map((one) => one ?? "").join(",");
}
/** Null for anything but a level. */
function readLevel(text) {
    const [first, second, p50, p99, lasted, ...more] = text.split(",");
    const [requests, errors, seconds] = [(0,host_record/* whole */.W)(first), (0,host_record/* whole */.W)(second), decimal(lasted)];
    if (requests === null || errors === null || seconds === null || more.length > 0)
        return null;
    return errors > requests ? null : { requests, errors, p50_ms: decimal(p50), p99_ms: decimal(p99), seconds };
}
function tenths(value) {
    return value === null ? null : Math.round(value * 10) / 10;
}
function decimal(text) {
    return text !== undefined && /^\d{1,12}(\.\d{1,3})?$/.test(text) ? Number(text) : null;
}

;// CONCATENATED MODULE: ./build/src/targets/hosts/facts.js



/** The facts of one host; a sentence when a record is missing or unreadable, since an incomplete view is no view. */
function readFacts(report, host, slots) {
    const all = (key) => report.records.filter((record) => record[0] === key).map((record) => record.slice(1));
    const one = (key) => all(key)[0];
    const now = (0,host_record/* whole */.W)(one("now")?.[0]);
    const disk = (0,host_record/* whole */.W)(one("disk")?.[0]);
    const step = one("step")?.[0];
    if (now === null || disk === null || (step !== "running" && step !== "idle"))
        return `The report of ${host} is incomplete.`;
    const facts = [];
    for (const [name, { port }] of Object.entries(slots)) {
        const seen = all("slot").find((record) => record[0] === name);
        if (seen === undefined)
            return `The report of ${host} does not name slot ${name}.`;
        const pid = (0,host_record/* whole */.W)(seen[2]);
        const running = pid === null ? null : { pid, release: seen[3] || null };
        const stranger = seen[4] === "foreign" ? { stranger: seen[6] || "another process" } : {};
        const listens = running !== null && seen[4] === "own" ? { listens: true } : {};
        const changed = all("stale").find((record) => record[0] === name)?.[1];
        const stale = changed === undefined ? {} : { stale: changed };
        facts.push([name, { port, link: seen[1] || null, running, ...stranger, ...listens, ...stale }]);
    }
    const [user = "", path = ""] = one("unit") ?? [];
    const lines = all("unit_line").map((record) => record.join(" "));
    const installed = lines.length === 0 ? null : lines;
    const unit = user === "" ? {} : { unit: { user, path, installed } };
    const left = all("left").map(readLeft);
    const faults = all("env_fault").map((record) => record[0] ?? "");
    const [owner, expires, since, url] = one("lease") ?? [];
    const [release, slot, before] = one("active") ?? [];
    const verified = all("verified").map(readVerified);
    const [at, by, silent] = one("reversed") ?? [];
    const [intentOwner, intentRelease, intentSlot] = one("intent") ?? [];
    return {
        host,
        now,
        releases: all("release").map((record) => record[0] ?? ""),
        bad: all("bad").map((record) => record[0] ?? ""),
        current: one("current")?.[0] || null,
        slots: Object.fromEntries(facts),
        ...(left.length === 0 ? {} : { left }),
        active: release && slot ? { release, slot, before: before || null } : null,
        ...(verified.length === 0 ? {} : { verified }),
        intent: intentOwner && intentRelease && intentSlot
            ? { owner: intentOwner, release: intentRelease, slot: intentSlot }
            : null,
        holdUntil: (0,host_record/* whole */.W)(one("hold")?.[0]),
        lease: owner ? { owner, expires: (0,host_record/* whole */.W)(expires) ?? 0, since: (0,host_record/* whole */.W)(since) ?? 0, ...(url ? { url } : {}) } : null,
        stepRunning: step === "running",
        diskFreeBytes: disk,
        guarded: one("guard") !== undefined,
        ...(by ? { reversed: { at: (0,host_record/* whole */.W)(at) ?? 0, owner: by, seconds: (0,host_record/* whole */.W)(silent) ?? 0 } } : {}),
        ...(faults.length === 0 ? {} : { environmentFaults: faults }),
        ...unit,
    };
}
/** What runs in a slot that the settings do not name. */
function readLeft([slot = "", release = "", port]) {
    return { slot, release: release || null, port: (0,host_record/* whole */.W)(port) };
}
/** A line of what was verified: the release, who recorded it, and words of which each may be missing. */
function readVerified([release = "", by = "", more = ""]) {
    const words = more.split(" ");
    const level = words.map(readLevel).find((one) => one !== null);
    return {
        release,
        ...(by === "" ? {} : { by }),
        ...(words.includes("back") ? { back: true } : {}),
        ...(level === undefined ? {} : { level }),
    };
}
/** Who answers on a slot's port; null when the report does not say. */
function readAnswering(report) {
    const record = report.records.find(([key]) => key === "running");
    const [, pid = "", release = "", listener, , stranger = ""] = record ?? [];
    if (listener !== "none" && listener !== "own" && listener !== "foreign")
        return null;
    const number = (0,host_record/* whole */.W)(pid);
    const process = number === null ? null : { pid: number, release: release || null };
    const unit = unitEnd(valuesOf(report, "unit_end"));
    const [loopback = ""] = valuesOf(report, "loopback");
    return {
        ...{ process, listener, stranger },
        ...(loopback === "" ? {} : { loopback }),
        ...(unit === null ? {} : { unit }),
    };
}
function unitEnd([restarts, result = "", status, memoryMax]) {
    const [count, code] = [(0,host_record/* whole */.W)(restarts), (0,host_record/* whole */.W)(status)];
    return count === null || code === null
        ? null
        : { restarts: count, result, status: code, memoryMax: (0,host_record/* whole */.W)(memoryMax) };
}

// EXTERNAL MODULE: ./build/src/targets/hosts/router-places.js
var router_places = __webpack_require__(1836);
;// CONCATENATED MODULE: ./build/src/targets/hosts/stock.js


/** What a host is asked with. */
function stockValues({ release }, id) {
    return { PD_RELEASE: id, PD_LIST: release?.list ? "yes" : "no" };
}
/** Asks a host what it has, unless it said so with its lock. */
async function stockOf(hosts, host, release) {
    const values = stockValues(hosts.options, release);
    const report = hosts.stocks.take(host) ?? (await hosts.call({ host, op: "stock", values, limitMs: 120_000 }));
    if (failed(report))
        return report;
    const records = (key) => report.records.filter(([first]) => first === key).map(([, ...values]) => values);
    return {
        free: Number(valuesOf(report, "disk")[0] ?? Number.NaN),
        there: records("there").length > 0,
        received: new Map(records("received").map(([name = "", bytes = "", sha256 = ""]) => [name, { bytes: Number(bytes), sha256 }])),
        has: new Set(records("has").flatMap(([digests = ""]) => digests.split(" "))),
    };
}
/** What a host lacks: each content once, under the first path that has it. */
function lacking(files, { has }) {
    const seen = new Set();
    return files.filter(({ type, content }) => {
        if (type !== "f" || has.has(content.slice(0, 16)) || seen.has(content))
            return false;
        seen.add(content);
        return true;
    });
}

;// CONCATENATED MODULE: ./build/src/targets/hosts/send.js



/** How often a connection may drop. */
const tries = 5;
const send_pauseMs = 500;
/** Why a host may not have answered that is over in a moment. */
const unanswered = ["state_unknown", "target_unreachable", "step_running"];
/** Sends a file, and after a drop what is missing of it. That what arrived is the file is proved where it is used. */
async function send(hosts, sending) {
    const { clock, environment } = hosts.options;
    const { host, name, file, limitMs } = sending;
    const ends = clock.ticks() + limitMs;
    let { stock } = sending;
    let bytes = 0;
    let resumed = 0;
    for (let left = tries;; left -= 1) {
        const from = await arrived(hosts, sending, stock);
        if (from === "all")
            return { bytes, resumed };
        resumed = from;
        bytes += file.bytes - from;
        const ran = await hosts.ways.to(host).run({
            argv: commands_host/* receiveFile */.At,
            stdin: {
                text: `${environment.path}/incoming/${name}\n${from}\n${file.bytes}\n`,
                file: file.path,
                skip: from,
            },
            limitMs: Math.max(1, ends - clock.ticks()),
            onCancel: "finish",
        });
        if (ran.ended === "exited" && ran.code === 0)
            return { bytes, resumed };
        // The receiver ends with 1 where it could not write. A connection that was lost ends with another code.
        if (ran.ended !== "exited" || ran.code === 1 || left <= 1)
            return notSent(hosts, host, ran);
        const asked = await askAgain(hosts, sending, ends);
        if ("verdict" in asked)
            return asked;
        stock = asked;
    }
}
/** Asks what arrived, until the host answers or the time of the step is over. */
async function askAgain(hosts, { host, release }, ends) {
    const { clock } = hosts.options;
    for (let pause = send_pauseMs;; pause *= 2) {
        await clock.sleep(pause);
        const asked = await stockOf(hosts, host, release);
        const maybeLater = "verdict" in asked && unanswered.includes(asked.reason_code);
        if (!maybeLater || clock.ticks() + pause > ends)
            return asked;
    }
}
/** From which byte on the file is missing there: what arrived counts where it is the beginning of this very file. */
async function arrived(hosts, { name, file }, { received }) {
    if (received.get(name)?.sha256 === file.sha256)
        return "all";
    const part = received.get(`${name}.part`);
    if (part === undefined || part.bytes > file.bytes)
        return 0;
    const begins = await hosts.options.files.digest(file.path, part.bytes);
    return begins?.sha256 === part.sha256 ? part.bytes : 0;
}
function notSent({ options }, host, ran) {
    const { environment } = options;
    if (ran.unreached !== undefined)
        return ran.unreached;
    const full = /No space left|Disk quota exceeded/.test(ran.stderr);
    return {
        verdict: "fail",
        reason_code: full ? "disk_full" : "upload_failed",
        says: `The upload to ${host} failed: ${ran.why || ran.stderr.trim() || `exit code ${ran.code}`}.`,
        remedy: full
            ? remedyOf("disk_full", environment)
            : `Check the disk space and the permissions below ${environment.path} on ${host}.`,
    };
}
/** True where the file did not arrive. */
function notArrived(sent) {
    return "verdict" in sent;
}

;// CONCATENATED MODULE: ./build/src/targets/hosts/upload.js





/**
 * Sends a host what it lacks of a release: nothing where the release is there; else the files that none of its releases
 * has, and where that does not work, or there is nothing to copy from, the whole tarball.
 */
async function uploadOn(hosts, step) {
    const { release } = hosts.options;
    const { host, release: id } = step;
    hosts.looks.forget();
    if (release === null || release.id !== id)
        return { verdict: "error", reason_code: "release_missing", says: `The tarball of ${id} is not on this runner.` };
    const stock = await stockOf(hosts, host, id);
    if ("verdict" in stock)
        return stock;
    if (stock.there) {
        const facts = { bytes: 0, of: release.bytes, copied: 0 };
        return { verdict: "pass", reason_code: "passed", says: `${id} is on ${host}: nothing was sent.`, facts };
    }
    const uploading = { step, release, stock };
    const crowded = await refuseWithoutRoom(hosts, uploading);
    if (crowded !== null)
        return crowded;
    const parts = await sendLacking(hosts, uploading);
    if ("verdict" in parts)
        return parts;
    const sent = await send(hosts, {
        ...{ host, release: id, limitMs: step.limitMs, stock },
        name: `${id}.tar.gz`,
        file: { path: release.path, bytes: release.bytes, sha256: release.digest },
    });
    if (notArrived(sent))
        return sent;
    return {
        verdict: "pass",
        reason_code: "passed",
        says: `Sent ${sent.bytes} bytes to ${host}${resumedAt(sent.resumed)}.`,
        facts: { bytes: parts.bytes + sent.bytes, of: release.bytes, copied: 0 },
        warnings: parts.why === null ? [] : [`${host} was sent the whole tarball of ${id}: ${parts.why}`],
    };
}
/** What is wrong with the files or their list, and nothing else, is answered with the whole tarball. */
const answered = ["digest_mismatch", "unsafe_release", "unpack_failed"];
/** Sends the files that the host lacks and has it put the release together. */
async function sendLacking(hosts, { step, release, stock }) {
    const { host, release: id, limitMs } = step;
    if (stock.has.size === 0 || release.list === null)
        return { why: null, bytes: 0 };
    const files = await hosts.packer.files();
    if ("wrong" in files)
        return { why: `${files.wrong}.`, bytes: 0 };
    const lacks = lacking(files, stock);
    // Of another application, or another Erlang: the tarball is the smaller pack, and needs none of the host's files.
    if (sizeOf(lacks) * 2 > sizeOf(files))
        return { why: null, bytes: 0 };
    const pack = await hosts.packer.pack(lacks.map(({ path }) => path));
    if ("wrong" in pack)
        return { why: `${pack.wrong}.`, bytes: 0 };
    const sent = await send(hosts, { host, release: id, limitMs, stock, name: `${id}.pack`, file: pack });
    if (notArrived(sent))
        return sent;
    const values = {
        PD_RELEASE: id,
        PD_DIGEST: pack.sha256,
        PD_LIST: release.list.sha256,
        PD_MANIFEST: release.manifest.trim(),
    };
    const report = await hosts.call({ host, op: "assemble", values, limitMs });
    if (failed(report) && answered.includes(report.reason_code))
        return { why: report.says, bytes: sent.bytes };
    // The connection dropped, and the host went on: what it has by now counts.
    if (failed(report) && !(report.reason_code === "state_unknown" && (await hasNow(hosts, step))))
        return report;
    if (!failed(report))
        hosts.assembled.add(host);
    const count = files.filter(({ type }) => type === "f").length;
    const copied = failed(report) ? count - lacks.length : Number(valuesOf(report, "copied")[0] ?? 0);
    return {
        verdict: "pass",
        reason_code: "passed",
        says: `Sent ${sent.bytes} bytes to ${host}${resumedAt(sent.resumed)}: it has ${copied} of ${count} files from other ` +
            `releases (the whole is ${release.bytes} bytes).`,
        facts: { bytes: sent.bytes, of: release.bytes, copied },
    };
}
async function hasNow(hosts, { host, release }) {
    const stock = await stockOf(hosts, host, release);
    return !("verdict" in stock) && stock.there;
}
function resumedAt(byte) {
    return byte === 0 ? "" : ` (the upload was resumed at byte ${byte})`;
}
function sizeOf(files) {
    return files.reduce((sum, one) => sum + one.bytes, 0);
}
/** The upload and what it unpacks to lie beside each other for a moment. Null where both have room. */
async function refuseWithoutRoom(hosts, { step, release, stock }) {
    const { environment } = hosts.options;
    const { free } = stock;
    const { id, bytes } = release;
    const size = await releaseBytes(hosts, release);
    const needed = bytes + size;
    if (!(free < needed))
        return null;
    return {
        verdict: "fail",
        reason_code: "disk_full",
        says: `No space left on ${step.host}: ${id} needs about ${needed} bytes below ${environment.path} ` +
            `(${bytes} uploaded, ${size} unpacked), ${free} are free.`,
        remedy: remedyOf("disk_full", environment),
        facts: { free, needed },
    };
}
/** What a release takes on a host, without its upload. */
async function releaseBytes({ options, packer }, release) {
    const files = await packer.files();
    return "wrong" in files ? unpackedBytes(options.shell, release) : sizeOf(files) + files.length * 4_096;
}
/** gzip keeps the size in 32 bits: where that cannot be right, three times the upload is an estimate. */
async function unpackedBytes(shell, { path, bytes }) {
    const listed = await shell.run({ argv: ["gzip", "--list", path], limitMs: 30_000, onCancel: "end" });
    const [, packed = "", unpacked = ""] = /^\s*(\d+)\s+(\d+)/m.exec(listed.stdout) ?? [];
    return Number(packed) === bytes && Number(unpacked) >= bytes ? Number(unpacked) : bytes * 3;
}

// EXTERNAL MODULE: ./build/src/transports/registry.js + 11 modules
var registry = __webpack_require__(7044);
;// CONCATENATED MODULE: ./build/src/targets/hosts/ways.js

/** Every host that a change locks: those of the application, and those that only have a router. */
function machinesOf({ hosts, routerHosts }) {
    return [...hosts, ...routerHosts.filter(({ name }) => hosts.every((host) => host.name !== name))];
}
/** Nothing is set of ssh: its own configuration alone counts. */
const plainSsh = { knownHosts: [], knownHostsFrom: null, keyFrom: null, jump: null, options: {} };
/** One transport for each host, open until all are closed. */
function waysTo({ environment, shell, clock, secret }) {
    const { account, ssh } = environment;
    const carrier = (0,registry/* openTransports */.H)({
        ssh: ssh ?? plainSsh,
        user: account?.user ?? null,
        become: account?.become ?? null,
        ...{ shell, clock, secret: secret ?? (() => undefined) },
    });
    const transports = new Map(machinesOf(environment).map((host) => [host.name, carrier.to(host)]));
    return {
        to(host) {
            const transport = transports.get(host);
            if (transport === undefined)
                throw new Error(`${host} is not a host of ${environment.name}`);
            return transport;
        },
        connect() {
            for (const transport of transports.values())
                transport.connect();
        },
        close: () => carrier.close(),
    };
}

;// CONCATENATED MODULE: ./build/src/targets/hosts/fit.js











/** How far a host's clock may be from ours, milliseconds. Leases and holds go by the host's alone. */
const skewMs = 120_000;
/** Node's names of machines, by the kernel's. */
const machines = { x86_64: "x64", aarch64: "arm64", armv7l: "arm" };
/** Asks every host at once whether it is fit for the release; a host that cannot be asked is a fault of its own. */
async function fitnessOf(hosts) {
    const { environment, release } = hosts.options;
    const needs = release?.needs ?? null;
    const size = release === null ? 0 : await releaseBytes(hosts, release);
    const found = await Promise.all(machinesOf(environment).map(async ({ name }) => {
        const answer = await ask(hosts, name);
        if ("verdict" in answer) {
            hosts.looks.keep(name, answer);
            const fault = unreachable(name, answer);
            // Whether enough of the others are there is for the plan to say.
            return mayBeAway(environment, name)
                ? { faults: [], seen: [`${name}: ${fault.says}`] }
                : { faults: [fault], seen: [] };
        }
        const faults = [
            ...reported(answer, environment),
            ...slotsLeft(answer),
            ...withoutRights(answer),
            ...wrongClock(answer),
            ...(answer.runs && needs !== null ? wrongMachine(answer, needs) : []),
            ...(answer.runs ? noRoom(answer, { size, path: environment.path }) : []),
            ...routerFaults(answer, environment),
        ];
        if (faults.length === 0)
            hosts.looks.keep(name, answer.report);
        if (faults.length === 0 && lacksFiles(answer))
            hosts.packer.prepare();
        return { faults: faults.map((fault) => ({ host: name, ...fault })), seen: [sentence(answer)] };
    }));
    return { faults: found.flatMap(({ faults }) => faults), seen: found.flatMap(({ seen }) => seen) };
}
/** The release will be put together there from files of others. */
function lacksFiles({ runs, report }) {
    return runs && valuesOf(report, "kept")[0] !== "yes" && report.records.some(([key]) => key === "release");
}
/** A host that the settings let a deployment leave out. */
function mayBeAway({ hostsRequired, hosts, router }, name) {
    const runs = hosts.some((host) => host.name === name);
    return hostsRequired !== undefined && runs && !(router.on?.includes(name) ?? false);
}
async function ask({ options, call }, host) {
    const { clock, environment, release } = options;
    const runs = environment.hosts.some(({ name }) => name === host);
    const sent = clock.now().getTime();
    const values = {
        PD_RELEASE: release?.id ?? "",
        PD_NEEDS: runs ? (release?.needs.environment.join(" ") ?? "") : "",
        PD_ADDRESSES: host === environment.hosts[0]?.name ? addressesOf(environment) : "",
        PD_ROLE: runs ? "app" : "router",
        PD_MANAGE: environment.systemd?.manage === true ? "yes" : "no",
    };
    const report = await call({ host, op: "fit", values, limitMs: 30_000 });
    return failed(report) ? report : { host, runs, report, sent, received: clock.now().getTime() };
}
/** `VARIABLE=setting` of each database address that settings name: the first host migrates, where it is there. */
function addressesOf({ migrations, backup }) {
    if (migrations.migrate === null)
        return "";
    const dumped = backup?.by === "postgres" ? [`${backup.urlFrom}=backup.url-from`] : [];
    const migrated = migrations.urlFrom === undefined ? [] : [`${migrations.urlFrom}=migrations.url-from`];
    return [...migrated, ...dumped].join(" ");
}
function unreachable(host, { reason_code, says, remedy = "" }) {
    const prefix = `${host}: `;
    return { host, reason_code, says: says.startsWith(prefix) ? says.slice(prefix.length) : says, remedy };
}
/** What the host found by itself. */
function reported({ report }, environment) {
    return report.records
        .filter(([key]) => key === "unfit")
        .map(([, code, ...words]) => {
        const reason_code = reason/* reasonCodes */.JC.find((one) => one === code) ?? "host_unsuitable";
        return { reason_code, says: words.join(" "), remedy: remedyOf(reason_code, environment) };
    });
}
/** A slot that the settings named once: what runs there would go on beside the release. */
function slotsLeft({ report }) {
    return report.records
        .filter(([key]) => key === "left")
        .map(([, ...words]) => ({ reason_code: "settings_mismatch", ...(0,refusals/* leftFault */.u8)(readLeft(words)) }));
}
/** An order to systemd that the user's rules for sudo do not allow. */
function withoutRights({ report }) {
    const [user = "", order] = valuesOf(report, "unit_forbidden");
    if (order === undefined)
        return [];
    const says = `sudo does not let ${user} run \`${order}\`.`;
    const manages = /^install |daemon-reload$/.test(order)
        ? " and with `--manage-units`, which `systemd.manage` needs"
        : "";
    const remedy = `Run examples/hosts/prepare.sh there again, with the slots and the unit of the settings${manages}.`;
    return [{ reason_code: "host_unsuitable", says, remedy }];
}
/** What the host did not say is no reason to go on. */
function unknown(what) {
    const says = `This host did not report its ${what}.`;
    return { reason_code: "host_unsuitable", says, remedy: "Log in there, and try `date` and `df`." };
}
/** The host looked at its clock between our sending and our receiving. */
function wrongClock({ report, sent, received }) {
    const seconds = (0,host_record/* whole */.W)(valuesOf(report, "now")[0]);
    if (seconds === null)
        return [unknown("time")];
    const early = sent - (seconds + 1) * 1_000;
    const late = seconds * 1_000 - received;
    const away = Math.max(early, late);
    if (away <= skewMs)
        return [];
    const says = `The clock of this host is ${Math.round(away / 1_000)} s ${early > late ? "behind" : "ahead of"} ours.`;
    return [{ reason_code: "clock_wrong", says, remedy: "Set it, such as with `timedatectl set-ntp true`." }];
}
/** A release brings the runtime that was built with it: it starts on the same kind of machine alone. */
function wrongMachine({ report }, { arch, libc, glibc, openssl }) {
    const [machine = ""] = valuesOf(report, "machine");
    const known = machines[machine] ?? machine;
    const [name = "", version = ""] = (valuesOf(report, "libc")[0] ?? "").split(" ");
    const there = (valuesOf(report, "openssl")[0] ?? "").split(" ");
    const missing = openssl.filter((library) => !there.includes(library));
    const says = [
        ...(known === arch ? [] : [`The release was built for ${arch}, and this host is ${known || "unknown"}.`]),
        ...(libc === null || name === libc
            ? []
            : [`The release was built for ${libc}, and this host has ${name || "an unknown C library"}.`]),
        ...(libc !== "glibc" || name !== "glibc" || glibc === null || (0,release_glibc/* compareGlibc */.t)(version, glibc) >= 0
            ? []
            : [`The release needs glibc ${glibc}, and this host has glibc ${version}.`]),
        ...(missing.length === 0
            ? []
            : [`The release needs ${missing.join(", ")} of OpenSSL, which this host does not have.`]),
    ];
    return says.map((one) => ({ reason_code: "host_unsuitable", says: one, remedy: buildThere(version) }));
}
/** Distributions by their glibc, the newest first. */
const distributions = [
    ["2.41", "debian:13"],
    ["2.39", "ubuntu:24.04"],
    ["2.36", "debian:12"],
    ["2.35", "ubuntu:22.04"],
    ["2.31", "debian:11"],
];
function buildThere(glibc) {
    const [, image = null] = distributions.find(([least]) => (0,release_glibc/* compareGlibc */.t)(glibc, least) >= 0) ?? [];
    const such = image === null ? "" : `, such as in a job with \`container: ${image}\``;
    return `Run \`validate\` on the machine and distribution of the hosts${such}.`;
}
/** The release has to lie there twice for a moment: as an upload, and unpacked. */
function noRoom({ report }, { size, path }) {
    const free = (0,host_record/* whole */.W)(valuesOf(report, "disk")[0]);
    if (free === null)
        return [unknown("free disk space")];
    if (valuesOf(report, "kept")[0] === "yes" || free >= size * 2)
        return [];
    return [
        {
            reason_code: "disk_full",
            says: `No space left: the release needs ${size * 2} bytes below ${path} (unpacked, twice), ${free} are free.`,
            remedy: "Free space there, or keep fewer releases (`strategy.keep`).",
        },
    ];
}
/** The router there has to know the servers that it is to send requests to. */
function routerFaults({ host, report }, environment) {
    const { router } = environment;
    const place = (0,router_places/* routerPlaces */.gr)(environment).find((one) => one.host === host);
    if (place === undefined || report.records.some(([key, code]) => key === "unfit" && code === "router_failed"))
        return [];
    const seen = router.read(report.records);
    if (seen === null)
        return [];
    const fault = (says) => [{ reason_code: "router_failed", says, remedy: router.remedy }];
    if (typeof seen === "string")
        return fault(seen);
    const missing = (0,router_places/* serversAt */.Eg)(environment, place).filter((name) => seen[name] === undefined);
    if (missing.length > 0)
        return fault(`${router.name} has no server ${missing.join(", ")}.`);
    const says = (0,router_places/* othersServe */.ts)(environment, { place, servers: seen });
    return says === null ? [] : [{ reason_code: "router_failed", says, remedy: router_places/* othersRemedy */.KV }];
}
function sentence({ host, report }) {
    const one = (key) => valuesOf(report, key)[0] || "unknown";
    const unasked = valuesOf(report, "unasked")
        .map((says) => `; ${says}`)
        .join("");
    return `${host}: ${one("machine")}, ${one("libc")}, ${one("openssl")}, ${one("disk")} bytes free${unasked}.`;
}

;// CONCATENATED MODULE: ./build/src/targets/heartbeat.js
/** How long it sleeps at most before it asks again how often to renew, milliseconds. */
const sliceMs = 1_000;
/**
 * Renews a lock every `everyMs()` milliseconds until it is stopped or the lock is lost; that may become less while it
 * works. A renewal that cannot be judged is tried again: a lease that expired meanwhile is still ours as long as nobody
 * else took it.
 */
function startHeartbeat(renew, everyMs, clock) {
    let stopped = false;
    let lost = null;
    void beat();
    return {
        lost: () => lost,
        stop() {
            stopped = true;
        },
    };
    async function beat() {
        let last = clock.ticks();
        while (!stopped && lost === null) {
            const began = clock.ticks();
            const slice = Math.min(everyMs(), sliceMs);
            await clock.sleep(slice);
            // A sleep that ends early was ended by a cancel: the step under way has the rest of the lease, and no other
            // begins.
            if (stopped || clock.ticks() - began < slice / 2)
                return;
            if (clock.ticks() - last < everyMs())
                continue;
            last = clock.ticks();
            const renewal = await renew().catch(() => "unknown");
            if (typeof renewal === "object" && !stopped)
                lost = renewal.lost;
        }
    }
}

;// CONCATENATED MODULE: ./build/src/targets/hosts/lock.js



/** Renews the lock on every host: lost where one names another owner, unknown where one does not answer. */
async function renew(hosts) {
    const renewals = await Promise.all(machinesOf(hosts.options.environment).map(({ name }) => renewOn(hosts, name)));
    return (renewals.find((one) => typeof one === "object") ?? (renewals.every((one) => one === "kept") ? "kept" : "unknown"));
}
/** Renews the lock of each host all the time; one that does not answer delays no other. */
function keepLocks(hosts, everyMs) {
    const { environment, clock } = hosts.options;
    const beats = machinesOf(environment).map(({ name }) => startHeartbeat(() => renewOn(hosts, name), everyMs, clock));
    return {
        lost: () => beats.map((beat) => beat.lost()).find((why) => why !== null) ?? null,
        stop() {
            for (const beat of beats)
                beat.stop();
        },
    };
}
async function renewOn({ call }, host) {
    const report = await call({ host, op: "renew", limitMs: 30_000 });
    if (!failed(report))
        return "kept";
    return report.reason_code === "lock_lost" ? { lost: report.says } : "unknown";
}

;// CONCATENATED MODULE: ./build/src/targets/hosts/observe.js







/** Everything that a plan needs, asked of all hosts at once: each host, and the routers as their hosts report them. */
async function observeHosts({ options, call, looks }) {
    const { environment } = options;
    const { hosts, router, groups } = environment;
    const reports = new Map();
    const facts = new Map();
    const routing = new Set(router.routes ? environment.routerHosts.map((host) => host.name) : []);
    const answers = await Promise.all(machinesOf(environment).map(async ({ name }) => ({
        name,
        report: looks.take(name) ?? (await call({ host: name, op: "observe", limitMs: 60_000 })),
    })));
    const silent = answers.flatMap(({ name, report }) => (failed(report) ? [{ name, report }] : []));
    const blind = unplannable(environment, silent);
    if (blind !== null)
        return { failed: blind };
    const away = silent.map(({ name, report: { reason_code, says, remedy = "" } }) => {
        return { host: name, reason_code, says, remedy };
    });
    for (const { name, report } of answers) {
        if (failed(report))
            continue;
        const seen = readFacts(report, name, (0,fleet/* slotsOn */.$C)(environment, name));
        if (typeof seen === "string")
            return { failed: unreadable(seen) };
        reports.set(name, report);
        facts.set(name, { ...seen, routes: routing.has(name) });
    }
    const seen = [];
    for (const place of (0,router_places/* routerPlaces */.gr)(environment)) {
        if (away.some(({ host }) => host === place.host))
            continue;
        const servers = router.read(reports.get(place.host)?.records ?? []);
        if (typeof servers === "string") {
            const says = router.on === null && hosts.length === 1 ? servers : `${place.host}: ${servers}`;
            return { failed: { ...unreadable(says), reason_code: "router_failed", remedy: router.remedy } };
        }
        if (servers !== null)
            seen.push({ place, servers });
    }
    const named = hosts.map(({ name }) => name);
    const all = [...facts.values()];
    const others = all.filter(({ host }) => !named.includes(host));
    return {
        fleet: {
            hosts: all.filter(({ host }) => named.includes(host)),
            router: (0,router_places/* mergeRouters */.ri)(seen),
            routing: { weights: router.weights, shared: router.on !== null },
            ...(groups === undefined ? {} : { groups }),
            ...(away.length === 0 ? {} : { away }),
            ...(others.length === 0 ? {} : { routerHosts: others }),
        },
    };
}
/**
 * Without a router of the fleet, or without any host, nothing can be planned: why, for all hosts; null where it can.
 */
function unplannable({ hosts, router }, silent) {
    const [first, ...others] = silent;
    if (first === undefined)
        return null;
    const gone = new Set(silent.map(({ name }) => name));
    const runs = hosts.some(({ name }) => !gone.has(name));
    const routes = router.on === null ? true : !router.on.some((name) => gone.has(name));
    if (runs && routes)
        return null;
    if (others.length === 0)
        return first.report;
    const says = silent.map(({ name, report }) => report.says.startsWith(name) ? report.says : `${name}: ${report.says}`);
    const remedies = [...new Set(silent.map(({ report }) => report.remedy ?? ""))].filter((text) => text !== "");
    return { ...first.report, says: says.join(" "), remedy: remedies.join(" ") };
}
/** Who answers on a slot's port; null when the host cannot be asked. */
async function answering({ call }, host, slot) {
    const report = await call({ host, op: "running", values: { PD_SLOT: slot }, limitMs: 30_000 });
    return failed(report) ? null : readAnswering(report);
}
/** Text of the manifest that some host keeps of a release; null where none does, or none can be asked. */
async function recordedManifest({ options, call }, release) {
    for (const { name } of options.environment.hosts) {
        const report = await call({ host: name, op: "manifest", values: { PD_RELEASE: release }, limitMs: 30_000 });
        if (!failed(report))
            return report.relayed;
    }
    return null;
}
/** The last lines that a slot's process printed. */
async function logTail({ call }, host, slot) {
    const report = await call({ host, op: "log", values: { PD_SLOT: slot }, limitMs: 30_000 });
    return failed(report) ? "" : report.relayed;
}
/** The errors that a slot's process logged since its start, by the patterns of the settings. */
async function logErrors({ call, options }, host, slot) {
    const { errors = [], allow = [] } = options.environment.logs ?? {};
    const values = { PD_SLOT: slot, PD_ERRORS: errors.join("\n"), PD_ALLOWED: allow.join("\n") };
    const report = await call({ host, op: "log-errors", values, limitMs: 60_000 });
    if (failed(report))
        return null;
    const count = (key) => (0,host_record/* whole */.W)(valuesOf(report, key)[0]);
    const [lines, found] = [count("log_lines"), count("log_errors")];
    if (lines === null || found === null)
        return null;
    const [hiddenFrom] = valuesOf(report, "log_hidden");
    const quoted = report.relayed.split("\n").filter((line) => line !== "");
    return { lines, errors: found, quoted, ...(hiddenFrom === undefined ? {} : { hiddenFrom }) };
}

;// CONCATENATED MODULE: ./build/src/targets/hosts/backing-up.js


/** What the host program is given of the backup. */
function backupValues({ environment: { backup } }) {
    if (backup === null || backup.by === "provider")
        return {};
    return { PD_BACKUP: backup.by, PD_MAX_AGE: String(Math.round(backup.maxAgeMs / 1_000)), ...ownValues(backup) };
}
function ownValues(backup) {
    if (backup.by === "command") {
        const { make, verify } = backup;
        return { PD_MAKE: make === null ? "" : words(make), PD_VERIFY: words(verify) };
    }
    const { urlFrom, folder, keep, restore } = backup;
    return { PD_URL_FROM: urlFrom, PD_FOLDER: folder, PD_KEEP: String(keep), PD_RESTORE: restore };
}
/** The words of a work, quoted for sh: its kind, then what it is. */
function words(work) {
    return ("eval" in work ? ["eval", work.eval] : ["run", ...work.run]).map(commands_host/* quote */.hD).join(" ");
}
/** What was backed up, with the figures that were seen. */
function backedUp(report) {
    const [how = "", file = ""] = valuesOf(report, "backup");
    if (how === "not-needed")
        return { says: "No migration is pending, so no backup was made.", facts: { made: false } };
    const figure = (key) => {
        // The last one: `verify` prints after `make`.
        const text = report.records.filter(([name]) => name === `backup_${key}`).at(-1)?.[1];
        return text === undefined ? null : Number(text);
    };
    const [bytes, seconds, tables, rows] = [figure("bytes"), figure("seconds"), figure("tables"), figure("rows")];
    const restored = valuesOf(report, "backup_restored")[0] === "yes";
    const figures = [
        ...(tables === null ? [] : [`${tables} tables`]),
        ...(rows === null ? [] : [`${rows} rows`]),
        ...(bytes === null ? [] : [`${bytes} bytes`]),
        ...(seconds === null ? [] : [`in ${seconds} s`]),
    ].join(", ");
    const what = how === "made" ? "Backup made and verified" : "An existing backup was verified";
    return {
        says: `${what}${figures === "" ? "" : `: ${figures}`}.` +
            (restored ? " It was restored into a scratch database, with the same rows in each table." : ""),
        facts: { made: how === "made", file: file || null, bytes, seconds, tables, rows, restored },
    };
}

// EXTERNAL MODULE: ./build/src/commands/mix.js
var mix = __webpack_require__(8450);
;// CONCATENATED MODULE: ./build/src/targets/hosts/applications.js

/**
 * Binds `pd_app`, the application; `pd_apps`, it and all others of the release that evaluates this; and `pd_repos`,
 * the repositories that any of them names. An umbrella bears the name of its release, which need be none of its
 * applications, and several of these may have a repository.
 */
function applicationsExpression(app) {
    return `pd_app = ${(0,mix/* elixirAtom */.$W)(app)}
pd_words = for pd_name <- ["RELEASE_ROOT", "RELEASE_VSN", "RELEASE_NAME"], do: System.get_env(pd_name, "")
pd_listed = (fn [pd_root, pd_version, pd_release] ->
  :file.consult(Path.join([pd_root, "releases", pd_version, pd_release <> ".rel"]))
end).(pd_words)
pd_apps = case pd_listed do
  {:ok, [{:release, _, _, pd_parts}]} -> Enum.uniq([pd_app | Enum.map(pd_parts, &elem(&1, 0))])
  _ -> [pd_app]
end
Enum.each(pd_apps, &Application.load/1)
pd_repos = pd_apps |> Enum.flat_map(&Application.get_env(&1, :ecto_repos, [])) |> Enum.uniq()`;
}
/** Raises where there is none: what reads or changes their schema would silently do nothing. */
const someRepository = 'if pd_repos == [], do: raise("no application of the release names a repository in ecto_repos")';

;// CONCATENATED MODULE: ./build/src/targets/hosts/schema-versions.js

/** An expression of what the module in this variable answers to this question; nil where it has no such function. */
const asked = (module, name) => `if(Code.ensure_loaded?(${module}) and function_exported?(${module}, :${name}, 0), do: ${module}.${name}())`;
/** The oldest transaction that another session has open, in words: most likely whose lock a migration waited for. */
const oldestOpen = "SELECT format('process %s of %s%s, open for %s s, %s', pid, usename, ' (' || nullif(application_name, '') || ')', " +
    "round(extract(epoch FROM now() - xact_start)), state) FROM pg_stat_activity WHERE datname = current_database() " +
    "AND pid <> pg_backend_pid() AND backend_type = 'client backend' AND xact_start IS NOT NULL " +
    "ORDER BY xact_start LIMIT 1";
/**
 * The default way to read a schema: every repository of the release, by Ecto itself. Gives its versions, and the
 * migrations of the release that are not applied; one that is older than an applied one of its repository ends in `!`.
 * The versions are printed with their repositories too, on PostgreSQL whose transaction is open, and the databases in
 * which something is pending.
 */
const ectoSchema = `${someRepository}
  Enum.reduce(pd_repos, {[], [], []}, fn pd_repo, {pd_applied, pd_new, pd_all_owned} ->
    {:ok, {pd_versions, pd_all}, _} = Ecto.Migrator.with_repo(pd_repo, fn pd_repo ->
      with Ecto.Adapters.Postgres <- ${asked("pd_repo", "__adapter__")},
           {:ok, %{rows: [[pd_oldest]]}} <- pd_repo.query("${oldestOpen}", [], log: false),
           do: IO.puts(:stderr, "phoenix-deploy oldest: #{pd_oldest}")
      pd_seen = {Ecto.Migrator.migrated_versions(pd_repo), Ecto.Migrator.migrations(pd_repo)}
      pd_database = with Ecto.Adapters.Postgres <- ${asked("pd_repo", "__adapter__")},
           {:ok, %{rows: [[pd_name]]}} <- pd_repo.query("SELECT current_database()", [], log: false),
           do: pd_name, else: (_ -> "")
      if List.keymember?(elem(pd_seen, 1), :down, 0),
        do: IO.puts(:stderr, "phoenix-deploy changes: #{inspect(pd_repo)} #{pd_database}")
      pd_seen
    end)
    pd_newest = Enum.max(pd_versions, fn -> 0 end)
    pd_down = for {:down, version, _} <- pd_all, do: "#{version}#{if version < pd_newest, do: "!"}"
    pd_owned = for version <- pd_versions, do: "#{inspect(pd_repo)}/#{version}"
    {pd_applied ++ pd_versions, pd_new ++ pd_down, pd_all_owned ++ pd_owned}
  end)`;
/** The schema by expressions that print its versions and, where there is one, the pending ones. */
function printedSchema(versions, pending) {
    const fresh = pending === null
        ? "nil"
        : `(
  pd_newest = Enum.max(Enum.map(pd_versions, &String.to_integer/1), fn -> 0 end)
  Enum.map(pd_printed.(fn -> ${pending}
  end), fn pd_one -> pd_one <> if(String.to_integer(pd_one) < pd_newest, do: "!", else: "") end))`;
    return `pd_versions = pd_printed.(fn -> ${versions}
  end)
  {pd_versions, ${fresh}, nil}`;
}
/**
 * An expression that prints the versions of the schema, and what is pending, on lines that the host program looks for:
 * what the application prints or logs meanwhile is left out.
 */
function schemaExpression(app, migrations) {
    const { versions, pending } = migrations;
    const read = versions === null ? ectoSchema : printedSchema(versions, pending);
    return `${limitsExpression(app, migrations)}
pd_printed = fn pd_work ->
  {:ok, pd_io} = StringIO.open("")
  pd_leader = Process.group_leader()
  Process.group_leader(self(), pd_io)
  try do pd_work.() after Process.group_leader(self(), pd_leader) end
  {_, pd_text} = StringIO.contents(pd_io)
  String.split(pd_text)
end
{:ok, pd_quiet} = StringIO.open("")
pd_leader = Process.group_leader()
Process.group_leader(self(), pd_quiet)
{pd_versions, pd_pending, pd_repositories} = try do
  ${read}
after
  Process.group_leader(self(), pd_leader)
end
IO.puts("phoenix-deploy versions: " <> Enum.join(pd_versions, " "))
if pd_repositories, do: IO.puts("phoenix-deploy repositories: " <> Enum.join(pd_repositories, " "))
if pd_pending, do: IO.puts("phoenix-deploy pending: " <> Enum.join(pd_pending, " "))`;
}
/** The migration, with the limits of its sessions set first. */
function migrateExpression(app, migrations) {
    const shown = `IO.puts("phoenix-deploy limits: " <> Enum.join(pd_limited, " "))`;
    return [limitsExpression(app, migrations), shown, halvesExpression, migrations.migrate ?? ""].join("\n");
}
/** Names the repositories whose database keeps what a migration did before it failed, such as those on MySQL. */
const halvesExpression = `pd_halves = Enum.filter(pd_repos, fn pd_repo ->
  pd_adapter = ${asked("pd_repo", "__adapter__")}
  ${asked("pd_adapter", "supports_ddl_transaction?")} == false
end)
if pd_halves != [], do: IO.puts("phoenix-deploy halves: " <> Enum.map_join(pd_halves, " ", &inspect/1))`;
/**
 * What a session of MySQL or MariaDB is given. Both take one statement: what only one of them knows is in a comment
 * that the other passes over. MySQL limits statements that read, and no others.
 */
function mysqlSession(lockTimeoutMs, statementTimeoutMs) {
    const year = 31_536_000;
    const seconds = (ms) => Math.min(year, Math.max(1, Math.ceil(ms / 1_000)));
    const lock = lockTimeoutMs === 0 ? year : seconds(lockTimeoutMs);
    const statement = statementTimeoutMs === 0 ? 0 : seconds(statementTimeoutMs);
    return (`SET SESSION lock_wait_timeout = ${lock}, innodb_lock_wait_timeout = ${lock}` +
        `/*!50708 , max_execution_time = ${Math.min(statementTimeoutMs, 4_294_967_295)} */` +
        `/*M!100101 , max_statement_time = ${statement} */`);
}
/** The limits that a session of PostgreSQL has, milliseconds. */
const postgresLimits = "SELECT name, setting FROM pg_settings WHERE name IN ('lock_timeout', 'statement_timeout')";
/**
 * Gives every session of the release's repositories its two limits: into their configuration, from which Ecto starts
 * them, and which belongs to the application that the repository names. What that sets for its sessions stays.
 * `pd_limited` names the repositories. PostgreSQL gets them as it is connected with, never by SET: behind a pooler the
 * session may be the application's next. A pooler may also drop them, so each session is asked for what it has.
 */
function limitsExpression(app, { lockTimeoutMs, statementTimeoutMs }) {
    return `${applicationsExpression(app)}
pd_limited = Enum.flat_map(pd_repos, fn pd_repo ->
  pd_owner = (${asked("pd_repo", "config")} || [])[:otp_app] || pd_app
  pd_config = Application.get_env(pd_owner, pd_repo, [])
  pd_first = fn pd_work ->
    pd_own = pd_config[:after_connect]
    [after_connect: fn pd_conn ->
      pd_work.(pd_conn)
      case pd_own do
        nil -> :ok
        {pd_module, pd_name, pd_args} -> apply(pd_module, pd_name, [pd_conn | pd_args])
        pd_fun -> pd_fun.(pd_conn)
      end
    end]
  end
  pd_adapter = ${asked("pd_repo", "__adapter__")}
  pd_limits = case pd_adapter do
    Ecto.Adapters.Postgres ->
      pd_session = [lock_timeout: "${lockTimeoutMs}", statement_timeout: "${statementTimeoutMs}"]
      pd_parameters = Enum.to_list(pd_config[:parameters] || [])
      pd_ours = for {pd_name, pd_value} <- Keyword.drop(pd_session, Keyword.keys(pd_parameters)),
        do: [to_string(pd_name), pd_value]
      [parameters: Keyword.merge(pd_session, pd_parameters)] ++ pd_first.(fn pd_conn ->
        pd_has = case apply(Postgrex, :query, [pd_conn, "${postgresLimits}", []]) do
          {:ok, %{rows: pd_rows}} -> pd_rows
          _ -> []
        end
        if pd_ours -- pd_has != [], do: IO.puts(:stderr, "phoenix-deploy unlimited: #{inspect(pd_repo)}")
      end)
    Ecto.Adapters.MyXQL ->
      pd_first.(&apply(MyXQL, :query!, [&1, "${mysqlSession(lockTimeoutMs, statementTimeoutMs)}", []]))
    Ecto.Adapters.Tds ->
      pd_first.(&apply(Tds, :query!, [&1, "SET LOCK_TIMEOUT ${lockTimeoutMs === 0 ? -1 : lockTimeoutMs}", []]))
    _ -> []
  end
  Application.put_env(pd_owner, pd_repo, Keyword.merge(pd_config, pd_limits))
  if pd_limits == [], do: [], else: [inspect(pd_repo)]
end)`;
}

;// CONCATENATED MODULE: ./build/src/targets/hosts/migrating.js


/** What the host program is given of migrations. */
function migrationValues({ app, environment: { migrations } }) {
    return {
        PD_MIGRATE: migrateExpression(app, migrations),
        PD_VERSIONS: schemaExpression(app, migrations),
        ...addressValues(migrations),
        PD_OUT_OF_ORDER: migrations.outOfOrder,
        PD_LOCK_TEXT: `${migrations.lockTimeoutMs / 1_000} s`,
        PD_STATEMENT_TEXT: `${migrations.statementTimeoutMs / 1_000} s`,
    };
}
/** The variable with the address that the release has as DATABASE_URL for its schema; empty for that of servers. */
const addressValues = ({ urlFrom }) => ({ PD_DIRECT: urlFrom ?? "" });
/** What a migration did, by the versions that the database had before and after it. */
function migrated(report) {
    const words = (key) => (valuesOf(report, key)[0] ?? "").split(" ").filter((word) => word !== "");
    const before = words("versions_before");
    const after = words("versions_after");
    const added = after.filter((version) => !before.includes(version));
    const pending = valuesOf(report, "pending")[0] === undefined ? null : words("pending");
    const unforeseen = pending === null ? [] : added.filter((version) => !pending.includes(version));
    return {
        says: added.length === 0
            ? `The schema was up to date: ${newest(after) ?? "no version"}.`
            : `Migrated the schema by ${added.join(", ")}.`,
        facts: {
            versions_before: before,
            versions_after: after,
            added,
            pending,
            limited: words("limits"),
            schema_changed: added.length > 0 || valuesOf(report, "schema")[0] === "changed",
        },
        warnings: unforeseen.length === 0
            ? []
            : [`${unforeseen.join(", ")} was migrated although it was not pending: set \`migrations.pending\`.`],
    };
}
/** Of several repositories, the versions come one repository after the other. */
const newest = (versions) => [...versions].sort((a, b) => Number(a) - Number(b)).at(-1);

// EXTERNAL MODULE: ./build/src/domain/fleet/plan.js
var plan = __webpack_require__(5590);
// EXTERNAL MODULE: ./build/src/domain/fleet/schema.js
var fleet_schema = __webpack_require__(258);
// EXTERNAL MODULE: ./build/src/domain/rollback/procedures.js
var procedures = __webpack_require__(2557);
// EXTERNAL MODULE: ./build/src/strategies/revert.js
var revert = __webpack_require__(77);
// EXTERNAL MODULE: ./build/src/strategies/rollback.js + 1 modules
var rollback = __webpack_require__(9791);
;// CONCATENATED MODULE: ./build/src/strategies/schema-return.js

/** What the schema goes back to, and where that was recorded; a refusal where nobody recorded it. */
function recordOf({ left }, records) {
    // A host that migrated later found more there: it recorded less of what this release brought.
    const [first] = records
        .filter(({ release }) => release === left)
        .sort((one, other) => one.before.length - other.before.length);
    if (first !== undefined)
        return first;
    return {
        refused: "schema_unknown",
        says: `No host recorded which versions the schema had before ${left} migrated it.`,
        remedy: keep,
    };
}
/** The versions that go, or why the schema must not be rolled back. Nothing was touched then. */
function schemaReturn(seen, { allowDataLoss }) {
    const { between, record, look } = seen;
    const going = goingOf(seen);
    const refused = outOfOrder(seen, going) ?? fileMissing(seen, going) ?? irreversible(look.effects) ?? dataLost(look, allowDataLoss);
    if (refused !== null)
        return refused;
    return {
        ...{ host: record.host, from: between.left, to: between.to, going },
        staying: look.applied.filter((version) => !going.includes(version)),
        losses: look.effects.map(({ version, says }) => `${(0,fleet_schema/* versionsText */.pl)([version])}, ${says}`),
    };
}
function goingOf({ record, look }) {
    const going = look.applied.filter((version) => !record.before.includes(version));
    return [...going].sort((one, other) => Number((0,fleet_schema/* versionNumber */.e1)(other) - (0,fleet_schema/* versionNumber */.e1)(one)));
}
/** Ecto rolls back whatever is newer than the last version that stays: that has to be what this release brought. */
function outOfOrder({ between: { left, to }, records, record, look }, going) {
    const refusal = (says) => ({ refused: "migration_out_of_order", says, remedy: keep });
    const gone = record.before.filter((version) => !look.applied.includes(version));
    if (gone.length > 0)
        return refusal(`The database no longer has ${(0,fleet_schema/* versionsText */.pl)(gone)}, which it had before ${left} migrated it.`);
    const later = going.filter((version) => !(record.after ?? going).includes(version));
    if (later.length > 0 && lacks(look, later).length === 0)
        return refusal(`${(0,fleet_schema/* versionsText */.pl)(later)} was applied after ${left} had migrated the schema.`);
    const between = going.find((version) => record.before.some((kept) => (0,fleet_schema/* repositoryOf */._M)(kept) === (0,fleet_schema/* repositoryOf */._M)(version) && (0,fleet_schema/* versionNumber */.e1)(kept) > (0,fleet_schema/* versionNumber */.e1)(version)));
    if (between !== undefined)
        return refusal(`${(0,fleet_schema/* versionsText */.pl)([between])} of ${left} is older than a version that stays: to roll it back, Ecto would roll ` +
            "that back as well.");
    const needed = records.find(({ release }) => release === to)?.after ?? [];
    const both = going.filter((version) => needed.includes(version));
    if (both.length > 0)
        return refusal(`${to} was deployed on a schema that had ${(0,fleet_schema/* versionsText */.pl)(both)}, so it needs it.`);
    return null;
}
/**
 * Ecto passes over applied versions whose file the code lacks, without a word. Those older than every file were taken
 * out of the code on purpose, and are never touched.
 */
function fileMissing({ between: { left }, look }, going) {
    const oldest = (look.files ?? [])
        .map(fleet_schema/* versionNumber */.e1)
        .reduce((one, other) => (other < one ? other : one), newestOf(look));
    const missing = lacks(look, look.applied).filter((version) => going.includes(version) || (0,fleet_schema/* versionNumber */.e1)(version) > oldest);
    if (missing.length === 0)
        return null;
    return {
        refused: "migration_missing",
        says: `The code of ${left} has no file of ${(0,fleet_schema/* versionsText */.pl)(missing)}, which the database has: Ecto shows ` +
            "`** FILE NOT FOUND **` and rolls back only the others.",
        remedy: `Roll the schema back from the release that brought it. ${keep}`,
    };
}
function newestOf({ applied }) {
    return applied.map(fleet_schema/* versionNumber */.e1).reduce((one, other) => (other > one ? other : one), 0n);
}
/** Those of these versions of which the code has no file. */
function lacks({ files }, versions) {
    return files === null ? [] : versions.filter((version) => !files.includes(version));
}
function irreversible(effects) {
    const found = effects.find(({ kind }) => kind === "irreversible");
    if (found === undefined)
        return null;
    return {
        refused: "migration_irreversible",
        says: `Migration ${(0,fleet_schema/* versionsText */.pl)([found.version])} cannot be rolled back (${found.says}).`,
        remedy: keep,
    };
}
/** What could not be read is taken for a loss. */
function dataLost({ effects }, allowed) {
    if (allowed || effects.length === 0)
        return null;
    const lost = effects.find(({ kind }) => kind === "data");
    const [first] = effects;
    const found = lost ?? first;
    if (found === undefined)
        return null;
    const more = effects.length === 1 ? "" : `, and ${effects.length - 1} more`;
    const says = lost === undefined
        ? `Migration ${(0,fleet_schema/* versionsText */.pl)([found.version])} may lose data when it is rolled back: ` +
            "what it does could not be read"
        : `Migration ${(0,fleet_schema/* versionsText */.pl)([found.version])} loses data when it is rolled back`;
    return {
        refused: "data_would_be_lost",
        says: `${says} (${found.says}${more}).`,
        remedy: `Set \`allow-data-loss: true\` where that may be lost. ${keep}`,
    };
}
const keep = "With `migrations: keep` traffic goes back and the schema stays. " +
    "A restore from the backup brings the old schema back.";

// EXTERNAL MODULE: ./build/src/targets/hosts/by-hand.js + 4 modules
var by_hand = __webpack_require__(1874);
;// CONCATENATED MODULE: ./build/src/targets/hosts/schema-down.js




/** How long a question for rows may take, milliseconds. */
const withinMs = 15_000;
const readers = ["down_sql", "down_code", "down_look"].map((name) => assets.assets[`elixir/${name}.exs`] ?? "");
/**
 * The look at a rollback of the schema, by the release that is left. `before` are the versions that stay. Where the
 * settings read the versions by an expression of their own, only that is asked.
 */
function lookExpression(app, migrations, before) {
    // With the number of lines before it: one that an application's log was written in front of is missing, not absent.
    const looked = (lines) => `IO.puts("phoenix-deploy down: looked\\t#{${lines}}")`;
    if (migrations.versions !== null) {
        const applied = 'IO.puts("phoenix-deploy down: applied\\t-\\t" <> Enum.join(pd_versions, "\\t"))';
        return [schemaExpression(app, migrations), applied, looked("1")].join("\n");
    }
    return [
        limitsExpression(app, migrations),
        someRepository,
        ...readers,
        `pd_lines = PhoenixDeploy.DownLook.lines(pd_repos, ~w(${before.join(" ")}), ${withinMs})`,
        'for pd_line <- pd_lines, do: IO.puts("phoenix-deploy down: " <> pd_line)',
        looked("length(pd_lines)"),
    ].join("\n");
}
/**
 * Rolls back each repository that has versions to go, the last one first: to exclusive of the newest that stays, never
 * by a number of steps.
 */
function downExpression(app, migrations, { going, staying }) {
    const newest = (repository) => staying
        .filter((version) => (0,fleet_schema/* repositoryOf */._M)(version) === repository)
        .map(fleet_schema/* versionNumber */.e1)
        .reduce((one, other) => (other > one ? other : one), 0n);
    const targets = [...new Set(going.map(fleet_schema/* repositoryOf */._M))].map((name) => `"${name}" => ${newest(name)}`);
    const work = migrations.down ??
        "{:ok, _, _} = Ecto.Migrator.with_repo(repo, &Ecto.Migrator.run(&1, :down, to_exclusive: to_exclusive))";
    return `${limitsExpression(app, migrations)}
${halvesExpression}
pd_to = %{${targets.join(", ")}}
pd_going = if Map.has_key?(pd_to, "-"), do: [nil], else: Enum.reverse(pd_repos)
for repo <- pd_going, to_exclusive = pd_to[if(repo, do: inspect(repo), else: "-")] do
  _ = {repo, to_exclusive}
  ${work}
end`;
}

;// CONCATENATED MODULE: ./build/src/targets/hosts/reverting.js











const askMs = 20_000;
/** A virtual machine is started, and the rows of tables are asked for. */
const lookMs = 10 * 60_000;
/** Whether the schema can be rolled back: by what hosts recorded, and by a look from the release that is left. */
async function schemaReturnOn(hosts, fleet, wish) {
    const choice = (0,rollback/* chooseRollback */.w)(fleet, wish);
    const between = "refused" in choice ? ((0,revert/* leftAlready */.ML)(fleet, choice) ?? choice) : choice;
    if ("refused" in between)
        return refusedBy(between);
    const { migrations } = hosts.options.environment;
    if (migrations.versions !== null && migrations.down === undefined)
        return refusedBy(noExpression);
    const names = fleet.hosts.map(({ host }) => host);
    const { records, backup } = await recordsOn(hosts, names, [between.left, between.to]);
    const restore = (0,procedures/* restoreFact */.Lc)(await (0,by_hand/* restoreByHand */.R)(hosts.options, backup));
    const refuse = (refusal) => refusedBy(refusal, restore);
    const record = recordOf(between, records);
    if ((0,plan/* isRefusal */.vu)(record))
        return refuse(record);
    const look = await lookFrom(hosts, record);
    if ("verdict" in look)
        return { ...look, facts: { ...look.facts, ...restore } };
    const made = schemaReturn({ between, records, record, look }, wish);
    return (0,plan/* isRefusal */.vu)(made) ? { ...refuse(made), findings: look.effects.map(findingOf) } : made;
}
/** Everything that was found: the sentence names one of it. */
function findingOf({ version, kind, says }) {
    const meaning = { irreversible: "cannot be reversed", data: "loses data", unread: "could not be read" }[kind];
    return { severity: "error", rule: kind, message: `Migration ${(0,fleet_schema/* versionsText */.pl)([version])} ${meaning}: ${says}` };
}
const noExpression = {
    refused: "schema_unknown",
    says: "The settings read the schema's versions by an expression of their own, and have none that rolls it back.",
    remedy: "Set `migrations.down`, or `migrations.versions: default` where Ecto migrates, or go back with `migrations: keep`.",
};
/** What each host recorded; one that does not answer is away, which the plan is refused for. */
async function recordsOn({ call }, names, releases) {
    const values = { PD_RELEASES: releases.join(" ") };
    const reports = await Promise.all(names.map(async (host) => ({ host, report: await call({ host, op: "kept-schema", values, limitMs: askMs }) })));
    const answers = reports.flatMap(({ host, report }) => (failed(report) ? [] : [{ host, report }]));
    const records = answers.flatMap(({ host, report }) => recordsIn(host, report));
    const backups = answers.flatMap(({ host, report }) => {
        const [at = "", file = ""] = valuesOf(report, "backup");
        return file === "" ? [] : [{ host, file, at: Number(at) }];
    });
    const [backup = null] = backups.sort((one, other) => other.at - one.at);
    return { records, backup };
}
function recordsIn(host, { records }) {
    return records
        .filter(([key]) => key === "schema")
        .map(([, release = "", before = "", known = "", after = ""]) => ({
        ...{ host, release, before: reverting_words(before) },
        after: known === "known" ? reverting_words(after) : null,
    }));
}
async function lookFrom(hosts, { host, release, before }) {
    const { app, environment } = hosts.options;
    const { migrations } = environment;
    const values = {
        ...{ PD_RELEASE: release, PD_LOOK: lookExpression(app, migrations, before) },
        ...addressValues(migrations),
    };
    const report = await hosts.call({ host, op: "look-down", values, limitMs: lookMs });
    if (failed(report))
        return report;
    const versions = (key) => report.records
        .filter(([name]) => name === key)
        .flatMap(([, repository, ...numbers]) => numbers.filter((one) => one !== "").map((one) => `${repository}/${one}`));
    const applied = versions("applied");
    if (environment.migrations.versions !== null) {
        const going = applied.filter((version) => !before.includes(version));
        const says = "an expression of the settings rolls it back";
        return { applied, files: null, effects: going.map((version) => ({ version, kind: "unread", says })) };
    }
    const effects = report.records
        .filter(([key]) => key === "effect")
        .map(([, repository, version, kind, says = ""]) => ({
        version: `${repository}/${version}`,
        kind: kinds.find((one) => one === kind) ?? "unread",
        says,
    }));
    return { applied, files: versions("files"), effects };
}
const kinds = ["irreversible", "data"];
function refusedBy({ refused, says, remedy, release }, facts = {}) {
    const lacks = release === undefined ? {} : { lacks: release };
    return { verdict: "fail", reason_code: refused, says, remedy, facts: { ...facts, ...lacks } };
}
/** What came of it, by the versions that the database had before and after. */
function reverted(report) {
    const [before = "", after = ""] = [valuesOf(report, "versions_before")[0], valuesOf(report, "versions_after")[0]];
    const removed = reverting_words(before).filter((version) => !reverting_words(after).includes(version));
    const facts = { versions_before: reverting_words(before), versions_after: reverting_words(after), removed };
    if (removed.length === 0)
        return { says: "The schema had been rolled back already.", facts };
    return { says: `Rolled the schema back by ${(0,fleet_schema/* versionsText */.pl)(removed)}.`, facts };
}
function reverting_words(text) {
    return text.split(" ").filter((word) => word !== "");
}

;// CONCATENATED MODULE: ./build/src/targets/hosts/operations.js








const operations = {
    "acquire-lock": {
        values: ({ host, take }, options) => ({ PD_TAKE: take === true ? "yes" : "no", ...uploadValues(options, host) }),
        done: lockTaken,
    },
    "install-units": {
        values: ({ unit }) => ({ PD_UNIT_TEXT: unit.trimEnd() }),
        done: () => ({ says: "Installed and loaded by systemd." }),
    },
    unpack: {
        values: (step, { release }) => ({
            PD_RELEASE: step.release,
            PD_DIGEST: release?.digest ?? "",
            PD_MANIFEST: release?.manifest.trim() ?? "",
        }),
    },
    backup: {
        values: (step, options) => ({ PD_RELEASE: step.release, ...migrationValues(options), ...backupValues(options) }),
        done: backedUp,
    },
    migrate: {
        values: (step, options) => ({ PD_RELEASE: step.release, ...migrationValues(options) }),
        done: migrated,
    },
    revert: {
        values: (step, options) => ({
            ...migrationValues(options),
            PD_RELEASE: step.release,
            PD_NOW: [...step.staying, ...step.going].join(" "),
            PD_STAYS: step.staying.join(" "),
            PD_DOWN: downExpression(options.app, options.environment.migrations, step),
        }),
        done: reverted,
    },
    start: {
        values: ({ release, slot }, { environment }) => ({
            PD_RELEASE: release,
            PD_SLOT: slot,
            PD_PORT: String(environment.slots[slot]?.port ?? ""),
        }),
        done: started,
    },
    stop: {
        // The program's own wait ends before ours: it still has to kill, and to say so.
        values: ({ slot, how, limitMs }) => ({
            PD_SLOT: slot,
            PD_HOW: how,
            PD_LIMIT: String(Math.max(1, Math.floor(limitMs / 1_000) - 15)),
        }),
        done: stopped,
    },
    activate: {
        values: ({ release, slot, back, level }) => ({
            PD_RELEASE: release,
            PD_SLOT: slot,
            PD_BACKWARD: back ? "yes" : "",
            PD_LEVEL: level === undefined ? "" : levelText(level),
        }),
        done: recorded,
    },
    confirm: { values: () => ({}), done: () => ({ says: "It stays as it was verified." }) },
    hold: {
        values: ({ slot, seconds }) => ({ PD_SLOT: slot, PD_SECONDS: String(seconds) }),
        done: () => ({ says: "Its open sessions live on until then." }),
    },
    "mark-bad": { values: ({ release }) => ({ PD_RELEASE: release }) },
    prune: { values: ({ remove }) => ({ PD_REMOVE: remove.join(" ") }) },
    "release-lock": { values: () => ({}) },
};
/** One step by one run of the program. */
async function performStep(hosts, step) {
    const { options, call, looks, stocks } = hosts;
    // What a host reports with one lock stays true while the others are taken, or given back.
    const locks = step.type === "acquire-lock" || step.type === "release-lock";
    if (!locks)
        for (const known of [looks, stocks])
            known.forget();
    if (step.type === "unpack" && hosts.assembled.has(step.host))
        return { verdict: "pass", reason_code: "passed", says: "It was put together from its files, and verified." };
    // The table has the operation of this very type, which TypeScript cannot follow.
    const { values, done } = operations[step.type];
    const { host, type, limitMs } = step;
    const more = step.type === "unpack" ? await filesOf(hosts) : {};
    const report = await call({ host, op: type, values: { ...values(step, options), ...more }, limitMs });
    if (failed(report))
        return report;
    if (locks && valuesOf(report, "now").length > 0)
        looks.keep(host, report);
    if (valuesOf(report, "stock")[0] === "known")
        stocks.keep(host, report);
    const { says, facts = {}, warnings = [] } = done?.(report) ?? { says: "Done." };
    return {
        verdict: "pass",
        reason_code: "passed",
        says,
        facts,
        tail: report.relayed.slice(-4_000),
        warnings: [...warnings, ...warningsIn(report)],
    };
}
/**
 * The files of the release by their hashes, which the host would read for the next one else, and the most bytes that
 * they take as an archive: each has headers and is filled up.
 */
async function filesOf({ packer }) {
    const files = await packer.files();
    if ("wrong" in files)
        return {};
    const lines = files.filter(({ type }) => type === "f").map(({ content, path }) => `${content}  ${path}`);
    const bytes = files.reduce((sum, one) => sum + one.bytes + 4_096, 1 << 20);
    return { PD_HASHES: lines.join("\n"), PD_BYTES: String(bytes) };
}
/** What an upload will ask where the release is going to run. */
function uploadValues(options, host) {
    const { release, environment } = options;
    return release !== null && environment.hosts.some(({ name }) => name === host)
        ? stockValues(options, release.id)
        : {};
}
function lockTaken(report) {
    const [from, how, url] = valuesOf(report, "took_over");
    if (from === undefined)
        return { says: "Lock acquired." };
    const owner = url ? `${from} (${url})` : from;
    if (how !== "live")
        return { says: `The lock of ${owner} had expired and was taken over.` };
    const says = `The lock was taken from ${owner}, which still held it.`;
    return { says, warnings: [`${says} That run stops before its next change.`] };
}
function started(report) {
    const [pid = "", when] = valuesOf(report, "started");
    const says = when === "already" ? `It runs already, as process ${pid}.` : `Started as process ${pid}.`;
    return { says, facts: { pid: Number(pid) } };
}
/** `elsewhere` where the slot is on other hosts. */
function recorded(report) {
    const [where] = valuesOf(report, "recorded");
    if (where !== "elsewhere")
        return { says: "Done." };
    return { says: "It serves from the other group of hosts.", facts: { serves: false } };
}
function stopped(report) {
    const [how = "killed"] = valuesOf(report, "stopped");
    const words = {
        already: "Nothing was running there.",
        ended: "It stopped by itself.",
    };
    return { says: words[how] ?? "It was killed.", facts: { how } };
}

// EXTERNAL MODULE: ./build/src/strategies/deploy.js
var deploy = __webpack_require__(7964);
// EXTERNAL MODULE: ./build/src/strategies/facts.js
var facts = __webpack_require__(1832);
// EXTERNAL MODULE: ./build/src/strategies/registry.js + 7 modules
var strategies_registry = __webpack_require__(1628);
// EXTERNAL MODULE: ./build/src/strategies/steps.js
var steps = __webpack_require__(4140);
// EXTERNAL MODULE: ./build/src/strategies/under-lock.js
var under_lock = __webpack_require__(6173);
;// CONCATENATED MODULE: ./build/src/strategies/drill.js







/**
 * A rehearsal of a rollback: back, and forward again. The record of what is active never changes in between, so that
 * whatever ends the drill, the next run brings back what served before it.
 */
/** The release that is left for a moment goes on running, however long that takes. */
const untilReturnSeconds = 7_200;
/** Back, as a rollback does it, with nothing recorded and the lock kept for the second half. */
function planDrill(observed, wanted, all = strategies_registry/* strategies */.W) {
    const made = (0,rollback/* planRollback */.I)(observed, { ...wanted, markBad: false, holdSeconds: untilReturnSeconds }, all);
    if ((0,plan/* isRefusal */.vu)(made))
        return made;
    const choice = (0,rollback/* chooseRollback */.w)(observed, wanted);
    if ("refused" in choice)
        return choice;
    const { left, to } = choice;
    const refused = unsettled(observed, left);
    if (refused !== null)
        return refused;
    return {
        says: `Drill: roll ${wanted.environment} back from ${left} to ${to}, and forward to ${left} again.`,
        warnings: made.warnings,
        steps: made.steps.filter((one) => !isBookkeeping(observed, one, left)),
    };
}
/** What a drill leaves out: records, the hold of what was left, and the end of the lock. */
function isBookkeeping({ hosts }, one, left) {
    if (one.type === "activate" || one.type === "release-lock")
        return true;
    if (one.type !== "hold")
        return false;
    return hosts.find(({ host }) => host === one.host)?.slots[one.slot]?.running?.release === left;
}
/** A drill begins where the release on record serves alone, and nothing is left of an interrupted run. */
function unsettled(fleet, left) {
    const active = (0,facts/* activeOf */.m3)(fleet);
    const behind = fleet.hosts.find((host) => host.active?.release !== active?.release || host.intent !== null);
    const stray = (0,facts/* carried */.LT)(fleet).find(({ release }) => release !== active?.release);
    if (active?.release === left && behind === undefined && stray === undefined)
        return null;
    const says = stray === undefined
        ? `An interrupted run left ${behind?.host ?? "a host"} unfinished.`
        : `${stray.release} takes requests on ${stray.host}, and ${active?.release ?? "nothing"} is on record.`;
    return {
        refused: "not_settled",
        says: `A drill needs an environment in order: ${says}`,
        remedy: "Deploy, or roll back without `drill`; then start the drill again.",
    };
}
/** Forward to the release on record; what was warm before is warm for as long as it was to be, and nothing else is. */
function planDrillReturn(fleet, { wanted, before }, all = strategies_registry/* strategies */.W) {
    const strategy = (0,strategies_registry/* strategyOf */.x)(wanted, all);
    if ((0,plan/* isRefusal */.vu)(strategy))
        return strategy;
    const refused = (0,refusals/* busy */.S2)(fleet, wanted) ?? (0,refusals/* hostsMissing */.Gs)(fleet, wanted) ?? (0,refusals/* unsuited */.c)(fleet, strategy);
    if (refused !== null)
        return refused;
    const active = (0,facts/* activeOf */.m3)(fleet);
    if (active === null)
        return { refused: "state_unknown", says: "No release is on record any more.", remedy: "Deploy one." };
    const holdSeconds = Math.max(0, ...fleet.hosts.map((host) => leftOfHold(host, before) ?? 0));
    const toward = { ...wanted, release: active.release, migrate: false, holdSeconds };
    const steps = strategy.rollback(fleet, { wanted: toward, verified: true, mark: [] });
    return (0,under_lock/* underLock */.y)(fleet, wanted, {
        says: `Drill: forward to ${active.release} again.`,
        warnings: strategy.warnings(steps),
        steps: [...steps, ...holdsAgain(fleet, before)],
    });
}
/** Holds that the first half made longer end when they were to end; the shift to a slot made its hold end at once. */
function holdsAgain({ hosts }, before) {
    return hosts.flatMap((host) => {
        const left = leftOfHold(host, before);
        if (left === null || host.holdUntil === null || host.holdUntil === host.now + left)
            return [];
        const slot = heldSlot(host);
        return slot === undefined ? [] : [steps/* hold */._2(host, slot, Math.max(1, left))];
    });
}
/** Seconds that this host was still to keep the release before warm; null where it kept none. */
function leftOfHold({ host, now }, before) {
    const until = before.hosts.find((one) => one.host === host)?.holdUntil ?? null;
    return until === null ? null : until - now;
}
/** What is held is the release before, in a slot that is not the active one's. */
function heldSlot({ slots, active }) {
    return Object.entries(slots).find(([name, { running }]) => name !== active?.slot && running !== null && running.release === active?.before)?.[0];
}

// EXTERNAL MODULE: ./build/src/strategies/leftovers.js
var leftovers = __webpack_require__(8211);
// EXTERNAL MODULE: ./build/src/strategies/verified.js
var verified = __webpack_require__(8815);
;// CONCATENATED MODULE: ./build/src/strategies/recover.js








/**
 * Hosts that are away are left out: the others go back all the same.
 * After a step that did not pass: from what is really there now back to the release that was last verified. Where
 * nothing was ever verified, the new instance is stopped and nothing serves.
 */
function planRecovery(fleet, wanted, all = strategies_registry/* strategies */.W) {
    const strategy = (0,strategies_registry/* strategyOf */.x)(wanted, all);
    if ((0,plan/* isRefusal */.vu)(strategy))
        return strategy;
    const { owner, environment, release } = wanted;
    const refused = (0,refusals/* busy */.S2)(fleet, { owner }) ?? (0,refusals/* unsuited */.c)(fleet, strategy, fleet.away);
    if (refused !== null)
        return refused;
    const mark = marks(fleet, wanted);
    const active = (0,facts/* activeOf */.m3)(fleet);
    if (active === null) {
        const says = `Stop ${release}: there is no verified release to roll back to.`;
        const steps = (0,facts/* slotNames */.Do)(fleet).flatMap((slot) => (0,leftovers/* endAttempts */.m0)({ fleet, wanted, slot }, null));
        return (0,under_lock/* underLock */.y)(fleet, { owner }, { says, warnings: [], steps: [...steps, ...mark] });
    }
    const able = (0,facts/* placesFor */.Wu)(fleet, active.release).filter((host) => host.releases.includes(active.release));
    if (able.length === 0) {
        return {
            refused: "release_not_kept",
            says: `No host keeps ${active.release}, the last verified release.`,
            remedy: "Deploy a version that works.",
        };
    }
    const says = `Roll ${environment} back to ${active.release}, the last verified release.`;
    const steps = strategy.recover(fleet, { failed: wanted, active, able, mark });
    return (0,under_lock/* underLock */.y)(fleet, { owner }, { says, warnings: [], steps });
}
/** What was verified once may fail to start today for want of a database: it stays what a rollback can go to. */
function marks(fleet, { release, markBad }) {
    if (!markBad || (0,verified/* wasVerified */.YI)(fleet, release))
        return [];
    const kept = fleet.hosts.filter((host) => host.releases.includes(release) && !host.bad.includes(release));
    return kept.map((host) => steps/* markBad */.Tc(host, release));
}

;// CONCATENATED MODULE: ./build/src/targets/hosts/planning.js








/** Hosts are planned for by the strategies. */
function planningOf({ router }, all = strategies_registry/* strategies */.W) {
    return {
        plan: (fleet, wanted) => (0,deploy/* planDeploy */.b)(fleet, wanted, all),
        recover: (fleet, wanted) => planRecovery(fleet, wanted, all),
        rollback: (fleet, wanted) => (0,rollback/* planRollback */.I)(fleet, wanted, all),
        drill: (fleet, wanted, before) => before === null ? planDrill(fleet, wanted, all) : planDrillReturn(fleet, { wanted, before }, all),
        rollsBackTo(fleet, choosing) {
            const found = (0,rollback/* chooseRollback */.w)(fleet, choosing);
            return "refused" in found ? found : found.to;
        },
        verifiedBefore: verified/* goodBefore */.$_,
        leaveOut: facts/* leaveOut */.ov,
        serving,
        carrying: (fleet) => [...new Set((0,facts/* carried */.LT)(fleet).map(({ release }) => release))],
        routed: (fleet, slot, shared) => {
            const meant = shared === undefined ? `${slot} alone` : `${slot} in the part that was set`;
            return routed(router.lostRemedy, (0,facts/* misrouted */.vA)(fleet, slot, shared ?? null), meant);
        },
        passes: refusals/* passes */.WE,
    };
}
function serving(fleet) {
    const active = (0,facts/* activeOf */.m3)(fleet);
    if (active === null)
        return null;
    const { release, slot } = active;
    const found = fleet.hosts.find((host) => (0,facts/* runs */.Np)(host, slot, release));
    return found === undefined ? null : { host: found.host, slot, release };
}
/**
 * A router that was restarted or reloaded after the shift sends traffic where its configuration says: then nothing that
 * users see is of the release.
 */
function routed(remedy, seen, meant) {
    if (seen.length === 0)
        return { verdict: "pass", reason_code: "passed", says: `New requests go to ${meant}.` };
    const why = "The router was restarted, reloaded or changed by somebody else.";
    const says = `New requests do not go to ${meant} any more: ${seen.join("; ")}. ${why}`;
    return { verdict: "fail", reason_code: "router_failed", says, remedy };
}

;// CONCATENATED MODULE: ./build/src/targets/hosts/questions.js






const questions_askMs = 20_000;
/** A virtual machine is started for it. */
const evaluateMs = 60_000;
/** What signals ask of hosts while a release is watched. */
function questionsOf(hosts) {
    const { environment, app } = hosts.options;
    const ask = async (calling) => {
        const report = await hosts.call(calling);
        if (failed(report))
            throw new Error(report.says);
        return report;
    };
    return {
        async routerCounts() {
            const all = await Promise.all((0,router_places/* routerPlaces */.gr)(environment).map(async (place) => countsOf(place, await ask({ host: place.host, op: "router-counts", limitMs: questions_askMs }))));
            return summed(all.flat());
        },
        async memory(host, slot) {
            const report = await ask({ host, op: "memory", values: { PD_SLOT: slot }, limitMs: questions_askMs });
            const kilobytes = (0,host_record/* whole */.W)(valuesOf(report, "memory")[0]);
            if (kilobytes === null)
                throw new Error(`${host} does not show the memory of slot ${slot}`);
            return kilobytes * 1_024;
        },
        async logCounts(host, slot) {
            const seen = await logErrors(hosts, host, slot);
            if (seen === null)
                throw new Error(`the log of slot ${slot} of ${host} cannot be read`);
            return seen;
        },
        async evaluate(host, slot, expression) {
            const values = { PD_SLOT: slot, PD_EXPRESSION: `${applicationsExpression(app)}\n${expression}` };
            return (await ask({ host, op: "evaluate", values, limitMs: evaluateMs })).relayed;
        },
    };
}
/** The servers of one router by the fleet's names; servers of others stay as they are. */
function countsOf({ own, host }, { records }) {
    const names = new Map([...(own ?? [])].map(([name, here]) => [here, name]));
    return records
        .filter(([key]) => key === "counts")
        .map(([, name = "", ...numbers]) => {
        const [good, failed] = numbers.map(host_record/* whole */.W);
        if (good == null || failed == null)
            throw new Error(`the router on ${host} does not count requests of ${name}: its mode may be \`tcp\``);
        return { server: names.get(name) ?? name, requests: good + failed, failed };
    });
}
/** Several routers in front of one server count its requests together. */
function summed(all) {
    const sums = new Map();
    for (const { server, requests, failed } of all) {
        const before = sums.get(server) ?? { requests: 0, failed: 0 };
        sums.set(server, { server, requests: before.requests + requests, failed: before.failed + failed });
    }
    return [...sums.values()];
}

// EXTERNAL MODULE: ./build/src/domain/values/plural.js
var plural = __webpack_require__(4939);
;// CONCATENATED MODULE: ./build/src/targets/hosts/shift-guard.js


/** What a router's host needs to go back by itself: where to, when, and the program that does it. */
function guardValues(place, guard) {
    const back = guard === null ? null : (0,router_places/* ownWeights */.qS)(place, guard.weights);
    if (guard === null || back === null)
        return {};
    return { PD_BACK: orderedWeights(back), PD_CONFIRM: String(guard.seconds), PD_GUARD: guardProgram };
}
/** Weights as the host program reads them. */
function orderedWeights(weights) {
    return Object.entries(weights)
        .map(([name, weight]) => `${name}=${weight}`)
        .join(" ");
}

;// CONCATENATED MODULE: ./build/src/targets/hosts/traffic.js





const traffic_askMs = 30_000;
const traffic_pauseMs = 200;
/**
 * Moves traffic on all routers at once, and passes only where each reads back as it was ordered. Several are asked
 * first, so that one that is away leaves all as they were; where one fails later, the others are put back.
 */
async function shiftOn(hosts, step) {
    const { environment } = hosts.options;
    hosts.looks.forget();
    const orders = (0,router_places/* routerPlaces */.gr)(environment).flatMap((place) => {
        const weights = (0,router_places/* ownWeights */.qS)(place, step.weights);
        return weights === null ? [] : [{ place, weights, guard: step.guard ?? null }];
    });
    const before = orders.length > 1 ? await Promise.all(orders.map(({ place }) => readAt(hosts, place))) : [];
    for (const seen of before)
        if (isJudgement(seen))
            return seen;
    const results = await Promise.all(orders.map((order) => applyAt(hosts, order, step.limitMs)));
    const applied = results.filter((one) => !isJudgement(one));
    const failure = results.find(isJudgement);
    if (failure !== undefined) {
        const changed = orders.flatMap((order, index) => {
            const [result, seen] = [results[index], before[index]];
            if (result === undefined || isJudgement(result) || seen === undefined || isJudgement(seen))
                return [];
            return [{ place: order.place, weights: asBefore(order.weights, seen), guard: null }];
        });
        return putBack(hosts, { orders: changed, failure, limitMs: step.limitMs });
    }
    const seen = (0,router_places/* mergeRouters */.ri)(applied.map((one) => one.seen)) ?? {};
    return {
        verdict: "pass",
        reason_code: "passed",
        says: `New requests go to ${shares(step.weights)}, as read back.`,
        facts: { servers: stateFacts(seen) },
        warnings: [...new Set(applied.flatMap(({ warnings }) => warnings))],
    };
}
function isJudgement(one) {
    return "verdict" in one;
}
/** The weights that these servers had; one that took no new requests had none. */
function asBefore(weights, seen) {
    const names = Object.keys(weights).filter((name) => seen[name] !== undefined);
    return Object.fromEntries(names.map((name) => [name, seen[name]?.state === "ready" ? seen[name].weight : 0]));
}
/** One of several routers failed: the same judgement, with what became of the others. */
async function putBack(hosts, given) {
    const { orders, failure, limitMs } = given;
    if (orders.length === 0)
        return failure;
    const results = await Promise.all(orders.map((order) => applyAt(hosts, order, limitMs)));
    const named = (back) => orders
        .flatMap(({ place: { host } }, index) => (isJudgement(results[index] ?? {}) === back ? [] : [host]))
        .join(", ");
    const [done, left] = [named(true), named(false)];
    return {
        ...failure,
        says: `${failure.says}${done === "" ? "" : ` The router on ${done} was put back.`}` +
            (left === "" ? "" : ` The router on ${left} could not be put back.`),
    };
}
/** Orders one router, and reads it back. */
async function applyAt(hosts, { place, weights, guard }, limitMs) {
    const { router } = hosts.options.environment;
    const values = { PD_WEIGHTS: orderedWeights(weights), ...guardValues(place, guard) };
    const report = await hosts.call({ host: place.host, op: "shift", values, limitMs });
    if (failed(report))
        return report;
    const servers = serversIn(hosts, report);
    if (typeof servers === "string")
        return notRead(hosts, place.host, servers);
    const wrong = router.differences(weights, servers);
    if (wrong.length > 0)
        return {
            verdict: "fail",
            reason_code: "router_failed",
            says: `${place.host}: ${router.name} did not apply the change: ${wrong.join("; ")}.`,
            remedy: router.remedy,
        };
    const { records } = report;
    const seen = { place, servers };
    const others = (0,router_places/* othersServe */.ts)(hosts.options.environment, seen);
    return {
        seen,
        warnings: [
            ...warningsIn(report),
            ...router.warnings({ wanted: weights, seen: servers, records }),
            ...(others === null ? [] : [`${others} ${router_places/* othersRemedy */.KV}`]),
        ],
    };
}
/** Waits until no router has sessions on these servers any more, at most until the limit. */
async function drainOn(hosts, step) {
    const { clock, environment } = hosts.options;
    const servers = step.servers.join(", ");
    const began = clock.ticks();
    let left = null;
    while (clock.ticks() - began < step.limitMs) {
        const counts = await Promise.all((0,router_places/* routerPlaces */.gr)(environment).map((place) => leftAt(hosts, place, step)));
        for (const count of counts)
            if ("verdict" in count)
                return count;
        left = counts.flatMap((count) => ("verdict" in count ? [] : count));
        if (left.length === 0)
            return drained(`No requests are left on ${servers}.`, 0);
        await clock.sleep(traffic_pauseMs);
    }
    // Long connections, such as those of LiveView, never end by themselves: the limit was the user's choice, and is said.
    const limit = `${Math.round(step.limitMs / 1_000)} s (\`strategy.drain\`)`;
    if (left === null)
        return drained(`It is not known what is left on ${servers} after ${limit}.`, null);
    const sessions = left.reduce((sum, one) => sum + one.sessions, 0);
    const says = `${(0,plural/* counted */.h)(sessions, "session was", "sessions were")} left on ${servers} after ${limit}.`;
    const each = left.map(({ server, host, sessions: open }) => `${open} on ${server} by the router of ${host}`);
    const warning = `${(0,plural/* counted */.h)(sessions, "session of users was", "sessions of users were")} still open after ${limit}, closed now ` +
        `that the slot is stopped: ${each.join(", ")}.`;
    return { ...drained(says, sessions), warnings: [warning] };
}
/** Sessions that one router still has on these servers. */
async function leftAt(hosts, place, { servers }) {
    const concerned = (0,router_places/* ownWeights */.qS)(place, Object.fromEntries(servers.map((name) => [name, 0])));
    if (concerned === null)
        return [];
    const seen = await readAt(hosts, place);
    if (isJudgement(seen))
        return seen;
    const fleet = (0,router_places/* fleetNames */.zL)({ place, servers: seen });
    return servers.flatMap((server) => {
        const sessions = fleet[server]?.sessions ?? 0;
        return sessions === 0 ? [] : [{ server, host: place.host, sessions }];
    });
}
/** The servers of one router now, by its own names. */
async function readAt(hosts, { host }) {
    const asked = { host, op: "router", limitMs: traffic_askMs };
    const report = await hosts.call(asked);
    if (failed(report))
        return report;
    const seen = serversIn(hosts, report);
    return typeof seen === "string" ? notRead(hosts, host, seen) : seen;
}
function notRead({ options }, host, says) {
    const { remedy } = options.environment.router;
    return { ...unreadable(`${host}: ${says}`), reason_code: "router_failed", remedy };
}
function drained(says, sessions) {
    return { verdict: "pass", reason_code: "passed", says, facts: { sessions } };
}
function serversIn({ options }, { records }) {
    return options.environment.router.read(records) ?? "The settings name no router.";
}
function shares(weights) {
    const open = Object.entries(weights).filter(([, weight]) => weight > 0);
    return open.map(([name, weight]) => (weight === 100 ? name : `${name} (${weight} %)`)).join(", ");
}
function stateFacts(servers) {
    return Object.fromEntries(Object.entries(servers).map(([name, seen]) => [name, `${seen.state}, weight ${seen.weight} %`]));
}

;// CONCATENATED MODULE: ./build/src/targets/hosts/hosts.js














/** Hosts, each by its transport: the very same program on `/bin/sh`, whatever way leads there. */
function hostsTarget(options) {
    const { slots } = options.environment;
    const ways = waysTo(options);
    const hosts = openHosts({ options, ways, call: callerOf(options, ways) });
    // From a guarded shift on, the hosts have to see that this run lives before their guards act.
    let everyMs = beatMs(options);
    const reach = (host, slot) => ways.to(host).reach(slots[slot]?.port ?? 0);
    async function perform(step) {
        switch (step.type) {
            case "upload":
                return uploadOn(hosts, step);
            case "drain":
                return drainOn(hosts, step);
            case "shift":
                if (step.guard !== undefined)
                    everyMs = Math.min(everyMs, (step.guard.seconds * 1_000) / beatsOfGuard);
                return shiftOn(hosts, step);
            case "start": {
                // What starts is asked next whether it is healthy, through a forward that can be opened meanwhile.
                const [judgement] = await Promise.all([performStep(hosts, step), reach(step.host, step.slot).catch(() => "")]);
                return judgement;
            }
            default:
                return performStep(hosts, step);
        }
    }
    return {
        ...(0,units/* withUnits */.K)(planningOf(options.environment), options),
        connect: () => ways.connect(),
        observe: () => observeHosts(hosts),
        fitness: () => fitnessOf(hosts),
        perform,
        reach,
        recorded: (release) => recordedManifest(hosts, release),
        answering: (host, slot) => answering(hosts, host, slot),
        async running(host, slot) {
            const seen = await answering(hosts, host, slot);
            return seen?.process ? { ...seen.process, served: seen.listener === "own" } : null;
        },
        logTail: (host, slot) => logTail(hosts, host, slot),
        logErrors: (host, slot) => logErrors(hosts, host, slot),
        questions: questionsOf(hosts),
        schemaReturn: (fleet, wish) => schemaReturnOn(hosts, fleet, wish),
        renew: () => renew(hosts),
        keepLock: () => keepLocks(hosts, () => everyMs),
        close: () => ways.close(),
    };
}

;// CONCATENATED MODULE: ./build/src/targets/registry.js

/** Every target, one line each, by the word for it in the settings. */
const targets = {
    hosts: hostsTarget,
};
/** The target of an environment, as this run may change it. */
function openTarget(options) {
    return targets[options.environment.target](options);
}

// EXTERNAL MODULE: ./build/src/stages/stage.js
var stage = __webpack_require__(8767);
;// CONCATENATED MODULE: ./build/src/stages/environment.js





/** The environment of that name, or the conclusion that it is not in the settings. */
function findEnvironment(settings, name, input = "environment") {
    // A name that every object has, such as `constructor`, is no environment.
    const found = Object.hasOwn(settings.environments, name) ? settings.environments[name] : undefined;
    if (found !== undefined)
        return found;
    const known = Object.keys(settings.environments).map((one) => `\`${one}\``);
    const has = known.length > 0 ? `, which has ${known.join(", ")}` : "";
    return (0,stage/* stopped */.c)({
        reason_code: "invalid_settings",
        says: `Environment \`${name}\` is not in the settings file${has}.`,
        remedy: `Add it under \`environments\`, or name another with the input \`${input}\`.`,
    });
}
/** Opens the target of an environment, as this run may change it. `release` is what would be uploaded. */
function targetOf(run, environment, release) {
    return (run.openTarget ?? environment_open)(run, environment, release);
}
function environment_open(run, environment, release) {
    const { shell, clock, files, secret, job } = run.world;
    const folder = (0,external_node_path_.join)(job.workspace, handover/* handover */.c.release);
    const app = release?.app ?? run.settings.app ?? run.recorder.evidence.app;
    return openTarget({
        environment,
        app,
        releaseName: release?.name ?? app,
        owner: ownerOf(run),
        runUrl: job.runUrl,
        shell,
        clock,
        files,
        secret,
        release: release === null ? null : uploadOf(release, { folder, temp: job.temp }),
    });
}
/** A release as it lies in the folder that jobs pass on. */
function uploadOf(release, { folder, temp }) {
    const { digest, bytes, file, files: list } = release;
    return {
        id: (0,release_release/* releaseId */.Bf)(release),
        digest,
        path: (0,external_node_path_.join)(folder, file),
        bytes,
        needs: {
            arch: release.arch,
            libc: release.needs?.libc ?? null,
            glibc: release.needs?.glibc ?? null,
            openssl: release.needs?.openssl ?? [],
            environment: release.environment ?? [],
        },
        manifest: (0,release_release/* manifestOf */.$V)(release),
        list: list === undefined ? null : { path: (0,external_node_path_.join)(folder, list.file), sha256: list.sha256 },
        scratch: (0,external_node_path_.join)(temp, "upload"),
    };
}
/**
 * The owner of a lock: this job of this attempt of this run, so that neither a re-run takes its predecessor's orphaned
 * step for its own, nor two jobs of one run each other's lock.
 */
function ownerOf({ world }) {
    return `run-${world.job.runId}-${world.job.runAttempt}-${world.job.job}`;
}


/***/ }),

/***/ 6192:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ commitOfRelease)
/* harmony export */ });
/* harmony import */ var _checks_version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1279);
/* harmony import */ var _domain_delivery_word_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3723);
/* harmony import */ var _domain_release_release_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2161);
/* harmony import */ var _domain_release_version_tag_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1545);




/**
 * The commit that a release was built from, which no host knows: by the release at hand, by the record of deployments,
 * or by the tag of its version. Null where none of them says.
 */
async function commitOfRelease(run, id, history) {
    const { release } = run.recorder.evidence;
    if (release !== null && (0,_domain_release_release_js__WEBPACK_IMPORTED_MODULE_2__/* .releaseId */ .Bf)(release) === id)
        return release.git_sha;
    const recorded = history.find((one) => releasesOf(one).includes(id));
    return recorded?.sha ?? (await commitOfTag(run, (0,_domain_release_release_js__WEBPACK_IMPORTED_MODULE_2__/* .releaseVersionOf */ .$_)(id)));
}
/** The releases that a record names. */
function releasesOf({ own, words }) {
    return [own?.release ?? null, ...words.map(({ description }) => (0,_domain_delivery_word_js__WEBPACK_IMPORTED_MODULE_1__/* .readDeliveryWord */ .Nq)(description)?.release ?? null)];
}
/** By the tags of the checkout; where that has none, by the usual names of such a tag on GitHub. */
async function commitOfTag(run, version) {
    const { world, settings, recorder } = run;
    const { app } = recorder.evidence;
    const { patterns } = (0,_checks_version_js__WEBPACK_IMPORTED_MODULE_0__.versionSettings)({ settings, inputs: {} });
    const tags = await world.repository.tags().catch(() => []);
    const local = (0,_domain_release_version_tag_js__WEBPACK_IMPORTED_MODULE_3__/* .versionTags */ .OP)(tags, { names: [app], patterns }).find(({ text }) => text === version);
    if (local !== undefined)
        return local.commit;
    const fixed = patterns.flatMap((one) => /^[^*?[]*/.exec(one)?.[0] ?? []);
    const names = patterns.length === 0 ? ["v", "", `${app}-v`] : fixed.flatMap((part) => [part, `${part}v`]);
    for (const name of names.slice(0, 4)) {
        const answer = await world.github.commitOfRef(`tags/${name}${version}`);
        if (answer.ok && answer.value !== null)
            return answer.value;
    }
    return null;
}


/***/ }),

/***/ 3103:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gS: () => (/* binding */ openRelease),
/* harmony export */   iJ: () => (/* binding */ readRelease),
/* harmony export */   uN: () => (/* binding */ releaseOfManifest)
/* harmony export */ });
/* unused harmony export checkTarball */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _domain_evidence_handover_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9999);
/* harmony import */ var _domain_release_release_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2161);
/* harmony import */ var _domain_values_error_text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3059);
/* harmony import */ var _domain_values_json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8675);
/* harmony import */ var _judged_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4444);
/* harmony import */ var _stage_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8767);







/** Largest manifest that is read. */
const maxManifestBytes = 8 << 20;
/** The heading of the release's gate. */
const releaseGate = {
    kind: "gate",
    id: "release",
    title: "The release is the one that was validated",
    required: true,
};
/** Reads and checks the release, records the check, and returns it or the conclusion that it cannot be used. */
async function openRelease(run) {
    const { value: read, durationMs } = await (0,_judged_js__WEBPACK_IMPORTED_MODULE_3__/* .timed */ .ay)(run, () => readRelease(run));
    const judgement = "failed" in read ? read.failed : read.judgement;
    await (0,_judged_js__WEBPACK_IMPORTED_MODULE_3__/* .recordTimed */ .n_)(run, releaseGate, { judgement, durationMs });
    if ("failed" in read)
        return (0,_stage_js__WEBPACK_IMPORTED_MODULE_4__/* .stopped */ .c)(read.failed, _judged_js__WEBPACK_IMPORTED_MODULE_3__/* .nothingChanged */ .Us);
    await run.recorder.set({ app: read.release.app, release: read.release });
    return read.release;
}
/** Reads the manifest that validate wrote, and checks the tarball's digest against it. */
async function readRelease(run) {
    return checkTarball(run, await releaseOfManifest(run));
}
/** Reads the manifest that validate wrote. */
async function releaseOfManifest(run) {
    const read = await readManifest(run);
    if (typeof read === "string")
        return missing(read, "Run validate again, and download its artifact whole.");
    if (read === null)
        return missing(`There is no release: ${_domain_evidence_handover_js__WEBPACK_IMPORTED_MODULE_1__/* .handover */ .c.manifest} does not exist.`, downloadIt);
    const parsed = _domain_release_release_js__WEBPACK_IMPORTED_MODULE_2__/* .releaseSchema */ .By.safeParse((0,_domain_values_json_js__WEBPACK_IMPORTED_MODULE_5__/* .readJson */ .V)(read.text));
    if (!parsed.success) {
        const faults = parsed.error.issues.map((one) => `${one.path.join(".") || "it"} ${one.message}`).join("; ");
        return missing(`${_domain_evidence_handover_js__WEBPACK_IMPORTED_MODULE_1__/* .handover */ .c.manifest} is not a release manifest: ${faults}.`, "Run validate again.");
    }
    return { release: parsed.data };
}
/** Checks the digest of the tarball against its manifest. */
async function checkTarball({ world }, named) {
    if ("failed" in named)
        return named;
    const { job, files } = world;
    const { release } = named;
    const seen = await files.digest((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(job.workspace, _domain_evidence_handover_js__WEBPACK_IMPORTED_MODULE_1__/* .handover */ .c.release, release.file));
    if (seen === null)
        return changed("release_missing", `The tarball ${release.file} is missing beside its manifest.`);
    if (seen.sha256 !== release.digest) {
        const says = `The tarball ${release.file} has sha256 ${seen.sha256}, and its manifest says ${release.digest}: ` +
            "it is not the release that was validated.";
        return changed("digest_mismatch", says);
    }
    return {
        release,
        judgement: {
            verdict: "pass",
            reason_code: "passed",
            says: `${release.file}: ${release.bytes} bytes with sha256 ${release.digest}.`,
            facts: { digest: release.digest, version: release.version, bytes: release.bytes },
        },
    };
}
/** The manifest's text; null where there is none, a sentence where it cannot be read. */
async function readManifest({ world }) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(world.job.workspace, _domain_evidence_handover_js__WEBPACK_IMPORTED_MODULE_1__/* .handover */ .c.manifest);
    try {
        const text = await world.files.read(path, maxManifestBytes);
        return text === null ? null : { text };
    }
    catch (error) {
        return `${_domain_evidence_handover_js__WEBPACK_IMPORTED_MODULE_1__/* .handover */ .c.manifest} cannot be read: ${(0,_domain_values_error_text_js__WEBPACK_IMPORTED_MODULE_6__/* .errorText */ .k)(error).replace(path, "it")}.`;
    }
}
const downloadIt = "Download the artifact that the validate job uploaded (`include-hidden-files: true`) to `path: .phoenix-deploy` " +
    "before this step.";
function missing(says, remedy) {
    return { failed: { verdict: "error", reason_code: "release_missing", says, remedy } };
}
function changed(reason_code, says) {
    const remedy = "Do not deploy it. Find out who changed the artifact, and run validate again.";
    return { failed: { verdict: "fail", reason_code, says, remedy } };
}


/***/ }),

/***/ 7964:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ planDeploy)
/* harmony export */ });
/* harmony import */ var _domain_fleet_plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5590);
/* harmony import */ var _guard_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8298);
/* harmony import */ var _refusals_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6666);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1628);
/* harmony import */ var _under_lock_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6173);





/**
 * From what is on the target now to the wanted release: a plan, or why there is none. Pure: the same facts give the
 * same plan.
 */
function planDeploy(fleet, wanted, all = _registry_js__WEBPACK_IMPORTED_MODULE_0__/* .strategies */ .W) {
    const strategy = (0,_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .strategyOf */ .x)(wanted, all);
    if ((0,_domain_fleet_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .isRefusal */ .vu)(strategy))
        return strategy;
    const refused = (0,_refusals_js__WEBPACK_IMPORTED_MODULE_2__/* .busy */ .S2)(fleet, wanted) ??
        (0,_refusals_js__WEBPACK_IMPORTED_MODULE_2__/* .hostsMissing */ .Gs)(fleet, wanted) ??
        (0,_refusals_js__WEBPACK_IMPORTED_MODULE_2__/* .markedBad */ .AJ)(fleet, wanted.release, "Release a new version.") ??
        (0,_refusals_js__WEBPACK_IMPORTED_MODULE_2__/* .slotLeft */ .GM)(fleet) ??
        (0,_refusals_js__WEBPACK_IMPORTED_MODULE_2__/* .portTaken */ .f5)(fleet) ??
        (0,_refusals_js__WEBPACK_IMPORTED_MODULE_2__/* .unreadableEnvironment */ .DA)(fleet) ??
        (0,_refusals_js__WEBPACK_IMPORTED_MODULE_2__/* .unsuited */ .c)(fleet, strategy) ??
        (0,_refusals_js__WEBPACK_IMPORTED_MODULE_2__/* .groupAway */ .GV)(fleet, wanted.release);
    if (refused !== null)
        return refused;
    const draft = strategy.deploy(fleet, wanted);
    const warnings = [
        ...(0,_guard_js__WEBPACK_IMPORTED_MODULE_3__/* .reversals */ .em)(fleet),
        ...(0,_refusals_js__WEBPACK_IMPORTED_MODULE_2__/* .awayWarnings */ .Cl)(fleet),
        ...(0,_refusals_js__WEBPACK_IMPORTED_MODULE_2__/* .staleWarnings */ .PO)(fleet, wanted.release, draft.steps),
        ...strategy.warnings(draft.steps),
    ];
    return (0,_under_lock_js__WEBPACK_IMPORTED_MODULE_4__/* .underLock */ .y)(fleet, wanted, { ...draft, warnings });
}


/***/ })

};
