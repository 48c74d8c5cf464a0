import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 1916:
/***/ ((__unused_webpack_module, exports) => {

var __webpack_unused_export__;

__webpack_unused_export__ = true;
exports.Io = __webpack_unused_export__ = void 0;
var peq = new Uint32Array(0x10000);
var myers_32 = function (a, b) {
    var n = a.length;
    var m = b.length;
    var lst = 1 << (n - 1);
    var pv = -1;
    var mv = 0;
    var sc = n;
    var i = n;
    while (i--) {
        peq[a.charCodeAt(i)] |= 1 << i;
    }
    for (i = 0; i < m; i++) {
        var eq = peq[b.charCodeAt(i)];
        var xv = eq | mv;
        eq |= ((eq & pv) + pv) ^ pv;
        mv |= ~(eq | pv);
        pv &= eq;
        if (mv & lst) {
            sc++;
        }
        if (pv & lst) {
            sc--;
        }
        mv = (mv << 1) | 1;
        pv = (pv << 1) | ~(xv | mv);
        mv &= xv;
    }
    i = n;
    while (i--) {
        peq[a.charCodeAt(i)] = 0;
    }
    return sc;
};
var myers_x = function (b, a) {
    var n = a.length;
    var m = b.length;
    var mhc = [];
    var phc = [];
    var hsize = Math.ceil(n / 32);
    var vsize = Math.ceil(m / 32);
    for (var i = 0; i < hsize; i++) {
        phc[i] = -1;
        mhc[i] = 0;
    }
    var j = 0;
    for (; j < vsize - 1; j++) {
        var mv_1 = 0;
        var pv_1 = -1;
        var start_1 = j * 32;
        var vlen_1 = Math.min(32, m) + start_1;
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] |= 1 << k;
        }
        for (var i = 0; i < n; i++) {
            var eq = peq[a.charCodeAt(i)];
            var pb = (phc[(i / 32) | 0] >>> i) & 1;
            var mb = (mhc[(i / 32) | 0] >>> i) & 1;
            var xv = eq | mv_1;
            var xh = ((((eq | mb) & pv_1) + pv_1) ^ pv_1) | eq | mb;
            var ph = mv_1 | ~(xh | pv_1);
            var mh = pv_1 & xh;
            if ((ph >>> 31) ^ pb) {
                phc[(i / 32) | 0] ^= 1 << i;
            }
            if ((mh >>> 31) ^ mb) {
                mhc[(i / 32) | 0] ^= 1 << i;
            }
            ph = (ph << 1) | pb;
            mh = (mh << 1) | mb;
            pv_1 = mh | ~(xv | ph);
            mv_1 = ph & xv;
        }
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] = 0;
        }
    }
    var mv = 0;
    var pv = -1;
    var start = j * 32;
    var vlen = Math.min(32, m - start) + start;
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] |= 1 << k;
    }
    var score = m;
    for (var i = 0; i < n; i++) {
        var eq = peq[a.charCodeAt(i)];
        var pb = (phc[(i / 32) | 0] >>> i) & 1;
        var mb = (mhc[(i / 32) | 0] >>> i) & 1;
        var xv = eq | mv;
        var xh = ((((eq | mb) & pv) + pv) ^ pv) | eq | mb;
        var ph = mv | ~(xh | pv);
        var mh = pv & xh;
        score += (ph >>> (m - 1)) & 1;
        score -= (mh >>> (m - 1)) & 1;
        if ((ph >>> 31) ^ pb) {
            phc[(i / 32) | 0] ^= 1 << i;
        }
        if ((mh >>> 31) ^ mb) {
            mhc[(i / 32) | 0] ^= 1 << i;
        }
        ph = (ph << 1) | pb;
        mh = (mh << 1) | mb;
        pv = mh | ~(xv | ph);
        mv = ph & xv;
    }
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] = 0;
    }
    return score;
};
var distance = function (a, b) {
    if (a.length < b.length) {
        var tmp = b;
        b = a;
        a = tmp;
    }
    if (b.length === 0) {
        return a.length;
    }
    if (a.length <= 32) {
        return myers_32(a, b);
    }
    return myers_x(a, b);
};
exports.Io = distance;
var closest = function (str, arr) {
    var min_distance = Infinity;
    var min_index = 0;
    for (var i = 0; i < arr.length; i++) {
        var dist = distance(str, arr[i]);
        if (dist < min_distance) {
            min_distance = dist;
            min_index = i;
        }
    }
    return arr[min_index];
};
__webpack_unused_export__ = closest;


/***/ }),

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 5317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 6466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 3557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 83:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ contract)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2716);
/* harmony import */ var _src_contract_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3735);


const contract = (0,_src_contract_js__WEBPACK_IMPORTED_MODULE_0__/* .defineContract */ .ye)({
    folder: "smoke-test",
    name: "Phoenix Deploy: smoke-test",
    description: "Test from outside that the deployed release answers, is ready, has the right version and works.",
    branding: { icon: "activity", color: "purple" },
    inputs: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        ..._src_contract_js__WEBPACK_IMPORTED_MODULE_0__/* .commonInputs */ .j$,
        ..._src_contract_js__WEBPACK_IMPORTED_MODULE_0__/* .chainInputs */ .$A,
        environment: (0,_src_contract_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)().prefault("staging").describe("Name of the environment in the settings file."),
        "brief-for": (0,_src_contract_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)()
            .prefault("production")
            .describe("Environment whose approver the promotion brief in the job summary is for; `off` for none. Without a " +
            "`production` in the settings file the default writes none."),
        comment: (0,_src_contract_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)()
            .prefault("false")
            .describe("Keep a comment with the promotion brief on the pull request of the run, or on the one that the commit " +
            "merged. Needs `pull-requests: write`."),
        "github-token": (0,_src_contract_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)()
            .prefault("${{ github.token }}")
            .describe("Token that reads deployments and pull requests for the promotion brief, and writes the comment."),
    }),
    outputs: { ..._src_contract_js__WEBPACK_IMPORTED_MODULE_0__/* .commonOutputs */ .e5 },
    permissions: {
        "contents: read": "to check the repository out",
        "deployments: read": "optional: to know which commit production runs, for the promotion brief",
        "pull-requests: read": "optional: to name the pull requests in the promotion brief; `write` for `comment: true`",
    },
});


/***/ }),

/***/ 1092:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _src_entry_action_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8042);
/* harmony import */ var _contract_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(83);


await (0,_src_entry_action_js__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .C)(_contract_js__WEBPACK_IMPORTED_MODULE_1__/* .contract */ .d, async () => (await Promise.all(/* import() */[__nccwpck_require__.e(340), __nccwpck_require__.e(537), __nccwpck_require__.e(552), __nccwpck_require__.e(250)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5250))).smokeTest);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 9195:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ cleanEnvironment)
/* harmony export */ });
/** Variables that a child must not see: our inputs, the runner's tokens and its command files. */
const hidden = /^(INPUT_.*|ACTIONS_.*|GITHUB_(TOKEN|ENV|PATH|OUTPUT|STATE|STEP_SUMMARY|ARTIFACTS)|GH_TOKEN)$/;
/** The environment without what children must not see. */
function cleanEnvironment(env) {
    return Object.fromEntries(Object.entries(env).filter((entry) => entry[1] !== undefined && !hidden.test(entry[0])));
}


/***/ }),

/***/ 8267:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ fence),
/* harmony export */   I: () => (/* binding */ fenceWhereNeeded)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);

/**
 * What the runner may read as a command to it: `::` at the beginning of a line, or `##[` anywhere. It trims more than
 * JavaScript calls white space (U+0085 is one), and others end lines elsewhere: so a `::` counts wherever no visible
 * character stands directly before it.
 */
const speaksToRunner = /(?<![^\p{White_Space}\p{Cc}\p{Cf}])::|##\[/u;
/**
 * Text from outside between `::stop-commands::` and its token, so that a test's print cannot set outputs or
 * annotations. Each piece is fenced by itself: pieces of parallel tools and our own commands may follow in any order.
 */
function fence(text) {
    const token = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)();
    return `::stop-commands::${token}\n${text.endsWith("\n") ? text : `${text}\n`}::${token}::\n`;
}
/** A line of our own log, which may hold words from outside: fenced where the runner would take it for a command. */
function fenceWhereNeeded(line) {
    return speaksToRunner.test(line) ? fence(line) : `${line}\n`;
}


/***/ }),

/***/ 309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ filesAdapter)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6760);




/** Files on this machine. Writes are whole or not at all: a temporary file beside, synced, renamed. */
function filesAdapter() {
    return {
        read,
        write,
        async digest(path, first) {
            const size = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(path).catch(absent);
            if (size === null)
                return null;
            const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256");
            const part = first === undefined ? {} : { end: first - 1 };
            if (first !== 0)
                for await (const chunk of (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(path, part))
                    hash.update(chunk);
            return { sha256: hash.digest("hex"), bytes: size.size };
        },
        list: async (folder) => ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readdir)(folder).catch(absent)) ?? []).sort(),
        async below(folder, skip) {
            const entries = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readdir)(folder, { withFileTypes: true }).catch(absent)) ?? [];
            const found = entries
                .filter((one) => !skip.includes(one.name))
                .map(async (one) => {
                const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, one.name);
                return one.isDirectory() ? this.below(path, skip) : [path];
            });
            return (await Promise.all(found)).flat().sort();
        },
        exists: (path) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.access)(path).then(() => true, () => false),
        remove: (path) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(path, { recursive: true, force: true }),
        makeFolder: async (path) => {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(path, { recursive: true });
        },
        async move(from, to) {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(to), { recursive: true });
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(from, to);
        },
    };
}
async function read(path, maxBytes) {
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(path, "r").catch(absent);
    if (file === null)
        return null;
    try {
        const { size } = await file.stat();
        if (size > maxBytes)
            throw new Error(`${path} has ${size} bytes; at most ${maxBytes} are read`);
        return new TextDecoder("utf-8", { fatal: true }).decode(await file.readFile());
    }
    catch (error) {
        const { code } = error;
        throw code === "ERR_ENCODING_INVALID_ENCODED_DATA" ? new Error(`${path} is not UTF-8 text`) : error;
    }
    finally {
        await file.close();
    }
}
async function write(path, text) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(path), { recursive: true });
    const beside = `${path}.tmp-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`;
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(beside, "w");
    try {
        await file.writeFile(text);
        await file.sync();
    }
    finally {
        await file.close();
    }
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(beside, path);
}
/** Turns "no such file" into null and lets every other fault through. */
function absent(error) {
    if (error.code === "ENOENT" || error.code === "ENOTDIR")
        return null;
    throw error;
}


/***/ }),

/***/ 8432:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  X: () => (/* binding */ jobFacts),
  B: () => (/* binding */ workspaceOf)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 8 modules
var schemas = __nccwpck_require__(2716);
// EXTERNAL MODULE: ./build/src/domain/values/json.js
var json = __nccwpck_require__(8675);
;// CONCATENATED MODULE: ./build/src/adapters/event.js



/** GitHub sends no payload over 25 MB. */
const maxBytes = 32 * 1024 * 1024;
const sha = schemas/* string */.YjP().regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/);
const side = schemas/* looseObject */._H3({
    sha,
    ref: schemas/* string */.YjP().min(1),
    repo: schemas/* looseObject */._H3({ id: schemas/* number */.aig() }).nullish().catch(null),
});
const pullRequestForm = schemas/* looseObject */._H3({ number: schemas/* int */.Whr().positive(), base: side, head: side });
const repositoryForm = schemas/* looseObject */._H3({ default_branch: schemas/* string */.YjP().min(1) });
const identity = schemas/* looseObject */._H3({ id: schemas/* number */.aig() });
const mergeGroupForm = schemas/* looseObject */._H3({ base_sha: sha });
const workflowRunForm = schemas/* looseObject */._H3({ head_sha: sha, head_repository: identity.nullish().catch(null) });
/**
 * Reads the payload at `GITHUB_EVENT_PATH`. Branch names and titles in it are the words of whoever opened the pull
 * request; what is missing, or not of the known form, is null.
 */
function readEvent(path) {
    const payload = schemas/* looseObject */._H3({}).safeParse(parsed(path)).data ?? {};
    const pullRequest = pullRequestForm.safeParse(payload["pull_request"]).data;
    const workflowRun = workflowRunForm.safeParse(payload["workflow_run"]).data;
    const ours = identity.safeParse(payload["repository"]).data?.id;
    return {
        workflowRun: workflowRun === undefined
            ? null
            : { headSha: workflowRun.head_sha, fromFork: ours === undefined || workflowRun.head_repository?.id !== ours },
        pullRequest: pullRequest === undefined ? null : facts(pullRequest),
        mergeBase: mergeGroupForm.safeParse(payload["merge_group"]).data?.base_sha ?? null,
        defaultBranch: repositoryForm.safeParse(payload["repository"]).data?.default_branch ?? null,
    };
}
function facts({ number, base, head }) {
    // A fork that was deleted since has no repository: what is not known to be ours is a fork's.
    const fromFork = base.repo == null || head.repo == null || base.repo.id !== head.repo.id;
    return { number, baseSha: base.sha, baseRef: base.ref, headSha: head.sha, fromFork };
}
function parsed(path) {
    if (path === undefined || path === "")
        return undefined;
    try {
        const file = (0,external_node_fs_.statSync)(path);
        return file.isFile() && file.size <= maxBytes ? (0,json/* readJson */.V)((0,external_node_fs_.readFileSync)(path, "utf8")) : undefined;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/src/adapters/toolchain.js
var toolchain = __nccwpck_require__(7761);
;// CONCATENATED MODULE: ./build/src/adapters/job.js






/** The checkout that the runner names, else the folder that the action was started in. */
function workspaceOf({ env, cwd }) {
    return (0,external_node_path_.resolve)(env["GITHUB_WORKSPACE"] ?? cwd);
}
/** What the runner says of this job in the environment, and a scratch folder of its own. */
function jobFacts(process, jobId) {
    const { env, pid } = process;
    const workspace = workspaceOf(process);
    const server = env["GITHUB_SERVER_URL"] ?? "https://github.com";
    const repository = env["GITHUB_REPOSITORY"] ?? "";
    const runId = env["GITHUB_RUN_ID"] ?? "0";
    const runAttempt = env["GITHUB_RUN_ATTEMPT"] ?? "1";
    const temp = (0,external_node_path_.join)(env["RUNNER_TEMP"] ?? "/tmp", `phoenix-deploy-${pid}`);
    (0,external_node_fs_.mkdirSync)(temp, { recursive: true, mode: 0o700 });
    return {
        repository,
        sha: env["GITHUB_SHA"] ?? "",
        ref: env["GITHUB_REF"] ?? "",
        refName: env["GITHUB_REF_NAME"] ?? "",
        workflow: env["GITHUB_WORKFLOW"] ?? "",
        runId,
        runAttempt,
        job: jobName(process, jobId),
        runUrl: `${server}/${repository}/actions/runs/${runId}`,
        actor: env["GITHUB_ACTOR"] ?? "",
        eventName: env["GITHUB_EVENT_NAME"] ?? "",
        cores: (0,external_node_os_namespaceObject.availableParallelism)(),
        bundle: (0,toolchain/* bundleDigest */.bH)(process.entry),
        environment: (0,toolchain/* environmentDigest */.kU)(env),
        ...readEvent(env["GITHUB_EVENT_PATH"]),
        workspace,
        temp,
    };
}
/**
 * A name that no other job of this run and attempt has. Jobs of a matrix share `GITHUB_JOB`: GitHub's id of the job
 * distinguishes them, else the runner's tracking id, which is made anew for each job, else this very process.
 */
function jobName({ env, pid }, jobId) {
    const name = (env["GITHUB_JOB"] ?? "job").replace(/[^A-Za-z0-9_-]/g, "-").slice(0, 60) || "job";
    if (/^\d{1,20}$/.test(jobId))
        return `${name}-${jobId}`;
    const unique = env["RUNNER_TRACKING_ID"] || `${env["RUNNER_NAME"] ?? ""} ${env["HOSTNAME"] ?? ""} ${pid} ${Date.now()}`;
    return `${name}-${(0,external_node_crypto_.createHash)("sha256").update(unique).digest("hex").slice(0, 8)}`;
}


/***/ }),

/***/ 7761:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B1: () => (/* binding */ toolchainAdapter),
/* harmony export */   bH: () => (/* binding */ bundleDigest),
/* harmony export */   kU: () => (/* binding */ environmentDigest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6760);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(9195);





/**
 * Variables that differ from run to run and that no build reads: the runner's own, the shell's, the login's. What is
 * left decides whether a result of an earlier run may stand for this one. PATH is among it: it says which programs a
 * build and its tests find.
 */
const passing = new RegExp(`^(${[
    "GITHUB_.*|RUNNER_.*|AGENT_.*|CI_.*|HOSTNAME|HOME|USER|LOGNAME|PWD|OLDPWD|SHLVL|SHELL|TERM|TMPDIR|_",
    "LS_COLORS|SSH_.*|XDG_.*|DBUS_.*|SYSTEMD_.*|INVOCATION_ID|JOURNAL_STREAM|MEMORY_PRESSURE_.*",
].join("|")})$`);
/** Elixir and OTP by the files that their installations carry. */
function toolchainAdapter(path) {
    return {
        async versions() {
            const [elixir, erl] = await Promise.all([installation(path, "elixir"), installation(path, "erl")]);
            if (elixir === null || erl === null)
                return null;
            const [app, otp] = await Promise.all([read((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(elixir, "lib/elixir/ebin/elixir.app")), otpVersion(erl)]);
            const version = /\{vsn,\s*"([^"]+)"\}/.exec(app ?? "")?.[1];
            return version === undefined || otp === null ? null : { elixir: version, otp };
        },
    };
}
/** sha256 over the environment that tools see, sorted, without what passes with the run. */
function environmentDigest(env) {
    const kept = Object.entries((0,_environment_js__WEBPACK_IMPORTED_MODULE_4__/* .cleanEnvironment */ .h)(env))
        .filter(([name]) => !passing.test(name))
        .sort(([a], [b]) => (a < b ? -1 : 1));
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(JSON.stringify(kept)).digest("hex");
}
/** sha256 over the JavaScript of a bundle's folder. */
function bundleDigest(entry) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256");
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(entry);
    for (const name of (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(folder)
        .filter((one) => one.endsWith(".js"))
        .sort())
        hash.update((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, name)));
    return hash.digest("hex");
}
/** The folder above `bin/` of the first such program on the path; null when there is none. */
async function installation(path, program) {
    for (const folder of path.split(":").filter((one) => one.startsWith("/"))) {
        const candidate = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, program);
        const there = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.access)(candidate, node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.constants.X_OK).then(() => true, () => false);
        if (there)
            return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.realpath)(candidate)));
    }
    return null;
}
/** The whole version, such as 25.3.2: of the only release that the installation holds. */
async function otpVersion(root) {
    const releases = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(root, "releases")).catch(() => [])).filter((name) => /^\d+$/.test(name));
    const [only] = releases;
    return only === undefined || releases.length > 1
        ? null
        : ((await read((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(root, "releases", only, "OTP_VERSION")))?.trim() ?? null);
}
function read(path) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(path, "utf8").catch(() => null);
}


/***/ }),

/***/ 3620:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   At: () => (/* binding */ receiveFile),
/* harmony export */   NF: () => (/* binding */ runCompressed),
/* harmony export */   Q3: () => (/* binding */ programText),
/* harmony export */   Vm: () => (/* binding */ word),
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   kF: () => (/* binding */ valuesText),
/* harmony export */   mB: () => (/* binding */ runProgram)
/* harmony export */ });
/** With the next two all that a host's login shell ever sees: everything else travels on standard input. */
const runProgram = ["/bin/sh", "-s"];
/** The same for a program that arrives compressed: it begins when all of it is there and its checksum is right. */
const runCompressed = ["/bin/sh", "-c", 'pd_program=$(gzip -dc) && eval "$pd_program"'];
/**
 * Reads a path, how many bytes of it are there, how many there will be, and the rest. What is there is copied first: a
 * receiver of a dropped connection may still write to the old file. The path exists only when all of it arrived.
 */
const receiveFile = [
    "/bin/sh",
    "-c",
    [
        "IFS= read -r p && IFS= read -r n && IFS= read -r t || exit 1",
        'if [ "$n" = 0 ]; then rm -f "$p.part"',
        'else head -c "$n" "$p.part" >"$p.again" && mv -f "$p.again" "$p.part" || ' +
            '{ rm -f "$p.again" "$p.part"; exit 75; }; fi',
        'LC_ALL=C cat >>"$p.part" || { rm -f "$p.part"; exit 1; }',
        '[ "$(wc -c <"$p.part")" -eq "$t" ] || exit 75',
        'mv -f "$p.part" "$p"',
    ].join("; "),
];
/** Text as one word of sh, whatever it holds. NUL cannot be carried and is refused. */
function quote(value) {
    if (value.includes("\0"))
        throw new Error("A value for a host holds a NUL byte");
    return `'${value.replaceAll("'", "'\\''")}'`;
}
/** The same, without quotes where the text needs none: for commands that a person reads. */
function word(value) {
    return /^[A-Za-z0-9_/.=:@%+,-]+$/.test(value) ? value : quote(value);
}
/** A text of sh with values: quoted assignments, then the text. Names are ours, values are anybody's. */
function programText(values, program) {
    return `${valuesText(values)}${program}`;
}
/** The values of a program alone, each on a line of its own: they come before it. */
function valuesText(values) {
    return Object.entries(values)
        .map(([name, value]) => `${name}=${quote(value)}\n`)
        .join("");
}


/***/ }),

/***/ 3735:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $A: () => (/* binding */ chainInputs),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   e5: () => (/* binding */ commonOutputs),
/* harmony export */   j$: () => (/* binding */ commonInputs),
/* harmony export */   tg: () => (/* binding */ writtenDefault),
/* harmony export */   ye: () => (/* binding */ defineContract)
/* harmony export */ });
/* unused harmony exports percent, pinInput, approvalInputs, gateInputs, dryRunInput, jobIdInput, deployOutputs, minutes */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2716);

/** Keeps the type of the inputs. */
function defineContract(contract) {
    return contract;
}
/**
 * The default of an input as somebody would write it, such as minutes that are read as milliseconds; empty for none.
 */
function writtenDefault(input) {
    return input instanceof zod__WEBPACK_IMPORTED_MODULE_0__/* .ZodPrefault */ .xgV ? String(input.def.defaultValue) : "";
}
/** Any text; empty means not given. */
const text = () => zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP();
/** `true` or `false`, nothing else. */
const flag = () => zod__WEBPACK_IMPORTED_MODULE_0__/* .stringbool */ .uEf({ truthy: ["true"], falsy: ["false"], error: "must be `true` or `false`" });
/** A percentage from 0 to 100: `80`, `79.5`, `80%`. */
const percent = () => z
    .string()
    .regex(/^\d{1,3}(\.\d{1,6})?\s?%?$/, "must be a percentage such as `80` or `79.5%`")
    .transform((value) => Number(value.replace("%", "").trim()))
    .pipe(z.number().max(100, "must be at most 100"));
/** Inputs that every action takes. */
const commonInputs = {
    config: text()
        .prefault(".github/phoenix-deploy.yml")
        .describe("Path of the settings file, from the repository's root. Without a file of the default name the defaults apply; " +
        "a file of another name must exist."),
    "working-directory": text().prefault(".").describe("Folder of the mix project, from the repository's root."),
};
/** Inputs of every action that reads the evidence of earlier jobs. */
const chainInputs = {
    jobs: text()
        .prefault("")
        .describe("The expression `toJSON(needs)`: the earlier jobs. Their outputs with the name `evidence` (or " +
        "`deploy-evidence`, `evidence-smoke` and the like, where a job has two) pin the evidence that they wrote."),
    runs: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["this", "other"])
        .prefault("this")
        .describe("Which evidence counts: of `this` run only, or of `other` runs of this commit as well, which every report says."),
};
/** What every action that changes a target requires of earlier evidence, beside `chainInputs`. */
const pinInput = {
    unpinned: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["refuse", "allow"])
        .prefault("refuse")
        .describe("`allow` accepts evidence that no output of an earlier job pins, and every report says so: any job of the run " +
        "could have written it."),
};
/** What the approval of an environment is read with. */
const approvalInputs = {
    "github-token": text()
        .prefault("${{ github.token }}")
        .describe("Token that reads the environment's rules and the run's approvals."),
};
/** What every action that deploys takes to the gates of its environment. */
const gateInputs = {
    "override-freeze": text()
        .prefault("")
        .describe("Why this run deploys although the settings freeze the environment now. Only who is named under " +
        "`freeze.override` may, and every report says so."),
};
/** The dry run of every action that changes a target. */
const dryRunInput = {
    "dry-run": flag().prefault("false").describe("Print the plan and change nothing."),
};
/** The id of this very job, also in a matrix, for every action that locks a target or looks for its deployment. */
const jobIdInput = {
    "job-id": text().prefault("${{ job.check_run_id }}").describe("The unique id of this job. Leave the default."),
};
/** Outputs of every action. */
const commonOutputs = {
    status: "`passed`, `failed`, `cancelled` or `planned`.",
    decision: "`continue`, `complete`, `stop`, `taken-back` (it was rolled back), `rollback-failed` " +
        "or `held` (a person decides).",
    "reason-code": "Why, as one word of the list in docs/troubleshooting.md.",
    changed: "`true` where a step began that may change what serves, else `false`.",
    evidence: "Compact JSON that pins this stage's evidence file; pass it to later jobs as a job output named `evidence`.",
};
/** Outputs of every action that changes a target. */
const deployOutputs = {
    url: "Where users reach the environment.",
    release: "Release id `<version>-<digest8>` that was asked for.",
    previous: "Release id that was active before; empty when there was none.",
};
/** Whole minutes, to milliseconds. */
const minutes = () => z
    .string()
    .regex(/^\d{1,4}$/, "must be whole minutes, such as `15`")
    .transform((value) => Number(value) * 60_000)
    .pipe(z.number().min(60_000, "must be at least 1"));


/***/ }),

/***/ 9999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ handover)
/* harmony export */ });
/* unused harmony export reportFiles */
/**
 * The folder of the checkout that is passed on from job to job, and what is in it; paths from the root of the
 * repository. Git ignores it.
 */
const handover = {
    folder: ".phoenix-deploy",
    /** The release's tarball and its manifest. */
    release: ".phoenix-deploy/release",
    manifest: ".phoenix-deploy/release/manifest.json",
    /** One file for each stage that ran. */
    evidence: ".phoenix-deploy/evidence",
    /** Reports for people and for other tools. */
    report: ".phoenix-deploy/report",
    /** What earlier attempts of this run's report left behind: whom they notified. */
    earlier: ".phoenix-deploy/earlier",
};
/** The Deployment Validation Report in its three forms; paths from the root of the repository. */
const reportFiles = {
    markdown: `${handover.report}/report.md`,
    html: `${handover.report}/report.html`,
    json: `${handover.report}/report.json`,
};


/***/ }),

/***/ 1885:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $C: () => (/* binding */ slotsOn),
/* harmony export */   L5: () => (/* binding */ serverName),
/* harmony export */   P2: () => (/* binding */ hasSlot),
/* harmony export */   RM: () => (/* binding */ recordedPlaces),
/* harmony export */   n3: () => (/* binding */ hostNames)
/* harmony export */ });
/**
 * A fleet's name of a slot: the slot where there is one host, the host where each has one slot, else `<host>-<slot>`.
 */
function serverName({ hosts, slots, groups }, host, slot) {
    if (hosts.length === 1)
        return slot;
    return groups !== undefined || Object.keys(slots).length === 1 ? host : `${host}-${slot}`;
}
/** The slots of one host: all of them, but where hosts are in groups. A host without the application is in none. */
function slotsOn({ slots, groups }, host) {
    const only = groups?.[host];
    return Object.fromEntries(Object.entries(slots).filter(([name]) => only === undefined || name === only));
}
/** True where the host has the slot. */
function hasSlot({ slots }, slot) {
    return Object.hasOwn(slots, slot);
}
/** Where what hosts have on record is to run: on each of them that has the slot. */
function recordedPlaces(hosts) {
    return hosts.flatMap((one) => one.active !== null && hasSlot(one, one.active.slot) ? [{ host: one.host, ...one.active }] : []);
}
/** The names of hosts, for a sentence. */
function hostNames(hosts) {
    return hosts.map(({ host }) => host).join(", ");
}


/***/ }),

/***/ 1433:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ whole)
/* harmony export */ });
/** A whole number in a record; null for anything else. */
function whole(text) {
    return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : null;
}


/***/ }),

/***/ 258:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _M: () => (/* binding */ repositoryOf),
/* harmony export */   e1: () => (/* binding */ versionNumber),
/* harmony export */   pl: () => (/* binding */ versionsText)
/* harmony export */ });
/** The number of a version. */
function versionNumber(version) {
    return BigInt(/\/(\d+)$/.exec(version)?.[1] ?? 0);
}
/** The repository of a version. */
function repositoryOf(version) {
    return version.slice(0, version.lastIndexOf("/"));
}
/** Versions for a sentence, without their repository where all have the same one. */
function versionsText(versions) {
    const one = new Set(versions.map(repositoryOf)).size < 2;
    return versions.map((version) => (one ? String(versionNumber(version)) : version.replace("/", " "))).join(", ");
}


/***/ }),

/***/ 2161:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $V: () => (/* binding */ manifestOf),
/* harmony export */   $_: () => (/* binding */ releaseVersionOf),
/* harmony export */   Bf: () => (/* binding */ releaseId),
/* harmony export */   By: () => (/* binding */ releaseSchema),
/* harmony export */   G0: () => (/* binding */ versionSchema),
/* harmony export */   It: () => (/* binding */ manifestDigest),
/* harmony export */   Jq: () => (/* binding */ nameSchema),
/* harmony export */   er: () => (/* binding */ digestSchema)
/* harmony export */ });
/* unused harmony exports gitIdSchema, artifactOf */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2716);


/** A sha256 as 64 lower-case hexadecimal digits. */
const digestSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/, "must be a sha256: 64 lower-case hexadecimal digits");
/** A git object id, as git prints it whole. */
const gitIdSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[0-9a-f]{40,64}$/, "must be a full git object id");
/** Names that become file names, node names and journal words: no separators, no white space, no leading dot. */
const nameSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
    .regex(/^[A-Za-z0-9_][A-Za-z0-9._-]{0,63}$/, "must be 1 to 64 letters, digits, `.`, `_` or `-`, and start with a letter, digit or `_`")
    .refine((name) => !(name in {}), "must not be a name that every JavaScript object has, such as `constructor`");
/** SemVer 2.0.0, as Elixir's `Version` takes it; at most 64 characters. */
const versionSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
    .max(64)
    .regex(/^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?(\+[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?$/, "must be a SemVer version such as 1.4.0");
/**
 * The manifest of a release: written by `validate` beside the tarball, checked by every later stage. A release is built
 * once, and the same artifact is promoted.
 */
const releaseSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    schema_version: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(1),
    app: nameSchema,
    /** The name of the release in mix.exs; `bin/<name>` starts it. */
    name: nameSchema,
    version: versionSchema,
    git_sha: gitIdSchema,
    git_tree: gitIdSchema,
    /** sha256 of the tarball's bytes. */
    digest: digestSchema,
    bytes: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().positive(),
    /** File name of the tarball, beside the manifest. */
    file: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[A-Za-z0-9._+-]+\.tar\.gz$/),
    elixir: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    otp: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    os: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    arch: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    /** Names of the variables without which its configuration was seen not to load; absent in older manifests. */
    environment: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[A-Za-z_][A-Za-z0-9_]{0,99}$/))
        .max(200)
        .optional(),
    /**
     * The list of its files beside the tarball, and the sha256 of that: a host is sent only what it lacks. A list of its
     * own, since a manifest is part of every evidence. Absent where an earlier version wrote it, and where a name does
     * not fit a list.
     */
    files: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        file: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[A-Za-z0-9._+-]+\.files$/),
        sha256: digestSchema,
        count: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().positive(),
        /** Of the files, unpacked. */
        bytes: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nonnegative(),
    })
        .optional(),
    /**
     * Its software bill of materials beside the tarball (CycloneDX), and the sha256 of that. Absent where an earlier
     * version wrote it, and where what is in it could not be read.
     */
    sbom: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ file: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz("sbom.cdx.json"), sha256: digestSchema, components: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nonnegative() })
        .optional(),
    /** What its binaries need of the host; absent where an earlier version wrote it. */
    needs: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        /** The C library that they are linked with; null where none is. */
        libc: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["glibc", "musl"]).nullable(),
        /** The least version of glibc with every symbol that they need, such as `2.34`. */
        glibc: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
            .regex(/^\d+(\.\d+)+$/)
            .nullable(),
        /** Shared libraries of OpenSSL by their file names, such as `libcrypto.so.3`. */
        openssl: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^lib(crypto|ssl)\.so\.[0-9.]+$/)),
    })
        .optional(),
    built_by: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        run_id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        run_attempt: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        url: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        /** Name of the artifact that it is uploaded in; absent where it is the one of the examples. */
        artifact: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().max(256).optional().catch(undefined),
    }),
});
/** Name of the artifact of the run that built the release, in which it is. */
function artifactOf({ built_by }) {
    return built_by.artifact ?? `phoenix-deploy-validate-${built_by.run_attempt}`;
}
/** The text of a release's manifest. */
function manifestOf(release) {
    return `${JSON.stringify(release, null, 2)}\n`;
}
/** sha256 of a manifest's text: pins all that it says, beside the digest of the tarball. */
function manifestDigest(release) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(manifestOf(release)).digest("hex");
}
/**
 * The folder of a release on a host and its name in the journal: `<version>-<digest8>`. Two builds of one version
 * differ in it.
 */
function releaseId(release) {
    return `${release.version}-${release.digest.slice(0, 8)}`;
}
/** The version that a release id names. */
function releaseVersionOf(id) {
    return id.replace(/-[0-9a-f]{8}$/, "");
}


/***/ }),

/***/ 6895:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ isDay),
/* harmony export */   V: () => (/* binding */ daysAhead)
/* harmony export */ });
/** A day as ISO 8601 writes it. */
const iso = /^\d{4}-\d{2}-\d{2}$/;
/** True for a day that the calendar has, as `YYYY-MM-DD`: there is no 2026-02-31. */
function isDay(text) {
    const time = iso.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
    return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
/** Days from a moment to the beginning of this day (UTC); negative when it is past. */
function daysAhead(day, now) {
    return (Date.parse(`${day}T00:00:00Z`) - now.getTime()) / 86_400_000;
}


/***/ }),

/***/ 3059:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ errorStack),
/* harmony export */   k: () => (/* binding */ errorText)
/* harmony export */ });
/** The message of whatever was thrown. */
function errorText(error) {
    return error instanceof Error ? error.message : String(error);
}
/** The stack of whatever was thrown, else its message: for the log. */
function errorStack(error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
}


/***/ }),

/***/ 8675:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ readJson)
/* harmony export */ });
/** The value of a JSON text; undefined where it is none. */
function readJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 4939:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ counted),
/* harmony export */   y: () => (/* binding */ someOf)
/* harmony export */ });
/** A number and its noun: "1 test", "2 tests". `plural` where an "s" does not make it. */
function counted(many, noun, plural = `${noun}s`) {
    return `${many} ${many === 1 ? noun : plural}`;
}
/** Names that one sentence shows. */
const maxNames = 5;
/** The first names, and how many there are beyond them. */
function someOf(names) {
    const left = names.length - maxNames;
    return `${names.slice(0, maxNames).join(", ")}${left > 0 ? ` and ${left} more` : ""}`;
}


/***/ }),

/***/ 988:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ increase),
/* harmony export */   RU: () => (/* binding */ oneOfKinds),
/* harmony export */   X1: () => (/* binding */ percentage),
/* harmony export */   cG: () => (/* binding */ variableName),
/* harmony export */   p0: () => (/* binding */ duration)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2716);

/** Values of the settings that strategies name as well, each with the sentence that explains it. */
const units = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };
/** A duration with its unit, to milliseconds. */
const duration = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP({ error: "must be a duration with a unit, such as `30s`" })
    .regex(/^\d{1,6}(ms|s|m|h)$/, "must be a duration with a unit: `500ms`, `30s`, `10m` or `2h`")
    .transform((text) => Number.parseInt(text, 10) * (units[text.replace(/^\d+/, "")] ?? 0))
    .pipe(zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().max(24 * 3_600_000, "must be at most 24h"));
/** A percentage that may be above 100: `50%`, `50` or `150%`, to a number. */
const increase = zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([
    zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
        .regex(/^\d{1,3}(\.\d{1,6})?\s?%?$/)
        .transform((text) => Number.parseFloat(text)),
], { error: "must be a percentage such as `5%`" });
/** A percentage: `5%`, `5` or `79.5%`, to a number from 0 to 100. */
const percentage = increase.pipe(zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().min(0, "must be at least 0 %").max(100, "must be at most 100 %"));
/** One of these kinds, by its `type`. */
function oneOfKinds(kinds) {
    const [first, ...rest] = kinds.map((kind) => kind.settings);
    if (first === undefined)
        throw new Error("There is nothing to choose from");
    const types = kinds
        .map(({ type }) => `\`${type}\``)
        .join(", ")
        .replace(/, (?=[^,]*$)/, " or ");
    const error = ({ code }) => code === "invalid_type" ? `must be a map with a \`type\`, ${types}` : `must be ${types}`;
    return zod__WEBPACK_IMPORTED_MODULE_0__/* .discriminatedUnion */ .gMt("type", [first, ...rest], { error });
}
/** The name of an environment variable. */
const variableName = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(/^[A-Z_][A-Z0-9_]{0,99}$/, "must be the name of an environment variable, such as `DEPLOY_WEBHOOK`");


/***/ }),

/***/ 3397:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ inconclusivePolicies),
/* harmony export */   Q: () => (/* binding */ rollbackReasons)
/* harmony export */ });
/**
 * What becomes of a release whose watch ended without a verdict: `hold` leaves traffic as it is until a person decides.
 */
const inconclusivePolicies = ["hold", "pass", "roll-back"];
/** The reasons for which a person rolls a release back (Phase 6: Rollback Criteria); `manual` needs a detail. */
const rollbackReasons = ["error-rate", "performance", "p1-bug", "security", "data-integrity", "manual"];


/***/ }),

/***/ 8042:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  C: () => (/* binding */ runAction)
});

// UNUSED EXPORTS: startStage

// EXTERNAL MODULE: ./build/src/adapters/files.js
var adapters_files = __nccwpck_require__(309);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./build/src/adapters/links.js


/** How deep below a folder of our own anything is written. */
const depth = 3;
/** The first symbolic link, at a folder or below it, that leads out of `root`; null where there is none. */
async function linkOut(root, folder) {
    // Every action asks before its first line: what is not there costs one look.
    const at = await (0,promises_.lstat)(folder).catch(() => null);
    if (at === null)
        return null;
    const inside = await (0,promises_.realpath)(root);
    const to = await endOf(folder);
    if (leadsOut(inside, to))
        return { path: folder, to };
    return at.isDirectory() ? search(inside, folder, depth) : null;
}
async function search(root, folder, more) {
    const entries = (await (0,promises_.readdir)(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
        const path = (0,external_node_path_.join)(folder, entry.name);
        const to = entry.isSymbolicLink() ? await endOf(path) : null;
        if (to !== null && leadsOut(root, to))
            return { path, to };
        const found = entry.isDirectory() && more > 1 ? await search(root, path, more - 1) : null;
        if (found !== null)
            return found;
    }
    return null;
}
function leadsOut(root, to) {
    const away = (0,external_node_path_.relative)(root, to);
    return away.startsWith("..") || (0,external_node_path_.isAbsolute)(away);
}
/** Where a path ends; of a link that leads nowhere, what it names. */
async function endOf(path) {
    return (0,promises_.realpath)(path).catch(async () => (0,external_node_path_.resolve)(await (0,promises_.realpath)((0,external_node_path_.dirname)(path)), await (0,promises_.readlink)(path)));
}

// EXTERNAL MODULE: ./build/src/domain/values/error-text.js
var error_text = __nccwpck_require__(3059);
// EXTERNAL MODULE: ./build/src/domain/evidence/handover.js
var handover = __nccwpck_require__(9999);
// EXTERNAL MODULE: ./build/src/settings/gates.js
var gates = __nccwpck_require__(7163);
// EXTERNAL MODULE: ./build/src/settings/hosts.js
var settings_hosts = __nccwpck_require__(7816);
// EXTERNAL MODULE: ./build/src/settings/monitoring.js
var monitoring = __nccwpck_require__(765);
;// CONCATENATED MODULE: ./build/src/settings/environment.js



/** One environment of the settings file as the stages have it. */
function readEnvironment(name, one) {
    const { hosts, router, strategy, health, probe, backup } = one;
    const migrations = migrationsOf(one.migrations);
    const groups = (0,settings_hosts/* groupsOf */.c1)(hosts);
    return {
        name,
        url: one.url,
        target: one.target,
        hosts: hosts.filter(({ role }) => role === "app").map(hostOf),
        account: (0,settings_hosts/* accountOf */.XP)(one),
        ssh: (0,settings_hosts/* sshOptionsOf */.WU)(one),
        ...(one["hosts-required"] === "all" ? {} : { hostsRequired: one["hosts-required"] }),
        path: one.path,
        slots: one.slots,
        ...(groups === undefined ? {} : { groups }),
        router,
        routerHosts: hosts.filter(({ name, role }) => router.on?.includes(name) ?? role === "app").map(hostOf),
        strategy: {
            type: strategy.type,
            holdSeconds: Math.round(strategy.hold / 1_000),
            drainMs: strategy.drain,
            keep: strategy.keep,
            own: strategy.own,
        },
        ...(one.systemd === undefined ? {} : { systemd: systemdOf(one.systemd) }),
        health: {
            path: health.path,
            ready: pathOf(health.ready),
            version: pathOf(health.version),
            withinMs: health.within,
            successes: health.successes,
        },
        probe: { headersFrom: probe["headers-from"] ?? null },
        migrations,
        backup: typeof backup === "object" ? backupOf(backup, one.path, migrations.urlFrom) : null,
        logs: typeof one.logs === "object" ? one.logs : null,
        signals: one.signals,
        lockWaitMs: one["lock-wait"],
        approval: (0,gates/* approvalRuleOf */.fT)(one, name),
        gates: (0,gates/* gateRulesOf */.am)(one),
        ...(one["on-call"] === undefined ? {} : { onCall: one["on-call"] }),
        dashboards: Object.entries(one.dashboards).map(([name, url]) => ({ name, url })),
        monitoring: (0,monitoring/* monitoringOf */.ss)(one),
        deploymentRecord: one["deployment-record"] === "auto" ? "auto" : "off",
        ...(typeof one.issue === "object" ? { issue: one.issue } : {}),
    };
}
function systemdOf(given) {
    const written = (value) => (value === undefined ? null : String(value));
    return {
        manage: given.manage,
        name: given.name ?? null,
        memoryMax: given["memory-max"] ?? null,
        tasksMax: written(given["tasks-max"]),
        limitNofile: written(given["limit-nofile"]),
    };
}
function hostOf({ name, address, port }) {
    return { name, address, ...(port === undefined ? {} : { port }) };
}
/** A path, or null where it is off. */
function pathOf(given) {
    return given === false || given === "off" ? null : given;
}
/** Without migrations nothing is limited, and nothing has to settle. */
function migrationsOf(given) {
    if (typeof given !== "object")
        return {
            ...{ migrate: null, versions: null, pending: null },
            ...{ lockTimeoutMs: 0, statementTimeoutMs: 0, outOfOrder: "refuse", settleMs: 0 },
        };
    return {
        migrate: given.migrate,
        versions: given.versions === "default" ? null : given.versions,
        pending: given.pending ?? null,
        ...(given["url-from"] === undefined ? {} : { urlFrom: given["url-from"] }),
        ...(given.down === undefined ? {} : { down: given.down }),
        lockTimeoutMs: given["lock-timeout"],
        statementTimeoutMs: given["statement-timeout"],
        outOfOrder: given["out-of-order"],
        settleMs: given.settle,
    };
}
/** A dump needs the same address as migrations do, where the settings name none for it. */
function backupOf(given, home, urlFrom = "DATABASE_URL") {
    if (given.by === "provider")
        return given;
    const maxAgeMs = given["max-age"];
    if (given.by === "postgres") {
        const { keep, restore, path = `${home}/shared/backups` } = given;
        return { by: "postgres", urlFrom: given["url-from"] ?? urlFrom, folder: path, keep, restore, maxAgeMs };
    }
    const work = (one) => (typeof one === "string" ? { eval: one } : { run: one });
    const make = given.make === undefined ? null : work(given.make);
    return { by: "command", make, verify: work(given.verify), maxAgeMs };
}

// EXTERNAL MODULE: ./build/src/settings/fault.js
var settings_fault = __nccwpck_require__(1003);
// EXTERNAL MODULE: ./build/src/contract.js
var src_contract = __nccwpck_require__(3735);
;// CONCATENATED MODULE: ./build/src/settings/inputs.js


/** Inputs whose value is never repeated in a sentence. */
const secret = /token|secret|password|key/;
/** Inputs that name what is read or changed: one without a value must not stand for another. */
const naming = new Set(["config", "working-directory", "environment", "from"]);
/** Inputs that keep a run from changing anything. A person who starts a run sets them, or leaves them out. */
const sparing = new Set(["dry-run", "explain", "drill"]);
/** The inputs of an action by name, parsed; or every fault at once. */
function readInputs(contract, env) {
    const names = Object.keys(contract.inputs.shape);
    const faults = [...unknownInputs(contract.folder, names, env), ...emptyInputs(contract, env)];
    const given = Object.fromEntries(Object.entries(contract.inputs.shape).flatMap(([name, input]) => {
        const value = givenFor(name, env);
        // A default that GitHub evaluates is already in the value, where it has one.
        const evaluated = value === "" && (0,src_contract/* writtenDefault */.tg)(input).includes("${{");
        return value === undefined || (value === "" && !evaluated) ? [] : [[name, value]];
    }));
    const parsed = contract.inputs.safeParse(given);
    if (parsed.success && faults.length === 0)
        return { ok: true, inputs: parsed.data };
    return { ok: false, faults: [...faults, ...(parsed.error?.issues ?? []).map((issue) => refused(issue, given))] };
}
function givenFor(name, env) {
    return env[`INPUT_${name.toUpperCase()}`]?.trim();
}
/**
 * Inputs that were given without a value. The runner fills in the default of one that is left out, so that an empty one
 * was written: most often as an expression of a variable, an input or a member of a matrix that is not there.
 */
function emptyInputs(contract, env) {
    const byHand = env["GITHUB_EVENT_NAME"] === "workflow_dispatch";
    return Object.entries(contract.inputs.shape).flatMap(([name, input]) => {
        if (givenFor(name, env) !== "" || !(naming.has(name) || (byHand && sparing.has(name))))
            return [];
        const says = naming.has(name) ? "It is empty." : "It is empty, in a run that was started by hand.";
        const remedy = "An expression is empty where what it names has no value. Compare the names in it, " +
            `or leave the input out for \`${(0,src_contract/* writtenDefault */.tg)(input)}\`.`;
        return [{ code: "invalid_input", place: `Input \`${name}\``, says, remedy }];
    });
}
/** Inputs that the action does not declare: a mistyped one must not switch anything off. */
function unknownInputs(action, names, env) {
    // The runner makes the names: upper case, spaces to `_`, hyphens stay.
    const given = Object.keys(env).flatMap((name) => name.startsWith("INPUT_") ? [name.slice("INPUT_".length).toLowerCase()] : []);
    return given
        .filter((name) => !names.includes(name))
        .map((name) => {
        const meant = (0,settings_fault/* nearest */.p)(name, names);
        const all = `Its inputs are ${names.map((one) => `\`${one}\``).join(", ")}.`;
        return {
            code: "unknown_input",
            place: `Input \`${(0,settings_fault/* shown */.S)(name)}\``,
            says: `${action} has no such input.`,
            remedy: meant === null ? all : `Did you mean \`${meant}\`?`,
        };
    });
}
/** Why a value is not accepted. */
function refused(issue, given) {
    const name = String(issue.path[0] ?? "");
    const place = `Input \`${name}\``;
    const value = given[name];
    if (value === undefined)
        return { code: "invalid_input", place, says: "It is required and empty.", remedy: "Give it under `with:`." };
    return {
        code: "invalid_input",
        place,
        says: secret.test(name) ? "Its value is not accepted." : `It is \`${(0,settings_fault/* shown */.S)(value)}\`.`,
        remedy: remedyOf(issue, value),
    };
}
function remedyOf(issue, value) {
    if (issue.code !== "invalid_value")
        return `It ${issue.message}.`;
    const values = issue.values.map(String);
    const meant = (0,settings_fault/* nearest */.p)(value, values);
    return meant === null ? `Use ${values.map((one) => `\`${one}\``).join(" or ")}.` : `Did you mean \`${meant}\`?`;
}

// EXTERNAL MODULE: ./build/src/settings/schema.js + 28 modules
var schema = __nccwpck_require__(831);
;// CONCATENATED MODULE: ./build/src/settings/read.js







/** Inputs and settings file to one value; every fault of both at once. Inputs win. */
async function readAll(sources) {
    const { contract, env, workspace } = sources;
    const inputs = readInputs(contract, env);
    const given = inputs.ok ? inputs.inputs : {};
    const config = read_text(given["config"]) ?? defaultFile;
    const folder = read_text(given["working-directory"]) ?? ".";
    const cache = read_text(given["cache-path"]);
    const read = await settingsFile(sources, config);
    const faults = [
        ...(inputs.ok ? [] : inputs.faults),
        ...outside(workspace, { config, "working-directory": folder }),
        ...reserved(workspace, cache),
        ...(await linksOut(sources, cache ?? ("cache-path" in contract.inputs.shape ? cacheFolder : null))),
        ...(read.ok ? [] : read.faults),
    ];
    if (!inputs.ok || !read.ok || faults.length > 0)
        return { ok: false, faults };
    const projectPath = (0,external_node_path_.resolve)(workspace, folder);
    return { ok: true, inputs: given, settings: settingsOf(read.file, given, { workspace, projectPath }) };
}
/** The settings file, or the defaults where there is none. A path out of the repository is not read. */
async function settingsFile(sources, config) {
    if (!inside(sources.workspace, config))
        return { ok: true, file: defaults() };
    try {
        const content = await sources.readFile((0,external_node_path_.join)(sources.workspace, config));
        if (content !== null)
            return await readText(content, config, sources);
        const faults = await missing(sources, config);
        return faults.length > 0 ? { ok: false, faults } : { ok: true, file: defaults() };
    }
    catch (error) {
        const says = `It cannot be read: ${(0,error_text/* errorText */.k)(error)}.`;
        return { ok: false, faults: [{ code: "invalid_settings", place: config, says, remedy: "Fix the file." }] };
    }
}
/** Paths that lead out of the repository, by the input that names them. */
function outside(workspace, paths) {
    return Object.entries(paths)
        .filter(([, path]) => !inside(workspace, path))
        .map(([name]) => ({
        code: "invalid_input",
        place: `Input \`${name}\``,
        says: "It leads out of the repository.",
        remedy: "Give a path below the repository's root.",
    }));
}
/** A cache in a folder of git or of the evidence would be mixed with what is there. */
function reserved(workspace, cache) {
    if (cache === undefined)
        return [];
    const folders = [".git", handover/* handover */.c.folder].map((own) => (0,external_node_path_.join)(workspace, own));
    if (!cache.includes("\0") && !folders.some((folder) => below(folder, workspace, cache)))
        return [];
    return [
        {
            code: "invalid_input",
            place: "Input `cache-path`",
            says: `It is \`${(0,settings_fault/* shown */.S)(cache)}\`, a folder of git or of this run's evidence.`,
            remedy: "Leave the default `.phoenix-deploy-cache`, or name another folder.",
        },
    ];
}
const defaultFile = ".github/phoenix-deploy.yml";
/** A file that is named must exist, and one with the other ending is not read: neither may pass for the defaults. */
async function missing({ workspace, readFile }, config) {
    const fault = (says, remedy) => [
        { code: "invalid_input", place: "Input `config`", says, remedy },
    ];
    if (config !== defaultFile)
        return fault(`There is no file \`${(0,settings_fault/* shown */.S)(config)}\`.`, `Name a file of the repository, or leave \`config\` out for ${defaultFile}.`);
    const other = defaultFile.replace(/yml$/, "yaml");
    if ((await readFile((0,external_node_path_.join)(workspace, other))) === null)
        return [];
    return fault(`There is ${other}, which is not read.`, `Rename it to ${defaultFile}, or set \`config: ${other}\`.`);
}
/** What is written and removed below our own folders must stay in them, whatever links the repository holds. */
async function linksOut({ workspace, linkOut }, cache) {
    const folders = [
        handover/* handover */.c.folder,
        ...(cache === null || cache.includes("\0") ? [] : [(0,external_node_path_.relative)(workspace, cacheIn(workspace, cache))]),
    ];
    const faults = [];
    for (const folder of folders.filter((one) => inside(workspace, one))) {
        const link = await linkOut((0,external_node_path_.join)(workspace, folder));
        if (link === null)
            continue;
        const own = folder === handover/* handover */.c.folder;
        const path = (0,settings_fault/* shown */.S)((0,external_node_path_.relative)(workspace, link.path));
        faults.push({
            code: "invalid_input",
            place: own ? "Checkout" : "Input `cache-path`",
            says: `\`${path}\` is a symbolic link out of the repository, to ${(0,settings_fault/* shown */.S)(link.to)}.`,
            remedy: own
                ? "Remove the link from the repository."
                : "Remove the link from the repository, or name the folder that it leads to in `cache-path`.",
        });
    }
    return faults;
}
/** A file that does not exist leaves the defaults. */
function defaults() {
    return (0,schema/* fileSchemaOf */.R)([]).parse({ version: 1 });
}
/** YAML is loaded where there is some. */
async function readText(text, path, registries) {
    const { readFile } = await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(871)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4871));
    return readFile(text, path, registries);
}
function settingsOf(file, inputs, { workspace, projectPath }) {
    return {
        app: file.app ?? null,
        projectPath,
        checks: Object.fromEntries(Object.entries(file.checks).flatMap(([id, given]) => (given === undefined ? [] : [[id, checkSettings(given)]]))),
        checkLimitMs: number(inputs["check-timeout"]) ?? 15 * 60_000,
        failFast: inputs["fail-fast"] === true,
        cachePath: cacheIn(workspace, read_text(inputs["cache-path"]) ?? cacheFolder),
        fresh: inputs["fresh"] === true,
        artifactName: read_text(inputs["artifact-name"]) ?? null,
        smoke: file.smoke.map(smokeTest),
        criteria: {
            errorRate: file.criteria["error-rate"] / 100,
            watchMs: file.criteria.watch,
            probesPerSecond: file.criteria["probes-per-second"],
            ...latencyCriteria(file.criteria.latency),
            inconclusive: file.criteria.inconclusive,
        },
        environments: Object.fromEntries(Object.entries(file.environments).map(([name, one]) => [name, readEnvironment(name, one)])),
        notify: file.notify,
    };
}
function latencyCriteria(given) {
    if (given === false || given === "off")
        return { latencyIncrease: null, latencyMaxMs: null };
    return { latencyIncrease: given.increase / 100, latencyMaxMs: given.max ?? null };
}
function checkSettings(given) {
    if (given === false || given === "off")
        return { level: "off", options: {} };
    const { level, ...options } = given;
    return { level: level ?? null, options };
}
function smokeTest(one) {
    const [method, path] = ["get", "head", "post", "put", "patch", "delete"].flatMap((name) => one[name] === undefined ? [] : [[name.toUpperCase(), one[name]]])[0] ?? ["GET", "/"];
    return {
        name: one.name ?? `${method} ${path}`,
        method,
        path,
        headers: one.headers,
        body: one.body ?? null,
        status: one.status,
        text: one.text ?? null,
        json: one.json ?? null,
        withinMs: one.within,
        ...(one.tries > 1 ? { tries: one.tries } : {}),
    };
}
/** The name of the folder that is kept between runs. */
const cacheFolder = ".phoenix-deploy-cache";
/** Always a folder of that name: what is removed or ignored in it is ours, whatever folder the input names. */
function cacheIn(workspace, path) {
    const folder = (0,external_node_path_.resolve)(workspace, path);
    return (0,external_node_path_.basename)(folder) === cacheFolder ? folder : (0,external_node_path_.join)(folder, cacheFolder);
}
/** Does the path lead to this folder, or below it? */
function below(folder, workspace, path) {
    const away = (0,external_node_path_.relative)(folder, (0,external_node_path_.resolve)(workspace, path));
    return away === "" || (!away.startsWith("..") && !(0,external_node_path_.isAbsolute)(away));
}
function inside(workspace, path) {
    const away = (0,external_node_path_.relative)(workspace, (0,external_node_path_.resolve)(workspace, path));
    return !away.startsWith("..") && !(0,external_node_path_.isAbsolute)(away) && !path.includes("\0");
}
function read_text(value) {
    return typeof value === "string" ? value : undefined;
}
function number(value) {
    return typeof value === "number" ? value : undefined;
}

// EXTERNAL MODULE: ./build/src/adapters/fence.js
var fence = __nccwpck_require__(8267);
// EXTERNAL MODULE: ./build/src/adapters/job.js + 2 modules
var job = __nccwpck_require__(8432);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
;// CONCATENATED MODULE: ./build/src/adapters/runner.js


/** One annotation, whatever lines the message has. */
function sayError(message, write) {
    const escaped = message.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
    write(`::error::${escaped}\n`);
}
/**
 * The runner's protocol in the few lines that a refusal needs. Stages use @actions/core, which takes longer to load
 * than all else that happens until an input is refused.
 */
function leaveRefusal({ error, outputs, summary }, env, write) {
    sayError(error, write);
    const lines = Object.entries(outputs).map(([name, value]) => `${name}=${value}\n`);
    append(env["GITHUB_OUTPUT"], lines.join(""), write);
    append(env["GITHUB_STEP_SUMMARY"], `${summary}\n`, write);
}
function append(path, text, write) {
    try {
        if (path !== undefined && path !== "")
            (0,external_node_fs_.appendFileSync)(path, text);
    }
    catch (error) {
        // The annotation has said it all; what cannot be written beside it changes nothing.
        write(`${path} could not be written: ${(0,error_text/* errorText */.k)(error)}\n`);
    }
}

// EXTERNAL MODULE: ./build/src/domain/values/plural.js
var plural = __nccwpck_require__(4939);
;// CONCATENATED MODULE: ./build/src/entry/in-job.js




const write = (text) => void process.stdout.write(text);
/** A job of GitHub Actions, by the runner's protocol. */
function inJob() {
    const { env } = process;
    const runner = { env, cwd: process.cwd(), pid: process.pid, entry: process.argv[1] ?? "" };
    return {
        runner,
        workspace: (0,job/* workspaceOf */.B)(runner),
        /** All at once, in one annotation and the summary. */
        async refuse(name, faults) {
            const lines = faults.map((one) => `${one.place}: ${one.says} ${one.remedy}`.trim());
            const count = `${(0,plural/* counted */.h)(faults.length, "fault")} in the inputs and settings of ${name}. Nothing was run.`;
            write((0,fence/* fence */.E)(lines.map((line) => `✗ ${line}`).join("\n")));
            const { renderFaults } = await __nccwpck_require__.e(/* import() */ 814).then(__nccwpck_require__.bind(__nccwpck_require__, 3814));
            const code = faults[0]?.code ?? "invalid_input";
            const outputs = { status: "failed", decision: "stop", "reason-code": code, changed: "false" };
            const error = [count, ...lines].join("\n");
            leaveRefusal({ error, outputs, summary: renderFaults(count, faults) }, env, write);
        },
        unexpected: (message) => sayError(`Unexpected error: ${message}`, write),
        open: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(119), __nccwpck_require__.e(260), __nccwpck_require__.e(264), __nccwpck_require__.e(432)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2432))).jobVoice(runner),
    };
}

;// CONCATENATED MODULE: ./build/src/entry/action.js





/** Bytes of the settings file that are read; more is a fault. */
const maxSettingsBytes = 256 * 1024;
/**
 * The whole of an action. Always ends the process itself: an open handle must not keep a finished job alive.
 */
async function runAction(contract, load) {
    process.exit((await startStage({ contract, load, name: contract.folder }, inJob())) === "passed" ? 0 : 1);
}
/**
 * Reads inputs and settings, then opens the world and runs the stage. What only a stage needs is loaded when there is
 * something to run.
 */
async function startStage(asked, surroundings) {
    try {
        return await readAndRun(asked, surroundings);
    }
    catch (error) {
        surroundings.unexpected((0,error_text/* errorStack */.j)(error));
        return "failed";
    }
}
async function readAndRun({ contract, load, name }, surroundings) {
    const { workspace, runner } = surroundings;
    const files = (0,adapters_files/* filesAdapter */.V)();
    const given = await readAll({
        ...{ contract, env: runner.env, workspace },
        readFile: (path) => files.read(path, maxSettingsBytes),
        linkOut: (folder) => linkOut(workspace, folder),
        checks: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(552), __nccwpck_require__.e(784)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2784))).loadChecks(),
    });
    if (!given.ok) {
        await surroundings.refuse(name, given.faults);
        return "refused";
    }
    const [{ runStage }, stage, voice] = await Promise.all([Promise.all(/* import() */[__nccwpck_require__.e(260), __nccwpck_require__.e(537), __nccwpck_require__.e(868)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8868)), load(), surroundings.open()]);
    return (await runStage({ contract, stage, voice, env: runner.env }, given)) ? "passed" : "failed";
}


/***/ }),

/***/ 4440:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ noRouter),
/* harmony export */   d: () => (/* binding */ none)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2716);
/* harmony import */ var _router_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9731);


/** No router: requests come straight to the only slot. Also the part of a host on which no router is changed. */
function noRouter() {
    return {
        name: "No router",
        routes: false,
        weights: false,
        on: null,
        part: () => (0,_router_js__WEBPACK_IMPORTED_MODULE_0__/* .partOf */ .BU)("none"),
        values: {},
        read: () => null,
        differences: () => [],
        warnings: () => [],
        byHand: null,
        remedy: "Set `router` for this environment.",
        lostRemedy: "",
    };
}
const none = {
    type: "none",
    settings: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ type: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz("none") }).transform(noRouter),
};


/***/ }),

/***/ 9731:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BU: () => (/* binding */ partOf),
/* harmony export */   GI: () => (/* binding */ addressText),
/* harmony export */   Nt: () => (/* binding */ addresses),
/* harmony export */   SH: () => (/* binding */ addressesFor),
/* harmony export */   VL: () => (/* binding */ routerHosts),
/* harmony export */   ci: () => (/* binding */ addressOf),
/* harmony export */   mm: () => (/* binding */ hostCommand),
/* harmony export */   oc: () => (/* binding */ serverDifferences),
/* harmony export */   vJ: () => (/* binding */ stillOpen),
/* harmony export */   yU: () => (/* binding */ closedBy)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2716);
/* harmony import */ var _domain_release_release_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2161);
/* harmony import */ var _domain_values_plural_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4939);



/** What `router.on` may be: a host, or several that route alike, such as behind DNS. */
const routerHosts = zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([_domain_release_release_js__WEBPACK_IMPORTED_MODULE_0__/* .nameSchema */ .Jq.transform((name) => [name]), zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(_domain_release_release_js__WEBPACK_IMPORTED_MODULE_0__/* .nameSchema */ .Jq).min(1, "must name at least one host")], {
    error: "must be the name of a host, or a list of names",
})
    .optional();
/** A command of the settings, as a list. It is sent to the host one word on each line. */
const hostCommand = zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[^\p{Cc}]{1,1000}$/u, "must be a word without control characters"))
    .min(1, "must name a program")
    .refine(([program = ""]) => !program.startsWith("-"), "must name a program first, without a leading `-`");
const address = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
    .max(200)
    .regex(/^([A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\]):[1-9]\d{0,4}$/, "must be `address:port`, such as `127.0.0.1:4000`");
/** The addresses of servers, for a router that knows them by nothing else. */
const addresses = zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(_domain_release_release_js__WEBPACK_IMPORTED_MODULE_0__/* .nameSchema */ .Jq, address).optional();
/** Without addresses, each host's own router has the slots of its host. */
function addressesFor({ on, servers }, context) {
    if (on === undefined || servers !== undefined)
        return;
    const message = "needs `servers` beside it, a map of each server to its `address:port`";
    context.addIssue({ code: "custom", path: ["on"], message });
}
/** The address of a server: the settings', else that of the slot of its name on this host. */
function addressOf(servers, { ports }, name) {
    return servers?.[name] ?? `127.0.0.1:${ports[name]}`;
}
/** `name=address` of each, for a part of the host program. */
function addressText(servers) {
    return Object.entries(servers ?? {})
        .map(([name, at]) => `${name}=${at}`)
        .join(" ");
}
/** The text of host/routers/<type>.sh. Loaded to be sent: settings are read at every start, and texts are large. */
async function partOf(type) {
    const { assets } = await __nccwpck_require__.e(/* import() */ 340).then(__nccwpck_require__.bind(__nccwpck_require__, 8340));
    const text = assets[`host/routers/${type}.sh`];
    if (text === undefined)
        throw new Error(`host/routers/${type}.sh is missing: run the build`);
    return text;
}
/** How the servers differ from what was ordered, for routers that report states and weights. */
function serverDifferences(wanted, seen) {
    return Object.entries(wanted).flatMap(([name, ordered]) => {
        const server = seen[name];
        if (server === undefined)
            return [`${name} is unknown to the router`];
        const { state, weight } = server;
        if (ordered === 0)
            return state === "ready" && weight > 0 ? [`${name} is ready, ordered drain`] : [];
        if (state !== "ready")
            return [`${name} is ${state}, ordered ready`];
        // Weights are whole numbers in most routers: a small share of a small weight cannot be set. At its full weight, a
        // server may report a load of its own (HAProxy's agent-check).
        const right = weight > 0 && (ordered === 100 || Math.abs(weight - ordered) <= 1);
        return right ? [] : [`${name} has ${weight} % of its weight, ordered ${ordered} %`];
    });
}
/** The servers that a shift closes. */
function closedBy(wanted) {
    return Object.keys(wanted).filter((name) => wanted[name] === 0);
}
/** Who is still on the servers that were closed, for the warnings of a shift. */
function stillOpen({ wanted, seen }) {
    const closed = closedBy(wanted);
    const open = closed.reduce((sum, name) => sum + (seen[name]?.sessions ?? 0), 0);
    if (open === 0)
        return [];
    return [
        `${(0,_domain_values_plural_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .h)(open, "session was", "sessions were")} still open on ${closed.join(", ")} when its requests went ` +
            "elsewhere. Each ends by itself, or when that slot stops.",
    ];
}


/***/ }),

/***/ 1003:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ shown),
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1916);

/** The word that was probably meant; null when none is near. */
function nearest(word, known) {
    const plain = (text) => text.toLowerCase().replaceAll("_", "-").slice(0, 100);
    const [best] = known.map((one) => ({ one, away: (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(plain(word), plain(one)) })).sort((a, b) => a.away - b.away);
    if (best === undefined || best.away >= best.one.length)
        return null;
    return best.away <= Math.max(2, Math.floor(best.one.length / 3)) ? best.one : null;
}
/** A value as a sentence shows it: one line, cut, control characters visible. */
function shown(value) {
    const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
    const visible = text
        .replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (one) => `\\u{${(one.codePointAt(0) ?? 0).toString(16)}}`)
        .replaceAll("`", "'");
    return visible.length > 80 ? `${visible.slice(0, 80)}… (${text.length} characters)` : visible;
}


/***/ }),

/***/ 7163:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   LO: () => (/* binding */ gateFaults),
/* harmony export */   am: () => (/* binding */ gateRulesOf),
/* harmony export */   dJ: () => (/* binding */ gateSettings),
/* harmony export */   fT: () => (/* binding */ approvalRuleOf)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2716);
/* harmony import */ var _fault_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1003);


const units = { m: 60_000, h: 3_600_000, d: 24 * 3_600_000 };
/** A time that people wait for, to milliseconds. GitHub keeps a run for 35 days. */
const days = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP({ error: "must be a duration with a unit, such as `12h`" })
    .regex(/^\d{1,4}[mhd]$/, "must be a duration with a unit: `30m`, `12h` or `3d`")
    .transform((text) => Number.parseInt(text, 10) * (units[text.slice(-1)] ?? 0))
    .pipe(zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig()
    .min(60_000, "must be at least 1m")
    .max(35 * 24 * 3_600_000, "must be at most 35d"));
const approvalSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    by: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["environment", "pull-request", "none"]).prefault("environment"),
    reviews: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().min(1, "must be at least 1").max(10, "must be at most 10").optional(),
    "self-approval": zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["refuse", "allow"]).prefault("refuse"),
})
    .refine(({ by, reviews }) => reviews === undefined || by === "pull-request", {
    path: ["reviews"],
    error: "is counted by `by: pull-request` alone; set that, or remove it",
});
/** A day and a time of the clock on the wall; a space is as good as a `T`. */
const wallTime = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP({ error: "must be a day and a time, such as `2026-12-20T18:00`" })
    .regex(/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d$/, "must be a day and a time, such as `2026-12-20T18:00`")
    .transform((text) => text.replace(" ", "T"));
const zoneName = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
    .max(100)
    .regex(/^[A-Za-z][A-Za-z0-9_+/-]*$/, "must be a time zone, such as `Europe/Berlin`")
    .refine(isZone, "must be a time zone that exists, such as `Europe/Berlin`");
function isZone(name) {
    try {
        new Intl.DateTimeFormat("en", { timeZone: name });
        return true;
    }
    catch {
        return false;
    }
}
const freezeSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    zone: zoneName.prefault("UTC"),
    override: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
        .max(140)
        .regex(/^[A-Za-z0-9_-]+(\[bot\])?(\/[A-Za-z0-9._-]+)?$/, "must be a login, or a team as `org/slug`"))
        .max(50)
        .prefault([]),
    windows: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        from: wallTime,
        to: wallTime.optional(),
        repeat: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().trim().min(1).max(300).toUpperCase().optional(),
        why: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().trim().min(1, "must say why").max(300),
    }))
        .min(1, "must have a window")
        .max(100),
});
/** What the settings of an environment say of its gates. */
const gateSettings = {
    approval: approvalSchema.optional(),
    "evidence-max-age": days.prefault("24h"),
    "verified-for": days.optional(),
    "ref-moved": zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["refuse", "warn"]), zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(["off", false])], { error: "must be `refuse`, `warn` or `off`" })
        .prefault("warn"),
    freeze: freezeSchema.optional(),
    provenance: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        repository: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
            .regex(/^[A-Za-z0-9][A-Za-z0-9-]*\/[A-Za-z0-9._-]+$/, "must be a repository as `owner/name`")
            .max(140)
            .optional(),
        "signer-workflow": zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
            .regex(/^[A-Za-z0-9][A-Za-z0-9-]*\/[A-Za-z0-9._-]+\/\.github\/workflows\/[A-Za-z0-9._-]+\.ya?ml$/, "must be a workflow as `owner/name/.github/workflows/deploy.yml`")
            .max(300)
            .optional(),
    })
        .optional(),
};
const gateShape = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc(gateSettings);
function gateRulesOf(given) {
    const moved = given["ref-moved"];
    return {
        evidenceMaxAgeMs: given["evidence-max-age"],
        verifiedForMs: given["verified-for"] ?? null,
        refMoved: moved === false ? "off" : moved,
        freeze: freezeOf(given.freeze),
        provenance: given.provenance === undefined
            ? null
            : {
                repository: given.provenance.repository ?? null,
                signerWorkflow: given.provenance["signer-workflow"] ?? null,
            },
    };
}
function freezeOf(given) {
    if (given === undefined)
        return null;
    const windows = given.windows.map(({ from, to = null, repeat = null, why }) => ({ from, to, repeat, why }));
    return { ...given, windows };
}
/** Who has to approve; without a word of the settings it is asked of a production alone, and of promote. */
function approvalRuleOf({ approval }, name) {
    const by = approval?.by ?? "environment";
    return {
        by,
        ...(by === "pull-request" ? { reviews: approval?.reviews ?? 1 } : {}),
        selfApproval: approval?.["self-approval"] ?? "refuse",
        promoteOnly: approval === undefined && !production.test(name),
    };
}
/**
 * Names of environments that users are served from. What is called otherwise names its `approval`, if another action
 * than promote is to ask for it.
 */
const production = /(^|[-_./ ])(production|prod|prd|live)\d*([-_./ ]|$)/i;
/** What of the gates of one environment cannot hold together or be understood, each at its key. */
async function gateFaults(given) {
    return [...ageFaults(given), ...(await freezeFaults(given.freeze))];
}
function ageFaults({ "evidence-max-age": maxAge, "verified-for": verifiedFor = 0, }) {
    if (verifiedFor < maxAge)
        return [];
    return [
        {
            keys: ["verified-for"],
            says: `A release would have to be verified for ${hours(verifiedFor)}, and evidence counts for ${hours(maxAge)} ` +
                "(`evidence-max-age`): no release could pass.",
            remedy: "Set `evidence-max-age` above `verified-for`, such as to twice as much.",
        },
    ];
}
/** The calendar is loaded where there is a freeze. */
async function freezeFaults(given) {
    const rule = freezeOf(given);
    if (rule === null)
        return [];
    const { faultOfWindow } = await Promise.all(/* import() */[__nccwpck_require__.e(46), __nccwpck_require__.e(640)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8640));
    return rule.windows.flatMap((window, index) => {
        const fault = faultOfWindow(window);
        if (fault === null)
            return [];
        return [
            {
                keys: ["freeze", "windows", index, fault.key],
                says: `\`${fault.key}\` is \`${(0,_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .S)(window[fault.key])}\`; it ${fault.rule}.`,
                remedy: "Change the value; docs/promoting.md has examples.",
            },
        ];
    });
}
function hours(ms) {
    return `${Math.round(ms / 3_600) / 1_000} h`;
}


/***/ }),

/***/ 7816:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   RJ: () => (/* binding */ hostsSchema),
/* harmony export */   VT: () => (/* binding */ machineOf),
/* harmony export */   WU: () => (/* binding */ sshOptionsOf),
/* harmony export */   X7: () => (/* binding */ groupFaults),
/* harmony export */   XP: () => (/* binding */ accountOf),
/* harmony export */   YM: () => (/* binding */ addressFaults),
/* harmony export */   c1: () => (/* binding */ groupsOf),
/* harmony export */   cg: () => (/* binding */ sshSchema),
/* harmony export */   g3: () => (/* binding */ hostSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(2716);
/* harmony import */ var _domain_release_release_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2161);
/* harmony import */ var _domain_values_settings_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(988);
/* harmony import */ var _transports_registry_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7044);
/* harmony import */ var _transports_ssh_address_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6175);
/* harmony import */ var _fault_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(1003);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(377);







/** `hosts` of an environment. */
const hostsSchema = zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
    name: _domain_release_release_js__WEBPACK_IMPORTED_MODULE_0__/* .nameSchema */ .Jq,
    address: _transports_registry_js__WEBPACK_IMPORTED_MODULE_2__/* .hostAddress */ .R,
    port: _values_js__WEBPACK_IMPORTED_MODULE_5__/* .port */ .Oh.optional(),
    /** `router`: it only has a router, and runs nothing of the application. */
    role: zod__WEBPACK_IMPORTED_MODULE_6__/* ["enum"] */ .k5n(["app", "router"]).prefault("app"),
    /** The only slot that it has, where each slot is on hosts of its own. */
    group: _domain_release_release_js__WEBPACK_IMPORTED_MODULE_0__/* .nameSchema */ .Jq.optional(),
}))
    .min(1, "must name at least one host")
    .max(200, "must name at most 200 hosts");
/** The name of a user of a host. */
const userName = zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().regex(/^[A-Za-z_][A-Za-z0-9_.-]{0,31}$/, "must be the name of a user, such as `deploy`");
/** `host` of an environment: who logs in, and as whom the steps run. */
const hostSchema = zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({ user: userName.optional(), become: userName.optional() });
/** What may be set of ssh_config: nothing that runs a program, reads a file, or switches a check off. */
const sshOptionNames = [
    ...["AddressFamily", "BindAddress", "BindInterface", "CASignatureAlgorithms", "Ciphers", "Compression"],
    ...["ConnectTimeout", "ConnectionAttempts", "HostKeyAlgorithms", "HostKeyAlias", "IPQoS", "KexAlgorithms", "MACs"],
    ...["PreferredAuthentications", "PubkeyAcceptedAlgorithms", "RekeyLimit", "RequiredRSASize"],
    ...["ServerAliveCountMax", "ServerAliveInterval", "TCPKeepAlive"],
];
const sshOption = zod__WEBPACK_IMPORTED_MODULE_6__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_6__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_6__/* .boolean */ .zMY()], { error: "must be a text or a number" })
    .transform((value) => (typeof value === "boolean" ? (value ? "yes" : "no") : String(value)))
    .pipe(zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().regex(/^[A-Za-z0-9+^@.,:*_ -]{1,1000}$/, "must be the value of that option in one line of ssh_config"));
const knownHost = zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()
    .max(20_000)
    .regex(/^((@cert-authority|@revoked) +)?[^\s#@]\S* +[a-z0-9@.-]+ +AAAA[A-Za-z0-9+/]+=*( [^\r\n]*)?$/, "must be a line of known_hosts such as `ssh-keyscan web1.example.com` prints: host, type and key");
/** `ssh` of an environment. */
const sshSchema = zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
    "known-hosts": zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(knownHost).max(1_000).prefault([]),
    "known-hosts-from": _domain_values_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .variableName */ .cG.optional(),
    "key-from": _domain_values_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .variableName */ .cG.optional(),
    jump: _transports_ssh_address_js__WEBPACK_IMPORTED_MODULE_3__/* .jumpAddress */ .XO.optional(),
    options: zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej(Object.fromEntries(sshOptionNames.map((name) => [name, sshOption.optional()])))
        .prefault({}),
});
function accountOf({ host }) {
    return { user: host?.user ?? null, become: host?.become ?? null };
}
function sshOptionsOf({ ssh }) {
    return {
        knownHosts: ssh?.["known-hosts"] ?? [],
        knownHostsFrom: ssh?.["known-hosts-from"] ?? null,
        keyFrom: ssh?.["key-from"] ?? null,
        jump: ssh?.jump ?? null,
        options: Object.fromEntries(Object.entries(ssh?.options ?? {}).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))),
    };
}
/** The groups of the hosts that run the application; undefined where they are in none. */
function groupsOf(hosts) {
    const grouped = hosts.flatMap(({ name, role, group }) => role === "router" || !group ? [] : [[name, group]]);
    return grouped.length === 0 ? undefined : Object.fromEntries(grouped);
}
/** What of the groups is not whole: a host in none, a group that is no slot, a slot without hosts. */
function* groupFaults(hosts, { slots, on }) {
    const groups = groupsOf(hosts);
    const known = slots.map((slot) => `\`${slot}\``).join(" or ");
    for (const [index, { name, role, group }] of hosts.entries()) {
        const keys = ["hosts", index, "group"];
        if (group !== undefined && role === "router") {
            const says = `Host \`${name}\` has the role \`router\` and the group \`${(0,_fault_js__WEBPACK_IMPORTED_MODULE_4__/* .shown */ .S)(group)}\`: ` +
                "it runs nothing of the application.";
            yield { keys, says, remedy: "Remove `group`, or `role: router`." };
        }
        else if (groups !== undefined && group === undefined && role === "app") {
            const says = `Host \`${name}\` has no \`group\`, and others have one.`;
            yield {
                keys: ["hosts", index, "name"],
                says,
                remedy: `Set \`group\` to ${known}, or remove it from every host.`,
            };
        }
        else if (group !== undefined && !slots.includes(group)) {
            const says = `Host \`${name}\` has the group \`${(0,_fault_js__WEBPACK_IMPORTED_MODULE_4__/* .shown */ .S)(group)}\`, and there is no slot of that name.`;
            yield { keys, says, remedy: `Set it to ${known}: each group has the slot of its name.` };
        }
        if (groups?.[name] !== undefined && on?.includes(name)) {
            const says = `Host \`${name}\` is of group \`${groups[name]}\`, and \`router.on\` names it.`;
            yield { keys: ["router", "on"], says, remedy: "Name a host with `role: router`, which is of neither group." };
        }
    }
    for (const slot of slots) {
        if (groups === undefined || Object.values(groups).includes(slot))
            continue;
        const says = `Slot \`${slot}\` is on no host: none has \`group: ${slot}\`.`;
        yield {
            keys: ["slots", slot],
            says,
            remedy: `Give a host \`group: ${slot}\`, or remove \`group\` from every host.`,
        };
    }
}
/** The machine that an address leads to, whoever logs in. `local` is that of the runner, which the name tells apart. */
function machineOf({ name, address, port }) {
    if (address === "local")
        return `local ${name}`;
    return `${(0,_transports_ssh_address_js__WEBPACK_IMPORTED_MODULE_3__/* .readSshAddress */ .pn)(address, "without port")?.host.toLowerCase()} ${port ?? 22}`;
}
/** What the parser of one key cannot see: two hosts that are one machine, and settings that nothing carries out. */
function* addressFaults({ hosts, host, ssh }) {
    const machines = hosts.map(machineOf);
    for (const [index, { name, address, port }] of hosts.entries()) {
        const first = hosts[machines.indexOf(machines[index] ?? "")];
        if (first !== undefined && first !== hosts[index] && first.name !== name) {
            const says = `\`${first.name}\` and \`${name}\` are one machine, ` +
                `\`${(0,_fault_js__WEBPACK_IMPORTED_MODULE_4__/* .shown */ .S)(address)}\`${port === undefined ? "" : ` port ${port}`}.`;
            yield { keys: ["hosts", index, "address"], says, remedy: "Name each machine once." };
        }
        if (address === "local" && port !== undefined) {
            const says = `\`port\` is the port of sshd, and \`${name}\` is \`local\`, which is not reached by ssh.`;
            yield { keys: ["hosts", index, "port"], says, remedy: "Remove it, or write `address: user@host`." };
        }
    }
    const remote = hosts.filter(({ address }) => address !== "local");
    if (ssh !== undefined && remote.length === 0) {
        const says = "`ssh` is set, and every host is `local`, which is not reached by ssh.";
        yield { keys: ["ssh"], says, remedy: "Remove it, or write `address: user@host`." };
    }
    if (host?.user !== undefined && remote.every(({ address }) => address.includes("@"))) {
        const says = `\`host.user\` is \`${host.user}\`, and no host is reached as that user.`;
        yield { keys: ["host", "user"], says, remedy: "Remove it, or remove the user from each `address`." };
    }
}


/***/ }),

/***/ 765:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A0: () => (/* binding */ monitoringFaults),
/* harmony export */   Or: () => (/* binding */ monitoringSettings),
/* harmony export */   ss: () => (/* binding */ monitoringOf)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2716);
/* harmony import */ var _domain_values_settings_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(988);
/* harmony import */ var _signals_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7134);



/** The name of an alerting rule, as Prometheus has it: any text on one line. */
const alertName = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
    .trim()
    .regex(/^\P{Cc}{1,200}$/u, "must be the name of an alerting rule");
const monitoring = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    required: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY().prefault(false),
    /** Each page of `dashboards` has to answer. */
    dashboards: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY().prefault(false),
    /** Alerting rules that Prometheus has to have. */
    alerts: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(alertName).max(50, "must be at most 50").prefault([]),
    /** Absent: that of `signals`. */
    prometheus: zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ url: _signals_js__WEBPACK_IMPORTED_MODULE_1__/* .prometheusUrl */ .C, "headers-from": _domain_values_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .variableName */ .cG.optional() }).optional(),
})
    .refine(({ dashboards, alerts }) => dashboards || alerts.length > 0, {
    error: "must ask for something: `dashboards: true`, or `alerts` with the names of alerting rules",
});
const monitoringSettings = { monitoring: monitoring.optional() };
function monitoringOf({ monitoring: given, signals }) {
    if (given === undefined)
        return null;
    const from = given.prometheus ?? signals.prometheus;
    return {
        ...{ required: given.required, dashboards: given.dashboards, alerts: given.alerts },
        prometheus: from === undefined ? null : { url: from.url, headersFrom: from["headers-from"] ?? null },
    };
}
/** What is asked for and nothing could answer. */
function* monitoringFaults({ monitoring: given, signals, dashboards, }) {
    if (given === undefined)
        return;
    if (given.dashboards && Object.keys(dashboards).length === 0) {
        const says = "It asks for the dashboards of the environment, which has none.";
        yield { keys: ["monitoring", "dashboards"], says, remedy: "Name them under `dashboards`, or remove this." };
    }
    if (given.alerts.length > 0 && given.prometheus === undefined && signals.prometheus === undefined) {
        const says = "It names alerting rules, and no Prometheus that could have them.";
        const remedy = "Name it under `monitoring.prometheus`, such as `{url: http://prometheus.internal:9090}`.";
        yield { keys: ["monitoring", "alerts"], says, remedy };
    }
}


/***/ }),

/***/ 831:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  R: () => (/* binding */ fileSchemaOf)
});

// UNUSED EXPORTS: settingsJsonSchema

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 8 modules
var schemas = __nccwpck_require__(2716);
// EXTERNAL MODULE: ./build/src/domain/values/settings.js
var settings = __nccwpck_require__(988);
;// CONCATENATED MODULE: ./build/src/announce/marker.js

/** What a tool that marks deployments is notified of: that another release serves. */
const markedEvents = ["success", "rollback"];
/** Why a marker cannot be set where nothing says which release serves. */
const nothingToMark = "it is unknown which version serves";
/** How a tool knows a release: what the application itself reports to it. */
function revisionAs(usual) {
    return schemas/* enum */.k5n(["version", "sha", "app-version"])
        .default(usual)
        .describe("what the application reports as its release: `version`, `app-version` such as `shop@1.1.0`, or `sha`");
}
/**
 * The release that serves now, as the tool knows it; null when it is unknown. The commit of a release before this one
 * is not on record: after a rollback, its version stands for it.
 */
function revisionOf({ event, app, serves, sha }, as) {
    if (as === "sha" && event === "success")
        return sha;
    if (serves === null)
        return null;
    return (as === "app-version" ? `${app}@${serves}` : serves).toWellFormed();
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: ./build/src/announce/news.js

/**
 * What is announced of a deployment. `rollback-refused`: a rollback that ended before its first change. `hold`: the
 * watch came to no verdict, and a person decides. `failed`: production was changed, and what serves there is not as
 * wanted or unknown. `not-deployed`: nothing was changed.
 */
const announcedEvents = [
    "start",
    "success",
    "rollback",
    "rollback-failed",
    "rollback-refused",
    "hold",
    "failed",
    "not-deployed",
];
/** The names of a deployment and of one of its events. */
function keysOf(doer, event) {
    const deployment = [doer.runId, doer.runAttempt, doer.stage, doer.environment].join("-");
    return { event, key: `${deployment}-${event}`, deployment };
}
/** A name for services that take few characters: the same for the same text, and no other's. */
function shortKey(text) {
    return (0,external_node_crypto_.createHash)("sha256").update(text).digest("hex").slice(0, 16);
}

;// CONCATENATED MODULE: ./build/src/announce/notifier.js



function defineNotifier(of) {
    const { type, name, reaches, on: usual, events = announcedEvents, keys, requests } = of;
    const own = schemas/* object */.Ikc(keys);
    const common = {
        on: schemas/* array */.YOg(schemas/* enum */.k5n(events))
            .min(1, "must name at least one event")
            .default([...usual]),
        environments: schemas/* array */.YOg(schemas/* string */.YjP().min(1)).min(1, "must name at least one environment").optional(),
        required: schemas/* boolean */.zMY().default(false),
    };
    const settings = schemas/* strictObject */.rej({ type: schemas/* literal */.euz(type), ...common, ...keys })
        .transform((given, context) => {
        const { on, environments = null, required } = given;
        if (required && !on.includes("start")) {
            const message = "needs `start` in `on`: it is the start that has to be accepted";
            context.addIssue({ code: "custom", path: ["required"], message });
        }
        const mine = given;
        const variables = Object.entries(mine).flatMap(([key, value]) => key.endsWith("-from") && typeof value === "string" ? [value] : []);
        return {
            ...{ type, name, reaches, on, environments, required, variables },
            requests: (news, secret) => requests(mine, news, secret),
        };
    });
    return { type, name, on: usual, keys, settings };
}
/** The name of an environment variable, with what it holds. */
function variable(holds) {
    return settings/* variableName */.cG.describe(`name of the environment variable that has ${holds}`);
}
/**
 * The address of a service that has more than one, and the usual one, if any: scheme, host, and a path before the API's
 * own.
 */
function serviceUrl(usual) {
    const address = schemas/* string */.YjP()
        .max(300)
        .refine((text) => {
        if (!URL.canParse(text))
            return false;
        const { protocol, username, search, hash } = new URL(text);
        return /^https?:$/.test(protocol) && username === "" && search === "" && hash === "";
    }, "must be http or https with a host, such as `https://grafana.example.com`")
        .transform((text) => text.replace(/\/+$/, ""));
    return usual === null ? address : address.prefault(usual);
}

;// CONCATENATED MODULE: ./build/src/announce/appsignal.js



/** AppSignal, by its deploy markers (docs.appsignal.com, "Create a deploy marker"). It cannot be asked what it has. */
const appsignal = defineNotifier({
    type: "appsignal",
    name: "AppSignal",
    reaches: "tools",
    on: markedEvents,
    events: markedEvents,
    keys: {
        "key-from": variable("the push API key"),
        name: schemas/* string */.YjP()
            .min(1)
            .max(100)
            .describe("name of the application in AppSignal, that of the application unless given")
            .optional(),
        "release-as": revisionAs("sha"),
    },
    *requests(given, news, secret) {
        const revision = revisionOf(news, given["release-as"]);
        if (revision === null)
            return nothingToMark;
        const url = new URL("https://push.appsignal.com/1/markers");
        url.searchParams.set("api_key", secret(given["key-from"]));
        url.searchParams.set("name", given.name ?? news.app);
        url.searchParams.set("environment", news.environment);
        yield {
            method: "POST",
            url: url.href,
            body: { json: { revision, repository: news.repository, user: news.actor } },
        };
        return undefined;
    },
});

;// CONCATENATED MODULE: ./build/src/announce/texts.js
/** Longest sentence that is announced: what a server said may stand in it. */
const longest = 900;
const tones = {
    start: "neutral",
    success: "good",
    rollback: "warning",
    "rollback-failed": "bad",
    "rollback-refused": "warning",
    hold: "warning",
    failed: "bad",
    "not-deployed": "warning",
};
/** The text for a team. */
function textOf(news) {
    const { event, environment, version, serves, sha, actor, url } = news;
    const facts = [
        ["Environment", environment],
        ["Version", version],
        ["Serves now", event === "start" || serves === version ? null : serves],
        ["Commit", sha.slice(0, 12)],
        ["Started by", actor],
        ["Address", url],
    ];
    return {
        tone: tones[event],
        title: cut(oneLine(titleOf(news)), 140),
        says: cut(oneLine(news.says), longest),
        facts: facts.flatMap(([label, value]) => (value ? [[label, cut(oneLine(value), 200)]] : [])),
    };
}
function titleOf({ event, app, version, environment }) {
    const release = `${app} ${version ?? ""}`.trim();
    const titles = {
        start: `Deployment of ${release} to ${environment} has started`,
        success: `${release} runs on ${environment}`,
        rollback: `${release} was rolled back on ${environment}`,
        "rollback-failed": `Rollback failed on ${environment} (${release}): look at it now`,
        "rollback-refused": `Rollback of ${release} on ${environment} did not take place: nothing was changed`,
        hold: `${release} on ${environment} is on hold: a person decides`,
        failed: `Deployment of ${release} to ${environment} failed: look at it now`,
        "not-deployed": `${release} was not deployed to ${environment}`,
    };
    return titles[event];
}
/** Text from outside on one line, without characters that control a terminal, hide or turn text around. */
function oneLine(text) {
    return text
        .toWellFormed()
        .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
        .replaceAll(/[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "")
        .trim();
}
/** At most so many characters, and no half of one. */
function cut(text, most) {
    return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}

;// CONCATENATED MODULE: ./build/src/announce/status-page.js




/** An id of a page or a component, as status pages make them. */
const pageId = schemas/* string */.YjP().regex(/^[A-Za-z0-9_-]{1,64}$/, "must be an id: letters, digits, `_` and `-`");
/** What a status page hears of: for the public, a rollback that did not take place is no event. */
const pageEvents = announcedEvents.filter((one) => one !== "rollback-refused");
/** Keys that status pages share. */
const pageKeys = {
    incidents: schemas/* boolean */.zMY()
        .default(false)
        .describe("`true` opens an incident where a rollback failed, and resolves it once all is well again"),
};
/** Keys of the pages that a service keeps, behind its API. */
const servicePageKeys = {
    page: pageId.describe("id of the page"),
    "token-from": variable("the API key"),
    components: schemas/* array */.YOg(pageId).max(50).default([]).describe("ids of the components that are under maintenance"),
    "notify-subscribers": schemas/* boolean */.zMY().default(false).describe("`true` notifies the subscribers of the page"),
    ...pageKeys,
};
/**
 * A deployment is a maintenance from its start to its end. What a person has to look at is an incident where the
 * settings want that; else the maintenance goes on.
 */
function pageChangeOf(event, incidents) {
    switch (event) {
        case "start":
            return { maintenance: "open", incident: "leave" };
        case "success":
        case "rollback":
            return { maintenance: "close", incident: "close" };
        case "not-deployed":
            return { maintenance: "close", incident: "leave" };
        case "hold":
        case "rollback-refused":
            return { maintenance: "update", incident: "leave" };
        default:
            return incidents ? { maintenance: "close", incident: "open" } : { maintenance: "update", incident: "leave" };
    }
}
/** The text for the public: what users notice, without causes, names or addresses of the inside. */
function publicTextOf({ event, app, version }) {
    const release = harmless(`${app} ${version ?? ""}`);
    const wrong = `A deployment of ${harmless(app)} did not go as planned. We are looking into it.`;
    const texts = {
        start: `${release} is being deployed.`,
        success: `${release} was deployed. All is well.`,
        rollback: `The deployment of ${release} was reversed. The version before it serves again.`,
        "rollback-failed": wrong,
        "rollback-refused": `${release} is as it was before. Nothing was changed.`,
        hold: `${release} was deployed, and is being observed.`,
        failed: wrong,
        "not-deployed": `The deployment of ${release} did not take place. Nothing was changed.`,
    };
    return cut(texts[event], 900);
}
/** The name of the maintenance, or of the incident: the same for all deployments to an environment. */
function pageTitleOf({ app, environment }, of) {
    const where = `${harmless(app)} (${harmless(environment)})`;
    return cut(of === "maintenance" ? `Deployment of ${where}` : `Disruption of ${where}`, 140);
}
/** What names and versions consist of: nothing that a page, whichever markup it reads, takes for more than text. */
function harmless(text) {
    return oneLine(text.replaceAll(/[^\p{L}\p{N} ._+@/-]/gu, " ").replaceAll(/ +/g, " "));
}

;// CONCATENATED MODULE: ./build/src/announce/cstate.js



/**
 * cState (github.com/cstate/cstate), a status page of Hugo: the content file of an issue, for a workflow to commit. A
 * deployment has one file, which is written whole at its start and at its end.
 */
const cstate = defineNotifier({
    type: "cstate",
    name: "The cState file",
    reaches: "tools",
    on: pageEvents,
    events: pageEvents,
    keys: {
        affected: schemas/* array */.YOg(schemas/* string */.YjP().regex(/^[^\p{Cc}]{1,100}$/u, "must be the name of a system of the page"))
            .max(50)
            .default([])
            .describe("names of the systems that are affected, as in the page's `config.yml`"),
        ...pageKeys,
    },
    *requests(given, news) {
        const { maintenance, incident } = pageChangeOf(news.event, given.incidents);
        const resolved = maintenance === "close" && incident !== "open";
        const lines = [
            "---",
            `title: ${JSON.stringify(pageTitleOf(news, incident === "open" ? "incident" : "maintenance"))}`,
            `date: ${day(news.startedAt)}`,
            `resolved: ${resolved}`,
            ...(resolved ? [`resolvedWhen: ${day(news.at)}`] : []),
            `severity: ${incident === "open" ? "down" : "notice"}`,
            `affected: ${JSON.stringify(given.affected)}`,
            "section: issue",
            "---",
            "",
            escaped(publicTextOf(news)),
            "",
        ];
        yield { write: `cstate/${fileName(news)}`, text: lines.join("\n") };
        return undefined;
    },
});
/** As cState's own examples have it, in UTC. */
function day(iso) {
    return iso.slice(0, 19).replace("T", " ");
}
function fileName({ startedAt, app, deployment }) {
    const plain = `${app}-${deployment}`.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
    return `${startedAt.slice(0, 10)}-${plain.slice(0, 120)}.md`;
}
/** Without Markdown, HTML and Hugo's shortcodes. */
function escaped(text) {
    return text.replaceAll(/[\\`*_{}[\]<>()#+!|~&-]/g, "\\$&");
}

;// CONCATENATED MODULE: ./build/src/announce/discord.js



const colours = { neutral: 0x57606a, good: 0x1a7f37, warning: 0xbf8700, bad: 0xcf222e };
/**
 * Discord, by a webhook (discord.com/developers/docs/resources/webhook#execute-webhook) with an embed. Nobody is
 * mentioned, whatever a text says; `wait` makes Discord answer once the message is kept.
 */
const discord = defineNotifier({
    type: "discord",
    name: "Discord",
    reaches: "people",
    on: announcedEvents,
    keys: { "url-from": variable("the address of the webhook") },
    *requests(given, news, secret) {
        const { title, says, facts, tone } = textOf(news);
        const embed = {
            title: cut(discord_escaped(title), 256),
            ...(says === "" ? {} : { description: cut(discord_escaped(says), 4_096) }),
            ...(URL.canParse(news.run) ? { url: news.run } : {}),
            color: colours[tone],
            fields: facts.map(([name, value]) => ({ name, value: cut(discord_escaped(value), 1_024), inline: true })),
            timestamp: news.at,
        };
        yield {
            method: "POST",
            url: waiting(secret(given["url-from"])),
            body: { json: { embeds: [embed], allowed_mentions: { parse: [] } } },
        };
        return undefined;
    },
});
/** The address with `wait=true` among what it has already, such as a thread. */
function waiting(address) {
    if (!URL.canParse(address))
        return address;
    const url = new URL(address);
    url.searchParams.set("wait", "true");
    return url.href;
}
/** Without Markdown, mentions and links of Discord. */
function discord_escaped(text) {
    return text.replaceAll(/[\\*_~`|<>[\]()#:@-]/g, "\\$&").replaceAll(/@(everyone|here)/g, "@\u200b$1");
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./build/src/announce/send.js

/** An announcement is tried this often, and for this long in all; nothing waits for it longer. */
const tries = 5;
const limitMs = 60_000;
/** One request. */
const requestMs = 10_000;
/** The pause after the first try; it doubles. */
const pauseMs = 500;
/**
 * Announces to one receiver. 429, 5xx and no answer are tried again with back-off, no sooner than `Retry-After` says,
 * and within a minute in all. What failed is said by its kind alone: an address or an answer may hold a secret.
 */
async function announceTo(to, news, world) {
    const unset = to.variables.find((name) => (world.secret(name) ?? "").trim() === "");
    if (unset !== undefined) {
        return {
            verdict: "error",
            reason_code: "not_configured",
            says: `The environment variable \`${unset}\` is not set.`,
            remedy: `Pass the secret to this step under \`env:\`, or remove \`${news.event}\` from \`on\`.`,
            facts: factsOf(to, news, 0),
        };
    }
    const until = world.clock.ticks() + limitMs;
    for (let count = 1;; count += 1) {
        const tried = await attempt(to, news, { world, until });
        if (tried.ok) {
            const again = count === 1 ? "" : ` at try ${count}`;
            const says = `${to.name} accepted the announcement of \`${news.event}\`${again}.`;
            return { verdict: "pass", reason_code: "passed", says, facts: factsOf(to, news, count) };
        }
        const wait = Math.max(tried.afterMs, pauseMs * 2 ** (count - 1));
        const late = world.clock.ticks() + wait >= until;
        if (!tried.again || count === tries || late) {
            const limit = tried.again && late && count < tries ? `, and ${limitMs / 1_000} s are the limit` : "";
            return {
                verdict: "fail",
                reason_code: "not_delivered",
                says: `${to.name} ${tried.did} (try ${count} of ${tries}${limit}).`,
                remedy: `Check ${listed(to.variables)} and the settings of \`${to.type}\` in \`notify\`.`,
                facts: factsOf(to, news, count),
            };
        }
        await world.clock.sleep(wait);
    }
}
function listed(variables) {
    return variables.length === 0 ? "the disk" : variables.map((name) => `\`${name}\``).join(", ");
}
/** What was announced to whom, for a later run that must not say it twice. */
function factsOf({ type, variables }, { event, key }, count) {
    return { receiver: [type, ...variables].join(" "), event, key, tries: count };
}
/** One try. Whatever goes wrong in it is a failure of the announcement alone; its text may hold a secret. */
function attempt(to, news, at) {
    return delivered(to, news, at).catch((error) => send_final(`could not be asked: ${error instanceof Error ? error.name : "an unexpected fault"}`));
}
async function delivered(to, news, { world, until }) {
    const secret = (name) => (world.secret(name) ?? "").replace(/[\r\n]+$/, "");
    const requests = to.requests(news, secret);
    let answer = { status: 0, body: "" };
    for (let sent = 0;; sent += 1) {
        const next = requests.next(answer);
        if (next.done === true)
            return next.value === undefined ? { ok: true, sent } : send_final(`was not asked: ${next.value}`);
        if ("write" in next.value) {
            const fault = await written(next.value, world);
            if (fault !== null)
                return fault;
            continue;
        }
        const unfit = unfitFor(next.value);
        if (unfit !== null)
            return send_final(`was not asked: ${unfit}`);
        const limit = Math.max(1, Math.min(requestMs, until - world.clock.ticks()));
        const got = await world.http.request(httpRequest(next.value, limit));
        const judged = judge(next.value, got, world.clock.now());
        if ("ok" in judged)
            return judged;
        answer = judged;
    }
}
function send_final(did) {
    return { ok: false, did, again: false, afterMs: 0 };
}
async function written({ write, text }, { files, folder }) {
    try {
        await files.write(join(folder, write), text);
        return null;
    }
    catch {
        return send_final(`file ${write} could not be written`);
    }
}
/** What of a request cannot be sent; its values are not repeated. */
function unfitFor({ url, headers = {} }) {
    if (!URL.canParse(url.trim()) || !/^https?:$/.test(new URL(url.trim()).protocol))
        return "its address does not begin with https:// or http://";
    const held = Object.entries(headers).find(([, value]) => /[^\x20-\x7e]/.test(value));
    return held === undefined ? null : `the value for the header \`${held[0]}\` has characters that no header takes`;
}
function httpRequest({ method, url, headers, body }, limitMs) {
    const [text, type] = body === undefined || typeof body === "string"
        ? [body, "application/json"]
        : "json" in body
            ? [JSON.stringify(body.json), "application/json"]
            : [new URLSearchParams(body.form).toString(), "application/x-www-form-urlencoded"];
    const sent = text === undefined ? {} : { body: text };
    const typed = text === undefined ? {} : { "content-type": type };
    return {
        method,
        url: url.trim(),
        headers: { accept: "application/json", ...typed, ...headers },
        ...sent,
        limitMs,
        proxied: true,
    };
}
/** The answer that the next request is made from, or how the try ended. */
function judge(request, got, now) {
    if (!got.answered) {
        const kind = /\bE[A-Z_]{3,}\b/.exec(got.why)?.[0];
        return { ok: false, did: `did not answer${kind === undefined ? "" : `, ${kind}`}`, again: true, afterMs: 0 };
    }
    const { status, body } = got;
    const accepted = (status >= 200 && status < 300) || (request.also ?? []).includes(status);
    const wrong = accepted ? (request.judge?.({ status, body }) ?? null) : wordOf(body);
    if (accepted && wrong === null)
        return { status, body };
    const did = `answered ${status}${wrong === null ? "" : ` (${wrong})`}`;
    const again = status === 429 || status >= 500;
    return { ok: false, did, again, afterMs: again ? retryAfterMs(got.headers["retry-after"], now) : 0 };
}
/** `Retry-After`: seconds, or a day and time. */
function retryAfterMs(header, now) {
    if (header === undefined)
        return 0;
    if (/^\d{1,6}(\.\d{1,6})?$/.test(header.trim()))
        return Number(header) * 1_000;
    const at = Date.parse(header);
    return Number.isNaN(at) ? 0 : Math.max(0, at - now.getTime());
}
/** The word that a service gives for a fault, such as Slack's `channel_is_archived`; nothing else is repeated. */
function wordOf(body) {
    const word = body.trim();
    return /^[a-z]+(_[a-z]+)+$/.test(word) && word.length <= 40 ? word : null;
}
/** JSON of an answer by its schema; null where it is not as the service publishes it. */
function readAnswer(schema, { body }) {
    try {
        const parsed = schema.safeParse(JSON.parse(body));
        return parsed.success ? parsed.data : null;
    }
    catch {
        return null;
    }
}
/** Judges an answer that has to be JSON of this schema. */
function asPublished(schema) {
    return (answer) => (readAnswer(schema, answer) === null ? "not as its API is published" : null);
}

;// CONCATENATED MODULE: ./build/src/announce/grafana.js





const found = schemas/* array */.YOg(schemas/* object */.Ikc({ id: schemas/* number */.aig() }));
/**
 * Grafana, by an annotation (grafana.com/docs, HTTP API, Annotations) from the start of the deployment to its end. It
 * is looked for by its tag before it is made.
 */
const grafana = defineNotifier({
    type: "grafana",
    name: "Grafana",
    reaches: "tools",
    on: ["success", "rollback", "rollback-failed", "hold", "failed"],
    keys: {
        url: serviceUrl(null).describe("address of Grafana"),
        "token-from": variable("the token of a service account that may write annotations"),
        tags: schemas/* array */.YOg(schemas/* string */.YjP().regex(/^[^\p{Cc}]{1,50}$/u, "must be a tag of 1 to 50 characters"))
            .max(20)
            .default([])
            .describe("tags beside `deploy`, the application, the environment and the event"),
        dashboard: schemas/* string */.YjP()
            .regex(/^[A-Za-z0-9_-]{1,40}$/, "must be the uid of a dashboard")
            .describe("uid of the one dashboard that shows it, all unless given")
            .optional(),
    },
    *requests(given, news, secret) {
        const headers = { authorization: `Bearer ${secret(given["token-from"])}` };
        const annotations = `${given.url}/api/annotations`;
        const mine = `phoenix-deploy:${shortKey(news.key)}`;
        const asked = `${annotations}?type=annotation&limit=1&tags=${encodeURIComponent(mine)}`;
        const answer = yield { method: "GET", url: asked, headers, judge: asPublished(found) };
        if ((readAnswer(found, answer)?.length ?? 0) > 0)
            return undefined;
        const { title, says } = textOf(news);
        const link = URL.canParse(news.run) ? ` <a href="${grafana_escaped(news.run)}">Run</a>` : "";
        const annotation = {
            time: news.event === "start" ? Date.parse(news.at) : Date.parse(news.startedAt),
            timeEnd: Date.parse(news.at),
            tags: [...new Set(["deploy", news.app, news.environment, news.event, mine, ...given.tags])],
            text: `${grafana_escaped(title)}. ${grafana_escaped(says)}${link}`,
            ...(given.dashboard === undefined ? {} : { dashboardUID: given.dashboard }),
        };
        yield { method: "POST", url: annotations, headers, body: { json: annotation } };
        return undefined;
    },
});
/** Grafana shows the text of an annotation as HTML. */
function grafana_escaped(text) {
    return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

;// CONCATENATED MODULE: ./build/src/announce/honeybadger.js


/** Honeybadger, by its deploys (docs.honeybadger.io/api/reporting-deployments). It cannot be asked what it has. */
const honeybadger = defineNotifier({
    type: "honeybadger",
    name: "Honeybadger",
    reaches: "tools",
    on: markedEvents,
    events: markedEvents,
    keys: {
        "key-from": variable("the project's API key"),
        "release-as": revisionAs("sha"),
        url: serviceUrl("https://api.honeybadger.io").describe("address of its API"),
    },
    *requests(given, news, secret) {
        const revision = revisionOf(news, given["release-as"]);
        if (revision === null)
            return nothingToMark;
        yield {
            method: "POST",
            url: `${given.url}/v1/deploys`,
            body: {
                form: {
                    api_key: secret(given["key-from"]),
                    "deploy[environment]": news.environment,
                    "deploy[revision]": revision,
                    "deploy[repository]": `${originOf(news.run)}/${news.repository}`,
                    "deploy[local_username]": news.actor,
                },
            },
        };
        return undefined;
    },
});
/** GitHub's own address, which the run is at. */
function originOf(run) {
    return URL.canParse(run) ? new URL(run).origin : "https://github.com";
}

;// CONCATENATED MODULE: ./build/src/announce/instatus.js




const instatus_listed = schemas/* array */.YOg(schemas/* object */.Ikc({ id: schemas/* string */.YjP(), name: schemas/* string */.YjP(), status: schemas/* string */.YjP() }));
/**
 * Instatus, by its API (instatus.com/help/api). It keeps no data of others, so that what was opened is found again by
 * its name, which names the application and the environment.
 */
const instatus = defineNotifier({
    type: "instatus",
    name: "Instatus",
    reaches: "tools",
    on: pageEvents,
    events: pageEvents,
    keys: servicePageKeys,
    *requests(given, news, secret) {
        const page = {
            news,
            url: `https://api.instatus.com/v1/${given.page}`,
            headers: { authorization: `Bearer ${secret(given["token-from"])}` },
            components: given.components,
            notify: given["notify-subscribers"],
        };
        const { maintenance, incident } = pageChangeOf(news.event, given.incidents);
        const statuses = { open: "INPROGRESS", update: "VERIFYING", close: "COMPLETED" };
        yield* change(page, {
            of: "maintenance",
            open: maintenance === "open" ? { start: news.at, duration: 60 } : null,
            ended: "COMPLETED",
            status: statuses[maintenance],
            health: maintenance === "close" ? "OPERATIONAL" : "UNDERMAINTENANCE",
        });
        if (incident === "leave")
            return undefined;
        yield* change(page, {
            of: "incident",
            open: incident === "open" ? { started: news.at } : null,
            ended: "RESOLVED",
            status: incident === "open" ? "INVESTIGATING" : "RESOLVED",
            health: incident === "open" ? "MAJOROUTAGE" : "OPERATIONAL",
        });
        return undefined;
    },
});
/** One thing of the page: updated where it is there, else opened where it is to be. */
function* change({ news, url, headers, components, notify }, to) {
    const all = `${url}/${to.of}s`;
    const answer = yield { method: "GET", url: `${all}?page=1&per_page=100`, headers, judge: asPublished(instatus_listed) };
    const name = pageTitleOf(news, to.of);
    const found = readAnswer(instatus_listed, answer)?.find((one) => one.name === name && one.status !== to.ended);
    const statuses = components.map((id) => ({ id, status: to.health }));
    const common = { message: publicTextOf(news), components, status: to.status, notify, statuses };
    if (found !== undefined) {
        const updates = `${all}/${encodeURIComponent(found.id)}/${to.of}-updates`;
        yield { method: "POST", url: updates, headers, body: { json: { ...common, started: news.at } } };
    }
    else if (to.open !== null) {
        yield { method: "POST", url: all, headers, body: { json: { name, ...common, ...to.open } } };
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/src/announce/sentry.js





const slug = schemas/* string */.YjP().regex(/^[a-z0-9_-]{1,100}$/, "must be a slug: lower-case letters, digits, `_` and `-`");
/** The deploys of a release, as the API lists them. */
const deploys = schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP().nullish() }));
/**
 * Sentry, by its API (docs.sentry.io/api/releases): the release, which Sentry keeps once, and a deploy of it, which is
 * looked for by its name before it is made.
 */
const sentry = defineNotifier({
    type: "sentry",
    name: "Sentry",
    reaches: "tools",
    on: markedEvents,
    events: markedEvents,
    keys: {
        "token-from": variable("the auth token, with the scope `project:releases`"),
        organization: slug.describe("slug of the organization"),
        projects: schemas/* array */.YOg(slug).min(1, "must name at least one project").max(50).describe("slugs of the projects"),
        "release-as": revisionAs("app-version"),
        url: serviceUrl("https://sentry.io").describe("address of Sentry"),
    },
    *requests(given, news, secret) {
        const version = revisionOf(news, given["release-as"]);
        if (version === null)
            return nothingToMark;
        const headers = { authorization: `Bearer ${secret(given["token-from"])}` };
        const releases = `${given.url}/api/0/organizations/${given.organization}/releases/`;
        const of = `${releases}${encodeURIComponent(version)}/deploys/`;
        const name = `phoenix-deploy ${shortKey(news.key)}`;
        yield { method: "POST", url: releases, headers, body: { json: { version, projects: given.projects } } };
        const answer = yield { method: "GET", url: of, headers, judge: asPublished(deploys) };
        if (readAnswer(deploys, answer)?.some((deploy) => deploy.name === name))
            return undefined;
        const deploy = { environment: news.environment, name, dateStarted: news.startedAt, dateFinished: news.at };
        const linked = URL.canParse(news.run) ? { url: news.run } : {};
        yield { method: "POST", url: of, headers, body: { json: { ...deploy, ...linked, projects: given.projects } } };
        return undefined;
    },
});

;// CONCATENATED MODULE: ./build/src/announce/slack.js



/**
 * Slack, by an incoming webhook (docs.slack.dev/messaging/sending-messages-using-incoming-webhooks) with blocks. Text
 * from outside is `plain_text`, which has no mentions and no formatting.
 */
const slack = defineNotifier({
    type: "slack",
    name: "Slack",
    reaches: "people",
    on: announcedEvents,
    keys: { "url-from": variable("the address of the incoming webhook") },
    *requests(given, news, secret) {
        const { title, says, facts } = textOf(news);
        const blocks = [
            { type: "header", text: plain(title, 150) },
            ...(says === "" ? [] : [{ type: "section", text: plain(says, 3_000) }]),
            { type: "section", fields: facts.map(([label, value]) => plain(`${label}: ${value}`, 2_000)) },
            { type: "context", elements: [{ type: "mrkdwn", text: `<${slack_link(news.run)}|Run>` }] },
        ];
        yield {
            method: "POST",
            url: secret(given["url-from"]),
            body: { json: { text: slack_escaped(title), blocks } },
            judge: ({ body }) => (body.trim() === "ok" ? null : "not `ok`"),
        };
        return undefined;
    },
});
/** Within Slack's limit, which counts what is escaped: a longer text loses the whole message. */
function plain(text, most) {
    let kept = text;
    while (slack_escaped(kept).length > most)
        kept = cut(text, Math.floor(kept.length * 0.9));
    return { type: "plain_text", text: slack_escaped(kept), emoji: false };
}
/** Slack's three control characters, as its documentation says. */
function slack_escaped(text) {
    return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
/** An address within `<…|…>`. */
function slack_link(url) {
    return slack_escaped(url.replaceAll("|", "%7C").replaceAll(" ", "%20"));
}

;// CONCATENATED MODULE: ./build/src/announce/statuspage.js




/** Of an incident or a maintenance, as the API lists them. */
const statuspage_listed = schemas/* array */.YOg(schemas/* object */.Ikc({ id: schemas/* string */.YjP(), metadata: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()).nullish() }));
/**
 * Statuspage of Atlassian, by its API (developer.statuspage.io). What was opened is found again by its metadata, which
 * names the application and the environment, so that it is updated and never opened twice.
 */
const statuspage = defineNotifier({
    type: "statuspage",
    name: "Statuspage",
    reaches: "tools",
    on: pageEvents,
    events: pageEvents,
    keys: servicePageKeys,
    *requests(given, news, secret) {
        const page = {
            news,
            incidents: `https://api.statuspage.io/v1/pages/${given.page}/incidents`,
            headers: { authorization: `OAuth ${secret(given["token-from"])}` },
            components: given.components,
            deliver: given["notify-subscribers"],
        };
        const { maintenance, incident } = pageChangeOf(news.event, given.incidents);
        const at = Date.parse(news.at);
        const window = { scheduled_for: iso(at), scheduled_until: iso(at + 3_600_000), scheduled_auto_completed: false };
        const statuses = { open: "in_progress", update: "verifying", close: "completed" };
        yield* statuspage_change(page, {
            list: "active_maintenance",
            open: maintenance === "open" ? { name: pageTitleOf(news, "maintenance"), ...window } : null,
            known: { status: statuses[maintenance] },
            health: maintenance === "close" ? "operational" : "under_maintenance",
        });
        if (incident === "leave")
            return undefined;
        yield* statuspage_change(page, {
            list: "unresolved",
            open: incident === "open" ? { name: pageTitleOf(news, "incident"), impact_override: "major" } : null,
            known: { status: incident === "open" ? "investigating" : "resolved" },
            health: incident === "open" ? "major_outage" : "operational",
        });
        return undefined;
    },
});
/** One thing of the page: updated where it is there, else opened where it is to be. */
function* statuspage_change(page, to) {
    const { news, incidents, headers, components, deliver } = page;
    const answer = yield { method: "GET", url: `${incidents}/${to.list}`, headers, judge: asPublished(statuspage_listed) };
    const mine = JSON.stringify(marksOf(news));
    const found = readAnswer(statuspage_listed, answer)?.find(({ metadata }) => JSON.stringify(metadata?.["phoenix-deploy"]) === mine);
    const health = Object.fromEntries(components.map((id) => [id, to.health]));
    const affected = components.length === 0 ? {} : { components: health, component_ids: components };
    const common = { ...to.known, ...affected, body: publicTextOf(news), deliver_notifications: deliver };
    const request = (method, url, incident) => ({
        ...{ method, url, headers, body: { json: { incident } } },
    });
    if (found !== undefined)
        yield request("PATCH", `${incidents}/${encodeURIComponent(found.id)}`, common);
    else if (to.open !== null)
        yield request("POST", incidents, { ...to.open, ...common, metadata: { "phoenix-deploy": marksOf(news) } });
    return undefined;
}
function marksOf({ app, environment }) {
    return { app, environment };
}
function iso(ms) {
    return new Date(ms).toISOString();
}

;// CONCATENATED MODULE: ./build/src/announce/teams.js



const teams_colours = { neutral: "default", good: "good", warning: "warning", bad: "attention" };
/**
 * Microsoft Teams, by a webhook of Workflows ("When a Teams webhook request is received") with an Adaptive Card 1.4
 * (adaptivecards.io). All text is in `TextRun`s, which have no Markdown, mentions or links.
 */
const teams = defineNotifier({
    type: "teams",
    name: "Microsoft Teams",
    reaches: "people",
    on: announcedEvents,
    keys: { "url-from": variable("the address of the workflow") },
    *requests(given, news, secret) {
        const { title, says, facts, tone } = textOf(news);
        const heading = { type: "TextRun", text: teams_plain(title), weight: "bolder", size: "large", color: teams_colours[tone] };
        const lines = facts.map(([label, value]) => [
            { type: "TextRun", text: `${label}: `, isSubtle: true },
            { type: "TextRun", text: teams_plain(value) },
        ]);
        const card = {
            $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
            type: "AdaptiveCard",
            version: "1.4",
            body: [
                { type: "RichTextBlock", inlines: [heading] },
                ...(says === "" ? [] : [{ type: "RichTextBlock", inlines: [{ type: "TextRun", text: teams_plain(says) }] }]),
                ...lines.map((inlines) => ({ type: "RichTextBlock", spacing: "small", inlines })),
            ],
            ...(URL.canParse(news.run) ? { actions: [{ type: "Action.OpenUrl", title: "Run", url: news.run }] } : {}),
        };
        const attachment = { contentType: "application/vnd.microsoft.card.adaptive", contentUrl: null, content: card };
        yield {
            method: "POST",
            url: secret(given["url-from"]),
            body: { json: { type: "message", attachments: [attachment] } },
        };
        return undefined;
    },
});
/** Without what a card fills in by itself: `{{DATE(…)}}` and `${…}`. */
function teams_plain(text) {
    return text.replaceAll("{{", "{ {").replaceAll("${", "$ {");
}

;// CONCATENATED MODULE: ./build/src/announce/webhook.js



/**
 * Any receiver: JSON, signed with HMAC-SHA256 over the raw body (`X-Phoenix-Deploy-Signature: sha256=<hex>`). The body
 * repeats the delivery and the time of the headers, so that the signature covers them.
 */
const webhook = defineNotifier({
    type: "webhook",
    name: "The webhook",
    reaches: "people",
    on: announcedEvents,
    keys: {
        "url-from": variable("the address"),
        "secret-from": variable("the signing secret, without which the body is not signed").optional(),
    },
    *requests(given, news, secret) {
        const { key, at, startedAt, ...payload } = news;
        const delivery = key.replaceAll(/[^\x21-\x7e]/g, "-");
        const body = JSON.stringify({ delivery, timestamp: at, ...payload, started_at: startedAt });
        const signing = given["secret-from"];
        const signature = signing === undefined ? null : (0,external_node_crypto_.createHmac)("sha256", secret(signing)).update(body).digest("hex");
        yield {
            method: "POST",
            url: secret(given["url-from"]),
            body,
            headers: {
                "x-phoenix-deploy-delivery": delivery,
                "x-phoenix-deploy-timestamp": at,
                ...(signature === null ? {} : { "x-phoenix-deploy-signature": `sha256=${signature}` }),
            },
        };
        return undefined;
    },
});

;// CONCATENATED MODULE: ./build/src/announce/registry.js












/** Every notifier, one line each. */
const notifiers = [
    webhook,
    slack,
    discord,
    teams,
    statuspage,
    instatus,
    cstate,
    sentry,
    appsignal,
    honeybadger,
    grafana,
];
/** What an entry of `notify` may be in the settings file, to the notifier itself. */
function notifierSettings(kinds = notifiers) {
    return (0,settings/* oneOfKinds */.RU)(kinds);
}

;// CONCATENATED MODULE: ./build/src/domain/fleet/host-path.js

/** An absolute path on a host: no `..`, no white space or control characters. */
const hostPath = schemas/* string */.YjP()
    .max(200)
    .regex(/^\/[A-Za-z0-9._@/+-]+$/, "must be an absolute path of letters, digits and `. _ @ + - /`")
    .refine((path) => !path.split("/").includes(".."), "must not contain `..`");

// EXTERNAL MODULE: ./build/src/domain/release/release.js
var release = __nccwpck_require__(2161);
;// CONCATENATED MODULE: ./build/src/domain/validation/check.js
/** How a check counts: `must` blocks, `should` is shown, `off` is not run and says so. */
const levels = ["must", "should", "off"];
/**
 * True where the commit is only proposed: a pull request, or a merge queue. One that was merged, as `types: [closed]`
 * hears of it, is a commit of its branch: the ref is that branch then, under the same name of the event.
 */
function isProposed({ eventName, ref }) {
    if (eventName === "pull_request")
        return !ref.startsWith("refs/heads/");
    return /^(pull_request|merge_group)/.test(eventName);
}
/**
 * True where the commit is about to ship: on the branch that is deployed, or where that branch is not known, so that
 * nothing is let through by not knowing. Not on a pull request, in a merge queue, or on another branch. A tag is what a
 * release is made from: it ships.
 */
function ships(job) {
    if (isProposed(job))
        return false;
    return !job.defaultBranch || !job.ref.startsWith("refs/heads/") || job.ref === `refs/heads/${job.defaultBranch}`;
}
/**
 * The level that a default stands for. `ships` is true where the commit is on the branch that is deployed, or where
 * that is not known.
 */
function defaultLevel(level, ships) {
    if (level !== "must-to-ship")
        return level;
    return ships ? "must" : "should";
}

// EXTERNAL MODULE: ./build/src/domain/watch/criteria.js
var criteria = __nccwpck_require__(3397);
// EXTERNAL MODULE: ./build/src/commands/host.js
var host = __nccwpck_require__(3620);
// EXTERNAL MODULE: ./build/src/domain/fleet/host-record.js
var host_record = __nccwpck_require__(1433);
// EXTERNAL MODULE: ./build/src/routers/router.js
var router = __nccwpck_require__(9731);
;// CONCATENATED MODULE: ./build/src/routers/caddy.js






const caddy_settings = schemas/* strictObject */.rej({
    type: schemas/* literal */.euz("caddy"),
    id: release/* nameSchema */.Jq,
    admin: schemas/* string */.YjP()
        .max(100)
        .regex(/^([A-Za-z0-9.-]+:[1-9]\d{0,4}|\[[0-9A-Fa-f:.]+\]:[1-9]\d{0,4}|unix\/\/[A-Za-z0-9._@/+-]+)$/, "must be `address:port` or `unix//path`, as Caddy's own `admin` option has it")
        .default("localhost:2019"),
    "config-file": hostPath.optional(),
    servers: router/* addresses */.Nt,
    on: router/* routerHosts */.VL,
})
    .superRefine(router/* addressesFor */.SH);
/** Caddy by its admin API, with an `@id` at the handler `reverse_proxy`. */
const caddy = {
    type: "caddy",
    settings: caddy_settings.transform((given) => ({
        name: "Caddy",
        uncounted: "Caddy's metrics do not name the server that answered",
        routes: true,
        weights: true,
        on: given.on ?? null,
        part: () => (0,router/* partOf */.BU)("caddy"),
        values: {
            caddy_id: given.id,
            caddy_at: `/id/${given.id}`,
            caddy_admin: given.admin,
            caddy_file: given["config-file"] ?? "",
            caddy_servers: (0,router/* addressText */.GI)(given.servers),
        },
        read,
        differences: router/* serverDifferences */.oc,
        warnings: (shift) => [...(0,router/* stillOpen */.vJ)(shift), ...(given["config-file"] === undefined ? forgets(shift) : [])],
        byHand: byHand(given),
        remedy: "Check Caddy's `admin`, `id` and `servers` in the settings; `GET /id/<id>` of its admin API has to answer " +
            "the handler `reverse_proxy`.",
        lostRemedy: "Start Caddy with `--resume`, as Debian's `caddy-api.service` does, or name the JSON file that it is started " +
            "with as `router.config-file`, so that a restart keeps its upstreams; then run the job again.",
    })),
};
/** By the admin API: the list of upstreams is replaced by those that take requests. */
function byHand(given) {
    const [, path] = /^unix\/(\/.*)$/.exec(given.admin) ?? [];
    // Over a socket Caddy wants an empty Host.
    const to = path === undefined ? "" : ` --unix-socket ${(0,host/* word */.Vm)(path)} -H 'Host;'`;
    const ask = (at) => `curl -fsS${to} ${(0,host/* word */.Vm)(`http://${path === undefined ? given.admin : "localhost"}${at}`)}`;
    const upstreams = ask(`/id/${given.id}/upstreams`);
    const file = given["config-file"];
    return {
        look: upstreams,
        shift: (shift) => {
            const all = Object.keys(given.servers ?? shift.ports).filter((name) => !shift.close.includes(name));
            const list = JSON.stringify(all.map((name) => ({ dial: (0,router/* addressOf */.ci)(given.servers, shift, name) })));
            return [
                `${upstreams} -X PATCH -H 'Content-Type: application/json' -d ${(0,host/* quote */.hD)(list)}`,
                ...(file === undefined
                    ? []
                    : [`${ask("/config/")} -o ${(0,host/* word */.Vm)(`${file}.new`)} && mv ${(0,host/* word */.Vm)(`${file}.new`)} ${(0,host/* word */.Vm)(file)}`]),
                upstreams,
            ].join("\n");
        },
    };
}
/** What Caddy counts for each upstream that it has or had. */
const requests = schemas/* array */.YOg(schemas/* object */.Ikc({ address: schemas/* string */.YjP(), num_requests: schemas/* int */.Whr().nonnegative() }));
function read(records) {
    const counted = records.find(([key]) => key === "requests")?.[1] ?? "";
    const counts = requestsIn(counted);
    if (counts === null)
        return `Caddy's count of requests cannot be read: ${counted.slice(0, 200)}.`;
    const facts = new Map();
    for (const [, name = "", address, percent, open] of records.filter(([key]) => key === "server")) {
        const weight = (0,host_record/* whole */.W)(percent);
        // Caddy counts the requests of its upstreams; of a server that is none any more its connections are counted.
        const counted = counts.find((one) => caddy_plain(one.address) === caddy_plain(address ?? ""))?.num_requests;
        const sessions = weight === 0 ? (0,host_record/* whole */.W)(open) : (counted ?? (0,host_record/* whole */.W)(open));
        if (weight === null || sessions === null)
            return `Caddy's upstream for server ${name} cannot be read.`;
        facts.set(name, { state: weight > 0 ? "ready" : "drain", weight, sessions });
    }
    return facts.size === 0 ? "Caddy has no server." : Object.fromEntries(facts);
}
function requestsIn(text) {
    try {
        return requests.safeParse(JSON.parse(text)).data ?? null;
    }
    catch {
        return null;
    }
}
function caddy_plain(address) {
    return address.replace(/^localhost:/, "127.0.0.1:");
}
/** A Caddy that starts with its file forgets what its API was ordered, unless it resumes. */
function forgets({ records }) {
    const [, persist, resumes] = records.find(([key]) => key === "persist") ?? [];
    if (resumes === "yes" && persist?.trim() !== "false")
        return [];
    return [
        "Caddy is not started with `--resume`, and `router.config-file` is not set: when Caddy is reloaded or restarted, " +
            "it sends traffic where its configuration file says, which may be the old release. Use Debian's " +
            "`caddy-api.service`, or name the JSON file that Caddy is started with as `router.config-file`.",
    ];
}

;// CONCATENATED MODULE: ./build/src/routers/command.js




const command_settings = schemas/* strictObject */.rej({
    type: schemas/* literal */.euz("command"),
    read: router/* hostCommand */.mm,
    set: router/* hostCommand */.mm,
    drain: router/* hostCommand */.mm.optional(),
    verify: router/* hostCommand */.mm.optional(),
    weights: schemas/* boolean */.zMY().default(true),
    on: router/* routerHosts */.VL,
});
/** Any other router, by programs of the user on its host: they get JSON on their standard input, `read` prints JSON. */
const command = {
    type: "command",
    settings: command_settings.transform((given) => ({
        name: "The router",
        routes: true,
        weights: given.weights,
        on: given.on ?? null,
        part: () => (0,router/* partOf */.BU)("command"),
        values: {
            command_read: given.read.join("\n"),
            command_set: given.set.join("\n"),
            command_drain: given.drain?.join("\n") ?? "",
            command_verify: given.verify?.join("\n") ?? "",
        },
        read: command_read,
        differences: router/* serverDifferences */.oc,
        warnings: router/* stillOpen */.vJ,
        byHand: command_byHand(given),
        remedy: "Run the router's `read` and `set` yourself on its host, as the deploying user; docs/configuration.md has " +
            "what they are given and have to print.",
        lostRemedy: "Let the router's `set` keep what it sets over a restart of the router, and run the job again.",
    })),
};
/** By the user's own programs, with what the host program gives to them. */
function command_byHand(given) {
    const run = (input, argv) => `echo ${(0,host/* quote */.hD)(JSON.stringify(input))} | ${argv.map(host/* word */.Vm).join(" ")}`;
    const weights = (open, close) => ({
        weights: Object.fromEntries([...open.map((name) => [name, 100]), ...close.map((name) => [name, 0])]),
    });
    return {
        look: run({}, given.read),
        shift: ({ open, close }) => [
            ...(given.drain === undefined || close.length === 0
                ? [run(weights(open, close), given.set)]
                : [...(open.length === 0 ? [] : [run(weights(open, []), given.set)]), run({ servers: close }, given.drain)]),
            ...(given.verify === undefined ? [] : [run(weights(open, close), given.verify)]),
            run({}, given.read),
        ].join("\n"),
    };
}
const server = schemas/* strictObject */.rej({
    state: schemas/* enum */.k5n(["ready", "drain", "maint", "down"]),
    weight: schemas/* number */.aig().min(0).max(100),
    sessions: schemas/* int */.Whr().nonnegative(),
});
const printed = schemas/* strictObject */.rej({
    servers: schemas/* record */.g1P(release/* nameSchema */.Jq, server)
        .refine((servers) => Object.keys(servers).length > 0, "must have at least one server"),
});
/** What `read` printed; every fault of it with what was printed. */
function command_read(records) {
    const bytes = Buffer.from(records.find(([key]) => key === "printed")?.[1] ?? "", "base64").toString("utf8");
    const shown = JSON.stringify(bytes.slice(0, 300));
    const asked = 'It has to print {"servers": {"<name>": {"state": "ready", "weight": 100, "sessions": 0}}}.';
    let value;
    try {
        value = JSON.parse(bytes);
    }
    catch {
        return `The router's \`read\` printed ${bytes === "" ? "nothing" : shown}, which is not JSON. ${asked}`;
    }
    const parsed = printed.safeParse(value);
    if (parsed.success)
        return parsed.data.servers;
    const faults = parsed.error.issues.map(({ path, message }) => `${path.map(String).join(".") || "it"}: ${message}`);
    return `The router's \`read\` printed ${shown}: ${faults.join("; ")}. ${asked}`;
}

;// CONCATENATED MODULE: ./build/src/routers/haproxy.js






/** Bits of HAProxy's administrative state: maintenance, and drain (management guide, `show servers state`). */
const maintenanceBit = 1;
const drainBit = 8;
/** Operational state of a server that is up. */
const up = 2;
/** The largest weight. */
const largestWeight = 256;
const haproxy_settings = schemas/* strictObject */.rej({
    type: schemas/* literal */.euz("haproxy"),
    socket: hostPath.refine((path) => path.length <= 100, "must be at most 100 characters, since a socket's path is limited"),
    backend: release/* nameSchema */.Jq,
    "state-file": hostPath.optional(),
    on: router/* routerHosts */.VL,
});
/** HAProxy by its runtime API, on the admin socket of the host that it runs on. */
const haproxy = {
    type: "haproxy",
    settings: haproxy_settings.transform((given) => {
        const { socket, backend, on, "state-file": stateFile } = given;
        return {
            name: "HAProxy",
            routes: true,
            weights: true,
            direct: true,
            counts: true,
            on: on ?? null,
            part: () => (0,router/* partOf */.BU)("haproxy"),
            values: { haproxy_socket: socket, haproxy_backend: backend, haproxy_state_file: stateFile ?? "" },
            read: haproxy_read,
            differences: router/* serverDifferences */.oc,
            warnings: (shift) => [...staying(shift, backend), ...(stateFile === undefined ? [haproxy_forgets] : [])],
            byHand: haproxy_byHand(given),
            remedy: "See that HAProxy runs, and compare its socket, backend and servers with the settings.",
            lostRemedy: "Name HAProxy's `server-state-file` as `router.state-file`, so that a restart keeps the weights, " +
                "and run the job again.",
        };
    }),
};
/** By the runtime API: what is opened has to be up before anything else is drained. */
function haproxy_byHand({ socket, backend, "state-file": stateFile }) {
    const ask = `ask() { echo "$1" | socat -t 5 - ${(0,host/* word */.Vm)(`UNIX-CONNECT:${socket}`)}; }`;
    const up = `$4 == name && $6 == 2 && $7 % 2 == 0 { up = 1 } END { exit !up }`;
    const keep = stateFile === undefined ? [] : [`ask "show servers state" >${(0,host/* word */.Vm)(stateFile)}`];
    const each = (names, ...orders) => names.length === 0
        ? []
        : [
            `for server in ${names.join(" ")}; do`,
            ...orders.map((order) => `  ask "set server ${backend}/$server ${order}"`),
            "done",
        ];
    // Where nothing is closed and no file keeps it, sh still needs a command there.
    const afterUp = (close) => close.length + keep.length === 0 ? [":"] : [...each(close, "state drain"), ...keep];
    return {
        look: `${ask}\nask "show servers state ${backend}" | awk 'NF > 8 && $1 != "#" { print $4, $6, $7, $8 }'`,
        shift: ({ open, close }) => [
            ask,
            `up() { ask "show servers state ${backend}" | awk -v name="$1" '${up}'; }`,
            // A weight that was multiplied for a small share is that of the configuration again.
            ...each([...open, ...close], "weight 100%"),
            ...each(open, "state ready"),
            "tries=0",
            `until ${open.map((name) => `up ${name}`).join(" && ") || "true"} || [ "$tries" -ge 100 ]; do`,
            "  tries=$((tries + 1))",
            "  sleep 0.2",
            "done",
            'if [ "$tries" -ge 100 ]; then echo "Not up after 20 s: nothing was drained."; else',
            ...afterUp(close).map((line) => `  ${line}`),
            "fi",
            `ask "show servers state ${backend}" | awk 'NF > 8 && $1 != "#" { print $4, $6, $7, $8 }'`,
        ].join("\n"),
    };
}
/** The servers as the records describe them; a sentence when a number cannot be read or there is no server. */
function haproxy_read(records) {
    // Names are HAProxy's own: assigned one by one, a server `__proto__` would be lost.
    const facts = new Map();
    const sessions = new Map(records.filter(([key]) => key === "sessions").map(([, name, count]) => [name, (0,host_record/* whole */.W)(count)]));
    const backups = new Set(records.filter(([key]) => key === "backup").map(([, name]) => name));
    const servers = records.filter(([key]) => key === "server");
    const factor = factorOf(servers);
    for (const [, name = "", ...numbers] of servers) {
        const [operational, administrative, weight, fullWeight, open] = [
            ...numbers.slice(0, 4).map(host_record/* whole */.W),
            sessions.get(name),
        ];
        if (operational == null || administrative == null || weight == null || fullWeight == null || open == null)
            return `HAProxy's answer for server ${name} cannot be read.`;
        facts.set(name, {
            state: stateOf(operational, administrative),
            weight: percentOf(weight, fullWeight, factor),
            sessions: open,
            ...(backups.has(name) ? { backup: true } : {}),
        });
    }
    return facts.size === 0 ? "HAProxy has no server in this backend." : Object.fromEntries(facts);
}
/**
 * What the weights of the configuration were multiplied by, so that a server can have a small part: haproxy.sh does
 * that where they are too small, and the same number follows from them. 1 where they are as they were.
 */
function factorOf(servers) {
    const weights = servers.map(([, , , , weight, full]) => [(0,host_record/* whole */.W)(weight) ?? 0, (0,host_record/* whole */.W)(full) ?? 0]);
    const most = Math.max(...weights.map(([, full]) => full));
    return weights.some(([weight, full]) => weight > full) && most > 0
        ? Math.max(1, Math.floor(largestWeight / most))
        : 1;
}
function percentOf(weight, full, factor) {
    if (full === 0)
        return 0;
    const percent = (weight / (full * factor)) * 100;
    return factor === 1 ? Math.round(percent * 10) / 10 : Math.round(percent);
}
/** Judged by bits, not by equality: a server disabled in the file keeps other bits. */
function stateOf(operational, administrative) {
    if ((administrative & maintenanceBit) !== 0)
        return "maint";
    if ((administrative & drainBit) !== 0)
        return "drain";
    return operational === up ? "ready" : "down";
}
/** Who is still on the servers that were closed. */
function staying({ wanted, seen, records }, backend) {
    const closed = (0,router/* closedBy */.yU)(wanted);
    const open = closed.reduce((sum, name) => sum + (seen[name]?.sessions ?? 0), 0);
    const old = closed.join(", ");
    const cookie = records.find(([key]) => key === "cookie")?.[1];
    if (cookie !== undefined && closed.length > 0)
        return [
            `HAProxy's backend \`${backend}\` keeps clients on their server by the cookie \`${cookie}\`: those that were ` +
                `served by ${old} stay on the old release until that slot stops (${open} sessions are open there now). ` +
                "Set `strategy.hold` to `0s` so that it stops after the drain, or remove `cookie` from the backend.",
        ];
    return (0,router/* stillOpen */.vJ)({ wanted, seen });
}
const haproxy_forgets = "`router.state-file` is not set: when HAProxy is reloaded or restarted, it sends traffic where its configuration " +
    "file says, which may be the old release. Name HAProxy's `server-state-file` there, with " +
    "`load-server-state-from-file global` in its configuration.";

;// CONCATENATED MODULE: ./build/src/routers/nginx.js






const nginx_settings = schemas/* strictObject */.rej({
    type: schemas/* literal */.euz("nginx"),
    upstream: release/* nameSchema */.Jq,
    file: hostPath,
    "pid-file": hostPath.default("/run/nginx.pid"),
    test: router/* hostCommand */.mm.default(["/usr/sbin/nginx", "-t"]),
    reload: router/* hostCommand */.mm.default(["/usr/sbin/nginx", "-s", "reload"]),
    servers: router/* addresses */.Nt,
    on: router/* routerHosts */.VL,
})
    .superRefine(router/* addressesFor */.SH);
/** nginx by the file that holds its upstream: written, tested and loaded. */
const nginx = {
    type: "nginx",
    settings: nginx_settings.transform((given) => ({
        name: "nginx",
        uncounted: "nginx counts requests by server only with a subscription",
        routes: true,
        weights: true,
        on: given.on ?? null,
        part: () => (0,router/* partOf */.BU)("nginx"),
        values: {
            nginx_upstream: given.upstream,
            nginx_file: given.file,
            nginx_pid_file: given["pid-file"],
            nginx_test: given.test.join("\n"),
            nginx_reload: given.reload.join("\n"),
            nginx_servers: (0,router/* addressText */.GI)(given.servers),
        },
        read: nginx_read,
        differences: router/* serverDifferences */.oc,
        warnings: router/* stillOpen */.vJ,
        byHand: nginx_byHand(given),
        remedy: "Check nginx's `upstream`, `file` and `servers` in the settings, and that the deploying user may write the " +
            "file and its folder and run `test` and `reload`: as root, or by `[sudo, -n, /usr/sbin/nginx, …]`.",
        lostRemedy: "Find out what writes nginx's upstream file beside these deployments, and run the job again.",
    })),
};
/** By the upstream file: `down` behind each server that takes no requests, then a test and a reload. */
function nginx_byHand(given) {
    const [file, before] = [(0,host/* word */.Vm)(given.file), (0,host/* word */.Vm)(`${given.file}.before-rollback`)];
    const command = (words) => words.map(host/* word */.Vm).join(" ");
    const look = `grep -n server ${file}`;
    return {
        look,
        shift: (shift) => [
            `cp -p ${file} ${before}`,
            `sed -E ${(0,host/* quote */.hD)(edit(given, shift))} ${before} >${file}`,
            `if ${command(given.test)}; then ${command(given.reload)}; else cp -p ${before} ${file}; fi`,
            look,
        ].join("\n"),
    };
}
/** What sed does with the lines of the upstream. */
function edit({ upstream, servers }, shift) {
    const gap = "[[:space:]]";
    const line = (name) => {
        const address = (0,router/* addressOf */.ci)(servers, shift, name).replaceAll(/[.[\]]/g, "\\$&");
        const either = address.replace(/^127\\\.0\\\.0\\\.1:/, "(127\\.0\\.0\\.1|localhost):");
        return `/^${gap}*server${gap}+${either}[[:space:];]/`;
    };
    return [
        `/^${gap}*upstream${gap}+${upstream.replaceAll(".", "\\.")}${gap}*[{]/,/^${gap}*}/ {`,
        ...shift.open.map((name) => `  ${line(name)} s/^([^;]*)${gap}+down([[:space:];])/\\1\\2/`),
        ...shift.close.map((name) => `  ${line(name)} { /^[^;]*${gap}down[[:space:];]/! s/;/ down;/; }`),
        "}",
    ].join("\n");
}
/** The servers of the upstream that nginx runs; a sentence when a line cannot be read or there is none. */
function nginx_read(records) {
    const servers = records.filter(([key]) => key === "server");
    const facts = new Map();
    for (const [, name = "", address, state, percent, open] of servers) {
        const [weight, sessions] = [(0,host_record/* whole */.W)(percent?.replace(/\.\d+$/, "")), (0,host_record/* whole */.W)(open)];
        if ((state !== "ready" && state !== "drain") || weight === null)
            return `nginx's line for server ${name} at ${address} cannot be read.`;
        if (sessions === null)
            return `The connections of nginx to ${name} cannot be counted.`;
        if (facts.has(name))
            return `nginx's upstream has server ${name} at ${address} twice.`;
        facts.set(name, { state, weight, sessions });
    }
    return facts.size === 0 ? "nginx has no server in this upstream." : Object.fromEntries(facts);
}

// EXTERNAL MODULE: ./build/src/routers/none.js
var none = __nccwpck_require__(4440);
;// CONCATENATED MODULE: ./build/src/routers/registry.js






/** Every router, one line each. */
const routers = [none/* none */.d, haproxy, nginx, caddy, command];
/** What `router` of an environment may be in the settings file, to the router itself. */
function routerSettings(kinds = routers) {
    return (0,settings/* oneOfKinds */.RU)(kinds).prefault({ type: "none" });
}

// EXTERNAL MODULE: ./build/src/strategies/registry.js + 7 modules
var registry = __nccwpck_require__(1628);
// EXTERNAL MODULE: ./build/src/settings/gates.js
var gates = __nccwpck_require__(7163);
// EXTERNAL MODULE: ./build/src/settings/hosts.js
var hosts = __nccwpck_require__(7816);
// EXTERNAL MODULE: ./build/src/settings/monitoring.js
var monitoring = __nccwpck_require__(765);
// EXTERNAL MODULE: ./build/src/settings/values.js
var values = __nccwpck_require__(377);
;// CONCATENATED MODULE: ./build/src/settings/records.js


/** What an environment has written on GitHub about its deployments. */
const recordSettings = {
    "deployment-record": schemas/* union */.KCZ([schemas/* literal */.euz("auto"), schemas/* literal */.euz(["off", false])], { error: "must be `auto` or `off`" })
        .prefault("auto"),
    /** The issue after a rollback. */
    issue: schemas/* union */.KCZ([
        schemas/* literal */.euz(["off", false]),
        schemas/* strictObject */.rej({
            labels: values/* labels */.WD,
            assignees: schemas/* array */.YOg(schemas/* string */.YjP()
                .max(39)
                .regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/, "must be a login of GitHub, without the `@`"))
                .max(10, "must be at most 10: GitHub assigns no more")
                .prefault([]),
        }),
    ])
        .prefault("off"),
};

;// CONCATENATED MODULE: ./build/src/settings/settings.js
/** The words for the targets; `src/targets/registry.ts` has one for each. */
const targetTypes = ["hosts"];

// EXTERNAL MODULE: ./build/src/settings/signals.js
var signals = __nccwpck_require__(7134);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/core.js
var core = __nccwpck_require__(8532);
;// CONCATENATED MODULE: ./build/src/settings/strategy.js


/** Keys that every strategy has. */
const common = {
    hold: settings/* duration */.p0.prefault("15m"),
    drain: settings/* duration */.p0.prefault("30s"),
    keep: schemas/* int */.Whr().min(2, "must be at least 2: the active release and the one before").max(50).prefault(5),
};
/**
 * `strategy` of an environment: its type is read first, then the keys that this strategy has. What only it has is
 * gathered in `own`. Without a type it is the first one.
 */
function strategySchema(strategies) {
    const types = Object.keys(strategies);
    const [fallback = "", ...others] = types;
    const branch = (type, isFallback) => schemas/* strictObject */.rej({
        type: isFallback ? schemas/* literal */.euz(type).prefault(type) : schemas/* literal */.euz(type),
        ...common,
        ...strategies[type]?.settings,
    })
        .transform(({ type, hold, drain, keep, ...own }) => ({ type, hold, drain, keep, own }));
    return schemas/* preprocess */.vkY((value, context) => {
        if (typeof value !== "object" || value === null || Array.isArray(value))
            return value;
        const { type = fallback } = value;
        if (types.some((one) => one === type))
            return { ...value, type };
        context.issues.push({ code: "invalid_value", values: types, path: ["type"], input: type });
        return core/* NEVER */.tm;
    }, schemas/* discriminatedUnion */.gMt("type", [branch(fallback, true), ...others.map((type) => branch(type, false))]));
}

;// CONCATENATED MODULE: ./build/src/settings/schema.js

















const schema_text = schemas/* string */.YjP().max(10_000);
const scalar = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig(), schemas/* boolean */.zMY(), schemas/* null */.chJ()]);
/** `off` is text in YAML 1.2 and the boolean false in 1.1: both mean it. */
const off = schemas/* literal */.euz(["off", false]);
/** Every check can be `off` or have a level; some have more to set. */
function checksOf(checks) {
    return schemas/* strictObject */.rej(Object.fromEntries(checks.map(({ id, settings = {} }) => [id, checkOf(settings)])));
}
function checkOf(more) {
    return schemas/* union */.KCZ([off, schemas/* strictObject */.rej({ level: schemas/* enum */.k5n(levels).optional(), ...more })]).optional();
}
/** What the watch judges latency by. A smaller increase cannot be distinguished within a watch. */
const latency = schemas/* union */.KCZ([
    off,
    schemas/* strictObject */.rej({
        increase: settings/* increase */.N
            .pipe(schemas/* number */.aig().min(10, "must be at least 10 %").max(900, "must be at most 900 %"))
            .prefault("50%"),
        max: settings/* duration */.p0.pipe(schemas/* number */.aig().min(1, "must be at least 1ms")).optional(),
    }),
]);
const methods = ["get", "head", "post", "put", "patch", "delete"];
const smoke = schemas/* strictObject */.rej({
    name: schema_text.optional(),
    ...Object.fromEntries(methods.map((method) => [method, values/* urlPath */.Lx.optional()])),
    headers: schemas/* record */.g1P(schemas/* string */.YjP().regex(/^[A-Za-z0-9-]+$/), schemas/* string */.YjP().regex(/^[\x20-\x7e]*$/)).prefault({}),
    body: schema_text.optional(),
    status: schemas/* int */.Whr().min(100).max(599).prefault(200),
    text: schema_text.optional(),
    json: schemas/* record */.g1P(schemas/* string */.YjP(), scalar).optional(),
    within: settings/* duration */.p0.prefault("5s"),
    tries: schemas/* int */.Whr().min(1).max(3).prefault(1),
})
    .refine((one) => methods.filter((method) => one[method] !== undefined).length === 1, {
    error: "must name exactly one request, such as `get: /`",
});
/** Work on the server: an expression for `bin/app eval`, or a command as a list. */
const work = schemas/* union */.KCZ([values/* expression */.dn, values/* argv */.vU], {
    error: "must be an Elixir expression, or a command as a list such as `[pg_dump, my_app]`",
});
const backup = schemas/* union */.KCZ([
    off,
    schemas/* discriminatedUnion */.gMt("by", [
        schemas/* strictObject */.rej({
            by: schemas/* literal */.euz("command"),
            make: work.optional(),
            verify: work,
            "max-age": settings/* duration */.p0.prefault("0s"),
        }),
        schemas/* strictObject */.rej({
            by: schemas/* literal */.euz("postgres"),
            "url-from": settings/* variableName */.cG.optional(),
            path: hostPath.optional(),
            keep: schemas/* int */.Whr().min(1).max(100).prefault(5),
            restore: schemas/* enum */.k5n(["scratch", "none"]).prefault("scratch"),
            "max-age": settings/* duration */.p0.prefault("0s"),
        }),
        schemas/* strictObject */.rej({
            by: schemas/* literal */.euz("provider"),
            says: schemas/* string */.YjP().trim().min(1, "must say how").max(500),
            verified: values/* day */.vd,
        }),
    ], { error: "must be `command`, `postgres` or `provider`" }),
]);
const systemd = schemas/* strictObject */.rej({
    manage: schemas/* boolean */.zMY().prefault(false),
    name: release/* nameSchema */.Jq.optional(),
    "memory-max": values/* memory */.m1.optional(),
    "tasks-max": schemas/* int */.Whr().min(16, "must be at least 16").max(4_194_304).optional(),
    "limit-nofile": schemas/* int */.Whr().min(256, "must be at least 256").max(1_048_576).optional(),
})
    .refine((one) => one.manage || ["memory-max", "tasks-max", "limit-nofile"].every((key) => !(key in one)), "limits are written by `manage: true` alone; set it, or remove them");
const health = schemas/* strictObject */.rej({
    path: values/* urlPath */.Lx.prefault("/health"),
    ready: schemas/* union */.KCZ([off, values/* urlPath */.Lx]).prefault("off"),
    version: schemas/* union */.KCZ([off, values/* urlPath */.Lx]).prefault("off"),
    within: settings/* duration */.p0.prefault("60s"),
    successes: schemas/* int */.Whr().min(1).max(100).prefault(3),
});
const migrations = schemas/* union */.KCZ([
    off,
    schemas/* strictObject */.rej({
        migrate: values/* expression */.dn,
        versions: schemas/* union */.KCZ([schemas/* literal */.euz("default"), values/* expression */.dn]).prefault("default"),
        pending: values/* expression */.dn.optional(),
        down: values/* expression */.dn.optional(),
        "url-from": settings/* variableName */.cG.optional(),
        "lock-timeout": settings/* duration */.p0.prefault("5s"),
        "statement-timeout": settings/* duration */.p0.prefault("10m"),
        "out-of-order": schemas/* enum */.k5n(["refuse", "allow"]).prefault("refuse"),
        settle: settings/* duration */.p0.prefault("10s"),
    }),
]);
const logs = schemas/* union */.KCZ([
    off,
    schemas/* strictObject */.rej({
        errors: schemas/* array */.YOg(values/* linePattern */.HE)
            .min(1)
            .max(50)
            .prefault([...values/* errorLines */.S6]),
        allow: schemas/* array */.YOg(values/* linePattern */.HE).max(100).prefault([]),
    }),
]);
const environmentOf = (all) => schemas/* strictObject */.rej({
    url: values/* origin */.TG,
    target: schemas/* enum */.k5n(targetTypes).prefault("hosts"),
    hosts: hosts/* hostsSchema */.RJ,
    host: hosts/* hostSchema */.g3.optional(),
    ssh: hosts/* sshSchema */.cg.optional(),
    "hosts-required": schemas/* union */.KCZ([schemas/* literal */.euz("all"), schemas/* int */.Whr().min(1)], { error: "must be `all`, or a number of hosts from 1" })
        .prefault("all"),
    path: hostPath,
    slots: schemas/* record */.g1P(release/* nameSchema */.Jq, schemas/* strictObject */.rej({ port: values/* port */.Oh })),
    router: routerSettings(),
    strategy: strategySchema(all).prefault({}),
    systemd: systemd.optional(),
    health: health.prefault({}),
    probe: schemas/* strictObject */.rej({ "headers-from": settings/* variableName */.cG.optional() }).prefault({}),
    migrations: migrations.prefault("off"),
    backup: backup.prefault("off"),
    logs: logs.prefault({}),
    signals: signals/* signalsSchema */.L.prefault({}),
    "lock-wait": settings/* duration */.p0.prefault("5m"),
    ...gates/* gateSettings */.dJ,
    "on-call": values/* lineOfText */.$T.optional(),
    dashboards: schemas/* record */.g1P(values/* lineOfText */.$T, values/* pageAddress */.qx)
        .refine((one) => Object.keys(one).length <= 20, "must be at most 20")
        .prefault({}),
    ...recordSettings,
    ...monitoring/* monitoringSettings */.Or,
});
/** The settings file, `.github/phoenix-deploy.yml`, for these checks and strategies. */
function fileSchemaOf(checks, all = registry/* strategies */.W) {
    return schemas/* strictObject */.rej({
        version: schemas/* literal */.euz(1, { error: "must be `1`, the only version of this file" }),
        app: release/* nameSchema */.Jq.optional(),
        checks: checksOf(checks).prefault({}),
        smoke: schemas/* array */.YOg(smoke).max(200).prefault([]),
        criteria: schemas/* strictObject */.rej({
            "error-rate": settings/* percentage */.X1
                .pipe(schemas/* number */.aig().gt(0, "must be above 0 %").lt(50, "must be below 50 %"))
                .prefault("5%"),
            watch: settings/* duration */.p0.prefault("10m"),
            "probes-per-second": schemas/* int */.Whr().min(1).max(100).prefault(10),
            latency: latency.prefault({}),
            inconclusive: schemas/* enum */.k5n(criteria/* inconclusivePolicies */.B).prefault("hold"),
        })
            .prefault({}),
        environments: schemas/* record */.g1P(values/* environmentKey */.J4, environmentOf(all)).prefault({}),
        notify: schemas/* array */.YOg(notifierSettings()).max(20).prefault([]),
    });
}
/** JSON Schema of the settings file, for editors. Rules between keys are the parser's alone. */
function settingsJsonSchema(checks, all = strategies) {
    return {
        ...z.toJSONSchema(fileSchemaOf(checks, all), { io: "input", unrepresentable: "any", target: "draft-7" }),
        title: "phoenix-deploy settings (.github/phoenix-deploy.yml)",
    };
}


/***/ }),

/***/ 7134:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ prometheusUrl),
/* harmony export */   L: () => (/* binding */ signalsSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2716);
/* harmony import */ var _domain_values_settings_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(988);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(377);



/** `signals` of an environment: what a watch takes samples from besides our own requests. */
/** How often a signal is asked, and for how long it may fail before the watch cannot be judged. */
const pace = (every, patience = "90s") => ({
    every: _domain_values_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0.pipe(zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().min(1_000, "must be at least 1s").max(300_000, "must be at most 5m")).prefault(every),
    patience: _domain_values_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0.pipe(zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().min(1_000, "must be at least 1s")).prefault(patience),
});
const metricName = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
    .max(200)
    .regex(/^[a-zA-Z_:][a-zA-Z0-9_:]*$/, "must be the name of a metric, such as `http_requests_total`");
const metrics = zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([
    zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(["prom-ex", "telemetry-metrics"]),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
        requests: metricName.optional(),
        durations: metricName.optional(),
        unit: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(["ms", "s"]).prefault("ms"),
        status: metricName.prefault("status"),
    })
        .refine((one) => one.requests !== undefined || one.durations !== undefined, {
        error: "must name `requests`, a counter by status, or `durations`, a histogram, or both",
    }),
], { error: "must be `prom-ex`, `telemetry-metrics`, or a map that names `requests` and `durations`" });
const promql = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().trim().min(1, "must be a query").max(4_000);
/** An http or https address, with a path where it has one. */
const webAddress = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
    .max(2_000)
    .refine((text) => {
    if (!URL.canParse(text))
        return false;
    const { protocol, username, hash } = new URL(text);
    return /^https?:$/.test(protocol) && username === "" && hash === "";
}, "must be an http or https address, such as `http://prometheus.internal:9090`");
/** With the path under which its API is, where there is one. */
const prometheusUrl = webAddress
    .refine((text) => !text.includes("?"), "must have no query")
    .transform((text) => text.replace(/\/+$/, ""));
const prometheus = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    url: prometheusUrl,
    "headers-from": _domain_values_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .variableName */ .cG.optional(),
    metrics: metrics.optional(),
    queries: zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ requests: promql, errors: promql }).optional(),
    /** How the scrape configuration names a slot. */
    instance: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1).max(200).prefault("{host}:{port}"),
    select: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1).max(500).prefault('instance=~"{instances}"'),
    ...pace("5s"),
})
    .refine((one) => one.metrics === undefined || one.queries === undefined, {
    error: "has both `metrics` and `queries`: name the metrics to be read, or the queries to be asked",
    path: ["queries"],
});
const scrape = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    path: _values_js__WEBPACK_IMPORTED_MODULE_1__/* .urlPath */ .Lx.prefault("/metrics"),
    "headers-from": _domain_values_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .variableName */ .cG.optional(),
    metrics: metrics.prefault("prom-ex"),
    ...pace("5s", "30s"),
});
const issues = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ "p1-bug": _values_js__WEBPACK_IMPORTED_MODULE_1__/* .labels */ .WD, security: _values_js__WEBPACK_IMPORTED_MODULE_1__/* .labels */ .WD, "data-integrity": _values_js__WEBPACK_IMPORTED_MODULE_1__/* .labels */ .WD, ...pace("30s", "5m") })
    .refine((one) => [one["p1-bug"], one.security, one["data-integrity"]].some((list) => list.length > 0), {
    error: "must name a label for `p1-bug`, `security` or `data-integrity`, such as `{p1-bug: [P1]}`",
});
const canary = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    worker: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
        // What Oban's table takes.
        .max(127)
        .regex(/^[A-Z][A-Za-z0-9_]*(\.[A-Z][A-Za-z0-9_]*)*$/, "must be the module of a worker, such as `Shop.Canary`"),
    queue: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
        .max(100)
        .regex(/^[a-z_][A-Za-z0-9_]*$/, "must be the name of a queue, such as `default`")
        .prefault("default"),
    within: _domain_values_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0.pipe(zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().min(1_000, "must be at least 1s")).prefault("60s"),
});
const jobs = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    /** How old a waiting job may be in a queue that nobody works on. */
    oldest: _domain_values_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0.pipe(zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().min(1_000, "must be at least 1s")).prefault("60s"),
    canary: canary.optional(),
    ...pace("30s", "3m"),
});
const runQueue = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    path: _values_js__WEBPACK_IMPORTED_MODULE_1__/* .urlPath */ .Lx.prefault("/metrics"),
    "headers-from": _domain_values_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .variableName */ .cG.optional(),
    /** A gauge, with every label; those of PromEx and telemetry_poller unless set. */
    metric: metricName.optional(),
    ...pace("5s", "60s"),
});
const logRate = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    "per-minute": zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().min(0, "must be a number of lines").max(100_000).prefault(10),
    ...pace("10s", "60s"),
});
const jsonPath = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
    .max(300)
    .regex(/^[^.\s]+(\.[^.\s]+)*$/, "must be the path of a number in the JSON, such as `http.requests`");
const json = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    /** Of each slot, or an address that counts for the new release. */
    path: _values_js__WEBPACK_IMPORTED_MODULE_1__/* .urlPath */ .Lx.optional(),
    url: webAddress.optional(),
    "headers-from": _domain_values_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .variableName */ .cG.optional(),
    requests: jsonPath,
    errors: jsonPath,
    ...pace("5s", "30s"),
})
    .refine((one) => (one.path === undefined) !== (one.url === undefined), {
    error: "must name either `path`, a page of each slot, or `url`, one address",
});
const command = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    run: _values_js__WEBPACK_IMPORTED_MODULE_1__/* .argv */ .vU,
    measures: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(["errors", "latency", "state", "level"]))
        .min(1, "must name what the command gives")
        .prefault(["errors"]),
    ...pace("10s", "60s"),
});
/** Every signal that the settings can ask for, by its id. */
const signalsSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    prometheus: prometheus.optional(),
    scrape: scrape.optional(),
    "router-statistics": zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej(pace("5s", "30s")).optional(),
    json: json.optional(),
    command: command.optional(),
    issues: issues.optional(),
    jobs: jobs.optional(),
    memory: zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej(pace("5s", "60s")).optional(),
    "run-queue": runQueue.optional(),
    "log-rate": logRate.optional(),
});


/***/ }),

/***/ 377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $T: () => (/* binding */ lineOfText),
/* harmony export */   HE: () => (/* binding */ linePattern),
/* harmony export */   J4: () => (/* binding */ environmentKey),
/* harmony export */   Jz: () => (/* binding */ environmentValue),
/* harmony export */   Lx: () => (/* binding */ urlPath),
/* harmony export */   Oh: () => (/* binding */ port),
/* harmony export */   S6: () => (/* binding */ errorLines),
/* harmony export */   SH: () => (/* binding */ repositoryPath),
/* harmony export */   TG: () => (/* binding */ origin),
/* harmony export */   VE: () => (/* binding */ environmentName),
/* harmony export */   WD: () => (/* binding */ labels),
/* harmony export */   bO: () => (/* binding */ tagPattern),
/* harmony export */   dn: () => (/* binding */ expression),
/* harmony export */   m1: () => (/* binding */ memory),
/* harmony export */   qx: () => (/* binding */ pageAddress),
/* harmony export */   vU: () => (/* binding */ argv),
/* harmony export */   vd: () => (/* binding */ day)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2716);
/* harmony import */ var _domain_values_day_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6895);


/** The small values of the settings file, each with the sentence that explains it. */
/** A file of the repository: a path from its root that stays inside. */
const repositoryPath = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .min(1)
    .max(300)
    .regex(/^[^/\0\n\\][^\0\n\\]*$/, "must be a path from the repository's root")
    .refine((path) => !path.split("/").includes(".."), "must not contain `..`");
/** A pattern of tags as git's own, with `*`, `?` and `[0-9]`. */
const tagPattern = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .min(1)
    .max(100)
    .regex(/^[\x21-\x7e]+$/, "must be a pattern of tags such as `v*`, without spaces")
    .refine((one) => one.split("*").length <= 4, "must have at most three `*`");
/** A path of an address. */
const urlPath = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .max(2_000)
    .regex(/^\/[\x21-\x7e]*$/, "must be a path that begins with `/`, such as `/health`");
/** A public URL: scheme, host and port, nothing else. */
const origin = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .max(300)
    .refine((text) => {
    if (!URL.canParse(text))
        return false;
    const url = new URL(text);
    return (/^https?:$/.test(url.protocol) &&
        url.username === "" &&
        url.pathname === "/" &&
        url.search === "" &&
        url.hash === "");
}, "must be http or https with a host and nothing behind it, such as `https://example.com`")
    .transform((text) => text.replace(/\/$/, ""));
const port = zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr({ error: "must be a port from 1 to 65535" })
    .min(1, "must be a port from 1 to 65535")
    .max(65_535, "must be a port from 1 to 65535");
/** A page of the web, or whom to call: an address is one of http or https. */
const pageAddress = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .max(1_000)
    .refine(isPage, "must be an http or https address, such as `https://grafana.example.com/d/shop`");
/** Labels as GitHub has them: any text without a comma. */
const labels = zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .trim()
    .regex(/^[^,]{1,50}$/, "must be a label of GitHub, of at most 50 characters and without a comma"))
    .max(20)
    .prefault([]);
/** One line for people. */
const lineOfText = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .trim()
    .min(1, "must not be empty")
    .max(300)
    .regex(/^\P{Cc}*$/u, "must be one line");
function isPage(text) {
    if (!URL.canParse(text))
        return false;
    const { protocol, username } = new URL(text);
    return /^https?:$/.test(protocol) && username === "";
}
/** The name of an environment as GitHub has it: `Production EU` and `prod/eu` are names as well. */
const environmentKey = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(/^[A-Za-z0-9_]([A-Za-z0-9 ._/-]{0,62}[A-Za-z0-9_.-])?$/, "must be 1 to 64 letters, digits, spaces, `_`, `.`, `/` or `-`, and start with a letter, digit or `_`")
    .refine((name) => !(name in {}), "must not be a name that every JavaScript object has, such as `constructor`");
/** A variable that is set for a program; what the runner and the release's own script set is not for the settings. */
const environmentName = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(/^[A-Za-z_][A-Za-z0-9_]{0,99}$/, "must be the name of an environment variable, such as `POOL_SIZE`")
    .refine((name) => !/^(RELEASE_(ROOT|VSN|TMP|SYS_CONFIG)|PD_.*|PATH|HOME|GITHUB_.*|ACTIONS_.*|INPUT_.*)$/.test(name), {
    error: "must not be a variable that the runner or the release itself sets",
});
/** Its value; what YAML reads as a number or a truth value is meant as text. */
const environmentValue = zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY()], { error: 'must be a text, such as `"10"`' })
    .transform(String)
    .refine((text) => !text.includes("\0") && text.length <= 10_000, "must be at most 10,000 characters without a NUL byte");
/** An Elixir expression for `bin/app eval`: one argument, no shell reads it. */
const expression = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .min(1)
    .max(4_000)
    .refine((text) => !text.includes("\0"), "must not hold a NUL byte");
/** A pattern of lines, for the awk of the hosts: on Debian that is mawk. What it does not know would match nothing. */
const linePattern = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .min(1)
    .max(300)
    .regex(/^[^\0\n]*$/, "must be one line")
    .refine(isPattern, "must be an extended regular expression, such as `\\[error\\]`")
    .refine((text) => !/(?<!\\)(\\\\)*\\[a-zA-Z]/.test(text), "must be without `\\d`, `\\w`, `\\s` and `\\b`, which awk does not know: write `[0-9]`, `[A-Za-z0-9_]` or `[ ]`")
    .refine((text) => !/(?<!\\)(\\\\)*\{\d/.test(text), "must be without `{2}`, which the awk of Debian 12 does not know: write it out, such as `[0-9][0-9]`");
function isPattern(text) {
    try {
        new RegExp(text);
        return true;
    }
    catch {
        return false;
    }
}
/** Lines at level error or above as Elixir's logger and LoggerJSON write them, exceptions, and crash reports. */
const errorLines = [
    "\\[(error|critical|alert|emergency)\\]",
    "\\*\\* \\([A-Za-z]",
    '"(level|severity)": ?"(error|ERROR|critical|CRITICAL|alert|emergency)"',
    "CRASH REPORT|Crash dump is being written",
];
const argument = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().refine((text) => !text.includes("\0"), "must not hold a NUL byte");
/**
 * A program and its arguments, as they are: no shell reads them. The program is no option, which `exec` of some shells
 * would take for its own.
 */
const argv = zod__WEBPACK_IMPORTED_MODULE_0__/* .tuple */ .PVZ([argument.min(1, "must name a program first").regex(/^(?!-)/, "must name a program first, without a leading `-`")], argument);
/** A day of the calendar. */
const day = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP({ error: "must be a day such as `2026-11-01`" })
    .refine(_domain_values_day_js__WEBPACK_IMPORTED_MODULE_1__/* .isDay */ .N, "must be a day that exists, such as `2026-11-01`");
/** An amount of memory as systemd writes it. */
const memory = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP({ error: "must be an amount of memory, such as `512M`" })
    .regex(/^[1-9]\d{0,5}[MG]$/, "must be an amount of memory in `M` or `G`, such as `512M` or `2G`");


/***/ }),

/***/ 1832:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BA: () => (/* binding */ serversAway),
/* harmony export */   CS: () => (/* binding */ takesTraffic),
/* harmony export */   Dm: () => (/* binding */ openAway),
/* harmony export */   Do: () => (/* binding */ slotNames),
/* harmony export */   E8: () => (/* binding */ server),
/* harmony export */   Gx: () => (/* binding */ mayTakeTraffic),
/* harmony export */   KY: () => (/* binding */ runningSlot),
/* harmony export */   LT: () => (/* binding */ carried),
/* harmony export */   MX: () => (/* binding */ hasWeights),
/* harmony export */   Np: () => (/* binding */ runs),
/* harmony export */   PP: () => (/* binding */ hostsOf),
/* harmony export */   Wu: () => (/* binding */ placesFor),
/* harmony export */   Zq: () => (/* binding */ takesFullShare),
/* harmony export */   b0: () => (/* binding */ servers),
/* harmony export */   iA: () => (/* binding */ freeSlots),
/* harmony export */   kQ: () => (/* binding */ runsAnother),
/* harmony export */   m3: () => (/* binding */ activeOf),
/* harmony export */   mG: () => (/* binding */ slotFor),
/* harmony export */   no: () => (/* binding */ onlySlot),
/* harmony export */   ov: () => (/* binding */ leaveOut),
/* harmony export */   rV: () => (/* binding */ occupied),
/* harmony export */   vA: () => (/* binding */ misrouted),
/* harmony export */   vo: () => (/* binding */ otherServers)
/* harmony export */ });
/* harmony import */ var _domain_fleet_fleet_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1885);

/** Names of the slots, sorted. */
function slotNames({ hosts, groups }) {
    return [...new Set(groups === undefined ? Object.keys(hosts[0]?.slots ?? {}) : Object.values(groups))].sort();
}
/** The slot of strategies that have exactly one (`suits`). */
function onlySlot(fleet) {
    return slotNames(fleet)[0] ?? "";
}
/** The hosts that have the slot: all of them, but where they are in groups. */
function hostsOf({ hosts }, slot) {
    return hosts.filter((host) => (0,_domain_fleet_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .hasSlot */ .P2)(host, slot));
}
/** True when something runs in the slot, of whatever release. */
function occupied(host, slot) {
    return (host.slots[slot]?.running ?? null) !== null;
}
/** True when this very release runs in the slot. */
function runs(host, slot, release) {
    return host.slots[slot]?.running?.release === release;
}
/** True when something else than this release runs in the slot. */
function runsAnother(host, slot, release) {
    return occupied(host, slot) && !runs(host, slot, release);
}
/** The router's names of a slot, one for each of these hosts. */
function servers(fleet, slot, of = fleet.hosts) {
    return of.filter((host) => (0,_domain_fleet_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .hasSlot */ .P2)(host, slot)).map(({ host }) => (0,_domain_fleet_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .serverName */ .L5)(namedBy(fleet), host, slot));
}
function namedBy({ hosts, away = [], groups }) {
    return { hosts: [...hosts, ...away], slots: hosts[0]?.slots ?? {}, groups };
}
/** The router's names of all other slots, and of hosts that are away: one that comes back has an old release. */
function otherServers(fleet, slot) {
    const others = slotNames(fleet).flatMap((name) => (name === slot ? [] : servers(fleet, name)));
    return [...others, ...serversAway(fleet)];
}
/** The servers of hosts that are away, as far as a router that answers knows them. */
function serversAway(fleet, slots = slotNames(fleet)) {
    return (fleet.away ?? [])
        .flatMap(({ host }) => slots
        .filter((slot) => (fleet.groups?.[host] ?? slot) === slot)
        .map((slot) => (0,_domain_fleet_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .serverName */ .L5)(namedBy(fleet), host, slot)))
        .filter((name) => Object.hasOwn(fleet.router ?? {}, name));
}
/** Those of them to which requests go, or would as soon as something answers there. */
function openAway(fleet, slots = slotNames(fleet)) {
    return serversAway(fleet, slots).filter((name) => {
        const seen = fleet.router?.[name];
        return (seen?.state === "ready" || seen?.state === "down") && seen.weight > 0;
    });
}
/** The fleet without these hosts, which are away now. A router that each host has for itself is away with its host. */
function leaveOut(fleet, left) {
    if (left.length === 0)
        return fleet;
    const gone = new Set(left.map(({ host }) => host));
    const own = slotNames(fleet).flatMap((slot) => servers(fleet, slot, fleet.hosts.filter(({ host }) => gone.has(host))));
    const kept = Object.entries(fleet.router ?? {}).filter(([name]) => !own.includes(name));
    return {
        ...fleet,
        hosts: fleet.hosts.filter(({ host }) => !gone.has(host)),
        away: [...(fleet.away ?? []).filter(({ host }) => !gone.has(host)), ...left],
        router: fleet.router !== null && fleet.routing?.shared === false ? Object.fromEntries(kept) : fleet.router,
    };
}
/** How the router sees a slot of a host; null without a router, and where the host has not that slot. */
function server(fleet, host, slot) {
    if (!(0,_domain_fleet_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .hasSlot */ .P2)(host, slot))
        return null;
    return fleet.router?.[(0,_domain_fleet_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .serverName */ .L5)(namedBy(fleet), host.host, slot)] ?? null;
}
/** True when new requests go to the slot. */
function takesTraffic(fleet, host, slot) {
    const seen = server(fleet, host, slot);
    return seen?.state === "ready" && seen.weight > 0;
}
/** The releases that take new requests, each as often as it does; without a router, everything that runs does. */
function carried(fleet) {
    return fleet.hosts.flatMap((host) => Object.entries(host.slots).flatMap(([slot, { running }]) => running?.release != null && (fleet.router === null || takesTraffic(fleet, host, slot))
        ? [{ host: host.host, release: running.release }]
        : []));
}
/** True when the slot takes its full share of new requests. */
function takesFullShare(fleet, host, slot) {
    return takesTraffic(fleet, host, slot) && (server(fleet, host, slot)?.weight ?? 0) >= 100;
}
/**
 * True when new requests go to the slot, or would as soon as something answers there: `down` is a server that nobody
 * drained.
 */
function mayTakeTraffic(fleet, host, slot) {
    const seen = server(fleet, host, slot);
    return (seen?.state === "ready" || seen?.state === "down") && seen.weight > 0;
}
/**
 * What the router does with each slot where new requests do not go to this one alone; nothing where they do, or without
 * a router. `shared` has the weights that are meant where requests go to several slots.
 */
function misrouted(fleet, slot, shared = null) {
    if (fleet.router === null)
        return [];
    const state = (name) => hostsOf(fleet, name).map((host) => stateText(server(fleet, host, name)));
    const wrong = shared === null ? !routedAlone(fleet, slot) : !hasWeights(fleet, shared);
    return wrong ? slotNames(fleet).map((name) => `${name} is ${state(name).join(", ")}`) : [];
}
function routedAlone(fleet, slot) {
    const everywhere = hostsOf(fleet, slot).every((host) => mayTakeTraffic(fleet, host, slot));
    return (everywhere &&
        slotNames(fleet).every((name) => name === slot || fleet.hosts.every((host) => !takesTraffic(fleet, host, name))));
}
/** True where each of these servers has this weight. A router may round a small share by one percent. */
function hasWeights({ router }, weights) {
    return Object.entries(weights).every(([name, weight]) => {
        const seen = router?.[name];
        if (seen === undefined)
            return false;
        if (weight === 0)
            return seen.state !== "ready" || seen.weight === 0;
        return seen.state === "ready" && Math.abs(seen.weight - weight) <= 1;
    });
}
function stateText(seen) {
    if (seen === null)
        return "unknown";
    return seen.state === "ready" && seen.weight !== 100 ? `ready with ${seen.weight} % of its weight` : seen.state;
}
/**
 * The release that the fleet verified last. Hosts disagree only when a run ended between two of its `activate` steps;
 * that comes after the shift, so the record that is served is the newer one. With no router, what runs on more of the
 * slot's hosts is.
 */
function activeOf(fleet) {
    const { hosts } = fleet;
    const weight = ({ release, slot }) => {
        const running = hosts.filter((host) => runs(host, slot, release));
        const serving = running.filter((host) => takesTraffic(fleet, host, slot));
        return (running.length + serving.length) / Math.max(1, hostsOf(fleet, slot).length);
    };
    return hosts
        .flatMap((host) => host.active ?? [])
        .reduce((best, one) => (best === null || weight(one) > weight(best) ? one : best), null);
}
/**
 * The slot where a verified release still runs, on any host: the recorded one if it runs there; null when it runs
 * nowhere.
 */
function runningSlot(fleet, { release, slot }) {
    const anywhere = (name) => fleet.hosts.some((host) => runs(host, name, release));
    return anywhere(slot) ? slot : (slotNames(fleet).find(anywhere) ?? null);
}
/**
 * The slot in which a release is to run. Of those that are free for it: the one that carries least of other releases'
 * traffic, then one whose hosts keep the release, then one where it runs already, then the recorded slot for the active
 * release and any other slot for all others, so that the previous release keeps its place. There must be two slots
 * (`unsuited`), and one free (`groupAway`).
 */
function slotFor(fleet, release) {
    const active = activeOf(fleet);
    const own = active?.release === release;
    const cost = (slot) => {
        const hosts = hostsOf(fleet, slot);
        return (hosts.filter((host) => takesTraffic(fleet, host, slot) && runsAnother(host, slot, release)).length * 8 +
            (hosts.some(({ releases }) => releases.includes(release)) ? 0 : 4) +
            (hosts.some((host) => runs(host, slot, release)) ? 0 : 2) +
            ((slot === active?.slot) === own ? 0 : 1));
    };
    return freeSlots(fleet, release).reduce((best, slot) => (cost(slot) < cost(best) ? slot : best));
}
/** The hosts on which a release is to run: all of them, but where they are in groups. */
function placesFor(fleet, release) {
    return fleet.groups === undefined ? fleet.hosts : hostsOf(fleet, slotFor(fleet, release));
}
/** Slots that a release may go into: not the one where another, active one runs, nor one whose hosts are all away. */
function freeSlots(fleet, release) {
    const active = activeOf(fleet);
    const taken = active === null || active.release === release ? null : runningSlot(fleet, active);
    return slotNames(fleet).filter((slot) => slot !== taken && hostsOf(fleet, slot).length > 0);
}


/***/ }),

/***/ 8298:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ endGuards),
/* harmony export */   em: () => (/* binding */ reversals),
/* harmony export */   iP: () => (/* binding */ guardedBy)
/* harmony export */ });
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1832);
/* harmony import */ var _steps_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4140);


/**
 * From a shift until it is confirmed, the routers' hosts guard it: where the run dies or is cut off, they send traffic
 * back by themselves to the release that was verified last.
 */
/** The steps by which a release takes the traffic, guarded, and the confirmation after them. */
function guardedBy(seconds, placement, taking) {
    const guard = guardOf(placement, seconds);
    const guarded = taking.map((one) => (one.type === "shift" && guard !== null ? _steps_js__WEBPACK_IMPORTED_MODULE_0__/* .shift */ .BN(one.weights, guard) : one));
    const armed = taking.some(({ type }) => type === "shift") ? guard : null;
    return [...guarded, ...confirmations(placement.fleet, armed)];
}
/** Ends the guards that an earlier run left: this one decides what serves. */
function endGuards(fleet) {
    return confirmations(fleet, null);
}
/** What hosts did by themselves since the last run. */
function reversals(fleet) {
    return machines(fleet).flatMap(({ host, reversed }) => {
        if (reversed === undefined)
            return [];
        const at = new Date(reversed.at * 1_000).toISOString().replace(/\.\d+Z$/, "Z");
        return [
            `${host} sent traffic back to the previous release by itself at ${at}: there was no sign of life of ` +
                `${reversed.owner} for ${reversed.seconds} s.`,
        ];
    });
}
function confirmations(fleet, guard) {
    return machines(fleet)
        .filter(({ routes, guarded }) => routes === true && (guard !== null || guarded === true))
        .map((host) => _steps_js__WEBPACK_IMPORTED_MODULE_0__/* .confirm */ .lJ(host, guard));
}
/** All traffic to the release that was verified last, where it runs; null where there is none to go back to. */
function guardOf({ fleet, wanted }, seconds) {
    const active = (0,_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .activeOf */ .m3)(fleet);
    if (seconds === 0 || active === null || active.release === wanted.release)
        return null;
    const home = (0,_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .runningSlot */ .KY)(fleet, active);
    if (home === null)
        return null;
    const able = fleet.hosts.filter((host) => (0,_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .runs */ .Np)(host, home, active.release));
    return { seconds, weights: _steps_js__WEBPACK_IMPORTED_MODULE_0__/* .onlyTo */ .Yg((0,_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .servers */ .b0)(fleet, home, able), (0,_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .otherServers */ .vo)(fleet, home)) };
}
function machines({ hosts, routerHosts = [] }) {
    return [...hosts, ...routerHosts];
}


/***/ }),

/***/ 8211:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   It: () => (/* binding */ completeRecords),
/* harmony export */   m0: () => (/* binding */ endAttempts),
/* harmony export */   vG: () => (/* binding */ freeSlot),
/* harmony export */   wh: () => (/* binding */ explainAgain)
/* harmony export */ });
/* harmony import */ var _domain_fleet_fleet_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1885);
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1832);
/* harmony import */ var _phases_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5191);
/* harmony import */ var _steps_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4140);
/* harmony import */ var _verified_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(8815);





/**
 * A run that ended between two `activate` steps left hosts behind: those that run the release too, or have not its
 * slot, get the record that the others have, before anything else is recorded.
 */
function completeRecords(fleet) {
    const active = (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .activeOf */ .m3)(fleet);
    if (active === null)
        return { steps: [], fleet };
    const { release, slot } = active;
    const behind = fleet.hosts.filter((host) => host.active?.release !== release && ((0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .runs */ .Np)(host, slot, release) || !(0,_domain_fleet_fleet_js__WEBPACK_IMPORTED_MODULE_1__/* .hasSlot */ .P2)(host, slot)));
    return {
        steps: behind.map((host) => _steps_js__WEBPACK_IMPORTED_MODULE_2__/* .since */ .XP(_steps_js__WEBPACK_IMPORTED_MODULE_2__/* .activate */ .Yf(host, slot, release), (0,_domain_fleet_fleet_js__WEBPACK_IMPORTED_MODULE_1__/* .hasSlot */ .P2)(host, slot) ? "an earlier run ended before it recorded this" : "it has another one on record")),
        fleet: change(fleet, behind, (host) => ({
            active: { release, slot, before: host.active?.release ?? null },
            current: (0,_domain_fleet_fleet_js__WEBPACK_IMPORTED_MODULE_1__/* .hasSlot */ .P2)(host, slot) ? release : host.current,
            intent: null,
            // What serves is not held: the record ends that.
            holdUntil: (0,_domain_fleet_fleet_js__WEBPACK_IMPORTED_MODULE_1__/* .hasSlot */ .P2)(host, slot) ? null : host.holdUntil,
        })),
    };
}
/**
 * Frees a slot for the wanted release, whatever an interrupted run or a hold left there. Requests that go there return
 * first: to the active release, verified again, if it still runs anywhere; else to what the router has besides. A slot
 * that nobody drained is drained, so that a release takes no traffic before it was verified.
 */
function freeSlot(placement) {
    const { fleet: observed, wanted, slot } = placement;
    const { steps, fleet } = returnTraffic(placement) ?? drainOpen(placement) ?? { steps: [], fleet: observed };
    const others = observed.hosts.filter((host) => (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .runsAnother */ .kQ)(host, slot, wanted.release));
    return { steps: [...steps, ...(0,_phases_js__WEBPACK_IMPORTED_MODULE_3__/* .drainAndStop */ .cQ)(placement, others, (host) => whyFreed(placement, host))], fleet };
}
/** Why a slot is freed of what runs there; null for the previous release, which only waits there for a rollback. */
function whyFreed({ fleet, wanted, slot }, host) {
    const running = host.slots[slot]?.running?.release ?? null;
    const needed = `slot ${slot} is needed for ${wanted.release}`;
    if (running === null) {
        const begun = host.intent?.slot === slot;
        return `${begun ? "an earlier run only began to start it" : "it is no release here"}, and ${needed}`;
    }
    if (!(0,_verified_js__WEBPACK_IMPORTED_MODULE_4__/* .wasVerified */ .YI)(fleet, running))
        return `it was never verified, and ${needed}`;
    return running === host.active?.release ? needed : null;
}
/** Traffic of an unverified release in the slot goes back to the active one; null where there is none, or no way. */
function returnTraffic({ fleet, wanted, slot }) {
    const { hosts } = fleet;
    const active = (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .activeOf */ .m3)(fleet);
    if (active === null || active.release === wanted.release)
        return null;
    const { release } = active;
    const home = (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .runningSlot */ .KY)(fleet, active);
    const unverified = hosts.some((host) => (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .runsAnother */ .kQ)(host, slot, wanted.release) && (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .takesTraffic */ .CS)(fleet, host, slot));
    if (home === null || !unverified)
        return null;
    const there = (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .hostsOf */ .PP)(fleet, home);
    const able = there.filter((host) => host.releases.includes(release) && !(0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .runsAnother */ .kQ)(host, home, release));
    if (able.length === 0)
        return null;
    const behind = there.filter((host) => !able.includes(host) && servesItsOwn({ fleet, slot }, host, home));
    const goes = (host) => (able.includes(host) ? release : (host.active?.release ?? release));
    const going = [...able, ...behind];
    const weights = _steps_js__WEBPACK_IMPORTED_MODULE_2__/* .onlyTo */ .Yg((0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .servers */ .b0)(fleet, home, going), (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .servers */ .b0)(fleet, slot));
    const returning = `the requests of slot ${slot} return to it`;
    const awaited = going.map((host) => _steps_js__WEBPACK_IMPORTED_MODULE_2__/* .awaitHealthy */ .iX({ host, slot: home, release: goes(host) }, wanted.healthyWithinMs));
    const steps = [
        ...(0,_phases_js__WEBPACK_IMPORTED_MODULE_3__/* .startIn */ .Ws)({ wanted: { ...wanted, release }, slot: home }, able).map((one) => _steps_js__WEBPACK_IMPORTED_MODULE_2__/* .since */ .XP(one, returning)),
        ...behind.map((host) => _steps_js__WEBPACK_IMPORTED_MODULE_2__/* .since */ .XP(_steps_js__WEBPACK_IMPORTED_MODULE_2__/* .start */ .ni(host, home, goes(host)), `${host.host} lacks ${release} and slot ${slot} is needed`)),
        ...awaited.map((one) => _steps_js__WEBPACK_IMPORTED_MODULE_2__/* .since */ .XP(one, returning)),
        _steps_js__WEBPACK_IMPORTED_MODULE_2__/* .since */ .XP(_steps_js__WEBPACK_IMPORTED_MODULE_2__/* .shift */ .BN(weights), whyReturned({ fleet, wanted, slot })),
    ];
    const running = change(fleet, going, (host) => {
        const { slots } = host;
        const { port = 0, running: ran = null } = slots[home] ?? {};
        const runningNow = { pid: ran?.pid ?? 0, release: goes(host) };
        return { slots: { ...slots, [home]: { port, link: goes(host), running: runningNow } } };
    });
    return { steps, fleet: shifted(running, weights) };
}
function whyReturned({ fleet, wanted, slot }) {
    const carried = fleet.hosts
        .filter((host) => (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .runsAnother */ .kQ)(host, slot, wanted.release) && (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .takesTraffic */ .CS)(fleet, host, slot))
        .map((host) => host.slots[slot]?.running?.release ?? null);
    const stray = carried.find((one) => one === null || !(0,_verified_js__WEBPACK_IMPORTED_MODULE_4__/* .wasVerified */ .YI)(fleet, one));
    if (stray === undefined)
        return `slot ${slot} is needed for ${wanted.release}`;
    return `${stray ?? "what runs"} in slot ${slot} was never verified`;
}
/** A host that was away, and serves the release that it has on record from the slot that is needed now. */
function servesItsOwn({ fleet, slot }, host, home) {
    const own = host.active?.release ?? null;
    if (own === null || !(0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .runs */ .Np)(host, slot, own) || !host.releases.includes(own))
        return false;
    return (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .takesTraffic */ .CS)(fleet, host, slot) && !(0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .occupied */ .rV)(host, home);
}
/** Drains the slot where the router would send requests as soon as something answers there; null where it would not. */
function drainOpen({ fleet, wanted, slot }) {
    const exposed = fleet.hosts.filter((host) => (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .mayTakeTraffic */ .Gx)(fleet, host, slot) && !(0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .runs */ .Np)(host, slot, wanted.release));
    const drained = (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .servers */ .b0)(fleet, slot, exposed);
    const serving = Object.entries(fleet.router ?? {}).flatMap(([name, { state, weight }]) => state === "ready" && weight > 0 && !drained.includes(name) ? [name] : []);
    if (drained.length === 0 || serving.length === 0)
        return null;
    const weights = _steps_js__WEBPACK_IMPORTED_MODULE_2__/* .onlyTo */ .Yg(serving, drained);
    const why = `nobody drained slot ${slot}, and requests would reach ${wanted.release} before it is verified`;
    return { steps: [_steps_js__WEBPACK_IMPORTED_MODULE_2__/* .since */ .XP(_steps_js__WEBPACK_IMPORTED_MODULE_2__/* .shift */ .BN(weights), why)], fleet: shifted(fleet, weights) };
}
/**
 * Where the verified release is deployed again, why some hosts get it all the same: they were away when the others did,
 * or it runs there no longer.
 */
function explainAgain(fleet, { release }, steps) {
    const active = (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .activeOf */ .m3)(fleet);
    if (active?.release !== release)
        return steps;
    const why = (host) => {
        if (host.active === null)
            return `${host.host} has no verified release yet`;
        if (host.active.release !== release)
            return `${host.host} is behind, with ${host.active.release} on record`;
        return null;
    };
    return steps.map((one) => {
        if (one.type !== "upload" && one.type !== "unpack" && one.type !== "start")
            return one;
        const host = fleet.hosts.find((each) => each.host === one.host);
        if (host === undefined || one.release !== release)
            return one;
        const gone = one.type === "start" && !(0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .runs */ .Np)(host, one.slot, release) ? "it does not run there any more" : null;
        return _steps_js__WEBPACK_IMPORTED_MODULE_2__/* .since */ .XP(one, why(host) ?? gone);
    });
}
/** Stops what the failed run, or an interrupted one before it, started in this slot. */
function endAttempts(placement, active) {
    const { fleet, wanted, slot } = placement;
    const attempted = ({ slots, intent }) => {
        const running = slots[slot]?.running?.release ?? null;
        if (running !== null && running === active?.release)
            return false;
        // A release that has only begun to boot is still its start script, which belongs to no release folder.
        const intended = intent?.slot === slot && (running === null || running === intent.release);
        return running === wanted.release || intended;
    };
    const attempts = fleet.hosts.filter((host) => (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .occupied */ .rV)(host, slot) && attempted(host));
    return attempts.length === 0 ? [] : (0,_phases_js__WEBPACK_IMPORTED_MODULE_3__/* .drainAndStop */ .cQ)(placement, attempts);
}
function change(fleet, hosts, to) {
    return { ...fleet, hosts: fleet.hosts.map((host) => (hosts.includes(host) ? { ...host, ...to(host) } : host)) };
}
function shifted(fleet, weights) {
    const after = (name, seen) => {
        const weight = weights[name];
        if (weight === undefined)
            return seen;
        return weight === 0 ? { ...seen, state: "drain" } : { ...seen, state: "ready", weight };
    };
    const router = Object.fromEntries(Object.entries(fleet.router ?? {}).map(([name, seen]) => [name, after(name, seen)]));
    return { ...fleet, router };
}


/***/ }),

/***/ 5191:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Df: () => (/* binding */ migrateSchema),
/* harmony export */   H9: () => (/* binding */ verifyWithTraffic),
/* harmony export */   MX: () => (/* binding */ verify),
/* harmony export */   S5: () => (/* binding */ retire),
/* harmony export */   Wj: () => (/* binding */ shiftAll),
/* harmony export */   Ws: () => (/* binding */ startIn),
/* harmony export */   Y5: () => (/* binding */ outliveHold),
/* harmony export */   ai: () => (/* binding */ install),
/* harmony export */   cQ: () => (/* binding */ drainAndStop),
/* harmony export */   g1: () => (/* binding */ record),
/* harmony export */   pP: () => (/* binding */ awayWhy)
/* harmony export */ });
/* harmony import */ var _domain_fleet_fleet_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1885);
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1832);
/* harmony import */ var _steps_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4140);
/* harmony import */ var _verified_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8815);




/** Puts the release on every host of the slot that lacks it: to all at once, and then unpacked on all at once. */
function install({ fleet, wanted: { release }, slot }) {
    const lacking = (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .hostsOf */ .PP)(fleet, slot).filter((host) => !host.releases.includes(release));
    return [...lacking.map((host) => _steps_js__WEBPACK_IMPORTED_MODULE_1__/* .upload */ .Se(host, release)), ...lacking.map((host) => _steps_js__WEBPACK_IMPORTED_MODULE_1__/* .unpack */ .l1(host, release))];
}
/**
 * Migrations run from the slot's first host, before any new instance takes traffic. Always planned: the step asks the
 * database for its versions, and runs nothing where all are there. That they were run once says nothing of the database
 * that is there now.
 */
function migrateSchema({ fleet, wanted, slot }) {
    const [first] = (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .hostsOf */ .PP)(fleet, slot);
    if (!wanted.migrate || first === undefined)
        return [];
    return [
        ...(wanted.backup === true ? [_steps_js__WEBPACK_IMPORTED_MODULE_1__/* .backup */ .RR(first, wanted.release)] : []),
        ...settle(fleet, wanted, "before"),
        _steps_js__WEBPACK_IMPORTED_MODULE_1__/* .migrate */ ._r(first, wanted.release),
        ...settle(fleet, wanted, "after"),
    ];
}
/** A look at the release that serves while the schema changes, where another one does. */
function settle(fleet, { release, settleMs = 0 }, when) {
    const active = (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .activeOf */ .m3)(fleet);
    if (settleMs === 0 || active === null || active.release === release)
        return [];
    const serves = (host) => (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .runs */ .Np)(host, active.slot, active.release) && (fleet.router === null || (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .takesTraffic */ .CS)(fleet, host, active.slot));
    const host = fleet.hosts.find(serves);
    return host === undefined ? [] : [_steps_js__WEBPACK_IMPORTED_MODULE_1__/* .settle */ .G9({ host, ...active }, when, settleMs)];
}
/** Starts the release on those of these hosts that have the slot, where it does not run yet. */
function startIn({ slot, wanted }, hosts) {
    const { release } = wanted;
    return hosts.filter((host) => toStart(host, slot, release)).map((host) => _steps_js__WEBPACK_IMPORTED_MODULE_1__/* .start */ .ni(host, slot, release));
}
function toStart(host, slot, release) {
    return (0,_domain_fleet_fleet_js__WEBPACK_IMPORTED_MODULE_2__/* .hasSlot */ .P2)(host, slot) && (!(0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .runs */ .Np)(host, slot, release) || host.slots[slot]?.link !== release);
}
/**
 * Verifies the release in its slot: health on every host, smoke tests on those of `tested` where it takes no traffic
 * yet.
 */
function verify({ fleet, wanted, slot }, tested) {
    const { release, healthyWithinMs } = wanted;
    const quiet = tested.filter((host) => !((0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .takesTraffic */ .CS)(fleet, host, slot) && (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .runs */ .Np)(host, slot, release)));
    return [
        ...(0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .hostsOf */ .PP)(fleet, slot).map((host) => _steps_js__WEBPACK_IMPORTED_MODULE_1__/* .awaitHealthy */ .iX({ host, slot, release }, healthyWithinMs)),
        ...(wanted.smoke ? quiet.map((host) => _steps_js__WEBPACK_IMPORTED_MODULE_1__/* .smokeSlot */ .My({ host, slot, release })) : []),
    ];
}
/**
 * What only waits for its hold to end is to take requests again: a host whose router is elsewhere does not see that,
 * and would stop it, where this run is cut before it records the release.
 */
function outliveHold({ fleet, wanted: { release }, slot }) {
    if (fleet.routing?.shared !== true || (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .activeOf */ .m3)(fleet)?.release === release)
        return [];
    const held = (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .hostsOf */ .PP)(fleet, slot).filter((host) => host.holdUntil !== null && (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .runs */ .Np)(host, slot, release));
    return held.map((host) => _steps_js__WEBPACK_IMPORTED_MODULE_1__/* .holdAtLarge */ .iI(host, slot));
}
/** Sends all traffic to the slot, unless it goes there, and only there, already. */
function shiftAll({ fleet, wanted, slot }) {
    const there = (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .hostsOf */ .PP)(fleet, slot).every((host) => (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .takesFullShare */ .Zq)(fleet, host, slot) && (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .runs */ .Np)(host, slot, wanted.release));
    const elsewhere = (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .slotNames */ .Do)(fleet).some((name) => name !== slot && fleet.hosts.some((host) => (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .mayTakeTraffic */ .Gx)(fleet, host, name)));
    if (there && !elsewhere && (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .openAway */ .Dm)(fleet).length === 0)
        return [];
    const shift = _steps_js__WEBPACK_IMPORTED_MODULE_1__/* .shift */ .BN(_steps_js__WEBPACK_IMPORTED_MODULE_1__/* .onlyTo */ .Yg((0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .servers */ .b0)(fleet, slot), (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .otherServers */ .vo)(fleet, slot)));
    if (!there)
        return [shift];
    return [_steps_js__WEBPACK_IMPORTED_MODULE_1__/* .since */ .XP(shift, elsewhere ? `${wanted.release} is to have them all` : awayWhy)];
}
/** Why a host that is away loses its traffic. */
const awayWhy = "a host that is away would come back with an old release";
/** Smoke tests and watch through the public URL. */
function verifyWithTraffic({ fleet, wanted, slot }) {
    const { release, watchMs } = wanted;
    const [host] = (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .hostsOf */ .PP)(fleet, slot);
    if (host === undefined)
        return [];
    return [
        ...(wanted.smoke ? [_steps_js__WEBPACK_IMPORTED_MODULE_1__/* .smokePublic */ .bc({ host, slot, release })] : []),
        ...(watchMs > 0 ? [_steps_js__WEBPACK_IMPORTED_MODULE_1__/* .observe */ .lB({ host, slot, release }, watchMs)] : []),
    ];
}
/**
 * Records the release as the verified one where that is not whole yet, or where a start leaves an intent, which the
 * record ends: on these hosts of the slot, and on all that have it not, so that each one knows what serves.
 */
function record({ fleet, wanted, slot }, hosts) {
    const { release } = wanted;
    const whole = (host) => host.active?.release === release &&
        host.active.slot === slot &&
        (host.current === release || !(0,_domain_fleet_fleet_js__WEBPACK_IMPORTED_MODULE_2__/* .hasSlot */ .P2)(host, slot)) &&
        host.intent === null;
    return fleet.hosts
        .filter((host) => hosts.includes(host) || !(0,_domain_fleet_fleet_js__WEBPACK_IMPORTED_MODULE_2__/* .hasSlot */ .P2)(host, slot))
        .filter((host) => !whole(host) || toStart(host, slot, release))
        .map((host) => _steps_js__WEBPACK_IMPORTED_MODULE_1__/* .activate */ .Yf(host, slot, release));
}
/**
 * What runs in the other slots after the record: the previous release stays warm for `holdSeconds`, once; when its hold
 * is over it is stopped, as is everything else.
 */
function retire({ fleet, wanted, slot }, active) {
    const { release, holdSeconds } = wanted;
    const fresh = active?.release !== release;
    const previous = fresh ? active?.release : active.before;
    // A start forgets the hold of its host.
    const heldUntil = (host) => (fresh || toStart(host, slot, release) ? null : host.holdUntil);
    return (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .slotNames */ .Do)(fleet).flatMap((name) => {
        if (name === slot)
            return [];
        const left = fleet.hosts.filter((host) => (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .occupied */ .rV)(host, name));
        const warm = left.filter((host) => {
            const until = heldUntil(host);
            return host.slots[name]?.running?.release === previous && (until === null ? holdSeconds > 0 : until > host.now);
        });
        const over = left.filter((host) => !warm.includes(host));
        const whyOver = (host) => {
            const running = host.slots[name]?.running?.release ?? null;
            if (running === null || !(0,_verified_js__WEBPACK_IMPORTED_MODULE_3__/* .wasVerified */ .YI)(fleet, running))
                return "it was never verified";
            if (running !== previous)
                return `it is neither ${release} nor the release before it`;
            return heldUntil(host) === null ? null : "its hold is over";
        };
        return [
            ...warm.filter((host) => heldUntil(host) === null).map((host) => _steps_js__WEBPACK_IMPORTED_MODULE_1__/* .hold */ ._2(host, name, holdSeconds)),
            ...(over.length === 0 ? [] : drainAndStop({ fleet, wanted, slot: name }, over, whyOver)),
        ];
    });
}
/**
 * Stops what runs in a slot of these hosts, once its requests are done. What an interrupted or failed start left there
 * without a request is stopped at once: the Erlang VM loses a SIGTERM that comes while it boots. `why` it is stopped on
 * a host; null where every deployment does so.
 */
function drainAndStop({ fleet, wanted, slot }, hosts, why = () => null) {
    const busy = hosts.filter((host) => host.intent?.slot !== slot || (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .takesTraffic */ .CS)(fleet, host, slot) || ((0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .server */ .E8)(fleet, host, slot)?.sessions ?? 0) > 0);
    return [
        ...(fleet.router === null || busy.length === 0 ? [] : [_steps_js__WEBPACK_IMPORTED_MODULE_1__/* .drain */ .Ze((0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .servers */ .b0)(fleet, slot, busy), wanted.drainMs)]),
        ...hosts.map((host) => _steps_js__WEBPACK_IMPORTED_MODULE_1__/* .since */ .XP(_steps_js__WEBPACK_IMPORTED_MODULE_1__/* .stop */ .ds(host, slot, busy.includes(host) ? "drain" : "kill"), why(host))),
    ];
}


/***/ }),

/***/ 1628:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  W: () => (/* binding */ strategies),
  x: () => (/* binding */ strategyOf)
});

// EXTERNAL MODULE: ./build/src/strategies/phases.js
var phases = __nccwpck_require__(5191);
// EXTERNAL MODULE: ./build/src/domain/fleet/fleet.js
var fleet_fleet = __nccwpck_require__(1885);
// EXTERNAL MODULE: ./build/src/domain/values/settings.js
var settings = __nccwpck_require__(988);
// EXTERNAL MODULE: ./build/src/strategies/facts.js
var facts = __nccwpck_require__(1832);
// EXTERNAL MODULE: ./build/src/strategies/guard.js
var guard = __nccwpck_require__(8298);
// EXTERNAL MODULE: ./build/src/strategies/leftovers.js
var leftovers = __nccwpck_require__(8211);
// EXTERNAL MODULE: ./build/src/strategies/steps.js
var strategies_steps = __nccwpck_require__(4140);
;// CONCATENATED MODULE: ./build/src/strategies/old-releases.js


/**
 * Removes releases beyond the newest `keep` on every host of `slot`, judged by the facts as they will be once the
 * wanted release is active there. Never what a link or a process names, never the active release, nor the previous one,
 * to which a rollback goes.
 */
function removeOldReleases({ fleet, wanted, slot }) {
    const { release } = wanted;
    return (0,facts/* hostsOf */.PP)(fleet, slot).flatMap((host) => {
        const releases = host.releases.includes(release) ? host.releases : [...host.releases, release];
        const before = host.active?.release === release ? host.active.before : host.active?.release;
        const others = Object.entries(host.slots).flatMap(([name, { link, running }]) => name === slot ? [] : [link, running?.release]);
        const live = new Set([release, before, ...others]);
        const remove = releases.slice(0, Math.max(0, releases.length - wanted.keep)).filter((one) => !live.has(one));
        return remove.length === 0 ? [] : [strategies_steps/* removeReleases */.rs({ ...host, releases }, remove)];
    });
}

;// CONCATENATED MODULE: ./build/src/strategies/two-slots.js








/**
 * What strategies with two slots have in common: the release starts in the slot that does not serve, is verified there,
 * takes the traffic, is verified again and recorded; only then the old slot is drained and stopped, or kept warm. They
 * differ in how it takes the traffic.
 */
/** What of these slots and router such a strategy cannot work with. */
function unsuitedForTwoSlots(type, { slots, routed, routing, groups }) {
    const faults = [];
    const count = Object.keys(slots).length;
    if (count !== 2)
        faults.push({
            key: "slots",
            says: `Strategy \`${type}\` needs two slots; this environment has ${count}.`,
            remedy: "Name two, such as `{blue: {port: 4000}, green: {port: 4001}}`.",
        });
    if (!routed)
        faults.push({
            key: "router",
            says: `Strategy \`${type}\` needs a router.`,
            remedy: "Set `router: {type: haproxy, …}`, or `strategy: {type: restart}`.",
        });
    else if (groups !== undefined && routing?.shared === false)
        faults.push({
            key: "router",
            says: "Groups of hosts need a router in front of both; here each host has its own.",
            remedy: "Name the host that it runs on, such as `router: {type: haproxy, on: lb1, …}`.",
        });
    return faults;
}
/** `confirm` in the settings. */
const confirmSetting = settings/* duration */.p0
    .refine((ms) => ms === 0 || ms >= 15_000, "must be at least 15s, or 0s for never")
    .prefault("60s");
/**
 * What an interrupted run left is read from the facts alone. If it left the wanted release, with or without traffic,
 * that one is verified and recorded. If it left another one that was never verified, traffic returns to the active
 * release before that slot is touched; where the active release runs nowhere any more, what serves goes on serving and
 * the wanted release takes the dead slot.
 */
function deployBeside(observed, wanted, takeTraffic) {
    const { release } = wanted;
    const completed = (0,leftovers/* completeRecords */.It)(observed);
    const slot = (0,facts/* slotFor */.mG)(completed.fleet, release);
    const freed = (0,leftovers/* freeSlot */.vG)({ fleet: completed.fleet, wanted, slot });
    const { fleet } = freed;
    const placement = { fleet, wanted, slot };
    const hosts = (0,facts/* hostsOf */.PP)(fleet, slot);
    const active = (0,facts/* activeOf */.m3)(fleet);
    const steps = [
        ...completed.steps,
        ...freed.steps,
        ...(0,leftovers/* explainAgain */.wh)(fleet, wanted, phases/* install */.ai(placement)),
        ...phases/* migrateSchema */.Df(placement),
        ...(0,leftovers/* explainAgain */.wh)(fleet, wanted, phases/* startIn */.Ws(placement, hosts)),
        ...phases/* verify */.MX(placement, hosts),
        ...phases/* outliveHold */.Y5(placement),
        ...(0,guard/* guardedBy */.iP)(Math.round(wanted.own.confirm / 1_000), placement, takeTraffic(placement)),
        ...phases/* record */.g1(placement, hosts),
        ...phases/* retire */.S5(placement, active),
        ...removeOldReleases(placement),
    ];
    const place = fleet.groups === undefined ? `slot ${slot}` : `group ${slot} (${(0,fleet_fleet/* hostNames */.n3)(hosts)})`;
    const says = active?.release === release
        ? `${release} is already the verified release of ${wanted.environment}: verify it again in ${place}.`
        : `Deploy ${release} to ${wanted.environment}, ${wanted.strategy}, into ${place}.`;
    return { says, steps };
}
/**
 * A new instance without traffic is only ended. One with traffic loses it first, to the active release, which is
 * started again if it is gone and verified before and after. The new one is stopped last: where it failed as a release
 * that was verified before, it may be the only verified one that runs until then.
 */
function recoverBeside(fleet, { failed, active, able, mark }) {
    const { release } = active;
    const home = (0,facts/* slotFor */.mG)(fleet, release);
    const placement = { fleet, wanted: { ...failed, release }, slot: home };
    const end = (slot) => (0,leftovers/* endAttempts */.m0)({ fleet, wanted: failed, slot }, active);
    const others = (0,facts/* slotNames */.Do)(fleet).filter((slot) => slot !== home);
    const carrying = others.filter((slot) => fleet.hosts.some((host) => (0,facts/* takesTraffic */.CS)(fleet, host, slot)));
    const whole = (0,facts/* openAway */.Dm)(fleet, others).length === 0 &&
        carrying.length === 0 &&
        able.every((host) => (0,facts/* takesFullShare */.Zq)(fleet, host, home) && (0,facts/* runs */.Np)(host, home, release));
    const [first] = able;
    // What a host that is away serves from the active release's slot is left to it.
    const closed = [...others.flatMap((slot) => (0,facts/* servers */.b0)(fleet, slot)), ...(0,facts/* serversAway */.BA)(fleet, others)];
    const toActive = [
        ...(0,leftovers/* freeSlot */.vG)(placement).steps,
        ...phases/* startIn */.Ws(placement, able).map((one) => strategies_steps/* since */.XP(one, "it does not run there any more")),
        ...able.map((host) => strategies_steps/* awaitHealthy */.iX({ host, slot: home, release }, failed.healthyWithinMs)),
        strategies_steps/* shift */.BN(strategies_steps/* onlyTo */.Yg((0,facts/* servers */.b0)(fleet, home, able), closed)),
        ...(failed.smoke && first !== undefined ? [strategies_steps/* smokePublic */.bc({ host: first, slot: home, release })] : []),
    ];
    return [
        ...(whole ? [] : toActive),
        ...phases/* record */.g1(placement, able),
        ...(0,guard/* endGuards */.G)(fleet),
        ...mark,
        ...others.flatMap(end),
    ];
}
/** A release that is warm in its slot only needs the shift; a cold one is started and verified before it. */
function rollbackBeside(observed, { wanted, verified, mark }) {
    const { release } = wanted;
    const slot = (0,facts/* slotFor */.mG)(observed, release);
    const { steps, fleet } = (0,leftovers/* freeSlot */.vG)({ fleet: observed, wanted, slot });
    const placement = { fleet, wanted, slot };
    // What was verified and kept running is not tested again: every second counts.
    const hosts = (0,facts/* hostsOf */.PP)(fleet, slot);
    const untested = hosts.filter((host) => !verified || !(0,facts/* runs */.Np)(host, slot, release));
    return [
        ...steps,
        ...phases/* startIn */.Ws(placement, hosts),
        ...phases/* verify */.MX(placement, untested),
        ...phases/* outliveHold */.Y5(placement),
        ...phases/* shiftAll */.Wj(placement),
        ...phases/* verifyWithTraffic */.H9(placement),
        // Where traffic is there already, no shift ends the guard of the run that sent it.
        ...(0,guard/* endGuards */.G)(fleet),
        ...mark,
        ...phases/* record */.g1(placement, hosts),
        ...phases/* retire */.S5(placement, (0,facts/* activeOf */.m3)(fleet)),
    ];
}

;// CONCATENATED MODULE: ./build/src/strategies/blue-green.js


/**
 * Blue-green: the release starts in the slot that does not serve, is verified there, takes all traffic at once, is
 * verified again and recorded; only then the old slot is drained and stopped, or kept warm (Phase 6: Blue-Green
 * Deployment). The slots are on every host, or each on a group of hosts of its own.
 */
const blueGreen = {
    type: "blue-green",
    groups: true,
    settings: { confirm: confirmSetting },
    holds: true,
    suits: (layout) => unsuitedForTwoSlots("blue-green", layout),
    deploy: (fleet, wanted) => deployBeside(fleet, wanted, (placement) => [...phases/* shiftAll */.Wj(placement), ...phases/* verifyWithTraffic */.H9(placement)]),
    recover: recoverBeside,
    rollback: rollbackBeside,
    warnings: () => [],
};

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 8 modules
var schemas = __nccwpck_require__(2716);
;// CONCATENATED MODULE: ./build/src/strategies/canary.js






/**
 * Canary: the release starts in the slot that does not serve, is verified there, and takes a small part of the traffic
 * first, then more; after each step it is watched (Phase 6: Canary Deployment). Where the router has no weights, the
 * parts are hosts. What fails is rolled back as in blue-green.
 */
const canary = {
    type: "canary",
    settings: {
        confirm: confirmSetting,
        steps: schemas/* array */.YOg(settings/* percentage */.X1.pipe(schemas/* number */.aig().gt(0, "must be above 0 %")))
            .min(2, "must have at least two steps, such as `[5, 25, 50, 100]`")
            .max(20, "must have at most 20 steps")
            .refine((steps) => steps.every((one, index) => index === 0 || one > (steps[index - 1] ?? 0)), "must be ascending")
            .refine((steps) => steps.at(-1) === 100, "must end with 100, which gives the release all requests")
            .prefault([5, 25, 50, 100]),
        pause: settings/* duration */.p0.pipe(schemas/* number */.aig().min(10_000, "must be at least 10s: less shows nothing")).prefault("2m"),
    },
    holds: true,
    suits: (layout) => [...unsuitedForTwoSlots("canary", layout), ...weightless(layout)],
    deploy: (fleet, wanted) => deployBeside(fleet, wanted, (placement) => takeByParts(placement, wanted.own)),
    recover: recoverBeside,
    rollback: rollbackBeside,
    warnings: () => [],
};
function weightless({ hosts, routed, routing }) {
    if (!routed || routing?.weights !== false || hosts.length > 1)
        return [];
    return [
        {
            key: "router",
            says: "Strategy `canary` needs a router with weights, or several hosts.",
            remedy: "Choose a router that has weights, such as `haproxy`, or `strategy: {type: blue-green}`.",
        },
    ];
}
/**
 * From the part that the release has already, as an interrupted run leaves it, to all of the traffic. What never served
 * here has no release beside it to share with: it takes all at once.
 */
function takeByParts(placement, { steps, pause }) {
    const whole = [...phases/* shiftAll */.Wj(placement), ...phases/* verifyWithTraffic */.H9(placement)];
    const { fleet, wanted, slot } = placement;
    const sharing = sharingHosts(placement);
    const [host] = sharing?.hosts ?? [];
    if (sharing === null || host === undefined)
        return whole;
    const weighted = fleet.routing?.weights !== false;
    if (!weighted && sharing.hosts.length < 2)
        return whole;
    const { release } = wanted;
    const shares = sharing.hosts.map((one) => shareOf(placement, one, sharing.home));
    const reached = weighted ? Math.min(...shares) : shares.reduce((sum, one) => sum + one, 0) / shares.length;
    const orders = steps.filter((part) => part < 100 && part >= reached).map((part) => partOf(placement, sharing, part));
    const distinct = orders.filter((one, index) => JSON.stringify(one) !== JSON.stringify(orders[index - 1]));
    const parts = distinct.flatMap((weights, index) => [
        ...(index === 0 && (0,facts/* hasWeights */.MX)(fleet, weights) ? [] : [strategies_steps/* shift */.BN(weights)]),
        ...(index === 0 && wanted.smoke ? [strategies_steps/* smokeShared */.D2({ host, slot, release }, weights)] : []),
        strategies_steps/* observeShared */.K1({ host, slot, release }, weights, pause),
    ]);
    return [...parts, ...whole];
}
/** Null where no verified release serves to share with. */
function sharingHosts({ fleet, wanted, slot }) {
    const active = (0,facts/* activeOf */.m3)(fleet);
    if (active === null || active.release === wanted.release)
        return null;
    const home = (0,facts/* runningSlot */.KY)(fleet, active);
    if (home === null || home === slot)
        return null;
    const hosts = fleet.hosts.filter((host) => (0,facts/* occupied */.rV)(host, home) && (0,facts/* takesTraffic */.CS)(fleet, host, home));
    return { home, hosts };
}
/** Percent of a host's new requests that the release takes now. */
function shareOf({ fleet, wanted, slot }, host, home) {
    if (!(0,facts/* runs */.Np)(host, slot, wanted.release) || !(0,facts/* takesTraffic */.CS)(fleet, host, slot))
        return 0;
    const weight = (name) => (0,facts/* server */.E8)(fleet, host, name)?.weight ?? 0;
    return (100 * weight(slot)) / (weight(slot) + weight(home));
}
/** Weights with which the release has this part of new requests. */
function partOf({ fleet, slot }, { home, hosts }, part) {
    const closed = strategies_steps/* onlyTo */.Yg([], [...(0,facts/* servers */.b0)(fleet, slot), ...(0,facts/* otherServers */.vo)(fleet, slot)]);
    const weigh = (of, name, weight) => Object.fromEntries((0,facts/* servers */.b0)(fleet, name, of).map((one) => [one, weight]));
    if (fleet.routing?.weights !== false)
        return { ...closed, ...weigh(hosts, slot, part), ...weigh(hosts, home, 100 - part) };
    const count = Math.min(hosts.length - 1, Math.max(1, Math.ceil((hosts.length * part) / 100)));
    return { ...closed, ...weigh(hosts.slice(0, count), slot, 100), ...weigh(hosts.slice(count), home, 100) };
}

;// CONCATENATED MODULE: ./build/src/strategies/restart.js





/**
 * Restart in place: one slot, and a gap between the end of the old release and the first answer of the new one.
 * Hosts follow each other: the next one is touched when the one before is healthy.
 */
const restart = {
    type: "restart",
    settings: {},
    holds: false,
    suits: ({ slots }) => Object.keys(slots).length === 1
        ? []
        : [
            {
                key: "slots",
                says: `Strategy \`restart\` needs exactly one slot; this environment has ${Object.keys(slots).length}.`,
                remedy: "Name one, such as `{main: {port: 4000}}`.",
            },
        ],
    deploy,
    recover,
    rollback,
    warnings,
};
function deploy(observed, wanted) {
    const { release } = wanted;
    const { steps: completing, fleet } = (0,leftovers/* completeRecords */.It)(observed);
    const placement = { fleet, wanted, slot: (0,facts/* onlySlot */.no)(fleet) };
    const steps = [
        ...completing,
        ...(0,leftovers/* explainAgain */.wh)(fleet, wanted, phases/* install */.ai(placement)),
        ...phases/* migrateSchema */.Df(placement),
        ...(0,leftovers/* explainAgain */.wh)(fleet, wanted, replace(placement, fleet.hosts, "drain")),
        ...phases/* verifyWithTraffic */.H9(placement),
        ...phases/* record */.g1(placement, fleet.hosts),
        ...removeOldReleases(placement),
    ];
    const says = (0,facts/* activeOf */.m3)(fleet)?.release === release
        ? `${release} is already the verified release of ${wanted.environment}: verify it again.`
        : `Deploy ${release} to ${wanted.environment}, by a restart in place.`;
    return { says, steps };
}
function recover(fleet, { failed, active, able, mark }) {
    const placement = { fleet, wanted: { ...failed, release: active.release }, slot: (0,facts/* onlySlot */.no)(fleet) };
    return [...restore(placement, able), ...phases/* record */.g1(placement, able), ...mark];
}
/** The steps back to a release that is kept, after a start in the only slot went wrong. */
function restore(placement, able) {
    const { fleet, wanted, slot } = placement;
    const { release } = wanted;
    const whole = able.every((host) => (0,facts/* runs */.Np)(host, slot, release));
    const others = fleet.hosts.filter((host) => !able.includes(host) && (0,facts/* occupied */.rV)(host, slot));
    const stops = others.map((host) => strategies_steps/* stop */.ds(host, slot, "kill"));
    if (whole)
        return stops;
    const [host] = able;
    return [
        ...stops,
        // Every second counts while nothing serves, and what never got healthy would not react to a graceful stop.
        ...replace(placement, able, "kill"),
        ...(wanted.smoke && host !== undefined ? [strategies_steps/* smokePublic */.bc({ host, slot, release })] : []),
    ];
}
function rollback(fleet, { wanted, mark }) {
    const placement = { fleet, wanted, slot: (0,facts/* onlySlot */.no)(fleet) };
    return [
        ...replace(placement, fleet.hosts, "drain"),
        ...phases/* verifyWithTraffic */.H9(placement),
        ...mark,
        ...phases/* record */.g1(placement, fleet.hosts),
    ];
}
/** Puts the release into the slot of these hosts, one host after the other, each healthy before the next. */
function replace(placement, hosts, how) {
    const { fleet, wanted, slot } = placement;
    const { release } = wanted;
    const steps = hosts.flatMap((host) => [
        ...((0,facts/* runsAnother */.kQ)(host, slot, release) ? [strategies_steps/* stop */.ds(host, slot, how)] : []),
        ...phases/* startIn */.Ws(placement, [host]),
        strategies_steps/* awaitHealthy */.iX({ host, slot, release }, wanted.healthyWithinMs),
    ]);
    const routed = hosts.every((host) => (0,facts/* takesFullShare */.Zq)(fleet, host, slot) && (0,facts/* runs */.Np)(host, slot, release));
    // A router in front has to see the new process before anybody asks it through the router.
    return fleet.router === null || routed ? steps : [...steps, strategies_steps/* shift */.BN(strategies_steps/* onlyTo */.Yg((0,facts/* servers */.b0)(fleet, slot, hosts)))];
}
/** Where the only slot is stopped, there is a gap. */
function warnings(steps) {
    if (!steps.some(({ type }) => type === "stop"))
        return [];
    return [
        "Requests fail from the stop until the new release answers, usually for 1.4 s or more. " +
            "A second slot behind a router avoids this: `strategy: {type: blue-green}`.",
    ];
}

;// CONCATENATED MODULE: ./build/src/strategies/host-batches.js


const countRule = "must be a number of hosts from 1, or a part of them such as `25%`";
/** `2` or `25%`. */
const hostCount = schemas/* union */.KCZ([
    schemas/* int */.Whr().min(1, "must be at least 1"),
    schemas/* string */.YjP()
        .regex(/^([1-9]\d?|100)%$/, countRule)
        .transform((text) => ({ percent: Number.parseInt(text, 10) })),
], { error: countRule });
/**
 * Hosts without traffic first, then those with a release that is not the active one, then the others. Hosts that have
 * no traffic for another reason count as unavailable, but one host at a time is always replaced. As long as any host
 * serves, one that is not in the batch goes on serving; where hosts serve different releases, it has to be healthy.
 */
function hostBatches(placement, hosts, sizes) {
    const { fleet, slot } = placement;
    const count = fleet.hosts.length + (fleet.away?.length ?? 0);
    const size = sizeOf(sizes.batch, count);
    const most = sizeOf(sizes["max-unavailable"] ?? sizes.batch, count);
    const active = (0,facts/* activeOf */.m3)(fleet)?.release;
    const served = (host) => (0,facts/* takesTraffic */.CS)(fleet, host, slot) ? (host.slots[slot]?.running?.release ?? null) : null;
    const rank = (host) => (served(host) === null ? 0 : served(host) === active ? 2 : 1);
    const left = [...hosts].sort((one, other) => rank(one) - rank(other));
    const serving = new Set(fleet.hosts.filter((host) => served(host) !== null));
    const mixed = new Set([...serving].map(served)).size > 1;
    const verified = new Set();
    const all = [];
    while (left.length > 0) {
        const room = (batch) => count - serving.size - batch.filter((host) => !serving.has(host)).length + batch.length <= most;
        const safe = (batch) => !batch.some((host) => serving.has(host)) || [...serving].some((host) => !batch.includes(host));
        const batch = left.splice(0, 1);
        for (let [next] = left; next !== undefined && batch.length < size; [next] = left) {
            if (!room([...batch, next]) || !safe([...batch, next]))
                break;
            batch.push(next);
            left.shift();
        }
        const others = [...serving].filter((host) => !batch.includes(host));
        const [rest] = others.sort((one, other) => rank(other) - rank(one));
        const sure = !mixed || others.some((host) => verified.has(host)) || !batch.some((host) => serving.has(host));
        const runs = rest === undefined ? null : served(rest);
        all.push({ hosts: batch, relies: sure || rest === undefined || runs === null ? [] : [{ host: rest, runs }] });
        for (const host of batch) {
            serving.add(host);
            verified.add(host);
        }
    }
    return all;
}
function sizeOf(wanted, count) {
    const hosts = typeof wanted === "number" ? wanted : Math.floor((count * wanted.percent) / 100);
    return Math.max(1, Math.min(hosts, count - 1));
}

;// CONCATENATED MODULE: ./build/src/strategies/rolling.js








const pause = settings/* duration */.p0
    .pipe(schemas/* number */.aig().refine((ms) => ms === 0 || ms >= 10_000, "must be at least 10s: less shows nothing; 0s for none"))
    .prefault("30s");
/**
 * Rolling: one slot a host, and a router for all of them. Some hosts at a time lose their traffic, are replaced and
 * verified, and take traffic again, where they are watched beside those that still have the release before; two
 * versions serve for a while (Phase 6: Rolling Deployment). The first host that fails ends it, and the hosts that were
 * changed get the release before again, in the same way. What was deployed is recorded when all hosts run it and were
 * verified with traffic.
 */
const rolling = {
    type: "rolling",
    settings: { batch: hostCount.prefault(1), "max-unavailable": hostCount.optional(), pause },
    holds: false,
    suits,
    deploy: rolling_deploy,
    recover: rolling_recover,
    rollback: rolling_rollback,
    warnings: (steps) => steps.some(({ type }) => type === "stop") ? ["Two versions serve side by side until all hosts are replaced."] : [],
};
function suits({ hosts, slots, routed, routing }) {
    const faults = [];
    const add = (key, says, remedy) => faults.push({ key, says: `Strategy \`rolling\` needs ${says}`, remedy });
    const count = Object.keys(slots).length;
    if (count !== 1)
        add("slots", `exactly one slot; this environment has ${count}.`, "Name one, such as `{main: {port: 4000}}`.");
    if (hosts.length < 2)
        add("hosts", "at least two hosts.", "Name another, or set `strategy: {type: blue-green}` with two slots.");
    if (!routed || routing?.shared === false)
        add("router", "a router for the whole fleet.", "Name the host that it runs on, such as `router: {type: haproxy, on: lb1, …}`.");
    return faults;
}
function rolling_deploy(observed, wanted) {
    const { release, environment } = wanted;
    const { steps: completing, fleet } = (0,leftovers/* completeRecords */.It)(observed);
    const placement = { fleet, wanted, slot: (0,facts/* onlySlot */.no)(fleet) };
    const steps = [
        ...completing,
        ...(0,leftovers/* explainAgain */.wh)(fleet, wanted, phases/* install */.ai(placement)),
        ...phases/* migrateSchema */.Df(placement),
        ...closeAway(fleet),
        ...(0,leftovers/* explainAgain */.wh)(fleet, wanted, replaceAll(placement, fleet.hosts, wanted.own)),
        ...phases/* verifyWithTraffic */.H9(placement),
        ...phases/* record */.g1(placement, fleet.hosts),
        ...removeOldReleases(placement),
    ];
    const says = (0,facts/* activeOf */.m3)(fleet)?.release === release
        ? `${release} is already the verified release of ${environment}: verify it again.`
        : `Deploy ${release} to ${environment}, rolling over ${fleet.hosts.length} hosts.`;
    return { says, steps };
}
/**
 * Only the hosts that were changed; those that lack the active release lose traffic and what the failed run started.
 */
function rolling_recover(fleet, { failed, active, able, mark }) {
    const slot = (0,facts/* onlySlot */.no)(fleet);
    const placement = { fleet, wanted: { ...failed, release: active.release }, slot };
    const changed = able.filter((host) => !isWhole(placement, host));
    const [first] = changed;
    const quickly = { ...placement, wanted: { ...placement.wanted, smoke: false } };
    const unable = fleet.hosts.filter((host) => !able.includes(host) && (0,facts/* mayTakeTraffic */.Gx)(fleet, host, slot));
    return [
        ...closeAway(fleet),
        ...inBatches(quickly, { stale: changed, whole: [] }, { ...failed.own, pause: 0 }),
        ...(unable.length === 0
            ? []
            : [strategies_steps/* since */.XP(strategies_steps/* shift */.BN(strategies_steps/* onlyTo */.Yg([], (0,facts/* servers */.b0)(fleet, slot, unable))), `${active.release} is not kept there`)]),
        ...(0,leftovers/* endAttempts */.m0)({ fleet: { ...fleet, hosts: fleet.hosts.filter((host) => !able.includes(host)) }, wanted: failed, slot }, active),
        ...(failed.smoke && first !== undefined ? [strategies_steps/* smokePublic */.bc({ host: first, slot, release: active.release })] : []),
        ...phases/* record */.g1(placement, able),
        ...mark,
    ];
}
function rolling_rollback(fleet, { wanted, mark }) {
    const placement = { fleet, wanted, slot: (0,facts/* onlySlot */.no)(fleet) };
    return [
        ...closeAway(fleet),
        // The release was verified before: every second counts.
        ...replaceAll(placement, fleet.hosts, { ...wanted.own, pause: 0 }),
        ...phases/* verifyWithTraffic */.H9(placement),
        ...mark,
        ...phases/* record */.g1(placement, fleet.hosts),
    ];
}
/** A host that is away would serve an old release as soon as it comes back. */
function closeAway(fleet) {
    const open = (0,facts/* openAway */.Dm)(fleet);
    return open.length === 0 ? [] : [strategies_steps/* since */.XP(strategies_steps/* shift */.BN(strategies_steps/* onlyTo */.Yg([], open)), phases/* awayWhy */.pP)];
}
/** The release runs on the host, and takes all the requests that it can. */
function isWhole({ fleet, wanted, slot }, host) {
    const { release } = wanted;
    return (0,facts/* runs */.Np)(host, slot, release) && host.slots[slot]?.link === release && (0,facts/* takesFullShare */.Zq)(fleet, host, slot);
}
/** Hosts that have the release already are verified, and watched with the others; then these, some at a time. */
function replaceAll(placement, hosts, own) {
    const { wanted, slot } = placement;
    const { release, healthyWithinMs } = wanted;
    const whole = hosts.filter((host) => isWhole(placement, host));
    const stale = hosts.filter((host) => !whole.includes(host));
    return [
        ...whole.map((host) => strategies_steps/* since */.XP(strategies_steps/* awaitHealthy */.iX({ host, slot, release }, healthyWithinMs), "it runs there already")),
        ...(stale.length === 0 ? [] : watchBeside(placement, whole, own)),
        ...inBatches(placement, { stale, whole }, own),
    ];
}
/**
 * Out of the router, drained, replaced, verified, and in again, some hosts at a time; watched while others are left.
 */
function inBatches(placement, { stale, whole }, own) {
    const { fleet, wanted, slot } = placement;
    const { release, healthyWithinMs } = wanted;
    const replaced = [...whole];
    return hostBatches(placement, stale, own).flatMap(({ hosts: batch, relies }, index, all) => {
        const exposed = batch.filter((host) => (0,facts/* mayTakeTraffic */.Gx)(fleet, host, slot));
        const others = batch.filter((host) => (0,facts/* runsAnother */.kQ)(host, slot, release));
        replaced.push(...batch);
        return [
            ...relies.map(({ host, runs: serving }) => strategies_steps/* since */.XP(strategies_steps/* awaitHealthy */.iX({ host, slot, release: serving }, healthyWithinMs), "it serves in the meantime")),
            ...(exposed.length === 0 ? [] : [strategies_steps/* shift */.BN(strategies_steps/* onlyTo */.Yg([], (0,facts/* servers */.b0)(fleet, slot, exposed)))]),
            ...phases/* drainAndStop */.cQ(placement, others),
            ...phases/* startIn */.Ws(placement, batch),
            ...batch.map((host) => strategies_steps/* awaitHealthy */.iX({ host, slot, release }, healthyWithinMs)),
            ...(wanted.smoke ? batch.map((host) => strategies_steps/* smokeSlot */.My({ host, slot, release })) : []),
            strategies_steps/* shift */.BN(strategies_steps/* onlyTo */.Yg((0,facts/* servers */.b0)(fleet, slot, batch))),
            ...(index === all.length - 1 ? [] : watchBeside(placement, [...replaced], own)),
        ];
    });
}
/** A watch of the hosts that have the release, beside those that do not have it yet; none where nothing is watched. */
function watchBeside({ fleet, wanted, slot }, hosts, own) {
    const host = hosts.at(-1);
    if (host === undefined || wanted.watchMs === 0 || own.pause === 0)
        return [];
    return [
        strategies_steps/* observeShared */.K1({ host, slot, release: wanted.release }, strategies_steps/* onlyTo */.Yg((0,facts/* servers */.b0)(fleet, slot, hosts)), own.pause),
    ];
}

;// CONCATENATED MODULE: ./build/src/strategies/registry.js




/** Every strategy, one line each. The first one is taken where the settings name none. */
const strategies = byType([blueGreen, canary, rolling, restart]);
/** The strategy that is wanted. The settings know no other: a refusal is a fault of whoever asks. */
function strategyOf({ strategy }, all) {
    // A name that every object has, such as `constructor`, is no strategy.
    const found = Object.hasOwn(all, strategy) ? all[strategy] : undefined;
    return (found ?? {
        refused: "invalid_settings",
        says: `There is no strategy \`${strategy}\`.`,
        remedy: `Set \`strategy.type\` to ${Object.keys(all)
            .map((type) => `\`${type}\``)
            .join(" or ")}.`,
    });
}
function byType(list) {
    return Object.fromEntries(list.map((one) => [one.type, one]));
}


/***/ }),

/***/ 4140:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BN: () => (/* binding */ shift),
/* harmony export */   D2: () => (/* binding */ smokeShared),
/* harmony export */   G9: () => (/* binding */ settle),
/* harmony export */   K1: () => (/* binding */ observeShared),
/* harmony export */   My: () => (/* binding */ smokeSlot),
/* harmony export */   RR: () => (/* binding */ backup),
/* harmony export */   Se: () => (/* binding */ upload),
/* harmony export */   Tc: () => (/* binding */ markBad),
/* harmony export */   Tl: () => (/* binding */ unlock),
/* harmony export */   XC: () => (/* binding */ acquire),
/* harmony export */   XP: () => (/* binding */ since),
/* harmony export */   Yf: () => (/* binding */ activate),
/* harmony export */   Yg: () => (/* binding */ onlyTo),
/* harmony export */   Ze: () => (/* binding */ drain),
/* harmony export */   _2: () => (/* binding */ hold),
/* harmony export */   _r: () => (/* binding */ migrate),
/* harmony export */   bc: () => (/* binding */ smokePublic),
/* harmony export */   ds: () => (/* binding */ stop),
/* harmony export */   iI: () => (/* binding */ holdAtLarge),
/* harmony export */   iX: () => (/* binding */ awaitHealthy),
/* harmony export */   l1: () => (/* binding */ unpack),
/* harmony export */   lB: () => (/* binding */ observe),
/* harmony export */   lJ: () => (/* binding */ confirm),
/* harmony export */   ni: () => (/* binding */ start),
/* harmony export */   rs: () => (/* binding */ removeReleases),
/* harmony export */   ru: () => (/* binding */ revert)
/* harmony export */ });
/* harmony import */ var _domain_fleet_schema_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(258);

/** Time limits of steps, milliseconds. */
const minute = 60_000;
/** Phoenix drains sockets for up to 30 s and its web server for up to 15 s: no kill before a minute. */
const stopMs = 75_000;
/** The step, with why it is planned, where that is not what every deployment has it for; null where it is. */
const since = (one, why) => why === null ? one : { ...one, says: `${one.says}, since ${why}` };
const acquire = ({ host, lease, now }, take) => ({
    type: "acquire-lock",
    host,
    take,
    limitMs: minute,
    says: `Take the lock on ${host}${take ? heldBy(lease, now) : ""}`,
});
const heldBy = (lease, now) => lease !== null && lease.expires > now ? `, which ${lease.owner} holds` : "";
const unlock = ({ host }) => ({
    type: "release-lock",
    host,
    limitMs: minute,
    says: `Release the lock on ${host}`,
});
const upload = ({ host }, release) => ({
    type: "upload",
    host,
    release,
    limitMs: 10 * minute,
    says: `Upload ${release} to ${host}`,
});
const unpack = ({ host }, release) => ({
    type: "unpack",
    host,
    release,
    limitMs: 5 * minute,
    says: `Verify the digest of ${release} on ${host} and unpack it`,
});
const backup = ({ host }, release) => ({
    type: "backup",
    host,
    release,
    limitMs: 120 * minute,
    says: `Back the database up from ${host}, where migrations of ${release} are pending, and verify the backup`,
});
const migrate = ({ host }, release) => ({
    type: "migrate",
    host,
    release,
    limitMs: 30 * minute,
    says: `Run the migrations of ${release} on ${host}`,
});
const revert = ({ host, from, going, staying }) => ({
    type: "revert",
    host,
    release: from,
    going,
    staying,
    limitMs: 30 * minute,
    says: `Roll the schema back on ${host} with the code of ${from}, by ${(0,_domain_fleet_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .versionsText */ .pl)(going)}; ` +
        (staying.length === 0 ? "no version stays" : `${(0,_domain_fleet_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .versionsText */ .pl)(staying.slice(-1))} stays`),
});
const start = ({ host, slots }, slot, release) => ({
    type: "start",
    host,
    slot,
    release,
    limitMs: minute,
    says: `Start ${release} in slot ${slot} on ${host}, port ${slots[slot]?.port ?? "?"}`,
});
const stop = ({ host, slots }, slot, how) => ({
    type: "stop",
    host,
    slot,
    how,
    limitMs: stopMs,
    says: `Stop ${running(slots[slot])} in slot ${slot} on ${host} ${how === "kill" ? "immediately" : "gracefully"}`,
});
const activate = ({ host }, slot, release) => ({
    type: "activate",
    host,
    slot,
    release,
    limitMs: minute,
    says: `Record ${release} in slot ${slot} on ${host} as the verified release`,
});
const hold = ({ host, slots }, slot, seconds) => ({
    type: "hold",
    host,
    slot,
    seconds,
    limitMs: minute,
    says: `Keep ${running(slots[slot])} running in slot ${slot} on ${host} for ${seconds} s, ` +
        "so that a rollback only has to shift traffic",
});
/** A year: until the record ends the hold, or another run decides. */
const atLargeSeconds = 31_536_000;
const holdAtLarge = ({ host, slots }, slot) => ({
    type: "hold",
    host,
    slot,
    seconds: atLargeSeconds,
    limitMs: minute,
    says: `Keep ${running(slots[slot])} running in slot ${slot} on ${host} beyond its hold, since it is to take requests`,
});
const confirm = ({ host }, guard) => ({
    type: "confirm",
    host,
    limitMs: minute,
    says: guard === null
        ? `End the guard of an earlier shift on ${host}, since this run decides where traffic goes`
        : `Confirm the switch of traffic on ${host}; until then, ${host} sends it back by itself after ` +
            `${guard.seconds} s without a sign of life of this run`,
});
const markBad = ({ host }, release) => ({
    type: "mark-bad",
    host,
    release,
    limitMs: minute,
    says: `Mark ${release} as bad on ${host}, so that it is not deployed again`,
});
const removeReleases = ({ host, releases }, remove) => ({
    type: "prune",
    host,
    keep: releases.filter((release) => !remove.includes(release)),
    remove,
    limitMs: minute,
    says: `Remove ${remove.join(", ")} from ${host}`,
});
const awaitHealthy = ({ host: { host }, slot, release }, limitMs) => ({
    type: "await-healthy",
    host,
    slot,
    release,
    limitMs,
    says: `Wait up to ${seconds(limitMs)} until ${release} is healthy in slot ${slot} on ${host}`,
});
const smokeSlot = ({ host: { host }, slot, release }) => ({
    type: "smoke",
    at: "slot",
    host,
    slot,
    release,
    limitMs: 5 * minute,
    says: `Run the smoke tests against ${release} in slot ${slot} on ${host}, before it takes traffic`,
});
const smokePublic = ({ host: { host }, slot, release }) => ({
    type: "smoke",
    at: "public",
    host,
    slot,
    release,
    limitMs: 5 * minute,
    says: `Run the smoke tests against ${release} through its public URL`,
});
/** Smoke tests while the release has a part of the new requests. */
const smokeShared = (instance, shared) => ({
    ...smokePublic(instance),
    shared,
    says: `Run the smoke tests through the public URL, where ${instance.release} has a part of the requests`,
});
/** A watch while the release has a part of the new requests. */
const observeShared = (instance, shared, watchMs) => ({
    ...observe(instance, watchMs),
    shared,
    says: `Watch ${instance.release} for errors for ${seconds(watchMs)} while it has a part of the requests`,
});
const settle = ({ host: { host }, slot, release }, when, ms) => ({
    type: "settle",
    when,
    host,
    slot,
    release,
    settleMs: ms,
    limitMs: ms + 10 * minute,
    says: when === "before"
        ? `Run the smoke tests against ${release}, which serves, to compare with after the migrations`
        : `Run the smoke tests against ${release} again and watch it for ${seconds(ms)}, where the schema has changed`,
});
const observe = ({ host: { host }, slot, release }, watchMs) => ({
    type: "observe",
    host,
    slot,
    release,
    watchMs,
    limitMs: watchMs + minute,
    says: `Watch ${release} for errors for ${seconds(watchMs)}`,
});
/** All new requests to some servers, none to the others. */
const onlyTo = (to, drained = []) => Object.fromEntries([...to.map((name) => [name, 100]), ...drained.map((name) => [name, 0])]);
const shift = (weights, guard = null) => ({
    type: "shift",
    weights,
    ...(guard === null ? {} : { guard }),
    limitMs: minute,
    says: shiftText(Object.entries(weights)),
});
function shiftText(weights) {
    const drained = weights.flatMap(([name, weight]) => (weight === 0 ? [name] : [])).join(", ");
    const taking = weights.filter(([, weight]) => weight > 0);
    const names = taking.map(([name]) => name).join(", ");
    if (taking.length === 0)
        return `Send no new requests to ${drained}`;
    if (taking.some(([, weight]) => weight < 100)) {
        const alike = [...new Set(taking.map(([, weight]) => weight))].map((weight) => {
            const of = taking.filter(([, other]) => other === weight).map(([name]) => name);
            return `${of.join(", ")} to ${weight} %`;
        });
        const shares = alike.join(alike.some((one) => one.includes(", ")) ? "; " : ", ");
        return `Set the weight of ${shares}${drained === "" ? "" : ` and send no new requests to ${drained}`}`;
    }
    return drained === "" ? `Send new requests to ${names}` : `Send all new requests to ${names} and none to ${drained}`;
}
const drain = (servers, limitMs) => ({
    type: "drain",
    servers,
    limitMs,
    says: `Wait up to ${seconds(limitMs)} for the in-flight requests of ${servers.join(", ")}`,
});
/** What runs in a slot, for a sentence. Where it is no release of ours, it is still its start script or a stranger. */
function running(slot) {
    return slot?.running?.release ?? "the process";
}
function seconds(ms) {
    return `${Math.round(ms / 100) / 10} s`;
}


/***/ }),

/***/ 8815:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $_: () => (/* binding */ goodBefore),
/* harmony export */   Jn: () => (/* binding */ passedOver),
/* harmony export */   YI: () => (/* binding */ wasVerified),
/* harmony export */   e2: () => (/* binding */ isBad),
/* harmony export */   iu: () => (/* binding */ verifiedOn),
/* harmony export */   vh: () => (/* binding */ wentBackTo)
/* harmony export */ });
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1832);

/** What was verified on a fleet, and which of it a rollback goes to. */
/** True for a release that some host has on record as verified. */
function wasVerified({ hosts }, release) {
    return hosts.some((host) => recordedOn(host).some((one) => one.release === release));
}
/** Every release that was verified, the last one first. */
function verifiedOn(fleet) {
    const active = (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .activeOf */ .m3)(fleet);
    if (active === null)
        return [];
    const { release, slot, before } = active;
    const ofActive = ({ active: own }) => own?.release === release && own.slot === slot;
    const newest = [...fleet.hosts.filter(ofActive), ...fleet.hosts.filter((host) => !ofActive(host))];
    const older = newest.flatMap((host) => recordedOn(host).map((one) => one.release));
    return [...new Set([release, ...(before === null ? [] : [before]), ...older])];
}
/** True where some host has the release marked as bad. */
function isBad({ hosts }, release) {
    return hosts.some(({ bad }) => bad.includes(release));
}
/** What was verified before the active release and is not marked bad, the last one first. */
function goodBefore(fleet) {
    return verifiedOn(fleet)
        .slice(1)
        .filter((release) => !isBad(fleet, release));
}
/**
 * What was verified after the release, before the active one, and is marked bad: a rollback to the release passes it
 * over.
 */
function passedOver(fleet, release) {
    const all = verifiedOn(fleet);
    return all.slice(1, Math.max(1, all.indexOf(release))).filter((one) => isBad(fleet, one));
}
/** True where the release is on record since an earlier attempt of this very run rolled back to it. */
function wentBackTo({ hosts }, release, owner) {
    const own = attemptOf(owner);
    return hosts.some(({ verified = [] }) => verified.some((one) => {
        const by = attemptOf(one.by ?? "");
        return one.release === release && one.back === true && by.run === own.run && by.attempt !== own.attempt;
    }));
}
/** The run of a lease owner, and which attempt of it: 71 and 2 of `run-71-2-rollback-5002`. */
function attemptOf(owner) {
    const [, run = "", attempt = ""] = owner.split("-");
    return { run, attempt };
}
/**
 * What is active counts before the longer list, which a host writes first. A run that was cut between the two leaves a
 * newer release in the list that was never active: it counts only where a rollback went to it, since then it was
 * before.
 */
function recordedOn({ active, verified = [] }) {
    if (active === null)
        return [];
    const { release, before } = active;
    const at = verified.findIndex((one) => one.release === release);
    const older = verified.filter((one, index) => index >= at || one.back === true);
    return [{ release }, ...(before === null ? [] : [{ release: before }]), ...older];
}


/***/ }),

/***/ 7044:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  R: () => (/* binding */ hostAddress),
  H: () => (/* binding */ openTransports)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 8 modules
var schemas = __nccwpck_require__(2716);
;// CONCATENATED MODULE: ./build/src/transports/become.js
/** A command as another user runs it: by sudo, which never asks for a password. */
function asUser(user, [first, ...rest]) {
    return user === null ? [first, ...rest] : ["sudo", "-n", "-H", "-u", user, "--", first, ...rest];
}
/** Not what sudo only warns of, with every command, on a host whose name is not in its /etc/hosts or in a container. */
const refusal = /^(sudo: (?!unable to resolve host|setrlimit).*|Sorry, user .*|.*sudo: (command )?not found.*)$/m;
/** Why sudo did not begin the command; null where that is not why it ended. */
function sudoFault(become, { name, login }, { code, stdout, stderr }) {
    if (become === null || code === 0 || /^pd\t/m.test(stdout))
        return null;
    const [says] = refusal.exec(stderr) ?? [];
    if (says === undefined)
        return null;
    const line = `${login.replace(/@.*$/, "")} ALL=(${become}) NOPASSWD: /bin/sh`;
    return {
        verdict: "fail",
        reason_code: "host_unsuitable",
        says: `${name}: sudo does not run commands as \`${become}\`, which \`host.become\` names: ${says.slice(0, 200)}.`,
        remedy: `Allow it in a file of /etc/sudoers.d there: \`${line}\`.`,
    };
}

;// CONCATENATED MODULE: ./build/src/transports/local.js


/** This machine: commands run as they are, and its ports are at hand. */
const local = {
    type: "local",
    address: schemas/* literal */.euz("local"),
    open: ({ shell, become }) => ({
        to: ({ name }) => ({
            login: null,
            connect: () => undefined,
            async run(command) {
                const ran = await shell.run({ ...command, argv: asUser(become, command.argv) });
                const unreached = sudoFault(become, { name, login: "<user>" }, ran);
                return unreached === null ? ran : { ...ran, unreached };
            },
            reach: async (port) => `http://127.0.0.1:${port}`,
        }),
        close: async () => undefined,
    }),
};

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: ./build/src/commands/host.js
var commands_host = __nccwpck_require__(3620);
;// CONCATENATED MODULE: ./build/src/commands/ssh.js

const overMaster = (socket) => [
    ...["ssh", "-F", "none", "-S", socket],
    ...["-o", "BatchMode=yes", "-o", "LogLevel=ERROR", "-o", "ControlMaster=no"],
];
/** Without a master, ssh would silently connect by itself, past the configuration. */
const neverAlone = ["-o", "ProxyCommand=false"];
/** True where a session found no master, from what ssh printed: it greets a host only by itself. Nothing was sent. */
function foundNoMaster(stderr) {
    return /^(kex_exchange_identification|banner exchange|ssh_exchange_identification): |UNKNOWN port 65535/m.test(stderr);
}
/** True where the master's sshd allows no further session now. Nothing was sent. */
function sessionRefused(stderr) {
    return /session request failed: Session open refused by peer/.test(stderr);
}
/** Opens the master connection, and ends when it stands. */
function openMaster(line) {
    const how = [
        "-S",
        line.socket,
        "-o",
        "ControlMaster=auto",
        "-o",
        "ControlPersist=no",
        "-o",
        "ClearAllForwardings=yes",
    ];
    return ["ssh", "-F", line.config, ...how, "-f", "-N", "-T", ...leading(line)];
}
/** A command on the host. The login shell there sees its words quoted; they are constants. */
function onHost({ socket, host }, command) {
    const words = command.map((word) => (/^[A-Za-z0-9_/.=-]+$/.test(word) ? word : (0,commands_host/* quote */.hD)(word)));
    return [...overMaster(socket), ...neverAlone, "-T", "-a", "-x", "--", host, ...words];
}
/** Adds forwards from ports here to ports there; one that exists already is left as it is. */
function addForwards({ socket, host }, forwards) {
    const all = [...forwards].flatMap(([there, here]) => ["-L", `127.0.0.1:${here}:127.0.0.1:${there}`]);
    return [...overMaster(socket), "-O", "forward", ...all, "--", host];
}
/** Ends with code 0 where the master lives. */
function checkMaster({ socket, host }) {
    return [...overMaster(socket), "-O", "check", "--", host];
}
function endMaster({ socket, host }) {
    return [...overMaster(socket), "-O", "exit", "--", host];
}
/** Learns the host's key: any is accepted into a file of its own, and nothing is offered to log in with. */
function learnHostKey(line, file) {
    const options = [
        ...["StrictHostKeyChecking=accept-new", `UserKnownHostsFile=${file}`, "GlobalKnownHostsFile=/dev/null"],
        ...["HashKnownHosts=no", "CheckHostIP=no", "PreferredAuthentications=none", "IdentityAgent=none"],
    ];
    return ["ssh", "-F", line.config, "-S", "none", ...options.flatMap((one) => ["-o", one]), ...leading(line), "true"];
}
function leading({ host, user, port, jump }) {
    const through = jump === null ? [] : ["-o", `ProxyCommand=${[...overMaster(jump), "-W", "'[%h]:%p'"].join(" ")} jump`];
    return [
        ...(user === null ? [] : ["-l", user]),
        ...(port === null ? [] : ["-p", String(port)]),
        ...through,
        ...["--", host],
    ];
}
/**
 * Makes a folder that only we can read, with the configuration from standard input in it. A file `own` there names the
 * user's configuration where ssh itself looks for it: `~` is what HOME says, and that of a job in a container is
 * another.
 */
function openFolder(folder) {
    const text = `umask 077 && mkdir -- "$1" && cat >"$1/config" || exit
user=$(id -un 2>/dev/null)
case $user in
'' | *[!A-Za-z0-9._-]*) ;;
*) echo "Include ~$user/.ssh/config" >"$1/own" ;;
esac`;
    return ["/bin/sh", "-c", text, "folder", folder];
}
/** Writes standard input to a file that only we can read. */
function writePrivate(path) {
    return ["/bin/sh", "-c", 'umask 077 && cat >"$1"', "write", path];
}
/**
 * Stays beside this process: it has the agent, and when this process is gone, however it ended, or asks for it, it ends
 * all master connections and the agent and removes the folder.
 */
const guard = `umask 077
trap '' HUP INT
folder=$1 agent=
end() {
  trap '' TERM
  [ -z "$agent" ] || kill "$agent"
  ending=
  for socket in "$folder"/m-*; do
    [ -S "$socket" ] || continue
    timeout 5 ssh -F none -S "$socket" -O exit -- master >/dev/null 2>&1 </dev/null &
    ending="$ending $!"
  done
  wait $ending
  rm -rf -- "$folder"
}
trap end EXIT
trap 'exit 0' TERM
if [ "$2" = agent ]; then
  ssh-agent -D -a "$folder/agent" >/dev/null 2>&1 </dev/null &
  agent=$!
fi
echo $$ >"$folder/guard"
while read -r _ _ _ parent _ <"/proc/$$/stat" && [ "$parent" = "$PPID" ] && [ -d "$folder" ]; do
  # It outlives what waits for it, and must not keep the pipes of that open.
  sleep 1 >/dev/null 2>&1 &
  wait $!
done`;
function guardFolder(folder, withAgent) {
    return ["/bin/sh", "-c", guard, "guard", folder, withAgent ? "agent" : "none"];
}
/** Asks the guard to end. */
function endGuard(folder) {
    return ["/bin/sh", "-c", 'read -r pid <"$1/guard" && kill "$pid"', "end", folder];
}
/** Hours that a key stays in the agent at most: longer than any job of a hosted runner. */
const keyHours = 12;
/** Gives the key from standard input to the agent: no file ever holds it. */
const addKey = ["ssh-add", "-q", "-t", `${keyHours}h`, "-"];

;// CONCATENATED MODULE: ./build/src/transports/compressed.js

/**
 * A program for a host that is far away: a third of its bytes, which a connection that was idle sends in one round trip
 * or two (RFC 6928: ten segments first) instead of three. Other commands are as they were.
 */
function overNetwork(command) {
    const { argv, stdin } = command;
    if (argv.join(" ") !== commands_host/* runProgram */.mB.join(" "))
        return command;
    return { ...command, argv: commands_host/* runCompressed */.NF, stdin: { ...stdin, compressed: true } };
}

;// CONCATENATED MODULE: ./build/src/transports/login-fault.js
const faults = [
    {
        seen: /password (has|is) expired|Password change required|password has expired|must change your password/i,
        reason_code: "host_refused",
        says: "the password of this account has expired, so no command is run",
        remedy: "Set a new one there, or end its expiry with `chage -M -1 -d $(date +%F) <user>`.",
    },
    {
        seen: /account has expired/i,
        reason_code: "host_refused",
        says: "this account has expired",
        remedy: "Set another day there with `chage -E -1 <user>`.",
    },
    {
        seen: /account is currently not available|nologin|System is booting up|Unprivileged users are not permitted/i,
        reason_code: "host_refused",
        says: "this account may not log in",
        remedy: "Give it a shell there with `usermod --shell /bin/sh <user>`, and look for /etc/nologin and /run/nologin.",
    },
    {
        seen: /restricted: cannot specify|restricted: .*command names/,
        reason_code: "host_unsuitable",
        says: "its login shell is restricted (rbash) and does not start /bin/sh",
        remedy: "Give it another shell there with `usermod --shell /bin/sh <user>`.",
    },
    {
        seen: /\/bin\/sh: (not found|No such file|Command not found)|Unknown command.*\/bin\/sh/i,
        reason_code: "host_unsuitable",
        says: "there is no /bin/sh, which runs the steps",
        remedy: "Use a host with a POSIX shell, such as Debian or Ubuntu.",
    },
    {
        seen: /\bgzip: (command )?not found/i,
        reason_code: "host_unsuitable",
        says: "gzip is not installed, in which the steps are sent",
        remedy: "Install it there, such as with `apt install gzip`.",
    },
];
/** Why the login shell did not begin a command; null where that is not why it ended. */
function loginFault(at, ran) {
    if (ran.ended !== "exited" || ran.code === 0)
        return null;
    const printed = `${ran.stdout.slice(0, 4_000)}\n${ran.stderr}`;
    // What the program itself has begun to print is the program's.
    if (/^pd\t/m.test(printed))
        return null;
    const fault = faults.find(({ seen }) => seen.test(printed));
    if (fault === undefined)
        return null;
    const { reason_code, says, remedy } = fault;
    return {
        verdict: "fail",
        reason_code,
        says: `${at.name}: ${at.login}: ${says}.`,
        remedy,
        tail: printed.trim().slice(-2_000),
    };
}

// EXTERNAL MODULE: ./build/src/transports/ssh-address.js
var ssh_address = __nccwpck_require__(6175);
;// CONCATENATED MODULE: ./build/src/transports/ssh-failure.js

/** Settings that say where the host's keys come from. */
const addLine = "add this line to `ssh.known-hosts` of the environment";
const ssh_failure_faults = [
    "Bad configuration option",
    "Bad owner or permissions",
    "Bad [^:]*spec",
    "unsupported option",
    "keyword \\S+ extra",
    "command-line line",
];
const badOption = new RegExp(`^.*(${ssh_failure_faults.join("|")}).*`, "im");
/**
 * Why ssh did not connect, from what it printed. `seen`: the host's key as a line of known_hosts, where it is asked.
 */
function connectionFailure(to, ran, seen) {
    const { stderr } = ran;
    const at = { ...to, login: onTheWay(stderr) ?? to.login };
    const unreachable = (says, remedy, again = false) => ({
        verdict: "error",
        reason_code: "host_unreachable",
        says: `${at.name}: ${says}`,
        remedy,
        ...(again ? { again } : {}),
    });
    if (ran.ended === "not-started")
        return clientMissing(ran.why);
    if (needsHostKey(ran))
        return hostKeyFailure(at, ran, seen);
    const [denied] = /^.*(Permission denied|Too many authentication failures|No more authentication methods).*/m.exec(stderr) ?? [];
    if (denied !== undefined)
        return refusedLogin(at, lastLine(denied));
    if (/Connection refused/.test(stderr)) {
        return unreachable(`${at.login} refused the connection.`, "Check that sshd runs there, and `address` and `port`.");
    }
    const [, unknown] = /Could not resolve hostname (\S+):/.exec(stderr) ?? [];
    if (unknown !== undefined) {
        return unreachable(`the name \`${unknown}\` is not known.`, "Check `address`, and that this runner resolves the name.");
    }
    if (ran.ended === "timed-out" || /timed out/i.test(stderr)) {
        return unreachable(`${at.login} did not answer in time.`, "Check `address` and `port`, and that a firewall lets this runner in.");
    }
    if (/Connection (closed|reset)|Broken pipe|kex_exchange_identification|banner exchange/.test(stderr)) {
        const remedy = "Look into the log of sshd there: it may be starting, or limit connections (MaxStartups).";
        return unreachable(`${at.login} ended the connection: ${lastLine(stderr)}.`, remedy, true);
    }
    const [option] = badOption.exec(stderr) ?? [];
    if (option !== undefined) {
        const says = `ssh does not accept its options: ${lastLine(option)}.`;
        const remedy = "Correct `ssh.options`, or ~/.ssh/config.";
        return { verdict: "fail", reason_code: "invalid_settings", says, remedy };
    }
    return unreachable(`ssh could not connect to ${at.login}: ${lastLine(stderr) || `exit code ${ran.code}`}.`, "");
}
/** OpenSSH is not installed here. */
function clientMissing(why) {
    const says = `OpenSSH's client is missing on this runner (${why}).`;
    return { verdict: "error", reason_code: "tool_missing", says, remedy: "Install the package openssh-client there." };
}
/** Whether the host's key is why ssh did not connect. */
function needsHostKey({ stderr }) {
    return /Host key verification failed|REMOTE HOST IDENTIFICATION HAS CHANGED|REVOKED HOST KEY/.test(stderr);
}
function hostKeyFailure(at, { stderr }, seen) {
    const changed = /IDENTIFICATION HAS CHANGED/.test(stderr);
    const code = changed || isRevoked(stderr) ? "host_key_changed" : "host_key_unknown";
    const fault = (says, remedy) => ({
        ...{ verdict: "fail", reason_code: code },
        ...{ says: `${at.name}: the host key of ${says}.`, remedy },
    });
    const shows = seen === null ? "its key could not be read" : `it shows ${fingerprintOf(seen)}`;
    const line = seen === null ? "the line that `ssh-keyscan` prints" : `\`${seen}\``;
    const check = "Compare the fingerprint with the host's own (`ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub` there)";
    if (isRevoked(stderr)) {
        const remedy = "Do not connect with it: give the host a new key, and replace its lines of known_hosts.";
        return fault(`${at.login} is revoked by a line of known_hosts; ${shows}`, remedy);
    }
    if (changed) {
        const [, known] = /Offending \S+ key in (\S+)/.exec(stderr) ?? [];
        const where = known === undefined || known.startsWith("/tmp/pd-") ? "" : ` (${known})`;
        const remedy = `Find out why: another machine may answer there. ${check}; ` +
            `where it is right, replace the old line by ${line}.`;
        return fault(`${at.login} is not the one that is known${where}; ${shows}`, remedy);
    }
    const [, invalid] = /^Certificate invalid: (.*?)\r?$/m.exec(stderr) ?? [];
    if (invalid !== undefined) {
        const remedy = "Sign it anew for the name in `address` (`ssh-keygen -s <authority> -h -I <id> -n <name>`), " +
            `or ${addLine}: ${line}.`;
        return fault(`${at.login} has a certificate that does not count (${invalid}); ${shows}`, remedy);
    }
    return fault(`${at.login} is not known; ${shows}`, `${check}, and ${addLine}: ${line}.`);
}
const isRevoked = (stderr) => /REVOKED HOST KEY/.test(stderr);
/** How lines of ssh begin that name the host that they are about. */
const naming = [
    /ssh: connect to host (\S+) port/,
    /(\S+): Permission denied/,
    /.*key is known for (\S+) and/,
    /Host key for (\S+) has/,
];
const namingLine = new RegExp(`^(?:${naming.map(({ source }) => source).join("|")})`, "m");
/**
 * The jump host of the user's own ssh_config, in words, where that is what could not be connected to: the ssh to it
 * says why, and then the one that was to go through it that nobody greets it.
 */
function onTheWay(stderr) {
    const [, cause = ""] = /^(.*)^(?:kex_exchange|banner exchange|ssh_exchange|Connection closed by UNKNOWN)/ms.exec(stderr) ?? [];
    const [, ...names] = namingLine.exec(cause) ?? [];
    const name = names.find((one) => one !== undefined);
    return name === undefined ? null : `${name}, through which ssh connects,`;
}
function refusedLogin(at, says) {
    return {
        verdict: "fail",
        reason_code: "host_refused",
        says: `${at.name}: ${at.login} refused the login: ${says}.`,
        remedy: "Add the public key to ~/.ssh/authorized_keys of that user, and check `ssh.key-from`. The log of sshd there " +
            "names other causes, such as an account that is locked or a certificate that has expired.",
    };
}
/** `SHA256:…` of the key in a line of known_hosts, with its type, as ssh shows it. */
function fingerprintOf(line) {
    const [type = "", key = ""] = line.trim().split(/\s+/).slice(-2);
    const digest = (0,external_node_crypto_.createHash)("sha256").update(Buffer.from(key, "base64")).digest("base64").replace(/=+$/, "");
    return `${type} SHA256:${digest}`;
}
function lastLine(text) {
    const lines = text.trim().split("\n");
    return (lines.at(-1) ?? "").trim().replace(/\.$/, "").slice(0, 300);
}

;// CONCATENATED MODULE: ./build/src/transports/ssh-sessions.js

function sessionsOf() {
    let running = 0;
    let most = Number.POSITIVE_INFINITY;
    let ended = Promise.withResolvers();
    return {
        async run(begin) {
            while (running >= most)
                await ended.promise;
            running += 1;
            try {
                const ran = await begin();
                // The others that ran meanwhile are all that it allows.
                if (ran !== null && sessionRefused(ran.stderr))
                    most = Math.max(1, Math.min(most, running - 1));
                return ran;
            }
            finally {
                running -= 1;
                ended.resolve();
                ended = Promise.withResolvers();
            }
        },
    };
}
/** None could begin within the limit. */
function noSession({ name, login }) {
    return {
        verdict: "fail",
        reason_code: "host_unsuitable",
        says: `${name}: sshd at ${login} allows no further session on a connection (\`MaxSessions\`).`,
        remedy: "Set `MaxSessions 10`, its default, in /etc/ssh/sshd_config there.",
    };
}

;// CONCATENATED MODULE: ./build/src/transports/ssh-connection.js



/** The most that one attempt to connect may take, milliseconds: ssh's own limit ends most earlier. */
const connectMs = 45_000;
/** Attempts at a host that answered and ended the connection before it was ever reached. */
const firstTries = 5;
function connectionOf({ shell, folder, line, at, jump }) {
    const forwards = new Map();
    let open = null;
    let wasOpen = false;
    let failures = 0;
    async function dial(limits) {
        const evenAfterCancel = limits.evenAfterCancel === true;
        const unready = await folder.ready(evenAfterCancel);
        if (unready !== null)
            return notRun(unready);
        const limitMs = Math.min(limits.limitMs, connectMs);
        const quick = { limitMs, onCancel: "finish", cwd: "/", evenAfterCancel };
        if (jump !== null) {
            await forgetWhatIsGone(jump, quick);
            const before = await jump.connect(limits);
            if (before !== null)
                return before;
        }
        // A master that hangs keeps its socket.
        if (wasOpen)
            await shell.run({ ...quick, argv: endMaster(line) });
        const ran = await shell.run({ ...quick, argv: openMaster(line) });
        if (ran.ended === "cancelled")
            return ran;
        if (ran.ended !== "exited" || ran.code !== 0)
            return failure(ran, quick);
        wasOpen = true;
        if (forwards.size > 0)
            await shell.run({ ...quick, argv: addForwards(line, forwards) });
        return null;
    }
    /** Nobody asks the jump host itself: its connection may be gone unnoticed. */
    async function forgetWhatIsGone(through, quick) {
        const attempt = through.current();
        if (attempt === null || (await attempt) !== null)
            return;
        const { code } = await shell.run({ ...quick, argv: checkMaster(through.line) });
        if (code !== 0)
            through.forget(attempt);
    }
    async function failure(ran, quick) {
        const seen = needsHostKey(ran) ? await hostKeyOf({ shell, line }, quick) : null;
        const { again, ...judgement } = connectionFailure(at, ran, seen);
        failures += 1;
        const soon = wasOpen || (again === true && failures < firstTries);
        return { ...ran, unreached: { ...judgement, again: soon } };
    }
    function forget(attempt) {
        if (open === attempt)
            open = null;
    }
    return {
        ...{ line, at, forwards, forget, sessions: sessionsOf() },
        current: () => open,
        async connect(limits) {
            open ??= dial(limits);
            const attempt = open;
            const failed = await attempt;
            if (failed !== null)
                forget(attempt);
            return failed;
        },
    };
}
/** The key that the host shows, as a line of known_hosts; null where none could be read. */
async function hostKeyOf({ shell, line }, quick) {
    const file = `${line.socket}.seen`;
    await shell.run({ ...quick, argv: learnHostKey(line, file) });
    const { stdout } = await shell.run({ ...quick, argv: ["cat", file] });
    return stdout.split("\n").find((text) => /^\S+ \S+ AAAA\S+/.test(text)) ?? null;
}
/** Nothing was run, for this reason. */
function notRun(unreached) {
    return { ended: "not-started", code: null, stdout: "", stderr: "", durationMs: 0, why: unreached.says, unreached };
}

;// CONCATENATED MODULE: ./build/src/transports/ssh-key.js
const newKey = "Make a key for this purpose with `ssh-keygen -t ed25519 -N '' -f deploy_key`";
/**
 * The private key in a variable. What copying into a secret does to a key is repaired: line ends of Windows, a lost
 * last newline, `\n` written out, indentation, the whole key in one line, or its file in Base64.
 */
function readPrivateKey(variable, value) {
    const text = unfolded(value);
    const [, kind = "", body = ""] = /-----BEGIN ([A-Z0-9 ]*PRIVATE KEY)-----([\s\S]*?)-----END \1-----/.exec(text) ?? [];
    if (kind === "")
        return {
            says: `\`${variable}\` holds ${whatElse(text)}.`,
            remedy: `${newKey}, and store all of the file deploy_key.`,
        };
    if (isLocked(kind, body)) {
        return {
            says: `The private key in \`${variable}\` has a passphrase, which nobody can type in a job.`,
            remedy: `${newKey}, or remove the passphrase of a copy with \`ssh-keygen -p -N '' -f <copy>\`.`,
        };
    }
    const lines = /:/.test(body)
        ? body
            .trim()
            .split("\n")
            .map((line) => line.trim())
        : wrapped(body);
    return { key: [`-----BEGIN ${kind}-----`, ...lines, `-----END ${kind}-----`, ""].join("\n") };
}
function unfolded(value) {
    const text = value.replaceAll("\r", "").replaceAll("\\n", "\n").trim();
    if (text.includes("-----") || !/^[A-Za-z0-9+/=\s]{100,}$/.test(text))
        return text;
    const decoded = Buffer.from(text, "base64").toString("latin1");
    return decoded.includes("-----BEGIN ") ? decoded.replaceAll("\r", "") : text;
}
function wrapped(body) {
    return body.replaceAll(/\s/g, "").match(/.{1,70}/g) ?? [];
}
function whatElse(text) {
    if (/^(ssh-|ecdsa-|sk-)\S+ AAAA/.test(text))
        return "a public key, where the private one is needed";
    if (text.startsWith("PuTTY-User-Key-File"))
        return "a key of PuTTY, which OpenSSH does not read";
    if (text.includes("PUBLIC KEY-----"))
        return "a public key, where the private one is needed";
    if (text.includes("PRIVATE KEY-----"))
        return "only a part of a private key";
    return "no private key";
}
function isLocked(kind, body) {
    if (kind === "ENCRYPTED PRIVATE KEY" || /Proc-Type:.*ENCRYPTED/.test(body))
        return true;
    if (kind !== "OPENSSH PRIVATE KEY")
        return false;
    // The format begins with its name, a NUL, and the name of the cipher behind its length.
    const bytes = Buffer.from(body.replaceAll(/\s/g, ""), "base64");
    const start = "openssh-key-v1\0".length;
    if (bytes.length < start + 4)
        return false;
    return bytes.toString("latin1", start + 4, start + 4 + bytes.readUInt32BE(start)) !== "none";
}

;// CONCATENATED MODULE: ./build/src/transports/ssh-folder.js




const quickMs = 30_000;
const dayMs = 24 * 3_600_000;
/** Short, since the path of a socket has at most 108 bytes. */
function sshFolder(reaching) {
    const folder = `/tmp/pd-${(0,external_node_crypto_.randomBytes)(8).toString("hex")}`;
    const { shell, ssh } = reaching;
    const at = (name) => `${folder}/${name}`;
    let made = null;
    let guard = null;
    const run = (argv, more) => shell.run({ argv, limitMs: quickMs, onCancel: "finish", cwd: "/", ...more });
    async function make(evenAfterCancel) {
        const secrets = readSecrets(reaching);
        if ("verdict" in secrets)
            return secrets;
        const { key, knownHosts } = secrets;
        const files = { agent: key !== null, knownHosts: knownHosts !== null };
        const opened = await run(openFolder(folder), { stdin: { text: configOf(ssh, at, files) }, evenAfterCancel });
        if (opened.code !== 0)
            return notMade(folder, opened);
        // It lives as long as this process: nobody waits for it until it is asked to end.
        guard = shell.run({
            ...{ argv: guardFolder(folder, key !== null), limitMs: dayMs, onCancel: "finish", cwd: "/", evenAfterCancel },
        });
        if (knownHosts !== null) {
            const written = await run(writePrivate(at("known_hosts")), { stdin: { text: knownHosts }, evenAfterCancel });
            if (written.code !== 0)
                return notMade(folder, written);
        }
        if (key === null)
            return null;
        return giveKey(reaching, {
            text: key,
            agent: at("agent"),
            run: (argv, more) => run(argv, { ...more, evenAfterCancel }),
        });
    }
    return {
        config: at("config"),
        at,
        async ready(evenAfterCancel) {
            made ??= make(evenAfterCancel);
            return made;
        },
        async close() {
            if (made === null)
                return;
            await made;
            if (guard === null)
                return;
            const asked = await run(endGuard(folder), { evenAfterCancel: true });
            if (asked.code === 0)
                await guard;
        },
    };
}
/** Gives the private key to the agent of the folder, whose socket it is; null when it has it. */
async function giveKey({ ssh, clock }, { text, agent, run }) {
    const env = { SSH_AUTH_SOCK: agent, SSH_ASKPASS: undefined, DISPLAY: undefined };
    for (let tries = 100;; tries -= 1) {
        const added = await run(addKey, { stdin: { text }, env });
        if (added.code === 0)
            return null;
        if (added.ended === "not-started")
            return clientMissing(added.why);
        // The agent was started a moment ago.
        if (tries > 0 && /connection to (your )?(authentication )?agent|connecting to agent/i.test(added.stderr)) {
            await clock.sleep(50);
            continue;
        }
        const why = added.why || added.stderr.trim().split("\n").at(-1) || `exit code ${added.code}`;
        return {
            verdict: "fail",
            reason_code: "ssh_key_unusable",
            says: `ssh-add does not take the private key in \`${ssh.keyFrom}\`: ${why}.`,
            remedy: "Store the whole file of a private key without a passphrase, from its first line to its last.",
        };
    }
}
/** What the settings name of the step's environment. */
function readSecrets({ ssh, secret }) {
    const lines = [...ssh.knownHosts];
    if (ssh.knownHostsFrom !== null) {
        const given = secret(ssh.knownHostsFrom);
        if (given === undefined)
            return unset(ssh.knownHostsFrom, "known-hosts-from", "invalid_settings");
        lines.push(...given.replaceAll("\r", "").split("\n"));
    }
    const knownHosts = lines.length === 0 ? null : `${lines.join("\n")}\n`;
    if (ssh.keyFrom === null)
        return { key: null, knownHosts };
    const given = secret(ssh.keyFrom);
    if (given === undefined)
        return unset(ssh.keyFrom, "key-from", "ssh_key_unusable");
    const read = readPrivateKey(ssh.keyFrom, given);
    if ("key" in read)
        return { key: read.key, knownHosts };
    return { verdict: "fail", reason_code: "ssh_key_unusable", says: read.says, remedy: read.remedy };
}
function unset(name, key, reason_code) {
    return {
        verdict: "fail",
        reason_code,
        says: `The variable \`${name}\`, which \`ssh.${key}\` names, is not set or empty.`,
        remedy: `Set it in the step: \`env: {${name}: "\${{ secrets.${name} }}"}\`, and the secret in the environment. ` +
            `In a terminal, \`export ${name}="$(cat FILE)"\`.`,
    };
}
function notMade(folder, ran) {
    return {
        verdict: "error",
        reason_code: "could_not_run",
        says: `The folder ${folder} could not be made on this runner: ${ran.why || ran.stderr.trim() || ran.ended}.`,
        remedy: "Check /tmp on the runner.",
    };
}
/**
 * The first value of an option counts: what must hold and what the settings name is before the user's own
 * configuration, and what may be set there behind it.
 */
function configOf({ options }, at, files) {
    const lines = [
        ...["BatchMode yes", "StrictHostKeyChecking yes", "UpdateHostKeys no", "LogLevel ERROR", "EscapeChar none"],
        ...[
            "ForwardAgent no",
            "ForwardX11 no",
            "PermitLocalCommand no",
            "RemoteCommand none",
            "RequestTTY no",
            "Tunnel no",
        ],
        // A configuration that lets only its own keys be offered is not meant against this one.
        ...(files.agent ? [`IdentityAgent ${at("agent")}`, "IdentitiesOnly no"] : []),
        ...(files.knownHosts ? [`UserKnownHostsFile ${at("known_hosts")}`, "GlobalKnownHostsFile /dev/null"] : []),
        ...Object.entries(options).map(([name, value]) => `${name} ${value}`),
        ...["Include ~/.ssh/config", `Include ${at("own")}`, "Include /etc/ssh/ssh_config"],
        ...["Host *", "ConnectTimeout 10", "ServerAliveInterval 5", "ServerAliveCountMax 3"],
    ];
    return `${lines.join("\n")}\n`;
}

;// CONCATENATED MODULE: ./build/src/transports/ssh.js









/** The OpenSSH client of the runner, with one master connection for each host, and one for the jump host before all. */
const ssh = { type: "ssh", address: ssh_address/* sshAddress */.zE, open: ssh_open };
function ssh_open(reaching) {
    const { shell, become, user } = reaching;
    const folder = sshFolder(reaching);
    let count = 0;
    function connectionTo(place, name, jump) {
        count += 1;
        const socket = folder.at(`m-${count}`);
        const line = { ...place, config: folder.config, socket, jump: jump?.line.socket ?? null };
        return connectionOf({ shell, folder, line, at: { name, login: loginOf(place) }, jump });
    }
    const through = reaching.ssh.jump === null ? null : (0,ssh_address/* readSshAddress */.pn)(reaching.ssh.jump, "with port");
    const jump = through === null ? null : connectionTo(through, "The jump host", null);
    function to({ name, address, port }) {
        const place = (0,ssh_address/* readSshAddress */.pn)(address, "without port");
        // The settings file was read with this very rule.
        if (place === null)
            throw new Error(`${address} is no address of ssh`);
        const whole = { ...place, user: place.user ?? user, port: port ?? null };
        const connection = connectionTo(whole, name, jump);
        const at = { name, login: loginOf(whole) };
        return {
            login: at.login,
            connect: () => void connection.connect({ limitMs: connectMs }),
            async run(command) {
                const sent = overNetwork(command);
                const ran = await runOver(connection, reaching, { ...sent, argv: asUser(become, sent.argv) });
                if (ran.unreached !== undefined || ran.lost === true)
                    return ran;
                const unreached = loginFault(at, ran) ?? sudoFault(become, at, ran);
                return unreached === null ? ran : { ...ran, unreached };
            },
            reach: async (there) => `http://127.0.0.1:${await forwardOver(connection, shell, there)}`,
        };
    }
    return { to, close: () => folder.close() };
}
function loginOf({ user, host, port }) {
    return `${user === null ? "" : `${user}@`}${host}${port === null ? "" : ` port ${port}`}`;
}
/** Between two attempts at a session while sshd allows no further one, and how many there are at most. */
const roomMs = 100;
const mostRefusals = 20;
/**
 * One session. Where its master is gone before anything was sent, once more on a new one; where sshd allows no further
 * one, after another has ended.
 */
async function runOver(connection, { shell, clock }, command) {
    const argv = onHost(connection.line, command.argv);
    let refusals = 0;
    for (let tries = 3;;) {
        const failed = await connection.connect(command);
        if (failed !== null)
            return failed;
        const used = connection.current();
        const asked = clock.ticks();
        const ran = await connection.sessions.run(async () => {
            const limitMs = command.limitMs - (clock.ticks() - asked);
            return limitMs > 0 ? shell.run({ ...command, limitMs, argv }) : null;
        });
        if (ran === null)
            return notRun(noSession(connection.at));
        if (ran.code !== 255)
            return ran;
        if (sessionRefused(ran.stderr)) {
            if (refusals === mostRefusals)
                return notRun(noSession(connection.at));
            refusals += 1;
            await clock.sleep(roomMs);
            continue;
        }
        connection.forget(used);
        if (!foundNoMaster(ran.stderr) || tries === 0)
            return { ...ran, lost: true };
        tries -= 1;
    }
}
const forwardMs = 30_000;
/** A port here that leads to a port there. It is chosen once: a connection that is made anew has it again. */
async function forwardOver(connection, shell, there) {
    const { forwards, line } = connection;
    for (let tries = 10; tries > 0 && !forwards.has(there); tries -= 1) {
        const here = (0,external_node_crypto_.randomInt)(10_000, 32_000);
        const stands = (await connection.connect({ limitMs: forwardMs })) === null;
        const argv = addForwards(line, new Map([[there, here]]));
        const ran = stands ? await shell.run({ argv, limitMs: forwardMs, onCancel: "finish", cwd: "/" }) : null;
        // Without a connection it is opened with the next one. A port that is taken here is another's.
        if (ran === null || ran.code === 0 || tries === 1)
            forwards.set(there, here);
    }
    return forwards.get(there) ?? 0;
}

;// CONCATENATED MODULE: ./build/src/transports/registry.js


/** Every transport, one line each. The first one whose addresses fit is taken. */
const transports = [local, ssh];
/** What `address` of a host may be in the settings file. */
const hostAddress = transports
    .slice(1)
    .reduce((all, kind) => all.or(kind.address), transports[0].address);
/** The ways to the hosts of an environment, each by its address. */
function openTransports(reaching) {
    const open = new Map();
    return {
        to(host) {
            const kind = transports.find((one) => one.address.safeParse(host.address).success);
            // The settings file was read with these very addresses.
            if (kind === undefined)
                throw new Error(`No transport reaches ${host.name} at ${host.address}`);
            const carrier = open.get(kind) ?? kind.open(reaching);
            open.set(kind, carrier);
            return carrier.to(host);
        },
        async close() {
            await Promise.all([...open.values()].map((carrier) => carrier.close()));
        },
    };
}


/***/ }),

/***/ 6175:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   XO: () => (/* binding */ jumpAddress),
/* harmony export */   pn: () => (/* binding */ readSshAddress),
/* harmony export */   zE: () => (/* binding */ sshAddress)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2716);

const user = /^[A-Za-z_][A-Za-z0-9_.-]{0,63}$/;
const hostName = /^[A-Za-z0-9]([A-Za-z0-9._-]{0,251}[A-Za-z0-9])?$/;
/** Reads `user@host`; with a port behind it where one may stand there. Null where it is no such address. */
function readSshAddress(text, port) {
    const [, name, bracketed, behindBracket, plain = ""] = /^(?:([^@]*)@)?(?:\[([^\]@]*)\](?::(\d{1,5}))?|([^@[\]]*))$/.exec(text) ?? [];
    const [, beforeColon, behindColon] = /^([^:]+):(\d{1,5})$/.exec(plain) ?? [];
    const host = bracketed ?? beforeColon ?? plain;
    const given = behindBracket ?? behindColon;
    if (name !== undefined && !user.test(name))
        return null;
    if (given !== undefined && (port === "without port" || Number(given) < 1 || Number(given) > 65_535))
        return null;
    if (bracketed === undefined && host.toLowerCase() === "local")
        return null;
    const isIpv6 = host.includes(":") && URL.canParse(`http://[${host}]/`);
    if (!isIpv6 && (bracketed !== undefined || !hostName.test(host)))
        return null;
    return { user: name ?? null, host, port: given === undefined ? null : Number(given) };
}
/** `address` of a host. */
const sshAddress = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .max(330)
    .refine((text) => readSshAddress(text, "without port") !== null, {
    error: "must be `local`, or `user@host` such as `deploy@web1.example.com`, with a port under `port`",
});
/** `jump`: may have a port behind it. */
const jumpAddress = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .max(330)
    .refine((text) => readSshAddress(text, "with port") !== null, {
    error: "must be `user@host` or `user@host:port`, such as `deploy@bastion.example.com`",
});


/***/ }),

/***/ 2716:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  You: () => (/* binding */ ZodISODateTime),
  xgV: () => (/* binding */ ZodPrefault),
  YOg: () => (/* binding */ array),
  zMY: () => (/* binding */ schemas_boolean),
  gMt: () => (/* binding */ discriminatedUnion),
  k5n: () => (/* binding */ _enum),
  Whr: () => (/* binding */ schemas_int),
  Pq9: () => (/* binding */ json),
  euz: () => (/* binding */ literal),
  _H3: () => (/* binding */ looseObject),
  chJ: () => (/* binding */ _null),
  aig: () => (/* binding */ number),
  Ikc: () => (/* binding */ object),
  vkY: () => (/* binding */ preprocess),
  g1P: () => (/* binding */ record),
  rej: () => (/* binding */ strictObject),
  YjP: () => (/* binding */ string),
  uEf: () => (/* binding */ stringbool),
  PVZ: () => (/* binding */ tuple),
  KCZ: () => (/* binding */ union),
  L5J: () => (/* binding */ unknown)
});

// UNUSED EXPORTS: ZodAny, ZodArray, ZodBase64, ZodBase64URL, ZodBigInt, ZodBigIntFormat, ZodBoolean, ZodCIDRv4, ZodCIDRv6, ZodCUID, ZodCUID2, ZodCatch, ZodCodec, ZodCreditCard, ZodCustom, ZodCustomStringFormat, ZodDate, ZodDefault, ZodDiscriminatedUnion, ZodE164, ZodEmail, ZodEmoji, ZodEnum, ZodExactOptional, ZodFile, ZodFunction, ZodGUID, ZodIBAN, ZodIPv4, ZodIPv6, ZodISODate, ZodISODuration, ZodISOTime, ZodInstanceOf, ZodIntersection, ZodJWT, ZodKSUID, ZodLazy, ZodLiteral, ZodMAC, ZodMap, ZodNaN, ZodNanoID, ZodNever, ZodNonOptional, ZodNull, ZodNullable, ZodNumber, ZodNumberFormat, ZodObject, ZodOptional, ZodPipe, ZodPreprocess, ZodPromise, ZodReadonly, ZodRecord, ZodSet, ZodString, ZodStringFormat, ZodSuccess, ZodSymbol, ZodTemplateLiteral, ZodTransform, ZodTuple, ZodType, ZodULID, ZodURL, ZodUUID, ZodUndefined, ZodUnion, ZodUnknown, ZodVoid, ZodXID, ZodXor, _ZodString, _default, _function, any, base64, base64url, bigint, catch, check, cidrv4, cidrv6, codec, creditCard, cuid, cuid2, currencyCode, custom, date, describe, e164, email, emoji, exactOptional, file, float32, float64, function, guid, hash, hex, hostname, httpUrl, iban, instanceof, int32, int64, intersection, invertCodec, ipv4, ipv6, jwt, keyof, ksuid, lazy, looseRecord, mac, map, meta, nan, nanoid, nativeEnum, never, nonoptional, nullable, nullish, optional, partialRecord, pipe, prefault, promise, readonly, refine, set, stringFormat, success, superRefine, symbol, templateLiteral, transform, uint32, uint64, ulid, undefined, url, uuid, uuidv4, uuidv6, uuidv7, void, xid, xor

// EXTERNAL MODULE: ./node_modules/zod/v4/core/core.js
var core_core = __nccwpck_require__(8532);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/util.js
var core_util = __nccwpck_require__(4723);
;// CONCATENATED MODULE: ./node_modules/zod/v4/core/memoizer.js

class $ZodCyclicError extends Error {
    constructor() {
        super(`Cannot parse a reference cycle that closes through a transform`);
        this.name = "ZodCyclicError";
    }
}
/** Keyed off the context object every schema in one parse call already shares. */
const STATE = "~memo";
const NO_ISSUES = [];
// a value a cycle can close through
function isRef(value) {
    return value !== null && typeof value === "object";
}
// Receivers prefix paths in place, so the cache and every hand-out need their own copies.
function cloneIssues(issues) {
    return issues.map((iss) => (iss.path ? { ...iss, path: iss.path.slice() } : { ...iss }));
}
const recursive = /*@__PURE__*/ new WeakMap();
/** What the walk established, in order of certainty: ordered so the strongest answer among children wins. */
const NONE = 0;
const ASSUMED = 1;
const PROVEN = 2;
/** Whether this schema's subtree contains a cycle, so one parse can re-enter it. */
function isRecursive(inst, stack, resolve) {
    const cached = recursive.get(inst);
    if (cached !== undefined)
        return cached ? PROVEN : NONE;
    // Relative to the walk in progress, so not cached.
    if (stack.has(inst))
        return PROVEN;
    stack.add(inst);
    let result = NONE;
    const check = (child) => {
        if (result !== PROVEN && child?._zod) {
            const answer = isRecursive(child, stack, resolve);
            if (answer > result)
                result = answer;
        }
    };
    // `Reflect.ownKeys` rather than `Object.keys`, so a cycle through a declared symbol key is still seen
    const shape = (sh, spread) => {
        let answer = NONE;
        for (const key of Reflect.ownKeys(sh)) {
            const desc = Object.getOwnPropertyDescriptor(sh, key);
            // an object resolves its shape by spread, so a key it does not enumerate is never parsed; `z.properties` reads every own key and so keeps them all
            if (spread && !desc.enumerable)
                continue;
            // resolving runs user code, and a factory mints a fresh subtree per read, so an edge the walk can't follow counts as a cycle
            const child = desc.get ? ASSUMED : desc.value?._zod ? isRecursive(desc.value, stack, resolve) : NONE;
            if (child > answer)
                answer = child;
        }
        return answer;
    };
    const merge = (answer) => {
        if (answer > result)
            result = answer;
    };
    const def = inst._zod.def;
    const kind = def.type;
    switch (kind) {
        case "object": {
            const raw = core_util/* rawShape */.MO(def);
            // a def with no raw shape answers `shape` from an accessor of its own, and running that can mint a whole fresh subtree
            merge(raw ? shape(raw, true) : ASSUMED);
            check(def.catchall);
            break;
        }
        case "array":
            check(def.element);
            break;
        case "tuple":
            for (const el of def.items)
                check(el);
            check(def.rest);
            break;
        case "record":
        case "map":
            check(def.keyType);
            check(def.valueType);
            break;
        case "set":
            check(def.valueType);
            break;
        case "union":
            for (const el of def.options)
                check(el);
            break;
        case "intersection":
            check(def.left);
            check(def.right);
            break;
        case "optional":
        case "nullable":
        case "default":
        case "prefault":
        case "catch":
        case "readonly":
        case "nonoptional":
        case "promise":
        case "success":
            check(def.innerType);
            break;
        case "pipe":
            check(def.in);
            check(def.out);
            break;
        case "function":
            check(def.input);
            check(def.output);
            break;
        // `$ZodLazy` caches its inner on the def, so a resolved edge is followed exactly
        case "lazy": {
            const inner = def._cachedInner ?? (resolve ? inst._zod.innerType : undefined);
            // walked with resolution off: one hop sees past the deferral, and a lazy that yields only another unresolved lazy is generative, so it stops there
            merge(inner ? isRecursive(inner, stack, false) : ASSUMED);
            break;
        }
        // a leaf by choice: `parts` are regex fragments, not data positions
        case "template_literal":
        // leaves
        case "string":
        case "number":
        case "int":
        case "boolean":
        case "bigint":
        case "symbol":
        case "undefined":
        case "null":
        case "void":
        case "never":
        case "any":
        case "unknown":
        case "date":
        case "nan":
        case "enum":
        case "literal":
        case "file":
        case "transform":
        case "custom":
            break;
        default: {
            // a new built-in kind becomes a compile error here
            kind;
            // a user-defined kind can still hold children, and only its author knows where, so fall back to scanning the def — skipping accessors, since reading one can run user code
            for (const key in def) {
                const desc = Object.getOwnPropertyDescriptor(def, key);
                if (!desc || desc.get)
                    continue;
                const value = desc.value;
                if (!value || typeof value !== "object")
                    continue;
                if (value._zod)
                    check(value);
                else if (Array.isArray(value))
                    for (const el of value)
                        check(el);
            }
        }
    }
    stack.delete(inst);
    return settle(inst, result);
}
/** An assumed answer must not outlive the resolution that settles it, so only a certain one is cached. */
function settle(inst, answer) {
    if (answer !== ASSUMED)
        recursive.set(inst, answer === PROVEN);
    return answer;
}
/**
 * Whether one parse can re-enter this schema, i.e. its subtree contains a cycle.
 * Exported for `z.compile`, which refuses to compile such a schema: cycle
 * breaking is driven from here off state keyed on the parse context, and a
 * generated fast path has no context to key on.
 */
function isRecursiveSchema(inst) {
    // z.compile never parses, so nothing would ever resolve a lazy for it; it runs once and already treats a throw here as recursive
    return isRecursive(inst, new Set(), true) !== NONE;
}
function bucketFor(state, inst) {
    let bucket = state.buckets.get(inst);
    if (!bucket) {
        bucket = new WeakMap();
        state.buckets.set(inst, bucket);
    }
    return bucket;
}
// Set immediately before delegating to core and cleared immediately after, so `alloc` registers only for a visit this module is driving.
let handoff;
// Allocated but unfinished entries. `alloc` and the matching pop both happen in the synchronous part of a parse, so they nest even when children are async, and one stack serves every schema.
const memoizer_open = [];
const memo = {
    alloc(_inst, payload, empty) {
        const bucket = handoff;
        if (!bucket)
            return empty;
        handoff = undefined;
        const entry = { value: empty, issues: null };
        bucket.set(payload.value, entry);
        memoizer_open.push(entry);
        return empty;
    },
    guard(inst) {
        var _a;
        (_a = inst._zod).deferred ?? (_a.deferred = []);
        inst._zod.deferred.push(() => {
            const base = inst._zod.parse;
            const wrapped = (payload, ctx) => {
                // The value is a placeholder a back-edge is still waiting on, so the cycle closes through this transform. Its output can't exist in time to bind.
                if (ctx.direction !== "backward" && isBackEdge(ctx, payload.value))
                    throw new $ZodCyclicError();
                return base(payload, ctx);
            };
            inst._zod.parse = wrapped;
            if (inst._zod.run === base)
                inst._zod.run = wrapped;
        });
    },
    attach(inst) {
        var _a;
        let isRecursiveInst;
        let rechecked = false;
        // a recursive schema is re-entered many times per parse and its bucket never changes
        let lastCtx;
        let lastBucket;
        // Wraps `parse` in a deferred so it sees the container's final parse. Core's own deferred copies `parse` into `run` when there are no checks, and it ran first, so `run` is patched to match; with checks, `run` reads `parse` dynamically.
        (_a = inst._zod).deferred ?? (_a.deferred = []);
        inst._zod.deferred.push(() => {
            const base = inst._zod.parse;
            const wrapped = (payload, ctx) => {
                if (isRecursiveInst === undefined) {
                    const walked = isRecursive(inst, new Set(), false);
                    if (walked === NONE) {
                        // Nothing here can ever fire, so take it back out.
                        inst._zod.parse = base;
                        if (inst._zod.run === wrapped)
                            inst._zod.run = base;
                        return base(payload, ctx);
                    }
                    // this parse resolves the deferred edges on its own path, so ask once more before latching
                    if (walked === PROVEN || rechecked)
                        isRecursiveInst = true;
                    else
                        rechecked = true;
                }
                const input = payload.value;
                if (!isRef(input))
                    return base(payload, ctx);
                let state = ctx[STATE];
                if (!state) {
                    state = { buckets: new WeakMap(), backEdges: undefined };
                    ctx[STATE] = state;
                }
                let bucket;
                if (lastCtx === ctx) {
                    bucket = lastBucket;
                }
                else {
                    bucket = bucketFor(state, inst);
                    lastCtx = ctx;
                    lastBucket = bucket;
                }
                const hit = bucket.get(input);
                if (hit) {
                    payload.value = hit.value;
                    if (hit.issues) {
                        if (hit.issues.length)
                            payload.issues.push(...cloneIssues(hit.issues));
                    }
                    else {
                        // Still being parsed: its own checks cover it, so skip them here.
                        payload.memo = true;
                        state.backEdges ?? (state.backEdges = new WeakSet());
                        state.backEdges.add(hit.value);
                    }
                    return payload;
                }
                handoff = bucket;
                const depth = memoizer_open.length;
                const result = base(payload, ctx);
                handoff = undefined;
                // A container that rejected its input outright allocated nothing.
                const entry = memoizer_open.length > depth ? memoizer_open.pop() : undefined;
                // Both paths written out so the sync one allocates no closure. It runs once per node, and capturing here cost more than everything else combined.
                if (result instanceof Promise) {
                    return result.then((r) => {
                        if (entry)
                            entry.issues = r.issues.length ? cloneIssues(r.issues) : NO_ISSUES;
                        return r;
                    });
                }
                if (entry)
                    entry.issues = result.issues.length ? cloneIssues(result.issues) : NO_ISSUES;
                return result;
            };
            inst._zod.parse = wrapped;
            if (inst._zod.run === base)
                inst._zod.run = wrapped;
        });
    },
};
/** The memoizer that gives containers cycle support. `zod` installs it by default; `zod/mini` opts in with `config({ memoizer: memoizer() })`. */
function memoizer() {
    return memo;
}
/** Whether this value is a node a back-edge resolved to before it finished. */
function isBackEdge(ctx, value) {
    const backEdges = ctx[STATE]?.backEdges;
    return backEdges !== undefined && isRef(value) && backEdges.has(value);
}

// EXTERNAL MODULE: ./node_modules/zod/v4/core/schemas.js + 2 modules
var schemas = __nccwpck_require__(6985);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/registries.js
var registries = __nccwpck_require__(9396);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js
var api = __nccwpck_require__(3759);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/regexes.js
var core_regexes = __nccwpck_require__(3908);
;// CONCATENATED MODULE: ./node_modules/zod/v4/core/to-json-schema.js


function assignProps(target, ...sources) {
    for (const source of sources) {
        for (const key of Reflect.ownKeys(source)) {
            if (Object.prototype.propertyIsEnumerable.call(source, key)) {
                (0,core_util/* assignProp */.Vy)(target, key, source[key]);
            }
        }
    }
    return target;
}
// function initializeContext<T extends schemas.$ZodType>(inputs: JSONSchemaGeneratorParams<T>): ToJSONSchemaContext<T> {
//   return {
//     processor: inputs.processor,
//     metadataRegistry: inputs.metadata ?? globalRegistry,
//     target: inputs.target ?? "draft-2020-12",
//     unrepresentable: inputs.unrepresentable ?? "throw",
//   };
// }
function to_json_schema_initializeContext(params) {
    // Normalize target: convert old non-hyphenated versions to hyphenated versions
    let target = params?.target ?? "draft-2020-12";
    if (target === "draft-4")
        target = "draft-04";
    if (target === "draft-7")
        target = "draft-07";
    return {
        processors: params.processors ?? {},
        metadataRegistry: params?.metadata ?? registries/* globalRegistry */.fd,
        target,
        unrepresentable: params?.unrepresentable ?? "throw",
        override: params?.override ?? (() => { }),
        io: params?.io ?? "output",
        counter: 0,
        seen: new Map(),
        sharedDefsExtractedFor: undefined,
        sharedEmitDoneFor: undefined,
        cycles: params?.cycles ?? "ref",
        reused: params?.reused ?? "inline",
        intersections: [],
        deferred: [],
        external: params?.external ?? undefined,
    };
}
/**
 * Applies the `unrepresentable` setting at a site that has no JSON Schema equivalent. Throws
 * `message` unless the setting (or the handler's return value) says otherwise. Returns `true` if a
 * custom JSON Schema was written into `json`, in which case the caller must not write its own.
 */
function handleUnrepresentable(schema, ctx, json, params, message) {
    const result = typeof ctx.unrepresentable === "function"
        ? ctx.unrepresentable({ zodSchema: schema, path: params.path, message })
        : ctx.unrepresentable;
    if (result === "any")
        return false;
    if (result === undefined || result === "throw")
        throw new Error(message);
    Object.assign(json, result);
    return true;
}
// never rename this back to `process`: bundler polyfills inject a top-level `const process` that a lexical declaration of the same name collides with (#6397)
function to_json_schema_processSchema(schema, ctx, _params = { path: [], schemaPath: [] }) {
    var _a;
    const def = schema._zod.def;
    // check for schema in seens
    const seen = ctx.seen.get(schema);
    if (seen) {
        seen.count++;
        // check if cycle
        const isCycle = _params.schemaPath.includes(schema);
        if (isCycle) {
            seen.cycle = _params.path;
        }
        return seen.schema;
    }
    // initialize
    const result = { schema: {}, count: 1, cycle: undefined, path: _params.path };
    ctx.seen.set(schema, result);
    ctx.sharedDefsExtractedFor = undefined;
    ctx.sharedEmitDoneFor = undefined;
    // custom method overrides default behavior
    const overrideSchema = schema._zod.toJSONSchema?.();
    if (overrideSchema) {
        result.schema = overrideSchema;
    }
    else {
        const params = {
            ..._params,
            schemaPath: [..._params.schemaPath, schema],
            path: _params.path,
        };
        if (schema._zod.processJSONSchema) {
            schema._zod.processJSONSchema(ctx, result.schema, params);
        }
        else {
            const _json = result.schema;
            const processor = ctx.processors[def.type];
            if (!processor) {
                throw new Error(`[toJSONSchema]: Non-representable type encountered: ${def.type}`);
            }
            processor(schema, ctx, _json, params);
        }
        const parent = schema._zod.parent;
        if (parent) {
            // Also set ref if processor didn't (for inheritance)
            if (!result.ref)
                result.ref = parent;
            to_json_schema_processSchema(parent, ctx, params);
            ctx.seen.get(parent).isParent = true;
        }
    }
    // metadata
    const meta = ctx.metadataRegistry.get(schema);
    if (meta)
        assignProps(result.schema, meta);
    if (ctx.io === "input" && isTransforming(schema)) {
        // examples/defaults only apply to output type of pipe
        delete result.schema.examples;
        delete result.schema.default;
    }
    // set prefault as default
    if (ctx.io === "input" && "_prefault" in result.schema)
        (_a = result.schema).default ?? (_a.default = result.schema._prefault);
    delete result.schema._prefault;
    // pulling fresh from ctx.seen in case it was overwritten
    const _result = ctx.seen.get(schema);
    return _result.schema;
}
/** @deprecated Renamed to `processSchema`. An export alias declares no binding, so it is safe to keep. */

// Escape a reference token for use in a JSON Pointer fragment (RFC 6901): `~` becomes `~0` and `/` becomes `~1`. The `~` replacement must run first.
function encodeJSONPointerSegment(segment) {
    return segment.replace(/~/g, "~0").replace(/\//g, "~1");
}
function to_json_schema_extractDefs(ctx, schema
// params: EmitParams
) {
    // iterate over seen map;
    const root = ctx.seen.get(schema);
    if (!root)
        throw new Error("Unprocessed schema. This is a bug in Zod.");
    // With `external` set, every registered schema resolves through the external branch of `makeURI`, so the root branch below produces the same ref the external branch would — this pass is identical whichever schema it is called with, and only needs to run once.
    if (ctx.external && ctx.sharedDefsExtractedFor === ctx.external)
        return;
    // Track ids to detect duplicates across different schemas
    const idToSchema = new Map();
    for (const entry of ctx.seen.entries()) {
        const id = ctx.metadataRegistry.get(entry[0])?.id;
        if (id) {
            const existing = idToSchema.get(id);
            if (existing && existing !== entry[0]) {
                throw new Error(`Duplicate schema id "${id}" detected during JSON Schema conversion. Two different schemas cannot share the same id when converted together.`);
            }
            idToSchema.set(id, entry[0]);
        }
    }
    // returns a ref to the schema defId will be empty if the ref points to an external schema (or #)
    const makeURI = (entry) => {
        // comparing the seen objects because sometimes multiple schemas map to the same seen object. e.g. lazy
        // external is configured
        const defsSegment = ctx.target === "draft-2020-12" ? "$defs" : "definitions";
        if (ctx.external) {
            const externalId = ctx.external.registry.get(entry[0])?.id; // ?? "__shared";// `__schema${ctx.counter++}`;
            // check if schema is in the external registry
            const uriGenerator = ctx.external.uri ?? ((id) => id);
            if (externalId) {
                return { ref: uriGenerator(externalId) };
            }
            // otherwise, add to __shared
            const id = entry[1].defId ?? entry[1].schema.id ?? `schema${ctx.counter++}`;
            entry[1].defId = id; // set defId so it will be reused if needed
            return { defId: id, ref: `${uriGenerator("__shared")}#/${defsSegment}/${encodeJSONPointerSegment(id)}` };
        }
        const uriPrefix = `#`;
        const defUriPrefix = `${uriPrefix}/${defsSegment}/`;
        // an id-less root has nowhere to be extracted to, so it stays inline and self-references as `#`
        if (entry[1] === root && !entry[1].schema.id) {
            return { ref: uriPrefix };
        }
        // self-contained schema
        const defId = entry[1].schema.id ?? `__schema${ctx.counter++}`;
        return { defId, ref: defUriPrefix + encodeJSONPointerSegment(defId) };
    };
    // stored cached version in `def` property remove all properties, set $ref
    const extractToDef = (entry) => {
        // if the schema is already a reference, do not extract it
        if (entry[1].schema.$ref) {
            return;
        }
        const seen = entry[1];
        const { ref, defId } = makeURI(entry);
        seen.def = { ...seen.schema };
        // defId won't be set if the schema is a reference to an external schema or if the schema is the root schema
        if (defId)
            seen.defId = defId;
        // wipe away all properties except $ref
        const schema = seen.schema;
        for (const key in schema) {
            delete schema[key];
        }
        schema.$ref = ref;
    };
    // throw on cycles
    // break cycles
    if (ctx.cycles === "throw") {
        for (const entry of ctx.seen.entries()) {
            const seen = entry[1];
            if (seen.cycle) {
                throw new Error("Cycle detected: " +
                    `#/${seen.cycle?.join("/")}/<root>` +
                    '\n\nSet the `cycles` parameter to `"ref"` to resolve cyclical schemas with defs.');
            }
        }
    }
    // extract schemas into $defs
    for (const entry of ctx.seen.entries()) {
        const seen = entry[1];
        // convert root schema to # $ref
        if (schema === entry[0]) {
            extractToDef(entry); // this has special handling for the root schema
            continue;
        }
        // extract schemas that are in the external registry
        if (ctx.external) {
            const ext = ctx.external.registry.get(entry[0])?.id;
            if (schema !== entry[0] && ext) {
                extractToDef(entry);
                continue;
            }
        }
        // extract schemas with `id` meta
        const id = ctx.metadataRegistry.get(entry[0])?.id;
        if (id) {
            extractToDef(entry);
            continue;
        }
        // break cycles
        if (seen.cycle) {
            // any
            extractToDef(entry);
            continue;
        }
        // extract reused schemas
        if (seen.count > 1) {
            if (ctx.reused === "ref") {
                extractToDef(entry);
            }
        }
    }
    if (ctx.external)
        ctx.sharedDefsExtractedFor = ctx.external;
}
/** Rewrites `anyOf: [{type: "a"}, {type: "b"}]` to `type: ["a", "b"]`, which every JSON Schema draft treats as equivalent and most consumers render far better for the nullable case. Only branches that are a bare type assertion qualify — anything carrying a constraint, `$ref`, `const` or metadata is left alone. Runs after `flattenRef`, so a branch an override decorated or `$defs` extraction turned into a `$ref` is no longer bare and correctly stays in `anyOf`. `oneOf` is excluded: `integer` and `number` overlap, so "exactly one" and "at least one" are not the same there. OpenAPI 3.0 is excluded: its `type` must be a single string. */
function compactTypeUnion(schema) {
    const options = schema.anyOf;
    if (!Array.isArray(options) || options.length === 0 || schema.type !== undefined)
        return;
    const types = [];
    for (const option of options) {
        if (!option || typeof option !== "object")
            return;
        // A branch that is itself a compactible union folds into this one — nested `anyOf` and a flat `type` array say the same thing. Compacting it first also makes the result independent of the order this pass walks the seen map in.
        compactTypeUnion(option);
        const keys = Object.keys(option);
        if (keys.length !== 1 || keys[0] !== "type")
            return;
        const type = option.type;
        for (const member of Array.isArray(type) ? type : [type]) {
            if (typeof member !== "string")
                return;
            if (!types.includes(member))
                types.push(member);
        }
    }
    delete schema.anyOf;
    // A `type` array must be non-empty and unique (metaschema); a single member is spelled as a bare string.
    schema.type = types.length === 1 ? types[0] : types;
}
/** Keywords `foldIntersection` knows how to combine. Anything else — `$ref`, `patternProperties`,
 * an annotation like `description` — makes a member unfoldable, so a constraint this does not
 * understand leaves the `allOf` alone instead of being silently dropped or misattributed. */
const FOLDABLE_KEYS = new Set(["type", "properties", "required", "additionalProperties"]);
const UNION_KEYS = ["oneOf", "anyOf"];
/** A member's constraint on a key it does not declare itself. A `catchall` states one; `false`, an absent `additionalProperties`, and the empty schema a loose object emits state nothing. */
function undeclaredConstraint(member) {
    const extra = member.additionalProperties;
    if (extra === undefined || extra === false || typeof extra !== "object" || extra === null)
        return null;
    return Object.keys(extra).length ? extra : null;
}
/** Combines object members into the single object they describe together, or returns `null` if any of them carries a keyword outside {@link FOLDABLE_KEYS}. */
function foldObjects(members) {
    const objects = [];
    for (const member of members) {
        // A boolean subschema is legal JSON Schema and carries no keywords to fold.
        if (typeof member !== "object" || member.type !== "object")
            return null;
        for (const key in member) {
            if (!FOLDABLE_KEYS.has(key))
                return null;
        }
        objects.push(member);
    }
    const properties = {};
    const required = new Set();
    for (const object of objects) {
        for (const key in object.properties) {
            // `in` would report a `__proto__` key as already present via the prototype chain and skip it.
            if (Object.prototype.hasOwnProperty.call(properties, key))
                continue;
            // Every member constrains this key: the ones that declare it say how, and a `catchall` member constrains it too even though it does not name it. The key has to satisfy all of them, which is the same intersection one level down.
            const parts = [];
            for (const other of objects) {
                const part = other.properties?.[key] ?? undeclaredConstraint(other);
                if (part === null || part === undefined)
                    continue;
                if (!parts.some((seen) => JSON.stringify(seen) === JSON.stringify(part)))
                    parts.push(part);
            }
            const merged = parts.length === 1
                ? parts[0]
                : (foldObjects(parts) ?? { allOf: parts });
            (0,core_util/* assignProp */.Vy)(properties, key, merged);
        }
        for (const key of object.required ?? [])
            required.add(key);
    }
    const folded = { type: "object", properties };
    if (required.size)
        folded.required = [...required];
    // A key no member declares is rejected only when every member rejects it, so the fold is closed only when every member is. Otherwise it carries whatever the `catchall` members demand of such a key.
    if (objects.every((object) => object.additionalProperties === false)) {
        folded.additionalProperties = false;
    }
    else {
        const constraints = [];
        for (const object of objects) {
            const constraint = undeclaredConstraint(object);
            if (constraint && !constraints.some((seen) => JSON.stringify(seen) === JSON.stringify(constraint)))
                constraints.push(constraint);
        }
        if (constraints.length === 1)
            folded.additionalProperties = constraints[0];
        else if (constraints.length > 1)
            folded.additionalProperties = { allOf: constraints };
    }
    return folded;
}
/** `additionalProperties` in an `allOf` member sees only that member's own `properties`, so two
 * closed object members reject each other's keys and the schema validates nothing. Zod's parser
 * pools the key sets instead — `handleIntersectionResults` reports a key as unrecognized only when
 * *every* side rejects it — so the emitted schema has to pool them too, and folding the members
 * into one object is the encoding that says so on every target.
 *
 * This runs from `finalize`, after `extractDefs`, which is what keeps it clear of the `$ref`
 * machinery: a member extracted into `$defs` is already a `$ref` by now and declines to fold, so it
 * keeps its reference and its own closedness rather than being inlined as a stale copy. */
function foldIntersection(json) {
    const allOf = json.allOf;
    if (!Array.isArray(allOf) || allOf.length < 2)
        return;
    // An `override` runs before this pass and may have written object keywords onto the intersection itself. Those are deliberate, so decline rather than overwrite them.
    for (const key of FOLDABLE_KEYS)
        if (key in json)
            return;
    // An intersection distributes over a union: `A & (X | Y)` is `(A & X) | (A & Y)`. Only the first union is distributed over; a second one stays among the members every branch folds against, where it fails the object check and declines the whole intersection rather than multiplying out.
    const unions = allOf.filter((m) => UNION_KEYS.some((k) => Array.isArray(m[k])));
    let folded = null;
    if (!unions.length) {
        folded = foldObjects(allOf);
    }
    else {
        const union = unions[0];
        const keyword = UNION_KEYS.find((k) => Array.isArray(union[k]));
        if (Object.keys(union).length !== 1)
            return;
        const rest = allOf.filter((m) => m !== union);
        const branches = union[keyword].map((branch) => foldObjects([...rest, branch]));
        if (branches.some((b) => !b))
            return;
        folded = { [keyword]: branches };
    }
    if (!folded)
        return;
    delete json.allOf;
    assignProps(json, folded);
}
function to_json_schema_finalize(ctx, schema) {
    const root = ctx.seen.get(schema);
    if (!root)
        throw new Error("Unprocessed schema. This is a bug in Zod.");
    // flatten refs - inherit properties from parent schemas
    const flattenRef = (zodSchema) => {
        const seen = ctx.seen.get(zodSchema);
        // already processed
        if (seen.ref === null)
            return;
        const schema = seen.def ?? seen.schema;
        const _cached = { ...schema };
        const ref = seen.ref;
        seen.ref = null; // prevent infinite recursion
        if (ref) {
            flattenRef(ref);
            const refSeen = ctx.seen.get(ref);
            const refSchema = refSeen.schema;
            // merge referenced schema into current
            if (refSchema.$ref && (ctx.target === "draft-07" || ctx.target === "draft-04" || ctx.target === "openapi-3.0")) {
                // older drafts can't combine $ref with other properties
                schema.allOf = schema.allOf ?? [];
                schema.allOf.push(refSchema);
            }
            else {
                assignProps(schema, refSchema);
            }
            // restore child's own properties (child wins)
            assignProps(schema, _cached);
            const isParentRef = zodSchema._zod.parent === ref;
            // For parent chain, child is a refinement - remove parent-only properties
            if (isParentRef) {
                for (const key in schema) {
                    if (key === "$ref" || key === "allOf")
                        continue;
                    if (!(key in _cached)) {
                        delete schema[key];
                    }
                }
            }
            // When ref was extracted to $defs, remove properties that match the definition
            if (refSchema.$ref && refSeen.def) {
                for (const key in schema) {
                    if (key === "$ref" || key === "allOf")
                        continue;
                    if (key in refSeen.def && JSON.stringify(schema[key]) === JSON.stringify(refSeen.def[key])) {
                        delete schema[key];
                    }
                }
            }
        }
        // If parent was extracted (has $ref), propagate $ref to this schema. This handles cases like: readonly().meta({id}).describe() where processor sets ref to innerType but parent should be referenced
        const parent = zodSchema._zod.parent;
        if (parent && parent !== ref) {
            // Ensure parent is processed first so its def has inherited properties
            flattenRef(parent);
            const parentSeen = ctx.seen.get(parent);
            if (parentSeen?.schema.$ref) {
                schema.$ref = parentSeen.schema.$ref;
                // De-duplicate with parent's definition
                if (parentSeen.def) {
                    for (const key in schema) {
                        if (key === "$ref" || key === "allOf")
                            continue;
                        if (key in parentSeen.def && JSON.stringify(schema[key]) === JSON.stringify(parentSeen.def[key])) {
                            delete schema[key];
                        }
                    }
                }
            }
        }
        // execute overrides
        ctx.override({
            zodSchema: zodSchema,
            jsonSchema: schema,
            path: seen.path ?? [],
        });
    };
    // Flattening walks the whole map and clears each `ref` as it goes, so a second call over the same map is a no-op scan. Skip it outright once it has run for a registry conversion.
    if (!ctx.external || ctx.sharedEmitDoneFor !== ctx.external) {
        for (const entry of [...ctx.seen.entries()].reverse()) {
            flattenRef(entry[0]);
        }
        if (ctx.target !== "openapi-3.0") {
            for (const entry of ctx.seen.entries()) {
                compactTypeUnion(entry[1].def ?? entry[1].schema);
            }
        }
        for (const rewrite of ctx.deferred)
            rewrite();
        // After flattening, every member that was extracted is a `$ref`, so the fold sees the final shape. A schema that inherits an intersection — through `z.lazy`, or any `ref` chain — holds the same `allOf` array, so fold by array identity to catch every copy.
        if (ctx.intersections.length) {
            const carriers = new Map();
            for (const seen of ctx.seen.values()) {
                for (const json of [seen.schema, seen.def]) {
                    const allOf = json?.allOf;
                    if (!Array.isArray(allOf))
                        continue;
                    const existing = carriers.get(allOf);
                    if (existing)
                        existing.push(json);
                    else
                        carriers.set(allOf, [json]);
                }
            }
            for (const allOf of ctx.intersections) {
                for (const json of carriers.get(allOf) ?? [])
                    foldIntersection(json);
            }
        }
    }
    const result = {};
    if (ctx.target === "draft-2020-12") {
        result.$schema = "https://json-schema.org/draft/2020-12/schema";
    }
    else if (ctx.target === "draft-07") {
        result.$schema = "http://json-schema.org/draft-07/schema#";
    }
    else if (ctx.target === "draft-04") {
        result.$schema = "http://json-schema.org/draft-04/schema#";
    }
    else if (ctx.target === "openapi-3.0") {
        // OpenAPI 3.0 schema objects should not include a $schema property
    }
    else {
        // Arbitrary string values are allowed but won't have a $schema property set
    }
    if (ctx.external?.uri) {
        const id = ctx.external.registry.get(schema)?.id;
        if (!id)
            throw new Error("Schema is missing an `id` property");
        result.$id = ctx.external.uri(id);
    }
    // when the root was extracted into $defs, `root.schema` is the `$ref` wrapper and `root.def` is the body that now lives under $defs
    assignProps(result, root.defId ? root.schema : (root.def ?? root.schema));
    // The `id` in `.meta()` is a Zod-specific registration tag used to extract schemas into $defs — it is not user-facing JSON Schema metadata. Strip it from the output body where it would otherwise leak. The id is preserved implicitly via the $defs key (and via $ref paths).
    const rootMetaId = ctx.metadataRegistry.get(schema)?.id;
    if (rootMetaId !== undefined && result.id === rootMetaId)
        delete result.id;
    // build defs object. With `external`, `defs` is the shared object every schema writes into, so the same entries are reassigned on every call. Without it, `defs` is fresh per call and must be rebuilt.
    const defs = ctx.external?.defs ?? {};
    if (!ctx.external || ctx.sharedEmitDoneFor !== ctx.external) {
        for (const entry of ctx.seen.entries()) {
            const seen = entry[1];
            if (seen.def && seen.defId) {
                if (seen.def.id === seen.defId)
                    delete seen.def.id;
                (0,core_util/* assignProp */.Vy)(defs, seen.defId, seen.def);
            }
        }
    }
    if (ctx.external)
        ctx.sharedEmitDoneFor = ctx.external;
    // set definitions in result
    if (ctx.external) {
    }
    else {
        if (Object.keys(defs).length > 0) {
            if (ctx.target === "draft-2020-12") {
                result.$defs = defs;
            }
            else {
                result.definitions = defs;
            }
        }
    }
    try {
        // this "finalizes" this schema and ensures all cycles are removed each call to finalize() is functionally independent though the seen map is shared
        const finalized = JSON.parse(JSON.stringify(result));
        Object.defineProperty(finalized, "~standard", {
            value: {
                ...schema["~standard"],
                jsonSchema: {
                    input: createStandardJSONSchemaMethod(schema, "input", ctx.processors),
                    output: createStandardJSONSchemaMethod(schema, "output", ctx.processors),
                },
            },
            enumerable: false,
            writable: false,
        });
        return finalized;
    }
    catch (_err) {
        throw new Error("Error converting schema to JSON.");
    }
}
function isTransforming(_schema, _ctx) {
    const ctx = _ctx ?? { seen: new Set() };
    if (ctx.seen.has(_schema))
        return false;
    ctx.seen.add(_schema);
    const def = _schema._zod.def;
    if (def.type === "transform")
        return true;
    if (def.type === "array")
        return isTransforming(def.element, ctx);
    if (def.type === "set")
        return isTransforming(def.valueType, ctx);
    if (def.type === "lazy")
        return isTransforming(def.getter(), ctx);
    if (def.type === "promise" ||
        def.type === "optional" ||
        def.type === "nonoptional" ||
        def.type === "nullable" ||
        def.type === "readonly" ||
        def.type === "default" ||
        def.type === "prefault" ||
        def.type === "catch") {
        return isTransforming(def.innerType, ctx);
    }
    if (def.type === "intersection") {
        return isTransforming(def.left, ctx) || isTransforming(def.right, ctx);
    }
    if (def.type === "record" || def.type === "map") {
        return isTransforming(def.keyType, ctx) || isTransforming(def.valueType, ctx);
    }
    if (def.type === "pipe") {
        if (_schema._zod.traits.has("$ZodCodec"))
            return true;
        return isTransforming(def.in, ctx) || isTransforming(def.out, ctx);
    }
    if (def.type === "object") {
        for (const key in def.shape) {
            if (isTransforming(def.shape[key], ctx))
                return true;
        }
        return false;
    }
    if (def.type === "union") {
        for (const option of def.options) {
            if (isTransforming(option, ctx))
                return true;
        }
        return false;
    }
    if (def.type === "tuple") {
        for (const item of def.items) {
            if (isTransforming(item, ctx))
                return true;
        }
        if (def.rest && isTransforming(def.rest, ctx))
            return true;
        return false;
    }
    return false;
}
/**
 * Creates a toJSONSchema method for a schema instance.
 * This encapsulates the logic of initializing context, processing, extracting defs, and finalizing.
 */
const createToJSONSchemaMethod = (schema, processors = {}) => (params) => {
    const ctx = to_json_schema_initializeContext({ ...params, processors });
    to_json_schema_processSchema(schema, ctx);
    to_json_schema_extractDefs(ctx, schema);
    return to_json_schema_finalize(ctx, schema);
};
const createStandardJSONSchemaMethod = (schema, io, processors = {}) => (params) => {
    const { libraryOptions, target } = params ?? {};
    const ctx = to_json_schema_initializeContext({ ...(libraryOptions ?? {}), target, io, processors });
    to_json_schema_processSchema(schema, ctx);
    to_json_schema_extractDefs(ctx, schema);
    return to_json_schema_finalize(ctx, schema);
};

;// CONCATENATED MODULE: ./node_modules/zod/v4/core/json-schema-processors.js




const narrowMin = (agg, key, value) => {
    if (agg[key] === undefined || value > agg[key])
        agg[key] = value;
};
const narrowMax = (agg, key, value) => {
    if (agg[key] === undefined || value < agg[key])
        agg[key] = value;
};
const narrowBoth = (agg, value) => {
    narrowMin(agg, "minimum", value);
    narrowMax(agg, "maximum", value);
};
const addDivisor = (agg, value) => {
    agg.multipleOf ?? (agg.multipleOf = []);
    if (!agg.multipleOf.includes(value))
        agg.multipleOf.push(value);
};
const addPattern = (agg, pattern) => {
    agg.patterns ?? (agg.patterns = new Set());
    agg.patterns.add(pattern);
};
const intersectMime = (agg, mime) => {
    agg.mime = agg.mime ? agg.mime.filter((m) => mime.includes(m)) : [...mime];
};
// last-wins, matching the bag's historical write order; the flag keeps an integer format from being lost to a later float one
const setFormat = (agg, format) => {
    agg.format = format;
    if (format.includes("int"))
        agg.isInt = true;
};
const minContributor = (agg, def) => narrowMin(agg, "minimum", def.minimum);
const maxContributor = (agg, def) => narrowMax(agg, "maximum", def.maximum);
const formatContributor = (ranges) => (agg, def) => {
    setFormat(agg, def.format);
    const [minimum, maximum] = ranges[def.format];
    narrowMin(agg, "minimum", minimum);
    narrowMax(agg, "maximum", maximum);
};
const contributors = {
    greater_than: (agg, def) => narrowMin(agg, def.inclusive ? "minimum" : "exclusiveMinimum", def.value),
    less_than: (agg, def) => narrowMax(agg, def.inclusive ? "maximum" : "exclusiveMaximum", def.value),
    multiple_of: (agg, def) => addDivisor(agg, def.value),
    number_format: formatContributor(core_util/* NUMBER_FORMAT_RANGES */.zH),
    bigint_format: formatContributor(core_util/* BIGINT_FORMAT_RANGES */.NR),
    min_length: minContributor,
    max_length: maxContributor,
    length_equals: (agg, def) => narrowBoth(agg, def.length),
    min_size: minContributor,
    max_size: maxContributor,
    size_equals: (agg, def) => narrowBoth(agg, def.size),
    string_format: (agg, def) => {
        setFormat(agg, def.format);
        if (def.pattern)
            addPattern(agg, def.pattern);
        if (def.format === "base64" || def.format === "base64url")
            agg.contentEncoding = def.format;
        if (def.local || def.precision === -1)
            agg.laxFormat = true;
    },
    mime_type: (agg, def) => intersectMime(agg, def.mime),
};
function aggregateChecks(schema) {
    const agg = {};
    const def = schema._zod.def;
    // a format schema is its own first check, same rule as $ZodType init
    const list = schema._zod.traits.has("$ZodCheck")
        ? [schema, ...(def.checks ?? [])]
        : (def.checks ?? []);
    for (const ch of list)
        contributors[ch._zod.def.check]?.(agg, ch._zod.def);
    // reconcile with the bag so third-party onattach contributions still land; first-party residue is never tighter than the fold, so merging it back is idempotent for one and additive for the other
    const bag = schema._zod.bag;
    if (bag.minimum !== undefined)
        narrowMin(agg, "minimum", bag.minimum);
    if (bag.exclusiveMinimum !== undefined)
        narrowMin(agg, "exclusiveMinimum", bag.exclusiveMinimum);
    if (bag.maximum !== undefined)
        narrowMax(agg, "maximum", bag.maximum);
    if (bag.exclusiveMaximum !== undefined)
        narrowMax(agg, "exclusiveMaximum", bag.exclusiveMaximum);
    if (bag.multipleOf !== undefined)
        addDivisor(agg, bag.multipleOf);
    if (bag.format !== undefined) {
        agg.format ?? (agg.format = bag.format);
        if (bag.format.includes("int"))
            agg.isInt = true;
    }
    if (bag.mime)
        intersectMime(agg, bag.mime);
    for (const pattern of bag.patterns ?? [])
        addPattern(agg, pattern);
    return agg;
}
const formatMap = {
    guid: "uuid",
    url: "uri",
    datetime: "date-time",
    json_string: "json-string",
    regex: "", // do not set
};
// ==================== SIMPLE TYPE PROCESSORS ====================
// the runtime patterns are lax so parse paths never overflow the regex stack; the emitted schema swaps in the exact block forms, which zod itself never executes
const exactPatterns = new Map([
    [schemas/* base64Charset */.cq, core_regexes/* base64 */.K3],
    [schemas/* base64urlCharset */.xE, core_regexes/* base64url */.r0],
]);
const exactPattern = (p) => exactPatterns.get(p) ?? p;
const stringProcessor = (schema, ctx, _json, _params) => {
    const json = _json;
    json.type = "string";
    const { minimum, maximum, format, patterns, contentEncoding, laxFormat } = aggregateChecks(schema);
    if (typeof minimum === "number")
        json.minLength = minimum;
    if (typeof maximum === "number")
        json.maxLength = maximum;
    // custom pattern overrides format
    if (format) {
        json.format = formatMap[format] ?? format;
        if (json.format === "")
            delete json.format; // empty format is not valid
        // `z.iso.time()` is never full-time, and `laxFormat` carries the datetime shapes that also accept what their keyword forbids
        if (format === "time" || laxFormat) {
            delete json.format;
        }
    }
    if (contentEncoding)
        json.contentEncoding = contentEncoding;
    if (patterns && patterns.size > 0) {
        const patternList = [...patterns].map(exactPattern);
        if (patternList.length === 1)
            json.pattern = patternList[0].source;
        else if (patternList.length > 1) {
            json.allOf = [
                ...patternList.map((regex) => ({
                    ...(ctx.target === "draft-07" || ctx.target === "draft-04" || ctx.target === "openapi-3.0"
                        ? { type: "string" }
                        : {}),
                    pattern: regex.source,
                })),
            ];
        }
    }
};
const numberProcessor = (schema, ctx, _json, params) => {
    const json = _json;
    const { minimum, maximum, multipleOf, exclusiveMaximum, exclusiveMinimum, isInt } = aggregateChecks(schema);
    json.type = isInt ? "integer" : "number";
    // when both minimum and exclusiveMinimum exist, pick the more restrictive one
    const exMin = typeof exclusiveMinimum === "number" && exclusiveMinimum >= (minimum ?? Number.NEGATIVE_INFINITY);
    const exMax = typeof exclusiveMaximum === "number" && exclusiveMaximum <= (maximum ?? Number.POSITIVE_INFINITY);
    const legacy = ctx.target === "draft-04" || ctx.target === "openapi-3.0";
    if (exMin) {
        if (legacy) {
            json.minimum = exclusiveMinimum;
            json.exclusiveMinimum = true;
        }
        else {
            json.exclusiveMinimum = exclusiveMinimum;
        }
    }
    else if (typeof minimum === "number") {
        json.minimum = minimum;
    }
    if (exMax) {
        if (legacy) {
            json.maximum = exclusiveMaximum;
            json.exclusiveMaximum = true;
        }
        else {
            json.exclusiveMaximum = exclusiveMaximum;
        }
    }
    else if (typeof maximum === "number") {
        json.maximum = maximum;
    }
    if (multipleOf) {
        // JSON Schema requires a divisor strictly greater than zero, and a non-finite one does not survive JSON at all. A negative divisor accepts exactly what its absolute value accepts, so it still maps; zero, NaN and Infinity have no keyword form.
        const divisors = new Set();
        for (const divisor of multipleOf) {
            if (Number.isFinite(divisor) && divisor !== 0)
                divisors.add(Math.abs(divisor));
            else
                handleUnrepresentable(schema, ctx, json, params, `A multipleOf divisor of ${divisor} cannot be represented in JSON Schema`);
        }
        // chained divisors are a conjunction the keyword cannot carry alone, so extras ride an allOf, same as stacked patterns
        const [first, ...rest] = divisors;
        if (first !== undefined)
            json.multipleOf = first;
        if (rest.length)
            json.allOf = [...(json.allOf ?? []), ...rest.map((m) => ({ multipleOf: m }))];
    }
};
const booleanProcessor = (_schema, _ctx, json, _params) => {
    json.type = "boolean";
};
const bigintProcessor = (schema, ctx, json, params) => {
    handleUnrepresentable(schema, ctx, json, params, "BigInt cannot be represented in JSON Schema");
};
const symbolProcessor = (schema, ctx, json, params) => {
    handleUnrepresentable(schema, ctx, json, params, "Symbols cannot be represented in JSON Schema");
};
const nullProcessor = (_schema, ctx, json, _params) => {
    if (ctx.target === "openapi-3.0") {
        json.type = "string";
        json.nullable = true;
        json.enum = [null];
    }
    else {
        json.type = "null";
    }
};
const undefinedProcessor = (schema, ctx, json, params) => {
    handleUnrepresentable(schema, ctx, json, params, "Undefined cannot be represented in JSON Schema");
};
const voidProcessor = (schema, ctx, json, params) => {
    handleUnrepresentable(schema, ctx, json, params, "Void cannot be represented in JSON Schema");
};
const neverProcessor = (_schema, _ctx, json, _params) => {
    json.not = {};
};
const anyProcessor = (_schema, _ctx, _json, _params) => {
    // empty schema accepts anything
};
const unknownProcessor = (_schema, _ctx, _json, _params) => {
    // empty schema accepts anything
};
const dateProcessor = (schema, ctx, json, params) => {
    handleUnrepresentable(schema, ctx, json, params, "Date cannot be represented in JSON Schema");
};
const enumProcessor = (schema, _ctx, json, _params) => {
    const def = schema._zod.def;
    const values = (0,core_util/* getEnumValues */.w5)(def.entries);
    // an empty enum accepts nothing, same as z.never()
    if (values.length === 0) {
        json.not = {};
        return;
    }
    // Number enums can have both string and number values
    if (values.every((v) => typeof v === "number"))
        json.type = "number";
    if (values.every((v) => typeof v === "string"))
        json.type = "string";
    json.enum = values;
};
const literalProcessor = (schema, ctx, json, params) => {
    const def = schema._zod.def;
    // a literal with no values accepts nothing, same as z.never()
    if (def.values.length === 0) {
        json.not = {};
        return;
    }
    const vals = [];
    for (const val of def.values) {
        if (val === undefined) {
            // a custom schema replaces the whole literal, so there is nothing left to accumulate
            if (handleUnrepresentable(schema, ctx, json, params, "Literal `undefined` cannot be represented in JSON Schema"))
                return;
            // otherwise do not add to vals
        }
        else if (typeof val === "bigint") {
            if (handleUnrepresentable(schema, ctx, json, params, "BigInt literals cannot be represented in JSON Schema"))
                return;
            vals.push(Number(val));
        }
        else {
            vals.push(val);
        }
    }
    if (vals.length === 0) {
        // do nothing (an undefined literal was stripped)
    }
    else if (vals.length === 1) {
        const val = vals[0];
        json.type = val === null ? "null" : typeof val;
        if (ctx.target === "draft-04" || ctx.target === "openapi-3.0") {
            json.enum = [val];
        }
        else {
            json.const = val;
        }
    }
    else {
        if (vals.every((v) => typeof v === "number"))
            json.type = "number";
        if (vals.every((v) => typeof v === "string"))
            json.type = "string";
        if (vals.every((v) => typeof v === "boolean"))
            json.type = "boolean";
        if (vals.every((v) => v === null))
            json.type = "null";
        json.enum = vals;
    }
};
const nanProcessor = (schema, ctx, json, params) => {
    handleUnrepresentable(schema, ctx, json, params, "NaN cannot be represented in JSON Schema");
};
const templateLiteralProcessor = (schema, _ctx, json, _params) => {
    const _json = json;
    const pattern = schema._zod.pattern;
    if (!pattern)
        throw new Error("Pattern not found in template literal");
    _json.type = "string";
    _json.pattern = pattern.source;
};
const fileProcessor = (schema, _ctx, json, _params) => {
    const _json = json;
    _json.type = "string";
    _json.format = "binary";
    _json.contentEncoding = "binary";
    const { minimum, maximum, mime } = aggregateChecks(schema);
    if (minimum !== undefined)
        _json.minLength = minimum;
    if (maximum !== undefined)
        _json.maxLength = maximum;
    if (!mime)
        return;
    // an empty intersection means the mime checks share no value, so nothing passes at runtime; `anyOf` must be non-empty, so the false schema is `not: {}`
    if (mime.length === 0)
        _json.not = {};
    else if (mime.length === 1)
        _json.contentMediaType = mime[0];
    // only contentMediaType differs, so the shared props stay at the root
    else
        _json.anyOf = mime.map((m) => ({ contentMediaType: m }));
};
const successProcessor = (_schema, _ctx, json, _params) => {
    json.type = "boolean";
};
const customProcessor = (schema, ctx, json, params) => {
    handleUnrepresentable(schema, ctx, json, params, "Custom types cannot be represented in JSON Schema");
};
const functionProcessor = (schema, ctx, json, params) => {
    handleUnrepresentable(schema, ctx, json, params, "Function types cannot be represented in JSON Schema");
};
const transformProcessor = (schema, ctx, json, params) => {
    handleUnrepresentable(schema, ctx, json, params, "Transforms cannot be represented in JSON Schema");
};
const mapProcessor = (schema, ctx, json, params) => {
    handleUnrepresentable(schema, ctx, json, params, "Map cannot be represented in JSON Schema");
};
const setProcessor = (schema, ctx, json, params) => {
    handleUnrepresentable(schema, ctx, json, params, "Set cannot be represented in JSON Schema");
};
// ==================== COMPOSITE TYPE PROCESSORS ====================
const arrayProcessor = (schema, ctx, _json, params) => {
    const json = _json;
    const def = schema._zod.def;
    const { minimum, maximum } = aggregateChecks(schema);
    if (typeof minimum === "number")
        json.minItems = minimum;
    if (typeof maximum === "number")
        json.maxItems = maximum;
    json.type = "array";
    json.items = to_json_schema_processSchema(def.element, ctx, {
        ...params,
        path: [...params.path, "items"],
    });
};
// Transform and catch set `optin = "optional"` at runtime so the parser lets them observe an
// absent key, but their declared input type stays required. An input JSON Schema describes the
// declared type, so resolve past them to the schema that actually carries the optionality.
// Used by both `objectProcessor` (for `required`) and `tupleProcessor` (for `minItems`); see
// wiki/optionality.md, "The JSON Schema emitter reads the *static* value".
function inputOptin(schema) {
    const def = schema._zod.def;
    if (def.type === "pipe" && def.in._zod.traits.has("$ZodTransform")) {
        return inputOptin(def.out);
    }
    if (def.type === "catch") {
        return inputOptin(def.innerType);
    }
    return schema._zod.optin;
}
const objectProcessor = (schema, ctx, _json, params) => {
    const json = _json;
    const def = schema._zod.def;
    const shape = def.shape;
    // dropping it while still emitting `additionalProperties: false` would emit a schema that rejects data this one requires
    const symbolKeys = Object.getOwnPropertySymbols(shape);
    if (symbolKeys.length &&
        handleUnrepresentable(schema, ctx, json, params, "Symbol keys cannot be represented in JSON Schema")) {
        return;
    }
    json.type = "object";
    json.properties = {};
    for (const key in shape) {
        // assignProp so a __proto__ key becomes an own property instead of hitting the inherited setter on the plain {} we build into
        (0,core_util/* assignProp */.Vy)(json.properties, key, to_json_schema_processSchema(shape[key], ctx, {
            ...params,
            path: [...params.path, "properties", key],
        }));
    }
    // required keys
    const requiredKeys = [];
    for (const key of Object.keys(shape)) {
        const field = def.shape[key];
        if (ctx.io === "input" ? inputOptin(field) === undefined : field._zod.optout === undefined) {
            requiredKeys.push(key);
        }
    }
    if (requiredKeys.length > 0) {
        json.required = requiredKeys;
    }
    // catchall
    if (def.catchall?._zod.def.type === "never") {
        // strict
        json.additionalProperties = false;
    }
    else if (!def.catchall) {
        // regular
        if (ctx.io === "output")
            json.additionalProperties = false;
    }
    else if (def.catchall) {
        json.additionalProperties = to_json_schema_processSchema(def.catchall, ctx, {
            ...params,
            path: [...params.path, "additionalProperties"],
        });
    }
};
const unionProcessor = (schema, ctx, json, params) => {
    const def = schema._zod.def;
    // Exclusive unions (inclusive === false) use oneOf (exactly one match) instead of anyOf (one or more matches). This includes both z.xor() and discriminated unions
    const isExclusive = def.inclusive === false;
    const options = def.options.map((x, i) => to_json_schema_processSchema(x, ctx, {
        ...params,
        path: [...params.path, isExclusive ? "oneOf" : "anyOf", i],
    }));
    if (isExclusive) {
        json.oneOf = options;
    }
    else {
        json.anyOf = options;
    }
};
const intersectionProcessor = (schema, ctx, json, params) => {
    const def = schema._zod.def;
    const a = to_json_schema_processSchema(def.left, ctx, {
        ...params,
        path: [...params.path, "allOf", 0],
    });
    const b = to_json_schema_processSchema(def.right, ctx, {
        ...params,
        path: [...params.path, "allOf", 1],
    });
    const isSimpleIntersection = (val) => "allOf" in val && Object.keys(val).length === 1;
    const allOf = [
        ...(isSimpleIntersection(a) ? a.allOf : [a]),
        ...(isSimpleIntersection(b) ? b.allOf : [b]),
    ];
    json.allOf = allOf;
    // Recorded innermost first, so a nested intersection has already folded by the time this one is considered. The array is the handle rather than the schema, because a wrapper that inherits this schema shares the same array; `finalize` folds every object holding it. See `foldIntersection`.
    ctx.intersections.push(allOf);
};
const tupleProcessor = (schema, ctx, _json, params) => {
    const json = _json;
    const def = schema._zod.def;
    json.type = "array";
    const prefixPath = ctx.target === "draft-2020-12" ? "prefixItems" : "items";
    const restPath = ctx.target === "draft-2020-12" ? "items" : ctx.target === "openapi-3.0" ? "items" : "additionalItems";
    const prefixItems = def.items.map((x, i) => to_json_schema_processSchema(x, ctx, {
        ...params,
        path: [...params.path, prefixPath, i],
    }));
    const rest = def.rest
        ? to_json_schema_processSchema(def.rest, ctx, {
            ...params,
            path: [...params.path, restPath, ...(ctx.target === "openapi-3.0" ? [def.items.length] : [])],
        })
        : null;
    let minItems = def.items.length;
    while (minItems > 0) {
        const item = def.items[minItems - 1];
        const optional = ctx.io === "input" ? inputOptin(item) !== undefined : item._zod.optout === "optional";
        if (!optional)
            break;
        minItems--;
    }
    const maxItems = def.items.length;
    const isClosed = !def.rest;
    if (ctx.target === "draft-2020-12") {
        json.prefixItems = prefixItems;
        if (isClosed) {
            json.items = false;
        }
        else if (rest) {
            json.items = rest;
        }
        if (minItems > 0)
            json.minItems = minItems;
        if (isClosed)
            json.maxItems = maxItems;
    }
    else if (ctx.target === "openapi-3.0") {
        json.items = {
            anyOf: prefixItems,
        };
        if (rest) {
            json.items.anyOf.push(rest);
        }
        if (minItems > 0)
            json.minItems = minItems;
        if (isClosed)
            json.maxItems = maxItems;
    }
    else {
        json.items = prefixItems;
        if (isClosed) {
            json.additionalItems = false;
        }
        else if (rest) {
            json.additionalItems = rest;
        }
        if (minItems > 0)
            json.minItems = minItems;
        if (isClosed)
            json.maxItems = maxItems;
    }
    // explicit user-defined length checks take precedence
    const { minimum, maximum } = aggregateChecks(schema);
    if (typeof minimum === "number")
        json.minItems = minimum;
    if (typeof maximum === "number")
        json.maxItems = maximum;
};
/** JSON object keys are always strings, so a numeric record key schema is re-expressed over the
 * numeric-string form the record parser matches. Deferred to `finalize`, after the flatten: a key
 * behind a wrapper only carries its own `type` before then, and a union key only has its branches.
 *
 * A numeric bound cannot apply to a property name, so `minimum` and its siblings are dropped rather
 * than carried over: keeping them beside `type: "string"` reproduces the match-nothing schema this
 * exists to fix. A key that carries one therefore emits wider than the record parses — `z.record(z.number().min(5), V)`
 * accepts `"3"` — which is the deliberate trade, since throwing on it would reject an ordinary schema
 * outright. */
function stringifyKeyNames(bySchema, json, visited) {
    // an extracted key that rewrites cannot go on sharing its definition — the string form a key position needs is not the number form every other reference wants — so it inlines. One that does not rewrite keeps the `$ref`.
    if (json.$ref) {
        // a recursive key holds its own reference inside its definition, so a node already on the path is left alone rather than resolved again
        if (visited.has(json))
            return json;
        visited.add(json);
        const def = bySchema.get(json)?.def;
        if (!def)
            return json;
        const inlined = stringifyKeyNames(bySchema, def, visited);
        return inlined === def ? json : inlined;
    }
    for (const keyword of ["anyOf", "oneOf"]) {
        const branches = json[keyword];
        if (!Array.isArray(branches))
            continue;
        const mapped = branches.map((branch) => stringifyKeyNames(bySchema, branch, visited));
        // rebuilding regardless would detach a key that had nothing to re-express, dropping its `$ref` and leaking the internal `id`
        if (mapped.some((branch, i) => branch !== branches[i]))
            json = { ...json, [keyword]: mapped };
    }
    // a member that already admits a string leaves the key unconstrained, so the node's own type re-expresses only when every member is numeric
    const types = Array.isArray(json.type) ? json.type : [json.type];
    const numericType = !types.includes("string") && types.some((t) => t === "number" || t === "integer");
    // a heterogeneous key carries no type at all, so its numeric members are caught here instead
    const values = json.enum ?? (json.const !== undefined ? [json.const] : undefined);
    if (!numericType && !values?.some((v) => typeof v === "number"))
        return json;
    const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, format, id, ...rest } = json;
    if (rest.enum)
        rest.enum = rest.enum.map((v) => (typeof v === "number" ? String(v) : v));
    else if (typeof rest.const === "number")
        rest.const = String(rest.const);
    // a heterogeneous key keeps its absent type: the stringified members already say what a key may be
    if (!numericType)
        return rest;
    rest.type = "string";
    if (!values)
        rest.pattern = (types.includes("number") ? core_regexes/* number */.ai : core_regexes/* integer */.nd).source;
    return rest;
}
/** Every record of one conversion, so the carriers are found in a single pass rather than once per record. */
const pendingRecords = new WeakMap();
function rewriteKeyNames(ctx) {
    // an extracted key is resolved by the object `extractToDef` left in its place, so the map is built once rather than searched per reference. `_zod.toJSONSchema` can hand the same object to two schemas, so the first entry carrying a body wins, as a search would have found it.
    const bySchema = new Map();
    for (const entry of ctx.seen.values()) {
        if (entry.def && !bySchema.has(entry.schema))
            bySchema.set(entry.schema, entry);
    }
    const rewrites = new Map();
    for (const record of pendingRecords.get(ctx) ?? []) {
        const seen = ctx.seen.get(record);
        const names = (seen?.def ?? seen?.schema)?.propertyNames;
        if (!names || names === true || rewrites.has(names))
            continue;
        const rewritten = stringifyKeyNames(bySchema, names, new Set());
        if (rewritten !== names)
            rewrites.set(names, rewritten);
    }
    if (!rewrites.size)
        return;
    // the flatten has already copied each record's own properties onto every wrapper by reference, and an extracted body is another such copy, so every carrier holding a rewritten key is updated together
    for (const entry of ctx.seen.values()) {
        for (const carrier of [entry.schema, entry.def]) {
            const rewritten = carrier && rewrites.get(carrier.propertyNames);
            if (rewritten)
                carrier.propertyNames = rewritten;
        }
    }
}
const recordProcessor = (schema, ctx, _json, params) => {
    const json = _json;
    const def = schema._zod.def;
    json.type = "object";
    // For looseRecord with regex patterns, use patternProperties. This correctly represents "only validate keys matching the pattern" semantics and composes well with allOf (intersections)
    const keyType = def.keyType;
    const patterns = aggregateChecks(keyType).patterns;
    if (def.mode === "loose" && patterns && patterns.size > 0) {
        // Use patternProperties for looseRecord with regex patterns
        const valueSchema = to_json_schema_processSchema(def.valueType, ctx, {
            ...params,
            path: [...params.path, "patternProperties", "*"],
        });
        json.patternProperties = {};
        for (const pattern of patterns) {
            (0,core_util/* assignProp */.Vy)(json.patternProperties, exactPattern(pattern).source, valueSchema);
        }
    }
    else {
        // Default behavior: use propertyNames + additionalProperties
        if (ctx.target === "draft-07" || ctx.target === "draft-2020-12") {
            json.propertyNames = to_json_schema_processSchema(def.keyType, ctx, {
                ...params,
                path: [...params.path, "propertyNames"],
            });
            let pending = pendingRecords.get(ctx);
            if (!pending) {
                pending = [];
                pendingRecords.set(ctx, pending);
                ctx.deferred.push(() => rewriteKeyNames(ctx));
            }
            pending.push(schema);
        }
        json.additionalProperties = to_json_schema_processSchema(def.valueType, ctx, {
            ...params,
            path: [...params.path, "additionalProperties"],
        });
    }
    // Add required for keys with discrete values (enum, literal, etc.)
    const keyValues = keyType._zod.values;
    // Every key shares one value schema, so an optional-in value makes the whole key set omittable on input. Output keeps them: the exhaustive branch assigns every key, even one whose value came back undefined.
    const omittableOnInput = ctx.io === "input" && inputOptin(def.valueType) !== undefined;
    if (keyValues && !def.partial && !omittableOnInput) {
        const validKeyValues = [...keyValues].filter((v) => typeof v === "string" || typeof v === "number");
        if (validKeyValues.length > 0) {
            json.required = validKeyValues.map(String);
        }
    }
};
const nullableProcessor = (schema, ctx, json, params) => {
    const def = schema._zod.def;
    const inner = to_json_schema_processSchema(def.innerType, ctx, params);
    const seen = ctx.seen.get(schema);
    if (ctx.target === "openapi-3.0") {
        seen.ref = def.innerType;
        json.nullable = true;
    }
    else {
        json.anyOf = [inner, { type: "null" }];
    }
};
const nonoptionalProcessor = (schema, ctx, _json, params) => {
    const def = schema._zod.def;
    to_json_schema_processSchema(def.innerType, ctx, params);
    const seen = ctx.seen.get(schema);
    seen.ref = def.innerType;
};
/** Round-trips a default value through JSON so the emitted schema is guaranteed to be valid JSON.
 * A BigInt has no reliable encoding, so it goes through `unrepresentable` like any other
 * unrepresentable value. Returns a sentinel when the caller must not write a default of its own. */
const UNREPRESENTABLE_DEFAULT = Symbol();
function serializeDefaultValue(value, schema, ctx, json, params) {
    let unrepresentable = false;
    const serialized = JSON.stringify(value, (_, val) => {
        if (typeof val !== "bigint")
            return val;
        unrepresentable = true;
        return null;
    });
    if (!unrepresentable)
        return JSON.parse(serialized);
    handleUnrepresentable(schema, ctx, json, params, "BigInt defaults cannot be represented in JSON Schema");
    return UNREPRESENTABLE_DEFAULT;
}
const defaultProcessor = (schema, ctx, json, params) => {
    const def = schema._zod.def;
    to_json_schema_processSchema(def.innerType, ctx, params);
    const seen = ctx.seen.get(schema);
    seen.ref = def.innerType;
    const value = serializeDefaultValue(def.defaultValue, schema, ctx, json, params);
    if (value !== UNREPRESENTABLE_DEFAULT)
        json.default = value;
};
const prefaultProcessor = (schema, ctx, json, params) => {
    const def = schema._zod.def;
    to_json_schema_processSchema(def.innerType, ctx, params);
    const seen = ctx.seen.get(schema);
    seen.ref = def.innerType;
    if (ctx.io !== "input")
        return;
    const value = serializeDefaultValue(def.defaultValue, schema, ctx, json, params);
    if (value !== UNREPRESENTABLE_DEFAULT)
        json._prefault = value;
};
const catchProcessor = (schema, ctx, json, params) => {
    const def = schema._zod.def;
    to_json_schema_processSchema(def.innerType, ctx, params);
    const seen = ctx.seen.get(schema);
    seen.ref = def.innerType;
    let catchValue;
    try {
        catchValue = def.catchValue(undefined);
    }
    catch {
        handleUnrepresentable(schema, ctx, json, params, "Dynamic catch values are not supported in JSON Schema");
        return;
    }
    json.default = catchValue;
};
const pipeProcessor = (schema, ctx, _json, params) => {
    const def = schema._zod.def;
    const inIsTransform = def.in._zod.traits.has("$ZodTransform");
    const innerType = ctx.io === "input" ? (inIsTransform ? def.out : def.in) : def.out;
    to_json_schema_processSchema(innerType, ctx, params);
    const seen = ctx.seen.get(schema);
    seen.ref = innerType;
};
const readonlyProcessor = (schema, ctx, json, params) => {
    const def = schema._zod.def;
    to_json_schema_processSchema(def.innerType, ctx, params);
    const seen = ctx.seen.get(schema);
    seen.ref = def.innerType;
    json.readOnly = true;
};
const promiseProcessor = (schema, ctx, _json, params) => {
    const def = schema._zod.def;
    to_json_schema_processSchema(def.innerType, ctx, params);
    const seen = ctx.seen.get(schema);
    seen.ref = def.innerType;
};
const optionalProcessor = (schema, ctx, _json, params) => {
    const def = schema._zod.def;
    to_json_schema_processSchema(def.innerType, ctx, params);
    const seen = ctx.seen.get(schema);
    seen.ref = def.innerType;
};
const lazyProcessor = (schema, ctx, _json, params) => {
    const innerType = schema._zod.innerType;
    to_json_schema_processSchema(innerType, ctx, params);
    const seen = ctx.seen.get(schema);
    seen.ref = innerType;
};
// ==================== ALL PROCESSORS ====================
const allProcessors = {
    string: stringProcessor,
    number: numberProcessor,
    boolean: booleanProcessor,
    bigint: bigintProcessor,
    symbol: symbolProcessor,
    null: nullProcessor,
    undefined: undefinedProcessor,
    void: voidProcessor,
    never: neverProcessor,
    any: anyProcessor,
    unknown: unknownProcessor,
    date: dateProcessor,
    enum: enumProcessor,
    literal: literalProcessor,
    nan: nanProcessor,
    template_literal: templateLiteralProcessor,
    file: fileProcessor,
    success: successProcessor,
    custom: customProcessor,
    function: functionProcessor,
    transform: transformProcessor,
    map: mapProcessor,
    set: setProcessor,
    array: arrayProcessor,
    object: objectProcessor,
    union: unionProcessor,
    intersection: intersectionProcessor,
    tuple: tupleProcessor,
    record: recordProcessor,
    nullable: nullableProcessor,
    nonoptional: nonoptionalProcessor,
    default: defaultProcessor,
    prefault: prefaultProcessor,
    catch: catchProcessor,
    pipe: pipeProcessor,
    readonly: readonlyProcessor,
    promise: promiseProcessor,
    optional: optionalProcessor,
    lazy: lazyProcessor,
};
function toJSONSchema(input, params) {
    if ("_idmap" in input) {
        // Registry case
        const registry = input;
        const ctx = initializeContext({ ...params, processors: allProcessors });
        const defs = {};
        // First pass: process all schemas to build the seen map
        for (const entry of registry._idmap.entries()) {
            const [_, schema] = entry;
            processSchema(schema, ctx);
        }
        const schemas = {};
        const external = {
            registry,
            uri: params?.uri,
            defs,
        };
        // Update the context with external configuration
        ctx.external = external;
        // Second pass: emit each schema
        for (const entry of registry._idmap.entries()) {
            const [key, schema] = entry;
            extractDefs(ctx, schema);
            assignProp(schemas, key, finalize(ctx, schema));
        }
        if (Object.keys(defs).length > 0) {
            const defsSegment = ctx.target === "draft-2020-12" ? "$defs" : "definitions";
            schemas.__shared = {
                [defsSegment]: defs,
            };
        }
        return { schemas };
    }
    // Single schema case
    const ctx = initializeContext({ ...params, processors: allProcessors });
    processSchema(input, ctx);
    extractDefs(ctx, input);
    return finalize(ctx, input);
}

;// CONCATENATED MODULE: ./node_modules/zod/v4/locales/en.js

const error = () => {
    const Sizable = {
        string: { unit: "characters", verb: "to have" },
        file: { unit: "bytes", verb: "to have" },
        array: { unit: "items", verb: "to have" },
        set: { unit: "items", verb: "to have" },
        map: { unit: "entries", verb: "to have" },
    };
    function getSizing(origin) {
        return Sizable[origin] ?? null;
    }
    const FormatDictionary = {
        regex: "input",
        email: "email address",
        url: "URL",
        emoji: "emoji",
        uuid: "UUID",
        uuidv4: "UUIDv4",
        uuidv6: "UUIDv6",
        nanoid: "nanoid",
        guid: "GUID",
        cuid: "cuid",
        cuid2: "cuid2",
        ulid: "ULID",
        xid: "XID",
        ksuid: "KSUID",
        datetime: "ISO datetime",
        date: "ISO date",
        time: "ISO time",
        duration: "ISO duration",
        ipv4: "IPv4 address",
        ipv6: "IPv6 address",
        mac: "MAC address",
        cidrv4: "IPv4 range",
        cidrv6: "IPv6 range",
        base64: "base64-encoded string",
        base64url: "base64url-encoded string",
        json_string: "JSON string",
        e164: "E.164 number",
        currency_code: "currency code",
        credit_card: "credit card number",
        iban: "IBAN",
        jwt: "JWT",
        template_literal: "input",
    };
    // type names: missing keys = do not translate (use raw value via ?? fallback)
    const TypeDictionary = {
        // Compatibility: "nan" -> "NaN" for display
        nan: "NaN",
        // All other type names omitted - they fall back to raw values via ?? operator
    };
    function getTypeName(type, input) {
        if (type === "number" && typeof input === "number" && !Number.isFinite(input)) {
            return String(input);
        }
        return TypeDictionary[type] ?? type;
    }
    return (issue) => {
        switch (issue.code) {
            case "invalid_type": {
                const expected = getTypeName(issue.expected);
                const receivedType = core_util/* parsedType */.GW(issue.input);
                const received = getTypeName(receivedType, issue.input);
                return `Invalid input: expected ${expected}, received ${received}`;
            }
            case "invalid_value":
                if (issue.values.length === 1)
                    return `Invalid input: expected ${core_util/* stringifyPrimitive */.B7(issue.values[0])}`;
                return `Invalid option: expected one of ${core_util/* joinValues */.jw(issue.values, "|")}`;
            case "too_big": {
                const adj = issue.exact ? "exactly " : issue.inclusive ? "<=" : "<";
                const sizing = getSizing(issue.origin);
                if (sizing)
                    return `Too big: expected ${issue.origin ?? "value"} to have ${adj}${issue.maximum.toString()} ${sizing.unit ?? "elements"}`;
                return `Too big: expected ${issue.origin ?? "value"} to be ${adj}${issue.maximum.toString()}`;
            }
            case "too_small": {
                const adj = issue.exact ? "exactly " : issue.inclusive ? ">=" : ">";
                const sizing = getSizing(issue.origin);
                if (sizing) {
                    return `Too small: expected ${issue.origin} to have ${adj}${issue.minimum.toString()} ${sizing.unit}`;
                }
                return `Too small: expected ${issue.origin} to be ${adj}${issue.minimum.toString()}`;
            }
            case "invalid_format": {
                const _issue = issue;
                if (_issue.format === "starts_with") {
                    return `Invalid string: must start with "${_issue.prefix}"`;
                }
                if (_issue.format === "ends_with")
                    return `Invalid string: must end with "${_issue.suffix}"`;
                if (_issue.format === "includes")
                    return `Invalid string: must include "${_issue.includes}"`;
                if (_issue.format === "regex")
                    return `Invalid string: must match pattern ${_issue.pattern}`;
                return `Invalid ${FormatDictionary[_issue.format] ?? issue.format}`;
            }
            case "not_multiple_of":
                return `Invalid number: must be a multiple of ${issue.divisor}`;
            case "unrecognized_keys":
                return `Unrecognized key${issue.keys.length > 1 ? "s" : ""}: ${core_util/* joinValues */.jw(issue.keys, ", ")}`;
            case "invalid_key":
                return `Invalid key in ${issue.origin}`;
            case "invalid_union":
                if (issue.options && Array.isArray(issue.options) && issue.options.length > 0) {
                    const opts = issue.options.map((o) => `'${o}'`).join(" | ");
                    return `Invalid discriminator value. Expected ${opts}`;
                }
                if (issue.inclusive === false) {
                    return "Invalid input: more than one option matched";
                }
                return "Invalid input";
            case "invalid_element":
                return `Invalid value in ${issue.origin}`;
            default:
                return `Invalid input`;
        }
    };
};
/* harmony default export */ function en() {
    return {
        localeError: error(),
    };
}

;// CONCATENATED MODULE: ./node_modules/zod/v4/core/errors.js


/* Computing the message eagerly is expensive (pretty-printed JSON of all
 * issues), so defer it until first read. The accessor functions and
 * descriptors are shared across instances to keep error construction
 * cheap; the computed message is cached on the internals object. The
 * setter preserves plain assignment semantics for consumers that
 * overwrite `message`. */
function _getMessage() {
    const internals = this._zod;
    internals.message ?? (internals.message = JSON.stringify(internals.def, core_util/* jsonStringifyReplacer */.k8, 2));
    return internals.message;
}
function _setMessage(value) {
    this._zod.message = value;
}
const _messageDesc = {
    get: _getMessage,
    set: _setMessage,
    enumerable: true,
    configurable: true,
};
const _issuesDesc = { value: undefined, enumerable: false };
/* Prototypes that already carry the lazy `toString`. Seeded with the
 * intrinsics so that `init` on a foreign object — it accepts any object —
 * can never install an accessor onto a prototype we do not own. */
const _installedToString = /* @__PURE__ */ new WeakSet([Object.prototype, Error.prototype]);
const initializer = (inst, def) => {
    inst.name = "$ZodError";
    // `_zod` is already non-enumerable: $constructor's init defined it with this same descriptor
    _issuesDesc.value = def;
    Object.defineProperty(inst, "issues", _issuesDesc);
    // Clear the shared slot; a retained `value` pins the last error's issues.
    _issuesDesc.value = undefined;
    Object.defineProperty(inst, "message", _messageDesc);
    /* `toString` lives as a non-enumerable lazy getter on the shared
     * prototype; on first access it caches a per-instance closure so
     * detached usage still works. */
    const proto = Object.getPrototypeOf(inst);
    if (!_installedToString.has(proto)) {
        _installedToString.add(proto);
        Object.defineProperty(proto, "toString", {
            configurable: true,
            enumerable: false,
            get() {
                const value = () => this.message;
                Object.defineProperty(this, "toString", { value, configurable: true, writable: true });
                return value;
            },
            set(value) {
                Object.defineProperty(this, "toString", { value, configurable: true, writable: true });
            },
        });
    }
};
const $ZodError = (0,core_core/* $constructor */.xI)("$ZodError", initializer);
const $ZodRealError = (0,core_core/* $constructor */.xI)("$ZodError", initializer, undefined, {
    Parent: Error,
});
/** Get-or-create `obj[key]` as an own data property. A path segment naming an inherited member
 * ("toString", "constructor") would otherwise read through to the prototype, and assigning
 * "__proto__" would hit the setter instead of creating a key. */
function node(obj, key, make) {
    if (!Object.prototype.hasOwnProperty.call(obj, key)) {
        if (key === "__proto__") {
            Object.defineProperty(obj, key, { value: make(), writable: true, enumerable: true, configurable: true });
        }
        else {
            obj[key] = make();
        }
    }
    return obj[key];
}
function flattenError(error, mapper = (issue) => issue.message) {
    const fieldErrors = {};
    const formErrors = [];
    for (const sub of error.issues) {
        if (sub.path.length > 0) {
            node(fieldErrors, sub.path[0], () => []).push(mapper(sub));
        }
        else {
            formErrors.push(mapper(sub));
        }
    }
    return { formErrors, fieldErrors };
}
function formatError(error, mapper = (issue) => issue.message) {
    const fieldErrors = { _errors: [] };
    const processError = (error, path = []) => {
        for (const issue of error.issues) {
            if (issue.code === "invalid_union" && issue.errors.length) {
                issue.errors.map((issues) => processError({ issues }, [...path, ...issue.path]));
            }
            else if (issue.code === "invalid_key") {
                processError({ issues: issue.issues }, [...path, ...issue.path]);
            }
            else if (issue.code === "invalid_element") {
                processError({ issues: issue.issues }, [...path, ...issue.path]);
            }
            else {
                const fullpath = [...path, ...issue.path];
                if (fullpath.length === 0) {
                    fieldErrors._errors.push(mapper(issue));
                }
                else {
                    let curr = fieldErrors;
                    let i = 0;
                    while (i < fullpath.length) {
                        const el = fullpath[i];
                        const terminal = i === fullpath.length - 1;
                        // `_errors` is reserved by this legacy format, so merge a matching path segment into the current node instead of treating its array as a child.
                        if (el === "_errors") {
                            if (terminal)
                                curr._errors.push(mapper(issue));
                            i++;
                            continue;
                        }
                        // A path element may collide with an inherited property name such as
                        // "__proto__" or "constructor". Truthiness checks read the prototype
                        // (so no node is created, then ._errors.push throws), and bracket
                        // assignment of "__proto__" hits the setter instead of creating an
                        // own key. Guard the read with hasOwnProperty and create the node
                        // with defineProperty so any path element becomes a real own key.
                        if (!Object.prototype.hasOwnProperty.call(curr, el)) {
                            Object.defineProperty(curr, el, {
                                value: { _errors: [] },
                                enumerable: true,
                                writable: true,
                                configurable: true,
                            });
                        }
                        const node = curr[el];
                        if (terminal) {
                            node._errors.push(mapper(issue));
                        }
                        curr = node;
                        i++;
                    }
                }
            }
        }
    };
    processError(error);
    return fieldErrors;
}
function treeifyError(error, mapper = (issue) => issue.message) {
    const result = { errors: [] };
    const processError = (error, path = []) => {
        var _a;
        for (const issue of error.issues) {
            if (issue.code === "invalid_union" && issue.errors.length) {
                // regular union error
                issue.errors.map((issues) => processError({ issues }, [...path, ...issue.path]));
            }
            else if (issue.code === "invalid_key") {
                processError({ issues: issue.issues }, [...path, ...issue.path]);
            }
            else if (issue.code === "invalid_element") {
                processError({ issues: issue.issues }, [...path, ...issue.path]);
            }
            else {
                const fullpath = [...path, ...issue.path];
                if (fullpath.length === 0) {
                    result.errors.push(mapper(issue));
                    continue;
                }
                let curr = result;
                let i = 0;
                while (i < fullpath.length) {
                    const el = fullpath[i];
                    const terminal = i === fullpath.length - 1;
                    if (typeof el === "string") {
                        curr.properties ?? (curr.properties = {});
                        // el may collide with an inherited property name ("__proto__",
                        // "constructor", ...); ??= reads the prototype so the node is never
                        // created and curr.errors.push throws. Guard with hasOwnProperty and
                        // create the node with defineProperty so "__proto__" becomes a real
                        // own key rather than invoking the prototype setter.
                        if (!Object.prototype.hasOwnProperty.call(curr.properties, el)) {
                            Object.defineProperty(curr.properties, el, {
                                value: { errors: [] },
                                enumerable: true,
                                writable: true,
                                configurable: true,
                            });
                        }
                        curr = curr.properties[el];
                    }
                    else {
                        curr.items ?? (curr.items = []);
                        (_a = curr.items)[el] ?? (_a[el] = { errors: [] });
                        curr = curr.items[el];
                    }
                    if (terminal) {
                        curr.errors.push(mapper(issue));
                    }
                    i++;
                }
            }
        }
    };
    processError(error);
    return result;
}
/** Format a ZodError as a human-readable string in the following form.
 *
 * From
 *
 * ```ts
 * ZodError {
 *   issues: [
 *     {
 *       expected: 'string',
 *       code: 'invalid_type',
 *       path: [ 'username' ],
 *       message: 'Invalid input: expected string'
 *     },
 *     {
 *       expected: 'number',
 *       code: 'invalid_type',
 *       path: [ 'favoriteNumbers', 1 ],
 *       message: 'Invalid input: expected number'
 *     }
 *   ];
 * }
 * ```
 *
 * to
 *
 * ```
 * username
 *   ✖ Expected number, received string at "username
 * favoriteNumbers[0]
 *   ✖ Invalid input: expected number
 * ```
 */
function toDotPath(_path) {
    const segs = [];
    const path = _path.map((seg) => (typeof seg === "object" ? seg.key : seg));
    for (const seg of path) {
        if (typeof seg === "number")
            segs.push(`[${seg}]`);
        else if (typeof seg === "symbol")
            segs.push(`[${JSON.stringify(String(seg))}]`);
        else if (/[^\w$]/.test(seg))
            segs.push(`[${JSON.stringify(seg)}]`);
        else {
            if (segs.length)
                segs.push(".");
            segs.push(seg);
        }
    }
    return segs.join("");
}
function prettifyError(error) {
    const lines = [];
    // sort by path length
    const issues = [...error.issues].sort((a, b) => (a.path ?? []).length - (b.path ?? []).length);
    // Process each issue
    for (const issue of issues) {
        lines.push(`✖ ${issue.message}`);
        if (issue.path?.length)
            lines.push(`  → at ${toDotPath(issue.path)}`);
    }
    // Convert Map to formatted string
    return lines.join("\n");
}

;// CONCATENATED MODULE: ./node_modules/zod/v4/core/parse.js



// Always both keys, so the `_params` read site in `_parse` sees one object shape rather than two.
function finalizeParams(callee, params) {
    return { callee: params?.callee ?? callee, Err: params?.Err };
}
const _parse = (_Err) => {
    const fn = (schema, value, _ctx, _params) => {
        const ctx = _ctx ? { ..._ctx, async: false } : { async: false };
        const result = schema._zod.run({ value, issues: [] }, ctx);
        if (result instanceof Promise) {
            throw new core_core/* $ZodAsyncError */.GT();
        }
        if (result.issues.length) {
            const e = new (_params?.Err ?? _Err)(result.issues.map((iss) => core_util/* finalizeIssue */.iR(iss, ctx, core_core/* config */.$W())));
            core_util/* captureStackTrace */.gx(e, _params?.callee ?? fn);
            throw e;
        }
        return result.value;
    };
    return fn;
};
const parse = /* @__PURE__*/ _parse($ZodRealError);
const _parseAsync = (_Err) => {
    const fn = async (schema, value, _ctx, params) => {
        const ctx = _ctx ? { ..._ctx, async: true } : { async: true };
        let result = schema._zod.run({ value, issues: [] }, ctx);
        if (result instanceof Promise)
            result = await result;
        if (result.issues.length) {
            const e = new (params?.Err ?? _Err)(result.issues.map((iss) => core_util/* finalizeIssue */.iR(iss, ctx, core_core/* config */.$W())));
            core_util/* captureStackTrace */.gx(e, params?.callee ?? fn);
            throw e;
        }
        return result.value;
    };
    return fn;
};
const parseAsync = /* @__PURE__*/ _parseAsync($ZodRealError);
const _safeParse = (_Err) => (schema, value, _ctx) => {
    const ctx = _ctx ? { ..._ctx, async: false } : { async: false };
    const result = schema._zod.run({ value, issues: [] }, ctx);
    if (result instanceof Promise) {
        throw new core_core/* $ZodAsyncError */.GT();
    }
    return result.issues.length ? failure(_Err, result.issues, ctx) : { success: true, data: result.value };
};
const safeParse = /* @__PURE__*/ _safeParse($ZodRealError);
// the error is built on the first read of `error`: finalizing the issues and constructing the instance is most of a failing parse, and a caller that only branches on `success` never pays it. a getter in the literal keeps this small; the alternative, one shared accessor descriptor plus a hidden state slot, reads ~15% faster but costs ~75 B gzipped in every bundle
function failure(Err, issues, ctx) {
    let error;
    return {
        success: false,
        get error() {
            if (!error) {
                error = new Err(issues.map((iss) => core_util/* finalizeIssue */.iR(iss, ctx, core_core/* config */.$W())));
                // finalizeIssue drops `input`, so the built error holds nothing; keeping the raw issues past this point pins the parsed value for the life of the result
                issues = undefined;
                ctx = undefined;
            }
            return error;
        },
        set error(e) {
            error = e;
            // a replacement makes the getter's branch unreachable, so the captures have to go here too
            issues = undefined;
            ctx = undefined;
        },
    };
}
const _safeParseAsync = (_Err) => async (schema, value, _ctx) => {
    const ctx = _ctx ? { ..._ctx, async: true } : { async: true };
    let result = schema._zod.run({ value, issues: [] }, ctx);
    if (result instanceof Promise)
        result = await result;
    return result.issues.length ? failure(_Err, result.issues, ctx) : { success: true, data: result.value };
};
const safeParseAsync = /* @__PURE__*/ _safeParseAsync($ZodRealError);
// registry mirrors of the compiler's sentinels, so this module never imports the compiler
const COMPILE_INVALID = /* @__PURE__ */ Symbol.for("zod.compile.invalid");
const COMPILE_FALLBACK = /* @__PURE__ */ Symbol.for("zod.compile.fallback");
// Deliberately tiny, because v8 will not inline a body carrying the fallback's object literals and throw. Everything that is not the compiled happy path lives in validateFallback, and that split is worth ~35% on a compiled schema.
const validate = ((schema, value, _ctx) => {
    const validator = schema._zod.bag.validator;
    if (validator !== undefined) {
        if (validator(value) !== COMPILE_INVALID)
            return true;
        // a definite sentinel means the runtime would reject, so skip the re-parse; a ctx can still change the answer
        if (validator.definite === true && _ctx === undefined)
            return false;
    }
    return validateFallback(schema, value, _ctx);
});
function validateFallback(schema, value, _ctx) {
    const ctx = _ctx
        ? { ..._ctx, async: false, abortEarly: true }
        : { async: false, abortEarly: true };
    const fallbackRun = schema._zod.bag.fallbackRun;
    let result;
    if (fallbackRun) {
        // skip nested fast paths on the fallback, so user callbacks keep the at-most-twice bound
        ctx[COMPILE_FALLBACK] = true;
        result = fallbackRun({ value, issues: [] }, ctx);
    }
    else {
        result = schema._zod.run({ value, issues: [] }, ctx);
    }
    if (result instanceof Promise) {
        throw new core_core/* $ZodAsyncError */.GT();
    }
    return result.issues.length === 0;
}
// no fast path: the compiler keeps async parses on the runtime, because a promise-returning callback that is not declared async compiles to a throw
const validateAsync = async (schema, value, _ctx) => {
    const ctx = _ctx
        ? { ..._ctx, async: true, abortEarly: true }
        : { async: true, abortEarly: true };
    let result = schema._zod.run({ value, issues: [] }, ctx);
    if (result instanceof Promise)
        result = await result;
    return result.issues.length === 0;
};
const _encode = (_Err) => {
    const parse = _parse(_Err);
    const fn = (schema, value, _ctx, _params) => {
        const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
        return parse(schema, value, ctx, finalizeParams(fn, _params));
    };
    return fn;
};
const encode = /* @__PURE__*/ _encode($ZodRealError);
const _decode = (_Err) => {
    const parse = _parse(_Err);
    const fn = (schema, value, _ctx, _params) => {
        return parse(schema, value, _ctx, finalizeParams(fn, _params));
    };
    return fn;
};
const decode = /* @__PURE__*/ _decode($ZodRealError);
const _encodeAsync = (_Err) => {
    const parseAsync = _parseAsync(_Err);
    const fn = async (schema, value, _ctx, _params) => {
        const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
        return (await parseAsync(schema, value, ctx, finalizeParams(fn, _params)));
    };
    return fn;
};
const encodeAsync = /* @__PURE__*/ _encodeAsync($ZodRealError);
const _decodeAsync = (_Err) => {
    const parseAsync = _parseAsync(_Err);
    const fn = async (schema, value, _ctx, _params) => {
        return await parseAsync(schema, value, _ctx, finalizeParams(fn, _params));
    };
    return fn;
};
const decodeAsync = /* @__PURE__*/ _decodeAsync($ZodRealError);
const _safeEncode = (_Err) => (schema, value, _ctx) => {
    const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
    return _safeParse(_Err)(schema, value, ctx);
};
const safeEncode = /* @__PURE__*/ _safeEncode($ZodRealError);
const _safeDecode = (_Err) => (schema, value, _ctx) => {
    return _safeParse(_Err)(schema, value, _ctx);
};
const safeDecode = /* @__PURE__*/ _safeDecode($ZodRealError);
const _safeEncodeAsync = (_Err) => async (schema, value, _ctx) => {
    const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
    return _safeParseAsync(_Err)(schema, value, ctx);
};
const safeEncodeAsync = /* @__PURE__*/ _safeEncodeAsync($ZodRealError);
const _safeDecodeAsync = (_Err) => async (schema, value, _ctx) => {
    return _safeParseAsync(_Err)(schema, value, _ctx);
};
const safeDecodeAsync = /* @__PURE__*/ _safeDecodeAsync($ZodRealError);

;// CONCATENATED MODULE: ./node_modules/zod/v4/classic/errors.js



/* Prototypes that already carry the lazy helper methods. Seeded with the
 * intrinsics so that `init` on a foreign object — it accepts any object —
 * can never install an accessor onto a prototype we do not own. */
const _installedErrorProtos = /* @__PURE__ */ new WeakSet([Object.prototype, Error.prototype]);
/* Helper methods live as non-enumerable lazy getters on the shared
 * prototype instead of own properties on every instance. On first
 * access the getter allocates the per-instance closure and caches it
 * as a non-enumerable own property, so detached usage still works and
 * the allocation only happens for methods actually touched. */
function _lazyMethod(proto, key, make) {
    Object.defineProperty(proto, key, {
        configurable: true,
        enumerable: false,
        get() {
            const value = make(this);
            Object.defineProperty(this, key, { value, configurable: true, writable: true });
            return value;
        },
        set(value) {
            Object.defineProperty(this, key, { value, configurable: true, writable: true });
        },
    });
}
const errors_initializer = (inst, issues) => {
    $ZodError.init(inst, issues);
    inst.name = "ZodError";
    const proto = Object.getPrototypeOf(inst);
    if (_installedErrorProtos.has(proto))
        return;
    _installedErrorProtos.add(proto);
    _lazyMethod(proto, "format", (self) => (mapper) => formatError(self, mapper));
    _lazyMethod(proto, "flatten", (self) => (mapper) => flattenError(self, mapper));
    _lazyMethod(proto, "addIssue", (self) => (issue) => {
        self.issues.push(issue);
        self.message = JSON.stringify(self.issues, core_util/* jsonStringifyReplacer */.k8, 2);
    });
    _lazyMethod(proto, "addIssues", (self) => (issues) => {
        self.issues.push(...issues);
        self.message = JSON.stringify(self.issues, core_util/* jsonStringifyReplacer */.k8, 2);
    });
    Object.defineProperty(proto, "isEmpty", {
        configurable: true,
        enumerable: false,
        get() {
            return this.issues.length === 0;
        },
    });
};
const ZodError = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodError", errors_initializer)));
const ZodRealError = /*@__PURE__*/ core_core/* $constructor */.xI("ZodError", errors_initializer, undefined, {
    Parent: Error,
});
// /** @deprecated Use `z.core.$ZodErrorMapCtx` instead. */
// export type ErrorMapCtx = core.$ZodErrorMapCtx;

;// CONCATENATED MODULE: ./node_modules/zod/v4/classic/parse.js


const parse_parse = /* @__PURE__ */ _parse(ZodRealError);
const parse_parseAsync = /* @__PURE__ */ _parseAsync(ZodRealError);
const parse_safeParse = /* @__PURE__ */ _safeParse(ZodRealError);
const parse_safeParseAsync = /* @__PURE__ */ _safeParseAsync(ZodRealError);

// Codec functions
const parse_encode = /* @__PURE__ */ _encode(ZodRealError);
const parse_decode = /* @__PURE__ */ _decode(ZodRealError);
const parse_encodeAsync = /* @__PURE__ */ _encodeAsync(ZodRealError);
const parse_decodeAsync = /* @__PURE__ */ _decodeAsync(ZodRealError);
const parse_safeEncode = /* @__PURE__ */ _safeEncode(ZodRealError);
const parse_safeDecode = /* @__PURE__ */ _safeDecode(ZodRealError);
const parse_safeEncodeAsync = /* @__PURE__ */ _safeEncodeAsync(ZodRealError);
const parse_safeDecodeAsync = /* @__PURE__ */ _safeDecodeAsync(ZodRealError);

;// CONCATENATED MODULE: ./node_modules/zod/v4/classic/schemas.js








// Register English as the default locale on first ZodType construction. Hooked into the `ZodType` `$constructor` (rather than a top-level `config(en())` in `external.ts`) so bundlers honoring `sideEffects: false` can't tree-shake it out — see #5953, #5725. An explicit `z.config(z.locales.xx())` call wins regardless of order, since this only sets the default when none is present.
function _ensureDefaultLocale() {
    if (!core_core/* globalConfig */.cr.localeError)
        core_core/* config */.$W(en());
}
// the default memoizer is read by the core container init, which runs before `ZodType.init`, so each container calls this first
function _ensureDefaultMemoizer() {
    if (!core_core/* globalConfig */.cr.memoizer)
        core_core/* config */.$W({ memoizer: memoizer() });
}
const ZodType = /*@__PURE__*/ core_core/* $constructor */.xI("ZodType", (inst, def) => {
    _ensureDefaultLocale();
    schemas/* $ZodType */.W4.init(inst, def);
    inst.def = def;
    inst.type = def.type;
    return inst;
}, {
    check(...chks) {
        const def = this.def;
        return this.clone(core_util/* mergeDefs */.zM(def, {
            checks: [
                ...(def.checks ?? []),
                ...chks.map((ch) => typeof ch === "function" ? { _zod: { check: ch, def: { check: "custom" }, onattach: [] } } : ch),
            ],
        }), { parent: true });
    },
    with(...chks) {
        return this.check(...chks);
    },
    clone(def, params) {
        return core_util/* clone */.o8(this, def, params);
    },
    brand() {
        return this;
    },
    register(reg, meta) {
        reg.add(this, meta);
        return this;
    },
    refine(check, params) {
        return this.check(refine(check, params));
    },
    superRefine(refinement, params) {
        return this.check(superRefine(refinement, params));
    },
    overwrite(fn) {
        return this.check(api/* _overwrite */.bS(fn));
    },
    optional() {
        return optional(this);
    },
    exactOptional() {
        return exactOptional(this);
    },
    nullable() {
        return nullable(this);
    },
    nullish() {
        return optional(nullable(this));
    },
    nonoptional(params) {
        return nonoptional(this, params);
    },
    array() {
        return array(this);
    },
    or(arg) {
        return union([this, arg]);
    },
    and(arg) {
        return intersection(this, arg);
    },
    transform(tx) {
        return pipe(this, transform(tx));
    },
    default(d) {
        return _default(this, d);
    },
    prefault(d) {
        return prefault(this, d);
    },
    catch(params) {
        return _catch(this, params);
    },
    pipe(target) {
        return pipe(this, target);
    },
    readonly() {
        return readonly(this);
    },
    describe(description) {
        const cl = this.clone();
        registries/* globalRegistry */.fd.add(cl, { description });
        return cl;
    },
    meta(...args) {
        // overloaded: meta() returns the registered metadata, meta(data) returns a clone with `data` registered. The mapped type picks up the second overload, so we accept variadic any-args and return `any` to satisfy both at runtime.
        if (args.length === 0)
            return registries/* globalRegistry */.fd.get(this);
        const cl = this.clone();
        registries/* globalRegistry */.fd.add(cl, args[0]);
        return cl;
    },
    isOptional() {
        return this.safeParse(undefined).success;
    },
    isNullable() {
        return this.safeParse(null).success;
    },
    apply(fn, ...args) {
        return args.length === 0 ? fn(this) : fn(this, ...args);
    },
    // Overrides core's `~standard` to add `jsonSchema`. Must stay a prototype entry: redefining it per instance demotes instances to dictionary mode.
    get "~standard"() {
        return core_util/* hide */.jD(this, "~standard", {
            ...schemas/* standardProps */.YK(this),
            jsonSchema: {
                input: createStandardJSONSchemaMethod(this, "input"),
                output: createStandardJSONSchemaMethod(this, "output"),
            },
        });
    },
    set "~standard"(value) {
        core_util/* own */.qh(this, "~standard", value);
    },
    parse: function _parse(data, params) {
        return parse_parse(this, data, params, { callee: _parse });
    },
    parseAsync: async function _parseAsync(data, params) {
        return await parse_parseAsync(this, data, params, { callee: _parseAsync });
    },
    safeParse(data, params) {
        return parse_safeParse(this, data, params);
    },
    async safeParseAsync(data, params) {
        return parse_safeParseAsync(this, data, params);
    },
    // `spa` is an alias: same function object as `safeParseAsync`, as before.
    get spa() {
        return this?.safeParseAsync;
    },
    set spa(value) {
        core_util/* own */.qh(this, "spa", value);
    },
    validate(data, params) {
        return validate(this, data, params);
    },
    validateAsync(data, params) {
        return validateAsync(this, data, params);
    },
    encode: function _encode(data, params) {
        return parse_encode(this, data, params, { callee: _encode });
    },
    decode: function _decode(data, params) {
        return parse_decode(this, data, params, { callee: _decode });
    },
    encodeAsync: async function _encodeAsync(data, params) {
        return await parse_encodeAsync(this, data, params, { callee: _encodeAsync });
    },
    decodeAsync: async function _decodeAsync(data, params) {
        return await parse_decodeAsync(this, data, params, { callee: _decodeAsync });
    },
    safeEncode(data, params) {
        return parse_safeEncode(this, data, params);
    },
    safeDecode(data, params) {
        return parse_safeDecode(this, data, params);
    },
    async safeEncodeAsync(data, params) {
        return parse_safeEncodeAsync(this, data, params);
    },
    async safeDecodeAsync(data, params) {
        return parse_safeDecodeAsync(this, data, params);
    },
    toJSONSchema(params) {
        return createToJSONSchemaMethod(this, {})(params);
    },
    // Reads through to the registry on every access, so it must not cache.
    get description() {
        return registries/* globalRegistry */.fd.get(this)?.description;
    },
    // No setter: `schema._def = x` throws, as it did when `_def` was a non-writable own property.
    get _def() {
        return this._zod.def;
    },
});
/** @internal */
const _ZodString = /*@__PURE__*/ core_core/* $constructor */.xI("_ZodString", (inst, def) => {
    schemas/* $ZodString */.$v.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => stringProcessor(inst, ctx, json, params);
}, 
/*@__PURE__*/ core_util/* derived */.un({
    format: (inst) => aggregateChecks(inst).format ?? null,
    minLength: (inst) => aggregateChecks(inst).minimum ?? null,
    maxLength: (inst) => aggregateChecks(inst).maximum ?? null,
}, {
    regex(...args) {
        return this.check(api/* _regex */.Fk(...args));
    },
    includes(...args) {
        return this.check(api/* _includes */.dR(...args));
    },
    startsWith(...args) {
        return this.check(api/* _startsWith */.$S(...args));
    },
    endsWith(...args) {
        return this.check(api/* _endsWith */.ER(...args));
    },
    min(...args) {
        return this.check(api/* _minLength */.m9(...args));
    },
    max(...args) {
        return this.check(api/* _maxLength */.Eb(...args));
    },
    length(...args) {
        return this.check(api/* _length */.YA(...args));
    },
    nonempty(...args) {
        return this.check(api/* _minLength */.m9(1, ...args));
    },
    lowercase(params) {
        return this.check(api/* _lowercase */.hH(params));
    },
    uppercase(params) {
        return this.check(api/* _uppercase */.qF(params));
    },
    trim() {
        return this.check(api/* _trim */.WN());
    },
    normalize(...args) {
        return this.check(api/* _normalize */.lo(...args));
    },
    toLowerCase() {
        return this.check(api/* _toLowerCase */.Il());
    },
    toUpperCase() {
        return this.check(api/* _toUpperCase */.xY());
    },
    slugify() {
        return this.check(api/* _slugify */.TL());
    },
}));
const ZodString = /*@__PURE__*/ core_core/* $constructor */.xI("ZodString", (inst, def) => {
    schemas/* $ZodString */.$v.init(inst, def);
    _ZodString.init(inst, def);
}, {
    email(params) {
        return this.check(api/* _email */.Mu(ZodEmail, params));
    },
    url(params) {
        return this.check(api/* _url */.Fn(ZodURL, params));
    },
    jwt(params) {
        return this.check(api/* _jwt */.rk(ZodJWT, params));
    },
    emoji(params) {
        return this.check(api/* _emoji */.aC(ZodEmoji, params));
    },
    guid(params) {
        return this.check(api/* _guid */.tB(ZodGUID, params));
    },
    uuid(params) {
        return this.check(api/* _uuid */.Be(ZodUUID, params));
    },
    uuidv4(params) {
        return this.check(api/* _uuidv4 */.nA(ZodUUID, params));
    },
    uuidv6(params) {
        return this.check(api/* _uuidv6 */.pY(ZodUUID, params));
    },
    uuidv7(params) {
        return this.check(api/* _uuidv7 */.wA(ZodUUID, params));
    },
    nanoid(params) {
        return this.check(api/* _nanoid */.Dl(ZodNanoID, params));
    },
    cuid(params) {
        return this.check(api/* _cuid */.fs(ZodCUID, params));
    },
    cuid2(params) {
        return this.check(api/* _cuid2 */.Bj(ZodCUID2, params));
    },
    ulid(params) {
        return this.check(api/* _ulid */.Ct(ZodULID, params));
    },
    base64(params) {
        return this.check(api/* _base64 */.rt(ZodBase64, params));
    },
    base64url(params) {
        return this.check(api/* _base64url */.cU(ZodBase64URL, params));
    },
    xid(params) {
        return this.check(api/* _xid */.Pw(ZodXID, params));
    },
    ksuid(params) {
        return this.check(api/* _ksuid */._z(ZodKSUID, params));
    },
    ipv4(params) {
        return this.check(api/* _ipv4 */.Ny(ZodIPv4, params));
    },
    ipv6(params) {
        return this.check(api/* _ipv6 */.$O(ZodIPv6, params));
    },
    cidrv4(params) {
        return this.check(api/* _cidrv4 */.Uy(ZodCIDRv4, params));
    },
    cidrv6(params) {
        return this.check(api/* _cidrv6 */.gP(ZodCIDRv6, params));
    },
    e164(params) {
        return this.check(api/* _e164 */.KB(ZodE164, params));
    },
    datetime(params) {
        return this.check(api/* _isoDateTime */.G1(ZodISODateTime, params));
    },
    date(params) {
        return this.check(api/* _isoDate */.db(ZodISODate, params));
    },
    time(params) {
        return this.check(api/* _isoTime */.Kn(ZodISOTime, params));
    },
    duration(params) {
        return this.check(api/* _isoDuration */.f2(ZodISODuration, params));
    },
});
function string(params) {
    return api/* _string */.Rl(ZodString, params);
}
const ZodStringFormat = /*@__PURE__*/ core_core/* $constructor */.xI("ZodStringFormat", (inst, def) => {
    schemas/* $ZodStringFormat */.EY.init(inst, def);
    _ZodString.init(inst, def);
});
const ZodISODateTime = /*@__PURE__*/ core_core/* $constructor */.xI("ZodISODateTime", (inst, def) => {
    schemas/* $ZodISODateTime */.Ko.init(inst, def);
    ZodStringFormat.init(inst, def);
});
const ZodISODate = /*@__PURE__*/ core_core/* $constructor */.xI("ZodISODate", (inst, def) => {
    schemas/* $ZodISODate */.v1.init(inst, def);
    ZodStringFormat.init(inst, def);
});
const ZodISOTime = /*@__PURE__*/ core_core/* $constructor */.xI("ZodISOTime", (inst, def) => {
    schemas/* $ZodISOTime */.Ax.init(inst, def);
    ZodStringFormat.init(inst, def);
});
const ZodISODuration = /*@__PURE__*/ core_core/* $constructor */.xI("ZodISODuration", (inst, def) => {
    schemas/* $ZodISODuration */.$N.init(inst, def);
    ZodStringFormat.init(inst, def);
});
const ZodEmail = /*@__PURE__*/ core_core/* $constructor */.xI("ZodEmail", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    schemas/* $ZodEmail */.qG.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function email(params) {
    return core._email(ZodEmail, params);
}
const ZodGUID = /*@__PURE__*/ core_core/* $constructor */.xI("ZodGUID", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    schemas/* $ZodGUID */.Zc.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function guid(params) {
    return core._guid(ZodGUID, params);
}
const ZodUUID = /*@__PURE__*/ core_core/* $constructor */.xI("ZodUUID", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    schemas/* $ZodUUID */.Zn.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function uuid(params) {
    return core._uuid(ZodUUID, params);
}
function uuidv4(params) {
    return core._uuidv4(ZodUUID, params);
}
// ZodUUIDv6
function uuidv6(params) {
    return core._uuidv6(ZodUUID, params);
}
// ZodUUIDv7
function uuidv7(params) {
    return core._uuidv7(ZodUUID, params);
}
const ZodURL = /*@__PURE__*/ core_core/* $constructor */.xI("ZodURL", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    schemas/* $ZodURL */.VY.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function url(params) {
    return core._url(ZodURL, params);
}
function httpUrl(params) {
    return core._url(ZodURL, {
        protocol: regexes.httpProtocol,
        hostname: regexes.domain,
        ...util.normalizeParams(params),
    });
}
const ZodEmoji = /*@__PURE__*/ core_core/* $constructor */.xI("ZodEmoji", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    schemas/* $ZodEmoji */.cG.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function emoji(params) {
    return core._emoji(ZodEmoji, params);
}
const ZodNanoID = /*@__PURE__*/ core_core/* $constructor */.xI("ZodNanoID", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    schemas/* $ZodNanoID */.Py.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function nanoid(params) {
    return core._nanoid(ZodNanoID, params);
}
/**
 * @deprecated CUID v1 is deprecated by its authors due to information leakage
 * (timestamps embedded in the id). Use {@link ZodCUID2} instead.
 * See https://github.com/paralleldrive/cuid.
 */
const ZodCUID = /*@__PURE__*/ core_core/* $constructor */.xI("ZodCUID", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    schemas/* $ZodCUID */.bl.init(inst, def);
    ZodStringFormat.init(inst, def);
});
/**
 * Validates a CUID v1 string.
 *
 * @deprecated CUID v1 is deprecated by its authors due to information leakage
 * (timestamps embedded in the id). Use {@link cuid2 | `z.cuid2()`} instead.
 * See https://github.com/paralleldrive/cuid.
 */
function cuid(params) {
    return core._cuid(ZodCUID, params);
}
const ZodCUID2 = /*@__PURE__*/ core_core/* $constructor */.xI("ZodCUID2", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    schemas/* $ZodCUID2 */.Zu.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function cuid2(params) {
    return core._cuid2(ZodCUID2, params);
}
const ZodULID = /*@__PURE__*/ core_core/* $constructor */.xI("ZodULID", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    schemas/* $ZodULID */.g5.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function ulid(params) {
    return core._ulid(ZodULID, params);
}
const ZodXID = /*@__PURE__*/ core_core/* $constructor */.xI("ZodXID", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    schemas/* $ZodXID */.TF.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function xid(params) {
    return core._xid(ZodXID, params);
}
const ZodKSUID = /*@__PURE__*/ core_core/* $constructor */.xI("ZodKSUID", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    schemas/* $ZodKSUID */.GY.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function ksuid(params) {
    return core._ksuid(ZodKSUID, params);
}
const ZodIPv4 = /*@__PURE__*/ core_core/* $constructor */.xI("ZodIPv4", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    schemas/* $ZodIPv4 */.Lc.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function ipv4(params) {
    return core._ipv4(ZodIPv4, params);
}
const ZodMAC = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMAC", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    core.$ZodMAC.init(inst, def);
    ZodStringFormat.init(inst, def);
})));
function mac(params) {
    return core._mac(ZodMAC, params);
}
const ZodIPv6 = /*@__PURE__*/ core_core/* $constructor */.xI("ZodIPv6", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    schemas/* $ZodIPv6 */.Zy.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function ipv6(params) {
    return core._ipv6(ZodIPv6, params);
}
const ZodCIDRv4 = /*@__PURE__*/ core_core/* $constructor */.xI("ZodCIDRv4", (inst, def) => {
    schemas/* $ZodCIDRv4 */.CI.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function cidrv4(params) {
    return core._cidrv4(ZodCIDRv4, params);
}
const ZodCIDRv6 = /*@__PURE__*/ core_core/* $constructor */.xI("ZodCIDRv6", (inst, def) => {
    schemas/* $ZodCIDRv6 */.Cn.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function cidrv6(params) {
    return core._cidrv6(ZodCIDRv6, params);
}
const ZodBase64 = /*@__PURE__*/ core_core/* $constructor */.xI("ZodBase64", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    schemas/* $ZodBase64 */.Dq.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function base64(params) {
    return core._base64(ZodBase64, params);
}
const ZodBase64URL = /*@__PURE__*/ core_core/* $constructor */.xI("ZodBase64URL", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    schemas/* $ZodBase64URL */.CQ.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function base64url(params) {
    return core._base64url(ZodBase64URL, params);
}
const ZodE164 = /*@__PURE__*/ core_core/* $constructor */.xI("ZodE164", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    schemas/* $ZodE164 */.Oy.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function e164(params) {
    return core._e164(ZodE164, params);
}
const ZodCreditCard = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodCreditCard", (inst, def) => {
    core.$ZodCreditCard.init(inst, def);
    ZodStringFormat.init(inst, def);
})));
function creditCard(params) {
    return core._creditCard(ZodCreditCard, params);
}
const ZodIBAN = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodIBAN", (inst, def) => {
    core.$ZodIBAN.init(inst, def);
    ZodStringFormat.init(inst, def);
})));
function iban(params) {
    return core._iban(ZodIBAN, params);
}
const ZodJWT = /*@__PURE__*/ core_core/* $constructor */.xI("ZodJWT", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    schemas/* $ZodJWT */.h8.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function jwt(params) {
    return core._jwt(ZodJWT, params);
}
const ZodCustomStringFormat = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodCustomStringFormat", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    core.$ZodCustomStringFormat.init(inst, def);
    ZodStringFormat.init(inst, def);
})));
function stringFormat(format, fnOrRegex, _params = {}) {
    return core._stringFormat(ZodCustomStringFormat, format, fnOrRegex, _params);
}
function hostname(_params) {
    return core._stringFormat(ZodCustomStringFormat, "hostname", regexes.hostname, _params);
}
function hex(_params) {
    return core._stringFormat(ZodCustomStringFormat, "hex", regexes.hex, _params);
}
function currencyCode(_params) {
    return core._stringFormat(ZodCustomStringFormat, "currency_code", regexes.currencyCode, _params);
}
function hash(alg, params) {
    const enc = params?.enc ?? "hex";
    const format = `${alg}_${enc}`;
    const regex = core.regexes[format];
    if (!regex)
        throw new Error(`Unrecognized hash format: ${format}`);
    return core._stringFormat(ZodCustomStringFormat, format, regex, params);
}
const ZodNumber = /*@__PURE__*/ core_core/* $constructor */.xI("ZodNumber", (inst, def) => {
    schemas/* $ZodNumber */.vz.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => numberProcessor(inst, ctx, json, params);
    inst.isFinite = true;
}, 
/*@__PURE__*/ core_util/* derived */.un({
    minValue: (inst) => {
        const { minimum, exclusiveMinimum } = aggregateChecks(inst);
        return Math.max(minimum ?? Number.NEGATIVE_INFINITY, exclusiveMinimum ?? Number.NEGATIVE_INFINITY);
    },
    maxValue: (inst) => {
        const { maximum, exclusiveMaximum } = aggregateChecks(inst);
        return Math.min(maximum ?? Number.POSITIVE_INFINITY, exclusiveMaximum ?? Number.POSITIVE_INFINITY);
    },
    isInt: (inst) => {
        const { isInt, multipleOf } = aggregateChecks(inst);
        return !!isInt || !!multipleOf?.some(Number.isSafeInteger);
    },
    format: (inst) => aggregateChecks(inst).format ?? null,
}, {
    gt(value, params) {
        return this.check(api/* _gt */.Tx(value, params));
    },
    gte(value, params) {
        return this.check(api/* _gte */.qm(value, params));
    },
    min(value, params) {
        return this.check(api/* _gte */.qm(value, params));
    },
    lt(value, params) {
        return this.check(api/* _lt */.Au(value, params));
    },
    lte(value, params) {
        return this.check(api/* _lte */.Zm(value, params));
    },
    max(value, params) {
        return this.check(api/* _lte */.Zm(value, params));
    },
    int(params) {
        return this.check(schemas_int(params));
    },
    safe(params) {
        return this.check(schemas_int(params));
    },
    positive(params) {
        return this.check(api/* _gt */.Tx(0, params));
    },
    nonnegative(params) {
        return this.check(api/* _gte */.qm(0, params));
    },
    negative(params) {
        return this.check(api/* _lt */.Au(0, params));
    },
    nonpositive(params) {
        return this.check(api/* _lte */.Zm(0, params));
    },
    multipleOf(value, params) {
        return this.check(api/* _multipleOf */.Hi(value, params));
    },
    step(value, params) {
        return this.check(api/* _multipleOf */.Hi(value, params));
    },
    finite() {
        return this;
    },
}));
function number(params) {
    return api/* _number */.F7(ZodNumber, params);
}
const ZodNumberFormat = /*@__PURE__*/ core_core/* $constructor */.xI("ZodNumberFormat", (inst, def) => {
    schemas/* $ZodNumberFormat */.I.init(inst, def);
    ZodNumber.init(inst, def);
});
function schemas_int(params) {
    return api/* _int */.LK(ZodNumberFormat, params);
}
function float32(params) {
    return core._float32(ZodNumberFormat, params);
}
function float64(params) {
    return core._float64(ZodNumberFormat, params);
}
function int32(params) {
    return core._int32(ZodNumberFormat, params);
}
function uint32(params) {
    return core._uint32(ZodNumberFormat, params);
}
const ZodBoolean = /*@__PURE__*/ core_core/* $constructor */.xI("ZodBoolean", (inst, def) => {
    schemas/* $ZodBoolean */.sF.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => booleanProcessor(inst, ctx, json, params);
});
function schemas_boolean(params) {
    return api/* _boolean */._L(ZodBoolean, params);
}
const ZodBigInt = /*@__PURE__*/ core_core/* $constructor */.xI("ZodBigInt", (inst, def) => {
    schemas/* $ZodBigInt */.BN.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => bigintProcessor(inst, ctx, json, params);
}, 
/*@__PURE__*/ core_util/* derived */.un({
    minValue: (inst) => aggregateChecks(inst).minimum ?? null,
    maxValue: (inst) => aggregateChecks(inst).maximum ?? null,
    format: (inst) => aggregateChecks(inst).format ?? null,
}, {
    gte(value, params) {
        return this.check(api/* _gte */.qm(value, params));
    },
    min(value, params) {
        return this.check(api/* _gte */.qm(value, params));
    },
    gt(value, params) {
        return this.check(api/* _gt */.Tx(value, params));
    },
    lt(value, params) {
        return this.check(api/* _lt */.Au(value, params));
    },
    lte(value, params) {
        return this.check(api/* _lte */.Zm(value, params));
    },
    max(value, params) {
        return this.check(api/* _lte */.Zm(value, params));
    },
    positive(params) {
        return this.check(api/* _gt */.Tx(BigInt(0), params));
    },
    negative(params) {
        return this.check(api/* _lt */.Au(BigInt(0), params));
    },
    nonpositive(params) {
        return this.check(api/* _lte */.Zm(BigInt(0), params));
    },
    nonnegative(params) {
        return this.check(api/* _gte */.qm(BigInt(0), params));
    },
    multipleOf(value, params) {
        return this.check(api/* _multipleOf */.Hi(value, params));
    },
}));
function bigint(params) {
    return core._bigint(ZodBigInt, params);
}
const ZodBigIntFormat = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodBigIntFormat", (inst, def) => {
    core.$ZodBigIntFormat.init(inst, def);
    ZodBigInt.init(inst, def);
})));
function int64(params) {
    return core._int64(ZodBigIntFormat, params);
}
function uint64(params) {
    return core._uint64(ZodBigIntFormat, params);
}
const ZodSymbol = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodSymbol", (inst, def) => {
    core.$ZodSymbol.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.symbolProcessor(inst, ctx, json, params);
})));
function symbol(params) {
    return core._symbol(ZodSymbol, params);
}
const ZodUndefined = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodUndefined", (inst, def) => {
    core.$ZodUndefined.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.undefinedProcessor(inst, ctx, json, params);
})));
function _undefined(params) {
    return core._undefined(ZodUndefined, params);
}

const ZodNull = /*@__PURE__*/ core_core/* $constructor */.xI("ZodNull", (inst, def) => {
    schemas/* $ZodNull */.x8.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => nullProcessor(inst, ctx, json, params);
});
function _null(params) {
    return api/* _null */.jw(ZodNull, params);
}

const ZodAny = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodAny", (inst, def) => {
    core.$ZodAny.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.anyProcessor(inst, ctx, json, params);
})));
function any() {
    return core._any(ZodAny);
}
const ZodUnknown = /*@__PURE__*/ core_core/* $constructor */.xI("ZodUnknown", (inst, def) => {
    schemas/* $ZodUnknown */.GP.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => unknownProcessor(inst, ctx, json, params);
});
function unknown() {
    return api/* _unknown */.em(ZodUnknown);
}
const ZodNever = /*@__PURE__*/ core_core/* $constructor */.xI("ZodNever", (inst, def) => {
    schemas/* $ZodNever */.Um.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => neverProcessor(inst, ctx, json, params);
});
function never(params) {
    return api/* _never */.G8(ZodNever, params);
}
const ZodVoid = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodVoid", (inst, def) => {
    core.$ZodVoid.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.voidProcessor(inst, ctx, json, params);
})));
function _void(params) {
    return core._void(ZodVoid, params);
}

const ZodDate = /*@__PURE__*/ core_core/* $constructor */.xI("ZodDate", (inst, def) => {
    schemas/* $ZodDate */.o5.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => dateProcessor(inst, ctx, json, params);
    inst.min = (value, params) => inst.check(api/* _gte */.qm(value, params));
    inst.max = (value, params) => inst.check(api/* _lte */.Zm(value, params));
}, 
/*@__PURE__*/ core_util/* derived */.un({
    minDate: (inst) => {
        const { minimum } = aggregateChecks(inst);
        return minimum ? new Date(minimum) : null;
    },
    maxDate: (inst) => {
        const { maximum } = aggregateChecks(inst);
        return maximum ? new Date(maximum) : null;
    },
}, {}));
function date(params) {
    return core._date(ZodDate, params);
}
const ZodArray = /*@__PURE__*/ core_core/* $constructor */.xI("ZodArray", (inst, def) => {
    _ensureDefaultMemoizer();
    schemas/* $ZodArray */.$p.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => arrayProcessor(inst, ctx, json, params);
    inst.element = def.element;
}, {
    min(n, params) {
        return this.check(api/* _minLength */.m9(n, params));
    },
    nonempty(params) {
        return this.check(api/* _minLength */.m9(1, params));
    },
    max(n, params) {
        return this.check(api/* _maxLength */.Eb(n, params));
    },
    length(n, params) {
        return this.check(api/* _length */.YA(n, params));
    },
    unwrap() {
        return this.element;
    },
});
function array(element, params) {
    return api/* _array */.dZ(ZodArray, element, params);
}
// .keyof
function keyof(schema) {
    const shape = schema._zod.def.shape;
    return _enum(Object.keys(shape));
}
const ZodObject = /*@__PURE__*/ core_core/* $constructor */.xI("ZodObject", (inst, def) => {
    _ensureDefaultMemoizer();
    schemas/* $ZodObjectJIT */.w.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => objectProcessor(inst, ctx, json, params);
    core_util/* installLazyProp */.X(inst, "shape", (self) => self._zod.def.shape, false);
}, {
    keyof() {
        return _enum(Object.keys(this._zod.def.shape));
    },
    catchall(catchall) {
        // `mergeDefs` rather than a spread: spreading reads `shape`, and resolving it can mint a whole fresh subtree
        return this.clone(core_util/* mergeDefs */.zM(this._zod.def, { catchall: catchall }));
    },
    passthrough() {
        return this.clone(core_util/* mergeDefs */.zM(this._zod.def, { catchall: unknown() }));
    },
    loose() {
        return this.clone(core_util/* mergeDefs */.zM(this._zod.def, { catchall: unknown() }));
    },
    strict() {
        return this.clone(core_util/* mergeDefs */.zM(this._zod.def, { catchall: never() }));
    },
    strip() {
        return this.clone(core_util/* mergeDefs */.zM(this._zod.def, { catchall: undefined }));
    },
    extend(incoming) {
        return core_util/* extend */.X$(this, incoming);
    },
    safeExtend(incoming) {
        return core_util/* safeExtend */.W0(this, incoming);
    },
    merge(other) {
        return core_util/* merge */.h1(this, other);
    },
    pick(mask) {
        return core_util/* pick */.Up(this, mask);
    },
    omit(mask) {
        return core_util/* omit */.cJ(this, mask);
    },
    partial(...args) {
        return core_util/* partial */.OH(ZodOptional, this, args[0]);
    },
    exactPartial(...args) {
        return core_util/* partial */.OH(ZodExactOptional, this, args[0], "exactPartial");
    },
    required(...args) {
        return core_util/* required */.mw(ZodNonOptional, this, args[0]);
    },
});
function object(shape, params) {
    const def = {
        type: "object",
        shape: shape ?? {},
        ...core_util/* normalizeParams */.A2(params),
    };
    return new ZodObject(def);
}
// strictObject
function strictObject(shape, params) {
    return new ZodObject({
        type: "object",
        shape,
        catchall: never(),
        ...core_util/* normalizeParams */.A2(params),
    });
}
// looseObject
function looseObject(shape, params) {
    return new ZodObject({
        type: "object",
        shape,
        catchall: unknown(),
        ...core_util/* normalizeParams */.A2(params),
    });
}
const ZodUnion = /*@__PURE__*/ core_core/* $constructor */.xI("ZodUnion", (inst, def) => {
    schemas/* $ZodUnion */.cu.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => unionProcessor(inst, ctx, json, params);
    inst.options = def.options;
});
function union(options, params) {
    return new ZodUnion({
        type: "union",
        options: options,
        ...core_util/* normalizeParams */.A2(params),
    });
}
const ZodXor = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodXor", (inst, def) => {
    ZodUnion.init(inst, def);
    core.$ZodXor.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.unionProcessor(inst, ctx, json, params);
    inst.options = def.options;
})));
/** Creates an exclusive union (XOR) where exactly one option must match.
 * Unlike regular unions that succeed when any option matches, xor fails if
 * zero or more than one option matches the input. */
function xor(options, params) {
    return new ZodXor({
        type: "union",
        options: options,
        inclusive: false,
        ...util.normalizeParams(params),
    });
}
const ZodDiscriminatedUnion = /*@__PURE__*/ core_core/* $constructor */.xI("ZodDiscriminatedUnion", (inst, def) => {
    ZodUnion.init(inst, def);
    schemas/* $ZodDiscriminatedUnion */.P0.init(inst, def);
});
function discriminatedUnion(discriminator, options, params) {
    // const [options, params] = args;
    return new ZodDiscriminatedUnion({
        type: "union",
        options: options,
        discriminator,
        ...core_util/* normalizeParams */.A2(params),
    });
}
const ZodIntersection = /*@__PURE__*/ core_core/* $constructor */.xI("ZodIntersection", (inst, def) => {
    schemas/* $ZodIntersection */.LJ.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => intersectionProcessor(inst, ctx, json, params);
});
function intersection(left, right) {
    return new ZodIntersection({
        type: "intersection",
        left: left,
        right: right,
    });
}
const ZodTuple = /*@__PURE__*/ core_core/* $constructor */.xI("ZodTuple", (inst, def) => {
    _ensureDefaultMemoizer();
    schemas/* $ZodTuple */.G3.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => tupleProcessor(inst, ctx, json, params);
}, {
    rest(rest) {
        return this.clone({
            ...this._zod.def,
            rest: rest,
        });
    },
    partial() {
        const def = this._zod.def;
        // a refinement was authored against the full arity; partialing would run it on a shorter array
        if (def.checks?.length)
            throw new Error(".partial() cannot be used on tuple schemas containing refinements");
        return this.clone({
            ...def,
            items: def.items.map((item) => new ZodOptional({ type: "optional", innerType: item })),
        });
    },
});
function tuple(items, _paramsOrRest, _params) {
    const hasRest = _paramsOrRest instanceof schemas/* $ZodType */.W4;
    const params = hasRest ? _params : _paramsOrRest;
    const rest = hasRest ? _paramsOrRest : null;
    return new ZodTuple({
        type: "tuple",
        items: items,
        rest,
        ...core_util/* normalizeParams */.A2(params),
    });
}
const ZodRecord = /*@__PURE__*/ core_core/* $constructor */.xI("ZodRecord", (inst, def) => {
    _ensureDefaultMemoizer();
    schemas/* $ZodRecord */.h.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => recordProcessor(inst, ctx, json, params);
    inst.keyType = def.keyType;
    inst.valueType = def.valueType;
});
function record(keyType, valueType, params) {
    // v3-compat: z.record(valueType, params?) — defaults keyType to z.string()
    if (!valueType || !valueType._zod) {
        return new ZodRecord({
            type: "record",
            keyType: string(),
            valueType: keyType,
            ...core_util/* normalizeParams */.A2(valueType),
        });
    }
    return new ZodRecord({
        type: "record",
        keyType,
        valueType: valueType,
        ...core_util/* normalizeParams */.A2(params),
    });
}
// type alksjf = core.output<core.$ZodRecordKey>;
function partialRecord(keyType, valueType, params) {
    return new ZodRecord({
        type: "record",
        keyType,
        valueType: valueType,
        ...util.normalizeParams(params),
        partial: true,
    });
}
function looseRecord(keyType, valueType, params) {
    return new ZodRecord({
        type: "record",
        keyType,
        valueType: valueType,
        mode: "loose",
        ...util.normalizeParams(params),
    });
}
const ZodMap = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMap", (inst, def) => {
    _ensureDefaultMemoizer();
    core.$ZodMap.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.mapProcessor(inst, ctx, json, params);
    inst.keyType = def.keyType;
    inst.valueType = def.valueType;
    inst.min = (...args) => inst.check(core._minSize(...args));
    inst.nonempty = (params) => inst.check(core._minSize(1, params));
    inst.max = (...args) => inst.check(core._maxSize(...args));
    inst.size = (...args) => inst.check(core._size(...args));
})));
function map(keyType, valueType, params) {
    return new ZodMap({
        type: "map",
        keyType: keyType,
        valueType: valueType,
        ...util.normalizeParams(params),
    });
}
const ZodSet = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodSet", (inst, def) => {
    _ensureDefaultMemoizer();
    core.$ZodSet.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.setProcessor(inst, ctx, json, params);
    inst.min = (...args) => inst.check(core._minSize(...args));
    inst.nonempty = (params) => inst.check(core._minSize(1, params));
    inst.max = (...args) => inst.check(core._maxSize(...args));
    inst.size = (...args) => inst.check(core._size(...args));
})));
function set(valueType, params) {
    return new ZodSet({
        type: "set",
        valueType: valueType,
        ...util.normalizeParams(params),
    });
}
const ZodEnum = /*@__PURE__*/ core_core/* $constructor */.xI("ZodEnum", (inst, def) => {
    schemas/* $ZodEnum */.VO.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => enumProcessor(inst, ctx, json, params);
    inst.enum = def.entries;
    // reuse the parsed value set so a numeric TS enum's reverse-mapping keys stay out
    inst.options = [...inst._zod.values];
    const keys = new Set(Object.keys(def.entries));
    inst.extract = (values, params) => {
        const newEntries = {};
        for (const value of values) {
            if (keys.has(value)) {
                newEntries[value] = def.entries[value];
            }
            else
                throw new Error(`Key ${value} not found in enum`);
        }
        return new ZodEnum({
            ...def,
            checks: [],
            ...core_util/* normalizeParams */.A2(params),
            entries: newEntries,
        });
    };
    inst.exclude = (values, params) => {
        const newEntries = { ...def.entries };
        for (const value of values) {
            if (keys.has(value)) {
                delete newEntries[value];
            }
            else
                throw new Error(`Key ${value} not found in enum`);
        }
        return new ZodEnum({
            ...def,
            checks: [],
            ...core_util/* normalizeParams */.A2(params),
            entries: newEntries,
        });
    };
});
function _enum(values, params) {
    const entries = Array.isArray(values) ? Object.fromEntries(values.map((v) => [v, v])) : values;
    return new ZodEnum({
        type: "enum",
        entries,
        ...core_util/* normalizeParams */.A2(params),
    });
}

/** @deprecated This API has been merged into `z.enum()`. Use `z.enum()` instead.
 *
 * ```ts
 * enum Colors { red, green, blue }
 * z.enum(Colors);
 * ```
 */
function nativeEnum(entries, params) {
    return new ZodEnum({
        type: "enum",
        entries,
        ...util.normalizeParams(params),
    });
}
const ZodLiteral = /*@__PURE__*/ core_core/* $constructor */.xI("ZodLiteral", (inst, def) => {
    schemas/* $ZodLiteral */.nu.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => literalProcessor(inst, ctx, json, params);
    inst.values = new Set(def.values);
    Object.defineProperty(inst, "value", {
        get() {
            if (def.values.length > 1) {
                throw new Error("This schema contains multiple valid literal values. Use `.values` instead.");
            }
            return def.values[0];
        },
    });
});
function literal(value, params) {
    return new ZodLiteral({
        type: "literal",
        values: Array.isArray(value) ? value : [value],
        ...core_util/* normalizeParams */.A2(params),
    });
}
const ZodFile = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodFile", (inst, def) => {
    core.$ZodFile.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.fileProcessor(inst, ctx, json, params);
    inst.min = (size, params) => inst.check(core._minSize(size, params));
    inst.max = (size, params) => inst.check(core._maxSize(size, params));
    inst.mime = (types, params) => inst.check(core._mime(Array.isArray(types) ? types : [types], params));
})));
function file(params) {
    return core._file(ZodFile, params);
}
const ZodTransform = /*@__PURE__*/ core_core/* $constructor */.xI("ZodTransform", (inst, def) => {
    _ensureDefaultMemoizer();
    schemas/* $ZodTransform */.Wc.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => transformProcessor(inst, ctx, json, params);
    inst._zod.parse = (payload, _ctx) => {
        if (_ctx.direction === "backward") {
            throw new core_core/* $ZodEncodeError */.cV(inst.constructor.name);
        }
        payload.addIssue = (issue) => {
            if (typeof issue === "string") {
                payload.issues.push(core_util/* issue */.sn(issue, payload.value, def));
            }
            else {
                // for Zod 3 backwards compatibility
                const _issue = issue;
                if (_issue.fatal)
                    _issue.continue = false;
                _issue.code ?? (_issue.code = "custom");
                if (!("input" in _issue))
                    _issue.input = payload.value;
                _issue.inst ?? (_issue.inst = inst);
                // _issue.continue ??= true;
                payload.issues.push(core_util/* issue */.sn(_issue));
            }
        };
        const output = def.transform(payload.value, payload);
        if (output instanceof Promise) {
            return output.then((output) => {
                payload.value = output;
                return payload;
            });
        }
        payload.value = output;
        return payload;
    };
});
function transform(fn) {
    return new ZodTransform({
        type: "transform",
        transform: fn,
    });
}
const ZodOptional = /*@__PURE__*/ core_core/* $constructor */.xI("ZodOptional", (inst, def) => {
    schemas/* $ZodOptional */.ig.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => optionalProcessor(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.innerType;
});
function optional(innerType) {
    return new ZodOptional({
        type: "optional",
        innerType: innerType,
    });
}
const ZodExactOptional = /*@__PURE__*/ core_core/* $constructor */.xI("ZodExactOptional", (inst, def) => {
    schemas/* $ZodExactOptional */.RL.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => optionalProcessor(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.innerType;
});
function exactOptional(innerType) {
    return new ZodExactOptional({
        type: "optional",
        innerType: innerType,
    });
}
const ZodNullable = /*@__PURE__*/ core_core/* $constructor */.xI("ZodNullable", (inst, def) => {
    schemas/* $ZodNullable */.qc.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => nullableProcessor(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.innerType;
});
function nullable(innerType) {
    return new ZodNullable({
        type: "nullable",
        innerType: innerType,
    });
}
// nullish
function nullish(innerType) {
    return optional(nullable(innerType));
}
const ZodDefault = /*@__PURE__*/ core_core/* $constructor */.xI("ZodDefault", (inst, def) => {
    schemas/* $ZodDefault */.rv.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => defaultProcessor(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.innerType;
    inst.removeDefault = inst.unwrap;
});
function _default(innerType, defaultValue) {
    return new ZodDefault({
        type: "default",
        innerType: innerType,
        get defaultValue() {
            return typeof defaultValue === "function" ? defaultValue() : core_util/* shallowClone */.yG(defaultValue);
        },
    });
}
const ZodPrefault = /*@__PURE__*/ core_core/* $constructor */.xI("ZodPrefault", (inst, def) => {
    schemas/* $ZodPrefault */.VF.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => prefaultProcessor(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.innerType;
});
function prefault(innerType, defaultValue) {
    return new ZodPrefault({
        type: "prefault",
        innerType: innerType,
        get defaultValue() {
            return typeof defaultValue === "function" ? defaultValue() : core_util/* shallowClone */.yG(defaultValue);
        },
    });
}
const ZodNonOptional = /*@__PURE__*/ core_core/* $constructor */.xI("ZodNonOptional", (inst, def) => {
    schemas/* $ZodNonOptional */.N$.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => nonoptionalProcessor(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.innerType;
});
function nonoptional(innerType, params) {
    return new ZodNonOptional({
        type: "nonoptional",
        innerType: innerType,
        ...core_util/* normalizeParams */.A2(params),
    });
}
const ZodSuccess = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodSuccess", (inst, def) => {
    core.$ZodSuccess.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.successProcessor(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.innerType;
})));
function success(innerType) {
    return new ZodSuccess({
        type: "success",
        innerType: innerType,
    });
}
const ZodCatch = /*@__PURE__*/ core_core/* $constructor */.xI("ZodCatch", (inst, def) => {
    schemas/* $ZodCatch */.t$.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => catchProcessor(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.innerType;
    inst.removeCatch = inst.unwrap;
});
function _catch(innerType, catchValue) {
    return new ZodCatch({
        type: "catch",
        innerType: innerType,
        catchValue: (typeof catchValue === "function" ? catchValue : core_util/* constantCatch */.SS(catchValue)),
    });
}

const ZodNaN = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodNaN", (inst, def) => {
    core.$ZodNaN.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.nanProcessor(inst, ctx, json, params);
})));
function nan(params) {
    return core._nan(ZodNaN, params);
}
const ZodPipe = /*@__PURE__*/ core_core/* $constructor */.xI("ZodPipe", (inst, def) => {
    schemas/* $ZodPipe */._m.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => pipeProcessor(inst, ctx, json, params);
    inst.in = def.in;
    inst.out = def.out;
});
function pipe(in_, out) {
    return new ZodPipe({
        type: "pipe",
        in: in_,
        out: out,
        // ...util.normalizeParams(params),
    });
}
const ZodCodec = /*@__PURE__*/ core_core/* $constructor */.xI("ZodCodec", (inst, def) => {
    ZodPipe.init(inst, def);
    schemas/* $ZodCodec */.YY.init(inst, def);
});
function codec(in_, out, params) {
    return new ZodCodec({
        type: "pipe",
        in: in_,
        out: out,
        transform: params.decode,
        reverseTransform: params.encode,
    });
}
function invertCodec(codec) {
    const def = codec._zod.def;
    return new ZodCodec({
        type: "pipe",
        in: def.out,
        out: def.in,
        transform: def.reverseTransform,
        reverseTransform: def.transform,
    });
}
const ZodPreprocess = /*@__PURE__*/ core_core/* $constructor */.xI("ZodPreprocess", (inst, def) => {
    ZodPipe.init(inst, def);
    schemas/* $ZodPreprocess */.KX.init(inst, def);
});
const ZodReadonly = /*@__PURE__*/ core_core/* $constructor */.xI("ZodReadonly", (inst, def) => {
    schemas/* $ZodReadonly */.Sb.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => readonlyProcessor(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.innerType;
});
function readonly(innerType) {
    return new ZodReadonly({
        type: "readonly",
        innerType: innerType,
    });
}
const ZodTemplateLiteral = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodTemplateLiteral", (inst, def) => {
    core.$ZodTemplateLiteral.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.templateLiteralProcessor(inst, ctx, json, params);
})));
function templateLiteral(parts, params) {
    return new ZodTemplateLiteral({
        type: "template_literal",
        parts,
        ...util.normalizeParams(params),
    });
}
const ZodLazy = /*@__PURE__*/ core_core/* $constructor */.xI("ZodLazy", (inst, def) => {
    schemas/* $ZodLazy */.kU.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => lazyProcessor(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.getter();
});
function lazy(getter) {
    return new ZodLazy({
        type: "lazy",
        getter: getter,
    });
}
const ZodPromise = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodPromise", (inst, def) => {
    core.$ZodPromise.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.promiseProcessor(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.innerType;
})));
function promise(innerType) {
    return new ZodPromise({
        type: "promise",
        innerType: innerType,
    });
}
const ZodFunction = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodFunction", (inst, def) => {
    core.$ZodFunction.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.functionProcessor(inst, ctx, json, params);
})));
function _function(params) {
    return new ZodFunction({
        type: "function",
        input: Array.isArray(params?.input) ? tuple(params?.input) : (params?.input ?? array(unknown())),
        output: params?.output ?? unknown(),
    });
}

const ZodCustom = /*@__PURE__*/ core_core/* $constructor */.xI("ZodCustom", (inst, def) => {
    schemas/* $ZodCustom */.b0.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => customProcessor(inst, ctx, json, params);
});
// custom checks
function check(fn) {
    const ch = new core.$ZodCheck({
        check: "custom",
        // ...util.normalizeParams(params),
    });
    ch._zod.check = fn;
    return ch;
}
function custom(fn, _params) {
    return core._custom(ZodCustom, fn ?? (() => true), _params);
}
function refine(fn, _params = {}) {
    return api/* _refine */.fU(ZodCustom, fn, _params);
}
// superRefine
function superRefine(fn, params) {
    return api/* _superRefine */.MB(fn, params);
}
// Re-export describe and meta from core
const describe = api/* describe */.q0;
const meta = api/* meta */.mI;
const ZodInstanceOf = /*@__PURE__*/ core_core/* $constructor */.xI("ZodInstanceOf", (inst, def) => {
    ZodCustom.init(inst, def);
}, {
    properties(shape, params) {
        // asserts in place, so the narrowed output type is truthful without a wrapper
        return this.check(api/* _properties */.T2(shape, params));
    },
});
function _instanceof(cls, params = {}) {
    const inst = new ZodInstanceOf({
        type: "custom",
        check: "custom",
        fn: (data) => data instanceof cls,
        abort: true,
        ...util.normalizeParams(params),
    });
    inst._zod.bag.Class = cls;
    // Override check to emit invalid_type instead of custom
    inst._zod.check = (payload) => {
        if (!(payload.value instanceof cls)) {
            payload.issues.push({
                code: "invalid_type",
                expected: cls.name,
                input: payload.value,
                inst,
                path: [...(inst._zod.def.path ?? [])],
            });
        }
    };
    return inst;
}

// stringbool
const stringbool = (...args) => api/* _stringbool */.fI({
    Codec: ZodCodec,
    Boolean: ZodBoolean,
    String: ZodString,
}, ...args);
function json(params) {
    const jsonSchema = lazy(() => {
        return union([string(params), number(), schemas_boolean(), _null(), array(jsonSchema), record(string(), jsonSchema)]);
    });
    return jsonSchema;
}
// preprocess
function preprocess(fn, schema) {
    return new ZodPreprocess({
        type: "pipe",
        in: transform(fn),
        out: schema,
    });
}


/***/ }),

/***/ 3759:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $O: () => (/* binding */ _ipv6),
/* harmony export */   $S: () => (/* binding */ _startsWith),
/* harmony export */   Au: () => (/* binding */ _lt),
/* harmony export */   Be: () => (/* binding */ _uuid),
/* harmony export */   Bj: () => (/* binding */ _cuid2),
/* harmony export */   Ct: () => (/* binding */ _ulid),
/* harmony export */   Dl: () => (/* binding */ _nanoid),
/* harmony export */   ER: () => (/* binding */ _endsWith),
/* harmony export */   Eb: () => (/* binding */ _maxLength),
/* harmony export */   F7: () => (/* binding */ _number),
/* harmony export */   Fk: () => (/* binding */ _regex),
/* harmony export */   Fn: () => (/* binding */ _url),
/* harmony export */   G1: () => (/* binding */ _isoDateTime),
/* harmony export */   G8: () => (/* binding */ _never),
/* harmony export */   Hi: () => (/* binding */ _multipleOf),
/* harmony export */   Il: () => (/* binding */ _toLowerCase),
/* harmony export */   KB: () => (/* binding */ _e164),
/* harmony export */   Kn: () => (/* binding */ _isoTime),
/* harmony export */   LK: () => (/* binding */ _int),
/* harmony export */   MB: () => (/* binding */ _superRefine),
/* harmony export */   Mu: () => (/* binding */ _email),
/* harmony export */   Ny: () => (/* binding */ _ipv4),
/* harmony export */   Pw: () => (/* binding */ _xid),
/* harmony export */   Rl: () => (/* binding */ _string),
/* harmony export */   T2: () => (/* binding */ _properties),
/* harmony export */   TL: () => (/* binding */ _slugify),
/* harmony export */   Tx: () => (/* binding */ _gt),
/* harmony export */   Uy: () => (/* binding */ _cidrv4),
/* harmony export */   WN: () => (/* binding */ _trim),
/* harmony export */   YA: () => (/* binding */ _length),
/* harmony export */   Zm: () => (/* binding */ _lte),
/* harmony export */   _L: () => (/* binding */ _boolean),
/* harmony export */   _z: () => (/* binding */ _ksuid),
/* harmony export */   aC: () => (/* binding */ _emoji),
/* harmony export */   bS: () => (/* binding */ _overwrite),
/* harmony export */   cU: () => (/* binding */ _base64url),
/* harmony export */   dR: () => (/* binding */ _includes),
/* harmony export */   dZ: () => (/* binding */ _array),
/* harmony export */   db: () => (/* binding */ _isoDate),
/* harmony export */   em: () => (/* binding */ _unknown),
/* harmony export */   f2: () => (/* binding */ _isoDuration),
/* harmony export */   fI: () => (/* binding */ _stringbool),
/* harmony export */   fU: () => (/* binding */ _refine),
/* harmony export */   fs: () => (/* binding */ _cuid),
/* harmony export */   gP: () => (/* binding */ _cidrv6),
/* harmony export */   hH: () => (/* binding */ _lowercase),
/* harmony export */   jw: () => (/* binding */ _null),
/* harmony export */   lo: () => (/* binding */ _normalize),
/* harmony export */   m9: () => (/* binding */ _minLength),
/* harmony export */   mI: () => (/* binding */ meta),
/* harmony export */   nA: () => (/* binding */ _uuidv4),
/* harmony export */   pY: () => (/* binding */ _uuidv6),
/* harmony export */   q0: () => (/* binding */ describe),
/* harmony export */   qF: () => (/* binding */ _uppercase),
/* harmony export */   qm: () => (/* binding */ _gte),
/* harmony export */   rk: () => (/* binding */ _jwt),
/* harmony export */   rt: () => (/* binding */ _base64),
/* harmony export */   tB: () => (/* binding */ _guid),
/* harmony export */   wA: () => (/* binding */ _uuidv7),
/* harmony export */   xY: () => (/* binding */ _toUpperCase)
/* harmony export */ });
/* unused harmony exports _coercedString, _mac, _creditCard, _iban, TimePrecision, _coercedNumber, _float32, _float64, _int32, _uint32, _coercedBoolean, _bigint, _coercedBigint, _int64, _uint64, _symbol, _undefined, _any, _void, _date, _coercedDate, _nan, _max, _min, _positive, _negative, _nonpositive, _nonnegative, _maxSize, _minSize, _size, _property, _mime, _union, _xor, _discriminatedUnion, _intersection, _tuple, _record, _map, _set, _enum, _nativeEnum, _literal, _file, _transform, _optional, _nullable, _default, _nonoptional, _success, _catch, _pipe, _readonly, _templateLiteral, _lazy, _promise, _custom, _check, _stringFormat */
/* harmony import */ var _checks_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4890);
/* harmony import */ var _registries_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9396);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6985);
/* harmony import */ var _util_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4723);




function snapshotChecks(def) {
    if (def.checks)
        def.checks = [...def.checks];
    return def;
}
// @__NO_SIDE_EFFECTS__
function _string(Class, params) {
    return new Class(snapshotChecks({ type: "string", ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params) }));
}
// @__NO_SIDE_EFFECTS__
function _coercedString(Class, params) {
    return new Class(snapshotChecks({ type: "string", coerce: true, ...util.normalizeParams(params) }));
}
// @__NO_SIDE_EFFECTS__
function _email(Class, params) {
    return new Class({
        type: "string",
        format: "email",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _guid(Class, params) {
    return new Class({
        type: "string",
        format: "guid",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _uuid(Class, params) {
    return new Class({
        type: "string",
        format: "uuid",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _uuidv4(Class, params) {
    return new Class({
        type: "string",
        format: "uuid",
        check: "string_format",
        abort: false,
        version: "v4",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _uuidv6(Class, params) {
    return new Class({
        type: "string",
        format: "uuid",
        check: "string_format",
        abort: false,
        version: "v6",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _uuidv7(Class, params) {
    return new Class({
        type: "string",
        format: "uuid",
        check: "string_format",
        abort: false,
        version: "v7",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _url(Class, params) {
    return new Class({
        type: "string",
        format: "url",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _emoji(Class, params) {
    return new Class({
        type: "string",
        format: "emoji",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _nanoid(Class, params) {
    return new Class({
        type: "string",
        format: "nanoid",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
/**
 * @deprecated CUID v1 is deprecated by its authors due to information leakage
 * (timestamps embedded in the id). Use {@link _cuid2} instead.
 * See https://github.com/paralleldrive/cuid.
 */
// @__NO_SIDE_EFFECTS__
function _cuid(Class, params) {
    return new Class({
        type: "string",
        format: "cuid",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _cuid2(Class, params) {
    return new Class({
        type: "string",
        format: "cuid2",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _ulid(Class, params) {
    return new Class({
        type: "string",
        format: "ulid",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _xid(Class, params) {
    return new Class({
        type: "string",
        format: "xid",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _ksuid(Class, params) {
    return new Class({
        type: "string",
        format: "ksuid",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _ipv4(Class, params) {
    return new Class({
        type: "string",
        format: "ipv4",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _ipv6(Class, params) {
    return new Class({
        type: "string",
        format: "ipv6",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _mac(Class, params) {
    return new Class({
        type: "string",
        format: "mac",
        check: "string_format",
        abort: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _cidrv4(Class, params) {
    return new Class({
        type: "string",
        format: "cidrv4",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _cidrv6(Class, params) {
    return new Class({
        type: "string",
        format: "cidrv6",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _base64(Class, params) {
    return new Class({
        type: "string",
        format: "base64",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _base64url(Class, params) {
    return new Class({
        type: "string",
        format: "base64url",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _e164(Class, params) {
    return new Class({
        type: "string",
        format: "e164",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _creditCard(Class, params) {
    return new Class({
        type: "string",
        format: "credit_card",
        check: "string_format",
        abort: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _iban(Class, params) {
    return new Class({
        type: "string",
        format: "iban",
        check: "string_format",
        abort: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _jwt(Class, params) {
    return new Class({
        type: "string",
        format: "jwt",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
const TimePrecision = {
    Any: null,
    Minute: -1,
    Second: 0,
    Millisecond: 3,
    Microsecond: 6,
};
// @__NO_SIDE_EFFECTS__
function _isoDateTime(Class, params) {
    return new Class({
        type: "string",
        format: "datetime",
        check: "string_format",
        offset: false,
        local: false,
        precision: null,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _isoDate(Class, params) {
    return new Class({
        type: "string",
        format: "date",
        check: "string_format",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _isoTime(Class, params) {
    return new Class({
        type: "string",
        format: "time",
        check: "string_format",
        precision: null,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _isoDuration(Class, params) {
    return new Class({
        type: "string",
        format: "duration",
        check: "string_format",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _number(Class, params) {
    return new Class(snapshotChecks({ type: "number", checks: [], ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params) }));
}
// @__NO_SIDE_EFFECTS__
function _coercedNumber(Class, params) {
    return new Class(snapshotChecks({ type: "number", coerce: true, checks: [], ...util.normalizeParams(params) }));
}
// @__NO_SIDE_EFFECTS__
function _int(Class, params) {
    return new Class({
        type: "number",
        check: "number_format",
        abort: false,
        format: "safeint",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _float32(Class, params) {
    return new Class({
        type: "number",
        check: "number_format",
        abort: false,
        format: "float32",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _float64(Class, params) {
    return new Class({
        type: "number",
        check: "number_format",
        abort: false,
        format: "float64",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _int32(Class, params) {
    return new Class({
        type: "number",
        check: "number_format",
        abort: false,
        format: "int32",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _uint32(Class, params) {
    return new Class({
        type: "number",
        check: "number_format",
        abort: false,
        format: "uint32",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _boolean(Class, params) {
    return new Class({
        type: "boolean",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _coercedBoolean(Class, params) {
    return new Class({
        type: "boolean",
        coerce: true,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _bigint(Class, params) {
    return new Class({
        type: "bigint",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _coercedBigint(Class, params) {
    return new Class({
        type: "bigint",
        coerce: true,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _int64(Class, params) {
    return new Class({
        type: "bigint",
        check: "bigint_format",
        abort: false,
        format: "int64",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _uint64(Class, params) {
    return new Class({
        type: "bigint",
        check: "bigint_format",
        abort: false,
        format: "uint64",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _symbol(Class, params) {
    return new Class({
        type: "symbol",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _undefined(Class, params) {
    return new Class({
        type: "undefined",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _null(Class, params) {
    return new Class({
        type: "null",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _any(Class) {
    return new Class({
        type: "any",
    });
}
// @__NO_SIDE_EFFECTS__
function _unknown(Class) {
    return new Class({
        type: "unknown",
    });
}
// @__NO_SIDE_EFFECTS__
function _never(Class, params) {
    return new Class({
        type: "never",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _void(Class, params) {
    return new Class({
        type: "void",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _date(Class, params) {
    return new Class({
        type: "date",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _coercedDate(Class, params) {
    return new Class({
        type: "date",
        coerce: true,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _nan(Class, params) {
    return new Class({
        type: "nan",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _lt(value, params) {
    return new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckLessThan */ .sm({
        check: "less_than",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
        value,
        inclusive: false,
    });
}
// @__NO_SIDE_EFFECTS__
function _lte(value, params) {
    return new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckLessThan */ .sm({
        check: "less_than",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
        value,
        inclusive: true,
    });
}

// @__NO_SIDE_EFFECTS__
function _gt(value, params) {
    return new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckGreaterThan */ .J_({
        check: "greater_than",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
        value,
        inclusive: false,
    });
}
// @__NO_SIDE_EFFECTS__
function _gte(value, params) {
    return new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckGreaterThan */ .J_({
        check: "greater_than",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
        value,
        inclusive: true,
    });
}

// @__NO_SIDE_EFFECTS__
function _positive(params) {
    return _gt(0, params);
}
// negative
// @__NO_SIDE_EFFECTS__
function _negative(params) {
    return _lt(0, params);
}
// nonpositive
// @__NO_SIDE_EFFECTS__
function _nonpositive(params) {
    return _lte(0, params);
}
// nonnegative
// @__NO_SIDE_EFFECTS__
function _nonnegative(params) {
    return _gte(0, params);
}
// @__NO_SIDE_EFFECTS__
function _multipleOf(value, params) {
    return new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckMultipleOf */ .Jk({
        check: "multiple_of",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
        value,
    });
}
// @__NO_SIDE_EFFECTS__
function _maxSize(maximum, params) {
    return new checks.$ZodCheckMaxSize({
        check: "max_size",
        ...util.normalizeParams(params),
        maximum,
    });
}
// @__NO_SIDE_EFFECTS__
function _minSize(minimum, params) {
    return new checks.$ZodCheckMinSize({
        check: "min_size",
        ...util.normalizeParams(params),
        minimum,
    });
}
// @__NO_SIDE_EFFECTS__
function _size(size, params) {
    return new checks.$ZodCheckSizeEquals({
        check: "size_equals",
        ...util.normalizeParams(params),
        size,
    });
}
// @__NO_SIDE_EFFECTS__
function _maxLength(maximum, params) {
    const ch = new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckMaxLength */ .Yk({
        check: "max_length",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
        maximum,
    });
    return ch;
}
// @__NO_SIDE_EFFECTS__
function _minLength(minimum, params) {
    return new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckMinLength */ .Kk({
        check: "min_length",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
        minimum,
    });
}
// @__NO_SIDE_EFFECTS__
function _length(length, params) {
    return new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckLengthEquals */ .RM({
        check: "length_equals",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
        length,
    });
}
// @__NO_SIDE_EFFECTS__
function _regex(pattern, params) {
    return new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckRegex */ .DG({
        check: "string_format",
        format: "regex",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
        pattern,
    });
}
// @__NO_SIDE_EFFECTS__
function _lowercase(params) {
    return new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckLowerCase */ .NI({
        check: "string_format",
        format: "lowercase",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _uppercase(params) {
    return new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckUpperCase */ .kH({
        check: "string_format",
        format: "uppercase",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _includes(includes, params) {
    return new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckIncludes */ .Tt({
        check: "string_format",
        format: "includes",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
        includes,
    });
}
// @__NO_SIDE_EFFECTS__
function _startsWith(prefix, params) {
    return new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckStartsWith */ .J({
        check: "string_format",
        format: "starts_with",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
        prefix,
    });
}
// @__NO_SIDE_EFFECTS__
function _endsWith(suffix, params) {
    return new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckEndsWith */ .E6({
        check: "string_format",
        format: "ends_with",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
        suffix,
    });
}
// @__NO_SIDE_EFFECTS__
function _property(property, schema, params) {
    return new checks.$ZodCheckProperty({
        check: "property",
        property,
        schema,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _properties(shape, params) {
    return new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckProperties */ .nJ({
        check: "properties",
        shape,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _mime(types, params) {
    return new checks.$ZodCheckMimeType({
        check: "mime_type",
        mime: types,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _overwrite(tx) {
    return new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckOverwrite */ .v$({
        check: "overwrite",
        tx,
    });
}
// normalize
// @__NO_SIDE_EFFECTS__
function _normalize(form) {
    return _overwrite((input) => input.normalize(form));
}
// trim
// @__NO_SIDE_EFFECTS__
function _trim() {
    return _overwrite((input) => input.trim());
}
// toLowerCase
// @__NO_SIDE_EFFECTS__
function _toLowerCase() {
    return _overwrite((input) => input.toLowerCase());
}
// toUpperCase
// @__NO_SIDE_EFFECTS__
function _toUpperCase() {
    return _overwrite((input) => input.toUpperCase());
}
// slugify
// @__NO_SIDE_EFFECTS__
function _slugify() {
    return _overwrite((input) => _util_js__WEBPACK_IMPORTED_MODULE_0__/* .slugify */ .Yv(input));
}
// @__NO_SIDE_EFFECTS__
function _array(Class, element, params) {
    return new Class({
        type: "array",
        element,
        // get element() {
        //   return element;
        // },
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _union(Class, options, params) {
    return new Class({
        type: "union",
        options,
        ...util.normalizeParams(params),
    });
}
function _xor(Class, options, params) {
    return new Class({
        type: "union",
        options,
        inclusive: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _discriminatedUnion(Class, discriminator, options, params) {
    return new Class({
        type: "union",
        options: options,
        discriminator,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _intersection(Class, left, right) {
    return new Class({
        type: "intersection",
        left,
        right,
    });
}
// export function _tuple(
//   Class: util.SchemaClass<schemas.$ZodTuple>,
//   items: [],
//   params?: string | $ZodTupleParams
// ): schemas.$ZodTuple<[], null>;
// @__NO_SIDE_EFFECTS__
function _tuple(Class, items, _paramsOrRest, _params) {
    const hasRest = _paramsOrRest instanceof schemas.$ZodType;
    const params = hasRest ? _params : _paramsOrRest;
    const rest = hasRest ? _paramsOrRest : null;
    return new Class({
        type: "tuple",
        items,
        rest,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _record(Class, keyType, valueType, params) {
    return new Class({
        type: "record",
        keyType,
        valueType,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _map(Class, keyType, valueType, params) {
    return new Class({
        type: "map",
        keyType,
        valueType,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _set(Class, valueType, params) {
    return new Class({
        type: "set",
        valueType,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _enum(Class, values, params) {
    const entries = Array.isArray(values) ? Object.fromEntries(values.map((v) => [v, v])) : values;
    // if (Array.isArray(values)) {
    //   for (const value of values) {
    //     entries[value] = value;
    //   }
    // } else {
    //   Object.assign(entries, values);
    // }
    // const entries: util.EnumLike = {};
    // for (const val of values) {
    //   entries[val] = val;
    // }
    return new Class({
        type: "enum",
        entries,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
/** @deprecated This API has been merged into `z.enum()`. Use `z.enum()` instead.
 *
 * ```ts
 * enum Colors { red, green, blue }
 * z.enum(Colors);
 * ```
 */
function _nativeEnum(Class, entries, params) {
    return new Class({
        type: "enum",
        entries,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _literal(Class, value, params) {
    return new Class({
        type: "literal",
        values: Array.isArray(value) ? value : [value],
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _file(Class, params) {
    return new Class({
        type: "file",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _transform(Class, fn) {
    return new Class({
        type: "transform",
        transform: fn,
    });
}
// @__NO_SIDE_EFFECTS__
function _optional(Class, innerType) {
    return new Class({
        type: "optional",
        innerType,
    });
}
// @__NO_SIDE_EFFECTS__
function _nullable(Class, innerType) {
    return new Class({
        type: "nullable",
        innerType,
    });
}
// @__NO_SIDE_EFFECTS__
function _default(Class, innerType, defaultValue) {
    return new Class({
        type: "default",
        innerType,
        get defaultValue() {
            return typeof defaultValue === "function" ? defaultValue() : util.shallowClone(defaultValue);
        },
    });
}
// @__NO_SIDE_EFFECTS__
function _nonoptional(Class, innerType, params) {
    return new Class({
        type: "nonoptional",
        innerType,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _success(Class, innerType) {
    return new Class({
        type: "success",
        innerType,
    });
}
// @__NO_SIDE_EFFECTS__
function _catch(Class, innerType, catchValue) {
    return new Class({
        type: "catch",
        innerType,
        catchValue: (typeof catchValue === "function" ? catchValue : util.constantCatch(catchValue)),
    });
}
// @__NO_SIDE_EFFECTS__
function _pipe(Class, in_, out) {
    return new Class({
        type: "pipe",
        in: in_,
        out,
    });
}
// @__NO_SIDE_EFFECTS__
function _readonly(Class, innerType) {
    return new Class({
        type: "readonly",
        innerType,
    });
}
// @__NO_SIDE_EFFECTS__
function _templateLiteral(Class, parts, params) {
    return new Class({
        type: "template_literal",
        parts,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _lazy(Class, getter) {
    return new Class({
        type: "lazy",
        getter,
    });
}
// @__NO_SIDE_EFFECTS__
function _promise(Class, innerType) {
    return new Class({
        type: "promise",
        innerType,
    });
}
// @__NO_SIDE_EFFECTS__
function _custom(Class, fn, _params) {
    const norm = util.normalizeParams(_params);
    norm.abort ?? (norm.abort = true); // default to abort:false
    const schema = new Class({
        type: "custom",
        check: "custom",
        fn: fn,
        ...norm,
    });
    return schema;
}
// same as _custom but defaults to abort:false
// @__NO_SIDE_EFFECTS__
function _refine(Class, fn, _params) {
    const schema = new Class({
        type: "custom",
        check: "custom",
        fn: fn,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(_params),
    });
    return schema;
}
// @__NO_SIDE_EFFECTS__
function _superRefine(fn, params) {
    const ch = _check((payload) => {
        payload.addIssue = (issue) => {
            if (typeof issue === "string") {
                payload.issues.push(_util_js__WEBPACK_IMPORTED_MODULE_0__/* .issue */ .sn(issue, payload.value, ch._zod.def));
            }
            else {
                // for Zod 3 backwards compatibility
                const _issue = issue;
                if (_issue.fatal)
                    _issue.continue = false;
                _issue.code ?? (_issue.code = "custom");
                if (!("input" in _issue))
                    _issue.input = payload.value;
                _issue.inst ?? (_issue.inst = ch);
                _issue.continue ?? (_issue.continue = !ch._zod.def.abort); // abort is always undefined, so this is always true...
                payload.issues.push(_util_js__WEBPACK_IMPORTED_MODULE_0__/* .issue */ .sn(_issue));
            }
        };
        return fn(payload.value, payload);
    }, params);
    return ch;
}
// @__NO_SIDE_EFFECTS__
function _check(fn, params) {
    const ch = new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheck */ .QP({
        check: "custom",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
    ch._zod.check = fn;
    return ch;
}
// @__NO_SIDE_EFFECTS__
function describe(description) {
    const ch = new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheck */ .QP({ check: "describe" });
    ch._zod.onattach = [
        (inst) => {
            const existing = _registries_js__WEBPACK_IMPORTED_MODULE_2__/* .globalRegistry */ .fd.get(inst) ?? {};
            _registries_js__WEBPACK_IMPORTED_MODULE_2__/* .globalRegistry */ .fd.add(inst, { ...existing, description });
        },
    ];
    ch._zod.check = () => { }; // no-op check
    return ch;
}
// @__NO_SIDE_EFFECTS__
function meta(metadata) {
    const ch = new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheck */ .QP({ check: "meta" });
    ch._zod.onattach = [
        (inst) => {
            const existing = _registries_js__WEBPACK_IMPORTED_MODULE_2__/* .globalRegistry */ .fd.get(inst) ?? {};
            _registries_js__WEBPACK_IMPORTED_MODULE_2__/* .globalRegistry */ .fd.add(inst, { ...existing, ...metadata });
        },
    ];
    ch._zod.check = () => { }; // no-op check
    return ch;
}
// @__NO_SIDE_EFFECTS__
function _stringbool(Classes, _params) {
    const params = _util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(_params);
    let truthyArray = params.truthy ?? ["true", "1", "yes", "on", "y", "enabled"];
    let falsyArray = params.falsy ?? ["false", "0", "no", "off", "n", "disabled"];
    if (params.case !== "sensitive") {
        truthyArray = truthyArray.map((v) => (typeof v === "string" ? v.toLowerCase() : v));
        falsyArray = falsyArray.map((v) => (typeof v === "string" ? v.toLowerCase() : v));
    }
    const truthySet = new Set(truthyArray);
    const falsySet = new Set(falsyArray);
    const _Codec = Classes.Codec ?? _schemas_js__WEBPACK_IMPORTED_MODULE_3__/* .$ZodCodec */ .YY;
    const _Boolean = Classes.Boolean ?? _schemas_js__WEBPACK_IMPORTED_MODULE_3__/* .$ZodBoolean */ .sF;
    const _String = Classes.String ?? _schemas_js__WEBPACK_IMPORTED_MODULE_3__/* .$ZodString */ .$v;
    const stringSchema = new _String({ type: "string", error: params.error });
    const booleanSchema = new _Boolean({ type: "boolean", error: params.error });
    const codec = new _Codec({
        type: "pipe",
        in: stringSchema,
        out: booleanSchema,
        transform: ((input, payload) => {
            let data = input;
            if (params.case !== "sensitive")
                data = data.toLowerCase();
            if (truthySet.has(data)) {
                return true;
            }
            else if (falsySet.has(data)) {
                return false;
            }
            else {
                payload.issues.push({
                    code: "invalid_value",
                    expected: "stringbool",
                    values: [...truthySet, ...falsySet],
                    input: payload.value,
                    inst: codec,
                    continue: false,
                });
                return {};
            }
        }),
        reverseTransform: ((input, _payload) => {
            if (input === true) {
                return truthyArray[0] || "true";
            }
            else {
                return falsyArray[0] || "false";
            }
        }),
        error: params.error,
    });
    codec._zod.bag.truthy = truthyArray;
    codec._zod.bag.falsy = falsyArray;
    codec._zod.bag.case = params.case ?? "insensitive";
    return codec;
}
// @__NO_SIDE_EFFECTS__
function _stringFormat(Class, format, fnOrRegex, _params = {}) {
    const params = util.normalizeParams(_params);
    const def = {
        check: "string_format",
        type: "string",
        format,
        fn: typeof fnOrRegex === "function" ? fnOrRegex : (val) => fnOrRegex.test(val),
        ...params,
    };
    if (fnOrRegex instanceof RegExp) {
        def.pattern = fnOrRegex;
    }
    const inst = new Class(def);
    return inst;
}


/***/ }),

/***/ 4890:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DG: () => (/* binding */ $ZodCheckRegex),
/* harmony export */   E6: () => (/* binding */ $ZodCheckEndsWith),
/* harmony export */   J: () => (/* binding */ $ZodCheckStartsWith),
/* harmony export */   J_: () => (/* binding */ $ZodCheckGreaterThan),
/* harmony export */   Jk: () => (/* binding */ $ZodCheckMultipleOf),
/* harmony export */   KH: () => (/* binding */ $ZodCheckNumberFormat),
/* harmony export */   Kk: () => (/* binding */ $ZodCheckMinLength),
/* harmony export */   NI: () => (/* binding */ $ZodCheckLowerCase),
/* harmony export */   QP: () => (/* binding */ $ZodCheck),
/* harmony export */   RM: () => (/* binding */ $ZodCheckLengthEquals),
/* harmony export */   Tt: () => (/* binding */ $ZodCheckIncludes),
/* harmony export */   Yk: () => (/* binding */ $ZodCheckMaxLength),
/* harmony export */   kH: () => (/* binding */ $ZodCheckUpperCase),
/* harmony export */   nJ: () => (/* binding */ $ZodCheckProperties),
/* harmony export */   ql: () => (/* binding */ $ZodCheckStringFormat),
/* harmony export */   sm: () => (/* binding */ $ZodCheckLessThan),
/* harmony export */   v$: () => (/* binding */ $ZodCheckOverwrite)
/* harmony export */ });
/* unused harmony exports $ZodCheckBigIntFormat, $ZodCheckMaxSize, $ZodCheckMinSize, $ZodCheckSizeEquals, $ZodCheckProperty, $ZodCheckMimeType */
/* harmony import */ var _core_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8532);
/* harmony import */ var _regexes_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3908);
/* harmony import */ var _util_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4723);
// import { $ZodType } from "./schemas.js";



const $ZodCheck = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheck", (inst, def) => {
    var _a;
    inst._zod ?? (inst._zod = {});
    inst._zod.def = def;
    (_a = inst._zod).onattach ?? (_a.onattach = []);
});
/** Default `when` for size-based checks: run only on non-nullish values with a `size`. */
const _whenHasSize = (payload) => {
    const val = payload.value;
    return !util.nullish(val) && val.size !== undefined;
};
/** Default `when` for length-based checks: run only on non-nullish values with a `length`. */
const _whenHasLength = (payload) => {
    const val = payload.value;
    return !_util_js__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl(val) && val.length !== undefined;
};
const numericOriginMap = {
    number: "number",
    bigint: "bigint",
    object: "date",
};
const $ZodCheckLessThan = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckLessThan", (inst, def) => {
    $ZodCheck.init(inst, def);
    const origin = numericOriginMap[typeof def.value];
    inst._zod.check = (payload) => {
        if (def.inclusive ? payload.value <= def.value : payload.value < def.value) {
            return;
        }
        payload.issues.push({
            origin: numericOriginMap[typeof payload.value] ?? origin,
            code: "too_big",
            maximum: typeof def.value === "object" ? def.value.getTime() : def.value,
            input: payload.value,
            inclusive: def.inclusive,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCheckGreaterThan = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckGreaterThan", (inst, def) => {
    $ZodCheck.init(inst, def);
    const origin = numericOriginMap[typeof def.value];
    inst._zod.check = (payload) => {
        if (def.inclusive ? payload.value >= def.value : payload.value > def.value) {
            return;
        }
        payload.issues.push({
            origin: numericOriginMap[typeof payload.value] ?? origin,
            code: "too_small",
            minimum: typeof def.value === "object" ? def.value.getTime() : def.value,
            input: payload.value,
            inclusive: def.inclusive,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCheckMultipleOf = 
/*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckMultipleOf", (inst, def) => {
    $ZodCheck.init(inst, def);
    inst._zod.check = (payload) => {
        if (typeof payload.value !== typeof def.value)
            throw new Error("Cannot mix number and bigint in multiple_of check.");
        const isMultiple = typeof payload.value === "bigint"
            ? // `value % 0n` throws, and nothing is a multiple of zero — the number branch already fails this way via NaN
                def.value !== BigInt(0) && payload.value % def.value === BigInt(0)
            : _util_js__WEBPACK_IMPORTED_MODULE_1__/* .floatSafeRemainder */ .LG(payload.value, def.value) === 0;
        if (isMultiple)
            return;
        payload.issues.push({
            origin: typeof payload.value,
            code: "not_multiple_of",
            divisor: def.value,
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCheckNumberFormat = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckNumberFormat", (inst, def) => {
    $ZodCheck.init(inst, def); // no format checks
    def.format = def.format || "float64";
    const isInt = def.format?.includes("int");
    const origin = isInt ? "int" : "number";
    const [minimum, maximum] = _util_js__WEBPACK_IMPORTED_MODULE_1__/* .NUMBER_FORMAT_RANGES */ .zH[def.format];
    inst._zod.check = (payload) => {
        const input = payload.value;
        if (isInt) {
            if (!Number.isInteger(input)) {
                // invalid_format issue
                // payload.issues.push({
                //   expected: def.format,
                //   format: def.format,
                //   code: "invalid_format",
                //   input,
                //   inst,
                // });
                // invalid_type issue
                payload.issues.push({
                    expected: origin,
                    format: def.format,
                    code: "invalid_type",
                    continue: false,
                    input,
                    inst,
                });
                return;
                // not_multiple_of issue
                // payload.issues.push({
                //   code: "not_multiple_of",
                //   origin: "number",
                //   input,
                //   inst,
                //   divisor: 1,
                // });
            }
            if (!Number.isSafeInteger(input)) {
                if (input > 0) {
                    // too_big
                    payload.issues.push({
                        input,
                        code: "too_big",
                        maximum: Number.MAX_SAFE_INTEGER,
                        note: "Integers must be within the safe integer range.",
                        inst,
                        origin,
                        inclusive: true,
                        continue: !def.abort,
                    });
                }
                else {
                    // too_small
                    payload.issues.push({
                        input,
                        code: "too_small",
                        minimum: Number.MIN_SAFE_INTEGER,
                        note: "Integers must be within the safe integer range.",
                        inst,
                        origin,
                        inclusive: true,
                        continue: !def.abort,
                    });
                }
                return;
            }
        }
        if (input < minimum) {
            payload.issues.push({
                origin: "number",
                input,
                code: "too_small",
                minimum,
                inclusive: true,
                inst,
                continue: !def.abort,
            });
        }
        if (input > maximum) {
            payload.issues.push({
                origin: "number",
                input,
                code: "too_big",
                maximum,
                inclusive: true,
                inst,
                continue: !def.abort,
            });
        }
    };
});
const $ZodCheckBigIntFormat = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckBigIntFormat", (inst, def) => {
    $ZodCheck.init(inst, def); // no format checks
    const [minimum, maximum] = util.BIGINT_FORMAT_RANGES[def.format];
    inst._zod.check = (payload) => {
        const input = payload.value;
        if (input < minimum) {
            payload.issues.push({
                origin: "bigint",
                input,
                code: "too_small",
                minimum: minimum,
                inclusive: true,
                inst,
                continue: !def.abort,
            });
        }
        if (input > maximum) {
            payload.issues.push({
                origin: "bigint",
                input,
                code: "too_big",
                maximum,
                inclusive: true,
                inst,
                continue: !def.abort,
            });
        }
    };
})));
const $ZodCheckMaxSize = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckMaxSize", (inst, def) => {
    var _a;
    $ZodCheck.init(inst, def);
    (_a = inst._zod.def).when ?? (_a.when = _whenHasSize);
    inst._zod.check = (payload) => {
        const input = payload.value;
        const size = input.size;
        if (size <= def.maximum)
            return;
        payload.issues.push({
            origin: util.getSizableOrigin(input),
            code: "too_big",
            maximum: def.maximum,
            inclusive: true,
            input,
            inst,
            continue: !def.abort,
        });
    };
})));
const $ZodCheckMinSize = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckMinSize", (inst, def) => {
    var _a;
    $ZodCheck.init(inst, def);
    (_a = inst._zod.def).when ?? (_a.when = _whenHasSize);
    inst._zod.check = (payload) => {
        const input = payload.value;
        const size = input.size;
        if (size >= def.minimum)
            return;
        payload.issues.push({
            origin: util.getSizableOrigin(input),
            code: "too_small",
            minimum: def.minimum,
            inclusive: true,
            input,
            inst,
            continue: !def.abort,
        });
    };
})));
const $ZodCheckSizeEquals = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckSizeEquals", (inst, def) => {
    var _a;
    $ZodCheck.init(inst, def);
    (_a = inst._zod.def).when ?? (_a.when = _whenHasSize);
    inst._zod.check = (payload) => {
        const input = payload.value;
        const size = input.size;
        if (size === def.size)
            return;
        const tooBig = size > def.size;
        payload.issues.push({
            origin: util.getSizableOrigin(input),
            ...(tooBig ? { code: "too_big", maximum: def.size } : { code: "too_small", minimum: def.size }),
            inclusive: true,
            exact: true,
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
})));
const $ZodCheckMaxLength = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckMaxLength", (inst, def) => {
    var _a;
    $ZodCheck.init(inst, def);
    (_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
    inst._zod.check = (payload) => {
        const input = payload.value;
        const units = input.length;
        // Strings are measured in Unicode code points, not UTF-16 units. A code point is at most two units, so a string that already fits in units fits in code points; only an overflow has to be counted.
        const length = typeof input === "string" && units > def.maximum ? _util_js__WEBPACK_IMPORTED_MODULE_1__/* .codePointLength */ .O7(input) : units;
        if (length <= def.maximum)
            return;
        const origin = _util_js__WEBPACK_IMPORTED_MODULE_1__/* .getLengthableOrigin */ .Rc(input);
        payload.issues.push({
            origin,
            code: "too_big",
            maximum: def.maximum,
            inclusive: true,
            input,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCheckMinLength = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckMinLength", (inst, def) => {
    var _a;
    $ZodCheck.init(inst, def);
    (_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
    inst._zod.check = (payload) => {
        const input = payload.value;
        const units = input.length;
        // A code point is one or two UTF-16 units, so fewer units than the floor can never reach it and twice the floor always clears it. Only in between is the exact count in doubt.
        const length = typeof input === "string" && units >= def.minimum && units < def.minimum * 2
            ? _util_js__WEBPACK_IMPORTED_MODULE_1__/* .codePointLength */ .O7(input)
            : units;
        if (length >= def.minimum)
            return;
        const origin = _util_js__WEBPACK_IMPORTED_MODULE_1__/* .getLengthableOrigin */ .Rc(input);
        payload.issues.push({
            origin,
            code: "too_small",
            minimum: def.minimum,
            inclusive: true,
            input,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCheckLengthEquals = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckLengthEquals", (inst, def) => {
    var _a;
    $ZodCheck.init(inst, def);
    (_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
    inst._zod.check = (payload) => {
        const input = payload.value;
        const units = input.length;
        // A code point is one or two UTF-16 units, so outside `[length, length * 2]` units the target is missed either way — and missed in the same direction in both measures.
        const length = typeof input === "string" && units >= def.length && units <= def.length * 2
            ? _util_js__WEBPACK_IMPORTED_MODULE_1__/* .codePointLength */ .O7(input)
            : units;
        if (length === def.length)
            return;
        const origin = _util_js__WEBPACK_IMPORTED_MODULE_1__/* .getLengthableOrigin */ .Rc(input);
        const tooBig = length > def.length;
        payload.issues.push({
            origin,
            ...(tooBig ? { code: "too_big", maximum: def.length } : { code: "too_small", minimum: def.length }),
            inclusive: true,
            exact: true,
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCheckStringFormat = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckStringFormat", (inst, def) => {
    var _a, _b;
    $ZodCheck.init(inst, def);
    if (def.pattern)
        (_a = inst._zod).check ?? (_a.check = (payload) => {
            def.pattern.lastIndex = 0;
            if (def.pattern.test(payload.value))
                return;
            payload.issues.push({
                origin: "string",
                code: "invalid_format",
                format: def.format,
                input: payload.value,
                ...(def.pattern ? { pattern: def.pattern.toString() } : {}),
                inst,
                continue: !def.abort,
            });
        });
    else
        (_b = inst._zod).check ?? (_b.check = () => { });
});
const $ZodCheckRegex = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckRegex", (inst, def) => {
    $ZodCheckStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        def.pattern.lastIndex = 0;
        if (def.pattern.test(payload.value))
            return;
        payload.issues.push({
            origin: "string",
            code: "invalid_format",
            format: "regex",
            input: payload.value,
            pattern: def.pattern.toString(),
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCheckLowerCase = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckLowerCase", (inst, def) => {
    def.pattern ?? (def.pattern = _regexes_js__WEBPACK_IMPORTED_MODULE_2__/* .lowercase */ .AC);
    $ZodCheckStringFormat.init(inst, def);
});
const $ZodCheckUpperCase = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckUpperCase", (inst, def) => {
    def.pattern ?? (def.pattern = _regexes_js__WEBPACK_IMPORTED_MODULE_2__/* .uppercase */ .Zv);
    $ZodCheckStringFormat.init(inst, def);
});
const $ZodCheckIncludes = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckIncludes", (inst, def) => {
    $ZodCheck.init(inst, def);
    const escapedRegex = _util_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeRegex */ .sD(def.includes);
    // `String.prototype.includes(sub, position)` matches `sub` at `position`
    // OR LATER, so the pattern must allow at least `position` leading chars
    // (`{N,}`), not exactly `position` chars (`{N}`).
    const pattern = new RegExp(typeof def.position === "number" ? `^.{${def.position},}${escapedRegex}` : escapedRegex);
    def.pattern = pattern;
    inst._zod.check = (payload) => {
        if (payload.value.includes(def.includes, def.position))
            return;
        payload.issues.push({
            origin: "string",
            code: "invalid_format",
            format: "includes",
            includes: def.includes,
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCheckStartsWith = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckStartsWith", (inst, def) => {
    $ZodCheck.init(inst, def);
    const pattern = new RegExp(`^${_util_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeRegex */ .sD(def.prefix)}.*`);
    def.pattern ?? (def.pattern = pattern);
    inst._zod.check = (payload) => {
        if (payload.value.startsWith(def.prefix))
            return;
        payload.issues.push({
            origin: "string",
            code: "invalid_format",
            format: "starts_with",
            prefix: def.prefix,
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCheckEndsWith = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckEndsWith", (inst, def) => {
    $ZodCheck.init(inst, def);
    const pattern = new RegExp(`.*${_util_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeRegex */ .sD(def.suffix)}$`);
    def.pattern ?? (def.pattern = pattern);
    inst._zod.check = (payload) => {
        if (payload.value.endsWith(def.suffix))
            return;
        payload.issues.push({
            origin: "string",
            code: "invalid_format",
            format: "ends_with",
            suffix: def.suffix,
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
});
///////////////////////////////////
/////    $ZodCheckProperty    /////
///////////////////////////////////
function handleCheckPropertyResult(result, payload, property) {
    if (result.issues.length) {
        payload.issues.push(..._util_js__WEBPACK_IMPORTED_MODULE_1__/* .prefixIssues */ .lQ(property, result.issues));
    }
}
const $ZodCheckProperty = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckProperty", (inst, def) => {
    $ZodCheck.init(inst, def);
    inst._zod.check = (payload) => {
        const result = def.schema._zod.run({
            value: payload.value[def.property],
            issues: [],
        }, {});
        if (result instanceof Promise) {
            return result.then((result) => handleCheckPropertyResult(result, payload, def.property));
        }
        handleCheckPropertyResult(result, payload, def.property);
        return;
    };
})));
const $ZodCheckProperties = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckProperties", (inst, def) => {
    $ZodCheck.init(inst, def);
    _util_js__WEBPACK_IMPORTED_MODULE_1__/* .hide */ .jD(inst, Symbol.iterator, function* () {
        yield inst;
    });
    // key and schema snapshotted together: reading one live and the other cached lets a later mutation of the caller's shape object pair a stale key with a missing schema
    let entries;
    inst._zod.check = (payload) => {
        // the base schema already typed the value, so only a nullish one is rejected here: the properties read on a primitive too, matching z.property() on a string's length
        if (payload.value == null) {
            payload.issues.push({ expected: "object", code: "invalid_type", input: payload.value, inst });
            return undefined;
        }
        entries ?? (entries = Reflect.ownKeys(def.shape).map((key) => [key, def.shape[key]]));
        const input = payload.value;
        let proms;
        for (const [key, schema] of entries) {
            const result = schema._zod.run({ value: input[key], issues: [] }, {});
            if (result instanceof Promise) {
                proms ?? (proms = []);
                proms.push(result.then((result) => handleCheckPropertyResult(result, payload, key)));
            }
            else {
                handleCheckPropertyResult(result, payload, key);
            }
        }
        if (proms)
            return Promise.all(proms).then(() => undefined);
        return undefined;
    };
});
const $ZodCheckMimeType = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckMimeType", (inst, def) => {
    $ZodCheck.init(inst, def);
    const mimeSet = new Set(def.mime);
    inst._zod.check = (payload) => {
        if (mimeSet.has(payload.value.type))
            return;
        payload.issues.push({
            code: "invalid_value",
            values: def.mime,
            input: payload.value.type,
            inst,
            continue: !def.abort,
        });
    };
})));
const $ZodCheckOverwrite = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckOverwrite", (inst, def) => {
    $ZodCheck.init(inst, def);
    inst._zod.check = (payload) => {
        payload.value = def.tx(payload.value);
    };
});


/***/ }),

/***/ 8532:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $W: () => (/* binding */ config),
/* harmony export */   GT: () => (/* binding */ $ZodAsyncError),
/* harmony export */   cV: () => (/* binding */ $ZodEncodeError),
/* harmony export */   cr: () => (/* binding */ globalConfig),
/* harmony export */   tm: () => (/* binding */ NEVER),
/* harmony export */   xI: () => (/* binding */ $constructor)
/* harmony export */ });
/* unused harmony export $brand */
/* harmony import */ var _util_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4723);
var _a;

/** A special constant with type `never` */
const NEVER = /*@__PURE__*/ Object.freeze({
    status: "aborted",
});
/* Shared descriptor for installing `_zod`; defineProperty reads it
 * synchronously, so reusing one object avoids a per-instance allocation. */
const _zodDesc = { value: undefined, enumerable: false };
// null where suppressing the capture would be unrecoverable: `parse()` puts the frames back with `captureStackTrace`, so without it the throw would lose its stack. also latched to null once `stackTraceLimit` proves unassignable, which a realm can do at any point by hardening Error
let _E = "captureStackTrace" in Error ? Error : null;
// v8 captures a stack trace inside the Error constructor, which dominates a failed parse; costs only the frames, and parse() restores those. the constructor must RUN: Object.create is cheaper and passes instanceof, but Error.isError and util.types.isNativeError check an internal slot
function newError(Definition) {
    const E = _E;
    if (E) {
        const saved = E.stackTraceLimit;
        if (typeof saved === "number") {
            try {
                E.stackTraceLimit = 0;
            }
            catch {
                _E = null;
                return new Definition();
            }
            try {
                return new Definition();
            }
            finally {
                E.stackTraceLimit = saved;
            }
        }
    }
    return new Definition();
}
function $constructor(name, initializer, 
/** This trait's members, installed once on every prototype that composes it. They cannot be declared in the initializer above: that runs per instance, and the prototype is shared. */
proto, params) {
    // Prototype for this constructor's `_zod` internals. Lazily-derived fields (`values`, `pattern`, `optin`, …) install here once rather than as an accessor on every instance.
    const zodProto = {};
    // Assigning the fields in the constructor body is what gives instances in-object slots; building the object literally and reparenting it costs a second allocation and a generic property copy.
    function Internals(def) {
        this.def = def;
        this.constr = _;
        this.traits = new Set();
    }
    Internals.prototype = zodProto;
    const protoMembers = proto;
    // One trait's members land on every prototype whose chain composes it, so the answer is per prototype rather than per trait.
    const initialized = protoMembers && new WeakSet();
    function init(inst, def) {
        if (!inst._zod) {
            _zodDesc.value = new Internals(def);
            try {
                Object.defineProperty(inst, "_zod", _zodDesc);
            }
            finally {
                // Cleared even on throw, so the shared descriptor never leaks one instance's internals into the next.
                _zodDesc.value = undefined;
            }
        }
        else if (inst._zod.traits.has(name)) {
            return;
        }
        inst._zod.traits.add(name);
        initializer(inst, def);
        if (initialized) {
            // `super(def)` from a user subclass gives `this` a prototype the subclass owns, and installing there would overwrite whatever the subclass declared. `constr` built the instance, so its prototype is the one below the subclass's that should carry the members. A receiver whose chain never reaches that prototype installs on its own, which for a plain object handed straight to `init` means `Object.prototype` — unchanged from before.
            const own = Object.getPrototypeOf(inst);
            const ctorProto = inst._zod.constr.prototype;
            let up = own;
            while (up && up !== ctorProto)
                up = Object.getPrototypeOf(up);
            const target = up ?? own;
            if (!initialized.has(target)) {
                initialized.add(target);
                (0,_util_js__WEBPACK_IMPORTED_MODULE_0__/* .members */ .ol)(target, protoMembers);
            }
        }
        // support prototype modifications; for-in avoids the array allocation of Object.keys on the (usually empty) prototype
        const proto = _.prototype;
        for (const k in proto) {
            if (!Object.prototype.hasOwnProperty.call(proto, k))
                continue;
            if (!(k in inst)) {
                inst[k] = proto[k].bind(inst);
            }
        }
    }
    // doesn't work if Parent has a constructor with arguments
    const Parent = params?.Parent ?? Object;
    class Definition extends Parent {
    }
    Object.defineProperty(Definition, "name", { value: name });
    function _(def) {
        const inst = params?.Parent ? newError(Definition) : this;
        init(inst, def);
        const deferred = inst._zod.deferred;
        if (deferred) {
            for (const fn of deferred) {
                fn();
            }
            // Released: initializers run once, and the list would otherwise be retained for the schema's lifetime.
            inst._zod.deferred = undefined;
        }
        // Global post-processor hook. Internal: installed by `import "zod/compile"` to enable AOT compilation for every constructed schema. Runs last, once the instance is fully built, because it hands the instance to compile(). The post-processor is expected to be reentrancy-guarded by its own implementation.
        const pp = globalThis.__zod_globalConfig?.postProcessor;
        if (pp)
            pp(inst);
        return inst;
    }
    Object.defineProperty(_, "init", { value: init });
    Object.defineProperty(_, Symbol.hasInstance, {
        value: (inst) => {
            if (params?.Parent && inst instanceof params.Parent)
                return true;
            return inst?._zod?.traits?.has(name);
        },
    });
    Object.defineProperty(_, "name", { value: name });
    return _;
}
//////////////////////////////   UTILITIES   ///////////////////////////////////////
const $brand = /*@__PURE__*/ (/* unused pure expression or super */ null && (Symbol("zod_brand")));
class $ZodAsyncError extends Error {
    constructor() {
        super(`Encountered Promise during synchronous parse. Use .parseAsync() instead.`);
    }
}
class $ZodEncodeError extends Error {
    constructor(name) {
        super(`Encountered unidirectional transform during encode: ${name}`);
        this.name = "ZodEncodeError";
    }
}
(_a = globalThis).__zod_globalConfig ?? (_a.__zod_globalConfig = {});
const globalConfig = globalThis.__zod_globalConfig;
function config(newConfig) {
    if (newConfig)
        Object.assign(globalConfig, newConfig);
    return globalConfig;
}


/***/ }),

/***/ 3908:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AC: () => (/* binding */ lowercase),
/* harmony export */   Ak: () => (/* binding */ nanoid),
/* harmony export */   D2: () => (/* binding */ nanoidOfLength),
/* harmony export */   F: () => (/* binding */ httpProtocol),
/* harmony export */   Gl: () => (/* binding */ cuid2),
/* harmony export */   K3: () => (/* binding */ base64),
/* harmony export */   Os: () => (/* binding */ guid),
/* harmony export */   Rp: () => (/* binding */ email),
/* harmony export */   Z0: () => (/* binding */ ulid),
/* harmony export */   Zg: () => (/* binding */ emoji),
/* harmony export */   Zv: () => (/* binding */ uppercase),
/* harmony export */   ai: () => (/* binding */ number),
/* harmony export */   ch: () => (/* binding */ _null),
/* harmony export */   fO: () => (/* binding */ ksuid),
/* harmony export */   gF: () => (/* binding */ cuid),
/* harmony export */   gp: () => (/* binding */ anyString),
/* harmony export */   hQ: () => (/* binding */ e164),
/* harmony export */   kB: () => (/* binding */ time),
/* harmony export */   kM: () => (/* binding */ xid),
/* harmony export */   l7: () => (/* binding */ cidrv6),
/* harmony export */   nd: () => (/* binding */ integer),
/* harmony export */   o: () => (/* binding */ bigint),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   p6: () => (/* binding */ date),
/* harmony export */   r0: () => (/* binding */ base64url),
/* harmony export */   uR: () => (/* binding */ uuid),
/* harmony export */   uX: () => (/* binding */ ipv4),
/* harmony export */   ug: () => (/* binding */ ipv6),
/* harmony export */   w$: () => (/* binding */ datetime),
/* harmony export */   zM: () => (/* binding */ boolean),
/* harmony export */   zr: () => (/* binding */ cidrv4)
/* harmony export */ });
/* unused harmony exports extendedDuration, uuid4, uuid6, uuid7, html5Email, rfc5322Email, unicodeEmail, idnEmail, browserEmail, mac, hostname, domain, creditCard, currencyCode, iban, string, undefined, hex, md5_hex, md5_base64, md5_base64url, sha1_hex, sha1_base64, sha1_base64url, sha256_hex, sha256_base64, sha256_base64url, sha384_hex, sha384_base64, sha384_base64url, sha512_hex, sha512_base64, sha512_base64url */

/**
 * @deprecated CUID v1 is deprecated by its authors due to information leakage
 * (timestamps embedded in the id). Use {@link cuid2} instead.
 * See https://github.com/paralleldrive/cuid.
 */
const cuid = /^[cC][0-9a-z]{6,}$/;
const cuid2 = /^[0-9a-z]+$/;
const ulid = /^[0-7][0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{25}$/;
const xid = /^[0-9a-vA-V]{20}$/;
const ksuid = /^[A-Za-z0-9]{27}$/;
const nanoid = /^[a-zA-Z0-9_-]{21}$/;
function nanoidOfLength(length) {
    return new RegExp(`^[a-zA-Z0-9_-]{${length}}$`);
}
/** ISO 8601-1 duration regex. Does not support the 8601-2 extensions like negative durations or fractional/negative components. */
const duration = /^P(?:(\d+W)|(?!.*W)(?=\d|T\d)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+([.,]\d+)?S)?)?)$/;
/** Implements ISO 8601-2 extensions like explicit +- prefixes, mixing weeks with other units, and fractional/negative components. */
const extendedDuration = /^[-+]?P(?!$)(?:(?:[-+]?\d+Y)|(?:[-+]?\d+[.,]\d+Y$))?(?:(?:[-+]?\d+M)|(?:[-+]?\d+[.,]\d+M$))?(?:(?:[-+]?\d+W)|(?:[-+]?\d+[.,]\d+W$))?(?:(?:[-+]?\d+D)|(?:[-+]?\d+[.,]\d+D$))?(?:T(?=[\d+-])(?:(?:[-+]?\d+H)|(?:[-+]?\d+[.,]\d+H$))?(?:(?:[-+]?\d+M)|(?:[-+]?\d+[.,]\d+M$))?(?:[-+]?\d+(?:[.,]\d+)?S)?)??$/;
/** A regex for any UUID-like identifier: 8-4-4-4-12 hex pattern */
const guid = /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})$/;
/** Returns a regex for validating an RFC 9562/4122 UUID.
 *
 * @param version Optionally specify a version 1-8. If no version is specified, all versions are supported. */
const uuid = (version) => {
    if (!version)
        return /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$/;
    return new RegExp(`^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-${version}[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12})$`);
};
const uuid4 = /*@__PURE__*/ (/* unused pure expression or super */ null && (uuid(4)));
const uuid6 = /*@__PURE__*/ (/* unused pure expression or super */ null && (uuid(6)));
const uuid7 = /*@__PURE__*/ (/* unused pure expression or super */ null && (uuid(7)));
/** Practical email validation */
const email = /^(?:[A-Za-z0-9_'+\-]+\.)*[A-Za-z0-9_'+\-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9\-]*\.)+[A-Za-z]{2,}$/;
/** Equivalent to the HTML5 input[type=email] validation implemented by browsers. Source: https://developer.mozilla.org/en-US/docs/Web/HTML/Element/input/email */
const html5Email = /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;
/** The classic emailregex.com regex for RFC 5322-compliant emails */
const rfc5322Email = /^(([^<>()\[\]\\.,;:\s@"]+(\.[^<>()\[\]\\.,;:\s@"]+)*)|(".+"))@((\[[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}])|(([a-zA-Z\-0-9]+\.)+[a-zA-Z]{2,}))$/;
/** A loose regex that allows Unicode characters, enforces length limits, and that's about it. */
const unicodeEmail = /^[^\s@"]{1,64}@[^\s@]{1,255}$/u;
const idnEmail = (/* unused pure expression or super */ null && (unicodeEmail));
const browserEmail = /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;
// from https://thekevinscott.com/emojis-in-javascript/#writing-a-regular-expression
// Single character class, not an alternation: the two properties overlap (U+1F9B0-U+1F9B3), so `(A|B)+` backtracks exponentially on a failed match. The leading lookahead then demands one anchor — a pictograph, a regional indicator, or the enclosing keycap — because `\p{Emoji_Component}` on its own covers ASCII digits, `#`, `*`, ZWJ, variation selectors and skin tone modifiers, none of which is an emoji without a base.
const _emoji = `^(?=[\\s\\S]*[\\p{Extended_Pictographic}\\p{Regional_Indicator}\\u20E3])[\\p{Extended_Pictographic}\\p{Emoji_Component}]+$`;
function emoji() {
    return new RegExp(_emoji, "u");
}
const ipv4 = /^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])$/;
const ipv6 = /^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))$/;
const mac = (delimiter) => {
    const escapedDelim = util.escapeRegex(delimiter ?? ":");
    return new RegExp(`^(?:[0-9A-F]{2}${escapedDelim}){5}[0-9A-F]{2}$|^(?:[0-9a-f]{2}${escapedDelim}){5}[0-9a-f]{2}$`);
};
const cidrv4 = /^((25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\/([0-9]|[1-2][0-9]|3[0-2])$/;
const cidrv6 = /^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))\/(12[0-8]|1[01][0-9]|[1-9]?[0-9])$/;
// https://stackoverflow.com/questions/7860392/determine-if-string-is-in-base64-using-javascript
const base64 = /^$|^(?:[0-9a-zA-Z+/]{4})*(?:(?:[0-9a-zA-Z+/]{2}==)|(?:[0-9a-zA-Z+/]{3}=))?$/;
const base64url = /^(?:[A-Za-z0-9_-]{4})*(?:[A-Za-z0-9_-]{2,3})?$/;
// based on https://stackoverflow.com/questions/106179/regular-expression-to-match-dns-hostname-or-ip-address
// export const hostname: RegExp = /^([a-zA-Z0-9-]+\.)*[a-zA-Z0-9-]+$/;
const hostname = /^(?=.{1,253}\.?$)[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[-0-9a-zA-Z]{0,61}[0-9a-zA-Z])?)*\.?$/;
const domain = /^(?=.{1,253}$)([a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\.)+[a-zA-Z]{2,63}$/;
const httpProtocol = /^https?$/;
// https://blog.stevenlevithan.com/archives/validate-phone-number#r4-3 (regex sans spaces) E.164: leading digit must be 1-9; total digits (excluding '+') between 7-15
const e164 = /^\+[1-9]\d{6,14}$/;
// Credit card shape: 12–19 digits, optionally separated by single spaces or single hyphens. ISO/IEC 7812 caps the PAN at 19 digits; 12 is the shortest issued length (Maestro).
const creditCard = /^\d(?:[ -]?\d){11,18}$/;
// ISO 4217 alpha codes from the SIX list, regenerated by scripts/update-iso-4217.ts
const currencyCode = /^(?:AED|AFN|ALL|AMD|AOA|ARS|AUD|AWG|AZN|BAM|BBD|BDT|BHD|BIF|BMD|BND|BOB|BOV|BRL|BSD|BTN|BWP|BYN|BZD|CAD|CDF|CHE|CHF|CHW|CLF|CLP|CNY|COP|COU|CRC|CUP|CVE|CZK|DJF|DKK|DOP|DZD|EGP|ERN|ETB|EUR|FJD|FKP|GBP|GEL|GHS|GIP|GMD|GNF|GTQ|GYD|HKD|HNL|HTG|HUF|IDR|ILS|INR|IQD|IRR|ISK|JMD|JOD|JPY|KES|KGS|KHR|KMF|KPW|KRW|KWD|KYD|KZT|LAK|LBP|LKR|LRD|LSL|LYD|MAD|MDL|MGA|MKD|MMK|MNT|MOP|MRU|MUR|MVR|MWK|MXN|MXV|MYR|MZN|NAD|NGN|NIO|NOK|NPR|NZD|OMR|PAB|PEN|PGK|PHP|PKR|PLN|PYG|QAR|RON|RSD|RUB|RWF|SAR|SBD|SCR|SDG|SEK|SGD|SHP|SLE|SOS|SRD|SSP|STN|SVC|SYP|SZL|THB|TJS|TMT|TND|TOP|TRY|TTD|TWD|TZS|UAH|UGX|USD|USN|UYI|UYU|UYW|UZS|VED|VES|VND|VUV|WST|XAD|XAF|XAG|XAU|XBA|XBB|XBC|XBD|XCD|XCG|XDR|XOF|XPD|XPF|XPT|XSU|XTS|XUA|XXX|YER|ZAR|ZMW|ZWG)$/;
// iban electronic format: 2-letter country, check digits 02-98 (the only values `98 - remainder` can produce), 11-30 bban characters
const iban = /^[A-Z]{2}(?!00|01|99)\d{2}[A-Z0-9]{11,30}$/;
const dateSource = `(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))`;
/** Anchors a pattern source. The interpolation lives here rather than at the call site because
 * esbuild will not drop a `@__PURE__` call whose own argument interpolates a variable, but it
 * will drop `anchor(dateSource)`. Keeping it inline pinned `date` into every bundle. */
function anchor(source) {
    return new RegExp(`^${source}$`);
}
const date = /*@__PURE__*/ anchor(dateSource);
function timeSource(args) {
    const hhmm = `(?:[01]\\d|2[0-3]):[0-5]\\d`;
    const regex = typeof args.precision === "number"
        ? args.precision === -1
            ? `${hhmm}`
            : args.precision === 0
                ? `${hhmm}:[0-5]\\d`
                : `${hhmm}:[0-5]\\d\\.\\d{${args.precision}}`
        : args.seconds
            ? `${hhmm}:[0-5]\\d(?:\\.\\d+)?`
            : `${hhmm}(?::[0-5]\\d(?:\\.\\d+)?)?`;
    return regex;
}
function time(args) {
    return new RegExp(`^${timeSource(args)}$`);
}
// Adapted from https://stackoverflow.com/a/3143231
function datetime(args) {
    const opts = ["Z"];
    // if (args.offset) opts.push(`([+-]\\d{2}:\\d{2})`);
    if (args.offset)
        opts.push(`([+-](?:[01]\\d|2[0-3]):[0-5]\\d)`);
    // RFC 3339 mandates seconds wherever the time carries a `Z` or an offset, so only the unqualified form `local` adds may omit them
    const qualified = `${timeSource({ precision: args.precision, seconds: true })}(?:${opts.join("|")})`;
    const timeRegex = args.local ? `${qualified}|${timeSource({ precision: args.precision })}` : qualified;
    return new RegExp(`^${dateSource}T(?:${timeRegex})$`);
}
// the unbounded form of `string()` as a literal, so every plain string shares one instance instead of building its own
const anyString = /^[\s\S]{0,}$/;
const string = (params) => {
    const regex = params ? `[\\s\\S]{${params?.minimum ?? 0},${params?.maximum ?? ""}}` : `[\\s\\S]*`;
    return new RegExp(`^${regex}$`);
};
const bigint = /^-?\d+n?$/;
const integer = /^-?\d+$/;
const number = /^-?\d+(?:\.\d+)?$/;
const boolean = /^(?:true|false)$/i;
const _null = /^null$/i;

const _undefined = /^undefined$/i;

// regex for string with no uppercase letters
const lowercase = /^[^A-Z]*$/;
// regex for string with no lowercase letters
const uppercase = /^[^a-z]*$/;
// regex for hexadecimal strings (any length)
const hex = /^[0-9a-fA-F]*$/;
// Hash regexes for different algorithms and encodings
// Helper function to create base64 regex with exact length and padding
function fixedBase64(bodyLength, padding) {
    return new RegExp(`^[A-Za-z0-9+/]{${bodyLength}}${padding}$`);
}
// Helper function to create base64url regex with exact length (no padding)
function fixedBase64url(length) {
    return new RegExp(`^[A-Za-z0-9_-]{${length}}$`);
}
// MD5 (16 bytes): base64 = 24 chars total (22 + "==")
const md5_hex = /^[0-9a-fA-F]{32}$/;
const md5_base64 = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64(22, "==")));
const md5_base64url = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64url(22)));
// SHA1 (20 bytes): base64 = 28 chars total (27 + "=")
const sha1_hex = /^[0-9a-fA-F]{40}$/;
const sha1_base64 = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64(27, "=")));
const sha1_base64url = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64url(27)));
// SHA256 (32 bytes): base64 = 44 chars total (43 + "=")
const sha256_hex = /^[0-9a-fA-F]{64}$/;
const sha256_base64 = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64(43, "=")));
const sha256_base64url = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64url(43)));
// SHA384 (48 bytes): base64 = 64 chars total (no padding)
const sha384_hex = /^[0-9a-fA-F]{96}$/;
const sha384_base64 = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64(64, "")));
const sha384_base64url = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64url(64)));
// SHA512 (64 bytes): base64 = 88 chars total (86 + "==")
const sha512_hex = /^[0-9a-fA-F]{128}$/;
const sha512_base64 = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64(86, "==")));
const sha512_base64url = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64url(86)));


/***/ }),

/***/ 9396:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   fd: () => (/* binding */ globalRegistry)
/* harmony export */ });
/* unused harmony exports $output, $input, $ZodRegistry, registry */
var _a;
const $output = /*@__PURE__*/ (/* unused pure expression or super */ null && (Symbol("ZodOutput")));
const $input = /*@__PURE__*/ (/* unused pure expression or super */ null && (Symbol("ZodInput")));
class $ZodRegistry {
    constructor() {
        this._map = new WeakMap();
        this._idmap = new Map();
    }
    add(schema, ..._meta) {
        const meta = _meta[0];
        this._map.set(schema, meta);
        if (meta && typeof meta === "object" && "id" in meta) {
            this._idmap.set(meta.id, schema);
        }
        return this;
    }
    clear() {
        this._map = new WeakMap();
        this._idmap = new Map();
        return this;
    }
    remove(schema) {
        const meta = this._map.get(schema);
        if (meta && typeof meta === "object" && "id" in meta) {
            this._idmap.delete(meta.id);
        }
        this._map.delete(schema);
        return this;
    }
    get(schema) {
        // return this._map.get(schema) as any;
        // inherit metadata
        const p = schema._zod.parent;
        if (p) {
            const pm = { ...(this.get(p) ?? {}) };
            delete pm.id; // do not inherit id
            const f = { ...pm, ...this._map.get(schema) };
            return Object.keys(f).length ? f : undefined;
        }
        return this._map.get(schema);
    }
    has(schema) {
        return this._map.has(schema);
    }
}
// registries
function registry() {
    return new $ZodRegistry();
}
(_a = globalThis).__zod_globalRegistry ?? (_a.__zod_globalRegistry = registry());
const globalRegistry = globalThis.__zod_globalRegistry;


/***/ }),

/***/ 6985:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  $p: () => (/* binding */ $ZodArray),
  Dq: () => (/* binding */ $ZodBase64),
  CQ: () => (/* binding */ $ZodBase64URL),
  BN: () => (/* binding */ $ZodBigInt),
  sF: () => (/* binding */ $ZodBoolean),
  CI: () => (/* binding */ $ZodCIDRv4),
  Cn: () => (/* binding */ $ZodCIDRv6),
  bl: () => (/* binding */ $ZodCUID),
  Zu: () => (/* binding */ $ZodCUID2),
  t$: () => (/* binding */ $ZodCatch),
  YY: () => (/* binding */ $ZodCodec),
  b0: () => (/* binding */ $ZodCustom),
  o5: () => (/* binding */ $ZodDate),
  rv: () => (/* binding */ $ZodDefault),
  P0: () => (/* binding */ $ZodDiscriminatedUnion),
  Oy: () => (/* binding */ $ZodE164),
  qG: () => (/* binding */ $ZodEmail),
  cG: () => (/* binding */ $ZodEmoji),
  VO: () => (/* binding */ $ZodEnum),
  RL: () => (/* binding */ $ZodExactOptional),
  Zc: () => (/* binding */ $ZodGUID),
  Lc: () => (/* binding */ $ZodIPv4),
  Zy: () => (/* binding */ $ZodIPv6),
  v1: () => (/* binding */ $ZodISODate),
  Ko: () => (/* binding */ $ZodISODateTime),
  $N: () => (/* binding */ $ZodISODuration),
  Ax: () => (/* binding */ $ZodISOTime),
  LJ: () => (/* binding */ $ZodIntersection),
  h8: () => (/* binding */ $ZodJWT),
  GY: () => (/* binding */ $ZodKSUID),
  kU: () => (/* binding */ $ZodLazy),
  nu: () => (/* binding */ $ZodLiteral),
  Py: () => (/* binding */ $ZodNanoID),
  Um: () => (/* binding */ $ZodNever),
  N$: () => (/* binding */ $ZodNonOptional),
  x8: () => (/* binding */ $ZodNull),
  qc: () => (/* binding */ $ZodNullable),
  vz: () => (/* binding */ $ZodNumber),
  I: () => (/* binding */ $ZodNumberFormat),
  w: () => (/* binding */ $ZodObjectJIT),
  ig: () => (/* binding */ $ZodOptional),
  _m: () => (/* binding */ $ZodPipe),
  VF: () => (/* binding */ $ZodPrefault),
  KX: () => (/* binding */ $ZodPreprocess),
  Sb: () => (/* binding */ $ZodReadonly),
  h: () => (/* binding */ $ZodRecord),
  $v: () => (/* binding */ $ZodString),
  EY: () => (/* binding */ $ZodStringFormat),
  Wc: () => (/* binding */ $ZodTransform),
  G3: () => (/* binding */ $ZodTuple),
  W4: () => (/* binding */ $ZodType),
  g5: () => (/* binding */ $ZodULID),
  VY: () => (/* binding */ $ZodURL),
  Zn: () => (/* binding */ $ZodUUID),
  cu: () => (/* binding */ $ZodUnion),
  GP: () => (/* binding */ $ZodUnknown),
  TF: () => (/* binding */ $ZodXID),
  cq: () => (/* binding */ base64Charset),
  xE: () => (/* binding */ base64urlCharset),
  YK: () => (/* binding */ standardProps)
});

// UNUSED EXPORTS: $ZodAny, $ZodBigIntFormat, $ZodCreditCard, $ZodCustomStringFormat, $ZodFile, $ZodFunction, $ZodIBAN, $ZodMAC, $ZodMap, $ZodNaN, $ZodObject, $ZodPromise, $ZodSet, $ZodSuccess, $ZodSymbol, $ZodTemplateLiteral, $ZodUndefined, $ZodVoid, $ZodXor, URL_BAD_FORMAT, URL_UNPARSEABLE, canParseURL, clone, getDiscriminatedOption, isValidBase64, isValidBase64URL, isValidCIDRv6, isValidCreditCard, isValidIBAN, isValidIPv6, isValidJWT, mergeValues, parseURLObject, stripTabAndNewline, urlHostnameOk, urlProtocolOk, validateURL

// EXTERNAL MODULE: ./node_modules/zod/v4/core/checks.js
var core_checks = __nccwpck_require__(4890);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/core.js
var core_core = __nccwpck_require__(8532);
;// CONCATENATED MODULE: ./node_modules/zod/v4/core/doc.js
class Doc {
    constructor(args = [], closed = {}) {
        this.content = [];
        this.indent = 0;
        this.args = args;
        this.closed = closed;
    }
    // the compiler catches a child's throw and keeps writing into this doc, so the indent has to unwind with it
    indented(fn) {
        this.indent += 1;
        try {
            fn(this);
        }
        finally {
            this.indent -= 1;
        }
    }
    write(arg) {
        if (typeof arg === "function") {
            arg(this, { execution: "sync" });
            arg(this, { execution: "async" });
            return;
        }
        const content = arg;
        const lines = content.split("\n").filter((x) => x);
        const minIndent = Math.min(...lines.map((x) => x.length - x.trimStart().length));
        const dedented = lines.map((x) => x.slice(minIndent)).map((x) => " ".repeat(this.indent * 2) + x);
        for (const line of dedented) {
            this.content.push(line);
        }
    }
    compile() {
        const F = Function;
        const content = this?.content ?? [``];
        const factory = new F(...Object.keys(this.closed), `return function (${this.args.join(", ")}) {\n${content.join("\n")}\n};`);
        return factory(...Object.values(this.closed));
    }
}

// EXTERNAL MODULE: ./node_modules/zod/v4/core/regexes.js
var core_regexes = __nccwpck_require__(3908);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/util.js
var core_util = __nccwpck_require__(4723);
;// CONCATENATED MODULE: ./node_modules/zod/v4/core/versions.js
const version = {
    major: 4,
    minor: 6,
    patch: 7,
};

;// CONCATENATED MODULE: ./node_modules/zod/v4/core/schemas.js







const $ZodType = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodType", (inst, def) => {
    var _a;
    inst ?? (inst = {});
    inst._zod.def = def; // set _def property
    inst._zod.bag = inst._zod.bag || {}; // initialize _bag object
    inst._zod.version = version;
    const defChecks = inst._zod.def.checks;
    // if inst is itself a checks.$ZodCheck, run it as a check
    const checks = inst._zod.traits.has("$ZodCheck")
        ? [inst, ...(defChecks ?? [])]
        : defChecks?.length
            ? [...defChecks]
            : [];
    for (const ch of checks) {
        for (const fn of ch._zod.onattach) {
            fn(inst);
        }
    }
    if (checks.length === 0) {
        // deferred initializer inst._zod.parse is not yet defined
        (_a = inst._zod).deferred ?? (_a.deferred = []);
        inst._zod.deferred?.push(() => {
            inst._zod.run = inst._zod.parse;
        });
    }
    else {
        const runChecks = (payload, checks, ctx) => {
            if (payload.memo)
                return payload;
            let isAborted = core_util/* aborted */.QH(payload);
            let asyncResult;
            for (const ch of checks) {
                if (ch._zod.def.when) {
                    if (core_util/* explicitlyAborted */.rL(payload))
                        continue;
                    const shouldRun = ch._zod.def.when(payload);
                    if (!shouldRun)
                        continue;
                }
                else if (isAborted) {
                    continue;
                }
                const currLen = payload.issues.length;
                const _ = ch._zod.check(payload);
                if (_ instanceof Promise && ctx?.async === false) {
                    throw new core_core/* $ZodAsyncError */.GT();
                }
                if (asyncResult || _ instanceof Promise) {
                    asyncResult = (asyncResult ?? Promise.resolve()).then(async () => {
                        await _;
                        const nextLen = payload.issues.length;
                        if (nextLen === currLen)
                            return;
                        core_util/* attachSchema */.d3(payload.issues, currLen, inst);
                        if (!isAborted)
                            isAborted = core_util/* aborted */.QH(payload, currLen);
                    });
                }
                else {
                    const nextLen = payload.issues.length;
                    if (nextLen === currLen)
                        continue;
                    core_util/* attachSchema */.d3(payload.issues, currLen, inst);
                    if (!isAborted)
                        isAborted = core_util/* aborted */.QH(payload, currLen);
                }
            }
            if (asyncResult) {
                return asyncResult.then(() => {
                    return payload;
                });
            }
            return payload;
        };
        const handleCanaryResult = (canary, payload, ctx) => {
            // abort if the canary is aborted
            if (core_util/* aborted */.QH(canary)) {
                canary.aborted = true;
                return canary;
            }
            // run checks first, then
            const checkResult = runChecks(payload, checks, ctx);
            if (checkResult instanceof Promise) {
                if (ctx.async === false)
                    throw new core_core/* $ZodAsyncError */.GT();
                return checkResult.then((checkResult) => inst._zod.parse(checkResult, ctx));
            }
            return inst._zod.parse(checkResult, ctx);
        };
        inst._zod.run = (payload, ctx) => {
            if (ctx.skipChecks) {
                return inst._zod.parse(payload, ctx);
            }
            if (ctx.direction === "backward") {
                // run canary initial pass (no checks)
                const canary = inst._zod.parse({ value: payload.value, issues: [] }, { ...ctx, skipChecks: true });
                if (canary instanceof Promise) {
                    return canary.then((canary) => {
                        return handleCanaryResult(canary, payload, ctx);
                    });
                }
                return handleCanaryResult(canary, payload, ctx);
            }
            // forward
            const result = inst._zod.parse(payload, ctx);
            if (result instanceof Promise) {
                if (ctx.async === false)
                    throw new core_core/* $ZodAsyncError */.GT();
                return result.then((result) => runChecks(result, checks, ctx));
            }
            return runChecks(result, checks, ctx);
        };
    }
}, {
    // Wrappers extend this by installing a richer factory over it; reading it eagerly would defeat the laziness.
    get "~standard"() {
        return core_util/* hide */.jD(this, "~standard", standardProps(this));
    },
    set "~standard"(value) {
        core_util/* own */.qh(this, "~standard", value);
    },
});
/** The Standard Schema surface for `inst`. Shared so wrappers can extend it without forcing it. */
// a Standard Schema result only reports issues, so a failure finalizes them straight off the raw payload: no ZodError, and no lazy result to read through
const toStandardResult = (r, ctx) => r.issues.length ? { issues: r.issues.map((iss) => core_util/* finalizeIssue */.iR(iss, ctx, core_core/* config */.$W())) } : { value: r.value };
async function validateAsync(inst, value) {
    const ctx = { async: true };
    return toStandardResult((await inst._zod.run({ value, issues: [] }, ctx)), ctx);
}
function standardProps(inst) {
    return {
        validate: (value) => {
            const ctx = { async: false };
            try {
                const r = inst._zod.run({ value, issues: [] }, ctx);
                if (!(r instanceof Promise))
                    return toStandardResult(r, ctx);
            }
            catch (_) { }
            // async function so a synchronously throwing check rejects instead of escaping validate
            return validateAsync(inst, value);
        },
        vendor: "zod",
        version: 1,
    };
}

const $ZodString = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodString", (inst, def) => {
    $ZodType.init(inst, def);
    // a format's own pattern, else unbounded; a template literal derives the check-aware form itself
    inst._zod.pattern = def.pattern ?? core_regexes/* anyString */.gp;
    inst._zod.parse = (payload, _) => {
        if (def.coerce)
            try {
                payload.value = String(payload.value);
            }
            catch (_) { }
        if (typeof payload.value === "string")
            return payload;
        payload.issues.push({
            expected: "string",
            code: "invalid_type",
            input: payload.value,
            inst,
        });
        return payload;
    };
});
const $ZodStringFormat = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodStringFormat", (inst, def) => {
    // check initialization must come first
    core_checks/* $ZodCheckStringFormat */.ql.init(inst, def);
    $ZodString.init(inst, def);
});
const $ZodGUID = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodGUID", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* guid */.Os);
    $ZodStringFormat.init(inst, def);
});
const $ZodUUID = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodUUID", (inst, def) => {
    if (def.version) {
        const versionMap = {
            v1: 1,
            v2: 2,
            v3: 3,
            v4: 4,
            v5: 5,
            v6: 6,
            v7: 7,
            v8: 8,
        };
        const v = versionMap[def.version];
        if (v === undefined)
            throw new Error(`Invalid UUID version: "${def.version}"`);
        def.pattern ?? (def.pattern = core_regexes/* uuid */.uR(v));
    }
    else
        def.pattern ?? (def.pattern = core_regexes/* uuid */.uR());
    $ZodStringFormat.init(inst, def);
});
const $ZodEmail = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodEmail", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* email */.Rp);
    $ZodStringFormat.init(inst, def);
});
/** The `://` guard rejected the input before the URL constructor saw it. */
const URL_BAD_FORMAT = 1;
/** The URL parser rejected the input. */
const URL_UNPARSEABLE = 2;
function canParseURL(input) {
    try {
        if (typeof URL !== "undefined" && typeof URL.canParse === "function")
            return URL.canParse(input);
        new URL(input);
        return true;
    }
    catch {
        return false;
    }
}
function validateURL(trimmed, def) {
    if (!("normalize" in def) && !("hostname" in def) && !("protocol" in def)) {
        return canParseURL(trimmed) || URL_UNPARSEABLE;
    }
    return parseURLObject(trimmed, def);
}
/** Parses a URL while preserving the non-normalizing HTTP guard. */
function parseURLObject(trimmed, def) {
    // When normalize is off, require :// for http/https URLs. This prevents strings like "http:example.com" or "https:/path" from being silently accepted
    if (!def.normalize && def.protocol?.source === core_regexes/* httpProtocol */.F.source && !/^https?:\/\//i.test(trimmed)) {
        return URL_BAD_FORMAT;
    }
    try {
        if (typeof URL !== "undefined") {
            const URLStatic = URL;
            if (typeof URLStatic.parse === "function")
                return URLStatic.parse(trimmed) ?? URL_UNPARSEABLE;
        }
        // @ts-ignore
        return new URL(trimmed);
    }
    catch {
        return URL_UNPARSEABLE;
    }
}
const asciiTabOrNewline = /[\t\n\r]/g;
/** The URL parser deletes every ASCII tab, LF and CR from its input before it parses, so `new URL("https://exa\nmple.com")` reports on `example.com`. Applying the same deletion to the returned value closes the half of that divergence which can move the host; the parser's other rewrite, stripping C0 controls at the edges, cannot. */
function stripTabAndNewline(value) {
    return value.replace(asciiTabOrNewline, "");
}
function urlHostnameOk(url, hostname) {
    hostname.lastIndex = 0;
    return hostname.test(url.hostname);
}
function urlProtocolOk(url, protocol) {
    protocol.lastIndex = 0;
    return protocol.test(url.protocol.endsWith(":") ? url.protocol.slice(0, -1) : url.protocol);
}
const $ZodURL = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodURL", (inst, def) => {
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        try {
            // Trim whitespace from input
            const trimmed = payload.value.trim();
            const url = validateURL(trimmed, def);
            if (url === URL_BAD_FORMAT) {
                payload.issues.push({
                    code: "invalid_format",
                    format: "url",
                    note: "Invalid URL format",
                    input: payload.value,
                    inst,
                    continue: !def.abort,
                });
                return;
            }
            if (url === URL_UNPARSEABLE) {
                payload.issues.push({
                    code: "invalid_format",
                    format: "url",
                    input: payload.value,
                    inst,
                    continue: !def.abort,
                });
                return;
            }
            if (url === true) {
                payload.value = stripTabAndNewline(trimmed);
                return;
            }
            if (def.hostname && !urlHostnameOk(url, def.hostname)) {
                payload.issues.push({
                    code: "invalid_format",
                    format: "url",
                    note: "Invalid hostname",
                    pattern: def.hostname.source,
                    input: payload.value,
                    inst,
                    continue: !def.abort,
                });
            }
            if (def.protocol && !urlProtocolOk(url, def.protocol)) {
                payload.issues.push({
                    code: "invalid_format",
                    format: "url",
                    note: "Invalid protocol",
                    pattern: def.protocol.source,
                    input: payload.value,
                    inst,
                    continue: !def.abort,
                });
            }
            // Set the output value based on normalize flag
            payload.value = def.normalize ? url.href : stripTabAndNewline(trimmed);
            return;
        }
        catch (_) {
            payload.issues.push({
                code: "invalid_format",
                format: "url",
                input: payload.value,
                inst,
                continue: !def.abort,
            });
        }
    };
});
const $ZodEmoji = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodEmoji", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* emoji */.Zg());
    $ZodStringFormat.init(inst, def);
});
const $ZodNanoID = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodNanoID", (inst, def) => {
    if (def.length !== undefined && (!Number.isInteger(def.length) || def.length < 1))
        throw new Error(`Invalid nanoid length: ${def.length}`);
    def.pattern ?? (def.pattern = def.length === undefined ? core_regexes/* nanoid */.Ak : core_regexes/* nanoidOfLength */.D2(def.length));
    $ZodStringFormat.init(inst, def);
});
/**
 * @deprecated CUID v1 is deprecated by its authors due to information leakage
 * (timestamps embedded in the id). Use {@link $ZodCUID2} instead.
 * See https://github.com/paralleldrive/cuid.
 */
const $ZodCUID = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodCUID", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* cuid */.gF);
    $ZodStringFormat.init(inst, def);
});
const $ZodCUID2 = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodCUID2", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* cuid2 */.Gl);
    $ZodStringFormat.init(inst, def);
});
const $ZodULID = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodULID", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* ulid */.Z0);
    $ZodStringFormat.init(inst, def);
});
const $ZodXID = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodXID", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* xid */.kM);
    $ZodStringFormat.init(inst, def);
});
const $ZodKSUID = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodKSUID", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* ksuid */.fO);
    $ZodStringFormat.init(inst, def);
});
const $ZodISODateTime = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodISODateTime", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* datetime */.w$(def));
    $ZodStringFormat.init(inst, def);
});
const $ZodISODate = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodISODate", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* date */.p6);
    $ZodStringFormat.init(inst, def);
});
const $ZodISOTime = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodISOTime", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* time */.kB(def));
    $ZodStringFormat.init(inst, def);
});
const $ZodISODuration = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodISODuration", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* duration */.p0);
    $ZodStringFormat.init(inst, def);
});
const $ZodIPv4 = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodIPv4", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* ipv4 */.uX);
    $ZodStringFormat.init(inst, def);
});
/** An IPv6 address is written with hex digits, colons and dots, and nothing else. The guard is what makes the check below an IPv6 check: `new URL("http://[...]")` parses an authority, not an address, so `@` and `\` re-delimit it and `"::@1\\"` validates against the host `0.0.0.1`. The URL parser also deletes ASCII tab, LF and CR rather than failing, which is how `"::1\n"` validated as `::1`. */
const ipv6Alphabet = /^[0-9a-fA-F:.]+$/;
function isValidIPv6(value) {
    if (!ipv6Alphabet.test(value))
        return false;
    return canParseURL(`http://[${value}]`);
}
const $ZodIPv6 = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodIPv6", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* ipv6 */.ug);
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (!isValidIPv6(payload.value)) {
            payload.issues.push({
                code: "invalid_format",
                format: "ipv6",
                input: payload.value,
                inst,
                continue: !def.abort,
            });
        }
    };
});
const $ZodMAC = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodMAC", (inst, def) => {
    def.pattern ?? (def.pattern = regexes.mac(def.delimiter));
    $ZodStringFormat.init(inst, def);
})));
const $ZodCIDRv4 = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodCIDRv4", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* cidrv4 */.zr);
    $ZodStringFormat.init(inst, def);
});
function isValidCIDRv6(value) {
    const parts = value.split("/");
    if (parts.length !== 2)
        return false;
    const [address, prefix] = parts;
    if (!prefix)
        return false;
    const prefixNum = Number(prefix);
    if (`${prefixNum}` !== prefix)
        return false;
    if (prefixNum < 0 || prefixNum > 128)
        return false;
    return isValidIPv6(address);
}
const $ZodCIDRv6 = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodCIDRv6", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* cidrv6 */.l7); // not used for validation
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (!isValidCIDRv6(payload.value)) {
            payload.issues.push({
                code: "invalid_format",
                format: "cidrv6",
                input: payload.value,
                inst,
                continue: !def.abort,
            });
        }
    };
});
//////////////////////////////   ZodBase64   //////////////////////////////
function isValidBase64(data) {
    if (data === "")
        return true;
    // atob ignores whitespace, so reject it up front.
    if (/\s/.test(data))
        return false;
    if (data.length % 4 !== 0)
        return false;
    try {
        // @ts-ignore
        atob(data);
        return true;
    }
    catch {
        return false;
    }
}
// lax on purpose: the quantified regexes.base64 overflows the regex stack on multi-MB input and its leading ^$| alternation leaks through template-literal composition; isValidBase64 enforces length and padding
const base64Charset = /^[0-9a-zA-Z+/]*={0,2}$/;
const $ZodBase64 = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodBase64", (inst, def) => {
    def.pattern ?? (def.pattern = base64Charset);
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (isValidBase64(payload.value))
            return;
        payload.issues.push({
            code: "invalid_format",
            format: "base64",
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
});
//////////////////////////////   ZodBase64URL   //////////////////////////////
// lax on purpose: the quantified regexes.base64url overflows the regex stack on multi-MB input; isValidBase64 enforces length on the padded string
const base64urlCharset = /^[A-Za-z0-9_-]*$/;
function isValidBase64URL(data) {
    if (!base64urlCharset.test(data))
        return false;
    const base64 = data.replace(/[-_]/g, (c) => (c === "-" ? "+" : "/"));
    const padded = base64.padEnd(Math.ceil(base64.length / 4) * 4, "=");
    return isValidBase64(padded);
}
const $ZodBase64URL = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodBase64URL", (inst, def) => {
    def.pattern ?? (def.pattern = base64urlCharset);
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (isValidBase64URL(payload.value))
            return;
        payload.issues.push({
            code: "invalid_format",
            format: "base64url",
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodE164 = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodE164", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* e164 */.hQ);
    $ZodStringFormat.init(inst, def);
});
//////////////////////////////   ZodCreditCard   //////////////////////////////
const CC_SANITIZE = /[- ]/g;
/** Luhn checksum on a digit-only string. Adapted from valibot (MIT). */
function isLuhnAlgo(digits) {
    let length = digits.length;
    let bit = 1;
    let sum = 0;
    while (length) {
        const value = digits.charCodeAt(--length) - 48;
        bit ^= 1;
        sum += bit ? [0, 2, 4, 6, 8, 1, 3, 5, 7, 9][value] : value;
    }
    return sum % 10 === 0;
}
function isValidCreditCard(input) {
    if (!regexes.creditCard.test(input))
        return false;
    return isLuhnAlgo(input.replace(CC_SANITIZE, ""));
}
const $ZodCreditCard = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCreditCard", (inst, def) => {
    // Shape only — the Luhn check below is not expressible as a pattern, so consumers of `pattern` (JSON Schema, template literals) get the length and separator rules alone.
    def.pattern ?? (def.pattern = regexes.creditCard);
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (isValidCreditCard(payload.value))
            return;
        payload.issues.push({
            code: "invalid_format",
            format: "credit_card",
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
})));
//////////////////////////////   ZodIBAN   //////////////////////////////
// iso 7064 mod 97-10 checksum without BigInt
function isIso7064Mod97(iban) {
    let remainder = 0;
    const len = iban.length;
    for (let i = 4; i < len; i++) {
        const code = iban.charCodeAt(i);
        remainder = (code >= 65 ? remainder * 100 + (code - 55) : remainder * 10 + (code - 48)) % 97;
    }
    for (let i = 0; i < 4; i++) {
        const code = iban.charCodeAt(i);
        remainder = (code >= 65 ? remainder * 100 + (code - 55) : remainder * 10 + (code - 48)) % 97;
    }
    return remainder === 1;
}
function isValidIBAN(input) {
    if (!regexes.iban.test(input))
        return false;
    return isIso7064Mod97(input);
}
const $ZodIBAN = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodIBAN", (inst, def) => {
    // shape only — checksum is not expressible as a pattern
    def.pattern ?? (def.pattern = regexes.iban);
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (isValidIBAN(payload.value))
            return;
        payload.issues.push({
            code: "invalid_format",
            format: "iban",
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
})));
//////////////////////////////   ZodJWT   //////////////////////////////
function isValidJWT(token, algorithm = null) {
    try {
        const tokensParts = token.split(".");
        if (tokensParts.length !== 3)
            return false;
        const [header] = tokensParts;
        if (!header)
            return false;
        // @ts-ignore
        const parsedHeader = JSON.parse(atob(header));
        if ("typ" in parsedHeader && parsedHeader?.typ !== "JWT")
            return false;
        if (!parsedHeader.alg)
            return false;
        if (algorithm && (!("alg" in parsedHeader) || parsedHeader.alg !== algorithm))
            return false;
        return true;
    }
    catch {
        return false;
    }
}
const $ZodJWT = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodJWT", (inst, def) => {
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (isValidJWT(payload.value, def.alg))
            return;
        payload.issues.push({
            code: "invalid_format",
            format: "jwt",
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCustomStringFormat = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCustomStringFormat", (inst, def) => {
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (def.fn(payload.value))
            return;
        payload.issues.push({
            code: "invalid_format",
            format: def.format,
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
})));
const $ZodNumber = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodNumber", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.pattern = core_regexes/* number */.ai;
    inst._zod.parse = (payload, _ctx) => {
        if (def.coerce)
            try {
                payload.value = Number(payload.value);
            }
            catch (_) { }
        const input = payload.value;
        if (typeof input === "number" && !Number.isNaN(input) && Number.isFinite(input)) {
            return payload;
        }
        const received = typeof input === "number"
            ? Number.isNaN(input)
                ? "NaN"
                : !Number.isFinite(input)
                    ? String(input)
                    : undefined
            : undefined;
        payload.issues.push({
            expected: "number",
            code: "invalid_type",
            input,
            inst,
            ...(received ? { received } : {}),
        });
        return payload;
    };
});
const $ZodNumberFormat = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodNumberFormat", (inst, def) => {
    core_checks/* $ZodCheckNumberFormat */.KH.init(inst, def);
    $ZodNumber.init(inst, def); // no format checks
});
const $ZodBoolean = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodBoolean", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.pattern = core_regexes/* boolean */.zM;
    inst._zod.parse = (payload, _ctx) => {
        if (def.coerce)
            try {
                payload.value = Boolean(payload.value);
            }
            catch (_) { }
        const input = payload.value;
        if (typeof input === "boolean")
            return payload;
        payload.issues.push({
            expected: "boolean",
            code: "invalid_type",
            input,
            inst,
        });
        return payload;
    };
});
const $ZodBigInt = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodBigInt", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.pattern = core_regexes/* bigint */.o;
    inst._zod.parse = (payload, _ctx) => {
        if (def.coerce)
            try {
                payload.value = BigInt(payload.value);
            }
            catch (_) { }
        if (typeof payload.value === "bigint")
            return payload;
        payload.issues.push({
            expected: "bigint",
            code: "invalid_type",
            input: payload.value,
            inst,
        });
        return payload;
    };
});
const $ZodBigIntFormat = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodBigIntFormat", (inst, def) => {
    checks.$ZodCheckBigIntFormat.init(inst, def);
    $ZodBigInt.init(inst, def); // no format checks
})));
const $ZodSymbol = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodSymbol", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, _ctx) => {
        const input = payload.value;
        if (typeof input === "symbol")
            return payload;
        payload.issues.push({
            expected: "symbol",
            code: "invalid_type",
            input,
            inst,
        });
        return payload;
    };
})));
const $ZodUndefined = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodUndefined", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.pattern = regexes.undefined;
    inst._zod.values = new Set([undefined]);
    inst._zod.parse = (payload, _ctx) => {
        const input = payload.value;
        if (typeof input === "undefined")
            return payload;
        payload.issues.push({
            expected: "undefined",
            code: "invalid_type",
            input,
            inst,
        });
        return payload;
    };
})));
const $ZodNull = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodNull", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.pattern = core_regexes/* null */.ch;
    inst._zod.values = new Set([null]);
    inst._zod.parse = (payload, _ctx) => {
        const input = payload.value;
        if (input === null)
            return payload;
        payload.issues.push({
            expected: "null",
            code: "invalid_type",
            input,
            inst,
        });
        return payload;
    };
});
const $ZodAny = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodAny", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload) => payload;
})));
const $ZodUnknown = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodUnknown", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload) => payload;
});
const $ZodNever = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodNever", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, _ctx) => {
        payload.issues.push({
            expected: "never",
            code: "invalid_type",
            input: payload.value,
            inst,
        });
        return payload;
    };
});
const $ZodVoid = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodVoid", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, _ctx) => {
        const input = payload.value;
        if (typeof input === "undefined")
            return payload;
        payload.issues.push({
            expected: "void",
            code: "invalid_type",
            input,
            inst,
        });
        return payload;
    };
})));
const $ZodDate = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodDate", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, _ctx) => {
        if (def.coerce) {
            try {
                payload.value = new Date(payload.value);
            }
            catch (_err) { }
        }
        const input = payload.value;
        const isDate = input instanceof Date;
        const isValidDate = isDate && !Number.isNaN(input.getTime());
        if (isValidDate)
            return payload;
        payload.issues.push({
            expected: "date",
            code: "invalid_type",
            input,
            ...(isDate ? { received: "Invalid Date" } : {}),
            inst,
        });
        return payload;
    };
});
// an oversized container fails its leading size checks before any element is parsed
function capSize(inst, size) {
    const caps = core_util/* sizeCaps */.hi(inst._zod.def.checks);
    if (!caps.length)
        return;
    const cap = Math.min(...caps.map((c) => c[0]));
    const parse = inst._zod.parse;
    inst._zod.parse = (payload, ctx) => {
        const n = size(payload.value);
        if (n > cap && !ctx?.skipChecks && ctx?.direction !== "backward") {
            for (const [max, ch] of core_util/* sizeCaps */.hi(inst._zod.def.checks)) {
                if (n > max && ch._zod.def.when(payload)) {
                    const start = payload.issues.length;
                    ch._zod.check(payload);
                    // the value is still the raw input, so no later check may read it
                    payload.issues[start].continue = false;
                    core_util/* attachSchema */.d3(payload.issues, start, inst);
                    return payload;
                }
            }
        }
        return parse(payload, ctx);
    };
}
const arraySize = (input) => (Array.isArray(input) ? input.length : -1);
const mapSize = (input) => (input instanceof Map ? input.size : -1);
const setSize = (input) => (input instanceof Set ? input.size : -1);
function handleArrayResult(result, final, index) {
    if (result.issues.length) {
        final.issues.push(...core_util/* prefixIssues */.lQ(index, result.issues));
    }
    final.value[index] = result.value;
}
const $ZodArray = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodArray", (inst, def) => {
    $ZodType.init(inst, def);
    const memo = core_core/* globalConfig */.cr.memoizer;
    memo?.attach(inst);
    inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        if (!Array.isArray(input)) {
            payload.issues.push({
                expected: "array",
                code: "invalid_type",
                input,
                inst,
            });
            return payload;
        }
        payload.value = memo ? memo.alloc(inst, payload, Array(input.length), ctx) : Array(input.length);
        const proms = [];
        const abortEarly = ctx?.abortEarly;
        for (let i = 0; i < input.length; i++) {
            const item = input[i];
            const result = def.element._zod.run({
                value: item,
                issues: [],
            }, ctx);
            if (result instanceof Promise) {
                proms.push(result.then((result) => handleArrayResult(result, payload, i)));
            }
            else {
                handleArrayResult(result, payload, i);
                // the element's payload is authoritative here, since handleArrayResult forwards every issue; an object's is not, because it drops a failed absent optional
                if (abortEarly && result.issues.length !== 0 && core_util/* aborted */.QH(result))
                    break;
            }
        }
        if (proms.length) {
            return Promise.all(proms).then(() => payload);
        }
        return payload; //handleArrayResultsAsync(parseResults, final);
    };
    capSize(inst, arraySize);
});
function handlePropertyResult(result, final, key, input, optin, optout) {
    const isPresent = key in input;
    const isOptionalOut = optout === "optional";
    // The middle rung means "absence permitted, nothing supplied in its place", so an absent key contributes nothing — whatever the schema made of `undefined` is invented, not substituted. Only `optional` reaches this with a value: `defaulted` substitutes, and a schema that isn't optional-out has to keep the key.
    if (!isPresent && isOptionalOut && optin === "optional") {
        return;
    }
    if (result.issues.length) {
        // For optional-in/out schemas, ignore errors on absent keys.
        if (optin !== undefined && isOptionalOut && !isPresent) {
            return;
        }
        final.issues.push(...core_util/* prefixIssues */.lQ(key, result.issues));
    }
    if (!isPresent && optin === undefined) {
        if (!result.issues.length) {
            final.issues.push({
                code: "invalid_type",
                expected: "nonoptional",
                input: undefined,
                path: [key],
            });
        }
        return;
    }
    if (result.value === undefined) {
        if (isPresent || (optin === "defaulted" && !isOptionalOut)) {
            final.value[key] = undefined;
        }
    }
    else {
        final.value[key] = result.value;
    }
}
// one shared instance; a fresh [] per schema cost 56 bytes retained
const NO_SYMBOL_KEYS = [];
function normalizeDef(def) {
    const keys = Object.keys(def.shape);
    const ownSymbols = Object.getOwnPropertySymbols(def.shape);
    const symbolKeys = ownSymbols.length ? ownSymbols : NO_SYMBOL_KEYS;
    // aliases `keys` when there are no symbols, so a string-only shape keeps one array
    const allKeys = symbolKeys.length ? [...keys, ...symbolKeys] : keys;
    for (const k of allKeys) {
        if (!def.shape?.[k]?._zod?.traits?.has("$ZodType")) {
            throw new Error(`Invalid element at key "${String(k)}": expected a Zod schema`);
        }
    }
    const okeys = core_util/* optionalKeys */.NM(def.shape);
    return {
        ...def,
        allKeys,
        symbolKeys,
        // string-only: handleCatchall matches it against `for...in`, which never yields a symbol
        keySet: new Set(keys),
        numKeys: keys.length,
        optionalKeys: new Set(okeys),
    };
}
function handleCatchall(proms, input, payload, ctx, def, inst, abortEarly) {
    const unrecognized = [];
    const keySet = def.keySet;
    const _catchall = def.catchall._zod;
    const t = _catchall.def.type;
    const optin = _catchall.optin;
    const optout = _catchall.optout;
    // starts at 0, not the current length: the shape phase already ran and may have aborted
    let seen = 0;
    for (const key in input) {
        if (abortEarly && payload.issues.length !== seen) {
            if (core_util/* aborted */.QH(payload, seen))
                break;
            seen = payload.issues.length;
        }
        // Must precede the __proto__ branch: a declared key is not unrecognized, even though the shape loop deliberately strips __proto__ from the parsed output.
        if (keySet.has(key))
            continue;
        // Don't copy an undeclared __proto__ into the result; assignment to a plain {} would replace the result prototype. But in strict mode it is still an unknown key, so report it before skipping.
        if (key === "__proto__") {
            if (t === "never")
                unrecognized.push(key);
            continue;
        }
        if (t === "never") {
            unrecognized.push(key);
            continue;
        }
        const r = _catchall.run({ value: input[key], issues: [] }, ctx);
        if (r instanceof Promise) {
            proms.push(r.then((r) => handlePropertyResult(r, payload, key, input, optin, optout)));
        }
        else {
            handlePropertyResult(r, payload, key, input, optin, optout);
        }
    }
    if (unrecognized.length) {
        payload.issues.push({
            code: "unrecognized_keys",
            keys: unrecognized,
            input,
            inst,
            // Describes the shape of the input, not the validity of the parsed value, so it never aborts. The parse still fails; the schema's own checks just get to run first, and an enclosing intersection can reconcile the key against a sibling operand.
            continue: true,
        });
    }
    if (!proms.length)
        return payload;
    return Promise.all(proms).then(() => {
        return payload;
    });
}
const $ZodObject = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodObject", (inst, def) => {
    // requires cast because technically $ZodObject doesn't extend
    $ZodType.init(inst, def);
    const desc = Object.getOwnPropertyDescriptor(def, "shape");
    // a cloned def carries its source's accessor, which knows the shape it answers from; adopting that keeps the clone's keys readable without running it
    const sh = desc?.get ? desc.get.raw : (def.shape ?? {});
    if (sh) {
        // Freezes the shape on first read, so its getters resolve once and every later read sees the same schemas.
        const get = () => {
            const newSh = { ...sh };
            Object.defineProperty(def, "shape", { value: newSh });
            get.raw = newSh;
            return newSh;
        };
        get.raw = sh;
        Object.defineProperty(def, "shape", { get });
    }
    const _normalized = core_util/* cached */.PO(() => normalizeDef(def));
    core_util/* defineLazyInternal */.v5(inst, "propValues", (zod) => {
        const shape = zod.def.shape;
        const propValues = {};
        for (const key in shape) {
            const field = shape[key]._zod;
            if (field.values) {
                if (!Object.prototype.hasOwnProperty.call(propValues, key)) {
                    core_util/* assignProp */.Vy(propValues, key, new Set());
                }
                for (const v of field.values)
                    propValues[key].add(v);
                // An omittable slot reads back as undefined at a discriminator lookup, so it has to claim undefined: two options that can both omit the key are not discriminable on it.
                if (field.optin !== undefined)
                    propValues[key].add(undefined);
            }
        }
        return propValues;
    });
    const isObject = core_util/* isObject */.Gv;
    const catchall = def.catchall;
    let value;
    const memo = core_core/* globalConfig */.cr.memoizer;
    memo?.attach(inst);
    inst._zod.parse = (payload, ctx) => {
        value ?? (value = _normalized.value);
        const input = payload.value;
        if (!isObject(input)) {
            payload.issues.push({
                expected: "object",
                code: "invalid_type",
                input,
                inst,
            });
            return payload;
        }
        payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
        const proms = [];
        const shape = value.shape;
        const abortEarly = ctx?.abortEarly;
        let seen = payload.issues.length;
        for (const key of value.allKeys) {
            if (abortEarly && payload.issues.length !== seen) {
                if (core_util/* aborted */.QH(payload, seen))
                    break;
                seen = payload.issues.length;
            }
            if (key === "__proto__")
                continue;
            const el = shape[key];
            const optin = el._zod.optin;
            const optout = el._zod.optout;
            const r = el._zod.run({ value: input[key], issues: [] }, ctx);
            if (r instanceof Promise) {
                proms.push(r.then((r) => handlePropertyResult(r, payload, key, input, optin, optout)));
            }
            else {
                handlePropertyResult(r, payload, key, input, optin, optout);
            }
        }
        if (!catchall) {
            return proms.length ? Promise.all(proms).then(() => payload) : payload;
        }
        return handleCatchall(proms, input, payload, ctx, _normalized.value, inst, abortEarly === true);
    };
});
const $ZodObjectJIT = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodObjectJIT", (inst, def) => {
    // requires cast because technically $ZodObject doesn't extend
    $ZodObject.init(inst, def);
    const superParse = inst._zod.parse;
    const _normalized = core_util/* cached */.PO(() => normalizeDef(def));
    const memo = core_core/* globalConfig */.cr.memoizer;
    const generateFastpass = (shape) => {
        const normalized = _normalized.value;
        const syms = normalized.symbolKeys;
        // a symbol has no source literal, so it is read as `syms[i]` off the closed-over scope
        const doc = new Doc(["payload", "ctx"], { shape, inst, memo, syms });
        const parseStr = (k) => `shape[${k}]._zod.run({ value: input[${k}], issues: [] }, ctx)`;
        // prefixes in place, like util.prefixIssues. newResult must land before the early return: a catchall runs after this and would otherwise write onto the caller's input
        const prefixStr = (id, k) => `
          let ${id}_ab = false;
          for (let i = 0; i < ${id}.issues.length; i++) {
            const iss = ${id}.issues[i];
            iss.path = iss.path ? [${k}, ...iss.path] : [${k}];
            payload.issues.push(iss);
            if (iss.continue !== true) ${id}_ab = true;
          }
          if (${id}_ab && ctx && ctx.abortEarly) {
            payload.value = newResult;
            return payload;
          }`;
        doc.write(`const input = payload.value;`);
        const ids = Object.create(null);
        let counter = 0;
        for (const key of normalized.allKeys) {
            ids[key] = `key_${counter++}`;
        }
        // A: preserve key order {
        doc.write(memo ? `const newResult = memo.alloc(inst, payload, {}, ctx);` : `const newResult = {};`);
        for (const key of normalized.allKeys) {
            if (key === "__proto__")
                continue;
            const id = ids[key];
            const k = typeof key === "symbol" ? `syms[${syms.indexOf(key)}]` : core_util/* esc */.UQ(key);
            const isPresent = `${k} in input`;
            const schema = shape[key];
            const optin = schema?._zod?.optin;
            const isOptionalIn = optin !== undefined;
            const isOptionalOut = schema?._zod?.optout === "optional";
            doc.write(`const ${id} = ${parseStr(k)};`);
            if (isOptionalIn && isOptionalOut) {
                // For optional-in/out schemas, ignore errors on absent keys — and, like the interpreted path, drop the value produced alongside them. The middle rung goes further: it permits absence without supplying anything in its place, so an absent key contributes nothing at all.
                const assign = optin === "optional" ? `${id}_present` : `${id}.value !== undefined || ${id}_present`;
                doc.write(`
        const ${id}_present = ${isPresent};
        if (!${id}.issues.length || ${id}_present) {
          if (${id}.issues.length) {${prefixStr(id, k)}
          }

          if (${assign}) {
            newResult[${k}] = ${id}.value;
          }
        }

      `);
            }
            else if (!isOptionalIn) {
                doc.write(`
        const ${id}_present = ${isPresent};
        if (${id}.issues.length) {${prefixStr(id, k)}
        }
        if (!${id}_present && !${id}.issues.length) {
          payload.issues.push({
            code: "invalid_type",
            expected: "nonoptional",
            input: undefined,
            path: [${k}]
          });
          if (ctx && ctx.abortEarly) {
            payload.value = newResult;
            return payload;
          }
        }

        if (${id}_present) {
          newResult[${k}] = ${id}.value;
        }

      `);
            }
            else {
                doc.write(`
        if (${id}.issues.length) {${prefixStr(id, k)}
        }
      `);
                if (optin === "defaulted") {
                    doc.write(`newResult[${k}] = ${id}.value;`);
                }
                else {
                    doc.write(`
        if (${id}.value !== undefined || ${isPresent}) {
          newResult[${k}] = ${id}.value;
        }
      `);
                }
            }
        }
        doc.write(`payload.value = newResult;`);
        doc.write(`return payload;`);
        // closing `shape` in is what pays: turbofan specializes the parser against that one shape object, so every `shape[k]._zod.run` folds to a known callee. as a parameter it stays a generic load and measures 13% slower even with the forwarding frame gone
        return doc.compile();
    };
    let fastpass;
    const isObject = core_util/* isObject */.Gv;
    const jit = !core_core/* globalConfig */.cr.jitless;
    const allowsEval = core_util/* allowsEval */.hI;
    const fastEnabled = jit && allowsEval.value; // && !def.catchall;
    const catchall = def.catchall;
    let value;
    inst._zod.parse = (payload, ctx) => {
        value ?? (value = _normalized.value);
        const input = payload.value;
        if (!isObject(input)) {
            payload.issues.push({
                expected: "object",
                code: "invalid_type",
                input,
                inst,
            });
            return payload;
        }
        if (jit && fastEnabled && ctx?.async === false && ctx.jitless !== true) {
            // always synchronous
            if (!fastpass)
                fastpass = generateFastpass(def.shape);
            payload = fastpass(payload, ctx);
            if (!catchall)
                return payload;
            return handleCatchall([], input, payload, ctx, value, inst, ctx?.abortEarly === true);
        }
        return superParse(payload, ctx);
    };
});
function handleUnionResults(results, final, inst, ctx) {
    for (const result of results) {
        if (result.issues.length === 0) {
            final.value = result.value;
            return final;
        }
    }
    const nonaborted = results.filter((r) => !core_util/* aborted */.QH(r));
    if (nonaborted.length === 1) {
        final.value = nonaborted[0].value;
        return nonaborted[0];
    }
    final.issues.push({
        code: "invalid_union",
        input: final.value,
        inst,
        errors: results.map((result) => result.issues.map((iss) => core_util/* finalizeIssue */.iR(iss, ctx, core_core/* config */.$W()))),
    });
    return final;
}
const $ZodUnion = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodUnion", (inst, def) => {
    $ZodType.init(inst, def);
    core_util/* defineLazyInternal */.v5(inst, "optin", (zod) => zod.def.options.some((o) => o._zod.optin === "defaulted")
        ? "defaulted"
        : zod.def.options.some((o) => o._zod.optin !== undefined)
            ? "optional"
            : undefined);
    core_util/* defineLazyInternal */.v5(inst, "optout", (zod) => zod.def.options.some((o) => o._zod.optout === "optional") ? "optional" : undefined);
    core_util/* defineLazyInternal */.v5(inst, "values", (zod) => {
        if (zod.def.options.every((o) => o._zod.values)) {
            return new Set(zod.def.options.flatMap((option) => Array.from(option._zod.values)));
        }
        return undefined;
    });
    core_util/* defineLazyInternal */.v5(inst, "pattern", (zod) => {
        if (zod.def.options.every((o) => o._zod.pattern)) {
            const patterns = zod.def.options.map((o) => o._zod.pattern);
            return new RegExp(`^(${patterns.map((p) => core_util/* cleanRegex */.p6(p.source)).join("|")})$`);
        }
        return undefined;
    });
    const first = def.options.length === 1 ? def.options[0]._zod.run : null;
    inst._zod.parse = (payload, ctx) => {
        if (first) {
            return first(payload, ctx);
        }
        let async = false;
        const results = [];
        for (const option of def.options) {
            const result = option._zod.run({
                value: payload.value,
                issues: [],
            }, ctx);
            if (result instanceof Promise) {
                results.push(result);
                async = true;
            }
            else {
                if (result.issues.length === 0)
                    return result;
                results.push(result);
            }
        }
        if (!async)
            return handleUnionResults(results, payload, inst, ctx);
        return Promise.all(results).then((results) => {
            return handleUnionResults(results, payload, inst, ctx);
        });
    };
});
function handleExclusiveUnionResults(results, final, inst, ctx) {
    const matches = [];
    for (let i = 0; i < results.length; i++) {
        if (results[i].issues.length === 0)
            matches.push(i);
    }
    if (matches.length === 1) {
        final.value = results[matches[0]].value;
        return final;
    }
    if (matches.length === 0) {
        // No matches - same as regular union
        final.issues.push({
            code: "invalid_union",
            input: final.value,
            inst,
            errors: results.map((result) => result.issues.map((iss) => util.finalizeIssue(iss, ctx, core.config()))),
        });
    }
    else {
        // Multiple matches - exclusive union failure
        final.issues.push({
            code: "invalid_union",
            input: final.value,
            inst,
            errors: [],
            inclusive: false,
            matches,
        });
    }
    return final;
}
const $ZodXor = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodXor", (inst, def) => {
    $ZodUnion.init(inst, def);
    def.inclusive = false;
    const first = def.options.length === 1 ? def.options[0]._zod.run : null;
    inst._zod.parse = (payload, ctx) => {
        if (first) {
            return first(payload, ctx);
        }
        let async = false;
        const results = [];
        for (const option of def.options) {
            const result = option._zod.run({
                value: payload.value,
                issues: [],
            }, ctx);
            if (result instanceof Promise) {
                results.push(result);
                async = true;
            }
            else {
                results.push(result);
            }
        }
        if (!async)
            return handleExclusiveUnionResults(results, payload, inst, ctx);
        return Promise.all(results).then((results) => {
            return handleExclusiveUnionResults(results, payload, inst, ctx);
        });
    };
})));
/** Returns the option whose discriminator claims `value`, or throws if ambiguous. */
function getDiscriminatedOption(union, value) {
    const internals = union._zod;
    let map = internals.bag.optionsMap;
    if (!map) {
        map = discriminatorMap(internals.def);
        internals.bag.optionsMap = map;
    }
    const option = map.get(value);
    if (option === null)
        throw new Error(`Ambiguous discriminator value "${String(value)}"`);
    return option;
}
function discriminatorMap(def) {
    const map = new Map();
    for (const option of def.options) {
        const values = option._zod.propValues?.[def.discriminator];
        if (!values || values.size === 0)
            throw new Error(`Invalid discriminated union option at index "${def.options.indexOf(option)}"`);
        for (const value of values) {
            if (map.has(value)) {
                if (value !== undefined)
                    throw new Error(`Duplicate discriminator value "${String(value)}"`);
                // keep the collision marked so a later member cannot reclaim it
                map.set(value, null);
            }
            else {
                map.set(value, option);
            }
        }
    }
    return map;
}
const $ZodDiscriminatedUnion = 
/*@__PURE__*/
core_core/* $constructor */.xI("$ZodDiscriminatedUnion", (inst, def) => {
    def.inclusive = false;
    $ZodUnion.init(inst, def);
    const _super = inst._zod.parse;
    core_util/* defineLazyInternal */.v5(inst, "propValues", (zod) => {
        const propValues = {};
        let undefinedCount = 0;
        for (const option of zod.def.options) {
            const pv = option._zod.propValues;
            if (!pv || Object.keys(pv).length === 0)
                throw new Error(`Invalid discriminated union option at index "${zod.def.options.indexOf(option)}"`);
            if (pv[zod.def.discriminator]?.has(undefined))
                undefinedCount++;
            for (const [k, v] of Object.entries(pv)) {
                if (!Object.prototype.hasOwnProperty.call(propValues, k)) {
                    core_util/* assignProp */.Vy(propValues, k, new Set());
                }
                for (const val of v) {
                    propValues[k].add(val);
                }
            }
        }
        if (!zod.def.unionFallback && undefinedCount > 1)
            propValues[zod.def.discriminator]?.delete(undefined);
        return propValues;
    });
    // Checked now rather than in the lookup map below, so an option that lacks the discriminator fails at the `discriminatedUnion` call instead of on the first object parsed. Options whose shape cannot be enumerated without resolving it — pipes and lazies — are left to the map.
    def.options.forEach((option, i) => {
        const propShape = core_util/* rawShape */.MO(option._zod.def);
        if (propShape && !Object.prototype.hasOwnProperty.call(propShape, def.discriminator)) {
            throw new Error(`Invalid discriminated union option at index "${i}"`);
        }
    });
    const disc = core_util/* cached */.PO(() => discriminatorMap(def));
    inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        if (!core_util/* isObject */.Gv(input)) {
            payload.issues.push({
                code: "invalid_type",
                expected: "object",
                input,
                inst,
            });
            return payload;
        }
        const value = input?.[def.discriminator];
        const opt = disc.value.get(value);
        // forward metadata cannot choose an encoder for an absent tag
        if (opt && (value !== undefined || ctx.direction !== "backward")) {
            return opt._zod.run(payload, ctx);
        }
        // Fall back to union matching when the fast discriminator path fails:
        // - explicitly enabled via unionFallback, or
        // - during backward direction (encode), since codec-based discriminators have different values in forward vs backward directions
        if (def.unionFallback || ctx.direction === "backward") {
            return _super(payload, ctx);
        }
        // no matching discriminator
        payload.issues.push({
            code: "invalid_union",
            errors: [],
            note: "No matching discriminator",
            discriminator: def.discriminator,
            options: Array.from(disc.value.keys()).filter((value) => disc.value.get(value) !== null),
            input,
            path: [def.discriminator],
            inst,
        });
        return payload;
    };
});
const $ZodIntersection = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodIntersection", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        const left = def.left._zod.run({ value: input, issues: [] }, ctx);
        const right = def.right._zod.run({ value: input, issues: [] }, ctx);
        const async = left instanceof Promise || right instanceof Promise;
        if (async) {
            return Promise.all([left, right]).then(([left, right]) => {
                return handleIntersectionResults(payload, left, right);
            });
        }
        return handleIntersectionResults(payload, left, right);
    };
});
function mergeValues(a, b) {
    // const aType = parse.t(a);
    // const bType = parse.t(b);
    if (a === b) {
        return { valid: true, data: a };
    }
    if (a instanceof Date && b instanceof Date && +a === +b) {
        return { valid: true, data: a };
    }
    if (core_util/* isPlainObject */.Qd(a) && core_util/* isPlainObject */.Qd(b)) {
        const bKeys = Object.keys(b);
        const sharedKeys = Object.keys(a).filter((key) => bKeys.indexOf(key) !== -1);
        const newObj = { ...a, ...b };
        if (Object.prototype.hasOwnProperty.call(newObj, "__proto__"))
            delete newObj.__proto__;
        for (const key of sharedKeys) {
            if (key === "__proto__")
                continue;
            const sharedValue = mergeValues(a[key], b[key]);
            if (!sharedValue.valid) {
                return {
                    valid: false,
                    mergeErrorPath: [key, ...sharedValue.mergeErrorPath],
                };
            }
            newObj[key] = sharedValue.data;
        }
        return { valid: true, data: newObj };
    }
    if (Array.isArray(a) && Array.isArray(b)) {
        if (a.length !== b.length) {
            return { valid: false, mergeErrorPath: [] };
        }
        const newArray = [];
        for (let index = 0; index < a.length; index++) {
            const itemA = a[index];
            const itemB = b[index];
            const sharedValue = mergeValues(itemA, itemB);
            if (!sharedValue.valid) {
                return {
                    valid: false,
                    mergeErrorPath: [index, ...sharedValue.mergeErrorPath],
                };
            }
            newArray.push(sharedValue.data);
        }
        return { valid: true, data: newArray };
    }
    return { valid: false, mergeErrorPath: [] };
}
function handleIntersectionResults(result, left, right) {
    // Track which side(s) reject each key. A key rejection is reported only when BOTH sides reject it, so a key owned by one branch survives the other's key schema. strictObject reports these as unrecognized_keys; a record with an open key schema reports one invalid_key per key.
    const unrecKeys = new Map();
    let unrecIssue;
    const keyIssues = new Map();
    const collect = (iss, side) => {
        let keys;
        if (iss.code === "unrecognized_keys" && !iss.path?.length) {
            unrecIssue ?? (unrecIssue = iss);
            keys = iss.keys;
        }
        else if (iss.code === "invalid_key" && iss.origin === "record" && iss.path?.length === 1) {
            const k = String(iss.path[0]);
            if (!keyIssues.has(k))
                keyIssues.set(k, iss);
            keys = [k];
        }
        else {
            return false;
        }
        for (const k of keys) {
            if (!unrecKeys.has(k))
                unrecKeys.set(k, {});
            unrecKeys.get(k)[side] = true;
        }
        return true;
    };
    for (const iss of left.issues) {
        if (!collect(iss, "l"))
            result.issues.push(iss);
    }
    for (const iss of right.issues) {
        if (!collect(iss, "r"))
            result.issues.push(iss);
    }
    // Report only keys rejected by BOTH sides
    const bothKeys = [...unrecKeys].filter(([, f]) => f.l && f.r).map(([k]) => k);
    if (bothKeys.length) {
        const aggregated = unrecIssue ? bothKeys.filter((k) => unrecIssue.keys.includes(k)) : [];
        if (aggregated.length)
            result.issues.push({ ...unrecIssue, keys: aggregated });
        for (const k of bothKeys) {
            if (!aggregated.includes(k) && keyIssues.has(k))
                result.issues.push(keyIssues.get(k));
        }
    }
    const merged = mergeValues(left.value, right.value);
    if (!merged.valid) {
        if (core_util/* aborted */.QH(result))
            return result;
        throw new Error(`Unmergable intersection. Error path: ` + `${JSON.stringify(merged.mergeErrorPath)}`);
    }
    result.value = merged.data;
    return result;
}
const $ZodTuple = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodTuple", (inst, def) => {
    $ZodType.init(inst, def);
    const items = def.items;
    const memo = core_core/* globalConfig */.cr.memoizer;
    memo?.attach(inst);
    inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        if (!Array.isArray(input)) {
            payload.issues.push({
                input,
                inst,
                expected: "tuple",
                code: "invalid_type",
            });
            return payload;
        }
        payload.value = memo ? memo.alloc(inst, payload, [], ctx) : [];
        const proms = [];
        const optinStart = getTupleOptStart(items, "optin");
        const optoutStart = getTupleOptStart(items, "optout");
        if (!def.rest) {
            if (input.length < optinStart) {
                payload.issues.push({
                    code: "too_small",
                    minimum: optinStart,
                    inclusive: true,
                    input,
                    inst,
                    origin: "array",
                });
                return payload;
            }
            if (input.length > items.length) {
                payload.issues.push({
                    code: "too_big",
                    maximum: items.length,
                    inclusive: true,
                    input,
                    inst,
                    origin: "array",
                });
            }
        }
        // Run every item in parallel, collecting results into an indexed array. The post-processing in `handleTupleResults` walks them in order so it can decide whether an absent optional-output error can truncate the tail or must be reported to preserve required output.
        const itemResults = new Array(items.length);
        // only tracked when there is a rest loop to skip
        const abortEarly = def.rest ? ctx?.abortEarly : undefined;
        let itemAborted = false;
        for (let i = 0; i < items.length; i++) {
            const r = items[i]._zod.run({ value: input[i], issues: [] }, ctx);
            if (r instanceof Promise) {
                proms.push(r.then((rr) => {
                    itemResults[i] = rr;
                }));
            }
            else {
                itemResults[i] = r;
                if (abortEarly && !itemAborted && r.issues.length)
                    itemAborted = core_util/* aborted */.QH(r);
            }
        }
        // sound because rest is non-empty exactly when every fixed index is present, the one case handleTupleResults cannot discard an item's issues
        if (def.rest && !itemAborted) {
            let i = items.length - 1;
            const rest = input.slice(items.length);
            let seen = payload.issues.length;
            for (const el of rest) {
                if (abortEarly && payload.issues.length !== seen) {
                    if (core_util/* aborted */.QH(payload, seen))
                        break;
                    seen = payload.issues.length;
                }
                i++;
                const result = def.rest._zod.run({ value: el, issues: [] }, ctx);
                if (result instanceof Promise) {
                    proms.push(result.then((r) => handleTupleResult(r, payload, i)));
                }
                else {
                    handleTupleResult(result, payload, i);
                }
            }
        }
        if (proms.length) {
            return Promise.all(proms).then(() => handleTupleResults(itemResults, payload, items, input, optoutStart));
        }
        return handleTupleResults(itemResults, payload, items, input, optoutStart);
    };
});
function getTupleOptStart(items, key) {
    for (let i = items.length - 1; i >= 0; i--) {
        // optin is a three-rung ladder so any rung above `undefined` permits an absent slot; optout stays two-valued.
        const omittable = key === "optin" ? items[i]._zod.optin !== undefined : items[i]._zod.optout === "optional";
        if (!omittable)
            return i + 1;
    }
    return 0;
}
function handleTupleResult(result, final, index) {
    if (result.issues.length) {
        final.issues.push(...core_util/* prefixIssues */.lQ(index, result.issues));
    }
    final.value[index] = result.value;
}
function handleTupleResults(itemResults, final, items, input, optoutStart) {
    // Walk results in order. Mirror $ZodObject's swallow-on-absent-optional rule, but only after `optoutStart`: the first index where the output tuple tail can be absent.
    for (let i = 0; i < items.length; i++) {
        const r = itemResults[i];
        const isPresent = i < input.length;
        // The array analog of `handlePropertyResult`'s absent-key early return: the middle rung permits absence without supplying anything in its place, so the tail truncates here instead of materializing whatever the item made of `undefined`.
        if (!isPresent && i >= optoutStart && items[i]._zod.optin === "optional") {
            final.value.length = i;
            break;
        }
        if (r.issues.length) {
            if (!isPresent && i >= optoutStart) {
                final.value.length = i;
                break;
            }
            final.issues.push(...core_util/* prefixIssues */.lQ(i, r.issues));
        }
        final.value[i] = r.value;
    }
    // Drop trailing slots that produced `undefined` for absent input
    // (the array analog of an absent optional key on an object). The
    // `i >= input.length` floor is critical: an explicit `undefined`
    // *inside* the input must be preserved even when the schema is
    // optional-out (e.g. `z.string().or(z.undefined())` accepting an
    // explicit undefined value).
    for (let i = final.value.length - 1; i >= input.length; i--) {
        if (items[i]._zod.optout === "optional" && final.value[i] === undefined) {
            final.value.length = i;
        }
        else {
            break;
        }
    }
    return final;
}
const $ZodRecord = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodRecord", (inst, def) => {
    $ZodType.init(inst, def);
    const memo = core_core/* globalConfig */.cr.memoizer;
    memo?.attach(inst);
    inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        if (!core_util/* isPlainObject */.Qd(input)) {
            payload.issues.push({
                expected: "record",
                code: "invalid_type",
                input,
                inst,
            });
            return payload;
        }
        // no guard in either loop below: a record's invalid_key aborts but an enclosing intersection can reconcile it, so a stopped loop hides keys the sibling does not own and the intersection then rejects nothing
        const proms = [];
        const values = def.keyType._zod.values;
        if (values && !def.partial) {
            payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
            const recordKeys = new Set();
            for (const key of values) {
                if (typeof key === "string" || typeof key === "number" || typeof key === "symbol") {
                    recordKeys.add(typeof key === "number" ? key.toString() : key);
                    // A declared __proto__ is stripped but is not an unrecognized key.
                    if (key === "__proto__")
                        continue;
                    const keyResult = def.keyType._zod.run({ value: key, issues: [] }, ctx);
                    if (keyResult instanceof Promise) {
                        throw new Error("Async schemas not supported in object keys currently");
                    }
                    if (keyResult.issues.length) {
                        payload.issues.push({
                            code: "invalid_key",
                            origin: "record",
                            issues: keyResult.issues.map((iss) => core_util/* finalizeIssue */.iR(iss, ctx, core_core/* config */.$W())),
                            input: key,
                            path: [key],
                            inst,
                        });
                        continue;
                    }
                    const outKey = keyResult.value;
                    if (outKey === "__proto__")
                        continue;
                    const result = def.valueType._zod.run({ value: input[key], issues: [] }, ctx);
                    if (result instanceof Promise) {
                        proms.push(result.then((result) => {
                            if (result.issues.length) {
                                payload.issues.push(...core_util/* prefixIssues */.lQ(key, result.issues));
                            }
                            payload.value[outKey] = result.value;
                        }));
                    }
                    else {
                        if (result.issues.length) {
                            payload.issues.push(...core_util/* prefixIssues */.lQ(key, result.issues));
                        }
                        payload.value[outKey] = result.value;
                    }
                }
            }
            let unrecognized;
            for (const key in input) {
                if (!recordKeys.has(key)) {
                    if (def.mode === "loose") {
                        // skip __proto__ so it can't replace the result prototype via the assignment setter on the plain {} we build into
                        if (key === "__proto__")
                            continue;
                        payload.value[key] = input[key];
                    }
                    else {
                        unrecognized = unrecognized ?? [];
                        unrecognized.push(key);
                    }
                }
            }
            if (unrecognized && unrecognized.length > 0) {
                payload.issues.push({
                    code: "unrecognized_keys",
                    input,
                    inst,
                    keys: unrecognized,
                    continue: true,
                });
            }
        }
        else {
            payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
            // An enumerable key schema declares which keys the record owns, so a key outside the set is unrecognized. A non-enumerable one (regex, refine) is a constraint every key must satisfy, so a failing key is invalid. Only the former is reconcilable against the other side of an intersection.
            let unrecognized;
            // Reflect.ownKeys for Symbol-key support; filter non-enumerable to match z.object()
            for (const key of Reflect.ownKeys(input)) {
                if (key === "__proto__")
                    continue;
                if (!Object.prototype.propertyIsEnumerable.call(input, key))
                    continue;
                let keyResult = def.keyType._zod.run({ value: key, issues: [] }, ctx);
                if (keyResult instanceof Promise) {
                    throw new Error("Async schemas not supported in object keys currently");
                }
                // Numeric string fallback: if key is a numeric string and failed, retry with Number(key). This handles z.number(), z.literal([1, 2, 3]), and unions containing numeric literals
                const checkNumericKey = typeof key === "string" && core_regexes/* number */.ai.test(key) && keyResult.issues.length;
                if (checkNumericKey) {
                    const retryResult = def.keyType._zod.run({ value: Number(key), issues: [] }, ctx);
                    if (retryResult instanceof Promise) {
                        throw new Error("Async schemas not supported in object keys currently");
                    }
                    if (retryResult.issues.length === 0) {
                        keyResult = retryResult;
                    }
                }
                if (keyResult.issues.length) {
                    if (def.mode === "loose") {
                        // Pass through unchanged
                        payload.value[key] = input[key];
                    }
                    else if (values) {
                        unrecognized = unrecognized ?? [];
                        unrecognized.push(key);
                    }
                    else {
                        // Default "strict" behavior: error on invalid key
                        payload.issues.push({
                            code: "invalid_key",
                            origin: "record",
                            issues: keyResult.issues.map((iss) => core_util/* finalizeIssue */.iR(iss, ctx, core_core/* config */.$W())),
                            input: key,
                            path: [key],
                            inst,
                        });
                    }
                    continue;
                }
                // the guard above tests the raw input key, but the key schema can normalize an ordinary key into __proto__; re-check the key we actually write under
                const outKey = keyResult.value;
                if (outKey === "__proto__")
                    continue;
                const result = def.valueType._zod.run({ value: input[key], issues: [] }, ctx);
                if (result instanceof Promise) {
                    proms.push(result.then((result) => {
                        if (result.issues.length) {
                            payload.issues.push(...core_util/* prefixIssues */.lQ(key, result.issues));
                        }
                        payload.value[outKey] = result.value;
                    }));
                }
                else {
                    if (result.issues.length) {
                        payload.issues.push(...core_util/* prefixIssues */.lQ(key, result.issues));
                    }
                    payload.value[outKey] = result.value;
                }
            }
            if (unrecognized && unrecognized.length > 0) {
                payload.issues.push({
                    code: "unrecognized_keys",
                    input,
                    inst,
                    keys: unrecognized,
                    continue: true,
                });
            }
        }
        if (proms.length) {
            return Promise.all(proms).then(() => payload);
        }
        return payload;
    };
});
const $ZodMap = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodMap", (inst, def) => {
    $ZodType.init(inst, def);
    const memo = core.globalConfig.memoizer;
    memo?.attach(inst);
    inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        if (!(input instanceof Map)) {
            payload.issues.push({
                expected: "map",
                code: "invalid_type",
                input,
                inst,
            });
            return payload;
        }
        const proms = [];
        payload.value = memo ? memo.alloc(inst, payload, new Map(), ctx) : new Map();
        const abortEarly = ctx?.abortEarly;
        let seen = payload.issues.length;
        for (const [key, value] of input) {
            if (abortEarly && payload.issues.length !== seen) {
                if (util.aborted(payload, seen))
                    break;
                seen = payload.issues.length;
            }
            const keyResult = def.keyType._zod.run({ value: key, issues: [] }, ctx);
            const valueResult = def.valueType._zod.run({ value: value, issues: [] }, ctx);
            if (keyResult instanceof Promise || valueResult instanceof Promise) {
                proms.push(Promise.all([keyResult, valueResult]).then(([keyResult, valueResult]) => {
                    handleMapResult(keyResult, valueResult, payload, key, input, inst, ctx);
                }));
            }
            else {
                handleMapResult(keyResult, valueResult, payload, key, input, inst, ctx);
            }
        }
        if (proms.length)
            return Promise.all(proms).then(() => payload);
        return payload;
    };
    capSize(inst, mapSize);
})));
function handleMapResult(keyResult, valueResult, final, key, input, inst, ctx) {
    if (keyResult.issues.length) {
        if (util.propertyKeyTypes.has(typeof key)) {
            final.issues.push(...util.prefixIssues(key, keyResult.issues));
        }
        else {
            final.issues.push({
                code: "invalid_key",
                origin: "map",
                input,
                inst,
                issues: keyResult.issues.map((iss) => util.finalizeIssue(iss, ctx, core.config())),
            });
        }
    }
    if (valueResult.issues.length) {
        if (util.propertyKeyTypes.has(typeof key)) {
            final.issues.push(...util.prefixIssues(key, valueResult.issues));
        }
        else {
            final.issues.push({
                origin: "map",
                code: "invalid_element",
                input,
                inst,
                key: key,
                issues: valueResult.issues.map((iss) => util.finalizeIssue(iss, ctx, core.config())),
            });
        }
    }
    final.value.set(keyResult.value, valueResult.value);
}
const $ZodSet = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodSet", (inst, def) => {
    $ZodType.init(inst, def);
    const memo = core.globalConfig.memoizer;
    memo?.attach(inst);
    inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        if (!(input instanceof Set)) {
            payload.issues.push({
                input,
                inst,
                expected: "set",
                code: "invalid_type",
            });
            return payload;
        }
        const proms = [];
        payload.value = memo ? memo.alloc(inst, payload, new Set(), ctx) : new Set();
        const abortEarly = ctx?.abortEarly;
        let seen = payload.issues.length;
        for (const item of input) {
            if (abortEarly && payload.issues.length !== seen) {
                if (util.aborted(payload, seen))
                    break;
                seen = payload.issues.length;
            }
            const result = def.valueType._zod.run({ value: item, issues: [] }, ctx);
            if (result instanceof Promise) {
                proms.push(result.then((result) => handleSetResult(result, payload)));
            }
            else
                handleSetResult(result, payload);
        }
        if (proms.length)
            return Promise.all(proms).then(() => payload);
        return payload;
    };
    capSize(inst, setSize);
})));
function handleSetResult(result, final) {
    if (result.issues.length) {
        final.issues.push(...result.issues);
    }
    final.value.add(result.value);
}
const $ZodEnum = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodEnum", (inst, def) => {
    $ZodType.init(inst, def);
    const values = core_util/* getEnumValues */.w5(def.entries);
    const valuesSet = new Set(values);
    inst._zod.values = valuesSet;
    core_util/* defineLazyInternal */.v5(inst, "pattern", (zod) => {
        const patternValues = core_util/* getEnumValues */.w5(zod.def.entries).filter((k) => core_util/* propertyKeyTypes */.qQ.has(typeof k));
        // unmatchable fallback, RE2-safe: an empty alternation would compile to /^()$/, which matches ""
        return new RegExp(patternValues.length ? `^(${patternValues.map((o) => core_util/* escapeRegex */.sD(o.toString())).join("|")})$` : "^[^\\s\\S]$");
    });
    inst._zod.parse = (payload, _ctx) => {
        const input = payload.value;
        if (valuesSet.has(input)) {
            return payload;
        }
        payload.issues.push({
            code: "invalid_value",
            values,
            input,
            inst,
        });
        return payload;
    };
});
const $ZodLiteral = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodLiteral", (inst, def) => {
    $ZodType.init(inst, def);
    const values = new Set(def.values);
    inst._zod.values = values;
    core_util/* defineLazyInternal */.v5(inst, "pattern", (zod) => {
        const vals = zod.def.values;
        // unmatchable fallback, RE2-safe: an empty alternation would compile to /^()$/, which matches ""
        return new RegExp(vals.length
            ? `^(${vals
                .map((o) => typeof o === "string" ? core_util/* escapeRegex */.sD(o) : o ? core_util/* escapeRegex */.sD(o.toString()) : String(o))
                .join("|")})$`
            : "^[^\\s\\S]$");
    });
    inst._zod.parse = (payload, _ctx) => {
        const input = payload.value;
        if (values.has(input)) {
            return payload;
        }
        payload.issues.push({
            code: "invalid_value",
            values: def.values,
            input,
            inst,
        });
        return payload;
    };
});
const $ZodFile = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodFile", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, _ctx) => {
        const input = payload.value;
        // @ts-ignore
        if (input instanceof File)
            return payload;
        payload.issues.push({
            expected: "file",
            code: "invalid_type",
            input,
            inst,
        });
        return payload;
    };
})));
const $ZodTransform = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodTransform", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.optin = "optional";
    core_core/* globalConfig */.cr.memoizer?.guard(inst);
    inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
            throw new core_core/* $ZodEncodeError */.cV(inst.constructor.name);
        }
        const _out = def.transform(payload.value, payload);
        if (ctx.async) {
            const output = _out instanceof Promise ? _out : Promise.resolve(_out);
            return output.then((output) => {
                payload.value = output;
                return payload;
            });
        }
        if (_out instanceof Promise) {
            throw new core_core/* $ZodAsyncError */.GT();
        }
        payload.value = _out;
        return payload;
    };
});
function handleOptionalResult(payload, result) {
    // A substituting schema that still failed has no usable answer; yield undefined. Its issues are simply dropped: it ran on a payload of its own, so there is no shared array to truncate and nothing of the caller's to lose with it.
    payload.value = result.issues.length ? undefined : result.value;
    return payload;
}
const $ZodOptional = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodOptional", (inst, def) => {
    $ZodType.init(inst, def);
    // .optional() propagates absence rather than substituting for it, so a defaulted inner keeps its rung.
    core_util/* defineLazyInternal */.v5(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
    inst._zod.optout = "optional";
    core_util/* defineLazyInternal */.v5(inst, "values", (zod) => {
        const values = zod.def.innerType._zod.values;
        return values ? new Set([...values, undefined]) : undefined;
    });
    core_util/* defineLazyInternal */.v5(inst, "pattern", (zod) => {
        const pattern = zod.def.innerType._zod.pattern;
        return pattern ? new RegExp(`^(${core_util/* cleanRegex */.p6(pattern.source)})?$`) : undefined;
    });
    inst._zod.parse = (payload, ctx) => {
        if (payload.value === undefined) {
            // Only the top rung substitutes a value for absence; everything else leaves it intact, which is what .optional() means.
            if (def.innerType._zod.optin !== "defaulted")
                return payload;
            // Its own payload, for the same reason $ZodCatch gets one: a pipe forwards an unrecognized key through the caller's issues array, and this must not read that as the substituting schema failing and drop it.
            const result = def.innerType._zod.run({ value: payload.value, issues: [] }, ctx);
            if (result instanceof Promise)
                return result.then((result) => handleOptionalResult(payload, result));
            return handleOptionalResult(payload, result);
        }
        return def.innerType._zod.run(payload, ctx);
    };
});
const $ZodExactOptional = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodExactOptional", (inst, def) => {
    // Call parent init - inherits optin/optout = "optional"
    $ZodOptional.init(inst, def);
    // Override values/pattern to NOT add undefined
    core_util/* defineLazyInternal */.v5(inst, "values", (zod) => zod.def.innerType._zod.values);
    core_util/* defineLazyInternal */.v5(inst, "pattern", (zod) => zod.def.innerType._zod.pattern);
    // Override parse to just delegate (no undefined handling)
    inst._zod.parse = (payload, ctx) => {
        return def.innerType._zod.run(payload, ctx);
    };
});
const $ZodNullable = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodNullable", (inst, def) => {
    $ZodType.init(inst, def);
    core_util/* defineLazyInternal */.v5(inst, "optin", (zod) => zod.def.innerType._zod.optin);
    core_util/* defineLazyInternal */.v5(inst, "optout", (zod) => zod.def.innerType._zod.optout);
    core_util/* defineLazyInternal */.v5(inst, "pattern", (zod) => {
        const pattern = zod.def.innerType._zod.pattern;
        return pattern ? new RegExp(`^(${core_util/* cleanRegex */.p6(pattern.source)}|null)$`) : undefined;
    });
    core_util/* defineLazyInternal */.v5(inst, "values", (zod) => {
        return zod.def.innerType._zod.values ? new Set([...zod.def.innerType._zod.values, null]) : undefined;
    });
    inst._zod.parse = (payload, ctx) => {
        // Forward direction (decode): allow null to pass through
        if (payload.value === null)
            return payload;
        return def.innerType._zod.run(payload, ctx);
    };
});
const $ZodDefault = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodDefault", (inst, def) => {
    $ZodType.init(inst, def);
    // inst._zod.qin = "true";
    inst._zod.optin = "defaulted";
    core_util/* defineLazyInternal */.v5(inst, "values", (zod) => zod.def.innerType._zod.values);
    inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
            return def.innerType._zod.run(payload, ctx);
        }
        // Forward direction (decode): apply defaults for undefined input
        if (payload.value === undefined) {
            payload.value = def.defaultValue;
            /**
             * $ZodDefault returns the default value immediately in forward direction.
             * It doesn't pass the default value into the validator ("prefault"). There's no reason to pass the default value through validation. The validity of the default is enforced by TypeScript statically. Otherwise, it's the responsibility of the user to ensure the default is valid. In the case of pipes with divergent in/out types, you can specify the default on the `in` schema of your ZodPipe to set a "prefault" for the pipe.   */
            return payload;
        }
        // Forward direction: continue with default handling
        const result = def.innerType._zod.run(payload, ctx);
        if (result instanceof Promise) {
            return result.then((result) => handleDefaultResult(result, def));
        }
        return handleDefaultResult(result, def);
    };
});
function handleDefaultResult(payload, def) {
    if (payload.value === undefined) {
        payload.value = def.defaultValue;
    }
    return payload;
}
const $ZodPrefault = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodPrefault", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.optin = "defaulted";
    core_util/* defineLazyInternal */.v5(inst, "values", (zod) => zod.def.innerType._zod.values);
    inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
            return def.innerType._zod.run(payload, ctx);
        }
        // Forward direction (decode): apply prefault for undefined input
        if (payload.value === undefined) {
            payload.value = def.defaultValue;
        }
        return def.innerType._zod.run(payload, ctx);
    };
});
const $ZodNonOptional = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodNonOptional", (inst, def) => {
    $ZodType.init(inst, def);
    core_util/* defineLazyInternal */.v5(inst, "values", (zod) => {
        const v = zod.def.innerType._zod.values;
        return v ? new Set([...v].filter((x) => x !== undefined)) : undefined;
    });
    inst._zod.parse = (payload, ctx) => {
        const result = def.innerType._zod.run(payload, ctx);
        if (result instanceof Promise) {
            return result.then((result) => handleNonOptionalResult(result, inst));
        }
        return handleNonOptionalResult(result, inst);
    };
});
function handleNonOptionalResult(payload, inst) {
    if (!payload.issues.length && payload.value === undefined) {
        payload.issues.push({
            code: "invalid_type",
            expected: "nonoptional",
            input: payload.value,
            inst,
        });
    }
    return payload;
}
const $ZodSuccess = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodSuccess", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
            throw new core.$ZodEncodeError("ZodSuccess");
        }
        const result = def.innerType._zod.run(payload, ctx);
        if (result instanceof Promise) {
            return result.then((result) => {
                payload.value = result.issues.length === 0;
                return payload;
            });
        }
        payload.value = result.issues.length === 0;
        return payload;
    };
})));
function handleCatchResult(payload, result, def, ctx) {
    if (!result.issues.length) {
        payload.value = result.value;
        // The value carries up, so the flag describing it has to carry with it: a back-edge into a node still being parsed must not be frozen by an enclosing readonly, and its checks belong to the node itself. Guarded so the ordinary case adds no own property.
        if (result.memo)
            payload.memo = true;
        return payload;
    }
    // Spread the inner's own payload, not ours: `value` has to stay the input the catch was handed, and the inner ran on a payload of its own so its issues are already private to this call.
    payload.value = def.catchValue({
        ...result,
        value: payload.value,
        error: {
            issues: result.issues.map((iss) => core_util/* finalizeIssue */.iR(iss, ctx, core_core/* config */.$W())),
        },
        input: payload.value,
    });
    return payload;
}
const $ZodCatch = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodCatch", (inst, def) => {
    $ZodType.init(inst, def);
    core_util/* defineLazyInternal */.v5(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
    core_util/* defineLazyInternal */.v5(inst, "optout", (zod) => zod.def.innerType._zod.optout);
    core_util/* defineLazyInternal */.v5(inst, "values", (zod) => zod.def.innerType._zod.values);
    inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
            return def.innerType._zod.run(payload, ctx);
        }
        // Forward direction (decode): apply catch logic
        const result = def.innerType._zod.run({ value: payload.value, issues: [] }, ctx);
        if (result instanceof Promise) {
            return result.then((result) => handleCatchResult(payload, result, def, ctx));
        }
        return handleCatchResult(payload, result, def, ctx);
    };
});
const $ZodNaN = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodNaN", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, _ctx) => {
        if (typeof payload.value !== "number" || !Number.isNaN(payload.value)) {
            payload.issues.push({
                input: payload.value,
                inst,
                expected: "nan",
                code: "invalid_type",
            });
            return payload;
        }
        return payload;
    };
})));
const $ZodPipe = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodPipe", (inst, def) => {
    $ZodType.init(inst, def);
    core_util/* defineLazyInternal */.v5(inst, "values", (zod) => zod.def.in._zod.values);
    core_util/* defineLazyInternal */.v5(inst, "optin", (zod) => zod.def.in._zod.optin);
    core_util/* defineLazyInternal */.v5(inst, "optout", (zod) => zod.def.out._zod.optout);
    core_util/* defineLazyInternal */.v5(inst, "propValues", (zod) => zod.def.in._zod.propValues);
    inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
            const right = def.out._zod.run(payload, ctx);
            if (right instanceof Promise) {
                return right.then((right) => handlePipeResult(right, def.in, ctx));
            }
            return handlePipeResult(right, def.in, ctx);
        }
        const left = def.in._zod.run(payload, ctx);
        if (left instanceof Promise) {
            return left.then((left) => handlePipeResult(left, def.out, ctx));
        }
        return handlePipeResult(left, def.out, ctx);
    };
});
function handlePipeResult(left, next, ctx) {
    // Any issue stops the pipe, so a failing refinement never feeds its transform. An unrecognized key is the exception: it describes the input's extra properties, not the value being piped, and an enclosing intersection may yet reconcile it.
    if (left.issues.some((iss) => iss.code !== "unrecognized_keys")) {
        // prevent further checks
        left.aborted = true;
        return left;
    }
    return next._zod.run({ value: left.value, issues: left.issues }, ctx);
}
const $ZodCodec = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodCodec", (inst, def) => {
    $ZodType.init(inst, def);
    core_util/* defineLazyInternal */.v5(inst, "values", (zod) => zod.def.in._zod.values);
    core_util/* defineLazyInternal */.v5(inst, "optin", (zod) => zod.def.in._zod.optin);
    core_util/* defineLazyInternal */.v5(inst, "optout", (zod) => zod.def.out._zod.optout);
    core_util/* defineLazyInternal */.v5(inst, "propValues", (zod) => zod.def.in._zod.propValues);
    inst._zod.parse = (payload, ctx) => {
        const direction = ctx.direction || "forward";
        if (direction === "forward") {
            const left = def.in._zod.run(payload, ctx);
            if (left instanceof Promise) {
                return left.then((left) => handleCodecAResult(left, def, ctx));
            }
            return handleCodecAResult(left, def, ctx);
        }
        else {
            const right = def.out._zod.run(payload, ctx);
            if (right instanceof Promise) {
                return right.then((right) => handleCodecAResult(right, def, ctx));
            }
            return handleCodecAResult(right, def, ctx);
        }
    };
});
function handleCodecAResult(result, def, ctx) {
    if (result.issues.length) {
        // prevent further checks
        result.aborted = true;
        return result;
    }
    const direction = ctx.direction || "forward";
    if (direction === "forward") {
        const transformed = def.transform(result.value, result);
        if (transformed instanceof Promise) {
            return transformed.then((value) => handleCodecTxResult(result, value, def.out, ctx));
        }
        return handleCodecTxResult(result, transformed, def.out, ctx);
    }
    else {
        const transformed = def.reverseTransform(result.value, result);
        if (transformed instanceof Promise) {
            return transformed.then((value) => handleCodecTxResult(result, value, def.in, ctx));
        }
        return handleCodecTxResult(result, transformed, def.in, ctx);
    }
}
function handleCodecTxResult(left, value, nextSchema, ctx) {
    // Check if transform added any issues
    if (left.issues.length) {
        left.aborted = true;
        return left;
    }
    return nextSchema._zod.run({ value, issues: left.issues }, ctx);
}
const $ZodPreprocess = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodPreprocess", (inst, def) => {
    $ZodPipe.init(inst, def);
});
const $ZodReadonly = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodReadonly", (inst, def) => {
    $ZodType.init(inst, def);
    core_util/* defineLazyInternal */.v5(inst, "propValues", (zod) => zod.def.innerType._zod.propValues);
    core_util/* defineLazyInternal */.v5(inst, "values", (zod) => zod.def.innerType._zod.values);
    core_util/* defineLazyInternal */.v5(inst, "optin", (zod) => zod.def.innerType?._zod?.optin);
    core_util/* defineLazyInternal */.v5(inst, "optout", (zod) => zod.def.innerType?._zod?.optout);
    inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
            return def.innerType._zod.run(payload, ctx);
        }
        const result = def.innerType._zod.run(payload, ctx);
        if (result instanceof Promise) {
            return result.then(handleReadonlyResult);
        }
        return handleReadonlyResult(result);
    };
});
function handleReadonlyResult(payload) {
    // A repeat visit hands back a node that is still being built; freezing it here would make the rest of its keys fail to assign.
    if (!payload.memo)
        payload.value = Object.freeze(payload.value);
    return payload;
}
// a leaf's pattern source with its own checks folded in: the last pattern-carrying check wins, else length bounds narrow the catch-all, else an integer format narrows the number form. the fold lives here instead of on `_zod.pattern` so a bundle without template literals never pays for it
function leafPattern(schema) {
    const def = schema._zod.def;
    let pattern = def.pattern;
    let isInt = !!def.format?.includes("int");
    let minimum;
    let maximum;
    for (const ch of def.checks ?? []) {
        const d = ch._zod.def;
        if (d.pattern)
            pattern = d.pattern;
        isInt || (isInt = !!d.format?.includes("int"));
        const lo = d.minimum ?? d.length;
        const hi = d.maximum ?? d.length;
        if (lo !== undefined && (minimum === undefined || lo > minimum))
            minimum = lo;
        if (hi !== undefined && (maximum === undefined || hi < maximum))
            maximum = hi;
    }
    if (pattern)
        return pattern.source;
    // an empty range matches nothing at runtime, and `{8,5}` is not a legal quantifier
    if (minimum !== undefined && maximum !== undefined && minimum > maximum)
        return "(?!)";
    if (minimum !== undefined || maximum !== undefined)
        return regexes.string({ minimum, maximum }).source;
    const own = schema._zod.pattern;
    return (isInt && own === regexes.number ? regexes.integer : own)?.source;
}
// a part's pattern source. a wrapper's pattern embeds its inner pattern's source verbatim, so the folded form is substituted in place without knowing the wrapper's own composition; a union's options are joined the way the union builds its own pattern
function partPattern(schema) {
    const def = schema._zod.def;
    const own = schema._zod.pattern?.source;
    // lazy resolves its inner on the internals, not the def
    const inner = def.innerType ?? schema._zod.innerType;
    if (inner) {
        const before = inner._zod.pattern?.source;
        const after = partPattern(inner);
        if (own && before && after && after !== before) {
            return own.replace(util.cleanRegex(before), () => util.cleanRegex(after));
        }
        return own;
    }
    if (def.options) {
        const sources = def.options.map(partPattern);
        if (sources.every(Boolean))
            return `^(${sources.map((s) => util.cleanRegex(s)).join("|")})$`;
    }
    return leafPattern(schema);
}
const $ZodTemplateLiteral = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodTemplateLiteral", (inst, def) => {
    $ZodType.init(inst, def);
    const regexParts = [];
    for (const part of def.parts) {
        if (typeof part === "object" && part !== null) {
            // is Zod schema
            const source = partPattern(part);
            if (!source) {
                throw new Error(`Invalid template literal part, no pattern found: ${[...part._zod.traits].shift()}`);
            }
            regexParts.push(util.cleanRegex(source));
        }
        else if (part === null || util.primitiveTypes.has(typeof part)) {
            regexParts.push(util.escapeRegex(`${part}`));
        }
        else {
            throw new Error(`Invalid template literal part: ${part}`);
        }
    }
    inst._zod.pattern = new RegExp(`^${regexParts.join("")}$`);
    inst._zod.parse = (payload, _ctx) => {
        if (typeof payload.value !== "string") {
            payload.issues.push({
                input: payload.value,
                inst,
                expected: "string",
                code: "invalid_type",
            });
            return payload;
        }
        inst._zod.pattern.lastIndex = 0;
        if (!inst._zod.pattern.test(payload.value)) {
            payload.issues.push({
                input: payload.value,
                inst,
                code: "invalid_format",
                format: def.format ?? "template_literal",
                pattern: inst._zod.pattern.source,
            });
            return payload;
        }
        return payload;
    };
})));
const $ZodFunction = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodFunction", (inst, def) => {
    $ZodType.init(inst, def);
    // Defined, not assigned: the classic prototype exposes `_def` as a getter with no setter.
    Object.defineProperty(inst, "_def", { value: def });
    inst._zod.def = def;
    inst.implement = (func) => {
        if (typeof func !== "function") {
            throw new Error("implement() must be called with a function");
        }
        // Defined inline so the closure stays anonymous: binding it to a `const` first names it, which costs 256 bytes per implemented function.
        return Object.defineProperty(function (...args) {
            const parsedArgs = inst._def.input ? parse(inst._def.input, args) : args;
            const result = Reflect.apply(func, this, parsedArgs);
            if (inst._def.output) {
                return parse(inst._def.output, result);
            }
            return result;
        }, "_zod", { value: inst._zod, enumerable: false });
    };
    inst.implementAsync = (func) => {
        if (typeof func !== "function") {
            throw new Error("implementAsync() must be called with a function");
        }
        return Object.defineProperty(async function (...args) {
            const parsedArgs = inst._def.input ? await parseAsync(inst._def.input, args) : args;
            const result = await Reflect.apply(func, this, parsedArgs);
            if (inst._def.output) {
                return await parseAsync(inst._def.output, result);
            }
            return result;
        }, "_zod", { value: inst._zod, enumerable: false });
    };
    inst._zod.parse = (payload, _ctx) => {
        if (typeof payload.value !== "function") {
            payload.issues.push({
                code: "invalid_type",
                expected: "function",
                input: payload.value,
                inst,
            });
            return payload;
        }
        // Check if output is a promise type to determine if we should use async implementation
        const hasPromiseOutput = inst._def.output && inst._def.output._zod.def.type === "promise";
        if (hasPromiseOutput) {
            payload.value = inst.implementAsync(payload.value);
        }
        else {
            payload.value = inst.implement(payload.value);
        }
        return payload;
    };
    inst.input = (...args) => {
        const F = inst.constructor;
        if (Array.isArray(args[0])) {
            return new F({
                type: "function",
                input: new $ZodTuple({
                    type: "tuple",
                    items: args[0],
                    rest: args[1],
                }),
                output: inst._def.output,
            });
        }
        return new F({
            type: "function",
            input: args[0],
            output: inst._def.output,
        });
    };
    inst.output = (output) => {
        const F = inst.constructor;
        return new F({
            type: "function",
            input: inst._def.input,
            output,
        });
    };
    return inst;
})));
const $ZodPromise = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodPromise", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, ctx) => {
        return Promise.resolve(payload.value).then((inner) => def.innerType._zod.run({ value: inner, issues: [] }, ctx));
    };
})));
const $ZodLazy = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodLazy", (inst, def) => {
    $ZodType.init(inst, def);
    // Cache the resolved inner type on the shared `def` so all clones of this lazy (e.g. via `.describe()`/`.meta()`) share the same inner instance, preserving identity for cycle detection on recursive schemas.
    core_util/* defineLazy */.gJ(inst._zod, "innerType", () => {
        const d = def;
        if (!d._cachedInner)
            d._cachedInner = def.getter();
        return d._cachedInner;
    });
    core_util/* defineLazyInternal */.v5(inst, "pattern", (zod) => zod.innerType?._zod?.pattern);
    core_util/* defineLazyInternal */.v5(inst, "propValues", (zod) => zod.innerType?._zod?.propValues);
    core_util/* defineLazyInternal */.v5(inst, "optin", (zod) => zod.innerType?._zod?.optin ?? undefined);
    core_util/* defineLazyInternal */.v5(inst, "optout", (zod) => zod.innerType?._zod?.optout ?? undefined);
    inst._zod.parse = (payload, ctx) => {
        const inner = inst._zod.innerType;
        return inner._zod.run(payload, ctx);
    };
});
const $ZodCustom = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodCustom", (inst, def) => {
    core_checks/* $ZodCheck */.QP.init(inst, def);
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, _) => {
        return payload;
    };
    inst._zod.check = (payload) => {
        const input = payload.value;
        const r = def.fn(input);
        if (r instanceof Promise) {
            return r.then((r) => handleRefineResult(r, payload, input, inst));
        }
        handleRefineResult(r, payload, input, inst);
        return;
    };
});
function handleRefineResult(result, payload, input, inst) {
    if (!result) {
        const _iss = {
            code: "custom",
            input,
            inst, // incorporates params.error into issue reporting
            path: [...(inst._zod.def.path ?? [])], // incorporates params.error into issue reporting
            continue: !inst._zod.def.abort,
            // params: inst._zod.def.params,
        };
        if (inst._zod.def.params)
            _iss.params = inst._zod.def.params;
        payload.issues.push(core_util/* issue */.sn(_iss));
    }
}


/***/ }),

/***/ 4723:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A2: () => (/* binding */ normalizeParams),
/* harmony export */   B7: () => (/* binding */ stringifyPrimitive),
/* harmony export */   GW: () => (/* binding */ parsedType),
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   LG: () => (/* binding */ floatSafeRemainder),
/* harmony export */   MO: () => (/* binding */ rawShape),
/* harmony export */   NM: () => (/* binding */ optionalKeys),
/* harmony export */   NR: () => (/* binding */ BIGINT_FORMAT_RANGES),
/* harmony export */   O7: () => (/* binding */ codePointLength),
/* harmony export */   OH: () => (/* binding */ partial),
/* harmony export */   PO: () => (/* binding */ cached),
/* harmony export */   QH: () => (/* binding */ aborted),
/* harmony export */   Qd: () => (/* binding */ isPlainObject),
/* harmony export */   Rc: () => (/* binding */ getLengthableOrigin),
/* harmony export */   SS: () => (/* binding */ constantCatch),
/* harmony export */   UQ: () => (/* binding */ esc),
/* harmony export */   Up: () => (/* binding */ pick),
/* harmony export */   Vy: () => (/* binding */ assignProp),
/* harmony export */   W0: () => (/* binding */ safeExtend),
/* harmony export */   X: () => (/* binding */ installLazyProp),
/* harmony export */   X$: () => (/* binding */ extend),
/* harmony export */   Yv: () => (/* binding */ slugify),
/* harmony export */   cJ: () => (/* binding */ omit),
/* harmony export */   cl: () => (/* binding */ nullish),
/* harmony export */   d3: () => (/* binding */ attachSchema),
/* harmony export */   gJ: () => (/* binding */ defineLazy),
/* harmony export */   gx: () => (/* binding */ captureStackTrace),
/* harmony export */   h1: () => (/* binding */ merge),
/* harmony export */   hI: () => (/* binding */ allowsEval),
/* harmony export */   hi: () => (/* binding */ sizeCaps),
/* harmony export */   iR: () => (/* binding */ finalizeIssue),
/* harmony export */   jD: () => (/* binding */ hide),
/* harmony export */   jw: () => (/* binding */ joinValues),
/* harmony export */   k8: () => (/* binding */ jsonStringifyReplacer),
/* harmony export */   lQ: () => (/* binding */ prefixIssues),
/* harmony export */   mw: () => (/* binding */ required),
/* harmony export */   o8: () => (/* binding */ clone),
/* harmony export */   ol: () => (/* binding */ members),
/* harmony export */   p6: () => (/* binding */ cleanRegex),
/* harmony export */   qQ: () => (/* binding */ propertyKeyTypes),
/* harmony export */   qh: () => (/* binding */ own),
/* harmony export */   rL: () => (/* binding */ explicitlyAborted),
/* harmony export */   sD: () => (/* binding */ escapeRegex),
/* harmony export */   sn: () => (/* binding */ issue),
/* harmony export */   un: () => (/* binding */ derived),
/* harmony export */   v5: () => (/* binding */ defineLazyInternal),
/* harmony export */   w5: () => (/* binding */ getEnumValues),
/* harmony export */   yG: () => (/* binding */ shallowClone),
/* harmony export */   zH: () => (/* binding */ NUMBER_FORMAT_RANGES),
/* harmony export */   zM: () => (/* binding */ mergeDefs)
/* harmony export */ });
/* unused harmony exports assertEqual, assertNotEqual, toZod, assertIs, assertNever, assert, objectClone, cloneDef, getElementAtPath, promiseAllObject, randomString, numKeys, getParsedType, primitiveTypes, createTransparentProxy, unwrapMessage, getSizableOrigin, cleanEnum, base64ToUint8Array, uint8ArrayToBase64, base64urlToUint8Array, uint8ArrayToBase64url, hexToUint8Array, uint8ArrayToHex, Class, CONSTANT_CATCH */
/* harmony import */ var _core_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8532);

// functions
function assertEqual(val) {
    return val;
}
function assertNotEqual(val) {
    return val;
}
function toZod() {
    return (schema) => schema;
}
function assertIs(_arg) { }
function assertNever(_x) {
    throw new Error("Unexpected value in exhaustive check");
}
function assert(_) { }
function getEnumValues(entries) {
    const numericValues = Object.values(entries).filter((v) => typeof v === "number");
    const values = Object.entries(entries)
        .filter(([k, _]) => numericValues.indexOf(+k) === -1)
        .map(([_, v]) => v);
    return values;
}
function joinValues(array, separator = "|") {
    return array.map((val) => stringifyPrimitive(val)).join(separator);
}
function jsonStringifyReplacer(_, value) {
    if (typeof value === "bigint")
        return value.toString();
    return value;
}
// the accessor lives on a shared prototype: an own accessor makes every box a dictionary-mode object (~360 B and a slow load per read against ~100 B and an inlined getter here)
class Cached {
    constructor(getter) {
        this._getter = getter;
        this._value = undefined;
    }
    get value() {
        const getter = this._getter;
        if (getter !== undefined) {
            this._value = getter();
            this._getter = undefined;
        }
        return this._value;
    }
}
function cached(getter) {
    return new Cached(getter);
}
function nullish(input) {
    return input === null || input === undefined;
}
function cleanRegex(source) {
    const start = source.startsWith("^") ? 1 : 0;
    const end = source.endsWith("$") ? source.length - 1 : source.length;
    return source.slice(start, end);
}
function floatSafeRemainder(val, step) {
    const ratio = val / step;
    const roundedRatio = Math.round(ratio);
    // `val` and `step` each round to a double before the division rounds again, so a true decimal multiple's quotient can sit up to 1.5 of these scaled epsilons from the integer. A 1x tolerance therefore rejected 2.03 as a multiple of 0.07; 4x covers the worst case with margin.
    const tolerance = 4 * Number.EPSILON * Math.max(Math.abs(ratio), 1);
    if (Math.abs(ratio - roundedRatio) < tolerance)
        return 0;
    return ratio - roundedRatio;
}
const EVALUATING = /* @__PURE__*/ Symbol("evaluating");
function defineLazy(object, key, getter) {
    let value = undefined;
    Object.defineProperty(object, key, {
        get() {
            if (value === EVALUATING) {
                // Circular reference detected, return undefined to break the cycle
                return undefined;
            }
            if (value === undefined) {
                value = EVALUATING;
                value = getter();
            }
            return value;
        },
        set(v) {
            Object.defineProperty(object, key, {
                value: v,
                // configurable: true,
            });
            // object[key] = v;
        },
        configurable: true,
    });
}
function objectClone(obj) {
    return Object.create(Object.getPrototypeOf(obj), Object.getOwnPropertyDescriptors(obj));
}
function assignProp(target, prop, value) {
    Object.defineProperty(target, prop, {
        value,
        writable: true,
        enumerable: true,
        configurable: true,
    });
}
/**
 * Whichever object a def's `shape` currently answers from: the one the caller passed until the first read, the frozen copy after it.
 *
 * Its keys and descriptors read without invoking anything, which is what lets a discriminated union check its discriminator, and the cycle walk read a shape, without resolving a getter that references the schema being constructed. A def that answers `shape` from an accessor of its own has none.
 */
function rawShape(def) {
    const desc = Object.getOwnPropertyDescriptor(def, "shape");
    return desc?.get ? desc.get.raw : desc?.value;
}
// where a builder reads its source's keys and descriptors, resolving only a shape a def answers for itself. A shape resolves by object spread, so only its enumerable keys are ever part of it.
function sourceShape(schema) {
    return rawShape(schema._zod.def) ?? schema._zod.def.shape;
}
// a key whose value is not settled yet, self-caching so every read after the first gets the same one
function deferProp(target, key, getter) {
    Object.defineProperty(target, key, {
        get() {
            const value = getter();
            assignProp(this, key, value);
            return value;
        },
        enumerable: true,
        configurable: true,
    });
}
// Writes a settled key. A plain assignment is much cheaper than `defineProperty` and produces the same descriptor, but it runs whatever setter already answers to the key — an accessor this shape deferred, or an inherited one, which `__proto__` has on every object and prototype pollution can add for any name.
function putProp(target, key, value) {
    if (key in target)
        assignProp(target, key, value);
    else
        target[key] = value;
}
/**
 * Copies `keys` of `source`'s shape onto `target`, each value passed through `wrap`.
 *
 * A key the source has resolved is copied through now, so the derived shape states it outright and nothing has to resolve it to learn what it holds. A key the source still defers stays deferred, and reads back through the source's own `shape`, so it resolves once and both shapes get that one schema.
 */
function mirrorShape(target, source, keys, wrap) {
    const raw = sourceShape(source);
    for (const key of keys) {
        const desc = Object.getOwnPropertyDescriptor(raw, key);
        if (!desc.enumerable)
            continue;
        if (desc.get) {
            deferProp(target, key, () => {
                const value = source._zod.def.shape[key];
                return wrap ? wrap(value, key) : value;
            });
        }
        else
            putProp(target, key, wrap ? wrap(desc.value, key) : desc.value);
    }
}
// same, for a plain shape a caller passed rather than a schema's
function mirrorProps(target, source) {
    for (const key of Reflect.ownKeys(source)) {
        const desc = Object.getOwnPropertyDescriptor(source, key);
        if (!desc.enumerable)
            continue;
        if (desc.get)
            deferProp(target, key, () => source[key]);
        else
            putProp(target, key, desc.value);
    }
}
function mergeDefs(...defs) {
    const mergedDescriptors = {};
    for (const def of defs) {
        const descriptors = Object.getOwnPropertyDescriptors(def);
        Object.assign(mergedDescriptors, descriptors);
    }
    return Object.defineProperties({}, mergedDescriptors);
}
function cloneDef(schema) {
    return mergeDefs(schema._zod.def);
}
function getElementAtPath(obj, path) {
    if (!path)
        return obj;
    return path.reduce((acc, key) => acc?.[key], obj);
}
function promiseAllObject(promisesObj) {
    const keys = Object.keys(promisesObj);
    const promises = keys.map((key) => promisesObj[key]);
    return Promise.all(promises).then((results) => {
        const resolvedObj = {};
        for (let i = 0; i < keys.length; i++) {
            resolvedObj[keys[i]] = results[i];
        }
        return resolvedObj;
    });
}
function randomString(length = 10) {
    const chars = "abcdefghijklmnopqrstuvwxyz";
    let str = "";
    for (let i = 0; i < length; i++) {
        str += chars[Math.floor(Math.random() * chars.length)];
    }
    return str;
}
function esc(str) {
    return JSON.stringify(str);
}
function slugify(input) {
    return input
        .toLowerCase()
        .trim()
        .replace(/[^\w\s-]/g, "")
        .replace(/[\s_-]+/g, "-")
        .replace(/^-+|-+$/g, "");
}
const captureStackTrace = ("captureStackTrace" in Error ? Error.captureStackTrace : (..._args) => { });
function isObject(data) {
    return typeof data === "object" && data !== null && !Array.isArray(data);
}
const allowsEval = /* @__PURE__*/ cached(() => {
    // Skip the probe under `jitless`: strict CSPs report the caught `new Function` as a `securitypolicyviolation` even though the throw is swallowed.
    if (_core_js__WEBPACK_IMPORTED_MODULE_0__/* .globalConfig */ .cr.jitless) {
        return false;
    }
    // @ts-ignore
    if (typeof navigator !== "undefined" && navigator?.userAgent?.includes("Cloudflare")) {
        return false;
    }
    try {
        const F = Function;
        new F("");
        return true;
    }
    catch (_) {
        return false;
    }
});
function isPlainObject(o) {
    if (isObject(o) === false)
        return false;
    // modified constructor
    const ctor = o.constructor;
    if (ctor === undefined)
        return true;
    if (typeof ctor !== "function")
        return true;
    // modified prototype
    const prot = ctor.prototype;
    if (isObject(prot) === false)
        return false;
    // ctor doesn't have static `isPrototypeOf`
    if (Object.prototype.hasOwnProperty.call(prot, "isPrototypeOf") === false) {
        return false;
    }
    return true;
}
function shallowClone(o) {
    if (isPlainObject(o))
        return { ...o };
    if (Array.isArray(o))
        return [...o];
    if (o instanceof Map)
        return new Map(o);
    if (o instanceof Set)
        return new Set(o);
    return o;
}
function numKeys(data) {
    let keyCount = 0;
    for (const key in data) {
        if (Object.prototype.hasOwnProperty.call(data, key)) {
            keyCount++;
        }
    }
    return keyCount;
}
const getParsedType = (data) => {
    const t = typeof data;
    switch (t) {
        case "undefined":
            return "undefined";
        case "string":
            return "string";
        case "number":
            return Number.isNaN(data) ? "nan" : "number";
        case "boolean":
            return "boolean";
        case "function":
            return "function";
        case "bigint":
            return "bigint";
        case "symbol":
            return "symbol";
        case "object":
            if (Array.isArray(data)) {
                return "array";
            }
            if (data === null) {
                return "null";
            }
            if (data.then && typeof data.then === "function" && data.catch && typeof data.catch === "function") {
                return "promise";
            }
            if (typeof Map !== "undefined" && data instanceof Map) {
                return "map";
            }
            if (typeof Set !== "undefined" && data instanceof Set) {
                return "set";
            }
            if (typeof Date !== "undefined" && data instanceof Date) {
                return "date";
            }
            // @ts-ignore
            if (typeof File !== "undefined" && data instanceof File) {
                return "file";
            }
            return "object";
        default:
            throw new Error(`Unknown data type: ${t}`);
    }
};
const propertyKeyTypes = /* @__PURE__*/ new Set(["string", "number", "symbol"]);
const primitiveTypes = /* @__PURE__*/ new Set([
    "string",
    "number",
    "bigint",
    "boolean",
    "symbol",
    "undefined",
]);
function escapeRegex(str) {
    return str.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
// zod-specific utils
function clone(inst, def, params) {
    const cl = new inst._zod.constr(def ?? inst._zod.def);
    if (!def || params?.parent)
        cl._zod.parent = inst;
    return cl;
}
function normalizeParams(_params) {
    const params = _params;
    if (!params)
        return {};
    if (typeof params === "string")
        return { error: () => params };
    if (params?.message !== undefined) {
        if (params?.error !== undefined)
            throw new Error("Cannot specify both `message` and `error` params");
        params.error = params.message;
    }
    delete params.message;
    if (typeof params.error === "string")
        return { ...params, error: () => params.error };
    return params;
}
function createTransparentProxy(getter) {
    let target;
    return new Proxy({}, {
        get(_, prop, receiver) {
            target ?? (target = getter());
            return Reflect.get(target, prop, receiver);
        },
        set(_, prop, value, receiver) {
            target ?? (target = getter());
            return Reflect.set(target, prop, value, receiver);
        },
        has(_, prop) {
            target ?? (target = getter());
            return Reflect.has(target, prop);
        },
        deleteProperty(_, prop) {
            target ?? (target = getter());
            return Reflect.deleteProperty(target, prop);
        },
        ownKeys(_) {
            target ?? (target = getter());
            return Reflect.ownKeys(target);
        },
        getOwnPropertyDescriptor(_, prop) {
            target ?? (target = getter());
            return Reflect.getOwnPropertyDescriptor(target, prop);
        },
        defineProperty(_, prop, descriptor) {
            target ?? (target = getter());
            return Reflect.defineProperty(target, prop, descriptor);
        },
    });
}
function stringifyPrimitive(value) {
    if (typeof value === "bigint")
        return value.toString() + "n";
    if (typeof value === "string")
        return `"${value}"`;
    return `${value}`;
}
function optionalKeys(shape) {
    return Object.keys(shape).filter((k) => {
        return shape[k]._zod.optin !== undefined && shape[k]._zod.optout === "optional";
    });
}
// Wrapped in a `@__PURE__` IIFE: esbuild never tree-shakes a top-level initializer that contains a member access on `Number`, so the bare object literal survived into every bundle.
const NUMBER_FORMAT_RANGES = /*@__PURE__*/ (() => ({
    safeint: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
    int32: [-2147483648, 2147483647],
    uint32: [0, 4294967295],
    float32: [-3.4028234663852886e38, 3.4028234663852886e38],
    float64: [-Number.MAX_VALUE, Number.MAX_VALUE],
}))();
const BIGINT_FORMAT_RANGES = {
    int64: [/* @__PURE__*/ BigInt("-9223372036854775808"), /* @__PURE__*/ BigInt("9223372036854775807")],
    uint64: [/* @__PURE__*/ BigInt(0), /* @__PURE__*/ BigInt("18446744073709551615")],
};
function pick(schema, mask) {
    const currDef = schema._zod.def;
    const checks = currDef.checks;
    const hasChecks = checks && checks.length > 0;
    if (hasChecks) {
        throw new Error(".pick() cannot be used on object schemas containing refinements");
    }
    const newShape = {};
    mirrorShape(newShape, schema, maskedKeys(schema, mask));
    return clone(schema, mergeDefs(currDef, { shape: newShape, checks: [] }));
}
// the mask keys that select something, checked against the source's shape without resolving it
function maskedKeys(schema, mask) {
    const raw = sourceShape(schema);
    const keys = [];
    // `for...in` skips symbols, so a symbol in the mask would select nothing
    for (const key of Reflect.ownKeys(mask)) {
        if (!Object.getOwnPropertyDescriptor(raw, key)?.enumerable) {
            throw new Error(`Unrecognized key: "${String(key)}"`);
        }
        if (mask[key])
            keys.push(key);
    }
    return keys;
}
function omit(schema, mask) {
    const currDef = schema._zod.def;
    const checks = currDef.checks;
    const hasChecks = checks && checks.length > 0;
    if (hasChecks) {
        throw new Error(".omit() cannot be used on object schemas containing refinements");
    }
    const omitted = new Set(maskedKeys(schema, mask));
    const newShape = {};
    mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)).filter((key) => !omitted.has(key)));
    return clone(schema, mergeDefs(currDef, { shape: newShape, checks: [] }));
}
function extend(schema, shape) {
    if (!isPlainObject(shape)) {
        throw new Error("Invalid input to extend: expected a plain object");
    }
    const checks = schema._zod.def.checks;
    const hasChecks = checks && checks.length > 0;
    if (hasChecks) {
        // Only throw if new shape overlaps with existing shape. Use getOwnPropertyDescriptor to check key existence without accessing values
        const existingShape = sourceShape(schema);
        for (const key of Reflect.ownKeys(shape)) {
            if (Object.getOwnPropertyDescriptor(existingShape, key) !== undefined) {
                throw new Error("Cannot overwrite keys on object schemas containing refinements. Use `.safeExtend()` instead.");
            }
        }
    }
    return clone(schema, mergeDefs(schema._zod.def, { shape: extended(schema, shape) }));
}
// the source's keys, then the caller's overlaid on top
function extended(schema, shape) {
    const newShape = {};
    mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)));
    mirrorProps(newShape, shape);
    return newShape;
}
function safeExtend(schema, shape) {
    if (!isPlainObject(shape)) {
        throw new Error("Invalid input to safeExtend: expected a plain object");
    }
    return clone(schema, mergeDefs(schema._zod.def, { shape: extended(schema, shape) }));
}
function merge(a, b) {
    if (!b?._zod?.def) {
        throw new Error("Invalid input to merge: expected an object schema. To merge a plain shape, use `.extend()`.");
    }
    if (a._zod.def.checks?.length) {
        throw new Error(".merge() cannot be used on object schemas containing refinements. Use .safeExtend() instead.");
    }
    const newShape = {};
    mirrorShape(newShape, a, Reflect.ownKeys(sourceShape(a)));
    mirrorShape(newShape, b, Reflect.ownKeys(sourceShape(b)));
    const def = mergeDefs(a._zod.def, {
        shape: newShape,
        get catchall() {
            return b._zod.def.catchall;
        },
        checks: b._zod.def.checks ?? [],
    });
    return clone(a, def);
}
function partial(Class, schema, mask, name = "partial") {
    const currDef = schema._zod.def;
    const checks = currDef.checks;
    const hasChecks = checks && checks.length > 0;
    if (hasChecks) {
        throw new Error(`.${name}() cannot be used on object schemas containing refinements`);
    }
    const selected = mask ? new Set(maskedKeys(schema, mask)) : undefined;
    const newShape = {};
    mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)), Class &&
        ((value, key) => (selected && !selected.has(key) ? value : new Class({ type: "optional", innerType: value }))));
    return clone(schema, mergeDefs(schema._zod.def, { shape: newShape, checks: [] }));
}
function required(Class, schema, mask) {
    const selected = mask ? new Set(maskedKeys(schema, mask)) : undefined;
    const newShape = {};
    mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)), (value, key) => 
    // overwrite with non-optional
    selected && !selected.has(key) ? value : new Class({ type: "nonoptional", innerType: value }));
    return clone(schema, mergeDefs(schema._zod.def, { shape: newShape }));
}
// invalid_type | too_big | too_small | invalid_format | not_multiple_of | unrecognized_keys | invalid_union | invalid_key | invalid_element | invalid_value | custom
function aborted(x, startIndex = 0) {
    if (x.aborted === true)
        return true;
    for (let i = startIndex; i < x.issues.length; i++) {
        if (x.issues[i]?.continue !== true) {
            return true;
        }
    }
    return false;
}
// Checks for explicit abort (continue === false), as opposed to implicit abort (continue === undefined). Used to respect `abort: true` in .refine() even for checks that have a `when` function.
function explicitlyAborted(x, startIndex = 0) {
    if (x.aborted === true)
        return true;
    for (let i = startIndex; i < x.issues.length; i++) {
        if (x.issues[i]?.continue === false) {
            return true;
        }
    }
    return false;
}
function prefixIssues(path, issues) {
    return issues.map((iss) => {
        var _a;
        (_a = iss).path ?? (_a.path = []);
        iss.path.unshift(path);
        return iss;
    });
}
function unwrapMessage(message) {
    return typeof message === "string" ? message : message?.message;
}
/* A check holds no link back to the schema it is attached to — the same check instance is shared by every clone of that schema — so the owner is stamped onto the issues a check just raised, at the only point where both are in scope. Runs on the failure path only; `start` is the issue count from before the check ran. */
/** The leading size checks of `defChecks` that set an upper bound, each paired with it. */
function sizeCaps(defChecks) {
    const caps = [];
    for (const ch of defChecks ?? []) {
        const d = ch._zod.def;
        // a later check may rewrite the value
        if (!/_(length|size)$|_equals$/.test(d.check))
            break;
        const max = d.maximum ?? d.length ?? d.size;
        if (max >= 0)
            caps.push([max, ch]);
    }
    return caps;
}
function attachSchema(issues, start, inst) {
    var _a;
    for (let i = start; i < issues.length; i++) {
        (_a = issues[i]).schema ?? (_a.schema = inst);
    }
}
function finalizeIssue(iss, ctx, config) {
    var _a;
    // A schema that raised an issue itself owns it outright, and outranks any stamp an enclosing check left in `attachSchema`. String formats and z.custom() are schema and check at once, so when they act as a check they defer to that stamp instead.
    const traits = iss.inst?._zod?.traits;
    if (traits?.has("$ZodType")) {
        if (traits.has("$ZodCheck"))
            (_a = iss).schema ?? (_a.schema = iss.inst);
        else
            iss.schema = iss.inst;
    }
    // Decreasing specificity, first map to return a message wins. `inst` is whatever raised the issue, so a check's own map outranks the owning schema's.
    const schemaError = iss.schema !== iss.inst ? iss.schema?._zod.def?.error : undefined;
    const message = iss.message
        ? iss.message
        : (unwrapMessage(iss.inst?._zod.def?.error?.(iss)) ??
            unwrapMessage(schemaError?.(iss)) ??
            unwrapMessage(ctx?.error?.(iss)) ??
            unwrapMessage(config.customError?.(iss)) ??
            unwrapMessage(config.localeError?.(iss)) ??
            "Invalid input");
    // an explicit own-key copy beats object rest with excluded keys, which v8 routes through a generic runtime call; Object.keys rather than for-in so an issue pushed with a prototype does not leak inherited keys, and an own __proto__ key is dropped rather than assigned through the setter
    const full = {};
    for (const k of Object.keys(iss)) {
        if (k === "inst" || k === "schema" || k === "continue" || k === "input" || k === "__proto__")
            continue;
        full[k] = iss[k];
    }
    full.path ?? (full.path = []);
    full.message = message;
    if (ctx?.reportInput) {
        full.input = iss.input;
    }
    return full;
}
function getSizableOrigin(input) {
    if (input instanceof Set)
        return "set";
    if (input instanceof Map)
        return "map";
    // @ts-ignore
    if (input instanceof File)
        return "file";
    return "unknown";
}
const highSurrogate = /[\uD800-\uDBFF]/;
// Code points in `str`: a surrogate pair counts once, a lone surrogate as itself. Hand-rolled because the string iterator allocates and runs ~250x slower on this path; the regex probe exits ~50x quicker for a string with no astral characters.
function codePointLength(str) {
    const units = str.length;
    if (!highSurrogate.test(str))
        return units;
    let count = units;
    for (let i = 0; i < units - 1; i++) {
        if ((str.charCodeAt(i) & 0xfc00) === 0xd800 && (str.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
            count--;
            i++;
        }
    }
    return count;
}
function getLengthableOrigin(input) {
    if (Array.isArray(input))
        return "array";
    if (typeof input === "string")
        return "string";
    return "unknown";
}
function parsedType(data) {
    const t = typeof data;
    switch (t) {
        case "number": {
            return Number.isNaN(data) ? "nan" : "number";
        }
        case "object": {
            if (data === null) {
                return "null";
            }
            if (Array.isArray(data)) {
                return "array";
            }
            const obj = data;
            if (obj && Object.getPrototypeOf(obj) !== Object.prototype && "constructor" in obj && obj.constructor) {
                return obj.constructor.name;
            }
        }
    }
    return t;
}
function issue(...args) {
    const [iss, input, inst] = args;
    if (typeof iss === "string") {
        return {
            message: iss,
            code: "custom",
            input,
            inst,
        };
    }
    return { ...iss };
}
function cleanEnum(obj) {
    return Object.entries(obj)
        .filter(([k, _]) => {
        // return true if NaN, meaning it's not a number, thus a string key
        return Number.isNaN(Number.parseInt(k, 10));
    })
        .map((el) => el[1]);
}
// Codec utility functions
function base64ToUint8Array(base64) {
    const binaryString = atob(base64);
    const bytes = new Uint8Array(binaryString.length);
    for (let i = 0; i < binaryString.length; i++) {
        bytes[i] = binaryString.charCodeAt(i);
    }
    return bytes;
}
function uint8ArrayToBase64(bytes) {
    let binaryString = "";
    for (let i = 0; i < bytes.length; i++) {
        binaryString += String.fromCharCode(bytes[i]);
    }
    return btoa(binaryString);
}
function base64urlToUint8Array(base64url) {
    const base64 = base64url.replace(/-/g, "+").replace(/_/g, "/");
    const padding = "=".repeat((4 - (base64.length % 4)) % 4);
    return base64ToUint8Array(base64 + padding);
}
function uint8ArrayToBase64url(bytes) {
    return uint8ArrayToBase64(bytes).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
}
function hexToUint8Array(hex) {
    const cleanHex = hex.replace(/^0x/, "");
    if (cleanHex.length % 2 !== 0) {
        throw new Error("Invalid hex string length");
    }
    const bytes = new Uint8Array(cleanHex.length / 2);
    for (let i = 0; i < cleanHex.length; i += 2) {
        bytes[i / 2] = Number.parseInt(cleanHex.slice(i, i + 2), 16);
    }
    return bytes;
}
function uint8ArrayToHex(bytes) {
    return Array.from(bytes)
        .map((b) => b.toString(16).padStart(2, "0"))
        .join("");
}
// instanceof
class Class {
    constructor(..._args) { }
}
//////////    PROTOTYPE INSTALLERS     //////////
//
// Members live on the prototype and materialize per instance on first read, which keeps own-property count under the step where V8 stops using inline slots. Changing anything here means re-measuring runtime, memory and bundle size together — see "The three axes" in AGENTS.md.
/**
 * Installs a trait's members on its prototype. Each value builds that member for the instance on first read; the built value shadows the accessor as an own property, so a detached `const { parse } = schema` keeps working.
 *
 * Call this from a `proto` initializer, which runs once per prototype — never per instance.
 */
function members(proto, table) {
    for (const key in table) {
        const desc = Object.getOwnPropertyDescriptor(table, key);
        // a getter installs as written, so it stays live: `description` reads through to the registry on every access. not enumerable: an object literal's is, and a prototype member never was
        if (desc.get)
            Object.defineProperty(proto, key, { ...desc, enumerable: false });
        // a method materializes bound on first read, which is what keeps a detached member working: `const opt = schema.optional; opt()`
        else
            defineBound(proto, key, desc.value);
    }
}
/** Shadows a prototype member with an own value, so a getter that builds from the instance runs once. */
function own(inst, key, value, enumerable = true) {
    Object.defineProperty(inst, key, { configurable: true, writable: true, enumerable, value });
    return value;
}
/** Like {@link own}, for a member that was never an own data property and has to stay out of `Object.keys`. */
function hide(inst, key, value) {
    return own(inst, key, value, false);
}
/** Adds members a table derives from the instance: each builds on first read and shadows as own data, and assignment shadows the same way, as when these were own properties. */
function derived(computes, table) {
    for (const key in computes) {
        const compute = computes[key];
        // an object literal's accessor is configurable and enumerable, and `members` copies the descriptor as written
        Object.defineProperty(table, key, {
            configurable: true,
            enumerable: true,
            get() {
                return own(this, key, compute(this));
            },
            set(value) {
                own(this, key, value);
            },
        });
    }
    return table;
}
function defineBound(proto, key, fn) {
    Object.defineProperty(proto, key, {
        configurable: true,
        get() {
            // vitest's spyOn calls a prototype getter bare to find the function it wraps, so a nullish receiver answers the raw method
            return this == null ? fn : own(this, key, fn.bind(this));
        },
        set(value) {
            own(this, key, value);
        },
    });
}
/** Returns the prototype to install on, or `undefined` if this group is already installed on it. */
function claim(inst, sentinel) {
    const proto = Object.getPrototypeOf(inst);
    // Runs on every construction, so `in` rather than the costlier `hasOwnProperty.call`. Sentinels are keys the group itself defines.
    return sentinel in proto ? undefined : proto;
}
// The internals whose init chain is installing. A second call for the same one is a derived constructor overriding its base, so it must not construct another schema in between or the override is dropped.
let installing;
// Set while a getter is running, so a value that resolved through a recursion break is not memoized. One shared descriptor shadows the key for the duration, which costs no per-key allocation.
let broke = false;
const breaker = {
    configurable: true,
    get() {
        broke = true;
        return undefined;
    },
};
/**
 * Installs a lazily-derived internal on the `_zod` prototype of `inst`'s
 * constructor, computed from the internals object itself and cached there on
 * first read. One accessor per constructor rather than one per instance.
 */
function defineLazyInternal(inst, key, compute) {
    const proto = Object.getPrototypeOf(inst._zod);
    if (key in proto && installing !== inst._zod) {
        // A repeat construction: everything is installed already. Cleared here so the reference is not held past the first construction of every type.
        installing = undefined;
        return;
    }
    installing = inst._zod;
    Object.defineProperty(proto, key, {
        configurable: true,
        get() {
            // Shadowed before computing so a re-entrant read from a recursive schema resolves to undefined instead of running the getter again.
            Object.defineProperty(this, key, breaker);
            const outer = broke;
            broke = false;
            try {
                const value = compute(this);
                // A result that resolved through a recursion break is recomputed once the graph is complete; everything else memoizes, undefined included.
                if (broke)
                    delete this[key];
                else
                    Object.defineProperty(this, key, { configurable: true, writable: true, value });
                broke = broke || outer;
                return value;
            }
            catch (err) {
                // A compute that threw memoizes nothing, so a later read runs it again and fails the same way. The shadow goes with it, since leaving it installed would answer undefined for every later read.
                delete this[key];
                broke = broke || outer;
                throw err;
            }
        },
        set(value) {
            Object.defineProperty(this, key, { configurable: true, writable: true, value });
        },
    });
}
/**
 * Installs `key` on `inst`'s prototype, computed by `make` on first read and cached there as an own
 * data property. One accessor per constructor rather than one per instance, because an own accessor
 * puts every instance after the first into v8 dictionary mode. The key doubles as the sentinel.
 */
function installLazyProp(inst, key, make, enumerable) {
    const proto = claim(inst, key);
    if (!proto)
        return;
    Object.defineProperty(proto, key, {
        configurable: true,
        get() {
            // Shadowed before computing, so a re-entrant read from a self-referential shape resolves to undefined instead of running the getter again. A data property rather than an accessor: an own accessor is the dictionary-mode transition this exists to avoid.
            const desc = { configurable: true, writable: true, enumerable, value: undefined };
            Object.defineProperty(this, key, desc);
            // a compute that throws leaves the shadow behind, so later reads answer undefined instead of re-throwing; `defineLazy` did the same, and `defineLazyInternal`'s delete-on-catch would cost bytes in every bundle for a case only a throwing user getter reaches
            desc.value = make(this);
            Object.defineProperty(this, key, desc);
            return desc.value;
        },
        set(value) {
            Object.defineProperty(this, key, { configurable: true, writable: true, enumerable, value });
        },
    });
}
/** Marks the thunk `_catch` synthesises for a constant catch value. `Function.length` cannot tell that thunk from a user callback — rest and defaulted parameters both report arity 0 — and a user callback reads `ctx.error`, whose issues only finalize correctly against the caller's per-parse error map. Provenance can say what arity cannot. A plain string key rather than `Symbol.for`, whose call at module scope no bundler can prove pure — the same shape that anchored `urlCanParse` into every build. */
const CONSTANT_CATCH = "~constantCatch";
/** Wraps a constant catch value in a thunk tagged with {@link CONSTANT_CATCH}. */
function constantCatch(value) {
    const fn = () => value;
    fn[CONSTANT_CATCH] = true;
    return fn;
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(1092);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
