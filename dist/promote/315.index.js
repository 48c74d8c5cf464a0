export const id = 315;
export const ids = [315];
export const modules = {

/***/ 1014:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ briefSchema),
  b: () => (/* binding */ isMissing)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 8 modules
var schemas = __webpack_require__(2716);
;// CONCATENATED MODULE: ./build/src/domain/gate/monitoring.js

/** One thing that settings name of the monitoring, and whether it is there. */
const monitoredSchema = schemas/* object */.Ikc({
    kind: schemas/* enum */.k5n(["dashboard", "alert"]),
    name: schemas/* string */.YjP(),
    /** Where a person looks at it; null where there is no page. */
    url: schemas/* string */.YjP().nullable(),
    /** `unknown` where its server did not answer. */
    state: schemas/* enum */.k5n(["there", "missing", "unknown"]),
    /** What was seen, as the end of a sentence. */
    says: schemas/* string */.YjP(),
});

;// CONCATENATED MODULE: ./build/src/domain/brief/brief.js


/**
 * The promotion brief: what whoever approves a deployment should know beforehand. Evidence keeps it, so that a report
 * shows later what was approved. A part that could not be read says why, and no verdict hangs on any of it.
 */
const missing = schemas/* object */.Ikc({ missing: schemas/* string */.YjP() });
const known = (schema) => schemas/* union */.KCZ([missing, schema]);
/** What the environment runs, as far as a job before its gate can know it. */
const runsSchema = schemas/* object */.Ikc({
    /**
     * `deployment`: GitHub's newest deployment that succeeded. `answer`: the version that its public URL answers, by its
     * tag. `tag`: the newest version tag before this release.
     */
    by: schemas/* enum */.k5n(["deployment", "answer", "tag", "none"]),
    commit: schemas/* string */.YjP().nullable(),
    /** As a tag of the commit names it, or as it answers; null where neither does. */
    version: schemas/* string */.YjP().nullable(),
    at: schemas/* string */.YjP().nullable(),
    /** Why it may run something else: a rollback since then. */
    doubts: schemas/* array */.YOg(schemas/* string */.YjP()),
    /** What could not be read. */
    notes: schemas/* array */.YOg(schemas/* string */.YjP()),
});
const commitSchema = schemas/* object */.Ikc({
    sha: schemas/* string */.YjP(),
    subject: schemas/* string */.YjP(),
    author: schemas/* string */.YjP(),
    /** Number of the pull request that brought it; null where none is known. */
    pull: schemas/* number */.aig().nullable(),
});
const pullSchema = schemas/* object */.Ikc({ number: schemas/* number */.aig(), title: schemas/* string */.YjP(), author: schemas/* string */.YjP(), url: schemas/* string */.YjP() });
const changedPathSchema = schemas/* object */.Ikc({ path: schemas/* string */.YjP(), change: schemas/* enum */.k5n(["added", "removed", "changed"]) });
const packageSchema = schemas/* object */.Ikc({
    name: schemas/* string */.YjP(),
    before: schemas/* string */.YjP().nullable(),
    after: schemas/* string */.YjP().nullable(),
    how: schemas/* enum */.k5n(["added", "removed", "newer", "major", "older", "source", "other"]),
    /** First line of each advisory that the audits found for it. */
    advisories: schemas/* array */.YOg(schemas/* string */.YjP()),
});
/** What is between the commit that the environment runs and this one. Lists are cut; totals are whole. */
const changesSchema = schemas/* object */.Ikc({
    commits: schemas/* object */.Ikc({ total: schemas/* int */.Whr(), list: schemas/* array */.YOg(commitSchema) }),
    /** Commits that the environment runs and this release does not have. */
    undone: schemas/* object */.Ikc({ total: schemas/* int */.Whr(), list: schemas/* array */.YOg(commitSchema) }),
    pulls: schemas/* object */.Ikc({ total: schemas/* int */.Whr(), list: schemas/* array */.YOg(pullSchema), note: schemas/* string */.YjP() }),
    files: schemas/* int */.Whr(),
    configuration: schemas/* object */.Ikc({ total: schemas/* int */.Whr(), list: schemas/* array */.YOg(changedPathSchema) }),
    migrations: schemas/* object */.Ikc({ total: schemas/* int */.Whr(), list: schemas/* array */.YOg(changedPathSchema) }),
    packages: known(schemas/* object */.Ikc({ total: schemas/* int */.Whr(), list: schemas/* array */.YOg(packageSchema) })),
    /** What the reader should know of all this: a history that is cut off. */
    note: schemas/* string */.YjP(),
});
const riskSchema = schemas/* object */.Ikc({ place: schemas/* string */.YjP(), message: schemas/* string */.YjP() });
const migrationsSchema = schemas/* object */.Ikc({
    /** False where the settings of the environment run none. */
    run: schemas/* boolean */.zMY(),
    /** What `validate` says of them: each check that looked at them. */
    checks: schemas/* array */.YOg(schemas/* object */.Ikc({ title: schemas/* string */.YjP(), verdict: schemas/* string */.YjP(), says: schemas/* string */.YjP() })),
    risks: schemas/* object */.Ikc({ total: schemas/* int */.Whr(), list: schemas/* array */.YOg(riskSchema) }),
    /** How they went where they ran already. */
    before: schemas/* object */.Ikc({ environment: schemas/* string */.YjP(), says: schemas/* string */.YjP(), duration_ms: schemas/* number */.aig() }).nullable(),
    backup: schemas/* string */.YjP(),
});
const stageSchema = schemas/* object */.Ikc({
    stage: schemas/* string */.YjP(),
    environment: schemas/* string */.YjP().nullable(),
    status: schemas/* string */.YjP(),
    pinned: schemas/* boolean */.zMY().nullable(),
    counts: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* int */.Whr()),
    /** What did not pass, was switched off or saw too little: `title: verdict`. */
    gaps: schemas/* array */.YOg(schemas/* string */.YjP()),
});
const plannedSchema = schemas/* object */.Ikc({
    /** `dry-run`: planned from the hosts themselves. `assumed`: from hosts as the settings name them. */
    from: schemas/* enum */.k5n(["dry-run", "assumed"]),
    says: schemas/* string */.YjP(),
    steps: schemas/* array */.YOg(schemas/* string */.YjP()),
    warnings: schemas/* array */.YOg(schemas/* string */.YjP()),
});
const sizeSchema = schemas/* object */.Ikc({
    /** Bytes of the tarball: what a host is sent at most. */
    tarball: schemas/* number */.aig(),
    /** Files of the release and their bytes unpacked; null where no list says. */
    files: schemas/* number */.aig().nullable(),
    unpacked: schemas/* number */.aig().nullable(),
    /** What hosts of the environment before were sent, which had another release; empty where none was. */
    sent: schemas/* array */.YOg(schemas/* object */.Ikc({ host: schemas/* string */.YjP(), bytes: schemas/* number */.aig() })),
    /** Their environment, and the release that they had before. */
    sent_to: schemas/* string */.YjP().nullable(),
    had: schemas/* string */.YjP().nullable(),
});
const briefSchema = schemas/* object */.Ikc({
    app: schemas/* string */.YjP(),
    environment: schemas/* string */.YjP(),
    version: schemas/* string */.YjP(),
    release: schemas/* string */.YjP(),
    commit: schemas/* string */.YjP(),
    /** Address of the repository on GitHub. */
    repository: schemas/* string */.YjP(),
    written_at: schemas/* string */.YjP(),
    runs: runsSchema,
    changes: known(changesSchema),
    /** Advisories that the audits found in `validate`, whether or not their package changed. */
    advisories: schemas/* array */.YOg(schemas/* string */.YjP()),
    /** Why it is not known whether there are more; empty where an audit says. */
    advisories_unknown: schemas/* string */.YjP(),
    /** Names of the variables of the servers without which the release does not load its configuration. */
    variables: schemas/* array */.YOg(schemas/* string */.YjP()),
    migrations: migrationsSchema,
    evidence: schemas/* array */.YOg(stageSchema),
    plan: known(plannedSchema),
    rollback: schemas/* array */.YOg(schemas/* object */.Ikc({ when: schemas/* string */.YjP(), plan: known(plannedSchema) })),
    size: sizeSchema,
    /** Who is on call: a text or an address; null where the settings do not say. */
    on_call: schemas/* string */.YjP().nullable(),
    dashboards: schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP(), url: schemas/* string */.YjP() })),
    /** What is there of the monitoring that the settings name; absent where they name none. */
    monitoring: schemas/* array */.YOg(monitoredSchema).optional(),
    /** The pull request whose merge is this commit; null where there is none. */
    pull_request: schemas/* number */.aig().nullable(),
});
/** True where a part could not be read. */
function isMissing(part) {
    return "missing" in part;
}


/***/ }),

/***/ 2726:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jv: () => (/* binding */ pullInSubject),
/* harmony export */   Ku: () => (/* binding */ firstOf)
/* harmony export */ });
/* unused harmony exports advisoriesIn, auditGap, isMigration, isConfiguration, migrationsOf, stageOf, sizeOf */
/** What of a brief is read from evidence and paths alone. */
/** A list as a brief keeps it: the first of them, and how many there are. */
function firstOf(all, max) {
    return { total: all.length, list: all.slice(0, max) };
}
/** The checks that compare packages with advisories. */
const audits = (/* unused pure expression or super */ null && (["hex-audit", "deps-audit"]));
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
const migrationChecks = (/* unused pure expression or super */ null && (["migrations", "migration-safety"]));
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

/***/ 6060:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x_: () => (/* binding */ evidenceFileName),
  jU: () => (/* binding */ evidenceSchema),
  nZ: () => (/* binding */ pinOf),
  rA: () => (/* binding */ pinSchema),
  hL: () => (/* binding */ stageNames),
  yl: () => (/* binding */ terminalRun)
});

// UNUSED EXPORTS: decisions, measurementSchema, stageStatuses

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 8 modules
var schemas = __webpack_require__(2716);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(4377);
// EXTERNAL MODULE: ./build/src/domain/brief/brief.js + 1 modules
var brief = __webpack_require__(1014);
// EXTERNAL MODULE: ./build/src/domain/release/release.js
var release = __webpack_require__(2161);
// EXTERNAL MODULE: ./build/src/domain/watch/criteria.js
var criteria = __webpack_require__(3397);
;// CONCATENATED MODULE: ./build/src/domain/rollback/record.js


/** How long one direction of a drill took, milliseconds. */
const directionSchema = schemas/* object */.Ikc({
    /** From its first step until all traffic was where it was to go. */
    traffic_ms: schemas/* number */.aig().nonnegative(),
    /** With everything that was verified after that. */
    whole_ms: schemas/* number */.aig().nonnegative(),
});
/** What a person asked a rollback for, and what came of a drill. */
const rollbackRecordSchema = schemas/* object */.Ikc({
    /** Null for a drill without one. */
    reason: schemas/* enum */.k5n(criteria/* rollbackReasons */.Q).nullable(),
    detail: schemas/* string */.YjP(),
    /** `previous`, or the release as it was named. */
    asked_to: schemas/* string */.YjP(),
    drill: schemas/* boolean */.zMY(),
    /** Hosts that were left out because they could not be reached; absent where there was none. */
    behind: schemas/* array */.YOg(schemas/* string */.YjP()).optional().catch(undefined),
    /** Of a drill, as far as it came. */
    back: directionSchema.optional(),
    forward: directionSchema.optional(),
    /** The run that built a release whose files are not on the hosts any more, and its artifact. */
    built_by: schemas/* object */.Ikc({ run_id: schemas/* string */.YjP(), url: schemas/* string */.YjP(), artifact: schemas/* string */.YjP(), digest: schemas/* string */.YjP(), sha: schemas/* string */.YjP() })
        .optional(),
});

// EXTERNAL MODULE: ./build/src/domain/evidence/result.js
var result = __webpack_require__(8365);
;// CONCATENATED MODULE: ./build/src/domain/watch/record.js


/** One metric of a watch, of the release before and of the new one. */
const metricSchema = schemas/* object */.Ikc({
    /** `error rate`, `p50`, `p99`, or what a state or a level is of. */
    metric: schemas/* string */.YjP(),
    /** The signal that measured it. */
    signal: schemas/* string */.YjP(),
    /** `fraction` and `held` (how often a state held) are between 0 and 1; `level` has its unit in the metric's name. */
    unit: schemas/* enum */.k5n(["fraction", "held", "ms", "level"]),
    /** Null where nothing was measured. */
    before: schemas/* number */.aig().nullable(),
    after: schemas/* number */.aig().nullable(),
    /** The difference of fractions, else the relative change; null where one of both is missing. */
    change: schemas/* number */.aig().nullable(),
    /** Whether `before` was measured at the same moments (`control`), or before the switch. */
    compared_with: schemas/* enum */.k5n(["control", "history"]).nullable(),
    /** Null where no test judges it. */
    verdict: schemas/* enum */.k5n(result/* verdicts */.rY).nullable(),
});
/** A point for each window of the watch; null where there was no request. */
const lineSchema = schemas/* object */.Ikc({
    error_rate: schemas/* array */.YOg(schemas/* number */.aig().nullable()),
    /** The median of the window, milliseconds. */
    ms: schemas/* array */.YOg(schemas/* number */.aig().nullable()),
});
/** What a watch saw, for a table and a chart. */
const watchRecordSchema = schemas/* object */.Ikc({
    release: schemas/* string */.YjP(),
    /** The release that it was compared with while both ran; null where none did. */
    previous: schemas/* string */.YjP().nullable(),
    seconds: schemas/* number */.aig().nonnegative(),
    metrics: schemas/* array */.YOg(metricSchema),
    chart: schemas/* object */.Ikc({
        signal: schemas/* string */.YjP(),
        seconds_per_point: schemas/* number */.aig().positive(),
        before: lineSchema.nullable(),
        after: lineSchema,
    }),
});

// EXTERNAL MODULE: ./build/src/domain/evidence/reason.js
var reason = __webpack_require__(4572);
;// CONCATENATED MODULE: ./build/src/domain/evidence/evidence.js







/** The six stages; `report` is the root action. */
const stageNames = ["validate", "deploy-staging", "smoke-test", "promote", "rollback", "report"];
/** The run of what a person does in a terminal: there is none, and GitHub numbers runs from 1. */
const terminalRun = "0";
/** `planned` is a dry run and never counts; `running` is what a killed stage leaves behind. */
const stageStatuses = ["running", "passed", "failed", "cancelled", "planned"];
/**
 * `continue`: the next stage may run. `complete`: the release serves and was verified. `stop`: nothing that serves was
 * changed. `taken-back`: the release was rolled back. `rollback-failed`: a person must look now. `held`: the release
 * keeps the traffic that it has, unverified, until a person decides. `pending`: not decided yet. The words are
 * published: they do not change.
 */
const decisions = ["pending", "continue", "complete", "stop", "taken-back", "rollback-failed", "held"];
/** What was measured of requests over a window: counts, and latency in milliseconds; null where nothing was seen. */
const measurementSchema = schemas/* object */.Ikc({
    requests: schemas/* int */.Whr().nonnegative(),
    errors: schemas/* int */.Whr().nonnegative(),
    p50_ms: schemas/* number */.aig().nonnegative().nullable(),
    p99_ms: schemas/* number */.aig().nonnegative().nullable(),
    seconds: schemas/* number */.aig().nonnegative(),
});
/**
 * What a stage verified and passes on. Rewritten after every result with status `running`, so that a cancel has nothing
 * left to save.
 */
const evidenceSchema = schemas/* object */.Ikc({
    schema_version: schemas/* literal */.euz(1),
    app: release/* nameSchema */.Jq,
    stage: schemas/* enum */.k5n(stageNames),
    environment: schemas/* string */.YjP().nullable(),
    status: schemas/* enum */.k5n(stageStatuses),
    decision: schemas/* enum */.k5n(decisions),
    reason_code: schemas/* enum */.k5n(reason/* reasonCodes */.JC),
    /** One sentence: the verdict as a person reads it. */
    says: schemas/* string */.YjP(),
    remedy: schemas/* string */.YjP(),
    release: release/* releaseSchema */.By.nullable(),
    /** Release ids before and after, for stages that change a target. */
    from: schemas/* string */.YjP().nullable(),
    to: schemas/* string */.YjP().nullable(),
    sha: schemas/* string */.YjP(),
    run_id: schemas/* string */.YjP(),
    run_attempt: schemas/* string */.YjP(),
    run_url: schemas/* string */.YjP(),
    actor: schemas/* string */.YjP(),
    started_at: iso/* datetime */.w$(),
    finished_at: iso/* datetime */.w$().nullable(),
    url: schemas/* string */.YjP().nullable(),
    /**
     * The hosts of a change with the release that each served before it, and the releases that it kept then; absent where
     * nothing is changed.
     */
    hosts: schemas/* array */.YOg(schemas/* object */.Ikc({
        host: schemas/* string */.YjP(),
        before: schemas/* string */.YjP().nullable(),
        kept: schemas/* array */.YOg(schemas/* string */.YjP()).optional().catch(undefined),
    }))
        .optional(),
    /** The plan that was made, one sentence a step; empty for stages that change nothing. */
    plan: schemas/* array */.YOg(schemas/* string */.YjP()),
    /** What the reader should know although nothing failed: switched-off checks, approvals not asked for. */
    warnings: schemas/* array */.YOg(schemas/* string */.YjP()),
    results: schemas/* array */.YOg(result/* resultSchema */.FD),
    /** The watch's own probes before and after the shift. */
    before: measurementSchema.nullable(),
    after: measurementSchema.nullable(),
    /**
     * What whoever approves the next environment was shown; absent where nobody is asked. One of another version's form
     * is left out: it is no reason to refuse the evidence.
     */
    brief: brief/* briefSchema */.E.optional().catch(undefined),
    /** The last watch of the release; absent where it was not watched. */
    watch: watchRecordSchema.optional(),
    /** Why a person rolled back, and what came of a drill; absent for other stages. */
    rollback: rollbackRecordSchema.optional().catch(undefined),
});
/**
 * The compact form that an action emits as its `evidence` output: pins the file by its digest. At most 8 KiB, no log
 * text.
 */
const pinSchema = schemas/* object */.Ikc({
    schema_version: schemas/* literal */.euz(1),
    stage: schemas/* enum */.k5n(stageNames),
    environment: schemas/* string */.YjP().nullable(),
    status: schemas/* enum */.k5n(stageStatuses),
    decision: schemas/* enum */.k5n(decisions),
    reason_code: schemas/* enum */.k5n(reason/* reasonCodes */.JC),
    sha: schemas/* string */.YjP(),
    run_id: schemas/* string */.YjP(),
    run_attempt: schemas/* string */.YjP(),
    counts: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* int */.Whr().nonnegative()),
    /** File name in `.phoenix-deploy/evidence`. */
    file: schemas/* string */.YjP(),
    file_sha256: release/* digestSchema */.er,
    release_sha256: release/* digestSchema */.er.nullable(),
    /** Of the release's whole manifest. */
    manifest_sha256: release/* digestSchema */.er.nullable(),
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
        manifest_sha256: evidence.release === null ? null : (0,release/* manifestDigest */.It)(evidence.release),
    };
}


/***/ }),

/***/ 4572:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JC: () => (/* binding */ reasonCodes),
/* harmony export */   RH: () => (/* binding */ reasonOfGrowth),
/* harmony export */   XW: () => (/* binding */ reasonOfLoss)
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
    "drill_passed",
    "not_recovered",
    "not_as_verified",
    "taken_back",
    "rollback_failed",
    "partial_fleet",
    "partly_undone",
    "smoke_passed",
    "gate_closed",
    "gate_open",
    "written",
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
    "evidence_expired",
    "soak_too_short",
    "provenance_missing",
    "provenance_mismatch",
    "provenance_unreadable",
    "ref_moved",
    "ref_unreadable",
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
    // monitoring
    "monitoring_missing",
    "monitoring_unreadable",
    // freeze
    "frozen",
    "freeze_overridden",
    "freeze_override_refused",
    "freeze_override_unreadable",
    // target
    "lock_held",
    "lock_lost",
    "step_running",
    "target_unreachable",
    "host_unreachable",
    "host_key_unknown",
    "host_key_changed",
    "host_refused",
    "ssh_key_unusable",
    "host_unsuitable",
    "target_unfit",
    "clock_wrong",
    "upload_failed",
    "unpack_failed",
    "migration_failed",
    "backup_failed",
    "old_release_broken",
    "log_errors",
    "logs_not_read",
    "start_failed",
    "not_healthy",
    "not_ready",
    "wrong_version",
    "wrong_release",
    "router_failed",
    "request_failed",
    "smoke_failed",
    "smoke_fails_alike",
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
    "health_lost",
    "readiness_lost",
    "jobs_stuck",
    "issue_opened",
    "logs_full_of_errors",
    "memory_grows",
    "run_queue_grows",
    "level_grows",
    "state_lost",
    "watch_inconclusive",
    "watch_held",
    // rollback
    "no_previous_release",
    "already_active",
    "release_not_kept",
    "release_not_found",
    "not_settled",
    "schema_unknown",
    "data_would_be_lost",
    "revert_failed",
    "schema_in_use",
    // announcements
    "not_configured",
    "not_delivered",
    "not_announced",
    "changelog_missing",
    // what a tool did not read
    "sources_not_read",
    // the checkout itself
    "tree_changed",
];
const losses = [
    ["health", "health_lost"],
    ["readiness", "readiness_lost"],
    ["jobs", "jobs_stuck"],
    ["issues", "issue_opened"],
    ["logs", "logs_full_of_errors"],
];
const growths = [
    ["memory", "memory_grows"],
    ["run queue", "run_queue_grows"],
];
const codeIn = (named, of) => named.find(([name]) => of.toLowerCase().startsWith(name))?.[1];
/** What a release is rolled back for where this no longer holds. A state of a user's own has a code of its own. */
function reasonOfLoss(of) {
    return codeIn(losses, of) ?? "state_lost";
}
/** What a release is rolled back for where this grows. */
function reasonOfGrowth(of) {
    return codeIn(growths, of) ?? "level_grows";
}


/***/ }),

/***/ 8365:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bv: () => (/* binding */ blocks),
/* harmony export */   FD: () => (/* binding */ resultSchema),
/* harmony export */   Gr: () => (/* binding */ trafficChanged),
/* harmony export */   KN: () => (/* binding */ notPassed),
/* harmony export */   Ke: () => (/* binding */ result),
/* harmony export */   rY: () => (/* binding */ verdicts),
/* harmony export */   uH: () => (/* binding */ changeBegan)
/* harmony export */ });
/* unused harmony exports findingSchema, resultKinds, leftOpen */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2716);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4377);
/* harmony import */ var _reason_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4572);


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
    reason_code: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(_reason_js__WEBPACK_IMPORTED_MODULE_1__/* .reasonCodes */ .JC),
    /** One sentence: what was seen, with the values. */
    says: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** What to do about it; empty when nothing needs doing. */
    remedy: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().default(""),
    duration_ms: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nonnegative(),
    /** When it began, and on which host it was: absent where neither is of interest. */
    started_at: zod__WEBPACK_IMPORTED_MODULE_2__/* .datetime */ .w$().optional(),
    host: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
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
        ...(heading.host === undefined ? {} : { host: heading.host }),
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
/** True for a result that was judged, and did not pass: a person should look at it. */
function notPassed({ verdict }) {
    return verdict === "fail" || verdict === "error" || verdict === "inconclusive";
}
/** True where a step began that can change what serves, whatever its outcome. */
function changeBegan(results) {
    return results.some(({ kind, id }) => kind === "step" && ["shift", "start", "stop", "activate"].includes(id));
}
/** True where traffic was moved, or a release was recorded as the one that serves. */
function trafficChanged(results) {
    return results.some(({ kind, id, verdict }) => kind === "step" && ["shift", "activate"].includes(id) && verdict === "pass");
}


/***/ }),

/***/ 1545:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BP: () => (/* binding */ newest),
/* harmony export */   Id: () => (/* binding */ patternOf),
/* harmony export */   OP: () => (/* binding */ versionTags)
/* harmony export */ });
/* unused harmony exports versionOfTag, releasedTag */
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(108);

/** Longest tag that is read. */
const longest = 256;
/**
 * The version that a tag names: `v1.2.3`, `1.2.3`, `<app>-v1.2.3`, `<app>@1.2.3` and their kin, or what follows the
 * fixed part of a pattern; null when it names none.
 */
function versionOfTag(tag, { names, patterns }) {
    if (tag.length > longest)
        return null;
    if (patterns.length === 0)
        return usual(tag, names);
    const pattern = patterns.find((one) => matcher(one).test(tag));
    if (pattern === undefined)
        return null;
    const fixed = /^[^*?[]*/.exec(pattern)?.[0] ?? "";
    return usual(tag.slice(fixed.length), []) ?? usual(tag, names);
}
/** Every tag that names a version. */
function versionTags(tags, rules) {
    return tags.flatMap((tag) => {
        const text = versionOfTag(tag.name, rules);
        const version = text === null ? null : (0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVersion */ .ot)(text);
        return text === null || version === null ? [] : [{ ...tag, text, version }];
    });
}
/** The greatest; null of none. */
function newest(tags) {
    return tags.reduce((best, one) => (best === null || (0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .compareVersions */ .Zy)(one.version, best.version) > 0 ? one : best), null);
}
/**
 * The tag that is being released: the one that started the run, else the greatest version on this very commit; null
 * where none is.
 */
function releasedTag(tags, rules, at) {
    const here = versionTags(tags.filter((one) => one.commit === at.head), rules);
    return here.find((one) => at.ref === `refs/tags/${one.name}`) ?? newest(here);
}
/**
 * The pattern under which most of these tags end in a version, such as `@core/sync-service@*`; null when none of them
 * does.
 */
function patternOf(tags) {
    const prefixes = new Map();
    for (const { name } of tags) {
        const [, prefix] = (name.length > longest ? null : /^(.*?)\d+\.\d+\.\d+(?:[-+][0-9A-Za-z.+-]*)?$/.exec(name)) ?? [];
        if (prefix !== undefined)
            prefixes.set(prefix, (prefixes.get(prefix) ?? 0) + 1);
    }
    const [most] = [...prefixes].sort((a, b) => b[1] - a[1]);
    return most === undefined ? null : `${most[0]}*`;
}
function usual(tag, names) {
    const own = names.find((name) => tag.startsWith(name) && /^[-@/]/.test(tag.slice(name.length)));
    const text = (own === undefined ? tag : tag.slice(own.length + 1)).replace(/^v/, "");
    return (0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVersion */ .ot)(text) === null ? null : text;
}
function matcher(pattern) {
    const text = pattern.replaceAll(/\*+|\?|\[[\w-]+\]|[^\w]/g, (part) => {
        if (part.startsWith("*"))
            return ".*";
        return part === "?" ? "." : part.startsWith("[") && part.length > 1 ? part : `\\${part}`;
    });
    return new RegExp(`^${text}$`, "s");
}


/***/ }),

/***/ 108:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zy: () => (/* binding */ compareVersions),
/* harmony export */   ot: () => (/* binding */ parseVersion),
/* harmony export */   tW: () => (/* binding */ sameLine)
/* harmony export */ });
const number = "(0|[1-9]\\d*)";
/** Digits alone are a number, which has no leading zero. */
const identifier = "(?:0|[1-9]\\d*|\\d*[A-Za-z-][0-9A-Za-z-]*)";
const core = `${number}\\.${number}\\.${number}`;
const metadata = "[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*";
const grammar = new RegExp(`^${core}(?:-(${identifier}(?:\\.${identifier})*))?(?:\\+${metadata})?$`);
/** Reads a version as SemVer writes it, without a `v`; null when it is none. */
function parseVersion(text) {
    const found = grammar.exec(text);
    if (found === null)
        return null;
    const [, major = "", minor = "", patch = "", pre] = found;
    return { core: [BigInt(major), BigInt(minor), BigInt(patch)], pre: pre === undefined ? [] : pre.split(".") };
}
/** Precedence by SemVer 2.0.0, section 11: below 0 when `a` comes before `b`, 0 when neither does. */
function compareVersions(a, b) {
    for (const [index, part] of a.core.entries()) {
        const other = b.core[index] ?? 0n;
        if (part !== other)
            return part < other ? -1 : 1;
    }
    // A release comes after all its pre-releases; else the longer list does, when all before are equal.
    if (a.pre.length === 0 || b.pre.length === 0)
        return b.pre.length - a.pre.length;
    for (const [index, part] of a.pre.entries()) {
        const other = b.pre[index];
        if (other === undefined)
            break;
        const order = compareIdentifiers(part, other);
        if (order !== 0)
            return order;
    }
    return a.pre.length - b.pre.length;
}
/** Numbers by their value and before words; words by their ASCII order. */
function compareIdentifiers(a, b) {
    const [first, second] = [a, b].map((one) => (/^\d+$/.test(one) ? BigInt(one) : null));
    if (first != null && second != null)
        return first < second ? -1 : first > second ? 1 : 0;
    if (first != null || second != null)
        return first != null ? -1 : 1;
    return a < b ? -1 : a > b ? 1 : 0;
}
/** True for versions of one line: `1.7.3` and `1.7.24-rc.1` are of 1.7. */
function sameLine(a, b) {
    return a.core[0] === b.core[0] && a.core[1] === b.core[1];
}


/***/ }),

/***/ 4952:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ issueMarker),
/* harmony export */   q: () => (/* binding */ isRollbackIssue)
/* harmony export */ });
/** What the issue begins with: one for a release and an environment. */
function issueMarker({ left, environment }) {
    const encode = (text) => encodeURIComponent(text).replaceAll("-", "%2D");
    return `<!-- phoenix-deploy:rollback:v1 environment=${encode(environment)} release=${encode(left)} -->`;
}
/** True for the text of such an issue. */
function isRollbackIssue(body) {
    return body.startsWith("<!-- phoenix-deploy:rollback:v1 ");
}


/***/ }),

/***/ 7971:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   pi: () => (/* binding */ rolledBackRelease),
/* harmony export */   pl: () => (/* binding */ rollbackOutcome)
/* harmony export */ });
/* unused harmony exports rollbackOutcomes, wentBack */
/* harmony import */ var _evidence_result_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8365);

/** What a rollback came to. The words are published in the report: they do not change. */
const rollbackOutcomes = (/* unused pure expression or super */ null && ([
    "done",
    "unfinished",
    "partial",
    "not-recovered",
    "failed",
    "undone",
    "cut",
    "nothing-changed",
    "drill",
]));
/** What came of the rollback that a stage made; null where it made none, or only planned one. */
function rollbackOutcome(by) {
    const { stage, status, decision, reason_code, rollback } = by;
    if (status === "planned")
        return null;
    if (decision === "rollback-failed")
        return failedWith[reason_code] ?? "failed";
    if (stage !== "rollback")
        return decision === "taken-back" ? "done" : null;
    if (decision === "taken-back")
        return "undone";
    if (status !== "passed" && decision !== "complete")
        return stoppedWith(by);
    if (rollback?.drill === true)
        return "drill";
    return status === "passed" ? "done" : "unfinished";
}
/** Traffic went to the release before, and a person must look all the same. */
const failedWith = {
    partial_fleet: "partial",
    not_recovered: "not-recovered",
};
/** It neither went through nor was undone: what it had changed by then is what counts. */
function stoppedWith({ status, reason_code, results }) {
    const cut = status !== "failed" || reason_code === "unexpected_error" || reason_code === "lock_lost";
    if (cut)
        return (0,_evidence_result_js__WEBPACK_IMPORTED_MODULE_0__/* .changeBegan */ .uH)(results) ? "cut" : "nothing-changed";
    return (0,_evidence_result_js__WEBPACK_IMPORTED_MODULE_0__/* .trafficChanged */ .Gr)(results) ? "failed" : "nothing-changed";
}
/** The release before serves, on every host that could be reached. */
function wentBack(outcome) {
    return outcome !== null && went.has(outcome);
}
const went = new Set(["done", "unfinished", "partial", "not-recovered"]);
/** Which release a stage left, or tried to leave for good; null where it did neither. */
function rolledBackRelease(by) {
    const outcome = rollbackOutcome(by);
    if (outcome === null || by.rollback?.drill === true || !(wentBack(outcome) || outcome === "failed"))
        return null;
    const byHand = by.stage === "rollback";
    const [left, back] = byHand ? [by.from, by.to] : [by.to, by.from];
    if (left === null)
        return null;
    const behind = by.rollback?.behind ?? [];
    const everywhere = wentBack(outcome) && outcome !== "partial" && behind.length === 0;
    return { outcome, left, back, everywhere, by: byHand ? "rollback" : "promote" };
}


/***/ }),

/***/ 2557:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lc: () => (/* binding */ restoreFact),
/* harmony export */   UK: () => (/* binding */ restoreIn),
/* harmony export */   Wu: () => (/* binding */ lastKnown)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2716);
/* harmony import */ var _evidence_result_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8365);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7971);



/** Commands to paste. */
const handBlock = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    /** Which of several blocks it is; empty where it is the only one. */
    when: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    text: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
});
/** One thing to do. */
const handPart = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    title: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    /** The hosts on which it is done; none is any machine. */
    hosts: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).readonly(),
    says: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    blocks: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(handBlock.readonly()).readonly(),
});
/** The fact of a result that is refused: how its backup is restored by hand. */
function restoreFact(parts) {
    const fact = ({ title, hosts, says, blocks }) => ({
        ...{ title, says, hosts: [...hosts] },
        blocks: blocks.map(({ when, text }) => ({ when, text })),
    });
    return parts.length === 0 ? {} : { restore: parts.map(fact) };
}
/** That fact, where there is one. */
function restoreIn(facts) {
    return zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(handPart).safeParse(facts["restore"]).data ?? [];
}
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
    const outcome = (0,_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .rollbackOutcome */ .pl)(by);
    const byHand = stage === "rollback";
    const went = byHand ? outcome === "done" || outcome === "unfinished" : status === "passed";
    if (went)
        return { serves: to, before: from };
    const stayed = byHand
        ? outcome === "undone" || outcome === "nothing-changed" || outcome === "drill"
        : outcome === "done" || (decision === "stop" && !(0,_evidence_result_js__WEBPACK_IMPORTED_MODULE_0__/* .trafficChanged */ .Gr)(results));
    return stayed ? { serves: from, before: null } : { serves: null, before: from };
}
function textsOf(fact) {
    return Array.isArray(fact) ? fact.filter((one) => typeof one === "string") : [];
}


/***/ }),

/***/ 2683:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ tokenRemedy)
/* harmony export */ });
/**
 * What to do where GitHub refuses the token itself, whatever it may do: 401, or none was given. Null where the token is
 * not the cause.
 */
function tokenRemedy({ status, why }) {
    if (status === 401)
        return ("GitHub does not know the token in `github-token`, or it has expired: give one that is valid, or leave the " +
            "input out for the job's own.");
    if (status !== 0 || !why.includes("`github-token` is empty"))
        return null;
    return "Set the secret that `github-token` names, or leave the input out for the job's own token.";
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

/***/ 7103:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cr: () => (/* binding */ bold),
/* harmony export */   Hn: () => (/* binding */ cell),
/* harmony export */   Mn: () => (/* binding */ lines),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   em: () => (/* binding */ sentence),
/* harmony export */   fK: () => (/* binding */ narrowBlock),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   om: () => (/* binding */ block),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   wh: () => (/* binding */ plainText),
/* harmony export */   yd: () => (/* binding */ cutTo),
/* harmony export */   zH: () => (/* binding */ details)
/* harmony export */ });
/* unused harmony export closed */
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8502);

/**
 * Markdown from text that others wrote: test names, logs, versions, server answers. What they say is shown letter by
 * letter; what it would do on a page is taken from it. Character references are used throughout, since they hold in
 * Markdown, in tables and in HTML blocks alike.
 */
const reference = (one) => `&#${one.codePointAt(0)};`;
/**
 * Text from outside as Markdown shows it: no markup, no HTML, no link, no mention, no command to the runner. One line.
 */
function plainText(text) {
    // GitHub looks for mentions and issue numbers after Markdown is rendered: only a character between keeps them apart.
    return escapeMarkup(oneLine(text).replaceAll(/@(?=[\p{L}\p{N}])|#(?=\d)|\bGH-(?=\d)/giu, "$&\u200b"));
}
/** Our own sentences have inline code between backticks: that is shown as code, the rest as text. */
function sentence(text, asCode = code) {
    return text
        .split(/`([^`\n]*)`/)
        .map((part, index) => (index % 2 === 1 ? asCode(part) : plainText(part)))
        .join("");
}
/** The longest word that a cell keeps whole, characters: two columns of such words fit on a phone. */
const maxWord = 13;
/**
 * A sentence of ours for a cell of a table: its long words (paths, digests, names of modules) may break. Elsewhere a
 * page breaks them by itself, but a table grows with its longest word, and would have to be scrolled sideways. `<wbr>`
 * leaves no trace in what is copied.
 */
function cell(text) {
    return sentence(text)
        .split(/(<[^>]*>)/)
        .map((part) => (part.startsWith("<") ? part : part.replaceAll(/\S+/g, breakable)))
        .join("");
}
/**
 * A word of escaped text that may break after each mark between its parts, and where a part is too long by itself. A
 * version stays whole.
 */
function breakable(word) {
    const letters = word.match(/&#?\w+;|./gsu) ?? [];
    if (letters.length <= maxWord)
        return word;
    let run = 0;
    return letters
        .map((letter, index) => {
        // Beside a break an underscore would be emphasis.
        const shown = letter === "_" ? reference(letter) : letter;
        const next = letters[index + 1];
        run += 1;
        // A browser breaks by itself between a hyphen and a letter.
        const hyphen = letter === "-" && /^\p{L}$/u.test(next ?? "");
        if (hyphen)
            run = 0;
        const mark = run >= 4 && /^(?:[-/_:=,;)?]|&#\d+;)$/.test(letter);
        const dot = run >= 4 && letter === "." && !/^\d$/.test(next ?? "");
        if (next === undefined || !(mark || dot || run >= maxWord))
            return shown;
        run = 0;
        return `${shown}<wbr>`;
    })
        .join("");
}
/** Inline code, as HTML so that backticks inside do no harm. Nothing is added to it: it can be copied. */
function code(text) {
    return `<code>${escapeMarkup(oneLine(text))}</code>`;
}
/** Bold text. It is Markdown already; nothing where there is none, since four stars are a rule. */
function bold(markdown) {
    return markdown.trim() === "" ? "" : `**${markdown.trim()}**`;
}
/** A link, where the address is one of the web; its text alone otherwise. */
function link(text, address) {
    if (!URL.canParse(address))
        return plainText(text);
    const url = new URL(address);
    if (url.protocol !== "https:" && url.protocol !== "http:")
        return plainText(text);
    // Only what cannot end a link or a table's cell stays as it is.
    const href = url.href.replaceAll(/[^\w.~:/?#=%+,;&-]/g, (one) => `%${one.charCodeAt(0).toString(16).padStart(2, "0")}`);
    return `[${plainText(text)}](${href.replaceAll("&", "&amp;")})`;
}
/** A block of text as it is, line by line: its fence is longer than any run of backticks in it. */
function block(text, language = "") {
    const body = (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .R)(text.replaceAll(/\r\n?/g, "\n"));
    const longest = Math.max(2, ...[...body.matchAll(/`+/g)].map((run) => run[0].length));
    const fence = "`".repeat(longest + 1);
    return `${fence}${language}\n${body}\n${fence}`;
}
/** The longest line of a block that is read without scrolling on a phone, characters. */
const phone = 36;
/** A block whose long lines go on below, indented: for what is read rather than copied. */
function narrowBlock(text) {
    return block((0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .R)(text.replaceAll(/\r\n?/g, "\n").replaceAll("\t", "  ")).split("\n").flatMap(wrapped).join("\n"));
}
function wrapped(line) {
    const letters = [...line.trimEnd()];
    const indent = `${/^ {0,12}/.exec(line)?.[0] ?? ""}  `;
    const parts = [];
    let start = 0;
    for (let room = phone; letters.length - start > room; room = phone - indent.length) {
        // A line breaks where a word or a part of a path ends, if one does in its second half.
        const end = letters.slice(start, start + room).findLastIndex((letter) => /[\s/,(_.]/.test(letter)) + 1;
        const next = start + (end > room / 2 ? end : room);
        parts.push(`${start === 0 ? "" : indent}${letters.slice(start, next).join("").trimEnd()}`);
        start = next;
        while (letters[start] === " ")
            start += 1;
    }
    return [...parts, `${start === 0 ? "" : indent}${letters.slice(start).join("")}`];
}
/** A table of cells that are Markdown already, each on one line. At most three columns: more do not fit on a phone. */
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
/**
 * At most so many bytes of UTF-8: cut at the end of a line, what was open is closed, and a note says where the rest
 * is.
 */
function cutTo(markdown, maxBytes, where) {
    if (Buffer.byteLength(markdown) <= maxBytes)
        return markdown;
    const note = `\n\n**Cut here: GitHub accepts no more. ${where}**\n`;
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
/** Markdown that others wrote, with what it left open closed: what follows is not a part of it. */
function closed(markdown) {
    return `${markdown}${closing(markdown)}`;
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
    // Twice: between two spaces there may be something that is not visible, and four of them in a row would be code.
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

/***/ 8502:
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
/**
 * Text from outside, of which every character is what it looks like: lines and tabs are kept, other control characters
 * are not.
 */
function visible(text) {
    return withoutEscapes(text)
        .replaceAll(turning, "\ufffd")
        .replaceAll(/[^\P{Cc}\n\t]/gu, "");
}


/***/ }),

/***/ 9700:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L2: () => (/* binding */ verdictWords),
/* harmony export */   Nx: () => (/* binding */ capital),
/* harmony export */   S5: () => (/* binding */ durationText),
/* harmony export */   Su: () => (/* binding */ earlierRun),
/* harmony export */   Vc: () => (/* binding */ minute),
/* harmony export */   ao: () => (/* binding */ optionalMark),
/* harmony export */   dK: () => (/* binding */ isOptional),
/* harmony export */   vI: () => (/* binding */ shortened)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7103);

/** The verdict as Phase 6's report writes it. */
const verdictWords = {
    pass: "✓ PASS",
    fail: "✗ FAIL",
    error: "✗ ERROR",
    inconclusive: "◌ INCONCLUSIVE",
    off: "– OFF",
    "not-run": "– NOT RUN",
};
/** The earlier run that this pass is from, as a link; nothing where it was found out in this run. */
function earlierRun({ verdict, facts }) {
    const { as_in_run: run, as_in_run_url: url } = facts;
    return verdict === "pass" && typeof run === "string"
        ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .link */ .nf)(`run ${shortened(run, 40)}`, typeof url === "string" ? url : "")
        : "";
}
/** Is this worth a mark: not required, and neither switched off nor inapplicable? */
function isOptional(one) {
    return !one.required && one.verdict !== "off" && one.reason_code !== "not_applicable";
}
/** Behind the title of a check that is not required. */
function optionalMark(one) {
    return isOptional(one) ? " (optional)" : "";
}
/** Milliseconds as a person reads them. */
function durationText(ms) {
    if (ms < 1_000)
        return `${Math.round(ms)} ms`;
    if (ms < 59_950)
        return `${(ms / 1_000).toFixed(1)} s`;
    const seconds = Math.round(ms / 1_000);
    return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
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

/***/ 1498:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ watchShown)
/* harmony export */ });
/* unused harmony export bars */
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

/***/ 8767:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ cancelled),
/* harmony export */   c: () => (/* binding */ stopped)
/* harmony export */ });
/** The conclusion of a stage that stopped for this cause; `then` says what that means for what serves. */
function stopped({ reason_code, says, remedy = "" }, then = "") {
    return { status: "failed", decision: "stop", reason_code, says: `${says} ${then}`.trim(), remedy };
}
/** The conclusion of a stage that was cancelled. */
function cancelled(says, remedy = "") {
    return { status: "cancelled", decision: "stop", reason_code: "cancelled", says, remedy };
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
