export const id = 49;
export const ids = [49];
export const modules = {

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
 * `continue`: the next stage may run. `complete`: the release serves and was verified. `stop`: nothing that serves was
 * changed. `taken-back`: the release was rolled back. `rollback-failed`: a person must look now. `pending`: not decided
 * yet. The words are published: they do not change.
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
/**
 * What a stage verified and passes on. Rewritten after every result with status `running`, so that a cancel has nothing
 * left to save.
 */
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
/**
 * The compact form that an action emits as its `evidence` output: pins the file by its digest. At most 8 KiB, no log
 * text.
 */
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
/**
 * File name of an evidence: `<app>.<stage>.<environment or none>.<run>-<attempt>.json`, names percent-encoded, so that
 * no name can leave the folder.
 */
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
    "backup_not_run",
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
    "release_unproven",
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
    "port_taken",
    "environment_file_invalid",
    "unsafe_release",
    "disk_full",
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
/* harmony export */   Ke: () => (/* binding */ result)
/* harmony export */ });
/* unused harmony exports verdicts, findingSchema, resultKinds, leftOpen */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2716);
/* harmony import */ var _reason_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3020);


/**
 * The six verdicts. Only `pass` passes: `error` could not be judged, `inconclusive` was judged but saw too little,
 * `off` was switched off by the user, `not-run` never began.
 */
const verdicts = ["pass", "fail", "error", "inconclusive", "off", "not-run"];
/**
 * What a person can act on, at one place in the repository. Paths are relative to the repository; lines and columns
 * count from 1.
 */
const findingSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    severity: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["error", "warning", "notice"]),
    message: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    file: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    line: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive().optional(),
    column: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive().optional(),
    rule: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    /**
     * How it relates to the pull request: it is on a line that the pull request adds or changes, or elsewhere in a file
     * that it touches.
     */
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
/**
 * True where something that SHOULD pass did not: it neither passed nor was switched off, and it applies to this
 * project.
 */
function leftOpen(one) {
    return one.verdict !== "pass" && one.verdict !== "off" && one.reason_code !== "not_applicable";
}
/** True when a result blocks its stage: it is required, and neither passed nor was switched off by the user. */
function blocks(one) {
    return one.required && one.verdict !== "pass" && one.verdict !== "off";
}


/***/ }),

/***/ 3049:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  deployStaging: () => (/* binding */ deployStaging),
  openRelease: () => (/* binding */ openRelease),
  setOutputs: () => (/* binding */ setOutputs)
});

// EXTERNAL MODULE: ./build/src/domain/release.js
var domain_release = __webpack_require__(5783);
// EXTERNAL MODULE: ./build/src/domain/result.js
var result = __webpack_require__(2877);
;// CONCATENATED MODULE: ./build/src/gates/approval.js
/**
 * Was this run approved for this environment, by somebody else, where somebody is really asked? Anything that cannot be
 * read is no approval, and has a code of its own: "could not be verified" is never "was not approved". GitHub names no
 * time and no attempt of an approval, nor do we.
 */
function judgeApproval({ environment, by, selfApproval, seen }) {
    if (by === "none")
        return notRequired(environment);
    if (seen === null)
        return unreadable(environment, "GitHub", { status: 0, why: "nothing was asked" });
    const { rules, jobEnvironment, approvals, run } = seen;
    if (!rules.ok)
        return rules.status === 404 ? missing(environment) : unreadable(environment, "The rules of the environment", rules);
    if (rules.value.reviewers.length === 0)
        return unprotected(environment, rules.value);
    if (!jobEnvironment.ok)
        return unreadable(environment, "This job's own deployment", jobEnvironment);
    const { name } = jobEnvironment.value;
    if (name === null)
        return unproven(environment);
    if (!same(name, environment))
        return mismatch(environment, name);
    if (!approvals.ok)
        return unreadable(environment, "The approvals of this run", approvals);
    if (!run.ok)
        return unreadable(environment, "This run", run);
    const reviews = approvals.value.filter((one) => one.environments.some((other) => same(other, environment)));
    const rejection = reviews.find((one) => one.state === "rejected");
    if (rejection !== undefined)
        return rejected(environment, rejection);
    const given = reviews.filter((one) => one.state === "approved");
    if (given.length === 0)
        return notApproved(environment);
    const starters = [run.value.actorId, run.value.triggeringActorId];
    const byOthers = given.filter((one) => !starters.includes(one.userId));
    if (byOthers.length === 0 && selfApproval === "refuse")
        return selfApproved(environment, given);
    const counted = byOthers.length > 0 ? byOthers : given;
    const approvers = [...new Set(counted.map(({ login }) => login))];
    const self = byOthers.length === 0;
    return {
        approvers,
        warnings: doubts({ environment, rules: rules.value, job: jobEnvironment.value, run: run.value, approvers, self }),
        judgement: {
            verdict: "pass",
            reason_code: "approved",
            says: `${approvers.join(", ")} approved this run for ${environment}${self ? ", having started it" : ""}.`,
            facts: {
                by: "environment",
                approvers: approvers.join(", "),
                comments: counted.flatMap(({ comment }) => (comment === "" ? [] : [comment])),
                self_approved: self,
                evidence: jobEnvironment.value.evidence,
                reviewers: [...rules.value.reviewers],
                prevents_self_review: rules.value.preventSelfReview ?? "unknown",
                admins_bypass: rules.value.adminsBypass ?? "unknown",
                attempt: run.value.attempt,
            },
        },
    };
}
/** What an approval that counts does not prove, one sentence each. */
function doubts(passed) {
    const { environment, rules, job, run, approvers, self } = passed;
    const strangers = approvers.filter((login) => !rules.reviewers.some((reviewer) => same(reviewer, login)));
    const who = strangers.join(", ");
    const sentences = [
        [self, `${approvers.join(", ")} approved a run that they started themselves (\`self-approval: allow\`).`],
        [
            rules.preventSelfReview === false && !self,
            `Environment ${environment} does not prevent self-review: only this action refuses it.`,
        ],
        [
            rules.adminsBypass === true,
            `Administrators may bypass the reviewers of ${environment}; GitHub does not say whether one did.`,
        ],
        [
            strangers.length > 0,
            rules.hasTeam
                ? `Whether ${who} may approve ${environment} is not verifiable: a team reviews it, and its members cannot be read.`
                : `${who} approved ${environment} but is not among its reviewers now: the list was changed since, or an administrator bypassed it.`,
        ],
        [
            job.waited === false,
            `The deployment of this job shows no waiting: the rules of ${environment} may not have held it, or were added later.`,
        ],
        [
            job.evidence === "run-url",
            `That this job runs in ${environment} rests on the run's only deployment: GitHub's records do not name the job.`,
        ],
        [
            run.attempt > 1,
            `This is attempt ${run.attempt} of the run: GitHub does not say which attempt an approval was given for.`,
        ],
    ];
    return sentences.filter(([holds]) => holds).map(([, sentence]) => sentence);
}
function notRequired(environment) {
    const says = `No approval is asked for on ${environment} (\`approval: {by: none}\`): whoever can start this job can deploy.`;
    return {
        judgement: { verdict: "pass", reason_code: "approval_not_required", says, facts: { by: "none" } },
        warnings: [says],
        approvers: [],
    };
}
function unreadable(environment, what, { status, why }) {
    const said = status === 0 || status === 200 ? why : `${status}, ${why}`;
    const permissions = "Give the job `permissions: {actions: read, checks: read, contents: read, deployments: read}`.";
    return approval_closed("approval_unreadable", `${what} could not be read: ${said}. Whether ${environment} was approved is not known.`, status === 401 || status === 403 || status === 404
        ? permissions
        : "Run the job again when GitHub's API answers, and look at `github-token`.", "error");
}
function missing(environment) {
    return approval_closed("environment_missing", `The repository has no environment \`${environment}\`, or the token may not see it.`, "Check the spelling, and create the environment under Settings, Environments, with required reviewers: when a job names one that does not exist, GitHub creates it without protection.");
}
function unprotected(environment, { waitMinutes }) {
    const timer = waitMinutes > 0 ? ` (its wait timer of ${waitMinutes} min is no approval)` : "";
    return approval_closed("environment_unprotected", `Environment \`${environment}\` asks no reviewer${timer}.`, "Check the spelling, and add required reviewers under Settings, Environments. Private repositories need GitHub Enterprise for that; without it set `approval: {by: none}`, and every report says so.");
}
function unproven(environment) {
    return approval_closed("environment_unproven", `Nothing shows that this job runs in environment \`${environment}\`: GitHub has no deployment of it.`, `Write \`environment: ${environment}\` on the job, without \`deployment: false\`, and give it \`permissions: {actions: read, checks: read, deployments: read}\`.`);
}
function mismatch(environment, name) {
    return approval_closed("environment_mismatch", `This job runs in environment \`${name}\`, not in \`${environment}\`.`, `Write \`environment: ${environment}\` on the job, or \`environment: ${name}\` in the action's inputs.`);
}
function rejected(environment, { login }) {
    return approval_closed("approval_rejected", `${login} rejected this run for ${environment}.`, "Settle it with them, and start a new run.");
}
function notApproved(environment) {
    return approval_closed("approval_missing", `Nobody approved this run for ${environment}.`, "Start a new run, and have a reviewer approve it. A comment is no approval, and an approval for another environment does not count here.");
}
function selfApproved(environment, given) {
    const names = [...new Set(given.map(({ login }) => login))].join(", ");
    return approval_closed("self_approval", `Only ${names} approved this run for ${environment}, having started it.`, "Start a new run, and have somebody else approve it. A team of one sets `approval: {by: environment, self-approval: allow}`, and the report shows it.");
}
function approval_closed(reason_code, says, remedy, verdict = "fail") {
    return { judgement: { verdict, reason_code, says, remedy }, warnings: [], approvers: [] };
}
/** GitHub compares names of environments and people without regard to case. */
function same(one, other) {
    return one.toLowerCase() === other.toLowerCase();
}

;// CONCATENATED MODULE: ./build/src/stages/approval.js


/**
 * Asks GitHub what can be known of the approval, and compares it with the environment's settings. Null when it was
 * approved. The gate belongs to the environment: whichever action deploys to it comes through here. Only where its
 * settings name no `approval`, and its name is none of a production, is promote alone asked for one.
 */
async function approvalGate(run, environment, jobId) {
    const { by, selfApproval, promoteOnly = false } = environment.approval;
    if (promoteOnly && run.recorder.evidence.stage !== "promote")
        return null;
    const { github, clock, job } = run.world;
    const started = clock.ticks();
    const facts = by === "environment"
        ? await Promise.all([
            github.jobEnvironment(jobId, job.sha, environment.name),
            github.environment(environment.name),
            github.approvals(),
            github.run(),
        ])
        : null;
    const { judgement, warnings } = judgeApproval({
        environment: environment.name,
        by,
        selfApproval,
        seen: facts === null ? null : { jobEnvironment: facts[0], rules: facts[1], approvals: facts[2], run: facts[3] },
    });
    const heading = { kind: "gate", id: "approval", title: `Approval of ${environment.name}`, required: true };
    await run.recorder.record((0,result/* result */.Ke)(heading, judgement, clock.ticks() - started));
    for (const warning of warnings)
        await run.recorder.warn(warning);
    if (promoteOnly)
        await run.recorder.warn(`The settings of ${environment.name} name no \`approval\`, so that deploy-staging may deploy to it without one. Write \`approval: {by: environment}\` there.`);
    if (judgement.verdict === "pass")
        return null;
    return {
        status: "failed",
        decision: "stop",
        reason_code: judgement.reason_code,
        says: `${judgement.says} Nothing was changed.`,
        remedy: judgement.remedy ?? "",
    };
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/domain/error-text.js
var error_text = __webpack_require__(8210);
;// CONCATENATED MODULE: ./build/src/gates/checkout.js
/** Events that run with a token that may write and with secrets, whosever code they are about. */
const trusted = new Set(["pull_request_target", "workflow_run"]);
/**
 * Is the checkout what this run says that it is about? All evidence names the run's commit: with other files in the
 * workspace it would be about something that nobody sees. The head of a pull request, or of the run that started this
 * one, is named by the event and counts as well. Code of a fork never runs beside a token that may write.
 */
function judgeCheckout({ eventName, sha, head, nested, named }) {
    const fork = trusted.has(eventName) && named.some((one) => one.fromFork);
    const at = head?.slice(0, 12) ?? "an unknown commit";
    if (fork && nested)
        return forkCheckedOut(eventName, "the project in a checkout of its own");
    if (sha === "" || head === sha)
        return { verdict: "pass", reason_code: "passed", says: `The checkout is at ${at}.` };
    if (fork)
        return forkCheckedOut(eventName, `${at} checked out`);
    if (named.some((one) => one.sha === head))
        return {
            verdict: "pass",
            reason_code: "passed",
            says: `The checkout is at ${at}, which the event \`${eventName}\` names.`,
        };
    return {
        verdict: "fail",
        reason_code: "checkout_of_another_commit",
        says: `The checkout is at ${head === null ? "" : "commit "}${at}, and this run is of ${sha.slice(0, 12)}: what is found out about one does not hold for the other.`,
        remedy: "Check out without `ref:`, which takes the run's commit, and commit nothing before; or start the run on the ref that you mean.",
    };
}
function forkCheckedOut(eventName, what) {
    return {
        verdict: "fail",
        reason_code: "fork_checked_out",
        says: `This run of \`${eventName}\` is about a fork and has ${what}, not the commit of this repository that it is of: the fork's code would run with a token that may write.`,
        remedy: "Validate pull requests of forks on the event `pull_request`, as examples/workflows/pull-request.yml does.",
    };
}

;// CONCATENATED MODULE: ./build/src/stages/checkout.js




/**
 * Compares HEAD with the run's commit before anything is read from the checkout. Null when they agree. A rollback, and
 * the report on what was done, go on with a warning when it is another commit; with the code of a fork nothing goes on.
 * `head` is given where it was read already.
 */
async function checkoutGate(run, options) {
    const { job, repository } = run.world;
    let head = options.head ?? null;
    let unknown = "";
    try {
        head ??= (await repository.head()).sha;
    }
    catch (error) {
        unknown = (0,error_text/* errorText */.k)(error);
    }
    const { pullRequest, workflowRun = null } = job;
    const named = [
        ...(pullRequest === null ? [] : [{ sha: pullRequest.headSha, fromFork: pullRequest.fromFork }]),
        ...(workflowRun === null ? [] : [{ sha: workflowRun.headSha, fromFork: workflowRun.fromFork }]),
    ];
    const judgement = judgeCheckout({ eventName: job.eventName, sha: job.sha, head, nested: await nested(run), named });
    if (judgement.verdict === "pass") {
        // Evidence is about the commit that lies here: that of the run, or the one that its event names.
        if (head !== null && job.sha !== "" && head !== job.sha)
            await run.recorder.set({ sha: head });
        return null;
    }
    if (head === null && judgement.reason_code !== "fork_checked_out") {
        await run.recorder.warn(`Which commit the settings are of is not known, since git does not say what is checked out: ${unknown}`);
        return null;
    }
    if (options.another === "warn" && judgement.reason_code !== "fork_checked_out") {
        await run.recorder.warn(judgement.says);
        return null;
    }
    const heading = {
        kind: "gate",
        id: "checkout",
        title: "The checkout is the commit of this run",
        required: true,
    };
    await run.recorder.record((0,result/* result */.Ke)(heading, judgement, 0));
    return {
        status: "failed",
        decision: "stop",
        reason_code: judgement.reason_code,
        says: `${judgement.says} Nothing was changed.`,
        remedy: judgement.remedy ?? "",
    };
}
/** Does the project, or a folder above it, have a `.git` of its own below the workspace? */
async function nested({ world, settings }) {
    const { workspace } = world.job;
    for (let folder = settings.projectPath; (0,external_node_path_.relative)(workspace, folder) !== "" && (0,external_node_path_.dirname)(folder) !== folder; folder = (0,external_node_path_.dirname)(folder)) {
        if (await world.files.exists((0,external_node_path_.join)(folder, ".git")))
            return true;
    }
    return false;
}

// EXTERNAL MODULE: ./build/src/domain/handover.js
var handover = __webpack_require__(4111);
;// CONCATENATED MODULE: ./build/src/domain/plan.js
/** True for a refusal. */
function isRefusal(made) {
    return "refused" in made;
}

// EXTERNAL MODULE: ./build/src/strategies/facts.js + 1 modules
var facts = __webpack_require__(3448);
;// CONCATENATED MODULE: ./build/src/strategies/refusals.js

/**
 * Why nothing may be changed now, whoever asks: another run holds the lock, or a step still works. Seconds are the
 * host's own.
 */
function busy(fleet, { owner, takeLock = false }) {
    const held = fleet.hosts.find(({ lease, now }) => lease !== null && lease.owner !== owner && lease.expires > now);
    // The lock is taken first, and its owner's step waited for then: else that run would go on from step to step.
    if (held !== undefined && takeLock)
        return null;
    if (held?.lease) {
        const { owner: holder, url, expires } = held.lease;
        const run = url === undefined ? "" : ` (${url})`;
        return {
            refused: "lock_held",
            says: `${held.host} is locked by ${holder}${run} for another ${expires - held.now} s.`,
            remedy: "Wait for that run to end, or for its lock to expire; then run again. `lock-wait` sets how long a run " +
                "waits by itself, and in an incident `rollback` takes the lock with `lock: take`.",
        };
    }
    const working = fleet.hosts.find(({ stepRunning }) => stepRunning);
    if (working === undefined)
        return null;
    // A run that took the lock from another waits for that one's step.
    const holder = working.lease?.owner === owner ? undefined : working.lease?.owner;
    return {
        refused: "step_running",
        says: `A step of ${holder ?? "an earlier run"} is still running on ${working.host}.`,
        remedy: "It ends by itself within its time limit: run the job again then.",
    };
}
/** True for a refusal that time ends: another run's lock, or its last step. */
function passes({ refused }) {
    return refused === "lock_held" || refused === "step_running";
}
/** Why a strategy cannot work on this target: hosts, slots or router servers that it needs are not there. */
function unsuited(fleet, strategy) {
    if (fleet.hosts.length === 0) {
        return { refused: "invalid_settings", says: "The environment names no host.", remedy: "Name one under `hosts`." };
    }
    const faults = strategy.suits(layoutOf(fleet));
    if (faults.length > 0) {
        const all = (text) => faults.map((fault) => fault[text]).join(" ");
        return { refused: "invalid_settings", says: all("says"), remedy: all("remedy") };
    }
    return serverMissing(fleet);
}
function layoutOf({ hosts, router }) {
    return { hosts: hosts.map(({ host }) => host), slots: hosts[0]?.slots ?? {}, routed: router !== null };
}
/** Why no traffic could be moved: the router does not know a server of a slot. */
function serverMissing(fleet) {
    const { router } = fleet;
    if (router === null)
        return null;
    const known = (name) => Object.hasOwn(router, name);
    const missing = (0,facts/* slotNames */.Do)(fleet).flatMap((slot) => (0,facts/* servers */.b0)(fleet, slot).filter((name) => !known(name)));
    if (missing.length === 0)
        return null;
    return {
        refused: "router_failed",
        says: `The router has no server ${missing.join(", ")}.`,
        remedy: fleet.hosts.length === 1
            ? "Name the servers of the backend as the slots are named."
            : "Name the servers of the backend `<host>-<slot>`.",
    };
}
/** Why a release must not run here again: it was rolled back for a fault of its own, or left by a rollback. */
function condemned(fleet, release) {
    const host = fleet.hosts.find(({ bad }) => bad.includes(release));
    if (host === undefined)
        return null;
    return {
        refused: "release_marked_bad",
        says: `${release} was rolled back on ${host.host} for a fault and is marked bad.`,
        remedy: "Release a new version. If the mark is wrong, delete the line from state/bad below the application's path " +
            `on ${host.host}.`,
    };
}
/**
 * Why nothing may be started: somebody else answers on a port that the settings give to a slot, and would be taken for
 * the release.
 */
function portTaken(fleet) {
    for (const host of fleet.hosts) {
        for (const [name, { port, stranger }] of Object.entries(host.slots)) {
            if (stranger === undefined)
                continue;
            return {
                refused: "port_taken",
                says: `Port ${port} of slot ${name} on ${host.host} is answered by ${stranger}, ` +
                    "which was not started for this slot.",
                remedy: "Stop that process, or give the slot another port in the settings and in the router.",
            };
        }
    }
    return null;
}
/** Why nothing may be started: a line of the servers' variables is not understood, and would be missing there. */
function unreadableEnvironment(fleet) {
    for (const { host, environmentFaults = [] } of fleet.hosts) {
        if (environmentFaults.length === 0)
            continue;
        return {
            refused: "environment_file_invalid",
            says: `Variables of the servers on ${host} cannot be read: ${environmentFaults.join("; ")}.`,
            remedy: "Correct these lines: the format is that of systemd's EnvironmentFile, one NAME=value a line.",
        };
    }
    return null;
}

// EXTERNAL MODULE: ./build/src/strategies/registry.js + 3 modules
var registry = __webpack_require__(3832);
// EXTERNAL MODULE: ./build/src/strategies/steps.js
var steps = __webpack_require__(4140);
;// CONCATENATED MODULE: ./build/src/strategies/under-lock.js

/**
 * A plan with the locks around it: those that are not ours yet are taken first, in the order of the hosts' names, and
 * all are released last. A lock that expired and still names us is ours: nobody came in between.
 */
function underLock(fleet, { owner, takeLock = false }, plan) {
    const sorted = [...fleet.hosts].sort((one, other) => (one.host < other.host ? -1 : 1));
    const missing = sorted.filter(({ lease }) => lease?.owner !== owner);
    const locks = missing.map((host) => (0,steps/* acquire */.XC)(host, takeLock));
    return { ...plan, steps: [...locks, ...plan.steps, ...sorted.map(steps/* unlock */.Tl)] };
}

;// CONCATENATED MODULE: ./build/src/strategies/deploy.js




/**
 * From what is on the target now to the wanted release: a plan, or why there is none. Pure: the same facts give the
 * same plan.
 */
function planDeploy(fleet, wanted, all = registry/* strategies */.W) {
    const strategy = (0,registry/* strategyOf */.x)(wanted, all);
    if (isRefusal(strategy))
        return strategy;
    const refused = busy(fleet, wanted) ??
        condemned(fleet, wanted.release) ??
        portTaken(fleet) ??
        unreadableEnvironment(fleet) ??
        unsuited(fleet, strategy);
    if (refused !== null)
        return refused;
    const draft = strategy.deploy(fleet, wanted);
    return underLock(fleet, wanted, { ...draft, warnings: strategy.warnings(draft.steps) });
}

;// CONCATENATED MODULE: ./build/src/assets.js
// Generated by script/build.ts from host/, elixir/ and github-markdown-css. Do not edit.
const assets = {
    "elixir/.formatter.exs": "[inputs: [\"*.exs\"], line_length: 140]\n",
    "elixir/compile.exs": "# Compiles with every diagnostic as data: all warnings of all apps, also those of files that were compiled before.\ndefmodule PhoenixDeploy.Compile do\n  alias PhoenixDeploy.{JSON, Step}\n\n  # True when the code can be run.\n  def run(name) do\n    Step.run(name, fn ->\n      results = Mix.Task.run(\"compile\", [\"--return-errors\", \"--all-warnings\"]) |> List.wrap()\n      told = for {_status, list} <- results, one <- list, do: one\n      failed = Enum.any?(results, &match?({:error, _}, &1))\n      refused = failed or refused?(for one <- told, one.severity == :warning, do: one)\n\n      JSON.write(\"#{name}.json\", %{\n        status: if(failed, do: \"error\", else: \"ok\"),\n        refused: refused,\n        diagnostics: Enum.map(told, &diagnostic/1)\n      })\n\n      not failed\n    end) == true\n  end\n\n  # Whether `--warnings-as-errors` fails on these warnings. On those of Elixir's own compiler always; which others count\n  # (Erlang, Leex, Yecc, those of packages) differs from version to version, so mix itself is asked: all is compiled by\n  # then.\n  defp refused?([]), do: false\n\n  defp refused?(warnings) do\n    Enum.any?(warnings, &(&1.compiler_name == \"Elixir\")) or\n      match?({_, code} when code != 0, System.cmd(\"mix\", ~w(compile --warnings-as-errors --all-warnings), stderr_to_stdout: true))\n  end\n\n  defp diagnostic(one) do\n    {line, column} =\n      case one.position do\n        {line, column} -> {line, column}\n        {line, column, _, _} -> {line, column}\n        line when is_integer(line) -> {line, nil}\n        _ -> {nil, nil}\n      end\n\n    %{\n      severity: one.severity,\n      file: one.file && to_string(one.file),\n      line: line,\n      column: column,\n      message: IO.iodata_to_binary(one.message)\n    }\n  end\nend\n",
    "elixir/configuration.exs": "# Finds out which environment variables a release's configuration needs, and in which form, in the release's own VM: its\n# config providers are loaded again and again, each time with one more value, until they load or nothing helps. `run/0`\n# leaves configuration.json.\ndefmodule PhoenixDeploy.Configuration do\n  alias PhoenixDeploy.ConfigurationForms, as: Forms\n  alias PhoenixDeploy.ConfigurationPlaces, as: Places\n  alias PhoenixDeploy.ConfigurationTrace, as: Trace\n  alias PhoenixDeploy.JSON\n\n  @most_tries 100\n  # What the machine and the release itself set.\n  @machine ~r/^(RELEASE_|ERL_|ELIXIR_|MIX_|XDG_|PD_)|^(HOME|PATH|USER|LANG|TERM|SHELL|TMPDIR|TEMP|TMP|PWD|BINDIR|EMU)$/\n  # Where a host keeps what no release brings along: secrets, credentials, certificates.\n  @of_host ~r{^/(etc|run|var|srv|opt|mnt|home|root|secrets|vault)/}\n  # Never for want of a value, unless a value of ours is part of it.\n  @faults [\n    UndefinedFunctionError,\n    SyntaxError,\n    TokenMissingError,\n    CompileError,\n    MismatchedDelimiterError,\n    Code.LoadError\n  ]\n\n  def run do\n    Code.compiler_options(ignore_module_conflict: true)\n    {providers, config} = providers()\n    for {app, env} <- config, {key, value} <- env, do: Application.put_env(app, key, value)\n    Trace.prepare()\n    {:module, _} = Code.ensure_loaded(Places)\n    :erlang.trace_pattern({Places, :at, 1}, true, [])\n\n    state = %{\n      load: fn -> Enum.reduce(providers, config, fn {module, options}, config -> module.load(config, options) end) end,\n      file: file(providers),\n      tree: Places.parse(file(providers) || \"\"),\n      vars: ours(),\n      fixed: for({name, _} <- System.get_env(), name not in Map.keys(ours()), do: name),\n      tried: MapSet.new(),\n      folder: System.fetch_env!(\"PD_OUT\"),\n      deadline: System.monotonic_time(:millisecond) + String.to_integer(System.fetch_env!(\"PD_LIMIT_MS\"))\n    }\n\n    {ended, state, seen} = search(state, load(state))\n    JSON.write(\"configuration.json\", described(ended, state, seen))\n  end\n\n  # The providers of the release, which its boot would load, and what they are given.\n  defp providers do\n    path = Path.join([System.fetch_env!(\"RELEASE_ROOT\"), \"releases\", System.fetch_env!(\"RELEASE_VSN\"), \"sys.config\"])\n    {:ok, [config]} = :file.consult(path)\n    {provider, elixir} = Keyword.pop(config[:elixir] || [], :config_provider_init)\n    {if(provider, do: provider.providers, else: []), Keyword.put(config, :elixir, elixir)}\n  end\n\n  defp file(providers) do\n    Enum.find_value(providers, fn\n      {Config.Reader, {path, _}} -> resolved(path)\n      {Config.Reader, path} -> resolved(path)\n      _ -> nil\n    end)\n  end\n\n  defp resolved({:system, name, path}), do: System.fetch_env!(name) <> path\n  defp resolved(path) when is_binary(path), do: path\n  defp resolved(_), do: nil\n\n  # Values that were given as dummies from the beginning: they may be replaced by others.\n  defp ours do\n    for name <- String.split(System.get_env(\"PD_DUMMIES\", \"\"), \",\", trim: true), into: %{} do\n      {name, %{form: nil, number: 0, value: System.fetch_env!(name)}}\n    end\n  end\n\n  defp load(state) do\n    put_values(state)\n    Trace.run(state.load, state.deadline)\n  end\n\n  defp put_values(state), do: System.put_env(Enum.map(state.vars, fn {name, %{value: value}} -> {name, value} end))\n\n  # What is no want of a value is not searched for.\n  defp search(state, {{:failed, kind, reason, _}, _} = seen) do\n    if fault?(kind, reason) and held(state, reason) == [],\n      do: {:stuck, state, seen},\n      else: state |> candidates(seen) |> advance(state, seen)\n  end\n\n  defp search(state, {:ok, _} = seen), do: {:loads, state, seen}\n  defp search(state, {:timed_out, _} = seen), do: {:stuck, state, seen}\n\n  defp advance([], state, seen), do: {:stuck, state, seen}\n\n  defp advance([{name, form} = candidate | rest], state, seen) do\n    cond do\n      MapSet.size(state.tried) >= @most_tries or System.monotonic_time(:millisecond) > state.deadline ->\n        {:stuck, state, seen}\n\n      MapSet.member?(state.tried, candidate) ->\n        advance(rest, state, seen)\n\n      true ->\n        with_value = set(%{state | tried: MapSet.put(state.tried, candidate)}, name, form)\n        now = load(with_value)\n\n        if further?({state, seen}, {with_value, now}) do\n          search(with_value, now)\n        else\n          System.delete_env(name)\n          advance(rest, %{with_value | vars: state.vars}, seen)\n        end\n    end\n  end\n\n  defp set(state, name, form) do\n    number = if known = state.vars[name], do: max(known.number, 1), else: 100 + MapSet.size(state.tried)\n    put_in(state.vars[name], %{form: form, number: number, value: Forms.value(form, number, state.folder)})\n  end\n\n  # It loads, or it failed in another way and not before it had read as much.\n  defp further?(_, {_, {:ok, _}}), do: true\n  defp further?(_, {_, {:timed_out, _}}), do: false\n  defp further?({old, was}, {new, now}), do: signature(old, was) != signature(new, now) and reads(now) >= reads(was)\n\n  defp signature(state, {{:failed, kind, reason, _}, _}) do\n    # A long value may hold a short one, and its case may have been changed.\n    values =\n      state.vars |> Enum.map(fn {_, %{value: value}} -> String.downcase(value) end) |> Enum.sort_by(&(-byte_size(&1)))\n\n    Enum.reduce(values, String.downcase(message(kind, reason)), fn value, text ->\n      text = String.replace(text, inspect(value), \"VALUE\")\n      if byte_size(value) >= 4, do: String.replace(text, value, \"VALUE\"), else: text\n    end)\n  end\n\n  defp reads({_, events}), do: events |> Enum.filter(&match?({:read, _}, &1)) |> Enum.uniq() |> length()\n\n  defp message(kind, reason, stack \\\\ [])\n  # The map may be the whole environment: its values are nobody's to read.\n  defp message(:error, %KeyError{key: key}, _), do: \"key #{inspect(key)} not found\"\n  defp message(:error, reason, stack), do: Exception.message(Exception.normalize(:error, reason, stack))\n  defp message(_, reason, _), do: inspect(reason, limit: 20)\n\n  # What may help, the likeliest first: what the message names, what was last read or made into something, and what was\n  # before that.\n  defp candidates(state, {{:failed, kind, reason, _}, events}) do\n    message = message(kind, reason)\n    named = named(state, message)\n    near = events |> Enum.flat_map(&List.wrap(concerned(state, &1))) |> Enum.uniq() |> Enum.take(6)\n\n    likely = fn name ->\n      literals(state, name, events) ++ first_forms(state, name, events) ++ Forms.of_message(message)\n    end\n\n    each(named, likely) ++\n      each(named, fn _ -> Forms.usual() end) ++\n      each(Enum.take(near, 1), likely) ++\n      each(near, &Enum.take(first_forms(state, &1, events), 3)) ++\n      each(Enum.take(near, 2), fn name -> likely.(name) ++ Forms.usual() end)\n  end\n\n  defp each(names, forms), do: for(name <- names, form <- forms.(name), do: {name, form})\n\n  defp named(state, message) do\n    read = state.tree |> Places.names() |> Map.keys()\n\n    for [name] <- Regex.scan(~r/\\b[A-Z][A-Z0-9_]{2,99}\\b/, message),\n        open?(state, name),\n        name in read or String.contains?(name, \"_\") or Map.has_key?(state.vars, name),\n        uniq: true,\n        do: name\n  end\n\n  defp concerned(state, {:read, name}), do: if(open?(state, name), do: name)\n  defp concerned(state, {:use, _, text, _}), do: owner(state, text)\n  defp concerned(_, _), do: nil\n\n  defp open?(state, name), do: name not in state.fixed and not (name =~ @machine)\n\n  # Texts that it is compared with; of an address they may be the scheme.\n  defp literals(state, name, events) do\n    literals = Places.literals(state.tree, name)\n\n    address? =\n      match?({:url, _}, Forms.guess(name)) or\n        Enum.any?(events, &(match?({:use, :url, _, _}, &1) and owner(state, elem(&1, 2)) == name))\n\n    if address?,\n      do: for({_, text} <- literals, text =~ ~r/^[a-z][a-z0-9+]*$/, do: {:url, text}) ++ literals,\n      else: literals\n  end\n\n  # What reads an address or a date makes numbers too: those come last.\n  defp first_forms(state, name, events) do\n    used = for {:use, form, text, more} <- events, owner(state, text) == name, uniq: true, do: {form, more}\n\n    case {state.vars[name], used} do\n      {nil, _} ->\n        [Forms.guess(name)]\n\n      {_, used} ->\n        used\n        |> Enum.sort_by(fn {form, _} -> form in [:integer, :float, :atom] end)\n        |> Enum.flat_map(fn {form, more} -> Forms.of_use(form, more) end)\n    end\n  end\n\n  # Whose value this text is, or is part of.\n  defp owner(state, text) do\n    Enum.find_value(state.vars, fn {name, %{form: form, number: number, value: value}} ->\n      inner = with {:file, inner} <- form, do: [Forms.value(inner, number, state.folder)], else: (_ -> [])\n      if Enum.any?([value | inner], &related?(&1, text)), do: name\n    end)\n  end\n\n  defp related?(value, text) do\n    value == text or (byte_size(value) >= 4 and String.contains?(text, value)) or\n      (byte_size(text) >= 4 and String.contains?(value, text))\n  end\n\n  defp described(ended, state, {outcome, events}) do\n    lines = Places.names(state.tree)\n\n    found = %{\n      status: \"ran\",\n      loads: ended == :loads,\n      tries: MapSet.size(state.tried),\n      file: state.file && Path.basename(state.file),\n      needs:\n        for {name, %{form: form, value: value}} when form != nil <-\n              Enum.sort_by(state.vars, fn {name, _} -> {lines[name], name} end) do\n          %{name: name, form: words(state, name, form), value: value, line: lines[name]}\n        end,\n      reads: for({:read, name} <- Enum.reverse(events), not (name =~ @machine), uniq: true, do: name)\n    }\n\n    Map.merge(found, failure(outcome, state, events))\n  end\n\n  # Where the configuration compares it with texts, those are its form.\n  defp words(state, name, {:text, text} = form) do\n    texts = for {:text, text} <- Places.literals(state.tree, name), do: text\n\n    if text in texts and text not in [\"true\", \"false\"],\n      do: Enum.map_join(texts, \" or \", &\"`#{&1}`\"),\n      else: Forms.words(form)\n  end\n\n  defp words(_, _, form), do: Forms.words(form)\n\n  defp failure(:ok, _, _), do: %{}\n\n  defp failure(:timed_out, state, events),\n    do: %{message: \"it did not end\", suspects: last_read(state, events), wants_value: false}\n\n  defp failure({:failed, kind, reason, stack}, state, events) do\n    message = message(kind, reason, stack)\n    {line, near} = place(kind, reason, stack, state)\n    held = held(state, reason)\n\n    used =\n      with [{:use, _, text, _} | _] <- near ++ Enum.take(events, 1), do: List.wrap(owner(state, text)), else: (_ -> [])\n\n    here = near |> Enum.flat_map(&List.wrap(concerned(state, &1))) |> Enum.uniq()\n    named = named(state, message)\n    direct = Enum.uniq(named ++ held ++ used ++ here)\n    hangs? = line != nil and Places.hangs_on_environment?(state.tree, line)\n    outside? = message =~ ~r/econnrefused|nxdomain|ehostunreach|enetunreach|:timeout\\b|connection refused/\n    lacks = if direct == [], do: lacking(reason, near ++ Enum.take(events, 1))\n\n    %{\n      message: message,\n      line: line,\n      lacks: lacks,\n      suspects: if(direct == [] and (hangs? or outside?), do: last_read(state, events) ++ given(near), else: direct),\n      wants_value:\n        lacks != nil or ((direct != [] or hangs? or outside?) and (not fault?(kind, reason) or held != []))\n    }\n  end\n\n  # What the job itself gave, and the statement read: its value is the one to look at.\n  defp given(near),\n    do: for({:read, name} <- near, System.get_env(name) != nil, not (name =~ @machine), uniq: true, do: name)\n\n  # A file of the host that is not on this machine: the failure names it, or comes of the statement that asked for it.\n  defp lacking(%File.Error{path: path}, near), do: lacking(nil, [{:use, :file, to_string(path), nil} | near])\n\n  defp lacking(_reason, near) do\n    Enum.find_value(near, fn\n      {:use, form, path, _} when form in [:file, :folder] -> if path =~ @of_host and not File.exists?(path), do: path\n      _ -> nil\n    end)\n  end\n\n  # The variables whose values are part of the failure.\n  defp held(state, reason) do\n    shown = inspect(reason, limit: :infinity, printable_limit: :infinity) <> message(:error, reason)\n    for {name, %{value: value}} <- state.vars, byte_size(value) >= 4, String.contains?(shown, value), do: name\n  end\n\n  defp last_read(state, events), do: events |> Enum.flat_map(&List.wrap(concerned(state, &1))) |> Enum.take(1)\n\n  # A call of nothing (`nil.host`) is the want of a value too.\n  defp fault?(:error, %UndefinedFunctionError{module: nil}), do: false\n  defp fault?(:error, :undef), do: true\n  defp fault?(:error, %module{}), do: module in @faults\n  defp fault?(_, _), do: false\n\n  # The line of the configuration, from the error or its stack, else from a run that marks each statement; and what\n  # happened at that statement.\n  defp place(:error, %{line: line, file: file}, _, state) when is_integer(line) and is_binary(file) do\n    {if(state.file && Path.basename(file) == Path.basename(state.file), do: line), []}\n  end\n\n  defp place(_, _, stack, state) do\n    {at, near} = marked(state)\n    {in_stack(stack, state) || at, near}\n  end\n\n  defp in_stack(stack, %{file: file}) when is_binary(file) do\n    Enum.find_value(stack, fn\n      {_, _, _, info} ->\n        if(Path.basename(to_string(info[:file] || \"\")) == Path.basename(file) and (info[:line] || 0) > 0,\n          do: info[:line]\n        )\n\n      _ ->\n        nil\n    end)\n  end\n\n  defp in_stack(_, _), do: nil\n\n  defp marked(%{tree: nil}), do: {nil, []}\n\n  defp marked(state) do\n    text = Places.marked(state.tree)\n    put_values(state)\n    options = [env: :prod, target: :host, imports: :disabled]\n    {outcome, events} = Trace.run(fn -> Config.Reader.eval!(state.file, text, options) end, state.deadline + 2_000)\n\n    case {outcome, Enum.find(events, &match?({:at, _}, &1))} do\n      {{:failed, _, _, _}, {:at, line}} -> {line, Enum.take_while(events, &(not match?({:at, _}, &1)))}\n      _ -> {nil, []}\n    end\n  end\nend\n",
    "elixir/configuration_forms.exs": "# Values to try for an environment variable of which nothing is known but how the configuration uses it. Each holds the\n# variable's number where its form allows that, so that a value that was refused leads back to its variable.\ndefmodule PhoenixDeploy.ConfigurationForms do\n  @lengths [32, 64, 16, 24, 48, 12, 20, 96, 128]\n\n  # What a name says of the form, before anything else is known.\n  def guess(name) do\n    cond do\n      name =~ ~r/(DATABASE|DB|REPO|POSTGRES|PG|MYSQL|ECTO)(_\\w+)?_UR[LI]$/ ->\n        {:url, \"ecto\"}\n\n      name =~ ~r/REDIS\\w*_UR[LI]$/ ->\n        {:url, \"redis\"}\n\n      name =~ ~r/(AMQP|RABBIT)\\w*_UR[LI]$/ ->\n        {:url, \"amqp\"}\n\n      name =~ ~r/(UR[LI]|ENDPOINT|DSN|ORIGIN|WEBHOOK)$/ ->\n        {:url, \"https\"}\n\n      name =~\n          ~r/(PORT|SIZE|COUNT|LIMIT|TIMEOUT|INTERVAL|CONCURRENCY|TTL|_MS|SECONDS|MINUTES|HOURS|DAYS|RETRIES)$/ ->\n        :integer\n\n      name =~ ~r/(HOST|HOSTNAME|DOMAIN|SERVER|RELAY)$/ ->\n        :host\n\n      name =~ ~r/(EMAIL|MAIL_FROM|FROM_ADDRESS|SENDER)$/ ->\n        :email\n\n      name =~ ~r/^(ENABLE|DISABLE|USE|IS)_|(ENABLED|DISABLED|_SSL|_TLS)$/ ->\n        {:text, \"true\"}\n\n      name =~ ~r/(FILE|_PATH)$/ ->\n        {:file, :text}\n\n      name =~ ~r/(SECRET_KEY_BASE|SALT)$/ ->\n        {:bytes, 64}\n\n      true ->\n        :text\n    end\n  end\n\n  # Forms for what the text was made into; `more` is the separator of a split.\n  def of_use(:integer, _), do: [:integer, {:text, \"10\"}, {:text, \"1\"}]\n  def of_use(:float, _), do: [:float, {:text, \"1.0\"}]\n  def of_use(:atom, _), do: for(text <- ~w(true false info prod production error none all inet), do: {:text, text})\n  def of_use(:module, _), do: [{:text, \"String\"}, {:text, \"Elixir.String\"}]\n\n  def of_use(:base64, _),\n    do: for(length <- @lengths, do: {:base64, length}) ++ for(form <- [:key, :cert, :json], do: {:base64, form})\n\n  def of_use(:hex, _), do: for(length <- @lengths, do: {:hex, length})\n  def of_use(:base32, _), do: for(length <- [20, 32, 16], do: {:base32, length})\n  def of_use(:url, _), do: for(scheme <- ~w(https ecto redis), do: {:url, scheme}) ++ [:host_port]\n  def of_use(:json, _), do: [:json, :json_list, {:text, \"1\"}, {:text, \"\\\"dummy\\\"\"}]\n\n  def of_use(:file, _),\n    do:\n      for(\n        form <- [:text, :cert, :key, :json, :json_list, :integer, {:base64, 32}, {:bytes, 32}, {:bytes, 64}],\n        do: {:file, form}\n      )\n\n  def of_use(:folder, _), do: [:folder]\n  def of_use(:ip, _), do: [:ip, :ip6]\n  def of_use(:ip6, _), do: [:ip6]\n  def of_use(:pem, _), do: [:cert, :key, :rsa_key]\n  def of_use(:split, [separator | _]) when is_binary(separator), do: of_use(:split, separator)\n\n  def of_use(:split, separator) when is_binary(separator) and separator != \"\",\n    do: for(n <- [2, 3, 4], do: {:parts, separator, n})\n\n  def of_use(:split, _), do: []\n  def of_use(form, _), do: [form]\n\n  # What a message says of the form: \"exactly 32 bytes\", and texts in quotation marks.\n  def of_message(message) do\n    lengths =\n      for [_, digits] <- Regex.scan(~r/\\b(\\d{1,4})[ -](?:bytes?|characters?|chars?|bits?)/i, message),\n          do: String.to_integer(digits)\n\n    quoted =\n      for [_, text] <- Regex.scan(~r/[\"'`:]([A-Za-z0-9][\\w.\\/+-]{0,39})\\b[\"'`]?/, message),\n          not (text =~ ~r/^(dummy|Elixir\\.|lib)/),\n          do: text\n\n    # Words with a comma, a stroke, `or` or `and` beside them.\n    beside = ~r/(?<![\\w.-])(\\w[\\w.-]{0,39})(?=\\s*(?:,|\\||\\/|\\bor\\b|\\band\\b))|(?<=, |\\bor |\\band |\\/|\\|)(\\w[\\w.-]{0,39})/\n    listed = for [_ | words] <- Regex.scan(beside, message), word <- words, word not in [\"\", \"or\", \"and\"], do: word\n\n    for(length <- lengths, form <- [:bytes, :base64, :hex], do: {form, length}) ++\n      for(text <- Enum.uniq(quoted ++ listed), do: {:text, text})\n  end\n\n  # What is tried where nothing else is known.\n  def usual do\n    [\n      :text,\n      :integer,\n      {:text, \"true\"},\n      {:text, \"false\"},\n      {:text, \"1\"},\n      {:url, \"https\"},\n      {:base64, 32},\n      {:bytes, 32},\n      {:bytes, 64},\n      :email,\n      :host,\n      :host_port,\n      :ip\n    ] ++\n      [\n        {:file, :text},\n        {:url, \"ecto\"},\n        {:hex, 32},\n        {:bytes, 16},\n        {:hex, 16},\n        {:base64, 64},\n        :json,\n        :list,\n        :pairs,\n        {:text, \"yes\"},\n        {:text, \"on\"},\n        {:text, \"prod\"}\n      ] ++\n      [\n        :date,\n        :datetime,\n        :float,\n        :cidr,\n        :uuid,\n        :key,\n        :cert,\n        :rsa_key,\n        {:bytes, 24},\n        :version,\n        {:text, \"info\"},\n        {:file, :cert},\n        :json_list,\n        :ip6,\n        :time\n      ]\n  end\n\n  # The value of a form for the variable of this number. `folder` is where files are put.\n  def value(form, number, folder) do\n    case form do\n      :text -> \"dummy-#{number}\"\n      {:text, text} -> text\n      {:prefixed, prefix} -> \"#{prefix}dummy-#{number}\"\n      {:bytes, length} -> bytes(number, length)\n      :integer -> Integer.to_string(10_000 + number)\n      :float -> \"0.5#{number}\"\n      {:base64, inner} when is_atom(inner) -> Base.encode64(value(inner, number, folder))\n      {:base64, length} -> Base.encode64(bytes(number, length))\n      {:hex, length} -> Base.encode16(String.pad_trailing(Integer.to_string(number), length, \"0123456789\"))\n      {:base32, length} -> Base.encode32(bytes(number, length), padding: false)\n      {:url, \"https\"} -> \"https://dummy-#{number}.example.com\"\n      {:url, scheme} -> \"#{scheme}://user:dummy-#{number}@localhost/dummy\"\n      :host -> \"dummy-#{number}.example.com\"\n      :host_port -> \"dummy-#{number}.example.com:4000\"\n      :email -> \"dummy-#{number}@example.com\"\n      :list -> \"dummy-#{number},b\"\n      :pairs -> \"dummy-#{number}=b\"\n      {:parts, separator, count} -> Enum.join([\"dummy-#{number}\" | List.duplicate(\"4000\", count - 1)], separator)\n      :ip -> \"127.0.0.1\"\n      :ip6 -> \"::1\"\n      :cidr -> \"10.0.0.0/8\"\n      :uuid -> \"00000000-0000-4000-8000-#{String.pad_leading(Integer.to_string(number), 12, \"0\")}\"\n      :date -> \"2026-01-31\"\n      :time -> \"12:00:00\"\n      :datetime -> \"2026-01-31T12:00:00Z\"\n      :version -> \"1.2.#{number}\"\n      :json -> json(number, folder)\n      :json_list -> ~s([\"dummy-#{number}\"])\n      :key -> pem(:key)\n      :rsa_key -> pem(:rsa_key)\n      :cert -> pem(:cert)\n      :folder -> folder\n      {:file, inner} -> file(inner, number, folder)\n    end\n  end\n\n  # As a person would write it into a list of variables.\n  def words(form) do\n    case form do\n      {:text, text} when text in [\"true\", \"false\"] -> \"true or false\"\n      {:text, text} -> \"such as `#{text}`\"\n      {:prefixed, prefix} -> \"begins with `#{prefix}`\"\n      {:bytes, length} -> \"text of #{length} bytes\"\n      {kind, inner} when kind in [:base64, :file] and not is_integer(inner) -> \"#{kind(kind)} #{words(inner)}\"\n      {kind, length} when kind in [:base64, :hex, :base32] -> \"#{kind(kind)} #{length} bytes\"\n      {:url, \"ecto\"} -> \"URL of a database\"\n      {:url, _} -> \"URL\"\n      {:parts, separator, count} -> \"#{count} parts with `#{separator}` between\"\n      :json -> \"JSON object\"\n      :json_list -> \"JSON list\"\n      :key -> \"private key in PEM (PKCS #8)\"\n      :rsa_key -> \"RSA private key in PEM\"\n      :cert -> \"certificate in PEM\"\n      :host_port -> \"host:port\"\n      :list -> \"list with commas\"\n      :pairs -> \"name=value\"\n      :ip -> \"IP address\"\n      :ip6 -> \"IPv6 address\"\n      :cidr -> \"network such as 10.0.0.0/8\"\n      other -> to_string(other)\n    end\n  end\n\n  defp kind(:base64), do: \"Base64 of\"\n  defp kind(:hex), do: \"hexadecimal digits of\"\n  defp kind(:base32), do: \"Base32 of\"\n  defp kind(:file), do: \"path of a file that holds\"\n\n  defp bytes(number, length),\n    do: \"dummy-#{number}-\" |> String.pad_trailing(length, \"0123456789abcdef\") |> binary_part(0, length)\n\n  defp file(inner, number, folder) do\n    path = Path.join(folder, \"dummy-#{number}\")\n    File.write!(path, value(inner, number, folder))\n    path\n  end\n\n  # Enough for what reads a service account.\n  defp json(number, _folder) do\n    key = String.replace(pem(:key), \"\\n\", \"\\\\n\")\n\n    account = ~s(\"type\":\"service_account\",\"project_id\":\"dummy-#{number}\",\"client_email\":\"dummy@example.com\")\n    ~s({#{account},\"private_key\":\"#{key}\"})\n  end\n\n  # A key of this run alone; where the release has no `public_key`, no form needs one.\n  defp pem(kind) do\n    made = Process.get(:phoenix_deploy_pem) || generated()\n    Process.put(:phoenix_deploy_pem, made)\n    made[kind]\n  end\n\n  defp generated do\n    if Code.ensure_loaded?(:public_key) and match?({:ok, _}, Application.ensure_all_started(:public_key)) do\n      rsa = {:rsa, 2048, 65_537}\n      %{cert: cert} = apply(:public_key, :pkix_test_root_cert, [~c\"dummy\", [key: rsa]])\n      key = apply(:public_key, :generate_key, [rsa])\n      encode = fn entry -> apply(:public_key, :pem_encode, [[entry]]) end\n\n      [pkcs8, rsa] =\n        for type <- [:PrivateKeyInfo, :RSAPrivateKey], do: encode.(apply(:public_key, :pem_entry_encode, [type, key]))\n\n      %{cert: encode.({:Certificate, cert, :not_encrypted}), key: pkcs8, rsa_key: rsa}\n    else\n      %{cert: \"dummy\", key: \"dummy\", rsa_key: \"dummy\"}\n    end\n  end\nend\n",
    "elixir/configuration_places.exs": "# What the text of config/runtime.exs says of a failure: the statement at which it happened, whether that hangs on an\n# environment variable, and the texts that a variable is compared with.\ndefmodule PhoenixDeploy.ConfigurationPlaces do\n  @variable ~r/^[A-Z][A-Z0-9_]{2,99}$/\n  @conditions [:if, :unless, :case, :cond, :with]\n\n  # The syntax tree; nil where there is no such file or it cannot be parsed: the failure itself says why.\n  def parse(path) do\n    with {:ok, text} <- File.read(path),\n         {:ok, tree} <- Code.string_to_quoted(text, file: path),\n         do: tree,\n         else: (_ -> nil)\n  end\n\n  # Names that the text gives to calls, with the line of the first.\n  def names(nil), do: %{}\n\n  def names(tree) do\n    {_, names} =\n      Macro.prewalk(tree, [], fn\n        {_, meta, args} = node, seen when is_list(args) ->\n          {node, for(name <- args, is_binary(name) and name =~ @variable, do: {name, meta[:line]}) ++ seen}\n\n        node, seen ->\n          {node, seen}\n      end)\n\n    # Met in order, so the first comes last.\n    for {name, line} <- names, line != nil, into: %{}, do: {name, line}\n  end\n\n  # Texts that the variable is compared with: heads of `case`, `in`, `==`, and beginnings (`\"sk_\" <> _`).\n  def literals(nil, _name), do: []\n\n  def literals(tree, name) do\n    bound = bound(tree)\n\n    {_, found} = Macro.prewalk(tree, [], fn node, found -> {node, Enum.reverse(compared(node, name, bound), found)} end)\n\n    found |> Enum.reverse() |> Enum.uniq()\n  end\n\n  defp compared({:case, _, [subject, [do: clauses]]}, name, bound) do\n    if concerns?(subject, name, bound), do: texts(for({:->, _, [head, _]} <- clauses, do: head)), else: []\n  end\n\n  defp compared({:|>, _, [subject, {:case, _, [[do: clauses]]}]}, name, bound) do\n    if concerns?(subject, name, bound), do: texts(for({:->, _, [head, _]} <- clauses, do: head)), else: []\n  end\n\n  defp compared({operator, _, [left, right]}, name, bound) when operator in [:in, :==, :===, :!=, :=~] do\n    for {one, other} <- [{left, right}, {right, left}], concerns?(one, name, bound), text <- texts(other), do: text\n  end\n\n  defp compared({:=, _, [left, right]}, name, bound) do\n    if concerns?(right, name, bound), do: texts(left), else: []\n  end\n\n  defp compared(_, _, _), do: []\n\n  defp texts(tree) do\n    {_, texts} =\n      Macro.prewalk(tree, [], fn\n        {:<>, _, [prefix, _]}, seen when is_binary(prefix) -> {nil, [{:prefixed, prefix} | seen]}\n        {:sigil_w, _, [{:<<>>, _, [words]}, _]}, seen -> {nil, Enum.map(String.split(words), &{:text, &1}) ++ seen}\n        {:sigil_r, _, _}, seen -> {nil, seen}\n        text, seen when is_binary(text) and text != \"\" -> {text, [{:text, text} | seen]}\n        node, seen -> {node, seen}\n      end)\n\n    for {_, text} = one <- Enum.reverse(texts), not (text =~ @variable), do: one\n  end\n\n  # Local variables, each with the names of the environment that its value hangs on.\n  defp bound(tree) do\n    {_, bound} =\n      Macro.prewalk(tree, %{}, fn\n        {:=, _, [left, right]} = node, bound ->\n          names = Map.keys(names(right)) ++ Enum.flat_map(variables(right), &Map.get(bound, &1, []))\n          read = if names == [] and reads?(right), do: [:some], else: names\n          {node, if(read == [], do: bound, else: Enum.reduce(variables(left), bound, &Map.put(&2, &1, read)))}\n\n        node, bound ->\n          {node, bound}\n      end)\n\n    bound\n  end\n\n  defp concerns?(tree, name, bound) do\n    Map.has_key?(names(tree), name) or Enum.any?(variables(tree), &(name in Map.get(bound, &1, [])))\n  end\n\n  defp variables(tree) do\n    {_, found} =\n      Macro.prewalk(tree, [], fn\n        {name, _, context} = node, found when is_atom(name) and is_atom(context) -> {node, [name | found]}\n        node, found -> {node, found}\n      end)\n\n    found\n  end\n\n  defp reads?(tree) do\n    {_, found} =\n      Macro.prewalk(tree, false, fn\n        {{:., _, [_, call]}, _, _} = node, _ when call in [:get_env, :fetch_env, :fetch_env!, :getenv] -> {node, true}\n        node, found -> {node, found}\n      end)\n\n    found\n  end\n\n  # True where the statement at this line, or a condition around it, hangs on the environment.\n  def hangs_on_environment?(nil, _line), do: false\n\n  def hangs_on_environment?(tree, line) do\n    bound = bound(tree)\n    hangs? = fn part -> names(part) != %{} or reads?(part) or Enum.any?(variables(part), &Map.has_key?(bound, &1)) end\n\n    case tree |> statements([]) |> Enum.filter(fn {at, _, _} -> at <= line end) |> Enum.reverse() do\n      [] ->\n        false\n\n      [{at, _, _} | _] = all ->\n        Enum.any?(for({^at, one, around} <- all, part <- [innermost(one) | around], do: part), hangs?)\n    end\n  end\n\n  # A condition that fails by itself counts with its head alone: what is in its body has statements of its own.\n  defp innermost({call, _, [head | _]}) when call in @conditions, do: head\n  defp innermost(tree), do: tree\n\n  # Every statement in order, with its line and the conditions around it.\n  defp statements({:__block__, _, list}, around), do: Enum.flat_map(list, &statement(&1, around))\n  defp statements(one, around), do: statement(one, around)\n\n  defp statement(tree, around) do\n    own = if line = line_of(tree), do: [{line, tree, around}], else: []\n    own ++ within(tree, around)\n  end\n\n  defp within({call, _, args}, around) when call in @conditions and is_list(args) do\n    {heads, bodies} = Enum.split_with(args, &(not bodies?(&1)))\n    Enum.flat_map(bodies, fn body -> for {_, one} <- body, item <- body(one, heads ++ around), do: item end)\n  end\n\n  defp within({:->, _, [head, body]}, around), do: statements(body, head ++ around)\n  defp within({call, _, args}, around), do: within(call, around) ++ within(args, around)\n  defp within({left, right}, around), do: within(left, around) ++ within(right, around)\n\n  defp within([{key, _} | _] = list, around) when key in [:do, :else],\n    do: Enum.flat_map(list, fn {_, one} -> body(one, around) end)\n\n  defp within(list, around) when is_list(list), do: Enum.flat_map(list, &within(&1, around))\n  defp within(_, _), do: []\n\n  defp body([{:->, _, _} | _] = clauses, around), do: Enum.flat_map(clauses, &within(&1, around))\n  defp body(one, around), do: statements(one, around)\n\n  defp bodies?([{key, _} | _]) when key in [:do, :else], do: true\n  defp bodies?(_), do: false\n\n  defp line_of(tree) do\n    {_, line} =\n      Macro.prewalk(tree, nil, fn\n        {_, meta, _} = node, nil when is_list(meta) -> {node, meta[:line]}\n        node, line -> {node, line}\n      end)\n\n    line\n  end\n\n  # The same configuration as text that calls `at/1` before each statement: where Elixir's own stack does not say the\n  # line.\n  def marked(tree), do: tree |> mark() |> Macro.to_string()\n\n  def at(line), do: line\n\n  defp mark({:__block__, meta, list}), do: {:__block__, meta, Enum.flat_map(list, &(marker(&1) ++ [mark(&1)]))}\n  defp mark({call, _, _} = tree) when call in [:defmodule, :quote], do: tree\n  defp mark({:->, meta, [head, body]}), do: {:->, meta, [head, mark_body(body)]}\n  defp mark({call, meta, args}) when is_list(args), do: {call, meta, Enum.map(args, &mark_argument/1)}\n  defp mark(other), do: other\n\n  defp mark_argument([{key, _} | _] = list) when key in [:do, :else],\n    do: for({key, body} <- list, do: {key, mark_body(body)})\n\n  defp mark_argument([{:->, _, _} | _] = clauses), do: Enum.map(clauses, &mark/1)\n  defp mark_argument(other), do: mark(other)\n\n  defp mark_body([{:->, _, _} | _] = clauses), do: Enum.map(clauses, &mark/1)\n  defp mark_body({:__block__, _, _} = block), do: mark(block)\n  defp mark_body(one), do: {:__block__, [], marker(one) ++ [mark(one)]}\n\n  defp marker(tree) do\n    case line_of(tree) do\n      nil -> []\n      line -> [{{:., [], [__MODULE__, :at]}, [], [line]}]\n    end\n  end\nend\n",
    "elixir/configuration_trace.exs": "# Loads a configuration once, and records which environment variables it read and what it made of texts, in order.\n# Tracing sees what helper modules and other config providers do as well as config/runtime.exs itself.\ndefmodule PhoenixDeploy.ConfigurationTrace do\n  # What text is made into: module, function, the form that it must have, and which argument is the text.\n  @uses [\n          for(f <- [:binary_to_integer, :list_to_integer], do: {:erlang, f, :integer, 0}),\n          for(m <- [String, Integer], f <- [:to_integer, :parse], do: {m, f, :integer, 0}),\n          for(f <- [:binary_to_float, :list_to_float], do: {:erlang, f, :float, 0}),\n          for(\n            {m, f} <- [{String, :to_float}, {Float, :parse}, {Decimal, :new}, {Decimal, :parse}],\n            do: {m, f, :float, 0}\n          ),\n          for(f <- [:binary_to_existing_atom, :list_to_existing_atom], do: {:erlang, f, :atom, 0}),\n          [{String, :to_existing_atom, :atom, 0}, {Module, :safe_concat, :module, 0}],\n          for(f <- [:decode64, :decode64!, :url_decode64, :url_decode64!], do: {Base, f, :base64, 0}),\n          for(f <- [:decode, :mime_decode], do: {:base64, f, :base64, 0}),\n          for(f <- [:decode16, :decode16!], do: {Base, f, :hex, 0}),\n          for(f <- [:decode32, :decode32!], do: {Base, f, :base32, 0}),\n          for({m, f} <- [{URI, :parse}, {URI, :new}, {URI, :new!}, {:uri_string, :parse}], do: {m, f, :url, 0}),\n          for(m <- [Jason, Poison, JSON, :json, :jsx], f <- [:decode, :decode!], do: {m, f, :json, 0}),\n          for(\n            f <- [:read, :read!, :open, :open!, :stream!, :exists?, :regular?, :stat, :stat!],\n            do: {File, f, :file, 0}\n          ),\n          for(f <- [:read_file, :consult, :open, :read_file_info], do: {:file, f, :file, 0}),\n          for(f <- [:ls, :ls!, :dir?, :cd!], do: {File, f, :folder, 0}),\n          for(\n            f <- [:parse_address, :parse_ipv4_address, :parse_ipv4strict_address, :parse_strict_address],\n            do: {:inet, f, :ip, 0}\n          ),\n          for(f <- [:parse_ipv6_address, :parse_ipv6strict_address], do: {:inet, f, :ip6, 0}),\n          for(f <- [:from_iso8601, :from_iso8601!], do: {Date, f, :date, 0}),\n          for(f <- [:from_iso8601, :from_iso8601!], do: {Time, f, :time, 0}),\n          for(m <- [DateTime, NaiveDateTime], f <- [:from_iso8601, :from_iso8601!], do: {m, f, :datetime, 0}),\n          for(f <- [:cast, :cast!, :dump, :dump!], do: {Ecto.UUID, f, :uuid, 0}),\n          for(f <- [:parse, :parse!], do: {Version, f, :version, 0}),\n          [{:public_key, :pem_decode, :pem, 0}, {JOSE.JWK, :from_pem, :pem, 0}],\n          [{String, :split, :split, 0}, {:binary, :split, :split, 0}]\n        ]\n        |> Enum.concat()\n\n  # Call once: a module must be loaded to be traced.\n  def prepare do\n    for {module, function, _, _} <- @uses, do: watch(module, function)\n    watch(:os, :getenv)\n  end\n\n  defp watch(module, function) do\n    if Code.ensure_loaded?(module), do: :erlang.trace_pattern({module, function, :_}, true, [])\n  end\n\n  # {outcome, events}: :ok, {:failed, kind, reason, stacktrace} or :timed_out; the newest event first, {:read, name},\n  # {:use, form, text, more} or {:at, line}.\n  def run(work, deadline) do\n    {pid, ref} =\n      spawn_monitor(fn ->\n        receive do: (:go -> :ok)\n\n        result =\n          try do\n            work.()\n            :ok\n          catch\n            kind, reason -> {:failed, kind, reason, __STACKTRACE__}\n          end\n\n        exit({:done, result})\n      end)\n\n    :erlang.trace(pid, true, [:call, :set_on_spawn])\n    send(pid, :go)\n    outcome = ended(pid, ref, deadline)\n    delivered = :erlang.trace_delivered(:all)\n    receive do: ({:trace_delivered, :all, ^delivered} -> :ok)\n    {outcome, events([])}\n  end\n\n  defp ended(pid, ref, deadline) do\n    receive do\n      {:DOWN, ^ref, :process, _, {:done, result}} -> result\n      {:DOWN, ^ref, :process, _, reason} -> {:failed, :exit, reason, []}\n    after\n      max(deadline - System.monotonic_time(:millisecond), 0) ->\n        Process.exit(pid, :kill)\n        receive do: ({:DOWN, ^ref, :process, _, _} -> :timed_out)\n    end\n  end\n\n  defp events(seen) do\n    receive do\n      {:trace, _, :call, call} -> events(List.wrap(event(call)) ++ seen)\n    after\n      0 -> seen\n    end\n  end\n\n  # With a default it is not missing.\n  defp event({:os, :getenv, [name]}), do: {:read, to_string(name)}\n  defp event({:os, :getenv, _}), do: nil\n\n  for {module, function, form, index} <- @uses do\n    defp event({unquote(module), unquote(function), args}), do: use(unquote(form), Enum.at(args, unquote(index)), args)\n  end\n\n  defp event({PhoenixDeploy.ConfigurationPlaces, :at, [line]}), do: {:at, line}\n  defp event(_), do: nil\n\n  defp use(form, text, args) do\n    case text(text) do\n      nil -> nil\n      text -> {:use, form, text, Enum.at(args, 1)}\n    end\n  end\n\n  defp text(text) when is_binary(text), do: text\n  defp text(list) when is_list(list), do: if(List.ascii_printable?(list), do: to_string(list))\n  defp text(_), do: nil\nend\n",
    "elixir/coverage.exs": "# Line coverage of the one test run. The modules are instrumented before the application starts, by Erlang's own cover,\n# whatever tool the project names: Mix's numbers, without its HTML pages, and without a second run.\ndefmodule PhoenixDeploy.Coverage do\n  alias PhoenixDeploy.JSON\n  @compile {:no_warn_undefined, [ExCoveralls.Settings, ExCoveralls.Stats, {Mix, :ensure_application!, 1}]}\n\n  # Instruments every module of the project's apps.\n  def start do\n    # From 1.15 on mix takes from the path what the project does not name.\n    if function_exported?(Mix, :ensure_application!, 1), do: Mix.ensure_application!(:tools)\n    :cover.stop()\n    {:ok, _} = :cover.start()\n\n    for {app, _path} <- apps() do\n      ebin = Path.join([Mix.Project.build_path(), \"lib\", to_string(app), \"ebin\"])\n      if File.dir?(ebin), do: :cover.compile_beam_directory(String.to_charlist(ebin))\n    end\n  end\n\n  # Writes what the tests reached, module by module.\n  def write do\n    settings = for {app, path} <- apps(), do: settings(app, path)\n    ignored = Enum.flat_map(settings, &(&1[:ignore_modules] || []))\n\n    modules =\n      for module <- :cover.modules(), not Enum.any?(ignored, &ignores?(&1, module)) do\n        {:ok, lines} = :cover.analyse(module, :coverage, :line)\n\n        by_line =\n          for {{_module, line}, {covered, _}} <- lines, line > 0, reduce: %{} do\n            all -> Map.update(all, line, covered > 0, &(&1 or covered > 0))\n          end\n\n        {module, by_line}\n      end\n\n    JSON.write(\"coverage.json\", %{\n      status: \"ran\",\n      modules: Enum.map(left_out(modules, settings), &described/1),\n      tool: tool(settings)\n    })\n  end\n\n  defp described({module, by_line}) do\n    uncovered = for {line, false} <- by_line, do: line\n\n    %{\n      module: inspect(module),\n      file: source(module),\n      relevant: map_size(by_line),\n      covered: map_size(by_line) - length(uncovered),\n      uncovered: Enum.sort(uncovered)\n    }\n  end\n\n  # A project of ExCoveralls has files and lines that it does not count: its own code says which.\n  defp left_out(modules, settings) do\n    if Enum.any?(settings, &(&1[:tool] == ExCoveralls)) and Code.ensure_loaded?(ExCoveralls.Stats) do\n      counted =\n        for one <- ExCoveralls.Stats.report(Enum.map(modules, &elem(&1, 0))), into: %{} do\n          lines = for {count, line} <- Enum.with_index(one.coverage, 1), count != nil, into: MapSet.new(), do: line\n          {Path.expand(one.name), lines}\n        end\n\n      for {module, by_line} <- modules, lines = counted[source(module)] do\n        {module, Map.take(by_line, MapSet.to_list(lines))}\n      end\n    else\n      modules\n    end\n  end\n\n  # What the project's own tool demands: it may accept less than we do.\n  defp tool(settings) do\n    coveralls = Enum.any?(settings, &(&1[:tool] == ExCoveralls))\n\n    %{\n      name: if(coveralls, do: \"ExCoveralls\", else: \"Mix\"),\n      threshold: if(coveralls, do: minimum_coverage(), else: Enum.find_value(settings, &threshold(&1[:summary]))),\n      prints: Mix.Project.config()[:test_coverage][:summary] != false\n    }\n  rescue\n    _ -> %{name: \"unknown\", threshold: nil, prints: true}\n  end\n\n  # `summary` may be true or false as well.\n  defp threshold(summary), do: if(Keyword.keyword?(summary), do: summary[:threshold])\n\n  defp minimum_coverage do\n    if Code.ensure_loaded?(ExCoveralls.Settings),\n      do: ExCoveralls.Settings.get_coverage_options()[\"minimum_coverage\"]\n  end\n\n  defp ignores?(%Regex{} = regex, module), do: Regex.match?(regex, inspect(module))\n  defp ignores?(ignored, module), do: ignored == module\n\n  defp source(module) do\n    case Code.ensure_loaded(module) do\n      {:module, _} -> module.module_info(:compile)[:source] |> to_string()\n      _ -> nil\n    end\n  end\n\n  # The project's apps, each with its absolute folder.\n  def apps do\n    case Mix.Project.apps_paths() do\n      nil -> [{Mix.Project.config()[:app], File.cwd!()}]\n      paths -> for {app, path} <- paths, do: {app, Path.expand(path)}\n    end\n  end\n\n  defp settings(app, path) do\n    config =\n      if Mix.Project.config()[:app] == app,\n        do: Mix.Project.config(),\n        else: Mix.Project.in_project(app, path, fn _ -> Mix.Project.config() end)\n\n    config[:test_coverage] || []\n  end\nend\n",
    "elixir/credo.exs": "# credo, and what it worked with: its report of no issue says nowhere that there was a file to look at.\ndefmodule PhoenixDeploy.Credo do\n  alias PhoenixDeploy.{JSON, Tool}\n  @compile {:no_warn_undefined, [Credo, Credo.Application, Credo.Execution]}\n\n  def run do\n    if Code.ensure_loaded?(Credo) do\n      {ran, exec} = Tool.heard(&credo/0)\n      JSON.write(\"credo.json\", Map.put(ran, :read, read(exec)))\n    else\n      JSON.write(\"credo.json\", %{status: \"absent\"})\n    end\n  end\n\n  # As its Mix task does, which keeps to itself what it worked with. credo's processes speak to whom they were started\n  # by.\n  defp credo do\n    {:ok, processes} = Credo.Application.start(nil, nil)\n    exec = Credo.run([\"--strict\", \"--format\", \"json\"])\n    result = {Credo.Execution.get_exit_status(exec), exec}\n    Supervisor.stop(processes)\n    result\n  end\n\n  # Issues that the configuration lets inform only (`exit_status: 0`): the report does not tell them from the others.\n  defp informing(exec) do\n    for issue <- Credo.Execution.get_issues(exec), issue.exit_status == 0 do\n      %{check: inspect(issue.check), filename: issue.filename, line_no: issue.line_no, message: issue.message}\n    end\n  end\n\n  defp read(nil), do: nil\n\n  defp read(exec) do\n    {checks, _, _} = Credo.Execution.checks(exec)\n    %{files: length(Credo.Execution.get_source_files(exec)), checks: length(checks), informing: informing(exec)}\n  end\nend\n",
    "elixir/database.exs": "# A database of our own, beside the one that the tests use at the same moment: made, used and dropped by us.\ndefmodule PhoenixDeploy.Database do\n  @compile {:no_warn_undefined, [Ecto.Migrator]}\n  @suffix \"_phoenix_deploy\"\n  @mark \"made by phoenix-deploy for one validation\"\n\n  # Does the work on the repo with an empty database of its own until the given time, and drops that whatever becomes of\n  # the work. Returns what the work did, or `{:problem, kind, message}` when there is no such database. The work must\n  # not raise.\n  def with_own(repo, until, work) do\n    with {:ok, config} <- redirect(repo), :ok <- make(repo, config) do\n      try do\n        within(until, fn -> started(repo, fn -> proved(repo, config, work) end) end)\n      after\n        drop(repo, config)\n      end\n    end\n  end\n\n  # What answers must be ours before anything is changed there.\n  defp proved(repo, config, work) do\n    case elsewhere(repo, config) do\n      nil ->\n        mark(repo, config)\n        work.(config)\n\n      actual ->\n        {:problem, \"refused\", \"#{inspect(repo)} is connected to the database #{actual} and not to #{config[:database]}\"}\n    end\n  end\n\n  defp within(until, work) do\n    task = Task.async(work)\n\n    case Task.yield(task, max(until - System.monotonic_time(:millisecond), 0)) || Task.shutdown(task, :brutal_kill) do\n      {:ok, done} -> done\n      _ -> {:problem, \"timed_out\", \"the migrations did not end in time\"}\n    end\n  end\n\n  # The repo's configuration as it is at run time, with another database. Everything else stays: address, user, TLS,\n  # parameters.\n  defp redirect(repo) do\n    config = repo.config()\n    name = own_name(config[:database])\n\n    cond do\n      name == nil ->\n        {:problem, \"refused\", \"#{inspect(repo)} names no database that another could stand beside\"}\n\n      config[:migration_repo] not in [nil, repo] ->\n        {:problem, \"refused\", \"#{inspect(repo)} keeps its versions in #{inspect(config[:migration_repo])}, whose database would be touched\"}\n\n      true ->\n        # Tests lend one connection out; migrations need two of an ordinary pool.\n        Application.put_env(config[:otp_app], repo, config |> Keyword.drop([:url, :pool]) |> Keyword.put(:database, name))\n\n        if repo.config()[:database] == name,\n          do: {:ok, repo.config()},\n          else: {:problem, \"refused\", \"#{inspect(repo)}.init/2 names its database itself, so that none of our own can be used\"}\n    end\n  end\n\n  defp own_name(name) when not is_binary(name) or name in [\"\", \":memory:\"], do: nil\n\n  defp own_name(name) do\n    cond do\n      String.ends_with?(name, @suffix) -> name\n      # PostgreSQL cuts names at 63 bytes, MySQL at 64: cut, it could be another's. A path (SQLite) is longer.\n      byte_size(name) + byte_size(@suffix) <= 63 or String.contains?(name, \"/\") -> name <> @suffix\n      true -> \"phoenix_deploy_#{:erlang.phash2(name)}\"\n    end\n  end\n\n  defp make(repo, config) do\n    case repo.__adapter__().storage_status(config) do\n      :down -> create(repo, config)\n      :up -> replace(repo, config)\n      {:error, reason} -> {:problem, \"unreachable\", told(reason)}\n    end\n  end\n\n  defp create(repo, config) do\n    case repo.__adapter__().storage_up(config) do\n      :ok -> :ok\n      {:error, reason} -> {:problem, \"refused\", \"the database #{config[:database]} could not be created: #{told(reason)}\"}\n    end\n  end\n\n  # A run that was killed leaves its database: it bears our mark, and nobody uses it. Any other is not ours to drop.\n  defp replace(repo, config) do\n    if ours?(repo) do\n      drop(repo, config)\n      create(repo, config)\n    else\n      {:problem, \"refused\", \"the database #{config[:database]} exists and is not a leftover of ours, or is in use\"}\n    end\n  end\n\n  defp ours?(repo) do\n    postgres?(repo) and\n      started(\n        repo,\n        fn ->\n          query = \"\"\"\n          SELECT shobj_description(d.oid, 'pg_database'),\n            (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid())\n          FROM pg_database d WHERE datname = current_database()\n          \"\"\"\n\n          match?(%{rows: [[@mark, 0]]}, repo.query!(query, [], log: false))\n        end,\n        1\n      )\n  end\n\n  defp mark(repo, config) do\n    if postgres?(repo), do: repo.query!(~s(COMMENT ON DATABASE \"#{config[:database]}\" IS '#{@mark}'), [], log: false)\n  end\n\n  # The database that answers, when it is not ours.\n  defp elsewhere(repo, config) do\n    query =\n      case repo.__adapter__() do\n        Ecto.Adapters.Postgres -> \"SELECT current_database()\"\n        Ecto.Adapters.MyXQL -> \"SELECT DATABASE()\"\n        _ -> nil\n      end\n\n    with query when query != nil <- query,\n         %{rows: [[actual]]} <- repo.query!(query, [], log: false),\n         do: if(actual != config[:database], do: actual)\n  end\n\n  defp drop(repo, config) do\n    adapter = repo.__adapter__()\n    # PostgreSQL before 13 knows no FORCE.\n    with {:error, reason} when reason != :already_down <- adapter.storage_down(Keyword.put(config, :force_drop, true)),\n         {:error, reason} when reason != :already_down <- adapter.storage_down(config),\n         do: IO.puts(:stderr, \"The database #{config[:database]} could not be dropped: #{told(reason)}\")\n  end\n\n  defp started(repo, work, connections \\\\ 2) do\n    {:ok, result, _apps} = Ecto.Migrator.with_repo(repo, fn _ -> work.() end, pool_size: connections, mode: :temporary)\n    result\n  end\n\n  def postgres?(repo), do: repo.__adapter__() == Ecto.Adapters.Postgres\n\n  defp told({:error, reason}), do: told(reason)\n  defp told(reason) when is_exception(reason), do: Exception.message(reason)\n  defp told(reason) when is_binary(reason), do: reason\n  defp told(reason), do: inspect(reason)\nend\n",
    "elixir/dependencies.exs": "# What is asked of the dependencies. Nothing here changes mix.lock or what is fetched.\ndefmodule PhoenixDeploy.Dependencies do\n  alias PhoenixDeploy.{JSON, Tool}\n  @compile {:no_warn_undefined, [Hex, MixAudit]}\n\n  def unused do\n    lock = Mix.Dep.Lock.read()\n    unused = Tool.run(\"deps.unlock\", [\"--check-unused\"])\n    loaded = Tool.run(\"deps.loadpaths\", [\"--no-compile\"])\n    locked = if loaded.code == 0, do: locked(lock), else: %{status: \"absent\"}\n    absent = for app <- absent(lock), do: to_string(app)\n    ran = %{status: \"ran\", packages: map_size(lock), absent: absent, unused: unused, loaded: loaded, locked: locked}\n    JSON.write(\"unused-deps.json\", ran)\n  end\n\n  # Before 1.15 mix knows no `--check-locked`, ignores it, and would write a new mix.lock.\n  defp locked(lock) do\n    if Version.match?(System.version(), \">= 1.15.0-0\"),\n      do: Map.put(Tool.run(\"deps.get\", [\"--check-locked\" | only(lock)]), :same, Mix.Dep.Lock.read() == lock),\n      else: %{status: \"absent\"}\n  end\n\n  # Nothing is fetched: where dependencies of other builds are not here, this build's alone are looked at.\n  defp only(lock), do: if(absent(lock) == [], do: [], else: [\"--only\", to_string(Mix.env())])\n\n  # What mix.lock names and nobody fetched.\n  defp absent(lock), do: Enum.reject(Map.keys(lock), &File.dir?(Path.join(Mix.Project.deps_path(), to_string(&1))))\n\n  def hex_audit do\n    JSON.write(\n      \"hex-audit.json\",\n      if(Code.ensure_loaded?(Hex),\n        do: Map.merge(Tool.run(\"hex.audit\", []), %{hex: Hex.version(), packages: packages()}),\n        else: %{status: \"absent\"}\n      )\n    )\n  end\n\n  def audit do\n    started = System.os_time(:second)\n    loaded = Tool.run(\"deps.loadpaths\", [])\n    # What the project lets Hex ignore is known here too: advisories bear the same ids.\n    ignored = for id <- (Mix.Project.config()[:hex] || [])[:ignore_advisories] || [], do: to_string(id)\n\n    cond do\n      loaded.code != 0 -> audited(loaded, ignored, started)\n      not Code.ensure_loaded?(MixAudit) -> JSON.write(\"deps-audit.json\", %{status: \"absent\"})\n      true -> Tool.run(\"deps.audit\", [\"--format\", \"json\", \"--ignore-advisory-ids\", Enum.join(ignored, \",\")]) |> audited(ignored, started)\n    end\n  end\n\n  defp audited(ran, ignored, started),\n    do: JSON.write(\"deps-audit.json\", Map.merge(ran, %{packages: packages(), ignored: ignored, database: database(started)}))\n\n  # Both audits say that all is well where the lock names no package of Hex.\n  defp packages, do: Enum.count(Mix.Dep.Lock.read(), fn {_app, locked} -> is_tuple(locked) and elem(locked, 0) == :hex end)\n\n  # The advisories that mix_audit reads: how many there are, and whether git brought them in this run. It passes with\n  # none at all.\n  defp database(started) do\n    folder = Path.join([System.user_home!(), \".local\", \"share\", \"elixir-security-advisories-mirego\"])\n    %{advisories: length(Path.wildcard(Path.join(folder, \"packages/**/*.yml\"))), fetched: fetched?(Path.join(folder, \".git\"), started)}\n  end\n\n  # A pull that reached the server leaves its answer in FETCH_HEAD; a clone has a new folder and no FETCH_HEAD.\n  defp fetched?(git, started) do\n    case {File.stat(Path.join(git, \"FETCH_HEAD\"), time: :posix), File.stat(Path.join(git, \"config\"), time: :posix)} do\n      {{:ok, %{size: size, mtime: at}}, _} -> size > 0 and at >= started\n      {_, {:ok, %{mtime: at}}} -> at >= started\n      _ -> false\n    end\n  end\nend\n",
    "elixir/dialyzer.exs": "# dialyzer with its PLTs in the folder that is kept between runs, PD_PLT. The artefact has what it printed, and where\n# the PLT came from.\ndefmodule PhoenixDeploy.Dialyzer do\n  alias PhoenixDeploy.{JSON, Tool}\n  @compile {:no_warn_undefined, [Mix.Tasks.Dialyzer, Dialyxir.Project, {Mix, :ensure_application!, 1}]}\n\n  def run do\n    cond do\n      not Code.ensure_loaded?(Mix.Tasks.Dialyzer) -> JSON.write(\"dialyzer.json\", %{status: \"absent\"})\n      not dialyzer?() -> JSON.write(\"dialyzer.json\", %{status: \"no_dialyzer\"})\n      true -> analyse(System.fetch_env!(\"PD_PLT\"))\n    end\n  end\n\n  # Debian and its kind ship dialyzer apart from Erlang; dialyxir would end the VM.\n  defp dialyzer? do\n    if function_exported?(Mix, :ensure_application!, 1), do: Mix.ensure_application!(:dialyzer)\n    Code.ensure_loaded?(:dialyzer)\n  rescue\n    Mix.Error -> false\n  end\n\n  defp analyse(folder) do\n    File.mkdir_p!(folder)\n    unfinished = Path.join(folder, \"unfinished\")\n    if File.exists?(unfinished), do: discard_broken(folder)\n    File.write!(unfinished, \"\")\n    configure(folder)\n    file = Dialyxir.Project.plt_file()\n    before = stamp(file)\n    started = System.monotonic_time(:millisecond)\n    made = Tool.run(\"dialyzer\", [\"--plt\"])\n    plt = %{file: file, state: state(before, stamp(file)), took: System.monotonic_time(:millisecond) - started}\n\n    # dialyxir takes a PLT that could not be finished for up to date: marked so, it is looked at again in the next run.\n    if made.code == 0 and not (made.stdout <> made.stderr =~ \":dialyzer.run error\"),\n      do: File.rm!(unfinished),\n      else: File.rm(file <> \".hash\")\n\n    # Its exit status is one for the VM, and says no more than its count of warnings.\n    ran =\n      if made.code == 0,\n        do: Tool.run(\"dialyzer\", ~w(--no-check --format short --ignore-exit-status)),\n        else: %{made | stdout: \"\", stderr: \"\"}\n\n    JSON.write(\"dialyzer.json\", Map.merge(ran, %{plt: plt, stdout: made.stdout <> ran.stdout, stderr: made.stderr <> ran.stderr}))\n  end\n\n  defp state(nil, _), do: \"built\"\n  defp state(same, same), do: \"warm\"\n  defp state(_, _), do: \"updated\"\n\n  # The project's settings, but for where PLTs lie: mix.exs often says `priv`, which ships with a release.\n  # The `test` build holds test/support, which stands on ExUnit.\n  defp configure(folder) do\n    own = Mix.Project.config()[:dialyzer] || []\n    added = if Mix.env() == :test, do: Enum.uniq((own[:plt_add_apps] || []) ++ [:ex_unit]), else: own[:plt_add_apps] || []\n\n    ours =\n      own\n      |> Keyword.delete(:plt_file)\n      |> Keyword.merge(plt_core_path: folder, plt_local_path: folder, plt_add_apps: added)\n\n    # Mix's own way to lay settings over those of the running project; without it the project's stand.\n    if function_exported?(Mix.ProjectStack, :merge_config, 1), do: Mix.ProjectStack.merge_config(dialyzer: ours)\n  end\n\n  # The run before did not come to its end: a PLT that it left half written cannot be opened, though its hash may say\n  # that it is up to date.\n  defp discard_broken(folder) do\n    for file <- Path.wildcard(Path.join(folder, \"*.plt\")), not match?({:ok, _}, :dialyzer.plt_info(String.to_charlist(file))) do\n      IO.puts(:stderr, \"#{file} cannot be read: it is built anew.\")\n      File.rm!(file)\n      File.rm(file <> \".hash\")\n    end\n  end\n\n  defp stamp(file) do\n    case File.stat(file) do\n      {:ok, %{size: size, mtime: at}} -> {size, at}\n      _ -> nil\n    end\n  end\nend\n",
    "elixir/format.exs": "# mix format, and which files it read: patterns that match nothing pass as well as patterns that match everything.\ndefmodule PhoenixDeploy.Format do\n  alias PhoenixDeploy.{Coverage, JSON}\n\n  def run do\n    Mix.Task.run(\"format\", [\"--check-formatted\"])\n    write(%{status: \"ok\"})\n  rescue\n    error in [Mix.Error] ->\n      write(%{status: \"failed\", message: Exception.message(error)})\n\n    error ->\n      # What names a line is about a file; anything else is why it could not run.\n      line = Map.get(error, :line) || reraise error, __STACKTRACE__\n      write(%{file: Map.get(error, :file), line: line, status: \"syntax_error\", message: Exception.message(error)})\n  end\n\n  defp write(seen) do\n    {read, excluded} = inputs(File.cwd!())\n    apps = for {_app, folder} <- Coverage.apps(), do: relative(folder)\n    JSON.write(\"format.json\", Map.merge(seen, %{read: read, excluded: excluded, apps: apps}))\n  end\n\n  # The files of a folder's .formatter.exs and of those of its subdirectories, as mix expands them.\n  defp inputs(folder) do\n    options = options(folder)\n    excluded = if Version.match?(System.version(), \">= 1.19.0-dev\"), do: files(options[:excludes], folder), else: []\n\n    subdirectories =\n      for pattern <- List.wrap(options[:subdirectories]),\n          below <- Path.wildcard(Path.expand(pattern, folder)),\n          File.regular?(Path.join(below, \".formatter.exs\")),\n          do: inputs(below)\n\n    {read, out} = Enum.unzip([{files(options[:inputs], folder) -- excluded, excluded} | subdirectories])\n    {read |> Enum.concat() |> Enum.uniq(), out |> Enum.concat() |> Enum.uniq()}\n  end\n\n  defp options(folder) do\n    path = Path.join(folder, \".formatter.exs\")\n    options = if File.regular?(path), do: path |> Code.eval_file() |> elem(0), else: []\n    if Keyword.keyword?(options), do: options, else: []\n  rescue\n    # What mix says of it is the result.\n    _ -> []\n  end\n\n  defp files(patterns, folder) do\n    for pattern <- List.wrap(patterns),\n        file <- Path.wildcard(Path.expand(pattern, folder), match_dot: true),\n        File.regular?(file),\n        uniq: true,\n        do: relative(file)\n  end\n\n  defp relative(path), do: path |> Path.expand() |> Path.relative_to_cwd()\nend\n",
    "elixir/formatter.exs": "# An ExUnit formatter beside the user's own: every test, how it ended and how long it took, and each setup_all that\n# failed. One file for each run of a suite; an umbrella has one for each app.\ndefmodule PhoenixDeploy.Formatter do\n  use GenServer\n  alias PhoenixDeploy.JSON\n\n  @table :phoenix_deploy_tests\n\n  # What is remembered over all suites of this run, for whoever ends it: the files whose tests were seen, and what is\n  # running.\n  def remember, do: :ets.new(@table, [:named_table, :public])\n\n  def loaded, do: for({{:file, file}, _} <- :ets.tab2list(@table), do: file)\n\n  # The tests that run right now; where none does, the modules that are set up.\n  def running do\n    if :ets.whereis(@table) == :undefined do\n      []\n    else\n      running = for {{:running, _}, one} <- :ets.tab2list(@table), do: one\n      tests = for %{name: name} = one <- running, name != \"setup_all\", do: one\n      Enum.take(if(tests == [], do: running, else: tests), 20)\n    end\n  end\n\n  def init(_opts), do: {:ok, %{tests: [], setups: []}}\n\n  def handle_cast({:module_started, module}, seen) do\n    begun({:module, module.name}, %{module: inspect(module.name), name: \"setup_all\", file: file(module.file), line: nil})\n    {:noreply, seen}\n  end\n\n  def handle_cast({:test_started, test}, seen) do\n    begun({:test, test.module, test.name}, place(test))\n    {:noreply, seen}\n  end\n\n  def handle_cast({:test_finished, test}, seen) do\n    ended({:test, test.module, test.name})\n    :ets.insert(@table, {{:file, Path.expand(to_string(test.tags[:file]))}, true})\n    {:noreply, %{seen | tests: [seen(test) | seen.tests]}}\n  end\n\n  def handle_cast({:module_finished, module}, seen) do\n    ended({:module, module.name})\n\n    case module.state do\n      {:failed, failures} -> {:noreply, %{seen | setups: [setup(module, failures) | seen.setups]}}\n      _ -> {:noreply, seen}\n    end\n  end\n\n  def handle_cast({:suite_finished, _times}, seen) do\n    name = \"suite-#{System.os_time()}-#{System.unique_integer([:positive])}.json\"\n    JSON.write(name, %{tests: Enum.reverse(seen.tests), setups: Enum.reverse(seen.setups)})\n    {:noreply, seen}\n  end\n\n  def handle_cast(_event, seen), do: {:noreply, seen}\n\n  defp begun(key, one), do: :ets.insert(@table, {{:running, key}, one})\n  defp ended(key), do: :ets.delete(@table, {:running, key})\n\n  defp place(test) do\n    %{module: inspect(test.module), name: to_string(test.name), file: file(test.tags[:file]), line: test.tags[:line]}\n  end\n\n  defp seen(test) do\n    {state, message} = state(test)\n    Map.merge(place(test), %{us: test.time, state: state, message: message})\n  end\n\n  defp state(%{state: nil}), do: {\"passed\", \"\"}\n  defp state(%{state: {:skipped, why}}), do: {\"skipped\", why(why)}\n  defp state(%{state: {:excluded, why}}), do: {\"excluded\", why(why)}\n  defp state(%{state: {:invalid, _}}), do: {\"invalid\", \"\"}\n\n  defp state(%{state: {:failed, failures}} = test) do\n    text = ExUnit.Formatter.format_test_failure(test, failures, 1, :infinity, fn _key, message -> message end)\n    {\"failed\", String.slice(text, 0, 4000)}\n  end\n\n  defp why(text) when is_binary(text), do: String.slice(text, 0, 500)\n  defp why(_), do: \"\"\n\n  # The exception of a setup_all, and where the setup_all stands that raised it.\n  defp setup(module, failures) do\n    text = ExUnit.Formatter.format_test_all_failure(module, failures, 1, :infinity, fn _key, message -> message end)\n    {file, line} = raised(failures, file(module.file))\n    [{kind, reason, stack} | _] = failures\n    what = Exception.format_banner(kind, reason, stack) |> String.replace_prefix(\"** \", \"\") |> String.replace(~r/\\s*\\n\\s*/, \"\\n\")\n    what = String.replace(what, ~r/\\)\\s+/, \") \", global: false) |> String.trim()\n    %{module: inspect(module.name), file: file, line: line, what: String.slice(what, 0, 1000), message: String.slice(text, 0, 4000)}\n  end\n\n  # The first frame of the module's file, else of the project. What is called last leaves no frame of its own: then the\n  # file is read.\n  defp raised(failures, own) do\n    frames =\n      for {_, _, stack} <- failures, is_list(stack), {_, function, _, at} <- stack, at[:file], line = at[:line], function != :__ex_unit__ do\n        {to_string(function), Path.expand(to_string(at[:file])), line}\n      end\n\n    case Enum.find(frames, fn {_, file, _} -> file == own end) || Enum.find(frames, fn {_, file, _} -> File.regular?(file) end) do\n      nil -> {own, heads(own) |> Enum.min(fn -> nil end)}\n      {\"__ex_unit_setup_all\" <> _, file, line} -> {file, heads(file) |> Enum.filter(&(&1 <= line)) |> Enum.max(fn -> line end)}\n      {_, file, line} -> {file, line}\n    end\n  end\n\n  # The lines on which a setup_all begins.\n  defp heads(file) do\n    with true <- is_binary(file), {:ok, text} <- File.read(file) do\n      for {line, at} <- text |> String.split(\"\\n\") |> Enum.with_index(1), line =~ ~r/^\\s*setup_all\\b/, do: at\n    else\n      _ -> []\n    end\n  end\n\n  defp file(nil), do: nil\n  defp file(path), do: path |> to_string() |> Path.expand()\nend\n",
    "elixir/json.exs": "# JSON for Elixir 1.14 to 1.20 without a dependency: maps, lists, strings, numbers, booleans and nil.\ndefmodule PhoenixDeploy.JSON do\n  def encode(nil), do: \"null\"\n  def encode(true), do: \"true\"\n  def encode(false), do: \"false\"\n  def encode(value) when is_atom(value), do: encode(Atom.to_string(value))\n  def encode(value) when is_integer(value), do: Integer.to_string(value)\n  def encode(value) when is_float(value), do: Float.to_string(value)\n\n  def encode(value) when is_list(value),\n    do: [\"[\", Enum.intersperse(Enum.map(value, &encode/1), \",\"), \"]\"]\n\n  def encode(value) when is_map(value) do\n    pairs = for {key, item} <- value, do: [encode(to_string(key)), \":\", encode(item)]\n    [\"{\", Enum.intersperse(pairs, \",\"), \"}\"]\n  end\n\n  def encode(value) when is_binary(value) do\n    text = if String.valid?(value), do: value, else: IO.iodata_to_binary(replaced(value))\n    [?\", for(<<char::utf8 <- text>>, do: escape(char)), ?\"]\n  end\n\n  # Bytes that are no UTF-8 are shown as such, one by one, instead of breaking the file.\n  defp replaced(<<char::utf8, rest::binary>>), do: [<<char::utf8>> | replaced(rest)]\n  defp replaced(<<_, rest::binary>>), do: [\"\\uFFFD\" | replaced(rest)]\n  defp replaced(<<>>), do: []\n\n  defp escape(?\"), do: \"\\\\\\\"\"\n  defp escape(?\\\\), do: \"\\\\\\\\\"\n\n  defp escape(char) when char < 0x20,\n    do: \"\\\\u\" <> String.pad_leading(Integer.to_string(char, 16), 4, \"0\")\n\n  defp escape(char), do: <<char::utf8>>\n\n  # Whole or not at all: a crash leaves no file, and no file is never a pass. Inside a step the time since its beginning\n  # is part of it.\n  def write(name, value) do\n    path = Path.join(System.fetch_env!(\"PD_OUT\"), name)\n    started = Process.get(:phoenix_deploy_step)\n    value = if started, do: Map.put(value, :ms, System.monotonic_time(:millisecond) - started), else: value\n    File.write!(path <> \".tmp\", encode(value))\n    File.rename!(path <> \".tmp\", path)\n  end\nend\n",
    "elixir/migration_calls.exs": "# Calls of a migration on other modules: what runs through the repo, what a library brings, what changes no database,\n# and what is not here to be read.\ndefmodule PhoenixDeploy.MigrationCalls do\n  alias PhoenixDeploy.{MigrationCode, MigrationState}\n\n  @inserts ~w(insert insert! insert_all insert_or_update insert_or_update!)a\n  @writes %{\n    \"operation-update\" => ~w(update update! update_all)a,\n    \"operation-delete\" => ~w(delete delete! delete_all)a\n  }\n  @reads ~w(all all_by one one! get get! get_by get_by! exists? aggregate stream preload reload reload! config\n            get_dynamic_repo put_dynamic_repo in_transaction? checked_out? rollback load start_link stop __adapter__\n            to_sql explain default_options transaction transact checkout with_repo)a\n\n  # What starts and stops processes changes no table.\n  @processes ~w(start start_link stop ensure_all_started ensure_started)a\n\n  # Ecto.Migration's and Ecto.Query's words, beside those of Elixir itself.\n  @words ~w(add add_if_not_exists alter constraint create create_if_not_exists direction drop drop_if_exists execute\n            execute_file flush fragment index modify prefix references remove remove_if_exists rename repo table\n            timestamps unique_index from where join select order_by group_by limit distinct exclude subquery dynamic\n            update preload union union_all except having windows)a\n\n  @modules ~w(Access Application Atom Base Bitwise Calendar Date DateTime Decimal Ecto Enum File Float IO Inspect\n              Integer Jason Kernel Keyword List Logger Macro Map MapSet Module NaiveDateTime Path Process Range Regex\n              Stream String System Task Time Tuple URI Version)a\n\n  # True of a call without a module that Elixir or Ecto brings.\n  def word?(name, arity),\n    do: name in @words or Macro.operator?(name, arity) or {name, arity} in kernel() or name in special()\n\n  defp kernel, do: Kernel.__info__(:functions) ++ Kernel.__info__(:macros)\n  # Of any number of arguments.\n  defp special, do: for({name, _} <- Kernel.SpecialForms.__info__(:macros), do: name)\n\n  # One call. `walk.given` walks its arguments, `walk.sql` a text.\n  def walk({{:., _, [target, name]}, meta, args} = node, state, walk) do\n    target = resolved(target, state)\n\n    cond do\n      sql?(target, name, args) ->\n        walk.sql.(state, sql_of(target, args), meta)\n\n      repo?(target) ->\n        repo({name, meta, args}, state, walk)\n\n      state.place != :statement or name in @processes or harmless?(target, name, meta) ->\n        walk.given.([target | args], state)\n\n      # What it adds to a new table nobody waits for.\n      match?({:create, _}, state.inside) ->\n        state\n\n      # EctoEnum's.\n      name == :create_type and args == [] ->\n        MigrationState.add(state, nil, nil, meta, called(node))\n\n      library?(target, name, state.module.root) ->\n        MigrationState.add(state, \"library-migration\", nil, meta, Macro.to_string(node))\n\n      true ->\n        walk.given.(args, MigrationState.unread(state, meta, called(node)))\n    end\n  end\n\n  defp repo({name, meta, args}, state, walk) do\n    what = \"#{name} through the repo\"\n    rule = Enum.find_value(@writes, fn {rule, names} -> if name in names, do: rule end)\n\n    cond do\n      name in [:transaction, :transact] and not match?([{kind, _, _} | _] when kind in [:fn, :&], args) ->\n        walk.given.(args, MigrationState.unread(state, meta, \"#{name}/#{length(args)} of the repo\"))\n\n      rule != nil ->\n        walk.given.(args, MigrationState.write(state, rule, written(args), meta, what))\n\n      # Rows that are written down are few.\n      name in @inserts and not queried?(name, args, state) ->\n        walk.given.(args, MigrationState.insert_few(state, written(args), meta, what, false))\n\n      name in @inserts ->\n        walk.given.(args, MigrationState.insert(state, meta, what, false))\n\n      name in @reads ->\n        walk.given.(args, MigrationState.add(state, nil, nil, meta, what))\n\n      state.place != :statement ->\n        walk.given.(args, state)\n\n      true ->\n        walk.given.(args, MigrationState.unread(state, meta, \"#{name}/#{length(args)} of the repo\"))\n    end\n  end\n\n  # Rows of a query, or one after another.\n  defp queried?(:insert_all, [_table, rows | _], %{known: known}), do: MigrationCode.elements(rows, known) == nil\n  defp queried?(_name, _args, state), do: state.loop\n\n  defp sql?({:__aliases__, _, [:Ecto, :Adapters, :SQL]}, name, args), do: name in [:query, :query!] and length(args) > 1\n\n  defp sql?(target, name, args),\n    do: name in [:query, :query!, :query_many, :query_many!] and args != [] and repo?(target)\n\n  defp sql_of({:__aliases__, _, _} = target, args), do: if(repo?(target), do: hd(args), else: Enum.at(args, 1))\n  defp sql_of(_target, args), do: hd(args)\n\n  defp repo?({:repo, _, _}), do: true\n  defp repo?({:__aliases__, _, names}), do: names |> List.last() |> to_string() |> String.ends_with?(\"Repo\")\n  defp repo?(_), do: false\n\n  # A module under its own name, also by way of an attribute or a variable.\n  defp resolved({:__aliases__, meta, [first | rest]}, state) when is_atom(first),\n    do: {:__aliases__, meta, Map.get(state.module.aliases, first, [first]) ++ rest}\n\n  defp resolved({:@, _, [{name, _, context}]} = target, state) when is_atom(context),\n    do: known(state.known[{:@, name}], target, state)\n\n  defp resolved({name, _, context} = target, state) when is_atom(name) and is_atom(context),\n    do: known(state.known[name], target, state)\n\n  defp resolved(target, _state), do: target\n\n  defp known({:__aliases__, _, _} = module, _target, state), do: resolved(module, state)\n  defp known({:repo, _, _} = repo, _target, _state), do: repo\n  defp known(_value, target, _state), do: target\n\n  defp written([table | _]) when is_binary(table), do: table\n  defp written([{:from, _, [{:in, _, [_, table]} | _]} | _]), do: written([table])\n  defp written([{_name, _, [{:from, _, _} = query | _]} | _]), do: written([query])\n  defp written(_), do: nil\n\n  # Modules whose functions change no database, or only by the functions that they are given.\n  defp harmless?({:__aliases__, _, [:System | _]}, name, _meta) when name in [:cmd, :shell], do: false\n  defp harmless?({:__aliases__, _, [:Ecto, :Migrator | _]}, _name, _meta), do: false\n  defp harmless?({:__aliases__, _, [first | _]}, _name, _meta), do: first in @modules\n  defp harmless?({:__MODULE__, _, _}, _name, _meta), do: false\n  defp harmless?(:os, :cmd, _meta), do: false\n  # A field of a value; a call on a module that is computed may do anything.\n  defp harmless?({name, _, context}, _name, meta) when is_atom(name) and is_atom(context), do: meta[:no_parens] == true\n  defp harmless?(_target, _name, _meta), do: true\n\n  # `Oban.Migration.up(version: 12)` and its kind: their own code, which is not here to be read. The application's own\n  # is no library's.\n  defp library?({:__aliases__, _, [root | _] = names}, name, own) do\n    root != own and name not in [:module_info, :__migration__] and\n      Enum.any?(names, &String.starts_with?(to_string(&1), \"Migration\"))\n  end\n\n  defp library?(_target, _name, _own), do: false\n\n  defp called({{:., _, [target, name]}, _, args}), do: \"#{Macro.to_string(target)}.#{name}/#{length(args)}\"\nend\n",
    "elixir/migration_code.exs": "# The code of a migration as its compiler reads it: nothing is run, and nothing of Ecto is needed.\ndefmodule PhoenixDeploy.MigrationCode do\n  # More than any migration; a bigger file is not read.\n  @max_bytes 1_000_000\n\n  # `{:ok, modules, comments}` or `{:error, line, message}`. A module has its attributes, its functions by name, and\n  # whether it is a migration.\n  def read(path) do\n    with {:ok, %{size: size}} when size <= @max_bytes <- File.stat(path),\n         {:ok, source} <- File.read(path),\n         true <- String.valid?(source) || {:error, 1, \"it is not UTF-8 text\"},\n         {:ok, ast, comments} <- Code.string_to_quoted_with_comments(source, emit_warnings: false) do\n      {:ok, modules(ast), comments}\n    else\n      {:ok, %{size: size}} -> {:error, 1, \"it has #{size} bytes; no migration of more than #{@max_bytes} is read\"}\n      {:error, {meta, message, token}} -> {:error, meta[:line] || 1, told(message, token)}\n      {:error, reason} -> {:error, 1, \"it cannot be read: #{:file.format_error(reason)}\"}\n      {:error, _, _} = error -> error\n    end\n  end\n\n  defp told({before, later}, token), do: String.trim(\"#{before}#{token}#{later}\")\n  defp told(message, token), do: String.trim(\"#{message}#{token}\")\n\n  defp modules(ast) do\n    {_, found} =\n      Macro.prewalk(ast, [], fn\n        {:defmodule, _, [name, [{:do, body} | _]]} = node, found -> {node, [module(name, body) | found]}\n        node, found -> {node, found}\n      end)\n\n    Enum.reverse(found)\n  end\n\n  defp module(name, body) do\n    lines = flattened(body)\n\n    %{\n      root: root(name),\n      attributes: for({:@, _, [{name, _, [value]}]} <- lines, into: %{}, do: {name, value}),\n      aliases:\n        for({:alias, _, [{:__aliases__, _, names}, options]} <- lines, as = as(options), into: %{}, do: {as, names}),\n      functions:\n        for({kind, _, [head | clause]} <- lines, kind in [:def, :defp], function <- functions(head, clause), do: function),\n      migration: Enum.any?(lines, &match?({:use, _, [{:__aliases__, _, _} | _]}, &1))\n    }\n  end\n\n  # A function may stand in an `if` of its module: whichever branch it is, it is read.\n  defp flattened({:__block__, _, lines}), do: Enum.flat_map(lines, &flattened/1)\n\n  defp flattened({name, _, args}) when name in [:if, :unless, :case, :cond, :for] and is_list(args) do\n    case List.last(args) do\n      [{key, _} | _] = branches when key in [:do, :else] -> branches |> Keyword.values() |> Enum.flat_map(&flattened/1)\n      _ -> []\n    end\n  end\n\n  defp flattened(clauses) when is_list(clauses),\n    do: for({:->, _, [_, body]} <- clauses, line <- flattened(body), do: line)\n\n  defp flattened(line), do: [line]\n\n  # The namespace of the application, where the migration bears one.\n  defp root({:__aliases__, _, [root, _ | _]}), do: root\n  defp root(_), do: nil\n\n  defp as(options) do\n    with {:__aliases__, _, [as]} <- is_list(options) && options[:as], do: as, else: (_ -> nil)\n  end\n\n  defp functions({:when, _, [head | _]}, clause), do: functions(head, clause)\n\n  defp functions({name, meta, args}, [[{:do, body} | _]]),\n    do: [{{name, arity(args)}, %{args: params(args), body: body, line: meta[:line] || 1}} | defaulted(name, meta, args)]\n\n  defp functions({name, meta, args}, []), do: defaulted(name, meta, args)\n  defp functions(_head, _clause), do: []\n\n  # With fewer arguments than it has it is called with its defaults, of which the first are given first.\n  defp defaulted(name, meta, args) do\n    params = for {param, at} <- args |> params() |> Enum.with_index(), do: {param, {:\"argument_#{at}\", [], nil}}\n    defaults = for {{:\\\\, _, _}, variable} <- params, do: variable\n\n    for given <- 0..(length(defaults) - 1)//1 do\n      left = Enum.drop(defaults, given)\n      full = for {param, variable} <- params, do: if(variable in left, do: List.last(elem(param, 2)), else: variable)\n      args = for {_, variable} <- params, variable not in left, do: variable\n      {{name, length(args)}, %{args: args, body: {name, meta, full}, line: meta[:line] || 1}}\n    end\n  end\n\n  defp arity(args) when is_list(args), do: length(args)\n  defp arity(_), do: 0\n\n  defp params(args) when is_list(args), do: args\n  defp params(_), do: []\n\n  def block({:__block__, _, lines}), do: lines\n  def block(line), do: [line]\n\n  # The options at the end of a call's arguments; those that are computed are none.\n  def options(args), do: if(Keyword.keyword?(List.last(args)), do: List.last(args), else: [])\n\n  # A name or a value written as a literal, also by way of a module attribute or a variable; `nil` when it is computed.\n  def literal(nil, _known), do: nil\n  def literal(value, _known) when is_binary(value), do: value\n  def literal(value, _known) when is_atom(value), do: to_string(value)\n\n  def literal({:@, _, [{name, _, context}]}, known) when is_atom(context),\n    do: known |> Map.get({:@, name}) |> literal(known)\n\n  def literal({:<>, _, [left, right]}, known), do: joined([literal(left, known), literal(right, known)])\n  def literal({:<<>>, _, parts}, known), do: parts |> Enum.map(&part(&1, known)) |> joined()\n  def literal({sigil, _, [text, _]}, known) when sigil in [:sigil_s, :sigil_S], do: literal(text, known)\n  # A text that is only trimmed or put on one line is the same SQL.\n  def literal({{:., _, [{:__aliases__, _, [:String]}, name]}, _, [text | _]}, known)\n      when name in [:replace, :trim, :trim_trailing],\n      do: literal(text, known)\n\n  def literal({:|>, _, [text, {{:., _, _} = function, meta, args}]}, known),\n    do: literal({function, meta, [text | args]}, known)\n\n  def literal({name, _, context}, known) when is_atom(name) and is_atom(context),\n    do: known |> Map.get(name, known[{:function, name}]) |> literal(known)\n\n  # A function of the migration that is nothing but a text.\n  def literal({name, _, []}, known) when is_atom(name), do: known |> Map.get({:function, name}) |> literal(known)\n  def literal(_, _known), do: nil\n\n  # The elements of a list that is written down, also by way of a module attribute or a variable; `nil` of any other.\n  def elements(list, _known) when is_list(list), do: list\n\n  def elements({sigil, _, [{:<<>>, _, [text]}, _]}, _known) when sigil in [:sigil_w, :sigil_W] and is_binary(text),\n    do: String.split(text)\n\n  def elements({:@, _, [{name, _, context}]}, known) when is_atom(context), do: elements(known[{:@, name}], known)\n  def elements({name, _, context}, known) when is_atom(name) and is_atom(context), do: elements(known[name], known)\n  def elements({:%{}, _, pairs}, _known) when is_list(pairs), do: pairs\n  def elements(_, _known), do: nil\n\n  # What a pattern takes from a value, as far as both are written down; what it cannot know it forgets.\n  def bind({name, _, context}, value, known) when is_atom(name) and is_atom(context) do\n    value = if text = literal(value, known), do: text, else: value\n    # A value that names itself would never end.\n    if mentions?(value, name), do: Map.delete(known, name), else: Map.put(known, name, value)\n  end\n\n  def bind({:{}, _, patterns}, {:{}, _, values}, known), do: bind(patterns, values, known)\n  def bind({a, b}, {c, d}, known), do: bind([a, b], [c, d], known)\n\n  def bind(patterns, values, known) when is_list(patterns) and is_list(values) and length(patterns) == length(values),\n    do:\n      patterns |> Enum.zip(values) |> Enum.reduce(known, fn {pattern, value}, known -> bind(pattern, value, known) end)\n\n  def bind(pattern, _value, known) do\n    {_, names} =\n      Macro.prewalk(pattern, [], fn node, names ->\n        {node,\n         if(match?({name, _, context} when is_atom(name) and is_atom(context), node),\n           do: [elem(node, 0) | names],\n           else: names\n         )}\n      end)\n\n    Map.drop(known, names)\n  end\n\n  defp mentions?(ast, name) do\n    {_, found} =\n      Macro.prewalk(ast, false, fn node, found ->\n        {node, found or match?({^name, _, context} when is_atom(context), node)}\n      end)\n\n    found\n  end\n\n  # What is put into a text stands for a name.\n  defp part(text, _known) when is_binary(text), do: text\n  defp part({:\"::\", _, [{_, _, [value]} | _]}, known), do: literal(unconverted(value), known) || unknown(value)\n  defp part(_, _known), do: \"interpolated\"\n\n  # The same words stand for the same name, and others for another.\n  defp unknown(value),\n    do: \"interpolated_\" <> (value |> Macro.to_string() |> String.replace(~r/\\W+/, \"_\") |> String.slice(0, 40))\n\n  defp unconverted({name, _, [value]}) when name in [:to_string, :inspect], do: value\n  defp unconverted({{:., _, [{:__aliases__, _, [:Atom]}, :to_string]}, _, [value]}), do: value\n  defp unconverted(value), do: value\n\n  defp joined(parts), do: if(Enum.all?(parts, &is_binary/1), do: Enum.join(parts))\nend\n",
    "elixir/migration_columns.exs": "# What a column's type and options mean for a table with rows: the rules that they break, `{:notice, rule}` for what\n# does no harm by itself, and nil for those that they keep.\ndefmodule PhoenixDeploy.MigrationColumns do\n  alias PhoenixDeploy.{MigrationCode, SqlRules, SqlTypes}\n  import MigrationCode, only: [options: 1]\n\n  # A new column.\n  def added(type, options, known) do\n    default = options[:default]\n\n    [\n      # Without a default there is no value that could refer to anything: nothing is looked at.\n      with(\n        \"column-reference-added\" <- reference(type),\n        do: if(default == nil, do: {:notice, \"column-reference-added\"}, else: \"column-reference-added\")\n      ),\n      if(type == :json, do: \"json-column-added\"),\n      if(type in [:serial, :bigserial, :smallserial, :identity] or options[:primary_key] == true,\n        do: \"auto-increment-added\"\n      ),\n      if(is_binary(options[:generated]) and String.contains?(options[:generated], \"STORED\"),\n        do: \"generated-column-added\"\n      ),\n      if(volatile?(default, known), do: \"column-volatile-default\"),\n      if(options[:null] == false and default == nil and not Keyword.has_key?(options, :generated),\n        do: \"required-column-added\"\n      )\n    ]\n  end\n\n  # A column that is there. `was` is what the migrations before made of it, or nil; `proven` that no row has NULL there.\n  def modified(type, options, was, proven) do\n    {from, from_options} = from(options[:from])\n    before = if from == nil, do: was[:type], else: SqlTypes.of_ecto(from, from_options)\n    null = Keyword.get(from_options, :null, was[:null])\n\n    [\n      reference(type),\n      if(not reference?(type) and SqlTypes.rewrites?(before, SqlTypes.of_ecto(type, options)), do: \"column-type-changed\"),\n      if(options[:null] == false and null != false and not proven, do: \"not-null-added\"),\n      if(options[:null] == true and null != true, do: {:notice, \"null-allowed\"})\n    ]\n  end\n\n  # What a column is after it was added.\n  def new(type, options),\n    do: %{type: SqlTypes.of_ecto(type, options), null: options[:null] != false and options[:primary_key] != true}\n\n  # What it is after it was modified: NULL stays as it was where nothing is said of it.\n  def changed(type, options, was),\n    do: %{type: SqlTypes.of_ecto(type, options), null: Keyword.get(options, :null, was[:null])}\n\n  defp from({type, options}) when is_list(options), do: {type, options}\n  defp from(type), do: {type, []}\n\n  defp reference({:references, _, [_table | rest]}),\n    do: if(options(rest)[:validate] != false, do: \"column-reference-added\")\n\n  defp reference(_type), do: nil\n  defp reference?(type), do: match?({:references, _, _}, type)\n\n  # A fragment is SQL; a value that is computed here is one value for all rows.\n  defp volatile?({:fragment, _, [sql | _]}, known) do\n    case MigrationCode.literal(sql, known) do\n      nil -> true\n      text -> SqlRules.volatile?(text)\n    end\n  end\n\n  defp volatile?(_default, _known), do: false\nend\n",
    "elixir/migration_files.exs": "# The migrations of every repo: where they lie, which the base had, which are new.\ndefmodule PhoenixDeploy.MigrationFiles do\n  @compile {:no_warn_undefined, [Mix.Ecto, Mix.EctoSQL]}\n\n  # Every repo of the project with its migrations. `nil` when the project has no Ecto SQL.\n  def repos(base) do\n    if Code.ensure_loaded?(Ecto.Migrator) or compiled?() do\n      for repo <- Mix.Ecto.parse_repo([]) do\n        Code.ensure_loaded?(repo) || raise \"#{inspect(repo)} is not compiled: look at the check `compile`\"\n        described(repo, base)\n      end\n    end\n  end\n\n  # Without Ecto, or with an Ecto that nobody compiled: that is no project without a database.\n  defp compiled? do\n    if :ecto_sql in Mix.Project.deps_apps(), do: raise(\"ecto_sql is not compiled: look at the check `compile`\")\n    false\n  end\n\n  # What the base had: the state of each migration's file there, by absolute path: `same`, `changed` or `gone` since.\n  # `nil` when no base is known.\n  def base do\n    with path when path not in [nil, \"\"] <- System.get_env(\"PD_BASE\"), {:ok, text} <- File.read(path) do\n      for line <- String.split(text, \"\\n\", trim: true), into: %{} do\n        [state, file] = String.split(line, \" \", parts: 2)\n        {file, state}\n      end\n    else\n      _ -> nil\n    end\n  end\n\n  # Migrations that no path of a repo leads to: `mix ecto.migrate` never runs them.\n  def stray(repos, base) do\n    known = for repo <- repos, file <- repo.files ++ repo.unusable, into: MapSet.new(), do: file.file\n\n    for {_app, path} <- apps(),\n        file <- Path.wildcard(Path.join(path, \"priv/**/*migrations*/**/*.exs\")),\n        file = Path.expand(file),\n        {version, \"_\" <> _} <- [version(file)],\n        version > 0,\n        not MapSet.member?(known, file),\n        do: %{file: file, state: state(file, base, MapSet.new())}\n  end\n\n  # Migrations that are code of the application, which runs them itself when it sees fit.\n  def in_code do\n    for {_app, path} <- apps(),\n        file <- Path.wildcard(Path.join(path, \"lib/**/*.ex\")),\n        {:ok, text} <- [File.read(file)],\n        text =~ ~r/^\\s*use Ecto\\.Migration\\b/m,\n        do: Path.expand(file)\n  end\n\n  defp described(repo, base) do\n    paths = paths(repo)\n    found = for path <- paths, file <- Path.wildcard(Path.join(path, \"**/*.{ex,exs}\")), do: Path.expand(file)\n    {usable, unusable} = Enum.split_with(named(found), &(Path.extname(&1.file) == \".exs\"))\n    # A file that was moved is known by its name.\n    moved = for {file, \"gone\"} <- base || %{}, into: MapSet.new(), do: Path.basename(file)\n    files = for one <- Enum.sort_by(usable, & &1.version), do: Map.put(one, :state, state(one.file, base, moved))\n    versions = MapSet.new(files, & &1.version)\n\n    gone =\n      for {file, _} <- base || %{},\n          under?(file, paths),\n          one <- named([file]),\n          not MapSet.member?(versions, one.version),\n          do: one\n\n    %{\n      repo: repo,\n      name: inspect(repo),\n      adapter: repo.__adapter__(),\n      paths: paths,\n      files: files,\n      unusable: unusable,\n      gone: Enum.sort_by(gone, & &1.version)\n    }\n  end\n\n  defp state(_file, nil, _moved), do: \"new\"\n  defp state(file, base, moved), do: base[file] || if(Path.basename(file) in moved, do: \"same\", else: \"new\")\n\n  # As Ecto itself reads names: what does not begin with a number and an underscore is no migration.\n  defp named(files) do\n    for file <- files, {version, \"_\" <> name} <- [version(file)], do: %{version: version, name: name, file: file}\n  end\n\n  defp version(file) do\n    case file |> Path.basename() |> Path.rootname() |> Integer.parse() do\n      {version, rest} -> {version, rest}\n      :error -> {0, \"\"}\n    end\n  end\n\n  defp under?(file, paths), do: Enum.any?(paths, &String.starts_with?(file, &1 <> \"/\"))\n\n  # `priv/NAME/migrations`, with the repo's own `priv:`; an alias of `ecto.migrate` may name others.\n  defp paths(repo) do\n    case for({\"--migrations-path\", path} <- pairs(aliases(repo)), do: Path.expand(path)) do\n      [] -> [repo |> Mix.EctoSQL.source_repo_priv() |> Path.join(\"migrations\") |> Path.expand()]\n      paths -> Enum.uniq(paths)\n    end\n  end\n\n  # The prefix that an alias of `ecto.migrate` names for this repo.\n  def prefix(repo), do: Enum.find_value(pairs(aliases(repo)), fn {key, value} -> key == \"--prefix\" && value end)\n\n  # The calls of `ecto.migrate` in the project's aliases that this repo is meant by, as words.\n  defp aliases(repo) do\n    for {_name, tasks} <- Mix.Project.config()[:aliases] || [],\n        \"ecto.migrate\" <> _ = task <- List.wrap(tasks),\n        words = OptionParser.split(task),\n        named = for({key, value} <- pairs([words]), key in [\"-r\", \"--repo\"], do: value),\n        named == [] or inspect(repo) in named,\n        do: words\n  end\n\n  defp pairs(calls) do\n    for words <- calls,\n        [key, value] <- words |> Enum.flat_map(&String.split(&1, \"=\", parts: 2)) |> Enum.chunk_every(2, 1, :discard),\n        do: {key, value}\n  end\n\n  defp apps do\n    case Mix.Project.apps_paths() do\n      nil -> [{Mix.Project.config()[:app], File.cwd!()}]\n      paths -> for {app, path} <- paths, do: {app, Path.expand(path)}\n    end\n  end\nend\n",
    "elixir/migration_operations.exs": "# Ecto.Migration's operations on tables, columns, indexes and constraints.\ndefmodule PhoenixDeploy.MigrationOperations do\n  alias PhoenixDeploy.{MigrationCode, MigrationColumns, MigrationSchema, MigrationState}\n  import MigrationCode, only: [options: 1]\n  import MigrationState, only: [add: 5, rules: 5, lock: 2, schema: 2, shortened: 1]\n\n  @creates [:create, :create_if_not_exists]\n  @drops [:drop, :drop_if_exists]\n  @either @creates ++ @drops\n  @indexes [:index, :unique_index]\n\n  # The state after it; nil for what is none. `within` walks the lines of a table's block.\n  def read({name, meta, [{:table, _, _} = table | rest]}, state, within) when name in @creates do\n    title = table(table, state)\n    there = name == :create_if_not_exists and MigrationSchema.known?(state.schema, title)\n    state = if there, do: state, else: MigrationState.create(state, title)\n    within.({:create, title}, rest, add(state, nil, title, meta, \"#{name} #{title}\"))\n  end\n\n  def read({:alter, _meta, [{:table, _, _} = table | rest]}, state, within) do\n    table = table(table, state)\n    within.({:alter, table}, rest, lock(state, table))\n  end\n\n  def read({name, meta, [{:table, _, _} = table | _]}, state, _within) when name in @drops do\n    table = table(table, state)\n    state |> add(\"table-dropped\", table, meta, \"#{name} #{table}\") |> schema(&MigrationSchema.drop(&1, table))\n  end\n\n  def read({:rename, meta, [{:table, _, _} = table, [to: {:table, _, _} = to]]}, state, _within) do\n    [table, to] = for one <- [table, to], do: table(one, state)\n    created = if table in state.created, do: MapSet.put(state.created, to), else: MapSet.delete(state.created, to)\n\n    state =\n      state\n      |> add(\"table-renamed\", table, meta, \"rename #{table} to #{to}\")\n      |> schema(&MigrationSchema.rename(&1, table, to))\n\n    %{state | created: created |> MapSet.delete(table)}\n  end\n\n  def read({:rename, meta, [{:table, _, _} = table, column, [to: to]]}, state, _within) do\n    [table, column, to] = [table(table, state), name(column, state), name(to, state)]\n\n    state\n    |> add(\"column-renamed\", table, meta, \"rename #{table}.#{column} to #{to}\")\n    |> schema(&MigrationSchema.rename(&1, table, column, to))\n  end\n\n  def read({:rename, meta, [{:index, _, _} | _]}, state, _within), do: add(state, nil, nil, meta, \"rename index\")\n\n  def read({name, meta, [column, type | rest]}, %{inside: {_, table}} = state, _within)\n      when name in [:add, :add_if_not_exists] do\n    {type, options} = {typed(type, state), options(rest)}\n\n    state\n    |> rules(MigrationColumns.added(type, options, state.known), table, meta, \"#{name} #{shown(column)}\")\n    |> referred(type, table, column)\n    |> schema(&MigrationSchema.put(&1, table, name(column, state), MigrationColumns.new(type, options)))\n  end\n\n  def read({:timestamps, meta, args}, %{inside: {_, table}} = state, _within) do\n    options = options(args)\n    rule = if not Keyword.has_key?(options, :default) and options[:null] != true, do: \"required-column-added\"\n    # Their type may stand in the repo's configuration.\n    column = %{type: options[:type] && MigrationColumns.new(options[:type], []).type, null: options[:null] == true}\n    names = for key <- [:inserted_at, :updated_at], options[key] != false, do: to_string(options[key] || key)\n    state = add(state, rule, table, meta, \"timestamps\")\n    Enum.reduce(names, state, fn name, state -> schema(state, &MigrationSchema.put(&1, table, name, column)) end)\n  end\n\n  def read({:modify, meta, [column, type | rest]}, %{inside: {_, table}} = state, _within) do\n    {title, type, options} = {name(column, state), typed(type, state), options(rest)}\n    was = MigrationSchema.column(state.schema, table, title)\n    found = MigrationColumns.modified(type, options, was, MigrationState.proven?(state, table, title))\n\n    state\n    |> rules(found, table, meta, \"modify #{shown(column)}\")\n    |> referred(type, table, column)\n    |> schema(&MigrationSchema.put(&1, table, title, MigrationColumns.changed(type, options, was)))\n  end\n\n  def read({name, meta, [column | _]}, %{inside: {_, table}} = state, _within)\n      when name in [:remove, :remove_if_exists],\n      do:\n        state\n        |> add(\"column-removed\", table, meta, \"#{name} #{shown(column)}\")\n        |> schema(&MigrationSchema.remove(&1, table, name(column, state)))\n\n  # Indexes and constraints.\n  def read({name, meta, [{index, _, [table | rest]} | _]}, state, _within) when name in @either and index in @indexes do\n    table = name(table, rest, state)\n    what = \"#{name} #{index} on #{table}\"\n\n    concurrently = options(rest)[:concurrently] == true\n\n    cond do\n      concurrently and name in @drops -> MigrationState.concurrent(state, table, meta, what)\n      concurrently -> MigrationState.built_concurrently(state, table, meta, what)\n      # To drop an index is the work of a moment, unlike to build it.\n      name in @drops -> add(state, nil, table, meta, what)\n      true -> state |> lock(table) |> add(\"index-not-concurrently\", table, meta, what)\n    end\n  end\n\n  def read({name, meta, [{:constraint, _, [table, title | rest]} | _]}, state, _within) when name in @creates do\n    options = options(rest)\n\n    {table, title, what} =\n      {name(table, rest, state), name(title, state), \"constraint #{shown(title)} on #{name(table, rest, state)}\"}\n\n    validated = options[:validate] != false\n    check = MigrationCode.literal(options[:check], state.known)\n    state = state |> lock(table) |> schema(&MigrationSchema.check(&1, table, title, check, validated))\n\n    cond do\n      Keyword.has_key?(options, :exclude) -> add(state, \"exclusion-constraint-added\", table, meta, what)\n      not validated -> add(%{state | not_valid: MapSet.put(state.not_valid, {table, title})}, nil, table, meta, what)\n      true -> add(state, \"check-constraint-added\", table, meta, what)\n    end\n  end\n\n  def read({name, meta, [{:constraint, _, [table | _]} | _]}, state, _within) when name in @drops,\n    do: add(state, nil, name(table, state), meta, \"drop a constraint on #{name(table, state)}\")\n\n  def read(_node, _state, _within), do: nil\n\n  # The rows of both tables of a reference stay until it is there.\n  defp referred(state, {:references, _, [to | rest]}, table, column) do\n    state = lock(state, name(to, rest, state))\n\n    if options(rest)[:validate] == false,\n      do: %{state | not_valid: MapSet.put(state.not_valid, {table, \"#{table}_#{name(column, state)}_fkey\"})},\n      else: state\n  end\n\n  defp referred(state, _type, _table, _column), do: state\n\n  # A type may stand in a variable or an attribute.\n  defp typed({name, _, context} = type, state) when is_atom(name) and is_atom(context),\n    do: Map.get(state.known, name, type)\n\n  defp typed({:@, _, [{name, _, context}]} = type, state) when is_atom(context),\n    do: Map.get(state.known, {:@, name}, type)\n\n  defp typed(type, _state), do: type\n\n  defp table({:table, _, [name | rest]}, state), do: name(name, rest, state)\n\n  # With its schema, where the options name one.\n  defp name(name, rest, state) do\n    prefix = MigrationCode.literal(options(rest)[:prefix], state.known)\n    if prefix in [nil, \"public\"], do: name(name, state), else: \"#{prefix}.#{name(name, state)}\"\n  end\n\n  defp name(name, state), do: MigrationCode.literal(name, state.known) || Macro.to_string(name)\n\n  defp shown(ast) when is_binary(ast), do: shortened(ast)\n  defp shown(ast), do: ast |> Macro.to_string() |> shortened()\nend\n",
    "elixir/migration_safety.exs": "# What the changed migrations do that is unsafe while the old code serves: found in their code, and by\n# excellent_migrations where the project has it.\ndefmodule PhoenixDeploy.MigrationSafety do\n  @compile {:no_warn_undefined, [ExcellentMigrations.Runner]}\n  alias PhoenixDeploy.{MigrationCode, MigrationSchema, MigrationWalk}\n  @entries [{:change, 0}, {:up, 0}]\n\n  # Every migration that the base did not have as it is now, each after all that came before it: those of the repos, and\n  # those that no repo leads to, which may be a tenant's.\n  def look(repos, strays, in_code) do\n    of_repos =\n      for repo <- repos, one <- looked(repo.files, options(repo)) do\n        Map.update!(one, :lock_timeout, &(&1 or is_binary(repo.repo.config()[:parameters][:lock_timeout])))\n      end\n\n    files = of_repos ++ looked(Enum.sort_by(strays, & &1.file), %{postgres: true, advisory_lock: false})\n    %{files: files, in_code: in_code, excellent: excellent(Enum.map(files, & &1.file))}\n  end\n\n  defp options(repo) do\n    %{\n      postgres: repo.adapter == Ecto.Adapters.Postgres,\n      advisory_lock: repo.repo.config()[:migration_lock] in [:pg_advisory_lock, false]\n    }\n  end\n\n  # Files in the order of their versions: what each does is judged by what those before it made of the tables.\n  def looked(files, options) do\n    {seen, _} =\n      Enum.map_reduce(files, MigrationSchema.empty(), fn one, schema ->\n        {seen, schema} = follow(one.file, options, schema)\n        {if(one.state in [\"new\", \"changed\"], do: seen), schema}\n      end)\n\n    Enum.reject(seen, &(&1 == nil))\n  end\n\n  # One file by itself.\n  def look_at(file, options), do: file |> follow(options, MigrationSchema.empty()) |> elem(0)\n\n  # Its operations, those that were assured to be safe, and what could not be read; and the tables after it.\n  defp follow(file, options, schema) do\n    case MigrationCode.read(file) do\n      {:ok, modules, comments} ->\n        {migrations, schema} =\n          Enum.map_reduce(for(module <- modules, module.migration or entry?(module), do: module), schema, fn module,\n                                                                                                             schema ->\n            walked = MigrationWalk.operations(module, options, schema)\n            {{module, walked}, walked.schema}\n          end)\n\n        {described(file, {modules, migrations, comments}, options), schema}\n\n      {:error, line, message} ->\n        nothing = %{\n          operations: 0,\n          empty: false,\n          findings: [],\n          notices: [],\n          assured: [],\n          existing: false,\n          lock_timeout: false\n        }\n\n        {Map.merge(nothing, %{file: file, unread: [%{line: line, message: message}]}), schema}\n    end\n  end\n\n  defp described(file, {modules, migrations, comments}, options) do\n    assured = assured(comments, for({module, _} <- migrations, do: module.attributes[:safety_assured]))\n    ops = for {_, %{ops: ops}} <- migrations, op <- ops, do: applying(op, options)\n    named = for %{rule: rule} = op <- ops, rule != nil, do: Map.put(op, :assured, assured?(op, assured))\n    # Whoever vouches for what nobody can read does it as for raw SQL.\n    unread =\n      for {_, %{unread: unread}} <- migrations,\n          one <- unread,\n          not assured?(%{rule: \"not-read\", line: one.line, sql: true}, assured),\n          do: one\n\n    %{\n      file: file,\n      operations: length(ops),\n      empty: Enum.all?(migrations, fn {module, _} -> MigrationWalk.empty?(module) end),\n      findings: for(op <- named, not op.assured, not op.notice, do: told(op)),\n      notices: for(op <- named, not op.assured, op.notice, do: told(op)),\n      assured: for(op <- named, op.assured, do: told(op)),\n      existing: Enum.any?(ops, &(not &1.fresh and &1.table != nil)),\n      lock_timeout: Enum.any?(migrations, fn {_, %{lock_timeout: set}} -> set end),\n      unread: not_read(modules, migrations, %{unread: unread, operations: length(ops), assured: assured})\n    }\n  end\n\n  defp told(op), do: Map.take(op, [:rule, :table, :line, :what])\n\n  defp not_read(modules, migrations, %{unread: unread, operations: operations, assured: assured}) do\n    cond do\n      not Enum.any?(modules, &entry?/1) ->\n        [%{line: 1, message: \"it has no change/0 and no up/0\"}]\n\n      unread != [] ->\n        for one <- Enum.uniq(unread), do: %{line: one.line, message: \"what #{one.what} does is not here to be read\"}\n\n      operations == 0 and not Enum.all?(migrations, fn {module, _} -> MigrationWalk.empty?(module) end) and\n          not assured?(%{rule: \"not-read\", line: 0, sql: true}, assured) ->\n        [%{line: entry_line(migrations), message: \"none of its operations was read\"}]\n\n      true ->\n        []\n    end\n  end\n\n  defp entry_line(migrations) do\n    Enum.find_value(migrations, 1, fn {module, _} ->\n      Enum.find_value(module.functions, &if(elem(&1, 0) in @entries, do: elem(&1, 1).line))\n    end)\n  end\n\n  defp entry?(%{functions: functions}), do: Enum.any?(functions, fn {function, _} -> function in @entries end)\n\n  # What other databases do with an index or a constraint is theirs; what old code and rows make of a change is the same\n  # everywhere.\n  @everywhere ~w(table-dropped column-removed table-renamed column-renamed schema-renamed column-type-changed\n                 not-null-added required-column-added operation-insert operation-update operation-delete\n                 raw-sql-executed table-truncated database-dropped library-migration)\n  defp applying(op, %{postgres: true}), do: op\n  defp applying(op, _options), do: if(op.rule in @everywhere, do: op, else: %{op | rule: nil})\n\n  # excellent_migrations' comments, and its older attribute: `{rule, :all}` or `{rule, line}`.\n  defp assured(comments, attributes) do\n    attributed =\n      for value <- attributes, rule <- List.wrap(value), is_atom(rule), rule != nil, do: {kebab(to_string(rule)), :all}\n\n    {commented, _} =\n      Enum.map_reduce(Enum.reverse(comments), nil, fn %{line: line, text: text}, below ->\n        case Regex.run(~r/^#\\s*excellent_migrations\\s*:\\s*safety-assured-for-(this-file|next-line)\\s+(.+)$/, text) do\n          [_, \"this-file\", rules] ->\n            {for(rule <- String.split(rules), do: {kebab(rule), :all}), nil}\n\n          # Comments that stand together speak of the line below them all.\n          [_, \"next-line\", rules] ->\n            with next = next(below, line), do: {for(rule <- String.split(rules), do: {kebab(rule), next}), {line, next}}\n\n          _ ->\n            {[], nil}\n        end\n      end)\n\n    attributed ++ Enum.concat(commented)\n  end\n\n  defp next({below, next}, line) when below == line + 1, do: next\n  defp next(_below, line), do: line + 1\n\n  defp assured?(op, assured) do\n    # Whoever vouches for raw SQL vouches for what it does.\n    rules = if op.sql, do: [op.rule, \"raw-sql-executed\", \"all\"], else: [op.rule, \"all\"]\n    Enum.any?(assured, fn {rule, where} -> rule in rules and where in [:all, op.line] end)\n  end\n\n  defp kebab(rule), do: rule |> String.trim(\",\") |> String.replace(\"_\", \"-\")\n\n  # Its own code on the same files. A fault of it must not end ours.\n  defp excellent(files) do\n    if files != [] and Code.ensure_loaded?(ExcellentMigrations.Runner) do\n      us = self()\n\n      {pid, monitor} =\n        spawn_monitor(fn -> send(us, {self(), ExcellentMigrations.Runner.check_migrations(migrations_paths: files)}) end)\n\n      receive do\n        {^pid, :safe} ->\n          %{findings: [], fault: nil}\n\n        {^pid, {:dangerous, dangers}} ->\n          %{\n            findings: for(one <- dangers, do: %{rule: kebab(to_string(one.type)), file: one.path, line: one.line}),\n            fault: nil\n          }\n\n        {:DOWN, ^monitor, :process, ^pid, reason} ->\n          %{findings: [], fault: reason |> Exception.format_exit() |> String.slice(0, 500)}\n      end\n    end\n  end\nend\n",
    "elixir/migration_schema.exs": "# What the folder's migrations made of the tables so far: the type of each column and whether it takes NULL, which\n# checks hold, what is a view.\ndefmodule PhoenixDeploy.MigrationSchema do\n  def empty, do: %{columns: %{}, checks: %{}, proven: MapSet.new(), views: MapSet.new()}\n\n  def known?(schema, table), do: Map.has_key?(schema.columns, table)\n  def column(schema, table, column), do: get_in(schema.columns, [table, column])\n\n  def create(schema, table), do: put_in(schema.columns[table], %{})\n  def view(schema, name), do: %{schema | views: MapSet.put(schema.views, name)}\n  def drop(schema, table), do: %{schema | columns: Map.delete(schema.columns, table)}\n\n  def rename(schema, table, to) do\n    {columns, rest} = Map.pop(schema.columns, table, %{})\n    %{schema | columns: Map.put(rest, to, columns)}\n  end\n\n  def put(schema, table, column, told) do\n    columns = schema.columns |> Map.get(table, %{}) |> Map.put(column, told)\n    put_in(schema.columns[table], columns)\n  end\n\n  def remove(schema, table, column),\n    do: %{schema | columns: Map.update(schema.columns, table, %{}, &Map.delete(&1, column))}\n\n  def rename(schema, table, column, to) do\n    case column(schema, table, column) do\n      nil -> schema\n      told -> schema |> remove(table, column) |> put(table, to, told)\n    end\n  end\n\n  # A check by its name; one that is validated proves that a column has no NULL.\n  def check(schema, table, name, text, validated) do\n    case Regex.run(~r/^\\W*(\\w+)\\W+IS\\s+NOT\\s+NULL\\W*$/i, text || \"\") do\n      [_, column] ->\n        schema = put_in(schema.checks[{table, name}], column)\n        if validated, do: validate(schema, table, name), else: schema\n\n      nil ->\n        schema\n    end\n  end\n\n  def validate(schema, table, name) do\n    case schema.checks[{table, name}] do\n      nil -> schema\n      column -> %{schema | proven: MapSet.put(schema.proven, {table, column})}\n    end\n  end\n\n  def proven?(schema, table, column), do: {table, column} in schema.proven\nend\n",
    "elixir/migration_state.exs": "# What was found out of a migration while it is walked: its operations, what it made, what it locks, and what nobody\n# could read. An operation is `%{rule, notice, table, line, what, sql, fresh}`, with no rule where it is harmless.\ndefmodule PhoenixDeploy.MigrationState do\n  alias PhoenixDeploy.{MigrationCode, MigrationSchema, SqlRules, SqlTypes}\n\n  # These count on a new table too.\n  @always ~w(raw-sql-executed library-migration database-dropped index-concurrently-without-disable-ddl-transaction\n             index-concurrently-without-disable-migration-lock)\n\n  def new(module, options, schema) do\n    %{\n      module: module,\n      options: options,\n      known: known(module),\n      called: MapSet.new(),\n      inside: nil,\n      # `:statement`: nobody takes the value; `:argument`: of such a call; `:value`: it is used.\n      place: :statement,\n      loop: false,\n      transaction: module.attributes[:disable_ddl_transaction] != true,\n      schema: schema,\n      created: MapSet.new(),\n      not_valid: MapSet.new(),\n      validated: MapSet.new(),\n      # Tables that are kept from being written until the transaction ends; those that Ecto still holds back until it\n      # flushes.\n      locked: MapSet.new(),\n      waiting: MapSet.new(),\n      lock_timeout: false,\n      utc: false,\n      ops: [],\n      unread: []\n    }\n  end\n\n  # What is written down: attributes, and functions without arguments that are a text.\n  defp known(%{attributes: attributes, functions: functions}) do\n    texts =\n      for {{name, 0}, %{body: body}} <- functions,\n          text = MigrationCode.literal(body, %{}),\n          into: %{},\n          do: {{:function, name}, text}\n\n    for {name, value} <- attributes, into: texts, do: {{:@, name}, value}\n  end\n\n  def add(state, rule, table, meta, what, sql \\\\ false)\n  def add(state, {:notice, rule}, table, meta, what, sql), do: push(state, rule, true, {table, meta, what, sql})\n  def add(state, rule, table, meta, what, sql), do: push(state, rule, false, {table, meta, what, sql})\n\n  # A table that this migration made has no rows yet, and nobody waits for it.\n  defp push(state, rule, notice, {table, meta, what, sql}) do\n    fresh = table != nil and table in state.created\n    # What reads a materialized view goes on while it is indexed.\n    view = rule == \"index-not-concurrently\" and table in state.schema.views\n    rule = if view or (fresh and rule not in @always), do: nil, else: rule\n    op = %{rule: rule, notice: notice, table: table, line: meta[:line] || 1, what: what, sql: sql, fresh: fresh}\n    # The same of several columns in one statement, or of each element of a loop, is said once.\n    if (rule != nil or state.loop) and op in state.ops, do: state, else: %{state | ops: [op | state.ops]}\n  end\n\n  def rules(state, rules, table, meta, what, sql \\\\ false) do\n    case Enum.reject(rules, &(&1 == nil)) do\n      [] -> add(state, nil, table, meta, what, sql)\n      rules -> Enum.reduce(rules, state, &add(&2, &1, table, meta, what, sql))\n    end\n  end\n\n  # What is not here to be read, at its place.\n  def unread(state, meta, what), do: %{state | unread: [%{line: meta[:line] || 1, what: what} | state.unread]}\n\n  def create(state, table),\n    do: %{state | created: MapSet.put(state.created, table), schema: MigrationSchema.create(state.schema, table)}\n\n  def schema(state, work), do: %{state | schema: work.(state.schema)}\n\n  # Writers of this table wait until the transaction ends.\n  def lock(state, table) do\n    if state.transaction and table != nil and table not in state.created,\n      do: %{state | waiting: MapSet.put(state.waiting, table)},\n      else: state\n  end\n\n  def flush(state), do: %{state | locked: MapSet.union(state.locked, state.waiting)}\n\n  # Rows that are read and written while others wait: in the order of the statements, or, through the repo, after what\n  # was flushed.\n  def insert(state, meta, what, sql) do\n    locked = if sql, do: MapSet.union(state.locked, state.waiting), else: state.locked\n\n    case locked |> MapSet.to_list() |> Enum.sort() do\n      [table | _] -> add(state, \"operation-insert\", table, meta, \"#{what} while #{table} is locked\", sql)\n      [] -> add(state, nil, nil, meta, what, sql)\n    end\n  end\n\n  # Rows that are written down are few.\n  def insert_few(state, table, meta, what, sql), do: add(state, {:notice, \"operation-insert\"}, table, meta, what, sql)\n\n  # An update or a deletion: in a transaction its rows stay locked; outside, in a loop, each ends by itself.\n  def write(state, rule, table, meta, what, sql \\\\ false) do\n    rule = if not state.transaction and state.loop, do: {:notice, rule}, else: rule\n    add(state, rule, table, meta, what, sql)\n  end\n\n  # Outside of a transaction it waits for the transactions that use the table, and Ecto's lock is on another one.\n  def concurrent(state, table, meta, what, sql \\\\ false),\n    do: rules(state, [without_transaction(state)], table, meta, what, sql)\n\n  # To build an index is to wait for every older snapshot too, such as the one of the transaction with Ecto's lock.\n  def built_concurrently(state, table, meta, what, sql \\\\ false) do\n    %{module: %{attributes: attributes}, options: options} = state\n    # An advisory lock keeps no other session waiting.\n    lock =\n      if attributes[:disable_migration_lock] != true and not options.advisory_lock,\n        do: \"index-concurrently-without-disable-migration-lock\"\n\n    rules(state, [without_transaction(state), lock], table, meta, what, sql)\n  end\n\n  defp without_transaction(%{module: %{attributes: attributes}}),\n    do: if(attributes[:disable_ddl_transaction] != true, do: \"index-concurrently-without-disable-ddl-transaction\")\n\n  # SQL, statement by statement.\n  def sql(state, text, meta) do\n    case SqlRules.read(text) do\n      [] -> add(state, nil, nil, meta, \"empty SQL\", true)\n      facts -> Enum.reduce(facts, state, &fact(&1, &2, meta, text))\n    end\n  end\n\n  defp fact(:lock_timeout, state, _meta, _text), do: %{state | lock_timeout: true}\n  defp fact(:utc, state, _meta, _text), do: %{state | utc: true}\n  defp fact({:created, table}, state, _meta, _text), do: create(state, table)\n  defp fact({:view, name}, state, _meta, _text), do: state |> create(name) |> schema(&MigrationSchema.view(&1, name))\n  defp fact({:locked, table}, state, _meta, _text), do: lock(state, table)\n  defp fact({:concurrent, table}, state, meta, text), do: concurrent(state, table, meta, shortened(text), true)\n\n  defp fact({:built_concurrently, table}, state, meta, text),\n    do: built_concurrently(state, table, meta, shortened(text), true)\n\n  defp fact({:selected, _table}, state, meta, text), do: insert(state, meta, shortened(text), true)\n\n  defp fact({:not_valid, table, name}, state, _meta, _text),\n    do: %{state | not_valid: MapSet.put(state.not_valid, {table, name})}\n\n  defp fact({:check, table, name, text, valid}, state, _meta, _text),\n    do: schema(state, &MigrationSchema.check(&1, table, name, text, valid))\n\n  defp fact({:validated, table, name}, state, meta, text) do\n    # A check that the folder does not show may say so too.\n    state =\n      if state.schema.checks[{table, name}], do: state, else: Map.update!(state, :validated, &MapSet.put(&1, table))\n\n    state = schema(state, &MigrationSchema.validate(&1, table, name))\n\n    if state.transaction and {table, name} in state.not_valid,\n      do: add(state, \"validated-in-same-transaction\", table, meta, shortened(text), true),\n      else: add(state, nil, table, meta, shortened(text), true)\n  end\n\n  defp fact({:column, table, column, type, null}, state, _meta, _text),\n    do: schema(state, &MigrationSchema.put(&1, table, column, %{type: type, null: null}))\n\n  defp fact({:gone, table, column}, state, _meta, _text), do: schema(state, &MigrationSchema.remove(&1, table, column))\n\n  defp fact({:renamed, table, column, to}, state, _meta, _text),\n    do: schema(state, &MigrationSchema.rename(&1, table, column, to))\n\n  defp fact({:renamed, table, to}, state, _meta, _text), do: schema(state, &MigrationSchema.rename(&1, table, to))\n\n  defp fact({:type, table, column, type}, state, meta, text) do\n    was = MigrationSchema.column(state.schema, table, column)\n    rewrites = if state.utc, do: SqlTypes.rewrites_in_utc?(was[:type], type), else: SqlTypes.rewrites?(was[:type], type)\n    rule = if rewrites, do: \"column-type-changed\"\n\n    state\n    |> add(rule, table, meta, shortened(text), true)\n    |> schema(&MigrationSchema.put(&1, table, column, %{type: type, null: was[:null]}))\n  end\n\n  defp fact({:null, table, column, null}, state, meta, text) do\n    was = MigrationSchema.column(state.schema, table, column)\n\n    rule =\n      cond do\n        was[:null] == null -> nil\n        null -> {:notice, \"null-allowed\"}\n        proven?(state, table, column) -> nil\n        true -> \"not-null-added\"\n      end\n\n    state\n    |> add(rule, table, meta, shortened(text), true)\n    |> schema(&MigrationSchema.put(&1, table, column, %{type: was[:type], null: null}))\n  end\n\n  defp fact({\"operation-insert\", table}, state, meta, text), do: insert_few(state, table, meta, shortened(text), true)\n\n  defp fact({rule, table}, state, meta, text) when rule in [\"operation-update\", \"operation-delete\"],\n    do: write(state, rule, table, meta, shortened(text), true)\n\n  defp fact({rule, table}, state, meta, text), do: add(state, rule, table, meta, shortened(text), true)\n\n  # A check that was validated, by an earlier migration or by this one, says that no row has NULL there.\n  def proven?(state, table, column),\n    do: table in state.validated or MigrationSchema.proven?(state.schema, table, column)\n\n  def shortened(text) do\n    text = text |> String.split() |> Enum.join(\" \")\n    if String.length(text) > 100, do: String.slice(text, 0, 99) <> \"…\", else: text\n  end\nend\n",
    "elixir/migration_walk.exs": "# Walks what a migration does on the way up: `change/0`, `up/0` and the functions that they call, never `down/0`.\ndefmodule PhoenixDeploy.MigrationWalk do\n  alias PhoenixDeploy.{MigrationCalls, MigrationCode, MigrationOperations, MigrationSchema, MigrationState}\n\n  # A value that is not written down.\n  @unknown {:unknown, [], [0]}\n  # More calls than any migration makes of its own functions.\n  @most_calls 500\n\n  # `%{ops, unread, lock_timeout, schema}`: the schema is what the tables are after this migration.\n  def operations(module, options, schema \\\\ MigrationSchema.empty()) do\n    state = MigrationState.new(module, options, schema)\n    state = Enum.reduce([{:change, 0}, {:up, 0}], state, &call(&2, &1, []))\n\n    %{\n      ops: Enum.reverse(state.ops),\n      unread: Enum.reverse(state.unread),\n      lock_timeout: state.lock_timeout,\n      schema: state.schema\n    }\n  end\n\n  # True where nothing is done at all.\n  def empty?(module) do\n    bodies = for {function, %{body: body}} <- module.functions, function in [{:change, 0}, {:up, 0}], do: body\n\n    Enum.all?(bodies, fn body ->\n      body |> MigrationCode.block() |> Enum.all?(&(is_atom(&1) or is_binary(&1) or &1 == []))\n    end)\n  end\n\n  # A function of the module itself, once for each list of arguments.\n  defp call(state, function, args) do\n    key = {function, Enum.map(args, &(MigrationCode.literal(&1, state.known) || Macro.to_string(&1)))}\n\n    if key in state.called or MapSet.size(state.called) > @most_calls do\n      state\n    else\n      clauses = for {^function, clause} <- state.module.functions, do: clause\n      state = %{state | called: MapSet.put(state.called, key)}\n\n      Enum.reduce(clauses, state, fn clause, state ->\n        known =\n          clause.args |> Enum.map(&without_default/1) |> MigrationCode.bind(resolved(args, state.known), state.known)\n\n        before = state.known\n        %{body(unpiped(clause.body), %{state | known: known}) | known: before}\n      end)\n    end\n  end\n\n  defp without_default({:\\\\, _, [param, _default]}), do: param\n  defp without_default(param), do: param\n\n  defp resolved(args, known),\n    do: for(arg <- args, do: MigrationCode.literal(arg, known) || MigrationCode.elements(arg, known) || arg)\n\n  defp own?(state, function), do: List.keymember?(state.module.functions, function, 0)\n\n  defp unpiped(ast) do\n    Macro.prewalk(ast, fn\n      {:|>, _, [left, {name, _, args} = right]} when is_list(args) and name != :|> -> Macro.pipe(left, right, 0)\n      {:|>, meta, [left, {name, _, context}]} when is_atom(name) and is_atom(context) -> {name, meta, [left]}\n      node -> node\n    end)\n  end\n\n  # Statements one after another: nobody takes their value, but the last one's where somebody takes that of the whole.\n  defp body(ast, %{place: place} = state) do\n    {before, last} = ast |> MigrationCode.block() |> Enum.split(-1)\n    state = Enum.reduce(before, %{state | place: :statement}, &walk/2)\n    state = Enum.reduce(last, %{state | place: if(place == :value, do: :value, else: :statement)}, &walk/2)\n    %{state | place: place}\n  end\n\n  # What a call is given.\n  defp given(nodes, state) do\n    place = state.place\n    inner = if place == :statement, do: :argument, else: :value\n    %{Enum.reduce(nodes, %{state | place: inner}, &walk/2) | place: place}\n  end\n\n  defp walk({{:., _, [{:__aliases__, _, [:Ecto, :Migration]}, name]}, meta, args}, state),\n    do: walk({name, meta, args}, state)\n\n  defp walk(node, state), do: MigrationOperations.read(node, state, &within/3) || flow(node, state)\n\n  defp flow({:flush, _, args}, state) when args in [[], nil], do: MigrationState.flush(state)\n\n  # SQL.\n  defp flow({:execute, meta, [sql | _]}, state), do: sql(state, sql, meta)\n\n  defp flow({:execute_file, meta, [path | _]}, state) do\n    with path when path != nil <- MigrationCode.literal(path, state.known),\n         {:ok, text} <- File.read(path),\n         do: sql(state, text, meta),\n         else: (_ -> MigrationState.add(state, \"raw-sql-executed\", nil, meta, \"execute_file\"))\n  end\n\n  # Only the way up is walked.\n  defp flow({:if, _, [condition, branches]}, state) when is_list(branches) do\n    case direction(condition) do\n      nil -> given([condition, branches], state)\n      taken -> body(branches[taken], state)\n    end\n  end\n\n  defp flow({:case, _, [{:direction, _, _}, [do: clauses]]}, state) when is_list(clauses) do\n    Enum.reduce(clauses, state, fn {:->, _, [pattern, lines]}, state ->\n      if pattern == [:down], do: state, else: body(lines, state)\n    end)\n  end\n\n  # A loop over a list that is written down is walked for each element.\n  defp flow({:for, _, args}, state) when is_list(args) do\n    {options, clauses} = List.pop_at(args, -1)\n\n    case clauses do\n      [{:<-, _, [pattern, list]}] when is_list(options) ->\n        each(list, state, fn item, state -> body(options[:do], take(pattern, item, state)) end)\n\n      _ ->\n        looped(state, &given(args, &1))\n    end\n  end\n\n  defp flow({{:., _, [{:__aliases__, _, [:Enum]}, name]}, _, [list, work]} = node, state)\n       when name in [:each, :map, :flat_map] do\n    case work do\n      {:fn, _, [{:->, _, [[pattern], lines]}]} ->\n        each(list, state, fn item, state -> body(lines, take(pattern, item, state)) end)\n\n      {:&, meta, [{:/, _, [{:execute, _, _}, 1]}]} ->\n        each(list, state, fn item, state -> sql(state, item || @unknown, meta) end)\n\n      {:&, _, [{:/, _, [{function, _, context}, 1]}]} when is_atom(function) and is_atom(context) ->\n        captured(node, function, list, state)\n\n      {:&, _, [{:/, _, [{{:., _, _}, _, []}, _arity]}]} ->\n        other(node, state)\n\n      {:&, _, [body]} ->\n        each(list, state, fn item, state -> body |> filled(item) |> walk(state) end)\n\n      _ ->\n        other(node, state)\n    end\n  end\n\n  # What runs through the repo, what a library brings, and what is not here.\n  defp flow({{:., _, [_, name]}, _, args} = node, state) when is_atom(name) and is_list(args), do: other(node, state)\n\n  # A variable is what was last put into it; who matches a result wants the work done.\n  defp flow({:=, _, [{name, _, context} = pattern, value]}, state) when is_atom(name) and is_atom(context) do\n    place = if name |> to_string() |> String.starts_with?(\"_\"), do: state.place, else: :value\n    state = %{walk(value, %{state | place: place}) | place: state.place}\n    %{state | known: MigrationCode.bind(pattern, value, state.known)}\n  end\n\n  defp flow({:=, _, [_pattern, value]}, state), do: walk(value, state)\n\n  # Code that is written down and not run here.\n  defp flow({:quote, _, _}, state), do: state\n\n  defp flow({:fn, _, clauses}, state),\n    do: Enum.reduce(clauses, state, fn {:->, _, [_, lines]}, state -> body(lines, state) end)\n\n  defp flow({:->, _, [_, lines]}, state), do: body(lines, state)\n\n  # A function that is given to a call is called by it.\n  defp flow({:&, meta, [{:/, _, [{name, _, context}, arity]}]}, state) when is_atom(name) and is_atom(context),\n    do: body({name, meta, List.duplicate(@unknown, arity)}, state)\n\n  defp flow({:&, meta, [{:/, _, [{{:., _, _} = function, _, []}, arity]}]}, state),\n    do: body({function, meta, List.duplicate(@unknown, arity)}, state)\n\n  defp flow({:&, _, [lines]}, state), do: body(lines, state)\n  defp flow({:__block__, _, lines}, state), do: body({:__block__, [], lines}, state)\n  defp flow({name, meta, args}, state) when is_atom(name) and is_list(args), do: local(name, args, meta, state)\n\n  defp flow({name, meta, context}, state) when is_atom(name) and is_atom(context),\n    do: if(own?(state, {name, 0}), do: local(name, [], meta, state), else: state)\n\n  defp flow({target, _, args}, state) when is_list(args), do: given([target | args], state)\n  defp flow({key, lines}, state) when key in [:do, :else, :after, :rescue, :catch], do: branches(lines, state)\n  defp flow({left, right}, state), do: given([left, right], state)\n  defp flow(list, state) when is_list(list), do: Enum.reduce(list, state, &walk/2)\n  defp flow(_, state), do: state\n\n  defp branches(clauses, state) when is_list(clauses), do: Enum.reduce(clauses, state, &walk/2)\n  defp branches(lines, state), do: body(lines, state)\n\n  # A function by its name: the migration's own, or one that is not here.\n  defp local(:apply, [{:__MODULE__, _, _}, name, args], meta, state) when is_atom(name) and is_list(args),\n    do: local(name, args, meta, state)\n\n  defp local(name, args, meta, %{place: place} = state) when name in [:apply, :spawn, :spawn_link] and place != :value,\n    do: given(args, MigrationState.unread(state, meta, \"#{name}/#{length(args)}\"))\n\n  # A call without a module: the migration's own, Ecto's, or one that an import brought.\n  defp local(name, args, meta, state) do\n    cond do\n      own?(state, {name, length(args)}) -> own(name, args, state)\n      query?(name, args) or state.place != :statement -> given(args, state)\n      MigrationCalls.word?(name, length(args)) -> given(args, state)\n      # What an imported function adds to a new table nobody waits for.\n      match?({:create, _}, state.inside) -> state\n      true -> given(args, MigrationState.unread(state, meta, \"#{name}/#{length(args)}\"))\n    end\n  end\n\n  # What calls itself goes through rows batch by batch, and so does what it is given.\n  defp own(name, args, state) do\n    work = &given(args, call(&1, {name, length(args)}, args))\n    if repeats?(name, state), do: looped(state, work), else: work.(state)\n  end\n\n  defp repeats?(name, %{module: %{functions: functions}}) do\n    Enum.any?(for({{^name, arity}, %{body: body}} <- functions, do: {arity, body}), fn {arity, body} ->\n      body |> Macro.prewalker() |> Enum.any?(&(match?({^name, _, [_ | _]}, &1) and length(elem(&1, 2)) <= arity))\n    end)\n  end\n\n  # Ecto's queries are read by nobody: their words are no calls.\n  defp query?(:from, _args), do: true\n  defp query?(_name, _args), do: false\n\n  defp captured(node, function, list, state) do\n    if own?(state, {function, 1}),\n      do: each(list, state, fn item, state -> call(state, {function, 1}, [item || @unknown]) end),\n      else: other(node, state)\n  end\n\n  defp other(node, state), do: MigrationCalls.walk(node, state, %{given: &given/2, sql: &sql/3})\n\n  # For each element that is known, else once for those that are not.\n  defp each(list, state, work) do\n    place = state.place\n\n    state =\n      looped(state, fn state ->\n        case MigrationCode.elements(list, state.known) do\n          nil -> work.(nil, valued(list, state))\n          items -> items |> Enum.take(@most_calls) |> Enum.reduce(state, &work.(resolved([&1], &2.known) |> hd(), &2))\n        end\n      end)\n\n    %{state | place: place}\n  end\n\n  defp valued(node, %{place: place} = state), do: %{walk(node, %{state | place: :value}) | place: place}\n\n  defp looped(state, work), do: %{work.(%{state | loop: true}) | loop: state.loop}\n\n  defp take(pattern, nil, state), do: %{state | known: MigrationCode.bind(pattern, @unknown, state.known)}\n  defp take(pattern, item, state), do: %{state | known: MigrationCode.bind(pattern, item, state.known)}\n\n  defp filled(body, item),\n    do: Macro.prewalk(body, fn node -> if(match?({:&, _, [1]}, node) and item != nil, do: item, else: node) end)\n\n  defp direction({:==, _, [{:direction, _, _}, way]}) when way in [:up, :down], do: if(way == :up, do: :do, else: :else)\n  defp direction(_), do: nil\n\n  defp within(inside, nodes, state),\n    do: %{Enum.reduce(nodes, %{state | inside: inside}, &walk/2) | inside: state.inside}\n\n  defp sql(state, {:fn, _, _} = work, _meta), do: walk(work, %{state | place: :statement})\n  defp sql(state, {:&, _, _} = work, _meta), do: walk(work, %{state | place: :statement})\n\n  defp sql(state, value, meta) do\n    case MigrationCode.literal(value, state.known) do\n      nil -> MigrationState.add(state, \"raw-sql-executed\", nil, meta, \"execute of what is computed\", true)\n      text -> MigrationState.sql(state, text, meta)\n    end\n  end\nend\n",
    "elixir/migrations.exs": "# The migrations of the project: `mix pd.migrations STEP...` in MIX_ENV=test. What changed is read for what is unsafe,\n# and all is rehearsed.\ndefmodule Mix.Tasks.Pd.Migrations do\n  use Mix.Task\n  alias PhoenixDeploy.{JSON, MigrationFiles, MigrationSafety, Rehearsal, Step}\n\n  def run(steps) do\n    # Somebody else compiled this build and reads it now.\n    Mix.Task.run(\"app.config\", [\"--no-compile\", \"--no-deps-check\"])\n    if \"migration-safety\" in steps, do: Step.run(\"migration-safety\", &safety/0)\n    if \"migrations\" in steps, do: Step.run(\"migrations\", &rehearse/0)\n  end\n\n  defp safety do\n    base = MigrationFiles.base()\n    repos = MigrationFiles.repos(base)\n    seen = MigrationSafety.look(repos || [], MigrationFiles.stray(repos || [], base), MigrationFiles.in_code())\n    JSON.write(\"migration-safety.json\", Map.put(seen, :status, status(repos)))\n  end\n\n  defp rehearse do\n    base = MigrationFiles.base()\n    repos = MigrationFiles.repos(base)\n    with_migrations = for repo <- repos || [], repo.files ++ repo.unusable ++ repo.gone != [], do: repo\n\n    JSON.write(\"migrations.json\", %{\n      status: status(repos),\n      base: base != nil,\n      repos: for(repo <- repos || [], do: repo.name),\n      stray: for(one <- MigrationFiles.stray(repos || [], base), do: one.file),\n      rehearsed: within_limit(with_migrations)\n    })\n  end\n\n  defp status(nil), do: \"no_ecto\"\n  defp status(_repos), do: \"ran\"\n\n  # Ends in time for its database to be dropped, before the limit ends the VM.\n  defp within_limit(repos) do\n    limit = String.to_integer(System.fetch_env!(\"PD_LIMIT_MS\"))\n    until = System.monotonic_time(:millisecond) + max(limit - 15_000, div(limit * 9, 10))\n    for repo <- repos, do: Rehearsal.run(repo, until)\n  end\nend\n",
    "elixir/pg_catalog.exs": "# The structure of a PostgreSQL database from its own catalogue, where pg_dump is missing or older than the server. What\n# belongs to an extension is the extension's.\ndefmodule PhoenixDeploy.Catalogue do\n  @own \"n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'\"\n  @relation \"quote_ident(n.nspname) || '.' || quote_ident(c.relname)\"\n\n  @queries %{\n    \"schema\" => \"SELECT quote_ident(nspname) FROM pg_namespace n WHERE #{@own}\",\n    \"extension\" =>\n      \"SELECT e.extname || ' ' || e.extversion || ' in ' || n.nspname FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace\",\n    \"relation\" => \"\"\"\n    SELECT #{@relation} || ' ' || c.relkind::text || c.relpersistence::text || coalesce(' ' || array_to_string(c.reloptions, ','), '')\n      || CASE WHEN c.relrowsecurity THEN ' row security' ELSE '' END || CASE WHEN c.relforcerowsecurity THEN ' forced' ELSE '' END\n      || coalesce(' PARTITION BY ' || pg_get_partkeydef(c.oid), '') || coalesce(' ' || pg_get_expr(c.relpartbound, c.oid), '')\n      || coalesce(' OF ' || (SELECT string_agg(i.inhparent::regclass::text, ',') FROM pg_inherits i WHERE i.inhrelid = c.oid), '')\n    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE #{@own} AND c.relkind NOT IN ('i', 'I', 't') AND c.oid <> ALL($1)\n    \"\"\",\n    \"column\" => \"\"\"\n    SELECT #{@relation} || '.' || quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)\n      || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END\n      || CASE WHEN a.attgenerated = '' THEN coalesce(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), '')\n         ELSE ' GENERATED AS ' || pg_get_expr(d.adbin, d.adrelid) END\n      || CASE a.attidentity WHEN '' THEN '' ELSE ' IDENTITY ' || a.attidentity::text END\n      || CASE WHEN a.attcollation <> t.typcollation THEN ' COLLATE ' || a.attcollation::regcollation::text ELSE '' END\n    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_type t ON t.oid = a.atttypid\n      LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum\n    WHERE #{@own} AND c.relkind IN ('r', 'p', 'f', 'c', 'v', 'm') AND a.attnum > 0 AND NOT a.attisdropped AND c.oid <> ALL($1)\n    \"\"\",\n    \"index\" => \"\"\"\n    SELECT pg_get_indexdef(c.oid) || CASE WHEN i.indisvalid THEN '' ELSE ' INVALID' END\n      || CASE WHEN i.indisclustered THEN ' CLUSTERED' ELSE '' END || CASE WHEN i.indisreplident THEN ' REPLICA IDENTITY' ELSE '' END\n    FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE #{@own} AND i.indrelid <> ALL($1)\n    \"\"\",\n    \"constraint\" => \"\"\"\n    SELECT coalesce(nullif(k.conrelid, 0)::regclass::text, k.contypid::regtype::text) || ' ' || quote_ident(k.conname) || ' ' || pg_get_constraintdef(k.oid)\n    FROM pg_constraint k JOIN pg_namespace n ON n.oid = k.connamespace WHERE #{@own} AND k.conrelid <> ALL($1) AND k.contypid <> ALL($1)\n    \"\"\",\n    \"view\" => \"\"\"\n    SELECT #{@relation} || ' ' || pg_get_viewdef(c.oid) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace\n    WHERE #{@own} AND c.relkind IN ('v', 'm') AND c.oid <> ALL($1)\n    \"\"\",\n    \"sequence\" => \"\"\"\n    SELECT #{@relation} || ' ' || format_type(s.seqtypid, NULL) || format(' %s %s %s %s %s %s', s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle)\n      || coalesce(' owned by ' || (SELECT d.refobjid::regclass::text || '.' || d.refobjsubid FROM pg_depend d\n           WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype IN ('a', 'i') AND d.refobjsubid > 0 LIMIT 1), '')\n    FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE #{@own} AND c.oid <> ALL($1)\n    \"\"\",\n    \"function\" => \"\"\"\n    SELECT CASE WHEN p.prokind = 'a' THEN 'aggregate ' || p.oid::regprocedure::text ELSE pg_get_functiondef(p.oid) END\n    FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE #{@own} AND p.oid <> ALL($1)\n    \"\"\",\n    \"trigger\" => \"\"\"\n    SELECT pg_get_triggerdef(g.oid) || ' ' || g.tgenabled::text FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace\n    WHERE #{@own} AND NOT g.tgisinternal AND c.oid <> ALL($1)\n    \"\"\",\n    \"event trigger\" =>\n      \"SELECT quote_ident(evtname) || ' ' || evtevent || ' ' || evtfoid::regproc::text || ' ' || evtenabled::text FROM pg_event_trigger\",\n    \"type\" => \"\"\"\n    SELECT quote_ident(n.nspname) || '.' || quote_ident(t.typname) || ' ' || t.typtype::text\n      || coalesce(' ' || (SELECT string_agg(quote_literal(e.enumlabel), ',' ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid), '')\n      || CASE WHEN t.typtype = 'd' THEN ' ' || format_type(t.typbasetype, t.typtypmod) || CASE WHEN t.typnotnull THEN ' NOT NULL' ELSE '' END\n           || coalesce(' DEFAULT ' || t.typdefault, '') ELSE '' END\n    FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE #{@own} AND t.typtype IN ('e', 'd', 'r', 'm') AND t.oid <> ALL($1)\n    \"\"\",\n    \"policy\" => \"\"\"\n    SELECT #{@relation} || ' ' || quote_ident(p.polname) || ' ' || p.polcmd::text || ' ' || p.polpermissive::text || coalesce(' USING ' || pg_get_expr(p.polqual, p.polrelid), '')\n      || coalesce(' CHECK ' || pg_get_expr(p.polwithcheck, p.polrelid), '')\n    FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE #{@own}\n    \"\"\",\n    \"rule\" => \"\"\"\n    SELECT pg_get_ruledef(r.oid) FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class JOIN pg_namespace n ON n.oid = c.relnamespace\n    WHERE #{@own} AND r.rulename <> '_RETURN' AND c.oid <> ALL($1)\n    \"\"\",\n    \"comment\" => \"\"\"\n    SELECT #{@relation} || coalesce('.' || quote_ident(a.attname), '') || ' ' || quote_literal(d.description)\n    FROM pg_description d JOIN pg_class c ON c.oid = d.objoid AND d.classoid = 'pg_class'::regclass JOIN pg_namespace n ON n.oid = c.relnamespace\n      LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.objsubid AND d.objsubid > 0\n    WHERE #{@own} AND c.oid <> ALL($1)\n    \"\"\"\n  }\n\n  def read(repo) do\n    %{rows: [[extensions]]} = repo.query!(\"SELECT coalesce(array_agg(objid), '{}') FROM pg_depend WHERE deptype = 'e'\", [], log: false)\n\n    items =\n      for {kind, query} <- @queries, [text] <- repo.query!(query, parameters(query, extensions), log: false).rows, do: \"#{kind} #{text}\"\n\n    {:ok, Enum.sort(items)}\n  rescue\n    error -> {:error, Exception.message(error)}\n  end\n\n  defp parameters(query, extensions), do: if(String.contains?(query, \"$1\"), do: [extensions], else: [])\nend\n",
    "elixir/project.exs": "# What mix itself knows of the project: `mix pd.project`. Compiles nothing.\ndefmodule Mix.Tasks.Pd.Project do\n  use Mix.Task\n  @compile {:no_warn_undefined, Hex}\n\n  def run([]) do\n    config = Mix.Project.config()\n    apps = Mix.Project.apps_paths() || %{}\n    folders = if apps == %{}, do: %{config[:app] => File.cwd!()}, else: Map.new(apps, fn {app, path} -> {app, Path.expand(path)} end)\n\n    of_apps =\n      for {app, path} <- apps do\n        Mix.Project.in_project(app, path, fn _ -> Mix.Project.config() end)\n      end\n\n    {release, chosen} = PhoenixDeploy.Releases.chosen(config)\n\n    PhoenixDeploy.JSON.write(\"project.json\", %{\n      app: config[:app],\n      version: config[:version],\n      versions: versions(config, of_apps),\n      umbrella: apps != %{},\n      folders: folders,\n      releases: PhoenixDeploy.Releases.names(config),\n      release: release,\n      chosen: chosen,\n      deps: deps([config | of_apps]),\n      aliases: aliases([config | of_apps]),\n      paths: paths([{config, File.cwd!()} | Enum.zip(of_apps, for({_, path} <- apps, do: Path.expand(path)))]),\n      hex: if(Code.ensure_loaded?(Hex), do: Hex.version()),\n      elixir: System.version(),\n      otp: otp()\n    })\n  end\n\n  # By name, those of the apps and of the releases: an umbrella often has none of its own.\n  defp versions(config, of_apps) do\n    apps = for one <- [config | of_apps], one[:app], into: %{}, do: {one[:app], one[:version]}\n\n    for {name, options} <- config[:releases] || [], into: apps do\n      options = if is_function(options, 0), do: options.(), else: options\n\n      case Keyword.get(options, :version, config[:version]) do\n        {:from_app, app} -> {name, apps[app]}\n        version -> {name, version}\n      end\n    end\n  end\n\n  # Each dependency with the builds that it is kept to; none means all of them.\n  defp deps(configs) do\n    for config <- configs, dep <- config[:deps] || [], into: %{} do\n      options = Enum.find(Tuple.to_list(dep), [], &is_list/1)\n      {elem(dep, 0), options |> Keyword.get(:only, []) |> List.wrap()}\n    end\n  end\n\n  # Absolute folders of all path dependencies, those of path dependencies too; nil where mix cannot say.\n  defp paths(configs) do\n    direct =\n      for {config, folder} <- configs,\n          dep <- config[:deps] || [],\n          options = Enum.find(Tuple.to_list(dep), [], &is_list/1),\n          path = options[:path],\n          do: Path.expand(path, folder)\n\n    fetched = Mix.Project.deps_path()\n    below = for {_app, path} <- Mix.Project.deps_paths(), not String.starts_with?(path, fetched <> \"/\"), do: Path.expand(path)\n    Enum.uniq(direct ++ below)\n  rescue\n    _ -> nil\n  end\n\n  # Aliases as text: a mistyped flag in them gates nothing.\n  defp aliases(configs) do\n    for config <- configs, {name, tasks} <- config[:aliases] || [], into: %{} do\n      {name, for(task <- List.wrap(tasks), is_binary(task), do: task)}\n    end\n  end\n\n  # The whole version: a PLT or a release of 25.2 is not one of 25.3.\n  defp otp do\n    path = Path.join([:code.root_dir(), \"releases\", :erlang.system_info(:otp_release), \"OTP_VERSION\"])\n\n    case File.read(path) do\n      {:ok, version} -> String.trim(version)\n      _ -> to_string(:erlang.system_info(:otp_release))\n    end\n  end\nend\n",
    "elixir/rehearsal.exs": "# Rehearses a repo's migrations on a database of its own: to where the base stands, up, back down, and up again, looking\n# at the versions and the structure after each step. An exit code of 0 proves nothing here: Ecto also ends well when it\n# did something else.\ndefmodule PhoenixDeploy.Rehearsal do\n  @compile {:no_warn_undefined, [Ecto.Migrator]}\n  alias PhoenixDeploy.{Database, MigrationFiles, Schema}\n\n  # What became of one repo until the given time: the steps that were seen to work, and at most one problem.\n  def run(%{files: files} = told, until) do\n    {:ok, seen} = Agent.start_link(fn -> %{steps: [], compared: nil} end)\n    started = System.monotonic_time(:millisecond)\n\n    ended =\n      try do\n        before(told) || rehearsed(told, modules(files), seen, until)\n      catch\n        {:problem, problem} -> {:problem, problem}\n      end\n\n    %{steps: steps, compared: compared} = Agent.get(seen, & &1)\n\n    %{\n      repo: told.name,\n      adapter: inspect(told.adapter),\n      migrations: length(files),\n      new: for(one <- files, one.state == \"new\", do: to_string(one.version)),\n      changed: for(one <- files, one.state == \"changed\", do: one.file),\n      unusable: for(one <- told.unusable, do: one.file),\n      steps: Enum.reverse(steps),\n      compared: compared,\n      problem: ended |> problem() |> placed(files),\n      ms: System.monotonic_time(:millisecond) - started\n    }\n  end\n\n  defp rehearsed(told, modules, seen, until) do\n    Database.with_own(told.repo, until, fn config ->\n      try do\n        rehearse(told, modules, seen, config)\n      rescue\n        error -> {:problem, \"failed\", Exception.format(:error, error, __STACKTRACE__)}\n      catch\n        {:problem, problem} -> {:problem, problem}\n      end\n    end)\n  end\n\n  defp problem({:problem, kind, message}), do: %{kind: kind, message: message}\n  defp problem({:problem, problem}), do: problem\n  defp problem(:ok), do: nil\n\n  # What a single new migration leaves behind is its own.\n  defp placed(%{kind: \"differs\"} = problem, files) do\n    case Enum.filter(files, &(&1.state == \"new\")) do\n      [one] -> Map.put(problem, :file, one.file)\n      _ -> problem\n    end\n  end\n\n  defp placed(problem, _files), do: problem\n\n  # What needs no database to be seen.\n  defp before(%{files: files, gone: gone}) do\n    last = files |> Enum.filter(&(&1.state != \"new\")) |> Enum.map(& &1.version) |> Enum.max(fn -> nil end)\n    late = Enum.find(files, &(&1.state == \"new\" and last != nil and &1.version < last))\n    twice = files |> Enum.chunk_every(2, 1, :discard) |> Enum.find(fn [one, next] -> one.version == next.version end)\n\n    cond do\n      gone != [] ->\n        {:problem, %{kind: \"missing\", message: Enum.map_join(gone, \", \", &\"#{&1.version}_#{&1.name}\"), file: hd(gone).file}}\n\n      files == [] ->\n        :ok\n\n      twice != nil ->\n        {:problem, %{kind: \"duplicate\", message: \"version #{hd(twice).version} is there twice\", file: List.last(twice).file}}\n\n      late != nil ->\n        {:problem, %{kind: \"out_of_order\", message: \"#{late.version} is older than #{last}\", file: late.file}}\n\n      true ->\n        nil\n    end\n  end\n\n  defp rehearse(told, modules, seen, config) do\n    %{repo: repo, files: files} = told\n    opts = if prefix = MigrationFiles.prefix(repo), do: [prefix: prefix], else: []\n    {old, new} = files |> Enum.split_with(&(&1.state != \"new\"))\n    [old, new] = for list <- [old, new], do: Enum.map(list, & &1.version)\n    {tool, read} = Schema.reader(repo, config)\n\n    go = fn step, direction, strategy, wanted ->\n      done = step(told, modules, opts, step, direction, strategy, wanted)\n      Agent.update(seen, &%{&1 | steps: [done | &1.steps]})\n    end\n\n    # The table of versions is there from the beginning, so that an empty schema is the same before and after.\n    Ecto.Migrator.migrated_versions(repo, opts)\n    if old != [], do: go.(\"base\", :up, [to: List.last(old)], old)\n    if new == [], do: :ok, else: there_and_back(tool, read, old, new, seen, go)\n  end\n\n  defp there_and_back(tool, read, old, new, seen, go) do\n    dump = fn -> if tool, do: dump(read) end\n    base = dump.()\n    go.(\"up\", :up, [all: true], old ++ new)\n    up = dump.()\n    go.(\"down\", :down, if(old == [], do: [all: true], else: [to_exclusive: List.last(old)]), old)\n    compare(\"down\", base, dump.())\n    go.(\"again\", :up, [all: true], old ++ new)\n    compare(\"again\", up, dump.())\n    Agent.update(seen, &%{&1 | compared: tool})\n    if tool == nil, do: {:problem, \"not_compared\", to_string(read)}, else: :ok\n  end\n\n  # One step, proved by the versions that the database itself names before and after.\n  defp step(%{repo: repo, files: files}, modules, opts, step, direction, strategy, wanted) do\n    before = Ecto.Migrator.migrated_versions(repo, opts)\n    started = System.monotonic_time(:millisecond)\n\n    failure =\n      try do\n        Ecto.Migrator.run(repo, modules, direction, strategy ++ opts)\n        nil\n      rescue\n        error -> {error, __STACKTRACE__}\n      catch\n        kind, reason -> {RuntimeError.exception(\"it ended with #{inspect({kind, reason})}\"), __STACKTRACE__}\n      end\n\n    seen = Enum.sort(Ecto.Migrator.migrated_versions(repo, opts))\n\n    cond do\n      failure != nil ->\n        throw({:problem, failed(failure, step, culprit(files, direction, before, seen))})\n\n      seen != Enum.sort(wanted) ->\n        throw({:problem, %{kind: \"versions\", step: step, message: \"wanted #{inspect(wanted)}, found #{inspect(seen)}\"}})\n\n      true ->\n        %{step: step, before: length(before), after: length(seen), ms: System.monotonic_time(:millisecond) - started}\n    end\n  end\n\n  # Ecto does not say which migration failed: upwards it is the oldest that is not there, downwards the newest that\n  # still is.\n  defp culprit(files, :up, _before, seen), do: Enum.find(files, &(&1.version not in seen))\n  defp culprit(files, :down, before, seen), do: files |> Enum.filter(&(&1.version in before and &1.version in seen)) |> List.last()\n\n  defp failed({error, trace}, step, culprit) do\n    IO.puts(:stderr, Exception.format(:error, error, trace))\n    message = Exception.message(error)\n    kind = if step == \"down\", do: \"irreversible\", else: \"failed\"\n    %{kind: kind, step: step, message: message, file: culprit && culprit.file, line: culprit && line(culprit.file, trace, message)}\n  end\n\n  # The line that the trace names in this file; a command that cannot be reversed leaves none, so its call is looked\n  # for.\n  defp line(file, trace, message) do\n    named =\n      Enum.find_value(trace, fn {_, _, _, place} ->\n        if place[:file] && Path.expand(to_string(place[:file])) == file, do: place[:line]\n      end)\n\n    named || irreversible_call(file, message)\n  end\n\n  defp irreversible_call(file, message) do\n    command = with [_, command] <- Regex.run(~r/cannot reverse migration command: (\\w+)/, message), do: command\n\n    with true <- command != nil, {:ok, ast} <- Code.string_to_quoted(File.read!(file)) do\n      {_, calls} =\n        Macro.prewalk(ast, [], fn\n          {name, meta, args} = call, calls when is_atom(name) and is_list(args) -> {call, [{name, length(args), meta[:line]} | calls]}\n          other, calls -> {other, calls}\n        end)\n\n      calls = Enum.reverse(calls)\n      wanted = if command == \"alter\", do: [{:remove, 1}, {:modify, 2}, {:modify, 3}, {:alter, 2}], else: [{String.to_atom(command), 1}]\n      Enum.find_value(wanted, fn {name, arity} -> Enum.find_value(calls, &match_line(&1, name, arity)) end)\n    else\n      _ -> nil\n    end\n  end\n\n  defp match_line({name, arity, line}, name, arity), do: line\n  defp match_line(_call, _name, _arity), do: nil\n\n  defp dump(read) do\n    case read.() do\n      {:ok, items} -> items\n      {:error, why} -> throw({:problem, %{kind: \"not_compared\", message: why}})\n    end\n  end\n\n  defp compare(_step, nil, nil), do: :ok\n\n  defp compare(step, wanted, seen) do\n    if wanted != seen do\n      difference = Schema.difference(wanted, seen)\n      throw({:problem, %{kind: \"differs\", step: step, message: \"\", difference: Enum.take(difference, 60), lines: length(difference)}})\n    end\n  end\n\n  # Each file is compiled once, and known by its version from then on.\n  defp modules(files) do\n    Code.put_compiler_option(:ignore_module_conflict, true)\n\n    for one <- files do\n      compiled =\n        try do\n          Code.compile_file(one.file)\n        rescue\n          error ->\n            IO.puts(:stderr, Exception.format(:error, error, __STACKTRACE__))\n            throw({:problem, %{kind: \"not_compiled\", message: Exception.message(error), file: one.file, line: Map.get(error, :line)}})\n        end\n\n      case for({module, _} <- compiled, function_exported?(module, :__migration__, 0), do: module) do\n        [module | _] -> {one.version, module}\n        [] -> throw({:problem, %{kind: \"not_compiled\", message: \"the file defines no Ecto.Migration\", file: one.file, line: 1}})\n      end\n    end\n  end\nend\n",
    "elixir/release.exs": "# Compiles for production and assembles the release anew: `mix pd.release` in MIX_ENV=prod, with `assemble` and perhaps\n# the application's name to go beyond the compilation.\ndefmodule Mix.Tasks.Pd.Release do\n  use Mix.Task\n  alias PhoenixDeploy.{Compile, JSON, Releases, Step}\n\n  def run(steps) do\n    with [\"assemble\" | app] <- if(Compile.run(\"compile-prod\"), do: steps, else: []) do\n      Step.run(\"release\", fn -> assemble(List.first(app)) end)\n    end\n  end\n\n  # `app` is the name that the settings give the application, where they do.\n  defp assemble(app) do\n    config = Mix.Project.config()\n    chosen = Releases.chosen(config, app)\n    assets = assets()\n    version_of_apps()\n    made = if aliased?(config), do: run_alias(config, chosen), else: run_task(chosen)\n    JSON.write(\"release.json\", made |> described(chosen, config) |> Map.put(:assets, assets))\n  end\n\n  defp aliased?(config), do: Keyword.has_key?(config[:aliases] || [], :release)\n\n  # What mix does without arguments; the folder is ours, so that nothing is removed that is not.\n  defp run_task({nil, _}), do: nil\n\n  defp run_task({name, how}) do\n    path = default_path(name)\n    # `mix release` over an existing one may build nothing: there must be none.\n    File.rm_rf!(path)\n    Mix.Task.run(\"release\", if(how == :named, do: [name], else: []) ++ [\"--overwrite\", \"--path\", path] ++ version_arguments())\n    {name, path}\n  end\n\n  # The version of the tag that is released, where the settings take it from there.\n  defp given do\n    with \"\" <- System.get_env(\"PD_VERSION\", \"\"), do: nil\n  end\n\n  defp version_arguments, do: if(version = given(), do: [\"--version\", version], else: [])\n\n  # Every application of the project says the version that ships: the tag's, else its own, also where an earlier build\n  # was under another tag.\n  defp version_of_apps do\n    for {app, own} <- apps() do\n      file = Path.join([Mix.Project.build_path(), \"lib\", to_string(app), \"ebin\", \"#{app}.app\"])\n      version = to_charlist(given() || own)\n\n      with {:ok, [{:application, ^app, properties}]} <- :file.consult(file), true <- properties[:vsn] != version do\n        told = {:application, app, Keyword.replace!(properties, :vsn, version)}\n        File.write!(file, :io_lib.format(\"%% coding: utf-8~n~tp.~n\", [told]) |> IO.chardata_to_string())\n        # What compiled it may have loaded it: a release that takes its version from an application asks there.\n        :application.unload(app)\n      end\n    end\n  end\n\n  defp apps do\n    case Mix.Project.apps_paths() do\n      nil ->\n        [{Mix.Project.config()[:app], Mix.Project.config()[:version]}]\n\n      paths ->\n        for {app, path} <- paths,\n            do: {app, Mix.Project.in_project(app, path, fn _ -> Mix.Project.config()[:version] end)}\n    end\n  end\n\n  # An alias decides by itself what it makes: it is run as it is, and what is new afterwards is its release. Arguments\n  # go to its last command, which is given the tag's version where that is `release`.\n  defp run_alias(config, {chosen, _}) do\n    folders = folders(config, chosen)\n    for {name, _} <- folders, do: File.rm_rf!(default_path(name))\n    started = System.os_time(:second)\n    Mix.Task.run(\"release\", if(ends_with_release?(config[:aliases][:release]), do: version_arguments(), else: []))\n    Enum.find(folders, fn {_name, path} -> new?(path, started) end)\n  end\n\n  defp ends_with_release?(commands) do\n    last = commands |> List.wrap() |> List.last()\n    is_binary(last) and last |> String.split() |> List.first() == \"release\"\n  end\n\n  # The chosen one first; each in the folder that mix.exs names for it, and in mix's own.\n  defp folders(config, chosen) do\n    named =\n      for {name, options} <- config[:releases] || [],\n          path = options(options)[:path],\n          do: {to_string(name), Path.expand(path)}\n\n    own = for name <- Enum.uniq(List.wrap(chosen) ++ Releases.names(config)), do: {name, default_path(name)}\n    Enum.sort_by(named ++ own, fn {name, _} -> name != chosen end)\n  end\n\n  defp options(options) when is_function(options, 0), do: options.()\n  defp options(options), do: options\n\n  defp new?(path, started) do\n    match?({:ok, %{mtime: at}} when at >= started, File.stat(start_erl(path), time: :posix))\n  end\n\n  defp default_path(name), do: Path.join([Mix.Project.build_path(), \"rel\", name])\n  defp start_erl(path), do: Path.join(path, \"releases/start_erl.data\")\n\n  defp described(nil, _chosen, config) do\n    %{\n      status: \"none_made\",\n      aliased: aliased?(config),\n      apps: Map.keys(Mix.Project.apps_paths() || %{}),\n      version: config[:version]\n    }\n  end\n\n  # As the release itself knows it: its version may be its own, and an umbrella has none.\n  defp described({name, path}, {_, how}, config) do\n    [erts, version] = path |> start_erl() |> File.read!() |> String.split()\n\n    %{\n      status: \"ran\",\n      name: name,\n      version: version,\n      path: path,\n      chosen: how,\n      releases: Releases.names(config),\n      # An umbrella's apps have versions of their own.\n      starts: starts(path, name, version),\n      app: if(config[:apps_path], do: nil, else: %{name: config[:app], version: given() || config[:version]}),\n      erts: %{version: erts, included: File.dir?(Path.join(path, \"erts-\" <> erts))}\n    }\n  end\n\n  # The project's own applications that the release starts and does not do without.\n  defp starts(path, name, version) do\n    {:ok, [{:release, _, _, apps}]} = :file.consult(Path.join([path, \"releases\", version, name <> \".rel\"]))\n    own = Map.keys(Mix.Project.apps_paths() || %{Mix.Project.config()[:app] => nil})\n\n    for app <- apps,\n        elem(app, 0) in own,\n        tuple_size(app) == 2 or elem(app, 2) in [:permanent, :transient],\n        do: elem(app, 0)\n  end\n\n  # `mix assets.deploy` where the project has it, as `mix phx.new` writes it.\n  defp assets do\n    case Mix.Project.apps_paths() do\n      nil ->\n        if deploys?(), do: [deploy(Mix.Project.config()[:app])], else: []\n\n      paths ->\n        for(\n          {app, path} <- paths,\n          done <- Mix.Project.in_project(app, path, fn _ -> if deploys?(), do: [deploy(app)], else: [] end),\n          do: done\n        )\n    end\n  end\n\n  defp deploys?, do: Keyword.has_key?(Mix.Project.config()[:aliases] || [], :\"assets.deploy\")\n\n  defp deploy(app) do\n    Mix.Task.run(\"assets.deploy\")\n    app\n  end\nend\n",
    "elixir/releases.exs": "# Which release `mix release` makes when it is given no name: what mix.exs says, read as mix itself reads it.\ndefmodule PhoenixDeploy.Releases do\n  # The name, or nil where mix has none (an umbrella without `releases:`), and how it came to be chosen. `:named` is the\n  # only choice that mix has to be given by name: with several releases and no `default_release` it refuses to choose,\n  # so the one called `app`, else the first, is taken.\n  def chosen(config, app \\\\ nil) do\n    case names(config) do\n      [] -> if umbrella?(config), do: {nil, :none}, else: {to_string(config[:app]), :app}\n      [name] -> {name, :only}\n      names -> of_several(names, config, app)\n    end\n  end\n\n  def names(config), do: for({name, _} <- config[:releases] || [], do: to_string(name))\n\n  defp of_several(names, config, app) do\n    wanted = Enum.map([app, config[:app]], &to_string/1)\n\n    cond do\n      default = config[:default_release] -> {to_string(default), :default}\n      name = Enum.find(wanted, &(&1 in names)) -> {name, :named}\n      true -> {hd(names), :named}\n    end\n  end\n\n  defp umbrella?(config), do: config[:apps_path] != nil\nend\n",
    "elixir/schema.exs": "# The structure of a database as a sorted list of texts, so that two of them can be compared. The order of columns and\n# the rows do not count: a column that was dropped and comes back stands last.\ndefmodule PhoenixDeploy.Schema do\n  alias PhoenixDeploy.{Catalogue, Database}\n\n  # How this repo's structure can be read: by its adapter's own dump (pg_dump, mysqldump), else from PostgreSQL's\n  # catalogue. Returns `{tool, read}`, or `{nil, why}`.\n  def reader(repo, config) do\n    case adapters_own(repo, config) do\n      {:ok, _} -> {tool(repo), fn -> adapters_own(repo, config) end}\n      {:error, why} -> if Database.postgres?(repo), do: {\"catalogue\", fn -> Catalogue.read(repo) end}, else: {nil, why}\n    end\n  end\n\n  # What one has and the other has not: `-` was wanted, `+` is there.\n  def difference(wanted, seen), do: lines(\"-\", wanted -- seen) ++ lines(\"+\", seen -- wanted)\n\n  defp lines(sign, items), do: for(item <- items, line <- String.split(item, \"\\n\"), do: \"#{sign} #{line}\")\n\n  defp tool(repo), do: if(Database.postgres?(repo), do: \"pg_dump\", else: \"structure_dump of #{inspect(repo.__adapter__())}\")\n\n  # The tool may be missing, or older than the server.\n  defp adapters_own(repo, config) do\n    path = Path.join(System.fetch_env!(\"PD_OUT\"), \"structure.sql\")\n    config = config |> Keyword.put(:dump_path, path) |> Keyword.delete(:dump_prefixes)\n\n    with {:ok, path} <- repo.__adapter__().structure_dump(Path.dirname(path), config),\n         {:ok, text} <- File.read(path) do\n      {:ok, if(Database.postgres?(repo), do: objects(text), else: statements(text))}\n    end\n  rescue\n    error -> {:error, Exception.message(error)}\n  end\n\n  # pg_dump puts a comment above each object: its text may hold anything, a function's body too.\n  defp objects(text) do\n    [text | _] = String.split(text, \"\\n--\\n-- PostgreSQL database dump complete\")\n    [_settings | objects] = String.split(text, \"\\n-- Name: \")\n    objects |> Enum.flat_map(&object/1) |> Enum.sort()\n  end\n\n  defp object(text) do\n    [_name | lines] = text |> String.trim_trailing(\"\\n--\") |> String.split(\"\\n\")\n    lines = Enum.reject(lines, &(&1 in [\"\", \"--\"] or String.starts_with?(&1, \"SET default_t\")))\n\n    case lines do\n      [\"CREATE \" <> rest = head | columns] ->\n        # A table's lines, each for itself: which column differs is what the reader wants to know.\n        if rest =~ ~r/^(UNLOGGED )?(FOREIGN )?TABLE .* \\($/,\n          do:\n            for(\n              line <- [head | columns],\n              do: String.trim_trailing(head, \" (\") <> \": \" <> (line |> String.trim() |> String.trim_trailing(\",\"))\n            ),\n          else: [Enum.join(lines, \"\\n\")]\n\n      [] ->\n        []\n\n      lines ->\n        [Enum.join(lines, \"\\n\")]\n    end\n  end\n\n  # What other tools write, without the versions and what changes by itself.\n  defp statements(text) do\n    for statement <- String.split(text, \";\\n\"),\n        statement = statement |> String.split(\"\\n\") |> Enum.reject(&(&1 == \"\" or String.starts_with?(&1, \"--\"))) |> Enum.join(\"\\n\"),\n        statement != \"\" and not String.starts_with?(statement, \"INSERT INTO\"),\n        do: String.replace(statement, ~r/ AUTO_INCREMENT=\\d+/, \"\")\n  end\nend\n",
    "elixir/sobelow.exs": "# sobelow app by app: it scans nothing at the root of an umbrella. Without `--exit`, which would end the VM: its report\n# is what counts.\ndefmodule PhoenixDeploy.Sobelow do\n  alias PhoenixDeploy.{Coverage, JSON, Tool}\n  @compile {:no_warn_undefined, Sobelow.Utils}\n\n  def run do\n    if Code.ensure_loaded?(Sobelow) do\n      scans = for {{_app, path}, index} <- Enum.with_index(Coverage.apps()), do: scan(path, \"sobelow-#{index}.report\")\n      JSON.write(\"sobelow.json\", %{status: \"ran\", scans: scans})\n    else\n      JSON.write(\"sobelow.json\", %{status: \"absent\"})\n    end\n  end\n\n  defp scan(path, name) do\n    report = Path.join(System.fetch_env!(\"PD_OUT\"), name)\n\n    ran =\n      case flags(path) do\n        {:ok, flags} ->\n          File.cd!(path, fn -> Tool.run(\"sobelow\", flags ++ ~w(--private --skip --no-config --format json --out) ++ [report]) end)\n\n        {:error, why} ->\n          %{status: \"ran\", code: 1, stdout: \"\", stderr: why}\n      end\n\n    forget()\n    text = with {:ok, text} <- File.read(report), do: text, else: (_ -> nil)\n    files = Path.wildcard(Path.join(path, \"{lib,web}/**/*.ex\"))\n    Map.merge(ran, %{folder: path, report: text, files: length(files), unread: Enum.reject(files, &parses?/1)})\n  end\n\n  # sobelow silently skips a file that it cannot parse, or, with `--strict`, ends the VM.\n  defp parses?(file), do: match?({:ok, _}, Code.string_to_quoted(File.read!(file), emit_warnings: false))\n\n  # The app's own settings as flags: an old sobelow lets .sobelow-conf overrule where its report goes. What would end\n  # the VM is found before.\n  defp flags(path) do\n    conf = Path.join(path, \".sobelow-conf\")\n\n    with {:name, true} <- {:name, is_binary(Sobelow.Utils.get_app_name(Path.join(path, \"mix.exs\")))},\n         {:ok, text} <- if(File.exists?(conf), do: File.read(conf), else: {:ok, \"[]\"}),\n         {:conf, {:ok, conf}} <- {:conf, Code.string_to_quoted(text)},\n         {:conf, conf} when is_list(conf) <- {:conf, if(match?({:__block__, _, []}, conf), do: [], else: conf)} do\n      {:ok, Enum.flat_map(conf, &flag(&1, path))}\n    else\n      {:name, _} -> {:error, \"sobelow reads the app's name from mix.exs, where it must stand as `app: :name`.\"}\n      {:conf, _} -> {:error, \".sobelow-conf is no keyword list.\"}\n      {:error, reason} -> {:error, \".sobelow-conf cannot be read: #{:file.format_error(reason)}\"}\n    end\n  end\n\n  defp flag({:ignore, modules}, _), do: listed(\"--ignore\", modules, & &1)\n  defp flag({:ignore_files, files}, path), do: listed(\"--ignore-files\", files, &Path.expand(&1, path))\n  defp flag({:threshold, level}, _) when level not in [nil, false], do: [\"--threshold\", to_string(level)]\n  defp flag({:router, router}, path) when is_binary(router) and router != \"\", do: [\"--router\", Path.expand(router, path)]\n  defp flag({:router, :none}, _), do: [\"--router\", \":none\"]\n  defp flag(_, _), do: []\n\n  defp listed(flag, told, fun) do\n    names = if is_binary(told), do: String.split(told, \",\"), else: List.wrap(told)\n    names = for name <- names, is_binary(name), name != \"\", do: fun.(name)\n    if names == [], do: [], else: [flag, Enum.join(names, \",\")]\n  end\n\n  # sobelow keeps findings and skips in named processes: the next app must not inherit them.\n  defp forget do\n    for name <- [Sobelow.FindingLog, Sobelow.MetaLog, Sobelow.Fingerprint], pid = Process.whereis(name), do: GenServer.stop(pid)\n  end\nend\n",
    "elixir/sql.exs": "# PostgreSQL's words: a text becomes statements, each a list of tokens. Unquoted words are upper-case strings, `{:name,\n# text}` was quoted, `{:text, text}` is a literal, and everything else is an atom of one character. Comments are\n# nothing. A body in `$$` is one literal.\ndefmodule PhoenixDeploy.Sql do\n  def statements(sql) do\n    sql |> tokens([]) |> Enum.chunk_by(&(&1 == :\";\")) |> Enum.reject(&match?([:\";\" | _], &1))\n  end\n\n  # A list at its commas, not at those in parentheses.\n  def commas(tokens) do\n    {last, parts, _depth} =\n      Enum.reduce(tokens, {[], [], 0}, fn\n        :\",\", {part, parts, 0} -> {[], [Enum.reverse(part) | parts], 0}\n        :\"(\", {part, parts, depth} -> {[:\"(\" | part], parts, depth + 1}\n        :\")\", {part, parts, depth} -> {[:\")\" | part], parts, max(depth - 1, 0)}\n        token, {part, parts, depth} -> {[token | part], parts, depth}\n      end)\n\n    Enum.reverse([Enum.reverse(last) | parts])\n  end\n\n  # The name at the front, with its schema unless that is `public`, in lower case unless quoted: `{name, rest}`.\n  def name([\"PUBLIC\", :. | rest]), do: name(rest)\n\n  def name([part, :. | rest]) do\n    {last, rest} = name(rest)\n    {\"#{plain(part)}.#{last}\", rest}\n  end\n\n  def name([part | rest]), do: {plain(part), rest}\n  def name([]), do: {\"\", []}\n\n  defp plain({_, text}), do: text\n  defp plain(word) when is_binary(word), do: String.downcase(word)\n  defp plain(symbol), do: to_string(symbol)\n\n  defp tokens(\"\", seen), do: Enum.reverse(seen)\n  defp tokens(<<space, rest::binary>>, seen) when space in ~c\" \\t\\r\\n\\f\\v\", do: tokens(rest, seen)\n  defp tokens(\"--\" <> rest, seen), do: rest |> line_end() |> tokens(seen)\n  defp tokens(\"/*\" <> rest, seen), do: rest |> comment(1) |> tokens(seen)\n  defp tokens(<<e, ?', rest::binary>>, seen) when e in ~c\"eE\", do: text(rest, ?', true, :text, seen)\n  defp tokens(\"'\" <> rest, seen), do: text(rest, ?', false, :text, seen)\n  defp tokens(\"\\\"\" <> rest, seen), do: text(rest, ?\", false, :name, seen)\n  defp tokens(\"`\" <> rest, seen), do: text(rest, ?`, false, :name, seen)\n\n  defp tokens(\"$\" <> rest = all, seen),\n    do: if(body = dollars(all), do: body(body, seen), else: tokens(rest, [:\"$\" | seen]))\n\n  defp tokens(<<char, _::binary>> = all, seen) when char in ?a..?z or char in ?A..?Z or char == ?_ or char > 127 do\n    {word, rest} = word(all, 0)\n    tokens(rest, [String.upcase(word) | seen])\n  end\n\n  defp tokens(<<char, _::binary>> = all, seen) when char in ?0..?9 do\n    {number, rest} = word(all, 0)\n    tokens(rest, [{:text, number} | seen])\n  end\n\n  defp tokens(<<char, rest::binary>>, seen), do: tokens(rest, [List.to_atom([char]) | seen])\n\n  defp word(all, size) do\n    case all do\n      <<_::binary-size(size), char, _::binary>>\n      when char in ?a..?z or char in ?A..?Z or char in ?0..?9 or char in ~c\"_$\" or char > 127 ->\n        word(all, size + 1)\n\n      <<word::binary-size(size), rest::binary>> ->\n        {word, rest}\n    end\n  end\n\n  # Up to the closing quote; a doubled one stands for itself, and so does one behind a backslash in an E'' string. One\n  # that never closes holds all the rest.\n  defp text(all, quote, escapes, kind, seen) do\n    size = closing(all, quote, escapes, 0)\n    <<text::binary-size(size), rest::binary>> = all\n    rest = if rest == \"\", do: \"\", else: binary_part(rest, 1, byte_size(rest) - 1)\n    tokens(rest, [{kind, text} | seen])\n  end\n\n  defp closing(all, quote, escapes, size) do\n    case all do\n      <<_::binary-size(size), ?\\\\, _, _::binary>> when escapes -> closing(all, quote, escapes, size + 2)\n      <<_::binary-size(size), ^quote, ^quote, _::binary>> -> closing(all, quote, escapes, size + 2)\n      <<_::binary-size(size), ^quote, _::binary>> -> size\n      <<_::binary-size(size)>> -> size\n      _ -> closing(all, quote, escapes, size + 1)\n    end\n  end\n\n  defp dollars(all) do\n    with [tag] <- Regex.run(~r/^\\$(?:[A-Za-z_]\\w*)?\\$/, all),\n         do: {tag, binary_part(all, byte_size(tag), byte_size(all) - byte_size(tag))}\n  end\n\n  defp body({tag, rest}, seen) do\n    case String.split(rest, tag, parts: 2) do\n      [body, rest] -> tokens(rest, [{:text, body} | seen])\n      [body] -> tokens(\"\", [{:text, body} | seen])\n    end\n  end\n\n  defp line_end(rest), do: rest |> String.split(\"\\n\", parts: 2) |> Enum.at(1, \"\")\n\n  # PostgreSQL's comments nest.\n  defp comment(\"\", _depth), do: \"\"\n  defp comment(rest, 0), do: rest\n  defp comment(\"/*\" <> rest, depth), do: comment(rest, depth + 1)\n  defp comment(\"*/\" <> rest, depth), do: comment(rest, depth - 1)\n  defp comment(<<_, rest::binary>>, depth), do: comment(rest, depth)\nend\n",
    "elixir/sql_blocks.exs": "# A block of PL/pgSQL: its statements of SQL, without the words that lead to them. What is put together at run time\n# stays as it is, so that nobody takes it for read.\ndefmodule PhoenixDeploy.SqlBlock do\n  alias PhoenixDeploy.Sql\n\n  @nothing ~w(NULL RAISE RETURN EXIT CONTINUE GET ASSERT OPEN FETCH CLOSE END)\n\n  def statements(body) do\n    {_declares, found} = body |> Sql.statements() |> Enum.reduce({false, []}, &line/2)\n    found |> Enum.reverse() |> Enum.concat()\n  end\n\n  # Between DECLARE and BEGIN stand variables.\n  defp line(tokens, {declares, found}) do\n    case Enum.split_while(tokens, &(&1 != \"BEGIN\")) do\n      {_, [\"BEGIN\" | rest]} when declares or hd(tokens) in [\"DECLARE\", \"BEGIN\"] -> {false, [led(rest) | found]}\n      _ when declares or hd(tokens) == \"DECLARE\" -> {true, found}\n      _ -> {false, [led(tokens) | found]}\n    end\n  end\n\n  defp led([word | rest]) when word in [\"BEGIN\", \"ELSE\", \"LOOP\", \"EXCEPTION\"], do: led(rest)\n  defp led([word | rest]) when word in [\"IF\", \"ELSIF\", \"ELSEIF\", \"WHEN\"], do: rest |> behind(\"THEN\") |> led()\n  defp led([word | rest]) when word in [\"FOR\", \"WHILE\", \"FOREACH\"], do: rest |> behind(\"LOOP\") |> led()\n  defp led([:<, :<, _label, :>, :> | rest]), do: led(rest)\n  defp led([word | _]) when word in @nothing, do: []\n  defp led([\"PERFORM\" | rest]), do: [[\"SELECT\" | rest]]\n  # Of a query that fills variables the query counts.\n  defp led([\"SELECT\" | rest]), do: [[\"SELECT\" | Enum.reject(rest, &(&1 == \"INTO\"))]]\n  defp led([\"EXECUTE\", {:text, sql}]), do: Sql.statements(sql)\n  defp led([\"EXECUTE\", {:text, sql}, word | _]) when word in [\"INTO\", \"USING\"], do: Sql.statements(sql)\n  defp led([_variable, :\":\", := | _]), do: []\n  defp led([_variable, := | _]), do: []\n  defp led([]), do: []\n  defp led(tokens), do: [tokens]\n\n  defp behind(tokens, word), do: tokens |> Enum.drop_while(&(&1 != word)) |> Enum.drop(1)\nend\n",
    "elixir/sql_rules.exs": "# What a statement of SQL does to tables that are in use: a list of `{rule, table}` for each, and nil as the rule of\n# what is harmless. Beside them facts that a migration's walk judges by what it knows of the tables, such as `{:created,\n# table}`, `{:type, table, column, type}` or `{:locked, table}`.\ndefmodule PhoenixDeploy.SqlRules do\n  import PhoenixDeploy.Sql, only: [commas: 1, name: 1]\n  alias PhoenixDeploy.{SqlBlock, SqlTypes}\n\n  # Functions whose value is the same within a statement: a default of them is written once, and no row is touched.\n  @stable ~w(NOW CURRENT_TIMESTAMP TRANSACTION_TIMESTAMP STATEMENT_TIMESTAMP TIMEZONE TO_TIMESTAMP DATE_TRUNC CONCAT\n             LOWER UPPER MD5 ARRAY ROW COALESCE JSONB_BUILD_OBJECT JSONB_BUILD_ARRAY TO_JSONB CAST INTERVAL\n             CURRENT_SETTING VARCHAR NUMERIC DECIMAL CHAR TIMESTAMP TIMESTAMPTZ TIME)\n\n  @after_default ~w(NOT NULL CHECK REFERENCES UNIQUE PRIMARY CONSTRAINT COLLATE GENERATED)\n\n  @harmless_create ~w(EXTENSION FUNCTION PROCEDURE VIEW TYPE SCHEMA SEQUENCE DOMAIN POLICY AGGREGATE STATISTICS OR\n                      COLLATION CAST OPERATOR PUBLICATION ROLE USER RULE EVENT TEMP TEMPORARY RECURSIVE)\n\n  # Functions that read, or change nothing but the session; words before a parenthesis that are no functions.\n  @reading ~w(COUNT MIN MAX SUM AVG EXISTS IN ANY ALL SOME AND OR NOT WHERE FROM ON USING OVER FILTER BY AS VALUES\n              WHEN THEN ELSE SELECT JOIN WITH HAVING NULLIF GREATEST LEAST LENGTH TRIM SUBSTRING REPLACE SPLIT_PART\n              ROW_NUMBER STRING_AGG ARRAY_AGG JSON_AGG JSONB_AGG JSON_BUILD_OBJECT FORMAT TO_CHAR EXTRACT SETVAL\n              NEXTVAL CURRVAL SET_CONFIG TO_REGCLASS PG_GET_SERIAL_SEQUENCE PG_TABLE_SIZE PG_RELATION_SIZE VERSION\n              CURRENT_DATABASE CURRENT_SCHEMA UNNEST GENERATE_SERIES JSONB_ARRAY_ELEMENTS JSONB_EACH PG_ADVISORY_LOCK\n              PG_ADVISORY_UNLOCK PG_ADVISORY_XACT_LOCK PG_SLEEP GEN_RANDOM_UUID UUID_GENERATE_V4 RANDOM ABS ROUND\n              FLOOR CEIL DISTINCT LATERAL UNION EXCEPT INTERSECT LIMIT CONCAT_WS ENCODE DECODE\n              ADD_COMPRESSION_POLICY REMOVE_COMPRESSION_POLICY ADD_CONTINUOUS_AGGREGATE_POLICY SET_CHUNK_TIME_INTERVAL)\n  @harmless_drop ~w(FUNCTION PROCEDURE TRIGGER VIEW TYPE SEQUENCE DOMAIN POLICY AGGREGATE STATISTICS MATERIALIZED\n                    EXTENSION COLLATION RULE EVENT PUBLICATION)\n  @harmless_alter ~w(EXTENSION FUNCTION PROCEDURE SEQUENCE VIEW DOMAIN POLICY INDEX STATISTICS PUBLICATION DEFAULT\n                     ROLE USER GROUP SYSTEM DATABASE TRIGGER)\n\n  def read(sql), do: sql |> PhoenixDeploy.Sql.statements() |> Enum.flat_map(&statement/1)\n\n  # True when an expression's value differs from row to row, or nobody here knows.\n  def volatile?(sql), do: sql |> PhoenixDeploy.Sql.statements() |> Enum.any?(&calls_volatile?/1)\n\n  # Also for the statements inside of a block.\n  def statement([\"ALTER\", \"TABLE\" | rest]) do\n    {table, actions} = rest |> without(~w(IF EXISTS ONLY)) |> name()\n    [{:locked, table} | actions |> commas() |> Enum.flat_map(&action(&1, table))]\n  end\n\n  def statement([\"CREATE\", \"UNIQUE\", \"INDEX\" | rest]), do: statement([\"CREATE\", \"INDEX\" | rest])\n\n  def statement([\"CREATE\", \"INDEX\" | rest]) do\n    case Enum.split_while(rest, &(&1 != \"ON\")) do\n      {head, [\"ON\" | on]} ->\n        {table, _} = on |> without([\"ONLY\"]) |> name()\n        if(\"CONCURRENTLY\" in head, do: [], else: [{:locked, table}]) ++ concurrent(\"CONCURRENTLY\" in head, table)\n\n      _ ->\n        [{\"raw-sql-executed\", nil}]\n    end\n  end\n\n  # To drop an index is the work of a moment, unlike to build it. Whose index it is, the statement does not say.\n  def statement([\"DROP\", \"INDEX\" | rest]), do: if(\"CONCURRENTLY\" in rest, do: [{:concurrent, nil}], else: [{nil, nil}])\n  def statement([\"REINDEX\" | rest]), do: concurrent(\"CONCURRENTLY\" in rest, nil)\n\n  def statement([\"CREATE\", kind, \"TABLE\" | rest]) when kind in [\"TEMP\", \"TEMPORARY\", \"UNLOGGED\"],\n    do: statement([\"CREATE\", \"TABLE\" | rest])\n\n  def statement([\"CREATE\", \"TABLE\" | rest]) do\n    {table, columns} = rest |> without(~w(IF NOT EXISTS)) |> name()\n\n    referred =\n      for {\"REFERENCES\", at} <- Enum.with_index(columns),\n          do: {:locked, columns |> Enum.drop(at + 1) |> name() |> elem(0)}\n\n    filled =\n      if columns |> List.first() == \"AS\" or adjacent?(columns, \"AS\", \"SELECT\"), do: [{:selected, table}], else: []\n\n    [{:created, table}, {nil, table} | referred ++ filled]\n  end\n\n  def statement([\"CREATE\", \"MATERIALIZED\", \"VIEW\" | rest]) do\n    {view, _} = rest |> without(~w(IF NOT EXISTS)) |> name()\n    [{:view, view}, {nil, view}, {:selected, view}]\n  end\n\n  def statement([\"CREATE\", \"OR\", \"REPLACE\" | rest]), do: statement([\"CREATE\" | rest])\n  def statement([\"CREATE\", \"CONSTRAINT\", \"TRIGGER\" | rest]), do: statement([\"CREATE\", \"TRIGGER\" | rest])\n\n  # Made in a moment, and nobody writes to the table from then on until the transaction ends.\n  def statement([\"CREATE\", \"TRIGGER\" | rest]) do\n    {table, _} = rest |> Enum.drop_while(&(&1 != \"ON\")) |> Enum.drop(1) |> name()\n    [{:locked, table}, {nil, table}]\n  end\n\n  def statement([\"DROP\", \"TABLE\" | rest]),\n    do: for(part <- rest |> without(~w(IF EXISTS)) |> commas(), do: {\"table-dropped\", part |> name() |> elem(0)})\n\n  def statement([\"DROP\", \"DATABASE\" | _]), do: [{\"database-dropped\", nil}]\n  def statement([\"DROP\", \"SCHEMA\" | _]), do: [{\"table-dropped\", nil}]\n  def statement([\"TRUNCATE\" | rest]), do: [{\"table-truncated\", rest |> without(~w(TABLE ONLY)) |> name() |> elem(0)}]\n  def statement([\"UPDATE\" | rest]), do: [{\"operation-update\", rest |> without([\"ONLY\"]) |> name() |> elem(0)}]\n  def statement([\"DELETE\", \"FROM\" | rest]), do: [{\"operation-delete\", rest |> without([\"ONLY\"]) |> name() |> elem(0)}]\n\n  # Rows that are written down are few; those of a query are as many as there are.\n  def statement([\"INSERT\", \"INTO\" | rest]) do\n    {table, rest} = name(rest)\n\n    if \"SELECT\" in Enum.take_while(rest, &(&1 != \"VALUES\")),\n      do: [{:selected, table}],\n      else: [{\"operation-insert\", table}]\n  end\n\n  def statement([\"COPY\" | rest]), do: [{:selected, rest |> name() |> elem(0)}]\n  def statement([\"MERGE\", \"INTO\" | rest]), do: [{\"operation-update\", rest |> name() |> elem(0)}]\n\n  def statement([\"WITH\" | rest]) do\n    case Enum.find_index(rest, &(&1 in [\"UPDATE\", \"DELETE\", \"INSERT\", \"MERGE\"])) do\n      nil -> statement([\"SELECT\" | rest])\n      index -> rest |> Enum.drop(index) |> statement()\n    end\n  end\n\n  # TimescaleDB's: a table with rows is moved into chunks while nobody reads or writes it.\n  def statement([\"SELECT\", \"CREATE_HYPERTABLE\", :\"(\", {:text, table} | _]),\n    do: [{\"table-rewritten\", String.replace_prefix(table, \"public.\", \"\")}]\n\n  def statement([\"SELECT\", :*, \"FROM\", \"CREATE_HYPERTABLE\" | rest]),\n    do: statement([\"SELECT\", \"CREATE_HYPERTABLE\" | rest])\n\n  def statement([\"SELECT\" | rest]),\n    do: if(calls?(rest, @reading ++ @stable), do: [{\"raw-sql-executed\", nil}], else: [{nil, nil}])\n\n  def statement([word | _]) when word in [\"SHOW\", \"EXPLAIN\", \"VALUES\", \"TABLE\", \"BEGIN\", \"COMMIT\", \"START\"],\n    do: [{nil, nil}]\n\n  # A block of PL/pgSQL is read statement by statement.\n  def statement([\"DO\" | rest]) do\n    case Enum.find(rest, &match?({:text, _}, &1)) do\n      {:text, body} -> body |> SqlBlock.statements() |> Enum.flat_map(&statement/1) |> or_nothing()\n      nil -> [{\"raw-sql-executed\", nil}]\n    end\n  end\n\n  def statement([\"ALTER\", \"TYPE\" | rest]) do\n    cond do\n      adjacent?(rest, \"RENAME\", \"VALUE\") -> [{\"enum-value-renamed\", nil}]\n      true -> [{nil, nil}]\n    end\n  end\n\n  def statement([\"ALTER\", \"SCHEMA\" | rest]), do: [{if(\"RENAME\" in rest, do: \"schema-renamed\"), nil}]\n\n  def statement([\"ALTER\", \"MATERIALIZED\", \"VIEW\" | _]), do: [{nil, nil}]\n  def statement([\"ALTER\", kind | _]) when kind in @harmless_alter, do: [{nil, nil}]\n  def statement([\"CREATE\", kind | _]) when kind in @harmless_create, do: [{nil, nil}]\n  def statement([\"DROP\", kind | _]) when kind in @harmless_drop, do: [{nil, nil}]\n  def statement([\"LOCK\" | _]), do: [{\"table-locked\", nil}]\n  def statement([\"CLUSTER\" | _]), do: [{\"table-locked\", nil}]\n  def statement([\"VACUUM\" | rest]), do: [{if(\"FULL\" in rest, do: \"table-locked\"), nil}]\n  def statement([\"REFRESH\" | rest]), do: [{if(\"CONCURRENTLY\" not in rest, do: \"table-locked\"), nil}]\n\n  def statement([\"SET\" | rest]) do\n    zone =\n      (\"TIMEZONE\" in rest or adjacent?(rest, \"TIME\", \"ZONE\")) and\n        match?({:text, zone} when zone in [\"UTC\", \"utc\"], List.last(rest))\n\n    if(\"LOCK_TIMEOUT\" in rest, do: [:lock_timeout], else: []) ++ if(zone, do: [:utc], else: []) ++ [{nil, nil}]\n  end\n\n  def statement([word | _]) when word in [\"COMMENT\", \"GRANT\", \"REVOKE\", \"RESET\", \"ANALYZE\"], do: [{nil, nil}]\n  # What we do not know: what it does cannot be said.\n  def statement(_), do: [{\"raw-sql-executed\", nil}]\n\n  defp concurrent(true, table), do: [{:built_concurrently, table}]\n  defp concurrent(false, table), do: [{\"index-not-concurrently\", table}]\n\n  defp action([\"ADD\", \"CONSTRAINT\" | rest], table) do\n    {name, rest} = name(rest)\n    constraint(rest, table, name)\n  end\n\n  defp action([\"ADD\", kind | _] = [_ | rest], table) when kind in ~w(CHECK UNIQUE PRIMARY FOREIGN EXCLUDE),\n    do: constraint(rest, table, nil)\n\n  defp action([\"ADD\" | rest], table) do\n    {column, type} = rest |> without(~w(COLUMN IF NOT EXISTS)) |> name()\n    [{:column, table, column, SqlTypes.of_tokens(type), not adjacent?(type, \"NOT\", \"NULL\")} | column(type, table)]\n  end\n\n  defp action([\"DROP\", \"CONSTRAINT\" | _], table), do: [{nil, table}]\n\n  defp action([\"DROP\" | rest], table),\n    do: [{:gone, table, rest |> without(~w(COLUMN IF EXISTS)) |> name() |> elem(0)}, {\"column-removed\", table}]\n\n  defp action([\"RENAME\", \"TO\" | rest], table),\n    do: [{:renamed, table, rest |> name() |> elem(0)}, {\"table-renamed\", table}]\n\n  defp action([\"RENAME\", \"CONSTRAINT\" | _], table), do: [{nil, table}]\n\n  defp action([\"RENAME\" | rest], table) do\n    {column, rest} = rest |> without([\"COLUMN\"]) |> name()\n    [{:renamed, table, column, rest |> without([\"TO\"]) |> name() |> elem(0)}, {\"column-renamed\", table}]\n  end\n\n  defp action([\"SET\", \"SCHEMA\" | _], table), do: [{\"table-renamed\", table}]\n\n  defp action([\"SET\", kind | _], table) when kind in ~w(TABLESPACE LOGGED UNLOGGED ACCESS),\n    do: [{\"table-rewritten\", table}]\n\n  defp action([\"VALIDATE\", \"CONSTRAINT\" | rest], table), do: [{:validated, table, rest |> name() |> elem(0)}]\n\n  defp action([\"DETACH\", \"PARTITION\" | rest], table),\n    do: [{if(\"CONCURRENTLY\" in rest, do: :concurrent, else: \"partition-detached\"), table}]\n\n  defp action([\"ALTER\", \"CONSTRAINT\" | _], table), do: [{nil, table}]\n\n  defp action([\"ALTER\" | rest], table) do\n    {column, change} = rest |> without([\"COLUMN\"]) |> name()\n\n    case change do\n      [\"TYPE\" | type] -> [{:type, table, column, retyped(type)}]\n      [\"SET\", \"DATA\", \"TYPE\" | type] -> [{:type, table, column, retyped(type)}]\n      [\"SET\", \"NOT\", \"NULL\" | _] -> [{:null, table, column, false}]\n      [\"DROP\", \"NOT\", \"NULL\" | _] -> [{:null, table, column, true}]\n      [\"ADD\", \"GENERATED\" | _] -> [{\"auto-increment-added\", table}]\n      _ -> [{nil, table}]\n    end\n  end\n\n  defp action([word | _], table)\n       when word in ~w(SET RESET ENABLE DISABLE FORCE NO OWNER REPLICA ATTACH INHERIT OF NOT CLUSTER),\n       do: [{nil, table}]\n\n  defp action(_, table), do: [{\"raw-sql-executed\", table}]\n\n  defp constraint([\"CHECK\" | rest], table, name) do\n    text = Enum.map_join(rest, \" \", &if(is_tuple(&1), do: elem(&1, 1), else: to_string(&1)))\n    checked = text |> String.split(\" NOT VALID\") |> hd() |> String.downcase()\n\n    [\n      {:check, table, name, checked, not adjacent?(rest, \"NOT\", \"VALID\")}\n      | not_valid(rest, \"check-constraint-added\", {table, name})\n    ]\n  end\n\n  defp constraint([\"FOREIGN\" | rest], table, name), do: not_valid(rest, \"column-reference-added\", {table, name})\n  defp constraint([\"NOT\", \"NULL\" | rest], table, name), do: not_valid(rest, \"not-null-added\", {table, name})\n\n  defp constraint([\"UNIQUE\" | rest], table, _name),\n    do: [{unless(adjacent?(rest, \"USING\", \"INDEX\"), do: \"unique-constraint-added\"), table}]\n\n  defp constraint([\"PRIMARY\" | rest], table, _name),\n    do: [{unless(adjacent?(rest, \"USING\", \"INDEX\"), do: \"primary-key-added\"), table}]\n\n  defp constraint([\"EXCLUDE\" | _], table, _name), do: [{\"exclusion-constraint-added\", table}]\n  defp constraint(_, table, _name), do: [{\"raw-sql-executed\", table}]\n\n  defp not_valid(rest, rule, {table, name}),\n    do: if(adjacent?(rest, \"NOT\", \"VALID\"), do: [{:not_valid, table, name}, {nil, table}], else: [{rule, table}])\n\n  # What a value is computed with writes every row, unless it is the cast that the server makes anyway.\n  defp retyped(type) do\n    case type |> Enum.drop_while(&(&1 != \"USING\")) |> Enum.drop(1) do\n      [] ->\n        SqlTypes.of_tokens(type)\n\n      [_column, :\":\", :\":\" | cast] ->\n        if SqlTypes.of_tokens(cast) == SqlTypes.of_tokens(type), do: SqlTypes.of_tokens(type)\n\n      _ ->\n        nil\n    end\n  end\n\n  # A new column, from its type on: everything that makes the server touch or look at each row, or that old code does\n  # not fill.\n  defp column(type, table) do\n    [head | _] = type ++ [\"\"]\n\n    default =\n      type |> Enum.drop_while(&(&1 != \"DEFAULT\")) |> Enum.drop(1) |> Enum.take_while(&(&1 not in @after_default))\n\n    rules = [\n      {head in ~w(SERIAL BIGSERIAL SMALLSERIAL) or adjacent?(type, \"AS\", \"IDENTITY\"), \"auto-increment-added\"},\n      {\"GENERATED\" in type and \"STORED\" in type, \"generated-column-added\"},\n      {head == \"JSON\", \"json-column-added\"},\n      {\"REFERENCES\" in type,\n       if(default == [], do: {:notice, \"column-reference-added\"}, else: \"column-reference-added\")},\n      {\"UNIQUE\" in type, \"unique-constraint-added\"},\n      {\"PRIMARY\" in type, \"primary-key-added\"},\n      {\"CHECK\" in type, \"check-constraint-added\"},\n      {default != [] and calls_volatile?(default), \"column-volatile-default\"},\n      {adjacent?(type, \"NOT\", \"NULL\") and default == [] and \"GENERATED\" not in type, \"required-column-added\"}\n    ]\n\n    case for({true, rule} <- rules, do: {rule, table}) do\n      [] -> [{nil, table}]\n      found -> found\n    end\n  end\n\n  defp calls_volatile?(tokens), do: calls?(tokens, @stable)\n\n  defp calls?(tokens, known) do\n    tokens\n    |> Enum.chunk_every(2, 1, :discard)\n    |> Enum.any?(fn [word, next] -> next == :\"(\" and callable?(word) and word not in known end)\n  end\n\n  defp or_nothing([]), do: [{nil, nil}]\n  defp or_nothing(facts), do: facts\n\n  defp callable?({:name, _}), do: true\n  defp callable?(word), do: is_binary(word)\n\n  defp without(tokens, words), do: Enum.drop_while(tokens, &(&1 in words))\n  defp adjacent?(tokens, one, next), do: tokens |> Enum.chunk_every(2, 1, :discard) |> Enum.member?([one, next])\nend\n",
    "elixir/sql_types.exs": "# PostgreSQL's types as far as a change of one can be free: Ecto's words and SQL's become the same value, and a change\n# is compared by it.\ndefmodule PhoenixDeploy.SqlTypes do\n  alias PhoenixDeploy.Sql\n\n  @lengthened ~w(varchar timestamp timestamptz time timetz)\n  @ends ~w(USING COLLATE NOT NULL DEFAULT CHECK REFERENCES UNIQUE PRIMARY CONSTRAINT GENERATED)\n  @names %{\n    \"INT\" => \"integer\",\n    \"INT4\" => \"integer\",\n    \"SERIAL\" => \"integer\",\n    \"INT8\" => \"bigint\",\n    \"BIGSERIAL\" => \"bigint\",\n    \"INT2\" => \"smallint\",\n    \"BOOL\" => \"boolean\",\n    \"FLOAT8\" => \"double precision\",\n    \"FLOAT\" => \"double precision\"\n  }\n  @ecto %{\n    string: {\"varchar\", 255},\n    binary_id: \"uuid\",\n    id: \"integer\",\n    identity: \"bigint\",\n    map: \"jsonb\",\n    binary: \"bytea\",\n    float: \"double precision\",\n    utc_datetime: {\"timestamp\", 0},\n    naive_datetime: {\"timestamp\", 0},\n    utc_datetime_usec: {\"timestamp\", 6},\n    naive_datetime_usec: {\"timestamp\", 6},\n    time: {\"time\", 0},\n    time_usec: {\"time\", 6}\n  }\n\n  # Ecto's type with its options; `nil` of one that is computed.\n  def of_ecto({:references, _, [_table | rest]}, _options), do: of_ecto(options(rest)[:type] || :bigserial, [])\n  def of_ecto({:array, type}, options), do: with(type when type != nil <- of_ecto(type, options), do: {\"array\", type})\n  def of_ecto({:map, _}, _options), do: \"jsonb\"\n  def of_ecto(:string, options), do: {\"varchar\", options[:size] || 255}\n  def of_ecto(:decimal, options), do: numeric(options[:precision], options[:scale])\n  def of_ecto(:numeric, options), do: of_ecto(:decimal, options)\n  def of_ecto(:varchar, options), do: {\"varchar\", options[:size]}\n\n  def of_ecto(type, options) when is_atom(type) and type not in [nil, true, false] do\n    cond do\n      known = @ecto[type] -> known\n      options[:size] != nil -> {to_string(type), options[:size]}\n      true -> type |> to_string() |> of_text()\n    end\n  end\n\n  def of_ecto(type, _options) when is_binary(type), do: of_text(type)\n  def of_ecto(_type, _options), do: nil\n\n  defp of_text(text), do: text |> Sql.statements() |> List.first([]) |> of_tokens()\n\n  # The type at the front of a column's definition.\n  def of_tokens(tokens) do\n    {array, tokens} = tokens |> Enum.take_while(&(&1 not in @ends)) |> Enum.split_with(&(&1 in [:\"[\", :\"]\"]))\n    type = plain(tokens)\n    if array == [] or type == nil, do: type, else: {\"array\", type}\n  end\n\n  defp plain([\"CHARACTER\", \"VARYING\" | rest]), do: plain([\"VARCHAR\" | rest])\n  defp plain([\"DOUBLE\", \"PRECISION\" | _]), do: \"double precision\"\n  defp plain([\"VARCHAR\" | rest]), do: {\"varchar\", number(rest)}\n\n  defp plain([kind | rest]) when kind in [\"NUMERIC\", \"DECIMAL\"],\n    do: numeric(number(rest), rest |> Enum.drop(2) |> number())\n\n  defp plain([\"TIMESTAMPTZ\" | rest]), do: {\"timestamptz\", number(rest) || 6}\n\n  defp plain([kind | rest]) when kind in [\"TIMESTAMP\", \"TIME\"],\n    do: {String.downcase(kind) <> if(\"WITH\" in rest, do: \"tz\", else: \"\"), number(rest) || 6}\n\n  defp plain([word]) when is_binary(word), do: @names[word] || String.downcase(word)\n  defp plain([{:name, name}]), do: name\n  defp plain([]), do: nil\n\n  defp plain(tokens),\n    do: tokens |> Enum.map_join(\" \", &if(is_tuple(&1), do: elem(&1, 1), else: to_string(&1))) |> String.downcase()\n\n  defp number([:\"(\", {:text, digits} | _]), do: to_integer(digits)\n  defp number([:\",\", {:text, digits} | _]), do: to_integer(digits)\n  defp number(_), do: nil\n\n  defp to_integer(digits) do\n    with {number, \"\"} <- Integer.parse(digits), do: number, else: (_ -> nil)\n  end\n\n  defp numeric(nil, _scale), do: {\"numeric\", nil}\n  defp numeric(precision, scale), do: {\"numeric\", {precision, scale || 0}}\n\n  defp options(rest), do: PhoenixDeploy.MigrationCode.options(rest)\n\n  # In UTC a time with its zone is the same value as one without, where no precision is asked for: that would be\n  # computed.\n  def rewrites_in_utc?({from, _}, {to, 6})\n      when from in [\"timestamp\", \"timestamptz\"] and to in [\"timestamp\", \"timestamptz\"],\n      do: false\n\n  def rewrites_in_utc?(from, to), do: rewrites?(from, to)\n\n  # False where the server knows that every value stays as it is: no row is read or written.\n  def rewrites?(same, same), do: same == nil\n  def rewrites?(nil, _to), do: true\n  def rewrites?({\"varchar\", _}, \"text\"), do: false\n  def rewrites?({\"varchar\", _}, {\"varchar\", nil}), do: false\n  def rewrites?(\"text\", {\"varchar\", nil}), do: false\n  def rewrites?({\"numeric\", _}, {\"numeric\", nil}), do: false\n  def rewrites?({\"numeric\", {from, scale}}, {\"numeric\", {to, scale}}), do: to < from\n\n  # An array is written anew with whatever its elements become, and so is a text of a fixed length.\n  def rewrites?({kind, from}, {kind, to}) when kind in @lengthened and is_integer(from) and is_integer(to),\n    do: to < from\n\n  def rewrites?(\"cidr\", \"inet\"), do: false\n  def rewrites?(_from, _to), do: true\nend\n",
    "elixir/static.exs": "# What is asked of the code and its dependencies without running them, in one VM: `mix pd.static CHECK...`. Each check\n# leaves a file of its own. One after the other: mix goes to the folders of path dependencies and of an umbrella's apps,\n# and a folder is the whole VM's.\ndefmodule Mix.Tasks.Pd.Static do\n  use Mix.Task\n  alias PhoenixDeploy.{Credo, Dependencies, Dialyzer, Sobelow, Step}\n\n  # Hex comes first: from 1.15 on mix takes it from the path when the dependencies are loaded, and `deps.get` asks the\n  # registry for beside our packages. dialyzer comes late, since dialyxir compiles, and mix_audit last, since it stops\n  # the VM when it finds something.\n  @order ~w(hex-audit unused-deps credo sobelow dialyzer deps-audit)\n\n  def run(checks) do\n    # Words, for every process from here on: what analyses allocate is mostly kept to their end, and collecting it in\n    # small heaps costs a tenth of their time.\n    :erlang.system_flag(:min_heap_size, 65_536)\n    for check <- @order, check in checks, do: Step.run(check, fn -> run_check(check) end)\n  end\n\n  defp run_check(\"hex-audit\"), do: Dependencies.hex_audit()\n  defp run_check(\"unused-deps\"), do: Dependencies.unused()\n  defp run_check(\"deps-audit\"), do: Dependencies.audit()\n  defp run_check(\"credo\"), do: loaded(&Credo.run/0)\n  defp run_check(\"sobelow\"), do: loaded(&Sobelow.run/0)\n  defp run_check(\"dialyzer\"), do: loaded(&Dialyzer.run/0)\n\n  # A tool is one of the dependencies. Mix has looked at them once for unused-deps, without compiling any, and takes\n  # that for done; where they do not load, each tool says so.\n  defp loaded(tool) do\n    unless Process.get(:phoenix_deploy_loaded) do\n      Mix.Task.reenable(\"deps.loadpaths\")\n      Mix.Task.rerun(\"loadpaths\", [])\n      Process.put(:phoenix_deploy_loaded, true)\n    end\n\n    tool.()\n  end\nend\n",
    "elixir/step.exs": "# The steps that share a VM: each leaves a file of its own, within its limit, whatever the code of the project does.\ndefmodule PhoenixDeploy.Step do\n  alias PhoenixDeploy.JSON\n\n  # Runs a step. One that raises leaves the reason; one that does not end within the limit ends the VM, and the file\n  # says so, with what was running by then.\n  def run(name, work, running \\\\ fn -> [] end) do\n    Process.put(:phoenix_deploy_step, System.monotonic_time(:millisecond))\n    limit = String.to_integer(System.fetch_env!(\"PD_LIMIT_MS\"))\n\n    watch =\n      spawn(fn ->\n        receive do\n          :done -> :ok\n        after\n          limit ->\n            JSON.write(\"#{name}.json\", %{status: \"timed_out\", running: running.()})\n            System.halt(1)\n        end\n      end)\n\n    try do\n      work.()\n    rescue\n      error ->\n        could_not_run(name, Exception.message(error), Exception.format(:error, error, __STACKTRACE__))\n    catch\n      :exit, {:shutdown, code} -> could_not_run(name, \"it ended with #{inspect(code)}\", \"\")\n      kind, reason -> could_not_run(name, \"it ended with #{inspect(reason)}\", Exception.format(kind, reason, __STACKTRACE__))\n    after\n      send(watch, :done)\n      Process.delete(:phoenix_deploy_step)\n    end\n  end\n\n  defp could_not_run(name, message, trace) do\n    if trace != \"\", do: IO.puts(:stderr, trace)\n    JSON.write(\"#{name}.json\", %{status: \"could_not_run\", message: message})\n  end\nend\n",
    "elixir/suite.exs": "# All that the `test` build serves, in one VM and one test run: `mix pd.suite STEP...` in MIX_ENV=test. Each step leaves\n# a file of its own.\ndefmodule Mix.Tasks.Pd.Suite do\n  use Mix.Task\n  alias PhoenixDeploy.{Compile, Coverage, Format, Formatter, JSON, Step, TestFiles}\n\n  def run(steps) do\n    Mix.Tasks.Pd.Project.run([])\n    runs = Compile.run(\"compile-test\")\n    if \"format\" in steps, do: Step.run(\"format\", &Format.run/0)\n    if \"test\" in steps and runs, do: Step.run(\"test\", fn -> test(\"coverage\" in steps) end, &Formatter.running/0)\n\n    if \"coverage\" in steps and File.exists?(Path.join(System.fetch_env!(\"PD_OUT\"), \"test.json\")),\n      do: Step.run(\"coverage\", &Coverage.write/0)\n  end\n\n  defp test(cover) do\n    if cover, do: Coverage.start()\n    Formatter.remember()\n    root = File.cwd!()\n    failed = run_tests(root)\n    JSON.write(\"test.json\", %{status: \"ran\", unmatched: TestFiles.not_run(Formatter.loaded()), failed: failed})\n  end\n\n  # A suite that failed ends by an exit of its own, once it is over; everything else that ends it is a reason why it\n  # could not run.\n  defp run_tests(root) do\n    Mix.Task.run(\"test\", [\"--formatter\", \"PhoenixDeploy.Formatter\", \"--formatter\", \"ExUnit.CLIFormatter\"])\n    false\n  catch\n    :exit, {:shutdown, code} when is_integer(code) -> suite_ended?() || exit({:shutdown, code})\n    :exit, {:noproc, {GenServer, :call, [ExUnit.Server | _]}} -> File.cd!(root, &not_started/0)\n  after\n    # A test may have gone to another folder: that is the whole VM's.\n    File.cd!(root)\n  end\n\n  # Elixir 1.14 stops at an app that has no test_helper.exs, since nobody starts ExUnit there.\n  defp not_started do\n    without = for {_app, path} <- Coverage.apps(), not File.exists?(Path.join(path, \"test/test_helper.exs\")), do: Path.relative_to_cwd(path)\n\n    if length(without) == length(Coverage.apps()) do\n      # No test ran, and that is what is said of it.\n      true\n    else\n      Mix.raise(\"ExUnit was not started, since #{Enum.join(without, \", \")} has no test/test_helper.exs. Write `ExUnit.start()` in it.\")\n    end\n  end\n\n  defp suite_ended?, do: Path.wildcard(Path.join(System.fetch_env!(\"PD_OUT\"), \"suite-*.json\")) != []\nend\n",
    "elixir/test_files.exs": "# Files that hold tests which were not run: their name, or the folder that they lie in, is not one that mix test loads.\ndefmodule PhoenixDeploy.TestFiles do\n  alias PhoenixDeploy.Coverage\n\n  # Folders that hold other people's code, what is built from code, or samples of code.\n  @elsewhere ~w(_build deps cover doc node_modules assets fixtures templates)\n  @tests ~w(test property feature doctest)a\n\n  # `loaded` are the absolute paths of the files whose tests were seen, run or excluded.\n  def not_run(loaded) do\n    root = File.cwd!()\n    apps = for {_app, folder} <- Coverage.apps(), do: Path.expand(folder)\n\n    for folder <- Enum.uniq([root | apps]),\n        config = config(folder, root),\n        config != :silent,\n        file <- sources(folder, apps -- [folder]),\n        file not in loaded,\n        not ignored?(file, folder, config),\n        tests = count(file),\n        tests > 0 do\n      %{file: file, tests: tests}\n    end\n  end\n\n  # What the app says of files that are no tests. `warn_test_pattern: false` wants no word on any (up to 1.18).\n  defp config(root, root), do: said(Mix.Project.config())\n\n  defp config(folder, _root) do\n    {app, path} = Enum.find(Coverage.apps(), fn {_app, path} -> Path.expand(path) == folder end)\n    Mix.Project.in_project(app, path, fn _ -> said(Mix.Project.config()) end)\n  end\n\n  defp said(config) do\n    if Keyword.get(config, :warn_test_pattern, true) in [nil, false], do: :silent, else: List.wrap(config[:test_ignore_filters])\n  end\n\n  # Elixir files of the app itself: other projects below it, such as an umbrella's apps, are not.\n  defp sources(folder, apps) do\n    case File.ls(folder) do\n      {:ok, names} ->\n        for name <- Enum.sort(names),\n            not String.starts_with?(name, \".\"),\n            name not in @elsewhere,\n            path = Path.join(folder, name),\n            file <- if(File.dir?(path), do: below(path, apps), else: []),\n            do: file\n\n      _ ->\n        []\n    end\n  end\n\n  defp below(folder, apps) do\n    if folder in apps or File.regular?(Path.join(folder, \"mix.exs\")) do\n      []\n    else\n      files = Path.wildcard(Path.join(folder, \"*.{ex,exs}\"))\n      folders = for path <- Path.wildcard(Path.join(folder, \"*\")), Path.basename(path) not in @elsewhere, File.dir?(path), do: path\n      Enum.filter(files, &File.regular?/1) ++ Enum.flat_map(folders, &below(&1, apps))\n    end\n  end\n\n  defp ignored?(file, folder, filters) do\n    name = Path.relative_to(file, folder)\n\n    Enum.any?(filters, fn\n      %Regex{} = regex -> Regex.match?(regex, name)\n      filter when is_function(filter, 1) -> filter.(name)\n      filter -> filter == name\n    end)\n  end\n\n  # Tests that stand in a module, not in code that the module makes for others.\n  defp count(file) do\n    with {:ok, text} <- File.read(file),\n         true <- text =~ ~r/^\\s*(?:test|property|feature|doctest)[\\s(]/m,\n         {:ok, tree} <- Code.string_to_quoted(text, emit_warnings: false) do\n      modules(tree)\n    else\n      _ -> 0\n    end\n  end\n\n  defp modules({:__block__, _, all}), do: all |> Enum.map(&modules/1) |> Enum.sum()\n\n  defp modules({:defmodule, _, [_name, [{_do, body}]]}) do\n    all = block(body)\n    inner = all |> Enum.map(&modules/1) |> Enum.sum()\n    if Enum.any?(all, &match?({:use, _, _}, &1)), do: inner + (all |> Enum.map(&tests/1) |> Enum.sum()), else: inner\n  end\n\n  defp modules(_), do: 0\n\n  defp tests({:describe, _, [_name, [{_do, body}]]}), do: body |> block() |> Enum.map(&tests/1) |> Enum.sum()\n  defp tests({:doctest, _, [_ | _]}), do: 1\n  defp tests({kind, _, [name | _]}) when kind in @tests and (is_binary(name) or elem(name, 0) == :<<>>), do: 1\n  defp tests(_), do: 0\n\n  defp block({:__block__, _, all}), do: all\n  defp block(one), do: [one]\nend\n",
    "elixir/tool.exs": "# A tool as a person would run it from a shell: what it printed on which stream, and the code that it ended with. The\n# job's log shows it as it comes.\ndefmodule PhoenixDeploy.Tool do\n  # A Mix task.\n  def run(task, args) do\n    {ran, _} =\n      heard(fn ->\n        Mix.Task.rerun(task, args)\n        {0, nil}\n      end)\n\n    ran\n  end\n\n  # Work that tells its code and a value: what became of it, and the value, nil where an exit or an exception ended it.\n  def heard(work) do\n    leader = Process.group_leader()\n    errors = Process.whereis(:standard_error)\n    {out, err} = {ear(leader), ear(errors)}\n    Process.group_leader(self(), out)\n    stand_for(:standard_error, err)\n\n    {code, value} =\n      try do\n        work.()\n      rescue\n        error ->\n          name = if is_struct(error, Mix.Error), do: \"Mix\", else: inspect(error.__struct__)\n          IO.puts(:stderr, \"** (#{name}) #{Exception.message(error)}\")\n          {1, nil}\n      catch\n        :exit, {:shutdown, code} when is_integer(code) -> {code, nil}\n        :exit, reason when reason in [:normal, :shutdown] -> {0, nil}\n      after\n        stand_for(:standard_error, errors)\n        Process.group_leader(self(), leader)\n      end\n\n    {%{status: \"ran\", code: code, stdout: told(out), stderr: told(err)}, value}\n  end\n\n  defp stand_for(name, process) do\n    Process.unregister(name)\n    Process.register(process, name)\n  end\n\n  # A device that keeps what is written to it and passes it on. There is nothing to read from it.\n  defp ear(device) do\n    spawn_link(fn ->\n      {:ok, kept} = StringIO.open(\"\")\n      hear(device, kept)\n    end)\n  end\n\n  defp hear(device, kept) do\n    receive do\n      {:io_request, _, _, request} = message when elem(request, 0) in [:put_chars, :requests] ->\n        send(kept, {:io_request, self(), make_ref(), request})\n        send(device, message)\n        hear(device, kept)\n\n      {:io_request, _, _, _} = message ->\n        send(kept, message)\n        hear(device, kept)\n\n      {:io_reply, _, _} ->\n        hear(device, kept)\n\n      {:tell, to} ->\n        {:ok, {_, text}} = StringIO.close(kept)\n        send(to, {:told, self(), text})\n    end\n  end\n\n  # What an ear heard; it hears nothing more.\n  defp told(ear) do\n    send(ear, {:tell, self()})\n\n    receive do\n      {:told, ^ear, text} -> text\n    end\n  end\nend\n",
    "host/10-records.sh": "# What every operation needs: how to say, to fail, to write whole files, to look at a process.\n# This program is sent to `/bin/sh -s` after assignments of the PD_* values; nothing is installed on the host.\n# It speaks in records: `pd <TAB> key <TAB> values`. The last one is `pd exit N`; without it the state is unknown.\n\nsay() {\n  printf 'pd'\n  for word in \"$@\"; do printf '\\t%s' \"$word\"; done\n  printf '\\n'\n}\n\n# fail REASON_CODE SENTENCE: what a tool put into the sentence stays on its line, so that it cannot be taken for a\n# record. What could not be written names no cause by itself: a full disk is one.\nfail() {\n  code=$1 full=\n  case \"$code\" in host_unsuitable | start_failed | unpack_failed | migration_failed) full=$(disk_is_full \"$PD_PATH\" 2>/dev/null) ;; esac\n  # A migration may have failed for more than that.\n  [ -z \"$full\" ] || [ \"$code\" = migration_failed ] || code=disk_full\n  say fail \"$code\" \"$(printf '%s' \"$2${full:+ $full.}\" | tr '[:cntrl:]' ' ')\"\n  exit 1\n}\n\nnow() { date +%s; }\n\n# seconds_up: whole seconds since this host was started. Waits count by it: a clock can be set, and on a busy host many\n# short sleeps take long.\nseconds_up() {\n  read -r up _ </proc/uptime\n  printf '%s' \"${up%%.*}\"\n}\n\n# write_file PATH TEXT: whole or not at all, and on disk when it returns.\nwrite_file() {\n  printf '%s\\n' \"$2\" >\"$1.tmp.$$\" && sync \"$1.tmp.$$\" && mv -fT \"$1.tmp.$$\" \"$1\" && return\n  rm -f \"$1.tmp.$$\"\n  return 1\n}\n\nmay_write() { [ -w \"$1\" ]; }\n\n# first_line PATH: nothing when there is no such file.\nfirst_line() {\n  line=\n  [ -r \"$1\" ] && IFS= read -r line <\"$1\"\n  printf '%s' \"$line\"\n}\n\n# point LINK TARGET: a symbolic link that changes in one rename.\npoint() {\n  rm -f \"$1.tmp.$$\" && ln -s \"$2\" \"$1.tmp.$$\" && mv -fT \"$1.tmp.$$\" \"$1\"\n}\n\njournal() { printf '%s %s %s\\n' \"$(date -u +%Y-%m-%dT%H:%M:%SZ)\" \"$PD_OWNER\" \"$*\" >>\"$state/journal\"; }\n\n# began PID: start time of a live process in clock ticks; nothing when it is gone or a zombie.\nbegan() {\n  [ -r \"/proc/$1/stat\" ] || return 0\n  stat=$(cat \"/proc/$1/stat\" 2>/dev/null) || return 0\n  # The command's name stands in parentheses and may hold anything: the fields count from its end.\n  # shellcheck disable=SC2086\n  set -- ${stat##*) }\n  case \"$1\" in Z | X) ;; *) printf '%s' \"${20}\" ;; esac\n}\n\n# release_of PID: the release folder that the process runs from, without asking it. A release without a runtime of its\n# own (`include_erts: false`) is run by the system's: its start script says in RELEASE_ROOT which one.\nrelease_of() {\n  exe=$(readlink \"/proc/$1/exe\" 2>/dev/null) || return 0\n  case \"$exe\" in\n  \"$releases\"/*) ;;\n  */beam.smp | */beam)\n    exe=$(tr '\\000' '\\n' <\"/proc/$1/environ\" 2>/dev/null | sed -n 's/^RELEASE_ROOT=//p' | head -n 1)\n    [ -n \"$exe\" ] || exe=$(readlink \"/proc/$1/cwd\" 2>/dev/null)\n    case \"$exe/\" in \"$releases\"/*) ;; *) return 0 ;; esac\n    # One that has a runtime is run by that one.\n    for erts in \"$releases/$(first_folder \"$exe\")\"/erts-*; do [ ! -d \"$erts\" ] || return 0; done\n    ;;\n  *) return 0 ;;\n  esac\n  first_folder \"$exe\"\n}\n\n# first_folder PATH: the release's folder that a path below the releases leads into.\nfirst_folder() {\n  below=${1#\"$releases\"/}\n  printf '%s' \"${below%%/*}\"\n}\n\n# slot_pid SLOT: the live process that was started for this slot; a number that was given to another process since does\n# not count.\nslot_pid() {\n  # shellcheck disable=SC2046\n  set -- $(first_line \"$state/slot.$1\")\n  [ -n \"$1\" ] && [ \"$(began \"$1\")\" = \"$2\" ] && printf '%s' \"$1\"\n}\n\n# link_of PATH: the release id that a link points to.\nlink_of() {\n  target=$(readlink \"$1\" 2>/dev/null) || return 0\n  printf '%s' \"${target##*/}\"\n}\n",
    "host/20-locks.sh": "# Who may change the target (lease), and who changes it right now (step lock). The lease is read and written only under\n# a short flock: a stale lock directory that two steal at once has two winners. state/lease is one line: owner, when it\n# expires, since when it is held, address of the owner's run; times by this host's clock.\n\nwith_mutex() {\n  exec 8>\"$state/mutex\" && flock -w 10 8 || fail lock_held \"The lock's own file on this host was busy for 10 s.\"\n}\n\n# whole TEXT: a number that arithmetic can bear.\nwhole() {\n  case \"$1\" in '' | *[!0-9]* | 0?* | ???????????????*) return 1 ;; esac\n}\n\n# read_lease: what state/lease claims, as far as it can be believed; lease_odd is the rest, in words. A claim that\n# cannot be read has expired, and so has one for longer than a lease lasts (a moment is granted to a clock that is set\n# back): an owner that lives renews it before long, and stops if another run took it meanwhile.\nread_lease() {\n  lease_odd=\n  set -f\n  # shellcheck disable=SC2046\n  set -- $(first_line \"$state/lease\" 2>/dev/null)\n  set +f\n  lease_owner=${1-} lease_expires=${2-} lease_since=${3-} lease_url=${4-}\n  whole \"$lease_since\" || lease_since=0\n  case \"$lease_url\" in *[!A-Za-z0-9:/._%@-]*) lease_url= ;; http://* | https://*) ;; *) lease_url= ;; esac\n  case \"$lease_owner\" in\n  '')\n    lease_expires=0\n    [ ! -e \"$state/lease\" ] || lease_odd=\"The lease names no owner\"\n    return\n    ;;\n  *[!A-Za-z0-9._-]*)\n    lease_owner=\"unreadable\" lease_expires=0 lease_odd=\"The lease cannot be read\"\n    return\n    ;;\n  esac\n  if ! whole \"$lease_expires\"; then\n    lease_expires=0 lease_odd=\"The lease of $lease_owner has no readable expiry\"\n    return\n  fi\n  left=$((lease_expires - $(now)))\n  [ \"$left\" -gt $((PD_TTL + 30)) ] || return 0\n  lease_expires=0 lease_odd=\"The lease of $lease_owner claims $left s, and a lease lasts $PD_TTL s\"\n}\n\nwrite_lease() { write_file \"$state/lease\" \"$PD_OWNER $(($(now) + PD_TTL)) $1 $PD_URL\" 2>/dev/null; }\n\n# lost: fails for a lease that names somebody else, or nobody. state/taken keeps who took the lock last, and from whom:\n# a rollback may have ended before the run that lost its lock notices.\nlost() {\n  set -f\n  # shellcheck disable=SC2046\n  set -- $(first_line \"$state/taken\")\n  set +f\n  [ \"${1-}\" != \"$PD_OWNER\" ] || fail lock_lost \"The lock was taken by $2${3:+ ($3)}.\"\n  [ -n \"$lease_owner\" ] || fail lock_lost \"The lock belongs to nobody: it was given back or removed.\"\n  fail lock_lost \"The lock belongs to $lease_owner${lease_url:+ ($lease_url)} now.\"\n}\n\nop_acquire_lock() {\n  for tool in flock setsid sha256sum tar gzip sync readlink od; do\n    command -v \"$tool\" >/dev/null || fail host_unsuitable \"$tool is not on this host; install util-linux, coreutils, tar and gzip.\"\n  done\n  if [ -n \"$PD_SOCKET\" ]; then\n    command -v socat >/dev/null || command -v perl >/dev/null || fail host_unsuitable \"Neither socat nor perl is on this host to reach $PD_SOCKET; install socat.\"\n    [ -S \"$PD_SOCKET\" ] || fail router_failed \"$PD_SOCKET is not a socket.\"\n  fi\n  mkdir -p \"$releases\" \"$PD_PATH/slots\" \"$PD_PATH/incoming\" \"$PD_PATH/shared\" \"$state\" 2>/dev/null || fail host_unsuitable \"$PD_PATH cannot be written by $(id -un).\"\n  # Made by another user, such as root, who deployed once by hand.\n  for at in \"$releases\" \"$PD_PATH/slots\" \"$PD_PATH/incoming\" \"$state\" \"$state/mutex\" \"$state/step\" \"$state/journal\" \"$state/kept\"; do\n    [ ! -e \"$at\" ] || may_write \"$at\" || fail host_unsuitable \"$at belongs to $(stat -c %U \"$at\") and cannot be written by $(id -un); deploy as one user, or give all but shared/ below $PD_PATH to $(id -un).\"\n  done\n  with_mutex\n  read_lease\n  left=$((lease_expires - $(now)))\n  if [ -n \"$lease_owner\" ] && [ \"$lease_owner\" != \"$PD_OWNER\" ]; then\n    if [ \"$left\" -gt 0 ] && [ \"$PD_TAKE\" != yes ]; then\n      fail lock_held \"Locked by $lease_owner${lease_url:+ ($lease_url)} for $left s more.\"\n    fi\n    if [ \"$left\" -gt 0 ]; then how=live; else how=expired; fi\n    write_file \"$state/taken\" \"$lease_owner $PD_OWNER $PD_URL\" 2>/dev/null\n    say took_over \"$lease_owner\" \"$how\" \"$lease_url\"\n    journal \"took the $how lock of $lease_owner\"\n  fi\n  if [ -n \"$lease_odd\" ]; then\n    say warning \"$lease_odd; it was replaced.\"\n    journal \"replaced a lease: $lease_odd\"\n  fi\n  case \"$(first_line \"$state/taken\")\" in \"$PD_OWNER \"*) rm -f \"$state/taken\" ;; esac\n  if [ \"$lease_owner\" != \"$PD_OWNER\" ] || [ \"$lease_since\" = 0 ]; then lease_since=$(now); fi\n  write_lease \"$lease_since\" || fail host_unsuitable \"The lease could not be written below $PD_PATH.\"\n}\n\n# A lease that expired and still names us is ours: nobody came in between.\nop_renew() {\n  with_mutex\n  read_lease\n  [ \"$lease_owner\" = \"$PD_OWNER\" ] || lost\n  write_lease \"$lease_since\" || fail host_unsuitable \"The lease could not be written below $PD_PATH.\"\n}\n\nop_release_lock() {\n  with_mutex\n  read_lease\n  # Somebody else's lock is not ours to give back.\n  if [ \"$lease_owner\" = \"$PD_OWNER\" ]; then rm -f \"$state/lease\"; fi\n}\n\n# Held as long as this program or a child of its lives: a dead owner's step is not overtaken.\ntake_step_lock() {\n  exec 9>\"$state/step\"\n  flock -n 9 || fail step_running \"A step of an earlier run still works on this host.\"\n  with_mutex\n  read_lease\n  [ \"$lease_owner\" = \"$PD_OWNER\" ] || lost\n  # A full disk must not keep traffic from going back: the lease names us, renewed or not.\n  write_lease \"$lease_since\" || say warning \"The lease could not be renewed below $PD_PATH; is the disk full?\"\n  exec 8>&-\n}\n",
    "host/30-release.sh": "# Releases on this host. releases/X exists only when it is complete and its digest was verified.\n\nop_unpack() {\n  archive=\"$PD_PATH/incoming/$PD_RELEASE.tar.gz\"\n  beside=\"$releases/.tmp.$PD_RELEASE\"\n  if [ -d \"$releases/$PD_RELEASE\" ]; then\n    rm -f \"$archive\"\n    keep_manifest\n    say unpacked already\n    return\n  fi\n  seen=$(sha256sum \"$archive\" 2>/dev/null) || fail unpack_failed \"The upload of $PD_RELEASE is missing.\"\n  if [ \"${seen%% *}\" != \"$PD_DIGEST\" ]; then\n    rm -f \"$archive\"\n    fail digest_mismatch \"The upload has sha256 ${seen%% *}, the release $PD_DIGEST.\"\n  fi\n  rm -rf \"$beside\"\n  inspect \"$archive\"\n  if ! { mkdir \"$beside\" && tar -xzf \"$archive\" -C \"$beside\" --no-same-owner --no-same-permissions; } 2>\"$state/unpack.err\"; then\n    full=$(disk_is_full \"$beside\")\n    rm -rf \"$beside\"\n    rm -f \"$archive\"\n    [ -z \"$full\" ] || fail disk_full \"$full: $PD_RELEASE could not be unpacked below $releases.\"\n    fail unpack_failed \"The upload could not be unpacked: $(tail -n 1 \"$state/unpack.err\")\"\n  fi\n  if [ ! -x \"$beside/bin/$PD_NAME\" ]; then\n    rm -rf \"$beside\"\n    rm -f \"$archive\"\n    fail unpack_failed \"The release has no bin/$PD_NAME.\"\n  fi\n  sync -f \"$beside\"\n  keep_manifest\n  mv -T \"$beside\" \"$releases/$PD_RELEASE\" || fail unpack_failed \"The release could not be moved into place.\"\n  rm -f \"$archive\"\n  say unpacked now\n}\n\n# What a host keeps of each release beside its files: when it was deployed, the name of its start script, and its\n# manifest. A rollback comes without a manifest, and a release may be called otherwise than the application.\nkeep_manifest() {\n  mkdir -p \"$state/kept\" || fail unpack_failed \"$state/kept could not be made.\"\n  [ -z \"$PD_MANIFEST\" ] || write_file \"$state/kept/$PD_RELEASE.json\" \"$PD_MANIFEST\" || fail unpack_failed \"The manifest could not be kept.\"\n  [ -s \"$state/kept/$PD_RELEASE\" ] || write_file \"$state/kept/$PD_RELEASE\" \"$(date +%s.%N) $PD_NAME\" ||\n    fail unpack_failed \"The release's record could not be kept.\"\n}\n\n# record_deployed RELEASE: it was deployed now.\nrecord_deployed() {\n  mkdir -p \"$state/kept\"\n  write_file \"$state/kept/$1\" \"$(date +%s.%N) $(name_of \"$1\")\" || say warning \"The time of this deployment could not be recorded below $state/kept.\"\n}\n\n# name_of RELEASE: of its start script. Where nothing was kept of it, the only program in its bin/ is meant.\nname_of() {\n  # shellcheck disable=SC2046\n  set -- \"$1\" $(first_line \"$state/kept/$1\")\n  script=${3-}\n  if [ -z \"$script\" ] && [ -x \"$releases/$1/bin/$PD_NAME\" ]; then script=$PD_NAME; fi\n  if [ -z \"$script\" ]; then\n    for file in \"$releases/$1\"/bin/*; do\n      if [ -f \"$file\" ] && [ -x \"$file\" ]; then script=${script:+?}${file##*/}; fi\n    done\n  fi\n  printf '%s' \"$script\"\n}\n\n# kept_releases: by the time of their deployment, oldest first. A folder's own times say nothing: those of its content\n# may be in the archive.\nkept_releases() {\n  for folder in \"$releases\"/*/; do\n    [ -d \"$folder\" ] || continue\n    folder=${folder%/}\n    # shellcheck disable=SC2046\n    set -- $(first_line \"$state/kept/${folder##*/}\")\n    printf '%s %s\\n' \"${1:-$(stat -c %.9Z \"$folder\")}\" \"${folder##*/}\"\n  done | LC_ALL=C sort -n | cut -d ' ' -f 2-\n}\n\n# Versions of the schema, as this release sees them, on one line. What an application logs meanwhile is no version:\n# the expression says them on a line that is known by its first words.\nschema_versions() {\n  (become '' eval \"$PD_VERSIONS\") >\"$state/versions.out\" 2>&1 || return 1\n  grep -q '^phoenix-deploy versions:' \"$state/versions.out\" || return 1\n  sed -n 's/^phoenix-deploy versions: *//p' \"$state/versions.out\" | tail -n 1 | sed 's/ *$//'\n}\n\nop_migrate() {\n  refuse_environment\n  before=$(schema_versions) || { relay \"$state/versions.out\"; fail migration_failed \"The schema's versions could not be read before migrating.\"; }\n  say versions_before \"$before\"\n  # What was recorded is only compared with what the database has: it may be another one since.\n  if has_all \"$before\" \"$(awk -v release=\"$PD_RELEASE\" '$1 == release { $1 = \"\"; all = $0 } END { print all }' \"$state/migrated\" 2>/dev/null)\"; then\n    say versions_after \"$before\"\n    return\n  fi\n  (become '' eval \"$PD_MIGRATE\") >\"$state/migrate.out\" 2>&1\n  code=$?\n  relay \"$state/migrate.out\"\n  after=$(schema_versions) || { relay \"$state/versions.out\"; fail migration_failed \"The schema's versions could not be read after migrating.\"; }\n  say versions_after \"$after\"\n  [ \"$code\" -eq 0 ] || fail migration_failed \"The migrations ended with exit code $code.\"\n  journal \"migrated $PD_RELEASE: [$before] -> [$after]\"\n  printf '%s %s\\n' \"$PD_RELEASE\" \"$after\" >>\"$state/migrated\"\n  sync \"$state/migrated\"\n}\n\n# has_all VERSIONS WANTED: true where every wanted version is there, and there is one.\nhas_all() {\n  there=\" $1 \"\n  # shellcheck disable=SC2086\n  set -- $2\n  [ $# -gt 0 ] || return 1\n  for version in \"$@\"; do\n    case \"$there\" in *\" $version \"*) ;; *) return 1 ;; esac\n  done\n}\n\n# relay FILE: what a tool printed, marked so that it cannot be taken for a record.\nrelay() { tail -n 60 \"$1\" | sed 's/^/| /'; }\n\nop_mark_bad() {\n  grep -qxF \"$PD_RELEASE\" \"$state/bad\" 2>/dev/null || printf '%s\\n' \"$PD_RELEASE\" 2>/dev/null >>\"$state/bad\" ||\n    fail host_unsuitable \"The mark could not be written to $state/bad.\"\n  sync \"$state/bad\"\n  journal \"marked $PD_RELEASE bad\"\n}\n\nop_prune() {\n  # shellcheck disable=SC2086\n  set -- $(first_line \"$state/active\")\n  for release in $PD_REMOVE; do\n    case \"$release\" in '' | .* | */*) fail unpack_failed \"$release is not the name of a release.\" ;; esac\n    # The planner left out what lives; what lives by now is left out here.\n    [ \"$release\" = \"${1-}\" ] || [ \"$release\" = \"${3-}\" ] && continue\n    used=\n    for name in $(slot_names); do\n      [ \"$(link_of \"$PD_PATH/slots/$name\")\" = \"$release\" ] && used=1\n      pid=$(slot_pid \"$name\")\n      [ -n \"$pid\" ] && [ \"$(release_of \"$pid\")\" = \"$release\" ] && used=1\n    done\n    # Out of sight in one rename: a removal that is cut must not leave half a release under its name.\n    [ -n \"$used\" ] || [ ! -d \"$releases/$release\" ] || { rm -rf \"$releases/.tmp.$release\" && mv -T \"$releases/$release\" \"$releases/.tmp.$release\"; }\n    [ -d \"$releases/$release\" ] || rm -f \"$state/kept/$release\" \"$state/kept/$release.json\"\n  done\n  rm -rf \"$releases\"/.tmp.* \"$PD_PATH\"/incoming/*\n}\n",
    "host/32-archive.sh": "# What an upload may hold, and what room it needs: judged from the list of the archive, before anything of it is\n# unpacked.\n\n# disk_free: bytes that are free where the application's path lies, or will lie.\ndisk_free() {\n  at=$PD_PATH\n  while [ ! -d \"$at\" ]; do at=$(dirname \"$at\"); done\n  df -P -B1 \"$at\" | awk 'NR == 2 { print $4 }'\n}\n\n# An awk program over `tar --list --verbose`: the first entry that must not be unpacked, and why, else the bytes that\n# all need. A link may lead to what lies in the release; since nothing lies behind a link, and `..` only begins a\n# target, its text tells where. shellcheck disable=SC2016\narchive_reader='\nfunction refuse(why) { if (!refused) print \"! `\" name \"` \" why; refused = 1 }\nfunction plain(path) { sub(/^(\\.\\/+)+/, \"\", path); sub(/\\/+$/, \"\", path); return path }\nfunction climbs(folder, path,    parts, up, n, i) {\n  n = folder == \"\" ? 0 : split(folder, parts, \"/\")\n  while (path ~ /^\\.\\.?(\\/|$)/) { if (path ~ /^\\.\\./) up++; sub(/^\\.\\.?\\/*/, \"\", path) }\n  return path ~ /^\\// || up > n || \"/\" path \"/\" ~ /\\/\\.\\.\\//\n}\nfunction behind_link(path,    parts, n, i, at) {\n  n = split(path, parts, \"/\")\n  for (i = 1; i < n; i++) { at = at (i > 1 ? \"/\" : \"\") parts[i]; if (at in links) return 1 }\n  return 0\n}\n{\n  type = substr($1, 1, 1)\n  from = index($0, \"\\\"\")\n  name = substr($0, from + 1)\n  separator = type == \"l\" ? \"\\\" -> \\\"\" : \"\\\" link to \\\"\"\n  target = \"\"\n  at = index(name, separator)\n  if (at) { target = substr(name, at + length(separator)); sub(/\"$/, \"\", target); name = substr(name, 1, at - 1) }\n  else sub(/\"$/, \"\", name)\n  if (from == 0) { name = $0; refuse(\"is not understood\") }\n  if (type == \"b\" || type == \"c\") refuse(\"is a device\")\n  if (type == \"p\") refuse(\"is a named pipe\")\n  if (type !~ /^[-dlh]$/) refuse(\"is neither a file nor a folder nor a link\")\n  if (name ~ /^\\//) refuse(\"is an absolute path\")\n  if (\"/\" name \"/\" ~ /\\/\\.\\.\\//) refuse(\"has `..` in its path\")\n  if (substr($1, 2) ~ /[sStT]/) refuse(\"has the setuid, setgid or sticky bit\")\n  if (type != \"l\" && substr($1, 9, 1) == \"w\") refuse(\"may be written by everybody\")\n  path = plain(name)\n  if (behind_link(path)) refuse(\"lies behind a link\")\n  folder = path\n  if (!sub(/\\/[^\\/]*$/, \"\", folder)) folder = \"\"\n  if (type == \"l\") { if (climbs(folder, target)) refuse(\"is a link out of the release, to `\" target \"`\"); links[path] = 1 }\n  if (type == \"h\" && !(plain(target) in files)) refuse(\"is a link to `\" target \"`, which is no file of the release\")\n  if (type == \"-\" || type == \"h\") files[path] = 1\n  bytes += $3 + 4096\n}\nEND { if (!refused) printf \"%.0f\\n\", bytes }'\n\n# inspect ARCHIVE: ends the step where the archive holds what a release cannot, or more than the disk has room for.\ninspect() {\n  found=$(tar --list --verbose --numeric-owner --quoting-style=c -zf \"$1\" 2>/dev/null | LC_ALL=C awk \"$archive_reader\")\n  case \"$found\" in\n  '! '*)\n    rm -f \"$1\"\n    fail unsafe_release \"The upload is refused and nothing of it was unpacked: ${found#! }.\"\n    ;;\n  esac\n  free=$(disk_free)\n  if awk -v need=\"$found\" -v free=\"$free\" 'BEGIN { exit !(need + 0 > free + 0) }'; then\n    rm -f \"$1\"\n    fail disk_full \"No space left: $PD_RELEASE needs $found bytes unpacked, and $free are free below $PD_PATH.\"\n  fi\n}\n\n# disk_is_full FOLDER: what writing says there where it is so; nothing else.\ndisk_is_full() {\n  [ -d \"$1\" ] || return 0\n  LC_ALL=C head -c 65536 /dev/zero 2>&1 >\"$1/.probe\" | grep -Eo 'No space left on device|Disk quota exceeded'\n  rm -f \"$1/.probe\"\n}\n",
    "host/35-environment.sh": "# The environment of servers and migrations: nothing of the job or login that started this program, but a few variables\n# of the host, the user's files and what a slot needs. The files `shared/env` and `shared/env.<slot>` are read as\n# systemd reads an EnvironmentFile (man systemd.exec). They are never sourced, and no value is an argument of a process\n# that others can list.\n\nclean_path=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin\n\n# An awk program. With `check` set it prints a line for each fault, else sh code that exports each variable, quoted. A\n# `#` behind white space is a fault although systemd takes it for the value: whoever wrote it meant a comment, or a\n# quoted value. So is text behind a closing quote, which is how a quote that is not closed shows itself. shellcheck\n# disable=SC2016\nenv_reader='\nfunction bad(at, says) { wrong = 1; if (check) print \":\" at \": \" says }\nfunction add(c) { value = value (c == \"\\047\" ? \"\\047\\\\\\047\\047\" : c) }\nfunction emit() { if (name != \"\" && !check) print \"export \" name \"=\\047\" value \"\\047\"; state = \"key\" }\nfunction begin(text,    at) {\n  sub(/^[ \\t\\r]+/, \"\", text)\n  if (text == \"\" || text ~ /^[#;]/) return\n  at = index(text, \"=\")\n  if (at == 0) { bad(NR, \"there is no `=`; write NAME=value, or `#` before a comment\"); return }\n  name = substr(text, 1, at - 1)\n  sub(/[ \\t]+$/, \"\", name)\n  if (name ~ /^export[ \\t]/) { bad(NR, \"`export` is for shells; write NAME=value without it\"); name = \"\" }\n  else if (name !~ /^[A-Za-z_][A-Za-z0-9_]*$/) {\n    bad(NR, \"what stands before `=` is not the name of a variable; use letters, digits and `_`, and no digit first\")\n    name = \"\"\n  }\n  value = gap = \"\"; opened = NR; state = \"before\"\n  walk(substr(text, at + 1))\n}\nfunction walk(text,    i, n, c) {\n  n = length(text)\n  for (i = 1; i <= n; i++) {\n    c = substr(text, i, 1)\n    if (state == \"single\") { if (c == \"\\047\") state = \"after\"; else add(c) }\n    else if (state == \"double\") {\n      if (c == \"\\\"\") state = \"after\"\n      else if (c != \"\\\\\") add(c)\n      else if (i == n) return\n      else { c = substr(text, ++i, 1); if (index(\"\\\"\\\\`$\", c) == 0) add(\"\\\\\"); add(c) }\n    }\n    else if (c == \"\\r\" && i == n) break\n    else if (c == \"\\r\") { bad(NR, \"there is a carriage return within the line; save the file with LF at the end of lines\"); state = \"lost\"; break }\n    else if (state == \"after\") {\n      if (c != \" \" && c != \"\\t\") { bad(NR, \"there is text behind the closing quote; quote the whole value, and write comments on lines of their own\"); state = \"lost\"; break }\n    }\n    else if (c == \" \" || c == \"\\t\") gap = gap c\n    else if (c == \"#\" && gap != \"\") { bad(NR, \"a comment cannot follow a value; write it on a line of its own, or quote the value if `#` is part of it\"); state = \"lost\"; break }\n    else if (state == \"before\" && c == \"\\047\") { state = \"single\"; opened = NR }\n    else if (state == \"before\" && c == \"\\\"\") { state = \"double\"; opened = NR }\n    else {\n      if (state == \"value\") value = value gap\n      gap = \"\"; state = \"value\"\n      if (c != \"\\\\\") add(c)\n      else if (i == n) { state = \"continued\"; return }\n      else if (substr(text, i + 1) == \"\\r\") { bad(NR, \"a carriage return follows the backslash; save the file with LF at the end of lines\"); state = \"lost\"; break }\n      else add(substr(text, ++i, 1))\n    }\n  }\n  if (state == \"single\" || state == \"double\") add(\"\\n\")\n  else emit()\n}\n{\n  if (NR == 1 && substr($0, 1, 3) == \"\\357\\273\\277\") { bad(1, \"the file begins with a byte order mark; save it as UTF-8 without one\"); $0 = substr($0, 4) }\n  if (check && index($0, \"\\001\")) bad(NR, \"there is a NUL byte\")\n  rest = $0\n  gsub(/[\\302-\\337][\\200-\\277]|[\\340-\\357][\\200-\\277][\\200-\\277]|[\\360-\\364][\\200-\\277][\\200-\\277][\\200-\\277]/, \"\", rest)\n  if (rest ~ /[\\200-\\377]/) bad(NR, \"the line is not UTF-8\")\n  if (state == \"key\" || state == \"\") begin($0)\n  else { if (state == \"continued\") state = \"value\"; walk($0) }\n}\nEND {\n  if (state == \"single\" || state == \"double\") bad(opened, \"the quote that begins here is not closed\")\n  if (state == \"continued\") bad(NR, \"the last line ends in a backslash, and no line follows\")\n  exit wrong\n}'\n\n# env_faults FILE: a line for each fault of the file, with its number; nothing where the file does not exist.\nenv_faults() {\n  [ -e \"$1\" ] || [ -L \"$1\" ] || return 0\n  if [ ! -f \"$1\" ] || [ ! -r \"$1\" ]; then\n    printf ': it is not a file that %s can read\\n' \"$(id -un)\"\n    return\n  fi\n  # awk need not know NUL: it stands as SOH here, and SOH as STX.\n  tr '\\000\\001' '\\001\\002' <\"$1\" | LC_ALL=C awk -v check=1 \"$env_reader\"\n}\n\n# environment_faults: a line for each fault of each file, with the file and its line number.\nenvironment_faults() {\n  for name in '' $(slot_names); do\n    file=$PD_PATH/shared/env${name:+.$name}\n    env_faults \"$file\" | head -n 10 | while IFS= read -r fault; do printf '%s%s\\n' \"$file\" \"$fault\"; done\n  done\n}\n\n# A plan that would start a server is refused for these, before anything changes.\nreport_environment() { environment_faults | while IFS= read -r fault; do say env_fault \"$fault\"; done; }\n\n# The files may have been changed since the plan was made.\nrefuse_environment() {\n  faults=$(environment_faults | paste -sd ';' | sed 's/;/; /g')\n  [ -z \"$faults\" ] || fail environment_file_invalid \"Variables of the servers cannot be read: $faults.\"\n}\n\n# warn_unused SLOT: variables of the user's files that the slot's own replace.\nwarn_unused() {\n  for file in \"$PD_PATH/shared/env\" \"$PD_PATH/shared/env.$1\"; do\n    for name in $(grep -Eos '^[[:space:]]*(PORT|RELEASE_NODE|RELEASE_TMP)[[:space:]]*=' \"$file\" | tr -dc 'A-Z_\\n' | sort -u); do\n      say warning \"$name in $file is not used: each slot has its own, here $([ \"$name\" = PORT ] && printf '%s' \"the port $PD_PORT of the settings\" || printf 'made by the deployment').\"\n    done\n  done\n}\n\n# Turns a clean shell into the release's own script: the rest of its arguments. All of it is read before the first\n# variable is set, so that no name in a file, such as PATH or IFS, changes what happens here. shellcheck disable=SC2016\nenter='\nset -- \"$(cat \"$2\")\" \"$(for file in \"$3\" \"$4\"; do [ ! -e \"$file\" ] || LC_ALL=C awk \"$1\" \"$file\" || { echo \"exit 1\"; echo \"$file cannot be read.\" >&2; }; done)\" \"$@\"\nexport RELEASE_COOKIE=\"$1\"\neval \"$2\"\nshift 6\n[ -z \"$1\" ] || export PORT=\"$1\" RELEASE_NODE=\"$2\" RELEASE_TMP=\"$3\"\nshift 3\nexec \"$@\"'\n\n# timezone: the host's, as a name.\ntimezone() {\n  zone=$(first_line /etc/timezone)\n  [ -n \"$zone\" ] || zone=$(readlink -f /etc/localtime 2>/dev/null | sed -n 's|.*/zoneinfo/||p')\n  printf '%s' \"${zone:-UTC}\"\n}\n\n# become SLOT VERB [EXPRESSION]: this shell turns into the release's own script.\nbecome() {\n  slot=$1 verb=$2 expression=${3-}\n  # One cookie for all builds: each clean build makes another, and two slots could not talk.\n  [ -s \"$state/cookie\" ] || (umask 077 && od -An -N16 -tx1 /dev/urandom | tr -d ' \\n' >\"$state/cookie\")\n  if [ -n \"$slot\" ]; then\n    mkdir -p \"$state/tmp.$slot\"\n    # The locks must not live on in a server.\n    exec 8>&- 9>&-\n    set -- \"$PD_PORT\" \"${PD_APP}_$slot\" \"$state/tmp.$slot\"\n  else\n    set -- '' '' ''\n  fi\n  home=$(getent passwd \"$(id -u)\" 2>/dev/null | cut -d: -f6)\n  cd \"$releases/$PD_RELEASE\" || exit 1\n  exec ${slot:+setsid} env -i \"PATH=$clean_path\" \"HOME=${home:-/}\" \"USER=$(id -un)\" LANG=C.UTF-8 \"TZ=$(timezone)\" \\\n    /bin/sh -c \"$enter\" sh \"$env_reader\" \"$state/cookie\" \"$PD_PATH/shared/env\" \"$PD_PATH/shared/env.$slot\" \"$@\" \\\n    \"$releases/$PD_RELEASE/bin/$(name_of \"$PD_RELEASE\")\" \"$verb\" ${expression:+\"$expression\"}\n}\n",
    "host/40-process.sh": "# Processes of slots. Started in a session of their own, known by process id and start time, named by their executable.\n\nslot_names() { for pair in $PD_SLOTS; do printf '%s\\n' \"${pair%%=*}\"; done; }\n\nop_start() {\n  [ -d \"$releases/$PD_RELEASE\" ] || fail release_not_kept \"$PD_RELEASE is not on this host.\"\n  pid=$(slot_pid \"$PD_SLOT\")\n  if [ -n \"$pid\" ]; then\n    runs=$(release_of \"$pid\")\n    [ \"$runs\" = \"$PD_RELEASE\" ] || fail start_failed \"Slot $PD_SLOT runs ${runs:-another program} as process $pid; it has to be stopped first.\"\n  fi\n  refuse_environment\n  end_leftover \"$PD_SLOT\"\n  refuse_stranger \"$PD_SLOT\" \"$pid\"\n  write_file \"$state/intent\" \"$PD_OWNER $PD_RELEASE $PD_SLOT\" || fail start_failed \"The intent could not be written.\"\n  journal \"start $PD_RELEASE in $PD_SLOT\"\n  point \"$PD_PATH/slots/$PD_SLOT\" \"../releases/$PD_RELEASE\" || fail start_failed \"The link of slot $PD_SLOT could not be set.\"\n  rm -f \"$state/hold-until\"\n  if [ -n \"$pid\" ]; then\n    say started \"$pid\" already\n    return\n  fi\n  rotate_log \"$PD_SLOT\"\n  warn_unused \"$PD_SLOT\"\n  (\n    # It records itself before it is the server, and holds the step lock until then: wherever this is cut, no server\n    # runs that nobody knows of.\n    read -r pid _ </proc/self/stat\n    write_file \"$state/slot.$PD_SLOT\" \"$pid $(began \"$pid\") $PD_RELEASE\" || exit 1\n    become \"$PD_SLOT\" start\n  ) </dev/null >>\"$state/log.$PD_SLOT\" 2>&1 &\n  pid=$!\n  until [ \"$(slot_pid \"$PD_SLOT\")\" = \"$pid\" ]; do\n    # Gone before it was recorded, or recorded and gone since.\n    if [ -z \"$(began \"$pid\")\" ]; then break; fi\n    sleep 0.05\n  done\n  say started \"$pid\" now\n}\n\nop_stop() {\n  end_leftover \"$PD_SLOT\"\n  pid=$(slot_pid \"$PD_SLOT\")\n  if [ -z \"$pid\" ]; then\n    rm -f \"$state/slot.$PD_SLOT\" \"$state/hold-until\"\n    say stopped already\n    return\n  fi\n  runs=$(release_of \"$pid\")\n  born=$(began \"$pid\")\n  journal \"stop ${runs:-?} in $PD_SLOT ($PD_HOW)\"\n  how=killed\n  if [ \"$PD_HOW\" = drain ]; then\n    kill -TERM \"$pid\" 2>/dev/null\n    until_at=$(($(seconds_up) + PD_LIMIT + 1))\n    while [ \"$(seconds_up)\" -lt \"$until_at\" ] && [ \"$(began \"$pid\")\" = \"$born\" ]; do sleep 0.1; done\n    [ \"$(began \"$pid\")\" = \"$born\" ] || how=ended\n  fi\n  if [ \"$how\" = killed ]; then\n    kill -KILL \"$pid\" 2>/dev/null\n    until_at=$(($(seconds_up) + 6))\n    while [ \"$(seconds_up)\" -lt \"$until_at\" ] && [ \"$(began \"$pid\")\" = \"$born\" ]; do sleep 0.05; done\n    [ \"$(began \"$pid\")\" != \"$born\" ] || fail stop_failed \"Process $pid of slot $PD_SLOT did not end although it was killed.\"\n  fi\n  # What it started in its session and left behind would keep the port.\n  for left in $(family \"$pid\"); do kill -KILL \"$left\" 2>/dev/null; done\n  rm -f \"$state/slot.$PD_SLOT\" \"$state/hold-until\"\n  say stopped \"$how\"\n}\n\nop_activate() {\n  pid=$(slot_pid \"$PD_SLOT\")\n  [ -n \"$pid\" ] || fail not_healthy \"No process of slot $PD_SLOT runs any more, so that nothing is recorded.\"\n  # What was proved a moment ago is recorded, or nothing.\n  refuse_stranger \"$PD_SLOT\" \"$pid\"\n  # shellcheck disable=SC2046\n  set -- $(first_line \"$state/active\")\n  before=${1-}\n  # Repairing with the same release must keep the last different one: a rollback goes to it.\n  if [ \"$before\" = \"$PD_RELEASE\" ]; then before=${3-}; fi\n  point \"$PD_PATH/current\" \"releases/$PD_RELEASE\" || fail start_failed \"The link current could not be set.\"\n  write_file \"$state/active\" \"$PD_RELEASE $PD_SLOT $before\" || fail start_failed \"The verified release could not be recorded.\"\n  rm -f \"$state/intent\"\n  record_deployed \"$PD_RELEASE\"\n  journal \"active $PD_RELEASE in $PD_SLOT, before it ${before:-nothing}\"\n}\n\nop_running() {\n  pid=$(slot_pid \"$PD_SLOT\")\n  listener \"$(port_of \"$PD_SLOT\")\" \"${pid:-$(ending_pid \"$PD_SLOT\")}\"\n  say running \"${pid:--}\" \"$([ -z \"$pid\" ] || release_of \"$pid\")\" \"$heard\" \"$stranger_pid\" \"$stranger\"\n}\n\n# A server's log is only appended to, so that logrotate may truncate it. Each start begins a new one; three are kept.\nrotate_log() {\n  [ -s \"$state/log.$1\" ] || return 0\n  [ ! -e \"$state/log.$1.1\" ] || mv -f \"$state/log.$1.1\" \"$state/log.$1.2\"\n  mv -f \"$state/log.$1\" \"$state/log.$1.1\"\n}\n\nop_log() { tail -c 6000 \"$state/log.$PD_SLOT\" 2>/dev/null | tail -n 40 | sed 's/^/| /'; }\n",
    "host/45-listener.sh": "# Who answers on a slot's port: the slot's own process, or somebody else. A socket is known by its inode, which stands\n# both in the kernel's table of listening sockets and among the open files of the process that has it.\n\n# sockets_on PORT: inode and user id of every socket that listens on the port, by IPv4 or IPv6. Other loopback addresses\n# than 127.0.0.1 are other places.\nsockets_on() {\n  cat /proc/net/tcp /proc/net/tcp6 2>/dev/null | awk -v port=\"$(printf '%04X' \"$1\")\" '\n    $4 == \"0A\" && split($2, at, \":\") == 2 && at[2] == port && (at[1] !~ /7F$/ || length(at[1]) > 8 || at[1] == \"0100007F\") { print $10, $8 }'\n}\n\n# family PID: the process, all that descend from it, and its session.\nfamily() {\n  cat /proc/[0-9]*/stat 2>/dev/null | awk -v root=\"$1\" '\n    { pid = $1; sub(/^.*\\) /, \"\"); split($0, field, \" \"); above[pid] = field[2]; session[pid] = field[4] }\n    END {\n      for (pid in above) {\n        for (at = pid; at != \"\" && at != 0 && at != root && steps[pid]++ < 64; at = above[at]);\n        if (at == root || session[pid] == root) print pid\n      }\n    }'\n}\n\n# sockets_of PID...: inodes of the sockets that these processes have open.\nsockets_of() {\n  folders=\n  for one in \"$@\"; do folders=\"$folders /proc/$one/fd\"; done\n  # shellcheck disable=SC2086\n  find $folders -maxdepth 1 -lname 'socket:*' -printf '%l\\n' 2>/dev/null | tr -dc '0-9\\n'\n}\n\n# holder_of INODE: `pid name` of a process that has this socket open; nothing where it cannot be read.\nholder_of() {\n  found=$(find /proc/[0-9]*/fd -maxdepth 1 -lname \"socket:\\[$1\\]\" -print -quit 2>/dev/null)\n  [ -n \"$found\" ] || return 0\n  found=${found#/proc/}\n  found=${found%%/*}\n  printf '%s %s' \"$found\" \"$(tr -dc '[:alnum:]._+-' <\"/proc/$found/comm\" 2>/dev/null)\"\n}\n\n# listener PORT [PID]: sets `heard` to none, own or foreign, and of a foreign one `stranger_pid` and `stranger`. Two\n# sockets may share a port (SO_REUSEPORT): one that is not the slot's own is enough, since it takes a part of the\n# requests.\nlistener() {\n  heard=none stranger_pid='' stranger=''\n  open=$(sockets_on \"$1\")\n  [ -n \"$open\" ] || return 0\n  # Read after the table: what the slot opened since is in it.\n  # shellcheck disable=SC2046\n  ours=$([ -z \"${2-}\" ] || sockets_of $(family \"$2\"))\n  now_open=$(sockets_on \"$1\")\n  # shellcheck disable=SC2086\n  set -- $open\n  while [ $# -gt 1 ]; do\n    if printf '%s\\n' \"$ours\" | grep -qx \"$1\"; then\n      heard=own\n    elif printf '%s\\n' \"$now_open\" | grep -q \"^$1 \"; then\n      heard=foreign\n      # shellcheck disable=SC2046\n      set -- \"$2\" $(holder_of \"$1\")\n      stranger_pid=${2-}\n      stranger=\"process ${2-} (${3:-unknown})\"\n      [ -n \"${2-}\" ] || stranger=\"a process of user $(getent passwd \"$1\" | cut -d: -f1), which $(id -un) cannot look into\"\n      return 0\n    fi\n    shift 2\n  done\n}\n\n# port_of SLOT: as the settings give it.\nport_of() { for pair in $PD_SLOTS; do [ \"${pair%%=*}\" != \"$1\" ] || printf '%s' \"${pair#*=}\"; done; }\n\n# refuse_stranger SLOT [PID]: ends the step where somebody else answers on the slot's port.\nrefuse_stranger() {\n  listener \"$(port_of \"$1\")\" \"${2-}\"\n  [ \"$heard\" != foreign ] || fail port_taken \"Port $(port_of \"$1\") of slot $1 is answered by $stranger, which was not started for this slot.\"\n}\n",
    "host/47-hold.sh": "# A slot that is kept warm after its traffic went elsewhere. The host itself ends it when its time is over: no later run\n# is needed.\n\n# A program of its own, which outlives this one: given the state folder, slot, process, its start time, the line of\n# hold-until that it works for, and where the router is asked. It looks every few seconds, and leaves as soon as that\n# line is another's: the slot was taken up again, or held anew. It ends nothing while a run has the lock, so that no\n# plan loses a slot that it counts on, nor while the router sends requests there, as one does that was restarted without\n# its state; it has no lock while it waits. shellcheck disable=SC2016\nkeeper='\nstate=$1 slot=$2 pid=$3 born=$4 held=$5 PD_SOCKET=$6 backend=$7\nexec </dev/null >/dev/null 2>&1\nbegan() { sed \"s/^.*) //\" \"/proc/$pid/stat\" | cut -d \" \" -f 1,20 | sed -n \"s/^[^ZX] //p\"; }\nlives() { [ \"$(began)\" = \"$born\" ]; }\ncarries() {\n  [ -n \"$PD_SOCKET\" ] || return 1\n  ask \"show servers state $backend\" | awk -v slot=\"$slot\" \"{ name = \\$4; sub(/^.*-/, \\\"\\\", name) }\n    (\\$4 == slot || name == slot) && \\$6 == 2 && \\$7 % 2 == 0 && int(\\$7 / 8) % 2 == 0 && \\$8 > 0 { yes = 1 } END { exit !yes }\"\n}\ndue() {\n  exec 8>>\"$state/mutex\" || exit 0\n  flock -w 10 8 || return 1\n  [ \"$(cat \"$state/hold-until\")\" = \"$held\" ] && lives || exit 0\n  # A run that was late to renew its lease may still be there: a minute more. Its steps find the step lock free.\n  owner=\"\" expires=0 _=\"\"\n  [ ! -r \"$state/lease\" ] || read -r owner expires _ <\"$state/lease\"\n  case \"$expires\" in \"\" | *[!0-9]*) expires=0 ;; esac\n  [ -z \"$owner\" ] || [ \"$(date +%s)\" -ge \"$((expires + 60))\" ] || return 1\n  exec 9>>\"$state/step\"\n  flock -n 9 || return 1\n  read -r _ active _ <\"$state/active\"\n  [ \"$active\" != \"$slot\" ] || exit 0\n  # From here on the slot is empty for whoever plans; a start in it ends what is left first.\n  mv -f \"$state/slot.$slot\" \"$state/ending.$slot\" && rm -f \"$state/hold-until\" || exit 0\n  echo \"$(date -u +%Y-%m-%dT%H:%M:%SZ) host the hold of $slot is over\" >>\"$state/journal\"\n}\nwhile :; do\n  [ \"$(cat \"$state/hold-until\")\" = \"$held\" ] || exit 0\n  left=$((${held%% *} - $(date +%s)))\n  if [ \"$left\" -le 0 ]; then\n    left=1\n    if carries; then left=5; elif due; then break; fi\n    exec 8>&- 9>&-\n  fi\n  sleep \"$((left < 5 ? left : 5))\"\ndone\nexec 8>&- 9>&-\nkill -TERM \"$pid\"\ntries=0\nwhile lives && [ \"$tries\" -lt 600 ]; do sleep 0.1; tries=$((tries + 1)); done\nlives && kill -KILL \"$pid\"\nrm -f \"$state/ending.$slot\"'\n\nmay_start_units() { [ -d /run/systemd/system ] && [ \"$(id -u)\" -eq 0 ]; }\n\nop_hold() {\n  pid=$(slot_pid \"$PD_SLOT\")\n  [ -n \"$pid\" ] || { say held nothing && return; }\n  held=\"$(($(now) + PD_SECONDS)) $PD_SLOT $pid\"\n  write_file \"$state/hold-until\" \"$held\" || fail start_failed \"How long slot $PD_SLOT is kept could not be recorded.\"\n  set -- phoenix-deploy-hold \"$state\" \"$PD_SLOT\" \"$pid\" \"$(began \"$pid\")\" \"$held\" \"$PD_SOCKET\" \"$PD_BACKEND\"\n  # systemd keeps it apart from the login session or the runner's service; elsewhere a session of its own has to do,\n  # without the variable by which a runner finds what a job left. systemd takes `$` in arguments for variables of its\n  # own, and `$$` for `$`.\n  if may_start_units &&\n    systemd-run --quiet --collect /bin/sh -c \"$(printf '%s' \"$asker$keeper\" | sed 's/[$]/&&/g')\" \"$@\" 2>/dev/null; then return; fi\n  (\n    exec 8>&- 9>&-\n    cd / && exec env -i \"PATH=$clean_path\" setsid /bin/sh -c \"$asker$keeper\" \"$@\" </dev/null >/dev/null 2>&1\n  ) &\n}\n\n# ending_pid SLOT: the live process that is being ended there since its hold is over.\nending_pid() {\n  # shellcheck disable=SC2046\n  set -- $(first_line \"$state/ending.$1\")\n  [ -n \"${1-}\" ] && [ \"$(began \"$1\")\" = \"$2\" ] && printf '%s' \"$1\"\n}\n\n# end_leftover SLOT: what was being ended there when its hold was over has had no traffic for long.\nend_leftover() {\n  # shellcheck disable=SC2046\n  set -- \"$1\" $(first_line \"$state/ending.$1\")\n  [ -n \"${2-}\" ] || return 0\n  if [ \"$(began \"$2\")\" = \"$3\" ]; then\n    kill -KILL \"$2\" 2>/dev/null\n    until [ \"$(began \"$2\")\" != \"$3\" ]; do sleep 0.05; done\n  fi\n  rm -f \"$state/ending.$1\"\n}\n",
    "host/50-router.sh": "# HAProxy by its runtime API. Errors come as text with success: every answer is read, and the state is read back.\n\n# ask LINE: one line to the admin socket PD_SOCKET, its answer on standard output. As text, since what keeps a hold asks\n# too. shellcheck disable=SC2016\nasker='ask() {\n  if command -v socat >/dev/null; then\n    printf \"%s\\n\" \"$1\" | socat -t 5 - \"UNIX-CONNECT:$PD_SOCKET\"\n  else\n    PD_SOCKET=$PD_SOCKET PD_LINE=$1 perl -MIO::Socket::UNIX -e \"my \\$s = IO::Socket::UNIX->new(Peer => \\$ENV{PD_SOCKET}) or exit 1; print \\$s \\\"\\$ENV{PD_LINE}\\\\n\\\"; \\$s->shutdown(1); print while <\\$s>\"\n  fi\n}'\neval \"$asker\"\n\n# order LINE: an order that answers nothing when it was obeyed.\norder() {\n  answer=$(ask \"$1\" 2>&1) || fail router_failed \"HAProxy cannot be reached at $PD_SOCKET: $answer\"\n  answer=$(printf '%s' \"$answer\" | tr -s '[:space:]' ' ')\n  case \"$answer\" in '' | ' ') ;; *) fail router_failed \"HAProxy refused \\\"$1\\\": $answer\" ;; esac\n}\n\n# server_state NAME: operational state and administrative bits, from `show servers state`.\nserver_state() { ask \"show servers state $PD_BACKEND\" | awk -v name=\"$1\" '$4 == name { print $6, $7 }'; }\n\nreport_router() {\n  states=$(ask \"show servers state $PD_BACKEND\" 2>&1) || fail router_failed \"HAProxy cannot be reached at $PD_SOCKET: $states\"\n  printf '%s\\n' \"$states\" | awk 'NF > 8 && $1 != \"#\" { printf \"pd\\tserver\\t%s\\t%s\\t%s\\t%s\\t%s\\n\", $4, $6, $7, $8, $9 }'\n  ask \"show stat\" | awk -F, -v backend=\"$PD_BACKEND\" '\n    NR == 1 { for (i = 1; i <= NF; i++) if ($i == \"cookie\") cookie = i }\n    $1 != backend { next }\n    $2 != \"BACKEND\" { printf \"pd\\tsessions\\t%s\\t%s\\n\", $2, $5 }\n    $2 == \"BACKEND\" && cookie && $cookie != \"\" { printf \"pd\\tcookie\\t%s\\n\", $cookie }'\n}\n\n# Runtime changes are lost on a reload unless the state is kept. What was shifted is shifted, though: this is said, and\n# fails nothing.\nkeep_router_state() {\n  [ -n \"$PD_STATE_FILE\" ] || return 0\n  { ask \"show servers state\" >\"$PD_STATE_FILE.tmp.$$\" && mv -fT \"$PD_STATE_FILE.tmp.$$\" \"$PD_STATE_FILE\"; } 2>/dev/null && return 0\n  rm -f \"$PD_STATE_FILE.tmp.$$\"\n  say warning \"HAProxy's state could not be kept in $PD_STATE_FILE: a reload of HAProxy would send traffic where its configuration says. Check that $(id -un) may write that file.\"\n}\n\n# forget_hold: a slot that takes traffic again is kept for as long as it does, also where the run that shifted is cut\n# before it recorded that. The arguments are the servers.\nforget_hold() {\n  servers=$*\n  # shellcheck disable=SC2046\n  set -- $(first_line \"$state/hold-until\")\n  for name in $servers; do\n    case \"$name\" in \"${2-}\" | *-\"${2-}\") rm -f \"$state/hold-until\" ;; esac\n  done\n}\n\n# PD_WEIGHTS: `server=percent` of each server's full weight; 0 drains. Servers take traffic before others lose it.\nop_shift() {\n  taking=\"\" drained=\"\"\n  for one in $PD_WEIGHTS; do\n    name=${one%=*}\n    case \"$one\" in *=0) drained=\"$drained $name\" && continue ;; esac\n    taking=\"$taking $name\"\n    order \"set server $PD_BACKEND/$name weight ${one##*=}%\"\n    order \"set server $PD_BACKEND/$name state ready\"\n  done\n  for name in $taking; do\n    until_at=$(($(seconds_up) + 11))\n    # Ready and up: until its health check passed, nobody is sent away from the old one.\n    while :; do\n      # shellcheck disable=SC2046\n      set -- $(server_state \"$name\")\n      [ -n \"${1-}\" ] || fail router_failed \"HAProxy's backend $PD_BACKEND has no server $name.\"\n      [ \"$1\" = 2 ] && [ $(($2 & 9)) -eq 0 ] && break\n      [ \"$(seconds_up)\" -lt \"$until_at\" ] || fail router_failed \"HAProxy does not see $name healthy after 10 s: state $1, bits $2.\"\n      sleep 0.1\n    done\n  done\n  # shellcheck disable=SC2086\n  forget_hold $taking\n  for name in $drained; do order \"set server $PD_BACKEND/$name state drain\"; done\n  journal \"shift $PD_WEIGHTS\"\n  keep_router_state\n  report_router\n}\n",
    "host/60-observe.sh": "# Looks at everything that a planner needs; changes nothing, makes no folder.\n\nop_observe() {\n  say now \"$(now)\"\n  say disk \"$(disk_free)\"\n  read_lease\n  [ -z \"$lease_owner\" ] || say lease \"$lease_owner\" \"$lease_expires\" \"$lease_since\" \"$lease_url\"\n  if [ -e \"$state/step\" ] && ! flock -n \"$state/step\" true; then say step running; else say step idle; fi\n  if [ -d \"$releases\" ]; then\n    # By the time of their deployment, oldest first; unfinished ones begin with a dot and are not listed.\n    kept_releases | while IFS= read -r release; do say release \"$release\"; done\n  fi\n  [ ! -r \"$state/bad\" ] || while IFS= read -r release; do say bad \"$release\"; done <\"$state/bad\"\n  say current \"$(link_of \"$PD_PATH/current\")\"\n  # shellcheck disable=SC2046\n  set -- $(first_line \"$state/active\")\n  [ -z \"${1-}\" ] || say active \"$1\" \"$2\" \"${3-}\"\n  # shellcheck disable=SC2046\n  set -- $(first_line \"$state/intent\")\n  [ -z \"${1-}\" ] || say intent \"$1\" \"$2\" \"$3\"\n  held=$(first_line \"$state/hold-until\")\n  [ -z \"$held\" ] || say hold \"${held%% *}\"\n  report_environment\n  for name in $(slot_names); do\n    pid=$(slot_pid \"$name\")\n    if [ -n \"$pid\" ]; then runs=$(release_of \"$pid\"); else runs=; fi\n    listener \"$(port_of \"$name\")\" \"${pid:-$(ending_pid \"$name\")}\"\n    say slot \"$name\" \"$(link_of \"$PD_PATH/slots/$name\")\" \"$pid\" \"$runs\" \"$heard\" \"$stranger_pid\" \"$stranger\"\n  done\n  if [ -n \"$PD_SOCKET\" ]; then report_router; fi\n}\n",
    "host/90-main.sh": "# The whole program is read before this line runs it: a cut connection runs nothing.\n\nmain() {\n  # A dead client must not stop a half-done step.\n  trap '' HUP PIPE\n  trap 'code=$?; say exit \"$code\"' EXIT\n  umask 022\n  # Links, `..`, double and trailing slashes: processes name the place where they really are.\n  PD_PATH=$(realpath -m -- \"$PD_PATH\") || fail host_unsuitable \"The path $PD_PATH cannot be resolved on this host.\"\n  releases=$PD_PATH/releases\n  state=$PD_PATH/state\n  case \"$PD_OP\" in\n  observe) op_observe ;;\n  running) op_running ;;\n  space) say disk \"$(disk_free)\" ;;\n  log) op_log ;;\n  router) report_router ;;\n  acquire-lock) op_acquire_lock ;;\n  renew) op_renew ;;\n  release-lock) op_release_lock ;;\n  unpack | migrate | start | stop | activate | hold | mark-bad | prune | shift)\n    take_step_lock\n    \"op_$(printf '%s' \"$PD_OP\" | tr - _)\"\n    ;;\n  *) fail unexpected_error \"There is no operation $PD_OP.\" ;;\n  esac\n}\n\nmain </dev/null\n",
    "github-markdown.css": ".markdown-body {\n  --base-size-4: 0.25rem;\n  --base-size-8: 0.5rem;\n  --base-size-16: 1rem;\n  --base-size-24: 1.5rem;\n  --base-size-40: 2.5rem;\n  --base-text-weight-normal: 400;\n  --base-text-weight-medium: 500;\n  --base-text-weight-semibold: 600;\n  --fontStack-monospace: ui-monospace, SFMono-Regular, SF Mono, Menlo, Consolas, Liberation Mono, monospace;\n  --fgColor-accent: Highlight;\n}\n@media (prefers-color-scheme: dark) {\n  .markdown-body, [data-theme=\"dark\"] {\n    /* dark */\n    color-scheme: dark;\n    --focus-outlineColor: #1f6feb;\n    --fgColor-default: #f0f6fc;\n    --fgColor-muted: #9198a1;\n    --fgColor-accent: #4493f8;\n    --fgColor-success: #3fb950;\n    --fgColor-attention: #d29922;\n    --fgColor-danger: #f85149;\n    --fgColor-done: #ab7df8;\n    --bgColor-default: #0d1117;\n    --bgColor-muted: #151b23;\n    --bgColor-neutral-muted: #656c7633;\n    --bgColor-attention-muted: #bb800926;\n    --borderColor-default: #3d444d;\n    --borderColor-muted: #3d444db3;\n    --borderColor-neutral-muted: #3d444db3;\n    --borderColor-accent-emphasis: #1f6feb;\n    --borderColor-success-emphasis: #238636;\n    --borderColor-attention-emphasis: #9e6a03;\n    --borderColor-danger-emphasis: #da3633;\n    --borderColor-done-emphasis: #8957e5;\n    --color-prettylights-syntax-comment: #9198a1;\n    --color-prettylights-syntax-constant: #79c0ff;\n    --color-prettylights-syntax-constant-other-reference-link: #a5d6ff;\n    --color-prettylights-syntax-entity: #d2a8ff;\n    --color-prettylights-syntax-storage-modifier-import: #f0f6fc;\n    --color-prettylights-syntax-entity-tag: #7ee787;\n    --color-prettylights-syntax-keyword: #ff7b72;\n    --color-prettylights-syntax-string: #a5d6ff;\n    --color-prettylights-syntax-variable: #ffa657;\n    --color-prettylights-syntax-brackethighlighter-unmatched: #f85149;\n    --color-prettylights-syntax-brackethighlighter-angle: #9198a1;\n    --color-prettylights-syntax-invalid-illegal-text: #f0f6fc;\n    --color-prettylights-syntax-invalid-illegal-bg: #8e1519;\n    --color-prettylights-syntax-carriage-return-text: #f0f6fc;\n    --color-prettylights-syntax-carriage-return-bg: #b62324;\n    --color-prettylights-syntax-string-regexp: #7ee787;\n    --color-prettylights-syntax-markup-list: #f2cc60;\n    --color-prettylights-syntax-markup-heading: #1f6feb;\n    --color-prettylights-syntax-markup-italic: #f0f6fc;\n    --color-prettylights-syntax-markup-bold: #f0f6fc;\n    --color-prettylights-syntax-markup-deleted-text: #ffdcd7;\n    --color-prettylights-syntax-markup-deleted-bg: #67060c;\n    --color-prettylights-syntax-markup-inserted-text: #aff5b4;\n    --color-prettylights-syntax-markup-inserted-bg: #033a16;\n    --color-prettylights-syntax-markup-changed-text: #ffdfb6;\n    --color-prettylights-syntax-markup-changed-bg: #5a1e02;\n    --color-prettylights-syntax-markup-ignored-text: #f0f6fc;\n    --color-prettylights-syntax-markup-ignored-bg: #1158c7;\n    --color-prettylights-syntax-meta-diff-range: #d2a8ff;\n    --color-prettylights-syntax-sublimelinter-gutter-mark: #3d444d;\n  }\n}\n@media (prefers-color-scheme: light) {\n  .markdown-body, [data-theme=\"light\"] {\n    /* light */\n    color-scheme: light;\n    --focus-outlineColor: #0969da;\n    --fgColor-default: #1f2328;\n    --fgColor-muted: #59636e;\n    --fgColor-accent: #0969da;\n    --fgColor-success: #1a7f37;\n    --fgColor-attention: #9a6700;\n    --fgColor-danger: #d1242f;\n    --fgColor-done: #8250df;\n    --bgColor-default: #ffffff;\n    --bgColor-muted: #f6f8fa;\n    --bgColor-neutral-muted: #818b981f;\n    --bgColor-attention-muted: #fff8c5;\n    --borderColor-default: #d1d9e0;\n    --borderColor-muted: #d1d9e0b3;\n    --borderColor-neutral-muted: #d1d9e0b3;\n    --borderColor-accent-emphasis: #0969da;\n    --borderColor-success-emphasis: #1a7f37;\n    --borderColor-attention-emphasis: #9a6700;\n    --borderColor-danger-emphasis: #cf222e;\n    --borderColor-done-emphasis: #8250df;\n    --color-prettylights-syntax-comment: #59636e;\n    --color-prettylights-syntax-constant: #0550ae;\n    --color-prettylights-syntax-constant-other-reference-link: #0a3069;\n    --color-prettylights-syntax-entity: #6639ba;\n    --color-prettylights-syntax-storage-modifier-import: #1f2328;\n    --color-prettylights-syntax-entity-tag: #0550ae;\n    --color-prettylights-syntax-keyword: #cf222e;\n    --color-prettylights-syntax-string: #0a3069;\n    --color-prettylights-syntax-variable: #953800;\n    --color-prettylights-syntax-brackethighlighter-unmatched: #82071e;\n    --color-prettylights-syntax-brackethighlighter-angle: #59636e;\n    --color-prettylights-syntax-invalid-illegal-text: #f6f8fa;\n    --color-prettylights-syntax-invalid-illegal-bg: #82071e;\n    --color-prettylights-syntax-carriage-return-text: #f6f8fa;\n    --color-prettylights-syntax-carriage-return-bg: #cf222e;\n    --color-prettylights-syntax-string-regexp: #116329;\n    --color-prettylights-syntax-markup-list: #3b2300;\n    --color-prettylights-syntax-markup-heading: #0550ae;\n    --color-prettylights-syntax-markup-italic: #1f2328;\n    --color-prettylights-syntax-markup-bold: #1f2328;\n    --color-prettylights-syntax-markup-deleted-text: #82071e;\n    --color-prettylights-syntax-markup-deleted-bg: #ffebe9;\n    --color-prettylights-syntax-markup-inserted-text: #116329;\n    --color-prettylights-syntax-markup-inserted-bg: #dafbe1;\n    --color-prettylights-syntax-markup-changed-text: #953800;\n    --color-prettylights-syntax-markup-changed-bg: #ffd8b5;\n    --color-prettylights-syntax-markup-ignored-text: #d1d9e0;\n    --color-prettylights-syntax-markup-ignored-bg: #0550ae;\n    --color-prettylights-syntax-meta-diff-range: #8250df;\n    --color-prettylights-syntax-sublimelinter-gutter-mark: #818b98;\n  }\n}\n\n.markdown-body {\n  -ms-text-size-adjust: 100%;\n  -webkit-text-size-adjust: 100%;\n  margin: 0;\n  color: var(--fgColor-default);\n  background-color: var(--bgColor-default);\n  font-family: -apple-system,BlinkMacSystemFont,\"Segoe UI\",\"Noto Sans\",Helvetica,Arial,sans-serif,\"Apple Color Emoji\",\"Segoe UI Emoji\";\n  font-size: 16px;\n  line-height: 1.5;\n  word-wrap: break-word;\n}\n\n.markdown-body .octicon {\n  display: inline-block;\n  fill: currentColor;\n  vertical-align: text-bottom;\n}\n\n.markdown-body h1:hover .anchor .octicon-link:before,\n.markdown-body h2:hover .anchor .octicon-link:before,\n.markdown-body h3:hover .anchor .octicon-link:before,\n.markdown-body h4:hover .anchor .octicon-link:before,\n.markdown-body h5:hover .anchor .octicon-link:before,\n.markdown-body h6:hover .anchor .octicon-link:before {\n  width: 16px;\n  height: 16px;\n  content: ' ';\n  display: inline-block;\n  background-color: currentColor;\n  -webkit-mask-image: url(\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16' version='1.1' aria-hidden='true'><path fill-rule='evenodd' d='M7.775 3.275a.75.75 0 001.06 1.06l1.25-1.25a2 2 0 112.83 2.83l-2.5 2.5a2 2 0 01-2.83 0 .75.75 0 00-1.06 1.06 3.5 3.5 0 004.95 0l2.5-2.5a3.5 3.5 0 00-4.95-4.95l-1.25 1.25zm-4.69 9.64a2 2 0 010-2.83l2.5-2.5a2 2 0 012.83 0 .75.75 0 001.06-1.06 3.5 3.5 0 00-4.95 0l-2.5 2.5a3.5 3.5 0 004.95 4.95l1.25-1.25a.75.75 0 00-1.06-1.06l-1.25 1.25a2 2 0 01-2.83 0z'></path></svg>\");\n  mask-image: url(\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16' version='1.1' aria-hidden='true'><path fill-rule='evenodd' d='M7.775 3.275a.75.75 0 001.06 1.06l1.25-1.25a2 2 0 112.83 2.83l-2.5 2.5a2 2 0 01-2.83 0 .75.75 0 00-1.06 1.06 3.5 3.5 0 004.95 0l2.5-2.5a3.5 3.5 0 00-4.95-4.95l-1.25 1.25zm-4.69 9.64a2 2 0 010-2.83l2.5-2.5a2 2 0 012.83 0 .75.75 0 001.06-1.06 3.5 3.5 0 00-4.95 0l-2.5 2.5a3.5 3.5 0 004.95 4.95l1.25-1.25a.75.75 0 00-1.06-1.06l-1.25 1.25a2 2 0 01-2.83 0z'></path></svg>\");\n}\n\n.markdown-body details,\n.markdown-body figcaption,\n.markdown-body figure {\n  display: block;\n}\n\n.markdown-body summary {\n  display: list-item;\n}\n\n.markdown-body [hidden] {\n  display: none !important;\n}\n\n.markdown-body a {\n  background-color: transparent;\n  color: var(--fgColor-accent);\n  text-decoration: none;\n}\n\n.markdown-body abbr[title] {\n  border-bottom: none;\n  -webkit-text-decoration: underline dotted;\n  text-decoration: underline dotted;\n}\n\n.markdown-body b,\n.markdown-body strong {\n  font-weight: var(--base-text-weight-semibold, 600);\n}\n\n.markdown-body dfn {\n  font-style: italic;\n}\n\n.markdown-body h1 {\n  margin: .67em 0;\n  font-weight: var(--base-text-weight-semibold, 600);\n  padding-bottom: .3em;\n  font-size: 2em;\n  border-bottom: 1px solid var(--borderColor-muted);\n}\n\n.markdown-body mark {\n  background-color: var(--bgColor-attention-muted);\n  color: var(--fgColor-default);\n}\n\n.markdown-body small {\n  font-size: 90%;\n}\n\n.markdown-body sub,\n.markdown-body sup {\n  font-size: 75%;\n  line-height: 0;\n  position: relative;\n  vertical-align: baseline;\n}\n\n.markdown-body sub {\n  bottom: -0.25em;\n}\n\n.markdown-body sup {\n  top: -0.5em;\n}\n\n.markdown-body img {\n  border-style: none;\n  max-width: 100%;\n  box-sizing: content-box;\n}\n\n.markdown-body code,\n.markdown-body kbd,\n.markdown-body pre,\n.markdown-body samp {\n  font-family: monospace;\n  font-size: 1em;\n}\n\n.markdown-body figure {\n  margin: 1em var(--base-size-40);\n}\n\n.markdown-body hr {\n  box-sizing: content-box;\n  overflow: hidden;\n  background: transparent;\n  border-bottom: 1px solid var(--borderColor-muted);\n  height: .25em;\n  padding: 0;\n  margin: var(--base-size-24) 0;\n  background-color: var(--borderColor-default);\n  border: 0;\n}\n\n.markdown-body input {\n  font: inherit;\n  margin: 0;\n  overflow: visible;\n  font-family: inherit;\n  font-size: inherit;\n  line-height: inherit;\n}\n\n.markdown-body [type=button],\n.markdown-body [type=reset],\n.markdown-body [type=submit] {\n  -webkit-appearance: button;\n  appearance: button;\n}\n\n.markdown-body [type=checkbox],\n.markdown-body [type=radio] {\n  box-sizing: border-box;\n  padding: 0;\n}\n\n.markdown-body [type=number]::-webkit-inner-spin-button,\n.markdown-body [type=number]::-webkit-outer-spin-button {\n  height: auto;\n}\n\n.markdown-body [type=search]::-webkit-search-cancel-button,\n.markdown-body [type=search]::-webkit-search-decoration {\n  -webkit-appearance: none;\n  appearance: none;\n}\n\n.markdown-body ::-webkit-input-placeholder {\n  color: inherit;\n  opacity: .54;\n}\n\n.markdown-body ::-webkit-file-upload-button {\n  -webkit-appearance: button;\n  appearance: button;\n  font: inherit;\n}\n\n.markdown-body a:hover {\n  text-decoration: underline;\n}\n\n.markdown-body ::placeholder {\n  color: var(--fgColor-muted);\n  opacity: 1;\n}\n\n.markdown-body hr::before {\n  display: table;\n  content: \"\";\n}\n\n.markdown-body hr::after {\n  display: table;\n  clear: both;\n  content: \"\";\n}\n\n.markdown-body table {\n  border-spacing: 0;\n  border-collapse: collapse;\n  display: block;\n  width: max-content;\n  max-width: 100%;\n  overflow: auto;\n  font-variant: tabular-nums;\n}\n\n.markdown-body td,\n.markdown-body th {\n  padding: 0;\n}\n\n.markdown-body details summary {\n  cursor: pointer;\n}\n\n.markdown-body a:focus,\n.markdown-body [role=button]:focus,\n.markdown-body input[type=radio]:focus,\n.markdown-body input[type=checkbox]:focus {\n  outline: 2px solid var(--focus-outlineColor);\n  outline-offset: -2px;\n  box-shadow: none;\n}\n\n.markdown-body a:focus:not(:focus-visible),\n.markdown-body [role=button]:focus:not(:focus-visible),\n.markdown-body input[type=radio]:focus:not(:focus-visible),\n.markdown-body input[type=checkbox]:focus:not(:focus-visible) {\n  outline: solid 1px transparent;\n}\n\n.markdown-body a:focus-visible,\n.markdown-body [role=button]:focus-visible,\n.markdown-body input[type=radio]:focus-visible,\n.markdown-body input[type=checkbox]:focus-visible {\n  outline: 2px solid var(--focus-outlineColor);\n  outline-offset: -2px;\n  box-shadow: none;\n}\n\n.markdown-body a:not([class]):focus,\n.markdown-body a:not([class]):focus-visible,\n.markdown-body input[type=radio]:focus,\n.markdown-body input[type=radio]:focus-visible,\n.markdown-body input[type=checkbox]:focus,\n.markdown-body input[type=checkbox]:focus-visible {\n  outline-offset: 0;\n}\n\n.markdown-body kbd {\n  display: inline-block;\n  padding: var(--base-size-4);\n  font: 11px var(--fontStack-monospace, ui-monospace, SFMono-Regular, SF Mono, Menlo, Consolas, Liberation Mono, monospace);\n  line-height: 10px;\n  color: var(--fgColor-default);\n  vertical-align: middle;\n  background-color: var(--bgColor-muted);\n  border: solid 1px var(--borderColor-neutral-muted);\n  border-bottom-color: var(--borderColor-neutral-muted);\n  border-radius: 6px;\n  box-shadow: inset 0 -1px 0 var(--borderColor-neutral-muted);\n}\n\n.markdown-body h1,\n.markdown-body h2,\n.markdown-body h3,\n.markdown-body h4,\n.markdown-body h5,\n.markdown-body h6 {\n  margin-top: var(--base-size-24);\n  margin-bottom: var(--base-size-16);\n  font-weight: var(--base-text-weight-semibold, 600);\n  line-height: 1.25;\n}\n\n.markdown-body h2 {\n  font-weight: var(--base-text-weight-semibold, 600);\n  padding-bottom: .3em;\n  font-size: 1.5em;\n  border-bottom: 1px solid var(--borderColor-muted);\n}\n\n.markdown-body h3 {\n  font-weight: var(--base-text-weight-semibold, 600);\n  font-size: 1.25em;\n}\n\n.markdown-body h4 {\n  font-weight: var(--base-text-weight-semibold, 600);\n  font-size: 1em;\n}\n\n.markdown-body h5 {\n  font-weight: var(--base-text-weight-semibold, 600);\n  font-size: .875em;\n}\n\n.markdown-body h6 {\n  font-weight: var(--base-text-weight-semibold, 600);\n  font-size: .85em;\n  color: var(--fgColor-muted);\n}\n\n.markdown-body p {\n  margin-top: 0;\n  margin-bottom: 10px;\n}\n\n.markdown-body blockquote {\n  margin: 0;\n  padding: 0 1em;\n  color: var(--fgColor-muted);\n  border-left: .25em solid var(--borderColor-default);\n}\n\n.markdown-body ul,\n.markdown-body ol {\n  margin-top: 0;\n  margin-bottom: 0;\n  padding-left: 2em;\n}\n\n.markdown-body ol ol,\n.markdown-body ul ol {\n  list-style-type: lower-roman;\n}\n\n.markdown-body ul ul ol,\n.markdown-body ul ol ol,\n.markdown-body ol ul ol,\n.markdown-body ol ol ol {\n  list-style-type: lower-alpha;\n}\n\n.markdown-body dd {\n  margin-left: 0;\n}\n\n.markdown-body tt,\n.markdown-body code,\n.markdown-body samp {\n  font-family: var(--fontStack-monospace, ui-monospace, SFMono-Regular, SF Mono, Menlo, Consolas, Liberation Mono, monospace);\n  font-size: 12px;\n}\n\n.markdown-body pre {\n  margin-top: 0;\n  margin-bottom: 0;\n  font-family: var(--fontStack-monospace, ui-monospace, SFMono-Regular, SF Mono, Menlo, Consolas, Liberation Mono, monospace);\n  font-size: 12px;\n  word-wrap: normal;\n}\n\n.markdown-body .octicon {\n  display: inline-block;\n  overflow: visible !important;\n  vertical-align: text-bottom;\n  fill: currentColor;\n}\n\n.markdown-body input::-webkit-outer-spin-button,\n.markdown-body input::-webkit-inner-spin-button {\n  margin: 0;\n  appearance: none;\n}\n\n.markdown-body .mr-2 {\n  margin-right: var(--base-size-8, 8px) !important;\n}\n\n.markdown-body::before {\n  display: table;\n  content: \"\";\n}\n\n.markdown-body::after {\n  display: table;\n  clear: both;\n  content: \"\";\n}\n\n.markdown-body>*:first-child {\n  margin-top: 0 !important;\n}\n\n.markdown-body>*:last-child {\n  margin-bottom: 0 !important;\n}\n\n.markdown-body a:not([href]) {\n  color: inherit;\n  text-decoration: none;\n}\n\n.markdown-body .absent {\n  color: var(--fgColor-danger);\n}\n\n.markdown-body .anchor {\n  float: left;\n  padding-right: var(--base-size-4);\n  margin-left: -20px;\n  line-height: 1;\n}\n\n.markdown-body .anchor:focus {\n  outline: none;\n}\n\n.markdown-body p,\n.markdown-body blockquote,\n.markdown-body ul,\n.markdown-body ol,\n.markdown-body dl,\n.markdown-body table,\n.markdown-body pre,\n.markdown-body details {\n  margin-top: 0;\n  margin-bottom: var(--base-size-16);\n}\n\n.markdown-body blockquote>:first-child {\n  margin-top: 0;\n}\n\n.markdown-body blockquote>:last-child {\n  margin-bottom: 0;\n}\n\n.markdown-body h1 .octicon-link,\n.markdown-body h2 .octicon-link,\n.markdown-body h3 .octicon-link,\n.markdown-body h4 .octicon-link,\n.markdown-body h5 .octicon-link,\n.markdown-body h6 .octicon-link {\n  color: var(--fgColor-default);\n  vertical-align: middle;\n  visibility: hidden;\n}\n\n.markdown-body h1:hover .anchor,\n.markdown-body h2:hover .anchor,\n.markdown-body h3:hover .anchor,\n.markdown-body h4:hover .anchor,\n.markdown-body h5:hover .anchor,\n.markdown-body h6:hover .anchor {\n  text-decoration: none;\n}\n\n.markdown-body h1:hover .anchor .octicon-link,\n.markdown-body h2:hover .anchor .octicon-link,\n.markdown-body h3:hover .anchor .octicon-link,\n.markdown-body h4:hover .anchor .octicon-link,\n.markdown-body h5:hover .anchor .octicon-link,\n.markdown-body h6:hover .anchor .octicon-link {\n  visibility: visible;\n}\n\n.markdown-body h1 tt,\n.markdown-body h1 code,\n.markdown-body h2 tt,\n.markdown-body h2 code,\n.markdown-body h3 tt,\n.markdown-body h3 code,\n.markdown-body h4 tt,\n.markdown-body h4 code,\n.markdown-body h5 tt,\n.markdown-body h5 code,\n.markdown-body h6 tt,\n.markdown-body h6 code {\n  padding: 0 .2em;\n  font-size: inherit;\n}\n\n.markdown-body summary h1,\n.markdown-body summary h2,\n.markdown-body summary h3,\n.markdown-body summary h4,\n.markdown-body summary h5,\n.markdown-body summary h6 {\n  display: inline-block;\n}\n\n.markdown-body summary h1 .anchor,\n.markdown-body summary h2 .anchor,\n.markdown-body summary h3 .anchor,\n.markdown-body summary h4 .anchor,\n.markdown-body summary h5 .anchor,\n.markdown-body summary h6 .anchor {\n  margin-left: -40px;\n}\n\n.markdown-body summary h1,\n.markdown-body summary h2 {\n  padding-bottom: 0;\n  border-bottom: 0;\n}\n\n.markdown-body ul.no-list,\n.markdown-body ol.no-list {\n  padding: 0;\n  list-style-type: none;\n}\n\n.markdown-body ol[type=\"a s\"] {\n  list-style-type: lower-alpha;\n}\n\n.markdown-body ol[type=\"A s\"] {\n  list-style-type: upper-alpha;\n}\n\n.markdown-body ol[type=\"i s\"] {\n  list-style-type: lower-roman;\n}\n\n.markdown-body ol[type=\"I s\"] {\n  list-style-type: upper-roman;\n}\n\n.markdown-body ol[type=\"1\"] {\n  list-style-type: decimal;\n}\n\n.markdown-body div>ol:not([type]) {\n  list-style-type: decimal;\n}\n\n.markdown-body ul ul,\n.markdown-body ul ol,\n.markdown-body ol ol,\n.markdown-body ol ul {\n  margin-top: 0;\n  margin-bottom: 0;\n}\n\n.markdown-body li>p {\n  margin-top: var(--base-size-16);\n}\n\n.markdown-body li+li {\n  margin-top: .25em;\n}\n\n.markdown-body dl {\n  padding: 0;\n}\n\n.markdown-body dl dt {\n  padding: 0;\n  margin-top: var(--base-size-16);\n  font-size: 1em;\n  font-style: italic;\n  font-weight: var(--base-text-weight-semibold, 600);\n}\n\n.markdown-body dl dd {\n  padding: 0 var(--base-size-16);\n  margin-bottom: var(--base-size-16);\n}\n\n.markdown-body table th {\n  font-weight: var(--base-text-weight-semibold, 600);\n}\n\n.markdown-body table th,\n.markdown-body table td {\n  padding: 6px 13px;\n  border: 1px solid var(--borderColor-default);\n}\n\n.markdown-body table td>:last-child {\n  margin-bottom: 0;\n}\n\n.markdown-body table tr {\n  background-color: var(--bgColor-default);\n  border-top: 1px solid var(--borderColor-muted);\n}\n\n.markdown-body table tr:nth-child(2n) {\n  background-color: var(--bgColor-muted);\n}\n\n.markdown-body table img {\n  background-color: transparent;\n}\n\n.markdown-body img[align=right] {\n  padding-left: 20px;\n}\n\n.markdown-body img[align=left] {\n  padding-right: 20px;\n}\n\n.markdown-body .emoji {\n  max-width: none;\n  vertical-align: text-top;\n  background-color: transparent;\n}\n\n.markdown-body span.frame {\n  display: block;\n  overflow: hidden;\n}\n\n.markdown-body span.frame>span {\n  display: block;\n  float: left;\n  width: auto;\n  padding: 7px;\n  margin: 13px 0 0;\n  overflow: hidden;\n  border: 1px solid var(--borderColor-default);\n}\n\n.markdown-body span.frame span img {\n  display: block;\n  float: left;\n}\n\n.markdown-body span.frame span span {\n  display: block;\n  padding: 5px 0 0;\n  clear: both;\n  color: var(--fgColor-default);\n}\n\n.markdown-body span.align-center {\n  display: block;\n  overflow: hidden;\n  clear: both;\n}\n\n.markdown-body span.align-center>span {\n  display: block;\n  margin: 13px auto 0;\n  overflow: hidden;\n  text-align: center;\n}\n\n.markdown-body span.align-center span img {\n  margin: 0 auto;\n  text-align: center;\n}\n\n.markdown-body span.align-right {\n  display: block;\n  overflow: hidden;\n  clear: both;\n}\n\n.markdown-body span.align-right>span {\n  display: block;\n  margin: 13px 0 0;\n  overflow: hidden;\n  text-align: right;\n}\n\n.markdown-body span.align-right span img {\n  margin: 0;\n  text-align: right;\n}\n\n.markdown-body span.float-left {\n  display: block;\n  float: left;\n  margin-right: 13px;\n  overflow: hidden;\n}\n\n.markdown-body span.float-left span {\n  margin: 13px 0 0;\n}\n\n.markdown-body span.float-right {\n  display: block;\n  float: right;\n  margin-left: 13px;\n  overflow: hidden;\n}\n\n.markdown-body span.float-right>span {\n  display: block;\n  margin: 13px auto 0;\n  overflow: hidden;\n  text-align: right;\n}\n\n.markdown-body code,\n.markdown-body tt {\n  padding: .2em .4em;\n  margin: 0;\n  font-size: 85%;\n  white-space: break-spaces;\n  background-color: var(--bgColor-neutral-muted);\n  border-radius: 6px;\n}\n\n.markdown-body code br,\n.markdown-body tt br {\n  display: none;\n}\n\n.markdown-body del code {\n  text-decoration: inherit;\n}\n\n.markdown-body samp {\n  font-size: 85%;\n}\n\n.markdown-body pre code {\n  font-size: 100%;\n}\n\n.markdown-body pre>code {\n  padding: 0;\n  margin: 0;\n  word-break: normal;\n  white-space: pre;\n  background: transparent;\n  border: 0;\n}\n\n.markdown-body .highlight {\n  margin-bottom: var(--base-size-16);\n}\n\n.markdown-body .highlight pre {\n  margin-bottom: 0;\n  word-break: normal;\n}\n\n.markdown-body .highlight pre,\n.markdown-body pre {\n  padding: var(--base-size-16);\n  overflow: auto;\n  font-size: 85%;\n  line-height: 1.45;\n  color: var(--fgColor-default);\n  background-color: var(--bgColor-muted);\n  border-radius: 6px;\n}\n\n.markdown-body pre code,\n.markdown-body pre tt {\n  display: inline;\n  max-width: auto;\n  padding: 0;\n  margin: 0;\n  overflow: visible;\n  line-height: inherit;\n  word-wrap: normal;\n  background-color: transparent;\n  border: 0;\n}\n\n.markdown-body .csv-data td,\n.markdown-body .csv-data th {\n  padding: 5px;\n  overflow: hidden;\n  font-size: 12px;\n  line-height: 1;\n  text-align: left;\n  white-space: nowrap;\n}\n\n.markdown-body .csv-data .blob-num {\n  padding: 10px var(--base-size-8) 9px;\n  text-align: right;\n  background: var(--bgColor-default);\n  border: 0;\n}\n\n.markdown-body .csv-data tr {\n  border-top: 0;\n}\n\n.markdown-body .csv-data th {\n  font-weight: var(--base-text-weight-semibold, 600);\n  background: var(--bgColor-muted);\n  border-top: 0;\n}\n\n.markdown-body [data-footnote-ref]::before {\n  content: \"[\";\n}\n\n.markdown-body [data-footnote-ref]::after {\n  content: \"]\";\n}\n\n.markdown-body .footnotes {\n  font-size: 12px;\n  color: var(--fgColor-muted);\n  border-top: 1px solid var(--borderColor-default);\n}\n\n.markdown-body .footnotes ol {\n  padding-left: var(--base-size-16);\n}\n\n.markdown-body .footnotes ol ul {\n  display: inline-block;\n  padding-left: var(--base-size-16);\n  margin-top: var(--base-size-16);\n}\n\n.markdown-body .footnotes li {\n  position: relative;\n}\n\n.markdown-body .footnotes li:target::before {\n  position: absolute;\n  top: calc(var(--base-size-8)*-1);\n  right: calc(var(--base-size-8)*-1);\n  bottom: calc(var(--base-size-8)*-1);\n  left: calc(var(--base-size-24)*-1);\n  pointer-events: none;\n  content: \"\";\n  border: 2px solid var(--borderColor-accent-emphasis);\n  border-radius: 6px;\n}\n\n.markdown-body .footnotes li:target {\n  color: var(--fgColor-default);\n}\n\n.markdown-body .footnotes .data-footnote-backref g-emoji {\n  font-family: monospace;\n}\n\n.markdown-body body:has(:modal) {\n  padding-right: var(--dialog-scrollgutter) !important;\n}\n\n.markdown-body .pl-c {\n  color: var(--color-prettylights-syntax-comment);\n}\n\n.markdown-body .pl-c1,\n.markdown-body .pl-s .pl-v {\n  color: var(--color-prettylights-syntax-constant);\n}\n\n.markdown-body .pl-e,\n.markdown-body .pl-en {\n  color: var(--color-prettylights-syntax-entity);\n}\n\n.markdown-body .pl-smi,\n.markdown-body .pl-s .pl-s1 {\n  color: var(--color-prettylights-syntax-storage-modifier-import);\n}\n\n.markdown-body .pl-ent {\n  color: var(--color-prettylights-syntax-entity-tag);\n}\n\n.markdown-body .pl-k {\n  color: var(--color-prettylights-syntax-keyword);\n}\n\n.markdown-body .pl-s,\n.markdown-body .pl-pds,\n.markdown-body .pl-s .pl-pse .pl-s1,\n.markdown-body .pl-sr,\n.markdown-body .pl-sr .pl-cce,\n.markdown-body .pl-sr .pl-sre,\n.markdown-body .pl-sr .pl-sra {\n  color: var(--color-prettylights-syntax-string);\n}\n\n.markdown-body .pl-v,\n.markdown-body .pl-smw {\n  color: var(--color-prettylights-syntax-variable);\n}\n\n.markdown-body .pl-bu {\n  color: var(--color-prettylights-syntax-brackethighlighter-unmatched);\n}\n\n.markdown-body .pl-ii {\n  color: var(--color-prettylights-syntax-invalid-illegal-text);\n  background-color: var(--color-prettylights-syntax-invalid-illegal-bg);\n}\n\n.markdown-body .pl-c2 {\n  color: var(--color-prettylights-syntax-carriage-return-text);\n  background-color: var(--color-prettylights-syntax-carriage-return-bg);\n}\n\n.markdown-body .pl-sr .pl-cce {\n  font-weight: bold;\n  color: var(--color-prettylights-syntax-string-regexp);\n}\n\n.markdown-body .pl-ml {\n  color: var(--color-prettylights-syntax-markup-list);\n}\n\n.markdown-body .pl-mh,\n.markdown-body .pl-mh .pl-en,\n.markdown-body .pl-ms {\n  font-weight: bold;\n  color: var(--color-prettylights-syntax-markup-heading);\n}\n\n.markdown-body .pl-mi {\n  font-style: italic;\n  color: var(--color-prettylights-syntax-markup-italic);\n}\n\n.markdown-body .pl-mb {\n  font-weight: bold;\n  color: var(--color-prettylights-syntax-markup-bold);\n}\n\n.markdown-body .pl-md {\n  color: var(--color-prettylights-syntax-markup-deleted-text);\n  background-color: var(--color-prettylights-syntax-markup-deleted-bg);\n}\n\n.markdown-body .pl-mi1 {\n  color: var(--color-prettylights-syntax-markup-inserted-text);\n  background-color: var(--color-prettylights-syntax-markup-inserted-bg);\n}\n\n.markdown-body .pl-mc {\n  color: var(--color-prettylights-syntax-markup-changed-text);\n  background-color: var(--color-prettylights-syntax-markup-changed-bg);\n}\n\n.markdown-body .pl-mi2 {\n  color: var(--color-prettylights-syntax-markup-ignored-text);\n  background-color: var(--color-prettylights-syntax-markup-ignored-bg);\n}\n\n.markdown-body .pl-mdr {\n  font-weight: bold;\n  color: var(--color-prettylights-syntax-meta-diff-range);\n}\n\n.markdown-body .pl-ba {\n  color: var(--color-prettylights-syntax-brackethighlighter-angle);\n}\n\n.markdown-body .pl-sg {\n  color: var(--color-prettylights-syntax-sublimelinter-gutter-mark);\n}\n\n.markdown-body .pl-corl {\n  text-decoration: underline;\n  color: var(--color-prettylights-syntax-constant-other-reference-link);\n}\n\n.markdown-body [role=button]:focus:not(:focus-visible),\n.markdown-body [role=tabpanel][tabindex=\"0\"]:focus:not(:focus-visible),\n.markdown-body button:focus:not(:focus-visible),\n.markdown-body summary:focus:not(:focus-visible),\n.markdown-body a:focus:not(:focus-visible) {\n  outline: none;\n  box-shadow: none;\n}\n\n.markdown-body [tabindex=\"0\"]:focus:not(:focus-visible),\n.markdown-body details-dialog:focus:not(:focus-visible) {\n  outline: none;\n}\n\n.markdown-body g-emoji {\n  display: inline-block;\n  min-width: 1ch;\n  font-family: \"Apple Color Emoji\",\"Segoe UI Emoji\",\"Segoe UI Symbol\";\n  font-size: 1em;\n  font-style: normal !important;\n  font-weight: var(--base-text-weight-normal, 400);\n  line-height: 1;\n  vertical-align: -0.075em;\n}\n\n.markdown-body g-emoji img {\n  width: 1em;\n  height: 1em;\n}\n\n.markdown-body .task-list-item {\n  list-style-type: none;\n}\n\n.markdown-body .task-list-item label {\n  font-weight: var(--base-text-weight-normal, 400);\n}\n\n.markdown-body .task-list-item.enabled label {\n  cursor: pointer;\n}\n\n.markdown-body .task-list-item+.task-list-item {\n  margin-top: var(--base-size-4);\n}\n\n.markdown-body .task-list-item .handle {\n  display: none;\n}\n\n.markdown-body .task-list-item-checkbox {\n  margin: 0 .2em .25em -1.4em;\n  vertical-align: middle;\n}\n\n.markdown-body ul:dir(rtl) .task-list-item-checkbox {\n  margin: 0 -1.6em .25em .2em;\n}\n\n.markdown-body ol:dir(rtl) .task-list-item-checkbox {\n  margin: 0 -1.6em .25em .2em;\n}\n\n.markdown-body .contains-task-list:hover .task-list-item-convert-container,\n.markdown-body .contains-task-list:focus-within .task-list-item-convert-container {\n  display: block;\n  width: auto;\n  height: 24px;\n  overflow: visible;\n  clip: auto;\n}\n\n.markdown-body ::-webkit-calendar-picker-indicator {\n  filter: invert(50%);\n}\n\n.markdown-body .markdown-alert {\n  padding: var(--base-size-8) var(--base-size-16);\n  margin-bottom: var(--base-size-16);\n  color: inherit;\n  border-left: .25em solid var(--borderColor-default);\n}\n\n.markdown-body .markdown-alert>:first-child {\n  margin-top: 0;\n}\n\n.markdown-body .markdown-alert>:last-child {\n  margin-bottom: 0;\n}\n\n.markdown-body .markdown-alert .markdown-alert-title {\n  display: flex;\n  font-weight: var(--base-text-weight-medium, 500);\n  align-items: center;\n  line-height: 1;\n}\n\n.markdown-body .markdown-alert.markdown-alert-note {\n  border-left-color: var(--borderColor-accent-emphasis);\n}\n\n.markdown-body .markdown-alert.markdown-alert-note .markdown-alert-title {\n  color: var(--fgColor-accent);\n}\n\n.markdown-body .markdown-alert.markdown-alert-important {\n  border-left-color: var(--borderColor-done-emphasis);\n}\n\n.markdown-body .markdown-alert.markdown-alert-important .markdown-alert-title {\n  color: var(--fgColor-done);\n}\n\n.markdown-body .markdown-alert.markdown-alert-warning {\n  border-left-color: var(--borderColor-attention-emphasis);\n}\n\n.markdown-body .markdown-alert.markdown-alert-warning .markdown-alert-title {\n  color: var(--fgColor-attention);\n}\n\n.markdown-body .markdown-alert.markdown-alert-tip {\n  border-left-color: var(--borderColor-success-emphasis);\n}\n\n.markdown-body .markdown-alert.markdown-alert-tip .markdown-alert-title {\n  color: var(--fgColor-success);\n}\n\n.markdown-body .markdown-alert.markdown-alert-caution {\n  border-left-color: var(--borderColor-danger-emphasis);\n}\n\n.markdown-body .markdown-alert.markdown-alert-caution .markdown-alert-title {\n  color: var(--fgColor-danger);\n}\n\n.markdown-body>*:first-child>.heading-element:first-child {\n  margin-top: 0 !important;\n}\n\n.markdown-body .highlight pre:has(+.zeroclipboard-container) {\n  min-height: 52px;\n}\n\n"
};

;// CONCATENATED MODULE: ./build/src/commands/host.js
/** The two constants that a host's login shell ever sees: everything else travels on standard input. */
const runProgram = ["/bin/sh", "-s"];
const receiveFile = [
    "/bin/sh",
    "-c",
    'IFS= read -r p && { LC_ALL=C cat >"$p" || { rm -f "$p"; exit 1; }; }',
];
/** Text as one word of sh, whatever it holds. NUL cannot be carried and is refused. */
function quote(value) {
    if (value.includes("\0"))
        throw new Error("A value for a host holds a NUL byte");
    return `'${value.replaceAll("'", "'\\''")}'`;
}
/** The text for `/bin/sh -s`: quoted assignments, then the program. Names are ours, values are anybody's. */
function programText(values, program) {
    const assignments = Object.entries(values).map(([name, value]) => `${name}=${quote(value)}`);
    return `${assignments.join("\n")}\n${program}`;
}

;// CONCATENATED MODULE: ./build/src/routers/haproxy.js
/** Bits of HAProxy's administrative state: maintenance, and drain (management guide, `show servers state`). */
const maintenanceBit = 1;
const drainBit = 8;
/** Operational state of a server that is up. */
const up = 2;
/**
 * What the router does with a server. Judged by bits, not by equality: a server disabled in the file keeps other bits.
 */
function serverFacts(line, sessions) {
    const state = (line.administrative & maintenanceBit) !== 0
        ? "maint"
        : (line.administrative & drainBit) !== 0
            ? "drain"
            : line.operational === up
                ? "ready"
                : "down";
    const weight = line.fullWeight === 0 ? 0 : Math.round((line.weight / line.fullWeight) * 1_000) / 10;
    return { state, weight, sessions };
}
/** What is not as it was ordered, one sentence each; empty when traffic goes where it should. */
function differences(servers, weights) {
    return Object.entries(weights).flatMap(([name, ordered]) => {
        const seen = servers[name];
        if (seen === undefined)
            return [`${name} is unknown to the router`];
        const { state, weight } = seen;
        if (ordered === 0)
            return state === "ready" && weight > 0 ? [`${name} is ready, ordered drain`] : [];
        if (state !== "ready")
            return [`${name} is ${state}, ordered ready`];
        // HAProxy's weights are whole numbers: a small share of a small weight cannot be set. At its full weight, a server
        // may report a load of its own (agent-check).
        const right = weight > 0 && (ordered === 100 || Math.abs(weight - ordered) <= 1);
        return right ? [] : [`${name} has ${weight} % of its weight, ordered ${ordered} %`];
    });
}
/**
 * What stays open after a shift that was read back: who is still on the old servers, and what a reload of the router
 * would undo.
 */
function shiftWarnings(shift) {
    const { router, weights, servers, cookie } = shift;
    const from = Object.keys(weights).filter((name) => weights[name] === 0);
    const warnings = [];
    const open = from.map((name) => servers[name]?.sessions ?? 0).reduce((sum, one) => sum + one, 0);
    const old = from.join(", ");
    if (cookie !== null && from.length > 0) {
        warnings.push(`HAProxy's backend \`${router.backend ?? ""}\` keeps clients on their server by the cookie \`${cookie}\`: ` +
            `those that were served by ${old} stay on the old release until that slot stops (${open} sessions are open there now). ` +
            "Set `strategy.hold` to `0s` so that it stops after the drain, or remove `cookie` from the backend.");
    }
    else if (open > 0) {
        warnings.push(`${open} sessions were still open on ${old}, the old release, after the shift: they end by themselves, or when it stops.`);
    }
    if (router.type === "haproxy" && (router.stateFile ?? null) === null) {
        warnings.push("`router.state-file` is not set: when HAProxy is reloaded or restarted, it sends traffic where its configuration file says, which may be the old release. " +
            "Name HAProxy's `server-state-file` there, with `load-server-state-from-file global` in its configuration.");
    }
    return warnings;
}

// EXTERNAL MODULE: ./build/src/transports/registry.js + 1 modules
var transports_registry = __webpack_require__(1909);
;// CONCATENATED MODULE: ./build/src/transports/transport.js
/** A command as it is started here to run on the host. */
function behind({ prefix }, command) {
    const [first = command[0], ...rest] = [...prefix, ...command];
    return [first, ...rest];
}

;// CONCATENATED MODULE: ./build/src/targets/heartbeat.js
/**
 * Renews a lock every `everyMs` milliseconds until it is stopped or the lock is lost. A renewal that cannot be judged
 * is tried again: a lease that expired meanwhile is still ours as long as nobody else took it.
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
        while (!stopped && lost === null) {
            const began = clock.ticks();
            await clock.sleep(everyMs);
            // A sleep that ends early was ended by a cancel: the step under way has the rest of the lease, and no other
            // begins.
            if (stopped || clock.ticks() - began < everyMs / 2)
                return;
            const renewal = await renew().catch(() => "unknown");
            if (typeof renewal === "object" && !stopped)
                lost = renewal.lost;
        }
    }
}

// EXTERNAL MODULE: ./build/src/domain/reason.js
var reason = __webpack_require__(3020);
;// CONCATENATED MODULE: ./build/src/targets/host-report.js


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
    return reason/* reasonCodes */.J.find((code) => code === word) ?? "unexpected_error";
}
/** The facts of one host; a sentence when a record is missing or unreadable, since an incomplete view is no view. */
function readFacts(report, host, slots) {
    const all = (key) => report.records.filter((record) => record[0] === key).map((record) => record.slice(1));
    const one = (key) => all(key)[0];
    const now = whole(one("now")?.[0]);
    const disk = whole(one("disk")?.[0]);
    const step = one("step")?.[0];
    if (now === null || disk === null || (step !== "running" && step !== "idle"))
        return `The report of ${host} is incomplete.`;
    const facts = [];
    for (const [name, { port }] of Object.entries(slots)) {
        const seen = all("slot").find((record) => record[0] === name);
        if (seen === undefined)
            return `The report of ${host} does not name slot ${name}.`;
        const pid = whole(seen[2]);
        const running = pid === null ? null : { pid, release: seen[3] || null };
        const stranger = seen[4] === "foreign" ? { stranger: seen[6] || "another process" } : {};
        facts.push([name, { port, link: seen[1] || null, running, ...stranger }]);
    }
    const faults = all("env_fault").map((record) => record[0] ?? "");
    const [owner, expires, since, url] = one("lease") ?? [];
    const [release, slot, before] = one("active") ?? [];
    const [intentOwner, intentRelease, intentSlot] = one("intent") ?? [];
    return {
        host,
        now,
        releases: all("release").map((record) => record[0] ?? ""),
        bad: all("bad").map((record) => record[0] ?? ""),
        current: one("current")?.[0] || null,
        slots: Object.fromEntries(facts),
        active: release && slot ? { release, slot, before: before || null } : null,
        intent: intentOwner && intentRelease && intentSlot
            ? { owner: intentOwner, release: intentRelease, slot: intentSlot }
            : null,
        holdUntil: whole(one("hold")?.[0]),
        lease: owner ? { owner, expires: whole(expires) ?? 0, since: whole(since) ?? 0, ...(url ? { url } : {}) } : null,
        stepRunning: step === "running",
        diskFreeBytes: disk,
        ...(faults.length === 0 ? {} : { environmentFaults: faults }),
    };
}
/** Who answers on a slot's port; null when the report does not say. */
function readAnswering(report) {
    const record = report.records.find(([key]) => key === "running");
    const [, pid = "", release = "", listener, , stranger = ""] = record ?? [];
    if (listener !== "none" && listener !== "own" && listener !== "foreign")
        return null;
    const number = whole(pid);
    return { process: number === null ? null : { pid: number, release: release || null }, listener, stranger };
}
/** The router as the report describes it; a sentence when a number cannot be read or there is no server. */
function readRouter(report) {
    // Names are the router's own: assigned one by one, a server `__proto__` would be lost.
    const facts = new Map();
    const sessions = new Map(report.records.filter((record) => record[0] === "sessions").map((record) => [record[1], whole(record[2])]));
    for (const [key, name = "", operational, administrative, weight, fullWeight] of report.records) {
        if (key !== "server")
            continue;
        const line = {
            name,
            operational: whole(operational),
            administrative: whole(administrative),
            weight: whole(weight),
            fullWeight: whole(fullWeight),
        };
        const seen = sessions.get(name);
        if (line.operational === null ||
            line.administrative === null ||
            line.weight === null ||
            line.fullWeight === null ||
            seen === null ||
            seen === undefined) {
            return `The router's answer for ${name} cannot be read.`;
        }
        facts.set(name, serverFacts(line, seen));
    }
    return facts.size === 0 ? "The router named no server of this backend." : Object.fromEntries(facts);
}
/** The cookie by which the router keeps a client on the server that it had; null where it has none. */
function cookieOf(report) {
    return report.records.find(([key]) => key === "cookie")?.[1] ?? null;
}
function whole(text) {
    return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : null;
}

;// CONCATENATED MODULE: ./build/src/targets/hosts.js







/** How long a lease lasts without renewal, seconds, unless a caller says otherwise. */
const defaultLeaseSeconds = 180;
/** Renewals in the length of a lease: several may fail before it expires. */
const beatsOfLease = 9;
/** The default way to read a schema's versions: every repository of the application, by Ecto itself. */
const ectoVersions = (app) => `Application.load(:${app}); for repo <- Application.fetch_env!(:${app}, :ecto_repos) do {:ok, versions, _} = Ecto.Migrator.with_repo(repo, &Ecto.Migrator.migrated_versions/1); IO.puts(Enum.join(versions, " ")) end`;
/**
 * What an expression prints, on the one line that the host program looks for: what the application logs meanwhile is
 * left out.
 */
const printed = (expression) => `{:ok, pd_io} = StringIO.open("")
pd_leader = Process.group_leader()
Process.group_leader(self(), pd_io)
try do
  ${expression}
after
  Process.group_leader(self(), pd_leader)
end
{_, pd_text} = StringIO.contents(pd_io)
IO.puts("phoenix-deploy versions: " <> Enum.join(String.split(pd_text), " "))`;
/** The program of host/, in the order of its files' numbers. */
const program = Object.keys(assets)
    .filter((name) => name.startsWith("host/"))
    .sort()
    .map((name) => assets[name])
    .join("\n");
/** Hosts, each by its transport: the very same program on `/bin/sh -s`, whatever way leads there. */
function hostsTarget(options) {
    const { environment, shell, clock, release } = options;
    const { hosts, router, slots, migrations, path } = environment;
    const routerHost = hosts[0]?.name ?? "";
    const leaseSeconds = options.leaseSeconds ?? defaultLeaseSeconds;
    const transports = new Map(hosts.map(({ name, address }) => [name, (0,transports_registry/* openTransport */.g)(address)]));
    function transportOf(host) {
        const transport = transports.get(host);
        if (transport === undefined)
            throw new Error(`${host} is not a host of ${environment.name}`);
        return transport;
    }
    /** One run of the program on a host. */
    async function call(host, op, values, limitMs) {
        const haproxy = router.type === "haproxy" && host === routerHost ? router : null;
        const text = programText({
            PD_OP: op,
            PD_OWNER: options.owner,
            PD_URL: /^https?:\/\/\S+$/.test(options.runUrl ?? "") ? (options.runUrl ?? "") : "",
            PD_PATH: path,
            PD_APP: options.app,
            PD_NAME: options.releaseName,
            PD_TTL: String(leaseSeconds),
            PD_SLOTS: Object.entries(slots)
                .map(([name, { port }]) => `${name}=${port}`)
                .join(" "),
            PD_SOCKET: haproxy?.socket ?? "",
            PD_BACKEND: haproxy?.backend ?? "",
            PD_STATE_FILE: haproxy?.stateFile ?? "",
            PD_MANIFEST: "",
            ...values,
        }, program);
        const ran = await shell.run({
            argv: behind(transportOf(host), runProgram),
            stdin: { text },
            limitMs,
            onCancel: "finish",
            evenAfterCancel: op === "release-lock",
        });
        const report = readReport(ran.stdout);
        if (report.exit === 0 && report.failure === null)
            return report;
        return failed(host, op, report, ran);
    }
    async function perform(step) {
        switch (step.type) {
            case "upload":
                return upload(step.host, step.release, step.limitMs);
            case "drain":
                return drain(step);
            case "shift":
                return shift(step);
            default: {
                const report = await call(step.host, step.type, valuesOf(step), step.limitMs);
                return "verdict" in report ? report : done(step, report);
            }
        }
    }
    function valuesOf(step) {
        switch (step.type) {
            case "acquire-lock":
                return { PD_TAKE: step.take === true ? "yes" : "no" };
            case "unpack":
                return {
                    PD_RELEASE: step.release,
                    PD_DIGEST: release?.digest ?? "",
                    PD_MANIFEST: release?.manifest.trim() ?? "",
                };
            case "migrate":
                return {
                    PD_RELEASE: step.release,
                    PD_MIGRATE: migrations.migrate ?? "",
                    PD_VERSIONS: printed(migrations.versions ?? ectoVersions(options.app)),
                };
            case "start":
                return { PD_RELEASE: step.release, PD_SLOT: step.slot, PD_PORT: String(slots[step.slot]?.port ?? "") };
            case "stop":
                // The program's own wait ends before ours: it still has to kill, and to say so.
                return {
                    PD_SLOT: step.slot,
                    PD_HOW: step.how,
                    PD_LIMIT: String(Math.max(1, Math.floor(step.limitMs / 1_000) - 15)),
                };
            case "activate":
                return { PD_RELEASE: step.release, PD_SLOT: step.slot };
            case "hold":
                return { PD_SLOT: step.slot, PD_SECONDS: String(step.seconds) };
            case "mark-bad":
                return { PD_RELEASE: step.release };
            case "prune":
                return { PD_REMOVE: step.remove.join(" ") };
            default:
                return {};
        }
    }
    async function upload(host, id, limitMs) {
        if (release === null || release.id !== id)
            return { verdict: "error", reason_code: "release_missing", says: `The bytes of ${id} are not here.` };
        const crowded = await refuseWithoutRoom(host, release);
        if (crowded !== null)
            return crowded;
        const to = `${path}/incoming/${id}.tar.gz`;
        const ran = await shell.run({
            argv: behind(transportOf(host), receiveFile),
            stdin: { text: `${to}\n`, file: release.path },
            limitMs,
            onCancel: "finish",
        });
        if (ran.ended === "exited" && ran.code === 0) {
            // That all bytes arrived is proved by the digest when it is unpacked.
            return {
                verdict: "pass",
                reason_code: "passed",
                says: `${release.bytes} bytes sent to ${host}.`,
                facts: { bytes: release.bytes },
            };
        }
        const full = /No space left|Disk quota exceeded/.test(ran.stderr);
        return {
            verdict: "fail",
            reason_code: full ? "disk_full" : "upload_failed",
            says: `The upload to ${host} failed: ${ran.why || ran.stderr.trim() || `exit code ${ran.code}`}.`,
            remedy: `Look at the disk space below ${path}.`,
        };
    }
    /** The upload and what it unpacks to lie beside each other for a moment. Null where both have room. */
    async function refuseWithoutRoom(host, { id, path: tarball, bytes }) {
        const report = await call(host, "space", {}, 30_000);
        if ("verdict" in report)
            return report;
        const free = Number(report.records.find(([key]) => key === "disk")?.[1] ?? Number.NaN);
        const listed = await shell.run({ argv: ["gzip", "--list", tarball], limitMs: 30_000, onCancel: "end" });
        const [, packed = "", unpacked = ""] = /^\s*(\d+)\s+(\d+)/m.exec(listed.stdout) ?? [];
        // gzip keeps the size in 32 bits: where that cannot be, three times the upload is an estimate.
        const size = Number(packed) === bytes && Number(unpacked) >= bytes ? Number(unpacked) : bytes * 3;
        if (!(free < bytes + size))
            return null;
        return {
            verdict: "fail",
            reason_code: "disk_full",
            says: `No space left on ${host}: ${id} needs about ${bytes + size} bytes below ${path} (${bytes} uploaded, ${size} unpacked), ${free} are free.`,
            remedy: remedies.disk_full ?? "",
            facts: { free, needed: bytes + size },
        };
    }
    async function shift(step) {
        const weights = Object.entries(step.weights);
        const report = await call(routerHost, "shift", { PD_WEIGHTS: weights.map(([name, weight]) => `${name}=${weight}`).join(" ") }, step.limitMs);
        if ("verdict" in report)
            return report;
        const seen = readRouter(report);
        if (typeof seen === "string")
            return unknown(seen);
        const wrong = differences(seen, step.weights);
        if (wrong.length > 0)
            return { verdict: "fail", reason_code: "router_failed", says: `The router did not do it: ${wrong.join("; ")}.` };
        return {
            verdict: "pass",
            reason_code: "passed",
            says: `New requests go to ${shares(step.weights)}, as read back.`,
            facts: { servers: stateFacts(seen) },
            warnings: [
                ...warningsIn(report),
                ...shiftWarnings({ router, weights: step.weights, servers: seen, cookie: cookieOf(report) }),
            ],
        };
    }
    async function drain(step) {
        const began = clock.ticks();
        let left = null;
        while (clock.ticks() - began < step.limitMs) {
            const report = await call(routerHost, "router", {}, 30_000);
            if ("verdict" in report)
                return report;
            const seen = readRouter(report);
            if (typeof seen === "string")
                return unknown(seen);
            left = step.servers.reduce((sum, name) => sum + (seen[name]?.sessions ?? 0), 0);
            if (left === 0)
                return {
                    verdict: "pass",
                    reason_code: "passed",
                    says: `No requests are left on ${step.servers.join(", ")}.`,
                    facts: { sessions: 0 },
                };
            await clock.sleep(200);
        }
        // Long connections never end by themselves: the limit was the user's choice, and is said.
        return {
            verdict: "pass",
            reason_code: "passed",
            says: `${left ?? "An unknown number of"} connections were left on ${step.servers.join(", ")} after ${Math.round(step.limitMs / 1_000)} s; they are cut.`,
            facts: { sessions: left },
        };
    }
    async function observe() {
        const facts = [];
        let routerFacts = null;
        for (const { name } of hosts) {
            const report = await call(name, "observe", {}, 60_000);
            if ("verdict" in report)
                return { failed: report };
            const seen = readFacts(report, name, slots);
            if (typeof seen === "string")
                return { failed: unknown(seen) };
            facts.push(seen);
            if (router.type === "haproxy" && name === routerHost) {
                const servers = readRouter(report);
                if (typeof servers === "string")
                    return { failed: { ...unknown(servers), reason_code: "router_failed" } };
                routerFacts = servers;
            }
        }
        return { fleet: { hosts: facts, router: routerFacts } };
    }
    async function renew() {
        const reports = await Promise.all(hosts.map(({ name }) => call(name, "renew", {}, 30_000)));
        const failures = reports.flatMap((report) => ("verdict" in report ? [report] : []));
        const lost = failures.find(({ reason_code }) => reason_code === "lock_lost");
        if (lost !== undefined)
            return { lost: lost.says };
        return failures.length === 0 ? "kept" : "unknown";
    }
    async function answering(host, slot) {
        const report = await call(host, "running", { PD_SLOT: slot }, 30_000);
        return "verdict" in report ? null : readAnswering(report);
    }
    return {
        observe,
        perform,
        reach: (host, slot) => transportOf(host).reach(slots[slot]?.port ?? 0),
        answering,
        async running(host, slot) {
            const seen = await answering(host, slot);
            return seen?.process ? { ...seen.process, served: seen.listener === "own" } : null;
        },
        async logTail(host, slot) {
            const report = await call(host, "log", { PD_SLOT: slot }, 30_000);
            return "verdict" in report ? "" : report.relayed;
        },
        renew,
        keepLock: () => startHeartbeat(renew, (leaseSeconds * 1_000) / beatsOfLease, clock),
        async close() {
            await Promise.all([...transports.values()].map((transport) => transport.close()));
        },
    };
}
/** What a step that went well says, with what was read back. */
function done(step, report) {
    const record = (key) => report.records.find((one) => one[0] === key)?.slice(1);
    const facts = {};
    let says = "Done.";
    if (step.type === "migrate") {
        const before = words(record("versions_before")?.[0]);
        const after = words(record("versions_after")?.[0]);
        const added = after.filter((version) => !before.includes(version));
        Object.assign(facts, { versions_before: before, versions_after: after, added });
        says =
            added.length === 0
                ? `The schema was up to date: ${after.at(-1) ?? "no version"}.`
                : `The schema went up by ${added.join(", ")}.`;
    }
    else if (step.type === "start") {
        const [pid, when] = record("started") ?? [];
        facts["pid"] = Number(pid);
        says = when === "already" ? `Process ${pid} runs it already.` : `Started as process ${pid}.`;
    }
    else if (step.type === "stop") {
        const [how] = record("stopped") ?? [];
        facts["how"] = how ?? null;
        says = how === "already" ? "Nothing ran there." : how === "ended" ? "It ended by itself." : "It was killed.";
    }
    else if (step.type === "acquire-lock") {
        const [from, how, url] = record("took_over") ?? [];
        const owner = url ? `${from} (${url})` : from;
        says =
            from === undefined
                ? "The lock is ours."
                : how === "live"
                    ? `The lock was taken from ${owner}, which still held it.`
                    : `The lock of ${owner} had expired and was taken over.`;
        const taken = how === "live" ? [`${says} That run stops before its next change.`] : [];
        return { verdict: "pass", reason_code: "passed", says, facts, warnings: [...taken, ...warningsIn(report)] };
    }
    return {
        verdict: "pass",
        reason_code: "passed",
        says,
        facts,
        tail: report.relayed.slice(-4_000),
        warnings: warningsIn(report),
    };
}
/** What the host program warned of although it did what it was asked. */
function warningsIn(report) {
    return report.records.filter(([key]) => key === "warning").map((record) => record.slice(1).join(" "));
}
/** Why a call did not pass. Without the sentinel the state is unknown, whatever the exit code was. */
function failed(host, op, report, ran) {
    const tail = [report.relayed, ran.stderr.trim()]
        .filter((text) => text !== "")
        .join("\n")
        .slice(-4_000);
    if (report.failure !== null) {
        return {
            verdict: "fail",
            reason_code: report.failure.reason_code,
            says: `${host}: ${report.failure.says}`,
            remedy: remedies[report.failure.reason_code] ?? "",
            tail,
        };
    }
    const how = ran.ended === "timed-out"
        ? "did not end within its time limit"
        : ran.ended === "exited"
            ? `exited with code ${report.exit ?? ran.code} and gave no reason`
            : `${ran.ended}: ${ran.why}`;
    return {
        verdict: "error",
        reason_code: ran.ended === "cancelled" ? "cancelled" : "state_unknown",
        says: `${op} on ${host} ${how}: what it did is unknown.`,
        remedy: "Run the job again: it looks at what is there first.",
        tail,
    };
}
const remedies = {
    lock_held: "Wait for that run to end, or for its lock to expire; then run again.",
    lock_lost: "That run decides now what serves. When it has ended, run this job again.",
    step_running: "It ends by itself within its time limit. Run again then.",
    digest_mismatch: "The bytes changed on their way. Run again; if it happens again, find out who changes them.",
    migration_failed: "Traffic was not moved. Fix what the output names and run the job again; the schema's versions before and after are in the facts.",
    environment_file_invalid: "Correct these lines: the format is that of systemd's EnvironmentFile, one NAME=value a line.",
    port_taken: "Stop that process, or give the slot another port in the settings and in the router.",
    unsafe_release: "Find out how that came into the release, and build it anew without it.",
    disk_full: "Free space there, or keep fewer releases (`strategy.keep`), and run again.",
    router_failed: "Look at HAProxy's socket, backend and server names in the settings.",
};
function unknown(says) {
    return {
        verdict: "error",
        reason_code: "state_unknown",
        says,
        remedy: "Run the job again; if it stays, report the log as a fault of phoenix-deploy.",
    };
}
function words(text) {
    return (text ?? "").split(" ").filter((word) => word !== "");
}
/** The servers that take new requests, with their weight where it is not the full one. */
function shares(weights) {
    const open = Object.entries(weights).filter(([, weight]) => weight > 0);
    return open.map(([name, weight]) => (weight === 100 ? name : `${name} (${weight} %)`)).join(", ");
}
function stateFacts(servers) {
    return Object.fromEntries(Object.entries(servers).map(([name, seen]) => [name, `${seen.state}, weight ${seen.weight} %`]));
}

;// CONCATENATED MODULE: ./build/src/domain/blame.js
/**
 * The closed list of what marks a release bad: what the release itself did. A lost lock, an unreachable router,
 * database or host, a full disk, a clock, a cancel, a watch that saw too little or a wrong setting says nothing about
 * it: it may be deployed again.
 */
const faultsOfRelease = new Set([
    "not_healthy",
    "wrong_version",
    "not_ready",
    "smoke_failed",
    "errors_exceeded",
    "latency_exceeded",
]);
/**
 * True when a judgement shows a fault of the release, so that it is marked bad and not deployed again. Only what was
 * judged to fail can.
 */
function condemns({ verdict, reason_code, }) {
    return verdict === "fail" && faultsOfRelease.has(reason_code);
}

// EXTERNAL MODULE: ./build/src/strategies/leftovers.js
var leftovers = __webpack_require__(8211);
;// CONCATENATED MODULE: ./build/src/strategies/recover.js







/**
 * After a step that did not pass: from what is really there now back to the release that was last verified. Where
 * nothing was ever verified, the new instance is stopped and nothing serves.
 */
function planRecovery(fleet, wanted, all = registry/* strategies */.W) {
    const strategy = (0,registry/* strategyOf */.x)(wanted, all);
    if (isRefusal(strategy))
        return strategy;
    const { owner, environment, release } = wanted;
    const refused = busy(fleet, { owner }) ?? unsuited(fleet, strategy);
    if (refused !== null)
        return refused;
    const mark = marks(fleet, wanted);
    const active = (0,facts/* activeOf */.m3)(fleet);
    if (active === null) {
        const says = `Stop ${release}: there is no verified release to roll back to.`;
        const steps = (0,facts/* slotNames */.Do)(fleet).flatMap((slot) => (0,leftovers/* endAttempts */.m0)({ fleet, wanted, slot }, null));
        return underLock(fleet, { owner }, { says, warnings: [], steps: [...steps, ...mark] });
    }
    const able = fleet.hosts.filter((host) => host.releases.includes(active.release));
    if (able.length === 0) {
        return {
            refused: "release_not_kept",
            says: `No host keeps ${active.release}, the last verified release.`,
            remedy: "Deploy a version that works.",
        };
    }
    const says = `Roll ${environment} back to ${active.release}, the last verified release.`;
    const steps = strategy.recover(fleet, { failed: wanted, active, able, mark });
    return underLock(fleet, { owner }, { says, warnings: [], steps });
}
/** What was verified once may fail to start today for want of a database: it stays what a rollback can go to. */
function marks(fleet, { release, markBad }) {
    const verified = fleet.hosts.some(({ active }) => [active?.release, active?.before].includes(release));
    if (!markBad || verified)
        return [];
    const kept = fleet.hosts.filter((host) => host.releases.includes(release) && !host.bad.includes(release));
    return kept.map((host) => steps/* markBad */.Tc(host, release));
}

;// CONCATENATED MODULE: ./build/src/stages/stage.js
/** The conclusion of a stage that stopped for this cause, with what that means. */
function stopped(cause, then) {
    return {
        status: "failed",
        decision: "stop",
        reason_code: cause.reason_code,
        says: `${cause.says} ${then}`,
        remedy: cause.remedy ?? "",
    };
}

;// CONCATENATED MODULE: ./build/src/stages/lock.js




const pollMs = 2_000;
const sayAgainMs = 60_000;
/**
 * Observes and plans, again and again while only another run's lock or its last step keeps the plan from being made.
 */
async function planWhenFree(run, { target, plan, until, meaning }) {
    const { clock, cancellation, log } = run.world;
    let saidOf = "";
    let saidAt = 0;
    for (;;) {
        const started = clock.ticks();
        const seen = await target.observe();
        if (!("fleet" in seen)) {
            const heading = { kind: "step", id: "observe-target", title: "Observe the target", required: true };
            await run.recorder.record((0,result/* result */.Ke)(heading, seen.failed, clock.ticks() - started));
            return stopped(seen.failed, meaning);
        }
        const made = plan(seen.fleet);
        if (!isRefusal(made))
            return { fleet: seen.fleet, plan: made };
        const left = until - clock.ticks();
        if (!passes(made) || left <= 0)
            return refused(run, made, meaning);
        const owners = seen.fleet.hosts.map(({ lease }) => lease?.owner ?? "").join();
        if (owners !== saidOf || clock.ticks() - saidAt > sayAgainMs) {
            log.info(`Waiting at most ${Math.ceil(left / 1_000)} s: ${made.says}`);
            saidOf = owners;
            saidAt = clock.ticks();
        }
        await clock.sleep(Math.min(pollMs, left));
        if (cancellation.cancelled)
            return cancelledWaiting;
    }
}
const cancelledWaiting = {
    status: "cancelled",
    decision: "stop",
    reason_code: "cancelled",
    says: "Cancelled while waiting for the lock. Nothing was changed.",
};
/**
 * Takes the locks that a plan begins with, all or none; waits where another run was faster. Null when they are ours.
 */
async function takeLocks(run, locking, first) {
    const { clock, cancellation } = run.world;
    let plan = first;
    for (;;) {
        if (cancellation.cancelled)
            return cancelledWaiting;
        const locks = plan.steps.filter((step) => step.type === "acquire-lock");
        const failed = await acquire(run, locking, locks);
        if (failed === null)
            return null;
        if (failed.reason_code !== "lock_held" || clock.ticks() >= locking.until) {
            const heading = {
                kind: "step",
                id: "acquire-lock",
                title: locks[0]?.says ?? "Take the lock",
                required: true,
            };
            await run.recorder.record((0,result/* result */.Ke)(heading, failed, 0));
            return stopped(failed, locking.meaning);
        }
        const again = await planWhenFree(run, locking);
        if ("status" in again)
            return again;
        plan = again.plan;
    }
}
/** Null when all are ours; else why one is not, and then none is. */
async function acquire(run, { target }, locks) {
    const { clock, log } = run.world;
    const taken = [];
    for (const step of locks) {
        const started = clock.ticks();
        const judgement = await log.group(step.says, () => target.perform(step));
        if (judgement.verdict !== "pass") {
            await giveBack(run, target, taken.map((one) => one.step.host));
            return judgement;
        }
        taken.push({ step, judgement, ms: clock.ticks() - started });
    }
    for (const { step, judgement, ms } of taken) {
        await run.recorder.record((0,result/* result */.Ke)({ kind: "step", id: step.type, title: step.says, required: true }, judgement, ms));
        for (const warning of judgement.warnings ?? [])
            await run.recorder.warn(warning);
    }
    return null;
}
/** Gives the locks of these hosts back, also after a cancel: what is not ours is left alone by the host. */
async function giveBack(run, target, hosts) {
    for (const host of hosts) {
        const says = `Release the lock on ${host}`;
        const judgement = await target.perform({ type: "release-lock", host, says, limitMs: 30_000 });
        if (judgement.verdict !== "pass")
            await run.recorder.warn(`${says}: ${judgement.says} It expires by itself within three minutes.`);
    }
}
async function refused(run, refusal, meaning) {
    const heading = { kind: "gate", id: "plan", title: "A plan can be made", required: true };
    const judgement = {
        verdict: "fail",
        reason_code: refusal.refused,
        says: refusal.says,
        remedy: refusal.remedy,
    };
    await run.recorder.record((0,result/* result */.Ke)(heading, judgement, 0));
    return stopped(judgement, meaning);
}

;// CONCATENATED MODULE: ./build/src/stages/perform.js


/** Steps that change nothing of what serves: the next run does what was left undone, and a lock expires by itself. */
const bookkeeping = new Set(["hold", "mark-bad", "prune", "release-lock"]);
/** Steps that a reader of the report looks for, under the words of Phase 6. */
const looks = new Set(["await-healthy", "smoke", "observe"]);
/** What evidence says of a step that began, as long as nothing more is known. */
const underWay = {
    verdict: "inconclusive",
    reason_code: "running",
    says: "It had begun and was not finished when this was written.",
};
/**
 * Walks a plan: what changes the target goes to the target, what looks goes to signals and judge. Stops at the first
 * step that does not pass, and before a step when the run was cancelled or the lock was lost; a step under way is never
 * cut. Gives the judgement that stopped it; null when all was done.
 */
async function perform(plan, walk, run) {
    const { clock } = run.world;
    for (const step of plan.steps) {
        const stop = step.type === "release-lock" ? null : stopBefore(walk, run);
        if (stop !== null)
            return stop;
        const started = clock.ticks();
        const heading = headingOf(step, run.recorder.evidence.environment);
        await run.recorder.begin((0,result/* result */.Ke)({ ...heading, required: true }, underWay, 0));
        const judgement = await run.world.log.group(step.says, () => take(step, walk).catch((error) => surprised(error, run)));
        const unharmed = harmless(step, judgement, walk);
        await run.recorder.record((0,result/* result */.Ke)({ ...heading, required: unharmed === null }, judgement, clock.ticks() - started));
        for (const warning of judgement.warnings ?? [])
            await run.recorder.warn(warning);
        if (unharmed !== null)
            await run.recorder.warn(unharmed);
        else if (judgement.verdict !== "pass")
            return judgement;
    }
    return null;
}
/**
 * The warning for a step that failed without harm to what serves, so that the plan goes on; null for a step that
 * passed, or whose failure counts.
 */
function harmless(step, { verdict, reason_code, says }, { goingBack }) {
    if (verdict === "pass" || reason_code === "lock_lost" || reason_code === "cancelled")
        return null;
    if (bookkeeping.has(step.type))
        return `${step.says}: ${says} What serves is not affected.`;
    const advice = goingBack && step.type === "smoke" && step.at === "public";
    return advice ? `${says} The release answers on its host and has the traffic, so the rollback goes on.` : null;
}
/** Why no further step may begin; null when one may. */
function stopBefore({ lost }, run) {
    if (run.world.cancellation.cancelled) {
        return { verdict: "not-run", reason_code: "cancelled", says: "Cancelled before this step began." };
    }
    const why = lost();
    return why === null ? null : { verdict: "fail", reason_code: "lock_lost", says: why };
}
/**
 * A step that ended in a fault of our own or of the machine: it did not pass, and what serves is put in order as after
 * any other.
 */
function surprised(error, { world }) {
    const says = (0,error_text/* errorText */.k)(error);
    world.log.info(error instanceof Error ? (error.stack ?? says) : says);
    const remedy = "This is a fault of phoenix-deploy or of the machine. The stack is in the log.";
    return { verdict: "error", reason_code: "unexpected_error", says: `Unexpected error: ${says}`, remedy };
}
/** One step, to whom it belongs. */
async function take(step, { target, look }) {
    switch (step.type) {
        case "await-healthy":
            return look.awaitHealthy(step);
        case "smoke":
            return look.smoke(step);
        case "observe":
            return look.watch(step);
        default:
            return target.perform(step);
    }
}
/** Names a step for evidence: looks are signals under the words of Phase 6, the rest are steps. */
function headingOf(step, environment) {
    const place = environment ?? "target";
    const Place = `${place.slice(0, 1).toUpperCase()}${place.slice(1)}`;
    if (!looks.has(step.type))
        return { kind: "step", id: step.type, title: step.says, required: true };
    if (step.type === "await-healthy")
        return { kind: "signal", id: "health", title: `${Place} health check`, required: true };
    if (step.type === "observe")
        return { kind: "signal", id: "watch", title: `${Place} error rate watched`, required: true };
    const where = step.type === "smoke" && step.at === "slot" ? "before traffic" : "with traffic";
    return { kind: "signal", id: "smoke", title: `${Place} smoke tests (${where})`, required: true };
}

;// CONCATENATED MODULE: ./build/src/signals/headers.js
/**
 * The headers that a variable holds, one `Name: value` on each line; a sentence when a line is none. Values are never
 * repeated.
 */
function readHeaders(text) {
    const headers = {};
    for (const [index, line] of text.split(/\r?\n/).entries()) {
        if (line.trim() === "")
            continue;
        const [, name, value] = /^\s*([A-Za-z0-9!#$%&'*+.^_`|~-]+):[ \t]*([\x20-\x7e\t]*?)[ \t]*$/.exec(line) ?? [];
        if (name === undefined || value === undefined || value === "")
            return `line ${index + 1} is not \`Name: value\``;
        headers[name.toLowerCase()] = value;
    }
    return Object.keys(headers).length === 0 ? "it holds no header" : headers;
}
/** Sends these headers with each request that does not name them itself. */
function withHeaders(http, headers) {
    return {
        request: (one) => {
            const own = Object.fromEntries(Object.entries(one.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]));
            return http.request({ ...one, headers: { ...headers, ...own } });
        },
    };
}

;// CONCATENATED MODULE: ./build/src/stages/public-http.js

/**
 * How an environment is asked where users come in: with the headers of `probe.headers-from`, such as those of a staging
 * behind a password.
 */
function publicHttp({ http, secret }, { probe }) {
    if (probe.headersFrom === null)
        return http;
    const headers = readHeaders(secret(probe.headersFrom) ?? "");
    return typeof headers === "string" ? http : withHeaders(http, headers);
}
/**
 * The conclusion that the headers of an environment cannot be read, before anything is asked or changed; null where
 * they can, or none are named.
 */
function headersMissing({ secret }, { name, probe }) {
    if (probe.headersFrom === null)
        return null;
    const value = secret(probe.headersFrom);
    const why = value === undefined ? "it is not set, or empty" : readHeaders(value);
    if (typeof why !== "string")
        return null;
    return {
        status: "failed",
        decision: "stop",
        reason_code: "invalid_settings",
        says: `The variable ${probe.headersFrom}, which \`environments.${name}.probe.headers-from\` names, cannot be used: ${why}. Nothing was changed.`,
        remedy: `Set it in \`env\` of the step, such as \`${probe.headersFrom}: "Authorization: Basic \${{ secrets.STAGING_BASIC }}"\`.`,
    };
}

// EXTERNAL MODULE: ./build/src/domain/json.js
var domain_json = __webpack_require__(8986);
;// CONCATENATED MODULE: ./build/src/signals/identity.js

/** The version that answers at an address, against the one expected. */
async function judgeVersion(url, version, http) {
    const answer = await http.request({ method: "GET", url, limitMs: 5_000 });
    if (!answer.answered)
        return { verdict: "fail", reason_code: "wrong_version", says: `${url} did not answer: ${answer.why}.` };
    const seen = answer.status === 200 ? versionIn(answer.body) : null;
    if (seen === null) {
        return {
            verdict: "error",
            reason_code: "wrong_version",
            says: `${url} answered ${answer.status} without a version.`,
            remedy: "Let it answer 200 with the version as text, or as JSON with a `version` member. `health.version` names the path, and `off` asks for none.",
            tail: answer.body.slice(0, 500),
        };
    }
    if (seen !== version) {
        return {
            verdict: "fail",
            reason_code: "wrong_version",
            says: `${url} answers version ${seen.slice(0, 64)}; ${version} was deployed.`,
            remedy: "An older release still answers, or the version was not compiled in. Check the router and the release.",
        };
    }
    return { verdict: "pass", reason_code: "passed", says: `Version ${version} answers.`, facts: { version } };
}
/** The version in a body: JSON with a `version` member, or the whole text; null when there is none. */
function versionIn(body) {
    const text = body.trim();
    const json = (0,domain_json/* readJson */.V)(text);
    if (json === undefined)
        return /^v?\d+\.\d+\.\d+\S*$/.test(text) ? text.replace(/^v/, "") : null;
    if (typeof json === "object" && json !== null && "version" in json && typeof json.version === "string")
        return json.version;
    return typeof json === "string" ? json : null;
}

;// CONCATENATED MODULE: ./build/src/stages/public-url.js




const tries = 3;
const pauseMs = 1_000;
const requestMs = 5_000;
/**
 * Asks the public address before anything is changed: what serves now has to answer there, in whatever version, or the
 * address is wrong and a release would be rolled back for it. What serves is asked directly too: where it does not
 * answer itself, or the address answers with 5xx, the deployment may be the remedy, so this is a warning. Null when the
 * deployment may go on.
 */
async function askPublicFirst(run, asked) {
    const { environment, target, fleet } = asked;
    const active = (0,facts/* activeOf */.m3)(fleet);
    const serving = active === null ? undefined : fleet.hosts.find((host) => (0,facts/* runs */.Np)(host, active.slot, active.release));
    // Nothing serves yet, or any more: nothing can be asked.
    if (active === null || serving === undefined)
        return null;
    const { clock, http } = run.world;
    const outside = publicHttp(run.world, environment);
    const started = clock.ticks();
    // An application that names no version at all is asked for its health.
    const { version, path: healthPath } = environment.health;
    const path = version ?? healthPath;
    const whole = (answer) => answer.answered && answer.status === 200 && (version === null || versionIn(answer.body) !== null);
    const seen = await answering(run, { url: `${environment.url}${path}`, http: outside }, whole);
    const heading = {
        kind: "gate",
        id: "public-url",
        title: "The public address leads to what serves now",
        required: true,
    };
    if (seen === null) {
        const says = `${environment.url} answers before anything is changed.`;
        await run.recorder.record((0,result/* result */.Ke)(heading, { verdict: "pass", reason_code: "passed", says }, clock.ticks() - started));
        return null;
    }
    const base = await target.reach(serving.host, active.slot);
    const direct = await http.request({ method: "GET", url: `${base}${path}`, limitMs: requestMs });
    if (!whole(direct) || seen.status >= 500) {
        await run.recorder.warn(`Before the deployment ${seen.says} The deployment goes on, since it may be the remedy.`);
        return null;
    }
    const judgement = {
        verdict: "fail",
        reason_code: "public_url_failed",
        says: `${seen.says} ${active.release} answers on ${serving.host} itself, so the address does not lead there.`,
        remedy: `Correct \`url\` of ${environment.name} in the settings, or what stands before the application, and run the job again.`,
    };
    await run.recorder.record((0,result/* result */.Ke)(heading, judgement, clock.ticks() - started));
    return judgement;
}
/** Null when the answer is whole; else what came instead the last time. */
async function answering(run, { url, http }, whole) {
    const { clock, cancellation } = run.world;
    for (let number = 1;; number += 1) {
        const answer = await http.request({ method: "GET", url, limitMs: requestMs });
        if (whole(answer))
            return null;
        if (number === tries || cancellation.cancelled) {
            return answer.answered
                ? { says: `${url} answered ${answer.status}, not as what serves now does.`, status: answer.status }
                : { says: `${url} did not answer: ${answer.why}.`, status: 0 };
        }
        await clock.sleep(pauseMs);
    }
}
/**
 * The public address after the shift. The release was proved on its host: another answer is a fault of the address or
 * of what stands before it.
 */
async function judgePublicVersion(url, version, http) {
    const judged = await judgeVersion(url, version, http);
    if (judged.verdict === "pass")
        return judged;
    return {
        ...judged,
        reason_code: "public_url_failed",
        remedy: "The release answers on its host: look at `url` in the settings, and at the router, cache or proxy before it.",
    };
}

;// CONCATENATED MODULE: ./build/src/stages/routed.js

/**
 * A router that was restarted or reloaded after the shift sends traffic where its configuration says: then nothing that
 * users see is of the release.
 */
function judgeRouted(fleet, slot) {
    const seen = (0,facts/* astray */.hC)(fleet, slot);
    if (seen.length === 0)
        return { verdict: "pass", reason_code: "passed", says: `New requests go to ${slot} alone.` };
    return {
        verdict: "fail",
        reason_code: "router_failed",
        says: `New requests do not go to ${slot} alone any more: ${seen.join("; ")}. The router was restarted, reloaded or changed by somebody else.`,
        remedy: "Name HAProxy's `server-state-file` as `router.state-file`, so that a restart keeps what was shifted, and run the job again.",
    };
}
/** The same, asked of the target now. */
async function askRouted(target, slot) {
    const seen = await target.observe();
    return "failed" in seen ? seen.failed : judgeRouted(seen.fleet, slot);
}

;// CONCATENATED MODULE: ./build/src/signals/owner.js
/**
 * Asks the host who answers on a slot's port. Anything but the slot's own process, running the release, does not count
 * as an answer.
 */
async function judgeOwner({ host, slot, release, answering }) {
    const seen = await answering();
    const place = `slot ${slot} of ${host}`;
    if (seen === null) {
        const says = `${host} could not say who answers on the port of slot ${slot}.`;
        return {
            verdict: "error",
            reason_code: "state_unknown",
            says,
            remedy: "Run the job again: it looks at what is there first.",
        };
    }
    const { process, listener, stranger } = seen;
    if (listener === "foreign") {
        return {
            verdict: "fail",
            reason_code: "port_taken",
            says: `The port of ${place} is answered by ${stranger}, which was not started for this slot.`,
            remedy: "Stop that process, or give the slot another port in the settings and in the router.",
            facts: { listener },
        };
    }
    if (process === null) {
        return {
            verdict: "fail",
            reason_code: "not_healthy",
            says: `The process of ${place} has ended.`,
            facts: { listener, ended: true },
        };
    }
    if (process.release === null) {
        const says = `Process ${process.pid} of ${place} does not run from a release: it still starts, or its start script never ends.`;
        return { verdict: "fail", reason_code: "not_healthy", says, facts: { listener, pid: process.pid } };
    }
    if (process.release !== release) {
        return {
            verdict: "fail",
            reason_code: "wrong_release",
            says: `Process ${process.pid} of ${place} runs from ${process.release}, not from ${release}.`,
            remedy: "Another deployment started in this slot. Run the job again.",
            facts: { listener, pid: process.pid },
        };
    }
    if (listener === "none") {
        const says = `Process ${process.pid} of ${place} runs, and does not listen on its port.`;
        const remedy = "The application has to listen on the port that the variable PORT names.";
        return { verdict: "fail", reason_code: "not_healthy", says, remedy, facts: { listener, pid: process.pid } };
    }
    const says = `Process ${process.pid} of ${place} runs ${release} and is the only one that listens on its port.`;
    return { verdict: "pass", reason_code: "passed", says, facts: { listener, pid: process.pid, release } };
}
/** A look that counts only where the slot's own process answered, before it and after it. */
async function ownedLook(owned, look) {
    const before = await judgeOwner(owned);
    if (before.verdict !== "pass")
        return before;
    const judgement = await look();
    if (judgement.verdict !== "pass")
        return judgement;
    const after = await judgeOwner(owned);
    if (after.verdict !== "pass")
        return after;
    if (before.facts?.["pid"] === after.facts?.["pid"])
        return { ...judgement, facts: { ...judgement.facts, ...after.facts } };
    const says = `Process ${before.facts?.["pid"]} of slot ${owned.slot} ended while it was asked; ${after.facts?.["pid"]} answers now.`;
    return { verdict: "fail", reason_code: "not_healthy", says };
}

;// CONCATENATED MODULE: ./build/src/signals/readiness.js

const good = new Set(["ok", "up", "healthy", "ready", "pass", "passing", "true", "operational"]);
/** How many services are repeated; more are counted. */
const maxShown = 20;
/**
 * Readiness: 200, and a body that names at least one service, every one of them healthy (Phase 6: "Ready endpoint shows
 * all services healthy"). The body decides as well as the status: some libraries answer 200 whatever they found.
 */
async function judgeReadiness(url, http) {
    const answer = await http.request({ method: "GET", url, limitMs: 5_000 });
    if (!answer.answered)
        return { verdict: "fail", reason_code: "not_ready", says: `${url} did not answer: ${answer.why}.` };
    const tail = answer.body.slice(0, 2_000);
    const services = servicesIn(answer.body);
    if (services === null || services.length === 0) {
        return {
            verdict: answer.status === 200 ? "error" : "fail",
            reason_code: "not_ready",
            says: `${url} answered ${answer.status} and named no service.`,
            facts: { status: answer.status },
            remedy: 'Let it answer JSON that names each service, such as {"services":{"database":{"status":"ok"}}}, or switch readiness off: `health: {ready: off}`.',
            tail,
        };
    }
    const shown = Object.fromEntries(services.slice(0, maxShown).map((one) => [one.name, one.says]));
    const facts = { services: shown, named: services.length, status: answer.status };
    const ill = services.filter((one) => !one.healthy);
    if (ill.length > 0 || answer.status !== 200) {
        const named = listOf(ill.map((one) => `${one.name} (${one.says})`));
        return {
            verdict: "fail",
            reason_code: "not_ready",
            says: `${url} answered ${answer.status}; not ready: ${named || "no service named as failing"}.`,
            remedy: "Look at the named services on that host.",
            facts,
            tail,
        };
    }
    return { verdict: "pass", reason_code: "passed", says: `Ready: ${listOf(services.map((one) => one.name))}.`, facts };
}
/** The first names, and how many there are beyond them. */
function listOf(names) {
    const more = names.length - maxShown;
    return `${names.slice(0, maxShown).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
/** The services named in a body; null when it is not JSON of a known shape. */
function servicesIn(body) {
    const json = (0,domain_json/* readJson */.V)(body);
    if (Array.isArray(json))
        return json.flatMap(listed);
    if (!isObject(json))
        return null;
    const group = json["services"] ?? json["checks"] ?? json["components"];
    if (Array.isArray(group))
        return group.flatMap(listed);
    if (isObject(group))
        return Object.entries(group).map(([name, state]) => service(name, state));
    return null;
}
/** One entry of a list: plug_checkup's `{"name","healthy"}`, or heartcheck's `{"db":{"status"}}`. */
function listed(entry) {
    if (!isObject(entry))
        return [{ name: "unnamed", healthy: false, says: "unreadable" }];
    if (typeof entry["name"] === "string")
        return [service(entry["name"], entry)];
    return Object.entries(entry)
        .filter(([name]) => name !== "time")
        .map(([name, state]) => service(name, state));
}
function service(name, state) {
    const status = isObject(state) ? (state["status"] ?? state["healthy"] ?? state["state"]) : state;
    // A list or an object is no status; made into text it may end the stack, or refuse to be one.
    const says = String(typeof status === "object" ? (status === null ? "no status" : "unreadable") : (status ?? "no status")).slice(0, 80);
    return { name: name.slice(0, 80), healthy: good.has(says.toLowerCase()), says };
}
function isObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./build/src/signals/health.js



const health_pauseMs = 250;
const health_requestMs = 5_000;
/**
 * Healthy means: so many consecutive successes of health, and of readiness and version where the settings name them,
 * and the process that listens is the slot's own and runs from the release folder. One failure starts the count anew;
 * the limit ends it with what was seen last.
 */
async function awaitHealthy(question, http, clock, cancelled) {
    const deadline = clock.ticks() + question.limitMs;
    const { health } = question;
    let inRow = 0;
    let tries = 0;
    let hopeless = false;
    let last = { verdict: "error", reason_code: "not_healthy", says: "Nothing was asked yet." };
    while (clock.ticks() < deadline && !cancelled()) {
        tries += 1;
        last = await askOnce(question, http);
        if (last.verdict === "pass") {
            inRow += 1;
            if (inRow >= health.successes) {
                return {
                    ...last,
                    says: `Healthy ${inRow} times in a row: ${health.version === null ? "the process runs" : `version ${question.version} answers`} from ${question.owned.release}.`,
                    facts: { ...last.facts, tries, successes: inRow, not_asked: notAsked(health) },
                };
            }
        }
        else {
            inRow = 0;
            // A process that is another release's, gone for good, or kept from its port is not worth waiting for; one that
            // boots is.
            hopeless =
                last.reason_code === "wrong_release" || last.reason_code === "port_taken" || last.facts?.["ended"] === true;
            if (hopeless)
                break;
        }
        await clock.sleep(health_pauseMs);
    }
    if (cancelled())
        return { ...last, verdict: "error", reason_code: "cancelled", says: "Cancelled while waiting for health." };
    if (last.verdict === "pass") {
        last = {
            verdict: "fail",
            reason_code: "not_healthy",
            says: `Only ${inRow} of ${health.successes} consecutive successes.`,
        };
    }
    return {
        ...last,
        says: hopeless
            ? last.says
            : `Not healthy within ${Math.round(question.limitMs / 1000)} s (asked ${tries} times). ${last.says}`,
        remedy: last.remedy ??
            "Read the log of the new slot below; raise `health.within` only if the application needs longer to start.",
        facts: { ...last.facts, tries },
    };
}
/** Health, readiness and version, each once, between two looks at the process. */
function askOnce(question, http) {
    return ownedLook(question.owned, () => askAll(question, http));
}
async function askAll({ base, health, version }, http) {
    const alive = await judgeHealth(`${base}${health.path}`, http);
    if (alive.verdict !== "pass")
        return alive;
    if (health.ready !== null) {
        const ready = await judgeReadiness(`${base}${health.ready}`, http);
        if (ready.verdict !== "pass")
            return ready;
    }
    if (health.version !== null)
        return judgeVersion(`${base}${health.version}`, version, http);
    return { verdict: "pass", reason_code: "passed", says: "It answers." };
}
/** What the settings leave off, for whoever reads that it is healthy. */
function notAsked({ ready, version }) {
    return [...(ready === null ? ["readiness"] : []), ...(version === null ? ["version"] : [])];
}
/** One request to the health path: 200 is healthy, a redirect is not. */
async function judgeHealth(url, http) {
    const answer = await http.request({ method: "GET", url, limitMs: health_requestMs });
    if (!answer.answered) {
        const refused = answer.why.includes("ECONNREFUSED");
        return {
            verdict: "fail",
            reason_code: "not_healthy",
            says: `${url} did not answer: ${answer.why}.`,
            facts: { refused },
        };
    }
    if (answer.status !== 200) {
        return {
            verdict: "fail",
            reason_code: "not_healthy",
            says: `${url} answered ${answer.status}, not 200.`,
            facts: { status: answer.status },
            ...remedyOf(answer.status),
            tail: answer.body.slice(0, 2_000),
        };
    }
    return {
        verdict: "pass",
        reason_code: "passed",
        says: `${url} answered 200.`,
        facts: { status: 200, ms: Math.round(answer.ms) },
    };
}
/** What to do about an answer that is not 200; the log of the application explains all others. */
function remedyOf(status) {
    if (status >= 300 && status < 400)
        return {
            remedy: "A redirect is not health. Exclude the health path from `force_ssl`, or name a path that answers itself.",
        };
    if (status === 401 || status === 403)
        return {
            remedy: "Let the health path answer without signing in, or name a path that does: `health: {path: …}` of the environment.",
        };
    if (status === 404 || status === 405 || status === 410)
        return {
            remedy: "The application has no such page, as a new Phoenix application has none. Name one that answers 200, such as `health: {path: /}` of the environment in the settings file, or add the route.",
        };
    return {};
}

;// CONCATENATED MODULE: ./build/src/signals/probe.js
const probe_requestMs = 5_000;
/**
 * Sends requests at a steady pace, whatever the answers take (an open loop: a slow server does not slow the prober).
 * A probe fails when no answer comes or a 5xx does; 4xx are the client's.
 */
async function probe(probing, http, clock, cancelled) {
    const gets = probing.tests.filter((one) => one.method === "GET");
    const targets = gets.length > 0 ? gets : [{ path: probing.fallbackPath, headers: {} }];
    const started = clock.ticks();
    const probes = [];
    const flying = new Set();
    let done = false;
    for (let sent = 0; !done && !cancelled(); sent += 1) {
        const due = (sent * 1_000) / probing.perSecond;
        if (due >= probing.forMs)
            break;
        const early = due - (clock.ticks() - started);
        if (early > 0)
            await clock.sleep(early);
        if (done || cancelled())
            break;
        const target = targets[sent % targets.length] ?? { path: probing.fallbackPath, headers: {} };
        const atMs = clock.ticks() - started;
        const one = http
            .request({ method: "GET", url: `${probing.base}${target.path}`, headers: target.headers, limitMs: probe_requestMs })
            .then((answer) => {
            const seen = { atMs, failed: !answer.answered || answer.status >= 500, ms: answer.ms };
            probes.push(seen);
            if (probing.until(seen))
                done = true;
            flying.delete(one);
        });
        flying.add(one);
    }
    await Promise.all(flying);
    return probes;
}

// EXTERNAL MODULE: ./build/src/settings/fault.js
var fault = __webpack_require__(1003);
;// CONCATENATED MODULE: ./build/src/signals/smoke.js


/** Runs every smoke test against one address and judges them together: all must pass, and there must be one. */
async function judgeSmoke(base, tests, http) {
    if (tests.length === 0) {
        return {
            verdict: "error",
            reason_code: "not_configured",
            says: "No smoke test is configured.",
            remedy: "List at least one request under `smoke` in the settings file, such as `- {get: /, status: 200}`.",
        };
    }
    const findings = [];
    let tail = "";
    for (const one of tests) {
        const seen = await judgeOne(base, one, http);
        if (seen === null)
            continue;
        findings.push({ severity: "error", rule: one.name, message: seen.says });
        tail ||= seen.tail;
    }
    const facts = { total: tests.length, failed: findings.length };
    if (findings.length > 0) {
        return {
            verdict: "fail",
            reason_code: "smoke_failed",
            says: `${findings.length} of ${tests.length} smoke tests failed: ${findings[0]?.message ?? ""}`,
            remedy: "Send the request by hand and compare; the expectation stands under `smoke` in the settings file.",
            facts,
            findings,
            tail,
        };
    }
    return {
        verdict: "pass",
        reason_code: "passed",
        says: `${tests.length} of ${tests.length} smoke tests passed.`,
        facts,
    };
}
/** Null when the answer is as expected, else what differs first. */
async function judgeOne(base, test, http) {
    const answer = await http.request({
        method: test.method,
        url: `${base}${test.path}`,
        headers: test.headers,
        ...(test.body === null ? {} : { body: test.body }),
        limitMs: test.withinMs,
    });
    const differs = (says) => ({
        says: `${(0,fault/* shown */.S)(test.name)}: ${says}.`,
        tail: answer.answered ? answer.body.slice(0, 2_000) : "",
    });
    if (!answer.answered)
        return differs(`no answer (${(0,fault/* shown */.S)(answer.why)})`);
    if (answer.status !== test.status)
        return differs(`answered ${answer.status}, expected ${test.status}`);
    if (test.text !== null && !answer.body.includes(test.text))
        return differs(`the body does not contain \`${(0,fault/* shown */.S)(test.text)}\``);
    if (test.json !== null) {
        const body = (0,domain_json/* readJson */.V)(answer.body);
        if (body === undefined)
            return differs("the body is not JSON");
        for (const [path, expected] of Object.entries(test.json)) {
            const found = path.split(".").reduce(memberOf, body);
            if (found !== expected)
                return differs(`\`${(0,fault/* shown */.S)(path)}\` is ${found === undefined ? "absent" : asJson(found)}, expected ${asJson(expected)}`);
        }
    }
    return null;
}
/** A member that the answer itself has: `constructor` is one of every object, and of no answer. */
function memberOf(at, key) {
    return typeof at === "object" && at !== null && Object.hasOwn(at, key)
        ? at[key]
        : undefined;
}
/**
 * A value of an answer in a sentence: as JSON, so that the text `1` and the number 1 differ, and cut. What holds others
 * is named by its kind.
 */
function asJson(value) {
    if (Array.isArray(value))
        return "a list";
    return typeof value === "object" && value !== null ? "an object" : (0,fault/* shown */.S)(JSON.stringify(value));
}

;// CONCATENATED MODULE: ./build/src/statistics/cusum.js
/** Weights that tell an unacceptable error rate from a tolerable one. Both are fractions between 0 and 1. */
function weigh({ tolerable, unacceptable, }) {
    return { error: Math.log(unacceptable / tolerable), success: Math.log((1 - unacceptable) / (1 - tolerable)) };
}
/**
 * Page's CUSUM (1954) with the head start of Lucas and Crosier (1982). The score never falls below 0, so that a fault
 * after a long healthy stretch is still seen soon. What one window adds, errors and successes together, counts up to
 * `cap`: requests that fail together are one event.
 */
function startChart({ headStart, cap }) {
    let base = headStart;
    let net = 0;
    let requests = 0;
    let errors = 0;
    const score = () => base + (net < cap ? net : cap);
    return {
        add(failed, weights) {
            net += failed ? weights.error : weights.success;
            requests += 1;
            if (failed)
                errors += 1;
            if (base + net > 0)
                return;
            net = -base;
            requests = 0;
            errors = 0;
        },
        nextWindow() {
            base = score();
            net = 0;
        },
        get score() {
            return score();
        },
        get burst() {
            return net >= 2 * cap;
        },
        get since() {
            return { requests, errors };
        },
    };
}
/** The Kullback-Leibler divergence of two error rates, in nats for each request. `of` may be 0 or 1, `from` may not. */
function divergence(of, from) {
    const part = (a, b) => (a === 0 ? 0 : a * Math.log(a / b));
    return part(of, from) + part(1 - of, 1 - from);
}

;// CONCATENATED MODULE: ./build/src/statistics/error-verdict.js

/** What excludes the limit: e^-3.7 is 2.5 %. */
const excludingNats = 3.7;
/**
 * The least number of requests, of which so many failed, that excludes the limit. It is above `over`, which fewer
 * errors need.
 */
function needed(errors, limit, over = 0) {
    const excludes = (requests) => errors / requests < limit && requests * divergence(errors / requests, limit) >= excludingNats;
    let low = over;
    let high = over + 16;
    while (!excludes(high)) {
        low = high;
        high += high - over;
    }
    while (high - low > 1) {
        const middle = Math.floor((low + high) / 2);
        if (excludes(middle))
            high = middle;
        else
            low = middle;
    }
    return high;
}
/** The verdict on what was seen, in words that a reader can check by counting. */
function verdictOf(seen) {
    const { requests, errors, failure, score, alarm, suffices } = seen;
    const facts = {
        requests,
        errors,
        rate: requests === 0 ? null : errors / requests,
        suffices,
        score: Math.round(score * 100) / 100,
        fails_at: alarm,
        longest_silence_s: Math.round(seen.silenceMs / 1_000),
        ...(failure === null
            ? {}
            : {
                failed_on: {
                    requests: failure.requests,
                    errors: failure.errors,
                    tolerable: failure.tolerable,
                    unacceptable: failure.unacceptable,
                },
            }),
    };
    if (failure !== null) {
        const remedy = "Read the log of the release for the requests that failed.";
        return {
            verdict: "fail",
            reason_code: "errors_exceeded",
            says: failureText(failure, seen.errorRate),
            remedy,
            facts,
        };
    }
    const open = openText(seen);
    if (open !== null) {
        const remedy = "Watch for longer (`criteria.watch`), or probe more often (`criteria.probes-per-second`).";
        return { verdict: "inconclusive", reason_code: "watch_inconclusive", says: open, remedy, facts };
    }
    return { verdict: "pass", reason_code: "passed", says: passText(seen), facts };
}
function failureText({ requests, errors, part, tolerable, unacceptable }, limit) {
    const rate = errors / requests;
    const counted = `${errors} of ${part ? "the last " : ""}${requests} requests failed (${percent(rate)})`;
    if (rate >= limit)
        return `${counted}: the error rate is at or above the ${percent(limit)} limit.`;
    return `${counted}: that fits a rate of ${percent(unacceptable)} better than the ${percent(tolerable)} of a healthy release.`;
}
function passText({ requests, errors, errorRate, suffices }) {
    if (errors === 0)
        return `0 of ${requests} requests failed; ${suffices} clean requests suffice for ${percent(errorRate)}.`;
    const counted = `${errors} of ${requests} requests failed (${percent(errors / requests)}), below the ${percent(errorRate)} limit`;
    return `${counted}; with ${errors === 1 ? "1 error" : `${errors} errors`} ${suffices} requests suffice.`;
}
/** Why nothing can be concluded yet, and what would; null when the release has passed. */
function openText({ requests, errors, errorRate, suffices, toCalm, recent, silenceMs, watchMs }) {
    if (requests === 0)
        return `No request was seen, so nothing is known; ${suffices} without an error are needed.`;
    const more = Math.max(1, suffices - requests, toCalm);
    const needs = `about ${more} more without an error ${more === 1 ? "is" : "are"} needed`;
    const counted = `${errors} of ${requests} requests failed${errors === 0 ? "" : ` (${percent(errors / requests)})`}`;
    if (errors / requests >= errorRate)
        return `${counted}: at or above the ${percent(errorRate)} limit, but too few or too close together to be sure; ${needs}.`;
    if (requests < suffices)
        return `${counted}: not enough requests to decide; ${needs}.`;
    if (toCalm > 0)
        return `${counted}, ${recent.errors} of them among the last ${recent.requests}: the newest fail too often to pass; ${needs}.`;
    if (silenceMs <= watchMs / 2)
        return null;
    return `${counted}, but for ${duration(silenceMs)} of the ${duration(watchMs)} watch there was no request: what was not seen cannot pass.`;
}
function duration(ms) {
    const seconds = Math.round(ms / 1_000);
    const parts = [
        [Math.floor(seconds / 3_600), "h"],
        [Math.floor(seconds / 60) % 60, "min"],
        [seconds % 60, "s"],
    ];
    return parts.flatMap(([count, unit]) => (count === 0 ? [] : [`${count} ${unit}`])).join(" ") || "0 s";
}
/** With one decimal, and two significant digits below 1 %. */
function percent(rate) {
    const value = rate * 100;
    return `${Number(value < 1 ? value.toPrecision(2) : value.toFixed(1))} %`;
}

;// CONCATENATED MODULE: ./build/src/statistics/errors.js


/** Where the score of a chart begins. */
const headStart = 3.5;
/** Where it fails the release: e^-6 is 0.25 %, the chance that a healthy one gets there from the head start. */
const alarm = 9.5;
/** A score up to here passes: below what two windows of errors add to a healthy release. */
const calm = 5.5;
/** Requests that fail within so long are one event. */
const windowMs = 5_000;
/** The most that one window adds: less than half the way, so that one burst over two windows cannot fail a release. */
const cap = 2.9;
/** The least that a release must hold is a fifth of the limit: 1 % against the 5 % of the rollback criteria. */
const leastTolerable = 0.2;
/** The most that counts as tolerable, where requests are many: nearer to the limit nothing can be distinguished. */
const mostTolerable = 0.9;
/** Requests of one horizon must carry so many nats between the limit and the tolerable rate. */
const wantedNats = 32;
const horizonMs = 600_000;
/** Sums of logarithms are rounded; an alarm that was reached exactly counts as reached. */
const rounding = 1e-9;
/**
 * Is the rate of request errors below `errorRate`, a fraction between 0 and 1? Asked while requests come in, for a
 * watch of `watchMs`.
 *
 * Fails by two CUSUM charts of log-likelihood ratios (Wald 1945, Page 1954), whichever first gets from 3.5 to 9.5: one
 * weighs a tolerable rate against the limit, the other against twice the limit, which finds a release far above it in
 * 10 to 20 s. With few requests the tolerable rate is a fifth of the limit. It moves up to 90 % of it with the requests
 * that come in, as near as those of ten minutes (of two, for the fast chart) can tell apart: where there are thousands
 * of requests, 3 % are not taken for 5 %. A window of 5 s begins at an error, or at once after another while a score is
 * above 5.5. What it adds, errors and successes together, is capped below half the way: three windows must agree. A
 * capped likelihood ratio is still a supermartingale, so by Ville's inequality a chart fails a release that holds the
 * tolerable rate with at most e^-6 = 0.25 % from its start, and e^-9.5 for each time that it starts anew at 0. In a
 * watch of hours the alarm rises by 2 ln(k) in the k-th ten minutes, so that all of them together fail at most 1.7
 * times as often as the first. Requests count as independent: of errors that come in bursts less is counted.
 *
 * Passes when the limit is excluded: requests × KL(seen rate ‖ limit) of at least 3.7, which by Chernoff's bound (1952)
 * a release at the limit reaches with at most e^-3.7 = 2.5 %; when no chart is above 5.5, and the newest window is no
 * burst; and when the watch was not silent for most of it. Simulated for ten minutes at 60, 600 and 6,000 requests a
 * minute (`bench/judge.ts`): 1 % of errors is failed in at most 0.4 % of watches and passed in 99 %, 5 % is failed in
 * 99 %. Without requests, or with too few, it is inconclusive. A failed watch stays failed. Memory does not grow.
 */
function startErrorTest({ errorRate, watchMs, }) {
    if (!(errorRate > 0 && errorRate < 1))
        throw new RangeError(`An error rate of ${errorRate} cannot be tested: it must be between 0 and 1.`);
    if (!(watchMs > 0))
        throw new RangeError(`A watch of ${watchMs} ms cannot be judged: it must last.`);
    const least = errorRate * leastTolerable;
    const far = Math.min(2 * errorRate, (1 + errorRate) / 2);
    let fast = between(least, far, startChart({ headStart, cap }));
    let fine = between(least, errorRate, startChart({ headStart, cap }));
    const window = Math.min(windowMs, watchMs / 4);
    let requests = 0;
    let errors = 0;
    let newestMs = 0;
    let silenceMs = 0;
    let windowEndsMs = null;
    let failure = null;
    let suffices = { errors: 0, requests: needed(0, errorRate) };
    /** A window begins at an error; while the score is high the next one follows at once. */
    function openWindow(failed) {
        const high = fast.chart.score > calm || fine.chart.score > calm;
        windowEndsMs = failed || high ? newestMs + window : null;
        const expected = (requests / Math.max(newestMs, 2 * window)) * Math.min(horizonMs, watchMs);
        fast = between(tolerableRate(errorRate, expected / 5), far, fast.chart);
        fine = between(tolerableRate(errorRate, expected), errorRate, fine.chart);
        fast.chart.nextWindow();
        fine.chart.nextWindow();
    }
    function add({ atMs, failed }) {
        requests += 1;
        if (failed)
            errors += 1;
        // Requests overlap: one that is reported late, or without a time, counts as the newest, or it would open an old
        // window again.
        if (atMs > newestMs && Number.isFinite(atMs)) {
            if (atMs - newestMs > silenceMs)
                silenceMs = atMs - newestMs;
            newestMs = atMs;
        }
        if (windowEndsMs === null ? failed : newestMs >= windowEndsMs)
            openWindow(failed);
        fast.chart.add(failed, fast.weights);
        fine.chart.add(failed, fine.weights);
        // Only an error raises a score.
        if (failed)
            failure ??= failureOf(fast) ?? failureOf(fine);
    }
    function failureOf({ chart, rates }) {
        if (chart.score < alarmAt(newestMs) - rounding)
            return null;
        return { ...chart.since, part: chart.since.requests < requests, ...rates };
    }
    function verdict(nowMs = newestMs) {
        if (suffices.errors !== errors)
            suffices = { errors, requests: needed(errors, errorRate, suffices.requests) };
        const worst = fast.chart.score > fine.chart.score ? fast : fine;
        return verdictOf({
            ...{ requests, errors, errorRate, watchMs, failure },
            silenceMs: Math.max(silenceMs, Number.isFinite(nowMs) ? nowMs - newestMs : 0),
            score: worst.chart.score,
            alarm: alarmAt(newestMs),
            toCalm: Math.max(toCalm(fast), toCalm(fine)),
            suffices: suffices.requests,
            recent: worst.chart.since,
        });
    }
    return {
        add,
        get failed() {
            return failure !== null;
        },
        verdict,
    };
}
function between(tolerable, unacceptable, chart) {
    const rates = { tolerable, unacceptable };
    return { chart, rates, weights: weigh(rates) };
}
/** What fails a release at that time of the watch. */
function alarmAt(atMs) {
    return alarm + 2 * Math.log(Math.floor(atMs / horizonMs) + 1);
}
/** How many clean requests calm a chart; 0 when it is calm. A burst is over with the first one after its window. */
function toCalm({ chart, weights }) {
    return Math.max(chart.burst ? 1 : 0, Math.ceil((chart.score - calm) / -weights.success));
}
/** The highest rate that so many requests can tell from the limit, within its bounds. */
function tolerableRate(limit, requests) {
    const tells = (rate) => requests * divergence(limit, rate) >= wantedNats;
    let low = limit * leastTolerable;
    let high = limit * mostTolerable;
    if (!tells(low))
        return low;
    if (tells(high))
        return high;
    while (high - low > limit * 0.001) {
        const middle = (low + high) / 2;
        if (tells(middle))
            low = middle;
        else
            high = middle;
    }
    return low;
}

;// CONCATENATED MODULE: ./build/src/statistics/latency.js
/**
 * Median and 99th percentile by nearest rank, milliseconds; null where nothing was measured. With fewer than 100
 * samples the latter is the slowest one.
 */
function summarise(samplesMs) {
    const sorted = [...samplesMs].sort((one, other) => one - other);
    const percentile = (percent) => sorted[Math.ceil((percent * sorted.length) / 100) - 1] ?? null;
    return { p50: percentile(50), p99: percentile(99) };
}

;// CONCATENATED MODULE: ./build/src/signals/outside.js
const outside_missing = (name) => ({
    reason_code: "configuration_missing",
    says: `Its log says that the environment variable ${name} is missing.`,
    remedy: `Set ${name} in \`shared/env\` below the application's path on the host, and run the job again.`,
});
const database = (words) => ({
    reason_code: "database_unreachable",
    says: `Its log says that the database did not let it in: ${words}.`,
    remedy: "Look at the database and at its address in `shared/env` on the host, and run the job again.",
});
const host = (words) => ({
    reason_code: "host_unsuitable",
    says: `Its log names a fault of the host: ${words}.`,
    remedy: "Look at the host, and run the job again.",
});
/**
 * What Elixir, Phoenix' and Ecto's generated files, their database drivers and the Erlang VM print for these causes.
 */
const signs = [
    {
        pattern: /environment variable "?([A-Z][A-Z0-9_]*)"? is (?:missing|not set)/,
        cause: ([, name = ""]) => outside_missing(name),
    },
    {
        pattern: /could not fetch environment variable "([^"\s]+)" because it is not set/,
        cause: ([, name = ""]) => outside_missing(name),
    },
    {
        pattern: /Config provider \S+ failed with/,
        cause: () => ({
            reason_code: "configuration_missing",
            says: "Its log says that its configuration could not be evaluated on this host.",
            remedy: "Read the log below, correct `shared/env` on the host, and run the job again.",
        }),
    },
    {
        // Only what comes from the connection itself: a pool that is used up is the release's own work.
        pattern: /(?:tcp|ssl) connect \([^)]*\): [^\n]*?(econnrefused|nxdomain|timeout|ehostunreach|enetunreach|enoent|[a-z -]*refused[^\n]*)/,
        cause: ([, words = ""]) => database(words.trim()),
    },
    {
        pattern: /FATAL (57P03|53300|28P01|28000|3D000) \((\w+)\)/,
        cause: ([, code = "", name = ""]) => database(`${name}, PostgreSQL's code ${code}`),
    },
    { pattern: /\beaddrinuse\b/, cause: () => host("its port is in use by another program (eaddrinuse)") },
    { pattern: /\benospc\b|No space left on device/, cause: () => host("its disk is full") },
    { pattern: /\bemfile\b|\benfile\b/, cause: () => host("no more files can be opened (emfile)") },
];
/** The first cause outside the release that a log names; null when it names none that is known. */
function outsideCause(log) {
    for (const { pattern, cause } of signs) {
        const match = pattern.exec(log);
        if (match !== null)
            return cause(match);
    }
    return null;
}

;// CONCATENATED MODULE: ./build/src/stages/cause.js




/**
 * A failed look, with its cause where that differs from a fault of the release: what the release's log names, settings
 * that do not fit what answers, a server that never opened its port, or a verified release that fails at the same
 * moment. Such a release is not marked bad.
 */
async function withCause(judgement, place, asked) {
    if (!condemns(judgement))
        return judgement;
    const log = await asked.target.logTail(place.host, place.slot);
    const seen = { ...judgement, tail: judgement.tail || log };
    const cause = outsideCause(log) ?? cause_mismatch(seen) ?? (await notListening(seen, place, asked)) ?? (await outage(place, asked));
    if (cause === null)
        return seen;
    return { ...seen, reason_code: cause.reason_code, says: `${judgement.says} ${cause.says}`, remedy: cause.remedy };
}
/**
 * An answer such as 301, 401 or 404 to a path of the settings shows that the two do not fit, not that the release is
 * ill.
 */
function cause_mismatch({ reason_code, facts, remedy }) {
    const status = facts?.["status"];
    const asked = reason_code === "not_healthy" || reason_code === "not_ready";
    if (!asked || typeof status !== "number" || status < 300 || status >= 500)
        return null;
    return {
        reason_code: "settings_mismatch",
        says: "The settings and the application do not fit each other.",
        remedy: remedy || "Name the paths that the application answers under `health` in the settings, and run the job again.",
    };
}
async function notListening({ facts }, { host, slot, release }, { environment, target }) {
    if (facts?.["listener"] !== "none" && facts?.["refused"] !== true)
        return null;
    const running = await target.running(host, slot);
    if (running?.release !== release)
        return null;
    const port = environment.slots[slot]?.port ?? "?";
    if (running.served) {
        return {
            reason_code: "not_listening",
            says: `Process ${running.pid} listens on port ${port} of another address than 127.0.0.1.`,
            remedy: "Let it listen on 127.0.0.1 or on all addresses, such as `ip: {0, 0, 0, 0, 0, 0, 0, 0}`, and run the job again.",
        };
    }
    return {
        reason_code: "not_listening",
        says: `Process ${running.pid} runs, and nothing listens on port ${port}.`,
        remedy: "Set PHX_SERVER=true in `shared/env` on the host, let config/runtime.exs read PORT, and run the job again.",
    };
}
/** What was verified is asked the same at the same moment: when it fails too, the cause is outside both. */
async function outage({ host, release }, { environment, target, http }) {
    const seen = await target.observe();
    if ("failed" in seen) {
        const { reason_code, says, remedy } = seen.failed;
        return {
            reason_code,
            says: `The target cannot be observed either: ${says}`,
            remedy: remedy || "Run the job again.",
        };
    }
    const verified = verifiedOn(seen.fleet.hosts.find((one) => one.host === host));
    if (verified === null || verified.release === release)
        return null;
    const base = await target.reach(host, verified.slot);
    const { path, ready } = environment.health;
    const health = await judgeHealth(`${base}${path}`, http);
    const failed = health.verdict !== "pass" ? health : ready === null ? null : await judgeReadiness(`${base}${ready}`, http);
    if (failed === null || failed.verdict === "pass")
        return null;
    // A page that only the new release has: the verified one says that it has none, and not that it fails.
    const status = failed.facts?.["status"];
    if (typeof status === "number" && status >= 300 && status < 500)
        return null;
    return {
        reason_code: "outage",
        says: `${verified.release}, which was verified before, fails now as well: ${failed.says}`,
        remedy: "Look at what both depend on, such as the database, and run the job again.",
    };
}
function verifiedOn(host) {
    const active = host?.active ?? null;
    return active !== null && host?.slots[active.slot]?.running?.release === active.release ? active : null;
}

;// CONCATENATED MODULE: ./build/src/stages/verify.js











/** How often a watch asks who answers on the slot's port, milliseconds. */
const ownerEveryMs = 20_000;
/** Binds health, smoke tests and watch to a target and an environment. */
function verifierOf(environment, settings, { target, run, lost }) {
    const { http, clock, cancellation } = run.world;
    const cancelled = () => cancellation.cancelled || lost() !== null;
    const asked = { environment, target, http };
    /** A look that ended because the lock was lost says so. */
    const unlessLost = (judgement) => {
        const why = lost();
        return why === null || judgement.verdict === "pass"
            ? judgement
            : { verdict: "fail", reason_code: "lock_lost", says: why };
    };
    const outside = publicHttp(run.world, environment);
    /**
     * Smoke tests where users come in. What the slot itself answers as expected at the same moment is changed on its way.
     */
    const smokeOutside = async ({ host, slot }) => {
        const smoke = await judgeSmoke(environment.url, settings.smoke, outside);
        if (smoke.verdict !== "fail")
            return smoke;
        const direct = await judgeSmoke(await target.reach(host, slot), settings.smoke, http);
        if (direct.verdict !== "pass")
            return smoke;
        return {
            ...smoke,
            reason_code: "public_url_failed",
            says: `${smoke.says} The same tests pass on slot ${slot} of ${host} itself.`,
            remedy: "Look at what stands before the application: the router's rules, a cache or a proxy. The release is not marked bad.",
        };
    };
    return {
        owner: (place) => judgeOwner(ownedBy(target, place)),
        async awaitHealthy(step) {
            const judgement = await awaitHealthy({
                base: await target.reach(step.host, step.slot),
                health: environment.health,
                version: (0,domain_release/* versionOf */.E4)(step.release),
                limitMs: step.limitMs,
                owned: ownedBy(target, step),
            }, http, clock, cancelled);
            if (judgement.verdict === "pass" || lost() !== null)
                return unlessLost(judgement);
            return withCause({ ...judgement, tail: await target.logTail(step.host, step.slot) }, step, asked);
        },
        async smoke(step) {
            const owned = ownedBy(target, step);
            if (step.at === "slot") {
                const base = await target.reach(step.host, step.slot);
                return withCause(await ownedLook(owned, () => judgeSmoke(base, settings.smoke, http)), step, asked);
            }
            const { url, health } = environment;
            const seen = await ownedLook(owned, async () => {
                const version = health.version === null
                    ? null
                    : await judgePublicVersion(`${url}${health.version}`, (0,domain_release/* versionOf */.E4)(step.release), outside);
                if (version !== null && version.verdict !== "pass")
                    return version;
                const smoke = await smokeOutside(step);
                return { ...smoke, facts: { ...smoke.facts, ...version?.facts } };
            });
            return withCause(seen, step, asked);
        },
        async watch(step) {
            const started = clock.ticks();
            const test = startErrorTest({ errorRate: settings.criteria.errorRate, watchMs: step.watchMs });
            const owned = ownedBy(target, step);
            const first = await judgeOwner(owned);
            if (first.verdict !== "pass")
                return withCause(first, step, asked);
            const disowned = [];
            let askedOwner = clock.ticks();
            const probes = await probe({
                ...probingOf(environment, settings),
                forMs: step.watchMs,
                until: (sample) => {
                    test.add(sample);
                    if (clock.ticks() - askedOwner > ownerEveryMs) {
                        askedOwner = clock.ticks();
                        void judgeOwner(owned).then((seen) => {
                            if (seen.verdict === "fail")
                                disowned.push(seen);
                        });
                    }
                    return disowned.length > 0 || test.failed;
                },
            }, outside, clock, cancelled);
            await run.recorder.measure("after", measured(probes));
            if (cancellation.cancelled)
                return { verdict: "inconclusive", reason_code: "cancelled", says: "Cancelled while watching." };
            if (lost() !== null)
                return unlessLost({ verdict: "inconclusive", reason_code: "watch_inconclusive", says: "" });
            const verdict = test.verdict(clock.ticks() - started);
            const routed = await askRouted(target, step.slot);
            if (routed.verdict !== "pass")
                return routed;
            if (verdict.verdict === "fail")
                return withCause(verdict, step, asked);
            const last = disowned[0] ?? (await judgeOwner(owned));
            return last.verdict === "pass" ? verdict : withCause(last, step, asked);
        },
    };
}
/** Probes what serves before the shift, for the report's Before column. Short, and judged by nobody. */
async function measureBefore(environment, settings, run) {
    const { clock, cancellation } = run.world;
    const http = publicHttp(run.world, environment);
    const forMs = Math.min(3_000, settings.criteria.watchMs / 3);
    const probes = await probe({ ...probingOf(environment, settings), forMs, until: () => false }, http, clock, () => cancellation.cancelled);
    await run.recorder.measure("before", measured(probes));
}
/** The process whose answers count in a slot. */
function ownedBy(target, { host, slot, release }) {
    return { host, slot, release, answering: () => target.answering(host, slot) };
}
function probingOf(environment, settings) {
    return {
        base: environment.url,
        tests: settings.smoke,
        fallbackPath: environment.health.path,
        perSecond: settings.criteria.probesPerSecond,
    };
}
function measured(probes) {
    const { p50, p99 } = summarise(probes.map((one) => one.ms));
    return {
        requests: probes.length,
        errors: probes.filter((one) => one.failed).length,
        p50_ms: p50,
        p99_ms: p99,
        seconds: probes.length === 0 ? 0 : Math.max(...probes.map((one) => one.atMs)) / 1_000,
    };
}

;// CONCATENATED MODULE: ./build/src/stages/change.js











/** How long a rollback waits for the step before it to end on its host. */
const stepEndsMs = 120_000;
/** Observe, plan, lock, observe again, perform; after a failed step plan the rollback from what is really there. */
async function changeTarget(run, change) {
    const { recorder } = run;
    const { target, environment, plan, dryRun } = change;
    await recorder.set({ url: environment.url });
    const unasked = headersMissing(run.world, environment);
    if (unasked !== null)
        return unasked;
    // A dry run changes nothing, so it waits for nobody.
    const until = run.world.clock.ticks() + (dryRun ? 0 : environment.lockWaitMs);
    const locking = { target, plan, until, meaning: "Nothing was changed." };
    const first = await planWhenFree(run, locking);
    if ("status" in first)
        return first;
    await recorder.set({
        from: first.fleet.hosts[0]?.active?.release ?? null,
        to: change.wanted(first.fleet).release || null,
    });
    await showPlan(run, first.plan);
    if (change.kind === "deploy") {
        const unreachable = await askPublicFirst(run, { environment, target, fleet: first.fleet });
        if (unreachable !== null)
            return stopped(unreachable, "Nothing was changed.");
    }
    if (dryRun)
        return {
            status: "planned",
            decision: "stop",
            reason_code: "planned",
            says: `Dry run: ${first.plan.says} Nothing was changed.`,
        };
    const refused = await takeLocks(run, locking, first.plan);
    if (refused !== null)
        return refused;
    const heartbeat = target.keepLock();
    try {
        return await changeUnderLock(run, change, { locking, heartbeat, preview: first.plan });
    }
    finally {
        heartbeat.stop();
        // Whatever happened, nobody has to wait for a lock that nobody uses.
        if (heartbeat.lost() === null) {
            await giveBack(run, target, environment.hosts.map(({ name }) => name));
        }
    }
}
async function changeUnderLock(run, change, { locking, heartbeat, preview }) {
    const { target, environment, kind } = change;
    // Only under the lock do the facts hold still: plan again from what is there now.
    const second = await planWhenFree(run, locking);
    if ("status" in second)
        return second;
    const shown = ({ steps }) => steps.filter(({ type }) => type !== "acquire-lock").map(({ says }) => says);
    if (shown(second.plan).join() !== shown(preview).join())
        await showPlan(run, second.plan);
    if (change.measureFirst && second.fleet.hosts.some((host) => host.active !== null))
        await measureBefore(environment, run.settings, run);
    const { lost } = heartbeat;
    const look = verifierOf(environment, run.settings, { target, run, lost });
    const cause = await perform(second.plan, { target, look, lost, goingBack: kind === "rollback" }, run);
    if (cause === null)
        return (await stillServed(run, change, look)) ?? { status: "passed", ...change.done };
    return rollBack(run, change, { wanted: change.wanted(second.fleet), cause, lost });
}
/**
 * Once more when all is done: what was recorded is what answers. Null where it is; a recorded release is not reversed
 * any more.
 */
async function stillServed(run, { target, environment }, look) {
    if (run.world.cancellation.cancelled) {
        await run.recorder.warn("Cancelled when all steps were done: who answers on the slot's port was not looked at once more.");
        return null;
    }
    const started = run.world.clock.ticks();
    const seen = await target.observe();
    const heading = {
        kind: "signal",
        id: "owner",
        title: "The recorded release answers on its own port",
        required: true,
    };
    let judgement = {
        verdict: "error",
        reason_code: "state_unknown",
        says: "No host has a verified release.",
    };
    if ("failed" in seen)
        judgement = seen.failed;
    else {
        for (const { host, active } of seen.fleet.hosts) {
            if (active === null)
                break;
            judgement = await look.owner({ host, slot: active.slot, release: active.release });
            if (judgement.verdict === "pass" && judgeRouted(seen.fleet, active.slot).verdict !== "pass")
                judgement = judgeRouted(seen.fleet, active.slot);
            if (judgement.verdict !== "pass")
                break;
        }
    }
    await run.recorder.record((0,result/* result */.Ke)(heading, judgement, run.world.clock.ticks() - started));
    if (judgement.verdict === "pass")
        return null;
    return stopped(judgement, `It was recorded on ${environment.name}: look at that host now.`);
}
/** After a failed step: back to what was last proved, planned from what is there now. */
async function rollBack(run, change, { wanted, cause, lost }) {
    const { target, environment, kind } = change;
    if (run.world.cancellation.cancelled)
        return cancelled;
    if (cause.reason_code === "lock_lost")
        return lostLock(cause);
    const failedToo = (why) => run.world.cancellation.cancelled
        ? cancelled
        : why.reason_code === "lock_lost"
            ? lostLock({ ...cause, says: why.says })
            : {
                status: "failed",
                decision: "rollback-failed",
                reason_code: "rollback_failed",
                says: `${cause.says} Rolling back failed as well: ${why.says.trim()}`,
                remedy: `Look at ${environment.name} now: the state of the slots and the router is in the last results. Then run the job or \`rollback\` again.`,
            };
    const markBad = kind === "deploy" && condemns(cause);
    const recovery = (fleet) => {
        const made = planRecovery(fleet, { ...wanted, markBad });
        // Another run's lock is not waited for here: that run decides now.
        return isRefusal(made) && made.refused === "lock_held" ? { ...made, refused: "lock_lost" } : made;
    };
    // A step of ours that timed out may still work on its host: it ends by itself.
    const now = await planWhenFree(run, {
        target,
        plan: recovery,
        until: run.world.clock.ticks() + stepEndsMs,
        meaning: "",
    });
    if ("status" in now)
        return failedToo(now);
    const { plan } = now;
    run.world.log.info(plan.says);
    const look = verifierOf(environment, run.settings, { target, run, lost });
    const failed = await perform(plan, { target, look, lost, goingBack: true }, run);
    if (failed !== null)
        return failedToo(failed);
    const moved = plan.steps.some((step) => step.type === "shift" || step.type === "start");
    const active = now.fleet.hosts[0]?.active?.release ?? null;
    const remedy = cause.remedy ||
        (condemns(cause) ? "Fix the fault, and release a new version." : "Fix the cause, and run the job again.");
    if (!moved)
        return stopped({ ...cause, remedy }, active === null ? "Nothing takes traffic." : `${active} serves as before.`);
    return {
        status: "failed",
        decision: "taken-back",
        reason_code: cause.reason_code,
        says: `${cause.says} The release was rolled back: ${active ?? "nothing"} serves on ${environment.name}.`,
        remedy,
    };
}
const cancelled = {
    status: "cancelled",
    decision: "stop",
    reason_code: "cancelled",
    says: "Cancelled between two steps; the step under way was finished.",
    remedy: "Run the job again: it observes what is there and plans the rest.",
};
/** Another run changes the target now: nothing more is touched. */
function lostLock(cause) {
    return stopped({
        ...cause,
        reason_code: "lock_lost",
        remedy: "That run decides now what serves. When it has ended, run this job again.",
    }, "This run stopped before its next change.");
}
async function showPlan(run, plan) {
    await run.recorder.set({ plan: plan.steps.map((step) => step.says) });
    await run.world.log.group(`Plan: ${plan.says}`, async () => {
        plan.steps.forEach((step, index) => {
            run.world.log.info(`${index + 1}. ${step.says}`);
        });
    });
    for (const warning of plan.warnings)
        await run.recorder.warn(warning);
}

;// CONCATENATED MODULE: ./build/src/stages/deploy.js






/** Puts a release on an environment and proves it there; rolls it back when it does not hold. */
async function deploy(run, deployment) {
    const { environment, release } = deployment;
    const id = (0,domain_release/* releaseId */.Bf)(release);
    const target = targetOf(run, environment, release);
    const wanted = wantedOf(run, deployment, id);
    try {
        return await changeTarget(run, {
            kind: "deploy",
            environment,
            target,
            wanted: () => wanted,
            dryRun: deployment.dryRun,
            plan: (fleet) => planDeploy(fleet, wanted),
            measureFirst: deployment.watchMs > 0,
            done: { ...deployment.done, says: `${release.version} (${id}) runs on ${environment.name} and was verified.` },
        });
    }
    finally {
        await target.close();
    }
}
/** The hosts of an environment, as this run may change them. `release` is what would be uploaded. */
function targetOf(run, environment, release) {
    const { shell, files, clock, job } = run.world;
    const folder = (0,external_node_path_.join)(job.workspace, handover/* handover */.c.release);
    return hostsTarget({
        environment,
        app: release?.app ?? run.settings.app ?? "app",
        releaseName: release?.name ?? run.settings.app ?? "app",
        owner: ownerOf(run),
        runUrl: job.runUrl,
        shell,
        files,
        clock,
        release: release === null
            ? null
            : {
                id: (0,domain_release/* releaseId */.Bf)(release),
                digest: release.digest,
                path: (0,external_node_path_.join)(folder, release.file),
                bytes: release.bytes,
                manifest: (0,domain_release/* manifestOf */.$V)(release),
            },
    });
}
/**
 * The owner of a lock: this job of this attempt of this run, so that neither a re-run takes its predecessor's orphaned
 * step for its own, nor two jobs of one run each other's lock.
 */
function ownerOf({ world }) {
    return `run-${world.job.runId}-${world.job.runAttempt}-${world.job.job}`;
}
/** What the planner must know of this deployment. */
function wantedOf(run, { environment, watchMs }, release) {
    const { strategy, health, migrations } = environment;
    return {
        environment: environment.name,
        release,
        owner: ownerOf(run),
        strategy: strategy.type,
        own: strategy.own,
        migrate: migrations.migrate !== null,
        smoke: run.settings.smoke.length > 0,
        watchMs,
        holdSeconds: strategy.holdSeconds,
        keep: strategy.keep,
        healthyWithinMs: health.withinMs,
        drainMs: strategy.drainMs,
    };
}
/** The environment of that name, or the conclusion that it is not in the settings. */
function environmentOf(settings, name) {
    // A name that every object has, such as `constructor`, is no environment.
    const found = Object.hasOwn(settings.environments, name) ? settings.environments[name] : undefined;
    if (found !== undefined)
        return found;
    const known = Object.keys(settings.environments);
    return {
        status: "failed",
        decision: "stop",
        reason_code: "invalid_settings",
        says: `Environment \`${name}\` is not in the settings file${known.length > 0 ? `, which has ${known.map((one) => `\`${one}\``).join(", ")}` : ""}.`,
        remedy: `Add it under \`environments\`, or name another with the input \`environment\`.`,
    };
}

;// CONCATENATED MODULE: ./build/src/domain/deployment.js
/**
 * What happened, by the evidence of promote and of a rollback after it. Evidence that is lost is never read as "nothing
 * happened".
 */
function deploymentOf(facts) {
    const { promote, rollback } = facts;
    const later = rollback !== null && (promote === null || Date.parse(rollback.started_at) > Date.parse(promote.started_at));
    return (later ? ofRollback(rollback) : null) ?? (promote === null ? ofNone(facts) : ofPromote(promote));
}
/** How a stage ended, as the middle of a sentence: "validate failed". */
function ended({ status }) {
    return {
        running: "did not end",
        passed: "passed",
        failed: "failed",
        cancelled: "was cancelled",
        planned: "was a dry run",
    }[status];
}
/** Null when the rollback changed nothing, so that the outcome of the deployment still holds. */
function ofRollback(rollback) {
    if (rollback.status === "planned")
        return null;
    if (rollback.status === "passed")
        return outcome("ROLLED BACK", rollback);
    if (rollback.decision === "rollback-failed")
        return outcome("FAILED", rollback);
    return wasCut(rollback) && began(rollback) ? outcome("UNKNOWN", rollback) : null;
}
function ofPromote(promote) {
    if (promote.status === "planned")
        return outcome("NOT DEPLOYED", promote);
    if (promote.status === "passed")
        return outcome("SUCCESS", promote);
    if (promote.decision === "taken-back")
        return outcome("ROLLED BACK", promote);
    if (promote.decision === "rollback-failed")
        return outcome("FAILED", promote);
    if (wasCut(promote))
        return outcome(began(promote) ? "UNKNOWN" : "NOT DEPLOYED", promote);
    return outcome(moved(promote) ? "FAILED" : "NOT DEPLOYED", promote);
}
/** Without evidence of promote: the earlier stage that stopped it, or that the outcome is unknown. */
function ofNone({ environment, promoteLost, gaps, validate, staging, smoke }) {
    const stages = [
        ["validate", validate],
        ["deploy-staging", staging],
        ["smoke-test", smoke],
    ];
    const unmet = stages.find(([, evidence]) => evidence?.status !== "passed");
    if (promoteLost || (unmet === undefined && gaps)) {
        const why = "the evidence of promote is missing, or is not what its job pinned";
        return {
            status: "UNKNOWN",
            says: `It is unknown whether ${environment} was changed: ${why}.`,
            remedy: `Look at ${environment} and at the log of the promote job.`,
        };
    }
    if (unmet === undefined)
        return {
            status: "NOT DEPLOYED",
            says: `promote to ${environment} did not run.`,
            remedy: "Approve and run the job of promote.",
        };
    const [name, evidence] = unmet;
    if (evidence === null)
        return { status: "NOT DEPLOYED", says: `${name} left no evidence, and promote did not run.`, remedy: "" };
    return { status: "NOT DEPLOYED", says: `${name} ${ended(evidence)}: ${evidence.says}`, remedy: evidence.remedy };
}
/** The stage was ended from outside, before it could conclude by itself. */
function wasCut({ status, reason_code }) {
    return status === "cancelled" || status === "running" || reason_code === "unexpected_error";
}
/** A step that can change what serves was begun, whatever its outcome. */
function began({ results }) {
    return results.some((one) => one.kind === "step" && ["shift", "start", "stop", "activate"].includes(one.id));
}
/** Traffic went to the release, or it was recorded as the one that serves. */
function moved({ results }) {
    return results.some((one) => one.kind === "step" && ["shift", "activate"].includes(one.id) && one.verdict === "pass");
}
function outcome(status, { says, remedy }) {
    return { status, says, remedy };
}

// EXTERNAL MODULE: ./build/src/domain/evidence.js
var domain_evidence = __webpack_require__(9097);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 8 modules
var schemas = __webpack_require__(2716);
;// CONCATENATED MODULE: ./build/src/gates/pins.js



/** The outputs whose pins count: `evidence`, and where a job runs two actions `deploy-evidence` or `evidence-smoke`. */
const namedForIt = /^(evidence([-_].+)?|.+[-_]evidence)$/i;
const jobSchema = schemas/* looseObject */._H3({ result: schemas/* string */.YjP(), outputs: schemas/* looseObject */._H3({}).nullish() });
/** Names of jobs and files stay in sentences; a workflow or a folder may hold any. */
const shown = (name) => name.slice(0, 200);
/**
 * Reads `toJSON(needs)`. A pin counts only from an output that is named for it: what a job gives under another name may
 * be the words of whoever opened a pull request. A job that did not succeed is never a pass, whatever its outputs say.
 */
function readJobs(jobs) {
    if (jobs.trim() === "")
        return { pins: [], silent: [], misnamed: [], problems: [] };
    const needs = json(jobs);
    const entries = typeof needs === "object" && needs !== null && !Array.isArray(needs) ? Object.entries(needs) : null;
    const parsed = entries?.flatMap(([id, job]) => {
        const read = jobSchema.safeParse(job);
        return read.success ? [{ id, ...read.data }] : [];
    });
    if (entries === null || parsed === undefined || parsed.length < entries.length) {
        const says = "The input `jobs` is not the JSON of `needs`.";
        const remedy = "Write `jobs: ${{ toJSON(needs) }}`, and list the jobs before under `needs`.";
        return {
            pins: [],
            silent: [],
            misnamed: [],
            problems: [{ verdict: "error", reason_code: "invalid_input", says, remedy }],
        };
    }
    const pins = [];
    const silent = [];
    const misnamed = [];
    const problems = [];
    for (const { id, result, outputs } of parsed) {
        const job = { id: shown(id), result: shown(result) };
        const mine = Object.entries(outputs ?? {}).flatMap(([name, value]) => {
            const pin = domain_evidence/* pinSchema */.rA.safeParse(json(value)).data;
            return pin === undefined ? [] : [{ name, pin }];
        });
        const named = mine.filter(({ name }) => namedForIt.test(name)).map(({ pin }) => pin);
        misnamed.push(...mine.filter(({ name }) => !namedForIt.test(name)).map(({ name }) => `${job.id}.${shown(name)}`));
        if (named.length === 0)
            silent.push(job);
        pins.push(...named.filter((pin) => pin.status !== "planned").map((pin) => ({ pin, job })));
        problems.push(...unexplained(job, named));
    }
    return { pins, silent, misnamed, problems };
}
/** A job that ended badly, where no evidence of it says why. */
function unexplained(job, pins) {
    if (job.result === "success" || job.result === "skipped" || pins.some((pin) => pin.status !== "passed"))
        return [];
    const but = pins.length === 0
        ? "passed no evidence on"
        : `its evidence of ${pins.map((pin) => pin.stage).join(", ")} says passed`;
    const remedy = pins.length === 0
        ? "Look at its log; it ended before its action could say anything, or the runner dropped an output that held a masked value."
        : "Look at its log: another step of it failed, or it was cancelled. Run it again.";
    return [
        {
            verdict: "fail",
            reason_code: "stage_failed",
            says: `The job \`${job.id}\` ended with \`${job.result}\`${pins.length === 0 ? " and" : ", although"} ${but}.`,
            remedy,
        },
    ];
}
/** Undefined when it is not JSON. */
function json(text) {
    return typeof text === "string" ? (0,domain_json/* readJson */.V)(text) : undefined;
}

;// CONCATENATED MODULE: ./build/src/gates/same-release.js

/**
 * Everything is about one release: the same bytes, and the same manifest, which says what they are and how they are
 * started.
 */
function sameRelease(releases) {
    return [...mixed(releases), ...otherManifest(releases)];
}
function mixed({ evidence, atHand }) {
    const digests = new Map();
    if (atHand !== undefined)
        digests.set(atHand.release.digest, "the release at hand");
    for (const { stage, release } of evidence) {
        if (release !== null && !digests.has(release.digest))
            digests.set(release.digest, stage);
    }
    if (digests.size < 2)
        return [];
    const names = [...digests].map(([digest, who]) => `${who} of ${digest.slice(0, 8)}`).join(", ");
    return [
        {
            verdict: "fail",
            reason_code: "evidence_conflict",
            says: `The stages speak of different releases: ${names}.`,
            remedy: "Build once: let every stage take the release of one validate job.",
        },
    ];
}
/** The manifest at hand is the one in the evidence, whole, and the one that jobs pinned. */
function otherManifest({ evidence, pins, atHand }) {
    if (atHand === undefined)
        return [];
    const { release, manifestSha256 } = atHand;
    const told = evidence.find((one) => one.release?.digest === release.digest && (0,domain_release/* manifestDigest */.It)(one.release) !== manifestSha256);
    const pinned = pins.find((one) => one.release_sha256 === release.digest && one.manifest_sha256 !== manifestSha256);
    const stage = told?.stage ?? pinned?.stage;
    if (stage === undefined)
        return [];
    const how = told?.release ? same_release_differences(release, told.release) : [];
    return [
        {
            verdict: "fail",
            reason_code: "manifest_mismatch",
            says: `The release manifest is not the one in the evidence of ${stage}: ${how.slice(0, 3).join("; ") || "its bytes differ"}.`,
            remedy: "Do not deploy it. Find out who changed the artifact, and run validate again.",
        },
    ];
}
/** Each member that differs, with both values. */
function same_release_differences(here, there) {
    const members = (of) => new Map(Object.entries(of).map(([key, value]) => [key, (JSON.stringify(value) ?? "").slice(0, 80)]));
    const [one, other] = [members(here), members(there)];
    return [...new Set([...one.keys(), ...other.keys()])].flatMap((key) => JSON.stringify(here[key]) === JSON.stringify(there[key])
        ? []
        : [`\`${key}\` is ${one.get(key) ?? "absent"}, not ${other.get(key) ?? "absent"}`]);
}

;// CONCATENATED MODULE: ./build/src/gates/evidence.js





/**
 * Joins the evidence folder with the pins in `jobs`: the folder gives the content, the outputs pin it, since any job of
 * a run could replace an artifact. A file that is not what its job pinned is no evidence. The stage is read from the
 * content, never from the job's id or the file's name.
 */
function joinChain(facts) {
    const { pins: given, silent, misnamed, problems: faults } = readJobs(facts.jobs);
    const pins = given.map(({ pin }) => pin);
    const read = readFiles(facts.files, given);
    const newest = newestOf(ofThisAttempt(read.links));
    const counted = newest.links.filter(({ evidence }) => counts(evidence));
    return {
        links: newest.links,
        pins,
        silent,
        misnamed,
        problems: [
            ...faults,
            ...read.problems,
            ...evidence_missing(facts.files, pins),
            ...newest.problems,
            ...counted.flatMap(({ evidence }) => contradiction(evidence)),
            ...ofAnotherCommit(counted, facts.sha),
            ...ofAnotherRun(counted, facts.runId),
            ...sameRelease({ evidence: counted.map((link) => link.evidence), pins, atHand: facts.atHand }),
        ],
    };
}
/** The newest evidence of a stage on an environment; validate has none. */
function linkOf(chain, stage, environment) {
    return chain.links.find(({ evidence }) => evidence.stage === stage && (stage === "validate" || evidence.environment === environment));
}
/**
 * The evidence as far as it counts: where every job that pins it ended otherwise than well, it is no pass, whatever it
 * says.
 */
function believed({ evidence, jobs }) {
    const [job] = jobs;
    if (evidence.status !== "passed" || job === undefined || jobs.some(({ result }) => result === "success"))
        return evidence;
    const says = `its job \`${job.id}\` ended with \`${job.result}\`, although its evidence says: ${evidence.says}`;
    return {
        ...evidence,
        status: "failed",
        reason_code: "stage_failed",
        says,
        remedy: `Look at the log of \`${job.id}\`, and run it again.`,
    };
}
/** Did this stage pass, and is that pinned? A dry run never counts. */
function requireStage(chain, stage, environment, options) {
    const link = linkOf(chain, stage, environment);
    const name = environment === null ? stage : `${stage} on ${environment}`;
    if (link === undefined)
        return absent(chain, stage, name);
    const { evidence, pinned, jobs } = link;
    if (evidence.status !== "passed") {
        return {
            verdict: "fail",
            reason_code: "stage_failed",
            says: `${name} ${ended(evidence)}: ${evidence.says}`,
            remedy: evidence.remedy,
        };
    }
    const [job] = jobs;
    if (job !== undefined && !jobs.some(({ result }) => result === "success")) {
        return {
            verdict: "fail",
            reason_code: "stage_failed",
            says: `The evidence of ${name} says passed, but its job \`${job.id}\` ended with \`${job.result}\`.`,
            remedy: `Look at the log of \`${job.id}\`, and run it again: only a job that succeeded counts.`,
        };
    }
    if (options.pinned && !pinned)
        return unpinned(chain, name);
    return { verdict: "pass", reason_code: "passed", says: `${name} passed.` };
}
function unpinned({ misnamed }, name) {
    const [other] = misnamed;
    const hint = other === undefined
        ? "Give its job `outputs: {evidence: ${{ steps.<id>.outputs.evidence }}}`, list the job under `needs`, and write `jobs: ${{ toJSON(needs) }}`."
        : `\`${other}\` holds evidence under another name: call that output \`evidence\`, or \`deploy-evidence\` where a job has two.`;
    return {
        verdict: "fail",
        reason_code: "evidence_unpinned",
        says: `The evidence of ${name} is not pinned by a job output: any job could have written it.`,
        remedy: hint,
    };
}
/** Not run where every job without evidence was skipped; failed where one ended otherwise and left none. */
function absent({ silent }, stage, name) {
    const ran = silent.filter((job) => job.result !== "skipped");
    const says = `There is no evidence of ${name}.`;
    if (ran.length === 0 && silent.length > 0) {
        const jobs = silent.map((job) => `\`${job.id}\``).join(", ");
        return {
            verdict: "not-run",
            reason_code: "evidence_missing",
            says: `${says} Skipped: ${jobs}.`,
            remedy: `Run ${stage} before.`,
        };
    }
    const jobs = ran.map((job) => `\`${job.id}\` (${job.result})`).join(", ");
    return {
        verdict: "fail",
        reason_code: "evidence_missing",
        says: ran.length === 0 ? says : `${says} Jobs that passed none on: ${jobs}.`,
        remedy: `Run ${stage} before, and download the folder .phoenix-deploy that it uploaded.`,
    };
}
/** What counts toward one commit and one release: every real run from validate to promote. */
function counts({ stage, status }) {
    return stage !== "rollback" && stage !== "report" && status !== "planned";
}
function readFiles(files, pins) {
    const links = [];
    const problems = [];
    for (const { name, text, sha256, why: unreadable } of files) {
        const mine = pins.filter(({ pin }) => pin.file === name);
        const other = mine.find(({ pin }) => pin.file_sha256 !== sha256)?.pin;
        const givers = [...new Map(mine.map((given) => [given.pin.file_sha256, given])).values()];
        if (givers.length > 1) {
            const jobs = [...new Set(givers.map(({ job }) => `\`${job.id}\``))].join(" and ");
            problems.push({
                verdict: "fail",
                reason_code: "evidence_conflict",
                says: `More than one evidence was called ${shown(name)}, each pinned by an output of ${jobs}: one replaced the other.`,
                remedy: "Run each action once for an environment in a run, and list the job that does under `needs`.",
            });
            continue;
        }
        if (other !== undefined) {
            problems.push({
                verdict: "fail",
                reason_code: "evidence_conflict",
                says: `The evidence ${shown(name)} is not what its job pinned: its sha256 is ${sha256.slice(0, 12)}, pinned is ${other.file_sha256.slice(0, 12)}.`,
                remedy: "Somebody changed the artifact. Do not deploy it; run validate again.",
            });
            continue;
        }
        const evidence = evidenceIn(text, unreadable);
        if (typeof evidence === "string") {
            problems.push({
                verdict: "error",
                reason_code: "evidence_unreadable",
                says: `The evidence ${shown(name)} cannot be read: ${evidence}.`,
                remedy: "Let every action of a run have the same version, and run the stage that wrote it again.",
            });
            continue;
        }
        const odd = mine.find(({ pin }) => differs(pin, evidence, sha256));
        if (odd !== undefined) {
            problems.push({
                verdict: "fail",
                reason_code: "evidence_conflict",
                says: `The output of job \`${odd.job.id}\` that pins ${shown(name)} says other things than that file: ${differs(odd.pin, evidence, sha256)}.`,
                remedy: "No action writes that. Find out who changed the output, pass outputs on as they are, and run the job again.",
            });
            continue;
        }
        links.push({ evidence, pinned: mine.length > 0, jobs: mine.map(({ job }) => job), sha256 });
    }
    return { links, problems };
}
/** The evidence in a file, or why there is none. */
function evidenceIn(text, unreadable = "it is not text") {
    if (text === null)
        return unreadable;
    const value = json(text);
    if (value === undefined)
        return "it is not JSON";
    try {
        const parsed = domain_evidence/* evidenceSchema */.jU.safeParse(value);
        if (parsed.success)
            return parsed.data;
        const [issue] = parsed.error.issues;
        return `\`${issue?.path.join(".") || "it"}\`: ${issue?.message}`;
    }
    catch {
        // No action nests lists that deep: reading them ends the stack.
        return "it is nested too deeply";
    }
}
/** What a pin repeats of its file, where the two differ; null where they agree. */
function differs(pin, evidence, sha256) {
    const own = (0,domain_evidence/* pinOf */.nZ)(evidence, sha256);
    const members = [
        "stage",
        "environment",
        "status",
        "decision",
        "sha",
        "run_id",
        "run_attempt",
        "release_sha256",
    ];
    const [member] = members.filter((one) => pin[one] !== own[one]);
    return member === undefined
        ? null
        : `\`${member}\` is ${shown(String(pin[member]))} there, and ${shown(String(own[member]))} in the file`;
}
function evidence_missing(files, pins) {
    const lacking = pins.map((pin) => pin.file).filter((name) => !files.some((file) => file.name === name));
    return [...new Set(lacking)].map((name) => ({
        verdict: "error",
        reason_code: "evidence_missing",
        says: `The evidence ${shown(name)}, which a job pinned, is not in the folder.`,
        remedy: "Download the artifact of every job before this step.",
    }));
}
/**
 * The newest attempt of each stage and environment. What a job pinned is the newest that counts: newer evidence beside
 * it that no job pins was put there by something else. A dry run never stands before a real one.
 */
function newestOf(links) {
    const problems = [];
    const groups = Map.groupBy(links, ({ evidence }) => JSON.stringify([evidence.stage, evidence.environment]));
    const newest = [...groups.values()].flatMap((all) => {
        const real = all.filter(({ evidence }) => evidence.status !== "planned");
        const group = real.length > 0 ? real : all;
        const [last] = [...group].sort((a, b) => byAttempt(b.evidence, a.evidence));
        const [pinned] = group.filter((one) => one.pinned).sort((a, b) => byAttempt(b.evidence, a.evidence));
        if (last === undefined)
            return [];
        if (pinned === undefined || pinned === last || !counts(last.evidence))
            return [pinned ?? last];
        const { stage, run_id, run_attempt } = last.evidence;
        problems.push({
            verdict: "fail",
            reason_code: "evidence_conflict",
            says: `The folder holds newer evidence of ${stage} (run ${shown(run_id)}, attempt ${shown(run_attempt)}) than the one that its job pinned.`,
            remedy: "List every job under `needs`, and find out who wrote it.",
        });
        return [pinned];
    });
    return { links: newest, problems };
}
/**
 * Where the run was started anew from validate on, what its earlier attempts left and no job pins is of another chain.
 */
function ofThisAttempt(links) {
    const validated = links
        .filter(({ evidence, pinned }) => pinned && evidence.stage === "validate")
        .map(({ evidence }) => evidence);
    return links.filter(({ evidence, pinned }) => pinned ||
        !validated.some((one) => one.run_id === evidence.run_id && Number(one.run_attempt) > Number(evidence.run_attempt)));
}
function byAttempt(a, b) {
    const attempts = a.run_id === b.run_id ? Number(a.run_attempt) - Number(b.run_attempt) : 0;
    return attempts || Date.parse(a.started_at) - Date.parse(b.started_at);
}
/** What is called passed, and holds a check, gate or signal that Phase 6 requires and that did not pass. */
function contradiction(evidence) {
    if (evidence.status !== "passed")
        return [];
    const last = new Map(evidence.results.map((one) => [`${one.kind} ${one.id}`, one]));
    const failed = [...last.values()].find((one) => ["check", "gate", "signal"].includes(one.kind) && (0,result/* blocks */.Bv)(one));
    if (failed === undefined)
        return [];
    return [
        {
            verdict: "fail",
            reason_code: "evidence_conflict",
            says: `The evidence of ${evidence.stage} says passed, but its ${failed.kind} \`${shown(failed.id)}\`, which is required, is ${failed.verdict}.`,
            remedy: `No version of ${evidence.stage} writes that. Find out who changed it, and run ${evidence.stage} again.`,
        },
    ];
}
/** Only counted from another run where a workflow says that it means to. */
function ofAnotherRun(links, runId) {
    const strange = links.filter(({ evidence }) => runId !== null && evidence.run_id !== runId);
    return strange.map(({ evidence }) => ({
        verdict: "fail",
        reason_code: "evidence_of_another_run",
        says: `The evidence of ${evidence.stage} is of run ${shown(evidence.run_id)}, this is run ${runId}.`,
        remedy: "Download the artifacts of this run only. Where another workflow validates the same commit, set `runs: other`.",
    }));
}
function ofAnotherCommit(links, sha) {
    const strange = links.filter(({ evidence }) => sha !== "" && evidence.sha !== sha);
    return strange.map(({ evidence }) => ({
        verdict: "fail",
        reason_code: "evidence_of_another_commit",
        says: `The evidence of ${evidence.stage} is of commit ${evidence.sha.slice(0, 12)}, this run is of ${sha.slice(0, 12)}.`,
        remedy: "Download the artifacts of this commit only.",
    }));
}

;// CONCATENATED MODULE: ./build/src/stages/evidence-folder.js





const jobsMissing = {
    verdict: "fail",
    reason_code: "evidence_unpinned",
    says: "The input `jobs` is empty: nothing pins the evidence of the stages before, and any job of this run could have written it.",
    remedy: "Write `jobs: ${{ toJSON(needs) }}`, and list the jobs before under `needs`; `unpinned: allow` goes without, and says so.",
};
/** Largest evidence file that is read. */
const maxEvidenceBytes = 8 << 20;
/**
 * Reads the evidence folder as the jobs before left it. A file that is no text or too large has no text, and the reason
 * why.
 */
async function readEvidence(run) {
    const { files, job } = run.world;
    const folder = (0,external_node_path_.join)(job.workspace, handover/* handover */.c.evidence);
    const found = [];
    for (const name of (await files.list(folder)).filter((one) => one.endsWith(".json"))) {
        const path = (0,external_node_path_.join)(folder, name);
        const read = await files.read(path, maxEvidenceBytes).then((text) => ({ text }), (error) => ({
            text: null,
            why: (0,error_text/* errorText */.k)(error).replace(path, "it"),
        }));
        const digest = await files.digest(path);
        if (digest !== null)
            found.push({ name, ...read, sha256: digest.sha256 });
    }
    return found;
}
/** Holds the evidence of the stages before against what is demanded, and records it as a gate. Null when they agree. */
async function judgeChain(run, demand) {
    const { job, clock } = run.world;
    const started = clock.ticks();
    const pinned = demand.unpinned === "refuse";
    const { jobs, release } = demand;
    const manifest = await run.world.files.digest((0,external_node_path_.join)(job.workspace, handover/* handover */.c.manifest));
    const chain = joinChain({
        files: await readEvidence(run),
        jobs,
        sha: run.recorder.evidence.sha,
        runId: demand.runs === "other" ? null : job.runId,
        atHand: { release, manifestSha256: manifest?.sha256 ?? "" },
    });
    const judgements = [
        ...(pinned && jobs.trim() === "" ? [jobsMissing] : []),
        ...chain.problems,
        ...demand.needed.map(({ stage, environment }) => requireStage(chain, stage, environment, { pinned })),
    ];
    const bad = judgements.find((one) => one.verdict !== "pass");
    const names = demand.needed.map((one) => one.stage).join(", ");
    const judgement = bad ?? {
        verdict: "pass",
        reason_code: "passed",
        says: names === ""
            ? "The evidence of the stages before agrees."
            : `Evidence of ${names} passed, for this commit and these bytes${pinned ? ", pinned by job outputs" : ", not all of it pinned"}.`,
    };
    const heading = { kind: "gate", id: "evidence", title: "Evidence of the stages before", required: true };
    await run.recorder.record((0,result/* result */.Ke)(heading, judgement, clock.ticks() - started));
    if (!pinned && jobs.trim() === "" && bad === undefined)
        await run.recorder.warn("The input `jobs` is empty: nothing pins the evidence of the stages before. Write `jobs: ${{ toJSON(needs) }}`.");
    const loose = chain.links.filter((link) => !link.pinned && demand.needed.some(({ stage }) => stage === link.evidence.stage));
    if (loose.length > 0 && bad === undefined) {
        const names = loose.map(({ evidence }) => evidence.stage).join(", ");
        await run.recorder.warn(`No job output pins the evidence of ${names} (\`unpinned: allow\`): any job of this run could have written it.`);
    }
    if (demand.runs === "other") {
        const others = chain.links
            .filter(({ evidence }) => evidence.run_id !== job.runId)
            .map(({ evidence }) => `${evidence.stage} of run ${evidence.run_id}`);
        if (others.length > 0)
            await run.recorder.warn(`Evidence of other runs counts here (\`runs: other\`): ${others.join(", ")}.`);
    }
    if (bad === undefined)
        return null;
    return {
        status: "failed",
        decision: "stop",
        reason_code: bad.reason_code,
        says: `${bad.says} Nothing was changed.`,
        remedy: bad.remedy ?? "",
    };
}

;// CONCATENATED MODULE: ./build/src/stages/release-file.js





/** Largest manifest that is read. */
const maxManifestBytes = 8 << 20;
/** Reads the manifest that validate wrote, and checks the tarball's bytes against it. */
async function readRelease(run) {
    const folder = (0,external_node_path_.join)(run.world.job.workspace, handover/* handover */.c.release);
    const path = (0,external_node_path_.join)(run.world.job.workspace, handover/* handover */.c.manifest);
    let text;
    try {
        text = await run.world.files.read(path, maxManifestBytes);
    }
    catch (error) {
        const why = (0,error_text/* errorText */.k)(error).replace(path, "it");
        const says = `${handover/* handover */.c.manifest} cannot be read: ${why}.`;
        return {
            failed: {
                verdict: "error",
                reason_code: "release_missing",
                says,
                remedy: "Run validate again, and download its artifact whole.",
            },
        };
    }
    if (text === null) {
        return {
            failed: {
                verdict: "error",
                reason_code: "release_missing",
                says: `There is no release: ${handover/* handover */.c.manifest} does not exist.`,
                remedy: "Download the artifact that the validate job uploaded (`include-hidden-files: true`) into the checkout before this step.",
            },
        };
    }
    const parsed = domain_release/* releaseSchema */.By.safeParse((0,domain_json/* readJson */.V)(text));
    if (!parsed.success) {
        return {
            failed: {
                verdict: "error",
                reason_code: "release_missing",
                says: `${handover/* handover */.c.manifest} is not a release manifest: ${parsed.error.issues.map((one) => `${one.path.join(".") || "it"} ${one.message}`).join("; ")}.`,
                remedy: "Run validate again.",
            },
        };
    }
    const release = parsed.data;
    const seen = await run.world.files.digest((0,external_node_path_.join)(folder, release.file));
    if (seen === null || seen.sha256 !== release.digest) {
        return {
            failed: {
                verdict: "fail",
                reason_code: seen === null ? "release_missing" : "digest_mismatch",
                says: seen === null
                    ? `The tarball ${release.file} is missing beside its manifest.`
                    : `The tarball ${release.file} has sha256 ${seen.sha256}, its manifest says ${release.digest}: these are not the bytes that were validated.`,
                remedy: "Do not deploy it. Find out who changed the artifact, and run validate again.",
            },
        };
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

;// CONCATENATED MODULE: ./build/src/stages/deploy-staging.js







/** Puts the validated bytes on staging and proves that they run there (Phase 6: Deploy to Staging). */
const deployStaging = async (run, inputs) => {
    const environment = environmentOf(run.settings, inputs.environment);
    if ("status" in environment)
        return environment;
    const refused = await checkoutGate(run, { another: "refuse" });
    if (refused !== null)
        return refused;
    const found = await openRelease(run);
    if ("status" in found)
        return found;
    const chain = await judgeChain(run, {
        ...inputs,
        release: found,
        needed: [{ stage: "validate", environment: null }],
    });
    if (chain !== null)
        return chain;
    const closed = await approvalGate(run, environment, inputs["job-id"]);
    if (closed !== null)
        return closed;
    const conclusion = await deploy(run, {
        environment,
        release: found,
        dryRun: inputs["dry-run"],
        watchMs: 0,
        done: { decision: "continue", reason_code: "deployed" },
    });
    setOutputs(run, (0,domain_release/* releaseId */.Bf)(found));
    return conclusion;
};
/** Reads and checks the release, records the check, and returns it or the conclusion that it cannot be used. */
async function openRelease(run) {
    const started = run.world.clock.ticks();
    const read = await readRelease(run);
    const judgement = "failed" in read ? read.failed : read.judgement;
    const heading = {
        kind: "gate",
        id: "release",
        title: "The release is the one that was validated",
        required: true,
    };
    await run.recorder.record((0,result/* result */.Ke)(heading, judgement, run.world.clock.ticks() - started));
    if ("failed" in read) {
        const refused = {
            status: "failed",
            decision: "stop",
            reason_code: read.failed.reason_code,
            says: `${read.failed.says} Nothing was changed.`,
            remedy: read.failed.remedy ?? "",
        };
        return refused;
    }
    await run.recorder.set({ app: read.release.app, release: read.release });
    return read.release;
}
/** The outputs of every action that changes a target. */
function setOutputs(run, release) {
    const { evidence } = run.recorder;
    run.recorder.output("url", evidence.url ?? "");
    run.recorder.output("release", release);
    run.recorder.output("previous", evidence.from ?? "");
}


/***/ }),

/***/ 4377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports date, time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3759);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2716);



function datetime(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDateTime */ .G1(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .You, params);
}
function date(params) {
    return core._isoDate(ZodISODate, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}


/***/ })

};
