export const id = 656;
export const ids = [656];
export const modules = {

/***/ 6656:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  report: () => (/* binding */ report)
});

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

// EXTERNAL MODULE: ./build/src/domain/result.js
var result = __webpack_require__(2877);
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
async function recordTimed({ recorder }, subject, { judgement, durationMs }) {
    const required = typeof subject.required === "boolean" ? subject.required : subject.required(judgement);
    await recorder.record((0,result/* result */.Ke)({ ...subject, required }, judgement, durationMs));
    for (const warning of judgement.warnings ?? [])
        await recorder.warn(warning);
}
/** Times a judgement and records it under its heading, with its warnings. */
async function judged(run, subject, judge) {
    const { value: judgement, durationMs } = await timed(run, judge);
    await recordTimed(run, subject, { judgement, durationMs });
    return judgement;
}
/** Judges and records what must hold before anything is changed. Null where it holds. */
async function judged_gate(run, { id, title }, judge) {
    const judgement = await judged(run, { kind: "gate", id, title, required: true }, judge);
    return judgement.verdict === "pass" ? null : (0,stage/* stopped */.c)(judgement, nothingChanged);
}
/** What it means that a stage stops before its first change. */
const nothingChanged = "Nothing was changed.";

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
    return judged_gate(run, { id: "checkout", title: "The checkout is the commit of this run" }, () => judgement);
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

// EXTERNAL MODULE: ./build/src/checks/changelog.js + 3 modules
var checks_changelog = __webpack_require__(8988);
// EXTERNAL MODULE: ./build/src/checks/define.js
var checks_define = __webpack_require__(7500);
// EXTERNAL MODULE: ./build/src/mix-output/location.js
var mix_output_location = __webpack_require__(8755);
;// CONCATENATED MODULE: ./build/src/stages/report-documentation.js



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

;// CONCATENATED MODULE: ./build/src/domain/deployment.js
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
    if (promote.decision === "held")
        return outcome("UNKNOWN", promote);
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
    return { status: "NOT DEPLOYED", says: `${name} ${deployment_ended(evidence)}: ${evidence.says}`, remedy: evidence.remedy };
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

;// CONCATENATED MODULE: ./build/src/domain/exit-gate.js


/**
 * The exit criteria of Phase 6, one by one. A criterion is met by evidence that passed and by what that evidence
 * shows, never because something is absent.
 */
function exitGate(facts) {
    const { validate, staging, smoke, promote } = facts;
    const staged = both(proven({ stage: "deploy-staging", evidence: staging, what: "its health", shows: passing("health") }), withReadiness(proven({ stage: "smoke-test", evidence: smoke, what: "its smoke tests", shows: passing("smoke") }), smoke));
    return [
        {
            id: "validation",
            title: "All pre-deployment validation passed",
            ...pinned(facts, validated(validate), ["validate"]),
        },
        {
            id: "staging",
            title: "Staging validated and smoke tests passed",
            ...pinned(facts, staged, ["deploy-staging", "smoke-test"]),
        },
        { id: "production", title: "Production deployed and validated", ...pinned(facts, production(facts), ["promote"]) },
        {
            id: "monitoring",
            title: "Post-deployment monitoring confirms healthy state",
            ...pinned(facts, monitored(promote, facts.deployment), ["promote"]),
        },
        { id: "stakeholders", title: "Stakeholders notified", ...facts.notified },
        { id: "documentation", title: "Documentation updated", ...facts.documented },
    ];
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
        return unmet(`${stage} ${deployment_ended(evidence)}: ${evidence.says}`, evidence.remedy || `Run ${stage} again.`);
    if (!evidence.results.some(shows))
        return unmet(`${stage} passed, but its evidence does not show that ${what} passed.`, `Run ${stage} with ${what} switched on.`);
    return metBy(evidence.says);
}
function passing(id) {
    return (one) => one.id === id && one.verdict === "pass";
}
function both(first, second) {
    if (!first.met)
        return first;
    return second.met ? metBy(`${first.restsOn} ${second.restsOn}`) : second;
}
function metBy(restsOn) {
    return { met: true, restsOn, remedy: "" };
}

// EXTERNAL MODULE: ./build/src/domain/release.js
var domain_release = __webpack_require__(5783);
// EXTERNAL MODULE: ./build/src/domain/evidence.js + 1 modules
var domain_evidence = __webpack_require__(3675);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 8 modules
var schemas = __webpack_require__(2716);
// EXTERNAL MODULE: ./build/src/domain/json.js
var json = __webpack_require__(8986);
;// CONCATENATED MODULE: ./build/src/gates/pins.js



/** The outputs whose pins count: `evidence`, and where a job runs two actions `deploy-evidence` or `evidence-smoke`. */
const namedForIt = /^(evidence([-_].+)?|.+[-_]evidence)$/i;
const jobSchema = schemas/* looseObject */._H3({ result: schemas/* string */.YjP(), outputs: schemas/* looseObject */._H3({}).nullish() });
/** Names of jobs and files stay in sentences; a workflow or a folder may hold any. */
const shortName = (name) => name.slice(0, 200);
/**
 * Reads `toJSON(needs)`. A pin counts only from an output that is named for it: what a job gives under another name may
 * be the words of whoever opened a pull request. A job that did not succeed is never a pass, whatever its outputs say.
 */
function readJobs(jobs) {
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
        const job = { id: shortName(id), result: shortName(result) };
        const mine = Object.entries(outputs ?? {}).flatMap(([name, value]) => {
            const pin = domain_evidence/* pinSchema */.rA.safeParse(pins_json(value)).data;
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
/** A job that ended badly, where no evidence of it says why. */
function unexplained(job, pins) {
    if (job.result === "success" || job.result === "skipped" || pins.some((pin) => pin.status !== "passed"))
        return [];
    const but = pins.length === 0
        ? "passed no evidence on"
        : `its evidence of ${pins.map((pin) => pin.stage).join(", ")} says passed`;
    const remedy = pins.length === 0
        ? "Look at its log; it ended before its action could report anything, " +
            "or the runner dropped an output that held a masked value."
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
    const recorded = evidence.find((one) => one.release?.digest === release.digest && (0,domain_release/* manifestDigest */.It)(one.release) !== manifestSha256);
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
function unpinned({ misnamed }, name) {
    const [other] = misnamed;
    const hint = other === undefined
        ? "Give its job `outputs: {evidence: ${{ steps.<id>.outputs.evidence }}}`, list the job under `needs`, " +
            "and write `jobs: ${{ toJSON(needs) }}`."
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

// EXTERNAL MODULE: ./build/src/domain/handover.js
var domain_handover = __webpack_require__(4111);
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
function agreed({ needed, unpinned }) {
    const names = needed.map((one) => one.stage).join(", ");
    const how = unpinned === "refuse" ? "pinned by job outputs" : "not all of it pinned";
    const says = names === ""
        ? "The evidence of the stages before agrees."
        : `Evidence of ${names} passed, for this commit and this release, ${how}.`;
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

;// CONCATENATED MODULE: ./build/src/stages/evidence-folder.js






/** The heading of the gate, under `id` and `title`. */
const evidenceGate = { id: "evidence", title: "Evidence of the stages before" };
/** Largest evidence file that is read. */
const maxEvidenceBytes = 8 << 20;
/**
 * Reads the evidence folder as the jobs before left it. A file that is no text or too large has no text, and the reason
 * why.
 */
async function readEvidence(run) {
    const { files, job } = run.world;
    const folder = (0,external_node_path_.join)(job.workspace, domain_handover/* handover */.c.evidence);
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
/** Compares the evidence of the stages before with what is demanded, and records it as a gate. Null when they agree. */
function chainGate(run, demand) {
    return gate(run, evidenceGate, async () => judgeChain(await chainOf(run, demand)));
}

;// CONCATENATED MODULE: ./build/src/stages/report-story.js






/** Reads the evidence that the stages before left, records what is wrong with it, and joins it to one story. */
async function readStory(run, inputs) {
    const chain = evidence_joinChain({
        files: await readEvidence(run),
        jobs: inputs.jobs,
        sha: run.recorder.evidence.sha,
        runId: inputs.runs === "other" ? null : run.world.job.runId,
    });
    await recordChain(run, chain);
    const story = storyOf(chain, inputs);
    if (story.release !== null)
        await run.recorder.set({ app: story.release.app, release: story.release });
    return story;
}
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
    };
    const version = release?.version ?? (stages.rollback?.from ? (0,domain_release/* releaseVersionOf */.$_)(stages.rollback.from) : null);
    return { environment, from, chain, stages, release, version, deployment: deploymentOf(facts), by: decidedBy(facts) };
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
function report_story_unpinned(chain) {
    return chain.links
        .filter(({ evidence, pinned }) => !pinned && evidence.stage !== "report")
        .map(({ evidence }) => evidence.stage);
}
/** What is wrong with the evidence as one gate, every fault named; what is only loose as warnings. */
async function recordChain(run, chain) {
    const [worst] = chain.problems;
    const findings = chain.problems.map((one) => ({
        severity: "error",
        message: `${one.says} ${one.remedy ?? ""}`.trim(),
    }));
    const pass = { verdict: "pass", reason_code: "passed", says: "The evidence of the stages before agrees." };
    const loose = report_story_unpinned(chain);
    const silent = chain.silent.filter((one) => one.result === "success").map(({ id }) => `\`${id}\``);
    const remedy = "Write `jobs: ${{ toJSON(needs) }}`, and give each job its action's `evidence` output.";
    const warnings = [
        ...(loose.length === 0 ? [] : [`Evidence that no job output pins: ${loose.join(", ")}. ${remedy}`]),
        ...(silent.length === 0 ? [] : [`Jobs that passed no evidence on: ${silent.join(", ")}.`]),
    ];
    await judged(run, { kind: "gate", ...evidenceGate, required: true }, () => ({
        ...(worst === undefined ? pass : { ...worst, findings }),
        warnings,
    }));
}

;// CONCATENATED MODULE: ./build/src/stages/report-exit-gate.js




/** Judges the exit criteria of Phase 6, and records each. */
async function judgeExitGate(run, asked) {
    const { story, notified, documented, gate } = asked;
    const criteria = exitGate({
        ...{ ...story.stages, deployment: story.deployment, unpinned: report_story_unpinned(story.chain) },
        ...{ notified, documented },
    });
    for (const { id, title, met, restsOn: says, remedy } of criteria) {
        await judged(run, { kind: "gate", id, title, required: gate === "enforce" }, () => met
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

// EXTERNAL MODULE: ./build/src/checks/registry.js
var registry = __webpack_require__(2784);
// EXTERNAL MODULE: ./build/src/render/headline.js
var headline = __webpack_require__(9488);
// EXTERNAL MODULE: ./node_modules/marked/lib/marked.esm.js
var marked_esm = __webpack_require__(8022);
// EXTERNAL MODULE: ./build/src/assets.js
var assets = __webpack_require__(8340);
;// CONCATENATED MODULE: ./build/src/render/html.js


/**
 * GitHub's page width, its check lists, the colours of an outcome, no line that must be scrolled sideways, and a print
 * that hides nothing.
 */
const page = `
body { margin: 0; background: #ffffff; --tone: #59636e; --pass: #1a7f37; --fail: #d1242f; --quiet: #59636e; }
body.success { --tone: #1a7f37; }
body.failure { --tone: #d1242f; }
body.rolled-back { --tone: #bf8700; }
body.not-deployed { --tone: #59636e; }
body.unknown { --tone: #8250df; }
body::before { content: ""; display: block; height: 10px; background: var(--tone); }
.status { padding: .15em .6em; border-radius: 2em; background: var(--tone); color: #ffffff; font-weight: 600; }
.pass { color: var(--pass); }
.fail { color: var(--fail); font-weight: 600; }
.quiet { color: var(--quiet); }
.markdown-body { box-sizing: border-box; max-width: 1012px; margin: 0 auto; padding: 32px; }
.markdown-body table { display: table; width: auto; }
.markdown-body pre code { white-space: pre-wrap; overflow-wrap: anywhere; }
.markdown-body summary { cursor: pointer; }
.markdown-body li:has(> input[type="checkbox"]) { list-style: none; }
.markdown-body li > input[type="checkbox"] { margin: 0 .4em .2em -1.4em; vertical-align: middle; }
@media (prefers-color-scheme: dark) {
  body { background: #0d1117; --pass: #3fb950; --fail: #f85149; --quiet: #9198a1; }
}
@media (max-width: 767px) { .markdown-body { padding: 15px; } }
@media print {
  .markdown-body { max-width: none; padding: 0; font-size: 11pt; }
  .markdown-body tr, .markdown-body li { break-inside: avoid; }
  .markdown-body details::details-content { content-visibility: visible; block-size: auto; }
}`;
/**
 * The report as one self-contained page that looks like GitHub's rendering, light and dark. The Markdown is ours:
 * everything from outside is escaped in it, and the page forbids itself scripts and requests besides.
 */
function renderHtml(markdown, title, tone = "unknown") {
    const body = coloured(marked_esm/* marked */.xI.parse(markdown, { async: false, gfm: true }));
    const name = title.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${name}</title>
<style>
${assets.assets["github-markdown.css"] ?? ""}${page}
</style>
</head>
<body class="${tone}">
<article class="markdown-body">
${body.trim()}
</article>
</body>
</html>
`;
}
const colours = { "✓": "pass", "✗": "fail", "◌": "fail", "–": "quiet" };
const verdict = /<td>([✓✗◌–]) (?=(?:PASS|OK|FAIL|ERROR|INCONCLUSIVE|UNDECIDED|OFF|NOT RUN|as in )(?:\b|$))/g;
/** The status and the verdicts of the tables in their colours. */
function coloured(html) {
    return html
        .replace(/(<strong>Status<\/strong>: )([A-Z ]+[A-Z])/, '$1<strong class="status">$2</strong>')
        .replaceAll(verdict, (_, sign) => `<td class="${colours[sign]}">${sign} `);
}

// EXTERNAL MODULE: ./build/src/domain/plural.js
var plural = __webpack_require__(3722);
// EXTERNAL MODULE: ./build/src/render/brief.js + 2 modules
var brief = __webpack_require__(2666);
// EXTERNAL MODULE: ./build/src/render/causes.js
var causes = __webpack_require__(7176);
// EXTERNAL MODULE: ./build/src/render/failing.js + 1 modules
var failing = __webpack_require__(3305);
// EXTERNAL MODULE: ./build/src/render/hosts.js
var hosts = __webpack_require__(4021);
// EXTERNAL MODULE: ./build/src/render/markdown.js
var markdown = __webpack_require__(5601);
// EXTERNAL MODULE: ./build/src/render/watch.js
var render_watch = __webpack_require__(3981);
// EXTERNAL MODULE: ./build/src/render/wording.js
var wording = __webpack_require__(290);
;// CONCATENATED MODULE: ./build/src/render/report-tables.js






/** Phase 6: Pre-Deployment Validation. Every check of the list has its row, also when it was never run. */
function validationTable(validate, checks) {
    const results = validate?.results ?? [];
    const known = checks.map(({ id }) => id);
    return arranged([
        ...checks.map(({ id, title }) => checkRow(title, results.find((one) => one.id === id))),
        ...results.filter((one) => !known.includes(one.id)).map((one) => checkRow(one.title, one)),
    ]);
}
function checkRow(title, one) {
    if (one === undefined)
        return row(title, "not-run");
    const shown = `${(0,wording/* shortened */.vI)(one.title, 200)}${(0,wording/* optionalMark */.ao)(one)}`;
    const strange = one.reason_code === "not_applicable" && one.verdict !== "pass" && !(0,causes/* notPassed */.KN)(one);
    return {
        title: shown,
        verdict: strange ? "does-not-apply" : one.verdict,
        status: (0,wording/* statusWords */.o7)(one),
        note: (0,wording/* figure */.vP)(one),
    };
}
/**
 * What failed first, then what passed and what was not run, each in one folded table; what is off and what does not
 * apply in one line.
 */
function arranged(rows) {
    const of = (...verdicts) => rows.filter((one) => verdicts.includes(one.verdict));
    const shown = (some) => (0,markdown/* table */.tp)(["Check", "Status"], some.map(({ title, status, note }) => [(0,markdown/* cell */.Hn)(title), `${status}${inBrackets(note)}`]));
    const fold = (title, some) => (some.length === 0 ? [] : [(0,markdown/* details */.zH)(title, shown(some))]);
    const line = (title, some) => some.length === 0
        ? []
        : [`${title}: ${some.map((one) => `${(0,markdown/* sentence */.em)(one.title)}${inBrackets(one.note)}`).join(", ")}`];
    const failed = of("fail", "error", "inconclusive");
    return [
        ...(failed.length === 0 ? [] : [shown(failed)]),
        ...fold(`✅ ${of("pass").length} of ${rows.length} passed`, of("pass")),
        ...fold(`⏭️ ${of("not-run").length} of ${rows.length} not run`, of("not-run")),
        ...line("➖ Switched off", of("off")),
        ...line("➖ Does not apply", of("does-not-apply")),
    ].join("\n\n");
}
function row(title, verdict, note = "") {
    return { title, verdict, status: wording/* verdictWords */.L2[verdict], note };
}
function inBrackets(note) {
    return note === "" ? "" : ` (${note})`;
}
/**
 * Phase 6: Deployment Validation. Its four rows, with what they rest on: the deployment itself, migrations, readiness
 * and approval.
 */
function deploymentTable(model) {
    const { staging, smoke, promote, rollback } = model;
    const from = (0,wording/* capital */.Nx)((0,wording/* shortened */.vI)(model.from, 100));
    const to = (0,wording/* capital */.Nx)((0,wording/* shortened */.vI)(model.environment, 100));
    const staged = steps(staging);
    const seen = smoke?.results ?? [];
    const shipped = steps(promote);
    const readiness = having(seen, "readiness");
    return arranged([
        deploymentRow(`${from} deployment`, staging),
        migrationRow(`${from} migrations`, staging, staged),
        row(`${from} health check`, worstOf([...having(staged, "health"), ...having(seen, "health")])),
        ...(readiness.length === 0 ? [] : [row(`${from} readiness`, worstOf(readiness))]),
        row(`${from} smoke tests`, worstOf([...having(staged, "smoke"), ...having(seen, "smoke")], having(seen, "smoke").length > 0)),
        approvalRow(`${to} approval`, promote?.results ?? []),
        deploymentRow(`${to} deployment`, promote),
        migrationRow(`${to} migrations`, promote, shipped),
        row(`${to} health check`, worstOf(having(shipped, "health"))),
        row(`${to} smoke tests`, worstOf(having(shipped, "smoke"))),
        ...(rollback === null ? [] : [deploymentRow(`${to} rollback`, rollback)]),
    ]);
}
/**
 * What was done for the release itself: up to the first result that blocked it. What follows belongs to the rollback.
 */
function steps(evidence) {
    const results = evidence?.results ?? [];
    const stop = results.findIndex(result/* blocks */.Bv);
    return stop < 0 ? results : results.slice(0, stop + 1);
}
function having(results, id) {
    return results.filter((one) => one.id === id);
}
const worstFirst = ["fail", "error", "inconclusive", "not-run", "off", "pass"];
/** The worst of several looks at one thing; not run when the look that decides is not among them. */
function worstOf(results, decided = true) {
    if (!decided && results.every((one) => one.verdict === "pass"))
        return "not-run";
    return worstFirst.find((verdict) => results.some((one) => one.verdict === verdict)) ?? "not-run";
}
function deploymentRow(title, evidence) {
    if (evidence === null)
        return row(title, "not-run");
    const { status, decision, results } = evidence;
    if (status === "planned")
        return row(title, "not-run", "dry run");
    if (status === "passed")
        return row(title, "pass");
    if (status === "running")
        return row(title, "error", "did not end");
    if (status === "cancelled")
        return row(title, "error", "cancelled");
    if (decision === "rollback-failed")
        return row(title, "fail", "the rollback failed as well");
    if (decision === "taken-back")
        return row(title, "fail", "rolled back");
    if (decision === "held")
        return row(title, "inconclusive", "a person decides");
    const blocked = results.find(result/* blocks */.Bv)?.kind;
    if (blocked === "announcement")
        return row(title, "not-run", "its start could not be announced");
    return blocked === "gate" ? row(title, "not-run", "blocked by a gate") : row(title, "fail");
}
function migrationRow(title, evidence, results) {
    const one = having(results, "migrate").at(-1);
    if (one === undefined)
        return evidence?.status === "passed"
            ? { ...row(title, "not-run", "none were due"), verdict: "does-not-apply" }
            : row(title, "not-run");
    const added = one.facts["added"];
    if (one.verdict !== "pass" || !Array.isArray(added))
        return row(title, one.verdict);
    return row(title, "pass", added.length === 0 ? "the schema was up to date" : `${(0,plural/* counted */.h)(added.length, "migration")} applied`);
}
/** The gates that an approval rests on: it counts where every one of them passed. */
const approvalGates = ["environment", "protection", "approval", "self-approval"];
function approvalRow(title, results) {
    const rows = results.filter(({ kind, id }) => kind === "gate" && approvalGates.includes(id));
    const one = having(rows, "approval").at(-1);
    const refused = rows.find(({ verdict }) => verdict === "fail" || verdict === "error");
    if (refused !== undefined)
        return row(title, refused.verdict, wordOf(refused));
    if (one === undefined)
        return row(title, "not-run");
    if (one.reason_code === "approval_not_required")
        return row(title, "off", "not gated: no approval required");
    const { approvers, self_approved } = one.facts;
    if (one.verdict !== "pass" || typeof approvers !== "string")
        return row(title, one.verdict, wordOf(one));
    return row(title, "pass", `${self_approved === true ? "self-approved by" : "approved by"} ${(0,markdown/* plainText */.wh)((0,wording/* shortened */.vI)(approvers, 200))}`);
}
/** `unprotected`, `not-gated`, `unverifiable` and their like; empty where the evidence has none. */
function wordOf({ facts }) {
    const word = facts["approval"];
    return typeof word === "string" ? (0,markdown/* plainText */.wh)((0,wording/* shortened */.vI)(word, 40)) : "";
}
/** Below this many requests the 99th percentile is the slowest request. */
const fewForP99 = 100;
/**
 * Phase 6: Post-Deployment Metrics, measured by our own requests. The table says what was not judged, and where there
 * were no samples.
 */
function metricsTable(promote) {
    const watch = promote?.results.filter((one) => one.id === "watch").at(-1);
    const { before = null, after = null } = promote ?? {};
    if (promote?.watch !== undefined && promote.watch.metrics.length > 0)
        return (0,render_watch/* watchShown */.z)(promote.watch);
    const judged = watch?.verdict === "pass" ? "✓ OK" : wording/* verdictWords */.L2[watch?.verdict ?? "not-run"];
    const rows = (0,markdown/* table */.tp)(["Metric", "Before → After", "Status"], [
        ["Error Rate", `${errorRate(before)} → ${errorRate(after)}`, judged],
        ["p99 Latency", `${latency(before)} → ${latency(after)}`, seen(after) ? "not judged" : wording/* verdictWords */.L2["not-run"]],
    ]);
    const windows = [
        ...(seen(before) ? [`${(0,plural/* counted */.h)(before.requests, "request")} in ${before.seconds.toFixed(1)} s before`] : []),
        ...(seen(after) ? [`${(0,plural/* counted */.h)(after.requests, "request")} in ${after.seconds.toFixed(1)} s after`] : []),
    ];
    if (windows.length === 0)
        return rows;
    const few = [before, after].some((one) => seen(one) && one.requests < fewForP99);
    const notes = [
        `Measured by phoenix-deploy's own requests: ${windows.join(", ")}.`,
        ...(few ? [`p99 of fewer than ${fewForP99} requests is the slowest of them.`] : []),
    ];
    return `${rows}\n\n${notes.join(" ")}`;
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

// EXTERNAL MODULE: ./build/src/render/stage-page.js
var stage_page = __webpack_require__(2766);
// EXTERNAL MODULE: ./build/src/render/summary.js
var summary = __webpack_require__(8430);
;// CONCATENATED MODULE: ./build/src/render/report.js













/** Characters of the release notes that the report repeats. */
const maxNotes = 60_000;
/**
 * The Deployment Validation Report in the sections of Phase 6's template, then the exit gate and what it all rests on;
 * at most 900 KiB. The status says what happened to the deployment, the exit gate which criteria are not met: two
 * things.
 */
function renderReport(model) {
    const { deployment, problems } = model;
    const sign = (0,headline/* signOf */.rL)((0,headline/* toneOf */.YV)(deployment));
    const results = [model.validate, model.staging, model.smoke, model.promote, model.rollback].flatMap(failuresOf);
    const failed = (0,failing/* failing */.Jr)(results, failing/* roomy */.L5, deployment.says);
    const remedy = failed.remedies.includes(deployment.remedy) ? "" : deployment.remedy;
    const parts = [
        "## Deployment Validation Report",
        (0,markdown/* lines */.Mn)(`**Version**: ${model.version === null ? "unknown" : `v${(0,markdown/* plainText */.wh)((0,wording/* shortened */.vI)(model.version, 100))}`}`, `**Date**: ${(0,wording/* minute */.Vc)(model.date.toISOString())}`, `**Environment**: ${(0,markdown/* plainText */.wh)((0,wording/* capital */.Nx)((0,wording/* shortened */.vI)(model.environment, 100)))}`, `**Status**: ${deployment.status} ${sign}`),
        (0,markdown/* bold */.Cr)((0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(deployment.says, 2_000))),
        ...(remedy === "" ? [] : [`**What to do:** ${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(remedy, 2_000))}`]),
        ...problems.map(problemLine),
        // Before all else: a reader of a failed deployment looks for nothing else.
        ...(results.length === 0 ? [] : ["### What did not pass", ...failed.table, ...failed.details]),
        "### Pre-Deployment Validation",
        validationTable(model.validate, model.checks),
        "### Deployment Validation",
        deploymentTable(model),
        ...[model.staging, model.promote, model.rollback].flatMap((one) => (one === null ? [] : (0,hosts/* hostsAndTimeline */.o)(one))),
        "### Post-Deployment Metrics",
        metricsTable(model.promote),
        "### Summary",
        (0,markdown/* lines */.Mn)(`**Deployment**: ${deployment.status === "SUCCESS" ? "SUCCESSFUL" : deployment.status}`, `**All Validations**: ${allValidations(model)}`, `**Exit Gate**: ${exitGateWord(model)}`),
        "### Exit Gate",
        model.criteria.map(criterionLine).join("\n"),
        ...(model.warnings.length === 0
            ? []
            : ["### Notes", model.warnings.map((one) => `- ${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(one, 1_000))}`).join("\n")]),
        ...whatWasApproved(model),
        ...(model.notes === null ? [] : [(0,markdown/* details */.zH)("Release notes", (0,markdown/* block */.om)((0,wording/* shortened */.vI)(model.notes, maxNotes), "markdown"))]),
        "### Evidence",
        ...(model.links.length === 0 ? ["No evidence was found."] : evidenceOf(model.links)),
    ];
    return `${(0,markdown/* cutTo */.yd)(parts.join("\n\n"), summary/* maxBytes */.I - 1, "The rest is in the evidence files.")}\n`;
}
function problemLine({ says, remedy = "" }) {
    return `> ${(0,markdown/* bold */.Cr)(`❌ ${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(says, 1_000))}`)} ${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(remedy, 1_000))}`.trimEnd();
}
/** PASSED only when every stage did; what was switched off or is optional is part of the word. */
function allValidations({ validate, staging, smoke, promote, problems }) {
    const stages = { validate, "deploy-staging": staging, "smoke-test": smoke, promote };
    const of = (which) => Object.entries(stages)
        .filter(([, evidence]) => which(evidence))
        .map(([name]) => name);
    const failed = of((evidence) => evidence !== null && evidence.status !== "passed" && evidence.status !== "planned");
    const missing = of((evidence) => evidence === null || evidence.status === "planned");
    if (failed.length > 0)
        return `FAILED (${failed.join(", ")})`;
    if (problems.length > 0)
        return `FAILED (${(0,plural/* counted */.h)(problems.length, "fault")} in the evidence)`;
    if (missing.length > 0)
        return `INCOMPLETE (not run: ${missing.join(", ")})`;
    const all = Object.values(stages).flatMap((evidence) => evidence?.results ?? []);
    const off = all.filter((one) => one.verdict === "off").map((one) => (0,markdown/* plainText */.wh)(one.id));
    const should = all
        .filter((one) => !one.required && one.kind === "check" && (0,causes/* notPassed */.KN)(one))
        .map((one) => (0,markdown/* plainText */.wh)(one.id));
    return [
        "PASSED",
        ...(off.length === 0 ? [] : [`${(0,plural/* counted */.h)(off.length, "check")} switched off (${off.join(", ")})`]),
        ...(should.length === 0 ? [] : [`${(0,plural/* counted */.h)(should.length, "optional check")} did not pass (${should.join(", ")})`]),
    ].join(", ");
}
function exitGateWord({ criteria, problems }) {
    const unmet = criteria.filter((one) => !one.met).length;
    if (unmet > 0)
        return `NOT MET, ${unmet} of ${criteria.length} criteria`;
    return problems.length > 0 ? "NOT MET, the evidence has faults" : `MET, all ${criteria.length} criteria`;
}
function criterionLine({ met, title, restsOn, remedy }) {
    const why = (0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(restsOn, 600));
    if (met)
        return `- [x] **${title}**: ${why}`;
    const todo = remedy === "" ? "" : ` What to do: ${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(remedy, 600))}`;
    return `- [ ] **${title}**, not met: ${why}${todo}`;
}
/**
 * What blocked a stage, and what was optional and did not pass; of a stage that was rolled back only the cause, not
 * the rollback.
 */
function failuresOf(evidence) {
    if (evidence === null || evidence.status === "planned")
        return [];
    if (evidence.stage === "validate" || evidence.stage === "smoke-test" || evidence.decision === "rollback-failed")
        return evidence.results.filter(causes/* notPassed */.KN);
    const cause = evidence.results.find(result/* blocks */.Bv);
    return cause === undefined ? [] : [cause];
}
function placeOf({ environment }) {
    return environment === null ? "" : `on ${(0,markdown/* cell */.Hn)((0,wording/* shortened */.vI)(environment, 100))} `;
}
/** The promotion brief as it was shown before the gate, folded. */
function whatWasApproved({ smoke, environment }) {
    if (smoke?.brief === undefined || smoke.brief.environment !== environment)
        return [];
    const title = `What the approver was shown (${(0,markdown/* plainText */.wh)((0,wording/* minute */.Vc)(smoke.brief.written_at))})`;
    return [(0,markdown/* details */.zH)(title, (0,brief/* briefParts */.v)(smoke.brief).join("\n\n"))];
}
/** What the report is written from, in the order of the stages. */
function evidenceOf(links) {
    const sorted = [...links].sort((a, b) => domain_evidence/* stageNames */.hL.indexOf(a.evidence.stage) - domain_evidence/* stageNames */.hL.indexOf(b.evidence.stage));
    const digests = sorted.map(({ evidence, sha256 }) => {
        const release = evidence.release === null ? "" : `, release ${(0,markdown/* code */.aY)(evidence.release.digest)}`;
        return `- ${evidence.stage}: file ${(0,markdown/* code */.aY)(sha256)}${release}`;
    });
    return [
        (0,markdown/* table */.tp)(["Stage", "Run", "Pinned"], sorted.map(({ evidence, pinned }) => [
            `${evidence.stage} ${placeOf(evidence)}${evidence.status}`,
            (0,stage_page/* runLink */.ut)(evidence),
            pinned ? "yes" : "⚠️ no",
        ])),
        (0,markdown/* details */.zH)("Digests (sha256)", digests.join("\n")),
    ];
}

;// CONCATENATED MODULE: ./build/src/stages/report-files.js






/** Removes the report of an earlier attempt, which must not be shown where this one fails; what others wrote stays. */
async function removeReport({ world: { files, job } }) {
    for (const name of ["report.md", "report.html"])
        await files.remove((0,external_node_path_.join)(job.workspace, domain_handover/* handover */.c.report, name));
}
/** Writes the report as Markdown and HTML, and makes it the job summary. */
async function writeReport({ world, recorder }, { story, criteria, documented }) {
    const { files, job, clock } = world;
    const { environment, from, chain, stages, version, deployment } = story;
    const links = chain.links.filter(({ evidence }) => evidence.stage !== "report");
    const markdown = renderReport({
        ...stages,
        version,
        date: clock.now(),
        environment,
        from,
        deployment,
        criteria,
        problems: chain.problems,
        warnings: [
            ...links.flatMap(({ evidence }) => evidence.warnings.map((one) => `${evidence.stage}: ${one}`)),
            ...recorder.evidence.warnings,
        ],
        links,
        notes: documented.notes,
        checks: (await (0,registry.loadChecks)()).filter(({ level }) => level !== "off"),
    });
    const folder = (0,external_node_path_.join)(job.workspace, domain_handover/* handover */.c.report);
    await files.write((0,external_node_path_.join)(folder, "report.md"), markdown);
    const title = `Deployment Validation Report ${version ?? ""}`.trim();
    await files.write((0,external_node_path_.join)(folder, "report.html"), renderHtml(markdown, title, (0,headline/* toneOf */.YV)(deployment)));
    recorder.summarise(markdown);
    recorder.output("report-path", `${domain_handover/* handover */.c.report}/report.md`);
}

;// CONCATENATED MODULE: ./build/src/announce/announce.js

/** How a promotion ends whose watch came to no verdict, unless it was rolled back. */
const held = new Set(["watch_held", "watch_inconclusive"]);
/** What is announced of an outcome; `by` is the evidence that decided it. */
function eventOf({ status }, by) {
    if (status === "SUCCESS")
        return "success";
    if (status === "ROLLED BACK")
        return "rollback";
    if (status === "NOT DEPLOYED")
        return "not-deployed";
    if (by !== null && held.has(by.reason_code))
        return "hold";
    return by?.stage === "rollback" || by?.decision === "rollback-failed" ? "rollback-failed" : "failed";
}
/** The version that serves after an event; null where the evidence that decided it does not say. */
function announce_servesAfter(event, by) {
    if (event === "success")
        return by?.release?.version ?? null;
    if (event !== "rollback" || by === null)
        return null;
    const id = by.stage === "rollback" ? by.to : by.from;
    return id === null ? null : (0,domain_release/* releaseVersionOf */.$_)(id);
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
var send = __webpack_require__(1255);
;// CONCATENATED MODULE: ./build/src/stages/announce.js









/** Largest evidence file that is read. */
const maxBytes = 8 << 20;
/**
 * Announces to all whom the settings name for this event, at once. What evidence says was accepted before is not said
 * again. A failure is a warning and changes nothing, unless the start is `required`.
 */
async function announce(run, news, before = []) {
    const doors = { ...run.world, folder: (0,external_node_path_.join)(run.world.job.workspace, domain_handover/* handover */.c.folder) };
    const wanted = run.settings.notify.filter((to) => wants(to, news));
    const sent = await Promise.all(wanted.map(async (to) => ({
        to,
        ...(await timed(run, async () => earlier(idOf(run, to), { to, news, before }) ?? (await (0,send/* announceTo */.NP)(to, news, doors)))),
    })));
    for (const { to, value: judgement, durationMs } of sent) {
        const title = `${titleOfReceiver(to)}: \`${news.event}\``;
        const required = to.required && news.event === "start";
        await recordTimed(run, { kind: "announcement", id: idOf(run, to), title, required }, { judgement, durationMs });
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
    const facts = (0,send/* factsOf */.xS)(to, news, 0);
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
 * (Phase 6: Team notified).
 */
async function announceStart(run, environment) {
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
    const sent = await announce(run, news);
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
    const event = ended.status === "passed" ? "rollback" : "rollback-failed";
    const news = newsOf(run, evidence, {
        ...keysOf(doerOf(evidence, environment), event),
        ...{ status: ended.status === "passed" ? "ROLLED BACK" : "FAILED", says: ended.says, environment },
        serves: servesAfter(event, evidence),
    });
    await announce(run, news);
}
/** Evidence of this run's report from attempts before, where a workflow brings it: whom they notified. */
async function earlierReports({ world }) {
    const { files, job } = world;
    const folder = (0,external_node_path_.join)(job.workspace, domain_handover/* handover */.c.earlier, "evidence");
    const found = [];
    for (const name of (await files.list(folder)).filter((one) => one.endsWith(".json"))) {
        const parsed = domain_evidence/* evidenceSchema */.jU.safeParse(await files.read((0,external_node_path_.join)(folder, name), maxBytes).then(parsedJson, () => null));
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
        version: release?.version ?? (from === null ? null : (0,domain_release/* releaseVersionOf */.$_)(from)),
        digest: release?.digest ?? null,
        ...{ repository: job.repository, run: job.runUrl, actor: job.actor },
        ...moment,
    };
}

;// CONCATENATED MODULE: ./build/src/stages/report-outcome.js



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

;// CONCATENATED MODULE: ./build/src/stages/report.js






/**
 * Joins every stage's evidence into the Deployment Validation Report, announces the outcome, and holds the exit gate
 * (Phase 6: Exit Gate).
 */
const report = async (run, inputs) => {
    const refused = await commitOf(run);
    if (refused !== null)
        return refused;
    await removeReport(run);
    const story = await readStory(run, inputs);
    const notified = await announceOutcome(run, story);
    const documented = await judgeDocumentation(run, story);
    const gate = inputs["exit-gate"];
    const criteria = await judgeExitGate(run, { story, notified, documented: documented.proof, gate });
    await writeReport(run, { story, criteria, documented });
    return concludeReport(story, criteria, gate);
};
/** The evidence may be of a commit that the event names, where that is checked out. */
async function commitOf(run) {
    const { pullRequest, workflowRun } = run.world.job;
    return pullRequest || workflowRun ? checkoutGate(run, { another: "warn" }) : null;
}


/***/ })

};
