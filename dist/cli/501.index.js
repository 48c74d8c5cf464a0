export const id = 501;
export const ids = [501,520];
export const modules = {

/***/ 8336:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ newestVersionTag),
/* harmony export */   h: () => (/* binding */ gitOptions)
/* harmony export */ });
/** Before every command: no monitor that the checkout's own configuration names is started. */
const gitOptions = ["-c", "core.fsmonitor=false"];
/**
 * The newest version tag that was reachable before this commit: a tag on the commit itself is the version that is about
 * to ship.
 */
function newestVersionTag(patterns) {
    const usual = ["v[0-9]*", "[0-9]*.[0-9]*"];
    const matches = (patterns.length === 0 ? usual : patterns).flatMap((one) => ["--match", one]);
    return ["git", ...gitOptions, "describe", "--tags", "--abbrev=0", ...matches, "HEAD^"];
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


/***/ }),

/***/ 403:
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
// EXTERNAL MODULE: ./build/src/domain/rollback/procedures.js
var procedures = __webpack_require__(2557);
// EXTERNAL MODULE: ./build/src/domain/values/error-text.js
var error_text = __webpack_require__(3059);
// EXTERNAL MODULE: ./build/src/gates/evidence.js + 2 modules
var evidence = __webpack_require__(3424);
// EXTERNAL MODULE: ./build/src/render/text/hand-part.js
var hand_part = __webpack_require__(7449);
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

// EXTERNAL MODULE: ./build/src/targets/hosts/by-hand.js + 4 modules
var by_hand = __webpack_require__(1874);
;// CONCATENATED MODULE: ./build/src/targets/by-hand.js

/** The commands by hand of every target, one line each: who only writes them down does not load the targets. */
const targets = {
    hosts: by_hand/* hostsByHand */.k,
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
    const { name, url, migrations, backup, slots } = environment;
    const [first = null, second] = Object.keys(slots).sort();
    const plans = (0,expected_rollback/* expectedRollback */.z)(run, environment, { now: written.version, before: written.before });
    return {
        document: {
            ...{ name, url, migrate: migrations.migrate },
            backup: backup === null ? null : backedUp(backup),
            plans: plans.flatMap(({ when, made }) => ((0,fleet_plan/* isRefusal */.vu)(made) ? [] : [{ when, plan: made }])),
            assumed: second === undefined ? null : first,
            lastKnown: (0,procedures/* lastKnown */.Wu)(written.evidence, name),
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

/***/ 7610:
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
var handover = __webpack_require__(9999);
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

// EXTERNAL MODULE: ./build/src/validation/levels.js
var levels = __webpack_require__(9226);
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
    const own = [handover/* handover */.c.folder, (0,external_node_path_.relative)(job.workspace, settings.cachePath)].filter((one) => one !== "" && !(0,external_node_path_.isAbsolute)(one));
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
            rule: ruleOf(one, tool, { id, level: levelOf(one, finding) }),
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
        level: levelOf(one, finding),
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
function levelOf({ required }, { severity }) {
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
    const file = (0,external_node_path_.join)(handover/* handover */.c.report, name);
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

// EXTERNAL MODULE: ./build/src/stages/gates/checkout.js + 1 modules
var checkout = __webpack_require__(7995);
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
// EXTERNAL MODULE: ./build/src/checks/release.js + 8 modules
var checks_release = __webpack_require__(6202);
// EXTERNAL MODULE: ./build/src/checks/version.js
var version = __webpack_require__(1279);
// EXTERNAL MODULE: ./build/src/domain/validation/check.js
var check = __webpack_require__(3944);
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
    const own = [handover/* handover */.c.folder, (0,external_node_path_.relative)(workspace, settings.cachePath)];
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
        ships: (0,check/* ships */.yw)(world.job),
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
var json = __webpack_require__(8675);
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
            return text === null ? null : (keptSchema.safeParse((0,json/* readJson */.V)(text)).data ?? null);
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
    if (pullRequest === null || !(0,check/* isProposed */.h7)(context.job))
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

// EXTERNAL MODULE: ./build/src/domain/release/sbom.js
var sbom = __webpack_require__(1679);
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
    const pullRequest = (0,check/* isProposed */.h7)(job);
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

// EXTERNAL MODULE: ./build/src/stages/report/procedures.js + 2 modules
var procedures = __webpack_require__(403);
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
    const wanted = checks.filter((one) => (0,levels/* levelOf */.I)(one, settings, job) !== "off");
    const given = { world, settings, inputs };
    const basis = await basisOf(given, { checks, tracked, versions, change, released });
    const folder = (0,external_node_path_.join)(job.workspace, handover/* handover */.c.release);
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
    const folder = (0,external_node_path_.join)(world.job.workspace, handover/* handover */.c.release);
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
            rollbackProcedures: ({ now, before }) => (0,procedures/* rollbackProcedures */.Nz)(run, {
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
    const required = checks.filter((one) => (0,levels/* levelOf */.I)(one, run.settings, run.world.job) === "must");
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
    const refused = await (0,checkout/* checkoutGate */.i)(run, { another: "refuse", head: head.sha });
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
    const results = await recordAll(validation, "verdict" in project ? null : project);
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
async function recordAll(validation, project) {
    const { run, checks, found } = validation;
    const { recorder, settings, world } = run;
    const { release } = found;
    if (release !== null) {
        await recorder.set({ release });
        recorder.output("release-digest", release.digest);
        recorder.output("release-file", `${handover/* handover */.c.release}/${release.file}`);
    }
    const folder = (0,external_node_path_.relative)(world.job.workspace, settings.projectPath);
    const byHand = { folder, project, app: settings.app, version: (0,checks_released/* versionIn */.It)(validation.released) };
    const ids = checks.map(({ id }) => id);
    const judged = saidOnce(ids, found.judged);
    const results = [];
    for (const check of checks.filter((one) => (0,levels/* isListed */.y)(one, settings))) {
        const { id, title } = check;
        const level = (0,levels/* levelOf */.I)(check, settings, world.job);
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
        if (judgement === undefined || (0,levels/* levelOf */.I)(check, run.settings, run.world.job) === "off")
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


/***/ }),

/***/ 3389:
/***/ ((module) => {

module.exports = /*#__PURE__*/JSON.parse('["AGPL-1.0","AGPL-3.0","BSD-2-Clause-FreeBSD","BSD-2-Clause-NetBSD","GFDL-1.1","GFDL-1.2","GFDL-1.3","GPL-1.0","GPL-2.0","GPL-2.0-with-GCC-exception","GPL-2.0-with-autoconf-exception","GPL-2.0-with-bison-exception","GPL-2.0-with-classpath-exception","GPL-2.0-with-font-exception","GPL-3.0","GPL-3.0-with-GCC-exception","GPL-3.0-with-autoconf-exception","LGPL-2.0","LGPL-2.1","LGPL-3.0","Net-SNMP","Nunit","StandardML-NJ","bzip2-1.0.5","eCos-2.0","wxWindows"]');

/***/ }),

/***/ 5204:
/***/ ((module) => {

module.exports = /*#__PURE__*/JSON.parse('["0BSD","3D-Slicer-1.0","AAL","ADSL","AFL-1.1","AFL-1.2","AFL-2.0","AFL-2.1","AFL-3.0","AGPL-1.0-only","AGPL-1.0-or-later","AGPL-3.0-only","AGPL-3.0-or-later","ALGLIB-Documentation","AMD-newlib","AMDPLPA","AML","AML-glslang","AMPAS","ANTLR-PD","ANTLR-PD-fallback","APAFML","APL-1.0","APSL-1.0","APSL-1.1","APSL-1.2","APSL-2.0","ASWF-Digital-Assets-1.0","ASWF-Digital-Assets-1.1","Abstyles","AdaCore-doc","Adobe-2006","Adobe-Display-PostScript","Adobe-Glyph","Adobe-Utopia","Advanced-Cryptics-Dictionary","Afmparse","Aladdin","Apache-1.0","Apache-1.1","Apache-2.0","App-s2p","Arphic-1999","Artistic-1.0","Artistic-1.0-Perl","Artistic-1.0-cl8","Artistic-2.0","Artistic-dist","Aspell-RU","BOLA-1.1","BSD-1-Clause","BSD-2-Clause","BSD-2-Clause-Darwin","BSD-2-Clause-Patent","BSD-2-Clause-Views","BSD-2-Clause-first-lines","BSD-2-Clause-pkgconf-disclaimer","BSD-2-Clause-pos-unchanged","BSD-3-Clause","BSD-3-Clause-Attribution","BSD-3-Clause-Clear","BSD-3-Clause-HP","BSD-3-Clause-LBNL","BSD-3-Clause-Modification","BSD-3-Clause-No-Military-License","BSD-3-Clause-No-Nuclear-License","BSD-3-Clause-No-Nuclear-License-2014","BSD-3-Clause-No-Nuclear-Warranty","BSD-3-Clause-Open-MPI","BSD-3-Clause-OpenWebUI","BSD-3-Clause-Sun","BSD-3-Clause-Tso","BSD-3-Clause-acpica","BSD-3-Clause-flex","BSD-4-Clause","BSD-4-Clause-Shortened","BSD-4-Clause-UC","BSD-4.3RENO","BSD-4.3TAHOE","BSD-Advertising-Acknowledgement","BSD-Attribution-HPND-disclaimer","BSD-Inferno-Nettverk","BSD-Mark-Modifications","BSD-Protection","BSD-Source-Code","BSD-Source-Code-no-disclaimer","BSD-Source-alt-GPL","BSD-Source-beginning-file","BSD-Systemics","BSD-Systemics-W3Works","BSD-ask-to-endorse","BSL-1.0","BUSL-1.1","Baekmuk","Bahyph","Barr","Beerware","BitTorrent-1.0","BitTorrent-1.1","Bitstream-Charter","Bitstream-Vera","BlueOak-1.0.0","Boehm-GC","Boehm-GC-without-fee","Borceux","Brian-Gladman-2-Clause","Brian-Gladman-3-Clause","Brian-Gladman-3-Clause-no-conversion","Buddy","Bugroff","C-UDA-1.0","CAL-1.0","CAL-1.0-Combined-Work-Exception","CAPEC-tou","CATOSL-1.1","CC-BY-1.0","CC-BY-2.0","CC-BY-2.5","CC-BY-2.5-AU","CC-BY-3.0","CC-BY-3.0-AT","CC-BY-3.0-AU","CC-BY-3.0-DE","CC-BY-3.0-IGO","CC-BY-3.0-NL","CC-BY-3.0-US","CC-BY-4.0","CC-BY-NC-1.0","CC-BY-NC-2.0","CC-BY-NC-2.5","CC-BY-NC-3.0","CC-BY-NC-3.0-DE","CC-BY-NC-3.0-IGO","CC-BY-NC-4.0","CC-BY-NC-ND-1.0","CC-BY-NC-ND-2.0","CC-BY-NC-ND-2.5","CC-BY-NC-ND-3.0","CC-BY-NC-ND-3.0-DE","CC-BY-NC-ND-3.0-IGO","CC-BY-NC-ND-4.0","CC-BY-NC-SA-1.0","CC-BY-NC-SA-2.0","CC-BY-NC-SA-2.0-DE","CC-BY-NC-SA-2.0-FR","CC-BY-NC-SA-2.0-UK","CC-BY-NC-SA-2.5","CC-BY-NC-SA-3.0","CC-BY-NC-SA-3.0-DE","CC-BY-NC-SA-3.0-IGO","CC-BY-NC-SA-4.0","CC-BY-ND-1.0","CC-BY-ND-2.0","CC-BY-ND-2.5","CC-BY-ND-3.0","CC-BY-ND-3.0-DE","CC-BY-ND-4.0","CC-BY-SA-1.0","CC-BY-SA-2.0","CC-BY-SA-2.0-UK","CC-BY-SA-2.1-JP","CC-BY-SA-2.5","CC-BY-SA-3.0","CC-BY-SA-3.0-AT","CC-BY-SA-3.0-DE","CC-BY-SA-3.0-IGO","CC-BY-SA-4.0","CC-PDDC","CC-PDM-1.0","CC-SA-1.0","CC0-1.0","CDDL-1.0","CDDL-1.1","CDL-1.0","CDLA-Permissive-1.0","CDLA-Permissive-2.0","CDLA-Sharing-1.0","CECILL-1.0","CECILL-1.1","CECILL-2.0","CECILL-2.1","CECILL-B","CECILL-C","CERN-OHL-1.1","CERN-OHL-1.2","CERN-OHL-P-2.0","CERN-OHL-S-2.0","CERN-OHL-W-2.0","CFITSIO","CMU-Mach","CMU-Mach-nodoc","CNRI-Jython","CNRI-Python","CNRI-Python-GPL-Compatible","COIL-1.0","CPAL-1.0","CPL-1.0","CPOL-1.02","CUA-OPL-1.0","Caldera","Caldera-no-preamble","Catharon","ClArtistic","Clips","Community-Spec-1.0","Condor-1.1","Cornell-Lossless-JPEG","Cronyx","Crossword","CryptoSwift","CrystalStacker","Cube","D-FSL-1.0","DEC-3-Clause","DL-DE-BY-2.0","DL-DE-ZERO-2.0","DOC","DRL-1.0","DRL-1.1","DSDP","DocBook-DTD","DocBook-Schema","DocBook-Stylesheet","DocBook-XML","Dotseqn","ECL-1.0","ECL-2.0","EFL-1.0","EFL-2.0","EPICS","EPL-1.0","EPL-2.0","ESA-PL-permissive-2.4","ESA-PL-strong-copyleft-2.4","ESA-PL-weak-copyleft-2.4","EUDatagrid","EUPL-1.0","EUPL-1.1","EUPL-1.2","Elastic-2.0","Entessa","ErlPL-1.1","Eurosym","FBM","FDK-AAC","FDK-MPEG-H","FSFAP","FSFAP-no-warranty-disclaimer","FSFUL","FSFULLR","FSFULLRSD","FSFULLRWD","FSL-1.1-ALv2","FSL-1.1-MIT","FTL","Fair","Ferguson-Twofish","Frameworx-1.0","FreeBSD-DOC","FreeImage","Furuseth","GCR-docs","GD","GFDL-1.1-invariants-only","GFDL-1.1-invariants-or-later","GFDL-1.1-no-invariants-only","GFDL-1.1-no-invariants-or-later","GFDL-1.1-only","GFDL-1.1-or-later","GFDL-1.2-invariants-only","GFDL-1.2-invariants-or-later","GFDL-1.2-no-invariants-only","GFDL-1.2-no-invariants-or-later","GFDL-1.2-only","GFDL-1.2-or-later","GFDL-1.3-invariants-only","GFDL-1.3-invariants-or-later","GFDL-1.3-no-invariants-only","GFDL-1.3-no-invariants-or-later","GFDL-1.3-only","GFDL-1.3-or-later","GL2PS","GLWTPL","GPL-1.0-only","GPL-1.0-or-later","GPL-2.0-only","GPL-2.0-or-later","GPL-3.0-only","GPL-3.0-or-later","Game-Programming-Gems","Giftware","Glide","Glulxe","Graphics-Gems","Gutmann","HDF5","HIDAPI","HP-1986","HP-1989","HPND","HPND-DEC","HPND-Fenneberg-Livingston","HPND-INRIA-IMAG","HPND-Intel","HPND-Kevlin-Henney","HPND-MIT-disclaimer","HPND-Markus-Kuhn","HPND-Netrek","HPND-Pbmplus","HPND-SMC","HPND-UC","HPND-UC-export-US","HPND-doc","HPND-doc-sell","HPND-export-US","HPND-export-US-acknowledgement","HPND-export-US-modify","HPND-export2-US","HPND-merchantability-variant","HPND-sell-MIT-disclaimer-xserver","HPND-sell-regexpr","HPND-sell-variant","HPND-sell-variant-MIT-disclaimer","HPND-sell-variant-MIT-disclaimer-rev","HPND-sell-variant-critical-systems","HTMLTIDY","HaskellReport","Hippocratic-2.1","Hippocratic-3.0-core","IBM-pibs","ICU","IEC-Code-Components-EULA","IJG","IJG-short","IPA","IPL-1.0","ISC","ISC-Veillard","ISO-permission","ImageMagick","Imlib2","Info-ZIP","Informatica","Inner-Net-2.0","InnoSetup","Intel","Intel-ACPI","Interbase-1.0","JPL-image","JPNIC","JSON","Jam","JasPer-2.0","Kastrup","Kazlib","Knuth-CTAN","LAL-1.2","LAL-1.3","LGPL-2.0-only","LGPL-2.0-or-later","LGPL-2.1-only","LGPL-2.1-or-later","LGPL-3.0-only","LGPL-3.0-or-later","LGPLLR","LOOP","LPD-document","LPL-1.0","LPL-1.02","LPPL-1.0","LPPL-1.1","LPPL-1.2","LPPL-1.3a","LPPL-1.3c","LZMA-SDK-9.11-to-9.20","LZMA-SDK-9.22","Latex2e","Latex2e-translated-notice","Leptonica","LiLiQ-P-1.1","LiLiQ-R-1.1","LiLiQ-Rplus-1.1","Libpng","Linux-OpenIB","Linux-man-pages-1-para","Linux-man-pages-copyleft","Linux-man-pages-copyleft-2-para","Linux-man-pages-copyleft-var","Lucida-Bitmap-Fonts","MIPS","MIT","MIT-0","MIT-CMU","MIT-Click","MIT-Festival","MIT-Khronos-old","MIT-Modern-Variant","MIT-STK","MIT-Wu","MIT-advertising","MIT-enna","MIT-feh","MIT-open-group","MIT-testregex","MITNFA","MMIXware","MMPL-1.0.1","MPEG-SSG","MPL-1.0","MPL-1.1","MPL-2.0","MPL-2.0-no-copyleft-exception","MS-LPL","MS-PL","MS-RL","MTLL","MVT-1.1","Mackerras-3-Clause","Mackerras-3-Clause-acknowledgment","MakeIndex","Martin-Birgmeier","McPhee-slideshow","Minpack","MirOS","Motosoto","MulanPSL-1.0","MulanPSL-2.0","Multics","Mup","NAIST-2003","NASA-1.3","NBPL-1.0","NCBI-PD","NCGL-UK-2.0","NCL","NCSA","NGPL","NICTA-1.0","NIST-PD","NIST-PD-TNT","NIST-PD-fallback","NIST-Software","NLOD-1.0","NLOD-2.0","NLPL","NOSL","NPL-1.0","NPL-1.1","NPOSL-3.0","NRL","NTIA-PD","NTP","NTP-0","Naumen","NetCDF","Newsletr","Nokia","Noweb","O-UDA-1.0","OAR","OCCT-PL","OCLC-2.0","ODC-By-1.0","ODbL-1.0","OFFIS","OFL-1.0","OFL-1.0-RFN","OFL-1.0-no-RFN","OFL-1.1","OFL-1.1-RFN","OFL-1.1-no-RFN","OGC-1.0","OGDL-Taiwan-1.0","OGL-Canada-2.0","OGL-UK-1.0","OGL-UK-2.0","OGL-UK-3.0","OGTSL","OLDAP-1.1","OLDAP-1.2","OLDAP-1.3","OLDAP-1.4","OLDAP-2.0","OLDAP-2.0.1","OLDAP-2.1","OLDAP-2.2","OLDAP-2.2.1","OLDAP-2.2.2","OLDAP-2.3","OLDAP-2.4","OLDAP-2.5","OLDAP-2.6","OLDAP-2.7","OLDAP-2.8","OLFL-1.3","OML","OPL-1.0","OPL-UK-3.0","OPUBL-1.0","OSC-1.0","OSET-PL-2.1","OSL-1.0","OSL-1.1","OSL-2.0","OSL-2.1","OSL-3.0","OSSP","OpenMDW-1.0","OpenPBS-2.3","OpenSSL","OpenSSL-standalone","OpenVision","PADL","PDDL-1.0","PHP-3.0","PHP-3.01","PPL","PSF-2.0","ParaType-Free-Font-1.3","Parity-6.0.0","Parity-7.0.0","Pixar","Plexus","PolyForm-Noncommercial-1.0.0","PolyForm-Small-Business-1.0.0","PostgreSQL","Python-2.0","Python-2.0.1","QPL-1.0","QPL-1.0-INRIA-2004","Qhull","RHeCos-1.1","RPL-1.1","RPL-1.5","RPSL-1.0","RSA-MD","RSCPL","Rdisc","Ruby","Ruby-pty","SAX-PD","SAX-PD-2.0","SCEA","SGI-B-1.0","SGI-B-1.1","SGI-B-2.0","SGI-OpenGL","SGMLUG-PM","SGP4","SHL-0.5","SHL-0.51","SISSL","SISSL-1.2","SL","SMAIL-GPL","SMLNJ","SMPPL","SNIA","SOFA","SPL-1.0","SSH-OpenSSH","SSH-short","SSLeay-standalone","SSPL-1.0","SUL-1.0","SWL","Saxpath","SchemeReport","Sendmail","Sendmail-8.23","Sendmail-Open-Source-1.1","SimPL-2.0","Sleepycat","Soundex","Spencer-86","Spencer-94","Spencer-99","SugarCRM-1.1.3","Sun-PPP","Sun-PPP-2000","SunPro","Symlinks","TAPR-OHL-1.0","TCL","TCP-wrappers","TGPPL-1.0","TMate","TORQUE-1.1","TOSL","TPDL","TPL-1.0","TTWL","TTYP0","TU-Berlin-1.0","TU-Berlin-2.0","TekHVC","TermReadKey","ThirdEye","TrustedQSL","UCAR","UCL-1.0","UMich-Merit","UPL-1.0","URT-RLE","Ubuntu-font-1.0","UnRAR","Unicode-3.0","Unicode-DFS-2015","Unicode-DFS-2016","Unicode-TOU","UnixCrypt","Unlicense","Unlicense-libtelnet","Unlicense-libwhirlpool","VOSTROM","VSL-1.0","Vim","Vixie-Cron","W3C","W3C-19980720","W3C-20150513","WTFNMFPL","WTFPL","Watcom-1.0","Widget-Workshop","WordNet","Wsuipa","X11","X11-distribute-modifications-variant","X11-no-permit-persons","X11-swapped","XFree86-1.1","XSkat","Xdebug-1.03","Xerox","Xfig","Xnet","YPL-1.0","YPL-1.1","ZPL-1.1","ZPL-2.0","ZPL-2.1","Zed","Zeeff","Zend-2.0","Zimbra-1.3","Zimbra-1.4","Zlib","any-OSI","any-OSI-perl-modules","atc-game","bcrypt-Solar-Designer","blessing","bzip2-1.0.6","check-cvs","checkmk","copyleft-next-0.3.0","copyleft-next-0.3.1","curl","cve-tou","diffmark","dtoa","dvipdfm","eGenix","etalab-2.0","fwlw","gSOAP-1.3b","generic-xts","gnuplot","gtkbook","hdparm","hyphen-bulgarian","iMatix","jove","libpng-1.6.35","libpng-2.0","libselinux-1.0","libtiff","libutil-David-Nugent","lsof","magaz","mailprio","man2html","metamail","mpi-permissive","mpich2","mplus","ngrep","pkgconf","pnmstitch","psfrag","psutils","python-ldap","radvd","snprintf","softSurfer","ssh-keyscan","swrule","threeparttable","ulem","w3m","wwl","xinetd","xkeyboard-config-Zinoviev","xlock","xpp","xzoom","zlib-acknowledgement"]');

/***/ })

};
