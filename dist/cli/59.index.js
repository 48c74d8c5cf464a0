export const id = 59;
export const ids = [59];
export const modules = {

/***/ 59:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rollback: () => (/* binding */ rollback)
});

// EXTERNAL MODULE: ./build/src/domain/fleet/plan.js
var plan = __webpack_require__(5590);
// EXTERNAL MODULE: ./build/src/stages/announce.js
var announce = __webpack_require__(5286);
// EXTERNAL MODULE: ./build/src/stages/environment.js + 34 modules
var stages_environment = __webpack_require__(4438);
// EXTERNAL MODULE: ./build/src/stages/gates/checkout.js + 1 modules
var checkout = __webpack_require__(7995);
// EXTERNAL MODULE: ./build/src/stages/release-file.js
var release_file = __webpack_require__(3103);
// EXTERNAL MODULE: ./build/src/stages/report/page-note.js + 1 modules
var page_note = __webpack_require__(3916);
// EXTERNAL MODULE: ./build/src/render/text/wording.js
var wording = __webpack_require__(9700);
// EXTERNAL MODULE: ./build/src/stages/change.js + 18 modules
var change = __webpack_require__(4312);
// EXTERNAL MODULE: ./build/src/stages/deploy.js
var deploy = __webpack_require__(3142);
// EXTERNAL MODULE: ./build/src/domain/values/plural.js
var plural = __webpack_require__(4939);
// EXTERNAL MODULE: ./build/src/signals/once/smoke.js
var smoke = __webpack_require__(7852);
// EXTERNAL MODULE: ./build/src/signals/prober.js
var prober = __webpack_require__(4555);
// EXTERNAL MODULE: ./build/src/statistics/own-rate.js
var own_rate = __webpack_require__(8696);
// EXTERNAL MODULE: ./build/src/statistics/two-sample.js
var two_sample = __webpack_require__(570);
;// CONCATENATED MODULE: ./build/src/statistics/back-to-level.js


/** Requests of a level that are enough to compare with: a watch of ten seconds has so many. */
const enough = 100;
/** Answers by which a median is judged. */
const fewestAnswers = 20;
/** Standard deviations by which errors must be more than they were. */
const deviations = 2.95;
/** What takes less counts as this: an application that has just started answers a little slower. */
const negligibleMs = 10;
/** True where so much was measured that it says what is usual. */
function isComparable(level) {
    return level !== null && level.requests >= enough;
}
/** Do users get what they got when the release was verified? `level` is null where nothing is known of that. */
function compareWithLevel(now, level, criteria) {
    const { errorRate, latencyIncrease: increase } = criteria;
    const known = isComparable(level) ? level : null;
    if (now.errors > now.requests * (0,own_rate/* judgedBy */.N)(errorRate, known).limit)
        return "beyond";
    if (known === null)
        return "back";
    if ((0,two_sample/* deviance */.MZ)({ fresh: now, old: known }) >= deviations ** 2 / 2)
        return "worse";
    if (increase === null || now.p50_ms === null || known.p50_ms === null)
        return "back";
    const limitMs = Math.max(known.p50_ms, negligibleMs) * (1 + increase);
    return now.requests - now.errors >= fewestAnswers && now.p50_ms > limitMs ? "worse" : "back";
}

// EXTERNAL MODULE: ./build/src/stages/judged.js
var judged = __webpack_require__(4444);
// EXTERNAL MODULE: ./build/src/stages/watch/listen.js
var listen = __webpack_require__(730);
// EXTERNAL MODULE: ./build/src/stages/watch/request-tally.js
var request_tally = __webpack_require__(9671);
// EXTERNAL MODULE: ./build/src/stages/watch/watch.js + 17 modules
var watch = __webpack_require__(1757);
;// CONCATENATED MODULE: ./build/src/stages/rollback/recovered.js









/**
 * What users get after a rollback: what they got before it, and what they got when the release that serves again was
 * verified (Phase 6: metrics back to what they were).
 */
/** How long requests are counted before the switch at most, and after it, milliseconds. */
const mostBeforeMs = 60_000;
const mostAfterMs = 10_000;
/**
 * Counts requests through the public URL until the first step that changes what serves. A rollback never waits for it.
 */
function startAsking(run, environment) {
    const { cancellation } = run.world;
    const tally = (0,request_tally/* tallyRequests */.p)();
    let ended = false;
    const stopped = () => ended || cancellation.cancelled;
    const listening = { environment, signals: [prober/* prober */.D], forMs: mostBeforeMs, stopped, control: false, endsAtFault: true };
    // What could not be counted is not known, and shown as such.
    (0,listen/* listen */.K)(run, listening, (_, sample) => {
        if (sample.kind === "request")
            tally.add(sample);
    }).catch(() => undefined);
    const end = async () => {
        if (ended)
            return;
        ended = true;
        if (tally.requests > 0)
            await run.recorder.measure("before", tally.measurement());
    };
    return {
        end,
        beginning: async ({ type }) => {
            if (type === "shift" || type === "stop")
                await end();
        },
    };
}
/**
 * A short watch of the release that serves again, through the public URL. Where it fails too, the cause is another one
 * than the release that was left. Nothing is moved or marked because of it.
 */
async function judgeRecovered(run, again) {
    const subject = {
        kind: "signal",
        id: "recovered",
        title: "Users get good answers again",
        required: ({ verdict }) => verdict === "fail",
    };
    return (0,judged/* judged */.g$)(run, subject, async () => {
        const { environment, release, fleet } = again;
        const { cancellation } = run.world;
        const level = levelOf(fleet, release);
        const usual = isComparable(level) ? [[prober/* prober */.D.id, { ...level, latenciesMs: [] }]] : [];
        const { judgement, measured } = await (0,watch/* watch */.w)(run, {
            ...{ environment, release, signals: [prober/* prober */.D], history: new Map(usual) },
            forMs: Math.min(mostAfterMs, run.settings.criteria.watchMs / 3),
            stopped: () => cancellation.cancelled,
        });
        await run.recorder.measure("after", measured);
        const seen = seenAgain(run, { release, measured, judgement, level });
        if (seen.verdict !== "fail" || seen.reason_code !== "not_recovered")
            return seen;
        if (!(await answersItself(run, again)))
            return seen;
        const says = `${seen.says} Its own slots pass the smoke tests, so that the fault is between users and ${release}.`;
        return { ...seen, verdict: "inconclusive", reason_code: "public_url_failed", says, warnings: [says] };
    });
}
/** What its last watch measured here, where any host has that on record. */
function levelOf(fleet, release) {
    const known = fleet?.hosts.flatMap(({ verified = [] }) => verified.filter((one) => one.release === release)) ?? [];
    return known.find(({ level }) => level !== undefined)?.level ?? null;
}
function seenAgain({ recorder, settings }, { release, measured, judgement, level }) {
    const { before } = recorder.evidence;
    const { requests, errors } = measured;
    const was = before === null || before.requests === 0 ? "" : `; before it ${before.errors} of ${before.requests}`;
    const facts = { requests, errors, when_verified: level === null ? null : { ...level } };
    if (requests === 0) {
        const says = `No request was sent within the time, so that nobody knows how ${release} serves.`;
        return { verdict: "inconclusive", reason_code: "watch_inconclusive", says, facts, warnings: [says] };
    }
    const then = thenText(release, measured, level);
    const counts = `${errors} of ${requests} requests failed after the rollback${was}. ${then}`;
    const slow = judgement.verdict === "fail" && judgement.reason_code === "latency_exceeded";
    const compared = slow ? "beyond" : compareWithLevel(measured, level, settings.criteria);
    if (compared === "back")
        return { verdict: "pass", reason_code: "passed", says: counts, facts };
    const look = "look at what it needs: the database, other services, the host.";
    if (compared === "worse") {
        const says = `${counts} That is worse than it was, and within the criteria.`;
        const remedy = `Look again in a few minutes. Where it stays so, ${look}`;
        return { verdict: "inconclusive", reason_code: "not_as_verified", says, remedy, facts, warnings: [says] };
    }
    const says = slow ? `${counts} ${judgement.says}` : counts;
    const remedy = `${release} was verified before, so ${look}`;
    return { verdict: "fail", reason_code: "not_recovered", says, remedy, facts };
}
/** What it was like when the release was verified, beside what it is like now. */
function thenText(release, { p50_ms: now }, level) {
    if (level === null)
        return `What it was when ${release} was verified is not known: no watch of it is on record here.`;
    const { requests, errors, p50_ms: then } = level;
    if (!isComparable(level))
        return `When ${release} was verified, ${(0,plural/* counted */.h)(requests, "request")} were counted: too few.`;
    const half = now === null || then === null
        ? ""
        : `, and half of the answers took ${(0,wording/* durationText */.S5)(then)}; now ${(0,wording/* durationText */.S5)(now)}`;
    return `When ${release} was verified, it was ${errors} of ${requests}${half}.`;
}
/** True where every slot in which it serves passes the smoke tests; without any, nobody knows. */
async function answersItself({ settings, world }, { target, release }) {
    const seen = await target.observe();
    if ("failed" in seen || settings.smoke.length === 0)
        return false;
    const places = seen.fleet.hosts.flatMap(({ host, slots }) => Object.entries(slots).flatMap(([slot, { running }]) => (running?.release === release ? [{ host, slot }] : [])));
    const looks = await Promise.all(places.map(async ({ host, slot }) => (0,smoke/* judgeSmoke */.H)(await target.reach(host, slot), settings.smoke, world.http)));
    return looks.length > 0 && looks.every(({ verdict }) => verdict === "pass");
}

// EXTERNAL MODULE: ./build/src/domain/evidence/result.js
var result = __webpack_require__(8365);
// EXTERNAL MODULE: ./build/src/domain/fleet/fleet.js
var fleet = __webpack_require__(1885);
// EXTERNAL MODULE: ./build/src/stages/stage.js
var stage = __webpack_require__(8767);
// EXTERNAL MODULE: ./build/src/domain/fleet/schema.js
var fleet_schema = __webpack_require__(258);
// EXTERNAL MODULE: ./build/src/domain/rollback/procedures.js
var procedures = __webpack_require__(2557);
;// CONCATENATED MODULE: ./build/src/stages/rollback/schema.js





/**
 * How the schema is rolled back, where that is asked for: looked at before anything is changed. Null where it stays.
 */
async function askForSchema(run, { target, carried }, back) {
    const { inputs } = back;
    const invalid = invalidInput(back);
    if (invalid !== null)
        return { conclusion: (0,stage/* stopped */.c)({ reason_code: "invalid_input", ...invalid }, judged/* nothingChanged */.Us), lacks: null };
    if (inputs.migrations !== "down")
        return null;
    let made = null;
    const subject = { kind: "gate", id: "schema", title: "The schema can be rolled back", required: true };
    const judgement = await (0,judged/* judged */.g$)(run, subject, async () => {
        const wish = { owner: (0,stages_environment/* ownerOf */.bf)(run), to: inputs.to, carried, allowDataLoss: allowed(inputs) };
        const seen = await look(target, wish);
        if ("verdict" in seen)
            return seen;
        made = seen;
        return found(seen);
    });
    if (made !== null)
        return made;
    await showRestore(run, judgement);
    const lacks = judgement.facts?.["lacks"];
    return { conclusion: (0,stage/* stopped */.c)(judgement, judged/* nothingChanged */.Us), lacks: typeof lacks === "string" ? lacks : null };
}
function invalidInput({ environment, inputs }) {
    const { migrations = "keep", drill } = inputs;
    if (migrations === "keep") {
        if (!allowed(inputs))
            return null;
        return {
            says: "Input `allow-data-loss` is true, and the schema stays: `migrations` is `keep`.",
            remedy: "Set `migrations: down` to roll the schema back, or leave `allow-data-loss` out.",
        };
    }
    if (drill)
        return {
            says: "Input `migrations` is `down`, and `drill` is true: after a drill the release goes forward again.",
            remedy: "Rehearse with `migrations: keep`; `dry-run` shows which versions would be rolled back.",
        };
    if (environment.migrations.migrate !== null)
        return null;
    return {
        says: `Input \`migrations\` is \`down\`, and ${environment.name} has no \`migrations\` in the settings.`,
        remedy: "Leave `migrations` out: no deployment has migrated a schema.",
    };
}
function allowed(inputs) {
    return inputs["allow-data-loss"] === true;
}
async function look(target, wish) {
    const seen = await target.observe();
    if ("failed" in seen)
        return seen.failed;
    const answer = await target.schemaReturn?.(seen.fleet, wish);
    return (answer ?? {
        verdict: "error",
        reason_code: "schema_unknown",
        says: "This kind of target cannot say which versions the schema has.",
        remedy: "Go back with `migrations: keep`.",
    });
}
function found({ from, going, staying }) {
    const versions = going.length === 0 ? "No version goes" : `${(0,fleet_schema/* versionsText */.pl)(going)} of ${from} can be rolled back`;
    return {
        verdict: "pass",
        reason_code: "passed",
        says: `${versions}, and ${staying.length === 0 ? "none" : (0,fleet_schema/* versionsText */.pl)(staying.slice(-1))} stays.`,
        facts: { going: [...going], staying: [...staying] },
    };
}
/** What was done to the schema, behind what was done to traffic. */
function withSchema(says, schema) {
    if (schema === null)
        return says;
    const { going } = schema;
    const done = going.length === 0 ? "had nothing to roll back" : `was rolled back by ${(0,fleet_schema/* versionsText */.pl)(going)}`;
    return `${says} The schema ${done}.`;
}
async function showRestore({ world }, { facts = {} }) {
    const parts = (0,procedures/* restoreIn */.UK)(facts);
    if (parts.length === 0)
        return;
    await world.log.group("A restore from the backup, by hand", async () => {
        for (const { title, hosts, says, blocks } of parts) {
            const on = hosts.length === 0 ? "" : `On ${hosts.join(", ")}. `;
            const texts = blocks.flatMap(({ when, text }) => [...(when === "" ? [] : ["", `${when}:`]), "", text]);
            for (const line of ["", `${title}. ${on}${says}`, ...texts].join("\n").split("\n"))
                world.log.info(line);
        }
    });
}

;// CONCATENATED MODULE: ./build/src/stages/rollback/target.js







/** What the planner is asked for, given what is there. */
function wishOf(run, asked, fleet) {
    const { environment, inputs, target, carried, schema } = asked;
    const wish = (0,deploy/* wantedOf */.Lm)(run, { environment, watchMs: 0 }, "");
    const choosing = { owner: wish.owner, to: inputs.to, carried };
    const release = target.rollsBackTo(fleet, choosing);
    // In an incident, the hosts that can be reached go back.
    const hosts = inputs.drill ? {} : { hostsRequired: 1 };
    return {
        ...{ ...wish, ...choosing, ...hosts, release: typeof release === "string" ? release : "" },
        takeLock: inputs.lock === "take",
        schema,
        markBad: !inputs.drill,
    };
}
/** The parts of a change that every rollback has. */
function rollbackChange(run, asked) {
    const { environment, target, inputs, known } = asked;
    return {
        kind: "rollback",
        environment,
        target,
        wanted: (fleet) => wishOf(run, asked, fleet),
        dryRun: inputs["dry-run"],
        measureFirst: false,
        known,
    };
}
/** Back, for good. */
async function rollBackOn(run, asked) {
    const { environment, target, schema } = asked;
    let before = null;
    let left = [];
    let others = [];
    const asking = startAsking(run, environment);
    const conclusion = await (0,change/* changeTarget */.u)(run, {
        ...rollbackChange(run, asked),
        plan: (fleet) => {
            before = fleet;
            left = fleet.away ?? [];
            others = target.verifiedBefore(fleet);
            const made = target.rollback(fleet, wishOf(run, asked, fleet));
            asked.planned(made);
            return made;
        },
        beginning: asking.beginning,
        record: { jobId: "", why: asked.inputs.reason ?? "" },
        done: {
            decision: "complete",
            reason_code: "rolled_back",
            says: withSchema(`${environment.name} was rolled back.`, schema),
        },
    }).finally(asking.end);
    const { from, to } = run.recorder.evidence;
    (0,deploy/* setOutputs */.n0)(run, to ?? "");
    await recordBehind(run, left);
    if (conclusion.status !== "passed" || from === null || to === null)
        return withNext(run, { conclusion, asked, others });
    const recovered = await judgeRecovered(run, { environment, target, release: to, fleet: before });
    const says = withSchema(`${environment.name} was rolled back from ${from} to ${to}, ${whichOne(asked)}.`, schema);
    if (recovered.verdict === "fail") {
        const where = left.length === 0 ? "" : ` ${behindText(left)}`;
        return notRecovered(environment, `${says} ${recovered.says}${where}`, recovered.remedy);
    }
    const missing = environment.hosts.length - left.length < (environment.hostsRequired ?? environment.hosts.length);
    return missing ? incomplete({ ...conclusion, says }, left) : { ...conclusion, says };
}
function whichOne({ inputs }) {
    return inputs.to === "previous" ? "the last release verified before it" : "as requested";
}
/** The release serves, and users get no better answers: whatever the cause, this is no end of the incident. */
function notRecovered({ name }, says, remedy = "") {
    const conclusion = (0,stage/* stopped */.c)({ reason_code: "not_recovered", says, remedy: `Look at ${name} now. ${remedy}`.trim() });
    return { ...conclusion, decision: "rollback-failed" };
}
/** The hosts that were reached went back. The others may serve what was left, so that this is no success. */
function incomplete({ says }, left) {
    const keep = `Keep requests away from ${(0,fleet/* hostNames */.n3)(left)} until it can be reached`;
    const conclusion = (0,stage/* stopped */.c)({
        reason_code: "partial_fleet",
        says: `${says} ${behindText(left)}`,
        remedy: `${keep}, and run \`rollback\` or a deployment again then.`,
    });
    return { ...conclusion, decision: "rollback-failed" };
}
function behindText(left) {
    const why = left.map((one) => one.says).join(" ");
    return `${(0,fleet/* hostNames */.n3)(left)} could not be reached and may serve the release that was left: ${why}`;
}
/** Keeps which hosts were left out, for whatever is said of the rollback afterwards. */
async function recordBehind({ recorder }, left) {
    const { rollback } = recorder.evidence;
    if (rollback === undefined || left.length === 0)
        return;
    await recorder.set({ rollback: { ...rollback, behind: left.map(({ host }) => host) } });
}
/** Steps and looks that show what the release itself can do. */
const ofRelease = new Set(["start", "health", "smoke"]);
/**
 * A release that does not start any more is not the only one to go to: the one that was verified before it is named.
 */
function withNext(run, given) {
    const { conclusion, asked, others } = given;
    const { to, results } = run.recorder.evidence;
    const cause = results.find(result/* blocks */.Bv);
    if (to === null || cause === undefined || !ofRelease.has(cause.id))
        return conclusion;
    const next = others[others.indexOf(to) + 1];
    if (next === undefined)
        return conclusion;
    const { environment, reason, drill } = asked.inputs;
    const inputs = [
        `\`to: ${next}\``,
        `\`confirm: ${environment}\``,
        ...(reason === undefined ? [] : [`\`reason: ${reason}\``]),
        ...(drill ? ["`drill: true`"] : []),
    ];
    const offer = `${next} was verified before ${to}: to go there, start \`rollback\` again with ${inputs.join(", ")}.`;
    return { ...conclusion, remedy: `${offer} ${conclusion.remedy ?? ""}`.trim() };
}

;// CONCATENATED MODULE: ./build/src/stages/rollback/drill.js





/**
 * Back to the release that a rollback would go to, and forward again, under one lock. Both times are reported; records,
 * marks and what is kept warm are as before.
 */
async function drillOn(run, asked) {
    const { environment, target } = asked;
    const { recorder } = run;
    let before = null;
    let others = [];
    let half = 0;
    const conclusion = await (0,change/* changeTarget */.u)(run, {
        ...rollbackChange(run, asked),
        plan: (fleet) => {
            before = fleet;
            others = target.verifiedBefore(fleet);
            const made = target.drill(fleet, wishOf(run, asked, fleet), null);
            asked.planned(made);
            return made;
        },
        andThen: (fleet) => {
            half = half === 0 ? recorder.evidence.results.length : half;
            return target.drill(fleet, wishOf(run, asked, fleet), before ?? fleet);
        },
        done: {
            decision: "complete",
            reason_code: "drill_passed",
            says: `${environment.name} was rolled back and forward.`,
        },
    });
    const { from, to, results, rollback } = recorder.evidence;
    (0,deploy/* setOutputs */.n0)(run, to ?? "");
    if (conclusion.status === "planned")
        return conclusion;
    if (conclusion.status === "cancelled")
        return cutShort(asked, conclusion, from);
    const back = lasted(half === 0 ? [] : results.slice(0, half));
    const forward = conclusion.status === "passed" ? lasted(results.slice(half)) : null;
    if (rollback !== undefined) {
        await recorder.set({
            rollback: { ...rollback, ...(back === null ? {} : { back }), ...(forward === null ? {} : { forward }) },
        });
    }
    if (conclusion.status !== "passed" || from === null || to === null || back === null || forward === null)
        return withNext(run, { conclusion, asked, others });
    // A drill rehearses this look too, and whatever it sees is of the release that served all the time.
    const seen = await judgeRecovered(run, { environment, target, release: from, fleet: before });
    if (seen.verdict === "fail")
        await recorder.warn(`After the drill: ${seen.says}`);
    const time = ({ traffic_ms, whole_ms }) => `${(0,wording/* durationText */.S5)(traffic_ms)} until all requests went there, ${(0,wording/* durationText */.S5)(whole_ms)} in all`;
    return {
        ...conclusion,
        says: `Drill on ${environment.name}: back from ${from} to ${to} (${time(back)}) and forward again ` +
            `(${time(forward)}). ${from} serves as before, and nothing was marked.`,
    };
}
/** A drill that was cancelled leaves what serves as it is: nobody may find that out by chance. */
async function cutShort({ target }, conclusion, from) {
    const seen = await target.observe();
    const carrying = "failed" in seen ? [] : target.carrying(seen.fleet);
    if (from === null || (carrying.length > 0 && carrying.every((one) => one === from)))
        return conclusion;
    const serves = carrying.length === 0 ? "Which release serves now could not be seen." : `${carrying.join(" and ")} serves now.`;
    return {
        ...conclusion,
        says: `${conclusion.says} ${serves}`,
        remedy: `Run the job that deployed ${from} again: it is still on record, and requests go to it again then.`,
    };
}
/** From the first step after the locks to the last; without a router, requests go to whatever is healthy. */
function lasted(results) {
    const steps = results.filter(({ kind, id }) => (kind === "step" && id !== "acquire-lock" && id !== "release-lock") || (kind === "signal" && timed.has(id)));
    const [first] = steps;
    if (first === undefined)
        return null;
    const began = Math.min(...steps.map(startOf));
    const ends = (of) => Math.max(...of.map((one) => startOf(one) + one.duration_ms)) - began;
    const shifts = steps.filter(({ id }) => id === "shift");
    const arrived = shifts.length > 0 ? shifts : steps.filter(({ id }) => id === "health");
    return { traffic_ms: Math.max(0, ends(arrived.length > 0 ? arrived : steps)), whole_ms: Math.max(0, ends(steps)) };
}
/** Looks that are steps of the plan. */
const timed = new Set(["health", "smoke"]);
function startOf({ started_at }) {
    return Date.parse(started_at ?? "");
}

// EXTERNAL MODULE: ./build/src/domain/rollback/to.js
var rollback_to = __webpack_require__(7442);
;// CONCATENATED MODULE: ./build/src/stages/rollback/inputs.js


/** Characters of an input that are shown again. */
const shownCharacters = 60;
/** Why these inputs are refused, before anything is touched; null where they are not. */
function refusedInputs(run, environment, inputs) {
    const { confirm, to, reason, "reason-detail": detail, drill } = inputs;
    const { name } = environment;
    const byHand = run.world.job.eventName === "workflow_dispatch";
    const shown = (text) => text.slice(0, shownCharacters).replaceAll("`", "'");
    if (confirm !== name && (byHand || confirm !== "")) {
        const seen = confirm === "" ? "is empty" : `is \`${shown(confirm)}\``;
        return refuse(`Input \`confirm\` ${seen}, and has to be \`${name}\`, the environment that is rolled back.`);
    }
    if (reason === undefined && !drill) {
        const reasons = "`error-rate`, `performance`, `p1-bug`, `security`, `data-integrity` or `manual`";
        return refuse("Input `reason` is empty.", `Give ${reasons}; only a drill needs none.`);
    }
    if (reason === "manual" && detail.trim() === "") {
        return refuse("Input `reason-detail` is empty, and the reason is `manual`.", "Give the reason in `reason-detail`; the report shows it.");
    }
    if ((0,rollback_to/* parseRollbackTo */.xI)(to) !== null)
        return null;
    return refuse(`Input \`to\` is \`${shown(to)}\`, which is no release.`, `Give \`previous\`, a version such as \`1.2.3\`, or at least ${rollback_to/* digitsOfId */.hz} digits of the tarball's sha256.`);
}
function refuse(says, remedy = "") {
    return (0,stage/* stopped */.c)({ reason_code: "invalid_input", says, remedy });
}

// EXTERNAL MODULE: ./build/src/stages/rollback/issue.js + 1 modules
var issue = __webpack_require__(286);
// EXTERNAL MODULE: ./build/src/domain/evidence/handover.js
var handover = __webpack_require__(9999);
// EXTERNAL MODULE: ./build/src/domain/release/release.js
var release_release = __webpack_require__(2161);
// EXTERNAL MODULE: ./build/src/domain/values/json.js
var json = __webpack_require__(8675);
;// CONCATENATED MODULE: ./build/src/stages/rollback/source.js








/**
 * Opens the target. Where the release's files are in the checkout and the hosts lack them, they are held against the
 * digest that the hosts have on record, and sent with the plan. Everything else in the checkout has no part in it.
 */
async function withSource(run, environment, inputs) {
    const target = (0,stages_environment/* targetOf */.$r)(run, environment, null);
    const asked = (0,rollback_to/* parseRollbackTo */.xI)(inputs.to);
    const whole = asked?.kind === "digest" && asked.digest.length > rollback_to/* digitsOfId */.hz ? asked.digest : null;
    const named = await (0,release_file/* releaseOfManifest */.uN)(run);
    const here = "failed" in named ? null : named.release;
    if (whole === null && here === null)
        return { target, carried: null, known: null };
    const seen = await target.observe();
    if ("failed" in seen)
        return { target, carried: null, known: null };
    const { fleet: known } = seen;
    const found = target.rollsBackTo(known, { owner: (0,stages_environment/* ownerOf */.bf)(run), to: inputs.to });
    const id = typeof found === "string" ? found : (found.release ?? null);
    const other = whole === null || id === null ? null : await anotherDigest(target, { id, digest: whole });
    if (other !== null)
        return source_closed(target, other);
    const lacking = typeof found === "object" && found.refused === "release_not_kept";
    if (here === null || !lacking || (0,release_release/* releaseId */.Bf)(here) !== id)
        return { target, carried: null, known };
    const subject = { id: "release", title: "The release is the one that was verified here" };
    const refused = await (0,judged/* gate */.Gj)(run, subject, () => judgeCarried(run, target, here));
    if (refused !== null)
        return source_closed(target, refused);
    await target.close();
    return { target: (0,stages_environment/* targetOf */.$r)(run, environment, here), carried: id, known };
}
async function source_closed(target, conclusion) {
    await target.close();
    return conclusion;
}
/** A release id has the first digits of its digest: the others are compared with what the hosts have on record. */
async function anotherDigest(target, { id, digest }) {
    const release = await recordOf(target, id);
    if (release?.digest.startsWith(digest) === true)
        return null;
    const has = release === null ? "no host has its whole digest on record" : `its digest is ${release.digest}`;
    return (0,stage/* stopped */.c)({
        reason_code: "release_not_found",
        says: `No release here has the sha256 ${digest}: ${id} begins like it, and ${has}.`,
        remedy: `Name it by its release id: \`to: ${id}\`.`,
    }, judged/* nothingChanged */.Us);
}
/** The tarball in the checkout against its own manifest, and against the one that the hosts kept. */
async function judgeCarried(run, target, here) {
    const read = await (0,release_file/* readRelease */.iJ)(run);
    if ("failed" in read)
        return read.failed;
    const id = (0,release_release/* releaseId */.Bf)(here);
    const record = await recordOf(target, id);
    if (record === null) {
        const says = `No host has a record of ${id}, so that ${here.file} cannot be compared with what was verified there.`;
        return {
            verdict: "error",
            reason_code: "release_unproven",
            says,
            remedy: "Deploy that version again with promote.",
        };
    }
    if (record.digest === here.digest)
        return read.judgement;
    const says = `${here.file} has sha256 ${here.digest}, and the hosts verified ${id} with ${record.digest}.`;
    return { verdict: "fail", reason_code: "digest_mismatch", says, remedy: `Fetch ${whereOf(record)}.` };
}
/**
 * The conclusion for a release whose files are not on the hosts any more: which run built it, in which artifact it is,
 * and with which digest. Outputs say the same for the step that fetches it.
 */
async function notKept(run, target, { release, conclusion }) {
    const { recorder } = run;
    recorder.output("release", release);
    const record = await recordOf(target, release);
    if (record === null)
        return conclusion;
    const { built_by, digest, git_sha: sha } = record;
    const artifact = (0,release_release/* artifactOf */.qB)(record);
    recorder.output("run-id", built_by.run_id);
    recorder.output("artifact", artifact);
    recorder.output("release-digest", digest);
    const { rollback } = recorder.evidence;
    const known = { run_id: built_by.run_id, url: built_by.url, artifact, digest, sha };
    if (rollback !== undefined)
        await recorder.set({ rollback: { ...rollback, built_by: known } });
    return {
        ...conclusion,
        says: `${conclusion.says} It is in ${whereOf(record)}.`,
        remedy: `Run \`gh run download ${built_by.run_id} -n ${artifact} -D ${handover/* handover */.c.folder}\` in the checkout and ` +
            `\`rollback\` again, as examples/workflows/rollback.yml does. ` +
            `Where the artifact has expired, deploy commit ${sha} again.`,
    };
}
function whereOf(release) {
    const { run_id, url } = release.built_by;
    return `artifact \`${(0,release_release/* artifactOf */.qB)(release)}\` of run ${run_id} (${url}), with sha256 ${release.digest}`;
}
/** What the hosts kept of a release; null where none has it, or it cannot be read. */
async function recordOf(target, id) {
    const text = await target.recorded(id);
    const parsed = release_release/* releaseSchema */.By.safeParse(text === null ? null : (0,json/* readJson */.V)(text));
    return parsed.success && (0,release_release/* releaseId */.Bf)(parsed.data) === id ? parsed.data : null;
}

;// CONCATENATED MODULE: ./build/src/stages/rollback.js













/**
 * Rolls an environment back to the last release that was verified, or to one that is named, for a named reason (Phase
 * 6: Rollback Criteria). The schema stays as it is, unless it is asked for.
 */
const rollback = async (run, inputs) => {
    const environment = (0,stages_environment/* findEnvironment */.jY)(run.settings, inputs.environment);
    if ("status" in environment)
        return environment;
    const unasked = refusedInputs(run, environment, inputs);
    if (unasked !== null)
        return unasked;
    const refused = await (0,checkout/* checkoutGate */.i)(run, { another: "warn" });
    if (refused !== null)
        return refused;
    const nameless = await nameApp(run);
    if (nameless !== null)
        return nameless;
    const { reason = null, "reason-detail": detail, drill, to } = inputs;
    await run.recorder.set({ rollback: { reason, detail, asked_to: to, drill } });
    const why = reason === null ? "" : ` for the reason ${reason}${detail === "" ? "" : ` (${detail})`}`;
    const what = drill ? `Drill of a rollback of ${environment.name}` : `Rollback of ${environment.name}`;
    await run.recorder.warn(`${what}${why}, asked for by ${run.world.job.actor}.`);
    const conclusion = await goBack(run, environment, inputs);
    if (isNews(run, conclusion))
        await (0,announce/* announceRollback */.o8)(run, environment.name, conclusion);
    if (!drill)
        await (0,issue/* openRollbackIssue */.y)(run, environment, { conclusion, why: { reason: reason ?? "", detail } });
    await (0,page_note/* noteRollback */.B)(run, { ...run.recorder.evidence, ...conclusion, remedy: conclusion.remedy ?? "" });
    return conclusion;
};
/** Sets the application's name. What to roll back to is on the hosts; a manifest here only has the name. */
async function nameApp(run) {
    if (run.settings.app !== null)
        return null;
    const read = await (0,release_file/* readRelease */.iJ)(run);
    if ("failed" in read) {
        return (0,stage/* stopped */.c)({
            reason_code: "invalid_settings",
            says: "The application's name is unknown: there is no release manifest here, and the settings have no `app`.",
            remedy: "Write `app: my_app` at the top of the settings file.",
        });
    }
    await run.recorder.set({ app: read.release.app });
    return null;
}
async function goBack(run, environment, inputs) {
    const source = await withSource(run, environment, inputs);
    if ("status" in source)
        return source;
    const { target } = source;
    let lacked = null;
    const asked = {
        ...source,
        environment,
        inputs,
        // What is not on the hosts is said with where it is, after the plan was refused.
        planned: (made) => {
            lacked = (0,plan/* isRefusal */.vu)(made) && made.refused === "release_not_kept" ? (made.release ?? null) : null;
        },
    };
    try {
        const schema = await askForSchema(run, source, { environment, inputs });
        if (schema !== null && "conclusion" in schema) {
            const { conclusion, lacks } = schema;
            return lacks === null ? conclusion : await notKept(run, target, { release: lacks, conclusion });
        }
        const whole = { ...asked, schema };
        const conclusion = await (inputs.drill ? drillOn(run, whole) : rollBackOn(run, whole));
        return lacked === null ? conclusion : await notKept(run, target, { release: lacked, conclusion });
    }
    finally {
        await target.close();
    }
}
/** Refusals of what was typed: whoever typed it sees them, and nobody else has to look. */
const mistyped = new Set(["already_active", "release_not_found"]);
/** What changed nothing is no news: a drill that ended as it began, or a release that a next step fetches first. */
function isNews({ recorder }, { status, decision, reason_code }) {
    if (recorder.evidence.rollback?.drill === true)
        return decision === "rollback-failed";
    if (status !== "failed")
        return true;
    return !mistyped.has(reason_code) && !(reason_code === "release_not_kept" && recorder.evidence.rollback?.built_by);
}


/***/ })

};
