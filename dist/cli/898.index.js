export const id = 898;
export const ids = [898];
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

/***/ 2726:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $d: () => (/* binding */ sizeOf),
/* harmony export */   I7: () => (/* binding */ auditGap),
/* harmony export */   Jv: () => (/* binding */ pullInSubject),
/* harmony export */   Ku: () => (/* binding */ firstOf),
/* harmony export */   T9: () => (/* binding */ migrationsOf),
/* harmony export */   ZC: () => (/* binding */ isConfiguration),
/* harmony export */   b4: () => (/* binding */ isMigration),
/* harmony export */   gV: () => (/* binding */ stageOf),
/* harmony export */   vX: () => (/* binding */ advisoriesIn)
/* harmony export */ });
/** What of a brief is read from evidence and paths alone. */
/** A list as a brief keeps it: the first of them, and how many there are. */
function firstOf(all, max) {
    return { total: all.length, list: all.slice(0, max) };
}
/** The checks that compare packages with advisories. */
const audits = ["hex-audit", "deps-audit"];
/** The advisories that `validate` found: the first line of each, `plug 1.19.2 - EEF-… (HIGH)`. */
function advisoriesIn(validate) {
    const findings = resultsOf(validate, audits).flatMap((one) => one.findings);
    const found = findings.flatMap(({ message }) => {
        const says = message.split("\n")[0] ?? "";
        const [, name] = /^(\S+) \S+ - /.exec(says) ?? [];
        return name === undefined ? [] : [{ package: name, says }];
    });
    return [...new Map(found.map((one) => [one.says, one])).values()];
}
/** Why it is not known whether there are advisories; empty where an audit says. */
function auditGap(validate) {
    const audited = resultsOf(validate, audits);
    const none = audited.some(({ id, reason_code }) => id === "hex-audit" && reason_code === "not_applicable");
    if (none || audited.some(({ verdict }) => verdict === "pass" || verdict === "fail"))
        return "";
    return audited.map(({ title, verdict }) => `${title}: ${verdict}`).join(", ") || "no audit ran";
}
/** Is this a file of a migration of Ecto: below a folder `migrations` of some `priv`? */
function isMigration(path) {
    return /(^|\/)priv\/([^/]+\/)*[^/]*migrations\/([^/]+\/)*\d[^/]*\.exs$/.test(path);
}
/** Is this configuration of an application or of its release? The path is from the project's folder. */
function isConfiguration(path) {
    return /^(apps\/[^/]+\/)?((config|rel)\/|mix\.exs$)/.test(path);
}
const migrationChecks = ["migrations", "migration-safety"];
/** What is known of the migrations before they run on this environment. */
function migrationsOf(evidence, environment) {
    const checks = resultsOf(evidence.validate, migrationChecks);
    const risks = checks.flatMap((one) => one.findings).filter(({ severity }) => severity !== "notice");
    const ran = evidence.staging?.results.findLast((one) => one.kind === "step" && one.id === "migrate");
    return {
        run: environment.migrates,
        checks: checks.map(({ title, verdict, says }) => ({ title, verdict, says })),
        risks: firstOf(risks.map((one) => ({ place: placeOf(one), message: one.message.slice(0, maxMessage) })), maxRisks),
        before: ran === undefined
            ? null
            : { environment: evidence.staging?.environment ?? "", says: ran.says, duration_ms: ran.duration_ms },
        backup: environment.backup,
    };
}
const maxRisks = 100;
const maxMessage = 1_000;
function placeOf({ file, line }) {
    return file === undefined ? "" : `${file}${line === undefined ? "" : `:${line}`}`;
}
/** How a stage went, and what of it is no pass. */
function stageOf(evidence, pinned) {
    const counts = {};
    for (const { verdict } of evidence.results)
        counts[verdict] = (counts[verdict] ?? 0) + 1;
    const gaps = evidence.results.filter(({ verdict, reason_code }) => verdict !== "pass" && reason_code !== "not_applicable");
    const { stage, environment, status } = evidence;
    return {
        ...{ stage, environment, status, pinned, counts },
        gaps: gaps.map(({ title, verdict }) => `${title}: ${verdict}`).slice(0, maxGaps),
    };
}
const maxGaps = 50;
/** How much a host is sent: at most the tarball; hosts that had a release were sent what they lacked. */
function sizeOf(release, staging) {
    const uploads = staging?.results.filter((one) => one.kind === "step" && one.id === "upload") ?? [];
    const sent = uploads.flatMap(({ host, facts, verdict }) => verdict === "pass" && typeof facts["bytes"] === "number" && facts["bytes"] > 0
        ? [{ host: host ?? "", bytes: facts["bytes"] }]
        : []);
    return {
        tarball: release.bytes,
        files: release.files?.count ?? null,
        unpacked: release.files?.bytes ?? null,
        sent: sent.slice(0, maxHosts),
        sent_to: staging?.environment ?? null,
        had: staging?.from ?? null,
    };
}
const maxHosts = 100;
/** The pull request that a commit's subject names, as GitHub writes it when it merges one; null where it names none. */
function pullInSubject(subject) {
    const [, merged, squashed] = /^Merge pull request #(\d{1,9}) from |\(#(\d{1,9})\)$/.exec(subject.trim()) ?? [];
    const number = merged ?? squashed;
    return number === undefined ? null : Number(number);
}
function resultsOf(evidence, ids) {
    return evidence?.results.filter(({ kind, id }) => kind === "check" && ids.includes(id)) ?? [];
}


/***/ }),

/***/ 3723:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nq: () => (/* binding */ readDeliveryWord),
/* harmony export */   Zo: () => (/* binding */ deliveryWord)
/* harmony export */ });
/* unused harmony export deliveryEnds */
/**
 * What a run writes into the history of a deployment: how it ended, and of which release. A later run reads there what
 * serves, and how deliveries went.
 */
const deliveryEnds = {
    serves: "Serves",
    "rolled-back": "Rolled back",
    unchanged: "Nothing changed",
    failed: "Failed",
    unknown: "Not known",
    "dry-run": "Dry run",
};
/** Characters that GitHub takes of a description. */
const maxDescription = 140;
/** The description of a deployment that ended like this: `Serves: 1.4.2-0123abcd. …`. */
function deliveryWord(end, release, says = "") {
    const text = `${deliveryEnds[end]}: ${release}. ${says}`.replaceAll(/\s+/g, " ").trim();
    const letters = [...text];
    return letters.length <= maxDescription ? text : `${letters.slice(0, maxDescription - 1).join("")}…`;
}
/** What such a description says; null for one that somebody else wrote. */
function readDeliveryWord(description) {
    const [, word, release = ""] = /^([A-Z][a-z ]+): (\S+)\.(?: |$)/.exec(description) ?? [];
    const end = Object.keys(deliveryEnds).find((one) => deliveryEnds[one] === word);
    if (end === undefined)
        return null;
    return { end, release: /-[0-9a-f]{8}$/.test(release) ? release : null };
}


/***/ }),

/***/ 1545:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BP: () => (/* binding */ newest),
/* harmony export */   Id: () => (/* binding */ patternOf),
/* harmony export */   OP: () => (/* binding */ versionTags),
/* harmony export */   mx: () => (/* binding */ versionOfTag),
/* harmony export */   oc: () => (/* binding */ releasedTag)
/* harmony export */ });
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(108);

/** Longest tag that is read. */
const longest = 256;
/**
 * The version that a tag names: `v1.2.3`, `1.2.3`, `<app>-v1.2.3`, `<app>@1.2.3` and their kin, or what follows the
 * fixed part of a pattern; null when it names none.
 */
function versionOfTag(tag, { names, patterns }) {
    if (tag.length > longest)
        return null;
    if (patterns.length === 0)
        return usual(tag, names);
    const pattern = patterns.find((one) => matcher(one).test(tag));
    if (pattern === undefined)
        return null;
    const fixed = /^[^*?[]*/.exec(pattern)?.[0] ?? "";
    return usual(tag.slice(fixed.length), []) ?? usual(tag, names);
}
/** Every tag that names a version. */
function versionTags(tags, rules) {
    return tags.flatMap((tag) => {
        const text = versionOfTag(tag.name, rules);
        const version = text === null ? null : (0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVersion */ .ot)(text);
        return text === null || version === null ? [] : [{ ...tag, text, version }];
    });
}
/** The greatest; null of none. */
function newest(tags) {
    return tags.reduce((best, one) => (best === null || (0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .compareVersions */ .Zy)(one.version, best.version) > 0 ? one : best), null);
}
/**
 * The tag that is being released: the one that started the run, else the greatest version on this very commit; null
 * where none is.
 */
function releasedTag(tags, rules, at) {
    const here = versionTags(tags.filter((one) => one.commit === at.head), rules);
    return here.find((one) => at.ref === `refs/tags/${one.name}`) ?? newest(here);
}
/**
 * The pattern under which most of these tags end in a version, such as `@core/sync-service@*`; null when none of them
 * does.
 */
function patternOf(tags) {
    const prefixes = new Map();
    for (const { name } of tags) {
        const [, prefix] = (name.length > longest ? null : /^(.*?)\d+\.\d+\.\d+(?:[-+][0-9A-Za-z.+-]*)?$/.exec(name)) ?? [];
        if (prefix !== undefined)
            prefixes.set(prefix, (prefixes.get(prefix) ?? 0) + 1);
    }
    const [most] = [...prefixes].sort((a, b) => b[1] - a[1]);
    return most === undefined ? null : `${most[0]}*`;
}
function usual(tag, names) {
    const own = names.find((name) => tag.startsWith(name) && /^[-@/]/.test(tag.slice(name.length)));
    const text = (own === undefined ? tag : tag.slice(own.length + 1)).replace(/^v/, "");
    return (0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVersion */ .ot)(text) === null ? null : text;
}
function matcher(pattern) {
    const text = pattern.replaceAll(/\*+|\?|\[[\w-]+\]|[^\w]/g, (part) => {
        if (part.startsWith("*"))
            return ".*";
        return part === "?" ? "." : part.startsWith("[") && part.length > 1 ? part : `\\${part}`;
    });
    return new RegExp(`^${text}$`, "s");
}


/***/ }),

/***/ 108:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zy: () => (/* binding */ compareVersions),
/* harmony export */   ot: () => (/* binding */ parseVersion),
/* harmony export */   tW: () => (/* binding */ sameLine)
/* harmony export */ });
const number = "(0|[1-9]\\d*)";
/** Digits alone are a number, which has no leading zero. */
const identifier = "(?:0|[1-9]\\d*|\\d*[A-Za-z-][0-9A-Za-z-]*)";
const core = `${number}\\.${number}\\.${number}`;
const metadata = "[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*";
const grammar = new RegExp(`^${core}(?:-(${identifier}(?:\\.${identifier})*))?(?:\\+${metadata})?$`);
/** Reads a version as SemVer writes it, without a `v`; null when it is none. */
function parseVersion(text) {
    const found = grammar.exec(text);
    if (found === null)
        return null;
    const [, major = "", minor = "", patch = "", pre] = found;
    return { core: [BigInt(major), BigInt(minor), BigInt(patch)], pre: pre === undefined ? [] : pre.split(".") };
}
/** Precedence by SemVer 2.0.0, section 11: below 0 when `a` comes before `b`, 0 when neither does. */
function compareVersions(a, b) {
    for (const [index, part] of a.core.entries()) {
        const other = b.core[index] ?? 0n;
        if (part !== other)
            return part < other ? -1 : 1;
    }
    // A release comes after all its pre-releases; else the longer list does, when all before are equal.
    if (a.pre.length === 0 || b.pre.length === 0)
        return b.pre.length - a.pre.length;
    for (const [index, part] of a.pre.entries()) {
        const other = b.pre[index];
        if (other === undefined)
            break;
        const order = compareIdentifiers(part, other);
        if (order !== 0)
            return order;
    }
    return a.pre.length - b.pre.length;
}
/** Numbers by their value and before words; words by their ASCII order. */
function compareIdentifiers(a, b) {
    const [first, second] = [a, b].map((one) => (/^\d+$/.test(one) ? BigInt(one) : null));
    if (first != null && second != null)
        return first < second ? -1 : first > second ? 1 : 0;
    if (first != null || second != null)
        return first != null ? -1 : 1;
    return a < b ? -1 : a > b ? 1 : 0;
}
/** True for versions of one line: `1.7.3` and `1.7.24-rc.1` are of 1.7. */
function sameLine(a, b) {
    return a.core[0] === b.core[0] && a.core[1] === b.core[1];
}


/***/ }),

/***/ 4952:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ issueMarker),
/* harmony export */   q: () => (/* binding */ isRollbackIssue)
/* harmony export */ });
/** What the issue begins with: one for a release and an environment. */
function issueMarker({ left, environment }) {
    const encode = (text) => encodeURIComponent(text).replaceAll("-", "%2D");
    return `<!-- phoenix-deploy:rollback:v1 environment=${encode(environment)} release=${encode(left)} -->`;
}
/** True for the text of such an issue. */
function isRollbackIssue(body) {
    return body.startsWith("<!-- phoenix-deploy:rollback:v1 ");
}


/***/ }),

/***/ 2557:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lc: () => (/* binding */ restoreFact),
/* harmony export */   UK: () => (/* binding */ restoreIn),
/* harmony export */   Wu: () => (/* binding */ lastKnown)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2716);
/* harmony import */ var _evidence_result_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8365);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7971);



/** Commands to paste. */
const handBlock = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    /** Which of several blocks it is; empty where it is the only one. */
    when: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    text: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
});
/** One thing to do. */
const handPart = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    title: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    /** The hosts on which it is done; none is any machine. */
    hosts: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).readonly(),
    says: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    blocks: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(handBlock.readonly()).readonly(),
});
/** The fact of a result that is refused: how its backup is restored by hand. */
function restoreFact(parts) {
    const fact = ({ title, hosts, says, blocks }) => ({
        ...{ title, says, hosts: [...hosts] },
        blocks: blocks.map(({ when, text }) => ({ when, text })),
    });
    return parts.length === 0 ? {} : { restore: parts.map(fact) };
}
/** That fact, where there is one. */
function restoreIn(facts) {
    return zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(handPart).safeParse(facts["restore"]).data ?? [];
}
/** What the newest of these says that changed the environment, or was about to; null where none did. */
function lastKnown(all, environment) {
    const [newest] = all
        .filter((one) => one.environment === environment && one.hosts !== undefined && one.status !== "planned")
        .sort((a, b) => Date.parse(b.started_at) - Date.parse(a.started_at));
    if (newest === undefined)
        return null;
    const { stage, run_url, run_id, hosts = [], finished_at, started_at } = newest;
    const facts = (id) => newest.results.findLast((one) => one.id === id && one.verdict === "pass")?.facts ?? {};
    const { versions_after, added } = facts("migrate");
    const { file } = facts("backup");
    return {
        by: { stage, run_url, run_id },
        at: finished_at ?? started_at,
        ...servesAfter(newest),
        kept: hosts.flatMap(({ host, kept }) => (kept === undefined ? [] : [{ host, releases: kept }])),
        schema: textsOf(versions_after).at(-1) ?? null,
        added: textsOf(added),
        backup: typeof file === "string" ? file : null,
    };
}
/** What serves after a stage, and what did before it; `serves` is null where the stage left that open. */
function servesAfter(by) {
    const { stage, status, decision, from, to, results } = by;
    const outcome = (0,_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .rollbackOutcome */ .pl)(by);
    const byHand = stage === "rollback";
    const went = byHand ? outcome === "done" || outcome === "unfinished" : status === "passed";
    if (went)
        return { serves: to, before: from };
    const stayed = byHand
        ? outcome === "undone" || outcome === "nothing-changed" || outcome === "drill"
        : outcome === "done" || (decision === "stop" && !(0,_evidence_result_js__WEBPACK_IMPORTED_MODULE_0__/* .trafficChanged */ .Gr)(results));
    return stayed ? { serves: from, before: null } : { serves: null, before: from };
}
function textsOf(fact) {
    return Array.isArray(fact) ? fact.filter((one) => typeof one === "string") : [];
}


/***/ }),

/***/ 7092:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runStage: () => (/* binding */ runStage)
});

;// CONCATENATED MODULE: ./build/src/adapters/clock.js
/** The machine's clock. Sleeps end early when the run is cancelled. */
function clockAdapter(cancel) {
    return {
        now: () => new Date(),
        ticks: () => performance.now(),
        sleep: (ms) => new Promise((resolve) => {
            if (cancel.aborted)
                return resolve();
            const wake = () => {
                clearTimeout(timer);
                cancel.removeEventListener("abort", wake);
                resolve();
            };
            const timer = setTimeout(wake, ms);
            cancel.addEventListener("abort", wake, { once: true });
        }),
    };
}

// EXTERNAL MODULE: ./build/src/adapters/files.js
var files = __webpack_require__(309);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 8 modules
var schemas = __webpack_require__(2716);
// EXTERNAL MODULE: ./build/src/domain/values/error-text.js
var error_text = __webpack_require__(3059);
;// CONCATENATED MODULE: ./build/src/adapters/github/api.js


const pageSize = 100;
/** The longest that GitHub is waited for where it asks to be left alone. */
const maxWaitMs = 60_000;
const timer = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const errorBody = schemas/* looseObject */._H3({
    message: schemas/* string */.YjP(),
    errors: schemas/* array */.YOg(schemas/* looseObject */._H3({ message: schemas/* string */.YjP().optional() })).optional(),
});
const graphqlBody = schemas/* looseObject */._H3({
    data: schemas/* unknown */.L5J(),
    errors: schemas/* array */.YOg(schemas/* looseObject */._H3({ message: schemas/* string */.YjP() })).optional(),
});
/** Octokit is loaded at the first question: most jobs ask none. */
function openApi(options) {
    const { token, graphqlUrl, pausesMs = [500, 2_000], sleep = timer } = options;
    const [owner = "", repo = ""] = options.repository.split("/");
    async function ask(schema, route, parameters = {}) {
        if (token === "")
            return { ok: false, status: 0, why: "the input `github-token` is empty" };
        const named = route.includes("{owner}") ? { owner, repo, ...parameters } : parameters;
        let answer = await send(options, route, named);
        // A write may have been done although its answer was lost: only what changes nothing is tried again.
        const reads = route.startsWith("GET ") || route === `POST ${graphqlUrl}`;
        let asked = false;
        for (const pause of reads ? pausesMs : []) {
            // Who asks to be left alone is waited for once.
            if (answer.ok || answer.againMs === undefined || (asked && answer.againMs > 0))
                break;
            asked ||= answer.againMs > 0;
            await sleep(Math.max(pause, answer.againMs));
            answer = await send(options, route, named);
        }
        if (!answer.ok)
            return { ok: false, status: answer.status, why: answer.why };
        const parsed = schema.safeParse(answer.value);
        if (parsed.success)
            return { ok: true, value: parsed.data };
        const place = parsed.error.issues[0]?.path.join(".") ?? "";
        return { ok: false, status: 200, why: `the answer is not of the known form${place === "" ? "" : ` (${place})`}` };
    }
    return {
        ask,
        async list(schema, route, { parameters, maxPages }) {
            const all = [];
            for (let page = 1; page <= maxPages; page += 1) {
                const answer = await ask(schemas/* array */.YOg(schema), route, { ...parameters, per_page: pageSize, page });
                if (!answer.ok)
                    return answer;
                all.push(...answer.value);
                if (answer.value.length < pageSize)
                    break;
            }
            return { ok: true, value: all };
        },
        async query(data, query, variables = {}) {
            const answer = await ask(graphqlBody, `POST ${graphqlUrl}`, { query, variables });
            if (!answer.ok)
                return answer;
            // GraphQL refuses with 200.
            const [error] = answer.value.errors ?? [];
            if (error !== undefined)
                return { ok: false, status: 200, why: oneLine(error.message) };
            const parsed = data.safeParse(answer.value.data);
            return parsed.success
                ? { ok: true, value: parsed.data }
                : { ok: false, status: 200, why: "the answer is not of the known form" };
        },
    };
}
async function send(options, route, parameters) {
    const { token, apiUrl, limitMs = 20_000 } = options;
    const { getOctokit } = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(413)]).then(__webpack_require__.bind(__webpack_require__, 2413));
    const octokit = getOctokit(token, { baseUrl: apiUrl });
    const signal = AbortSignal.timeout(limitMs);
    try {
        return { ok: true, value: (await octokit.request(route, { ...parameters, request: { signal } })).data };
    }
    catch (error) {
        return signal.aborted ? { ok: false, status: 0, why: `no answer within ${limitMs / 1_000} s` } : refusal(error);
    }
}
/**
 * What octokit threw, as an answer. It gives a lost connection the status 500: only an error with a response is
 * GitHub's word. A connection that was lost is made again; one that was waited for in vain is not.
 */
function refusal(error) {
    const { status, response } = (error ?? {});
    if (status === undefined || response === undefined)
        return { ok: false, status: 0, why: oneLine((0,error_text/* errorText */.k)(error)), againMs: 0 };
    const body = errorBody.safeParse(response.data);
    const details = body.data?.errors?.flatMap(({ message }) => message ?? []) ?? [];
    const why = body.success ? oneLine([body.data.message, ...details].join(": ")) : "without a reason";
    const wait = response.headers["retry-after"];
    // GitHub says 403 to a token without permission and to one that asks too much; the remedies differ.
    const tooMuch = status === 429 || (status === 403 && (wait !== undefined || response.headers["x-ratelimit-remaining"] === "0"));
    if (tooMuch) {
        const said = wait === undefined ? why : `${why} (it asks to wait ${oneLine(wait)} s)`;
        return { ok: false, status: 429, why: said, againMs: waitOf(wait) };
    }
    return { ok: false, status, why, ...(status >= 500 ? { againMs: 0 } : {}) };
}
/** The seconds of `retry-after`; undefined where it names none, or more than anybody waits. */
function waitOf(seconds) {
    const ms = /^\d{1,6}$/.test(seconds ?? "") ? Number(seconds) * 1_000 : Number.POSITIVE_INFINITY;
    return ms <= maxWaitMs ? ms : undefined;
}
/** The first line, without a full stop, as part of a sentence. */
function oneLine(text) {
    return (text.split(/[\r\n]/)[0] ?? "").slice(0, 300).replace(/\.$/, "");
}

;// CONCATENATED MODULE: ./build/src/adapters/github/approval.js

const user = schemas/* looseObject */._H3({ id: schemas/* number */.aig(), login: schemas/* string */.YjP() });
const reviewer = schemas/* looseObject */._H3({ login: schemas/* string */.YjP().optional(), slug: schemas/* string */.YjP().optional() });
const rule = schemas/* looseObject */._H3({
    type: schemas/* string */.YjP(),
    wait_timer: schemas/* number */.aig().nullish(),
    prevent_self_review: schemas/* boolean */.zMY().nullish(),
    reviewers: schemas/* array */.YOg(schemas/* looseObject */._H3({ type: schemas/* string */.YjP(), reviewer })).nullish(),
});
const environmentAnswer = schemas/* looseObject */._H3({
    can_admins_bypass: schemas/* boolean */.zMY().nullish(),
    protection_rules: schemas/* array */.YOg(rule).nullish(),
});
const approvalsAnswer = schemas/* array */.YOg(schemas/* looseObject */._H3({
    state: schemas/* string */.YjP(),
    comment: schemas/* string */.YjP().nullish(),
    user,
    environments: schemas/* array */.YOg(schemas/* looseObject */._H3({ name: schemas/* string */.YjP() })),
}));
const runAnswer = schemas/* looseObject */._H3({
    actor: user,
    triggering_actor: user,
    run_attempt: schemas/* number */.aig(),
    head_sha: schemas/* string */.YjP(),
    event: schemas/* string */.YjP(),
});
/** What GitHub knows of an environment's rules, and of the reviews of this run. */
function approvalBy(api, runId) {
    return {
        async environment(name) {
            const answer = await api.ask(environmentAnswer, "GET /repos/{owner}/{repo}/environments/{environment_name}", {
                environment_name: name,
            });
            if (!answer.ok)
                return answer;
            const rules = answer.value.protection_rules ?? [];
            const reviewing = rules.filter(({ type }) => type === "required_reviewers");
            const reviewers = reviewing.flatMap((one) => one.reviewers ?? []);
            return {
                ok: true,
                value: {
                    reviewers: reviewers.map((one) => one.reviewer.login ?? one.reviewer.slug ?? "unknown"),
                    hasTeam: reviewers.some(({ type }) => type === "Team"),
                    preventSelfReview: reviewing[0]?.prevent_self_review ?? null,
                    adminsBypass: answer.value.can_admins_bypass ?? null,
                    waitMinutes: Math.max(0, ...rules.map((one) => one.wait_timer ?? 0)),
                },
            };
        },
        async approvals() {
            const answer = await api.ask(approvalsAnswer, "GET /repos/{owner}/{repo}/actions/runs/{run_id}/approvals", {
                run_id: runId,
            });
            if (!answer.ok)
                return answer;
            const value = answer.value.map(({ state, user: by, comment, environments }) => ({
                state,
                login: by.login,
                userId: by.id,
                comment: comment ?? "",
                environments: environments.map(({ name }) => name),
            }));
            return { ok: true, value };
        },
        async run() {
            const answer = await api.ask(runAnswer, "GET /repos/{owner}/{repo}/actions/runs/{run_id}", { run_id: runId });
            if (!answer.ok)
                return answer;
            const { actor, triggering_actor, run_attempt, head_sha, event } = answer.value;
            return {
                ok: true,
                value: {
                    actorId: actor.id,
                    actor: actor.login,
                    triggeringActorId: triggering_actor.id,
                    triggeringActor: triggering_actor.login,
                    attempt: run_attempt,
                    headSha: head_sha,
                    event,
                },
            };
        },
    };
}

;// CONCATENATED MODULE: ./build/src/adapters/github/changed-files.js

const fileForm = schemas/* looseObject */._H3({ filename: schemas/* string */.YjP(), patch: schemas/* string */.YjP().nullish() });
/** GitHub lists 3,000 files of a pull request. */
const maxPages = 30;
function changedFilesBy(api) {
    return async (pullRequest) => {
        const route = "GET /repos/{owner}/{repo}/pulls/{pull_number}/files";
        const answer = await api.list(fileForm, route, { parameters: { pull_number: pullRequest }, maxPages });
        if (!answer.ok)
            return answer;
        const value = answer.value.map(({ filename, patch }) => ({
            path: filename,
            addedLines: patch == null ? null : addedLines(patch),
        }));
        return { ok: true, value };
    };
}
/**
 * The numbers of the lines that hunks add. A patch of GitHub's has no file headers, so every line that begins with `+`
 * is one.
 */
function addedLines(patch) {
    const added = [];
    let line = 0;
    for (const text of patch.split("\n")) {
        const hunk = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(text);
        if (hunk !== null)
            line = Number(hunk[1]);
        else if (text.startsWith("+"))
            added.push(line++);
        else if (text.startsWith(" "))
            line += 1;
    }
    return added;
}

;// CONCATENATED MODULE: ./build/src/adapters/github/check-run.js

const checkRunAnswer = schemas/* looseObject */._H3({ id: schemas/* number */.aig(), html_url: schemas/* string */.YjP().nullish() });
/** GitHub's limits for one request and for one annotation. */
const perRequest = 50;
const maxTitleCharacters = 255;
const maxMessageBytes = 64 * 1024;
const levels = { error: "failure", warning: "warning", notice: "notice" };
/** Creates a check run with the first annotations; GitHub adds those of an update to what is there. */
function checkRunBy(api) {
    return async ({ name, sha, conclusion, title, summary, annotations, detailsUrl }) => {
        const all = annotations.flatMap(annotationOf);
        const output = (from) => ({ title, summary, annotations: all.slice(from, from + perRequest) });
        const created = await api.ask(checkRunAnswer, "POST /repos/{owner}/{repo}/check-runs", {
            ...{ name, head_sha: sha, status: "completed", conclusion, details_url: detailsUrl, output: output(0) },
        });
        if (!created.ok)
            return created;
        const { id, html_url } = created.value;
        for (let from = perRequest; from < all.length; from += perRequest) {
            const route = "PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}";
            const updated = await api.ask(checkRunAnswer, route, { check_run_id: id, output: output(from) });
            if (!updated.ok)
                return { ...updated, why: `${from} of ${all.length} annotations were sent: ${updated.why}` };
        }
        return { ok: true, value: { url: html_url ?? detailsUrl } };
    };
}
/**
 * What GitHub refuses of one annotation would cost them all: a long text is cut here. Columns need one line, which a
 * finding has.
 */
function annotationOf({ finding, title }) {
    const { file, line = 1, column, severity, message } = finding;
    if (file === undefined)
        return [];
    return [
        {
            path: file,
            start_line: line,
            end_line: line,
            ...(column === undefined ? {} : { start_column: column, end_column: column }),
            annotation_level: levels[severity],
            title: title.slice(0, maxTitleCharacters),
            message: cut(message === "" ? title : message),
        },
    ];
}
function cut(text) {
    const bytes = Buffer.from(text);
    return bytes.length <= maxMessageBytes
        ? text
        : new TextDecoder().decode(bytes.subarray(0, maxMessageBytes - 4), { stream: true });
}

;// CONCATENATED MODULE: ./build/src/adapters/github/code-review.js

const code_review_user = schemas/* looseObject */._H3({ id: schemas/* number */.aig(), login: schemas/* string */.YjP(), type: schemas/* string */.YjP().nullish() });
const pullAnswer = schemas/* looseObject */._H3({
    number: schemas/* number */.aig(),
    title: schemas/* string */.YjP(),
    html_url: schemas/* string */.YjP(),
    user: code_review_user.nullish(),
    head: schemas/* looseObject */._H3({ sha: schemas/* string */.YjP() }),
    merged_at: schemas/* string */.YjP().nullish(),
    merge_commit_sha: schemas/* string */.YjP().nullish(),
});
const reviewAnswer = schemas/* looseObject */._H3({ state: schemas/* string */.YjP(), user: code_review_user.nullish(), commit_id: schemas/* string */.YjP().nullish() });
const permissionAnswer = schemas/* looseObject */._H3({ permission: schemas/* string */.YjP() });
const membershipAnswer = schemas/* looseObject */._H3({ state: schemas/* string */.YjP() });
/** A list that is longer is not judged: what counts may stand behind its end. */
const code_review_maxPages = 10;
const whole = (list, what) => list.length < code_review_maxPages * 100
    ? { ok: true, value: list }
    : { ok: false, status: 200, why: `there are ${list.length} ${what} or more, which are not all read` };
/** The pull requests of a commit, their reviews, and what the reviewers may do. */
function codeReviewBy(api) {
    return {
        async pullRequestsOf(sha) {
            const answer = await api.list(pullAnswer, "GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls", {
                parameters: { commit_sha: sha },
                maxPages: code_review_maxPages,
            });
            if (!answer.ok)
                return answer;
            const pulls = answer.value.map(({ number, title, html_url: url, user: author, head, merged_at, merge_commit_sha }) => ({
                ...{ number, title, url },
                author: author?.login ?? "ghost",
                authorId: author?.id ?? 0,
                headSha: head.sha,
                mergedAs: merged_at == null ? null : (merge_commit_sha ?? null),
            }));
            return whole(pulls, "pull requests");
        },
        async reviewsOf(pullRequest) {
            const answer = await api.list(reviewAnswer, "GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews", {
                parameters: { pull_number: pullRequest },
                maxPages: code_review_maxPages,
            });
            if (!answer.ok)
                return answer;
            // Whose account is gone is nobody who approves.
            const reviews = answer.value.flatMap(({ state, user: by, commit_id }) => by == null
                ? []
                : [{ state, login: by.login, userId: by.id, bot: by.type === "Bot", commit: commit_id ?? null }]);
            return whole(reviews, "reviews");
        },
        async permissionOf(login) {
            const answer = await api.ask(permissionAnswer, "GET /repos/{owner}/{repo}/collaborators/{username}/permission", {
                username: login,
            });
            if (!answer.ok)
                return answer.status === 404 ? { ok: true, value: "none" } : answer;
            return { ok: true, value: answer.value.permission };
        },
        async memberOfTeam(team, login) {
            const [org = "", slug = ""] = team.split("/");
            const route = "GET /orgs/{org}/teams/{team_slug}/memberships/{username}";
            const answer = await api.ask(membershipAnswer, route, { org, team_slug: slug, username: login });
            if (!answer.ok)
                return answer.status === 404 ? { ok: true, value: false } : answer;
            return { ok: true, value: answer.value.state === "active" };
        },
    };
}

;// CONCATENATED MODULE: ./build/src/adapters/github/comment.js

const viewerData = schemas/* looseObject */._H3({ viewer: schemas/* looseObject */._H3({ login: schemas/* string */.YjP() }) });
const commentForm = schemas/* looseObject */._H3({
    id: schemas/* number */.aig(),
    html_url: schemas/* string */.YjP(),
    body: schemas/* string */.YjP().nullish(),
    user: schemas/* looseObject */._H3({ login: schemas/* string */.YjP(), type: schemas/* string */.YjP().nullish() }).nullish(),
});
const written = schemas/* looseObject */._H3({ html_url: schemas/* string */.YjP() });
/** GitHub closes a conversation at 2,500 comments. */
const comment_maxPages = 30;
/**
 * One comment for each marker. Whoever may comment can write our marker: only a comment that we wrote ourselves is ours
 * to change. REST does not say to a workflow's token who it is; GraphQL does. Comments come in the order of their ids,
 * so the newest is the last.
 */
function stickyCommentBy(api) {
    let known;
    /** Asked once: whoever comments on all of a release is the same each time. */
    async function viewerOf() {
        known ??= api.query(viewerData, "{ viewer { login } }");
        const answer = await known;
        if (!answer.ok)
            known = undefined;
        return answer;
    }
    return async ({ pullRequest, marker, body, updateOnly = false }) => {
        const route = "/repos/{owner}/{repo}/issues/{issue_number}/comments";
        const [viewer, comments] = await Promise.all([
            viewerOf(),
            api.list(commentForm, `GET ${route}`, { parameters: { issue_number: pullRequest }, maxPages: comment_maxPages }),
        ]);
        if (!viewer.ok)
            return viewer;
        if (!comments.ok)
            return comments;
        const { login } = viewer.value.viewer;
        // The two APIs write a bot's name with and without its suffix.
        const isOurs = (user) => user?.login === login || (user?.type === "Bot" && user.login === `${login}[bot]`);
        const own = comments.value.findLast((one) => isOurs(one.user) && (one.body ?? "").startsWith(marker));
        if (own === undefined && updateOnly)
            return { ok: true, value: { created: false, url: null } };
        const text = `${marker}\n${body}`;
        if (own?.body === text)
            return { ok: true, value: { created: false, url: own.html_url } };
        const answer = own === undefined
            ? await api.ask(written, `POST ${route}`, { issue_number: pullRequest, body: text })
            : await api.ask(written, "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", {
                comment_id: own.id,
                body: text,
            });
        return answer.ok ? { ok: true, value: { created: own === undefined, url: answer.value.html_url } } : answer;
    };
}

// EXTERNAL MODULE: ./build/src/domain/delivery/word.js
var word = __webpack_require__(3723);
;// CONCATENATED MODULE: ./build/src/adapters/github/deployment.js


const listed = schemas/* array */.YOg(schemas/* looseObject */._H3({
    id: schemas/* number */.aig(),
    sha: schemas/* string */.YjP().regex(/^[0-9a-f]{40,64}$/),
    created_at: schemas/* string */.YjP(),
}));
const statusForm = schemas/* array */.YOg(schemas/* looseObject */._H3({ state: schemas/* string */.YjP(), description: schemas/* string */.YjP().nullish() }));
/** Deployments that are looked at, newest first. Those of jobs that wait or failed have no success. */
const maxDeployments = 30;
/**
 * A deployment that succeeded and was followed by another is `inactive` now: its history has the success. One that a
 * run of ours rolled back, or that was a dry run, says so there. Asked one by one, since the newest usually has it.
 */
function deploymentBy(api) {
    return async (environment) => {
        const deployments = await api.ask(listed, "GET /repos/{owner}/{repo}/deployments", {
            environment,
            per_page: maxDeployments,
        });
        if (!deployments.ok)
            return deployments;
        for (const { id, sha, created_at: at } of deployments.value) {
            const route = "GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses";
            const statuses = await api.ask(statusForm, route, { deployment_id: id, per_page: 100 });
            if (!statuses.ok)
                return statuses;
            const ends = statuses.value.map((one) => (0,word/* readDeliveryWord */.Nq)(one.description ?? "")?.end);
            if (ends.includes("rolled-back") || ends.includes("dry-run"))
                continue;
            if (statuses.value.some(({ state }) => state === "success"))
                return { ok: true, value: { sha, at } };
        }
        if (deployments.value.length < maxDeployments)
            return { ok: true, value: null };
        return { ok: false, status: 200, why: `none of the newest ${maxDeployments} deployments succeeded` };
    };
}

;// CONCATENATED MODULE: ./build/src/adapters/github/dated-commits.js

const oid = schemas/* string */.YjP().regex(/^[0-9a-f]{40,64}$/);
const dated_commits_listed = schemas/* looseObject */._H3({
    oid,
    committedDate: schemas/* string */.YjP(),
    parents: schemas/* looseObject */._H3({ nodes: schemas/* array */.YOg(schemas/* looseObject */._H3({ oid }).nullish()) }),
});
const pageForm = schemas/* looseObject */._H3({
    repository: schemas/* looseObject */._H3({
        object: schemas/* looseObject */._H3({
            history: schemas/* looseObject */._H3({
                pageInfo: schemas/* looseObject */._H3({ hasNextPage: schemas/* boolean */.zMY(), endCursor: schemas/* string */.YjP().nullish() }),
                nodes: schemas/* array */.YOg(dated_commits_listed.nullish()),
            }),
        })
            .nullish(),
    }),
});
const commitsQuery = "query($owner: String!, $name: String!, $oid: GitObjectID!, $since: GitTimestamp!, $after: String) { " +
    "repository(owner: $owner, name: $name) { object(oid: $oid) { ... on Commit { history(first: 100, since: $since, " +
    "after: $after) { pageInfo { hasNextPage endCursor } nodes { oid committedDate parents(first: 3) { nodes { oid } } " +
    "} } } } } }";
const dated_commits_maxPages = 10;
/** The commits below a commit with their parents, without a checkout: the report's job has the newest one alone. */
function datedCommitsBy(api, repository) {
    return async (sha, since) => {
        const commits = [];
        let after = null;
        for (let page = 0; page < dated_commits_maxPages; page += 1) {
            const answer = await api.query(pageForm, commitsQuery, {
                ...repository,
                oid: sha,
                since,
                after,
            });
            if (!answer.ok)
                return answer;
            const history = answer.value.repository.object?.history;
            if (history === undefined)
                return { ok: false, status: 200, why: `GitHub does not know commit ${sha.slice(0, 12)}` };
            for (const one of history.nodes)
                if (one != null)
                    commits.push({
                        ...{ sha: one.oid, at: one.committedDate },
                        parents: one.parents.nodes.flatMap((parent) => parent?.oid ?? []),
                    });
            after = history.pageInfo.endCursor ?? null;
            if (!history.pageInfo.hasNextPage || after === null)
                return { ok: true, value: { commits, whole: true } };
        }
        return { ok: true, value: { commits, whole: false } };
    };
}

// EXTERNAL MODULE: ./build/src/domain/values/json.js
var json = __webpack_require__(8675);
;// CONCATENATED MODULE: ./build/src/adapters/github/own-record.js


/** Written into the payload of a deployment that we put on record ourselves, so that it is known again. */
const ownMark = { phoenix_deploy: 1 };
const ownPayload = schemas/* looseObject */._H3({
    phoenix_deploy: schemas/* literal */.euz(ownMark.phoenix_deploy),
    release: schemas/* string */.YjP().nullish(),
});
/** What such a payload says; null of any other. REST gives it as it was sent, GraphQL as JSON in a text. */
function ownRecord(payload) {
    let value = payload;
    for (let layer = 0; layer < 2 && typeof value === "string"; layer += 1)
        value = (0,json/* readJson */.V)(value);
    const parsed = ownPayload.safeParse(value);
    return parsed.success ? { release: parsed.data.release ?? null } : null;
}

;// CONCATENATED MODULE: ./build/src/adapters/github/deployment-history.js




const deployment_history_listed = schemas/* looseObject */._H3({
    databaseId: schemas/* number */.aig(),
    createdAt: schemas/* string */.YjP(),
    task: schemas/* string */.YjP().nullish(),
    payload: schemas/* string */.YjP().nullish(),
    commitOid: schemas/* string */.YjP().regex(/^[0-9a-f]{40,64}$/),
    statuses: schemas/* looseObject */._H3({
        nodes: schemas/* array */.YOg(schemas/* looseObject */._H3({ state: schemas/* string */.YjP(), createdAt: schemas/* string */.YjP(), description: schemas/* string */.YjP().nullish() }).nullish()),
    })
        .nullish(),
});
const deployment_history_pageForm = schemas/* looseObject */._H3({
    repository: schemas/* looseObject */._H3({
        deployments: schemas/* looseObject */._H3({
            pageInfo: schemas/* looseObject */._H3({ hasNextPage: schemas/* boolean */.zMY(), endCursor: schemas/* string */.YjP().nullish() }),
            nodes: schemas/* array */.YOg(deployment_history_listed.nullish()),
        }),
    }),
});
/** One question for a hundred deployments with all their words: REST would be asked once for each. */
const historyQuery = "query($owner: String!, $name: String!, $environment: String!, $after: String) { " +
    "repository(owner: $owner, name: $name) { deployments(environments: [$environment], first: 100, after: $after, " +
    "orderBy: {field: CREATED_AT, direction: DESC}) { pageInfo { hasNextPage endCursor } nodes { databaseId createdAt " +
    "task payload commitOid statuses(first: 20) { nodes { state createdAt description } } } } } }";
/** Pages that are read at most: four deployments a day for three months. */
const deployment_history_maxPages = 4;
/** How long the last word of a run may take: a cancelled job is ended after ten seconds. */
const lastWordMs = 3_000;
const made = schemas/* looseObject */._H3({ id: schemas/* number */.aig() });
function deploymentsBy(api, options) {
    const [owner, name] = options.repository.split("/");
    const brief = openApi({ ...options, limitMs: options.limitMs ?? lastWordMs });
    return {
        async deploymentHistory(environment, since) {
            const deployments = [];
            let after = null;
            for (let page = 0; page < deployment_history_maxPages; page += 1) {
                const answer = await api.query(deployment_history_pageForm, historyQuery, { owner, name, environment, after });
                if (!answer.ok)
                    return answer;
                const { nodes, pageInfo } = answer.value.repository.deployments;
                deployments.push(...nodes.flatMap((one) => (one == null ? [] : [recorded(one)])));
                after = pageInfo.endCursor ?? null;
                const oldest = deployments.at(-1);
                const reached = oldest !== undefined && Date.parse(oldest.at) < Date.parse(since);
                if (reached || !pageInfo.hasNextPage || after === null)
                    return { ok: true, value: { deployments, whole: true } };
            }
            return { ok: true, value: { deployments, whole: false } };
        },
        datedCommits: datedCommitsBy(api, { owner, name }),
        createDeployment: ({ environment, sha, task, production, says, payload }) => api.ask(made, "POST /repos/{owner}/{repo}/deployments", {
            ...{ ref: sha, task, environment, auto_merge: false, required_contexts: [], description: says },
            ...{ transient_environment: false, production_environment: production },
            payload: { ...ownMark, ...payload },
        }),
        async deploymentStatus(id, { state, description, log, url }) {
            const answer = await brief.ask(made, "POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses", {
                ...{ deployment_id: id, state, description, log_url: log },
                ...(url === null ? {} : { environment_url: url }),
            });
            return answer.ok ? { ok: true, value: null } : answer;
        },
    };
}
function recorded({ databaseId: id, createdAt: at, task, payload, ...one }) {
    const words = (one.statuses?.nodes ?? []).flatMap((word) => word == null ? [] : [{ state: word.state.toLowerCase(), at: word.createdAt, description: word.description ?? "" }]);
    return {
        ...{ id, at, sha: one.commitOid, task: task ?? "deploy", own: ownRecord(payload) },
        // GitHub lists the newest first, and its times are whole seconds.
        words: words.reverse().sort((a, b) => Date.parse(a.at) - Date.parse(b.at)),
    };
}

;// CONCATENATED MODULE: ./build/src/adapters/github/id-token.js



const tokenAnswer = schemas/* looseObject */._H3({ value: schemas/* string */.YjP() });
const id = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig()]).transform(String);
const claimsForm = schemas/* looseObject */._H3({ environment: schemas/* string */.YjP().nullish(), check_run_id: id.nullish(), run_id: id });
/** Good for nobody else: whoever trusts GitHub's tokens asks for an audience of their own. */
const audience = "phoenix-deploy";
/**
 * The claims of this job's ID token. It comes from the runner's own service over its own connection, as every other
 * answer of GitHub does; its signature is for third parties.
 */
async function claimsOf(source, options) {
    const api = openApi({ ...options, token: source.token, apiUrl: source.url, graphqlUrl: "" });
    const answer = await api.ask(tokenAnswer, `GET ${source.url}`, { audience, headers: { accept: "application/json" } });
    if (!answer.ok)
        return answer;
    const claims = claimsForm.safeParse(payload(answer.value.value));
    if (!claims.success)
        return { ok: false, status: 200, why: "the ID token is not of the known form" };
    const { environment, check_run_id, run_id } = claims.data;
    return { ok: true, value: { environment: environment ?? null, jobId: check_run_id ?? null, runId: run_id } };
}
/** The middle part of a JWT; undefined when it has none that can be read. */
function payload(token) {
    return (0,json/* readJson */.V)(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());
}

;// CONCATENATED MODULE: ./build/src/adapters/github/incidents.js

const incidents_viewerData = schemas/* looseObject */._H3({ viewer: schemas/* looseObject */._H3({ login: schemas/* string */.YjP() }) });
const issueForm = schemas/* looseObject */._H3({
    number: schemas/* number */.aig(),
    html_url: schemas/* string */.YjP(),
    state: schemas/* string */.YjP(),
    body: schemas/* string */.YjP().nullish(),
    user: schemas/* looseObject */._H3({ login: schemas/* string */.YjP(), type: schemas/* string */.YjP().nullish() }).nullish(),
    pull_request: schemas/* unknown */.L5J().optional(),
});
const incidents_written = schemas/* looseObject */._H3({ html_url: schemas/* string */.YjP() });
const comparison = schemas/* looseObject */._H3({
    total_commits: schemas/* number */.aig(),
    commits: schemas/* array */.YOg(schemas/* looseObject */._H3({
        sha: schemas/* string */.YjP().regex(/^[0-9a-f]{40,64}$/),
        commit: schemas/* looseObject */._H3({ message: schemas/* string */.YjP(), author: schemas/* looseObject */._H3({ name: schemas/* string */.YjP().nullish() }).nullish() }),
        author: schemas/* unknown */.L5J().optional(),
    })),
});
const account = schemas/* looseObject */._H3({ login: schemas/* string */.YjP() });
const commitForm = schemas/* looseObject */._H3({ sha: schemas/* string */.YjP().regex(/^[0-9a-f]{40,64}$/) });
/** Issues that are looked through for the marker, the newest first: the search of GitHub finds a new one only later. */
const incidents_maxPages = 5;
const issues = "/repos/{owner}/{repo}/issues";
function incidentsBy(api) {
    return {
        async markedIssue(wanted) {
            const found = await marked(api, wanted.marker);
            if (!found.ok)
                return found;
            return found.value === null ? incidents_open(api, wanted) : commentOn(api, wanted, found.value);
        },
        async comparedCommits(from, to) {
            const answer = await api.ask(comparison, "GET /repos/{owner}/{repo}/compare/{basehead}", {
                basehead: `${from}...${to}`,
                per_page: 250,
            });
            if (!answer.ok)
                return answer;
            const { total_commits: total, commits } = answer.value;
            const list = commits.map(({ sha, commit, author }) => ({
                ...{ sha, subject: commit.message.split("\n")[0] ?? "" },
                author: account.safeParse(author).data?.login ?? commit.author?.name ?? "",
            }));
            return { ok: true, value: { total, commits: list.reverse() } };
        },
        async commitOfRef(ref) {
            const route = "GET /repos/{owner}/{repo}/commits/{ref}";
            const answer = await api.ask(commitForm, route, { ref, per_page: 1 });
            if (answer.ok)
                return { ok: true, value: answer.value.sha };
            // GitHub says 422 to a name that leads to no commit.
            return answer.status === 404 || answer.status === 422 ? { ok: true, value: null } : answer;
        },
    };
}
/** The newest issue that begins with the marker and that we wrote ourselves: anybody could write the marker. */
async function marked(api, marker) {
    const parameters = { state: "all", sort: "created", direction: "desc" };
    const [viewer, listed] = await Promise.all([
        api.query(incidents_viewerData, "{ viewer { login } }"),
        api.list(issueForm, `GET ${issues}`, { parameters, maxPages: incidents_maxPages }),
    ]);
    if (!viewer.ok)
        return viewer;
    if (!listed.ok)
        return listed;
    const { login } = viewer.value.viewer;
    // The two APIs write a bot's name with and without its suffix.
    const isOurs = (user) => user?.login === login || (user?.type === "Bot" && user.login === `${login}[bot]`);
    const own = listed.value.find((one) => one.pull_request === undefined && isOurs(one.user) && (one.body ?? "").startsWith(marker));
    return { ok: true, value: own ?? null };
}
async function incidents_open(api, wanted) {
    const { marker, title, body, labels, assignees } = wanted;
    const plain = { title, body: `${marker}\n${body}` };
    const full = await api.ask(issueForm, `POST ${issues}`, { ...plain, labels, assignees });
    // An assignee who may not be assigned, or a label that cannot be made, must not cost the issue.
    const again = !full.ok && full.status === 422 && labels.length + assignees.length > 0;
    const answer = again ? await api.ask(issueForm, `POST ${issues}`, plain) : full;
    if (!answer.ok)
        return answer;
    const { number, html_url: url } = answer.value;
    return { ok: true, value: { number, url, created: true, without: again && !full.ok ? full.why : "" } };
}
async function commentOn(api, { marker, body }, { number, html_url: url, state }) {
    const text = { issue_number: number, body: `${marker}\n${body}` };
    const said = await api.ask(incidents_written, `POST ${issues}/{issue_number}/comments`, text);
    if (!said.ok)
        return said;
    if (state !== "open") {
        const opened = await api.ask(issueForm, `PATCH ${issues}/{issue_number}`, { issue_number: number, state: "open" });
        if (!opened.ok)
            return opened;
    }
    return { ok: true, value: { number, url, created: false, without: "" } };
}

// EXTERNAL MODULE: ./build/src/domain/rollback/issue.js
var issue = __webpack_require__(4952);
;// CONCATENATED MODULE: ./build/src/adapters/github/issues.js


const issues_issueForm = schemas/* looseObject */._H3({
    number: schemas/* number */.aig(),
    title: schemas/* string */.YjP(),
    html_url: schemas/* string */.YjP(),
    body: schemas/* string */.YjP().nullish(),
    labels: schemas/* array */.YOg(schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* looseObject */._H3({ name: schemas/* string */.YjP().nullish() })])),
    pull_request: schemas/* unknown */.L5J().optional(),
});
function newestIssuesBy(api) {
    return async () => {
        const parameters = { state: "all", sort: "created", direction: "desc" };
        const answer = await api.list(issues_issueForm, "GET /repos/{owner}/{repo}/issues", { parameters, maxPages: 1 });
        if (!answer.ok)
            return answer;
        // What a rollback of ours opened is its result, and no sign for another watch.
        const others = answer.value.filter(({ body }) => !(0,issue/* isRollbackIssue */.q)(body ?? ""));
        const value = others.map(({ number, title, html_url: url, labels, pull_request: pull }) => ({
            ...{ number, title, url, isPull: pull !== undefined },
            labels: labels.flatMap((label) => (typeof label === "string" ? label : (label.name ?? []))),
        }));
        return { ok: true, value };
    };
}

;// CONCATENATED MODULE: ./build/src/adapters/github/job-environment.js


const job_environment_checkRunAnswer = schemas/* looseObject */._H3({ node_id: schemas/* string */.YjP() });
const deploymentOfJob = schemas/* looseObject */._H3({
    node: schemas/* looseObject */._H3({
        deployment: schemas/* looseObject */._H3({
            databaseId: schemas/* number */.aig().nullish(),
            environment: schemas/* string */.YjP().nullish(),
            statuses: schemas/* looseObject */._H3({ nodes: schemas/* array */.YOg(schemas/* looseObject */._H3({ state: schemas/* string */.YjP() }).nullish()).nullish() })
                .nullish(),
        })
            .nullish(),
    })
        .nullish(),
});
const deployment = schemas/* looseObject */._H3({ id: schemas/* number */.aig(), environment: schemas/* string */.YjP(), payload: schemas/* unknown */.L5J().optional() });
const deploymentStatus = schemas/* looseObject */._H3({
    state: schemas/* string */.YjP(),
    log_url: schemas/* string */.YjP().nullish(),
    target_url: schemas/* string */.YjP().nullish(),
});
const jobsAnswer = schemas/* looseObject */._H3({
    jobs: schemas/* array */.YOg(schemas/* looseObject */._H3({ id: schemas/* number */.aig(), status: schemas/* string */.YjP(), runner_name: schemas/* string */.YjP().nullish() })),
});
/** The deployment of a check run: a job is one, and its deployment is the one that its environment gate held. */
const deploymentQuery = "query($id: ID!) { node(id: $id) { ... on CheckRun { deployment { databaseId environment statuses(first: 100) { " +
    "nodes { state } } } } } }";
/**
 * The environment of this very job: never that of "the latest deployment". In the order of their strength: the job's
 * own ID token, the deployment of its check run, the deployment whose log is this job's, and the only deployment that
 * names this run.
 */
function jobEnvironmentBy(api, ours) {
    return async (input, sha, environment) => {
        const claims = await ours.claims();
        const claimed = claims?.ok === true ? claims.value : null;
        const given = /^\d+$/.test(input) ? input : null;
        if (claimed !== null &&
            (claimed.runId !== ours.runId || (given !== null && claimed.jobId !== null && claimed.jobId !== given)))
            return {
                ok: false,
                status: 200,
                why: `the ID token is of run ${claimed.runId}, job ${claimed.jobId ?? "unknown"}: not of this job`,
            };
        const jobId = given ?? claimed?.jobId ?? (await jobOnThisRunner(api, ours));
        const recorded = (await ofCheckRun(api, jobId)) ?? (await ofRecords(api, { jobId, runId: ours.runId, sha, environment }));
        if (claimed === null)
            return recorded;
        // The token says where the job runs, not whether anything held it: that is in the history alone.
        const { waited, deployment } = recorded.ok && recorded.value.name === claimed.environment ? recorded.value : { waited: null };
        const number = deployment === undefined ? {} : { deployment };
        return { ok: true, value: { name: claimed.environment, evidence: "oidc", waited, ...number } };
    };
}
/** Servers before `job.check_run_id`: the only job of this run that is in progress on the runner of this name. */
async function jobOnThisRunner(api, { runId, runnerName }) {
    if (runnerName === "")
        return null;
    const answer = await api.ask(jobsAnswer, "GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs", {
        run_id: runId,
        per_page: 100,
    });
    if (!answer.ok)
        return null;
    const here = answer.value.jobs.filter((one) => one.runner_name === runnerName && one.status === "in_progress");
    return here.length === 1 && here[0] !== undefined ? String(here[0].id) : null;
}
/** What GraphQL says of the job's deployment; null when it cannot be asked. A clear "it has none" is an answer. */
async function ofCheckRun(api, jobId) {
    if (jobId === null)
        return null;
    const checkRun = await api.ask(job_environment_checkRunAnswer, "GET /repos/{owner}/{repo}/check-runs/{check_run_id}", {
        check_run_id: jobId,
    });
    if (!checkRun.ok)
        return null;
    const answer = await api.query(deploymentOfJob, deploymentQuery, { id: checkRun.value.node_id });
    if (!answer.ok || answer.value.node == null)
        return null;
    const { environment = null, statuses, databaseId } = answer.value.node.deployment ?? {};
    const states = statuses?.nodes?.map((one) => one?.state ?? "");
    const found = {
        name: environment,
        evidence: "graphql",
        waited: states === undefined ? null : waited(states),
    };
    return { ok: true, value: databaseId == null ? found : { ...found, deployment: databaseId } };
}
/**
 * Where GraphQL does not answer: the deployments of this commit in this environment, and what their statuses link to.
 */
async function ofRecords(api, job) {
    const { jobId, runId, sha, environment } = job;
    const deployments = await api.ask(schemas/* array */.YOg(deployment), "GET /repos/{owner}/{repo}/deployments", {
        sha,
        environment,
        per_page: 100,
    });
    if (!deployments.ok)
        return deployments;
    const ofRun = [];
    // One that we put on record ourselves was held by nothing.
    const ofJobs = deployments.value.filter(({ payload }) => ownRecord(payload) === null);
    for (const { id, environment: name } of ofJobs) {
        const route = "GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses";
        const statuses = await api.ask(schemas/* array */.YOg(deploymentStatus), route, { deployment_id: id, per_page: 100 });
        if (!statuses.ok)
            return statuses;
        const logs = statuses.value.map((one) => logOf(one.log_url ?? one.target_url ?? ""));
        const found = { name, deployment: id, waited: waited(statuses.value.map(({ state }) => state)) };
        if (jobId !== null && logs.some((log) => log.jobId === jobId))
            return { ok: true, value: { ...found, evidence: "log-url" } };
        const ofAnotherJob = jobId !== null && logs.some((log) => log.jobId !== null);
        if (!ofAnotherJob && logs.some((log) => log.runId === runId))
            ofRun.push({ ...found, evidence: "run-url" });
    }
    const [only] = ofRun;
    return {
        ok: true,
        value: only !== undefined && ofRun.length === 1 ? only : { name: null, evidence: "log-url", waited: null },
    };
}
/** REST says `waiting`, GraphQL `WAITING`. */
function waited(states) {
    return states.some((state) => state.toLowerCase() === "waiting");
}
/**
 * What a status links to: `…/actions/runs/RUN/job/JOB`, `…/actions/runs/RUN`, or `…/runs/JOB` as older servers write.
 */
function logOf(url) {
    const ofRun = /\/actions\/runs\/(\d+)(?:\/jobs?\/(\d+))?(?=[/?#]|$)/.exec(url);
    if (ofRun !== null)
        return { runId: ofRun[1] ?? null, jobId: ofRun[2] ?? null };
    return { runId: null, jobId: /\/runs\/(\d+)(?=[/?#]|$)/.exec(url)?.[1] ?? null };
}

;// CONCATENATED MODULE: ./build/src/adapters/github/jobs.js

const jobs_jobsAnswer = schemas/* looseObject */._H3({
    jobs: schemas/* array */.YOg(schemas/* looseObject */._H3({
        name: schemas/* string */.YjP(),
        conclusion: schemas/* string */.YjP().nullish(),
        runner_id: schemas/* number */.aig().nullish(),
        runner_name: schemas/* string */.YjP().nullish(),
        steps: schemas/* array */.YOg(schemas/* unknown */.L5J()).nullish(),
    })),
});
const jobs_pageSize = 100;
/** A list that is longer is not judged: the job that is looked for may stand behind its end. */
const jobs_maxPages = 10;
/** The jobs of all attempts of a run. One that no runner ever had has neither a runner nor steps. */
function jobsOfRunBy(api, runId) {
    return async () => {
        const jobs = [];
        for (let page = 1; page <= jobs_maxPages; page += 1) {
            const answer = await api.ask(jobs_jobsAnswer, "GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs", {
                ...{ run_id: runId, filter: "all", per_page: jobs_pageSize, page },
            });
            if (!answer.ok)
                return answer;
            for (const { name, conclusion = null, runner_id, runner_name, steps } of answer.value.jobs)
                jobs.push({ name, conclusion, began: Boolean(runner_id || runner_name || (steps ?? []).length > 0) });
            if (answer.value.jobs.length < jobs_pageSize)
                return { ok: true, value: jobs };
        }
        return { ok: false, status: 200, why: `this run has ${jobs.length} jobs or more, which are not all read` };
    };
}

;// CONCATENATED MODULE: ./build/src/adapters/github/ref.js

const commitAnswer = schemas/* looseObject */._H3({ sha: schemas/* string */.YjP() });
const ref_comparison = schemas/* looseObject */._H3({ status: schemas/* string */.YjP(), ahead_by: schemas/* number */.aig() });
/**
 * Where the branch or tag of a run points now. The name of a tag leads to the commit, also where the tag is annotated.
 */
function refStandingBy(api) {
    return async (ref, sha) => {
        const answer = await api.ask(commitAnswer, "GET /repos/{owner}/{repo}/commits/{ref}", {
            ref: ref.replace(/^refs\//, ""),
            per_page: 1,
        });
        // GitHub says 422 to a name that leads to no commit.
        if (!answer.ok && (answer.status === 404 || answer.status === 422))
            return { ok: true, value: { at: null, contains: false, ahead: 0 } };
        if (!answer.ok)
            return answer;
        const at = answer.value.sha;
        if (at === sha)
            return { ok: true, value: { at, contains: true, ahead: 0 } };
        const compared = await api.ask(ref_comparison, "GET /repos/{owner}/{repo}/compare/{basehead}", {
            basehead: `${sha}...${at}`,
            per_page: 1,
        });
        // A commit that no branch has any more may be gone from the server.
        if (!compared.ok)
            return compared.status === 404 ? { ok: true, value: { at, contains: false, ahead: 0 } } : compared;
        const { status, ahead_by: ahead } = compared.value;
        return { ok: true, value: { at, contains: status === "ahead" || status === "identical", ahead } };
    };
}

;// CONCATENATED MODULE: ./build/src/adapters/github/release-pages.js

const release_pages_pageForm = schemas/* looseObject */._H3({
    id: schemas/* number */.aig(),
    html_url: schemas/* string */.YjP(),
    tag_name: schemas/* string */.YjP(),
    body: schemas/* string */.YjP().nullish(),
    draft: schemas/* boolean */.zMY(),
    immutable: schemas/* boolean */.zMY().nullish(),
    upload_url: schemas/* string */.YjP(),
    assets: schemas/* array */.YOg(schemas/* looseObject */._H3({ id: schemas/* number */.aig(), name: schemas/* string */.YjP(), state: schemas/* string */.YjP() })),
})
    .transform((one) => ({
    ...{ id: one.id, url: one.html_url, tag: one.tag_name, body: one.body ?? "", draft: one.draft },
    ...{ immutable: one.immutable ?? false, uploadUrl: one.upload_url },
    files: one.assets.map(({ id, name, state }) => ({ id, name, whole: state === "uploaded" })),
}));
const tagForm = schemas/* looseObject */._H3({ tag_name: schemas/* string */.YjP() });
/** Lists of a hundred that are looked through, the newest first. */
const release_pages_maxPages = 3;
const releases = "/repos/{owner}/{repo}/releases";
function releasePagesBy(api) {
    return {
        async releasePage(tag) {
            const published = orNull(await api.ask(release_pages_pageForm, `GET ${releases}/tags/{tag}`, { tag }));
            if (!published.ok || published.value !== null)
                return published;
            // A draft has no tag by which it could be asked for.
            const listed = await api.list(release_pages_pageForm, `GET ${releases}`, { parameters: {}, maxPages: release_pages_maxPages });
            return listed.ok ? { ok: true, value: listed.value.find((one) => one.tag === tag && one.draft) ?? null } : listed;
        },
        async latestTag() {
            const latest = orNull(await api.ask(tagForm, `GET ${releases}/latest`));
            return latest.ok ? { ok: true, value: latest.value?.tag_name ?? null } : latest;
        },
        draftPage: ({ tag, sha, title, body, prerelease }) => api.ask(release_pages_pageForm, `POST ${releases}`, {
            ...{ tag_name: tag, target_commitish: sha, name: title, body, prerelease, draft: true },
        }),
        async attachFile(page, { name, type, text }) {
            const cut = page.files.find((one) => one.name === name && !one.whole);
            if (cut !== undefined) {
                const removed = await api.ask(schemas/* unknown */.L5J(), `DELETE ${releases}/assets/{asset_id}`, { asset_id: cut.id });
                if (!removed.ok && removed.status !== 404)
                    return removed;
            }
            // fetch sends the length itself. With one of ours there are two, which Node 24 refuses.
            return api.ask(schemas/* unknown */.L5J(), `POST ${page.uploadUrl}`, { name, data: text, headers: { "content-type": type } });
        },
        publishPage: ({ id, sha, prerelease, latest }) => api.ask(release_pages_pageForm, `PATCH ${releases}/{release_id}`, {
            ...{ release_id: id, target_commitish: sha, draft: false, prerelease, make_latest: latest },
        }),
        newestPages: () => api.list(release_pages_pageForm, `GET ${releases}`, { parameters: {}, maxPages: release_pages_maxPages }),
        writePage: ({ id }, body) => api.ask(schemas/* unknown */.L5J(), `PATCH ${releases}/{release_id}`, { release_id: id, body }),
    };
}
/** What is not there is null. */
function orNull(answer) {
    return !answer.ok && answer.status === 404 ? { ok: true, value: null } : answer;
}

;// CONCATENATED MODULE: ./build/src/adapters/github/released-pulls.js

const pullForm = schemas/* looseObject */._H3({
    number: schemas/* number */.aig(),
    merged: schemas/* boolean */.zMY(),
    mergeCommit: schemas/* looseObject */._H3({ oid: schemas/* string */.YjP() }).nullish(),
    closingIssuesReferences: schemas/* looseObject */._H3({
        nodes: schemas/* array */.YOg(schemas/* looseObject */._H3({ number: schemas/* number */.aig(), repository: schemas/* looseObject */._H3({ nameWithOwner: schemas/* string */.YjP() }) }).nullish()),
    })
        .nullish(),
});
const data = schemas/* looseObject */._H3({ repository: schemas/* record */.g1P(schemas/* string */.YjP(), pullForm.nullish()) });
/** Issues of one pull request that are read. */
const maxIssues = 20;
/** `owner/name` of the repository, whose issues alone count. */
function releasedPullsBy(api, repository) {
    const [owner = "", repo = ""] = repository.split("/");
    async function ask(numbers) {
        const issues = `closingIssuesReferences(first: ${maxIssues}) { nodes { number repository { nameWithOwner } } }`;
        const pulls = numbers.map((number) => `p${number}: pullRequest(number: ${number}) { number merged mergeCommit { oid } ${issues} }`);
        const asked = `repository(owner: $owner, name: $repo) { ${pulls.join(" ")} }`;
        const query = `query ($owner: String!, $repo: String!) { ${asked} }`;
        const answer = await api.query(data, query, { owner, repo });
        if (!answer.ok)
            return answer;
        return {
            ok: true,
            value: Object.values(answer.value.repository).flatMap((one) => (one == null ? [] : [pull(one)])),
        };
    }
    function pull({ number, merged, mergeCommit, closingIssuesReferences: closing, }) {
        const nodes = closing?.nodes.flatMap((one) => one ?? []) ?? [];
        const own = nodes.filter(({ repository: of }) => of.nameWithOwner.toLowerCase() === repository.toLowerCase());
        return { number, mergedAs: merged ? (mergeCommit?.oid ?? null) : null, closes: own.map((one) => one.number) };
    }
    return {
        async releasedPulls(numbers) {
            if (numbers.length === 0)
                return { ok: true, value: [] };
            const all = await ask(numbers);
            // One number that is no pull request makes the whole answer an error.
            if (all.ok || !/could not resolve/i.test(all.why))
                return all;
            const each = await Promise.all(numbers.map((number) => ask([number])));
            return { ok: true, value: each.flatMap((one) => (one.ok ? one.value : [])) };
        },
    };
}

;// CONCATENATED MODULE: ./build/src/adapters/github.js
















/** GitHub's API for one run of one repository. Nothing throws: an answer that did not come is an answer. */
function githubAdapter(options) {
    const { runId, runnerName, idToken } = options;
    const api = openApi(options);
    return {
        ...approvalBy(api, runId),
        jobEnvironment: jobEnvironmentBy(api, {
            runId,
            runnerName,
            claims: async () => (idToken === null ? null : claimsOf(idToken, options)),
        }),
        jobsOfRun: jobsOfRunBy(api, runId),
        refStanding: refStandingBy(api),
        ...codeReviewBy(api),
        stickyComment: stickyCommentBy(api),
        checkRun: checkRunBy(api),
        changedFiles: changedFilesBy(api),
        lastDeployment: deploymentBy(api),
        newestIssues: newestIssuesBy(api),
        ...deploymentsBy(api, options),
        ...incidentsBy(api),
        ...releasePagesBy(api),
        ...releasedPullsBy(api, options.repository),
    };
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
;// CONCATENATED MODULE: ./build/src/adapters/http.js


/** Kept of an answer's body. */
const maxBodyBytes = 1 << 20;
/**
 * One request on a connection of its own, so that every probe goes through the router anew.
 * Redirects are answers. A time-out, a refused connection or a cut answer is no answer, with the reason. What is
 * `proxied` goes through `HTTP_PROXY` or `HTTPS_PROXY` of the environment, unless `NO_PROXY` names the host.
 */
function httpAdapter(env = {}) {
    return { request: (wanted) => request(wanted, env) };
}
/** The proxies of the environment, as Node takes them: curl, and so the runner's users, leave out `http://` as well. */
function proxiesOf(env) {
    const names = ["http_proxy", "https_proxy", "no_proxy"].flatMap((name) => [name, name.toUpperCase()]);
    return Object.fromEntries(names.flatMap((name) => {
        const value = env[name]?.trim();
        if (!value)
            return [];
        return [[name, /^no_proxy$/i.test(name) || value.includes("://") ? value : `http://${value}`]];
    }));
}
function agentFor({ protocol }, env) {
    const proxyEnv = proxiesOf(env);
    return protocol === "https:" ? new external_node_https_.Agent({ proxyEnv }) : new external_node_http_.Agent({ proxyEnv });
}
function request(wanted, env) {
    const started = performance.now();
    return new Promise((resolve) => {
        const noAnswer = (why) => resolve({ answered: false, why, ms: performance.now() - started });
        if (!URL.canParse(wanted.url))
            return noAnswer(`${wanted.url} is not an address`);
        const url = new URL(wanted.url);
        let agent;
        try {
            agent = wanted.proxied === true && agentFor(url, env);
        }
        catch {
            return noAnswer("the proxy that the environment names has no address");
        }
        const send = url.protocol === "https:" ? external_node_https_.request : external_node_http_.request;
        const body = wanted.body === undefined ? undefined : Buffer.from(wanted.body);
        const sent = send(url, {
            method: wanted.method,
            headers: {
                "user-agent": "phoenix-deploy",
                ...wanted.headers,
                ...(body === undefined ? {} : { "content-length": String(body.length) }),
            },
            agent,
            signal: AbortSignal.timeout(wanted.limitMs),
        });
        sent.on("error", (error) => noAnswer(error.name === "TimeoutError" || error.code === "ABORT_ERR"
            ? `no answer within ${wanted.limitMs} ms`
            : (error.code ?? error.message)));
        sent.on("response", (answer) => {
            read(answer).then((text) => resolve({
                answered: true,
                status: answer.statusCode ?? 0,
                headers: flatten(answer),
                body: text,
                ms: performance.now() - started,
            }), (error) => noAnswer(error.code === "ABORT_ERR" ? `the answer did not end within ${wanted.limitMs} ms` : error.message));
        });
        sent.end(body);
    });
}
async function read(answer) {
    const chunks = [];
    let size = 0;
    for await (const chunk of answer) {
        if (size < maxBodyBytes)
            chunks.push(chunk.subarray(0, maxBodyBytes - size));
        size += chunk.length;
    }
    return Buffer.concat(chunks).toString("utf8");
}
function flatten(answer) {
    return Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(", ") : (value ?? ""),
    ]));
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/@actions/exec/lib/exec.js + 3 modules
var exec = __webpack_require__(1260);
// EXTERNAL MODULE: ./build/src/commands/git.js
var git = __webpack_require__(8336);
// EXTERNAL MODULE: ./build/src/adapters/environment.js
var adapters_environment = __webpack_require__(9195);
;// CONCATENATED MODULE: ./build/src/adapters/git.js



/** How long one command of git may take, seconds: reading a large checkout, or writing a commit's files beside it. */
const gitLimitSeconds = 120;
/**
 * Exit codes of coreutils' timeout: the limit was reached (124, or 137 where git had to be killed), and the command is
 * not there (127).
 */
const timedOut = [124, 137];
const notFound = 127;
/** What makes git speak of another repository than the one in the folder, or ask a person. */
const gitEnvironment = {
    ...Object.fromEntries([
        "DIR",
        "WORK_TREE",
        "INDEX_FILE",
        "OBJECT_DIRECTORY",
        "ALTERNATE_OBJECT_DIRECTORIES",
        "COMMON_DIR",
        "NAMESPACE",
        "CEILING_DIRECTORIES",
    ].map((name) => [`GIT_${name}`, undefined])),
    GIT_TERMINAL_PROMPT: "0",
    GIT_ASKPASS: "true",
    SSH_ASKPASS: "true",
    GIT_OPTIONAL_LOCKS: "0",
    LC_ALL: "C",
};
/**
 * Opens git of a folder. Its children see neither tokens nor inputs, ask nobody, start no monitor that the checkout
 * names, and end within two minutes, also after a cancel.
 */
function openGit(folder, environment) {
    async function ask(...args) {
        // @actions/exec has no time limit of its own; timeout ends git and all that it started.
        const line = ["--kill-after=5", `${gitLimitSeconds}`, "git", ...git/* gitOptions */.h, ...args];
        const env = (0,adapters_environment/* cleanEnvironment */.h)({ ...environment, ...gitEnvironment });
        const ran = await (0,exec/* getExecOutput */.H)("timeout", line, { cwd: folder, env, silent: true, ignoreReturnCode: true });
        const shown = `git ${args.slice(0, 2).join(" ")}`;
        if (ran.exitCode === notFound)
            throw new Error(`${shown} could not be started: ${ran.stderr.trim()}`);
        if (timedOut.includes(ran.exitCode))
            throw new Error(`${shown} timed out after ${gitLimitSeconds} s in ${folder}`);
        return ran;
    }
    return {
        folder,
        ask,
        async read(...args) {
            const { exitCode, stdout, stderr } = await ask(...args);
            if (exitCode === 0)
                return stdout;
            const what = `git ${args.join(" ")} failed in ${folder}: ${stderr.trim()}.`;
            throw new Error(`${what} Check the repository out first (actions/checkout).`);
        },
    };
}

// EXTERNAL MODULE: ./build/src/ports/repository.js
var repository = __webpack_require__(1864);
;// CONCATENATED MODULE: ./build/src/adapters/history.js

/** Bytes of a file at a commit that are read. */
const maxBytes = 2 << 20;
/** What lies between two commits, and files as a commit has them. Commits are named by full ids alone. */
function historyOf(git) {
    return {
        async commitsBetween(from, to) {
            // %x00 between the parts: a subject may hold anything else, and an author's name too.
            const format = "--format=%H%x00%an%x00%s%x00";
            const options = ["--no-show-signature", "--encoding=UTF-8", `--max-count=${repository/* maxListed */.w}`, format];
            const listed = await git.read("log", ...options, `^${idOf(from)}`, idOf(to), "--");
            const parts = listed.split("\0");
            return Array.from({ length: Math.floor(parts.length / 3) }, (_, index) => {
                const [sha = "", author = "", subject = ""] = parts.slice(index * 3, index * 3 + 3);
                return { sha: sha.trim(), author, subject };
            });
        },
        async changedBetween(from, to) {
            const options = [
                "--name-status",
                "--no-renames",
                "--no-ext-diff",
                "--no-color",
                "--ignore-submodules=none",
                "-z",
            ];
            const listed = await git.read("diff", ...options, idOf(from), idOf(to), "--");
            const parts = listed.split("\0");
            return Array.from({ length: Math.floor(parts.length / 2) }, (_, index) => ({
                change: changeIn(parts[index * 2] ?? ""),
                path: parts[index * 2 + 1] ?? "",
            }));
        },
        async fileAt(commit, path) {
            // MODE TYPE ID SIZE<tab>PATH; nothing where the commit has no such path.
            const listed = await git.read("ls-tree", "--full-tree", "--long", "-z", idOf(commit), "--", path);
            const [, id, size] = /^\d+ blob ([0-9a-f]+) +(\d+)\t/.exec(listed) ?? [];
            if (id === undefined)
                return null;
            if (Number(size) > maxBytes)
                throw new Error(`${path} has ${size} bytes at ${commit.slice(0, 12)}`);
            return await git.read("cat-file", "blob", id);
        },
    };
}
/** A full id, so that no name is an option or another revision. */
function idOf(commit) {
    if (!/^[0-9a-f]{40,64}$/.test(commit))
        throw new Error(`${commit.slice(0, 80)} is not the full id of a commit`);
    return commit;
}
function changeIn(letter) {
    return letter === "A" ? "added" : letter === "D" ? "removed" : "changed";
}

;// CONCATENATED MODULE: ./build/src/adapters/repository.js




/**
 * git of the checkout. What was checked out beside it is always removed, also after a cancel. Throws with git's own
 * words when the folder is no repository.
 */
function repositoryAdapter(folder, env) {
    const git = openGit(folder, env);
    return {
        standing: async () => standingOf(await git.ask("rev-parse", "--verify", "HEAD^{commit}").catch(() => null)),
        async head() {
            const [sha = "", tree = ""] = (await git.read("rev-parse", "HEAD", "HEAD^{tree}")).trim().split("\n");
            const seconds = await git.read("show", "--no-patch", "--no-show-signature", "--format=%ct", "HEAD");
            return { sha, tree, committedAt: new Date(Number(seconds) * 1_000).toISOString() };
        },
        tracked: () => tracked(git),
        async ignored() {
            const listed = await git.read("ls-files", "--others", "--ignored", "--exclude-standard", "--directory", "-z");
            return listed.split("\0").filter((path) => path !== "");
        },
        async changes() {
            const status = await git.read("status", "--porcelain", "--untracked-files=no");
            return status.split("\n").filter((line) => line !== "");
        },
        async differing() {
            const status = await git.read("status", "--porcelain", "-z", "--untracked-files=all", "--no-renames");
            const lines = status.split("\0").filter((line) => line !== "");
            return lines.map((line) => ({ path: line.slice(3), tracked: !line.startsWith("??") }));
        },
        isShallow: async () => (await git.read("rev-parse", "--is-shallow-repository")).trim() === "true",
        tags: () => tags(git),
        commitOf: (revision) => commitOf(git, revision),
        async atCommit(commit, beside, work) {
            // The hooks of the repository are for people who work in it.
            const unhooked = ["-c", "core.hooksPath=/dev/null"];
            await git.read(...unhooked, "worktree", "add", "--quiet", "--force", "--detach", beside, commit);
            try {
                return await work();
            }
            finally {
                await git.read("worktree", "remove", "--force", beside);
            }
        },
        filesAt: (revision, below) => filesAt(git, revision, below),
        ...historyOf(git),
    };
}
/** What git's answer to a question about HEAD says of the folder; null where git could not be started. */
function standingOf(asked) {
    if (asked === null)
        return "no git";
    if (asked.exitCode === 0)
        return "ready";
    if (/dubious ownership|safe\.directory/.test(asked.stderr))
        return "of another owner";
    return /not a git repository/.test(asked.stderr) ? "none" : "empty";
}
async function tracked(git) {
    const [listed, status] = await Promise.all([
        git.read("ls-files", "-v", "--stage", "-z"),
        git.read("status", "--porcelain", "-z", "--ignore-submodules=none"),
    ]);
    const entries = listed.split("\0").flatMap((line) => {
        const [, tag = "", mode = "", id = "", path = ""] = /^(\S) (\d+) ([0-9a-f]+) \d\t(.*)$/s.exec(line) ?? [];
        return path === "" ? [] : [{ tag, mode, id, path }];
    });
    const foreign = [];
    for (const { tag, mode, path } of entries) {
        // `update-index --assume-unchanged` and `--skip-worktree`: git does not look whether these changed.
        const overlooked = /[a-zS]/.test(tag);
        if (overlooked || mode === "160000" || (mode === "120000" && (await leadsOut(git.folder, path))))
            foreign.push(path);
    }
    return { files: new Map(entries.map(({ path, id }) => [path, id])), untouched: status === "", foreign };
}
/** A link that ends outside the folder, or nowhere. */
async function leadsOut(folder, path) {
    try {
        const [root, end] = await Promise.all([(0,promises_.realpath)(folder), (0,promises_.realpath)((0,external_node_path_.join)(folder, path))]);
        return (0,external_node_path_.relative)(root, end).startsWith("..");
    }
    catch {
        return true;
    }
}
async function tags(git) {
    // An annotated tag is an object of its own: the second id is what it points at.
    const format = "--format=%(objectname) %(*objectname) %(refname:strip=2)";
    const listed = await git.read("for-each-ref", format, "refs/tags");
    return listed.split("\n").flatMap((line) => {
        const [, object = "", pointed = "", name = ""] = /^(\w+) (\w*) (.+)$/.exec(line) ?? [];
        return name === "" ? [] : [{ name, commit: pointed === "" ? object : pointed }];
    });
}
async function commitOf(git, revision) {
    // Quiet for a revision that is not here, loud for a folder that is no repository.
    const { exitCode, stdout, stderr } = await git.ask("rev-parse", "--verify", "--quiet", `${revision}^{commit}`);
    if (exitCode !== 0 && stderr.trim() !== "")
        throw new Error(`git rev-parse failed in ${git.folder}: ${stderr.trim()}.`);
    return exitCode === 0 ? stdout.trim() : null;
}
async function filesAt(git, revision, below) {
    const { folder } = git;
    const args = ["ls-tree", "-r", "-z", "--full-tree", revision, "--", (0,external_node_path_.relative)(folder, below) || "."];
    const { exitCode, stdout } = await git.ask(...args);
    if (exitCode !== 0)
        return null;
    // MODE TYPE ID<tab>PATH, each ended by a NUL: a path may hold anything else.
    const files = stdout.split("\0").flatMap((line) => {
        const [, id, path] = /^\S+ \S+ (\S+)\t(.*)$/s.exec(line) ?? [];
        return id === undefined || path === undefined ? [] : [[(0,external_node_path_.join)(folder, path), id]];
    });
    return new Map(files);
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./build/src/adapters/output.js
/** Keeps at most about `keepBytes` of whatever is added. */
function keepOutput(keepBytes) {
    const headBytes = keepBytes / 4;
    const tailBytes = keepBytes - headBytes;
    const head = [];
    const tail = [];
    let headSize = 0;
    let tailSize = 0;
    let cut = 0;
    return {
        add(chunk) {
            const room = headBytes - headSize;
            if (room > 0) {
                head.push(chunk.subarray(0, room));
                headSize += Math.min(room, chunk.length);
            }
            if (chunk.length <= Math.max(room, 0))
                return;
            const rest = chunk.subarray(Math.max(room, 0));
            tail.push(rest);
            tailSize += rest.length;
            while (tail[0] !== undefined && tailSize - tail[0].length >= tailBytes) {
                cut += tail[0].length;
                tailSize -= tail[0].length;
                tail.shift();
            }
        },
        text() {
            const note = cut > 0 ? [Buffer.from(`\n[${cut} bytes left out]\n`)] : [];
            return Buffer.concat([...head, ...note, ...tail]).toString("utf8");
        },
    };
}

;// CONCATENATED MODULE: ./build/src/adapters/process-group.js
/** Between SIGTERM to a process group and SIGKILL, milliseconds. */
const graceMs = 5_000;
/** Ends the whole group at the time limit or on a cancel: SIGTERM, then SIGKILL after five seconds. */
function guard(child, { limitMs, cancel }) {
    let ended = "exited";
    let killing;
    const signal = (name) => {
        if (child.pid === undefined)
            return;
        try {
            process.kill(-child.pid, name);
        }
        catch {
            // The group is gone already: that is what was wanted.
        }
    };
    const end = (how) => {
        if (ended !== "exited")
            return;
        ended = how;
        signal("SIGTERM");
        killing = setTimeout(() => signal("SIGKILL"), graceMs);
    };
    const onCancel = () => end("cancelled");
    const limit = setTimeout(() => end("timed-out"), limitMs);
    cancel?.addEventListener("abort", onCancel, { once: true });
    return {
        ended: () => ended,
        lift() {
            clearTimeout(limit);
            cancel?.removeEventListener("abort", onCancel);
        },
        kill: () => signal("SIGKILL"),
        close: () => clearTimeout(killing),
    };
}

;// CONCATENATED MODULE: ./build/src/adapters/shell.js








/** Kept of each stream unless the command asks for less. */
const keepBytes = 4 << 20;
/**
 * Runs commands as argv in a process group of their own, with a time limit and standard input that always ends. A
 * time-out ends the whole group: SIGTERM, then SIGKILL after five seconds. `cancel` does the same for commands that may
 * be cut.
 */
function shellAdapter(options) {
    return {
        async run(command) {
            const started = performance.now();
            const ran = await runOnce(command, options);
            return { ...ran, durationMs: performance.now() - started };
        },
    };
}
async function runOnce(command, options) {
    if (options.cancel.aborted && command.evenAfterCancel !== true)
        return refused("cancelled", "the run was cancelled before it began");
    const [program] = command.argv;
    let child;
    try {
        child = start(command, options);
    }
    catch (error) {
        return refused("not-started", `${program}: ${(0,error_text/* errorText */.k)(error)}`);
    }
    const mayCut = command.onCancel === "end";
    const group = guard(child, { limitMs: command.limitMs, cancel: mayCut ? options.cancel : null });
    const out = shell_read(child.stdout, command, options);
    const err = shell_read(child.stderr, command, options);
    // A command that ends without reading its input breaks the pipe; its exit code tells the story.
    child.stdin.on("error", () => undefined);
    const fed = feed(child.stdin, command.stdin);
    const exit = await exitOf(child);
    group.lift();
    if ("failed" in exit) {
        group.close();
        const { code, message } = exit.failed;
        return refused("not-started", `${program}: ${code === "ENOENT" ? "not found" : message}`);
    }
    await drain(child, group);
    // What a tool left behind goes with it; a host program, which starts servers in sessions of their own, is left alone.
    if (mayCut)
        group.kill();
    group.close();
    child.stdout.destroy();
    child.stderr.destroy();
    await fed;
    const ended = group.ended();
    return { ended, code: ended === "exited" ? exit.code : null, stdout: out.text(), stderr: err.text(), why: "" };
}
function refused(ended, why) {
    return { ended, code: null, stdout: "", stderr: "", why };
}
function start(command, options) {
    const [program, ...args] = command.argv;
    return (0,external_node_child_process_.spawn)(program, args, {
        cwd: command.cwd ?? options.cwd,
        env: {
            ...(0,adapters_environment/* cleanEnvironment */.h)({ ...options.env, ...command.env }),
            ...(command.token === undefined ? {} : { GH_TOKEN: command.token }),
        },
        detached: true,
        stdio: ["pipe", "pipe", "pipe"],
    });
}
function shell_read(stream, command, { show }) {
    const output = keepOutput(command.keepBytes ?? keepBytes);
    stream.on("data", (chunk) => {
        output.add(chunk);
        if (command.show)
            show(chunk.toString("utf8"));
    });
    return output;
}
function exitOf(child) {
    return new Promise((resolve) => {
        child.once("error", (failed) => resolve({ failed }));
        child.once("exit", (code) => resolve({ code }));
    });
}
/** A grandchild may hold the pipes open (a started server): what it prints later is not this command's. */
async function drain({ stdout, stderr }, group) {
    await Promise.race([
        Promise.all([(0,external_node_stream_promises_.finished)(stdout), (0,external_node_stream_promises_.finished)(stderr)]).catch(() => undefined),
        delay(group.ended() === "exited" ? 200 : 1_000),
    ]);
}
/** Writes the command's input and ends it. */
async function feed(stdin, input) {
    const { text = "", shared = "" } = input ?? {};
    if (input?.compressed === true) {
        // What gzip is given in several pieces, it writes as one.
        stdin.write((0,external_node_zlib_.gzipSync)(text));
        stdin.write(compressedOnce(shared));
    }
    else
        for (const one of [text, shared])
            if (one !== "")
                stdin.write(one);
    if (input?.file === undefined) {
        stdin.end();
        return;
    }
    await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(input.file, { start: input.skip ?? 0 }), stdin).catch(() => undefined);
}
/** Texts that many commands read, as gzip has them. */
const compressed = new Map();
function compressedOnce(text) {
    const bytes = compressed.get(text) ?? (0,external_node_zlib_.gzipSync)(text);
    compressed.set(text, bytes);
    return bytes;
}
function delay(ms) {
    return new Promise((resolve) => setTimeout(resolve, ms));
}

// EXTERNAL MODULE: ./build/src/adapters/toolchain.js
var toolchain = __webpack_require__(7761);
// EXTERNAL MODULE: ./build/src/domain/evidence/result.js
var result = __webpack_require__(8365);
// EXTERNAL MODULE: ./build/src/domain/fleet/first-contact.js
var first_contact = __webpack_require__(6886);
// EXTERNAL MODULE: ./build/src/domain/validation/change.js
var change = __webpack_require__(6994);
// EXTERNAL MODULE: ./build/src/render/text/wording.js
var wording = __webpack_require__(9700);
// EXTERNAL MODULE: ./build/src/render/findings/causes.js
var findings_causes = __webpack_require__(449);
;// CONCATENATED MODULE: ./build/src/render/findings/annotations.js





/** The runner shows ten of a kind a step, and cuts a message at 4,096 characters. */
const maxOfAKind = 10;
const maxCharacters = 4_096;
const kinds = ["error", "warning", "notice"];
/**
 * All that is worth an annotation: what blocks first, then what the change under review touches, then by severity.
 * Of a check that passed only what that change touches.
 */
function annotationsIn(evidence) {
    const lacking = evidence.results.filter(first_contact/* isFirstContact */.f);
    const others = [...evidence.results.filter((one) => !(0,first_contact/* isFirstContact */.f)(one)), ...oneOf(lacking, evidence.results)];
    const passed = others.filter((one) => !(0,result/* notPassed */.KN)(one));
    const alone = passed.map((one) => ({ results: [one], says: one.says, remedy: one.remedy }));
    const causes = [...(0,findings_causes/* causesOf */.c)(others), ...alone];
    return causes
        .flatMap((cause) => ofCause(cause).map((annotation) => ({
        annotation,
        rank: (0,change/* rankOf */.IQ)(annotation.finding, cause.results.some(result/* blocks */.Bv)),
    })))
        .sort((a, b) => (0,change/* byRank */.O5)(a.rank, b.rank))
        .map(({ annotation }) => annotation);
}
/**
 * What the runner shows of them: at most ten of a kind a step, the last of them counting what was left out.
 * The stage's own verdict and its warnings are annotations too and take their room.
 */
function annotationsOf(evidence) {
    const all = annotationsIn(evidence);
    const taken = {
        error: evidence.status === "passed" || evidence.status === "planned" ? 0 : 1,
        warning: evidence.warnings.length,
        notice: 0,
    };
    return kinds.flatMap((kind) => {
        const mine = all.filter(({ finding }) => finding.severity === kind);
        const room = Math.max(1, maxOfAKind - taken[kind]);
        if (mine.length <= room)
            return mine;
        const left = mine.length - room + 1;
        const message = `${left} more of this kind; all are in the job summary and the evidence file.`;
        return [...mine.slice(0, room - 1), { finding: { severity: kind, message }, title: evidence.stage }];
    });
}
/**
 * Checks that need what a project does not have yet are one annotation, not one each. Where nothing else failed the
 * verdict of the stage, which is an annotation too, says it all.
 */
function oneOf(lacking, all) {
    const [first] = [...lacking].sort((a, b) => Number((0,result/* blocks */.Bv)(b)) - Number((0,result/* blocks */.Bv)(a)));
    if (first === undefined || ((0,result/* blocks */.Bv)(first) && all.every((one) => !(0,result/* blocks */.Bv)(one) || (0,first_contact/* isFirstContact */.f)(one))))
        return [];
    const ids = lacking.map((one) => one.id).join(", ");
    const says = `Not run, because the project does not have what these checks need yet: ${ids}.`;
    const remedy = "Copy the lines from the top of the job summary: they add it, or switch the checks off.";
    return [{ ...first, title: "To do once", says, remedy, findings: [] }];
}
const places = { line: " (changed line)", file: " (changed file)" };
/**
 * The findings of a cause under the names of its checks; one that has none is said by itself. What is optional never
 * shows as an error.
 */
function ofCause({ results, says, remedy }) {
    const [first] = results;
    if (first === undefined)
        return [];
    const severity = (of) => (of === "error" && !first.required ? "warning" : of);
    const own = { severity: "error", message: `${says} ${remedy}`.trim() };
    const failing = first.findings.length === 0 && first.kind === "check" ? [own] : first.findings;
    const findings = (0,result/* notPassed */.KN)(first) ? failing : first.findings.filter((finding) => finding.in_change !== undefined);
    const names = results.map((one) => one.title).join(", ");
    return findings.map((finding) => ({
        finding: {
            ...finding,
            severity: severity(finding.severity),
            message: (0,wording/* shortened */.vI)(finding.message, maxCharacters - 1),
        },
        title: (0,wording/* shortened */.vI)(names, 200) + (finding.in_change === undefined ? "" : places[finding.in_change]),
    }));
}

// EXTERNAL MODULE: ./build/src/render/stage/summary.js
var stage_summary = __webpack_require__(9991);
;// CONCATENATED MODULE: ./build/src/gates/token.js
/**
 * What to do where GitHub refuses the token itself, whatever it may do: 401, or none was given. Null where the token is
 * not the cause.
 */
function tokenRemedy({ status, why }) {
    if (status === 401)
        return ("GitHub does not know the token in `github-token`, or it has expired: give one that is valid, or leave the " +
            "input out for the job's own.");
    if (status !== 0 || !why.includes("`github-token` is empty"))
        return null;
    return "Set the secret that `github-token` names, or leave the input out for the job's own token.";
}

// EXTERNAL MODULE: ./build/src/render/stage/first-contact.js
var stage_first_contact = __webpack_require__(1532);
// EXTERNAL MODULE: ./build/src/render/stage/page.js
var stage_page = __webpack_require__(7488);
// EXTERNAL MODULE: ./build/src/render/text/markdown.js
var markdown = __webpack_require__(7103);
// EXTERNAL MODULE: ./build/src/render/text/visible.js
var visible = __webpack_require__(8502);
;// CONCATENATED MODULE: ./build/src/render/findings/check-run.js






/** GitHub refuses a summary over 65,535 characters. */
const check_run_maxBytes = 60_000;
/** Annotations go fifty to a request, and a repository has a thousand requests an hour for all its jobs. */
const maxAnnotations = 1_000;
const maxMessage = 4_000;
const conclusions = {
    passed: "success",
    failed: "failure",
    running: "failure",
    cancelled: "neutral",
    planned: "neutral",
};
/**
 * A stage as a check run: its report, and an annotation for every finding that has a place. A run that was cut, or only
 * planned, judged nothing. `application` is empty where the repository has one: a branch's rules require a check run by
 * its name, so that two must not share it.
 */
function renderCheckRun(evidence, application = "") {
    const { stage, environment, status, says } = evidence;
    const placed = annotationsIn(evidence).filter(({ finding }) => finding.file !== undefined);
    const left = placed.length - maxAnnotations;
    const page = (0,stage_first_contact/* withFirstContact */.z)((0,stage_page/* briefStagePage */.q)(evidence), evidence.results);
    const parts = [...page, ...(left > 0 ? [`${left} more findings are not annotated.`] : [])];
    const of = [environment ?? "", application].filter((one) => one !== "").map((one) => (0,wording/* shortened */.vI)((0,visible/* visible */.R)(one), 100));
    return {
        name: `phoenix-deploy ${stage}${of.length === 0 ? "" : ` (${of.join(", ")})`}`,
        conclusion: conclusions[status],
        title: (0,wording/* shortened */.vI)((0,visible/* visible */.R)(says).replaceAll("\n", " "), 250),
        summary: (0,markdown/* cutTo */.yd)(parts.join("\n\n"), check_run_maxBytes, "The rest is in the summary of the run."),
        annotations: placed.slice(0, maxAnnotations).map(({ finding, title }) => ({
            finding: { ...finding, message: (0,wording/* shortened */.vI)(finding.message, maxMessage) },
            title,
        })),
    };
}

// EXTERNAL MODULE: ./build/src/render/stage/comment.js
var stage_comment = __webpack_require__(4766);
;// CONCATENATED MODULE: ./build/src/stages/publish.js




/**
 * What tells an application from others of its repository: the inputs that name its folder and its settings; empty
 * where both are left to their defaults.
 */
function applicationOf(inputs) {
    const named = [
        [inputs["working-directory"], "."],
        [inputs["config"], ".github/phoenix-deploy.yml"],
    ];
    return named
        .filter(([value, usual]) => typeof value === "string" && value !== usual)
        .map(([value]) => value)
        .join(", ");
}
/**
 * Shows a finished stage on its pull request: one comment for each workflow, environment and application, updated in
 * place, and a check run. Returns a warning for each that could not be written: the summary holds it all, and no
 * verdict hangs on it.
 */
async function publish(world, evidence, places) {
    try {
        return await show(world, evidence, places);
    }
    catch (error) {
        return [`The report could not be shown on GitHub: ${(0,error_text/* errorText */.k)(error)}.`];
    }
}
async function show({ github, job }, evidence, places) {
    const warnings = [];
    // A run that was cut has nothing new for a conversation, and the next one may have written its own already.
    const number = job.pullRequest?.number ?? evidence.brief?.pull_request ?? null;
    // The report comments on every pull request of the release by itself.
    const comments = places.comment && evidence.stage !== "report" && evidence.status !== "cancelled";
    if (comments && number !== null) {
        const comment = (0,stage_comment/* renderComment */.wQ)(evidence, { workflow: job.workflow, application: places.application });
        const answer = await github.stickyComment({ pullRequest: number, ...comment });
        const fromFork = job.pullRequest?.fromFork ?? false;
        if (!answer.ok)
            warnings.push(`The pull request has no comment (${reason(answer)}). ${tokenRemedy(answer) ?? commentRemedy(fromFork)}`);
    }
    if (places.checkRun) {
        // Of a run that another one started, the commit of the run is that of the default branch, which nobody judged.
        const sha = job.pullRequest?.headSha ?? evidence.sha;
        const page = renderCheckRun(evidence, places.application);
        const answer = await github.checkRun({ ...page, sha, detailsUrl: job.runUrl });
        if (!answer.ok)
            warnings.push(`The check run is not whole (${reason(answer)}). ` +
                (tokenRemedy(answer) ?? "Give the job `checks: write`, or leave `check-run` out."));
    }
    return warnings;
}
function reason({ status, why }) {
    return status === 0 ? why : `${status}: ${why}`;
}
function commentRemedy(fromFork) {
    return fromFork
        ? "The token of a fork's pull request only reads, even with `pull-requests: write`: " +
            "examples/workflows/comment.yml comments safely."
        : "Give the job `pull-requests: write`, or set `comment: false`.";
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/src/domain/evidence/evidence.js + 2 modules
var evidence_evidence = __webpack_require__(6060);
// EXTERNAL MODULE: ./build/src/domain/evidence/handover.js
var handover = __webpack_require__(9999);
;// CONCATENATED MODULE: ./build/src/stages/recorder.js





/** Kept of each result's findings in evidence; the rest is counted. */
const maxFindings = 500;
/** Characters of a sentence that are kept: what a server or a tool said may stand in it, and nobody reads more. */
const maxSentence = 2_000;
const sentence = (text) => (0,wording/* shortened */.vI)(text, maxSentence);
/** Characters of one text in facts, and entries of one list there, that are kept. */
const maxFactText = 20_000;
const maxFactEntries = 1_000;
/** Characters of a finding, and of the last lines of a tool, that are kept. */
const recorder_maxMessage = 4_000;
const maxTail = 20_000;
const marks = {
    pass: "✓",
    fail: "✗",
    error: "✗",
    inconclusive: "◌",
    off: "–",
    "not-run": "–",
};
/** A fact as evidence keeps it: servers and tools may say any amount, and evidence over its limit is read by nobody. */
function bounded(fact) {
    if (typeof fact === "string")
        return (0,wording/* shortened */.vI)(fact, maxFactText);
    if (Array.isArray(fact))
        return fact.slice(0, maxFactEntries).map(bounded);
    if (typeof fact !== "object" || fact === null)
        return fact;
    return Object.fromEntries(Object.entries(fact)
        .slice(0, maxFactEntries)
        .map(([key, value]) => [(0,wording/* shortened */.vI)(key, maxSentence), bounded(value)]));
}
/** A result as evidence keeps it. */
function boundedResult(given) {
    return {
        ...given,
        says: sentence(given.says),
        remedy: sentence(given.remedy),
        facts: bounded(given.facts),
        tail: given.tail.length <= maxTail ? given.tail : given.tail.slice(-maxTail).toWellFormed(),
        findings: given.findings
            .slice(0, maxFindings)
            .map((one) => ({ ...one, message: (0,wording/* shortened */.vI)(one.message, recorder_maxMessage) })),
    };
}
/** What the log says of a result. */
function linesOf({ kind, verdict, title, says, remedy, host, duration_ms }) {
    const lasted = kind === "step" || kind === "signal" ? ` (${(duration_ms / 1_000).toFixed(1)} s)` : "";
    const at = host === undefined || title.includes(host) ? "" : ` on ${host}`;
    const said = `${marks[verdict]} ${title}${at}: ${says}${lasted}`;
    return remedy === "" || verdict === "pass" ? [said] : [said, `  ${remedy}`];
}
/** Starts the evidence of a stage with status `running` and rewrites its file after every change. */
async function openRecorder(world, stage, known) {
    const { job, files, clock, log } = world;
    const folder = (0,external_node_path_.join)(job.workspace, handover/* handover */.c.folder);
    const save = saving(files, (0,external_node_path_.join)(folder, "evidence"));
    const outputs = {};
    let summary = null;
    let evidence = firstEvidence(world, stage, known);
    async function add(more) {
        evidence = { ...evidence, ...more };
        await save(evidence);
    }
    await files.write((0,external_node_path_.join)(folder, ".gitignore"), "*\n");
    await save(evidence);
    return {
        get evidence() {
            return evidence;
        },
        get summary() {
            return summary;
        },
        outputs,
        async begin(...results) {
            await save({ ...evidence, results: [...evidence.results, ...results] });
        },
        async record(...given) {
            const now = clock.now().getTime();
            const results = given.map((one) => {
                const began = new Date(now - one.duration_ms).toISOString();
                return boundedResult(one.kind === "check" ? one : { ...one, started_at: began });
            });
            for (const line of results.flatMap(linesOf))
                log.info(line);
            await add({ results: [...evidence.results, ...results] });
        },
        set: add,
        measure: (when, measurement) => add({ [when]: measurement }),
        async warn(given) {
            const says = sentence(given);
            // The same of several steps is one warning.
            if (evidence.warnings.includes(says))
                return;
            log.warning(says);
            await add({ warnings: [...evidence.warnings, says] });
        },
        output(name, value) {
            outputs[name] = value;
        },
        summarise(markdown) {
            summary = markdown;
        },
        async finish(conclusion) {
            evidence = { ...evidence, ...headOf(conclusion), finished_at: clock.now().toISOString() };
            return { evidence, pin: (0,evidence_evidence/* pinOf */.nZ)(evidence, await save(evidence)) };
        },
    };
}
/** Writes evidence to its file in a folder and gives its sha256; a file of another name from before is removed. */
function saving(files, folder) {
    let before = null;
    return async (evidence) => {
        const name = (0,evidence_evidence/* evidenceFileName */.x_)(evidence);
        if (before !== null && before !== name)
            await files.remove((0,external_node_path_.join)(folder, before));
        before = name;
        const text = `${JSON.stringify(evidence, null, 2)}\n`;
        await files.write((0,external_node_path_.join)(folder, name), text);
        return (0,external_node_crypto_.createHash)("sha256").update(text).digest("hex");
    };
}
/** A conclusion as the head of evidence. */
function headOf({ status, decision, reason_code, says, remedy = "" }) {
    return { status, decision, reason_code, says: sentence(says), remedy: sentence(remedy) };
}
function firstEvidence({ job, clock }, stage, known) {
    return {
        schema_version: 1,
        app: known.app ?? "unknown",
        stage,
        environment: known.environment,
        status: "running",
        decision: "pending",
        reason_code: "running",
        says: `${stage} was still running when this was written.`,
        remedy: "Look at the job's log, and run the job again.",
        release: null,
        from: null,
        to: null,
        sha: job.sha,
        run_id: job.runId,
        run_attempt: job.runAttempt,
        run_url: job.runUrl,
        actor: job.actor,
        started_at: clock.now().toISOString(),
        finished_at: null,
        url: null,
        plan: [],
        warnings: [],
        results: [],
        before: null,
        after: null,
    };
}

// EXTERNAL MODULE: ./build/src/stages/stage.js
var stages_stage = __webpack_require__(8767);
;// CONCATENATED MODULE: ./build/src/entry/run.js














/** Opens the world, runs the stage, and writes down how it ended. True when it passed, or was a dry run. */
async function runStage(running, given) {
    const { contract, stage, voice, env } = running;
    const { settings, inputs } = given;
    const stop = new AbortController();
    const world = openWorld({ voice, env, inputs }, stop.signal);
    const named = inputs["environment"];
    const recorder = await openRecorder(world, contract.folder, {
        app: settings.app,
        environment: typeof named === "string" ? named : null,
    });
    // Evidence and journal are already written when a signal comes: what is left is to end our tools and begin nothing
    // new.
    for (const signal of ["SIGINT", "SIGTERM"]) {
        process.on(signal, () => {
            if (!stop.signal.aborted)
                world.log.warning(`${signal}: the step under way is finished, no other begins.`);
            stop.abort();
        });
    }
    const conclusion = await concluded(() => stage({ world, settings, recorder }, inputs), world);
    const sealed = await recorder.finish(conclusion);
    await run_show({ world, inputs, voice }, { evidence: sealed.evidence, summary: recorder.summary });
    return leaveOutcome(recorder, sealed, voice);
}
/** How the stage ended; an exception is a conclusion too. */
async function concluded(stage, { log }) {
    try {
        return await stage();
    }
    catch (error) {
        log.info((0,error_text/* errorStack */.j)(error));
        return (0,stages_stage/* stopped */.c)({
            reason_code: "unexpected_error",
            says: `Unexpected error: ${(0,error_text/* errorText */.k)(error)}`,
            remedy: "This is a fault of phoenix-deploy or of the machine. " +
                "The stack is in the log; look at the target before running again.",
        });
    }
}
/** Shows the evidence on the pull request, as annotations and as the job summary. It is sealed by its pin already. */
async function run_show({ world, inputs, voice }, { evidence, summary }) {
    const warnings = await publish(world, evidence, {
        comment: inputs["comment"] === true,
        checkRun: inputs["check-run"] === true,
        application: applicationOf(inputs),
    });
    for (const warning of warnings)
        world.log.warning(warning);
    // What could not be shown elsewhere is said in the summary.
    const shown = { ...evidence, warnings: [...evidence.warnings, ...warnings] };
    for (const { finding, title } of annotationsOf(shown))
        world.log.annotate(finding, title);
    try {
        await voice.summary(summary ?? (0,stage_summary/* renderSummary */.B)(shown), world, summary !== null);
    }
    catch (error) {
        // Bookkeeping never changes a verdict.
        world.log.warning(`The job summary could not be written: ${(0,error_text/* errorText */.k)(error)}`);
    }
}
/** Sets the outputs and says in the log how the stage ended. True when it passed, or was a dry run. */
function leaveOutcome({ outputs }, { evidence, pin }, { log, failed, outputs: leave }) {
    const { status, decision, reason_code } = evidence;
    const changed = String((0,result/* changeBegan */.uH)(evidence.results));
    leave({ status, decision, "reason-code": reason_code, changed, evidence: JSON.stringify(pin), ...outputs });
    const passed = evidence.status === "passed" || evidence.status === "planned";
    const sentence = `${evidence.says} ${evidence.remedy}`.trim();
    if (passed)
        log.info(`✓ ${sentence}`);
    else
        failed(sentence);
    return passed;
}
/**
 * What is shorter is hidden only where it is a secret of GitHub, which hides it by itself. The runner hides a value
 * wherever it stands, and drops the outputs that hold it: `https` of a header, or `1`, would be in all of them.
 */
const leastMasked = 8;
/**
 * A value that must not be shown, hidden from the log: the runner hides whole lines, so each is named, and what follows
 * a header's name.
 */
function masked(value, mask) {
    for (const line of value?.split(/\r?\n/) ?? []) {
        const [, part = ""] = /^[A-Za-z0-9-]+:\s*(.+)$/.exec(line) ?? [];
        for (const one of [line, part])
            if (one.trim().length >= leastMasked)
                mask(one.trim());
    }
    return value || undefined;
}
function openWorld(opening, cancel) {
    const { voice, env, inputs } = opening;
    const job = voice.job(String(inputs["job-id"] ?? ""));
    const clock = clockAdapter(cancel);
    return {
        shell: shellAdapter({ cwd: job.workspace, env, cancel, show: voice.show }),
        http: httpAdapter(env),
        files: (0,files/* filesAdapter */.V)(),
        clock,
        cancellation: {
            get cancelled() {
                return cancel.aborted;
            },
        },
        github: openGitHub(opening, job, clock.sleep),
        repository: repositoryAdapter(job.workspace, env),
        toolchain: (0,toolchain/* toolchainAdapter */.B1)(env["PATH"] ?? ""),
        log: voice.log,
        job,
        secret: (name) => masked(env[name], voice.mask),
    };
}
/** From how long on a wait for GitHub is said in the log. */
const saidFromMs = 5_000;
function openGitHub({ voice, env, inputs }, { repository, runId }, sleep) {
    let said = false;
    const token = String(inputs["github-token"] ?? "");
    if (token !== "")
        voice.mask(token);
    const idTokenUrl = env["ACTIONS_ID_TOKEN_REQUEST_URL"] ?? "";
    return githubAdapter({
        token,
        repository,
        runId,
        runnerName: env["RUNNER_NAME"] ?? "",
        idToken: idTokenUrl === "" ? null : { url: idTokenUrl, token: env["ACTIONS_ID_TOKEN_REQUEST_TOKEN"] ?? "" },
        apiUrl: env["GITHUB_API_URL"] ?? "https://api.github.com",
        graphqlUrl: env["GITHUB_GRAPHQL_URL"] ?? "https://api.github.com/graphql",
        async sleep(ms) {
            // Questions that are asked at once are refused at once.
            if (ms >= saidFromMs && !said)
                voice.log.info(`GitHub asks to wait ${Math.ceil(ms / 1_000)} s; it is asked again then.`);
            said ||= ms >= saidFromMs;
            await sleep(ms);
        },
    });
}


/***/ }),

/***/ 1864:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ maxListed)
/* harmony export */ });
/** Commits that are listed at most: nobody reads more. */
const maxListed = 2_000;


/***/ }),

/***/ 7035:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EH: () => (/* binding */ evidenceList),
/* harmony export */   Mm: () => (/* binding */ pullList),
/* harmony export */   Pt: () => (/* binding */ planText),
/* harmony export */   WI: () => (/* binding */ commitList),
/* harmony export */   cS: () => (/* binding */ changedPackages),
/* harmony export */   lP: () => (/* binding */ sizeText),
/* harmony export */   me: () => (/* binding */ migrationText),
/* harmony export */   o4: () => (/* binding */ configurationText)
/* harmony export */ });
/* harmony import */ var _domain_brief_brief_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1014);
/* harmony import */ var _domain_release_release_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2161);
/* harmony import */ var _domain_values_plural_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4939);
/* harmony import */ var _text_markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7103);
/* harmony import */ var _text_wording_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9700);





/** Entries of each folded list; the evidence has more of them. */
const maxShown = 50;
/** A list of the first entries, and how many there are more. */
function listed({ total, list }, line) {
    const shown = list.slice(0, maxShown);
    const rest = total - shown.length;
    const more = rest > 0 ? [`- and ${rest} more`] : [];
    return [...shown.map((one) => `- ${line(one)}`), ...more].join("\n") || "None.";
}
/** Commits, newest first, each with a link. */
function commitList(commits, repository) {
    return listed(commits, ({ sha, subject, author, pull }) => {
        const of = pull === null ? "" : ` (${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .link */ .nf)(`#${pull}`, `${repository}/pull/${pull}`)})`;
        const title = (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(subject.replace(/ *\(#\d+\)$/, ""), 120));
        return `${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .link */ .nf)(sha.slice(0, 8), `${repository}/commit/${sha}`)} ${title}${of}, ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(author, 60))}`;
    });
}
/** Pull requests with their titles. */
function pullList(pulls) {
    const list = listed(pulls, ({ number, title, author, url }) => {
        const by = author === "" ? "" : `, ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(author, 60))}`;
        return `${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .link */ .nf)(`#${number}`, url)} ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(title, 120))}${by}`;
    });
    return pulls.note === "" ? list : `${list}\n\n${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .sentence */ .em)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(pulls.note, 1_000))}`;
}
/** Changed configuration, and what the release needs of the servers. */
function configurationText(configuration, { variables }) {
    const names = variables.slice(0, maxShown).map((name) => (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(name, 100)));
    const rest = variables.length - names.length;
    const needs = `The servers must have: ${names.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}.`;
    return [pathList(configuration), ...(names.length === 0 ? [] : [needs])].join("\n\n");
}
/** Changed files by their paths. */
function pathList(paths) {
    return listed(paths, ({ path, change }) => `${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(path, 300))} ${change}`);
}
const steps = {
    added: "new",
    removed: "removed",
    newer: "",
    major: "⚠️ major",
    older: "⚠️ older",
    source: "⚠️ another source",
    other: "",
};
/** What mix.lock has differently, with advisories. */
function changedPackages(packages, brief) {
    const { advisories, advisories_unknown } = brief;
    const parts = [];
    if ((0,_domain_brief_brief_js__WEBPACK_IMPORTED_MODULE_0__/* .isMissing */ .b)(packages))
        parts.push((0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .sentence */ .em)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(packages.missing, 1_000)));
    else if (packages.total === 0)
        parts.push("mix.lock is the same.");
    else {
        const rows = packages.list.slice(0, maxShown).map(({ name, before, after, how, advisories: of }) => {
            const notes = [steps[how] ?? "", of.length === 0 ? "" : `⚠️ ${(0,_domain_values_plural_js__WEBPACK_IMPORTED_MODULE_4__/* .counted */ .h)(of.length, "advisory", "advisories")}`];
            const note = notes.filter((one) => one !== "").join(", ");
            return [(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(name), (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(`${before ?? "none"} → ${after ?? "none"}`), note];
        });
        const rest = packages.total - rows.length;
        parts.push((0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .table */ .tp)(["Package", "Version", ""], rows), ...(rest > 0 ? [`And ${rest} more in the evidence file.`] : []));
    }
    if (advisories_unknown !== "")
        parts.push(`Whether there are advisories is not known: ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .sentence */ .em)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(advisories_unknown, 500))}.`);
    else if (advisories.length === 0)
        parts.push("No advisory and no retired package among all dependencies.");
    else
        parts.push("Advisories, and retired packages, of all dependencies:", listed({ total: advisories.length, list: advisories }, (one) => (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .sentence */ .em)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(one, 300))));
    return parts.join("\n\n");
}
/** The migrations, what the checks say of them, and how they went on the environment before. */
function migrationText({ changes, migrations, environment }) {
    const { run, checks, risks, before, backup } = migrations;
    const place = (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(environment, 60));
    const parts = [
        ...((0,_domain_brief_brief_js__WEBPACK_IMPORTED_MODULE_0__/* .isMissing */ .b)(changes) ? [] : [pathList(changes.migrations)]),
        ...(run ? [] : [`The settings of ${place} run no migrations.`]),
        ...(risks.total === 0
            ? []
            : [
                "Risks:",
                listed(risks, ({ place: at, message }) => {
                    const text = (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .sentence */ .em)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(message.replaceAll(/\s+/g, " "), 400));
                    return `⚠️ ${at === "" ? "" : `${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(at, 300))} `}${text}`;
                }),
            ]),
        ...checks.map(({ title, verdict, says }) => `${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(title, 100))} (${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)(verdict)}): ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .sentence */ .em)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(says, 600))}`),
        ...(before === null
            ? []
            : [
                `On ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(before.environment, 60))}, in ${(0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .durationText */ .S5)(before.duration_ms)}: ` +
                    (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .sentence */ .em)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(before.says, 600)),
            ]),
        ...(backup === "" ? [] : [`Backup before them: ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .sentence */ .em)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(backup, 500))}.`]),
    ];
    return parts.join("\n\n");
}
/** Each stage with the numbers of its verdicts, and what of it is no pass. */
function evidenceList(stages) {
    const rows = stages.map(({ stage, environment, status, pinned, counts }) => {
        const numbers = Object.entries(counts).map(([verdict, many]) => `${many} ${verdict}`);
        const loose = pinned === false ? ", ⚠️ not pinned" : "";
        return [
            (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(`${stage}${environment === null ? "" : ` on ${(0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(environment, 60)}`}`),
            (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(`${status}: ${numbers.join(", ")}${loose}`),
        ];
    });
    const gaps = stages.flatMap(({ stage, gaps: all }) => all.map((one) => `- ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)(stage)}: ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .sentence */ .em)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(one, 200))}`));
    return [(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .table */ .tp)(["Stage", "Results"], rows), ...(gaps.length === 0 ? [] : ["Without a pass:", gaps.join("\n")])].join("\n\n");
}
/** The steps of a plan, and what they rest on. */
function planText(plan, environment) {
    if ((0,_domain_brief_brief_js__WEBPACK_IMPORTED_MODULE_0__/* .isMissing */ .b)(plan))
        return (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .sentence */ .em)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(plan.missing, 1_000));
    const place = (0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(environment, 60);
    const basis = plan.from === "assumed"
        ? `Planned for the hosts that the settings name, as the last deployment should have left them: nobody has ` +
            `asked the hosts of ${place} yet. The deployment plans from what it finds there; the slot may be another.`
        : "";
    return [
        (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .sentence */ .em)(plan.says),
        plan.steps.map((step, index) => `${index + 1}. ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .sentence */ .em)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(step, 300))}`).join("\n"),
        ...plan.warnings.map((one) => `> **Note:** ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .sentence */ .em)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(one, 500))}`),
        ...(basis === "" ? [] : [(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .sentence */ .em)(basis)]),
    ].join("\n\n");
}
/** How much each host is sent, where production runs this version. */
function sizeText({ tarball, files, unpacked, sent, sent_to, had }, runs) {
    const whole = files === null || unpacked === null ? "" : ` (${(0,_domain_values_plural_js__WEBPACK_IMPORTED_MODULE_4__/* .counted */ .h)(files, "file")}, ${bytesText(unpacked)} unpacked)`;
    const most = `at most ${bytesText(tarball)} to each host${whole}`;
    if (sent.length === 0 || had === null)
        return most;
    const measured = bytesText(Math.max(...sent.map(({ bytes }) => bytes)));
    const place = (0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(sent_to ?? "", 60);
    return (0,_domain_release_release_js__WEBPACK_IMPORTED_MODULE_1__/* .releaseVersionOf */ .$_)(had) === runs
        ? `${measured} to a host that has ${(0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(had, 100)}, as on ${place}; ${most}`
        : `${most}; on ${place}, which had ${(0,_text_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(had, 100)}, it was ${measured}`;
}
function bytesText(bytes) {
    if (bytes < 1_000)
        return `${bytes} B`;
    return bytes < 1_000_000 ? `${(bytes / 1_000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}


/***/ }),

/***/ 7103:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $h: () => (/* binding */ closed),
/* harmony export */   Cr: () => (/* binding */ bold),
/* harmony export */   Hn: () => (/* binding */ cell),
/* harmony export */   Mn: () => (/* binding */ lines),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   em: () => (/* binding */ sentence),
/* harmony export */   fK: () => (/* binding */ narrowBlock),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   om: () => (/* binding */ block),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   wh: () => (/* binding */ plainText),
/* harmony export */   yd: () => (/* binding */ cutTo),
/* harmony export */   zH: () => (/* binding */ details)
/* harmony export */ });
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8502);

/**
 * Markdown from text that others wrote: test names, logs, versions, server answers. What they say is shown letter by
 * letter; what it would do on a page is taken from it. Character references are used throughout, since they hold in
 * Markdown, in tables and in HTML blocks alike.
 */
const reference = (one) => `&#${one.codePointAt(0)};`;
/**
 * Text from outside as Markdown shows it: no markup, no HTML, no link, no mention, no command to the runner. One line.
 */
function plainText(text) {
    // GitHub looks for mentions and issue numbers after Markdown is rendered: only a character between keeps them apart.
    return escapeMarkup(oneLine(text).replaceAll(/@(?=[\p{L}\p{N}])|#(?=\d)|\bGH-(?=\d)/giu, "$&\u200b"));
}
/** Our own sentences have inline code between backticks: that is shown as code, the rest as text. */
function sentence(text, asCode = code) {
    return text
        .split(/`([^`\n]*)`/)
        .map((part, index) => (index % 2 === 1 ? asCode(part) : plainText(part)))
        .join("");
}
/** The longest word that a cell keeps whole, characters: two columns of such words fit on a phone. */
const maxWord = 13;
/**
 * A sentence of ours for a cell of a table: its long words (paths, digests, names of modules) may break. Elsewhere a
 * page breaks them by itself, but a table grows with its longest word, and would have to be scrolled sideways. `<wbr>`
 * leaves no trace in what is copied.
 */
function cell(text) {
    return sentence(text)
        .split(/(<[^>]*>)/)
        .map((part) => (part.startsWith("<") ? part : part.replaceAll(/\S+/g, breakable)))
        .join("");
}
/**
 * A word of escaped text that may break after each mark between its parts, and where a part is too long by itself. A
 * version stays whole.
 */
function breakable(word) {
    const letters = word.match(/&#?\w+;|./gsu) ?? [];
    if (letters.length <= maxWord)
        return word;
    let run = 0;
    return letters
        .map((letter, index) => {
        // Beside a break an underscore would be emphasis.
        const shown = letter === "_" ? reference(letter) : letter;
        const next = letters[index + 1];
        run += 1;
        // A browser breaks by itself between a hyphen and a letter.
        const hyphen = letter === "-" && /^\p{L}$/u.test(next ?? "");
        if (hyphen)
            run = 0;
        const mark = run >= 4 && /^(?:[-/_:=,;)?]|&#\d+;)$/.test(letter);
        const dot = run >= 4 && letter === "." && !/^\d$/.test(next ?? "");
        if (next === undefined || !(mark || dot || run >= maxWord))
            return shown;
        run = 0;
        return `${shown}<wbr>`;
    })
        .join("");
}
/** Inline code, as HTML so that backticks inside do no harm. Nothing is added to it: it can be copied. */
function code(text) {
    return `<code>${escapeMarkup(oneLine(text))}</code>`;
}
/** Bold text. It is Markdown already; nothing where there is none, since four stars are a rule. */
function bold(markdown) {
    return markdown.trim() === "" ? "" : `**${markdown.trim()}**`;
}
/** A link, where the address is one of the web; its text alone otherwise. */
function link(text, address) {
    if (!URL.canParse(address))
        return plainText(text);
    const url = new URL(address);
    if (url.protocol !== "https:" && url.protocol !== "http:")
        return plainText(text);
    // Only what cannot end a link or a table's cell stays as it is.
    const href = url.href.replaceAll(/[^\w.~:/?#=%+,;&-]/g, (one) => `%${one.charCodeAt(0).toString(16).padStart(2, "0")}`);
    return `[${plainText(text)}](${href.replaceAll("&", "&amp;")})`;
}
/** A block of text as it is, line by line: its fence is longer than any run of backticks in it. */
function block(text, language = "") {
    const body = (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .R)(text.replaceAll(/\r\n?/g, "\n"));
    const longest = Math.max(2, ...[...body.matchAll(/`+/g)].map((run) => run[0].length));
    const fence = "`".repeat(longest + 1);
    return `${fence}${language}\n${body}\n${fence}`;
}
/** The longest line of a block that is read without scrolling on a phone, characters. */
const phone = 36;
/** A block whose long lines go on below, indented: for what is read rather than copied. */
function narrowBlock(text) {
    return block((0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .R)(text.replaceAll(/\r\n?/g, "\n").replaceAll("\t", "  ")).split("\n").flatMap(wrapped).join("\n"));
}
function wrapped(line) {
    const letters = [...line.trimEnd()];
    const indent = `${/^ {0,12}/.exec(line)?.[0] ?? ""}  `;
    const parts = [];
    let start = 0;
    for (let room = phone; letters.length - start > room; room = phone - indent.length) {
        // A line breaks where a word or a part of a path ends, if one does in its second half.
        const end = letters.slice(start, start + room).findLastIndex((letter) => /[\s/,(_.]/.test(letter)) + 1;
        const next = start + (end > room / 2 ? end : room);
        parts.push(`${start === 0 ? "" : indent}${letters.slice(start, next).join("").trimEnd()}`);
        start = next;
        while (letters[start] === " ")
            start += 1;
    }
    return [...parts, `${start === 0 ? "" : indent}${letters.slice(start).join("")}`];
}
/** A table of cells that are Markdown already, each on one line. At most three columns: more do not fit on a phone. */
function table(head, rows) {
    const line = (cells) => `| ${cells.join(" | ")} |`;
    return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
/** Lines that stay below each other. */
function lines(...all) {
    return all.join("  \n");
}
/** A part that a reader opens. Title and body are Markdown already. */
function details(title, body, open = false) {
    return `<details${open ? " open" : ""}><summary>${title}</summary>\n\n${body}\n\n</details>`;
}
/**
 * At most so many bytes of UTF-8: cut at the end of a line, what was open is closed, and a note says where the rest
 * is.
 */
function cutTo(markdown, maxBytes, where) {
    if (Buffer.byteLength(markdown) <= maxBytes)
        return markdown;
    const note = `\n\n**Cut here: GitHub accepts no more. ${where}**\n`;
    const bytes = Buffer.from(markdown);
    for (let room = maxBytes - Buffer.byteLength(note); room > 0; room = Math.floor(room / 2)) {
        const head = bytes.subarray(0, room).toString("utf8");
        const whole = head.slice(0, Math.max(0, head.lastIndexOf("\n")));
        const cut = `${whole}${closing(whole)}${note}`.trimStart();
        if (Buffer.byteLength(cut) <= maxBytes)
            return cut;
    }
    return note.trimStart();
}
/** Markdown that others wrote, with what it left open closed: what follows is not a part of it. */
function closed(markdown) {
    return `${markdown}${closing(markdown)}`;
}
/** What closes the fence and the folded parts that are open at the end of this Markdown. */
function closing(markdown) {
    let fence = "";
    let open = 0;
    for (const line of markdown.split("\n")) {
        const ticks = /^`{3,}/.exec(line)?.[0] ?? "";
        if (fence !== "") {
            if (ticks === line && ticks.length >= fence.length)
                fence = "";
        }
        else if (ticks !== "")
            fence = ticks;
        else
            open += (line.startsWith("<details") ? 1 : 0) - (line === "</details>" ? 1 : 0);
    }
    return `${fence === "" ? "" : `\n${fence}`}${"\n\n</details>".repeat(Math.max(0, open))}`;
}
function oneLine(text) {
    // Twice: between two spaces there may be something that is not visible, and four of them in a row would be code.
    return (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .R)(text.replaceAll(/[\s\u0085]+/g, " ")).replaceAll(/ +/g, " ");
}
function escapeMarkup(text) {
    return (text
        .replaceAll(/[&<>"\\`*[\]|~@$]/g, reference)
        // Inside a word an underscore is a letter; at its edge it is emphasis.
        .replaceAll(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, reference)
        // The runner's commands, addresses and emoji names begin with these.
        .replaceAll(/:(?=:|\/\/|[\w+-]+:)/g, reference)
        .replaceAll(/\bwww\./gi, (one) => `${one.slice(0, 3)}&#46;`)
        // What begins a line may be a list, a heading or a rule.
        .replace(/^( ?)([-+=#])(?![\p{L}\p{N}])/u, (_, space, mark) => space + reference(mark))
        .replace(/^( ?\d{1,9})([.)])(?=\s|$)/, (_, number, mark) => number + reference(mark)));
}


/***/ }),

/***/ 8502:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ withoutEscapes),
/* harmony export */   R: () => (/* binding */ visible)
/* harmony export */ });
/** Terminal colours and other escape sequences: they say nothing on a page. */
const escapeSequences = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|.)/g;
/** Marks that turn the direction of text around, so that it reads as something else than it is. */
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** Text from outside without a terminal's escape sequences, as well-formed Unicode. */
function withoutEscapes(text) {
    return text.toWellFormed().replaceAll(escapeSequences, "");
}
/**
 * Text from outside, of which every character is what it looks like: lines and tabs are kept, other control characters
 * are not.
 */
function visible(text) {
    return withoutEscapes(text)
        .replaceAll(turning, "\ufffd")
        .replaceAll(/[^\P{Cc}\n\t]/gu, "");
}


/***/ }),

/***/ 9700:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L2: () => (/* binding */ verdictWords),
/* harmony export */   Nx: () => (/* binding */ capital),
/* harmony export */   S5: () => (/* binding */ durationText),
/* harmony export */   Su: () => (/* binding */ earlierRun),
/* harmony export */   Vc: () => (/* binding */ minute),
/* harmony export */   ao: () => (/* binding */ optionalMark),
/* harmony export */   dK: () => (/* binding */ isOptional),
/* harmony export */   vI: () => (/* binding */ shortened)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7103);

/** The verdict as Phase 6's report writes it. */
const verdictWords = {
    pass: "✓ PASS",
    fail: "✗ FAIL",
    error: "✗ ERROR",
    inconclusive: "◌ INCONCLUSIVE",
    off: "– OFF",
    "not-run": "– NOT RUN",
};
/** The earlier run that this pass is from, as a link; nothing where it was found out in this run. */
function earlierRun({ verdict, facts }) {
    const { as_in_run: run, as_in_run_url: url } = facts;
    return verdict === "pass" && typeof run === "string"
        ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .link */ .nf)(`run ${shortened(run, 40)}`, typeof url === "string" ? url : "")
        : "";
}
/** Is this worth a mark: not required, and neither switched off nor inapplicable? */
function isOptional(one) {
    return !one.required && one.verdict !== "off" && one.reason_code !== "not_applicable";
}
/** Behind the title of a check that is not required. */
function optionalMark(one) {
    return isOptional(one) ? " (optional)" : "";
}
/** Milliseconds as a person reads them. */
function durationText(ms) {
    if (ms < 1_000)
        return `${Math.round(ms)} ms`;
    if (ms < 59_950)
        return `${(ms / 1_000).toFixed(1)} s`;
    const seconds = Math.round(ms / 1_000);
    return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
/** An ISO time as the report writes it: `YYYY-MM-DD HH:MM UTC`. */
function minute(iso) {
    return `${iso.slice(0, 16).replace("T", " ")} UTC`;
}
/** A word as it begins a title. */
function capital(word) {
    return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
}
/** At most so many characters, and a mark where the rest was. */
function shortened(text, maxCharacters) {
    return text.length <= maxCharacters
        ? text
        : `${text
            .slice(0, maxCharacters)
            .toWellFormed()
            .replace(/\ufffd$/, "")}…`;
}


/***/ }),

/***/ 1498:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ bars),
/* harmony export */   z: () => (/* binding */ watchShown)
/* harmony export */ });
/* harmony import */ var _text_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7103);
/* harmony import */ var _text_wording_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9700);


/** Rows of the table at most: a watch has a few signals of a few metrics. */
const maxRows = 40;
/**
 * What a watch saw: each metric of the release before and of the new one, and how both went over the watch, which
 * `drawn` draws.
 */
function watchShown(record, drawn = chart) {
    return [watchTable(record), drawn(record), (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .sentence */ .em)(comparison(record))].filter((part) => part !== "").join("\n\n");
}
function watchTable({ metrics }) {
    const several = new Set(metrics.map(({ signal }) => signal)).size > 1;
    return (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(["Metric", "Before → After", "Status"], metrics
        .slice(0, maxRows)
        .map((one) => [
        (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(`${nameOf(one)}${several && one.metric !== one.signal ? `, ${one.signal}` : ""}`),
        `${value(one, one.before)} → ${value(one, one.after)}`,
        `${statusOf(one)}${changeOf(one)}`,
    ]));
}
const names = {
    "error rate": "Error Rate",
    p50: "p50 Latency",
    p99: "p99 Latency",
};
function nameOf({ metric }) {
    return Object.hasOwn(names, metric) ? (names[metric] ?? metric) : (0,_text_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .shortened */ .vI)(metric, 60);
}
function statusOf({ verdict }) {
    if (verdict === null)
        return "not judged";
    // The word for an inconclusive one is too long for a third column on a phone.
    if (verdict === "inconclusive")
        return "◌ UNDECIDED";
    return verdict === "pass" ? "✓ OK" : _text_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .verdictWords */ .L2[verdict];
}
function value({ unit }, of) {
    if (of === null)
        return unit === "held" || unit === "level" ? "–" : "no samples";
    if (unit === "fraction")
        return `${(of * 100).toFixed(1)}%`;
    if (unit === "held")
        return `held ${(of * 100).toFixed(0)}%`;
    return unit === "ms" ? milliseconds(of) : short(of);
}
function milliseconds(ms) {
    return `${ms < 10 ? ms.toFixed(1) : Math.round(ms)}ms`;
}
function short(of) {
    return Math.abs(of) < 1_000 ? String(Number(of.toPrecision(3))) : of.toExponential(2);
}
/** The change with its sign: in points of a percentage, or in percent of what was before. */
function changeOf({ unit, change }) {
    if (change === null)
        return "";
    const percent = (change * 100).toFixed(unit === "fraction" ? 1 : 0);
    const shown = Number(percent) === 0 ? "±0" : `${change > 0 ? "+" : ""}${percent}`;
    return ` (${shown}${unit === "fraction" ? " points" : "%"})`;
}
function comparison({ metrics, previous }) {
    const of = (which) => metrics.some((one) => one.compared_with === which);
    const control = of("control") && previous !== null ? `with ${previous}, at the same moments` : "";
    const history = of("history") ? "with what was seen before the switch" : "";
    const both = [control, history].filter((part) => part !== "").join("; where that was not possible, ");
    return both === "" ? "There was nothing to compare with." : `Compared ${both}.`;
}
/** A bar in eight heights. */
const bars = "▁▂▃▄▅▆▇█";
/** Two small lines for each of error rate and latency, in the same scale; a dot where there was no request. */
function chart({ chart: { before, after, seconds_per_point }, seconds }) {
    if (after.error_rate.every((one) => one === null))
        return "";
    const pair = (title, of, say) => {
        const lines = [after, ...(before === null ? [] : [before])].map(of);
        const top = Math.max(...lines.flat().map((one) => one ?? 0));
        const drawn = lines.map((line, index) => `${index === 0 ? "new" : "old"} ${spark(line, top)}`);
        return [`${title}, up to ${say(top)}`, ...drawn];
    };
    return (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .block */ .om)([
        ...pair("Error rate", ({ error_rate }) => error_rate, (top) => `${(top * 100).toFixed(1)}%`),
        ...pair("Median latency", ({ ms }) => ms, milliseconds),
        `${Math.round(seconds)} s, ${seconds_per_point} s each`,
    ].join("\n"));
}
function spark(line, top) {
    const bar = (one) => bars[top === 0 ? 0 : Math.ceil((one / top) * (bars.length - 1))] ?? "▁";
    return line.map((one) => (one === null ? "·" : bar(one))).join("");
}


/***/ }),

/***/ 8767:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ cancelled),
/* harmony export */   c: () => (/* binding */ stopped)
/* harmony export */ });
/** The conclusion of a stage that stopped for this cause; `then` says what that means for what serves. */
function stopped({ reason_code, says, remedy = "" }, then = "") {
    return { status: "failed", decision: "stop", reason_code, says: `${says} ${then}`.trim(), remedy };
}
/** The conclusion of a stage that was cancelled. */
function cancelled(says, remedy = "") {
    return { status: "cancelled", decision: "stop", reason_code: "cancelled", says, remedy };
}


/***/ })

};
