export const id = 142;
export const ids = [142];
export const modules = {

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

/***/ 1864:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ maxListed)
/* harmony export */ });
/** Commits that are listed at most: nobody reads more. */
const maxListed = 2_000;


/***/ }),

/***/ 9183:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ withHeaders),
/* harmony export */   j: () => (/* binding */ readHeaders)
/* harmony export */ });
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


/***/ }),

/***/ 2595:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ judgeHealthWithin),
/* harmony export */   u: () => (/* binding */ judgeHealth)
/* harmony export */ });
/* harmony import */ var _identity_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(947);
/* harmony import */ var _owner_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4372);
/* harmony import */ var _readiness_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7797);
/* harmony import */ var _server_off_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6234);




const pauseMs = 50;
const requestMs = 5_000;
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
        const seen = await (0,_owner_js__WEBPACK_IMPORTED_MODULE_1__/* .judgeOwner */ .lT)(question.owned);
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
                last = (0,_owner_js__WEBPACK_IMPORTED_MODULE_1__/* .sameProcess */ .ID)(question.owned, { before: first, judgement: last, after: await look() });
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
        await clock.sleep(pauseMs);
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
            return readAt - since < silentMs ? null : (0,_server_off_js__WEBPACK_IMPORTED_MODULE_2__/* .judgeServerOff */ .s)(text);
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
    return (await http.request({ method: "GET", url: `${base}${health.path}`, limitMs: requestMs })).answered;
}
/** Health, readiness and version, each once and all at the same moment: what does not pass first is what counts. */
async function askAll({ base, health, version }, http) {
    const judged = await Promise.all([
        judgeHealth(`${base}${health.path}`, http),
        ...(health.ready === null ? [] : [(0,_readiness_js__WEBPACK_IMPORTED_MODULE_0__/* .judgeReadiness */ .q)(`${base}${health.ready}`, http)]),
        ...(health.version === null ? [] : [(0,_identity_js__WEBPACK_IMPORTED_MODULE_3__/* .judgeAnsweredVersion */ .H)(`${base}${health.version}`, version, http)]),
    ]);
    return judged.reduce((before, one) => (before.verdict === "pass" ? one : before));
}
/** What the settings leave off, for whoever reads that it is healthy. */
function notAsked({ ready, version }) {
    return [...(ready === null ? ["readiness"] : []), ...(version === null ? ["version"] : [])];
}
/** One request to the health path: 200 is healthy, a redirect is not. */
async function judgeHealth(url, http) {
    const answer = await http.request({ method: "GET", url, limitMs: requestMs });
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


/***/ }),

/***/ 947:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ judgeAnsweredVersion),
/* harmony export */   o: () => (/* binding */ versionInBody)
/* harmony export */ });
/* harmony import */ var _domain_values_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);

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
    const json = (0,_domain_values_json_js__WEBPACK_IMPORTED_MODULE_0__/* .readJson */ .V)(text);
    if (json === undefined)
        return /^v?\d+\.\d+\.\d+\S*$/.test(text) ? text.replace(/^v/, "") : null;
    if (typeof json === "object" && json !== null && "version" in json && typeof json.version === "string")
        return json.version;
    return typeof json === "string" ? json : null;
}


/***/ }),

/***/ 4372:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  UO: () => (/* binding */ judgeAnswering),
  l2: () => (/* binding */ judgeOwned),
  lT: () => (/* binding */ judgeOwner),
  ID: () => (/* binding */ sameProcess)
});

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


/***/ }),

/***/ 7797:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ judgeReadiness)
/* harmony export */ });
/* unused harmony export servicesIn */
/* harmony import */ var _domain_values_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8675);

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
    const json = (0,_domain_values_json_js__WEBPACK_IMPORTED_MODULE_0__/* .readJson */ .V)(body);
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


/***/ }),

/***/ 6234:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ judgeServerOff),
/* harmony export */   x: () => (/* binding */ enableServer)
/* harmony export */ });
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


/***/ }),

/***/ 7852:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ judgeSmoke)
/* harmony export */ });
/* harmony import */ var _domain_values_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8675);
/* harmony import */ var _settings_fault_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1003);


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
        says: `${(0,_settings_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .S)(test.name)}: ${says}.`,
        tail: answer.answered ? answer.body.slice(0, 2_000) : "",
    });
    if (!answer.answered)
        return differs(`no answer (${(0,_settings_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .S)(answer.why)})`);
    if (answer.status !== test.status) {
        const to = redirectedTo(answer, base);
        return {
            ...differs(`answered ${answer.status}${to === "" ? "" : ` to ${(0,_settings_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .S)(to)}`}, expected ${test.status}`),
            to,
        };
    }
    if (test.text !== null && !answer.body.includes(test.text))
        return differs(`the body does not contain \`${(0,_settings_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .S)(test.text)}\``);
    if (test.json !== null) {
        const body = (0,_domain_values_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readJson */ .V)(answer.body);
        if (body === undefined)
            return differs("the body is not JSON");
        for (const [path, expected] of Object.entries(test.json)) {
            const found = path.split(".").reduce(memberOf, body);
            if (found !== expected)
                return differs(`\`${(0,_settings_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .S)(path)}\` is ${found === undefined ? "absent" : asJson(found)}, expected ${asJson(expected)}`);
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
    return typeof value === "object" && value !== null ? "an object" : (0,_settings_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .S)(JSON.stringify(value));
}


/***/ }),

/***/ 3486:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QF: () => (/* binding */ steadily),
/* harmony export */   WN: () => (/* binding */ hasFailed),
/* harmony export */   sI: () => (/* binding */ requestMs)
/* harmony export */ });
/** How long one of our requests may take, milliseconds. */
const requestMs = 5_000;
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


/***/ }),

/***/ 4555:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ prober)
/* harmony export */ });
/* harmony import */ var _own_requests_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3486);
/* harmony import */ var _slot_requests_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8050);


/**
 * Our own requests through the public URL: needs nothing of the application. Errors are compared with those of the
 * release before at the same moments; latency is not, since a router and a network lie between.
 */
const prober = {
    id: "prober",
    title: "the prober",
    measures: ["errors", "latency"],
    controlledBy: { id: _slot_requests_js__WEBPACK_IMPORTED_MODULE_0__/* .slotRequests */ .F.id, measures: ["errors"] },
    open(watching) {
        const { environment, http, sinceMs } = watching;
        return (0,_own_requests_js__WEBPACK_IMPORTED_MODULE_1__/* .steadily */ .QF)(watching, async ({ path, headers }) => {
            const atMs = sinceMs();
            const answer = await http.request({
                ...{ method: "GET", url: `${environment.url}${path}`, headers, limitMs: _own_requests_js__WEBPACK_IMPORTED_MODULE_1__/* .requestMs */ .sI },
            });
            return [{ kind: "request", atMs, failed: (0,_own_requests_js__WEBPACK_IMPORTED_MODULE_1__/* .hasFailed */ .WN)(answer), ms: answer.ms }];
        });
    },
};


/***/ }),

/***/ 6933:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ signals)
});

// EXTERNAL MODULE: ./build/src/domain/values/json.js
var values_json = __webpack_require__(8675);
// EXTERNAL MODULE: ./build/src/settings/fault.js
var fault = __webpack_require__(1003);
// EXTERNAL MODULE: ./build/src/domain/values/error-text.js
var error_text = __webpack_require__(3059);
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

// EXTERNAL MODULE: ./build/src/signals/once/health.js
var health = __webpack_require__(2595);
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
        return watchSlots(watching, doors, { of: "health", path: environment.health.path, judge: health/* judgeHealth */.u });
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

// EXTERNAL MODULE: ./build/src/domain/values/plural.js
var plural = __webpack_require__(4939);
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

// EXTERNAL MODULE: ./build/src/signals/metrics/headers.js
var metrics_headers = __webpack_require__(9183);
;// CONCATENATED MODULE: ./build/src/signals/metrics/headers-from.js

/** Requests with the headers of a variable, such as those of a password. */
function httpWithHeaders({ http, secret }, variable) {
    if (variable === undefined)
        return http;
    const headers = (0,metrics_headers/* readHeaders */.j)(secret(variable) ?? "");
    if (typeof headers === "string")
        throw new Error(`the variable ${variable} cannot be used: ${headers}`);
    return (0,metrics_headers/* withHeaders */.C)(http, headers);
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
        const value = path.split(".").reduce(memberOf, body);
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
function memberOf(at, key) {
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

// EXTERNAL MODULE: ./build/src/signals/prober.js
var prober = __webpack_require__(4555);
// EXTERNAL MODULE: ./build/src/domain/release/release.js
var release_release = __webpack_require__(2161);
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
        if (isObject(body) && body["status"] === "error")
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
    const data = isObject(body) && body["status"] === "success" ? body["data"] : undefined;
    const result = isObject(data) ? data["result"] : undefined;
    if (!Array.isArray(result))
        throw new Error("what answers is not Prometheus: its answer has no result");
    return result.map((one) => {
        const labels = isObject(one) ? one["metric"] : undefined;
        const pairs = isObject(one) ? (one["values"] ?? [one["value"]]) : undefined;
        if (!isObject(labels) || !Array.isArray(pairs))
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
function isObject(value) {
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

// EXTERNAL MODULE: ./build/src/signals/once/readiness.js
var readiness = __webpack_require__(7797);
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
        return watchSlots(watching, doors, { of: "readiness", path, judge: readiness/* judgeReadiness */.q });
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

// EXTERNAL MODULE: ./build/src/signals/slot-requests.js
var slot_requests = __webpack_require__(8050);
;// CONCATENATED MODULE: ./build/src/signals/registry.js














/** Every signal that a watch listens to. The measurements before and after the shift are those of the first. */
const signals = [
    prober/* prober */.D,
    slot_requests/* slotRequests */.F,
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


/***/ }),

/***/ 8050:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ slotRequests)
/* harmony export */ });
/* harmony import */ var _own_requests_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3486);

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
    yield* (0,_own_requests_js__WEBPACK_IMPORTED_MODULE_0__/* .steadily */ .QF)(watching, async (asked, turn) => {
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
    return doors.http.request({ method: "GET", url: `${base}${path}`, headers, limitMs: _own_requests_js__WEBPACK_IMPORTED_MODULE_0__/* .requestMs */ .sI });
}
/** It answered, or took the request and let it wait, as a server does whose database is gone. */
function isHeard(answer) {
    return answer.answered || answer.ms >= _own_requests_js__WEBPACK_IMPORTED_MODULE_0__/* .requestMs */ .sI * 0.9;
}
function sampleOf(answer, atMs, arm) {
    return { kind: "request", atMs, failed: (0,_own_requests_js__WEBPACK_IMPORTED_MODULE_0__/* .hasFailed */ .WN)(answer), ms: answer.ms, arm };
}
function whyNot(answer) {
    return answer.answered ? `${answer.status}` : answer.why;
}


/***/ }),

/***/ 2621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ commitsWithPulls),
  S: () => (/* binding */ readChanges)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/domain/brief/facts.js
var facts = __webpack_require__(2726);
// EXTERNAL MODULE: ./build/src/domain/release/version.js
var version = __webpack_require__(108);
;// CONCATENATED MODULE: ./build/src/domain/release/mix-lock.js

/** Longest mix.lock that is read, characters, and how deep its terms may lie. */
const maxCharacters = 2_000_000;
const maxDepth = 20;
/**
 * Reads mix.lock: the packages by name, or a sentence that says which line is not understood. The file is one literal
 * map, `%{"jason": {:hex, :jason, "1.4.4", …}, …}`; nothing of it is run.
 */
function readMixLock(text) {
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
function packageChanges(before, after) {
    return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((name) => {
        const [old, now] = [before.get(name), after.get(name)];
        if (old === undefined)
            return now === undefined ? [] : [added(now)];
        return now === undefined ? [{ name, before: shownAs(old), after: null, how: "removed" }] : changed(old, now);
    });
}
function added(now) {
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
    const [old, now] = [(0,version/* parseVersion */.ot)(before), (0,version/* parseVersion */.ot)(after)];
    if (old === null || now === null)
        return "other";
    const order = (0,version/* compareVersions */.Zy)(now, old);
    if (order === 0)
        return "other";
    if (order < 0)
        return "older";
    const [major, minor] = old.core;
    return now.core[0] !== major || (major === 0n && now.core[1] !== minor) ? "major" : "newer";
}
class NotUnderstood extends Error {
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

// EXTERNAL MODULE: ./build/src/domain/values/error-text.js
var error_text = __webpack_require__(3059);
// EXTERNAL MODULE: ./build/src/ports/repository.js
var repository = __webpack_require__(1864);
// EXTERNAL MODULE: ./build/src/render/text/wording.js
var wording = __webpack_require__(9700);
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
        undone: cutList(undone, (one) => kept(one, (0,facts/* pullInSubject */.Jv)(one.subject))),
        pulls: { ...(0,facts/* firstOf */.Ku)(pulls, maxEntries), note },
        ...pathsIn(run, files, compared.config),
        packages: await packagesIn(run, files, compared),
        note: noteOn({ shallow, listed: Math.max(commits.length, undone.length) }),
    };
    return { changes, pullRequest };
}
function noteOn({ shallow, listed }) {
    if (shallow)
        return "The history is cut off: commits may be missing. Give actions/checkout `fetch-depth: 0`.";
    return listed >= repository/* maxListed */.w ? `There are ${repository/* maxListed */.w} commits or more: no more were listed.` : "";
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
    return { commits: cutList(commits, (one) => kept(one, pullOf(one))), pulls: { ...(0,facts/* firstOf */.Ku)(pulls, maxEntries), note } };
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
    const pullOf = ({ sha, subject }) => ofCommit.get(sha) ?? (0,facts/* pullInSubject */.Jv)(subject);
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
    const configuration = files.filter(({ path }) => path === config || (own(path) && (0,facts/* isConfiguration */.ZC)(path.slice(below.length))));
    const migrations = files.filter(({ path }) => own(path) && (0,facts/* isMigration */.b4)(path));
    return {
        files: files.length,
        configuration: (0,facts/* firstOf */.Ku)(configuration, maxEntries),
        migrations: (0,facts/* firstOf */.Ku)(migrations, maxEntries),
    };
}
/** What mix.lock has differently, with the advisories that apply to this release. */
async function packagesIn(run, files, { from, to, advisories }) {
    const path = (0,external_node_path_.join)(folderOf(run), "mix.lock");
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
            name: (0,wording/* shortened */.vI)(name, 100),
            before: was === null ? null : (0,wording/* shortened */.vI)(was, 200),
            after: is === null ? null : (0,wording/* shortened */.vI)(is, 200),
            how,
            advisories: advisories.filter((one) => one.package === name).map(({ says }) => says),
        }));
        return { total: changes.length, list };
    }
    catch (error) {
        return { missing: `${path} cannot be compared: ${(0,error_text/* errorText */.k)(error)}.` };
    }
}
/** The project's folder from the repository's root; empty for the root itself. */
function folderOf({ world, settings }) {
    return (0,external_node_path_.relative)(world.job.workspace, settings.projectPath);
}


/***/ }),

/***/ 4312:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u: () => (/* binding */ changeTarget)
});

// EXTERNAL MODULE: ./build/src/domain/fleet/fleet.js
var fleet_fleet = __webpack_require__(1885);
// EXTERNAL MODULE: ./build/src/domain/fleet/plan.js
var fleet_plan = __webpack_require__(5590);
// EXTERNAL MODULE: ./build/src/signals/once/owner.js + 1 modules
var owner = __webpack_require__(4372);
// EXTERNAL MODULE: ./build/src/stages/deployment-record.js
var deployment_record = __webpack_require__(9470);
// EXTERNAL MODULE: ./build/src/stages/judged.js
var judged = __webpack_require__(4444);
// EXTERNAL MODULE: ./build/src/signals/once/identity.js
var identity = __webpack_require__(947);
// EXTERNAL MODULE: ./build/src/stages/public-http.js
var public_http = __webpack_require__(777);
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
    const outside = (0,public_http/* publicHttp */.q)(run.world, environment);
    // An application that names no version at all is asked for its health.
    const { version, path: healthPath } = environment.health;
    const path = version ?? healthPath;
    const whole = (answer) => answer.answered && answer.status === 200 && (version === null || (0,identity/* versionInBody */.o)(answer.body) !== null);
    const url = `${environment.url}${path}`;
    const { value: seen, durationMs } = await (0,judged/* timed */.ay)(run, () => answering(run, { url, http: outside }, whole));
    if (seen === null) {
        const says = `${environment.url} answers before anything is changed.`;
        const judgement = { verdict: "pass", reason_code: "passed", says };
        return () => (0,judged/* recordTimed */.n_)(run, publicGate, { judgement, durationMs }).then(() => null);
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
    return () => (0,judged/* recordTimed */.n_)(run, publicGate, { judgement, durationMs }).then(() => judgement);
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
    const judged = await (0,identity/* judgeAnsweredVersion */.H)(url, version, http);
    if (judged.verdict === "pass")
        return judged;
    return {
        ...judged,
        reason_code: "public_url_failed",
        remedy: "The release answers on its host: look at `url` in the settings, and at the router, cache or proxy before it.",
    };
}

// EXTERNAL MODULE: ./build/src/stages/stage.js
var stage = __webpack_require__(8767);
;// CONCATENATED MODULE: ./build/src/stages/fit.js



const fitGate = { kind: "gate", id: "target-fit", title: "The target is fit for the release", required: true };
/**
 * Before anything changes: every fault of every host at once, and whether the public address leads to what serves now.
 */
async function fitFirst(run, asked) {
    const { target } = asked;
    const fit = await (0,judged/* timed */.ay)(run, () => target.fitness());
    const { fleet, record } = await publicFirst(run, asked);
    const judgement = judgeFitness(fit.value);
    await (0,judged/* recordTimed */.n_)(run, fitGate, { judgement, durationMs: fit.durationMs });
    const unreachable = await record();
    if (judgement.verdict !== "pass")
        return { ends: (0,stage/* stopped */.c)(judgement, judged/* nothingChanged */.Us) };
    return unreachable === null ? { ends: null, fleet } : { ends: (0,stage/* stopped */.c)(unreachable, judged/* nothingChanged */.Us) };
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
        const { value: seen, durationMs } = await (0,judged/* timed */.ay)(run, () => (first === null ? target.observe() : { fleet: first }));
        if (!("fleet" in seen)) {
            const subject = { kind: "step", id: "observe-target", title: "Observe the target", required: true };
            await (0,judged/* recordTimed */.n_)(run, subject, { judgement: seen.failed, durationMs });
            return (0,stage/* stopped */.c)(seen.failed, meaning);
        }
        const made = plan(seen.fleet);
        if (!(0,fleet_plan/* isRefusal */.vu)(made))
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
            await (0,judged/* judged */.g$)(run, { kind: "step", id: "acquire-lock", title, required: true }, () => failed);
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
        return (0,fleet_plan/* isRefusal */.vu)(made) && made.refused === "lock_held" ? { ...made, refused: "lock_lost" } : made;
    };
    return planUnderLock(run, { target, plan: ours, until, meaning: "" });
}
/**
 * Null when all are ours; else why one is not, and then none is. The first decides between two runs, which have it in
 * common; the others are taken at once.
 */
async function acquire(run, { target }, locks) {
    const take = async (step) => {
        const { value: judgement, durationMs } = await (0,judged/* timed */.ay)(run, () => target.perform(step));
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
    await (0,judged/* recordAll */.XU)(run, seen.map(({ step: { type: id, says: title }, ...one }) => {
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
    const judgement = await (0,judged/* judged */.g$)(run, subject, () => ({ verdict: "fail", reason_code, says, remedy }));
    return (0,stage/* stopped */.c)(judgement, meaning);
}

// EXTERNAL MODULE: ./build/src/domain/values/plural.js
var plural = __webpack_require__(4939);
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
    const judgement = await (0,judged/* judged */.g$)(run, heading, async () => {
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

// EXTERNAL MODULE: ./build/src/domain/evidence/result.js
var result = __webpack_require__(8365);
// EXTERNAL MODULE: ./build/src/domain/values/error-text.js
var error_text = __webpack_require__(3059);
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
    for (const batch of (0,fleet_plan/* batches */.Xy)(plan.steps)) {
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
    const work = (step) => (0,judged/* timed */.ay)(run, () => take(step, walk, run).catch((error) => surprised(error, run)));
    const [first, ...others] = batch;
    const seen = await (others.length === 0
        ? log.group(first.says, async () => [await work(first)])
        : log.group((0,fleet_plan/* batchText */.uG)(batch), () => Promise.all(batch.map((step) => said(step, () => work(step), run)))));
    const ended = seen.flatMap(({ value: judgement, durationMs }, index) => {
        const [step, heading] = [batch[index], begun[index]];
        if (step === undefined || heading === undefined)
            return [];
        const unharmed = harmless(step, judgement, walk);
        return [{ step, judgement, durationMs, unharmed, subject: { ...heading, required: unharmed === null } }];
    });
    await (0,judged/* recordAll */.XU)(run, ended);
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

// EXTERNAL MODULE: ./build/src/domain/release/release.js
var release = __webpack_require__(2161);
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

// EXTERNAL MODULE: ./build/src/signals/once/health.js
var once_health = __webpack_require__(2595);
// EXTERNAL MODULE: ./build/src/signals/once/smoke.js
var once_smoke = __webpack_require__(7852);
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

// EXTERNAL MODULE: ./build/src/signals/once/readiness.js
var readiness = __webpack_require__(7797);
// EXTERNAL MODULE: ./build/src/signals/once/server-off.js
var server_off = __webpack_require__(6234);
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
        remedy: server_off/* enableServer */.x,
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
    const health = await (0,once_health/* judgeHealth */.u)(`${base}${path}`, http);
    const failed = health.verdict !== "pass" ? health : ready === null ? null : await (0,readiness/* judgeReadiness */.q)(`${base}${ready}`, http);
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
    const { findings: there = [] } = await (0,once_smoke/* judgeSmoke */.H)(base, failed, http);
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

// EXTERNAL MODULE: ./build/src/signals/prober.js
var prober = __webpack_require__(4555);
// EXTERNAL MODULE: ./build/src/stages/watch/watch.js + 17 modules
var watch = __webpack_require__(1757);
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
    const { findings = [] } = await (0,once_smoke/* judgeSmoke */.H)(environment.url, smoke, (0,public_http/* publicHttp */.q)(run.world, environment));
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
    const { judgement, measured } = await (0,watch/* watch */.w)(run, { environment, forMs: settleMs, stopped, signals: [prober/* prober */.D] });
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
        owner: (place) => (0,owner/* judgeOwner */.lT)(ownedBy(ground, place)),
        awaitHealthy: (step) => verifyHealth(ground, step),
        smoke: async (step) => {
            const judge = step.at === "slot" ? smokeSlot : smokePublic;
            const judgement = await (0,owner/* judgeOwned */.l2)(ownedBy(ground, step), () => judge(ground, step), lastLook(ground, step));
            return withCause(keepLook(ground, step, judgement), step, asked(ground));
        },
        watch: (step) => verifyTraffic(ground, step),
        settle: async (step) => {
            const judgement = await judgeSettled(ground.run, ground.environment, { ...step, stopped: () => ended(ground) });
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
        version: (0,release/* releaseVersionOf */.$_)(step.release),
        limitMs: step.limitMs,
        owned,
        log: () => target.logTail(step.host, step.slot),
    };
    const judgement = await (0,once_health/* judgeHealthWithin */.b)(question, { http, clock, cancelled: () => ended(ground) });
    if (judgement.verdict === "pass")
        return judgeReachable(environment, step, { judgement: keepLook(ground, step, judgement), seen });
    const why = lost();
    if (why !== null)
        return lockLost(why);
    return withCause({ ...judgement, tail: await target.logTail(step.host, step.slot) }, step, asked(ground));
}
async function smokeSlot({ target, run }, { host, slot }) {
    return (0,once_smoke/* judgeSmoke */.H)(await target.reach(host, slot), run.settings.smoke, run.world.http);
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
    const outside = (0,public_http/* publicHttp */.q)(run.world, environment);
    const version = health.version === null
        ? null
        : await judgePublicVersion(`${url}${health.version}`, (0,release/* releaseVersionOf */.$_)(place.release), outside);
    if (version !== null && version.verdict !== "pass")
        return version;
    const smoke = await (0,once_smoke/* judgeSmoke */.H)(url, run.settings.smoke, outside);
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
    const outside = (0,public_http/* publicHttp */.q)(run.world, environment);
    const base = await target.reach(host, slot);
    const until = clock.ticks() + againMs;
    let fails = false;
    let passes = false;
    for (let left = mostAgain; left > 0 && clock.ticks() < until && !ended(ground); left -= 1) {
        const [there, through] = await Promise.all([
            (0,once_smoke/* judgeSmoke */.H)(base, tests, http),
            (0,once_smoke/* judgeSmoke */.H)(environment.url, tests, outside),
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
    const outside = await (0,once_smoke/* judgeSmoke */.H)(environment.url, run.settings.smoke, (0,public_http/* publicHttp */.q)(run.world, environment));
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
    const first = await (0,owner/* judgeOwner */.lT)(owned);
    if (first.verdict !== "pass")
        return withCause(first, step, asked(ground));
    const guard = guardOwner(ground, owned);
    const stopped = () => ended(ground) || guard.disowned !== null;
    const seen = watchedTarget({ environment, target }, step.release);
    const { judgement, measured, record, least, beside } = await (0,watch/* watch */.w)(run, {
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
    const last = guard.disowned ?? (await (0,owner/* judgeOwner */.lT)(owned));
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
            if (stopped || ended(ground))
                return;
            const seen = await (0,owner/* judgeOwner */.lT)(owned);
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
function ended({ run, lost }) {
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
function lastLook({ looks, run }, { host, slot, release }) {
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

// EXTERNAL MODULE: ./build/src/signals/registry.js + 23 modules
var registry = __webpack_require__(6933);
// EXTERNAL MODULE: ./build/src/signals/slot-requests.js
var slot_requests = __webpack_require__(8050);
// EXTERNAL MODULE: ./build/src/stages/watch/listen.js
var listen = __webpack_require__(730);
// EXTERNAL MODULE: ./build/src/stages/watch/request-tally.js
var request_tally = __webpack_require__(9671);
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
    const own = [prober/* prober */.D, slot_requests/* slotRequests */.F];
    const others = registry/* signals */.Q.filter((one) => one.measures.includes("errors") && !own.includes(one));
    const tallies = new Map([...own, ...others].map(({ id }) => [id, (0,request_tally/* tallyRequests */.p)()]));
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
        await (0,listen/* listen */.K)(run, what, (signal, sample) => {
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
        const probed = tallies.get(prober/* prober */.D.id);
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
    const unasked = (0,public_http/* headersMissing */.H)(run.world, environment);
    if (unasked !== null)
        return unasked;
    // A dry run changes nothing, so it waits for nobody.
    const until = run.world.clock.ticks() + (dryRun ? 0 : environment.lockWaitMs);
    const locking = { target, plan, until, meaning: judged/* nothingChanged */.Us };
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
            says: `Dry run: ${first.plan.says} ${judged/* nothingChanged */.Us}`,
        };
    const refused = (await change.begins?.()) ?? (await takeLocks(run, locking, first.plan));
    if (refused !== null)
        return refused;
    const work = () => changeAndGiveBack(run, change, { locking, first });
    return change.record === undefined ? work() : (0,deployment_record/* recorded */.t)(run, { ...change, ...change.record }, work);
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
    const judgement = await (0,judged/* judged */.g$)(run, ownerSignal, async () => {
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
    return (0,owner/* judgeAnswering */.UO)({ host, slot, release }, { process: running, listener: "own", stranger: "" });
}
function noRelease(place) {
    return { verdict: "error", reason_code: "state_unknown", says: `${place} has no verified release.` };
}
/** `before` are the lines of a plan that was performed already. */
async function showPlan(run, plan, before = []) {
    const lines = (0,fleet_plan/* batches */.Xy)(plan.steps).map(fleet_plan/* batchText */.uG);
    await run.recorder.set({ plan: [...before, ...lines] });
    await run.world.log.group(`Plan: ${plan.says}`, async () => {
        for (const [index, line] of lines.entries())
            run.world.log.info(`${index + 1}. ${line}`);
    });
    for (const warning of plan.warnings)
        await run.recorder.warn(warning);
}


/***/ }),

/***/ 3142:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lm: () => (/* binding */ wantedOf),
/* harmony export */   n0: () => (/* binding */ setOutputs)
/* harmony export */ });
/* unused harmony export deploy */
/* harmony import */ var _domain_release_release_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2161);
/* harmony import */ var _change_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4312);
/* harmony import */ var _deployment_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9470);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4438);
/* harmony import */ var _rollback_issue_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(286);
/* harmony import */ var _wanted_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7566);






/** Deploys a release to an environment and verifies it there; rolls back when it fails. */
async function deploy(run, request) {
    const { environment, release, target, jobId = "" } = request;
    const id = releaseId(release);
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
    return (0,_wanted_js__WEBPACK_IMPORTED_MODULE_5__/* .wantedFor */ .b)(run.settings, request, { release, owner: (0,_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .ownerOf */ .bf)(run) });
}
/** The outputs of every action that changes a target. */
function setOutputs({ recorder }, release) {
    recorder.output("url", recorder.evidence.url ?? "");
    recorder.output("release", release);
    recorder.output("previous", recorder.evidence.from ?? "");
}


/***/ }),

/***/ 9470:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ recorded)
/* harmony export */ });
/* unused harmony export recordDryRun */
/* harmony import */ var _domain_delivery_word_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3723);
/* harmony import */ var _domain_evidence_result_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8365);
/* harmony import */ var _domain_rollback_outcome_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7971);
/* harmony import */ var _domain_values_error_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3059);
/* harmony import */ var _release_commit_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6192);





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
    const opening = open(recording).then((record) => {
        begun.record = record;
    }, (error) => run.world.log.info(`No deployment was recorded: ${(0,_domain_values_error_text_js__WEBPACK_IMPORTED_MODULE_4__/* .errorText */ .k)(error)}`));
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
            await close(recording, begun.record, conclusion).catch((error) => run.world.log.info(`The deployment's record was not finished: ${(0,_domain_values_error_text_js__WEBPACK_IMPORTED_MODULE_4__/* .errorText */ .k)(error)}`));
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
    const description = deliveryWord("dry-run", to ?? release?.version ?? "none", "Nothing was changed.");
    await say({ run, refused: quiet }, own.value.deployment, { state: "in_progress", description, url: null });
}
async function open(recording) {
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
            description: (0,_domain_delivery_word_js__WEBPACK_IMPORTED_MODULE_0__/* .deliveryWord */ .Zo)("unknown", ours?.release ?? "none", says),
            url: null,
        });
    }
    if (own !== null)
        return { id: own, own: true, history };
    const { to } = recorder.evidence;
    const sha = to === null ? null : await (0,_release_commit_js__WEBPACK_IMPORTED_MODULE_3__/* .commitOfRelease */ .w)(run, to, history);
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
async function close(recording, record, conclusion) {
    const { run, change } = recording;
    const { evidence } = run.recorder;
    const { state, end } = endOf(run, conclusion);
    const says = conclusion?.says ?? "The run ended with an unexpected error.";
    const url = end === "serves" ? change.environment.url : null;
    const writer = record.own ? { run, refused: quiet } : recording;
    if (record.id !== null)
        await say(writer, record.id, { state, description: (0,_domain_delivery_word_js__WEBPACK_IMPORTED_MODULE_0__/* .deliveryWord */ .Zo)(end, evidence.to ?? "none", says), url });
    const left = change.kind === "rollback" && end === "serves" ? evidence.from : null;
    if (left === null || run.world.cancellation.cancelled)
        return;
    const one = deploymentOf(record.history, left);
    const description = (0,_domain_delivery_word_js__WEBPACK_IMPORTED_MODULE_0__/* .deliveryWord */ .Zo)("rolled-back", left, `${evidence.to} serves. Reason: ${change.why}.`);
    if (one !== null)
        await say(recording, one.id, { state: "inactive", description, url: null });
}
/** The deployment that brought a release: one that names it, else the newest that succeeded and names none. */
function deploymentOf(history, release) {
    const words = ({ words: all }) => all.flatMap(({ description }) => (0,_domain_delivery_word_js__WEBPACK_IMPORTED_MODULE_0__/* .readDeliveryWord */ .Nq)(description) ?? []);
    const named = history.find((one) => words(one).some((word) => word.end === "serves" && word.release === release));
    const unnamed = (one) => words(one).length === 0 && one.words.some(({ state }) => state === "success");
    return named ?? history.find(unnamed) ?? null;
}
/** How a change ended, in GitHub's word and in ours. */
function endOf({ recorder }, conclusion) {
    const outcome = conclusion === null ? null : (0,_domain_rollback_outcome_js__WEBPACK_IMPORTED_MODULE_2__/* .rollbackOutcome */ .pl)({ ...recorder.evidence, ...conclusion });
    if (conclusion?.status === "passed" || outcome === "unfinished")
        return { state: "success", end: "serves" };
    if (!(0,_domain_evidence_result_js__WEBPACK_IMPORTED_MODULE_1__/* .changeBegan */ .uH)(recorder.evidence.results))
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


/***/ }),

/***/ 777:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ headersMissing),
/* harmony export */   q: () => (/* binding */ publicHttp)
/* harmony export */ });
/* harmony import */ var _signals_metrics_headers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9183);
/* harmony import */ var _judged_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4444);
/* harmony import */ var _stage_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8767);



/** Requests through the public URL, with the headers of `probe.headers-from`, such as a staging's password. */
function publicHttp({ http, secret }, { probe }) {
    if (probe.headersFrom === null)
        return http;
    const headers = (0,_signals_metrics_headers_js__WEBPACK_IMPORTED_MODULE_1__/* .readHeaders */ .j)(secret(probe.headersFrom) ?? "");
    return typeof headers === "string" ? http : (0,_signals_metrics_headers_js__WEBPACK_IMPORTED_MODULE_1__/* .withHeaders */ .C)(http, headers);
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
        const why = value === undefined ? "it is not set, or empty" : (0,_signals_metrics_headers_js__WEBPACK_IMPORTED_MODULE_1__/* .readHeaders */ .j)(value);
        if (typeof why !== "string")
            continue;
        const says = `The variable ${variable}, which \`environments.${name}.${key}.headers-from\` names, ` +
            `cannot be used: ${why}.`;
        const example = `${variable}: "Authorization: Basic \${{ secrets.STAGING_BASIC }}"`;
        const remedy = `Set it in \`env\` of the step, such as \`${example}\`.`;
        return (0,_stage_js__WEBPACK_IMPORTED_MODULE_2__/* .stopped */ .c)({ reason_code: "invalid_settings", says, remedy }, _judged_js__WEBPACK_IMPORTED_MODULE_0__/* .nothingChanged */ .Us);
    }
    return null;
}


/***/ }),

/***/ 286:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ openRollbackIssue)
});

// EXTERNAL MODULE: ./build/src/domain/rollback/issue.js
var issue = __webpack_require__(4952);
// EXTERNAL MODULE: ./build/src/domain/rollback/outcome.js
var outcome = __webpack_require__(7971);
// EXTERNAL MODULE: ./build/src/domain/values/error-text.js
var error_text = __webpack_require__(3059);
// EXTERNAL MODULE: ./build/src/domain/brief/brief.js + 1 modules
var brief = __webpack_require__(1014);
// EXTERNAL MODULE: ./build/src/domain/release/release.js
var release = __webpack_require__(2161);
// EXTERNAL MODULE: ./build/src/domain/values/plural.js
var plural = __webpack_require__(4939);
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
    const version = (0,wording/* shortened */.vI)((0,release/* releaseVersionOf */.$_)(left), 64);
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

// EXTERNAL MODULE: ./build/src/stages/brief/changes.js + 1 modules
var changes = __webpack_require__(2621);
// EXTERNAL MODULE: ./build/src/stages/release-commit.js
var release_commit = __webpack_require__(6192);
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
    const of = (0,outcome/* rolledBackRelease */.pi)({ ...recorder.evidence, ...conclusion });
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
    const [to, from] = await Promise.all([left, back].map((id) => (0,release_commit/* commitOfRelease */.w)(run, id, history)));
    const unknown = to == null ? left : from == null ? back : null;
    if (unknown !== null || to == null || from == null) {
        const how = "Tag each version, or give the job `deployments: write`, so that the next one is.";
        return { missing: `The commit of ${unknown} is not known: no tag and no record of a deployment names it. ${how}` };
    }
    const compared = await github.comparedCommits(from, to);
    if (!compared.ok)
        return { missing: `GitHub did not compare ${from.slice(0, 12)} with ${to.slice(0, 12)}: ${compared.why}.` };
    const { total, commits } = compared.value;
    const found = await (0,changes/* commitsWithPulls */.H)(run, commits, { to, repository });
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


/***/ }),

/***/ 730:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ listen)
/* harmony export */ });
/* harmony import */ var _domain_values_error_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3059);
/* harmony import */ var _public_http_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(777);


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
            faults.set(signal, (0,_domain_values_error_text_js__WEBPACK_IMPORTED_MODULE_1__/* .errorText */ .k)(error));
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
    return { environment, smoke, criteria, clock: run.world.clock, http: (0,_public_http_js__WEBPACK_IMPORTED_MODULE_0__/* .publicHttp */ .q)(run.world, environment) };
}


/***/ }),

/***/ 9671:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ tallyRequests)
/* harmony export */ });
/* harmony import */ var _statistics_latency_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5843);

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
            const { p50, p99 } = (0,_statistics_latency_js__WEBPACK_IMPORTED_MODULE_0__/* .summarise */ .f)(latencies);
            return { requests, errors, p50_ms: p50, p99_ms: p99, seconds };
        },
    };
}


/***/ }),

/***/ 1757:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ watch)
});

// EXTERNAL MODULE: ./build/src/domain/values/error-text.js
var error_text = __webpack_require__(3059);
// EXTERNAL MODULE: ./build/src/signals/prober.js
var prober = __webpack_require__(4555);
// EXTERNAL MODULE: ./build/src/signals/registry.js + 23 modules
var registry = __webpack_require__(6933);
// EXTERNAL MODULE: ./build/src/signals/slot-requests.js
var slot_requests = __webpack_require__(8050);
// EXTERNAL MODULE: ./build/src/statistics/cusum.js
var cusum = __webpack_require__(146);
// EXTERNAL MODULE: ./build/src/statistics/error-verdict.js
var error_verdict = __webpack_require__(2807);
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

// EXTERNAL MODULE: ./build/src/statistics/two-sample.js
var two_sample = __webpack_require__(570);
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
            says: failureText(failure),
            remedy: "Read the log of the release for the requests that failed.",
            facts,
        };
    const open = openText(seen);
    if (open !== null)
        return { verdict: "inconclusive", reason_code: "watch_inconclusive", ...open, facts };
    const says = `${bothText(both)}: that it is worse by ${(0,error_verdict/* percentText */.fL)(seen.errorRate)} of requests is excluded.`;
    return { verdict: "pass", reason_code: "passed", says, facts };
}
const watchLonger = "Watch for longer (`criteria.watch`), or probe more often (`criteria.probes-per-second`).";
function openText(seen) {
    const { both, errorRate, watchMs } = seen;
    if (both.fresh.requests === 0)
        return { says: "No request of the new release was seen, so nothing is known.", remedy: watchLonger };
    const text = bothText(both);
    const high = (counts) => (rateOf(counts) ?? 0) >= errorRate;
    if (high(both.fresh) && high(both.old) && high(seen.newest.fresh) && high(seen.newest.old))
        return {
            says: `${text}: both are at or above the ${(0,error_verdict/* percentText */.fL)(errorRate)} limit, ` +
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
        says: `${text}, but for ${(0,error_verdict/* spanText */.Cp)(silence)} of the ${(0,error_verdict/* spanText */.Cp)(watchMs)} watch there was no request${who}: what was ` +
            "not seen cannot pass.",
        remedy: watchLonger,
    };
}
/** Errors of one moment count as one event, so that even many may not suffice. */
function undecided({ fresh, old }, errorRate) {
    const worse = (rateOf(fresh) ?? 0) - (rateOf(old) ?? 0);
    if (worse < errorRate)
        return "not enough requests to decide";
    return `worse by the ${(0,error_verdict/* percentText */.fL)(errorRate)} limit, but the errors are too few or too close together to be sure`;
}
function failureText(both) {
    const errors = both.fresh.errors + both.old.errors;
    const { fresh } = both;
    return (`${bothText(both, both.part)}: if both failed alike, ${fresh.errors} or more of ${errors} errors would be the ` +
        `new release's with a chance of ${chanceText((0,two_sample/* chanceOf */.En)(both))}.`);
}
/** "12 of 100 requests of the new release failed (12 %), 1 of 100 of the previous release (1 %)". */
function bothText({ fresh, old }, part = false) {
    const rate = ({ requests, errors }) => (errors === 0 ? "" : ` (${(0,error_verdict/* percentText */.fL)(errors / requests)})`);
    const last = part ? "the last " : "";
    return (`${fresh.errors} of ${last}${fresh.requests} requests of the new release failed${rate(fresh)}, ` +
        `${old.errors} of ${old.requests} of the previous release${rate(old)}`);
}
function chanceText(chance) {
    return chance < 1e-6 ? "less than 0.0001 %" : (0,error_verdict/* percentText */.fL)(chance);
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
const excludingNats = 3;
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
    const evidence = (0,two_sample/* startEvidence */.QU)(errorRate);
    const bucketMs = Math.min(1_000, watchMs / 24);
    const blockMs = Math.min(recentMs, watchMs / 4);
    const whole = startSpan(bucketMs);
    const newest = startRecent(blockMs, bucketMs);
    const chart = (0,cusum/* startChart */.VY)({ headStart: 0, cap: calmCap });
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
                excluded: (0,two_sample/* excludes */.m1)(both, errorRate) >= excludingNats,
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
    return difference >= errorRate * lastPart && (0,two_sample/* deviance */.MZ)(both) >= lastDeviance;
}
/** The tolerable rate follows the control's own. */
function weightsNow(old, errorRate) {
    const tolerable = Math.max(errorRate * leastOwn, (old.errors + 1) / (old.requests + 1 / (errorRate * leastOwn)));
    const own = Math.min(tolerable, 0.98 - errorRate / 2);
    return (0,cusum/* weigh */.vi)({ tolerable: own, unacceptable: Math.min(0.99, own + 2 * errorRate) });
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

// EXTERNAL MODULE: ./build/src/statistics/own-rate.js
var own_rate = __webpack_require__(8696);
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
        return startFixed({ watchMs, ...(0,own_rate/* judgedBy */.N)(errorRate, history) });
    return controlled({
        compared: startOwnErrorTest({ errorRate, watchMs }),
        fixed: startFixed({ watchMs, ...(0,own_rate/* judgedBy */.N)(errorRate, history) }),
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
    let suffices = { errors: 0, requests: (0,error_verdict/* needed */.Ow)(0, errorRate) };
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
            suffices = { errors, requests: (0,error_verdict/* needed */.Ow)(errors, errorRate, suffices.requests) };
        const judgement = (0,error_verdict/* verdictOf */.Vj)({
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
    let fast = between(least, far, (0,cusum/* startChart */.VY)({ headStart, cap }));
    let fine = between(least, errorRate, (0,cusum/* startChart */.VY)({ headStart, cap }));
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
    return { chart, rates, weights: (0,cusum/* weigh */.vi)(rates) };
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
    const distinguishes = (rate) => requests * (0,cusum/* divergence */.Z7)(limit, rate) >= wantedNats;
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
    const by = (0,error_verdict/* percentText */.fL)(seen.increase);
    const pairs = `divided by ${1 + seen.increase}, they are slower in ${(0,error_verdict/* percentText */.fL)(seen.above)} of pairs ` +
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
    const says = `${beyond} of ${requests} answers took longer than ${limit} (${(0,error_verdict/* percentText */.fL)(beyond / requests)}), which is ` +
        `${1 + seen.increase} times the ${time(ms)} that ${control.beyond} of ${control.requests} exceeded ` +
        `${seen.history ? "before the deployment" : "with the previous release"} (${(0,error_verdict/* percentText */.fL)(part)}).`;
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
        const base = likelihood(fresh.total, beyond, shared) + likelihood(control.requests, control.beyond, shared);
        const known = likelihood(control.requests, control.beyond, part);
        const ratios = slow.map((rate) => likelihood(fresh.total, beyond, rate) + known - base);
        const highest = Math.max(...ratios);
        const mixture = ratios.reduce((sum, ratio) => sum + Math.exp(ratio - highest), 0) / ratios.length;
        if (highest + Math.log(mixture) >= failsAt)
            return { part, ms, requests: fresh.total, beyond, control };
    }
    return null;
}
function likelihood(requests, beyond, rate) {
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
const pauseMs = 6_000;
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
            if (alarm !== null && atMs >= alarm.atMs + pauseMs) {
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
const most = 48;
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
            if (buckets.length >= most) {
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
    const by = first > 0 ? ` (${last >= first ? "+" : "-"}${(0,error_verdict/* percentText */.fL)(Math.abs(last / first - 1))})` : "";
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
        says: facts.has(reason_code) ? says : `${of} did not hold, in ${looks} looks over ${(0,error_verdict/* spanText */.Cp)(lastedMs)}: ${says}`,
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
            return open(`${of} is unknown for the last ${(0,error_verdict/* spanText */.Cp)(silentMs)} of the watch: no look was answered.`);
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

// EXTERNAL MODULE: ./build/src/stages/watch/listen.js
var listen = __webpack_require__(730);
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
    if (failing.length === 0 || failing.some(({ signal }) => signal.id !== prober/* prober */.D.id))
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
    return direct.requests > 0 && (0,two_sample/* deviance */.MZ)({ fresh: through, old: direct }) >= apart;
}
function fastItself(judged, { direct }) {
    const ofSlot = judged.find(({ signal, measure }) => signal.id === slot_requests/* slotRequests */.F.id && measure === "latency");
    return direct.requests >= leastTimed && direct.errors === 0 && ofSlot?.judgement.verdict === "pass";
}
function uncapitalised(text) {
    return text.slice(0, 1).toLowerCase() + text.slice(1);
}

// EXTERNAL MODULE: ./build/src/statistics/latency.js
var latency = __webpack_require__(5843);
// EXTERNAL MODULE: ./build/src/stages/watch/request-tally.js
var request_tally = __webpack_require__(9671);
;// CONCATENATED MODULE: ./build/src/stages/watch/chart-line.js

/** Points of a chart: what fits beside a label on a phone. */
const mostPoints = 24;
/** Latencies that are kept of one point. */
const mostKept = 200;
/** Counts requests by windows of a second, of two, of four and so on, so that they stay a line. */
function chartLine() {
    let windowMs = 1_000;
    let samples = new Map();
    const add = (sample) => {
        while (sample.atMs >= windowMs * mostPoints)
            widen();
        const at = Math.max(0, Math.floor(sample.atMs / windowMs));
        const tally = samples.get(at) ?? (0,request_tally/* tallyRequests */.p)(mostKept);
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
        const one = requests.get(`${signal} ${arm}`) ?? { tally: (0,request_tally/* tallyRequests */.p)(), line: chartLine() };
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
    const was = (0,latency/* summarise */.f)(history?.latenciesMs ?? []);
    const is = (0,latency/* summarise */.f)(own.history().latenciesMs);
    return ["p50", "p99"].map((metric) => {
        const [before, after] = [was[metric], is[metric]];
        return { ...common, metric, unit: "ms", before, after, change: relative(before, after) };
    });
}
function record_rateOf(one) {
    return one === undefined || one.requests === 0 ? null : one.errors / one.requests;
}
function relative(before, after) {
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
    const change = relative(before, after);
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
    const { signals: given = registry/* signals */.Q, shared = false } = what;
    const signals = shared ? given.filter(({ id }) => id !== prober/* prober */.D.id) : given;
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
    const seen = await (0,listen/* listen */.K)(run, listening, (signal, sample) => {
        counted.add(signal, sample);
        heard.set(signal, (heard.get(signal) ?? 0) + 1);
        for (const one of judging)
            if (concerns(one, signal, sample))
                one.test.add(sample);
    });
    const judged = judging.flatMap((one) => (seen.opened.has(one.signal) ? [conclude(one, seen)] : []));
    const [through, direct] = [counted.of(prober/* prober */.D.id, "new"), counted.of(slot_requests/* slotRequests */.F.id, "new")];
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
        measured: counted.of(signals[0]?.id ?? prober/* prober */.D.id, "new").measurement(),
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


/***/ }),

/***/ 146:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VY: () => (/* binding */ startChart),
/* harmony export */   Z7: () => (/* binding */ divergence),
/* harmony export */   vi: () => (/* binding */ weigh)
/* harmony export */ });
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


/***/ }),

/***/ 2807:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cp: () => (/* binding */ spanText),
/* harmony export */   Ow: () => (/* binding */ needed),
/* harmony export */   Vj: () => (/* binding */ verdictOf),
/* harmony export */   fL: () => (/* binding */ percentText)
/* harmony export */ });
/* harmony import */ var _domain_values_plural_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4939);
/* harmony import */ var _cusum_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(146);


/** What excludes the limit: e^-3.7 is 2.5 %. */
const excludingNats = 3.7;
/**
 * The least number of requests, of which so many failed, that excludes the limit. It is above `over`, which fewer
 * errors need.
 */
function needed(errors, limit, over = 0) {
    const excludes = (requests) => errors / requests < limit && requests * (0,_cusum_js__WEBPACK_IMPORTED_MODULE_0__/* .divergence */ .Z7)(errors / requests, limit) >= excludingNats;
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
    return `${seen}; with ${(0,_domain_values_plural_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(errors, "error")} ${suffices} requests suffice.`;
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


/***/ }),

/***/ 5843:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ summarise)
/* harmony export */ });
/**
 * Median and 99th percentile by nearest rank, milliseconds; null where nothing was measured. With fewer than 100
 * samples the latter is the slowest one.
 */
function summarise(samplesMs) {
    const sorted = [...samplesMs].sort((one, other) => one - other);
    const percentile = (percent) => sorted[Math.ceil((percent * sorted.length) / 100) - 1] ?? null;
    return { p50: percentile(50), p99: percentile(99) };
}


/***/ }),

/***/ 8696:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ judgedBy)
/* harmony export */ });
/* harmony import */ var _error_verdict_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2807);

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
    const note = `The limit is ${(0,_error_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .percentText */ .fL)(errorRate)} above the ${(0,_error_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .percentText */ .fL)(own)} of requests that failed before the ` +
        "deployment.";
    return { limit, least: Math.min(upper, limit - errorRate * distance), note };
}


/***/ }),

/***/ 570:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   En: () => (/* binding */ chanceOf),
/* harmony export */   MZ: () => (/* binding */ deviance),
/* harmony export */   QU: () => (/* binding */ startEvidence),
/* harmony export */   m1: () => (/* binding */ excludes)
/* harmony export */ });
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
const needed = [
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
    let [before, nats] = needed[0];
    if (part <= before)
        return nats;
    for (const [at, wanted] of needed.slice(1)) {
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


/***/ })

};
