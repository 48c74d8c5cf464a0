export const id = 814;
export const ids = [814];
export const modules = {

/***/ 3814:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderFaults: () => (/* binding */ renderFaults)
/* harmony export */ });
/* harmony import */ var _text_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7103);
/* harmony import */ var _text_wording_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9700);


/** A page of faults; nothing else is loaded to show them. */
const maxBytes = 60_000;
/** Faults of inputs and settings as a summary: every one, with its place and its remedy. */
function renderFaults(head, faults) {
    const line = ({ place, says, remedy }) => [
        `- ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .bold */ .Cr)((0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .sentence */ .em)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .shortened */ .vI)(place, 300)))}`,
        `  ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .sentence */ .em)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .shortened */ .vI)(says, 1_000))}`,
        ...(remedy === "" ? [] : [`  ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .bold */ .Cr)("What to do:")} ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .sentence */ .em)((0,_text_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .shortened */ .vI)(remedy, 1_000))}`]),
    ].join("  \n");
    const page = ["## ❌ Not run", (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .bold */ .Cr)((0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .sentence */ .em)(head)), faults.map(line).join("\n")].join("\n\n");
    return (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cutTo */ .yd)(`${page}\n`, maxBytes, "The rest is in the job's log.");
}


/***/ }),

/***/ 7103:
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
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   wh: () => (/* binding */ plainText),
/* harmony export */   yd: () => (/* binding */ cutTo),
/* harmony export */   zH: () => (/* binding */ details)
/* harmony export */ });
/* unused harmony export closed */
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
/* harmony export */   R: () => (/* binding */ visible)
/* harmony export */ });
/* unused harmony export withoutEscapes */
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


/***/ })

};
