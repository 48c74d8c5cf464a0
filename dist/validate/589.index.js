export const id = 589;
export const ids = [589];
export const modules = {

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
    "stop_failed",
    "state_unknown",
    "release_marked_bad",
    // the watch
    "errors_exceeded",
    "watch_inconclusive",
    // rollback
    "no_previous_release",
    "already_active",
    "release_not_kept",
    // announcements
    "not_configured",
    "not_delivered",
    "changelog_missing",
];


/***/ }),

/***/ 2877:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $f: () => (/* binding */ findingSchema),
/* harmony export */   Bv: () => (/* binding */ blocks),
/* harmony export */   FD: () => (/* binding */ resultSchema),
/* harmony export */   Ke: () => (/* binding */ result)
/* harmony export */ });
/* unused harmony exports verdicts, resultKinds */
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
        reproduce: heading.reproduce ?? "",
    };
}
/** True when a result stands in the way: it is required, and neither passed nor was switched off by the user. */
function blocks(one) {
    return one.required && one.verdict !== "pass" && one.verdict !== "off";
}


/***/ }),

/***/ 8767:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ workspaceFolder)
/* harmony export */ });
/** Folder of everything that jobs hand on, below the checkout. */
const workspaceFolder = ".phoenix-deploy";


/***/ }),

/***/ 2589:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  validate: () => (/* binding */ validate)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/src/checks/catalogue.js
/** The command that shows a person the same by hand. */
const reproduce = {
    compile: "MIX_ENV=test mix compile --warnings-as-errors --all-warnings && MIX_ENV=prod mix compile --warnings-as-errors --all-warnings",
    format: "mix format --check-formatted",
    test: "mix test",
    coverage: "mix test --cover",
    credo: "mix credo --strict",
    sobelow: "mix sobelow --private --exit low",
    "hex-audit": "mix hex.audit",
    "deps-audit": "mix deps.audit",
    "unused-deps": "mix deps.unlock --check-unused && mix deps.get --check-locked",
    dialyzer: "mix dialyzer --format short",
    release: "MIX_ENV=prod mix release --overwrite",
    migrations: "MIX_ENV=test mix do ecto.create, ecto.migrate, ecto.rollback --to VERSION, ecto.migrate",
    "migration-safety": "",
    version: "git tag --list 'v*' && mix run --no-start -e 'IO.puts Mix.Project.config()[:version]'",
    changelog: "",
    "rollback-plan": "",
    backup: "",
};

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 8 modules
var schemas = __webpack_require__(2716);
;// CONCATENATED MODULE: ./build/src/checks/artefacts.js

/** What our Elixir helpers leave behind: one file a step, whole or not at all, with the milliseconds that it took as `ms`. */
const place = { file: schemas/* string */.YjP().nullish(), line: schemas/* int */.Whr().nullish(), column: schemas/* int */.Whr().nullish() };
/** A step that did not come to its end: it raised, went over its limit, or stands on a tool that this build does not have. */
const stoppedSchema = schemas/* union */.KCZ([
    schemas/* object */.Ikc({ status: schemas/* literal */.euz("could_not_run"), message: schemas/* string */.YjP() }),
    schemas/* object */.Ikc({ status: schemas/* literal */.euz("timed_out") }),
    schemas/* object */.Ikc({ status: schemas/* literal */.euz("absent") }),
]);
const projectSchema = schemas/* object */.Ikc({
    app: schemas/* string */.YjP().nullable(),
    version: schemas/* string */.YjP().nullable(),
    umbrella: schemas/* boolean */.zMY(),
    /** Absolute folders of the apps, by name: one, or those of an umbrella. */
    folders: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()),
    releases: schemas/* array */.YOg(schemas/* string */.YjP()),
    /** Direct dependencies, each with the builds that mix.exs keeps it to; none means all. */
    deps: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* array */.YOg(schemas/* string */.YjP())),
    aliases: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* array */.YOg(schemas/* string */.YjP())),
    /** Hex's version; null when it is not installed. */
    hex: schemas/* string */.YjP().nullable(),
    elixir: schemas/* string */.YjP(),
    otp: schemas/* string */.YjP(),
});
const compileSchema = schemas/* object */.Ikc({
    status: schemas/* enum */.k5n(["ok", "error"]),
    diagnostics: schemas/* array */.YOg(schemas/* object */.Ikc({ severity: schemas/* string */.YjP(), message: schemas/* string */.YjP(), ...place })),
});
const formatSchema = schemas/* object */.Ikc({ status: schemas/* enum */.k5n(["ok", "failed", "syntax_error"]), message: schemas/* string */.YjP().default(""), ...place });
const suiteSchema = schemas/* object */.Ikc({
    tests: schemas/* array */.YOg(schemas/* object */.Ikc({
        module: schemas/* string */.YjP(),
        name: schemas/* string */.YjP(),
        file: schemas/* string */.YjP().nullish(),
        line: schemas/* int */.Whr().nullish(),
        us: schemas/* number */.aig(),
        state: schemas/* enum */.k5n(["passed", "failed", "skipped", "excluded"]),
        message: schemas/* string */.YjP(),
    })),
});
const testSchema = schemas/* object */.Ikc({ status: schemas/* literal */.euz("ran"), unmatched: schemas/* array */.YOg(schemas/* string */.YjP()).default([]) });
const coverageSchema = schemas/* object */.Ikc({
    status: schemas/* literal */.euz("ran"),
    modules: schemas/* array */.YOg(schemas/* object */.Ikc({ module: schemas/* string */.YjP(), file: schemas/* string */.YjP().nullable(), relevant: schemas/* int */.Whr(), covered: schemas/* int */.Whr(), uncovered: schemas/* array */.YOg(schemas/* int */.Whr()) })),
    /** The project's own coverage tool, and the percentage that it demands. */
    tool: schemas/* object */.Ikc({ name: schemas/* string */.YjP(), threshold: schemas/* number */.aig().nullable() }),
});
const printed = { code: schemas/* int */.Whr(), stdout: schemas/* string */.YjP(), stderr: schemas/* string */.YjP() };
/** A tool of the project, run as a person would. */
const toolSchema = schemas/* object */.Ikc({ status: schemas/* literal */.euz("ran"), ...printed });
const sobelowSchema = schemas/* object */.Ikc({
    status: schemas/* literal */.euz("ran"),
    scans: schemas/* array */.YOg(schemas/* object */.Ikc({ folder: schemas/* string */.YjP(), report: schemas/* string */.YjP().nullable(), ...printed })),
});
const releaseArtefactSchema = schemas/* object */.Ikc({
    status: schemas/* literal */.euz("ran"),
    name: schemas/* string */.YjP(),
    version: schemas/* string */.YjP(),
    path: schemas/* string */.YjP(),
    assets: schemas/* array */.YOg(schemas/* string */.YjP()),
});

;// CONCATENATED MODULE: ./build/src/checks/lane.js



/** Largest artefact that is read. */
const maxBytes = 64 << 20;
const stops = { absent: "absent", timed_out: "timed out", could_not_run: "stopped" };
/** Reads what a step left; when it is absent or unreadable, why the check could not be judged: that is never a pass. */
async function artefact(lane, name, schema, files) {
    const text = await files.read((0,external_node_path_.join)(lane.out, name), maxBytes);
    if (text === null)
        return { durationMs: lane.ran.durationMs, missing: unfinished(lane), why: "no file" };
    let durationMs = lane.ran.durationMs;
    try {
        const told = JSON.parse(text);
        durationMs = schemas/* object */.Ikc({ ms: schemas/* number */.aig() }).safeParse(told).data?.ms ?? durationMs;
        const stopped = stoppedSchema.safeParse(told).data;
        if (stopped === undefined)
            return { durationMs, value: schema.parse(told) };
        return { durationMs, missing: explained(lane, stopped), why: stops[stopped.status] };
    }
    catch {
        return {
            durationMs,
            why: "stopped",
            missing: {
                verdict: "error",
                reason_code: "not_judged",
                says: `${lane.name} left ${name} in an unknown form.`,
                remedy: "Report this with the log as a fault of phoenix-deploy.",
                tail: tailOf(lane.ran),
            },
        };
    }
}
/** Why a step of a VM did not come to its end. */
function explained({ name, ran, limitMs }, stopped) {
    if (stopped.status === "timed_out")
        return overdue(name, limitMs, tailOf(ran));
    if (stopped.status === "absent")
        return couldNotRun(name, "", "the tool is not among the dependencies of this build.");
    return couldNotRun(name, stopped.message, firstLine(stopped.message), tailOf(ran));
}
function overdue(name, limitMs, tail) {
    return {
        verdict: "error",
        reason_code: "timed_out",
        says: `${name} did not end within ${shownLimit(limitMs)} and was ended.`,
        remedy: "See the last lines; raise `check-timeout` if it needs longer.",
        tail,
    };
}
function shownLimit(ms) {
    return ms < 60_000 ? `${Math.round(ms / 1_000)} s` : `${Math.round(ms / 60_000)} min`;
}
/** Why a command did not come to a check: time-out, missing tool, dependencies, database, network, or an end without a word. */
function unfinished({ name, ran, limitMs }) {
    const tail = tailOf(ran);
    if (ran.ended === "timed-out")
        return overdue(name, limitMs, tail);
    if (ran.ended === "cancelled")
        return { verdict: "not-run", reason_code: "cancelled", says: "Cancelled." };
    if (ran.ended === "not-started") {
        return {
            verdict: "error",
            reason_code: "could_not_run",
            says: `${name} could not start: ${ran.why}.`,
            remedy: "Set Elixir up before this step, with erlef/setup-beam.",
        };
    }
    return couldNotRun(name, plain(`${ran.stdout}\n${ran.stderr}`), `it ended with ${ran.code} before it came to this check.`, tail);
}
/** What stood in a tool's way, told by its words; `otherwise` where they are not known. */
const obstacles = [
    [/Could not find Hex|Could not find an SCM/, "could_not_run", "Hex is not installed.", "Run `mix local.hex --force` before this step."],
    [
        /Unchecked dependencies|the dependency is not available|lock mismatch: the dependency is out of date|run "mix deps\.get"|Can't continue due to errors on dependencies/,
        "dependency_failed",
        "Dependencies are missing or do not match mix.lock.",
        "Run `mix deps.get` before this step.",
    ],
    [
        /\(DBConnection\.ConnectionError\)|connection refused - :econnrefused|\(Postgrex\.Error\) FATAL|tcp connect \([^)]*\)|database .* does not exist|The database for .* couldn't be created/,
        "database_unreachable",
        "The database cannot be reached.",
        "Give the job a `services: postgres:` container, and its address in config/test.exs.",
    ],
    [
        /nxdomain|:timeout\b|Failed to fetch record|Request failed \(|Could not resolve host/,
        "network_failed",
        "A server could not be reached.",
        "Run the job again; see the last lines for which server.",
    ],
];
/** A tool that could not do its work: never a pass, and never its findings. `words` is what it printed, `otherwise` ends "NAME could not run: …". */
function couldNotRun(name, words, otherwise, tail = "") {
    const known = obstacles.find(([pattern]) => pattern.test(words));
    if (known !== undefined) {
        const [, reason_code, says, remedy] = known;
        return { verdict: "error", reason_code, says: `${name} could not run: ${says}`, remedy, tail };
    }
    return {
        verdict: "error",
        reason_code: "could_not_run",
        says: `${name} could not run: ${otherwise}`,
        remedy: "See the last lines.",
        tail,
    };
}
/** The last lines that a command printed, errors after output, without colours. */
function tailOf({ stdout, stderr }) {
    const text = plain(`${stdout.trimEnd()}\n${stderr.trimEnd()}`).trim();
    return text.split("\n").slice(-40).join("\n").slice(-6_000);
}
/** Text without a terminal's colours. */
function plain(text) {
    return text.replaceAll(/\u001b\[[0-9;]*m/g, "");
}
/** The first line that says something. */
function firstLine(text) {
    return text.trim().split("\n")[0]?.trim() ?? "";
}
/** Where a finding is, from what a tool told: lines and columns below 1 are no places. `path` maps a file to the repository. */
function placed(told, path) {
    const { file, line, column } = told;
    if (file == null || file === "")
        return {};
    return {
        file: path(file),
        ...(line == null || line < 1 ? {} : { line }),
        ...(line == null || line < 1 || column == null || column < 1 ? {} : { column }),
    };
}
/** A path as GitHub wants it: from the repository's root. Paths outside stay as they are. */
function fromRoot(root, project, file) {
    const away = (0,external_node_path_.relative)(root, file.startsWith("/") ? file : (0,external_node_path_.join)(project, file));
    return away.startsWith("..") ? file : away;
}

;// CONCATENATED MODULE: ./build/src/checks/compile.js

/** Flags that mix takes without a word and that do nothing: Phoenix 1.8.0 wrote the first into every new project's `precommit`. */
const mistyped = /--warning-as-errors\b|--warnings-as-error\b|--check-format\b/;
/** Zero warnings, in `test` and in `prod` (Phase 6: mix compile --warnings-as-errors). `path` maps a file to the repository. */
function judgeCompile(builds, path, aliases = {}) {
    const findings = [];
    const known = new Set();
    const facts = {};
    let broken = false;
    for (const build of builds) {
        if ("missing" in build)
            return build.missing;
        const { value, env } = build;
        broken ||= value.status === "error";
        facts[`warnings_${env}`] = value.diagnostics.filter((one) => one.severity === "warning").length;
        for (const one of value.diagnostics) {
            const finding = {
                severity: one.severity === "error" ? "error" : "warning",
                message: one.message,
                rule: `compile-${env}`,
                ...placed(one, path),
            };
            // Both builds compile the same files: a reader wants each fault once.
            const same = JSON.stringify([finding.file, finding.line, finding.message]);
            if (!known.has(same))
                findings.push(finding);
            known.add(same);
        }
    }
    if (broken) {
        const errors = findings.filter((one) => one.severity === "error");
        return {
            verdict: "fail",
            reason_code: "compile_error",
            says: `It does not compile: ${firstLine(errors[0]?.message ?? "see the findings")}`,
            remedy: "Mend the error.",
            findings,
            facts,
        };
    }
    if (findings.length > 0) {
        return {
            verdict: "fail",
            reason_code: "warnings_found",
            says: `${findings.length} ${findings.length === 1 ? "warning" : "warnings"}, none is accepted.`,
            remedy: "Mend each of them.",
            findings,
            facts,
        };
    }
    return {
        verdict: "pass",
        reason_code: "passed",
        says: `No warnings in ${builds.map((build) => build.env).join(" and ")}.`,
        facts,
        findings: toothless(aliases, path),
    };
}
/** Aliases that a person trusts and that gate nothing. */
function toothless(aliases, path) {
    return Object.entries(aliases).flatMap(([alias, tasks]) => tasks.flatMap((task) => {
        const flag = mistyped.exec(task)?.[0];
        if (flag === undefined)
            return [];
        const message = `The alias \`${alias}\` says \`${task}\`: mix does not know \`${flag}\` and lets everything pass. Write \`--warnings-as-errors\` or \`--check-formatted\`.`;
        return [{ severity: "warning", message, rule: "alias", file: path("mix.exs"), line: 1 }];
    }));
}

;// CONCATENATED MODULE: ./build/src/checks/graph.js
/** Runs every node once, heavy ones at most `cores` at a time, longest first, each after what it needs. `stop` asks before each start. Returns results by id. */
async function runGraph(nodes, cores, stop = () => false) {
    const known = new Set(nodes.flatMap((node) => [node.id, ...(node.signals ?? [])]));
    for (const node of nodes)
        for (const need of node.needs)
            if (!known.has(need))
                throw new Error(`Node ${node.id} needs ${need}, which does not exist`);
    const results = new Map();
    const given = new Set();
    const waiting = [...nodes].sort((a, b) => b.cost - a.cost);
    const running = new Map();
    let wake = Promise.withResolvers();
    const give = (ids) => {
        for (const id of ids)
            given.add(id);
        wake.resolve();
        wake = Promise.withResolvers();
    };
    const free = (node) => node.needs.every((need) => given.has(need)) &&
        (node.light === true || [...running.keys()].filter((one) => one.light !== true).length < Math.max(1, cores)) &&
        (node.exclusive === undefined || ![...running.keys()].some((one) => one.exclusive === node.exclusive));
    for (;;) {
        while (!stop()) {
            const index = waiting.findIndex(free);
            const [node] = index < 0 ? [] : waiting.splice(index, 1);
            if (node === undefined)
                break;
            running.set(node, node
                .run((id) => give([id]))
                .then((value) => {
                results.set(node.id, value);
                running.delete(node);
                give([node.id, ...(node.signals ?? [])]);
            }));
        }
        if (running.size === 0)
            return results;
        await Promise.race([...running.values(), wake.promise]);
    }
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(4377);
;// CONCATENATED MODULE: ./build/src/checks/result-store.js


const keptSchema = schemas/* object */.Ikc({
    schema_version: schemas/* literal */.euz(1),
    run_id: schemas/* string */.YjP(),
    run_url: schemas/* string */.YjP(),
    at: iso/* datetime */.w$(),
    value: schemas/* unknown */.L5J(),
});
/** How many results of one kind are kept. */
const keepsOfEach = 20;
const result_store_maxBytes = 8 << 20;
/** The store in the folder `cachePath`. */
function resultStore(cachePath, files) {
    const results = (0,external_node_path_.join)(cachePath, "results");
    async function read(path) {
        try {
            const text = await files.read(path, result_store_maxBytes);
            return text === null ? null : keptSchema.parse(JSON.parse(text));
        }
        catch {
            // What cannot be read is found out anew.
            return null;
        }
    }
    return {
        async find(id, key, schema) {
            const kept = await read((0,external_node_path_.join)(results, id, `${key}.json`));
            const value = schema.safeParse(kept?.value);
            return kept === null || !value.success ? null : { runId: kept.run_id, runUrl: kept.run_url, value: value.data };
        },
        async keep(id, key, value, run, at) {
            const folder = (0,external_node_path_.join)(results, id);
            await files.write((0,external_node_path_.join)(cachePath, ".gitignore"), "*\n");
            const kept = { schema_version: 1, run_id: run.runId, run_url: run.runUrl, at: at.toISOString(), value };
            await files.write((0,external_node_path_.join)(folder, `${key}.json`), `${JSON.stringify(kept)}\n`);
            const names = await files.list(folder);
            if (names.length <= keepsOfEach)
                return;
            const aged = await Promise.all(names.map(async (name) => ({ name, at: (await read((0,external_node_path_.join)(folder, name)))?.at ?? "" })));
            for (const { name } of aged.sort((a, b) => (a.at < b.at ? 1 : -1)).slice(keepsOfEach))
                await files.remove((0,external_node_path_.join)(folder, name));
        },
    };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/src/domain/release.js
var release = __webpack_require__(5783);
// EXTERNAL MODULE: ./build/src/domain/result.js
var result = __webpack_require__(2877);
;// CONCATENATED MODULE: ./build/src/checks/reuse.js






const code = /\.(ex|exs|eex|heex|leex|erl|hrl|yrl|xrl|sface)$/;
const lock = /(^|\/)mix\.(exs|lock)$/;
/**
 * What each check reads. Only what is named here may be taken from an earlier run: what asks the outside (advisories, databases, tags) may not.
 * Tests and compilation can read any file of the repository; workflows they do not see.
 */
const reads = {
    project: anyFile,
    compile: anyFile,
    format: anyFile,
    test: anyFile,
    coverage: anyFile,
    release: anyFile,
    credo: (path) => code.test(path) || lock.test(path),
    sobelow: (path) => code.test(path) || lock.test(path) || /(^|\/)\.sobelow/.test(path),
    dialyzer: (path) => code.test(path) || lock.test(path) || /(^|\/)\.dialyzer_ignore/.test(path),
};
function anyFile(path) {
    return !path.startsWith(".github/");
}
/** The key of a result: a sha256 over all that it rests on; null for a check whose result must be found out anew. */
function keyOf(id, basis) {
    const wanted = reads[id];
    if (wanted === undefined)
        return null;
    const hash = (0,external_node_crypto_.createHash)("sha256");
    const { elixir, otp, job, project, rules, files } = basis;
    hash.update(JSON.stringify([1, id, elixir, otp, job.bundle, job.environment, process.platform, process.arch, project, rules]));
    for (const [path, oid] of files)
        if (wanted(path))
            hash.update(`${path}\0${oid}\0`);
    return hash.digest("hex");
}
/** Only a pass is kept: a failure is looked at again. */
const passSchema = schemas/* object */.Ikc({
    verdict: schemas/* literal */.euz("pass"),
    reason_code: schemas/* literal */.euz("passed"),
    says: schemas/* string */.YjP(),
    facts: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* json */.Pq9()).default({}),
    findings: schemas/* array */.YOg(result/* findingSchema */.$f).default([]),
});
const nothingReused = { project: null, judged: new Map(), release: null };
/** The results that may stand for this run. A release is taken only where its very bytes still lie in the folder that jobs hand on. */
async function reuse(store, basis, wanted) {
    const find = async (id, schema) => {
        const key = keyOf(id, basis);
        return key === null ? null : store.find(id, key, schema);
    };
    const judged = new Map();
    for (const id of wanted.checks) {
        const kept = id === "release" ? null : await find(id, passSchema);
        if (kept !== null)
            judged.set(id, { judgement: asIn(kept), durationMs: 0 });
    }
    // One test run serves both: without the tests there is no coverage to find out anew.
    if (!judged.has("test"))
        judged.delete("coverage");
    if (wanted.checks.includes("coverage") && !judged.has("coverage"))
        judged.delete("test");
    const project = (await find("project", projectSchema))?.value ?? null;
    const kept = wanted.checks.includes("release")
        ? await find("release", schemas/* object */.Ikc({ judgement: passSchema, release: release/* releaseSchema */.By }))
        : null;
    if (kept === null || !(await lies(kept.value.release, wanted.releaseFolder, wanted.files)))
        return { project, judged, release: null };
    judged.set("release", { judgement: asIn({ ...kept, value: kept.value.judgement }), durationMs: 0 });
    return { project, judged, release: kept.value.release };
}
/** Keeps what this run found out, for the runs after it. */
async function keep(store, basis, found, run, at) {
    const put = async (id, value) => {
        const key = keyOf(id, basis);
        if (key !== null)
            await store.keep(id, key, value, run, at);
    };
    await put("project", found.project);
    for (const [id, { judgement }] of found.judged) {
        if (judgement.verdict !== "pass" || judgement.reason_code !== "passed" || judgement.facts?.["as_in_run"] !== undefined)
            continue;
        const { verdict, reason_code, says, facts = {}, findings = [] } = judgement;
        const pass = { verdict, reason_code, says, facts, findings };
        if (id !== "release")
            await put(id, pass);
        else if (found.release !== null)
            await put(id, { judgement: pass, release: found.release });
    }
}
function asIn({ runId, runUrl, value }) {
    return { ...value, facts: { ...value.facts, as_in_run: runId, as_in_run_url: runUrl } };
}
async function lies({ file, digest }, folder, files) {
    return (await files.digest((0,external_node_path_.join)(folder, file)))?.sha256 === digest && (await files.exists((0,external_node_path_.join)(folder, "manifest.json")));
}

;// CONCATENATED MODULE: ./build/src/assets.js
// Generated by script/build.ts from host/, elixir/ and github-markdown-css. Do not edit.
const assets = {
    "elixir/.formatter.exs": "[inputs: [\"*.exs\"], line_length: 140]\n",
    "elixir/compile.exs": "# Compiles with every diagnostic as data: all warnings of all apps, also those of files that were compiled before.\ndefmodule PhoenixDeploy.Compile do\n  alias PhoenixDeploy.{JSON, Step}\n\n  # True when the code can be run.\n  def run(name) do\n    Step.run(name, fn ->\n      results = Mix.Task.run(\"compile\", [\"--return-errors\", \"--all-warnings\"]) |> List.wrap()\n      diagnostics = for {_status, list} <- results, one <- list, do: diagnostic(one)\n      failed = Enum.any?(results, &match?({:error, _}, &1))\n      JSON.write(\"#{name}.json\", %{status: if(failed, do: \"error\", else: \"ok\"), diagnostics: diagnostics})\n      not failed\n    end) == true\n  end\n\n  defp diagnostic(one) do\n    {line, column} =\n      case one.position do\n        {line, column} -> {line, column}\n        {line, column, _, _} -> {line, column}\n        line when is_integer(line) -> {line, nil}\n        _ -> {nil, nil}\n      end\n\n    %{\n      severity: one.severity,\n      file: one.file && to_string(one.file),\n      line: line,\n      column: column,\n      message: IO.iodata_to_binary(one.message)\n    }\n  end\nend\n",
    "elixir/coverage.exs": "# Line coverage of the one test run. The modules are instrumented before the application starts, by Erlang's own cover, whatever tool the project\n# names: Mix's numbers, without its HTML pages, and without a second run.\ndefmodule PhoenixDeploy.Coverage do\n  alias PhoenixDeploy.JSON\n  @compile {:no_warn_undefined, [ExCoveralls.Settings, ExCoveralls.Stats]}\n\n  # Instruments every module of the project's apps.\n  def start do\n    # From 1.15 on mix takes from the path what the project does not name.\n    if function_exported?(Mix, :ensure_application!, 1), do: Mix.ensure_application!(:tools)\n    :cover.stop()\n    {:ok, _} = :cover.start()\n\n    for {app, _path} <- apps() do\n      ebin = Path.join([Mix.Project.build_path(), \"lib\", to_string(app), \"ebin\"])\n      if File.dir?(ebin), do: :cover.compile_beam_directory(String.to_charlist(ebin))\n    end\n  end\n\n  # Writes what the tests reached, module by module.\n  def write do\n    settings = for {app, path} <- apps(), do: settings(app, path)\n    ignored = Enum.flat_map(settings, &(&1[:ignore_modules] || []))\n\n    modules =\n      for module <- :cover.modules(), not Enum.any?(ignored, &ignores?(&1, module)) do\n        {:ok, lines} = :cover.analyse(module, :coverage, :line)\n\n        by_line =\n          for {{_module, line}, {covered, _}} <- lines, line > 0, reduce: %{} do\n            all -> Map.update(all, line, covered > 0, &(&1 or covered > 0))\n          end\n\n        {module, by_line}\n      end\n\n    JSON.write(\"coverage.json\", %{\n      status: \"ran\",\n      modules: Enum.map(left_out(modules, settings), &described/1),\n      tool: tool(settings)\n    })\n  end\n\n  defp described({module, by_line}) do\n    uncovered = for {line, false} <- by_line, do: line\n\n    %{\n      module: inspect(module),\n      file: source(module),\n      relevant: map_size(by_line),\n      covered: map_size(by_line) - length(uncovered),\n      uncovered: Enum.sort(uncovered)\n    }\n  end\n\n  # A project of ExCoveralls has files and lines that it does not count: its own code says which.\n  defp left_out(modules, settings) do\n    if Enum.any?(settings, &(&1[:tool] == ExCoveralls)) and Code.ensure_loaded?(ExCoveralls.Stats) do\n      counted =\n        for one <- ExCoveralls.Stats.report(Enum.map(modules, &elem(&1, 0))), into: %{} do\n          lines = for {count, line} <- Enum.with_index(one.coverage, 1), count != nil, into: MapSet.new(), do: line\n          {Path.expand(one.name), lines}\n        end\n\n      for {module, by_line} <- modules, lines = counted[source(module)] do\n        {module, Map.take(by_line, MapSet.to_list(lines))}\n      end\n    else\n      modules\n    end\n  end\n\n  # What the project's own tool demands: it may accept less than we do.\n  defp tool(settings) do\n    coveralls = Enum.any?(settings, &(&1[:tool] == ExCoveralls))\n\n    %{\n      name: if(coveralls, do: \"ExCoveralls\", else: \"Mix\"),\n      threshold: if(coveralls, do: minimum_coverage(), else: Enum.find_value(settings, &get_in(&1, [:summary, :threshold])))\n    }\n  rescue\n    _ -> %{name: \"unknown\", threshold: nil}\n  end\n\n  defp minimum_coverage do\n    if Code.ensure_loaded?(ExCoveralls.Settings),\n      do: ExCoveralls.Settings.get_coverage_options()[\"minimum_coverage\"]\n  end\n\n  defp ignores?(%Regex{} = regex, module), do: Regex.match?(regex, inspect(module))\n  defp ignores?(ignored, module), do: ignored == module\n\n  defp source(module) do\n    case Code.ensure_loaded(module) do\n      {:module, _} -> module.module_info(:compile)[:source] |> to_string()\n      _ -> nil\n    end\n  end\n\n  # The project's apps, each with its absolute folder.\n  def apps do\n    case Mix.Project.apps_paths() do\n      nil -> [{Mix.Project.config()[:app], File.cwd!()}]\n      paths -> for {app, path} <- paths, do: {app, Path.expand(path)}\n    end\n  end\n\n  defp settings(app, path) do\n    config =\n      if Mix.Project.config()[:app] == app,\n        do: Mix.Project.config(),\n        else: Mix.Project.in_project(app, path, fn _ -> Mix.Project.config() end)\n\n    config[:test_coverage] || []\n  end\nend\n",
    "elixir/formatter.exs": "# An ExUnit formatter beside the user's own: every test, how it ended and how long it took. One file for each run of a suite; an umbrella has one for each app.\ndefmodule PhoenixDeploy.Formatter do\n  use GenServer\n\n  def init(_opts), do: {:ok, []}\n\n  def handle_cast({:test_finished, test}, tests), do: {:noreply, [seen(test) | tests]}\n\n  def handle_cast({:suite_finished, _times}, tests) do\n    name = \"suite-#{System.os_time()}-#{System.unique_integer([:positive])}.json\"\n    PhoenixDeploy.JSON.write(name, %{tests: Enum.reverse(tests)})\n    {:noreply, tests}\n  end\n\n  def handle_cast(_event, tests), do: {:noreply, tests}\n\n  defp seen(test) do\n    {state, message} = state(test)\n\n    %{\n      module: inspect(test.module),\n      name: to_string(test.name),\n      file: test.tags[:file] && to_string(test.tags[:file]),\n      line: test.tags[:line],\n      us: test.time,\n      state: state,\n      message: message\n    }\n  end\n\n  defp state(%{state: nil}), do: {\"passed\", \"\"}\n  defp state(%{state: {:skipped, why}}), do: {\"skipped\", why(why)}\n  defp state(%{state: {:excluded, why}}), do: {\"excluded\", why(why)}\n  defp state(%{state: {:invalid, _}} = test), do: {\"failed\", \"setup_all of #{inspect(test.module)} failed\"}\n\n  defp state(%{state: {:failed, failures}} = test) do\n    text = ExUnit.Formatter.format_test_failure(test, failures, 1, :infinity, fn _key, message -> message end)\n    {\"failed\", String.slice(text, 0, 4000)}\n  end\n\n  defp why(text) when is_binary(text), do: String.slice(text, 0, 500)\n  defp why(_), do: \"\"\nend\n",
    "elixir/json.exs": "# JSON for Elixir 1.14 to 1.20 without a dependency: maps, lists, strings, numbers, booleans and nil.\ndefmodule PhoenixDeploy.JSON do\n  def encode(nil), do: \"null\"\n  def encode(true), do: \"true\"\n  def encode(false), do: \"false\"\n  def encode(value) when is_atom(value), do: encode(Atom.to_string(value))\n  def encode(value) when is_integer(value), do: Integer.to_string(value)\n  def encode(value) when is_float(value), do: Float.to_string(value)\n\n  def encode(value) when is_list(value),\n    do: [\"[\", Enum.intersperse(Enum.map(value, &encode/1), \",\"), \"]\"]\n\n  def encode(value) when is_map(value) do\n    pairs = for {key, item} <- value, do: [encode(to_string(key)), \":\", encode(item)]\n    [\"{\", Enum.intersperse(pairs, \",\"), \"}\"]\n  end\n\n  def encode(value) when is_binary(value) do\n    # What is no UTF-8 is shown as such instead of breaking the file.\n    text = if String.valid?(value), do: value, else: inspect(value)\n    [?\", for(<<char::utf8 <- text>>, do: escape(char)), ?\"]\n  end\n\n  defp escape(?\"), do: \"\\\\\\\"\"\n  defp escape(?\\\\), do: \"\\\\\\\\\"\n\n  defp escape(char) when char < 0x20,\n    do: \"\\\\u\" <> String.pad_leading(Integer.to_string(char, 16), 4, \"0\")\n\n  defp escape(char), do: <<char::utf8>>\n\n  # Whole or not at all: a crash leaves no file, and no file is never a pass. Inside a step the time since its beginning is part of it.\n  def write(name, value) do\n    path = Path.join(System.fetch_env!(\"PD_OUT\"), name)\n    started = Process.get(:phoenix_deploy_step)\n    value = if started, do: Map.put(value, :ms, System.monotonic_time(:millisecond) - started), else: value\n    File.write!(path <> \".tmp\", encode(value))\n    File.rename!(path <> \".tmp\", path)\n  end\nend\n",
    "elixir/project.exs": "# What mix itself knows of the project: `mix pd.project`. Compiles nothing.\ndefmodule Mix.Tasks.Pd.Project do\n  use Mix.Task\n  @compile {:no_warn_undefined, Hex}\n\n  def run([]) do\n    config = Mix.Project.config()\n    apps = Mix.Project.apps_paths() || %{}\n    folders = if apps == %{}, do: %{config[:app] => File.cwd!()}, else: Map.new(apps, fn {app, path} -> {app, Path.expand(path)} end)\n\n    of_apps =\n      for {app, path} <- apps do\n        Mix.Project.in_project(app, path, fn _ -> Mix.Project.config() end)\n      end\n\n    PhoenixDeploy.JSON.write(\"project.json\", %{\n      app: config[:app],\n      version: config[:version],\n      umbrella: apps != %{},\n      folders: folders,\n      releases: for({name, _} <- config[:releases] || [], do: name),\n      deps: deps([config | of_apps]),\n      aliases: aliases([config | of_apps]),\n      hex: if(Code.ensure_loaded?(Hex), do: Hex.version()),\n      elixir: System.version(),\n      otp: otp()\n    })\n  end\n\n  # Each dependency with the builds that it is kept to; none means all of them.\n  defp deps(configs) do\n    for config <- configs, dep <- config[:deps] || [], into: %{} do\n      options = Enum.find(Tuple.to_list(dep), [], &is_list/1)\n      {elem(dep, 0), options |> Keyword.get(:only, []) |> List.wrap()}\n    end\n  end\n\n  # Aliases as text: a mistyped flag in them gates nothing.\n  defp aliases(configs) do\n    for config <- configs, {name, tasks} <- config[:aliases] || [], into: %{} do\n      {name, for(task <- List.wrap(tasks), is_binary(task), do: task)}\n    end\n  end\n\n  # The whole version: a PLT or a release of 25.2 is not one of 25.3.\n  defp otp do\n    path = Path.join([:code.root_dir(), \"releases\", :erlang.system_info(:otp_release), \"OTP_VERSION\"])\n\n    case File.read(path) do\n      {:ok, version} -> String.trim(version)\n      _ -> to_string(:erlang.system_info(:otp_release))\n    end\n  end\nend\n",
    "elixir/release.exs": "# Compiles for production and assembles the release anew: `mix pd.release` in MIX_ENV=prod, with `assemble` to go beyond the compilation.\ndefmodule Mix.Tasks.Pd.Release do\n  use Mix.Task\n  alias PhoenixDeploy.{Compile, JSON, Step}\n\n  def run(steps) do\n    if Compile.run(\"compile-prod\") and \"assemble\" in steps, do: Step.run(\"release\", &assemble/0)\n  end\n\n  defp assemble do\n    name = name(Mix.Project.config())\n    path = Path.join([Mix.Project.build_path(), \"rel\", name])\n    assets = assets()\n    # `mix release` over an existing one may build nothing: there must be none.\n    File.rm_rf!(path)\n    Mix.Task.run(\"release\", [name, \"--overwrite\", \"--path\", path])\n    JSON.write(\"release.json\", %{status: \"ran\", name: name, version: version(path), path: path, assets: assets})\n  end\n\n  # The release that bears the application's name, else the first in mix.exs; without `releases:` mix takes the application.\n  defp name(config) do\n    names = for {name, _} <- config[:releases] || [], do: to_string(name)\n    app = config[:app] && to_string(config[:app])\n    if app in names or names == [], do: app || \"release\", else: hd(names)\n  end\n\n  # As the release itself knows it: an umbrella has no version of its own.\n  defp version(path) do\n    [_erts, version] = path |> Path.join(\"releases/start_erl.data\") |> File.read!() |> String.split()\n    version\n  end\n\n  # `mix assets.deploy` where the project has it, as `mix phx.new` writes it.\n  defp assets do\n    case Mix.Project.apps_paths() do\n      nil ->\n        if deploys?(), do: [deploy(Mix.Project.config()[:app])], else: []\n\n      paths ->\n        for(\n          {app, path} <- paths,\n          done <- Mix.Project.in_project(app, path, fn _ -> if deploys?(), do: [deploy(app)], else: [] end),\n          do: done\n        )\n    end\n  end\n\n  defp deploys?, do: Keyword.has_key?(Mix.Project.config()[:aliases] || [], :\"assets.deploy\")\n\n  defp deploy(app) do\n    Mix.Task.run(\"assets.deploy\")\n    app\n  end\nend\n",
    "elixir/step.exs": "# The steps that share a VM: each leaves a file of its own, within its limit, whatever the code of the project does.\ndefmodule PhoenixDeploy.Step do\n  alias PhoenixDeploy.JSON\n\n  # Runs a step. One that raises leaves the reason; one that does not end within the limit ends the VM, and the file says so.\n  def run(name, work) do\n    Process.put(:phoenix_deploy_step, System.monotonic_time(:millisecond))\n    limit = String.to_integer(System.fetch_env!(\"PD_LIMIT_MS\"))\n\n    watch =\n      spawn(fn ->\n        receive do\n          :done -> :ok\n        after\n          limit ->\n            JSON.write(\"#{name}.json\", %{status: \"timed_out\"})\n            System.halt(1)\n        end\n      end)\n\n    try do\n      work.()\n    rescue\n      error ->\n        could_not_run(name, Exception.message(error), Exception.format(:error, error, __STACKTRACE__))\n    catch\n      :exit, {:shutdown, code} -> could_not_run(name, \"it ended with #{inspect(code)}\", \"\")\n      kind, reason -> could_not_run(name, \"it ended with #{inspect(reason)}\", Exception.format(kind, reason, __STACKTRACE__))\n    after\n      send(watch, :done)\n      Process.delete(:phoenix_deploy_step)\n    end\n  end\n\n  defp could_not_run(name, message, trace) do\n    if trace != \"\", do: IO.puts(:stderr, trace)\n    JSON.write(\"#{name}.json\", %{status: \"could_not_run\", message: message})\n  end\n\n  # A Mix task as a person would run it from a shell: what it printed on which stream, and the code that it ended with.\n  def tool(name, args) do\n    {:ok, out} = StringIO.open(\"\")\n    {:ok, err} = StringIO.open(\"\")\n    leader = Process.group_leader()\n    errors = Process.whereis(:standard_error)\n    Process.group_leader(self(), out)\n    stand_for(:standard_error, err)\n\n    code =\n      try do\n        Mix.Task.run(name, args)\n        0\n      rescue\n        error ->\n          IO.puts(:stderr, \"** (#{inspect(error.__struct__)}) #{Exception.message(error)}\")\n          1\n      catch\n        :exit, {:shutdown, code} when is_integer(code) -> code\n        :exit, reason when reason in [:normal, :shutdown] -> 0\n      after\n        stand_for(:standard_error, errors)\n        Process.group_leader(self(), leader)\n      end\n\n    {:ok, {_, stdout}} = StringIO.close(out)\n    {:ok, {_, stderr}} = StringIO.close(err)\n    # The job's log shows it too.\n    IO.write(stdout)\n    IO.write(stderr)\n    %{status: \"ran\", code: code, stdout: stdout, stderr: stderr}\n  end\n\n  defp stand_for(name, process) do\n    Process.unregister(name)\n    Process.register(process, name)\n  end\nend\n",
    "elixir/suite.exs": "# All that the `test` build serves, in one VM and one test run: `mix pd.suite STEP...` in MIX_ENV=test. Each step leaves a file of its own.\ndefmodule Mix.Tasks.Pd.Suite do\n  use Mix.Task\n  alias PhoenixDeploy.{Compile, Coverage, JSON, Step}\n\n  def run(steps) do\n    runs = Compile.run(\"compile-test\")\n    if \"format\" in steps, do: Step.run(\"format\", &format/0)\n    if \"credo\" in steps, do: tool(\"credo\", Credo, [\"--strict\", \"--format\", \"json\"])\n    if \"sobelow\" in steps, do: Step.run(\"sobelow\", &sobelow/0)\n    if \"test\" in steps and runs, do: Step.run(\"test\", fn -> test(\"coverage\" in steps) end)\n\n    if \"coverage\" in steps and File.exists?(Path.join(System.fetch_env!(\"PD_OUT\"), \"test.json\")),\n      do: Step.run(\"coverage\", &Coverage.write/0)\n  end\n\n  defp format do\n    Mix.Task.run(\"format\", [\"--check-formatted\"])\n    JSON.write(\"format.json\", %{status: \"ok\"})\n  rescue\n    error in [Mix.Error] ->\n      JSON.write(\"format.json\", %{status: \"failed\", message: Exception.message(error)})\n\n    error ->\n      place = %{file: Map.get(error, :file), line: Map.get(error, :line)}\n      JSON.write(\"format.json\", Map.merge(place, %{status: \"syntax_error\", message: Exception.message(error)}))\n  end\n\n  # A tool that is not among this build's dependencies says so.\n  defp tool(task, module, args) do\n    Step.run(task, fn ->\n      JSON.write(\"#{task}.json\", if(Code.ensure_loaded?(module), do: Step.tool(task, args), else: %{status: \"absent\"}))\n    end)\n  end\n\n  # App by app: sobelow scans nothing at the root of an umbrella. Its report is what counts: an exit, which its settings may ask for, would end the VM.\n  defp sobelow do\n    if Code.ensure_loaded?(Sobelow) do\n      scans =\n        for {{_app, path}, index} <- Enum.with_index(Coverage.apps()) do\n          report = Path.join(System.fetch_env!(\"PD_OUT\"), \"sobelow-#{index}.report\")\n          File.rm(report)\n          Mix.Task.reenable(\"sobelow\")\n          ran = Step.tool(\"sobelow\", [\"--root\", path, \"--private\", \"--skip\", \"--exit\", \"none\", \"--format\", \"json\", \"--out\", report])\n          text = with {:ok, text} <- File.read(report), do: text, else: (_ -> nil)\n          Map.merge(ran, %{folder: path, report: text})\n        end\n\n      JSON.write(\"sobelow.json\", %{status: \"ran\", scans: scans})\n    else\n      JSON.write(\"sobelow.json\", %{status: \"absent\"})\n    end\n  end\n\n  defp test(cover) do\n    if cover, do: Coverage.start()\n    failed = run_tests()\n    JSON.write(\"test.json\", %{status: \"ran\", unmatched: unmatched(), failed: failed})\n  end\n\n  # A suite that failed ends by an exit of its own, once it is over; everything else that ends it is a reason why it could not run.\n  defp run_tests do\n    Mix.Task.run(\"test\", [\"--formatter\", \"PhoenixDeploy.Formatter\", \"--formatter\", \"ExUnit.CLIFormatter\"])\n    false\n  catch\n    :exit, {:shutdown, code} when is_integer(code) -> suite_ended?() || exit({:shutdown, code})\n  end\n\n  defp suite_ended?, do: Path.wildcard(Path.join(System.fetch_env!(\"PD_OUT\"), \"suite-*.json\")) != []\n\n  # Files that look like tests and are never picked up, because their name does not end as mix wants it.\n  defp unmatched do\n    for {_app, path} <- Coverage.apps(),\n        file <- Path.wildcard(Path.join(path, \"test/**/*.exs\")),\n        not String.ends_with?(file, [\"_test.exs\", \"/test_helper.exs\"]),\n        {:ok, text} <- [File.read(file)],\n        Regex.match?(~r/^\\s*use\\s+[\\w.]*Case\\b/m, text),\n        do: Path.expand(file)\n  end\nend\n",
    "host/10-words.sh": "# What every operation needs: how to say, to fail, to write whole files, to look at a process.\n# This program is sent to `/bin/sh -s` after assignments of the PD_* values; nothing is installed on the host.\n# It speaks in records: `pd <TAB> key <TAB> values`. The last one is `pd exit N`; without it the state is unknown.\n\nsay() {\n  printf 'pd'\n  for word in \"$@\"; do printf '\\t%s' \"$word\"; done\n  printf '\\n'\n}\n\n# fail REASON_CODE SENTENCE\nfail() {\n  say fail \"$1\" \"$2\"\n  exit 1\n}\n\nnow() { date +%s; }\n\n# write_file PATH TEXT: whole or not at all, and on disk when it returns.\nwrite_file() {\n  printf '%s\\n' \"$2\" >\"$1.tmp.$$\" && sync \"$1.tmp.$$\" && mv -fT \"$1.tmp.$$\" \"$1\"\n}\n\n# first_line PATH: nothing when there is no such file.\nfirst_line() {\n  line=\n  [ -r \"$1\" ] && IFS= read -r line <\"$1\"\n  printf '%s' \"$line\"\n}\n\n# point LINK TARGET: a symbolic link that changes in one rename.\npoint() {\n  rm -f \"$1.tmp.$$\" && ln -s \"$2\" \"$1.tmp.$$\" && mv -fT \"$1.tmp.$$\" \"$1\"\n}\n\njournal() { printf '%s %s %s\\n' \"$(date -u +%Y-%m-%dT%H:%M:%SZ)\" \"$PD_OWNER\" \"$*\" >>\"$state/journal\"; }\n\n# began PID: start time of a live process in clock ticks; nothing when it is gone or a zombie.\nbegan() {\n  [ -r \"/proc/$1/stat\" ] || return 0\n  stat=$(cat \"/proc/$1/stat\" 2>/dev/null) || return 0\n  # The command's name stands in parentheses and may hold anything: the fields count from its end.\n  # shellcheck disable=SC2086\n  set -- ${stat##*) }\n  case \"$1\" in Z | X) ;; *) printf '%s' \"${20}\" ;; esac\n}\n\n# release_of PID: the release folder that the process runs from, without asking it.\nrelease_of() {\n  exe=$(readlink \"/proc/$1/exe\" 2>/dev/null) || return 0\n  case \"$exe\" in\n  \"$releases\"/*)\n    exe=${exe#\"$releases\"/}\n    printf '%s' \"${exe%%/*}\"\n    ;;\n  esac\n}\n\n# slot_pid SLOT: the live process that was started for this slot; a number that was given to another process since does not count.\nslot_pid() {\n  # shellcheck disable=SC2046\n  set -- $(first_line \"$state/slot.$1\")\n  [ -n \"$1\" ] && [ \"$(began \"$1\")\" = \"$2\" ] && printf '%s' \"$1\"\n}\n\n# link_of PATH: the release id that a link points to.\nlink_of() {\n  target=$(readlink \"$1\" 2>/dev/null) || return 0\n  printf '%s' \"${target##*/}\"\n}\n",
    "host/20-locks.sh": "# Who may change the target (lease), and who changes it right now (step lock).\n# The lease is read and written only under a short flock: a stale lock directory that two steal at once has two winners.\n\nwith_mutex() {\n  exec 8>\"$state/mutex\" && flock -w 10 8 || fail lock_held \"The lock's own file on this host was busy for 10 s.\"\n}\n\nread_lease() {\n  # shellcheck disable=SC2046\n  set -- $(first_line \"$state/lease\")\n  lease_owner=${1-} lease_expires=${2-0} lease_since=${3-0}\n}\n\nwrite_lease() { write_file \"$state/lease\" \"$PD_OWNER $(($(now) + PD_TTL)) $1\" || fail host_unsuitable \"The lease could not be written below $PD_PATH.\"; }\n\nop_acquire_lock() {\n  for tool in flock setsid sha256sum tar gzip sync readlink od; do\n    command -v \"$tool\" >/dev/null || fail host_unsuitable \"$tool is not on this host; install util-linux, coreutils, tar and gzip.\"\n  done\n  if [ -n \"$PD_SOCKET\" ]; then\n    command -v socat >/dev/null || command -v perl >/dev/null || fail host_unsuitable \"Neither socat nor perl is on this host to reach $PD_SOCKET; install socat.\"\n    [ -S \"$PD_SOCKET\" ] || fail router_failed \"$PD_SOCKET is not a socket.\"\n  fi\n  mkdir -p \"$releases\" \"$PD_PATH/slots\" \"$PD_PATH/incoming\" \"$PD_PATH/shared\" \"$state\" 2>/dev/null || fail host_unsuitable \"$PD_PATH cannot be written by $(id -un).\"\n  with_mutex\n  read_lease\n  if [ -n \"$lease_owner\" ] && [ \"$lease_owner\" != \"$PD_OWNER\" ]; then\n    left=$((lease_expires - $(now)))\n    [ \"$left\" -le 0 ] || fail lock_held \"Locked by $lease_owner for $left s more.\"\n    say took_over \"$lease_owner\"\n    journal \"took the lock over from $lease_owner\"\n  fi\n  if [ \"$lease_owner\" = \"$PD_OWNER\" ]; then write_lease \"$lease_since\"; else write_lease \"$(now)\"; fi\n}\n\nop_renew() {\n  with_mutex\n  read_lease\n  [ \"$lease_owner\" = \"$PD_OWNER\" ] || fail lock_lost \"The lock now belongs to ${lease_owner:-nobody}.\"\n  write_lease \"$lease_since\"\n}\n\nop_release_lock() {\n  with_mutex\n  read_lease\n  # Somebody else's lock is not ours to give back.\n  if [ \"$lease_owner\" = \"$PD_OWNER\" ]; then rm -f \"$state/lease\"; fi\n}\n\n# Held as long as this program or a child of its lives: a dead owner's step is not overtaken.\ntake_step_lock() {\n  exec 9>\"$state/step\"\n  flock -n 9 || fail step_running \"A step of an earlier run still works on this host.\"\n  with_mutex\n  read_lease\n  [ \"$lease_owner\" = \"$PD_OWNER\" ] || fail lock_lost \"The lock belongs to ${lease_owner:-nobody}.\"\n  [ \"$lease_expires\" -gt \"$(now)\" ] || fail lock_lost \"The lock ran out $(($(now) - lease_expires)) s ago.\"\n  write_lease \"$lease_since\"\n  exec 8>&-\n}\n",
    "host/30-release.sh": "# Releases on this host. releases/X exists only when it is complete and its digest was verified.\n\nop_unpack() {\n  archive=\"$PD_PATH/incoming/$PD_RELEASE.tar.gz\"\n  beside=\"$releases/.tmp.$PD_RELEASE\"\n  if [ -d \"$releases/$PD_RELEASE\" ]; then\n    rm -f \"$archive\"\n    say unpacked already\n    return\n  fi\n  seen=$(sha256sum \"$archive\" 2>/dev/null) || fail unpack_failed \"The upload of $PD_RELEASE is missing.\"\n  if [ \"${seen%% *}\" != \"$PD_DIGEST\" ]; then\n    rm -f \"$archive\"\n    fail digest_mismatch \"The upload has sha256 ${seen%% *}, the release $PD_DIGEST.\"\n  fi\n  rm -rf \"$beside\"\n  if ! { mkdir \"$beside\" && tar -xzf \"$archive\" -C \"$beside\" --no-same-owner; } 2>\"$state/unpack.err\"; then\n    rm -rf \"$beside\"\n    fail unpack_failed \"$(tail -n 1 \"$state/unpack.err\")\"\n  fi\n  if [ ! -x \"$beside/bin/$PD_NAME\" ]; then\n    rm -rf \"$beside\"\n    fail unpack_failed \"The release has no bin/$PD_NAME.\"\n  fi\n  sync -f \"$beside\"\n  mv -T \"$beside\" \"$releases/$PD_RELEASE\" || fail unpack_failed \"The release could not be moved into place.\"\n  rm -f \"$archive\"\n  say unpacked now\n}\n\n# Versions of the schema, as this release sees them, white space folded to single spaces.\nschema_versions() {\n  # The expression is one argument of the release's own script: no shell reads it.\n  \"$releases/$PD_RELEASE/bin/$PD_NAME\" eval \"$PD_VERSIONS\" >\"$state/versions.out\" 2>&1 || return 1\n  tr -s '[:space:]' ' ' <\"$state/versions.out\" | sed 's/^ //; s/ $//'\n}\n\nop_migrate() {\n  release_environment ''\n  before=$(schema_versions) || { relay \"$state/versions.out\"; fail migration_failed \"The schema's versions could not be read before migrating.\"; }\n  \"$releases/$PD_RELEASE/bin/$PD_NAME\" eval \"$PD_MIGRATE\" >\"$state/migrate.out\" 2>&1\n  code=$?\n  relay \"$state/migrate.out\"\n  after=$(schema_versions) || { relay \"$state/versions.out\"; fail migration_failed \"The schema's versions could not be read after migrating.\"; }\n  say versions_before \"$before\"\n  say versions_after \"$after\"\n  [ \"$code\" -eq 0 ] || fail migration_failed \"The migrations ended with exit code $code.\"\n  journal \"migrated $PD_RELEASE: [$before] -> [$after]\"\n  grep -qxF \"$PD_RELEASE\" \"$state/migrated\" 2>/dev/null || printf '%s\\n' \"$PD_RELEASE\" >>\"$state/migrated\"\n  sync \"$state/migrated\"\n}\n\n# relay FILE: what a tool printed, marked so that it cannot be taken for a record.\nrelay() { tail -n 60 \"$1\" | sed 's/^/| /'; }\n\nop_mark_bad() {\n  grep -qxF \"$PD_RELEASE\" \"$state/bad\" 2>/dev/null || printf '%s\\n' \"$PD_RELEASE\" >>\"$state/bad\"\n  sync \"$state/bad\"\n  journal \"marked $PD_RELEASE bad\"\n}\n\nop_prune() {\n  # shellcheck disable=SC2086\n  set -- $(first_line \"$state/active\")\n  for release in $PD_REMOVE; do\n    case \"$release\" in '' | .* | */*) fail unpack_failed \"$release is not the name of a release.\" ;; esac\n    # The planner left out what lives; what lives by now is left out here.\n    [ \"$release\" = \"${1-}\" ] || [ \"$release\" = \"${3-}\" ] && continue\n    used=\n    for name in $(slot_names); do\n      [ \"$(link_of \"$PD_PATH/slots/$name\")\" = \"$release\" ] && used=1\n      pid=$(slot_pid \"$name\")\n      [ -n \"$pid\" ] && [ \"$(release_of \"$pid\")\" = \"$release\" ] && used=1\n    done\n    [ -n \"$used\" ] || rm -rf \"${releases:?}/$release\"\n  done\n  rm -rf \"$releases\"/.tmp.* \"$PD_PATH\"/incoming/*\n}\n",
    "host/40-process.sh": "# Processes of slots. Started in a session of their own, known by process id and start time, named by their executable.\n\nslot_names() { for pair in $PD_SLOTS; do printf '%s\\n' \"${pair%%=*}\"; done; }\n\n# load_env FILE: literal KEY=VALUE lines as systemd reads them; never sourced, so that no value is run.\nload_env() {\n  [ -r \"$1\" ] || return 0\n  while IFS= read -r line || [ -n \"$line\" ]; do\n    key=${line%%=*} value=${line#*=}\n    case \"$line\" in '' | '#'* | ';'*) continue ;; *=*) ;; *) continue ;; esac\n    case \"$key\" in '' | [0-9]* | *[!A-Za-z0-9_]*) continue ;; esac\n    case \"$value\" in\n    \\\"*\\\") value=${value#\\\"} value=${value%\\\"} ;;\n    \\'*\\') value=${value#\\'} value=${value%\\'} ;;\n    esac\n    export \"$key=$value\"\n  done <\"$1\"\n}\n\n# release_environment SLOT: what a release needs to know of this host.\nrelease_environment() {\n  # One cookie for all builds: each clean build makes another, and two slots could not talk.\n  [ -s \"$state/cookie\" ] || (umask 077 && od -An -N16 -tx1 /dev/urandom | tr -d ' \\n' >\"$state/cookie\")\n  RELEASE_COOKIE=$(cat \"$state/cookie\")\n  export RELEASE_COOKIE\n  unset RUNNER_TRACKING_ID RELEASE_NODE RELEASE_TMP PORT\n  load_env \"$PD_PATH/shared/env\"\n  [ -n \"$1\" ] || return 0\n  load_env \"$PD_PATH/shared/env.$1\"\n  export PORT=\"$PD_PORT\" RELEASE_NODE=\"${PD_APP}_$1\" RELEASE_TMP=\"$state/tmp.$1\"\n  mkdir -p \"$RELEASE_TMP\"\n}\n\nop_start() {\n  [ -d \"$releases/$PD_RELEASE\" ] || fail release_not_kept \"$PD_RELEASE is not on this host.\"\n  pid=$(slot_pid \"$PD_SLOT\")\n  if [ -n \"$pid\" ]; then\n    runs=$(release_of \"$pid\")\n    [ \"$runs\" = \"$PD_RELEASE\" ] || fail start_failed \"Slot $PD_SLOT runs ${runs:-another program} as process $pid; it has to be stopped first.\"\n  fi\n  write_file \"$state/intent\" \"$PD_OWNER $PD_RELEASE $PD_SLOT\" || fail start_failed \"The intent could not be written.\"\n  journal \"start $PD_RELEASE in $PD_SLOT\"\n  point \"$PD_PATH/slots/$PD_SLOT\" \"../releases/$PD_RELEASE\" || fail start_failed \"The link of slot $PD_SLOT could not be set.\"\n  rm -f \"$state/hold-until\"\n  if [ -n \"$pid\" ]; then\n    say started \"$pid\" already\n    return\n  fi\n  (\n    release_environment \"$PD_SLOT\"\n    cd \"$releases/$PD_RELEASE\" || exit 1\n    # The locks must not live on in the server.\n    exec setsid \"./bin/$PD_NAME\" start </dev/null >\"$state/log.$PD_SLOT\" 2>&1 8>&- 9>&-\n  ) 8>&- 9>&- &\n  pid=$!\n  write_file \"$state/slot.$PD_SLOT\" \"$pid $(began \"$pid\") $PD_RELEASE\"\n  say started \"$pid\" now\n}\n\nop_stop() {\n  pid=$(slot_pid \"$PD_SLOT\")\n  if [ -z \"$pid\" ]; then\n    rm -f \"$state/slot.$PD_SLOT\" \"$state/hold-until\"\n    say stopped already\n    return\n  fi\n  runs=$(release_of \"$pid\")\n  born=$(began \"$pid\")\n  journal \"stop ${runs:-?} in $PD_SLOT ($PD_HOW)\"\n  how=killed\n  if [ \"$PD_HOW\" = drain ]; then\n    kill -TERM \"$pid\" 2>/dev/null\n    tries=0\n    while [ \"$tries\" -lt $((PD_LIMIT * 10)) ] && [ \"$(began \"$pid\")\" = \"$born\" ]; do\n      sleep 0.1\n      tries=$((tries + 1))\n    done\n    [ \"$(began \"$pid\")\" = \"$born\" ] || how=ended\n  fi\n  if [ \"$how\" = killed ]; then\n    kill -KILL \"$pid\" 2>/dev/null\n    tries=0\n    while [ \"$tries\" -lt 100 ] && [ \"$(began \"$pid\")\" = \"$born\" ]; do\n      sleep 0.05\n      tries=$((tries + 1))\n    done\n    [ \"$(began \"$pid\")\" != \"$born\" ] || fail stop_failed \"Process $pid of slot $PD_SLOT did not end although it was killed.\"\n  fi\n  rm -f \"$state/slot.$PD_SLOT\" \"$state/hold-until\"\n  say stopped \"$how\"\n}\n\nop_activate() {\n  # shellcheck disable=SC2046\n  set -- $(first_line \"$state/active\")\n  before=${1-}\n  # Repairing with the same release must keep the last different one: it is the way back.\n  if [ \"$before\" = \"$PD_RELEASE\" ]; then before=${3-}; fi\n  point \"$PD_PATH/current\" \"releases/$PD_RELEASE\" || fail start_failed \"The link current could not be set.\"\n  write_file \"$state/active\" \"$PD_RELEASE $PD_SLOT $before\" || fail start_failed \"The verified release could not be recorded.\"\n  rm -f \"$state/intent\"\n  journal \"active $PD_RELEASE in $PD_SLOT, before it ${before:-nothing}\"\n}\n\nop_hold() {\n  write_file \"$state/hold-until\" \"$(($(now) + PD_SECONDS))\"\n}\n\nop_running() {\n  pid=$(slot_pid \"$PD_SLOT\")\n  if [ -n \"$pid\" ]; then say running \"$pid\" \"$(release_of \"$pid\")\"; else say running - -; fi\n}\n\nop_log() { tail -c 6000 \"$state/log.$PD_SLOT\" 2>/dev/null | tail -n 40 | sed 's/^/| /'; }\n",
    "host/50-router.sh": "# HAProxy by its runtime API. Errors come as text with success: every answer is read, and the state is read back.\n\n# ask LINE: one line to the admin socket, its answer on standard output.\nask() {\n  if command -v socat >/dev/null; then\n    printf '%s\\n' \"$1\" | socat -t 5 - \"UNIX-CONNECT:$PD_SOCKET\"\n  else\n    PD_LINE=$1 perl -MIO::Socket::UNIX -e 'my $s = IO::Socket::UNIX->new(Peer => $ENV{PD_SOCKET}) or exit 1; print $s \"$ENV{PD_LINE}\\n\"; $s->shutdown(1); print while <$s>'\n  fi\n}\n\n# order LINE: an order that answers nothing when it was obeyed.\norder() {\n  answer=$(ask \"$1\" 2>&1) || fail router_failed \"HAProxy cannot be reached at $PD_SOCKET: $answer\"\n  answer=$(printf '%s' \"$answer\" | tr -s '[:space:]' ' ')\n  case \"$answer\" in '' | ' ') ;; *) fail router_failed \"HAProxy refused \\\"$1\\\": $answer\" ;; esac\n}\n\n# server_state NAME: operational state and administrative bits, from `show servers state`.\nserver_state() { ask \"show servers state $PD_BACKEND\" | awk -v name=\"$1\" '$4 == name { print $6, $7 }'; }\n\nreport_router() {\n  states=$(ask \"show servers state $PD_BACKEND\" 2>&1) || fail router_failed \"HAProxy cannot be reached at $PD_SOCKET: $states\"\n  printf '%s\\n' \"$states\" | awk 'NF > 8 && $1 != \"#\" { printf \"pd\\tserver\\t%s\\t%s\\t%s\\t%s\\n\", $4, $6, $7, $8 }'\n  ask \"show stat\" | awk -F, -v backend=\"$PD_BACKEND\" '$1 == backend && $2 != \"BACKEND\" { printf \"pd\\tsessions\\t%s\\t%s\\n\", $2, $5 }'\n}\n\nop_shift() {\n  for name in $PD_TO; do order \"set server $PD_BACKEND/$name state ready\"; done\n  for name in $PD_TO; do\n    tries=0\n    # Ready and up: until its health check passed, nobody is sent away from the old one.\n    while :; do\n      # shellcheck disable=SC2046\n      set -- $(server_state \"$name\")\n      [ -n \"${1-}\" ] || fail router_failed \"HAProxy's backend $PD_BACKEND has no server $name.\"\n      [ \"$1\" = 2 ] && [ $(($2 & 9)) -eq 0 ] && break\n      tries=$((tries + 1))\n      [ \"$tries\" -lt 100 ] || fail router_failed \"HAProxy does not see $name healthy after 10 s: state $1, bits $2.\"\n      sleep 0.1\n    done\n  done\n  for name in $PD_FROM; do order \"set server $PD_BACKEND/$name state drain\"; done\n  journal \"shift to $PD_TO from $PD_FROM\"\n  # Runtime changes are lost on a reload unless the state is kept.\n  if [ -n \"$PD_STATE_FILE\" ]; then\n    { ask \"show servers state\" >\"$PD_STATE_FILE.tmp.$$\" && mv -fT \"$PD_STATE_FILE.tmp.$$\" \"$PD_STATE_FILE\"; } || fail router_failed \"The router's state could not be kept in $PD_STATE_FILE.\"\n  fi\n  report_router\n}\n",
    "host/60-observe.sh": "# Looks at everything that a planner needs; changes nothing, makes no folder.\n\nop_observe() {\n  say now \"$(now)\"\n  at=$PD_PATH\n  while [ ! -d \"$at\" ]; do at=$(dirname \"$at\"); done\n  say disk \"$(df -P -B1 \"$at\" | awk 'NR == 2 { print $4 }')\"\n  read_lease\n  [ -z \"$lease_owner\" ] || say lease \"$lease_owner\" \"$lease_expires\" \"$lease_since\"\n  if [ -e \"$state/step\" ] && ! flock -n \"$state/step\" true; then say step running; else say step idle; fi\n  if [ -d \"$releases\" ]; then\n    # Oldest first; unfinished ones begin with a dot and are not listed.\n    # shellcheck disable=SC2012\n    ls -1tr \"$releases\" | while IFS= read -r release; do say release \"$release\"; done\n  fi\n  for list in bad migrated; do\n    [ ! -r \"$state/$list\" ] || while IFS= read -r release; do say \"$list\" \"$release\"; done <\"$state/$list\"\n  done\n  say current \"$(link_of \"$PD_PATH/current\")\"\n  # shellcheck disable=SC2046\n  set -- $(first_line \"$state/active\")\n  [ -z \"${1-}\" ] || say active \"$1\" \"$2\" \"${3-}\"\n  # shellcheck disable=SC2046\n  set -- $(first_line \"$state/intent\")\n  [ -z \"${1-}\" ] || say intent \"$1\" \"$2\" \"$3\"\n  held=$(first_line \"$state/hold-until\")\n  [ -z \"$held\" ] || say hold \"$held\"\n  for name in $(slot_names); do\n    pid=$(slot_pid \"$name\")\n    if [ -n \"$pid\" ]; then runs=$(release_of \"$pid\"); else runs=; fi\n    say slot \"$name\" \"$(link_of \"$PD_PATH/slots/$name\")\" \"$pid\" \"$runs\"\n  done\n  if [ -n \"$PD_SOCKET\" ]; then report_router; fi\n}\n",
    "host/90-main.sh": "# The whole program is read before this line runs it: a cut connection runs nothing.\n\nmain() {\n  # A dead client must not stop a half-done step.\n  trap '' HUP PIPE\n  trap 'code=$?; say exit \"$code\"' EXIT\n  umask 022\n  releases=$PD_PATH/releases\n  state=$PD_PATH/state\n  export PD_SOCKET\n  case \"$PD_OP\" in\n  observe) op_observe ;;\n  running) op_running ;;\n  log) op_log ;;\n  router) report_router ;;\n  acquire-lock) op_acquire_lock ;;\n  renew) op_renew ;;\n  release-lock) op_release_lock ;;\n  unpack | migrate | start | stop | activate | hold | mark-bad | prune | shift)\n    take_step_lock\n    \"op_$(printf '%s' \"$PD_OP\" | tr - _)\"\n    ;;\n  *) fail unexpected_error \"There is no operation $PD_OP.\" ;;\n  esac\n}\n\nmain </dev/null\n",
    "github-markdown.css": ".markdown-body {\n  --base-size-4: 0.25rem;\n  --base-size-8: 0.5rem;\n  --base-size-16: 1rem;\n  --base-size-24: 1.5rem;\n  --base-size-40: 2.5rem;\n  --base-text-weight-normal: 400;\n  --base-text-weight-medium: 500;\n  --base-text-weight-semibold: 600;\n  --fontStack-monospace: ui-monospace, SFMono-Regular, SF Mono, Menlo, Consolas, Liberation Mono, monospace;\n  --fgColor-accent: Highlight;\n}\n@media (prefers-color-scheme: dark) {\n  .markdown-body, [data-theme=\"dark\"] {\n    /* dark */\n    color-scheme: dark;\n    --focus-outlineColor: #1f6feb;\n    --fgColor-default: #f0f6fc;\n    --fgColor-muted: #9198a1;\n    --fgColor-accent: #4493f8;\n    --fgColor-success: #3fb950;\n    --fgColor-attention: #d29922;\n    --fgColor-danger: #f85149;\n    --fgColor-done: #ab7df8;\n    --bgColor-default: #0d1117;\n    --bgColor-muted: #151b23;\n    --bgColor-neutral-muted: #656c7633;\n    --bgColor-attention-muted: #bb800926;\n    --borderColor-default: #3d444d;\n    --borderColor-muted: #3d444db3;\n    --borderColor-neutral-muted: #3d444db3;\n    --borderColor-accent-emphasis: #1f6feb;\n    --borderColor-success-emphasis: #238636;\n    --borderColor-attention-emphasis: #9e6a03;\n    --borderColor-danger-emphasis: #da3633;\n    --borderColor-done-emphasis: #8957e5;\n    --color-prettylights-syntax-comment: #9198a1;\n    --color-prettylights-syntax-constant: #79c0ff;\n    --color-prettylights-syntax-constant-other-reference-link: #a5d6ff;\n    --color-prettylights-syntax-entity: #d2a8ff;\n    --color-prettylights-syntax-storage-modifier-import: #f0f6fc;\n    --color-prettylights-syntax-entity-tag: #7ee787;\n    --color-prettylights-syntax-keyword: #ff7b72;\n    --color-prettylights-syntax-string: #a5d6ff;\n    --color-prettylights-syntax-variable: #ffa657;\n    --color-prettylights-syntax-brackethighlighter-unmatched: #f85149;\n    --color-prettylights-syntax-brackethighlighter-angle: #9198a1;\n    --color-prettylights-syntax-invalid-illegal-text: #f0f6fc;\n    --color-prettylights-syntax-invalid-illegal-bg: #8e1519;\n    --color-prettylights-syntax-carriage-return-text: #f0f6fc;\n    --color-prettylights-syntax-carriage-return-bg: #b62324;\n    --color-prettylights-syntax-string-regexp: #7ee787;\n    --color-prettylights-syntax-markup-list: #f2cc60;\n    --color-prettylights-syntax-markup-heading: #1f6feb;\n    --color-prettylights-syntax-markup-italic: #f0f6fc;\n    --color-prettylights-syntax-markup-bold: #f0f6fc;\n    --color-prettylights-syntax-markup-deleted-text: #ffdcd7;\n    --color-prettylights-syntax-markup-deleted-bg: #67060c;\n    --color-prettylights-syntax-markup-inserted-text: #aff5b4;\n    --color-prettylights-syntax-markup-inserted-bg: #033a16;\n    --color-prettylights-syntax-markup-changed-text: #ffdfb6;\n    --color-prettylights-syntax-markup-changed-bg: #5a1e02;\n    --color-prettylights-syntax-markup-ignored-text: #f0f6fc;\n    --color-prettylights-syntax-markup-ignored-bg: #1158c7;\n    --color-prettylights-syntax-meta-diff-range: #d2a8ff;\n    --color-prettylights-syntax-sublimelinter-gutter-mark: #3d444d;\n  }\n}\n@media (prefers-color-scheme: light) {\n  .markdown-body, [data-theme=\"light\"] {\n    /* light */\n    color-scheme: light;\n    --focus-outlineColor: #0969da;\n    --fgColor-default: #1f2328;\n    --fgColor-muted: #59636e;\n    --fgColor-accent: #0969da;\n    --fgColor-success: #1a7f37;\n    --fgColor-attention: #9a6700;\n    --fgColor-danger: #d1242f;\n    --fgColor-done: #8250df;\n    --bgColor-default: #ffffff;\n    --bgColor-muted: #f6f8fa;\n    --bgColor-neutral-muted: #818b981f;\n    --bgColor-attention-muted: #fff8c5;\n    --borderColor-default: #d1d9e0;\n    --borderColor-muted: #d1d9e0b3;\n    --borderColor-neutral-muted: #d1d9e0b3;\n    --borderColor-accent-emphasis: #0969da;\n    --borderColor-success-emphasis: #1a7f37;\n    --borderColor-attention-emphasis: #9a6700;\n    --borderColor-danger-emphasis: #cf222e;\n    --borderColor-done-emphasis: #8250df;\n    --color-prettylights-syntax-comment: #59636e;\n    --color-prettylights-syntax-constant: #0550ae;\n    --color-prettylights-syntax-constant-other-reference-link: #0a3069;\n    --color-prettylights-syntax-entity: #6639ba;\n    --color-prettylights-syntax-storage-modifier-import: #1f2328;\n    --color-prettylights-syntax-entity-tag: #0550ae;\n    --color-prettylights-syntax-keyword: #cf222e;\n    --color-prettylights-syntax-string: #0a3069;\n    --color-prettylights-syntax-variable: #953800;\n    --color-prettylights-syntax-brackethighlighter-unmatched: #82071e;\n    --color-prettylights-syntax-brackethighlighter-angle: #59636e;\n    --color-prettylights-syntax-invalid-illegal-text: #f6f8fa;\n    --color-prettylights-syntax-invalid-illegal-bg: #82071e;\n    --color-prettylights-syntax-carriage-return-text: #f6f8fa;\n    --color-prettylights-syntax-carriage-return-bg: #cf222e;\n    --color-prettylights-syntax-string-regexp: #116329;\n    --color-prettylights-syntax-markup-list: #3b2300;\n    --color-prettylights-syntax-markup-heading: #0550ae;\n    --color-prettylights-syntax-markup-italic: #1f2328;\n    --color-prettylights-syntax-markup-bold: #1f2328;\n    --color-prettylights-syntax-markup-deleted-text: #82071e;\n    --color-prettylights-syntax-markup-deleted-bg: #ffebe9;\n    --color-prettylights-syntax-markup-inserted-text: #116329;\n    --color-prettylights-syntax-markup-inserted-bg: #dafbe1;\n    --color-prettylights-syntax-markup-changed-text: #953800;\n    --color-prettylights-syntax-markup-changed-bg: #ffd8b5;\n    --color-prettylights-syntax-markup-ignored-text: #d1d9e0;\n    --color-prettylights-syntax-markup-ignored-bg: #0550ae;\n    --color-prettylights-syntax-meta-diff-range: #8250df;\n    --color-prettylights-syntax-sublimelinter-gutter-mark: #818b98;\n  }\n}\n\n.markdown-body {\n  -ms-text-size-adjust: 100%;\n  -webkit-text-size-adjust: 100%;\n  margin: 0;\n  color: var(--fgColor-default);\n  background-color: var(--bgColor-default);\n  font-family: -apple-system,BlinkMacSystemFont,\"Segoe UI\",\"Noto Sans\",Helvetica,Arial,sans-serif,\"Apple Color Emoji\",\"Segoe UI Emoji\";\n  font-size: 16px;\n  line-height: 1.5;\n  word-wrap: break-word;\n}\n\n.markdown-body .octicon {\n  display: inline-block;\n  fill: currentColor;\n  vertical-align: text-bottom;\n}\n\n.markdown-body h1:hover .anchor .octicon-link:before,\n.markdown-body h2:hover .anchor .octicon-link:before,\n.markdown-body h3:hover .anchor .octicon-link:before,\n.markdown-body h4:hover .anchor .octicon-link:before,\n.markdown-body h5:hover .anchor .octicon-link:before,\n.markdown-body h6:hover .anchor .octicon-link:before {\n  width: 16px;\n  height: 16px;\n  content: ' ';\n  display: inline-block;\n  background-color: currentColor;\n  -webkit-mask-image: url(\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16' version='1.1' aria-hidden='true'><path fill-rule='evenodd' d='M7.775 3.275a.75.75 0 001.06 1.06l1.25-1.25a2 2 0 112.83 2.83l-2.5 2.5a2 2 0 01-2.83 0 .75.75 0 00-1.06 1.06 3.5 3.5 0 004.95 0l2.5-2.5a3.5 3.5 0 00-4.95-4.95l-1.25 1.25zm-4.69 9.64a2 2 0 010-2.83l2.5-2.5a2 2 0 012.83 0 .75.75 0 001.06-1.06 3.5 3.5 0 00-4.95 0l-2.5 2.5a3.5 3.5 0 004.95 4.95l1.25-1.25a.75.75 0 00-1.06-1.06l-1.25 1.25a2 2 0 01-2.83 0z'></path></svg>\");\n  mask-image: url(\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16' version='1.1' aria-hidden='true'><path fill-rule='evenodd' d='M7.775 3.275a.75.75 0 001.06 1.06l1.25-1.25a2 2 0 112.83 2.83l-2.5 2.5a2 2 0 01-2.83 0 .75.75 0 00-1.06 1.06 3.5 3.5 0 004.95 0l2.5-2.5a3.5 3.5 0 00-4.95-4.95l-1.25 1.25zm-4.69 9.64a2 2 0 010-2.83l2.5-2.5a2 2 0 012.83 0 .75.75 0 001.06-1.06 3.5 3.5 0 00-4.95 0l-2.5 2.5a3.5 3.5 0 004.95 4.95l1.25-1.25a.75.75 0 00-1.06-1.06l-1.25 1.25a2 2 0 01-2.83 0z'></path></svg>\");\n}\n\n.markdown-body details,\n.markdown-body figcaption,\n.markdown-body figure {\n  display: block;\n}\n\n.markdown-body summary {\n  display: list-item;\n}\n\n.markdown-body [hidden] {\n  display: none !important;\n}\n\n.markdown-body a {\n  background-color: transparent;\n  color: var(--fgColor-accent);\n  text-decoration: none;\n}\n\n.markdown-body abbr[title] {\n  border-bottom: none;\n  -webkit-text-decoration: underline dotted;\n  text-decoration: underline dotted;\n}\n\n.markdown-body b,\n.markdown-body strong {\n  font-weight: var(--base-text-weight-semibold, 600);\n}\n\n.markdown-body dfn {\n  font-style: italic;\n}\n\n.markdown-body h1 {\n  margin: .67em 0;\n  font-weight: var(--base-text-weight-semibold, 600);\n  padding-bottom: .3em;\n  font-size: 2em;\n  border-bottom: 1px solid var(--borderColor-muted);\n}\n\n.markdown-body mark {\n  background-color: var(--bgColor-attention-muted);\n  color: var(--fgColor-default);\n}\n\n.markdown-body small {\n  font-size: 90%;\n}\n\n.markdown-body sub,\n.markdown-body sup {\n  font-size: 75%;\n  line-height: 0;\n  position: relative;\n  vertical-align: baseline;\n}\n\n.markdown-body sub {\n  bottom: -0.25em;\n}\n\n.markdown-body sup {\n  top: -0.5em;\n}\n\n.markdown-body img {\n  border-style: none;\n  max-width: 100%;\n  box-sizing: content-box;\n}\n\n.markdown-body code,\n.markdown-body kbd,\n.markdown-body pre,\n.markdown-body samp {\n  font-family: monospace;\n  font-size: 1em;\n}\n\n.markdown-body figure {\n  margin: 1em var(--base-size-40);\n}\n\n.markdown-body hr {\n  box-sizing: content-box;\n  overflow: hidden;\n  background: transparent;\n  border-bottom: 1px solid var(--borderColor-muted);\n  height: .25em;\n  padding: 0;\n  margin: var(--base-size-24) 0;\n  background-color: var(--borderColor-default);\n  border: 0;\n}\n\n.markdown-body input {\n  font: inherit;\n  margin: 0;\n  overflow: visible;\n  font-family: inherit;\n  font-size: inherit;\n  line-height: inherit;\n}\n\n.markdown-body [type=button],\n.markdown-body [type=reset],\n.markdown-body [type=submit] {\n  -webkit-appearance: button;\n  appearance: button;\n}\n\n.markdown-body [type=checkbox],\n.markdown-body [type=radio] {\n  box-sizing: border-box;\n  padding: 0;\n}\n\n.markdown-body [type=number]::-webkit-inner-spin-button,\n.markdown-body [type=number]::-webkit-outer-spin-button {\n  height: auto;\n}\n\n.markdown-body [type=search]::-webkit-search-cancel-button,\n.markdown-body [type=search]::-webkit-search-decoration {\n  -webkit-appearance: none;\n  appearance: none;\n}\n\n.markdown-body ::-webkit-input-placeholder {\n  color: inherit;\n  opacity: .54;\n}\n\n.markdown-body ::-webkit-file-upload-button {\n  -webkit-appearance: button;\n  appearance: button;\n  font: inherit;\n}\n\n.markdown-body a:hover {\n  text-decoration: underline;\n}\n\n.markdown-body ::placeholder {\n  color: var(--fgColor-muted);\n  opacity: 1;\n}\n\n.markdown-body hr::before {\n  display: table;\n  content: \"\";\n}\n\n.markdown-body hr::after {\n  display: table;\n  clear: both;\n  content: \"\";\n}\n\n.markdown-body table {\n  border-spacing: 0;\n  border-collapse: collapse;\n  display: block;\n  width: max-content;\n  max-width: 100%;\n  overflow: auto;\n  font-variant: tabular-nums;\n}\n\n.markdown-body td,\n.markdown-body th {\n  padding: 0;\n}\n\n.markdown-body details summary {\n  cursor: pointer;\n}\n\n.markdown-body a:focus,\n.markdown-body [role=button]:focus,\n.markdown-body input[type=radio]:focus,\n.markdown-body input[type=checkbox]:focus {\n  outline: 2px solid var(--focus-outlineColor);\n  outline-offset: -2px;\n  box-shadow: none;\n}\n\n.markdown-body a:focus:not(:focus-visible),\n.markdown-body [role=button]:focus:not(:focus-visible),\n.markdown-body input[type=radio]:focus:not(:focus-visible),\n.markdown-body input[type=checkbox]:focus:not(:focus-visible) {\n  outline: solid 1px transparent;\n}\n\n.markdown-body a:focus-visible,\n.markdown-body [role=button]:focus-visible,\n.markdown-body input[type=radio]:focus-visible,\n.markdown-body input[type=checkbox]:focus-visible {\n  outline: 2px solid var(--focus-outlineColor);\n  outline-offset: -2px;\n  box-shadow: none;\n}\n\n.markdown-body a:not([class]):focus,\n.markdown-body a:not([class]):focus-visible,\n.markdown-body input[type=radio]:focus,\n.markdown-body input[type=radio]:focus-visible,\n.markdown-body input[type=checkbox]:focus,\n.markdown-body input[type=checkbox]:focus-visible {\n  outline-offset: 0;\n}\n\n.markdown-body kbd {\n  display: inline-block;\n  padding: var(--base-size-4);\n  font: 11px var(--fontStack-monospace, ui-monospace, SFMono-Regular, SF Mono, Menlo, Consolas, Liberation Mono, monospace);\n  line-height: 10px;\n  color: var(--fgColor-default);\n  vertical-align: middle;\n  background-color: var(--bgColor-muted);\n  border: solid 1px var(--borderColor-neutral-muted);\n  border-bottom-color: var(--borderColor-neutral-muted);\n  border-radius: 6px;\n  box-shadow: inset 0 -1px 0 var(--borderColor-neutral-muted);\n}\n\n.markdown-body h1,\n.markdown-body h2,\n.markdown-body h3,\n.markdown-body h4,\n.markdown-body h5,\n.markdown-body h6 {\n  margin-top: var(--base-size-24);\n  margin-bottom: var(--base-size-16);\n  font-weight: var(--base-text-weight-semibold, 600);\n  line-height: 1.25;\n}\n\n.markdown-body h2 {\n  font-weight: var(--base-text-weight-semibold, 600);\n  padding-bottom: .3em;\n  font-size: 1.5em;\n  border-bottom: 1px solid var(--borderColor-muted);\n}\n\n.markdown-body h3 {\n  font-weight: var(--base-text-weight-semibold, 600);\n  font-size: 1.25em;\n}\n\n.markdown-body h4 {\n  font-weight: var(--base-text-weight-semibold, 600);\n  font-size: 1em;\n}\n\n.markdown-body h5 {\n  font-weight: var(--base-text-weight-semibold, 600);\n  font-size: .875em;\n}\n\n.markdown-body h6 {\n  font-weight: var(--base-text-weight-semibold, 600);\n  font-size: .85em;\n  color: var(--fgColor-muted);\n}\n\n.markdown-body p {\n  margin-top: 0;\n  margin-bottom: 10px;\n}\n\n.markdown-body blockquote {\n  margin: 0;\n  padding: 0 1em;\n  color: var(--fgColor-muted);\n  border-left: .25em solid var(--borderColor-default);\n}\n\n.markdown-body ul,\n.markdown-body ol {\n  margin-top: 0;\n  margin-bottom: 0;\n  padding-left: 2em;\n}\n\n.markdown-body ol ol,\n.markdown-body ul ol {\n  list-style-type: lower-roman;\n}\n\n.markdown-body ul ul ol,\n.markdown-body ul ol ol,\n.markdown-body ol ul ol,\n.markdown-body ol ol ol {\n  list-style-type: lower-alpha;\n}\n\n.markdown-body dd {\n  margin-left: 0;\n}\n\n.markdown-body tt,\n.markdown-body code,\n.markdown-body samp {\n  font-family: var(--fontStack-monospace, ui-monospace, SFMono-Regular, SF Mono, Menlo, Consolas, Liberation Mono, monospace);\n  font-size: 12px;\n}\n\n.markdown-body pre {\n  margin-top: 0;\n  margin-bottom: 0;\n  font-family: var(--fontStack-monospace, ui-monospace, SFMono-Regular, SF Mono, Menlo, Consolas, Liberation Mono, monospace);\n  font-size: 12px;\n  word-wrap: normal;\n}\n\n.markdown-body .octicon {\n  display: inline-block;\n  overflow: visible !important;\n  vertical-align: text-bottom;\n  fill: currentColor;\n}\n\n.markdown-body input::-webkit-outer-spin-button,\n.markdown-body input::-webkit-inner-spin-button {\n  margin: 0;\n  appearance: none;\n}\n\n.markdown-body .mr-2 {\n  margin-right: var(--base-size-8, 8px) !important;\n}\n\n.markdown-body::before {\n  display: table;\n  content: \"\";\n}\n\n.markdown-body::after {\n  display: table;\n  clear: both;\n  content: \"\";\n}\n\n.markdown-body>*:first-child {\n  margin-top: 0 !important;\n}\n\n.markdown-body>*:last-child {\n  margin-bottom: 0 !important;\n}\n\n.markdown-body a:not([href]) {\n  color: inherit;\n  text-decoration: none;\n}\n\n.markdown-body .absent {\n  color: var(--fgColor-danger);\n}\n\n.markdown-body .anchor {\n  float: left;\n  padding-right: var(--base-size-4);\n  margin-left: -20px;\n  line-height: 1;\n}\n\n.markdown-body .anchor:focus {\n  outline: none;\n}\n\n.markdown-body p,\n.markdown-body blockquote,\n.markdown-body ul,\n.markdown-body ol,\n.markdown-body dl,\n.markdown-body table,\n.markdown-body pre,\n.markdown-body details {\n  margin-top: 0;\n  margin-bottom: var(--base-size-16);\n}\n\n.markdown-body blockquote>:first-child {\n  margin-top: 0;\n}\n\n.markdown-body blockquote>:last-child {\n  margin-bottom: 0;\n}\n\n.markdown-body h1 .octicon-link,\n.markdown-body h2 .octicon-link,\n.markdown-body h3 .octicon-link,\n.markdown-body h4 .octicon-link,\n.markdown-body h5 .octicon-link,\n.markdown-body h6 .octicon-link {\n  color: var(--fgColor-default);\n  vertical-align: middle;\n  visibility: hidden;\n}\n\n.markdown-body h1:hover .anchor,\n.markdown-body h2:hover .anchor,\n.markdown-body h3:hover .anchor,\n.markdown-body h4:hover .anchor,\n.markdown-body h5:hover .anchor,\n.markdown-body h6:hover .anchor {\n  text-decoration: none;\n}\n\n.markdown-body h1:hover .anchor .octicon-link,\n.markdown-body h2:hover .anchor .octicon-link,\n.markdown-body h3:hover .anchor .octicon-link,\n.markdown-body h4:hover .anchor .octicon-link,\n.markdown-body h5:hover .anchor .octicon-link,\n.markdown-body h6:hover .anchor .octicon-link {\n  visibility: visible;\n}\n\n.markdown-body h1 tt,\n.markdown-body h1 code,\n.markdown-body h2 tt,\n.markdown-body h2 code,\n.markdown-body h3 tt,\n.markdown-body h3 code,\n.markdown-body h4 tt,\n.markdown-body h4 code,\n.markdown-body h5 tt,\n.markdown-body h5 code,\n.markdown-body h6 tt,\n.markdown-body h6 code {\n  padding: 0 .2em;\n  font-size: inherit;\n}\n\n.markdown-body summary h1,\n.markdown-body summary h2,\n.markdown-body summary h3,\n.markdown-body summary h4,\n.markdown-body summary h5,\n.markdown-body summary h6 {\n  display: inline-block;\n}\n\n.markdown-body summary h1 .anchor,\n.markdown-body summary h2 .anchor,\n.markdown-body summary h3 .anchor,\n.markdown-body summary h4 .anchor,\n.markdown-body summary h5 .anchor,\n.markdown-body summary h6 .anchor {\n  margin-left: -40px;\n}\n\n.markdown-body summary h1,\n.markdown-body summary h2 {\n  padding-bottom: 0;\n  border-bottom: 0;\n}\n\n.markdown-body ul.no-list,\n.markdown-body ol.no-list {\n  padding: 0;\n  list-style-type: none;\n}\n\n.markdown-body ol[type=\"a s\"] {\n  list-style-type: lower-alpha;\n}\n\n.markdown-body ol[type=\"A s\"] {\n  list-style-type: upper-alpha;\n}\n\n.markdown-body ol[type=\"i s\"] {\n  list-style-type: lower-roman;\n}\n\n.markdown-body ol[type=\"I s\"] {\n  list-style-type: upper-roman;\n}\n\n.markdown-body ol[type=\"1\"] {\n  list-style-type: decimal;\n}\n\n.markdown-body div>ol:not([type]) {\n  list-style-type: decimal;\n}\n\n.markdown-body ul ul,\n.markdown-body ul ol,\n.markdown-body ol ol,\n.markdown-body ol ul {\n  margin-top: 0;\n  margin-bottom: 0;\n}\n\n.markdown-body li>p {\n  margin-top: var(--base-size-16);\n}\n\n.markdown-body li+li {\n  margin-top: .25em;\n}\n\n.markdown-body dl {\n  padding: 0;\n}\n\n.markdown-body dl dt {\n  padding: 0;\n  margin-top: var(--base-size-16);\n  font-size: 1em;\n  font-style: italic;\n  font-weight: var(--base-text-weight-semibold, 600);\n}\n\n.markdown-body dl dd {\n  padding: 0 var(--base-size-16);\n  margin-bottom: var(--base-size-16);\n}\n\n.markdown-body table th {\n  font-weight: var(--base-text-weight-semibold, 600);\n}\n\n.markdown-body table th,\n.markdown-body table td {\n  padding: 6px 13px;\n  border: 1px solid var(--borderColor-default);\n}\n\n.markdown-body table td>:last-child {\n  margin-bottom: 0;\n}\n\n.markdown-body table tr {\n  background-color: var(--bgColor-default);\n  border-top: 1px solid var(--borderColor-muted);\n}\n\n.markdown-body table tr:nth-child(2n) {\n  background-color: var(--bgColor-muted);\n}\n\n.markdown-body table img {\n  background-color: transparent;\n}\n\n.markdown-body img[align=right] {\n  padding-left: 20px;\n}\n\n.markdown-body img[align=left] {\n  padding-right: 20px;\n}\n\n.markdown-body .emoji {\n  max-width: none;\n  vertical-align: text-top;\n  background-color: transparent;\n}\n\n.markdown-body span.frame {\n  display: block;\n  overflow: hidden;\n}\n\n.markdown-body span.frame>span {\n  display: block;\n  float: left;\n  width: auto;\n  padding: 7px;\n  margin: 13px 0 0;\n  overflow: hidden;\n  border: 1px solid var(--borderColor-default);\n}\n\n.markdown-body span.frame span img {\n  display: block;\n  float: left;\n}\n\n.markdown-body span.frame span span {\n  display: block;\n  padding: 5px 0 0;\n  clear: both;\n  color: var(--fgColor-default);\n}\n\n.markdown-body span.align-center {\n  display: block;\n  overflow: hidden;\n  clear: both;\n}\n\n.markdown-body span.align-center>span {\n  display: block;\n  margin: 13px auto 0;\n  overflow: hidden;\n  text-align: center;\n}\n\n.markdown-body span.align-center span img {\n  margin: 0 auto;\n  text-align: center;\n}\n\n.markdown-body span.align-right {\n  display: block;\n  overflow: hidden;\n  clear: both;\n}\n\n.markdown-body span.align-right>span {\n  display: block;\n  margin: 13px 0 0;\n  overflow: hidden;\n  text-align: right;\n}\n\n.markdown-body span.align-right span img {\n  margin: 0;\n  text-align: right;\n}\n\n.markdown-body span.float-left {\n  display: block;\n  float: left;\n  margin-right: 13px;\n  overflow: hidden;\n}\n\n.markdown-body span.float-left span {\n  margin: 13px 0 0;\n}\n\n.markdown-body span.float-right {\n  display: block;\n  float: right;\n  margin-left: 13px;\n  overflow: hidden;\n}\n\n.markdown-body span.float-right>span {\n  display: block;\n  margin: 13px auto 0;\n  overflow: hidden;\n  text-align: right;\n}\n\n.markdown-body code,\n.markdown-body tt {\n  padding: .2em .4em;\n  margin: 0;\n  font-size: 85%;\n  white-space: break-spaces;\n  background-color: var(--bgColor-neutral-muted);\n  border-radius: 6px;\n}\n\n.markdown-body code br,\n.markdown-body tt br {\n  display: none;\n}\n\n.markdown-body del code {\n  text-decoration: inherit;\n}\n\n.markdown-body samp {\n  font-size: 85%;\n}\n\n.markdown-body pre code {\n  font-size: 100%;\n}\n\n.markdown-body pre>code {\n  padding: 0;\n  margin: 0;\n  word-break: normal;\n  white-space: pre;\n  background: transparent;\n  border: 0;\n}\n\n.markdown-body .highlight {\n  margin-bottom: var(--base-size-16);\n}\n\n.markdown-body .highlight pre {\n  margin-bottom: 0;\n  word-break: normal;\n}\n\n.markdown-body .highlight pre,\n.markdown-body pre {\n  padding: var(--base-size-16);\n  overflow: auto;\n  font-size: 85%;\n  line-height: 1.45;\n  color: var(--fgColor-default);\n  background-color: var(--bgColor-muted);\n  border-radius: 6px;\n}\n\n.markdown-body pre code,\n.markdown-body pre tt {\n  display: inline;\n  max-width: auto;\n  padding: 0;\n  margin: 0;\n  overflow: visible;\n  line-height: inherit;\n  word-wrap: normal;\n  background-color: transparent;\n  border: 0;\n}\n\n.markdown-body .csv-data td,\n.markdown-body .csv-data th {\n  padding: 5px;\n  overflow: hidden;\n  font-size: 12px;\n  line-height: 1;\n  text-align: left;\n  white-space: nowrap;\n}\n\n.markdown-body .csv-data .blob-num {\n  padding: 10px var(--base-size-8) 9px;\n  text-align: right;\n  background: var(--bgColor-default);\n  border: 0;\n}\n\n.markdown-body .csv-data tr {\n  border-top: 0;\n}\n\n.markdown-body .csv-data th {\n  font-weight: var(--base-text-weight-semibold, 600);\n  background: var(--bgColor-muted);\n  border-top: 0;\n}\n\n.markdown-body [data-footnote-ref]::before {\n  content: \"[\";\n}\n\n.markdown-body [data-footnote-ref]::after {\n  content: \"]\";\n}\n\n.markdown-body .footnotes {\n  font-size: 12px;\n  color: var(--fgColor-muted);\n  border-top: 1px solid var(--borderColor-default);\n}\n\n.markdown-body .footnotes ol {\n  padding-left: var(--base-size-16);\n}\n\n.markdown-body .footnotes ol ul {\n  display: inline-block;\n  padding-left: var(--base-size-16);\n  margin-top: var(--base-size-16);\n}\n\n.markdown-body .footnotes li {\n  position: relative;\n}\n\n.markdown-body .footnotes li:target::before {\n  position: absolute;\n  top: calc(var(--base-size-8)*-1);\n  right: calc(var(--base-size-8)*-1);\n  bottom: calc(var(--base-size-8)*-1);\n  left: calc(var(--base-size-24)*-1);\n  pointer-events: none;\n  content: \"\";\n  border: 2px solid var(--borderColor-accent-emphasis);\n  border-radius: 6px;\n}\n\n.markdown-body .footnotes li:target {\n  color: var(--fgColor-default);\n}\n\n.markdown-body .footnotes .data-footnote-backref g-emoji {\n  font-family: monospace;\n}\n\n.markdown-body body:has(:modal) {\n  padding-right: var(--dialog-scrollgutter) !important;\n}\n\n.markdown-body .pl-c {\n  color: var(--color-prettylights-syntax-comment);\n}\n\n.markdown-body .pl-c1,\n.markdown-body .pl-s .pl-v {\n  color: var(--color-prettylights-syntax-constant);\n}\n\n.markdown-body .pl-e,\n.markdown-body .pl-en {\n  color: var(--color-prettylights-syntax-entity);\n}\n\n.markdown-body .pl-smi,\n.markdown-body .pl-s .pl-s1 {\n  color: var(--color-prettylights-syntax-storage-modifier-import);\n}\n\n.markdown-body .pl-ent {\n  color: var(--color-prettylights-syntax-entity-tag);\n}\n\n.markdown-body .pl-k {\n  color: var(--color-prettylights-syntax-keyword);\n}\n\n.markdown-body .pl-s,\n.markdown-body .pl-pds,\n.markdown-body .pl-s .pl-pse .pl-s1,\n.markdown-body .pl-sr,\n.markdown-body .pl-sr .pl-cce,\n.markdown-body .pl-sr .pl-sre,\n.markdown-body .pl-sr .pl-sra {\n  color: var(--color-prettylights-syntax-string);\n}\n\n.markdown-body .pl-v,\n.markdown-body .pl-smw {\n  color: var(--color-prettylights-syntax-variable);\n}\n\n.markdown-body .pl-bu {\n  color: var(--color-prettylights-syntax-brackethighlighter-unmatched);\n}\n\n.markdown-body .pl-ii {\n  color: var(--color-prettylights-syntax-invalid-illegal-text);\n  background-color: var(--color-prettylights-syntax-invalid-illegal-bg);\n}\n\n.markdown-body .pl-c2 {\n  color: var(--color-prettylights-syntax-carriage-return-text);\n  background-color: var(--color-prettylights-syntax-carriage-return-bg);\n}\n\n.markdown-body .pl-sr .pl-cce {\n  font-weight: bold;\n  color: var(--color-prettylights-syntax-string-regexp);\n}\n\n.markdown-body .pl-ml {\n  color: var(--color-prettylights-syntax-markup-list);\n}\n\n.markdown-body .pl-mh,\n.markdown-body .pl-mh .pl-en,\n.markdown-body .pl-ms {\n  font-weight: bold;\n  color: var(--color-prettylights-syntax-markup-heading);\n}\n\n.markdown-body .pl-mi {\n  font-style: italic;\n  color: var(--color-prettylights-syntax-markup-italic);\n}\n\n.markdown-body .pl-mb {\n  font-weight: bold;\n  color: var(--color-prettylights-syntax-markup-bold);\n}\n\n.markdown-body .pl-md {\n  color: var(--color-prettylights-syntax-markup-deleted-text);\n  background-color: var(--color-prettylights-syntax-markup-deleted-bg);\n}\n\n.markdown-body .pl-mi1 {\n  color: var(--color-prettylights-syntax-markup-inserted-text);\n  background-color: var(--color-prettylights-syntax-markup-inserted-bg);\n}\n\n.markdown-body .pl-mc {\n  color: var(--color-prettylights-syntax-markup-changed-text);\n  background-color: var(--color-prettylights-syntax-markup-changed-bg);\n}\n\n.markdown-body .pl-mi2 {\n  color: var(--color-prettylights-syntax-markup-ignored-text);\n  background-color: var(--color-prettylights-syntax-markup-ignored-bg);\n}\n\n.markdown-body .pl-mdr {\n  font-weight: bold;\n  color: var(--color-prettylights-syntax-meta-diff-range);\n}\n\n.markdown-body .pl-ba {\n  color: var(--color-prettylights-syntax-brackethighlighter-angle);\n}\n\n.markdown-body .pl-sg {\n  color: var(--color-prettylights-syntax-sublimelinter-gutter-mark);\n}\n\n.markdown-body .pl-corl {\n  text-decoration: underline;\n  color: var(--color-prettylights-syntax-constant-other-reference-link);\n}\n\n.markdown-body [role=button]:focus:not(:focus-visible),\n.markdown-body [role=tabpanel][tabindex=\"0\"]:focus:not(:focus-visible),\n.markdown-body button:focus:not(:focus-visible),\n.markdown-body summary:focus:not(:focus-visible),\n.markdown-body a:focus:not(:focus-visible) {\n  outline: none;\n  box-shadow: none;\n}\n\n.markdown-body [tabindex=\"0\"]:focus:not(:focus-visible),\n.markdown-body details-dialog:focus:not(:focus-visible) {\n  outline: none;\n}\n\n.markdown-body g-emoji {\n  display: inline-block;\n  min-width: 1ch;\n  font-family: \"Apple Color Emoji\",\"Segoe UI Emoji\",\"Segoe UI Symbol\";\n  font-size: 1em;\n  font-style: normal !important;\n  font-weight: var(--base-text-weight-normal, 400);\n  line-height: 1;\n  vertical-align: -0.075em;\n}\n\n.markdown-body g-emoji img {\n  width: 1em;\n  height: 1em;\n}\n\n.markdown-body .task-list-item {\n  list-style-type: none;\n}\n\n.markdown-body .task-list-item label {\n  font-weight: var(--base-text-weight-normal, 400);\n}\n\n.markdown-body .task-list-item.enabled label {\n  cursor: pointer;\n}\n\n.markdown-body .task-list-item+.task-list-item {\n  margin-top: var(--base-size-4);\n}\n\n.markdown-body .task-list-item .handle {\n  display: none;\n}\n\n.markdown-body .task-list-item-checkbox {\n  margin: 0 .2em .25em -1.4em;\n  vertical-align: middle;\n}\n\n.markdown-body ul:dir(rtl) .task-list-item-checkbox {\n  margin: 0 -1.6em .25em .2em;\n}\n\n.markdown-body ol:dir(rtl) .task-list-item-checkbox {\n  margin: 0 -1.6em .25em .2em;\n}\n\n.markdown-body .contains-task-list:hover .task-list-item-convert-container,\n.markdown-body .contains-task-list:focus-within .task-list-item-convert-container {\n  display: block;\n  width: auto;\n  height: 24px;\n  overflow: visible;\n  clip: auto;\n}\n\n.markdown-body ::-webkit-calendar-picker-indicator {\n  filter: invert(50%);\n}\n\n.markdown-body .markdown-alert {\n  padding: var(--base-size-8) var(--base-size-16);\n  margin-bottom: var(--base-size-16);\n  color: inherit;\n  border-left: .25em solid var(--borderColor-default);\n}\n\n.markdown-body .markdown-alert>:first-child {\n  margin-top: 0;\n}\n\n.markdown-body .markdown-alert>:last-child {\n  margin-bottom: 0;\n}\n\n.markdown-body .markdown-alert .markdown-alert-title {\n  display: flex;\n  font-weight: var(--base-text-weight-medium, 500);\n  align-items: center;\n  line-height: 1;\n}\n\n.markdown-body .markdown-alert.markdown-alert-note {\n  border-left-color: var(--borderColor-accent-emphasis);\n}\n\n.markdown-body .markdown-alert.markdown-alert-note .markdown-alert-title {\n  color: var(--fgColor-accent);\n}\n\n.markdown-body .markdown-alert.markdown-alert-important {\n  border-left-color: var(--borderColor-done-emphasis);\n}\n\n.markdown-body .markdown-alert.markdown-alert-important .markdown-alert-title {\n  color: var(--fgColor-done);\n}\n\n.markdown-body .markdown-alert.markdown-alert-warning {\n  border-left-color: var(--borderColor-attention-emphasis);\n}\n\n.markdown-body .markdown-alert.markdown-alert-warning .markdown-alert-title {\n  color: var(--fgColor-attention);\n}\n\n.markdown-body .markdown-alert.markdown-alert-tip {\n  border-left-color: var(--borderColor-success-emphasis);\n}\n\n.markdown-body .markdown-alert.markdown-alert-tip .markdown-alert-title {\n  color: var(--fgColor-success);\n}\n\n.markdown-body .markdown-alert.markdown-alert-caution {\n  border-left-color: var(--borderColor-danger-emphasis);\n}\n\n.markdown-body .markdown-alert.markdown-alert-caution .markdown-alert-title {\n  color: var(--fgColor-danger);\n}\n\n.markdown-body>*:first-child>.heading-element:first-child {\n  margin-top: 0 !important;\n}\n\n.markdown-body .highlight pre:has(+.zeroclipboard-container) {\n  min-height: 52px;\n}\n\n"
};

;// CONCATENATED MODULE: ./build/src/commands/mix.js
/** Runs one of our Mix tasks in the user's project without touching it: `elixir -r` loads our files first (DESIGN: section 8). */
function mixTask(files, task, args = []) {
    return ["elixir", ...files.flatMap((file) => ["-r", file]), "-S", "mix", task, ...args];
}
/** Findings as JSON on standard output, possibly after the words of a compilation. */
const credo = ["mix", "credo", "--strict", "--format", "json"];
/** Findings as JSON in a file; `--private` asks no server for news, `--exit` makes findings a failure. One app a run: an umbrella's root is not scanned. */
function sobelow(root, out) {
    return ["mix", "sobelow", "--root", root, "--private", "--skip", "--exit", "low", "--format", "json", "--out", out];
}
const hexAudit = ["mix", "hex.audit"];
/** One line a warning, on standard error. */
const dialyzer = ["mix", "dialyzer", "--format", "short"];
/** The line of mix.exs that brings a missing tool. */
const toolLines = {
    credo: '{:credo, "~> 1.7", only: [:dev, :test], runtime: false}',
    sobelow: '{:sobelow, "~> 0.15", only: [:dev, :test], runtime: false}',
    dialyxir: '{:dialyxir, "~> 1.4", only: [:dev, :test], runtime: false}',
};

;// CONCATENATED MODULE: ./build/src/checks/vm.js



/** Kept of what a VM prints: artefacts carry its results, and only its last words are ever shown. */
const keepBytes = 256 * 1024;
/** How often a running VM's artefacts are looked for, milliseconds. */
const lookMs = 25;
/** Writes our Elixir files where the user's mix can load them. Returns their folder. */
async function writeHelpers(files, folder) {
    for (const [name, text] of Object.entries(assets))
        if (name.startsWith("elixir/"))
            await files.write((0,external_node_path_.join)(folder, name), text);
    return (0,external_node_path_.join)(folder, "elixir");
}
/** Starts one VM with our task in the project. Its artefacts lie in a folder of its own, empty before. */
async function startVm(bench, told) {
    const { files, job, shell, clock, cancellation, helpers } = bench;
    const out = (0,external_node_path_.join)(job.temp, "out", told.task);
    const limitMs = bench.limitMs * (told.serves ?? 1);
    await files.remove(out);
    await files.makeFolder(out);
    let over = false;
    const ended = shell
        .run({
        argv: mixTask(told.loads.map((name) => (0,external_node_path_.join)(helpers, `${name}.exs`)), told.task, told.args),
        cwd: bench.project,
        env: { MIX_ENV: told.env, PD_OUT: out, PD_LIMIT_MS: String(bench.limitMs), ...told.more },
        limitMs,
        onCancel: "end",
        show: true,
        keepBytes,
    })
        .then((ran) => ({ name: told.name, ran, out, limitMs }))
        .finally(() => {
        over = true;
    });
    return {
        ended,
        async left(name) {
            for (;;) {
                const last = over;
                if (await files.exists((0,external_node_path_.join)(out, name)))
                    return true;
                if (last)
                    return false;
                // A cancelled run sleeps no more: what is left is to see the VM end.
                await (cancellation.cancelled ? ended : clock.sleep(lookMs));
            }
        },
    };
}
/** Runs a tool of the user's project, as a person would. */
function inProject({ project, limitMs, shell }, argv, env) {
    return shell.run({ argv, cwd: project, env, limitMs, onCancel: "end", show: true });
}

;// CONCATENATED MODULE: ./build/src/checks/warmth.js

/** Looks at what caches brought: the compiled builds, and our own results. */
async function warmthOf(files, project, cachePath) {
    const [test, prod, results] = await Promise.all([
        files.exists((0,external_node_path_.join)(project, "_build/test/lib")),
        files.exists((0,external_node_path_.join)(project, "_build/prod/lib")),
        files.exists((0,external_node_path_.join)(cachePath, "results")),
    ]);
    return { test, prod, results };
}
/** What was warm and what was cold, and what a missing cache cost, a sentence each. `compiledMs` is what compiling took by build; absent where it was not needed. */
function saysWarmth(before, compiledMs, reused) {
    const builds = ["test", "prod"].flatMap((env) => {
        const ms = compiledMs[env];
        if (ms === undefined)
            return [];
        const took = `compiling took ${(ms / 1_000).toFixed(1)} s`;
        if (before[env])
            return [`\`_build/${env}\` was warm: ${took}.`];
        return [`\`_build/${env}\` was cold: ${took}, which a restored cache of \`_build\` and \`deps\` saves the next run.`];
    });
    const taken = reused.judged.size;
    const results = before.results
        ? `${taken} ${taken === 1 ? "result was" : "results were"} taken from earlier runs.`
        : "No results of earlier runs were there: restore `cache-path` with actions/cache to have them.";
    return [...builds, results];
}

;// CONCATENATED MODULE: ./build/src/commands/tar.js
/** Packs a folder. No times, owners or order of the machine: the same content gives the same bytes. Level 1: a release shrinks to nearly the same size in a third of the time. */
function packFolder(folder, file) {
    const fixed = ["--sort=name", "--mtime=@0", "--owner=0", "--group=0", "--numeric-owner"];
    return ["tar", "--create", "--file", file, "--use-compress-program=gzip -n -1", ...fixed, "--directory", folder, "."];
}

;// CONCATENATED MODULE: ./build/src/checks/release-contents.js


/** File names that do not belong into a release, wherever they lie in it. */
const anywhere = ["*.plt", ".env", ".env.*", "*.secret.exs", "id_rsa", "id_ed25519", "*.p12"];
/** In the project's own apps: libraries bring templates of tests. */
const ownOnly = ["*_test.exs", "test_helper.exs", "*.coverdata"];
/** Nothing in the release that must not leave the build: PLT files, secrets, private keys, tests. Null when it is clean. */
async function judgeContents({ shell, limitMs }, release) {
    const names = (list) => list.flatMap((name, index) => [...(index === 0 ? [] : ["-o"]), "-name", name]);
    const own = release.apps.flatMap((app, index) => [...(index === 0 ? [] : ["-o"]), "-path", `./lib/${app}-*`]);
    const listed = await shell.run({
        argv: [
            "find",
            ".",
            "-type",
            "f",
            "(",
            ...names(anywhere),
            "-o",
            "(",
            "(",
            ...own,
            ")",
            "-a",
            "(",
            ...names(ownOnly),
            ")",
            ")",
            ")",
            "-print",
        ],
        cwd: release.path,
        limitMs,
        onCancel: "end",
    });
    const keys = await shell.run({
        argv: ["grep", "--recursive", "--files-with-matches", "--binary-files=without-match", "--", "-----BEGIN [A-Z ]*PRIVATE KEY-----", "."],
        cwd: release.path,
        limitMs,
        onCancel: "end",
    });
    // grep ends with 1 when it found nothing, and with more when it could not look.
    if (listed.code !== 0 || (keys.code !== 0 && keys.code !== 1)) {
        const ran = listed.code !== 0 ? listed : keys;
        return couldNotRun("The look into the release", ran.stderr, ran.why || `it ended with ${ran.code}.`, tailOf(ran));
    }
    const lines = (text) => text.split("\n").filter((line) => line !== "");
    const findings = [
        ...lines(listed.stdout).map((file) => found(file, "does not belong into a release")),
        ...lines(keys.stdout).map((file) => found(file, "holds a private key")),
    ];
    if (findings.length === 0)
        return null;
    const shown = findings.slice(0, 5).map((one) => one.message);
    return {
        verdict: "fail",
        reason_code: "release_not_assembled",
        says: `The release holds ${findings.length} ${findings.length === 1 ? "file" : "files"} that must not ship: ${shown.join("; ")}${findings.length > 5 ? "; …" : ""}.`,
        remedy: "Keep PLT files outside `priv/`, and secrets and tests out of `priv/` and `rel/overlays/`.",
        findings,
    };
}
function found(file, what) {
    return { severity: "error", rule: "release-contents", message: `${(0,external_node_path_.join)(file)} ${what}` };
}

;// CONCATENATED MODULE: ./build/src/checks/release.js





/** Values that config/runtime.exs usually demands, so that a boot check can read it. Set ones win. */
const dummies = {
    SECRET_KEY_BASE: "phoenix-deploy-boot-check-".repeat(4),
    DATABASE_URL: "ecto://boot:check@localhost/none",
    PHX_HOST: "localhost",
};
/** Boots the assembled release once, packs it, and writes its manifest. The bytes are the same for the same content. */
async function packRelease(bench, artefact, shipment) {
    const { files, shell } = bench;
    const { folder, project } = shipment;
    if (!(await files.exists((0,external_node_path_.join)(artefact.path, "bin", artefact.name))))
        return failed("release_not_assembled", `mix release left no bin/${artefact.name}.`, "Look at `releases` in mix.exs.");
    const unfit = await judgeContents(bench, { path: artefact.path, apps: Object.keys(project.folders) });
    if (unfit !== null)
        return { judgement: unfit, release: null };
    await files.remove(folder);
    await files.makeFolder(folder);
    const packing = (0,external_node_path_.join)(folder, "packing.tar.gz");
    // Packing works on the disk and gzip, the boot on the VM: neither changes what the other reads.
    const [boot, tar] = await Promise.all([
        bootOnce(bench, artefact, shipment),
        shell.run({ argv: packFolder(artefact.path, packing), limitMs: bench.limitMs, onCancel: "end" }),
    ]);
    const packed = judgeBoot(boot, project.version ?? artefact.version) ?? (await nameIt(bench, artefact, shipment, packing, tar));
    if (packed.release === null)
        await files.remove(folder);
    return packed;
}
/** The application of the release whose version is asked for: the project's own, or the first of an umbrella that bears the release's name. */
function bootOnce({ shell }, { path, name }, { app, secret }) {
    const asked = `_ = Application.load(:"${app}"); IO.puts(["phoenix-deploy-version ", to_string(Application.spec(:"${app}", :vsn) || System.get_env("RELEASE_VSN"))])`;
    const env = Object.fromEntries(Object.entries(dummies).map(([key, value]) => [key, secret(key) ?? value]));
    return shell.run({ argv: [(0,external_node_path_.join)(path, "bin", name), "eval", asked], cwd: path, env, limitMs: 60_000, onCancel: "end" });
}
/** Null when the release booted and printed the version of mix.exs. */
function judgeBoot(boot, wanted) {
    const version = /^phoenix-deploy-version (\S+)$/m.exec(boot.stdout)?.[1];
    if (version === undefined)
        return failed("release_does_not_boot", "The release does not boot: `eval` printed no version.", "config/runtime.exs usually needs a variable or does not compile; see the last lines.", tailOf(boot));
    if (version !== wanted)
        return failed("release_does_not_boot", `The release says version ${version}, mix.exs says ${wanted}.`, "A stale build was packed: remove _build/prod and run again.");
    return null;
}
/** Gives the packed bytes their name and writes the manifest beside them. */
async function nameIt({ files, job }, artefact, shipment, packing, tar) {
    const { app, head, folder, project } = shipment;
    const sum = tar.code === 0 ? await files.digest(packing) : null;
    if (sum === null)
        return failed("release_not_assembled", "The release could not be packed.", "Look at the disk space.", tailOf(tar));
    const version = project.version ?? artefact.version;
    const file = `${app}-${version}-${sum.sha256.slice(0, 8)}.tar.gz`;
    const parsed = release/* releaseSchema */.By.safeParse({
        schema_version: 1,
        app,
        name: artefact.name,
        version,
        git_sha: head.sha,
        git_tree: head.tree,
        digest: sum.sha256,
        bytes: sum.bytes,
        file,
        elixir: project.elixir,
        otp: project.otp,
        os: "linux",
        arch: process.arch,
        built_by: { run_id: job.runId, run_attempt: job.runAttempt, url: job.runUrl },
    });
    if (!parsed.success) {
        return failed("release_not_assembled", `The release cannot be named: ${parsed.error.issues.map((one) => `${one.path.join(".")} ${one.message}`).join("; ")}.`, "Mend `app` or `version` in mix.exs.");
    }
    await files.move(packing, (0,external_node_path_.join)(folder, file));
    await files.write((0,external_node_path_.join)(folder, "manifest.json"), `${JSON.stringify(parsed.data, null, 2)}\n`);
    const says = `${app} ${version} was assembled, booted and packed: ${sum.bytes} bytes, sha256 ${sum.sha256.slice(0, 12)}….`;
    return {
        judgement: { verdict: "pass", reason_code: "passed", says, facts: { version, digest: sum.sha256, bytes: sum.bytes, file } },
        release: parsed.data,
    };
}
function failed(reason_code, says, remedy, tail = "") {
    return { judgement: { verdict: "fail", reason_code, says, remedy, tail }, release: null };
}

;// CONCATENATED MODULE: ./build/src/checks/production.js




/** Compiles for production and, where a shipment is wanted, assembles the release anew, boots it and packs it. */
async function runProduction(bench, project, shipmentOf) {
    const vm = await startVm(bench, {
        name: "The VM of the prod build",
        task: "pd.release",
        loads: ["json", "step", "compile", "release"],
        args: project === null ? [] : ["assemble"],
        env: "prod",
        serves: 2,
    });
    const lane = await vm.ended;
    const compiled = await artefact({ ...lane, name: "MIX_ENV=prod mix compile" }, "compile-prod.json", compileSchema, bench.files);
    const build = { env: "prod", ...compiled };
    if (project === null)
        return { build, judged: null, release: null };
    if ("value" in compiled && compiled.value.status === "error") {
        const says = "The code does not compile, so no release was built.";
        return {
            build,
            judged: { judgement: { verdict: "error", reason_code: "compile_error", says, remedy: "Mend what `compile` names." }, durationMs: 0 },
            release: null,
        };
    }
    const assembled = await artefact({ ...lane, name: "mix release" }, "release.json", releaseArtefactSchema, bench.files);
    if ("missing" in assembled) {
        // What stopped it is the project's own: a release that cannot be assembled has failed.
        const failed = assembled.why === "stopped" && assembled.missing.reason_code === "could_not_run";
        const judgement = failed
            ? { ...assembled.missing, verdict: "fail", reason_code: "release_not_assembled" }
            : assembled.missing;
        return { build, judged: { judgement, durationMs: assembled.durationMs }, release: null };
    }
    const known = await project;
    if ("verdict" in known)
        return { build, judged: { judgement: known, durationMs: 0 }, release: null };
    const started = bench.clock.ticks();
    const { judgement, release } = await packRelease(bench, assembled.value, shipmentOf(known));
    return { build, judged: { judgement, durationMs: assembled.durationMs + bench.clock.ticks() - started }, release };
}

;// CONCATENATED MODULE: ./build/src/checks/coverage.js
/** Line coverage of the one test run against the minimum in percent (Phase 6: mix test --cover, 80 %). Mix's own threshold is not asked. */
function judgeCoverage(seen, minimum, path) {
    const relevant = seen.modules.reduce((total, one) => total + one.relevant, 0);
    const covered = seen.modules.reduce((total, one) => total + one.covered, 0);
    if (relevant === 0) {
        return {
            verdict: "error",
            reason_code: "not_judged",
            says: `The test run left no coverage: ${seen.modules.length} modules, no relevant line.`,
            remedy: "Look at `test_coverage` in mix.exs: it may leave out every module. Tests that stop `:cover` lose its data.",
        };
    }
    const percent = (100 * covered) / relevant;
    const worst = seen.modules.filter((one) => one.relevant > one.covered).sort((a, b) => b.relevant - b.covered - (a.relevant - a.covered));
    const facts = {
        coverage: floor(percent),
        covered_lines: covered,
        relevant_lines: relevant,
        tool: seen.tool,
        modules: seen.modules.map((one) => ({
            module: one.module,
            coverage: one.relevant === 0 ? 100 : floor((100 * one.covered) / one.relevant),
            covered: one.covered,
            relevant: one.relevant,
        })),
    };
    const says = `Coverage is ${floor(percent).toFixed(1)} % (${covered} of ${relevant} lines; minimum ${minimum} %).`;
    if (percent < minimum) {
        const findings = worst.slice(0, 50).map((one) => ({
            severity: "warning",
            message: `${one.module}: ${one.relevant - one.covered} of ${one.relevant} lines are not covered: ${one.uncovered.slice(0, 30).join(", ")}${one.uncovered.length > 30 ? ", …" : ""}.`,
            ...(one.file === null ? {} : { file: path(one.file) }),
            ...(one.uncovered[0] === undefined ? {} : { line: one.uncovered[0] }),
        }));
        return {
            verdict: "fail",
            reason_code: "coverage_below_minimum",
            says,
            remedy: "Test the lines below, or lower `checks.coverage.minimum` with a reason.",
            facts,
            findings,
        };
    }
    return { verdict: "pass", reason_code: "passed", says, facts, findings: lenient(seen.tool, minimum) };
}
/** The project's own tool accepts less than is asked here: whoever runs it by hand sees a pass that is none. */
function lenient({ name, threshold }, minimum) {
    if (threshold === null || threshold >= minimum)
        return [];
    const message = `${name} accepts ${threshold} % in this project, and ${minimum} % is asked for: raise its threshold, so that both say the same.`;
    return [{ severity: "notice", message, rule: "threshold" }];
}
/** One decimal, rounded down: 79.96 must never read as 80.0. */
function floor(percent) {
    return Math.floor(percent * 10 + 1e-9) / 10;
}

;// CONCATENATED MODULE: ./build/src/checks/credo.js


const report = schemas/* object */.Ikc({
    issues: schemas/* array */.YOg(schemas/* object */.Ikc({
        category: schemas/* string */.YjP(),
        check: schemas/* string */.YjP(),
        filename: schemas/* string */.YjP(),
        line_no: schemas/* int */.Whr().nullable(),
        column: schemas/* int */.Whr().nullish(),
        message: schemas/* string */.YjP(),
    })),
});
/** From here on the exit code is a fault of the tool; below it is a set of issue categories. */
const toolFault = 128;
/** No issue (Phase 6: mix credo --strict). `ran` is the JSON run, ended by itself. Files and checks that credo left out are never a pass. */
function judgeCredo(ran, path) {
    const tail = tailOf(ran);
    const errors = plain(ran.stderr);
    const parsed = parse(ran.stdout);
    if (ran.code === null || ran.code >= toolFault || parsed === null)
        return couldNotRun("mix credo", `${errors}\n${plain(ran.stdout)}`, firstLine(errors) || `it ended with ${ran.code}.`, tail);
    const excluded = [...errors.matchAll(/^ +\d+\) (\S+)$/gm)].map(([, file = ""]) => file);
    if (excluded.length > 0 || errors.includes("could not be parsed")) {
        return {
            verdict: "error",
            reason_code: "syntax_error",
            says: `credo left out files that it could not parse: ${excluded.map(path).join(", ")}.`,
            remedy: "Mend their syntax.",
            findings: excluded.map((file) => ({ severity: "error", file: path(file), line: 1, message: "credo could not parse this file." })),
            tail,
        };
    }
    const unknown = [...errors.matchAll(/Ignoring an undefined check: (\S+)/g)].map(([, check = ""]) => check);
    if (unknown.length > 0) {
        return {
            verdict: "error",
            reason_code: "not_judged",
            says: `credo ignored checks that it does not know: ${unknown.join(", ")}.`,
            remedy: "Mend their names in .credo.exs.",
            tail,
        };
    }
    const findings = parsed.issues.map((one) => ({
        severity: "warning",
        message: one.message,
        rule: one.check,
        ...placed({ file: one.filename, line: one.line_no, column: one.column }, path),
    }));
    const facts = { issues: findings.length };
    if (findings.length > 0) {
        const categories = [...new Set(parsed.issues.map((one) => one.category))].sort();
        return {
            verdict: "fail",
            reason_code: "issues_found",
            says: `${findings.length} ${findings.length === 1 ? "issue" : "issues"} (${categories.join(", ")}).`,
            remedy: "Mend each, or configure the check in .credo.exs.",
            facts,
            findings,
        };
    }
    if (ran.code !== 0)
        return couldNotRun("mix credo", errors, `it named no issue and ended with ${ran.code}.`, tail);
    return { verdict: "pass", reason_code: "passed", says: "No issues.", facts };
}
/** Dependencies that had to be compiled speak first: the report begins at the first line that is `{` and nothing else. */
function parse(stdout) {
    const start = /^\{$/m.exec(stdout);
    if (start === null)
        return null;
    try {
        return report.parse(JSON.parse(stdout.slice(start.index)));
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./build/src/checks/format.js

/** Formatted or not, told apart from code that does not parse and a formatter that could not run. */
function judgeFormat(seen, path) {
    if (seen.status === "ok")
        return { verdict: "pass", reason_code: "passed", says: "Every file is formatted." };
    const words = plain(seen.message);
    if (seen.status === "syntax_error") {
        return {
            verdict: "fail",
            reason_code: "syntax_error",
            says: `A file cannot be parsed: ${words.split("\n")[0]}`,
            remedy: "Mend the syntax.",
            findings: [{ severity: "error", message: words, ...placed(seen, path) }],
        };
    }
    const files = unformatted(words);
    if (files.length === 0) {
        return {
            verdict: "error",
            reason_code: "could_not_run",
            says: `mix format could not run: ${words.split("\n")[0]}`,
            remedy: "A plugin or `import_deps` of .formatter.exs is missing: add it to mix.exs and fetch it.",
            tail: words,
        };
    }
    return {
        verdict: "fail",
        reason_code: "not_formatted",
        says: `${files.length} ${files.length === 1 ? "file is" : "files are"} not formatted: ${files.slice(0, 5).map(path).join(", ")}${files.length > 5 ? ", …" : ""}.`,
        remedy: "Run `mix format` and commit.",
        facts: { files: files.map(path) },
        findings: files.map((file) => ({
            severity: "error",
            file: path(file),
            line: 1,
            message: "This file is not formatted. Run `mix format`.",
        })),
        tail: words.slice(0, 6_000),
    };
}
/** The files that mix names: a list on 1.14, a diff below each absolute path from 1.15 on. */
function unformatted(message) {
    if (!message.includes("not formatted"))
        return [];
    return message.split("\n").flatMap((line) => {
        const named = /^ {2}\* (.+)$/.exec(line) ?? /^(\/.+\.\w+)$/.exec(line.trimEnd());
        return named?.[1] === undefined ? [] : [named[1]];
    });
}

;// CONCATENATED MODULE: ./build/src/checks/sobelow.js



const sobelow_found = schemas/* array */.YOg(schemas/* object */.Ikc({ file: schemas/* string */.YjP(), line: schemas/* int */.Whr(), type: schemas/* string */.YjP(), variable: schemas/* string */.YjP().nullish() }));
const sobelow_report = schemas/* object */.Ikc({
    findings: schemas/* object */.Ikc({ high_confidence: sobelow_found, medium_confidence: sobelow_found, low_confidence: sobelow_found }),
    sobelow_version: schemas/* string */.YjP().default("unknown"),
    total_findings: schemas/* int */.Whr(),
});
const severities = { high_confidence: "error", medium_confidence: "warning", low_confidence: "notice" };
/** No finding in any app (Phase 6: mix sobelow). Only the report that sobelow wrote counts: it ends with 0 where it scanned nothing. */
function judgeSobelow(scans, path) {
    const findings = [];
    for (const scan of scans) {
        const { folder, report: text, ...ran } = scan;
        const read = sobelow_parse(text);
        if (read === null || ran.code === null) {
            const words = plain(`${ran.stdout}\n${ran.stderr}`);
            const otherwise = words.includes("does not appear to be a Phoenix application")
                ? `it does not take ${path(folder)} for a Phoenix application.`
                : `it left no report of ${path(folder) || "the project"} and ended with ${ran.code}.`;
            return couldNotRun("mix sobelow", words, otherwise, tailOf(ran));
        }
        const named = Object.entries(severities).flatMap(([level, severity]) => read.findings[level].map((one) => ({
            severity,
            message: one.variable ? `${one.type} (variable \`${one.variable}\`)` : one.type,
            rule: one.type.split(":")[0] ?? one.type,
            ...placed({ file: one.file.startsWith("/") ? one.file : (0,external_node_path_.join)(folder, one.file), line: one.line }, path),
        })));
        if (named.length !== read.total_findings)
            return couldNotRun("mix sobelow", "", `its report counts ${read.total_findings}, names ${named.length}, and it ended with ${ran.code}.`, tailOf(ran));
        findings.push(...named);
    }
    if (scans.length === 0)
        return couldNotRun("mix sobelow", "", "there is no app to scan.");
    const facts = { scanned: scans.length, findings: findings.length };
    if (findings.length === 0)
        return {
            verdict: "pass",
            reason_code: "passed",
            says: `No findings in ${scans.length} ${scans.length === 1 ? "app" : "apps"}.`,
            facts,
        };
    return {
        verdict: "fail",
        reason_code: "vulnerabilities_found",
        says: `${findings.length} ${findings.length === 1 ? "finding" : "findings"}, ${findings.filter((one) => one.severity === "error").length} of high confidence.`,
        remedy: "Mend each, or mark a false one with `# sobelow_skip`.",
        facts,
        findings,
    };
}
function sobelow_parse(text) {
    try {
        return text === null ? null : sobelow_report.parse(JSON.parse(text));
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./build/src/checks/test.js

/** Tests ran, and none failed (Phase 6: mix test). `suites` has one entry for each app whose suite ended. */
function judgeTests(run, suites, path) {
    const all = suites.flatMap((one) => one.tests);
    const failures = all.filter((one) => one.state === "failed");
    const skipped = all.filter((one) => one.state === "skipped").length;
    const excluded = all.filter((one) => one.state === "excluded").length;
    const tests = all.length - skipped - excluded;
    const slowest = all
        .filter((one) => one.state === "passed" || one.state === "failed")
        .sort((a, b) => b.us - a.us)
        .slice(0, 5)
        .map((one) => `${nameOf(one)}: ${(one.us / 1_000).toFixed(1)} ms`);
    const facts = { tests, failures: failures.length, skipped, excluded, slowest };
    const ignored = run.unmatched.map((file) => ({
        severity: "warning",
        file: path(file),
        line: 1,
        message: "This file looks like tests and is never run: its name must end in `_test.exs`.",
    }));
    const findings = [
        ...failures.map((one) => ({
            severity: "error",
            message: one.message,
            rule: nameOf(one),
            ...placed(one, path),
        })),
        ...ignored,
    ];
    const extra = `${skipped > 0 ? `, ${skipped} skipped` : ""}${excluded > 0 ? `, ${excluded} excluded` : ""}`;
    if (failures.length > 0) {
        const names = failures.slice(0, 3).map(nameOf).join("; ");
        return {
            verdict: "fail",
            reason_code: "tests_failed",
            says: `${failures.length} of ${tests} tests failed${extra}: ${names}.`,
            remedy: "Mend them; each is below with its place.",
            facts,
            findings,
        };
    }
    if (tests === 0) {
        return {
            verdict: "fail",
            reason_code: "no_tests_run",
            says: `No test ran${extra}.`,
            remedy: "Nothing was proved. Add tests in files that end in `_test.exs`, or look at what excludes them.",
            facts,
            findings,
        };
    }
    return { verdict: "pass", reason_code: "passed", says: `${tests} tests, 0 failures${extra}.`, facts, findings };
}
function nameOf(one) {
    return `${one.module} ${one.name}`;
}

;// CONCATENATED MODULE: ./build/src/checks/suite.js









/** The checks that one VM serves from the `test` build, in the order in which it does. */
const suiteChecks = ["format", "credo", "sobelow", "test", "coverage"];
/** Compiles the `test` build and serves the wanted checks from it, in one VM; in a second one what a check that ended the first kept it from. */
async function startSuite(bench, wanted, rules) {
    const steps = suiteChecks.filter((id) => wanted.includes(id));
    const vm = await startVm(bench, {
        name: "The VM of the test build",
        task: "pd.suite",
        loads: ["json", "step", "compile", "coverage", "formatter", "suite"],
        args: steps,
        env: "test",
        serves: steps.length + 1,
    });
    const compiled = vm.left("compile-test.json");
    return { compiled, ended: vm.ended.then((lane) => outcome(bench, lane, steps, rules)) };
}
async function outcome(bench, lane, steps, rules) {
    const { files } = bench;
    const compiled = await artefact({ ...lane, name: "mix compile" }, "compile-test.json", compileSchema, files);
    const build = { env: "test", ...compiled };
    const runs = "value" in compiled && compiled.value.status === "ok";
    const suites = await suitesOf(bench, lane);
    const judged = new Map();
    let rest = [];
    for (const [index, id] of steps.entries()) {
        const left = await judge(bench, { ...lane, name: `mix ${id}` }, id, rules, suites);
        if (!("missing" in left))
            judged.set(id, { judgement: left.value, durationMs: left.durationMs });
        else if (left.why !== "absent") {
            // A tool that ended the VM without a word is asked again in a VM of its own, by whoever finds it unjudged here.
            const again = runs && left.why === "no file" && (id === "credo" || id === "sobelow");
            const why = runs || left.why !== "no file" ? left.missing : notCompiled(compiled, left.missing);
            if (!again)
                judged.set(id, { judgement: why, durationMs: left.durationMs });
            // The VM ended here: what stands behind gets a new one. A build that does not compile serves none of them.
            if (left.why !== "stopped" && runs && lane.ran.ended === "exited") {
                rest = steps.slice(index + 1);
                break;
            }
        }
    }
    const tests = judged.get("test")?.judgement;
    // Coverage of tests that did not run says nothing.
    if (tests?.verdict === "error" && steps.includes("coverage")) {
        rest = rest.filter((one) => one !== "coverage");
        judged.set("coverage", { judgement: { ...tests, findings: [] }, durationMs: 0 });
    }
    if (rest.length === 0)
        return { build, judged, suites };
    const again = await (await startSuite(bench, rest, rules)).ended;
    return { build, judged: new Map([...judged, ...again.judged]), suites: [...suites, ...again.suites] };
}
/** A check that stands on code that does not compile. */
function notCompiled(compiled, otherwise) {
    if ("missing" in compiled)
        return otherwise;
    return {
        verdict: "error",
        reason_code: "compile_error",
        says: "The code does not compile, so this could not run.",
        remedy: "Mend what `compile` names.",
    };
}
async function judge(bench, lane, id, rules, suites) {
    const { files, path } = bench;
    const read = async (name, schema, judged) => {
        const left = await artefact(lane, name, schema, files);
        return "missing" in left ? left : { durationMs: left.durationMs, value: judged(left.value) };
    };
    switch (id) {
        case "format":
            return read("format.json", formatSchema, (seen) => judgeFormat(seen, path));
        case "credo":
            return read("credo.json", toolSchema, (seen) => judgeCredo(seen, path));
        case "sobelow":
            return read("sobelow.json", sobelowSchema, (seen) => judgeSobelow(seen.scans, path));
        case "test":
            return read("test.json", testSchema, (seen) => judgeTests(seen, suites, path));
        case "coverage":
            return read("coverage.json", coverageSchema, (seen) => judgeCoverage(seen, rules.coverageMinimum, path));
    }
}
async function suitesOf({ files }, lane) {
    const names = (await files.list(lane.out)).filter((name) => /^suite-.*\.json$/.test(name));
    const suites = [];
    for (const name of names) {
        const left = await artefact(lane, (0,external_node_path_.join)(name), suiteSchema, files);
        if ("value" in left)
            suites.push(left.value);
    }
    return suites;
}

;// CONCATENATED MODULE: ./build/src/checks/dialyzer.js

/** `lib/a.ex:49:13:pattern_match The pattern …`, on standard error; OTP 25 and earlier may name no column. */
const warning = /^(\S+?\.(?:ex|exs|erl|eex|heex|leex)):(\d+)(?::(\d+))?:([a-z_]+) (.+)$/gm;
/** No warnings (Phase 6: mix dialyzer). The count on standard output is the evidence; the lines on standard error must be as many. */
function judgeDialyzer(ran, path) {
    const output = plain(ran.stdout);
    const errors = plain(ran.stderr);
    const tail = tailOf(ran);
    const [, total] = /^Total errors: (\d+), Skipped: -?\d+/m.exec(output) ?? [];
    if (total === undefined)
        return couldNotRun("mix dialyzer", `${output}\n${errors}`, firstLine(errors) || `it ended with ${ran.code}.`, tail);
    const findings = [...errors.matchAll(warning), ...output.matchAll(warning)].map(([, file = "", line = "", column, rule = "", message = ""]) => ({
        severity: "warning",
        message,
        rule,
        ...placed({ file, line: Number(line), column: column === undefined ? null : Number(column) }, path),
    }));
    const facts = { warnings: findings.length, total: Number(total) };
    if (findings.length > 0) {
        return {
            verdict: "fail",
            reason_code: "issues_found",
            says: `${findings.length} ${findings.length === 1 ? "warning" : "warnings"}.`,
            remedy: "Mend each, or list it in .dialyzer_ignore.exs.",
            facts,
            findings,
        };
    }
    if (ran.code === 0)
        return { verdict: "pass", reason_code: "passed", says: "No warnings.", facts };
    return couldNotRun("mix dialyzer", errors, `it counts ${total}, names no warning, and ended with ${ran.code}.`, tail);
}

;// CONCATENATED MODULE: ./build/src/checks/hex-audit.js

/** Says that advisories were consulted, and none was found: only Hex 2.5 and later write it. */
const clean = /^No retired or security advisory packages found$/m;
/** No retired package, no advisory (Phase 6: mix hex.audit), by the sentences that prove that the registry was asked. `hex` is Hex's version. */
function judgeHexAudit(ran, hex) {
    const output = plain(ran.stdout);
    const errors = plain(ran.stderr);
    const tail = tailOf(ran);
    if (!advises(hex)) {
        return {
            verdict: "error",
            reason_code: "not_judged",
            says: `Hex ${hex} knows retired packages only, not security advisories.`,
            remedy: "Run `mix local.hex --force` before this step: Hex 2.5 or later is needed.",
            tail,
        };
    }
    const findings = [
        ...section(output, "Retired", "A retired package", "warning"),
        ...section(output, "Advisories", "A security advisory", "error"),
    ];
    const ignored = [...section(output, "Ignored retired", "", "notice"), ...section(output, "Ignored advisories", "", "notice")];
    const facts = { found: findings.length, ignored: ignored.map((one) => one.message.trim()) };
    const rest = ignored.length === 0 ? "" : ` ${ignored.length} ignored by the project's settings.`;
    if (/Found retired packages|Found packages with security advisories/.test(errors) || findings.length > 0) {
        return {
            verdict: "fail",
            reason_code: "vulnerabilities_found",
            says: `${findings.length} retired or vulnerable ${findings.length === 1 ? "package" : "packages"}.${rest}`,
            remedy: "Update them with `mix deps.update`, or list a false one under `hex: [ignore_advisories: …]` with its reason.",
            facts,
            findings,
            tail,
        };
    }
    if (/Failed to fetch record/.test(errors)) {
        return {
            verdict: "inconclusive",
            reason_code: "not_judged",
            says: "The registry could not be asked: Hex answered from what it had.",
            remedy: "Run again when hex.pm can be reached from the job.",
            facts,
            tail,
        };
    }
    if (ran.code === 0 && (clean.test(output) || ignored.length > 0))
        return { verdict: "pass", reason_code: "passed", says: `No retired package and no advisory.${rest}`, facts };
    return couldNotRun("mix hex.audit", `${output}\n${errors}`, firstLine(errors) || `it ended with ${ran.code} without its verdict.`, tail);
}
/** The entries below a heading: `  plug 1.19.2 - EEF-… (HIGH)`, with what is indented further as its text. */
function section(output, heading, says, severity) {
    const lines = output.split("\n");
    const start = lines.indexOf(`${heading}:`);
    if (start < 0)
        return [];
    const found = [];
    for (const line of lines.slice(start + 1)) {
        if (!line.startsWith("  "))
            break;
        const last = found.pop();
        if (last !== undefined && line.startsWith("    "))
            found.push({ ...last, message: `${last.message}\n${line.trim()}` });
        else
            found.push(...(last === undefined ? [] : [last]), { severity, rule: says, message: line.trim(), file: "mix.lock", line: 1 });
    }
    return found;
}
/** Hex 2.5 was the first to consult advisories. */
function advises(version) {
    const [major = 0, minor = 0] = version.split(".").map(Number);
    return major > 2 || (major === 2 && minor >= 5);
}

;// CONCATENATED MODULE: ./build/src/checks/tools.js








/** The checks that stand on a tool of the user's project. */
const toolChecks = (/* unused pure expression or super */ null && (["credo", "sobelow", "hex-audit", "dialyzer"]));
/** The package that brings the tool; Hex is installed beside mix. */
const tools_packages = { credo: "credo", sobelow: "sobelow", dialyzer: "dialyxir" };
/** Bytes of a report that are read. */
const maxReportBytes = 32 << 20;
/** Why a tool is not there, with the line that brings it; null when it is. */
function missingTool(id, project) {
    const missing = (says, remedy) => ({
        verdict: "error",
        reason_code: "tool_missing",
        says,
        remedy: `${remedy}, or set \`checks: {${id}: off}\`.`,
    });
    if (id === "hex-audit")
        return project.hex === null ? missing("Hex is not installed.", "Run `mix local.hex --force` before this step") : null;
    const tool = tools_packages[id];
    return tool in project.deps ? null : missing(`${tool} is not among the dependencies.`, `Add \`${toolLines[tool]}\` to deps in mix.exs`);
}
/** The build that a tool is compiled in: the `test` build that all share, unless mix.exs keeps the tool out of it. */
function environmentOf(id, project) {
    const only = id === "hex-audit" ? [] : (project.deps[tools_packages[id]] ?? []);
    return only.length === 0 || only.includes("test") ? "test" : "dev";
}
/** Runs a tool that is there and judges what it left. */
async function runTool(id, bench, project) {
    const env = { MIX_ENV: environmentOf(id, project) };
    if (id === "sobelow")
        return scan(bench, project, env);
    const argv = { credo: credo, "hex-audit": hexAudit, dialyzer: dialyzer }[id];
    const ran = await inProject(bench, argv, env);
    const judge = {
        credo: () => judgeCredo(ran, bench.path),
        "hex-audit": () => judgeHexAudit(ran, project.hex ?? ""),
        dialyzer: () => judgeDialyzer(ran, bench.path),
    }[id];
    const judgement = ran.ended === "exited" ? judge() : unfinished({ name: argv.join(" "), ran, limitMs: bench.limitMs });
    return { judgement, durationMs: ran.durationMs };
}
/** sobelow app by app: it scans nothing at the root of an umbrella. */
async function scan(bench, project, env) {
    const scans = [];
    let durationMs = 0;
    for (const [index, folder] of Object.values(project.folders).entries()) {
        const out = (0,external_node_path_.join)(bench.job.temp, "out", `sobelow-${index}.json`);
        await bench.files.remove(out);
        const ran = await inProject(bench, sobelow(folder, out), env);
        durationMs += ran.durationMs;
        if (ran.ended !== "exited")
            return { judgement: unfinished({ name: "mix sobelow", ran, limitMs: bench.limitMs }), durationMs };
        scans.push({ folder, ...ran, report: await bench.files.read(out, maxReportBytes).catch(() => null) });
    }
    return { judgement: judgeSobelow(scans, bench.path), durationMs };
}

;// CONCATENATED MODULE: ./build/src/checks/work.js






/**
 * The graph: one VM for all that the `test` build serves, one for the production release beside it, and the rest in the gaps.
 * A build path belongs to one mix at a time, since Elixir before 1.18 does not lock it: who only reads the `test` build waits until it is compiled.
 */
function workOf(bench, wanted, found, project) {
    const { on, rules } = wanted;
    const nodes = [];
    const suite = suiteChecks.filter(on);
    const compiles = on("compile") || suite.length > 0;
    if (compiles) {
        nodes.push({
            id: "suite",
            needs: [],
            cost: 20,
            signals: ["compiled"],
            async run(signal) {
                const started = await startSuite(bench, suite, rules);
                await started.compiled;
                signal("compiled");
                const { build, judged, suites } = await started.ended;
                found.builds.push(build);
                found.suites = suites;
                for (const [id, timed] of judged)
                    found.judged.set(id, timed);
            },
        });
    }
    if (on("compile") || on("release")) {
        nodes.push({
            id: "production",
            needs: [],
            cost: 30,
            async run() {
                const { build, judged, release } = await runProduction(bench, on("release") ? project : null, wanted.shipment);
                found.builds.push(build);
                found.release = release;
                if (judged !== null)
                    found.judged.set("release", judged);
            },
        });
    }
    const tool = (id, needs, cost, more) => {
        if (!on(id))
            return;
        nodes.push({
            id,
            needs: compiles ? needs : [],
            cost,
            ...more,
            async run() {
                const known = await project;
                // The shared VM served it already, or mix cannot say what the project is.
                if (found.judged.has(id) || "verdict" in known)
                    return;
                const missing = missingTool(id, known);
                found.judged.set(id, missing === null ? await runTool(id, bench, known) : { judgement: missing, durationMs: 0 });
            },
        });
    };
    tool("dialyzer", ["compiled"], 15, { exclusive: "dev" });
    tool("credo", ["suite"], 3, { exclusive: "dev" });
    tool("sobelow", ["suite"], 3, { exclusive: "dev" });
    tool("hex-audit", [], 1, { light: true });
    return nodes;
}
/** What mix itself knows of the project, or why it cannot say. */
async function askMix(bench) {
    const vm = await startVm(bench, { name: "mix", task: "pd.project", loads: ["json", "project"], env: "test" });
    const told = await artefact(await vm.ended, "project.json", projectSchema, bench.files);
    return "missing" in told ? told.missing : told.value;
}

// EXTERNAL MODULE: ./build/src/domain/check.js
var check = __webpack_require__(1766);
// EXTERNAL MODULE: ./build/src/stages/stage.js
var stage = __webpack_require__(8767);
;// CONCATENATED MODULE: ./build/src/stages/validate.js













/** Proves a commit fit to ship and builds the release once (Phase 6: Pre-Deployment Validation). Every check of the list is recorded, whatever became of it. */
const validate = async (run) => {
    const { settings, world, recorder } = run;
    const { files, job } = world;
    const head = await world.repository.head();
    const changes = await world.repository.changes();
    if (changes.length > 0)
        await recorder.warn(`The checkout has ${changes.length} uncommitted changes: what is validated is not what is committed.`);
    const bench = await openBench(run);
    const warmth = await warmthOf(files, settings.projectPath, settings.cachePath);
    const folder = (0,external_node_path_.join)(job.workspace, stage/* workspaceFolder */.i, "release");
    const store = resultStore(settings.cachePath, files);
    const basis = await basisOf(run);
    const wanted = check/* checkIds */.tD.filter((id) => levelOf(run, id) !== "off");
    const reused = basis === null || settings.fresh ? nothingReused : await reuse(store, basis, { checks: wanted, releaseFolder: folder, files });
    if (reused.release === null)
        await files.remove(folder);
    const found = { judged: new Map(reused.judged), builds: [], suites: [], release: reused.release };
    const asked = reused.project === null ? askMix(bench) : Promise.resolve(reused.project);
    const nodes = workOf(bench, {
        on: (id) => wanted.includes(id) && !reused.judged.has(id),
        rules: { coverageMinimum: settings.coverageMinimum },
        shipment: (project) => ({ project, app: validate_nameOf(run, project), head, folder, secret: world.secret }),
    }, found, asked);
    await runGraph(nodes, job.cores, () => world.cancellation.cancelled || (settings.failFast && standsInTheWay(run, found)));
    const project = await asked;
    if ("verdict" in project)
        for (const id of check/* checkIds */.tD)
            found.judged.set(id, { judgement: project, durationMs: 0 });
    else {
        await recorder.set({ app: validate_nameOf(run, project) });
        recorder.output("app", validate_nameOf(run, project));
        recorder.output("version", found.release?.version ?? project.version ?? "");
        if (wanted.includes("compile"))
            found.judged.set("compile", compiled(found, bench, project, warmth, reused));
        if (basis !== null && project.elixir === basis.elixir && project.otp === basis.otp)
            await keep(store, basis, { project, judged: found.judged, release: found.release }, job, world.clock.now());
    }
    await recordAll(run, found);
    return conclude(run, found.release);
};
async function openBench({ settings, world }) {
    const { job, shell, files, clock, cancellation } = world;
    return {
        ...{ job, shell, files, clock, cancellation },
        helpers: await writeHelpers(files, job.temp),
        project: settings.projectPath,
        limitMs: settings.checkLimitMs,
        path: (file) => fromRoot(job.workspace, settings.projectPath, file),
    };
}
/** What results rest on; null where a file is not committed, or only starting Elixir tells its version: then every check runs. */
async function basisOf({ settings, world }) {
    const [{ files, untouched }, versions] = await Promise.all([world.repository.tracked(), world.toolchain.versions()]);
    if (!untouched || versions === null)
        return null;
    const { coverageMinimum, sobelowConfidence } = settings;
    const project = (0,external_node_path_.relative)(world.job.workspace, settings.projectPath);
    return { ...versions, files, project, job: world.job, rules: { coverageMinimum, sobelowConfidence } };
}
/** The application's name: the settings', else mix's; an umbrella bears the name of its release. */
function validate_nameOf({ settings }, project) {
    return settings.app ?? project.app ?? project.releases[0] ?? "release";
}
/** The settings' level, else Phase 6's for this commit. */
function levelOf({ settings, world }, id) {
    return settings.checks[id] ?? (0,check/* defaultLevel */.Qx)(id, !/^(pull_request|merge_group)/.test(world.job.eventName));
}
/** Both builds together: a warning in either fails. A build that is missing leaves the check unjudged. */
function compiled(found, bench, project, warmth, reused) {
    const builds = [...found.builds].sort((a, b) => b.env.localeCompare(a.env));
    const compiledMs = Object.fromEntries(builds.map(({ env, durationMs }) => [env, durationMs]));
    const cache = [...saysWarmth(warmth, compiledMs, reused)];
    const kept = reused.judged.get("compile");
    if (kept !== undefined)
        return { ...kept, judgement: { ...kept.judgement, facts: { ...kept.judgement.facts, cache } } };
    const judgement = judgeCompile(builds, bench.path, project.aliases);
    const whole = builds.length === 2 || judgement.verdict !== "pass";
    const says = `Only ${builds[0]?.env ?? "no build"} was compiled: ${judgement.says}`;
    return {
        judgement: whole ? { ...judgement, facts: { ...judgement.facts, cache } } : { verdict: "not-run", reason_code: "not_judged", says },
        durationMs: builds.reduce((total, one) => total + one.durationMs, 0),
    };
}
/** For fail-fast: a required check did not pass, or a build is not clean. */
function standsInTheWay(run, { judged, builds }) {
    const must = (id) => levelOf(run, id) === "must";
    return ([...judged].some(([id, { judgement }]) => must(id) && judgement.verdict !== "pass" && judgement.reason_code !== "not_applicable") ||
        (must("compile") && builds.length > 0 && judgeCompile(builds, (file) => file).verdict !== "pass"));
}
/** One result for each check of the list, in its order. */
async function recordAll(run, { judged, release }) {
    const { recorder, world } = run;
    if (release !== null) {
        await recorder.set({ release });
        recorder.output("release-digest", release.digest);
        recorder.output("release-file", `${stage/* workspaceFolder */.i}/release/${release.file}`);
    }
    const notRun = world.cancellation.cancelled
        ? { verdict: "not-run", reason_code: "cancelled", says: "Cancelled before this check began." }
        : { verdict: "not-run", reason_code: "check_failed", says: "Not run: another check had failed, and `fail-fast` is on." };
    for (const id of check/* checkIds */.tD) {
        const level = levelOf(run, id);
        const { judgement, durationMs } = level === "off" ? off : (judged.get(id) ?? { judgement: notRun, durationMs: 0 });
        // What does not apply to this project stands in nobody's way, and is no pass either.
        const required = level === "must" && judgement.reason_code !== "not_applicable";
        const heading = { kind: "check", id, title: (0,check/* titleOf */.Gg)(id), reproduce: reproduce[id], required };
        await recorder.record((0,result/* result */.Ke)(heading, judgement, durationMs));
    }
    const fact = (id, name) => String(judged.get(id)?.judgement.facts?.[name] ?? "");
    recorder.output("tests", fact("test", "tests"));
    recorder.output("coverage", fact("coverage", "coverage"));
}
const off = { judgement: { verdict: "off", reason_code: "switched_off", says: "Switched off in the settings." }, durationMs: 0 };
/** The verdict over all results: passed, with what it rests on, or the names of what stands in the way. */
function conclude({ recorder, world }, release) {
    const { results } = recorder.evidence;
    if (world.cancellation.cancelled) {
        const says = "Cancelled before every check had run.";
        return { status: "cancelled", decision: "stop", reason_code: "cancelled", says };
    }
    const standing = results.filter(result/* blocks */.Bv);
    if (standing.length > 0) {
        const names = standing.map((one) => `${one.id} (${one.verdict})`).join(", ");
        return {
            status: "failed",
            decision: "stop",
            reason_code: "checks_failed",
            says: `${standing.length} of ${results.length} checks ${standing.length === 1 ? "stands" : "stand"} in the way: ${names}.`,
            remedy: standing[0]?.remedy ?? "",
        };
    }
    if (release === null) {
        return {
            status: "failed",
            decision: "stop",
            reason_code: "release_missing",
            says: "No release was built, so there is nothing to ship.",
            remedy: "Set `checks: {release: must}`, and look at the check `release`.",
        };
    }
    const fact = (id, name) => results.find((one) => one.id === id)?.facts[name];
    const [tests, coverage] = [fact("test", "tests"), fact("coverage", "coverage")];
    const seen = [
        `release ${release.version}`,
        ...(typeof tests === "number" ? [`${tests} ${tests === 1 ? "test" : "tests"}`] : []),
        ...(typeof coverage === "number" ? [`coverage ${coverage.toFixed(1)} %`] : []),
    ];
    const switchedOff = results.filter((one) => one.verdict === "off").length;
    const open = results.filter((one) => one.verdict !== "pass" && one.verdict !== "off").map((one) => `${one.id} (${one.verdict})`);
    const rests = [
        ...(switchedOff > 0 ? [`; ${switchedOff} ${switchedOff === 1 ? "check" : "checks"} switched off`] : []),
        ...(open.length > 0 ? [`; not required and not passed: ${open.join(", ")}`] : []),
    ].join("");
    return { status: "passed", decision: "continue", reason_code: "passed", says: `Validation passed: ${seen.join(", ")}${rests}.` };
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
