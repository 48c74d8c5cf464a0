export const id = 492;
export const ids = [492];
export const modules = {

/***/ 1867:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ isFirst),
/* harmony export */   k: () => (/* binding */ runsOf)
/* harmony export */ });
/* harmony import */ var _release_version_tag_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1545);

/**
 * Which commit an environment runs. What answers comes before a record, where a tag says which commit that is: a record
 * does not know of a rollback.
 */
function runsOf(facts) {
    const { deployed, answers, environment, tags } = facts;
    const answering = answers === null ? null : (0,_release_version_tag_js__WEBPACK_IMPORTED_MODULE_0__/* .newest */ .BP)(tags.filter(({ text }) => text === answers));
    if (deployed === null)
        return withoutRecord(facts, answering);
    const named = (0,_release_version_tag_js__WEBPACK_IMPORTED_MODULE_0__/* .newest */ .BP)(tags.filter(({ commit }) => commit === deployed.sha))?.text ?? null;
    const record = { by: "deployment", commit: deployed.sha, version: named ?? answers, at: deployed.at };
    if (answers === null || named === null || named === answers)
        return { ...record, doubts: [] };
    const doubt = `${environment} answers version ${answers}, and its newest deployment was of ${named}`;
    return answering === null
        ? { ...record, doubts: [`${doubt}: the changes may be others.`] }
        : { by: "answer", commit: answering.commit, version: answers, at: null, doubts: [`${doubt}.`] };
}
function withoutRecord({ environment, answers, last }, answering) {
    if (answering !== null)
        return { by: "answer", commit: answering.commit, version: answers, at: null, doubts: [] };
    if (last === null)
        return { by: "none", commit: null, version: answers, at: null, doubts: [] };
    const doubts = answers === null
        ? []
        : [`${environment} answers version ${answers}, which no tag names: the changes are those since ${last.text}.`];
    return { by: "tag", commit: last.commit, version: last.text, at: null, doubts };
}
/** True where nothing shows that anything was ever deployed there. */
function isFirst({ by, version }) {
    return by === "none" && version === null;
}


/***/ }),

/***/ 6886:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X1: () => (/* binding */ missingLine),
/* harmony export */   f: () => (/* binding */ isFirstContact),
/* harmony export */   r8: () => (/* binding */ coverageToBeginWith)
/* harmony export */ });
/** The line of mix.exs that brings the package which a check lacks; null when that is not what it lacks. */
function missingLine({ reason_code, facts }) {
    const line = facts["line"];
    return reason_code === "tool_missing" && typeof line === "string" ? line : null;
}
/**
 * The facts of coverage below the default minimum in a project that sets none, such as a generated application: the
 * minimum to begin with, which the project raises from there. `percent` is what its tests reach now.
 */
function coverageToBeginWith(percent) {
    return {
        first_contact: [
            `Coverage is ${percent.toFixed(1)} %; the default minimum is 80 %.`,
            "Write more tests, or begin with the minimum below and raise it later.",
        ].join(" "),
        first_contact_setting: `coverage: {minimum: ${Math.floor(percent)}}`,
    };
}
/**
 * True for a check that needs what a project does not have when validate runs for the first time: a tool, Hex, a
 * CHANGELOG. `facts.first_contact` marks any other check as one of these, with its sentence. All of them are shown as
 * one block, since they have one remedy.
 */
function isFirstContact(one) {
    if (one.kind !== "check" || one.verdict === "pass" || one.verdict === "off")
        return false;
    if (missingLine(one) !== null || one.reason_code === "changelog_missing")
        return true;
    return ((one.id === "hex-audit" && one.reason_code === "tool_missing") || typeof one.facts["first_contact"] === "string");
}


/***/ }),

/***/ 6469:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ changeIn)
/* harmony export */ });
/* harmony import */ var _brief_facts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2726);
/* harmony import */ var _evidence_result_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8365);


/** What a report keeps of a plan, of its hosts, and of its steps. */
const maxSteps = 1_000;
const maxHosts = 200;
const maxTasks = 2_000;
/** The plan of a stage, what became of each host, and when each step was done; null where the stage planned nothing. */
function changeIn(evidence) {
    const { stage, environment, plan, hosts = [], results, started_at, finished_at } = evidence;
    const done = results.filter(({ kind, started_at }) => (kind === "step" || kind === "signal") && started_at);
    if (plan.length === 0 && (hosts.length === 0 || done.length === 0))
        return null;
    const own = Map.groupBy(results, ({ host }) => host);
    return {
        ...{ stage, environment, started_at, finished_at },
        plan: (0,_brief_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .firstOf */ .Ku)(plan, maxSteps),
        hosts: (0,_brief_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .firstOf */ .Ku)(hosts.map(({ host, before }) => hostOf({ host, before, to: evidence.to, own: own.get(host) ?? [] })), maxHosts),
        tasks: (0,_brief_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .firstOf */ .Ku)(tasksOf(done), maxTasks),
    };
}
/**
 * What was last seen of a host. A release is recorded by the first `activate` that passed with nothing failed before:
 * one after a failure records the release that was rolled back to.
 */
function hostOf({ host, before, to, own }) {
    const ms = own.reduce((sum, one) => sum + one.duration_ms, 0);
    const failed = own.find((one) => one.required && (0,_evidence_result_js__WEBPACK_IMPORTED_MODULE_0__/* .notPassed */ .KN)(one));
    if (failed !== undefined)
        return { host, before, after: before, state: "failed", failed: failed.id, ms };
    const recorded = own.find(({ id }) => id === "activate");
    if (recorded === undefined)
        return { host, before, after: before, state: "not-changed", failed: null, ms };
    // Where hosts are in groups, those of the other one serve.
    return recorded.facts["serves"] === false
        ? { host, before, after: null, state: "takes-no-traffic", failed: null, ms }
        : { host, before, after: to, state: "verified", failed: null, ms };
}
function tasksOf(done) {
    const at = ({ started_at = "" }) => Date.parse(started_at);
    const zero = done.reduce((first, one) => Math.min(first, at(one)), Number.POSITIVE_INFINITY);
    return done.map((one) => ({
        ...{ id: one.id, host: one.host ?? null, start_ms: at(one) - zero, ms: one.duration_ms },
        passed: !(0,_evidence_result_js__WEBPACK_IMPORTED_MODULE_0__/* .notPassed */ .KN)(one),
    }));
}


/***/ }),

/***/ 6994:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C2: () => (/* binding */ changeOf),
/* harmony export */   IP: () => (/* binding */ sorted),
/* harmony export */   IQ: () => (/* binding */ rankOf),
/* harmony export */   O5: () => (/* binding */ byRank),
/* harmony export */   T8: () => (/* binding */ placedIn)
/* harmony export */ });
/** The change that a list of files makes. */
function changeOf(files) {
    return new Map(files.map(({ path, addedLines }) => [path, addedLines === null ? null : new Set(addedLines)]));
}
/** A finding with what the change has to do with it; as it is when the change does not touch its file. */
function placedIn(change, finding) {
    const { in_change: _, ...rest } = finding;
    const lines = rest.file === undefined ? undefined : change.get(rest.file);
    if (lines === undefined)
        return rest;
    return { ...rest, in_change: rest.line !== undefined && lines?.has(rest.line) === true ? "line" : "file" };
}
const severities = ["error", "warning", "notice"];
/**
 * The order of a finding among others: first what blocks, then what this change touches, then by severity. Lower comes
 * first.
 */
function rankOf({ in_change, severity }, blocking = false) {
    return [blocking ? 0 : 1, in_change === "line" ? 0 : in_change === "file" ? 1 : 2, severities.indexOf(severity)];
}
/** Compares two ranks; what is equal keeps its order. */
function byRank(a, b) {
    const at = a.findIndex((one, index) => one !== b[index]);
    return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
/** Findings in the order in which a reader wants them: those of this change first, each part worst first. */
function sorted(findings) {
    return [...findings].sort((a, b) => byRank(rankOf(a), rankOf(b)));
}


/***/ }),

/***/ 7225:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ briefPage),
/* harmony export */   v: () => (/* binding */ briefParts)
/* harmony export */ });
/* harmony import */ var _domain_brief_brief_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1014);
/* harmony import */ var _domain_brief_runs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1867);
/* harmony import */ var _domain_values_plural_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4939);
/* harmony import */ var _text_markdown_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7103);
/* harmony import */ var _text_wording_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9700);
/* harmony import */ var _parts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7035);






/** The promotion brief under its heading; nothing where there is none. One screen, and everything else folded. */
function briefPage(brief) {
    if (brief === undefined)
        return [];
    const { app, version, environment } = brief;
    const what = `${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .plainText */ .wh)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(app, 60))} ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .plainText */ .wh)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(version, 60))}`;
    return [`## 📋 ${what} to ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .plainText */ .wh)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(environment, 60))}: promotion brief`, ...briefParts(brief)];
}
/** Characters of one text of a brief that are shown. */
const maxText = 1_000;
/** Every text cut: of the words of others there may be any amount. */
function cutTexts(value) {
    if (typeof value === "string")
        return (0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(value, maxText);
    if (Array.isArray(value))
        return value.map(cutTexts);
    if (typeof value !== "object" || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, cutTexts(one)]));
}
/** The brief without its heading. */
function briefParts(whole) {
    const brief = cutTexts(whole);
    const { changes } = brief;
    return [
        (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .bold */ .Cr)((0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .sentence */ .em)(inOneLine(brief))),
        ...alerts(brief),
        (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .table */ .tp)(["What", "In short"], rowsOf(brief)),
        ...people(brief),
        ...((0,_domain_brief_brief_js__WEBPACK_IMPORTED_MODULE_0__/* .isMissing */ .b)(changes) ? [] : changeParts(brief, changes)),
        (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .details */ .zH)("Migrations", (0,_parts_js__WEBPACK_IMPORTED_MODULE_3__/* .migrationText */ .me)(brief)),
        (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .details */ .zH)("Evidence so far", (0,_parts_js__WEBPACK_IMPORTED_MODULE_3__/* .evidenceList */ .EH)(brief.evidence)),
        (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .details */ .zH)(`Plan for ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .plainText */ .wh)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(brief.environment, 60))}`, (0,_parts_js__WEBPACK_IMPORTED_MODULE_3__/* .planText */ .Pt)(brief.plan, brief.environment)),
        ...brief.rollback.map(({ when, plan }) => (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .details */ .zH)(`Rollback plan: ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .plainText */ .wh)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(when, 200).replace(/:$/, ""))}`, (0,_parts_js__WEBPACK_IMPORTED_MODULE_3__/* .planText */ .Pt)(plan, brief.environment))),
        (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .details */ .zH)("How this was found out", notesOf(brief)),
    ];
}
function inOneLine({ changes, runs, environment }) {
    if ((0,_domain_brief_brief_js__WEBPACK_IMPORTED_MODULE_0__/* .isMissing */ .b)(changes))
        return (0,_domain_brief_runs_js__WEBPACK_IMPORTED_MODULE_1__/* .isFirst */ .Z)(runs)
            ? `${environment} has no earlier deployment that is known here.`
            : `What changes on ${environment} is not known.`;
    const { commits, pulls, migrations, packages, configuration } = changes;
    if (commits.total === 0 && changes.undone.total === 0)
        return `${environment} runs this commit already.`;
    const parts = [
        (0,_domain_values_plural_js__WEBPACK_IMPORTED_MODULE_5__/* .counted */ .h)(commits.total, "commit"),
        (0,_domain_values_plural_js__WEBPACK_IMPORTED_MODULE_5__/* .counted */ .h)(pulls.total, "pull request"),
        (0,_domain_values_plural_js__WEBPACK_IMPORTED_MODULE_5__/* .counted */ .h)(migrations.total, "migration"),
        (0,_domain_brief_brief_js__WEBPACK_IMPORTED_MODULE_0__/* .isMissing */ .b)(packages)
            ? "dependencies that could not be compared"
            : `${(0,_domain_values_plural_js__WEBPACK_IMPORTED_MODULE_5__/* .counted */ .h)(packages.total, "dependency", "dependencies")} changed`,
        (0,_domain_values_plural_js__WEBPACK_IMPORTED_MODULE_5__/* .counted */ .h)(configuration.total, "configuration file"),
    ];
    return `${parts.join(", ")} since what ${environment} runs.`;
}
/** What an approver must not overlook. */
function alerts(brief) {
    const { changes, migrations, advisories, runs } = brief;
    const known = (0,_domain_brief_brief_js__WEBPACK_IMPORTED_MODULE_0__/* .isMissing */ .b)(changes) ? null : changes;
    const undone = known?.undone.total ?? 0;
    const older = known === null || (0,_domain_brief_brief_js__WEBPACK_IMPORTED_MODULE_0__/* .isMissing */ .b)(known.packages) ? 0 : known.packages.list.filter(({ how }) => how === "older").length;
    const gaps = brief.evidence.filter(({ status }) => status !== "passed");
    const all = [
        [(0,_domain_brief_brief_js__WEBPACK_IMPORTED_MODULE_0__/* .isMissing */ .b)(changes), (0,_domain_brief_brief_js__WEBPACK_IMPORTED_MODULE_0__/* .isMissing */ .b)(changes) ? changes.missing : ""],
        [
            undone > 0,
            `${(0,_domain_values_plural_js__WEBPACK_IMPORTED_MODULE_5__/* .counted */ .h)(undone, "commit")} that ${brief.environment} runs ${undone === 1 ? "is" : "are"} not in this release.`,
        ],
        [migrations.risks.total > 0, `${(0,_domain_values_plural_js__WEBPACK_IMPORTED_MODULE_5__/* .counted */ .h)(migrations.risks.total, "risk")} in the migrations.`],
        [advisories.length > 0, `${(0,_domain_values_plural_js__WEBPACK_IMPORTED_MODULE_5__/* .counted */ .h)(advisories.length, "advisory", "advisories")} of dependencies.`],
        [older > 0, `${(0,_domain_values_plural_js__WEBPACK_IMPORTED_MODULE_5__/* .counted */ .h)(older, "dependency", "dependencies")} of an older version than before.`],
        [gaps.length > 0, `Not passed: ${gaps.map(({ stage }) => stage).join(", ")}.`],
        ...runs.doubts.map((one) => [true, one]),
    ];
    const shown = all.filter(([holds]) => holds).map(([, text]) => `⚠️ ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .sentence */ .em)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(text, 500))}`);
    return shown.length === 0 ? [] : [(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .lines */ .Mn)(...shown)];
}
function rowsOf(brief) {
    const { runs, changes, plan, rollback } = brief;
    const [warm] = rollback;
    return [
        ["Runs now", runsText(brief)],
        [
            "Release",
            `${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(brief.release, 100))}, commit ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(brief.commit.slice(0, 12))}${compareLink(brief)}`,
        ],
        ["Migrations", (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn)(migrationsInShort(brief))],
        ["Dependencies", (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn)(dependenciesInShort(brief))],
        ["Evidence", (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn)(evidenceInShort(brief))],
        ["Plan", (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn)(planInShort(plan))],
        ["Rollback", (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn)(rollbackInShort(warm, (0,_domain_brief_runs_js__WEBPACK_IMPORTED_MODULE_1__/* .isFirst */ .Z)(runs)))],
        ["Size", (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn)((0,_parts_js__WEBPACK_IMPORTED_MODULE_3__/* .sizeText */ .lP)(brief.size, runs.version))],
        ...((0,_domain_brief_brief_js__WEBPACK_IMPORTED_MODULE_0__/* .isMissing */ .b)(changes) ? [] : [["Files", (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn)(`${(0,_domain_values_plural_js__WEBPACK_IMPORTED_MODULE_5__/* .counted */ .h)(changes.files, "file")} changed`)]]),
    ];
}
/** Whom to call, and where to look. */
function people({ on_call, dashboards, monitoring = [] }) {
    const watched = monitoring.map(({ name, url, state, says }) => {
        const shown = url === null ? (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .plainText */ .wh)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(name, 60)) : (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .link */ .nf)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(name, 60), url);
        return `${state === "there" ? "✅" : "⚠️"} ${shown} (${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .sentence */ .em)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(says, 200))})`;
    });
    const pages = dashboards.map(({ name, url }) => (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .link */ .nf)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(name, 60), url));
    const parts = [
        ...(on_call === null
            ? []
            : [`**On call:** ${/^https?:\/\//.test(on_call) ? (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .link */ .nf)(on_call, on_call) : (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .sentence */ .em)(on_call)}`]),
        ...(pages.length === 0 ? [] : [`**Dashboards:** ${pages.join(", ")}`]),
        ...(watched.length === 0 ? [] : [`**Monitoring:** ${watched.join(", ")}`]),
    ];
    return parts.length === 0 ? [] : [(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .lines */ .Mn)(...parts)];
}
function runsText({ runs }) {
    const { by, version, commit, at } = runs;
    if (by === "none")
        return version === null ? "not known" : `${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(version, 60))}, as it answers`;
    const of = commit === null ? "" : `commit ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(commit.slice(0, 12))}`;
    const named = version === null ? of : `${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(version, 60))}, ${of}`;
    const how = at === null
        ? { deployment: "", answer: ", as it answers", tag: " (by its tag)" }[by]
        : `, deployed ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .plainText */ .wh)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .minute */ .Vc)(at))}`;
    return `${named}${how}`;
}
function compareLink({ runs, commit, repository }) {
    if (runs.commit === null)
        return "";
    return `, ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .link */ .nf)("compare", `${repository}/compare/${runs.commit}...${commit}`)}`;
}
function migrationsInShort({ changes, migrations }) {
    if (!migrations.run)
        return "the settings run none";
    const files = (0,_domain_brief_brief_js__WEBPACK_IMPORTED_MODULE_0__/* .isMissing */ .b)(changes) ? "which ones are new is not known" : (0,_domain_values_plural_js__WEBPACK_IMPORTED_MODULE_5__/* .counted */ .h)(changes.migrations.total, "file");
    const risks = migrations.risks.total === 0 ? "no risk found" : (0,_domain_values_plural_js__WEBPACK_IMPORTED_MODULE_5__/* .counted */ .h)(migrations.risks.total, "risk");
    const judged = migrations.checks.some(({ verdict }) => verdict === "pass" || verdict === "fail");
    return `${files}, ${judged ? risks : "not judged"}`;
}
function dependenciesInShort({ changes, advisories, advisories_unknown }) {
    const changed = (0,_domain_brief_brief_js__WEBPACK_IMPORTED_MODULE_0__/* .isMissing */ .b)(changes)
        ? "which ones changed is not known"
        : (0,_domain_brief_brief_js__WEBPACK_IMPORTED_MODULE_0__/* .isMissing */ .b)(changes.packages)
            ? changes.packages.missing
            : `${changes.packages.total} changed`;
    const found = advisories_unknown === "" ? (0,_domain_values_plural_js__WEBPACK_IMPORTED_MODULE_5__/* .counted */ .h)(advisories.length, "advisory", "advisories") : "advisories not known";
    return `${changed}, ${found}`;
}
function evidenceInShort({ evidence }) {
    return evidence
        .map(({ stage, status, gaps }) => {
        const sign = status === "passed" ? "✅" : "❌";
        return `${sign} ${stage}${gaps.length === 0 ? "" : ` (${gaps.length} without a pass)`}`;
    })
        .join(", ");
}
function planInShort(plan) {
    if ((0,_domain_brief_brief_js__WEBPACK_IMPORTED_MODULE_0__/* .isMissing */ .b)(plan))
        return plan.missing;
    const basis = plan.from === "assumed" ? "assumed: its hosts were not asked" : "by a dry run";
    return `${(0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(plan.says, 300)} ${(0,_domain_values_plural_js__WEBPACK_IMPORTED_MODULE_5__/* .counted */ .h)(plan.steps.length, "step")}, ${basis}.`;
}
function rollbackInShort(warm, first) {
    if (warm === undefined)
        return first ? "none, if this is the first deployment" : "not known";
    return (0,_domain_brief_brief_js__WEBPACK_IMPORTED_MODULE_0__/* .isMissing */ .b)(warm.plan)
        ? warm.plan.missing
        : `${(0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(warm.when, 200)} ${(0,_domain_values_plural_js__WEBPACK_IMPORTED_MODULE_5__/* .counted */ .h)(warm.plan.steps.length, "step")}.`;
}
function changeParts(brief, changes) {
    const { commits, pulls, undone, configuration, packages } = changes;
    const { repository } = brief;
    return [
        (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .details */ .zH)((0,_domain_values_plural_js__WEBPACK_IMPORTED_MODULE_5__/* .counted */ .h)(pulls.total, "pull request"), (0,_parts_js__WEBPACK_IMPORTED_MODULE_3__/* .pullList */ .Mm)(pulls)),
        (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .details */ .zH)((0,_domain_values_plural_js__WEBPACK_IMPORTED_MODULE_5__/* .counted */ .h)(commits.total, "commit"), (0,_parts_js__WEBPACK_IMPORTED_MODULE_3__/* .commitList */ .WI)(commits, repository)),
        ...(undone.total === 0
            ? []
            : [(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .details */ .zH)(`⚠️ ${(0,_domain_values_plural_js__WEBPACK_IMPORTED_MODULE_5__/* .counted */ .h)(undone.total, "commit")} not in this release`, (0,_parts_js__WEBPACK_IMPORTED_MODULE_3__/* .commitList */ .WI)(undone, repository))]),
        (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .details */ .zH)("Dependencies", (0,_parts_js__WEBPACK_IMPORTED_MODULE_3__/* .changedPackages */ .cS)(packages, brief)),
        (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .details */ .zH)((0,_domain_values_plural_js__WEBPACK_IMPORTED_MODULE_5__/* .counted */ .h)(configuration.total, "configuration file"), (0,_parts_js__WEBPACK_IMPORTED_MODULE_3__/* .configurationText */ .o4)(configuration, brief)),
    ];
}
/** Where all this is from, and what could not be read. */
function notesOf({ runs, changes, written_at, environment }) {
    const newest = "GitHub's newest deployment to it that succeeded";
    const sources = {
        deployment: `What ${environment} runs: ${newest}. A dry run counts there too.`,
        answer: `What ${environment} runs: the version that its public URL answers, at the commit of its tag.`,
        tag: `What ${environment} runs: assumed from the newest version tag before this release.`,
        none: `What ${environment} runs: neither a deployment nor a version tag says.`,
    };
    const notes = [
        sources[runs.by],
        ...runs.notes,
        ...((0,_domain_brief_brief_js__WEBPACK_IMPORTED_MODULE_0__/* .isMissing */ .b)(changes) ? [] : [changes.note, changes.pulls.note].filter((one) => one !== "")),
        `Written ${(0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .minute */ .Vc)(written_at)}, before the gate: this job has no access to the hosts of ${environment}.`,
    ];
    return notes.map((one) => `- ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .sentence */ .em)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(one, 1_000))}`).join("\n");
}


/***/ }),

/***/ 449:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ causesOf)
/* harmony export */ });
/* unused harmony export withoutName */
/* harmony import */ var _domain_evidence_result_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8365);
/* harmony import */ var _text_wording_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9700);


const worst = { fail: 0, error: 1, inconclusive: 2, "not-run": 3, off: 4, pass: 5 };
/** What did not pass, by cause: what is required first, then the worst. */
function causesOf(results) {
    const failed = results
        .filter(_domain_evidence_result_js__WEBPACK_IMPORTED_MODULE_0__/* .notPassed */ .KN)
        .sort((a, b) => Number((0,_domain_evidence_result_js__WEBPACK_IMPORTED_MODULE_0__/* .blocks */ .Bv)(b)) - Number((0,_domain_evidence_result_js__WEBPACK_IMPORTED_MODULE_0__/* .blocks */ .Bv)(a)) || worst[a.verdict] - worst[b.verdict]);
    // What failed twice under one name is two rows: nothing is said by naming it twice in one.
    const seen = new Map();
    const groups = Map.groupBy(failed, (one) => {
        seen.set(one.id, (seen.get(one.id) ?? 0) + 1);
        return JSON.stringify([seen.get(one.id), (0,_domain_evidence_result_js__WEBPACK_IMPORTED_MODULE_0__/* .blocks */ .Bv)(one), one.verdict, withoutName(one), one.remedy, one.findings]);
    });
    return [...groups.values()].map((group) => {
        const [{ says, remedy } = { says: "", remedy: "" }, second] = group;
        return { results: group, says: second === undefined ? says : withoutName(second), remedy };
    });
}
/**
 * What a result says, without the name of its check in front: "mix credo could not run" and "mix sobelow could not
 * run" are one cause.
 */
function withoutName({ id, title, says }) {
    const name = [title, `mix ${id}`, id, ...title.split(", ")].find((one) => says.startsWith(`${one} `));
    const mix = /^mix [\w.-]+ (?=could not|did not|ended)/.exec(says)?.[0] ?? "";
    const rest = name === undefined ? says.slice(mix.length) : says.slice(name.length + 1);
    return rest === says ? says : (0,_text_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .capital */ .Nx)(rest);
}


/***/ }),

/***/ 5077:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  dh: () => (/* binding */ brief),
  Jr: () => (/* binding */ failing),
  h5: () => (/* binding */ figuresOf),
  NR: () => (/* binding */ passedTable),
  kI: () => (/* binding */ quietLines),
  IE: () => (/* binding */ renderNotes),
  L5: () => (/* binding */ roomy)
});

// EXTERNAL MODULE: ./build/src/domain/evidence/result.js
var result = __webpack_require__(8365);
// EXTERNAL MODULE: ./build/src/domain/rollback/procedures.js
var procedures = __webpack_require__(2557);
// EXTERNAL MODULE: ./build/src/domain/values/plural.js
var plural = __webpack_require__(4939);
// EXTERNAL MODULE: ./build/src/render/text/hand-part.js
var hand_part = __webpack_require__(7449);
// EXTERNAL MODULE: ./build/src/render/text/markdown.js
var markdown = __webpack_require__(7103);
// EXTERNAL MODULE: ./build/src/render/text/wording.js
var wording = __webpack_require__(9700);
// EXTERNAL MODULE: ./build/src/render/findings/causes.js
var findings_causes = __webpack_require__(449);
// EXTERNAL MODULE: ./build/src/domain/validation/change.js
var change = __webpack_require__(6994);
;// CONCATENATED MODULE: ./build/src/render/findings/list.js



const maxMessage = 600;
/** What of one failure is shown as a block: its first lines, and so many characters. */
const maxLines = 40;
const maxBlock = 2_000;
const places = [
    ["line", "On changed lines"],
    ["file", "Elsewhere in changed files"],
    [undefined, "In the rest"],
];
/** Findings, those of the change under review first and under a title that says so; what is left out is counted. */
function findingList(findings, max, total) {
    const shown = (0,change/* sorted */.IP)(findings).slice(0, max);
    const titled = shown.some((one) => one.in_change !== undefined);
    const parts = places.flatMap(([where, title]) => {
        const mine = shown.filter((one) => one.in_change === where);
        return mine.length === 0 ? [] : [...(titled ? [`**${title}**`] : []), ...entries(mine)];
    });
    const left = total - shown.length;
    if (left <= 0)
        return parts.join("\n\n");
    const more = `- and ${left} more in the evidence file`;
    // Below a list it is one more of its lines.
    return parts.at(-1)?.startsWith("- ") && !titled ? `${parts.join("\n\n")}\n${more}` : [...parts, more].join("\n\n");
}
/**
 * Findings of one line as a list; one of several lines, such as a test that failed, with its lines as they were
 * printed.
 */
function entries(findings) {
    const parts = [];
    let list = [];
    for (const one of findings) {
        const [first = "", ...rest] = linesOf(one);
        if (rest.length === 0) {
            list.push(`- ${placeOf(one)}${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(first, maxMessage))}`);
            continue;
        }
        if (list.length > 0)
            parts.push(list.join("\n"));
        list = [];
        parts.push(`${placeOf(one)}${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(first, maxMessage))}`, (0,markdown/* narrowBlock */.fK)(clipped(rest)));
    }
    return list.length > 0 ? [...parts, list.join("\n")] : parts;
}
/**
 * The lines of a message without what is shown beside it: ExUnit's number, the place, and the indentation that all
 * have.
 */
function linesOf({ message, file, line }) {
    const [first = "", ...rest] = message
        .replaceAll(/\r\n?/g, "\n")
        .split("\n")
        .map((one) => one.trimEnd())
        .filter((one) => one !== "");
    const place = `${file?.split("/").at(-1)}:${line}`;
    const below = rest.filter((one, index) => index > 0 || file === undefined || !(one.trim() === place || one.trim().endsWith(`/${place}`)));
    const indent = Math.min(...below.map((one) => /^ */.exec(one)?.[0].length ?? 0));
    return [first.trim().replace(/^\d{1,9}\) /, ""), ...below.map((one) => one.slice(indent))];
}
function clipped(lines) {
    const shown = lines.slice(0, maxLines);
    const left = lines.length - shown.length;
    return `${(0,wording/* shortened */.vI)(shown.join("\n"), maxBlock)}${left === 0 ? "" : `\n… ${left} more lines`}`;
}
function placeOf({ file, line }) {
    return file === undefined ? "" : `${(0,markdown/* code */.aY)(`${(0,wording/* shortened */.vI)(file, 300)}${line === undefined ? "" : `:${line}`}`)} `;
}

;// CONCATENATED MODULE: ./build/src/render/findings/failing.js








/** A page of its own, and a conversation among others. */
const roomy = { findings: 50, tail: 6_000, open: true };
const brief = { findings: 10, tail: 1_500, open: false };
/**
 * What did not pass. The table is left out where nothing failed, or where one thing did and `above` has said it
 * already.
 */
function failing(results, room, above = "") {
    const causes = (0,findings_causes/* causesOf */.c)(results);
    const said = causes.length === 1 && causes.every((one) => above.includes(one.says));
    const shown = causes.length > 0 && !said;
    return {
        table: shown ? [failingTable(causes)] : [],
        remedies: shown ? causes.map((one) => one.remedy) : [],
        details: causes.flatMap((one) => detailsOf(one, room, shown)),
    };
}
function failingTable(causes) {
    const todo = (remedy) => remedy === "" ? "" : `<br>${(0,markdown/* bold */.Cr)("What to do:")} ${(0,markdown/* cell */.Hn)((0,wording/* shortened */.vI)(remedy, 1_000))}`;
    const rows = causes.map(({ results, says, remedy }) => [
        namesOf(results),
        `${(0,markdown/* cell */.Hn)((0,wording/* shortened */.vI)(says, 1_000))}${todo(remedy)}`,
    ]);
    return (0,markdown/* table */.tp)(["Not passed", "Why, and what to do"], rows);
}
/** What is known of a cause beyond its sentence, folded; open when it blocks. */
function detailsOf({ results }, room, named) {
    const [first, ...others] = results;
    if (first === undefined)
        return [];
    const parts = known(results, first, room);
    const more = others.length === 0 ? "" : ` and ${others.length} more`;
    const findings = first.findings.length === 0 ? "" : `: ${(0,plural/* counted */.h)(totalOf(first), "finding")}`;
    const title = `${signOf(first)} ${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(first.title, 200))}${more}${findings}`;
    if (parts.length > 0)
        return [(0,markdown/* details */.zH)(title, parts.join("\n\n"), room.open && (0,result/* blocks */.Bv)(first))];
    return named ? [] : [title];
}
/** Lines of output that are read at once, where there is no finding to read. */
const lastLines = 12;
function known(results, first, room) {
    const { tail } = results.find((one) => one.tail.trim() !== "") ?? first;
    const shown = tail.length > room.tail ? `… (cut)\n${tail.slice(-room.tail)}` : tail;
    const figures = figuresOf(first);
    const commands = [...new Set(results.map((one) => one.reproduce).filter((one) => one !== ""))];
    return [
        findingList(first.findings, room.findings, totalOf(first)),
        ...(tail.trim() === "" ? [] : outputOf(shown, first.findings.length > 0)),
        figures.length === 0 ? "" : (0,markdown/* details */.zH)("Figures", figures.join("\n")),
        restoreOf(first),
        commands.length === 0 ? "" : `The same by hand: ${commands.map((one) => (0,markdown/* code */.aY)((0,wording/* shortened */.vI)(one, 1_000))).join(", ")}`,
    ].filter((part) => part !== "");
}
/** How a database is brought back from its backup, to be copied as it is. */
function restoreOf({ facts }) {
    const parts = (0,procedures/* restoreIn */.UK)(facts);
    return parts.length === 0 ? "" : (0,markdown/* details */.zH)("A restore from the backup, by hand", parts.flatMap(hand_part/* handPart */.f).join("\n\n"));
}
/**
 * The last lines that a tool or server printed, folded as they are. Where there is no finding to read, the very last
 * ones come before that, as a phone can show them.
 */
function outputOf(tail, folded) {
    const lines = tail.trimEnd().split("\n");
    const whole = (0,markdown/* details */.zH)("The last lines of its output", (0,markdown/* block */.om)(tail));
    if (folded)
        return [whole];
    const short = lines.length <= lastLines && lines.every((line) => line.length <= 300);
    const read = (0,markdown/* narrowBlock */.fK)(lines
        .slice(-lastLines)
        .map((line) => (0,wording/* shortened */.vI)(line, 300))
        .join("\n"));
    return ["The last lines of its output:", read, ...(short ? [] : [whole])];
}
/** The figures that a watch was judged by: for whoever wants to check the sentence. */
function figuresOf({ id, facts }) {
    if (id !== "watch")
        return [];
    return Object.entries(facts)
        .filter(([, value]) => typeof value === "number" || typeof value === "string")
        .map(([name, value]) => `- ${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(name.replaceAll("_", " "), 60))}: ${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(shownFigure(value), 200))}`);
}
/** A share such as 0.25862068965517243 is read no better for its digits. */
function shownFigure(value) {
    return typeof value === "number" && !Number.isInteger(value) ? String(Number(value.toPrecision(4))) : String(value);
}
/**
 * What a check that passed still says, folded: an alias that gates nothing, a test file that is never run, lines that
 * no test covers.
 */
function renderNotes(one, room) {
    const notes = (0,result/* notPassed */.KN)(one) ? [] : one.findings;
    if (notes.length === 0)
        return [];
    const sign = one.verdict === "pass" ? "✅" : "➖";
    const title = `${sign} ${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(one.title, 200))}: ${(0,plural/* counted */.h)(totalOf(one), "note")}`;
    return [(0,markdown/* details */.zH)(title, findingList(notes, room.findings, totalOf(one)))];
}
/** What passed, in one folded table. `part` says what of the stage that was, where it has several. */
function passedTable(results, part = "") {
    const passed = results.filter((one) => one.verdict === "pass");
    if (passed.length === 0)
        return [];
    const ms = passed.reduce((total, one) => total + one.duration_ms, 0);
    const checks = passed.every((one) => one.kind === "check");
    const title = checks ? `${(0,plural/* counted */.h)(passed.length, "check")} passed` : `${passed.length} passed in ${(0,wording/* durationText */.S5)(ms)}`;
    const took = (one) => one.duration_ms === 0 ? "" : ` · ${(0,wording/* durationText */.S5)(one.duration_ms).replaceAll(" ", "&#160;")}`;
    const rows = passed.map((one) => [
        `${(0,markdown/* cell */.Hn)((0,wording/* shortened */.vI)(one.title, 200))}${(0,wording/* optionalMark */.ao)(one)}`,
        `${from(one)}${(0,markdown/* cell */.Hn)((0,wording/* shortened */.vI)(one.says, 300))}${took(one)}`,
    ]);
    return [(0,markdown/* details */.zH)(`✅ ${part}${title}`, (0,markdown/* table */.tp)(["Passed", "What was seen"], rows))];
}
/**
 * Titles of results that passed nothing and failed nothing, in one line each: what was not run and why, what is off,
 * what does not apply.
 */
function quietLines(results) {
    const notRun = results.filter((one) => one.verdict === "not-run" && one.reason_code !== "not_applicable");
    const off = results.filter((one) => one.verdict === "off");
    const strange = results.filter((one) => one.reason_code === "not_applicable" && !(0,result/* notPassed */.KN)(one) && one.verdict !== "pass");
    const why = [...Map.groupBy(notRun, ({ says }) => says)].map(([says, group]) => `⏭️ Not run: ${titles(group)}. ${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)((0,wording/* capital */.Nx)(says.replace(/^not run: /i, "")), 300))}`);
    const lines = [...why, ...(off.length === 0 ? [] : [`➖ Switched off: ${titles(off)}`])];
    const reasons = strange.map((one) => `- ${titles([one])}: ${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(one.says, 300))}`);
    return [
        ...(lines.length === 0 ? [] : [lines.join("\n\n")]),
        ...(strange.length === 0 ? [] : [(0,markdown/* details */.zH)(`➖ Does not apply: ${titles(strange)}`, reasons.join("\n"))]),
    ];
}
function titles(results) {
    return results.map((one) => (0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(one.title, 200))).join(", ");
}
function totalOf(one) {
    return Math.max(one.findings_total, one.findings.length);
}
/** What blocks is a failure, the rest a warning. */
function signOf(one) {
    return (0,result/* blocks */.Bv)(one) ? "❌" : "⚠️";
}
/** Verdicts that a sign alone does not show. */
const named = ["error", "inconclusive"];
/** What the sign of a result does not show, in one bracket. */
function marksOf(one) {
    const marks = [...((0,wording/* isOptional */.dK)(one) ? ["optional"] : []), ...(named.includes(one.verdict) ? [one.verdict] : [])];
    return marks.length === 0 ? "" : ` (${marks.join(", ")})`;
}
/** The checks of one cause: they are all required or all optional, and ended alike. */
function namesOf(results) {
    const [first] = results;
    if (first === undefined)
        return "";
    const names = results.map((one) => (0,markdown/* cell */.Hn)((0,wording/* shortened */.vI)(one.title, 200))).join(", ");
    return `${signOf(first)} ${names}${marksOf(first)}`;
}
function from(one) {
    const run = (0,wording/* earlierRun */.Su)(one);
    return run === "" ? "" : `✓ as in ${run}: `;
}


/***/ }),

/***/ 4766:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R4: () => (/* binding */ maxCommentBytes),
/* harmony export */   q1: () => (/* binding */ nameInComment),
/* harmony export */   wQ: () => (/* binding */ renderComment)
/* harmony export */ });
/* harmony import */ var _brief_brief_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7225);
/* harmony import */ var _text_markdown_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7103);
/* harmony import */ var _text_wording_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9700);
/* harmony import */ var _first_contact_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1532);
/* harmony import */ var _page_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7488);





/** GitHub refuses a comment over 65,536 characters: stop well before. There are never more characters than bytes. */
const maxCommentBytes = 60_000;
/**
 * The one comment of a workflow for an environment, or for a stage that has none, and for an application. Marker and
 * body together are at most 60,000 characters.
 */
function renderComment(evidence, { workflow, application = "" }) {
    const own = application === "" ? [] : [application];
    const key = [workflow, evidence.environment ?? evidence.stage, ...own].map(nameInComment).join("/");
    const marker = `<!-- phoenix-deploy:report:v1 key=${key} -->`;
    const room = maxCommentBytes - Buffer.byteLength(marker) - 1;
    const parts = [
        ...own.map((name) => (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .shortened */ .vI)(name, 200))),
        ...(0,_brief_brief_js__WEBPACK_IMPORTED_MODULE_0__/* .briefPage */ .S)(evidence.brief),
        ...(0,_first_contact_js__WEBPACK_IMPORTED_MODULE_2__/* .withFirstContact */ .z)((0,_page_js__WEBPACK_IMPORTED_MODULE_3__/* .briefStagePage */ .q)(evidence), evidence.results),
    ];
    return { marker, body: (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .cutTo */ .yd)(parts.join("\n\n"), room, "The rest is in the summary of the run.") };
}
/** A name inside an HTML comment: nothing in it can end the comment. */
function nameInComment(name) {
    return encodeURIComponent(name.toWellFormed()).replaceAll("--", "%2D%2D").slice(0, 200);
}


/***/ }),

/***/ 1532:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ withFirstContact)
/* harmony export */ });
/* harmony import */ var _domain_fleet_first_contact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6886);
/* harmony import */ var _domain_values_plural_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4939);
/* harmony import */ var _text_markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7103);
/* harmony import */ var _text_wording_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9700);




/**
 * What a project lacks when validate runs for the first time, as one block: the lines to copy that add it, and the
 * settings that switch the checks off instead. Empty where nothing is missing.
 */
function firstContact(results) {
    const lacking = results.filter(_domain_fleet_first_contact_js__WEBPACK_IMPORTED_MODULE_1__/* .isFirstContact */ .f);
    if (lacking.length === 0)
        return "";
    const packages = lacking.flatMap((one) => (0,_domain_fleet_first_contact_js__WEBPACK_IMPORTED_MODULE_1__/* .missingLine */ .X1)(one) ?? []);
    const others = lacking.filter((one) => (0,_domain_fleet_first_contact_js__WEBPACK_IMPORTED_MODULE_1__/* .missingLine */ .X1)(one) === null);
    const names = lacking.map((one) => (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(one.id)).join(", ");
    // Elixir allows no comma after the last entry of a list.
    const more = lacking.some(({ facts }) => typeof facts["dependencies"] === "number" && facts["dependencies"] > 0);
    const deps = `${packages.join(",\n")}${more ? "," : ""}`;
    const need = lacking.length === 1 ? "needs" : "need";
    const settings = (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(".github/phoenix-deploy.yml");
    const keys = `${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)("version")} and ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)("checks")}`;
    const add = `copy to the top of ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)("deps")} in ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)("mix.exs")}, run ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)("mix deps.get")}, and commit.`;
    return [
        `### To do once: ${(0,_domain_values_plural_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .h)(lacking.length, "check")} ${need} what this project does not have yet`,
        `Did not pass for that reason: ${names}. Add what is missing, or change the settings.`,
        ...(packages.length === 0 ? [] : [`**To add:** ${add}`, (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .block */ .om)(deps, "elixir")]),
        ...(others.length === 0 ? [] : [(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .lines */ .Mn)(...others.map(otherLine))]),
        `**Or change the settings:** copy into ${settings} (one that exists has ${keys} already).`,
        (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .block */ .om)(["version: 1", "checks:", ...lacking.map((one) => `  ${settingOf(one)}`)].join("\n"), "yaml"),
    ].join("\n\n");
}
/** The parts of a page with that block behind its head, before all else. */
function withFirstContact(page, results) {
    const [head = "", ...rest] = page;
    return [head, firstContact(results), ...rest].filter((part) => part !== "");
}
/** The line of the settings with which a check does not need what the project lacks. */
function settingOf({ id, facts }) {
    const setting = facts["first_contact_setting"];
    return typeof setting === "string" ? setting : `${id}: off`;
}
/** What is not a line of mix.exs, as its check says it: to add, or to begin with. */
function otherLine({ says, remedy, facts }) {
    const known = facts["first_contact"];
    const lead = typeof facts["first_contact_setting"] === "string" ? "To begin with" : "To add";
    return `**${lead}:** ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .sentence */ .em)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .shortened */ .vI)(typeof known === "string" ? known : `${says} ${remedy}`.trim(), 1_000))}`;
}


/***/ }),

/***/ 6535:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pl: () => (/* binding */ headline),
/* harmony export */   YV: () => (/* binding */ toneOf),
/* harmony export */   rL: () => (/* binding */ signOf)
/* harmony export */ });
/* harmony import */ var _domain_release_release_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2161);
/* harmony import */ var _domain_rollback_outcome_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7971);
/* harmony import */ var _domain_values_plural_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4939);
/* harmony import */ var _text_markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7103);
/* harmony import */ var _text_wording_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9700);





const signs = {
    success: "✅",
    failure: "❌",
    "rolled-back": "↩️",
    "not-deployed": "⛔",
    unknown: "❓",
};
/** The tone of a deployment's outcome. */
function toneOf({ status }) {
    switch (status) {
        case "SUCCESS":
            return "success";
        case "FAILED":
            return "failure";
        case "ROLLED BACK":
            return "rolled-back";
        case "NOT DEPLOYED":
            return "not-deployed";
        case "UNKNOWN":
            return "unknown";
    }
}
/** The sign of a tone, as GitHub shows it. */
function signOf(tone) {
    return signs[tone];
}
/**
 * How a stage ended, in one line. The loudest is a rollback that failed; what was switched off is part of every
 * verdict that rests on it.
 */
function headline(evidence) {
    const { stage, environment, results } = evidence;
    const where = environment === null ? "" : ` on ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(environment, 100))}`;
    const off = results.filter((one) => one.verdict === "off").length;
    const switched = off === 0 ? "" : `, ${(0,_domain_values_plural_js__WEBPACK_IMPORTED_MODULE_4__/* .counted */ .h)(off, "check")} switched off`;
    return `${endingOf(evidence)}${switched}: ${stage}${where}`;
}
function endingOf(evidence) {
    const { stage, status, decision, reason_code } = evidence;
    if (decision === "rollback-failed")
        return "🚨 ROLLBACK FAILED, look now";
    if (decision === "taken-back" && stage === "rollback")
        return `${signs.failure} The rollback was undone`;
    if (decision === "taken-back")
        return `${signs["rolled-back"]} Rolled back${versions(evidence.to, evidence.from)}`;
    if (decision === "held")
        return "⏸️ Not decided, a person must confirm it or roll back";
    if (stage === "report")
        return criteria(evidence);
    switch (status) {
        case "passed":
            if (reason_code === "drill_passed")
                return `${signs.success} Drill passed`;
            return stage === "rollback"
                ? `${signs["rolled-back"]} Rolled back${versions(evidence.from, evidence.to)}`
                : `${signs.success} Passed`;
        case "planned":
            return "📝 Dry run, nothing was changed";
        case "cancelled":
            return "⏹️ Cancelled";
        case "running":
            return `${signs.unknown} Did not end`;
        case "failed":
            return failed(evidence);
    }
}
/**
 * A report that only shows its exit gate passes, whatever became of the deployment: its sign is that of the criteria.
 */
function criteria({ status, reason_code }) {
    if (status !== "passed")
        return `${signs.failure} ${reason_code === "gate_open" ? "Exit criteria not met" : "Failed"}`;
    return reason_code === "gate_open" ? "⚠️ Exit criteria not met" : `${signs.success} Exit criteria met`;
}
/** A deployment that stopped before anything that serves was changed is another thing than one that failed. */
function failed(evidence) {
    const { stage, decision, reason_code } = evidence;
    if (decision !== "stop" || reason_code === "unexpected_error")
        return `${signs.failure} Failed`;
    if (stage === "promote" || stage === "deploy-staging")
        return `${signs["not-deployed"]} Nothing deployed`;
    const refused = (0,_domain_rollback_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .rollbackOutcome */ .pl)(evidence) === "nothing-changed";
    return refused ? `${signs["not-deployed"]} Nothing rolled back` : `${signs.failure} Failed`;
}
/** Two builds of one version differ in their digest: then the whole ids are shown. */
function versions(left, now) {
    const same = left !== null && now !== null && (0,_domain_release_release_js__WEBPACK_IMPORTED_MODULE_0__/* .releaseVersionOf */ .$_)(left) === (0,_domain_release_release_js__WEBPACK_IMPORTED_MODULE_0__/* .releaseVersionOf */ .$_)(now);
    const shown = (id) => (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(same ? id : (0,_domain_release_release_js__WEBPACK_IMPORTED_MODULE_0__/* .releaseVersionOf */ .$_)(id), 80));
    return `${left === null ? "" : ` from ${shown(left)}`}${now === null ? "" : ` to ${shown(now)}`}`;
}


/***/ }),

/***/ 9389:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ hostsAndTimeline),
  e: () => (/* binding */ hostsParts)
});

// EXTERNAL MODULE: ./build/src/domain/report/change.js
var report_change = __webpack_require__(6469);
// EXTERNAL MODULE: ./build/src/domain/values/plural.js
var plural = __webpack_require__(4939);
// EXTERNAL MODULE: ./build/src/render/text/markdown.js
var markdown = __webpack_require__(7103);
// EXTERNAL MODULE: ./build/src/render/text/wording.js
var wording = __webpack_require__(9700);
;// CONCATENATED MODULE: ./build/src/render/stage/timeline.js


/** Lanes of the drawing, and tasks of one lane. */
const maxLanes = 50;
const maxTasks = 100;
/**
 * The timeline as our own page draws it, without a script: a lane for each host, a bar for each step. It is a block of
 * HTML within Markdown, so that no line of it is empty.
 */
function timelineHtml({ tasks }) {
    const end = tasks.list.reduce((last, one) => Math.max(last, one.start_ms + one.ms), 1);
    const lanes = [...Map.groupBy(tasks.list, ({ host }) => host ?? "all hosts")];
    return [
        '<div class="timeline">',
        `<p class="axis"><span>0 s</span><span>${(0,wording/* durationText */.S5)(end / 2)}</span><span>${(0,wording/* durationText */.S5)(end)}</span></p>`,
        ...lanes.slice(0, maxLanes).map(([host, all]) => lane(host, all.slice(0, maxTasks), end)),
        ...(lanes.length > maxLanes ? [`<p>${lanes.length - maxLanes} more hosts in the evidence file.</p>`] : []),
        "</div>",
    ].join("\n");
}
function lane(host, tasks, end) {
    const percent = (ms) => Math.round((ms / end) * 10_000) / 100;
    const bars = tasks.map(({ id, start_ms, ms, passed }) => {
        const width = Math.max(0.4, percent(ms));
        const left = Math.min(percent(start_ms), 100 - width);
        const title = `${(0,markdown/* plainText */.wh)((0,wording/* shortened */.vI)(id, 60))}, ${(0,wording/* durationText */.S5)(ms)}`;
        return `<i class="${passed ? "done" : "crit"}" style="left:${left}%;width:${width}%" title="${title}"></i>`;
    });
    const longest = [...tasks].sort((a, b) => b.ms - a.ms).slice(0, 3);
    const words = longest.map(({ id, ms }) => `${(0,markdown/* plainText */.wh)((0,wording/* shortened */.vI)(id, 60))} ${(0,wording/* durationText */.S5)(ms)}`).join(", ");
    return (`<div class="lane"><b>${(0,markdown/* plainText */.wh)((0,wording/* shortened */.vI)(host, 60))}</b><span class="bars">${bars.join("")}</span>` +
        `<small>longest: ${words}</small></div>`);
}

;// CONCATENATED MODULE: ./build/src/render/stage/hosts.js





/** Rows of the table, and tasks of the timeline: GitHub draws no diagram above 50,000 characters. */
const maxRows = 50;
const hosts_maxTasks = 200;
/** What became of each host, and when each step was done, folded. Nothing where no host was changed. */
function hostsAndTimeline(evidence) {
    const change = (0,report_change/* changeIn */.U)(evidence);
    return change === null ? [] : hostsParts(change).map(({ markdown }) => markdown);
}
/** The same of a change as a report keeps it; our own page draws the timeline itself. */
function hostsParts(change) {
    const { hosts, tasks, environment } = change;
    if (hosts.list.length === 0 || tasks.list.length === 0)
        return [];
    const place = environment === null ? "" : ` of ${(0,markdown/* cell */.Hn)((0,wording/* shortened */.vI)(environment, 100))}`;
    const title = `${(0,wording/* capital */.Nx)((0,plural/* counted */.h)(hosts.total, "host"))}${place}, and the timeline`;
    const shown = (timeline) => (0,markdown/* details */.zH)(title, `${hostsTable(change)}\n\n${timeline}`);
    return [{ markdown: shown((0,markdown/* block */.om)(gantt(tasks.list), "mermaid")), own: shown(timelineHtml(change)) }];
}
function hostsTable({ hosts }) {
    const rows = hosts.list
        .slice(0, maxRows)
        .map((one) => [
        (0,markdown/* cell */.Hn)((0,wording/* shortened */.vI)(one.host, 60)),
        `${(0,markdown/* cell */.Hn)(one.before ?? "none")} → ${(0,markdown/* cell */.Hn)(one.after ?? "none")}`,
        `${stateOf(one)}, ${(0,wording/* durationText */.S5)(one.ms).replaceAll(" ", "&#160;")}`,
    ]);
    const rest = hosts.total - rows.length;
    const more = rest > 0 ? `\n\n${(0,plural/* counted */.h)(rest, "more host")} in the evidence file.` : "";
    return `${(0,markdown/* table */.tp)(["Host", "Before → After", "State"], rows)}${more}`;
}
function stateOf({ state, failed }) {
    switch (state) {
        case "failed":
            return `❌ ${(0,markdown/* cell */.Hn)((0,wording/* shortened */.vI)(failed ?? "", 60))}`;
        case "not-changed":
            return "not changed";
        case "takes-no-traffic":
            return "✅ takes no traffic";
        case "verified":
            return "✅ verified";
    }
}
/** A Gantt chart of Mermaid: a section for each host, times since the first step. */
function gantt(tasks) {
    const sections = new Map();
    for (const { id, host, start_ms, ms, passed } of tasks.slice(0, hosts_maxTasks)) {
        const section = sections.get(host ?? "all") ?? [];
        section.push(`${word(id)} :${passed ? "done" : "crit"}, ${start_ms}, ${start_ms + Math.max(1, ms)}`);
        sections.set(host ?? "all", section);
    }
    const text = [...sections].flatMap(([name, all]) => [`section ${word(name)}`, ...all]);
    return ["gantt", "dateFormat x", "axisFormat %M:%S", ...text].join("\n");
}
/** A name as Mermaid reads it: what has a meaning there is left out. */
function word(text) {
    return (0,wording/* shortened */.vI)(text.replace(/[^A-Za-z0-9 ._-]/g, " ").trim() || "?", 60);
}


/***/ }),

/***/ 7488:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ stagePage),
/* harmony export */   q: () => (/* binding */ briefStagePage)
/* harmony export */ });
/* harmony import */ var _domain_evidence_evidence_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6060);
/* harmony import */ var _domain_evidence_result_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8365);
/* harmony import */ var _domain_fleet_first_contact_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6886);
/* harmony import */ var _domain_values_plural_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4939);
/* harmony import */ var _findings_failing_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5077);
/* harmony import */ var _text_markdown_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7103);
/* harmony import */ var _text_wording_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9700);
/* harmony import */ var _watch_table_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1498);
/* harmony import */ var _headline_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6535);
/* harmony import */ var _hosts_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9389);










/** All that a stage found out, as parts of Markdown: the verdict, what did not pass, and the rest folded. */
function stagePage(evidence) {
    const { plan, results } = evidence;
    return [
        ...verdictAndResults(evidence, _findings_failing_js__WEBPACK_IMPORTED_MODULE_2__/* .roomy */ .L5),
        ...(evidence.watch === undefined ? [] : ["**The watch**", (0,_watch_table_js__WEBPACK_IMPORTED_MODULE_4__/* .watchShown */ .z)(evidence.watch)]),
        ...folded("Figures of the watch", results.filter((one) => !(0,_domain_evidence_result_js__WEBPACK_IMPORTED_MODULE_1__/* .notPassed */ .KN)(one)).flatMap(_findings_failing_js__WEBPACK_IMPORTED_MODULE_2__/* .figuresOf */ .h5)),
        ...folded("Slowest tests", textsOf(results, "slowest")),
        ...folded("Reused and new results", textsOf(results, "cache")),
        ...(plan.length === 0
            ? []
            : [(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .details */ .zH)(`Plan: ${(0,_domain_values_plural_js__WEBPACK_IMPORTED_MODULE_8__/* .counted */ .h)(plan.length, "step")}`, planList(plan), evidence.status === "planned")]),
        ...(0,_hosts_js__WEBPACK_IMPORTED_MODULE_6__/* .hostsAndTimeline */ .o)(evidence),
        footOf(evidence),
    ];
}
/** The same, as short as a conversation wants it: all details closed, the longest of them in the run alone. */
function briefStagePage(evidence) {
    return [...verdictAndResults(evidence, _findings_failing_js__WEBPACK_IMPORTED_MODULE_2__/* .brief */ .dh), footOf(evidence)];
}
/** What did not pass comes first; what was done to roll the release back is apart from what was done to deploy it. */
function verdictAndResults(evidence, room) {
    const { forward, back } = arranged(evidence);
    // What the project does not have yet is one block of its own, at the top of the page.
    const failed = (0,_findings_failing_js__WEBPACK_IMPORTED_MODULE_2__/* .failing */ .Jr)(forward.filter((one) => !(0,_domain_fleet_first_contact_js__WEBPACK_IMPORTED_MODULE_9__/* .isFirstContact */ .f)(one)), room, (0,_text_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .shortened */ .vI)(evidence.says, 2_000));
    const failedBack = (0,_findings_failing_js__WEBPACK_IMPORTED_MODULE_2__/* .failing */ .Jr)(back, room);
    const remedy = failed.remedies.includes(evidence.remedy) ? "" : evidence.remedy;
    return [
        ...verdictOf(evidence, remedy),
        ...failed.table,
        ...notesOf(evidence.warnings),
        ...failed.details,
        ...(back.some(_domain_evidence_result_js__WEBPACK_IMPORTED_MODULE_1__/* .notPassed */ .KN) ? ["**The rollback**", ...failedBack.table, ...failedBack.details] : []),
        ...(0,_findings_failing_js__WEBPACK_IMPORTED_MODULE_2__/* .passedTable */ .NR)(forward, back.length === 0 ? "" : "Before the rollback: "),
        ...(0,_findings_failing_js__WEBPACK_IMPORTED_MODULE_2__/* .passedTable */ .NR)(back, "Rollback: "),
        ...(0,_findings_failing_js__WEBPACK_IMPORTED_MODULE_2__/* .quietLines */ .kI)([...forward, ...back]),
        ...forward.flatMap((one) => (0,_findings_failing_js__WEBPACK_IMPORTED_MODULE_2__/* .renderNotes */ .IE)(one, room)),
    ];
}
/** Notes that are read at once; more of them would push what failed out of sight. */
const maxNotes = 4;
function notesOf(warnings) {
    const notes = warnings.map((warning) => `> **Note:** ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .sentence */ .em)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .shortened */ .vI)(warning, 1_000))}`);
    const rest = notes.slice(maxNotes);
    return [
        ...notes.slice(0, maxNotes),
        ...(rest.length === 0 ? [] : [(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .details */ .zH)((0,_domain_values_plural_js__WEBPACK_IMPORTED_MODULE_8__/* .counted */ .h)(rest.length, "more note"), rest.join("\n\n"))]),
    ];
}
/** The run and its attempt, as a link to it. */
function runLink({ run_id, run_attempt, run_url }) {
    if (run_id === _domain_evidence_evidence_js__WEBPACK_IMPORTED_MODULE_0__/* .terminalRun */ .yl)
        return "in a terminal";
    return (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .link */ .nf)(`run ${(0,_text_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .shortened */ .vI)(run_id, 40)}, attempt ${(0,_text_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .shortened */ .vI)(run_attempt, 10)}`, run_url);
}
function verdictOf(evidence, remedy) {
    const found = findingsLine(evidence.results);
    const watch = evidence.results.find((one) => one.id === "watch" && one.verdict === "pass");
    return [
        `## ${(0,_headline_js__WEBPACK_IMPORTED_MODULE_5__/* .headline */ .Pl)(evidence)}`,
        (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .bold */ .Cr)((0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .sentence */ .em)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .shortened */ .vI)(evidence.says, 2_000))),
        ...(remedy === "" ? [] : [`**What to do:** ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .sentence */ .em)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .shortened */ .vI)(remedy, 2_000))}`]),
        ...(watch === undefined ? [] : [(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .sentence */ .em)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .shortened */ .vI)(watch.says, 1_000))]),
        ...(found === "" ? [] : [found]),
    ];
}
/** How many findings there are, those of the change under review first; nothing where none is of it. */
function findingsLine(results) {
    const all = results.filter((one) => one.kind === "check" && ((0,_domain_evidence_result_js__WEBPACK_IMPORTED_MODULE_1__/* .notPassed */ .KN)(one) || one.findings.some((finding) => finding.in_change)));
    const of = (where) => all.flatMap((one) => one.findings).filter((one) => one.in_change === where).length;
    const [line, file] = [of("line"), of("file")];
    const total = all.reduce((sum, one) => sum + Math.max(one.findings_total, one.findings.length), 0);
    if (line + file === 0)
        return "";
    const rest = total - line - file;
    return `**${(0,_domain_values_plural_js__WEBPACK_IMPORTED_MODULE_8__/* .counted */ .h)(line, "finding")} on changed lines**, ${file} elsewhere in changed files, ${rest} in the rest.`;
}
/**
 * What was done for the release, and what was done to roll it back: the health of the release before is not that of
 * the new one.
 */
function arranged({ decision, results }) {
    const wentBack = decision === "taken-back" || decision === "rollback-failed";
    const cause = wentBack ? results.findIndex(_domain_evidence_result_js__WEBPACK_IMPORTED_MODULE_1__/* .blocks */ .Bv) : -1;
    return {
        forward: cause < 0 ? results : results.slice(0, cause + 1),
        back: cause < 0 ? [] : results.slice(cause + 1),
    };
}
function planList(plan) {
    return plan.map((step, index) => `${index + 1}. ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .sentence */ .em)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .shortened */ .vI)(step, 300))}`).join("\n");
}
/** The texts that results keep under a fact of this name. */
function textsOf(results, name) {
    return results
        .flatMap(({ facts }) => facts[name] ?? [])
        .filter((one) => typeof one === "string")
        .map((text) => (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .sentence */ .em)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .shortened */ .vI)(text, 500)));
}
function folded(title, lines) {
    return lines.length === 0
        ? []
        : [(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .details */ .zH)(title, lines.map((line) => (line.startsWith("- ") ? line : `- ${line}`)).join("\n"))];
}
function footOf(evidence) {
    const { release } = evidence;
    return [
        ...(release === null
            ? []
            : [`${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .plainText */ .wh)(release.app)} ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .plainText */ .wh)(release.version)} ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .code */ .aY)(release.digest.slice(0, 8))}`]),
        `commit ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .code */ .aY)(evidence.sha.slice(0, 12))}`,
        runLink(evidence),
        `started by ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .plainText */ .wh)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .shortened */ .vI)(evidence.actor, 100))}`,
        (0,_text_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .minute */ .Vc)(evidence.started_at),
    ].join(" · ");
}


/***/ }),

/***/ 9991:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ renderSummary),
/* harmony export */   I: () => (/* binding */ maxBytes)
/* harmony export */ });
/* harmony import */ var _brief_brief_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7225);
/* harmony import */ var _text_markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7103);
/* harmony import */ var _first_contact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1532);
/* harmony import */ var _page_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7488);




/** The runner drops a summary over 1 MiB whole: stop well before. */
const maxBytes = 900 * 1024;
/** A stage's part of the job summary; at most 900 KiB of UTF-8. */
function renderSummary(evidence) {
    const parts = [...(0,_brief_brief_js__WEBPACK_IMPORTED_MODULE_0__/* .briefPage */ .S)(evidence.brief), ...(0,_first_contact_js__WEBPACK_IMPORTED_MODULE_1__/* .withFirstContact */ .z)((0,_page_js__WEBPACK_IMPORTED_MODULE_2__/* .stagePage */ .M)(evidence), evidence.results)];
    return `${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cutTo */ .yd)(parts.join("\n\n"), maxBytes - 1, "The rest is in the evidence file and the log of the run.")}\n`;
}


/***/ }),

/***/ 7449:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ handPart)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7103);
/* harmony import */ var _readable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5106);


/** What a person does by hand, as parts of Markdown: read in a terminal as well. `index` counts from 0. */
function handPart({ title, hosts, says, blocks }, index) {
    const on = hosts.length === 0 ? "" : `On ${hosts.map(_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh).join(", ")}. `;
    return [
        `#### ${index + 1}. ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh)(title)}`,
        (0,_readable_js__WEBPACK_IMPORTED_MODULE_1__/* .folded */ .TM)(`${on}${(0,_readable_js__WEBPACK_IMPORTED_MODULE_1__/* .readable */ .HD)(says)}`),
        ...blocks.flatMap(({ when, text }) => [...(when === "" ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .bold */ .Cr)(`${(0,_readable_js__WEBPACK_IMPORTED_MODULE_1__/* .readable */ .HD)(when)}:`)]), ...fenced(text)]),
    ];
}
/** Lines of a block that a reader is shown; of a longer one the reader opens. */
const maxLines = 40;
function fenced(text) {
    const shown = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .block */ .om)(text, "sh");
    return text.split("\n").length <= maxLines ? [shown] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .details */ .zH)("Commands", shown)];
}


/***/ }),

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


/***/ })

};
