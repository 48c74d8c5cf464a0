export const id = 156;
export const ids = [156];
export const modules = {

/***/ 1324:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IP: () => (/* binding */ sorted),
/* harmony export */   IQ: () => (/* binding */ rankOf),
/* harmony export */   O5: () => (/* binding */ byRank)
/* harmony export */ });
/* unused harmony exports changeOf, placedIn */
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
/** Where a finding stands among others: first what is in the way, then what this change touches, then by severity. Lower comes first. */
function rankOf({ in_change, severity }, inTheWay = false) {
    return [inTheWay ? 0 : 1, in_change === "line" ? 0 : in_change === "file" ? 1 : 2, severities.indexOf(severity)];
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

/***/ 9097:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   jU: () => (/* binding */ evidenceSchema),
/* harmony export */   nZ: () => (/* binding */ pinOf),
/* harmony export */   rA: () => (/* binding */ pinSchema),
/* harmony export */   x_: () => (/* binding */ evidenceFileName)
/* harmony export */ });
/* unused harmony exports stageNames, stageStatuses, decisions, measurementSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2716);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4377);
/* harmony import */ var _reason_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3020);
/* harmony import */ var _release_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5783);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2877);




/** The six stages; `report` is the root action. */
const stageNames = ["validate", "deploy-staging", "smoke-test", "promote", "rollback", "report"];
/** `planned` is a dry run and never counts; `running` is what a killed stage leaves behind. */
const stageStatuses = ["running", "passed", "failed", "cancelled", "planned"];
/**
 * `continue`: the next stage may run. `complete`: the release stands. `stop`: nothing that serves was changed.
 * `taken-back`: traffic is on the release before. `rollback-failed`: a person must look now. `pending`: not decided yet.
 */
const decisions = ["pending", "continue", "complete", "stop", "taken-back", "rollback-failed"];
/** What was measured of requests over a window: counts, and latency in milliseconds; null where nothing was seen. */
const measurementSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    requests: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().nonnegative(),
    errors: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().nonnegative(),
    p50_ms: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().nonnegative().nullable(),
    p99_ms: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().nonnegative().nullable(),
    seconds: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().nonnegative(),
});
/** What a stage proves and passes on. Rewritten after every result with status `running`, so that a cancel has nothing left to save. */
const evidenceSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    schema_version: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(1),
    app: _release_js__WEBPACK_IMPORTED_MODULE_0__/* .nameSchema */ .Jq,
    stage: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(stageNames),
    environment: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    status: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(stageStatuses),
    decision: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(decisions),
    reason_code: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(_reason_js__WEBPACK_IMPORTED_MODULE_3__/* .reasonCodes */ .J),
    /** One sentence: the verdict as a person reads it. */
    says: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    remedy: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    release: _release_js__WEBPACK_IMPORTED_MODULE_0__/* .releaseSchema */ .By.nullable(),
    /** Release ids before and after, for stages that change a target. */
    from: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    to: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    sha: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    run_id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    run_attempt: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    run_url: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    actor: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    started_at: zod__WEBPACK_IMPORTED_MODULE_4__/* .datetime */ .w$(),
    finished_at: zod__WEBPACK_IMPORTED_MODULE_4__/* .datetime */ .w$().nullable(),
    url: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    /** The plan that was made, one sentence a step; empty for stages that change nothing. */
    plan: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    /** What the reader should know although nothing failed: switched-off checks, approvals not asked for. */
    warnings: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    results: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(_result_js__WEBPACK_IMPORTED_MODULE_1__/* .resultSchema */ .FD),
    /** The watch's own probes before and after the shift. */
    before: measurementSchema.nullable(),
    after: measurementSchema.nullable(),
});
/** The compact form that an action emits as its `evidence` output: pins the file by its digest. At most 8 KiB, no log text. */
const pinSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    schema_version: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(1),
    stage: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(stageNames),
    environment: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    status: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(stageStatuses),
    decision: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(decisions),
    reason_code: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(_reason_js__WEBPACK_IMPORTED_MODULE_3__/* .reasonCodes */ .J),
    sha: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    run_id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    run_attempt: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    counts: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().nonnegative()),
    /** File name in `.phoenix-deploy/evidence`. */
    file: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    file_sha256: _release_js__WEBPACK_IMPORTED_MODULE_0__/* .digestSchema */ .er,
    release_sha256: _release_js__WEBPACK_IMPORTED_MODULE_0__/* .digestSchema */ .er.nullable(),
    /** Of the release's whole manifest. */
    manifest_sha256: _release_js__WEBPACK_IMPORTED_MODULE_0__/* .digestSchema */ .er.nullable(),
});
/** File name of an evidence: `<app>.<stage>.<environment or none>.<run>-<attempt>.json`, names percent-encoded, so that no name can leave the folder. */
function evidenceFileName(of) {
    const encode = (name) => encodeURIComponent(name).replaceAll(".", "%2E").replaceAll("*", "%2A").slice(0, 120);
    return `${[of.app, of.stage, of.environment ?? "none", `${of.run_id}-${of.run_attempt}`].map(encode).join(".")}.json`;
}
/** The pin of an evidence whose file has this sha256. */
function pinOf(evidence, fileSha256) {
    const counts = {};
    for (const { verdict } of evidence.results)
        counts[verdict] = (counts[verdict] ?? 0) + 1;
    return {
        schema_version: 1,
        stage: evidence.stage,
        environment: evidence.environment,
        status: evidence.status,
        decision: evidence.decision,
        reason_code: evidence.reason_code,
        sha: evidence.sha,
        run_id: evidence.run_id,
        run_attempt: evidence.run_attempt,
        counts,
        file: evidenceFileName(evidence),
        file_sha256: fileSha256,
        release_sha256: evidence.release?.digest ?? null,
        manifest_sha256: evidence.release === null ? null : (0,_release_js__WEBPACK_IMPORTED_MODULE_0__/* .manifestDigest */ .It)(evidence.release),
    };
}


/***/ }),

/***/ 4681:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ isFirstContact),
/* harmony export */   kQ: () => (/* binding */ toolLines),
/* harmony export */   ls: () => (/* binding */ missingPackage)
/* harmony export */ });
/** The lines of mix.exs that bring the tools of Phase 6, by package: no generator of Elixir or Phoenix writes them. */
const toolLines = {
    credo: '{:credo, "~> 1.7", only: [:dev, :test], runtime: false}',
    sobelow: '{:sobelow, "~> 0.15", only: [:dev, :test], runtime: false}',
    dialyxir: '{:dialyxir, "~> 1.4", only: [:dev, :test], runtime: false}',
};
/** The package that a check is missing in mix.exs; null when that is not what it lacks. */
function missingPackage({ reason_code, facts }) {
    const name = facts["package"];
    return reason_code === "tool_missing" && typeof name === "string" && name in toolLines ? name : null;
}
/**
 * True for a check that needs what a project does not have when it meets Phase 6 for the first time: a tool of its own, Hex, a CHANGELOG.
 * `facts.first_contact` says the same of any other check, with its sentence. All of them are shown as one block, since they have one remedy.
 */
function isFirstContact(one) {
    if (one.kind !== "check" || one.verdict === "pass" || one.verdict === "off")
        return false;
    if (missingPackage(one) !== null || one.reason_code === "changelog_missing")
        return true;
    return (one.id === "hex-audit" && one.reason_code === "tool_missing") || typeof one.facts["first_contact"] === "string";
}


/***/ }),

/***/ 3020:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ reasonCodes)
/* harmony export */ });
/**
 * The closed list of reason codes: why a stage, check, gate, step or signal ended as it did.
 * Machines branch on the code; people read the sentence beside it. A code is never renamed or reused.
 */
const reasonCodes = [
    // a stage as a whole
    "passed",
    "planned",
    "running",
    "cancelled",
    "checks_failed",
    "deployed",
    "promoted",
    "rolled_back",
    "taken_back",
    "rollback_failed",
    "smoke_passed",
    "gate_closed",
    "gate_open",
    "unexpected_error",
    // inputs and settings
    "invalid_input",
    "unknown_input",
    "invalid_settings",
    // checks
    "check_failed",
    "could_not_run",
    "timed_out",
    "tool_missing",
    "not_judged",
    "switched_off",
    "dependency_failed",
    "no_tests_run",
    "tests_failed",
    "coverage_below_minimum",
    "warnings_found",
    "compile_error",
    "not_formatted",
    "syntax_error",
    "issues_found",
    "vulnerabilities_found",
    "release_not_assembled",
    "release_does_not_boot",
    "not_applicable",
    "network_failed",
    "database_unreachable",
    "lock_mismatch",
    "migration_missing",
    "migration_irreversible",
    "migration_out_of_order",
    "schema_differs",
    "unsafe_migration",
    "version_invalid",
    "version_not_bumped",
    "changelog_incomplete",
    "rollback_plan_missing",
    "backup_not_named",
    // evidence and release
    "evidence_missing",
    "evidence_unreadable",
    "evidence_unpinned",
    "evidence_conflict",
    "evidence_of_another_commit",
    "evidence_of_another_run",
    "manifest_mismatch",
    "checkout_of_another_commit",
    "fork_checked_out",
    "stage_failed",
    "release_missing",
    "digest_mismatch",
    // approval
    "approved",
    "approval_not_required",
    "environment_missing",
    "environment_unprotected",
    "environment_mismatch",
    "environment_unproven",
    "approval_missing",
    "approval_rejected",
    "self_approval",
    "approval_unreadable",
    // target
    "lock_held",
    "lock_lost",
    "step_running",
    "target_unreachable",
    "host_unsuitable",
    "upload_failed",
    "unpack_failed",
    "migration_failed",
    "start_failed",
    "not_healthy",
    "not_ready",
    "wrong_version",
    "wrong_release",
    "router_failed",
    "request_failed",
    "smoke_failed",
    "stop_failed",
    "state_unknown",
    "release_marked_bad",
    "not_listening",
    "settings_mismatch",
    "configuration_missing",
    "outage",
    "public_url_failed",
    // the watch
    "errors_exceeded",
    "latency_exceeded",
    "watch_inconclusive",
    // rollback
    "no_previous_release",
    "already_active",
    "release_not_kept",
    // announcements
    "not_configured",
    "not_delivered",
    "changelog_missing",
    // what a tool did not read
    "sources_not_read",
    // the checkout itself
    "tree_changed",
];


/***/ }),

/***/ 2877:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bv: () => (/* binding */ blocks),
/* harmony export */   FD: () => (/* binding */ resultSchema),
/* harmony export */   Ke: () => (/* binding */ result),
/* harmony export */   cb: () => (/* binding */ leftOpen)
/* harmony export */ });
/* unused harmony exports verdicts, findingSchema, resultKinds */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2716);
/* harmony import */ var _reason_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3020);


/**
 * The six verdicts. Only `pass` passes: `error` could not be judged, `inconclusive` was judged but saw too little,
 * `off` was switched off by the user, `not-run` never began.
 */
const verdicts = ["pass", "fail", "error", "inconclusive", "off", "not-run"];
/** What a person can act on, at one place in the repository. Paths are relative to the repository; lines and columns count from 1. */
const findingSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    severity: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["error", "warning", "notice"]),
    message: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    file: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    line: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive().optional(),
    column: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive().optional(),
    rule: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    /** What a pull request has to do with it: it stands on a line that the pull request adds or changes, or elsewhere in a file that it touches. */
    in_change: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["line", "file"]).optional(),
});
/** What was looked at or done. */
const resultKinds = ["check", "gate", "step", "signal", "announcement"];
const factSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .json */ .Pq9();
/** The outcome of one check, gate, step or signal, as evidence keeps it. */
const resultSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    kind: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(resultKinds),
    /** kebab-case, unique in its stage: `coverage`, `approval`, `await-healthy`. */
    id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** What a reader of a table sees: `mix test --cover`, `Staging health check`. */
    title: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** A MUST of Phase 6: when it does not pass, neither does the stage. */
    required: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    verdict: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(verdicts),
    reason_code: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(_reason_js__WEBPACK_IMPORTED_MODULE_1__/* .reasonCodes */ .J),
    /** One sentence: what was seen, with the values. */
    says: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** What to do about it; empty when nothing needs doing. */
    remedy: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().default(""),
    duration_ms: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nonnegative(),
    facts: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), factSchema).default({}),
    findings: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(findingSchema).default([]),
    /** How many findings there were before any were left out. */
    findings_total: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().nonnegative().default(0),
    /** The last lines of what the tool or server printed, for the reader; escaped when rendered. */
    tail: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().default(""),
    /** The command that a person types to see the same. */
    reproduce: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().default(""),
});
/** Joins heading and judgement into a result. `durationMs` in milliseconds. */
function result(heading, judgement, durationMs) {
    const findings = [...(judgement.findings ?? [])];
    return {
        kind: heading.kind,
        id: heading.id,
        title: heading.title,
        required: heading.required,
        verdict: judgement.verdict,
        reason_code: judgement.reason_code,
        says: judgement.says,
        remedy: judgement.remedy ?? "",
        duration_ms: Math.max(0, Math.round(durationMs)),
        facts: judgement.facts ?? {},
        findings,
        findings_total: findings.length,
        tail: judgement.tail ?? "",
        reproduce: judgement.reproduce ?? heading.reproduce ?? "",
    };
}
/** True where something that SHOULD pass did not: it neither passed nor was switched off, and it applies to this project. */
function leftOpen(one) {
    return one.verdict !== "pass" && one.verdict !== "off" && one.reason_code !== "not_applicable";
}
/** True when a result stands in the way: it is required, and neither passed nor was switched off by the user. */
function blocks(one) {
    return one.required && one.verdict !== "pass" && one.verdict !== "off";
}


/***/ }),

/***/ 618:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ed: () => (/* binding */ stands),
/* harmony export */   IE: () => (/* binding */ renderNotes),
/* harmony export */   L5: () => (/* binding */ roomy),
/* harmony export */   V7: () => (/* binding */ renderFailing),
/* harmony export */   dh: () => (/* binding */ brief)
/* harmony export */ });
/* harmony import */ var _domain_change_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1324);
/* harmony import */ var _domain_result_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2877);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5601);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8587);




/** A page of its own, and a conversation among others. */
const roomy = { findings: 50, tail: 6_000, open: true };
const brief = { findings: 10, tail: 1_500, open: false };
const maxMessage = 600;
/** True for a result that a person should look at: it was judged, and did not pass. */
function stands({ verdict }) {
    return verdict === "fail" || verdict === "error" || verdict === "inconclusive";
}
/** A result that did not pass, folded, with what a person needs to mend it; open when it stands in the way. */
function renderFailing(one, room) {
    const findings = findingList(one.findings, room.findings, Math.max(one.findings_total, one.findings.length));
    const tail = one.tail.length > room.tail ? `… (cut)\n${one.tail.slice(-room.tail)}` : one.tail;
    const parts = [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .sentence */ .em)((0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .shortened */ .vI)(one.says, 1_000)),
        ...(one.remedy === "" ? [] : [`What to do: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .sentence */ .em)((0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .shortened */ .vI)(one.remedy, 1_000))}`]),
        ...(findings === "" ? [] : [findings]),
        ...(tail.trim() === "" ? [] : ["The last lines of its output:", (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .block */ .om)(tail)]),
        ...(one.reproduce === "" ? [] : [`The same by hand: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)((0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .shortened */ .vI)(one.reproduce, 1_000))}`]),
    ];
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .details */ .zH)(headOf(one), parts.join("\n\n"), room.open && (0,_domain_result_js__WEBPACK_IMPORTED_MODULE_0__/* .blocks */ .Bv)(one));
}
/** What a check that passed still says, folded: an alias that gates nothing, a test file that is never run, lines that no test covers. */
function renderNotes(one, room) {
    const notes = stands(one) ? [] : one.findings;
    if (notes.length === 0)
        return [];
    const total = Math.max(one.findings_total, notes.length);
    return [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .details */ .zH)(`${headOf(one)}: ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(total, "note")}`, findingList(notes, room.findings, total))];
}
function headOf(one) {
    return `${_words_js__WEBPACK_IMPORTED_MODULE_1__/* .verdictWords */ .L2[one.verdict]} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .sentence */ .em)((0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .shortened */ .vI)(one.title, 200))}`;
}
const places = [
    ["line", "On changed lines"],
    ["file", "Elsewhere in changed files"],
    [undefined, "In the rest"],
];
/** Findings as a list, those of the change under review first and under a title that says so; what is left out is counted. */
function findingList(findings, max, total) {
    const shown = (0,_domain_change_js__WEBPACK_IMPORTED_MODULE_3__/* .sorted */ .IP)(findings).slice(0, max);
    const titled = shown.some((one) => one.in_change !== undefined);
    const parts = places.flatMap(([where, title]) => {
        const lines = shown.filter((one) => one.in_change === where).map(findingLine);
        return lines.length === 0 ? [] : [...(titled ? [`**${title}**\n`] : []), ...lines, ...(titled ? [""] : [])];
    });
    if (total > shown.length)
        parts.push(`- and ${total - shown.length} more in the evidence file`);
    return parts.join("\n").trimEnd();
}
function findingLine({ file, line, message }) {
    const place = file === undefined ? "" : `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(`${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .shortened */ .vI)(file, 300)}${line === undefined ? "" : `:${line}`}`)} `;
    return `- ${place}${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .sentence */ .em)((0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .shortened */ .vI)(message, maxMessage))}`;
}


/***/ }),

/***/ 7369:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ withFirstContact)
/* harmony export */ });
/* harmony import */ var _domain_first_contact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4681);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5601);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8587);



/**
 * What a project lacks when it meets Phase 6 for the first time, as one block: the lines to copy that bring it, and the settings that switch
 * the checks off instead. Empty where nothing is missing.
 */
function firstContact(results) {
    const lacking = results.filter(_domain_first_contact_js__WEBPACK_IMPORTED_MODULE_0__/* .isFirstContact */ .f);
    if (lacking.length === 0)
        return "";
    const packages = lacking.flatMap((one) => (0,_domain_first_contact_js__WEBPACK_IMPORTED_MODULE_0__/* .missingPackage */ .ls)(one) ?? []);
    const others = lacking.filter((one) => (0,_domain_first_contact_js__WEBPACK_IMPORTED_MODULE_0__/* .missingPackage */ .ls)(one) === null);
    const names = lacking.map((one) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(one.id)).join(", ");
    // No comma may stand behind the last entry of a list.
    const more = lacking.some(({ facts }) => typeof facts["dependencies"] === "number" && facts["dependencies"] > 0);
    const deps = `${packages.map((name) => _domain_first_contact_js__WEBPACK_IMPORTED_MODULE_0__/* .toolLines */ .kQ[name]).join(",\n")}${more ? "," : ""}`;
    return [
        `### To do once: ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(lacking.length, "check")} ${lacking.length === 1 ? "needs" : "need"} what this project does not have yet`,
        `Not run for lack of it: ${names}. Add what is missing, or switch the checks off.`,
        ...(packages.length === 0
            ? []
            : [
                `**To add:** copy to the top of ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)("deps")} in ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)("mix.exs")}, run ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)("mix deps.get")}, and commit.`,
                (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .block */ .om)(deps, "elixir"),
            ]),
        ...(others.length === 0 ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .lines */ .Mn)(...others.map(otherLine))]),
        `**To switch off instead:** copy into ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(".github/phoenix-deploy.yml")} (one that exists has its own ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)("version")} and ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)("checks")} already).`,
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .block */ .om)(["version: 1", "checks:", ...lacking.map((one) => `  ${one.id}: off`)].join("\n"), "yaml"),
    ].join("\n\n");
}
/** The parts of a page with that block behind its head, before all else. */
function withFirstContact(page, results) {
    const [head = "", ...rest] = page;
    return [head, firstContact(results), ...rest].filter((part) => part !== "");
}
/** What is no line of mix.exs: in the words of its check. */
function otherLine({ says, remedy, facts }) {
    const told = facts["first_contact"];
    return `**To add:** ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .sentence */ .em)((0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .shortened */ .vI)(typeof told === "string" ? told : `${says} ${remedy}`.trim(), 1_000))}`;
}


/***/ }),

/***/ 5601:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cr: () => (/* binding */ bold),
/* harmony export */   Mn: () => (/* binding */ lines),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   em: () => (/* binding */ sentence),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   om: () => (/* binding */ block),
/* harmony export */   pj: () => (/* binding */ plain),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   yd: () => (/* binding */ cutTo),
/* harmony export */   zH: () => (/* binding */ details)
/* harmony export */ });
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1732);

/**
 * Markdown from text that others wrote: test names, logs, versions, server answers. What they say is shown letter by letter; what it would do
 * on a page is taken from it. Character references are used throughout, since they hold in Markdown, in tables and in HTML blocks alike.
 */
const reference = (one) => `&#${one.codePointAt(0)};`;
/** Text from outside as Markdown shows it: no markup, no HTML, no link, no mention, no command to the runner. One line. */
function plain(text) {
    // GitHub looks for mentions and issue numbers after Markdown is rendered: only a character between keeps them apart.
    return escapeMarkup(oneLine(text).replaceAll(/@(?=[\p{L}\p{N}])|#(?=\d)/gu, "$&\u200b"));
}
/** Our own sentences hold inline code between backticks: what stands there is shown as code, the rest as text. */
function sentence(text) {
    return text
        .split(/`([^`\n]*)`/)
        .map((part, index) => (index % 2 === 1 ? code(part) : plain(part)))
        .join("");
}
/** Inline code, as HTML so that backticks inside do no harm. Nothing is added to it: it can be copied. */
function code(text) {
    return `<code>${escapeMarkup(oneLine(text))}</code>`;
}
/** What stands out. The text is Markdown already; nothing where there is none, since four stars are a rule. */
function bold(markdown) {
    return markdown.trim() === "" ? "" : `**${markdown.trim()}**`;
}
/** A link, where the address is one of the web; its text alone otherwise. */
function link(text, address) {
    if (!URL.canParse(address))
        return plain(text);
    const url = new URL(address);
    if (url.protocol !== "https:" && url.protocol !== "http:")
        return plain(text);
    // Only what cannot end a link or a table's cell stays as it is.
    const href = url.href.replaceAll(/[^\w.~:/?#=%+,;&-]/g, (one) => `%${one.charCodeAt(0).toString(16).padStart(2, "0")}`);
    return `[${plain(text)}](${href.replaceAll("&", "&amp;")})`;
}
/** A block of text as it is, line by line: its fence is longer than any run of backticks in it. */
function block(text, language = "") {
    const body = (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .R)(text.replaceAll(/\r\n?/g, "\n"));
    const longest = Math.max(2, ...[...body.matchAll(/`+/g)].map((run) => run[0].length));
    const fence = "`".repeat(longest + 1);
    return `${fence}${language}\n${body}\n${fence}`;
}
/** A table of cells that are Markdown already, each on one line. */
function table(head, rows) {
    const line = (cells) => `| ${cells.join(" | ")} |`;
    return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
/** Lines that stay below each other. */
function lines(...all) {
    return all.join("  \n");
}
/** A part that a reader opens. Title and body are Markdown already. */
function details(title, body, open = false) {
    return `<details${open ? " open" : ""}><summary>${title}</summary>\n\n${body}\n\n</details>`;
}
/** At most so many bytes of UTF-8: cut at the end of a line, what was open is closed, and a note says where the rest is. */
function cutTo(markdown, maxBytes, where) {
    if (Buffer.byteLength(markdown) <= maxBytes)
        return markdown;
    const note = `\n\n**Cut here: the whole is longer than GitHub takes. ${where}**\n`;
    const bytes = Buffer.from(markdown);
    for (let room = maxBytes - Buffer.byteLength(note); room > 0; room = Math.floor(room / 2)) {
        const head = bytes.subarray(0, room).toString("utf8");
        const whole = head.slice(0, Math.max(0, head.lastIndexOf("\n")));
        const cut = `${whole}${closing(whole)}${note}`.trimStart();
        if (Buffer.byteLength(cut) <= maxBytes)
            return cut;
    }
    return note.trimStart();
}
/** What closes the fence and the folded parts that are open at the end of this Markdown. */
function closing(markdown) {
    let fence = "";
    let open = 0;
    for (const line of markdown.split("\n")) {
        const ticks = /^`{3,}/.exec(line)?.[0] ?? "";
        if (fence !== "") {
            if (ticks === line && ticks.length >= fence.length)
                fence = "";
        }
        else if (ticks !== "")
            fence = ticks;
        else
            open += (line.startsWith("<details") ? 1 : 0) - (line === "</details>" ? 1 : 0);
    }
    return `${fence === "" ? "" : `\n${fence}`}${"\n\n</details>".repeat(Math.max(0, open))}`;
}
function oneLine(text) {
    // Twice: between two spaces there may stand something that is not visible, and four of them in a row would be code.
    return (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .R)(text.replaceAll(/[\s\u0085]+/g, " ")).replaceAll(/ +/g, " ");
}
function escapeMarkup(text) {
    return (text
        .replaceAll(/[&<>"\\`*[\]|~@$]/g, reference)
        // Inside a word an underscore is a letter; at its edge it is emphasis.
        .replaceAll(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, reference)
        // The runner's commands, addresses and emoji names begin with these.
        .replaceAll(/:(?=:|\/\/|[\w+-]+:)/g, reference)
        .replaceAll(/\bwww\./gi, (one) => `${one.slice(0, 3)}&#46;`)
        // What begins a line may be a list, a heading or a rule.
        .replace(/^( ?)([-+=#])(?![\p{L}\p{N}])/u, (_, space, mark) => space + reference(mark))
        .replace(/^( ?\d{1,9})([.)])(?=\s|$)/, (_, number, mark) => number + reference(mark)));
}


/***/ }),

/***/ 2766:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M2: () => (/* binding */ stagePage),
/* harmony export */   qG: () => (/* binding */ briefStagePage),
/* harmony export */   ut: () => (/* binding */ runLink)
/* harmony export */ });
/* harmony import */ var _domain_first_contact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4681);
/* harmony import */ var _domain_result_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2877);
/* harmony import */ var _failing_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(618);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5601);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8587);





const heads = {
    passed: "✓ Passed",
    failed: "✗ Failed",
    cancelled: "✗ Cancelled",
    planned: "◌ Dry run",
    running: "✗ Did not end",
};
/** All that a stage found out, as parts of Markdown: verdict first, table next, details folded. */
function stagePage(evidence) {
    const { plan } = evidence;
    const { shown, quiet, back } = arranged(evidence);
    return [
        ...verdictOf(evidence),
        ...tablesOf(shown, back),
        ...[...shown, ...back].filter((one) => (0,_failing_js__WEBPACK_IMPORTED_MODULE_2__/* .stands */ .Ed)(one) && !(0,_domain_first_contact_js__WEBPACK_IMPORTED_MODULE_0__/* .isFirstContact */ .f)(one)).map((one) => (0,_failing_js__WEBPACK_IMPORTED_MODULE_2__/* .renderFailing */ .V7)(one, _failing_js__WEBPACK_IMPORTED_MODULE_2__/* .roomy */ .L5)),
        ...shown.flatMap((one) => (0,_failing_js__WEBPACK_IMPORTED_MODULE_2__/* .renderNotes */ .IE)(one, _failing_js__WEBPACK_IMPORTED_MODULE_2__/* .roomy */ .L5)),
        ...(quiet.length === 0 ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .details */ .zH)(stepsTitle(quiet), resultTable(quiet))]),
        ...folded("Slowest tests", textsOf(evidence.results, "slowest")),
        ...folded("What was warm, what was cold", textsOf(evidence.results, "cache")),
        ...(plan.length === 0 ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .details */ .zH)(`Plan: ${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(plan.length, "step")}`, planList(plan), evidence.status === "planned")]),
        footOf(evidence),
    ];
}
/** The same, as short as a conversation wants it: all details closed, the longest of them in the run alone. */
function briefStagePage(evidence) {
    const { shown, back } = arranged(evidence);
    return [
        ...verdictOf(evidence),
        ...tablesOf(shown, back),
        ...[...shown, ...back].filter((one) => (0,_failing_js__WEBPACK_IMPORTED_MODULE_2__/* .stands */ .Ed)(one) && !(0,_domain_first_contact_js__WEBPACK_IMPORTED_MODULE_0__/* .isFirstContact */ .f)(one)).map((one) => (0,_failing_js__WEBPACK_IMPORTED_MODULE_2__/* .renderFailing */ .V7)(one, _failing_js__WEBPACK_IMPORTED_MODULE_2__/* .brief */ .dh)),
        ...shown.flatMap((one) => (0,_failing_js__WEBPACK_IMPORTED_MODULE_2__/* .renderNotes */ .IE)(one, _failing_js__WEBPACK_IMPORTED_MODULE_2__/* .brief */ .dh)),
        footOf(evidence),
    ];
}
/** The run and its attempt, as a link to it. */
function runLink({ run_id, run_attempt, run_url }) {
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .link */ .nf)(`run ${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .shortened */ .vI)(run_id, 40)}, attempt ${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .shortened */ .vI)(run_attempt, 10)}`, run_url);
}
function verdictOf(evidence) {
    const found = findingsLine(evidence.results);
    return [
        `## ${headOf(evidence)}`,
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .bold */ .Cr)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .sentence */ .em)((0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .shortened */ .vI)(evidence.says, 2_000))),
        ...(evidence.remedy === "" ? [] : [`What to do: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .sentence */ .em)((0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .shortened */ .vI)(evidence.remedy, 2_000))}`]),
        ...evidence.warnings.map((warning) => `> **Note:** ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .sentence */ .em)((0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .shortened */ .vI)(warning, 1_000))}`),
        ...(found === "" ? [] : [found]),
    ];
}
/** The verdict in one line. The loudest is a way back that failed; what was switched off is part of every verdict that rests on it. */
function headOf({ status, decision, stage, environment, results }) {
    const where = environment === null ? "" : ` on ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .plain */ .pj)((0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .shortened */ .vI)(environment, 100))}`;
    if (decision === "rollback-failed")
        return `✗ ROLLBACK FAILED, look now: ${stage}${where}`;
    const off = results.filter((one) => one.verdict === "off").length;
    const verdict = decision === "taken-back" ? "✗ Taken back" : heads[status];
    return `${verdict}${off === 0 ? "" : `, ${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(off, "check")} switched off`}: ${stage}${where}`;
}
/** How many findings there are, those of the change under review first; nothing where there are none. */
function findingsLine(results) {
    const all = results.filter((one) => one.kind === "check" && ((0,_failing_js__WEBPACK_IMPORTED_MODULE_2__/* .stands */ .Ed)(one) || one.findings.some((finding) => finding.in_change)));
    const of = (where) => all.flatMap((one) => one.findings).filter((one) => one.in_change === where).length;
    const [line, file] = [of("line"), of("file")];
    const total = all.reduce((sum, one) => sum + Math.max(one.findings_total, one.findings.length), 0);
    if (total === 0)
        return "";
    if (line + file === 0)
        return `${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(total, "finding")}.`;
    return `**${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(line, "finding")} on changed lines**, ${file} elsewhere in changed files, ${total - line - file} in the rest.`;
}
/** What was done for the release, what of it is quiet, and what was done to take it back: the health of the release before is not that of the new one. */
function arranged({ decision, results }) {
    const wentBack = decision === "taken-back" || decision === "rollback-failed";
    const cause = wentBack ? results.findIndex(_domain_result_js__WEBPACK_IMPORTED_MODULE_1__/* .blocks */ .Bv) : -1;
    const forward = cause < 0 ? results : results.slice(0, cause + 1);
    return {
        shown: forward.filter((one) => !isQuiet(one)),
        quiet: forward.filter(isQuiet),
        back: cause < 0 ? [] : results.slice(cause + 1),
    };
}
/** Steps that went well are read only by who wants to know how: all but the migrations stand folded. */
function isQuiet({ kind, id, verdict }) {
    return kind === "step" && id !== "migrate" && verdict === "pass";
}
function stepsTitle(steps) {
    return `${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(steps.length, "step")} done in ${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .duration */ .p0)(steps.reduce((total, one) => total + one.duration_ms, 0))}`;
}
function planList(plan) {
    return plan.map((step, index) => `${index + 1}. ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .sentence */ .em)((0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .shortened */ .vI)(step, 300))}`).join("\n");
}
/** The texts that results keep under a fact of this name. */
function textsOf(results, name) {
    return results
        .flatMap(({ facts }) => facts[name] ?? [])
        .filter((one) => typeof one === "string")
        .map((text) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .sentence */ .em)((0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .shortened */ .vI)(text, 500)));
}
function folded(title, lines) {
    return lines.length === 0 ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .details */ .zH)(title, lines.map((line) => `- ${line}`).join("\n"))];
}
function tablesOf(shown, back) {
    return [...(shown.length === 0 ? [] : [resultTable(shown)]), ...(back.length === 0 ? [] : ["**The way back**", resultTable(back)])];
}
function resultTable(results) {
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .table */ .tp)(["Check", "Status", "Seen", "Time"], results.map((one) => [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .sentence */ .em)((0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .shortened */ .vI)(one.title, 200)) + (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .shouldMark */ .$U)(one),
        `${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .statusWords */ .o7)(one)}${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .figure */ .vP)(one)}`,
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .sentence */ .em)((0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .shortened */ .vI)(one.says, 300)),
        one.verdict === "off" || one.verdict === "not-run" ? "" : (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .duration */ .p0)(one.duration_ms),
    ]));
}
function footOf(evidence) {
    const { release } = evidence;
    return [
        ...(release === null ? [] : [`${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .plain */ .pj)(release.app)} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .plain */ .pj)(release.version)} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(release.digest.slice(0, 8))}`]),
        `commit ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(evidence.sha.slice(0, 12))}`,
        runLink(evidence),
        `started by ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .plain */ .pj)((0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .shortened */ .vI)(evidence.actor, 100))}`,
        (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .minute */ .Vc)(evidence.started_at),
    ].join(" · ");
}


/***/ }),

/***/ 8430:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ renderSummary),
/* harmony export */   I: () => (/* binding */ maxBytes)
/* harmony export */ });
/* harmony import */ var _first_contact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7369);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5601);
/* harmony import */ var _stage_page_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2766);



/** The runner drops a summary over 1 MiB whole: stop well before. */
const maxBytes = 900 * 1024;
/** A stage's part of the job summary; at most 900 KiB of UTF-8. */
function renderSummary(evidence) {
    const parts = (0,_first_contact_js__WEBPACK_IMPORTED_MODULE_0__/* .withFirstContact */ .z)((0,_stage_page_js__WEBPACK_IMPORTED_MODULE_1__/* .stagePage */ .M2)(evidence), evidence.results);
    return `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .cutTo */ .yd)(parts.join("\n\n"), maxBytes - 1, "The rest is in the evidence file and the log of the run.")}\n`;
}


/***/ }),

/***/ 1732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ visible)
/* harmony export */ });
/* unused harmony export withoutEscapes */
/** Terminal colours and other escape sequences: they say nothing on a page. */
const escapeSequences = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|.)/g;
/** Marks that turn the direction of text around, so that it reads as something else than it is. */
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** Text from outside without a terminal's escape sequences, as well-formed Unicode. */
function withoutEscapes(text) {
    return text.toWellFormed().replaceAll(escapeSequences, "");
}
/** Text from outside, of which every character is what it looks like: lines and tabs are kept, other control characters are not. */
function visible(text) {
    return withoutEscapes(text)
        .replaceAll(turning, "\ufffd")
        .replaceAll(/[^\P{Cc}\n\t]/gu, "");
}


/***/ }),

/***/ 8587:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $U: () => (/* binding */ shouldMark),
/* harmony export */   L2: () => (/* binding */ verdictWords),
/* harmony export */   Nx: () => (/* binding */ capital),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   Vc: () => (/* binding */ minute),
/* harmony export */   o7: () => (/* binding */ statusWords),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   vI: () => (/* binding */ shortened),
/* harmony export */   vP: () => (/* binding */ figure)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5601);

/** The verdict as Phase 6's report writes it. */
const verdictWords = {
    pass: "✓ PASS",
    fail: "✗ FAIL",
    error: "✗ ERROR",
    inconclusive: "◌ INCONCLUSIVE",
    off: "– OFF",
    "not-run": "– NOT RUN",
};
/** How a result ended, as a table shows it: a pass of an earlier run names that run, and what does not apply is no gap. */
function statusWords({ verdict, reason_code, facts }) {
    const { as_in_run: run, as_in_run_url: url } = facts;
    if (verdict === "pass" && typeof run === "string")
        return `✓ as in ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .link */ .nf)(`run ${shortened(run, 40)}`, typeof url === "string" ? url : "")}`;
    return reason_code === "not_applicable" ? "– DOES NOT APPLY" : verdictWords[verdict];
}
/** Behind the title of what SHOULD pass; nothing where it is switched off or does not apply. */
function shouldMark({ required, verdict, reason_code }) {
    return required || verdict === "off" || reason_code === "not_applicable" ? "" : " (should)";
}
/** Milliseconds as a person reads them. */
function duration(ms) {
    if (ms < 1_000)
        return `${Math.round(ms)} ms`;
    if (ms < 59_950)
        return `${(ms / 1_000).toFixed(1)} s`;
    const seconds = Math.round(ms / 1_000);
    return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
/** The number behind a check's verdict in Phase 6's table: "(103 tests)", "(92.3%)". Coverage is rounded down: 79.96 never reads as 80.0. */
function figure({ id, facts }) {
    const { tests, coverage } = facts;
    if (id === "test" && typeof tests === "number")
        return ` (${count(tests, "test")})`;
    if (id === "coverage" && typeof coverage === "number")
        return ` (${(Math.floor(coverage * 10 + 1e-9) / 10).toFixed(1)}%)`;
    return "";
}
/** A number and its noun: "1 test", "2 tests". */
function count(many, noun) {
    return `${many} ${noun}${many === 1 ? "" : "s"}`;
}
/** An ISO time as the report writes it: `YYYY-MM-DD HH:MM UTC`. */
function minute(iso) {
    return `${iso.slice(0, 16).replace("T", " ")} UTC`;
}
/** A word as it begins a title. */
function capital(word) {
    return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
}
/** At most so many characters, and a mark where the rest was. */
function shortened(text, maxCharacters) {
    return text.length <= maxCharacters
        ? text
        : `${text
            .slice(0, maxCharacters)
            .toWellFormed()
            .replace(/\ufffd$/, "")}…`;
}


/***/ }),

/***/ 8767:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ workspaceFolder)
/* harmony export */ });
/* unused harmony export stopped */
/** The conclusion of a stage that stopped for this cause, with what that means. */
function stopped(cause, then) {
    return { status: "failed", decision: "stop", reason_code: cause.reason_code, says: `${cause.says} ${then}`, remedy: cause.remedy ?? "" };
}
/** Folder of everything that jobs pass on, below the checkout. */
const workspaceFolder = ".phoenix-deploy";


/***/ })

};
