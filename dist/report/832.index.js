export const id = 832;
export const ids = [832];
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
/* harmony export */   Nq: () => (/* binding */ readDeliveryWord)
/* harmony export */ });
/* unused harmony exports deliveryEnds, deliveryWord */
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

/***/ 6886:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X1: () => (/* binding */ missingLine),
/* harmony export */   f: () => (/* binding */ isFirstContact)
/* harmony export */ });
/* unused harmony export coverageToBeginWith */
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

/***/ 6994:
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

/***/ 6162:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ briefPage),
  v: () => (/* binding */ briefParts)
});

// EXTERNAL MODULE: ./build/src/domain/brief/brief.js + 1 modules
var brief_brief = __webpack_require__(1014);
// EXTERNAL MODULE: ./build/src/domain/release/version-tag.js
var version_tag = __webpack_require__(1545);
;// CONCATENATED MODULE: ./build/src/domain/brief/runs.js

/**
 * Which commit an environment runs. What answers comes before a record, where a tag says which commit that is: a record
 * does not know of a rollback.
 */
function runsOf(facts) {
    const { deployed, answers, environment, tags } = facts;
    const answering = answers === null ? null : newest(tags.filter(({ text }) => text === answers));
    if (deployed === null)
        return withoutRecord(facts, answering);
    const named = newest(tags.filter(({ commit }) => commit === deployed.sha))?.text ?? null;
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

// EXTERNAL MODULE: ./build/src/domain/values/plural.js
var plural = __webpack_require__(4939);
// EXTERNAL MODULE: ./build/src/render/text/markdown.js
var markdown = __webpack_require__(7103);
// EXTERNAL MODULE: ./build/src/render/text/wording.js
var wording = __webpack_require__(9700);
// EXTERNAL MODULE: ./build/src/domain/release/release.js
var release = __webpack_require__(2161);
;// CONCATENATED MODULE: ./build/src/render/brief/parts.js





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
        const of = pull === null ? "" : ` (${(0,markdown/* link */.nf)(`#${pull}`, `${repository}/pull/${pull}`)})`;
        const title = (0,markdown/* plainText */.wh)((0,wording/* shortened */.vI)(subject.replace(/ *\(#\d+\)$/, ""), 120));
        return `${(0,markdown/* link */.nf)(sha.slice(0, 8), `${repository}/commit/${sha}`)} ${title}${of}, ${(0,markdown/* plainText */.wh)((0,wording/* shortened */.vI)(author, 60))}`;
    });
}
/** Pull requests with their titles. */
function pullList(pulls) {
    const list = listed(pulls, ({ number, title, author, url }) => {
        const by = author === "" ? "" : `, ${(0,markdown/* plainText */.wh)((0,wording/* shortened */.vI)(author, 60))}`;
        return `${(0,markdown/* link */.nf)(`#${number}`, url)} ${(0,markdown/* plainText */.wh)((0,wording/* shortened */.vI)(title, 120))}${by}`;
    });
    return pulls.note === "" ? list : `${list}\n\n${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(pulls.note, 1_000))}`;
}
/** Changed configuration, and what the release needs of the servers. */
function configurationText(configuration, { variables }) {
    const names = variables.slice(0, maxShown).map((name) => (0,markdown/* code */.aY)((0,wording/* shortened */.vI)(name, 100)));
    const rest = variables.length - names.length;
    const needs = `The servers must have: ${names.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}.`;
    return [pathList(configuration), ...(names.length === 0 ? [] : [needs])].join("\n\n");
}
/** Changed files by their paths. */
function pathList(paths) {
    return listed(paths, ({ path, change }) => `${(0,markdown/* code */.aY)((0,wording/* shortened */.vI)(path, 300))} ${change}`);
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
    if ((0,brief_brief/* isMissing */.b)(packages))
        parts.push((0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(packages.missing, 1_000)));
    else if (packages.total === 0)
        parts.push("mix.lock is the same.");
    else {
        const rows = packages.list.slice(0, maxShown).map(({ name, before, after, how, advisories: of }) => {
            const notes = [steps[how] ?? "", of.length === 0 ? "" : `⚠️ ${(0,plural/* counted */.h)(of.length, "advisory", "advisories")}`];
            const note = notes.filter((one) => one !== "").join(", ");
            return [(0,markdown/* cell */.Hn)(name), (0,markdown/* cell */.Hn)(`${before ?? "none"} → ${after ?? "none"}`), note];
        });
        const rest = packages.total - rows.length;
        parts.push((0,markdown/* table */.tp)(["Package", "Version", ""], rows), ...(rest > 0 ? [`And ${rest} more in the evidence file.`] : []));
    }
    if (advisories_unknown !== "")
        parts.push(`Whether there are advisories is not known: ${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(advisories_unknown, 500))}.`);
    else if (advisories.length === 0)
        parts.push("No advisory and no retired package among all dependencies.");
    else
        parts.push("Advisories, and retired packages, of all dependencies:", listed({ total: advisories.length, list: advisories }, (one) => (0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(one, 300))));
    return parts.join("\n\n");
}
/** The migrations, what the checks say of them, and how they went on the environment before. */
function migrationText({ changes, migrations, environment }) {
    const { run, checks, risks, before, backup } = migrations;
    const place = (0,markdown/* plainText */.wh)((0,wording/* shortened */.vI)(environment, 60));
    const parts = [
        ...((0,brief_brief/* isMissing */.b)(changes) ? [] : [pathList(changes.migrations)]),
        ...(run ? [] : [`The settings of ${place} run no migrations.`]),
        ...(risks.total === 0
            ? []
            : [
                "Risks:",
                listed(risks, ({ place: at, message }) => {
                    const text = (0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(message.replaceAll(/\s+/g, " "), 400));
                    return `⚠️ ${at === "" ? "" : `${(0,markdown/* code */.aY)((0,wording/* shortened */.vI)(at, 300))} `}${text}`;
                }),
            ]),
        ...checks.map(({ title, verdict, says }) => `${(0,markdown/* plainText */.wh)((0,wording/* shortened */.vI)(title, 100))} (${(0,markdown/* plainText */.wh)(verdict)}): ${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(says, 600))}`),
        ...(before === null
            ? []
            : [
                `On ${(0,markdown/* plainText */.wh)((0,wording/* shortened */.vI)(before.environment, 60))}, in ${(0,wording/* durationText */.S5)(before.duration_ms)}: ` +
                    (0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(before.says, 600)),
            ]),
        ...(backup === "" ? [] : [`Backup before them: ${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(backup, 500))}.`]),
    ];
    return parts.join("\n\n");
}
/** Each stage with the numbers of its verdicts, and what of it is no pass. */
function evidenceList(stages) {
    const rows = stages.map(({ stage, environment, status, pinned, counts }) => {
        const numbers = Object.entries(counts).map(([verdict, many]) => `${many} ${verdict}`);
        const loose = pinned === false ? ", ⚠️ not pinned" : "";
        return [
            (0,markdown/* cell */.Hn)(`${stage}${environment === null ? "" : ` on ${(0,wording/* shortened */.vI)(environment, 60)}`}`),
            (0,markdown/* cell */.Hn)(`${status}: ${numbers.join(", ")}${loose}`),
        ];
    });
    const gaps = stages.flatMap(({ stage, gaps: all }) => all.map((one) => `- ${(0,markdown/* plainText */.wh)(stage)}: ${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(one, 200))}`));
    return [(0,markdown/* table */.tp)(["Stage", "Results"], rows), ...(gaps.length === 0 ? [] : ["Without a pass:", gaps.join("\n")])].join("\n\n");
}
/** The steps of a plan, and what they rest on. */
function planText(plan, environment) {
    if ((0,brief_brief/* isMissing */.b)(plan))
        return (0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(plan.missing, 1_000));
    const place = (0,wording/* shortened */.vI)(environment, 60);
    const basis = plan.from === "assumed"
        ? `Planned for the hosts that the settings name, as the last deployment should have left them: nobody has ` +
            `asked the hosts of ${place} yet. The deployment plans from what it finds there; the slot may be another.`
        : "";
    return [
        (0,markdown/* sentence */.em)(plan.says),
        plan.steps.map((step, index) => `${index + 1}. ${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(step, 300))}`).join("\n"),
        ...plan.warnings.map((one) => `> **Note:** ${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(one, 500))}`),
        ...(basis === "" ? [] : [(0,markdown/* sentence */.em)(basis)]),
    ].join("\n\n");
}
/** How much each host is sent, where production runs this version. */
function sizeText({ tarball, files, unpacked, sent, sent_to, had }, runs) {
    const whole = files === null || unpacked === null ? "" : ` (${(0,plural/* counted */.h)(files, "file")}, ${bytesText(unpacked)} unpacked)`;
    const most = `at most ${bytesText(tarball)} to each host${whole}`;
    if (sent.length === 0 || had === null)
        return most;
    const measured = bytesText(Math.max(...sent.map(({ bytes }) => bytes)));
    const place = (0,wording/* shortened */.vI)(sent_to ?? "", 60);
    return (0,release/* releaseVersionOf */.$_)(had) === runs
        ? `${measured} to a host that has ${(0,wording/* shortened */.vI)(had, 100)}, as on ${place}; ${most}`
        : `${most}; on ${place}, which had ${(0,wording/* shortened */.vI)(had, 100)}, it was ${measured}`;
}
function bytesText(bytes) {
    if (bytes < 1_000)
        return `${bytes} B`;
    return bytes < 1_000_000 ? `${(bytes / 1_000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

;// CONCATENATED MODULE: ./build/src/render/brief/brief.js






/** The promotion brief under its heading; nothing where there is none. One screen, and everything else folded. */
function briefPage(brief) {
    if (brief === undefined)
        return [];
    const { app, version, environment } = brief;
    const what = `${(0,markdown/* plainText */.wh)((0,wording/* shortened */.vI)(app, 60))} ${(0,markdown/* plainText */.wh)((0,wording/* shortened */.vI)(version, 60))}`;
    return [`## 📋 ${what} to ${(0,markdown/* plainText */.wh)((0,wording/* shortened */.vI)(environment, 60))}: promotion brief`, ...briefParts(brief)];
}
/** Characters of one text of a brief that are shown. */
const maxText = 1_000;
/** Every text cut: of the words of others there may be any amount. */
function cutTexts(value) {
    if (typeof value === "string")
        return (0,wording/* shortened */.vI)(value, maxText);
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
        (0,markdown/* bold */.Cr)((0,markdown/* sentence */.em)(inOneLine(brief))),
        ...alerts(brief),
        (0,markdown/* table */.tp)(["What", "In short"], rowsOf(brief)),
        ...people(brief),
        ...((0,brief_brief/* isMissing */.b)(changes) ? [] : changeParts(brief, changes)),
        (0,markdown/* details */.zH)("Migrations", migrationText(brief)),
        (0,markdown/* details */.zH)("Evidence so far", evidenceList(brief.evidence)),
        (0,markdown/* details */.zH)(`Plan for ${(0,markdown/* plainText */.wh)((0,wording/* shortened */.vI)(brief.environment, 60))}`, planText(brief.plan, brief.environment)),
        ...brief.rollback.map(({ when, plan }) => (0,markdown/* details */.zH)(`Rollback plan: ${(0,markdown/* plainText */.wh)((0,wording/* shortened */.vI)(when, 200).replace(/:$/, ""))}`, planText(plan, brief.environment))),
        (0,markdown/* details */.zH)("How this was found out", notesOf(brief)),
    ];
}
function inOneLine({ changes, runs, environment }) {
    if ((0,brief_brief/* isMissing */.b)(changes))
        return isFirst(runs)
            ? `${environment} has no earlier deployment that is known here.`
            : `What changes on ${environment} is not known.`;
    const { commits, pulls, migrations, packages, configuration } = changes;
    if (commits.total === 0 && changes.undone.total === 0)
        return `${environment} runs this commit already.`;
    const parts = [
        (0,plural/* counted */.h)(commits.total, "commit"),
        (0,plural/* counted */.h)(pulls.total, "pull request"),
        (0,plural/* counted */.h)(migrations.total, "migration"),
        (0,brief_brief/* isMissing */.b)(packages)
            ? "dependencies that could not be compared"
            : `${(0,plural/* counted */.h)(packages.total, "dependency", "dependencies")} changed`,
        (0,plural/* counted */.h)(configuration.total, "configuration file"),
    ];
    return `${parts.join(", ")} since what ${environment} runs.`;
}
/** What an approver must not overlook. */
function alerts(brief) {
    const { changes, migrations, advisories, runs } = brief;
    const known = (0,brief_brief/* isMissing */.b)(changes) ? null : changes;
    const undone = known?.undone.total ?? 0;
    const older = known === null || (0,brief_brief/* isMissing */.b)(known.packages) ? 0 : known.packages.list.filter(({ how }) => how === "older").length;
    const gaps = brief.evidence.filter(({ status }) => status !== "passed");
    const all = [
        [(0,brief_brief/* isMissing */.b)(changes), (0,brief_brief/* isMissing */.b)(changes) ? changes.missing : ""],
        [
            undone > 0,
            `${(0,plural/* counted */.h)(undone, "commit")} that ${brief.environment} runs ${undone === 1 ? "is" : "are"} not in this release.`,
        ],
        [migrations.risks.total > 0, `${(0,plural/* counted */.h)(migrations.risks.total, "risk")} in the migrations.`],
        [advisories.length > 0, `${(0,plural/* counted */.h)(advisories.length, "advisory", "advisories")} of dependencies.`],
        [older > 0, `${(0,plural/* counted */.h)(older, "dependency", "dependencies")} of an older version than before.`],
        [gaps.length > 0, `Not passed: ${gaps.map(({ stage }) => stage).join(", ")}.`],
        ...runs.doubts.map((one) => [true, one]),
    ];
    const shown = all.filter(([holds]) => holds).map(([, text]) => `⚠️ ${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(text, 500))}`);
    return shown.length === 0 ? [] : [(0,markdown/* lines */.Mn)(...shown)];
}
function rowsOf(brief) {
    const { runs, changes, plan, rollback } = brief;
    const [warm] = rollback;
    return [
        ["Runs now", runsText(brief)],
        [
            "Release",
            `${(0,markdown/* cell */.Hn)((0,wording/* shortened */.vI)(brief.release, 100))}, commit ${(0,markdown/* code */.aY)(brief.commit.slice(0, 12))}${compareLink(brief)}`,
        ],
        ["Migrations", (0,markdown/* cell */.Hn)(migrationsInShort(brief))],
        ["Dependencies", (0,markdown/* cell */.Hn)(dependenciesInShort(brief))],
        ["Evidence", (0,markdown/* cell */.Hn)(evidenceInShort(brief))],
        ["Plan", (0,markdown/* cell */.Hn)(planInShort(plan))],
        ["Rollback", (0,markdown/* cell */.Hn)(rollbackInShort(warm, isFirst(runs)))],
        ["Size", (0,markdown/* cell */.Hn)(sizeText(brief.size, runs.version))],
        ...((0,brief_brief/* isMissing */.b)(changes) ? [] : [["Files", (0,markdown/* cell */.Hn)(`${(0,plural/* counted */.h)(changes.files, "file")} changed`)]]),
    ];
}
/** Whom to call, and where to look. */
function people({ on_call, dashboards, monitoring = [] }) {
    const watched = monitoring.map(({ name, url, state, says }) => {
        const shown = url === null ? (0,markdown/* plainText */.wh)((0,wording/* shortened */.vI)(name, 60)) : (0,markdown/* link */.nf)((0,wording/* shortened */.vI)(name, 60), url);
        return `${state === "there" ? "✅" : "⚠️"} ${shown} (${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(says, 200))})`;
    });
    const pages = dashboards.map(({ name, url }) => (0,markdown/* link */.nf)((0,wording/* shortened */.vI)(name, 60), url));
    const parts = [
        ...(on_call === null
            ? []
            : [`**On call:** ${/^https?:\/\//.test(on_call) ? (0,markdown/* link */.nf)(on_call, on_call) : (0,markdown/* sentence */.em)(on_call)}`]),
        ...(pages.length === 0 ? [] : [`**Dashboards:** ${pages.join(", ")}`]),
        ...(watched.length === 0 ? [] : [`**Monitoring:** ${watched.join(", ")}`]),
    ];
    return parts.length === 0 ? [] : [(0,markdown/* lines */.Mn)(...parts)];
}
function runsText({ runs }) {
    const { by, version, commit, at } = runs;
    if (by === "none")
        return version === null ? "not known" : `${(0,markdown/* cell */.Hn)((0,wording/* shortened */.vI)(version, 60))}, as it answers`;
    const of = commit === null ? "" : `commit ${(0,markdown/* code */.aY)(commit.slice(0, 12))}`;
    const named = version === null ? of : `${(0,markdown/* cell */.Hn)((0,wording/* shortened */.vI)(version, 60))}, ${of}`;
    const how = at === null
        ? { deployment: "", answer: ", as it answers", tag: " (by its tag)" }[by]
        : `, deployed ${(0,markdown/* plainText */.wh)((0,wording/* minute */.Vc)(at))}`;
    return `${named}${how}`;
}
function compareLink({ runs, commit, repository }) {
    if (runs.commit === null)
        return "";
    return `, ${(0,markdown/* link */.nf)("compare", `${repository}/compare/${runs.commit}...${commit}`)}`;
}
function migrationsInShort({ changes, migrations }) {
    if (!migrations.run)
        return "the settings run none";
    const files = (0,brief_brief/* isMissing */.b)(changes) ? "which ones are new is not known" : (0,plural/* counted */.h)(changes.migrations.total, "file");
    const risks = migrations.risks.total === 0 ? "no risk found" : (0,plural/* counted */.h)(migrations.risks.total, "risk");
    const judged = migrations.checks.some(({ verdict }) => verdict === "pass" || verdict === "fail");
    return `${files}, ${judged ? risks : "not judged"}`;
}
function dependenciesInShort({ changes, advisories, advisories_unknown }) {
    const changed = (0,brief_brief/* isMissing */.b)(changes)
        ? "which ones changed is not known"
        : (0,brief_brief/* isMissing */.b)(changes.packages)
            ? changes.packages.missing
            : `${changes.packages.total} changed`;
    const found = advisories_unknown === "" ? (0,plural/* counted */.h)(advisories.length, "advisory", "advisories") : "advisories not known";
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
    if ((0,brief_brief/* isMissing */.b)(plan))
        return plan.missing;
    const basis = plan.from === "assumed" ? "assumed: its hosts were not asked" : "by a dry run";
    return `${(0,wording/* shortened */.vI)(plan.says, 300)} ${(0,plural/* counted */.h)(plan.steps.length, "step")}, ${basis}.`;
}
function rollbackInShort(warm, first) {
    if (warm === undefined)
        return first ? "none, if this is the first deployment" : "not known";
    return (0,brief_brief/* isMissing */.b)(warm.plan)
        ? warm.plan.missing
        : `${(0,wording/* shortened */.vI)(warm.when, 200)} ${(0,plural/* counted */.h)(warm.plan.steps.length, "step")}.`;
}
function changeParts(brief, changes) {
    const { commits, pulls, undone, configuration, packages } = changes;
    const { repository } = brief;
    return [
        (0,markdown/* details */.zH)((0,plural/* counted */.h)(pulls.total, "pull request"), pullList(pulls)),
        (0,markdown/* details */.zH)((0,plural/* counted */.h)(commits.total, "commit"), commitList(commits, repository)),
        ...(undone.total === 0
            ? []
            : [(0,markdown/* details */.zH)(`⚠️ ${(0,plural/* counted */.h)(undone.total, "commit")} not in this release`, commitList(undone, repository))]),
        (0,markdown/* details */.zH)("Dependencies", changedPackages(packages, brief)),
        (0,markdown/* details */.zH)((0,plural/* counted */.h)(configuration.total, "configuration file"), configurationText(configuration, brief)),
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
        ...((0,brief_brief/* isMissing */.b)(changes) ? [] : [changes.note, changes.pulls.note].filter((one) => one !== "")),
        `Written ${(0,wording/* minute */.Vc)(written_at)}, before the gate: this job has no access to the hosts of ${environment}.`,
    ];
    return notes.map((one) => `- ${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(one, 1_000))}`).join("\n");
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
/* harmony import */ var _brief_brief_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6162);
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
/* harmony import */ var _brief_brief_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6162);
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

/***/ 7103:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $h: () => (/* binding */ closed),
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

/***/ 8767:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ stopped)
/* harmony export */ });
/* unused harmony export cancelled */
/** The conclusion of a stage that stopped for this cause; `then` says what that means for what serves. */
function stopped({ reason_code, says, remedy = "" }, then = "") {
    return { status: "failed", decision: "stop", reason_code, says: `${says} ${then}`.trim(), remedy };
}
/** The conclusion of a stage that was cancelled. */
function cancelled(says, remedy = "") {
    return { status: "cancelled", decision: "stop", reason_code: "cancelled", says, remedy };
}


/***/ })

};
