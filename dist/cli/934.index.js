export const id = 934;
export const ids = [934];
export const modules = {

/***/ 6981:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   backupText: () => (/* binding */ backupText),
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__),
/* harmony export */   judgeBackup: () => (/* binding */ judgeBackup)
/* harmony export */ });
/* harmony import */ var _domain_values_day_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6895);
/* harmony import */ var _define_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7500);


/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .defineCheck */ .q)({
    id: "backup",
    title: "Backup named in the settings",
    level: "should",
    docs: {
        passes: 'never: it says "configured, not run" where every environment with migrations names how its database is ' +
            "backed up, and fails where one does not",
        more: "a deployment makes and verifies the backup itself, before it migrates, and stops there where that fails; " +
            "that of a provider is not looked at",
    },
    vm: "none",
    judge: ({ context, settings }) => judgeBackup(Object.values(settings.environments), context.clock.now()),
    byHand: () => "",
}));
/**
 * Phase 6: Backup verified. Every environment whose schema changes must name how its database is backed up. It is
 * made and verified by the deployment, before it migrates: here it is configured, and never verified.
 */
function judgeBackup(environments, now) {
    const migrating = environments.filter((one) => one.migrations.migrate !== null);
    if (migrating.length === 0) {
        const says = environments.length === 0 ? "The settings name no environment." : "No environment runs migrations.";
        return { verdict: "not-run", reason_code: "not_applicable", says };
    }
    const findings = migrating.flatMap((one) => faultOf(one, now));
    if (findings.length > 0) {
        return {
            verdict: "fail",
            reason_code: "backup_not_named",
            says: findings.map((one) => one.message).join(" "),
            remedy: 'Write `backup: {by: command, verify: …}` for it, or `backup: {by: provider, says: "snapshots every ' +
                'hour", verified: YYYY-MM-DD}` with the day on which a restore was tried.',
            findings,
        };
    }
    const named = migrating.map(({ name, backup }) => `${name} by ${backup === null ? "nothing" : backupText(backup)}`);
    return {
        verdict: "not-run",
        reason_code: "backup_not_run",
        says: `Configured, not run: ${named.join("; ")}.`,
        remedy: "Nothing to do for `command` and `postgres`: the deployment makes and verifies the backup before it migrates. " +
            "Look at the backup of a provider before you deploy.",
        facts: { environments: migrating.map((one) => one.name) },
    };
}
function faultOf({ name, backup }, now) {
    const fault = (message) => [{ severity: "error", message, rule: "backup" }];
    if (backup === null)
        return fault(`Environment ${name} runs migrations and names no backup.`);
    if (backup.by === "provider" && (0,_domain_values_day_js__WEBPACK_IMPORTED_MODULE_1__/* .daysAhead */ .V)(backup.verified, now) > 1)
        return fault(`The backup of ${name} was verified on ${backup.verified}, a day that is still to come.`);
    return [];
}
/** A backup in words. */
function backupText(backup) {
    if (backup.by === "provider")
        return `its provider (${backup.says}; the settings say that a restore was tried on ${backup.verified})`;
    if (backup.by === "postgres") {
        const restored = backup.restore === "scratch" ? ", restored into a scratch database" : "";
        return `pg_dump of \`${backup.urlFrom}\` into ${backup.folder}${restored}`;
    }
    const commands = [backup.make, backup.verify].flatMap((work) => (work === null ? [] : `\`${workText(work)}\``));
    return `a command (${commands.join(", then ")})`;
}
function workText(work) {
    return "eval" in work ? work.eval : work.run.join(" ");
}


/***/ }),

/***/ 1867:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ isFirst),
/* harmony export */   k: () => (/* binding */ runsOf)
/* harmony export */ });
/* harmony import */ var _release_version_tag_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1545);

/**
 * Which commit an environment runs. What answers comes before a record, where a tag says which commit that is: a record
 * does not know of a rollback.
 */
function runsOf(facts) {
    const { deployed, answers, environment, tags } = facts;
    const answering = answers === null ? null : (0,_release_version_tag_js__WEBPACK_IMPORTED_MODULE_0__/* .newest */ .BP)(tags.filter(({ text }) => text === answers));
    if (deployed === null)
        return withoutRecord(facts, answering);
    const named = (0,_release_version_tag_js__WEBPACK_IMPORTED_MODULE_0__/* .newest */ .BP)(tags.filter(({ commit }) => commit === deployed.sha))?.text ?? null;
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


/***/ }),

/***/ 2934:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  smokeTest: () => (/* binding */ smokeTest)
});

// EXTERNAL MODULE: ./build/src/domain/evidence/result.js
var result = __webpack_require__(8365);
;// CONCATENATED MODULE: ./build/src/domain/fleet/running.js
/**
 * What shows which release runs: `process`, its hosts say from which release folder the serving process runs;
 * `version`, only the version answers, which two builds of one version share; `none`, neither was seen.
 */
const proofs = (/* unused pure expression or super */ null && (["process", "version", "none"]));
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

// EXTERNAL MODULE: ./build/src/domain/release/release.js
var release_release = __webpack_require__(2161);
// EXTERNAL MODULE: ./build/src/signals/once/health.js
var once_health = __webpack_require__(2595);
// EXTERNAL MODULE: ./build/src/signals/once/identity.js
var identity = __webpack_require__(947);
// EXTERNAL MODULE: ./build/src/signals/once/readiness.js
var readiness = __webpack_require__(7797);
;// CONCATENATED MODULE: ./build/src/signals/once/running.js
/** Which release runs, by the word of its hosts. Where they cannot be asked, no more is claimed than was seen. */
function judgeRunningRelease({ environment, release, hosts, version }) {
    if (!hosts.asked)
        return unproven(environment, hosts.why, version);
    for (const { host, slot, pid, release: seen } of hosts.hosts) {
        const place = `slot ${slot} of ${host}`;
        if (pid === null) {
            const says = `No process serves ${place}, the active one.`;
            return { verdict: "fail", reason_code: "not_healthy", says, remedy: `Deploy to ${environment} again.` };
        }
        // Another user's process hides its release folder.
        if (seen === null)
            return unproven(environment, `process ${pid} of ${place} does not show its release folder to this job`, version);
        if (seen !== release) {
            const says = `Process ${pid} of ${place} runs from ${seen}, not from ${release}.`;
            const remedy = "Another deployment went there since. Deploy this release again, and run its smoke test.";
            return { verdict: "fail", reason_code: "wrong_release", says, remedy, facts: { proved: "none", release: seen } };
        }
    }
    const pids = hosts.hosts.map(({ host, pid }) => `process ${pid} of ${host}`).join(", ");
    const facts = { proved: "process", release, pids: hosts.hosts.map(({ pid }) => pid) };
    return { verdict: "pass", reason_code: "passed", says: `${release} runs: ${pids}.`, facts };
}
function unproven(environment, why, version) {
    const proved = version ? "version" : "none";
    const saw = proved === "version"
        ? "Only the version is verified, which two builds can share"
        : "Which release runs is not verified";
    return {
        verdict: "inconclusive",
        reason_code: "release_unproven",
        says: `${saw}: ${why}.`,
        remedy: `Run this job where the hosts of ${environment} can be reached, such as on the runner of its deployment; ` +
            "promote asks for it.",
        facts: { proved, release: null },
    };
}

// EXTERNAL MODULE: ./build/src/signals/once/smoke.js
var smoke = __webpack_require__(7852);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/checks/backup.js
var checks_backup = __webpack_require__(6981);
// EXTERNAL MODULE: ./build/src/domain/brief/facts.js
var facts = __webpack_require__(2726);
// EXTERNAL MODULE: ./build/src/domain/evidence/handover.js
var handover = __webpack_require__(9999);
// EXTERNAL MODULE: ./build/src/domain/values/error-text.js
var error_text = __webpack_require__(3059);
// EXTERNAL MODULE: ./build/src/gates/evidence.js + 2 modules
var evidence = __webpack_require__(3424);
// EXTERNAL MODULE: ./build/src/stages/environment.js + 34 modules
var stages_environment = __webpack_require__(4438);
// EXTERNAL MODULE: ./build/src/stages/gates/evidence-folder.js
var evidence_folder = __webpack_require__(5002);
// EXTERNAL MODULE: ./build/src/domain/values/json.js
var json = __webpack_require__(8675);
// EXTERNAL MODULE: ./build/src/settings/fault.js
var fault = __webpack_require__(1003);
;// CONCATENATED MODULE: ./build/src/signals/metrics/alert-rules.js


const limitMs = 8_000;
/** Asks for them; a sentence where there was no answer that can be read. Older servers give all rules. */
async function readAlertRules(http, url, names) {
    const query = new URLSearchParams({ type: "alert", exclude_alerts: "true" });
    for (const name of names)
        query.append("rule_name[]", name);
    const answer = await http.request({ method: "GET", url: `${url}/api/v1/rules?${query}`, limitMs });
    if (!answer.answered)
        return `Prometheus at ${url} did not answer: ${(0,fault/* shown */.S)(answer.why)}`;
    if (answer.status !== 200)
        return `Prometheus at ${url} answered ${answer.status}`;
    const groups = member(member((0,json/* readJson */.V)(answer.body), "data"), "groups");
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

// EXTERNAL MODULE: ./build/src/signals/metrics/headers.js
var metrics_headers = __webpack_require__(9183);
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
    const headers = headersFrom === null ? {} : (0,metrics_headers/* readHeaders */.j)(world.secret(headersFrom) ?? "");
    const rules = typeof headers === "string"
        ? `the variable ${headersFrom}, which has the headers, cannot be used: ${headers}`
        : await readAlertRules((0,metrics_headers/* withHeaders */.C)(world.http, headers), url, alerts);
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

// EXTERNAL MODULE: ./build/src/stages/brief/changes.js + 1 modules
var changes = __webpack_require__(2621);
// EXTERNAL MODULE: ./build/src/domain/brief/runs.js
var brief_runs = __webpack_require__(1867);
// EXTERNAL MODULE: ./build/src/domain/fleet/plan.js
var fleet_plan = __webpack_require__(5590);
// EXTERNAL MODULE: ./build/src/render/text/wording.js
var wording = __webpack_require__(9700);
// EXTERNAL MODULE: ./build/src/strategies/deploy.js
var deploy = __webpack_require__(7964);
// EXTERNAL MODULE: ./build/src/strategies/expected-rollback.js
var expected_rollback = __webpack_require__(828);
// EXTERNAL MODULE: ./build/src/strategies/registry.js + 7 modules
var registry = __webpack_require__(1628);
;// CONCATENATED MODULE: ./build/src/strategies/expected-deploy.js



/**
 * The plan of a deployment on hosts as the last deployment should have left them: its release serves in the last slot,
 * nothing else runs, nobody has the lock, every router has all its servers.
 */
function expectedDeployment(expected, all = registry/* strategies */.W) {
    const { layout, serving, routerHosts, wanted } = expected;
    const nothing = { now: "", before: "" };
    const fleet = (0,expected_rollback/* deployedFleet */.R)({ layout, releases: serving ?? nothing }, false);
    const locks = routerHosts.map((host) => ({ host, now: 0, lease: null, stepRunning: false, routes: true }));
    const there = locks.length === 0 ? fleet : { ...fleet, routerHosts: locks };
    return (0,deploy/* planDeploy */.b)(serving === null ? emptied(there) : there, wanted, all);
}
/** The same hosts before their first deployment. */
function emptied(fleet) {
    const hosts = fleet.hosts.map((host) => ({
        ...{ ...host, releases: [], current: null, active: null },
        slots: Object.fromEntries(Object.entries(host.slots).map(([name, { port }]) => [name, { port, link: null, running: null }])),
    }));
    return { ...fleet, hosts };
}

// EXTERNAL MODULE: ./build/src/stages/deploy.js
var stages_deploy = __webpack_require__(3142);
// EXTERNAL MODULE: ./build/src/stages/expected-rollback.js
var stages_expected_rollback = __webpack_require__(3718);
;// CONCATENATED MODULE: ./build/src/stages/brief/plan.js








/** Steps of a plan that a brief keeps, and characters of one. */
const maxSteps = 300;
const maxStep = 500;
/**
 * The plan of the deployment. A job before the gate has no access to the hosts: it is planned for hosts as the settings
 * name them, where the last deployment went well, unless a dry run planned it from the hosts themselves.
 */
function planOf(run, { environment, release, runs, dryRun }) {
    const id = (0,release_release/* releaseId */.Bf)(release);
    if (dryRun !== null && dryRun.plan.length > 0 && dryRun.release?.digest === release.digest)
        return {
            from: "dry-run",
            says: `Planned from the hosts of ${environment.name} by a dry run (${dryRun.started_at}).`,
            ...{ steps: cutSteps(dryRun.plan), warnings: cutSteps(dryRun.warnings) },
        };
    const { hosts, slots, router, routerHosts, groups } = environment;
    const apps = hosts.map(({ name }) => name);
    const layout = {
        ...{ hosts: apps, slots, routed: router.routes },
        routing: { weights: router.weights, shared: router.on !== null },
        ...(groups === undefined ? {} : { groups }),
    };
    const before = nameOf(runs);
    return attempted(() => shown(expectedDeployment({
        layout,
        serving: (0,brief_runs/* isFirst */.Z)(runs) ? null : { now: before, before: "the release before it" },
        routerHosts: routerHosts.map(({ name }) => name).filter((name) => !apps.includes(name)),
        wanted: (0,stages_deploy/* wantedOf */.Lm)(run, { environment, watchMs: run.settings.criteria.watchMs }, id),
    })));
}
/** The plans of the rollback: while the release before is kept warm, and later. */
function rollbacksOf(run, { environment, release, runs }) {
    // Before the first deployment there is no release to go back to.
    if ((0,brief_runs/* isFirst */.Z)(runs))
        return [];
    const releases = { now: (0,release_release/* releaseId */.Bf)(release), before: nameOf(runs) };
    const plans = attempted(() => (0,stages_expected_rollback/* expectedRollback */.z)(run, environment, releases).map(({ when, made }) => ({ when, plan: shown(made) })));
    return "missing" in plans ? [{ when: "At any time:", plan: plans }] : plans;
}
/** A planner that fails leaves a part without a plan, and the rest of the brief as it is. */
function attempted(plan) {
    try {
        return plan();
    }
    catch (error) {
        return { missing: `No plan could be made: ${(0,error_text/* errorText */.k)(error)}.` };
    }
}
/** A release id has a digest, which neither GitHub nor a tag knows: the version alone, or the commit. */
function nameOf({ version, commit }) {
    return version ?? (commit === null ? "the previous release" : `the release of ${commit.slice(0, 8)}`);
}
function shown(made) {
    if ((0,fleet_plan/* isRefusal */.vu)(made))
        return { missing: `${made.says} ${made.remedy}` };
    const plan = {
        ...{ from: "assumed", says: made.says },
        ...{ steps: cutSteps((0,fleet_plan/* batches */.Xy)(made.steps).map(fleet_plan/* batchText */.uG)), warnings: cutSteps(made.warnings) },
    };
    return plan;
}
function cutSteps(all) {
    return all.slice(0, maxSteps).map((one) => (0,wording/* shortened */.vI)(one, maxStep));
}

// EXTERNAL MODULE: ./build/src/checks/version.js
var version = __webpack_require__(1279);
// EXTERNAL MODULE: ./build/src/domain/release/version.js
var release_version = __webpack_require__(108);
// EXTERNAL MODULE: ./build/src/domain/release/version-tag.js
var version_tag = __webpack_require__(1545);
// EXTERNAL MODULE: ./build/src/stages/public-http.js
var public_http = __webpack_require__(777);
;// CONCATENATED MODULE: ./build/src/stages/brief/runs.js







/**
 * What an environment runs, as far as a job before its gate can know it, which has no access to the hosts: GitHub's
 * record of deployments, the version that the public URL answers, and version tags.
 */
async function readRuns(run, environment, release) {
    const { name } = environment;
    const notes = [];
    const [answer, answers, tags] = await Promise.all([
        run.world.github.lastDeployment(name),
        askVersion(run, environment),
        readTags(run, notes),
    ]);
    const deployed = answer.ok ? answer.value : null;
    if (!answer.ok)
        notes.push(unread(name, answer));
    else if (deployed === null)
        notes.push(`GitHub knows no deployment to ${name} that succeeded.`);
    const rules = {
        names: [release.name, release.app],
        patterns: (0,version.versionSettings)({ settings: run.settings, inputs: {} }).patterns,
    };
    const last = (0,version.newestTag)({ tags, rules, head: release.git_sha, version: release.version });
    const runs = (0,brief_runs/* runsOf */.k)({ environment: name, deployed, answers, tags: (0,version_tag/* versionTags */.OP)(tags, rules), last });
    // Where an answer showed the release itself, a rollback is no doubt any more.
    const seen = runs.by === "answer" || answers !== null;
    const later = deployed === null || seen ? [] : await rolledBack(run, name, deployed.at);
    return { ...runs, doubts: [...runs.doubts, ...later], notes };
}
function unread(environment, { status, why }) {
    const remedy = status === 403 || status === 404 ? " Give the job `deployments: read`." : "";
    const because = status === 0 ? why : `${status}: ${why}`;
    return `GitHub's deployments to ${environment} cannot be read (${because}).${remedy}`;
}
/** The version that the public URL answers, where the settings name a page for it. */
async function askVersion({ world }, environment) {
    const { url, health } = environment;
    if (health.version === null)
        return null;
    const request = { method: "GET", url: `${url}${health.version}`, limitMs: 5_000 };
    const answer = await (0,public_http/* publicHttp */.q)(world, environment).request(request);
    const version = answer.answered && answer.status === 200 ? (0,identity/* versionInBody */.o)(answer.body) : null;
    return version === null || version.length > 64 || (0,release_version/* parseVersion */.ot)(version) === null ? null : version;
}
/**
 * A rollback from a job of an environment of its own, as in the example workflow, is no deployment to this one: then
 * the newest of these may have been left.
 */
async function rolledBack({ world }, environment, since) {
    const name = `${environment}-rollback`;
    const answer = await world.github.lastDeployment(name);
    if (!answer.ok || answer.value === null || Date.parse(answer.value.at) < Date.parse(since))
        return [];
    return [
        `A job of ${name} succeeded after the newest deployment (${answer.value.at}): ${environment} may run the release ` +
            "before it.",
    ];
}
async function readTags({ world }, notes) {
    try {
        const tags = await world.repository.tags();
        if (tags.length === 0 && (await world.repository.isShallow()))
            notes.push("This checkout has no tags, since it is shallow: give actions/checkout `fetch-depth: 0`.");
        return tags;
    }
    catch (error) {
        notes.push(`Tags cannot be read: ${(0,error_text/* errorText */.k)(error)}.`);
        return [];
    }
}

;// CONCATENATED MODULE: ./build/src/stages/brief/brief.js













/** The environment that is promoted to unless the input names another: as of `promote`. */
const usual = "production";
/**
 * The environment whose approver the brief is for; null where nobody is to get one. One that is named and not in the
 * settings is refused; without the usual one there is no brief.
 */
function briefFor(run, inputs) {
    const name = inputs["brief-for"];
    if (name === "off" || name === inputs.environment)
        return null;
    if (name === usual && !Object.hasOwn(run.settings.environments, name))
        return null;
    return (0,stages_environment/* findEnvironment */.jY)(run.settings, name, "brief-for");
}
/**
 * Writes the promotion brief into the evidence, when all that comes before the gate has passed. Bookkeeping: what
 * cannot be read says so in its part, and a brief that cannot be written is a warning.
 */
async function writeBrief(run, environment, { release, inputs }) {
    try {
        await run.recorder.set({ brief: await gather(run, environment, { release, inputs }) });
        run.world.log.info(`The promotion brief for ${environment.name} is in the job summary.`);
    }
    catch (error) {
        await run.recorder.warn(`The promotion brief for ${environment.name} could not be written: ${(0,error_text/* errorText */.k)(error)}.`);
    }
}
async function gather(run, environment, { release, inputs }) {
    const { job, clock } = run.world;
    const chain = await chainOf(run, inputs, release);
    const of = (stage, place) => (0,evidence/* linkOf */.IJ)(chain, stage, place)?.evidence ?? null;
    const [validate, staging] = [of("validate", null), of("deploy-staging", inputs.environment)];
    const promoted = of("promote", environment.name);
    const dryRun = promoted?.status === "planned" ? promoted : null;
    const repository = job.runUrl.replace(/\/actions\/runs\/.*$/, "");
    const advisories = (0,facts/* advisoriesIn */.vX)(validate);
    const runs = await readRuns(run, environment, release);
    const compared = { to: release.git_sha, repository, config: inputs.config, advisories };
    const { changes, pullRequest } = await changesSince(run, runs, compared);
    const gap = (0,facts/* auditGap */.I7)(validate);
    const monitoring = await monitoringFacts(run, environment);
    return {
        ...{ app: release.app, environment: environment.name, version: release.version, release: (0,release_release/* releaseId */.Bf)(release) },
        ...{ commit: release.git_sha, repository, written_at: clock.now().toISOString(), runs, changes },
        advisories: gap === "" ? advisories.map(({ says }) => says) : [],
        advisories_unknown: gap,
        variables: [...(release.environment ?? [])],
        migrations: (0,facts/* migrationsOf */.T9)({ validate, staging }, { migrates: environment.migrations.migrate !== null, backup: backupOf(environment) }),
        evidence: stagesOf(run, chain),
        plan: planOf(run, { environment, release, runs, dryRun }),
        rollback: rollbacksOf(run, { environment, release, runs }),
        size: (0,facts/* sizeOf */.$d)(release, staging),
        on_call: environment.onCall ?? null,
        dashboards: [...(environment.dashboards ?? [])],
        ...(monitoring === null ? {} : { monitoring: [...monitoring.seen] }),
        pull_request: pullRequest,
    };
}
async function changesSince(run, { commit: from, version, notes }, compared) {
    if (from !== null) {
        try {
            return await (0,changes/* readChanges */.S)(run, { ...compared, from });
        }
        catch (error) {
            return { changes: { missing: `What changed cannot be read: ${(0,error_text/* errorText */.k)(error)}` }, pullRequest: null };
        }
    }
    const what = version === null ? "What runs there is not known" : `No tag names the commit of ${version}, which runs there`;
    const missing = [`${what}, so nothing can be compared.`, ...notes].join(" ");
    return { changes: { missing }, pullRequest: null };
}
/** The evidence as the stage's own gate joined it. */
async function chainOf(run, { jobs, runs }, release) {
    const { job, files } = run.world;
    const manifest = await files.digest((0,external_node_path_.join)(job.workspace, handover/* handover */.c.manifest));
    return (0,evidence/* joinChain */.UW)({
        files: await (0,evidence_folder/* readEvidence */.At)(run),
        jobs,
        sha: run.recorder.evidence.sha,
        runId: runs === "other" ? null : job.runId,
        atHand: { release, manifestSha256: manifest?.sha256 ?? "" },
    });
}
/** Every stage that ran, this one last: it has passed where a brief is written. */
function stagesOf({ recorder }, { links }) {
    const counts = ({ stage, status }) => (stage === "validate" || stage === "deploy-staging") && status !== "planned";
    const before = links.filter(({ evidence }) => counts(evidence));
    const order = (stage) => ["validate", "deploy-staging"].indexOf(stage);
    return [
        ...before
            .toSorted((one, other) => order(one.evidence.stage) - order(other.evidence.stage))
            .map(({ evidence, pinned }) => (0,facts/* stageOf */.gV)(evidence, pinned)),
        (0,facts/* stageOf */.gV)({ ...recorder.evidence, status: "passed" }, null),
    ];
}
function backupOf({ backup, migrations }) {
    if (migrations.migrate === null)
        return "";
    return backup === null ? "the settings name none" : (0,checks_backup.backupText)(backup);
}

// EXTERNAL MODULE: ./build/src/stages/gates/checkout.js + 1 modules
var checkout = __webpack_require__(7995);
// EXTERNAL MODULE: ./build/src/stages/judged.js
var judged = __webpack_require__(4444);
// EXTERNAL MODULE: ./build/src/stages/release-file.js
var release_file = __webpack_require__(3103);
// EXTERNAL MODULE: ./build/src/domain/fleet/fleet.js
var fleet = __webpack_require__(1885);
;// CONCATENATED MODULE: ./build/src/stages/serving.js


/** Asks the hosts of an environment what process serves. It changes nothing and takes no lock. */
async function askHosts(run, environment, release) {
    const target = (0,stages_environment/* targetOf */.$r)(run, environment, release);
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
        for (const { host, slot } of (0,fleet/* recordedPlaces */.RM)(observed.fleet.hosts)) {
            const process = await target.running(host, slot);
            hosts.push({ host, slot, pid: process?.pid ?? null, release: process?.release ?? null });
        }
        return { asked: true, hosts };
    }
    finally {
        await target.close();
    }
}

// EXTERNAL MODULE: ./build/src/stages/stage.js
var stage = __webpack_require__(8767);
;// CONCATENATED MODULE: ./build/src/stages/smoke-test.js

















const readinessOff = {
    verdict: "off",
    reason_code: "switched_off",
    says: "Readiness is off: the services behind the application were not checked.",
    remedy: "Where the application has a readiness page, name it: `health: {ready: /ready}` of the environment.",
};
/**
 * Verifies through the public URL that the release answers and works (Phase 6: Staging Validation), and on its hosts
 * that it is this build.
 */
const smokeTest = async (run, inputs) => {
    const environment = (0,stages_environment/* findEnvironment */.jY)(run.settings, inputs.environment);
    if ("status" in environment)
        return environment;
    const next = briefFor(run, inputs);
    if (next !== null && "status" in next)
        return next;
    const refused = await (0,checkout/* checkoutGate */.i)(run, { another: "refuse" });
    if (refused !== null)
        return refused;
    await run.recorder.set({ url: environment.url });
    const release = await (0,release_file/* openRelease */.gS)(run);
    if ("status" in release)
        return release;
    const chain = await (0,evidence_folder/* chainGate */.FA)(run, {
        jobs: inputs.jobs,
        runs: inputs.runs,
        unpinned: "allow",
        release,
        needed: [],
        maxAgeMs: Number.POSITIVE_INFINITY,
    });
    if (chain !== null)
        return chain;
    const unasked = (0,public_http/* headersMissing */.H)(run.world, environment);
    if (unasked !== null)
        return unasked;
    const http = (0,public_http/* publicHttp */.q)(run.world, environment);
    const { health, url, name } = environment;
    const place = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
    // Which build runs blocks nothing here where it cannot be verified: promote judges it.
    const required = ({ reason_code }) => reason_code !== "release_unproven";
    const verify = (id, title, judge) => (0,judged/* judged */.g$)(run, { kind: "signal", id, title: `${place} ${title}`, required }, judge);
    const { ready, version } = health;
    await verify("health", "health check", () => (0,once_health/* judgeHealth */.u)(`${url}${health.path}`, http));
    await verify("readiness", "readiness, every service", async () => ready === null ? readinessOff : (0,readiness/* judgeReadiness */.q)(`${url}${ready}`, http));
    const answers = version === null
        ? null
        : await verify("version", "version that answers", () => (0,identity/* judgeAnsweredVersion */.H)(`${url}${version}`, release.version, http));
    await verify("smoke", "smoke tests", () => (0,smoke/* judgeSmoke */.H)(url, run.settings.smoke, http));
    const hosts = await askHosts(run, environment, release);
    const asked = { environment: name, release: (0,release_release/* releaseId */.Bf)(release), hosts, version: answers?.verdict === "pass" };
    const running = await verify(runningId, "release that runs", async () => judgeRunningRelease(asked));
    const worst = run.recorder.evidence.results.find(result/* blocks */.Bv);
    if (worst !== undefined)
        return (0,stage/* stopped */.c)({ ...worst, says: `${place}: ${worst.says}` });
    if (next !== null && !run.world.cancellation.cancelled)
        await writeBrief(run, next, { release, inputs });
    const passed = `${run.settings.smoke.length} smoke tests passed.`;
    return {
        status: "passed",
        decision: "continue",
        reason_code: "smoke_passed",
        says: running.verdict === "pass"
            ? `${(0,release_release/* releaseId */.Bf)(release)} runs on ${name} and ${passed}`
            : `${name} answers and ${passed} ${running.says}`,
    };
};


/***/ })

};
