export const id = 609;
export const ids = [609];
export const modules = {

/***/ 2609:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  report: () => (/* binding */ report)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/domain/values/error-text.js
var error_text = __webpack_require__(3059);
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

// EXTERNAL MODULE: ./build/src/domain/evidence/result.js
var result = __webpack_require__(8365);
// EXTERNAL MODULE: ./build/src/stages/stage.js
var stage = __webpack_require__(8767);
;// CONCATENATED MODULE: ./build/src/stages/judged.js


/** Does the work and measures how long it took, for whoever records its judgement later with `recordTimed`. */
async function judged_timed({ world }, work) {
    const started = world.clock.ticks();
    const value = await work();
    return { value, durationMs: world.clock.ticks() - started };
}
/** Records a judgement under its heading, with its warnings. */
function judged_recordTimed(run, subject, one) {
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
    const { value: judgement, durationMs } = await judged_timed(run, judge);
    await judged_recordTimed(run, subject, { judgement, durationMs });
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

// EXTERNAL MODULE: ./build/src/checks/backup.js
var checks_backup = __webpack_require__(6981);
// EXTERNAL MODULE: ./build/src/checks/by-hand.js
var by_hand = __webpack_require__(326);
// EXTERNAL MODULE: ./build/src/checks/define.js
var checks_define = __webpack_require__(7500);
// EXTERNAL MODULE: ./build/src/checks/registry.js
var registry = __webpack_require__(2784);
// EXTERNAL MODULE: ./build/src/domain/checklist/checklist.js
var checklist = __webpack_require__(2625);
// EXTERNAL MODULE: ./build/src/domain/checklist/item.js
var checklist_item = __webpack_require__(3234);
// EXTERNAL MODULE: ./build/src/domain/evidence/handover.js
var evidence_handover = __webpack_require__(9999);
// EXTERNAL MODULE: ./build/src/render/text/markdown.js
var markdown = __webpack_require__(7103);
// EXTERNAL MODULE: ./build/src/render/text/readable.js
var readable = __webpack_require__(5106);
// EXTERNAL MODULE: ./build/src/render/text/wording.js
var wording = __webpack_require__(9700);
;// CONCATENATED MODULE: ./build/src/render/documents/release-checklist.js



/** The checklist for a version: boxes are ticked by evidence alone, and tasks for a person are marked as such. */
function renderReleaseChecklist({ app, version, sha, date, lists, restsOn }) {
    const name = app === null ? "" : ` of ${(0,markdown/* plainText */.wh)(app)}`;
    const commit = sha === null ? "" : `, commit ${(0,readable/* readable */.HD)(`\`${sha.slice(0, 12)}\``)}`;
    const items = lists.flatMap((list) => list.items);
    const of = (state) => items.filter((one) => one.state === state).length;
    return `${[
        `# Release checklist${name} v${(0,markdown/* plainText */.wh)(version)}`,
        `${(0,wording/* minute */.Vc)(date.toISOString())}${commit}. ${(0,readable/* readable */.HD)(restsOn)}`,
        (0,markdown/* bold */.Cr)(`${of("ticked") + of("said")} ticked, ${of("not-ticked")} open, ${of("person")} for a person, ` +
            `${of("not-due")} not needed.`),
        ...lists.flatMap(({ title, items: own }) => [`## ${(0,markdown/* plainText */.wh)(title)}`, own.map(itemText).join("\n")]),
    ].join("\n\n")}\n`;
}
const marks = {
    ...{ ticked: "", "not-ticked": "", "not-due": "Not needed: " },
    ...{ person: "**For a person:** ", said: "**A person's word:** " },
};
function itemText({ state, text, why, how }) {
    const box = state === "ticked" || state === "said" ? "[x]" : "[ ]";
    const mark = marks[state];
    const lines = [why, ...how].filter((line) => line !== "");
    return [`- ${box} ${mark}${(0,readable/* readable */.HD)(text)}`, ...lines.map((line) => `  - ${(0,readable/* readable */.HD)((0,wording/* shortened */.vI)(line, 600))}`)].join("\n");
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
function isRefusal(made) {
    return "refused" in made;
}

// EXTERNAL MODULE: ./build/src/domain/rollback/procedures.js
var procedures = __webpack_require__(2557);
// EXTERNAL MODULE: ./build/src/domain/evidence/evidence.js + 2 modules
var evidence_evidence = __webpack_require__(6060);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 8 modules
var schemas = __webpack_require__(2716);
// EXTERNAL MODULE: ./build/src/domain/values/json.js
var json = __webpack_require__(8675);
;// CONCATENATED MODULE: ./build/src/gates/pins.js



/** The outputs whose pins count: `evidence`, and where a job runs two actions `deploy-evidence` or `evidence-smoke`. */
const namedForIt = /^(evidence([-_].+)?|.+[-_]evidence)$/i;
const jobSchema = schemas/* looseObject */._H3({ result: schemas/* string */.YjP(), outputs: schemas/* looseObject */._H3({}).nullish() });
/** Names of jobs and files stay in sentences; a workflow or a folder may hold any. */
const shortName = (name) => name.slice(0, 200);
/**
 * Reads `toJSON(needs)`. A pin counts only from an output that is named for it: what a job gives under another name may
 * be the words of whoever opened a pull request. A job that did not succeed is never a pass, whatever its outputs say.
 * Those of `neverBegan` are as good as skipped.
 */
function readJobs(jobs, neverBegan = []) {
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
            id: shortName(id),
            result: neverBegan.includes(shortName(id)) ? "skipped" : shortName(result),
            ...(typeof changed === "string" ? { changed: shortName(changed) } : {}),
        };
        const mine = Object.entries(outputs ?? {}).flatMap(([name, value]) => {
            const pin = evidence_evidence/* pinSchema */.rA.safeParse(pins_json(value)).data;
            return pin === undefined ? [] : [{ name, pin }];
        });
        const named = mine.filter(({ name }) => namedForIt.test(name)).map(({ pin }) => pin);
        misnamed.push(...mine.filter(({ name }) => !namedForIt.test(name)).map(({ name }) => `${job.id}.${shortName(name)}`));
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
    return typeof text === "string" ? (0,json/* readJson */.V)(text) : undefined;
}

;// CONCATENATED MODULE: ./build/src/gates/evidence-file.js


/** Reads the files of the evidence folder, each compared with the pins that name it. */
function readFiles(files, pins) {
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
    const value = pins_json(text);
    if (value === undefined)
        return "it is not JSON";
    try {
        const parsed = evidence_evidence/* evidenceSchema */.jU.safeParse(value);
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
    const own = (0,evidence_evidence/* pinOf */.nZ)(evidence, sha256);
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
function missing(files, pins) {
    const lacking = pins.map((pin) => pin.file).filter((name) => !files.some((file) => file.name === name));
    return [...new Set(lacking)].map((name) => ({
        verdict: "error",
        reason_code: "evidence_missing",
        says: `The evidence ${shortName(name)}, which a job pinned, is not in the folder.`,
        remedy: "Download the artifact of every job before this step.",
    }));
}

// EXTERNAL MODULE: ./build/src/domain/release/release.js
var release_release = __webpack_require__(2161);
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
    const recorded = evidence.find((one) => one.release?.digest === release.digest && (0,release_release/* manifestDigest */.It)(one.release) !== manifestSha256);
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
    const counted = newest.links.filter(({ evidence }) => counts(evidence));
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
function counts({ stage, status }) {
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
        if (pinned === undefined || pinned === last || !counts(last.evidence))
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
    const failed = [...last.values()].find((one) => ["check", "gate", "signal"].includes(one.kind) && (0,result/* blocks */.Bv)(one));
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
var commands_host = __webpack_require__(3620);
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
const wordOrShell = (text) => (text.includes(" ") ? (0,commands_host/* quote */.hD)(text) : (0,commands_host/* word */.Vm)(text));
/** Orders of systemd, by the rules for sudo that the steps need as well. */
const asRoot = `root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }`;
/** Into `pid`, the process of a slot. */
const slotPid = ({ unit }, slot) => lines(`pid=$(systemctl show --property=MainPID --value "${unit}@${slot}" 2>/dev/null)`, `[ "\${pid:-0}" != 0 ] || pid=$(cut -d ' ' -f 1 "state/slot.${slot}" 2>/dev/null)`);
/** What is on record, and what runs. */
function lookAround(place) {
    const slots = place.slots.map(({ slot }) => slot).join(" ");
    return lines(`cd ${(0,commands_host/* word */.Vm)(place.path)}`, "cat state/active state/bad 2>/dev/null", "ls releases", `for slot in ${slots}; do`, ...indented(slotPid(place, "$slot")), '  echo "$slot: $(readlink "slots/$slot"), process ${pid:-none}, $(readlink "/proc/$pid/exe")"', "done", "tail -n 20 state/journal");
}
/** Nothing changes the host any more by itself: no run, no guard of a shift, no end of a hold. */
function takeOver({ path }) {
    return lines(`cd ${(0,commands_host/* word */.Vm)(path)}`, "flock -w 60 state/step flock -w 10 state/mutex rm -f state/lease state/guard state/hold-until");
}
/** Into `began`, what a run started that did not come to its record; empty where every run did. */
const begun = "began=$(cut -d ' ' -f 2 state/intent 2>/dev/null)";
const isBad = (release) => `grep -qxF "${release}" state/bad 2>/dev/null`;
/**
 * Lets the only slot have the release before, and then it is started: of what was verified, the last that is not left,
 * not marked bad and still kept. A run that did not come to its record left another one than the last verified.
 */
function linkBefore({ path }, slot) {
    return lines(`cd ${(0,commands_host/* word */.Vm)(path)}`, "read -r verified _ before _ <state/active", begun, `case "$began" in '' | "$before") left=$verified ;; *) left= ;; esac`, "for release in $verified $before $(cut -d ' ' -f 1 state/verified 2>/dev/null) ''; do", `  if [ "$release" != "$left" ] && [ -d "releases/$release" ] && ! ${isBad("$release")}; then break; fi`, "done", 'if [ -n "$release" ]; then', `  ln -sfn "../releases/$release" slots/${slot}`, "else", '  echo "No other verified release is kept here: the link stays. Set it to one that ls releases prints."', "fi", `readlink slots/${slot}`);
}
function startUnit({ path, unit }, slot) {
    return lines(asRoot, `cd ${(0,commands_host/* word */.Vm)(path)}`, `readlink slots/${slot}`, `root systemctl start ${unit}@${slot}`);
}
/**
 * For what runs without a unit: the variables that a server is started with, read as the host program reads them.
 * `reader` is its awk program.
 */
function defineVariables({ path }, reader) {
    return lines(`env_reader='${reader}'`, "server_variables() (", `  cd ${(0,commands_host/* word */.Vm)(path)}`, `  echo "export RELEASE_COOKIE='$(cat state/cookie)'"`, '  for file in shared/env "shared/env.$1"; do', '    [ ! -e "$file" ] || LC_ALL=C awk "$env_reader" "$file"', "  done", ")");
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
    return lines(`cd ${(0,commands_host/* word */.Vm)(path)}`, `release=$(basename "$(readlink slots/${slot})")`, `program=$(cut -d ' ' -f 2 "state/kept/$release")`, `mkdir -p state/tmp.${slot}`, `server_variables ${slot} | env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \\`, '  HOME="$HOME" USER="$(id -un)" LANG=C.UTF-8 TZ="$(cat /etc/timezone 2>/dev/null || echo UTC)" \\', `  sh -c 'eval "$(cat)"; export PORT=${port} RELEASE_NODE=${node}_${slot} RELEASE_TMP=${path}/state/tmp.${slot}`, `    cd "$1" && exec setsid "$1/bin/$2" start </dev/null' sh "${path}/releases/$release" "$program" \\`, `  >>state/log.${slot} 2>&1 &`, "pid=$!", "sleep 1", `echo "$pid $(sed 's/^.*) //' "/proc/$pid/stat" | cut -d ' ' -f 20) $release" >state/slot.${slot}`);
}
/** What a slot answers, and the release that its process runs from. */
function checkSlot(place, { slot, port }, health) {
    return lines(`cd ${(0,commands_host/* word */.Vm)(place.path)}`, 
    // A fresh Debian has perl, and no curl.
    "answers() {", "  perl -MIO::Socket::INET -e '", '    $SIG{ALRM} = sub { print "no answer in 5 s"; exit 1 }; alarm 5;', '    my $s = IO::Socket::INET->new("127.0.0.1:$ARGV[0]") or do { print "no answer: $@"; exit 1 };', '    print $s "GET $ARGV[1] HTTP/1.0\\r\\nHost: 127.0.0.1:$ARGV[0]\\r\\n\\r\\n";', '    my $status = <$s> // "no answer"; $status =~ s/\\s+$//; print $status;', `    exit($status !~ m{^HTTP/\\S+ 200\\b})' ${port} ${(0,commands_host/* word */.Vm)(health.path)}`, "}", "tries=0", `until said=$(answers) || [ "$tries" -ge ${health.withinSeconds} ]; do tries=$((tries + 1)); sleep 1; done`, `if answers >/dev/null; then echo "slot ${slot} is healthy"; else echo "slot ${slot} is not healthy: $said"; fi`, slotPid(place, slot), 'readlink "/proc/$pid/exe"', `tr '\\0' '\\n' <"/proc/$pid/environ" | grep '^RELEASE_ROOT=' || :`);
}
/** Ends what runs in a slot, and waits for it: background jobs of a release that was left would go on otherwise. */
function stopSlot({ path, unit }, slot) {
    const name = `${unit}@${slot}`;
    const state = `systemctl show --property=ActiveState --value ${name}`;
    const up = '"^(re|de)?(activ|load)"';
    const born = `sed 's/^.*) //' "/proc/$pid/stat" 2>/dev/null | cut -d ' ' -f 20`;
    return lines(asRoot, `cd ${(0,commands_host/* word */.Vm)(path)}`, 
    // What ends and is started again all the time is seldom active, and activating in between.
    `if ${state} 2>/dev/null | grep -Eq ${up}; then`, `  root systemctl stop --no-block ${name}`, `  timeout 70 sh -c ${(0,commands_host/* quote */.hD)(`while ${state} | grep -Eq ${up}; do sleep 0.2; done`)}`, `elif read -r pid began _ <state/slot.${slot} && [ "$(${born})" = "$began" ]; then`, '  kill -TERM "$pid"', `  timeout 60 sh -c "while kill -0 $pid; do sleep 0.2; done" 2>/dev/null || kill -KILL "$pid"`, "fi", `rm -f state/slot.${slot}`);
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
    return lines(asRoot, `cd ${(0,commands_host/* word */.Vm)(place.path)}`, "read -r left _ before _ <state/active", begun, ...(has === "the slot"
        ? [`release=$(${linked})`]
        : [`release=$left`, `[ "$left" != "$(${linked})" ] || release=$before`]), 'if [ -n "$left" ] && [ -n "$release" ] && [ "$left" != "$release" ]; then', `  echo "$release ${slot} $left" >state/active.new && mv state/active.new state/active`, `  echo "$(date -u +%Y-%m-%dT%H:%M:%SZ) by-hand active $release in ${slot}, before it $left" >>state/journal`, "  began=$left", "fi", `[ -z "$began" ] || [ "$began" = "$release" ] || ${isBad("$began")} || echo "$began" >>state/bad`, "rm -f state/intent", ...(has === "the slot" ? ['ln -sfn "releases/$release" current'] : []), ...(enable.length === 0 ? [] : [`if [ -e /etc/systemd/system/${place.unit}@.service ]; then`, ...enable, "fi"]), "cat state/active");
}
/** Into `left`, the release that was left, once the record has it as the one before. */
const releaseLeft = "left=$(cut -d ' ' -f 3 state/active)";
/** What the schema had before that release migrated it, and after. */
function lookAtSchema({ path }) {
    return lines(`cd ${(0,commands_host/* word */.Vm)(path)}`, releaseLeft, 'cat "state/kept/$left.schema"');
}
/**
 * The functions `down` of the release that was left, of each repository to what it had before. `down` and `versions`
 * are Elixir, with `repo` and `to_exclusive` given. Needs `defineVariables` before it.
 */
function rollSchemaBack({ app, path }, { down, versions, urlFrom }) {
    // In the clean shell: no address is in this one.
    const direct = urlFrom === undefined ? "" : `; export DATABASE_URL="$${urlFrom}"`;
    const recorded = (line) => `sed -n -E 's/^(${line}) *//p' "state/kept/$left.schema" | tr ' ' '\\n'`;
    return lines(`cd ${(0,commands_host/* word */.Vm)(path)}`, releaseLeft, `program=$(cut -d ' ' -f 2 "state/kept/$left")`, `for repo in $(${recorded("before|after")} | sed 's:/.*::' | sort -u); do`, `  stays=$(${recorded("before")} | sed -n "s:^$repo/::p" | sort -n | tail -n 1)`, '  [ "$repo" != - ] || repo=nil', "  server_variables | env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \\", '    HOME="$HOME" USER="$(id -un)" LANG=C.UTF-8 \\', `    sh -c 'eval "$(cat)"${direct}; cd "$1" && exec "$1/bin/$2" eval "$3" </dev/null' \\`, `    sh "${path}/releases/$left" "$program" "Application.load(:${app})`, "repo = $repo", "to_exclusive = ${stays:-0}", "_ = {repo, to_exclusive}", `"${(0,commands_host/* quote */.hD)(`${down}\n${versions}`)} || { echo "It failed: no other repository is rolled back."; break; }`, "done");
}
/** The dumps that the suite made. */
function listDumps(folder) {
    return `ls -l ${(0,commands_host/* word */.Vm)(folder)}`;
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
    const file = "file" in dump ? (0,commands_host/* word */.Vm)(dump.file) : `$(ls ${(0,commands_host/* word */.Vm)(dump.newestIn)}/*.dump | LC_ALL=C sort | tail -n 1)`;
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
;// CONCATENATED MODULE: ./build/src/commands/unit.js
/** By this a unit that may be replaced is known; the path behind it is the one that it is for. */
const unitMark = "# phoenix-deploy: the slots of ";
/**
 * Text of the systemd unit of which each slot is an instance. What the user's files may set differently is read before
 * them, what is the slot's own after them. SIGTERM goes to the main process alone, which drains; a minute is more than
 * Phoenix takes for its sockets (30 s) and its web server (15 s).
 */
function unitText({ app, releaseName, path, user, limits }) {
    return `${unitMark}${path}. A deployment with \`systemd: {manage: true}\` writes it.
[Unit]
Description=${app}, slot %i
After=network-online.target postgresql.service
Wants=network-online.target
StartLimitIntervalSec=30
StartLimitBurst=5

[Service]
Type=exec
User=${user}
WorkingDirectory=${path}/slots/%i
Environment=LANG=C.UTF-8
EnvironmentFile=-${path}/state/slot-env
EnvironmentFile=-${path}/shared/env
EnvironmentFile=-${path}/shared/env.%i
EnvironmentFile=${path}/state/slot-env.%i
ExecStart=${path}/slots/%i/bin/${releaseName} start
KillMode=mixed
TimeoutStopSec=60
Restart=on-failure
RestartSec=1
SyslogIdentifier=${app}-%i
${limits.map((line) => `${line}\n`).join("")}
[Install]
WantedBy=multi-user.target
`;
}

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

async function handWork({ app, environment }) {
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
    return hosts.flatMap(({ name }) => Object.keys((0,fleet_fleet/* slotsOn */.$C)({ slots, groups }, name)).map((slot) => (0,fleet_fleet/* serverName */.L5)({ hosts, slots, groups }, name, slot)));
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
const othersRemedy = "What runs there serves them whatever is deployed: take it out of the router, or name its host or slot in the " +
    "settings.";
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
    return restoreParts(work, { host, urlFrom, dump: { newestIn: folder }, first: [list], after });
}
/** A restore of PostgreSQL by hand: beside the database first, so that little is left to do while all is down. */
function restoreParts(work, restore) {
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
    const work = await handWork(given);
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
    const version = health.version === null ? "" : `\ncurl -fsS --max-time 10 ${(0,commands_host/* word */.Vm)(`${url}${health.version}`)}; echo`;
    return {
        title: "See what users get",
        hosts: [],
        says: `In a terminal anywhere.${headers}`,
        blocks: [
            {
                when: "",
                text: `curl -fsS --max-time 10 -o /dev/null ${(0,commands_host/* word */.Vm)(`${url}${health.path}`)} && ` +
                    `echo ${(0,commands_host/* word */.Vm)(url)} answers${version}`,
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

// EXTERNAL MODULE: ./build/src/strategies/registry.js + 7 modules
var strategies_registry = __webpack_require__(1628);
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
// EXTERNAL MODULE: ./build/src/strategies/steps.js
var strategies_steps = __webpack_require__(4140);
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
    if (isRefusal(strategy))
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
    if (isRefusal(strategy) || !strategy.holds || wanted.holdSeconds === 0)
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

// EXTERNAL MODULE: ./build/src/domain/evidence/deployment.js
var evidence_deployment = __webpack_require__(1043);
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
        .sort((a, b) => evidence_evidence/* stageNames */.hL.indexOf(a.stage) - evidence_evidence/* stageNames */.hL.indexOf(b.stage))
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
const maxEvidenceBytes = 8 << 20;
/** False where there was no evidence, and none was demanded. */
const wasCompared = ({ verdict }) => verdict !== "not-run";
/**
 * Reads the evidence folder as the jobs before left it. A file that is no text or too large has no text, and the reason
 * why.
 */
async function readEvidence(run) {
    const { files, job } = run.world;
    const folder = (0,external_node_path_.join)(job.workspace, evidence_handover/* handover */.c.evidence);
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
/** The evidence of the stages before, joined with the pins of their jobs. */
async function chainOf(run, { release, ...demand }) {
    const { job, files } = run.world;
    const manifest = await files.digest(join(job.workspace, handover.manifest));
    const chain = joinChain({
        files: await readEvidence(run),
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
const proceduresFile = `${evidence_handover/* handover */.c.report}/rollback-procedures.md`;
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
            plans: plans.flatMap(({ when, made }) => (isRefusal(made) ? [] : [{ when, plan: made }])),
            assumed: second === undefined ? null : first,
            lastKnown: (0,procedures/* lastKnown */.Wu)(written.evidence, name),
            byHand: await byHandOf({ app: written.app, environment }),
        },
        refused: plans.flatMap(({ made }) => (isRefusal(made) ? [{ environment: name, refusal: made }] : [])),
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
    const chain = evidence_joinChain({ files: await readEvidence(run), jobs: "", sha: "", runId: null });
    return chain.links.map(({ evidence }) => evidence);
}

;// CONCATENATED MODULE: ./build/src/stages/report/release-checklist.js












/** The checklist of a version, from the repository's root. */
const checklistFile = `${evidence_handover/* handover */.c.report}/release-checklist.md`;
/** Writes Phase 6's checklists for this version, and gives their text. */
async function writeChecklist(run, listed) {
    const { files, job, clock } = run.world;
    const { app, version, sha, restsOn } = listed;
    const lists = await listsOf(run, listed);
    const text = renderReleaseChecklist({ app, version, sha, date: clock.now(), lists, restsOn });
    await files.write((0,external_node_path_.join)(job.workspace, checklistFile), text);
    return text;
}
async function listsOf(run, listed) {
    const checks = (await (0,registry.loadChecks)()).filter((one) => isListed(one, run.settings));
    const ways = { ...checkWays(run, listed, checks), ...environmentWays(run, listed) };
    const known = new Set(checklist/* checklists */.sh.flatMap(({ items }) => items.map(({ id }) => checkOf(id))));
    const besides = checks
        .filter(({ id }) => !known.has(id) && id !== "backup")
        .map(({ id, title }) => {
        // A command passes; what is no command says itself what holds.
        const item = (0,checklist_item/* checkItem */.es)(id, /^(mix|MIX_ENV)\b/.test(title) ? `${title} passes` : title);
        return { id, text: item.text, ...(0,checklist/* tickOf */.X1)(item, listed.facts), how: ways[id] ?? [] };
    });
    return (0,checklist/* tickedChecklists */.m4)(listed.facts).flatMap(({ id, title, items }) => {
        const own = { title, items: items.map((item) => ({ ...item, how: ways[item.id] ?? [] })) };
        return id === "pre-deployment" ? [own, { title: "Checks of this project besides", items: besides }] : [own];
    });
}
/** The check that ticks an item, where the item has a name of its own. */
function checkOf(item) {
    const named = {
        "migrations-tested": "migrations",
        "rollback-tested": "migrations",
        "changelog-updated": "changelog",
        "version-bumped": "version",
    };
    return named[item] ?? item;
}
/** The command of each check, as the evidence has it or as it is known without mix, and what the settings change. */
function checkWays({ settings, world }, { app, version, facts }, checks) {
    const folder = (0,external_node_path_.relative)(world.job.workspace, settings.projectPath);
    const wayOf = (check) => {
        if (levelOf(check, settings, world.job) === "off")
            return ["Switched off in the settings."];
        const options = (0,checks_define/* optionsOf */.c)(check, { settings, inputs: {} });
        const shown = facts.validate?.results.find(({ kind, id }) => kind === "check" && id === check.id)?.reproduce ?? "";
        const byHand = { folder, project: null, app, version, judgement: null };
        const command = shown === "" ? (0,by_hand/* reproduceOf */.tg)(check, byHand, options) : shown;
        const minimum = "minimum" in options ? [`The settings ask for ${options["minimum"]} %.`] : [];
        return [...(command === "" ? [] : [`\`${command.replaceAll("`", "'")}\``]), ...minimum];
    };
    const ways = Object.fromEntries(checks.map((check) => [check.id, wayOf(check)]));
    const items = checklist/* checklists */.sh.flatMap(({ items: all }) => all.map(({ id }) => id));
    return { ...ways, ...Object.fromEntries(items.map((id) => [id, ways[checkOf(id)] ?? []])) };
}
/** Where each step of a deployment is done, and how a person sees the same. */
function environmentWays({ settings }, { from, environment }) {
    const { criteria, smoke, notify } = settings;
    const { latencyIncrease } = criteria;
    const limit = criteria.latencyMaxMs === null ? "" : `, and at most ${(0,wording/* durationText */.S5)(criteria.latencyMaxMs)}`;
    const errors = `At most ${Math.round(criteria.errorRate * 1e6) / 1e4} % of requests fail, ` +
        `for ${(0,wording/* durationText */.S5)(criteria.watchMs)}.`;
    const people = notify.filter(({ reaches }) => reaches === "people").map(({ name }) => name);
    return {
        ...placeWays("staging", from, smoke),
        ...placeWays("production", environment, smoke),
        "rollback-plan": [`\`${proceduresFile}\``],
        "backup-verified": environment?.backup ? [`${environment.name}: ${(0,checks_backup.backupText)(environment.backup)}.`] : [],
        "production-errors": [errors],
        "post-errors": [errors],
        performance: latencyIncrease === null ? [] : [`Worse by at most ${Math.round(latencyIncrease * 100)} %${limit}.`],
        dashboards: (environment?.dashboards ?? []).map(({ name, url }) => `${name}: \`${url}\``),
        "stakeholders-notified": people.length === 0 ? [] : [`By ${people.join(", ")}.`],
    };
}
function placeWays(place, environment, smoke) {
    if (environment === null)
        return {};
    const { name, url, hosts, migrations, health } = environment;
    const where = `${name}: \`${url}\`, on ${hosts.map((host) => host.name).join(", ")}.`;
    const asked = smoke.map((one) => `${one.name}: \`${one.method} ${url}${one.path}\` answers ${one.status}.`);
    return {
        [`${place}-deployed`]: [where],
        [`${place}-migrated`]: migrations.migrate === null ? [] : [`\`${migrations.migrate}\``],
        [`${place}-health`]: [`\`curl -f ${url}${health.path}\``],
        [`${place}-smoke`]: asked,
    };
}

;// CONCATENATED MODULE: ./build/src/stages/report/checklist.js


/**
 * Writes the checklists of the version beside the report. They are bookkeeping: a fault is a warning. Null where they
 * were not written.
 */
async function keepChecklist(run, story, { notified, documented, said }) {
    const { version, release, stages, deployment, chain } = story;
    if (version === null)
        return null;
    const { environments } = run.settings;
    const named = (name) => (Object.hasOwn(environments, name) ? (environments[name] ?? null) : null);
    try {
        await writeChecklist(run, {
            ...{ app: release?.app ?? run.settings.app, version, sha: run.recorder.evidence.sha || null },
            ...{ environment: named(story.environment), from: named(story.from) },
            facts: { ...stages, deployment, notified, documented: documented.proof, notes: documented.notes, said },
            restsOn: `Ticked by the evidence of ${chain.links.map(({ evidence }) => evidence.stage).join(", ")} in this run.`,
        });
        run.recorder.output("release-checklist-path", checklistFile);
        return checklistFile;
    }
    catch (error) {
        await run.recorder.warn(`The checklist could not be written to ${checklistFile}: ${(0,error_text/* errorText */.k)(error)}.`);
        return null;
    }
}

// EXTERNAL MODULE: ./build/src/checks/changelog.js + 3 modules
var checks_changelog = __webpack_require__(9832);
// EXTERNAL MODULE: ./build/src/mix-output/location.js
var mix_output_location = __webpack_require__(8755);
;// CONCATENATED MODULE: ./build/src/stages/report/documentation.js




/**
 * Renews what documents a release besides its report (Phase 6: Documentation updated): the procedures of a rollback, of
 * this very release.
 */
async function renewDocumentation(run, story) {
    const judged = await judgeDocumentation(run, story);
    const { release } = story;
    if (release === null || Object.keys(run.settings.environments).length === 0)
        return judged;
    const renewed = await keepProcedures(run, release, null);
    if (renewed)
        run.recorder.output("rollback-procedures-path", proceduresFile);
    const { met, restsOn } = judged.proof;
    const procedures = renewed ? proceduresFile : null;
    if (!met)
        return { ...judged, procedures };
    const proof = renewed
        ? { met, restsOn: `${restsOn} \`${proceduresFile}\` is of this release.`, remedy: "" }
        : {
            met: false,
            restsOn: `\`${proceduresFile}\` could not be written.`,
            remedy: "The warnings say why: fix that, and run the report again.",
        };
    return { ...judged, proof, procedures };
}
/** The version's section of the CHANGELOG, judged as validate judges it. */
async function judgeDocumentation(run, { version, release }) {
    const { files, job, clock } = run.world;
    if (version === null) {
        const remedy = "Download the artifact of the validate job.";
        return { proof: { met: false, restsOn: "The version is unknown.", remedy }, notes: null };
    }
    const { projectPath } = run.settings;
    const { workspace } = job;
    const place = { file: (0,checks_define/* optionsOf */.c)(checks_changelog["default"], { ...run, inputs: {} }).file ?? null, projectPath, workspace };
    const changelog = await (0,checks_changelog.readChangelog)(files, place, (file) => (0,mix_output_location/* fromRoot */.tc)(workspace, projectPath, file));
    const names = release === null ? [] : [release.app, release.name];
    const { judgement, notes } = (0,checks_changelog.judgeChangelog)(changelog, { version, names }, clock.now());
    const { verdict, says, remedy = "" } = judgement;
    return { proof: { met: verdict === "pass", restsOn: says, remedy }, notes };
}

// EXTERNAL MODULE: ./build/src/render/stage/summary.js
var summary = __webpack_require__(9991);
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



const program_schema = ["backup", "migrate", "revert", "kept-schema", "look-down", "evaluate"];
/**
 * Parts that only these operations need. All others are sent with each: the shell of a host reads all that it is sent
 * before it begins, which costs it more than most operations do.
 */
const onlyFor = {
    "host/33-files.sh": ["acquire-lock", "stock", "assemble"],
    "host/34-assemble.sh": ["assemble"],
    "host/36-migrate.sh": program_schema,
    "host/37-backup.sh": ["backup"],
    "host/38-postgres.sh": ["backup"],
    "host/39-revert.sh": program_schema,
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
    const slots = Object.entries((0,fleet_fleet/* slotsOn */.$C)(environment, host));
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
        PD_UNIT: unitName(options),
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
function stock_lacking(files, { has }) {
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
    const lacks = stock_lacking(files, stock);
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
var transports_registry = __webpack_require__(7044);
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
    const carrier = (0,transports_registry/* openTransports */.H)({
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
        .map(([, ...words]) => ({ reason_code: "settings_mismatch", ...leftFault(readLeft(words)) }));
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
    const place = routerPlaces(environment).find((one) => one.host === host);
    if (place === undefined || report.records.some(([key, code]) => key === "unfit" && code === "router_failed"))
        return [];
    const seen = router.read(report.records);
    if (seen === null)
        return [];
    const fault = (says) => [{ reason_code: "router_failed", says, remedy: router.remedy }];
    if (typeof seen === "string")
        return fault(seen);
    const missing = serversAt(environment, place).filter((name) => seen[name] === undefined);
    if (missing.length > 0)
        return fault(`${router.name} has no server ${missing.join(", ")}.`);
    const says = othersServe(environment, { place, servers: seen });
    return says === null ? [] : [{ reason_code: "router_failed", says, remedy: othersRemedy }];
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
        const seen = readFacts(report, name, (0,fleet_fleet/* slotsOn */.$C)(environment, name));
        if (typeof seen === "string")
            return { failed: unreadable(seen) };
        reports.set(name, report);
        facts.set(name, { ...seen, routes: routing.has(name) });
    }
    const seen = [];
    for (const place of routerPlaces(environment)) {
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
            router: mergeRouters(seen),
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
function backing_up_backedUp(report) {
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

// EXTERNAL MODULE: ./build/src/domain/fleet/schema.js
var fleet_schema = __webpack_require__(258);
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
        .reduce((one, other) => (other < one ? other : one), schema_return_newestOf(look));
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
function schema_return_newestOf({ applied }) {
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
    const choice = chooseRollback(fleet, wish);
    const between = "refused" in choice ? (leftAlready(fleet, choice) ?? choice) : choice;
    if ("refused" in between)
        return refusedBy(between);
    const { migrations } = hosts.options.environment;
    if (migrations.versions !== null && migrations.down === undefined)
        return refusedBy(noExpression);
    const names = fleet.hosts.map(({ host }) => host);
    const { records, backup } = await recordsOn(hosts, names, [between.left, between.to]);
    const restore = (0,procedures/* restoreFact */.Lc)(await restoreByHand(hosts.options, backup));
    const refuse = (refusal) => refusedBy(refusal, restore);
    const record = recordOf(between, records);
    if (isRefusal(record))
        return refuse(record);
    const look = await lookFrom(hosts, record);
    if ("verdict" in look)
        return { ...look, facts: { ...look.facts, ...restore } };
    const made = schemaReturn({ between, records, record, look }, wish);
    return isRefusal(made) ? { ...refuse(made), findings: look.effects.map(findingOf) } : made;
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
        done: backing_up_backedUp,
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
        done: operations_stopped,
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
function operations_stopped(report) {
    const [how = "killed"] = valuesOf(report, "stopped");
    const words = {
        already: "Nothing was running there.",
        ended: "It stopped by itself.",
    };
    return { says: words[how] ?? "It was killed.", facts: { how } };
}

// EXTERNAL MODULE: ./build/src/strategies/guard.js
var guard = __webpack_require__(8298);
;// CONCATENATED MODULE: ./build/src/strategies/deploy.js





/**
 * From what is on the target now to the wanted release: a plan, or why there is none. Pure: the same facts give the
 * same plan.
 */
function planDeploy(fleet, wanted, all = strategies_registry/* strategies */.W) {
    const strategy = (0,strategies_registry/* strategyOf */.x)(wanted, all);
    if (isRefusal(strategy))
        return strategy;
    const refused = busy(fleet, wanted) ??
        hostsMissing(fleet, wanted) ??
        markedBad(fleet, wanted.release, "Release a new version.") ??
        slotLeft(fleet) ??
        portTaken(fleet) ??
        unreadableEnvironment(fleet) ??
        unsuited(fleet, strategy) ??
        groupAway(fleet, wanted.release);
    if (refused !== null)
        return refused;
    const draft = strategy.deploy(fleet, wanted);
    const warnings = [
        ...(0,guard/* reversals */.em)(fleet),
        ...awayWarnings(fleet),
        ...staleWarnings(fleet, wanted.release, draft.steps),
        ...strategy.warnings(draft.steps),
    ];
    return underLock(fleet, wanted, { ...draft, warnings });
}

;// CONCATENATED MODULE: ./build/src/strategies/drill.js







/**
 * A rehearsal of a rollback: back, and forward again. The record of what is active never changes in between, so that
 * whatever ends the drill, the next run brings back what served before it.
 */
/** The release that is left for a moment goes on running, however long that takes. */
const untilReturnSeconds = 7_200;
/** Back, as a rollback does it, with nothing recorded and the lock kept for the second half. */
function planDrill(observed, wanted, all = strategies_registry/* strategies */.W) {
    const made = planRollback(observed, { ...wanted, markBad: false, holdSeconds: untilReturnSeconds }, all);
    if (isRefusal(made))
        return made;
    const choice = chooseRollback(observed, wanted);
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
    if (isRefusal(strategy))
        return strategy;
    const refused = busy(fleet, wanted) ?? hostsMissing(fleet, wanted) ?? unsuited(fleet, strategy);
    if (refused !== null)
        return refused;
    const active = (0,facts/* activeOf */.m3)(fleet);
    if (active === null)
        return { refused: "state_unknown", says: "No release is on record any more.", remedy: "Deploy one." };
    const holdSeconds = Math.max(0, ...fleet.hosts.map((host) => leftOfHold(host, before) ?? 0));
    const toward = { ...wanted, release: active.release, migrate: false, holdSeconds };
    const steps = strategy.rollback(fleet, { wanted: toward, verified: true, mark: [] });
    return underLock(fleet, wanted, {
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
        return slot === undefined ? [] : [strategies_steps/* hold */._2(host, slot, Math.max(1, left))];
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

;// CONCATENATED MODULE: ./build/src/strategies/recover.js








/**
 * Hosts that are away are left out: the others go back all the same.
 * After a step that did not pass: from what is really there now back to the release that was last verified. Where
 * nothing was ever verified, the new instance is stopped and nothing serves.
 */
function planRecovery(fleet, wanted, all = strategies_registry/* strategies */.W) {
    const strategy = (0,strategies_registry/* strategyOf */.x)(wanted, all);
    if (isRefusal(strategy))
        return strategy;
    const { owner, environment, release } = wanted;
    const refused = busy(fleet, { owner }) ?? unsuited(fleet, strategy, fleet.away);
    if (refused !== null)
        return refused;
    const mark = recover_marks(fleet, wanted);
    const active = (0,facts/* activeOf */.m3)(fleet);
    if (active === null) {
        const says = `Stop ${release}: there is no verified release to roll back to.`;
        const steps = (0,facts/* slotNames */.Do)(fleet).flatMap((slot) => (0,leftovers/* endAttempts */.m0)({ fleet, wanted, slot }, null));
        return underLock(fleet, { owner }, { says, warnings: [], steps: [...steps, ...mark] });
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
    return underLock(fleet, { owner }, { says, warnings: [], steps });
}
/** What was verified once may fail to start today for want of a database: it stays what a rollback can go to. */
function recover_marks(fleet, { release, markBad }) {
    if (!markBad || (0,strategies_verified/* wasVerified */.YI)(fleet, release))
        return [];
    const kept = fleet.hosts.filter((host) => host.releases.includes(release) && !host.bad.includes(release));
    return kept.map((host) => strategies_steps/* markBad */.Tc(host, release));
}

;// CONCATENATED MODULE: ./build/src/targets/hosts/planning.js








/** Hosts are planned for by the strategies. */
function planningOf({ router }, all = strategies_registry/* strategies */.W) {
    return {
        plan: (fleet, wanted) => planDeploy(fleet, wanted, all),
        recover: (fleet, wanted) => planRecovery(fleet, wanted, all),
        rollback: (fleet, wanted) => planRollback(fleet, wanted, all),
        drill: (fleet, wanted, before) => before === null ? planDrill(fleet, wanted, all) : planDrillReturn(fleet, { wanted, before }, all),
        rollsBackTo(fleet, choosing) {
            const found = chooseRollback(fleet, choosing);
            return "refused" in found ? found : found.to;
        },
        verifiedBefore: strategies_verified/* goodBefore */.$_,
        leaveOut: facts/* leaveOut */.ov,
        serving,
        carrying: (fleet) => [...new Set((0,facts/* carried */.LT)(fleet).map(({ release }) => release))],
        routed: (fleet, slot, shared) => {
            const meant = shared === undefined ? `${slot} alone` : `${slot} in the part that was set`;
            return routed(router.lostRemedy, (0,facts/* misrouted */.vA)(fleet, slot, shared ?? null), meant);
        },
        passes: passes,
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
            const all = await Promise.all(routerPlaces(environment).map(async (place) => countsOf(place, await ask({ host: place.host, op: "router-counts", limitMs: questions_askMs }))));
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
    const back = guard === null ? null : ownWeights(place, guard.weights);
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
    const orders = routerPlaces(environment).flatMap((place) => {
        const weights = ownWeights(place, step.weights);
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
    const seen = mergeRouters(applied.map((one) => one.seen)) ?? {};
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
    const others = othersServe(hosts.options.environment, seen);
    return {
        seen,
        warnings: [
            ...warningsIn(report),
            ...router.warnings({ wanted: weights, seen: servers, records }),
            ...(others === null ? [] : [`${others} ${othersRemedy}`]),
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
        const counts = await Promise.all(routerPlaces(environment).map((place) => leftAt(hosts, place, step)));
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
    const concerned = ownWeights(place, Object.fromEntries(servers.map((name) => [name, 0])));
    if (concerned === null)
        return [];
    const seen = await readAt(hosts, place);
    if (isJudgement(seen))
        return seen;
    const fleet = fleetNames({ place, servers: seen });
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
        ...withUnits(planningOf(options.environment), options),
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
const registry_targets = {
    hosts: hostsTarget,
};
/** The target of an environment, as this run may change it. */
function registry_openTarget(options) {
    return registry_targets[options.environment.target](options);
}

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
    const folder = join(job.workspace, handover.release);
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
        id: releaseId(release),
        digest,
        path: join(folder, file),
        bytes,
        needs: {
            arch: release.arch,
            libc: release.needs?.libc ?? null,
            glibc: release.needs?.glibc ?? null,
            openssl: release.needs?.openssl ?? [],
            environment: release.environment ?? [],
        },
        manifest: manifestOf(release),
        list: list === undefined ? null : { path: join(folder, list.file), sha256: list.sha256 },
        scratch: join(temp, "upload"),
    };
}
/**
 * The owner of a lock: this job of this attempt of this run, so that neither a re-run takes its predecessor's orphaned
 * step for its own, nor two jobs of one run each other's lock.
 */
function ownerOf({ world }) {
    return `run-${world.job.runId}-${world.job.runAttempt}-${world.job.job}`;
}

;// CONCATENATED MODULE: ./build/src/stages/release-file.js







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
    const { value: read, durationMs } = await timed(run, () => readRelease(run));
    const judgement = "failed" in read ? read.failed : read.judgement;
    await recordTimed(run, releaseGate, { judgement, durationMs });
    if ("failed" in read)
        return stopped(read.failed, nothingChanged);
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
        return release_file_missing(read, "Run validate again, and download its artifact whole.");
    if (read === null)
        return release_file_missing(`There is no release: ${evidence_handover/* handover */.c.manifest} does not exist.`, downloadIt);
    const parsed = release_release/* releaseSchema */.By.safeParse((0,json/* readJson */.V)(read.text));
    if (!parsed.success) {
        const faults = parsed.error.issues.map((one) => `${one.path.join(".") || "it"} ${one.message}`).join("; ");
        return release_file_missing(`${evidence_handover/* handover */.c.manifest} is not a release manifest: ${faults}.`, "Run validate again.");
    }
    return { release: parsed.data };
}
/** Checks the digest of the tarball against its manifest. */
async function checkTarball({ world }, named) {
    if ("failed" in named)
        return named;
    const { job, files } = world;
    const { release } = named;
    const seen = await files.digest((0,external_node_path_.join)(job.workspace, evidence_handover/* handover */.c.release, release.file));
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
    const path = (0,external_node_path_.join)(world.job.workspace, evidence_handover/* handover */.c.manifest);
    try {
        const text = await world.files.read(path, maxManifestBytes);
        return text === null ? null : { text };
    }
    catch (error) {
        return `${evidence_handover/* handover */.c.manifest} cannot be read: ${(0,error_text/* errorText */.k)(error).replace(path, "it")}.`;
    }
}
const downloadIt = "Download the artifact that the validate job uploaded (`include-hidden-files: true`) to `path: .phoenix-deploy` " +
    "before this step.";
function release_file_missing(says, remedy) {
    return { failed: { verdict: "error", reason_code: "release_missing", says, remedy } };
}
function changed(reason_code, says) {
    const remedy = "Do not deploy it. Find out who changed the artifact, and run validate again.";
    return { failed: { verdict: "fail", reason_code, says, remedy } };
}

;// CONCATENATED MODULE: ./build/src/stages/report/project-names.js



/** Bytes of mix.exs that are read. */
const maxProjectBytes = 256 * 1024;
/** By the settings, the release that lies here, or what mix.exs says in so many letters. */
async function projectNames(run) {
    const { settings, world } = run;
    const read = await readRelease(run);
    if ("release" in read)
        return { app: settings.app ?? read.release.app, version: read.release.version };
    const text = await world.files.read((0,external_node_path_.join)(settings.projectPath, "mix.exs"), maxProjectBytes).catch(() => null);
    const written = (pattern) => pattern.exec(text ?? "")?.[1] ?? "";
    const version = written(/^\s*version:\s*"([^"]+)"/m) || written(/^\s*@version\s+"([^"]+)"/m);
    return {
        app: settings.app ?? release_release/* nameSchema */.Jq.safeParse(written(/^\s*app:\s*:(\w+)/m)).data ?? null,
        version: release_release/* versionSchema */.G0.safeParse(version).data ?? null,
    };
}

;// CONCATENATED MODULE: ./build/src/stages/report/misnamed.js
/** Which input of the report names the environment of which stages. */
const namedBy = [
    ["environment", ["promote", "rollback"]],
    ["from", ["deploy-staging"]],
];
/**
 * An environment that the report is about and that no stage of this run had, while another one had them all: the
 * report would call what was deployed there not deployed. Where a job left nothing, it may have been that one's.
 */
function misnamed({ links, silent }, inputs) {
    if (silent.length > 0)
        return [];
    return namedBy.flatMap(([input, stages]) => {
        const of = links.filter(({ evidence }) => stages.includes(evidence.stage)).map(({ evidence }) => evidence);
        const names = [...new Set(of.flatMap(({ environment }) => environment ?? []))];
        if (names.length === 0 || names.includes(inputs[input]))
            return [];
        const others = names.map((name) => `\`${name}\``).join(", ");
        const did = [...new Set(of.map(({ stage }) => stage))].join(" and ");
        return [
            {
                verdict: "error",
                reason_code: "invalid_input",
                says: `Input \`${input}\` of the report is \`${inputs[input]}\`, and ${did} was of ${others}.`,
                remedy: `Give the report \`${input}: ${names[0]}\`.`,
            },
        ];
    });
}

;// CONCATENATED MODULE: ./build/src/gates/approval-facts.js

/** What reading an approval needs, by who approves. */
const permissions = {
    environment: "actions: read, checks: read, contents: read, deployments: read",
    "pull-request": "actions: read, contents: read, pull-requests: read",
};
/** What GitHub did not answer: "could not be verified" is never "was not approved". */
function notReadable(what, { environment, by }, { status, why }) {
    const said = status === 0 || status === 200 ? why : `${status}, ${why}`;
    return refusedAs("unverifiable", {
        verdict: "error",
        reason_code: "approval_unreadable",
        says: `${what} could not be read: ${said}. Whether ${environment} was approved is not known.`,
        remedy: tokenRemedy({ status, why }) ??
            (status === 403 || status === 404
                ? `Give the job \`permissions: {${permissions[by]}}\`.`
                : "Run the job again when GitHub's API answers."),
    });
}
/** What is said where an approval does not count. */
function refusedAs(word, why) {
    return { verdict: "fail", ...why, facts: { approval: word } };
}
/** GitHub compares names of environments and people without regard to case. */
function sameName(one, other) {
    return one.toLowerCase() === other.toLowerCase();
}
/** Each of the sentences whose condition holds. */
function holding(sentences) {
    return sentences.filter(([holds]) => holds).map(([, sentence]) => sentence);
}

;// CONCATENATED MODULE: ./build/src/gates/never-began.js
/** Between the names of a job and of the job that calls its workflow. */
const calls = " / ";
/**
 * Those of the jobs that no runner ever had, by the names that GitHub lists. A job of another name is not found by its
 * id: it never began where no job that a runner had can be it.
 */
function neverBegan(ended, all) {
    return ended.filter((job) => isKnownNotToHaveBegun(job, all)).map(({ id }) => id);
}
function isKnownNotToHaveBegun({ id, result }, all) {
    const own = all.filter(({ name }) => belongsTo(name, id));
    // An earlier attempt that began may have changed something.
    if (own.length > 0)
        return own.every(({ began }) => !began);
    // A job that calls a workflow is not listed itself: what it called may have succeeded before another part failed.
    const possible = all.filter(({ name, began, conclusion }) => began && (name.includes(calls) || (conclusion !== "success" && conclusion !== "skipped")));
    const ran = possible.some(({ name, conclusion }) => conclusion !== null || name.includes(calls));
    // One that has not ended is who asks. Of two, one may have ended and is not yet listed so.
    if (ran || possible.length > 1)
        return false;
    return all.some(({ began, conclusion }) => !began && conclusion === result);
}
/** Is it the job of this id, in a matrix or a called workflow too (`caller / production (eu)`), or called by it? */
function belongsTo(name, id) {
    return name.split(calls).some((part) => part === id || part.startsWith(`${id} (`));
}

;// CONCATENATED MODULE: ./build/src/stages/report/never-began.js



/**
 * A deployment that was rejected, or cancelled while it waited for its approval, looks in `needs` like one whose runner
 * died on the way: it failed and passed nothing on. GitHub knows whether a runner ever had the job. An action that
 * refused its inputs writes no evidence either, and says `changed: false`.
 */
async function jobsThatNeverBegan({ world: { github } }, { jobs, environment }) {
    const all = readJobs(jobs).silent.filter(endedBadly);
    const unchanged = all.filter(({ changed }) => changed === "false").map(({ id }) => id);
    const found = await neverHad(github, all.filter(({ id }) => !unchanged.includes(id)), environment);
    if (unchanged.length === 0)
        return found;
    const says = `${named(unchanged)} ended before it changed anything`;
    const why = found.why === undefined ? says : `${says}, and ${found.why}`;
    return { ids: [...unchanged, ...found.ids], why, warnings: [`${says}: its log says why.`, ...found.warnings] };
}
function named(ids) {
    return ids.map((id) => `\`${id}\``).join(", ");
}
/** Those of the jobs that no runner ever had. */
async function neverHad(github, ended, environment) {
    if (ended.length === 0)
        return { ids: [], why: undefined, warnings: [] };
    const all = await github.jobsOfRun();
    if (!all.ok) {
        const said = all.status === 0 || all.status === 200 ? all.why : `${all.status}: ${all.why}`;
        const remedy = all.status === 403 || all.status === 404 ? " Give the job `actions: read`." : "";
        const says = `Whether ${named(ended.map(({ id }) => id))} ever began could not be read (${said}).${remedy}`;
        return { ids: [], why: undefined, warnings: [says] };
    }
    const ids = neverBegan(ended, all.value);
    if (ids.length === 0)
        return { ids, why: undefined, warnings: [] };
    const reviews = await github.approvals();
    const rejection = (reviews.ok ? reviews.value : []).find(({ state, environments }) => state === "rejected" && environments.some((name) => sameName(name, environment)));
    const how = rejection === undefined
        ? "it was cancelled, rejected or ran out of time while it waited, or its environment does not admit this branch"
        : `${rejection.login} rejected it for ${environment}`;
    const why = `no runner ever had ${named(ids)}, since ${how}`;
    return { ids, why, warnings: [`No runner ever had ${named(ids)}: ${how}.`] };
}

;// CONCATENATED MODULE: ./build/src/stages/report/story.js










/** Reads the evidence that the stages before left, records what is wrong with it, and joins it to one story. */
async function readStory(run, inputs) {
    const unbegun = await jobsThatNeverBegan(run, inputs);
    const joined = evidence_joinChain({
        files: await readEvidence(run),
        jobs: inputs.jobs,
        neverBegan: unbegun.ids,
        sha: run.recorder.evidence.sha,
        runId: inputs.runs === "other" ? null : run.world.job.runId,
    });
    const chain = { ...joined, problems: [...joined.problems, ...misnamed(joined, inputs)] };
    await recordChain(run, chain, unbegun);
    const story = storyOf(chain, { ...inputs, neverBegan: unbegun.why });
    if (story.release !== null)
        await run.recorder.set({ app: story.release.app, release: story.release });
    return story;
}
/** The evidence of a chain as one story. */
function storyOf(chain, inputs) {
    const { environment, from } = inputs;
    const stages = stagesOf(chain, inputs);
    const newest = stages.promote ?? stages.smoke ?? stages.staging ?? stages.validate;
    const release = newest?.release ?? stages.validate?.release ?? null;
    const facts = {
        ...stages,
        environment,
        promoteLost: stages.promote === null && chain.pins.some((pin) => pin.stage === "promote" && pin.environment === environment),
        gaps: chain.problems.length > 0,
        unseen: chain.silent.some(wasSkipped) ? [] : chain.silent.map(({ id }) => id),
        neverBegan: inputs.neverBegan,
    };
    const version = release?.version ?? (stages.rollback?.from ? (0,release_release/* releaseVersionOf */.$_)(stages.rollback.from) : null);
    return { environment, from, chain, stages, release, version, deployment: (0,evidence_deployment/* deploymentOf */.PE)(facts), by: (0,evidence_deployment/* decidedBy */.yP)(facts) };
}
function stagesOf(chain, inputs) {
    const of = (stage, environment) => evidence_linkOf(chain, stage, environment)?.evidence ?? null;
    const counted = (stage, environment) => {
        const link = evidence_linkOf(chain, stage, environment);
        return link === undefined ? null : believed(link);
    };
    return {
        validate: counted("validate", null),
        staging: counted("deploy-staging", inputs.from),
        smoke: counted("smoke-test", inputs.from),
        // What happened to an environment is what its evidence says, also where a later step of the job failed.
        promote: of("promote", inputs.environment),
        rollback: of("rollback", inputs.environment),
    };
}
/** Stages whose evidence no job output pins. */
function story_unpinned(chain) {
    return chain.links
        .filter(({ evidence, pinned }) => !pinned && evidence.stage !== "report")
        .map(({ evidence }) => evidence.stage);
}
/** What is wrong with the evidence as one gate, every fault named; what is only loose as warnings. */
async function recordChain(run, chain, unbegun) {
    const [worst] = chain.problems;
    const findings = chain.problems.map((one) => ({
        severity: "error",
        message: `${one.says} ${one.remedy ?? ""}`.trim(),
    }));
    const loose = story_unpinned(chain);
    const silent = chain.silent.filter((one) => one.result === "success").map(({ id }) => `\`${id}\``);
    const remedy = "Write `jobs: ${{ toJSON(needs) }}`, and give each job its action's `evidence` output.";
    const warnings = [
        ...(loose.length === 0 ? [] : [`Evidence that no job output pins: ${loose.join(", ")}. ${remedy}`]),
        ...(silent.length === 0 ? [] : [`Jobs that passed no evidence on: ${silent.join(", ")}.`]),
        ...unbegun.warnings,
    ];
    await judged_judged(run, { kind: "gate", ...evidenceGate, required: wasCompared }, () => ({
        ...(worst === undefined ? agreement(chain) : { ...worst, findings }),
        warnings,
    }));
}

;// CONCATENATED MODULE: ./build/src/stages/report/documents.js













/** Writes one document alone: it announces nothing and judges nothing, and needs no earlier job. */
async function writeAlone(run, inputs) {
    const unused = unusedInput(inputs);
    if (unused !== null)
        return unused;
    const refused = await checkoutGate(run, { another: "warn" });
    if (refused !== null)
        return refused;
    const names = await projectNames(run);
    if (names.app !== null)
        await run.recorder.set({ app: names.app });
    const version = inputs.version === "" ? names.version : inputs.version.replace(/^v/, "");
    if (version === null)
        return (0,stage/* stopped */.c)({
            reason_code: "invalid_input",
            says: "The version is not known: there is no release here, and mix.exs does not have it in so many letters.",
            remedy: "Give it with the input `version`.",
        });
    if (!release_release/* versionSchema */.G0.safeParse(version).success)
        return (0,stage/* stopped */.c)({
            reason_code: "invalid_input",
            says: `Input \`version\` is \`${version.slice(0, 100)}\`, which is no version by SemVer.`,
            remedy: "Give one such as `1.4.0`.",
        });
    return inputs.write === "release-checklist"
        ? checklistAlone(run, inputs, { app: names.app, version })
        : proceduresAlone(run, { app: names.app, version });
}
function unusedInput({ write, ticked = [], ...inputs }) {
    const [name] = [
        ...(inputs.comment === true ? ["comment"] : []),
        ...(inputs["github-release"] === true ? ["github-release"] : []),
        ...(ticked.length > 0 ? ["ticked"] : []),
    ];
    if (name === undefined)
        return null;
    return (0,stage/* stopped */.c)({
        reason_code: "invalid_input",
        says: `Input \`${name}\` is given, and \`write: ${write}\` writes that document alone.`,
        remedy: "Remove it, or leave out `write`: the report has that document beside it.",
    });
}
async function checklistAlone(run, inputs, { app, version }) {
    const { environments } = run.settings;
    const anywhere = Object.keys(environments).length > 0;
    const environment = anywhere ? findEnvironment(run.settings, inputs.environment) : null;
    if (environment !== null && "status" in environment)
        return environment;
    const from = anywhere ? findEnvironment(run.settings, inputs.from, "from") : null;
    const story = await storyOfVersion(run, inputs, version);
    const { proof, notes } = await judgeDocumentation(run, { ...story, version });
    const text = await writeChecklist(run, {
        ...{ app, version, sha: run.recorder.evidence.sha || null },
        ...{ environment, from: from === null || "status" in from ? null : from },
        facts: {
            ...{ ...story.stages, deployment: story.deployment, notes, documented: proof },
            notified: { met: false, restsOn: "The report, which announces the outcome, did not run yet.", remedy: "" },
        },
        restsOn: restsOn(story, version),
    });
    return written(run, checklistFile, text);
}
/** Evidence of the commit that is checked out, and of this version alone. */
async function storyOfVersion(run, inputs, version) {
    const { sha } = run.recorder.evidence;
    const chain = evidence_joinChain({ files: await readEvidence(run), jobs: "", sha, runId: null });
    const of = chain.links.filter(({ evidence }) => evidence.sha === sha && (evidence.release === null || evidence.release.version === version));
    return storyOf({ ...chain, links: of.filter(({ evidence }) => evidence.stage !== "report"), problems: [] }, inputs);
}
function restsOn({ chain, release }, version) {
    const stages = chain.links.map(({ evidence }) => evidence.stage);
    if (stages.length === 0)
        return `Nothing is ticked: there is no evidence of ${version} and this commit in \`.phoenix-deploy/evidence\`.`;
    const built = release === null ? "" : `, of the release \`${(0,release_release/* releaseId */.Bf)(release)}\``;
    return `Ticked by the evidence of ${stages.join(", ")}${built}.`;
}
async function proceduresAlone(run, { app, version }) {
    const environments = Object.keys(run.settings.environments);
    if (environments.length === 0)
        return (0,stage/* stopped */.c)({
            reason_code: "invalid_settings",
            says: "The settings name no environment, so there is nothing to roll back.",
            remedy: "Add `environments` to the settings file: docs/configuration.md has an example.",
        });
    if (app === null)
        return (0,stage/* stopped */.c)({
            reason_code: "invalid_settings",
            says: "The application's name is unknown: there is no release here, and the settings have no `app`.",
            remedy: "Write `app: my_app` at the top of the settings file.",
        });
    const { text, refused } = await writeProcedures(run, { app, version, sha: run.recorder.evidence.sha });
    for (const { environment, refusal } of refused)
        await run.recorder.warn(`${environment} cannot be rolled back by the suite: ${refusal.says} ${refusal.remedy}`);
    return written(run, proceduresFile, text);
}
function written(run, file, text) {
    run.recorder.summarise((0,markdown/* cutTo */.yd)(text, summary/* maxBytes */.I - 1, `The rest is in ${file}.`));
    run.recorder.output(file === checklistFile ? "release-checklist-path" : "rollback-procedures-path", file);
    return { status: "passed", decision: "complete", reason_code: "written", says: `Written: ${file}.` };
}

;// CONCATENATED MODULE: ./build/src/domain/report/exit-gate.js


const exitCriterionIds = (/* unused pure expression or super */ null && ([
    "validation",
    "staging",
    "production",
    "monitoring",
    "stakeholders",
    "documentation",
]));
/**
 * The exit criteria of Phase 6, one by one. A criterion is met by evidence that passed and by what that evidence
 * shows, never because something is absent.
 */
function exitGate(facts) {
    const { validate, staging, smoke, promote } = facts;
    const alone = (0,evidence_deployment/* onlyRolledBack */.i3)(facts);
    const staged = allOf(proven({ stage: "deploy-staging", evidence: staging, what: "its health", shows: passing("health") }), withReadiness(proven({ stage: "smoke-test", evidence: smoke, what: "its smoke tests", shows: passing("smoke") }), smoke));
    return [
        {
            id: "validation",
            title: "All pre-deployment validation passed",
            ...(alone ? nothingDeployed("validate") : pinned(facts, validated(validate), ["validate"])),
        },
        {
            id: "staging",
            title: "Staging validated and smoke tests passed",
            ...(alone ? nothingDeployed("staging") : pinned(facts, staged, ["deploy-staging", "smoke-test"])),
        },
        { id: "production", title: "Production deployed and validated", ...pinned(facts, production(facts), ["promote"]) },
        {
            id: "monitoring",
            title: "Post-deployment monitoring confirms healthy state",
            ...(alone ? nothingDeployed("promote") : pinned(facts, monitored(promote, facts.deployment), ["promote"])),
        },
        { id: "stakeholders", title: "Stakeholders notified", ...facts.notified },
        { id: "documentation", title: "Documentation updated", ...facts.documented },
    ];
}
/** Of a run that only rolled back: what it lacks is for the next deployment to show. */
function nothingDeployed(stage) {
    return {
        met: false,
        restsOn: `This run rolled back and deployed nothing, so there is no evidence of ${stage}.`,
        remedy: "Nothing to do here: the report of the next deployment judges it again.",
    };
}
/** Names beside a criterion that is met the evidence that no job output pins. */
function pinned({ unpinned }, proof, stages) {
    const loose = stages.filter((stage) => unpinned.includes(stage));
    if (!proof.met || loose.length === 0)
        return proof;
    return { ...proof, restsOn: `${proof.restsOn} (Not pinned by a job output: ${loose.join(", ")}.)` };
}
function validated(validate) {
    const proof = proven({
        stage: "validate",
        evidence: validate,
        what: "a check",
        shows: (one) => one.kind === "check" && one.verdict === "pass",
    });
    if (!proof.met || validate === null)
        return proof;
    const checks = validate.results.filter((one) => one.kind === "check");
    const of = (verdict) => checks.filter(verdict).map((one) => one.id);
    const off = of((one) => one.verdict === "off");
    const open = of(result/* leftOpen */.cb);
    const parts = [
        `${of((one) => one.verdict === "pass").length} checks passed`,
        ...(off.length === 0 ? [] : [`${off.length} switched off (${off.join(", ")})`]),
        ...(open.length === 0 ? [] : [`${open.length} optional did not pass (${open.join(", ")})`]),
    ];
    return metBy(`${parts.join(", ")}.`);
}
function production({ promote, deployment }) {
    if (deployment.status !== "SUCCESS") {
        const remedy = deployment.remedy || "Deploy a release that stays in production, and run the report for that run.";
        return { met: false, restsOn: `${deployment.status}: ${deployment.says}`, remedy };
    }
    const proof = proven({ stage: "promote", evidence: promote, what: "its health", shows: passing("health") });
    return withReadiness(proof, promote);
}
/** Says beside a criterion that is met when the settings switch readiness off. */
function withReadiness(proof, evidence) {
    if (!proof.met || evidence === null)
        return proof;
    const { results } = evidence;
    const skipped = results.filter(({ id }) => id === "health").at(-1)?.facts["not_asked"];
    const off = results.filter(({ verdict }) => verdict === "off").map(({ id }) => id);
    const left = [...new Set([...(Array.isArray(skipped) ? skipped : []), ...off])];
    if (!left.includes("readiness"))
        return proof;
    return metBy(`${proof.restsOn} Readiness is off: the services behind the application were not checked.`);
}
/** The watch after the shift must have passed, and the release must still serve. */
function monitored(promote, deployment) {
    const watch = promote?.results.filter((one) => one.id === "watch").at(-1);
    if (watch === undefined) {
        const remedy = "Run promote with a watch (`criteria.watch` above 0) to its end.";
        return { met: false, restsOn: "The release was not watched with traffic.", remedy };
    }
    if (watch.verdict !== "pass")
        return { met: false, restsOn: watch.says, remedy: watch.remedy || "Fix the fault and promote again." };
    if (watch.facts["accepted"] === true) {
        const remedy = "Watch for longer (`criteria.watch`), so that the watch can decide.";
        return { met: false, restsOn: watch.says, remedy };
    }
    if (deployment.status === "SUCCESS")
        return metBy(watch.says);
    const gone = deployment.status === "ROLLED BACK" || deployment.status === "NOT DEPLOYED";
    const now = gone ? "It no longer serves." : "Whether it still serves is unknown.";
    return { met: false, restsOn: `${watch.says} ${now}`, remedy: "Deploy a release that stays in production." };
}
/** Met by a stage that passed, with evidence of the result that the criterion is about. */
function proven({ stage, evidence, what, shows }) {
    const unmet = (restsOn, remedy) => ({ met: false, restsOn, remedy });
    if (evidence === null)
        return unmet(`There is no evidence of ${stage}.`, `Run ${stage}, and pass its folder \`.phoenix-deploy\` on.`);
    if (evidence.status !== "passed")
        return unmet(`${stage} ${(0,evidence_deployment/* ended */.v6)(evidence)}: ${evidence.says}`, evidence.remedy || `Run ${stage} again.`);
    if (!evidence.results.some(shows))
        return unmet(`${stage} passed, but its evidence does not show that ${what} passed.`, `Run ${stage} with ${what} switched on.`);
    return metBy(evidence.says);
}
function passing(id) {
    return (one) => one.id === id && one.verdict === "pass";
}
/** Met where each of these is; the first that is not says why. */
function allOf(...proofs) {
    return proofs.find(({ met }) => !met) ?? metBy(proofs.map(({ restsOn }) => restsOn).join(" "));
}
function metBy(restsOn) {
    return { met: true, restsOn, remedy: "" };
}

;// CONCATENATED MODULE: ./build/src/stages/report/exit-gate.js




/** Judges the exit criteria of Phase 6, and records each. */
async function judgeExitGate(run, asked) {
    const { story, notified, documented, gate } = asked;
    const criteria = exitGate({
        ...{ ...story.stages, deployment: story.deployment, unpinned: story_unpinned(story.chain) },
        ...{ notified, documented },
    });
    for (const { id, title, met, restsOn: says, remedy } of criteria) {
        await judged_judged(run, { kind: "gate", id, title, required: gate === "enforce" }, () => met
            ? { verdict: "pass", reason_code: "passed", says, remedy }
            : { verdict: "fail", reason_code: "gate_open", says, remedy });
    }
    const met = criteria.every((one) => one.met) && story.chain.problems.length === 0;
    run.recorder.output("exit-gate", met ? "closed" : "open");
    run.recorder.output("deployment-status", story.deployment.status);
    return criteria;
}
/** The conclusion of the report: with `enforce`, a criterion that is not met fails the job. */
function concludeReport({ chain, deployment: { status } }, criteria, gate) {
    const unmet = criteria.filter((one) => !one.met);
    const [problem] = chain.problems;
    if (problem !== undefined)
        return (0,stage/* stopped */.c)({ ...problem, says: `Deployment: ${status}. ${problem.says}` });
    if (unmet.length === 0) {
        const says = `Deployment: ${status}. All ${criteria.length} exit criteria are met.`;
        return { status: "passed", decision: "complete", reason_code: "gate_closed", says };
    }
    const names = unmet.map(({ title }) => title).join("; ");
    const are = unmet.length === 1 ? "is" : "are";
    const says = `Deployment: ${status}. ${unmet.length} of ${criteria.length} exit criteria ${are} not met: ${names}.`;
    if (gate === "report")
        return { status: "passed", decision: "complete", reason_code: "gate_open", says };
    return (0,stage/* stopped */.c)({
        reason_code: "gate_open",
        says,
        remedy: unmet.map(({ title, remedy }) => `${title}: ${remedy}`).join(" "),
    });
}

// EXTERNAL MODULE: ./build/src/domain/report/change.js
var change = __webpack_require__(6469);
;// CONCATENATED MODULE: ./build/src/domain/values/figure.js

/** How many things a check looked at, by its id: the name of the fact, and the noun. */
const figure_counts = {
    test: [["tests", "test"]],
    format: [["read", "file"]],
    credo: [
        ["files", "file"],
        ["checks", "check"],
    ],
    sobelow: [["files", "file"]],
    "hex-audit": [["packages", "package"]],
    "deps-audit": [["packages", "package"]],
    dialyzer: [["warnings", "warning"]],
    migrations: [["migrations", "migration"]],
};
/** The numbers beside a check's verdict: "103 tests", "92.3%"; empty where there is none to give. */
function figureOf({ id, facts, verdict }) {
    if (id === "coverage")
        return percentOf(facts["coverage"]);
    const all = (figure_counts[id] ?? []).flatMap(([fact, noun]) => {
        const value = facts[fact];
        return typeof value === "number" && Number.isSafeInteger(value) ? [(0,plural/* counted */.h)(value, noun)] : [];
    });
    return [...(verdict === "pass" ? [] : figure_failed(id, facts)), ...all].join(", ");
}
function figure_failed(id, { failures }) {
    return id === "test" && typeof failures === "number" && failures > 0 ? [`${failures} failed`] : [];
}
/** Rounded down: 79.96 never reads as 80.0. */
function percentOf(coverage) {
    return typeof coverage === "number" ? `${(Math.floor(coverage * 10 + 1e-9) / 10).toFixed(1)}%` : "";
}

;// CONCATENATED MODULE: ./build/src/domain/report/rows.js


/** The row of a result. */
function rowOf(one, note = figureOf(one)) {
    const { id, title, required, verdict, reason_code, says, facts } = one;
    const applies = reason_code !== "not_applicable" || verdict === "pass" || (0,result/* notPassed */.KN)(one);
    const { as_in_run: run, as_in_run_url: url } = facts;
    return {
        ...{ id, title, required, verdict: applies ? verdict : "does-not-apply", reason_code, note, says },
        as_in: verdict === "pass" && typeof run === "string" ? { run, url: typeof url === "string" ? url : "" } : null,
    };
}
/** A row that sums several results up, or of what was never run. */
function plainRow({ id, title }, verdict, { note = "", says = "" } = {}) {
    return { id, title, required: true, verdict, reason_code: null, note, says, as_in: null };
}
/** Checks of validate that have their row in another section than the first. */
const databaseChecks = ["migrations", "migration-safety", "backup"];
const releaseChecks = ["version", "changelog", "rollback-plan"];
/** The checks of validate, by section; each one known has its row, also when it was never run. */
function checkRows(validate, checks) {
    const results = (validate?.results ?? []).filter(({ kind }) => kind === "check");
    const known = checks.map(({ id }) => id);
    const rows = [
        ...checks.map((check) => {
            const one = results.find(({ id }) => id === check.id);
            return one === undefined ? plainRow(check, "not-run") : rowOf(one);
        }),
        ...results.filter(({ id }) => !known.includes(id)).map((one) => rowOf(one)),
    ];
    return {
        validation: rows.filter(({ id }) => !databaseChecks.includes(id) && !releaseChecks.includes(id)),
        database: rows.filter(({ id }) => databaseChecks.includes(id)),
        release: rows.filter(({ id }) => releaseChecks.includes(id)),
    };
}
const worstFirst = ["fail", "error", "inconclusive", "not-run", "off", "pass"];
/** The worst of several looks at one thing; not run when the look that decides is not among them. */
function worstOf(results, decided = true) {
    if (!decided && results.every((one) => one.verdict === "pass"))
        return "not-run";
    return worstFirst.find((verdict) => results.some((one) => one.verdict === verdict)) ?? "not-run";
}

;// CONCATENATED MODULE: ./build/src/domain/report/gate.js


/** Who approved, what every gate saw, and what could not be verified; `unpinned` names evidence that no output pins. */
function gateOf(promote, unpinned) {
    const gates = (promote?.results ?? []).filter(({ kind }) => kind === "gate");
    const approval = gates.findLast(({ id, verdict }) => id === "approval" && verdict === "pass");
    const { approvers, self_approved } = approval?.facts ?? {};
    // One that refused saw what it asked for.
    const open = gates.filter((one) => one.verdict !== "fail" && ((0,result/* leftOpen */.cb)(one) || one.verdict === "off"));
    return {
        approvers: typeof approvers === "string" ? approvers : null,
        self_approved: self_approved === true,
        rows: gates.map((one) => rowOf(one)),
        unverified: [
            ...(promote === null ? ["There is no evidence of promote: no gate was seen."] : []),
            ...open.map(({ title, says }) => `${title}: ${says}`),
            ...unpinned.map((stage) => `No job output pins the evidence of ${stage}: any job could have written it.`),
        ],
    };
}

;// CONCATENATED MODULE: ./build/src/domain/report/issues.js

/**
 * What a person should look at although it did not decide the outcome: warnings, what was judged and saw too little,
 * and what is optional and did not pass. The same of several stages is said once.
 */
function issuesOf(all) {
    const found = all.flatMap(({ stage, warnings, results }) => [
        ...results.filter(undecided).map((one) => issue(stage, "inconclusive", one)),
        ...results.filter(missed).map((one) => issue(stage, "optional", one)),
        ...warnings.map((says) => ({ stage, kind: "warning", title: "", says, remedy: "" })),
    ]);
    const first = new Map(found.toReversed().map((one) => [one.says, one]));
    return found.filter((one) => first.get(one.says) === one);
}
function undecided({ verdict }) {
    return verdict === "inconclusive";
}
/** An announcement that failed is a warning already, and an exit criterion that is not required is below. */
function missed(one) {
    const counts = one.kind === "check" || one.kind === "signal";
    return counts && !one.required && (0,result/* leftOpen */.cb)(one) && one.verdict !== "not-run" && !undecided(one);
}
function issue(stage, kind, { title, says, remedy }) {
    return { stage, kind, title, says, remedy };
}

;// CONCATENATED MODULE: ./build/src/domain/values/span.js
/** A span of time in the largest two units: `3 d 4 h`, `12 h 30 min`, `8 min`, `40 s`. */
function spanOf(ms) {
    const seconds = Math.max(0, Math.round(ms / 1_000));
    const [days, hours, minutes] = [
        Math.floor(seconds / 86_400),
        Math.floor(seconds / 3_600) % 24,
        Math.floor(seconds / 60) % 60,
    ];
    const parts = [
        [days, "d"],
        [hours, "h"],
        [minutes, "min"],
    ];
    const first = parts.findIndex(([count]) => count > 0);
    if (first < 0)
        return `${seconds} s`;
    return parts
        .slice(first, first + 2)
        .filter(([count]) => count > 0)
        .map(([count, unit]) => `${count} ${unit}`)
        .join(" ");
}

;// CONCATENATED MODULE: ./build/src/domain/report/places.js





/** A name as it begins a title. */
function titled(name) {
    return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}
/** What was seen of the environment before. */
function stagingRows({ from, staging, smoke }) {
    const place = titled(from);
    const [staged, seen] = [(0,checklist_item/* ofRelease */.NC)(staging), smoke?.results ?? []];
    const readiness = having(seen, "readiness");
    const logs = having(staging?.results ?? [], "logs");
    const tested = [...having(staged, "smoke"), ...having(seen, "smoke")];
    return [
        deploymentRow({ id: "deployment", title: `${place} deployment` }, staging),
        looked({ id: "health", title: `${place} health check` }, [...having(staged, "health"), ...having(seen, "health")]),
        ...(readiness.length === 0 ? [] : [looked({ id: "readiness", title: `${place} readiness` }, readiness)]),
        plainRow({ id: "smoke", title: `${place} smoke tests` }, worstOf(tested, having(seen, "smoke").length > 0), {
            says: lastWords(tested),
        }),
        ...logs.map((one) => rowOf(one)),
    ];
}
/** What was seen of the environment that the report is about. */
function productionRows({ environment, promote, rollback }) {
    const place = titled(environment);
    const shipped = (0,checklist_item/* ofRelease */.NC)(promote);
    const logs = having(promote?.results ?? [], "logs");
    return [
        approvalRow({ id: "approval", title: `${place} approval` }, promote?.results ?? []),
        deploymentRow({ id: "deployment", title: `${place} deployment` }, promote),
        looked({ id: "health", title: `${place} health check` }, having(shipped, "health")),
        looked({ id: "smoke", title: `${place} smoke tests` }, having(shipped, "smoke")),
        ...logs.map((one) => rowOf(one)),
        ...(rollback === null ? [] : [rollbackRow(place, rollback)]),
    ];
}
/** Backups, and migrations where they ran; what validate rehearsed comes before. */
function databaseRows(places) {
    const { environment, from, staging, promote } = places;
    return [
        ...placeRows({ id: "staging", title: titled(from) }, staging),
        ...having(promote?.results ?? [], "backup-named").map((one) => rowOf(one)),
        ...placeRows({ id: "production", title: titled(environment) }, promote),
    ];
}
function placeRows({ id, title }, evidence) {
    const results = (0,checklist_item/* ofRelease */.NC)(evidence);
    const backups = results.filter((one) => one.kind === "step" && one.id === "backup");
    const settled = having(results, "settle");
    return [
        ...(backups.length === 0 ? [] : [looked({ id: `${id}-backup`, title: `${title} backup verified` }, backups)]),
        migrationRow({ id: `${id}-migrations`, title: `${title} migrations` }, evidence, results),
        ...settled.map((one) => ({ ...rowOf(one), id: `${id}-settle` })),
    ];
}
function having(results, id) {
    return results.filter((one) => one.id === id);
}
function looked(named, results) {
    return plainRow(named, worstOf(results), { says: lastWords(results) });
}
/** The words of the look that did not pass, or of the last one. */
function lastWords(results) {
    return (results.find(({ verdict }) => verdict !== "pass") ?? results.at(-1))?.says ?? "";
}
function deploymentRow(named, evidence) {
    if (evidence === null)
        return plainRow(named, "not-run");
    const { status, decision, results, says } = evidence;
    const row = (verdict, note = "") => plainRow(named, verdict, { note, says });
    if (status === "planned")
        return row("not-run", "dry run");
    if (status === "passed")
        return row("pass");
    if (status === "running")
        return row("error", "did not end");
    if (status === "cancelled")
        return row("error", "cancelled");
    if (decision === "rollback-failed")
        return row("fail", "the rollback failed as well");
    if (decision === "taken-back")
        return row("fail", "rolled back");
    if (decision === "held")
        return row("inconclusive", "a person decides");
    const blocked = results.find(result/* blocks */.Bv)?.kind;
    if (blocked === "announcement")
        return row("not-run", "its start could not be announced");
    return blocked === "gate" ? row("not-run", "blocked by a gate") : row("fail");
}
/** A rollback, or a drill of one with how long both directions took. */
function rollbackRow(place, evidence) {
    const { drill = false, back, forward } = evidence.rollback ?? {};
    const row = deploymentRow({ id: "rollback", title: `${place} rollback${drill ? " drill" : ""}` }, evidence);
    if (back === undefined || forward === undefined)
        return row;
    return { ...row, note: `back in ${spanOf(back.whole_ms)}, forward in ${spanOf(forward.whole_ms)}` };
}
function migrationRow(named, evidence, results) {
    const one = having(results, "migrate").at(-1);
    if (one === undefined)
        return evidence?.status === "passed"
            ? plainRow(named, "does-not-apply", { note: "none were due" })
            : plainRow(named, "not-run");
    const added = one.facts["added"];
    if (one.verdict !== "pass" || !Array.isArray(added))
        return plainRow(named, one.verdict, { says: one.says });
    const note = added.length === 0 ? "the schema was up to date" : `${(0,plural/* counted */.h)(added.length, "migration")} applied`;
    return plainRow(named, "pass", { note, says: one.says });
}
/** The gates that an approval rests on: it counts where every one of them passed. */
const approvalGates = ["environment", "protection", "approval", "self-approval"];
function approvalRow(named, results) {
    const rows = results.filter(({ kind, id }) => kind === "gate" && approvalGates.includes(id));
    const one = having(rows, "approval").at(-1);
    const refused = rows.find(({ verdict }) => verdict === "fail" || verdict === "error");
    if (refused !== undefined)
        return plainRow(named, refused.verdict, { note: wordOf(refused), says: refused.says });
    if (one === undefined)
        return plainRow(named, "not-run");
    const { says } = one;
    if (one.reason_code === "approval_not_required")
        return plainRow(named, "off", { note: "not gated: no approval required", says });
    const { approvers, self_approved } = one.facts;
    if (one.verdict !== "pass" || typeof approvers !== "string")
        return plainRow(named, one.verdict, { note: wordOf(one), says });
    const note = `${self_approved === true ? "self-approved by" : "approved by"} ${approvers}`;
    return plainRow(named, "pass", { note, says });
}
/** `unprotected`, `not-gated`, `unverifiable` and their like; empty where the evidence has none. */
function wordOf({ facts }) {
    const word = facts["approval"];
    return typeof word === "string" ? word : "";
}

// EXTERNAL MODULE: ./build/src/domain/rollback/outcome.js
var rollback_outcome = __webpack_require__(7971);
;// CONCATENATED MODULE: ./build/src/domain/report/schema-kept.js

/** What a rollback did to the schema; `promote` is what migrated it before. */
function schemaOf({ results }, promote) {
    const asked = results.findLast(({ id, kind }) => id === "schema" && kind === "gate");
    const one = results.findLast(({ id, kind }) => id === "revert" && kind === "step");
    const newest = schema_kept_newestOf(versions(schema_kept_migrated(promote), "versions_after"));
    if (asked === undefined && one === undefined)
        return { outcome: "kept", before: newest, after: newest, removed: [], says: "" };
    if (asked !== undefined && asked.verdict !== "pass")
        return { outcome: "refused", before: newest, after: newest, removed: [], says: asked.says };
    if (one === undefined)
        return { outcome: "not-reached", before: newest, after: newest, removed: [], says: "" };
    const [before, after] = [versions(one, "versions_before"), versions(one, "versions_after")];
    return {
        outcome: one.verdict === "pass" ? "down" : "failed",
        ...{ before: schema_kept_newestOf(before), after: schema_kept_newestOf(after), removed: versions(one, "removed") ?? [], says: one.says },
    };
}
function schema_kept_migrated(promote) {
    return promote?.results.findLast(({ id, kind, verdict }) => id === "migrate" && kind === "step" && verdict === "pass");
}
/** Null where it was not recorded. */
function versions(one, name) {
    const fact = one?.facts[name];
    return Array.isArray(fact) ? fact.filter((version) => typeof version === "string") : null;
}
/** The newest version of each repository. */
function schema_kept_newestOf(all) {
    if (all === null)
        return null;
    return [...Map.groupBy(all, fleet_schema/* repositoryOf */._M).values()].map((some) => some.reduce((newest, one) => ((0,fleet_schema/* versionNumber */.e1)(one) > (0,fleet_schema/* versionNumber */.e1)(newest) ? one : newest)));
}

;// CONCATENATED MODULE: ./build/src/domain/report/rollback.js





/**
 * The rollback that ended the deployment, promote's own or a person's; else one that a person asked for afterwards and
 * that changed nothing for good, such as a drill. Null where there was none.
 */
function rollbackOf(stages) {
    const { promote, rollback } = stages;
    const by = (0,evidence_deployment/* decidedBy */.yP)({ ...stages, promoteLost: false, gaps: false });
    const itself = by === null || by === rollback ? null : (0,rollback_outcome/* rollbackOutcome */.pl)(by);
    if (by !== null && itself !== null)
        return byItself(by, itself);
    if (rollback === null || !isLater(rollback, promote))
        return null;
    const asked = (0,rollback_outcome/* rollbackOutcome */.pl)(rollback);
    return asked === null ? null : byHand(rollback, { promote, outcome: asked });
}
function isLater(rollback, promote) {
    return promote === null || Date.parse(rollback.started_at) > Date.parse(promote.started_at);
}
/** A person asked for it. */
function byHand(by, { promote, outcome }) {
    const { rollback: asked, results, before, after } = by;
    return {
        ...headOf(by, { by: "rollback", from: by.from, to: by.to, results }),
        outcome,
        reason: { code: asked?.reason ?? null, detail: asked?.detail ?? "" },
        criterion: null,
        requests: { before: counted(before), after: counted(after) },
        times: (0,rollback_outcome/* wentBack */.Il)(outcome) ? timesOf(results, Date.parse(by.started_at)) : null,
        schema: schemaOf(by, promote),
        recovered: rollback_having(results, "recovered").map((one) => rowOf(one))[0] ?? null,
        ...(asked === undefined ? {} : { asked_to: asked.asked_to }),
        ...(asked?.drill === true ? { drill: { back: asked.back ?? null, forward: asked.forward ?? null } } : {}),
        ...(asked?.built_by === undefined ? {} : { built_by: asked.built_by }),
    };
}
/** promote did it by itself, because of the first result that blocked it. */
function byItself(by, outcome) {
    const at = by.results.findIndex(result/* blocks */.Bv);
    const cause = by.results[at];
    const results = cause === undefined ? [] : by.results.slice(at + 1);
    return {
        ...headOf(by, { by: "promote", from: by.to, to: by.from, results }),
        outcome,
        reason: { code: cause?.reason_code ?? by.reason_code, detail: "" },
        criterion: cause === undefined ? null : rowOf(cause),
        // What the watch counted after the switch was answered by the release that was left.
        requests: { before: cause?.id === "watch" ? counted(by.after) : null, after: null },
        times: (0,rollback_outcome/* wentBack */.Il)(outcome) ? timesOf(results, cause === undefined ? Number.NaN : endOf(cause)) : null,
        schema: schemaOf(by, by),
        recovered: null,
    };
}
function headOf(one, { by, from, to, results }) {
    const { decision, says, remedy, warnings, actor, run_id, run_attempt, run_url: url, started_at, finished_at } = one;
    return {
        ...{ by, decision, from, to, says, remedy, ms: lasted(results) },
        notes: by === "rollback" ? warnings : [],
        rows: results.map((result) => ({ ...rowOf(result), title: whereOf(result) })),
        ...{ actor, run: { run_id, run_attempt, url }, started_at, finished_at },
    };
}
function counted(measured) {
    return measured !== null && measured.requests > 0 ? measured : null;
}
function whereOf({ title, host }) {
    return host === undefined || title.includes(host) ? title : `${title} on ${host}`;
}
/** From this moment until the last switch of traffic, and until the last of all; null where that was not recorded. */
function timesOf(results, since) {
    const timed = results.filter(({ started_at }) => started_at !== undefined);
    const last = (of) => Math.max(...of.map(endOf)) - since;
    if (timed.length === 0 || !(last(timed) >= 0))
        return null;
    const shifts = rollback_having(timed, "shift");
    // Without a router, requests go to whatever is healthy.
    const arrived = shifts.length > 0 ? shifts : rollback_having(timed, "health");
    return { traffic_ms: arrived.length === 0 ? null : Math.max(0, last(arrived)), whole_ms: last(timed) };
}
function rollback_having(results, id) {
    return results.filter((one) => one.id === id && one.kind !== "gate");
}
function endOf({ started_at = "", duration_ms }) {
    return Date.parse(started_at) + duration_ms;
}
function lasted(results) {
    const timed = results.filter(({ started_at }) => started_at !== undefined);
    if (timed.length === 0)
        return null;
    const first = Math.min(...timed.map(({ started_at = "" }) => Date.parse(started_at)));
    return Math.max(0, ...timed.map((one) => endOf(one) - first));
}

;// CONCATENATED MODULE: ./build/src/domain/report/from-evidence.js











/** The report of a deployment, made from evidence alone. */
function reportFrom(facts) {
    const { deployment, problems, promote, smoke, environment, from, files, criteria } = facts;
    const rows = checkRows(facts.validate, facts.checks);
    const before = files.map(({ evidence }) => evidence);
    const loose = files.filter(({ pinned }) => !pinned).map(({ evidence }) => evidence.stage);
    const met = criteria.every((one) => one.met) && problems.length === 0;
    return {
        ...{ schema_version: 1, title: "Deployment Validation Report", app: facts.app, version: facts.version },
        ...{ date: facts.date.toISOString(), environment, from, ...deployment },
        faults: problems.map(({ says, remedy = "" }) => ({ says, remedy })),
        failures: from_evidence_stagesOf(facts).flatMap(failuresOf).map(shortenedFindings),
        validation: rows.validation,
        database: [...rows.database, ...databaseRows(facts)],
        release: facts.release === null ? null : shippedOf(facts.release),
        release_checks: rows.release,
        staging: stagingRows(facts),
        production: productionRows(facts),
        metrics: metricsOf(promote),
        gate: gateOf(promote, loose),
        changes: [facts.staging, promote, facts.rollback].flatMap((one) => (one === null ? [] : ((0,change/* changeIn */.U)(one) ?? []))),
        rollback: rollbackOf(facts),
        issues: issuesOf([...before, ...(facts.own === null ? [] : [facts.own])]),
        validations: validationsOf(facts),
        exit_gate: { met, criteria: criteria.map(({ restsOn, ...one }) => ({ ...one, rests_on: restsOn })) },
        checklists: (0,checklist/* tickedChecklists */.m4)(facts).map(({ items, ...list }) => ({ ...list, items: [...items] })),
        ...(facts.delivery === undefined ? {} : { delivery: facts.delivery }),
        ...(facts.documents === undefined || facts.documents.length === 0 ? {} : { documents: facts.documents }),
        brief: smoke?.brief?.environment === environment ? smoke.brief : null,
        notes: facts.notes,
        sources: [...files].sort(byStage).map(sourceOf),
    };
}
function from_evidence_stagesOf({ validate, staging, smoke, promote, rollback }) {
    return [validate, staging, smoke, promote, rollback];
}
/**
 * What blocked a stage, and what was optional and did not pass; of a stage that was rolled back only the cause, not
 * the rollback. Gates are judged all at once, and each that refused is a cause.
 */
function failuresOf(evidence) {
    if (evidence === null || evidence.status === "planned")
        return [];
    if (evidence.stage === "validate" || evidence.stage === "smoke-test" || evidence.decision === "rollback-failed")
        return evidence.results.filter(result/* notPassed */.KN);
    const [cause, ...others] = evidence.results.filter(result/* blocks */.Bv);
    if (cause === undefined)
        return [];
    return [cause, ...others.filter((one) => cause.kind === "gate" && one.kind === "gate" && (0,result/* notPassed */.KN)(one))];
}
/** Findings of one result that a report repeats; the evidence file has them all. */
const maxFindings = 50;
function shortenedFindings(one) {
    const total = Math.max(one.findings_total, one.findings.length);
    return { ...one, findings: one.findings.slice(0, maxFindings), findings_total: total };
}
function shippedOf(release) {
    const { app, version, digest, bytes, files, elixir, otp, built_by, git_sha: commit } = release;
    const count = files?.count ?? null;
    return { id: (0,release_release/* releaseId */.Bf)(release), app, version, commit, digest, bytes, files: count, elixir, otp, built_by };
}
function metricsOf(promote) {
    const watch = promote?.results.filter((one) => one.id === "watch").at(-1);
    return {
        ...{ verdict: watch?.verdict ?? "not-run", says: watch?.says ?? "" },
        ...{ before: promote?.before ?? null, after: promote?.after ?? null, watch: promote?.watch ?? null },
    };
}
/** PASSED only when every stage did; what was switched off or is optional is part of the word. */
function validationsOf({ validate, staging, smoke, promote, problems }) {
    const stages = { validate, "deploy-staging": staging, "smoke-test": smoke, promote };
    const of = (which) => Object.entries(stages)
        .filter(([, evidence]) => which(evidence))
        .map(([name]) => name);
    const failed = of((evidence) => evidence !== null && evidence.status !== "passed" && evidence.status !== "planned");
    const missing = of((evidence) => evidence === null || evidence.status === "planned");
    if (failed.length > 0)
        return { state: "FAILED", notes: [failed.join(", ")] };
    if (problems.length > 0)
        return { state: "FAILED", notes: [`${(0,plural/* counted */.h)(problems.length, "fault")} in the evidence`] };
    if (missing.length > 0)
        return { state: "INCOMPLETE", notes: [`not run: ${missing.join(", ")}`] };
    const all = Object.values(stages).flatMap((evidence) => evidence?.results ?? []);
    const off = all.filter((one) => one.verdict === "off").map(({ id }) => id);
    const should = all.filter((one) => !one.required && one.kind === "check" && (0,result/* notPassed */.KN)(one)).map(({ id }) => id);
    return {
        state: "PASSED",
        notes: [
            ...(off.length === 0 ? [] : [`${off.length} switched off (${off.join(", ")})`]),
            ...(should.length === 0
                ? []
                : [`${(0,plural/* counted */.h)(should.length, "optional check")} did not pass (${should.join(", ")})`]),
        ],
    };
}
function byStage(a, b) {
    const place = (stage) => evidence_evidence/* stageNames */.hL.indexOf(stage);
    return place(a.evidence.stage) - place(b.evidence.stage);
}
function sourceOf({ evidence, pinned, sha256 }) {
    const { stage, environment, status, run_id, run_attempt, run_url, actor, release } = evidence;
    return {
        ...{ stage, environment, status, run_id, run_attempt, run_url, actor, pinned, sha256 },
        release_sha256: release?.digest ?? null,
    };
}

// EXTERNAL MODULE: ./node_modules/marked/lib/marked.esm.js
var marked_esm = __webpack_require__(8022);
// EXTERNAL MODULE: ./build/src/render/stage/headline.js
var headline = __webpack_require__(6535);
;// CONCATENATED MODULE: ./build/src/render/report/banner.js



/** The colours of an outcome, on light and on dark paper readable with white text. */
const colours = {
    success: "#1a7f37",
    failure: "#d1242f",
    "rolled-back": "#9a6700",
    "not-deployed": "#59636e",
    unknown: "#8250df",
};
/** What a tab's icon shows, drawn as lines: fonts of signs differ. */
const icons = {
    success: "M8 17l6 6 11-13",
    failure: "M9 9l14 14M23 9L9 23",
    "rolled-back": "M12 8l-5 5 5 5M7 13h12a5 5 0 0 1 0 10h-6",
    "not-deployed": "M8 16h16",
    unknown: "M11 12a5 5 0 1 1 7 4.5c-1.5.7-2 1.5-2 3.5M16 24.5v.1",
};
/** The status as the first thing that is seen on our own page: one block of HTML. */
function banner(report) {
    const { title, app, version, environment, status } = report;
    const what = [app ?? "", version ?? ""].filter((one) => one !== "").map((one) => (0,markdown/* plainText */.wh)((0,wording/* shortened */.vI)(one, 100)));
    const where = (0,markdown/* plainText */.wh)((0,wording/* shortened */.vI)(environment, 100));
    return [
        '<header class="banner">',
        `<p>${title}</p>`,
        `<h1><span aria-hidden="true">${(0,headline/* signOf */.rL)((0,headline/* toneOf */.YV)(report))}</span> ${status}</h1>`,
        `<p>${what.length === 0 ? "A release that is not known" : what.join(" ")} on ${where}</p>`,
        "</header>",
    ].join("\n");
}
/** The title of the page: the status comes first, since a tab shows no more. */
function pageTitle(report) {
    const { app, version, environment, status } = report;
    const what = [app ?? "", version ?? ""].filter((one) => one !== "").join(" ");
    return (0,markdown/* plainText */.wh)((0,wording/* shortened */.vI)(`${(0,headline/* signOf */.rL)((0,headline/* toneOf */.YV)(report))} ${status}: ${what || "deployment"} on ${environment}`, 300));
}
/** The icon of the page's tab: the colour and the sign of the outcome, as an address that holds it whole. */
function pageIcon(report) {
    const tone = (0,headline/* toneOf */.YV)(report);
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" ` +
        `fill="${colours[tone]}"/><path d="${icons[tone]}" fill="none" stroke="#fff" stroke-width="3.5" ` +
        `stroke-linecap="round" stroke-linejoin="round"/></svg>`;
    return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

// EXTERNAL MODULE: ./build/src/render/brief/brief.js + 2 modules
var brief_brief = __webpack_require__(6162);
// EXTERNAL MODULE: ./build/src/render/findings/failing.js + 1 modules
var failing = __webpack_require__(5077);
;// CONCATENATED MODULE: ./build/src/render/report/checklists.js


/** Phase 6's checklists, folded: a box is ticked by evidence, and says by which, or by a person's word, and says so. */
function checklistParts(checklists) {
    return checklists.map(({ title, items }) => {
        const due = items.filter(({ state }) => state === "ticked" || state === "not-ticked");
        const ticked = due.filter(({ state }) => state === "ticked").length;
        const said = items.filter(({ state }) => state === "said").length;
        const left = items.filter(({ state }) => state === "person").length;
        const words = `${said === 0 ? "" : `, ${said} by a person's word`}${left === 0 ? "" : `, ${left} for a person`}`;
        const done = ticked === due.length && left === 0;
        // Where nothing is due, nothing was seen either.
        const sign = !done ? "☐" : ticked + said === 0 ? "➖" : "✅";
        const lines = items.filter(({ state }) => state !== "person").map(itemLine);
        return (0,markdown/* details */.zH)(`${sign} ${title}: ${ticked} of ${due.length} ticked${words}`, lines.join("\n"));
    });
}
/** What only a person can know, of all lists, as a list of tasks. Empty where nothing is left to a person. */
function personTasks(checklists) {
    const tasks = checklists.flatMap(({ items }) => items.filter(({ state }) => state === "person"));
    return tasks.map((one) => `- [ ] ${textOf(one)}: ${whyOf(one)}`).join("\n");
}
function itemLine(one) {
    if (one.state === "not-due")
        return `- ➖ ${textOf(one)}, not due: ${whyOf(one)}`;
    if (one.state === "said")
        return `- [x] ${textOf(one)}, **a person's word**: ${whyOf(one)}`;
    return `- [${one.state === "ticked" ? "x" : " "}] ${textOf(one)}: ${whyOf(one)}`;
}
function textOf({ text }) {
    return (0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(text, 200));
}
function whyOf({ why }) {
    return (0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(why, 300));
}

// EXTERNAL MODULE: ./build/src/domain/brief/brief.js + 1 modules
var brief = __webpack_require__(1014);
// EXTERNAL MODULE: ./build/src/domain/delivery/word.js
var word = __webpack_require__(3723);
;// CONCATENATED MODULE: ./build/src/domain/delivery/delivery.js


/**
 * How an environment is delivered to, by DORA's definitions (docs/delivery.md), from GitHub's record of deployments.
 * What the record does not say is not counted, and too few are no rate.
 */
const countSchema = schemas/* int */.Whr().nonnegative();
const windowSchema = schemas/* object */.Ikc({
    days: schemas/* int */.Whr().positive(),
    /** False where the record that was read does not reach back so far. */
    whole: schemas/* boolean */.zMY(),
    /** Deployments that succeeded, and how many that is in a week; null where they are not all known. */
    deployments: countSchema,
    per_week: schemas/* number */.aig().nullable(),
    /** From commit to deployment; null of too few changes. */
    lead_time: schemas/* object */.Ikc({ median_ms: schemas/* number */.aig().nullable(), changes: countSchema }),
    /** Deployments that had to be rolled back or fixed at once; `unclear` failed, and nothing says what they changed. */
    change_fail_rate: schemas/* object */.Ikc({
        rate: schemas/* number */.aig().nullable(),
        failed: countSchema,
        of: countSchema,
        unclear: countSchema,
    }),
    /** From a failed deployment to what served again; null where none recovered. */
    recovery: schemas/* object */.Ikc({ median_ms: schemas/* number */.aig().nullable(), recovered: countSchema, open: countSchema }),
});
const knownSchema = schemas/* object */.Ikc({
    environment: schemas/* string */.YjP(),
    /** The oldest deployment on record; null where there is none. */
    since: schemas/* string */.YjP().nullable(),
    windows: schemas/* array */.YOg(windowSchema),
    /** The last weeks, the oldest first: what succeeded, and what failed in production. */
    weeks: schemas/* array */.YOg(schemas/* object */.Ikc({ from: schemas/* string */.YjP(), succeeded: countSchema, failed: countSchema })),
    /** What a reader should know of these figures. */
    notes: schemas/* array */.YOg(schemas/* string */.YjP()),
});
const deliverySchema = schemas/* union */.KCZ([schemas/* object */.Ikc({ missing: schemas/* string */.YjP() }), knownSchema]);
/** Fewer changes have no median, and fewer deployments no rate. */
const enoughSamples = 5;
/** The windows, days. */
const deliveryDays = [30, 90];
const shownWeeks = 13;
const dayMs = 24 * 3_600_000;
function deliveryOf(facts) {
    const { environment, nowMs, history } = facts;
    const all = deliveredOf(history);
    const oldest = history.deployments.at(-1)?.at ?? null;
    const changes = changesOf(all, facts.commits?.commits ?? []);
    const windows = deliveryDays.map((days) => {
        const startMs = nowMs - days * dayMs;
        const whole = history.whole || (oldest !== null && Date.parse(oldest) <= startMs);
        return windowOf({ all, changes, startMs, whole, days });
    });
    return {
        ...{ environment, since: oldest, windows },
        weeks: weeksOf(all, nowMs),
        notes: notesOf(facts, windows),
    };
}
/**
 * The oldest first: what succeeded, or failed in production. Dry runs, refusals and waiting ones are none; a drill has
 * no record.
 */
function deliveredOf({ deployments }) {
    const oldestFirst = [...deployments].reverse();
    const restores = oldestFirst.flatMap((one) => firstOf(one, "success") ?? []).sort((a, b) => a - b);
    const handRollbacks = oldestFirst
        .filter(({ task }) => task === "rollback")
        .flatMap((one) => firstOf(one, "success") ?? []);
    const all = oldestFirst.filter(({ task }) => task !== "rollback").flatMap((one) => delivered(one, restores) ?? []);
    // A rollback by hand shows that what was deployed last before it failed, also where that could not be written there.
    return all.map((one, index) => {
        if (one.failed || one.doneMs === null)
            return one;
        const nextMs = all.slice(index + 1).find(({ doneMs }) => doneMs !== null)?.doneMs ?? Number.POSITIVE_INFINITY;
        const { doneMs } = one;
        const backMs = handRollbacks.find((at) => at > doneMs && at < nextMs);
        return backMs === undefined ? one : { ...one, failed: true, recoveredMs: backMs };
    });
}
function delivered(one, restores) {
    const said = endsOf(one);
    if (said.has("dry-run"))
        return null;
    const doneMs = firstOf(one, "success");
    const endMs = doneMs ?? firstOf(one, "failure") ?? firstOf(one, "error");
    const rolledMs = said.get("rolled-back");
    const failed = rolledMs !== undefined || said.has("failed");
    // What waits for its approval, or changed nothing, is no deployment.
    if (!failed && doneMs === null && (endMs === null || said.has("unchanged")))
        return null;
    const fromMs = doneMs ?? firstOf(one, "in_progress") ?? Date.parse(one.at);
    const atMs = doneMs ?? endMs ?? rolledMs ?? fromMs;
    const restoredMs = rolledMs ?? restores.find((at) => at > atMs) ?? null;
    return {
        ...{ sha: one.sha, doneMs, atMs, failed, fromMs },
        unclear: !failed && doneMs === null,
        recoveredMs: failed ? restoredMs : null,
    };
}
/** When it first had this state; null where it never did. */
function firstOf({ words }, state) {
    const word = words.find((one) => one.state === state);
    return word === undefined ? null : Date.parse(word.at);
}
/** How our own words say that it ended, and when each was said. */
function endsOf({ words }) {
    return new Map(words.flatMap(({ description, at }) => {
        const read = (0,word/* readDeliveryWord */.Nq)(description);
        return read === null ? [] : [[read.end, Date.parse(at)]];
    }));
}
/** For each change that a deployment brought, when that was and how long it took since the commit. Merges are none. */
function changesOf(all, commits) {
    const known = new Map(commits.map((one) => [one.sha, one]));
    const before = new Set();
    return all.flatMap(({ sha, doneMs }, index) => {
        if (doneMs === null || !known.has(sha))
            return [];
        const brought = newBelow(sha, known, before);
        // What the oldest deployment of all brought is not known: nothing shows what ran before it.
        const first = all.slice(0, index).every((one) => one.doneMs === null);
        if (first)
            return [];
        return brought
            .filter(({ parents }) => parents.length < 2)
            .map(({ at }) => ({ atMs: doneMs, leadMs: Math.max(0, doneMs - Date.parse(at)) }));
    });
}
/** The commits below this one that were not seen before; they are seen now. */
function newBelow(sha, known, seen) {
    const found = [];
    const left = [sha];
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
        const commit = known.get(next);
        if (commit === undefined || seen.has(next))
            continue;
        seen.add(next);
        found.push(commit);
        left.push(...commit.parents);
    }
    return found;
}
function windowOf({ all, changes, startMs, whole, days }) {
    const within = all.filter(({ atMs }) => atMs >= startMs);
    const succeeded = within.filter(({ doneMs }) => doneMs !== null).length;
    const failed = within.filter((one) => one.failed);
    const unclear = within.filter((one) => one.unclear).length;
    const of = within.length - unclear;
    const leads = changes.filter(({ atMs }) => atMs >= startMs).map(({ leadMs }) => leadMs);
    const took = failed.flatMap(({ recoveredMs, fromMs }) => (recoveredMs === null ? [] : [recoveredMs - fromMs]));
    return {
        ...{ days, whole, deployments: succeeded },
        per_week: whole ? succeeded / (days / 7) : null,
        lead_time: { median_ms: leads.length < enoughSamples ? null : median(leads), changes: leads.length },
        change_fail_rate: { rate: of < enoughSamples ? null : failed.length / of, failed: failed.length, of, unclear },
        recovery: {
            median_ms: took.length === 0 ? null : median(took),
            recovered: took.length,
            open: failed.length - took.length,
        },
    };
}
function median(values) {
    const sorted = [...values].sort((a, b) => a - b);
    const middle = Math.floor(sorted.length / 2);
    const [low = 0, high = low] = sorted.slice(sorted.length % 2 === 0 ? middle - 1 : middle, middle + 1);
    return (low + high) / 2;
}
function weeksOf(all, nowMs) {
    return Array.from({ length: shownWeeks }, (_, index) => {
        const endMs = nowMs - (shownWeeks - 1 - index) * 7 * dayMs;
        const within = all.filter(({ atMs }) => atMs > endMs - 7 * dayMs && atMs <= endMs);
        return {
            from: new Date(endMs - 7 * dayMs).toISOString(),
            succeeded: within.filter(({ doneMs }) => doneMs !== null).length,
            failed: within.filter(({ failed }) => failed).length,
        };
    });
}
function notesOf({ history, commits, commitsMissing }, windows) {
    const short = windows.find(({ whole }) => !whole);
    const unclear = windows.some(({ change_fail_rate }) => change_fail_rate.unclear > 0);
    const oldest = history.deployments.at(-1)?.at ?? "";
    return [
        ...(short === undefined
            ? []
            : [`The newest ${history.deployments.length} deployments reach back to ${oldest.slice(0, 10)} alone.`]),
        ...(commits === null && commitsMissing !== "" ? [commitsMissing] : []),
        ...(commits?.whole === false ? ["There are more than 1,000 commits: the older ones are not counted."] : []),
        ...(unclear
            ? [
                "Failed runs of which nothing says whether they changed what serves are not counted: give the job that " +
                    "promotes `deployments: write`, so that it can say so.",
            ]
            : []),
    ];
}

// EXTERNAL MODULE: ./build/src/render/watch/table.js
var table = __webpack_require__(1498);
;// CONCATENATED MODULE: ./build/src/render/report/delivery.js





/** DORA's own page, whose definitions these are. */
const source = "https://dora.dev/guides/dora-metrics/";
/**
 * The metrics of delivery as a table, a small chart and how they are measured; one sentence where they are not known.
 */
function deliveryShown(delivery) {
    if ((0,brief/* isMissing */.b)(delivery))
        return [(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(delivery.missing, 1_000))];
    const { windows, environment } = delivery;
    return [
        (0,markdown/* table */.tp)(["Metric", ...windows.map(({ days }) => `${days} days`)], rows(windows)),
        chart(delivery),
        ...delivery.notes.map((one) => (0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(one, 1_000))),
        (0,markdown/* details */.zH)("How this is measured", measured(environment)),
    ];
}
function rows(windows) {
    const row = (title, of) => [
        title,
        ...windows.map((one) => (0,markdown/* cell */.Hn)(of(one))),
    ];
    return [
        row("Deployment frequency", frequency),
        row("Change lead time", leadTime),
        row("Change fail rate", failRate),
        row("Failed deployment recovery time", recovery),
    ];
}
function frequency({ deployments, per_week: perWeek }) {
    if (perWeek === null)
        return `at least ${deployments}`;
    return deployments === 0 ? "none" : `${delivery_short(perWeek)} a week (${deployments})`;
}
function leadTime({ lead_time: { median_ms: ms, changes } }) {
    return ms === null ? notEnough(changes) : `${span(ms)} (median of ${changes})`;
}
function failRate({ change_fail_rate: { rate, failed, of, unclear } }) {
    const more = unclear === 0 ? "" : `; ${unclear} not known`;
    if (rate === null)
        return `${of === 0 ? notEnough(0) : `${failed} of ${of}: too few`}${more}`;
    return `${(rate * 100).toFixed(0)} % (${failed} of ${of})${more}`;
}
function recovery({ change_fail_rate: { failed }, recovery: { median_ms: ms, recovered, open }, }) {
    if (failed === 0)
        return "none failed";
    const waits = open === 0 ? "" : `; ${open} without one`;
    return ms === null ? `${failed} without one` : `${span(ms)} (median of ${recovered})${waits}`;
}
/** Short, since three columns have to fit a phone. */
function notEnough(many) {
    return `too few (${many} of ${enoughSamples})`;
}
function delivery_short(value) {
    return String(Number(value.toPrecision(2)));
}
/** A span as a person says it: minutes, hours or days. */
function span(ms) {
    const minutes = ms / 60_000;
    if (minutes < 1)
        return `${Math.round(ms / 1_000)} s`;
    if (minutes < 90)
        return `${delivery_short(minutes)} min`;
    const hours = minutes / 60;
    return hours < 48 ? `${delivery_short(hours)} h` : `${delivery_short(hours / 24)} days`;
}
/** A bar for each week, the newest last; a dot for a week without any. */
function chart({ weeks }) {
    const top = Math.max(...weeks.map(({ succeeded, failed }) => Math.max(succeeded, failed)));
    if (top === 0)
        return (0,markdown/* sentence */.em)("There was no deployment in these weeks.");
    const line = (of) => weeks
        .map((week) => (of(week) === 0 ? "·" : (table/* bars */.n[Math.ceil((of(week) / top) * (table/* bars */.n.length - 1))] ?? "█")))
        .join("");
    return (0,markdown/* block */.om)([
        `Deployments a week, up to ${top}`,
        `succeeded ${line(({ succeeded }) => succeeded)}`,
        `failed    ${line(({ failed }) => failed)}`,
        `${weeks.length} weeks since ${weeks[0]?.from.slice(0, 10) ?? ""}`,
    ].join("\n"));
}
function measured(environment) {
    return [
        `From GitHub's record of deployments to ${(0,markdown/* cell */.Hn)((0,wording/* shortened */.vI)(environment, 60))}, ` +
            `by the definitions of ${(0,markdown/* link */.nf)("DORA", source)}:`,
        [
            "- **Deployment frequency**: deployments that succeeded. Rollbacks, drills and dry runs are none.",
            "- **Change lead time**: from each commit that a deployment brought, merges aside, to its success; the median.",
            "- **Change fail rate**: the part of the deployments that failed in production or were rolled back, also later.",
            "- **Failed deployment recovery time**: from the deployment that failed to the rollback, or the next success.",
        ].join("\n"),
        `Fewer than ${enoughSamples} changes have no median, and fewer than ${enoughSamples} deployments no rate.`,
    ].join("\n\n");
}

;// CONCATENATED MODULE: ./build/src/render/report/part.js
/** Parts that are the same everywhere; one that is empty is left out. */
function plainParts(...markdown) {
    return markdown.filter((one) => one !== "").map((one) => ({ markdown: one }));
}

;// CONCATENATED MODULE: ./build/src/render/watch/chart.js
/** Size of a drawing in units of its own; it is stretched to the width of the page. */
const [width, height] = [300, 40];
/** Points of a line that are drawn. */
const maxPoints = 1_000;
/**
 * The chart of a watch as our own page draws it, without a script: the new release, and the one before as a dashed
 * line, in one scale. It is a block of HTML within Markdown, so that no line of it is empty.
 */
function chartHtml({ chart: { before, after, seconds_per_point }, seconds }) {
    if (after.error_rate.every((one) => one === null))
        return "";
    const drawn = (title, of, say) => {
        const lines = [
            ...(before === null ? [] : [{ name: "old", points: of(before) }]),
            { name: "new", points: of(after) },
        ];
        const shown = lines.map(({ name, points }) => ({ name, points: points.slice(0, maxPoints).map(chart_measured) }));
        const top = Math.max(0, ...shown.flatMap(({ points }) => points.map((one) => one ?? 0)));
        const strokes = shown.flatMap(({ name, points }) => polylines(name, points, top));
        return (`<p>${title}, up to ${say(top)}</p>\n` +
            `<svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" role="img" aria-label="${title}">` +
            `${strokes.join("")}</svg>`);
    };
    return [
        '<div class="chart">',
        drawn("Error rate", (line) => line.error_rate, (top) => `${(top * 100).toFixed(1)}%`),
        drawn("Median latency", (line) => line.ms, (top) => `${top < 10 ? top.toFixed(1) : Math.round(top)}ms`),
        `<p>${Math.round(seconds)} s, ${seconds_per_point} s each.${before === null ? "" : " The solid line is the new release, the dashed one the release before."}</p>`,
        "</div>",
    ].join("\n");
}
function chart_measured(one) {
    return one === null || !Number.isFinite(one) ? null : Math.max(0, one);
}
/** A line for each stretch without a gap; a point by itself is a short one. */
function polylines(name, points, top) {
    const step = width / Math.max(1, points.length - 1);
    const stretches = [[]];
    for (const [index, value] of points.entries()) {
        if (value === null)
            stretches.push([]);
        else
            stretches
                .at(-1)
                ?.push(`${round(index * step)},${round(height - 1 - (top === 0 ? 0 : value / top) * (height - 2))}`);
    }
    return stretches
        .filter(({ length }) => length > 0)
        .map((all) => (all.length > 1 ? all : [...all, ...all]))
        .map((all) => `<polyline class="${name}" points="${all.join(" ")}"/>`);
}
function round(value) {
    return Math.round(value * 10) / 10;
}

;// CONCATENATED MODULE: ./build/src/render/report/tables.js





/** Rows of one table: a report of a fleet has more of them than anybody reads. */
const maxRows = 200;
/**
 * The rows of a section in Phase 6's two columns; what was not run is folded, what is off and what does not apply are
 * in one line each.
 */
function rowsTable(rows, head = "Check") {
    const of = (...verdicts) => rows.filter(({ verdict }) => verdicts.includes(verdict));
    const shown = (some) => (0,markdown/* table */.tp)([head, "Status"], some.slice(0, maxRows).map((row) => [titleOf(row), `${statusOf(row)}${inBrackets((0,markdown/* cell */.Hn)(noteOf(row)))}`]));
    const line = (title, some) => some.length === 0
        ? []
        : [
            `${title}: ` +
                `${some.map((row) => `${(0,markdown/* sentence */.em)(shortTitle(row))}${inBrackets((0,markdown/* sentence */.em)(noteOf(row)))}`).join(", ")}`,
        ];
    const judged = of("pass", "fail", "error", "inconclusive");
    const notRun = of("not-run");
    return [
        ...(judged.length === 0 ? [] : [shown(judged)]),
        ...(judged.length <= maxRows ? [] : [`And ${judged.length - maxRows} more in the evidence files.`]),
        ...(notRun.length === 0 ? [] : [(0,markdown/* details */.zH)(`⏭️ ${notRun.length} of ${rows.length} not run`, shown(notRun))]),
        ...line("➖ Switched off", of("off")),
        ...line("➖ Does not apply", of("does-not-apply")),
    ].join("\n\n");
}
/** The rows of a section with what was seen of each. */
function seenTable(rows, head) {
    const shown = rows
        .slice(0, maxRows)
        .map((row) => [titleOf(row), `${statusOf(row)}: ${(0,markdown/* cell */.Hn)((0,wording/* shortened */.vI)(row.says, 300))}`]);
    const rest = rows.length - shown.length;
    return `${(0,markdown/* table */.tp)([head, "What was seen"], shown)}${rest > 0 ? `\n\nAnd ${rest} more in the evidence files.` : ""}`;
}
function shortTitle({ title }) {
    return (0,wording/* shortened */.vI)(title, 200);
}
function titleOf(row) {
    return `${(0,markdown/* cell */.Hn)(shortTitle(row))}${(0,wording/* optionalMark */.ao)(row)}`;
}
function noteOf({ note }) {
    return (0,wording/* shortened */.vI)(note, 200);
}
/** How a row ended: a pass of an earlier run names that run, and what does not apply is no gap. */
function statusOf({ verdict, reason_code, as_in, }) {
    if (as_in !== null)
        return `✓ as in ${(0,markdown/* link */.nf)(`run ${(0,wording/* shortened */.vI)(as_in.run, 40)}`, as_in.url)}`;
    if (reason_code === "backup_not_run")
        return "– CONFIGURED, NOT RUN";
    return verdict === "does-not-apply" ? "– DOES NOT APPLY" : wording/* verdictWords */.L2[verdict];
}
function inBrackets(note) {
    return note === "" ? "" : ` (${note})`;
}
/** Below this many requests the 99th percentile is the slowest request. */
const fewForP99 = 100;
/**
 * Phase 6: Post-Deployment Metrics, measured by our own requests. The table says what was not judged, and where there
 * were no samples.
 */
function metricsPart({ verdict, before, after, watch }) {
    if (watch !== null && watch.metrics.length > 0)
        return { markdown: (0,table/* watchShown */.z)(watch), own: (0,table/* watchShown */.z)(watch, chartHtml) };
    const judged = verdict === "pass" ? "✓ OK" : wording/* verdictWords */.L2[verdict];
    const rows = (0,markdown/* table */.tp)(["Metric", "Before → After", "Status"], [
        ["Error Rate", `${errorRate(before)} → ${errorRate(after)}`, judged],
        ["p99 Latency", `${latency(before)} → ${latency(after)}`, seen(after) ? "not judged" : wording/* verdictWords */.L2["not-run"]],
    ]);
    const windows = [
        ...(seen(before) ? [`${(0,plural/* counted */.h)(before.requests, "request")} in ${before.seconds.toFixed(1)} s before`] : []),
        ...(seen(after) ? [`${(0,plural/* counted */.h)(after.requests, "request")} in ${after.seconds.toFixed(1)} s after`] : []),
    ];
    if (windows.length === 0)
        return { markdown: rows };
    const few = [before, after].some((one) => seen(one) && one.requests < fewForP99);
    const notes = [
        `Measured by phoenix-deploy's own requests: ${windows.join(", ")}.`,
        ...(few ? [`p99 of fewer than ${fewForP99} requests is the slowest of them.`] : []),
    ];
    return { markdown: `${rows}\n\n${notes.join(" ")}` };
}
function seen(one) {
    return one !== null && one.requests > 0;
}
function errorRate(one) {
    return seen(one) ? `${((100 * one.errors) / one.requests).toFixed(1)}%` : "no samples";
}
function latency(one) {
    return seen(one) && one.p99_ms !== null
        ? `${one.p99_ms < 10 ? one.p99_ms.toFixed(1) : Math.round(one.p99_ms)}ms`
        : "no samples";
}

;// CONCATENATED MODULE: ./build/src/render/report/rollback.js






/** How it ended, where that is not what the report says above. */
const endings = {
    done: "",
    drill: "",
    unfinished: "🚨 **The release before serves, and what comes after that, such as the schema, failed: look now.**",
    failed: "🚨 **It failed: look now.**",
    partial: "🚨 **Not every host went back: look now.**",
    "not-recovered": "🚨 **The release before serves, and users still get bad answers: look now.**",
    undone: "❌ **It was undone: the release that was to be left serves again.**",
    cut: "❓ **It did not end: look at what serves.**",
    "nothing-changed": "⛔ **Nothing was rolled back.**",
};
/** The word of the summary. */
const rollback_words = {
    done: "DONE",
    drill: "DRILL, back and forward again",
    unfinished: "DONE, but not what comes after",
    failed: "FAILED",
    partial: "FAILED, not on every host",
    "not-recovered": "DONE, and users still get bad answers",
    undone: "UNDONE",
    cut: "DID NOT END",
    "nothing-changed": "NOTHING CHANGED",
};
/** How the rollback ended, in the words of the summary. */
function rollbackWord({ outcome, decision }) {
    return rollback_words[outcome ?? (decision === "rollback-failed" ? "failed" : "done")];
}
/** The section of a rollback: why, by whom, how long it took, what users got. What `above` has said is not repeated. */
function rollbackParts(rollback, above) {
    const { outcome = "done", decision, says, remedy, rows, drill } = rollback;
    const said = says === above;
    const ending = decision === "rollback-failed" && outcome === "done" ? endings.failed : endings[outcome];
    return plainParts(drill === undefined ? "### Rollback" : "### Rollback Drill", ending, ...(said ? [] : [(0,markdown/* bold */.Cr)((0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(says, 2_000)))]), ...(said || remedy === "" ? [] : [`**What to do:** ${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(remedy, 2_000))}`]), (0,markdown/* table */.tp)(["What", "Value"], rollback_factsOf(rollback)), ...(rows.length === 0 ? [] : [(0,markdown/* details */.zH)(`The rollback: ${(0,plural/* counted */.h)(rows.length, "step")}`, seenTable(rows, "Step"))]));
}
function rollback_factsOf(rollback) {
    return [
        ...releasesOf(rollback),
        ...rollback_whyOf(rollback),
        ...whoOf(rollback),
        ...rollback_timesOf(rollback),
        ...usersOf(rollback),
        ...rollback_schemaOf(rollback),
    ];
}
function releasesOf({ from, to, asked_to, built_by }) {
    const known = (id) => (id === null ? "a release that is not known" : (0,markdown/* cell */.Hn)((0,wording/* shortened */.vI)(id, 100)));
    const asked = asked_to === undefined || asked_to === "" ? "" : `, asked for as ${rollback_name(asked_to)}`;
    return [
        ["From", known(from)],
        ["To", `${known(to)}${asked}`],
        ...(built_by === undefined ? [] : [["Its files", rollback_filesOf(built_by)]]),
    ];
}
/** A name as code that may break in a narrow cell. */
function rollback_name(text) {
    return (0,markdown/* cell */.Hn)(`\`${(0,wording/* shortened */.vI)(text, 100)}\``);
}
/** Where the files of a release are that the hosts do not have any more. */
function rollback_filesOf({ run_id, url, artifact, digest }) {
    const run = (0,markdown/* link */.nf)(`run ${(0,wording/* shortened */.vI)(run_id, 40)}`, url);
    return `not on the hosts any more; artifact ${rollback_name(artifact)} of ${run}, sha256 ${rollback_name(digest)}`;
}
function rollback_whyOf({ reason, criterion }) {
    if (reason === undefined)
        return [];
    const { code: word, detail } = reason;
    const added = detail.trim() === "" ? "" : `: ${(0,markdown/* cell */.Hn)((0,wording/* shortened */.vI)(detail, 1_000))}`;
    return [
        ["Reason", `${word === null ? "none was given" : rollback_name(word)}${added}`],
        ...(criterion == null
            ? []
            : [
                ["Criterion", `${(0,markdown/* cell */.Hn)((0,wording/* shortened */.vI)(criterion.title, 200))}, ${statusOf(criterion)}: ${rollback_seen(criterion)}`],
            ]),
    ];
}
function rollback_seen({ says }) {
    return (0,markdown/* cell */.Hn)((0,wording/* shortened */.vI)(says, 1_000));
}
function whoOf({ by, actor, run, started_at }) {
    if (actor === undefined || run === undefined)
        return [];
    const who = (0,markdown/* cell */.Hn)((0,wording/* shortened */.vI)(actor, 100));
    const where = (0,markdown/* link */.nf)(`run ${(0,wording/* shortened */.vI)(run.run_id, 40)}, attempt ${(0,wording/* shortened */.vI)(run.run_attempt, 10)}`, run.url);
    const whole = by === "promote" ? `promote by itself, in ${where} of ${who}` : `${who}, by hand, in ${where}`;
    return [
        ["Started by", whole],
        ...(started_at === undefined || by === "promote" ? [] : [["Started at", (0,markdown/* cell */.Hn)((0,wording/* minute */.Vc)(started_at))]]),
    ];
}
function rollback_timesOf({ by, times, drill }) {
    if (drill !== undefined) {
        const direction = (one) => (one === null ? "did not get there" : bothOf(one));
        return [
            ["Back", direction(drill.back)],
            ["Forward again", direction(drill.forward)],
        ];
    }
    if (times == null)
        return [];
    const { traffic_ms, whole_ms } = times;
    const since = by === "promote" ? "the failure" : "the start of the action";
    return [
        ...(traffic_ms === null ? [] : [["Traffic back", `${(0,wording/* durationText */.S5)(traffic_ms)} after ${since}`]]),
        ["All done", `${(0,wording/* durationText */.S5)(whole_ms)} after ${since}`],
    ];
}
function bothOf({ traffic_ms, whole_ms }) {
    return `${(0,wording/* durationText */.S5)(traffic_ms)} until all new requests went there, ${(0,wording/* durationText */.S5)(whole_ms)} in all`;
}
function usersOf({ by, outcome, requests, recovered }) {
    const { before = null, after = null } = requests ?? {};
    const counts = [
        ...(before === null ? [] : [`${failedOf(before)} ${by === "promote" ? "in the watch" : "until the switch"}`]),
        ...(after === null ? [] : [`${failedOf(after)} after it`]),
    ];
    const rows = counts.length === 0 ? [] : [["Failed requests", counts.join(", ")]];
    if (recovered == null)
        return rows;
    const good = outcome === "drill" ? "Good answers after it" : "Good answers again";
    return [...rows, [good, `${statusOf(recovered)}: ${rollback_seen(recovered)}`]];
}
function failedOf({ requests, errors }) {
    return `${errors} of ${requests} (${((100 * errors) / requests).toFixed(1)}%)`;
}
function rollback_schemaOf({ schema, drill }) {
    if (schema === undefined || drill !== undefined)
        return [];
    const { outcome, before, after, removed, says } = schema;
    const moved = before === null && after === null ? "" : `; newest before ${rollback_newest(before)}, after ${rollback_newest(after)}`;
    const what = {
        kept: `kept${after === null || after.length === 0 ? "" : ` at ${rollback_newest(after)}`}`,
        down: removed.length === 0 ? "nothing was left to roll back" : `rolled back by ${rollback_versions(removed)}${moved}`,
        refused: "asked to be rolled back, and refused",
        failed: `not rolled back as planned${moved}`,
        "not-reached": "asked to be rolled back; the rollback ended before that",
    }[outcome];
    const why = says === "" || outcome === "down" ? "" : `: ${(0,markdown/* cell */.Hn)((0,wording/* shortened */.vI)(says, 1_000))}`;
    return [["Schema", `${what}${why}`]];
}
function rollback_newest(of) {
    if (of === null)
        return "not known";
    return of.length === 0 ? "none" : rollback_versions(of);
}
/** By their numbers alone where all are of one repository. */
function rollback_versions(of) {
    const plain = new Set(of.map(fleet_schema/* repositoryOf */._M)).size === 1 && of.every((one) => /\/\d+$/.test(one));
    return (0,markdown/* cell */.Hn)((0,wording/* shortened */.vI)((0,plural/* someOf */.y)(plain ? of.map((one) => String((0,fleet_schema/* versionNumber */.e1)(one))) : of), 400));
}

// EXTERNAL MODULE: ./build/src/render/stage/hosts.js + 1 modules
var hosts = __webpack_require__(9389);
;// CONCATENATED MODULE: ./build/src/render/report/sections.js





/** Steps of a plan that are listed, and entries of other lists. */
const maxSteps = 200;
const maxEntries = 100;
/** The release as it was built once, and what validate says of its version and its notes. */
function releasePart({ release, release_checks, notes }) {
    const checks = release_checks.length === 0 ? [] : [rowsTable(release_checks)];
    if (release === null)
        return ["No evidence names a release.", ...checks];
    const { id, commit, digest, bytes, files, elixir, otp, built_by } = release;
    const many = files === null ? "" : ` in ${(0,plural/* counted */.h)(files, "file")}`;
    const run = `run ${(0,wording/* shortened */.vI)(built_by.run_id, 40)}, attempt ${(0,wording/* shortened */.vI)(built_by.run_attempt, 10)}`;
    const rows = [
        ["Release", (0,markdown/* cell */.Hn)(id)],
        ["sha256", (0,markdown/* cell */.Hn)(`\`${digest}\``)],
        ["Commit", (0,markdown/* cell */.Hn)(`\`${(0,wording/* shortened */.vI)(commit, 64)}\``)],
        ["Size", `${(bytes / 1_000_000).toFixed(1)} MB${many}`],
        ["Built with", `Elixir ${(0,markdown/* cell */.Hn)((0,wording/* shortened */.vI)(elixir, 40))}, OTP ${(0,markdown/* cell */.Hn)((0,wording/* shortened */.vI)(otp, 40))}`],
        ["Built by", (0,markdown/* link */.nf)(run, built_by.url)],
        ["Notes", notes === null ? "none" : "below, from the CHANGELOG"],
    ];
    return [(0,markdown/* table */.tp)(["What", "Value"], rows), ...checks];
}
/** Who approved, what could not be verified, and every gate. */
function gatePart({ approvers, self_approved, rows, unverified }) {
    const who = approvers === null
        ? "nobody, as far as the evidence shows"
        : `${(0,markdown/* plainText */.wh)((0,wording/* shortened */.vI)(approvers, 200))}${self_approved ? " (who started the run)" : ""}`;
    const passed = rows.filter(({ verdict }) => verdict === "pass").length;
    const refused = rows.filter(({ verdict }) => verdict === "fail").map(({ title, says }) => `${title}: ${says}`);
    return [
        `**Approved by**: ${who}`,
        ...(refused.length === 0 ? [] : ["**Refused:**", listed(refused)]),
        ...(unverified.length === 0 ? [] : ["**Not verified:**", listed(unverified)]),
        refused.length + unverified.length === 0 ? "Everything that was asked for was verified." : "",
        ...(rows.length === 0 ? [] : [(0,markdown/* details */.zH)(`${passed} of ${rows.length} gates passed`, seenTable(rows, "Gate"))]),
    ];
}
/** The plan of each stage that changed something, its hosts, and when each step was done. */
function changeParts(changes) {
    if (changes.length === 0)
        return [{ markdown: "Nothing was planned." }];
    return changes.flatMap((change) => [...planOf(change), ...(0,hosts/* hostsParts */.e)(change)]);
}
function planOf({ stage, environment, plan }) {
    if (plan.total === 0)
        return [];
    const place = environment === null ? "" : ` on ${(0,markdown/* cell */.Hn)((0,wording/* shortened */.vI)(environment, 100))}`;
    const steps = plan.list.slice(0, maxSteps);
    const more = plan.total > steps.length ? `\n\nAnd ${plan.total - steps.length} more in the evidence file.` : "";
    const list = steps.map((step, index) => `${index + 1}. ${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(step, 300))}`).join("\n");
    return [{ markdown: (0,markdown/* details */.zH)(`Plan of ${stage}${place}: ${(0,plural/* counted */.h)(plan.total, "step")}`, `${list}${more}`) }];
}
/** Issues as a list, what saw too little first. */
function issuesPart(issues) {
    if (issues.length === 0)
        return "None.";
    const words = { inconclusive: "undecided", optional: "optional, did not pass", warning: "warning" };
    const order = ["inconclusive", "optional", "warning"];
    const sorted = [...issues].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
    const shown = sorted.slice(0, maxEntries).map(({ stage, kind, title, says, remedy }) => {
        const what = title === "" ? "" : ` ${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(title, 200))}:`;
        const todo = remedy === "" ? "" : ` What to do: ${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(remedy, 600))}`;
        return `- ${stage} (${words[kind]}):${what} ${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(says, 1_000))}${todo}`;
    });
    const rest = issues.length - shown.length;
    return [...shown, ...(rest > 0 ? [`- and ${rest} more in the evidence files`] : [])].join("\n");
}
/** The box of each exit criterion, with what it rests on or what to do. */
function exitGatePart({ criteria }) {
    const line = ({ met, title, rests_on, remedy, word }) => {
        const why = (0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(rests_on, 600));
        if (word === true)
            return `- [x] **${title}**, by **a person's word**: ${why}`;
        if (met)
            return `- [x] **${title}**: ${why}`;
        const todo = remedy === "" ? "" : ` What to do: ${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(remedy, 600))}`;
        return `- [ ] **${title}**, not met: ${why}${todo}`;
    };
    return criteria.map(line).join("\n");
}
/** Files that were made for this deployment. */
function documentsPart(documents) {
    const line = ({ file, says }) => `- ${(0,markdown/* code */.aY)((0,wording/* shortened */.vI)(file, 300))}: ${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(says, 600))}`;
    return documents.slice(0, maxEntries).map(line).join("\n");
}
/** What the report is written from, in the order of the stages. */
function sourcesPart(sources) {
    if (sources.length === 0)
        return ["No evidence was found."];
    const digests = sources.map(({ stage, sha256, release_sha256: digest }) => {
        const release = digest === null ? "" : `, release ${(0,markdown/* code */.aY)(digest)}`;
        return `- ${stage}: file ${(0,markdown/* code */.aY)(sha256)}${release}`;
    });
    const rows = sources.map((one) => [
        `${one.stage} ${placeOf(one)}${one.status}`,
        (0,markdown/* link */.nf)(`run ${(0,wording/* shortened */.vI)(one.run_id, 40)}, attempt ${(0,wording/* shortened */.vI)(one.run_attempt, 10)}`, one.run_url),
        one.pinned ? "yes" : "⚠️ no",
    ]);
    return [(0,markdown/* table */.tp)(["Stage", "Run", "Pinned"], rows), (0,markdown/* details */.zH)("Digests (sha256)", digests.join("\n"))];
}
function placeOf({ environment }) {
    return environment === null ? "" : `on ${(0,markdown/* cell */.Hn)((0,wording/* shortened */.vI)(environment, 100))} `;
}
function listed(texts) {
    const shown = texts.slice(0, maxEntries).map((one) => `- ${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(one, 1_000))}`);
    const rest = texts.length - shown.length;
    return [...shown, ...(rest > 0 ? [`- and ${rest} more in the evidence files`] : [])].join("\n");
}

;// CONCATENATED MODULE: ./build/src/render/report/report.js













/** Characters of the release notes that the report repeats. */
const maxNotes = 60_000;
/** The report in Markdown; at most 900 KiB, or as much as another place takes. */
function renderReport(report, limit = summary/* maxBytes */.I) {
    const parts = reportParts(report).map(({ markdown }) => markdown);
    return `${(0,markdown/* cutTo */.yd)(parts.join("\n\n"), limit - 1, "The rest is in the evidence files.")}\n`;
}
/**
 * The Deployment Validation Report in the sections of Phase 6's template, with those that it rests on. The status says
 * what happened to the deployment, the exit gate which criteria are not met: two things.
 */
function reportParts(report) {
    const { environment, from, rollback, delivery, documents } = report;
    return [
        ...headParts(report),
        ...failureParts(report),
        ...section("Pre-Deployment Validation", rowsTable(report.validation)),
        ...section("Database", rowsTable(report.database)),
        ...section("Release", ...releasePart(report)),
        ...section("Deployment Validation"),
        ...subsection(from, rowsTable(report.staging)),
        ...subsection(environment, rowsTable(report.production)),
        ...section("Post-Deployment Metrics"),
        metricsPart(report.metrics),
        ...section("Gate", ...gatePart(report.gate)),
        ...section("Plan and Timeline"),
        ...changeParts(report.changes),
        ...(rollback === null ? [] : rollbackParts(rollback, report.says)),
        ...section("Issues", issuesPart(report.issues)),
        ...section("Summary", summaryPart(report)),
        ...section("Exit Gate", exitGatePart(report.exit_gate)),
        ...section("Checklists", ...checklistParts(report.checklists)),
        ...tasksParts(report),
        ...(delivery === undefined ? [] : section("Delivery", ...deliveryShown(delivery))),
        ...(documents === undefined ? [] : section("Documents", documentsPart(documents))),
        ...section("Evidence", ...sourcesPart(report.sources), ...approvedParts(report), ...notesParts(report)),
    ];
}
function section(title, ...below) {
    return plainParts(`### ${title}`, ...below);
}
function subsection(name, ...below) {
    return plainParts(`#### ${nameOf(name)}`, ...below);
}
function nameOf(environment) {
    return (0,markdown/* plainText */.wh)((0,wording/* capital */.Nx)((0,wording/* shortened */.vI)(environment, 100)));
}
function headParts(report) {
    const { title, version, date, environment, status } = report;
    const shown = version === null ? "unknown" : `v${(0,markdown/* plainText */.wh)((0,wording/* shortened */.vI)(version, 100))}`;
    const head = [
        `**Version**: ${shown}`,
        `**Date**: ${(0,wording/* minute */.Vc)(date)}`,
        `**Environment**: ${nameOf(environment)}`,
        `**Status**: ${status} ${(0,headline/* signOf */.rL)((0,headline/* toneOf */.YV)(report))}`,
    ];
    return [
        { markdown: `## ${title}`, own: banner(report) },
        { markdown: (0,markdown/* lines */.Mn)(...head), own: (0,markdown/* lines */.Mn)(...head.slice(0, -1)) },
    ];
}
/** What happened, before all else: a reader of a failed deployment looks for nothing else. */
function failureParts({ says, remedy, faults, failures }) {
    const failed = (0,failing/* failing */.Jr)(failures, failing/* roomy */.L5, says);
    const todo = failed.remedies.includes(remedy) ? "" : remedy;
    return [
        ...plainParts((0,markdown/* bold */.Cr)((0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(says, 2_000)))),
        ...(todo === "" ? [] : plainParts(`**What to do:** ${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(todo, 2_000))}`)),
        ...plainParts(...faults.slice(0, maxFaults).map(faultLine)),
        ...(failures.length === 0 ? [] : section("What did not pass", ...failed.table, ...failed.details)),
    ];
}
/** Faults of the evidence that are shown. */
const maxFaults = 100;
function faultLine({ says, remedy }) {
    return `> ${(0,markdown/* bold */.Cr)(`❌ ${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(says, 1_000))}`)} ${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(remedy, 1_000))}`.trimEnd();
}
function summaryPart({ status, validations, exit_gate, rollback, issues }) {
    const notes = (0,wording/* shortened */.vI)(validations.notes.join(", "), 1_000);
    const passed = validations.state === "PASSED";
    const words = notes === "" ? "" : passed ? `, ${notes}` : ` (${notes})`;
    const { criteria, met } = exit_gate;
    const unmet = criteria.filter((one) => !one.met).length;
    return (0,markdown/* lines */.Mn)(`**Deployment**: ${status === "SUCCESS" ? "SUCCESSFUL" : status}`, `**All Validations**: ${validations.state}${(0,markdown/* plainText */.wh)(words)}`, `**Exit Gate**: ${unmet > 0
        ? `NOT MET (${unmet} of ${criteria.length} criteria are not met)`
        : met
            ? `MET, all ${criteria.length} criteria`
            : "NOT MET, the evidence has faults"}`, ...(rollback === null ? [] : [`**Rollback**: ${rollbackWord(rollback)}`]), `**Issues**: ${issues.length === 0 ? "none" : issues.length}`);
}
function tasksParts({ checklists }) {
    const tasks = personTasks(checklists);
    if (tasks === "")
        return [];
    return section("Tasks for a Person", "No evidence shows these: a person looks at each. The input `ticked` of the report records who did.", tasks);
}
/** The promotion brief as it was shown before the gate, folded. */
function approvedParts({ brief }) {
    if (brief === null)
        return [];
    const title = `What the approver was shown (${(0,markdown/* plainText */.wh)((0,wording/* minute */.Vc)(brief.written_at))})`;
    return [(0,markdown/* details */.zH)(title, (0,brief_brief/* briefParts */.v)(brief).join("\n\n"))];
}
function notesParts({ notes }) {
    return notes === null ? [] : [(0,markdown/* details */.zH)("Release notes", (0,markdown/* block */.om)((0,wording/* shortened */.vI)(notes, maxNotes), "markdown"))];
}

;// CONCATENATED MODULE: ./build/src/render/report/html.js





const tones = Object.entries(colours)
    .map(([tone, colour]) => `body.${tone} { --tone: ${colour}; }`)
    .join("\n");
/**
 * GitHub's page width, its check lists, the colours of an outcome, no line that must be scrolled sideways, and a print
 * that hides nothing.
 */
const boxText = "text-align: center; line-height: 1em; font-weight: 600;";
const page = `
body { margin: 0; background: #ffffff; --tone: #59636e; --pass: #1a7f37; --fail: #d1242f; --doubt: #9a6700;
  --quiet: #59636e; --line: #d1d9e0; --room: #f6f8fa; --new: #0969da; }
${tones}
.pass { color: var(--pass); }
.fail { color: var(--fail); font-weight: 600; }
.doubt { color: var(--doubt); font-weight: 600; }
.quiet { color: var(--quiet); }
.markdown-body { box-sizing: border-box; max-width: 1012px; margin: 0 auto; padding: 0 32px 32px; }
.markdown-body table { display: table; width: auto; }
.markdown-body pre code { white-space: pre-wrap; overflow-wrap: anywhere; }
.markdown-body summary { cursor: pointer; }
.markdown-body h3 { border-bottom: 1px solid var(--line); padding-bottom: .3em; scroll-margin-top: 8px; }
.markdown-body li:has(> .box) { list-style: none; }
.markdown-body .box { display: inline-block; box-sizing: border-box; width: 1.2em; height: 1.2em;
  margin: 0 .4em 0 -1.6em; border: 1.5px solid currentColor; border-radius: 3px; ${boxText} }
.markdown-body .banner { margin: 0 -32px 24px; padding: 20px 32px; background: var(--tone); color: #ffffff;
  overflow-wrap: anywhere; }
.markdown-body .banner h1 { margin: .1em 0; padding: 0; border: 0; font-size: 2.2em; color: #ffffff; }
.markdown-body .banner p { margin: 0; }
.markdown-body nav { display: flex; flex-wrap: wrap; gap: 4px 14px; margin: 0 0 16px; font-size: .9em; }
.chart { max-width: 640px; }
.chart p { margin: 0; color: var(--quiet); font-size: .85em; }
.chart svg { display: block; width: 100%; height: 60px; margin: 2px 0 10px; background: var(--room); }
.chart polyline { fill: none; stroke: var(--new); stroke-width: 2; vector-effect: non-scaling-stroke; }
.chart polyline.old { stroke: var(--quiet); stroke-dasharray: 4 3; }
.timeline .axis { display: flex; justify-content: space-between; margin: 0 0 4px; color: var(--quiet);
  font-size: .8em; }
.timeline .lane { margin: 0 0 10px; overflow-wrap: anywhere; }
.timeline .bars { position: relative; display: block; height: 14px; border-radius: 3px; background: var(--line); }
.timeline i { position: absolute; top: 0; bottom: 0; border-radius: 2px; background: var(--pass);
  box-shadow: inset 0 0 0 .5px #ffffff; }
.timeline i.crit { background: var(--fail); }
.timeline small { color: var(--quiet); }
@media (prefers-color-scheme: dark) {
  body { background: #0d1117; --pass: #3fb950; --fail: #f85149; --doubt: #d29922; --quiet: #9198a1; --line: #3d444d;
    --room: #151b23; --new: #4493f8; }
}
@media (max-width: 767px) {
  .markdown-body { padding: 0 15px 15px; }
  .markdown-body .banner { margin: 0 -15px 16px; padding: 15px; }
}
@media print {
  .markdown-body { max-width: none; padding: 0; font-size: 11pt; }
  .markdown-body .banner, .timeline .bars, .timeline i { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .markdown-body .banner { margin: 0 0 16px; }
  .markdown-body nav { display: none; }
  .markdown-body h3 { break-after: avoid; }
  .markdown-body tr, .markdown-body li, .timeline .lane { break-inside: avoid; }
  .markdown-body details::details-content { content-visibility: visible; block-size: auto; }
}`;
/**
 * The report as one self-contained page, light and dark. What others wrote is escaped in its parts, and the page
 * forbids itself scripts and requests besides.
 */
function renderHtml(report) {
    const { contents, body } = bodyOf(report);
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${pageTitle(report)}</title>
<link rel="icon" href="${pageIcon(report)}">
<style>
${assets.assets["github-markdown.css"] ?? ""}${page}
</style>
</head>
<body class="${(0,headline/* toneOf */.YV)(report)}">
<article class="markdown-body">
${body.replace("</header>", (end) => `${end}\n${contents}`)}
</article>
</body>
</html>
`;
}
/** The parts of the report as HTML, with links to its sections. */
function bodyOf(report) {
    const titles = [];
    const parts = reportParts(report).map(({ markdown, own = markdown }) => {
        const html = coloured(marked_esm/* marked */.xI.parse(own, { async: false, gfm: true })).trim();
        if (!/^### /.test(own))
            return html;
        const title = own.slice("### ".length);
        titles.push(title);
        return html.replace("<h3>", `<h3 id="part-${titles.length}">`);
    });
    const links = titles.map((title, index) => `<a href="#part-${index + 1}">${title}</a>`);
    return { contents: `<nav aria-label="Contents">\n${links.join("\n")}\n</nav>`, body: parts.join("\n") };
}
const verdictColours = { "✓": "pass", "✗": "fail", "◌": "doubt", "–": "quiet" };
const verdict = /<td>([✓✗◌–]) (?=(?:PASS|OK|FAIL|ERROR|INCONCLUSIVE|UNDECIDED|OFF|NOT RUN|as in )(?:\b|$))/g;
/** The verdicts of the tables in their colours, and boxes that are read on paper too. */
function coloured(html) {
    return html
        .replaceAll('<input checked="" disabled="" type="checkbox">', '<span class="box pass" role="img" aria-label="yes">✓</span>')
        .replaceAll('<input disabled="" type="checkbox">', '<span class="box" role="img" aria-label="no">&#160;</span>')
        .replaceAll(verdict, (_, sign) => `<td class="${verdictColours[sign]}">${sign} `);
}

;// CONCATENATED MODULE: ./build/src/stages/report/delivery.js


const delivery_dayMs = 24 * 3_600_000;
/** Commits older than this before the longest window are not read: a change waits no longer than that. */
const leadDays = 90;
/** The metrics of delivery of an environment, or why they are not known. No verdict hangs on them. */
async function readDelivery(run, environment) {
    try {
        return await delivery_measured(run, environment);
    }
    catch (error) {
        return { missing: `How ${environment} is delivered to is not known: ${(0,error_text/* errorText */.k)(error)}.` };
    }
}
async function delivery_measured({ world }, environment) {
    const { github, clock } = world;
    const nowMs = clock.now().getTime();
    const ago = (days) => new Date(nowMs - days * delivery_dayMs).toISOString();
    const longest = Math.max(...deliveryDays);
    const read = await github.deploymentHistory(environment, ago(longest + 1));
    if (!read.ok) {
        const reason = read.status === 0 ? read.why : `${read.status}: ${read.why}`;
        return {
            missing: `How ${environment} is delivered to is not known: GitHub did not list its deployments (${reason}). ` +
                "Give the job `deployments: read`.",
        };
    }
    const newest = read.value.deployments.find(({ words }) => words.some(({ state }) => state === "success"));
    const commits = newest === undefined ? null : await github.datedCommits(newest.sha, ago(longest + leadDays));
    return deliveryOf({
        ...{ environment, nowMs, history: read.value },
        commits: commits?.ok === true ? commits.value : null,
        commitsMissing: commits?.ok === false ? `The commits were not read (${commits.why}): there is no lead time.` : "",
    });
}

;// CONCATENATED MODULE: ./build/src/stages/report/files.js








/** Removes the report of an earlier attempt, which must not be shown where this one fails; what others wrote stays. */
async function removeReport({ world: { files, job } }) {
    for (const path of Object.values(evidence_handover/* reportFiles */.I))
        await files.remove((0,external_node_path_.join)(job.workspace, path));
}
/** Makes the report, writes it as Markdown, HTML and JSON, and shows it as the job summary. */
async function writeReport(run, reported) {
    const { files, job } = run.world;
    const report = await made(run, reported);
    const markdown = renderReport(report);
    await files.write((0,external_node_path_.join)(job.workspace, evidence_handover/* reportFiles */.I.markdown), markdown);
    await files.write((0,external_node_path_.join)(job.workspace, evidence_handover/* reportFiles */.I.html), renderHtml(report));
    await files.write((0,external_node_path_.join)(job.workspace, evidence_handover/* reportFiles */.I.json), `${JSON.stringify(report, null, 2)}\n`);
    run.recorder.summarise(markdown);
    run.recorder.output("report-path", evidence_handover/* reportFiles */.I.markdown);
    return report;
}
async function made(run, reported) {
    const { world, recorder } = run;
    const { story, criteria, notified, documented, said } = reported;
    const { environment, from, chain, stages, release, version, deployment } = story;
    const facts = {
        ...{ ...stages, app: release?.app ?? story.by?.app ?? null, version, release, environment, from, deployment },
        date: world.clock.now(),
        ...{ criteria, notified, documented: documented.proof, notes: documented.notes, said },
        checks: (await (0,registry.loadChecks)()).filter(({ level }) => level !== "off"),
        problems: chain.problems,
        delivery: await readDelivery(run, environment),
        documents: documentsOf(reported),
        files: chain.links.filter(({ evidence }) => evidence.stage !== "report"),
    };
    for (const id of (0,checklist/* unusedWords */.w1)(facts))
        await recorder.warn(`Input \`ticked\`: the word on \`${id}\` was not used, since evidence decides it.`);
    return reportFrom({ ...facts, own: recorder.evidence });
}
function documentsOf({ checklist, documented: { procedures = null } }) {
    return [
        ...(checklist === null ? [] : [{ file: checklist, says: "The checklists of this version." }]),
        ...(procedures === null ? [] : [{ file: procedures, says: "How to roll this very release back by hand." }]),
    ];
}

;// CONCATENATED MODULE: ./build/src/announce/announce.js



/** How a promotion ends whose watch came to no verdict, unless it was rolled back. */
const held = new Set(["watch_held", "watch_inconclusive"]);
/** What is announced of an outcome; `by` is the evidence that decided it. */
function eventOf({ status }, by) {
    // As the rollback itself has announced it.
    if (by?.stage === "rollback")
        return announce_eventOfRollback(by);
    if (status === "SUCCESS")
        return "success";
    if (status === "ROLLED BACK")
        return "rollback";
    if (status === "NOT DEPLOYED")
        return "not-deployed";
    if (by !== null && held.has(by.reason_code))
        return "hold";
    return by?.decision === "rollback-failed" ? "rollback-failed" : "failed";
}
/** What is announced of a rollback that somebody asked for. */
function announce_eventOfRollback(by) {
    const outcome = (0,rollback_outcome/* rollbackOutcome */.pl)(by);
    if (outcome === "done")
        return "rollback";
    return outcome === "nothing-changed" && !(0,result/* changeBegan */.uH)(by.results) ? "rollback-refused" : "rollback-failed";
}
/** The version that serves after an event; null where the evidence that decided it does not say. */
function announce_servesAfter(event, by) {
    if (event === "success")
        return by?.release?.version ?? null;
    if (by === null || (event !== "rollback" && event !== "rollback-refused"))
        return null;
    const id = by.stage === "rollback" && event === "rollback" ? by.to : by.from;
    return id === null ? null : (0,release_release/* releaseVersionOf */.$_)(id);
}
/** Does it announce this event of this environment? */
function wants({ on, environments }, { event, environment }) {
    return on.includes(event) && (environments === null || environments.includes(environment));
}
/**
 * Phase 6: Stakeholders notified. All whom the settings name for this event must have been notified, people among them;
 * naming nobody notifies nobody, and a mark in a tool is no message.
 */
function judgeAnnouncements(sent, event) {
    if (!sent.some(({ to }) => to.reaches === "people")) {
        const remedy = "Name one under `notify` in the settings file: `- {type: webhook, url-from: DEPLOY_WEBHOOK}`, " +
            `with \`${event}\` in its \`on\`.`;
        return { met: false, restsOn: "The settings name no receiver of notifications.", remedy };
    }
    const lost = sent.filter(({ judgement }) => judgement.verdict !== "pass");
    const [first] = lost;
    const delivered = `${sent.length - lost.length} of ${sent.length} announcements were delivered.`;
    if (first === undefined)
        return { met: true, restsOn: delivered, remedy: "" };
    const { says, remedy = "" } = first.judgement;
    return { met: false, restsOn: `${delivered} ${titleOfReceiver(first.to)}: ${says}`, remedy };
}
/** A receiver as a reader of a table sees it. */
function titleOfReceiver({ name, variables }) {
    const from = variables[0] === undefined ? "" : ` (\`${variables[0]}\`)`;
    return `${name}${from}`;
}

// EXTERNAL MODULE: ./build/src/announce/news.js
var announce_news = __webpack_require__(1878);
// EXTERNAL MODULE: ./build/src/announce/send.js
var announce_send = __webpack_require__(1255);
;// CONCATENATED MODULE: ./build/src/stages/announce.js









/** Largest evidence file that is read. */
const maxBytes = 8 << 20;
/**
 * Announces to all whom the settings name for this event, at once. What evidence says was accepted before is not said
 * again. A failure is a warning and changes nothing, unless the start is `required`.
 */
async function announce(run, news, before = []) {
    const doors = { ...run.world, folder: (0,external_node_path_.join)(run.world.job.workspace, evidence_handover/* handover */.c.folder) };
    const wanted = run.settings.notify.filter((to) => wants(to, news));
    const sent = await Promise.all(wanted.map(async (to) => ({
        to,
        ...(await judged_timed(run, async () => earlier(idOf(run, to), { to, news, before }) ?? (await (0,announce_send/* announceTo */.NP)(to, news, doors)))),
    })));
    for (const { to, value: judgement, durationMs } of sent) {
        const title = `${titleOfReceiver(to)}: \`${news.event}\``;
        const required = to.required && news.event === "start";
        await judged_recordTimed(run, { kind: "announcement", id: idOf(run, to), title, required }, { judgement, durationMs });
        if (judgement.verdict !== "pass")
            await run.recorder.warn(`${titleOfReceiver(to)}: ${judgement.says}`);
    }
    return sent.map(({ to, value: judgement }) => ({ to, judgement }));
}
/** `slack`, and `slack-2` for the second of the settings. */
function idOf({ settings }, to) {
    const place = settings.notify.filter(({ type }) => type === to.type).indexOf(to);
    return place === 0 ? to.type : `${to.type}-${place + 1}`;
}
/** Null where no evidence says that this receiver accepted this very event. */
function earlier(receiver, { to, news, before }) {
    const facts = (0,announce_send/* factsOf */.xS)(to, news, 0);
    const found = before
        .flatMap(({ results }) => results)
        .filter(({ kind, id, verdict }) => kind === "announcement" && id === receiver && verdict === "pass")
        .some((one) => one.facts["key"] === facts["key"] && one.facts["receiver"] === facts["receiver"]);
    if (!found)
        return null;
    const says = `${to.name} accepted the announcement of \`${news.event}\` before; it was not sent again.`;
    return { verdict: "pass", reason_code: "passed", says, facts };
}
/**
 * Announces that a change begins. A receiver that is `required` has to accept that first: else nothing is changed
 * (Phase 6: Team notified). `named` are those alone whose `environments` name this one: few want the news of a staging.
 */
async function announceStart(run, environment, to = "all") {
    // What was cancelled does not begin.
    if (run.world.cancellation.cancelled)
        return null;
    const { evidence } = run.recorder;
    const news = newsOf(run, evidence, {
        ...keysOf(doerOf(evidence, environment), "start"),
        status: "STARTED",
        says: evidence.from === null ? "" : `${releaseVersionOf(evidence.from)} serves until then.`,
        environment,
        serves: evidence.from === null ? null : releaseVersionOf(evidence.from),
    });
    const receivers = run.settings.notify.filter(({ environments }) => to === "all" || environments?.includes(environment) === true);
    const sent = await announce({ ...run, settings: { ...run.settings, notify: receivers } }, news);
    const refused = sent.find(({ to, judgement }) => to.required && judgement.verdict !== "pass");
    if (refused === undefined)
        return null;
    const { says, remedy = "" } = refused.judgement;
    return stopped({ reason_code: "not_announced", says: `The start could not be announced. ${says}`, remedy }, "Nothing was changed.");
}
/** Announces how a rollback ended that somebody asked for. */
async function announceRollback(run, environment, ended) {
    if (ended.status === "planned")
        return;
    const { evidence } = run.recorder;
    const { says, remedy = "" } = ended;
    const event = eventOfRollback({ ...evidence, ...ended });
    const statuses = { rollback: "ROLLED BACK", "rollback-refused": "NOTHING CHANGED", "rollback-failed": "FAILED" };
    const news = newsOf(run, evidence, {
        ...keysOf(doerOf(evidence, environment), event),
        ...{ status: statuses[event], says: event === "rollback" ? says : `${says} ${remedy}`.trim(), environment },
        serves: servesAfter(event, evidence),
    });
    await announce(run, news);
}
/** Evidence of this run's report from attempts before, where a workflow brings it: whom they notified. */
async function earlierReports({ world }) {
    const { files, job } = world;
    const folder = (0,external_node_path_.join)(job.workspace, evidence_handover/* handover */.c.earlier, "evidence");
    const found = [];
    for (const name of (await files.list(folder)).filter((one) => one.endsWith(".json"))) {
        const parsed = evidence_evidence/* evidenceSchema */.jU.safeParse(await files.read((0,external_node_path_.join)(folder, name), maxBytes).then(parsedJson, () => null));
        if (parsed.success && parsed.data.run_id === job.runId && parsed.data.stage === "report")
            found.push(parsed.data);
    }
    return found;
}
function parsedJson(text) {
    try {
        return JSON.parse(text ?? "null");
    }
    catch {
        return null;
    }
}
/** The stage that an event is of. */
function doerOf({ run_id, run_attempt, stage }, environment) {
    return { runId: run_id, runAttempt: run_attempt, stage, environment };
}
/** The news of a stage: from its evidence, its job and the moment. */
function newsOf({ world }, evidence, moment) {
    const { job, clock } = world;
    const { release, from, app, sha, url, started_at } = evidence;
    return {
        ...{ app, sha, url, startedAt: started_at, at: clock.now().toISOString() },
        version: release?.version ?? (from === null ? null : (0,release_release/* releaseVersionOf */.$_)(from)),
        digest: release?.digest ?? null,
        ...{ repository: job.repository, run: job.runUrl, actor: job.actor },
        ...moment,
    };
}

;// CONCATENATED MODULE: ./build/src/stages/report/outcome.js



/**
 * Notifies everybody whom the settings name of the outcome. An announcement that fails leaves its criterion not met and
 * changes nothing of the outcome.
 */
async function announceOutcome(run, story) {
    const { environment, chain, stages, version, release, deployment, by } = story;
    if (stages.promote?.status === "planned" && stages.rollback === null) {
        return { met: false, restsOn: "A dry run is not announced.", remedy: "Promote without `dry-run`." };
    }
    // The event is of the stage that decided it: the report that runs again names it as before.
    const of = by ?? stages.smoke ?? stages.staging ?? stages.validate ?? run.recorder.evidence;
    const event = eventOf(deployment, by);
    const news = newsOf(run, by ?? run.recorder.evidence, {
        ...(0,announce_news/* keysOf */.YD)(doerOf(of, environment), event),
        // The start was promote's.
        deployment: (0,announce_news/* keysOf */.YD)(doerOf(stages.promote ?? of, environment), event).deployment,
        ...{ status: deployment.status, says: deployment.says, environment },
        serves: announce_servesAfter(event, by),
    });
    const known = { ...news, app: run.recorder.evidence.app, version, digest: release?.digest ?? null };
    const before = [...chain.links.map(({ evidence }) => evidence), ...(await earlierReports(run))];
    return judgeAnnouncements(await announce(run, { ...known, sha: run.recorder.evidence.sha }, before), event);
}

// EXTERNAL MODULE: ./build/src/checks/version.js
var checks_version = __webpack_require__(1279);
// EXTERNAL MODULE: ./build/src/domain/release/version-tag.js
var version_tag = __webpack_require__(1545);
;// CONCATENATED MODULE: ./build/src/domain/release/page.js



/**
 * The tag that a release is published under: one that names its version, of this run or of this commit, else a new one.
 */
function tagOf({ version, git_sha }, { ref, tags, rules, template }) {
    const [, started] = /^refs\/tags\/(.+)$/.exec(ref) ?? [];
    const here = tags.filter(({ commit }) => commit === git_sha).map(({ name }) => name);
    const found = [...(started === undefined ? [] : [started]), ...here].find((one) => (0,version_tag/* versionOfTag */.mx)(one, rules) === version);
    return found ?? template.replaceAll("{version}", version);
}
/**
 * Whether GitHub is to show this page as the repository's latest, beside the one that it shows now; it decides by
 * itself where that is of another application.
 */
function latestWord(version, now) {
    const own = (0,release_version/* parseVersion */.ot)(version);
    if (own === null || own.pre.length > 0)
        return "false";
    if (now.tag === null)
        return "true";
    const text = (0,version_tag/* versionOfTag */.mx)(now.tag, now.rules);
    const other = text === null ? null : (0,release_version/* parseVersion */.ot)(text);
    if (other === null)
        return "legacy";
    return (0,release_version/* compareVersions */.Zy)(own, other) >= 0 ? "true" : "false";
}
const marker = /^<!-- phoenix-deploy:release:v1 sha256=([0-9a-f]{64})(?: environment=([^\s<>]+))? -->/;
/** The first line of a page's text: of which tarball it is, and of which environment. */
function pageMarker({ digest }, environment) {
    const place = encodeURIComponent(environment).replaceAll("-", "%2D");
    return `<!-- phoenix-deploy:release:v1 sha256=${release_release/* digestSchema */.er.parse(digest)} environment=${place} -->`;
}
/** The sha256 of the tarball that a page of ours is of; null of a page that somebody else wrote. */
function digestOfPage(body) {
    return marker.exec(body)?.[1] ?? null;
}
/** True for a page of ours that is of this release, by the digits of the digest in its id, and of this environment. */
function isPageOf(body, id, environment) {
    const [, digest = "", place] = marker.exec(body) ?? [];
    const [, digits] = /-([0-9a-f]{8})$/.exec(id) ?? [];
    if (digits === undefined || !digest.startsWith(digits))
        return false;
    if (place === undefined)
        return environmentShown(body) === environment;
    return place === encodeURIComponent(environment).replaceAll("-", "%2D");
}
/**
 * The environment in our own line of a page of an earlier version, whose marker names none; null where there is no such
 * line. The notes of the project, which may have one like it, stand above.
 */
function environmentShown(body) {
    const lines = [...body.matchAll(/^\*\*Deployed\*\*: (.+), \d{4}-\d\d-\d\d \d\d:\d\d UTC, \[run\]/gm)];
    const [, shown = null] = lines.at(-1) ?? [];
    return (shown?.replaceAll(/&#(\d{1,4});/g, (_, code) => String.fromCodePoint(Number(code))).replaceAll("\u200b", "") ?? null);
}

;// CONCATENATED MODULE: ./build/src/render/github/release-page.js



/** Bytes of the CHANGELOG's section that a page repeats: GitHub takes 125,000 characters of a text. */
const release_page_maxNotes = 100_000;
/** The title and the text of a release's page on GitHub. */
function renderReleasePage(facts) {
    const { release, environment, notes, deployedAt, runUrl, repository } = facts;
    const { app, version, file, digest, git_sha, sbom } = release;
    const where = (0,markdown/* plainText */.wh)((0,wording/* shortened */.vI)(environment, 100));
    const own = (0,markdown/* lines */.Mn)(`${(0,markdown/* bold */.Cr)("Deployed")}: ${where}, ${(0,wording/* minute */.Vc)(deployedAt)}, ${(0,markdown/* link */.nf)("run", runUrl)}`, `${(0,markdown/* bold */.Cr)("Commit")}: ${(0,markdown/* link */.nf)(git_sha.slice(0, 12), `${repository}/commit/${git_sha}`)}`, `${(0,markdown/* bold */.Cr)("Tarball")}: ${(0,markdown/* code */.aY)(file)}, sha256 ${(0,markdown/* code */.aY)(digest)}`, ...(sbom === undefined ? [] : [`${(0,markdown/* bold */.Cr)("SBOM")}: ${(0,markdown/* code */.aY)(sbom.file)}, ${sbom.components} components (CycloneDX)`]));
    const text = notes === null ? "" : (0,markdown/* closed */.$h)((0,markdown/* cutTo */.yd)(notes, release_page_maxNotes, "The rest is in the CHANGELOG."));
    const parts = [pageMarker(release, environment), ...(text.trim() === "" ? [] : [text, "---"]), own];
    return { title: `${app} ${version}`, body: `${parts.join("\n\n")}\n` };
}
/** What a page says of a rollback of its release, as a quote that GitHub sets apart. */
function renderPageNote({ environment, at, run, reason, detail, whole, again }) {
    const where = (0,markdown/* plainText */.wh)((0,wording/* shortened */.vI)(environment, 100));
    const why = [
        ...(reason === "" ? [] : [(0,markdown/* code */.aY)((0,wording/* shortened */.vI)(reason, 60))]),
        ...(detail === "" ? [] : [(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(detail, 500))]),
    ].join(": ");
    const rolledBack = `from ${where}${whole ? "" : ", but not on every host"}, ${(0,wording/* minute */.Vc)(at)}, ${(0,markdown/* link */.nf)("run", run)}.`;
    const left = `${rolledBack}${why === "" ? "" : ` Reason: ${why}`}`;
    if (again === null)
        return quote("WARNING", `${(0,markdown/* bold */.Cr)("Rolled back")} ${left}`);
    const what = again.by === "promote" ? `${(0,markdown/* bold */.Cr)("Promoted again")} to` : `${(0,markdown/* bold */.Cr)("Serves again")} on`;
    return quote("NOTE", `${what} ${where}, ${(0,wording/* minute */.Vc)(again.at)}, ${(0,markdown/* link */.nf)("run", again.run)}. Before that it was rolled back ${left}`);
}
function quote(kind, text) {
    return `> [!${kind}]\n> ${text}`;
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(4377);
;// CONCATENATED MODULE: ./build/src/domain/release/page-note.js



/** What a release's page on GitHub says of its rollback, as the page itself keeps it. */
const pageNoteSchema = schemas/* object */.Ikc({
    environment: schemas/* string */.YjP(),
    /** When the rollback began, and its run. */
    at: iso/* datetime */.w$(),
    run: schemas/* string */.YjP(),
    /** A reason of Phase 6 or a reason code, and what a person added. */
    reason: schemas/* string */.YjP(),
    detail: schemas/* string */.YjP(),
    /** False where a host could not be reached, and may serve it. */
    whole: schemas/* boolean */.zMY(),
    /** When it served again, by what, and in which run; null where it does not. */
    again: schemas/* object */.Ikc({ at: iso/* datetime */.w$(), run: schemas/* string */.YjP(), by: schemas/* enum */.k5n(["promote", "rollback"]) }).nullable(),
});
/** Characters of what a person added that a page keeps. */
const maxDetail = 500;
/** The note for the page of the release that a stage left; null where it left none for good. */
function page_note_noteOf(by) {
    const { environment, reason_code, rollback, started_at: at, run_url: run } = by;
    const of = (0,rollback_outcome/* rolledBackRelease */.pi)(by);
    if (environment === null || of === null || of.left === of.back || !(0,rollback_outcome/* wentBack */.Il)(of.outcome))
        return null;
    const byHand = of.by === "rollback";
    const reason = byHand ? (rollback?.reason ?? "") : reason_code;
    const detail = byHand ? (rollback?.detail ?? "").trim().slice(0, maxDetail).toWellFormed() : "";
    return { ...of, note: { environment, at, run, reason, detail, whole: of.everywhere, again: null } };
}
/** The block: a line that holds the note, and the quote below it. A page that was edited on GitHub has CRLF. */
const block = /<!-- phoenix-deploy:rolled-back:v1 (\S+) -->[ \t]*(?:\r?\n|$)(?:>[^\n]*(?:\n|$))*(?:[ \t]*\r?\n)*/g;
/** What a page says of a rollback; null where it says nothing that can be read. */
function noteOfPage(body) {
    const [found] = body.matchAll(block);
    const parsed = pageNoteSchema.safeParse(found?.[1] === undefined ? null : decoded(found[1]));
    return parsed.success ? parsed.data : null;
}
/** The text with this note below its first line, in place of any other. */
function withNote(body, note, shown) {
    // In a comment of HTML there must be no `--`.
    const kept = encodeURIComponent(JSON.stringify(note)).replaceAll("-", "%2D");
    const [, first = "", rest = ""] = /^([^\n]*)(?:\n+|$)([\s\S]*)$/.exec(body.replaceAll(block, "")) ?? [];
    return `${first.trimEnd()}\n\n<!-- phoenix-deploy:rolled-back:v1 ${kept} -->\n${shown}\n\n${rest}`;
}
function decoded(text) {
    try {
        return (0,json/* readJson */.V)(decodeURIComponent(text));
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./build/src/stages/report/page-note.js




/**
 * Says on the page of the release that was left that it was rolled back, and on that of the release which serves again,
 * where it has such a note, that it does. Each has one note, renewed in place. What cannot be written is a warning.
 */
async function noteRollback(run, by) {
    const of = page_note_noteOf(by);
    if (of === null || run.world.cancellation.cancelled)
        return;
    const { note, left, back } = of;
    try {
        const pages = await publishedPages(run, left);
        const page = pages.find(({ body }) => isPageOf(body, left, note.environment));
        if (page !== undefined)
            await write(run, page, note);
        const other = back === null ? undefined : pages.find(({ body }) => isPageOf(body, back, note.environment));
        if (other !== undefined)
            await noteAgain(run, other, { at: note.at, run: note.run, by: of.by });
    }
    catch (error) {
        await run.recorder.warn(`${notSaid(left)}: ${(0,error_text/* errorText */.k)(error)}.`);
    }
}
/** Says on a page that its release serves again, where it says that it was rolled back. */
async function noteAgain(run, page, again) {
    const note = noteOfPage(page.body);
    if (note !== null && Date.parse(again.at) > Date.parse(note.at))
        await write(run, page, { ...note, again });
}
/** The published pages; none where GitHub cannot be asked. */
async function publishedPages(run, left) {
    const answer = await run.world.github.newestPages();
    if (answer.ok)
        return answer.value.filter(({ draft }) => !draft);
    // Without a token, as in a terminal, nothing is written on GitHub.
    if (answer.why.includes("`github-token` is empty"))
        return [];
    await run.recorder.warn(`${notSaid(`${left}, if it has one,`)}${because(answer)}`);
    return [];
}
async function write(run, page, note) {
    const body = withNote(page.body, note, renderPageNote(note));
    if (body === page.body)
        return;
    const answer = await run.world.github.writePage(page, body);
    if (answer.ok) {
        const what = note.again === null ? "was rolled back" : "serves again";
        run.world.log.info(`The GitHub Release ${page.tag} says that it ${what}: ${page.url}`);
        return;
    }
    const unsaid = note.again === null ? notSaid(page.tag) : `The GitHub Release ${page.tag} does not say that it serves again`;
    await run.recorder.warn(`${unsaid}${because(answer)}`);
}
function notSaid(release) {
    return `The GitHub Release of ${release} does not say that it was rolled back`;
}
function because({ status, why }) {
    const remedy = status === 403 || status === 404 ? " Give the job `contents: write`." : "";
    return ` (${status === 0 ? why : `${status}: ${why}`}).${remedy}`;
}

;// CONCATENATED MODULE: ./build/src/stages/report/release-page.js










/** Largest file that is attached. */
const release_page_maxBytes = 16 << 20;
/**
 * Publishes the GitHub Release of what was deployed: a draft with every file first, so that nobody sees half of it.
 * Each step looks at what is there, so that a run which was cut, or an attempt that is made again, goes on where it
 * stopped. What cannot be published is a warning. Returns the page's address; null where there is none.
 */
async function publishRelease(run, { environment, deployment, stages, release, notes }, inputs) {
    if (inputs["github-release"] !== true)
        return null;
    const by = (0,evidence_deployment/* decidedBy */.yP)({ ...stages, environment, promoteLost: false, gaps: false });
    if (deployment.status !== "SUCCESS" || release === null) {
        run.world.log.info(`No GitHub Release: the deployment is ${deployment.status}.`);
        if (by !== null)
            await noteRollback(run, by);
        return null;
    }
    const rules = rulesFor(run, release);
    const tags = await run.world.repository.tags().catch(() => []);
    const template = inputs["release-tag"] ?? "v{version}";
    const tag = tagOf(release, { ref: run.world.job.ref, tags, rules, template });
    try {
        const { job, clock } = run.world;
        const deployedAt = stages.promote?.finished_at ?? clock.now().toISOString();
        const repository = job.runUrl.replace(/\/actions\/runs\/.*$/, "");
        const page = renderReleasePage({ release, environment, notes, deployedAt, runUrl: job.runUrl, repository });
        const published = await publish(run, { release, tag, ...page });
        if ("why" in published) {
            await run.recorder.warn(`The GitHub Release ${tag} was not published: ${published.why}`);
            return null;
        }
        if (by !== null)
            await noteAgain(run, published, { at: deployedAt, run: job.runUrl, by: "promote" });
        run.recorder.output("release-url", published.url);
        run.world.log.info(`GitHub Release ${tag}: ${published.url}`);
        return published.url;
    }
    catch (error) {
        await run.recorder.warn(`The GitHub Release ${tag} was not published: ${(0,error_text/* errorText */.k)(error)}.`);
        return null;
    }
}
/** Which tags name a version of this application. */
function rulesFor({ settings }, { name, app }) {
    return { names: [name, app], patterns: (0,checks_version.versionSettings)({ settings, inputs: {} }).patterns };
}
async function publish(run, wanted) {
    const { github } = run.world;
    const { release, tag, title, body } = wanted;
    const { git_sha: sha, version } = release;
    const standing = await github.refStanding(`refs/tags/${tag}`, sha);
    if (!standing.ok)
        return refusal(standing);
    const { at } = standing.value;
    if (at !== null && at !== sha)
        return {
            why: `the tag is at commit ${at.slice(0, 12)}, and ${sha.slice(0, 12)} was deployed. Give what was changed since ` +
                "a version of its own.",
        };
    const found = await github.releasePage(tag);
    if (!found.ok)
        return refusal(found);
    const strange = found.value === null ? null : digestOfPage(found.value.body);
    const another = strange !== null && strange !== release.digest;
    if (another && found.value?.draft === false)
        return {
            why: `its page is of another build of ${version}, with sha256 ${strange.slice(0, 12)}…, and was left as it is. ` +
                "Delete that page to have one of this build.",
        };
    const prerelease = ((0,release_version/* parseVersion */.ot)(version)?.pre.length ?? 0) > 0;
    const page = found.value === null || another
        ? await github.draftPage({ tag, sha, title, body, prerelease })
        : { ok: true, value: found.value };
    if (!page.ok)
        return refusal(page);
    const unattached = await attach(run, page.value, release);
    if (unattached !== null)
        return unattached;
    if (!page.value.draft)
        return page.value;
    const latest = await latestOf(run, release);
    const published = await github.publishPage({ id: page.value.id, sha, prerelease, latest });
    return published.ok ? published.value : refusal(published);
}
async function latestOf(run, release) {
    const now = await run.world.github.latestTag();
    return latestWord(release.version, { tag: now.ok ? now.value : "", rules: rulesFor(run, release) });
}
/** Uploads what the page does not have yet. Null when it has all. */
async function attach(run, page, release) {
    const files = await filesFor(run, release);
    const missing = files.filter(({ name }) => !page.files.some((one) => one.name === name && one.whole));
    if (missing.length > 0 && page.immutable && !page.draft) {
        const names = missing.map(({ name }) => name).join(", ");
        return { why: `it is immutable, so that ${names} cannot be attached any more.` };
    }
    for (const file of missing) {
        const attached = await run.world.github.attachFile(page, file);
        if (attached.ok)
            continue;
        const { why } = refusal(attached);
        return { why: `${file.name} could not be attached: ${why} Run this job again: it completes the page.` };
    }
    return null;
}
/** The bill of materials and the report, as far as they are here. */
async function filesFor(run, { sbom }) {
    const found = [];
    if (sbom !== undefined) {
        const text = await release_page_textOf(run, (0,external_node_path_.join)(evidence_handover/* handover */.c.release, sbom.file));
        const sha256 = (0,external_node_crypto_.createHash)("sha256")
            .update(text ?? "")
            .digest("hex");
        if (sha256 === sbom.sha256)
            found.push({ name: sbom.file, type: "application/vnd.cyclonedx+json", text: text ?? "" });
        else {
            const is = text === null ? "is not beside the release" : "is not the one that validate wrote";
            await run.recorder.warn(`The SBOM was not attached to the GitHub Release: ${sbom.file} ${is}.`);
        }
    }
    for (const [name, type] of reports) {
        const text = await release_page_textOf(run, (0,external_node_path_.join)(evidence_handover/* handover */.c.report, name));
        if (text !== null)
            found.push({ name, type, text });
    }
    return found;
}
const reports = [
    ["report.md", "text/markdown"],
    ["report.html", "text/html"],
    ["report.json", "application/json"],
];
async function release_page_textOf({ world: { files, job } }, path) {
    return files.read((0,external_node_path_.join)(job.workspace, path), release_page_maxBytes);
}
function refusal({ status, why }) {
    const remedy = status === 403 || status === 404 ? " Give the job `contents: write`, or set `github-release: false`." : "";
    return { why: `${status === 0 ? why : `${status}: ${why}`}.${remedy}` };
}

// EXTERNAL MODULE: ./build/src/render/stage/comment.js
var comment = __webpack_require__(4766);
;// CONCATENATED MODULE: ./build/src/render/github/released.js




/** The short report, for a pull request that is in the release. One comment for each application and environment. */
function renderReleasedPull(facts) {
    const { app, version, deployment, criteria, sha, at, runUrl } = facts;
    const when = `${at.slice(0, 16).replace("T", " ")} UTC`;
    const about = [
        `${(0,markdown/* plainText */.wh)((0,wording/* shortened */.vI)(app, 100))} ${(0,markdown/* plainText */.wh)((0,wording/* shortened */.vI)(version, 100))}`,
        (0,markdown/* code */.aY)(sha.slice(0, 12)),
        when,
    ];
    const boxes = criteria.map(({ title, met, restsOn }) => {
        const why = met ? "" : `: ${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(restsOn, 300))}`;
        return `- [${met ? "x" : " "}] ${(0,markdown/* plainText */.wh)(title)}${why}`;
    });
    const body = [
        `### ${outcome(facts)}`,
        `${about.join(", ")}. ${(0,markdown/* link */.nf)("The whole report", runUrl)} is in the summary of the run.`,
        ...(deployment.status === "SUCCESS" ? [] : [(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(deployment.says, 1_000))]),
        ...(boxes.length === 0 ? [] : [(0,markdown/* bold */.Cr)("Exit gate"), boxes.join("\n")]),
    ].join("\n\n");
    return { marker: released_marker(facts), body: (0,markdown/* cutTo */.yd)(body, comment/* maxCommentBytes */.R4, "The rest is in the summary of the run.") };
}
/** One line, for an issue that a pull request of the release closed. */
function renderReleasedIssue(facts) {
    return { marker: released_marker(facts), body: `${outcome(facts)}. ${(0,markdown/* link */.nf)("Report", facts.runUrl)}` };
}
function outcome({ version, environment, deployment, pageUrl, runUrl }) {
    const name = (0,markdown/* link */.nf)(`v${(0,wording/* shortened */.vI)(version, 100)}`, pageUrl ?? runUrl);
    const where = (0,markdown/* plainText */.wh)((0,wording/* shortened */.vI)(environment, 100));
    const sign = (0,headline/* signOf */.rL)((0,headline/* toneOf */.YV)(deployment));
    if (deployment.status === "SUCCESS")
        return `${sign} Released in ${name} to ${where}`;
    return deployment.status === "ROLLED BACK"
        ? `${sign} ${name} was rolled back from ${where}`
        : `${sign} The deployment of ${name} to ${where}: ${deployment.status}`;
}
function released_marker({ app, environment }) {
    return `<!-- phoenix-deploy:released:v1 key=${[app, environment].map(comment/* nameInComment */.q1).join("/")} -->`;
}

// EXTERNAL MODULE: ./build/src/domain/brief/facts.js
var brief_facts = __webpack_require__(2726);
;// CONCATENATED MODULE: ./build/src/stages/release-commit.js




/**
 * The commit that a release was built from, which no host knows: by the release at hand, by the record of deployments,
 * or by the tag of its version. Null where none of them says.
 */
async function commitOfRelease(run, id, history) {
    const { release } = run.recorder.evidence;
    if (release !== null && (0,release_release/* releaseId */.Bf)(release) === id)
        return release.git_sha;
    const recorded = history.find((one) => release_commit_releasesOf(one).includes(id));
    return recorded?.sha ?? (await commitOfTag(run, (0,release_release/* releaseVersionOf */.$_)(id)));
}
/** The releases that a record names. */
function release_commit_releasesOf({ own, words }) {
    return [own?.release ?? null, ...words.map(({ description }) => (0,word/* readDeliveryWord */.Nq)(description)?.release ?? null)];
}
/** By the tags of the checkout; where that has none, by the usual names of such a tag on GitHub. */
async function commitOfTag(run, version) {
    const { world, settings, recorder } = run;
    const { app } = recorder.evidence;
    const { patterns } = (0,checks_version.versionSettings)({ settings, inputs: {} });
    const tags = await world.repository.tags().catch(() => []);
    const local = (0,version_tag/* versionTags */.OP)(tags, { names: [app], patterns }).find(({ text }) => text === version);
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

;// CONCATENATED MODULE: ./build/src/stages/report/released-pulls.js



/**
 * The pull requests that went out: those of the brief, which compared with what the environment ran before; of a
 * rollback alone, those between the commits of both releases. A number in a subject may be of another repository or of
 * an issue, so that only those count that GitHub knows to be merged as one of these commits.
 */
async function releasedPulls(run, stages) {
    const found = await candidates(run, stages);
    if ("why" in found)
        return found;
    const { numbers, commits } = found;
    const answer = await run.world.github.releasedPulls(numbers);
    if (!answer.ok) {
        const { status, why } = answer;
        const refused = status === 403 || /not accessible/i.test(why);
        const remedy = refused ? " Give the job `pull-requests: write` and `issues: write`." : "";
        return {
            why: `GitHub did not say what the pull requests are (${status === 0 ? why : `${status}: ${why}`}).${remedy}`,
        };
    }
    return answer.value.filter(({ mergedAs }) => mergedAs !== null && (commits === null || commits.has(mergedAs)));
}
async function candidates(run, { smoke, promote, rollback }) {
    const changes = smoke?.brief?.changes;
    if (changes !== undefined && !(0,brief/* isMissing */.b)(changes)) {
        const { pulls, commits } = changes;
        const whole = commits.list.length === commits.total;
        return {
            numbers: pulls.list.map(({ number }) => number),
            commits: whole ? new Set(commits.list.map(({ sha }) => sha)) : null,
        };
    }
    if (promote === null && rollback !== null)
        return between(run, rollback);
    return ofCommit(run, smoke?.release?.git_sha ?? run.recorder.evidence.sha);
}
/** Without a comparison, as of a first deployment: those of the commit itself. */
async function ofCommit({ world }, sha) {
    const answer = await world.github.pullRequestsOf(sha);
    if (answer.ok)
        return { numbers: answer.value.map(({ number }) => number), commits: null };
    const { status, why } = answer;
    const remedy = status === 403 || status === 404 ? " Give the job `pull-requests: write`." : "";
    return {
        why: `GitHub did not say which pull requests there are (${status === 0 ? why : `${status}: ${why}`}).${remedy}`,
    };
}
/** Those of the commits that a rollback left, by GitHub's own comparison: the checkout may have no history. */
async function between(run, { environment, from, to }) {
    const { github, clock } = run.world;
    const read = await github.deploymentHistory(environment ?? "", clock.now().toISOString());
    const history = read.ok ? read.value.deployments : [];
    const commitOf = async (id) => (id === null ? null : commitOfRelease(run, id, history));
    const [left, back] = await Promise.all([commitOf(from), commitOf(to)]);
    if (left === null || back === null) {
        const id = left === null ? from : to;
        return {
            why: `the commit of ${id ?? "what was left"} is not known, since no tag and no record of a deployment names it. ` +
                "Tag each version, or give the job `deployments: read`.",
        };
    }
    const compared = await github.comparedCommits(back, left);
    if (!compared.ok)
        return { why: `GitHub did not compare ${back.slice(0, 12)} with ${left.slice(0, 12)}: ${compared.why}.` };
    const { total, commits } = compared.value;
    return {
        numbers: [...new Set(commits.flatMap(({ subject }) => (0,brief_facts/* pullInSubject */.Jv)(subject) ?? []))],
        commits: commits.length === total ? new Set(commits.map(({ sha }) => sha)) : null,
    };
}

;// CONCATENATED MODULE: ./build/src/stages/report/released-comments.js




/** Conversations that one release is announced in: GitHub slows down who writes more than 80 times in a minute. */
const maxConversations = 60;
/** Between two comments, as GitHub asks for. */
const released_comments_pauseMs = 1_000;
/**
 * Keeps one comment on every pull request that is in the release, and on every issue that these closed: what became of
 * it. Found again by its marker, and updated in place. What cannot be written is a warning.
 */
async function commentOnReleased(run, outcome, pageUrl) {
    const { deployment, stages, version } = outcome;
    const { status } = deployment;
    if (version === null || status === "NOT DEPLOYED" || status === "UNKNOWN")
        return;
    try {
        const pulls = await releasedPulls(run, stages);
        if ("why" in pulls)
            return await run.recorder.warn(`The pull requests of this release have no comments: ${pulls.why}`);
        const facts = released_comments_factsOf(run, { ...outcome, version }, pageUrl);
        const issues = [...new Set(pulls.flatMap(({ closes }) => closes))];
        const say = (kind, number) => kind === "issue"
            ? { kind, number, ...renderReleasedIssue(facts), updateOnly: status !== "SUCCESS" }
            : { kind, number, ...renderReleasedPull(facts), updateOnly: false };
        await sayAll(run, [
            ...pulls.map(({ number }) => say("pull request", number)),
            ...issues.map((number) => say("issue", number)),
        ]);
    }
    catch (error) {
        await run.recorder.warn(`The pull requests of this release have no comments: ${(0,error_text/* errorText */.k)(error)}.`);
    }
}
function released_comments_factsOf({ world: { job, clock }, recorder }, outcome, pageUrl) {
    const { environment, deployment, stages, release, version, criteria } = outcome;
    const { promote, rollback } = stages;
    return {
        ...{ app: release?.app ?? recorder.evidence.app, version, environment, deployment, criteria, pageUrl },
        sha: release?.git_sha ?? recorder.evidence.sha,
        at: (rollback ?? promote)?.finished_at ?? clock.now().toISOString(),
        runUrl: job.runUrl,
    };
}
async function sayAll(run, sayings) {
    const { world, recorder } = run;
    const unsaid = [];
    const refused = new Set();
    let written = 0;
    for (const [index, { kind, number, ...comment }] of sayings.slice(0, maxConversations).entries()) {
        if (refused.has(kind))
            continue;
        if (index > 0)
            await world.clock.sleep(released_comments_pauseMs);
        const answer = await world.github.stickyComment({ pullRequest: number, ...comment });
        if (answer.ok) {
            written += 1;
            continue;
        }
        const { status, why } = answer;
        unsaid.push(`#${number} (${status === 0 ? why : `${status}: ${why}`})`);
        if (status === 429)
            break;
        // A conversation that is locked is refused as well: that is no matter of permissions.
        if (status === 403 && !/locked/i.test(why))
            refused.add(kind);
    }
    world.log.info(`Commented on ${(0,plural/* counted */.h)(written, "pull request or issue", "pull requests and issues")} of this release.`);
    if (unsaid.length > 0)
        await recorder.warn(unsaidWarning(unsaid, refused));
    const left = sayings.length - maxConversations;
    if (left > 0)
        await recorder.warn(`${(0,plural/* counted */.h)(left, "pull request or issue", "pull requests and issues")} of this release have no comment: at ` +
            `most ${maxConversations} are written.`);
}
/** Numbers that are named in a warning. */
const maxNamed = 5;
function unsaidWarning(unsaid, refused) {
    const named = `${unsaid.slice(0, maxNamed).join(", ")}${unsaid.length > maxNamed ? ", …" : ""}`;
    const permissions = [
        ...(refused.has("pull request") ? ["`pull-requests: write`"] : []),
        ...(refused.has("issue") ? ["`issues: write`"] : []),
    ];
    const remedy = permissions.length === 0
        ? "Run this job again: each has one comment however often it runs."
        : `Give the job ${permissions.join(" and ")}, or set \`comment: false\`.`;
    return `Not commented on what is in this release: ${named}. ${remedy}`;
}

;// CONCATENATED MODULE: ./build/src/stages/report/publish.js


/** Where the report has been written: the GitHub Release, and comments on what went out with a link to it. */
async function publishOutcome(run, outcome, inputs) {
    const pageUrl = await publishRelease(run, outcome, inputs);
    if (inputs.comment === true)
        await commentOnReleased(run, outcome, pageUrl);
}

// EXTERNAL MODULE: ./build/src/domain/checklist/person-tick.js
var person_tick = __webpack_require__(4032);
;// CONCATENATED MODULE: ./build/src/stages/report/words.js

/** What people say of items, by their ids, with who gave it to this run. */
function wordsOf({ world }, ticked = []) {
    return new Map(ticked.map((one) => [one.id, (0,person_tick/* wordOf */.aG)(one, world.job.actor)]));
}
/** Documentation that no evidence shows is met by the word of a named person, and is marked as that. */
function orByWord(documented, said) {
    const word = said.get("release-documented");
    const { met, restsOn } = documented.proof;
    if (met || word === undefined)
        return documented;
    return {
        ...documented,
        proof: { met: true, restsOn: `${word} No evidence shows it: ${restsOn}`, remedy: "", word: true },
    };
}

;// CONCATENATED MODULE: ./build/src/stages/report.js











/**
 * Joins every stage's evidence into the Deployment Validation Report, announces the outcome, and holds the exit gate
 * (Phase 6: Exit Gate).
 */
const report = async (run, inputs) => {
    if (inputs.write !== "report")
        return writeAlone(run, inputs);
    if (inputs.version !== "")
        return (0,stage/* stopped */.c)({
            reason_code: "invalid_input",
            says: "Input `version` is given, and the report is of the version that the evidence names.",
            remedy: "Remove it, or write another document with the input `write`.",
        });
    const refused = await commitOf(run);
    if (refused !== null)
        return refused;
    await removeReport(run);
    const story = await readStory(run, inputs);
    const notified = await announceOutcome(run, story);
    const said = wordsOf(run, inputs.ticked);
    const documented = orByWord(await renewDocumentation(run, story), said);
    const gate = inputs["exit-gate"];
    const criteria = await judgeExitGate(run, { story, notified, documented: documented.proof, gate });
    const checklist = await keepChecklist(run, story, { notified, documented, said });
    await writeReport(run, { story, criteria, notified, documented, checklist, said });
    await publishOutcome(run, { ...story, criteria, notes: documented.notes }, inputs);
    return concludeReport(story, criteria, gate);
};
/** The evidence may be of a commit that the event names, where that is checked out. */
async function commitOf(run) {
    const { pullRequest, workflowRun } = run.world.job;
    return pullRequest || workflowRun ? checkoutGate(run, { another: "warn" }) : null;
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
