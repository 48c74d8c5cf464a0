export const id = 991;
export const ids = [991];
export const modules = {

/***/ 1991:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  promote: () => (/* binding */ promote)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/domain/evidence/result.js
var result = __webpack_require__(8365);
// EXTERNAL MODULE: ./build/src/domain/release/release.js
var release_release = __webpack_require__(2161);
// EXTERNAL MODULE: ./build/src/domain/rollback/outcome.js
var rollback_outcome = __webpack_require__(7971);
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
    const outcome = rollbackOutcome(by);
    if (outcome === "done")
        return "rollback";
    return outcome === "nothing-changed" && !changeBegan(by.results) ? "rollback-refused" : "rollback-failed";
}
/** The version that serves after an event; null where the evidence that decided it does not say. */
function announce_servesAfter(event, by) {
    if (event === "success")
        return by?.release?.version ?? null;
    if (by === null || (event !== "rollback" && event !== "rollback-refused"))
        return null;
    const id = by.stage === "rollback" && event === "rollback" ? by.to : by.from;
    return id === null ? null : releaseVersionOf(id);
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
// EXTERNAL MODULE: ./build/src/domain/evidence/evidence.js + 2 modules
var evidence_evidence = __webpack_require__(6060);
// EXTERNAL MODULE: ./build/src/domain/evidence/handover.js
var evidence_handover = __webpack_require__(9999);
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

;// CONCATENATED MODULE: ./build/src/stages/announce.js









/** Largest evidence file that is read. */
const maxBytes = (/* unused pure expression or super */ null && (8 << 20));
/**
 * Announces to all whom the settings name for this event, at once. What evidence says was accepted before is not said
 * again. A failure is a warning and changes nothing, unless the start is `required`.
 */
async function announce(run, news, before = []) {
    const doors = { ...run.world, folder: (0,external_node_path_.join)(run.world.job.workspace, evidence_handover/* handover */.c.folder) };
    const wanted = run.settings.notify.filter((to) => wants(to, news));
    const sent = await Promise.all(wanted.map(async (to) => ({
        to,
        ...(await judged_timed(run, async () => earlier(idOf(run, to), { to, news, before }) ?? (await (0,send/* announceTo */.NP)(to, news, doors)))),
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
 * (Phase 6: Team notified). `named` are those alone whose `environments` name this one: few want the news of a staging.
 */
async function announceStart(run, environment, to = "all") {
    // What was cancelled does not begin.
    if (run.world.cancellation.cancelled)
        return null;
    const { evidence } = run.recorder;
    const news = newsOf(run, evidence, {
        ...(0,announce_news/* keysOf */.YD)(doerOf(evidence, environment), "start"),
        status: "STARTED",
        says: evidence.from === null ? "" : `${(0,release_release/* releaseVersionOf */.$_)(evidence.from)} serves until then.`,
        environment,
        serves: evidence.from === null ? null : (0,release_release/* releaseVersionOf */.$_)(evidence.from),
    });
    const receivers = run.settings.notify.filter(({ environments }) => to === "all" || environments?.includes(environment) === true);
    const sent = await announce({ ...run, settings: { ...run.settings, notify: receivers } }, news);
    const refused = sent.find(({ to, judgement }) => to.required && judgement.verdict !== "pass");
    if (refused === undefined)
        return null;
    const { says, remedy = "" } = refused.judgement;
    return (0,stage/* stopped */.c)({ reason_code: "not_announced", says: `The start could not be announced. ${says}`, remedy }, "Nothing was changed.");
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
    const folder = join(job.workspace, handover.earlier, "evidence");
    const found = [];
    for (const name of (await files.list(folder)).filter((one) => one.endsWith(".json"))) {
        const parsed = evidenceSchema.safeParse(await files.read(join(folder, name), maxBytes).then(parsedJson, () => null));
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

// EXTERNAL MODULE: ./build/src/domain/fleet/fleet.js
var fleet_fleet = __webpack_require__(1885);
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

// EXTERNAL MODULE: ./build/src/domain/values/plural.js
var plural = __webpack_require__(4939);
;// CONCATENATED MODULE: ./build/src/signals/once/unit-end.js

const kill = 9;
/** How a slot's process ended by what systemd has of it; null where it shows nothing. */
function unitEnding({ restarts, result, status, memoryMax }) {
    const again = restarts === 0 ? "" : ` It was started again ${(0,plural/* counted */.h)(restarts, "time")} before.`;
    const limit = memoryMax === null ? "" : `${Math.round(memoryMax / 2 ** 20)} MiB of memory`;
    const remedy = "Raise `systemd.memory-max` in the settings, or find out what takes the memory.";
    if (result === "oom-kill")
        return {
            says: `systemd reports that it was killed for its use of memory${limit && `; its unit allows ${limit}`}.${again}`,
            remedy,
        };
    // Kernels with the older control groups do not report to systemd that it was the limit.
    if (result === "signal" && status === kill && memoryMax !== null)
        return {
            says: `systemd reports that it was killed by signal 9 (SIGKILL); its unit allows ${limit}.${again}`,
            remedy,
        };
    const why = {
        "exit-code": `it exited with code ${status}`,
        signal: `it was ended by signal ${status}`,
        "core-dump": `it was ended by signal ${status}`,
        timeout: "it did not start or stop in the time of its unit",
        "start-limit-hit": "it ended too often, so that it is not started again",
        resources: "it had no resources to start it",
    };
    const seen = why[result];
    if (seen !== undefined)
        return { says: `systemd reports that ${seen}.${again}` };
    return restarts === 0 ? null : { says: `systemd started it again ${(0,plural/* counted */.h)(restarts, "time")} since its start.` };
}

;// CONCATENATED MODULE: ./build/src/signals/once/owner.js

/**
 * Asks the host who answers on a slot's port. Anything but the slot's own process, running the release, does not count
 * as an answer.
 */
async function judgeOwner(owned) {
    const seen = await owned.answering();
    const judgement = judgeAnswering(owned, seen);
    const ending = judgement.reason_code === "not_healthy" && seen?.unit !== undefined ? unitEnding(seen.unit) : null;
    if (ending === null)
        return judgement;
    return { ...judgement, ...ending, says: `${judgement.says} ${ending.says}` };
}
/** What was seen on a slot's port, judged without asking. */
function judgeAnswering({ host, slot, release }, seen) {
    const place = `slot ${slot} of ${host}`;
    if (seen === null) {
        const says = `${host} did not report which process answers on the port of slot ${slot}.`;
        return {
            verdict: "error",
            reason_code: "state_unknown",
            says,
            remedy: "Run the job again: it observes first.",
        };
    }
    const { process: running, listener, stranger } = seen;
    if (listener === "foreign") {
        return {
            verdict: "fail",
            reason_code: "port_taken",
            says: `The port of ${place} is answered by ${stranger}, which was not started for this slot.`,
            remedy: "Stop that process, or give the slot another port in the settings and in the router.",
            facts: { listener },
        };
    }
    if (running === null) {
        return {
            verdict: "fail",
            reason_code: "not_healthy",
            says: `The process of ${place} has ended.`,
            facts: { listener, ended: true },
        };
    }
    if (running.release === null) {
        const says = `Process ${running.pid} of ${place} does not run from a release: ` +
            "it is still starting, or its start script never ends.";
        return { verdict: "fail", reason_code: "not_healthy", says, facts: { listener, pid: running.pid } };
    }
    if (running.release !== release) {
        return {
            verdict: "fail",
            reason_code: "wrong_release",
            says: `Process ${running.pid} of ${place} runs from ${running.release}, not from ${release}.`,
            remedy: "Another deployment started in this slot. Run the job again.",
            facts: { listener, pid: running.pid },
        };
    }
    if (listener === "none") {
        const says = `Process ${running.pid} of ${place} runs but does not listen on its port.`;
        const remedy = "The application has to listen on the port that the variable PORT names.";
        return { verdict: "fail", reason_code: "not_healthy", says, remedy, facts: { listener, pid: running.pid } };
    }
    const says = `Process ${running.pid} of ${place} runs ${release} and is the only one that listens on its port.`;
    return { verdict: "pass", reason_code: "passed", says, facts: { listener, pid: running.pid, release } };
}
/**
 * A judgement that counts only where the slot's own process answered, before it and after it. What was seen after
 * another one a moment ago is `before` of this one: the time between belongs to it too.
 */
async function judgeOwned(owned, judge, seen = null) {
    const before = seen ?? (await judgeOwner(owned));
    if (before.verdict !== "pass")
        return before;
    const judgement = await judge();
    const after = await judgeOwner(owned);
    // What failed because the process ended is explained by that end, and by nothing that the host does not report.
    if (judgement.verdict !== "pass" && after.verdict !== "fail")
        return judgement;
    return sameProcess(owned, { before, judgement, after });
}
/** A judgement that counts where the look before it and the one after it saw the same process. */
function sameProcess({ slot }, { before, judgement, after }) {
    if (after.verdict !== "pass")
        return after;
    if (before.facts?.["pid"] === after.facts?.["pid"])
        return { ...judgement, facts: { ...judgement.facts, ...after.facts } };
    const says = `Process ${before.facts?.["pid"]} of slot ${slot} ended while it was asked; ${after.facts?.["pid"]} ` +
        "answers now.";
    return { verdict: "fail", reason_code: "not_healthy", says };
}

// EXTERNAL MODULE: ./build/src/domain/delivery/word.js
var word = __webpack_require__(3723);
// EXTERNAL MODULE: ./build/src/domain/values/error-text.js
var error_text = __webpack_require__(3059);
// EXTERNAL MODULE: ./build/src/checks/version.js
var checks_version = __webpack_require__(1279);
// EXTERNAL MODULE: ./build/src/domain/release/version-tag.js
var version_tag = __webpack_require__(1545);
;// CONCATENATED MODULE: ./build/src/stages/release-commit.js




/**
 * The commit that a release was built from, which no host knows: by the release at hand, by the record of deployments,
 * or by the tag of its version. Null where none of them says.
 */
async function commitOfRelease(run, id, history) {
    const { release } = run.recorder.evidence;
    if (release !== null && (0,release_release/* releaseId */.Bf)(release) === id)
        return release.git_sha;
    const recorded = history.find((one) => releasesOf(one).includes(id));
    return recorded?.sha ?? (await commitOfTag(run, (0,release_release/* releaseVersionOf */.$_)(id)));
}
/** The releases that a record names. */
function releasesOf({ own, words }) {
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

;// CONCATENATED MODULE: ./build/src/stages/deployment-record.js





const finalStates = new Set(["success", "failure", "error", "inactive"]);
/**
 * Does the work with a record of it on GitHub, which says afterwards what serves: the job's own deployment where it is
 * of this environment and commit, else one of ours. It is opened beside the work, which waits for nothing; a record
 * that cannot be written is a line in the log. The lock is ours: of records of ours that have no end, no run works any
 * more.
 */
async function recorded(run, change, work) {
    if (change.environment.deploymentRecord === "off")
        return work();
    const recording = { run, change, refused: saidOnce(run) };
    const begun = { record: null };
    const opening = deployment_record_open(recording).then((record) => {
        begun.record = record;
    }, (error) => run.world.log.info(`No deployment was recorded: ${(0,error_text/* errorText */.k)(error)}`));
    let conclusion = null;
    try {
        conclusion = await work();
        return conclusion;
    }
    finally {
        // A cancelled job is ended within seconds: what has no answer yet gets no word from this run.
        if (!run.world.cancellation.cancelled)
            await opening;
        if (begun.record !== null)
            await deployment_record_close(recording, begun.record, conclusion).catch((error) => run.world.log.info(`The deployment's record was not finished: ${(0,error_text/* errorText */.k)(error)}`));
    }
}
/** A dry run is no deployment, whatever GitHub makes of its job: the job's own deployment says so. */
async function recordDryRun(run, { environment, jobId }) {
    if (environment.deploymentRecord === "off")
        return;
    const { github, job } = run.world;
    const own = await github.jobEnvironment(jobId, job.sha, environment.name).catch(() => null);
    if (own?.ok !== true || own.value.name !== environment.name || own.value.deployment === undefined)
        return;
    const { release, to } = run.recorder.evidence;
    const description = (0,word/* deliveryWord */.Zo)("dry-run", to ?? release?.version ?? "none", "Nothing was changed.");
    await say({ run, refused: quiet }, own.value.deployment, { state: "in_progress", description, url: null });
}
async function deployment_record_open(recording) {
    const { run, change, refused } = recording;
    const { world, recorder } = run;
    const { name } = change.environment;
    const read = await world.github.deploymentHistory(name, world.clock.now().toISOString());
    const history = read.ok ? read.value.deployments : [];
    const own = change.kind === "deploy" ? await ownDeployment(run, change) : null;
    for (const { id, own: ours } of history.filter((one) => one.own !== null && isOpen(one) && one.id !== own)) {
        const says = "The run that made this record ended without saying how.";
        await say(recording, id, {
            state: "error",
            description: (0,word/* deliveryWord */.Zo)("unknown", ours?.release ?? "none", says),
            url: null,
        });
    }
    if (own !== null)
        return { id: own, own: true, history };
    const { to } = recorder.evidence;
    const sha = to === null ? null : await commitOfRelease(run, to, history);
    if (sha === null) {
        world.log.info(`No deployment is recorded: no tag and no earlier record names the commit of ${to ?? "the release"}.`);
        return { id: null, own: false, history };
    }
    const made = await world.github.createDeployment(recordOf(run, change, sha));
    if (!made.ok) {
        refused(made);
        return { id: null, own: false, history };
    }
    const { id } = made.value;
    await say(recording, id, { state: "in_progress", description: "", url: change.environment.url });
    return { id, own: false, history };
}
/** The job's own deployment, where it is of this environment, and of the commit that is deployed. */
async function ownDeployment({ world, recorder }, change) {
    const { sha } = world.job;
    if (recorder.evidence.release?.git_sha !== sha)
        return null;
    const own = await world.github.jobEnvironment(change.jobId, sha, change.environment.name);
    return own.ok && own.value.name === change.environment.name ? (own.value.deployment ?? null) : null;
}
function isOpen({ words }) {
    return !words.some(({ state }) => finalStates.has(state));
}
function recordOf({ world, recorder }, change, sha) {
    const { environment, kind, why } = change;
    const { from, to } = recorder.evidence;
    const task = kind === "deploy" ? "deploy" : "rollback";
    return {
        ...{ environment: environment.name, sha, task },
        // As where its approval is asked for without a word of the settings.
        production: environment.approval.promoteOnly !== true,
        says: `${task} to ${to} by phoenix-deploy`.slice(0, 140),
        payload: { release: to, from, run: world.job.runUrl, reason: why },
    };
}
/** The last word of this run, and that of the release which was left. */
async function deployment_record_close(recording, record, conclusion) {
    const { run, change } = recording;
    const { evidence } = run.recorder;
    const { state, end } = endOf(run, conclusion);
    const says = conclusion?.says ?? "The run ended with an unexpected error.";
    const url = end === "serves" ? change.environment.url : null;
    const writer = record.own ? { run, refused: quiet } : recording;
    if (record.id !== null)
        await say(writer, record.id, { state, description: (0,word/* deliveryWord */.Zo)(end, evidence.to ?? "none", says), url });
    const left = change.kind === "rollback" && end === "serves" ? evidence.from : null;
    if (left === null || run.world.cancellation.cancelled)
        return;
    const one = deploymentOf(record.history, left);
    const description = (0,word/* deliveryWord */.Zo)("rolled-back", left, `${evidence.to} serves. Reason: ${change.why}.`);
    if (one !== null)
        await say(recording, one.id, { state: "inactive", description, url: null });
}
/** The deployment that brought a release: one that names it, else the newest that succeeded and names none. */
function deploymentOf(history, release) {
    const words = ({ words: all }) => all.flatMap(({ description }) => (0,word/* readDeliveryWord */.Nq)(description) ?? []);
    const named = history.find((one) => words(one).some((word) => word.end === "serves" && word.release === release));
    const unnamed = (one) => words(one).length === 0 && one.words.some(({ state }) => state === "success");
    return named ?? history.find(unnamed) ?? null;
}
/** How a change ended, in GitHub's word and in ours. */
function endOf({ recorder }, conclusion) {
    const outcome = conclusion === null ? null : (0,rollback_outcome/* rollbackOutcome */.pl)({ ...recorder.evidence, ...conclusion });
    if (conclusion?.status === "passed" || outcome === "unfinished")
        return { state: "success", end: "serves" };
    if (!(0,result/* changeBegan */.uH)(recorder.evidence.results))
        return { state: "inactive", end: "unchanged" };
    if (conclusion === null || conclusion.status === "cancelled")
        return { state: "error", end: "unknown" };
    if (outcome === "done")
        return { state: "failure", end: "rolled-back" };
    if (conclusion.decision === "held")
        return { state: "failure", end: "unknown" };
    return { state: "failure", end: "failed" };
}
async function say({ run, refused }, id, status) {
    const answer = await run.world.github.deploymentStatus(id, { ...status, log: run.world.job.runUrl });
    if (!answer.ok)
        refused(answer);
}
const quiet = () => undefined;
/** One line in the log, once: the default token may not write deployments, and most readers do not miss them. */
function saidOnce({ world }) {
    let said = false;
    return ({ status, why }) => {
        if (said)
            return;
        said = true;
        const remedy = status === 403 || status === 404
            ? " To have it, give the job `deployments: write`; to leave it, set `deployment-record: off`."
            : "";
        const reason = status === 0 ? why : `${status}: ${why}`;
        world.log.info(`GitHub's record of deployments was not written (${reason}).${remedy}`);
    };
}

// EXTERNAL MODULE: ./build/src/domain/values/json.js
var values_json = __webpack_require__(8675);
;// CONCATENATED MODULE: ./build/src/signals/once/identity.js

/** The version that answers at an address, against the one expected. */
async function judgeAnsweredVersion(url, version, http) {
    const answer = await http.request({ method: "GET", url, limitMs: 5_000 });
    if (!answer.answered)
        return { verdict: "fail", reason_code: "wrong_version", says: `${url} did not answer: ${answer.why}.` };
    const seen = answer.status === 200 ? versionInBody(answer.body) : null;
    if (seen === null) {
        return {
            verdict: "error",
            reason_code: "wrong_version",
            says: `${url} answered ${answer.status} without a version.`,
            remedy: "Let it answer 200 with the version as text, or as JSON with a `version` member. `health.version` " +
                "names the path, and `off` asks for none.",
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
function versionInBody(body) {
    const text = body.trim();
    const json = (0,values_json/* readJson */.V)(text);
    if (json === undefined)
        return /^v?\d+\.\d+\.\d+\S*$/.test(text) ? text.replace(/^v/, "") : null;
    if (typeof json === "object" && json !== null && "version" in json && typeof json.version === "string")
        return json.version;
    return typeof json === "string" ? json : null;
}

;// CONCATENATED MODULE: ./build/src/signals/metrics/headers.js
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



/** Requests through the public URL, with the headers of `probe.headers-from`, such as a staging's password. */
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
function headersMissing({ secret }, { name, probe, signals = {} }) {
    const named = {
        probe: probe.headersFrom ?? undefined,
        "signals.prometheus": signals.prometheus?.["headers-from"],
        "signals.scrape": signals.scrape?.["headers-from"],
        "signals.json": signals.json?.["headers-from"],
    };
    for (const [key, variable] of Object.entries(named)) {
        if (variable === undefined)
            continue;
        const value = secret(variable);
        const why = value === undefined ? "it is not set, or empty" : readHeaders(value);
        if (typeof why !== "string")
            continue;
        const says = `The variable ${variable}, which \`environments.${name}.${key}.headers-from\` names, ` +
            `cannot be used: ${why}.`;
        const example = `${variable}: "Authorization: Basic \${{ secrets.STAGING_BASIC }}"`;
        const remedy = `Set it in \`env\` of the step, such as \`${example}\`.`;
        return (0,stage/* stopped */.c)({ reason_code: "invalid_settings", says, remedy }, judged_nothingChanged);
    }
    return null;
}

;// CONCATENATED MODULE: ./build/src/stages/public-url.js



const publicGate = {
    kind: "gate",
    id: "public-url",
    title: "The public address leads to what serves now",
    required: true,
};
const tries = 3;
const pauseMs = 1_000;
const requestMs = 5_000;
/**
 * Asks the public address before anything is changed: what serves now has to answer there, in whatever version, or the
 * address is wrong and a release would be rolled back for it. What serves is asked directly too: where it does not
 * answer itself, or the address answers with 5xx, the deployment may be the remedy, so this is a warning. What is
 * returned records the answer; null when the deployment may go on.
 */
async function askPublicFirst(run, asked) {
    const { environment, target, fleet } = asked;
    const serving = target.serving(fleet);
    // Nothing serves yet, or any more: nothing can be asked.
    if (serving === null)
        return async () => null;
    const { http } = run.world;
    const outside = publicHttp(run.world, environment);
    // An application that names no version at all is asked for its health.
    const { version, path: healthPath } = environment.health;
    const path = version ?? healthPath;
    const whole = (answer) => answer.answered && answer.status === 200 && (version === null || versionInBody(answer.body) !== null);
    const url = `${environment.url}${path}`;
    const { value: seen, durationMs } = await judged_timed(run, () => answering(run, { url, http: outside }, whole));
    if (seen === null) {
        const says = `${environment.url} answers before anything is changed.`;
        const judgement = { verdict: "pass", reason_code: "passed", says };
        return () => judged_recordTimed(run, publicGate, { judgement, durationMs }).then(() => null);
    }
    const base = await target.reach(serving.host, serving.slot);
    const direct = await http.request({ method: "GET", url: `${base}${path}`, limitMs: requestMs });
    if (!whole(direct) || seen.status >= 500) {
        const warning = `Before the deployment ${seen.says} The deployment goes on, since it may be the remedy.`;
        return () => run.recorder.warn(warning).then(() => null);
    }
    const judgement = {
        verdict: "fail",
        reason_code: "public_url_failed",
        says: `${seen.says} ${serving.release} answers on ${serving.host} itself, so ${seen.why}.`,
        remedy: seen.certificate
            ? `Renew the certificate of ${environment.url}, with its whole chain, and run the job again. One of an ` +
                "authority of your own needs `NODE_EXTRA_CA_CERTS` in the job."
            : `Correct \`url\` of ${environment.name} in the settings, or what is in front of the application, and run ` +
                "the job again.",
    };
    return () => judged_recordTimed(run, publicGate, { judgement, durationMs }).then(() => judgement);
}
/** Node's codes for a certificate that does not hold, such as `CERT_HAS_EXPIRED`. */
const ofCertificate = /^[A-Z_]*(CERT|LEAF_SIGNATURE)[A-Z_]*$/;
/** Null when the answer is whole; else what came instead the last time. */
async function answering(run, { url, http }, whole) {
    const { clock, cancellation } = run.world;
    for (let number = 1;; number += 1) {
        const answer = await http.request({ method: "GET", url, limitMs: requestMs });
        if (whole(answer))
            return null;
        if (number === tries || cancellation.cancelled) {
            const elsewhere = { why: "the address does not lead there", certificate: false };
            if (answer.answered) {
                const says = `${url} answered ${answer.status}, not what the release that serves now answers.`;
                return { says, status: answer.status, ...elsewhere };
            }
            const says = `${url} did not answer: ${answer.why}.`;
            if (!ofCertificate.test(answer.why))
                return { says, status: 0, ...elsewhere };
            return { says, status: 0, why: "it is the certificate that is not accepted", certificate: true };
        }
        await clock.sleep(pauseMs);
    }
}
/**
 * The public address after the shift. The release was proved on its host: another answer is a fault of the address or
 * of what is in front of it.
 */
async function judgePublicVersion(url, version, http) {
    const judged = await judgeAnsweredVersion(url, version, http);
    if (judged.verdict === "pass")
        return judged;
    return {
        ...judged,
        reason_code: "public_url_failed",
        remedy: "The release answers on its host: look at `url` in the settings, and at the router, cache or proxy before it.",
    };
}

;// CONCATENATED MODULE: ./build/src/stages/fit.js



const fitGate = { kind: "gate", id: "target-fit", title: "The target is fit for the release", required: true };
/**
 * Before anything changes: every fault of every host at once, and whether the public address leads to what serves now.
 */
async function fitFirst(run, asked) {
    const { target } = asked;
    const fit = await judged_timed(run, () => target.fitness());
    const { fleet, record } = await publicFirst(run, asked);
    const judgement = judgeFitness(fit.value);
    await judged_recordTimed(run, fitGate, { judgement, durationMs: fit.durationMs });
    const unreachable = await record();
    if (judgement.verdict !== "pass")
        return { ends: (0,stage/* stopped */.c)(judgement, judged_nothingChanged) };
    return unreachable === null ? { ends: null, fleet } : { ends: (0,stage/* stopped */.c)(unreachable, judged_nothingChanged) };
}
/** Where the target cannot be observed, its fitness says why. */
async function publicFirst(run, asked) {
    const seen = await asked.target.observe();
    if ("failed" in seen)
        return { fleet: null, record: async () => null };
    const { fleet } = seen;
    return { fleet, record: await askPublicFirst(run, { ...asked, fleet }) };
}
/** One fault has its own reason; several are listed as findings, one for each. */
function judgeFitness({ faults, seen }) {
    const [first] = faults;
    if (first === undefined)
        return { verdict: "pass", reason_code: "passed", says: seen.join(" ") };
    const says = ({ host, says: why }) => `${host}: ${why}`;
    if (faults.length === 1)
        return { verdict: "fail", reason_code: first.reason_code, says: says(first), remedy: first.remedy };
    return {
        verdict: "fail",
        reason_code: "target_unfit",
        says: `The target has ${faults.length} faults: ${faults.map(says).join(" ")}`,
        remedy: [...new Set(faults.map(({ remedy }) => remedy).filter((text) => text !== ""))].join(" "),
        findings: faults.map((fault) => ({ severity: "error", rule: fault.reason_code, message: says(fault) })),
    };
}

;// CONCATENATED MODULE: ./build/src/stages/lock.js



const pollMs = 2_000;
const sayAgainMs = 60_000;
/**
 * Observes and plans, again and again while only another run's lock or its last step keeps the plan from being made.
 * What was `known` a moment ago is not asked for at first.
 */
async function planWhenFree(run, { target, plan, until, meaning }, known = null) {
    const { clock, cancellation, log } = run.world;
    let saidOf = "";
    let saidAt = 0;
    for (let first = known;; first = null) {
        const { value: seen, durationMs } = await judged_timed(run, () => (first === null ? target.observe() : { fleet: first }));
        if (!("fleet" in seen)) {
            const subject = { kind: "step", id: "observe-target", title: "Observe the target", required: true };
            await judged_recordTimed(run, subject, { judgement: seen.failed, durationMs });
            return (0,stage/* stopped */.c)(seen.failed, meaning);
        }
        const made = plan(seen.fleet);
        if (!isRefusal(made))
            return { fleet: seen.fleet, plan: made };
        const left = until - clock.ticks();
        if (!target.passes(made) || left <= 0)
            return refused(run, made, meaning);
        const owners = [...seen.fleet.hosts, ...(seen.fleet.routerHosts ?? [])]
            .map(({ lease }) => lease?.owner ?? "")
            .join();
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
const cancelledWaiting = (0,stage/* cancelled */.K)("Cancelled while waiting for the lock. Nothing was changed.");
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
            const title = locks[0]?.says ?? "Take the lock";
            await judged_judged(run, { kind: "step", id: "acquire-lock", title, required: true }, () => failed);
            return (0,stage/* stopped */.c)(failed, locking.meaning);
        }
        const again = await planWhenFree(run, locking);
        if ("status" in again)
            return again;
        plan = again.plan;
    }
}
/**
 * A plan from facts that were seen under all of its locks. One that still has locks to take, because another run had
 * one in between or a host is there again, is made again once they are ours: what was seen before may have changed.
 */
async function planUnderLock(run, locking) {
    for (;;) {
        const planned = await planWhenFree(run, locking);
        if ("status" in planned || planned.plan.steps.every(({ type }) => type !== "acquire-lock"))
            return planned;
        const refused = await takeLocks(run, locking, planned.plan);
        if (refused !== null)
            return refused;
    }
}
/** How long a plan waits for the step before it to end on its host. */
const stepEndsMs = 120_000;
/**
 * A further plan of a run that has the lock. Another run's lock is not waited for then: that run decides now. A step of
 * ours that timed out may still work on its host, and ends by itself.
 */
function planOn(run, target, plan) {
    const until = run.world.clock.ticks() + stepEndsMs;
    const ours = (fleet) => {
        const made = plan(fleet);
        return isRefusal(made) && made.refused === "lock_held" ? { ...made, refused: "lock_lost" } : made;
    };
    return planUnderLock(run, { target, plan: ours, until, meaning: "" });
}
/**
 * Null when all are ours; else why one is not, and then none is. The first decides between two runs, which have it in
 * common; the others are taken at once.
 */
async function acquire(run, { target }, locks) {
    const take = async (step) => {
        const { value: judgement, durationMs } = await judged_timed(run, () => target.perform(step));
        return { step, judgement, durationMs };
    };
    const [first, ...others] = locks;
    if (first === undefined)
        return null;
    const seen = [await run.world.log.group(first.says, () => take(first))];
    if (seen[0]?.judgement.verdict === "pass")
        seen.push(...(await Promise.all(others.map(take))));
    const failed = seen.find(({ judgement }) => judgement.verdict !== "pass");
    if (failed !== undefined) {
        const taken = seen.filter(({ judgement }) => judgement.verdict === "pass");
        await giveBack(run, target, taken.map(({ step }) => step.host));
        return failed.judgement;
    }
    await recordAll(run, seen.map(({ step: { type: id, says: title }, ...one }) => {
        return { ...one, subject: { kind: "step", id, title, required: true } };
    }));
    return null;
}
/** Releases the locks of these hosts, also after a cancel: what is not ours is left alone by the host. */
async function giveBack(run, target, hosts) {
    const release = async (host) => {
        const says = `Release the lock on ${host}`;
        return { says, judgement: await target.perform({ type: "release-lock", host, says, limitMs: 30_000 }) };
    };
    for (const { says, judgement } of await Promise.all(hosts.map(release))) {
        if (judgement.verdict !== "pass")
            await run.recorder.warn(`${says}: ${judgement.says} It expires by itself within three minutes.`);
    }
}
async function refused(run, refusal, meaning) {
    const { refused: reason_code, says, remedy } = refusal;
    const subject = { kind: "gate", id: "plan", title: "A plan can be made", required: true };
    const judgement = await judged_judged(run, subject, () => ({ verdict: "fail", reason_code, says, remedy }));
    return (0,stage/* stopped */.c)(judgement, meaning);
}

;// CONCATENATED MODULE: ./build/src/signals/once/logs.js

/** Phase 6: no errors in logs. A log that cannot be read, or is empty, shows nothing. */
function judgeLogs(logs) {
    const lines = logs.reduce((sum, { seen }) => sum + (seen?.lines ?? 0), 0);
    const errors = logs.reduce((sum, { seen }) => sum + (seen?.errors ?? 0), 0);
    const facts = { lines, errors };
    if (errors > 0) {
        const worst = logs.find(({ seen }) => (seen?.errors ?? 0) > 0);
        const are = errors === 1 ? "is an error" : "are errors";
        return {
            verdict: "fail",
            reason_code: "log_errors",
            says: `${(0,plural/* counted */.h)(errors, "line")} of ${lines} in the logs since the start ${are}; ` +
                `the first is on ${worst?.host ?? "?"}: ${worst?.seen?.quoted[0] ?? ""}`,
            remedy: "Fix what they name. Lines that are no fault are allowed with patterns in `logs.allow`.",
            facts,
            tail: logs.flatMap(({ host, seen }) => (seen?.quoted ?? []).map((line) => `${host}: ${line}`)).join("\n"),
        };
    }
    const hidden = logs.find(({ seen }) => seen?.hiddenFrom !== undefined);
    if (hidden !== undefined) {
        const user = hidden.seen?.hiddenFrom ?? "";
        return {
            verdict: "inconclusive",
            reason_code: "logs_not_read",
            says: `systemd does not show ${user} the log of slot ${hidden.slot} of ${hidden.host}.`,
            remedy: `Run \`usermod --append --groups systemd-journal ${user}\` there as root, and the job again.`,
            facts,
        };
    }
    const silent = logs.find(({ seen }) => seen === null || seen.lines === 0);
    if (silent !== undefined || logs.length === 0) {
        const place = silent === undefined ? "any host" : `slot ${silent.slot} of ${silent.host}`;
        return {
            verdict: "inconclusive",
            reason_code: "logs_not_read",
            says: silent?.seen === null || silent === undefined
                ? `The log of ${place} could not be read.`
                : `The log of ${place} has no line since the start, not even that of a server that listens.`,
            remedy: "Phoenix logs its start at level `info`: let the release log that level to its standard output, or set " +
                "`logs: off`.",
            facts,
        };
    }
    return {
        verdict: "pass",
        reason_code: "passed",
        says: `No errors in ${(0,plural/* counted */.h)(lines, "line")} since the start.`,
        facts,
    };
}

;// CONCATENATED MODULE: ./build/src/stages/logs.js




/**
 * Reads what the deployed release logged on every host since its start, where it was seen to serve. Required on
 * staging: errors there stop the pipeline before production. Null where the stage may pass.
 */
async function logsRead(run, { kind, environment, target }, fleet) {
    if (fleet === null || kind !== "deploy" || environment.logs === null || run.world.cancellation.cancelled)
        return null;
    const required = run.recorder.evidence.stage === "deploy-staging";
    const heading = { kind: "signal", id: "logs", title: "No errors in logs", required };
    const judgement = await judged_judged(run, heading, async () => {
        const places = (0,fleet_fleet/* recordedPlaces */.RM)(fleet.hosts);
        return judgeLogs(await Promise.all(places.map(async ({ host, slot }) => ({ host, slot, seen: await target.logErrors(host, slot) }))));
    });
    if (judgement.verdict === "pass")
        return null;
    if (required)
        return (0,stage/* stopped */.c)(judgement, `It was recorded on ${environment.name} and goes on serving there.`);
    await run.recorder.warn(judgement.says);
    return null;
}

;// CONCATENATED MODULE: ./build/src/stages/perform.js




/** Steps that change nothing of what serves: the next run does what was left undone, and a lock expires by itself. */
const bookkeeping = new Set(["hold", "mark-bad", "prune", "release-lock"]);
/** What evidence says of a step that began, as long as nothing more is known. */
const underWay = {
    verdict: "inconclusive",
    reason_code: "running",
    says: "It had started and had not finished when this was written.",
};
/**
 * Walks a plan: what changes the target goes to the target, what verifies goes to the verifier. Steps of one batch are
 * performed at once. Stops after the first batch in which a step does not pass, and before a batch when the run was
 * cancelled or the lock was lost; a step under way is never cut. Says what ended it; null when all was done.
 */
async function perform(plan, walk, run) {
    for (const batch of batches(plan.steps)) {
        const stop = batch[0].type === "release-lock" ? null : stopBefore(walk, run);
        if (stop !== null)
            return { cause: stop, hosts: [] };
        for (const step of batch)
            await walk.beginning?.(step);
        const ending = await performBatch(batch, walk, run);
        if (ending !== null)
            return ending;
    }
    return null;
}
/** All steps of a batch at once. Their results are recorded in the order of the plan, each as soon as it can be. */
async function performBatch(batch, walk, run) {
    const { recorder, world } = run;
    const begun = batch.map((step) => headingOf(step, recorder.evidence.environment));
    await recorder.begin(...begun.map((heading) => (0,result/* result */.Ke)(heading, underWay, 0)));
    const { log } = world;
    const work = (step) => judged_timed(run, () => take(step, walk, run).catch((error) => surprised(error, run)));
    const [first, ...others] = batch;
    const seen = await (others.length === 0
        ? log.group(first.says, async () => [await work(first)])
        : log.group(batchText(batch), () => Promise.all(batch.map((step) => said(step, () => work(step), run)))));
    const ended = seen.flatMap(({ value: judgement, durationMs }, index) => {
        const [step, heading] = [batch[index], begun[index]];
        if (step === undefined || heading === undefined)
            return [];
        const unharmed = harmless(step, judgement, walk);
        return [{ step, judgement, durationMs, unharmed, subject: { ...heading, required: unharmed === null } }];
    });
    await recordAll(run, ended);
    for (const { unharmed } of ended)
        if (unharmed !== null)
            await recorder.warn(unharmed);
    const failed = ended.filter(({ unharmed, judgement }) => unharmed === null && judgement.verdict !== "pass");
    const [cause] = failed;
    if (cause === undefined)
        return null;
    return { cause: cause.judgement, hosts: failed.flatMap(({ step }) => ("host" in step ? [step.host] : [])) };
}
/** A line in the log when one of several steps that are performed at once ends. */
async function said(step, work, { world }) {
    const ended = await work();
    if ("host" in step)
        world.log.info(`${step.host}: ended after ${(ended.durationMs / 1_000).toFixed(1)} s`);
    return ended;
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
/** Performs one step: the verifier what verifies, the target the rest. */
async function take(step, { target, verifier }, run) {
    switch (step.type) {
        case "await-healthy":
            return verifier.awaitHealthy(step);
        case "smoke":
            return verifier.smoke(step);
        case "observe":
            return verifier.watch(step);
        case "settle":
            return verifier.settle(step);
        case "activate":
            return target.perform({ ...step, ...levelMeasured(run, step.release) });
        default:
            return target.perform(step);
    }
}
/** What the watch of this release measured with all requests, which its record keeps for a rollback to it. */
function levelMeasured({ recorder }, release) {
    const { after, watch } = recorder.evidence;
    return after === null || after.requests === 0 || watch?.release !== release ? {} : { level: after };
}
/** Names a step for evidence: what verifies is a signal under the words of Phase 6, the rest are steps. */
function headingOf(step, environment) {
    const place = environment ?? "target";
    const Place = `${place.slice(0, 1).toUpperCase()}${place.slice(1)}`;
    const at = "host" in step ? { host: step.host } : {};
    const signal = (id, title) => ({
        kind: "signal",
        ...at,
        id,
        title: `${Place} ${title}`,
        required: true,
    });
    switch (step.type) {
        case "await-healthy":
            return signal("health", "health check");
        case "observe":
            return signal("watch", "error rate watched");
        case "settle":
            return step.when === "before"
                ? signal("before-migrating", "running release before the migrations")
                : signal("settle", "running release on the new schema");
        case "smoke":
            return signal("smoke", `smoke tests (${step.at === "slot" ? "before traffic" : "with traffic"})`);
        default:
            return { kind: "step", id: step.type, title: step.says, required: true, ...at };
    }
}

;// CONCATENATED MODULE: ./build/src/domain/evidence/blame.js
/**
 * The closed list of what marks a release bad: what the release itself did. A lost lock, an unreachable router,
 * database or host, a full disk, a clock, a cancel, a watch that saw too little or a wrong setting says nothing about
 * it: it may be deployed again. Nor does a state or a level that only the user's own command knows (`state_lost`,
 * `level_grows`): it may be of something else.
 */
const faultsOfRelease = new Set([
    "not_healthy",
    "wrong_version",
    "not_ready",
    "smoke_failed",
    "errors_exceeded",
    "latency_exceeded",
    "health_lost",
    "readiness_lost",
    "jobs_stuck",
    "issue_opened",
    "logs_full_of_errors",
    "memory_grows",
    "run_queue_grows",
]);
/**
 * True when a judgement shows a fault of the release, so that it is marked bad and not deployed again. Only what was
 * judged to fail can.
 */
function condemns({ verdict, reason_code, }) {
    return verdict === "fail" && faultsOfRelease.has(reason_code);
}

;// CONCATENATED MODULE: ./build/src/domain/watch/history.js
/** What both have seen, of each signal. */
function joinHistories(one, other) {
    const all = new Map(one);
    for (const [id, more] of other) {
        const { requests, errors, latenciesMs } = all.get(id) ?? { requests: 0, errors: 0, latenciesMs: [] };
        all.set(id, {
            ...{ requests: requests + more.requests, errors: errors + more.errors },
            latenciesMs: [...latenciesMs, ...more.latenciesMs].sort((a, b) => a - b),
        });
    }
    return all;
}

;// CONCATENATED MODULE: ./build/src/signals/once/readiness.js

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
            remedy: 'Let it answer JSON that names each service, such as {"services":{"database":{"status":"ok"}}}, ' +
                "or switch readiness off: `health: {ready: off}`.",
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
    const json = (0,values_json/* readJson */.V)(body);
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

;// CONCATENATED MODULE: ./build/src/signals/once/server-off.js
/** What a Phoenix release whose server is off, and that would listen otherwise, logs when it starts. */
const sign = /Configuration :server was not enabled for (\S+), http\/https services won't start/;
// `mix phx.new --umbrella` writes a config/runtime.exs without the line that reads PHX_SERVER.
const enableServer = "Set PHX_SERVER=true in `shared/env` on the host. Let config/runtime.exs read it, which that of a new umbrella " +
    "does not (`server: true` for the endpoint), and PORT. Then run the job again.";
/** A release that says in its log that it listens on no port; null where it does not. */
function judgeServerOff(log) {
    const endpoint = sign.exec(log)?.[1];
    if (endpoint === undefined)
        return null;
    return {
        verdict: "fail",
        reason_code: "not_listening",
        says: `Nothing listens on the slot's port: its log reports that the server of ${endpoint} is not enabled.`,
        remedy: enableServer,
    };
}

;// CONCATENATED MODULE: ./build/src/signals/once/health.js




const health_pauseMs = 50;
const health_requestMs = 5_000;
/** How often the host is asked who listens while nothing answers, at least, milliseconds. */
const lookMs = 1_000;
/** How often the log is read while nothing listens, milliseconds. */
const readMs = 5_000;
/** How long it has to be silent, until no other endpoint of the release is still to be started, milliseconds. */
const silentMs = 10_000;
/**
 * Healthy means: so many consecutive successes of health, and of readiness and version where the settings name them,
 * and the process that listens is the slot's own and runs from the release folder, the same one before the first of
 * them and after the last. One failure starts the count anew; the limit ends it with what was seen last.
 */
async function judgeHealthWithin(question, { http, clock, cancelled }) {
    const deadline = clock.ticks() + question.limitMs;
    const { health } = question;
    let inRow = 0;
    let tries = 0;
    let hopeless = false;
    let first = null;
    // What was started a moment ago does not listen yet.
    let lookedAt = clock.ticks();
    const everyMs = Math.min(lookMs, question.limitMs / 4);
    let last = { verdict: "error", reason_code: "not_healthy", says: "Nothing was asked yet." };
    const look = async () => {
        const seen = await judgeOwner(question.owned);
        lookedAt = clock.ticks();
        return seen;
    };
    const reader = readerOf(question, clock);
    while (clock.ticks() < deadline && !cancelled()) {
        tries += 1;
        const due = clock.ticks() - lookedAt >= everyMs;
        // What boots is asked itself until it answers: that costs its host less than a look.
        if (inRow === 0 && (due || (first === null && (await answers(question, http))))) {
            last = await look();
            first = last.verdict === "pass" ? last : null;
        }
        if (first !== null) {
            last = await askAll(question, http);
            inRow = last.verdict === "pass" ? inRow + 1 : 0;
            if (inRow >= health.successes) {
                last = sameProcess(question.owned, { before: first, judgement: last, after: await look() });
                if (last.verdict === "pass")
                    return healthy(question, last, tries);
                inRow = 0;
                first = null;
            }
        }
        // A process that is another release's, gone for good, or kept from its port is not worth waiting for; one that
        // boots is.
        hopeless =
            last.reason_code === "wrong_release" || last.reason_code === "port_taken" || last.facts?.["ended"] === true;
        const off = last.facts?.["listener"] === "none" ? await reader.read() : null;
        if (off !== null && !hopeless) {
            last = off;
            hopeless = true;
        }
        if (hopeless)
            break;
        await clock.sleep(health_pauseMs);
    }
    if (cancelled())
        return { ...last, verdict: "error", reason_code: "cancelled", says: "Cancelled while waiting for health." };
    return notHealthy(question, { last, inRow, tries, hopeless });
}
/** Reads the log now and then: a release that says that its server is off, and nothing more, never listens. */
function readerOf({ log }, clock) {
    let readAt = clock.ticks();
    let text = "";
    let since = readAt;
    return {
        async read() {
            if (clock.ticks() - readAt < readMs)
                return null;
            readAt = clock.ticks();
            const now = await log();
            if (now !== text)
                since = readAt;
            text = now;
            return readAt - since < silentMs ? null : judgeServerOff(text);
        },
    };
}
/** What was seen last, and how often it was asked; of what is hopeless the limit says nothing. */
function notHealthy({ health, limitMs }, { last, inRow, tries, hopeless }) {
    const few = `Only ${inRow} of ${health.successes} consecutive successes.`;
    const seen = last.verdict === "pass" ? { verdict: "fail", reason_code: "not_healthy", says: few } : last;
    const within = `Not healthy within ${Math.round(limitMs / 1000)} s (asked ${tries} times).`;
    return {
        ...seen,
        says: hopeless ? seen.says : `${within} ${seen.says}`,
        remedy: seen.remedy ??
            "Read the log of the new slot in the job summary; raise `health.within` only if the application needs longer " +
                "to start.",
        facts: { ...seen.facts, tries },
    };
}
function healthy({ health, owned, version }, last, tries) {
    const what = health.version === null ? "the process runs" : `version ${version} answers`;
    return {
        ...last,
        says: `Healthy ${health.successes} times in a row: ${what} from ${owned.release}.`,
        facts: { ...last.facts, tries, successes: health.successes, not_asked: notAsked(health) },
    };
}
/** Something answers at the health path, whatever it is. */
async function answers({ base, health }, http) {
    return (await http.request({ method: "GET", url: `${base}${health.path}`, limitMs: health_requestMs })).answered;
}
/** Health, readiness and version, each once and all at the same moment: what does not pass first is what counts. */
async function askAll({ base, health, version }, http) {
    const judged = await Promise.all([
        judgeHealth(`${base}${health.path}`, http),
        ...(health.ready === null ? [] : [judgeReadiness(`${base}${health.ready}`, http)]),
        ...(health.version === null ? [] : [judgeAnsweredVersion(`${base}${health.version}`, version, http)]),
    ]);
    return judged.reduce((before, one) => (before.verdict === "pass" ? one : before));
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
            remedy: "Let the health path answer without signing in, or name a path that does: `health: {path: …}` of the " +
                "environment.",
        };
    if (status === 404 || status === 405 || status === 410)
        return {
            remedy: "The application has no such page, as a new Phoenix application has none. Name one that answers 200, " +
                "such as `health: {path: /}` of the environment in the settings file and `--health /` for prepare.sh, " +
                "or add the route.",
        };
    return {};
}

// EXTERNAL MODULE: ./build/src/settings/fault.js
var fault = __webpack_require__(1003);
;// CONCATENATED MODULE: ./build/src/signals/once/smoke.js


/**
 * Runs every smoke test against one address and judges them together: all must pass, and there must be one. What passed
 * only when it was sent again, as its settings allow, is a warning.
 */
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
    const again = [];
    let tail = "";
    let scheme = {};
    for (const one of tests) {
        const seen = await judgeTries(base, one, http);
        if ("passed" in seen) {
            if (seen.passed !== "")
                again.push(seen.passed);
            continue;
        }
        findings.push({ severity: "error", rule: one.name, message: seen.says });
        tail ||= seen.tail;
        if (base.startsWith("http:") && seen.to?.startsWith("https:") === true)
            scheme = { redirects_to_https: true };
        if (base.startsWith("https:") && seen.to === one.path)
            scheme = { redirects_to_itself: true };
    }
    const facts = { total: tests.length, failed: findings.length, ...scheme };
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
    const later = again.length === 0 ? "" : `, ${again.length} of them not at the first try`;
    return {
        verdict: "pass",
        reason_code: "passed",
        says: `${tests.length} of ${tests.length} smoke tests passed${later}.`,
        facts,
        ...(again.length === 0 ? {} : { warnings: again }),
    };
}
/** `passed` is empty where it did at the first try, else what the first answer was. */
async function judgeTries(base, test, http) {
    const { tries = 1 } = test;
    const first = await judgeOne(base, test, http);
    if (first === null)
        return { passed: "" };
    for (let at = 2; at <= tries; at += 1) {
        if ((await judgeOne(base, test, http)) === null)
            return { passed: `Smoke test ${first.says} It passed at try ${at} of ${tries}.` };
    }
    return tries === 1 ? first : { ...first, says: `${first.says} It failed ${tries} times.` };
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
    if (answer.status !== test.status) {
        const to = redirectedTo(answer, base);
        return {
            ...differs(`answered ${answer.status}${to === "" ? "" : ` to ${(0,fault/* shown */.S)(to)}`}, expected ${test.status}`),
            to,
        };
    }
    if (test.text !== null && !answer.body.includes(test.text))
        return differs(`the body does not contain \`${(0,fault/* shown */.S)(test.text)}\``);
    if (test.json !== null) {
        const body = (0,values_json/* readJson */.V)(answer.body);
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
/** Where a redirect leads: a path where it stays at the address that was asked, whose port differs by slot. */
function redirectedTo({ status, headers }, base) {
    const location = headers["location"] ?? "";
    if (status < 300 || status > 399 || location === "")
        return "";
    const origin = new URL(base).origin;
    return location.startsWith(`${origin}/`) ? location.slice(origin.length) : location;
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

;// CONCATENATED MODULE: ./build/src/signals/once/outside.js
const missing = (name) => ({
    reason_code: "configuration_missing",
    says: `Its log reports that the environment variable ${name} is missing.`,
    remedy: `Set ${name} in \`shared/env\` below the application's path on the host, and run the job again.`,
});
const database = (words) => ({
    reason_code: "database_unreachable",
    says: `Its log reports that it could not connect to the database: ${words}.`,
    remedy: "Look at the database and at its address in `shared/env` on the host, and run the job again.",
});
const host = (words) => ({
    reason_code: "host_unsuitable",
    says: `Its log reports a fault of the host: ${words}.`,
    remedy: "Look at the host, and run the job again.",
});
/**
 * What Elixir, Phoenix' and Ecto's generated files, their database drivers and the Erlang VM print for these causes.
 */
const signs = [
    {
        pattern: /environment variable "?([A-Z][A-Z0-9_]*)"? is (?:missing|not set)/,
        cause: ([, name = ""]) => missing(name),
    },
    {
        pattern: /could not fetch environment variable "([^"\s]+)" because it is not set/,
        cause: ([, name = ""]) => missing(name),
    },
    {
        pattern: /Config provider \S+ failed with(?:[:\s]*\*\* (\([\w.]+\) [^\n]{1,200}))?/,
        cause: ([, words = ""]) => ({
            reason_code: "configuration_missing",
            says: "Its log reports that its configuration could not be evaluated on this host" +
                `${words === "" ? "" : `: ${words.trim().replace(/[.:]$/, "")}`}.`,
            remedy: "Read its log in the job summary, correct `shared/env` on the host, and run the job again.",
        }),
    },
    {
        // Only what comes from the connection itself: a pool that is used up is the release's own work.
        pattern: new RegExp(String.raw `(?:tcp|ssl) connect \([^)]*\): [^\n]*?` +
            String.raw `(econnrefused|nxdomain|timeout|ehostunreach|enetunreach|enoent|[a-z -]*refused[^\n]*)`),
        cause: ([, words = ""]) => database(words.trim()),
    },
    {
        pattern: /FATAL (57P03|53300|28P01|28000|3D000) \((\w+)\)/,
        cause: ([, code = "", name = ""]) => database(`${name}, PostgreSQL's code ${code}`),
    },
    {
        pattern: /the name (\S+) seems to be in use by another Erlang node/,
        cause: ([, name = ""]) => ({
            reason_code: "host_unsuitable",
            says: `Its log reports that another Erlang node of this host is called ${name}.`,
            remedy: "Where rel/env.sh.eex sets RELEASE_NODE, let it use the name that each slot is given: " +
                "`export RELEASE_NODE=${RELEASE_NODE:-my_app}@127.0.0.1`. Else stop that node, or set " +
                "RELEASE_DISTRIBUTION=none in `shared/env` on the host where nobody connects to nodes. Then run the job again.",
        }),
    },
    {
        pattern: /\berl: (?:command )?not found/,
        cause: () => ({
            reason_code: "host_unsuitable",
            says: "Its log reports that there is no Erlang in the host's PATH, and it has none of its own.",
            remedy: "Install Erlang on the host, set PATH in `shared/env` where it is elsewhere, or build the release with " +
                "`include_erts: true`. Then run the job again.",
        }),
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
 * A failed judgement, with its cause where that differs from a fault of the release: what the release's log names,
 * settings that do not match what answers, a server that never opened its port, or a verified release that fails at
 * the same moment, or fails the same smoke tests. Such a release is not marked bad.
 */
async function withCause(judgement, place, asked) {
    if (!condemns(judgement))
        return judgement;
    // At once: what failed may take requests until the cause is known.
    const [log, shared] = await Promise.all([
        asked.target.logTail(place.host, place.slot),
        sharedCause(judgement, place, asked),
    ]);
    const seen = { ...judgement, tail: judgement.tail || log };
    const cause = outsideCause(log) ?? mismatch(seen) ?? (await notListening(seen, place, asked)) ?? shared;
    if (cause === null)
        return seen;
    return { ...seen, reason_code: cause.reason_code, says: `${judgement.says} ${cause.says}`, remedy: cause.remedy };
}
/**
 * An answer such as 301, 401 or 404 to a path of the settings shows that the two do not fit, not that the release is
 * ill.
 */
function mismatch({ reason_code, facts, remedy }) {
    const status = facts?.["status"];
    const asked = reason_code === "not_healthy" || reason_code === "not_ready";
    if (!asked || typeof status !== "number" || status < 300 || status >= 500)
        return null;
    return {
        reason_code: "settings_mismatch",
        says: "The settings do not match the application.",
        remedy: remedy || "Name the paths that the application answers under `health` in the settings, and run the job again.",
    };
}
async function notListening({ facts }, { host, slot, release }, { environment, target }) {
    if (facts?.["listener"] !== "none" && facts?.["refused"] !== true)
        return null;
    const seen = await target.answering(host, slot);
    const running = seen?.process ?? null;
    // What systemd had to start again ended by itself: that is the fault, whatever it listens on by now.
    if (running?.release !== release || (seen?.unit?.restarts ?? 0) > 0)
        return null;
    const port = environment.slots[slot]?.port ?? "?";
    if (seen?.listener === "own") {
        return {
            reason_code: "not_listening",
            says: `Process ${running.pid} listens on port ${port} of an address other than 127.0.0.1.`,
            remedy: "Let it listen on 127.0.0.1 or on all addresses, such as `ip: {0, 0, 0, 0, 0, 0, 0, 0}`, and run the " +
                "job again.",
        };
    }
    return {
        reason_code: "not_listening",
        says: `Process ${running.pid} runs, and nothing listens on port ${port}.`,
        remedy: enableServer,
    };
}
/** What was verified is asked the same at the same moment: when it fails too, the cause is outside both. */
async function sharedCause(judgement, { host, release }, asked) {
    const { target } = asked;
    const seen = await target.observe();
    if ("failed" in seen) {
        const { reason_code, says, remedy } = seen.failed;
        return {
            reason_code,
            says: `The target cannot be observed either: ${says}`,
            remedy: remedy || "Run the job again.",
        };
    }
    const { hosts, groups } = seen.fleet;
    const beside = groups === undefined ? verifiedOn(hosts.find((one) => one.host === host)) : null;
    // In groups of hosts, or one host after the other, it runs on others than the new release.
    const verified = beside ?? target.serving(seen.fleet);
    if (verified === null || verified.release === release)
        return null;
    const base = await target.reach(verified.host, verified.slot);
    return ((await outage(verified, base, asked)) ?? (await sameTests(judgement, { release: verified.release, base }, asked)));
}
async function outage({ release }, base, { environment, http }) {
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
        says: `${release}, which was verified before, fails now as well: ${failed.says}`,
        remedy: "Look at what both depend on, such as the database, and run the job again.",
    };
}
/** What the verified release answers in the same way is no fault of the new one. */
async function sameTests({ reason_code, findings = [] }, { release, base }, { smoke, http }) {
    if (reason_code !== "smoke_failed")
        return null;
    const failed = smoke.filter(({ name }) => findings.some(({ rule }) => rule === name));
    const { findings: there = [] } = await judgeSmoke(base, failed, http);
    const alike = findings.every(({ rule, message }) => there.some((one) => one.rule === rule && one.message === message));
    if (!alike || there.length === 0)
        return null;
    return {
        reason_code: "smoke_fails_alike",
        says: `${release}, which was verified before, fails in the same way: ` +
            "the test, or what both depend on, is at fault.",
        remedy: "Compare the expectation under `smoke` in the settings file with the answer, and look at what both depend on; " +
            "then run the job again. The release is not marked bad.",
    };
}
function verifiedOn(host) {
    const { active = null } = host ?? {};
    if (host === undefined || active === null)
        return null;
    return host.slots[active.slot]?.running?.release === active.release ? { host: host.host, ...active } : null;
}

;// CONCATENATED MODULE: ./build/src/stages/reachable.js
/**
 * A healthy slot whose port is on loopback alone cannot be reached by a router on another host. That is a failure where
 * the router is at the slot's own port, and a warning where something else may be in between.
 */
function judgeReachable({ hosts, router, routerHosts, slots }, { host, slot }, { judgement, seen }) {
    if (seen?.loopback === undefined || router.on === null)
        return judgement;
    const machine = (name) => [...hosts, ...routerHosts].find((one) => one.name === name)?.address.replace(/^.*@/, "");
    const elsewhere = router.on.filter((name) => name !== host && machine(name) !== machine(host));
    if (elsewhere.length === 0)
        return judgement;
    const says = `The release listens on ${seen.loopback}:${slots[slot]?.port ?? "?"} of ${host} only, and the router on ` +
        `${elsewhere.join(", ")} cannot reach it there.`;
    const remedy = "Bind to 0.0.0.0 or ::, such as `ip: {0, 0, 0, 0, 0, 0, 0, 0}` in config/runtime.exs, and run the job again.";
    if (router.direct === true)
        return { verdict: "fail", reason_code: "not_listening", says, remedy };
    return { ...judgement, warnings: [...(judgement.warnings ?? []), `${says} ${remedy}`] };
}

;// CONCATENATED MODULE: ./build/src/stages/routed.js
/** Whether new requests still go to this slot alone, or are shared as planned, asked of the target now. */
async function askRouted(target, slot, shared) {
    const seen = await target.observe();
    return "failed" in seen ? seen.failed : target.routed(seen.fleet, slot, shared);
}

;// CONCATENATED MODULE: ./build/src/stages/watch/hold.js


/** What the settings say of a watch that could not decide; a verdict stays as it is. */
function decideOpen({ judgement, policy, seen, release, before, runId }) {
    const { verdict, reason_code, says } = judgement;
    if (verdict === "pass" || verdict === "fail" || reason_code !== "watch_inconclusive")
        return judgement;
    if (policy === "roll-back")
        return judgement;
    // A signal that broke measured nothing that could pass.
    if (policy === "pass" && verdict === "inconclusive" && seen > 0) {
        const accepted = `${says} \`criteria.inconclusive: pass\` of the settings accepts that.`;
        const facts = { ...judgement.facts, accepted: true };
        const warnings = [...(judgement.warnings ?? []), accepted];
        return { ...judgement, verdict: "pass", reason_code: "passed", says: accepted, facts, warnings };
    }
    const warm = before === null ? "" : `, and ${before.release} stays warm in slot ${before.slot} of ${before.host}`;
    return {
        ...judgement,
        reason_code: "watch_held",
        says: `${says} ${release} keeps its traffic, unverified${warm}.`,
        remedy: `To confirm the release, run this job again (\`gh run rerun ${runId} --failed\`): it watches again, and ` +
            "records it. To return to the release before, start the workflow of `rollback`.",
    };
}
/** True where a step ended so that a person has to decide. */
function isHeld({ cause }) {
    return cause.reason_code === "watch_held";
}
/**
 * Leaves everything as it is: no more traffic moves, nothing is recorded, stopped or removed. Only the guards end, or
 * else the hosts would send traffic back by themselves as soon as this run is gone. Null where one could not be ended.
 */
async function holdTraffic(run, { plan, walk, cause }) {
    const guards = plan.steps.filter(({ type }) => type === "confirm");
    const failed = await perform({ ...plan, steps: guards }, walk, run);
    return failed === null ? { ...(0,stage/* stopped */.c)(cause), decision: "held" } : { failed };
}

;// CONCATENATED MODULE: ./build/src/signals/own-requests.js
/** How long one of our requests may take, milliseconds. */
const own_requests_requestMs = 5_000;
/**
 * Asks at a steady pace, whatever the answers take (an open loop: a slow server does not slow the requests). The GET
 * paths of the smoke tests are asked in turn; the health path when there is none. `ask` gives what came of one moment.
 */
async function* steadily({ environment, smoke, criteria, clock, sinceMs, over }, ask) {
    const fallback = { path: environment.health.path, headers: {} };
    const gets = smoke.filter((one) => one.method === "GET");
    const beganMs = sinceMs();
    const answered = [];
    // A request that cannot even be sent: a fault of ours, which is no sample.
    const broken = [];
    const flying = new Set();
    for (let turn = 0;; turn += 1) {
        const early = beganMs + (turn * 1_000) / criteria.probesPerSecond - sinceMs();
        if (early > 0)
            await clock.sleep(early);
        yield* answered.splice(0);
        if (broken.length > 0)
            throw broken[0];
        if (over())
            break;
        const one = ask(gets[turn % gets.length] ?? fallback, turn)
            .then((samples) => void answered.push(...samples))
            .catch((error) => broken.push(error))
            .then(() => void flying.delete(one));
        flying.add(one);
    }
    await Promise.all(flying);
    yield* answered;
}
/** A request fails when no answer comes or a 5xx does; 4xx are the client's. */
function hasFailed(answer) {
    return !answer.answered || answer.status >= 500;
}

;// CONCATENATED MODULE: ./build/src/signals/slot-requests.js

/**
 * Our own requests to the slots themselves: at each moment one to a slot of the new release and one to a slot of the
 * release before, for the same page. What both depend on fails both, and is no fault of the new one. Where the release
 * before runs nowhere, there is nothing to compare with.
 */
const slotRequests = {
    id: "slots",
    title: "the requests to the slots",
    measures: ["errors", "latency"],
    control: "asked",
    open(watching) {
        const { doors, control } = watching;
        return doors === undefined || control !== true ? null : compared(watching, doors);
    },
};
/** How much later requests are sent than at a steady pace, in pauses of that pace. */
const outOfStep = [0, 1.5, 0.25, 1.25, 0.75, 0, 1.5];
async function* compared(watching, doors) {
    const slots = await doors.slots();
    const of = (arm) => slots.filter((one) => one.arm === arm);
    const [fresh, before] = [of("new"), of("old")];
    let answered = true;
    const { clock, criteria } = watching;
    yield* steadily(watching, async (asked, turn) => {
        // Out of step with the requests through the public URL: else an application that fails every tenth request would
        // fail always the same ones of both.
        await clock.sleep((outOfStep[turn % outOfStep.length] ?? 0) * (1_000 / criteria.probesPerSecond));
        const atMs = watching.sinceMs();
        const ask = (list) => request(list[turn % list.length], asked, doors);
        const [now, old] = await Promise.all([ask(fresh), ask(before)]);
        if (old !== null && !isHeard(old) && answered) {
            answered = false;
            doors.warn(`The release before did not answer (${whyNot(old)}): it is not compared with at such moments.`);
        }
        // Where neither is reached, the way there may be cut. A control that is gone excuses nothing.
        const counts = now !== null && (isHeard(now) || old === null || old.answered);
        return [
            ...(counts ? [sampleOf(now, atMs, "new")] : []),
            ...(old !== null && isHeard(old) ? [sampleOf(old, atMs, "old")] : []),
        ];
    });
}
async function request(slot, asked, doors) {
    if (slot === undefined)
        return null;
    const base = await doors.reach(slot.host, slot.slot);
    const { path, headers } = asked;
    return doors.http.request({ method: "GET", url: `${base}${path}`, headers, limitMs: own_requests_requestMs });
}
/** It answered, or took the request and let it wait, as a server does whose database is gone. */
function isHeard(answer) {
    return answer.answered || answer.ms >= own_requests_requestMs * 0.9;
}
function sampleOf(answer, atMs, arm) {
    return { kind: "request", atMs, failed: hasFailed(answer), ms: answer.ms, arm };
}
function whyNot(answer) {
    return answer.answered ? `${answer.status}` : answer.why;
}

;// CONCATENATED MODULE: ./build/src/signals/prober.js


/**
 * Our own requests through the public URL: needs nothing of the application. Errors are compared with those of the
 * release before at the same moments; latency is not, since a router and a network lie between.
 */
const prober = {
    id: "prober",
    title: "the prober",
    measures: ["errors", "latency"],
    controlledBy: { id: slotRequests.id, measures: ["errors"] },
    open(watching) {
        const { environment, http, sinceMs } = watching;
        return steadily(watching, async ({ path, headers }) => {
            const atMs = sinceMs();
            const answer = await http.request({
                ...{ method: "GET", url: `${environment.url}${path}`, headers, limitMs: own_requests_requestMs },
            });
            return [{ kind: "request", atMs, failed: hasFailed(answer), ms: answer.ms }];
        });
    },
};

;// CONCATENATED MODULE: ./build/src/signals/polling.js

/** A fault that asking again does not undo: what was counted is lost. */
class LastingFault extends Error {
}
const stepMs = 250;
/**
 * Asks until the watch is over, and once more then. Counters lose nothing by a question that failed, so that it is
 * asked again while the patience lasts; the last one has to be answered.
 */
async function* polled({ clock, sinceMs, over }, { everyMs, patienceMs, read }) {
    let answeredMs = sinceMs();
    for (;;) {
        const last = over();
        const dueMs = sinceMs() + everyMs;
        try {
            const samples = await read();
            answeredMs = sinceMs();
            yield* samples;
        }
        catch (error) {
            if (last || error instanceof LastingFault || sinceMs() - answeredMs >= patienceMs)
                throw new Error((0,error_text/* errorText */.k)(error));
        }
        if (last)
            return;
        while (!over() && sinceMs() < dueMs)
            await clock.sleep(Math.min(stepMs, dueMs - sinceMs()));
    }
}
/** The doors of a watch. A signal that the settings ask for cannot do without them. */
function doorsOf({ doors }) {
    if (doors === undefined)
        throw new Error("there is nothing under watch to ask");
    return doors;
}

;// CONCATENATED MODULE: ./build/src/signals/command.js



/** Samples that a program of the user's prints on the runner, one in JSON on each line. */
const commandSamples = {
    id: "command",
    title: "the command of `signals`",
    measures: ["errors", "latency", "state", "level"],
    control: "shared",
    measuresFor: ({ signals }) => signals?.command?.measures ?? [],
    open(watching) {
        const given = watching.environment.signals?.command;
        return given === undefined ? null : watchCommand(watching, given);
    },
};
const limitMs = 30_000;
async function* watchCommand(watching, given) {
    const doors = doorsOf(watching);
    const slots = await slotsAsText(doors);
    let lastMs = watching.sinceMs();
    const read = async () => {
        const atMs = watching.sinceMs();
        const ran = await doors.shell.run({
            argv: given.run,
            env: { WATCH_ENVIRONMENT: watching.environment.name, WATCH_SECONDS: `${(atMs - lastMs) / 1_000}`, ...slots },
            ...{ limitMs, onCancel: "end" },
        });
        if (ran.ended !== "exited" || ran.code !== 0) {
            const how = ran.ended === "exited" ? `exited with code ${ran.code}` : `${ran.ended} ${ran.why}`.trim();
            throw new Error(`\`${(0,fault/* shown */.S)(given.run.join(" "))}\` ${how}: ${(0,fault/* shown */.S)(ran.stderr.trim().split("\n").at(-1) ?? "")}`);
        }
        lastMs = atMs;
        const lines = ran.stdout.split("\n").filter((line) => line.trim() !== "");
        if (lines.length === 0)
            throw new Error(`\`${(0,fault/* shown */.S)(given.run.join(" "))}\` printed nothing`);
        return lines.flatMap((line) => sampleIn(line, atMs, given.measures));
    };
    yield* polled(watching, { everyMs: given.every, patienceMs: given.patience, read });
}
/** The slots as JSON, each with the address at which it is reached. */
async function slotsAsText({ slots, reach }) {
    const all = (await slots()).map(async ({ host, slot, release, arm }) => {
        return { host, slot, release, arm, url: await reach(host, slot) };
    });
    return { WATCH_SLOTS: JSON.stringify(await Promise.all(all)) };
}
/** The sample of a line. What is of another form, or was not asked for, throws: it would count for nothing. */
function sampleIn(line, atMs, measures) {
    const json = (0,values_json/* readJson */.V)(line);
    const given = typeof json === "object" && json !== null ? json : {};
    const wrong = (why) => new Error(`the command printed \`${(0,fault/* shown */.S)(line)}\`: ${why}`);
    const wanted = (...any) => {
        if (!any.some((one) => measures.includes(one)))
            throw wrong(`\`signals.command.measures\` does not name ${any.join(" or ")}`);
    };
    const { state, holds, says, level, value, requests, errors = 0, ms = null, arm = "new" } = given;
    if (arm !== "new" && arm !== "old")
        throw wrong("`arm` is `new` or `old`");
    if (typeof state === "string" && (typeof holds === "boolean" || holds === null)) {
        wanted("state");
        return [{ kind: "state", atMs, of: state, holds, says: typeof says === "string" ? (0,fault/* shown */.S)(says) : "" }];
    }
    if (typeof level === "string" && typeof value === "number") {
        wanted("level");
        return [{ kind: "level", atMs, of: level, value, arm }];
    }
    if (!isCount(requests) || !isCount(errors) || errors > requests || !(ms === null || isCount(ms)))
        throw wrong("a line has `requests` and `errors`, or `state` and `holds`, or `level` and `value`");
    wanted("errors", "latency");
    return [
        ...(errors > 0 ? [{ kind: "request", atMs, failed: true, ms, arm, count: errors }] : []),
        ...(requests > errors
            ? [{ kind: "request", atMs, failed: false, ms, arm, count: requests - errors }]
            : []),
    ];
}
function isCount(value) {
    return typeof value === "number" && Number.isFinite(value) && value >= 0;
}

;// CONCATENATED MODULE: ./build/src/signals/slot-states.js
/** How often slots are asked, and the steps in which the end of a watch is noticed meanwhile, milliseconds. */
const everyMs = 3_000;
const slot_states_stepMs = 250;
/**
 * Asks every slot of the new release again and again. What fails in a slot of the release before at the same moment is
 * no fault of the new one: it is then unknown whether its own state holds. So it is where nothing answers at all, since
 * the way there may be cut; requests and the process on the port are watched besides.
 */
async function* watchSlots(watching, doors, state) {
    const { clock, sinceMs, over } = watching;
    const slots = await doors.slots();
    const of = (arm) => slots.filter((one) => one.arm === arm);
    while (!over()) {
        const atMs = sinceMs();
        const seen = await look(of("new"), doors, state);
        const shared = seen.holds === false && of("old").length > 0 ? await look(of("old"), doors, state) : null;
        const excused = shared !== null && shared.holds !== true;
        yield {
            ...{ kind: "state", atMs, of: state.of },
            holds: excused ? null : seen.holds,
            says: excused ? `${seen.says} The release before fails as well.` : seen.says,
        };
        while (!over() && sinceMs() < atMs + everyMs)
            await clock.sleep(Math.min(slot_states_stepMs, atMs + everyMs - sinceMs()));
    }
}
/** The worst of several slots. */
async function look(slots, doors, { path, judge }) {
    const looks = await Promise.all(slots.map(async ({ host, slot }) => {
        const seen = await judge(`${await doors.reach(host, slot)}${path}`, doors.http);
        const answered = typeof seen.facts?.["status"] === "number";
        const holds = seen.verdict === "pass" ? true : answered ? false : null;
        return { holds, says: `Slot ${slot} of ${host}: ${seen.says}` };
    }));
    const none = { holds: null, says: "The release runs in no slot." };
    return looks.find(({ holds }) => holds === false) ?? looks.find(({ holds }) => holds === null) ?? looks[0] ?? none;
}

;// CONCATENATED MODULE: ./build/src/signals/health-kept.js


/** The health path of the new release's slots, asked all through a watch. */
const healthKept = {
    id: "health",
    title: "the health of the slots",
    measures: ["state"],
    open(watching) {
        const { doors, environment } = watching;
        if (doors === undefined)
            return null;
        return watchSlots(watching, doors, { of: "health", path: environment.health.path, judge: judgeHealth });
    },
};

;// CONCATENATED MODULE: ./build/src/signals/issues.js


/** Issues of the repository that people open during the watch, with labels that are reasons to roll back. */
const issues = {
    id: "issues",
    title: "GitHub's issues",
    measures: ["state"],
    open(watching) {
        const given = watching.environment.signals?.issues;
        return given === undefined ? null : watchIssues(watching, given);
    },
};
/** The reasons of which labels can be a sign. */
const reasons = ["p1-bug", "security", "data-integrity"];
async function* watchIssues(watching, given) {
    const { github } = doorsOf(watching);
    // Numbers only rise: no clock has to agree with GitHub's. The highest number when the watch began.
    let last = null;
    const read = async () => {
        const answer = await github.newestIssues();
        if (!answer.ok) {
            const need = answer.status === 403 || answer.status === 404 ? "; the job needs `permissions: issues: read`" : "";
            throw new Error(`GitHub did not list the issues (${answer.status}: ${answer.why}${need})`);
        }
        last ??= Math.max(0, ...answer.value.map(({ number }) => number));
        const before = last;
        const opened = answer.value.filter(({ number, isPull }) => number > before && !isPull);
        const named = opened.flatMap((issue) => reasons.flatMap((reason) => saying(issue, reason, given[reason])));
        const says = named[0] ?? `No issue with a label that \`signals.issues\` names was opened; ${opened.length} others were.`;
        return [{ kind: "state", atMs: watching.sinceMs(), of: "issues", holds: named.length === 0, says }];
    };
    for await (const sample of polled(watching, { everyMs: given.every, patienceMs: given.patience, read }))
        if (sample.kind === "state")
            yield sample;
}
/** The sentence for an issue with one of these labels, which GitHub compares without regard to case. */
function saying(issue, reason, labels) {
    const wanted = new Set(labels.map((label) => label.toLowerCase()));
    const label = issue.labels.find((one) => wanted.has(one.toLowerCase()));
    if (label === undefined)
        return [];
    const title = (0,fault/* shown */.S)(issue.title);
    return [
        `Issue #${issue.number}, "${title}", was opened with the label \`${(0,fault/* shown */.S)(label)}\` (${reason}): ${issue.url}`,
    ];
}

;// CONCATENATED MODULE: ./build/src/signals/oban.js
/** Jobs begun are looked for among so many of the newest, and those that are executed: no index has more of them. */
const newest = 10_000;
/**
 * An expression for the release itself that prints a line for each queue with waiting jobs, and one for each queue and
 * node with jobs that were begun in the last seconds, or are executed. `pd_apps` are the applications of the release;
 * repository and prefix are those of Oban's configuration in the first that has one, where a prefix of `false` is the
 * repository's own. `canary` is more SQL, where a canary job is wanted. A job that is due and still scheduled waits
 * too: somebody has to make it available.
 */
function jobsExpression(seconds, canary = null) {
    return `pd_oban = Enum.find_value(pd_apps, [], &Application.get_env(&1, Oban))
pd_repo = pd_oban[:repo] || List.first(pd_repos) || raise("no application of the release names Oban's repository")
Code.ensure_loaded(pd_repo)
if pd_repo.__adapter__() != Ecto.Adapters.Postgres, do: raise "Oban's jobs are read from PostgreSQL alone"
pd_prefix = if pd_oban[:prefix] == nil, do: "public", else: pd_oban[:prefix]
pd_table = if(pd_prefix, do: "\\"#{pd_prefix}\\".", else: "") <> "oban_jobs"
pd_waiting = """
SELECT 'waiting ' || count(*) || ' '
  || extract(epoch FROM timezone('UTC', now()) - min(scheduled_at))::bigint || ' '
  || (array_agg(id ORDER BY scheduled_at, id))[1] || ' ' || queue
FROM #{pd_table} WHERE state = 'available'
  OR (state IN ('scheduled', 'retryable') AND scheduled_at <= timezone('UTC', now()))
GROUP BY queue
"""
pd_begun = """
SELECT 'begun ' || count(*) || ' ' || coalesce(attempted_by[1], '?') || ' ' || queue FROM #{pd_table}
WHERE (id > (SELECT coalesce(max(id), 0) - ${newest} FROM #{pd_table}) OR state = 'executing')
  AND attempted_at > timezone('UTC', now()) - interval '${Math.max(1, Math.ceil(seconds))} seconds'
GROUP BY queue, attempted_by[1]
"""
pd_executing = """
SELECT 'executing ' || count(*) || ' ' || coalesce(attempted_by[1], '?') || ' ' || queue FROM #{pd_table}
WHERE state = 'executing' GROUP BY queue, attempted_by[1]
"""${canary === null ? "" : `\npd_canary = """\n${canary}\n"""`}
{:ok, pd_lines, _} = Ecto.Migrator.with_repo(pd_repo, fn pd_repo ->
  Enum.flat_map([${canary === null ? "" : "pd_canary, "}pd_waiting, pd_begun, pd_executing], fn pd_sql ->
    Enum.map(pd_repo.query!(pd_sql, [], timeout: 15_000).rows, &hd/1)
  end)
end)
Enum.each(pd_lines ++ ["read"], &IO.puts("phoenix-deploy: " <> &1))`;
}
/** What the expression printed. Throws where it did not come to its end, or a line is of another form. */
function readObanJobs(printed) {
    const waiting = new Map();
    const begun = [];
    const executing = [];
    let canary = null;
    const lines = printed.split("\n").filter((line) => line !== "");
    if (lines.at(-1) !== "read")
        throw new Error("the release did not print what jobs there are");
    for (const line of lines.slice(0, -1)) {
        const [, count, age, oldest, late = ""] = /^waiting (\d+) (-?\d+) (\d+) (.+)$/.exec(line) ?? [];
        const [, kind, number, second = "", queue = ""] = /^(begun|executing|inserted) (\d+) (\S+) (.+)$/.exec(line) ?? [];
        if (count !== undefined)
            waiting.set(late, { count: Number(count), oldestSeconds: Number(age), oldest: Number(oldest) });
        else if (kind === "begun")
            begun.push({ queue, node: second, count: Number(number) });
        else if (kind === "executing")
            executing.push({ queue, node: second, count: Number(number) });
        else if (kind === "inserted")
            canary = { id: Number(number), state: second, node: queue };
        else
            throw new Error(`the release printed \`${line.slice(0, 80)}\`, which is no line about jobs`);
    }
    return { waiting, begun, executing, canary };
}

;// CONCATENATED MODULE: ./build/src/signals/oban-canary.js
const printed = "RETURNING 'inserted ' || id || ' ' || state || ' ?'";
/** SQL that inserts it, or asks for it once it has an id. The names are those of a module and of a queue: no quotes. */
function canarySql({ worker, queue }, id) {
    if (id === null)
        return `INSERT INTO #{pd_table} (worker, queue, args, max_attempts, tags)
VALUES ('${worker}', '${queue}', '{}', 1, ARRAY['phoenix-deploy']) ${printed}`;
    return `SELECT 'inserted ' || id || ' ' || state || ' ' || coalesce(attempted_by[1], '?')
FROM #{pd_table} WHERE id = ${id}`;
}
/** States that a job does not leave by itself, unless it is deleted: Oban's pruner does that within minutes. */
const ended = new Set(["completed", "discarded", "cancelled", "retryable"]);
/** Whether nothing more is to be learned of it. */
function hasEnded({ state }) {
    return ended.has(state);
}
/** Whether it holds, so long after it was inserted: unknown while it may still be done, or may have been. */
function judgeCanary({ worker, queue, within }, seen, sinceMs) {
    const seconds = Math.round(sinceMs / 1_000);
    const job = `The canary job of ${worker} in queue \`${queue}\``;
    if (seen === null)
        return { holds: null, says: `${job} is no longer there after ${seconds} s, and nobody saw how it ended.` };
    const { state, node } = seen;
    if (state === "completed")
        return { holds: true, says: `${job} was completed by ${node}.` };
    if (hasEnded(seen))
        return { holds: false, says: `${job} is ${state} after its attempt by ${node}.` };
    if (sinceMs < within)
        return { holds: null, says: `${job} is ${state}.` };
    return { holds: false, says: `${job} is still ${state} after ${seconds} s.` };
}

;// CONCATENATED MODULE: ./build/src/signals/jobs.js




/** Background jobs: those that wait are begun, and no queue's oldest one grows old. */
const jobs = {
    id: "jobs",
    title: "Oban's jobs",
    measures: ["state"],
    open(watching) {
        const given = watching.environment.signals?.jobs;
        return given === undefined ? null : watchJobs(watching, given);
    },
};
async function* watchJobs(watching, given) {
    const { slots, target, warn } = doorsOf(watching);
    const running = await slots();
    const [own] = running.filter(({ arm }) => arm === "new");
    if (own === undefined)
        throw new Error("no slot runs the new release");
    const newSlots = running.flatMap(({ arm, slot }) => (arm === "new" ? [slot] : []));
    const ofNew = newSlots.map(partOf);
    const ofOthers = Object.keys(watching.environment.slots)
        .filter((slot) => !newSlots.includes(slot))
        .map(partOf);
    const queues = watchQueues(given.oldest / 1_000, ofOthers);
    const begun = { all: 0, byNew: 0 };
    const { canary } = given;
    let sent = null;
    let ended = null;
    let askedMs = watching.sinceMs();
    const read = async () => {
        const atMs = watching.sinceMs();
        // A second more: a job that was begun between two questions belongs to one of them at least.
        const seconds = (atMs - askedMs) / 1_000 + 1;
        const more = canary === undefined || ended !== null ? null : canarySql(canary, sent?.job.id ?? null);
        const seen = readObanJobs(await target.evaluate(own.host, own.slot, jobsExpression(seconds, more)));
        askedMs = atMs;
        for (const { node, count } of seen.begun) {
            begun.all += count;
            if (ofNew.some((part) => node.includes(part)))
                begun.byNew += count;
        }
        const states = [{ kind: "state", atMs, of: "jobs", ...queues(seen) }];
        if (canary === undefined)
            return states;
        if (sent === null && seen.canary !== null)
            sent = { job: seen.canary, atMs };
        if (sent === null)
            throw new Error("the canary job could not be inserted");
        if (seen.canary !== null && hasEnded(seen.canary))
            ended = seen.canary;
        const judged = judgeCanary(canary, ended ?? seen.canary, atMs - sent.atMs);
        return [...states, { kind: "state", atMs, of: "canary job", ...judged }];
    };
    const polling = { everyMs: given.every, patienceMs: given.patience, read };
    for await (const sample of polled(watching, polling))
        if (sample.kind === "state")
            yield sample;
    // Nodes are named by their slots only where releases are distributed, which is their default.
    if (begun.all > 0 && begun.byNew === 0)
        warn(`Of ${begun.all} jobs that were begun during the watch, no node of the new release began one; another node, ` +
            "such as that of the release before, began them.");
}
/** What the name of a node has by which its slot is known. */
const partOf = (slot) => `_${slot}@`;
/**
 * A queue is stuck where the same job has waited longest as at the question before, for more than the limit, and no job
 * of the queue was begun meanwhile. While jobs of the queue are executed, long ones may have taken all of its places:
 * that is not known then, unless a slot without the new release has them all. One without waiting jobs is idle. One
 * whose jobs were too old before the watch began is not the new release's fault, until it has caught up.
 */
function watchQueues(limitSeconds, ofOthers) {
    let before = null;
    let stale = new Set();
    return ({ waiting, begun, executing }) => {
        const moving = new Set(begun.map(({ queue }) => queue));
        const busy = new Map();
        for (const { queue, node, count } of executing)
            if (!ofOthers.some((part) => node.includes(part)))
                busy.set(queue, (busy.get(queue) ?? 0) + count);
        const old = [...waiting].filter(([, { oldestSeconds }]) => oldestSeconds > limitSeconds).map(([queue]) => queue);
        stale = new Set(before === null ? old : old.filter((queue) => stale.has(queue)));
        const still = old.filter((queue) => !moving.has(queue) && !stale.has(queue) && waiting.get(queue)?.oldest === before?.get(queue)?.oldest);
        before = waiting;
        const stuck = still.find((queue) => !busy.has(queue)) ?? still[0];
        if (stuck !== undefined) {
            const { count: jobs = 0, oldestSeconds = 0 } = waiting.get(stuck) ?? {};
            const wait = `${(0,plural/* counted */.h)(jobs, "job")} in its line, the oldest of which has waited for ${oldestSeconds} s, and none was ` +
                "begun since the question before.";
            const places = busy.get(stuck);
            if (places === undefined)
                return { holds: false, says: `Queue \`${stuck}\` is stuck: ${wait}` };
            const says = `Queue \`${stuck}\` is stuck, or busy with long jobs: ${(0,plural/* counted */.h)(places, "job")} executing, ${wait}`;
            return { holds: null, says };
        }
        const left = [...stale]
            .map((queue) => ` Queue \`${queue}\` was late before the watch, and is not counted.`)
            .join("");
        const count = begun.reduce((sum, one) => sum + one.count, 0);
        if (waiting.size === 0 && count === 0)
            return { holds: true, says: executing.length === 0 ? "No job waits: the queues are idle." : "No job waits." };
        const many = count === 0 ? "" : ` Jobs begun since the question before: at least ${count}.`;
        return { holds: true, says: `No queue is stuck.${many}${left}` };
    };
}

;// CONCATENATED MODULE: ./build/src/signals/metrics/counters.js
function counterBook() {
    const before = new Map();
    return {
        added(process, now) {
            const last = before.get(process);
            before.set(process, now);
            if (last === undefined)
                return null;
            for (const [name, from] of last) {
                const to = now.get(name) ?? 0;
                if (to < from)
                    return { name, from, to };
            }
            return new Map([...now].map(([name, value]) => [name, value - (last.get(name) ?? 0)]));
        },
    };
}
/** True where a counter fell. */
function hasFallen(added) {
    return added !== null && "from" in added;
}

;// CONCATENATED MODULE: ./build/src/signals/metrics/headers-from.js

/** Requests with the headers of a variable, such as those of a password. */
function httpWithHeaders({ http, secret }, variable) {
    if (variable === undefined)
        return http;
    const headers = readHeaders(secret(variable) ?? "");
    if (typeof headers === "string")
        throw new Error(`the variable ${variable} cannot be used: ${headers}`);
    return withHeaders(http, headers);
}

;// CONCATENATED MODULE: ./build/src/signals/json-counts.js




/** Requests and errors as a page of JSON counts them: one of each slot, or one address for the new release. */
const jsonCounts = {
    id: "json",
    title: "the JSON page",
    measures: ["errors"],
    control: "shared",
    open(watching) {
        const given = watching.environment.signals?.json;
        return given === undefined ? null : watchPages(watching, given);
    },
};
const json_counts_limitMs = 8_000;
async function* watchPages(watching, given) {
    const doors = doorsOf(watching);
    const http = httpWithHeaders(doors, given["headers-from"]);
    const { path, url } = given;
    const ofSlot = ({ host, slot, arm }) => ({
        arm,
        url: async () => `${await doors.reach(host, slot)}${path}`,
    });
    const places = url === undefined ? (await doors.slots()).map(ofSlot) : [{ arm: "new", url: async () => url }];
    if (!places.some(({ arm }) => arm === "new"))
        throw new Error("no slot runs the new release");
    const book = counterBook();
    const readPlace = async ({ arm, url: find }) => {
        const atMs = watching.sinceMs();
        try {
            const page = await find();
            return [{ arm, page, atMs, counts: await countsAt(page, http, given) }];
        }
        catch (error) {
            // Without the release before there is no control, which the tests know.
            if (arm === "new")
                throw error;
            return [];
        }
    };
    const samplesOf = ({ arm, page, atMs, counts }) => {
        const added = book.added(page, counts);
        if (added === null)
            return [];
        if (hasFallen(added)) {
            if (arm === "old")
                return [];
            throw new LastingFault(`\`${added.name}\` of ${page} fell from ${added.from} to ${added.to}`);
        }
        return [true, false].flatMap((failed) => {
            const count = added.get(failed ? "errors" : "others") ?? 0;
            return count === 0 ? [] : [{ kind: "request", atMs, failed, ms: null, arm, count }];
        });
    };
    // All are read before one counts: where a page is asked again, the others must not lack what they gave before.
    const read = async () => (await Promise.all(places.map(readPlace))).flat().flatMap(samplesOf);
    yield* polled(watching, { everyMs: given.every, patienceMs: given.patience, read });
}
async function countsAt(url, http, { requests, errors }) {
    const answer = await http.request({ method: "GET", url, headers: { accept: "application/json" }, limitMs: json_counts_limitMs });
    if (!answer.answered)
        throw new Error(`${url} did not answer: ${answer.why}`);
    if (answer.status !== 200)
        throw new Error(`${url} answered ${answer.status}`);
    const body = (0,values_json/* readJson */.V)(answer.body);
    if (body === undefined)
        throw new Error(`${url} did not answer JSON`);
    const [all, failed] = [requests, errors].map((path) => {
        const value = path.split(".").reduce(json_counts_memberOf, body);
        if (typeof value !== "number" || !Number.isFinite(value) || value < 0)
            throw new Error(`\`${path}\` of ${url} is ${value === undefined ? "absent" : "no number from 0"}`);
        return value;
    });
    if (all === undefined || failed === undefined || failed > all)
        throw new Error(`${url} counts ${failed} errors among ${all} requests`);
    return new Map([
        ["errors", failed],
        ["others", all - failed],
    ]);
}
function json_counts_memberOf(at, key) {
    return typeof at === "object" && at !== null && Object.hasOwn(at, key)
        ? at[key]
        : undefined;
}

;// CONCATENATED MODULE: ./build/src/signals/log-rate.js

/** Errors that the new release logs while it is watched, by the patterns of `logs`. */
const logRate = {
    id: "log-rate",
    title: "the logs of the new release",
    measures: ["state"],
    open(watching) {
        const given = watching.environment.signals?.["log-rate"];
        return given === undefined ? null : watchLogs(watching, given);
    },
};
const minuteMs = 60_000;
async function* watchLogs(watching, given) {
    const { slots, target } = doorsOf(watching);
    const limit = given["per-minute"];
    const running = (await slots()).filter(({ arm }) => arm === "new");
    if (running.length === 0)
        throw new Error("no slot runs the new release");
    /** Errors since the start of the slots, by the time at which they were counted. */
    const counted = [];
    const read = async () => {
        const atMs = watching.sinceMs();
        const logs = await Promise.all(running.map(({ host, slot }) => target.logCounts(host, slot)));
        const errors = logs.reduce((sum, one) => sum + one.errors, 0);
        counted.push({ atMs, errors });
        // The newest count that is a minute old, or the first one.
        while (counted.length > 1 && (counted[1]?.atMs ?? atMs) <= atMs - minuteMs)
            counted.shift();
        const first = counted[0] ?? { atMs, errors };
        // A log that was rotated begins anew: what it has is new.
        const added = errors >= first.errors ? errors - first.errors : errors;
        const seconds = Math.round((atMs - first.atMs) / 1_000);
        const says = `${added} lines of the logs within ${seconds} s are errors; the limit is ${limit} within a minute.`;
        return [{ kind: "state", atMs, of: "logs", holds: added <= limit, says }];
    };
    for await (const sample of polled(watching, { everyMs: given.every, patienceMs: given.patience, read }))
        if (sample.kind === "state")
            yield sample;
}

;// CONCATENATED MODULE: ./build/src/signals/memory.js

/** Memory of the slots' processes, of the new release and of the one before. */
const slotMemory = {
    id: "memory",
    title: "the memory of the slots",
    measures: ["level"],
    control: "asked",
    open(watching) {
        const given = watching.environment.signals?.memory;
        return given === undefined ? null : watchMemory(watching, given);
    },
};
const megabyte = 1 << 20;
async function* watchMemory(watching, { every, patience }) {
    const { slots, target } = doorsOf(watching);
    const running = await slots();
    if (!running.some(({ arm }) => arm === "new"))
        throw new Error("no slot runs the new release");
    const readSlot = async ({ host, slot, arm }) => {
        const atMs = watching.sinceMs();
        try {
            const value = Math.round(((await target.memory(host, slot)) / megabyte) * 10) / 10;
            return [{ kind: "level", atMs, of: "memory, MB", value, arm }];
        }
        catch (error) {
            // Without the release before there is no control, which the tests know.
            if (arm === "new")
                throw error;
            return [];
        }
    };
    const read = async () => (await Promise.all(running.map(readSlot))).flat();
    for await (const sample of polled(watching, { everyMs: every, patienceMs: patience, read }))
        if (sample.kind === "level")
            yield sample;
}

;// CONCATENATED MODULE: ./build/src/signals/metrics/http-counts.js
/** What the libraries name them by themselves. */
const presets = {
    "prom-ex": {
        requests: "prom_ex_phoenix_http_requests_total",
        durations: "prom_ex_phoenix_http_request_duration_milliseconds",
        ...{ unitMs: 1, status: "status", prefixed: true },
    },
    "telemetry-metrics": {
        ...{ requests: null, durations: "phoenix_endpoint_stop_duration" },
        ...{ unitMs: 1, status: "status", prefixed: false },
    },
};
function httpMetricsOf(names) {
    if (typeof names === "string")
        return presets[names];
    const { requests = null, durations = null, unit, status } = names;
    return { requests, durations, unitMs: unit === "s" ? 1_000 : 1, status, prefixed: false };
}
/** True where latency can be read: not of a counter alone. */
function hasDurations(names = "prom-ex") {
    return httpMetricsOf(names).durations !== null;
}
const statusMark = "status ";
const bucketMark = "le ";
/** The name under which requests with a status are kept in counts. */
const statusCount = (status) => `${statusMark}${status}`;
/** The name under which a cumulative bucket of a histogram is kept. */
const bucketCount = (le) => `${bucketMark}${Number(le === "+Inf" ? "Infinity" : le)}`;
/** Buckets by their bounds, each with what is not in the one below. */
function bucketsOf(counts) {
    const cumulative = [...counts]
        .flatMap(([name, count]) => name.startsWith(bucketMark) ? [{ le: Number(name.slice(bucketMark.length)), count }] : [])
        .sort((one, other) => one.le - other.le);
    return cumulative.map(({ le, count }, index) => ({
        le,
        count: Math.max(0, count - (cumulative[index - 1]?.count ?? 0)),
    }));
}
/**
 * What was added to counters by status and to a histogram, as requests. The two may differ by a few, since they are not
 * counted at once: the counters say how many there were and how many failed, the histogram how long they took, in
 * proportion. A request of the last bucket, which has no bound, took twice the largest bound.
 */
function requestsIn(added, { unitMs }, { atMs, arm }) {
    const statuses = [...added].filter(([name]) => name.startsWith(statusMark));
    const sum = (list) => list.reduce((all, [, count]) => all + count, 0);
    const failed = Math.round(sum(statuses.filter(([name]) => name.startsWith(`${statusMark}5`))));
    const succeeded = Math.round(sum(statuses)) - failed;
    const samples = [];
    const add = (one) => {
        if (one.count > 0)
            samples.push({ kind: "request", atMs, arm, ...one });
    };
    add({ failed: true, ms: null, count: failed });
    const buckets = bucketsOf(added);
    const timed = buckets.reduce((all, { count }) => all + count, 0);
    const share = timed > succeeded ? succeeded / timed : 1;
    const largest = Math.max(0, ...buckets.map(({ le }) => le).filter(Number.isFinite));
    let below = 0;
    let given = 0;
    for (const { le, count } of buckets) {
        below += count;
        const here = Math.round(below * share) - given;
        given += here;
        add({ failed: false, ms: (Number.isFinite(le) ? le : 2 * largest) * unitMs, count: here });
    }
    add({ failed: false, ms: null, count: succeeded - given });
    return samples;
}
/** The change that a watch has to see: half as much again. */
const change = 1.5;
/**
 * Why buckets cannot show that: the quantile lies in one whose bounds are further apart. Null where they can, or
 * nothing was seen.
 */
function coarseness(all, { unitMs }, quantile) {
    const buckets = bucketsOf(all);
    const total = buckets.reduce((sum, { count }) => sum + count, 0);
    let below = 0;
    for (const [index, { le, count }] of buckets.entries()) {
        below += count;
        if (total === 0 || below < quantile * total)
            continue;
        const lower = buckets[index - 1]?.le ?? 0;
        if (lower > 0 && le <= lower * change)
            return null;
        const upper = Number.isFinite(le) ? `${le * unitMs} ms` : "no limit";
        return `the ${quantile * 100} % quantile lies in a bucket from ${lower * unitMs} ms to ${upper}`;
    }
    return null;
}

;// CONCATENATED MODULE: ./build/src/signals/metrics/prometheus-api.js


const prometheus_api_limitMs = 8_000;
/** So much of what Prometheus keeps is the past of what serves, seconds. */
const pastS = 600;
/** The door keeps no more of an answer. */
const largestBody = 1 << 20;
function openPrometheus(http, url) {
    const ask = async (path, values) => {
        const answer = await http.request({
            method: "POST",
            url: `${url}/api/v1/${path}`,
            headers: { "content-type": "application/x-www-form-urlencoded" },
            body: new URLSearchParams(values).toString(),
            limitMs: prometheus_api_limitMs,
        });
        if (!answer.answered)
            throw new Error(`Prometheus at ${url} did not answer: ${answer.why}`);
        const body = (0,values_json/* readJson */.V)(answer.body);
        if (prometheus_api_isObject(body) && body["status"] === "error")
            throw new Error(`Prometheus refused the query: ${errorIn(body)}`);
        if (answer.status !== 200)
            throw new Error(`Prometheus at ${url} answered ${answer.status}`);
        if (answer.body.length >= largestBody)
            throw new Error("Prometheus answered more than 1 MiB: name fewer series in `select`");
        return seriesIn(body, values["query"] ?? "");
    };
    return {
        instant: (query, at) => ask("query", { query, ...(at === undefined ? {} : { time: String(at) }) }),
        range: (query, { from, to, step }) => ask("query_range", { query, start: String(from), end: String(to), step: String(step) }),
    };
}
function errorIn(body) {
    return (0,fault/* shown */.S)(`${String(body["errorType"] ?? "")}: ${String(body["error"] ?? "without a reason")}`);
}
/** The series of a vector or a matrix. */
function seriesIn(body, query) {
    const data = prometheus_api_isObject(body) && body["status"] === "success" ? body["data"] : undefined;
    const result = prometheus_api_isObject(data) ? data["result"] : undefined;
    if (!Array.isArray(result))
        throw new Error("what answers is not Prometheus: its answer has no result");
    return result.map((one) => {
        const labels = prometheus_api_isObject(one) ? one["metric"] : undefined;
        const pairs = prometheus_api_isObject(one) ? (one["values"] ?? [one["value"]]) : undefined;
        if (!prometheus_api_isObject(labels) || !Array.isArray(pairs))
            throw new Error(`Prometheus answered something else than series to \`${(0,fault/* shown */.S)(query)}\``);
        return { labels: labels, points: pairs.map((pair) => pointOf(pair, query)) };
    });
}
function pointOf(pair, query) {
    const [at, text] = Array.isArray(pair) ? pair : [];
    const value = typeof text === "string" && text !== "" ? Number(text) : Number.NaN;
    if (typeof at !== "number" || !Number.isFinite(value))
        throw new Error(`a value of \`${(0,fault/* shown */.S)(query)}\` is ${(0,fault/* shown */.S)(text)}, which is no number`);
    return { at, value };
}
function prometheus_api_isObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./build/src/signals/metrics/prometheus-rates.js


/**
 * Requests by the user's own queries, which give rates: requests a second, and errors a second. Each point of a range
 * stands for the time since the point before. A query that names no arm is that of the new release.
 */
function queriedRates({ api, watching, everyMs, queries, slots, filled }) {
    const { clock, sinceMs } = watching;
    const step = everyMs / 1_000;
    const began = clock.now().getTime() / 1_000 - sinceMs() / 1_000 - (watching.before === true ? pastS : 0);
    const asked = new Map();
    // Parts of a request, kept until they are one.
    const rest = new Map();
    const whole = (key, amount) => {
        const all = amount + (rest.get(key) ?? 0);
        const count = Math.floor(all + 1e-9);
        rest.set(key, all - count);
        return count;
    };
    async function read(arm, own) {
        const from = (asked.get(arm) ?? began) + step;
        const to = clock.now().getTime() / 1_000;
        if (to < from)
            return [];
        const [requests, errors] = await Promise.all([queries.requests, queries.errors].map(async (query) => onlyOne(await api.range(filled(query, own), { from, to, step }), query)));
        const failing = new Map(errors?.points.map(({ at, value }) => [at, value]));
        // All are read before one counts: what is asked again after a fault must not lack what came before it.
        const points = (requests?.points ?? []).map(({ at, value }) => {
            const bad = failing.get(at);
            if (bad === undefined)
                throw new Error(`\`${(0,fault/* shown */.S)(queries.errors)}\` gives no value where requests have one`);
            if (value < 0 || bad < 0)
                throw new Error("a query of Prometheus gives a rate below 0");
            return { at, value, bad };
        });
        const samples = [];
        for (const { at, value, bad } of points) {
            const failed = whole(`errors ${arm}`, bad * step);
            const good = Math.max(0, whole(`requests ${arm}`, value * step) - failed);
            const stamp = { kind: "request", atMs: Math.round((at - began) * 1_000), ms: null, arm };
            if (failed > 0)
                samples.push({ ...stamp, failed: true, count: failed });
            if (good > 0)
                samples.push({ ...stamp, failed: false, count: good });
            asked.set(arm, at);
        }
        return samples;
    }
    return {
        read: async () => {
            const bothArms = filled(queries.requests, slots) !== queries.requests;
            const own = (arm) => slots.filter((one) => one.arm === arm);
            const old = own("old");
            // Without the release before there is no control, which the tests know.
            const control = bothArms && old.length > 0 ? await read("old", old).catch(() => []) : [];
            return [...(await read("new", own("new"))), ...control];
        },
        end() {
            if (!asked.has("new"))
                throw new Error("no query gave a value within the watch");
        },
    };
}
/** A query has to give one series: several would be counted twice, and none is no zero. */
function onlyOne(series, query) {
    const [first, ...others] = series;
    if (first === undefined)
        throw new Error(`\`${(0,fault/* shown */.S)(query)}\` gives no series; append \`or vector(0)\` where that means none`);
    if (others.length > 0)
        throw new Error(`\`${(0,fault/* shown */.S)(query)}\` gives ${series.length} series; it has to give one, such as \`sum(...)\``);
    return first;
}

;// CONCATENATED MODULE: ./build/src/signals/metrics/watch.js



function metricsWatch(metrics) {
    const book = counterBook();
    const all = new Map();
    let seen = false;
    return {
        requests({ arm, atMs, counts }) {
            const samples = [];
            for (const [process, now] of counts) {
                const added = book.added(`${arm} ${process}`, now);
                if (added === null)
                    continue;
                if (hasFallen(added)) {
                    // The release before is the control: without that moment of it, there is a little less of it.
                    if (arm === "old")
                        continue;
                    throw new LastingFault(`the counter ${added.name} of ${process} fell from ${added.from} to ${added.to}: its process was started ` +
                        "again, or the numbers are not those of one process");
                }
                seen ||= arm === "new";
                for (const [name, count] of added)
                    all.set(name, (all.get(name) ?? 0) + count);
                samples.push(...requestsIn(added, metrics, { atMs, arm }));
            }
            return samples;
        },
        end() {
            if (!seen)
                throw new Error("the new release was not read twice within the watch, so that nothing is known of it");
            const [why] = [0.5, 0.99].flatMap((quantile) => coarseness(all, metrics, quantile) ?? []);
            if (why === undefined)
                return null;
            const { durations = "the durations" } = metrics;
            return (`The histogram ${durations} cannot show that latency grew by 50 %: ${why}. ` +
                "Add buckets there, or rely on the prober for latency.");
        },
    };
}

;// CONCATENATED MODULE: ./build/src/signals/prometheus.js







/** Requests as Prometheus has scraped them, of the release under watch and the one before. */
const prometheus = {
    id: "prometheus",
    title: "Prometheus",
    measures: ["errors", "latency"],
    control: "shared",
    measuresFor: ({ signals }) => {
        const { metrics, queries } = signals?.prometheus ?? {};
        return queries === undefined && hasDurations(metrics) ? ["errors", "latency"] : ["errors"];
    },
    open(watching) {
        const given = watching.environment.signals?.prometheus;
        return given === undefined ? null : watchPrometheus(watching, given);
    },
};
const arms = ["new", "old"];
async function* watchPrometheus(watching, given) {
    const doors = doorsOf(watching);
    const { sinceMs } = watching;
    const api = openPrometheus(httpWithHeaders(doors, given["headers-from"]), given.url);
    const slots = await doors.slots();
    const pace = { everyMs: given.every, patienceMs: given.patience };
    if (given.queries !== undefined) {
        const filled = (query, own) => selectorOf(given, own, query);
        const rates = queriedRates({ api, watching, everyMs: given.every, queries: given.queries, slots, filled });
        yield* polled(watching, { ...pace, read: rates.read });
        rates.end();
        return;
    }
    const metrics = httpMetricsOf(given.metrics ?? "prom-ex");
    const tally = metricsWatch(metrics);
    const questionOf = (own, oldestMs) => ({
        ...{ api, metrics, select: selectorOf(given, own), oldestMs, patienceMs: given.patience },
        instances: given.select.includes("{instances}") ? own.map((slot) => instanceOf(given, slot)) : [],
    });
    const read = async () => {
        const atMs = sinceMs();
        const readings = await Promise.all(arms.map(async (arm) => {
            const own = slots.filter((one) => one.arm === arm);
            if (own.length === 0)
                return { arm, atMs, counts: new Map() };
            const asked = countsOf(questionOf(own, atMs));
            // Without the release before there is no control, which the tests know.
            return { arm, atMs, counts: await (arm === "old" ? asked.catch(() => new Map()) : asked) };
        }));
        return readings.flatMap((reading) => tally.requests(reading));
    };
    /** What was counted in the minutes before; nothing where a counter fell. A process that is younger began at 0. */
    const past = async () => {
        const question = questionOf(slots.filter(({ arm }) => arm === "new"), Number.POSITIVE_INFINITY);
        const at = watching.clock.now().getTime() / 1_000;
        const [now, then] = await Promise.all([
            countsOf(question),
            countsOf({ ...question, instances: [], at: at - pastS }).catch(() => new Map()),
        ]);
        const counts = new Map([...now.keys()].map((instance) => [instance, then.get(instance) ?? new Map()]));
        tally.requests({ arm: "new", atMs: 0, counts });
        return tally.requests({ arm: "new", atMs: 0, counts: now });
    };
    if (watching.before === true)
        yield* await past().catch(() => []);
    yield* polled(watching, { ...pace, read });
    const coarse = tally.end();
    if (coarse !== null)
        doors.warn(coarse);
}
/** The name of a slot in Prometheus's label `instance`. */
function instanceOf({ instance }, { host, slot, port }) {
    return instance.replaceAll("{host}", host).replaceAll("{slot}", slot).replaceAll("{port}", String(port));
}
/** The matchers of an arm: each word in braces becomes a pattern of what the arm's slots have. */
function selectorOf(given, slots, text = given.select) {
    const pattern = (words) => [...new Set(words)].map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\\\$&")).join("|");
    return text
        .replaceAll("{instances}", () => pattern(slots.map((slot) => instanceOf(given, slot))))
        .replaceAll("{versions}", () => pattern(slots.map(({ release }) => (0,release_release/* releaseVersionOf */.$_)(release))))
        .replaceAll("{slots}", () => pattern(slots.map(({ slot }) => slot)));
}
/** Counters of one arm, by instance. Sums of counters: a series that appears later adds what it has. */
async function countsOf({ api, metrics, select, instances, oldestMs, patienceMs, at }) {
    const { requests, durations, status } = metrics;
    const named = (name) => (metrics.prefixed ? `{__name__=~"(.+_)?${name}",${select}}` : `${name}{${select}}`);
    const statuses = named(requests ?? `${durations}_count`);
    const [byStatus, byBound, ages] = await Promise.all([
        api.instant(`sum by (instance, ${status}) (${statuses})`, at),
        durations === null ? [] : api.instant(`sum by (instance, le) (${named(`${durations}_bucket`)})`, at),
        api.instant(`time() - max by (instance) (timestamp(${statuses}))`, at),
    ]);
    if (byStatus.length === 0)
        throw new Error(`Prometheus has no series \`${statuses}\``);
    for (const instance of instances)
        if (!byStatus.some(({ labels }) => labels["instance"] === instance))
            throw new Error(`Prometheus has no series \`${statuses}\` of ${instance}`);
    const counts = new Map();
    const keep = (instance, name, value) => {
        const own = counts.get(instance) ?? new Map();
        counts.set(instance, own.set(name, value));
    };
    for (const { labels, points } of byStatus) {
        const word = labels[status];
        if (word === undefined)
            throw new Error(`the series \`${statuses}\` have no label \`${status}\`, so that errors cannot be counted`);
        keep(labels["instance"] ?? "", statusCount(word), points[0]?.value ?? 0);
    }
    for (const { labels, points } of byBound)
        keep(labels["instance"] ?? "", bucketCount(labels["le"] ?? ""), points[0]?.value ?? 0);
    for (const instance of counts.keys())
        if (!ages.some(({ labels }) => (labels["instance"] ?? "") === instance))
            throw new Error(`Prometheus does not say how old its samples of ${instance} are`);
    for (const { labels, points } of ages) {
        const ageMs = (points[0]?.value ?? 0) * 1_000;
        const instance = labels["instance"] ?? "";
        if (ageMs > patienceMs)
            throw new Error(`the newest sample that Prometheus has of ${instance} is ${Math.round(ageMs / 1_000)} s old`);
        if (ageMs > oldestMs)
            counts.delete(instance);
    }
    return counts;
}

;// CONCATENATED MODULE: ./build/src/signals/readiness-kept.js


/** The readiness path of the new release's slots, asked all through a watch. */
const readinessKept = {
    id: "readiness",
    title: "the readiness of the slots",
    measures: ["state"],
    open(watching) {
        const { doors, environment } = watching;
        const path = environment.health.ready;
        if (doors === undefined || path === null)
            return null;
        return watchSlots(watching, doors, { of: "readiness", path, judge: judgeReadiness });
    },
};

;// CONCATENATED MODULE: ./build/src/signals/router-statistics.js


/** Requests of users as the router counts them by server: real traffic of the old servers and the new ones. */
const routerStatistics = {
    id: "router-statistics",
    title: "the router's statistics",
    // Routers give no durations but averages of their last requests, which show no quantile.
    measures: ["errors"],
    control: "shared",
    open(watching) {
        const given = watching.environment.signals?.["router-statistics"];
        return given === undefined ? null : watchRouter(watching, given);
    },
};
async function* watchRouter(watching, { every, patience }) {
    const { slots, target, warn } = doorsOf(watching);
    const servers = await slots();
    const book = counterBook();
    const read = async () => {
        const seen = new Map((await target.routerCounts()).map((one) => [one.server, one]));
        const atMs = watching.sinceMs();
        return servers.flatMap(({ server, arm }) => {
            const counts = seen.get(server);
            if (counts === undefined) {
                if (arm === "old")
                    return [];
                throw new Error(`the router has no statistics of server ${server}`);
            }
            const { requests, failed } = counts;
            const now = new Map([
                ["failed", failed],
                ["good", requests - failed],
            ]);
            const added = book.added(server, now);
            if (added === null)
                return [];
            if (hasFallen(added)) {
                // Whoever reloads the router does so for other reasons than a release: what comes after it counts.
                warn(`The router's counters of ${server} fell from ${added.from} to ${added.to}, as after a reload: requests ` +
                    "between two questions are not counted.");
                return [];
            }
            return [true, false].flatMap((bad) => {
                const count = added.get(bad ? "failed" : "good") ?? 0;
                return count === 0 ? [] : [{ kind: "request", atMs, failed: bad, ms: null, arm, count }];
            });
        });
    };
    yield* polled(watching, { everyMs: every, patienceMs: patience, read });
}

;// CONCATENATED MODULE: ./build/src/signals/metrics/exposition.js
/** A name, labels in braces, the value, a time, and an exemplar behind `#`. */
const sampleParts = [
    /([a-zA-Z_:][a-zA-Z0-9_:]*)/,
    /[ \t]*(?:\{((?:[^"{}]|"(?:[^"\\]|\\.)*")*)\})?/,
    /[ \t]+([^ \t#]+)/,
    /(?:[ \t]+-?[\d.]+)?/,
    /[ \t]*(?:#.*)?/,
];
const sampleLine = new RegExp(`^${sampleParts.map(({ source }) => source).join("")}$`);
const label = /[ \t]*([a-zA-Z_][a-zA-Z0-9_]*)[ \t]*=[ \t]*"((?:[^"\\\n]|\\.)*)"[ \t]*(,|$)/y;
/**
 * Reads Prometheus's text format (version 0.0.4, and OpenMetrics as far as counters and histograms go). Strict: the
 * first line that is not understood is given back as a sentence, since half a page would look like fewer errors.
 */
function readExposition(text) {
    const samples = [];
    for (const [index, line] of text.split("\n").entries()) {
        const trimmed = line.trim();
        if (trimmed === "" || trimmed.startsWith("#"))
            continue;
        const [, name, inside, number = ""] = sampleLine.exec(trimmed) ?? [];
        const labels = labelsIn(inside ?? "");
        const value = numberOf(number);
        if (name === undefined || labels === null || value === null)
            return `line ${index + 1} is not of Prometheus's text format`;
        samples.push({ name, labels, value });
    }
    return samples;
}
function labelsIn(text) {
    const labels = {};
    label.lastIndex = 0;
    while (label.lastIndex < text.length) {
        const at = label.lastIndex;
        const [all, name = "", value = ""] = label.exec(text) ?? [];
        if (all === undefined)
            return text.slice(at).trim() === "" ? labels : null;
        labels[name] = value.replaceAll(/\\(.)/g, (_, one) => (one === "n" ? "\n" : one));
    }
    return labels;
}
function numberOf(text) {
    const word = text.replace(/^\+/, "").toLowerCase();
    if (word === "nan")
        return Number.NaN;
    if (word === "inf" || word === "-inf")
        return word === "inf" ? Infinity : -Infinity;
    const value = Number(text);
    return Number.isNaN(value) ? null : value;
}

;// CONCATENATED MODULE: ./build/src/signals/run-queue.js



/** Processes that wait for a scheduler, in the new release and in the one before, by the metrics of each slot. */
const runQueue = {
    id: "run-queue",
    title: "the run queue of the slots",
    measures: ["level"],
    control: "asked",
    open(watching) {
        const given = watching.environment.signals?.["run-queue"];
        return given === undefined ? null : watchRunQueue(watching, given);
    },
};
const run_queue_limitMs = 8_000;
/** What PromEx and telemetry_poller name it, behind the name of the application where they put that first. */
const names = ["prom_ex_beam_stats_run_queue_count", "vm_total_run_queue_lengths_total"];
async function* watchRunQueue(watching, given) {
    const doors = doorsOf(watching);
    const http = httpWithHeaders(doors, given["headers-from"]);
    const slots = await doors.slots();
    if (!slots.some(({ arm }) => arm === "new"))
        throw new Error("no slot runs the new release");
    const wanted = given.metric === undefined ? names : [given.metric];
    const readSlot = async ({ host, slot, arm }) => {
        const atMs = watching.sinceMs();
        try {
            const url = `${await doors.reach(host, slot)}${given.path}`;
            const answer = await http.request({ method: "GET", url, headers: { accept: "text/plain" }, limitMs: run_queue_limitMs });
            if (!answer.answered)
                throw new Error(`${url} did not answer: ${answer.why}`);
            if (answer.status !== 200)
                throw new Error(`${url} answered ${answer.status}`);
            return [{ kind: "level", atMs, of: "run queue", value: lengthIn(answer.body, wanted, url), arm }];
        }
        catch (error) {
            // Without the release before there is no control, which the tests know.
            if (arm === "new")
                throw error;
            return [];
        }
    };
    const read = async () => (await Promise.all(slots.map(readSlot))).flat();
    for await (const sample of polled(watching, { everyMs: given.every, patienceMs: given.patience, read }))
        if (sample.kind === "level")
            yield sample;
}
/** The length, summed over what runs on ordinary schedulers and on dirty ones. */
function lengthIn(page, wanted, url) {
    const exposed = readExposition(page);
    if (typeof exposed === "string")
        throw new Error(`${url}: ${exposed}`);
    const found = exposed.filter((one) => wanted.some((name) => one.name === name || one.name.endsWith(`_${name}`)));
    if (found.length === 0)
        throw new Error(`${url} has no metric ${wanted.join(" or ")}`);
    const length = found.reduce((sum, { value }) => sum + value, 0);
    if (!Number.isFinite(length))
        throw new Error(`${found[0]?.name} of ${url} is ${length}, which is no number`);
    return length;
}

;// CONCATENATED MODULE: ./build/src/signals/scrape.js





/** Requests as each slot counts them itself: its `/metrics`, without a Prometheus. */
const scrape = {
    id: "scrape",
    title: "the metrics of the slots",
    measures: ["errors", "latency"],
    control: "shared",
    measuresFor: ({ signals }) => (hasDurations(signals?.scrape?.metrics) ? ["errors", "latency"] : ["errors"]),
    open(watching) {
        const given = watching.environment.signals?.scrape;
        return given === undefined ? null : watchMetrics(watching, given);
    },
};
const scrape_limitMs = 8_000;
/** The door keeps no more of an answer. */
const largestPage = 1 << 20;
async function* watchMetrics(watching, given) {
    const doors = doorsOf(watching);
    const http = httpWithHeaders(doors, given["headers-from"]);
    const metrics = httpMetricsOf(given.metrics);
    const tally = metricsWatch(metrics);
    const slots = await doors.slots();
    const readSlot = async (slot) => {
        const atMs = watching.sinceMs();
        const place = `slot ${slot.slot} of ${slot.host}`;
        try {
            const url = `${await doors.reach(slot.host, slot.slot)}${given.path}`;
            const counts = new Map([[place, await scrape_countsAt({ url, place, http, metrics })]]);
            return { arm: slot.arm, atMs, counts };
        }
        catch (error) {
            // Without the release before there is no control, which the tests know.
            if (slot.arm === "new")
                throw error;
            return { arm: slot.arm, atMs, counts: new Map() };
        }
    };
    const read = async () => (await Promise.all(slots.map(readSlot))).flatMap((reading) => tally.requests(reading));
    yield* polled(watching, { everyMs: given.every, patienceMs: given.patience, read });
    const coarse = tally.end();
    if (coarse !== null)
        doors.warn(coarse);
}
/** The counters of one slot, summed over all labels but the status and the bound. */
async function scrape_countsAt({ url, place, http, metrics }) {
    const answer = await http.request({ method: "GET", url, headers: { accept: "text/plain" }, limitMs: scrape_limitMs });
    if (!answer.answered)
        throw new Error(`${url} of ${place} did not answer: ${answer.why}`);
    if (answer.status !== 200)
        throw new Error(`${url} of ${place} answered ${answer.status}`);
    if (answer.body.length >= largestPage)
        throw new Error(`${url} of ${place} has more than 1 MiB of metrics`);
    const exposed = readExposition(answer.body);
    if (typeof exposed === "string")
        throw new Error(`${url} of ${place}: ${exposed}`);
    return scrape_countsOf(exposed, metrics, place);
}
function scrape_countsOf(exposed, metrics, place) {
    const { requests, durations, status, prefixed } = metrics;
    const counts = new Map();
    const named = (one, name) => one.name === name || (prefixed && one.name.endsWith(`_${name}`));
    const counter = requests ?? `${durations}_count`;
    for (const one of exposed) {
        const counted = named(one, counter);
        const bucket = durations !== null && named(one, `${durations}_bucket`);
        if (!counted && !bucket)
            continue;
        if (!Number.isFinite(one.value))
            throw new Error(`${one.name} of ${place} is ${one.value}, which is no number`);
        const word = one.labels[counted ? status : "le"];
        if (word === undefined)
            throw new Error(`${one.name} of ${place} has no label ` +
                `\`${counted ? status : "le"}\`${counted ? ", so that errors cannot be counted" : ""}`);
        const key = counted ? statusCount(word) : bucketCount(word);
        counts.set(key, (counts.get(key) ?? 0) + one.value);
    }
    if (counts.size === 0)
        throw new Error(`${place} has no metric ${prefixed ? `…_${counter}` : counter}`);
    return counts;
}

;// CONCATENATED MODULE: ./build/src/signals/registry.js














/** Every signal that a watch listens to. The measurements before and after the shift are those of the first. */
const registry_signals = [
    prober,
    slotRequests,
    healthKept,
    readinessKept,
    prometheus,
    scrape,
    routerStatistics,
    jsonCounts,
    commandSamples,
    issues,
    jobs,
    slotMemory,
    runQueue,
    logRate,
];

;// CONCATENATED MODULE: ./build/src/statistics/cusum.js
/** Weights that distinguish an unacceptable error rate from a tolerable one. Both are fractions between 0 and 1. */
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
        add(failed, weights, count = 1) {
            net += (failed ? weights.error : weights.success) * count;
            requests += count;
            if (failed)
                errors += count;
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
    const seen = `${errors} of ${part ? "the last " : ""}${requests} requests failed (${percentText(rate)})`;
    if (rate >= limit)
        return `${seen}: the error rate is at or above the ${percentText(limit)} limit.`;
    return (`${seen}: that fits a rate of ${percentText(unacceptable)} better than the ${percentText(tolerable)} of a ` +
        "healthy release.");
}
function passText({ requests, errors, errorRate, suffices }) {
    if (errors === 0)
        return `0 of ${requests} requests failed; ${suffices} clean requests suffice for ${percentText(errorRate)}.`;
    const rate = percentText(errors / requests);
    const seen = `${errors} of ${requests} requests failed (${rate}), below the ${percentText(errorRate)} limit`;
    return `${seen}; with ${(0,plural/* counted */.h)(errors, "error")} ${suffices} requests suffice.`;
}
/** Why nothing can be concluded yet, and what would; null when the release has passed. */
function openText({ requests, errors, errorRate, suffices, toCalm, recent, silenceMs, watchMs }) {
    if (requests === 0)
        return `No request was seen, so nothing is known; ${suffices} without an error are needed.`;
    const more = Math.max(1, suffices - requests, toCalm);
    const needs = `about ${more} more without an error ${more === 1 ? "is" : "are"} needed`;
    const seen = `${errors} of ${requests} requests failed${errors === 0 ? "" : ` (${percentText(errors / requests)})`}`;
    if (errors / requests >= errorRate)
        return (`${seen}: at or above the ${percentText(errorRate)} limit, but too few or too close together to be sure; ` +
            `${needs}.`);
    if (requests < suffices)
        return `${seen}: not enough requests to decide; ${needs}.`;
    if (toCalm > 0)
        return (`${seen}, ${recent.errors} of them among the last ${recent.requests}: the newest fail too often to ` +
            `pass; ${needs}.`);
    if (silenceMs <= watchMs / 2)
        return null;
    return (`${seen}, but for ${spanText(silenceMs)} of the ${spanText(watchMs)} watch there was no request: what ` +
        "was not seen cannot pass.");
}
/** "6 min 41 s". */
function spanText(ms) {
    const seconds = Math.round(ms / 1_000);
    const parts = [
        [Math.floor(seconds / 3_600), "h"],
        [Math.floor(seconds / 60) % 60, "min"],
        [seconds % 60, "s"],
    ];
    return parts.flatMap(([count, unit]) => (count === 0 ? [] : [`${count} ${unit}`])).join(" ") || "0 s";
}
/** With one decimal, and two significant digits below 1 %. */
function percentText(rate) {
    const value = rate * 100;
    return `${Number(value < 1 ? value.toPrecision(2) : value.toFixed(1))} %`;
}

;// CONCATENATED MODULE: ./build/src/statistics/bursts.js
/** Errors that come within so long are one event, milliseconds: a bucket is a sixth of it. */
const buckets = 6;
/**
 * Requests fail together: a restart of a database, a lost packet. The most errors of any six seconds in a row are
 * known at any time, in buckets of one second; the memory is six numbers.
 */
function startBursts(bucketMs) {
    const counts = new Array(buckets).fill(0);
    let newest = 0;
    let inWindow = 0;
    let densest = 0;
    let total = 0;
    return {
        add(errors, atMs) {
            const bucket = Math.max(newest, Math.floor(atMs / bucketMs));
            const gone = Math.min(bucket - newest, buckets);
            for (let step = 1; step <= gone; step += 1) {
                const index = (newest + step) % buckets;
                inWindow -= counts[index] ?? 0;
                counts[index] = 0;
            }
            // The buckets in between are empty, so that only where the newest one lies matters.
            newest = bucket;
            counts[bucket % buckets] = (counts[bucket % buckets] ?? 0) + errors;
            inWindow += errors;
            total += errors;
            if (inWindow > densest)
                densest = inWindow;
        },
        get spread() {
            const rest = total - densest;
            return rest + Math.min(densest, rest / 2);
        },
    };
}

;// CONCATENATED MODULE: ./build/src/statistics/two-sample.js
/** Own rates that the alternatives are built on, as parts of the limit, and how many limits a bad release is above. */
const owns = [0.01, 0.1, 0.6];
const aboves = [1.1, 2.2, 6];
/** Of a release that is dead so many requests fail. */
const dead = 0.9;
/** How often requests fail at most that any alternative or null names. */
const most = 0.97;
/**
 * What must be exceeded where both arms have the rate of the null, as parts of the limit. Where the own rate is far
 * below the limit, the errors of the new release alone are evidence, and little more is needed. The figures are from
 * the simulation (`bench/judge.ts`), for a wrongful fail of at most 0.4 % of watches at any own rate.
 */
const two_sample_needed = [
    [0.01, -0.5],
    [0.3, 0],
    [0.46, 4.4],
    [1, 4.1],
    [18, 3.6],
];
/**
 * A mixture likelihood ratio of two samples: how likely the errors of both are where the new release is worse by the
 * limit or more, against the likeliest rate that both share (Robbins 1970; with the null maximised, the universal
 * inference of Wasserman, Ramdas and Balakrishnan 2020). At or above 0 it fails a release. Because a shared rate may be
 * anything, an outage that both share never adds to it.
 */
function startEvidence(limit) {
    const logs = (rate) => [Math.log(rate), Math.log(1 - rate)];
    const alternatives = [
        ...owns.flatMap((own) => aboves.map((above) => ({ old: logs(own * limit), fresh: logs(Math.min(most, (own + above) * limit)) }))),
        ...owns.map((own) => ({ old: logs(own * limit), fresh: logs(dead) })),
    ];
    const nulls = nullRates(limit).map((rate) => ({ logs: logs(rate), nats: natsNeeded(rate / limit) }));
    const scores = new Float64Array(alternatives.length);
    return ({ fresh, old }) => {
        if (fresh.errors * old.requests <= old.errors * fresh.requests)
            return Number.NEGATIVE_INFINITY;
        let highest = Number.NEGATIVE_INFINITY;
        for (let index = 0; index < alternatives.length; index += 1) {
            const pair = alternatives[index];
            const score = likelihood(fresh, pair.fresh) + likelihood(old, pair.old);
            scores[index] = score;
            if (score > highest)
                highest = score;
        }
        let sum = 0;
        for (const score of scores)
            sum += Math.exp(score - highest);
        const both = { requests: fresh.requests + old.requests, errors: fresh.errors + old.errors };
        const rate = both.errors / both.requests;
        let worst = likelihood(both, logs(Math.min(rate, 1 - 1e-12))) + natsNeeded(rate / limit);
        for (const { logs: of, nats } of nulls)
            worst = Math.max(worst, likelihood(both, of) + nats);
        return highest + Math.log(sum / alternatives.length) - worst - extraNats(fresh, old);
    };
}
/** The figures above are for as many requests of both; a control that has more leaves more ways to be wrong. */
function extraNats(fresh, old) {
    return Math.min(2, Math.max(0, 0.6 * Math.log(old.requests / fresh.requests)));
}
function likelihood({ requests, errors }, [error, success]) {
    return errors * error + (requests - errors) * success;
}
function nullRates(limit) {
    const low = limit * 0.005;
    const steps = 36;
    return Array.from({ length: steps + 1 }, (_, index) => low * (most / low) ** (index / steps));
}
function natsNeeded(part) {
    let [before, nats] = two_sample_needed[0];
    if (part <= before)
        return nats;
    for (const [at, wanted] of two_sample_needed.slice(1)) {
        if (part <= at)
            return nats + ((wanted - nats) * Math.log(part / before)) / Math.log(at / before);
        [before, nats] = [at, wanted];
    }
    return nats;
}
/**
 * Twice this is the square of a standard normal deviate where both rates are equal; 0 where the new one is not worse.
 */
function deviance({ fresh, old }) {
    if (fresh.errors * old.requests <= old.errors * fresh.requests)
        return 0;
    const requests = fresh.requests + old.requests;
    const rate = (fresh.errors + old.errors) / requests;
    return own(fresh) + own(old) - own({ requests, errors: rate * requests });
}
/** The log-likelihood of requests at their own rate. */
function own({ requests, errors }) {
    const part = (many) => (many <= 0 ? 0 : many * Math.log(many / requests));
    return part(errors) + part(requests - errors);
}
/**
 * With how many nats the counts exclude that the new release is worse by `limit` or more: the least of all shared
 * rates, found by ternary search in a convex function.
 */
function excludes({ fresh, old }, limit) {
    if (fresh.requests === 0 || old.requests === 0)
        return 0;
    if (fresh.errors / fresh.requests >= old.errors / old.requests + limit)
        return 0;
    const top = own(fresh) + own(old);
    const at = (rate) => top -
        likelihood(fresh, [Math.log(rate + limit), Math.log1p(-rate - limit)]) -
        likelihood(old, [Math.log(rate), Math.log1p(-rate)]);
    let low = 1e-9;
    let high = 1 - limit - 1e-9;
    for (let round = 0; round < 60; round += 1) {
        const third = (high - low) / 3;
        if (at(low + third) < at(high - third))
            high -= third;
        else
            low += third;
    }
    return at((low + high) / 2);
}
/** The chance that at least so many of all errors are the new release's where both fail alike. */
function chanceOf({ fresh, old }) {
    const errors = fresh.errors + old.errors;
    const share = fresh.requests / (fresh.requests + old.requests);
    let term = 0;
    for (let k = 0; k < fresh.errors; k += 1)
        term += Math.log(((errors - k) / (k + 1)) * (share / (1 - share)));
    let tail = 0;
    for (let k = fresh.errors; k <= errors; k += 1) {
        const chance = Math.exp(term + errors * Math.log(1 - share));
        tail += chance;
        if (chance < tail * 1e-12)
            break;
        term += Math.log(((errors - k) / (k + 1)) * (share / (1 - share)));
    }
    return Math.min(1, tail);
}

;// CONCATENATED MODULE: ./build/src/statistics/own-verdict.js


/** The verdict on both, in words that a reader can check by counting. */
function controlledVerdict(seen) {
    const { both, failure } = seen;
    const facts = {
        requests: both.fresh.requests,
        errors: both.fresh.errors,
        rate: rateOf(both.fresh),
        control: { ...both.old },
        longest_silence_s: Math.round(seen.silenceMs / 1_000),
        ...(failure === null ? {} : { failed_on: { fresh: { ...failure.fresh }, old: { ...failure.old } } }),
    };
    if (failure !== null)
        return {
            verdict: "fail",
            reason_code: "errors_exceeded",
            says: own_verdict_failureText(failure),
            remedy: "Read the log of the release for the requests that failed.",
            facts,
        };
    const open = own_verdict_openText(seen);
    if (open !== null)
        return { verdict: "inconclusive", reason_code: "watch_inconclusive", ...open, facts };
    const says = `${bothText(both)}: that it is worse by ${percentText(seen.errorRate)} of requests is excluded.`;
    return { verdict: "pass", reason_code: "passed", says, facts };
}
const watchLonger = "Watch for longer (`criteria.watch`), or probe more often (`criteria.probes-per-second`).";
function own_verdict_openText(seen) {
    const { both, errorRate, watchMs } = seen;
    if (both.fresh.requests === 0)
        return { says: "No request of the new release was seen, so nothing is known.", remedy: watchLonger };
    const text = bothText(both);
    const high = (counts) => (rateOf(counts) ?? 0) >= errorRate;
    if (high(both.fresh) && high(both.old) && high(seen.newest.fresh) && high(seen.newest.old))
        return {
            says: `${text}: both are at or above the ${percentText(errorRate)} limit, ` +
                "so the cause is not this release alone.",
            remedy: "Look for an outage of what both use, such as the database, and run the job again when it is over.",
        };
    const silence = Math.max(seen.silenceMs, seen.controlSilenceMs);
    if (!seen.excluded)
        return { says: `${text}: ${undecided(both, errorRate)}.`, remedy: watchLonger };
    if (!seen.calm)
        return { says: `${text}: the newest fail too often to pass.`, remedy: watchLonger };
    if (silence <= watchMs / 2)
        return null;
    const who = seen.silenceMs >= seen.controlSilenceMs ? "" : " of the previous release";
    return {
        says: `${text}, but for ${spanText(silence)} of the ${spanText(watchMs)} watch there was no request${who}: what was ` +
            "not seen cannot pass.",
        remedy: watchLonger,
    };
}
/** Errors of one moment count as one event, so that even many may not suffice. */
function undecided({ fresh, old }, errorRate) {
    const worse = (rateOf(fresh) ?? 0) - (rateOf(old) ?? 0);
    if (worse < errorRate)
        return "not enough requests to decide";
    return `worse by the ${percentText(errorRate)} limit, but the errors are too few or too close together to be sure`;
}
function own_verdict_failureText(both) {
    const errors = both.fresh.errors + both.old.errors;
    const { fresh } = both;
    return (`${bothText(both, both.part)}: if both failed alike, ${fresh.errors} or more of ${errors} errors would be the ` +
        `new release's with a chance of ${chanceText(chanceOf(both))}.`);
}
/** "12 of 100 requests of the new release failed (12 %), 1 of 100 of the previous release (1 %)". */
function bothText({ fresh, old }, part = false) {
    const rate = ({ requests, errors }) => (errors === 0 ? "" : ` (${percentText(errors / requests)})`);
    const last = part ? "the last " : "";
    return (`${fresh.errors} of ${last}${fresh.requests} requests of the new release failed${rate(fresh)}, ` +
        `${old.errors} of ${old.requests} of the previous release${rate(old)}`);
}
function chanceText(chance) {
    return chance < 1e-6 ? "less than 0.0001 %" : percentText(chance);
}
function rateOf({ requests, errors }) {
    return requests === 0 ? null : errors / requests;
}

;// CONCATENATED MODULE: ./build/src/statistics/silence.js
function startSilence() {
    let newestMs = 0;
    let longestMs = 0;
    return {
        get newestMs() {
            return newestMs;
        },
        heard(atMs) {
            if (!(atMs > newestMs && Number.isFinite(atMs)))
                return;
            longestMs = Math.max(longestMs, atMs - newestMs);
            newestMs = atMs;
        },
        longest: (nowMs) => Math.max(longestMs, Number.isFinite(nowMs) ? nowMs - newestMs : 0),
    };
}

;// CONCATENATED MODULE: ./build/src/statistics/own-errors.js





/** How long faults that come late are counted apart: from one to two of these, milliseconds. */
const recentMs = 150_000;
/** What the evidence of the newest requests must exceed in addition: they are looked at anew again and again. */
const recentNats = 1.2;
/** The alarm rises with each further ten minutes, so that a watch of hours fails hardly more often than a short one. */
const horizonMs = 600_000;
/** The last look, at the end of the watch: 2.95 standard deviations, and at least half the limit of difference. */
const lastDeviance = 2.95 ** 2 / 2;
const lastPart = 0.5;
const endOfWatch = 0.95;
/** Where the newest errors leave a score above this, nothing passes; a healthy release is there in 1 % of its time. */
const calm = 6.5;
/** Errors of so long are one event, and add so much at most: three of them in a row are no calm. */
const calmMs = 5_000;
const calmCap = 2.9;
/** What excludes the limit: e^-3 is 5 %, for a release of which nothing shows that it is worse. */
const own_errors_excludingNats = 3;
/** The least that counts as a healthy release's own rate, as part of the limit. */
const leastOwn = 0.2;
/**
 * Is the new release worse than the one before by `errorRate` or more? The release before is watched at the same
 * moments: what both share, an own error rate or an outage, is the release's fault in no case.
 *
 * Fails by the mixture likelihood ratio of two samples (`two-sample.ts`), at each error of the new release, over all
 * requests and over the newest 150 to 300 s; and by one last look at the end of the watch. The densest six seconds of
 * errors count as at most half of the others, so that one burst of 5 s fails nothing. Passes where it is excluded that
 * the new release is worse by the limit (`excludes`, at least 3 nats), and where the newest requests are calm.
 */
function startOwnErrorTest({ errorRate, watchMs, }) {
    const evidence = startEvidence(errorRate);
    const bucketMs = Math.min(1_000, watchMs / 24);
    const blockMs = Math.min(recentMs, watchMs / 4);
    const whole = startSpan(bucketMs);
    const newest = startRecent(blockMs, bucketMs);
    const chart = startChart({ headStart: 0, cap: calmCap });
    let windowEndsMs = 0;
    const silence = { old: startSilence(), new: startSilence() };
    let failure = null;
    function score(test) {
        return Math.max(test(whole.guarded()), test(newest.guarded()) - recentNats);
    }
    function add(requests) {
        silence[requests.arm].heard(requests.atMs);
        whole.add(requests);
        newest.add(requests);
        if (requests.arm === "old")
            return;
        if (requests.atMs >= windowEndsMs) {
            chart.nextWindow();
            windowEndsMs = requests.atMs + calmMs;
        }
        chart.add(requests.failed, weightsNow(whole.both().old, errorRate), requests.count);
        if (!requests.failed || failure !== null)
            return;
        const alarm = alarmAt(silence.new.newestMs, whole.both().fresh.requests);
        if (score(evidence) >= alarm)
            failure = worse(whole, newest, evidence);
    }
    return {
        add,
        get failed() {
            return failure !== null;
        },
        verdict(nowMs) {
            const both = whole.both();
            const last = failure === null && nowMs >= watchMs * endOfWatch && lastLook(whole.guarded(), errorRate);
            return controlledVerdict({
                ...{ both, newest: newest.both(), errorRate, watchMs },
                failure: failure ?? (last ? { ...both, part: false } : null),
                excluded: excludes(both, errorRate) >= own_errors_excludingNats,
                calm: chart.score <= calm && !chart.burst,
                silenceMs: silence.new.longest(nowMs),
                controlSilenceMs: silence.old.longest(nowMs),
            });
        },
    };
}
/**
 * What the evidence must reach. Least is demanded at about 180 requests, where a rate just at the limit shows; with
 * many requests a second less, because the densest six seconds, which hardly count, are then a greater part of them.
 */
function alarmAt(atMs, requests) {
    const distance = Math.min(2, Math.abs(Math.log(requests / 180)));
    const perSecond = requests / Math.max(10, atMs / 1_000);
    const lateness = 2 * Math.log(Math.floor(atMs / horizonMs) + 1);
    return 0.8 * distance - 0.6 - Math.log10(Math.max(1, perSecond)) + lateness;
}
/** The requests that failed the release, for the sentence that says so. */
function worse(whole, newest, evidence) {
    const all = evidence(whole.guarded()) >= evidence(newest.guarded()) - recentNats;
    const both = (all ? whole : newest).both();
    return { ...both, part: both.fresh.requests < whole.both().fresh.requests };
}
function lastLook(both, errorRate) {
    const { fresh, old } = both;
    if (fresh.requests === 0 || old.requests === 0)
        return false;
    const difference = fresh.errors / fresh.requests - old.errors / old.requests;
    return difference >= errorRate * lastPart && deviance(both) >= lastDeviance;
}
/** The tolerable rate follows the control's own. */
function weightsNow(old, errorRate) {
    const tolerable = Math.max(errorRate * leastOwn, (old.errors + 1) / (old.requests + 1 / (errorRate * leastOwn)));
    const own = Math.min(tolerable, 0.98 - errorRate / 2);
    return weigh({ tolerable: own, unacceptable: Math.min(0.99, own + 2 * errorRate) });
}
function startSpan(bucketMs) {
    const fresh = { requests: 0, errors: 0 };
    const old = { requests: 0, errors: 0 };
    const bursts = startBursts(bucketMs);
    return {
        add({ arm, failed, count, atMs }) {
            const counts = arm === "old" ? old : fresh;
            counts.requests += count;
            if (!failed)
                return;
            counts.errors += count;
            if (arm === "new")
                bursts.add(count, atMs);
        },
        both: () => ({ fresh: { ...fresh }, old: { ...old } }),
        guarded() {
            const errors = bursts.spread;
            return { fresh: { requests: fresh.requests - (fresh.errors - errors), errors }, old };
        },
    };
}
/** The block that is being filled and the one before: the newest one to two blocks. */
function startRecent(blockMs, bucketMs) {
    let before = startSpan(bucketMs);
    let filling = startSpan(bucketMs);
    let endsMs = blockMs;
    const sum = (one, other) => ({
        fresh: added(one.fresh, other.fresh),
        old: added(one.old, other.old),
    });
    return {
        add(requests) {
            if (requests.atMs >= endsMs) {
                before = filling;
                filling = startSpan(bucketMs);
                endsMs = requests.atMs + blockMs;
            }
            filling.add(requests);
        },
        both: () => sum(before.both(), filling.both()),
        guarded: () => sum(before.guarded(), filling.guarded()),
    };
}
function added(one, other) {
    return { requests: one.requests + other.requests, errors: one.errors + other.errors };
}

;// CONCATENATED MODULE: ./build/src/statistics/own-rate.js

/** Where nothing is known a release must hold a fifth of the limit: 1 % against the 5 % of the rollback criteria. */
const unknown = 0.2;
/** Whatever was seen before, a release may have so much of the limit. */
const always = 0.1;
/** An own rate counts as tolerable up to so many parts of the limit below the raised limit. */
const distance = 0.4;
/**
 * The two rates, from what was measured before the deployment. An application that fails more often than a fifth of the
 * limit by itself is judged by the limit above its own rate; one that was seen to fail less is judged more strictly,
 * and so sooner.
 */
function judgedBy(errorRate, history) {
    const standard = { limit: errorRate, least: errorRate * unknown, note: null };
    if (history === null || !(history.requests > 0))
        return standard;
    const { requests, errors } = history;
    const own = errors / requests;
    // About 95 % of such counts are below this, whatever the rate was.
    const upper = (errors + 1 + 1.645 * Math.sqrt(errors + 1)) / requests;
    if (upper <= errorRate * unknown)
        return { ...standard, least: Math.max(upper, errorRate * always) };
    if (own <= errorRate * unknown || own + errorRate >= 1)
        return standard;
    const limit = own + errorRate;
    const note = `The limit is ${percentText(errorRate)} above the ${percentText(own)} of requests that failed before the ` +
        "deployment.";
    return { limit, least: Math.min(upper, limit - errorRate * distance), note };
}

;// CONCATENATED MODULE: ./build/src/statistics/errors.js





/**
 * The rate of request errors of the new release: against that of the release before, else against what was usual before
 * the deployment and the limit of the criteria.
 */
const errorTest = {
    id: "errors",
    judges: "errors",
    start({ criteria, ...watch }) {
        const test = startErrorTest({ errorRate: criteria.errorRate, ...watch });
        return {
            ...test,
            add(sample) {
                if (sample.kind === "request")
                    test.add(sample);
            },
            get failed() {
                return test.failed;
            },
        };
    },
};
/** Where the score of a chart begins. */
const headStart = 3.5;
/** Where it fails the release: e^-6 is 0.25 %, the chance that a healthy one gets there from the head start. */
const alarm = 9.5;
/** A score up to here passes: below what two windows of errors add to a healthy release. */
const errors_calm = 5.5;
/** Requests that fail within so long are one event. */
const windowMs = 5_000;
/** The most that one window adds: less than half the way, so that one burst over two windows cannot fail a release. */
const cap = 2.9;
/** Where requests of the control are awaited for so long and none comes, the limit alone counts. */
const noControlMs = 30_000;
/** The most that counts as tolerable, where requests are many: nearer to the limit nothing can be distinguished. */
const mostTolerable = 0.9;
/** Where requests are many it is raised from here. */
const leastRaised = 0.2;
/** Requests of one horizon must carry so many nats between the limit and the tolerable rate. */
const wantedNats = 32;
const errors_horizonMs = 600_000;
/** Sums of logarithms are rounded; an alarm that was reached exactly counts as reached. */
const rounding = 1e-9;
/**
 * Is the rate of request errors below `errorRate`, a fraction between 0 and 1? Asked while requests come in, for a
 * watch of `watchMs`.
 *
 * Fails by two CUSUM charts of log-likelihood ratios (Wald 1945, Page 1954), whichever first gets from 3.5 to 9.5: one
 * weighs a tolerable rate against the limit, the other against twice the limit, which finds a release far above it in
 * 10 to 20 s. With few requests the tolerable rate is a fifth of the limit. It moves up to 90 % of it with the requests
 * that come in, as near as those of ten minutes (of two, for the fast chart) can distinguish: where there are thousands
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
function startErrorTest({ errorRate, watchMs, control = false, history = null }) {
    if (!(errorRate > 0 && errorRate < 1))
        throw new RangeError(`An error rate of ${errorRate} cannot be tested: it must be between 0 and 1.`);
    if (!(watchMs > 0))
        throw new RangeError(`A watch of ${watchMs} ms cannot be judged: it must last.`);
    if (!control)
        return startFixed({ watchMs, ...judgedBy(errorRate, history) });
    return controlled({
        compared: startOwnErrorTest({ errorRate, watchMs }),
        fixed: startFixed({ watchMs, ...judgedBy(errorRate, history) }),
    });
}
/** Both tests are given every request; where no request of the control comes, the fixed one decides. */
function controlled({ compared, fixed }) {
    let newestMs = 0;
    let controls = 0;
    const alone = () => controls === 0 && newestMs >= noControlMs;
    return {
        add({ atMs, failed, arm = "new", count = 1 }) {
            if (!(count >= 1))
                return;
            if (atMs > newestMs && Number.isFinite(atMs))
                newestMs = atMs;
            if (arm === "old")
                controls += count;
            compared.add({ atMs: newestMs, failed, arm, count });
            fixed.add({ atMs, failed, arm, count });
        },
        get failed() {
            return compared.failed || (alone() && fixed.failed);
        },
        verdict(nowMs = newestMs) {
            if (compared.failed || controls > 0 || newestMs === 0)
                return compared.verdict(Number.isFinite(nowMs) ? nowMs : newestMs);
            const judgement = fixed.verdict(nowMs);
            return { ...judgement, says: `${judgement.says} No request of the previous release was seen to compare with.` };
        },
    };
}
/** A limit that stands: of the criteria, or above what was usual before. */
function startFixed({ limit: errorRate, least, watchMs, note }) {
    const charts = startCharts({ errorRate, least, watchMs });
    let requests = 0;
    let errors = 0;
    const silence = startSilence();
    let failure = null;
    let suffices = { errors: 0, requests: needed(0, errorRate) };
    function add({ atMs, failed, arm, count = 1 }) {
        // The release before is the control, and not what is judged.
        if (arm === "old" || !(count >= 1))
            return;
        requests += count;
        if (failed)
            errors += count;
        // Requests overlap: one that is reported late, or without a time, counts as the newest, or it would open an old
        // window again.
        silence.heard(atMs);
        charts.add({ failed, count }, requests, silence.newestMs);
        // Only an error raises a score.
        if (failed)
            failure ??= charts.failure(requests, silence.newestMs);
    }
    function verdict(nowMs = silence.newestMs) {
        if (suffices.errors !== errors)
            suffices = { errors, requests: needed(errors, errorRate, suffices.requests) };
        const judgement = verdictOf({
            ...{ requests, errors, errorRate, watchMs, failure },
            silenceMs: silence.longest(nowMs),
            score: charts.worst.score,
            alarm: errors_alarmAt(silence.newestMs),
            toCalm: charts.toCalm,
            suffices: suffices.requests,
            recent: charts.worst.since,
        });
        return note === null ? judgement : { ...judgement, says: `${judgement.says} ${note}` };
    }
    return {
        add,
        get failed() {
            return failure !== null;
        },
        verdict,
    };
}
/** The two charts of a watch, weighed anew with each window. */
function startCharts({ errorRate, least, watchMs }) {
    const far = Math.min(2 * errorRate, (1 + errorRate) / 2);
    let fast = between(least, far, startChart({ headStart, cap }));
    let fine = between(least, errorRate, startChart({ headStart, cap }));
    const window = Math.min(windowMs, watchMs / 4);
    let windowEndsMs = null;
    /** A window begins at an error; while the score is high the next one follows at once. */
    function openWindow(failed, requests, newestMs) {
        const high = fast.chart.score > errors_calm || fine.chart.score > errors_calm;
        windowEndsMs = failed || high ? newestMs + window : null;
        const expected = (requests / Math.max(newestMs, 2 * window)) * Math.min(errors_horizonMs, watchMs);
        fast = between(tolerableRate({ errorRate, least }, expected / 5), far, fast.chart);
        fine = between(tolerableRate({ errorRate, least }, expected), errorRate, fine.chart);
        fast.chart.nextWindow();
        fine.chart.nextWindow();
    }
    return {
        /** Counts the newest request or several alike, of so many, at that time of the watch. */
        add({ failed, count }, requests, newestMs) {
            if (windowEndsMs === null ? failed : newestMs >= windowEndsMs)
                openWindow(failed, requests, newestMs);
            fast.chart.add(failed, fast.weights, count);
            fine.chart.add(failed, fine.weights, count);
        },
        failure: (requests, newestMs) => failureOf(fast, requests, newestMs) ?? failureOf(fine, requests, newestMs),
        get worst() {
            return fast.chart.score > fine.chart.score ? fast.chart : fine.chart;
        },
        get toCalm() {
            return Math.max(toCalm(fast), toCalm(fine));
        },
    };
}
function failureOf({ chart, rates }, requests, newestMs) {
    if (chart.score < errors_alarmAt(newestMs) - rounding)
        return null;
    return { ...chart.since, part: chart.since.requests < requests, ...rates };
}
function between(tolerable, unacceptable, chart) {
    const rates = { tolerable, unacceptable };
    return { chart, rates, weights: weigh(rates) };
}
/** What fails a release at that time of the watch. */
function errors_alarmAt(atMs) {
    return alarm + 2 * Math.log(Math.floor(atMs / errors_horizonMs) + 1);
}
/** How many clean requests calm a chart; 0 when it is calm. A burst is over with the first one after its window. */
function toCalm({ chart, weights }) {
    return Math.max(chart.burst ? 1 : 0, Math.ceil((chart.score - errors_calm) / -weights.success));
}
/** The highest rate that so many requests can distinguish from the limit, within its bounds. */
function tolerableRate({ errorRate: limit, least }, requests) {
    const distinguishes = (rate) => requests * divergence(limit, rate) >= wantedNats;
    let low = Math.max(least, limit * leastRaised);
    let high = limit * mostTolerable;
    if (!distinguishes(low))
        return least;
    if (distinguishes(high))
        return high;
    while (high - low > limit * 0.001) {
        const middle = (low + high) / 2;
        if (distinguishes(middle))
            low = middle;
        else
            high = middle;
    }
    return low;
}

;// CONCATENATED MODULE: ./build/src/statistics/histogram.js
/** Two bins differ by 2 %: from a tenth of a millisecond to about ten minutes. */
const step = Math.log(1.02);
const least = 0.1;
const bins = 800;
function startHistogram() {
    const counts = new Float64Array(bins);
    let total = 0;
    const binOf = (ms) => Math.min(bins - 1, Math.max(0, Math.ceil(Math.log(ms / least) / step - 1e-9)));
    return {
        counts,
        add(ms, count) {
            const bin = binOf(ms);
            counts[bin] = (counts[bin] ?? 0) + count;
            total += count;
        },
        get total() {
            return total;
        },
        quantile(part) {
            if (total === 0)
                return Number.NaN;
            let sum = 0;
            let bin = 0;
            for (; bin < bins - 1; bin += 1) {
                sum += counts[bin] ?? 0;
                if (sum >= part * total)
                    break;
            }
            return least * Math.exp(bin * step);
        },
        above(ms) {
            let sum = 0;
            for (let bin = binOf(ms) + 1; bin < bins; bin += 1)
                sum += counts[bin] ?? 0;
            return sum;
        },
    };
}
function rank(one, other) {
    let below = 0;
    let wins = 0;
    let ties = 0;
    for (let bin = 0; bin < bins; bin += 1) {
        const mine = one.counts[bin] ?? 0;
        const theirs = other.counts[bin] ?? 0;
        wins += mine * (below + theirs / 2);
        below += theirs;
        const both = mine + theirs;
        ties += both * both * both - both;
    }
    const pairs = one.total * other.total;
    const all = one.total + other.total;
    if (pairs === 0)
        return { above: 0.5, deviations: 0 };
    const variance = (pairs / 12) * (all + 1 - ties / (all * (all - 1)));
    return { above: wins / pairs, deviations: variance > 0 ? (wins - pairs / 2) / Math.sqrt(variance) : 0 };
}

;// CONCATENATED MODULE: ./build/src/statistics/latency-verdict.js

/** The verdict by ranks, with the medians and the share of pairs that a reader can compute anew. */
function slowerVerdict(seen, verdict) {
    const { requests, control } = seen;
    const facts = factsOf(seen);
    if (requests === 0 || control.requests === 0) {
        const whose = requests === 0 ? "the new release" : "what to compare with";
        const says = `No latency of ${whose} was seen, so nothing is known.`;
        return { verdict: "inconclusive", reason_code: "watch_inconclusive", says, remedy, facts };
    }
    const half = `Half of the answers took at most ${time(seen.medianMs)} (${requests}), ${before(seen)}`;
    const by = percentText(seen.increase);
    const pairs = `divided by ${1 + seen.increase}, they are slower in ${percentText(seen.above)} of pairs ` +
        `(${seen.deviations.toFixed(1)} standard deviations from one half)`;
    if (verdict === "fail") {
        const says = `${half}: ${pairs}, which shows an increase of more than ${by}.`;
        return { verdict, reason_code: "latency_exceeded", says, remedy: readLog, facts };
    }
    if (verdict === "pass")
        return { verdict, reason_code: "passed", says: `${half}: ${pairs}, which excludes an increase of ${by}.`, facts };
    const says = `${half}: ${pairs}, which neither shows nor excludes an increase of ${by}.`;
    return { verdict, reason_code: "watch_inconclusive", says, remedy, facts };
}
const readLog = "Read the log and the traces of the release for what is slow.";
const remedy = "Watch for longer (`criteria.watch`), or probe more often (`criteria.probes-per-second`).";
/** The verdict by a percentile of the control. */
function tailVerdict(seen, { part, ms, requests, beyond, control }) {
    const limit = time(ms * (1 + seen.increase));
    const says = `${beyond} of ${requests} answers took longer than ${limit} (${percentText(beyond / requests)}), which is ` +
        `${1 + seen.increase} times the ${time(ms)} that ${control.beyond} of ${control.requests} exceeded ` +
        `${seen.history ? "before the deployment" : "with the previous release"} (${percentText(part)}).`;
    const facts = { ...factsOf(seen), failed_on: { percentile: Math.round((1 - part) * 100), beyond, limit_ms: ms } };
    return { verdict: "fail", reason_code: "latency_exceeded", says, remedy: readLog, facts };
}
function before({ control, history }) {
    const when = history ? "before the deployment" : "with the previous release";
    return `${time(control.medianMs)} ${when} (${control.requests})`;
}
function factsOf({ requests, medianMs, control, deviations }) {
    const rounded = (ms) => (Number.isFinite(ms) ? Math.round(ms * 10) / 10 : null);
    return {
        requests,
        p50_ms: rounded(medianMs),
        control: { requests: control.requests, p50_ms: rounded(control.medianMs) },
        deviations: Math.round(deviations * 100) / 100,
    };
}
/** With three significant digits. */
function time(ms) {
    return `${Number(ms.toPrecision(3))} ms`;
}

;// CONCATENATED MODULE: ./build/src/statistics/tails.js
/** Percentiles by the part beyond them, and the parts of a slow release beyond the same, of which each is as likely. */
const percentiles = [
    { part: 0.01, slow: [0.025, 0.05, 0.1, 0.3] },
    { part: 0.05, slow: [0.08, 0.12, 0.2, 0.4] },
    { part: 0.1, slow: [0.15, 0.2, 0.35, 0.6] },
];
/** By Ville's inequality (1939) three such ratios together reach it with at most 1 % where the tails are alike. */
const failsAt = Math.log(percentiles.length / 0.01);
/** Answers of the control beyond a percentile before it is known well enough. */
const fewestBeyond = 4;
/**
 * Exceedances of the control's percentiles: a mixture likelihood ratio of two samples over several alternatives, an
 * e-process with the null maximised over the part that both share. It finds a part of requests that is slow: gives the
 * percentile of which too many answers are beyond; null where none is.
 */
function tailAlarm(fresh, old) {
    for (const { part, slow } of percentiles) {
        const ms = old.quantile(1 - part);
        const control = { requests: old.total, beyond: old.above(ms) };
        const beyond = fresh.above(ms);
        if (control.beyond < fewestBeyond || beyond / fresh.total <= control.beyond / control.requests)
            continue;
        const shared = (beyond + control.beyond) / (fresh.total + control.requests);
        const base = tails_likelihood(fresh.total, beyond, shared) + tails_likelihood(control.requests, control.beyond, shared);
        const known = tails_likelihood(control.requests, control.beyond, part);
        const ratios = slow.map((rate) => tails_likelihood(fresh.total, beyond, rate) + known - base);
        const highest = Math.max(...ratios);
        const mixture = ratios.reduce((sum, ratio) => sum + Math.exp(ratio - highest), 0) / ratios.length;
        if (highest + Math.log(mixture) >= failsAt)
            return { part, ms, requests: fresh.total, beyond, control };
    }
    return null;
}
function tails_likelihood(requests, beyond, rate) {
    return beyond * Math.log(rate) + (requests - beyond) * Math.log1p(-rate);
}

;// CONCATENATED MODULE: ./build/src/statistics/latency-comparison.js




/** Standard deviations by which answers, divided by the tolerable increase, must rank above those of the control. */
const latency_comparison_failsAt = 2.35;
/** Standard deviations below which a release passes: that it is slower by the increase is excluded. */
const passesAt = -2;
/** Answers of each arm before anything is concluded. */
const fewest = 20;
const fewestToPass = 50;
/** After the first alarm so long is waited, and then so many answers must agree: one pause is no fault. */
const latency_comparison_pauseMs = 6_000;
const agreeing = 10;
const agreeingTail = 4;
/** Answers are compared anew when so many more have come: the effort for each stays the same. */
const growth = 0.05;
function startComparison(increase, beforeMs, extra = 0) {
    const old = startHistogram();
    /** Of the new release: each answer divided by the tolerable increase. */
    const fresh = startHistogram();
    for (const ms of beforeMs)
        old.add(ms, 1);
    let asked = 0;
    const silence = startSilence();
    let alarm = null;
    let failure = null;
    const seen = () => ({ ...summary(fresh, old, increase), ...rank(fresh, old), history: beforeMs.length > 0 });
    function raise(atMs) {
        const tail = tailAlarm(fresh, old);
        const shifted = rank(fresh, old).deviations >= latency_comparison_failsAt + extra;
        if (!shifted && tail === null)
            return null;
        if (alarm !== null && (shifted ? alarm.tail === null : alarm.tail !== null))
            return alarm;
        const [thresholdMs, expected] = shifted || tail === null ? [old.quantile(0.5), 0.5] : [tail.ms, 1.5 * tail.part];
        return { atMs, tail: shifted ? null : tail, thresholdMs, expected, answers: 0, agree: 0 };
    }
    function ask(atMs) {
        asked = fresh.total;
        if (fresh.total < fewest || old.total < fewest)
            return;
        alarm = raise(atMs);
        if (alarm === null || alarm.answers < agreeing || alarm.agree < alarm.expected * alarm.answers)
            return;
        if (alarm.tail !== null && alarm.agree < agreeingTail)
            return;
        failure ??= alarm.tail === null ? slowerVerdict(seen(), "fail") : tailVerdict(seen(), alarm.tail);
    }
    return {
        add({ atMs, ms, arm, count }) {
            if (arm === "old") {
                if (beforeMs.length === 0)
                    old.add(ms, count);
                return;
            }
            const divided = ms / (1 + increase);
            fresh.add(divided, count);
            silence.heard(atMs);
            if (alarm !== null && atMs >= alarm.atMs + latency_comparison_pauseMs) {
                alarm.answers += count;
                if (divided > alarm.thresholdMs)
                    alarm.agree += count;
            }
            if (failure === null && fresh.total >= asked + Math.max(1, asked * growth))
                ask(atMs);
        },
        get failure() {
            return failure;
        },
        get suspicious() {
            return alarm !== null || (fresh.total >= fewestToPass && rank(fresh, old).deviations > 1);
        },
        verdict({ nowMs, watchMs }) {
            if (failure !== null)
                return failure;
            const now = seen();
            const silent = silence.longest(nowMs) > watchMs / 2;
            const few = fresh.total < fewestToPass || old.total < fewestToPass;
            const sure = now.deviations <= passesAt && alarm === null;
            return slowerVerdict(now, few || silent || !sure ? "inconclusive" : "pass");
        },
    };
}
function summary(fresh, old, increase) {
    return {
        increase,
        requests: fresh.total,
        medianMs: fresh.quantile(0.5) * (1 + increase),
        control: { requests: old.total, medianMs: old.quantile(0.5) },
    };
}

;// CONCATENATED MODULE: ./build/src/statistics/latency-test.js


/** The latency of the new release: against that of the release before, and against the limit of the criteria. */
const latencyTest = {
    id: "latency",
    judges: "latency",
    start({ criteria, ...watch }) {
        const { latencyIncrease: increase, latencyMaxMs: limitMs } = criteria;
        if (increase === null)
            return null;
        if (limitMs === null && !watch.control && !isEnough(watch.history?.latenciesMs))
            return null;
        const test = startLatencyTest({ increase, limitMs, ...watch });
        return {
            ...test,
            add(sample) {
                if (sample.kind === "request")
                    test.add(sample);
            },
            get failed() {
                return test.failed;
            },
        };
    },
};
/** What takes less counts as this: that 1 ms became 2 ms is no reason to roll back, and two machines differ by more. */
const negligibleMs = 10;
/** Latencies of the time before the deployment that are enough to compare with. */
const enough = 100;
/** The part of answers that may take longer than the absolute limit. */
const beyond = 0.05;
function isEnough(latencies) {
    return latencies !== undefined && latencies.length >= enough;
}
/**
 * Is the new release slower than the one before by more than `increase`? Each of its answers is divided by 1 +
 * `increase`; they must not rank above the control's. Two tests, asked whenever 5 % more answers have come: ranks of
 * all of them (Mann and Whitney 1947), which finds a shift of the whole soonest, and exceedances of the control's 90th,
 * 95th and 99th percentile by a mixture likelihood ratio, for a part of requests that is slow (`tails.ts`). After the
 * first alarm the next answers must agree. Where a limit is set, answers beyond it are judged as errors are: 5 % of
 * them are too many. What both releases share is not the new one's fault. Differences below 10 ms are none.
 */
function startLatencyTest(limits) {
    const { increase, limitMs, watchMs, control, history = null } = limits;
    if (!(increase > 0))
        throw new RangeError(`An increase of ${increase} cannot be tested: it must be above 0.`);
    const beforeMs = control ? [] : (history?.latenciesMs ?? []);
    const slowMs = beforeMs.map((ms) => Math.max(ms, negligibleMs));
    const compared = control || isEnough(beforeMs) ? startComparisons(increase, slowMs, watchMs) : null;
    const absolute = limitMs === null
        ? null
        : startErrorTest({ errorRate: beyond, watchMs, control, history: historyBeyond(beforeMs, limitMs) });
    if (compared === null && absolute === null)
        throw new RangeError("Nothing sets a limit for latency: there is no control, no history and no `limitMs`.");
    let newestMs = 0;
    return {
        add({ atMs, ms, arm = "new", count = 1 }) {
            if (ms === null || !(ms >= 0 && ms < Number.POSITIVE_INFINITY) || !(count >= 1))
                return;
            if (atMs > newestMs && Number.isFinite(atMs))
                newestMs = atMs;
            compared?.add({ atMs: newestMs, ms: Math.max(ms, negligibleMs), arm, count });
            absolute?.add({ atMs, failed: ms > (limitMs ?? 0), arm, count });
        },
        get failed() {
            return compared?.failed === true || absolute?.failed === true;
        },
        verdict(nowMs = newestMs) {
            const verdicts = [];
            if (compared !== null)
                verdicts.push(compared.verdict(nowMs));
            if (absolute !== null && limitMs !== null)
                verdicts.push(beyondLimit(absolute.verdict(nowMs), limitMs));
            const worst = (of) => verdicts.find(({ verdict }) => verdict === of);
            return worst("fail") ?? worst("inconclusive") ?? verdicts[0];
        },
    };
}
/** The verdict on answers beyond the limit, whose sentence counts them as failed. */
function beyondLimit(judgement, limitMs) {
    const says = `Taken as failed where an answer took more than ${limitMs} ms: ${judgement.says}`;
    if (judgement.verdict !== "fail")
        return { ...judgement, says };
    const remedy = "Read the log of the release for what is slow, or raise `criteria.latency.max`.";
    return { ...judgement, reason_code: "latency_exceeded", says, remedy };
}
function historyBeyond(latenciesMs, limitMs) {
    if (latenciesMs.length === 0)
        return null;
    return { requests: latenciesMs.length, errors: latenciesMs.filter((ms) => ms > limitMs).length };
}
/** How long a comparison of the newest answers goes on before it begins anew; the next one begins half-way. */
const latency_test_recentMs = 300_000;
/** Standard deviations that it demands in addition: there is one more of them with each few minutes. */
const recentExtra = 0.4;
/** All answers, and twice the newest of them, so that a fault that comes late is seen. */
function startComparisons(increase, beforeMs, watchMs) {
    const lastsMs = Math.min(latency_test_recentMs, watchMs / 2);
    const whole = startComparison(increase, beforeMs);
    const recent = [lastsMs / 2, lastsMs].map((endsMs) => {
        return { endsMs, comparison: startComparison(increase, beforeMs, recentExtra) };
    });
    let failure = null;
    return {
        add(answers) {
            for (const one of recent) {
                if (answers.atMs >= one.endsMs) {
                    one.comparison = startComparison(increase, beforeMs, recentExtra);
                    one.endsMs = answers.atMs + lastsMs;
                }
                one.comparison.add(answers);
            }
            whole.add(answers);
            failure ??=
                whole.failure ?? recent.find(({ comparison }) => comparison.failure !== null)?.comparison.failure ?? null;
        },
        get failed() {
            return failure !== null;
        },
        verdict(nowMs) {
            if (failure !== null)
                return failure;
            const verdict = whole.verdict({ nowMs, watchMs });
            if (verdict.verdict !== "pass" || !recent.some(({ comparison }) => comparison.suspicious))
                return verdict;
            const says = "The newest answers are too slow to pass, although all of them together are not.";
            return { ...verdict, verdict: "inconclusive", reason_code: "watch_inconclusive", says, remedy: latency_test_watchLonger };
        },
    };
}
const latency_test_watchLonger = "Watch for longer (`criteria.watch`).";

// EXTERNAL MODULE: ./build/src/domain/evidence/reason.js
var reason = __webpack_require__(4572);
;// CONCATENATED MODULE: ./build/src/statistics/series.js
/** Buckets that a series keeps at most; when they are full, neighbours are joined. */
const series_most = 48;
function startSeries() {
    let buckets = [];
    let widthMs = 1_000;
    let samples = 0;
    return {
        add(atMs, value) {
            samples += 1;
            const newest = buckets.at(-1);
            if (newest !== undefined && atMs < newest.fromMs + widthMs) {
                newest.sum += value;
                newest.count += 1;
                return;
            }
            if (buckets.length >= series_most) {
                widthMs *= 2;
                buckets = joined(buckets);
            }
            buckets.push({ fromMs: atMs, sum: value, count: 1 });
        },
        get samples() {
            return samples;
        },
        trend: () => trendOf(buckets),
    };
}
function joined(buckets) {
    return buckets.flatMap((bucket, index) => {
        const next = buckets[index + 1];
        if (index % 2 === 1)
            return [];
        return [next === undefined ? bucket : { ...bucket, sum: bucket.sum + next.sum, count: bucket.count + next.count }];
    });
}
function trendOf(buckets) {
    const values = buckets.map(({ sum, count }) => sum / count);
    const sixth = Math.floor(values.length / 6);
    if (sixth < 1)
        return null;
    const [first, third] = [median(values.slice(0, sixth)), median(values.slice(-2 * sixth - 1).slice(0, sixth))];
    const last = median(values.slice(-sixth));
    const ms = (buckets.at(-1)?.fromMs ?? 0) - (buckets[0]?.fromMs ?? 0);
    const seconds = Math.round(ms / 1_000);
    return { first, last, lastThird: last - third, deviations: kendall(values), seconds };
}
/** Pairs that rise less those that fall, in standard deviations of a series without a trend. */
function kendall(values) {
    let sum = 0;
    for (const [index, value] of values.entries())
        for (const later of values.slice(index + 1))
            sum += Math.sign(later - value);
    const many = values.length;
    return sum / Math.sqrt((many * (many - 1) * (2 * many + 5)) / 18);
}
function median(values) {
    const sorted = [...values].sort((one, other) => one - other);
    const middle = Math.floor((sorted.length - 1) / 2);
    return ((sorted[middle] ?? Number.NaN) + (sorted[sorted.length - 1 - middle] ?? Number.NaN)) / 2;
}

;// CONCATENATED MODULE: ./build/src/statistics/level.js



/** What must not grow with the new release: memory, the run queue. */
const levelTest = {
    id: "level",
    judges: "level",
    start({ watchMs }) {
        const test = startLevelTest({ watchMs });
        return {
            ...test,
            add(sample) {
                if (sample.kind === "level")
                    test.add(sample);
            },
            get failed() {
                return test.failed;
            },
        };
    },
};
/** Growth that fails a release: by half where the release before is seen beside it, to the double where it is not. */
const growthLimit = { beside: 0.5, alone: 1 };
/** Standard deviations of Mann and Kendall's test for a trend: 0.02 % where there is none. */
const trendAt = 3.5;
/** The old release must grow by less than this part of the new one's growth. */
const sharedPart = 1 / 3;
/** The newest third of the watch must still grow by this part of its fair share: a cache that fills up stops. */
const stillPart = 0.5;
/** A new slot fills its caches: so much of the watch is left out, at most a minute. */
const warmUpMs = 60_000;
const level_fewest = 10;
const mostNames = 100;
/** What counts as at least so much: a run queue that goes from none to one is none that grows. */
const floors = [["run queue", 10]];
const floorOf = (of) => floors.find(([name]) => of.startsWith(name))?.[1] ?? 1e-9;
/**
 * Does a level of the new release grow, as a leak does? Robust and conservative: it must rise all the time (Mann 1945,
 * Kendall), in the newest third too, by half of where it was, and not with the release before alike.
 */
function startLevelTest({ watchMs }) {
    const levels = new Map();
    const warm = Math.min(warmUpMs, watchMs / 5);
    let failure = null;
    let asked = 0;
    let seen = 0;
    return {
        add({ of, value, arm, atMs }) {
            if (!Number.isFinite(value) || !Number.isFinite(atMs))
                return;
            const level = levels.get(of) ?? { new: startSeries(), old: startSeries() };
            if (!levels.has(of) && levels.size >= mostNames)
                return;
            levels.set(of, level);
            if (atMs < warm)
                return;
            level[arm].add(atMs, value);
            seen += 1;
            // A trend is looked for when 5 % more samples have come: the effort for each stays the same.
            if (failure !== null || arm === "old" || seen < asked * 1.05)
                return;
            asked = seen;
            failure = leak(of, level);
        },
        get failed() {
            return failure !== null;
        },
        verdict() {
            return failure ?? levelVerdict(levels);
        },
    };
}
function leak(of, level) {
    const trend = level.new.trend();
    if (trend === null || level.new.samples < level_fewest || trend.deviations < trendAt)
        return null;
    const control = level.old.trend();
    const base = Math.max(Math.abs(trend.first), Math.abs(control?.first ?? 0), floorOf(of));
    const growth = (trend.last - trend.first) / base;
    if (growth < (control === null ? growthLimit.alone : growthLimit.beside))
        return null;
    if (trend.lastThird < ((trend.last - trend.first) / 3) * stillPart)
        return null;
    if (control !== null && control.last - control.first > (trend.last - trend.first) * sharedPart)
        return null;
    return {
        verdict: "fail",
        reason_code: (0,reason/* reasonOfGrowth */.RH)(of),
        says: `${grown(of, trend)}, and still grows; ${beside(control)}.`,
        remedy: "Look for what the new release keeps: processes, ETS tables, messages, atoms.",
        facts: { of, from: trend.first, to: trend.last, deviations: Math.round(trend.deviations * 10) / 10 },
    };
}
function grown(of, { first, last, seconds }) {
    const by = first > 0 ? ` (${last >= first ? "+" : "-"}${percentText(Math.abs(last / first - 1))})` : "";
    return `${of} of the new release went from ${figureText(first)} to ${figureText(last)} in ${seconds} s${by}`;
}
function beside(control) {
    if (control === null)
        return "the previous release was not seen";
    return `that of the previous release from ${figureText(control.first)} to ${figureText(control.last)}`;
}
function levelVerdict(levels) {
    const open = (says) => ({
        ...{ verdict: "inconclusive", reason_code: "watch_inconclusive", says },
        remedy: "Watch for longer (`criteria.watch`), or look at what the signal is given.",
    });
    if (levels.size === 0)
        return open("No level of the release was seen, so nothing is known.");
    const parts = [];
    for (const [of, level] of levels) {
        const trend = level.new.trend();
        if (trend === null || level.new.samples < level_fewest)
            return open(`${of} of the new release was seen ${level.new.samples} times after its start: too few to decide.`);
        parts.push(`${grown(of, trend)}; ${beside(level.old.trend())}`);
    }
    return { verdict: "pass", reason_code: "passed", says: `${parts.slice(0, 3).join(". ")}.`, facts: {} };
}
function figureText(value) {
    return String(Number(value.toPrecision(3)));
}

;// CONCATENATED MODULE: ./build/src/statistics/state.js


/** What must hold while a release is watched: health, readiness, jobs, logs, issues. */
const stateTest = {
    id: "state",
    judges: "state",
    start({ watchMs }) {
        const test = startStateTest({ watchMs });
        return {
            ...test,
            add(sample) {
                if (sample.kind === "state")
                    test.add(sample);
            },
            get failed() {
                return test.failed;
            },
        };
    },
};
/** What is lost for so long, seen twice or more, is lost; a moment in which a look fails is none. */
const lostMs = 5_000;
const lostLooks = 2;
/** Names that are kept: what holds is a short list, and memory must not grow. */
const state_mostNames = 100;
/** What is a fact once it was seen, and needs no second look. */
const facts = new Set(["issue_opened"]);
/**
 * Does it hold, all the time? Fails what was seen not to hold for 5 s in a row; a look that could not be answered
 * neither ends nor begins that. Passes where everything held at its newest look, and was known for most of the watch.
 */
function startStateTest({ watchMs }) {
    const states = new Map();
    let failure = null;
    let newestMs = 0;
    function add({ of, holds, says, atMs }) {
        if (Number.isFinite(atMs))
            newestMs = Math.max(newestMs, atMs);
        const state = states.get(of) ?? newState();
        if (!states.has(of)) {
            if (states.size >= state_mostNames)
                return;
            states.set(of, state);
        }
        state.looks += 1;
        if (holds === null)
            Object.assign(state, { unknown: state.unknown + 1, unknownSays: says });
        else
            state.knownMs = newestMs;
        if (holds !== false) {
            if (holds)
                Object.assign(state, { held: state.held + 1, lostSinceMs: null, lostLooks: 0 });
            return;
        }
        state.lostSinceMs ??= newestMs;
        state.lostLooks += 1;
        state.says = says;
        failure ??= lost(of, state, newestMs);
    }
    return {
        add,
        get failed() {
            return failure !== null;
        },
        verdict(nowMs = newestMs) {
            return failure ?? openState(states, { nowMs, watchMs }) ?? allHeld(states);
        },
    };
}
function newState() {
    return { looks: 0, held: 0, unknown: 0, unknownSays: "", knownMs: 0, lostSinceMs: null, lostLooks: 0, says: "" };
}
function lost(of, { lostSinceMs, lostLooks: looks, says }, nowMs) {
    if (lostSinceMs === null)
        return null;
    const reason_code = (0,reason/* reasonOfLoss */.XW)(of);
    const lastedMs = nowMs - lostSinceMs;
    if (!facts.has(reason_code) && (lastedMs < lostMs || looks < lostLooks))
        return null;
    return {
        verdict: "fail",
        reason_code,
        says: facts.has(reason_code) ? says : `${of} did not hold, in ${looks} looks over ${spanText(lastedMs)}: ${says}`,
        remedy: "Read the log of the release from that time on.",
        facts: { of, looks, lost_for_s: Math.round(lastedMs / 1_000) },
    };
}
/** What is not known to hold; null where all is. */
function openState(states, at) {
    const remedy = "Look at the log of this job for why it could not be asked, and run it again.";
    const open = (says) => ({
        ...{ verdict: "inconclusive", reason_code: "watch_inconclusive", says, remedy },
    });
    if (states.size === 0)
        return open("No state of the release was seen, so nothing is known.");
    for (const [of, { held, looks, unknown, unknownSays, knownMs, lostSinceMs, says }] of states) {
        const newest = unknownSays === "" ? "" : ` The newest of them: ${unknownSays}`;
        if (lostSinceMs !== null)
            return open(`${of} did not hold at its newest look: ${says}`);
        if (held === 0)
            return open(`${of} is unknown: none of ${looks} looks was answered.${newest}`);
        // What comes after the watch, while answers are awaited, is no silence of the signal.
        const silentMs = (Number.isFinite(at.nowMs) ? Math.min(at.nowMs, at.watchMs) : knownMs) - knownMs;
        if (unknown > looks / 2)
            return open(`${of} is unknown for most of the watch: ${unknown} of ${looks} looks were not answered.${newest}`);
        if (silentMs > Math.max(at.watchMs / 2, lostMs))
            return open(`${of} is unknown for the last ${spanText(silentMs)} of the watch: no look was answered.`);
    }
    return null;
}
function allHeld(states) {
    const parts = [...states].map(([of, { held, looks }]) => `${of} in ${held} of ${looks} looks`);
    const says = `What must hold held: ${parts.slice(0, 5).join(", ")}.`;
    return { verdict: "pass", reason_code: "passed", says, facts: { states: states.size } };
}

;// CONCATENATED MODULE: ./build/src/statistics/registry.js




/** Every test that the samples of a watch are judged by. */
const statisticalTests = [errorTest, latencyTest, stateTest, levelTest];

;// CONCATENATED MODULE: ./build/src/stages/watch/listen.js


/** How often it is asked whether the time is over, and how long late answers are waited for then, milliseconds. */
const tickMs = 250;
const lateMs = 10_000;
/** Passes each sample on until the time is over, or it is stopped. */
async function listen(run, { environment, signals, forMs, stopped, target, control, before = false, endsAtFault }, hear) {
    const { clock } = run.world;
    const opened = new Set();
    const faults = new Map();
    const warnings = new Set();
    const began = clock.ticks();
    const sinceMs = () => clock.ticks() - began;
    let closed = false;
    const done = () => closed || stopped() || (endsAtFault && faults.size > 0);
    const over = () => done() || sinceMs() >= forMs;
    const warn = (says) => void warnings.add(says);
    const doors = target === undefined ? {} : { doors: { ...run.world, ...target, warn } };
    const watching = { ...watchingOf(run, environment), ...doors, control, before, sinceMs, over };
    const pass = async (signal) => {
        try {
            const stream = signal.open(watching);
            if (stream === null)
                return;
            opened.add(signal);
            for await (const sample of stream) {
                if (done())
                    return;
                hear(signal, sample);
            }
            if (!over())
                faults.set(signal, "it ended");
        }
        catch (error) {
            opened.add(signal);
            faults.set(signal, (0,error_text/* errorText */.k)(error));
        }
    };
    const pending = new Set(signals);
    const heard = Promise.all(signals.map((signal) => pass(signal).finally(() => pending.delete(signal))));
    const time = async () => {
        while (!over())
            await clock.sleep(tickMs);
        // Requests that are in flight when the time is over still count.
        const lastMs = sinceMs() + lateMs;
        while (!done() && pending.size > 0 && sinceMs() < lastMs)
            await clock.sleep(tickMs);
    };
    await Promise.race([heard, time()]);
    if (!done())
        for (const signal of pending)
            faults.set(signal, "it did not end");
    closed = true;
    return { opened, faults, warnings, lastedMs: Math.min(sinceMs(), forMs) };
}
function watchingOf(run, environment) {
    const { smoke, criteria } = run.settings;
    return { environment, smoke, criteria, clock: run.world.clock, http: publicHttp(run.world, environment) };
}

;// CONCATENATED MODULE: ./build/src/stages/watch/public-url.js



/** Three standard deviations, in nats: chance alone parts two equal rates so far once in 740 watches. */
const apart = 4.5;
/** So many answers of the slot itself show how fast it is. */
const leastTimed = 10;
/**
 * What fails through the public URL alone is no fault of the release: the slot itself answers the same pages at the
 * same moments, or fails far less often. Its users see it all the same, so that the watch fails.
 */
function blamed(judgement, judged, asked) {
    const failing = judged.filter((one) => one.judgement.verdict === "fail");
    if (failing.length === 0 || failing.some(({ signal }) => signal.id !== prober.id))
        return judgement;
    const clears = failing.every(({ measure }) => (measure === "latency" ? fastItself(judged, asked) : failsLess(asked)));
    if (!clears)
        return judgement;
    const { requests, errors } = asked.direct;
    const answered = errors === 0 ? `all of ${requests}` : `${requests - errors} of ${requests}`;
    return {
        ...judgement,
        reason_code: "public_url_failed",
        says: `Through the public URL ${uncapitalised(judgement.says)} The slot itself answered ${answered} ` +
            "requests for the same pages at the same moments.",
        remedy: "Look at what is between users and the application: the router's rules, a cache or a proxy. " +
            "The release is not marked bad.",
    };
}
/** The slot fails less often than the public URL does, by more than chance. */
function failsLess({ through, direct }) {
    return direct.requests > 0 && deviance({ fresh: through, old: direct }) >= apart;
}
function fastItself(judged, { direct }) {
    const ofSlot = judged.find(({ signal, measure }) => signal.id === slotRequests.id && measure === "latency");
    return direct.requests >= leastTimed && direct.errors === 0 && ofSlot?.judgement.verdict === "pass";
}
function uncapitalised(text) {
    return text.slice(0, 1).toLowerCase() + text.slice(1);
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

;// CONCATENATED MODULE: ./build/src/stages/watch/request-tally.js

/** Latencies that are kept at most: beyond that, every second one is forgotten, and the next ones are thinned alike. */
const mostKept = 10_000;
/** Counts requests and keeps how long they took. */
function tallyRequests(most = mostKept) {
    let [requests, errors, newestMs, timed, every] = [0, 0, 0, 0, 1];
    let latencies = [];
    // Metrics give thousands of answers as one sample: each counts, or one slow answer weighs as much as all others.
    const keep = (ms, count) => {
        let left = count;
        for (let wait = every - (timed % every); wait <= left; wait = every - (timed % every)) {
            timed += wait;
            left -= wait;
            latencies.push(ms);
            if (latencies.length < most)
                continue;
            latencies = latencies.filter((_, index) => index % 2 === 1);
            every *= 2;
        }
        timed += left;
    };
    return {
        get requests() {
            return requests;
        },
        get errors() {
            return errors;
        },
        get every() {
            return every;
        },
        add({ failed, ms, atMs, count = 1 }) {
            requests += count;
            if (failed)
                errors += count;
            newestMs = Math.max(newestMs, atMs);
            if (ms !== null && Number.isFinite(ms))
                keep(ms, count);
        },
        join(other) {
            requests += other.requests;
            errors += other.errors;
            newestMs = Math.max(newestMs, other.measurement().seconds * 1_000);
            for (const ms of other.history().latenciesMs)
                keep(ms, other.every);
        },
        history: () => ({ requests, errors, latenciesMs: [...latencies].sort((one, other) => one - other) }),
        measurement(seconds = newestMs / 1_000) {
            const { p50, p99 } = summarise(latencies);
            return { requests, errors, p50_ms: p50, p99_ms: p99, seconds };
        },
    };
}

;// CONCATENATED MODULE: ./build/src/stages/watch/chart-line.js

/** Points of a chart: what fits beside a label on a phone. */
const mostPoints = 24;
/** Latencies that are kept of one point. */
const chart_line_mostKept = 200;
/** Counts requests by windows of a second, of two, of four and so on, so that they stay a line. */
function chartLine() {
    let windowMs = 1_000;
    let samples = new Map();
    const add = (sample) => {
        while (sample.atMs >= windowMs * mostPoints)
            widen();
        const at = Math.max(0, Math.floor(sample.atMs / windowMs));
        const tally = samples.get(at) ?? tallyRequests(chart_line_mostKept);
        samples.set(at, tally);
        tally.add(sample);
    };
    const widen = () => {
        const wider = new Map();
        for (const [at, tally] of samples) {
            const to = Math.floor(at / 2);
            const joined = wider.get(to);
            if (joined === undefined)
                wider.set(to, tally);
            else
                joined.join(tally);
        }
        windowMs *= 2;
        samples = wider;
    };
    return {
        add,
        get secondsPerPoint() {
            return windowMs / 1_000;
        },
        line(secondsPerPoint) {
            while (windowMs < secondsPerPoint * 1_000)
                widen();
            const points = Array.from({ length: Math.max(0, ...[...samples.keys()].map((at) => at + 1)) }, (_, at) => samples.get(at));
            return {
                error_rate: points.map((one) => (one === undefined || one.requests === 0 ? null : one.errors / one.requests)),
                ms: points.map((one) => one?.measurement().p50_ms ?? null),
            };
        },
    };
}

;// CONCATENATED MODULE: ./build/src/stages/watch/record.js



/** Starts to keep what a watch sees. */
function tallyWatch() {
    const requests = new Map();
    const looks = new Map();
    const requestsOf = (signal, arm) => {
        const one = requests.get(`${signal} ${arm}`) ?? { tally: tallyRequests(), line: chartLine() };
        requests.set(`${signal} ${arm}`, one);
        return one;
    };
    return {
        add({ id }, sample) {
            if (sample.kind === "request") {
                const { tally, line } = requestsOf(id, sample.arm ?? "new");
                tally.add(sample);
                line.add(sample);
                return;
            }
            const key = `${id} ${sample.of}`;
            const one = looks.get(key) ?? { signal: id, of: sample.of, held: 0, asked: 0, level: {} };
            looks.set(key, one);
            if (sample.kind === "level" && Number.isFinite(sample.value))
                one.level[sample.arm] = sample.value;
            if (sample.kind !== "state" || sample.holds === null)
                return;
            one.held += sample.holds ? 1 : 0;
            one.asked += 1;
        },
        of: (signal, arm) => requestsOf(signal, arm).tally,
        record: (known) => ({
            ...{ release: known.release, previous: known.previous, seconds: known.seconds },
            metrics: [
                ...known.judged
                    .filter(({ measure }) => measure === "errors" || measure === "latency")
                    .flatMap((one) => requestMetrics(one, known.history, (signal, arm) => requestsOf(signal, arm).tally)),
                ...[...looks.values()].map((one) => lookMetric(one, known.judged)),
            ],
            chart: chartOf(requests),
        }),
    };
}
/** The error rate of a signal, or its latency, beside what it was compared with. */
function requestMetrics({ signal, measure, control, judgement }, histories, tallyOf) {
    const own = tallyOf(signal.id, "new");
    const old = control === null ? undefined : tallyOf(control, "old").history();
    const history = old !== undefined && old.requests > 0 ? old : histories.get(signal.id);
    const against = history === undefined ? null : history === old ? "control" : "history";
    const common = { signal: signal.id, compared_with: against, verdict: judgement.verdict };
    if (measure === "errors") {
        const [before, after] = [record_rateOf(history), record_rateOf(own)];
        const change = before === null || after === null ? null : after - before;
        return [{ ...common, metric: "error rate", unit: "fraction", before, after, change }];
    }
    const was = summarise(history?.latenciesMs ?? []);
    const is = summarise(own.history().latenciesMs);
    return ["p50", "p99"].map((metric) => {
        const [before, after] = [was[metric], is[metric]];
        return { ...common, metric, unit: "ms", before, after, change: record_relative(before, after) };
    });
}
function record_rateOf(one) {
    return one === undefined || one.requests === 0 ? null : one.errors / one.requests;
}
function record_relative(before, after) {
    return before === null || after === null || before === 0 ? null : after / before - 1;
}
function lookMetric({ signal, of, held, asked, level }, judged) {
    const verdictOf = (which) => judged.find((one) => one.signal.id === signal && one.measure === which)?.judgement.verdict ?? null;
    const common = { metric: of, signal };
    if (level.new === undefined && level.old === undefined) {
        const after = asked === 0 ? null : held / asked;
        const state = { before: null, after, change: null, compared_with: null };
        return { ...common, unit: "held", ...state, verdict: verdictOf("state") };
    }
    const [before, after] = [level.old ?? null, level.new ?? null];
    const compared = before === null ? null : "control";
    const change = record_relative(before, after);
    return { ...common, unit: "level", before, after, change, compared_with: compared, verdict: verdictOf("level") };
}
/** The line of the signal that saw both releases, else of the first that saw the new one. */
function chartOf(requests) {
    const ids = [...requests.keys()].filter((key) => key.endsWith(" new")).map((key) => key.slice(0, -" new".length));
    const seen = (id, arm) => {
        const one = requests.get(`${id} ${arm}`);
        return one !== undefined && one.tally.requests > 0 ? one.line : null;
    };
    const id = ids.find((one) => seen(one, "old") !== null && seen(one, "new") !== null) ?? ids[0] ?? "";
    const [before, after] = [seen(id, "old"), seen(id, "new")];
    const width = Math.max(before?.secondsPerPoint ?? 1, after?.secondsPerPoint ?? 1);
    return {
        signal: id,
        seconds_per_point: width,
        before: before?.line(width) ?? null,
        after: after?.line(width) ?? { error_rate: [], ms: [] },
    };
}

;// CONCATENATED MODULE: ./build/src/stages/watch/watch.js








/**
 * Listens to every signal until the time is over or a test has failed, and judges what was seen: the worst counts.
 * Where the release before still runs it is the control; else what was usual before the switch is.
 */
async function watch(run, what) {
    const { signals: given = registry_signals, shared = false } = what;
    const signals = shared ? given.filter(({ id }) => id !== prober.id) : given;
    const beside = await runsBeside(what.target);
    const judging = startTests(run, { ...what, signals, shared }, beside.control);
    const counted = tallyWatch();
    const heard = new Map();
    const stopped = () => what.stopped() || judging.some(({ test }) => test.failed);
    const listening = {
        ...what,
        signals,
        stopped,
        control: beside.control,
        endsAtFault: run.settings.criteria.inconclusive === "roll-back",
    };
    const seen = await listen(run, listening, (signal, sample) => {
        counted.add(signal, sample);
        heard.set(signal, (heard.get(signal) ?? 0) + 1);
        for (const one of judging)
            if (concerns(one, signal, sample))
                one.test.add(sample);
    });
    const judged = judging.flatMap((one) => (seen.opened.has(one.signal) ? [conclude(one, seen)] : []));
    const [through, direct] = [counted.of(prober.id, "new"), counted.of(slotRequests.id, "new")];
    const judgement = withoutLatency(run, blamed(worst(judged), judged, { through, direct }));
    const warnings = [...(judgement.warnings ?? []), ...beside.warnings, ...seen.warnings];
    const { release = "", history = new Map() } = what;
    const known = { release, previous: beside.release, seconds: seen.lastedMs / 1_000, judged, history };
    return {
        beside: new Map(signals
            .filter(({ control }) => shared && control === "shared")
            .map(({ id }) => [id, counted.of(id, "old")])
            .flatMap(([id, tally]) => (tally.requests === 0 ? [] : [[id, tally.history()]]))),
        record: counted.record(known),
        least: Math.min(...judged.map(({ signal }) => heard.get(signal) ?? 0)),
        judgement: warnings.length === 0 ? judgement : { ...judgement, warnings },
        measured: counted.of(signals[0]?.id ?? prober.id, "new").measurement(),
    };
}
/** Whether the release before runs beside the one under watch. */
async function runsBeside(target) {
    try {
        const slots = (await target?.slots()) ?? [];
        const old = slots.find(({ arm }) => arm === "old");
        return { control: old !== undefined, release: old?.release ?? null, warnings: [] };
    }
    catch (error) {
        const says = `The release before could not be looked for, and is not compared with: ${(0,error_text/* errorText */.k)(error)}`;
        return { control: false, release: null, warnings: [says] };
    }
}
/** Each test for each signal that measures what it judges. */
function startTests({ settings }, what, beside) {
    const { signals, tests = statisticalTests, history, forMs: watchMs, shared } = what;
    const { criteria } = settings;
    return signals.flatMap((signal) => tests
        .filter(({ judges }) => (signal.measuresFor?.(what.environment) ?? signal.measures).includes(judges))
        .flatMap((one) => {
        const control = beside ? controlOf(signal, one.judges, shared) : null;
        const known = history?.get(signal.id) ?? null;
        const test = one.start({ criteria, watchMs, control: control !== null, history: known });
        return test === null ? [] : [{ signal, measure: one.judges, control, test }];
    }));
}
/** Where the samples of the release before come from, while it runs; null where a signal has none of them. */
function controlOf({ id, control, controlledBy }, measure, shared) {
    if (controlledBy?.measures.includes(measure) === true)
        return controlledBy.id;
    return control === "asked" || (control === "shared" && shared) ? id : null;
}
/** A test hears the samples of its signal, and those of the release before from where its control is. */
function concerns({ signal, control }, from, sample) {
    if (from === signal)
        return true;
    return from.id === control && sample.kind === "request" && sample.arm === "old";
}
function conclude(one, seen) {
    const fault = one.test.failed ? undefined : seen.faults.get(one.signal);
    const judgement = fault === undefined ? one.test.verdict(seen.lastedMs) : faulty(one.signal, fault);
    return { ...one, judgement };
}
/** Says of what passed that latency was no part of it, where the settings switch that off. */
function withoutLatency({ settings }, judgement) {
    if (settings.criteria.latencyIncrease !== null || judgement.verdict !== "pass")
        return judgement;
    const says = `${judgement.says} Latency is off (\`criteria.latency\`): how long answers take was not judged.`;
    return { ...judgement, says, facts: { ...judgement.facts, off: ["latency"] } };
}
function faulty({ title }, why) {
    return {
        verdict: "error",
        reason_code: "watch_inconclusive",
        says: `The watch could not be judged: ${title} stopped giving samples (${why}).`,
        remedy: "Look at the log of this job, and run it again.",
    };
}
const nothingWatched = {
    verdict: "error",
    reason_code: "watch_inconclusive",
    says: "Nothing was watched: no signal gives samples that a test judges.",
    remedy: "Set a limit under `criteria` in the settings file.",
};
/** Worst first. */
const order = ["fail", "error", "inconclusive", "not-run", "off", "pass"];
/** The worst of several judgements. Where there are more than one, its facts keep what the others say. */
function worst(judged) {
    const [first, ...others] = judged
        .map(({ judgement }) => judgement)
        .sort((one, other) => order.indexOf(one.verdict) - order.indexOf(other.verdict));
    if (first === undefined)
        return nothingWatched;
    if (others.length === 0)
        return first;
    return { ...first, facts: { ...first.facts, others: others.map(({ says }) => says) } };
}

;// CONCATENATED MODULE: ./build/src/stages/watch/settle.js




/**
 * The running release on the new schema: what answered before the migrations must answer after them, while the old code
 * still serves. The smoke tests are those of the new release, so that one of them may fail on the old one from the
 * beginning: only a difference counts.
 */
async function judgeSettled(run, environment, look) {
    if (look.when === "after" && unchanged(run))
        return passed(`The schema has not changed, so ${look.release} was not looked at again.`, { looked: false });
    const failing = await failingTests(run, environment);
    const names = [...failing.keys()];
    if (look.when === "before")
        return baseline(run, look, names);
    const known = knownFailures(run);
    if (known === null)
        return cannotCompare;
    const broken = names.find((name) => !known.includes(name));
    if (broken !== undefined)
        return broke(look, failing.get(broken) ?? broken, { failed: names });
    return watched(run, environment, { look, known });
}
const beforeId = "before-migrating";
/** The migration found nothing to do, and none was applied since a release was recorded. */
function unchanged({ recorder }) {
    return recorder.evidence.results.findLast(({ id }) => id === "migrate")?.facts["schema_changed"] === false;
}
/** The smoke tests that fail through the public URL, each with what was seen. */
async function failingTests(run, environment) {
    const { smoke } = run.settings;
    if (smoke.length === 0)
        return new Map();
    const { findings = [] } = await judgeSmoke(environment.url, smoke, publicHttp(run.world, environment));
    return new Map(findings.map(({ rule = "", message }) => [rule, message]));
}
function baseline(run, { release }, failed) {
    const total = run.settings.smoke.length;
    const facts = { failed: [...failed], total };
    if (failed.length === 0)
        return passed(`${total} of ${total} smoke tests pass on ${release}, which serves.`, facts);
    const names = failed.join(", ");
    const says = `${failed.length} of ${total} smoke tests fail on ${release} before the migrations: ${names}.`;
    return { ...passed(says, facts), warnings: [`${says} They are not compared after them.`] };
}
function knownFailures({ recorder }) {
    const failed = recorder.evidence.results.findLast(({ id }) => id === beforeId)?.facts["failed"];
    return Array.isArray(failed) ? failed.map(String) : null;
}
/** Requests through the public URL for a while. */
async function watched(run, environment, { look, known }) {
    const { release, settleMs, stopped } = look;
    const { judgement, measured } = await watch(run, { environment, forMs: settleMs, stopped, signals: [prober] });
    if (run.world.cancellation.cancelled)
        return { verdict: "inconclusive", reason_code: "cancelled", says: "Cancelled while watching." };
    const { requests, errors } = measured;
    const facts = { looked: true, requests, errors };
    const counts = `${errors} of ${requests} requests to ${release} failed on the new schema`;
    if (known.length > 0) {
        const says = `${counts}; it failed ${known.join(", ")} before the migrations, so that this is not judged.`;
        return { ...passed(says, facts), warnings: [says] };
    }
    if (judgement.verdict === "fail" || errors > requests * run.settings.criteria.errorRate)
        return broke(look, `${counts}.`, facts);
    if (requests === 0)
        return { verdict: "inconclusive", reason_code: "watch_inconclusive", says: `No request was sent to ${release}.` };
    // A watch that broke is no watch; one that only saw too little for its statistics has still seen these.
    if (judgement.verdict === "error")
        return judgement;
    const again = await failingTests(run, environment);
    const [late] = again.values();
    if (late !== undefined)
        return broke(look, late, { ...facts, failed: [...again.keys()] });
    return passed(`${counts}, and its smoke tests pass.`, facts);
}
function passed(says, facts) {
    return { verdict: "pass", reason_code: "passed", says, facts };
}
function broke({ release }, seen, facts) {
    return {
        verdict: "fail",
        reason_code: "old_release_broken",
        says: `${release}, which serves, fails on the new schema and did not before: ${seen}`,
        remedy: "Undo the migration by hand, or run the job again to deploy the new release over it: what fails already is not " +
            "compared then. Split the change, so that the old code works with the new schema.",
        facts,
    };
}
const cannotCompare = {
    verdict: "error",
    reason_code: "not_judged",
    says: "What the running release answered before the migrations was not recorded.",
};

;// CONCATENATED MODULE: ./build/src/stages/watch/target.js

/** What signals may ask of a target while a release is watched on it. `fleet`: where it was observed just now. */
function watchedTarget({ environment, target }, release, fleet) {
    let found;
    return {
        slots: () => {
            found ??= (fleet === undefined ? observed(target) : Promise.resolve(fleet)).then((one) => watchedSlots(environment, one, release));
            return found;
        },
        reach: (host, slot) => target.reach(host, slot),
        target: target.questions ?? unasked,
    };
}
async function observed(target) {
    const seen = await target.observe();
    if ("failed" in seen)
        throw new Error(seen.failed.says);
    return seen.fleet;
}
/**
 * Every slot in which the release runs, or the one that was verified before it. While a step of a watch lasts, none is
 * started or stopped. What else may run, such as a failed attempt of another run, is no control.
 */
function watchedSlots(environment, { hosts }, release) {
    return hosts.flatMap(({ host, slots, active }) => {
        const before = active?.release === release ? active.before : (active?.release ?? null);
        return Object.entries(slots).flatMap(([slot, { port, running }]) => {
            const runs = running?.release ?? null;
            if (runs === null || (runs !== release && runs !== before))
                return [];
            const server = (0,fleet_fleet/* serverName */.L5)(environment, host, slot);
            return [{ host, slot, port, server, release: runs, arm: runs === release ? "new" : "old" }];
        });
    });
}
const nobody = () => Promise.reject(new Error("the target of this environment cannot be asked that"));
const unasked = { routerCounts: nobody, memory: nobody, logCounts: nobody, evaluate: nobody };

;// CONCATENATED MODULE: ./build/src/stages/verify.js














/** How often a watch asks who answers on the slot's port, milliseconds. */
const ownerEveryMs = 20_000;
/** How long the last look at a process is the first one of what is asked next, milliseconds. */
const freshMs = 5_000;
/** What fails one request in ten fails within so many tries by 88 %; and how long they may take, milliseconds. */
const mostAgain = 20;
const againMs = 10_000;
/** Binds health, smoke tests and watch to a target and an environment. */
function verifierOf(given) {
    const ground = { ...given, looks: new Map(), beside: new Map() };
    return {
        owner: (place) => judgeOwner(ownedBy(ground, place)),
        awaitHealthy: (step) => verifyHealth(ground, step),
        smoke: async (step) => {
            const judge = step.at === "slot" ? smokeSlot : smokePublic;
            const judgement = await judgeOwned(ownedBy(ground, step), () => judge(ground, step), verify_lastLook(ground, step));
            return withCause(keepLook(ground, step, judgement), step, asked(ground));
        },
        watch: (step) => verifyTraffic(ground, step),
        settle: async (step) => {
            const judgement = await judgeSettled(ground.run, ground.environment, { ...step, stopped: () => verify_ended(ground) });
            const why = ground.lost();
            return why === null ? judgement : lockLost(why);
        },
    };
}
async function verifyHealth(ground, step) {
    const { environment, target, run, lost } = ground;
    const { http, clock } = run.world;
    let seen = null;
    const owned = {
        ...ownedBy(ground, step),
        async answering() {
            seen = await target.answering(step.host, step.slot);
            return seen;
        },
    };
    const question = {
        base: await target.reach(step.host, step.slot),
        health: environment.health,
        version: (0,release_release/* releaseVersionOf */.$_)(step.release),
        limitMs: step.limitMs,
        owned,
        log: () => target.logTail(step.host, step.slot),
    };
    const judgement = await judgeHealthWithin(question, { http, clock, cancelled: () => verify_ended(ground) });
    if (judgement.verdict === "pass")
        return judgeReachable(environment, step, { judgement: keepLook(ground, step, judgement), seen });
    const why = lost();
    if (why !== null)
        return lockLost(why);
    return withCause({ ...judgement, tail: await target.logTail(step.host, step.slot) }, step, asked(ground));
}
async function smokeSlot({ target, run }, { host, slot }) {
    return judgeSmoke(await target.reach(host, slot), run.settings.smoke, run.world.http);
}
/**
 * Version and smoke tests through the public URL. What the slot itself answers as expected at the same moment is
 * changed on its way.
 */
async function smokePublic(ground, step) {
    if (step.shared !== undefined)
        return smokeWhileShared(ground, step);
    const place = step;
    const { environment, run } = ground;
    const { url, health } = environment;
    const outside = publicHttp(run.world, environment);
    const version = health.version === null
        ? null
        : await judgePublicVersion(`${url}${health.version}`, (0,release_release/* releaseVersionOf */.$_)(place.release), outside);
    if (version !== null && version.verdict !== "pass")
        return version;
    const smoke = await judgeSmoke(url, run.settings.smoke, outside);
    const seen = { ...smoke, facts: { ...smoke.facts, ...version?.facts } };
    if (smoke.verdict !== "fail" || (await smokeSlot(ground, place)).verdict !== "pass")
        return seen;
    const redirected = smoke.facts?.["redirects_to_https"] ?? smoke.facts?.["redirects_to_itself"] ?? false;
    if (redirected === false && (await failsNowAndThen(ground, place))) {
        const says = `${smoke.says} They fail now and then, on slot ${place.slot} of ${place.host} itself too.`;
        return { ...seen, says };
    }
    return {
        ...seen,
        reason_code: "public_url_failed",
        says: `${smoke.says} The same tests pass on slot ${place.slot} of ${place.host} itself.`,
        remedy: `${onTheWay(smoke)} The release is not marked bad.`,
    };
}
/**
 * One request says little of a release that fails a few of them: both are asked again and again, until the slot was
 * seen to fail and the public URL to pass. Where that is not seen, it is what is on the way.
 */
async function failsNowAndThen(ground, { host, slot }) {
    const { environment, target, run } = ground;
    const tests = run.settings.smoke.filter(({ method }) => method === "GET" || method === "HEAD");
    if (tests.length === 0)
        return false;
    const { clock, http } = run.world;
    const outside = publicHttp(run.world, environment);
    const base = await target.reach(host, slot);
    const until = clock.ticks() + againMs;
    let fails = false;
    let passes = false;
    for (let left = mostAgain; left > 0 && clock.ticks() < until && !verify_ended(ground); left -= 1) {
        const [there, through] = await Promise.all([
            judgeSmoke(base, tests, http),
            judgeSmoke(environment.url, tests, outside),
        ]);
        fails ||= there.verdict === "fail";
        passes ||= through.verdict === "pass";
        if (fails && passes)
            return true;
    }
    return false;
}
/** What to do where a request is changed between users and the application. */
function onTheWay({ facts }) {
    if (facts?.["redirects_to_https"] === true)
        return ("The application sends http to https, as `force_ssl` does in a new Phoenix application, and `url` of the " +
            "environment is http: give the router a certificate (`--certificate` of prepare.sh) and name the https address " +
            "there, or expect the redirect.");
    if (facts?.["redirects_to_itself"] === true)
        return ("The page is redirected to itself: what ends https does not say so, and `force_ssl` of the application takes " +
            "the request for http. Let the router set the header `X-Forwarded-Proto: https`, as HAProxy does with prepare.sh.");
    return "Look at what is between users and the application: the router's rules, a cache or a proxy.";
}
/**
 * While the release before takes requests too, either may answer, and a test of something new fails with it. What
 * passes on the slot itself is then a warning: the same tests are judged again once all requests go to the release.
 */
async function smokeWhileShared(ground, place) {
    const { environment, run } = ground;
    const own = await smokeSlot(ground, place);
    if (own.verdict !== "pass")
        return own;
    const outside = await judgeSmoke(environment.url, run.settings.smoke, publicHttp(run.world, environment));
    if (outside.verdict === "pass")
        return outside;
    const warning = `While ${place.release} has a part of the requests: ${outside.says} The release itself passes the smoke tests; ` +
        "they are run again when it has all requests.";
    return { ...own, warnings: [warning] };
}
/** Watches the release with traffic. The process on the slot's port and the router are asked as well. */
async function verifyTraffic(ground, step) {
    const { environment, target, run, lost } = ground;
    const owned = ownedBy(ground, step);
    const first = await judgeOwner(owned);
    if (first.verdict !== "pass")
        return withCause(first, step, asked(ground));
    const guard = guardOwner(ground, owned);
    const stopped = () => verify_ended(ground) || guard.disowned !== null;
    const seen = watchedTarget({ environment, target }, step.release);
    const { judgement, measured, record, least, beside } = await watch(run, {
        ...{ environment, forMs: step.watchMs, stopped, release: step.release },
        history: joinHistories(ground.history?.() ?? new Map(), ground.beside),
        // Of the public URL's answers only a part is the release's, until it has all requests.
        shared: step.shared !== undefined,
        target: seen,
    });
    guard.stop();
    ground.beside = joinHistories(ground.beside, beside);
    await run.recorder.set({ watch: record });
    if (step.shared === undefined)
        await run.recorder.measure("after", measured);
    if (run.world.cancellation.cancelled)
        return { verdict: "inconclusive", reason_code: "cancelled", says: "Cancelled while watching." };
    // All at once: what failed takes requests until traffic goes back. Whoever took the lock may have moved traffic and
    // stopped the slot before our next renewal could see that.
    const [why, routed, caused] = await Promise.all([
        lost() ?? lostNow(target),
        askRouted(target, step.slot, step.shared),
        judgement.verdict === "fail" ? withCause(judgement, step, asked(ground)) : null,
    ]);
    if (why !== null)
        return lockLost(why);
    if (routed.verdict !== "pass")
        return routed;
    if (caused !== null)
        return caused;
    const last = guard.disowned ?? (await judgeOwner(owned));
    if (last.verdict !== "pass")
        return withCause(last, step, asked(ground));
    const slots = await seen.slots().catch(() => []);
    return decideOpen({
        ...{ judgement, policy: run.settings.criteria.inconclusive, seen: least, release: step.release },
        before: slots.find(({ arm }) => arm === "old") ?? null,
        runId: run.world.job.runId,
    });
}
/** Asks again and again who answers on the slot's port, beside a watch. */
function guardOwner(ground, owned) {
    let disowned = null;
    let stopped = false;
    const guard = async () => {
        for (;;) {
            await ground.run.world.clock.sleep(ownerEveryMs);
            if (stopped || verify_ended(ground))
                return;
            const seen = await judgeOwner(owned);
            if (seen.verdict === "fail") {
                disowned = seen;
                return;
            }
        }
    };
    // A host that cannot be asked is asked once more when the watch is over.
    guard().catch(() => undefined);
    return {
        get disowned() {
            return disowned;
        },
        stop() {
            stopped = true;
        },
    };
}
/** Nothing more may be waited for. */
function verify_ended({ run, lost }) {
    return run.world.cancellation.cancelled || lost() !== null;
}
/** Why the lock is no longer ours, asked now; null where it is, or where that is unknown, which the next step finds. */
async function lostNow(target) {
    const renewal = await target.renew().catch(() => "unknown");
    return typeof renewal === "object" ? renewal.lost : null;
}
function lockLost(says) {
    return { verdict: "fail", reason_code: "lock_lost", says };
}
function asked({ environment, target, run }) {
    return { environment, target, http: run.world.http, smoke: run.settings.smoke };
}
/** What passed ended with a look at the process, which may be the first one of what is asked next. */
function keepLook({ looks, run }, { host, slot, release }, judgement) {
    const key = `${host} ${slot} ${release}`;
    if (judgement.verdict === "pass")
        looks.set(key, { judgement, at: run.world.clock.ticks() });
    else
        looks.delete(key);
    return judgement;
}
function verify_lastLook({ looks, run }, { host, slot, release }) {
    const last = looks.get(`${host} ${slot} ${release}`);
    return last !== undefined && run.world.clock.ticks() - last.at < freshMs ? last.judgement : null;
}
/** The process whose answers count in a slot. */
function ownedBy({ target }, { host, slot, release }) {
    return { host, slot, release, answering: () => target.answering(host, slot) };
}

;// CONCATENATED MODULE: ./build/src/stages/roll-back.js







/**
 * After a failed step: back to what was last verified, planned from what is there now. Hosts that cannot be observed,
 * or fail on the way, are left out: the others go back all the same, and the conclusion names those that did not.
 */
async function rollBack(run, change) {
    const { cause } = change;
    if (run.world.cancellation.cancelled)
        return cancelledBetween;
    if (cause.reason_code === "lock_lost")
        return lostLock(cause);
    // On a host that is away now, the outcome of a step that began is unknown.
    const changed = (0,result/* changeBegan */.uH)(run.recorder.evidence.results);
    const failing = [];
    for (;;) {
        const tried = await attempt(run, change, failing);
        if ("status" in tried)
            return await failedToo(run, change, tried);
        const { ended, fleet } = tried;
        const away = fleet.away ?? [];
        if (ended === null)
            return changed && away.length > 0 ? partial(change, fleet) : wentBack(change, tried);
        const others = fleet.hosts.filter(({ host }) => !ended.hosts.includes(host));
        const endsHere = run.world.cancellation.cancelled || ended.cause.reason_code === "lock_lost";
        if (endsHere || ended.hosts.length === 0 || others.length === 0)
            return await failedToo(run, change, ended.cause);
        const { reason_code, says, remedy = "" } = ended.cause;
        failing.push(...ended.hosts.map((host) => ({ host, reason_code, says, remedy })));
        await run.recorder.warn(`${ended.hosts.join(", ")} could not be rolled back and is left out: ${says}`);
    }
}
/** One try on the hosts that are left. */
async function attempt(run, change, failing) {
    const { target, environment, kind, wanted, cause, lost } = change;
    const markBad = kind === "deploy" && condemns(cause);
    const recovery = (fleet) => {
        const reversed = reversedFor(fleet, wanted.owner);
        if (reversed !== null)
            return reversed;
        return target.recover(target.leaveOut(fleet, failing), { ...wanted, markBad });
    };
    const now = await planOn(run, target, recovery);
    if ("status" in now)
        return now;
    const { plan } = now;
    run.world.log.info(plan.says);
    const verifier = verifierOf({ environment, target, run, lost });
    const ended = await perform(plan, { target, verifier, lost, goingBack: true }, run);
    return { plan, fleet: target.leaveOut(now.fleet, failing), ended };
}
/**
 * A host sent traffic back by itself, because this run was cut off from it for so long: what the run saw meanwhile,
 * such as the release before at the public address, is no fault of the release.
 */
function reversedFor({ hosts, routerHosts = [] }, owner) {
    const found = [...hosts, ...routerHosts].find(({ reversed }) => reversed?.owner === owner);
    if (found?.reversed === undefined)
        return null;
    const { seconds } = found.reversed;
    const says = `${found.host} sent traffic back by itself: there was no sign of life of this run for ${seconds} s.`;
    return { refused: "lock_lost", says, remedy: "" };
}
function wentBack({ cause, environment, kind, target, wanted }, { plan, fleet }) {
    const active = target.serving(fleet)?.release ?? fleet.hosts[0]?.active?.release ?? null;
    const fix = cause.remedy ||
        (condemns(cause) ? "Fix the fault, and release a new version." : "Fix the cause, and run the job again.");
    const enough = `Nothing is left to roll back: \`rollback\` would leave ${active}.`;
    const remedy = kind === "rollback" || active === null ? fix : `${fix} ${enough}`;
    // All of a rollback but what comes after its record, such as the schema, was done.
    if (kind === "rollback" && active === wanted.release)
        return { ...(0,stage/* stopped */.c)({ ...cause, remedy }, `Traffic is back: ${active} serves.`), decision: "complete" };
    const moved = plan.steps.some((step) => step.type === "shift" || step.type === "start");
    if (!moved)
        return (0,stage/* stopped */.c)({ ...cause, remedy }, active === null ? noneServes(fleet) : `${active} serves as before.`);
    const then = kind === "rollback"
        ? `The rollback was undone: ${active ?? "nothing"} serves on ${environment.name} again.`
        : `The release was rolled back: ${active ?? "nothing"} serves on ${environment.name}.`;
    return { ...(0,stage/* stopped */.c)({ ...cause, remedy }, then), decision: "taken-back" };
}
/**
 * Where the path of the application was changed, what served before runs from the other one, and goes on. What was
 * begun in a slot may show no release yet.
 */
function noneServes({ hosts }) {
    const foreign = hosts.some(({ slots, intent }) => Object.entries(slots).some(([name, { running }]) => running?.release === null && intent?.slot !== name));
    return foreign ? "What served before was left as it was: it is no release of this path." : "Nothing takes traffic.";
}
/** Some hosts went back, others did not: never silently. */
function partial({ cause, environment, kind }, { hosts, away = [] }) {
    const left = away.map(({ host, says }) => `${host} (${says.replace(/[.\s]+$/, "")})`).join(", ");
    const undone = kind === "rollback";
    const what = undone
        ? `The rollback was undone on ${(0,fleet_fleet/* hostNames */.n3)(hosts)}, and not on ${left}.`
        : `${(0,fleet_fleet/* hostNames */.n3)(hosts)} went back to the last verified release, and ${left} did not.`;
    const runs = undone ? "the release that the rollback was to go to" : "an unverified release";
    const remedy = `Look at ${(0,fleet_fleet/* hostNames */.n3)(away)} of ${environment.name} now: ${runs} may run there. ` +
        "Then run the job again: it brings every host to the same release.";
    const reason_code = undone ? "partly_undone" : "partial_fleet";
    return { ...(0,stage/* stopped */.c)({ reason_code, says: `${cause.says} ${what}`, remedy }), decision: "rollback-failed" };
}
/** The rollback did not get to its end either: the loudest result, unless somebody else decides now. */
async function failedToo(run, { environment, cause, target }, why) {
    if (run.world.cancellation.cancelled)
        return cancelledBetween;
    if (why.reason_code === "lock_lost")
        return lostLock({ ...cause, says: why.says });
    const says = `${cause.says} Rolling back failed as well: ${why.says.trim()} ${await servesNow(target)}`;
    const remedy = `Look at ${environment.name} now: the state of the slots and the router is in the last results. ` +
        "Then run the job or `rollback` again.";
    return { ...(0,stage/* stopped */.c)({ reason_code: "rollback_failed", says, remedy }), decision: "rollback-failed" };
}
/** Who takes requests, as it is seen now: what a person who has to look wants to know first. */
async function servesNow(target) {
    const seen = await target.observe().catch(() => null);
    if (seen === null || "failed" in seen)
        return "Which release serves now could not be seen.";
    const carrying = target.carrying(seen.fleet);
    return carrying.length === 0 ? "No release takes requests now." : `Requests go to ${carrying.join(" and ")} now.`;
}
const cancelledBetween = (0,stage/* cancelled */.K)("Cancelled between two steps; the step under way was finished.", "Run the job again: it observes what is there and plans the rest.");
/** Another run changes the target now, or a host sent traffic back by itself: nothing more is touched. */
function lostLock(cause) {
    return (0,stage/* stopped */.c)({
        ...cause,
        reason_code: "lock_lost",
        remedy: "When no other run changes this environment any more, run this job again: it observes first.",
    }, "This run stopped before its next change.");
}

;// CONCATENATED MODULE: ./build/src/stages/watch/history.js






/** How long the requests before the switch are measured at most, and how long they are waited for, milliseconds. */
const mostMs = 60_000;
const leastMs = 3_000;
/** Steps that load what the application depends on: nothing is measured then. */
const disturbs = new Set(["backup", "migrate", "settle"]);
/**
 * Measures what serves before the switch, through the public URL, at its slot and by the signals that the settings ask
 * for, over a window like the watch and in the time that the upload and the start take anyway. It is what usual means
 * for this application. Null where no verified release has all requests: one that is not verified is no measure, least
 * of all for itself.
 */
function measureBefore(run, measured) {
    const { target, fleet } = measured;
    const serving = target.serving(fleet);
    if (serving === null || target.routed(fleet, serving.slot).verdict !== "pass")
        return null;
    return startMeasuring(run, { ...measured, serving });
}
function startMeasuring(run, { environment, target, fleet, release, serving }) {
    const { clock, cancellation } = run.world;
    const watchMs = run.settings.criteria.watchMs;
    const forMs = Math.min(mostMs, watchMs);
    const own = [prober, slotRequests];
    const others = registry_signals.filter((one) => one.measures.includes("errors") && !own.includes(one));
    const tallies = new Map([...own, ...others].map(({ id }) => [id, tallyRequests()]));
    const began = clock.ticks();
    /** When the last of these steps began and ended, milliseconds since the beginning. */
    let disturbance = { fromMs: 0, toMs: 0 };
    let ended = false;
    const sinceMs = () => clock.ticks() - began;
    const isDisturbed = (atMs) => atMs >= disturbance.fromMs && atMs < disturbance.toMs;
    const stopped = () => ended || cancellation.cancelled;
    /** `of`: the release that counts as the new one; `arm`: whose samples are those of what serves. */
    const measure = async (signals, of, arm) => {
        const seen = watchedTarget({ environment, target }, of, fleet);
        const control = (await seen.slots()).length > 0;
        const what = { environment, signals, forMs, stopped, target: seen, control, before: true, endsAtFault: false };
        await listen(run, what, (signal, sample) => {
            if (sample.kind !== "request" || isDisturbed(sample.atMs) || (sample.arm ?? arm) !== arm)
                return;
            tallies.get(signal.id)?.add(sample);
        });
    };
    const heard = Promise.all([
        measure(own, release, serving.release === release ? "new" : "old"),
        measure(others, serving.release, "new"),
    ])
        // What could not be measured before is not known: the watch has no history then.
        .catch(() => null);
    const finish = async (forAnswersMs = 0) => {
        if (ended)
            return;
        ended = true;
        if (forAnswersMs > 0)
            await Promise.race([heard, clock.sleep(forAnswersMs)]);
        const probed = tallies.get(prober.id);
        if (probed !== undefined)
            await run.recorder.measure("before", probed.measurement());
    };
    return {
        async beginning(step) {
            if (!disturbs.has(step.type))
                disturbance.toMs = Math.min(disturbance.toMs, sinceMs());
            else if (disturbance.toMs < Number.POSITIVE_INFINITY)
                disturbance = { fromMs: sinceMs(), toMs: Number.POSITIVE_INFINITY };
            const changes = step.type === "shift" || step.type === "observe" || (step.type === "stop" && step.slot === serving.slot);
            if (ended || !changes)
                return;
            const waits = Math.min(leastMs, watchMs / 3) - sinceMs();
            if (waits > 0)
                await clock.sleep(waits);
            await finish(leastMs);
        },
        get history() {
            return new Map([...tallies].flatMap(([id, one]) => (one.requests === 0 ? [] : [[id, one.history()]])));
        },
        end: () => finish(),
    };
}

;// CONCATENATED MODULE: ./build/src/stages/change.js















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
    const locking = { target, plan, until, meaning: judged_nothingChanged };
    const fit = change.kind === "deploy" ? await fitFirst(run, { environment, target }) : { ends: null, fleet: null };
    if (fit.ends !== null)
        return fit.ends;
    const first = await planWhenFree(run, locking, fit.fleet ?? change.known ?? null);
    if ("status" in first)
        return first;
    const serving = (0,fleet_fleet/* recordedPlaces */.RM)(first.fleet.hosts);
    const before = (host) => serving.find((one) => one.host === host)?.release ?? null;
    await recorder.set({
        from: first.plan.leaves ?? first.fleet.hosts[0]?.active?.release ?? null,
        to: change.wanted(first.fleet).release || null,
        hosts: first.fleet.hosts.map(({ host, releases }) => ({ host, before: before(host), kept: [...releases] })),
    });
    await showPlan(run, first.plan);
    if (dryRun)
        return {
            status: "planned",
            decision: "stop",
            reason_code: "planned",
            says: `Dry run: ${first.plan.says} ${judged_nothingChanged}`,
        };
    const refused = (await change.begins?.()) ?? (await takeLocks(run, locking, first.plan));
    if (refused !== null)
        return refused;
    const work = () => changeAndGiveBack(run, change, { locking, first });
    return change.record === undefined ? work() : recorded(run, { ...change, ...change.record }, work);
}
/** The change under our locks, and these given back whatever comes of it. */
async function changeAndGiveBack(run, change, { locking, first }) {
    const { target } = change;
    const heartbeat = target.keepLock();
    try {
        return await changeUnderLock(run, change, { locking, heartbeat, preview: first.plan });
    }
    finally {
        heartbeat.stop();
        // Whatever happened, nobody has to wait for a lock that nobody uses.
        if (heartbeat.lost() === null) {
            const hosts = [...first.fleet.hosts, ...(first.fleet.routerHosts ?? [])].map(({ host }) => host);
            await giveBack(run, target, hosts.filter((host) => !released(run, host)));
        }
    }
}
/** True where a step gave this host's lock back already. */
function released({ recorder }, name) {
    const { results } = recorder.evidence;
    return results.some(({ id, host, verdict }) => id === "release-lock" && host === name && verdict === "pass");
}
async function changeUnderLock(run, change, { locking, heartbeat, preview }) {
    const { target, environment, kind } = change;
    // Only under the lock do the facts hold still: plan again from what is there now.
    const second = await planUnderLock(run, locking);
    if ("status" in second)
        return second;
    const shown = ({ steps }) => steps.filter(({ type }) => type !== "acquire-lock").map(({ says }) => says);
    if (shown(second.plan).join() !== shown(preview).join())
        await showPlan(run, second.plan);
    const { release } = change.wanted(second.fleet);
    const before = change.measureFirst ? measureBefore(run, { environment, target, fleet: second.fleet, release }) : null;
    const { lost } = heartbeat;
    const verifier = verifierOf({ environment, target, run, lost, history: () => before?.history });
    const beginning = async (step) => {
        await before?.beginning(step);
        await change.beginning?.(step);
    };
    const walk = { target, verifier, lost, goingBack: kind === "rollback", beginning };
    let ending = await perform(second.plan, walk, run);
    await before?.end();
    if (ending === null && change.andThen !== undefined) {
        const then = await planOn(run, target, change.andThen);
        if ("plan" in then) {
            await showPlan(run, then.plan, run.recorder.evidence.plan);
            ending = await perform(then.plan, walk, run);
        }
        else if (then.status === "cancelled")
            return then;
        // What was changed by then is rolled back, as after a step that failed.
        else
            ending = { cause: { ...then, verdict: "fail" }, hosts: [] };
    }
    if (ending !== null && isHeld(ending)) {
        const held = await holdTraffic(run, {
            plan: second.plan,
            walk: { target, verifier, lost, goingBack: false },
            cause: ending.cause,
        });
        if ("status" in held)
            return held;
        ending = held.failed;
    }
    if (ending === null) {
        const last = await change_lastLook(run, change, verifier);
        return last.ends ?? (await logsRead(run, change, last.fleet)) ?? change_passed(change, second.fleet);
    }
    const { wanted } = change;
    return rollBack(run, { target, environment, kind, wanted: wanted(second.fleet), cause: ending.cause, lost });
}
/** All went well, on all hosts but those that were left out. */
function change_passed({ done }, { away = [] }) {
    const left = away.length === 0 ? "" : ` Left out, because they could not be reached: ${(0,fleet_fleet/* hostNames */.n3)(away)}.`;
    return { status: "passed", ...done, says: `${done.says}${left}` };
}
const ownerSignal = {
    kind: "signal",
    id: "owner",
    title: "The recorded release answers on its own port",
    required: true,
};
/** Once more when all is done: what was recorded is what answers. A recorded release is not reversed any more. */
async function change_lastLook(run, change, verifier) {
    if (run.world.cancellation.cancelled) {
        await run.recorder.warn("Cancelled when all steps were done: which process answers on the slot's port was not checked again.");
        return { ends: null, fleet: null };
    }
    const last = { fleet: null };
    const judgement = await judged_judged(run, ownerSignal, async () => {
        const seen = await change.target.observe();
        if ("failed" in seen)
            return seen.failed;
        last.fleet = seen.fleet;
        return judgeServed(change.target, verifier, seen.fleet);
    });
    if (judgement.verdict === "pass")
        return { ends: null, fleet: last.fleet };
    const ends = (0,stage/* stopped */.c)(judgement, `It was recorded on ${change.environment.name}: look at that host now.`);
    // Whoever rolls back has an incident, and it goes on.
    return { ends: change.kind === "rollback" ? { ...ends, decision: "rollback-failed" } : ends };
}
/** Does every host serve, on the slot's port and through the router, the release that it has on record? */
async function judgeServed(target, verifier, fleet) {
    const unrecorded = fleet.hosts.find(({ active }) => active === null);
    if (unrecorded !== undefined)
        return noRelease(unrecorded.host);
    const places = fleet.hosts.flatMap((facts) => (0,fleet_fleet/* recordedPlaces */.RM)([facts]).map((place) => ({ facts, place })));
    const looks = await Promise.all(places.map(async ({ facts, place: { host, slot, release } }) => {
        const owner = ownerSeen(facts, { slot, release }) ?? (await verifier.owner({ host, slot, release }));
        if (owner.verdict !== "pass")
            return owner;
        const routed = target.routed(fleet, slot);
        return routed.verdict === "pass" ? owner : routed;
    }));
    return looks.find(({ verdict }) => verdict !== "pass") ?? looks.at(-1) ?? noRelease("The target");
}
/** What serves as it was recorded needs no other look; null where it does not, and the host is to say more of it. */
function ownerSeen({ host, slots }, { slot, release }) {
    const { running = null, listens } = slots[slot] ?? {};
    if (running?.release !== release || listens !== true)
        return null;
    return judgeAnswering({ host, slot, release }, { process: running, listener: "own", stranger: "" });
}
function noRelease(place) {
    return { verdict: "error", reason_code: "state_unknown", says: `${place} has no verified release.` };
}
/** `before` are the lines of a plan that was performed already. */
async function showPlan(run, plan, before = []) {
    const lines = batches(plan.steps).map(batchText);
    await run.recorder.set({ plan: [...before, ...lines] });
    await run.world.log.group(`Plan: ${plan.says}`, async () => {
        for (const [index, line] of lines.entries())
            run.world.log.info(`${index + 1}. ${line}`);
    });
    for (const warning of plan.warnings)
        await run.recorder.warn(warning);
}

// EXTERNAL MODULE: ./build/src/commands/host.js
var commands_host = __webpack_require__(3620);
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



const schema = ["backup", "migrate", "revert", "kept-schema", "look-down", "evaluate"];
/**
 * Parts that only these operations need. All others are sent with each: the shell of a host reads all that it is sent
 * before it begins, which costs it more than most operations do.
 */
const onlyFor = {
    "host/33-files.sh": ["acquire-lock", "stock", "assemble"],
    "host/34-assemble.sh": ["assemble"],
    "host/36-migrate.sh": schema,
    "host/37-backup.sh": ["backup"],
    "host/38-postgres.sh": ["backup"],
    "host/39-revert.sh": schema,
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
function remedies_remedyOf(code, { router }) {
    return code === "router_failed" ? router.remedy : (remedies[code] ?? "");
}

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

;// CONCATENATED MODULE: ./build/src/targets/hosts/call.js







/** Operations that may be asked twice: they change nothing, or the same again. */
const repeatable = new Set([
    ...["observe", "fit", "running", "log", "router", "stock"],
    ...["router-counts", "memory", "evaluate", "kept-schema", "look-down"],
    ...["acquire-lock", "renew", "release-lock"],
]);
/** Between two attempts to reach a host, milliseconds, and how many there are at most. */
const call_pauseMs = 500;
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
        const judgement = report.failure === null ? withoutReason(calling, { way, report, ran }) : call_refused(host, report.failure);
        return { remedy: remedies_remedyOf(judgement.reason_code, environment), ...judgement, tail: tail.slice(-4_000) };
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
        if (!again || tries === 0 || left <= 2 * call_pauseMs)
            return ran;
        await clock.sleep(call_pauseMs);
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
function call_refused(host, { reason_code, says }) {
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
const looks_freshMs = 10_000;
function looksOf(clock) {
    const seen = new Map();
    return {
        keep: (host, report) => seen.set(host, { report, at: clock.ticks() }),
        take(host) {
            const found = seen.get(host);
            seen.delete(host);
            return found !== undefined && clock.ticks() - found.at < looks_freshMs ? found.report : null;
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
const packer_limitMs = 300_000;
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
    const ran = await shell.run({ argv: (0,tar/* unpackInto */.Z8)(folder, path), limitMs: packer_limitMs, onCancel: "end" });
    return ran.code === 0 ? null : { wrong: `the tarball could not be unpacked on this runner: ${lastLine(ran.stderr)}` };
}
async function packOf({ shell, files }, { scratch }, { paths, name }) {
    const path = (0,external_node_path_.join)(scratch, `${name}.pack`);
    const text = ["list", ...paths.map((one) => `release/${one}`)].map((one) => `${one}\0`).join("");
    const ran = await shell.run({ argv: (0,tar/* packListed */.H3)(scratch, path), stdin: { text }, limitMs: packer_limitMs, onCancel: "end" });
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
// EXTERNAL MODULE: ./build/src/strategies/facts.js
var strategies_facts = __webpack_require__(1832);
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
    const ports = (0,strategies_facts/* slotNames */.Do)(fleet).map((name) => [name, { port: (0,strategies_facts/* hostsOf */.PP)(fleet, name)[0]?.slots[name]?.port ?? 0 }]);
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
    const missing = (0,strategies_facts/* slotNames */.Do)(fleet).flatMap((slot) => (0,strategies_facts/* servers */.b0)(fleet, slot).filter((name) => !known(name)));
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
    return fleet.groups !== undefined || (0,strategies_facts/* slotNames */.Do)(fleet).length === 1 ? "as the hosts are named" : "`<host>-<slot>`";
}
/** Why the release cannot go anywhere: no host of the group that does not serve can be reached. */
function groupAway(fleet, release) {
    const { groups, away = [] } = fleet;
    if (groups === undefined || (0,strategies_facts/* freeSlots */.iA)(fleet, release).length > 0)
        return null;
    const gone = (0,strategies_facts/* slotNames */.Do)(fleet).filter((slot) => (0,strategies_facts/* hostsOf */.PP)(fleet, slot).length === 0);
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
function lacking(files, { has }) {
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
const send_tries = 5;
const send_pauseMs = 500;
/** Why a host may not have answered that is over in a moment. */
const unanswered = ["state_unknown", "target_unreachable", "step_running"];
/** Sends a file, and after a drop what is missing of it. That what arrived is the file is proved where it is used. */
async function send_send(hosts, sending) {
    const { clock, environment } = hosts.options;
    const { host, name, file, limitMs } = sending;
    const ends = clock.ticks() + limitMs;
    let { stock } = sending;
    let bytes = 0;
    let resumed = 0;
    for (let left = send_tries;; left -= 1) {
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
            ? remedies_remedyOf("disk_full", environment)
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
    const sent = await send_send(hosts, {
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
    const lacks = lacking(files, stock);
    // Of another application, or another Erlang: the tarball is the smaller pack, and needs none of the host's files.
    if (sizeOf(lacks) * 2 > sizeOf(files))
        return { why: null, bytes: 0 };
    const pack = await hosts.packer.pack(lacks.map(({ path }) => path));
    if ("wrong" in pack)
        return { why: `${pack.wrong}.`, bytes: 0 };
    const sent = await send_send(hosts, { host, release: id, limitMs, stock, name: `${id}.pack`, file: pack });
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
        remedy: remedies_remedyOf("disk_full", environment),
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
var registry = __webpack_require__(7044);
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
    const carrier = (0,registry/* openTransports */.H)({
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
        return { reason_code, says: words.join(" "), remedy: remedies_remedyOf(reason_code, environment) };
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
function fit_unknown(what) {
    const says = `This host did not report its ${what}.`;
    return { reason_code: "host_unsuitable", says, remedy: "Log in there, and try `date` and `df`." };
}
/** The host looked at its clock between our sending and our receiving. */
function wrongClock({ report, sent, received }) {
    const seconds = (0,host_record/* whole */.W)(valuesOf(report, "now")[0]);
    if (seconds === null)
        return [fit_unknown("time")];
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
        return [fit_unknown("free disk space")];
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
async function observe_answering({ call }, host, slot) {
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
function backedUp(report) {
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
const schema_versions_asked = (module, name) => `if(Code.ensure_loaded?(${module}) and function_exported?(${module}, :${name}, 0), do: ${module}.${name}())`;
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
      with Ecto.Adapters.Postgres <- ${schema_versions_asked("pd_repo", "__adapter__")},
           {:ok, %{rows: [[pd_oldest]]}} <- pd_repo.query("${oldestOpen}", [], log: false),
           do: IO.puts(:stderr, "phoenix-deploy oldest: #{pd_oldest}")
      pd_seen = {Ecto.Migrator.migrated_versions(pd_repo), Ecto.Migrator.migrations(pd_repo)}
      pd_database = with Ecto.Adapters.Postgres <- ${schema_versions_asked("pd_repo", "__adapter__")},
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
  pd_adapter = ${schema_versions_asked("pd_repo", "__adapter__")}
  ${schema_versions_asked("pd_adapter", "supports_ddl_transaction?")} == false
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
  pd_owner = (${schema_versions_asked("pd_repo", "config")} || [])[:otp_app] || pd_app
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
  pd_adapter = ${schema_versions_asked("pd_repo", "__adapter__")}
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
            ? `The schema was up to date: ${migrating_newest(after) ?? "no version"}.`
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
const migrating_newest = (versions) => [...versions].sort((a, b) => Number(a) - Number(b)).at(-1);

// EXTERNAL MODULE: ./build/src/domain/fleet/schema.js
var fleet_schema = __webpack_require__(258);
// EXTERNAL MODULE: ./build/src/domain/rollback/procedures.js
var procedures = __webpack_require__(2557);
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
    const active = (0,strategies_facts/* activeOf */.m3)(fleet);
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
    const ends = (0,strategies_facts/* slotNames */.Do)(fleet).flatMap((slot) => {
        const running = fleet.hosts.filter((host) => (0,strategies_facts/* runs */.Np)(host, slot, between.left));
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
    const slot = (0,strategies_facts/* slotNames */.Do)(fleet).find((name) => fleet.hosts.some((host) => (0,strategies_facts/* runs */.Np)(host, name, left) && (0,strategies_facts/* mayTakeTraffic */.Gx)(fleet, host, name)));
    if (slot === undefined)
        return null;
    return {
        refused: "schema_in_use",
        says: `${left} in slot ${slot} still takes requests, and needs the schema.`,
        remedy: "Send them to the release that serves, and run again.",
    };
}

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

// EXTERNAL MODULE: ./build/src/strategies/registry.js + 7 modules
var strategies_registry = __webpack_require__(1628);
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
    const lacking = (0,strategies_facts/* placesFor */.Wu)(fleet, to).filter((host) => !host.releases.includes(to));
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
    const active = (0,strategies_facts/* activeOf */.m3)(fleet);
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
    const refused = groupAway(fleet, target) ?? markedBad(fleet, target, instead) ?? rollback_lacking(fleet, target, choosing);
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
function rollback_lacking(fleet, release, { carried }) {
    const host = (0,strategies_facts/* placesFor */.Wu)(fleet, release).find(({ releases }) => !releases.includes(release));
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
    const serving = fleet.hosts.flatMap((host) => (0,strategies_facts/* slotNames */.Do)(fleet)
        .filter((slot) => fleet.router === null || (0,strategies_facts/* takesTraffic */.CS)(fleet, host, slot))
        .map((slot) => host.slots[slot]?.running?.release ?? active.release));
    return serving.find((release) => release !== active.release && release !== goesTo) ?? null;
}

;// CONCATENATED MODULE: ./build/src/strategies/schema-return.js

/** What the schema goes back to, and where that was recorded; a refusal where nobody recorded it. */
function schema_return_recordOf({ left }, records) {
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
        .reduce((one, other) => (other < one ? other : one), newestOf(look));
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
function newestOf({ applied }) {
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
        facts: by_hand_factsOf(work),
        parts: [
            login(environment, everyHost(environment)),
            by_hand_look(work),
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
function by_hand_factsOf({ environment, place }) {
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
function by_hand_look({ environment, place }) {
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
const reverting_lookMs = 10 * 60_000;
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
    const record = schema_return_recordOf(between, records);
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
    const report = await hosts.call({ host, op: "look-down", values, limitMs: reverting_lookMs });
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
        done: backedUp,
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
        done: operations_recorded,
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
function operations_recorded(report) {
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
    const active = (0,strategies_facts/* activeOf */.m3)(fleet);
    const behind = fleet.hosts.find((host) => host.active?.release !== active?.release || host.intent !== null);
    const stray = (0,strategies_facts/* carried */.LT)(fleet).find(({ release }) => release !== active?.release);
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
    const active = (0,strategies_facts/* activeOf */.m3)(fleet);
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
    const mark = marks(fleet, wanted);
    const active = (0,strategies_facts/* activeOf */.m3)(fleet);
    if (active === null) {
        const says = `Stop ${release}: there is no verified release to roll back to.`;
        const steps = (0,strategies_facts/* slotNames */.Do)(fleet).flatMap((slot) => (0,leftovers/* endAttempts */.m0)({ fleet, wanted, slot }, null));
        return underLock(fleet, { owner }, { says, warnings: [], steps: [...steps, ...mark] });
    }
    const able = (0,strategies_facts/* placesFor */.Wu)(fleet, active.release).filter((host) => host.releases.includes(active.release));
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
        leaveOut: strategies_facts/* leaveOut */.ov,
        serving,
        carrying: (fleet) => [...new Set((0,strategies_facts/* carried */.LT)(fleet).map(({ release }) => release))],
        routed: (fleet, slot, shared) => {
            const meant = shared === undefined ? `${slot} alone` : `${slot} in the part that was set`;
            return routed(router.lostRemedy, (0,strategies_facts/* misrouted */.vA)(fleet, slot, shared ?? null), meant);
        },
        passes: passes,
    };
}
function serving(fleet) {
    const active = (0,strategies_facts/* activeOf */.m3)(fleet);
    if (active === null)
        return null;
    const { release, slot } = active;
    const found = fleet.hosts.find((host) => (0,strategies_facts/* runs */.Np)(host, slot, release));
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
            const all = await Promise.all(routerPlaces(environment).map(async (place) => questions_countsOf(place, await ask({ host: place.host, op: "router-counts", limitMs: questions_askMs }))));
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
function questions_countsOf({ own, host }, { records }) {
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
        answering: (host, slot) => observe_answering(hosts, host, slot),
        async running(host, slot) {
            const seen = await observe_answering(hosts, host, slot);
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
const targets = {
    hosts: hostsTarget,
};
/** The target of an environment, as this run may change it. */
function openTarget(options) {
    return targets[options.environment.target](options);
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
    const folder = (0,external_node_path_.join)(job.workspace, evidence_handover/* handover */.c.release);
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
        id: (0,release_release/* releaseId */.Bf)(release),
        digest,
        path: (0,external_node_path_.join)(folder, file),
        bytes,
        needs: {
            arch: release.arch,
            libc: release.needs?.libc ?? null,
            glibc: release.needs?.glibc ?? null,
            openssl: release.needs?.openssl ?? [],
            environment: release.environment ?? [],
        },
        manifest: (0,release_release/* manifestOf */.$V)(release),
        list: list === undefined ? null : { path: (0,external_node_path_.join)(folder, list.file), sha256: list.sha256 },
        scratch: (0,external_node_path_.join)(temp, "upload"),
    };
}
/**
 * The owner of a lock: this job of this attempt of this run, so that neither a re-run takes its predecessor's orphaned
 * step for its own, nor two jobs of one run each other's lock.
 */
function ownerOf({ world }) {
    return `run-${world.job.runId}-${world.job.runAttempt}-${world.job.job}`;
}

// EXTERNAL MODULE: ./build/src/domain/rollback/issue.js
var issue = __webpack_require__(4952);
// EXTERNAL MODULE: ./build/src/domain/brief/brief.js + 1 modules
var brief = __webpack_require__(1014);
// EXTERNAL MODULE: ./build/src/render/brief/parts.js
var parts = __webpack_require__(7035);
// EXTERNAL MODULE: ./build/src/render/text/markdown.js
var markdown = __webpack_require__(7103);
// EXTERNAL MODULE: ./build/src/render/text/wording.js
var wording = __webpack_require__(9700);
// EXTERNAL MODULE: ./build/src/render/watch/table.js
var table = __webpack_require__(1498);
;// CONCATENATED MODULE: ./build/src/render/github/rollback-issue.js







/** Bytes of the text; GitHub takes 65,536 characters with its marker. */
const maxIssueBytes = 60_000;
/** Rows of the timeline. */
const maxRows = 60;
/** Title and text of the issue that is opened after a rollback: what was seen, and nothing that was not. */
function renderRollbackIssue(of) {
    const { environment, left, evidence } = of;
    const version = (0,wording/* shortened */.vI)((0,release_release/* releaseVersionOf */.$_)(left), 64);
    const parts = [
        (0,markdown/* lines */.Mn)((0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(of.says, 2_000)), ...(of.remedy === "" ? [] : [(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(of.remedy, 2_000))])),
        (0,markdown/* table */.tp)(["What", ""], rowsOf(of)),
        ...figures(of),
        "### Suspect commits",
        suspects(of),
        (0,markdown/* details */.zH)("Timeline", timeline(evidence.results)),
        ...warnings(evidence.warnings),
    ];
    const body = (0,markdown/* cutTo */.yd)(`${parts.join("\n\n")}\n`, maxIssueBytes, "The run's report has all of it.");
    return { title: `${(0,wording/* shortened */.vI)(environment, 64)}: ${version} was rolled back`, body };
}
function rowsOf({ evidence, environment, left, to, reason, detail, whole, }) {
    const { run_id, run_attempt, run_url, actor, stage, started_at, finished_at, url } = evidence;
    const serves = to === null ? "nothing that was verified" : (0,wording/* shortened */.vI)(to, 100);
    const place = url === null ? (0,markdown/* cell */.Hn)((0,wording/* shortened */.vI)(environment, 64)) : (0,markdown/* link */.nf)((0,wording/* shortened */.vI)(environment, 64), url);
    const by = stage === "rollback" ? `${(0,wording/* shortened */.vI)(actor, 60)}, by hand` : `${stage}, by itself`;
    return [
        ["Environment", place],
        ["Rolled back", (0,markdown/* cell */.Hn)((0,wording/* shortened */.vI)(left, 100))],
        ["Serves now", whole ? (0,markdown/* cell */.Hn)(serves) : `${(0,markdown/* cell */.Hn)(serves)}, and not on every host that was to go back`],
        ["Reason", `${(0,markdown/* code */.aY)((0,wording/* shortened */.vI)(reason, 60))}${detail === "" ? "" : ` ${(0,markdown/* cell */.Hn)((0,wording/* shortened */.vI)(detail, 1_000))}`}`],
        ["Rolled back by", (0,markdown/* cell */.Hn)(by)],
        ["When", (0,markdown/* plainText */.wh)(`${(0,wording/* minute */.Vc)(started_at)}${finished_at === null ? "" : ` to ${(0,wording/* minute */.Vc)(finished_at)}`}`)],
        ["Run and report", (0,markdown/* link */.nf)(`run ${(0,wording/* shortened */.vI)(run_id, 30)}, attempt ${(0,wording/* shortened */.vI)(run_attempt, 10)}`, run_url)],
    ];
}
/** The numbers that the criteria were judged by. */
function figures({ evidence }) {
    const judged = evidence.results.filter(({ kind, id }) => kind === "signal" && id === "watch");
    if (evidence.watch === undefined && judged.length === 0)
        return [];
    return [
        "### What the watch saw",
        ...judged.map(({ says }) => (0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(says, 1_000))),
        ...(evidence.watch === undefined ? [] : [(0,table/* watchShown */.z)(evidence.watch)]),
    ];
}
function suspects({ suspects: found, left, to, repository }) {
    if ((0,brief/* isMissing */.b)(found))
        return (0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(found.missing, 1_000));
    const { commits, pulls } = found;
    if (commits.total === 0)
        return `${(0,markdown/* plainText */.wh)(left)} has no commit that ${(0,markdown/* plainText */.wh)(to ?? "the other")} does not have.`;
    const came = `${(0,plural/* counted */.h)(commits.total, "commit")} of ${(0,plural/* counted */.h)(pulls.total, "pull request")} came with ${left}.`;
    return [
        (0,markdown/* sentence */.em)(came),
        ...(pulls.total === 0 ? [] : [(0,parts/* pullList */.Mm)(pulls)]),
        (0,markdown/* details */.zH)((0,plural/* counted */.h)(commits.total, "commit"), (0,parts/* commitList */.WI)(commits, repository)),
    ].join("\n\n");
}
/** Each step and look in its order. */
function timeline(results) {
    const done = results.filter(({ kind, started_at }) => (kind === "step" || kind === "signal") && started_at !== undefined);
    if (done.length === 0)
        return "Nothing was done on a host.";
    const rows = done.slice(-maxRows).map((one) => {
        const at = one.host === undefined || one.title.includes(one.host) ? "" : `, ${one.host}`;
        return [
            (0,markdown/* plainText */.wh)((one.started_at ?? "").slice(11, 19)),
            (0,markdown/* cell */.Hn)((0,wording/* shortened */.vI)(`${one.title}${at}`, 200)),
            `${wording/* verdictWords */.L2[one.verdict]}, ${(0,wording/* durationText */.S5)(one.duration_ms)}`,
        ];
    });
    const cut = done.length - rows.length;
    const note = cut > 0 ? [`${(0,plural/* counted */.h)(cut, "earlier row")} in the evidence file of the run.`] : [];
    return [(0,markdown/* table */.tp)(["UTC", "What", "Ended"], rows), ...note].join("\n\n");
}
function warnings(all) {
    if (all.length === 0)
        return [];
    const list = all.slice(0, 20).map((one) => `- ${(0,markdown/* sentence */.em)((0,wording/* shortened */.vI)(one, 500))}`);
    return [(0,markdown/* details */.zH)((0,plural/* counted */.h)(all.length, "warning"), list.join("\n"))];
}

// EXTERNAL MODULE: ./build/src/domain/brief/facts.js
var brief_facts = __webpack_require__(2726);
;// CONCATENATED MODULE: ./build/src/domain/release/mix-lock.js

/** Longest mix.lock that is read, characters, and how deep its terms may lie. */
const maxCharacters = 2_000_000;
const maxDepth = 20;
/**
 * Reads mix.lock: the packages by name, or a sentence that says which line is not understood. The file is one literal
 * map, `%{"jason": {:hex, :jason, "1.4.4", …}, …}`; nothing of it is run.
 */
function mix_lock_readMixLock(text) {
    if (text.length > maxCharacters)
        return `it is longer than ${maxCharacters} characters`;
    const reader = { text, at: 0 };
    try {
        const term = readTerm(reader, 0);
        skipSpace(reader);
        if (reader.at < text.length || !("map" in term))
            return `line ${lineOf(reader)} is not understood`;
        return packagesOf(term.map);
    }
    catch (error) {
        if (error instanceof NotUnderstood)
            return error.message;
        throw error;
    }
}
/** What two locks have differently, by name. */
function mix_lock_packageChanges(before, after) {
    return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((name) => {
        const [old, now] = [before.get(name), after.get(name)];
        if (old === undefined)
            return now === undefined ? [] : [mix_lock_added(now)];
        return now === undefined ? [{ name, before: shownAs(old), after: null, how: "removed" }] : changed(old, now);
    });
}
function mix_lock_added(now) {
    return { name: now.name, before: null, after: shownAs(now), how: "added" };
}
function changed(old, now) {
    const { name } = old;
    if (old.source !== now.source)
        return [
            { name, before: `${old.version} of ${old.source}`, after: `${now.version} of ${now.source}`, how: "source" },
        ];
    if (old.version !== now.version)
        return [{ name, before: old.version, after: now.version, how: stepOf(old.version, now.version) }];
    if (old.checksum === now.checksum)
        return [];
    return [{ name, before: old.version, after: `${now.version}, another checksum`, how: "source" }];
}
function shownAs({ version, source }) {
    return source === "hexpm" ? version : `${version} of ${source}`;
}
/** Below 1.0 a new minor version may change anything, as a new major version may. */
function stepOf(before, after) {
    const [old, now] = [parseVersion(before), parseVersion(after)];
    if (old === null || now === null)
        return "other";
    const order = compareVersions(now, old);
    if (order === 0)
        return "other";
    if (order < 0)
        return "older";
    const [major, minor] = old.core;
    return now.core[0] !== major || (major === 0n && now.core[1] !== minor) ? "major" : "newer";
}
class NotUnderstood extends (/* unused pure expression or super */ null && (Error)) {
}
function fail(reader) {
    throw new NotUnderstood(`line ${lineOf(reader)} is not understood`);
}
function lineOf({ text, at }) {
    return text.slice(0, at).split("\n").length;
}
function packagesOf(pairs) {
    const found = new Map();
    for (const [name, term] of pairs) {
        const one = packageOf(name, "tuple" in term ? term.tuple : []);
        if (one === null)
            return `the entry of \`${name.slice(0, 100).replaceAll("`", "'")}\` is not understood`;
        found.set(name, one);
    }
    return found;
}
/**
 * `{:hex, :name, "version", "checksum", managers, dependencies, "repository", …}` or `{:git, "url", "commit", opts}`.
 */
function packageOf(name, [manager, ...rest]) {
    if (manager === undefined || !("atom" in manager))
        return null;
    if (manager.atom === "hex") {
        const [, version, checksum, , , repository, outer] = rest.map(textOf);
        if (version === undefined || version === "")
            return null;
        return { name, version, source: repository || "hexpm", checksum: outer || checksum || "" };
    }
    const [url, commit] = rest.map(textOf);
    if (manager.atom !== "git" || url === undefined || url === "" || commit === undefined || commit === "")
        return null;
    const options = rest[2] !== undefined && "list" in rest[2] ? rest[2].list : [];
    const named = options
        .flatMap((one) => ("tuple" in one ? [one.tuple.map(textOf)] : []))
        .find(([key]) => key === "tag" || key === "branch");
    return {
        name,
        version: `${commit.slice(0, 12)}${named?.[1] ? ` (${named[1]})` : ""}`,
        source: url,
        checksum: commit,
    };
}
/** A string or an atom as text; empty for another term. */
function textOf(term) {
    return "text" in term ? term.text : "atom" in term ? term.atom : "";
}
function readTerm(reader, depth) {
    skipSpace(reader);
    if (depth > maxDepth)
        return fail(reader);
    const { text, at } = reader;
    if (text.startsWith("%{", at)) {
        reader.at += 2;
        return { map: readMembers(reader, "}", depth).map((one) => pairOf(reader, one)) };
    }
    switch (text[at]) {
        case "{":
            reader.at += 1;
            return { tuple: readMembers(reader, "}", depth) };
        case "[":
            reader.at += 1;
            return { list: readMembers(reader, "]", depth) };
        case '"':
            return { text: readString(reader) };
        default:
            return { atom: readAtom(reader) };
    }
}
/** Members up to the closing mark. A pair, `key: value` or `"key" => value`, is a tuple of two. */
function readMembers(reader, close, depth) {
    const members = [];
    for (;;) {
        skipSpace(reader);
        if (reader.text[reader.at] === close)
            break;
        members.push(readMember(reader, depth + 1));
        skipSpace(reader);
        const mark = reader.text[reader.at];
        if (mark === close)
            break;
        if (mark !== ",")
            return fail(reader);
        reader.at += 1;
    }
    reader.at += 1;
    return members;
}
function readMember(reader, depth) {
    const bare = matching(reader, /([A-Za-z_][\w@]*[?!]?):(?=\s)/y);
    if (bare !== null)
        return { tuple: [{ atom: bare }, readTerm(reader, depth)] };
    const key = readTerm(reader, depth);
    if ("text" in key && matching(reader, /(:)(?=\s)/y) !== null)
        return { tuple: [{ atom: key.text }, readTerm(reader, depth)] };
    skipSpace(reader);
    return matching(reader, /(=>)/y) === null ? key : { tuple: [key, readTerm(reader, depth)] };
}
function pairOf(reader, member) {
    const [key, value, ...more] = "tuple" in member ? member.tuple : [];
    if (key === undefined || value === undefined || more.length > 0)
        return fail(reader);
    const name = textOf(key);
    return name === "" ? fail(reader) : [name, value];
}
/** A string without interpolation, which would be code. */
function readString(reader) {
    const body = matching(reader, /"((?:[^"\\#\n]|\\[^\n]|#(?!\{))*)"/y);
    return body === null ? fail(reader) : body.replaceAll(/\\(.)/g, "$1");
}
/** `:name`, `:"name"`, `true`, `nil` or a number. */
function readAtom(reader) {
    const plain = matching(reader, /:?([A-Za-z_][\w@]*[?!]?|\d{1,15})/y);
    if (plain !== null)
        return plain;
    if (reader.text[reader.at] !== ":")
        return fail(reader);
    reader.at += 1;
    return readString(reader);
}
/** The first group of what stands here, which is passed over; null where it does not match. */
function matching(reader, pattern) {
    pattern.lastIndex = reader.at;
    const found = pattern.exec(reader.text);
    if (found === null)
        return null;
    reader.at = pattern.lastIndex;
    return found[1] ?? "";
}
/** White space and comments. */
function skipSpace(reader) {
    matching(reader, /((?:\s|#[^\n]*)*)/y);
}

;// CONCATENATED MODULE: ./build/src/stages/brief/changes.js






/** Entries of each list that a brief keeps. */
const maxEntries = 200;
/** Commits whose pull requests GitHub is asked for, newest first; the subjects of the others may name theirs. */
const maxAsked = 25;
/** What lies between two commits, by git of the checkout; whose pull requests, by GitHub. */
async function readChanges(run, compared) {
    const { repository } = run.world;
    const { from, to } = compared;
    const own = await pullsOfCommit(run, to);
    const pullRequest = Array.isArray(own) ? (own.find(({ mergedAs }) => mergedAs !== null)?.number ?? null) : null;
    const shallow = await repository.isShallow();
    if ((await repository.commitOf(from)) === null) {
        const remedy = shallow
            ? "Give actions/checkout `fetch-depth: 0`."
            : "Was the history rewritten? Compare with the release that runs by hand.";
        const missing = `Commit \`${from.slice(0, 12)}\` is not in this checkout, so nothing can be compared. ${remedy}`;
        return { changes: { missing }, pullRequest };
    }
    const [commits, undone, files] = await Promise.all([
        repository.commitsBetween(from, to),
        repository.commitsBetween(to, from),
        repository.changedBetween(from, to),
    ]);
    const { pulls, note, pullOf } = await pullsBehind(run, commits, { ...compared, own });
    const known = (one) => kept(one, pullOf(one));
    const changes = {
        commits: cutList(commits, known),
        undone: cutList(undone, (one) => kept(one, pullInSubject(one.subject))),
        pulls: { ...firstOf(pulls, maxEntries), note },
        ...pathsIn(run, files, compared.config),
        packages: await packagesIn(run, files, compared),
        note: noteOn({ shallow, listed: Math.max(commits.length, undone.length) }),
    };
    return { changes, pullRequest };
}
function noteOn({ shallow, listed }) {
    if (shallow)
        return "The history is cut off: commits may be missing. Give actions/checkout `fetch-depth: 0`.";
    return listed >= maxListed ? `There are ${maxListed} commits or more: no more were listed.` : "";
}
function cutList(all, keep) {
    return { total: all.length, list: all.slice(0, maxEntries).map(keep) };
}
function kept({ sha, subject, author }, pull) {
    return { sha, subject: (0,wording/* shortened */.vI)(subject, 300), author: (0,wording/* shortened */.vI)(author, 100), pull };
}
async function pullsOfCommit({ world }, sha) {
    const answer = await world.github.pullRequestsOf(sha);
    if (answer.ok)
        return answer.value;
    const { status, why } = answer;
    const remedy = status === 403 || status === 404 ? " Give the job `pull-requests: read`." : "";
    return {
        why: `GitHub did not say which pull requests these commits are of (${status === 0 ? why : `${status}: ${why}`}); ` +
            `those that subjects name are listed.${remedy}`,
    };
}
/** Commits with the pull request of each, and these; where GitHub does not say, those that subjects name. */
async function commitsWithPulls(run, commits, { to, repository }) {
    const own = await pullsOfCommit(run, to);
    const { pulls, note, pullOf } = await pullsBehind(run, commits, { own, to, repository });
    return { commits: cutList(commits, (one) => kept(one, pullOf(one))), pulls: { ...(0,brief_facts/* firstOf */.Ku)(pulls, maxEntries), note } };
}
/** The pull requests of these commits. Where GitHub does not say, those that subjects name. */
async function pullsBehind(run, commits, { own, to: head, repository }) {
    const found = new Map();
    const ofCommit = new Map();
    // The first answer, that of this commit, says whether the token may ask at all.
    const ask = async ({ sha }) => [sha, sha === head ? own : await pullsOfCommit(run, sha)];
    const answers = "why" in own ? [] : await Promise.all(commits.slice(0, maxAsked).map(ask));
    let note = "why" in own ? own.why : "";
    for (const [sha, answer] of answers) {
        if ("why" in answer) {
            note = answer.why;
            continue;
        }
        const [one] = answer.filter(({ mergedAs }) => mergedAs !== null);
        if (one === undefined)
            continue;
        const { number, title, author, url } = one;
        found.set(number, {
            number,
            title: (0,wording/* shortened */.vI)(title, 300),
            author: (0,wording/* shortened */.vI)(author, 100),
            url: (0,wording/* shortened */.vI)(url, 300),
        });
        ofCommit.set(sha, number);
    }
    const pullOf = ({ sha, subject }) => ofCommit.get(sha) ?? (0,brief_facts/* pullInSubject */.Jv)(subject);
    for (const commit of commits) {
        const number = pullOf(commit);
        if (number === null || found.has(number))
            continue;
        const title = (0,wording/* shortened */.vI)(commit.subject.replace(/ *\(#\d+\)$/, ""), 300);
        found.set(number, { number, title, author: (0,wording/* shortened */.vI)(commit.author, 100), url: `${repository}/pull/${number}` });
    }
    return { pulls: [...found.values()], note, pullOf };
}
/** Changed files by what they mean; of a project in a folder of the repository those below it. */
function pathsIn(run, files, config) {
    const folder = folderOf(run);
    const below = folder === "" ? "" : `${folder}/`;
    const own = (path) => path.startsWith(below);
    const configuration = files.filter(({ path }) => path === config || (own(path) && isConfiguration(path.slice(below.length))));
    const migrations = files.filter(({ path }) => own(path) && isMigration(path));
    return {
        files: files.length,
        configuration: firstOf(configuration, maxEntries),
        migrations: firstOf(migrations, maxEntries),
    };
}
/** What mix.lock has differently, with the advisories that apply to this release. */
async function packagesIn(run, files, { from, to, advisories }) {
    const path = join(folderOf(run), "mix.lock");
    const at = (commit) => run.world.repository.fileAt(commit, path);
    try {
        if (!files.some((one) => one.path === path)) {
            const there = (await at(to)) !== null;
            return there ? { total: 0, list: [] } : { missing: `There is no ${path}: dependencies cannot be compared.` };
        }
        const read = async (commit) => readMixLock((await at(commit)) ?? "%{}");
        const [before, after] = [await read(from), await read(to)];
        if (typeof before === "string")
            return { missing: `${path} of ${from.slice(0, 12)}: ${before}.` };
        if (typeof after === "string")
            return { missing: `${path} of ${to.slice(0, 12)}: ${after}.` };
        const changes = packageChanges(before, after);
        const list = changes.slice(0, maxEntries).map(({ name, before: was, after: is, how }) => ({
            name: shortened(name, 100),
            before: was === null ? null : shortened(was, 200),
            after: is === null ? null : shortened(is, 200),
            how,
            advisories: advisories.filter((one) => one.package === name).map(({ says }) => says),
        }));
        return { total: changes.length, list };
    }
    catch (error) {
        return { missing: `${path} cannot be compared: ${errorText(error)}.` };
    }
}
/** The project's folder from the repository's root; empty for the root itself. */
function folderOf({ world, settings }) {
    return relative(world.job.workspace, settings.projectPath);
}

;// CONCATENATED MODULE: ./build/src/stages/rollback/issue.js






/**
 * Opens the issue of a rollback, where the settings ask for one: by hand with its reason, or by promote itself. It is
 * found again by its marker and gets a comment when the same release is rolled back there again. What cannot be written
 * is a warning.
 */
async function openRollbackIssue(run, environment, { conclusion, why }) {
    const { issue: rule } = environment;
    if (rule === undefined || run.world.cancellation.cancelled)
        return;
    try {
        const of = await rolledBack(run, environment, { conclusion, why });
        if (of !== null)
            await write(run, of, rule);
    }
    catch (error) {
        await run.recorder.warn(`The issue about the rollback of ${environment.name} was not opened: ${(0,error_text/* errorText */.k)(error)}.`);
    }
}
/** Null where nothing was rolled back, nor was tried to be. */
async function rolledBack(run, { name }, { conclusion, why }) {
    const { world, recorder } = run;
    const of = (0,rollback_outcome/* rolledBackRelease */.pi)({ ...recorder.evidence, ...conclusion });
    if (of === null)
        return null;
    const { left, back, everywhere } = of;
    const { reason_code, says, remedy = "" } = conclusion;
    const repository = world.job.runUrl.replace(/\/actions\/runs\/.*$/, "");
    return {
        evidence: { ...recorder.evidence, finished_at: world.clock.now().toISOString() },
        ...{ environment: name, left, to: back, says, remedy, repository },
        reason: why?.reason ?? reason_code,
        detail: why?.detail.trim() ?? "",
        whole: everywhere,
        suspects: await suspectsOf(run, name, { left, back, repository }),
    };
}
/** What came with the release that was left, by GitHub's own comparison: the checkout may have no history. */
async function suspectsOf(run, environment, { left, back, repository }) {
    if (back === null)
        return { missing: "No release was verified before it: all of its commits are new here." };
    const { github, clock } = run.world;
    const read = await github.deploymentHistory(environment, clock.now().toISOString());
    const history = read.ok ? read.value.deployments : [];
    const [to, from] = await Promise.all([left, back].map((id) => commitOfRelease(run, id, history)));
    const unknown = to == null ? left : from == null ? back : null;
    if (unknown !== null || to == null || from == null) {
        const how = "Tag each version, or give the job `deployments: write`, so that the next one is.";
        return { missing: `The commit of ${unknown} is not known: no tag and no record of a deployment names it. ${how}` };
    }
    const compared = await github.comparedCommits(from, to);
    if (!compared.ok)
        return { missing: `GitHub did not compare ${from.slice(0, 12)} with ${to.slice(0, 12)}: ${compared.why}.` };
    const { total, commits } = compared.value;
    const found = await commitsWithPulls(run, commits, { to, repository });
    return { ...found, commits: { ...found.commits, total: Math.max(total, found.commits.total) } };
}
async function write({ world, recorder }, of, rule) {
    const answer = await world.github.markedIssue({ marker: (0,issue/* issueMarker */.Q)(of), ...renderRollbackIssue(of), ...rule });
    if (!answer.ok) {
        const { status, why } = answer;
        const remedy = status === 403 || status === 404 ? " Give the job `issues: write`, or set `issue: off`." : "";
        const reason = status === 0 ? why : `${status}: ${why}`;
        await recorder.warn(`The issue about the rollback of ${of.environment} was not opened (${reason}).${remedy}`);
        return;
    }
    const { number, url, created, without } = answer.value;
    world.log.info(`${created ? "Opened" : "Commented on"} issue #${number}: ${url}`);
    if (without !== "")
        await recorder.warn(`Issue #${number} has neither labels nor assignees, since GitHub refused them: ${without}.`);
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

;// CONCATENATED MODULE: ./build/src/stages/deploy.js






/** Deploys a release to an environment and verifies it there; rolls back when it fails. */
async function deploy(run, request) {
    const { environment, release, target, jobId = "" } = request;
    const id = (0,release_release/* releaseId */.Bf)(release);
    const wanted = wantedOf(run, request, id);
    const conclusion = await changeTarget(run, {
        kind: "deploy",
        environment,
        target,
        wanted: () => wanted,
        dryRun: request.dryRun,
        plan: (fleet) => target.plan(fleet, wanted),
        measureFirst: request.watchMs > 0,
        ...(request.begins === undefined ? {} : { begins: request.begins }),
        record: { jobId, why: "" },
        done: { ...request.done, says: `${release.version} (${id}) runs on ${environment.name} and was verified.` },
    });
    setOutputs(run, id);
    await openRollbackIssue(run, environment, { conclusion, why: null });
    if (request.dryRun)
        await recordDryRun(run, { environment, jobId });
    return conclusion;
}
/** What the planner must know of this deployment. */
function wantedOf(run, request, release) {
    return wantedFor(run.settings, request, { release, owner: ownerOf(run) });
}
/** The outputs of every action that changes a target. */
function setOutputs({ recorder }, release) {
    recorder.output("url", recorder.evidence.url ?? "");
    recorder.output("release", release);
    recorder.output("previous", recorder.evidence.from ?? "");
}

// EXTERNAL MODULE: ./build/src/gates/token.js
var token = __webpack_require__(2683);
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
        remedy: (0,token/* tokenRemedy */.S)({ status, why }) ??
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

;// CONCATENATED MODULE: ./build/src/gates/gate.js
/** A gate that is judged from one kind of facts, and has no row without them. */
function defineGate(gate) {
    const { judge, of, optional } = gate;
    return {
        ...gate,
        judge: (facts) => {
            const mine = facts[of];
            return mine === null ? null : judge(mine);
        },
        optional: (facts) => {
            const mine = facts[of];
            return mine !== null && (optional?.(mine) ?? false);
        },
    };
}
/** A gate that another one kept from being judged: what is missing is said there. */
function notJudged(why) {
    return { verdict: "not-run", reason_code: "not_judged", says: `Not judged: ${why}.` };
}

;// CONCATENATED MODULE: ./build/src/gates/pull-request-approval.js



/** The last opinion of each reviewer: a comment changes none, a dismissed review is none. */
function opinionsOf(reviews) {
    const deciding = reviews.filter(({ state }) => ["APPROVED", "CHANGES_REQUESTED", "DISMISSED"].includes(state));
    return [...new Map(deciding.map((one) => [one.userId, one])).values()];
}
/**
 * Reviews count that approve the exact commit, by people who may write. The commit is the head that was merged as this
 * run's commit, or this run's commit itself.
 */
function judgePullRequest(environment, asked) {
    const counted = countedBy(environment, asked);
    if ("refused" in counted)
        return counted.refused;
    const { pull, approving } = counted;
    const names = loginsOf(approving);
    return {
        verdict: "pass",
        reason_code: "approved",
        says: `${names.join(", ")} approved #${pull.number} at ${pull.headSha.slice(0, 12)}, which is this commit.`,
        facts: {
            ...{ approval: "approved", by: "pull-request", approvers: names.join(", "), self_approved: false },
            ...{ pull_request: pull.number, reviewed: pull.headSha, required: asked.required },
        },
        warnings: [`${environment} is approved by reviews of the pull request: GitHub did not hold this job for a person.`],
    };
}
/** Of those who approved, enough are neither the author nor who started the run or merged, which pushes. */
function judgeOtherReviewers(environment, asked, rule) {
    const counted = countedBy(environment, asked);
    if ("refused" in counted)
        return notJudged("there is no approval that counts");
    if (!asked.run.ok)
        return notReadable("This run", { environment, by: "pull-request" }, asked.run);
    const { pull, approving } = counted;
    const { actorId, triggeringActorId } = asked.run.value;
    const others = approving.filter(({ userId }) => ![pull.authorId, actorId, triggeringActorId].includes(userId));
    if (others.length >= asked.required) {
        const says = `${loginsOf(others).join(", ")} neither wrote #${pull.number} nor started this run.`;
        return { verdict: "pass", reason_code: "passed", says };
    }
    const own = loginsOf(approving.filter((one) => !others.includes(one))).join(", ");
    if (rule === "allow") {
        const says = `${own} approved #${pull.number} and started this run (\`self-approval: allow\`).`;
        return { verdict: "pass", reason_code: "approved", says, facts: { approval: "self-approved" }, warnings: [says] };
    }
    return refusedAs("self-approved", {
        reason_code: "self_approval",
        says: `${own} approved #${pull.number} and wrote it or started this run: ` +
            `${others.length} of ${asked.required} required approvals are by others.`,
        remedy: "Let somebody else merge or start the run, or have another person approve the pull request. " +
            "`self-approval: allow` counts them, and the report shows it.",
    });
}
function countedBy(environment, { sha, pulls, required }) {
    if (!pulls.ok)
        return { refused: notReadable("The pull requests of this commit", { environment, by: "pull-request" }, pulls) };
    const exact = pulls.value.filter(({ pull }) => pull.mergedAs === sha || pull.headSha === sha);
    const [first] = exact;
    if (first === undefined)
        return { refused: noPullRequest(sha, pulls.value) };
    const results = exact.map((one) => countedOf(environment, one, required));
    return results.find((one) => "approving" in one) ?? results[0] ?? { refused: noPullRequest(sha, []) };
}
function countedOf(environment, { pull, reviews, permissions }, required) {
    if (!reviews.ok)
        return { refused: notReadable(`The reviews of #${pull.number}`, { environment, by: "pull-request" }, reviews) };
    const opinions = opinionsOf(reviews.value);
    const unknown = opinions.map(({ login }) => permissions[login]).find((one) => one !== undefined && !one.ok);
    if (unknown !== undefined && !unknown.ok)
        return {
            refused: notReadable(`What reviewers of #${pull.number} may do`, { environment, by: "pull-request" }, unknown),
        };
    const writes = ({ login }) => {
        const answer = permissions[login];
        return answer?.ok === true && ["admin", "maintain", "write"].includes(answer.value);
    };
    const against = opinions.filter((one) => one.state === "CHANGES_REQUESTED" && writes(one));
    if (against.length > 0) {
        const says = `${loginsOf(against).join(", ")} requested changes of #${pull.number}.`;
        const remedy = "Make the changes in a new pull request, or have the review dismissed, and run the job again.";
        return { refused: refusedAs("rejected", { reason_code: "approval_rejected", says, remedy }) };
    }
    const why = opinions.map((one) => ({ one, not: doesNotCount(one, pull, writes(one)) }));
    const approving = why.flatMap(({ one, not }) => (not === null ? [one] : []));
    if (approving.length >= required)
        return { pull, approving };
    const others = why.flatMap(({ one, not }) => (not === null ? [] : [`${one.login} ${not}`]));
    return {
        refused: refusedAs("not-approved", {
            reason_code: "approval_missing",
            says: `#${pull.number} has ${(0,plural/* counted */.h)(approving.length, "approving review")} of ${required} at ` +
                `${pull.headSha.slice(0, 12)}${others.length === 0 ? "" : `, since ${(0,plural/* someOf */.y)(others)}`}.`,
            remedy: "Have people with write access approve the newest commit of the pull request, and run the job again.",
        }),
    };
}
/** Why an opinion is no approval; null where it is one. */
function doesNotCount({ state, bot, commit }, { headSha }, writes) {
    if (state === "DISMISSED")
        return "was dismissed";
    if (state !== "APPROVED")
        return "has not approved";
    if (bot)
        return "is no person";
    if (!writes)
        return "may not write";
    return commit === headSha ? null : `approved ${commit?.slice(0, 12) ?? "another commit"}`;
}
function noPullRequest(sha, pulls) {
    const commit = sha.slice(0, 12);
    const numbers = pulls.map(({ pull }) => `#${pull.number}`).join(", ");
    return refusedAs("not-approved", {
        reason_code: "approval_missing",
        says: numbers === ""
            ? `Commit ${commit} belongs to no pull request, so nobody reviewed it.`
            : `Commit ${commit} is part of ${numbers}, but is not what was merged: reviews are bound to another commit.`,
        remedy: "Merge the change by a pull request that is reviewed, and deploy the commit that it was merged as.",
    });
}
function loginsOf(reviews) {
    return [...new Set(reviews.map(({ login }) => login))];
}

;// CONCATENATED MODULE: ./build/src/gates/approval.js



/** Was this run approved? Whether by somebody else is the next gate. */
const approval = defineGate({
    id: "approval",
    title: (environment) => `Approval of ${environment}`,
    of: "approval",
    judge: (facts) => {
        const { asked, environment } = facts;
        if (asked.by === "none")
            return notRequired(environment);
        return asked.by === "pull-request" ? judgePullRequest(environment, asked) : ofEnvironment(facts, asked);
    },
});
/** The reviews of this run that name the environment. */
function reviewsOf(environment, approvals) {
    return approvals.filter((one) => one.environments.some((other) => sameName(other, environment)));
}
/** Who approved, and which of them did not start the run; null while any of it is not known or refused. */
function givenBy(environment, { approvals, run }) {
    if (!approvals.ok || !run.ok)
        return null;
    const reviews = reviewsOf(environment, approvals.value);
    if (reviews.some(({ state }) => state === "rejected"))
        return null;
    const given = reviews.filter(({ state }) => state === "approved");
    const starters = [run.value.actorId, run.value.triggeringActorId];
    return given.length === 0 ? null : { given, byOthers: given.filter((one) => !starters.includes(one.userId)) };
}
/** Logins, each once. */
function namesOf(given) {
    return [...new Set(given.map(({ login }) => login))];
}
function ofEnvironment({ environment, selfApproval }, asked) {
    const { rules, approvals, run } = asked;
    if (!rules.ok || rules.value.reviewers.length === 0)
        return notJudged(`nobody is known to review ${environment}`);
    if (!approvals.ok)
        return notReadable("The approvals of this run", { environment, by: "environment" }, approvals);
    const rejection = reviewsOf(environment, approvals.value).find(({ state }) => state === "rejected");
    if (rejection !== undefined)
        return rejected(environment, rejection);
    if (reviewsOf(environment, approvals.value).every(({ state }) => state !== "approved"))
        return notApproved(environment);
    const seen = givenBy(environment, asked);
    if (seen === null || !run.ok)
        return notReadable("This run", { environment, by: "environment" }, run.ok ? { status: 0, why: "" } : run);
    const self = seen.byOthers.length === 0;
    const counted = self ? seen.given : seen.byOthers;
    const approvers = namesOf(counted);
    const { reviewers, hasTeam } = rules.value;
    const strangers = approvers.filter((login) => !reviewers.some((reviewer) => sameName(reviewer, login)));
    return {
        verdict: "pass",
        reason_code: "approved",
        says: `${approvers.join(", ")} approved this run for ${environment}${self ? ", having started it" : ""}.`,
        facts: {
            approval: self ? "self-approved" : "approved",
            by: "environment",
            approvers: approvers.join(", "),
            comments: counted.flatMap(({ comment }) => (comment === "" ? [] : [comment])),
            self_approved: self,
            evidence: asked.jobEnvironment.ok ? asked.jobEnvironment.value.evidence : "unknown",
            attempt: run.value.attempt,
        },
        warnings: self && selfApproval === "refuse" ? [] : doubts({ environment, strangers, hasTeam, attempt: run.value.attempt }),
    };
}
/** What an approval that counts does not prove, one sentence each. */
function doubts(passed) {
    const { environment, strangers, hasTeam, attempt } = passed;
    const who = strangers.join(", ");
    return holding([
        [
            strangers.length > 0,
            hasTeam
                ? `Whether ${who} may approve ${environment} is not verifiable: a team reviews it, and its members ` +
                    "cannot be read."
                : `${who} approved ${environment} but is not among its reviewers now: the list was changed since, or an ` +
                    "administrator bypassed it.",
        ],
        [
            attempt > 1,
            `This is attempt ${attempt} of the run: GitHub does not say which attempt an approval was given for.`,
        ],
    ]);
}
function notRequired(environment) {
    const says = `${environment} requires no approval (\`approval: {by: none}\`): who can start this job can deploy.`;
    return {
        verdict: "pass",
        reason_code: "approval_not_required",
        says,
        facts: { approval: "not-gated", by: "none" },
        warnings: [says],
    };
}
function rejected(environment, { login }) {
    return refusedAs("rejected", {
        reason_code: "approval_rejected",
        says: `${login} rejected this run for ${environment}.`,
        remedy: "Settle it with them, and start a new run.",
    });
}
function notApproved(environment) {
    return refusedAs("not-approved", {
        reason_code: "approval_missing",
        says: `Nobody approved this run for ${environment}.`,
        remedy: "Start a new run, and have a reviewer approve it. A comment is no approval, and an approval for another " +
            "environment does not count here.",
    });
}

;// CONCATENATED MODULE: ./build/src/gates/backup.js

/** A restore that was tried so long ago may not work any more. */
const staleDays = 90;
/** Is there a backup to be made, or one of a provider? It is made and verified later, before the migrations. */
const backupNamed = defineGate({
    id: "backup-named",
    title: (environment) => `The database of ${environment} is backed up before migrations`,
    of: "backup",
    judge: judgeBackupNamed,
});
function judgeBackupNamed({ environment, named, byProvider, triedDaysAgo }) {
    if (named === null) {
        const says = `${environment} runs migrations and names no \`backup\`: what a migration destroys is not restored.`;
        return { verdict: "off", reason_code: "backup_not_named", says, warnings: [says] };
    }
    if (!byProvider) {
        const says = `Before migrations run, the database is backed up and that is verified: ${named}.`;
        return { verdict: "pass", reason_code: "passed", says };
    }
    if (triedDaysAgo !== null && triedDaysAgo < -1) {
        return {
            verdict: "fail",
            reason_code: "backup_not_named",
            says: `The backup of ${environment} was verified on a day that is still to come: ${named}.`,
            remedy: "Correct `backup.verified`: the day on which a restore was tried.",
        };
    }
    const stale = triedDaysAgo !== null && triedDaysAgo > staleDays;
    return {
        verdict: "pass",
        reason_code: "passed",
        says: `The database is backed up by ${named}.`,
        warnings: stale
            ? [`A restore of the backup of ${environment} was tried ${triedDaysAgo} days ago: try it again.`]
            : [],
    };
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

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 8 modules
var schemas = __webpack_require__(2716);
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
            const pin = evidence_evidence/* pinSchema */.rA.safeParse(json(value)).data;
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
    return typeof text === "string" ? (0,values_json/* readJson */.V)(text) : undefined;
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
    const value = json(text);
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
    const { pins: given, silent, misnamed, problems: faults } = readJobs(facts.jobs, facts.neverBegan);
    const pins = given.map(({ pin }) => pin);
    const read = readFiles(facts.files, given);
    const newest = evidence_newestOf(ofThisAttempt(read.links));
    const counted = newest.links.filter(({ evidence }) => counts(evidence));
    return {
        links: newest.links,
        pins,
        silent,
        misnamed,
        problems: [
            ...faults,
            ...read.problems,
            ...evidence_file_missing(facts.files, pins),
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
function evidence_newestOf(links) {
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
function deployment_deploymentOf(facts) {
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
    return status === null ? null : outcome(status, by);
}
function ofPromote(promote) {
    const { status, decision, results } = promote;
    if (status === "planned")
        return outcome("NOT DEPLOYED", promote);
    if (status === "passed")
        return outcome("SUCCESS", promote);
    const rolledBack = ofRollback(promote);
    if (rolledBack !== null)
        return rolledBack;
    if (decision === "held")
        return outcome("UNKNOWN", promote);
    if (wasCut(promote))
        return outcome(changeBegan(results) ? "UNKNOWN" : "NOT DEPLOYED", promote);
    return outcome(trafficChanged(results) ? "FAILED" : "NOT DEPLOYED", promote);
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
function outcome(status, { says, remedy }) {
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
function requireStage(chain, required) {
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
            says: `${name} ${deployment_ended(evidence)}: ${evidence.says}`,
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

;// CONCATENATED MODULE: ./build/src/gates/evidence-age.js



/** How far the clocks of two runners may be apart. */
const evidence_age_skewMs = 5 * 60_000;
/** Is the evidence young enough? What was verified long ago may have been of another world: data, services, secrets. */
const evidenceAge = defineGate({
    id: "evidence-age",
    title: () => "The evidence is recent",
    of: "evidence",
    judge: judgeAge,
});
function judgeAge(facts) {
    const { nowMs, maxAgeMs, needed } = facts;
    const links = neededLinks(facts).map(({ evidence }) => evidence);
    const odd = links.map((one) => undated(one, nowMs)).find((one) => one !== null);
    if (odd !== undefined)
        return odd;
    const ages = links
        .map((one) => ({ stage: one.stage, ms: nowMs - Date.parse(one.finished_at ?? "") }))
        .sort((one, other) => other.ms - one.ms);
    const old = ages.filter(({ ms }) => ms >= maxAgeMs);
    const [oldest] = old;
    if (oldest !== undefined) {
        return {
            verdict: "fail",
            reason_code: "evidence_expired",
            says: `The evidence of ${old.map(({ stage }) => stage).join(", ")} is older than ${spanOf(maxAgeMs)} ` +
                `(\`evidence-max-age\`): ${oldest.stage} ended ${spanOf(oldest.ms)} ago.`,
            remedy: "Run all jobs of the run again, or set a longer `evidence-max-age` for this environment.",
            facts: { oldest_seconds: Math.round(oldest.ms / 1_000), limit_seconds: Math.round(maxAgeMs / 1_000) },
        };
    }
    if (links.length < needed.length)
        return notJudged("evidence is missing");
    const eldest = ages[0];
    const says = `${eldest?.stage ?? "The stage before"} ended ${spanOf(Math.max(0, eldest?.ms ?? 0))} ago, ` +
        `the limit is ${spanOf(maxAgeMs)}.`;
    return { verdict: "pass", reason_code: "passed", says };
}
/** Evidence without an end, or that ended in the future: its age is not known. */
function undated({ stage, finished_at }, nowMs) {
    const at = Date.parse(finished_at ?? "");
    if (!Number.isFinite(at)) {
        return {
            verdict: "error",
            reason_code: "evidence_unreadable",
            says: `The evidence of ${stage} does not say when it ended.`,
            remedy: `Run ${stage} again.`,
        };
    }
    if (at - nowMs <= evidence_age_skewMs)
        return null;
    return {
        verdict: "error",
        reason_code: "clock_wrong",
        says: `${stage} ended ${spanOf(at - nowMs)} in the future by this runner's clock.`,
        remedy: "Set the clocks of the runners, and run the job again.",
    };
}

;// CONCATENATED MODULE: ./build/src/gates/evidence-gate.js


/** The stages before passed: for this repository, commit and release, by evidence that their jobs pinned. */
const evidence = defineGate({
    id: "evidence",
    title: () => "Evidence of the stages before",
    of: "evidence",
    judge: chain_judgeChain,
});

;// CONCATENATED MODULE: ./build/src/gates/freeze.js

/** Is this a time in which the environment is not changed? A rollback is never asked. */
const freeze = defineGate({
    id: "freeze",
    title: (environment) => `${environment} is not frozen`,
    of: "freeze",
    judge: judgeFreeze,
});
function judgeFreeze(facts) {
    const { environment, zone, open, override } = facts;
    if (open === null) {
        const unused = override === null ? "" : " The override was not needed.";
        return { verdict: "pass", reason_code: "passed", says: `No freeze of ${environment} holds now.${unused}` };
    }
    const until = open.to === null ? "without an end" : `until ${open.to}`;
    const frozen = `${environment} is frozen since ${open.from} ${until} (${zone}): ${freeze_sentence(open.why)}`;
    const seen = { from: open.from, to: open.to, zone, why: open.why };
    if (override === null) {
        return { verdict: "fail", reason_code: "frozen", says: frozen, remedy: freeze_remedyOf(facts), facts: seen };
    }
    const { by, allowed, reason } = override;
    if (by === null || !by.ok || allowed === null || !allowed.ok) {
        const failed = by !== null && !by.ok ? by : allowed !== null && !allowed.ok ? allowed : { why: "nobody asked" };
        return {
            verdict: "error",
            reason_code: "freeze_override_unreadable",
            says: `${frozen} Whether this run may override that could not be read: ${failed.why}.`,
            remedy: "Name logins under `freeze.override`, or give `github-token` a token that may read the members of its teams.",
            facts: seen,
        };
    }
    if (!allowed.value) {
        return {
            verdict: "fail",
            reason_code: "freeze_override_refused",
            says: `${frozen} ${by.value} may not override it.`,
            remedy: freeze_remedyOf(facts),
            facts: { ...seen, asked_by: by.value, reason },
        };
    }
    const says = `${environment} is frozen (${open.why}), and ${by.value} overrode that: ${freeze_sentence(reason)}`;
    return {
        verdict: "pass",
        reason_code: "freeze_overridden",
        says,
        facts: { ...seen, overridden_by: by.value, reason },
        warnings: [says],
    };
}
function freeze_remedyOf({ may, open }) {
    const wait = open?.to == null ? "" : "Run the job again after that";
    const let_ = may.length === 0 ? "" : `let ${may.join(" or ")} start it with \`override-freeze: <reason>\``;
    if (wait === "" && let_ === "")
        return "Remove the window from `freeze` in the settings, which names nobody who may override it.";
    return `${[wait, let_].filter((part) => part !== "").join(", or ")}.`.replace(/^l/, "L");
}
function freeze_sentence(text) {
    return /[.!?]$/.test(text) ? text : `${text}.`;
}

;// CONCATENATED MODULE: ./build/src/gates/job-environment.js


/** Does this very job run in the environment? Only then did the rules of the environment hold it. */
const jobEnvironment = defineGate({
    id: "environment",
    title: (environment) => `This job runs in ${environment}`,
    of: "approval",
    judge: ({ environment, asked }) => (asked.by === "environment" ? judge(environment, asked) : null),
});
function judge(environment, { jobEnvironment: job }) {
    if (!job.ok)
        return notReadable("This job's own deployment", { environment, by: "environment" }, job);
    const { name, evidence, waited } = job.value;
    if (name === null) {
        return refusedAs("not-gated", {
            reason_code: "environment_unproven",
            says: `Nothing shows that this job runs in environment \`${environment}\`: GitHub has no deployment of it.`,
            remedy: `Write \`environment: ${environment}\` on the job, without \`deployment: false\`, and give it ` +
                "`permissions: {actions: read, checks: read, deployments: read}`.",
        });
    }
    if (!sameName(name, environment)) {
        return refusedAs("not-gated", {
            reason_code: "environment_mismatch",
            says: `This job runs in environment \`${name}\`, not in \`${environment}\`.`,
            remedy: `Write \`environment: ${environment}\` on the job, or \`environment: ${name}\` in the action's inputs.`,
        });
    }
    return {
        verdict: "pass",
        reason_code: "passed",
        says: `This job runs in environment \`${name}\`, by ${sources[evidence]}.`,
        facts: { evidence, waited: waited ?? "unknown" },
        warnings: holding([
            [
                waited === false,
                `The deployment of this job shows no waiting: the rules of ${environment} may not have held it, or were ` +
                    "added later.",
            ],
            [
                evidence === "run-url",
                `That this job runs in ${environment} rests on the run's only deployment: GitHub's records do not name the ` +
                    "job.",
            ],
        ]),
    };
}
const sources = {
    oidc: "its own ID token",
    graphql: "the deployment of its check run",
    "log-url": "the deployment whose log is this job's",
    "run-url": "the only deployment of its run",
};

;// CONCATENATED MODULE: ./build/src/gates/lock.js

/** Asked by `explain` alone: a deployment takes the lock as its first step, and waits for it. */
const lock = defineGate({
    id: "lock",
    title: (environment) => `Nobody else changes ${environment}`,
    of: "lock",
    judge: ({ environment, seen }) => {
        if ("verdict" in seen)
            return seen;
        const held = seen.holders.map(({ host, owner }) => `${host} is locked by ${owner}`).join(", ");
        if (held === "")
            return { verdict: "pass", reason_code: "passed", says: `Nobody has the lock of ${environment}.` };
        return {
            verdict: "fail",
            reason_code: "lock_held",
            says: `${held}.`,
            remedy: "Wait for that run: a deployment waits `lock-wait` for it.",
        };
    },
});

;// CONCATENATED MODULE: ./build/src/gates/monitoring.js


/** The dashboards answer and the alerting rules exist (Phase 6: Monitoring configured). */
const monitoring = defineGate({
    id: "monitoring",
    title: (environment) => `The monitoring of ${environment} is configured`,
    of: "monitoring",
    judge: judgeMonitoring,
    optional: ({ required }) => !required,
});
function judgeMonitoring({ environment, required, seen }) {
    const facts = { monitored: seen.map(({ kind, name, state }) => ({ kind, name, state })) };
    const missing = seen.filter(({ state }) => state === "missing");
    const unknown = seen.filter(({ state }) => state === "unknown");
    if (missing.length + unknown.length === 0) {
        const kinds = [(0,plural/* counted */.h)(of(seen, "dashboard"), "dashboard"), (0,plural/* counted */.h)(of(seen, "alert"), "alerting rule")];
        return { verdict: "pass", reason_code: "passed", says: `There are ${kinds.join(" and ")}.`, facts };
    }
    const says = [...missing, ...unknown].map(wordOf).join(" ");
    const warnings = required ? [] : [`The monitoring of ${environment} is not all there. ${says}`];
    // An outage of the monitoring is no fault of anybody's settings.
    if (missing.length === 0) {
        const remedy = "Run the job again when it answers, or set `monitoring: {required: false}`.";
        return { verdict: "error", reason_code: "monitoring_unreadable", says, remedy, facts, warnings };
    }
    const remedy = "Create what is missing, or correct its name under `dashboards` or `monitoring.alerts`.";
    return { verdict: "fail", reason_code: "monitoring_missing", says, remedy, facts, warnings };
}
function of(seen, kind) {
    return seen.filter((one) => one.kind === kind).length;
}
function wordOf({ kind, name, says }) {
    return `${kind === "alert" ? "Alerting rule" : "Dashboard"} ${name}: ${says}.`;
}

;// CONCATENATED MODULE: ./build/src/gates/protection.js


/** Is somebody really asked? An environment that a job names and nobody made is created without any rule. */
const protection = defineGate({
    id: "protection",
    title: (environment) => `${environment} has required reviewers`,
    of: "approval",
    judge: ({ environment, asked }) => (asked.by === "environment" ? protection_judge(environment, asked) : null),
});
function protection_judge(environment, { rules }) {
    if (!rules.ok)
        return rules.status === 404
            ? protection_missing(environment)
            : notReadable("The rules of the environment", { environment, by: "environment" }, rules);
    const { reviewers, waitMinutes, preventSelfReview, adminsBypass } = rules.value;
    if (reviewers.length === 0)
        return unprotected(environment, waitMinutes);
    return {
        verdict: "pass",
        reason_code: "passed",
        says: `${reviewers.join(", ")} ${reviewers.length === 1 ? "reviews" : "review"} ${environment}.`,
        facts: {
            reviewers: [...reviewers],
            prevents_self_review: preventSelfReview ?? "unknown",
            admins_bypass: adminsBypass ?? "unknown",
            wait_minutes: waitMinutes,
        },
        warnings: holding([
            [
                preventSelfReview === false,
                `Environment ${environment} does not prevent self-review: only this action refuses it.`,
            ],
            [
                adminsBypass === true,
                `Administrators may bypass the reviewers of ${environment}; GitHub does not say whether one did.`,
            ],
        ]),
    };
}
/** Environments of private repositories have reviewers in one plan alone, and in the free one there are none. */
const otherPlans = "Private repositories need GitHub Enterprise for reviewers: without it set `approval: {by: pull-request}`, or " +
    "`{by: none}`, which every report says.";
function protection_missing(environment) {
    return refusedAs("unprotected", {
        reason_code: "environment_missing",
        says: `The repository has no environment \`${environment}\`, or the token may not see it.`,
        remedy: "Check the spelling, and create the environment under Settings, Environments, with required reviewers: " +
            "when a job names one that does not exist, GitHub creates it without protection. " +
            otherPlans,
    });
}
function unprotected(environment, waitMinutes) {
    const timer = waitMinutes > 0 ? ` (its wait timer of ${waitMinutes} min is no approval)` : "";
    return refusedAs("unprotected", {
        reason_code: "environment_unprotected",
        says: `Environment \`${environment}\` has no required reviewers${timer}.`,
        remedy: `Check the spelling, and add required reviewers under Settings, Environments. ${otherPlans}`,
    });
}

;// CONCATENATED MODULE: ./build/src/gates/provenance.js



const verified = schemas/* array */.YOg(schemas/* looseObject */._H3({
    verificationResult: schemas/* looseObject */._H3({
        signature: schemas/* looseObject */._H3({
            certificate: schemas/* looseObject */._H3({
                sourceRepositoryURI: schemas/* string */.YjP(),
                sourceRepositoryDigest: schemas/* string */.YjP(),
                buildSignerURI: schemas/* string */.YjP(),
            }),
        }),
        statement: schemas/* looseObject */._H3({
            subject: schemas/* array */.YOg(schemas/* looseObject */._H3({ digest: schemas/* looseObject */._H3({ sha256: schemas/* string */.YjP().optional() }) })),
        }),
    }),
}));
/**
 * Was the tarball built by the workflow that the settings pin, from this commit? GitHub's own program verifies the
 * signature. Its exit code is no evidence: what it says that it verified is compared once more.
 */
const provenance = defineGate({
    id: "provenance",
    title: () => "The release was built by the workflow that the settings name",
    of: "provenance",
    judge: judgeProvenance,
});
function judgeProvenance(facts) {
    const { ran, signerWorkflow, repository } = facts;
    if (ran.ended !== "exited" || ran.code !== 0)
        return provenance_refusedBy(facts);
    const parsed = verified.safeParse((0,values_json/* readJson */.V)(ran.stdout));
    if (!parsed.success)
        return provenance_unreadable("what it printed is not the JSON of verified attestations", updateIt);
    if (parsed.data.length === 0)
        return provenance_unreadable("it passed, and printed no attestation", updateIt);
    const attestations = parsed.data.map(({ verificationResult }) => verificationResult);
    const wrong = attestations.map((one) => provenance_differs(one, facts));
    const at = wrong.indexOf(null);
    if (at < 0)
        return provenance_mismatch(`The attestation of the release ${wrong[0]}.`);
    const { buildSignerURI } = attestations[at].signature.certificate;
    return {
        verdict: "pass",
        reason_code: "passed",
        says: `${pathOf(buildSignerURI)} built the release from this commit.`,
        facts: { signer: buildSignerURI, repository, attestations: attestations.length },
        warnings: signerWorkflow === null
            ? [`Every workflow of ${repository} may have built the release: \`provenance.signer-workflow\` names none.`]
            : [],
    };
}
/** What of an attestation is not what is asked for, as the end of a sentence; null where all is. */
function provenance_differs({ signature, statement }, facts) {
    const { repository, signerWorkflow, digest, sha } = facts;
    const { sourceRepositoryURI, sourceRepositoryDigest, buildSignerURI } = signature.certificate;
    if (!statement.subject.some((one) => one.digest.sha256 === digest))
        return "is of another file";
    if (!same(pathOf(sourceRepositoryURI), repository))
        return `is of ${pathOf(sourceRepositoryURI)}, not of ${repository}`;
    if (sourceRepositoryDigest !== sha)
        return `is of commit ${sourceRepositoryDigest.slice(0, 12)}, and this run is of ${sha.slice(0, 12)}`;
    const signer = pathOf(buildSignerURI).replace(/@.*$/, "");
    return signerWorkflow === null || same(signer, signerWorkflow) ? null : `is by ${signer}, not by ${signerWorkflow}`;
}
const updateIt = "Install the current GitHub CLI on the runner, and run the job again.";
/** Why the program did not pass, by what it printed. */
function provenance_refusedBy({ ran, repository }) {
    const { ended, why, stderr, stdout } = ran;
    if (ended === "not-started") {
        return provenance_unreadable(why, "Install the GitHub CLI (`gh`) on the runner; GitHub's own runners have it.");
    }
    if (ended !== "exited")
        return provenance_unreadable("it did not end in time", "Run the job again.");
    const said = provenance_lastLine(stderr) || provenance_lastLine(stdout) || `it exited with ${ran.code}`;
    const text = `${stderr}\n${stdout}`;
    if (/unknown command/i.test(text))
        return provenance_unreadable(said, updateIt);
    if (/no attestations|HTTP 404/i.test(text)) {
        return {
            verdict: "fail",
            reason_code: "provenance_missing",
            says: `There is no attestation of the release in ${repository}: ${said}.`,
            remedy: "Let the job that validates run actions/attest-build-provenance on the tarball, with `permissions: " +
                "{id-token: write, attestations: write}`.",
        };
    }
    if (/certificate ?identity|SAN value|verifying with issuer|verify signature|could not be verified|policy/i.test(text))
        return provenance_mismatch(`gh did not verify the attestation of the release: ${said}.`);
    const token = /GH_TOKEN|authentication|HTTP 40[13]/i.test(text);
    return provenance_unreadable(said, token ? "Give the job `permissions: {attestations: read}`, and look at `github-token`." : "Run the job again.");
}
function provenance_mismatch(says) {
    return {
        verdict: "fail",
        reason_code: "provenance_mismatch",
        says,
        remedy: "Do not deploy it. Find out who built it, or correct `provenance` in the settings.",
    };
}
function provenance_unreadable(why, remedy) {
    return {
        verdict: "error",
        reason_code: "provenance_unreadable",
        says: `Who built the release could not be verified by \`gh attestation verify\`: ${why}.`,
        remedy,
    };
}
/** `https://github.com/acme/shop/…` without scheme and host. */
function pathOf(uri) {
    return URL.canParse(uri) ? new URL(uri).pathname.slice(1, 300) : uri.slice(0, 300);
}
function same(one, other) {
    return one.toLowerCase() === other.toLowerCase();
}
/** The last line that says something, without colours and a full stop. */
function provenance_lastLine(text) {
    const lines = text.split("\n").map((line) => line.replaceAll(/\u001b\[[0-9;]*m/g, "").trim());
    return (lines.findLast((line) => line !== "") ?? "").slice(0, 300).replace(/\.$/, "");
}

;// CONCATENATED MODULE: ./build/src/gates/ref.js



/** True for a branch or a tag: what GitHub makes anew by itself, as for a pull request, is compared with nothing. */
function isCompared(ref) {
    return ref.startsWith("refs/heads/") || ref.startsWith("refs/tags/");
}
/** Does the branch or tag of this run still lead to its commit? A tag names one release; a branch goes on. */
const refMoved = defineGate({
    id: "ref",
    title: () => "The branch or tag of this run has not moved",
    of: "ref",
    judge: judgeRef,
});
function judgeRef({ ref, sha, rule, standing }) {
    const tag = ref.startsWith("refs/tags/");
    const name = `${tag ? "Tag" : "Branch"} \`${ref.replace(/^refs\/(heads|tags)\//, "").slice(0, 200)}\``;
    const commit = sha.slice(0, 12);
    if (standing === null)
        return notCompared(ref);
    if (!standing.ok)
        return ref_notRead(name, standing);
    const { at, contains, ahead } = standing.value;
    const facts = { ref, at: at ?? "nothing", ahead };
    if (at === sha)
        return { verdict: "pass", reason_code: "passed", says: `${name} points at this commit, ${commit}.`, facts };
    if (at === null)
        return { ...moved(`${name} is not there any more, or the token may not see it`, commit), facts };
    if (tag || !contains) {
        const how = tag ? "points at" : `no longer contains commit ${commit}: it is at`;
        return { ...moved(`${name} ${how} ${at.slice(0, 12)} now`, commit), facts };
    }
    const says = `${name} has ${(0,plural/* counted */.h)(ahead, "newer commit")}, up to ${at.slice(0, 12)}; this run is of ${commit}.`;
    if (rule === "warn")
        return { verdict: "pass", reason_code: "passed", says, facts, warnings: [says] };
    return {
        verdict: "fail",
        reason_code: "ref_moved",
        says,
        remedy: "Promote the run of the newest commit, or set `ref-moved: warn` for this environment.",
        facts,
    };
}
function moved(what, commit) {
    return {
        verdict: "fail",
        reason_code: "ref_moved",
        says: `${what}, and this run is of ${commit}.`,
        remedy: "Find out who moved or deleted it, and start a new run from the commit that is meant.",
    };
}
function notCompared(ref) {
    if (ref === "") {
        return {
            verdict: "error",
            reason_code: "ref_unreadable",
            says: "The runner does not say of which branch or tag this run is: GITHUB_REF is empty.",
            remedy: "Set `ref-moved: off` for this environment, where the job runs outside of GitHub.",
        };
    }
    const says = `\`${ref.slice(0, 200)}\` is neither a branch nor a tag, so it is compared with nothing.`;
    return { verdict: "pass", reason_code: "passed", says, warnings: [says] };
}
function ref_notRead(name, { status, why }) {
    const remedy = (0,token/* tokenRemedy */.S)({ status, why }) ??
        (status === 403
            ? "Give the job `permissions: {contents: read}`."
            : "Run the job again when GitHub's API answers, or set `ref-moved: off` for this environment.");
    const said = status === 0 || status === 200 ? why : `${status}, ${why}`;
    return {
        verdict: "error",
        reason_code: "ref_unreadable",
        says: `${name} could not be read: ${said}. Whether it moved is not known.`,
        remedy,
    };
}

;// CONCATENATED MODULE: ./build/src/gates/release.js

/** The tarball is the one that the manifest names. It is read before: the judgement is a fact. */
const release = defineGate({
    id: "release",
    title: () => "The release is the one that was validated",
    of: "release",
    judge: (read) => read,
});

;// CONCATENATED MODULE: ./build/src/domain/fleet/running.js
/**
 * What shows which release runs: `process`, its hosts say from which release folder the serving process runs;
 * `version`, only the version answers, which two builds of one version share; `none`, neither was seen.
 */
const proofs = ["process", "version", "none"];
/** The id of the result that holds what was proved, in the evidence of smoke-test. */
const runningId = "running-release";
/** What a smoke test proved, and the release id that it saw; `none` where its evidence does not say. */
function provedBy(evidence) {
    const { proved, release } = evidence?.results.filter(isRunning).at(-1)?.facts ?? {};
    return {
        proved: proofs.find((one) => one === proved) ?? "none",
        release: typeof release === "string" ? release : null,
    };
}
function isRunning({ kind, id, verdict }) {
    return kind === "signal" && id === runningId && verdict !== "fail";
}

;// CONCATENATED MODULE: ./build/src/gates/running.js



/**
 * Two builds of one version answer alike: that the smoke tests ran against this build is proved by the process that
 * the hosts name, when the smoke test ran or now, and by the deployment that put them there. Another release there now
 * is refused: somebody found a reason to replace this one.
 */
function judgeRunning({ from, release, deployed, smoke, now }) {
    const id = (0,release_release/* releaseId */.Bf)(release);
    if (deployed?.to !== id || deployed.release?.digest !== release.digest) {
        const put = deployed?.to ?? "no release";
        const says = `The evidence of the deployment to ${from} names ${put}, not ${id}.`;
        return {
            verdict: "fail",
            reason_code: "release_unproven",
            says,
            remedy: `Deploy this release to ${from}, and run its smoke test.`,
        };
    }
    const { proved, release: seen } = provedBy(smoke);
    const facts = { proved, release: seen };
    if (proved === "process" && seen !== id)
        return another(`smoke-test saw ${seen ?? "another release"} run on ${from}, not ${id}.`, from);
    const only = seenWords[proved];
    if (now?.asked === true && now.hosts.length > 0) {
        const other = now.hosts.find((one) => one.release !== id);
        if (other !== undefined)
            return another(`${other.host} of ${from} runs ${other.release ?? "no release"} now, not ${id}.`, from);
        const says = `smoke-test saw ${only}; now the process of ${id} serves ${from}, as its deployment left it.`;
        return { verdict: "pass", reason_code: "passed", says, facts: { ...facts, release: id, asked_now: true } };
    }
    const why = now === null ? "" : now.asked ? "it has no hosts" : now.why;
    if (proved === "process") {
        const says = `smoke-test saw the process of ${id} serve ${from}.`;
        const unasked = `Whether ${from} still runs ${id} was not seen: its hosts could not be asked${because(why)}.`;
        return {
            verdict: "pass",
            reason_code: "passed",
            says,
            facts: { ...facts, asked_now: false },
            warnings: [unasked],
        };
    }
    return {
        verdict: "fail",
        reason_code: "release_unproven",
        says: `smoke-test saw ${only} on ${from}, so another build may have been tested` +
            `${why === "" ? "" : `; asked now: ${why}`}.`,
        remedy: `Run smoke-test of ${from} on a runner that reaches its hosts, ` +
            "such as the one of its deployment (`runs-on`).",
        facts,
    };
}
/** What the smoke test saw, as part of a sentence. */
const seenWords = {
    process: "that process",
    version: "only the version that answers",
    none: "neither the process nor a version",
};
function because(why) {
    return why === "" ? "" : ` (${why})`;
}
function another(says, from) {
    return {
        verdict: "fail",
        reason_code: "wrong_release",
        says,
        remedy: `Deploy this release to ${from} again, and run its smoke test.`,
    };
}
/** The release that was tested runs there still. */
const running = defineGate({
    id: "running-release",
    title: () => "The environment before was tested with this build, and runs it",
    of: "running",
    judge: judgeRunning,
});

;// CONCATENATED MODULE: ./build/src/gates/self-approval.js




/** Did somebody approve who did not start the run, nor this attempt of it? */
const selfApproval = defineGate({
    id: "self-approval",
    title: () => "Somebody else approved than who started the run",
    of: "approval",
    judge: (facts) => {
        const { asked, environment, selfApproval: rule } = facts;
        if (asked.by === "none")
            return null;
        return asked.by === "pull-request" ? judgeOtherReviewers(environment, asked, rule) : self_approval_ofEnvironment(facts, asked);
    },
});
function self_approval_ofEnvironment({ environment, selfApproval: rule }, asked) {
    const seen = givenBy(environment, asked);
    if (seen === null)
        return notJudged("there is no approval that counts");
    const { given, byOthers } = seen;
    if (byOthers.length > 0) {
        const says = `${namesOf(byOthers).join(", ")} did not start this run.`;
        return { verdict: "pass", reason_code: "passed", says };
    }
    const names = namesOf(given).join(", ");
    if (rule === "allow") {
        const says = `${names} approved a run that they started themselves (\`self-approval: allow\`).`;
        return { verdict: "pass", reason_code: "approved", says, facts: { approval: "self-approved" }, warnings: [says] };
    }
    return refusedAs("self-approved", {
        reason_code: "self_approval",
        says: `Only ${names} approved this run for ${environment}, having started it.`,
        remedy: "Start a new run, and have somebody else approve it. A team of one sets `approval: {by: environment, " +
            "self-approval: allow}`, and the report shows it.",
    });
}

;// CONCATENATED MODULE: ./build/src/gates/soak.js


/**
 * Did the release run there for as long as `verified-for` asks? It counts from the end of its deployment there, and
 * only while the hosts themselves say that it still runs: a manual promotion cannot shorten it. That another release
 * ran there in between, and was rolled back to this one, is not seen.
 */
const soak = defineGate({
    id: "verified-for",
    title: () => "The release has run long enough where it was tested",
    of: "soak",
    judge: judgeSoak,
});
function judgeSoak({ from, requiredMs, nowMs, deployed, unasked }) {
    if (from === null) {
        return {
            verdict: "fail",
            reason_code: "soak_too_short",
            says: `\`verified-for\` requires that the release has run for ${spanOf(requiredMs)} where it was tested, and this ` +
                "action rests on no such environment.",
            remedy: "Deploy it with `promote`, which takes the evidence of staging, or remove `verified-for`.",
        };
    }
    const since = Date.parse(deployed?.finished_at ?? "");
    if (!Number.isFinite(since))
        return notJudged(`there is no evidence of a deployment to ${from}`);
    if (unasked !== null) {
        return {
            verdict: "error",
            reason_code: "release_unproven",
            says: `Whether the release ran on ${from} all the time is not known: its hosts could not be asked (${unasked}).`,
            remedy: `Run this job on a runner that reaches the hosts of ${from}, or remove \`verified-for\`.`,
        };
    }
    const ranMs = Math.max(0, nowMs - since);
    const facts = { ran_seconds: Math.round(ranMs / 1_000), required_seconds: Math.round(requiredMs / 1_000) };
    if (ranMs >= requiredMs) {
        const says = `The release has run on ${from} for ${spanOf(ranMs)}; ${spanOf(requiredMs)} are required.`;
        return { verdict: "pass", reason_code: "passed", says, facts };
    }
    return {
        verdict: "fail",
        reason_code: "soak_too_short",
        says: `The release has run on ${from} for ${spanOf(ranMs)}, and \`verified-for\` requires ${spanOf(requiredMs)}: ` +
            `${spanOf(requiredMs - ranMs)} are left.`,
        remedy: `Run this job again then, while ${from} still runs this release.`,
        facts,
    };
}

;// CONCATENATED MODULE: ./build/src/gates/registry.js















/** The gates of an environment, in the order in which their faults are shown. */
const gates = [
    jobEnvironment,
    protection,
    approval,
    selfApproval,
    freeze,
    release,
    evidence,
    evidenceAge,
    provenance,
    soak,
    running,
    refMoved,
    backupNamed,
    monitoring,
    lock,
];

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
    const parsed = release_release/* releaseSchema */.By.safeParse((0,values_json/* readJson */.V)(read.text));
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
        return release_file_changed("release_missing", `The tarball ${release.file} is missing beside its manifest.`);
    if (seen.sha256 !== release.digest) {
        const says = `The tarball ${release.file} has sha256 ${seen.sha256}, and its manifest says ${release.digest}: ` +
            "it is not the release that was validated.";
        return release_file_changed("digest_mismatch", says);
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
function release_file_changed(reason_code, says) {
    const remedy = "Do not deploy it. Find out who changed the artifact, and run validate again.";
    return { failed: { verdict: "fail", reason_code, says, remedy } };
}

;// CONCATENATED MODULE: ./build/src/stages/gates/approval.js

/**
 * Asks GitHub what can be known of the approval that the environment's settings ask for. The gate belongs to the
 * environment: whichever action deploys to it comes through here. Null where its settings name no `approval` and its
 * name is none of a production: then promote alone is asked for one.
 */
async function approvalFacts(run, environment, jobId) {
    const { by, selfApproval, promoteOnly = false } = environment.approval;
    if (promoteOnly && run.recorder.evidence.stage !== "promote")
        return null;
    const { name } = environment;
    if (by === "none")
        return { environment: name, selfApproval, asked: { by } };
    const asked = by === "environment" ? await askGitHub(run, name, jobId) : await askReviews(run, environment.approval.reviews ?? 1);
    return { environment: name, selfApproval, asked };
}
/** What a reader should know of settings that leave the approval to a default. */
function approvalNote({ name, approval }) {
    return approval.promoteOnly === true
        ? `The settings of ${name} have no \`approval\`, so deploy-staging may deploy to it without one. ` +
            "Write `approval: {by: environment}` there."
        : null;
}
/** What GitHub's API says of this run's approval. */
async function askGitHub({ world }, environment, jobId) {
    const { github, job } = world;
    const [jobEnvironment, rules, approvals, run] = await Promise.all([
        github.jobEnvironment(jobId, job.sha, environment),
        github.environment(environment),
        github.approvals(),
        github.run(),
    ]);
    return { by: "environment", jobEnvironment, rules, approvals, run };
}
/** The reviews of the pull requests of this commit, and what their authors may do. */
async function askReviews({ world, recorder }, required) {
    const { github } = world;
    const { sha } = recorder.evidence;
    const [found, run] = await Promise.all([github.pullRequestsOf(sha), github.run()]);
    if (!found.ok)
        return { by: "pull-request", required, sha, pulls: found, run };
    const pulls = await Promise.all(found.value.map(async (pull) => {
        const reviews = await github.reviewsOf(pull.number);
        const logins = reviews.ok ? opinionsOf(reviews.value).map(({ login }) => login) : [];
        const permissions = await Promise.all(logins.map(async (login) => [login, await github.permissionOf(login)]));
        return { pull, reviews, permissions: Object.fromEntries(permissions) };
    }));
    return { by: "pull-request", required, sha, pulls: { ok: true, value: pulls }, run };
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
// EXTERNAL MODULE: ./build/src/domain/values/day.js
var day = __webpack_require__(6895);
;// CONCATENATED MODULE: ./build/src/stages/gates/backup-named.js


/** How the database is backed up, by the settings; null where nothing migrates, or of an ordinary staging. */
function backupFacts({ world, recorder }, environment) {
    const { name, migrations, backup, approval } = environment;
    const ordinary = approval.promoteOnly === true && recorder.evidence.stage !== "promote";
    if (migrations.migrate === null || ordinary)
        return null;
    const byProvider = backup?.by === "provider";
    return {
        environment: name,
        named: backup === null ? null : (0,checks_backup.backupText)(backup),
        byProvider,
        triedDaysAgo: byProvider ? Math.floor(-(0,day/* daysAhead */.V)(backup.verified, world.clock.now())) : null,
    };
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
    const manifest = await files.digest((0,external_node_path_.join)(job.workspace, evidence_handover/* handover */.c.manifest));
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

;// CONCATENATED MODULE: ./build/src/stages/gates/freeze.js
/**
 * Whether the environment is frozen now. Who overrides is asked of GitHub, and only where a freeze holds: the one who
 * started this attempt of the run. The calendar is loaded where the settings have one. Null where they have none.
 */
async function freezeFacts(run, { name, gates: { freeze } }, reason) {
    if (freeze === null)
        return null;
    const { openWindow } = await Promise.all(/* import() */[__webpack_require__.e(46), __webpack_require__.e(640)]).then(__webpack_require__.bind(__webpack_require__, 8640));
    const open = openWindow(freeze, run.world.clock.now().getTime());
    const facts = { environment: name, zone: freeze.zone, open, may: freeze.override };
    if (reason.trim() === "")
        return { ...facts, override: null };
    if (open === null)
        return { ...facts, override: { reason, by: null, allowed: null } };
    const started = await run.world.github.run();
    const by = started.ok ? { ok: true, value: started.value.triggeringActor } : started;
    const allowed = by.ok ? await mayOverride(run, freeze.override, by.value) : null;
    return { ...facts, override: { reason: reason.trim(), by, allowed } };
}
/** A login that is named is enough; else one of the teams, all of which must be readable where none has the person. */
async function mayOverride(run, may, login) {
    if (may.some((one) => one.toLowerCase() === login.toLowerCase()))
        return { ok: true, value: true };
    const teams = may.filter((one) => one.includes("/"));
    const answers = await Promise.all(teams.map((team) => run.world.github.memberOfTeam(team, login)));
    if (answers.some((one) => one.ok && one.value))
        return { ok: true, value: true };
    return answers.find((one) => !one.ok) ?? { ok: true, value: false };
}

;// CONCATENATED MODULE: ./build/src/stages/gates/lock-seen.js

/** Asks the hosts who has their lock; it takes none. */
async function lockFacts(run, environment, release) {
    const target = targetOf(run, environment, release);
    try {
        const observed = await target.observe();
        if ("failed" in observed)
            return { environment: environment.name, seen: observed.failed };
        const { hosts, routerHosts = [] } = observed.fleet;
        const holders = [...hosts, ...routerHosts].flatMap(({ host, lease, now }) => lease === null || lease.owner === ownerOf(run) || lease.expires <= now
            ? []
            : [{ host, owner: lease.url === undefined ? lease.owner : `${lease.owner} (${lease.url})` }]);
        return { environment: environment.name, seen: { holders } };
    }
    finally {
        await target.close();
    }
}

;// CONCATENATED MODULE: ./build/src/signals/metrics/alert-rules.js


const alert_rules_limitMs = 8_000;
/** Asks for them; a sentence where there was no answer that can be read. Older servers give all rules. */
async function readAlertRules(http, url, names) {
    const query = new URLSearchParams({ type: "alert", exclude_alerts: "true" });
    for (const name of names)
        query.append("rule_name[]", name);
    const answer = await http.request({ method: "GET", url: `${url}/api/v1/rules?${query}`, limitMs: alert_rules_limitMs });
    if (!answer.answered)
        return `Prometheus at ${url} did not answer: ${(0,fault/* shown */.S)(answer.why)}`;
    if (answer.status !== 200)
        return `Prometheus at ${url} answered ${answer.status}`;
    const groups = member(member((0,values_json/* readJson */.V)(answer.body), "data"), "groups");
    if (!Array.isArray(groups))
        return `what answers at ${url} is not the list of rules of a Prometheus`;
    return groups.flatMap((group) => {
        const rules = member(group, "rules");
        return Array.isArray(rules) ? rules.flatMap(ruleOf) : [];
    });
}
function ruleOf(rule) {
    const [name, type, health, state] = ["name", "type", "health", "state"].map((key) => member(rule, key));
    if (typeof name !== "string" || type !== "alerting")
        return [];
    return [{ name, health: typeof health === "string" ? health : "unknown", fires: state === "firing" }];
}
function member(value, key) {
    return typeof value === "object" && value !== null ? value[key] : undefined;
}

;// CONCATENATED MODULE: ./build/src/stages/gates/monitoring.js


const monitoring_limitMs = 8_000;
/** What is there of the monitoring that the settings of an environment name; null where they name none. */
async function monitoringFacts(run, environment) {
    const { monitoring: rule, dashboards = [], name } = environment;
    if (rule == null)
        return null;
    const [pages, alerts] = await Promise.all([
        Promise.all((rule.dashboards ? dashboards : []).map((page) => askPage(run, page))),
        askAlerts(run, rule),
    ]);
    return { environment: name, required: rule.required, seen: [...pages, ...alerts] };
}
/** A page that asks for a login is there; whether it shows what it should, only a person sees. */
async function askPage({ world }, { name, url }) {
    const page = { kind: "dashboard", name, url };
    const answer = await world.http.request({ method: "GET", url, limitMs: monitoring_limitMs, proxied: true });
    if (!answer.answered)
        return { ...page, state: "unknown", says: `it did not answer (${answer.why})` };
    const { status } = answer;
    if (status === 404 || status === 410)
        return { ...page, state: "missing", says: `its address answers ${status}` };
    const there = status < 400 || asksForLogin.has(status);
    return there
        ? { ...page, state: "there", says: `it answers ${status}` }
        : { ...page, state: "unknown", says: `it answered ${status}` };
}
const asksForLogin = new Set([401, 403]);
async function askAlerts({ world }, { alerts, prometheus }) {
    if (alerts.length === 0 || prometheus === null)
        return [];
    const { url, headersFrom } = prometheus;
    const headers = headersFrom === null ? {} : readHeaders(world.secret(headersFrom) ?? "");
    const rules = typeof headers === "string"
        ? `the variable ${headersFrom}, which has the headers, cannot be used: ${headers}`
        : await readAlertRules(withHeaders(world.http, headers), url, alerts);
    return alerts.map((name) => {
        const alert = { kind: "alert", name, url: `${url}/alerts?search=${encodeURIComponent(name)}` };
        if (typeof rules === "string")
            return { ...alert, state: "unknown", says: rules };
        return { ...alert, ...stateOf(rules.filter((one) => one.name === name)) };
    });
}
function stateOf(rules) {
    if (rules.length === 0)
        return { state: "missing", says: "Prometheus has no such rule" };
    if (rules.every(({ health }) => health === "err"))
        return { state: "missing", says: "Prometheus has it and cannot evaluate it" };
    if (!rules.some(({ health }) => health === "ok"))
        return { state: "unknown", says: "Prometheus has it and has not evaluated it yet" };
    return { state: "there", says: rules.some(({ fires }) => fires) ? "it fires now" : "Prometheus evaluates it" };
}

;// CONCATENATED MODULE: ./build/src/stages/gates/provenance.js


/** GitHub and sigstore are asked over the network. */
const provenance_limitMs = 120_000;
/** Lets GitHub's own program verify who built the tarball. Null where the settings do not ask. */
async function provenanceFacts(run, { gates: { provenance } }, asked) {
    if (provenance === null)
        return null;
    const { job, shell } = run.world;
    const { release, token } = asked;
    const repository = provenance.repository ?? job.repository;
    const { signerWorkflow } = provenance;
    const ran = await shell.run({
        argv: [
            ...["gh", "attestation", "verify", (0,external_node_path_.join)(job.workspace, evidence_handover/* handover */.c.release, release.file)],
            ...["--repo", repository, "--format", "json"],
            ...(signerWorkflow === null ? [] : ["--signer-workflow", signerWorkflow]),
        ],
        token,
        limitMs: provenance_limitMs,
        onCancel: "end",
    });
    return { repository, signerWorkflow, digest: release.digest, sha: run.recorder.evidence.sha, ran };
}

;// CONCATENATED MODULE: ./build/src/stages/serving.js


/** Asks the hosts of an environment what process serves. It changes nothing and takes no lock. */
async function askHosts(run, environment, release) {
    const target = targetOf(run, environment, release);
    try {
        const observed = await target.observe();
        if ("failed" in observed)
            return { asked: false, why: observed.failed.says.replace(/\.$/, "") };
        const unknown = observed.fleet.hosts.find(({ active }) => active === null);
        if (unknown !== undefined) {
            const why = `${unknown.host} knows no release below ${environment.path}, so that this job does not run on the machine of ` +
                `${environment.name}`;
            return { asked: false, why };
        }
        const hosts = [];
        for (const { host, slot } of (0,fleet_fleet/* recordedPlaces */.RM)(observed.fleet.hosts)) {
            const process = await target.running(host, slot);
            hosts.push({ host, slot, pid: process?.pid ?? null, release: process?.release ?? null });
        }
        return { asked: true, hosts };
    }
    finally {
        await target.close();
    }
}

;// CONCATENATED MODULE: ./build/src/stages/gates/running-before.js




/** What is known of the release that was tested on an environment, and of what that runs now. */
async function runningFacts(run, asked) {
    const { from, release } = asked;
    const environment = run.settings.environments[from];
    const [evidence, now] = await Promise.all([
        passedEvidence(run),
        environment === undefined ? null : askHosts(run, environment, release),
    ]);
    const newest = (stage) => evidence.find((one) => one.stage === stage && one.environment === from) ?? null;
    return { from, release, deployed: newest("deploy-staging"), smoke: newest("smoke-test"), now };
}
/**
 * The evidence of this commit that passed, newest first. What is newest of a stage is what counts, and another gate
 * judges the chain.
 */
async function passedEvidence(run) {
    const files = await readEvidence(run);
    const read = files.flatMap(({ text }) => (text === null ? [] : (running_before_evidenceIn(text) ?? [])));
    return read
        .filter(({ status, sha }) => status === "passed" && sha === run.recorder.evidence.sha)
        .sort((one, other) => Date.parse(other.started_at) - Date.parse(one.started_at));
}
/** Null for a text that is no evidence: the chain has named it. */
function running_before_evidenceIn(text) {
    return evidence_evidence/* evidenceSchema */.jU.safeParse((0,values_json/* readJson */.V)(text)).data ?? null;
}

;// CONCATENATED MODULE: ./build/src/stages/gates/facts.js












/** Collects the facts of all gates at once: what is asked elsewhere is not waited for one by one. */
async function gatherFacts(run, request) {
    const { environment, inputs } = request;
    const [approval, freeze, ref, monitoring, shipped] = await Promise.all([
        judged_timed(run, () => approvalFacts(run, environment, inputs["job-id"])),
        judged_timed(run, () => freezeFacts(run, environment, inputs["override-freeze"])),
        judged_timed(run, () => refFacts(run, environment)),
        judged_timed(run, () => monitoringFacts(run, environment)),
        ofRelease(run, request),
    ]);
    const { read, evidence, provenance, running, lock } = shipped;
    const facts = {
        approval: approval.value,
        freeze: freeze.value,
        release: "failed" in read.value ? read.value.failed : read.value.judgement,
        evidence: evidence.value,
        provenance: provenance.value,
        running: running.value,
        soak: soakFacts(run, request, { evidence: evidence.value, running: running.value }),
        ref: ref.value,
        backup: backupFacts(run, environment),
        monitoring: monitoring.value,
        lock: lock.value,
    };
    const timing = { approval, freeze, release: read, evidence, provenance, running, ref, monitoring, lock };
    const took = Object.fromEntries(Object.entries(timing).map(([of, { durationMs }]) => [of, durationMs]));
    return { release: releaseOf(read.value), facts, took };
}
/** The release at hand, and what can only be asked of one. */
async function ofRelease(run, { environment, inputs, needed, from, explain, named }) {
    const read = await judged_timed(run, () => checkTarball(run, named));
    const release = releaseOf(read.value);
    if (release !== null)
        await run.recorder.set({ app: release.app, release });
    const { jobs, runs, unpinned, "github-token": token } = inputs;
    const { evidenceMaxAgeMs: maxAgeMs } = environment.gates;
    const [evidence, provenance, running, lock] = await Promise.all([
        judged_timed(run, () => (release === null ? null : chainOf(run, { jobs, runs, unpinned, needed, release, maxAgeMs }))),
        judged_timed(run, () => (release === null ? null : provenanceFacts(run, environment, { release, token }))),
        judged_timed(run, () => (release === null || from === null ? null : runningFacts(run, { from, release }))),
        judged_timed(run, () => (explain ? lockFacts(run, environment, release) : null)),
    ]);
    return { read, evidence, provenance, running, lock };
}
function releaseOf(read) {
    return "failed" in read ? null : read.release;
}
/** How long what was tested has run; null where the settings ask for no time, or there is no release. */
function soakFacts({ world }, { environment, from }, { evidence, running }) {
    const { verifiedForMs: requiredMs } = environment.gates;
    if (requiredMs === null || evidence === null)
        return null;
    const nowMs = world.clock.now().getTime();
    if (from === null || running === null)
        return { from: null, requiredMs, nowMs, deployed: null, unasked: null };
    const { now } = running;
    const unasked = now === null ? `the settings have no environment ${from}` : now.asked ? null : now.why;
    const deployed = linkOf(evidence.chain, "deploy-staging", from)?.evidence ?? null;
    return { from, requiredMs, nowMs, deployed: deployed?.status === "passed" ? deployed : null, unasked };
}
/**
 * Where the branch or tag of this run points now; null where nobody asks: of an ordinary staging, or by the settings.
 */
async function refFacts({ world, recorder }, { gates, approval }) {
    const { refMoved: rule } = gates;
    const { stage, sha } = recorder.evidence;
    if (rule === "off" || (approval.promoteOnly === true && stage !== "promote"))
        return null;
    const { ref } = world.job;
    return { ref, sha, rule, standing: isCompared(ref) ? await world.github.refStanding(ref, sha) : null };
}

;// CONCATENATED MODULE: ./build/src/stages/gates/environment.js









/**
 * Does the work where every gate of the named environment passes; else the conclusion says which refused. The hosts are
 * connected to while the gates are asked: that changes nothing there.
 */
async function throughGates(run, asked, work) {
    const environment = findEnvironment(run.settings, asked.inputs.environment);
    if ("status" in environment)
        return environment;
    const refused = await checkoutGate(run, { another: "refuse" });
    if (refused !== null)
        return refused;
    const named = await releaseOfManifest(run);
    const target = targetOf(run, environment, "failed" in named ? null : named.release);
    if (!("failed" in named || asked.explain))
        target.connect();
    try {
        const release = await passGates(run, { ...asked, environment, named });
        if (asked.explain)
            await recordDryRun(run, { environment, jobId: asked.inputs["job-id"] });
        return "status" in release ? release : await work({ environment, release, target });
    }
    finally {
        await target.close();
    }
}
/**
 * Judges every gate of an environment and records each, in their order: nothing is changed meanwhile, so that all
 * faults are shown at once. The release where every gate passed; else the conclusion.
 */
async function passGates(run, request) {
    const { environment, explain } = request;
    const { facts, took, release } = await gatherFacts(run, request);
    const judged = [];
    for (const { id, title, of, judge, optional } of gates) {
        const judgement = judge(facts) ?? (explain ? environment_notAsked : null);
        if (judgement === null)
            continue;
        const required = !optional(facts);
        const subject = { kind: "gate", id, title: title(environment.name), required };
        await judged_recordTimed(run, subject, { judgement, durationMs: took[of] ?? 0 });
        judged.push({ id, judgement, required });
    }
    const note = facts.approval === null ? null : approvalNote(environment);
    if (note !== null)
        await run.recorder.warn(note);
    const refusing = judged.filter(({ judgement: { verdict }, required }) => required && verdict !== "pass" && verdict !== "off");
    // What was cut off while it was asked says nothing of its gate.
    if (run.world.cancellation.cancelled && refusing.length > 0)
        return (0,stage/* cancelled */.K)(`Cancelled while the gates of ${environment.name} were asked. ${judged_nothingChanged}`);
    if (explain)
        return explained(environment.name, judged, refusing);
    const [first] = refusing;
    // Where there is no release, its gate has said so.
    if (first === undefined && release !== null)
        return release;
    return first === undefined ? (0,stage/* stopped */.c)(facts.release, judged_nothingChanged) : environment_refusedBy(first.judgement, refusing);
}
const environment_notAsked = {
    verdict: "off",
    reason_code: "not_applicable",
    says: "The settings ask for nothing here.",
};
/** The first fault has the reason code; the others are named, and each has its row. */
function environment_refusedBy(first, refusing) {
    const others = refusing.filter(({ judgement }) => judgement !== first && judgement.verdict !== "not-run");
    if (others.length === 0)
        return (0,stage/* stopped */.c)(first, judged_nothingChanged);
    const names = others.map(({ id, judgement }) => `\`${id}\` (${judgement.reason_code})`).join(", ");
    const remedies = [first, ...others.map(({ judgement }) => judgement)].flatMap(({ remedy = "" }) => remedy || []);
    const { reason_code, says } = first;
    return (0,stage/* stopped */.c)({ reason_code, says: `${says} Refused as well: ${names}.`, remedy: [...new Set(remedies)].join(" ") }, judged_nothingChanged);
}
/** What would be refused is an answer, not a failure. */
function explained(name, judged, refusing) {
    const asked = judged.filter(({ judgement }) => judgement.verdict !== "off").length;
    const ids = refusing.map(({ id }) => `\`${id}\``).join(", ");
    const says = refusing.length === 0
        ? `All ${asked} gates of ${name} pass. ${judged_nothingChanged}`
        : `${refusing.length} of ${asked} gates of ${name} would refuse: ${ids}. ${judged_nothingChanged}`;
    return { status: "planned", decision: "stop", reason_code: "planned", says };
}

// EXTERNAL MODULE: ./build/src/render/text/hand-part.js
var hand_part = __webpack_require__(7449);
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
        ...rollback_procedures_schema,
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
const rollback_procedures_schema = [
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

;// CONCATENATED MODULE: ./build/src/targets/by-hand.js

/** The commands by hand of every target, one line each: who only writes them down does not load the targets. */
const by_hand_targets = {
    hosts: hostsByHand,
};
/** How a person rolls the environment back by hand. */
function byHandOf(of) {
    return by_hand_targets[of.environment.target](of);
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
            backup: backup === null ? null : procedures_backedUp(backup),
            plans: plans.flatMap(({ when, made }) => (isRefusal(made) ? [] : [{ when, plan: made }])),
            assumed: second === undefined ? null : first,
            lastKnown: (0,procedures/* lastKnown */.Wu)(written.evidence, name),
            byHand: await byHandOf({ app: written.app, environment }),
        },
        refused: plans.flatMap(({ made }) => (isRefusal(made) ? [{ environment: name, refusal: made }] : [])),
    };
}
function procedures_backedUp(backup) {
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
    const chain = joinChain({ files: await readEvidence(run), jobs: "", sha: "", runId: null });
    return chain.links.map(({ evidence }) => evidence);
}

;// CONCATENATED MODULE: ./build/src/stages/promote.js




/**
 * Deploys to production the release that was tested on staging, once every gate passed, and watches it (Phase 6: Deploy
 * to Production).
 */
const promote = (run, inputs) => {
    const { from, explain } = inputs;
    const needed = [
        { stage: "validate", environment: null },
        { stage: "deploy-staging", environment: from },
        { stage: "smoke-test", environment: from },
    ];
    return throughGates(run, { inputs, from, needed, explain }, async (admitted) => {
        const { environment, release } = admitted;
        const conclusion = await deploy(run, {
            ...admitted,
            dryRun: inputs["dry-run"],
            watchMs: run.settings.criteria.watchMs,
            jobId: inputs["job-id"],
            begins: async () => {
                // Whoever has to roll it back by hand needs them most where this run is cut.
                await keepProcedures(run, release, null);
                return announceStart(run, environment.name, "all");
            },
            done: { decision: "complete", reason_code: "promoted" },
        });
        await keepProcedures(run, release, conclusion);
        return conclusion;
    });
};


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
