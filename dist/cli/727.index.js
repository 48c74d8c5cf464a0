export const id = 727;
export const ids = [727];
export const modules = {

/***/ 346:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A1: () => (/* binding */ judgeAnnouncements),
/* harmony export */   A6: () => (/* binding */ eventOf),
/* harmony export */   U4: () => (/* binding */ eventOfRollback),
/* harmony export */   YN: () => (/* binding */ wants),
/* harmony export */   pc: () => (/* binding */ servesAfter),
/* harmony export */   rx: () => (/* binding */ titleOfReceiver)
/* harmony export */ });
/* harmony import */ var _domain_evidence_result_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8365);
/* harmony import */ var _domain_release_release_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2161);
/* harmony import */ var _domain_rollback_outcome_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7971);



/** How a promotion ends whose watch came to no verdict, unless it was rolled back. */
const held = new Set(["watch_held", "watch_inconclusive"]);
/** What is announced of an outcome; `by` is the evidence that decided it. */
function eventOf({ status }, by) {
    // As the rollback itself has announced it.
    if (by?.stage === "rollback")
        return eventOfRollback(by);
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
function eventOfRollback(by) {
    const outcome = (0,_domain_rollback_outcome_js__WEBPACK_IMPORTED_MODULE_2__/* .rollbackOutcome */ .pl)(by);
    if (outcome === "done")
        return "rollback";
    return outcome === "nothing-changed" && !(0,_domain_evidence_result_js__WEBPACK_IMPORTED_MODULE_0__/* .changeBegan */ .uH)(by.results) ? "rollback-refused" : "rollback-failed";
}
/** The version that serves after an event; null where the evidence that decided it does not say. */
function servesAfter(event, by) {
    if (event === "success")
        return by?.release?.version ?? null;
    if (by === null || (event !== "rollback" && event !== "rollback-refused"))
        return null;
    const id = by.stage === "rollback" && event === "rollback" ? by.to : by.from;
    return id === null ? null : (0,_domain_release_release_js__WEBPACK_IMPORTED_MODULE_1__/* .releaseVersionOf */ .$_)(id);
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


/***/ }),

/***/ 8673:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QQ: () => (/* binding */ latestWord),
/* harmony export */   cO: () => (/* binding */ tagOf),
/* harmony export */   mK: () => (/* binding */ pageMarker),
/* harmony export */   t9: () => (/* binding */ digestOfPage),
/* harmony export */   vO: () => (/* binding */ isPageOf)
/* harmony export */ });
/* harmony import */ var _release_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2161);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(108);
/* harmony import */ var _version_tag_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1545);



/**
 * The tag that a release is published under: one that names its version, of this run or of this commit, else a new one.
 */
function tagOf({ version, git_sha }, { ref, tags, rules, template }) {
    const [, started] = /^refs\/tags\/(.+)$/.exec(ref) ?? [];
    const here = tags.filter(({ commit }) => commit === git_sha).map(({ name }) => name);
    const found = [...(started === undefined ? [] : [started]), ...here].find((one) => (0,_version_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .versionOfTag */ .mx)(one, rules) === version);
    return found ?? template.replaceAll("{version}", version);
}
/**
 * Whether GitHub is to show this page as the repository's latest, beside the one that it shows now; it decides by
 * itself where that is of another application.
 */
function latestWord(version, now) {
    const own = (0,_version_js__WEBPACK_IMPORTED_MODULE_1__/* .parseVersion */ .ot)(version);
    if (own === null || own.pre.length > 0)
        return "false";
    if (now.tag === null)
        return "true";
    const text = (0,_version_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .versionOfTag */ .mx)(now.tag, now.rules);
    const other = text === null ? null : (0,_version_js__WEBPACK_IMPORTED_MODULE_1__/* .parseVersion */ .ot)(text);
    if (other === null)
        return "legacy";
    return (0,_version_js__WEBPACK_IMPORTED_MODULE_1__/* .compareVersions */ .Zy)(own, other) >= 0 ? "true" : "false";
}
const marker = /^<!-- phoenix-deploy:release:v1 sha256=([0-9a-f]{64})(?: environment=([^\s<>]+))? -->/;
/** The first line of a page's text: of which tarball it is, and of which environment. */
function pageMarker({ digest }, environment) {
    const place = encodeURIComponent(environment).replaceAll("-", "%2D");
    return `<!-- phoenix-deploy:release:v1 sha256=${_release_js__WEBPACK_IMPORTED_MODULE_0__/* .digestSchema */ .er.parse(digest)} environment=${place} -->`;
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


/***/ }),

/***/ 1101:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ renderReleasePage),
/* harmony export */   i: () => (/* binding */ renderPageNote)
/* harmony export */ });
/* harmony import */ var _domain_release_page_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8673);
/* harmony import */ var _text_markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7103);
/* harmony import */ var _text_wording_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9700);



/** Bytes of the CHANGELOG's section that a page repeats: GitHub takes 125,000 characters of a text. */
const maxNotes = 100_000;
/** The title and the text of a release's page on GitHub. */
function renderReleasePage(facts) {
    const { release, environment, notes, deployedAt, runUrl, repository } = facts;
    const { app, version, file, digest, git_sha, sbom } = release;
    const where = (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .plainText */ .wh)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .shortened */ .vI)(environment, 100));
    const own = (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .lines */ .Mn)(`${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .bold */ .Cr)("Deployed")}: ${where}, ${(0,_text_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .minute */ .Vc)(deployedAt)}, ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .link */ .nf)("run", runUrl)}`, `${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .bold */ .Cr)("Commit")}: ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .link */ .nf)(git_sha.slice(0, 12), `${repository}/commit/${git_sha}`)}`, `${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .bold */ .Cr)("Tarball")}: ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(file)}, sha256 ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(digest)}`, ...(sbom === undefined ? [] : [`${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .bold */ .Cr)("SBOM")}: ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(sbom.file)}, ${sbom.components} components (CycloneDX)`]));
    const text = notes === null ? "" : (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .closed */ .$h)((0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .cutTo */ .yd)(notes, maxNotes, "The rest is in the CHANGELOG."));
    const parts = [(0,_domain_release_page_js__WEBPACK_IMPORTED_MODULE_0__/* .pageMarker */ .mK)(release, environment), ...(text.trim() === "" ? [] : [text, "---"]), own];
    return { title: `${app} ${version}`, body: `${parts.join("\n\n")}\n` };
}
/** What a page says of a rollback of its release, as a quote that GitHub sets apart. */
function renderPageNote({ environment, at, run, reason, detail, whole, again }) {
    const where = (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .plainText */ .wh)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .shortened */ .vI)(environment, 100));
    const why = [
        ...(reason === "" ? [] : [(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .shortened */ .vI)(reason, 60))]),
        ...(detail === "" ? [] : [(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .sentence */ .em)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .shortened */ .vI)(detail, 500))]),
    ].join(": ");
    const rolledBack = `from ${where}${whole ? "" : ", but not on every host"}, ${(0,_text_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .minute */ .Vc)(at)}, ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .link */ .nf)("run", run)}.`;
    const left = `${rolledBack}${why === "" ? "" : ` Reason: ${why}`}`;
    if (again === null)
        return quote("WARNING", `${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .bold */ .Cr)("Rolled back")} ${left}`);
    const what = again.by === "promote" ? `${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .bold */ .Cr)("Promoted again")} to` : `${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .bold */ .Cr)("Serves again")} on`;
    return quote("NOTE", `${what} ${where}, ${(0,_text_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .minute */ .Vc)(again.at)}, ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .link */ .nf)("run", again.run)}. Before that it was rolled back ${left}`);
}
function quote(kind, text) {
    return `> [!${kind}]\n> ${text}`;
}


/***/ }),

/***/ 5286:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lq: () => (/* binding */ newsOf),
/* harmony export */   _v: () => (/* binding */ doerOf),
/* harmony export */   cE: () => (/* binding */ earlierReports),
/* harmony export */   iP: () => (/* binding */ announce),
/* harmony export */   o8: () => (/* binding */ announceRollback)
/* harmony export */ });
/* unused harmony export announceStart */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _announce_announce_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(346);
/* harmony import */ var _announce_news_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1878);
/* harmony import */ var _announce_send_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1255);
/* harmony import */ var _domain_evidence_evidence_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6060);
/* harmony import */ var _domain_evidence_handover_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9999);
/* harmony import */ var _domain_release_release_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2161);
/* harmony import */ var _judged_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4444);









/** Largest evidence file that is read. */
const maxBytes = 8 << 20;
/**
 * Announces to all whom the settings name for this event, at once. What evidence says was accepted before is not said
 * again. A failure is a warning and changes nothing, unless the start is `required`.
 */
async function announce(run, news, before = []) {
    const doors = { ...run.world, folder: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(run.world.job.workspace, _domain_evidence_handover_js__WEBPACK_IMPORTED_MODULE_5__/* .handover */ .c.folder) };
    const wanted = run.settings.notify.filter((to) => (0,_announce_announce_js__WEBPACK_IMPORTED_MODULE_1__/* .wants */ .YN)(to, news));
    const sent = await Promise.all(wanted.map(async (to) => ({
        to,
        ...(await (0,_judged_js__WEBPACK_IMPORTED_MODULE_7__/* .timed */ .ay)(run, async () => earlier(idOf(run, to), { to, news, before }) ?? (await (0,_announce_send_js__WEBPACK_IMPORTED_MODULE_3__/* .announceTo */ .NP)(to, news, doors)))),
    })));
    for (const { to, value: judgement, durationMs } of sent) {
        const title = `${(0,_announce_announce_js__WEBPACK_IMPORTED_MODULE_1__/* .titleOfReceiver */ .rx)(to)}: \`${news.event}\``;
        const required = to.required && news.event === "start";
        await (0,_judged_js__WEBPACK_IMPORTED_MODULE_7__/* .recordTimed */ .n_)(run, { kind: "announcement", id: idOf(run, to), title, required }, { judgement, durationMs });
        if (judgement.verdict !== "pass")
            await run.recorder.warn(`${(0,_announce_announce_js__WEBPACK_IMPORTED_MODULE_1__/* .titleOfReceiver */ .rx)(to)}: ${judgement.says}`);
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
    const facts = (0,_announce_send_js__WEBPACK_IMPORTED_MODULE_3__/* .factsOf */ .xS)(to, news, 0);
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
    const event = (0,_announce_announce_js__WEBPACK_IMPORTED_MODULE_1__/* .eventOfRollback */ .U4)({ ...evidence, ...ended });
    const statuses = { rollback: "ROLLED BACK", "rollback-refused": "NOTHING CHANGED", "rollback-failed": "FAILED" };
    const news = newsOf(run, evidence, {
        ...(0,_announce_news_js__WEBPACK_IMPORTED_MODULE_2__/* .keysOf */ .YD)(doerOf(evidence, environment), event),
        ...{ status: statuses[event], says: event === "rollback" ? says : `${says} ${remedy}`.trim(), environment },
        serves: (0,_announce_announce_js__WEBPACK_IMPORTED_MODULE_1__/* .servesAfter */ .pc)(event, evidence),
    });
    await announce(run, news);
}
/** Evidence of this run's report from attempts before, where a workflow brings it: whom they notified. */
async function earlierReports({ world }) {
    const { files, job } = world;
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(job.workspace, _domain_evidence_handover_js__WEBPACK_IMPORTED_MODULE_5__/* .handover */ .c.earlier, "evidence");
    const found = [];
    for (const name of (await files.list(folder)).filter((one) => one.endsWith(".json"))) {
        const parsed = _domain_evidence_evidence_js__WEBPACK_IMPORTED_MODULE_4__/* .evidenceSchema */ .jU.safeParse(await files.read((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, name), maxBytes).then(parsedJson, () => null));
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
        version: release?.version ?? (from === null ? null : (0,_domain_release_release_js__WEBPACK_IMPORTED_MODULE_6__/* .releaseVersionOf */ .$_)(from)),
        digest: release?.digest ?? null,
        ...{ repository: job.repository, run: job.runUrl, actor: job.actor },
        ...moment,
    };
}


/***/ }),

/***/ 3916:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ noteAgain),
  B: () => (/* binding */ noteRollback)
});

// EXTERNAL MODULE: ./build/src/domain/release/page.js
var release_page = __webpack_require__(8673);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 8 modules
var schemas = __webpack_require__(2716);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(4377);
// EXTERNAL MODULE: ./build/src/domain/rollback/outcome.js
var outcome = __webpack_require__(7971);
// EXTERNAL MODULE: ./build/src/domain/values/json.js
var json = __webpack_require__(8675);
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
function noteOf(by) {
    const { environment, reason_code, rollback, started_at: at, run_url: run } = by;
    const of = (0,outcome/* rolledBackRelease */.pi)(by);
    if (environment === null || of === null || of.left === of.back || !(0,outcome/* wentBack */.Il)(of.outcome))
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

// EXTERNAL MODULE: ./build/src/domain/values/error-text.js
var error_text = __webpack_require__(3059);
// EXTERNAL MODULE: ./build/src/render/github/release-page.js
var github_release_page = __webpack_require__(1101);
;// CONCATENATED MODULE: ./build/src/stages/report/page-note.js




/**
 * Says on the page of the release that was left that it was rolled back, and on that of the release which serves again,
 * where it has such a note, that it does. Each has one note, renewed in place. What cannot be written is a warning.
 */
async function noteRollback(run, by) {
    const of = noteOf(by);
    if (of === null || run.world.cancellation.cancelled)
        return;
    const { note, left, back } = of;
    try {
        const pages = await publishedPages(run, left);
        const page = pages.find(({ body }) => (0,release_page/* isPageOf */.vO)(body, left, note.environment));
        if (page !== undefined)
            await write(run, page, note);
        const other = back === null ? undefined : pages.find(({ body }) => (0,release_page/* isPageOf */.vO)(body, back, note.environment));
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
    const body = withNote(page.body, note, (0,github_release_page/* renderPageNote */.i)(note));
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


/***/ })

};
