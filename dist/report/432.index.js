export const id = 432;
export const ids = [432];
export const modules = {

/***/ 2432:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  jobVoice: () => (/* binding */ jobVoice)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 10 modules
var core = __webpack_require__(7264);
// EXTERNAL MODULE: ./build/src/adapters/fence.js
var fence = __webpack_require__(8267);
// EXTERNAL MODULE: ./build/src/adapters/job.js + 2 modules
var job = __webpack_require__(8432);
;// CONCATENATED MODULE: ./build/src/adapters/log.js


/** The job log on standard output. */
function logAdapter(write) {
    return {
        info: (line) => write((0,fence/* fenceWhereNeeded */.I)(line)),
        warning: (line) => (0,core/* warning */.$e)(line),
        async group(title, work) {
            write(`::group::${title.replaceAll(/[\r\n%]/g, " ")}\n`);
            try {
                return await work();
            }
            finally {
                write("::endgroup::\n");
            }
        },
        annotate(finding, title) {
            const properties = {
                title,
                ...(finding.file === undefined ? {} : { file: finding.file }),
                ...(finding.line === undefined ? {} : { startLine: finding.line }),
                ...(finding.column === undefined ? {} : { startColumn: finding.column }),
            };
            const say = { error: core/* error */.z3, warning: core/* warning */.$e, notice: core/* notice */.lm }[finding.severity];
            say(finding.message, properties);
        },
    };
}

;// CONCATENATED MODULE: ./build/src/entry/job-voice.js




/** A stage is heard by the runner's commands, outputs and summary. */
function jobVoice(runner) {
    const write = (text) => void process.stdout.write(text);
    return {
        log: logAdapter(write),
        job: (jobId) => (0,job/* jobFacts */.X)(runner, jobId),
        show: (chunk) => write((0,fence/* fence */.E)(chunk)),
        mask: core/* setSecret */.Pq,
        outputs(all) {
            for (const [name, value] of Object.entries(all))
                (0,core/* setOutput */.uH)(name, value);
        },
        failed: core/* setFailed */.C1,
        async summary(markdown) {
            await core/* summary */.z.addRaw(markdown, true).write();
        },
    };
}


/***/ })

};
