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

/***/ 6701:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  d: () => (/* binding */ contract)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 8 modules
var schemas = __nccwpck_require__(2716);
;// CONCATENATED MODULE: ./build/src/contract.js

/** Keeps the type of the inputs. */
function defineContract(contract) {
    return contract;
}
/** Any text; empty means not given. */
const contract_text = () => schemas/* string */.YjP();
/** `true` or `false`, nothing else. */
const flag = () => schemas/* stringbool */.uEf({ truthy: ["true"], falsy: ["false"], error: "must be `true` or `false`" });
/** A percentage from 0 to 100: `80`, `79.5`, `80%`. */
const percent = () => schemas/* string */.YjP()
    .regex(/^\d{1,3}(\.\d{1,6})?\s?%?$/, "must be a percentage such as `80` or `79.5%`")
    .transform((value) => Number(value.replace("%", "").trim()))
    .pipe(schemas/* number */.aig().max(100, "must be at most 100"));
/** Inputs that every action takes. */
const commonInputs = {
    config: contract_text()
        .prefault(".github/phoenix-deploy.yml")
        .describe("Path of the settings file, from the repository's root. Without a file of the default name the defaults apply; " +
        "a file of another name must exist."),
    "working-directory": contract_text().prefault(".").describe("Folder of the mix project, from the repository's root."),
};
/** Inputs of every action that reads the evidence of earlier jobs. */
const chainInputs = {
    jobs: contract_text()
        .prefault("")
        .describe("The expression `toJSON(needs)`: the earlier jobs. Their outputs with the name `evidence` (or " +
        "`deploy-evidence`, `evidence-smoke` and the like, where a job has two) pin the evidence that they wrote."),
    runs: schemas/* enum */.k5n(["this", "other"])
        .prefault("this")
        .describe("Which evidence counts: of `this` run only, or of `other` runs of this commit as well, which every report says."),
};
/** What every action that changes a target requires of earlier evidence, beside `chainInputs`. */
const pinInput = {
    unpinned: schemas/* enum */.k5n(["refuse", "allow"])
        .prefault("refuse")
        .describe("`allow` accepts evidence that no output of an earlier job pins, and every report says so: any job of the run " +
        "could have written it."),
};
/** What the approval of an environment is read with. */
const approvalInputs = {
    "github-token": contract_text()
        .prefault("${{ github.token }}")
        .describe("Token that reads the environment's rules and the run's approvals."),
};
/** The dry run of every action that changes a target. */
const dryRunInput = {
    "dry-run": flag().prefault("false").describe("Print the plan and change nothing."),
};
/** The id of this very job, also in a matrix, for every action that locks a target or looks for its deployment. */
const jobIdInput = {
    "job-id": contract_text().prefault("${{ job.check_run_id }}").describe("The unique id of this job. Leave the default."),
};
/** Outputs of every action. */
const commonOutputs = {
    status: "`passed`, `failed`, `cancelled` or `planned`.",
    decision: "`continue`, `complete`, `stop`, `taken-back` (it was rolled back) or `rollback-failed`.",
    "reason-code": "Why, as one word of the list in docs/troubleshooting.md.",
    evidence: "Compact JSON that pins this stage's evidence file; pass it to later jobs as a job output named `evidence`.",
};
/** Outputs of every action that changes a target. */
const deployOutputs = {
    url: "Where users reach the environment.",
    release: "Release id `<version>-<digest8>` that was asked for.",
    previous: "Release id that was active before; empty when there was none.",
};
/** Whole minutes, to milliseconds. */
const minutes = () => schemas/* string */.YjP()
    .regex(/^\d{1,4}$/, "must be whole minutes, such as `15`")
    .transform((value) => Number(value) * 60_000)
    .pipe(schemas/* number */.aig().min(60_000, "must be at least 1"));

;// CONCATENATED MODULE: ./build/actions/validate/contract.js


const contract = defineContract({
    folder: "validate",
    name: "Phoenix Deploy: validate",
    description: "Check that a commit of an Elixir application is fit to deploy, and build the release once.",
    branding: { icon: "check-circle", color: "purple" },
    inputs: schemas/* object */.Ikc({
        ...commonInputs,
        "coverage-minimum": percent()
            .optional()
            .describe("Lowest accepted line coverage in percent. Default: `checks.coverage.minimum` of the settings file, else 80."),
        "fail-fast": flag()
            .prefault("false")
            .describe("Stop at the first check that fails. By default every check runs, so that a reviewer sees all faults at once."),
        "cache-path": contract_text()
            .prefault(".phoenix-deploy-cache")
            .describe("Folder of what is kept between runs: results that passed, dialyzer's PLT. In a folder with another name " +
            "they are in `.phoenix-deploy-cache` below it. Save it with `actions/cache`; it has no release or evidence."),
        fresh: flag().prefault("false").describe("Run every check, also one that passed before with the same inputs."),
        comment: flag()
            .prefault("true")
            .describe("Keep one comment on the pull request up to date, where the run has one. Needs `pull-requests: write`; " +
            "without it everything is in the job summary."),
        "check-run": flag()
            .prefault("false")
            .describe("Show the report and every finding with a place as a check run of the commit. Needs `checks: write`."),
        "github-token": contract_text()
            .prefault("${{ github.token }}")
            .describe("Token that reads what the pull request changes, and writes the comment and the check run."),
        "check-timeout": minutes().prefault("15").describe("Minutes that one command of a check may take."),
    }),
    outputs: {
        ...commonOutputs,
        app: "Name of the application, as mix knows it.",
        version: "Version, as mix resolves it.",
        tests: "How many tests ran.",
        coverage: "Line coverage in percent.",
        "release-digest": "sha256 of the release's tarball.",
        "release-file": "Path of the tarball in the checkout.",
        "release-notes-file": "Path of the release notes in the checkout: the CHANGELOG's section of this version. Empty when the check " +
            "`changelog` is off or did not pass.",
        "sarif-file": "Path in the checkout of the findings as SARIF 2.1.0, for `github/codeql-action/upload-sarif`; empty when no " +
            "tool has a result.",
        "junit-file": "Path in the checkout of every test as JUnit XML; empty when no suite ran.",
    },
    permissions: {
        "contents: read": "to check the repository out",
        "pull-requests: write": "optional: to read what a pull request changes, and to keep the comment; `read` suffices for the first",
        "checks: write": "optional: for `check-run: true`",
    },
});


/***/ }),

/***/ 9382:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _src_entry_action_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6262);
/* harmony import */ var _contract_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6701);


await (0,_src_entry_action_js__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .C)(_contract_js__WEBPACK_IMPORTED_MODULE_1__/* .contract */ .d, async () => (await Promise.all(/* import() */[__nccwpck_require__.e(708), __nccwpck_require__.e(40)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4040))).validate);

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
        async digest(path) {
            const size = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(path).catch(absent);
            if (size === null)
                return null;
            const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256");
            for await (const chunk of (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(path))
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
    const beside = `${path}.tmp-${process.pid}`;
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
// EXTERNAL MODULE: ./build/src/domain/json.js
var json = __nccwpck_require__(8986);
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
function workspaceOf(env) {
    return (0,external_node_path_.resolve)(env["GITHUB_WORKSPACE"] ?? process.cwd());
}
/** What the runner says of this job in the environment, and a scratch folder of its own. */
function jobFacts(env, jobId) {
    const workspace = workspaceOf(env);
    const server = env["GITHUB_SERVER_URL"] ?? "https://github.com";
    const repository = env["GITHUB_REPOSITORY"] ?? "";
    const runId = env["GITHUB_RUN_ID"] ?? "0";
    const runAttempt = env["GITHUB_RUN_ATTEMPT"] ?? "1";
    const temp = (0,external_node_path_.join)(env["RUNNER_TEMP"] ?? "/tmp", `phoenix-deploy-${process.pid}`);
    (0,external_node_fs_.mkdirSync)(temp, { recursive: true, mode: 0o700 });
    return {
        repository,
        sha: env["GITHUB_SHA"] ?? "",
        ref: env["GITHUB_REF"] ?? "",
        refName: env["GITHUB_REF_NAME"] ?? "",
        workflow: env["GITHUB_WORKFLOW"] ?? "",
        runId,
        runAttempt,
        job: jobName(env, jobId),
        runUrl: `${server}/${repository}/actions/runs/${runId}`,
        actor: env["GITHUB_ACTOR"] ?? "",
        eventName: env["GITHUB_EVENT_NAME"] ?? "",
        cores: (0,external_node_os_namespaceObject.availableParallelism)(),
        bundle: (0,toolchain/* bundleDigest */.bH)(process.argv[1] ?? ""),
        environment: (0,toolchain/* environmentDigest */.kU)(env),
        ...readEvent(env["GITHUB_EVENT_PATH"]),
        workspace,
        temp,
    };
}
/**
 * A name that no other job of this run and attempt has. Jobs of a matrix share `GITHUB_JOB`: GitHub's id of the job
 * tells them apart, else the runner's tracking id, which is made anew for each job, else this very process.
 */
function jobName(env, jobId) {
    const name = (env["GITHUB_JOB"] ?? "job").replace(/[^A-Za-z0-9_-]/g, "-").slice(0, 60) || "job";
    if (/^\d{1,20}$/.test(jobId))
        return `${name}-${jobId}`;
    const unique = env["RUNNER_TRACKING_ID"] || `${env["RUNNER_NAME"] ?? ""} ${env["HOSTNAME"] ?? ""} ${process.pid} ${Date.now()}`;
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
const passing = /^(GITHUB_.*|RUNNER_.*|AGENT_.*|CI_.*|HOSTNAME|HOME|USER|LOGNAME|PWD|OLDPWD|SHLVL|SHELL|TERM|TMPDIR|_|LS_COLORS|SSH_.*|XDG_.*|DBUS_.*|SYSTEMD_.*|INVOCATION_ID|JOURNAL_STREAM|MEMORY_PRESSURE_.*)$/;
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

/***/ 8340:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ assets)
/* harmony export */ });
// Generated by script/build.ts from host/, elixir/ and github-markdown-css. Do not edit.
const assets = {
    "elixir/.formatter.exs": "[inputs: [\"*.exs\"], line_length: 140]\n",
    "elixir/compile.exs": "# Compiles with every diagnostic as data: all warnings of all apps, also those of files that were compiled before.\ndefmodule PhoenixDeploy.Compile do\n  alias PhoenixDeploy.{JSON, Step}\n\n  # True when the code can be run.\n  def run(name) do\n    Step.run(name, fn ->\n      results = Mix.Task.run(\"compile\", [\"--return-errors\", \"--all-warnings\"]) |> List.wrap()\n      told = for {_status, list} <- results, one <- list, do: one\n      failed = Enum.any?(results, &match?({:error, _}, &1))\n      refused = failed or refused?(for one <- told, one.severity == :warning, do: one)\n\n      JSON.write(\"#{name}.json\", %{\n        status: if(failed, do: \"error\", else: \"ok\"),\n        refused: refused,\n        diagnostics: Enum.map(told, &diagnostic/1)\n      })\n\n      not failed\n    end) == true\n  end\n\n  # Whether `--warnings-as-errors` fails on these warnings. On those of Elixir's own compiler always; which others count\n  # (Erlang, Leex, Yecc, those of packages) differs from version to version, so mix itself is asked: all is compiled by\n  # then.\n  defp refused?([]), do: false\n\n  defp refused?(warnings) do\n    Enum.any?(warnings, &(&1.compiler_name == \"Elixir\")) or\n      match?({_, code} when code != 0, System.cmd(\"mix\", ~w(compile --warnings-as-errors --all-warnings), stderr_to_stdout: true))\n  end\n\n  defp diagnostic(one) do\n    {line, column} =\n      case one.position do\n        {line, column} -> {line, column}\n        {line, column, _, _} -> {line, column}\n        line when is_integer(line) -> {line, nil}\n        _ -> {nil, nil}\n      end\n\n    %{\n      severity: one.severity,\n      file: one.file && to_string(one.file),\n      line: line,\n      column: column,\n      message: IO.iodata_to_binary(one.message)\n    }\n  end\nend\n",
    "elixir/configuration.exs": "# Finds out which environment variables a release's configuration needs, and in which form, in the release's own VM: its\n# config providers are loaded again and again, each time with one more value, until they load or nothing helps. `run/0`\n# leaves configuration.json.\ndefmodule PhoenixDeploy.Configuration do\n  alias PhoenixDeploy.ConfigurationForms, as: Forms\n  alias PhoenixDeploy.ConfigurationPlaces, as: Places\n  alias PhoenixDeploy.ConfigurationTrace, as: Trace\n  alias PhoenixDeploy.JSON\n\n  @most_tries 100\n  # What the machine and the release itself set.\n  @machine ~r/^(RELEASE_|ERL_|ELIXIR_|MIX_|XDG_|PD_)|^(HOME|PATH|USER|LANG|TERM|SHELL|TMPDIR|TEMP|TMP|PWD|BINDIR|EMU)$/\n  # Where a host keeps what no release brings along: secrets, credentials, certificates.\n  @of_host ~r{^/(etc|run|var|srv|opt|mnt|home|root|secrets|vault)/}\n  # Never for want of a value, unless a value of ours is part of it.\n  @faults [\n    UndefinedFunctionError,\n    SyntaxError,\n    TokenMissingError,\n    CompileError,\n    MismatchedDelimiterError,\n    Code.LoadError\n  ]\n\n  def run do\n    Code.compiler_options(ignore_module_conflict: true)\n    {providers, config} = providers()\n    for {app, env} <- config, {key, value} <- env, do: Application.put_env(app, key, value)\n    Trace.prepare()\n    {:module, _} = Code.ensure_loaded(Places)\n    :erlang.trace_pattern({Places, :at, 1}, true, [])\n\n    state = %{\n      load: fn -> Enum.reduce(providers, config, fn {module, options}, config -> module.load(config, options) end) end,\n      file: file(providers),\n      tree: Places.parse(file(providers) || \"\"),\n      vars: ours(),\n      fixed: for({name, _} <- System.get_env(), name not in Map.keys(ours()), do: name),\n      tried: MapSet.new(),\n      folder: System.fetch_env!(\"PD_OUT\"),\n      deadline: System.monotonic_time(:millisecond) + String.to_integer(System.fetch_env!(\"PD_LIMIT_MS\"))\n    }\n\n    {ended, state, seen} = search(state, load(state))\n    JSON.write(\"configuration.json\", described(ended, state, seen))\n  end\n\n  # The providers of the release, which its boot would load, and what they are given.\n  defp providers do\n    path = Path.join([System.fetch_env!(\"RELEASE_ROOT\"), \"releases\", System.fetch_env!(\"RELEASE_VSN\"), \"sys.config\"])\n    {:ok, [config]} = :file.consult(path)\n    {provider, elixir} = Keyword.pop(config[:elixir] || [], :config_provider_init)\n    {if(provider, do: provider.providers, else: []), Keyword.put(config, :elixir, elixir)}\n  end\n\n  defp file(providers) do\n    Enum.find_value(providers, fn\n      {Config.Reader, {path, _}} -> resolved(path)\n      {Config.Reader, path} -> resolved(path)\n      _ -> nil\n    end)\n  end\n\n  defp resolved({:system, name, path}), do: System.fetch_env!(name) <> path\n  defp resolved(path) when is_binary(path), do: path\n  defp resolved(_), do: nil\n\n  # Values that were given as dummies from the beginning: they may be replaced by others.\n  defp ours do\n    for name <- String.split(System.get_env(\"PD_DUMMIES\", \"\"), \",\", trim: true), into: %{} do\n      {name, %{form: nil, number: 0, value: System.fetch_env!(name)}}\n    end\n  end\n\n  defp load(state) do\n    put_values(state)\n    Trace.run(state.load, state.deadline)\n  end\n\n  defp put_values(state), do: System.put_env(Enum.map(state.vars, fn {name, %{value: value}} -> {name, value} end))\n\n  # What is no want of a value is not searched for.\n  defp search(state, {{:failed, kind, reason, _}, _} = seen) do\n    if fault?(kind, reason) and held(state, reason) == [],\n      do: {:stuck, state, seen},\n      else: state |> candidates(seen) |> advance(state, seen)\n  end\n\n  defp search(state, {:ok, _} = seen), do: {:loads, state, seen}\n  defp search(state, {:timed_out, _} = seen), do: {:stuck, state, seen}\n\n  defp advance([], state, seen), do: {:stuck, state, seen}\n\n  defp advance([{name, form} = candidate | rest], state, seen) do\n    cond do\n      MapSet.size(state.tried) >= @most_tries or System.monotonic_time(:millisecond) > state.deadline ->\n        {:stuck, state, seen}\n\n      MapSet.member?(state.tried, candidate) ->\n        advance(rest, state, seen)\n\n      true ->\n        with_value = set(%{state | tried: MapSet.put(state.tried, candidate)}, name, form)\n        now = load(with_value)\n\n        if further?({state, seen}, {with_value, now}) do\n          search(with_value, now)\n        else\n          System.delete_env(name)\n          advance(rest, %{with_value | vars: state.vars}, seen)\n        end\n    end\n  end\n\n  defp set(state, name, form) do\n    number = if known = state.vars[name], do: max(known.number, 1), else: 100 + MapSet.size(state.tried)\n    put_in(state.vars[name], %{form: form, number: number, value: Forms.value(form, number, state.folder)})\n  end\n\n  # It loads, or it failed in another way and not before it had read as much.\n  defp further?(_, {_, {:ok, _}}), do: true\n  defp further?(_, {_, {:timed_out, _}}), do: false\n  defp further?({old, was}, {new, now}), do: signature(old, was) != signature(new, now) and reads(now) >= reads(was)\n\n  defp signature(state, {{:failed, kind, reason, _}, _}) do\n    # A long value may hold a short one, and its case may have been changed.\n    values =\n      state.vars |> Enum.map(fn {_, %{value: value}} -> String.downcase(value) end) |> Enum.sort_by(&(-byte_size(&1)))\n\n    Enum.reduce(values, String.downcase(message(kind, reason)), fn value, text ->\n      text = String.replace(text, inspect(value), \"VALUE\")\n      if byte_size(value) >= 4, do: String.replace(text, value, \"VALUE\"), else: text\n    end)\n  end\n\n  defp reads({_, events}), do: events |> Enum.filter(&match?({:read, _}, &1)) |> Enum.uniq() |> length()\n\n  defp message(kind, reason, stack \\\\ [])\n  # The map may be the whole environment: its values are nobody's to read.\n  defp message(:error, %KeyError{key: key}, _), do: \"key #{inspect(key)} not found\"\n  defp message(:error, reason, stack), do: Exception.message(Exception.normalize(:error, reason, stack))\n  defp message(_, reason, _), do: inspect(reason, limit: 20)\n\n  # What may help, the likeliest first: what the message names, what was last read or made into something, and what was\n  # before that.\n  defp candidates(state, {{:failed, kind, reason, _}, events}) do\n    message = message(kind, reason)\n    named = named(state, message)\n    near = events |> Enum.flat_map(&List.wrap(concerned(state, &1))) |> Enum.uniq() |> Enum.take(6)\n\n    likely = fn name ->\n      literals(state, name, events) ++ first_forms(state, name, events) ++ Forms.of_message(message)\n    end\n\n    each(named, likely) ++\n      each(named, fn _ -> Forms.usual() end) ++\n      each(Enum.take(near, 1), likely) ++\n      each(near, &Enum.take(first_forms(state, &1, events), 3)) ++\n      each(Enum.take(near, 2), fn name -> likely.(name) ++ Forms.usual() end)\n  end\n\n  defp each(names, forms), do: for(name <- names, form <- forms.(name), do: {name, form})\n\n  defp named(state, message) do\n    read = state.tree |> Places.names() |> Map.keys()\n\n    for [name] <- Regex.scan(~r/\\b[A-Z][A-Z0-9_]{2,99}\\b/, message),\n        open?(state, name),\n        name in read or String.contains?(name, \"_\") or Map.has_key?(state.vars, name),\n        uniq: true,\n        do: name\n  end\n\n  defp concerned(state, {:read, name}), do: if(open?(state, name), do: name)\n  defp concerned(state, {:use, _, text, _}), do: owner(state, text)\n  defp concerned(_, _), do: nil\n\n  defp open?(state, name), do: name not in state.fixed and not (name =~ @machine)\n\n  # Texts that it is compared with; of an address they may be the scheme.\n  defp literals(state, name, events) do\n    literals = Places.literals(state.tree, name)\n\n    address? =\n      match?({:url, _}, Forms.guess(name)) or\n        Enum.any?(events, &(match?({:use, :url, _, _}, &1) and owner(state, elem(&1, 2)) == name))\n\n    if address?,\n      do: for({_, text} <- literals, text =~ ~r/^[a-z][a-z0-9+]*$/, do: {:url, text}) ++ literals,\n      else: literals\n  end\n\n  # What reads an address or a date makes numbers too: those come last.\n  defp first_forms(state, name, events) do\n    used = for {:use, form, text, more} <- events, owner(state, text) == name, uniq: true, do: {form, more}\n\n    case {state.vars[name], used} do\n      {nil, _} ->\n        [Forms.guess(name)]\n\n      {_, used} ->\n        used\n        |> Enum.sort_by(fn {form, _} -> form in [:integer, :float, :atom] end)\n        |> Enum.flat_map(fn {form, more} -> Forms.of_use(form, more) end)\n    end\n  end\n\n  # Whose value this text is, or is part of.\n  defp owner(state, text) do\n    Enum.find_value(state.vars, fn {name, %{form: form, number: number, value: value}} ->\n      inner = with {:file, inner} <- form, do: [Forms.value(inner, number, state.folder)], else: (_ -> [])\n      if Enum.any?([value | inner], &related?(&1, text)), do: name\n    end)\n  end\n\n  defp related?(value, text) do\n    value == text or (byte_size(value) >= 4 and String.contains?(text, value)) or\n      (byte_size(text) >= 4 and String.contains?(value, text))\n  end\n\n  defp described(ended, state, {outcome, events}) do\n    lines = Places.names(state.tree)\n\n    found = %{\n      status: \"ran\",\n      loads: ended == :loads,\n      tries: MapSet.size(state.tried),\n      file: state.file && Path.basename(state.file),\n      needs:\n        for {name, %{form: form, value: value}} when form != nil <-\n              Enum.sort_by(state.vars, fn {name, _} -> {lines[name], name} end) do\n          %{name: name, form: words(state, name, form), value: value, line: lines[name]}\n        end,\n      reads: for({:read, name} <- Enum.reverse(events), not (name =~ @machine), uniq: true, do: name)\n    }\n\n    Map.merge(found, failure(outcome, state, events))\n  end\n\n  # Where the configuration compares it with texts, those are its form.\n  defp words(state, name, {:text, text} = form) do\n    texts = for {:text, text} <- Places.literals(state.tree, name), do: text\n\n    if text in texts and text not in [\"true\", \"false\"],\n      do: Enum.map_join(texts, \" or \", &\"`#{&1}`\"),\n      else: Forms.words(form)\n  end\n\n  defp words(_, _, form), do: Forms.words(form)\n\n  defp failure(:ok, _, _), do: %{}\n\n  defp failure(:timed_out, state, events),\n    do: %{message: \"it did not end\", suspects: last_read(state, events), wants_value: false}\n\n  defp failure({:failed, kind, reason, stack}, state, events) do\n    message = message(kind, reason, stack)\n    {line, near} = place(kind, reason, stack, state)\n    held = held(state, reason)\n\n    used =\n      with [{:use, _, text, _} | _] <- near ++ Enum.take(events, 1), do: List.wrap(owner(state, text)), else: (_ -> [])\n\n    here = near |> Enum.flat_map(&List.wrap(concerned(state, &1))) |> Enum.uniq()\n    named = named(state, message)\n    direct = Enum.uniq(named ++ held ++ used ++ here)\n    hangs? = line != nil and Places.hangs_on_environment?(state.tree, line)\n    outside? = message =~ ~r/econnrefused|nxdomain|ehostunreach|enetunreach|:timeout\\b|connection refused/\n    lacks = if direct == [], do: lacking(reason, near ++ Enum.take(events, 1))\n\n    %{\n      message: message,\n      line: line,\n      lacks: lacks,\n      suspects: if(direct == [] and (hangs? or outside?), do: last_read(state, events) ++ given(near), else: direct),\n      wants_value:\n        lacks != nil or ((direct != [] or hangs? or outside?) and (not fault?(kind, reason) or held != []))\n    }\n  end\n\n  # What the job itself gave, and the statement read: its value is the one to look at.\n  defp given(near),\n    do: for({:read, name} <- near, System.get_env(name) != nil, not (name =~ @machine), uniq: true, do: name)\n\n  # A file of the host that is not on this machine: the failure names it, or comes of the statement that asked for it.\n  defp lacking(%File.Error{path: path}, near), do: lacking(nil, [{:use, :file, to_string(path), nil} | near])\n\n  defp lacking(_reason, near) do\n    Enum.find_value(near, fn\n      {:use, form, path, _} when form in [:file, :folder] -> if path =~ @of_host and not File.exists?(path), do: path\n      _ -> nil\n    end)\n  end\n\n  # The variables whose values are part of the failure.\n  defp held(state, reason) do\n    shown = inspect(reason, limit: :infinity, printable_limit: :infinity) <> message(:error, reason)\n    for {name, %{value: value}} <- state.vars, byte_size(value) >= 4, String.contains?(shown, value), do: name\n  end\n\n  defp last_read(state, events), do: events |> Enum.flat_map(&List.wrap(concerned(state, &1))) |> Enum.take(1)\n\n  # A call of nothing (`nil.host`) is the want of a value too.\n  defp fault?(:error, %UndefinedFunctionError{module: nil}), do: false\n  defp fault?(:error, :undef), do: true\n  defp fault?(:error, %module{}), do: module in @faults\n  defp fault?(_, _), do: false\n\n  # The line of the configuration, from the error or its stack, else from a run that marks each statement; and what\n  # happened at that statement.\n  defp place(:error, %{line: line, file: file}, _, state) when is_integer(line) and is_binary(file) do\n    {if(state.file && Path.basename(file) == Path.basename(state.file), do: line), []}\n  end\n\n  defp place(_, _, stack, state) do\n    {at, near} = marked(state)\n    {in_stack(stack, state) || at, near}\n  end\n\n  defp in_stack(stack, %{file: file}) when is_binary(file) do\n    Enum.find_value(stack, fn\n      {_, _, _, info} ->\n        if(Path.basename(to_string(info[:file] || \"\")) == Path.basename(file) and (info[:line] || 0) > 0,\n          do: info[:line]\n        )\n\n      _ ->\n        nil\n    end)\n  end\n\n  defp in_stack(_, _), do: nil\n\n  defp marked(%{tree: nil}), do: {nil, []}\n\n  defp marked(state) do\n    text = Places.marked(state.tree)\n    put_values(state)\n    options = [env: :prod, target: :host, imports: :disabled]\n    {outcome, events} = Trace.run(fn -> Config.Reader.eval!(state.file, text, options) end, state.deadline + 2_000)\n\n    case {outcome, Enum.find(events, &match?({:at, _}, &1))} do\n      {{:failed, _, _, _}, {:at, line}} -> {line, Enum.take_while(events, &(not match?({:at, _}, &1)))}\n      _ -> {nil, []}\n    end\n  end\nend\n",
    "elixir/configuration_forms.exs": "# Values to try for an environment variable of which nothing is known but how the configuration uses it. Each holds the\n# variable's number where its form allows that, so that a value that was refused leads back to its variable.\ndefmodule PhoenixDeploy.ConfigurationForms do\n  @lengths [32, 64, 16, 24, 48, 12, 20, 96, 128]\n\n  # What a name says of the form, before anything else is known.\n  def guess(name) do\n    cond do\n      name =~ ~r/(DATABASE|DB|REPO|POSTGRES|PG|MYSQL|ECTO)(_\\w+)?_UR[LI]$/ ->\n        {:url, \"ecto\"}\n\n      name =~ ~r/REDIS\\w*_UR[LI]$/ ->\n        {:url, \"redis\"}\n\n      name =~ ~r/(AMQP|RABBIT)\\w*_UR[LI]$/ ->\n        {:url, \"amqp\"}\n\n      name =~ ~r/(UR[LI]|ENDPOINT|DSN|ORIGIN|WEBHOOK)$/ ->\n        {:url, \"https\"}\n\n      name =~\n          ~r/(PORT|SIZE|COUNT|LIMIT|TIMEOUT|INTERVAL|CONCURRENCY|TTL|_MS|SECONDS|MINUTES|HOURS|DAYS|RETRIES)$/ ->\n        :integer\n\n      name =~ ~r/(HOST|HOSTNAME|DOMAIN|SERVER|RELAY)$/ ->\n        :host\n\n      name =~ ~r/(EMAIL|MAIL_FROM|FROM_ADDRESS|SENDER)$/ ->\n        :email\n\n      name =~ ~r/^(ENABLE|DISABLE|USE|IS)_|(ENABLED|DISABLED|_SSL|_TLS)$/ ->\n        {:text, \"true\"}\n\n      name =~ ~r/(FILE|_PATH)$/ ->\n        {:file, :text}\n\n      name =~ ~r/(SECRET_KEY_BASE|SALT)$/ ->\n        {:bytes, 64}\n\n      true ->\n        :text\n    end\n  end\n\n  # Forms for what the text was made into; `more` is the separator of a split.\n  def of_use(:integer, _), do: [:integer, {:text, \"10\"}, {:text, \"1\"}]\n  def of_use(:float, _), do: [:float, {:text, \"1.0\"}]\n  def of_use(:atom, _), do: for(text <- ~w(true false info prod production error none all inet), do: {:text, text})\n  def of_use(:module, _), do: [{:text, \"String\"}, {:text, \"Elixir.String\"}]\n\n  def of_use(:base64, _),\n    do: for(length <- @lengths, do: {:base64, length}) ++ for(form <- [:key, :cert, :json], do: {:base64, form})\n\n  def of_use(:hex, _), do: for(length <- @lengths, do: {:hex, length})\n  def of_use(:base32, _), do: for(length <- [20, 32, 16], do: {:base32, length})\n  def of_use(:url, _), do: for(scheme <- ~w(https ecto redis), do: {:url, scheme}) ++ [:host_port]\n  def of_use(:json, _), do: [:json, :json_list, {:text, \"1\"}, {:text, \"\\\"dummy\\\"\"}]\n\n  def of_use(:file, _),\n    do:\n      for(\n        form <- [:text, :cert, :key, :json, :json_list, :integer, {:base64, 32}, {:bytes, 32}, {:bytes, 64}],\n        do: {:file, form}\n      )\n\n  def of_use(:folder, _), do: [:folder]\n  def of_use(:ip, _), do: [:ip, :ip6]\n  def of_use(:ip6, _), do: [:ip6]\n  def of_use(:pem, _), do: [:cert, :key, :rsa_key]\n  def of_use(:split, [separator | _]) when is_binary(separator), do: of_use(:split, separator)\n\n  def of_use(:split, separator) when is_binary(separator) and separator != \"\",\n    do: for(n <- [2, 3, 4], do: {:parts, separator, n})\n\n  def of_use(:split, _), do: []\n  def of_use(form, _), do: [form]\n\n  # What a message says of the form: \"exactly 32 bytes\", and texts in quotation marks.\n  def of_message(message) do\n    lengths =\n      for [_, digits] <- Regex.scan(~r/\\b(\\d{1,4})[ -](?:bytes?|characters?|chars?|bits?)/i, message),\n          do: String.to_integer(digits)\n\n    quoted =\n      for [_, text] <- Regex.scan(~r/[\"'`:]([A-Za-z0-9][\\w.\\/+-]{0,39})\\b[\"'`]?/, message),\n          not (text =~ ~r/^(dummy|Elixir\\.|lib)/),\n          do: text\n\n    # Words with a comma, a stroke, `or` or `and` beside them.\n    beside = ~r/(?<![\\w.-])(\\w[\\w.-]{0,39})(?=\\s*(?:,|\\||\\/|\\bor\\b|\\band\\b))|(?<=, |\\bor |\\band |\\/|\\|)(\\w[\\w.-]{0,39})/\n    listed = for [_ | words] <- Regex.scan(beside, message), word <- words, word not in [\"\", \"or\", \"and\"], do: word\n\n    for(length <- lengths, form <- [:bytes, :base64, :hex], do: {form, length}) ++\n      for(text <- Enum.uniq(quoted ++ listed), do: {:text, text})\n  end\n\n  # What is tried where nothing else is known.\n  def usual do\n    [\n      :text,\n      :integer,\n      {:text, \"true\"},\n      {:text, \"false\"},\n      {:text, \"1\"},\n      {:url, \"https\"},\n      {:base64, 32},\n      {:bytes, 32},\n      {:bytes, 64},\n      :email,\n      :host,\n      :host_port,\n      :ip\n    ] ++\n      [\n        {:file, :text},\n        {:url, \"ecto\"},\n        {:hex, 32},\n        {:bytes, 16},\n        {:hex, 16},\n        {:base64, 64},\n        :json,\n        :list,\n        :pairs,\n        {:text, \"yes\"},\n        {:text, \"on\"},\n        {:text, \"prod\"}\n      ] ++\n      [\n        :date,\n        :datetime,\n        :float,\n        :cidr,\n        :uuid,\n        :key,\n        :cert,\n        :rsa_key,\n        {:bytes, 24},\n        :version,\n        {:text, \"info\"},\n        {:file, :cert},\n        :json_list,\n        :ip6,\n        :time\n      ]\n  end\n\n  # The value of a form for the variable of this number. `folder` is where files are put.\n  def value(form, number, folder) do\n    case form do\n      :text -> \"dummy-#{number}\"\n      {:text, text} -> text\n      {:prefixed, prefix} -> \"#{prefix}dummy-#{number}\"\n      {:bytes, length} -> bytes(number, length)\n      :integer -> Integer.to_string(10_000 + number)\n      :float -> \"0.5#{number}\"\n      {:base64, inner} when is_atom(inner) -> Base.encode64(value(inner, number, folder))\n      {:base64, length} -> Base.encode64(bytes(number, length))\n      {:hex, length} -> Base.encode16(String.pad_trailing(Integer.to_string(number), length, \"0123456789\"))\n      {:base32, length} -> Base.encode32(bytes(number, length), padding: false)\n      {:url, \"https\"} -> \"https://dummy-#{number}.example.com\"\n      {:url, scheme} -> \"#{scheme}://user:dummy-#{number}@localhost/dummy\"\n      :host -> \"dummy-#{number}.example.com\"\n      :host_port -> \"dummy-#{number}.example.com:4000\"\n      :email -> \"dummy-#{number}@example.com\"\n      :list -> \"dummy-#{number},b\"\n      :pairs -> \"dummy-#{number}=b\"\n      {:parts, separator, count} -> Enum.join([\"dummy-#{number}\" | List.duplicate(\"4000\", count - 1)], separator)\n      :ip -> \"127.0.0.1\"\n      :ip6 -> \"::1\"\n      :cidr -> \"10.0.0.0/8\"\n      :uuid -> \"00000000-0000-4000-8000-#{String.pad_leading(Integer.to_string(number), 12, \"0\")}\"\n      :date -> \"2026-01-31\"\n      :time -> \"12:00:00\"\n      :datetime -> \"2026-01-31T12:00:00Z\"\n      :version -> \"1.2.#{number}\"\n      :json -> json(number, folder)\n      :json_list -> ~s([\"dummy-#{number}\"])\n      :key -> pem(:key)\n      :rsa_key -> pem(:rsa_key)\n      :cert -> pem(:cert)\n      :folder -> folder\n      {:file, inner} -> file(inner, number, folder)\n    end\n  end\n\n  # As a person would write it into a list of variables.\n  def words(form) do\n    case form do\n      {:text, text} when text in [\"true\", \"false\"] -> \"true or false\"\n      {:text, text} -> \"such as `#{text}`\"\n      {:prefixed, prefix} -> \"begins with `#{prefix}`\"\n      {:bytes, length} -> \"text of #{length} bytes\"\n      {kind, inner} when kind in [:base64, :file] and not is_integer(inner) -> \"#{kind(kind)} #{words(inner)}\"\n      {kind, length} when kind in [:base64, :hex, :base32] -> \"#{kind(kind)} #{length} bytes\"\n      {:url, \"ecto\"} -> \"URL of a database\"\n      {:url, _} -> \"URL\"\n      {:parts, separator, count} -> \"#{count} parts with `#{separator}` between\"\n      :json -> \"JSON object\"\n      :json_list -> \"JSON list\"\n      :key -> \"private key in PEM (PKCS #8)\"\n      :rsa_key -> \"RSA private key in PEM\"\n      :cert -> \"certificate in PEM\"\n      :host_port -> \"host:port\"\n      :list -> \"list with commas\"\n      :pairs -> \"name=value\"\n      :ip -> \"IP address\"\n      :ip6 -> \"IPv6 address\"\n      :cidr -> \"network such as 10.0.0.0/8\"\n      other -> to_string(other)\n    end\n  end\n\n  defp kind(:base64), do: \"Base64 of\"\n  defp kind(:hex), do: \"hexadecimal digits of\"\n  defp kind(:base32), do: \"Base32 of\"\n  defp kind(:file), do: \"path of a file that holds\"\n\n  defp bytes(number, length),\n    do: \"dummy-#{number}-\" |> String.pad_trailing(length, \"0123456789abcdef\") |> binary_part(0, length)\n\n  defp file(inner, number, folder) do\n    path = Path.join(folder, \"dummy-#{number}\")\n    File.write!(path, value(inner, number, folder))\n    path\n  end\n\n  # Enough for what reads a service account.\n  defp json(number, _folder) do\n    key = String.replace(pem(:key), \"\\n\", \"\\\\n\")\n\n    account = ~s(\"type\":\"service_account\",\"project_id\":\"dummy-#{number}\",\"client_email\":\"dummy@example.com\")\n    ~s({#{account},\"private_key\":\"#{key}\"})\n  end\n\n  # A key of this run alone; where the release has no `public_key`, no form needs one.\n  defp pem(kind) do\n    made = Process.get(:phoenix_deploy_pem) || generated()\n    Process.put(:phoenix_deploy_pem, made)\n    made[kind]\n  end\n\n  defp generated do\n    if Code.ensure_loaded?(:public_key) and match?({:ok, _}, Application.ensure_all_started(:public_key)) do\n      rsa = {:rsa, 2048, 65_537}\n      %{cert: cert} = apply(:public_key, :pkix_test_root_cert, [~c\"dummy\", [key: rsa]])\n      key = apply(:public_key, :generate_key, [rsa])\n      encode = fn entry -> apply(:public_key, :pem_encode, [[entry]]) end\n\n      [pkcs8, rsa] =\n        for type <- [:PrivateKeyInfo, :RSAPrivateKey], do: encode.(apply(:public_key, :pem_entry_encode, [type, key]))\n\n      %{cert: encode.({:Certificate, cert, :not_encrypted}), key: pkcs8, rsa_key: rsa}\n    else\n      %{cert: \"dummy\", key: \"dummy\", rsa_key: \"dummy\"}\n    end\n  end\nend\n",
    "elixir/configuration_places.exs": "# What the text of config/runtime.exs says of a failure: the statement at which it happened, whether that hangs on an\n# environment variable, and the texts that a variable is compared with.\ndefmodule PhoenixDeploy.ConfigurationPlaces do\n  @variable ~r/^[A-Z][A-Z0-9_]{2,99}$/\n  @conditions [:if, :unless, :case, :cond, :with]\n\n  # The syntax tree; nil where there is no such file or it cannot be parsed: the failure itself says why.\n  def parse(path) do\n    with {:ok, text} <- File.read(path),\n         {:ok, tree} <- Code.string_to_quoted(text, file: path),\n         do: tree,\n         else: (_ -> nil)\n  end\n\n  # Names that the text gives to calls, with the line of the first.\n  def names(nil), do: %{}\n\n  def names(tree) do\n    {_, names} =\n      Macro.prewalk(tree, [], fn\n        {_, meta, args} = node, seen when is_list(args) ->\n          {node, for(name <- args, is_binary(name) and name =~ @variable, do: {name, meta[:line]}) ++ seen}\n\n        node, seen ->\n          {node, seen}\n      end)\n\n    # Met in order, so the first comes last.\n    for {name, line} <- names, line != nil, into: %{}, do: {name, line}\n  end\n\n  # Texts that the variable is compared with: heads of `case`, `in`, `==`, and beginnings (`\"sk_\" <> _`).\n  def literals(nil, _name), do: []\n\n  def literals(tree, name) do\n    bound = bound(tree)\n\n    {_, found} = Macro.prewalk(tree, [], fn node, found -> {node, Enum.reverse(compared(node, name, bound), found)} end)\n\n    found |> Enum.reverse() |> Enum.uniq()\n  end\n\n  defp compared({:case, _, [subject, [do: clauses]]}, name, bound) do\n    if concerns?(subject, name, bound), do: texts(for({:->, _, [head, _]} <- clauses, do: head)), else: []\n  end\n\n  defp compared({:|>, _, [subject, {:case, _, [[do: clauses]]}]}, name, bound) do\n    if concerns?(subject, name, bound), do: texts(for({:->, _, [head, _]} <- clauses, do: head)), else: []\n  end\n\n  defp compared({operator, _, [left, right]}, name, bound) when operator in [:in, :==, :===, :!=, :=~] do\n    for {one, other} <- [{left, right}, {right, left}], concerns?(one, name, bound), text <- texts(other), do: text\n  end\n\n  defp compared({:=, _, [left, right]}, name, bound) do\n    if concerns?(right, name, bound), do: texts(left), else: []\n  end\n\n  defp compared(_, _, _), do: []\n\n  defp texts(tree) do\n    {_, texts} =\n      Macro.prewalk(tree, [], fn\n        {:<>, _, [prefix, _]}, seen when is_binary(prefix) -> {nil, [{:prefixed, prefix} | seen]}\n        {:sigil_w, _, [{:<<>>, _, [words]}, _]}, seen -> {nil, Enum.map(String.split(words), &{:text, &1}) ++ seen}\n        {:sigil_r, _, _}, seen -> {nil, seen}\n        text, seen when is_binary(text) and text != \"\" -> {text, [{:text, text} | seen]}\n        node, seen -> {node, seen}\n      end)\n\n    for {_, text} = one <- Enum.reverse(texts), not (text =~ @variable), do: one\n  end\n\n  # Local variables, each with the names of the environment that its value hangs on.\n  defp bound(tree) do\n    {_, bound} =\n      Macro.prewalk(tree, %{}, fn\n        {:=, _, [left, right]} = node, bound ->\n          names = Map.keys(names(right)) ++ Enum.flat_map(variables(right), &Map.get(bound, &1, []))\n          read = if names == [] and reads?(right), do: [:some], else: names\n          {node, if(read == [], do: bound, else: Enum.reduce(variables(left), bound, &Map.put(&2, &1, read)))}\n\n        node, bound ->\n          {node, bound}\n      end)\n\n    bound\n  end\n\n  defp concerns?(tree, name, bound) do\n    Map.has_key?(names(tree), name) or Enum.any?(variables(tree), &(name in Map.get(bound, &1, [])))\n  end\n\n  defp variables(tree) do\n    {_, found} =\n      Macro.prewalk(tree, [], fn\n        {name, _, context} = node, found when is_atom(name) and is_atom(context) -> {node, [name | found]}\n        node, found -> {node, found}\n      end)\n\n    found\n  end\n\n  defp reads?(tree) do\n    {_, found} =\n      Macro.prewalk(tree, false, fn\n        {{:., _, [_, call]}, _, _} = node, _ when call in [:get_env, :fetch_env, :fetch_env!, :getenv] -> {node, true}\n        node, found -> {node, found}\n      end)\n\n    found\n  end\n\n  # True where the statement at this line, or a condition around it, hangs on the environment.\n  def hangs_on_environment?(nil, _line), do: false\n\n  def hangs_on_environment?(tree, line) do\n    bound = bound(tree)\n    hangs? = fn part -> names(part) != %{} or reads?(part) or Enum.any?(variables(part), &Map.has_key?(bound, &1)) end\n\n    case tree |> statements([]) |> Enum.filter(fn {at, _, _} -> at <= line end) |> Enum.reverse() do\n      [] ->\n        false\n\n      [{at, _, _} | _] = all ->\n        Enum.any?(for({^at, one, around} <- all, part <- [innermost(one) | around], do: part), hangs?)\n    end\n  end\n\n  # A condition that fails by itself counts with its head alone: what is in its body has statements of its own.\n  defp innermost({call, _, [head | _]}) when call in @conditions, do: head\n  defp innermost(tree), do: tree\n\n  # Every statement in order, with its line and the conditions around it.\n  defp statements({:__block__, _, list}, around), do: Enum.flat_map(list, &statement(&1, around))\n  defp statements(one, around), do: statement(one, around)\n\n  defp statement(tree, around) do\n    own = if line = line_of(tree), do: [{line, tree, around}], else: []\n    own ++ within(tree, around)\n  end\n\n  defp within({call, _, args}, around) when call in @conditions and is_list(args) do\n    {heads, bodies} = Enum.split_with(args, &(not bodies?(&1)))\n    Enum.flat_map(bodies, fn body -> for {_, one} <- body, item <- body(one, heads ++ around), do: item end)\n  end\n\n  defp within({:->, _, [head, body]}, around), do: statements(body, head ++ around)\n  defp within({call, _, args}, around), do: within(call, around) ++ within(args, around)\n  defp within({left, right}, around), do: within(left, around) ++ within(right, around)\n\n  defp within([{key, _} | _] = list, around) when key in [:do, :else],\n    do: Enum.flat_map(list, fn {_, one} -> body(one, around) end)\n\n  defp within(list, around) when is_list(list), do: Enum.flat_map(list, &within(&1, around))\n  defp within(_, _), do: []\n\n  defp body([{:->, _, _} | _] = clauses, around), do: Enum.flat_map(clauses, &within(&1, around))\n  defp body(one, around), do: statements(one, around)\n\n  defp bodies?([{key, _} | _]) when key in [:do, :else], do: true\n  defp bodies?(_), do: false\n\n  defp line_of(tree) do\n    {_, line} =\n      Macro.prewalk(tree, nil, fn\n        {_, meta, _} = node, nil when is_list(meta) -> {node, meta[:line]}\n        node, line -> {node, line}\n      end)\n\n    line\n  end\n\n  # The same configuration as text that calls `at/1` before each statement: where Elixir's own stack does not say the\n  # line.\n  def marked(tree), do: tree |> mark() |> Macro.to_string()\n\n  def at(line), do: line\n\n  defp mark({:__block__, meta, list}), do: {:__block__, meta, Enum.flat_map(list, &(marker(&1) ++ [mark(&1)]))}\n  defp mark({call, _, _} = tree) when call in [:defmodule, :quote], do: tree\n  defp mark({:->, meta, [head, body]}), do: {:->, meta, [head, mark_body(body)]}\n  defp mark({call, meta, args}) when is_list(args), do: {call, meta, Enum.map(args, &mark_argument/1)}\n  defp mark(other), do: other\n\n  defp mark_argument([{key, _} | _] = list) when key in [:do, :else],\n    do: for({key, body} <- list, do: {key, mark_body(body)})\n\n  defp mark_argument([{:->, _, _} | _] = clauses), do: Enum.map(clauses, &mark/1)\n  defp mark_argument(other), do: mark(other)\n\n  defp mark_body([{:->, _, _} | _] = clauses), do: Enum.map(clauses, &mark/1)\n  defp mark_body({:__block__, _, _} = block), do: mark(block)\n  defp mark_body(one), do: {:__block__, [], marker(one) ++ [mark(one)]}\n\n  defp marker(tree) do\n    case line_of(tree) do\n      nil -> []\n      line -> [{{:., [], [__MODULE__, :at]}, [], [line]}]\n    end\n  end\nend\n",
    "elixir/configuration_trace.exs": "# Loads a configuration once, and records which environment variables it read and what it made of texts, in order.\n# Tracing sees what helper modules and other config providers do as well as config/runtime.exs itself.\ndefmodule PhoenixDeploy.ConfigurationTrace do\n  # What text is made into: module, function, the form that it must have, and which argument is the text.\n  @uses [\n          for(f <- [:binary_to_integer, :list_to_integer], do: {:erlang, f, :integer, 0}),\n          for(m <- [String, Integer], f <- [:to_integer, :parse], do: {m, f, :integer, 0}),\n          for(f <- [:binary_to_float, :list_to_float], do: {:erlang, f, :float, 0}),\n          for(\n            {m, f} <- [{String, :to_float}, {Float, :parse}, {Decimal, :new}, {Decimal, :parse}],\n            do: {m, f, :float, 0}\n          ),\n          for(f <- [:binary_to_existing_atom, :list_to_existing_atom], do: {:erlang, f, :atom, 0}),\n          [{String, :to_existing_atom, :atom, 0}, {Module, :safe_concat, :module, 0}],\n          for(f <- [:decode64, :decode64!, :url_decode64, :url_decode64!], do: {Base, f, :base64, 0}),\n          for(f <- [:decode, :mime_decode], do: {:base64, f, :base64, 0}),\n          for(f <- [:decode16, :decode16!], do: {Base, f, :hex, 0}),\n          for(f <- [:decode32, :decode32!], do: {Base, f, :base32, 0}),\n          for({m, f} <- [{URI, :parse}, {URI, :new}, {URI, :new!}, {:uri_string, :parse}], do: {m, f, :url, 0}),\n          for(m <- [Jason, Poison, JSON, :json, :jsx], f <- [:decode, :decode!], do: {m, f, :json, 0}),\n          for(\n            f <- [:read, :read!, :open, :open!, :stream!, :exists?, :regular?, :stat, :stat!],\n            do: {File, f, :file, 0}\n          ),\n          for(f <- [:read_file, :consult, :open, :read_file_info], do: {:file, f, :file, 0}),\n          for(f <- [:ls, :ls!, :dir?, :cd!], do: {File, f, :folder, 0}),\n          for(\n            f <- [:parse_address, :parse_ipv4_address, :parse_ipv4strict_address, :parse_strict_address],\n            do: {:inet, f, :ip, 0}\n          ),\n          for(f <- [:parse_ipv6_address, :parse_ipv6strict_address], do: {:inet, f, :ip6, 0}),\n          for(f <- [:from_iso8601, :from_iso8601!], do: {Date, f, :date, 0}),\n          for(f <- [:from_iso8601, :from_iso8601!], do: {Time, f, :time, 0}),\n          for(m <- [DateTime, NaiveDateTime], f <- [:from_iso8601, :from_iso8601!], do: {m, f, :datetime, 0}),\n          for(f <- [:cast, :cast!, :dump, :dump!], do: {Ecto.UUID, f, :uuid, 0}),\n          for(f <- [:parse, :parse!], do: {Version, f, :version, 0}),\n          [{:public_key, :pem_decode, :pem, 0}, {JOSE.JWK, :from_pem, :pem, 0}],\n          [{String, :split, :split, 0}, {:binary, :split, :split, 0}]\n        ]\n        |> Enum.concat()\n\n  # Call once: a module must be loaded to be traced.\n  def prepare do\n    for {module, function, _, _} <- @uses, do: watch(module, function)\n    watch(:os, :getenv)\n  end\n\n  defp watch(module, function) do\n    if Code.ensure_loaded?(module), do: :erlang.trace_pattern({module, function, :_}, true, [])\n  end\n\n  # {outcome, events}: :ok, {:failed, kind, reason, stacktrace} or :timed_out; the newest event first, {:read, name},\n  # {:use, form, text, more} or {:at, line}.\n  def run(work, deadline) do\n    {pid, ref} =\n      spawn_monitor(fn ->\n        receive do: (:go -> :ok)\n\n        result =\n          try do\n            work.()\n            :ok\n          catch\n            kind, reason -> {:failed, kind, reason, __STACKTRACE__}\n          end\n\n        exit({:done, result})\n      end)\n\n    :erlang.trace(pid, true, [:call, :set_on_spawn])\n    send(pid, :go)\n    outcome = ended(pid, ref, deadline)\n    delivered = :erlang.trace_delivered(:all)\n    receive do: ({:trace_delivered, :all, ^delivered} -> :ok)\n    {outcome, events([])}\n  end\n\n  defp ended(pid, ref, deadline) do\n    receive do\n      {:DOWN, ^ref, :process, _, {:done, result}} -> result\n      {:DOWN, ^ref, :process, _, reason} -> {:failed, :exit, reason, []}\n    after\n      max(deadline - System.monotonic_time(:millisecond), 0) ->\n        Process.exit(pid, :kill)\n        receive do: ({:DOWN, ^ref, :process, _, _} -> :timed_out)\n    end\n  end\n\n  defp events(seen) do\n    receive do\n      {:trace, _, :call, call} -> events(List.wrap(event(call)) ++ seen)\n    after\n      0 -> seen\n    end\n  end\n\n  # With a default it is not missing.\n  defp event({:os, :getenv, [name]}), do: {:read, to_string(name)}\n  defp event({:os, :getenv, _}), do: nil\n\n  for {module, function, form, index} <- @uses do\n    defp event({unquote(module), unquote(function), args}), do: use(unquote(form), Enum.at(args, unquote(index)), args)\n  end\n\n  defp event({PhoenixDeploy.ConfigurationPlaces, :at, [line]}), do: {:at, line}\n  defp event(_), do: nil\n\n  defp use(form, text, args) do\n    case text(text) do\n      nil -> nil\n      text -> {:use, form, text, Enum.at(args, 1)}\n    end\n  end\n\n  defp text(text) when is_binary(text), do: text\n  defp text(list) when is_list(list), do: if(List.ascii_printable?(list), do: to_string(list))\n  defp text(_), do: nil\nend\n",
    "elixir/coverage.exs": "# Line coverage of the one test run. The modules are instrumented before the application starts, by Erlang's own cover,\n# whatever tool the project names: Mix's numbers, without its HTML pages, and without a second run.\ndefmodule PhoenixDeploy.Coverage do\n  alias PhoenixDeploy.JSON\n  @compile {:no_warn_undefined, [ExCoveralls.Settings, ExCoveralls.Stats, {Mix, :ensure_application!, 1}]}\n\n  # Instruments every module of the project's apps.\n  def start do\n    # From 1.15 on mix takes from the path what the project does not name.\n    if function_exported?(Mix, :ensure_application!, 1), do: Mix.ensure_application!(:tools)\n    :cover.stop()\n    {:ok, _} = :cover.start()\n\n    for {app, _path} <- apps() do\n      ebin = Path.join([Mix.Project.build_path(), \"lib\", to_string(app), \"ebin\"])\n      if File.dir?(ebin), do: :cover.compile_beam_directory(String.to_charlist(ebin))\n    end\n  end\n\n  # Writes what the tests reached, module by module.\n  def write do\n    settings = for {app, path} <- apps(), do: settings(app, path)\n    ignored = Enum.flat_map(settings, &(&1[:ignore_modules] || []))\n\n    modules =\n      for module <- :cover.modules(), not Enum.any?(ignored, &ignores?(&1, module)) do\n        {:ok, lines} = :cover.analyse(module, :coverage, :line)\n\n        by_line =\n          for {{_module, line}, {covered, _}} <- lines, line > 0, reduce: %{} do\n            all -> Map.update(all, line, covered > 0, &(&1 or covered > 0))\n          end\n\n        {module, by_line}\n      end\n\n    JSON.write(\"coverage.json\", %{\n      status: \"ran\",\n      modules: Enum.map(left_out(modules, settings), &described/1),\n      tool: tool(settings)\n    })\n  end\n\n  defp described({module, by_line}) do\n    uncovered = for {line, false} <- by_line, do: line\n\n    %{\n      module: inspect(module),\n      file: source(module),\n      relevant: map_size(by_line),\n      covered: map_size(by_line) - length(uncovered),\n      uncovered: Enum.sort(uncovered)\n    }\n  end\n\n  # A project of ExCoveralls has files and lines that it does not count: its own code says which.\n  defp left_out(modules, settings) do\n    if Enum.any?(settings, &(&1[:tool] == ExCoveralls)) and Code.ensure_loaded?(ExCoveralls.Stats) do\n      counted =\n        for one <- ExCoveralls.Stats.report(Enum.map(modules, &elem(&1, 0))), into: %{} do\n          lines = for {count, line} <- Enum.with_index(one.coverage, 1), count != nil, into: MapSet.new(), do: line\n          {Path.expand(one.name), lines}\n        end\n\n      for {module, by_line} <- modules, lines = counted[source(module)] do\n        {module, Map.take(by_line, MapSet.to_list(lines))}\n      end\n    else\n      modules\n    end\n  end\n\n  # What the project's own tool demands: it may accept less than we do.\n  defp tool(settings) do\n    coveralls = Enum.any?(settings, &(&1[:tool] == ExCoveralls))\n\n    %{\n      name: if(coveralls, do: \"ExCoveralls\", else: \"Mix\"),\n      threshold: if(coveralls, do: minimum_coverage(), else: Enum.find_value(settings, &threshold(&1[:summary]))),\n      prints: Mix.Project.config()[:test_coverage][:summary] != false\n    }\n  rescue\n    _ -> %{name: \"unknown\", threshold: nil, prints: true}\n  end\n\n  # `summary` may be true or false as well.\n  defp threshold(summary), do: if(Keyword.keyword?(summary), do: summary[:threshold])\n\n  defp minimum_coverage do\n    if Code.ensure_loaded?(ExCoveralls.Settings),\n      do: ExCoveralls.Settings.get_coverage_options()[\"minimum_coverage\"]\n  end\n\n  defp ignores?(%Regex{} = regex, module), do: Regex.match?(regex, inspect(module))\n  defp ignores?(ignored, module), do: ignored == module\n\n  defp source(module) do\n    case Code.ensure_loaded(module) do\n      {:module, _} -> module.module_info(:compile)[:source] |> to_string()\n      _ -> nil\n    end\n  end\n\n  # The project's apps, each with its absolute folder.\n  def apps do\n    case Mix.Project.apps_paths() do\n      nil -> [{Mix.Project.config()[:app], File.cwd!()}]\n      paths -> for {app, path} <- paths, do: {app, Path.expand(path)}\n    end\n  end\n\n  defp settings(app, path) do\n    config =\n      if Mix.Project.config()[:app] == app,\n        do: Mix.Project.config(),\n        else: Mix.Project.in_project(app, path, fn _ -> Mix.Project.config() end)\n\n    config[:test_coverage] || []\n  end\nend\n",
    "elixir/credo.exs": "# credo, and what it worked with: its report of no issue says nowhere that there was a file to look at.\ndefmodule PhoenixDeploy.Credo do\n  alias PhoenixDeploy.{JSON, Tool}\n  @compile {:no_warn_undefined, [Credo, Credo.Application, Credo.Execution]}\n\n  def run do\n    if Code.ensure_loaded?(Credo) do\n      {ran, exec} = Tool.heard(&credo/0)\n      JSON.write(\"credo.json\", Map.put(ran, :read, read(exec)))\n    else\n      JSON.write(\"credo.json\", %{status: \"absent\"})\n    end\n  end\n\n  # As its Mix task does, which keeps to itself what it worked with. credo's processes speak to whom they were started\n  # by.\n  defp credo do\n    {:ok, processes} = Credo.Application.start(nil, nil)\n    exec = Credo.run([\"--strict\", \"--format\", \"json\"])\n    result = {Credo.Execution.get_exit_status(exec), exec}\n    Supervisor.stop(processes)\n    result\n  end\n\n  # Issues that the configuration lets inform only (`exit_status: 0`): the report does not tell them from the others.\n  defp informing(exec) do\n    for issue <- Credo.Execution.get_issues(exec), issue.exit_status == 0 do\n      %{check: inspect(issue.check), filename: issue.filename, line_no: issue.line_no, message: issue.message}\n    end\n  end\n\n  defp read(nil), do: nil\n\n  defp read(exec) do\n    {checks, _, _} = Credo.Execution.checks(exec)\n    %{files: length(Credo.Execution.get_source_files(exec)), checks: length(checks), informing: informing(exec)}\n  end\nend\n",
    "elixir/database.exs": "# A database of our own, beside the one that the tests use at the same moment: made, used and dropped by us.\ndefmodule PhoenixDeploy.Database do\n  @compile {:no_warn_undefined, [Ecto.Migrator]}\n  @suffix \"_phoenix_deploy\"\n  @mark \"made by phoenix-deploy for one validation\"\n\n  # Does the work on the repo with an empty database of its own until the given time, and drops that whatever becomes of\n  # the work. Returns what the work did, or `{:problem, kind, message}` when there is no such database. The work must\n  # not raise.\n  def with_own(repo, until, work) do\n    with {:ok, config} <- redirect(repo), :ok <- make(repo, config) do\n      try do\n        within(until, fn -> started(repo, fn -> proved(repo, config, work) end) end)\n      after\n        drop(repo, config)\n      end\n    end\n  end\n\n  # What answers must be ours before anything is changed there.\n  defp proved(repo, config, work) do\n    case elsewhere(repo, config) do\n      nil ->\n        mark(repo, config)\n        work.(config)\n\n      actual ->\n        {:problem, \"refused\", \"#{inspect(repo)} is connected to the database #{actual} and not to #{config[:database]}\"}\n    end\n  end\n\n  defp within(until, work) do\n    task = Task.async(work)\n\n    case Task.yield(task, max(until - System.monotonic_time(:millisecond), 0)) || Task.shutdown(task, :brutal_kill) do\n      {:ok, done} -> done\n      _ -> {:problem, \"timed_out\", \"the migrations did not end in time\"}\n    end\n  end\n\n  # The repo's configuration as it is at run time, with another database. Everything else stays: address, user, TLS,\n  # parameters.\n  defp redirect(repo) do\n    config = repo.config()\n    name = own_name(config[:database])\n\n    cond do\n      name == nil ->\n        {:problem, \"refused\", \"#{inspect(repo)} names no database that another could stand beside\"}\n\n      config[:migration_repo] not in [nil, repo] ->\n        {:problem, \"refused\", \"#{inspect(repo)} keeps its versions in #{inspect(config[:migration_repo])}, whose database would be touched\"}\n\n      true ->\n        # Tests lend one connection out; migrations need two of an ordinary pool.\n        Application.put_env(config[:otp_app], repo, config |> Keyword.drop([:url, :pool]) |> Keyword.put(:database, name))\n\n        if repo.config()[:database] == name,\n          do: {:ok, repo.config()},\n          else: {:problem, \"refused\", \"#{inspect(repo)}.init/2 names its database itself, so that none of our own can be used\"}\n    end\n  end\n\n  defp own_name(name) when not is_binary(name) or name in [\"\", \":memory:\"], do: nil\n\n  defp own_name(name) do\n    cond do\n      String.ends_with?(name, @suffix) -> name\n      # PostgreSQL cuts names at 63 bytes, MySQL at 64: cut, it could be another's. A path (SQLite) is longer.\n      byte_size(name) + byte_size(@suffix) <= 63 or String.contains?(name, \"/\") -> name <> @suffix\n      true -> \"phoenix_deploy_#{:erlang.phash2(name)}\"\n    end\n  end\n\n  defp make(repo, config) do\n    case repo.__adapter__().storage_status(config) do\n      :down -> create(repo, config)\n      :up -> replace(repo, config)\n      {:error, reason} -> {:problem, \"unreachable\", told(reason)}\n    end\n  end\n\n  defp create(repo, config) do\n    case repo.__adapter__().storage_up(config) do\n      :ok -> :ok\n      {:error, reason} -> {:problem, \"refused\", \"the database #{config[:database]} could not be created: #{told(reason)}\"}\n    end\n  end\n\n  # A run that was killed leaves its database: it bears our mark, and nobody uses it. Any other is not ours to drop.\n  defp replace(repo, config) do\n    if ours?(repo) do\n      drop(repo, config)\n      create(repo, config)\n    else\n      {:problem, \"refused\", \"the database #{config[:database]} exists and is not a leftover of ours, or is in use\"}\n    end\n  end\n\n  defp ours?(repo) do\n    postgres?(repo) and\n      started(\n        repo,\n        fn ->\n          query = \"\"\"\n          SELECT shobj_description(d.oid, 'pg_database'),\n            (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid())\n          FROM pg_database d WHERE datname = current_database()\n          \"\"\"\n\n          match?(%{rows: [[@mark, 0]]}, repo.query!(query, [], log: false))\n        end,\n        1\n      )\n  end\n\n  defp mark(repo, config) do\n    if postgres?(repo), do: repo.query!(~s(COMMENT ON DATABASE \"#{config[:database]}\" IS '#{@mark}'), [], log: false)\n  end\n\n  # The database that answers, when it is not ours.\n  defp elsewhere(repo, config) do\n    query =\n      case repo.__adapter__() do\n        Ecto.Adapters.Postgres -> \"SELECT current_database()\"\n        Ecto.Adapters.MyXQL -> \"SELECT DATABASE()\"\n        _ -> nil\n      end\n\n    with query when query != nil <- query,\n         %{rows: [[actual]]} <- repo.query!(query, [], log: false),\n         do: if(actual != config[:database], do: actual)\n  end\n\n  defp drop(repo, config) do\n    adapter = repo.__adapter__()\n    # PostgreSQL before 13 knows no FORCE.\n    with {:error, reason} when reason != :already_down <- adapter.storage_down(Keyword.put(config, :force_drop, true)),\n         {:error, reason} when reason != :already_down <- adapter.storage_down(config),\n         do: IO.puts(:stderr, \"The database #{config[:database]} could not be dropped: #{told(reason)}\")\n  end\n\n  defp started(repo, work, connections \\\\ 2) do\n    {:ok, result, _apps} = Ecto.Migrator.with_repo(repo, fn _ -> work.() end, pool_size: connections, mode: :temporary)\n    result\n  end\n\n  def postgres?(repo), do: repo.__adapter__() == Ecto.Adapters.Postgres\n\n  defp told({:error, reason}), do: told(reason)\n  defp told(reason) when is_exception(reason), do: Exception.message(reason)\n  defp told(reason) when is_binary(reason), do: reason\n  defp told(reason), do: inspect(reason)\nend\n",
    "elixir/dependencies.exs": "# What is asked of the dependencies. Nothing here changes mix.lock or what is fetched.\ndefmodule PhoenixDeploy.Dependencies do\n  alias PhoenixDeploy.{JSON, Tool}\n  @compile {:no_warn_undefined, [Hex, MixAudit]}\n\n  def unused do\n    lock = Mix.Dep.Lock.read()\n    unused = Tool.run(\"deps.unlock\", [\"--check-unused\"])\n    loaded = Tool.run(\"deps.loadpaths\", [\"--no-compile\"])\n    locked = if loaded.code == 0, do: locked(lock), else: %{status: \"absent\"}\n    absent = for app <- absent(lock), do: to_string(app)\n    ran = %{status: \"ran\", packages: map_size(lock), absent: absent, unused: unused, loaded: loaded, locked: locked}\n    JSON.write(\"unused-deps.json\", ran)\n  end\n\n  # Before 1.15 mix knows no `--check-locked`, ignores it, and would write a new mix.lock.\n  defp locked(lock) do\n    if Version.match?(System.version(), \">= 1.15.0-0\"),\n      do: Map.put(Tool.run(\"deps.get\", [\"--check-locked\" | only(lock)]), :same, Mix.Dep.Lock.read() == lock),\n      else: %{status: \"absent\"}\n  end\n\n  # Nothing is fetched: where dependencies of other builds are not here, this build's alone are looked at.\n  defp only(lock), do: if(absent(lock) == [], do: [], else: [\"--only\", to_string(Mix.env())])\n\n  # What mix.lock names and nobody fetched.\n  defp absent(lock), do: Enum.reject(Map.keys(lock), &File.dir?(Path.join(Mix.Project.deps_path(), to_string(&1))))\n\n  def hex_audit do\n    JSON.write(\n      \"hex-audit.json\",\n      if(Code.ensure_loaded?(Hex),\n        do: Map.merge(Tool.run(\"hex.audit\", []), %{hex: Hex.version(), packages: packages()}),\n        else: %{status: \"absent\"}\n      )\n    )\n  end\n\n  def audit do\n    started = System.os_time(:second)\n    loaded = Tool.run(\"deps.loadpaths\", [])\n    # What the project lets Hex ignore is known here too: advisories bear the same ids.\n    ignored = for id <- (Mix.Project.config()[:hex] || [])[:ignore_advisories] || [], do: to_string(id)\n\n    cond do\n      loaded.code != 0 -> audited(loaded, ignored, started)\n      not Code.ensure_loaded?(MixAudit) -> JSON.write(\"deps-audit.json\", %{status: \"absent\"})\n      true -> Tool.run(\"deps.audit\", [\"--format\", \"json\", \"--ignore-advisory-ids\", Enum.join(ignored, \",\")]) |> audited(ignored, started)\n    end\n  end\n\n  defp audited(ran, ignored, started),\n    do: JSON.write(\"deps-audit.json\", Map.merge(ran, %{packages: packages(), ignored: ignored, database: database(started)}))\n\n  # Both audits say that all is well where the lock names no package of Hex.\n  defp packages, do: Enum.count(Mix.Dep.Lock.read(), fn {_app, locked} -> is_tuple(locked) and elem(locked, 0) == :hex end)\n\n  # The advisories that mix_audit reads: how many there are, and whether git brought them in this run. It passes with\n  # none at all.\n  defp database(started) do\n    folder = Path.join([System.user_home!(), \".local\", \"share\", \"elixir-security-advisories-mirego\"])\n    %{advisories: length(Path.wildcard(Path.join(folder, \"packages/**/*.yml\"))), fetched: fetched?(Path.join(folder, \".git\"), started)}\n  end\n\n  # A pull that reached the server leaves its answer in FETCH_HEAD; a clone has a new folder and no FETCH_HEAD.\n  defp fetched?(git, started) do\n    case {File.stat(Path.join(git, \"FETCH_HEAD\"), time: :posix), File.stat(Path.join(git, \"config\"), time: :posix)} do\n      {{:ok, %{size: size, mtime: at}}, _} -> size > 0 and at >= started\n      {_, {:ok, %{mtime: at}}} -> at >= started\n      _ -> false\n    end\n  end\nend\n",
    "elixir/dialyzer.exs": "# dialyzer with its PLTs in the folder that is kept between runs, PD_PLT. The artefact has what it printed, and where\n# the PLT came from.\ndefmodule PhoenixDeploy.Dialyzer do\n  alias PhoenixDeploy.{JSON, Tool}\n  @compile {:no_warn_undefined, [Mix.Tasks.Dialyzer, Dialyxir.Project, {Mix, :ensure_application!, 1}]}\n\n  def run do\n    cond do\n      not Code.ensure_loaded?(Mix.Tasks.Dialyzer) -> JSON.write(\"dialyzer.json\", %{status: \"absent\"})\n      not dialyzer?() -> JSON.write(\"dialyzer.json\", %{status: \"no_dialyzer\"})\n      true -> analyse(System.fetch_env!(\"PD_PLT\"))\n    end\n  end\n\n  # Debian and its kind ship dialyzer apart from Erlang; dialyxir would end the VM.\n  defp dialyzer? do\n    if function_exported?(Mix, :ensure_application!, 1), do: Mix.ensure_application!(:dialyzer)\n    Code.ensure_loaded?(:dialyzer)\n  rescue\n    Mix.Error -> false\n  end\n\n  defp analyse(folder) do\n    File.mkdir_p!(folder)\n    unfinished = Path.join(folder, \"unfinished\")\n    if File.exists?(unfinished), do: discard_broken(folder)\n    File.write!(unfinished, \"\")\n    configure(folder)\n    file = Dialyxir.Project.plt_file()\n    before = stamp(file)\n    started = System.monotonic_time(:millisecond)\n    made = Tool.run(\"dialyzer\", [\"--plt\"])\n    plt = %{file: file, state: state(before, stamp(file)), took: System.monotonic_time(:millisecond) - started}\n\n    # dialyxir takes a PLT that could not be finished for up to date: marked so, it is looked at again in the next run.\n    if made.code == 0 and not (made.stdout <> made.stderr =~ \":dialyzer.run error\"),\n      do: File.rm!(unfinished),\n      else: File.rm(file <> \".hash\")\n\n    # Its exit status is one for the VM, and says no more than its count of warnings.\n    ran =\n      if made.code == 0,\n        do: Tool.run(\"dialyzer\", ~w(--no-check --format short --ignore-exit-status)),\n        else: %{made | stdout: \"\", stderr: \"\"}\n\n    JSON.write(\"dialyzer.json\", Map.merge(ran, %{plt: plt, stdout: made.stdout <> ran.stdout, stderr: made.stderr <> ran.stderr}))\n  end\n\n  defp state(nil, _), do: \"built\"\n  defp state(same, same), do: \"warm\"\n  defp state(_, _), do: \"updated\"\n\n  # The project's settings, but for where PLTs lie: mix.exs often says `priv`, which ships with a release.\n  # The `test` build holds test/support, which stands on ExUnit.\n  defp configure(folder) do\n    own = Mix.Project.config()[:dialyzer] || []\n    added = if Mix.env() == :test, do: Enum.uniq((own[:plt_add_apps] || []) ++ [:ex_unit]), else: own[:plt_add_apps] || []\n\n    ours =\n      own\n      |> Keyword.delete(:plt_file)\n      |> Keyword.merge(plt_core_path: folder, plt_local_path: folder, plt_add_apps: added)\n\n    # Mix's own way to lay settings over those of the running project; without it the project's stand.\n    if function_exported?(Mix.ProjectStack, :merge_config, 1), do: Mix.ProjectStack.merge_config(dialyzer: ours)\n  end\n\n  # The run before did not come to its end: a PLT that it left half written cannot be opened, though its hash may say\n  # that it is up to date.\n  defp discard_broken(folder) do\n    for file <- Path.wildcard(Path.join(folder, \"*.plt\")), not match?({:ok, _}, :dialyzer.plt_info(String.to_charlist(file))) do\n      IO.puts(:stderr, \"#{file} cannot be read: it is built anew.\")\n      File.rm!(file)\n      File.rm(file <> \".hash\")\n    end\n  end\n\n  defp stamp(file) do\n    case File.stat(file) do\n      {:ok, %{size: size, mtime: at}} -> {size, at}\n      _ -> nil\n    end\n  end\nend\n",
    "elixir/format.exs": "# mix format, and which files it read: patterns that match nothing pass as well as patterns that match everything.\ndefmodule PhoenixDeploy.Format do\n  alias PhoenixDeploy.{Coverage, JSON}\n\n  def run do\n    Mix.Task.run(\"format\", [\"--check-formatted\"])\n    write(%{status: \"ok\"})\n  rescue\n    error in [Mix.Error] ->\n      write(%{status: \"failed\", message: Exception.message(error)})\n\n    error ->\n      # What names a line is about a file; anything else is why it could not run.\n      line = Map.get(error, :line) || reraise error, __STACKTRACE__\n      write(%{file: Map.get(error, :file), line: line, status: \"syntax_error\", message: Exception.message(error)})\n  end\n\n  defp write(seen) do\n    {read, excluded} = inputs(File.cwd!())\n    apps = for {_app, folder} <- Coverage.apps(), do: relative(folder)\n    JSON.write(\"format.json\", Map.merge(seen, %{read: read, excluded: excluded, apps: apps}))\n  end\n\n  # The files of a folder's .formatter.exs and of those of its subdirectories, as mix expands them.\n  defp inputs(folder) do\n    options = options(folder)\n    excluded = if Version.match?(System.version(), \">= 1.19.0-dev\"), do: files(options[:excludes], folder), else: []\n\n    subdirectories =\n      for pattern <- List.wrap(options[:subdirectories]),\n          below <- Path.wildcard(Path.expand(pattern, folder)),\n          File.regular?(Path.join(below, \".formatter.exs\")),\n          do: inputs(below)\n\n    {read, out} = Enum.unzip([{files(options[:inputs], folder) -- excluded, excluded} | subdirectories])\n    {read |> Enum.concat() |> Enum.uniq(), out |> Enum.concat() |> Enum.uniq()}\n  end\n\n  defp options(folder) do\n    path = Path.join(folder, \".formatter.exs\")\n    options = if File.regular?(path), do: path |> Code.eval_file() |> elem(0), else: []\n    if Keyword.keyword?(options), do: options, else: []\n  rescue\n    # What mix says of it is the result.\n    _ -> []\n  end\n\n  defp files(patterns, folder) do\n    for pattern <- List.wrap(patterns),\n        file <- Path.wildcard(Path.expand(pattern, folder), match_dot: true),\n        File.regular?(file),\n        uniq: true,\n        do: relative(file)\n  end\n\n  defp relative(path), do: path |> Path.expand() |> Path.relative_to_cwd()\nend\n",
    "elixir/formatter.exs": "# An ExUnit formatter beside the user's own: every test, how it ended and how long it took, and each setup_all that\n# failed. One file for each run of a suite; an umbrella has one for each app.\ndefmodule PhoenixDeploy.Formatter do\n  use GenServer\n  alias PhoenixDeploy.JSON\n\n  @table :phoenix_deploy_tests\n\n  # What is remembered over all suites of this run, for whoever ends it: the files whose tests were seen, and what is\n  # running.\n  def remember, do: :ets.new(@table, [:named_table, :public])\n\n  def loaded, do: for({{:file, file}, _} <- :ets.tab2list(@table), do: file)\n\n  # The tests that run right now; where none does, the modules that are set up.\n  def running do\n    if :ets.whereis(@table) == :undefined do\n      []\n    else\n      running = for {{:running, _}, one} <- :ets.tab2list(@table), do: one\n      tests = for %{name: name} = one <- running, name != \"setup_all\", do: one\n      Enum.take(if(tests == [], do: running, else: tests), 20)\n    end\n  end\n\n  def init(_opts), do: {:ok, %{tests: [], setups: []}}\n\n  def handle_cast({:module_started, module}, seen) do\n    begun({:module, module.name}, %{module: inspect(module.name), name: \"setup_all\", file: file(module.file), line: nil})\n    {:noreply, seen}\n  end\n\n  def handle_cast({:test_started, test}, seen) do\n    begun({:test, test.module, test.name}, place(test))\n    {:noreply, seen}\n  end\n\n  def handle_cast({:test_finished, test}, seen) do\n    ended({:test, test.module, test.name})\n    :ets.insert(@table, {{:file, Path.expand(to_string(test.tags[:file]))}, true})\n    {:noreply, %{seen | tests: [seen(test) | seen.tests]}}\n  end\n\n  def handle_cast({:module_finished, module}, seen) do\n    ended({:module, module.name})\n\n    case module.state do\n      {:failed, failures} -> {:noreply, %{seen | setups: [setup(module, failures) | seen.setups]}}\n      _ -> {:noreply, seen}\n    end\n  end\n\n  def handle_cast({:suite_finished, _times}, seen) do\n    name = \"suite-#{System.os_time()}-#{System.unique_integer([:positive])}.json\"\n    JSON.write(name, %{tests: Enum.reverse(seen.tests), setups: Enum.reverse(seen.setups)})\n    {:noreply, seen}\n  end\n\n  def handle_cast(_event, seen), do: {:noreply, seen}\n\n  defp begun(key, one), do: :ets.insert(@table, {{:running, key}, one})\n  defp ended(key), do: :ets.delete(@table, {:running, key})\n\n  defp place(test) do\n    %{module: inspect(test.module), name: to_string(test.name), file: file(test.tags[:file]), line: test.tags[:line]}\n  end\n\n  defp seen(test) do\n    {state, message} = state(test)\n    Map.merge(place(test), %{us: test.time, state: state, message: message})\n  end\n\n  defp state(%{state: nil}), do: {\"passed\", \"\"}\n  defp state(%{state: {:skipped, why}}), do: {\"skipped\", why(why)}\n  defp state(%{state: {:excluded, why}}), do: {\"excluded\", why(why)}\n  defp state(%{state: {:invalid, _}}), do: {\"invalid\", \"\"}\n\n  defp state(%{state: {:failed, failures}} = test) do\n    text = ExUnit.Formatter.format_test_failure(test, failures, 1, :infinity, fn _key, message -> message end)\n    {\"failed\", String.slice(text, 0, 4000)}\n  end\n\n  defp why(text) when is_binary(text), do: String.slice(text, 0, 500)\n  defp why(_), do: \"\"\n\n  # The exception of a setup_all, and where the setup_all stands that raised it.\n  defp setup(module, failures) do\n    text = ExUnit.Formatter.format_test_all_failure(module, failures, 1, :infinity, fn _key, message -> message end)\n    {file, line} = raised(failures, file(module.file))\n    [{kind, reason, stack} | _] = failures\n    what = Exception.format_banner(kind, reason, stack) |> String.replace_prefix(\"** \", \"\") |> String.replace(~r/\\s*\\n\\s*/, \"\\n\")\n    what = String.replace(what, ~r/\\)\\s+/, \") \", global: false) |> String.trim()\n    %{module: inspect(module.name), file: file, line: line, what: String.slice(what, 0, 1000), message: String.slice(text, 0, 4000)}\n  end\n\n  # The first frame of the module's file, else of the project. What is called last leaves no frame of its own: then the\n  # file is read.\n  defp raised(failures, own) do\n    frames =\n      for {_, _, stack} <- failures, is_list(stack), {_, function, _, at} <- stack, at[:file], line = at[:line], function != :__ex_unit__ do\n        {to_string(function), Path.expand(to_string(at[:file])), line}\n      end\n\n    case Enum.find(frames, fn {_, file, _} -> file == own end) || Enum.find(frames, fn {_, file, _} -> File.regular?(file) end) do\n      nil -> {own, heads(own) |> Enum.min(fn -> nil end)}\n      {\"__ex_unit_setup_all\" <> _, file, line} -> {file, heads(file) |> Enum.filter(&(&1 <= line)) |> Enum.max(fn -> line end)}\n      {_, file, line} -> {file, line}\n    end\n  end\n\n  # The lines on which a setup_all begins.\n  defp heads(file) do\n    with true <- is_binary(file), {:ok, text} <- File.read(file) do\n      for {line, at} <- text |> String.split(\"\\n\") |> Enum.with_index(1), line =~ ~r/^\\s*setup_all\\b/, do: at\n    else\n      _ -> []\n    end\n  end\n\n  defp file(nil), do: nil\n  defp file(path), do: path |> to_string() |> Path.expand()\nend\n",
    "elixir/json.exs": "# JSON for Elixir 1.14 to 1.20 without a dependency: maps, lists, strings, numbers, booleans and nil.\ndefmodule PhoenixDeploy.JSON do\n  def encode(nil), do: \"null\"\n  def encode(true), do: \"true\"\n  def encode(false), do: \"false\"\n  def encode(value) when is_atom(value), do: encode(Atom.to_string(value))\n  def encode(value) when is_integer(value), do: Integer.to_string(value)\n  def encode(value) when is_float(value), do: Float.to_string(value)\n\n  def encode(value) when is_list(value),\n    do: [\"[\", Enum.intersperse(Enum.map(value, &encode/1), \",\"), \"]\"]\n\n  def encode(value) when is_map(value) do\n    pairs = for {key, item} <- value, do: [encode(to_string(key)), \":\", encode(item)]\n    [\"{\", Enum.intersperse(pairs, \",\"), \"}\"]\n  end\n\n  def encode(value) when is_binary(value) do\n    text = if String.valid?(value), do: value, else: IO.iodata_to_binary(replaced(value))\n    [?\", for(<<char::utf8 <- text>>, do: escape(char)), ?\"]\n  end\n\n  # Bytes that are no UTF-8 are shown as such, one by one, instead of breaking the file.\n  defp replaced(<<char::utf8, rest::binary>>), do: [<<char::utf8>> | replaced(rest)]\n  defp replaced(<<_, rest::binary>>), do: [\"\\uFFFD\" | replaced(rest)]\n  defp replaced(<<>>), do: []\n\n  defp escape(?\"), do: \"\\\\\\\"\"\n  defp escape(?\\\\), do: \"\\\\\\\\\"\n\n  defp escape(char) when char < 0x20,\n    do: \"\\\\u\" <> String.pad_leading(Integer.to_string(char, 16), 4, \"0\")\n\n  defp escape(char), do: <<char::utf8>>\n\n  # Whole or not at all: a crash leaves no file, and no file is never a pass. Inside a step the time since its beginning\n  # is part of it.\n  def write(name, value) do\n    path = Path.join(System.fetch_env!(\"PD_OUT\"), name)\n    started = Process.get(:phoenix_deploy_step)\n    value = if started, do: Map.put(value, :ms, System.monotonic_time(:millisecond) - started), else: value\n    File.write!(path <> \".tmp\", encode(value))\n    File.rename!(path <> \".tmp\", path)\n  end\nend\n",
    "elixir/migration_calls.exs": "# Calls of a migration on other modules: what runs through the repo, what a library brings, what changes no database,\n# and what is not here to be read.\ndefmodule PhoenixDeploy.MigrationCalls do\n  alias PhoenixDeploy.{MigrationCode, MigrationState}\n\n  @inserts ~w(insert insert! insert_all insert_or_update insert_or_update!)a\n  @writes %{\n    \"operation-update\" => ~w(update update! update_all)a,\n    \"operation-delete\" => ~w(delete delete! delete_all)a\n  }\n  @reads ~w(all all_by one one! get get! get_by get_by! exists? aggregate stream preload reload reload! config\n            get_dynamic_repo put_dynamic_repo in_transaction? checked_out? rollback load start_link stop __adapter__\n            to_sql explain default_options transaction transact checkout with_repo)a\n\n  # What starts and stops processes changes no table.\n  @processes ~w(start start_link stop ensure_all_started ensure_started)a\n\n  # Ecto.Migration's and Ecto.Query's words, beside those of Elixir itself.\n  @words ~w(add add_if_not_exists alter constraint create create_if_not_exists direction drop drop_if_exists execute\n            execute_file flush fragment index modify prefix references remove remove_if_exists rename repo table\n            timestamps unique_index from where join select order_by group_by limit distinct exclude subquery dynamic\n            update preload union union_all except having windows)a\n\n  @modules ~w(Access Application Atom Base Bitwise Calendar Date DateTime Decimal Ecto Enum File Float IO Inspect\n              Integer Jason Kernel Keyword List Logger Macro Map MapSet Module NaiveDateTime Path Process Range Regex\n              Stream String System Task Time Tuple URI Version)a\n\n  # True of a call without a module that Elixir or Ecto brings.\n  def word?(name, arity),\n    do: name in @words or Macro.operator?(name, arity) or {name, arity} in kernel() or name in special()\n\n  defp kernel, do: Kernel.__info__(:functions) ++ Kernel.__info__(:macros)\n  # Of any number of arguments.\n  defp special, do: for({name, _} <- Kernel.SpecialForms.__info__(:macros), do: name)\n\n  # One call. `walk.given` walks its arguments, `walk.sql` a text.\n  def walk({{:., _, [target, name]}, meta, args} = node, state, walk) do\n    target = resolved(target, state)\n\n    cond do\n      sql?(target, name, args) ->\n        walk.sql.(state, sql_of(target, args), meta)\n\n      repo?(target) ->\n        repo({name, meta, args}, state, walk)\n\n      state.place != :statement or name in @processes or harmless?(target, name, meta) ->\n        walk.given.([target | args], state)\n\n      # What it adds to a new table nobody waits for.\n      match?({:create, _}, state.inside) ->\n        state\n\n      # EctoEnum's.\n      name == :create_type and args == [] ->\n        MigrationState.add(state, nil, nil, meta, called(node))\n\n      library?(target, name, state.module.root) ->\n        MigrationState.add(state, \"library-migration\", nil, meta, Macro.to_string(node))\n\n      true ->\n        walk.given.(args, MigrationState.unread(state, meta, called(node)))\n    end\n  end\n\n  defp repo({name, meta, args}, state, walk) do\n    what = \"#{name} through the repo\"\n    rule = Enum.find_value(@writes, fn {rule, names} -> if name in names, do: rule end)\n\n    cond do\n      name in [:transaction, :transact] and not match?([{kind, _, _} | _] when kind in [:fn, :&], args) ->\n        walk.given.(args, MigrationState.unread(state, meta, \"#{name}/#{length(args)} of the repo\"))\n\n      rule != nil ->\n        walk.given.(args, MigrationState.write(state, rule, written(args), meta, what))\n\n      # Rows that are written down are few.\n      name in @inserts and not queried?(name, args, state) ->\n        walk.given.(args, MigrationState.insert_few(state, written(args), meta, what, false))\n\n      name in @inserts ->\n        walk.given.(args, MigrationState.insert(state, meta, what, false))\n\n      name in @reads ->\n        walk.given.(args, MigrationState.add(state, nil, nil, meta, what))\n\n      state.place != :statement ->\n        walk.given.(args, state)\n\n      true ->\n        walk.given.(args, MigrationState.unread(state, meta, \"#{name}/#{length(args)} of the repo\"))\n    end\n  end\n\n  # Rows of a query, or one after another.\n  defp queried?(:insert_all, [_table, rows | _], %{known: known}), do: MigrationCode.elements(rows, known) == nil\n  defp queried?(_name, _args, state), do: state.loop\n\n  defp sql?({:__aliases__, _, [:Ecto, :Adapters, :SQL]}, name, args), do: name in [:query, :query!] and length(args) > 1\n\n  defp sql?(target, name, args),\n    do: name in [:query, :query!, :query_many, :query_many!] and args != [] and repo?(target)\n\n  defp sql_of({:__aliases__, _, _} = target, args), do: if(repo?(target), do: hd(args), else: Enum.at(args, 1))\n  defp sql_of(_target, args), do: hd(args)\n\n  defp repo?({:repo, _, _}), do: true\n  defp repo?({:__aliases__, _, names}), do: names |> List.last() |> to_string() |> String.ends_with?(\"Repo\")\n  defp repo?(_), do: false\n\n  # A module under its own name, also by way of an attribute or a variable.\n  defp resolved({:__aliases__, meta, [first | rest]}, state) when is_atom(first),\n    do: {:__aliases__, meta, Map.get(state.module.aliases, first, [first]) ++ rest}\n\n  defp resolved({:@, _, [{name, _, context}]} = target, state) when is_atom(context),\n    do: known(state.known[{:@, name}], target, state)\n\n  defp resolved({name, _, context} = target, state) when is_atom(name) and is_atom(context),\n    do: known(state.known[name], target, state)\n\n  defp resolved(target, _state), do: target\n\n  defp known({:__aliases__, _, _} = module, _target, state), do: resolved(module, state)\n  defp known({:repo, _, _} = repo, _target, _state), do: repo\n  defp known(_value, target, _state), do: target\n\n  defp written([table | _]) when is_binary(table), do: table\n  defp written([{:from, _, [{:in, _, [_, table]} | _]} | _]), do: written([table])\n  defp written([{_name, _, [{:from, _, _} = query | _]} | _]), do: written([query])\n  defp written(_), do: nil\n\n  # Modules whose functions change no database, or only by the functions that they are given.\n  defp harmless?({:__aliases__, _, [:System | _]}, name, _meta) when name in [:cmd, :shell], do: false\n  defp harmless?({:__aliases__, _, [:Ecto, :Migrator | _]}, _name, _meta), do: false\n  defp harmless?({:__aliases__, _, [first | _]}, _name, _meta), do: first in @modules\n  defp harmless?({:__MODULE__, _, _}, _name, _meta), do: false\n  defp harmless?(:os, :cmd, _meta), do: false\n  # A field of a value; a call on a module that is computed may do anything.\n  defp harmless?({name, _, context}, _name, meta) when is_atom(name) and is_atom(context), do: meta[:no_parens] == true\n  defp harmless?(_target, _name, _meta), do: true\n\n  # `Oban.Migration.up(version: 12)` and its kind: their own code, which is not here to be read. The application's own\n  # is no library's.\n  defp library?({:__aliases__, _, [root | _] = names}, name, own) do\n    root != own and name not in [:module_info, :__migration__] and\n      Enum.any?(names, &String.starts_with?(to_string(&1), \"Migration\"))\n  end\n\n  defp library?(_target, _name, _own), do: false\n\n  defp called({{:., _, [target, name]}, _, args}), do: \"#{Macro.to_string(target)}.#{name}/#{length(args)}\"\nend\n",
    "elixir/migration_code.exs": "# The code of a migration as its compiler reads it: nothing is run, and nothing of Ecto is needed.\ndefmodule PhoenixDeploy.MigrationCode do\n  # More than any migration; a bigger file is not read.\n  @max_bytes 1_000_000\n\n  # `{:ok, modules, comments}` or `{:error, line, message}`. A module has its attributes, its functions by name, and\n  # whether it is a migration.\n  def read(path) do\n    with {:ok, %{size: size}} when size <= @max_bytes <- File.stat(path),\n         {:ok, source} <- File.read(path),\n         true <- String.valid?(source) || {:error, 1, \"it is not UTF-8 text\"},\n         {:ok, ast, comments} <- Code.string_to_quoted_with_comments(source, emit_warnings: false) do\n      {:ok, modules(ast), comments}\n    else\n      {:ok, %{size: size}} -> {:error, 1, \"it has #{size} bytes; no migration of more than #{@max_bytes} is read\"}\n      {:error, {meta, message, token}} -> {:error, meta[:line] || 1, told(message, token)}\n      {:error, reason} -> {:error, 1, \"it cannot be read: #{:file.format_error(reason)}\"}\n      {:error, _, _} = error -> error\n    end\n  end\n\n  defp told({before, later}, token), do: String.trim(\"#{before}#{token}#{later}\")\n  defp told(message, token), do: String.trim(\"#{message}#{token}\")\n\n  defp modules(ast) do\n    {_, found} =\n      Macro.prewalk(ast, [], fn\n        {:defmodule, _, [name, [{:do, body} | _]]} = node, found -> {node, [module(name, body) | found]}\n        node, found -> {node, found}\n      end)\n\n    Enum.reverse(found)\n  end\n\n  defp module(name, body) do\n    lines = flattened(body)\n\n    %{\n      root: root(name),\n      attributes: for({:@, _, [{name, _, [value]}]} <- lines, into: %{}, do: {name, value}),\n      aliases:\n        for({:alias, _, [{:__aliases__, _, names}, options]} <- lines, as = as(options), into: %{}, do: {as, names}),\n      functions:\n        for({kind, _, [head | clause]} <- lines, kind in [:def, :defp], function <- functions(head, clause), do: function),\n      migration: Enum.any?(lines, &match?({:use, _, [{:__aliases__, _, _} | _]}, &1))\n    }\n  end\n\n  # A function may stand in an `if` of its module: whichever branch it is, it is read.\n  defp flattened({:__block__, _, lines}), do: Enum.flat_map(lines, &flattened/1)\n\n  defp flattened({name, _, args}) when name in [:if, :unless, :case, :cond, :for] and is_list(args) do\n    case List.last(args) do\n      [{key, _} | _] = branches when key in [:do, :else] -> branches |> Keyword.values() |> Enum.flat_map(&flattened/1)\n      _ -> []\n    end\n  end\n\n  defp flattened(clauses) when is_list(clauses),\n    do: for({:->, _, [_, body]} <- clauses, line <- flattened(body), do: line)\n\n  defp flattened(line), do: [line]\n\n  # The namespace of the application, where the migration bears one.\n  defp root({:__aliases__, _, [root, _ | _]}), do: root\n  defp root(_), do: nil\n\n  defp as(options) do\n    with {:__aliases__, _, [as]} <- is_list(options) && options[:as], do: as, else: (_ -> nil)\n  end\n\n  defp functions({:when, _, [head | _]}, clause), do: functions(head, clause)\n\n  defp functions({name, meta, args}, [[{:do, body} | _]]),\n    do: [{{name, arity(args)}, %{args: params(args), body: body, line: meta[:line] || 1}} | defaulted(name, meta, args)]\n\n  defp functions({name, meta, args}, []), do: defaulted(name, meta, args)\n  defp functions(_head, _clause), do: []\n\n  # With fewer arguments than it has it is called with its defaults, of which the first are given first.\n  defp defaulted(name, meta, args) do\n    params = for {param, at} <- args |> params() |> Enum.with_index(), do: {param, {:\"argument_#{at}\", [], nil}}\n    defaults = for {{:\\\\, _, _}, variable} <- params, do: variable\n\n    for given <- 0..(length(defaults) - 1)//1 do\n      left = Enum.drop(defaults, given)\n      full = for {param, variable} <- params, do: if(variable in left, do: List.last(elem(param, 2)), else: variable)\n      args = for {_, variable} <- params, variable not in left, do: variable\n      {{name, length(args)}, %{args: args, body: {name, meta, full}, line: meta[:line] || 1}}\n    end\n  end\n\n  defp arity(args) when is_list(args), do: length(args)\n  defp arity(_), do: 0\n\n  defp params(args) when is_list(args), do: args\n  defp params(_), do: []\n\n  def block({:__block__, _, lines}), do: lines\n  def block(line), do: [line]\n\n  # The options at the end of a call's arguments; those that are computed are none.\n  def options(args), do: if(Keyword.keyword?(List.last(args)), do: List.last(args), else: [])\n\n  # A name or a value written as a literal, also by way of a module attribute or a variable; `nil` when it is computed.\n  def literal(nil, _known), do: nil\n  def literal(value, _known) when is_binary(value), do: value\n  def literal(value, _known) when is_atom(value), do: to_string(value)\n\n  def literal({:@, _, [{name, _, context}]}, known) when is_atom(context),\n    do: known |> Map.get({:@, name}) |> literal(known)\n\n  def literal({:<>, _, [left, right]}, known), do: joined([literal(left, known), literal(right, known)])\n  def literal({:<<>>, _, parts}, known), do: parts |> Enum.map(&part(&1, known)) |> joined()\n  def literal({sigil, _, [text, _]}, known) when sigil in [:sigil_s, :sigil_S], do: literal(text, known)\n  # A text that is only trimmed or put on one line is the same SQL.\n  def literal({{:., _, [{:__aliases__, _, [:String]}, name]}, _, [text | _]}, known)\n      when name in [:replace, :trim, :trim_trailing],\n      do: literal(text, known)\n\n  def literal({:|>, _, [text, {{:., _, _} = function, meta, args}]}, known),\n    do: literal({function, meta, [text | args]}, known)\n\n  def literal({name, _, context}, known) when is_atom(name) and is_atom(context),\n    do: known |> Map.get(name, known[{:function, name}]) |> literal(known)\n\n  # A function of the migration that is nothing but a text.\n  def literal({name, _, []}, known) when is_atom(name), do: known |> Map.get({:function, name}) |> literal(known)\n  def literal(_, _known), do: nil\n\n  # The elements of a list that is written down, also by way of a module attribute or a variable; `nil` of any other.\n  def elements(list, _known) when is_list(list), do: list\n\n  def elements({sigil, _, [{:<<>>, _, [text]}, _]}, _known) when sigil in [:sigil_w, :sigil_W] and is_binary(text),\n    do: String.split(text)\n\n  def elements({:@, _, [{name, _, context}]}, known) when is_atom(context), do: elements(known[{:@, name}], known)\n  def elements({name, _, context}, known) when is_atom(name) and is_atom(context), do: elements(known[name], known)\n  def elements({:%{}, _, pairs}, _known) when is_list(pairs), do: pairs\n  def elements(_, _known), do: nil\n\n  # What a pattern takes from a value, as far as both are written down; what it cannot know it forgets.\n  def bind({name, _, context}, value, known) when is_atom(name) and is_atom(context) do\n    value = if text = literal(value, known), do: text, else: value\n    # A value that names itself would never end.\n    if mentions?(value, name), do: Map.delete(known, name), else: Map.put(known, name, value)\n  end\n\n  def bind({:{}, _, patterns}, {:{}, _, values}, known), do: bind(patterns, values, known)\n  def bind({a, b}, {c, d}, known), do: bind([a, b], [c, d], known)\n\n  def bind(patterns, values, known) when is_list(patterns) and is_list(values) and length(patterns) == length(values),\n    do:\n      patterns |> Enum.zip(values) |> Enum.reduce(known, fn {pattern, value}, known -> bind(pattern, value, known) end)\n\n  def bind(pattern, _value, known) do\n    {_, names} =\n      Macro.prewalk(pattern, [], fn node, names ->\n        {node,\n         if(match?({name, _, context} when is_atom(name) and is_atom(context), node),\n           do: [elem(node, 0) | names],\n           else: names\n         )}\n      end)\n\n    Map.drop(known, names)\n  end\n\n  defp mentions?(ast, name) do\n    {_, found} =\n      Macro.prewalk(ast, false, fn node, found ->\n        {node, found or match?({^name, _, context} when is_atom(context), node)}\n      end)\n\n    found\n  end\n\n  # What is put into a text stands for a name.\n  defp part(text, _known) when is_binary(text), do: text\n  defp part({:\"::\", _, [{_, _, [value]} | _]}, known), do: literal(unconverted(value), known) || unknown(value)\n  defp part(_, _known), do: \"interpolated\"\n\n  # The same words stand for the same name, and others for another.\n  defp unknown(value),\n    do: \"interpolated_\" <> (value |> Macro.to_string() |> String.replace(~r/\\W+/, \"_\") |> String.slice(0, 40))\n\n  defp unconverted({name, _, [value]}) when name in [:to_string, :inspect], do: value\n  defp unconverted({{:., _, [{:__aliases__, _, [:Atom]}, :to_string]}, _, [value]}), do: value\n  defp unconverted(value), do: value\n\n  defp joined(parts), do: if(Enum.all?(parts, &is_binary/1), do: Enum.join(parts))\nend\n",
    "elixir/migration_columns.exs": "# What a column's type and options mean for a table with rows: the rules that they break, `{:notice, rule}` for what\n# does no harm by itself, and nil for those that they keep.\ndefmodule PhoenixDeploy.MigrationColumns do\n  alias PhoenixDeploy.{MigrationCode, SqlRules, SqlTypes}\n  import MigrationCode, only: [options: 1]\n\n  # A new column.\n  def added(type, options, known) do\n    default = options[:default]\n\n    [\n      # Without a default there is no value that could refer to anything: nothing is looked at.\n      with(\n        \"column-reference-added\" <- reference(type),\n        do: if(default == nil, do: {:notice, \"column-reference-added\"}, else: \"column-reference-added\")\n      ),\n      if(type == :json, do: \"json-column-added\"),\n      if(type in [:serial, :bigserial, :smallserial, :identity] or options[:primary_key] == true,\n        do: \"auto-increment-added\"\n      ),\n      if(is_binary(options[:generated]) and String.contains?(options[:generated], \"STORED\"),\n        do: \"generated-column-added\"\n      ),\n      if(volatile?(default, known), do: \"column-volatile-default\"),\n      if(options[:null] == false and default == nil and not Keyword.has_key?(options, :generated),\n        do: \"required-column-added\"\n      )\n    ]\n  end\n\n  # A column that is there. `was` is what the migrations before made of it, or nil; `proven` that no row has NULL there.\n  def modified(type, options, was, proven) do\n    {from, from_options} = from(options[:from])\n    before = if from == nil, do: was[:type], else: SqlTypes.of_ecto(from, from_options)\n    null = Keyword.get(from_options, :null, was[:null])\n\n    [\n      reference(type),\n      if(not reference?(type) and SqlTypes.rewrites?(before, SqlTypes.of_ecto(type, options)), do: \"column-type-changed\"),\n      if(options[:null] == false and null != false and not proven, do: \"not-null-added\"),\n      if(options[:null] == true and null != true, do: {:notice, \"null-allowed\"})\n    ]\n  end\n\n  # What a column is after it was added.\n  def new(type, options),\n    do: %{type: SqlTypes.of_ecto(type, options), null: options[:null] != false and options[:primary_key] != true}\n\n  # What it is after it was modified: NULL stays as it was where nothing is said of it.\n  def changed(type, options, was),\n    do: %{type: SqlTypes.of_ecto(type, options), null: Keyword.get(options, :null, was[:null])}\n\n  defp from({type, options}) when is_list(options), do: {type, options}\n  defp from(type), do: {type, []}\n\n  defp reference({:references, _, [_table | rest]}),\n    do: if(options(rest)[:validate] != false, do: \"column-reference-added\")\n\n  defp reference(_type), do: nil\n  defp reference?(type), do: match?({:references, _, _}, type)\n\n  # A fragment is SQL; a value that is computed here is one value for all rows.\n  defp volatile?({:fragment, _, [sql | _]}, known) do\n    case MigrationCode.literal(sql, known) do\n      nil -> true\n      text -> SqlRules.volatile?(text)\n    end\n  end\n\n  defp volatile?(_default, _known), do: false\nend\n",
    "elixir/migration_files.exs": "# The migrations of every repo: where they lie, which the base had, which are new.\ndefmodule PhoenixDeploy.MigrationFiles do\n  @compile {:no_warn_undefined, [Mix.Ecto, Mix.EctoSQL]}\n\n  # Every repo of the project with its migrations. `nil` when the project has no Ecto SQL.\n  def repos(base) do\n    if Code.ensure_loaded?(Ecto.Migrator) or compiled?() do\n      for repo <- Mix.Ecto.parse_repo([]) do\n        Code.ensure_loaded?(repo) || raise \"#{inspect(repo)} is not compiled: look at the check `compile`\"\n        described(repo, base)\n      end\n    end\n  end\n\n  # Without Ecto, or with an Ecto that nobody compiled: that is no project without a database.\n  defp compiled? do\n    if :ecto_sql in Mix.Project.deps_apps(), do: raise(\"ecto_sql is not compiled: look at the check `compile`\")\n    false\n  end\n\n  # What the base had: the state of each migration's file there, by absolute path: `same`, `changed` or `gone` since.\n  # `nil` when no base is known.\n  def base do\n    with path when path not in [nil, \"\"] <- System.get_env(\"PD_BASE\"), {:ok, text} <- File.read(path) do\n      for line <- String.split(text, \"\\n\", trim: true), into: %{} do\n        [state, file] = String.split(line, \" \", parts: 2)\n        {file, state}\n      end\n    else\n      _ -> nil\n    end\n  end\n\n  # Migrations that no path of a repo leads to: `mix ecto.migrate` never runs them.\n  def stray(repos, base) do\n    known = for repo <- repos, file <- repo.files ++ repo.unusable, into: MapSet.new(), do: file.file\n\n    for {_app, path} <- apps(),\n        file <- Path.wildcard(Path.join(path, \"priv/**/*migrations*/**/*.exs\")),\n        file = Path.expand(file),\n        {version, \"_\" <> _} <- [version(file)],\n        version > 0,\n        not MapSet.member?(known, file),\n        do: %{file: file, state: state(file, base, MapSet.new())}\n  end\n\n  # Migrations that are code of the application, which runs them itself when it sees fit.\n  def in_code do\n    for {_app, path} <- apps(),\n        file <- Path.wildcard(Path.join(path, \"lib/**/*.ex\")),\n        {:ok, text} <- [File.read(file)],\n        text =~ ~r/^\\s*use Ecto\\.Migration\\b/m,\n        do: Path.expand(file)\n  end\n\n  defp described(repo, base) do\n    paths = paths(repo)\n    found = for path <- paths, file <- Path.wildcard(Path.join(path, \"**/*.{ex,exs}\")), do: Path.expand(file)\n    {usable, unusable} = Enum.split_with(named(found), &(Path.extname(&1.file) == \".exs\"))\n    # A file that was moved is known by its name.\n    moved = for {file, \"gone\"} <- base || %{}, into: MapSet.new(), do: Path.basename(file)\n    files = for one <- Enum.sort_by(usable, & &1.version), do: Map.put(one, :state, state(one.file, base, moved))\n    versions = MapSet.new(files, & &1.version)\n\n    gone =\n      for {file, _} <- base || %{},\n          under?(file, paths),\n          one <- named([file]),\n          not MapSet.member?(versions, one.version),\n          do: one\n\n    %{\n      repo: repo,\n      name: inspect(repo),\n      adapter: repo.__adapter__(),\n      paths: paths,\n      files: files,\n      unusable: unusable,\n      gone: Enum.sort_by(gone, & &1.version)\n    }\n  end\n\n  defp state(_file, nil, _moved), do: \"new\"\n  defp state(file, base, moved), do: base[file] || if(Path.basename(file) in moved, do: \"same\", else: \"new\")\n\n  # As Ecto itself reads names: what does not begin with a number and an underscore is no migration.\n  defp named(files) do\n    for file <- files, {version, \"_\" <> name} <- [version(file)], do: %{version: version, name: name, file: file}\n  end\n\n  defp version(file) do\n    case file |> Path.basename() |> Path.rootname() |> Integer.parse() do\n      {version, rest} -> {version, rest}\n      :error -> {0, \"\"}\n    end\n  end\n\n  defp under?(file, paths), do: Enum.any?(paths, &String.starts_with?(file, &1 <> \"/\"))\n\n  # `priv/NAME/migrations`, with the repo's own `priv:`; an alias of `ecto.migrate` may name others.\n  defp paths(repo) do\n    case for({\"--migrations-path\", path} <- pairs(aliases(repo)), do: Path.expand(path)) do\n      [] -> [repo |> Mix.EctoSQL.source_repo_priv() |> Path.join(\"migrations\") |> Path.expand()]\n      paths -> Enum.uniq(paths)\n    end\n  end\n\n  # The prefix that an alias of `ecto.migrate` names for this repo.\n  def prefix(repo), do: Enum.find_value(pairs(aliases(repo)), fn {key, value} -> key == \"--prefix\" && value end)\n\n  # The calls of `ecto.migrate` in the project's aliases that this repo is meant by, as words.\n  defp aliases(repo) do\n    for {_name, tasks} <- Mix.Project.config()[:aliases] || [],\n        \"ecto.migrate\" <> _ = task <- List.wrap(tasks),\n        words = OptionParser.split(task),\n        named = for({key, value} <- pairs([words]), key in [\"-r\", \"--repo\"], do: value),\n        named == [] or inspect(repo) in named,\n        do: words\n  end\n\n  defp pairs(calls) do\n    for words <- calls,\n        [key, value] <- words |> Enum.flat_map(&String.split(&1, \"=\", parts: 2)) |> Enum.chunk_every(2, 1, :discard),\n        do: {key, value}\n  end\n\n  defp apps do\n    case Mix.Project.apps_paths() do\n      nil -> [{Mix.Project.config()[:app], File.cwd!()}]\n      paths -> for {app, path} <- paths, do: {app, Path.expand(path)}\n    end\n  end\nend\n",
    "elixir/migration_operations.exs": "# Ecto.Migration's operations on tables, columns, indexes and constraints.\ndefmodule PhoenixDeploy.MigrationOperations do\n  alias PhoenixDeploy.{MigrationCode, MigrationColumns, MigrationSchema, MigrationState}\n  import MigrationCode, only: [options: 1]\n  import MigrationState, only: [add: 5, rules: 5, lock: 2, schema: 2, shortened: 1]\n\n  @creates [:create, :create_if_not_exists]\n  @drops [:drop, :drop_if_exists]\n  @either @creates ++ @drops\n  @indexes [:index, :unique_index]\n\n  # The state after it; nil for what is none. `within` walks the lines of a table's block.\n  def read({name, meta, [{:table, _, _} = table | rest]}, state, within) when name in @creates do\n    title = table(table, state)\n    there = name == :create_if_not_exists and MigrationSchema.known?(state.schema, title)\n    state = if there, do: state, else: MigrationState.create(state, title)\n    within.({:create, title}, rest, add(state, nil, title, meta, \"#{name} #{title}\"))\n  end\n\n  def read({:alter, _meta, [{:table, _, _} = table | rest]}, state, within) do\n    table = table(table, state)\n    within.({:alter, table}, rest, lock(state, table))\n  end\n\n  def read({name, meta, [{:table, _, _} = table | _]}, state, _within) when name in @drops do\n    table = table(table, state)\n    state |> add(\"table-dropped\", table, meta, \"#{name} #{table}\") |> schema(&MigrationSchema.drop(&1, table))\n  end\n\n  def read({:rename, meta, [{:table, _, _} = table, [to: {:table, _, _} = to]]}, state, _within) do\n    [table, to] = for one <- [table, to], do: table(one, state)\n    created = if table in state.created, do: MapSet.put(state.created, to), else: MapSet.delete(state.created, to)\n\n    state =\n      state\n      |> add(\"table-renamed\", table, meta, \"rename #{table} to #{to}\")\n      |> schema(&MigrationSchema.rename(&1, table, to))\n\n    %{state | created: created |> MapSet.delete(table)}\n  end\n\n  def read({:rename, meta, [{:table, _, _} = table, column, [to: to]]}, state, _within) do\n    [table, column, to] = [table(table, state), name(column, state), name(to, state)]\n\n    state\n    |> add(\"column-renamed\", table, meta, \"rename #{table}.#{column} to #{to}\")\n    |> schema(&MigrationSchema.rename(&1, table, column, to))\n  end\n\n  def read({:rename, meta, [{:index, _, _} | _]}, state, _within), do: add(state, nil, nil, meta, \"rename index\")\n\n  def read({name, meta, [column, type | rest]}, %{inside: {_, table}} = state, _within)\n      when name in [:add, :add_if_not_exists] do\n    {type, options} = {typed(type, state), options(rest)}\n\n    state\n    |> rules(MigrationColumns.added(type, options, state.known), table, meta, \"#{name} #{shown(column)}\")\n    |> referred(type, table, column)\n    |> schema(&MigrationSchema.put(&1, table, name(column, state), MigrationColumns.new(type, options)))\n  end\n\n  def read({:timestamps, meta, args}, %{inside: {_, table}} = state, _within) do\n    options = options(args)\n    rule = if not Keyword.has_key?(options, :default) and options[:null] != true, do: \"required-column-added\"\n    # Their type may stand in the repo's configuration.\n    column = %{type: options[:type] && MigrationColumns.new(options[:type], []).type, null: options[:null] == true}\n    names = for key <- [:inserted_at, :updated_at], options[key] != false, do: to_string(options[key] || key)\n    state = add(state, rule, table, meta, \"timestamps\")\n    Enum.reduce(names, state, fn name, state -> schema(state, &MigrationSchema.put(&1, table, name, column)) end)\n  end\n\n  def read({:modify, meta, [column, type | rest]}, %{inside: {_, table}} = state, _within) do\n    {title, type, options} = {name(column, state), typed(type, state), options(rest)}\n    was = MigrationSchema.column(state.schema, table, title)\n    found = MigrationColumns.modified(type, options, was, MigrationState.proven?(state, table, title))\n\n    state\n    |> rules(found, table, meta, \"modify #{shown(column)}\")\n    |> referred(type, table, column)\n    |> schema(&MigrationSchema.put(&1, table, title, MigrationColumns.changed(type, options, was)))\n  end\n\n  def read({name, meta, [column | _]}, %{inside: {_, table}} = state, _within)\n      when name in [:remove, :remove_if_exists],\n      do:\n        state\n        |> add(\"column-removed\", table, meta, \"#{name} #{shown(column)}\")\n        |> schema(&MigrationSchema.remove(&1, table, name(column, state)))\n\n  # Indexes and constraints.\n  def read({name, meta, [{index, _, [table | rest]} | _]}, state, _within) when name in @either and index in @indexes do\n    table = name(table, rest, state)\n    what = \"#{name} #{index} on #{table}\"\n\n    concurrently = options(rest)[:concurrently] == true\n\n    cond do\n      concurrently and name in @drops -> MigrationState.concurrent(state, table, meta, what)\n      concurrently -> MigrationState.built_concurrently(state, table, meta, what)\n      # To drop an index is the work of a moment, unlike to build it.\n      name in @drops -> add(state, nil, table, meta, what)\n      true -> state |> lock(table) |> add(\"index-not-concurrently\", table, meta, what)\n    end\n  end\n\n  def read({name, meta, [{:constraint, _, [table, title | rest]} | _]}, state, _within) when name in @creates do\n    options = options(rest)\n\n    {table, title, what} =\n      {name(table, rest, state), name(title, state), \"constraint #{shown(title)} on #{name(table, rest, state)}\"}\n\n    validated = options[:validate] != false\n    check = MigrationCode.literal(options[:check], state.known)\n    state = state |> lock(table) |> schema(&MigrationSchema.check(&1, table, title, check, validated))\n\n    cond do\n      Keyword.has_key?(options, :exclude) -> add(state, \"exclusion-constraint-added\", table, meta, what)\n      not validated -> add(%{state | not_valid: MapSet.put(state.not_valid, {table, title})}, nil, table, meta, what)\n      true -> add(state, \"check-constraint-added\", table, meta, what)\n    end\n  end\n\n  def read({name, meta, [{:constraint, _, [table | _]} | _]}, state, _within) when name in @drops,\n    do: add(state, nil, name(table, state), meta, \"drop a constraint on #{name(table, state)}\")\n\n  def read(_node, _state, _within), do: nil\n\n  # The rows of both tables of a reference stay until it is there.\n  defp referred(state, {:references, _, [to | rest]}, table, column) do\n    state = lock(state, name(to, rest, state))\n\n    if options(rest)[:validate] == false,\n      do: %{state | not_valid: MapSet.put(state.not_valid, {table, \"#{table}_#{name(column, state)}_fkey\"})},\n      else: state\n  end\n\n  defp referred(state, _type, _table, _column), do: state\n\n  # A type may stand in a variable or an attribute.\n  defp typed({name, _, context} = type, state) when is_atom(name) and is_atom(context),\n    do: Map.get(state.known, name, type)\n\n  defp typed({:@, _, [{name, _, context}]} = type, state) when is_atom(context),\n    do: Map.get(state.known, {:@, name}, type)\n\n  defp typed(type, _state), do: type\n\n  defp table({:table, _, [name | rest]}, state), do: name(name, rest, state)\n\n  # With its schema, where the options name one.\n  defp name(name, rest, state) do\n    prefix = MigrationCode.literal(options(rest)[:prefix], state.known)\n    if prefix in [nil, \"public\"], do: name(name, state), else: \"#{prefix}.#{name(name, state)}\"\n  end\n\n  defp name(name, state), do: MigrationCode.literal(name, state.known) || Macro.to_string(name)\n\n  defp shown(ast) when is_binary(ast), do: shortened(ast)\n  defp shown(ast), do: ast |> Macro.to_string() |> shortened()\nend\n",
    "elixir/migration_safety.exs": "# What the changed migrations do that is unsafe while the old code serves: found in their code, and by\n# excellent_migrations where the project has it.\ndefmodule PhoenixDeploy.MigrationSafety do\n  @compile {:no_warn_undefined, [ExcellentMigrations.Runner]}\n  alias PhoenixDeploy.{MigrationCode, MigrationSchema, MigrationWalk}\n  @entries [{:change, 0}, {:up, 0}]\n\n  # Every migration that the base did not have as it is now, each after all that came before it: those of the repos, and\n  # those that no repo leads to, which may be a tenant's.\n  def look(repos, strays, in_code) do\n    of_repos =\n      for repo <- repos, one <- looked(repo.files, options(repo)) do\n        Map.update!(one, :lock_timeout, &(&1 or is_binary(repo.repo.config()[:parameters][:lock_timeout])))\n      end\n\n    files = of_repos ++ looked(Enum.sort_by(strays, & &1.file), %{postgres: true, advisory_lock: false})\n    %{files: files, in_code: in_code, excellent: excellent(Enum.map(files, & &1.file))}\n  end\n\n  defp options(repo) do\n    %{\n      postgres: repo.adapter == Ecto.Adapters.Postgres,\n      advisory_lock: repo.repo.config()[:migration_lock] in [:pg_advisory_lock, false]\n    }\n  end\n\n  # Files in the order of their versions: what each does is judged by what those before it made of the tables.\n  def looked(files, options) do\n    {seen, _} =\n      Enum.map_reduce(files, MigrationSchema.empty(), fn one, schema ->\n        {seen, schema} = follow(one.file, options, schema)\n        {if(one.state in [\"new\", \"changed\"], do: seen), schema}\n      end)\n\n    Enum.reject(seen, &(&1 == nil))\n  end\n\n  # One file by itself.\n  def look_at(file, options), do: file |> follow(options, MigrationSchema.empty()) |> elem(0)\n\n  # Its operations, those that were assured to be safe, and what could not be read; and the tables after it.\n  defp follow(file, options, schema) do\n    case MigrationCode.read(file) do\n      {:ok, modules, comments} ->\n        {migrations, schema} =\n          Enum.map_reduce(for(module <- modules, module.migration or entry?(module), do: module), schema, fn module,\n                                                                                                             schema ->\n            walked = MigrationWalk.operations(module, options, schema)\n            {{module, walked}, walked.schema}\n          end)\n\n        {described(file, {modules, migrations, comments}, options), schema}\n\n      {:error, line, message} ->\n        nothing = %{\n          operations: 0,\n          empty: false,\n          findings: [],\n          notices: [],\n          assured: [],\n          existing: false,\n          lock_timeout: false\n        }\n\n        {Map.merge(nothing, %{file: file, unread: [%{line: line, message: message}]}), schema}\n    end\n  end\n\n  defp described(file, {modules, migrations, comments}, options) do\n    assured = assured(comments, for({module, _} <- migrations, do: module.attributes[:safety_assured]))\n    ops = for {_, %{ops: ops}} <- migrations, op <- ops, do: applying(op, options)\n    named = for %{rule: rule} = op <- ops, rule != nil, do: Map.put(op, :assured, assured?(op, assured))\n    # Whoever vouches for what nobody can read does it as for raw SQL.\n    unread =\n      for {_, %{unread: unread}} <- migrations,\n          one <- unread,\n          not assured?(%{rule: \"not-read\", line: one.line, sql: true}, assured),\n          do: one\n\n    %{\n      file: file,\n      operations: length(ops),\n      empty: Enum.all?(migrations, fn {module, _} -> MigrationWalk.empty?(module) end),\n      findings: for(op <- named, not op.assured, not op.notice, do: told(op)),\n      notices: for(op <- named, not op.assured, op.notice, do: told(op)),\n      assured: for(op <- named, op.assured, do: told(op)),\n      existing: Enum.any?(ops, &(not &1.fresh and &1.table != nil)),\n      lock_timeout: Enum.any?(migrations, fn {_, %{lock_timeout: set}} -> set end),\n      unread: not_read(modules, migrations, %{unread: unread, operations: length(ops), assured: assured})\n    }\n  end\n\n  defp told(op), do: Map.take(op, [:rule, :table, :line, :what])\n\n  defp not_read(modules, migrations, %{unread: unread, operations: operations, assured: assured}) do\n    cond do\n      not Enum.any?(modules, &entry?/1) ->\n        [%{line: 1, message: \"it has no change/0 and no up/0\"}]\n\n      unread != [] ->\n        for one <- Enum.uniq(unread), do: %{line: one.line, message: \"what #{one.what} does is not here to be read\"}\n\n      operations == 0 and not Enum.all?(migrations, fn {module, _} -> MigrationWalk.empty?(module) end) and\n          not assured?(%{rule: \"not-read\", line: 0, sql: true}, assured) ->\n        [%{line: entry_line(migrations), message: \"none of its operations was read\"}]\n\n      true ->\n        []\n    end\n  end\n\n  defp entry_line(migrations) do\n    Enum.find_value(migrations, 1, fn {module, _} ->\n      Enum.find_value(module.functions, &if(elem(&1, 0) in @entries, do: elem(&1, 1).line))\n    end)\n  end\n\n  defp entry?(%{functions: functions}), do: Enum.any?(functions, fn {function, _} -> function in @entries end)\n\n  # What other databases do with an index or a constraint is theirs; what old code and rows make of a change is the same\n  # everywhere.\n  @everywhere ~w(table-dropped column-removed table-renamed column-renamed schema-renamed column-type-changed\n                 not-null-added required-column-added operation-insert operation-update operation-delete\n                 raw-sql-executed table-truncated database-dropped library-migration)\n  defp applying(op, %{postgres: true}), do: op\n  defp applying(op, _options), do: if(op.rule in @everywhere, do: op, else: %{op | rule: nil})\n\n  # excellent_migrations' comments, and its older attribute: `{rule, :all}` or `{rule, line}`.\n  defp assured(comments, attributes) do\n    attributed =\n      for value <- attributes, rule <- List.wrap(value), is_atom(rule), rule != nil, do: {kebab(to_string(rule)), :all}\n\n    {commented, _} =\n      Enum.map_reduce(Enum.reverse(comments), nil, fn %{line: line, text: text}, below ->\n        case Regex.run(~r/^#\\s*excellent_migrations\\s*:\\s*safety-assured-for-(this-file|next-line)\\s+(.+)$/, text) do\n          [_, \"this-file\", rules] ->\n            {for(rule <- String.split(rules), do: {kebab(rule), :all}), nil}\n\n          # Comments that stand together speak of the line below them all.\n          [_, \"next-line\", rules] ->\n            with next = next(below, line), do: {for(rule <- String.split(rules), do: {kebab(rule), next}), {line, next}}\n\n          _ ->\n            {[], nil}\n        end\n      end)\n\n    attributed ++ Enum.concat(commented)\n  end\n\n  defp next({below, next}, line) when below == line + 1, do: next\n  defp next(_below, line), do: line + 1\n\n  defp assured?(op, assured) do\n    # Whoever vouches for raw SQL vouches for what it does.\n    rules = if op.sql, do: [op.rule, \"raw-sql-executed\", \"all\"], else: [op.rule, \"all\"]\n    Enum.any?(assured, fn {rule, where} -> rule in rules and where in [:all, op.line] end)\n  end\n\n  defp kebab(rule), do: rule |> String.trim(\",\") |> String.replace(\"_\", \"-\")\n\n  # Its own code on the same files. A fault of it must not end ours.\n  defp excellent(files) do\n    if files != [] and Code.ensure_loaded?(ExcellentMigrations.Runner) do\n      us = self()\n\n      {pid, monitor} =\n        spawn_monitor(fn -> send(us, {self(), ExcellentMigrations.Runner.check_migrations(migrations_paths: files)}) end)\n\n      receive do\n        {^pid, :safe} ->\n          %{findings: [], fault: nil}\n\n        {^pid, {:dangerous, dangers}} ->\n          %{\n            findings: for(one <- dangers, do: %{rule: kebab(to_string(one.type)), file: one.path, line: one.line}),\n            fault: nil\n          }\n\n        {:DOWN, ^monitor, :process, ^pid, reason} ->\n          %{findings: [], fault: reason |> Exception.format_exit() |> String.slice(0, 500)}\n      end\n    end\n  end\nend\n",
    "elixir/migration_schema.exs": "# What the folder's migrations made of the tables so far: the type of each column and whether it takes NULL, which\n# checks hold, what is a view.\ndefmodule PhoenixDeploy.MigrationSchema do\n  def empty, do: %{columns: %{}, checks: %{}, proven: MapSet.new(), views: MapSet.new()}\n\n  def known?(schema, table), do: Map.has_key?(schema.columns, table)\n  def column(schema, table, column), do: get_in(schema.columns, [table, column])\n\n  def create(schema, table), do: put_in(schema.columns[table], %{})\n  def view(schema, name), do: %{schema | views: MapSet.put(schema.views, name)}\n  def drop(schema, table), do: %{schema | columns: Map.delete(schema.columns, table)}\n\n  def rename(schema, table, to) do\n    {columns, rest} = Map.pop(schema.columns, table, %{})\n    %{schema | columns: Map.put(rest, to, columns)}\n  end\n\n  def put(schema, table, column, told) do\n    columns = schema.columns |> Map.get(table, %{}) |> Map.put(column, told)\n    put_in(schema.columns[table], columns)\n  end\n\n  def remove(schema, table, column),\n    do: %{schema | columns: Map.update(schema.columns, table, %{}, &Map.delete(&1, column))}\n\n  def rename(schema, table, column, to) do\n    case column(schema, table, column) do\n      nil -> schema\n      told -> schema |> remove(table, column) |> put(table, to, told)\n    end\n  end\n\n  # A check by its name; one that is validated proves that a column has no NULL.\n  def check(schema, table, name, text, validated) do\n    case Regex.run(~r/^\\W*(\\w+)\\W+IS\\s+NOT\\s+NULL\\W*$/i, text || \"\") do\n      [_, column] ->\n        schema = put_in(schema.checks[{table, name}], column)\n        if validated, do: validate(schema, table, name), else: schema\n\n      nil ->\n        schema\n    end\n  end\n\n  def validate(schema, table, name) do\n    case schema.checks[{table, name}] do\n      nil -> schema\n      column -> %{schema | proven: MapSet.put(schema.proven, {table, column})}\n    end\n  end\n\n  def proven?(schema, table, column), do: {table, column} in schema.proven\nend\n",
    "elixir/migration_state.exs": "# What was found out of a migration while it is walked: its operations, what it made, what it locks, and what nobody\n# could read. An operation is `%{rule, notice, table, line, what, sql, fresh}`, with no rule where it is harmless.\ndefmodule PhoenixDeploy.MigrationState do\n  alias PhoenixDeploy.{MigrationCode, MigrationSchema, SqlRules, SqlTypes}\n\n  # These count on a new table too.\n  @always ~w(raw-sql-executed library-migration database-dropped index-concurrently-without-disable-ddl-transaction\n             index-concurrently-without-disable-migration-lock)\n\n  def new(module, options, schema) do\n    %{\n      module: module,\n      options: options,\n      known: known(module),\n      called: MapSet.new(),\n      inside: nil,\n      # `:statement`: nobody takes the value; `:argument`: of such a call; `:value`: it is used.\n      place: :statement,\n      loop: false,\n      transaction: module.attributes[:disable_ddl_transaction] != true,\n      schema: schema,\n      created: MapSet.new(),\n      not_valid: MapSet.new(),\n      validated: MapSet.new(),\n      # Tables that are kept from being written until the transaction ends; those that Ecto still holds back until it\n      # flushes.\n      locked: MapSet.new(),\n      waiting: MapSet.new(),\n      lock_timeout: false,\n      utc: false,\n      ops: [],\n      unread: []\n    }\n  end\n\n  # What is written down: attributes, and functions without arguments that are a text.\n  defp known(%{attributes: attributes, functions: functions}) do\n    texts =\n      for {{name, 0}, %{body: body}} <- functions,\n          text = MigrationCode.literal(body, %{}),\n          into: %{},\n          do: {{:function, name}, text}\n\n    for {name, value} <- attributes, into: texts, do: {{:@, name}, value}\n  end\n\n  def add(state, rule, table, meta, what, sql \\\\ false)\n  def add(state, {:notice, rule}, table, meta, what, sql), do: push(state, rule, true, {table, meta, what, sql})\n  def add(state, rule, table, meta, what, sql), do: push(state, rule, false, {table, meta, what, sql})\n\n  # A table that this migration made has no rows yet, and nobody waits for it.\n  defp push(state, rule, notice, {table, meta, what, sql}) do\n    fresh = table != nil and table in state.created\n    # What reads a materialized view goes on while it is indexed.\n    view = rule == \"index-not-concurrently\" and table in state.schema.views\n    rule = if view or (fresh and rule not in @always), do: nil, else: rule\n    op = %{rule: rule, notice: notice, table: table, line: meta[:line] || 1, what: what, sql: sql, fresh: fresh}\n    # The same of several columns in one statement, or of each element of a loop, is said once.\n    if (rule != nil or state.loop) and op in state.ops, do: state, else: %{state | ops: [op | state.ops]}\n  end\n\n  def rules(state, rules, table, meta, what, sql \\\\ false) do\n    case Enum.reject(rules, &(&1 == nil)) do\n      [] -> add(state, nil, table, meta, what, sql)\n      rules -> Enum.reduce(rules, state, &add(&2, &1, table, meta, what, sql))\n    end\n  end\n\n  # What is not here to be read, at its place.\n  def unread(state, meta, what), do: %{state | unread: [%{line: meta[:line] || 1, what: what} | state.unread]}\n\n  def create(state, table),\n    do: %{state | created: MapSet.put(state.created, table), schema: MigrationSchema.create(state.schema, table)}\n\n  def schema(state, work), do: %{state | schema: work.(state.schema)}\n\n  # Writers of this table wait until the transaction ends.\n  def lock(state, table) do\n    if state.transaction and table != nil and table not in state.created,\n      do: %{state | waiting: MapSet.put(state.waiting, table)},\n      else: state\n  end\n\n  def flush(state), do: %{state | locked: MapSet.union(state.locked, state.waiting)}\n\n  # Rows that are read and written while others wait: in the order of the statements, or, through the repo, after what\n  # was flushed.\n  def insert(state, meta, what, sql) do\n    locked = if sql, do: MapSet.union(state.locked, state.waiting), else: state.locked\n\n    case locked |> MapSet.to_list() |> Enum.sort() do\n      [table | _] -> add(state, \"operation-insert\", table, meta, \"#{what} while #{table} is locked\", sql)\n      [] -> add(state, nil, nil, meta, what, sql)\n    end\n  end\n\n  # Rows that are written down are few.\n  def insert_few(state, table, meta, what, sql), do: add(state, {:notice, \"operation-insert\"}, table, meta, what, sql)\n\n  # An update or a deletion: in a transaction its rows stay locked; outside, in a loop, each ends by itself.\n  def write(state, rule, table, meta, what, sql \\\\ false) do\n    rule = if not state.transaction and state.loop, do: {:notice, rule}, else: rule\n    add(state, rule, table, meta, what, sql)\n  end\n\n  # Outside of a transaction it waits for the transactions that use the table, and Ecto's lock is on another one.\n  def concurrent(state, table, meta, what, sql \\\\ false),\n    do: rules(state, [without_transaction(state)], table, meta, what, sql)\n\n  # To build an index is to wait for every older snapshot too, such as the one of the transaction with Ecto's lock.\n  def built_concurrently(state, table, meta, what, sql \\\\ false) do\n    %{module: %{attributes: attributes}, options: options} = state\n    # An advisory lock keeps no other session waiting.\n    lock =\n      if attributes[:disable_migration_lock] != true and not options.advisory_lock,\n        do: \"index-concurrently-without-disable-migration-lock\"\n\n    rules(state, [without_transaction(state), lock], table, meta, what, sql)\n  end\n\n  defp without_transaction(%{module: %{attributes: attributes}}),\n    do: if(attributes[:disable_ddl_transaction] != true, do: \"index-concurrently-without-disable-ddl-transaction\")\n\n  # SQL, statement by statement.\n  def sql(state, text, meta) do\n    case SqlRules.read(text) do\n      [] -> add(state, nil, nil, meta, \"empty SQL\", true)\n      facts -> Enum.reduce(facts, state, &fact(&1, &2, meta, text))\n    end\n  end\n\n  defp fact(:lock_timeout, state, _meta, _text), do: %{state | lock_timeout: true}\n  defp fact(:utc, state, _meta, _text), do: %{state | utc: true}\n  defp fact({:created, table}, state, _meta, _text), do: create(state, table)\n  defp fact({:view, name}, state, _meta, _text), do: state |> create(name) |> schema(&MigrationSchema.view(&1, name))\n  defp fact({:locked, table}, state, _meta, _text), do: lock(state, table)\n  defp fact({:concurrent, table}, state, meta, text), do: concurrent(state, table, meta, shortened(text), true)\n\n  defp fact({:built_concurrently, table}, state, meta, text),\n    do: built_concurrently(state, table, meta, shortened(text), true)\n\n  defp fact({:selected, _table}, state, meta, text), do: insert(state, meta, shortened(text), true)\n\n  defp fact({:not_valid, table, name}, state, _meta, _text),\n    do: %{state | not_valid: MapSet.put(state.not_valid, {table, name})}\n\n  defp fact({:check, table, name, text, valid}, state, _meta, _text),\n    do: schema(state, &MigrationSchema.check(&1, table, name, text, valid))\n\n  defp fact({:validated, table, name}, state, meta, text) do\n    # A check that the folder does not show may say so too.\n    state =\n      if state.schema.checks[{table, name}], do: state, else: Map.update!(state, :validated, &MapSet.put(&1, table))\n\n    state = schema(state, &MigrationSchema.validate(&1, table, name))\n\n    if state.transaction and {table, name} in state.not_valid,\n      do: add(state, \"validated-in-same-transaction\", table, meta, shortened(text), true),\n      else: add(state, nil, table, meta, shortened(text), true)\n  end\n\n  defp fact({:column, table, column, type, null}, state, _meta, _text),\n    do: schema(state, &MigrationSchema.put(&1, table, column, %{type: type, null: null}))\n\n  defp fact({:gone, table, column}, state, _meta, _text), do: schema(state, &MigrationSchema.remove(&1, table, column))\n\n  defp fact({:renamed, table, column, to}, state, _meta, _text),\n    do: schema(state, &MigrationSchema.rename(&1, table, column, to))\n\n  defp fact({:renamed, table, to}, state, _meta, _text), do: schema(state, &MigrationSchema.rename(&1, table, to))\n\n  defp fact({:type, table, column, type}, state, meta, text) do\n    was = MigrationSchema.column(state.schema, table, column)\n    rewrites = if state.utc, do: SqlTypes.rewrites_in_utc?(was[:type], type), else: SqlTypes.rewrites?(was[:type], type)\n    rule = if rewrites, do: \"column-type-changed\"\n\n    state\n    |> add(rule, table, meta, shortened(text), true)\n    |> schema(&MigrationSchema.put(&1, table, column, %{type: type, null: was[:null]}))\n  end\n\n  defp fact({:null, table, column, null}, state, meta, text) do\n    was = MigrationSchema.column(state.schema, table, column)\n\n    rule =\n      cond do\n        was[:null] == null -> nil\n        null -> {:notice, \"null-allowed\"}\n        proven?(state, table, column) -> nil\n        true -> \"not-null-added\"\n      end\n\n    state\n    |> add(rule, table, meta, shortened(text), true)\n    |> schema(&MigrationSchema.put(&1, table, column, %{type: was[:type], null: null}))\n  end\n\n  defp fact({\"operation-insert\", table}, state, meta, text), do: insert_few(state, table, meta, shortened(text), true)\n\n  defp fact({rule, table}, state, meta, text) when rule in [\"operation-update\", \"operation-delete\"],\n    do: write(state, rule, table, meta, shortened(text), true)\n\n  defp fact({rule, table}, state, meta, text), do: add(state, rule, table, meta, shortened(text), true)\n\n  # A check that was validated, by an earlier migration or by this one, says that no row has NULL there.\n  def proven?(state, table, column),\n    do: table in state.validated or MigrationSchema.proven?(state.schema, table, column)\n\n  def shortened(text) do\n    text = text |> String.split() |> Enum.join(\" \")\n    if String.length(text) > 100, do: String.slice(text, 0, 99) <> \"…\", else: text\n  end\nend\n",
    "elixir/migration_walk.exs": "# Walks what a migration does on the way up: `change/0`, `up/0` and the functions that they call, never `down/0`.\ndefmodule PhoenixDeploy.MigrationWalk do\n  alias PhoenixDeploy.{MigrationCalls, MigrationCode, MigrationOperations, MigrationSchema, MigrationState}\n\n  # A value that is not written down.\n  @unknown {:unknown, [], [0]}\n  # More calls than any migration makes of its own functions.\n  @most_calls 500\n\n  # `%{ops, unread, lock_timeout, schema}`: the schema is what the tables are after this migration.\n  def operations(module, options, schema \\\\ MigrationSchema.empty()) do\n    state = MigrationState.new(module, options, schema)\n    state = Enum.reduce([{:change, 0}, {:up, 0}], state, &call(&2, &1, []))\n\n    %{\n      ops: Enum.reverse(state.ops),\n      unread: Enum.reverse(state.unread),\n      lock_timeout: state.lock_timeout,\n      schema: state.schema\n    }\n  end\n\n  # True where nothing is done at all.\n  def empty?(module) do\n    bodies = for {function, %{body: body}} <- module.functions, function in [{:change, 0}, {:up, 0}], do: body\n\n    Enum.all?(bodies, fn body ->\n      body |> MigrationCode.block() |> Enum.all?(&(is_atom(&1) or is_binary(&1) or &1 == []))\n    end)\n  end\n\n  # A function of the module itself, once for each list of arguments.\n  defp call(state, function, args) do\n    key = {function, Enum.map(args, &(MigrationCode.literal(&1, state.known) || Macro.to_string(&1)))}\n\n    if key in state.called or MapSet.size(state.called) > @most_calls do\n      state\n    else\n      clauses = for {^function, clause} <- state.module.functions, do: clause\n      state = %{state | called: MapSet.put(state.called, key)}\n\n      Enum.reduce(clauses, state, fn clause, state ->\n        known =\n          clause.args |> Enum.map(&without_default/1) |> MigrationCode.bind(resolved(args, state.known), state.known)\n\n        before = state.known\n        %{body(unpiped(clause.body), %{state | known: known}) | known: before}\n      end)\n    end\n  end\n\n  defp without_default({:\\\\, _, [param, _default]}), do: param\n  defp without_default(param), do: param\n\n  defp resolved(args, known),\n    do: for(arg <- args, do: MigrationCode.literal(arg, known) || MigrationCode.elements(arg, known) || arg)\n\n  defp own?(state, function), do: List.keymember?(state.module.functions, function, 0)\n\n  defp unpiped(ast) do\n    Macro.prewalk(ast, fn\n      {:|>, _, [left, {name, _, args} = right]} when is_list(args) and name != :|> -> Macro.pipe(left, right, 0)\n      {:|>, meta, [left, {name, _, context}]} when is_atom(name) and is_atom(context) -> {name, meta, [left]}\n      node -> node\n    end)\n  end\n\n  # Statements one after another: nobody takes their value, but the last one's where somebody takes that of the whole.\n  defp body(ast, %{place: place} = state) do\n    {before, last} = ast |> MigrationCode.block() |> Enum.split(-1)\n    state = Enum.reduce(before, %{state | place: :statement}, &walk/2)\n    state = Enum.reduce(last, %{state | place: if(place == :value, do: :value, else: :statement)}, &walk/2)\n    %{state | place: place}\n  end\n\n  # What a call is given.\n  defp given(nodes, state) do\n    place = state.place\n    inner = if place == :statement, do: :argument, else: :value\n    %{Enum.reduce(nodes, %{state | place: inner}, &walk/2) | place: place}\n  end\n\n  defp walk({{:., _, [{:__aliases__, _, [:Ecto, :Migration]}, name]}, meta, args}, state),\n    do: walk({name, meta, args}, state)\n\n  defp walk(node, state), do: MigrationOperations.read(node, state, &within/3) || flow(node, state)\n\n  defp flow({:flush, _, args}, state) when args in [[], nil], do: MigrationState.flush(state)\n\n  # SQL.\n  defp flow({:execute, meta, [sql | _]}, state), do: sql(state, sql, meta)\n\n  defp flow({:execute_file, meta, [path | _]}, state) do\n    with path when path != nil <- MigrationCode.literal(path, state.known),\n         {:ok, text} <- File.read(path),\n         do: sql(state, text, meta),\n         else: (_ -> MigrationState.add(state, \"raw-sql-executed\", nil, meta, \"execute_file\"))\n  end\n\n  # Only the way up is walked.\n  defp flow({:if, _, [condition, branches]}, state) when is_list(branches) do\n    case direction(condition) do\n      nil -> given([condition, branches], state)\n      taken -> body(branches[taken], state)\n    end\n  end\n\n  defp flow({:case, _, [{:direction, _, _}, [do: clauses]]}, state) when is_list(clauses) do\n    Enum.reduce(clauses, state, fn {:->, _, [pattern, lines]}, state ->\n      if pattern == [:down], do: state, else: body(lines, state)\n    end)\n  end\n\n  # A loop over a list that is written down is walked for each element.\n  defp flow({:for, _, args}, state) when is_list(args) do\n    {options, clauses} = List.pop_at(args, -1)\n\n    case clauses do\n      [{:<-, _, [pattern, list]}] when is_list(options) ->\n        each(list, state, fn item, state -> body(options[:do], take(pattern, item, state)) end)\n\n      _ ->\n        looped(state, &given(args, &1))\n    end\n  end\n\n  defp flow({{:., _, [{:__aliases__, _, [:Enum]}, name]}, _, [list, work]} = node, state)\n       when name in [:each, :map, :flat_map] do\n    case work do\n      {:fn, _, [{:->, _, [[pattern], lines]}]} ->\n        each(list, state, fn item, state -> body(lines, take(pattern, item, state)) end)\n\n      {:&, meta, [{:/, _, [{:execute, _, _}, 1]}]} ->\n        each(list, state, fn item, state -> sql(state, item || @unknown, meta) end)\n\n      {:&, _, [{:/, _, [{function, _, context}, 1]}]} when is_atom(function) and is_atom(context) ->\n        captured(node, function, list, state)\n\n      {:&, _, [{:/, _, [{{:., _, _}, _, []}, _arity]}]} ->\n        other(node, state)\n\n      {:&, _, [body]} ->\n        each(list, state, fn item, state -> body |> filled(item) |> walk(state) end)\n\n      _ ->\n        other(node, state)\n    end\n  end\n\n  # What runs through the repo, what a library brings, and what is not here.\n  defp flow({{:., _, [_, name]}, _, args} = node, state) when is_atom(name) and is_list(args), do: other(node, state)\n\n  # A variable is what was last put into it; who matches a result wants the work done.\n  defp flow({:=, _, [{name, _, context} = pattern, value]}, state) when is_atom(name) and is_atom(context) do\n    place = if name |> to_string() |> String.starts_with?(\"_\"), do: state.place, else: :value\n    state = %{walk(value, %{state | place: place}) | place: state.place}\n    %{state | known: MigrationCode.bind(pattern, value, state.known)}\n  end\n\n  defp flow({:=, _, [_pattern, value]}, state), do: walk(value, state)\n\n  # Code that is written down and not run here.\n  defp flow({:quote, _, _}, state), do: state\n\n  defp flow({:fn, _, clauses}, state),\n    do: Enum.reduce(clauses, state, fn {:->, _, [_, lines]}, state -> body(lines, state) end)\n\n  defp flow({:->, _, [_, lines]}, state), do: body(lines, state)\n\n  # A function that is given to a call is called by it.\n  defp flow({:&, meta, [{:/, _, [{name, _, context}, arity]}]}, state) when is_atom(name) and is_atom(context),\n    do: body({name, meta, List.duplicate(@unknown, arity)}, state)\n\n  defp flow({:&, meta, [{:/, _, [{{:., _, _} = function, _, []}, arity]}]}, state),\n    do: body({function, meta, List.duplicate(@unknown, arity)}, state)\n\n  defp flow({:&, _, [lines]}, state), do: body(lines, state)\n  defp flow({:__block__, _, lines}, state), do: body({:__block__, [], lines}, state)\n  defp flow({name, meta, args}, state) when is_atom(name) and is_list(args), do: local(name, args, meta, state)\n\n  defp flow({name, meta, context}, state) when is_atom(name) and is_atom(context),\n    do: if(own?(state, {name, 0}), do: local(name, [], meta, state), else: state)\n\n  defp flow({target, _, args}, state) when is_list(args), do: given([target | args], state)\n  defp flow({key, lines}, state) when key in [:do, :else, :after, :rescue, :catch], do: branches(lines, state)\n  defp flow({left, right}, state), do: given([left, right], state)\n  defp flow(list, state) when is_list(list), do: Enum.reduce(list, state, &walk/2)\n  defp flow(_, state), do: state\n\n  defp branches(clauses, state) when is_list(clauses), do: Enum.reduce(clauses, state, &walk/2)\n  defp branches(lines, state), do: body(lines, state)\n\n  # A function by its name: the migration's own, or one that is not here.\n  defp local(:apply, [{:__MODULE__, _, _}, name, args], meta, state) when is_atom(name) and is_list(args),\n    do: local(name, args, meta, state)\n\n  defp local(name, args, meta, %{place: place} = state) when name in [:apply, :spawn, :spawn_link] and place != :value,\n    do: given(args, MigrationState.unread(state, meta, \"#{name}/#{length(args)}\"))\n\n  # A call without a module: the migration's own, Ecto's, or one that an import brought.\n  defp local(name, args, meta, state) do\n    cond do\n      own?(state, {name, length(args)}) -> own(name, args, state)\n      query?(name, args) or state.place != :statement -> given(args, state)\n      MigrationCalls.word?(name, length(args)) -> given(args, state)\n      # What an imported function adds to a new table nobody waits for.\n      match?({:create, _}, state.inside) -> state\n      true -> given(args, MigrationState.unread(state, meta, \"#{name}/#{length(args)}\"))\n    end\n  end\n\n  # What calls itself goes through rows batch by batch, and so does what it is given.\n  defp own(name, args, state) do\n    work = &given(args, call(&1, {name, length(args)}, args))\n    if repeats?(name, state), do: looped(state, work), else: work.(state)\n  end\n\n  defp repeats?(name, %{module: %{functions: functions}}) do\n    Enum.any?(for({{^name, arity}, %{body: body}} <- functions, do: {arity, body}), fn {arity, body} ->\n      body |> Macro.prewalker() |> Enum.any?(&(match?({^name, _, [_ | _]}, &1) and length(elem(&1, 2)) <= arity))\n    end)\n  end\n\n  # Ecto's queries are read by nobody: their words are no calls.\n  defp query?(:from, _args), do: true\n  defp query?(_name, _args), do: false\n\n  defp captured(node, function, list, state) do\n    if own?(state, {function, 1}),\n      do: each(list, state, fn item, state -> call(state, {function, 1}, [item || @unknown]) end),\n      else: other(node, state)\n  end\n\n  defp other(node, state), do: MigrationCalls.walk(node, state, %{given: &given/2, sql: &sql/3})\n\n  # For each element that is known, else once for those that are not.\n  defp each(list, state, work) do\n    place = state.place\n\n    state =\n      looped(state, fn state ->\n        case MigrationCode.elements(list, state.known) do\n          nil -> work.(nil, valued(list, state))\n          items -> items |> Enum.take(@most_calls) |> Enum.reduce(state, &work.(resolved([&1], &2.known) |> hd(), &2))\n        end\n      end)\n\n    %{state | place: place}\n  end\n\n  defp valued(node, %{place: place} = state), do: %{walk(node, %{state | place: :value}) | place: place}\n\n  defp looped(state, work), do: %{work.(%{state | loop: true}) | loop: state.loop}\n\n  defp take(pattern, nil, state), do: %{state | known: MigrationCode.bind(pattern, @unknown, state.known)}\n  defp take(pattern, item, state), do: %{state | known: MigrationCode.bind(pattern, item, state.known)}\n\n  defp filled(body, item),\n    do: Macro.prewalk(body, fn node -> if(match?({:&, _, [1]}, node) and item != nil, do: item, else: node) end)\n\n  defp direction({:==, _, [{:direction, _, _}, way]}) when way in [:up, :down], do: if(way == :up, do: :do, else: :else)\n  defp direction(_), do: nil\n\n  defp within(inside, nodes, state),\n    do: %{Enum.reduce(nodes, %{state | inside: inside}, &walk/2) | inside: state.inside}\n\n  defp sql(state, {:fn, _, _} = work, _meta), do: walk(work, %{state | place: :statement})\n  defp sql(state, {:&, _, _} = work, _meta), do: walk(work, %{state | place: :statement})\n\n  defp sql(state, value, meta) do\n    case MigrationCode.literal(value, state.known) do\n      nil -> MigrationState.add(state, \"raw-sql-executed\", nil, meta, \"execute of what is computed\", true)\n      text -> MigrationState.sql(state, text, meta)\n    end\n  end\nend\n",
    "elixir/migrations.exs": "# The migrations of the project: `mix pd.migrations STEP...` in MIX_ENV=test. What changed is read for what is unsafe,\n# and all is rehearsed.\ndefmodule Mix.Tasks.Pd.Migrations do\n  use Mix.Task\n  alias PhoenixDeploy.{JSON, MigrationFiles, MigrationSafety, Rehearsal, Step}\n\n  def run(steps) do\n    # Somebody else compiled this build and reads it now.\n    Mix.Task.run(\"app.config\", [\"--no-compile\", \"--no-deps-check\"])\n    if \"migration-safety\" in steps, do: Step.run(\"migration-safety\", &safety/0)\n    if \"migrations\" in steps, do: Step.run(\"migrations\", &rehearse/0)\n  end\n\n  defp safety do\n    base = MigrationFiles.base()\n    repos = MigrationFiles.repos(base)\n    seen = MigrationSafety.look(repos || [], MigrationFiles.stray(repos || [], base), MigrationFiles.in_code())\n    JSON.write(\"migration-safety.json\", Map.put(seen, :status, status(repos)))\n  end\n\n  defp rehearse do\n    base = MigrationFiles.base()\n    repos = MigrationFiles.repos(base)\n    with_migrations = for repo <- repos || [], repo.files ++ repo.unusable ++ repo.gone != [], do: repo\n\n    JSON.write(\"migrations.json\", %{\n      status: status(repos),\n      base: base != nil,\n      repos: for(repo <- repos || [], do: repo.name),\n      stray: for(one <- MigrationFiles.stray(repos || [], base), do: one.file),\n      rehearsed: within_limit(with_migrations)\n    })\n  end\n\n  defp status(nil), do: \"no_ecto\"\n  defp status(_repos), do: \"ran\"\n\n  # Ends in time for its database to be dropped, before the limit ends the VM.\n  defp within_limit(repos) do\n    limit = String.to_integer(System.fetch_env!(\"PD_LIMIT_MS\"))\n    until = System.monotonic_time(:millisecond) + max(limit - 15_000, div(limit * 9, 10))\n    for repo <- repos, do: Rehearsal.run(repo, until)\n  end\nend\n",
    "elixir/pg_catalog.exs": "# The structure of a PostgreSQL database from its own catalogue, where pg_dump is missing or older than the server. What\n# belongs to an extension is the extension's.\ndefmodule PhoenixDeploy.Catalogue do\n  @own \"n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'\"\n  @relation \"quote_ident(n.nspname) || '.' || quote_ident(c.relname)\"\n\n  @queries %{\n    \"schema\" => \"SELECT quote_ident(nspname) FROM pg_namespace n WHERE #{@own}\",\n    \"extension\" =>\n      \"SELECT e.extname || ' ' || e.extversion || ' in ' || n.nspname FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace\",\n    \"relation\" => \"\"\"\n    SELECT #{@relation} || ' ' || c.relkind::text || c.relpersistence::text || coalesce(' ' || array_to_string(c.reloptions, ','), '')\n      || CASE WHEN c.relrowsecurity THEN ' row security' ELSE '' END || CASE WHEN c.relforcerowsecurity THEN ' forced' ELSE '' END\n      || coalesce(' PARTITION BY ' || pg_get_partkeydef(c.oid), '') || coalesce(' ' || pg_get_expr(c.relpartbound, c.oid), '')\n      || coalesce(' OF ' || (SELECT string_agg(i.inhparent::regclass::text, ',') FROM pg_inherits i WHERE i.inhrelid = c.oid), '')\n    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE #{@own} AND c.relkind NOT IN ('i', 'I', 't') AND c.oid <> ALL($1)\n    \"\"\",\n    \"column\" => \"\"\"\n    SELECT #{@relation} || '.' || quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)\n      || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END\n      || CASE WHEN a.attgenerated = '' THEN coalesce(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), '')\n         ELSE ' GENERATED AS ' || pg_get_expr(d.adbin, d.adrelid) END\n      || CASE a.attidentity WHEN '' THEN '' ELSE ' IDENTITY ' || a.attidentity::text END\n      || CASE WHEN a.attcollation <> t.typcollation THEN ' COLLATE ' || a.attcollation::regcollation::text ELSE '' END\n    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_type t ON t.oid = a.atttypid\n      LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum\n    WHERE #{@own} AND c.relkind IN ('r', 'p', 'f', 'c', 'v', 'm') AND a.attnum > 0 AND NOT a.attisdropped AND c.oid <> ALL($1)\n    \"\"\",\n    \"index\" => \"\"\"\n    SELECT pg_get_indexdef(c.oid) || CASE WHEN i.indisvalid THEN '' ELSE ' INVALID' END\n      || CASE WHEN i.indisclustered THEN ' CLUSTERED' ELSE '' END || CASE WHEN i.indisreplident THEN ' REPLICA IDENTITY' ELSE '' END\n    FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE #{@own} AND i.indrelid <> ALL($1)\n    \"\"\",\n    \"constraint\" => \"\"\"\n    SELECT coalesce(nullif(k.conrelid, 0)::regclass::text, k.contypid::regtype::text) || ' ' || quote_ident(k.conname) || ' ' || pg_get_constraintdef(k.oid)\n    FROM pg_constraint k JOIN pg_namespace n ON n.oid = k.connamespace WHERE #{@own} AND k.conrelid <> ALL($1) AND k.contypid <> ALL($1)\n    \"\"\",\n    \"view\" => \"\"\"\n    SELECT #{@relation} || ' ' || pg_get_viewdef(c.oid) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace\n    WHERE #{@own} AND c.relkind IN ('v', 'm') AND c.oid <> ALL($1)\n    \"\"\",\n    \"sequence\" => \"\"\"\n    SELECT #{@relation} || ' ' || format_type(s.seqtypid, NULL) || format(' %s %s %s %s %s %s', s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle)\n      || coalesce(' owned by ' || (SELECT d.refobjid::regclass::text || '.' || d.refobjsubid FROM pg_depend d\n           WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype IN ('a', 'i') AND d.refobjsubid > 0 LIMIT 1), '')\n    FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE #{@own} AND c.oid <> ALL($1)\n    \"\"\",\n    \"function\" => \"\"\"\n    SELECT CASE WHEN p.prokind = 'a' THEN 'aggregate ' || p.oid::regprocedure::text ELSE pg_get_functiondef(p.oid) END\n    FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE #{@own} AND p.oid <> ALL($1)\n    \"\"\",\n    \"trigger\" => \"\"\"\n    SELECT pg_get_triggerdef(g.oid) || ' ' || g.tgenabled::text FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace\n    WHERE #{@own} AND NOT g.tgisinternal AND c.oid <> ALL($1)\n    \"\"\",\n    \"event trigger\" =>\n      \"SELECT quote_ident(evtname) || ' ' || evtevent || ' ' || evtfoid::regproc::text || ' ' || evtenabled::text FROM pg_event_trigger\",\n    \"type\" => \"\"\"\n    SELECT quote_ident(n.nspname) || '.' || quote_ident(t.typname) || ' ' || t.typtype::text\n      || coalesce(' ' || (SELECT string_agg(quote_literal(e.enumlabel), ',' ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid), '')\n      || CASE WHEN t.typtype = 'd' THEN ' ' || format_type(t.typbasetype, t.typtypmod) || CASE WHEN t.typnotnull THEN ' NOT NULL' ELSE '' END\n           || coalesce(' DEFAULT ' || t.typdefault, '') ELSE '' END\n    FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE #{@own} AND t.typtype IN ('e', 'd', 'r', 'm') AND t.oid <> ALL($1)\n    \"\"\",\n    \"policy\" => \"\"\"\n    SELECT #{@relation} || ' ' || quote_ident(p.polname) || ' ' || p.polcmd::text || ' ' || p.polpermissive::text || coalesce(' USING ' || pg_get_expr(p.polqual, p.polrelid), '')\n      || coalesce(' CHECK ' || pg_get_expr(p.polwithcheck, p.polrelid), '')\n    FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE #{@own}\n    \"\"\",\n    \"rule\" => \"\"\"\n    SELECT pg_get_ruledef(r.oid) FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class JOIN pg_namespace n ON n.oid = c.relnamespace\n    WHERE #{@own} AND r.rulename <> '_RETURN' AND c.oid <> ALL($1)\n    \"\"\",\n    \"comment\" => \"\"\"\n    SELECT #{@relation} || coalesce('.' || quote_ident(a.attname), '') || ' ' || quote_literal(d.description)\n    FROM pg_description d JOIN pg_class c ON c.oid = d.objoid AND d.classoid = 'pg_class'::regclass JOIN pg_namespace n ON n.oid = c.relnamespace\n      LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.objsubid AND d.objsubid > 0\n    WHERE #{@own} AND c.oid <> ALL($1)\n    \"\"\"\n  }\n\n  def read(repo) do\n    %{rows: [[extensions]]} = repo.query!(\"SELECT coalesce(array_agg(objid), '{}') FROM pg_depend WHERE deptype = 'e'\", [], log: false)\n\n    items =\n      for {kind, query} <- @queries, [text] <- repo.query!(query, parameters(query, extensions), log: false).rows, do: \"#{kind} #{text}\"\n\n    {:ok, Enum.sort(items)}\n  rescue\n    error -> {:error, Exception.message(error)}\n  end\n\n  defp parameters(query, extensions), do: if(String.contains?(query, \"$1\"), do: [extensions], else: [])\nend\n",
    "elixir/project.exs": "# What mix itself knows of the project: `mix pd.project`. Compiles nothing.\ndefmodule Mix.Tasks.Pd.Project do\n  use Mix.Task\n  @compile {:no_warn_undefined, Hex}\n\n  def run([]) do\n    config = Mix.Project.config()\n    apps = Mix.Project.apps_paths() || %{}\n    folders = if apps == %{}, do: %{config[:app] => File.cwd!()}, else: Map.new(apps, fn {app, path} -> {app, Path.expand(path)} end)\n\n    of_apps =\n      for {app, path} <- apps do\n        Mix.Project.in_project(app, path, fn _ -> Mix.Project.config() end)\n      end\n\n    {release, chosen} = PhoenixDeploy.Releases.chosen(config)\n\n    PhoenixDeploy.JSON.write(\"project.json\", %{\n      app: config[:app],\n      version: config[:version],\n      versions: versions(config, of_apps),\n      umbrella: apps != %{},\n      folders: folders,\n      releases: PhoenixDeploy.Releases.names(config),\n      release: release,\n      chosen: chosen,\n      deps: deps([config | of_apps]),\n      aliases: aliases([config | of_apps]),\n      paths: paths([{config, File.cwd!()} | Enum.zip(of_apps, for({_, path} <- apps, do: Path.expand(path)))]),\n      hex: if(Code.ensure_loaded?(Hex), do: Hex.version()),\n      elixir: System.version(),\n      otp: otp()\n    })\n  end\n\n  # By name, those of the apps and of the releases: an umbrella often has none of its own.\n  defp versions(config, of_apps) do\n    apps = for one <- [config | of_apps], one[:app], into: %{}, do: {one[:app], one[:version]}\n\n    for {name, options} <- config[:releases] || [], into: apps do\n      options = if is_function(options, 0), do: options.(), else: options\n\n      case Keyword.get(options, :version, config[:version]) do\n        {:from_app, app} -> {name, apps[app]}\n        version -> {name, version}\n      end\n    end\n  end\n\n  # Each dependency with the builds that it is kept to; none means all of them.\n  defp deps(configs) do\n    for config <- configs, dep <- config[:deps] || [], into: %{} do\n      options = Enum.find(Tuple.to_list(dep), [], &is_list/1)\n      {elem(dep, 0), options |> Keyword.get(:only, []) |> List.wrap()}\n    end\n  end\n\n  # Absolute folders of all path dependencies, those of path dependencies too; nil where mix cannot say.\n  defp paths(configs) do\n    direct =\n      for {config, folder} <- configs,\n          dep <- config[:deps] || [],\n          options = Enum.find(Tuple.to_list(dep), [], &is_list/1),\n          path = options[:path],\n          do: Path.expand(path, folder)\n\n    fetched = Mix.Project.deps_path()\n    below = for {_app, path} <- Mix.Project.deps_paths(), not String.starts_with?(path, fetched <> \"/\"), do: Path.expand(path)\n    Enum.uniq(direct ++ below)\n  rescue\n    _ -> nil\n  end\n\n  # Aliases as text: a mistyped flag in them gates nothing.\n  defp aliases(configs) do\n    for config <- configs, {name, tasks} <- config[:aliases] || [], into: %{} do\n      {name, for(task <- List.wrap(tasks), is_binary(task), do: task)}\n    end\n  end\n\n  # The whole version: a PLT or a release of 25.2 is not one of 25.3.\n  defp otp do\n    path = Path.join([:code.root_dir(), \"releases\", :erlang.system_info(:otp_release), \"OTP_VERSION\"])\n\n    case File.read(path) do\n      {:ok, version} -> String.trim(version)\n      _ -> to_string(:erlang.system_info(:otp_release))\n    end\n  end\nend\n",
    "elixir/rehearsal.exs": "# Rehearses a repo's migrations on a database of its own: to where the base stands, up, back down, and up again, looking\n# at the versions and the structure after each step. An exit code of 0 proves nothing here: Ecto also ends well when it\n# did something else.\ndefmodule PhoenixDeploy.Rehearsal do\n  @compile {:no_warn_undefined, [Ecto.Migrator]}\n  alias PhoenixDeploy.{Database, MigrationFiles, Schema}\n\n  # What became of one repo until the given time: the steps that were seen to work, and at most one problem.\n  def run(%{files: files} = told, until) do\n    {:ok, seen} = Agent.start_link(fn -> %{steps: [], compared: nil} end)\n    started = System.monotonic_time(:millisecond)\n\n    ended =\n      try do\n        before(told) || rehearsed(told, modules(files), seen, until)\n      catch\n        {:problem, problem} -> {:problem, problem}\n      end\n\n    %{steps: steps, compared: compared} = Agent.get(seen, & &1)\n\n    %{\n      repo: told.name,\n      adapter: inspect(told.adapter),\n      migrations: length(files),\n      new: for(one <- files, one.state == \"new\", do: to_string(one.version)),\n      changed: for(one <- files, one.state == \"changed\", do: one.file),\n      unusable: for(one <- told.unusable, do: one.file),\n      steps: Enum.reverse(steps),\n      compared: compared,\n      problem: ended |> problem() |> placed(files),\n      ms: System.monotonic_time(:millisecond) - started\n    }\n  end\n\n  defp rehearsed(told, modules, seen, until) do\n    Database.with_own(told.repo, until, fn config ->\n      try do\n        rehearse(told, modules, seen, config)\n      rescue\n        error -> {:problem, \"failed\", Exception.format(:error, error, __STACKTRACE__)}\n      catch\n        {:problem, problem} -> {:problem, problem}\n      end\n    end)\n  end\n\n  defp problem({:problem, kind, message}), do: %{kind: kind, message: message}\n  defp problem({:problem, problem}), do: problem\n  defp problem(:ok), do: nil\n\n  # What a single new migration leaves behind is its own.\n  defp placed(%{kind: \"differs\"} = problem, files) do\n    case Enum.filter(files, &(&1.state == \"new\")) do\n      [one] -> Map.put(problem, :file, one.file)\n      _ -> problem\n    end\n  end\n\n  defp placed(problem, _files), do: problem\n\n  # What needs no database to be seen.\n  defp before(%{files: files, gone: gone}) do\n    last = files |> Enum.filter(&(&1.state != \"new\")) |> Enum.map(& &1.version) |> Enum.max(fn -> nil end)\n    late = Enum.find(files, &(&1.state == \"new\" and last != nil and &1.version < last))\n    twice = files |> Enum.chunk_every(2, 1, :discard) |> Enum.find(fn [one, next] -> one.version == next.version end)\n\n    cond do\n      gone != [] ->\n        {:problem, %{kind: \"missing\", message: Enum.map_join(gone, \", \", &\"#{&1.version}_#{&1.name}\"), file: hd(gone).file}}\n\n      files == [] ->\n        :ok\n\n      twice != nil ->\n        {:problem, %{kind: \"duplicate\", message: \"version #{hd(twice).version} is there twice\", file: List.last(twice).file}}\n\n      late != nil ->\n        {:problem, %{kind: \"out_of_order\", message: \"#{late.version} is older than #{last}\", file: late.file}}\n\n      true ->\n        nil\n    end\n  end\n\n  defp rehearse(told, modules, seen, config) do\n    %{repo: repo, files: files} = told\n    opts = if prefix = MigrationFiles.prefix(repo), do: [prefix: prefix], else: []\n    {old, new} = files |> Enum.split_with(&(&1.state != \"new\"))\n    [old, new] = for list <- [old, new], do: Enum.map(list, & &1.version)\n    {tool, read} = Schema.reader(repo, config)\n\n    go = fn step, direction, strategy, wanted ->\n      done = step(told, modules, opts, step, direction, strategy, wanted)\n      Agent.update(seen, &%{&1 | steps: [done | &1.steps]})\n    end\n\n    # The table of versions is there from the beginning, so that an empty schema is the same before and after.\n    Ecto.Migrator.migrated_versions(repo, opts)\n    if old != [], do: go.(\"base\", :up, [to: List.last(old)], old)\n    if new == [], do: :ok, else: there_and_back(tool, read, old, new, seen, go)\n  end\n\n  defp there_and_back(tool, read, old, new, seen, go) do\n    dump = fn -> if tool, do: dump(read) end\n    base = dump.()\n    go.(\"up\", :up, [all: true], old ++ new)\n    up = dump.()\n    go.(\"down\", :down, if(old == [], do: [all: true], else: [to_exclusive: List.last(old)]), old)\n    compare(\"down\", base, dump.())\n    go.(\"again\", :up, [all: true], old ++ new)\n    compare(\"again\", up, dump.())\n    Agent.update(seen, &%{&1 | compared: tool})\n    if tool == nil, do: {:problem, \"not_compared\", to_string(read)}, else: :ok\n  end\n\n  # One step, proved by the versions that the database itself names before and after.\n  defp step(%{repo: repo, files: files}, modules, opts, step, direction, strategy, wanted) do\n    before = Ecto.Migrator.migrated_versions(repo, opts)\n    started = System.monotonic_time(:millisecond)\n\n    failure =\n      try do\n        Ecto.Migrator.run(repo, modules, direction, strategy ++ opts)\n        nil\n      rescue\n        error -> {error, __STACKTRACE__}\n      catch\n        kind, reason -> {RuntimeError.exception(\"it ended with #{inspect({kind, reason})}\"), __STACKTRACE__}\n      end\n\n    seen = Enum.sort(Ecto.Migrator.migrated_versions(repo, opts))\n\n    cond do\n      failure != nil ->\n        throw({:problem, failed(failure, step, culprit(files, direction, before, seen))})\n\n      seen != Enum.sort(wanted) ->\n        throw({:problem, %{kind: \"versions\", step: step, message: \"wanted #{inspect(wanted)}, found #{inspect(seen)}\"}})\n\n      true ->\n        %{step: step, before: length(before), after: length(seen), ms: System.monotonic_time(:millisecond) - started}\n    end\n  end\n\n  # Ecto does not say which migration failed: upwards it is the oldest that is not there, downwards the newest that\n  # still is.\n  defp culprit(files, :up, _before, seen), do: Enum.find(files, &(&1.version not in seen))\n  defp culprit(files, :down, before, seen), do: files |> Enum.filter(&(&1.version in before and &1.version in seen)) |> List.last()\n\n  defp failed({error, trace}, step, culprit) do\n    IO.puts(:stderr, Exception.format(:error, error, trace))\n    message = Exception.message(error)\n    kind = if step == \"down\", do: \"irreversible\", else: \"failed\"\n    %{kind: kind, step: step, message: message, file: culprit && culprit.file, line: culprit && line(culprit.file, trace, message)}\n  end\n\n  # The line that the trace names in this file; a command that cannot be reversed leaves none, so its call is looked\n  # for.\n  defp line(file, trace, message) do\n    named =\n      Enum.find_value(trace, fn {_, _, _, place} ->\n        if place[:file] && Path.expand(to_string(place[:file])) == file, do: place[:line]\n      end)\n\n    named || irreversible_call(file, message)\n  end\n\n  defp irreversible_call(file, message) do\n    command = with [_, command] <- Regex.run(~r/cannot reverse migration command: (\\w+)/, message), do: command\n\n    with true <- command != nil, {:ok, ast} <- Code.string_to_quoted(File.read!(file)) do\n      {_, calls} =\n        Macro.prewalk(ast, [], fn\n          {name, meta, args} = call, calls when is_atom(name) and is_list(args) -> {call, [{name, length(args), meta[:line]} | calls]}\n          other, calls -> {other, calls}\n        end)\n\n      calls = Enum.reverse(calls)\n      wanted = if command == \"alter\", do: [{:remove, 1}, {:modify, 2}, {:modify, 3}, {:alter, 2}], else: [{String.to_atom(command), 1}]\n      Enum.find_value(wanted, fn {name, arity} -> Enum.find_value(calls, &match_line(&1, name, arity)) end)\n    else\n      _ -> nil\n    end\n  end\n\n  defp match_line({name, arity, line}, name, arity), do: line\n  defp match_line(_call, _name, _arity), do: nil\n\n  defp dump(read) do\n    case read.() do\n      {:ok, items} -> items\n      {:error, why} -> throw({:problem, %{kind: \"not_compared\", message: why}})\n    end\n  end\n\n  defp compare(_step, nil, nil), do: :ok\n\n  defp compare(step, wanted, seen) do\n    if wanted != seen do\n      difference = Schema.difference(wanted, seen)\n      throw({:problem, %{kind: \"differs\", step: step, message: \"\", difference: Enum.take(difference, 60), lines: length(difference)}})\n    end\n  end\n\n  # Each file is compiled once, and known by its version from then on.\n  defp modules(files) do\n    Code.put_compiler_option(:ignore_module_conflict, true)\n\n    for one <- files do\n      compiled =\n        try do\n          Code.compile_file(one.file)\n        rescue\n          error ->\n            IO.puts(:stderr, Exception.format(:error, error, __STACKTRACE__))\n            throw({:problem, %{kind: \"not_compiled\", message: Exception.message(error), file: one.file, line: Map.get(error, :line)}})\n        end\n\n      case for({module, _} <- compiled, function_exported?(module, :__migration__, 0), do: module) do\n        [module | _] -> {one.version, module}\n        [] -> throw({:problem, %{kind: \"not_compiled\", message: \"the file defines no Ecto.Migration\", file: one.file, line: 1}})\n      end\n    end\n  end\nend\n",
    "elixir/release.exs": "# Compiles for production and assembles the release anew: `mix pd.release` in MIX_ENV=prod, with `assemble` and perhaps\n# the application's name to go beyond the compilation.\ndefmodule Mix.Tasks.Pd.Release do\n  use Mix.Task\n  alias PhoenixDeploy.{Compile, JSON, Releases, Step}\n\n  def run(steps) do\n    with [\"assemble\" | app] <- if(Compile.run(\"compile-prod\"), do: steps, else: []) do\n      Step.run(\"release\", fn -> assemble(List.first(app)) end)\n    end\n  end\n\n  # `app` is the name that the settings give the application, where they do.\n  defp assemble(app) do\n    config = Mix.Project.config()\n    chosen = Releases.chosen(config, app)\n    assets = assets()\n    version_of_apps()\n    made = if aliased?(config), do: run_alias(config, chosen), else: run_task(chosen)\n    JSON.write(\"release.json\", made |> described(chosen, config) |> Map.put(:assets, assets))\n  end\n\n  defp aliased?(config), do: Keyword.has_key?(config[:aliases] || [], :release)\n\n  # What mix does without arguments; the folder is ours, so that nothing is removed that is not.\n  defp run_task({nil, _}), do: nil\n\n  defp run_task({name, how}) do\n    path = default_path(name)\n    # `mix release` over an existing one may build nothing: there must be none.\n    File.rm_rf!(path)\n    Mix.Task.run(\"release\", if(how == :named, do: [name], else: []) ++ [\"--overwrite\", \"--path\", path] ++ version_arguments())\n    {name, path}\n  end\n\n  # The version of the tag that is released, where the settings take it from there.\n  defp given do\n    with \"\" <- System.get_env(\"PD_VERSION\", \"\"), do: nil\n  end\n\n  defp version_arguments, do: if(version = given(), do: [\"--version\", version], else: [])\n\n  # Every application of the project says the version that ships: the tag's, else its own, also where an earlier build\n  # was under another tag.\n  defp version_of_apps do\n    for {app, own} <- apps() do\n      file = Path.join([Mix.Project.build_path(), \"lib\", to_string(app), \"ebin\", \"#{app}.app\"])\n      version = to_charlist(given() || own)\n\n      with {:ok, [{:application, ^app, properties}]} <- :file.consult(file), true <- properties[:vsn] != version do\n        told = {:application, app, Keyword.replace!(properties, :vsn, version)}\n        File.write!(file, :io_lib.format(\"%% coding: utf-8~n~tp.~n\", [told]) |> IO.chardata_to_string())\n        # What compiled it may have loaded it: a release that takes its version from an application asks there.\n        :application.unload(app)\n      end\n    end\n  end\n\n  defp apps do\n    case Mix.Project.apps_paths() do\n      nil ->\n        [{Mix.Project.config()[:app], Mix.Project.config()[:version]}]\n\n      paths ->\n        for {app, path} <- paths,\n            do: {app, Mix.Project.in_project(app, path, fn _ -> Mix.Project.config()[:version] end)}\n    end\n  end\n\n  # An alias decides by itself what it makes: it is run as it is, and what is new afterwards is its release. Arguments\n  # go to its last command, which is given the tag's version where that is `release`.\n  defp run_alias(config, {chosen, _}) do\n    folders = folders(config, chosen)\n    for {name, _} <- folders, do: File.rm_rf!(default_path(name))\n    started = System.os_time(:second)\n    Mix.Task.run(\"release\", if(ends_with_release?(config[:aliases][:release]), do: version_arguments(), else: []))\n    Enum.find(folders, fn {_name, path} -> new?(path, started) end)\n  end\n\n  defp ends_with_release?(commands) do\n    last = commands |> List.wrap() |> List.last()\n    is_binary(last) and last |> String.split() |> List.first() == \"release\"\n  end\n\n  # The chosen one first; each in the folder that mix.exs names for it, and in mix's own.\n  defp folders(config, chosen) do\n    named =\n      for {name, options} <- config[:releases] || [],\n          path = options(options)[:path],\n          do: {to_string(name), Path.expand(path)}\n\n    own = for name <- Enum.uniq(List.wrap(chosen) ++ Releases.names(config)), do: {name, default_path(name)}\n    Enum.sort_by(named ++ own, fn {name, _} -> name != chosen end)\n  end\n\n  defp options(options) when is_function(options, 0), do: options.()\n  defp options(options), do: options\n\n  defp new?(path, started) do\n    match?({:ok, %{mtime: at}} when at >= started, File.stat(start_erl(path), time: :posix))\n  end\n\n  defp default_path(name), do: Path.join([Mix.Project.build_path(), \"rel\", name])\n  defp start_erl(path), do: Path.join(path, \"releases/start_erl.data\")\n\n  defp described(nil, _chosen, config) do\n    %{\n      status: \"none_made\",\n      aliased: aliased?(config),\n      apps: Map.keys(Mix.Project.apps_paths() || %{}),\n      version: config[:version]\n    }\n  end\n\n  # As the release itself knows it: its version may be its own, and an umbrella has none.\n  defp described({name, path}, {_, how}, config) do\n    [erts, version] = path |> start_erl() |> File.read!() |> String.split()\n\n    %{\n      status: \"ran\",\n      name: name,\n      version: version,\n      path: path,\n      chosen: how,\n      releases: Releases.names(config),\n      # An umbrella's apps have versions of their own.\n      starts: starts(path, name, version),\n      app: if(config[:apps_path], do: nil, else: %{name: config[:app], version: given() || config[:version]}),\n      erts: %{version: erts, included: File.dir?(Path.join(path, \"erts-\" <> erts))}\n    }\n  end\n\n  # The project's own applications that the release starts and does not do without.\n  defp starts(path, name, version) do\n    {:ok, [{:release, _, _, apps}]} = :file.consult(Path.join([path, \"releases\", version, name <> \".rel\"]))\n    own = Map.keys(Mix.Project.apps_paths() || %{Mix.Project.config()[:app] => nil})\n\n    for app <- apps,\n        elem(app, 0) in own,\n        tuple_size(app) == 2 or elem(app, 2) in [:permanent, :transient],\n        do: elem(app, 0)\n  end\n\n  # `mix assets.deploy` where the project has it, as `mix phx.new` writes it.\n  defp assets do\n    case Mix.Project.apps_paths() do\n      nil ->\n        if deploys?(), do: [deploy(Mix.Project.config()[:app])], else: []\n\n      paths ->\n        for(\n          {app, path} <- paths,\n          done <- Mix.Project.in_project(app, path, fn _ -> if deploys?(), do: [deploy(app)], else: [] end),\n          do: done\n        )\n    end\n  end\n\n  defp deploys?, do: Keyword.has_key?(Mix.Project.config()[:aliases] || [], :\"assets.deploy\")\n\n  defp deploy(app) do\n    Mix.Task.run(\"assets.deploy\")\n    app\n  end\nend\n",
    "elixir/releases.exs": "# Which release `mix release` makes when it is given no name: what mix.exs says, read as mix itself reads it.\ndefmodule PhoenixDeploy.Releases do\n  # The name, or nil where mix has none (an umbrella without `releases:`), and how it came to be chosen. `:named` is the\n  # only choice that mix has to be given by name: with several releases and no `default_release` it refuses to choose,\n  # so the one called `app`, else the first, is taken.\n  def chosen(config, app \\\\ nil) do\n    case names(config) do\n      [] -> if umbrella?(config), do: {nil, :none}, else: {to_string(config[:app]), :app}\n      [name] -> {name, :only}\n      names -> of_several(names, config, app)\n    end\n  end\n\n  def names(config), do: for({name, _} <- config[:releases] || [], do: to_string(name))\n\n  defp of_several(names, config, app) do\n    wanted = Enum.map([app, config[:app]], &to_string/1)\n\n    cond do\n      default = config[:default_release] -> {to_string(default), :default}\n      name = Enum.find(wanted, &(&1 in names)) -> {name, :named}\n      true -> {hd(names), :named}\n    end\n  end\n\n  defp umbrella?(config), do: config[:apps_path] != nil\nend\n",
    "elixir/schema.exs": "# The structure of a database as a sorted list of texts, so that two of them can be compared. The order of columns and\n# the rows do not count: a column that was dropped and comes back stands last.\ndefmodule PhoenixDeploy.Schema do\n  alias PhoenixDeploy.{Catalogue, Database}\n\n  # How this repo's structure can be read: by its adapter's own dump (pg_dump, mysqldump), else from PostgreSQL's\n  # catalogue. Returns `{tool, read}`, or `{nil, why}`.\n  def reader(repo, config) do\n    case adapters_own(repo, config) do\n      {:ok, _} -> {tool(repo), fn -> adapters_own(repo, config) end}\n      {:error, why} -> if Database.postgres?(repo), do: {\"catalogue\", fn -> Catalogue.read(repo) end}, else: {nil, why}\n    end\n  end\n\n  # What one has and the other has not: `-` was wanted, `+` is there.\n  def difference(wanted, seen), do: lines(\"-\", wanted -- seen) ++ lines(\"+\", seen -- wanted)\n\n  defp lines(sign, items), do: for(item <- items, line <- String.split(item, \"\\n\"), do: \"#{sign} #{line}\")\n\n  defp tool(repo), do: if(Database.postgres?(repo), do: \"pg_dump\", else: \"structure_dump of #{inspect(repo.__adapter__())}\")\n\n  # The tool may be missing, or older than the server.\n  defp adapters_own(repo, config) do\n    path = Path.join(System.fetch_env!(\"PD_OUT\"), \"structure.sql\")\n    config = config |> Keyword.put(:dump_path, path) |> Keyword.delete(:dump_prefixes)\n\n    with {:ok, path} <- repo.__adapter__().structure_dump(Path.dirname(path), config),\n         {:ok, text} <- File.read(path) do\n      {:ok, if(Database.postgres?(repo), do: objects(text), else: statements(text))}\n    end\n  rescue\n    error -> {:error, Exception.message(error)}\n  end\n\n  # pg_dump puts a comment above each object: its text may hold anything, a function's body too.\n  defp objects(text) do\n    [text | _] = String.split(text, \"\\n--\\n-- PostgreSQL database dump complete\")\n    [_settings | objects] = String.split(text, \"\\n-- Name: \")\n    objects |> Enum.flat_map(&object/1) |> Enum.sort()\n  end\n\n  defp object(text) do\n    [_name | lines] = text |> String.trim_trailing(\"\\n--\") |> String.split(\"\\n\")\n    lines = Enum.reject(lines, &(&1 in [\"\", \"--\"] or String.starts_with?(&1, \"SET default_t\")))\n\n    case lines do\n      [\"CREATE \" <> rest = head | columns] ->\n        # A table's lines, each for itself: which column differs is what the reader wants to know.\n        if rest =~ ~r/^(UNLOGGED )?(FOREIGN )?TABLE .* \\($/,\n          do:\n            for(\n              line <- [head | columns],\n              do: String.trim_trailing(head, \" (\") <> \": \" <> (line |> String.trim() |> String.trim_trailing(\",\"))\n            ),\n          else: [Enum.join(lines, \"\\n\")]\n\n      [] ->\n        []\n\n      lines ->\n        [Enum.join(lines, \"\\n\")]\n    end\n  end\n\n  # What other tools write, without the versions and what changes by itself.\n  defp statements(text) do\n    for statement <- String.split(text, \";\\n\"),\n        statement = statement |> String.split(\"\\n\") |> Enum.reject(&(&1 == \"\" or String.starts_with?(&1, \"--\"))) |> Enum.join(\"\\n\"),\n        statement != \"\" and not String.starts_with?(statement, \"INSERT INTO\"),\n        do: String.replace(statement, ~r/ AUTO_INCREMENT=\\d+/, \"\")\n  end\nend\n",
    "elixir/sobelow.exs": "# sobelow app by app: it scans nothing at the root of an umbrella. Without `--exit`, which would end the VM: its report\n# is what counts.\ndefmodule PhoenixDeploy.Sobelow do\n  alias PhoenixDeploy.{Coverage, JSON, Tool}\n  @compile {:no_warn_undefined, Sobelow.Utils}\n\n  def run do\n    if Code.ensure_loaded?(Sobelow) do\n      scans = for {{_app, path}, index} <- Enum.with_index(Coverage.apps()), do: scan(path, \"sobelow-#{index}.report\")\n      JSON.write(\"sobelow.json\", %{status: \"ran\", scans: scans})\n    else\n      JSON.write(\"sobelow.json\", %{status: \"absent\"})\n    end\n  end\n\n  defp scan(path, name) do\n    report = Path.join(System.fetch_env!(\"PD_OUT\"), name)\n\n    ran =\n      case flags(path) do\n        {:ok, flags} ->\n          File.cd!(path, fn -> Tool.run(\"sobelow\", flags ++ ~w(--private --skip --no-config --format json --out) ++ [report]) end)\n\n        {:error, why} ->\n          %{status: \"ran\", code: 1, stdout: \"\", stderr: why}\n      end\n\n    forget()\n    text = with {:ok, text} <- File.read(report), do: text, else: (_ -> nil)\n    files = Path.wildcard(Path.join(path, \"{lib,web}/**/*.ex\"))\n    Map.merge(ran, %{folder: path, report: text, files: length(files), unread: Enum.reject(files, &parses?/1)})\n  end\n\n  # sobelow silently skips a file that it cannot parse, or, with `--strict`, ends the VM.\n  defp parses?(file), do: match?({:ok, _}, Code.string_to_quoted(File.read!(file), emit_warnings: false))\n\n  # The app's own settings as flags: an old sobelow lets .sobelow-conf overrule where its report goes. What would end\n  # the VM is found before.\n  defp flags(path) do\n    conf = Path.join(path, \".sobelow-conf\")\n\n    with {:name, true} <- {:name, is_binary(Sobelow.Utils.get_app_name(Path.join(path, \"mix.exs\")))},\n         {:ok, text} <- if(File.exists?(conf), do: File.read(conf), else: {:ok, \"[]\"}),\n         {:conf, {:ok, conf}} <- {:conf, Code.string_to_quoted(text)},\n         {:conf, conf} when is_list(conf) <- {:conf, if(match?({:__block__, _, []}, conf), do: [], else: conf)} do\n      {:ok, Enum.flat_map(conf, &flag(&1, path))}\n    else\n      {:name, _} -> {:error, \"sobelow reads the app's name from mix.exs, where it must stand as `app: :name`.\"}\n      {:conf, _} -> {:error, \".sobelow-conf is no keyword list.\"}\n      {:error, reason} -> {:error, \".sobelow-conf cannot be read: #{:file.format_error(reason)}\"}\n    end\n  end\n\n  defp flag({:ignore, modules}, _), do: listed(\"--ignore\", modules, & &1)\n  defp flag({:ignore_files, files}, path), do: listed(\"--ignore-files\", files, &Path.expand(&1, path))\n  defp flag({:threshold, level}, _) when level not in [nil, false], do: [\"--threshold\", to_string(level)]\n  defp flag({:router, router}, path) when is_binary(router) and router != \"\", do: [\"--router\", Path.expand(router, path)]\n  defp flag({:router, :none}, _), do: [\"--router\", \":none\"]\n  defp flag(_, _), do: []\n\n  defp listed(flag, told, fun) do\n    names = if is_binary(told), do: String.split(told, \",\"), else: List.wrap(told)\n    names = for name <- names, is_binary(name), name != \"\", do: fun.(name)\n    if names == [], do: [], else: [flag, Enum.join(names, \",\")]\n  end\n\n  # sobelow keeps findings and skips in named processes: the next app must not inherit them.\n  defp forget do\n    for name <- [Sobelow.FindingLog, Sobelow.MetaLog, Sobelow.Fingerprint], pid = Process.whereis(name), do: GenServer.stop(pid)\n  end\nend\n",
    "elixir/sql.exs": "# PostgreSQL's words: a text becomes statements, each a list of tokens. Unquoted words are upper-case strings, `{:name,\n# text}` was quoted, `{:text, text}` is a literal, and everything else is an atom of one character. Comments are\n# nothing. A body in `$$` is one literal.\ndefmodule PhoenixDeploy.Sql do\n  def statements(sql) do\n    sql |> tokens([]) |> Enum.chunk_by(&(&1 == :\";\")) |> Enum.reject(&match?([:\";\" | _], &1))\n  end\n\n  # A list at its commas, not at those in parentheses.\n  def commas(tokens) do\n    {last, parts, _depth} =\n      Enum.reduce(tokens, {[], [], 0}, fn\n        :\",\", {part, parts, 0} -> {[], [Enum.reverse(part) | parts], 0}\n        :\"(\", {part, parts, depth} -> {[:\"(\" | part], parts, depth + 1}\n        :\")\", {part, parts, depth} -> {[:\")\" | part], parts, max(depth - 1, 0)}\n        token, {part, parts, depth} -> {[token | part], parts, depth}\n      end)\n\n    Enum.reverse([Enum.reverse(last) | parts])\n  end\n\n  # The name at the front, with its schema unless that is `public`, in lower case unless quoted: `{name, rest}`.\n  def name([\"PUBLIC\", :. | rest]), do: name(rest)\n\n  def name([part, :. | rest]) do\n    {last, rest} = name(rest)\n    {\"#{plain(part)}.#{last}\", rest}\n  end\n\n  def name([part | rest]), do: {plain(part), rest}\n  def name([]), do: {\"\", []}\n\n  defp plain({_, text}), do: text\n  defp plain(word) when is_binary(word), do: String.downcase(word)\n  defp plain(symbol), do: to_string(symbol)\n\n  defp tokens(\"\", seen), do: Enum.reverse(seen)\n  defp tokens(<<space, rest::binary>>, seen) when space in ~c\" \\t\\r\\n\\f\\v\", do: tokens(rest, seen)\n  defp tokens(\"--\" <> rest, seen), do: rest |> line_end() |> tokens(seen)\n  defp tokens(\"/*\" <> rest, seen), do: rest |> comment(1) |> tokens(seen)\n  defp tokens(<<e, ?', rest::binary>>, seen) when e in ~c\"eE\", do: text(rest, ?', true, :text, seen)\n  defp tokens(\"'\" <> rest, seen), do: text(rest, ?', false, :text, seen)\n  defp tokens(\"\\\"\" <> rest, seen), do: text(rest, ?\", false, :name, seen)\n  defp tokens(\"`\" <> rest, seen), do: text(rest, ?`, false, :name, seen)\n\n  defp tokens(\"$\" <> rest = all, seen),\n    do: if(body = dollars(all), do: body(body, seen), else: tokens(rest, [:\"$\" | seen]))\n\n  defp tokens(<<char, _::binary>> = all, seen) when char in ?a..?z or char in ?A..?Z or char == ?_ or char > 127 do\n    {word, rest} = word(all, 0)\n    tokens(rest, [String.upcase(word) | seen])\n  end\n\n  defp tokens(<<char, _::binary>> = all, seen) when char in ?0..?9 do\n    {number, rest} = word(all, 0)\n    tokens(rest, [{:text, number} | seen])\n  end\n\n  defp tokens(<<char, rest::binary>>, seen), do: tokens(rest, [List.to_atom([char]) | seen])\n\n  defp word(all, size) do\n    case all do\n      <<_::binary-size(size), char, _::binary>>\n      when char in ?a..?z or char in ?A..?Z or char in ?0..?9 or char in ~c\"_$\" or char > 127 ->\n        word(all, size + 1)\n\n      <<word::binary-size(size), rest::binary>> ->\n        {word, rest}\n    end\n  end\n\n  # Up to the closing quote; a doubled one stands for itself, and so does one behind a backslash in an E'' string. One\n  # that never closes holds all the rest.\n  defp text(all, quote, escapes, kind, seen) do\n    size = closing(all, quote, escapes, 0)\n    <<text::binary-size(size), rest::binary>> = all\n    rest = if rest == \"\", do: \"\", else: binary_part(rest, 1, byte_size(rest) - 1)\n    tokens(rest, [{kind, text} | seen])\n  end\n\n  defp closing(all, quote, escapes, size) do\n    case all do\n      <<_::binary-size(size), ?\\\\, _, _::binary>> when escapes -> closing(all, quote, escapes, size + 2)\n      <<_::binary-size(size), ^quote, ^quote, _::binary>> -> closing(all, quote, escapes, size + 2)\n      <<_::binary-size(size), ^quote, _::binary>> -> size\n      <<_::binary-size(size)>> -> size\n      _ -> closing(all, quote, escapes, size + 1)\n    end\n  end\n\n  defp dollars(all) do\n    with [tag] <- Regex.run(~r/^\\$(?:[A-Za-z_]\\w*)?\\$/, all),\n         do: {tag, binary_part(all, byte_size(tag), byte_size(all) - byte_size(tag))}\n  end\n\n  defp body({tag, rest}, seen) do\n    case String.split(rest, tag, parts: 2) do\n      [body, rest] -> tokens(rest, [{:text, body} | seen])\n      [body] -> tokens(\"\", [{:text, body} | seen])\n    end\n  end\n\n  defp line_end(rest), do: rest |> String.split(\"\\n\", parts: 2) |> Enum.at(1, \"\")\n\n  # PostgreSQL's comments nest.\n  defp comment(\"\", _depth), do: \"\"\n  defp comment(rest, 0), do: rest\n  defp comment(\"/*\" <> rest, depth), do: comment(rest, depth + 1)\n  defp comment(\"*/\" <> rest, depth), do: comment(rest, depth - 1)\n  defp comment(<<_, rest::binary>>, depth), do: comment(rest, depth)\nend\n",
    "elixir/sql_blocks.exs": "# A block of PL/pgSQL: its statements of SQL, without the words that lead to them. What is put together at run time\n# stays as it is, so that nobody takes it for read.\ndefmodule PhoenixDeploy.SqlBlock do\n  alias PhoenixDeploy.Sql\n\n  @nothing ~w(NULL RAISE RETURN EXIT CONTINUE GET ASSERT OPEN FETCH CLOSE END)\n\n  def statements(body) do\n    {_declares, found} = body |> Sql.statements() |> Enum.reduce({false, []}, &line/2)\n    found |> Enum.reverse() |> Enum.concat()\n  end\n\n  # Between DECLARE and BEGIN stand variables.\n  defp line(tokens, {declares, found}) do\n    case Enum.split_while(tokens, &(&1 != \"BEGIN\")) do\n      {_, [\"BEGIN\" | rest]} when declares or hd(tokens) in [\"DECLARE\", \"BEGIN\"] -> {false, [led(rest) | found]}\n      _ when declares or hd(tokens) == \"DECLARE\" -> {true, found}\n      _ -> {false, [led(tokens) | found]}\n    end\n  end\n\n  defp led([word | rest]) when word in [\"BEGIN\", \"ELSE\", \"LOOP\", \"EXCEPTION\"], do: led(rest)\n  defp led([word | rest]) when word in [\"IF\", \"ELSIF\", \"ELSEIF\", \"WHEN\"], do: rest |> behind(\"THEN\") |> led()\n  defp led([word | rest]) when word in [\"FOR\", \"WHILE\", \"FOREACH\"], do: rest |> behind(\"LOOP\") |> led()\n  defp led([:<, :<, _label, :>, :> | rest]), do: led(rest)\n  defp led([word | _]) when word in @nothing, do: []\n  defp led([\"PERFORM\" | rest]), do: [[\"SELECT\" | rest]]\n  # Of a query that fills variables the query counts.\n  defp led([\"SELECT\" | rest]), do: [[\"SELECT\" | Enum.reject(rest, &(&1 == \"INTO\"))]]\n  defp led([\"EXECUTE\", {:text, sql}]), do: Sql.statements(sql)\n  defp led([\"EXECUTE\", {:text, sql}, word | _]) when word in [\"INTO\", \"USING\"], do: Sql.statements(sql)\n  defp led([_variable, :\":\", := | _]), do: []\n  defp led([_variable, := | _]), do: []\n  defp led([]), do: []\n  defp led(tokens), do: [tokens]\n\n  defp behind(tokens, word), do: tokens |> Enum.drop_while(&(&1 != word)) |> Enum.drop(1)\nend\n",
    "elixir/sql_rules.exs": "# What a statement of SQL does to tables that are in use: a list of `{rule, table}` for each, and nil as the rule of\n# what is harmless. Beside them facts that a migration's walk judges by what it knows of the tables, such as `{:created,\n# table}`, `{:type, table, column, type}` or `{:locked, table}`.\ndefmodule PhoenixDeploy.SqlRules do\n  import PhoenixDeploy.Sql, only: [commas: 1, name: 1]\n  alias PhoenixDeploy.{SqlBlock, SqlTypes}\n\n  # Functions whose value is the same within a statement: a default of them is written once, and no row is touched.\n  @stable ~w(NOW CURRENT_TIMESTAMP TRANSACTION_TIMESTAMP STATEMENT_TIMESTAMP TIMEZONE TO_TIMESTAMP DATE_TRUNC CONCAT\n             LOWER UPPER MD5 ARRAY ROW COALESCE JSONB_BUILD_OBJECT JSONB_BUILD_ARRAY TO_JSONB CAST INTERVAL\n             CURRENT_SETTING VARCHAR NUMERIC DECIMAL CHAR TIMESTAMP TIMESTAMPTZ TIME)\n\n  @after_default ~w(NOT NULL CHECK REFERENCES UNIQUE PRIMARY CONSTRAINT COLLATE GENERATED)\n\n  @harmless_create ~w(EXTENSION FUNCTION PROCEDURE VIEW TYPE SCHEMA SEQUENCE DOMAIN POLICY AGGREGATE STATISTICS OR\n                      COLLATION CAST OPERATOR PUBLICATION ROLE USER RULE EVENT TEMP TEMPORARY RECURSIVE)\n\n  # Functions that read, or change nothing but the session; words before a parenthesis that are no functions.\n  @reading ~w(COUNT MIN MAX SUM AVG EXISTS IN ANY ALL SOME AND OR NOT WHERE FROM ON USING OVER FILTER BY AS VALUES\n              WHEN THEN ELSE SELECT JOIN WITH HAVING NULLIF GREATEST LEAST LENGTH TRIM SUBSTRING REPLACE SPLIT_PART\n              ROW_NUMBER STRING_AGG ARRAY_AGG JSON_AGG JSONB_AGG JSON_BUILD_OBJECT FORMAT TO_CHAR EXTRACT SETVAL\n              NEXTVAL CURRVAL SET_CONFIG TO_REGCLASS PG_GET_SERIAL_SEQUENCE PG_TABLE_SIZE PG_RELATION_SIZE VERSION\n              CURRENT_DATABASE CURRENT_SCHEMA UNNEST GENERATE_SERIES JSONB_ARRAY_ELEMENTS JSONB_EACH PG_ADVISORY_LOCK\n              PG_ADVISORY_UNLOCK PG_ADVISORY_XACT_LOCK PG_SLEEP GEN_RANDOM_UUID UUID_GENERATE_V4 RANDOM ABS ROUND\n              FLOOR CEIL DISTINCT LATERAL UNION EXCEPT INTERSECT LIMIT CONCAT_WS ENCODE DECODE\n              ADD_COMPRESSION_POLICY REMOVE_COMPRESSION_POLICY ADD_CONTINUOUS_AGGREGATE_POLICY SET_CHUNK_TIME_INTERVAL)\n  @harmless_drop ~w(FUNCTION PROCEDURE TRIGGER VIEW TYPE SEQUENCE DOMAIN POLICY AGGREGATE STATISTICS MATERIALIZED\n                    EXTENSION COLLATION RULE EVENT PUBLICATION)\n  @harmless_alter ~w(EXTENSION FUNCTION PROCEDURE SEQUENCE VIEW DOMAIN POLICY INDEX STATISTICS PUBLICATION DEFAULT\n                     ROLE USER GROUP SYSTEM DATABASE TRIGGER)\n\n  def read(sql), do: sql |> PhoenixDeploy.Sql.statements() |> Enum.flat_map(&statement/1)\n\n  # True when an expression's value differs from row to row, or nobody here knows.\n  def volatile?(sql), do: sql |> PhoenixDeploy.Sql.statements() |> Enum.any?(&calls_volatile?/1)\n\n  # Also for the statements inside of a block.\n  def statement([\"ALTER\", \"TABLE\" | rest]) do\n    {table, actions} = rest |> without(~w(IF EXISTS ONLY)) |> name()\n    [{:locked, table} | actions |> commas() |> Enum.flat_map(&action(&1, table))]\n  end\n\n  def statement([\"CREATE\", \"UNIQUE\", \"INDEX\" | rest]), do: statement([\"CREATE\", \"INDEX\" | rest])\n\n  def statement([\"CREATE\", \"INDEX\" | rest]) do\n    case Enum.split_while(rest, &(&1 != \"ON\")) do\n      {head, [\"ON\" | on]} ->\n        {table, _} = on |> without([\"ONLY\"]) |> name()\n        if(\"CONCURRENTLY\" in head, do: [], else: [{:locked, table}]) ++ concurrent(\"CONCURRENTLY\" in head, table)\n\n      _ ->\n        [{\"raw-sql-executed\", nil}]\n    end\n  end\n\n  # To drop an index is the work of a moment, unlike to build it. Whose index it is, the statement does not say.\n  def statement([\"DROP\", \"INDEX\" | rest]), do: if(\"CONCURRENTLY\" in rest, do: [{:concurrent, nil}], else: [{nil, nil}])\n  def statement([\"REINDEX\" | rest]), do: concurrent(\"CONCURRENTLY\" in rest, nil)\n\n  def statement([\"CREATE\", kind, \"TABLE\" | rest]) when kind in [\"TEMP\", \"TEMPORARY\", \"UNLOGGED\"],\n    do: statement([\"CREATE\", \"TABLE\" | rest])\n\n  def statement([\"CREATE\", \"TABLE\" | rest]) do\n    {table, columns} = rest |> without(~w(IF NOT EXISTS)) |> name()\n\n    referred =\n      for {\"REFERENCES\", at} <- Enum.with_index(columns),\n          do: {:locked, columns |> Enum.drop(at + 1) |> name() |> elem(0)}\n\n    filled =\n      if columns |> List.first() == \"AS\" or adjacent?(columns, \"AS\", \"SELECT\"), do: [{:selected, table}], else: []\n\n    [{:created, table}, {nil, table} | referred ++ filled]\n  end\n\n  def statement([\"CREATE\", \"MATERIALIZED\", \"VIEW\" | rest]) do\n    {view, _} = rest |> without(~w(IF NOT EXISTS)) |> name()\n    [{:view, view}, {nil, view}, {:selected, view}]\n  end\n\n  def statement([\"CREATE\", \"OR\", \"REPLACE\" | rest]), do: statement([\"CREATE\" | rest])\n  def statement([\"CREATE\", \"CONSTRAINT\", \"TRIGGER\" | rest]), do: statement([\"CREATE\", \"TRIGGER\" | rest])\n\n  # Made in a moment, and nobody writes to the table from then on until the transaction ends.\n  def statement([\"CREATE\", \"TRIGGER\" | rest]) do\n    {table, _} = rest |> Enum.drop_while(&(&1 != \"ON\")) |> Enum.drop(1) |> name()\n    [{:locked, table}, {nil, table}]\n  end\n\n  def statement([\"DROP\", \"TABLE\" | rest]),\n    do: for(part <- rest |> without(~w(IF EXISTS)) |> commas(), do: {\"table-dropped\", part |> name() |> elem(0)})\n\n  def statement([\"DROP\", \"DATABASE\" | _]), do: [{\"database-dropped\", nil}]\n  def statement([\"DROP\", \"SCHEMA\" | _]), do: [{\"table-dropped\", nil}]\n  def statement([\"TRUNCATE\" | rest]), do: [{\"table-truncated\", rest |> without(~w(TABLE ONLY)) |> name() |> elem(0)}]\n  def statement([\"UPDATE\" | rest]), do: [{\"operation-update\", rest |> without([\"ONLY\"]) |> name() |> elem(0)}]\n  def statement([\"DELETE\", \"FROM\" | rest]), do: [{\"operation-delete\", rest |> without([\"ONLY\"]) |> name() |> elem(0)}]\n\n  # Rows that are written down are few; those of a query are as many as there are.\n  def statement([\"INSERT\", \"INTO\" | rest]) do\n    {table, rest} = name(rest)\n\n    if \"SELECT\" in Enum.take_while(rest, &(&1 != \"VALUES\")),\n      do: [{:selected, table}],\n      else: [{\"operation-insert\", table}]\n  end\n\n  def statement([\"COPY\" | rest]), do: [{:selected, rest |> name() |> elem(0)}]\n  def statement([\"MERGE\", \"INTO\" | rest]), do: [{\"operation-update\", rest |> name() |> elem(0)}]\n\n  def statement([\"WITH\" | rest]) do\n    case Enum.find_index(rest, &(&1 in [\"UPDATE\", \"DELETE\", \"INSERT\", \"MERGE\"])) do\n      nil -> statement([\"SELECT\" | rest])\n      index -> rest |> Enum.drop(index) |> statement()\n    end\n  end\n\n  # TimescaleDB's: a table with rows is moved into chunks while nobody reads or writes it.\n  def statement([\"SELECT\", \"CREATE_HYPERTABLE\", :\"(\", {:text, table} | _]),\n    do: [{\"table-rewritten\", String.replace_prefix(table, \"public.\", \"\")}]\n\n  def statement([\"SELECT\", :*, \"FROM\", \"CREATE_HYPERTABLE\" | rest]),\n    do: statement([\"SELECT\", \"CREATE_HYPERTABLE\" | rest])\n\n  def statement([\"SELECT\" | rest]),\n    do: if(calls?(rest, @reading ++ @stable), do: [{\"raw-sql-executed\", nil}], else: [{nil, nil}])\n\n  def statement([word | _]) when word in [\"SHOW\", \"EXPLAIN\", \"VALUES\", \"TABLE\", \"BEGIN\", \"COMMIT\", \"START\"],\n    do: [{nil, nil}]\n\n  # A block of PL/pgSQL is read statement by statement.\n  def statement([\"DO\" | rest]) do\n    case Enum.find(rest, &match?({:text, _}, &1)) do\n      {:text, body} -> body |> SqlBlock.statements() |> Enum.flat_map(&statement/1) |> or_nothing()\n      nil -> [{\"raw-sql-executed\", nil}]\n    end\n  end\n\n  def statement([\"ALTER\", \"TYPE\" | rest]) do\n    cond do\n      adjacent?(rest, \"RENAME\", \"VALUE\") -> [{\"enum-value-renamed\", nil}]\n      true -> [{nil, nil}]\n    end\n  end\n\n  def statement([\"ALTER\", \"SCHEMA\" | rest]), do: [{if(\"RENAME\" in rest, do: \"schema-renamed\"), nil}]\n\n  def statement([\"ALTER\", \"MATERIALIZED\", \"VIEW\" | _]), do: [{nil, nil}]\n  def statement([\"ALTER\", kind | _]) when kind in @harmless_alter, do: [{nil, nil}]\n  def statement([\"CREATE\", kind | _]) when kind in @harmless_create, do: [{nil, nil}]\n  def statement([\"DROP\", kind | _]) when kind in @harmless_drop, do: [{nil, nil}]\n  def statement([\"LOCK\" | _]), do: [{\"table-locked\", nil}]\n  def statement([\"CLUSTER\" | _]), do: [{\"table-locked\", nil}]\n  def statement([\"VACUUM\" | rest]), do: [{if(\"FULL\" in rest, do: \"table-locked\"), nil}]\n  def statement([\"REFRESH\" | rest]), do: [{if(\"CONCURRENTLY\" not in rest, do: \"table-locked\"), nil}]\n\n  def statement([\"SET\" | rest]) do\n    zone =\n      (\"TIMEZONE\" in rest or adjacent?(rest, \"TIME\", \"ZONE\")) and\n        match?({:text, zone} when zone in [\"UTC\", \"utc\"], List.last(rest))\n\n    if(\"LOCK_TIMEOUT\" in rest, do: [:lock_timeout], else: []) ++ if(zone, do: [:utc], else: []) ++ [{nil, nil}]\n  end\n\n  def statement([word | _]) when word in [\"COMMENT\", \"GRANT\", \"REVOKE\", \"RESET\", \"ANALYZE\"], do: [{nil, nil}]\n  # What we do not know: what it does cannot be said.\n  def statement(_), do: [{\"raw-sql-executed\", nil}]\n\n  defp concurrent(true, table), do: [{:built_concurrently, table}]\n  defp concurrent(false, table), do: [{\"index-not-concurrently\", table}]\n\n  defp action([\"ADD\", \"CONSTRAINT\" | rest], table) do\n    {name, rest} = name(rest)\n    constraint(rest, table, name)\n  end\n\n  defp action([\"ADD\", kind | _] = [_ | rest], table) when kind in ~w(CHECK UNIQUE PRIMARY FOREIGN EXCLUDE),\n    do: constraint(rest, table, nil)\n\n  defp action([\"ADD\" | rest], table) do\n    {column, type} = rest |> without(~w(COLUMN IF NOT EXISTS)) |> name()\n    [{:column, table, column, SqlTypes.of_tokens(type), not adjacent?(type, \"NOT\", \"NULL\")} | column(type, table)]\n  end\n\n  defp action([\"DROP\", \"CONSTRAINT\" | _], table), do: [{nil, table}]\n\n  defp action([\"DROP\" | rest], table),\n    do: [{:gone, table, rest |> without(~w(COLUMN IF EXISTS)) |> name() |> elem(0)}, {\"column-removed\", table}]\n\n  defp action([\"RENAME\", \"TO\" | rest], table),\n    do: [{:renamed, table, rest |> name() |> elem(0)}, {\"table-renamed\", table}]\n\n  defp action([\"RENAME\", \"CONSTRAINT\" | _], table), do: [{nil, table}]\n\n  defp action([\"RENAME\" | rest], table) do\n    {column, rest} = rest |> without([\"COLUMN\"]) |> name()\n    [{:renamed, table, column, rest |> without([\"TO\"]) |> name() |> elem(0)}, {\"column-renamed\", table}]\n  end\n\n  defp action([\"SET\", \"SCHEMA\" | _], table), do: [{\"table-renamed\", table}]\n\n  defp action([\"SET\", kind | _], table) when kind in ~w(TABLESPACE LOGGED UNLOGGED ACCESS),\n    do: [{\"table-rewritten\", table}]\n\n  defp action([\"VALIDATE\", \"CONSTRAINT\" | rest], table), do: [{:validated, table, rest |> name() |> elem(0)}]\n\n  defp action([\"DETACH\", \"PARTITION\" | rest], table),\n    do: [{if(\"CONCURRENTLY\" in rest, do: :concurrent, else: \"partition-detached\"), table}]\n\n  defp action([\"ALTER\", \"CONSTRAINT\" | _], table), do: [{nil, table}]\n\n  defp action([\"ALTER\" | rest], table) do\n    {column, change} = rest |> without([\"COLUMN\"]) |> name()\n\n    case change do\n      [\"TYPE\" | type] -> [{:type, table, column, retyped(type)}]\n      [\"SET\", \"DATA\", \"TYPE\" | type] -> [{:type, table, column, retyped(type)}]\n      [\"SET\", \"NOT\", \"NULL\" | _] -> [{:null, table, column, false}]\n      [\"DROP\", \"NOT\", \"NULL\" | _] -> [{:null, table, column, true}]\n      [\"ADD\", \"GENERATED\" | _] -> [{\"auto-increment-added\", table}]\n      _ -> [{nil, table}]\n    end\n  end\n\n  defp action([word | _], table)\n       when word in ~w(SET RESET ENABLE DISABLE FORCE NO OWNER REPLICA ATTACH INHERIT OF NOT CLUSTER),\n       do: [{nil, table}]\n\n  defp action(_, table), do: [{\"raw-sql-executed\", table}]\n\n  defp constraint([\"CHECK\" | rest], table, name) do\n    text = Enum.map_join(rest, \" \", &if(is_tuple(&1), do: elem(&1, 1), else: to_string(&1)))\n    checked = text |> String.split(\" NOT VALID\") |> hd() |> String.downcase()\n\n    [\n      {:check, table, name, checked, not adjacent?(rest, \"NOT\", \"VALID\")}\n      | not_valid(rest, \"check-constraint-added\", {table, name})\n    ]\n  end\n\n  defp constraint([\"FOREIGN\" | rest], table, name), do: not_valid(rest, \"column-reference-added\", {table, name})\n  defp constraint([\"NOT\", \"NULL\" | rest], table, name), do: not_valid(rest, \"not-null-added\", {table, name})\n\n  defp constraint([\"UNIQUE\" | rest], table, _name),\n    do: [{unless(adjacent?(rest, \"USING\", \"INDEX\"), do: \"unique-constraint-added\"), table}]\n\n  defp constraint([\"PRIMARY\" | rest], table, _name),\n    do: [{unless(adjacent?(rest, \"USING\", \"INDEX\"), do: \"primary-key-added\"), table}]\n\n  defp constraint([\"EXCLUDE\" | _], table, _name), do: [{\"exclusion-constraint-added\", table}]\n  defp constraint(_, table, _name), do: [{\"raw-sql-executed\", table}]\n\n  defp not_valid(rest, rule, {table, name}),\n    do: if(adjacent?(rest, \"NOT\", \"VALID\"), do: [{:not_valid, table, name}, {nil, table}], else: [{rule, table}])\n\n  # What a value is computed with writes every row, unless it is the cast that the server makes anyway.\n  defp retyped(type) do\n    case type |> Enum.drop_while(&(&1 != \"USING\")) |> Enum.drop(1) do\n      [] ->\n        SqlTypes.of_tokens(type)\n\n      [_column, :\":\", :\":\" | cast] ->\n        if SqlTypes.of_tokens(cast) == SqlTypes.of_tokens(type), do: SqlTypes.of_tokens(type)\n\n      _ ->\n        nil\n    end\n  end\n\n  # A new column, from its type on: everything that makes the server touch or look at each row, or that old code does\n  # not fill.\n  defp column(type, table) do\n    [head | _] = type ++ [\"\"]\n\n    default =\n      type |> Enum.drop_while(&(&1 != \"DEFAULT\")) |> Enum.drop(1) |> Enum.take_while(&(&1 not in @after_default))\n\n    rules = [\n      {head in ~w(SERIAL BIGSERIAL SMALLSERIAL) or adjacent?(type, \"AS\", \"IDENTITY\"), \"auto-increment-added\"},\n      {\"GENERATED\" in type and \"STORED\" in type, \"generated-column-added\"},\n      {head == \"JSON\", \"json-column-added\"},\n      {\"REFERENCES\" in type,\n       if(default == [], do: {:notice, \"column-reference-added\"}, else: \"column-reference-added\")},\n      {\"UNIQUE\" in type, \"unique-constraint-added\"},\n      {\"PRIMARY\" in type, \"primary-key-added\"},\n      {\"CHECK\" in type, \"check-constraint-added\"},\n      {default != [] and calls_volatile?(default), \"column-volatile-default\"},\n      {adjacent?(type, \"NOT\", \"NULL\") and default == [] and \"GENERATED\" not in type, \"required-column-added\"}\n    ]\n\n    case for({true, rule} <- rules, do: {rule, table}) do\n      [] -> [{nil, table}]\n      found -> found\n    end\n  end\n\n  defp calls_volatile?(tokens), do: calls?(tokens, @stable)\n\n  defp calls?(tokens, known) do\n    tokens\n    |> Enum.chunk_every(2, 1, :discard)\n    |> Enum.any?(fn [word, next] -> next == :\"(\" and callable?(word) and word not in known end)\n  end\n\n  defp or_nothing([]), do: [{nil, nil}]\n  defp or_nothing(facts), do: facts\n\n  defp callable?({:name, _}), do: true\n  defp callable?(word), do: is_binary(word)\n\n  defp without(tokens, words), do: Enum.drop_while(tokens, &(&1 in words))\n  defp adjacent?(tokens, one, next), do: tokens |> Enum.chunk_every(2, 1, :discard) |> Enum.member?([one, next])\nend\n",
    "elixir/sql_types.exs": "# PostgreSQL's types as far as a change of one can be free: Ecto's words and SQL's become the same value, and a change\n# is compared by it.\ndefmodule PhoenixDeploy.SqlTypes do\n  alias PhoenixDeploy.Sql\n\n  @lengthened ~w(varchar timestamp timestamptz time timetz)\n  @ends ~w(USING COLLATE NOT NULL DEFAULT CHECK REFERENCES UNIQUE PRIMARY CONSTRAINT GENERATED)\n  @names %{\n    \"INT\" => \"integer\",\n    \"INT4\" => \"integer\",\n    \"SERIAL\" => \"integer\",\n    \"INT8\" => \"bigint\",\n    \"BIGSERIAL\" => \"bigint\",\n    \"INT2\" => \"smallint\",\n    \"BOOL\" => \"boolean\",\n    \"FLOAT8\" => \"double precision\",\n    \"FLOAT\" => \"double precision\"\n  }\n  @ecto %{\n    string: {\"varchar\", 255},\n    binary_id: \"uuid\",\n    id: \"integer\",\n    identity: \"bigint\",\n    map: \"jsonb\",\n    binary: \"bytea\",\n    float: \"double precision\",\n    utc_datetime: {\"timestamp\", 0},\n    naive_datetime: {\"timestamp\", 0},\n    utc_datetime_usec: {\"timestamp\", 6},\n    naive_datetime_usec: {\"timestamp\", 6},\n    time: {\"time\", 0},\n    time_usec: {\"time\", 6}\n  }\n\n  # Ecto's type with its options; `nil` of one that is computed.\n  def of_ecto({:references, _, [_table | rest]}, _options), do: of_ecto(options(rest)[:type] || :bigserial, [])\n  def of_ecto({:array, type}, options), do: with(type when type != nil <- of_ecto(type, options), do: {\"array\", type})\n  def of_ecto({:map, _}, _options), do: \"jsonb\"\n  def of_ecto(:string, options), do: {\"varchar\", options[:size] || 255}\n  def of_ecto(:decimal, options), do: numeric(options[:precision], options[:scale])\n  def of_ecto(:numeric, options), do: of_ecto(:decimal, options)\n  def of_ecto(:varchar, options), do: {\"varchar\", options[:size]}\n\n  def of_ecto(type, options) when is_atom(type) and type not in [nil, true, false] do\n    cond do\n      known = @ecto[type] -> known\n      options[:size] != nil -> {to_string(type), options[:size]}\n      true -> type |> to_string() |> of_text()\n    end\n  end\n\n  def of_ecto(type, _options) when is_binary(type), do: of_text(type)\n  def of_ecto(_type, _options), do: nil\n\n  defp of_text(text), do: text |> Sql.statements() |> List.first([]) |> of_tokens()\n\n  # The type at the front of a column's definition.\n  def of_tokens(tokens) do\n    {array, tokens} = tokens |> Enum.take_while(&(&1 not in @ends)) |> Enum.split_with(&(&1 in [:\"[\", :\"]\"]))\n    type = plain(tokens)\n    if array == [] or type == nil, do: type, else: {\"array\", type}\n  end\n\n  defp plain([\"CHARACTER\", \"VARYING\" | rest]), do: plain([\"VARCHAR\" | rest])\n  defp plain([\"DOUBLE\", \"PRECISION\" | _]), do: \"double precision\"\n  defp plain([\"VARCHAR\" | rest]), do: {\"varchar\", number(rest)}\n\n  defp plain([kind | rest]) when kind in [\"NUMERIC\", \"DECIMAL\"],\n    do: numeric(number(rest), rest |> Enum.drop(2) |> number())\n\n  defp plain([\"TIMESTAMPTZ\" | rest]), do: {\"timestamptz\", number(rest) || 6}\n\n  defp plain([kind | rest]) when kind in [\"TIMESTAMP\", \"TIME\"],\n    do: {String.downcase(kind) <> if(\"WITH\" in rest, do: \"tz\", else: \"\"), number(rest) || 6}\n\n  defp plain([word]) when is_binary(word), do: @names[word] || String.downcase(word)\n  defp plain([{:name, name}]), do: name\n  defp plain([]), do: nil\n\n  defp plain(tokens),\n    do: tokens |> Enum.map_join(\" \", &if(is_tuple(&1), do: elem(&1, 1), else: to_string(&1))) |> String.downcase()\n\n  defp number([:\"(\", {:text, digits} | _]), do: to_integer(digits)\n  defp number([:\",\", {:text, digits} | _]), do: to_integer(digits)\n  defp number(_), do: nil\n\n  defp to_integer(digits) do\n    with {number, \"\"} <- Integer.parse(digits), do: number, else: (_ -> nil)\n  end\n\n  defp numeric(nil, _scale), do: {\"numeric\", nil}\n  defp numeric(precision, scale), do: {\"numeric\", {precision, scale || 0}}\n\n  defp options(rest), do: PhoenixDeploy.MigrationCode.options(rest)\n\n  # In UTC a time with its zone is the same value as one without, where no precision is asked for: that would be\n  # computed.\n  def rewrites_in_utc?({from, _}, {to, 6})\n      when from in [\"timestamp\", \"timestamptz\"] and to in [\"timestamp\", \"timestamptz\"],\n      do: false\n\n  def rewrites_in_utc?(from, to), do: rewrites?(from, to)\n\n  # False where the server knows that every value stays as it is: no row is read or written.\n  def rewrites?(same, same), do: same == nil\n  def rewrites?(nil, _to), do: true\n  def rewrites?({\"varchar\", _}, \"text\"), do: false\n  def rewrites?({\"varchar\", _}, {\"varchar\", nil}), do: false\n  def rewrites?(\"text\", {\"varchar\", nil}), do: false\n  def rewrites?({\"numeric\", _}, {\"numeric\", nil}), do: false\n  def rewrites?({\"numeric\", {from, scale}}, {\"numeric\", {to, scale}}), do: to < from\n\n  # An array is written anew with whatever its elements become, and so is a text of a fixed length.\n  def rewrites?({kind, from}, {kind, to}) when kind in @lengthened and is_integer(from) and is_integer(to),\n    do: to < from\n\n  def rewrites?(\"cidr\", \"inet\"), do: false\n  def rewrites?(_from, _to), do: true\nend\n",
    "elixir/static.exs": "# What is asked of the code and its dependencies without running them, in one VM: `mix pd.static CHECK...`. Each check\n# leaves a file of its own. One after the other: mix goes to the folders of path dependencies and of an umbrella's apps,\n# and a folder is the whole VM's.\ndefmodule Mix.Tasks.Pd.Static do\n  use Mix.Task\n  alias PhoenixDeploy.{Credo, Dependencies, Dialyzer, Sobelow, Step}\n\n  # Hex comes first: from 1.15 on mix takes it from the path when the dependencies are loaded, and `deps.get` asks the\n  # registry for beside our packages. dialyzer comes late, since dialyxir compiles, and mix_audit last, since it stops\n  # the VM when it finds something.\n  @order ~w(hex-audit unused-deps credo sobelow dialyzer deps-audit)\n\n  def run(checks) do\n    # Words, for every process from here on: what analyses allocate is mostly kept to their end, and collecting it in\n    # small heaps costs a tenth of their time.\n    :erlang.system_flag(:min_heap_size, 65_536)\n    for check <- @order, check in checks, do: Step.run(check, fn -> run_check(check) end)\n  end\n\n  defp run_check(\"hex-audit\"), do: Dependencies.hex_audit()\n  defp run_check(\"unused-deps\"), do: Dependencies.unused()\n  defp run_check(\"deps-audit\"), do: Dependencies.audit()\n  defp run_check(\"credo\"), do: loaded(&Credo.run/0)\n  defp run_check(\"sobelow\"), do: loaded(&Sobelow.run/0)\n  defp run_check(\"dialyzer\"), do: loaded(&Dialyzer.run/0)\n\n  # A tool is one of the dependencies. Mix has looked at them once for unused-deps, without compiling any, and takes\n  # that for done; where they do not load, each tool says so.\n  defp loaded(tool) do\n    unless Process.get(:phoenix_deploy_loaded) do\n      Mix.Task.reenable(\"deps.loadpaths\")\n      Mix.Task.rerun(\"loadpaths\", [])\n      Process.put(:phoenix_deploy_loaded, true)\n    end\n\n    tool.()\n  end\nend\n",
    "elixir/step.exs": "# The steps that share a VM: each leaves a file of its own, within its limit, whatever the code of the project does.\ndefmodule PhoenixDeploy.Step do\n  alias PhoenixDeploy.JSON\n\n  # Runs a step. One that raises leaves the reason; one that does not end within the limit ends the VM, and the file\n  # says so, with what was running by then.\n  def run(name, work, running \\\\ fn -> [] end) do\n    Process.put(:phoenix_deploy_step, System.monotonic_time(:millisecond))\n    limit = String.to_integer(System.fetch_env!(\"PD_LIMIT_MS\"))\n\n    watch =\n      spawn(fn ->\n        receive do\n          :done -> :ok\n        after\n          limit ->\n            JSON.write(\"#{name}.json\", %{status: \"timed_out\", running: running.()})\n            System.halt(1)\n        end\n      end)\n\n    try do\n      work.()\n    rescue\n      error ->\n        could_not_run(name, Exception.message(error), Exception.format(:error, error, __STACKTRACE__))\n    catch\n      :exit, {:shutdown, code} -> could_not_run(name, \"it ended with #{inspect(code)}\", \"\")\n      kind, reason -> could_not_run(name, \"it ended with #{inspect(reason)}\", Exception.format(kind, reason, __STACKTRACE__))\n    after\n      send(watch, :done)\n      Process.delete(:phoenix_deploy_step)\n    end\n  end\n\n  defp could_not_run(name, message, trace) do\n    if trace != \"\", do: IO.puts(:stderr, trace)\n    JSON.write(\"#{name}.json\", %{status: \"could_not_run\", message: message})\n  end\nend\n",
    "elixir/suite.exs": "# All that the `test` build serves, in one VM and one test run: `mix pd.suite STEP...` in MIX_ENV=test. Each step leaves\n# a file of its own.\ndefmodule Mix.Tasks.Pd.Suite do\n  use Mix.Task\n  alias PhoenixDeploy.{Compile, Coverage, Format, Formatter, JSON, Step, TestFiles}\n\n  def run(steps) do\n    Mix.Tasks.Pd.Project.run([])\n    runs = Compile.run(\"compile-test\")\n    if \"format\" in steps, do: Step.run(\"format\", &Format.run/0)\n    if \"test\" in steps and runs, do: Step.run(\"test\", fn -> test(\"coverage\" in steps) end, &Formatter.running/0)\n\n    if \"coverage\" in steps and File.exists?(Path.join(System.fetch_env!(\"PD_OUT\"), \"test.json\")),\n      do: Step.run(\"coverage\", &Coverage.write/0)\n  end\n\n  defp test(cover) do\n    if cover, do: Coverage.start()\n    Formatter.remember()\n    root = File.cwd!()\n    failed = run_tests(root)\n    JSON.write(\"test.json\", %{status: \"ran\", unmatched: TestFiles.not_run(Formatter.loaded()), failed: failed})\n  end\n\n  # A suite that failed ends by an exit of its own, once it is over; everything else that ends it is a reason why it\n  # could not run.\n  defp run_tests(root) do\n    Mix.Task.run(\"test\", [\"--formatter\", \"PhoenixDeploy.Formatter\", \"--formatter\", \"ExUnit.CLIFormatter\"])\n    false\n  catch\n    :exit, {:shutdown, code} when is_integer(code) -> suite_ended?() || exit({:shutdown, code})\n    :exit, {:noproc, {GenServer, :call, [ExUnit.Server | _]}} -> File.cd!(root, &not_started/0)\n  after\n    # A test may have gone to another folder: that is the whole VM's.\n    File.cd!(root)\n  end\n\n  # Elixir 1.14 stops at an app that has no test_helper.exs, since nobody starts ExUnit there.\n  defp not_started do\n    without = for {_app, path} <- Coverage.apps(), not File.exists?(Path.join(path, \"test/test_helper.exs\")), do: Path.relative_to_cwd(path)\n\n    if length(without) == length(Coverage.apps()) do\n      # No test ran, and that is what is said of it.\n      true\n    else\n      Mix.raise(\"ExUnit was not started, since #{Enum.join(without, \", \")} has no test/test_helper.exs. Write `ExUnit.start()` in it.\")\n    end\n  end\n\n  defp suite_ended?, do: Path.wildcard(Path.join(System.fetch_env!(\"PD_OUT\"), \"suite-*.json\")) != []\nend\n",
    "elixir/test_files.exs": "# Files that hold tests which were not run: their name, or the folder that they lie in, is not one that mix test loads.\ndefmodule PhoenixDeploy.TestFiles do\n  alias PhoenixDeploy.Coverage\n\n  # Folders that hold other people's code, what is built from code, or samples of code.\n  @elsewhere ~w(_build deps cover doc node_modules assets fixtures templates)\n  @tests ~w(test property feature doctest)a\n\n  # `loaded` are the absolute paths of the files whose tests were seen, run or excluded.\n  def not_run(loaded) do\n    root = File.cwd!()\n    apps = for {_app, folder} <- Coverage.apps(), do: Path.expand(folder)\n\n    for folder <- Enum.uniq([root | apps]),\n        config = config(folder, root),\n        config != :silent,\n        file <- sources(folder, apps -- [folder]),\n        file not in loaded,\n        not ignored?(file, folder, config),\n        tests = count(file),\n        tests > 0 do\n      %{file: file, tests: tests}\n    end\n  end\n\n  # What the app says of files that are no tests. `warn_test_pattern: false` wants no word on any (up to 1.18).\n  defp config(root, root), do: said(Mix.Project.config())\n\n  defp config(folder, _root) do\n    {app, path} = Enum.find(Coverage.apps(), fn {_app, path} -> Path.expand(path) == folder end)\n    Mix.Project.in_project(app, path, fn _ -> said(Mix.Project.config()) end)\n  end\n\n  defp said(config) do\n    if Keyword.get(config, :warn_test_pattern, true) in [nil, false], do: :silent, else: List.wrap(config[:test_ignore_filters])\n  end\n\n  # Elixir files of the app itself: other projects below it, such as an umbrella's apps, are not.\n  defp sources(folder, apps) do\n    case File.ls(folder) do\n      {:ok, names} ->\n        for name <- Enum.sort(names),\n            not String.starts_with?(name, \".\"),\n            name not in @elsewhere,\n            path = Path.join(folder, name),\n            file <- if(File.dir?(path), do: below(path, apps), else: []),\n            do: file\n\n      _ ->\n        []\n    end\n  end\n\n  defp below(folder, apps) do\n    if folder in apps or File.regular?(Path.join(folder, \"mix.exs\")) do\n      []\n    else\n      files = Path.wildcard(Path.join(folder, \"*.{ex,exs}\"))\n      folders = for path <- Path.wildcard(Path.join(folder, \"*\")), Path.basename(path) not in @elsewhere, File.dir?(path), do: path\n      Enum.filter(files, &File.regular?/1) ++ Enum.flat_map(folders, &below(&1, apps))\n    end\n  end\n\n  defp ignored?(file, folder, filters) do\n    name = Path.relative_to(file, folder)\n\n    Enum.any?(filters, fn\n      %Regex{} = regex -> Regex.match?(regex, name)\n      filter when is_function(filter, 1) -> filter.(name)\n      filter -> filter == name\n    end)\n  end\n\n  # Tests that stand in a module, not in code that the module makes for others.\n  defp count(file) do\n    with {:ok, text} <- File.read(file),\n         true <- text =~ ~r/^\\s*(?:test|property|feature|doctest)[\\s(]/m,\n         {:ok, tree} <- Code.string_to_quoted(text, emit_warnings: false) do\n      modules(tree)\n    else\n      _ -> 0\n    end\n  end\n\n  defp modules({:__block__, _, all}), do: all |> Enum.map(&modules/1) |> Enum.sum()\n\n  defp modules({:defmodule, _, [_name, [{_do, body}]]}) do\n    all = block(body)\n    inner = all |> Enum.map(&modules/1) |> Enum.sum()\n    if Enum.any?(all, &match?({:use, _, _}, &1)), do: inner + (all |> Enum.map(&tests/1) |> Enum.sum()), else: inner\n  end\n\n  defp modules(_), do: 0\n\n  defp tests({:describe, _, [_name, [{_do, body}]]}), do: body |> block() |> Enum.map(&tests/1) |> Enum.sum()\n  defp tests({:doctest, _, [_ | _]}), do: 1\n  defp tests({kind, _, [name | _]}) when kind in @tests and (is_binary(name) or elem(name, 0) == :<<>>), do: 1\n  defp tests(_), do: 0\n\n  defp block({:__block__, _, all}), do: all\n  defp block(one), do: [one]\nend\n",
    "elixir/tool.exs": "# A tool as a person would run it from a shell: what it printed on which stream, and the code that it ended with. The\n# job's log shows it as it comes.\ndefmodule PhoenixDeploy.Tool do\n  # A Mix task.\n  def run(task, args) do\n    {ran, _} =\n      heard(fn ->\n        Mix.Task.rerun(task, args)\n        {0, nil}\n      end)\n\n    ran\n  end\n\n  # Work that tells its code and a value: what became of it, and the value, nil where an exit or an exception ended it.\n  def heard(work) do\n    leader = Process.group_leader()\n    errors = Process.whereis(:standard_error)\n    {out, err} = {ear(leader), ear(errors)}\n    Process.group_leader(self(), out)\n    stand_for(:standard_error, err)\n\n    {code, value} =\n      try do\n        work.()\n      rescue\n        error ->\n          name = if is_struct(error, Mix.Error), do: \"Mix\", else: inspect(error.__struct__)\n          IO.puts(:stderr, \"** (#{name}) #{Exception.message(error)}\")\n          {1, nil}\n      catch\n        :exit, {:shutdown, code} when is_integer(code) -> {code, nil}\n        :exit, reason when reason in [:normal, :shutdown] -> {0, nil}\n      after\n        stand_for(:standard_error, errors)\n        Process.group_leader(self(), leader)\n      end\n\n    {%{status: \"ran\", code: code, stdout: told(out), stderr: told(err)}, value}\n  end\n\n  defp stand_for(name, process) do\n    Process.unregister(name)\n    Process.register(process, name)\n  end\n\n  # A device that keeps what is written to it and passes it on. There is nothing to read from it.\n  defp ear(device) do\n    spawn_link(fn ->\n      {:ok, kept} = StringIO.open(\"\")\n      hear(device, kept)\n    end)\n  end\n\n  defp hear(device, kept) do\n    receive do\n      {:io_request, _, _, request} = message when elem(request, 0) in [:put_chars, :requests] ->\n        send(kept, {:io_request, self(), make_ref(), request})\n        send(device, message)\n        hear(device, kept)\n\n      {:io_request, _, _, _} = message ->\n        send(kept, message)\n        hear(device, kept)\n\n      {:io_reply, _, _} ->\n        hear(device, kept)\n\n      {:tell, to} ->\n        {:ok, {_, text}} = StringIO.close(kept)\n        send(to, {:told, self(), text})\n    end\n  end\n\n  # What an ear heard; it hears nothing more.\n  defp told(ear) do\n    send(ear, {:tell, self()})\n\n    receive do\n      {:told, ^ear, text} -> text\n    end\n  end\nend\n",
    "host/10-records.sh": "# What every operation needs: printing records, failing, writing whole files, looking at a process.\n# This program is sent to `/bin/sh -s` after assignments of the PD_* values; nothing is installed on the host.\n# It prints records: `pd <TAB> key <TAB> values`. The last one is `pd exit N`; without it the state is unknown.\n\nsay() {\n  printf 'pd'\n  for word in \"$@\"; do printf '\\t%s' \"$word\"; done\n  printf '\\n'\n}\n\n# fail REASON_CODE SENTENCE: what a tool put into the sentence stays on its line, so that it cannot be taken for a\n# record. What could not be written names no cause by itself: a full disk is one.\nfail() {\n  code=$1 full=\n  case \"$code\" in\n  host_unsuitable | start_failed | unpack_failed | migration_failed) full=$(disk_is_full \"$PD_PATH\" 2>/dev/null) ;;\n  esac\n  # A migration may have failed for more than that.\n  [ -z \"$full\" ] || [ \"$code\" = migration_failed ] || code=disk_full\n  say fail \"$code\" \"$(printf '%s' \"$2${full:+ $full.}\" | tr '[:cntrl:]' ' ')\"\n  exit 1\n}\n\nnow() { date +%s; }\n\n# seconds_up: whole seconds since this host was started. Waits count by it: a clock can be set, and on a busy host many\n# short sleeps take long.\nseconds_up() {\n  read -r up _ </proc/uptime\n  printf '%s' \"${up%%.*}\"\n}\n\n# write_file PATH TEXT: whole or not at all, and on disk when it returns.\nwrite_file() {\n  printf '%s\\n' \"$2\" >\"$1.tmp.$$\" && sync \"$1.tmp.$$\" && mv -fT \"$1.tmp.$$\" \"$1\" && return\n  rm -f \"$1.tmp.$$\"\n  return 1\n}\n\nmay_write() { [ -w \"$1\" ]; }\n\n# first_line PATH: nothing when there is no such file.\nfirst_line() {\n  line=\n  [ -r \"$1\" ] && IFS= read -r line <\"$1\"\n  printf '%s' \"$line\"\n}\n\n# point LINK TARGET: a symbolic link that changes in one rename.\npoint() {\n  rm -f \"$1.tmp.$$\" && ln -s \"$2\" \"$1.tmp.$$\" && mv -fT \"$1.tmp.$$\" \"$1\"\n}\n\njournal() { printf '%s %s %s\\n' \"$(date -u +%Y-%m-%dT%H:%M:%SZ)\" \"$PD_OWNER\" \"$*\" >>\"$state/journal\"; }\n\n# began PID: start time of a live process in clock ticks; nothing when it is gone or a zombie.\nbegan() {\n  [ -r \"/proc/$1/stat\" ] || return 0\n  stat=$(cat \"/proc/$1/stat\" 2>/dev/null) || return 0\n  # The command's name is in parentheses and may hold anything: the fields count from its end.\n  # shellcheck disable=SC2086\n  set -- ${stat##*) }\n  case \"$1\" in Z | X) ;; *) printf '%s' \"${20}\" ;; esac\n}\n\n# release_of PID: the release folder that the process runs from, without asking it. A release without a runtime of its\n# own (`include_erts: false`) is run by the system's: its start script says in RELEASE_ROOT which one.\nrelease_of() {\n  exe=$(readlink \"/proc/$1/exe\" 2>/dev/null) || return 0\n  case \"$exe\" in\n  \"$releases\"/*) ;;\n  */beam.smp | */beam)\n    exe=$(tr '\\000' '\\n' <\"/proc/$1/environ\" 2>/dev/null | sed -n 's/^RELEASE_ROOT=//p' | head -n 1)\n    [ -n \"$exe\" ] || exe=$(readlink \"/proc/$1/cwd\" 2>/dev/null)\n    case \"$exe/\" in \"$releases\"/*) ;; *) return 0 ;; esac\n    # One that has a runtime is run by that one.\n    for erts in \"$releases/$(first_folder \"$exe\")\"/erts-*; do [ ! -d \"$erts\" ] || return 0; done\n    ;;\n  *) return 0 ;;\n  esac\n  first_folder \"$exe\"\n}\n\n# first_folder PATH: the release's folder that a path below the releases leads into.\nfirst_folder() {\n  below=${1#\"$releases\"/}\n  printf '%s' \"${below%%/*}\"\n}\n\n# slot_pid SLOT: the live process that was started for this slot; a number that was given to another process since does\n# not count.\nslot_pid() {\n  # shellcheck disable=SC2046\n  set -- $(first_line \"$state/slot.$1\")\n  [ -n \"$1\" ] && [ \"$(began \"$1\")\" = \"$2\" ] && printf '%s' \"$1\"\n}\n\n# link_of PATH: the release id that a link points to.\nlink_of() {\n  target=$(readlink \"$1\" 2>/dev/null) || return 0\n  printf '%s' \"${target##*/}\"\n}\n",
    "host/20-locks.sh": "# Who may change the target (lease), and who changes it right now (step lock). The lease is read and written only under\n# a short flock: a stale lock directory that two steal at once has two winners. state/lease is one line: owner, when it\n# expires, since when it is held, address of the owner's run; times by this host's clock.\n\nwith_mutex() {\n  exec 8>\"$state/mutex\" && flock -w 10 8 || fail lock_held \"The file $state/mutex was locked for 10 s.\"\n}\n\n# whole TEXT: a number that arithmetic can bear.\nwhole() {\n  case \"$1\" in '' | *[!0-9]* | 0?* | ???????????????*) return 1 ;; esac\n}\n\n# read_lease: what state/lease claims, as far as it can be believed; lease_odd is the rest, in words. A claim that\n# cannot be read has expired, and so has one for longer than a lease lasts (a moment is granted to a clock that is set\n# back): an owner that lives renews it before long, and stops if another run took it meanwhile.\nread_lease() {\n  lease_odd=\n  set -f\n  # shellcheck disable=SC2046\n  set -- $(first_line \"$state/lease\" 2>/dev/null)\n  set +f\n  lease_owner=${1-} lease_expires=${2-} lease_since=${3-} lease_url=${4-}\n  whole \"$lease_since\" || lease_since=0\n  case \"$lease_url\" in *[!A-Za-z0-9:/._%@-]*) lease_url= ;; http://* | https://*) ;; *) lease_url= ;; esac\n  case \"$lease_owner\" in\n  '')\n    lease_expires=0\n    [ ! -e \"$state/lease\" ] || lease_odd=\"The lease names no owner\"\n    return\n    ;;\n  *[!A-Za-z0-9._-]*)\n    lease_owner=\"unreadable\" lease_expires=0 lease_odd=\"The lease cannot be read\"\n    return\n    ;;\n  esac\n  if ! whole \"$lease_expires\"; then\n    lease_expires=0 lease_odd=\"The lease of $lease_owner has no readable expiry\"\n    return\n  fi\n  left=$((lease_expires - $(now)))\n  [ \"$left\" -gt $((PD_TTL + 30)) ] || return 0\n  lease_expires=0 lease_odd=\"The lease of $lease_owner claims $left s, and a lease lasts $PD_TTL s\"\n}\n\nwrite_lease() { write_file \"$state/lease\" \"$PD_OWNER $(($(now) + PD_TTL)) $1 $PD_URL\" 2>/dev/null; }\n\n# lost: fails for a lease that names somebody else, or nobody. state/taken keeps who took the lock last, and from whom:\n# a rollback may have ended before the run that lost its lock notices.\nlost() {\n  set -f\n  # shellcheck disable=SC2046\n  set -- $(first_line \"$state/taken\")\n  set +f\n  [ \"${1-}\" != \"$PD_OWNER\" ] || fail lock_lost \"The lock was taken by $2${3:+ ($3)}.\"\n  [ -n \"$lease_owner\" ] || fail lock_lost \"The lock belongs to nobody: it was released or removed.\"\n  fail lock_lost \"The lock belongs to $lease_owner${lease_url:+ ($lease_url)} now.\"\n}\n\nop_acquire_lock() {\n  for tool in flock setsid sha256sum tar gzip sync readlink od; do\n    command -v \"$tool\" >/dev/null ||\n      fail host_unsuitable \"$tool is not installed; install util-linux, coreutils, tar and gzip.\"\n  done\n  router_check\n  mkdir -p \"$releases\" \"$PD_PATH/slots\" \"$PD_PATH/incoming\" \"$PD_PATH/shared\" \"$state\" 2>/dev/null ||\n    fail host_unsuitable \"$PD_PATH cannot be written by $(id -un).\"\n  # Made by another user, such as root, who deployed once by hand.\n  for at in \"$releases\" \"$PD_PATH/slots\" \"$PD_PATH/incoming\" \"$state\" \\\n    \"$state/mutex\" \"$state/step\" \"$state/journal\" \"$state/kept\"; do\n    [ ! -e \"$at\" ] || may_write \"$at\" ||\n      fail host_unsuitable \"$at belongs to $(stat -c %U \"$at\") and cannot be written by $(id -un); deploy as one user,\\\n or give all but shared/ below $PD_PATH to $(id -un).\"\n  done\n  with_mutex\n  read_lease\n  left=$((lease_expires - $(now)))\n  if [ -n \"$lease_owner\" ] && [ \"$lease_owner\" != \"$PD_OWNER\" ]; then\n    if [ \"$left\" -gt 0 ] && [ \"$PD_TAKE\" != yes ]; then\n      fail lock_held \"Locked by $lease_owner${lease_url:+ ($lease_url)} for another $left s.\"\n    fi\n    if [ \"$left\" -gt 0 ]; then how=live; else how=expired; fi\n    write_file \"$state/taken\" \"$lease_owner $PD_OWNER $PD_URL\" 2>/dev/null\n    say took_over \"$lease_owner\" \"$how\" \"$lease_url\"\n    journal \"took the $how lock of $lease_owner\"\n  fi\n  if [ -n \"$lease_odd\" ]; then\n    say warning \"$lease_odd; it was replaced.\"\n    journal \"replaced a lease: $lease_odd\"\n  fi\n  case \"$(first_line \"$state/taken\")\" in \"$PD_OWNER \"*) rm -f \"$state/taken\" ;; esac\n  if [ \"$lease_owner\" != \"$PD_OWNER\" ] || [ \"$lease_since\" = 0 ]; then lease_since=$(now); fi\n  write_lease \"$lease_since\" || fail host_unsuitable \"The lease could not be written below $PD_PATH.\"\n}\n\n# A lease that expired and still names us is ours: nobody came in between.\nop_renew() {\n  with_mutex\n  read_lease\n  [ \"$lease_owner\" = \"$PD_OWNER\" ] || lost\n  write_lease \"$lease_since\" || fail host_unsuitable \"The lease could not be written below $PD_PATH.\"\n}\n\nop_release_lock() {\n  with_mutex\n  read_lease\n  # Another run's lock is left alone.\n  if [ \"$lease_owner\" = \"$PD_OWNER\" ]; then rm -f \"$state/lease\"; fi\n}\n\n# Held as long as this program or a child of its lives: a dead owner's step is not overtaken.\ntake_step_lock() {\n  exec 9>\"$state/step\"\n  flock -n 9 || fail step_running \"A step of an earlier run is still running on this host.\"\n  with_mutex\n  read_lease\n  [ \"$lease_owner\" = \"$PD_OWNER\" ] || lost\n  # A full disk must not keep traffic from going back: the lease names us, renewed or not.\n  write_lease \"$lease_since\" || say warning \"The lease could not be renewed below $PD_PATH; is the disk full?\"\n  exec 8>&-\n}\n",
    "host/30-release.sh": "# Releases on this host. releases/X exists only when it is complete and its digest was verified.\n\nop_unpack() {\n  archive=\"$PD_PATH/incoming/$PD_RELEASE.tar.gz\"\n  beside=\"$releases/.tmp.$PD_RELEASE\"\n  if [ -d \"$releases/$PD_RELEASE\" ]; then\n    rm -f \"$archive\"\n    keep_manifest\n    say unpacked already\n    return\n  fi\n  seen=$(sha256sum \"$archive\" 2>/dev/null) || fail unpack_failed \"The upload of $PD_RELEASE is missing.\"\n  if [ \"${seen%% *}\" != \"$PD_DIGEST\" ]; then\n    rm -f \"$archive\"\n    fail digest_mismatch \"The upload has sha256 ${seen%% *}, the release $PD_DIGEST.\"\n  fi\n  rm -rf \"$beside\"\n  inspect \"$archive\"\n  if ! { mkdir \"$beside\" && tar -xzf \"$archive\" -C \"$beside\" --no-same-owner --no-same-permissions; } \\\n    2>\"$state/unpack.err\"; then\n    full=$(disk_is_full \"$beside\")\n    rm -rf \"$beside\"\n    rm -f \"$archive\"\n    [ -z \"$full\" ] || fail disk_full \"$full: $PD_RELEASE could not be unpacked below $releases.\"\n    fail unpack_failed \"The upload could not be unpacked: $(tail -n 1 \"$state/unpack.err\")\"\n  fi\n  if [ ! -x \"$beside/bin/$PD_NAME\" ]; then\n    rm -rf \"$beside\"\n    rm -f \"$archive\"\n    fail unpack_failed \"The release has no bin/$PD_NAME.\"\n  fi\n  sync -f \"$beside\"\n  keep_manifest\n  mv -T \"$beside\" \"$releases/$PD_RELEASE\" || fail unpack_failed \"The release could not be moved into place.\"\n  rm -f \"$archive\"\n  say unpacked now\n}\n\n# What a host keeps of each release beside its files: when it was deployed, the name of its start script, and its\n# manifest. A rollback comes without a manifest, and a release may be called otherwise than the application.\nkeep_manifest() {\n  mkdir -p \"$state/kept\" || fail unpack_failed \"The folder $state/kept could not be created.\"\n  [ -z \"$PD_MANIFEST\" ] || write_file \"$state/kept/$PD_RELEASE.json\" \"$PD_MANIFEST\" ||\n    fail unpack_failed \"The release's manifest could not be written below $state/kept.\"\n  [ -s \"$state/kept/$PD_RELEASE\" ] || write_file \"$state/kept/$PD_RELEASE\" \"$(date +%s.%N) $PD_NAME\" ||\n    fail unpack_failed \"The release's record could not be written below $state/kept.\"\n}\n\n# record_deployed RELEASE: it was deployed now.\nrecord_deployed() {\n  mkdir -p \"$state/kept\"\n  write_file \"$state/kept/$1\" \"$(date +%s.%N) $(name_of \"$1\")\" ||\n    say warning \"The time of this deployment could not be recorded below $state/kept.\"\n}\n\n# name_of RELEASE: of its start script. Where nothing was kept of it, the only program in its bin/ is meant.\nname_of() {\n  # shellcheck disable=SC2046\n  set -- \"$1\" $(first_line \"$state/kept/$1\")\n  script=${3-}\n  if [ -z \"$script\" ] && [ -x \"$releases/$1/bin/$PD_NAME\" ]; then script=$PD_NAME; fi\n  if [ -z \"$script\" ]; then\n    for file in \"$releases/$1\"/bin/*; do\n      if [ -f \"$file\" ] && [ -x \"$file\" ]; then script=${script:+?}${file##*/}; fi\n    done\n  fi\n  printf '%s' \"$script\"\n}\n\n# kept_releases: by the time of their deployment, oldest first. A folder's own times say nothing: those of its content\n# may be in the archive.\nkept_releases() {\n  for folder in \"$releases\"/*/; do\n    [ -d \"$folder\" ] || continue\n    folder=${folder%/}\n    # shellcheck disable=SC2046\n    set -- $(first_line \"$state/kept/${folder##*/}\")\n    printf '%s %s\\n' \"${1:-$(stat -c %.9Z \"$folder\")}\" \"${folder##*/}\"\n  done | LC_ALL=C sort -n | cut -d ' ' -f 2-\n}\n\n# Versions of the schema, as this release sees them, on one line. What an application logs meanwhile is no version:\n# the expression prints them on a line that is known by its first words.\nschema_versions() {\n  (become '' eval \"$PD_VERSIONS\") >\"$state/versions.out\" 2>&1 || return 1\n  grep -q '^phoenix-deploy versions:' \"$state/versions.out\" || return 1\n  sed -n 's/^phoenix-deploy versions: *//p' \"$state/versions.out\" | tail -n 1 | sed 's/ *$//'\n}\n\n# versions_unreadable WHEN\nversions_unreadable() {\n  relay \"$state/versions.out\"\n  fail migration_failed \"The schema's versions could not be read $1 migrating.\"\n}\n\nop_migrate() {\n  refuse_environment\n  before=$(schema_versions) || versions_unreadable before\n  say versions_before \"$before\"\n  # What was recorded is only compared with what the database has: it may be another one since.\n  recorded=$(awk -v release=\"$PD_RELEASE\" '\n    $1 == release { $1 = \"\"; all = $0 }\n    END { print all }' \"$state/migrated\" 2>/dev/null)\n  if has_all \"$before\" \"$recorded\"; then\n    say versions_after \"$before\"\n    return\n  fi\n  (become '' eval \"$PD_MIGRATE\") >\"$state/migrate.out\" 2>&1\n  code=$?\n  relay \"$state/migrate.out\"\n  after=$(schema_versions) || versions_unreadable after\n  say versions_after \"$after\"\n  [ \"$code\" -eq 0 ] || fail migration_failed \"The migrations exited with code $code.\"\n  journal \"migrated $PD_RELEASE: [$before] -> [$after]\"\n  printf '%s %s\\n' \"$PD_RELEASE\" \"$after\" >>\"$state/migrated\"\n  sync \"$state/migrated\"\n}\n\n# has_all VERSIONS WANTED: true where every wanted version is there, and there is one.\nhas_all() {\n  there=\" $1 \"\n  # shellcheck disable=SC2086\n  set -- $2\n  [ $# -gt 0 ] || return 1\n  for version in \"$@\"; do\n    case \"$there\" in *\" $version \"*) ;; *) return 1 ;; esac\n  done\n}\n\n# relay FILE: what a tool printed, marked so that it cannot be taken for a record.\nrelay() { tail -n 60 \"$1\" | sed 's/^/| /'; }\n\nop_mark_bad() {\n  grep -qxF \"$PD_RELEASE\" \"$state/bad\" 2>/dev/null || printf '%s\\n' \"$PD_RELEASE\" 2>/dev/null >>\"$state/bad\" ||\n    fail host_unsuitable \"$PD_RELEASE could not be marked as bad in $state/bad.\"\n  sync \"$state/bad\"\n  journal \"marked $PD_RELEASE bad\"\n}\n\nop_prune() {\n  # shellcheck disable=SC2086\n  set -- $(first_line \"$state/active\")\n  for release in $PD_REMOVE; do\n    case \"$release\" in '' | .* | */*) fail unpack_failed \"$release is not the name of a release.\" ;; esac\n    # The planner left out what lives; what lives by now is left out here.\n    [ \"$release\" = \"${1-}\" ] || [ \"$release\" = \"${3-}\" ] && continue\n    used=\n    for name in $(slot_names); do\n      [ \"$(link_of \"$PD_PATH/slots/$name\")\" = \"$release\" ] && used=1\n      pid=$(slot_pid \"$name\")\n      [ -n \"$pid\" ] && [ \"$(release_of \"$pid\")\" = \"$release\" ] && used=1\n    done\n    # Out of sight in one rename: a removal that is cut must not leave half a release under its name.\n    if [ -z \"$used\" ] && [ -d \"$releases/$release\" ]; then\n      rm -rf \"$releases/.tmp.$release\" && mv -T \"$releases/$release\" \"$releases/.tmp.$release\"\n    fi\n    [ -d \"$releases/$release\" ] || rm -f \"$state/kept/$release\" \"$state/kept/$release.json\"\n  done\n  rm -rf \"$releases\"/.tmp.* \"$PD_PATH\"/incoming/*\n}\n",
    "host/32-archive.sh": "# What an upload may hold, and what room it needs: judged from the list of the archive, before anything of it is\n# unpacked.\n\n# disk_free: bytes that are free where the application's path lies, or will lie.\ndisk_free() {\n  at=$PD_PATH\n  while [ ! -d \"$at\" ]; do at=$(dirname \"$at\"); done\n  df -P -B1 \"$at\" | awk 'NR == 2 { print $4 }'\n}\n\n# An awk program over `tar --list --verbose`: the first entry that must not be unpacked, and why, else the bytes that\n# all need. A link may lead to what lies in the release; since nothing lies behind a link, and `..` only begins a\n# target, its text says where it leads. shellcheck disable=SC2016\narchive_reader='\nfunction refuse(why) { if (!refused) print \"! `\" name \"` \" why; refused = 1 }\nfunction plain(path) { sub(/^(\\.\\/+)+/, \"\", path); sub(/\\/+$/, \"\", path); return path }\nfunction climbs(folder, path,    parts, up, n, i) {\n  n = folder == \"\" ? 0 : split(folder, parts, \"/\")\n  while (path ~ /^\\.\\.?(\\/|$)/) { if (path ~ /^\\.\\./) up++; sub(/^\\.\\.?\\/*/, \"\", path) }\n  return path ~ /^\\// || up > n || \"/\" path \"/\" ~ /\\/\\.\\.\\//\n}\nfunction behind_link(path,    parts, n, i, at) {\n  n = split(path, parts, \"/\")\n  for (i = 1; i < n; i++) { at = at (i > 1 ? \"/\" : \"\") parts[i]; if (at in links) return 1 }\n  return 0\n}\n{\n  type = substr($1, 1, 1)\n  from = index($0, \"\\\"\")\n  name = substr($0, from + 1)\n  separator = type == \"l\" ? \"\\\" -> \\\"\" : \"\\\" link to \\\"\"\n  target = \"\"\n  at = index(name, separator)\n  if (at) { target = substr(name, at + length(separator)); sub(/\"$/, \"\", target); name = substr(name, 1, at - 1) }\n  else sub(/\"$/, \"\", name)\n  if (from == 0) { name = $0; refuse(\"is not understood\") }\n  if (type == \"b\" || type == \"c\") refuse(\"is a device\")\n  if (type == \"p\") refuse(\"is a named pipe\")\n  if (type !~ /^[-dlh]$/) refuse(\"is neither a file nor a folder nor a link\")\n  if (name ~ /^\\//) refuse(\"is an absolute path\")\n  if (\"/\" name \"/\" ~ /\\/\\.\\.\\//) refuse(\"has `..` in its path\")\n  if (substr($1, 2) ~ /[sStT]/) refuse(\"has the setuid, setgid or sticky bit\")\n  if (type != \"l\" && substr($1, 9, 1) == \"w\") refuse(\"may be written by everybody\")\n  path = plain(name)\n  if (behind_link(path)) refuse(\"lies behind a link\")\n  folder = path\n  if (!sub(/\\/[^\\/]*$/, \"\", folder)) folder = \"\"\n  if (type == \"l\" && climbs(folder, target)) refuse(\"is a link out of the release, to `\" target \"`\")\n  if (type == \"l\") links[path] = 1\n  if (type == \"h\" && !(plain(target) in files)) refuse(\"is a link to `\" target \"`, which is no file of the release\")\n  if (type == \"-\" || type == \"h\") files[path] = 1\n  bytes += $3 + 4096\n}\nEND { if (!refused) printf \"%.0f\\n\", bytes }'\n\n# inspect ARCHIVE: ends the step where the archive holds what a release cannot, or more than the disk has room for.\ninspect() {\n  found=$(tar --list --verbose --numeric-owner --quoting-style=c -zf \"$1\" 2>/dev/null | LC_ALL=C awk \"$archive_reader\")\n  case \"$found\" in\n  '! '*)\n    rm -f \"$1\"\n    fail unsafe_release \"The upload was refused before anything was unpacked: ${found#! }.\"\n    ;;\n  esac\n  free=$(disk_free)\n  if awk -v need=\"$found\" -v free=\"$free\" 'BEGIN { exit !(need + 0 > free + 0) }'; then\n    rm -f \"$1\"\n    fail disk_full \"No space left: $PD_RELEASE needs $found bytes unpacked, and $free are free below $PD_PATH.\"\n  fi\n}\n\n# disk_is_full FOLDER: what writing says there where it is so; nothing else.\ndisk_is_full() {\n  [ -d \"$1\" ] || return 0\n  LC_ALL=C head -c 65536 /dev/zero 2>&1 >\"$1/.probe\" | grep -Eo 'No space left on device|Disk quota exceeded'\n  rm -f \"$1/.probe\"\n}\n",
    "host/35-environment.sh": "# The environment of servers and migrations: nothing of the job or login that started this program, but a few variables\n# of the host, the user's files and what a slot needs. The files `shared/env` and `shared/env.<slot>` are read as\n# systemd reads an EnvironmentFile (man systemd.exec). They are never sourced, and no value is an argument of a process\n# that others can list.\n\nclean_path=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin\n\n# An awk program. With `check` set it prints a line for each fault, else sh code that exports each variable, quoted. A\n# `#` behind white space is a fault although systemd takes it for the value: whoever wrote it meant a comment, or a\n# quoted value. So is text behind a closing quote, which is how a quote that is not closed shows itself. shellcheck\n# disable=SC2016\nenv_reader='\nfunction bad(at, says) { wrong = 1; if (check) print \":\" at \": \" says }\nfunction add(c) { value = value (c == \"\\047\" ? \"\\047\\\\\\047\\047\" : c) }\nfunction lost(why) { bad(NR, why); emit() }\nfunction emit() { if (name != \"\" && !check) print \"export \" name \"=\\047\" value \"\\047\"; state = \"key\" }\nfunction begin(text,    at) {\n  sub(/^[ \\t\\r]+/, \"\", text)\n  if (text == \"\" || text ~ /^[#;]/) return\n  at = index(text, \"=\")\n  if (at == 0) { bad(NR, \"there is no `=`; write NAME=value, or `#` before a comment\"); return }\n  name = substr(text, 1, at - 1)\n  sub(/[ \\t]+$/, \"\", name)\n  if (name ~ /^export[ \\t]/) { bad(NR, \"`export` is for shells; write NAME=value without it\"); name = \"\" }\n  else if (name !~ /^[A-Za-z_][A-Za-z0-9_]*$/) {\n    bad(NR, \"the text before `=` is not the name of a variable; use letters, digits and `_`, and no digit first\")\n    name = \"\"\n  }\n  value = gap = \"\"; opened = NR; state = \"before\"\n  walk(substr(text, at + 1))\n}\nfunction walk(text,    i, n, c) {\n  n = length(text)\n  for (i = 1; i <= n; i++) {\n    c = substr(text, i, 1)\n    if (state == \"single\") { if (c == \"\\047\") state = \"after\"; else add(c) }\n    else if (state == \"double\") {\n      if (c == \"\\\"\") state = \"after\"\n      else if (c != \"\\\\\") add(c)\n      else if (i == n) return\n      else { c = substr(text, ++i, 1); if (index(\"\\\"\\\\`$\", c) == 0) add(\"\\\\\"); add(c) }\n    }\n    else if (c == \"\\r\" && i == n) break\n    else if (c == \"\\r\")\n      return lost(\"there is a carriage return within the line; save the file with LF at the end of lines\")\n    else if (state == \"after\") {\n      if (c != \" \" && c != \"\\t\")\n        return lost(\"there is text behind the closing quote; quote the whole value, and write comments on lines \" \\\n          \"of their own\")\n    }\n    else if (c == \" \" || c == \"\\t\") gap = gap c\n    else if (c == \"#\" && gap != \"\")\n      return lost(\"a comment cannot follow a value; write it on a line of its own, or quote the value if `#` is \" \\\n        \"part of it\")\n    else if (state == \"before\" && c == \"\\047\") { state = \"single\"; opened = NR }\n    else if (state == \"before\" && c == \"\\\"\") { state = \"double\"; opened = NR }\n    else {\n      if (state == \"value\") value = value gap\n      gap = \"\"; state = \"value\"\n      if (c != \"\\\\\") add(c)\n      else if (i == n) { state = \"continued\"; return }\n      else if (substr(text, i + 1) == \"\\r\")\n        return lost(\"a carriage return follows the backslash; save the file with LF at the end of lines\")\n      else add(substr(text, ++i, 1))\n    }\n  }\n  if (state == \"single\" || state == \"double\") add(\"\\n\")\n  else emit()\n}\n{\n  if (NR == 1 && substr($0, 1, 3) == \"\\357\\273\\277\") {\n    bad(1, \"the file begins with a byte order mark; save it as UTF-8 without one\")\n    $0 = substr($0, 4)\n  }\n  if (check && index($0, \"\\001\")) bad(NR, \"there is a NUL byte\")\n  rest = $0\n  gsub(/[\\302-\\337][\\200-\\277]|[\\340-\\357][\\200-\\277][\\200-\\277]/, \" \", rest)\n  gsub(/[\\360-\\364][\\200-\\277][\\200-\\277][\\200-\\277]/, \" \", rest)\n  if (rest ~ /[\\200-\\377]/) bad(NR, \"the line is not UTF-8\")\n  if (state == \"key\" || state == \"\") begin($0)\n  else { if (state == \"continued\") state = \"value\"; walk($0) }\n}\nEND {\n  if (state == \"single\" || state == \"double\") bad(opened, \"the quote that begins here is not closed\")\n  if (state == \"continued\") bad(NR, \"the last line ends in a backslash, and no line follows\")\n  exit wrong\n}'\n\n# env_faults FILE: a line for each fault of the file, with its number; nothing where the file does not exist.\nenv_faults() {\n  [ -e \"$1\" ] || [ -L \"$1\" ] || return 0\n  if [ ! -f \"$1\" ] || [ ! -r \"$1\" ]; then\n    printf ': it is not a file that %s can read\\n' \"$(id -un)\"\n    return\n  fi\n  # Not every awk can read NUL: it becomes SOH here, and SOH becomes STX.\n  tr '\\000\\001' '\\001\\002' <\"$1\" | LC_ALL=C awk -v check=1 \"$env_reader\"\n}\n\n# environment_faults: a line for each fault of each file, with the file and its line number.\nenvironment_faults() {\n  for name in '' $(slot_names); do\n    file=$PD_PATH/shared/env${name:+.$name}\n    env_faults \"$file\" | head -n 10 | while IFS= read -r fault; do printf '%s%s\\n' \"$file\" \"$fault\"; done\n  done\n}\n\n# A plan that would start a server is refused for these, before anything changes.\nreport_environment() { environment_faults | while IFS= read -r fault; do say env_fault \"$fault\"; done; }\n\n# The files may have been changed since the plan was made.\nrefuse_environment() {\n  faults=$(environment_faults | paste -sd ';' | sed 's/;/; /g')\n  [ -z \"$faults\" ] || fail environment_file_invalid \"The servers' variables cannot be read: $faults.\"\n}\n\n# warn_unused SLOT: variables of the user's files that the slot's own replace.\nwarn_unused() {\n  for file in \"$PD_PATH/shared/env\" \"$PD_PATH/shared/env.$1\"; do\n    own='^[[:space:]]*(PORT|RELEASE_NODE|RELEASE_TMP)[[:space:]]*='\n    for name in $(grep -Eos \"$own\" \"$file\" | tr -dc 'A-Z_\\n' | sort -u); do\n      here='made by the deployment'\n      [ \"$name\" != PORT ] || here=\"the port $PD_PORT of the settings\"\n      say warning \"$name in $file is not used: each slot has its own, here $here.\"\n    done\n  done\n}\n\n# Turns a clean shell into the release's own script: the rest of its arguments. All of it is read before the first\n# variable is set, so that no name in a file, such as PATH or IFS, changes what happens here. shellcheck disable=SC2016\nenter='\nexports() {\n  for file in \"$2\" \"$3\"; do\n    [ ! -e \"$file\" ] || LC_ALL=C awk \"$1\" \"$file\" || { echo \"exit 1\"; echo \"$file cannot be read.\" >&2; }\n  done\n}\nset -- \"$(cat \"$2\")\" \"$(exports \"$1\" \"$3\" \"$4\")\" \"$@\"\nexport RELEASE_COOKIE=\"$1\"\neval \"$2\"\nshift 6\n[ -z \"$1\" ] || export PORT=\"$1\" RELEASE_NODE=\"$2\" RELEASE_TMP=\"$3\"\nshift 3\nexec \"$@\"'\n\n# timezone: the host's, as a name.\ntimezone() {\n  zone=$(first_line /etc/timezone)\n  [ -n \"$zone\" ] || zone=$(readlink -f /etc/localtime 2>/dev/null | sed -n 's|.*/zoneinfo/||p')\n  printf '%s' \"${zone:-UTC}\"\n}\n\n# become SLOT VERB [EXPRESSION]: this shell turns into the release's own script.\nbecome() {\n  slot=$1 verb=$2 expression=${3-}\n  # One cookie for all builds: each clean build makes another, and two slots could not talk.\n  [ -s \"$state/cookie\" ] || (umask 077 && od -An -N16 -tx1 /dev/urandom | tr -d ' \\n' >\"$state/cookie\")\n  if [ -n \"$slot\" ]; then\n    mkdir -p \"$state/tmp.$slot\"\n    # The locks must not live on in a server.\n    exec 8>&- 9>&-\n    set -- \"$PD_PORT\" \"${PD_APP}_$slot\" \"$state/tmp.$slot\"\n  else\n    set -- '' '' ''\n  fi\n  home=$(getent passwd \"$(id -u)\" 2>/dev/null | cut -d: -f6)\n  cd \"$releases/$PD_RELEASE\" || exit 1\n  exec ${slot:+setsid} env -i \"PATH=$clean_path\" \"HOME=${home:-/}\" \"USER=$(id -un)\" LANG=C.UTF-8 \"TZ=$(timezone)\" \\\n    /bin/sh -c \"$enter\" sh \"$env_reader\" \"$state/cookie\" \"$PD_PATH/shared/env\" \"$PD_PATH/shared/env.$slot\" \"$@\" \\\n    \"$releases/$PD_RELEASE/bin/$(name_of \"$PD_RELEASE\")\" \"$verb\" ${expression:+\"$expression\"}\n}\n",
    "host/40-process.sh": "# Processes of slots. Started in a session of their own, known by process id and start time, named by their executable.\n\nslot_names() { for pair in $PD_SLOTS; do printf '%s\\n' \"${pair%%=*}\"; done; }\n\nop_start() {\n  [ -d \"$releases/$PD_RELEASE\" ] || fail release_not_kept \"$PD_RELEASE is not kept on this host.\"\n  pid=$(slot_pid \"$PD_SLOT\")\n  if [ -n \"$pid\" ]; then\n    runs=$(release_of \"$pid\")\n    [ \"$runs\" = \"$PD_RELEASE\" ] ||\n      fail start_failed \"Slot $PD_SLOT runs ${runs:-another program} as process $pid; it has to be stopped first.\"\n  fi\n  refuse_environment\n  end_leftover \"$PD_SLOT\"\n  refuse_stranger \"$PD_SLOT\" \"$pid\"\n  write_file \"$state/intent\" \"$PD_OWNER $PD_RELEASE $PD_SLOT\" || fail start_failed \"The intent could not be written.\"\n  journal \"start $PD_RELEASE in $PD_SLOT\"\n  point \"$PD_PATH/slots/$PD_SLOT\" \"../releases/$PD_RELEASE\" ||\n    fail start_failed \"The link of slot $PD_SLOT could not be set.\"\n  rm -f \"$state/hold-until\"\n  if [ -n \"$pid\" ]; then\n    say started \"$pid\" already\n    return\n  fi\n  rotate_log \"$PD_SLOT\"\n  warn_unused \"$PD_SLOT\"\n  (\n    # It records itself before it is the server, and holds the step lock until then: wherever this is cut, no server\n    # runs that nobody knows of.\n    read -r pid _ </proc/self/stat\n    write_file \"$state/slot.$PD_SLOT\" \"$pid $(began \"$pid\") $PD_RELEASE\" || exit 1\n    become \"$PD_SLOT\" start\n  ) </dev/null >>\"$state/log.$PD_SLOT\" 2>&1 &\n  pid=$!\n  until [ \"$(slot_pid \"$PD_SLOT\")\" = \"$pid\" ]; do\n    # Gone before it was recorded, or recorded and gone since.\n    if [ -z \"$(began \"$pid\")\" ]; then break; fi\n    sleep 0.05\n  done\n  say started \"$pid\" now\n}\n\nop_stop() {\n  end_leftover \"$PD_SLOT\"\n  pid=$(slot_pid \"$PD_SLOT\")\n  if [ -z \"$pid\" ]; then\n    rm -f \"$state/slot.$PD_SLOT\" \"$state/hold-until\"\n    say stopped already\n    return\n  fi\n  runs=$(release_of \"$pid\")\n  born=$(began \"$pid\")\n  journal \"stop ${runs:-?} in $PD_SLOT ($PD_HOW)\"\n  how=killed\n  if [ \"$PD_HOW\" = drain ]; then\n    kill -TERM \"$pid\" 2>/dev/null\n    until_at=$(($(seconds_up) + PD_LIMIT + 1))\n    while [ \"$(seconds_up)\" -lt \"$until_at\" ] && [ \"$(began \"$pid\")\" = \"$born\" ]; do sleep 0.1; done\n    [ \"$(began \"$pid\")\" = \"$born\" ] || how=ended\n  fi\n  if [ \"$how\" = killed ]; then\n    kill -KILL \"$pid\" 2>/dev/null\n    until_at=$(($(seconds_up) + 6))\n    while [ \"$(seconds_up)\" -lt \"$until_at\" ] && [ \"$(began \"$pid\")\" = \"$born\" ]; do sleep 0.05; done\n    [ \"$(began \"$pid\")\" != \"$born\" ] ||\n      fail stop_failed \"Process $pid of slot $PD_SLOT is still there 5 s after it was killed.\"\n  fi\n  # What it started in its session and left behind would keep the port.\n  for left in $(family \"$pid\"); do kill -KILL \"$left\" 2>/dev/null; done\n  rm -f \"$state/slot.$PD_SLOT\" \"$state/hold-until\"\n  say stopped \"$how\"\n}\n\nop_activate() {\n  pid=$(slot_pid \"$PD_SLOT\")\n  [ -n \"$pid\" ] || fail not_healthy \"Slot $PD_SLOT has no running process any more, so nothing was recorded.\"\n  # What was proved a moment ago is recorded, or nothing.\n  refuse_stranger \"$PD_SLOT\" \"$pid\"\n  # shellcheck disable=SC2046\n  set -- $(first_line \"$state/active\")\n  before=${1-}\n  # Repairing with the same release must keep the last different one: a rollback goes to it.\n  if [ \"$before\" = \"$PD_RELEASE\" ]; then before=${3-}; fi\n  point \"$PD_PATH/current\" \"releases/$PD_RELEASE\" || fail start_failed \"The link current could not be set.\"\n  write_file \"$state/active\" \"$PD_RELEASE $PD_SLOT $before\" ||\n    fail start_failed \"The verified release could not be recorded.\"\n  rm -f \"$state/intent\"\n  record_deployed \"$PD_RELEASE\"\n  journal \"active $PD_RELEASE in $PD_SLOT, before it ${before:-nothing}\"\n}\n\nop_running() {\n  pid=$(slot_pid \"$PD_SLOT\")\n  listener \"$(port_of \"$PD_SLOT\")\" \"${pid:-$(ending_pid \"$PD_SLOT\")}\"\n  say running \"${pid:--}\" \"$([ -z \"$pid\" ] || release_of \"$pid\")\" \"$heard\" \"$stranger_pid\" \"$stranger\"\n}\n\n# A server's log is only appended to, so that logrotate may truncate it. Each start begins a new one; three are kept.\nrotate_log() {\n  [ -s \"$state/log.$1\" ] || return 0\n  [ ! -e \"$state/log.$1.1\" ] || mv -f \"$state/log.$1.1\" \"$state/log.$1.2\"\n  mv -f \"$state/log.$1\" \"$state/log.$1.1\"\n}\n\nop_log() { tail -c 6000 \"$state/log.$PD_SLOT\" 2>/dev/null | tail -n 40 | sed 's/^/| /'; }\n",
    "host/45-listener.sh": "# Who answers on a slot's port: the slot's own process, or another one. A socket is known by its inode, which is both in\n# the kernel's table of listening sockets and among the open files of the process that has it.\n\n# sockets_on PORT: inode and user id of every socket that listens on the port, by IPv4 or IPv6. Other loopback addresses\n# than 127.0.0.1 are other places.\nsockets_on() {\n  cat /proc/net/tcp /proc/net/tcp6 2>/dev/null | awk -v port=\"$(printf '%04X' \"$1\")\" '\n    $4 != \"0A\" || split($2, at, \":\") != 2 || at[2] != port { next }\n    at[1] !~ /7F$/ || length(at[1]) > 8 || at[1] == \"0100007F\" { print $10, $8 }'\n}\n\n# family PID: the process, all that descend from it, and its session.\nfamily() {\n  cat /proc/[0-9]*/stat 2>/dev/null | awk -v root=\"$1\" '\n    { pid = $1; sub(/^.*\\) /, \"\"); split($0, field, \" \"); above[pid] = field[2]; session[pid] = field[4] }\n    END {\n      for (pid in above) {\n        for (at = pid; at != \"\" && at != 0 && at != root && steps[pid]++ < 64; at = above[at]);\n        if (at == root || session[pid] == root) print pid\n      }\n    }'\n}\n\n# sockets_of PID...: inodes of the sockets that these processes have open.\nsockets_of() {\n  folders=\n  for one in \"$@\"; do folders=\"$folders /proc/$one/fd\"; done\n  # shellcheck disable=SC2086\n  find $folders -maxdepth 1 -lname 'socket:*' -printf '%l\\n' 2>/dev/null | tr -dc '0-9\\n'\n}\n\n# holder_of INODE: `pid name` of a process that has this socket open; nothing where it cannot be read.\nholder_of() {\n  found=$(find /proc/[0-9]*/fd -maxdepth 1 -lname \"socket:\\[$1\\]\" -print -quit 2>/dev/null)\n  [ -n \"$found\" ] || return 0\n  found=${found#/proc/}\n  found=${found%%/*}\n  printf '%s %s' \"$found\" \"$(tr -dc '[:alnum:]._+-' <\"/proc/$found/comm\" 2>/dev/null)\"\n}\n\n# listener PORT [PID]: sets `heard` to none, own or foreign, and of a foreign one `stranger_pid` and `stranger`. Two\n# sockets may share a port (SO_REUSEPORT): one that is not the slot's own is enough, since it takes a part of the\n# requests.\nlistener() {\n  heard=none stranger_pid='' stranger=''\n  open=$(sockets_on \"$1\")\n  [ -n \"$open\" ] || return 0\n  # Read after the table: what the slot opened since is in it.\n  # shellcheck disable=SC2046\n  ours=$([ -z \"${2-}\" ] || sockets_of $(family \"$2\"))\n  now_open=$(sockets_on \"$1\")\n  # shellcheck disable=SC2086\n  set -- $open\n  while [ $# -gt 1 ]; do\n    if printf '%s\\n' \"$ours\" | grep -qx \"$1\"; then\n      heard=own\n    elif printf '%s\\n' \"$now_open\" | grep -q \"^$1 \"; then\n      heard=foreign\n      # shellcheck disable=SC2046\n      set -- \"$2\" $(holder_of \"$1\")\n      stranger_pid=${2-}\n      stranger=\"process ${2-} (${3:-unknown})\"\n      [ -n \"${2-}\" ] ||\n        stranger=\"a process of user $(getent passwd \"$1\" | cut -d: -f1), which $(id -un) cannot look into\"\n      return 0\n    fi\n    shift 2\n  done\n}\n\n# port_of SLOT: as the settings give it.\nport_of() { for pair in $PD_SLOTS; do [ \"${pair%%=*}\" != \"$1\" ] || printf '%s' \"${pair#*=}\"; done; }\n\n# refuse_stranger SLOT [PID]: ends the step where another process answers on the slot's port.\nrefuse_stranger() {\n  listener \"$(port_of \"$1\")\" \"${2-}\"\n  [ \"$heard\" != foreign ] ||\n    fail port_taken \"Port $(port_of \"$1\") of slot $1 is answered by $stranger, which was not started for this slot.\"\n}\n",
    "host/47-hold.sh": "# A slot that is kept warm after its traffic went elsewhere. The host itself ends it when its time is over: no later run\n# is needed.\n\n# A program of its own, which outlives this one: given the state folder, slot, process, its start time, and the line of\n# hold-until that it works for; the router's part comes before it. It looks every few seconds, and ends as soon as that\n# line changed: the slot was started again, or held anew. It stops nothing while a run has the lock, so that no plan\n# loses a slot that it counts on, nor while the router sends requests there, as one does that was restarted without its\n# state; it has no lock while it waits. shellcheck disable=SC2016\nkeeper='\nstate=$1 slot=$2 pid=$3 born=$4 held=$5\nexec </dev/null >/dev/null 2>&1\nbegan() { sed \"s/^.*) //\" \"/proc/$pid/stat\" | cut -d \" \" -f 1,20 | sed -n \"s/^[^ZX] //p\"; }\nlives() { [ \"$(began)\" = \"$born\" ]; }\ndue() {\n  exec 8>>\"$state/mutex\" || exit 0\n  flock -w 10 8 || return 1\n  [ \"$(cat \"$state/hold-until\")\" = \"$held\" ] && lives || exit 0\n  # A run that was late to renew its lease may still be there: a minute more. Its steps find the step lock free.\n  owner=\"\" expires=0 _=\"\"\n  [ ! -r \"$state/lease\" ] || read -r owner expires _ <\"$state/lease\"\n  case \"$expires\" in \"\" | *[!0-9]*) expires=0 ;; esac\n  [ -z \"$owner\" ] || [ \"$(date +%s)\" -ge \"$((expires + 60))\" ] || return 1\n  exec 9>>\"$state/step\"\n  flock -n 9 || return 1\n  read -r _ active _ <\"$state/active\"\n  [ \"$active\" != \"$slot\" ] || exit 0\n  # From here on the slot is empty for whoever plans; a start in it ends what is left first.\n  mv -f \"$state/slot.$slot\" \"$state/ending.$slot\" && rm -f \"$state/hold-until\" || exit 0\n  echo \"$(date -u +%Y-%m-%dT%H:%M:%SZ) host the hold of $slot is over\" >>\"$state/journal\"\n}\nwhile :; do\n  [ \"$(cat \"$state/hold-until\")\" = \"$held\" ] || exit 0\n  left=$((${held%% *} - $(date +%s)))\n  if [ \"$left\" -le 0 ]; then\n    left=1\n    if (router_carries \"$slot\"); then left=5; elif due; then break; fi\n    exec 8>&- 9>&-\n  fi\n  sleep \"$((left < 5 ? left : 5))\"\ndone\nexec 8>&- 9>&-\nkill -TERM \"$pid\"\ntries=0\nwhile lives && [ \"$tries\" -lt 600 ]; do sleep 0.1; tries=$((tries + 1)); done\nlives && kill -KILL \"$pid\"\nrm -f \"$state/ending.$slot\"'\n\nmay_start_units() { [ -d /run/systemd/system ] && [ \"$(id -u)\" -eq 0 ]; }\n\nop_hold() {\n  pid=$(slot_pid \"$PD_SLOT\")\n  [ -n \"$pid\" ] || { say held nothing && return; }\n  held=\"$(($(now) + PD_SECONDS)) $PD_SLOT $pid\"\n  write_file \"$state/hold-until\" \"$held\" ||\n    fail start_failed \"The end of the hold of slot $PD_SLOT could not be recorded.\"\n  set -- phoenix-deploy-hold \"$state\" \"$PD_SLOT\" \"$pid\" \"$(began \"$pid\")\" \"$held\"\n  # systemd keeps it apart from the login session or the runner's service; elsewhere a session of its own has to do,\n  # without the variable by which a runner finds what a job left. systemd takes `$` in arguments for variables of its\n  # own, and `$$` for `$`.\n  if may_start_units; then\n    text=$(printf '%s' \"$PD_ROUTER$keeper\" | sed 's/[$]/&&/g')\n    systemd-run --quiet --collect /bin/sh -c \"$text\" \"$@\" 2>/dev/null && return\n  fi\n  (\n    exec 8>&- 9>&-\n    cd / && exec env -i \"PATH=$clean_path\" setsid /bin/sh -c \"$PD_ROUTER$keeper\" \"$@\" </dev/null >/dev/null 2>&1\n  ) &\n}\n\n# ending_pid SLOT: the live process that is being ended there since its hold is over.\nending_pid() {\n  # shellcheck disable=SC2046\n  set -- $(first_line \"$state/ending.$1\")\n  [ -n \"${1-}\" ] && [ \"$(began \"$1\")\" = \"$2\" ] && printf '%s' \"$1\"\n}\n\n# end_leftover SLOT: what was being ended there when its hold was over has had no traffic for long.\nend_leftover() {\n  # shellcheck disable=SC2046\n  set -- \"$1\" $(first_line \"$state/ending.$1\")\n  [ -n \"${2-}\" ] || return 0\n  if [ \"$(began \"$2\")\" = \"$3\" ]; then\n    kill -KILL \"$2\" 2>/dev/null\n    until [ \"$(began \"$2\")\" != \"$3\" ]; do sleep 0.05; done\n  fi\n  rm -f \"$state/ending.$1\"\n}\n",
    "host/50-router.sh": "# Traffic. Which router there is, if any, is known to its part alone: host/routers/<type>.sh, which comes as a text in\n# PD_ROUTER, its values in front, since what keeps a hold asks the router too. Each part defines:\n#\n#   router_check                 ends the operation where the router cannot be reached\n#   router_report                prints what its reader in src/routers understands\n#   router_open NAME=PERCENT...  sends each server its percentage of its full weight; returns when all take requests\n#   router_close NAME...         sends these servers no new requests; what is in flight finishes\n#   router_keep                  keeps what was set over a restart of the router, or warns\n#   router_carries SLOT          true while new requests go to the slot; calls functions of its own part only\n\neval \"$PD_ROUTER\"\n\n# forget_hold SERVER...: a slot that takes traffic again is kept for as long as it does, also where the run that shifted\n# is cut before it recorded that.\nforget_hold() {\n  servers=$*\n  # shellcheck disable=SC2046\n  set -- $(first_line \"$state/hold-until\")\n  for name in $servers; do\n    case \"$name\" in \"${2-}\" | *-\"${2-}\") rm -f \"$state/hold-until\" ;; esac\n  done\n}\n\n# PD_WEIGHTS: `server=percent` of each server's full weight; 0 drains. Servers take traffic before others lose it.\nop_shift() {\n  opened='' names='' closed=''\n  for one in $PD_WEIGHTS; do\n    case \"$one\" in\n    *=0) closed=\"$closed ${one%=*}\" ;;\n    *) opened=\"$opened $one\" names=\"$names ${one%=*}\" ;;\n    esac\n  done\n  # shellcheck disable=SC2086\n  router_open $opened\n  # shellcheck disable=SC2086\n  forget_hold $names\n  # shellcheck disable=SC2086\n  [ -z \"$closed\" ] || router_close $closed\n  journal \"shift $PD_WEIGHTS\"\n  router_keep\n  router_report\n}\n",
    "host/60-observe.sh": "# Looks at everything that a planner needs; changes nothing, makes no folder.\n\nop_observe() {\n  say now \"$(now)\"\n  say disk \"$(disk_free)\"\n  read_lease\n  [ -z \"$lease_owner\" ] || say lease \"$lease_owner\" \"$lease_expires\" \"$lease_since\" \"$lease_url\"\n  if [ -e \"$state/step\" ] && ! flock -n \"$state/step\" true; then say step running; else say step idle; fi\n  if [ -d \"$releases\" ]; then\n    # By the time of their deployment, oldest first; unfinished ones begin with a dot and are not listed.\n    kept_releases | while IFS= read -r release; do say release \"$release\"; done\n  fi\n  [ ! -r \"$state/bad\" ] || while IFS= read -r release; do say bad \"$release\"; done <\"$state/bad\"\n  say current \"$(link_of \"$PD_PATH/current\")\"\n  # shellcheck disable=SC2046\n  set -- $(first_line \"$state/active\")\n  [ -z \"${1-}\" ] || say active \"$1\" \"$2\" \"${3-}\"\n  # shellcheck disable=SC2046\n  set -- $(first_line \"$state/intent\")\n  [ -z \"${1-}\" ] || say intent \"$1\" \"$2\" \"$3\"\n  held=$(first_line \"$state/hold-until\")\n  [ -z \"$held\" ] || say hold \"${held%% *}\"\n  report_environment\n  for name in $(slot_names); do\n    pid=$(slot_pid \"$name\")\n    if [ -n \"$pid\" ]; then runs=$(release_of \"$pid\"); else runs=; fi\n    listener \"$(port_of \"$name\")\" \"${pid:-$(ending_pid \"$name\")}\"\n    say slot \"$name\" \"$(link_of \"$PD_PATH/slots/$name\")\" \"$pid\" \"$runs\" \"$heard\" \"$stranger_pid\" \"$stranger\"\n  done\n  router_report\n}\n",
    "host/90-main.sh": "# The whole program is read before its last line runs it. That line is in braces, so that no part of it is a command: a\n# cut connection runs nothing.\n\nmain() {\n  # A dead client must not stop a half-done step.\n  trap '' HUP PIPE\n  trap 'code=$?; say exit \"$code\"' EXIT\n  umask 022\n  # Links, `..`, double and trailing slashes: processes name the place where they really are.\n  PD_PATH=$(realpath -m -- \"$PD_PATH\") || fail host_unsuitable \"The path $PD_PATH cannot be resolved on this host.\"\n  releases=$PD_PATH/releases\n  state=$PD_PATH/state\n  case \"$PD_OP\" in\n  observe) op_observe ;;\n  running) op_running ;;\n  space) say disk \"$(disk_free)\" ;;\n  log) op_log ;;\n  router) router_report ;;\n  acquire-lock) op_acquire_lock ;;\n  renew) op_renew ;;\n  release-lock) op_release_lock ;;\n  unpack | migrate | start | stop | activate | hold | mark-bad | prune | shift)\n    take_step_lock\n    \"op_$(printf '%s' \"$PD_OP\" | tr - _)\"\n    ;;\n  *) fail unexpected_error \"There is no operation $PD_OP.\" ;;\n  esac\n}\n\n{ main </dev/null; }\n",
    "host/routers/haproxy.sh": "# HAProxy by its runtime API. Errors come as text with success: every answer is read, and the state is read back.\n\n# haproxy_ask LINE: one line to the admin socket, its answer on standard output.\nhaproxy_ask() {\n  if command -v socat >/dev/null; then\n    printf '%s\\n' \"$1\" | socat -t 5 - \"UNIX-CONNECT:$haproxy_socket\"\n  else\n    PD_SOCKET=$haproxy_socket PD_LINE=$1 perl -MIO::Socket::UNIX -e '\n      my $s = IO::Socket::UNIX->new(Peer => $ENV{PD_SOCKET}) or exit 1;\n      print $s \"$ENV{PD_LINE}\\n\"; $s->shutdown(1); print while <$s>'\n  fi\n}\n\nhaproxy_unreachable() { fail router_failed \"HAProxy cannot be reached at $haproxy_socket: $1\"; }\n\n# haproxy_order LINE: an order that answers nothing when it was obeyed.\nhaproxy_order() {\n  answer=$(haproxy_ask \"$1\" 2>&1) || haproxy_unreachable \"$answer\"\n  answer=$(printf '%s' \"$answer\" | tr -s '[:space:]' ' ')\n  case \"$answer\" in '' | ' ') ;; *) fail router_failed \"HAProxy refused \\\"$1\\\": $answer\" ;; esac\n}\n\nrouter_check() {\n  command -v socat >/dev/null || command -v perl >/dev/null ||\n    fail host_unsuitable \"Neither socat nor perl is installed to reach $haproxy_socket; install socat.\"\n  [ -S \"$haproxy_socket\" ] || fail router_failed \"$haproxy_socket is not a socket.\"\n}\n\nrouter_report() {\n  states=$(haproxy_ask \"show servers state $haproxy_backend\" 2>&1) || haproxy_unreachable \"$states\"\n  printf '%s\\n' \"$states\" | awk '\n    NF > 8 && $1 != \"#\" { printf \"pd\\tserver\\t%s\\t%s\\t%s\\t%s\\t%s\\n\", $4, $6, $7, $8, $9 }'\n  haproxy_ask \"show stat\" | awk -F, -v backend=\"$haproxy_backend\" '\n    NR == 1 { for (i = 1; i <= NF; i++) if ($i == \"cookie\") cookie = i }\n    $1 != backend { next }\n    $2 != \"BACKEND\" { printf \"pd\\tsessions\\t%s\\t%s\\n\", $2, $5 }\n    $2 == \"BACKEND\" && cookie && $cookie != \"\" { printf \"pd\\tcookie\\t%s\\n\", $cookie }'\n}\n\nrouter_open() {\n  for one in \"$@\"; do\n    haproxy_order \"set server $haproxy_backend/${one%=*} weight ${one##*=}%\"\n    haproxy_order \"set server $haproxy_backend/${one%=*} state ready\"\n  done\n  for one in \"$@\"; do haproxy_await \"${one%=*}\"; done\n}\n\n# haproxy_await NAME: ready and up. Until its health check passed, no requests are sent away from the others.\nhaproxy_await() {\n  name=$1\n  until_at=$(($(seconds_up) + 11))\n  while :; do\n    # shellcheck disable=SC2046\n    set -- $(haproxy_ask \"show servers state $haproxy_backend\" | awk -v name=\"$name\" '$4 == name { print $6, $7 }')\n    [ -n \"${1-}\" ] || fail router_failed \"HAProxy's backend $haproxy_backend has no server $name.\"\n    [ \"$1\" = 2 ] && [ $(($2 & 9)) -eq 0 ] && return\n    [ \"$(seconds_up)\" -lt \"$until_at\" ] ||\n      fail router_failed \"HAProxy does not report $name as healthy after 10 s: state $1, bits $2.\"\n    sleep 0.1\n  done\n}\n\nrouter_close() { for name in \"$@\"; do haproxy_order \"set server $haproxy_backend/$name state drain\"; done; }\n\n# Runtime changes are lost on a reload unless the state is kept. The traffic is shifted though: this is a warning, and\n# fails nothing.\nrouter_keep() {\n  [ -n \"$haproxy_state_file\" ] || return 0\n  beside=$haproxy_state_file.tmp.$$\n  { haproxy_ask \"show servers state\" >\"$beside\" && mv -fT \"$beside\" \"$haproxy_state_file\"; } 2>/dev/null && return 0\n  rm -f \"$beside\"\n  say warning \"HAProxy's state could not be kept in $haproxy_state_file: a reload of HAProxy would send traffic where\\\n its configuration says. Check that $(id -un) may write that file.\"\n}\n\nrouter_carries() {\n  haproxy_ask \"show servers state $haproxy_backend\" | awk -v slot=\"$1\" '\n    { name = $4; sub(/^.*-/, \"\", name) }\n    ($4 == slot || name == slot) && $6 == 2 && $7 % 2 == 0 && int($7 / 8) % 2 == 0 && $8 > 0 { yes = 1 }\n    END { exit !yes }'\n}\n",
    "host/routers/none.sh": "# No router on this host.\n\nrouter_check() { :; }\nrouter_report() { :; }\nrouter_open() { fail router_failed \"No router is set for this host.\"; }\nrouter_close() { router_open; }\nrouter_keep() { :; }\nrouter_carries() { return 1; }\n",
    "github-markdown.css": ".markdown-body {\n  --base-size-4: 0.25rem;\n  --base-size-8: 0.5rem;\n  --base-size-16: 1rem;\n  --base-size-24: 1.5rem;\n  --base-size-40: 2.5rem;\n  --base-text-weight-normal: 400;\n  --base-text-weight-medium: 500;\n  --base-text-weight-semibold: 600;\n  --fontStack-monospace: ui-monospace, SFMono-Regular, SF Mono, Menlo, Consolas, Liberation Mono, monospace;\n  --fgColor-accent: Highlight;\n}\n@media (prefers-color-scheme: dark) {\n  .markdown-body, [data-theme=\"dark\"] {\n    /* dark */\n    color-scheme: dark;\n    --focus-outlineColor: #1f6feb;\n    --fgColor-default: #f0f6fc;\n    --fgColor-muted: #9198a1;\n    --fgColor-accent: #4493f8;\n    --fgColor-success: #3fb950;\n    --fgColor-attention: #d29922;\n    --fgColor-danger: #f85149;\n    --fgColor-done: #ab7df8;\n    --bgColor-default: #0d1117;\n    --bgColor-muted: #151b23;\n    --bgColor-neutral-muted: #656c7633;\n    --bgColor-attention-muted: #bb800926;\n    --borderColor-default: #3d444d;\n    --borderColor-muted: #3d444db3;\n    --borderColor-neutral-muted: #3d444db3;\n    --borderColor-accent-emphasis: #1f6feb;\n    --borderColor-success-emphasis: #238636;\n    --borderColor-attention-emphasis: #9e6a03;\n    --borderColor-danger-emphasis: #da3633;\n    --borderColor-done-emphasis: #8957e5;\n    --color-prettylights-syntax-comment: #9198a1;\n    --color-prettylights-syntax-constant: #79c0ff;\n    --color-prettylights-syntax-constant-other-reference-link: #a5d6ff;\n    --color-prettylights-syntax-entity: #d2a8ff;\n    --color-prettylights-syntax-storage-modifier-import: #f0f6fc;\n    --color-prettylights-syntax-entity-tag: #7ee787;\n    --color-prettylights-syntax-keyword: #ff7b72;\n    --color-prettylights-syntax-string: #a5d6ff;\n    --color-prettylights-syntax-variable: #ffa657;\n    --color-prettylights-syntax-brackethighlighter-unmatched: #f85149;\n    --color-prettylights-syntax-brackethighlighter-angle: #9198a1;\n    --color-prettylights-syntax-invalid-illegal-text: #f0f6fc;\n    --color-prettylights-syntax-invalid-illegal-bg: #8e1519;\n    --color-prettylights-syntax-carriage-return-text: #f0f6fc;\n    --color-prettylights-syntax-carriage-return-bg: #b62324;\n    --color-prettylights-syntax-string-regexp: #7ee787;\n    --color-prettylights-syntax-markup-list: #f2cc60;\n    --color-prettylights-syntax-markup-heading: #1f6feb;\n    --color-prettylights-syntax-markup-italic: #f0f6fc;\n    --color-prettylights-syntax-markup-bold: #f0f6fc;\n    --color-prettylights-syntax-markup-deleted-text: #ffdcd7;\n    --color-prettylights-syntax-markup-deleted-bg: #67060c;\n    --color-prettylights-syntax-markup-inserted-text: #aff5b4;\n    --color-prettylights-syntax-markup-inserted-bg: #033a16;\n    --color-prettylights-syntax-markup-changed-text: #ffdfb6;\n    --color-prettylights-syntax-markup-changed-bg: #5a1e02;\n    --color-prettylights-syntax-markup-ignored-text: #f0f6fc;\n    --color-prettylights-syntax-markup-ignored-bg: #1158c7;\n    --color-prettylights-syntax-meta-diff-range: #d2a8ff;\n    --color-prettylights-syntax-sublimelinter-gutter-mark: #3d444d;\n  }\n}\n@media (prefers-color-scheme: light) {\n  .markdown-body, [data-theme=\"light\"] {\n    /* light */\n    color-scheme: light;\n    --focus-outlineColor: #0969da;\n    --fgColor-default: #1f2328;\n    --fgColor-muted: #59636e;\n    --fgColor-accent: #0969da;\n    --fgColor-success: #1a7f37;\n    --fgColor-attention: #9a6700;\n    --fgColor-danger: #d1242f;\n    --fgColor-done: #8250df;\n    --bgColor-default: #ffffff;\n    --bgColor-muted: #f6f8fa;\n    --bgColor-neutral-muted: #818b981f;\n    --bgColor-attention-muted: #fff8c5;\n    --borderColor-default: #d1d9e0;\n    --borderColor-muted: #d1d9e0b3;\n    --borderColor-neutral-muted: #d1d9e0b3;\n    --borderColor-accent-emphasis: #0969da;\n    --borderColor-success-emphasis: #1a7f37;\n    --borderColor-attention-emphasis: #9a6700;\n    --borderColor-danger-emphasis: #cf222e;\n    --borderColor-done-emphasis: #8250df;\n    --color-prettylights-syntax-comment: #59636e;\n    --color-prettylights-syntax-constant: #0550ae;\n    --color-prettylights-syntax-constant-other-reference-link: #0a3069;\n    --color-prettylights-syntax-entity: #6639ba;\n    --color-prettylights-syntax-storage-modifier-import: #1f2328;\n    --color-prettylights-syntax-entity-tag: #0550ae;\n    --color-prettylights-syntax-keyword: #cf222e;\n    --color-prettylights-syntax-string: #0a3069;\n    --color-prettylights-syntax-variable: #953800;\n    --color-prettylights-syntax-brackethighlighter-unmatched: #82071e;\n    --color-prettylights-syntax-brackethighlighter-angle: #59636e;\n    --color-prettylights-syntax-invalid-illegal-text: #f6f8fa;\n    --color-prettylights-syntax-invalid-illegal-bg: #82071e;\n    --color-prettylights-syntax-carriage-return-text: #f6f8fa;\n    --color-prettylights-syntax-carriage-return-bg: #cf222e;\n    --color-prettylights-syntax-string-regexp: #116329;\n    --color-prettylights-syntax-markup-list: #3b2300;\n    --color-prettylights-syntax-markup-heading: #0550ae;\n    --color-prettylights-syntax-markup-italic: #1f2328;\n    --color-prettylights-syntax-markup-bold: #1f2328;\n    --color-prettylights-syntax-markup-deleted-text: #82071e;\n    --color-prettylights-syntax-markup-deleted-bg: #ffebe9;\n    --color-prettylights-syntax-markup-inserted-text: #116329;\n    --color-prettylights-syntax-markup-inserted-bg: #dafbe1;\n    --color-prettylights-syntax-markup-changed-text: #953800;\n    --color-prettylights-syntax-markup-changed-bg: #ffd8b5;\n    --color-prettylights-syntax-markup-ignored-text: #d1d9e0;\n    --color-prettylights-syntax-markup-ignored-bg: #0550ae;\n    --color-prettylights-syntax-meta-diff-range: #8250df;\n    --color-prettylights-syntax-sublimelinter-gutter-mark: #818b98;\n  }\n}\n\n.markdown-body {\n  -ms-text-size-adjust: 100%;\n  -webkit-text-size-adjust: 100%;\n  margin: 0;\n  color: var(--fgColor-default);\n  background-color: var(--bgColor-default);\n  font-family: -apple-system,BlinkMacSystemFont,\"Segoe UI\",\"Noto Sans\",Helvetica,Arial,sans-serif,\"Apple Color Emoji\",\"Segoe UI Emoji\";\n  font-size: 16px;\n  line-height: 1.5;\n  word-wrap: break-word;\n}\n\n.markdown-body .octicon {\n  display: inline-block;\n  fill: currentColor;\n  vertical-align: text-bottom;\n}\n\n.markdown-body h1:hover .anchor .octicon-link:before,\n.markdown-body h2:hover .anchor .octicon-link:before,\n.markdown-body h3:hover .anchor .octicon-link:before,\n.markdown-body h4:hover .anchor .octicon-link:before,\n.markdown-body h5:hover .anchor .octicon-link:before,\n.markdown-body h6:hover .anchor .octicon-link:before {\n  width: 16px;\n  height: 16px;\n  content: ' ';\n  display: inline-block;\n  background-color: currentColor;\n  -webkit-mask-image: url(\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16' version='1.1' aria-hidden='true'><path fill-rule='evenodd' d='M7.775 3.275a.75.75 0 001.06 1.06l1.25-1.25a2 2 0 112.83 2.83l-2.5 2.5a2 2 0 01-2.83 0 .75.75 0 00-1.06 1.06 3.5 3.5 0 004.95 0l2.5-2.5a3.5 3.5 0 00-4.95-4.95l-1.25 1.25zm-4.69 9.64a2 2 0 010-2.83l2.5-2.5a2 2 0 012.83 0 .75.75 0 001.06-1.06 3.5 3.5 0 00-4.95 0l-2.5 2.5a3.5 3.5 0 004.95 4.95l1.25-1.25a.75.75 0 00-1.06-1.06l-1.25 1.25a2 2 0 01-2.83 0z'></path></svg>\");\n  mask-image: url(\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16' version='1.1' aria-hidden='true'><path fill-rule='evenodd' d='M7.775 3.275a.75.75 0 001.06 1.06l1.25-1.25a2 2 0 112.83 2.83l-2.5 2.5a2 2 0 01-2.83 0 .75.75 0 00-1.06 1.06 3.5 3.5 0 004.95 0l2.5-2.5a3.5 3.5 0 00-4.95-4.95l-1.25 1.25zm-4.69 9.64a2 2 0 010-2.83l2.5-2.5a2 2 0 012.83 0 .75.75 0 001.06-1.06 3.5 3.5 0 00-4.95 0l-2.5 2.5a3.5 3.5 0 004.95 4.95l1.25-1.25a.75.75 0 00-1.06-1.06l-1.25 1.25a2 2 0 01-2.83 0z'></path></svg>\");\n}\n\n.markdown-body details,\n.markdown-body figcaption,\n.markdown-body figure {\n  display: block;\n}\n\n.markdown-body summary {\n  display: list-item;\n}\n\n.markdown-body [hidden] {\n  display: none !important;\n}\n\n.markdown-body a {\n  background-color: transparent;\n  color: var(--fgColor-accent);\n  text-decoration: none;\n}\n\n.markdown-body abbr[title] {\n  border-bottom: none;\n  -webkit-text-decoration: underline dotted;\n  text-decoration: underline dotted;\n}\n\n.markdown-body b,\n.markdown-body strong {\n  font-weight: var(--base-text-weight-semibold, 600);\n}\n\n.markdown-body dfn {\n  font-style: italic;\n}\n\n.markdown-body h1 {\n  margin: .67em 0;\n  font-weight: var(--base-text-weight-semibold, 600);\n  padding-bottom: .3em;\n  font-size: 2em;\n  border-bottom: 1px solid var(--borderColor-muted);\n}\n\n.markdown-body mark {\n  background-color: var(--bgColor-attention-muted);\n  color: var(--fgColor-default);\n}\n\n.markdown-body small {\n  font-size: 90%;\n}\n\n.markdown-body sub,\n.markdown-body sup {\n  font-size: 75%;\n  line-height: 0;\n  position: relative;\n  vertical-align: baseline;\n}\n\n.markdown-body sub {\n  bottom: -0.25em;\n}\n\n.markdown-body sup {\n  top: -0.5em;\n}\n\n.markdown-body img {\n  border-style: none;\n  max-width: 100%;\n  box-sizing: content-box;\n}\n\n.markdown-body code,\n.markdown-body kbd,\n.markdown-body pre,\n.markdown-body samp {\n  font-family: monospace;\n  font-size: 1em;\n}\n\n.markdown-body figure {\n  margin: 1em var(--base-size-40);\n}\n\n.markdown-body hr {\n  box-sizing: content-box;\n  overflow: hidden;\n  background: transparent;\n  border-bottom: 1px solid var(--borderColor-muted);\n  height: .25em;\n  padding: 0;\n  margin: var(--base-size-24) 0;\n  background-color: var(--borderColor-default);\n  border: 0;\n}\n\n.markdown-body input {\n  font: inherit;\n  margin: 0;\n  overflow: visible;\n  font-family: inherit;\n  font-size: inherit;\n  line-height: inherit;\n}\n\n.markdown-body [type=button],\n.markdown-body [type=reset],\n.markdown-body [type=submit] {\n  -webkit-appearance: button;\n  appearance: button;\n}\n\n.markdown-body [type=checkbox],\n.markdown-body [type=radio] {\n  box-sizing: border-box;\n  padding: 0;\n}\n\n.markdown-body [type=number]::-webkit-inner-spin-button,\n.markdown-body [type=number]::-webkit-outer-spin-button {\n  height: auto;\n}\n\n.markdown-body [type=search]::-webkit-search-cancel-button,\n.markdown-body [type=search]::-webkit-search-decoration {\n  -webkit-appearance: none;\n  appearance: none;\n}\n\n.markdown-body ::-webkit-input-placeholder {\n  color: inherit;\n  opacity: .54;\n}\n\n.markdown-body ::-webkit-file-upload-button {\n  -webkit-appearance: button;\n  appearance: button;\n  font: inherit;\n}\n\n.markdown-body a:hover {\n  text-decoration: underline;\n}\n\n.markdown-body ::placeholder {\n  color: var(--fgColor-muted);\n  opacity: 1;\n}\n\n.markdown-body hr::before {\n  display: table;\n  content: \"\";\n}\n\n.markdown-body hr::after {\n  display: table;\n  clear: both;\n  content: \"\";\n}\n\n.markdown-body table {\n  border-spacing: 0;\n  border-collapse: collapse;\n  display: block;\n  width: max-content;\n  max-width: 100%;\n  overflow: auto;\n  font-variant: tabular-nums;\n}\n\n.markdown-body td,\n.markdown-body th {\n  padding: 0;\n}\n\n.markdown-body details summary {\n  cursor: pointer;\n}\n\n.markdown-body a:focus,\n.markdown-body [role=button]:focus,\n.markdown-body input[type=radio]:focus,\n.markdown-body input[type=checkbox]:focus {\n  outline: 2px solid var(--focus-outlineColor);\n  outline-offset: -2px;\n  box-shadow: none;\n}\n\n.markdown-body a:focus:not(:focus-visible),\n.markdown-body [role=button]:focus:not(:focus-visible),\n.markdown-body input[type=radio]:focus:not(:focus-visible),\n.markdown-body input[type=checkbox]:focus:not(:focus-visible) {\n  outline: solid 1px transparent;\n}\n\n.markdown-body a:focus-visible,\n.markdown-body [role=button]:focus-visible,\n.markdown-body input[type=radio]:focus-visible,\n.markdown-body input[type=checkbox]:focus-visible {\n  outline: 2px solid var(--focus-outlineColor);\n  outline-offset: -2px;\n  box-shadow: none;\n}\n\n.markdown-body a:not([class]):focus,\n.markdown-body a:not([class]):focus-visible,\n.markdown-body input[type=radio]:focus,\n.markdown-body input[type=radio]:focus-visible,\n.markdown-body input[type=checkbox]:focus,\n.markdown-body input[type=checkbox]:focus-visible {\n  outline-offset: 0;\n}\n\n.markdown-body kbd {\n  display: inline-block;\n  padding: var(--base-size-4);\n  font: 11px var(--fontStack-monospace, ui-monospace, SFMono-Regular, SF Mono, Menlo, Consolas, Liberation Mono, monospace);\n  line-height: 10px;\n  color: var(--fgColor-default);\n  vertical-align: middle;\n  background-color: var(--bgColor-muted);\n  border: solid 1px var(--borderColor-neutral-muted);\n  border-bottom-color: var(--borderColor-neutral-muted);\n  border-radius: 6px;\n  box-shadow: inset 0 -1px 0 var(--borderColor-neutral-muted);\n}\n\n.markdown-body h1,\n.markdown-body h2,\n.markdown-body h3,\n.markdown-body h4,\n.markdown-body h5,\n.markdown-body h6 {\n  margin-top: var(--base-size-24);\n  margin-bottom: var(--base-size-16);\n  font-weight: var(--base-text-weight-semibold, 600);\n  line-height: 1.25;\n}\n\n.markdown-body h2 {\n  font-weight: var(--base-text-weight-semibold, 600);\n  padding-bottom: .3em;\n  font-size: 1.5em;\n  border-bottom: 1px solid var(--borderColor-muted);\n}\n\n.markdown-body h3 {\n  font-weight: var(--base-text-weight-semibold, 600);\n  font-size: 1.25em;\n}\n\n.markdown-body h4 {\n  font-weight: var(--base-text-weight-semibold, 600);\n  font-size: 1em;\n}\n\n.markdown-body h5 {\n  font-weight: var(--base-text-weight-semibold, 600);\n  font-size: .875em;\n}\n\n.markdown-body h6 {\n  font-weight: var(--base-text-weight-semibold, 600);\n  font-size: .85em;\n  color: var(--fgColor-muted);\n}\n\n.markdown-body p {\n  margin-top: 0;\n  margin-bottom: 10px;\n}\n\n.markdown-body blockquote {\n  margin: 0;\n  padding: 0 1em;\n  color: var(--fgColor-muted);\n  border-left: .25em solid var(--borderColor-default);\n}\n\n.markdown-body ul,\n.markdown-body ol {\n  margin-top: 0;\n  margin-bottom: 0;\n  padding-left: 2em;\n}\n\n.markdown-body ol ol,\n.markdown-body ul ol {\n  list-style-type: lower-roman;\n}\n\n.markdown-body ul ul ol,\n.markdown-body ul ol ol,\n.markdown-body ol ul ol,\n.markdown-body ol ol ol {\n  list-style-type: lower-alpha;\n}\n\n.markdown-body dd {\n  margin-left: 0;\n}\n\n.markdown-body tt,\n.markdown-body code,\n.markdown-body samp {\n  font-family: var(--fontStack-monospace, ui-monospace, SFMono-Regular, SF Mono, Menlo, Consolas, Liberation Mono, monospace);\n  font-size: 12px;\n}\n\n.markdown-body pre {\n  margin-top: 0;\n  margin-bottom: 0;\n  font-family: var(--fontStack-monospace, ui-monospace, SFMono-Regular, SF Mono, Menlo, Consolas, Liberation Mono, monospace);\n  font-size: 12px;\n  word-wrap: normal;\n}\n\n.markdown-body .octicon {\n  display: inline-block;\n  overflow: visible !important;\n  vertical-align: text-bottom;\n  fill: currentColor;\n}\n\n.markdown-body input::-webkit-outer-spin-button,\n.markdown-body input::-webkit-inner-spin-button {\n  margin: 0;\n  appearance: none;\n}\n\n.markdown-body .mr-2 {\n  margin-right: var(--base-size-8, 8px) !important;\n}\n\n.markdown-body::before {\n  display: table;\n  content: \"\";\n}\n\n.markdown-body::after {\n  display: table;\n  clear: both;\n  content: \"\";\n}\n\n.markdown-body>*:first-child {\n  margin-top: 0 !important;\n}\n\n.markdown-body>*:last-child {\n  margin-bottom: 0 !important;\n}\n\n.markdown-body a:not([href]) {\n  color: inherit;\n  text-decoration: none;\n}\n\n.markdown-body .absent {\n  color: var(--fgColor-danger);\n}\n\n.markdown-body .anchor {\n  float: left;\n  padding-right: var(--base-size-4);\n  margin-left: -20px;\n  line-height: 1;\n}\n\n.markdown-body .anchor:focus {\n  outline: none;\n}\n\n.markdown-body p,\n.markdown-body blockquote,\n.markdown-body ul,\n.markdown-body ol,\n.markdown-body dl,\n.markdown-body table,\n.markdown-body pre,\n.markdown-body details {\n  margin-top: 0;\n  margin-bottom: var(--base-size-16);\n}\n\n.markdown-body blockquote>:first-child {\n  margin-top: 0;\n}\n\n.markdown-body blockquote>:last-child {\n  margin-bottom: 0;\n}\n\n.markdown-body h1 .octicon-link,\n.markdown-body h2 .octicon-link,\n.markdown-body h3 .octicon-link,\n.markdown-body h4 .octicon-link,\n.markdown-body h5 .octicon-link,\n.markdown-body h6 .octicon-link {\n  color: var(--fgColor-default);\n  vertical-align: middle;\n  visibility: hidden;\n}\n\n.markdown-body h1:hover .anchor,\n.markdown-body h2:hover .anchor,\n.markdown-body h3:hover .anchor,\n.markdown-body h4:hover .anchor,\n.markdown-body h5:hover .anchor,\n.markdown-body h6:hover .anchor {\n  text-decoration: none;\n}\n\n.markdown-body h1:hover .anchor .octicon-link,\n.markdown-body h2:hover .anchor .octicon-link,\n.markdown-body h3:hover .anchor .octicon-link,\n.markdown-body h4:hover .anchor .octicon-link,\n.markdown-body h5:hover .anchor .octicon-link,\n.markdown-body h6:hover .anchor .octicon-link {\n  visibility: visible;\n}\n\n.markdown-body h1 tt,\n.markdown-body h1 code,\n.markdown-body h2 tt,\n.markdown-body h2 code,\n.markdown-body h3 tt,\n.markdown-body h3 code,\n.markdown-body h4 tt,\n.markdown-body h4 code,\n.markdown-body h5 tt,\n.markdown-body h5 code,\n.markdown-body h6 tt,\n.markdown-body h6 code {\n  padding: 0 .2em;\n  font-size: inherit;\n}\n\n.markdown-body summary h1,\n.markdown-body summary h2,\n.markdown-body summary h3,\n.markdown-body summary h4,\n.markdown-body summary h5,\n.markdown-body summary h6 {\n  display: inline-block;\n}\n\n.markdown-body summary h1 .anchor,\n.markdown-body summary h2 .anchor,\n.markdown-body summary h3 .anchor,\n.markdown-body summary h4 .anchor,\n.markdown-body summary h5 .anchor,\n.markdown-body summary h6 .anchor {\n  margin-left: -40px;\n}\n\n.markdown-body summary h1,\n.markdown-body summary h2 {\n  padding-bottom: 0;\n  border-bottom: 0;\n}\n\n.markdown-body ul.no-list,\n.markdown-body ol.no-list {\n  padding: 0;\n  list-style-type: none;\n}\n\n.markdown-body ol[type=\"a s\"] {\n  list-style-type: lower-alpha;\n}\n\n.markdown-body ol[type=\"A s\"] {\n  list-style-type: upper-alpha;\n}\n\n.markdown-body ol[type=\"i s\"] {\n  list-style-type: lower-roman;\n}\n\n.markdown-body ol[type=\"I s\"] {\n  list-style-type: upper-roman;\n}\n\n.markdown-body ol[type=\"1\"] {\n  list-style-type: decimal;\n}\n\n.markdown-body div>ol:not([type]) {\n  list-style-type: decimal;\n}\n\n.markdown-body ul ul,\n.markdown-body ul ol,\n.markdown-body ol ol,\n.markdown-body ol ul {\n  margin-top: 0;\n  margin-bottom: 0;\n}\n\n.markdown-body li>p {\n  margin-top: var(--base-size-16);\n}\n\n.markdown-body li+li {\n  margin-top: .25em;\n}\n\n.markdown-body dl {\n  padding: 0;\n}\n\n.markdown-body dl dt {\n  padding: 0;\n  margin-top: var(--base-size-16);\n  font-size: 1em;\n  font-style: italic;\n  font-weight: var(--base-text-weight-semibold, 600);\n}\n\n.markdown-body dl dd {\n  padding: 0 var(--base-size-16);\n  margin-bottom: var(--base-size-16);\n}\n\n.markdown-body table th {\n  font-weight: var(--base-text-weight-semibold, 600);\n}\n\n.markdown-body table th,\n.markdown-body table td {\n  padding: 6px 13px;\n  border: 1px solid var(--borderColor-default);\n}\n\n.markdown-body table td>:last-child {\n  margin-bottom: 0;\n}\n\n.markdown-body table tr {\n  background-color: var(--bgColor-default);\n  border-top: 1px solid var(--borderColor-muted);\n}\n\n.markdown-body table tr:nth-child(2n) {\n  background-color: var(--bgColor-muted);\n}\n\n.markdown-body table img {\n  background-color: transparent;\n}\n\n.markdown-body img[align=right] {\n  padding-left: 20px;\n}\n\n.markdown-body img[align=left] {\n  padding-right: 20px;\n}\n\n.markdown-body .emoji {\n  max-width: none;\n  vertical-align: text-top;\n  background-color: transparent;\n}\n\n.markdown-body span.frame {\n  display: block;\n  overflow: hidden;\n}\n\n.markdown-body span.frame>span {\n  display: block;\n  float: left;\n  width: auto;\n  padding: 7px;\n  margin: 13px 0 0;\n  overflow: hidden;\n  border: 1px solid var(--borderColor-default);\n}\n\n.markdown-body span.frame span img {\n  display: block;\n  float: left;\n}\n\n.markdown-body span.frame span span {\n  display: block;\n  padding: 5px 0 0;\n  clear: both;\n  color: var(--fgColor-default);\n}\n\n.markdown-body span.align-center {\n  display: block;\n  overflow: hidden;\n  clear: both;\n}\n\n.markdown-body span.align-center>span {\n  display: block;\n  margin: 13px auto 0;\n  overflow: hidden;\n  text-align: center;\n}\n\n.markdown-body span.align-center span img {\n  margin: 0 auto;\n  text-align: center;\n}\n\n.markdown-body span.align-right {\n  display: block;\n  overflow: hidden;\n  clear: both;\n}\n\n.markdown-body span.align-right>span {\n  display: block;\n  margin: 13px 0 0;\n  overflow: hidden;\n  text-align: right;\n}\n\n.markdown-body span.align-right span img {\n  margin: 0;\n  text-align: right;\n}\n\n.markdown-body span.float-left {\n  display: block;\n  float: left;\n  margin-right: 13px;\n  overflow: hidden;\n}\n\n.markdown-body span.float-left span {\n  margin: 13px 0 0;\n}\n\n.markdown-body span.float-right {\n  display: block;\n  float: right;\n  margin-left: 13px;\n  overflow: hidden;\n}\n\n.markdown-body span.float-right>span {\n  display: block;\n  margin: 13px auto 0;\n  overflow: hidden;\n  text-align: right;\n}\n\n.markdown-body code,\n.markdown-body tt {\n  padding: .2em .4em;\n  margin: 0;\n  font-size: 85%;\n  white-space: break-spaces;\n  background-color: var(--bgColor-neutral-muted);\n  border-radius: 6px;\n}\n\n.markdown-body code br,\n.markdown-body tt br {\n  display: none;\n}\n\n.markdown-body del code {\n  text-decoration: inherit;\n}\n\n.markdown-body samp {\n  font-size: 85%;\n}\n\n.markdown-body pre code {\n  font-size: 100%;\n}\n\n.markdown-body pre>code {\n  padding: 0;\n  margin: 0;\n  word-break: normal;\n  white-space: pre;\n  background: transparent;\n  border: 0;\n}\n\n.markdown-body .highlight {\n  margin-bottom: var(--base-size-16);\n}\n\n.markdown-body .highlight pre {\n  margin-bottom: 0;\n  word-break: normal;\n}\n\n.markdown-body .highlight pre,\n.markdown-body pre {\n  padding: var(--base-size-16);\n  overflow: auto;\n  font-size: 85%;\n  line-height: 1.45;\n  color: var(--fgColor-default);\n  background-color: var(--bgColor-muted);\n  border-radius: 6px;\n}\n\n.markdown-body pre code,\n.markdown-body pre tt {\n  display: inline;\n  max-width: auto;\n  padding: 0;\n  margin: 0;\n  overflow: visible;\n  line-height: inherit;\n  word-wrap: normal;\n  background-color: transparent;\n  border: 0;\n}\n\n.markdown-body .csv-data td,\n.markdown-body .csv-data th {\n  padding: 5px;\n  overflow: hidden;\n  font-size: 12px;\n  line-height: 1;\n  text-align: left;\n  white-space: nowrap;\n}\n\n.markdown-body .csv-data .blob-num {\n  padding: 10px var(--base-size-8) 9px;\n  text-align: right;\n  background: var(--bgColor-default);\n  border: 0;\n}\n\n.markdown-body .csv-data tr {\n  border-top: 0;\n}\n\n.markdown-body .csv-data th {\n  font-weight: var(--base-text-weight-semibold, 600);\n  background: var(--bgColor-muted);\n  border-top: 0;\n}\n\n.markdown-body [data-footnote-ref]::before {\n  content: \"[\";\n}\n\n.markdown-body [data-footnote-ref]::after {\n  content: \"]\";\n}\n\n.markdown-body .footnotes {\n  font-size: 12px;\n  color: var(--fgColor-muted);\n  border-top: 1px solid var(--borderColor-default);\n}\n\n.markdown-body .footnotes ol {\n  padding-left: var(--base-size-16);\n}\n\n.markdown-body .footnotes ol ul {\n  display: inline-block;\n  padding-left: var(--base-size-16);\n  margin-top: var(--base-size-16);\n}\n\n.markdown-body .footnotes li {\n  position: relative;\n}\n\n.markdown-body .footnotes li:target::before {\n  position: absolute;\n  top: calc(var(--base-size-8)*-1);\n  right: calc(var(--base-size-8)*-1);\n  bottom: calc(var(--base-size-8)*-1);\n  left: calc(var(--base-size-24)*-1);\n  pointer-events: none;\n  content: \"\";\n  border: 2px solid var(--borderColor-accent-emphasis);\n  border-radius: 6px;\n}\n\n.markdown-body .footnotes li:target {\n  color: var(--fgColor-default);\n}\n\n.markdown-body .footnotes .data-footnote-backref g-emoji {\n  font-family: monospace;\n}\n\n.markdown-body body:has(:modal) {\n  padding-right: var(--dialog-scrollgutter) !important;\n}\n\n.markdown-body .pl-c {\n  color: var(--color-prettylights-syntax-comment);\n}\n\n.markdown-body .pl-c1,\n.markdown-body .pl-s .pl-v {\n  color: var(--color-prettylights-syntax-constant);\n}\n\n.markdown-body .pl-e,\n.markdown-body .pl-en {\n  color: var(--color-prettylights-syntax-entity);\n}\n\n.markdown-body .pl-smi,\n.markdown-body .pl-s .pl-s1 {\n  color: var(--color-prettylights-syntax-storage-modifier-import);\n}\n\n.markdown-body .pl-ent {\n  color: var(--color-prettylights-syntax-entity-tag);\n}\n\n.markdown-body .pl-k {\n  color: var(--color-prettylights-syntax-keyword);\n}\n\n.markdown-body .pl-s,\n.markdown-body .pl-pds,\n.markdown-body .pl-s .pl-pse .pl-s1,\n.markdown-body .pl-sr,\n.markdown-body .pl-sr .pl-cce,\n.markdown-body .pl-sr .pl-sre,\n.markdown-body .pl-sr .pl-sra {\n  color: var(--color-prettylights-syntax-string);\n}\n\n.markdown-body .pl-v,\n.markdown-body .pl-smw {\n  color: var(--color-prettylights-syntax-variable);\n}\n\n.markdown-body .pl-bu {\n  color: var(--color-prettylights-syntax-brackethighlighter-unmatched);\n}\n\n.markdown-body .pl-ii {\n  color: var(--color-prettylights-syntax-invalid-illegal-text);\n  background-color: var(--color-prettylights-syntax-invalid-illegal-bg);\n}\n\n.markdown-body .pl-c2 {\n  color: var(--color-prettylights-syntax-carriage-return-text);\n  background-color: var(--color-prettylights-syntax-carriage-return-bg);\n}\n\n.markdown-body .pl-sr .pl-cce {\n  font-weight: bold;\n  color: var(--color-prettylights-syntax-string-regexp);\n}\n\n.markdown-body .pl-ml {\n  color: var(--color-prettylights-syntax-markup-list);\n}\n\n.markdown-body .pl-mh,\n.markdown-body .pl-mh .pl-en,\n.markdown-body .pl-ms {\n  font-weight: bold;\n  color: var(--color-prettylights-syntax-markup-heading);\n}\n\n.markdown-body .pl-mi {\n  font-style: italic;\n  color: var(--color-prettylights-syntax-markup-italic);\n}\n\n.markdown-body .pl-mb {\n  font-weight: bold;\n  color: var(--color-prettylights-syntax-markup-bold);\n}\n\n.markdown-body .pl-md {\n  color: var(--color-prettylights-syntax-markup-deleted-text);\n  background-color: var(--color-prettylights-syntax-markup-deleted-bg);\n}\n\n.markdown-body .pl-mi1 {\n  color: var(--color-prettylights-syntax-markup-inserted-text);\n  background-color: var(--color-prettylights-syntax-markup-inserted-bg);\n}\n\n.markdown-body .pl-mc {\n  color: var(--color-prettylights-syntax-markup-changed-text);\n  background-color: var(--color-prettylights-syntax-markup-changed-bg);\n}\n\n.markdown-body .pl-mi2 {\n  color: var(--color-prettylights-syntax-markup-ignored-text);\n  background-color: var(--color-prettylights-syntax-markup-ignored-bg);\n}\n\n.markdown-body .pl-mdr {\n  font-weight: bold;\n  color: var(--color-prettylights-syntax-meta-diff-range);\n}\n\n.markdown-body .pl-ba {\n  color: var(--color-prettylights-syntax-brackethighlighter-angle);\n}\n\n.markdown-body .pl-sg {\n  color: var(--color-prettylights-syntax-sublimelinter-gutter-mark);\n}\n\n.markdown-body .pl-corl {\n  text-decoration: underline;\n  color: var(--color-prettylights-syntax-constant-other-reference-link);\n}\n\n.markdown-body [role=button]:focus:not(:focus-visible),\n.markdown-body [role=tabpanel][tabindex=\"0\"]:focus:not(:focus-visible),\n.markdown-body button:focus:not(:focus-visible),\n.markdown-body summary:focus:not(:focus-visible),\n.markdown-body a:focus:not(:focus-visible) {\n  outline: none;\n  box-shadow: none;\n}\n\n.markdown-body [tabindex=\"0\"]:focus:not(:focus-visible),\n.markdown-body details-dialog:focus:not(:focus-visible) {\n  outline: none;\n}\n\n.markdown-body g-emoji {\n  display: inline-block;\n  min-width: 1ch;\n  font-family: \"Apple Color Emoji\",\"Segoe UI Emoji\",\"Segoe UI Symbol\";\n  font-size: 1em;\n  font-style: normal !important;\n  font-weight: var(--base-text-weight-normal, 400);\n  line-height: 1;\n  vertical-align: -0.075em;\n}\n\n.markdown-body g-emoji img {\n  width: 1em;\n  height: 1em;\n}\n\n.markdown-body .task-list-item {\n  list-style-type: none;\n}\n\n.markdown-body .task-list-item label {\n  font-weight: var(--base-text-weight-normal, 400);\n}\n\n.markdown-body .task-list-item.enabled label {\n  cursor: pointer;\n}\n\n.markdown-body .task-list-item+.task-list-item {\n  margin-top: var(--base-size-4);\n}\n\n.markdown-body .task-list-item .handle {\n  display: none;\n}\n\n.markdown-body .task-list-item-checkbox {\n  margin: 0 .2em .25em -1.4em;\n  vertical-align: middle;\n}\n\n.markdown-body ul:dir(rtl) .task-list-item-checkbox {\n  margin: 0 -1.6em .25em .2em;\n}\n\n.markdown-body ol:dir(rtl) .task-list-item-checkbox {\n  margin: 0 -1.6em .25em .2em;\n}\n\n.markdown-body .contains-task-list:hover .task-list-item-convert-container,\n.markdown-body .contains-task-list:focus-within .task-list-item-convert-container {\n  display: block;\n  width: auto;\n  height: 24px;\n  overflow: visible;\n  clip: auto;\n}\n\n.markdown-body ::-webkit-calendar-picker-indicator {\n  filter: invert(50%);\n}\n\n.markdown-body .markdown-alert {\n  padding: var(--base-size-8) var(--base-size-16);\n  margin-bottom: var(--base-size-16);\n  color: inherit;\n  border-left: .25em solid var(--borderColor-default);\n}\n\n.markdown-body .markdown-alert>:first-child {\n  margin-top: 0;\n}\n\n.markdown-body .markdown-alert>:last-child {\n  margin-bottom: 0;\n}\n\n.markdown-body .markdown-alert .markdown-alert-title {\n  display: flex;\n  font-weight: var(--base-text-weight-medium, 500);\n  align-items: center;\n  line-height: 1;\n}\n\n.markdown-body .markdown-alert.markdown-alert-note {\n  border-left-color: var(--borderColor-accent-emphasis);\n}\n\n.markdown-body .markdown-alert.markdown-alert-note .markdown-alert-title {\n  color: var(--fgColor-accent);\n}\n\n.markdown-body .markdown-alert.markdown-alert-important {\n  border-left-color: var(--borderColor-done-emphasis);\n}\n\n.markdown-body .markdown-alert.markdown-alert-important .markdown-alert-title {\n  color: var(--fgColor-done);\n}\n\n.markdown-body .markdown-alert.markdown-alert-warning {\n  border-left-color: var(--borderColor-attention-emphasis);\n}\n\n.markdown-body .markdown-alert.markdown-alert-warning .markdown-alert-title {\n  color: var(--fgColor-attention);\n}\n\n.markdown-body .markdown-alert.markdown-alert-tip {\n  border-left-color: var(--borderColor-success-emphasis);\n}\n\n.markdown-body .markdown-alert.markdown-alert-tip .markdown-alert-title {\n  color: var(--fgColor-success);\n}\n\n.markdown-body .markdown-alert.markdown-alert-caution {\n  border-left-color: var(--borderColor-danger-emphasis);\n}\n\n.markdown-body .markdown-alert.markdown-alert-caution .markdown-alert-title {\n  color: var(--fgColor-danger);\n}\n\n.markdown-body>*:first-child>.heading-element:first-child {\n  margin-top: 0 !important;\n}\n\n.markdown-body .highlight pre:has(+.zeroclipboard-container) {\n  min-height: 52px;\n}\n\n"
};


/***/ }),

/***/ 1766:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E2: () => (/* binding */ confidences),
/* harmony export */   Gg: () => (/* binding */ titleOf),
/* harmony export */   Qx: () => (/* binding */ defaultLevel),
/* harmony export */   tD: () => (/* binding */ checkIds),
/* harmony export */   yr: () => (/* binding */ levels),
/* harmony export */   yw: () => (/* binding */ ships)
/* harmony export */ });
/** How a check counts: `must` blocks, `should` is shown, `off` is not run and says so. */
const levels = ["must", "should", "off"];
/** How sure sobelow is of a finding, least first. */
const confidences = ["low", "medium", "high"];
/** Every check of validate, by id, in the order of Phase 6's list: under the document's words, with its level there. */
const table = {
    compile: { title: "mix compile --warnings-as-errors", level: "must" },
    format: { title: "mix format --check-formatted", level: "must" },
    test: { title: "mix test", level: "must" },
    coverage: { title: "mix test --cover", level: "must" },
    credo: { title: "mix credo --strict", level: "must" },
    sobelow: { title: "mix sobelow", level: "must" },
    "hex-audit": { title: "mix hex.audit", level: "must" },
    "deps-audit": { title: "mix deps.audit", level: "must" },
    "unused-deps": { title: "mix deps.unlock --check-unused", level: "should" },
    dialyzer: { title: "mix dialyzer", level: "should" },
    release: { title: "MIX_ENV=prod mix release", level: "must" },
    migrations: { title: "mix ecto.migrate, mix ecto.rollback", level: "must" },
    "migration-safety": { title: "Migrations are safe under traffic", level: "should" },
    version: { title: "Version bumped in mix.exs", level: "must-to-ship" },
    changelog: { title: "CHANGELOG updated", level: "must-to-ship" },
    "rollback-plan": { title: "Rollback plan documented", level: "must-to-ship" },
    backup: { title: "Backup named in the settings", level: "should" },
};
const checkIds = Object.keys(table);
/** Phase 6's words for a check. */
function titleOf(id) {
    return table[id].title;
}
/**
 * True where the commit is about to ship: on the branch that is deployed, or where that branch is not known, so that
 * nothing is let through by not knowing. Not on a pull request, in a merge queue, or on another branch. A tag is what a
 * release is made from: it ships.
 */
function ships(job) {
    if (/^(pull_request|merge_group)/.test(job.eventName))
        return false;
    return !job.defaultBranch || !job.ref.startsWith("refs/heads/") || job.ref === `refs/heads/${job.defaultBranch}`;
}
/**
 * Phase 6's level of a check. `ships` is true where the commit is on the branch that is deployed, or where that is not
 * known.
 */
function defaultLevel(id, ships) {
    const { level } = table[id];
    if (level !== "must-to-ship")
        return level;
    return ships ? "must" : "should";
}


/***/ }),

/***/ 3180:
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

/***/ 8210:
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

/***/ 134:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ serverName)
/* harmony export */ });
/**
 * The fleet: what was observed on the target just now. Facts only; planners and gates decide from them.
 * Times are seconds since 1970 by the host's own clock, since only that clock judges leases and holds.
 */
/** The router's name of a slot: the slot itself where there is one host, `<host>-<slot>` otherwise. */
function serverName(hosts, host, slot) {
    return hosts.length === 1 ? slot : `${host}-${slot}`;
}


/***/ }),

/***/ 4111:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ handover)
/* harmony export */ });
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
};


/***/ }),

/***/ 4046:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ whole)
/* harmony export */ });
/** A whole number in a record; null for anything else. */
function whole(text) {
    return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : null;
}


/***/ }),

/***/ 8986:
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

/***/ 3722:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ counted)
/* harmony export */ });
/** A number and its noun: "1 test", "2 tests". `plural` where an "s" does not make it. */
function counted(many, noun, plural = `${noun}s`) {
    return `${many} ${many === 1 ? noun : plural}`;
}


/***/ }),

/***/ 5783:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $V: () => (/* binding */ manifestOf),
/* harmony export */   By: () => (/* binding */ releaseSchema),
/* harmony export */   E4: () => (/* binding */ versionOf),
/* harmony export */   G0: () => (/* binding */ versionSchema),
/* harmony export */   It: () => (/* binding */ manifestDigest),
/* harmony export */   Jq: () => (/* binding */ nameSchema),
/* harmony export */   er: () => (/* binding */ digestSchema)
/* harmony export */ });
/* unused harmony exports gitIdSchema, releaseId */
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
    built_by: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ run_id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), run_attempt: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), url: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }),
});
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
function versionOf(id) {
    return id.replace(/-[0-9a-f]{8}$/, "");
}


/***/ }),

/***/ 6262:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  C: () => (/* binding */ runAction)
});

// EXTERNAL MODULE: ./build/src/adapters/fence.js
var fence = __nccwpck_require__(8267);
// EXTERNAL MODULE: ./build/src/adapters/files.js
var adapters_files = __nccwpck_require__(309);
// EXTERNAL MODULE: ./build/src/adapters/job.js + 2 modules
var job = __nccwpck_require__(8432);
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

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: ./build/src/domain/error-text.js
var error_text = __nccwpck_require__(8210);
;// CONCATENATED MODULE: ./build/src/adapters/runner.js


/** One annotation, whatever lines the message has. */
function sayError(message) {
    const escaped = message.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
    process.stdout.write(`::error::${escaped}\n`);
}
/**
 * The runner's protocol in the few lines that a refusal needs. Stages use @actions/core, which takes longer to load
 * than all else that happens until an input is refused.
 */
function leaveRefusal({ error, outputs, summary }, env) {
    sayError(error);
    const lines = Object.entries(outputs).map(([name, value]) => `${name}=${value}\n`);
    append(env["GITHUB_OUTPUT"], lines.join(""));
    append(env["GITHUB_STEP_SUMMARY"], `${summary}\n`);
}
function append(path, text) {
    try {
        if (path !== undefined && path !== "")
            (0,external_node_fs_.appendFileSync)(path, text);
    }
    catch (error) {
        // The annotation has said it all; what cannot be written beside it changes nothing.
        process.stdout.write(`${path} could not be written: ${(0,error_text/* errorText */.k)(error)}\n`);
    }
}

// EXTERNAL MODULE: ./build/src/domain/plural.js
var plural = __nccwpck_require__(3722);
// EXTERNAL MODULE: ./build/src/domain/check.js
var check = __nccwpck_require__(1766);
// EXTERNAL MODULE: ./build/src/domain/handover.js
var handover = __nccwpck_require__(4111);
// EXTERNAL MODULE: ./build/src/settings/fault.js
var settings_fault = __nccwpck_require__(1003);
;// CONCATENATED MODULE: ./build/src/settings/inputs.js

/** Inputs whose value is never repeated in a sentence. */
const secret = /token|secret|password|key/;
/** The inputs of an action by name, parsed; or every fault at once. */
function readInputs(contract, env) {
    const names = Object.keys(contract.inputs.shape);
    const faults = unknownInputs(contract.folder, names, env);
    const given = Object.fromEntries(names.flatMap((name) => {
        const value = env[`INPUT_${name.toUpperCase()}`]?.trim();
        return value === undefined || value === "" ? [] : [[name, value]];
    }));
    const parsed = contract.inputs.safeParse(given);
    if (parsed.success && faults.length === 0)
        return { ok: true, inputs: parsed.data };
    return { ok: false, faults: [...faults, ...(parsed.error?.issues ?? []).map((issue) => refused(issue, given))] };
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

// EXTERNAL MODULE: ./build/src/settings/schema.js + 6 modules
var schema = __nccwpck_require__(2051);
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
            return await readText(content, config, sources.strategies);
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
    return schema/* fileSchema */.Mz.parse({ version: 1 });
}
/** YAML is loaded where there is some. */
async function readText(text, path, strategies) {
    const { readFile } = await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(795)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5795));
    return readFile(text, path, strategies);
}
function settingsOf(file, inputs, { workspace, projectPath }) {
    const { coverage, sobelow, release, version, changelog, "rollback-plan": plan } = file.checks;
    return {
        app: file.app ?? null,
        projectPath,
        checks: Object.fromEntries(check/* checkIds */.tD.map((id) => [id, levelOf(file, id)])),
        coverageMinimum: number(inputs["coverage-minimum"]) ?? more(coverage).minimum ?? 80,
        coverageChosen: number(inputs["coverage-minimum"]) !== undefined || more(coverage).minimum !== undefined,
        sobelowConfidence: more(sobelow).confidence ?? "low",
        version: {
            tags: [more(version).tags ?? []].flat(),
            line: more(version).line ?? "newest",
            from: more(version).from ?? "mix",
        },
        changelogFile: more(changelog).file ?? null,
        rollbackPlanFile: more(plan).file ?? null,
        release: { allow: more(release).allow ?? [], env: more(release).env ?? {}, boot: more(release).boot ?? "eval" },
        checkLimitMs: number(inputs["check-timeout"]) ?? 15 * 60_000,
        failFast: inputs["fail-fast"] === true,
        cachePath: cacheIn(workspace, read_text(inputs["cache-path"]) ?? cacheFolder),
        fresh: inputs["fresh"] === true,
        smoke: file.smoke.map(smokeTest),
        criteria: {
            errorRate: file.criteria["error-rate"] / 100,
            watchMs: file.criteria.watch,
            probesPerSecond: file.criteria["probes-per-second"],
        },
        environments: Object.fromEntries(Object.entries(file.environments).map(([name, one]) => [name, environment(name, one)])),
        notify: file.notify.map((one) => ({
            type: one.type,
            urlFrom: one["url-from"],
            secretFrom: one["secret-from"] ?? null,
        })),
    };
}
function levelOf(file, id) {
    const given = file.checks[id];
    if (given === false || given === "off")
        return "off";
    return given?.level ?? null;
}
/** A check's settings; none when it is off. */
function more(given) {
    return typeof given === "object" ? given : {};
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
    };
}
function environment(name, one) {
    const { router, strategy, health, probe, migrations, backup, approval } = one;
    return {
        name,
        url: one.url,
        target: one.target,
        hosts: one.hosts,
        path: one.path,
        slots: one.slots,
        router,
        routerHost: router.on ?? one.hosts[0]?.name ?? "",
        strategy: {
            type: strategy.type,
            holdSeconds: Math.round(strategy.hold / 1_000),
            drainMs: strategy.drain,
            keep: strategy.keep,
            own: strategy.own,
        },
        health: {
            path: health.path,
            ready: pathOf(health.ready),
            version: pathOf(health.version),
            withinMs: health.within,
            successes: health.successes,
        },
        probe: { headersFrom: probe["headers-from"] ?? null },
        migrations: typeof migrations === "object"
            ? { migrate: migrations.migrate, versions: migrations.versions === "default" ? null : migrations.versions }
            : { migrate: null, versions: null },
        backup: typeof backup === "object" ? backupOf(backup) : null,
        lockWaitMs: one["lock-wait"],
        approval: {
            by: approval?.by ?? "environment",
            selfApproval: approval?.["self-approval"] ?? "refuse",
            promoteOnly: approval === undefined && !production.test(name),
        },
    };
}
/**
 * Names of environments that users are served from. What is called otherwise names its `approval`, if another action
 * than promote is to ask for it.
 */
const production = /(^|[-_./ ])(production|prod|prd|live)\d*([-_./ ]|$)/i;
/** A path, or null where it is off. */
function pathOf(given) {
    return given === false || given === "off" ? null : given;
}
function backupOf(given) {
    if (given.by === "provider")
        return given;
    const work = (one) => (typeof one === "string" ? { eval: one } : { run: one });
    return { by: "command", make: given.make === undefined ? null : work(given.make), verify: work(given.verify) };
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

;// CONCATENATED MODULE: ./build/src/entry/action.js








/** Bytes of the settings file that are read; more is a fault. */
const maxSettingsBytes = 256 * 1024;
/**
 * The whole of an action: reads inputs and settings, then opens the world and runs the stage. What only a stage needs
 * is loaded when there is something to run. Always ends the process itself: an open handle must not keep a finished job
 * alive.
 */
async function runAction(contract, load) {
    let code = 1;
    try {
        code = (await readAndRun(contract, load)) ? 0 : 1;
    }
    catch (error) {
        sayError(`Unexpected error: ${(0,error_text/* errorStack */.j)(error)}`);
    }
    process.exit(code);
}
async function readAndRun(contract, load) {
    const env = process.env;
    const files = (0,adapters_files/* filesAdapter */.V)();
    const workspace = (0,job/* workspaceOf */.B)(env);
    const given = await readAll({
        ...{ contract, env, workspace },
        readFile: (path) => files.read(path, maxSettingsBytes),
        linkOut: (folder) => linkOut(workspace, folder),
    });
    if (!given.ok)
        return refuse(contract, given.faults);
    const [{ runStage }, stage] = await Promise.all([Promise.all(/* import() */[__nccwpck_require__.e(50), __nccwpck_require__.e(708), __nccwpck_require__.e(531)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3531)), load()]);
    return runStage(contract, stage, given);
}
/** Faults of inputs and settings: all at once, in one annotation and the summary; nothing was touched. */
async function refuse(contract, faults) {
    const lines = faults.map((one) => `${one.place}: ${one.says} ${one.remedy}`.trim());
    const count = `${(0,plural/* counted */.h)(faults.length, "fault")} in the inputs and settings of ${contract.folder}. Nothing was run.`;
    process.stdout.write((0,fence/* fence */.E)(lines.map((line) => `✗ ${line}`).join("\n")));
    const { renderFaults } = await __nccwpck_require__.e(/* import() */ 821).then(__nccwpck_require__.bind(__nccwpck_require__, 821));
    const outputs = { status: "failed", decision: "stop", "reason-code": faults[0]?.code ?? "invalid_input" };
    leaveRefusal({ error: [count, ...lines].join("\n"), outputs, summary: renderFaults(count, faults) }, process.env);
    return false;
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
        on: null,
        part: (0,_router_js__WEBPACK_IMPORTED_MODULE_0__/* .partOf */ .BU)("none"),
        values: {},
        read: () => null,
        differences: () => [],
        warnings: () => [],
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
/* harmony export */   oc: () => (/* binding */ serverDifferences),
/* harmony export */   yU: () => (/* binding */ closedBy)
/* harmony export */ });
/* harmony import */ var _assets_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8340);

/** The text of host/routers/<type>.sh. */
function partOf(type) {
    const text = _assets_js__WEBPACK_IMPORTED_MODULE_0__/* .assets */ .m[`host/routers/${type}.sh`];
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
    return best !== undefined && best.away <= Math.max(2, Math.floor(best.one.length / 3)) ? best.one : null;
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

/***/ 2051:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Mz: () => (/* binding */ fileSchema),
  Uj: () => (/* binding */ fileSchemaWith)
});

// UNUSED EXPORTS: settingsJsonSchema

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 8 modules
var schemas = __nccwpck_require__(2716);
// EXTERNAL MODULE: ./build/src/domain/check.js
var check = __nccwpck_require__(1766);
;// CONCATENATED MODULE: ./build/src/domain/host-path.js

/** An absolute path on a host: no `..`, no white space or control characters. */
const hostPath = schemas/* string */.YjP()
    .max(200)
    .regex(/^\/[A-Za-z0-9._@/+-]+$/, "must be an absolute path of letters, digits and `. _ @ + - /`")
    .refine((path) => !path.split("/").includes(".."), "must not contain `..`");

// EXTERNAL MODULE: ./build/src/domain/release.js
var release = __nccwpck_require__(5783);
// EXTERNAL MODULE: ./build/src/domain/host-record.js
var host_record = __nccwpck_require__(4046);
// EXTERNAL MODULE: ./build/src/routers/router.js
var router = __nccwpck_require__(9731);
;// CONCATENATED MODULE: ./build/src/routers/haproxy.js





/** Bits of HAProxy's administrative state: maintenance, and drain (management guide, `show servers state`). */
const maintenanceBit = 1;
const drainBit = 8;
/** Operational state of a server that is up. */
const up = 2;
const settings = schemas/* strictObject */.rej({
    type: schemas/* literal */.euz("haproxy"),
    socket: hostPath.refine((path) => path.length <= 100, "must be at most 100 characters, since a socket's path is limited"),
    backend: release/* nameSchema */.Jq,
    "state-file": hostPath.optional(),
    on: release/* nameSchema */.Jq.optional(),
});
/** HAProxy by its runtime API, on the admin socket of the host that it runs on. */
const haproxy = {
    type: "haproxy",
    settings: settings.transform((given) => {
        const { socket, backend, on, "state-file": stateFile } = given;
        return {
            name: "HAProxy",
            routes: true,
            on: on ?? null,
            part: (0,router/* partOf */.BU)("haproxy"),
            values: { haproxy_socket: socket, haproxy_backend: backend, haproxy_state_file: stateFile ?? "" },
            read,
            differences: router/* serverDifferences */.oc,
            warnings: (shift) => [...staying(shift, backend), ...(stateFile === undefined ? [forgets] : [])],
            remedy: "Check HAProxy's socket, backend and server names in the settings.",
            lostRemedy: "Name HAProxy's `server-state-file` as `router.state-file`, so that a restart keeps the weights, " +
                "and run the job again.",
        };
    }),
};
/** The servers as the records describe them; a sentence when a number cannot be read or there is no server. */
function read(records) {
    // Names are HAProxy's own: assigned one by one, a server `__proto__` would be lost.
    const facts = new Map();
    const sessions = new Map(records.filter(([key]) => key === "sessions").map(([, name, count]) => [name, (0,host_record/* whole */.W)(count)]));
    for (const [, name = "", ...numbers] of records.filter(([key]) => key === "server")) {
        const [operational, administrative, weight, fullWeight, open] = [
            ...numbers.slice(0, 4).map(host_record/* whole */.W),
            sessions.get(name),
        ];
        if (operational == null || administrative == null || weight == null || fullWeight == null || open == null)
            return `HAProxy's answer for server ${name} cannot be read.`;
        facts.set(name, {
            state: stateOf(operational, administrative),
            // In the file, a weight is a number of up to 256.
            weight: fullWeight === 0 ? 0 : Math.round((weight / fullWeight) * 1_000) / 10,
            sessions: open,
        });
    }
    return facts.size === 0 ? "HAProxy has no server in this backend." : Object.fromEntries(facts);
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
    if (open === 0)
        return [];
    return [
        `${open} sessions were still open on ${old}, the old release, after the shift. ` +
            "They end by themselves, or when that slot stops.",
    ];
}
const forgets = "`router.state-file` is not set: when HAProxy is reloaded or restarted, it sends traffic where its configuration " +
    "file says, which may be the old release. Name HAProxy's `server-state-file` there, with " +
    "`load-server-state-from-file global` in its configuration.";

// EXTERNAL MODULE: ./build/src/routers/none.js
var none = __nccwpck_require__(4440);
;// CONCATENATED MODULE: ./build/src/routers/registry.js



/** Every router, one line each. */
const routers = [none/* none */.d, haproxy];
/** What `router` of an environment may be in the settings file, to the router itself. */
function routerSettings(kinds = routers) {
    return schemas/* union */.KCZ(kinds.map((kind) => kind.settings)).prefault({ type: "none" });
}

// EXTERNAL MODULE: ./build/src/strategies/registry.js + 3 modules
var registry = __nccwpck_require__(3832);
// EXTERNAL MODULE: ./build/src/transports/registry.js + 1 modules
var transports_registry = __nccwpck_require__(1909);
;// CONCATENATED MODULE: ./build/src/settings/settings.js
/** The words for the targets; `src/targets/registry.ts` has one for each. */
const targetTypes = ["hosts"];

// EXTERNAL MODULE: ./node_modules/zod/v4/core/core.js
var core = __nccwpck_require__(8532);
// EXTERNAL MODULE: ./build/src/domain/day.js
var day = __nccwpck_require__(3180);
;// CONCATENATED MODULE: ./build/src/settings/values.js


/** The small values of the settings file, each with the sentence that explains it. */
const units = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };
/** A duration with its unit, to milliseconds. */
const duration = schemas/* string */.YjP({ error: "must be a duration with a unit, such as `30s`" })
    .regex(/^\d{1,6}(ms|s|m|h)$/, "must be a duration with a unit: `500ms`, `30s`, `10m` or `2h`")
    .transform((text) => Number.parseInt(text, 10) * (units[text.replace(/^\d+/, "")] ?? 0))
    .pipe(schemas/* number */.aig().max(24 * 3_600_000, "must be at most 24h"));
/** A percentage: `5%`, `5` or `79.5%`, to a number from 0 to 100. */
const percentage = schemas/* union */.KCZ([
    schemas/* number */.aig(),
    schemas/* string */.YjP()
        .regex(/^\d{1,3}(\.\d{1,6})?\s?%?$/)
        .transform((text) => Number.parseFloat(text)),
], { error: "must be a percentage such as `5%`" })
    .pipe(schemas/* number */.aig().min(0, "must be at least 0 %").max(100, "must be at most 100 %"));
/** A file of the repository: a path from its root that stays inside. */
const repositoryPath = schemas/* string */.YjP()
    .min(1)
    .max(300)
    .regex(/^[^/\0\n\\][^\0\n\\]*$/, "must be a path from the repository's root")
    .refine((path) => !path.split("/").includes(".."), "must not contain `..`");
/** A pattern of tags as git's own, with `*`, `?` and `[0-9]`. */
const tagPattern = schemas/* string */.YjP()
    .min(1)
    .max(100)
    .regex(/^[\x21-\x7e]+$/, "must be a pattern of tags such as `v*`, without spaces")
    .refine((one) => one.split("*").length <= 4, "must have at most three `*`");
/** A path of an address. */
const urlPath = schemas/* string */.YjP()
    .max(2_000)
    .regex(/^\/[\x21-\x7e]*$/, "must be a path that begins with `/`, such as `/health`");
/** Where users come in: scheme, host and port, nothing else. */
const origin = schemas/* string */.YjP()
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
const port = schemas/* int */.Whr({ error: "must be a port from 1 to 65535" })
    .min(1, "must be a port from 1 to 65535")
    .max(65_535, "must be a port from 1 to 65535");
/** The name of an environment as GitHub has it: `Production EU` and `prod/eu` are names as well. */
const environmentKey = schemas/* string */.YjP()
    .regex(/^[A-Za-z0-9_]([A-Za-z0-9 ._/-]{0,62}[A-Za-z0-9_.-])?$/, "must be 1 to 64 letters, digits, spaces, `_`, `.`, `/` or `-`, and start with a letter, digit or `_`")
    .refine((name) => !(name in {}), "must not be a name that every JavaScript object has, such as `constructor`");
/** The name of an environment variable. */
const variableName = schemas/* string */.YjP()
    .regex(/^[A-Z_][A-Z0-9_]{0,99}$/, "must be the name of an environment variable, such as `DEPLOY_WEBHOOK`");
/** A variable that is set for a program; what the runner and the release's own script set is not for the settings. */
const environmentName = schemas/* string */.YjP()
    .regex(/^[A-Za-z_][A-Za-z0-9_]{0,99}$/, "must be the name of an environment variable, such as `POOL_SIZE`")
    .refine((name) => !/^(RELEASE_(ROOT|VSN|TMP|SYS_CONFIG)|PD_.*|PATH|HOME|GITHUB_.*|ACTIONS_.*|INPUT_.*)$/.test(name), {
    error: "must not be a variable that the runner or the release itself sets",
});
/** Its value; what YAML reads as a number or a truth value is meant as text. */
const environmentValue = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig(), schemas/* boolean */.zMY()], { error: 'must be a text, such as `"10"`' })
    .transform(String)
    .refine((text) => !text.includes("\0") && text.length <= 10_000, "must be at most 10,000 characters without a NUL byte");
/** An Elixir expression for `bin/app eval`: one argument, no shell reads it. */
const expression = schemas/* string */.YjP()
    .min(1)
    .max(4_000)
    .refine((text) => !text.includes("\0"), "must not hold a NUL byte");
/** A program and its arguments, as they are: no shell reads them. */
const argv = schemas/* tuple */.PVZ([schemas/* string */.YjP().min(1, "must name a program first")], schemas/* string */.YjP().refine((text) => !text.includes("\0"), "must not hold a NUL byte"));
/** A day of the calendar. */
const values_day = schemas/* string */.YjP({ error: "must be a day such as `2026-11-01`" })
    .refine(day/* isDay */.N, "must be a day that exists, such as `2026-11-01`");

;// CONCATENATED MODULE: ./build/src/settings/strategy.js


/** Keys that every strategy has. */
const common = {
    hold: duration.prefault("15m"),
    drain: duration.prefault("30s"),
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
/** A setting that can be `off`, or has a level of its own; some checks have more to set. */
const schema_check = (more) => schemas/* union */.KCZ([off, schemas/* strictObject */.rej({ level: schemas/* enum */.k5n(check/* levels */.yr).optional(), ...more })]).optional();
const methods = ["get", "head", "post", "put", "patch", "delete"];
const smoke = schemas/* strictObject */.rej({
    name: schema_text.optional(),
    ...Object.fromEntries(methods.map((method) => [method, urlPath.optional()])),
    headers: schemas/* record */.g1P(schemas/* string */.YjP().regex(/^[A-Za-z0-9-]+$/), schemas/* string */.YjP().regex(/^[\x20-\x7e]*$/)).prefault({}),
    body: schema_text.optional(),
    status: schemas/* int */.Whr().min(100).max(599).prefault(200),
    text: schema_text.optional(),
    json: schemas/* record */.g1P(schemas/* string */.YjP(), scalar).optional(),
    within: duration.prefault("5s"),
})
    .refine((one) => methods.filter((method) => one[method] !== undefined).length === 1, {
    error: "must name exactly one request, such as `get: /`",
});
/** Work on the server: an expression for `bin/app eval`, or a command as a list. */
const work = schemas/* union */.KCZ([expression, argv], {
    error: "must be an Elixir expression, or a command as a list such as `[pg_dump, my_app]`",
});
const backup = schemas/* union */.KCZ([
    off,
    schemas/* discriminatedUnion */.gMt("by", [
        schemas/* strictObject */.rej({ by: schemas/* literal */.euz("command"), make: work.optional(), verify: work }),
        schemas/* strictObject */.rej({
            by: schemas/* literal */.euz("provider"),
            says: schemas/* string */.YjP().trim().min(1, "must say how").max(500),
            verified: values_day,
        }),
    ], { error: "must be `command` or `provider`" }),
]);
const environment = schemas/* strictObject */.rej({
    url: origin,
    target: schemas/* enum */.k5n(targetTypes).prefault("hosts"),
    hosts: schemas/* array */.YOg(schemas/* strictObject */.rej({ name: release/* nameSchema */.Jq, address: transports_registry/* hostAddress */.R }))
        .min(1, "must name at least one host")
        .max(1, "more than one host is not available yet"),
    path: hostPath,
    slots: schemas/* record */.g1P(release/* nameSchema */.Jq, schemas/* strictObject */.rej({ port: port })),
    router: routerSettings(),
    strategy: strategySchema(registry/* strategies */.W).prefault({}),
    health: schemas/* strictObject */.rej({
        path: urlPath.prefault("/health"),
        ready: schemas/* union */.KCZ([off, urlPath]).prefault("off"),
        version: schemas/* union */.KCZ([off, urlPath]).prefault("off"),
        within: duration.prefault("60s"),
        successes: schemas/* int */.Whr().min(1).max(100).prefault(3),
    })
        .prefault({}),
    probe: schemas/* strictObject */.rej({ "headers-from": variableName.optional() }).prefault({}),
    migrations: schemas/* union */.KCZ([
        off,
        schemas/* strictObject */.rej({
            migrate: expression,
            versions: schemas/* union */.KCZ([schemas/* literal */.euz("default"), expression]).prefault("default"),
        }),
    ])
        .prefault("off"),
    backup: backup.prefault("off"),
    "lock-wait": duration.prefault("5m"),
    approval: schemas/* strictObject */.rej({
        by: schemas/* enum */.k5n(["environment", "none"]).prefault("environment"),
        "self-approval": schemas/* enum */.k5n(["refuse", "allow"]).prefault("refuse"),
    })
        .optional(),
});
/** One check's settings beside its level. */
const special = {
    coverage: schema_check({ minimum: percentage.optional() }),
    sobelow: schema_check({ confidence: schemas/* enum */.k5n(check/* confidences */.E2).optional() }),
    release: schema_check({
        allow: schemas/* array */.YOg(repositoryPath).max(100).optional(),
        env: schemas/* record */.g1P(environmentName, environmentValue).optional(),
        boot: schemas/* enum */.k5n(["eval", "start"]).optional(),
    }),
    version: schema_check({
        tags: schemas/* union */.KCZ([tagPattern, schemas/* array */.YOg(tagPattern).min(1).max(20)]).optional(),
        line: schemas/* enum */.k5n(["newest", "maintenance"]).optional(),
        from: schemas/* enum */.k5n(["mix", "tag"]).optional(),
    }),
    changelog: schema_check({ file: repositoryPath.optional() }),
    "rollback-plan": schema_check({ file: repositoryPath.optional() }),
};
const plainCheck = schema_check({});
const checks = schemas/* strictObject */.rej({
    ...Object.fromEntries(check/* checkIds */.tD.map((id) => [id, plainCheck])),
    ...special,
});
/** The settings file, `.github/phoenix-deploy.yml`. */
const fileSchema = schemas/* strictObject */.rej({
    version: schemas/* literal */.euz(1, { error: "must be `1`, the only version of this file" }),
    app: release/* nameSchema */.Jq.optional(),
    checks: checks.prefault({}),
    smoke: schemas/* array */.YOg(smoke).max(200).prefault([]),
    criteria: schemas/* strictObject */.rej({
        "error-rate": percentage.pipe(schemas/* number */.aig().gt(0, "must be above 0 %").lt(50, "must be below 50 %")).prefault("5%"),
        watch: duration.prefault("10m"),
        "probes-per-second": schemas/* int */.Whr().min(1).max(100).prefault(10),
    })
        .prefault({}),
    environments: schemas/* record */.g1P(environmentKey, environment).prefault({}),
    notify: schemas/* array */.YOg(schemas/* strictObject */.rej({ type: schemas/* literal */.euz("webhook"), "url-from": variableName, "secret-from": variableName.optional() }))
        .max(20)
        .prefault([]),
});
/** The settings file where these are the strategies. */
function fileSchemaWith(all) {
    if (all === registry/* strategies */.W)
        return fileSchema;
    const strategy = strategySchema(all).prefault({});
    return fileSchema.extend({ environments: schemas/* record */.g1P(environmentKey, environment.extend({ strategy })).prefault({}) });
}
/** JSON Schema of the settings file, for editors. Rules between keys are the parser's alone. */
function settingsJsonSchema(all = strategies) {
    return {
        ...z.toJSONSchema(fileSchemaWith(all), { io: "input", unrepresentable: "any", target: "draft-7" }),
        title: "phoenix-deploy settings (.github/phoenix-deploy.yml)",
    };
}


/***/ }),

/***/ 1832:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C2: () => (/* binding */ carriesFully),
/* harmony export */   Do: () => (/* binding */ slotNames),
/* harmony export */   E8: () => (/* binding */ server),
/* harmony export */   ED: () => (/* binding */ carries),
/* harmony export */   Np: () => (/* binding */ runs),
/* harmony export */   b0: () => (/* binding */ servers),
/* harmony export */   dV: () => (/* binding */ strange),
/* harmony export */   hC: () => (/* binding */ astray),
/* harmony export */   ho: () => (/* binding */ open),
/* harmony export */   lt: () => (/* binding */ homeOf),
/* harmony export */   m3: () => (/* binding */ activeOf),
/* harmony export */   mG: () => (/* binding */ slotFor),
/* harmony export */   rV: () => (/* binding */ occupied),
/* harmony export */   vo: () => (/* binding */ otherServers)
/* harmony export */ });
/* harmony import */ var _domain_fleet_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(134);

/** Names of the slots, sorted; the same on every host. */
function slotNames(fleet) {
    return Object.keys(fleet.hosts[0]?.slots ?? {}).sort();
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
function strange(host, slot, release) {
    return occupied(host, slot) && !runs(host, slot, release);
}
/** The router's names of a slot, one for each of these hosts. */
function servers(fleet, slot, of = fleet.hosts) {
    return of.map(({ host }) => (0,_domain_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .serverName */ .L)(fleet.hosts, host, slot));
}
/** The router's names of all other slots. */
function otherServers(fleet, slot) {
    return slotNames(fleet).flatMap((name) => (name === slot ? [] : servers(fleet, name)));
}
/** How the router sees a slot of a host; null without a router. */
function server(fleet, { host }, slot) {
    return fleet.router?.[(0,_domain_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .serverName */ .L)(fleet.hosts, host, slot)] ?? null;
}
/** True when new requests go to the slot. */
function carries(fleet, host, slot) {
    const seen = server(fleet, host, slot);
    return seen?.state === "ready" && seen.weight > 0;
}
/** True when the slot takes its full share of new requests. */
function carriesFully(fleet, host, slot) {
    return carries(fleet, host, slot) && (server(fleet, host, slot)?.weight ?? 0) >= 100;
}
/**
 * True when new requests go to the slot, or would as soon as something answers there: `down` is a server that nobody
 * closed.
 */
function open(fleet, host, slot) {
    const seen = server(fleet, host, slot);
    return (seen?.state === "ready" || seen?.state === "down") && seen.weight > 0;
}
/**
 * What the router does with each slot where new requests do not go to this one alone; nothing where they do, or without
 * a router.
 */
function astray(fleet, slot) {
    if (fleet.router === null)
        return [];
    const closed = fleet.hosts.some((host) => !open(fleet, host, slot));
    const shared = slotNames(fleet).some((name) => name !== slot && fleet.hosts.some((host) => carries(fleet, host, name)));
    const state = (name) => fleet.hosts.map((host) => stateText(server(fleet, host, name)));
    return closed || shared ? slotNames(fleet).map((name) => `${name} is ${state(name).join(", ")}`) : [];
}
function stateText(seen) {
    if (seen === null)
        return "unknown";
    return seen.state === "ready" && seen.weight !== 100 ? `ready with ${seen.weight} % of its weight` : seen.state;
}
/**
 * The release that the fleet proved last. Hosts disagree only when a run ended between two of its `activate` steps;
 * that comes after the proof and after the shift, so the record that is served is the newer one. With no router, what
 * runs on more hosts is.
 */
function activeOf(fleet) {
    const { hosts } = fleet;
    const weight = ({ release, slot }) => {
        const running = hosts.filter((host) => runs(host, slot, release));
        return running.length + running.filter((host) => carries(fleet, host, slot)).length;
    };
    return hosts
        .flatMap((host) => host.active ?? [])
        .reduce((best, one) => (best === null || weight(one) > weight(best) ? one : best), null);
}
/**
 * The slot where a verified release still runs, on any host: the recorded one if it runs there; null when it runs
 * nowhere.
 */
function homeOf(fleet, { release, slot }) {
    const anywhere = (name) => fleet.hosts.some((host) => runs(host, name, release));
    return anywhere(slot) ? slot : (slotNames(fleet).find(anywhere) ?? null);
}
/**
 * The slot in which a release is to run. Never the one where the active release still runs, unless it is that release
 * itself. Of the rest: the one that carries least of other releases' traffic, then one where the release runs already,
 * then the recorded slot for the active release and any other slot for all others, so that the previous release keeps
 * its place. There must be two slots (`unsuited`).
 */
function slotFor(fleet, release) {
    const active = activeOf(fleet);
    const own = active?.release === release;
    const taken = active === null || own ? null : homeOf(fleet, active);
    const cost = (slot) => fleet.hosts.filter((host) => carries(fleet, host, slot) && strange(host, slot, release)).length * 4 +
        (fleet.hosts.some((host) => runs(host, slot, release)) ? 0 : 2) +
        ((slot === active?.slot) === own ? 0 : 1);
    return slotNames(fleet)
        .filter((slot) => slot !== taken)
        .reduce((best, slot) => (cost(slot) < cost(best) ? slot : best));
}


/***/ }),

/***/ 8211:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   It: () => (/* binding */ completeRecords),
/* harmony export */   m0: () => (/* binding */ endAttempts),
/* harmony export */   vG: () => (/* binding */ freeSlot)
/* harmony export */ });
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1832);
/* harmony import */ var _phases_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5191);
/* harmony import */ var _steps_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4140);



/**
 * A run that ended between two `activate` steps left hosts behind: those that run the release too get the record that
 * the others have, before anything else is recorded.
 */
function completeRecords(fleet) {
    const active = (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .activeOf */ .m3)(fleet);
    if (active === null)
        return { steps: [], fleet };
    const { release, slot } = active;
    const behind = fleet.hosts.filter((host) => host.active?.release !== release && (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .runs */ .Np)(host, slot, release));
    return {
        steps: behind.map((host) => _steps_js__WEBPACK_IMPORTED_MODULE_1__/* .activate */ .Yf(host, slot, release)),
        fleet: change(fleet, behind, (host) => ({
            active: { release, slot, before: host.active?.release ?? null },
            current: release,
            intent: null,
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
    const others = observed.hosts.filter((host) => (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .strange */ .dV)(host, slot, wanted.release));
    return { steps: [...steps, ...(0,_phases_js__WEBPACK_IMPORTED_MODULE_2__/* .drainAndStop */ .cQ)(placement, others)], fleet };
}
/** Traffic of an unverified release in the slot goes back to the active one; null where there is none, or no way. */
function returnTraffic({ fleet, wanted, slot }) {
    const { hosts } = fleet;
    const active = (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .activeOf */ .m3)(fleet);
    if (active === null || active.release === wanted.release)
        return null;
    const { release } = active;
    const home = (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .homeOf */ .lt)(fleet, active);
    const unverified = hosts.some((host) => (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .strange */ .dV)(host, slot, wanted.release) && (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .carries */ .ED)(fleet, host, slot));
    if (home === null || !unverified)
        return null;
    const able = hosts.filter((host) => host.releases.includes(release) && !(0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .strange */ .dV)(host, home, release));
    if (able.length === 0)
        return null;
    const weights = _steps_js__WEBPACK_IMPORTED_MODULE_1__/* .onlyTo */ .Yg((0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .servers */ .b0)(fleet, home, able), (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .servers */ .b0)(fleet, slot));
    const steps = [
        ...(0,_phases_js__WEBPACK_IMPORTED_MODULE_2__/* .start */ .ni)({ wanted: { ...wanted, release }, slot: home }, able),
        ...able.map((host) => _steps_js__WEBPACK_IMPORTED_MODULE_1__/* .awaitHealthy */ .iX({ host, slot: home, release }, wanted.healthyWithinMs)),
        _steps_js__WEBPACK_IMPORTED_MODULE_1__/* .shift */ .BN(weights),
    ];
    const running = change(fleet, able, ({ slots }) => {
        const { port = 0, running: ran = null } = slots[home] ?? {};
        return { slots: { ...slots, [home]: { port, link: release, running: { pid: ran?.pid ?? 0, release } } } };
    });
    return { steps, fleet: shifted(running, weights) };
}
/** Drains the slot where the router would send requests as soon as something answers there; null where it would not. */
function drainOpen({ fleet, wanted, slot }) {
    const exposed = fleet.hosts.filter((host) => (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .open */ .ho)(fleet, host, slot) && !(0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .runs */ .Np)(host, slot, wanted.release));
    const drained = (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .servers */ .b0)(fleet, slot, exposed);
    const serving = Object.entries(fleet.router ?? {}).flatMap(([name, { state, weight }]) => state === "ready" && weight > 0 && !drained.includes(name) ? [name] : []);
    if (drained.length === 0 || serving.length === 0)
        return null;
    const weights = _steps_js__WEBPACK_IMPORTED_MODULE_1__/* .onlyTo */ .Yg(serving, drained);
    return { steps: [_steps_js__WEBPACK_IMPORTED_MODULE_1__/* .shift */ .BN(weights)], fleet: shifted(fleet, weights) };
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
    return attempts.length === 0 ? [] : (0,_phases_js__WEBPACK_IMPORTED_MODULE_2__/* .drainAndStop */ .cQ)(placement, attempts);
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
/* harmony export */   H9: () => (/* binding */ verifyWithTraffic),
/* harmony export */   MX: () => (/* binding */ verify),
/* harmony export */   S5: () => (/* binding */ retire),
/* harmony export */   Wj: () => (/* binding */ shiftAll),
/* harmony export */   _r: () => (/* binding */ migrate),
/* harmony export */   ai: () => (/* binding */ install),
/* harmony export */   cQ: () => (/* binding */ drainAndStop),
/* harmony export */   g1: () => (/* binding */ record),
/* harmony export */   ni: () => (/* binding */ start)
/* harmony export */ });
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1832);
/* harmony import */ var _steps_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4140);


/** Puts the release on every host that lacks it. */
function install(fleet, release) {
    const lacking = fleet.hosts.filter((host) => !host.releases.includes(release));
    return lacking.flatMap((host) => [_steps_js__WEBPACK_IMPORTED_MODULE_0__/* .upload */ .Se(host, release), _steps_js__WEBPACK_IMPORTED_MODULE_0__/* .unpack */ .l1(host, release)]);
}
/**
 * Migrations run from the first host, before any new instance takes traffic. Always planned: the step asks the database
 * for its versions, and runs nothing where all are there. That they were run once says nothing of the database that is
 * there now.
 */
function migrate(fleet, wanted) {
    const [first] = fleet.hosts;
    return !wanted.migrate || first === undefined ? [] : [_steps_js__WEBPACK_IMPORTED_MODULE_0__/* .migrate */ ._r(first, wanted.release)];
}
/** Starts the release on these hosts where it does not run yet. */
function start({ slot, wanted }, hosts) {
    const { release } = wanted;
    return hosts.filter((host) => toStart(host, slot, release)).map((host) => _steps_js__WEBPACK_IMPORTED_MODULE_0__/* .start */ .ni(host, slot, release));
}
function toStart(host, slot, release) {
    return !(0,_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .runs */ .Np)(host, slot, release) || host.slots[slot]?.link !== release;
}
/**
 * Verifies the release in its slot: health on every host, smoke tests on those of `tested` where it takes no traffic
 * yet.
 */
function verify({ fleet, wanted, slot }, tested) {
    const { release, healthyWithinMs } = wanted;
    const quiet = tested.filter((host) => !((0,_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .carries */ .ED)(fleet, host, slot) && (0,_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .runs */ .Np)(host, slot, release)));
    return [
        ...fleet.hosts.map((host) => _steps_js__WEBPACK_IMPORTED_MODULE_0__/* .awaitHealthy */ .iX({ host, slot, release }, healthyWithinMs)),
        ...(wanted.smoke ? quiet.map((host) => _steps_js__WEBPACK_IMPORTED_MODULE_0__/* .smokeSlot */ .My({ host, slot, release })) : []),
    ];
}
/** Sends all traffic to the slot, unless it goes there, and only there, already. */
function shiftAll({ fleet, wanted, slot }) {
    const there = fleet.hosts.every((host) => (0,_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .carriesFully */ .C2)(fleet, host, slot) && (0,_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .runs */ .Np)(host, slot, wanted.release));
    const elsewhere = (0,_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .slotNames */ .Do)(fleet).some((name) => name !== slot && fleet.hosts.some((host) => (0,_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .open */ .ho)(fleet, host, name)));
    if (there && !elsewhere)
        return [];
    return [_steps_js__WEBPACK_IMPORTED_MODULE_0__/* .shift */ .BN(_steps_js__WEBPACK_IMPORTED_MODULE_0__/* .onlyTo */ .Yg((0,_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .servers */ .b0)(fleet, slot), (0,_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .otherServers */ .vo)(fleet, slot)))];
}
/** Smoke tests and watch through the public URL. */
function verifyWithTraffic({ fleet, wanted, slot }) {
    const { release, watchMs } = wanted;
    const [host] = fleet.hosts;
    if (host === undefined)
        return [];
    return [
        ...(wanted.smoke ? [_steps_js__WEBPACK_IMPORTED_MODULE_0__/* .smokePublic */ .bc({ host, slot, release })] : []),
        ...(watchMs > 0 ? [_steps_js__WEBPACK_IMPORTED_MODULE_0__/* .observe */ .lB({ host, slot, release }, watchMs)] : []),
    ];
}
/**
 * Records the release as the verified one where that is not whole yet, or where a start leaves an intent, which the
 * record ends.
 */
function record({ wanted, slot }, hosts) {
    const { release } = wanted;
    const whole = ({ active, current, intent }) => active?.release === release && active.slot === slot && current === release && intent === null;
    return hosts
        .filter((host) => !whole(host) || toStart(host, slot, release))
        .map((host) => _steps_js__WEBPACK_IMPORTED_MODULE_0__/* .activate */ .Yf(host, slot, release));
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
    return (0,_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .slotNames */ .Do)(fleet).flatMap((name) => {
        if (name === slot)
            return [];
        const left = fleet.hosts.filter((host) => (0,_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .occupied */ .rV)(host, name));
        const warm = left.filter((host) => {
            const until = heldUntil(host);
            return host.slots[name]?.running?.release === previous && (until === null ? holdSeconds > 0 : until > host.now);
        });
        const over = left.filter((host) => !warm.includes(host));
        return [
            ...warm.filter((host) => heldUntil(host) === null).map((host) => _steps_js__WEBPACK_IMPORTED_MODULE_0__/* .hold */ ._2(host, name, holdSeconds)),
            ...(over.length === 0 ? [] : drainAndStop({ fleet, wanted, slot: name }, over)),
        ];
    });
}
/**
 * Stops what runs in a slot of these hosts, once its requests are done. What an interrupted or failed start left there
 * without a request is stopped at once: the Erlang VM loses a SIGTERM that comes while it boots.
 */
function drainAndStop({ fleet, wanted, slot }, hosts) {
    const busy = hosts.filter((host) => host.intent?.slot !== slot || (0,_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .carries */ .ED)(fleet, host, slot) || ((0,_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .server */ .E8)(fleet, host, slot)?.sessions ?? 0) > 0);
    return [
        ...(fleet.router === null || busy.length === 0 ? [] : [_steps_js__WEBPACK_IMPORTED_MODULE_0__/* .drain */ .Ze((0,_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .servers */ .b0)(fleet, slot, busy), wanted.drainMs)]),
        ...hosts.map((host) => _steps_js__WEBPACK_IMPORTED_MODULE_0__/* .stop */ .ds(host, slot, busy.includes(host) ? "drain" : "kill")),
    ];
}


/***/ }),

/***/ 3832:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  W: () => (/* binding */ strategies),
  x: () => (/* binding */ strategyOf)
});

// EXTERNAL MODULE: ./build/src/strategies/facts.js
var facts = __nccwpck_require__(1832);
// EXTERNAL MODULE: ./build/src/strategies/leftovers.js
var leftovers = __nccwpck_require__(8211);
// EXTERNAL MODULE: ./build/src/strategies/steps.js
var strategies_steps = __nccwpck_require__(4140);
;// CONCATENATED MODULE: ./build/src/strategies/old-releases.js

/**
 * Removes releases beyond the newest `keep` on every host, judged by the facts as they will be once the wanted release
 * is active in `slot`. Never what a link or a process names, never the active release, nor the previous one, to which a
 * rollback goes.
 */
function removeOldReleases({ fleet, wanted, slot }) {
    const { release } = wanted;
    return fleet.hosts.flatMap((host) => {
        const releases = host.releases.includes(release) ? host.releases : [...host.releases, release];
        const before = host.active?.release === release ? host.active.before : host.active?.release;
        const others = Object.entries(host.slots).flatMap(([name, { link, running }]) => name === slot ? [] : [link, running?.release]);
        const live = new Set([release, before, ...others]);
        const remove = releases.slice(0, Math.max(0, releases.length - wanted.keep)).filter((one) => !live.has(one));
        return remove.length === 0 ? [] : [strategies_steps/* removeReleases */.rs({ ...host, releases }, remove)];
    });
}

// EXTERNAL MODULE: ./build/src/strategies/phases.js
var phases = __nccwpck_require__(5191);
;// CONCATENATED MODULE: ./build/src/strategies/blue-green.js





/**
 * Blue-green: the release starts in the slot that does not serve, is verified there, takes all traffic at once, is
 * verified again and recorded; only then the old slot is drained and stopped, or kept warm (Phase 6: Blue-Green
 * Deployment).
 */
const blueGreen = {
    type: "blue-green",
    settings: {},
    holds: true,
    suits: ({ slots, routed }) => [
        ...(Object.keys(slots).length === 2
            ? []
            : [
                {
                    key: "slots",
                    says: `Strategy \`blue-green\` needs two slots; this environment has ${Object.keys(slots).length}.`,
                    remedy: "Name two, such as `{blue: {port: 4000}, green: {port: 4001}}`.",
                },
            ]),
        ...(routed
            ? []
            : [
                {
                    key: "router",
                    says: "Strategy `blue-green` needs a router.",
                    remedy: "Set `router: {type: haproxy, …}`, or `strategy: {type: restart}`.",
                },
            ]),
    ],
    deploy,
    recover,
    rollback,
    warnings: () => [],
};
/**
 * What an interrupted run left is read from the facts alone. If it left the wanted release, with or without traffic,
 * that one is verified and recorded. If it left another one that was never verified, traffic returns to the active
 * release before that slot is touched; where the active release runs nowhere any more, what serves goes on serving and
 * the wanted release takes the dead slot.
 */
function deploy(observed, wanted) {
    const { release } = wanted;
    const completed = (0,leftovers/* completeRecords */.It)(observed);
    const slot = (0,facts/* slotFor */.mG)(completed.fleet, release);
    const freed = (0,leftovers/* freeSlot */.vG)({ fleet: completed.fleet, wanted, slot });
    const { fleet } = freed;
    const placement = { fleet, wanted, slot };
    const active = (0,facts/* activeOf */.m3)(fleet);
    const steps = [
        ...completed.steps,
        ...freed.steps,
        ...phases/* install */.ai(fleet, release),
        ...phases/* migrate */._r(fleet, wanted),
        ...phases/* start */.ni(placement, fleet.hosts),
        ...phases/* verify */.MX(placement, fleet.hosts),
        ...phases/* shiftAll */.Wj(placement),
        ...phases/* verifyWithTraffic */.H9(placement),
        ...phases/* record */.g1(placement, fleet.hosts),
        ...phases/* retire */.S5(placement, active),
        ...removeOldReleases(placement),
    ];
    const says = active?.release === release
        ? `${release} is already the verified release of ${wanted.environment}: verify it again in slot ${slot}.`
        : `Deploy ${release} to ${wanted.environment}, blue-green, into slot ${slot}.`;
    return { says, steps };
}
/**
 * A new instance without traffic is only ended. One with traffic loses it first, to the active release, which is
 * started again if it is gone and verified before and after; only then the new one is stopped.
 */
function recover(fleet, { failed, active, able, mark }) {
    const { release } = active;
    const home = (0,facts/* slotFor */.mG)(fleet, release);
    const placement = { fleet, wanted: { ...failed, release }, slot: home };
    const end = (slot) => (0,leftovers/* endAttempts */.m0)({ fleet, wanted: failed, slot }, active);
    const others = (0,facts/* slotNames */.Do)(fleet).filter((slot) => slot !== home);
    const carrying = others.filter((slot) => fleet.hosts.some((host) => (0,facts/* carries */.ED)(fleet, host, slot)));
    const whole = carrying.length === 0 && able.every((host) => (0,facts/* carriesFully */.C2)(fleet, host, home) && (0,facts/* runs */.Np)(host, home, release));
    const [first] = able;
    const toActive = [
        ...(0,leftovers/* freeSlot */.vG)(placement).steps,
        ...phases/* start */.ni(placement, able),
        ...able.map((host) => strategies_steps/* awaitHealthy */.iX({ host, slot: home, release }, failed.healthyWithinMs)),
        strategies_steps/* shift */.BN(strategies_steps/* onlyTo */.Yg((0,facts/* servers */.b0)(fleet, home, able), (0,facts/* otherServers */.vo)(fleet, home))),
        ...(failed.smoke && first !== undefined ? [strategies_steps/* smokePublic */.bc({ host: first, slot: home, release })] : []),
    ];
    return [
        ...others.filter((slot) => !carrying.includes(slot)).flatMap(end),
        ...(whole ? [] : toActive),
        ...phases/* record */.g1(placement, able),
        ...mark,
        ...carrying.flatMap(end),
    ];
}
/** A release that is warm in its slot only needs the shift; a cold one is started and verified before it. */
function rollback(observed, { wanted, verified, mark }) {
    const { release } = wanted;
    const slot = (0,facts/* slotFor */.mG)(observed, release);
    const { steps, fleet } = (0,leftovers/* freeSlot */.vG)({ fleet: observed, wanted, slot });
    const placement = { fleet, wanted, slot };
    // What was verified and kept running is not tested again: every second counts.
    const untested = fleet.hosts.filter((host) => !verified || !(0,facts/* runs */.Np)(host, slot, release));
    return [
        ...steps,
        ...phases/* start */.ni(placement, fleet.hosts),
        ...phases/* verify */.MX(placement, untested),
        ...phases/* shiftAll */.Wj(placement),
        ...phases/* verifyWithTraffic */.H9(placement),
        ...mark,
        ...phases/* record */.g1(placement, fleet.hosts),
        ...phases/* retire */.S5(placement, (0,facts/* activeOf */.m3)(fleet)),
    ];
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
    deploy: restart_deploy,
    recover: restart_recover,
    rollback: restart_rollback,
    warnings,
};
function restart_deploy(observed, wanted) {
    const { release } = wanted;
    const { steps: completing, fleet } = (0,leftovers/* completeRecords */.It)(observed);
    const steps = [
        ...completing,
        ...phases/* install */.ai(fleet, release),
        ...phases/* migrate */._r(fleet, wanted),
        ...(0,facts/* slotNames */.Do)(fleet).flatMap((slot) => {
            const placement = { fleet, wanted, slot };
            return [
                ...replace(placement, fleet.hosts, "drain"),
                ...phases/* verifyWithTraffic */.H9(placement),
                ...phases/* record */.g1(placement, fleet.hosts),
                ...removeOldReleases(placement),
            ];
        }),
    ];
    const says = (0,facts/* activeOf */.m3)(fleet)?.release === release
        ? `${release} is already the verified release of ${wanted.environment}: verify it again.`
        : `Deploy ${release} to ${wanted.environment}, by a restart in place.`;
    return { says, steps };
}
function restart_recover(fleet, { failed, active, able, mark }) {
    const wanted = { ...failed, release: active.release };
    return (0,facts/* slotNames */.Do)(fleet).flatMap((slot) => {
        const placement = { fleet, wanted, slot };
        return [...restore(placement, able), ...phases/* record */.g1(placement, able), ...mark];
    });
}
/** The steps back to a release that is kept, after a start in the only slot went wrong. */
function restore(placement, able) {
    const { fleet, wanted, slot } = placement;
    const { release } = wanted;
    const whole = able.every((host) => (0,facts/* runs */.Np)(host, slot, release));
    const stranded = fleet.hosts.filter((host) => !able.includes(host) && (0,facts/* occupied */.rV)(host, slot));
    const stops = stranded.map((host) => strategies_steps/* stop */.ds(host, slot, "kill"));
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
function restart_rollback(fleet, { wanted, mark }) {
    return (0,facts/* slotNames */.Do)(fleet).flatMap((slot) => {
        const placement = { fleet, wanted, slot };
        return [
            ...replace(placement, fleet.hosts, "drain"),
            ...phases/* verifyWithTraffic */.H9(placement),
            ...mark,
            ...phases/* record */.g1(placement, fleet.hosts),
        ];
    });
}
/** Puts the release into the slot of these hosts, one host after the other, each healthy before the next. */
function replace(placement, hosts, how) {
    const { fleet, wanted, slot } = placement;
    const { release } = wanted;
    const steps = hosts.flatMap((host) => [
        ...((0,facts/* strange */.dV)(host, slot, release) ? [strategies_steps/* stop */.ds(host, slot, how)] : []),
        ...phases/* start */.ni(placement, [host]),
        strategies_steps/* awaitHealthy */.iX({ host, slot, release }, wanted.healthyWithinMs),
    ]);
    const routed = hosts.every((host) => (0,facts/* carriesFully */.C2)(fleet, host, slot) && (0,facts/* runs */.Np)(host, slot, release));
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

;// CONCATENATED MODULE: ./build/src/strategies/registry.js


/** Every strategy, one line each. The first one is taken where the settings name none. */
const strategies = byType([blueGreen, restart]);
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
/* harmony export */   My: () => (/* binding */ smokeSlot),
/* harmony export */   Se: () => (/* binding */ upload),
/* harmony export */   Tc: () => (/* binding */ markBad),
/* harmony export */   Tl: () => (/* binding */ unlock),
/* harmony export */   XC: () => (/* binding */ acquire),
/* harmony export */   Yf: () => (/* binding */ activate),
/* harmony export */   Yg: () => (/* binding */ onlyTo),
/* harmony export */   Ze: () => (/* binding */ drain),
/* harmony export */   _2: () => (/* binding */ hold),
/* harmony export */   _r: () => (/* binding */ migrate),
/* harmony export */   bc: () => (/* binding */ smokePublic),
/* harmony export */   ds: () => (/* binding */ stop),
/* harmony export */   iX: () => (/* binding */ awaitHealthy),
/* harmony export */   l1: () => (/* binding */ unpack),
/* harmony export */   lB: () => (/* binding */ observe),
/* harmony export */   ni: () => (/* binding */ start),
/* harmony export */   rs: () => (/* binding */ removeReleases)
/* harmony export */ });
/** Time limits of steps, milliseconds. */
const minute = 60_000;
/** Phoenix drains sockets for up to 30 s and its web server for up to 15 s: no kill before a minute. */
const stopMs = 75_000;
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
const migrate = ({ host }, release) => ({
    type: "migrate",
    host,
    release,
    limitMs: 30 * minute,
    says: `Run the migrations of ${release} on ${host}`,
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
const shift = (weights) => ({
    type: "shift",
    weights,
    limitMs: minute,
    says: shiftText(Object.entries(weights)),
});
function shiftText(weights) {
    const drained = weights.flatMap(([name, weight]) => (weight === 0 ? [name] : []));
    const open = weights.filter(([, weight]) => weight > 0);
    const shares = open.map(([name, weight]) => `${name} to ${weight} %`).join(", ");
    const to = open.some(([, weight]) => weight < 100)
        ? `Set the weight of ${shares}`
        : `Send all new requests to ${open.map(([name]) => name).join(", ")}`;
    const none = open.some(([, weight]) => weight < 100) ? "send no new requests" : "none";
    return drained.length === 0 ? to : `${to} and ${none} to ${drained.join(", ")}`;
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

/***/ 1909:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  R: () => (/* binding */ hostAddress),
  g: () => (/* binding */ openTransport)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 8 modules
var schemas = __nccwpck_require__(2716);
;// CONCATENATED MODULE: ./build/src/transports/local.js

/** This machine: commands run as they are, and its ports are at hand. */
const local = {
    type: "local",
    address: schemas/* literal */.euz("local"),
    open: () => ({
        prefix: [],
        reach: async (port) => `http://127.0.0.1:${port}`,
        close: async () => undefined,
    }),
};

;// CONCATENATED MODULE: ./build/src/transports/registry.js

/** Every transport, one line each. The first one whose addresses fit is taken. */
const transports = [local];
/** What `address` of a host may be in the settings file. */
const hostAddress = transports
    .slice(1)
    .reduce((all, kind) => all.or(kind.address), transports[0].address);
/** The way to a host, by its address. */
function openTransport(host) {
    const kind = transports.find((one) => one.address.safeParse(host.address).success);
    // The settings file was read with these very addresses.
    if (kind === undefined)
        throw new Error(`No transport reaches ${host.name} at ${host.address}`);
    return kind.open(host);
}


/***/ }),

/***/ 2716:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  You: () => (/* binding */ ZodISODateTime),
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

// UNUSED EXPORTS: ZodAny, ZodArray, ZodBase64, ZodBase64URL, ZodBigInt, ZodBigIntFormat, ZodBoolean, ZodCIDRv4, ZodCIDRv6, ZodCUID, ZodCUID2, ZodCatch, ZodCodec, ZodCreditCard, ZodCustom, ZodCustomStringFormat, ZodDate, ZodDefault, ZodDiscriminatedUnion, ZodE164, ZodEmail, ZodEmoji, ZodEnum, ZodExactOptional, ZodFile, ZodFunction, ZodGUID, ZodIBAN, ZodIPv4, ZodIPv6, ZodISODate, ZodISODuration, ZodISOTime, ZodInstanceOf, ZodIntersection, ZodJWT, ZodKSUID, ZodLazy, ZodLiteral, ZodMAC, ZodMap, ZodNaN, ZodNanoID, ZodNever, ZodNonOptional, ZodNull, ZodNullable, ZodNumber, ZodNumberFormat, ZodObject, ZodOptional, ZodPipe, ZodPrefault, ZodPreprocess, ZodPromise, ZodReadonly, ZodRecord, ZodSet, ZodString, ZodStringFormat, ZodSuccess, ZodSymbol, ZodTemplateLiteral, ZodTransform, ZodTuple, ZodType, ZodULID, ZodURL, ZodUUID, ZodUndefined, ZodUnion, ZodUnknown, ZodVoid, ZodXID, ZodXor, _ZodString, _default, _function, any, base64, base64url, bigint, catch, check, cidrv4, cidrv6, codec, creditCard, cuid, cuid2, currencyCode, custom, date, describe, e164, email, emoji, exactOptional, file, float32, float64, function, guid, hash, hex, hostname, httpUrl, iban, instanceof, int32, int64, intersection, invertCodec, ipv4, ipv6, jwt, keyof, ksuid, lazy, looseRecord, mac, map, meta, nan, nanoid, nativeEnum, never, nonoptional, nullable, nullish, optional, partialRecord, pipe, prefault, promise, readonly, refine, set, stringFormat, success, superRefine, symbol, templateLiteral, transform, uint32, uint64, ulid, undefined, url, uuid, uuidv4, uuidv6, uuidv7, void, xid, xor

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
/******/ var __webpack_exports__ = __nccwpck_require__(9382);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
