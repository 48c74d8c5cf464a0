export const id = 211;
export const ids = [211];
export const modules = {

/***/ 4211:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  validate: () => (/* binding */ validate)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/checks/by-hand.js
var by_hand = __webpack_require__(326);
// EXTERNAL MODULE: ./build/src/checks/define.js
var checks_define = __webpack_require__(7500);
// EXTERNAL MODULE: ./build/src/checks/released.js
var checks_released = __webpack_require__(6460);
// EXTERNAL MODULE: ./build/src/domain/evidence/handover.js
var evidence_handover = __webpack_require__(9999);
// EXTERNAL MODULE: ./build/src/domain/evidence/result.js
var result = __webpack_require__(8365);
// EXTERNAL MODULE: ./build/src/domain/fleet/first-contact.js
var first_contact = __webpack_require__(6886);
// EXTERNAL MODULE: ./build/src/domain/validation/change.js
var validation_change = __webpack_require__(6994);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 8 modules
var schemas = __webpack_require__(2716);
;// CONCATENATED MODULE: ./build/src/domain/validation/project.js

/** What mix knows of the project. */
const projectSchema = schemas/* object */.Ikc({
    app: schemas/* string */.YjP().nullable(),
    version: schemas/* string */.YjP().nullable(),
    /** By name, of the apps and of the releases. */
    versions: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP().nullable()),
    umbrella: schemas/* boolean */.zMY(),
    /** Absolute folders of the apps, by name: one, or those of an umbrella. */
    folders: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()),
    releases: schemas/* array */.YOg(schemas/* string */.YjP()),
    /** The one that `mix release` makes when it is given no name; null where mix would make none. */
    release: schemas/* string */.YjP().nullable(),
    /** Why this one: `named` where mix has to be given its name. */
    chosen: schemas/* string */.YjP().optional(),
    /** Direct dependencies, each with the builds that mix.exs keeps it to; none means all. */
    deps: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* array */.YOg(schemas/* string */.YjP())),
    aliases: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* array */.YOg(schemas/* string */.YjP())),
    /** Absolute folders of path dependencies; null or absent where mix cannot say. */
    paths: schemas/* array */.YOg(schemas/* string */.YjP()).nullish(),
    /** Hex's version; null when it is not installed. */
    hex: schemas/* string */.YjP().nullable(),
    elixir: schemas/* string */.YjP(),
    otp: schemas/* string */.YjP(),
});
/**
 * The version that ships as mix resolves it: the release's, and in an umbrella that of the release or app of this name;
 * null when mix names none.
 */
function versionOf(project, name) {
    const shipped = project.umbrella ? name : (project.release ?? name);
    return project.versions[shipped] ?? project.version;
}

// EXTERNAL MODULE: ./build/src/domain/values/plural.js
var plural = __webpack_require__(4939);
// EXTERNAL MODULE: ./build/src/checks/compile.js
var compile = __webpack_require__(4962);
;// CONCATENATED MODULE: ./build/src/validation/cache/build-cache.js


/** Looks at what caches brought: the compiled builds, and our own results. */
async function restoredCaches(files, project, cachePath) {
    const [test, prod, results] = await Promise.all([
        files.exists((0,external_node_path_.join)(project, "_build/test/lib")),
        files.exists((0,external_node_path_.join)(project, "_build/prod/lib")),
        files.exists((0,external_node_path_.join)(cachePath, "results")),
    ]);
    return { test, prod, results };
}
/**
 * What was warm and what was cold, and what a missing cache cost, a sentence each. `compiledMs` is what compiling took
 * by build; absent where it was not needed.
 */
function cacheSentences(before, compiledMs, reused) {
    const builds = ["test", "prod"].flatMap((env) => {
        const ms = compiledMs[env];
        if (ms === undefined)
            return [];
        const took = `compiling took ${(ms / 1_000).toFixed(1)} s`;
        if (before[env])
            return [`\`_build/${env}\` was warm: ${took}.`];
        return [
            `\`_build/${env}\` was cold: ${took}, which a restored cache of \`_build\` and \`deps\` saves the next run.`,
        ];
    });
    const taken = reused.judged.size;
    if (reused.why !== undefined)
        return [...builds, `No result of an earlier run was taken: ${reused.why}.`];
    const results = before.results
        ? `${(0,plural/* counted */.h)(taken, "result was", "results were")} taken from earlier runs.`
        : "No results of earlier runs were there: restore `cache-path` with actions/cache to have them.";
    return [...builds, results];
}

;// CONCATENATED MODULE: ./build/src/validation/compiled.js


/** Both builds together: a warning in either fails. A build that is missing leaves the check unjudged. */
function compiled({ builds: found, path, project, restored, reused }) {
    const builds = [...found].sort((a, b) => b.env.localeCompare(a.env));
    const compiledMs = Object.fromEntries(builds.map(({ env, durationMs }) => [env, durationMs]));
    const cache = [...cacheSentences(restored, compiledMs, reused)];
    const kept = reused.judged.get("compile");
    if (kept !== undefined)
        return { ...kept, judgement: { ...kept.judgement, facts: { ...kept.judgement.facts, cache } } };
    const judgement = (0,compile.judgeCompile)(builds, path, project.aliases);
    const whole = builds.length === 2 || judgement.verdict !== "pass";
    const says = `Only ${builds[0]?.env ?? "no build"} was compiled: ${judgement.says}`;
    return {
        judgement: whole
            ? { ...judgement, facts: { ...judgement.facts, cache } }
            : { verdict: "not-run", reason_code: "not_judged", says },
        durationMs: builds.reduce((total, one) => total + one.durationMs, 0),
    };
}

;// CONCATENATED MODULE: ./build/src/validation/conclusion.js



/** The verdict over all results: passed, with what it rests on, or the names of the checks that block it. */
function conclusionOf(results, release) {
    const blocking = results.filter(result/* blocks */.Bv);
    if (blocking.length > 0)
        return { status: "failed", decision: "stop", reason_code: "checks_failed", ...blocked(blocking, results) };
    if (release === null) {
        return {
            status: "failed",
            decision: "stop",
            reason_code: "release_missing",
            says: "No release was built, so there is nothing to ship.",
            remedy: "Set `checks: {release: must}`, and look at the check `release`.",
        };
    }
    const says = `Validation passed: ${seen(results, release).join(", ")}${restsOn(results)}.`;
    return { status: "passed", decision: "continue", reason_code: "passed", says };
}
/** The figures of a validation that passed. */
function seen(results, release) {
    const fact = (id, name) => results.find((one) => one.id === id)?.facts[name];
    const [tests, coverage] = [fact("test", "tests"), fact("coverage", "coverage")];
    return [
        `release ${release.version}`,
        ...(typeof tests === "number" ? [(0,plural/* counted */.h)(tests, "test")] : []),
        ...(typeof coverage === "number" ? [`coverage ${coverage.toFixed(1)} %`] : []),
    ];
}
/** What a pass does not cover. */
function restsOn(results) {
    const off = results.filter((one) => one.verdict === "off").length;
    const open = results.filter(result/* leftOpen */.cb).map((one) => `${one.id} (${one.verdict})`);
    return [
        ...(off > 0 ? [`; ${(0,plural/* counted */.h)(off, "check")} switched off`] : []),
        ...(open.length > 0 ? [`; not required and not passed: ${open.join(", ")}`] : []),
    ].join("");
}
/**
 * What the required checks say that did not pass. Where all of them lack what the project never had, that is one thing
 * to do, and said as one.
 */
function blocked(blocking, results) {
    const others = blocking.filter((one) => !(0,first_contact/* isFirstContact */.f)(one));
    const names = blocking.map((one) => one.id).join(", ");
    if (others.length === 0) {
        const count = blocking.length === 1 ? "one required check needs" : `${blocking.length} required checks need`;
        return {
            says: `This project does not have yet what ${count}: ${names}.`,
            remedy: "Copy the lines from the top of the job summary: they add it, or let the settings go without.",
        };
    }
    const own = blocking.filter((one) => one.verdict !== "not-run");
    const [only] = own;
    // All the others were not run for the reason that this one names.
    if (only !== undefined && own.length === 1 && blocking.length > 1) {
        const says = `${only.says} ${blocking.length - 1} more required checks could not run because of it.`;
        return { says, remedy: only.remedy };
    }
    const required = results.filter((one) => one.required).length;
    const says = `${blocking.length} of ${required} required checks did not pass: ${names}.`;
    return { says, remedy: others[0]?.remedy ?? "" };
}

// EXTERNAL MODULE: ./build/src/domain/validation/check.js
var validation_check = __webpack_require__(3944);
;// CONCATENATED MODULE: ./build/src/validation/levels.js

/** The settings' level of a check, else its default for this commit. */
function levelOf(check, settings, job) {
    return settings.checks[check.id]?.level ?? (0,validation_check/* defaultLevel */.Qx)(check.level, (0,validation_check/* ships */.yw)(job));
}
/** True for a check that this run records: one that is off by default belongs to it where the settings name it. */
function isListed(check, settings) {
    return check.level !== "off" || settings.checks[check.id] !== undefined;
}

;// CONCATENATED MODULE: ./build/src/validation/once.js
/** The oldest Elixir that the checks run on. */
const oldest = [1, 14];
/** Why nothing can run on this Elixir; null where it can, or where the version is not known yet. */
function tooOld(versions) {
    const [major = 0, minor = 0] = versions?.elixir.split(".").map(Number) ?? oldest;
    if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1]))
        return null;
    return {
        verdict: "error",
        reason_code: "could_not_run",
        says: `Elixir ${versions?.elixir} is too old: the checks need ${oldest.join(".")} or later.`,
        remedy: "Set a later `elixir-version` up before this step, with erlef/setup-beam.",
    };
}
/**
 * Says one cause once: of checks that could not run for the very same one, the first names it, and the others refer to
 * that check. They were not run, and none of them passes. `ids` is their order.
 */
function saidOnce(ids, judged) {
    const first = new Map();
    const all = new Map(judged);
    for (const id of ids) {
        const timed = judged.get(id);
        const cause = timed === undefined ? null : causeOf(timed.judgement);
        if (timed === undefined || cause === null)
            continue;
        const named = first.get(cause);
        if (named === undefined)
            first.set(cause, id);
        else
            all.set(id, { ...timed, judgement: { ...notRun(named), reason_code: timed.judgement.reason_code } });
    }
    return all;
}
/**
 * What is the same for several checks, without the name of the command that it stopped; null for what is a check's own.
 */
function causeOf({ verdict, says, remedy = "" }) {
    if (verdict !== "error")
        return null;
    const [, why] = /could not (?:run|start): (.+)$/s.exec(says) ?? [];
    const cause = (why ?? says).split(" Before that it had printed:")[0] ?? "";
    return `${cause.replace(/^\*\* \([\w.]+\) /, "")}\n${remedy}`;
}
function notRun(named) {
    return { verdict: "not-run", reason_code: "could_not_run", says: `Not run, for the reason that \`${named}\` names.` };
}

;// CONCATENATED MODULE: ./build/src/validation/tree.js



/**
 * Folders that tools build and fetch into, also where .gitignore does not name them: `mix phx.digest` leaves copies
 * that no generator ignores.
 */
const built = /(^|\/)(_build|deps|cover|doc|node_modules|\.elixir_ls|priv\/static)\//;
const code = /\.(ex|exs|eex|heex|leex|erl|hrl|yrl|xrl|lock)$/;
/** Reads the tree as it is now. Ignored files are none of it, nor is what the suite itself writes. */
async function treeOf({ world, settings, }) {
    const { repository, files, job } = world;
    const own = [evidence_handover/* handover */.c.folder, (0,external_node_path_.relative)(job.workspace, settings.cachePath)].filter((one) => one !== "" && !(0,external_node_path_.isAbsolute)(one));
    const seen = (await repository.differing()).filter(({ path, tracked }) => (tracked || !built.test(path)) && !own.some((folder) => path.startsWith(`${folder}/`)));
    const read = seen.map(async ({ path, tracked }) => {
        const digest = await files.digest((0,external_node_path_.join)(job.workspace, path)).catch(() => null);
        return [path, { tracked, content: digest?.sha256 ?? "none" }];
    });
    return new Map(await Promise.all(read));
}
/** What differs between two looks. */
function movedBetween(before, after) {
    const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
    const moved = paths.filter((path) => before.get(path)?.content !== after.get(path)?.content || before.has(path) !== after.has(path));
    const counts = (path) => (after.get(path) ?? before.get(path))?.tracked === true || code.test(path);
    return { code: moved.filter(counts), other: moved.filter((path) => !counts(path)) };
}
/** A judgement that was made while the code changed: nobody knows of which code it is. A failure stays one. */
function unsettled(judged, { code: files }) {
    const says = `The checkout changed while the checks ran: ${(0,plural/* someOf */.y)(files)}.`;
    const findings = files.map((file) => ({
        severity: "error",
        file,
        line: 1,
        message: "This file changed while the checks ran.",
        rule: "tree",
    }));
    const failed = judged.verdict === "fail";
    return {
        ...judged,
        verdict: failed ? "fail" : "error",
        reason_code: failed ? judged.reason_code : "tree_changed",
        says: failed ? `${judged.says} ${says}` : says,
        remedy: `${failed ? `${judged.remedy ?? ""} ` : ""}${remedy}`,
        findings: [...findings, ...(judged.findings ?? [])],
    };
}
/** What to do about a tree that changes under the run. */
const remedy = "Let the test or task that writes there write to a temporary folder, or to files that .gitignore names.";

// EXTERNAL MODULE: ./build/src/domain/values/error-text.js
var error_text = __webpack_require__(3059);
// EXTERNAL MODULE: ./build/src/mix-output/location.js
var mix_output_location = __webpack_require__(8755);
// EXTERNAL MODULE: ./build/src/render/text/visible.js
var visible = __webpack_require__(8502);
// EXTERNAL MODULE: ./build/src/render/text/wording.js
var wording = __webpack_require__(9700);
;// CONCATENATED MODULE: ./build/src/render/findings/junit.js


/** Characters of a failure that are repeated, and of a name. */
const maxMessage = 64 * 1024;
const maxName = 1_000;
/** What XML 1.0 cannot hold, not even escaped. */
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const references = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
/**
 * Every test as JUnit XML, which test reporters of all kinds read: a suite for each module, in the order of the run. A
 * test that the run's tags excluded is no case, but counted. `path` maps a file to the repository.
 */
function renderJunit(suites, path) {
    const tests = suites.flatMap((one) => one.tests);
    const setups = suites.flatMap((one) => one.setups ?? []);
    const modules = Map.groupBy(tests, (test) => test.module);
    return [
        '<?xml version="1.0" encoding="UTF-8"?>',
        `<testsuites name="ExUnit"${totals(tests, setups)}>`,
        ...[...modules].flatMap(([module, cases]) => {
            const failed = setups.filter((one) => one.module === module);
            return suiteOf({ module, all: cases, setups: failed }, path);
        }),
        "</testsuites>",
        "",
    ].join("\n");
}
function suiteOf({ module, all, setups, }, path) {
    const cases = all.filter(({ state }) => state !== "excluded");
    const file = all.find((test) => test.file != null && test.file !== "")?.file;
    const place = file == null ? {} : { file: path(file) };
    return [
        `  <testsuite${attributes({ name: (0,wording/* shortened */.vI)(module, maxName), ...place })}${totals(all, setups)}>`,
        `    <properties><property name="excluded" value="${all.length - cases.length}"/></properties>`,
        ...setups.flatMap((one) => caseOf({ ...one, name: "setup_all", us: 0, state: "failed" }, path)),
        ...cases.flatMap((test) => caseOf(test, path)),
        "  </testsuite>",
    ];
}
function caseOf({ module, name, file, line, us, state, message }, path) {
    const place = {
        ...(file == null || file === "" ? {} : { file: path(file) }),
        ...(line == null || line < 1 ? {} : { line: String(line) }),
    };
    const head = attributes({
        classname: (0,wording/* shortened */.vI)(module, maxName),
        name: (0,wording/* shortened */.vI)(name, maxName),
        ...place,
        time: seconds(us),
    });
    if (state === "passed")
        return [`    <testcase${head}/>`];
    if (state === "invalid")
        return [`    <testcase${head}><error message="not run: setup_all failed"/></testcase>`];
    const [first = ""] = message.trim().split("\n");
    const says = { message: (0,wording/* shortened */.vI)(first.trim(), maxName) };
    if (state === "skipped")
        return [`    <testcase${head}><skipped${attributes(says)}/></testcase>`];
    const type = /\*\* \(([\w.]+)\)/.exec(message)?.[1] ?? "failure";
    const failure = attributes({ ...says, type: (0,wording/* shortened */.vI)(type, maxName) });
    return [
        `    <testcase${head}>`,
        `      <failure${failure}>${escaped((0,wording/* shortened */.vI)(message, maxMessage))}</failure>`,
        "    </testcase>",
    ];
}
/**
 * The counts of a suite. A setup_all that failed is a case of its own, and each test that it kept from running an
 * error.
 */
function totals(tests, setups) {
    const count = (state) => tests.filter((test) => test.state === state).length;
    return attributes({
        tests: String(tests.length - count("excluded") + setups.length),
        failures: String(count("failed") + setups.length),
        errors: String(count("invalid")),
        skipped: String(count("skipped")),
        time: seconds(tests.reduce((total, test) => total + test.us, 0)),
    });
}
function seconds(us) {
    return (Math.max(0, us) / 1e6).toFixed(6);
}
function attributes(named) {
    // Lines and tabs in an attribute would be read as spaces.
    const value = (text) => escaped(text).replaceAll(/[\t\n\r]/g, (one) => `&#${one.charCodeAt(0)};`);
    return Object.entries(named)
        .map(([name, text]) => ` ${name}="${value(text)}"`)
        .join("");
}
function escaped(text) {
    return (0,visible/* withoutEscapes */.L)(text)
        .replaceAll(forbidden, "\ufffd")
        .replaceAll(/[&<>"]/g, (one) => references[one] ?? one)
        .replaceAll("\r", "&#13;");
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/src/render/findings/sarif.js





/**
 * What GitHub's code scanning takes of one upload: over these it refuses the whole. Compressed it takes 10 MB: what is
 * below that as it is, is so compressed.
 */
const maxResultsOfRun = 25_000;
const maxBytes = 10_000_000;
/** Set aside for all that is not a result or a rule. */
const headBytes = 100_000;
const sarif_maxMessage = 4_000;
const maxRule = 255;
/**
 * The findings of credo, sobelow, dialyzer and the audits as one SARIF 2.1.0 log with a run for each tool. A tool that
 * came to no verdict has no run: code scanning takes an empty one for "all of it was fixed". Null when none came to
 * one.
 */
function renderSarif(results, options) {
    const judged = results.filter((one) => Object.hasOwn(options.tools, one.id) && (one.verdict === "pass" || one.verdict === "fail"));
    if (judged.length === 0)
        return null;
    const room = Math.floor((maxBytes - headBytes) / judged.length);
    const runs = judged.map((one) => runOf(one, options, room));
    const log = {
        $schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: runs.map(({ run }) => run),
    };
    return { text: `${JSON.stringify(log)}\n`, left: runs.flatMap(({ left }) => left) };
}
/** One tool's run, within so many bytes: findings of this change and worse ones first, the rest is counted. */
function runOf(one, options, room) {
    const tool = options.tools[one.id] ?? { name: one.id, home: "", tags: [] };
    const prints = fingerprints(one);
    const rules = new Map();
    const results = [];
    let bytes = 0;
    for (const finding of (0,validation_change/* sorted */.IP)(one.findings)) {
        const id = ruleIdOf(one, finding);
        const known = rules.get(id);
        const { rule, index } = known ?? {
            rule: ruleOf(one, tool, { id, level: sarif_levelOf(one, finding) }),
            index: rules.size,
        };
        const result = resultOf(one, finding, { id, index, print: prints.get(finding) ?? "", place: options.place });
        bytes += bytesOf(result) + (known === undefined ? bytesOf(rule) : 0);
        if (bytes > room || results.length === maxResultsOfRun)
            break;
        if (known === undefined)
            rules.set(id, { rule, index });
        results.push(result);
    }
    const total = Math.max(one.findings_total, one.findings.length);
    const left = results.length === total
        ? []
        : [
            `The SARIF file has ${(0,plural/* counted */.h)(results.length, "finding")} of ${total} of ${tool.name}: ` +
                "code scanning accepts no more.",
        ];
    const notifications = left.map((text) => ({ level: "warning", message: { text } }));
    const run = {
        tool: {
            driver: { name: tool.name, informationUri: tool.home, rules: [...rules.values()].map(({ rule }) => rule) },
        },
        automationDetails: { id: categoryOf(tool.name, options.folder) },
        invocations: [
            {
                executionSuccessful: true,
                ...(notifications.length === 0 ? {} : { toolExecutionNotifications: notifications }),
            },
        ],
        originalUriBaseIds: { "%SRCROOT%": { description: { text: "The root of the repository." } } },
        columnKind: "unicodeCodePoints",
        results,
    };
    return { run, left };
}
/** Bytes of a value in the log, with its comma. */
function bytesOf(value) {
    return Buffer.byteLength(JSON.stringify(value)) + 1;
}
function resultOf(one, finding, known) {
    const inside = finding.file !== undefined && finding.file !== "" && !/^(\/|\.\.(\/|$))/.test(finding.file);
    const { file = "", line = 1, column } = inside ? finding : { file: known.place };
    return {
        ruleId: known.id,
        ruleIndex: known.index,
        level: sarif_levelOf(one, finding),
        // A bracket before a parenthesis would be a link to one of the result's own locations.
        message: { text: (0,wording/* shortened */.vI)((0,visible/* visible */.R)(finding.message), sarif_maxMessage).replaceAll("](", "] (") || one.title },
        locations: [
            {
                physicalLocation: {
                    artifactLocation: { uri: uriOf(file), uriBaseId: "%SRCROOT%" },
                    region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) },
                },
            },
        ],
        partialFingerprints: { "phoenixDeploy/v1": known.print },
        ...(finding.in_change === undefined ? {} : { properties: { in_change: finding.in_change } }),
    };
}
function ruleOf(one, tool, { id, level }) {
    const help = [one.remedy, one.reproduce === "" ? "" : `The same by hand: ${one.reproduce}`]
        .filter((text) => text !== "")
        .join(" ");
    return {
        id,
        shortDescription: { text: id },
        ...(help === "" ? {} : { help: { text: help } }),
        // credo's own checks have a page each; those of the project have none.
        ...(/^Credo\.Check(\.\w+)+$/.test(id) ? { helpUri: `https://hexdocs.pm/credo/${id}.html` } : {}),
        defaultConfiguration: { level },
        properties: { tags: tool.tags },
    };
}
/** The rule that a finding broke. Of an audit it is the advisory: two of them in one lock file are two alerts. */
function ruleIdOf({ id }, { rule, message }) {
    const advisory = /\b(?:GHSA(?:-\w{4}){3}|(?:EEF-)?CVE-\d{4}-\d+|EEF-[\w-]+)\b/.exec(message)?.[0];
    const audit = id === "hex-audit" || id === "deps-audit";
    const name = audit ? (advisory ?? message.split("\n")[0]) : rule;
    return (0,wording/* shortened */.vI)((0,visible/* visible */.R)(name ?? "").trim(), maxRule) || id;
}
/** A SHOULD is never an error. */
function sarif_levelOf({ required }, { severity }) {
    if (severity === "notice")
        return "note";
    return severity === "error" && required ? "error" : "warning";
}
/** What keeps the runs of tools and projects apart. GitHub takes all up to the last slash for the category. */
function categoryOf(tool, folder) {
    return ["phoenix-deploy", tool, ...folder.split("/").filter((part) => part !== "" && part !== "."), ""].join("/");
}
function uriOf(path) {
    return path.toWellFormed().split("/").map(encodeURIComponent).join("/");
}
/**
 * What a finding is known by from run to run: its rule, file and words without their numbers, and which of several
 * alike it is, counted down the file. It stays when lines move. GitHub's own uploader adds a hash of the line's text
 * beside it.
 */
function fingerprints(one) {
    const seen = new Map();
    const downTheFile = [...one.findings].sort((a, b) => (a.file ?? "").localeCompare(b.file ?? "") || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
    return new Map(downTheFile.map((finding) => {
        const words = finding.message.toWellFormed().replaceAll(/\d+/g, "#");
        const key = JSON.stringify([ruleIdOf(one, finding), finding.file ?? "", words]);
        const occurrence = (seen.get(key) ?? 0) + 1;
        seen.set(key, occurrence);
        return [finding, `${(0,external_node_crypto_.createHash)("sha256").update(key).digest("hex").slice(0, 32)}:${occurrence}`];
    }));
}

;// CONCATENATED MODULE: ./build/src/stages/findings.js







/**
 * What the pull request of this run changes; null when there is none, or GitHub does not say: that costs the order,
 * never the findings.
 */
async function readChange({ world, recorder }) {
    const { github, job } = world;
    if (job.pullRequest === null)
        return null;
    const answer = await github.changedFiles(job.pullRequest.number);
    if (answer.ok)
        return (0,validation_change/* changeOf */.C2)(answer.value);
    await recorder.warn(`What this pull request changes is not known (${answer.status}: ${answer.why}), so its findings do not come ` +
        "first. Give the job `pull-requests: read`.");
    return null;
}
/**
 * Writes the findings for code scanning and the tests for test reporters, each as an output; what is not there leaves
 * no file of an earlier run. A report that cannot be written is a warning: no verdict hangs on it.
 */
async function writeReports(run, { checks, results, runs }) {
    const { settings, recorder } = run;
    const { workspace } = run.world.job;
    const path = (file) => (0,mix_output_location/* fromRoot */.tc)(workspace, settings.projectPath, file);
    await write(run, { output: "sarif-file", name: "validate.sarif" }, async () => {
        const tools = Object.fromEntries(checks.flatMap(({ id, sarif }) => (sarif === undefined ? [] : [[id, sarif]])));
        const folder = (0,external_node_path_.relative)(workspace, settings.projectPath);
        const sarif = renderSarif(results, { tools, folder, place: path("mix.exs") });
        for (const left of sarif?.left ?? [])
            await recorder.warn(left);
        return sarif?.text ?? null;
    });
    await write(run, { output: "junit-file", name: "junit.xml" }, async () => runs.length === 0 ? null : renderJunit(runs, path));
}
async function write({ world, recorder }, { output, name }, render) {
    const file = (0,external_node_path_.join)(evidence_handover/* handover */.c.report, name);
    const path = (0,external_node_path_.join)(world.job.workspace, file);
    recorder.output(output, "");
    try {
        await world.files.remove(path);
        const text = await render();
        if (text === null)
            return;
        await world.files.write(path, text);
        recorder.output(output, file);
    }
    catch (error) {
        await recorder.warn(`${file} could not be written: ${(0,error_text/* errorText */.k)(error)}.`);
    }
}

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
        says: `The checkout is at ${head === null ? "" : "commit "}${at}, and this run is of ${sha.slice(0, 12)}: ` +
            "results for one do not apply to the other.",
        remedy: "Check out without `ref:`, which takes the run's commit, and commit nothing before; or start the run on " +
            "the ref that you mean.",
    };
}
function forkCheckedOut(eventName, what) {
    return {
        verdict: "fail",
        reason_code: "fork_checked_out",
        says: `This run of \`${eventName}\` is about a fork and has ${what}, not the commit of this repository ` +
            "that it is of: the fork's code would run with a token that may write.",
        remedy: "Validate pull requests of forks on the event `pull_request`, as examples/workflows/pull-request.yml does.",
    };
}

// EXTERNAL MODULE: ./build/src/stages/stage.js
var stage = __webpack_require__(8767);
;// CONCATENATED MODULE: ./build/src/stages/judged.js


/** Does the work and measures how long it took, for whoever records its judgement later with `recordTimed`. */
async function timed({ world }, work) {
    const started = world.clock.ticks();
    const value = await work();
    return { value, durationMs: world.clock.ticks() - started };
}
/** Records a judgement under its heading, with its warnings. */
function recordTimed(run, subject, one) {
    return recordAll(run, [{ subject, ...one }]);
}
/** Records judgements that are known at once, each under its heading, with its warnings. */
async function recordAll({ recorder }, all) {
    const results = all.map(({ subject, judgement, durationMs }) => {
        const required = typeof subject.required === "boolean" ? subject.required : subject.required(judgement);
        return (0,result/* result */.Ke)({ ...subject, required }, judgement, durationMs);
    });
    await recorder.record(...results);
    for (const { judgement } of all)
        for (const warning of judgement.warnings ?? [])
            await recorder.warn(warning);
}
/** Times a judgement and records it under its heading, with its warnings. */
async function judged_judged(run, subject, judge) {
    const { value: judgement, durationMs } = await timed(run, judge);
    await recordTimed(run, subject, { judgement, durationMs });
    return judgement;
}
/** Judges and records what must hold before anything is changed. Null where it holds. */
async function gate(run, { id, title }, judge) {
    const judgement = await judged_judged(run, { kind: "gate", id, title, required: true }, judge);
    return judgement.verdict === "pass" ? null : (0,stage/* stopped */.c)(judgement, judged_nothingChanged);
}
/** What it means that a stage stops before its first change. */
const judged_nothingChanged = "Nothing was changed.";

;// CONCATENATED MODULE: ./build/src/stages/gates/checkout.js




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
    return gate(run, { id: "checkout", title: "The checkout is the commit of this run" }, () => judgement);
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

;// CONCATENATED MODULE: ./build/src/stages/gates/checkout-fault.js


/**
 * What keeps a checkout from being judged at all, said once: there is none, git refuses it, or the mix project is not
 * where it is said to be.
 */
async function checkoutFault(run) {
    return (await gitFault(run)) ?? (await projectFault(run));
}
async function gitFault({ world }) {
    const { workspace } = world.job;
    switch (await world.repository.standing()) {
        case "ready":
            return null;
        case "no git":
            return failed("git is not installed, or not on PATH.", "Install git in the job's container before actions/checkout runs.");
        case "none":
            return failed(`${workspace} is not a git repository: nothing was checked out there.`, "Run actions/checkout before this step, without `path`: its default folder is the one that is read.");
        case "empty":
            return failed(`The repository in ${workspace} has no commit.`, "Commit the application first.");
        case "of another owner":
            return failed(`git refuses the checkout in ${workspace}, since it belongs to another user ("dubious ownership").`, `Run \`git config --global --add safe.directory ${workspace}\` before this step, or run the job as the ` +
                "user who checked out.");
    }
}
async function projectFault({ world, settings }) {
    const { files, job, repository } = world;
    const folder = (0,external_node_path_.relative)(job.workspace, settings.projectPath);
    if (await files.exists((0,external_node_path_.join)(settings.projectPath, "mix.exs")))
        return null;
    const there = await files.exists(settings.projectPath);
    const name = folder === "" ? "the root of the repository" : `\`${folder}\``;
    const { files: tracked } = await repository.tracked();
    const projects = [...tracked.keys()]
        .filter((path) => /(^|\/)mix\.exs$/.test(path))
        .map((path) => path.replace(/\/?mix\.exs$/, ""))
        .sort()
        .map((path) => (path === "" ? "the root of the repository" : `\`${path}\``));
    const remedy = projects.length === 0
        ? "The repository holds no mix.exs: commit it."
        : `Set the input \`working-directory\` to the folder of mix.exs. There is one in ${(0,plural/* someOf */.y)(projects)}.`;
    return failed(there ? `There is no mix.exs in ${name}.` : `There is no folder \`${folder}\` in the repository.`, remedy);
}
function failed(says, remedy) {
    return { status: "failed", decision: "stop", reason_code: "invalid_input", says, remedy };
}

// EXTERNAL MODULE: ./build/src/checks/registry.js
var registry = __webpack_require__(2784);
// EXTERNAL MODULE: ./build/src/checks/release.js + 11 modules
var checks_release = __webpack_require__(7981);
// EXTERNAL MODULE: ./build/src/checks/version.js
var version = __webpack_require__(1279);
;// CONCATENATED MODULE: ./build/src/validation/cache/beside-git.js


/** Folders that are made from what git holds, and pinned by it: mix.lock and its kind. */
const made = ["_build", "deps", "cover", "doc", "node_modules", ".elixir_ls", ".git"];
/** PLTs are dialyzer's own cache, and large. */
const caches = /\.plt(\.hash)?$/;
/** Most files, and bytes of them, that are read to find out whether they changed. */
const maxFiles = 5_000;
const beside_git_maxBytes = 256 << 20;
/**
 * The files that git ignores and that exist, such as `.env`, `config/*.secret.exs`, built assets or a database:
 * `ignored` as git lists them.
 */
async function ignoredFiles(ignored, { files, workspace, own }) {
    const mine = ignored.filter((path) => !path.split("/").some((name) => made.includes(name)) && !own.some((folder) => inside(path, folder)));
    const all = mine.map((path) => path.endsWith("/") ? files.below((0,external_node_path_.join)(workspace, path.slice(0, -1)), made) : [(0,external_node_path_.join)(workspace, path)]);
    return digestOf([...new Set((await Promise.all(all)).flat())], workspace, files);
}
/** The path dependencies that lie outside the repository. */
async function pathDependencies(project, files, workspace) {
    if (project.paths == null)
        return { unknown: "mix does not say which path dependencies there are" };
    const outside = project.paths.filter((path) => (0,external_node_path_.relative)(workspace, path).startsWith("..") || (0,external_node_path_.isAbsolute)((0,external_node_path_.relative)(workspace, path)));
    const all = await Promise.all(outside.map((folder) => files.below(folder, made)));
    return digestOf([...new Set(all.flat())], workspace, files);
}
/** True for a path of this folder, which ends with or without a slash. */
function inside(path, folder) {
    return path === folder || path === `${folder}/` || path.startsWith(`${folder}/`);
}
async function digestOf(all, workspace, files) {
    const paths = all.filter((path) => !caches.test(path)).sort();
    if (paths.length > maxFiles)
        return { unknown: `${paths.length} files that git does not hold may change it` };
    const hash = (0,external_node_crypto_.createHash)("sha256");
    let bytes = 0;
    for (const path of paths) {
        const digest = await files.digest(path).catch(() => null);
        const name = (0,external_node_path_.relative)(workspace, path);
        // A link to a folder, a socket, a file that nobody may read.
        if (digest === null)
            return { unknown: `git does not hold ${name}, and it cannot be read` };
        bytes += digest.bytes;
        if (bytes > beside_git_maxBytes)
            return { unknown: "git does not hold files of more than 256 MiB that may change it" };
        hash.update(`${name}\0${digest.sha256}\0`);
    }
    return { digest: hash.digest("hex") };
}

// EXTERNAL MODULE: ./build/src/checks/reads.js
var reads = __webpack_require__(3010);
// EXTERNAL MODULE: ./build/src/domain/release/release.js
var release_release = __webpack_require__(2161);
;// CONCATENATED MODULE: ./build/src/validation/cache/reuse.js







const projectKind = { id: "project", reads: reads/* anyFile */.lr };
/** The key of a result: a sha256 over all that it rests on; null for a check whose result must be found out anew. */
function keyOf(kind, basis) {
    const { id, reads, asksServices = false } = kind;
    const ofProject = id === projectKind.id;
    if (reads === undefined || (basis.ships && asksServices))
        return null;
    if (!ofProject && basis.outside === null)
        return null;
    const hash = (0,external_node_crypto_.createHash)("sha256");
    const { elixir, otp, job, project, rules, files, ignored, outside } = basis;
    hash.update(JSON.stringify([
        3,
        id,
        elixir,
        otp,
        job.bundle,
        job.environment,
        process.platform,
        process.arch,
        project,
        ofProject ? null : (rules[id] ?? null),
        ignored,
        ofProject ? null : outside,
    ]));
    for (const [path, oid] of files)
        if (reads(path))
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
/** What an earlier run's mix knew of the project; null where none is kept for this basis. */
async function knownProject(store, basis) {
    const key = keyOf(projectKind, basis);
    return key === null ? null : ((await store.find(projectKind.id, key, projectSchema))?.value ?? null);
}
/**
 * The results that may stand for this run. A release is taken only where its very bytes still lie in the folder that
 * jobs pass on.
 */
async function reuse(store, basis, wanted) {
    const find = async (kind, schema) => {
        const key = keyOf(kind, basis);
        return key === null ? null : store.find(kind.id, key, schema);
    };
    const judged = new Map();
    for (const check of wanted.checks) {
        const kept = check.id === "release" ? null : await find(check, passSchema);
        if (kept !== null)
            judged.set(check.id, { judgement: asIn(kept), durationMs: 0 });
    }
    // One test run serves both: without the tests there is no coverage to find out anew.
    if (!judged.has("test"))
        judged.delete("coverage");
    if (wanted.checks.some(({ id }) => id === "coverage") && !judged.has("coverage"))
        judged.delete("test");
    const project = await knownProject(store, basis);
    const ofRelease = wanted.checks.find(({ id }) => id === "release");
    const kept = ofRelease === undefined ? null : await find(ofRelease, schemas/* object */.Ikc({ judgement: passSchema, release: release_release/* releaseSchema */.By }));
    // Another commit may have the same files: a release names the one that it was built from.
    const mine = kept?.value.release.git_sha === wanted.head;
    if (kept === null || !mine || !(await lies(kept.value.release, wanted)))
        return { project, judged, release: null };
    judged.set("release", { judgement: asIn({ ...kept, value: kept.value.judgement }), durationMs: 0 });
    return { project, judged, release: kept.value.release };
}
/** Keeps what this run found out, for the runs after it. */
async function keep(store, basis, found) {
    const put = async (kind, value) => {
        const key = keyOf(kind, basis);
        if (key !== null)
            await store.keep({ id: kind.id, key }, value, found);
    };
    await put(projectKind, found.project);
    for (const check of found.checks) {
        const judgement = found.judged.get(check.id)?.judgement;
        if (judgement === undefined || !isOwnPass(judgement))
            continue;
        const { verdict, reason_code, says, facts = {}, findings = [] } = judgement;
        const pass = { verdict, reason_code, says, facts, findings };
        if (check.id !== "release")
            await put(check, pass);
        else if (found.release !== null)
            await put(check, { judgement: pass, release: found.release });
    }
}
/** A pass of this run, and not one that was taken from an earlier run. */
function isOwnPass({ verdict, reason_code, facts }) {
    return verdict === "pass" && reason_code === "passed" && facts?.["as_in_run"] === undefined;
}
function asIn({ runId, runUrl, value }) {
    return { ...value, facts: { ...value.facts, as_in_run: runId, as_in_run_url: runUrl } };
}
/** The tarball, its manifest and what this names beside it lie there as they were made. */
async function lies(release, { releaseFolder, files }) {
    const manifest = await files.read((0,external_node_path_.join)(releaseFolder, "manifest.json"), 1 << 20).catch(() => null);
    const isThere = async (file, sha256) => (await files.digest((0,external_node_path_.join)(releaseFolder, file)))?.sha256 === sha256;
    if (manifest !== (0,release_release/* manifestOf */.$V)(release) || !(await isThere(release.file, release.digest)))
        return false;
    const beside = [release.files, release.sbom].flatMap((one) => one ?? []);
    return (await Promise.all(beside.map(({ file, sha256 }) => isThere(file, sha256)))).every((there) => there);
}

;// CONCATENATED MODULE: ./build/src/validation/cache/basis.js







/** What results rest on, or why that is not known: then every check runs. */
async function basisOf(run, on) {
    const { settings, world } = run;
    const { checks, tracked, versions, change, released } = on;
    const { files, untouched, foreign } = tracked;
    if (versions === null)
        return { unknown: "the versions of Elixir and OTP are not known before they start" };
    if (!untouched)
        return { unknown: "the checkout has files that are not committed" };
    if (foreign.length > 0)
        return { unknown: `git does not see every change of ${(0,plural/* someOf */.y)(foreign)}` };
    const { workspace } = world.job;
    const own = [evidence_handover/* handover */.c.folder, (0,external_node_path_.relative)(workspace, settings.cachePath)];
    const ignored = await ignoredFiles(await world.repository.ignored(), { files: world.files, workspace, own });
    if ("unknown" in ignored)
        return ignored;
    const project = (0,external_node_path_.relative)(workspace, settings.projectPath);
    const rules = Object.fromEntries(checks.map((check) => [check.id, [(0,checks_define/* optionsOf */.c)(check, run), check.restsOn?.({ settings, change, released }) ?? null]]));
    return {
        ...versions,
        files,
        ignored: ignored.digest,
        outside: null,
        ships: (0,validation_check/* ships */.yw)(world.job),
        project,
        job: world.job,
        rules,
    };
}
/** The same with the path dependencies outside the repository. */
async function withOutside({ world }, basis, project) {
    const outside = await pathDependencies(project, world.files, world.job.workspace);
    return "unknown" in outside ? outside : { ...basis, outside: outside.digest };
}
/** The digest of those dependencies as soon as mix has named them; null where nobody needs it. */
async function outsideOf(run, basis, project) {
    if ("unknown" in basis || "verdict" in project)
        return null;
    const whole = await withOutside(run, basis, project).catch(() => null);
    return whole !== null && "outside" in whole ? whole.outside : null;
}
/** The results of earlier runs that may stand for this one. */
async function reusedOf(run, { store, basis }, wanted) {
    if (run.settings.fresh)
        return { ...nothingReused, why: "`fresh` is on" };
    if ("unknown" in basis)
        return { ...nothingReused, why: basis.unknown };
    const project = await knownProject(store, basis);
    if (project === null)
        return nothingReused;
    const whole = await withOutside(run, basis, project);
    return "unknown" in whole ? { ...nothingReused, project, why: whole.unknown } : reuse(store, whole, wanted);
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(4377);
// EXTERNAL MODULE: ./build/src/domain/values/json.js
var values_json = __webpack_require__(8675);
;// CONCATENATED MODULE: ./build/src/validation/cache/result-store.js



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
            return text === null ? null : (keptSchema.safeParse((0,values_json/* readJson */.V)(text)).data ?? null);
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
        async keep({ id, key }, value, { run, at }) {
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

// EXTERNAL MODULE: ./build/src/mix-output/unfinished.js + 2 modules
var unfinished = __webpack_require__(233);
;// CONCATENATED MODULE: ./build/src/validation/artefact.js



/**
 * What our Elixir helpers leave behind: one file a step, whole or not at all, with the milliseconds that it took as
 * `ms`.
 */
const place = { file: schemas/* string */.YjP().nullish(), line: schemas/* int */.Whr().nullish(), column: schemas/* int */.Whr().nullish() };
/**
 * A step that did not come to its end: it raised, went over its limit, or stands on a tool that this build does not
 * have.
 */
const stoppedSchema = schemas/* union */.KCZ([
    schemas/* object */.Ikc({ status: schemas/* literal */.euz("could_not_run"), message: schemas/* string */.YjP() }),
    schemas/* object */.Ikc({
        status: schemas/* literal */.euz("timed_out"),
        /** Tests that were running by then. */
        running: schemas/* array */.YOg(schemas/* object */.Ikc({ module: schemas/* string */.YjP(), name: schemas/* string */.YjP(), ...place })).default([]),
    }),
    schemas/* object */.Ikc({ status: schemas/* literal */.euz("absent") }),
]);
/** Largest artefact that is read. */
const artefact_maxBytes = 64 << 20;
const stops = { absent: "absent", timed_out: "timed out", could_not_run: "stopped" };
/** Reads what a step left; when it is absent or unreadable, why the check could not be judged: that is never a pass. */
async function artefact(output, { name, schema }, files) {
    const text = await files.read((0,external_node_path_.join)(output.out, name), artefact_maxBytes);
    if (text === null)
        return { durationMs: output.ran.durationMs, missing: (0,unfinished/* unfinished */.M1)(output), why: "no file" };
    let durationMs = output.ran.durationMs;
    try {
        const content = JSON.parse(text);
        durationMs = schemas/* object */.Ikc({ ms: schemas/* number */.aig() }).safeParse(content).data?.ms ?? durationMs;
        const stopped = stoppedSchema.safeParse(content).data;
        if (stopped === undefined)
            return { durationMs, value: schema.parse(content) };
        return { durationMs, missing: explained(output, stopped), why: stops[stopped.status] };
    }
    catch {
        return {
            durationMs,
            why: "stopped",
            missing: {
                verdict: "error",
                reason_code: "not_judged",
                says: `${output.name} left ${name} in an unknown form.`,
                remedy: "Report this with the log as a fault of phoenix-deploy.",
                tail: (0,unfinished/* tailOf */.Cj)(output.ran),
            },
        };
    }
}
/** Why a step of a VM did not come to its end. */
function explained(output, stopped) {
    switch (stopped.status) {
        case "timed_out":
            return (0,unfinished/* timedOut */.iU)(output, stopped.running);
        case "absent":
            return (0,unfinished/* couldNotRun */.Mn)(output.name, {
                words: "",
                otherwise: "the tool is not among the dependencies of this build.",
            });
        case "could_not_run":
            return (0,unfinished/* raised */.P5)(output, stopped.message);
    }
}

// EXTERNAL MODULE: ./build/src/commands/mix.js
var mix = __webpack_require__(8450);
;// CONCATENATED MODULE: ./build/src/validation/vm.js


/** Kept of what a VM prints that leaves its results as artefacts: only its last words are ever shown. */
const lastWordsBytes = 256 * 1024;
/** What a VM may take besides its steps: it starts, reads mix.exs and loads our code. */
const startMs = 30_000;
/** How often a running VM's artefacts are looked for, milliseconds. */
const lookMs = 25;
/** Starts one VM with our task in the project. Its artefacts lie in a folder of its own, empty before. */
async function startVm(context, start) {
    const { files, job, shell, clock, cancellation, helpers } = context;
    const out = (0,external_node_path_.join)(job.temp, "out", start.task);
    // Each step keeps its own limit: this one is for a VM that does not come to any of them.
    const limitMs = context.limitMs * (start.serves ?? 1) + startMs;
    await files.remove(out);
    await files.makeFolder(out);
    let over = false;
    const ended = shell
        .run({
        argv: argvOf(helpers, start),
        cwd: context.project,
        env: { MIX_ENV: start.env, PD_OUT: out, PD_LIMIT_MS: String(context.limitMs), ...start.more },
        limitMs,
        onCancel: "end",
        show: true,
        ...(start.speaks ? {} : { keepBytes: lastWordsBytes }),
    })
        .then((ran) => ({ name: start.name, ran, out, limitMs, checkLimitMs: context.limitMs, path: context.path }))
        .finally(() => {
        over = true;
    });
    return {
        out,
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
function argvOf(helpers, { loads, task, args = [] }) {
    if ("compiled" in helpers)
        return (0,mix/* compiledMixTask */.j1)(helpers.compiled, task, args);
    return (0,mix/* mixTask */.Oe)(loads.map((name) => (0,external_node_path_.join)(helpers.text, `${name}.exs`)), task, args);
}

;// CONCATENATED MODULE: ./build/src/validation/analysis-vm.js




/** True where nothing but a server has to be waited for. */
function isLight(checks) {
    return checks.every(({ light }) => light === true);
}
/**
 * Judges those of the wanted checks that this build serves, in one VM; by themselves those that another one, which
 * ended it, kept from their end.
 */
async function runAnalyses(wanted, env, facts) {
    const judged = new Map();
    const open = [];
    for (const check of inTurn(wanted)) {
        if (environmentOf(check, facts.project) !== env)
            continue;
        const answer = knownOf(check, facts.project);
        if (answer === null)
            open.push(check);
        else
            judged.set(check.id, { judgement: answer, durationMs: 0 });
    }
    return new Map([...judged, ...(await serve(open, env, facts))]);
}
/** In the order in which the VM serves them. */
function inTurn(checks) {
    return checks.toSorted((a, b) => (a.turn ?? 0) - (b.turn ?? 0));
}
/**
 * The build that a check's tool is compiled in: the `test` build that all share, unless mix.exs keeps its package out
 * of it.
 */
function environmentOf(check, project) {
    const only = (check.package !== undefined && project.deps[check.package.name]) || [];
    return only.length === 0 || only.includes("test") ? "test" : "dev";
}
/** What can be said of a check before any VM starts; null when it has to be asked. */
function knownOf(check, project) {
    if (check.known !== undefined)
        return check.known(project);
    return check.package === undefined || check.package.name in project.deps ? null : withoutTool(check, project);
}
function withoutTool({ id, package: tool }, { deps }) {
    return {
        verdict: "error",
        reason_code: "tool_missing",
        says: `${tool?.name} is not among the dependencies.`,
        remedy: `Add \`${tool?.line}\` to deps in mix.exs, or set \`checks: {${id}: off}\`.`,
        facts: { package: tool?.name ?? "", line: tool?.line ?? "", dependencies: Object.keys(deps).length },
    };
}
async function serve(checks, env, facts) {
    const judged = new Map();
    if (checks.length === 0)
        return judged;
    const vm = await startVm(facts.context, {
        name: "The VM of the analyses",
        task: "pd.analysis",
        loads: ["json", "step", "tool", ...filesOf(checks), "analysis"],
        args: checks.map(({ id }) => id),
        env,
        more: { PD_PLT: (0,external_node_path_.join)(facts.settings.cachePath, "plt") },
        serves: checks.length,
    });
    const output = await vm.ended;
    const unanswered = [];
    for (const check of checks) {
        const left = await judge(check, facts, output);
        const shared = checks.length > 1 && output.ran.ended === "exited";
        if ("missing" in left && left.why === "no file" && shared)
            unanswered.push(check);
        else
            judged.set(check.id, { judgement: "missing" in left ? left.missing : left.value, durationMs: left.durationMs });
    }
    // One of them ended the VM. Which one is seen when each is asked by itself.
    for (const check of unanswered)
        for (const [id, timed] of await serve([check], env, facts))
            judged.set(id, timed);
    return judged;
}
/** The Elixir files of these checks, each once, after those that it needs. */
function filesOf(checks) {
    return [...new Set(checks.flatMap(({ id, loads = [] }) => [...loads, id.replaceAll("-", "_")]))];
}
async function judge(check, facts, output) {
    const named = { ...output, name: check.command };
    const left = await artefact(named, { name: `${check.id}.json`, schema: check.artefact }, facts.context.files);
    if ("missing" in left)
        return left;
    const judgement = await check.judge(left.value, facts, (0,checks_define/* optionsOf */.c)(check, facts));
    return { durationMs: left.durationMs, value: shownBy(judgement, left.value) };
}
/**
 * Where nothing could be judged and the tool itself exits with 0 nevertheless, its command shows nothing. sobelow
 * passes over what it cannot read.
 */
function shownBy(judgement, seen) {
    const passes = typeof seen === "object" && seen !== null && (!("code" in seen) || seen.code === 0);
    return passes && judgement.verdict !== "pass" && judgement.verdict !== "fail"
        ? { ...judgement, reproduce: "" }
        : judgement;
}

;// CONCATENATED MODULE: ./build/src/validation/project.js



/** What mix itself knows of the project, asked in a VM of its own, or why it cannot say. */
async function askMix(context) {
    return projectOf(context, await startVm(context, { name: "mix", task: "pd.project", loads: ["json", "releases", "project"], env: "test" }));
}
/** The same from a VM that goes on with other work. */
async function projectOf({ files, path }, vm) {
    const output = (await vm.left("project.json"))
        ? { out: vm.out, ran: stillRunning, limitMs: 0, path }
        : await vm.ended;
    const left = await artefact({ ...output, name: "mix" }, { name: "project.json", schema: projectSchema }, files);
    return "missing" in left ? left.missing : left.value;
}
const stillRunning = { ended: "exited", code: null, stdout: "", stderr: "", durationMs: 0, why: "" };

;// CONCATENATED MODULE: ./build/src/validation/base-version.js





/**
 * The version on the branch that a pull request goes to, resolved by mix itself in a throw-away worktree. Null where
 * the run is of no pull request. `name` is the app or release whose version it is, `head` the commit that is checked
 * out.
 */
async function baseVersion(context, repository, { name, head }) {
    const { pullRequest, ref, sha, workspace, temp } = context.job;
    // The branch that it was merged into has this very version.
    if (pullRequest === null || !(0,validation_check/* isProposed */.h7)(context.job))
        return null;
    const branch = pullRequest.baseRef;
    // The merge commit that GitHub makes for a pull request has the base as its first parent.
    const merge = head === sha && /^refs\/pull\/\d+\/merge$/.test(ref);
    try {
        const commit = (await repository.commitOf(`refs/remotes/origin/${branch}`)) ??
            (merge ? await repository.commitOf(`${head}^1`) : null);
        if (commit === null)
            return { branch, missing: notHere(branch) };
        const folder = (0,external_node_path_.join)(temp, "base");
        const project = (0,external_node_path_.join)(folder, (0,external_node_path_.relative)(workspace, context.project));
        return await repository.atCommit(commit, folder, async () => {
            if (!(await context.files.exists((0,external_node_path_.join)(project, "mix.exs"))))
                return { branch, version: null };
            const known = await askMix({ ...context, project });
            return "verdict" in known
                ? { branch, missing: unknown(branch, known) }
                : { branch, version: versionOf(known, name) };
        });
    }
    catch (error) {
        // A clone without blobs, or a disk that is full: git's own words.
        const says = (0,error_text/* errorText */.k)(error);
        return { branch, missing: unknown(branch, { verdict: "error", reason_code: "could_not_run", says }) };
    }
}
function unknown(branch, why) {
    return { ...why, says: `The version on ${branch} is unknown. ${why.says}` };
}
function notHere(branch) {
    return {
        verdict: "error",
        reason_code: "not_judged",
        says: `The branch ${branch}, which the pull request goes to, is not in this checkout.`,
        remedy: "Give actions/checkout `fetch-depth: 0`.",
    };
}

;// CONCATENATED MODULE: ./build/src/validation/version-facts.js




/**
 * What git and mix say of versions, or why they cannot. `base`: ask the base branch for its version too, which takes a
 * VM.
 */
async function versionFacts(candidate, repository, { base }) {
    const { context, project, name, head, released } = candidate;
    const { job } = context;
    const { patterns, line } = (0,version.versionSettings)(candidate);
    if (released.from === "tag" && released.tag === null)
        return noTag(await repository.isShallow());
    // The branch that the release goes to; a tag does not say.
    const branch = job.pullRequest?.baseRef ?? (job.ref.startsWith("refs/heads/") ? job.refName : null);
    try {
        return {
            version: versionOf(project, name),
            // The names that tags and a CHANGELOG know the application by.
            rules: { names: [name, ...(project.app === null ? [] : [project.app])], patterns },
            maintenance: line === "maintenance" || (branch !== null && job.defaultBranch !== null && branch !== job.defaultBranch),
            head,
            tags: await repository.tags(),
            shallow: await repository.isShallow(),
            base: base && released.from === "mix" ? await baseVersion(context, repository, { name, head }) : null,
            file: context.path("mix.exs"),
        };
    }
    catch (error) {
        const says = `git could not list the versions: ${(0,error_text/* errorText */.k)(error)}`;
        return { verdict: "error", reason_code: "could_not_run", says, remedy: "Check that the checkout is complete." };
    }
}
/** Where versions come from tags, a commit without one releases none. */
function noTag(shallow) {
    if (shallow) {
        const says = "The version comes from the tag that is released, and the checkout is shallow: tags may be missing.";
        return { verdict: "error", reason_code: "not_judged", says, remedy: "Give actions/checkout `fetch-depth: 0`." };
    }
    const says = "No version tag points at this commit, so no version is released from it.";
    return {
        verdict: "not-run",
        reason_code: "not_applicable",
        says,
        remedy: "Tag the commit, such as `git tag v1.4.0`, and run again for that tag.",
    };
}

;// CONCATENATED MODULE: ./build/src/validation/candidate.js



/**
 * Judges what of a release is no code (Phase 6: Release Verification and Preparation). `wanted` are those of the checks
 * that are on.
 */
async function judgeCandidate({ all, wanted }, facts, repository) {
    const { clock, files, job } = facts.context;
    // What an earlier attempt left must not be taken for this one's.
    for (const file of all.flatMap(({ writes = [] }) => writes))
        await files.remove((0,external_node_path_.join)(job.workspace, file));
    const base = wanted.some(({ id }) => id === "version");
    const candidate = { ...facts, versions: await versionFacts(facts, repository, { base }) };
    const judged = new Map();
    for (const check of wanted) {
        const started = clock.ticks();
        const judgement = await check.judge(candidate, (0,checks_define/* optionsOf */.c)(check, facts));
        judged.set(check.id, { judgement, durationMs: clock.ticks() - started });
    }
    return judged;
}

;// CONCATENATED MODULE: ./build/src/validation/migrations-vm.js



/** Elixir files that the VM needs, in the order in which they need each other. */
const loads = [
    "json",
    "step",
    "sql",
    "sql_blocks",
    "migration_code",
    "sql_types",
    "sql_tokens",
    "sql_alter",
    "sql_rules",
    "migration_columns",
    "migration_schema",
    "migration_state",
    "migration_operations",
    "migration_calls",
    "migration_walk",
    "migration_safety",
    "migration_files",
    "own_database",
    "pg_catalog",
    "schema",
    "rehearsal",
    "migrations",
];
/** Reads the changed migrations and rehearses all of them, from the `test` build that somebody else has compiled. */
async function runMigrationChecks(wanted, facts) {
    const { context, base } = facts;
    const checks = wanted.toSorted((a, b) => (a.turn ?? 0) - (b.turn ?? 0));
    const vm = await startVm(context, {
        name: "The VM of the migrations",
        task: "pd.migrations",
        loads,
        args: checks.map(({ id }) => id),
        env: "test",
        more: { PD_BASE: base.list ?? "" },
        serves: checks.length,
    });
    const output = await vm.ended;
    const printed = `${output.ran.stdout}\n${output.ran.stderr}`;
    const judged = new Map();
    for (const check of checks) {
        const named = { ...output, name: check.command };
        const left = await artefact(named, { name: `${check.id}.json`, schema: check.artefact }, context.files);
        const judgement = "value" in left ? await check.judge(left.value, { ...facts, printed }, (0,checks_define/* optionsOf */.c)(check, facts)) : left.missing;
        judged.set(check.id, { judgement, durationMs: left.durationMs });
    }
    return judged;
}

// EXTERNAL MODULE: ./build/src/domain/release/sbom.js + 2 modules
var sbom = __webpack_require__(6747);
;// CONCATENATED MODULE: ./build/src/checks/release-artefact.js


const assembledSchema = schemas/* object */.Ikc({
    status: schemas/* literal */.euz("ran"),
    name: schemas/* string */.YjP(),
    /** As the release itself knows it. */
    version: schemas/* string */.YjP(),
    path: schemas/* string */.YjP(),
    /** Why this one: mix's own choice (the application, the only release, `default_release`), or ours among several. */
    chosen: schemas/* enum */.k5n(["app", "only", "default", "named"]),
    /** Those of mix.exs. */
    releases: schemas/* array */.YOg(schemas/* string */.YjP()),
    /** The project's own applications that it starts and does not do without. */
    starts: schemas/* array */.YOg(schemas/* string */.YjP()),
    /** The project's application and its version in mix.exs; null of an umbrella. */
    app: schemas/* object */.Ikc({ name: schemas/* string */.YjP(), version: schemas/* string */.YjP().nullable() }).nullable(),
    /** Version of the Erlang runtime system, and whether it is part of the release. */
    erts: schemas/* object */.Ikc({ version: schemas/* string */.YjP(), included: schemas/* boolean */.zMY() }),
    assets: schemas/* array */.YOg(schemas/* string */.YjP()),
    /** What is in its `lib/`; null where that could not be read. */
    components: schemas/* array */.YOg(sbom/* componentSchema */.H).nullish(),
});
const releaseArtefactSchema = schemas/* union */.KCZ([
    assembledSchema,
    /** Nothing was made: an umbrella without `releases:`, or an alias of `release` that makes none. */
    schemas/* object */.Ikc({
        status: schemas/* literal */.euz("none_made"),
        aliased: schemas/* boolean */.zMY(),
        apps: schemas/* array */.YOg(schemas/* string */.YjP()),
        version: schemas/* string */.YjP().nullable(),
    }),
]);

;// CONCATENATED MODULE: ./build/src/checks/release-assembled.js
/** An alias decides by itself which version it builds, unless its last command takes one. */
function ofAnotherVersion(built, wanted) {
    return {
        verdict: "fail",
        reason_code: "release_not_assembled",
        says: `The release that was built is version ${built}, and the tag that is released says ${wanted}.`,
        remedy: "Let the alias `release` in mix.exs end with the command `release`, which is given the version, as in " +
            '`release: ["assets.deploy", "release"]`.',
    };
}
/** mix has no release to make: in an umbrella mix.exs must say which apps go into it. */
function noneMade({ aliased, apps, version }) {
    const failed = { verdict: "fail", reason_code: "release_not_assembled" };
    if (aliased) {
        const says = "The alias `release` in mix.exs left no new release in `_build/prod/rel` or in the `path` of a release.";
        return {
            ...failed,
            says,
            remedy: 'Let the alias run `release` without `--path`, as in `release: ["assets.deploy", "release"]`.',
        };
    }
    const [first = "my_app"] = apps;
    // Without a version at the root the release needs one of its own.
    const own = version === null ? `version: {:from_app, :${first}}, ` : "";
    const permanent = apps.map((app) => `${app}: :permanent`).join(", ");
    return {
        ...failed,
        says: "mix.exs of this umbrella has no `releases:`, and without it `mix release` makes none.",
        remedy: `Add \`releases: [${first}: [${own}applications: ` +
            `[${permanent}]]]\` to \`project\` in the umbrella's mix.exs.`,
    };
}

;// CONCATENATED MODULE: ./build/src/validation/release-vm.js






/** Compiles for production and, where a release is wanted, assembles it anew, loads its configuration and packs it. */
async function runProdBuild(context, wish) {
    const output = await (await startProdVm(context, wish)).ended;
    const named = { ...output, name: "MIX_ENV=prod mix compile" };
    const compiled = await artefact(named, { name: "compile-prod.json", schema: compile.compileSchema }, context.files);
    const build = { env: "prod", ...compiled };
    if (wish === null)
        return { build, judged: null, release: null };
    const unbuilt = notCompiled(compiled);
    if (unbuilt !== null)
        return { build, judged: { judgement: unbuilt, durationMs: 0 }, release: null };
    return { build, ...(await released(context, output, wish)) };
}
function startProdVm(context, wish) {
    return startVm(context, {
        name: "The VM of the prod build",
        task: "pd.release",
        loads: ["json", "step", "compile", "releases", "components", "release"],
        args: wish === null ? [] : ["assemble", ...(wish.app === null ? [] : [wish.app])],
        env: "prod",
        more: wish === null || wish.version === null ? {} : { PD_VERSION: wish.version },
        serves: 2,
    });
}
/** Why no release was built from this compilation; null where it could be. */
function notCompiled(compiled) {
    if ("missing" in compiled)
        return { ...compiled.missing, findings: [] };
    if (compiled.value.status !== "error")
        return null;
    const says = "The code does not compile, so no release was built.";
    return { verdict: "error", reason_code: "compile_error", says, remedy: "Fix what `compile` names." };
}
/** The release as it was assembled, judged and packed. */
async function released(context, output, wish) {
    const left = await artefact({ ...output, name: "mix release" }, { name: "release.json", schema: releaseArtefactSchema }, context.files);
    const { durationMs } = left;
    const refused = (judgement) => ({ judged: { judgement, durationMs }, release: null });
    if ("missing" in left)
        return refused(notAssembled(left));
    if (left.value.status === "none_made")
        return refused(noneMade(left.value));
    const assembled = left.value;
    if (wish.version !== null && assembled.version !== wish.version)
        return refused(ofAnotherVersion(assembled.version, wish.version));
    const known = await wish.project;
    if ("verdict" in known)
        return { judged: { judgement: known, durationMs: 0 }, release: null };
    const started = context.clock.ticks();
    const { judgement, release } = await (0,checks_release.packRelease)(context, assembled, wish.shipment(known));
    return { judged: { judgement, durationMs: durationMs + context.clock.ticks() - started }, release };
}
/** What stopped it is the project's own: a release that cannot be assembled has failed. */
function notAssembled({ missing, why }) {
    if (why !== "stopped" || missing.reason_code !== "could_not_run")
        return missing;
    return { ...missing, verdict: "fail", reason_code: "release_not_assembled" };
}

// EXTERNAL MODULE: ./build/src/checks/test.js
var test = __webpack_require__(2551);
;// CONCATENATED MODULE: ./build/src/validation/test-vm.js






/** Elixir files that the VM needs, in order. */
const test_vm_loads = [
    ...["json", "step", "releases", "project", "compile", "coverage", "formatter", "test_files", "format"],
    "test_build",
];
/**
 * Compiles the `test` build and serves these checks from it, in one VM; in a second one what a check that ended the
 * first kept it from.
 */
async function startTestBuild(checks, facts) {
    const { context } = facts;
    const vm = await startVm(context, {
        name: "The VM of the test build",
        task: "pd.test_build",
        loads: test_vm_loads,
        args: checks.map(({ id }) => id),
        env: "test",
        serves: checks.length + 1,
    });
    const compiled = vm.left("compile-test.json");
    return {
        project: projectOf(context, vm),
        compiled,
        ended: vm.ended.then((output) => outcome(checks, facts, output)),
    };
}
async function outcome(checks, facts, output) {
    const { files } = facts.context;
    const compiled = await artefact({ ...output, name: "mix compile" }, { name: "compile-test.json", schema: compile.compileSchema }, files);
    const build = { env: "test", ...compiled };
    const compiles = "value" in compiled && compiled.value.status === "ok";
    const runs = await runsOf(facts.context, output);
    const judged = new Map();
    let rest = [];
    for (const [index, check] of checks.entries()) {
        const left = await test_vm_judge(check, { ...facts, runs }, output);
        judged.set(check.id, {
            judgement: compiles ? judgementOf(left) : test_vm_notCompiled(left, compiled),
            durationMs: left.durationMs,
        });
        // This one ended the VM: those after it get a new one. A build that does not compile serves none of them.
        if ("missing" in left && left.why !== "stopped" && compiles && output.ran.ended === "exited") {
            rest = checks.slice(index + 1);
            break;
        }
    }
    const tests = judged.get("test")?.judgement;
    // Coverage of tests that did not run says nothing.
    if (tests?.verdict === "error" && checks.some(({ id }) => id === "coverage")) {
        rest = rest.filter(({ id }) => id !== "coverage");
        judged.set("coverage", { judgement: { ...tests, findings: [] }, durationMs: 0 });
    }
    const ended = "runs" in runs ? runs.runs : [];
    if (rest.length === 0)
        return { build, judged, runs: ended };
    const again = await (await startTestBuild(rest, facts)).ended;
    return { build, judged: new Map([...judged, ...again.judged]), runs: [...ended, ...again.runs] };
}
function judgementOf(left) {
    return "value" in left ? left.value : left.missing;
}
/** A check of code that does not compile, or that could not be compiled. */
function test_vm_notCompiled(left, compiled) {
    if ("value" in left || left.why !== "no file")
        return judgementOf(left);
    if ("missing" in compiled)
        return { ...compiled.missing, findings: [] };
    return {
        verdict: "error",
        reason_code: "compile_error",
        says: "The code does not compile, so this could not run.",
        remedy: "Fix what `compile` names.",
    };
}
async function test_vm_judge(check, facts, output) {
    const named = { ...output, name: check.command };
    const left = await artefact(named, { name: `${check.id}.json`, schema: check.artefact }, facts.context.files);
    if ("missing" in left)
        return left;
    return { durationMs: left.durationMs, value: await check.judge(left.value, facts, (0,checks_define/* optionsOf */.c)(check, facts)) };
}
/** Every run of ExUnit that ended, or why one of them cannot be read. */
async function runsOf({ files }, output) {
    const names = (await files.list(output.out)).filter((name) => /^suite-.*\.json$/.test(name));
    const runs = [];
    for (const name of names) {
        const left = await artefact({ ...output, name: "mix test" }, { name, schema: test.testRunSchema }, files);
        if ("missing" in left)
            return { missing: left.missing };
        runs.push(left.value);
    }
    return { runs };
}

;// CONCATENATED MODULE: ./build/src/validation/check-graph.js






/**
 * The graph: one VM for all that the `test` build serves, one for the production release beside it, and the rest in the
 * gaps. A build path belongs to one mix at a time, since Elixir before 1.18 does not lock it: who only reads the `test`
 * build waits until it is compiled.
 */
function checkGraph(wanted, found) {
    const { all, on, known } = wanted;
    const { promise: project, resolve: settle } = Promise.withResolvers();
    if (known !== null)
        settle(known);
    // Without its tests a project has no coverage. Results of an earlier run stand for both or for neither.
    const untested = on("coverage") && !on("test");
    if (untested)
        found.judged.set("coverage", { judgement: withoutTests, durationMs: 0 });
    const open = all.filter(({ id }) => on(id) && !(untested && id === "coverage"));
    const tests = open.filter((one) => one.vm === "test");
    const migrations = open.filter((one) => one.vm === "migrations");
    const analyses = open.filter((one) => one.vm === "analysis");
    const candidates = open.filter((one) => one.vm === "none");
    const compiles = on("compile") || tests.length > 0 || migrations.length > 0;
    const shared = { ...wanted, found, project, settle, compiles };
    const nodes = [
        ...(!compiles && known === null ? [projectNode(shared)] : []),
        ...(compiles ? [testNode(shared, tests)] : []),
        ...(migrations.length > 0 ? [migrationsNode(shared, migrations)] : []),
        ...(on("compile") || on("release") ? [prodNode(shared)] : []),
        ...(analyses.length > 0 ? ["test", "dev"].map((env) => analysisNode(shared, analyses, env)) : []),
        candidateNode(shared, candidates),
    ];
    return { nodes, project, giveUp: settle };
}
function projectNode({ facts, settle }) {
    return { id: "project", needs: [], cost: 50, light: true, run: async () => settle(await askMix(facts.context)) };
}
function testNode({ facts, found, settle }, checks) {
    return {
        id: "test-build",
        needs: [],
        // The first to start, also on a single core: everybody asks what it says of the project.
        cost: 40,
        signals: ["compiled"],
        async run(signal) {
            const started = await startTestBuild(checks, facts);
            settle(await started.project);
            await started.compiled;
            signal("compiled");
            const { build, judged, runs } = await started.ended;
            found.builds.push(build);
            found.runs = runs;
            check_graph_keep(found, judged);
        },
    };
}
function migrationsNode({ facts, found, project, hasMigrations, base }, checks) {
    return {
        id: "migrations",
        needs: ["compiled"],
        cost: 10,
        async run() {
            const known = await project;
            if ("verdict" in known)
                return;
            // No VM is started to find out what the list of files shows.
            const idle = !hasMigrations && !("ecto_sql" in known.deps);
            if (idle)
                for (const { id } of checks)
                    found.judged.set(id, { judgement: noMigrations, durationMs: 0 });
            else
                check_graph_keep(found, await runMigrationChecks(checks, { ...facts, base: await base() }));
        },
    };
}
function prodNode({ facts, found, project, on, release: wish }) {
    return {
        id: "prod-build",
        needs: [],
        cost: 30,
        async run() {
            const { build, judged, release } = await runProdBuild(facts.context, on("release") ? { project, ...wish } : null);
            found.builds.push(build);
            found.release = release;
            if (judged !== null)
                found.judged.set("release", judged);
        },
    };
}
function analysisNode({ facts, found, project, compiles }, checks, env) {
    return {
        id: `analysis-${env}`,
        needs: compiles ? ["compiled"] : [],
        cost: 20,
        light: isLight(checks),
        async run() {
            const known = await project;
            if ("verdict" in known)
                return;
            check_graph_keep(found, await runAnalyses(checks, env, { ...facts, project: known }));
        },
    };
}
function candidateNode({ all, found, project, candidate, repository }, wanted) {
    return {
        id: "candidate",
        needs: [],
        cost: 1,
        light: true,
        async run() {
            const known = await project;
            if ("verdict" in known)
                return;
            const checks = { all: all.filter((one) => one.vm === "none"), wanted };
            check_graph_keep(found, await judgeCandidate(checks, candidate(known), repository));
        },
    };
}
function check_graph_keep(found, judged) {
    for (const [id, timed] of judged)
        found.judged.set(id, timed);
}
const withoutTests = {
    verdict: "error",
    reason_code: "not_judged",
    says: "Coverage is measured while the tests run, and the settings switch `test` off.",
    remedy: "Set `checks: {coverage: off}` too, or let the tests run.",
    reproduce: "",
};
const noMigrations = {
    verdict: "not-run",
    reason_code: "not_applicable",
    says: "There is nothing to migrate: Ecto's SQL adapters are not among the dependencies, " +
        "and no file is named like a migration.",
};

;// CONCATENATED MODULE: ./build/src/validation/graph.js
/**
 * Runs every node once, heavy ones at most `cores` at a time, longest first, each after what it needs. `stop` asks
 * before each start. Returns results by id.
 */
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
        (node.light === true || [...running.keys()].filter((one) => one.light !== true).length < Math.max(1, cores));
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

// EXTERNAL MODULE: ./build/src/assets.js
var assets = __webpack_require__(8340);
;// CONCATENATED MODULE: ./build/src/validation/helpers.js




const texts = Object.entries(assets.assets).filter(([name]) => name.startsWith("elixir/"));
/** The compiled helpers where an earlier run left them below `cachePath`, else their text, written into `temp`. */
async function openHelpers(files, { temp, cachePath }, versions) {
    const folder = versions === null ? null : compiledIn(cachePath, versions);
    if (folder !== null && (await files.exists(folder)))
        return { compiled: folder };
    for (const [name, text] of texts)
        await files.write((0,external_node_path_.join)(temp, name), text);
    return { text: (0,external_node_path_.join)(temp, "elixir") };
}
/**
 * Compiles the helpers for the runs after this one: loading them as text costs each VM a quarter of a second of CPU,
 * the migrations' one a whole. Where it fails, the next run loads the text again.
 */
async function keepHelpers({ shell, files, limitMs, helpers }, cachePath, versions) {
    if ("compiled" in helpers)
        return;
    const folder = compiledIn(cachePath, versions);
    const beside = `${folder}.new`;
    await files.remove((0,external_node_path_.join)(cachePath, "helpers"));
    await files.makeFolder(beside);
    const sources = texts.map(([name]) => (0,external_node_path_.join)(helpers.text, "..", name));
    const { code } = await shell.run({ argv: (0,mix/* compileElixir */.tg)(sources, beside), limitMs, onCancel: "end" });
    if (code === 0)
        await files.move(beside, folder);
}
function compiledIn(cachePath, { elixir, otp }) {
    const key = (0,external_node_crypto_.createHash)("sha256")
        .update(JSON.stringify([elixir, otp, texts]))
        .digest("hex")
        .slice(0, 16);
    return (0,external_node_path_.join)(cachePath, "helpers", key);
}

// EXTERNAL MODULE: ./build/src/commands/git.js
var git = __webpack_require__(8336);
;// CONCATENATED MODULE: ./build/src/validation/migration-base.js



/** A migration's file, as Ecto names them. */
const migration = /\/\d+_[^/]*\.exs$/;
/**
 * The migrations that the base had, for our Elixir: one line each, `same`, `changed` or `gone` since, and the absolute
 * path. On a pull request, or in a merge queue, the base is the commit that it is merged onto, else the newest version
 * tag before this commit.
 */
async function migrationBase(world) {
    const { repository, shell, files, job, project, tags } = world;
    const none = (why) => ({ revision: null, list: null, why });
    const head = await repository.head();
    const pullRequest = (0,validation_check/* isProposed */.h7)(job);
    // A merge queue that rebases has several commits of one pull request: the first parent is one of them.
    let revision = job.mergeBase ?? "HEAD^1";
    if (pullRequest) {
        // Only GitHub's own merge commit has the base branch as its first parent.
        if (head.sha !== job.sha)
            return none("the checkout is not the merge commit of this pull request");
    }
    else {
        const tagged = await shell.run({
            argv: (0,git/* newestVersionTag */.V)(tags),
            cwd: job.workspace,
            limitMs: 30_000,
            onCancel: "end",
        });
        revision = tagged.code === 0 ? tagged.stdout.trim() : "";
        if (revision === "") {
            const shallow = await repository.isShallow();
            return none(shallow
                ? "no version tag is reachable; `fetch-depth: 0` brings them"
                : "there is no version tag before this commit");
        }
    }
    const [before, now] = await Promise.all([repository.filesAt(revision, project), repository.filesAt("HEAD", project)]);
    if (before === null || now === null)
        return none(`${revision} is not in this checkout; \`fetch-depth: 0\` brings it`);
    const lines = [...before]
        .filter(([path]) => migration.test(path))
        .map(([path, id]) => `${now.get(path) === undefined ? "gone" : now.get(path) === id ? "same" : "changed"} ${path}`);
    const list = (0,external_node_path_.join)(job.temp, "migrations-at-base.txt");
    await files.write(list, `${lines.join("\n")}\n`);
    return { revision: pullRequest ? "the base branch" : revision, list };
}

// EXTERNAL MODULE: ./build/src/checks/backup.js
var checks_backup = __webpack_require__(6981);
;// CONCATENATED MODULE: ./build/src/domain/fleet/plan.js
/**
 * The steps in the order in which they begin. Consecutive steps of one type, each on a host of its own, are performed
 * at once. Locks are steps of their own: of two runs, the first lock decides which one gets them all.
 */
function batches(steps) {
    const all = [];
    for (const step of steps) {
        const last = all.at(-1);
        if (last?.every((one) => atOnce(one, step)) === true)
            last.push(step);
        else
            all.push([step]);
    }
    return all;
}
function atOnce(one, other) {
    if (one.type !== other.type || one.type === "acquire-lock")
        return false;
    if (one.type === "smoke" && other.type === "smoke" && one.at !== other.at)
        return false;
    return "host" in one && "host" in other && one.host !== other.host;
}
/** Steps that are performed at once, in one sentence. */
function batchText([first, ...others]) {
    if (others.length === 0)
        return first.says;
    const alike = (step) => ("host" in step ? step.says.replaceAll(step.host, "…") : step.says);
    if (others.some((step) => alike(step) !== alike(first)))
        return [first, ...others].map(({ says }) => says).join("; at the same time: ");
    const hosts = others.flatMap((step) => ("host" in step ? [step.host] : []));
    return `${first.says}; at the same time on ${hosts.join(", ")}`;
}
/** True for a refusal. */
function plan_isRefusal(made) {
    return "refused" in made;
}

// EXTERNAL MODULE: ./build/src/domain/rollback/procedures.js
var procedures = __webpack_require__(2557);
// EXTERNAL MODULE: ./build/src/domain/evidence/evidence.js + 2 modules
var evidence = __webpack_require__(6060);
;// CONCATENATED MODULE: ./build/src/gates/pins.js



/** The outputs whose pins count: `evidence`, and where a job runs two actions `deploy-evidence` or `evidence-smoke`. */
const namedForIt = /^(evidence([-_].+)?|.+[-_]evidence)$/i;
const jobSchema = schemas/* looseObject */._H3({ result: schemas/* string */.YjP(), outputs: schemas/* looseObject */._H3({}).nullish() });
/** Names of jobs and files stay in sentences; a workflow or a folder may hold any. */
const pins_shortName = (name) => name.slice(0, 200);
/**
 * Reads `toJSON(needs)`. A pin counts only from an output that is named for it: what a job gives under another name may
 * be the words of whoever opened a pull request. A job that did not succeed is never a pass, whatever its outputs say.
 * Those of `neverBegan` are as good as skipped.
 */
function pins_readJobs(jobs, neverBegan = []) {
    if (jobs.trim() === "")
        return { pins: [], silent: [], misnamed: [], problems: [] };
    const needs = pins_json(jobs);
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
        const changed = outputs?.["changed"];
        const job = {
            id: pins_shortName(id),
            result: neverBegan.includes(pins_shortName(id)) ? "skipped" : pins_shortName(result),
            ...(typeof changed === "string" ? { changed: pins_shortName(changed) } : {}),
        };
        const mine = Object.entries(outputs ?? {}).flatMap(([name, value]) => {
            const pin = pinSchema.safeParse(pins_json(value)).data;
            return pin === undefined ? [] : [{ name, pin }];
        });
        const named = mine.filter(({ name }) => namedForIt.test(name)).map(({ pin }) => pin);
        misnamed.push(...mine.filter(({ name }) => !namedForIt.test(name)).map(({ name }) => `${job.id}.${pins_shortName(name)}`));
        if (named.length === 0)
            silent.push(job);
        pins.push(...named.filter((pin) => pin.status !== "planned").map((pin) => ({ pin, job })));
        problems.push(...unexplained(job, named));
    }
    return { pins, silent, misnamed, problems };
}
/** A job that did not run. */
function wasSkipped({ result }) {
    return result === "skipped";
}
/** A job that failed or was cancelled. */
function endedBadly(job) {
    return job.result !== "success" && !wasSkipped(job);
}
/** A job that ended badly, where no evidence of it says why. */
function unexplained(job, pins) {
    if (!endedBadly(job) || pins.some((pin) => pin.status !== "passed"))
        return [];
    const but = pins.length === 0
        ? "passed no evidence on"
        : `its evidence of ${pins.map((pin) => pin.stage).join(", ")} says passed`;
    const remedy = pins.length === 0
        ? "Look at its log: it ended before its action could report anything, " +
            "or the runner dropped an output that held a masked value. " +
            "Where it has no log, it never began: it was rejected, or cancelled while it waited."
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
function pins_json(text) {
    return typeof text === "string" ? readJson(text) : undefined;
}

;// CONCATENATED MODULE: ./build/src/gates/evidence-file.js


/** Reads the files of the evidence folder, each compared with the pins that name it. */
function evidence_file_readFiles(files, pins) {
    const read = files.map((file) => readFile(file, pins.filter(({ pin }) => pin.file === file.name)));
    return {
        links: read.flatMap((one) => ("evidence" in one ? [one] : [])),
        problems: read.flatMap((one) => ("evidence" in one ? [] : [one])),
    };
}
/** One file with the pins that name it, or what is wrong with it. */
function readFile({ name, text, sha256, why }, mine) {
    const givers = [...new Map(mine.map((given) => [given.pin.file_sha256, given])).values()];
    if (givers.length > 1) {
        const jobs = [...new Set(givers.map(({ job }) => `\`${job.id}\``))].join(" and ");
        const says = `More than one evidence was called ${shortName(name)}, each pinned by an output of ${jobs}: ` +
            "one replaced the other.";
        return conflict(says, "Run each action once for an environment in a run, and list the job that does under `needs`.");
    }
    const other = mine.find(({ pin }) => pin.file_sha256 !== sha256)?.pin;
    if (other !== undefined) {
        const says = `The evidence ${shortName(name)} is not what its job pinned: its sha256 is ${sha256.slice(0, 12)}, ` +
            `pinned is ${other.file_sha256.slice(0, 12)}.`;
        return conflict(says, "Somebody changed the artifact. Do not deploy it; run validate again.");
    }
    const evidence = evidenceIn(text, why);
    if (typeof evidence === "string") {
        return {
            verdict: "error",
            reason_code: "evidence_unreadable",
            says: `The evidence ${shortName(name)} cannot be read: ${evidence}.`,
            remedy: "Let every action of a run have the same version, and run the stage that wrote it again.",
        };
    }
    const odd = mine.find(({ pin }) => differs(pin, evidence, sha256));
    if (odd !== undefined) {
        const says = `The output of job \`${odd.job.id}\` that pins ${shortName(name)} differs from that file: ` +
            `${differs(odd.pin, evidence, sha256)}.`;
        return conflict(says, "No action writes that. Find out who changed the output, pass outputs on as they are, and run the job again.");
    }
    return { evidence, pinned: mine.length > 0, jobs: mine.map(({ job }) => job), sha256 };
}
function conflict(says, remedy) {
    return { verdict: "fail", reason_code: "evidence_conflict", says, remedy };
}
/** The evidence in a file, or why there is none. */
function evidenceIn(text, unreadable = "it is not text") {
    if (text === null)
        return unreadable;
    const value = json(text);
    if (value === undefined)
        return "it is not JSON";
    try {
        const parsed = evidenceSchema.safeParse(value);
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
    const own = pinOf(evidence, sha256);
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
        : `\`${member}\` is ${shortName(String(pin[member]))} there, and ${shortName(String(own[member]))} in the file`;
}
/** A file that a job pinned and that is not there. */
function evidence_file_missing(files, pins) {
    const lacking = pins.map((pin) => pin.file).filter((name) => !files.some((file) => file.name === name));
    return [...new Set(lacking)].map((name) => ({
        verdict: "error",
        reason_code: "evidence_missing",
        says: `The evidence ${shortName(name)}, which a job pinned, is not in the folder.`,
        remedy: "Download the artifact of every job before this step.",
    }));
}

;// CONCATENATED MODULE: ./build/src/gates/same-release.js

/**
 * Everything is about one release: the same bytes, and the same manifest, which says what they are and how they are
 * started.
 */
function same_release_sameRelease(releases) {
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
            says: `The evidence of the stages is of different releases: ${names}.`,
            remedy: "Build once: let every stage take the release of one validate job.",
        },
    ];
}
/** The manifest at hand is the one in the evidence, whole, and the one that jobs pinned. */
function otherManifest({ evidence, pins, atHand }) {
    if (atHand === undefined)
        return [];
    const { release, manifestSha256 } = atHand;
    const recorded = evidence.find((one) => one.release?.digest === release.digest && manifestDigest(one.release) !== manifestSha256);
    const pinned = pins.find((one) => one.release_sha256 === release.digest && one.manifest_sha256 !== manifestSha256);
    const stage = recorded?.stage ?? pinned?.stage;
    if (stage === undefined)
        return [];
    const how = recorded?.release ? differences(release, recorded.release) : [];
    return [
        {
            verdict: "fail",
            reason_code: "manifest_mismatch",
            says: `The release manifest is not the one in the evidence of ${stage}: ` +
                `${how.slice(0, 3).join("; ") || "its bytes differ"}.`,
            remedy: "Do not deploy it. Find out who changed the artifact, and run validate again.",
        },
    ];
}
/** Each member that differs, with both values. */
function differences(here, there) {
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
function evidence_joinChain(facts) {
    const { pins: given, silent, misnamed, problems: faults } = readJobs(facts.jobs, facts.neverBegan);
    const pins = given.map(({ pin }) => pin);
    const read = readFiles(facts.files, given);
    const newest = newestOf(ofThisAttempt(read.links));
    const counted = newest.links.filter(({ evidence }) => evidence_counts(evidence));
    return {
        links: newest.links,
        pins,
        silent,
        misnamed,
        problems: [
            ...faults,
            ...read.problems,
            ...missing(facts.files, pins),
            ...newest.problems,
            ...counted.flatMap(({ evidence }) => contradiction(evidence)),
            ...ofAnotherCommit(counted, facts.sha),
            ...ofAnotherRun(counted, facts.runId),
            ...sameRelease({ evidence: counted.map((link) => link.evidence), pins, atHand: facts.atHand }),
        ],
    };
}
/** The newest evidence of a stage on an environment; validate has none. */
function evidence_linkOf(chain, stage, environment) {
    return chain.links.find(({ evidence }) => evidence.stage === stage && (stage === "validate" || evidence.environment === environment));
}
/** What counts toward one commit and one release: every real run from validate to promote. */
function evidence_counts({ stage, status }) {
    return stage !== "rollback" && stage !== "report" && status !== "planned";
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
        if (pinned === undefined || pinned === last || !evidence_counts(last.evidence))
            return [pinned ?? last];
        const { stage, run_id, run_attempt } = last.evidence;
        problems.push({
            verdict: "fail",
            reason_code: "evidence_conflict",
            says: `The folder holds newer evidence of ${stage} (run ${shortName(run_id)}, attempt ${shortName(run_attempt)}) ` +
                "than the one that its job pinned.",
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
    const failed = [...last.values()].find((one) => ["check", "gate", "signal"].includes(one.kind) && blocks(one));
    if (failed === undefined)
        return [];
    return [
        {
            verdict: "fail",
            reason_code: "evidence_conflict",
            says: `The evidence of ${evidence.stage} says passed, but its ${failed.kind} \`${shortName(failed.id)}\`, ` +
                `which is required, is ${failed.verdict}.`,
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
        says: `The evidence of ${evidence.stage} is of run ${shortName(evidence.run_id)}, this is run ${runId}.`,
        remedy: "Download the artifacts of this run only. Where another workflow validates the same commit, set `runs: other`.",
    }));
}
function ofAnotherCommit(links, sha) {
    const strange = links.filter(({ evidence }) => sha !== "" && evidence.sha !== sha);
    return strange.map(({ evidence }) => ({
        verdict: "fail",
        reason_code: "evidence_of_another_commit",
        says: `The evidence of ${evidence.stage} is of commit ${evidence.sha.slice(0, 12)}, ` +
            `this run is of ${sha.slice(0, 12)}.`,
        remedy: "Download the artifacts of this commit only.",
    }));
}

// EXTERNAL MODULE: ./build/src/render/text/hand-part.js
var hand_part = __webpack_require__(7449);
// EXTERNAL MODULE: ./build/src/render/text/markdown.js
var markdown = __webpack_require__(7103);
// EXTERNAL MODULE: ./build/src/render/text/readable.js
var readable = __webpack_require__(5106);
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
function environmentPart({ name, url, plans, assumed, lastKnown, byHand }) {
    const facts = [["Users reach it at", `\`${url}\``], ...byHand.facts, ...knownFacts(lastKnown)];
    return [
        `## ${(0,markdown/* plainText */.wh)(name)}`,
        (0,readable/* items */.ld)(facts.map(([what, value]) => `${(0,readable/* readable */.HD)(what)}: ${(0,readable/* readable */.HD)(value)}`)),
        lastKnown === null
            ? paragraph("Which releases are there is not known yet: no deployment has left evidence here.")
            : (0,readable/* folded */.TM)(`The releases are those of ${lastKnown.by.stage} in ` +
                `${(0,markdown/* link */.nf)(`run ${lastKnown.by.run_id}`, lastKnown.by.run_url)}, at ${(0,wording/* minute */.Vc)(lastKnown.at)}.`),
        ...(plans.length === 0 || assumed === null ? [] : [paragraph(otherSlots(assumed))]),
        ...plans.flatMap(({ when, plan }) => planPart(when, plan)),
        "### By hand",
        ...byHand.parts.flatMap(hand_part/* handPart */.f),
    ];
}
/** The plans are made before anybody knows where the release before will be. */
const otherSlots = (slot) => `The plans here have the release before in slot ${slot}. Where \`See what serves\` below shows it in the other ` +
    "slot, read the two slots the other way round.";
function planPart(when, plan) {
    return [
        (0,readable/* folded */.TM)(`${(0,markdown/* plainText */.wh)(when)} ${(0,readable/* readable */.HD)(plan.says)}`),
        (0,readable/* items */.ld)(batches(plan.steps).map((batch) => (0,readable/* readable */.HD)(batchText(batch))), (index) => `${index + 1}. `),
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
/** As `node_name` of the host program has it. */
function nodeOf(app, path) {
    const folder = path.slice(path.lastIndexOf("/") + 1);
    const named = folder.startsWith(`${app}_`) || folder.startsWith(`${app}-`);
    return named && /^[\w-]+$/.test(folder) ? folder : app;
}
/** Needs `defineVariables` before it. */
function startSession({ app, path }, slot, port) {
    const node = nodeOf(app, path);
    return lines(`cd ${(0,host/* word */.Vm)(path)}`, `release=$(basename "$(readlink slots/${slot})")`, `program=$(cut -d ' ' -f 2 "state/kept/$release")`, `mkdir -p state/tmp.${slot}`, `server_variables ${slot} | env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \\`, '  HOME="$HOME" USER="$(id -un)" LANG=C.UTF-8 TZ="$(cat /etc/timezone 2>/dev/null || echo UTC)" \\', `  sh -c 'eval "$(cat)"; export PORT=${port} RELEASE_NODE=${node}_${slot} RELEASE_TMP=${path}/state/tmp.${slot}`, `    cd "$1" && exec setsid "$1/bin/$2" start </dev/null' sh "${path}/releases/$release" "$program" \\`, `  >>state/log.${slot} 2>&1 &`, "pid=$!", "sleep 1", `echo "$pid $(sed 's/^.*) //' "/proc/$pid/stat" | cut -d ' ' -f 20) $release" >state/slot.${slot}`);
}
/** What a slot answers, and the release that its process runs from. */
function checkSlot(place, { slot, port }, health) {
    return lines(`cd ${(0,host/* word */.Vm)(place.path)}`, 
    // A fresh Debian has perl, and no curl.
    "answers() {", "  perl -MIO::Socket::INET -e '", '    $SIG{ALRM} = sub { print "no answer in 5 s"; exit 1 }; alarm 5;', '    my $s = IO::Socket::INET->new("127.0.0.1:$ARGV[0]") or do { print "no answer: $@"; exit 1 };', '    print $s "GET $ARGV[1] HTTP/1.0\\r\\nHost: 127.0.0.1:$ARGV[0]\\r\\n\\r\\n";', '    my $status = <$s> // "no answer"; $status =~ s/\\s+$//; print $status;', `    exit($status !~ m{^HTTP/\\S+ 200\\b})' ${port} ${(0,host/* word */.Vm)(health.path)}`, "}", "tries=0", `until said=$(answers) || [ "$tries" -ge ${health.withinSeconds} ]; do tries=$((tries + 1)); sleep 1; done`, `if answers >/dev/null; then echo "slot ${slot} is healthy"; else echo "slot ${slot} is not healthy: $said"; fi`, slotPid(place, slot), 'readlink "/proc/$pid/exe"', `tr '\\0' '\\n' <"/proc/$pid/environ" | grep '^RELEASE_ROOT=' || :`);
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
function rollSchemaBack({ app, path }, { down, versions, urlFrom }) {
    // In the clean shell: no address is in this one.
    const direct = urlFrom === undefined ? "" : `; export DATABASE_URL="$${urlFrom}"`;
    const recorded = (line) => `sed -n -E 's/^(${line}) *//p' "state/kept/$left.schema" | tr ' ' '\\n'`;
    return lines(`cd ${(0,host/* word */.Vm)(path)}`, releaseLeft, `program=$(cut -d ' ' -f 2 "state/kept/$left")`, `for repo in $(${recorded("before|after")} | sed 's:/.*::' | sort -u); do`, `  stays=$(${recorded("before")} | sed -n "s:^$repo/::p" | sort -n | tail -n 1)`, '  [ "$repo" != - ] || repo=nil', "  server_variables | env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \\", '    HOME="$HOME" USER="$(id -un)" LANG=C.UTF-8 \\', `    sh -c 'eval "$(cat)"${direct}; cd "$1" && exec "$1/bin/$2" eval "$3" </dev/null' \\`, `    sh "${path}/releases/$left" "$program" "Application.load(:${app})`, "repo = $repo", "to_exclusive = ${stays:-0}", "_ = {repo, to_exclusive}", `"${(0,host/* quote */.hD)(`${down}\n${versions}`)} || { echo "It failed: no other repository is rolled back."; break; }`, "done");
}
/** The dumps that the suite made. */
function listDumps(folder) {
    return `ls -l ${(0,host/* word */.Vm)(folder)}`;
}
/**
 * For what restores a dump: a shell becomes a client of the database's server, by the address as the host program reads
 * it. `reader` is its awk program. Needs `defineVariables` before it.
 */
function defineDatabase(urlFrom, reader) {
    return lines(`address_reader='${reader}'`, "to_database() {", `  address=$(eval "$(server_variables)"; printf %s "$${urlFrom}")`, "  refused=", '  eval "$(PD_ADDRESS=$address LC_ALL=C awk "$address_reader")"', `  if [ -n "$refused" ]; then echo "${urlFrom}: $refused"; return 1; fi`, "  unset PGOPTIONS PGSERVICE PGHOSTADDR", "  name=$PGDATABASE", "  export PGDATABASE=postgres", "}");
}
/**
 * Restores a dump into a database beside, while the application serves. What is cut short never gets the name that
 * `swapNames` looks for, and is begun anew where this is pasted again. Needs `defineDatabase` before it.
 */
function restoreBeside(dump) {
    const file = "file" in dump ? (0,host/* word */.Vm)(dump.file) : `$(ls ${(0,host/* word */.Vm)(dump.newestIn)}/*.dump | LC_ALL=C sort | tail -n 1)`;
    return lines("(", `  dump=${file}`, '  [ -f "$dump" ] || { echo "The dump is not on this host."; exit 1; }', "  to_database &&", '    psql -X -q -v ON_ERROR_STOP=1 -c "DROP DATABASE IF EXISTS \\"${name}_restoring\\"" \\', `      -c "CREATE DATABASE \\"\${name}_restoring\\" TEMPLATE template0 ENCODING 'UTF8'" &&`, 
    // By psql, as the host program does.
    '    { pg_restore --no-owner --no-privileges --file=- "$dump" && echo "SELECT \'restored as a whole\';"; } |', "      sed '1,/^SELECT pg_catalog.set_config/{/^SET transaction_timeout = 0;$/d;}' |", '      psql -X -A -t -q -v ON_ERROR_STOP=1 -d "${name}_restoring" | grep -x "restored as a whole" >/dev/null &&', '    psql -X -q -c "ALTER DATABASE \\"${name}_restoring\\" RENAME TO \\"${name}_restored\\"" &&', '    echo "$dump is restored as ${name}_restored."', ")");
}
/**
 * Gives the restored database the name of the one that was there, which is kept: both or none. Needs `defineDatabase`
 * before it, and every slot to be stopped.
 */
function swapNames() {
    return lines("(", "  to_database &&", '    psql -X -q -1 -v ON_ERROR_STOP=1 -c "ALTER DATABASE \\"$name\\" RENAME TO \\"${name}_left\\"" \\', '      -c "ALTER DATABASE \\"${name}_restored\\" RENAME TO \\"$name\\"" &&', '    echo "$name is the restored database now, and ${name}_left the one that was there."', ")");
}
function indented(text) {
    return text.split("\n").map((line) => `  ${line}`);
}

// EXTERNAL MODULE: ./build/src/transports/ssh-address.js
var ssh_address = __webpack_require__(6175);
// EXTERNAL MODULE: ./build/src/domain/fleet/fleet.js
var fleet_fleet = __webpack_require__(1885);
;// CONCATENATED MODULE: ./build/src/targets/hosts/units.js


/** Name of the unit before `@`. */
function unitName({ app, environment: { systemd } }) {
    return systemd?.name ?? app;
}
/** Plans that install the unit of the slots where the settings ask for that and a host has another text, or none. */
function withUnits(planning, options) {
    const { systemd } = options.environment;
    return {
        ...planning,
        plan(fleet, wanted) {
            const plan = planning.plan(fleet, wanted);
            if (isRefusal(plan))
                return plan;
            if (systemd?.manage !== true)
                return plan;
            const steps = unitSteps(fleet, { ...options, systemd });
            return "refused" in steps ? steps : afterLocks(plan, steps);
        },
    };
}
/** Before anything that is started needs it, and under the lock. */
function afterLocks(plan, steps) {
    const first = plan.steps.findIndex(({ type }) => type !== "acquire-lock");
    const at = first === -1 ? plan.steps.length : first;
    return { ...plan, steps: [...plan.steps.slice(0, at), ...steps, ...plan.steps.slice(at)] };
}
function unitSteps({ hosts }, managed) {
    const steps = [];
    for (const host of hosts) {
        const step = unitStep(host, managed);
        if (step !== null && "refused" in step)
            return step;
        if (step !== null)
            steps.push(step);
    }
    return steps;
}
/** Null where the unit is there as it is to be. */
function unitStep({ host, unit }, managed) {
    const { app, releaseName, systemd } = managed;
    const name = `${unitName(managed)}@.service`;
    if (unit === undefined) {
        const says = `systemd does not run on ${host}, and the settings have \`systemd: {manage: true}\`.`;
        return { refused: "host_unsuitable", says, remedy: "Remove `systemd` from the environment, or use another host." };
    }
    const { user, path, installed } = unit;
    if (!/^[A-Za-z0-9._@/+-]+$/.test(path)) {
        const says = `The path leads to ${path} on ${host}, which cannot be written into a unit of systemd.`;
        return { refused: "host_unsuitable", says, remedy: "Use a folder of letters, digits and `. _ @ + - /`." };
    }
    if (!/^[A-Za-z0-9_][A-Za-z0-9_.@-]*\$?$/.test(user)) {
        const says = `The steps run as ${user} on ${host}, a name that systemd would read otherwise in a unit.`;
        const remedy = "Use a user of letters, digits and `_ . @ -`, or manage the unit yourself: remove `systemd.manage`.";
        return { refused: "host_unsuitable", says, remedy };
    }
    const text = unitText({ app, releaseName, path, user, limits: limitsOf(systemd) });
    const lines = text.trimEnd().split("\n");
    if (installed !== null && installed[0]?.startsWith(`${unitMark}${path}.`) !== true) {
        const says = `/etc/systemd/system/${name} on ${host} was not written for ${path} by phoenix-deploy.`;
        const remedy = "Give the unit another name with `systemd: {name: …}`, or remove that file.";
        return { refused: "host_unsuitable", says, remedy };
    }
    const gone = (installed ?? []).filter((line) => !lines.includes(line));
    const added = lines.filter((line) => installed?.includes(line) !== true);
    if (installed !== null && installed.join("\n").trimEnd() === lines.join("\n"))
        return null;
    const changes = [...gone.map((line) => `-${line}`), ...added.map((line) => `+${line}`)];
    const what = installed === null ? "which is not there" : `changed by ${changes.join(" ") || "the order of its lines"}`;
    return { type: "install-units", host, unit: text, limitMs: 60_000, says: `Install ${name} on ${host}, ${what}` };
}
function limitsOf({ memoryMax, tasksMax, limitNofile }) {
    const line = (key, value) => (value === null ? [] : [`${key}=${value}`]);
    return [...line("MemoryMax", memoryMax), ...line("TasksMax", tasksMax), ...line("LimitNOFILE", limitNofile)];
}

;// CONCATENATED MODULE: ./build/src/targets/hosts/by-hand-work.js

async function by_hand_work_handWork({ app, environment }) {
    const slots = Object.entries(environment.slots).map(([slot, { port }]) => ({ slot, port }));
    const place = { app, path: environment.path, unit: unitName({ app, environment }), slots };
    return { app, environment, place, readers: await awkPrograms() };
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
const handNames = (hosts) => hosts.map(({ name }) => name);

;// CONCATENATED MODULE: ./build/src/targets/hosts/router-places.js

/** Every place where the router is changed. A router that routes to its own host alone names servers by their slots. */
function routerPlaces({ hosts, slots, router, routerHosts }) {
    if (router.on !== null || hosts.length === 1)
        return routerHosts.map(({ name }) => ({ host: name, own: null }));
    return routerHosts.map(({ name }) => ({
        host: name,
        own: new Map(Object.keys(slots).map((slot) => [(0,fleet_fleet/* serverName */.L5)({ hosts, slots }, name, slot), slot])),
    }));
}
/** The servers of the settings' slots, by the names that this router has for them. */
function serversAt({ hosts, slots, groups }, { own }) {
    if (own !== null)
        return [...own.values()];
    return hosts.flatMap(({ name }) => Object.keys(slotsOn({ slots, groups }, name)).map((slot) => serverName({ hosts, slots, groups }, name, slot)));
}
/** A sentence where servers that no order concerns take requests too; null where none does. */
function othersServe(environment, { place, servers }) {
    const known = serversAt(environment, place);
    const others = Object.entries(servers).flatMap(([name, { state, weight, backup }]) => known.includes(name) || state !== "ready" || weight === 0 || backup === true ? [] : [name]);
    if (others.length === 0)
        return null;
    const them = others.join(", ");
    return `${environment.router.name} also sends requests to ${them}, which no host and slot of the settings has.`;
}
const othersRemedy = (/* unused pure expression or super */ null && ("What runs there serves them whatever is deployed: take it out of the router, or name its host or slot in the " +
    "settings."));
/** What of an order concerns this router, in its own words; null for nothing. */
function ownWeights({ own }, weights) {
    if (own === null)
        return weights;
    const concerned = Object.entries(weights).flatMap(([name, weight]) => {
        const here = own.get(name);
        return here === undefined ? [] : [[here, weight]];
    });
    return concerned.length === 0 ? null : Object.fromEntries(concerned);
}
/** The servers of a router by the fleet's names. */
function fleetNames({ place: { own }, servers }) {
    if (own === null)
        return servers;
    return Object.fromEntries([...own].flatMap(([name, here]) => (servers[here] === undefined ? [] : [[name, servers[here]]])));
}
/** All routers as one; a server that one of several routers for the fleet does not know is none. Null without any. */
function mergeRouters(seen) {
    if (seen.length === 0)
        return null;
    const all = seen.map((one) => ({ shared: one.place.own === null, servers: fleetNames(one) }));
    const names = new Set(all.flatMap(({ servers }) => Object.keys(servers)));
    return Object.fromEntries([...names].flatMap((name) => {
        const servers = all.flatMap((one) => one.servers[name] ?? []);
        const known = all.every(({ shared, servers: here }) => !shared || here[name] !== undefined);
        return known ? [[name, together(servers)]] : [];
    }));
}
/** One server as several routers see it. */
function together(servers) {
    const sum = (of) => servers.reduce((all, server) => all + of(server), 0);
    const state = servers.find((server) => server.state === "ready")?.state ?? servers[0]?.state ?? "down";
    const taken = servers.length === 1 ? () => true : (server) => server.state === "ready";
    return {
        state,
        weight: Math.round((sum((server) => (taken(server) ? server.weight : 0)) / servers.length) * 10) / 10,
        sessions: sum(({ sessions }) => sessions),
    };
}

;// CONCATENATED MODULE: ./build/src/targets/hosts/by-hand-slots.js




/** The slots one by one, each with the hosts that have it. */
function slotsOf({ environment, place }) {
    const { hosts, groups, slots } = environment;
    return place.slots.map((one) => {
        const having = handNames(hosts).filter((host) => groups === undefined || groups[host] === one.slot);
        const servers = having.map((host) => (0,fleet_fleet/* serverName */.L5)({ hosts, slots, groups }, host, one.slot));
        return { ...one, having, servers };
    });
}
const placeText = ({ environment }, { slot, having }) => environment.groups === undefined ? `Slot ${slot}` : `Slot ${slot}, on ${having.join(", ")}`;
function stopBlocks(work) {
    const slots = slotsOf(work);
    return slots.map((one) => ({
        when: slots.length === 1 ? "" : placeText(work, one),
        text: stopSlot(work.place, one.slot),
    }));
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
    const placed = (one) => placeText(work, one);
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
            blocks: stopBlocks(work),
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
    const [first] = routerPlaces(environment);
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
    const { migrate, versions, down, urlFrom } = migrations;
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
                    text: rollSchemaBack(place, {
                        ...ofEcto,
                        ...(down === undefined ? {} : { down, versions: versions ?? "" }),
                        ...(urlFrom === undefined ? {} : { urlFrom }),
                    }),
                },
            ],
        },
    ];
}
/** Where the suite makes the dumps, it can say how one is restored. */
function newestRestored(work) {
    const { backup, hosts } = work.environment;
    const [host] = handNames(hosts);
    if (backup?.by !== "postgres" || host === undefined)
        return [];
    const { folder, urlFrom } = backup;
    const list = { when: "The dumps; the newest one is restored", text: listDumps(folder) };
    const after = "Then start the slot of the release that this schema fits, by its block above.";
    return by_hand_database_restoreParts(work, { host, urlFrom, dump: { newestIn: folder }, first: [list], after });
}
/** A restore of PostgreSQL by hand: beside the database first, so that little is left to do while all is down. */
function by_hand_database_restoreParts(work, restore) {
    const { environment, place, readers } = work;
    const { host, urlFrom, dump, first, after } = restore;
    const database = [defineVariables(place, readers.env_reader), defineDatabase(urlFrom, readers.address_reader)].join("\n");
    return [
        {
            title: "Restore a backup: beside the database, while it still serves",
            hosts: [host],
            says: "Only where the data themselves are damaged, or the schema has to go back and cannot be reversed: what was " +
                "written since the backup is not in it. Nothing goes down here. The backup becomes a database " +
                "`<name>_restored`, which needs as much space again; rights of other users on it are for you to grant.",
            blocks: [
                ...first,
                { when: "How the address of the database is read", text: database },
                { when: "Restore", text: restoreBeside(dump) },
            ],
        },
        {
            title: "Restore a backup: stop every slot",
            hosts: handNames(environment.hosts),
            says: "From here the application is down. What is still written would be missing afterwards.",
            blocks: stopBlocks(work),
        },
        {
            title: "Restore a backup: swap the names",
            hosts: [host],
            says: "In the shell in which it was restored. The database that was there is kept as `<name>_left`; give one of an " +
                `earlier restore another name before. While anybody is connected it fails, and nothing is changed. ${after}`,
            blocks: [{ when: "", text: swapNames() }],
        },
    ];
}

;// CONCATENATED MODULE: ./build/src/targets/hosts/by-hand.js






/** How a person rolls hosts back, by the commands that the host program would run. */
async function hostsByHand(given) {
    const work = await by_hand_work_handWork(given);
    const { environment, place } = work;
    return {
        facts: factsOf(work),
        parts: [
            login(environment, everyHost(environment)),
            look(work),
            free(work),
            ...(place.slots.length === 1 ? inPlace(work) : betweenSlots(work)),
            verify(environment),
            recordPart(work),
            ...schemaPart(work),
            ...newestRestored(work),
        ],
    };
}
/** How a person restores the backup of an environment; `kept` is the last one that the suite made, on its host. */
async function restoreByHand(given, kept) {
    const { backup, hosts } = given.environment;
    const elsewhere = (says) => ({ title: "Restore the backup", hosts: [], says, blocks: [] });
    if (backup?.by === "provider")
        return [elsewhere(`With the provider of the backup: ${backup.says}`)];
    if (backup?.by === "command")
        return [elsewhere("With the program that `backup.make` runs.")];
    if (backup === null || kept === null)
        return [];
    const after = "Then run `rollback` with `migrations: keep`: it starts the release of that schema.";
    const dump = { file: kept.file };
    const restore = { host: kept.host, urlFrom: backup.urlFrom, dump, first: [], after };
    return [login(given.environment, hosts), ...restoreParts(await handWork(given), restore)];
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
function login({ account, ssh }, hosts) {
    return {
        title: "Log in",
        hosts: [],
        says: "Everything below is for this shell, on the hosts that each part names. Where ssh does not know the host or " +
            "has no key, use the ones of `ssh` in the settings file.",
        blocks: hosts.map((host) => ({
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

// EXTERNAL MODULE: ./build/src/strategies/registry.js + 8 modules
var strategies_registry = __webpack_require__(9139);
// EXTERNAL MODULE: ./build/src/strategies/facts.js
var facts = __webpack_require__(1832);
// EXTERNAL MODULE: ./build/src/strategies/leftovers.js
var leftovers = __webpack_require__(8211);
// EXTERNAL MODULE: ./build/src/domain/release/version.js
var release_version = __webpack_require__(108);
;// CONCATENATED MODULE: ./build/src/domain/rollback/to.js

/** Digits of a digest that a release id has. */
const digitsOfId = 8;
const digest = new RegExp(`^(?:sha256:)?([0-9a-f]{${digitsOfId},64})$`);
/** Reads `previous`, `1.2.3`, `v1.2.3`, a release id, or a digest; null where it is none of them. */
function parseRollbackTo(text) {
    const asked = text.trim();
    if (asked === "previous")
        return { kind: "previous" };
    const [, digits] = digest.exec(asked.toLowerCase()) ?? [];
    if (digits !== undefined)
        return { kind: "digest", digest: digits };
    const version = asked.replace(/^v(?=\d)/, "");
    return isReleaseId(version) || (0,release_version/* parseVersion */.ot)(version) !== null ? { kind: "version", version } : null;
}
/** `<version>-<digest8>`: also where the digits alone would be no identifier of a version, such as `00000001`. */
function isReleaseId(text) {
    return /-[0-9a-f]{8}$/.test(text) && (0,release_version/* parseVersion */.ot)(text.replace(/-[0-9a-f]{8}$/, "")) !== null;
}
/** True for a release id that is meant by it. Of a digest only the digits that an id has are compared. */
function isMeant(to, id) {
    if (to.kind === "digest")
        return id.endsWith(`-${to.digest.slice(0, digitsOfId)}`);
    return id === to.version || id.replace(/-[0-9a-f]{8}$/, "") === to.version;
}

// EXTERNAL MODULE: ./build/src/strategies/verified.js
var strategies_verified = __webpack_require__(8815);
;// CONCATENATED MODULE: ./build/src/strategies/named-release.js


/**
 * The release that a person names: by its version, by digits of its digest or by its id. Null for the previous one; a
 * refusal that lists what there is where none or several are meant.
 */
function namedRelease(fleet, asked) {
    const to = parseRollbackTo(asked);
    if (to?.kind === "previous")
        return null;
    const known = knownReleases(fleet);
    // A whole id is meant before a version of the same form.
    const found = known.includes(asked) ? [asked] : known.filter((id) => to !== null && isMeant(to, id));
    const [only, ...others] = found;
    if (only !== undefined && others.length === 0)
        return only;
    const listed = known.map((id) => `${id}${remarks(fleet, id)}`).join(", ");
    return {
        refused: "release_not_found",
        says: only === undefined
            ? `No release here is \`${asked}\`. There ${known.length === 0 ? "is none" : `are: ${listed}`}.`
            : `\`${asked}\` may be any of ${found.join(", ")}.`,
        remedy: "Name one by its whole release id in the input `to`, or leave `to: previous`.",
    };
}
/** What is kept or was verified, the last one first. */
function knownReleases(fleet) {
    const kept = fleet.hosts.flatMap(({ releases }) => [...releases].reverse());
    return [...new Set([...(0,strategies_verified/* verifiedOn */.iu)(fleet), ...kept])];
}
function remarks(fleet, id) {
    const verified = (0,strategies_verified/* verifiedOn */.iu)(fleet);
    const all = [
        ...(verified[0] === id ? ["active"] : []),
        ...(verified.includes(id) ? [] : ["never verified"]),
        ...((0,strategies_verified/* isBad */.e2)(fleet, id) ? ["marked bad"] : []),
        ...(fleet.hosts.some(({ releases }) => releases.includes(id)) ? [] : ["not on the hosts any more"]),
    ];
    return all.length === 0 ? "" : ` (${all.join(", ")})`;
}

// EXTERNAL MODULE: ./build/src/strategies/strategy.js
var strategies_strategy = __webpack_require__(8394);
;// CONCATENATED MODULE: ./build/src/strategies/refusals.js



/**
 * Why nothing may be changed now, whoever asks: another run holds the lock, or a step still works. Seconds are the
 * host's own.
 */
function busy(fleet, { owner, takeLock = false }) {
    const all = [...fleet.hosts, ...(fleet.routerHosts ?? [])];
    const held = all.find(({ lease, now }) => lease !== null && lease.owner !== owner && lease.expires > now);
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
    const working = all.find(({ stepRunning }) => stepRunning);
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
/** Why a host that cannot be observed must not be left out: the settings require more hosts than there are now. */
function hostsMissing(fleet, { hostsRequired }) {
    const { hosts, away = [] } = fleet;
    const [first] = away;
    if (first === undefined || hosts.length >= (hostsRequired ?? hosts.length + away.length))
        return null;
    const remedy = "Make the host reachable, or set `hosts-required` to the number of hosts that must be there.";
    const required = hostsRequired === undefined ? "all hosts are" : `${hostsRequired} hosts are`;
    return {
        refused: first.reason_code,
        says: `${away.map(awayText).join("; ")}. ${hosts.length} of ${hosts.length + away.length} hosts can be reached, ` +
            `and ${required} required.`,
        remedy: `${first.remedy} ${remedy}`.trim(),
    };
}
const awayText = ({ host, says }) => `${host} cannot be observed: ${says.replace(/[.\s]+$/, "")}`;
/** What the approver should know of hosts that are left out. */
function awayWarnings({ away = [] }) {
    return away.map((one) => `${awayText(one)}. It is left out, and the next deployment brings it up to date.`);
}
/** What goes on with variables of its start, although the files have others since; what the plan stops does not. */
function staleWarnings({ hosts }, release, steps) {
    return hosts.flatMap(({ host, slots }) => Object.entries(slots).flatMap(([slot, { running, stale }]) => {
        const stops = steps.some((step) => step.type === "stop" && step.host === host && step.slot === slot);
        if (stale === undefined || running?.release !== release || stops)
            return [];
        return [
            `${stale} on ${host} was changed since ${release} was started in slot ${slot}, which has the variables from ` +
                `before until it is started again: \`systemctl restart <unit>@${slot}\` does that.`,
        ];
    }));
}
/**
 * Why a strategy cannot work on this target: hosts, slots or router servers that it needs are not there. `also` are
 * hosts that are away and count all the same.
 */
function unsuited(fleet, strategy, also = []) {
    if (fleet.hosts.length === 0) {
        return { refused: "invalid_settings", says: "The environment names no host.", remedy: "Name one under `hosts`." };
    }
    const layout = layoutOf(fleet);
    const faults = (0,strategies_strategy/* unsuitedOf */.J)(strategy, { ...layout, hosts: [...layout.hosts, ...also.map(({ host }) => host)] });
    if (faults.length > 0) {
        const all = (text) => faults.map((fault) => fault[text]).join(" ");
        return { refused: "invalid_settings", says: all("says"), remedy: all("remedy") };
    }
    return serverMissing(fleet);
}
function layoutOf(fleet) {
    const { hosts, router, routing, groups } = fleet;
    const ports = (0,facts/* slotNames */.Do)(fleet).map((name) => [name, { port: (0,facts/* hostsOf */.PP)(fleet, name)[0]?.slots[name]?.port ?? 0 }]);
    return {
        ...{ hosts: hosts.map(({ host }) => host), slots: Object.fromEntries(ports), routed: router !== null },
        ...(routing === undefined ? {} : { routing }),
        ...(groups === undefined ? {} : { groups }),
    };
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
        remedy: `Name the servers of the backend ${nameRule(fleet)}.`,
    };
}
/** How servers are named, as `serverName` does it. */
function nameRule(fleet) {
    if (fleet.hosts.length === 1)
        return "as the slots are named";
    return fleet.groups !== undefined || (0,facts/* slotNames */.Do)(fleet).length === 1 ? "as the hosts are named" : "`<host>-<slot>`";
}
/** Why the release cannot go anywhere: no host of the group that does not serve can be reached. */
function groupAway(fleet, release) {
    const { groups, away = [] } = fleet;
    if (groups === undefined || (0,facts/* freeSlots */.iA)(fleet, release).length > 0)
        return null;
    const gone = (0,facts/* slotNames */.Do)(fleet).filter((slot) => (0,facts/* hostsOf */.PP)(fleet, slot).length === 0);
    const [first] = away;
    return {
        refused: first?.reason_code ?? "host_unreachable",
        says: `${away.map(awayText).join("; ")}. ` +
            `Of group ${gone.join(", ")}, where ${release} is to run, no host can be reached.`,
        remedy: `${first?.remedy ?? ""} Make a host of that group reachable.`.trim(),
    };
}
/**
 * Why a release must not run here again: it was rolled back for a fault of its own, or left by a rollback. `instead` is
 * what to do where the mark is right.
 */
function markedBad(fleet, release, instead) {
    const marked = fleet.hosts.filter(({ bad }) => bad.includes(release));
    if (marked.length === 0)
        return null;
    const hosts = (0,fleet_fleet/* hostNames */.n3)(marked);
    return {
        refused: "release_marked_bad",
        says: `${release} was rolled back on ${hosts} for a fault and is marked bad.`,
        remedy: `${instead} If the mark is wrong, delete the line ${release} from \`state/bad\` below the application's path ` +
            `on ${hosts}, and run again.`,
    };
}
/** Why a slot that the settings name no more is in the way of any change, for a sentence that names its host. */
function leftFault({ slot, release, port }) {
    const named = `${slot}: {port: ${port ?? "…"}}`;
    return {
        says: `Slot ${slot} runs ${release ?? "a process"}, and \`slots\` does not name that slot any more: ` +
            "nothing would take its requests or stop it.",
        remedy: `Keep it in \`slots\` (\`${named}\`) in place of one that runs nothing. To give it up instead, stop it on the ` +
            `host, which ends what it serves: \`systemctl disable --now <unit>@${slot}\`.`,
    };
}
/** Why nothing may be changed: something runs in a slot that no plan would see. */
function slotLeft({ hosts }) {
    for (const { host, left = [] } of hosts) {
        const [first] = left;
        if (first === undefined)
            continue;
        const { says, remedy } = leftFault(first);
        return { refused: "settings_mismatch", says: `${host}: ${says}`, remedy };
    }
    return null;
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

// EXTERNAL MODULE: ./build/src/strategies/phases.js
var phases = __webpack_require__(5191);
// EXTERNAL MODULE: ./build/src/strategies/steps.js + 1 modules
var strategies_steps = __webpack_require__(6077);
;// CONCATENATED MODULE: ./build/src/strategies/under-lock.js

/**
 * A plan with the locks around it: those that are not ours yet are taken first, in the order of the hosts' names, and
 * all are released last. A lock that expired and still names us is ours: nobody came in between.
 */
function underLock(fleet, { owner, takeLock = false }, plan) {
    const sorted = [...fleet.hosts, ...(fleet.routerHosts ?? [])].sort((one, other) => (one.host < other.host ? -1 : 1));
    const missing = sorted.filter(({ lease }) => lease?.owner !== owner);
    const locks = missing.map((host) => (0,strategies_steps/* acquire */.XC)(host, takeLock));
    return { ...plan, steps: [...locks, ...plan.steps, ...sorted.map(strategies_steps/* unlock */.Tl)] };
}

;// CONCATENATED MODULE: ./build/src/strategies/revert.js




/**
 * Where traffic is back already, after a rollback that kept the schema or that failed at it: the release that serves,
 * and the one that was left, which is marked bad. `choice` says why traffic goes nowhere; null where that is not so.
 */
function leftAlready(fleet, { refused }) {
    const active = (0,facts/* activeOf */.m3)(fleet);
    const left = active?.before ?? null;
    if (active === null || left === null || !fleet.hosts.some(({ bad }) => bad.includes(left)))
        return null;
    const back = ["already_active", "release_marked_bad", "no_previous_release"];
    return back.includes(refused) ? { left, to: active.release } : null;
}
/** Why the schema must not be rolled back from these facts; null where it may, or is not to be. */
function schemaRefused(fleet, { schema = null }, { left, to }) {
    if (schema === null)
        return null;
    if (schema.from !== left || schema.to !== to) {
        return {
            refused: "migration_out_of_order",
            says: `The schema was looked at for a rollback from ${schema.from} to ${schema.to}, ` +
                `and it would be from ${left} to ${to} now.`,
            remedy: "Another run changed the environment meanwhile: run again.",
        };
    }
    const [away] = fleet.away ?? [];
    if (away === undefined)
        return null;
    return {
        refused: away.reason_code,
        says: `${away.host} cannot be observed, and may run ${left}, which needs the schema: ${away.says}`,
        remedy: `${away.remedy} Or go back with \`migrations: keep\`.`.trim(),
    };
}
/** The last step; none where no version goes. */
function revertLast({ schema = null }) {
    return schema === null || schema.going.length === 0 ? [] : [strategies_steps/* revert */.ru(schema)];
}
/** The data that goes with it, for whoever allowed that. */
function revertWarnings({ schema = null }) {
    if (schema === null)
        return [];
    if (schema.going.length === 0)
        return [`The schema has nothing of ${schema.from} that would have to be rolled back: it stays as it is.`];
    return schema.losses.map((one) => `Lost with the schema, as \`allow-data-loss\` allows: ${one}.`);
}
/** Traffic is back already: only the schema is rolled back. Null where that is not asked for. */
function revertAlone({ completing, fleet, choice }, wish) {
    const { schema = null } = wish;
    const between = leftAlready(fleet, choice);
    if (schema === null || between === null)
        return null;
    const refused = schemaRefused(fleet, wish, between) ?? stillServes(fleet, between.left);
    if (refused !== null)
        return refused;
    const ends = (0,facts/* slotNames */.Do)(fleet).flatMap((slot) => {
        const running = fleet.hosts.filter((host) => (0,facts/* runs */.Np)(host, slot, between.left));
        const wanted = { ...wish, release: between.to, migrate: false };
        const why = () => "it needs the schema that is rolled back";
        return running.length === 0 ? [] : (0,phases/* drainAndStop */.cQ)({ fleet, wanted, slot }, running, why);
    });
    return underLock(fleet, wish, {
        says: `Roll the schema of ${wish.environment} back: ${between.to} serves already, and ${between.left} was left.`,
        leaves: between.left,
        warnings: revertWarnings(wish),
        steps: [...completing, ...ends, ...revertLast(wish)],
    });
}
function stillServes(fleet, left) {
    const behind = fleet.hosts.find(({ active }) => active?.release === left);
    if (behind !== undefined) {
        return {
            refused: "schema_in_use",
            says: `${behind.host} still has ${left} on record as what serves, and needs the schema.`,
            remedy: "Deploy the release that serves again, which brings every host to it; then run `rollback` again.",
        };
    }
    const slot = (0,facts/* slotNames */.Do)(fleet).find((name) => fleet.hosts.some((host) => (0,facts/* runs */.Np)(host, name, left) && (0,facts/* mayTakeTraffic */.Gx)(fleet, host, name)));
    if (slot === undefined)
        return null;
    return {
        refused: "schema_in_use",
        says: `${left} in slot ${slot} still takes requests, and needs the schema.`,
        remedy: "Send them to the release that serves, and run again.",
    };
}

;// CONCATENATED MODULE: ./build/src/strategies/rollback.js










/**
 * Back to the last release that was verified before the active one (Phase 6: Rollback Procedure, as it holds in
 * practice: traffic first, the schema stays).
 */
function planRollback(observed, wanted, all = strategies_registry/* strategies */.W) {
    const strategy = (0,strategies_registry/* strategyOf */.x)(wanted, all);
    if (plan_isRefusal(strategy))
        return strategy;
    const refused = busy(observed, wanted) ?? hostsMissing(observed, wanted) ?? slotLeft(observed) ?? unsuited(observed, strategy);
    if (refused !== null)
        return refused;
    const { steps: completing, fleet: complete } = (0,leftovers/* completeRecords */.It)(observed);
    const choice = chooseRollback(complete, wanted);
    if ("refused" in choice)
        return revertAlone({ completing, fleet: complete, choice }, wanted) ?? choice;
    const kept = schemaRefused(complete, wanted, choice);
    if (kept !== null)
        return kept;
    const { left, to, verified } = choice;
    const { markBad, environment } = wanted;
    const { steps: fetching, fleet } = bring(complete, to);
    // Before the record: a run that is cut between the two and begins again does not go back to what was left.
    const marked = markBad ? fleet.hosts.filter((host) => !host.bad.includes(left)) : [];
    const mark = marked.map((host) => strategies_steps/* markBad */.Tc(host, left));
    const holdSeconds = markBad || wanted.schema ? 0 : wanted.holdSeconds;
    const toward = { ...wanted, release: to, migrate: false, holdSeconds };
    const going = strategy.rollback(fleet, { wanted: toward, verified, mark });
    const back = [...completing, ...fetching, ...going].map((one) => recordedAsBack(one, to));
    const steps = [...back, ...revertLast(wanted)];
    const unreadable = steps.some(({ type }) => type === "start") ? unreadableEnvironment(fleet) : null;
    if (unreadable !== null)
        return unreadable;
    const unverified = `${to} is not the previous verified release: it is verified before it takes traffic.`;
    const because = verified ? "the previous verified release" : "as requested";
    const bad = (0,strategies_verified/* passedOver */.Jn)(fleet, to);
    const over = `Marked bad, and passed over: ${bad.join(", ")}.`;
    return underLock(fleet, wanted, {
        says: `Roll ${environment} back from ${left} to ${to}, ${because}.`,
        leaves: left,
        warnings: [
            ...awayWarnings(fleet),
            ...staleWarnings(fleet, to, steps),
            ...strategy.warnings(steps),
            ...triedSince(fleet, left),
            ...(verified ? [] : [unverified]),
            ...(verified && bad.length > 0 ? [over] : []),
            ...revertWarnings(wanted),
        ],
        steps,
    });
}
/** A run that is cut after the record and begins again goes on to the same release, and no further. */
function recordedAsBack(one, to) {
    return one.type === "activate" && one.release === to ? { ...one, back: true } : one;
}
/** The files of the release on every host that is to run it and lacks them, and the facts after that. */
function bring(fleet, to) {
    const lacking = (0,facts/* placesFor */.Wu)(fleet, to).filter((host) => !host.releases.includes(to));
    const after = (host) => lacking.includes(host) ? { ...host, releases: [...host.releases, to] } : host;
    const steps = [...lacking.map((host) => strategies_steps/* upload */.Se(host, to)), ...lacking.map((host) => strategies_steps/* unpack */.l1(host, to))];
    return { steps, fleet: { ...fleet, hosts: fleet.hosts.map(after) } };
}
/**
 * Where a rollback goes: never to what a link or a date suggests, only to the hosts' record of what was verified. A
 * release that takes traffic without having been verified, because a run was interrupted, is left for the active one;
 * the active one is left for the last one before it that is not marked bad, also where that one takes traffic already,
 * because a rollback was interrupted.
 */
function chooseRollback(fleet, choosing) {
    const active = (0,facts/* activeOf */.m3)(fleet);
    if (active === null) {
        return {
            refused: "no_previous_release",
            says: "No release was ever verified here.",
            remedy: "Deploy a version that works.",
        };
    }
    const named = namedRelease(fleet, choosing.to ?? "previous");
    if (named !== null && typeof named === "object")
        return named;
    const [previous = null] = (0,strategies_verified/* goodBefore */.$_)(fleet);
    const unverified = unverifiedWithTraffic(fleet, active, named ?? previous);
    const returned = named === null && unverified === null && (0,strategies_verified/* wentBackTo */.vh)(fleet, active.release, choosing.owner);
    const left = unverified ?? (returned && active.before !== null ? active.before : active.release);
    const last = left === active.release ? previous : active.release;
    const target = named ?? last;
    if (target === null)
        return nowhere(fleet, left);
    if (target === left) {
        return {
            refused: "already_active",
            says: `${target} is already active.`,
            remedy: "Nothing has to be done; to go further back, name another release.",
        };
    }
    const instead = last === null
        ? "No other release can be rolled back to: deploy a version that works."
        : `Set \`to: previous\`, which goes to ${last}, or name another release.`;
    const refused = groupAway(fleet, target) ?? markedBad(fleet, target, instead) ?? lacking(fleet, target, choosing);
    return refused ?? { left, to: target, verified: target === last };
}
/**
 * Whoever sees a deployment fail may not know that the release before serves again, or still: this rollback leaves that
 * one.
 */
function triedSince(fleet, left) {
    const later = fleet.hosts.flatMap(({ releases }) => releases.includes(left) ? releases.slice(releases.indexOf(left)) : []);
    const tried = [...new Set(later)].filter((one) => one !== left && !(0,strategies_verified/* wasVerified */.YI)(fleet, one));
    if (tried.length === 0)
        return [];
    return [
        `${tried.join(", ")} came after ${left} and was never verified: ${left} has served since, and this rollback ` +
            "leaves that one.",
    ];
}
/** Why there is nothing to go to. */
function nowhere(fleet, left) {
    const bad = (0,strategies_verified/* verifiedOn */.iu)(fleet).filter((one) => one !== left && (0,strategies_verified/* isBad */.e2)(fleet, one));
    if (bad.length === 0) {
        return {
            refused: "no_previous_release",
            says: `${left} is the only release that was ever verified here.`,
            remedy: "There is no release to roll back to. Deploy a version that works.",
        };
    }
    return {
        refused: "no_previous_release",
        says: `Every release that was verified before ${left} is marked bad: ${bad.join(", ")}.`,
        remedy: "Deploy a version that works. If a mark is wrong, delete its line from state/bad below the application's path " +
            "on the host.",
    };
}
/** Why the release cannot be started: a host that is to run it has not its files, and they are not at hand either. */
function lacking(fleet, release, { carried }) {
    const host = (0,facts/* placesFor */.Wu)(fleet, release).find(({ releases }) => !releases.includes(release));
    if (host === undefined || carried === release)
        return null;
    return {
        refused: "release_not_kept",
        release,
        says: `${release} is not kept on ${host.host}.`,
        remedy: "Deploy that version again with promote; `strategy.keep` sets how many releases a host keeps.",
    };
}
/**
 * A release that takes traffic and is neither the active one nor, in an interrupted rollback, the one that it goes to.
 */
function unverifiedWithTraffic(fleet, active, goesTo) {
    const serving = fleet.hosts.flatMap((host) => (0,facts/* slotNames */.Do)(fleet)
        .filter((slot) => fleet.router === null || (0,facts/* takesTraffic */.CS)(fleet, host, slot))
        .map((slot) => host.slots[slot]?.running?.release ?? active.release));
    return serving.find((release) => release !== active.release && release !== goesTo) ?? null;
}

;// CONCATENATED MODULE: ./build/src/strategies/expected-rollback.js




/**
 * The rollbacks that a deployment would need, planned before it: on a fleet where the release serves and the one before
 * is kept on disk, and in its slot until its hold is over.
 */
function expectedRollbacks(expected, all = strategies_registry/* strategies */.W) {
    const { wanted } = expected;
    const strategy = (0,strategies_registry/* strategyOf */.x)(wanted, all);
    const plan = (warm) => planRollback(deployedFleet(expected, warm), wanted, all);
    if (plan_isRefusal(strategy) || !strategy.holds || wanted.holdSeconds === 0)
        return [{ when: "always", made: plan(false) }];
    return [
        { when: "warm", made: plan(true) },
        { when: "stopped", made: plan(false) },
    ];
}
/** The fleet after the deployment: the release serves in the last slot, the one before is in the first. */
function deployedFleet({ layout, releases: { now, before } }, warm) {
    const { hosts, slots, routed, routing, groups } = layout;
    const names = Object.keys(slots).sort();
    const serving = names.at(-1) ?? "";
    const fleet = hosts.map((host) => ({
        host,
        now: 0,
        releases: [before, now],
        bad: [],
        current: now,
        slots: Object.fromEntries(Object.entries((0,fleet_fleet/* slotsOn */.$C)(layout, host)).map(([slot, { port }]) => {
            const release = slot === serving ? now : before;
            return [slot, { port, link: release, running: slot === serving || warm ? { pid: 1, release } : null }];
        })),
        active: { release: now, slot: serving, before },
        intent: null,
        holdUntil: null,
        lease: null,
        stepRunning: false,
        diskFreeBytes: 0,
    }));
    const router = Object.fromEntries(hosts.flatMap((host) => Object.keys((0,fleet_fleet/* slotsOn */.$C)(layout, host)).map((slot) => [
        (0,fleet_fleet/* serverName */.L5)(layout, host, slot),
        { state: slot === serving ? "ready" : "maint", weight: 100, sessions: 0 },
    ])));
    return {
        hosts: fleet,
        router: routed ? router : null,
        ...(routing === undefined ? {} : { routing }),
        ...(groups === undefined ? {} : { groups }),
    };
}

;// CONCATENATED MODULE: ./build/src/stages/wanted.js
/** What the planner must know of a change of this environment, by its settings. */
function wantedFor({ smoke }, { environment, watchMs }, of) {
    const { strategy, health, migrations, backup } = environment;
    return {
        environment: environment.name,
        ...of,
        ...(environment.hostsRequired === undefined ? {} : { hostsRequired: environment.hostsRequired }),
        strategy: strategy.type,
        own: strategy.own,
        migrate: migrations.migrate !== null,
        settleMs: migrations.settleMs,
        backup: backup !== null && backup.by !== "provider",
        smoke: smoke.length > 0,
        watchMs,
        holdSeconds: strategy.holdSeconds,
        keep: strategy.keep,
        healthyWithinMs: health.withinMs,
        drainMs: strategy.drainMs,
    };
}

;// CONCATENATED MODULE: ./build/src/stages/expected-rollback.js



/**
 * The rollback of one environment, planned before its deployment: while the previous release is kept warm, and later,
 * when it has to be started again.
 */
function expectedRollback(run, environment, releases) {
    const { hosts, slots, router, strategy, groups } = environment;
    const inGroups = groups === undefined ? {} : { groups };
    const layout = { hosts: hosts.map((host) => host.name), slots, routed: router.routes, ...inGroups };
    const wanted = {
        ...wantedFor(run.settings, { environment, watchMs: 0 }, { release: "", owner: "" }),
        markBad: true,
    };
    const hold = (0,wording/* durationText */.S5)(strategy.holdSeconds * 1_000);
    const when = {
        always: "At any time:",
        warm: `Within ${hold} of the deployment, while ${releases.before} is kept warm:`,
        stopped: `Later, when ${releases.before} was stopped:`,
    };
    return expectedRollbacks({ layout, releases, wanted }).map((one) => ({ when: when[one.when], made: one.made }));
}

// EXTERNAL MODULE: ./build/src/domain/rollback/outcome.js
var rollback_outcome = __webpack_require__(7971);
;// CONCATENATED MODULE: ./build/src/domain/evidence/deployment.js


/**
 * What happened to the deployment. `UNKNOWN` where evidence was lost, a run was cut after traffic may have moved, or a
 * watch ended without a verdict: a person must look.
 */
const deploymentStatuses = (/* unused pure expression or super */ null && (["SUCCESS", "FAILED", "ROLLED BACK", "NOT DEPLOYED", "UNKNOWN"]));
/** True where all there is to judge is a rollback: a run of its own, which deployed nothing. */
function onlyRolledBack({ validate, staging, smoke, promote, rollback }) {
    return rollback !== null && [validate, staging, smoke, promote].every((evidence) => evidence === null);
}
/**
 * What happened, by the evidence of promote and of a rollback after it. Evidence that is lost is never read as "nothing
 * happened".
 */
function deploymentOf(facts) {
    const by = decidedBy(facts);
    if (by === null)
        return ofNone(facts);
    return (by === facts.rollback ? ofRollback(by) : null) ?? ofPromote(by);
}
/** The evidence that decided the outcome, promote's or a rollback's; null where neither did. */
function decidedBy(facts) {
    const { promote, rollback } = facts;
    const later = rollback !== null && (promote === null || Date.parse(rollback.started_at) > Date.parse(promote.started_at));
    return later && ofRollback(rollback) !== null ? rollback : promote;
}
/** How a stage ended, as the middle of a sentence: "validate failed". */
function deployment_ended({ status }) {
    return {
        running: "did not end",
        passed: "passed",
        failed: "failed",
        cancelled: "was cancelled",
        planned: "was a dry run",
    }[status];
}
/** What a rollback makes of a deployment; null where the deployment is what it was before. */
const afterRollback = {
    done: "ROLLED BACK",
    unfinished: "ROLLED BACK",
    partial: "FAILED",
    "not-recovered": "FAILED",
    failed: "FAILED",
    cut: "UNKNOWN",
    undone: null,
    "nothing-changed": null,
    drill: null,
};
/** Null where the stage did not roll back, or nothing came of that. */
function ofRollback(by) {
    const came = rollbackOutcome(by);
    const status = came === null ? null : afterRollback[came];
    return status === null ? null : deployment_outcome(status, by);
}
function ofPromote(promote) {
    const { status, decision, results } = promote;
    if (status === "planned")
        return deployment_outcome("NOT DEPLOYED", promote);
    if (status === "passed")
        return deployment_outcome("SUCCESS", promote);
    const rolledBack = ofRollback(promote);
    if (rolledBack !== null)
        return rolledBack;
    if (decision === "held")
        return deployment_outcome("UNKNOWN", promote);
    if (wasCut(promote))
        return deployment_outcome(changeBegan(results) ? "UNKNOWN" : "NOT DEPLOYED", promote);
    return deployment_outcome(trafficChanged(results) ? "FAILED" : "NOT DEPLOYED", promote);
}
/** Without evidence of promote: the earlier stage that stopped it, or that the outcome is unknown. */
function ofNone(facts) {
    const { environment, promoteLost, gaps, unseen = [], neverBegan, validate, staging, smoke, rollback } = facts;
    const stages = [
        ["validate", validate],
        ["deploy-staging", staging],
        ["smoke-test", smoke],
    ];
    const unmet = stages.find(([, evidence]) => evidence?.status !== "passed");
    const ran = unseen.length > 0 && (unmet === undefined || unmet[1] === null);
    if (promoteLost || (unmet === undefined && gaps) || ran) {
        const why = ran
            ? `no evidence came from ${unseen.map((id) => `\`${id}\``).join(", ")}`
            : "the evidence of promote is missing, or is not what its job pinned";
        return {
            status: "UNKNOWN",
            says: `It is unknown whether ${environment} was changed: ${why}.`,
            remedy: ran
                ? `Look at ${environment} and at the log. Give each job its action's \`evidence\` output, and the report its ` +
                    "artifact."
                : `Look at ${environment} and at the log of the promote job.`,
        };
    }
    if (unmet === undefined)
        return { status: "NOT DEPLOYED", ...promoteNotRun(environment, neverBegan) };
    if (rollback !== null && onlyRolledBack(facts)) {
        const says = `This run deployed nothing. rollback ${deployment_ended(rollback)}: ${rollback.says}`;
        return { status: "NOT DEPLOYED", says, remedy: rollback.remedy };
    }
    const [name, evidence] = unmet;
    if (evidence === null && neverBegan !== undefined)
        return { status: "NOT DEPLOYED", says: `Nothing was changed: ${neverBegan}.`, remedy: startAgain };
    if (evidence === null)
        return { status: "NOT DEPLOYED", says: `${name} left no evidence, and promote did not run.`, remedy: "" };
    return { status: "NOT DEPLOYED", says: `${name} ${deployment_ended(evidence)}: ${evidence.says}`, remedy: evidence.remedy };
}
const startAgain = "Start a new run where it is still wanted.";
function promoteNotRun(environment, neverBegan) {
    const says = `promote to ${environment} did not run`;
    return neverBegan === undefined
        ? { says: `${says}.`, remedy: "Approve and run the job of promote." }
        : { says: `${says}: ${neverBegan}.`, remedy: startAgain };
}
/** The stage was ended from outside, before it could conclude by itself. */
function wasCut({ status, reason_code }) {
    return status === "cancelled" || status === "running" || reason_code === "unexpected_error";
}
function deployment_outcome(status, { says, remedy }) {
    return { status, says, remedy };
}

;// CONCATENATED MODULE: ./build/src/gates/required-stage.js


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
function required_stage_requireStage(chain, required) {
    const { stage, environment } = required;
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
    if (required.pinned && !pinned)
        return unpinned(chain, name);
    return { verdict: "pass", reason_code: "passed", says: `${name} passed.` };
}
function unpinned({ misnamed, silent }, name) {
    const [other] = misnamed;
    const dropped = silent.some(({ result }) => result === "success")
        ? " Where it has that output, look in its log for `Skip output`: the runner drops one that holds the value of a " +
            "secret, such as `prod`."
        : "";
    const hint = other === undefined
        ? "Give its job `outputs: {evidence: ${{ steps.<id>.outputs.evidence }}}`, list the job under `needs`, " +
            `and write \`jobs: \${{ toJSON(needs) }}\`.${dropped}`
        : `\`${other}\` holds evidence under another name: call that output \`evidence\`, ` +
            "or `deploy-evidence` where a job has two.";
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

;// CONCATENATED MODULE: ./build/src/gates/chain.js



const jobsMissing = {
    verdict: "fail",
    reason_code: "evidence_unpinned",
    says: "The input `jobs` is empty: nothing pins the evidence of the stages before, " +
        "and any job of this run could have written it.",
    remedy: "Write `jobs: ${{ toJSON(needs) }}`, and list the jobs before under `needs`. " +
        "`unpinned: allow` goes without, with a warning.",
};
/** The links of what is demanded, as far as they are there. */
function neededLinks({ chain, needed }) {
    return needed.flatMap(({ stage, environment }) => linkOf(chain, stage, environment) ?? []);
}
/** Compares the evidence of the stages before with what is demanded: one fault has the word, all are findings. */
function chain_judgeChain(facts) {
    const { chain, jobs, needed } = facts;
    const pinned = facts.unpinned === "refuse";
    const faults = [
        ...(pinned && jobs.trim() === "" ? [jobsMissing] : []),
        ...chain.problems,
        ...needed.map((one) => requireStage(chain, { ...one, pinned })),
    ].filter(({ verdict }) => verdict !== "pass");
    const [first] = faults;
    if (first === undefined)
        return { ...agreed(facts), warnings: doubtsOf(facts) };
    if (faults.length === 1)
        return first;
    const findings = faults.map(({ reason_code, says }) => ({ severity: "error", rule: reason_code, message: says }));
    return { ...first, findings };
}
function agreed({ chain, needed, unpinned }) {
    if (needed.length === 0)
        return agreement(chain);
    const names = needed.map((one) => one.stage).join(", ");
    const how = unpinned === "refuse" ? "pinned by job outputs" : "not all of it pinned";
    return {
        verdict: "pass",
        reason_code: "passed",
        says: `Evidence of ${names} passed, for this commit and this release, ${how}.`,
    };
}
/** Where nothing is demanded of a chain without a fault: what of it was compared. Nothing at all is no pass. */
function agreement({ links }) {
    const names = links
        .map(({ evidence }) => evidence)
        .filter(counts)
        .sort((a, b) => stageNames.indexOf(a.stage) - stageNames.indexOf(b.stage))
        .map(({ stage, environment }) => (environment === null ? stage : `${stage} on ${environment}`));
    if (names.length === 0) {
        return {
            verdict: "not-run",
            reason_code: "evidence_missing",
            says: "There is no evidence of a stage before, so nothing was compared.",
            remedy: "Download the artifacts of the jobs before to `.phoenix-deploy`.",
        };
    }
    const says = `Evidence of ${names.join(", ")} is of this commit and of one release.`;
    return { verdict: "pass", reason_code: "passed", says };
}
/** What evidence that agrees rests on, one warning each. */
function doubtsOf({ chain, jobs, unpinned, runs, needed, runId }) {
    const loose = chain.links.filter((link) => !link.pinned && needed.some(({ stage }) => stage === link.evidence.stage));
    const others = chain.links.filter(({ evidence }) => runs === "other" && evidence.run_id !== runId);
    const looseNames = loose.map(({ evidence }) => evidence.stage).join(", ");
    const otherNames = others.map(({ evidence }) => `${evidence.stage} of run ${evidence.run_id}`).join(", ");
    const sentences = [
        [
            unpinned === "allow" && jobs.trim() === "",
            "The input `jobs` is empty: nothing pins the evidence of the stages before. Write `jobs: ${{ toJSON(needs) }}`.",
        ],
        [
            loose.length > 0,
            `No job output pins the evidence of ${looseNames} (\`unpinned: allow\`): any job of this run could have ` +
                "written it.",
        ],
        [others.length > 0, `Evidence of other runs counts here (\`runs: other\`): ${otherNames}.`],
    ];
    return sentences.filter(([holds]) => holds).map(([, sentence]) => sentence);
}

;// CONCATENATED MODULE: ./build/src/stages/gates/evidence-folder.js







/** The heading of the gate, under `id` and `title`. */
const evidenceGate = { id: "evidence", title: "Evidence of the stages before" };
/** Largest evidence file that is read. */
const maxEvidenceBytes = (/* unused pure expression or super */ null && (8 << 20));
/** False where there was no evidence, and none was demanded. */
const wasCompared = ({ verdict }) => verdict !== "not-run";
/**
 * Reads the evidence folder as the jobs before left it. A file that is no text or too large has no text, and the reason
 * why.
 */
async function evidence_folder_readEvidence(run) {
    const { files, job } = run.world;
    const folder = join(job.workspace, handover.evidence);
    const found = [];
    for (const name of (await files.list(folder)).filter((one) => one.endsWith(".json"))) {
        const path = join(folder, name);
        const read = await files.read(path, maxEvidenceBytes).then((text) => ({ text }), (error) => ({
            text: null,
            why: errorText(error).replace(path, "it"),
        }));
        const digest = await files.digest(path);
        if (digest !== null)
            found.push({ name, ...read, sha256: digest.sha256 });
    }
    return found;
}
/** The evidence of the stages before, joined with the pins of their jobs. */
async function chainOf(run, { release, ...demand }) {
    const { job, files } = run.world;
    const manifest = await files.digest(join(job.workspace, handover.manifest));
    const chain = joinChain({
        files: await evidence_folder_readEvidence(run),
        jobs: demand.jobs,
        sha: run.recorder.evidence.sha,
        runId: demand.runs === "other" ? null : job.runId,
        atHand: { release, manifestSha256: manifest?.sha256 ?? "" },
    });
    return { ...demand, chain, runId: job.runId, nowMs: run.world.clock.now().getTime() };
}
/**
 * Compares the evidence of the stages before with what is demanded, and records it as a gate. Null when they agree, or
 * where none is there and none is demanded.
 */
async function chainGate(run, demand) {
    const subject = { kind: "gate", ...evidenceGate, required: wasCompared };
    const judgement = await judged(run, subject, async () => judgeChain(await chainOf(run, demand)));
    return wasCompared(judgement) && judgement.verdict !== "pass" ? stopped(judgement, nothingChanged) : null;
}

;// CONCATENATED MODULE: ./build/src/stages/report/procedures.js











/** The generated procedures, from the repository's root. */
const proceduresFile = (/* unused pure expression or super */ null && (`${handover.report}/rollback-procedures.md`));
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
    const { name, url, migrations, backup, slots } = environment;
    const [first = null, second] = Object.keys(slots).sort();
    const plans = expectedRollback(run, environment, { now: written.version, before: written.before });
    return {
        document: {
            ...{ name, url, migrate: migrations.migrate },
            backup: backup === null ? null : backedUp(backup),
            plans: plans.flatMap(({ when, made }) => (plan_isRefusal(made) ? [] : [{ when, plan: made }])),
            assumed: second === undefined ? null : first,
            lastKnown: (0,procedures/* lastKnown */.Wu)(written.evidence, name),
            byHand: await byHandOf({ app: written.app, environment }),
        },
        refused: plans.flatMap(({ made }) => (plan_isRefusal(made) ? [{ environment: name, refusal: made }] : [])),
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
    await files.write(join(job.workspace, proceduresFile), made.text);
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
        const why = errorText(error);
        await run.recorder.warn(`The rollback procedures could not be written to ${proceduresFile}: ${why}.`);
        return false;
    }
}
/** What the stages before left in this checkout, whichever job pins it. */
async function earlierEvidence(run) {
    const chain = joinChain({ files: await readEvidence(run), jobs: "", sha: "", runId: null });
    return chain.links.map(({ evidence }) => evidence);
}

;// CONCATENATED MODULE: ./build/src/stages/validation-run.js





















/** Reads what the checks need beside the project, and takes what earlier runs found out. */
async function openValidation(run, inputs, head) {
    const { settings, world } = run;
    const { files, job, repository } = world;
    const versions = await world.toolchain.versions();
    const context = await openContext(run, versions);
    const restored = await restoredCaches(files, settings.projectPath, settings.cachePath);
    const store = resultStore(settings.cachePath, files);
    const change = await readChange(run);
    const tracked = await repository.tracked();
    const { from, patterns } = (0,version.versionSettings)({ settings, inputs });
    const tags = from === "tag" ? await repository.tags() : [];
    const released = (0,checks_released/* releasedFrom */.yX)({ from, patterns, app: settings.app }, tags, { ref: job.ref, head: head.sha });
    const checks = await (0,registry.loadChecks)();
    const wanted = checks.filter((one) => levelOf(one, settings, job) !== "off");
    const given = { world, settings, inputs };
    const basis = await basisOf(given, { checks, tracked, versions, change, released });
    const folder = (0,external_node_path_.join)(job.workspace, evidence_handover/* handover */.c.release);
    const lasting = { checks: wanted, head: head.sha, releaseFolder: folder, files };
    const reused = await reusedOf(given, { store, basis }, lasting);
    if (reused.release === null)
        await files.remove(folder);
    const sources = [...tracked.files.keys()].filter((path) => /\.(ex|exs|heex)$/.test(path));
    const facts = { settings, inputs, context, sources, change, released };
    const found = { judged: new Map(reused.judged), builds: [], runs: [], release: reused.release };
    return { run, head, versions, facts, tracked, released, checks, wanted, store, basis, restored, reused, found };
}
async function openContext({ settings, world }, versions) {
    const { job, shell, files, clock, cancellation } = world;
    return {
        ...{ job, shell, files, clock, cancellation },
        helpers: await openHelpers(files, { temp: job.temp, cachePath: settings.cachePath }, versions),
        project: settings.projectPath,
        limitMs: settings.checkLimitMs,
        artifactName: settings.artifactName,
        path: (file) => (0,mix_output_location/* fromRoot */.tc)(job.workspace, settings.projectPath, file),
    };
}
/** Runs every check that is open. `outsideBefore`: what the dependencies outside the repository were at the start. */
async function runChecks(validation) {
    const { run, versions, facts, basis } = validation;
    const { settings, world } = run;
    const graph = graphOf(validation);
    const outsideBefore = graph.project.then((one) => outsideOf({ ...facts, world }, basis, one));
    if (versions !== null) {
        const { context } = facts;
        const compile = () => warnIfNotKept(run, () => keepHelpers(context, settings.cachePath, versions));
        graph.nodes.push({ id: "helpers", needs: [], cost: 0, run: compile });
    }
    const old = tooOld(versions);
    const stop = () => world.cancellation.cancelled || (settings.failFast && isBlocked(validation));
    if (old === null)
        await runGraph(graph.nodes, world.job.cores, stop);
    graph.giveUp(notBegun(run));
    return { project: old ?? (await graph.project), outsideBefore };
}
function graphOf({ run, head, facts, tracked, released, checks, wanted, reused, found }) {
    const { settings, world, recorder } = run;
    const { repository } = world;
    const open = new Set(wanted.map(({ id }) => id).filter((id) => !reused.judged.has(id)));
    const folder = (0,external_node_path_.join)(world.job.workspace, evidence_handover/* handover */.c.release);
    const under = (project) => (0,checks_released/* underVersion */.LK)(project, released);
    return checkGraph({
        all: checks,
        on: (id) => open.has(id),
        ...{ facts, repository, known: reused.project },
        release: {
            app: settings.app,
            version: (0,checks_released/* versionIn */.It)(released),
            shipment: (project) => ({
                ...{ project: under(project), app: nameOf(run, project), head, folder },
                ...{ rules: (0,checks_release.releaseRules)(facts), secret: world.secret },
            }),
        },
        candidate: (project) => ({
            ...facts,
            ...{ project: under(project), name: nameOf(run, project), head: head.sha },
            rollbackProcedures: ({ now, before }) => rollbackProcedures(run, {
                ...{ app: nameOf(run, project), version: now, before, sha: head.sha },
                evidence: [],
            }),
            output: (name, value) => recorder.output(name, value),
        }),
        base: () => migrationBase({ ...world, project: settings.projectPath, tags: (0,version.versionSettings)(facts).patterns }),
        hasMigrations: [...tracked.files.keys()].some((path) => ectoMigration.test(path)),
    }, found);
}
/** A migration's file, as Ecto names them, in whatever folder. */
const ectoMigration = /(^|\/)\d+_[^/]+\.exs?$/;
/** The application's name: the settings', else mix's; an umbrella bears the name of its release. */
function nameOf({ settings }, project) {
    return settings.app ?? project.app ?? project.release ?? "release";
}
/** For fail-fast: a required check did not pass, or a build is not clean. */
function isBlocked({ run, checks, found: { judged, builds } }) {
    const required = checks.filter((one) => levelOf(one, run.settings, run.world.job) === "must");
    return required.some(({ id }) => {
        const judgement = judged.get(id)?.judgement;
        if (judgement !== undefined)
            return judgement.verdict !== "pass" && judgement.reason_code !== "not_applicable";
        return id === "compile" && builds.length > 0 && (0,compile.judgeCompile)(builds, (file) => file).verdict !== "pass";
    });
}
/** Why a check did not begin. */
function notBegun({ world }) {
    return world.cancellation.cancelled
        ? { verdict: "not-run", reason_code: "cancelled", says: "Cancelled before this check began." }
        : {
            verdict: "not-run",
            reason_code: "check_failed",
            says: "Not run: another check had failed, and `fail-fast` is on.",
        };
}
/** Keeps what was found out for later runs, where all that it rests on is known and did not change meanwhile. */
async function keepResults({ run, facts, basis, store, checks, found }, project, outsideBefore) {
    if ("unknown" in basis || project.elixir !== basis.elixir || project.otp !== basis.otp)
        return;
    const { world } = run;
    await warnIfNotKept(run, async () => {
        const whole = await withOutside({ world }, basis, project);
        // What changed while checks ran on it is known of neither state.
        if (!("outside" in whole) || (await outsideBefore) !== whole.outside)
            return;
        const { judged, release } = found;
        await keep(store, whole, { checks, project, judged, release, run: facts.context.job, at: world.clock.now() });
    });
}
/**
 * What is kept for later runs is bookkeeping: where it cannot be written, the next run is slower, and no verdict
 * changes.
 */
async function warnIfNotKept({ recorder, settings }, work) {
    try {
        await work();
    }
    catch (error) {
        const why = (0,error_text/* errorText */.k)(error);
        await recorder.warn(`Nothing could be kept in \`${settings.cachePath}\` for later runs: ${why}.`);
    }
}

;// CONCATENATED MODULE: ./build/src/stages/validate.js



















/**
 * Proves a commit fit to ship and builds the release once (Phase 6: Pre-Deployment Validation). Every check of the list
 * is recorded, whatever became of it.
 */
const validate = async (run, inputs) => {
    const { recorder, world } = run;
    const fault = await checkoutFault(run);
    if (fault !== null)
        return fault;
    const head = await world.repository.head();
    const refused = await checkoutGate(run, { another: "refuse", head: head.sha });
    if (refused !== null)
        return refused;
    await warnOfChanges(run);
    const tree = await treeOf(run);
    const validation = await openValidation(run, inputs, head);
    const { project, outsideBefore } = await runChecks(validation);
    const moved = movedBetween(tree, await treeOf(run));
    if (moved.other.length > 0)
        await recorder.warn(`The checks left files behind that git does not ignore: ${(0,plural/* someOf */.y)(moved.other)}.`);
    if ("verdict" in project)
        judgeAll(validation, project);
    else {
        await nameProject(validation, project);
        judgeCompilation(validation, project);
        if (moved.code.length > 0)
            unsettle(validation, moved);
        else
            await keepResults(validation, project, outsideBefore);
    }
    const results = await validate_recordAll(validation, "verdict" in project ? null : project);
    await writeReports(run, { checks: validation.checks, results, runs: validation.found.runs });
    if (moved.code.length > 0 && !world.cancellation.cancelled)
        return changedUnder(moved);
    return conclude(run, validation);
};
async function warnOfChanges({ world, recorder }) {
    const changes = await world.repository.changes();
    if (changes.length === 0)
        return;
    await recorder.warn(`The checkout has ${changes.length} uncommitted changes: what is validated is not what is committed.`);
}
/** What keeps mix from describing the project keeps every check from being judged. */
function judgeAll({ checks, found }, judgement) {
    for (const { id } of checks)
        found.judged.set(id, { judgement, durationMs: 0 });
}
async function nameProject({ run, found, released }, project) {
    const name = nameOf(run, project);
    await run.recorder.set({ app: name });
    run.recorder.output("app", name);
    const version = found.release?.version ?? versionOf((0,checks_released/* underVersion */.LK)(project, released), name);
    run.recorder.output("version", version ?? "");
}
function judgeCompilation({ wanted, found, facts, restored, reused }, project) {
    if (!wanted.some(({ id }) => id === "compile"))
        return;
    const { builds } = found;
    found.judged.set("compile", compiled({ builds, path: facts.context.path, project, restored, reused }));
}
/**
 * The check that runs the project's code says that the code changed under it: the tests where they ran, else the
 * compilation.
 */
function unsettle({ found: { judged }, reused }, moved) {
    const id = judged.has("test") && !reused.judged.has("test") ? "test" : "compile";
    const before = judged.get(id) ?? off;
    judged.set(id, { ...before, judgement: unsettled(before.judgement, moved) });
}
function changedUnder({ code }) {
    const says = `The checkout changed while the checks ran, so what was judged is not the commit: ${(0,plural/* someOf */.y)(code)}.`;
    return { status: "failed", decision: "stop", reason_code: "tree_changed", says, remedy: remedy };
}
/** One result for each check of the list, in its order, each with the findings of this change first. */
async function validate_recordAll(validation, project) {
    const { run, checks, found } = validation;
    const { recorder, settings, world } = run;
    const { release } = found;
    if (release !== null) {
        await recorder.set({ release });
        recorder.output("release-digest", release.digest);
        recorder.output("release-file", `${evidence_handover/* handover */.c.release}/${release.file}`);
    }
    const folder = (0,external_node_path_.relative)(world.job.workspace, settings.projectPath);
    const byHand = { folder, project, app: settings.app, version: (0,checks_released/* versionIn */.It)(validation.released) };
    const ids = checks.map(({ id }) => id);
    const judged = saidOnce(ids, found.judged);
    const results = [];
    for (const check of checks.filter((one) => isListed(one, settings))) {
        const { id, title } = check;
        const level = levelOf(check, settings, world.job);
        const timed = level === "off" ? off : (judged.get(id) ?? { judgement: notBegun(run), durationMs: 0 });
        const judgement = id === "coverage" ? beginning(validation, timed.judgement, judged) : timed.judgement;
        // What does not apply to this project blocks nothing, and is no pass either.
        const required = level === "must" && judgement.reason_code !== "not_applicable";
        const reproduce = (0,by_hand/* reproduceOf */.tg)(check, { ...byHand, judgement }, (0,checks_define/* optionsOf */.c)(check, validation.facts));
        const one = (0,result/* result */.Ke)({ kind: "check", id, title, reproduce, required }, { ...judgement, findings: inOrder(validation, judgement) }, timed.durationMs);
        results.push(one);
        await recorder.record(one);
    }
    const fact = (id, name) => String(judged.get(id)?.judgement.facts?.[name] ?? "");
    recorder.output("tests", fact("test", "tests"));
    recorder.output("coverage", fact("coverage", "coverage"));
    return results;
}
function inOrder({ facts: { change } }, { findings = [] }) {
    return (0,validation_change/* sorted */.IP)(findings.map((one) => (change === null ? one : (0,validation_change/* placedIn */.T8)(change, one))));
}
/**
 * Coverage below a minimum that nobody chose, in a project that lacks what Phase 6 asks besides: a place to begin, not
 * a fault to find.
 */
function beginning({ run, checks, facts }, coverage, judged) {
    const percent = coverage.facts?.["coverage"];
    if (coverage.reason_code !== "coverage_below_minimum" || typeof percent !== "number")
        return coverage;
    const chosen = checks.some((one) => one.id === "coverage" && "minimum" in (0,checks_define/* optionsOf */.c)(one, facts));
    if (chosen)
        return coverage;
    const first = checks.some((check) => {
        const judgement = judged.get(check.id)?.judgement;
        if (judgement === undefined || levelOf(check, run.settings, run.world.job) === "off")
            return false;
        const { verdict, reason_code, facts: seen = {} } = judgement;
        return (0,first_contact/* isFirstContact */.f)({ kind: "check", id: check.id, verdict, reason_code, facts: seen });
    });
    return first ? { ...coverage, facts: { ...coverage.facts, ...(0,first_contact/* coverageToBeginWith */.r8)(percent) } } : coverage;
}
const off = {
    judgement: { verdict: "off", reason_code: "switched_off", says: "Switched off in the settings." },
    durationMs: 0,
};
function conclude({ recorder, world }, { found }) {
    if (world.cancellation.cancelled) {
        const says = "Cancelled before every check had run.";
        return { status: "cancelled", decision: "stop", reason_code: "cancelled", says };
    }
    return conclusionOf(recorder.evidence.results, found.release);
}


/***/ }),

/***/ 8394:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ unsuitedOf)
/* harmony export */ });
/** What of these hosts, slots and router a strategy cannot work with, also where hosts are in groups. */
function unsuitedOf({ type, groups, suits }, layout) {
    if (layout.groups === undefined || groups === true)
        return suits(layout);
    const unsuited = {
        key: "hosts",
        says: `Hosts have a \`group\`, and strategy \`${type}\` needs every slot on every host.`,
        remedy: "Set `strategy: {type: blue-green}`, or remove `group` from every host.",
    };
    return [unsuited];
}


/***/ })

};
