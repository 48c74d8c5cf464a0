export const id = 841;
export const ids = [841];
export const modules = {

/***/ 355:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fd: () => (/* binding */ judgeChain),
/* harmony export */   z6: () => (/* binding */ agreement)
/* harmony export */ });
/* unused harmony export neededLinks */
/* harmony import */ var _domain_evidence_evidence_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6060);
/* harmony import */ var _evidence_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3424);
/* harmony import */ var _required_stage_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4662);



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
function judgeChain(facts) {
    const { chain, jobs, needed } = facts;
    const pinned = facts.unpinned === "refuse";
    const faults = [
        ...(pinned && jobs.trim() === "" ? [jobsMissing] : []),
        ...chain.problems,
        ...needed.map((one) => (0,_required_stage_js__WEBPACK_IMPORTED_MODULE_2__/* .requireStage */ .W)(chain, { ...one, pinned })),
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
        .filter(_evidence_js__WEBPACK_IMPORTED_MODULE_1__/* .counts */ .tQ)
        .sort((a, b) => _domain_evidence_evidence_js__WEBPACK_IMPORTED_MODULE_0__/* .stageNames */ .hL.indexOf(a.stage) - _domain_evidence_evidence_js__WEBPACK_IMPORTED_MODULE_0__/* .stageNames */ .hL.indexOf(b.stage))
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


/***/ }),

/***/ 3424:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  tQ: () => (/* binding */ counts),
  UW: () => (/* binding */ joinChain),
  IJ: () => (/* binding */ linkOf)
});

// EXTERNAL MODULE: ./build/src/domain/evidence/result.js
var result = __webpack_require__(8365);
// EXTERNAL MODULE: ./build/src/domain/evidence/evidence.js + 2 modules
var evidence_evidence = __webpack_require__(6060);
// EXTERNAL MODULE: ./build/src/gates/pins.js
var gates_pins = __webpack_require__(428);
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
        const says = `More than one evidence was called ${(0,gates_pins/* shortName */.EU)(name)}, each pinned by an output of ${jobs}: ` +
            "one replaced the other.";
        return conflict(says, "Run each action once for an environment in a run, and list the job that does under `needs`.");
    }
    const other = mine.find(({ pin }) => pin.file_sha256 !== sha256)?.pin;
    if (other !== undefined) {
        const says = `The evidence ${(0,gates_pins/* shortName */.EU)(name)} is not what its job pinned: its sha256 is ${sha256.slice(0, 12)}, ` +
            `pinned is ${other.file_sha256.slice(0, 12)}.`;
        return conflict(says, "Somebody changed the artifact. Do not deploy it; run validate again.");
    }
    const evidence = evidenceIn(text, why);
    if (typeof evidence === "string") {
        return {
            verdict: "error",
            reason_code: "evidence_unreadable",
            says: `The evidence ${(0,gates_pins/* shortName */.EU)(name)} cannot be read: ${evidence}.`,
            remedy: "Let every action of a run have the same version, and run the stage that wrote it again.",
        };
    }
    const odd = mine.find(({ pin }) => differs(pin, evidence, sha256));
    if (odd !== undefined) {
        const says = `The output of job \`${odd.job.id}\` that pins ${(0,gates_pins/* shortName */.EU)(name)} differs from that file: ` +
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
    const value = (0,gates_pins/* json */.Pq)(text);
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
        : `\`${member}\` is ${(0,gates_pins/* shortName */.EU)(String(pin[member]))} there, and ${(0,gates_pins/* shortName */.EU)(String(own[member]))} in the file`;
}
/** A file that a job pinned and that is not there. */
function missing(files, pins) {
    const lacking = pins.map((pin) => pin.file).filter((name) => !files.some((file) => file.name === name));
    return [...new Set(lacking)].map((name) => ({
        verdict: "error",
        reason_code: "evidence_missing",
        says: `The evidence ${(0,gates_pins/* shortName */.EU)(name)}, which a job pinned, is not in the folder.`,
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
function joinChain(facts) {
    const { pins: given, silent, misnamed, problems: faults } = (0,gates_pins/* readJobs */.RI)(facts.jobs, facts.neverBegan);
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
function linkOf(chain, stage, environment) {
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
            says: `The folder holds newer evidence of ${stage} (run ${(0,gates_pins/* shortName */.EU)(run_id)}, attempt ${(0,gates_pins/* shortName */.EU)(run_attempt)}) ` +
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
            says: `The evidence of ${evidence.stage} says passed, but its ${failed.kind} \`${(0,gates_pins/* shortName */.EU)(failed.id)}\`, ` +
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
        says: `The evidence of ${evidence.stage} is of run ${(0,gates_pins/* shortName */.EU)(evidence.run_id)}, this is run ${runId}.`,
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


/***/ }),

/***/ 428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EU: () => (/* binding */ shortName),
/* harmony export */   PL: () => (/* binding */ endedBadly),
/* harmony export */   Pq: () => (/* binding */ json),
/* harmony export */   RI: () => (/* binding */ readJobs),
/* harmony export */   we: () => (/* binding */ wasSkipped)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2716);
/* harmony import */ var _domain_evidence_evidence_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6060);
/* harmony import */ var _domain_values_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8675);



/** The outputs whose pins count: `evidence`, and where a job runs two actions `deploy-evidence` or `evidence-smoke`. */
const namedForIt = /^(evidence([-_].+)?|.+[-_]evidence)$/i;
const jobSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ result: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), outputs: zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({}).nullish() });
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
        const changed = outputs?.["changed"];
        const job = {
            id: shortName(id),
            result: neverBegan.includes(shortName(id)) ? "skipped" : shortName(result),
            ...(typeof changed === "string" ? { changed: shortName(changed) } : {}),
        };
        const mine = Object.entries(outputs ?? {}).flatMap(([name, value]) => {
            const pin = _domain_evidence_evidence_js__WEBPACK_IMPORTED_MODULE_0__/* .pinSchema */ .rA.safeParse(json(value)).data;
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
function json(text) {
    return typeof text === "string" ? (0,_domain_values_json_js__WEBPACK_IMPORTED_MODULE_2__/* .readJson */ .V)(text) : undefined;
}


/***/ }),

/***/ 4662:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ requireStage),
/* harmony export */   t: () => (/* binding */ believed)
/* harmony export */ });
/* harmony import */ var _domain_evidence_deployment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1043);
/* harmony import */ var _evidence_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3424);


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
function requireStage(chain, required) {
    const { stage, environment } = required;
    const link = (0,_evidence_js__WEBPACK_IMPORTED_MODULE_1__/* .linkOf */ .IJ)(chain, stage, environment);
    const name = environment === null ? stage : `${stage} on ${environment}`;
    if (link === undefined)
        return absent(chain, stage, name);
    const { evidence, pinned, jobs } = link;
    if (evidence.status !== "passed") {
        return {
            verdict: "fail",
            reason_code: "stage_failed",
            says: `${name} ${(0,_domain_evidence_deployment_js__WEBPACK_IMPORTED_MODULE_0__/* .ended */ .v6)(evidence)}: ${evidence.says}`,
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


/***/ }),

/***/ 3718:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ expectedRollback)
/* harmony export */ });
/* harmony import */ var _render_text_wording_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9700);
/* harmony import */ var _strategies_expected_rollback_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(828);
/* harmony import */ var _wanted_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7566);



/**
 * The rollback of one environment, planned before its deployment: while the previous release is kept warm, and later,
 * when it has to be started again.
 */
function expectedRollback(run, environment, releases) {
    const { hosts, slots, router, strategy, groups } = environment;
    const inGroups = groups === undefined ? {} : { groups };
    const layout = { hosts: hosts.map((host) => host.name), slots, routed: router.routes, ...inGroups };
    const wanted = {
        ...(0,_wanted_js__WEBPACK_IMPORTED_MODULE_2__/* .wantedFor */ .b)(run.settings, { environment, watchMs: 0 }, { release: "", owner: "" }),
        markBad: true,
    };
    const hold = (0,_render_text_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .durationText */ .S5)(strategy.holdSeconds * 1_000);
    const when = {
        always: "At any time:",
        warm: `Within ${hold} of the deployment, while ${releases.before} is kept warm:`,
        stopped: `Later, when ${releases.before} was stopped:`,
    };
    return (0,_strategies_expected_rollback_js__WEBPACK_IMPORTED_MODULE_1__/* .expectedRollbacks */ .U)({ layout, releases, wanted }).map((one) => ({ when: when[one.when], made: one.made }));
}


/***/ }),

/***/ 5002:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   At: () => (/* binding */ readEvidence),
/* harmony export */   FA: () => (/* binding */ chainGate),
/* harmony export */   RN: () => (/* binding */ wasCompared),
/* harmony export */   vE: () => (/* binding */ evidenceGate)
/* harmony export */ });
/* unused harmony export chainOf */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _domain_evidence_handover_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9999);
/* harmony import */ var _domain_values_error_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3059);
/* harmony import */ var _gates_chain_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(355);
/* harmony import */ var _gates_evidence_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3424);
/* harmony import */ var _judged_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4444);
/* harmony import */ var _stage_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8767);







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
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(job.workspace, _domain_evidence_handover_js__WEBPACK_IMPORTED_MODULE_1__/* .handover */ .c.evidence);
    const found = [];
    for (const name of (await files.list(folder)).filter((one) => one.endsWith(".json"))) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, name);
        const read = await files.read(path, maxEvidenceBytes).then((text) => ({ text }), (error) => ({
            text: null,
            why: (0,_domain_values_error_text_js__WEBPACK_IMPORTED_MODULE_5__/* .errorText */ .k)(error).replace(path, "it"),
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
    const manifest = await files.digest((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(job.workspace, _domain_evidence_handover_js__WEBPACK_IMPORTED_MODULE_1__/* .handover */ .c.manifest));
    const chain = (0,_gates_evidence_js__WEBPACK_IMPORTED_MODULE_3__/* .joinChain */ .UW)({
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
    const judgement = await (0,_judged_js__WEBPACK_IMPORTED_MODULE_4__/* .judged */ .g$)(run, subject, async () => (0,_gates_chain_js__WEBPACK_IMPORTED_MODULE_2__/* .judgeChain */ .fd)(await chainOf(run, demand)));
    return wasCompared(judgement) && judgement.verdict !== "pass" ? (0,_stage_js__WEBPACK_IMPORTED_MODULE_6__/* .stopped */ .c)(judgement, _judged_js__WEBPACK_IMPORTED_MODULE_4__/* .nothingChanged */ .Us) : null;
}


/***/ }),

/***/ 828:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ deployedFleet),
/* harmony export */   U: () => (/* binding */ expectedRollbacks)
/* harmony export */ });
/* harmony import */ var _domain_fleet_fleet_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1885);
/* harmony import */ var _domain_fleet_plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5590);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1628);
/* harmony import */ var _rollback_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9791);




/**
 * The rollbacks that a deployment would need, planned before it: on a fleet where the release serves and the one before
 * is kept on disk, and in its slot until its hold is over.
 */
function expectedRollbacks(expected, all = _registry_js__WEBPACK_IMPORTED_MODULE_0__/* .strategies */ .W) {
    const { wanted } = expected;
    const strategy = (0,_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .strategyOf */ .x)(wanted, all);
    const plan = (warm) => (0,_rollback_js__WEBPACK_IMPORTED_MODULE_1__/* .planRollback */ .I)(deployedFleet(expected, warm), wanted, all);
    if ((0,_domain_fleet_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .isRefusal */ .vu)(strategy) || !strategy.holds || wanted.holdSeconds === 0)
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
        slots: Object.fromEntries(Object.entries((0,_domain_fleet_fleet_js__WEBPACK_IMPORTED_MODULE_3__/* .slotsOn */ .$C)(layout, host)).map(([slot, { port }]) => {
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
    const router = Object.fromEntries(hosts.flatMap((host) => Object.keys((0,_domain_fleet_fleet_js__WEBPACK_IMPORTED_MODULE_3__/* .slotsOn */ .$C)(layout, host)).map((slot) => [
        (0,_domain_fleet_fleet_js__WEBPACK_IMPORTED_MODULE_3__/* .serverName */ .L5)(layout, host, slot),
        { state: slot === serving ? "ready" : "maint", weight: 100, sessions: 0 },
    ])));
    return {
        hosts: fleet,
        router: routed ? router : null,
        ...(routing === undefined ? {} : { routing }),
        ...(groups === undefined ? {} : { groups }),
    };
}


/***/ })

};
