export const id = 708;
export const ids = [708];
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

/***/ 1324:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C2: () => (/* binding */ changeOf),
/* harmony export */   IP: () => (/* binding */ sorted),
/* harmony export */   IQ: () => (/* binding */ rankOf),
/* harmony export */   O5: () => (/* binding */ byRank),
/* harmony export */   T8: () => (/* binding */ placedIn)
/* harmony export */ });
/** The change that a list of files makes. */
function changeOf(files) {
    return new Map(files.map(({ path, addedLines }) => [path, addedLines === null ? null : new Set(addedLines)]));
}
/** A finding with what the change has to do with it; as it is when the change does not touch its file. */
function placedIn(change, finding) {
    const { in_change: _, ...rest } = finding;
    const lines = rest.file === undefined ? undefined : change.get(rest.file);
    if (lines === undefined)
        return rest;
    return { ...rest, in_change: rest.line !== undefined && lines?.has(rest.line) === true ? "line" : "file" };
}
const severities = ["error", "warning", "notice"];
/**
 * The order of a finding among others: first what blocks, then what this change touches, then by severity. Lower comes
 * first.
 */
function rankOf({ in_change, severity }, blocking = false) {
    return [blocking ? 0 : 1, in_change === "line" ? 0 : in_change === "file" ? 1 : 2, severities.indexOf(severity)];
}
/** Compares two ranks; what is equal keeps its order. */
function byRank(a, b) {
    const at = a.findIndex((one, index) => one !== b[index]);
    return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
/** Findings in the order in which a reader wants them: those of this change first, each part worst first. */
function sorted(findings) {
    return [...findings].sort((a, b) => byRank(rankOf(a), rankOf(b)));
}


/***/ }),

/***/ 4681:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ isFirstContact),
/* harmony export */   kQ: () => (/* binding */ toolLines),
/* harmony export */   ls: () => (/* binding */ missingPackage),
/* harmony export */   r8: () => (/* binding */ coverageToBeginWith)
/* harmony export */ });
/** The lines of mix.exs that add the tools of Phase 6, by package: no generator of Elixir or Phoenix writes them. */
const toolLines = {
    credo: '{:credo, "~> 1.7", only: [:dev, :test], runtime: false}',
    sobelow: '{:sobelow, "~> 0.15", only: [:dev, :test], runtime: false}',
    dialyxir: '{:dialyxir, "~> 1.4", only: [:dev, :test], runtime: false}',
};
/** The package that a check needs and mix.exs does not have; null when it lacks something else. */
function missingPackage({ reason_code, facts }) {
    const name = facts["package"];
    return reason_code === "tool_missing" && typeof name === "string" && name in toolLines ? name : null;
}
/**
 * The facts of coverage below the default minimum in a project that sets none, such as a generated application: the
 * minimum to begin with, which the project raises from there. `percent` is what its tests reach now.
 */
function coverageToBeginWith(percent) {
    return {
        first_contact: [
            `Coverage is ${percent.toFixed(1)} %; the default minimum is 80 %.`,
            "Write more tests, or begin with the minimum below and raise it later.",
        ].join(" "),
        first_contact_setting: `coverage: {minimum: ${Math.floor(percent)}}`,
    };
}
/**
 * True for a check that needs what a project does not have when validate runs for the first time: a tool, Hex, a
 * CHANGELOG. `facts.first_contact` marks any other check as one of these, with its sentence. All of them are shown as
 * one block, since they have one remedy.
 */
function isFirstContact(one) {
    if (one.kind !== "check" || one.verdict === "pass" || one.verdict === "off")
        return false;
    if (missingPackage(one) !== null || one.reason_code === "changelog_missing")
        return true;
    return ((one.id === "hex-audit" && one.reason_code === "tool_missing") || typeof one.facts["first_contact"] === "string");
}


/***/ }),

/***/ 3020:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ reasonCodes)
/* harmony export */ });
/**
 * The closed list of reason codes: why a stage, check, gate, step or signal ended as it did.
 * Machines branch on the code; people read the sentence beside it. A code is never renamed or reused.
 */
const reasonCodes = [
    // a stage as a whole
    "passed",
    "planned",
    "running",
    "cancelled",
    "checks_failed",
    "deployed",
    "promoted",
    "rolled_back",
    "taken_back",
    "rollback_failed",
    "smoke_passed",
    "gate_closed",
    "gate_open",
    "unexpected_error",
    // inputs and settings
    "invalid_input",
    "unknown_input",
    "invalid_settings",
    // checks
    "check_failed",
    "could_not_run",
    "timed_out",
    "tool_missing",
    "not_judged",
    "switched_off",
    "dependency_failed",
    "no_tests_run",
    "tests_failed",
    "coverage_below_minimum",
    "warnings_found",
    "compile_error",
    "not_formatted",
    "syntax_error",
    "issues_found",
    "vulnerabilities_found",
    "release_not_assembled",
    "release_does_not_boot",
    "not_applicable",
    "network_failed",
    "database_unreachable",
    "lock_mismatch",
    "migration_missing",
    "migration_irreversible",
    "migration_out_of_order",
    "schema_differs",
    "unsafe_migration",
    "version_invalid",
    "version_not_bumped",
    "changelog_incomplete",
    "rollback_plan_missing",
    "backup_not_named",
    "backup_not_run",
    // evidence and release
    "evidence_missing",
    "evidence_unreadable",
    "evidence_unpinned",
    "evidence_conflict",
    "evidence_of_another_commit",
    "evidence_of_another_run",
    "manifest_mismatch",
    "checkout_of_another_commit",
    "fork_checked_out",
    "stage_failed",
    "release_missing",
    "digest_mismatch",
    "release_unproven",
    // approval
    "approved",
    "approval_not_required",
    "environment_missing",
    "environment_unprotected",
    "environment_mismatch",
    "environment_unproven",
    "approval_missing",
    "approval_rejected",
    "self_approval",
    "approval_unreadable",
    // target
    "lock_held",
    "lock_lost",
    "step_running",
    "target_unreachable",
    "host_unsuitable",
    "upload_failed",
    "unpack_failed",
    "migration_failed",
    "start_failed",
    "not_healthy",
    "not_ready",
    "wrong_version",
    "wrong_release",
    "router_failed",
    "request_failed",
    "smoke_failed",
    "stop_failed",
    "state_unknown",
    "release_marked_bad",
    "not_listening",
    "settings_mismatch",
    "configuration_missing",
    "outage",
    "public_url_failed",
    "port_taken",
    "environment_file_invalid",
    "unsafe_release",
    "disk_full",
    // the watch
    "errors_exceeded",
    "latency_exceeded",
    "watch_inconclusive",
    // rollback
    "no_previous_release",
    "already_active",
    "release_not_kept",
    // announcements
    "not_configured",
    "not_delivered",
    "changelog_missing",
    // what a tool did not read
    "sources_not_read",
    // the checkout itself
    "tree_changed",
];


/***/ }),

/***/ 2877:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $f: () => (/* binding */ findingSchema),
/* harmony export */   Bv: () => (/* binding */ blocks),
/* harmony export */   FD: () => (/* binding */ resultSchema),
/* harmony export */   Ke: () => (/* binding */ result),
/* harmony export */   cb: () => (/* binding */ leftOpen)
/* harmony export */ });
/* unused harmony exports verdicts, resultKinds */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2716);
/* harmony import */ var _reason_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3020);


/**
 * The six verdicts. Only `pass` passes: `error` could not be judged, `inconclusive` was judged but saw too little,
 * `off` was switched off by the user, `not-run` never began.
 */
const verdicts = ["pass", "fail", "error", "inconclusive", "off", "not-run"];
/**
 * What a person can act on, at one place in the repository. Paths are relative to the repository; lines and columns
 * count from 1.
 */
const findingSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    severity: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["error", "warning", "notice"]),
    message: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    file: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    line: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive().optional(),
    column: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive().optional(),
    rule: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    /**
     * How it relates to the pull request: it is on a line that the pull request adds or changes, or elsewhere in a file
     * that it touches.
     */
    in_change: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["line", "file"]).optional(),
});
/** What was looked at or done. */
const resultKinds = ["check", "gate", "step", "signal", "announcement"];
const factSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .json */ .Pq9();
/** The outcome of one check, gate, step or signal, as evidence keeps it. */
const resultSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    kind: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(resultKinds),
    /** kebab-case, unique in its stage: `coverage`, `approval`, `await-healthy`. */
    id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** What a reader of a table sees: `mix test --cover`, `Staging health check`. */
    title: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** A MUST of Phase 6: when it does not pass, neither does the stage. */
    required: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    verdict: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(verdicts),
    reason_code: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(_reason_js__WEBPACK_IMPORTED_MODULE_1__/* .reasonCodes */ .J),
    /** One sentence: what was seen, with the values. */
    says: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** What to do about it; empty when nothing needs doing. */
    remedy: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().default(""),
    duration_ms: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nonnegative(),
    facts: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), factSchema).default({}),
    findings: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(findingSchema).default([]),
    /** How many findings there were before any were left out. */
    findings_total: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().nonnegative().default(0),
    /** The last lines of what the tool or server printed, for the reader; escaped when rendered. */
    tail: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().default(""),
    /** The command that a person types to see the same. */
    reproduce: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().default(""),
});
/** Joins heading and judgement into a result. `durationMs` in milliseconds. */
function result(heading, judgement, durationMs) {
    const findings = [...(judgement.findings ?? [])];
    return {
        kind: heading.kind,
        id: heading.id,
        title: heading.title,
        required: heading.required,
        verdict: judgement.verdict,
        reason_code: judgement.reason_code,
        says: judgement.says,
        remedy: judgement.remedy ?? "",
        duration_ms: Math.max(0, Math.round(durationMs)),
        facts: judgement.facts ?? {},
        findings,
        findings_total: findings.length,
        tail: judgement.tail ?? "",
        reproduce: judgement.reproduce ?? heading.reproduce ?? "",
    };
}
/**
 * True where something that SHOULD pass did not: it neither passed nor was switched off, and it applies to this
 * project.
 */
function leftOpen(one) {
    return one.verdict !== "pass" && one.verdict !== "off" && one.reason_code !== "not_applicable";
}
/** True when a result blocks its stage: it is required, and neither passed nor was switched off by the user. */
function blocks(one) {
    return one.required && one.verdict !== "pass" && one.verdict !== "off";
}


/***/ }),

/***/ 5601:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cr: () => (/* binding */ bold),
/* harmony export */   Hn: () => (/* binding */ cell),
/* harmony export */   Mn: () => (/* binding */ lines),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   em: () => (/* binding */ sentence),
/* harmony export */   fK: () => (/* binding */ narrowBlock),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   om: () => (/* binding */ block),
/* harmony export */   pj: () => (/* binding */ plain),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   yd: () => (/* binding */ cutTo),
/* harmony export */   zH: () => (/* binding */ details)
/* harmony export */ });
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1732);

/**
 * Markdown from text that others wrote: test names, logs, versions, server answers. What they say is shown letter by
 * letter; what it would do on a page is taken from it. Character references are used throughout, since they hold in
 * Markdown, in tables and in HTML blocks alike.
 */
const reference = (one) => `&#${one.codePointAt(0)};`;
/**
 * Text from outside as Markdown shows it: no markup, no HTML, no link, no mention, no command to the runner. One line.
 */
function plain(text) {
    // GitHub looks for mentions and issue numbers after Markdown is rendered: only a character between keeps them apart.
    return escapeMarkup(oneLine(text).replaceAll(/@(?=[\p{L}\p{N}])|#(?=\d)/gu, "$&\u200b"));
}
/** Our own sentences have inline code between backticks: that is shown as code, the rest as text. */
function sentence(text) {
    return text
        .split(/`([^`\n]*)`/)
        .map((part, index) => (index % 2 === 1 ? code(part) : plain(part)))
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
        return plain(text);
    const url = new URL(address);
    if (url.protocol !== "https:" && url.protocol !== "http:")
        return plain(text);
    // Only what cannot end a link or a table's cell stays as it is.
    const href = url.href.replaceAll(/[^\w.~:/?#=%+,;&-]/g, (one) => `%${one.charCodeAt(0).toString(16).padStart(2, "0")}`);
    return `[${plain(text)}](${href.replaceAll("&", "&amp;")})`;
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

/***/ 1732:
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

/***/ 290:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nx: () => (/* binding */ capital),
/* harmony export */   Su: () => (/* binding */ earlierRun),
/* harmony export */   Vc: () => (/* binding */ minute),
/* harmony export */   ao: () => (/* binding */ optionalMark),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   vI: () => (/* binding */ shortened)
/* harmony export */ });
/* unused harmony exports verdictWords, statusWords, figure */
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5601);


/** The verdict as Phase 6's report writes it. */
const verdictWords = {
    pass: "✓ PASS",
    fail: "✗ FAIL",
    error: "✗ ERROR",
    inconclusive: "◌ INCONCLUSIVE",
    off: "– OFF",
    "not-run": "– NOT RUN",
};
/**
 * How a result ended, as a table shows it: a pass of an earlier run names that run, and what does not apply is no gap.
 */
function statusWords(one) {
    const run = earlierRun(one);
    if (run !== "")
        return `✓ as in ${run}`;
    if (one.reason_code === "backup_not_run")
        return "– CONFIGURED, NOT RUN";
    return one.reason_code === "not_applicable" ? "– DOES NOT APPLY" : verdictWords[one.verdict];
}
/** The earlier run that this pass is from, as a link; nothing where it was found out in this run. */
function earlierRun({ verdict, facts }) {
    const { as_in_run: run, as_in_run_url: url } = facts;
    return verdict === "pass" && typeof run === "string"
        ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .link */ .nf)(`run ${shortened(run, 40)}`, typeof url === "string" ? url : "")
        : "";
}
/** Behind the title of a check that is not required; nothing where it is switched off or does not apply. */
function optionalMark({ required, verdict, reason_code, }) {
    return required || verdict === "off" || reason_code === "not_applicable" ? "" : " (optional)";
}
/** Milliseconds as a person reads them. */
function duration(ms) {
    if (ms < 1_000)
        return `${Math.round(ms)} ms`;
    if (ms < 59_950)
        return `${(ms / 1_000).toFixed(1)} s`;
    const seconds = Math.round(ms / 1_000);
    return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
/**
 * The number beside a check's verdict in Phase 6's table: "103 tests", "92.3%". Coverage is rounded down: 79.96 never
 * reads as 80.0.
 */
function figure({ id, facts }) {
    const { tests, coverage } = facts;
    if (id === "test" && typeof tests === "number")
        return counted(tests, "test");
    if (id === "coverage" && typeof coverage === "number")
        return `${(Math.floor(coverage * 10 + 1e-9) / 10).toFixed(1)}%`;
    return "";
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


/***/ })

};
