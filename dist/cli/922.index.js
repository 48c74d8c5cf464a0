export const id = 922;
export const ids = [922];
export const modules = {

/***/ 5590:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Xy: () => (/* binding */ batches),
/* harmony export */   uG: () => (/* binding */ batchText),
/* harmony export */   vu: () => (/* binding */ isRefusal)
/* harmony export */ });
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

/***/ 7442:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EZ: () => (/* binding */ isMeant),
/* harmony export */   hz: () => (/* binding */ digitsOfId),
/* harmony export */   xI: () => (/* binding */ parseRollbackTo)
/* harmony export */ });
/* harmony import */ var _release_version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(108);

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
    return isReleaseId(version) || (0,_release_version_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVersion */ .ot)(version) !== null ? { kind: "version", version } : null;
}
/** `<version>-<digest8>`: also where the digits alone would be no identifier of a version, such as `00000001`. */
function isReleaseId(text) {
    return /-[0-9a-f]{8}$/.test(text) && (0,_release_version_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVersion */ .ot)(text.replace(/-[0-9a-f]{8}$/, "")) !== null;
}
/** True for a release id that is meant by it. Of a digest only the digits that an id has are compared. */
function isMeant(to, id) {
    if (to.kind === "digest")
        return id.endsWith(`-${to.digest.slice(0, digitsOfId)}`);
    return id === to.version || id.replace(/-[0-9a-f]{8}$/, "") === to.version;
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

/***/ 7995:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ checkoutGate)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/domain/values/error-text.js
var error_text = __webpack_require__(3059);
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

// EXTERNAL MODULE: ./build/src/stages/judged.js
var judged = __webpack_require__(4444);
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
    return (0,judged/* gate */.Gj)(run, { id: "checkout", title: "The checkout is the commit of this run" }, () => judgement);
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


/***/ }),

/***/ 4444:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gj: () => (/* binding */ gate),
/* harmony export */   Us: () => (/* binding */ nothingChanged),
/* harmony export */   XU: () => (/* binding */ recordAll),
/* harmony export */   ay: () => (/* binding */ timed),
/* harmony export */   g$: () => (/* binding */ judged),
/* harmony export */   n_: () => (/* binding */ recordTimed)
/* harmony export */ });
/* harmony import */ var _domain_evidence_result_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8365);
/* harmony import */ var _stage_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8767);


/** Does the work and measures how long it took, for whoever records its judgement later with `recordTimed`. */
async function timed({ world }, work) {
    const started = world.clock.ticks();
    const value = await work();
    return { value, durationMs: world.clock.ticks() - started };
}
/** Records a judgement under its heading, with its warnings. */
function recordTimed(run, subject, one) {
    return recordAll(run, [{ subject, ...one }]);
}
/** Records judgements that are known at once, each under its heading, with its warnings. */
async function recordAll({ recorder }, all) {
    const results = all.map(({ subject, judgement, durationMs }) => {
        const required = typeof subject.required === "boolean" ? subject.required : subject.required(judgement);
        return (0,_domain_evidence_result_js__WEBPACK_IMPORTED_MODULE_0__/* .result */ .Ke)({ ...subject, required }, judgement, durationMs);
    });
    await recorder.record(...results);
    for (const { judgement } of all)
        for (const warning of judgement.warnings ?? [])
            await recorder.warn(warning);
}
/** Times a judgement and records it under its heading, with its warnings. */
async function judged(run, subject, judge) {
    const { value: judgement, durationMs } = await timed(run, judge);
    await recordTimed(run, subject, { judgement, durationMs });
    return judgement;
}
/** Judges and records what must hold before anything is changed. Null where it holds. */
async function gate(run, { id, title }, judge) {
    const judgement = await judged(run, { kind: "gate", id, title, required: true }, judge);
    return judgement.verdict === "pass" ? null : (0,_stage_js__WEBPACK_IMPORTED_MODULE_1__/* .stopped */ .c)(judgement, nothingChanged);
}
/** What it means that a stage stops before its first change. */
const nothingChanged = "Nothing was changed.";


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


/***/ }),

/***/ 7566:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ wantedFor)
/* harmony export */ });
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


/***/ }),

/***/ 6666:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AJ: () => (/* binding */ markedBad),
/* harmony export */   Cl: () => (/* binding */ awayWarnings),
/* harmony export */   DA: () => (/* binding */ unreadableEnvironment),
/* harmony export */   GM: () => (/* binding */ slotLeft),
/* harmony export */   GV: () => (/* binding */ groupAway),
/* harmony export */   Gs: () => (/* binding */ hostsMissing),
/* harmony export */   PO: () => (/* binding */ staleWarnings),
/* harmony export */   S2: () => (/* binding */ busy),
/* harmony export */   WE: () => (/* binding */ passes),
/* harmony export */   c: () => (/* binding */ unsuited),
/* harmony export */   f5: () => (/* binding */ portTaken),
/* harmony export */   u8: () => (/* binding */ leftFault)
/* harmony export */ });
/* harmony import */ var _domain_fleet_fleet_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1885);
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1832);
/* harmony import */ var _strategy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8394);



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
    const faults = (0,_strategy_js__WEBPACK_IMPORTED_MODULE_0__/* .unsuitedOf */ .J)(strategy, { ...layout, hosts: [...layout.hosts, ...also.map(({ host }) => host)] });
    if (faults.length > 0) {
        const all = (text) => faults.map((fault) => fault[text]).join(" ");
        return { refused: "invalid_settings", says: all("says"), remedy: all("remedy") };
    }
    return serverMissing(fleet);
}
function layoutOf(fleet) {
    const { hosts, router, routing, groups } = fleet;
    const ports = (0,_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .slotNames */ .Do)(fleet).map((name) => [name, { port: (0,_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .hostsOf */ .PP)(fleet, name)[0]?.slots[name]?.port ?? 0 }]);
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
    const missing = (0,_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .slotNames */ .Do)(fleet).flatMap((slot) => (0,_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .servers */ .b0)(fleet, slot).filter((name) => !known(name)));
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
    return fleet.groups !== undefined || (0,_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .slotNames */ .Do)(fleet).length === 1 ? "as the hosts are named" : "`<host>-<slot>`";
}
/** Why the release cannot go anywhere: no host of the group that does not serve can be reached. */
function groupAway(fleet, release) {
    const { groups, away = [] } = fleet;
    if (groups === undefined || (0,_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .freeSlots */ .iA)(fleet, release).length > 0)
        return null;
    const gone = (0,_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .slotNames */ .Do)(fleet).filter((slot) => (0,_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .hostsOf */ .PP)(fleet, slot).length === 0);
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
    const hosts = (0,_domain_fleet_fleet_js__WEBPACK_IMPORTED_MODULE_2__/* .hostNames */ .n3)(marked);
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


/***/ }),

/***/ 77:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ML: () => (/* binding */ leftAlready),
/* harmony export */   UM: () => (/* binding */ revertAlone),
/* harmony export */   el: () => (/* binding */ revertWarnings),
/* harmony export */   os: () => (/* binding */ schemaRefused),
/* harmony export */   v_: () => (/* binding */ revertLast)
/* harmony export */ });
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1832);
/* harmony import */ var _phases_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5191);
/* harmony import */ var _steps_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4140);
/* harmony import */ var _under_lock_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6173);




/**
 * Where traffic is back already, after a rollback that kept the schema or that failed at it: the release that serves,
 * and the one that was left, which is marked bad. `choice` says why traffic goes nowhere; null where that is not so.
 */
function leftAlready(fleet, { refused }) {
    const active = (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .activeOf */ .m3)(fleet);
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
    return schema === null || schema.going.length === 0 ? [] : [_steps_js__WEBPACK_IMPORTED_MODULE_1__/* .revert */ .ru(schema)];
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
    const ends = (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .slotNames */ .Do)(fleet).flatMap((slot) => {
        const running = fleet.hosts.filter((host) => (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .runs */ .Np)(host, slot, between.left));
        const wanted = { ...wish, release: between.to, migrate: false };
        const why = () => "it needs the schema that is rolled back";
        return running.length === 0 ? [] : (0,_phases_js__WEBPACK_IMPORTED_MODULE_2__/* .drainAndStop */ .cQ)({ fleet, wanted, slot }, running, why);
    });
    return (0,_under_lock_js__WEBPACK_IMPORTED_MODULE_3__/* .underLock */ .y)(fleet, wish, {
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
    const slot = (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .slotNames */ .Do)(fleet).find((name) => fleet.hosts.some((host) => (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .runs */ .Np)(host, name, left) && (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .mayTakeTraffic */ .Gx)(fleet, host, name)));
    if (slot === undefined)
        return null;
    return {
        refused: "schema_in_use",
        says: `${left} in slot ${slot} still takes requests, and needs the schema.`,
        remedy: "Send them to the release that serves, and run again.",
    };
}


/***/ }),

/***/ 9791:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ chooseRollback),
  I: () => (/* binding */ planRollback)
});

// EXTERNAL MODULE: ./build/src/domain/fleet/plan.js
var plan = __webpack_require__(5590);
// EXTERNAL MODULE: ./build/src/strategies/facts.js
var facts = __webpack_require__(1832);
// EXTERNAL MODULE: ./build/src/strategies/leftovers.js
var leftovers = __webpack_require__(8211);
// EXTERNAL MODULE: ./build/src/domain/rollback/to.js
var rollback_to = __webpack_require__(7442);
// EXTERNAL MODULE: ./build/src/strategies/verified.js
var strategies_verified = __webpack_require__(8815);
;// CONCATENATED MODULE: ./build/src/strategies/named-release.js


/**
 * The release that a person names: by its version, by digits of its digest or by its id. Null for the previous one; a
 * refusal that lists what there is where none or several are meant.
 */
function namedRelease(fleet, asked) {
    const to = (0,rollback_to/* parseRollbackTo */.xI)(asked);
    if (to?.kind === "previous")
        return null;
    const known = knownReleases(fleet);
    // A whole id is meant before a version of the same form.
    const found = known.includes(asked) ? [asked] : known.filter((id) => to !== null && (0,rollback_to/* isMeant */.EZ)(to, id));
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

// EXTERNAL MODULE: ./build/src/strategies/refusals.js
var refusals = __webpack_require__(6666);
// EXTERNAL MODULE: ./build/src/strategies/registry.js + 7 modules
var registry = __webpack_require__(1628);
// EXTERNAL MODULE: ./build/src/strategies/revert.js
var revert = __webpack_require__(77);
// EXTERNAL MODULE: ./build/src/strategies/steps.js
var strategies_steps = __webpack_require__(4140);
// EXTERNAL MODULE: ./build/src/strategies/under-lock.js
var under_lock = __webpack_require__(6173);
;// CONCATENATED MODULE: ./build/src/strategies/rollback.js










/**
 * Back to the last release that was verified before the active one (Phase 6: Rollback Procedure, as it holds in
 * practice: traffic first, the schema stays).
 */
function planRollback(observed, wanted, all = registry/* strategies */.W) {
    const strategy = (0,registry/* strategyOf */.x)(wanted, all);
    if ((0,plan/* isRefusal */.vu)(strategy))
        return strategy;
    const refused = (0,refusals/* busy */.S2)(observed, wanted) ?? (0,refusals/* hostsMissing */.Gs)(observed, wanted) ?? (0,refusals/* slotLeft */.GM)(observed) ?? (0,refusals/* unsuited */.c)(observed, strategy);
    if (refused !== null)
        return refused;
    const { steps: completing, fleet: complete } = (0,leftovers/* completeRecords */.It)(observed);
    const choice = chooseRollback(complete, wanted);
    if ("refused" in choice)
        return (0,revert/* revertAlone */.UM)({ completing, fleet: complete, choice }, wanted) ?? choice;
    const kept = (0,revert/* schemaRefused */.os)(complete, wanted, choice);
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
    const steps = [...back, ...(0,revert/* revertLast */.v_)(wanted)];
    const unreadable = steps.some(({ type }) => type === "start") ? (0,refusals/* unreadableEnvironment */.DA)(fleet) : null;
    if (unreadable !== null)
        return unreadable;
    const unverified = `${to} is not the previous verified release: it is verified before it takes traffic.`;
    const because = verified ? "the previous verified release" : "as requested";
    const bad = (0,strategies_verified/* passedOver */.Jn)(fleet, to);
    const over = `Marked bad, and passed over: ${bad.join(", ")}.`;
    return (0,under_lock/* underLock */.y)(fleet, wanted, {
        says: `Roll ${environment} back from ${left} to ${to}, ${because}.`,
        leaves: left,
        warnings: [
            ...(0,refusals/* awayWarnings */.Cl)(fleet),
            ...(0,refusals/* staleWarnings */.PO)(fleet, to, steps),
            ...strategy.warnings(steps),
            ...triedSince(fleet, left),
            ...(verified ? [] : [unverified]),
            ...(verified && bad.length > 0 ? [over] : []),
            ...(0,revert/* revertWarnings */.el)(wanted),
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
    const lacking = (0,facts/* placesFor */.Wu)(fleet, to).filter((host) => !host.releases.includes(to));
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
    const active = (0,facts/* activeOf */.m3)(fleet);
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
    const refused = (0,refusals/* groupAway */.GV)(fleet, target) ?? (0,refusals/* markedBad */.AJ)(fleet, target, instead) ?? lacking(fleet, target, choosing);
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
function lacking(fleet, release, { carried }) {
    const host = (0,facts/* placesFor */.Wu)(fleet, release).find(({ releases }) => !releases.includes(release));
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
    const serving = fleet.hosts.flatMap((host) => (0,facts/* slotNames */.Do)(fleet)
        .filter((slot) => fleet.router === null || (0,facts/* takesTraffic */.CS)(fleet, host, slot))
        .map((slot) => host.slots[slot]?.running?.release ?? active.release));
    return serving.find((release) => release !== active.release && release !== goesTo) ?? null;
}


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


/***/ }),

/***/ 6173:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ underLock)
/* harmony export */ });
/* harmony import */ var _steps_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4140);

/**
 * A plan with the locks around it: those that are not ours yet are taken first, in the order of the hosts' names, and
 * all are released last. A lock that expired and still names us is ours: nobody came in between.
 */
function underLock(fleet, { owner, takeLock = false }, plan) {
    const sorted = [...fleet.hosts, ...(fleet.routerHosts ?? [])].sort((one, other) => (one.host < other.host ? -1 : 1));
    const missing = sorted.filter(({ lease }) => lease?.owner !== owner);
    const locks = missing.map((host) => (0,_steps_js__WEBPACK_IMPORTED_MODULE_0__/* .acquire */ .XC)(host, takeLock));
    return { ...plan, steps: [...locks, ...plan.steps, ...sorted.map(_steps_js__WEBPACK_IMPORTED_MODULE_0__/* .unlock */ .Tl)] };
}


/***/ }),

/***/ 1874:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k: () => (/* binding */ hostsByHand),
  R: () => (/* binding */ restoreByHand)
});

// EXTERNAL MODULE: ./build/src/commands/host.js
var host = __webpack_require__(3620);
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
const wordOrShell = (text) => (text.includes(" ") ? (0,host/* quote */.hD)(text) : (0,host/* word */.Vm)(text));
/** Orders of systemd, by the rules for sudo that the steps need as well. */
const asRoot = `root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }`;
/** Into `pid`, the process of a slot. */
const slotPid = ({ unit }, slot) => lines(`pid=$(systemctl show --property=MainPID --value "${unit}@${slot}" 2>/dev/null)`, `[ "\${pid:-0}" != 0 ] || pid=$(cut -d ' ' -f 1 "state/slot.${slot}" 2>/dev/null)`);
/** What is on record, and what runs. */
function lookAround(place) {
    const slots = place.slots.map(({ slot }) => slot).join(" ");
    return lines(`cd ${(0,host/* word */.Vm)(place.path)}`, "cat state/active state/bad 2>/dev/null", "ls releases", `for slot in ${slots}; do`, ...indented(slotPid(place, "$slot")), '  echo "$slot: $(readlink "slots/$slot"), process ${pid:-none}, $(readlink "/proc/$pid/exe")"', "done", "tail -n 20 state/journal");
}
/** Nothing changes the host any more by itself: no run, no guard of a shift, no end of a hold. */
function takeOver({ path }) {
    return lines(`cd ${(0,host/* word */.Vm)(path)}`, "flock -w 60 state/step flock -w 10 state/mutex rm -f state/lease state/guard state/hold-until");
}
/** Into `began`, what a run started that did not come to its record; empty where every run did. */
const begun = "began=$(cut -d ' ' -f 2 state/intent 2>/dev/null)";
const isBad = (release) => `grep -qxF "${release}" state/bad 2>/dev/null`;
/**
 * Lets the only slot have the release before, and then it is started: of what was verified, the last that is not left,
 * not marked bad and still kept. A run that did not come to its record left another one than the last verified.
 */
function linkBefore({ path }, slot) {
    return lines(`cd ${(0,host/* word */.Vm)(path)}`, "read -r verified _ before _ <state/active", begun, `case "$began" in '' | "$before") left=$verified ;; *) left= ;; esac`, "for release in $verified $before $(cut -d ' ' -f 1 state/verified 2>/dev/null) ''; do", `  if [ "$release" != "$left" ] && [ -d "releases/$release" ] && ! ${isBad("$release")}; then break; fi`, "done", 'if [ -n "$release" ]; then', `  ln -sfn "../releases/$release" slots/${slot}`, "else", '  echo "No other verified release is kept here: the link stays. Set it to one that ls releases prints."', "fi", `readlink slots/${slot}`);
}
function startUnit({ path, unit }, slot) {
    return lines(asRoot, `cd ${(0,host/* word */.Vm)(path)}`, `readlink slots/${slot}`, `root systemctl start ${unit}@${slot}`);
}
/**
 * For what runs without a unit: the variables that a server is started with, read as the host program reads them.
 * `reader` is its awk program.
 */
function defineVariables({ path }, reader) {
    return lines(`env_reader='${reader}'`, "server_variables() (", `  cd ${(0,host/* word */.Vm)(path)}`, `  echo "export RELEASE_COOKIE='$(cat state/cookie)'"`, '  for file in shared/env "shared/env.$1"; do', '    [ ! -e "$file" ] || LC_ALL=C awk "$env_reader" "$file"', "  done", ")");
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
    return lines(`cd ${(0,host/* word */.Vm)(path)}`, `release=$(basename "$(readlink slots/${slot})")`, `program=$(cut -d ' ' -f 2 "state/kept/$release")`, `mkdir -p state/tmp.${slot}`, `server_variables ${slot} | env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \\`, '  HOME="$HOME" USER="$(id -un)" LANG=C.UTF-8 TZ="$(cat /etc/timezone 2>/dev/null || echo UTC)" \\', `  sh -c 'eval "$(cat)"; export PORT=${port} RELEASE_NODE=${node}_${slot} RELEASE_TMP=${path}/state/tmp.${slot}`, `    cd "$1" && exec setsid "$1/bin/$2" start </dev/null' sh "${path}/releases/$release" "$program" \\`, `  >>state/log.${slot} 2>&1 &`, "pid=$!", "sleep 1", `echo "$pid $(sed 's/^.*) //' "/proc/$pid/stat" | cut -d ' ' -f 20) $release" >state/slot.${slot}`);
}
/** What a slot answers, and the release that its process runs from. */
function checkSlot(place, { slot, port }, health) {
    return lines(`cd ${(0,host/* word */.Vm)(place.path)}`, 
    // A fresh Debian has perl, and no curl.
    "answers() {", "  perl -MIO::Socket::INET -e '", '    $SIG{ALRM} = sub { print "no answer in 5 s"; exit 1 }; alarm 5;', '    my $s = IO::Socket::INET->new("127.0.0.1:$ARGV[0]") or do { print "no answer: $@"; exit 1 };', '    print $s "GET $ARGV[1] HTTP/1.0\\r\\nHost: 127.0.0.1:$ARGV[0]\\r\\n\\r\\n";', '    my $status = <$s> // "no answer"; $status =~ s/\\s+$//; print $status;', `    exit($status !~ m{^HTTP/\\S+ 200\\b})' ${port} ${(0,host/* word */.Vm)(health.path)}`, "}", "tries=0", `until said=$(answers) || [ "$tries" -ge ${health.withinSeconds} ]; do tries=$((tries + 1)); sleep 1; done`, `if answers >/dev/null; then echo "slot ${slot} is healthy"; else echo "slot ${slot} is not healthy: $said"; fi`, slotPid(place, slot), 'readlink "/proc/$pid/exe"', `tr '\\0' '\\n' <"/proc/$pid/environ" | grep '^RELEASE_ROOT=' || :`);
}
/** Ends what runs in a slot, and waits for it: background jobs of a release that was left would go on otherwise. */
function stopSlot({ path, unit }, slot) {
    const name = `${unit}@${slot}`;
    const state = `systemctl show --property=ActiveState --value ${name}`;
    const up = '"^(re|de)?(activ|load)"';
    const born = `sed 's/^.*) //' "/proc/$pid/stat" 2>/dev/null | cut -d ' ' -f 20`;
    return lines(asRoot, `cd ${(0,host/* word */.Vm)(path)}`, 
    // What ends and is started again all the time is seldom active, and activating in between.
    `if ${state} 2>/dev/null | grep -Eq ${up}; then`, `  root systemctl stop --no-block ${name}`, `  timeout 70 sh -c ${(0,host/* quote */.hD)(`while ${state} | grep -Eq ${up}; do sleep 0.2; done`)}`, `elif read -r pid began _ <state/slot.${slot} && [ "$(${born})" = "$began" ]; then`, '  kill -TERM "$pid"', `  timeout 60 sh -c "while kill -0 $pid; do sleep 0.2; done" 2>/dev/null || kill -KILL "$pid"`, "fi", `rm -f state/slot.${slot}`);
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
    return lines(asRoot, `cd ${(0,host/* word */.Vm)(place.path)}`, "read -r left _ before _ <state/active", begun, ...(has === "the slot"
        ? [`release=$(${linked})`]
        : [`release=$left`, `[ "$left" != "$(${linked})" ] || release=$before`]), 'if [ -n "$left" ] && [ -n "$release" ] && [ "$left" != "$release" ]; then', `  echo "$release ${slot} $left" >state/active.new && mv state/active.new state/active`, `  echo "$(date -u +%Y-%m-%dT%H:%M:%SZ) by-hand active $release in ${slot}, before it $left" >>state/journal`, "  began=$left", "fi", `[ -z "$began" ] || [ "$began" = "$release" ] || ${isBad("$began")} || echo "$began" >>state/bad`, "rm -f state/intent", ...(has === "the slot" ? ['ln -sfn "releases/$release" current'] : []), ...(enable.length === 0 ? [] : [`if [ -e /etc/systemd/system/${place.unit}@.service ]; then`, ...enable, "fi"]), "cat state/active");
}
/** Into `left`, the release that was left, once the record has it as the one before. */
const releaseLeft = "left=$(cut -d ' ' -f 3 state/active)";
/** What the schema had before that release migrated it, and after. */
function lookAtSchema({ path }) {
    return lines(`cd ${(0,host/* word */.Vm)(path)}`, releaseLeft, 'cat "state/kept/$left.schema"');
}
/**
 * The functions `down` of the release that was left, of each repository to what it had before. `down` and `versions`
 * are Elixir, with `repo` and `to_exclusive` given. Needs `defineVariables` before it.
 */
function rollSchemaBack({ app, path }, { down, versions, urlFrom }) {
    // In the clean shell: no address is in this one.
    const direct = urlFrom === undefined ? "" : `; export DATABASE_URL="$${urlFrom}"`;
    const recorded = (line) => `sed -n -E 's/^(${line}) *//p' "state/kept/$left.schema" | tr ' ' '\\n'`;
    return lines(`cd ${(0,host/* word */.Vm)(path)}`, releaseLeft, `program=$(cut -d ' ' -f 2 "state/kept/$left")`, `for repo in $(${recorded("before|after")} | sed 's:/.*::' | sort -u); do`, `  stays=$(${recorded("before")} | sed -n "s:^$repo/::p" | sort -n | tail -n 1)`, '  [ "$repo" != - ] || repo=nil', "  server_variables | env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \\", '    HOME="$HOME" USER="$(id -un)" LANG=C.UTF-8 \\', `    sh -c 'eval "$(cat)"${direct}; cd "$1" && exec "$1/bin/$2" eval "$3" </dev/null' \\`, `    sh "${path}/releases/$left" "$program" "Application.load(:${app})`, "repo = $repo", "to_exclusive = ${stays:-0}", "_ = {repo, to_exclusive}", `"${(0,host/* quote */.hD)(`${down}\n${versions}`)} || { echo "It failed: no other repository is rolled back."; break; }`, "done");
}
/** The dumps that the suite made. */
function listDumps(folder) {
    return `ls -l ${(0,host/* word */.Vm)(folder)}`;
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
    const file = "file" in dump ? (0,host/* word */.Vm)(dump.file) : `$(ls ${(0,host/* word */.Vm)(dump.newestIn)}/*.dump | LC_ALL=C sort | tail -n 1)`;
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
// EXTERNAL MODULE: ./build/src/domain/fleet/fleet.js
var fleet = __webpack_require__(1885);
// EXTERNAL MODULE: ./build/src/targets/hosts/units.js + 1 modules
var units = __webpack_require__(6615);
;// CONCATENATED MODULE: ./build/src/targets/hosts/by-hand-work.js

async function handWork({ app, environment }) {
    const slots = Object.entries(environment.slots).map(([slot, { port }]) => ({ slot, port }));
    const place = { app, path: environment.path, unit: (0,units/* unitName */.C)({ app, environment }), slots };
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

// EXTERNAL MODULE: ./build/src/targets/hosts/router-places.js
var router_places = __webpack_require__(1836);
;// CONCATENATED MODULE: ./build/src/targets/hosts/by-hand-slots.js




/** The slots one by one, each with the hosts that have it. */
function slotsOf({ environment, place }) {
    const { hosts, groups, slots } = environment;
    return place.slots.map((one) => {
        const having = handNames(hosts).filter((host) => groups === undefined || groups[host] === one.slot);
        const servers = having.map((host) => (0,fleet/* serverName */.L5)({ hosts, slots, groups }, host, one.slot));
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
    const [first] = (0,router_places/* routerPlaces */.gr)(environment);
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
        facts: factsOf(work),
        parts: [
            login(environment, everyHost(environment)),
            look(work),
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
function factsOf({ environment, place }) {
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
function look({ environment, place }) {
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
    const version = health.version === null ? "" : `\ncurl -fsS --max-time 10 ${(0,host/* word */.Vm)(`${url}${health.version}`)}; echo`;
    return {
        title: "See what users get",
        hosts: [],
        says: `In a terminal anywhere.${headers}`,
        blocks: [
            {
                when: "",
                text: `curl -fsS --max-time 10 -o /dev/null ${(0,host/* word */.Vm)(`${url}${health.path}`)} && ` +
                    `echo ${(0,host/* word */.Vm)(url)} answers${version}`,
            },
        ],
    };
}


/***/ }),

/***/ 1836:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eg: () => (/* binding */ serversAt),
/* harmony export */   KV: () => (/* binding */ othersRemedy),
/* harmony export */   gr: () => (/* binding */ routerPlaces),
/* harmony export */   qS: () => (/* binding */ ownWeights),
/* harmony export */   ri: () => (/* binding */ mergeRouters),
/* harmony export */   ts: () => (/* binding */ othersServe),
/* harmony export */   zL: () => (/* binding */ fleetNames)
/* harmony export */ });
/* harmony import */ var _domain_fleet_fleet_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1885);

/** Every place where the router is changed. A router that routes to its own host alone names servers by their slots. */
function routerPlaces({ hosts, slots, router, routerHosts }) {
    if (router.on !== null || hosts.length === 1)
        return routerHosts.map(({ name }) => ({ host: name, own: null }));
    return routerHosts.map(({ name }) => ({
        host: name,
        own: new Map(Object.keys(slots).map((slot) => [(0,_domain_fleet_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .serverName */ .L5)({ hosts, slots }, name, slot), slot])),
    }));
}
/** The servers of the settings' slots, by the names that this router has for them. */
function serversAt({ hosts, slots, groups }, { own }) {
    if (own !== null)
        return [...own.values()];
    return hosts.flatMap(({ name }) => Object.keys((0,_domain_fleet_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .slotsOn */ .$C)({ slots, groups }, name)).map((slot) => (0,_domain_fleet_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .serverName */ .L5)({ hosts, slots, groups }, name, slot)));
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


/***/ }),

/***/ 6615:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ unitName),
  K: () => (/* binding */ withUnits)
});

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

// EXTERNAL MODULE: ./build/src/domain/fleet/plan.js
var fleet_plan = __webpack_require__(5590);
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
            if ((0,fleet_plan/* isRefusal */.vu)(plan))
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


/***/ })

};
