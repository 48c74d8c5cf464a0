export const id = 784;
export const ids = [784];
export const modules = {

/***/ 326:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pw: () => (/* binding */ releaseCommand),
/* harmony export */   _z: () => (/* binding */ inFolder),
/* harmony export */   s4: () => (/* binding */ inBuild)
/* harmony export */ });
/* unused harmony export reproduceOf */
/** A tool that mix.exs keeps out of the `dev` build is not known there. */
function inBuild({ project }, tool, command) {
    const only = project?.deps[tool] ?? [];
    return only.length === 0 || only.includes("dev") ? command : `MIX_ENV=test ${command}`;
}
/** What makes the release: an alias decides by itself, and may not know an argument. */
function releaseCommand({ project, app, version }) {
    if (project?.aliases["release"] !== undefined)
        return "rm -rf _build/prod/rel && MIX_ENV=prod mix release";
    const wanted = [app, project?.app].find((name) => name != null && project?.releases.includes(name));
    // Assets first, as the check does it; tailwind reads what the compilation leaves.
    const assets = project?.aliases["assets.deploy"] === undefined ? "" : "do compile, assets.deploy, ";
    const named = project?.chosen === "named" ? ` ${wanted ?? project.release}` : "";
    return `MIX_ENV=prod mix ${assets}release${named} --overwrite${version === null ? "" : ` --version ${version}`}`;
}
/**
 * The command that shows a person the same by hand, from the repository's root; empty where there is none. Where a
 * check does not apply there is nothing to show.
 */
function reproduceOf(check, facts, options) {
    if (facts.judgement?.reason_code === "not_applicable")
        return "";
    return inFolder(facts.folder, check.byHand(facts, options));
}
/** A command for a folder of the repository, from its root. */
function inFolder(folder, command) {
    return command === "" || folder === "" ? command : `cd '${folder.replaceAll("'", "'\\''")}' && ${command}`;
}


/***/ }),

/***/ 9832:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ changelog),
  judgeChangelog: () => (/* binding */ judgeChangelog),
  readChangelog: () => (/* binding */ readChangelog)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/domain/evidence/handover.js
var handover = __webpack_require__(9999);
// EXTERNAL MODULE: ./build/src/domain/values/day.js
var values_day = __webpack_require__(6895);
;// CONCATENATED MODULE: ./build/src/domain/values/written-date.js

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const month = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?";
const ordinal = "(\\d{1,2})(?:st|nd|rd|th)?";
const year = "(\\d{4})";
/**
 * Each form with the order of its parts. No form can match at more than one length, so that reading is linear in the
 * text.
 */
const written_date_forms = [
    { expression: /(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/i, days: ([y, , m, d]) => [dayOf(y, m, d)] },
    // Day first almost everywhere, month first in the United States.
    {
        expression: /(?<![\d.])(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?![\d.]\d)/i,
        days: ([a, , b, y]) => [dayOf(y, b, a), dayOf(y, a, b)],
    },
    {
        expression: new RegExp(`(?<!\\d)${ordinal}(?: of)?[ -]${month},?[ -]${year}(?!\\d)`, "i"),
        days: ([d, m, y]) => [dayOf(y, m, d)],
    },
    {
        expression: new RegExp(`\\b${month}[ -]${ordinal},?[ -]${year}(?!\\d)`, "i"),
        days: ([m, d, y]) => [dayOf(y, m, d)],
    },
    {
        expression: new RegExp(`(?<!\\d)${year}[ -]${month}[ -]${ordinal}(?!\\d)`, "i"),
        days: ([y, m, d]) => [dayOf(y, m, d)],
    },
];
/** The first date in a short text, and where it begins; null when there is none. */
function writtenDate(text) {
    const found = written_date_forms.flatMap(({ expression, days }) => {
        const match = expression.exec(text);
        if (match === null)
            return [];
        const real = days(match.slice(1)).filter((day) => day !== null);
        return [{ text: match[0], at: match.index, days: [...new Set(real)] }];
    });
    return found.sort((a, b) => a.at - b.at)[0] ?? null;
}
/** Null for a day that the calendar does not have. */
function dayOf(year = "", monthOrName = "", day = "") {
    const named = months.indexOf(monthOrName.toLowerCase().slice(0, 3)) + 1;
    const text = `${year}-${(named > 0 ? String(named) : monthOrName).padStart(2, "0")}-${day.padStart(2, "0")}`;
    return (0,values_day/* isDay */.N)(text) ? text : null;
}

// EXTERNAL MODULE: ./build/src/domain/release/version.js
var release_version = __webpack_require__(108);
;// CONCATENATED MODULE: ./build/src/domain/release/changelog-heading.js


/** Longest part of a line that is looked at: no heading is longer, and what is longer cannot cost more. */
const headingLimit = 300;
/** Words that say nothing about whose version it is. */
const generalWords = [
    "version|release|released|ver\\.?|rel\\.?",
    "changelog(?: for)?|changes(?: in| for)?|release notes(?: for)?|notes for",
    "new in|what(?:'|’)?s (?:new|changed) in",
];
const general = new RegExp(`^(?:the |our )?(?:${generalWords.join("|")})(?: version| release)?$`, "i");
/** Words of a sentence: the text before the version is not a name then. */
const sentenceWords = [
    "(?:upgrad|updat|migrat|mov|drop|deprecat|remov|bump|fix|add|compatib)\\w*",
    "requires?|required|requiring|supports?|supported|use|uses|using|see|changes?|changed|breaking",
    "from|to|for|since|before|after|until|with|in|of|and|or|on|at|than|least|minimum|older|newer",
];
const sentence = new RegExp(`^(?:${sentenceWords.join("|")})$`, "i");
/** Reads a heading's text; null when it announces no release. */
function releaseHeading(raw) {
    const text = plain(raw.slice(0, headingLimit));
    if (/^unreleased(?![\w-])/i.test(text))
        return { kind: "unreleased", version: null, name: null, date: null, bare: true, pending: true };
    return dateFirst(text) ?? versionFirst(text) ?? named(text);
}
/** `2024-06-11 - 1.2.0` */
function dateFirst(text) {
    const date = writtenDate(text);
    if (date === null || date.at > 0)
        return null;
    const rest = text.slice(date.text.length).replace(/^[\s\-–—:|,/)]+/, "");
    const token = tokenAt(rest.replace(/^(?:version|release) /i, ""));
    if (token === null || token.range)
        return null;
    return { ...one(token, null), date: { text: date.text, days: date.days }, bare: wordless(token.rest) };
}
/** `1.2.0 (2024-06-11)`, `1.6.x`, `1.0.0 - 1.0.4` */
function versionFirst(text) {
    const token = tokenAt(text.replace(/^(?:<=?|>=?|~>|≤|≥|==?)\s*/, ""));
    if (token === null)
        return null;
    return finished(token, null);
}
/** `SDK 1.6.0 - 2025-09-16`, `Version 1.2.0`, `my_app-v1.2.0` */
function named(text) {
    const words = text.split(" ");
    for (const [index, word] of words.slice(0, 6).entries()) {
        const [, joined = ""] = /^(@?[A-Za-z][\w./-]*?[-@/]?)(?=v?\d+\.\d)/.exec(word) ?? [];
        const own = /^v$/i.test(joined) ? "" : joined;
        const token = tokenAt([word.slice(own.length), ...words.slice(index + 1)].join(" "));
        if (token === null)
            continue;
        const before = [...words.slice(0, index), own.replace(/[-@/]$/, "")].filter((part) => part !== "" && part !== "-" && part !== "–");
        const name = before.join(" ").replace(/[:,]$/, "");
        if (general.test(name))
            return finished(token, null);
        if (before.some((part) => sentence.test(part) || /[.!?;]$/.test(part)))
            return null;
        const heading = finished(token, name);
        // Where anything but a date follows it is a sentence about somebody's version.
        return heading.bare || heading.date !== null ? heading : null;
    }
    return null;
}
/** The version or range at the front of a text; null when it begins with neither. */
function tokenAt(text) {
    const [whole = "", found = ""] = /^v?\.?(\d[0-9A-Za-z.+*-]*)/i.exec(text) ?? [];
    if (found === "")
        return null;
    const word = found.replace(/[.+-]$/, "");
    const rest = text.slice(whole.length);
    // `1.1.0-2026-11-24`: a date, and no pre-release of that name.
    const [, version, date] = /^(\d+\.\d+\.\d+)(-\d{4}-\d{2}-\d{2})$/.exec(word) ?? [];
    if (version !== undefined)
        return { text: version, range: false, rest: `${date}${rest}` };
    if ((0,release_version/* parseVersion */.ot)(word) !== null)
        return { text: word, range: false, rest };
    return /^\d+(?:\.(?:\d+|[xX*]))+(?![A-Za-z])/.test(word) ? { text: word, range: true, rest } : null;
}
function finished(token, name) {
    const next = /^\s*(?:-|–|—|\.{2,3}|…|to|through|and|,|\/|&|→|->)\s*(?=v?\d)/i.exec(token.rest);
    const after = next === null ? "" : token.rest.slice(next[0].length);
    const second = next === null || writtenDate(after)?.at === 0 ? null : tokenAt(after);
    return { ...one(second === null ? token : { ...token, range: true }, name), bare: wordless((second ?? token).rest) };
}
function one({ text, range, rest }, name) {
    const date = writtenDate(rest);
    const pending = /\b(?:unreleased|not released|to be released|in progress|tbd|tba)\b/i.test(rest);
    return {
        kind: range ? "range" : "version",
        version: range ? null : text,
        name,
        date: date && { text: date.text, days: date.days },
        pending,
    };
}
/** Words that go with a date. */
const dateWords = [
    "released?(?: on| date)?|date|dated|on|yanked|unreleased|tbd|tba|today|yyyy-mm-dd|utc",
    "mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun",
];
const besideDate = new RegExp(`\\b(?:${dateWords.join("|")})(?:day)?\\b`, "gi");
/** True where there is no word but a date and what goes with one. */
function wordless(rest) {
    const date = writtenDate(rest);
    const without = date === null ? rest : rest.slice(0, date.at) + rest.slice(date.at + date.text.length);
    return !/[\p{L}\d]/u.test(without.replace(besideDate, ""));
}
/** Text without Markdown's marks, HTML, links' targets and emoji, its spaces single. */
function plain(raw) {
    return raw
        .replace(/<[^<>]*>/g, "")
        .replace(/!\[[^[\]]*\](?:\([^()]*\)|\[[^[\]]*\])?/g, "")
        .replace(/\]\([^()]*\)/g, "] ")
        .replace(/\]\[[^[\]]*\]/g, "] ")
        .replace(/:[a-z][a-z0-9_+-]*:/gi, " ")
        .replace(/\\(?=[^\w\s])/g, "")
        .replace(/[[\](){}«»"“”`~]|(?<!\.)\*|\*(?=\*)|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, " ")
        .replace(/\u200D|\uFE0F|[\p{Extended_Pictographic}\p{Emoji_Modifier}\u{1F1E6}-\u{1F1FF}#•·]/gu, " ")
        .replace(/\s+/g, " ")
        .replace(/^[\s\-–—:|,>.]+/, "")
        .trim();
}
/**
 * The date that a line below a heading gives, such as `_2024-06-11_` or `Released on June 11, 2024`; null where it says
 * more, or none.
 */
function dateLine(raw) {
    if (raw.length > headingLimit)
        return null;
    const text = plain(raw);
    const date = writtenDate(text);
    return date !== null && wordless(text) ? { text: date.text, days: date.days } : null;
}

;// CONCATENATED MODULE: ./build/src/domain/release/changelog.js

/**
 * Finds the sections of all versions, in the order of the file. Text in code fences and comments is no heading.
 */
function changelogSections(changelog) {
    const lines = linesOf(changelog);
    const ends = boundaries(lines);
    return ends.flatMap(({ at, found }, index) => found === null || found.kind === "range" ? [] : [sectionOf(found, at, lines.slice(at + 1, ends[index + 1]?.at))]);
}
/** Where sections begin and end: one pass over the headings, with the section that is open. */
function boundaries(lines) {
    const seen = [];
    const marked = lines.some(({ heading }) => heading !== null && releaseHeading(heading.text) !== null);
    let open = null;
    for (const [at, line] of lines.entries()) {
        const heading = line.heading ?? unmarked(lines, at, marked);
        if (heading === null)
            continue;
        const found = releaseHeading(heading.text);
        const inside = open !== null && heading.level > open;
        // Inside of a section a heading begins another only where it is nothing but a version, or is dated:
        // `#### 2.0.0 is next` is a part of it.
        const begins = found !== null && (!inside || found.date !== null || (found.bare && found.name === null));
        if (!begins && (open === null || heading.level >= open))
            continue;
        seen.push({ at, found: begins ? found : null });
        open = begins && found?.kind !== "range" ? heading.level : null;
    }
    return seen;
}
/**
 * A line without a mark that is a version and no more, as in a plain text file: with brackets and a date, or where no
 * heading of the file is one.
 */
function unmarked(lines, at, marked) {
    const { raw, hidden, inert } = lines[at];
    if (hidden || inert || raw.length > headingLimit || (lines[at - 1]?.raw.trim() ?? "") !== "")
        return null;
    if (!/^(?:\*\*|__)?(?:\[|v?\d|version |release )/i.test(raw))
        return null;
    const found = releaseHeading(raw);
    if (found === null || !found.bare || found.kind === "unreleased")
        return null;
    return !marked || (raw.startsWith("[") && found.date !== null) ? { level: 2, text: raw } : null;
}
function sectionOf({ version, name, date, pending }, at, lines) {
    const shown = lines.filter((line) => !line.hidden);
    const first = shown.find(({ raw }) => raw.trim() !== "");
    const below = first === undefined || first.heading !== null || first.inert ? null : dateLine(first.raw);
    return {
        ...{ version, name, line: at + 1, date: date ?? below, pending },
        text: shown
            .map((line) => line.raw)
            .join("\n")
            .trim(),
        empty: shown.every((line) => line.heading !== null || (line === first && below !== null) || blank(line.raw)),
    };
}
/** Nothing but white space, bullets and rules. */
function blank(line) {
    return line.length <= headingLimit ? /^[\s*_=-]*$/.test(line) : line.trim() === "";
}
/**
 * Expressions see no more of a line than its beginning, so that the work grows with the number of lines, whatever
 * they contain.
 */
function linesOf(changelog) {
    const text = changelog.startsWith("\ufeff") ? changelog.slice(1) : changelog;
    const raw = text.replaceAll("\r\n", "\n").replaceAll("\r", "\n").split("\n");
    let fence = "";
    let comment = false;
    return raw.map((line, at) => {
        const is = (heading, more = {}) => ({
            raw: line,
            heading,
            hidden: false,
            inert: false,
            ...more,
        });
        const head = line.slice(0, headingLimit);
        if (comment || (fence === "" && /^ {0,3}<!--/.test(head))) {
            const end = line.lastIndexOf("-->");
            comment = end < 0;
            return is(null, { hidden: comment || line.slice(end + 3).trim() === "", inert: true });
        }
        const mark = /^ {0,3}(`{3,}|~{3,})/.exec(head)?.[1] ?? "";
        if (fence !== "") {
            if (mark.startsWith(fence) && line.trim() === mark)
                fence = "";
            return is(null, { inert: true });
        }
        if (mark !== "") {
            fence = mark;
            return is(null, { inert: true });
        }
        const [, marks = "", title = ""] = /^ {0,3}(#{1,6})[ \t]+(.*)$/.exec(head) ?? [];
        if (marks !== "")
            return is({ level: marks.length, text: title.replace(/(?<=[ \t])#*[ \t]*$/, "").trim() });
        if (/^ {0,3}\[[^\]]+\]:\s/.test(head))
            return is(null, { hidden: true });
        const underline = paragraph.test(head) ? underlined(raw[at + 1]) : 0;
        if (underline > 0)
            return is({ level: underline, text: line.trim() });
        return is(null, { hidden: underlined(line) > 0 && paragraph.test((raw[at - 1] ?? "").slice(0, headingLimit)) });
    });
}
/** What the next line can underline, so that it is a heading: no list, quote or table. */
const paragraph = /^ {0,3}(?![-*+>|#]|\d+[.)]\s)\S/;
/** The level of the heading that this line underlines; 0 when it is no such line. */
function underlined(line = "") {
    if (line.length > headingLimit)
        return 0;
    const mark = /^ {0,3}(=+|-+)[ \t]*$/.exec(line)?.[1];
    return mark === undefined ? 0 : mark.startsWith("=") ? 1 : 2;
}

// EXTERNAL MODULE: ./build/src/domain/values/error-text.js
var error_text = __webpack_require__(3059);
// EXTERNAL MODULE: ./build/src/settings/values.js
var values = __webpack_require__(377);
// EXTERNAL MODULE: ./build/src/checks/define.js
var checks_define = __webpack_require__(7500);
// EXTERNAL MODULE: ./build/src/checks/version.js
var checks_version = __webpack_require__(1279);
;// CONCATENATED MODULE: ./build/src/checks/changelog.js








/** The notes of the release that ships, from the repository's root. */
const notesFile = `${handover/* handover */.c.report}/release-notes.md`;
const settings = { file: values/* repositoryPath */.SH.optional() };
/* harmony default export */ const changelog = ((0,checks_define/* defineCheck */.q)({
    id: "changelog",
    title: "CHANGELOG updated",
    level: "must-to-ship",
    docs: {
        passes: "there is one section for the version that says something",
        more: "`file`, from the repository's root; else see below",
    },
    settings,
    vm: "none",
    writes: [notesFile],
    judge: documented,
    // No short command judges alike; the sentence names the file and the value.
    byHand: () => "",
}));
/** Judges the CHANGELOG of the version that ships, and writes its release notes where it passes. */
async function documented(candidate, { file }) {
    const { context, versions } = candidate;
    const version = (0,checks_version.goodVersion)(versions);
    if (version === null && "verdict" in versions && versions.reason_code === "not_applicable")
        return versions;
    if (version === null) {
        const says = "Which version the CHANGELOG should have a section for is unknown.";
        return { verdict: "error", reason_code: "not_judged", says, remedy: "Fix what `version` names." };
    }
    const names = "verdict" in versions ? [] : versions.rules.names;
    const { files, job, clock, path } = context;
    const from = { file: file ?? null, projectPath: candidate.settings.projectPath, workspace: job.workspace };
    const changelog = await readChangelog(files, from, path);
    const { judgement, notes } = judgeChangelog(changelog, { version, names }, clock.now());
    if (notes === null)
        return judgement;
    await files.write((0,external_node_path_.join)(job.workspace, notesFile), `${notes}\n`);
    candidate.output("release-notes-file", notesFile);
    return judgement;
}
/** Largest CHANGELOG that is read. */
const maxBytes = 8 << 20;
/** What a CHANGELOG is called, most usual first; upper and lower case are one. */
const fileNames = ["changelog", "changes", "history", "release_notes", "release-notes", "releases", "news"];
const fileEndings = [".md", ".markdown", "", ".txt", ".rst"];
const folders = [".", "docs", "doc"];
/**
 * Reads the file that the settings name, else the CHANGELOG of the mix project, else that of the repository. `path`
 * maps a file to the repository.
 */
async function readChangelog(files, { file: named, projectPath, workspace }, path) {
    const absolute = named === null ? await usualFile(files, projectPath, workspace) : (0,external_node_path_.join)(workspace, named);
    if (absolute === null)
        return { file: "CHANGELOG.md", text: null };
    const file = path(absolute);
    try {
        return { file, text: await files.read(absolute, maxBytes) };
    }
    catch (error) {
        return { file, unreadable: (0,error_text/* errorText */.k)(error) };
    }
}
async function usualFile(files, projectPath, workspace) {
    for (const root of new Set([projectPath, workspace])) {
        for (const folder of folders) {
            const names = await files.list((0,external_node_path_.join)(root, folder));
            const usual = fileNames.flatMap((name) => fileEndings.map((ending) => `${name}${ending}`));
            for (const wanted of usual) {
                const found = names.find((name) => name.toLowerCase() === wanted);
                // A folder of that name holds fragments, and is no CHANGELOG.
                if (found !== undefined && !(await isFolder(files, (0,external_node_path_.join)(root, folder, found))))
                    return (0,external_node_path_.join)(root, folder, found);
            }
        }
    }
    return null;
}
async function isFolder(files, path) {
    return files.read(path, maxBytes).then(() => false, (error) => error.code === "EISDIR");
}
/** Phase 6: CHANGELOG updated. One section for this version that says something: its text is the release notes. */
function judgeChangelog(changelog, { version, names }, now) {
    const { file } = changelog;
    const heading = `\`## [${version}] - YYYY-MM-DD\``;
    const open = (says, remedy, line = 1) => ({
        judgement: {
            verdict: "fail",
            reason_code: "changelog_incomplete",
            says,
            remedy,
            findings: [{ severity: "error", message: `${says} ${remedy}`, file, line, rule: "changelog" }],
        },
        notes: null,
    });
    if ("unreadable" in changelog) {
        const says = `${file} cannot be read: ${changelog.unreadable}.`;
        return {
            judgement: {
                verdict: "error",
                reason_code: "not_judged",
                says,
                remedy: "Save it as UTF-8 text of at most 8 MiB.",
            },
            notes: null,
        };
    }
    if (changelog.text === null)
        return missing(file, heading);
    const sections = changelogSections(changelog.text);
    const [section, second] = sectionsOf(sections, { version, names });
    if (section === undefined)
        return open(`${file} has no section for ${version}.`, `Add ${heading}, and say what changed.`, sections[0]?.line);
    const { line, date } = section;
    const its = `The section for ${version} in ${file}`;
    if (second !== undefined)
        return open(`${file} has two sections for ${version}, in lines ${line} and ${second.line}.`, "Make them one.", second.line);
    if (section.empty)
        return open(`${its} is empty.`, "Say in it what changed.", line);
    if (date?.days.length === 0)
        return open(`${its} is dated ${date.text}, a day that does not exist.`, `Write its heading as ${heading}.`, line);
    // A day of grace: the earth has time zones.
    if (date?.days.every((day) => (0,values_day/* daysAhead */.V)(day, now) > 1))
        return open(`${its} is dated ${date.text}, which is still to come.`, "Date it on the day of the release.", line);
    return {
        judgement: {
            verdict: "pass",
            reason_code: "passed",
            says: `${file} has a section for ${version}, ${date === null ? "without a date" : `dated ${date.text}`}.`,
            facts: { file, line, date: date?.days[0] ?? null },
            findings: [...unclearDate(section, file), ...leftOver(sections, version, file)],
        },
        notes: section.text,
    };
}
function missing(file, heading) {
    const says = "The project has no CHANGELOG.";
    const remedy = `Write ${file} with a section ${heading}, name another file with \`checks: {changelog: {file: …}}\`, or set ` +
        "`checks: {changelog: off}`.";
    return { judgement: { verdict: "fail", reason_code: "changelog_missing", says, remedy }, notes: null };
}
/**
 * The sections of a version: build metadata does not count, and where several applications have it, the one that ships
 * does.
 */
function sectionsOf(sections, { version, names }) {
    const bare = (text) => text?.split("+")[0];
    const same = sections.filter((one) => bare(one.version) === bare(version));
    const exact = same.filter((one) => one.version === version);
    const of = exact.length > 0 ? exact : same.slice(0, 1);
    const key = (name) => name.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
    const own = of.filter((one) => one.name !== null && names.some((name) => key(name) === key(one.name ?? "")));
    const nobodys = of.filter((one) => one.name === null);
    return own.length > 0 ? own : nobodys.length > 0 ? nobodys : of;
}
/** A date that is missing, or that can be two days, does no harm, and is shown. */
function unclearDate({ date, pending, line }, file) {
    const notice = (message) => ({ severity: "notice", message, file, line, rule: "changelog-date" });
    if (pending)
        return [notice("The heading says that this version is not released yet: give it the date of the release.")];
    if (date === null)
        return [notice("The heading has no date: only the tag or the release says when it was.")];
    const [first, second] = date.days;
    if (second === undefined)
        return [];
    return [notice(`\`${date.text}\` can be ${first} or ${second}: write the date as YYYY-MM-DD.`)];
}
/** What still waits under `[Unreleased]` while this version ships: shown, since it may belong into this section. */
function leftOver(sections, version, file) {
    return sections
        .filter((one) => one.version === null && !one.empty)
        .map(({ line }) => ({
        severity: "warning",
        message: `[Unreleased] still holds entries while ${version} ships: move what ships into its section.`,
        file,
        line,
        rule: "changelog",
    }));
}


/***/ }),

/***/ 4962:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   compileSchema: () => (/* binding */ compileSchema),
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__),
/* harmony export */   judgeCompile: () => (/* binding */ judgeCompile)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2716);
/* harmony import */ var _domain_values_plural_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4939);
/* harmony import */ var _mix_output_location_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8755);
/* harmony import */ var _mix_output_unfinished_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(233);
/* harmony import */ var _define_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7500);
/* harmony import */ var _reads_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3010);






const place = { file: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(), line: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().nullish(), column: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().nullish() };
const compileSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    status: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(["ok", "error"]),
    /**
     * Whether `mix compile --warnings-as-errors` fails on the warnings: it accepts those of Erlang's compiler. Absent
     * means that each of them counts.
     */
    refused: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY().optional(),
    diagnostics: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ severity: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), message: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), ...place })),
});
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_define_js__WEBPACK_IMPORTED_MODULE_3__/* .defineCheck */ .q)({
    id: "compile",
    title: "mix compile --warnings-as-errors",
    level: "must",
    docs: {
        passes: "`mix compile --warnings-as-errors` accepts the `test` and the `prod` build",
        more: "warnings that it accepts, those of Erlang's compilers, are shown",
    },
    vm: "builds",
    reads: _reads_js__WEBPACK_IMPORTED_MODULE_4__/* .anyFile */ .lr,
    byHand: () => ["test", "prod"].map((env) => `MIX_ENV=${env} mix compile --warnings-as-errors --all-warnings`).join(" && "),
}));
/**
 * Flags that mix takes without a word and that do nothing: Phoenix 1.8.0 wrote the first into every new project's
 * `precommit`.
 */
const mistyped = /--warning-as-errors\b|--warnings-as-error\b|--check-format\b/;
/**
 * No warning that `mix compile --warnings-as-errors` fails on, in `test` and in `prod` (Phase 6: zero warnings). `path`
 * maps a file to the repository.
 */
function judgeCompile(builds, path, aliases = {}) {
    const findings = [];
    const known = new Set();
    const facts = {};
    let broken = false;
    let refused = false;
    for (const build of builds) {
        if ("missing" in build)
            return build.missing;
        const { value, env } = build;
        broken ||= value.status === "error";
        refused ||= value.refused ?? value.diagnostics.length > 0;
        facts[`warnings_${env}`] = value.diagnostics.filter((one) => one.severity === "warning").length;
        for (const one of value.diagnostics) {
            const finding = {
                severity: one.severity === "error" ? "error" : "warning",
                message: one.message,
                rule: `compile-${env}`,
                ...(0,_mix_output_location_js__WEBPACK_IMPORTED_MODULE_0__/* .placed */ .GS)(one, path),
            };
            // Both builds compile the same files: a reader wants each fault once.
            const same = JSON.stringify([finding.file, finding.line, finding.message]);
            if (!known.has(same))
                findings.push(finding);
            known.add(same);
        }
    }
    if (broken) {
        const errors = findings.filter((one) => one.severity === "error");
        return {
            verdict: "fail",
            reason_code: "compile_error",
            says: `It does not compile: ${(0,_mix_output_unfinished_js__WEBPACK_IMPORTED_MODULE_1__/* .firstLine */ .TM)(errors[0]?.message ?? "see the findings")}`,
            remedy: "Fix the error.",
            findings,
            facts,
        };
    }
    if (refused) {
        return {
            verdict: "fail",
            reason_code: "warnings_found",
            says: `${(0,_domain_values_plural_js__WEBPACK_IMPORTED_MODULE_5__/* .counted */ .h)(findings.length, "compiler warning")}; the limit is 0.`,
            remedy: "Fix them.",
            findings,
            facts,
        };
    }
    const warnings = (0,_domain_values_plural_js__WEBPACK_IMPORTED_MODULE_5__/* .counted */ .h)(findings.length, "warning");
    const accepted = `${warnings} that \`--warnings-as-errors\` accepts (of Erlang, Leex or Yecc)`;
    return {
        verdict: "pass",
        reason_code: "passed",
        says: `${findings.length === 0 ? "No warnings" : accepted} in ${builds.map((build) => build.env).join(" and ")}.`,
        facts,
        findings: [...findings, ...toothless(aliases, path)],
    };
}
/** Aliases that a person trusts and that gate nothing. */
function toothless(aliases, path) {
    return Object.entries(aliases).flatMap(([alias, tasks]) => tasks.flatMap((task) => {
        const flag = mistyped.exec(task)?.[0];
        if (flag === undefined)
            return [];
        const message = `The alias \`${alias}\` says \`${task}\`: mix does not know \`${flag}\` and lets everything pass. Write ` +
            "`--warnings-as-errors` or `--check-formatted`.";
        return [{ severity: "warning", message, rule: "alias", file: path("mix.exs"), line: 1 }];
    }));
}


/***/ }),

/***/ 2137:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   coverageSchema: () => (/* binding */ coverageSchema),
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__),
/* harmony export */   judgeCoverage: () => (/* binding */ judgeCoverage),
/* harmony export */   ranges: () => (/* binding */ ranges)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2716);
/* harmony import */ var _domain_values_settings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(988);
/* harmony import */ var _define_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7500);
/* harmony import */ var _reads_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3010);




const coverageSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    status: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz("ran"),
    modules: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        module: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        file: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
        relevant: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr(),
        covered: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr(),
        uncovered: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr()),
    })),
    /** The project's own coverage tool, and the percentage that it demands. */
    tool: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        threshold: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().nullable(),
        /** Whether Mix prints a total; `summary: false` keeps it from that. */
        prints: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().optional(),
    }),
});
/** Percent of the lines that tests reach, where the settings say nothing else. */
const defaultMinimum = 80;
/** Mix's own threshold is another one: the last total decides, that of all apps. */
const total = (minimum) => `awk 'BEGIN {low = 1} {print} /[|] Total/ {sub(/^[|]/, ""); low = ($1 + 0 < ${minimum})} END {exit low}'`;
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_define_js__WEBPACK_IMPORTED_MODULE_2__/* .defineCheck */ .q)({
    id: "coverage",
    title: "mix test --cover",
    level: "must",
    docs: {
        passes: "the lines that the tests reached are at least `minimum` percent (80)",
        more: "`{minimum: 80}`",
    },
    settings: { minimum: _domain_values_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .percentage */ .X1.optional() },
    inputs: { minimum: "coverage-minimum" },
    vm: "test",
    command: "mix coverage",
    artefact: coverageSchema,
    reads: _reads_js__WEBPACK_IMPORTED_MODULE_3__/* .anyFileAndServices */ .yE,
    asksServices: true,
    restsOn: ({ change }) => change === null ? null : [...change].map(([file, lines]) => [file, lines === null ? null : [...lines]]),
    judge: (seen, { context, change }, { minimum = defaultMinimum }) => judgeCoverage(seen, { minimum, path: context.path, change }),
    // In an umbrella Mix counts another total: lines of one app that the tests of another one cover.
    byHand: ({ project }, { minimum = defaultMinimum }) => project?.umbrella === true
        ? ""
        : `mix test --cover --export-coverage all; MIX_ENV=test mix test.coverage | ${total(minimum)}`,
}));
/** Annotations of changed lines that no test covers, at most. */
const maxUntested = 50;
/**
 * Line coverage of the one test run against the minimum in percent (Phase 6: mix test --cover, 80 %). Mix's own
 * threshold is not asked. What `change` adds and no test covers is named line by line, also when the whole is covered
 * well enough.
 */
function judgeCoverage(seen, { minimum, path, change = null }) {
    const relevant = seen.modules.reduce((total, one) => total + one.relevant, 0);
    const covered = seen.modules.reduce((total, one) => total + one.covered, 0);
    if (relevant === 0) {
        return {
            verdict: "error",
            reason_code: "not_judged",
            says: `The test run left no coverage: ${seen.modules.length} modules, no relevant line.`,
            remedy: "Look at `test_coverage` in mix.exs: it may leave out every module. Tests that stop `:cover` lose its data.",
            // Mix calls no line at all 100 %.
            reproduce: "",
        };
    }
    const percent = (100 * covered) / relevant;
    const untested = change === null ? [] : untestedIn(seen, change, path);
    const lines = untested.reduce((total, one) => total + one.to - one.from + 1, 0);
    const reproduce = byHand(seen.tool);
    const facts = {
        coverage: floor(percent),
        covered_lines: covered,
        relevant_lines: relevant,
        tool: { name: seen.tool.name, threshold: seen.tool.threshold },
        modules: seen.modules.map((one) => ({
            module: one.module,
            coverage: one.relevant === 0 ? 100 : floor((100 * one.covered) / one.relevant),
            covered: one.covered,
            relevant: one.relevant,
        })),
        ...(change === null ? {} : { untested_changed_lines: lines }),
    };
    const ofChange = lines === 0 ? "" : ` ${lines} changed ${lines === 1 ? "line is" : "lines are"} not covered.`;
    const says = `Coverage is ${floor(percent).toFixed(1)} % (${covered} ` +
        `of ${relevant} lines; minimum ${minimum} %).${ofChange}`;
    if (percent < minimum) {
        return {
            verdict: "fail",
            reason_code: "coverage_below_minimum",
            says,
            remedy: "Test the lines that the job summary lists, or begin with " +
                `\`checks: {coverage: {minimum: ${Math.floor(percent)}}}\` in the settings and raise it.`,
            facts,
            findings: [...worstOf(seen, path), ...notices(untested)],
            ...reproduce,
        };
    }
    const findings = [...lenient(seen.tool, minimum), ...notices(untested)];
    return { verdict: "pass", reason_code: "passed", says, facts, findings, ...reproduce };
}
/** The modules with the most lines that no test covers. */
function worstOf({ modules }, path) {
    const missed = ({ relevant, covered }) => relevant - covered;
    const worst = modules.filter((one) => missed(one) > 0).sort((a, b) => missed(b) - missed(a));
    return worst.slice(0, maxModules).map((one) => ({
        severity: "warning",
        message: `${one.module}: ${missed(one)} of ${one.relevant} lines are not covered: ` +
            `${one.uncovered.slice(0, 30).join(", ")}${one.uncovered.length > 30 ? ", …" : ""}.`,
        ...(one.file === null ? {} : { file: path(one.file) }),
        ...(one.uncovered[0] === undefined ? {} : { line: one.uncovered[0] }),
    }));
}
/** Modules that are named, at most. */
const maxModules = 50;
/** Mix's own command shows the total unless mix.exs has another tool, whose minimum is its own, or no summary. */
function byHand({ name, prints }) {
    return name === "Mix" && prints !== false ? {} : { reproduce: "" };
}
/** Where the lines of a changed file are not known, all of it counts as changed. */
function untestedIn({ modules }, change, path) {
    const uncovered = new Map();
    for (const one of modules) {
        if (one.file === null)
            continue;
        const file = path(one.file);
        const changed = change.get(file);
        if (changed === undefined)
            continue;
        const lines = one.uncovered.filter((line) => line >= 1 && (changed === null || changed.has(line)));
        uncovered.set(file, [...(uncovered.get(file) ?? []), ...lines]);
    }
    return [...uncovered].flatMap(([file, lines]) => ranges(lines).map((range) => ({ file, ...range })));
}
function notices(untested) {
    const shown = untested.length > maxUntested ? untested.slice(0, maxUntested - 1) : untested;
    const findings = shown.map(({ file, from, to }) => ({
        severity: "notice",
        message: from === to ? "No test covers this changed line." : `No test covers the changed lines ${from} to ${to}.`,
        rule: "untested-change",
        file,
        line: from,
    }));
    const left = untested.length - shown.length;
    const rest = {
        severity: "notice",
        message: `${left} more places in changed files are not covered.`,
        rule: "untested-change",
    };
    return left === 0 ? findings : [...findings, rest];
}
/** Whole numbers as ranges of neighbours, in order: `1, 2, 3, 7` is 1 to 3, and 7. */
function ranges(numbers) {
    const found = [];
    for (const one of [...new Set(numbers)].sort((a, b) => a - b)) {
        const last = found.at(-1);
        if (last !== undefined && one === last.to + 1)
            last.to = one;
        else
            found.push({ from: one, to: one });
    }
    return found;
}
/** The project's own tool accepts less than is asked here: whoever runs it by hand sees a pass that is none. */
function lenient({ name, threshold }, minimum) {
    if (threshold === null || threshold >= minimum)
        return [];
    const message = `${name} accepts ${threshold} % in this project, and ${minimum} % is asked for: raise its threshold, so that ` +
        "both say the same.";
    return [{ severity: "notice", message, rule: "threshold" }];
}
/** One decimal, rounded down: 79.96 must never read as 80.0. */
function floor(percent) {
    return Math.floor(percent * 10 + 1e-9) / 10;
}


/***/ }),

/***/ 6002:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   credoSchema: () => (/* binding */ credoSchema),
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__),
/* harmony export */   judgeCredo: () => (/* binding */ judgeCredo)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2716);
/* harmony import */ var _domain_values_json_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8675);
/* harmony import */ var _domain_values_plural_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4939);
/* harmony import */ var _mix_output_location_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8755);
/* harmony import */ var _mix_output_unfinished_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(233);
/* harmony import */ var _by_hand_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(326);
/* harmony import */ var _define_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7500);
/* harmony import */ var _printed_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4237);
/* harmony import */ var _reads_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3010);









/**
 * credo, how many files and checks it worked with, and the issues that its configuration lets inform only; null where
 * it did not come so far.
 */
const credoSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    status: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz("ran"),
    ..._printed_js__WEBPACK_IMPORTED_MODULE_2__/* .printed */ .z,
    read: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        files: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr(),
        checks: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr(),
        informing: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ check: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), filename: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), line_no: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().nullable(), message: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }))
            .optional(),
    })
        .nullable(),
});
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_define_js__WEBPACK_IMPORTED_MODULE_4__/* .defineCheck */ .q)({
    id: "credo",
    title: "mix credo --strict",
    level: "must",
    docs: {
        passes: "`mix credo --strict` reports no issues, with at least one file and one check analysed",
        more: "`.credo.exs` counts, and an issue of a check with `exit_status: 0` is shown and does not fail. " +
            "A file that it cannot parse, a check that it does not know, a root that it does not read " +
            "(an umbrella's paths begin with `apps/`) is an error",
    },
    vm: "analysis",
    command: "mix credo",
    package: { name: "credo", line: '{:credo, "~> 1.7", only: [:dev, :test], runtime: false}' },
    artefact: credoSchema,
    reads: _reads_js__WEBPACK_IMPORTED_MODULE_5__/* .codeAndLock */ ._7,
    judge: (seen, { context }) => judgeCredo(seen, context.path),
    byHand: (facts) => (0,_by_hand_js__WEBPACK_IMPORTED_MODULE_6__/* .inBuild */ .s4)(facts, "credo", "mix credo --strict"),
    sarif: { name: "credo", home: "https://hexdocs.pm/credo", tags: ["maintainability"] },
}));
const report = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    issues: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        category: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
        check: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
        filename: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
        line_no: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().nullable(),
        column: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().nullish(),
        message: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    })),
});
/** From here on the exit code is a fault of the tool; below it is a set of issue categories. */
const toolFault = 128;
/**
 * No issue in the files that there are (Phase 6: mix credo --strict). What credo left out, files or checks, is never a
 * pass.
 */
function judgeCredo(seen, path) {
    const tail = (0,_mix_output_unfinished_js__WEBPACK_IMPORTED_MODULE_1__/* .tailOf */ .Cj)(seen);
    const errors = (0,_mix_output_unfinished_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(seen.stderr);
    const parsed = parse((0,_mix_output_unfinished_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(seen.stdout));
    if (seen.code >= toolFault || parsed === null)
        return broken(seen, path);
    const excluded = [...errors.matchAll(/^ {1,8}\d+\) (.+)$/gm)].map(([, file = ""]) => path(file));
    if (excluded.length > 0 || errors.includes("could not be parsed"))
        return { ...unparsed(excluded), tail };
    const unknown = [...errors.matchAll(/Ignoring an undefined check: (\S+)/g)].map(([, check = ""]) => check);
    if (unknown.length > 0)
        return misconfigured(path, { says: `credo ignored checks that it does not know: ${unknown.join(", ")}.`, tail });
    const { read } = seen;
    const informing = new Set((read?.informing ?? []).map(keyOf));
    // Nothing sets the exit code where every check that found something has `exit_status: 0`.
    const informs = (one) => informing.has(keyOf(one)) || (seen.code === 0 && read !== null);
    const failing = parsed.issues.filter((one) => !informs(one));
    const informed = parsed.issues.length - failing.length;
    const facts = {
        issues: failing.length,
        informing: informed,
        files: read?.files ?? null,
        checks: read?.checks ?? null,
    };
    const findings = parsed.issues.map((one) => ({ ...findingOf(one, path), severity: informs(one) ? "notice" : "warning" }));
    const rest = informed === 0 ? "" : ` ${informed} more inform only (\`exit_status: 0\`).`;
    if (failing.length > 0) {
        const categories = [...new Set(failing.map((one) => one.category))].sort();
        return {
            verdict: "fail",
            reason_code: "issues_found",
            says: `${(0,_domain_values_plural_js__WEBPACK_IMPORTED_MODULE_7__/* .counted */ .h)(failing.length, "issue")} (${categories.join(", ")}).${rest}`,
            remedy: "Fix each, or configure the check in .credo.exs.",
            facts,
            findings,
        };
    }
    const stopped = (otherwise) => (0,_mix_output_unfinished_js__WEBPACK_IMPORTED_MODULE_1__/* .couldNotRun */ .Mn)("mix credo", { words: errors, otherwise, tail });
    if (seen.code !== 0)
        return stopped(`it named no issue and exited with code ${seen.code}.`);
    if (read === null)
        return stopped("it does not say which files it read.");
    if (read.files === 0)
        return misconfigured(path, { says: "credo analysed no file.", tail, where: "`files: %{included: …}`" });
    if (read.checks === 0)
        return misconfigured(path, { says: "credo ran no check.", tail, where: "`checks`" });
    return {
        verdict: "pass",
        reason_code: "passed",
        says: `${informed === 0 ? "No issues" : "No issues that count"} in ${(0,_domain_values_plural_js__WEBPACK_IMPORTED_MODULE_7__/* .counted */ .h)(read.files, "file")}, by ` +
            `${(0,_domain_values_plural_js__WEBPACK_IMPORTED_MODULE_7__/* .counted */ .h)(read.checks, "check")}.${informed === 0 ? "" : ` ${informed} inform only (\`exit_status: 0\`).`}`,
        facts,
        findings,
    };
}
/** Files that credo left out. */
function unparsed(files) {
    return {
        verdict: "error",
        reason_code: "syntax_error",
        says: `credo left out files that it could not parse: ${files.join(", ")}.`,
        remedy: "Fix their syntax.",
        findings: files.map((file) => ({ severity: "error", file, line: 1, message: "credo could not parse this file." })),
    };
}
/** What distinguishes an issue from every other. */
function keyOf(one) {
    return JSON.stringify([one.check, one.filename, one.line_no, one.message]);
}
function findingOf(one, path) {
    const place = (0,_mix_output_location_js__WEBPACK_IMPORTED_MODULE_0__/* .placed */ .GS)({ file: one.filename, line: one.line_no, column: one.column }, path);
    return { severity: "warning", message: one.message, rule: one.check, ...place };
}
/** credo could not do its work; a configuration that does not parse is named with its place. */
function broken(seen, path) {
    const tail = (0,_mix_output_unfinished_js__WEBPACK_IMPORTED_MODULE_1__/* .tailOf */ .Cj)(seen);
    const errors = (0,_mix_output_unfinished_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(seen.stderr);
    const [, file, line] = /:badconfig, "([^"\n]{1,500})"(?:.{0,2000}?\bline: (\d+))?/.exec(errors) ?? [];
    if (file === undefined) {
        const otherwise = (0,_mix_output_unfinished_js__WEBPACK_IMPORTED_MODULE_1__/* .firstLine */ .TM)(errors) || `it exited with code ${seen.code}.`;
        return (0,_mix_output_unfinished_js__WEBPACK_IMPORTED_MODULE_1__/* .couldNotRun */ .Mn)("mix credo", { words: `${errors}\n${(0,_mix_output_unfinished_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(seen.stdout)}`, otherwise, tail });
    }
    const why = /description: "([^"\n]{1,500})"/.exec(errors)?.[1] ?? "it is no valid Elixir";
    return {
        verdict: "error",
        reason_code: "syntax_error",
        says: `credo cannot read its configuration ${path(file)}: ${why}.`,
        remedy: "Fix its syntax.",
        findings: [
            { severity: "error", message: why, ...(0,_mix_output_location_js__WEBPACK_IMPORTED_MODULE_0__/* .placed */ .GS)({ file, line: line === undefined ? 1 : Number(line) }, path) },
        ],
        tail,
    };
}
function misconfigured(path, { says, tail, where = "the names of checks", }) {
    const file = path(".credo.exs");
    const remedy = `Look at ${where} in ${file}; at the root of an umbrella the paths begin with \`apps/\`.`;
    return { verdict: "error", reason_code: "not_judged", says, remedy, tail };
}
/** Dependencies that had to be compiled speak first: the report begins at the first line that begins with `{`. */
function parse(stdout) {
    const start = /^\{(?:$|")/m.exec(stdout);
    return start === null ? null : (report.safeParse((0,_domain_values_json_js__WEBPACK_IMPORTED_MODULE_8__/* .readJson */ .V)(stdout.slice(start.index))).data ?? null);
}


/***/ }),

/***/ 3303:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__),
/* harmony export */   depsAuditSchema: () => (/* binding */ depsAuditSchema),
/* harmony export */   judgeDepsAudit: () => (/* binding */ judgeDepsAudit),
/* harmony export */   withoutMixAudit: () => (/* binding */ withoutMixAudit)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2716);
/* harmony import */ var _domain_values_json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8675);
/* harmony import */ var _mix_output_unfinished_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(233);
/* harmony import */ var _by_hand_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(326);
/* harmony import */ var _define_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7500);
/* harmony import */ var _printed_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4237);






const depsAuditSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    status: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz("ran"),
    ..._printed_js__WEBPACK_IMPORTED_MODULE_1__/* .printed */ .z,
    /** Packages of Hex in mix.lock. */
    packages: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr(),
    ignored: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    /** Advisories that lie beside mix_audit, and whether git brought them in this run. */
    database: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ advisories: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr(), fetched: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY() }),
});
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_define_js__WEBPACK_IMPORTED_MODULE_3__/* .defineCheck */ .q)({
    id: "deps-audit",
    title: "mix deps.audit",
    level: "must",
    docs: {
        passes: "mix_audit compared mix.lock with advisories that it fetched in this run",
        more: "not applicable without mix_audit among the dependencies. `ignore_advisories` counts here too. " +
            "It clones github.com/mirego/elixir-security-advisories into `~/.local/share`; " +
            "without it mix_audit passes, and this check does not",
    },
    vm: "analysis",
    command: "mix deps.audit",
    loads: ["dependencies"],
    package: { name: "mix_audit", line: '{:mix_audit, "~> 2.1", only: [:dev, :test], runtime: false}' },
    artefact: depsAuditSchema,
    // It stops the VM when it finds something.
    turn: 2,
    light: true,
    known: ({ deps }) => ("mix_audit" in deps ? null : withoutMixAudit),
    judge: (seen, { context }) => judgeDepsAudit(seen, context.path),
    byHand: (facts) => (0,_by_hand_js__WEBPACK_IMPORTED_MODULE_4__/* .inBuild */ .s4)(facts, "mix_audit", `mix deps.audit${ignoring(facts.judgement)}`),
    sarif: { name: "mix_audit", home: "https://hexdocs.pm/mix_audit", tags: ["security", "dependencies"] },
}));
/** The advisories that the project lets Hex ignore: mix_audit does not read that setting. */
function ignoring(judgement) {
    const ignored = judgement?.facts?.["ignored"];
    return Array.isArray(ignored) && ignored.length > 0 ? ` --ignore-advisory-ids ${ignored.join(",")}` : "";
}
const text = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish();
const report = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    pass: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY(),
    vulnerabilities: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        advisory: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
            id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
            severity: text,
            title: text,
            url: text,
            first_patched_versions: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).nullish(),
        }),
        dependency: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ package: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), version: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), lockfile: text }),
    })),
});
/** The project does without mix_audit: `mix hex.audit` is what judges its packages. */
const withoutMixAudit = {
    verdict: "not-run",
    reason_code: "not_applicable",
    says: "mix_audit is not among the dependencies, so nothing was audited here; hex-audit asks the registry.",
};
const noPackages = {
    verdict: "not-run",
    reason_code: "not_applicable",
    says: "mix.lock names no package of Hex, so there was nothing to audit.",
};
/**
 * No advisory of mix_audit's own database (Phase 6: mix deps.audit). It passes with an empty database too: that there
 * was one is asked first.
 */
function judgeDepsAudit(seen, path) {
    const { packages, ignored, database } = seen;
    const facts = { packages, ignored, advisories: database.advisories, fetched: database.fetched };
    const tail = (0,_mix_output_unfinished_js__WEBPACK_IMPORTED_MODULE_0__/* .tailOf */ .Cj)(seen);
    const parsed = parse((0,_mix_output_unfinished_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(seen.stdout));
    if (parsed === null) {
        const errors = (0,_mix_output_unfinished_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(seen.stderr);
        return (0,_mix_output_unfinished_js__WEBPACK_IMPORTED_MODULE_0__/* .couldNotRun */ .Mn)("mix deps.audit", {
            words: `${(0,_mix_output_unfinished_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(seen.stdout)}\n${errors}`,
            otherwise: (0,_mix_output_unfinished_js__WEBPACK_IMPORTED_MODULE_0__/* .firstLine */ .TM)(errors) || "it left no report.",
            tail,
        });
    }
    const found = parsed.vulnerabilities;
    if (found.length > 0) {
        return {
            verdict: "fail",
            reason_code: "vulnerabilities_found",
            says: `${found.length} known ${found.length === 1 ? "vulnerability" : "vulnerabilities"}: ` +
                `${[...new Set(found.map((one) => one.dependency.package))].join(", ")}.`,
            remedy: "Update the packages, or list a false one under `hex: [ignore_advisories: …]` in mix.exs with its reason.",
            facts,
            findings: found.map((one) => described(one, path)),
            tail,
        };
    }
    const unjudged = (reason_code, says) => ({
        verdict: "inconclusive",
        reason_code,
        says,
        remedy: "Run again where github.com can be reached: mix_audit clones mirego/elixir-security-advisories into " +
            "`~/.local/share`.",
        facts,
        tail,
    });
    if (packages === 0)
        return { ...noPackages, facts };
    if (database.advisories === 0)
        return unjudged("network_failed", "mix_audit had no advisories to compare with, which it takes for a pass.");
    if (!parsed.pass)
        return unjudged("not_judged", "Its report names no vulnerability and does not say that all pass.");
    if (!database.fetched)
        return unjudged("network_failed", `The ${database.advisories} advisories are of an earlier run: git could not bring newer ones.`);
    const rest = ignored.length === 0 ? "" : ` Ignored by the project's settings: ${ignored.join(", ")}.`;
    return {
        verdict: "pass",
        reason_code: "passed",
        says: `No advisory applies: ${packages} packages against ${database.advisories}.${rest}`,
        facts,
    };
}
function described({ advisory, dependency }, path) {
    const patched = advisory.first_patched_versions ?? [];
    const lines = [
        `${dependency.package} ${dependency.version} - ` +
            `${advisory.id}${advisory.severity ? ` (${advisory.severity.toUpperCase()})` : ""}`,
        ...(advisory.title ? [advisory.title] : []),
        ...(patched.length === 0 ? [] : [`Fixed in ${patched.join(", ")}.`]),
        ...(advisory.url ? [advisory.url] : []),
    ];
    return {
        severity: "error",
        rule: advisory.id,
        message: lines.join("\n"),
        file: path(dependency.lockfile ?? "mix.lock"),
        line: 1,
    };
}
/** The report is one line of JSON; words of a compilation may stand before it. */
function parse(stdout) {
    for (const line of stdout.split("\n")) {
        const read = line.startsWith('{"') ? report.safeParse((0,_domain_values_json_js__WEBPACK_IMPORTED_MODULE_5__/* .readJson */ .V)(line)).data : undefined;
        if (read !== undefined)
            return read;
    }
    return null;
}


/***/ }),

/***/ 5561:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__),
/* harmony export */   dialyzerSchema: () => (/* binding */ dialyzerSchema),
/* harmony export */   judgeDialyzer: () => (/* binding */ judgeDialyzer)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2716);
/* harmony import */ var _domain_values_plural_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4939);
/* harmony import */ var _mix_output_location_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8755);
/* harmony import */ var _mix_output_unfinished_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(233);
/* harmony import */ var _by_hand_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(326);
/* harmony import */ var _define_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7500);
/* harmony import */ var _printed_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4237);
/* harmony import */ var _reads_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3010);








/** dialyzer, and where its PLT lies, whether it was there or had to be made, and the milliseconds that this took. */
const dialyzerSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([
    zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ status: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz("no_dialyzer") }),
    zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        status: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz("ran"),
        ..._printed_js__WEBPACK_IMPORTED_MODULE_2__/* .printed */ .z,
        plt: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ file: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), state: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(["warm", "updated", "built"]), took: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr() }),
    }),
]);
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_define_js__WEBPACK_IMPORTED_MODULE_4__/* .defineCheck */ .q)({
    id: "dialyzer",
    title: "mix dialyzer",
    level: "should",
    docs: { passes: "no warning beside those in `.dialyzer_ignore.exs`", more: "see below" },
    vm: "analysis",
    command: "mix dialyzer",
    package: { name: "dialyxir", line: '{:dialyxir, "~> 1.4", only: [:dev, :test], runtime: false}' },
    artefact: dialyzerSchema,
    // dialyxir compiles.
    turn: 1,
    reads: (path) => (0,_reads_js__WEBPACK_IMPORTED_MODULE_5__/* .codeAndLock */ ._7)(path) || /(^|\/)\.dialyzer_ignore/.test(path),
    judge: judgeInApps,
    byHand: (facts) => (0,_by_hand_js__WEBPACK_IMPORTED_MODULE_6__/* .inBuild */ .s4)(facts, "dialyxir", "mix dialyzer --format short"),
    sarif: { name: "dialyzer", home: "https://hexdocs.pm/dialyxir", tags: ["correctness"] },
}));
/**
 * dialyzer names files as the app that they belong to does: in an umbrella the one app that has such a file is found.
 */
async function judgeInApps(seen, { context, project }) {
    const { files, path } = context;
    const judgement = judgeDialyzer(seen, path);
    if (!project.umbrella)
        return judgement;
    const named = judgeDialyzer(seen, (file) => file).findings ?? [];
    const places = await (0,_mix_output_location_js__WEBPACK_IMPORTED_MODULE_0__/* .withinApps */ .iJ)(named.flatMap(({ file }) => file ?? []), project.folders, files.exists);
    return judgeDialyzer(seen, (file) => path(places.get(file) ?? file));
}
/**
 * `lib/a.ex:49:13:pattern_match The pattern …`, on standard error; OTP 25 and earlier may name no column, or neither
 * file nor line.
 */
const warning = /^([^:\n]*):(\d+)(?::(\d+))?:([a-z_]+) (.+)$/gm;
/** What dialyxir ends with. A warning is skipped where .dialyzer_ignore.exs says so, and counted all the same. */
const total = /^Total errors: (\d+), Skipped: (-?\d+), Unnecessary Skips: \d+$/m;
/** How dialyzer's own failures begin, on either stream. */
const failure = ":dialyzer.run error: ";
/**
 * No warnings (Phase 6: mix dialyzer). The count that dialyxir prints is the evidence; the warnings that it names must
 * be as many.
 */
function judgeDialyzer(seen, path) {
    if (seen.status === "no_dialyzer")
        return withoutDialyzer;
    const { plt } = seen;
    const made = {
        warm: "The PLT was warm.",
        updated: `The PLT was brought up to date in ${seconds(plt.took)} s.`,
        built: `The PLT was built in ${seconds(plt.took)} s.`,
    }[plt.state];
    const facts = { plt: plt.state, plt_file: path(plt.file), plt_seconds: seconds(plt.took) };
    const output = (0,_mix_output_unfinished_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(seen.stdout);
    const errors = (0,_mix_output_unfinished_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(seen.stderr);
    const tail = (0,_mix_output_unfinished_js__WEBPACK_IMPORTED_MODULE_1__/* .tailOf */ .Cj)(seen);
    const [, warnings, skips] = total.exec(output) ?? [];
    const skipped = Math.max(0, Number(skips));
    const standing = Number(warnings) - skipped;
    const findings = [...errors.matchAll(warning), ...output.matchAll(warning)].map(([, file = "", line = "", column, rule = "", message = ""]) => ({
        severity: "warning",
        message,
        rule,
        ...(0,_mix_output_location_js__WEBPACK_IMPORTED_MODULE_0__/* .placed */ .GS)({ file, line: Number(line), column: column === undefined ? null : Number(column) }, path),
    }));
    const seenFacts = { ...facts, warnings: findings.length, skipped };
    const all = `${errors}\n${output}`;
    if (/unused filters present/.test(errors))
        return { ...unusedFilters(output, standing, path(".dialyzer_ignore.exs")), facts: seenFacts, tail };
    if (warnings === undefined || all.includes(failure)) {
        const otherwise = reasonOf(all) || `it exited with code ${seen.code}.`;
        return { ...(0,_mix_output_unfinished_js__WEBPACK_IMPORTED_MODULE_1__/* .couldNotRun */ .Mn)("mix dialyzer", { words: all, otherwise, tail }), facts };
    }
    if (standing > 0 || findings.length > 0) {
        const count = Math.max(standing, findings.length);
        const unread = count - findings.length;
        return {
            verdict: "fail",
            reason_code: "issues_found",
            says: `${(0,_domain_values_plural_js__WEBPACK_IMPORTED_MODULE_7__/* .counted */ .h)(count, "warning")}. ${made}`,
            remedy: "Fix each, or list it in " +
                `.dialyzer_ignore.exs.${unread > 0 ? ` ${unread} of them are in the output alone.` : ""}`,
            facts: seenFacts,
            findings,
            ...(unread > 0 ? { tail } : {}),
        };
    }
    if (seen.code !== 0)
        return {
            ...(0,_mix_output_unfinished_js__WEBPACK_IMPORTED_MODULE_1__/* .couldNotRun */ .Mn)("mix dialyzer", {
                words: errors,
                otherwise: `it counts no warning and exited with code ${seen.code}.`,
                tail,
            }),
            facts,
        };
    const rest = skipped > 0 ? ` ${skipped} skipped by .dialyzer_ignore.exs.` : "";
    return { verdict: "pass", reason_code: "passed", says: `No warnings.${rest} ${made}`, facts: seenFacts };
}
const withoutDialyzer = {
    verdict: "error",
    reason_code: "tool_missing",
    says: "This Erlang has no dialyzer application.",
    remedy: "Debian and Ubuntu ship it apart: `apt-get install erlang-dialyzer`. erlef/setup-beam brings it along.",
};
/** Filters of the ignore file that match nothing: dialyxir fails then, and does not name its warnings. */
function unusedFilters(output, warnings, file) {
    const message = /^Unused filters:\n((?:[^\n]+\n)*)/m.exec(output)?.[1]?.trim() ?? "";
    const beside = warnings > 0 ? ` There are ${warnings} warnings too, which dialyxir does not name then.` : "";
    return {
        verdict: "fail",
        reason_code: "issues_found",
        says: `The ignore file has filters that no warning matches.${beside}`,
        remedy: "Remove them from .dialyzer_ignore.exs.",
        findings: [{ severity: "warning", rule: "unused_filter", message, file, line: 1 }],
    };
}
/** What dialyzer itself says of its failure, before anything else that was printed. */
function reasonOf(words) {
    const lines = words.split("\n");
    return (0,_mix_output_unfinished_js__WEBPACK_IMPORTED_MODULE_1__/* .firstLine */ .TM)(lines.find((one) => one.includes(failure)) ?? words);
}
function seconds(ms) {
    return Math.round(ms / 100) / 10;
}


/***/ }),

/***/ 1727:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ format),
  formatSchema: () => (/* binding */ formatSchema),
  judgeFormat: () => (/* binding */ judgeFormat)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 8 modules
var schemas = __webpack_require__(2716);
// EXTERNAL MODULE: ./build/src/domain/values/plural.js
var plural = __webpack_require__(4939);
// EXTERNAL MODULE: ./build/src/mix-output/location.js
var mix_output_location = __webpack_require__(8755);
// EXTERNAL MODULE: ./build/src/mix-output/lines.js
var lines = __webpack_require__(4441);
;// CONCATENATED MODULE: ./build/src/mix-output/run.js

/** Lines of a stack that are looked through for a place in the project. */
const maxStack = 30;
/**
 * Errors that ended a run: `** (Ecto.MigrationError) …` with the stack below it. The place is the first of the
 * project's own; an error of Ecto or of a database names the migration that was under way.
 */
function raisedIn(text, migration = null) {
    const lines = linesOf(text);
    const found = [];
    let app = null;
    let compiling = false;
    for (const [at, line] of lines.entries()) {
        app = appIn(line) ?? app;
        compiling = /^== Compilation error/.test(line) || (compiling && line !== "");
        const [, kind = "", said = ""] = /^ {0,8}(?:ERROR! )?\*\* \(([^()]{1,200})\) ?(.*)$/.exec(line) ?? [];
        // What stopped a compilation is shown with its file.
        if (kind === "" || compiling)
            continue;
        const where = migration === null || !/^(?:Ecto|Postgrex|MyXQL|Tds|Exqlite|DBConnection)\./.test(kind)
            ? ""
            : `\nIn the migration ${migration}.`;
        // What mix itself refuses is said above it, and is no fault of a line.
        if (/^Mix(?:\.Error)?$/.test(kind))
            continue;
        const place = placeSaid(said) ?? inStack(lines.slice(at + 1, at + maxStack));
        found.push({
            severity: "error",
            message: `(${kind}) ${said}${where}`,
            app,
            ...(place ?? { file: null, line: null, column: null }),
        });
    }
    return found;
}
/** The migration that was begun last, with its version. */
function migrationIn(text) {
    return linesOf(text).reduce((last, line) => /\[info\] == Running (\d+ \S+)/.exec(line)?.[1] ?? last, null);
}
/** The first place of the project in a stack: `    lib/shop/prod.ex:2: (module)`, up to the next error. */
function inStack(lines) {
    for (const line of lines) {
        if (line.includes("** ("))
            return null;
        const place = line.startsWith("    ") ? placeIn(line) : null;
        if (place !== null)
            return place;
    }
    return null;
}
/** How far `mix release` came. */
function releaseIn(text) {
    const lines = linesOf(text);
    const name = lines.map((line) => /^\* assembling (\S+) on MIX_ENV=/.exec(line)?.[1]).find((one) => one !== undefined);
    const created = lines.some((line) => line.startsWith("Release created at "));
    const asked = lines
        .map((line) => /^Release (\S+) already exists\. Overwrite\?/.exec(line)?.[1])
        .find((one) => one !== undefined);
    if (asked !== undefined)
        return [`the release ${asked} was there and nothing was built`];
    if (name === undefined)
        return [];
    return [created ? `the release ${name} was assembled` : `the release ${name} was begun and not finished`];
}
/**
 * The files that `mix format --check-formatted` names: a list on 1.14, a diff below each absolute path from 1.15 on.
 */
function unformattedIn(text) {
    if (!text.includes("not formatted"))
        return [];
    return (0,lines/* linesOf */.Dx)(text).flatMap((line) => {
        const named = /^ {2}\* (.+)$/.exec(line) ?? /^(\/.+\.\w+)$/.exec(line);
        return named?.[1] === undefined ? [] : [named[1]];
    });
}

// EXTERNAL MODULE: ./build/src/mix-output/unfinished.js + 2 modules
var unfinished = __webpack_require__(233);
// EXTERNAL MODULE: ./build/src/checks/define.js
var checks_define = __webpack_require__(7500);
;// CONCATENATED MODULE: ./build/src/checks/format-reach.js

/**
 * `sources` are the tracked Elixir and HEEx files of the repository; those of other projects in it are theirs. `path`
 * maps a file to the repository.
 */
function reachOf(seen, sources, path) {
    const root = path(".");
    const apps = seen.apps.map(path);
    const inside = (folder) => (file) => folder === "" || file.startsWith(`${folder}/`);
    const strangers = sources
        .filter((file) => /(^|\/)mix\.exs$/.test(file))
        .map((file) => file.replace(/\/?mix\.exs$/, ""))
        .filter((folder) => folder !== root && inside(root)(folder) && !apps.includes(folder));
    const mine = sources.filter(inside(root)).filter((file) => !strangers.some((folder) => inside(folder)(file)));
    const known = new Set([...seen.read, ...seen.excluded].map(path));
    const read = new Set(seen.read.map(path));
    // It is the formatter's own: `mix new --umbrella` writes one that no pattern matches.
    const unmatched = mine.filter((file) => !known.has(file) && !/(^|\/)\.formatter\.exs$/.test(file));
    const untouched = (folder) => {
        const code = mine.filter((file) => inside(folder)(file) && /\.exs?$/.test(file));
        return code.length > 0 && !code.some((file) => read.has(file));
    };
    const missed = [...apps].sort().flatMap((app) => {
        if (app !== root && untouched(app))
            return [app];
        return ["lib", "test"].map((name) => (app === "" ? name : `${app}/${name}`)).filter(untouched);
    });
    return { read: seen.read.length, unmatched, missed };
}
/** The files that no pattern matches, as one notice. */
function unmatchedNotice({ unmatched }, formatter) {
    if (unmatched.length === 0)
        return [];
    const files = unmatched.length === 1 ? "1 tracked file" : `${unmatched.length} tracked files`;
    const message = `mix format does not read ${files}, since no \`inputs\` or \`subdirectories\` of .formatter.exs match: ` +
        `${(0,plural/* someOf */.y)(unmatched)}.`;
    return [{ severity: "notice", message, rule: "formatter-inputs", file: formatter, line: 1 }];
}

// EXTERNAL MODULE: ./build/src/checks/reads.js
var reads = __webpack_require__(3010);
;// CONCATENATED MODULE: ./build/src/checks/format.js









const place = { file: schemas/* string */.YjP().nullish(), line: schemas/* int */.Whr().nullish(), column: schemas/* int */.Whr().nullish() };
const formatSchema = schemas/* object */.Ikc({
    status: schemas/* enum */.k5n(["ok", "failed", "syntax_error"]),
    message: schemas/* string */.YjP().default(""),
    ...place,
    /**
     * Files that the patterns of .formatter.exs match, files that it excludes, and the folders of the apps: all from the
     * project's folder.
     */
    read: schemas/* array */.YOg(schemas/* string */.YjP()),
    excluded: schemas/* array */.YOg(schemas/* string */.YjP()).default([]),
    apps: schemas/* array */.YOg(schemas/* string */.YjP()).default([]),
});
/* harmony default export */ const format = ((0,checks_define/* defineCheck */.q)({
    id: "format",
    title: "mix format --check-formatted",
    level: "must",
    docs: {
        passes: "every file that the patterns of `.formatter.exs` match is formatted, " +
            "and they match some in `lib`, `test` and each app of an umbrella",
        more: "tracked `.ex`, `.exs` and `.heex` files that no pattern matches are named in a notice. " +
            "No file at all is an error",
    },
    vm: "test",
    command: "mix format",
    artefact: formatSchema,
    reads: reads/* anyFile */.lr,
    judge: (seen, { context, sources }) => judgeFormat(seen, context.path, sources),
    byHand: () => "mix format --check-formatted",
}));
/**
 * Formatted or not, distinguished from code that does not parse and a formatter that could not run. Only files that
 * were read count: patterns that match none of the code pass in mix. `sources` are the tracked Elixir and HEEx files of
 * the repository.
 */
function judgeFormat(seen, path, sources = []) {
    const reach = reachOf(seen, sources, path);
    const notices = unmatchedNotice(reach, path(".formatter.exs"));
    if (seen.status === "ok") {
        const judgement = formatted(reach, path(".formatter.exs"), isUmbrella(seen));
        return { ...judgement, findings: [...(judgement.findings ?? []), ...notices] };
    }
    const words = (0,unfinished/* plain */.pj)(seen.message);
    if (seen.status === "syntax_error") {
        return {
            verdict: "fail",
            reason_code: "syntax_error",
            says: `A file cannot be parsed: ${words.split("\n")[0]}`,
            remedy: "Fix the syntax.",
            findings: [{ severity: "error", message: words, ...(0,mix_output_location/* placed */.GS)(seen, path) }, ...notices],
        };
    }
    const files = unformattedIn(words);
    if (files.length === 0)
        return couldNotFormat(words, path(".formatter.exs"), isUmbrella(seen));
    return {
        verdict: "fail",
        reason_code: "not_formatted",
        says: `${(0,plural/* counted */.h)(files.length, "file is", "files are")} not formatted: ` +
            `${files.slice(0, 5).map(path).join(", ")}${files.length > 5 ? ", …" : ""}.`,
        remedy: "Run `mix format` and commit.",
        facts: { ...factsOf(reach), files: files.map(path) },
        findings: [
            ...files.map((file) => ({
                severity: "error",
                file: path(file),
                line: 1,
                message: "This file is not formatted. Run `mix format`.",
            })),
            ...notices,
        ],
        tail: words.slice(0, 6_000),
    };
}
/** Every file that was read is formatted: whether that says something of the code. */
function formatted(reach, formatter, umbrella) {
    const { read, unmatched, missed } = reach;
    const facts = factsOf(reach);
    if (read === 0) {
        return {
            verdict: "error",
            reason_code: "not_judged",
            says: `mix format read no file: the \`inputs\` and \`subdirectories\` of ${formatter} match none.`,
            remedy: `Write \`${patternsOf(umbrella)}\` in it.`,
            facts,
            reproduce: "",
        };
    }
    const files = `${(0,plural/* counted */.h)(read, "file")}`;
    if (missed.length > 0) {
        return {
            verdict: "fail",
            reason_code: "sources_not_read",
            says: `mix format reads ${files} and none in ${(0,plural/* someOf */.y)(missed)}: the \`inputs\` and \`subdirectories\` of ` +
                `${formatter} do not match there.`,
            remedy: 'Add them to `inputs`; at the root of an umbrella write `subdirectories: ["apps/*"]`, with a ' +
                ".formatter.exs in each app.",
            facts,
            findings: missed.map((folder) => ({
                severity: "error",
                message: `mix format reads no file in ${folder}.`,
                rule: "formatter-inputs",
                file: formatter,
                line: 1,
            })),
            reproduce: "",
        };
    }
    const rest = unmatched.length === 0
        ? ""
        : ` ${unmatched.length} tracked ${unmatched.length === 1 ? "file is" : "files are"} not read.`;
    return { verdict: "pass", reason_code: "passed", says: `${files} read, every one is formatted.${rest}`, facts };
}
function factsOf({ read, unmatched, missed }) {
    return { read, unmatched: [...unmatched], missed: [...missed] };
}
/** An umbrella's root has no code of its own, and its apps are not in the project's own folder. */
function isUmbrella({ apps }) {
    return apps.some((folder) => !["", "."].includes(folder) && !(0,external_node_path_.isAbsolute)(folder));
}
/** The whole of .formatter.exs, as `mix new` writes it. */
function patternsOf(umbrella) {
    if (umbrella)
        return '[inputs: ["mix.exs", "config/*.exs"], subdirectories: ["apps/*"]]';
    return '[inputs: ["{mix,.formatter}.exs", "{config,lib,test}/**/*.{ex,exs}"]]';
}
function couldNotFormat(words, formatter, umbrella) {
    const missing = /:inputs or :subdirectories key/.test(words);
    if (/run "mix deps\.get"/.test(words))
        return (0,unfinished/* couldNotRun */.Mn)("mix format", { words, otherwise: "", tail: words });
    const [first = ""] = words.split("\n");
    return {
        verdict: "error",
        reason_code: "could_not_run",
        says: missing
            ? `mix format could not run: ${formatter} is missing, or has no \`inputs\` and no \`subdirectories\`.`
            : `mix format could not run: ${first.replace(/[^.!?]$/, "$&.")}`,
        remedy: missing
            ? `Write \`${patternsOf(umbrella)}\` in ${formatter}.`
            : "A plugin or `import_deps` of .formatter.exs is missing: add it to mix.exs and fetch it.",
        tail: words,
    };
}


/***/ }),

/***/ 216:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__),
/* harmony export */   hexAuditSchema: () => (/* binding */ hexAuditSchema),
/* harmony export */   judgeHexAudit: () => (/* binding */ judgeHexAudit),
/* harmony export */   noPackages: () => (/* binding */ noPackages)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2716);
/* harmony import */ var _mix_output_unfinished_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(233);
/* harmony import */ var _define_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7500);
/* harmony import */ var _printed_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4237);




/** Hex's version, and how many of its packages are in mix.lock. */
const hexAuditSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ status: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz("ran"), ..._printed_js__WEBPACK_IMPORTED_MODULE_1__/* .printed */ .z, hex: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), packages: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr() });
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_define_js__WEBPACK_IMPORTED_MODULE_3__/* .defineCheck */ .q)({
    id: "hex-audit",
    title: "mix hex.audit",
    level: "must",
    docs: {
        passes: "Hex 2.5 or later asked the registry for every package in mix.lock: none retired, no advisory",
        more: "`hex: [ignore_advisories: […], ignore_retirements: […]]` in mix.exs; what is ignored is listed. " +
            "A registry that cannot be reached is inconclusive, though Hex passes then",
    },
    vm: "analysis",
    command: "mix hex.audit",
    loads: ["dependencies"],
    artefact: hexAuditSchema,
    // From 1.15 on mix takes Hex from the path when the dependencies are loaded.
    turn: -2,
    light: true,
    known: ({ deps, hex }) => (Object.keys(deps).length === 0 ? noPackages : hex === null ? withoutHex : null),
    judge: (seen, { context }) => judgeHexAudit(seen, context.path),
    byHand: () => "mix hex.audit",
    sarif: {
        name: "hex.audit",
        home: "https://hexdocs.pm/hex/Mix.Tasks.Hex.Audit.html",
        tags: ["security", "dependencies"],
    },
}));
/** Hex is installed beside mix, not as a dependency. */
const withoutHex = {
    verdict: "error",
    reason_code: "tool_missing",
    says: "Hex is not installed.",
    remedy: "Run `mix local.hex --force` before this step, or set `checks: {hex-audit: off}`.",
};
/** Says that advisories were consulted, and none was found: only Hex 2.5 and later write it. */
const clean = /^No retired or security advisory packages found$/m;
/**
 * No retired package, no advisory (Phase 6: mix hex.audit), by the sentences that prove that the registry was asked:
 * Hex sets its exit code when the VM ends, so the code says nothing of what was found.
 */
function judgeHexAudit(seen, path) {
    const { hex, packages, ...ran } = seen;
    const output = (0,_mix_output_unfinished_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(ran.stdout);
    const errors = (0,_mix_output_unfinished_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(ran.stderr);
    const tail = (0,_mix_output_unfinished_js__WEBPACK_IMPORTED_MODULE_0__/* .tailOf */ .Cj)(ran);
    if (ran.code === 0 && packages === 0 && errors.trim() === "")
        return { ...noPackages, facts: { hex, packages } };
    if (!advises(hex))
        return { ...withoutAdvisories(hex), tail };
    const lock = path("mix.lock");
    const findings = [
        ...section(output, { heading: "Retired", rule: "retired", severity: "warning", file: lock }),
        ...section(output, { heading: "Advisories", rule: "advisory", severity: "error", file: lock }),
    ];
    const ignored = accepted
        .flatMap((heading) => section(output, { heading, rule: "", severity: "notice", file: lock }))
        .filter((one) => entry.test(one.message));
    const facts = { hex, packages, found: findings.length, ignored: ignored.map((one) => one.message.trim()) };
    const rest = ignored.length === 0 ? "" : ` ${ignored.length} ignored by the project's settings.`;
    if (/Found retired packages|Found packages with security advisories/.test(errors) || findings.length > 0) {
        return {
            verdict: "fail",
            reason_code: "vulnerabilities_found",
            says: `${findings.length} retired or vulnerable ${findings.length === 1 ? "package" : "packages"}.${rest}`,
            remedy: "Update them with `mix deps.update`, or list a false one under `hex: [ignore_advisories: …]` with its reason.",
            facts,
            findings,
            tail,
        };
    }
    if (/Failed to fetch record/.test(errors))
        return { ...unreachable, facts, tail };
    if (ran.code === 0 && packages === 0)
        return { ...noPackages, facts };
    // What is ignored is listed after what is not: a list of the one shows that there was none of the other.
    if (ran.code === 0 && (clean.test(output) || ignored.length > 0))
        return {
            verdict: "pass",
            reason_code: "passed",
            says: `${packages} packages, none retired and no advisory.${rest}`,
            facts,
        };
    const otherwise = (0,_mix_output_unfinished_js__WEBPACK_IMPORTED_MODULE_0__/* .firstLine */ .TM)(errors) || `it exited with code ${ran.code} without its verdict.`;
    return (0,_mix_output_unfinished_js__WEBPACK_IMPORTED_MODULE_0__/* .couldNotRun */ .Mn)("mix hex.audit", { words: `${output}\n${errors}`, otherwise, tail });
}
function withoutAdvisories(hex) {
    return {
        verdict: "error",
        reason_code: "not_judged",
        says: `Hex ${hex} knows retired packages only, not security advisories.`,
        remedy: "Run `mix local.hex --force` before this step: Hex 2.5 or later is needed.",
    };
}
const unreachable = {
    verdict: "inconclusive",
    reason_code: "network_failed",
    says: "The registry could not be reached: Hex answered from its cache.",
    remedy: "Run again when hex.pm can be reached from the job.",
};
/** Findings that the project's settings or its organization's policy accept. */
const accepted = ["Policy-accepted retired", "Policy-accepted advisories", "Ignored retired", "Ignored advisories"];
/** `plug 1.19.2 - …`. */
const entry = /^\S+ \S+ - ./;
/** No dependency, or path and git dependencies alone: Hex says that all is well, having looked at nothing. */
const noPackages = {
    verdict: "not-run",
    reason_code: "not_applicable",
    says: "The project has no package of Hex, so there was nothing to ask the registry for.",
};
/** The entries below a heading: `  plug 1.19.2 - EEF-… (HIGH)`, with what is indented further as its text. */
function section(output, { heading, rule, severity, file }) {
    const lines = output.split("\n");
    const start = lines.indexOf(`${heading}:`);
    if (start < 0)
        return [];
    const found = [];
    for (const line of lines.slice(start + 1)) {
        if (!line.startsWith("  "))
            break;
        const last = found.pop();
        if (last !== undefined && line.startsWith("    "))
            found.push({ ...last, message: `${last.message}\n${line.trim()}` });
        else
            found.push(...(last === undefined ? [] : [last]), { severity, rule, message: line.trim(), file, line: 1 });
    }
    return found;
}
/** Hex 2.5 was the first to consult advisories. */
function advises(version) {
    const [major = 0, minor = 0] = version.split(".").map(Number);
    return major > 2 || (major === 2 && minor >= 5);
}


/***/ }),

/***/ 357:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ migration_safety),
  judgeMigrationSafety: () => (/* binding */ judgeMigrationSafety),
  migrationSafetySchema: () => (/* binding */ migrationSafetySchema)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 8 modules
var schemas = __webpack_require__(2716);
// EXTERNAL MODULE: ./build/src/domain/values/plural.js
var plural = __webpack_require__(4939);
// EXTERNAL MODULE: ./build/src/checks/define.js
var checks_define = __webpack_require__(7500);
;// CONCATENATED MODULE: ./build/src/checks/migration-rules.js
const concurrently = "build it with `concurrently: true`, `@disable_ddl_transaction true` and `@disable_migration_lock true`, in a " +
    "migration of its own";
const validateLater = "add it with `validate: false` (SQL: NOT VALID), and validate it in the next migration";
/**
 * The catalogue of unsafe operations, known from strong_migrations, excellent_migrations and squawk. Where
 * excellent_migrations knows the same, the id is its own, so that its comments
 * (`safety-assured-for-next-line column_removed`) speak of both.
 */
const migrationRules = {
    "table-dropped": {
        unsafe: "The code that still serves uses this table, and a rollback does not bring its rows back.",
        safe: "stop using it in this release, drop it in the next",
    },
    "column-removed": {
        unsafe: "The code that still serves reads this column by name, and a rollback does not bring its values back.",
        safe: "take it out of the schema in this release, drop it in the next",
    },
    "table-renamed": {
        unsafe: "The code that still serves knows the old name only.",
        safe: "make the new one, write to both, move the rows, and drop the old one in a later release",
    },
    "column-renamed": {
        unsafe: "The code that still serves knows the old name only.",
        safe: "keep the column and name it in the schema with `source:`; or add a new one, write to both, and drop the old " +
            "one later",
    },
    "schema-renamed": {
        unsafe: "The code that still serves knows the old schema's name only.",
        safe: "make a new schema, and move table by table in later releases",
    },
    "enum-value-renamed": {
        unsafe: "The code that still serves writes the old value, which is refused from then on.",
        safe: "add the new value, write it from this release on, rewrite rows, and leave the old one",
    },
    "column-type-changed": {
        unsafe: "Another type rewrites the whole table under a lock that stops reads and writes.",
        safe: "add a column of the new type, write to both, fill it in batches; where the type stays, and no earlier " +
            "migration shows it, say so with `from:`",
    },
    "index-not-concurrently": {
        unsafe: "Without `concurrently` it stops all writes to the table until it is done.",
        safe: concurrently,
    },
    "index-concurrently-without-disable-ddl-transaction": {
        unsafe: "PostgreSQL refuses `concurrently` inside a transaction, and Ecto wraps a migration in one.",
        safe: "add `@disable_ddl_transaction true`",
    },
    "index-concurrently-without-disable-migration-lock": {
        unsafe: "It waits for the transaction that holds Ecto's migration lock, which waits for the migration: neither " +
            "ever ends.",
        safe: "add `@disable_migration_lock true`, or set `migration_lock: :pg_advisory_lock` in the repo's configuration",
    },
    "column-reference-added": {
        unsafe: "A foreign key that is validated at once locks both tables while every row is looked at.",
        safe: validateLater,
    },
    "check-constraint-added": {
        unsafe: "A check that is validated at once stops reads and writes while every row is looked at.",
        safe: validateLater,
    },
    "validated-in-same-transaction": {
        unsafe: "The lock of adding the constraint is held while every row is looked at.",
        safe: "validate it in a migration of its own",
    },
    "unique-constraint-added": {
        unsafe: "It builds an index under a lock that stops reads and writes.",
        safe: "build a unique index concurrently, then add the constraint with USING INDEX",
    },
    "primary-key-added": {
        unsafe: "It builds an index, and checks for NULL, under a lock that stops reads and writes.",
        safe: "build a unique index concurrently, then add the key with USING INDEX",
    },
    "exclusion-constraint-added": {
        unsafe: "It builds an index under a lock that stops reads and writes, and PostgreSQL knows no other way.",
        safe: "add it while the table is small or new, else in a window without traffic",
    },
    "not-null-added": {
        unsafe: "Every row is looked at under a lock that stops reads and writes, and old code may still write NULL.",
        safe: "add a CHECK (… IS NOT NULL) with `validate: false`, validate it in the next migration, and set NOT NULL " +
            "there",
    },
    "null-allowed": {
        unsafe: "The code that still serves does not expect nil from this column.",
        safe: "ship code that takes nil first, then allow it",
    },
    "required-column-added": {
        unsafe: "It fails on a table with rows, and the code that still serves does not fill it.",
        safe: "add it nullable or with a default, fill it, then demand it in a later release",
    },
    "column-volatile-default": {
        unsafe: "A default that differs from row to row rewrites the whole table under a lock that stops reads and writes.",
        safe: "add the column without it, then set the default, then fill old rows in batches",
    },
    "auto-increment-added": {
        unsafe: "Every row gets a number, which rewrites the whole table under a lock that stops reads and writes.",
        safe: "make a new table, or add a plain column, fill it in batches and attach a sequence",
    },
    "generated-column-added": {
        unsafe: "A stored generated column rewrites the whole table under a lock that stops reads and writes.",
        safe: "add a plain column, fill it in batches, and keep it by a trigger",
    },
    "json-column-added": {
        unsafe: "`json` has no equality: SELECT DISTINCT of the table fails from then on.",
        safe: "use `:map` or `:jsonb`",
    },
    "operation-insert": {
        unsafe: "An earlier statement of this transaction locks a table in use: all who write to it wait until every row " +
            "of the query is copied.",
        safe: "copy the rows in a migration of its own, in batches, with `@disable_ddl_transaction true`",
    },
    "operation-update": {
        unsafe: "Rows stay locked until the whole migration ends.",
        safe: "fill in rows outside of the migration, in batches",
    },
    "operation-delete": {
        unsafe: "Rows stay locked until the whole migration ends, and a rollback does not bring them back.",
        safe: "delete outside of the migration, in batches",
    },
    "raw-sql-executed": {
        unsafe: "What this SQL does is unknown.",
        safe: "write it as a literal statement that can be read, or look at it and mark the line as assured",
    },
    "table-truncated": {
        unsafe: "Every row goes, under a lock that stops reads and writes.",
        safe: "delete what must go outside of the migration, in batches",
    },
    "table-locked": {
        unsafe: "It stops reads and writes until it is done.",
        safe: "do it outside of the migration; REFRESH takes CONCURRENTLY",
    },
    "table-rewritten": {
        unsafe: "It rewrites the whole table under a lock that stops reads and writes.",
        safe: "make a new table and move the rows",
    },
    "partition-detached": {
        unsafe: "It stops reads and writes of the whole table.",
        safe: "use DETACH PARTITION … CONCURRENTLY, outside of a transaction",
    },
    "database-dropped": { unsafe: "Everything goes.", safe: "never do this in a migration" },
    "column-added-with-default": {
        unsafe: "Before PostgreSQL 11 a default rewrites the whole table.",
        safe: "add the column without it, then set the default",
    },
    "many-columns-index": {
        unsafe: "An index of more than three columns is large and seldom used.",
        safe: "index the columns that select most",
    },
};
/** Rules that only excellent_migrations looks for. */
const borrowedRules = ["column-added-with-default", "many-columns-index"];
/** The rule of that id; a tool may know more than we do. */
function migrationRule(id) {
    return Object.hasOwn(migrationRules, id) ? migrationRules[id] : undefined;
}

;// CONCATENATED MODULE: ./build/src/checks/migration-safety.js




const operationSchema = schemas/* object */.Ikc({ rule: schemas/* string */.YjP(), table: schemas/* string */.YjP().nullable(), line: schemas/* int */.Whr(), what: schemas/* string */.YjP() });
/**
 * What was read of the changed migrations, file by file, and what excellent_migrations says where the project has it.
 */
const migrationSafetySchema = schemas/* object */.Ikc({
    status: schemas/* enum */.k5n(["ran", "no_ecto"]),
    files: schemas/* array */.YOg(schemas/* object */.Ikc({
        file: schemas/* string */.YjP(),
        operations: schemas/* int */.Whr(),
        /** True when it does nothing at all. */
        empty: schemas/* boolean */.zMY(),
        findings: schemas/* array */.YOg(operationSchema),
        /** What does no harm by itself, and should be known. */
        notices: schemas/* array */.YOg(operationSchema),
        /** Unsafe, and marked as assured in a comment. */
        assured: schemas/* array */.YOg(operationSchema),
        /** True when it changes a table that was there before it. */
        existing: schemas/* boolean */.zMY(),
        lock_timeout: schemas/* boolean */.zMY(),
        /** What of it could not be read, each with its place. */
        unread: schemas/* array */.YOg(schemas/* object */.Ikc({ line: schemas/* int */.Whr(), message: schemas/* string */.YjP() })),
    })),
    /** Migrations below `lib`, which the application runs itself. */
    in_code: schemas/* array */.YOg(schemas/* string */.YjP()),
    excellent: schemas/* object */.Ikc({
        findings: schemas/* array */.YOg(schemas/* object */.Ikc({ rule: schemas/* string */.YjP(), file: schemas/* string */.YjP(), line: schemas/* int */.Whr().nullable() })),
        fault: schemas/* string */.YjP().nullable(),
    })
        .nullable(),
});
/* harmony default export */ const migration_safety = ((0,checks_define/* defineCheck */.q)({
    id: "migration-safety",
    title: "Migrations are safe under traffic",
    level: "should",
    docs: {
        passes: "no new or changed migration holds an operation that is unsafe while the old code serves",
        more: "see below",
    },
    vm: "migrations",
    command: "The reading of the migrations",
    artefact: migrationSafetySchema,
    // It needs no database: what it reads is known before the rehearsal begins.
    turn: -1,
    judge: (seen, { context, base }) => judgeMigrationSafety(seen, base, context.path),
    byHand: () => "",
}));
/** Migrations of other people's code: what they do is theirs to answer for, and is said. */
const library = "library-migration";
/** Nothing in the changed migrations hurts the code that serves while they run. */
function judgeMigrationSafety(seen, base, path) {
    if (seen.files.length === 0)
        return { ...nothingChanged(base), findings: inCode(seen, path) };
    const unsafe = unsafeIn(seen, path);
    const theirs = excellent(seen, unsafe, path);
    const more = theirs.filter(({ severity }) => severity === "warning");
    const findings = [...unsafe, ...theirs, ...unread(seen, path), ...notices(seen, path), ...inCode(seen, path)];
    const operations = seen.files.reduce((total, one) => total + one.operations, 0);
    const looked = `${(0,plural/* counted */.h)(seen.files.length, "changed migration")}, ${(0,plural/* counted */.h)(operations, "operation")}`;
    const facts = {
        base: base.revision,
        migrations: seen.files.length,
        operations,
        unsafe: unsafe.length + more.length,
        assured: seen.files.reduce((total, one) => total + one.assured.length, 0),
        excellent_migrations: seen.excellent !== null,
    };
    const bad = seen.files.flatMap((one) => unreadOf(one).map((place) => ({ file: one.file, ...place })));
    const unreadFiles = new Set(bad.map(({ file }) => file)).size;
    if (facts.unsafe > 0) {
        const rules = [...new Set([...unsafe, ...more].map(({ rule }) => rule))].join(", ");
        return {
            verdict: "fail",
            reason_code: "unsafe_migration",
            says: `${looked}: ${facts.unsafe} unsafe while the old code serves ` +
                `(${rules})${unreadFiles === 0 ? "" : `; ${unreadFiles} could not be read`}.`,
            remedy: "Take the safe form named at each; one that you know to be safe takes `# " +
                "excellent_migrations:safety-assured-for-next-line RULE` above it.",
            facts,
            findings,
        };
    }
    const [first] = bad;
    if (first !== undefined) {
        return {
            verdict: "error",
            reason_code: "not_judged",
            says: `${unreadFiles} of ${(0,plural/* counted */.h)(seen.files.length, "changed migration")} could not be read: ` +
                `${path(first.file)}:${atLeastOne(first.line)}: ${first.message}.`,
            remedy: "Write its operations in the migration itself. What you have read and know to be safe takes `# " +
                "excellent_migrations:safety-assured-for-next-line raw_sql_executed` above it.",
            facts,
            findings,
        };
    }
    const assured = facts.assured === 0 ? "" : `; ${facts.assured} marked as assured`;
    const from = base.revision === null ? ` All migrations count as changed: ${base.why}.` : "";
    return { verdict: "pass", reason_code: "passed", says: `${looked}, none unsafe${assured}.${from}`, facts, findings };
}
function nothingChanged(base) {
    const since = base.revision === null ? "the project has none" : `none since ${base.revision}`;
    return { verdict: "not-run", reason_code: "not_applicable", says: `No migration is new or changed: ${since}.` };
}
function unsafeIn({ files }, path) {
    return files.flatMap((one) => one.findings
        .filter(({ rule }) => rule !== library)
        .map((found) => ({
        severity: "warning",
        rule: found.rule,
        file: path(one.file),
        line: atLeastOne(found.line),
        message: explained(found),
    })));
}
function explained({ rule, what }) {
    const known = migrationRule(rule);
    return known === undefined
        ? `\`${what}\`: ${rule}.`
        : `\`${what.replaceAll("`", "'")}\`: ${known.unsafe} Safe: ${known.safe}.`;
}
/** Why an operation that looks like an unsafe one is not. */
function mild({ rule, what }) {
    const why = Object.hasOwn(harmlessHere, rule)
        ? harmlessHere[rule]
        : "each of its rows is changed in a transaction of its own";
    return `\`${what.replaceAll("`", "'")}\` is not unsafe by itself: ${why}.`;
}
const harmlessHere = {
    "column-reference-added": "the new column has no default, so that no row has to be looked at",
    "null-allowed": "it takes a moment, but code that still serves may not expect nil from this column",
    "operation-insert": "the rows are written down and few",
};
/**
 * What excellent_migrations found and we did not. What only it knows counts as it says. Where it names a rule of ours,
 * we looked at the same operation and know more (a new table, the SQL's words, the direction): that is said once a
 * file, and does not fail.
 */
function excellent(seen, ours, path) {
    const places = new Set(ours.map(({ file, line }) => `${file}:${line}`));
    const more = (seen.excellent?.findings ?? [])
        .map(({ rule, file, line }) => ({ rule, file: path(file), line: atLeastOne(line) }))
        .filter(({ file, line }) => !places.has(`${file}:${line}`));
    const known = (rule) => migrationRule(rule) !== undefined && !borrowedRules.includes(rule);
    const counts = more
        .filter(({ rule }) => !known(rule))
        .map((one) => {
        const text = migrationRule(one.rule);
        return {
            severity: "warning",
            ...one,
            message: `excellent_migrations: ${text === undefined ? one.rule : `${text.unsafe} Safe: ${text.safe}`}.`,
        };
    });
    const answered = Map.groupBy(more.filter(({ rule }) => known(rule)), ({ file }) => file);
    const notices = [...answered].map(([file, all]) => {
        const named = all.map(({ rule, line }) => `${rule} (line ${line})`).join(", ");
        const message = `excellent_migrations names ${named}: read in their context, on the way up, these are not unsafe.`;
        return { severity: "notice", rule: "excellent-migrations", file, line: all[0]?.line ?? 1, message };
    });
    return [...counts, ...notices];
}
/**
 * What of a file could not be read: one that does something, and of which no operation was read, is never covered by
 * those of another file.
 */
function unreadOf({ unread, operations, empty, }) {
    return unread.length > 0 || operations > 0 || empty
        ? unread
        : [{ line: 1, message: "none of its operations was read" }];
}
function unread(seen, path) {
    return seen.files.flatMap((one) => unreadOf(one).map(({ line, message }) => ({
        severity: "error",
        rule: "unreadable",
        file: path(one.file),
        line: atLeastOne(line),
        message: `This migration could not be read: ${message}.`,
    })));
}
/** Migrations that the application runs itself are in no folder of a repo. */
function inCode(seen, path) {
    const [first] = seen.in_code;
    if (first === undefined)
        return [];
    const named = seen.in_code.slice(0, 5).map((file) => `\`${path(file)}\``);
    const more = seen.in_code.length > 5 ? ` and ${seen.in_code.length - 5} more` : "";
    const message = `${(0,plural/* counted */.h)(seen.in_code.length, "migration")} below \`lib\` ${seen.in_code.length === 1 ? "was" : "were"} not ` +
        `read, since the application runs ${seen.in_code.length === 1 ? "it" : "them"} itself: ` +
        `${named.join(", ")}${more}.`;
    return [{ severity: "notice", rule: "migration-in-code", file: path(first), line: 1, message }];
}
/** What does no harm by itself, and should be known. */
function notices(seen, path) {
    const { fault } = seen.excellent ?? {};
    const unread = fault == null
        ? []
        : [
            {
                severity: "notice",
                rule: "excellent-migrations",
                message: `excellent_migrations did not end: ${fault}`,
            },
        ];
    return [...seen.files.flatMap((one) => noticesOf(one, path)), ...withoutTimeout(seen, path), ...unread];
}
/** Of one migration: what does no harm, what its author vouches for, and what a library does. */
function noticesOf({ file, findings, assured, notices: harmless }, path) {
    const notice = (line, rule, message) => ({
        ...{ severity: "notice", rule, message },
        ...{ file: path(file), line: atLeastOne(line) },
    });
    const shown = (what) => `\`${what.replaceAll("`", "'")}\``;
    return [
        ...harmless.map((one) => notice(one.line, one.rule, mild(one))),
        ...assured.map((one) => notice(one.line, one.rule, `Marked as assured: ${shown(one.what)}.`)),
        ...findings
            .filter(({ rule }) => rule === library)
            .map((one) => notice(one.line, one.rule, `${shown(one.what)} is a library's migration: what it does was not read.`)),
    ];
}
/** One notice for all migrations that wait for a lock without a limit. */
function withoutTimeout({ files }, path) {
    const waits = files.filter((one) => one.existing && !one.lock_timeout);
    const [first] = waits;
    if (first === undefined)
        return [];
    const message = `${(0,plural/* counted */.h)(waits.length, "migration")} on existing tables ${waits.length === 1 ? "sets" : "set"} no ` +
        "lock_timeout: one long query in front of it, and everything behind it waits. Set it in the migration " +
        "or for the migrating role.";
    return [{ severity: "notice", rule: "lock-timeout-missing", file: path(first.file), line: 1, message }];
}
function atLeastOne(line) {
    return Math.max(1, line ?? 1);
}


/***/ }),

/***/ 1524:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ migrations),
  judgeMigrations: () => (/* binding */ judgeMigrations),
  migrationsSchema: () => (/* binding */ migrationsSchema)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 8 modules
var schemas = __webpack_require__(2716);
// EXTERNAL MODULE: ./build/src/domain/values/plural.js
var plural = __webpack_require__(4939);
// EXTERNAL MODULE: ./build/src/mix-output/location.js
var mix_output_location = __webpack_require__(8755);
// EXTERNAL MODULE: ./build/src/checks/define.js
var checks_define = __webpack_require__(7500);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/mix-output/unfinished.js + 2 modules
var unfinished = __webpack_require__(233);
;// CONCATENATED MODULE: ./build/src/checks/migration-problems.js




const kinds = [
    ...["missing", "duplicate", "out_of_order", "not_compiled", "failed", "irreversible", "versions"],
    ...["differs", "not_compared", "refused", "timed_out", "unreachable"],
];
/** What kept one repo's migrations from running, by kind. */
const problemSchema = schemas/* object */.Ikc({
    kind: schemas/* enum */.k5n(kinds),
    message: schemas/* string */.YjP(),
    step: schemas/* enum */.k5n(["base", "up", "down", "again"]).nullish(),
    file: schemas/* string */.YjP().nullish(),
    line: schemas/* int */.Whr().nullish(),
    /** Lines that were wanted (`-`) and lines that are there (`+`); `lines` is how many there were. */
    difference: schemas/* array */.YOg(schemas/* string */.YjP()).default([]),
    lines: schemas/* int */.Whr().default(0),
});
/** The lines of a workflow that give a job its database, by adapter; PostgreSQL where none is known. */
const services = {
    "Ecto.Adapters.MyXQL": 'services: {mysql: {image: "mysql:8.4", env: {MYSQL_ALLOW_EMPTY_PASSWORD: "1"}, ports: ["3306:3306"], ' +
        'options: "--health-cmd mysqladmin\\ ping --health-interval 2s --health-retries 15"}}',
};
const postgres = 'services: {postgres: {image: "postgres:17", env: {POSTGRES_PASSWORD: postgres}, ports: ["5432:5432"], ' +
    'options: "--health-cmd pg_isready --health-interval 2s --health-retries 15"}}';
/** What a step is called in a sentence. */
const steps = { base: "up to the base", up: "up", down: "down", again: "up again" };
/** What a problem means for the check. */
function judgeProblem(seen) {
    const { problem } = seen;
    const words = problem.message.trim();
    return judges[problem.kind]({
        ...seen,
        words,
        first: words.split("\n")[0]?.trim().replace(/\.$/, "") ?? "",
        migration: problem.file == null ? "A migration" : (0,external_node_path_.basename)(problem.file),
        step: steps[problem.step ?? "up"],
    });
}
const judges = {
    missing: ({ words }) => failed("migration_missing", {
        says: `The base has applied migrations whose files are gone (** FILE NOT FOUND **): ${words}.`,
        remedy: "Restore the files: from this code nobody can roll back, and Ecto skips what it cannot find.",
    }),
    duplicate: ({ words }) => failed("migration_failed", {
        says: `Ecto refuses its migrations: ${words}.`,
        remedy: "Give one of them another version.",
    }),
    out_of_order: ({ words }) => failed("migration_out_of_order", {
        says: `A new migration is older than an applied one: ${words}.`,
        remedy: "Give it a version above: a rollback to before this change would revert others, and leave this one.",
    }),
    not_compiled: ({ migration, first, words }) => failed("compile_error", {
        says: `${migration} does not compile: ${first}.`,
        remedy: "Read its last lines in the job summary.",
        tail: words,
    }),
    irreversible: ({ migration, first, words }) => failed("migration_irreversible", {
        says: `${migration} cannot be rolled back: ${first}.`,
        remedy: "Write `up/0` and `down/0`, or give `execute/2` its second statement. " +
            "What cannot be undone belongs in a release of its own.",
        tail: words,
    }),
    failed: ({ migration, step, first, words, adapter, printed }) => lostConnection.test(words)
        ? unreachable(adapter, words, printed)
        : failed("migration_failed", {
            says: `${migration} fails while migrating ${step}: ${first}.`,
            remedy: "Read its last lines in the job summary.",
            tail: words,
        }),
    versions: ({ step, words }) => ({
        ...failed("migration_failed", {
            says: `Migrating ${step} left other versions in schema_migrations than were run: ${words}.`,
            remedy: "Look for a migration that changes schema_migrations itself.",
        }),
        // Ecto ends well at this.
        reproduce: "",
    }),
    differs: ({ problem }) => {
        const lines = (0,plural/* counted */.h)(problem.lines, "line differs", "lines differ");
        return failed("schema_differs", {
            says: problem.step === "down"
                ? `After the rollback the schema is not what it was before: ${lines}.`
                : `Migrating up a second time leaves another schema than the first: ${lines}.`,
            remedy: "Make `down/0` undo all that `up/0` does. In the job summary, `-` was wanted and `+` is there.",
            tail: problem.difference.join("\n"),
        });
    },
    not_compared: ({ first, words }) => ({
        verdict: "inconclusive",
        reason_code: "not_judged",
        says: `Its migrations went up, down and up again, but the schema could not be compared: ${first}.`,
        remedy: "Install the tool that reads the schema of this database, or set `checks: {migrations: {level: should}}`.",
        tail: words,
    }),
    refused: ({ first, words }) => ({
        verdict: "error",
        reason_code: "could_not_run",
        says: `No database of its own could be used: ${first}.`,
        remedy: "Nothing was changed. Let the user of config/test.exs create databases, " +
            "and drop the one named here if it is nobody's.",
        tail: words,
    }),
    timed_out: () => ({
        verdict: "error",
        reason_code: "timed_out",
        says: "Its migrations did not end within the time limit; their database was dropped.",
        remedy: "An index built `concurrently` waits for ever for the lock of its own migration: see the check " +
            "`migration-safety`. Else raise `check-timeout`.",
    }),
    unreachable: ({ adapter, words, printed }) => unreachable(adapter, words, printed),
};
const lostConnection = /tcp (connect|recv|send)|connection not available|connection is closed/;
const driverReason = /\((?:DBConnection\.ConnectionError|Postgrex\.Error|MyXQL\.Error)\) (.*)/;
function unreachable(adapter, words, printed) {
    // The driver keeps its reason to itself, and writes it to the log.
    const reason = driverReason.exec(printed)?.[1] ?? words.split("\n")[0] ?? "";
    const service = services[adapter] ?? postgres;
    return {
        verdict: "error",
        reason_code: "database_unreachable",
        says: `No database answers, so its migrations could not be rehearsed: ${reason.trim()}.`,
        remedy: `Add to the job \`${service}\` with the address and user of config/test.exs, ` +
            "or set `checks: {migrations: off}`.",
        tail: printed === "" ? words : (0,unfinished/* tailOf */.Cj)({ stdout: printed, stderr: "" }),
    };
}
function failed(reason_code, { says, remedy, tail = "" }) {
    return { verdict: "fail", reason_code, says, remedy, tail };
}

;// CONCATENATED MODULE: ./build/src/checks/migrations.js





const rehearsalSchema = schemas/* object */.Ikc({
    repo: schemas/* string */.YjP(),
    adapter: schemas/* string */.YjP(),
    /** How many there are; the versions that the base did not have; files that the base had otherwise. */
    migrations: schemas/* int */.Whr(),
    new: schemas/* array */.YOg(schemas/* string */.YjP()),
    changed: schemas/* array */.YOg(schemas/* string */.YjP()),
    /** Files named like a migration that Ecto never runs. */
    unusable: schemas/* array */.YOg(schemas/* string */.YjP()),
    steps: schemas/* array */.YOg(schemas/* object */.Ikc({ step: schemas/* string */.YjP(), before: schemas/* int */.Whr(), after: schemas/* int */.Whr(), ms: schemas/* number */.aig() })),
    /** What the structure was read with, when all four readings agreed. */
    compared: schemas/* string */.YjP().nullable(),
    /** Extensions that stayed when the migrations were rolled back. */
    extensions: schemas/* array */.YOg(schemas/* string */.YjP()),
    problem: problemSchema.nullable(),
});
/** What the rehearsal left: one entry for each repo that has migrations. */
const migrationsSchema = schemas/* object */.Ikc({
    status: schemas/* enum */.k5n(["ran", "no_ecto"]),
    repos: schemas/* array */.YOg(schemas/* string */.YjP()),
    /** Migrations that no repo's path leads to. */
    stray: schemas/* array */.YOg(schemas/* string */.YjP()),
    rehearsed: schemas/* array */.YOg(rehearsalSchema),
});
/* harmony default export */ const migrations = ((0,checks_define/* defineCheck */.q)({
    id: "migrations",
    title: "mix ecto.migrate, mix ecto.rollback",
    level: "must",
    docs: {
        passes: "every migration ran up on a database of its own, and the new ones down and up again with the same schema",
        more: "see below",
    },
    vm: "migrations",
    command: "mix ecto.migrate",
    artefact: migrationsSchema,
    judge: (seen, { context, base, printed }) => judgeMigrations(seen, { base, path: context.path, printed }),
    byHand: ({ judgement }) => rehearsal(judgement),
}));
/** What Ecto itself fails at. It ends well where a schema stays changed, or where a file is gone or is never run. */
const ectoFails = [
    "migration_failed",
    "migration_irreversible",
    "compile_error",
    "database_unreachable",
];
const rehearsedRepos = schemas/* array */.YOg(schemas/* object */.Ikc({ repo: schemas/* string */.YjP(), new: schemas/* array */.YOg(schemas/* string */.YjP()) }));
/** Up, the new ones down, up again. `mix do` runs a task once only, so the second time up is a command of its own. */
function rehearsal(judgement) {
    if (judgement === null || !(judgement.verdict === "pass" || ectoFails.includes(judgement.reason_code)))
        return "";
    const repos = rehearsedRepos.safeParse(judgement.facts?.["repos"]).data ?? [];
    const down = repos.flatMap(({ repo, new: [oldest] }) => oldest === undefined ? [] : [`ecto.rollback --repo ${repo} --to ${oldest}`]);
    const commands = ["do ecto.create, ecto.migrate", ...down, ...(down.length === 0 ? [] : ["ecto.migrate"])];
    return commands.map((one) => `MIX_ENV=test mix ${one}`).join(" && ");
}
/**
 * Every migration up, the new ones down and up again, with the same schema each time (Phase 6: mix ecto.migrate, mix
 * ecto.rollback).
 */
function judgeMigrations(seen, { base, path, printed = "" }) {
    const strays = seen.stray.map((file) => ({
        severity: "notice",
        file: path(file),
        line: 1,
        rule: "stray",
        message: "No path of a repo leads to this migration: it was not rehearsed, and `mix ecto.migrate` does not run it.",
    }));
    if (seen.rehearsed.length === 0)
        return nothingRehearsed(seen, strays);
    const judged = (one) => judgedOf(one, printed);
    const standing = seen.rehearsed.filter((one) => one.problem !== null || one.unusable.length > 0);
    const findings = [...seen.rehearsed.flatMap((one) => findingsOf(one, judged(one).says, { base, path })), ...strays];
    const facts = {
        base: base.revision,
        migrations: sum(seen.rehearsed, (one) => one.migrations),
        new: sum(seen.rehearsed, (one) => one.new.length),
        repos: seen.rehearsed.map(({ repo, adapter, migrations, new: versions, steps, compared }) => ({
            repo,
            adapter,
            migrations,
            new: versions,
            steps,
            compared,
        })),
    };
    const worst = standing
        .map((one) => ({ one, judged: judged(one) }))
        .sort((a, b) => rank(a.judged) - rank(b.judged))[0];
    if (worst === undefined)
        return { verdict: "pass", reason_code: "passed", says: passed(seen, base), facts, findings };
    const others = standing.length > 1 ? ` ${standing.length - 1} more of ${seen.repos.length} repos did not pass.` : "";
    return { ...worst.judged, says: `${worst.one.repo}: ${worst.judged.says}${others}`, facts, findings };
}
function nothingRehearsed(seen, findings) {
    if (findings.length > 0) {
        return {
            verdict: "error",
            reason_code: "not_judged",
            says: `${(0,plural/* counted */.h)(findings.length, "migration is", "migrations are")} there, and no repo leads to ` +
                `${findings.length === 1 ? "it" : "them"}.`,
            remedy: "Name the repo in `ecto_repos` and its folder as `priv:` in its configuration, or set `checks: " +
                "{migrations: off}`.",
            findings,
        };
    }
    const why = seen.status === "no_ecto"
        ? "ecto_sql is not among the dependencies"
        : seen.repos.length === 0
            ? "`ecto_repos` names no repo"
            : `${seen.repos.join(", ")} has no migrations`;
    return { verdict: "not-run", reason_code: "not_applicable", says: `There is nothing to migrate: ${why}.` };
}
function passed(seen, base) {
    const all = sum(seen.rehearsed, (one) => one.migrations);
    const added = sum(seen.rehearsed, (one) => one.new.length);
    const of = `${(0,plural/* counted */.h)(all, "migration")} of ${seen.rehearsed.map((one) => one.repo).join(", ")}`;
    const same = `the schema the same each time${butFor(seen.rehearsed.flatMap(({ extensions }) => extensions))}`;
    if (base.revision === null)
        return `${of}: up, down and up again on a database of their own, ${same}. All count as new: ${base.why}.`;
    if (added === 0)
        return `${of}: up on a database of their own. None is new since ${base.revision}, so nothing had to come down.`;
    return `${of}: up on a database of their own; the ${added} new since ${base.revision} down and up again, ${same}.`;
}
/** An extension that stays does no harm: its migration runs again, since it says `IF NOT EXISTS`. */
function butFor(extensions) {
    if (extensions.length === 0)
        return "";
    const names = [...new Set(extensions)].join(", ");
    return ` but for ${names}: rolling back leaves ${extensions.length === 1 ? "this extension" : "these extensions"}`;
}
function findingsOf(one, says, { base, path }) {
    const { problem } = one;
    const found = [];
    // A file that is gone has no place to point at.
    if (problem !== null && problem.kind !== "missing" && problem.file != null)
        found.push({
            severity: "error",
            rule: problem.kind,
            message: says,
            ...(0,mix_output_location/* placed */.GS)({ file: problem.file, line: problem.line ?? 1 }, path),
        });
    for (const file of one.unusable)
        found.push({ severity: "error", rule: "unusable", message: extension, file: path(file), line: 1 });
    for (const file of one.changed) {
        const message = `This migration is another than at ${base.revision ?? "the base"}: where it was applied, it does not run ` +
            "again.";
        found.push({ severity: "warning", rule: "changed", message, file: path(file), line: 1 });
    }
    return found;
}
const extension = "This looks like a migration and is never run: its name must end in `.exs`.";
function judgedOf({ problem, adapter, unusable }, printed) {
    if (problem !== null)
        return judgeProblem({ problem, adapter, printed });
    return {
        verdict: "fail",
        reason_code: "check_failed",
        says: `${unusable.length} of its migrations can never run.`,
        remedy: "Give these files the ending `.exs`.",
    };
}
/** A fault of the migrations is worth more than one of the machine. */
function rank({ verdict }) {
    return ["fail", "error", "inconclusive"].indexOf(verdict);
}
function sum(all, of) {
    return all.reduce((total, one) => total + of(one), 0);
}


/***/ }),

/***/ 4237:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ printedSchema),
/* harmony export */   z: () => (/* binding */ printed)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2716);

/** How a tool of the project ended, run as a person would run it. */
const printed = { code: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(), stdout: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), stderr: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() };
const printedSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc(printed);


/***/ }),

/***/ 3010:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _7: () => (/* binding */ codeAndLock),
/* harmony export */   lr: () => (/* binding */ anyFile),
/* harmony export */   yE: () => (/* binding */ anyFileAndServices)
/* harmony export */ });
/** The tracked files that checks read: where none of them has changed, an earlier result may stand for this one. */
const code = /\.(ex|exs|eex|heex|leex|erl|hrl|yrl|xrl|sface)$/;
const lock = /(^|\/)mix\.(exs|lock)$/;
/** Compilation can read any file of the repository. Workflows it does not see. */
function anyFile(path) {
    return !path.startsWith(".github/");
}
/** So can tests; and the containers that they ask are named in workflows. */
function anyFileAndServices(path) {
    return anyFile(path) || path.startsWith(".github/workflows/");
}
/** What an analysis reads: the code, and mix.exs with its lock. */
function codeAndLock(path) {
    return code.test(path) || lock.test(path);
}


/***/ }),

/***/ 2784:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   loadChecks: () => (/* binding */ loadChecks)
/* harmony export */ });
/** Every check of validate, in the order of Phase 6's list. Each line is one file. */
const files = [
    () => Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 4962)),
    () => Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 1727)),
    () => Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 2551)),
    () => Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 2137)),
    () => Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 6002)),
    () => Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 9352)),
    () => Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 216)),
    () => Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 3303)),
    () => Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 8704)),
    () => Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 5561)),
    () => Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 2274)),
    () => Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 7871)),
    () => Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 1524)),
    () => Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 357)),
    () => Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 1279)),
    () => Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 9832)),
    () => Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 4743)),
    () => Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 6981)),
];
/** Loads every check: what starts an action does without them. */
async function loadChecks() {
    return Promise.all(files.map(async (load) => (await load()).default));
}


/***/ }),

/***/ 7871:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  "default": () => (/* binding */ release),
  packRelease: () => (/* binding */ packRelease),
  releaseRules: () => (/* binding */ releaseRules)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 8 modules
var schemas = __webpack_require__(2716);
// EXTERNAL MODULE: ./build/src/commands/tar.js
var commands_tar = __webpack_require__(4987);
// EXTERNAL MODULE: ./build/src/domain/release/release.js
var release_release = __webpack_require__(2161);
// EXTERNAL MODULE: ./build/src/domain/values/plural.js
var plural = __webpack_require__(4939);
// EXTERNAL MODULE: ./build/src/mix-output/unfinished.js + 2 modules
var unfinished = __webpack_require__(233);
// EXTERNAL MODULE: ./build/src/settings/values.js
var values = __webpack_require__(377);
// EXTERNAL MODULE: ./build/src/checks/by-hand.js
var by_hand = __webpack_require__(326);
// EXTERNAL MODULE: ./build/src/checks/define.js
var checks_define = __webpack_require__(7500);
// EXTERNAL MODULE: ./build/src/checks/reads.js
var reads = __webpack_require__(3010);
;// CONCATENATED MODULE: ./build/src/checks/release-boot.js


/** Runs the release's own script on trial: it writes beside the folder that is packed, and leaves nothing in it. */
function runRelease(context, { path, name }, { args, env, ...rest }) {
    return context.shell.run({
        argv: [(0,external_node_path_.join)(path, "bin", name), ...args],
        cwd: path,
        limitMs: 60_000,
        onCancel: "end",
        ...rest,
        env: { RELEASE_TMP: (0,external_node_path_.join)(context.job.temp, "release"), ERL_CRASH_DUMP_SECONDS: "0", ...env },
    });
}
/** Loads the release's configuration as a server does, and starts nothing of the application. */
function loadConfiguration(context, artefact, env) {
    const { app } = artefact;
    const vsn = app === null
        ? '""'
        : `_ = Application.load(:"${app.name}"); to_string(Application.spec(:"${app.name}", :vsn) || "")`;
    const asked = `vsn = (${vsn}); IO.puts(["phoenix-deploy-version ", System.fetch_env!("RELEASE_VSN"), " ", vsn])`;
    return runRelease(context, artefact, { args: ["eval", asked], env });
}
/** Null when the configuration loaded, in the very release that was assembled. */
function judgeLoaded(ran, { version, app }) {
    const [, release, own] = /^phoenix-deploy-version (\S+) (\S*)$/m.exec(ran.stdout) ?? [];
    if (release === undefined) {
        const late = ran.ended === "timed-out" && ran.stderr.trim() === "";
        return {
            verdict: "fail",
            reason_code: "release_does_not_boot",
            says: "The release's configuration does not " +
                `load${ran.ended === "timed-out" ? " within 60 s" : ""}${late ? "." : `: ${reasonIn(ran)}`}`,
            remedy: "Fix in config/runtime.exs or `rel/` what its last lines in the job summary name.",
            tail: (0,unfinished/* tailOf */.Cj)(ran),
        };
    }
    if (release === version && (app === null || app.version === null || own === "" || own === app.version))
        return null;
    const [says, wanted] = release === version ? [own, app?.version ?? ""] : [release, version];
    return {
        verdict: "fail",
        reason_code: "release_does_not_boot",
        says: `The release says version ${says}, and ${wanted} was built.`,
        remedy: "A stale build was packed: remove _build/prod and run again.",
    };
}
/** The application's own words for why it ended, else how it ended. */
function reasonIn(ran) {
    const words = `${ran.stderr}\n${ran.stdout}`;
    const raised = /^\s*\*\* (\(.{1,400})$/m.exec(words)?.[1] ?? /^ERROR! (.{1,400})$/m.exec(words)?.[1];
    const last = ran.stderr.trim().split("\n").at(-1)?.slice(0, 400) ?? "";
    return raised ?? (last !== "" ? last : ran.why || `it exited with code ${ran.code ?? "none"}.`);
}
/** How long an application may take to start and to stop, milliseconds. */
const startMs = 60_000;
/**
 * Starts the application as a server does, with `bin/app start`, on a port that the system chooses and without
 * distribution. One second after the last application has started the VM writes down which ones run, and stops by
 * itself. Null when the project's own were among them.
 */
async function startOnce(context, artefact, given) {
    const { files, job } = context;
    const runningFile = (0,external_node_path_.join)(job.temp, "out", "started");
    await files.remove(runningFile);
    await files.makeFolder((0,external_node_path_.join)(job.temp, "out"));
    // No quotation marks and no blanks: ERL_ZFLAGS is split at those. An env.sh often sets ERL_AFLAGS, and not this one.
    const running = "[[atom_to_list(A),10]||{A,_,_}<-application:which_applications()]";
    const code = `timer:sleep(1000),file:write_file(os:getenv(${characters("PD_STARTED")}),${running}),init:stop().`;
    const env = {
        ...{ PORT: "0", PHX_SERVER: "true", RELEASE_DISTRIBUTION: "none" },
        ...given,
        ...{ PD_STARTED: runningFile, ERL_ZFLAGS: `-eval ${code}` },
    };
    const ran = await runRelease(context, artefact, { args: ["start"], env, limitMs: startMs, keepBytes: 256 * 1024 });
    const seen = (await files.read(runningFile, 1 << 20))?.split("\n");
    if (seen !== undefined && artefact.starts.every((app) => seen.includes(app)))
        return null;
    if (ran.ended === "cancelled")
        return { verdict: "not-run", reason_code: "cancelled", says: "Cancelled." };
    const late = ran.ended === "timed-out" ? `did not start within ${startMs / 1_000} s` : "does not start";
    return {
        verdict: "fail",
        reason_code: "release_does_not_boot",
        says: `The application ${late}: ${whyNotStarted(ran)}`,
        remedy: `Read its last lines in the job summary. What it needs to start, such as a database, the job can give it: ` +
            "`env` and `services` of the job, `checks: {release: {env: …}}` in the settings.",
        tail: (0,unfinished/* tailOf */.Cj)(ran),
    };
}
function characters(text) {
    return `[${[...text].map((one) => one.charCodeAt(0)).join(",")}]`;
}
/** The exception that kept the application from starting, else the last words. */
function whyNotStarted(ran) {
    const words = `${ran.stderr}\n${ran.stdout}`;
    const could = /Could not start application \S+ (.{1,400})/.exec(words)?.[1];
    const raised = /\*\* \((?!EXIT\)|exit\))(.{1,400})$/m.exec(words)?.[1];
    if (raised !== undefined)
        return `(${raised}`;
    return could ?? reasonIn(ran);
}

// EXTERNAL MODULE: ./build/src/commands/mix.js
var mix = __webpack_require__(8450);
// EXTERNAL MODULE: ./build/src/domain/values/json.js
var json = __webpack_require__(8675);
// EXTERNAL MODULE: ./build/src/mix-output/lines.js
var mix_output_lines = __webpack_require__(4441);
;// CONCATENATED MODULE: ./build/src/mix-output/compile.js

/** Lines of one message that are kept. */
const maxLines = 30;
/**
 * Diagnostics of a compilation as Elixir 1.14 to 1.20 print them: up to 1.15 `warning: …` with the place indented
 * below, from 1.16 on indented, with a snippet and the place behind `└─`; a file that does not compile as
 * `== Compilation error in file … ==`.
 */
function diagnosticsIn(text) {
    const lines = (0,mix_output_lines/* linesOf */.Dx)(text);
    const found = [];
    let app = null;
    for (let at = 0; at < lines.length;) {
        const line = lines[at] ?? "";
        app = (0,mix_output_lines/* appIn */.R9)(line) ?? app;
        const broken = /^== Compilation error in file (.+) ==$/.exec(line)?.[1];
        const [, indent, severity, first = ""] = /^( {4})?(warning|error): (.+)$/.exec(line) ?? [];
        const taken = broken !== undefined
            ? brokenFile(lines, at, broken)
            : severity === "warning" || severity === "error"
                ? indent === undefined
                    ? plainBlock(lines, at, { severity, first })
                    : drawnBlock(lines, at, { severity, first })
                : null;
        if (taken === null)
            at += 1;
        else {
            found.push({ ...taken.diagnostic, app });
            at = Math.max(at + 1, taken.next);
        }
    }
    return found;
}
/** Up to 1.15: the message, then its place on a line of its own, indented by two; the block ends with an empty line. */
function plainBlock(lines, start, { severity, first }) {
    const message = [first];
    for (let at = start + 1; at < lines.length; at += 1) {
        const line = lines[at] ?? "";
        const place = line.startsWith("  ") ? (0,mix_output_lines/* placeIn */.VV)(line) : null;
        if (place !== null)
            return { diagnostic: { severity, message: joined(message), ...place }, next: at + 1 };
        if (begins(line))
            return nowhere(severity, message, at);
        // A message may hold empty lines; two lines without indent after one are somebody else's.
        if (line === "" && !(lines[at + 1] ?? "").startsWith("  "))
            return nowhere(severity, message, at);
        // A stack that begins in a package has no place in the project.
        if (/^ {2}\(/.test(line))
            return nowhere(severity, message, at + 1);
        message.push(line);
    }
    return nowhere(severity, message, lines.length);
}
/** From 1.16 on: message, a snippet drawn with `│`, and `└─ place`. */
function drawnBlock(lines, start, { severity, first }) {
    const message = [first];
    let drawn = false;
    for (let at = start + 1; at < lines.length; at += 1) {
        const line = lines[at] ?? "";
        const behind = /^\s*└─ (.+)$/.exec(line)?.[1];
        if (behind !== undefined) {
            const place = (0,mix_output_lines/* placeIn */.VV)(behind);
            return place === null
                ? nowhere(severity, message, at + 1)
                : { diagnostic: { severity, message: joined(message), ...place }, next: at + 1 };
        }
        if (begins(line))
            return nowhere(severity, message, at);
        if (/^\s*(?:\d+ )?│/.test(line))
            drawn = true;
        else if (line !== "" && !line.startsWith("    ") && !/^\s*\.\.\.$/.test(line))
            return nowhere(severity, message, at);
        if (!drawn)
            message.push(line);
    }
    return nowhere(severity, message, lines.length);
}
/**
 * A file that does not compile: the exception, and its place in the message, below it, or in the first line of the
 * project's own stack.
 */
function brokenFile(lines, start, file) {
    const message = [];
    let place = null;
    let at = start + 1;
    for (; at < lines.length; at += 1) {
        const line = lines[at] ?? "";
        if (/^== Compilation error/.test(line) || (0,mix_output_lines/* appIn */.R9)(line) !== null)
            break;
        if (line === "" && (lines[at + 1] ?? "") === "")
            break;
        const [, said] = /^\*\* \(\S+\) (.+)$/.exec(line) ?? [];
        // 1.16 and later: `token missing on lib/x.ex:1:15:`, with the message drawn below.
        const inside = said === undefined ? null : (0,mix_output_lines/* placeSaid */.Xx)(said);
        place ??= inside ?? (0,mix_output_lines/* placeIn */.VV)(/^\s*└─ (.+)$/.exec(line)?.[1] ?? (line.startsWith("    ") ? line : ""));
        // `token missing on lib/x.ex:1:15:` says no more than the place does.
        if (inside !== null && said?.endsWith(":"))
            continue;
        if (message.length < maxLines && !/^\s*(?:\d+ )?│|^\s*└─|^ {4}\(/.test(line))
            message.push(said ?? line.trim().replace(/^error: /, ""));
    }
    return {
        diagnostic: {
            severity: "error",
            message: joined(message) || `${file} does not compile.`,
            ...(place ?? { file, line: null, column: null }),
        },
        next: at,
    };
}
/** True where another block begins. */
function begins(line) {
    return /^(?: {4})?(?:warning|error): |^== |^\*\* \(|^==> |^Compilation failed|^Generated /.test(line);
}
function nowhere(severity, message, next) {
    return { diagnostic: { severity, message: joined(message), file: null, line: null, column: null }, next };
}
function joined(message) {
    return message
        .slice(0, maxLines)
        .map((line) => line.trim())
        .join("\n")
        .replaceAll(/\n{2,}/g, "\n")
        .trim();
}

;// CONCATENATED MODULE: ./build/src/checks/release-environment.js
const release_environment_name = "[A-Z][A-Z0-9_]{1,99}";
/** `System.get_env("X")`, `System.fetch_env!("X")`, and Dotenvy's `env!("X", :string)`. */
const read = new RegExp(`\\b(?:get_env|fetch_env!?|env!|getenv)\\(\\s*~?c?["'](${release_environment_name})["']`, "g");
/** Without it the configuration raises: `fetch_env!`, `get_env(…) || raise`. */
const wanted = new RegExp(`\\bfetch_env!\\(\\s*"(${release_environment_name})"|\\bget_env\\(\\s*"(${release_environment_name})"\\s*\\)\\s*\\|\\|\\s*raise\\b`, "g");
/** What a Phoenix release started by `bin/<name> start` listens with; the generated config/runtime.exs reads it. */
const server = "PHX_SERVER";
/** Names whose values the text cannot do without, by what it says; its conditions are not looked at. */
function wantedIn(text) {
    return unique([...withoutComments(text).matchAll(wanted)].map(([, one, other]) => one ?? other ?? ""));
}
/** Names that the code of a configuration reads; what is commented out is no more than an example. */
function variablesOfElixir(text) {
    return unique([...withoutComments(text).matchAll(read)].map(([, one]) => one ?? ""));
}
/**
 * A file of the variables for `shared/env` on the server, without values: what is needed, then what may be left out.
 */
function environmentExample({ release, needs, reads, text }) {
    const found = new Map(needs.map((one) => [one.name, one]));
    const needed = unique([...needs.map((one) => one.name), ...wantedIn(text)]);
    const others = unique([...reads, ...variablesOfElixir(text)]);
    const optional = others.filter((one) => one !== server && !needed.includes(one)).sort();
    const described = (one) => {
        const need = found.get(one);
        return need === undefined
            ? `${one}=`
            : `# ${need.form}${need.line === null ? "" : ` (line ${need.line})`}\n${one}=`;
    };
    return [
        `# Environment variables of ${release}, for \`shared/env\` on the server: written by phoenix-deploy.\n`,
        ...(needed.length === 0
            ? ["\n# Its configuration needs none.\n"]
            : ["\n# Its configuration does not load without these.\n"]),
        ...needed.map((one) => `${described(one)}\n`),
        ...(others.includes(server) ? [`\n# Without it a Phoenix release listens on no port.\n${server}=true\n`] : []),
        ...(optional.length === 0 ? [] : ["\n# It reads these too; they may be left out, or depend on others.\n"]),
        ...optional.map((one) => `# ${one}=\n`),
    ].join("");
}
function withoutComments(text) {
    return text.replaceAll(/^\s*#.*$/gm, "");
}
function unique(names) {
    return [...new Set(names)];
}

;// CONCATENATED MODULE: ./build/src/checks/release-configuration.js








const needSchema = schemas/* object */.Ikc({ name: schemas/* string */.YjP(), form: schemas/* string */.YjP(), value: schemas/* string */.YjP(), line: schemas/* int */.Whr().nullable() });
const searchSchema = schemas/* object */.Ikc({
    status: schemas/* literal */.euz("ran"),
    loads: schemas/* boolean */.zMY(),
    tries: schemas/* int */.Whr(),
    /** Name of the file that the configuration is read from. */
    file: schemas/* string */.YjP().nullable(),
    needs: schemas/* array */.YOg(needSchema),
    reads: schemas/* array */.YOg(schemas/* string */.YjP()),
    message: schemas/* string */.YjP().optional(),
    line: schemas/* int */.Whr().nullish(),
    /** Variables that the failure hangs on. */
    suspects: schemas/* array */.YOg(schemas/* string */.YjP()).default([]),
    wants_value: schemas/* boolean */.zMY().default(false),
    /** A file of the host that this machine does not have. */
    lacks: schemas/* string */.YjP().nullish(),
});
/** How long values are tried, milliseconds; how many the search tries at most stands in elixir/configuration.exs. */
const searchMs = 30_000;
/** Of variables that the shell's part of a release wants. */
const mostOfShell = 40;
const modules = [
    "json",
    ...["forms", "places", "trace", "variables"].map((name) => `configuration_${name}`),
    "configuration",
];
/**
 * Loads the configuration with what is known. Where it stops for want of a value, finds out which variables it needs
 * and in which form, and loads it again with those. `env` may be replaced where `dummies` names it; the job's own
 * variables may not.
 */
async function proveConfiguration(context, artefact, given) {
    const shell = await throughShell(context, artefact, given.env);
    const proved = {
        loads: true,
        env: shell.env,
        needs: shell.needs,
        reads: [],
        findings: [],
        judgement: judgeLoaded(shell.ran, artefact),
    };
    if (proved.judgement === null || shell.ran.ended !== "exited")
        return { ...proved, loads: proved.judgement === null };
    const dummies = [...given.dummies, ...shell.needs.map((one) => one.name)];
    const search = await searchFor(context, artefact, { env: shell.env, dummies });
    if (search === null)
        return { ...proved, loads: false };
    const needs = [...shell.needs.filter((one) => search.needs.every(({ name }) => name !== one.name)), ...search.needs];
    const found = { ...proved, needs, reads: search.reads };
    if (!search.loads)
        return { ...found, loads: false, ...(await stuck(context, search, shell.ran)) };
    const env = { ...shell.env, ...Object.fromEntries(search.needs.map(({ name, value }) => [name, value])) };
    const judgement = judgeLoaded(await loadConfiguration(context, artefact, env), artefact);
    return { ...found, env, judgement, loads: judgement === null };
}
/**
 * Loads it, and gives the shell what its env.sh stops for: `${NAME:?}`, `set -u`, or words and an exit. No VM is
 * started before env.sh is through.
 */
async function throughShell(context, artefact, env) {
    const needs = [];
    let now = env;
    for (;;) {
        const ran = await loadConfiguration(context, artefact, now);
        const name = needs.length < mostOfShell ? await wantedByShell(context, artefact, { ran, env: now }) : null;
        if (name === null)
            return { ran, env: now, needs };
        const value = `dummy-${needs.length + 1}`;
        needs.push({ name, form: "text", value, line: null });
        now = { ...now, [name]: value };
    }
}
/** The next variable that env.sh stops for, or that the configuration names and halts; null where neither does. */
async function wantedByShell(context, { path, version }, { ran, env }) {
    if (ran.ended !== "exited" || ran.code === 0)
        return null;
    const words = `${ran.stderr}\n${ran.stdout}`;
    const said = /env\.sh: (?:line )?\d+: ([A-Za-z_]\w*): /.exec(words)?.[1];
    if (said !== undefined)
        return said in env ? null : said;
    if (/\*\* \(|ERROR!|init terminating/.test(words))
        return null;
    const inRelease = (file) => context.files.read((0,external_node_path_.join)(path, "releases", version, file), 1 << 20).catch(() => null);
    // A configuration that ends the VM by itself, with System.halt, has no exception either.
    const all = [
        ...variablesOfShell((await inRelease("env.sh")) ?? ""),
        ...variablesOfElixir((await inRelease("runtime.exs")) ?? ""),
    ];
    const read = all.filter((name) => !(name in env));
    return read.find((name) => new RegExp(`\\b${name}\\b`).test(words)) ?? null;
}
/**
 * Names that a shell script expands and does not set itself; what the release's own script sets is not the server's.
 */
function variablesOfShell(text) {
    const code = text.replaceAll(/^\s*#.*$/gm, "");
    const names = [...code.matchAll(/\$\{?([A-Z][A-Z0-9_]{2,})/g)].map(([, name]) => name ?? "");
    return [...new Set(names)].filter((name) => !name.startsWith("RELEASE_") && !["HOME", "PATH", "HOSTNAME", "PWD"].includes(name));
}
/** Searches in one VM of the release whose own configuration is left out, so that it starts. */
async function searchFor(context, artefact, given) {
    const { files, job, helpers } = context;
    const out = (0,external_node_path_.join)(job.temp, "out", "configuration");
    await files.remove(out);
    await files.makeFolder(out);
    await files.write((0,external_node_path_.join)(out, "sys.config"), "[].\n");
    const env = {
        ...given.env,
        PD_OUT: out,
        PD_LIMIT_MS: String(searchMs),
        PD_DUMMIES: given.dummies.join(","),
        RELEASE_SYS_CONFIG: (0,external_node_path_.join)(out, "sys"),
    };
    const code = `${(0,mix/* loadModules */.o_)(helpers, modules)}; PhoenixDeploy.Configuration.run()`;
    await runRelease(context, artefact, { args: ["eval", code], env, keepBytes: 256 * 1024 });
    const text = await files.read((0,external_node_path_.join)(out, "configuration.json"), 1 << 20).catch(() => null);
    return text === null ? null : (searchSchema.safeParse((0,json/* readJson */.V)(text)).data ?? null);
}
/** Nothing helped: either a value is wanted that nobody can guess, or the configuration is at fault. */
async function stuck({ files, project, path }, search, ran) {
    const { file, suspects, tries } = search;
    const { line, message } = reasonOf(search, ran);
    const source = file === null ? null : (0,external_node_path_.join)(project, "config", file);
    const known = source !== null && (await files.exists(source));
    const place = known && source !== null ? { file: path(source), ...(line ? { line } : {}) } : {};
    const where = known && line ? ` at config/${file}:${line}` : "";
    const words = firstWords(message);
    const names = suspects.map((name) => `\`${name}\``).join(", ");
    if (search.lacks) {
        const says = `Whether the configuration loads is unknown: it needs the file \`${search.lacks}\`${where}, which this ` +
            "machine does not have and staging proves. Or write one in a step before.";
        return { judgement: null, findings: [{ severity: "notice", rule: "configuration", message: says, ...place }] };
    }
    if (search.wants_value) {
        const says = "Whether the configuration loads is unknown: it needs a real " +
            `value${names === "" ? "" : ` of ${names}`}${where} (${words}), which staging proves. Or give one here: ` +
            `\`checks: {release: {env: {${suspects[0] ?? "NAME"}: "…"}}}\`.`;
        return { judgement: null, findings: [{ severity: "notice", rule: "configuration", message: says, ...place }] };
    }
    const says = `The release's configuration does not load${where}: ${words}`;
    const judgement = {
        verdict: "fail",
        reason_code: "release_does_not_boot",
        says,
        remedy: "Fix it there; no value of an environment variable helps.",
        findings: [{ severity: "error", rule: "configuration", message: words, ...place }],
        facts: { tries },
        tail: [ran.stdout, ran.stderr].join("\n").trim().split("\n").slice(0, 30).join("\n"),
    };
    return { judgement, findings: [] };
}
/** Elixir from 1.15 on logs what it cannot compile, and its exception says no more than that. */
function reasonOf({ message = "", line = null }, ran) {
    if (!/errors have been logged/.test(message))
        return { message, line };
    const logged = diagnosticsIn((0,unfinished/* plain */.pj)(`${ran.stderr}\n${ran.stdout}`)).find((one) => one.severity === "error");
    return logged === undefined ? { message, line } : { message: logged.message, line: logged.line };
}
function firstWords(message) {
    const text = message.trim().replaceAll(/\s+/g, " ");
    return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}

;// CONCATENATED MODULE: ./build/src/checks/release-contents.js



/** Names of files that hold secrets or are of no use to a server, whatever is in them. */
const refused = [
    ...["*.plt", ".env", ".env.*", "*.secret.exs", "id_rsa", "id_dsa", "id_ecdsa", "id_ed25519", "*.p12", "*.pfx"],
    ...[".netrc", ".pgpass", ".git-credentials"],
];
/** Templates of such files: they hold no secret. */
const template = /\.(example|sample|template|tmpl|dist|defaults?)$/;
/** Tests: harmless, and of no use to a server. */
const needless = ["*_test.exs", "test_helper.exs", "*.coverdata"];
/** What `mix phx.gen.cert` writes, for https on a developer's machine. */
const selfSigned = /(^|\/)priv\/cert\/selfsigned_key\.pem$/;
/** A private key with its first bytes, on lines of its own or within JSON: documents only name its heading. */
const privateKey = /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----\s*(?:\\r)?(?:\\n)?\s*(?:[A-Za-z0-9+/=]{16}|[A-Z][A-Za-z-]+: )/;
const heading = "-----BEGIN [A-Z0-9 ]*PRIVATE KEY";
/** Of a file that may hold a key no more is read. */
const maxKeyBytes = 4 << 20;
/** Verifier for secrets, private keys, PLT files and tests in the release. */
async function judgeContents({ shell, files, limitMs }, contents) {
    const options = { cwd: contents.path, limitMs, onCancel: "end" };
    const names = [...refused, ...needless].flatMap((name, index) => [...(index === 0 ? [] : ["-o"]), "-name", name]);
    const listed = await shell.run({ argv: ["find", ".", "-type", "f", "(", ...names, ")", "-print"], ...options });
    const headed = await shell.run({
        argv: ["grep", "--recursive", "--files-with-matches", "--binary-files=without-match", "--regexp", heading, "."],
        ...options,
    });
    // grep ends with 1 when it found nothing, and with more when it could not look.
    if (listed.code !== 0 || (headed.code !== 0 && headed.code !== 1)) {
        const ran = listed.code !== 0 ? listed : headed;
        return {
            judgement: (0,unfinished/* couldNotRun */.Mn)("The look into the release", {
                words: ran.stderr,
                otherwise: ran.why || `it exited with code ${ran.code}.`,
                tail: (0,unfinished/* tailOf */.Cj)(ran),
            }),
        };
    }
    const seen = new Map();
    for (const file of lines(headed.stdout))
        if (await holdsKey(files, (0,external_node_path_.join)(contents.path, file)))
            seen.set(file, keyIn(file, contents));
    for (const file of lines(listed.stdout)) {
        const one = seen.get(file) ?? byName(file, contents);
        if (one !== null)
            seen.set(file, one);
    }
    return judgeSeen(seen, contents);
}
function lines(text) {
    return text.split("\n").flatMap((line) => (line === "" ? [] : [external_node_path_.posix.normalize(line)]));
}
/** A file too large to be read counts by its heading. */
async function holdsKey(files, path) {
    const text = await files.read(path, maxKeyBytes).catch(() => null);
    return text === null || privateKey.test(text);
}
function keyIn(file, contents) {
    if (selfSigned.test(file))
        return notice(file, "is the self-signed key of `mix phx.gen.cert`, for development only");
    return ofLibrary(file, contents)
        ? notice(file, "holds a private key of a library")
        : error(file, "holds a private key");
}
/** What a file's name says; null for a template of a file that would hold secrets. */
function byName(file, contents) {
    const name = external_node_path_.posix.basename(file);
    if (/(_test\.exs|^test_helper\.exs|\.coverdata)$/.test(name))
        return ofLibrary(file, contents) ? null : notice(file, "belongs to tests, and a server does not need it");
    if (template.test(name))
        return null;
    const what = name.endsWith(".plt") ? "is a PLT file of dialyzer" : "is named like a file of secrets";
    return ofLibrary(file, contents) ? notice(file, what) : error(file, what);
}
/** True in `lib/<app>-<version>/` of an app that is not the project's own. */
function ofLibrary(file, { apps }) {
    return /^lib\/[^/]+\//.test(file) && ownPath(file, apps) === null;
}
/** The app and the path in it, where the file belongs to one of the project's own. */
function ownPath(file, apps) {
    const app = apps.find((one) => file.startsWith(`lib/${one}-`) && /^\d/.test(file.slice(`lib/${one}-`.length)));
    return app === undefined ? null : { app, path: file.split("/").slice(2).join("/") };
}
function judgeSeen(seen, { apps, allow }) {
    const findings = [];
    const used = new Set();
    for (const [file, finding] of seen) {
        const own = ownPath(file, apps);
        const known = [file, ...(own === null ? [] : [own.path, `apps/${own.app}/${own.path}`])];
        const by = allow.find((entry) => known.some((one) => pattern(entry).test(one)));
        if (by === undefined)
            findings.push(finding);
        else {
            used.add(by);
            findings.push({ ...finding, severity: "notice", message: `${finding.message}; the settings allow it` });
        }
    }
    for (const entry of allow.filter((one) => !used.has(one)))
        findings.push(notice(`\`${entry}\``, "in `checks: {release: {allow}}` matches no file that would be refused"));
    const errors = findings.filter((one) => one.severity === "error");
    if (errors.length === 0)
        return { notices: findings };
    const shown = errors.slice(0, 5).map((one) => one.message);
    const judgement = {
        verdict: "fail",
        reason_code: "release_not_assembled",
        says: `The release holds ${(0,plural/* counted */.h)(errors.length, "file")} that must not ship: ` +
            `${shown.join("; ")}${errors.length > 5 ? "; …" : ""}.`,
        remedy: "Remove them from `priv/` and `rel/overlays/`, or vouch for one by its path: `checks: {release: {allow: " +
            "[priv/cert/key.pem]}}`.",
        findings,
    };
    return { judgement };
}
/** `*` stands for any characters of one name, `**` for any folders too. */
function pattern(entry) {
    const stars = new Map([
        ["**", ".*"],
        ["*", "[^/]*"],
    ]);
    const parts = external_node_path_.posix.normalize(entry).split(/(\*\*|\*)/);
    const escaped = parts.map((part) => stars.get(part) ?? part.replaceAll(/[\\^$.|?+()[\]{}]/g, "\\$&"));
    return new RegExp(`^${escaped.join("")}$`);
}
function error(file, what) {
    return { severity: "error", rule: "release-contents", message: `${file} ${what}` };
}
function notice(file, what) {
    return { severity: "notice", rule: "release-contents", message: `${file} ${what}` };
}

// EXTERNAL MODULE: ./build/src/domain/release/files.js
var release_files = __webpack_require__(863);
;// CONCATENATED MODULE: ./build/src/checks/release-files.js

/** Of the output of a tool that names each file once. */
const keepBytes = 64 << 20;
/** Lists an assembled release as it is packed: folders, links, and files with their sha256. */
async function listFiles({ shell, limitMs }, folder) {
    const options = { cwd: folder, limitMs, onCancel: "end", keepBytes };
    const format = "%y\\t%m\\t%s\\t%P\\t%l\\0";
    const [listed, summed] = await Promise.all([
        shell.run({ argv: ["find", ".", "-mindepth", "1", "-printf", format], ...options }),
        shell.run({ argv: ["find", ".", "-type", "f", "-exec", "sha256sum", "--zero", "--", "{}", "+"], ...options }),
    ]);
    if (listed.code !== 0 || summed.code !== 0)
        return { why: "since its files could not be read" };
    const sums = new Map(summed.stdout.split("\0").map((line) => [line.slice(68), line.slice(0, 64)]));
    const files = [];
    for (const line of listed.stdout.split("\0").slice(0, -1)) {
        const [kind = "", mode = "", bytes = "", path = "", ...target] = line.split("\t");
        const type = kind === "f" || kind === "d" || kind === "l" ? kind : null;
        const content = type === null ? undefined : { f: sums.get(path), d: "-", l: target[0] }[type];
        if (type === null || content === undefined || target.length !== 1 || !(0,release_files/* isListable */.$9)(path))
            return { why: `since it cannot hold \`${path.replaceAll(/\p{Cc}/gu, "?")}\`` };
        files.push({ type, mode: packedMode(type, mode), bytes: type === "f" ? Number(bytes) : 0, content, path });
    }
    const bytes = files.reduce((sum, one) => sum + one.bytes, 0);
    return { text: (0,release_files/* fileList */.$Y)(files), count: files.length, bytes, files };
}
/** As tar is asked to pack it: without what the umask of this machine or the group of a folder left. */
function packedMode(type, mode) {
    if (type === "l")
        return "777";
    const bits = Number.parseInt(mode, 8) & ~(type === "d" ? 0o3022 : 0o2022);
    return bits.toString(8).padStart(3, "0");
}

// EXTERNAL MODULE: ./build/src/domain/release/glibc.js
var glibc = __webpack_require__(2349);
;// CONCATENATED MODULE: ./build/src/checks/release-needs.js

/**
 * What a release's binaries need of a host: the names of versions and libraries in the string tables of the emulator,
 * of every program and of every NIF. Undefined where they could not be read.
 */
async function needsOfBinaries({ shell, limitMs }, folder) {
    const names = "GLIBC_[0-9]+(\\.[0-9]+)+|lib(crypto|ssl)\\.so\\.[0-9.]*[0-9]|libc\\.so\\.6|libc\\.musl-[a-z0-9_]+\\.so\\.1";
    const binaries = ["(", "-name", "*.so", "-o", "-name", "*.so.*", "-o", "-path", "*/bin/*", ")"];
    const grep = ["grep", "--text", "--only-matching", "--no-filename", "--extended-regexp", "--regexp", names];
    const found = await shell.run({
        argv: ["find", ".", "-type", "f", ...binaries, "-exec", ...grep, "{}", "+"],
        cwd: folder,
        env: { LC_ALL: "C" },
        limitMs,
        onCancel: "end",
    });
    // find ends with 1 where grep found nothing in a part of the files.
    if (found.ended !== "exited")
        return undefined;
    const words = [...new Set(found.stdout.split("\n"))];
    const versions = words.flatMap((word) => (word.startsWith("GLIBC_") ? [word.slice(6)] : []));
    const musl = words.some((word) => word.startsWith("libc.musl"));
    return {
        libc: versions.length > 0 || words.includes("libc.so.6") ? "glibc" : musl ? "musl" : null,
        glibc: versions.sort(glibc/* compareGlibc */.t).at(-1) ?? null,
        openssl: words.filter((word) => /^lib(crypto|ssl)/.test(word)).sort(),
    };
}

;// CONCATENATED MODULE: ./build/src/checks/release-notices.js
/** What the server's `shared/env` needs, beside the report. */
const exampleFile = ".phoenix-deploy/report/env.example";
/** The variables that the configuration needs, each with its form, and what is unknown. */
function needsOf({ needs, findings }) {
    if (needs.length === 0)
        return findings;
    const listed = needs.map(({ name, form }) => `\`${name}\` (${form})`).join(", ");
    const message = `Its configuration needs these variables on the server: ${listed}. They are listed in ${exampleFile}; ` +
        "here dummies were given, and staging proves it with real values.";
    return [{ severity: "notice", rule: "configuration", message }, ...findings];
}
/** Without a list of its files a host is always sent all of it. */
function unlisted(list) {
    if ("text" in list)
        return [];
    const message = `No list of the release's files could be made, ${list.why}: hosts are always sent all of it.`;
    return [{ severity: "notice", rule: "release", message }];
}
/** What is in the release could not be read: the reason is in the log. */
function unbilled({ components }) {
    if (components != null)
        return [];
    const message = "No SBOM was written: what is in the release's `lib/` could not be read. The log has the reason.";
    return [{ severity: "notice", rule: "release", message }];
}
/** What mix.exs leaves open, or has differ, said where somebody would wonder. */
function choiceOf({ name, chosen, releases, version, app }) {
    const notice = (message) => ({ severity: "notice", rule: "release", message });
    const others = releases.filter((one) => one !== name).join(", ");
    return [
        ...(chosen === "named"
            ? [
                notice(`mix.exs has several releases and no \`default_release\`: \`mix release ${name}\` was run, and not ` +
                    `${others}. Set \`default_release: :${name}\` in mix.exs, or another.`),
            ]
            : []),
        ...(chosen === "default"
            ? [
                notice(`\`default_release\` of mix.exs is ${name}: ${others} ${releases.length > 2 ? "were" : "was"} not built.`),
            ]
            : []),
        ...(app?.version && app.version !== version
            ? [
                notice(`The release ${name} has a version of its own: ${version} ships, and the application ${app.name} in ` +
                    `it is ${app.version}.`),
            ]
            : []),
    ];
}

;// CONCATENATED MODULE: ./node_modules/spdx-license-ids/deprecated.json
const deprecated_namespaceObject = /*#__PURE__*/JSON.parse('["AGPL-1.0","AGPL-3.0","BSD-2-Clause-FreeBSD","BSD-2-Clause-NetBSD","GFDL-1.1","GFDL-1.2","GFDL-1.3","GPL-1.0","GPL-2.0","GPL-2.0-with-GCC-exception","GPL-2.0-with-autoconf-exception","GPL-2.0-with-bison-exception","GPL-2.0-with-classpath-exception","GPL-2.0-with-font-exception","GPL-3.0","GPL-3.0-with-GCC-exception","GPL-3.0-with-autoconf-exception","LGPL-2.0","LGPL-2.1","LGPL-3.0","Net-SNMP","Nunit","StandardML-NJ","bzip2-1.0.5","eCos-2.0","wxWindows"]');
;// CONCATENATED MODULE: ./node_modules/spdx-license-ids/index.json
const spdx_license_ids_namespaceObject = /*#__PURE__*/JSON.parse('["0BSD","3D-Slicer-1.0","AAL","ADSL","AFL-1.1","AFL-1.2","AFL-2.0","AFL-2.1","AFL-3.0","AGPL-1.0-only","AGPL-1.0-or-later","AGPL-3.0-only","AGPL-3.0-or-later","ALGLIB-Documentation","AMD-newlib","AMDPLPA","AML","AML-glslang","AMPAS","ANTLR-PD","ANTLR-PD-fallback","APAFML","APL-1.0","APSL-1.0","APSL-1.1","APSL-1.2","APSL-2.0","ASWF-Digital-Assets-1.0","ASWF-Digital-Assets-1.1","Abstyles","AdaCore-doc","Adobe-2006","Adobe-Display-PostScript","Adobe-Glyph","Adobe-Utopia","Advanced-Cryptics-Dictionary","Afmparse","Aladdin","Apache-1.0","Apache-1.1","Apache-2.0","App-s2p","Arphic-1999","Artistic-1.0","Artistic-1.0-Perl","Artistic-1.0-cl8","Artistic-2.0","Artistic-dist","Aspell-RU","BOLA-1.1","BSD-1-Clause","BSD-2-Clause","BSD-2-Clause-Darwin","BSD-2-Clause-Patent","BSD-2-Clause-Views","BSD-2-Clause-first-lines","BSD-2-Clause-pkgconf-disclaimer","BSD-2-Clause-pos-unchanged","BSD-3-Clause","BSD-3-Clause-Attribution","BSD-3-Clause-Clear","BSD-3-Clause-HP","BSD-3-Clause-LBNL","BSD-3-Clause-Modification","BSD-3-Clause-No-Military-License","BSD-3-Clause-No-Nuclear-License","BSD-3-Clause-No-Nuclear-License-2014","BSD-3-Clause-No-Nuclear-Warranty","BSD-3-Clause-Open-MPI","BSD-3-Clause-OpenWebUI","BSD-3-Clause-Sun","BSD-3-Clause-Tso","BSD-3-Clause-acpica","BSD-3-Clause-flex","BSD-4-Clause","BSD-4-Clause-Shortened","BSD-4-Clause-UC","BSD-4.3RENO","BSD-4.3TAHOE","BSD-Advertising-Acknowledgement","BSD-Attribution-HPND-disclaimer","BSD-Inferno-Nettverk","BSD-Mark-Modifications","BSD-Protection","BSD-Source-Code","BSD-Source-Code-no-disclaimer","BSD-Source-alt-GPL","BSD-Source-beginning-file","BSD-Systemics","BSD-Systemics-W3Works","BSD-ask-to-endorse","BSL-1.0","BUSL-1.1","Baekmuk","Bahyph","Barr","Beerware","BitTorrent-1.0","BitTorrent-1.1","Bitstream-Charter","Bitstream-Vera","BlueOak-1.0.0","Boehm-GC","Boehm-GC-without-fee","Borceux","Brian-Gladman-2-Clause","Brian-Gladman-3-Clause","Brian-Gladman-3-Clause-no-conversion","Buddy","Bugroff","C-UDA-1.0","CAL-1.0","CAL-1.0-Combined-Work-Exception","CAPEC-tou","CATOSL-1.1","CC-BY-1.0","CC-BY-2.0","CC-BY-2.5","CC-BY-2.5-AU","CC-BY-3.0","CC-BY-3.0-AT","CC-BY-3.0-AU","CC-BY-3.0-DE","CC-BY-3.0-IGO","CC-BY-3.0-NL","CC-BY-3.0-US","CC-BY-4.0","CC-BY-NC-1.0","CC-BY-NC-2.0","CC-BY-NC-2.5","CC-BY-NC-3.0","CC-BY-NC-3.0-DE","CC-BY-NC-3.0-IGO","CC-BY-NC-4.0","CC-BY-NC-ND-1.0","CC-BY-NC-ND-2.0","CC-BY-NC-ND-2.5","CC-BY-NC-ND-3.0","CC-BY-NC-ND-3.0-DE","CC-BY-NC-ND-3.0-IGO","CC-BY-NC-ND-4.0","CC-BY-NC-SA-1.0","CC-BY-NC-SA-2.0","CC-BY-NC-SA-2.0-DE","CC-BY-NC-SA-2.0-FR","CC-BY-NC-SA-2.0-UK","CC-BY-NC-SA-2.5","CC-BY-NC-SA-3.0","CC-BY-NC-SA-3.0-DE","CC-BY-NC-SA-3.0-IGO","CC-BY-NC-SA-4.0","CC-BY-ND-1.0","CC-BY-ND-2.0","CC-BY-ND-2.5","CC-BY-ND-3.0","CC-BY-ND-3.0-DE","CC-BY-ND-4.0","CC-BY-SA-1.0","CC-BY-SA-2.0","CC-BY-SA-2.0-UK","CC-BY-SA-2.1-JP","CC-BY-SA-2.5","CC-BY-SA-3.0","CC-BY-SA-3.0-AT","CC-BY-SA-3.0-DE","CC-BY-SA-3.0-IGO","CC-BY-SA-4.0","CC-PDDC","CC-PDM-1.0","CC-SA-1.0","CC0-1.0","CDDL-1.0","CDDL-1.1","CDL-1.0","CDLA-Permissive-1.0","CDLA-Permissive-2.0","CDLA-Sharing-1.0","CECILL-1.0","CECILL-1.1","CECILL-2.0","CECILL-2.1","CECILL-B","CECILL-C","CERN-OHL-1.1","CERN-OHL-1.2","CERN-OHL-P-2.0","CERN-OHL-S-2.0","CERN-OHL-W-2.0","CFITSIO","CMU-Mach","CMU-Mach-nodoc","CNRI-Jython","CNRI-Python","CNRI-Python-GPL-Compatible","COIL-1.0","CPAL-1.0","CPL-1.0","CPOL-1.02","CUA-OPL-1.0","Caldera","Caldera-no-preamble","Catharon","ClArtistic","Clips","Community-Spec-1.0","Condor-1.1","Cornell-Lossless-JPEG","Cronyx","Crossword","CryptoSwift","CrystalStacker","Cube","D-FSL-1.0","DEC-3-Clause","DL-DE-BY-2.0","DL-DE-ZERO-2.0","DOC","DRL-1.0","DRL-1.1","DSDP","DocBook-DTD","DocBook-Schema","DocBook-Stylesheet","DocBook-XML","Dotseqn","ECL-1.0","ECL-2.0","EFL-1.0","EFL-2.0","EPICS","EPL-1.0","EPL-2.0","ESA-PL-permissive-2.4","ESA-PL-strong-copyleft-2.4","ESA-PL-weak-copyleft-2.4","EUDatagrid","EUPL-1.0","EUPL-1.1","EUPL-1.2","Elastic-2.0","Entessa","ErlPL-1.1","Eurosym","FBM","FDK-AAC","FDK-MPEG-H","FSFAP","FSFAP-no-warranty-disclaimer","FSFUL","FSFULLR","FSFULLRSD","FSFULLRWD","FSL-1.1-ALv2","FSL-1.1-MIT","FTL","Fair","Ferguson-Twofish","Frameworx-1.0","FreeBSD-DOC","FreeImage","Furuseth","GCR-docs","GD","GFDL-1.1-invariants-only","GFDL-1.1-invariants-or-later","GFDL-1.1-no-invariants-only","GFDL-1.1-no-invariants-or-later","GFDL-1.1-only","GFDL-1.1-or-later","GFDL-1.2-invariants-only","GFDL-1.2-invariants-or-later","GFDL-1.2-no-invariants-only","GFDL-1.2-no-invariants-or-later","GFDL-1.2-only","GFDL-1.2-or-later","GFDL-1.3-invariants-only","GFDL-1.3-invariants-or-later","GFDL-1.3-no-invariants-only","GFDL-1.3-no-invariants-or-later","GFDL-1.3-only","GFDL-1.3-or-later","GL2PS","GLWTPL","GPL-1.0-only","GPL-1.0-or-later","GPL-2.0-only","GPL-2.0-or-later","GPL-3.0-only","GPL-3.0-or-later","Game-Programming-Gems","Giftware","Glide","Glulxe","Graphics-Gems","Gutmann","HDF5","HIDAPI","HP-1986","HP-1989","HPND","HPND-DEC","HPND-Fenneberg-Livingston","HPND-INRIA-IMAG","HPND-Intel","HPND-Kevlin-Henney","HPND-MIT-disclaimer","HPND-Markus-Kuhn","HPND-Netrek","HPND-Pbmplus","HPND-SMC","HPND-UC","HPND-UC-export-US","HPND-doc","HPND-doc-sell","HPND-export-US","HPND-export-US-acknowledgement","HPND-export-US-modify","HPND-export2-US","HPND-merchantability-variant","HPND-sell-MIT-disclaimer-xserver","HPND-sell-regexpr","HPND-sell-variant","HPND-sell-variant-MIT-disclaimer","HPND-sell-variant-MIT-disclaimer-rev","HPND-sell-variant-critical-systems","HTMLTIDY","HaskellReport","Hippocratic-2.1","Hippocratic-3.0-core","IBM-pibs","ICU","IEC-Code-Components-EULA","IJG","IJG-short","IPA","IPL-1.0","ISC","ISC-Veillard","ISO-permission","ImageMagick","Imlib2","Info-ZIP","Informatica","Inner-Net-2.0","InnoSetup","Intel","Intel-ACPI","Interbase-1.0","JPL-image","JPNIC","JSON","Jam","JasPer-2.0","Kastrup","Kazlib","Knuth-CTAN","LAL-1.2","LAL-1.3","LGPL-2.0-only","LGPL-2.0-or-later","LGPL-2.1-only","LGPL-2.1-or-later","LGPL-3.0-only","LGPL-3.0-or-later","LGPLLR","LOOP","LPD-document","LPL-1.0","LPL-1.02","LPPL-1.0","LPPL-1.1","LPPL-1.2","LPPL-1.3a","LPPL-1.3c","LZMA-SDK-9.11-to-9.20","LZMA-SDK-9.22","Latex2e","Latex2e-translated-notice","Leptonica","LiLiQ-P-1.1","LiLiQ-R-1.1","LiLiQ-Rplus-1.1","Libpng","Linux-OpenIB","Linux-man-pages-1-para","Linux-man-pages-copyleft","Linux-man-pages-copyleft-2-para","Linux-man-pages-copyleft-var","Lucida-Bitmap-Fonts","MIPS","MIT","MIT-0","MIT-CMU","MIT-Click","MIT-Festival","MIT-Khronos-old","MIT-Modern-Variant","MIT-STK","MIT-Wu","MIT-advertising","MIT-enna","MIT-feh","MIT-open-group","MIT-testregex","MITNFA","MMIXware","MMPL-1.0.1","MPEG-SSG","MPL-1.0","MPL-1.1","MPL-2.0","MPL-2.0-no-copyleft-exception","MS-LPL","MS-PL","MS-RL","MTLL","MVT-1.1","Mackerras-3-Clause","Mackerras-3-Clause-acknowledgment","MakeIndex","Martin-Birgmeier","McPhee-slideshow","Minpack","MirOS","Motosoto","MulanPSL-1.0","MulanPSL-2.0","Multics","Mup","NAIST-2003","NASA-1.3","NBPL-1.0","NCBI-PD","NCGL-UK-2.0","NCL","NCSA","NGPL","NICTA-1.0","NIST-PD","NIST-PD-TNT","NIST-PD-fallback","NIST-Software","NLOD-1.0","NLOD-2.0","NLPL","NOSL","NPL-1.0","NPL-1.1","NPOSL-3.0","NRL","NTIA-PD","NTP","NTP-0","Naumen","NetCDF","Newsletr","Nokia","Noweb","O-UDA-1.0","OAR","OCCT-PL","OCLC-2.0","ODC-By-1.0","ODbL-1.0","OFFIS","OFL-1.0","OFL-1.0-RFN","OFL-1.0-no-RFN","OFL-1.1","OFL-1.1-RFN","OFL-1.1-no-RFN","OGC-1.0","OGDL-Taiwan-1.0","OGL-Canada-2.0","OGL-UK-1.0","OGL-UK-2.0","OGL-UK-3.0","OGTSL","OLDAP-1.1","OLDAP-1.2","OLDAP-1.3","OLDAP-1.4","OLDAP-2.0","OLDAP-2.0.1","OLDAP-2.1","OLDAP-2.2","OLDAP-2.2.1","OLDAP-2.2.2","OLDAP-2.3","OLDAP-2.4","OLDAP-2.5","OLDAP-2.6","OLDAP-2.7","OLDAP-2.8","OLFL-1.3","OML","OPL-1.0","OPL-UK-3.0","OPUBL-1.0","OSC-1.0","OSET-PL-2.1","OSL-1.0","OSL-1.1","OSL-2.0","OSL-2.1","OSL-3.0","OSSP","OpenMDW-1.0","OpenPBS-2.3","OpenSSL","OpenSSL-standalone","OpenVision","PADL","PDDL-1.0","PHP-3.0","PHP-3.01","PPL","PSF-2.0","ParaType-Free-Font-1.3","Parity-6.0.0","Parity-7.0.0","Pixar","Plexus","PolyForm-Noncommercial-1.0.0","PolyForm-Small-Business-1.0.0","PostgreSQL","Python-2.0","Python-2.0.1","QPL-1.0","QPL-1.0-INRIA-2004","Qhull","RHeCos-1.1","RPL-1.1","RPL-1.5","RPSL-1.0","RSA-MD","RSCPL","Rdisc","Ruby","Ruby-pty","SAX-PD","SAX-PD-2.0","SCEA","SGI-B-1.0","SGI-B-1.1","SGI-B-2.0","SGI-OpenGL","SGMLUG-PM","SGP4","SHL-0.5","SHL-0.51","SISSL","SISSL-1.2","SL","SMAIL-GPL","SMLNJ","SMPPL","SNIA","SOFA","SPL-1.0","SSH-OpenSSH","SSH-short","SSLeay-standalone","SSPL-1.0","SUL-1.0","SWL","Saxpath","SchemeReport","Sendmail","Sendmail-8.23","Sendmail-Open-Source-1.1","SimPL-2.0","Sleepycat","Soundex","Spencer-86","Spencer-94","Spencer-99","SugarCRM-1.1.3","Sun-PPP","Sun-PPP-2000","SunPro","Symlinks","TAPR-OHL-1.0","TCL","TCP-wrappers","TGPPL-1.0","TMate","TORQUE-1.1","TOSL","TPDL","TPL-1.0","TTWL","TTYP0","TU-Berlin-1.0","TU-Berlin-2.0","TekHVC","TermReadKey","ThirdEye","TrustedQSL","UCAR","UCL-1.0","UMich-Merit","UPL-1.0","URT-RLE","Ubuntu-font-1.0","UnRAR","Unicode-3.0","Unicode-DFS-2015","Unicode-DFS-2016","Unicode-TOU","UnixCrypt","Unlicense","Unlicense-libtelnet","Unlicense-libwhirlpool","VOSTROM","VSL-1.0","Vim","Vixie-Cron","W3C","W3C-19980720","W3C-20150513","WTFNMFPL","WTFPL","Watcom-1.0","Widget-Workshop","WordNet","Wsuipa","X11","X11-distribute-modifications-variant","X11-no-permit-persons","X11-swapped","XFree86-1.1","XSkat","Xdebug-1.03","Xerox","Xfig","Xnet","YPL-1.0","YPL-1.1","ZPL-1.1","ZPL-2.0","ZPL-2.1","Zed","Zeeff","Zend-2.0","Zimbra-1.3","Zimbra-1.4","Zlib","any-OSI","any-OSI-perl-modules","atc-game","bcrypt-Solar-Designer","blessing","bzip2-1.0.6","check-cvs","checkmk","copyleft-next-0.3.0","copyleft-next-0.3.1","curl","cve-tou","diffmark","dtoa","dvipdfm","eGenix","etalab-2.0","fwlw","gSOAP-1.3b","generic-xts","gnuplot","gtkbook","hdparm","hyphen-bulgarian","iMatix","jove","libpng-1.6.35","libpng-2.0","libselinux-1.0","libtiff","libutil-David-Nugent","lsof","magaz","mailprio","man2html","metamail","mpi-permissive","mpich2","mplus","ngrep","pkgconf","pnmstitch","psfrag","psutils","python-ldap","radvd","snprintf","softSurfer","ssh-keyscan","swrule","threeparttable","ulem","w3m","wwl","xinetd","xkeyboard-config-Zinoviev","xlock","xpp","xzoom","zlib-acknowledgement"]');
;// CONCATENATED MODULE: ./build/src/domain/release/sbom.js



/**
 * The software bill of materials of a release: CycloneDX 1.6, made of what is in its `lib/`. The same release of the
 * same commit has the same text.
 */
/** An application of a release, and where it came from. */
const componentSchema = schemas/* object */.Ikc({
    app: schemas/* string */.YjP(),
    version: schemas/* string */.YjP(),
    from: schemas/* discriminatedUnion */.gMt("kind", [
        schemas/* object */.Ikc({
            kind: schemas/* literal */.euz("hex"),
            package: schemas/* string */.YjP(),
            version: schemas/* string */.YjP(),
            /** `hexpm`, `hexpm:<organization>`, or the name of another repository. */
            repository: schemas/* string */.YjP(),
            /** sha256 of the package's contents, and of the package as the repository serves it. */
            inner: schemas/* string */.YjP().nullable(),
            outer: schemas/* string */.YjP().nullable(),
            /** As the package declares them. */
            licenses: schemas/* array */.YOg(schemas/* string */.YjP()),
        }),
        schemas/* object */.Ikc({ kind: schemas/* literal */.euz("git"), url: schemas/* string */.YjP(), commit: schemas/* string */.YjP() }),
        schemas/* object */.Ikc({ kind: schemas/* enum */.k5n(["project", "path", "elixir", "otp", "unknown"]) }),
    ]),
    /** Applications that it is started after. */
    needs: schemas/* array */.YOg(schemas/* string */.YjP()),
});
const identifiers = new Set([...spdx_license_ids_namespaceObject, ...deprecated_namespaceObject]);
const erlang = "https://github.com/erlang/otp";
/** The text of a release's bill of materials. */
function sbomOf(materials) {
    const { release, components, erts, committedAt } = materials;
    const known = new Set(components.map(({ app }) => app));
    const document = {
        $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
        bomFormat: "CycloneDX",
        specVersion: "1.6",
        serialNumber: `urn:uuid:${uuidOf(release.digest)}`,
        version: 1,
        metadata: {
            ...(committedAt === undefined ? {} : { timestamp: committedAt }),
            lifecycles: [{ phase: "build" }],
            tools: { components: [{ type: "application", name: "phoenix-deploy" }] },
            component: releaseComponent(materials),
        },
        components: [
            ...(erts.included ? [runtime(materials)] : []),
            ...components.toSorted(sbom_byName).map((one) => component(one, materials)),
        ],
        dependencies: [
            {
                ref: "release",
                dependsOn: [...(erts.included ? ["erts"] : []), ...components.filter(isOwn).map(refOf).sort()],
            },
            ...components.toSorted(sbom_byName).map((one) => ({
                ref: refOf(one),
                dependsOn: [...new Set(one.needs)]
                    .filter((app) => known.has(app))
                    .map((app) => refOf({ app }))
                    .sort(),
            })),
        ],
        // Code in another language that a package brings within its own files has no package of its own to be named by.
        compositions: [{ aggregate: "incomplete", assemblies: ["release"] }],
    };
    return `${JSON.stringify(document, null, 2)}\n`;
}
/** A UUID of version 8, whose bits are the digest's. */
function uuidOf(digest) {
    const [, a, b, c, d, e] = /^(.{8})(.{4}).(.{3}).(.{3})(.{12})/.exec(digest) ?? [];
    return `${a}-${b}-8${c}-8${d}-${e}`;
}
function sbom_byName(one, other) {
    return one.app < other.app ? -1 : 1;
}
function isOwn({ from }) {
    return from.kind === "project";
}
function refOf({ app }) {
    return `app:${app}`;
}
function releaseComponent({ release, repository }) {
    const { name, version, digest, git_sha } = release;
    return {
        type: "application",
        "bom-ref": "release",
        name,
        version,
        hashes: sha256(digest),
        purl: purl("generic", name, {
            version,
            ...(repository === null ? {} : { vcs_url: `git+${repository}@${git_sha}` }),
        }),
        pedigree: commits(git_sha),
        ...(repository === null ? {} : { externalReferences: [{ type: "vcs", url: repository }] }),
    };
}
/** Erlang's runtime system, with its programs. */
function runtime({ erts, release, files }) {
    const { version } = erts;
    return {
        type: "platform",
        "bom-ref": "erts",
        name: "erts",
        version,
        description: `Erlang runtime system of Erlang/OTP ${release.otp}`,
        licenses: licences(["Apache-2.0"]),
        ...(/^[\w.]+$/.test(release.otp) ? { cpe: `cpe:2.3:a:erlang:erlang\\/otp:${release.otp}:*:*:*:*:*:*:*` } : {}),
        purl: purl("otp", "erts", { version, repository_url: erlang }),
        ...binaries(files, `erts-${version}/bin/`),
    };
}
function component(one, { files }) {
    const { app, version, from } = one;
    return {
        type: from.kind === "project" ? "application" : "library",
        "bom-ref": refOf(one),
        name: from.kind === "hex" ? from.package : app,
        version: from.kind === "hex" ? from.version : version,
        ...origin(one),
        ...binaries(files, `lib/${app}-${version}/priv/`),
    };
}
/** Where a component came from, as far as CycloneDX has a word for it. */
function origin({ app, version, from }) {
    switch (from.kind) {
        case "hex":
            return hexPackage(from);
        case "git":
            return gitRepository(app, from);
        case "elixir":
            return {
                licenses: licences(["Apache-2.0"]),
                purl: purl("otp", app, { version, repository_url: "https://github.com/elixir-lang/elixir" }),
            };
        case "otp":
            return { licenses: licences(["Apache-2.0"]), purl: purl("otp", app, { version, repository_url: erlang }) };
        case "project":
        case "path":
        case "unknown":
            return { purl: purl("otp", app, { version }), properties: [{ name: "phoenix-deploy:from", value: from.kind }] };
    }
}
function hexPackage(from) {
    const { package: name, version, repository, inner, outer, licenses } = from;
    const isPublic = repository === "hexpm";
    const organization = /^hexpm:(.+)$/.exec(repository)?.[1];
    const hashes = outer !== null && isDigest(outer) ? { hashes: sha256(outer) } : {};
    const url = `https://repo.hex.pm/tarballs/${encodeURIComponent(name)}-${encodeURIComponent(version)}.tar`;
    return {
        ...hashes,
        ...(licenses.length === 0 ? {} : { licenses: licences(licenses) }),
        purl: purl("hex", organization === undefined ? name : `${organization}/${name}`, { version }),
        ...(isPublic ? { externalReferences: [{ type: "distribution", url, ...hashes }] } : {}),
        properties: [
            { name: "hex:repository", value: repository },
            ...(inner !== null && isDigest(inner) ? [{ name: "hex:inner-checksum", value: inner }] : []),
        ],
    };
}
function gitRepository(app, { url, commit }) {
    const address = publicAddress(url);
    const version = commit;
    const pedigree = commits(commit);
    if (address === null)
        return { purl: purl("generic", app, { version }), pedigree };
    const [, owner, name] = /^(?:https|ssh):\/\/(?:git@)?github\.com\/([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/.exec(address) ?? [];
    return {
        purl: owner === undefined || name === undefined
            ? purl("generic", app, { version, vcs_url: `git+${address}@${commit}` })
            : purl("github", `${owner}/${name}`, { version }),
        pedigree,
        externalReferences: [{ type: "vcs", url: address }],
    };
}
/** The address of a repository without a name and a password, nor in the form of scp, which is no address. */
function publicAddress(url) {
    const scp = /^([\w.-]+)@([\w.-]+):(?!\/\/)(.+)$/.exec(url);
    const whole = scp === null ? url : `ssh://${scp[1]}@${scp[2]}/${scp[3]}`;
    if (!URL.canParse(whole))
        return null;
    const address = new URL(whole);
    address.password = "";
    if (address.protocol !== "ssh:")
        address.username = "";
    return address.href;
}
function commits(id) {
    return { commits: [{ uid: id }] };
}
/** Licences that SPDX knows by their identifier, else by the name that the package gives. */
function licences(names) {
    const given = [...new Set(names.map((name) => name.trim().slice(0, 200)))].filter((name) => name !== "");
    return given.map((name) => ({
        license: { ...(identifiers.has(name) ? { id: name } : { name }), acknowledgement: "declared" },
    }));
}
function sha256(content) {
    return [{ alg: "SHA-256", content }];
}
function isDigest(text) {
    return /^[0-9a-f]{64}$/.test(text);
}
/** A package URL of a registered type: `hex`, `otp`, `github` or `generic`. */
function purl(type, name, { version, ...qualifiers }) {
    const path = name.split("/").map(encodeURIComponent).join("/");
    const more = Object.entries(qualifiers).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
    const named = type === "generic" ? path : path.toLowerCase();
    return `pkg:${type}/${named}@${encodeURIComponent(version)}${more.length === 0 ? "" : `?${more.join("&")}`}`;
}
/** Programs and shared libraries, such as NIFs, with their sha256. */
function binaries(files, folder) {
    const found = files.filter(({ type, path, mode }) => type === "f" && path.startsWith(folder) && (/\.so(\.\d+)*$/.test(path) || /[1357]/.test(mode)));
    if (found.length === 0)
        return {};
    return {
        components: found
            .toSorted((one, other) => (one.path < other.path ? -1 : 1))
            .map(({ path, content }) => ({ type: "file", "bom-ref": `file:${path}`, name: path, hashes: sha256(content) })),
    };
}

;// CONCATENATED MODULE: ./build/src/checks/release-sbom.js




/** Writes the software bill of materials beside the tarball; the release with its sha256, where there is one. */
async function writeBill({ files, job }, { artefact, shipment, list }, release) {
    const { components, erts } = artefact;
    if (components == null)
        return release;
    const text = sbomOf({
        ...{ release, erts, components, files: "files" in list ? list.files : [] },
        repository: /^(.+)\/actions\/runs\//.exec(job.runUrl)?.[1] ?? null,
        committedAt: shipment.head.committedAt,
    });
    const file = "sbom.cdx.json";
    await files.write((0,external_node_path_.join)(shipment.folder, file), text);
    const sha256 = (0,external_node_crypto_.createHash)("sha256").update(text).digest("hex");
    // In the order of the schema, as every later stage reads it and writes it again.
    return release_release/* releaseSchema */.By.parse({ ...release, sbom: { file, sha256, components: components.length } });
}

// EXTERNAL MODULE: ./build/src/domain/release/version-tag.js
var version_tag = __webpack_require__(1545);
;// CONCATENATED MODULE: ./build/src/checks/released.js

/**
 * The tag of this commit, where the settings take the version from it. Of tags with a name before the version those of
 * the settings' `app` count, or of `tags`.
 */
function releasedFrom({ from, patterns, app }, tags, at) {
    if (from === "mix")
        return { from: "mix" };
    return { from: "tag", tag: releasedTag(tags, { names: app === null ? [] : [app], patterns }, at) };
}
/** The version of the tag that is being released; null where mix says it. */
function versionIn(released) {
    return released.from === "tag" ? (released.tag?.text ?? null) : null;
}
/**
 * The project under the version that ships: mix is given the tag's when it builds the release, so that all of it
 * agrees.
 */
function underVersion(project, released) {
    const version = versionIn(released);
    if (version === null)
        return project;
    return {
        ...project,
        version,
        versions: Object.fromEntries(Object.keys(project.versions).map((name) => [name, version])),
    };
}

;// CONCATENATED MODULE: ./build/src/checks/release.js




















const check = (0,checks_define/* defineCheck */.q)({
    id: "release",
    title: "MIX_ENV=prod mix release",
    level: "must",
    docs: {
        passes: "the release was assembled, its configuration loads, and it holds nothing that must not ship",
        more: "see below",
    },
    settings: {
        allow: schemas/* array */.YOg(values/* repositoryPath */.SH).max(100).optional(),
        env: schemas/* record */.g1P(values/* environmentName */.VE, values/* environmentValue */.Jz).optional(),
        boot: schemas/* enum */.k5n(["eval", "start"]).optional(),
    },
    vm: "builds",
    reads: reads/* anyFile */.lr,
    restsOn: ({ settings, released }) => ({ app: settings.app, version: versionIn(released) }),
    byHand: by_hand/* releaseCommand */.Pw,
});
/* harmony default export */ const release = (check);
function releaseRules(given) {
    return { allow: [], env: {}, boot: "eval", ...(0,checks_define/* optionsOf */.c)(check, given) };
}
/** Values that config/runtime.exs usually demands, so that it can be read. Set ones win. */
const dummies = {
    SECRET_KEY_BASE: "phoenix-deploy-boot-check-".repeat(4),
    DATABASE_URL: "ecto://boot:check@localhost/none",
    PHX_HOST: "localhost",
};
/**
 * Loads the configuration of the assembled release once, packs it, and writes its manifest. The bytes are the same for
 * the same content.
 */
async function packRelease(context, artefact, shipment) {
    const { files, shell } = context;
    const { folder, project, rules } = shipment;
    if (!(await files.exists((0,external_node_path_.join)(artefact.path, "bin", artefact.name)))) {
        const remedy = "Look at `releases` in mix.exs: `include_executables_for` must name `:unix`.";
        return failed("release_not_assembled", { says: `mix release left no bin/${artefact.name}.`, remedy });
    }
    const contents = await judgeContents(context, {
        path: artefact.path,
        apps: Object.keys(project.folders),
        allow: rules.allow,
    });
    // mix itself assembles it.
    if ("judgement" in contents)
        return { judgement: { ...contents.judgement, reproduce: "" }, release: null };
    await files.remove(folder);
    await files.makeFolder(folder);
    const packing = (0,external_node_path_.join)(folder, "packing.tar.gz");
    // Packing works on the disk and gzip, loading on the VM: neither changes what the other reads.
    const [configuration, tar, list, needs] = await Promise.all([
        proveConfiguration(context, artefact, givenTo(shipment)),
        shell.run({ argv: (0,commands_tar/* packFolder */.C)(artefact.path, packing), limitMs: context.limitMs, onCancel: "end" }),
        listFiles(context, artefact.path),
        needsOfBinaries(context, artefact.path),
    ]);
    await writeExample(context, artefact, configuration);
    const left = [...contents.notices, ...unlisted(list), ...unbilled(artefact)];
    const notices = [...choiceOf(artefact), ...needsOf(configuration), ...left];
    // After the packing: an application may write into its folder when it starts.
    const unfit = await unfitness(context, { artefact, shipment, configuration });
    const assembled = { artefact, shipment, configuration, notices };
    const packed = unfit === null
        ? await nameIt(context, assembled, { packing, tar, list, needs })
        : { judgement: unfit, release: null };
    if (packed.release === null)
        await files.remove(folder);
    return packed;
}
/**
 * Why it may not ship: its configuration, or where the settings ask for it its start, with the command that shows it.
 */
async function unfitness(context, { artefact, shipment, configuration }) {
    const shows = (command) => {
        const assembles = (0,by_hand/* releaseCommand */.Pw)({ ...shipment, version: null });
        const script = (0,external_node_path_.join)((0,external_node_path_.relative)(context.project, artefact.path), "bin", artefact.name);
        return {
            reproduce: (0,by_hand/* inFolder */._z)((0,external_node_path_.relative)(context.job.workspace, context.project), `${assembles} && ${script} ${command}`),
        };
    };
    if (configuration.judgement !== null)
        return { ...configuration.judgement, ...shows("eval ':ok'") };
    const unstarted = shipment.rules.boot === "start" ? await started(context, artefact, configuration) : null;
    return unstarted === null ? null : { ...unstarted, ...shows("start") };
}
/** Null where the application started; without its configuration it cannot. */
async function started(context, artefact, { loads, env, findings }) {
    if (loads)
        return startOnce(context, artefact, env);
    return {
        verdict: "error",
        reason_code: "not_judged",
        says: "The application could not be started: its configuration needs a value that is unknown.",
        remedy: findings[0]?.message ?? "Give the job its variables.",
        findings,
    };
}
/** What the configuration is loaded with beside the job's own variables, which win; and what of it is made up. */
function givenTo({ rules, secret }) {
    const ours = Object.entries({ ...dummies, ...rules.env }).filter(([key]) => secret(key) === undefined);
    return { env: Object.fromEntries(ours), dummies: ours.map(([key]) => key).filter((key) => !(key in rules.env)) };
}
/** Writes what the server's `shared/env` needs. */
async function writeExample({ files, job }, { name, version, path }, configuration) {
    const inRelease = (file) => files.read((0,external_node_path_.join)(path, "releases", version, file), 4 << 20).catch(() => null);
    const text = (await inRelease("runtime.exs")) ?? (await inRelease("releases.exs")) ?? "";
    const reads = [...configuration.reads, ...variablesOfShell((await inRelease("env.sh")) ?? "")];
    await files.write((0,external_node_path_.join)(job.workspace, exampleFile), environmentExample({ release: `${name} ${version}`, needs: configuration.needs, reads, text }));
}
/** Gives the packed bytes their name and writes the list of files and the manifest beside them. */
async function nameIt(context, { artefact, shipment, configuration, notices }, { packing, tar, list, needs }) {
    const { app, head, folder, project } = shipment;
    const { version, name } = artefact;
    const { files, job } = context;
    const environment = await needed(context, artefact, configuration);
    const sum = tar.code === 0 ? await files.digest(packing) : null;
    if (sum === null)
        return failed("release_not_assembled", {
            says: "The release could not be packed.",
            remedy: "Look at the disk space.",
            tail: (0,unfinished/* tailOf */.Cj)(tar),
        });
    const stem = `${app}-${version}-${sum.sha256.slice(0, 8)}`;
    const file = `${stem}.tar.gz`;
    const listed = "text" in list ? { ...list, file: `${stem}.files`, sha256: release_sha256(list.text) } : undefined;
    const parsed = release_release/* releaseSchema */.By.safeParse({
        schema_version: 1,
        app,
        name,
        version,
        git_sha: head.sha,
        git_tree: head.tree,
        digest: sum.sha256,
        bytes: sum.bytes,
        file,
        elixir: project.elixir,
        otp: project.otp,
        os: "linux",
        arch: process.arch,
        environment,
        files: listed,
        needs,
        built_by: {
            ...{ run_id: job.runId, run_attempt: job.runAttempt, url: job.runUrl },
            artifact: context.artifactName ?? undefined,
        },
    });
    if (!parsed.success) {
        return failed("release_not_assembled", {
            says: "The release cannot be named: " +
                `${parsed.error.issues.map((one) => `${one.path.join(".")} ${one.message}`).join("; ")}.`,
            remedy: "Fix `app` or `version` in mix.exs.",
        });
    }
    await files.move(packing, (0,external_node_path_.join)(folder, file));
    if (listed !== undefined)
        await files.write((0,external_node_path_.join)(folder, listed.file), listed.text);
    const release = await writeBill(context, { artefact, shipment, list }, parsed.data);
    await files.write((0,external_node_path_.join)(folder, "manifest.json"), (0,release_release/* manifestOf */.$V)(release));
    return packed({ artefact, shipment, configuration, notices }, release);
}
/**
 * The variables that the host has to give it: those without which it was seen not to load, and those of our dummies
 * that its configuration wants and its env.sh does not set.
 */
async function needed({ files }, { path, version }, { needs }) {
    const inRelease = (file) => files.read((0,external_node_path_.join)(path, "releases", version, file), 4 << 20).catch(() => null);
    const text = (await inRelease("runtime.exs")) ?? "";
    const script = (await inRelease("env.sh")) ?? "";
    const wanted = wantedIn(text).filter((name) => name in dummies && !new RegExp(`\\b${name}=`).test(script));
    return [...new Set([...needs.map(({ name }) => name), ...wanted])];
}
function packed({ artefact, shipment, configuration, notices }, release) {
    const { erts } = artefact;
    const { name, version, digest, bytes, file, otp } = release;
    const erlang = erts.included ? "" : ` It brings no Erlang: the host needs Erlang/OTP ${otp} (erts ${erts.version}).`;
    const says = `${name} ${version} was assembled, ${proofOf(configuration, shipment.rules)}, and it was packed: ${bytes} ` +
        `bytes, sha256 ${digest.slice(0, 12)}….${erlang}`;
    const needs = configuration.needs.map((one) => ({ name: one.name, form: one.form }));
    const proved = shipment.rules.boot === "start" ? "start" : configuration.loads ? "configuration" : "assembled";
    const facts = { name, version, digest, bytes, file, proved, needs, includes_erts: erts.included };
    return { judgement: { verdict: "pass", reason_code: "passed", says, facts, findings: notices }, release };
}
/** What was seen of the release before it was packed. */
function proofOf({ loads, needs }, { boot }) {
    if (boot === "start")
        return "its application started and stopped";
    if (!loads)
        return "whether its configuration loads is unknown for want of a value or a file";
    if (needs.length === 0)
        return "its configuration loads";
    return `its configuration loads (with ${(0,plural/* counted */.h)(needs.length, "dummy", "dummies")})`;
}
function release_sha256(text) {
    return (0,external_node_crypto_.createHash)("sha256").update(text).digest("hex");
}
function failed(reason_code, { says, remedy, tail = "" }) {
    return { judgement: { verdict: "fail", reason_code, says, remedy, tail }, release: null };
}


/***/ }),

/***/ 4743:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__),
/* harmony export */   judgeRollbackPlan: () => (/* binding */ judgeRollbackPlan)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _domain_evidence_handover_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9999);
/* harmony import */ var _domain_values_error_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3059);
/* harmony import */ var _domain_values_plural_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4939);
/* harmony import */ var _settings_values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(377);
/* harmony import */ var _define_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7500);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1279);







/** The generated plan, from the repository's root. */
const planFile = `${_domain_evidence_handover_js__WEBPACK_IMPORTED_MODULE_1__/* .handover */ .c.report}/rollback-procedures.md`;
/** Largest written rollback plan that is read. */
const maxPlanBytes = 1 << 20;
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_define_js__WEBPACK_IMPORTED_MODULE_4__/* .defineCheck */ .q)({
    id: "rollback-plan",
    title: "Rollback plan documented",
    level: "must-to-ship",
    docs: {
        passes: "the plan is there, and is not empty; not applicable where no environment is configured",
        more: "`file`, a plan that people wrote; else one is generated from `environments`, " +
            "in `.phoenix-deploy/report/rollback-procedures.md`",
    },
    settings: { file: _settings_values_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryPath */ .SH.optional() },
    vm: "none",
    writes: [planFile],
    judge: (candidate, { file }) => (file === undefined ? generated(candidate) : written(candidate, file)),
    byHand: () => "",
}));
/** The plan that people wrote. */
async function written({ context }, file) {
    try {
        const text = await context.files.read((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(context.job.workspace, file), maxPlanBytes);
        return judgeRollbackPlan({ written: file, text });
    }
    catch (error) {
        return judgeRollbackPlan({ written: file, unreadable: (0,_domain_values_error_text_js__WEBPACK_IMPORTED_MODULE_5__/* .errorText */ .k)(error) });
    }
}
/** One for the day after the deployment: what the planner would do, and how a person does it by hand. */
async function generated(candidate) {
    const { context, settings, versions } = candidate;
    const environments = Object.keys(settings.environments);
    const now = (0,_version_js__WEBPACK_IMPORTED_MODULE_3__.goodVersion)(versions) ?? "this release";
    const before = ("verdict" in versions ? null : (0,_version_js__WEBPACK_IMPORTED_MODULE_3__.newestTag)(versions)?.text) ?? "the previous release";
    const { text, refused } = environments.length === 0 ? { text: "", refused: [] } : await candidate.rollbackProcedures({ now, before });
    if (text !== "" && refused.length === 0)
        await context.files.write((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(context.job.workspace, planFile), text);
    return judgeRollbackPlan({ generated: planFile, environments, refused });
}
/** Phase 6: Rollback plan documented. */
function judgeRollbackPlan(facts) {
    const failed = (says, remedy) => ({
        verdict: "fail",
        reason_code: "rollback_plan_missing",
        says,
        remedy,
    });
    if ("written" in facts) {
        const file = facts.written;
        if ("unreadable" in facts) {
            const says = `${file} cannot be read: ${facts.unreadable}.`;
            return { verdict: "error", reason_code: "not_judged", says, remedy: "Make it a readable text file in UTF-8." };
        }
        const remedy = "Write it, or leave `checks.rollback-plan.file` out: then the plan is generated from the settings.";
        if (facts.text === null)
            return failed(`There is no ${file}, which the settings name as the rollback plan.`, remedy);
        const lines = facts.text.split("\n").filter((line) => !/^\s*(#.*)?$/.test(line)).length;
        if (lines === 0)
            return failed(`${file}, which the settings name as the rollback plan, says nothing.`, remedy);
        return passed(`${file} documents the rollback, in ${(0,_domain_values_plural_js__WEBPACK_IMPORTED_MODULE_6__/* .counted */ .h)(lines, "line")}.`, file);
    }
    const { generated, environments, refused } = facts;
    if (environments.length === 0) {
        const says = "The settings name no environment, so there is no deployment to plan the rollback of.";
        return { verdict: "not-run", reason_code: "not_applicable", says };
    }
    const [worst] = refused;
    if (worst !== undefined)
        return failed(`${worst.environment} cannot be rolled back: ${worst.refusal.says}`, worst.refusal.remedy);
    return passed(`Generated for ${environments.join(", ")}: ${generated}.`, generated);
}
function passed(says, file) {
    return { verdict: "pass", reason_code: "passed", says, facts: { file } };
}


/***/ }),

/***/ 9352:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__),
/* harmony export */   judgeSobelow: () => (/* binding */ judgeSobelow),
/* harmony export */   sobelowSchema: () => (/* binding */ sobelowSchema)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2716);
/* harmony import */ var _domain_values_json_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8675);
/* harmony import */ var _domain_values_plural_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4939);
/* harmony import */ var _mix_output_location_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8755);
/* harmony import */ var _mix_output_unfinished_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(233);
/* harmony import */ var _by_hand_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(326);
/* harmony import */ var _define_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7500);
/* harmony import */ var _printed_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4237);
/* harmony import */ var _reads_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3010);










const sobelowSchema = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
    status: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz("ran"),
    scans: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
        /** The app's absolute folder. */
        folder: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
        /** The text of the report; null when none was written. */
        report: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable(),
        /** Source files that there are, and the absolute paths of those that cannot be parsed. */
        files: zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr(),
        unread: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()),
        ..._printed_js__WEBPACK_IMPORTED_MODULE_3__/* .printed */ .z,
    })),
});
/** How sure sobelow is of a finding, least first. */
const confidences = ["low", "medium", "high"];
/** Findings below this are shown and do not fail the check, where the settings say nothing else. */
const defaultConfidence = "low";
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_define_js__WEBPACK_IMPORTED_MODULE_5__/* .defineCheck */ .q)({
    id: "sobelow",
    title: "mix sobelow",
    level: "must",
    docs: {
        passes: "nothing at or above `confidence` in any app",
        more: "`{confidence: low}`, `medium` or `high`: what is below is shown. In each app `.sobelow-conf` (`ignore`, " +
            "`ignore_files`, `router`, `threshold`), `.sobelow-skips` and `# sobelow_skip` count; where its report goes " +
            "and how it ends do not. An app without a router is scanned and said to be no web app",
    },
    settings: { confidence: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(confidences).optional() },
    vm: "analysis",
    command: "mix sobelow",
    loads: ["coverage"],
    package: { name: "sobelow", line: '{:sobelow, "~> 0.15", only: [:dev, :test], runtime: false}' },
    artefact: sobelowSchema,
    reads: (path) => (0,_reads_js__WEBPACK_IMPORTED_MODULE_6__/* .codeAndLock */ ._7)(path) || /(^|\/)\.sobelow/.test(path),
    judge: (seen, { context }, { confidence = defaultConfidence }) => judgeSobelow(seen.scans, confidence, context.path),
    byHand: (facts, { confidence = defaultConfidence }) => {
        // At the root of an umbrella sobelow scans nothing.
        const each = facts.project?.umbrella === true ? "cmd mix " : "";
        return (0,_by_hand_js__WEBPACK_IMPORTED_MODULE_7__/* .inBuild */ .s4)(facts, "sobelow", `mix ${each}sobelow --private --skip --exit ${confidence}`);
    },
    sarif: { name: "sobelow", home: "https://hexdocs.pm/sobelow", tags: ["security"] },
}));
const found = zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ file: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), line: zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr(), type: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), variable: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullish() }));
const report = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
    findings: zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ high_confidence: found, medium_confidence: found, low_confidence: found }),
    sobelow_version: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().default("unknown"),
    total_findings: zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr(),
});
const severities = { high: "error", medium: "warning", low: "notice" };
/**
 * Nothing at or above the confidence in any app (Phase 6: mix sobelow). Only the report that sobelow wrote counts: it
 * ends with 0 where it scanned nothing.
 */
function judgeSobelow(scans, least, path) {
    const all = [];
    const withoutRouter = [];
    for (const scan of scans) {
        const read = parse(scan.report);
        if (read === null)
            return notScanned(scan, path);
        const named = namedIn(read, scan.folder, path);
        if (named.length !== read.total_findings)
            return (0,_mix_output_unfinished_js__WEBPACK_IMPORTED_MODULE_2__/* .couldNotRun */ .Mn)("mix sobelow", {
                words: "",
                otherwise: `its report counts ${read.total_findings} and names ${named.length}.`,
                tail: (0,_mix_output_unfinished_js__WEBPACK_IMPORTED_MODULE_2__/* .tailOf */ .Cj)(scan),
            });
        all.push(...named);
        // The checks of routers and pipelines are left out then, and all others are made.
        if ((0,_mix_output_unfinished_js__WEBPACK_IMPORTED_MODULE_2__/* .plain */ .pj)(scan.stderr).includes("cannot find the router"))
            withoutRouter.push(path(scan.folder) || "the project");
    }
    const files = scans.reduce((total, scan) => total + scan.files, 0);
    if (files === 0)
        return (0,_mix_output_unfinished_js__WEBPACK_IMPORTED_MODULE_2__/* .couldNotRun */ .Mn)("mix sobelow", { words: "", otherwise: "there is no source file to scan." });
    const unread = scans.flatMap((scan) => scan.unread).map(path);
    if (unread.length > 0)
        return unparsed(unread);
    return judgeFindings(all, least, { scanned: scans.length, files, not_web: withoutRouter });
}
/** Files that sobelow left out. */
function unparsed(files) {
    const message = "sobelow could not parse this file.";
    return {
        verdict: "error",
        reason_code: "syntax_error",
        says: `sobelow left out files that cannot be parsed: ${files.join(", ")}.`,
        remedy: "Fix their syntax.",
        findings: files.map((file) => ({ severity: "error", file, line: 1, message })),
    };
}
function judgeFindings(all, least, seen) {
    const { scanned, files, not_web: withoutRouter } = seen;
    const failing = all.filter((one) => confidences.indexOf(one.confidence) >= confidences.indexOf(least));
    const facts = { ...seen, findings: all.length, below_confidence: all.length - failing.length };
    const apps = (0,_domain_values_plural_js__WEBPACK_IMPORTED_MODULE_8__/* .counted */ .h)(scanned, "app");
    const rest = [
        ...(all.length > failing.length
            ? [` ${all.length - failing.length} below \`${least}\` confidence are shown.`]
            : []),
        ...(withoutRouter.length > 0 ? [` Not a web app, since it has no router: ${withoutRouter.join(", ")}.`] : []),
    ].join("");
    // What fails comes first; what is only shown is a notice.
    const findings = [...failing.map((one) => one.finding), ...all.filter((one) => !failing.includes(one)).map(shown)];
    if (failing.length === 0)
        return {
            verdict: "pass",
            reason_code: "passed",
            says: `No findings in ${(0,_domain_values_plural_js__WEBPACK_IMPORTED_MODULE_8__/* .counted */ .h)(files, "file")} of ${apps}.${rest}`,
            facts,
            findings,
        };
    const high = failing.filter((one) => one.confidence === "high").length;
    return {
        verdict: "fail",
        reason_code: "vulnerabilities_found",
        says: `${(0,_domain_values_plural_js__WEBPACK_IMPORTED_MODULE_8__/* .counted */ .h)(failing.length, "finding")} in ${apps}, ${high} of high confidence.${rest}`,
        remedy: 'Fix each, or mark a false one: `# sobelow_skip ["RULE"]` above its function; for a rule of `Config`, ' +
            '`[ignore: ["RULE"]]` in `.sobelow-conf`.',
        facts,
        findings,
    };
}
function shown({ finding }) {
    return { ...finding, severity: "notice" };
}
function namedIn({ findings }, folder, path) {
    return confidences.toReversed().flatMap((confidence) => findings[`${confidence}_confidence`].map((one) => ({
        confidence,
        finding: {
            severity: severities[confidence],
            message: one.variable ? `${one.type} (variable \`${one.variable}\`)` : one.type,
            rule: one.type.split(":")[0] ?? one.type,
            ...(0,_mix_output_location_js__WEBPACK_IMPORTED_MODULE_1__/* .placed */ .GS)({ file: one.file.startsWith("/") ? one.file : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, one.file), line: one.line }, path),
        },
    })));
}
function notScanned(scan, path) {
    const words = (0,_mix_output_unfinished_js__WEBPACK_IMPORTED_MODULE_2__/* .plain */ .pj)(`${scan.stderr}\n${scan.stdout}`).replaceAll(/^#.*$/gm, "");
    const app = path(scan.folder) || "the project";
    const otherwise = words.includes("does not appear to be a Phoenix application")
        ? `it does not take ${app} for a Phoenix application.`
        : "it left no report of " +
            `${app}${(0,_mix_output_unfinished_js__WEBPACK_IMPORTED_MODULE_2__/* .firstLine */ .TM)(words) === "" ? ` and exited with code ${scan.code}.` : `: ${(0,_mix_output_unfinished_js__WEBPACK_IMPORTED_MODULE_2__/* .firstLine */ .TM)(words)}`}`;
    return (0,_mix_output_unfinished_js__WEBPACK_IMPORTED_MODULE_2__/* .couldNotRun */ .Mn)("mix sobelow", { words, otherwise, tail: (0,_mix_output_unfinished_js__WEBPACK_IMPORTED_MODULE_2__/* .tailOf */ .Cj)(scan) });
}
function parse(text) {
    return text === null ? null : (report.safeParse((0,_domain_values_json_js__WEBPACK_IMPORTED_MODULE_9__/* .readJson */ .V)(text)).data ?? null);
}


/***/ }),

/***/ 2551:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__),
/* harmony export */   judgeTests: () => (/* binding */ judgeTests),
/* harmony export */   testRunSchema: () => (/* binding */ testRunSchema),
/* harmony export */   testSchema: () => (/* binding */ testSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2716);
/* harmony import */ var _domain_values_plural_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4939);
/* harmony import */ var _mix_output_location_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8755);
/* harmony import */ var _define_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7500);
/* harmony import */ var _reads_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3010);





const place = { file: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullish(), line: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nullish(), column: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nullish() };
const testRunSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    tests: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        module: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        file: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullish(),
        line: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nullish(),
        us: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(),
        state: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["passed", "failed", "skipped", "excluded", "invalid"]),
        message: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    })),
    /** Each setup_all that failed. */
    setups: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ module: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), ...place, what: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), message: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() })).default([]),
});
const testSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    status: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz("ran"),
    /** Files that hold tests which mix test did not load, and how many. */
    unmatched: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ file: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), tests: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr() })).default([]),
    /** mix test ended with an exit of its own, as it does for a suite that failed. */
    failed: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().default(false),
});
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_define_js__WEBPACK_IMPORTED_MODULE_2__/* .defineCheck */ .q)({
    id: "test",
    title: "mix test",
    level: "must",
    docs: {
        passes: "tests ran and none failed",
        more: "a file with tests that `mix test` did not load is named in a warning, " +
            "unless `test_ignore_filters` names it or `warn_test_pattern` is `false`",
    },
    vm: "test",
    command: "mix test",
    artefact: testSchema,
    reads: _reads_js__WEBPACK_IMPORTED_MODULE_3__/* .anyFileAndServices */ .yE,
    asksServices: true,
    judge: (seen, { context, runs }) => ("missing" in runs ? runs.missing : judgeTests(seen, runs.runs, context.path)),
    byHand: () => "mix test",
}));
/** How many names a sentence holds. */
const maxNames = 4;
/** Tests ran, and none failed (Phase 6: mix test). `suites` has one entry for each app whose suite ended. */
function judgeTests(run, suites, path) {
    const all = suites.flatMap((one) => one.tests);
    const setups = suites.flatMap(setupsOf);
    const of = (state) => all.filter((one) => one.state === state);
    const failures = of("failed");
    const [invalid, skipped, excluded] = [of("invalid").length, of("skipped").length, of("excluded").length];
    const tests = all.length - skipped - excluded;
    const facts = { tests, failures: failures.length, invalid, skipped, excluded, slowest: [...slowest(all)] };
    const findings = [
        ...setups.map((one) => ofSetup(one, path)),
        ...failures.map((one) => ofFailure(one, path)),
        ...notRun(run, path),
    ];
    const extra = `${skipped > 0 ? `, ${skipped} skipped` : ""}${excluded > 0 ? `, ${excluded} excluded` : ""}`;
    const unrun = notRunWords(run, path);
    if (failures.length > 0 || invalid > 0 || setups.length > 0) {
        const says = [
            ...failedWords(failures, tests, extra),
            ...setupWords(setups, { invalid, tests }, path),
            ...unrun,
        ].join(" ");
        return {
            verdict: "fail",
            reason_code: "tests_failed",
            says,
            remedy: "Fix them; each is in the job summary with its place.",
            facts,
            findings,
        };
    }
    if (tests === 0) {
        return {
            verdict: "fail",
            reason_code: "no_tests_run",
            says: [`No test ran${extra}.`, ...unrun].join(" "),
            remedy: "Nothing was proved. Add tests in files that end in `_test.exs`, or look at what excludes them.",
            facts,
            findings,
            // mix passes where no test ran.
            reproduce: "",
        };
    }
    if (run.failed) {
        return {
            verdict: "error",
            reason_code: "not_judged",
            says: `mix test failed, although none of ${tests} tests did${extra}.`,
            remedy: "A flag such as `--warnings-as-errors` in an alias may have failed it: run `mix test` by hand.",
            facts,
            findings,
        };
    }
    const says = [`${(0,_domain_values_plural_js__WEBPACK_IMPORTED_MODULE_4__/* .counted */ .h)(tests, "test")}, 0 failures${extra}.`, ...unrun].join(" ");
    return { verdict: "pass", reason_code: "passed", says, facts, findings };
}
function slowest(all) {
    return all
        .filter((one) => one.state === "passed" || one.state === "failed")
        .sort((a, b) => b.us - a.us)
        .slice(0, 5)
        .map((one) => `${nameOf(one)}: ${(one.us / 1_000).toFixed(1)} ms`);
}
function ofFailure(one, path) {
    return { severity: "error", message: one.message, rule: nameOf(one), ...(0,_mix_output_location_js__WEBPACK_IMPORTED_MODULE_0__/* .placed */ .GS)(one, path) };
}
function setupsOf({ tests, setups = [] }) {
    const kept = new Set(tests.filter(({ state }) => state === "invalid").map(({ module }) => module));
    return setups.map((one) => ({ ...one, step: kept.has(one.module) ? "setup_all" : "on_exit of setup_all" }));
}
/** Once for its whole module: the tests that it kept from running have the same cause. */
function ofSetup(one, path) {
    return {
        severity: "error",
        message: `${one.step} of ${one.module} failed: ${one.what}`,
        rule: `${one.module} setup_all`,
        ...(0,_mix_output_location_js__WEBPACK_IMPORTED_MODULE_0__/* .placed */ .GS)(one, path),
    };
}
function failedWords(failures, tests, extra) {
    if (failures.length === 0)
        return [];
    const names = failures.slice(0, maxNames).map(nameOf).join("; ");
    const more = failures.length > maxNames ? ` and ${failures.length - maxNames} more` : "";
    return [`${failures.length} of ${tests} tests failed${extra}: ${names}${more}.`];
}
function setupWords(setups, { invalid, tests }, path) {
    const before = setups.filter(({ step }) => step === "setup_all");
    const after = setups.filter(({ step }) => step !== "setup_all");
    return [
        ...(before.length === 0
            ? []
            : [`${invalid} of ${tests} tests did not run, because setup_all failed in ${modulesOf(before, path)}.`]),
        ...(after.length === 0
            ? []
            : [`The tests ran, and then on_exit of setup_all failed in ${modulesOf(after, path)}.`]),
    ];
}
function modulesOf(setups, path) {
    const modules = setups.slice(0, maxNames).map((one) => {
        const { file, line } = (0,_mix_output_location_js__WEBPACK_IMPORTED_MODULE_0__/* .placed */ .GS)(one, path);
        const place = file === undefined ? "" : ` (${file}${line === undefined ? "" : `:${line}`})`;
        return `${one.module}${place}`;
    });
    const more = setups.length > maxNames ? ` and ${setups.length - maxNames} more` : "";
    return `${modules.join(", ")}${more}`;
}
/** Files with tests that nobody ran: a reader would count on them. */
function notRun(run, path) {
    return run.unmatched.map(({ file, tests }) => ({
        severity: "warning",
        file: path(file),
        line: 1,
        message: `mix test did not load this file, so its ${tests === 1 ? "test was" : `${tests} tests were`} not run: by ` +
            "default it loads what ends in `_test.exs` below `test` (`test_paths`, `test_pattern` and " +
            "`test_load_filters` of mix.exs).",
        rule: "test-not-run",
    }));
}
function notRunWords({ unmatched }, path) {
    if (unmatched.length === 0)
        return [];
    const names = unmatched.slice(0, maxNames).map(({ file }) => path(file));
    const more = unmatched.length > maxNames ? ` and ${unmatched.length - maxNames} more` : "";
    return [
        `${unmatched.length === 1 ? "1 file" : `${unmatched.length} files`} with tests ` +
            `${unmatched.length === 1 ? "was" : "were"} not run: ${names.join(", ")}${more}.`,
    ];
}
function nameOf(one) {
    return `${one.module} ${one.name}`;
}


/***/ }),

/***/ 8704:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__),
/* harmony export */   judgeUnusedDeps: () => (/* binding */ judgeUnusedDeps),
/* harmony export */   unusedDepsSchema: () => (/* binding */ unusedDepsSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2716);
/* harmony import */ var _domain_values_plural_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4939);
/* harmony import */ var _mix_output_unfinished_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(233);
/* harmony import */ var _define_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7500);
/* harmony import */ var _printed_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4237);





const unusedDepsSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    status: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz("ran"),
    /** Packages in mix.lock. */
    packages: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr(),
    /** Those of them that are not fetched. */
    absent: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).default([]),
    unused: _printed_js__WEBPACK_IMPORTED_MODULE_1__/* .printedSchema */ .O,
    /** Whether what is fetched is what mix.exs and mix.lock ask for. */
    loaded: _printed_js__WEBPACK_IMPORTED_MODULE_1__/* .printedSchema */ .O,
    /**
     * Whether mix.lock says all that mix.exs needs, and is the same afterwards: not asked where it is not fetched, or mix
     * is too old to be asked.
     */
    locked: zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([_printed_js__WEBPACK_IMPORTED_MODULE_1__/* .printedSchema */ .O.extend({ same: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY() }), zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ status: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz("absent") })]),
});
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_define_js__WEBPACK_IMPORTED_MODULE_3__/* .defineCheck */ .q)({
    id: "unused-deps",
    title: "mix deps.unlock --check-unused",
    level: "should",
    docs: {
        passes: "mix.lock holds nothing unused, and `mix deps.get --check-locked` would change nothing",
        more: "the latter from Elixir 1.15 on; nothing is fetched",
    },
    vm: "analysis",
    command: "mix deps.unlock --check-unused",
    artefact: unusedDepsSchema,
    // `deps.get` asks the registry for what is on the path, which tools add to.
    turn: -1,
    light: true,
    judge: (seen, { context }) => judgeUnusedDeps(seen, context.path),
    // Before 1.15 `mix deps.get` knows no `--check-locked`, and writes a lock that is missing.
    byHand: () => "mix deps.unlock --check-unused && mix deps.loadpaths --no-compile && mix deps.get --check-locked",
}));
/** mix.exs asks for what mix.lock does not hold, in mix's words: a lock to write anew, not a fetch that is missing. */
const disagrees = [
    "the dependency is not locked",
    "the dependency does not match the requirement",
    "must be updated without the --check-locked flag",
];
/** mix ended with an error: mix.lock is not what mix.exs asks for, or mix could not look. */
function refusal(refused, lock) {
    const words = (0,_mix_output_unfinished_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(`${refused.stdout}\n${refused.stderr}`);
    if (!disagrees.some((sentence) => words.includes(sentence))) {
        const otherwise = (0,_mix_output_unfinished_js__WEBPACK_IMPORTED_MODULE_0__/* .firstLine */ .TM)((0,_mix_output_unfinished_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(refused.stderr)) || `it exited with code ${refused.code}.`;
        return (0,_mix_output_unfinished_js__WEBPACK_IMPORTED_MODULE_0__/* .couldNotRun */ .Mn)("mix deps", { words, otherwise, tail: (0,_mix_output_unfinished_js__WEBPACK_IMPORTED_MODULE_0__/* .tailOf */ .Cj)(refused) });
    }
    const apps = [...words.matchAll(/^\* (\S+) \(/gm)].map(([, name = ""]) => name);
    return {
        verdict: "fail",
        reason_code: "lock_mismatch",
        says: `mix.lock is not what mix.exs asks for${apps.length === 0 ? "" : `: ${apps.join(", ")}`}.`,
        remedy: "Run `mix deps.get` and commit mix.lock.",
        findings: [{ severity: "error", rule: "lock", message: words.trim().slice(0, 2_000), ...lock }],
    };
}
/** mix.lock holds what mix.exs needs and nothing else (Phase 6: mix deps.unlock --check-unused). */
function judgeUnusedDeps(artefact, path) {
    const { packages, absent, unused, loaded, locked } = artefact;
    const lock = { file: path("mix.lock"), line: 1 };
    const facts = { packages };
    const names = [...(0,_mix_output_unfinished_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(unused.stderr).matchAll(/^ {2}\* :(\S+)$/gm)].map(([, name = ""]) => name.replaceAll('"', ""));
    // What a package needs that is not here is not known: mix calls all of that unused.
    const unfetched = absent.filter((name) => !names.includes(name));
    if (names.length > 0 && unfetched.length > 0 && loaded.code === 0) {
        return {
            verdict: "error",
            reason_code: "dependency_failed",
            says: `Which dependencies are unused is unknown: ${unfetched.length} of mix.lock are not fetched, such as ` +
                `${unfetched[0]}.`,
            remedy: "Run `mix deps.get` without `--only` before this step.",
            facts,
        };
    }
    if (names.length > 0 && loaded.code === 0) {
        return {
            verdict: "fail",
            reason_code: "lock_mismatch",
            says: `mix.lock holds ${(0,_domain_values_plural_js__WEBPACK_IMPORTED_MODULE_4__/* .counted */ .h)(names.length, "dependency", "dependencies")} that nothing uses: ` +
                `${names.join(", ")}.`,
            remedy: "Run `mix deps.unlock --unused` and commit.",
            facts: { ...facts, unused: names },
            findings: names.map((name) => ({ severity: "warning", rule: "unused", message: `${name} is not used.`, ...lock })),
        };
    }
    const asked = "code" in locked ? [loaded, unused, locked] : [loaded, unused];
    const refused = asked.find((one) => one.code !== 0);
    if (refused !== undefined)
        return { ...refusal(refused, lock), facts };
    if (packages === 0)
        return {
            verdict: "not-run",
            reason_code: "not_applicable",
            says: "The project has no dependencies: mix.lock is empty.",
            facts,
        };
    return unchanged(artefact, facts);
}
/** Nothing is unused: does mix want to change the lock? */
function unchanged({ packages, locked }, facts) {
    const checked = "code" in locked;
    // Of a lock that is in order mix may say nothing at all: that it was read before and after is what shows it.
    if (checked && !locked.same)
        return (0,_mix_output_unfinished_js__WEBPACK_IMPORTED_MODULE_0__/* .couldNotRun */ .Mn)("mix deps.get --check-locked", {
            words: "",
            otherwise: "it changed mix.lock all the same.",
            tail: (0,_mix_output_unfinished_js__WEBPACK_IMPORTED_MODULE_0__/* .tailOf */ .Cj)(locked),
        });
    const how = checked
        ? "`mix deps.get --check-locked` changes nothing"
        : "it covers what is fetched; this Elixir knows no `--check-locked`";
    return {
        verdict: "pass",
        reason_code: "passed",
        says: `Each of the ${packages} packages in mix.lock is used, and ${how}.`,
        facts: { ...facts, check_locked: checked },
    };
}


/***/ }),

/***/ 2274:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__),
/* harmony export */   judgeXref: () => (/* binding */ judgeXref)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2716);
/* harmony import */ var _domain_values_plural_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4939);
/* harmony import */ var _mix_output_unfinished_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(233);
/* harmony import */ var _define_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7500);
/* harmony import */ var _printed_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4237);
/* harmony import */ var _reads_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3010);







/** The dependencies between the files of each app, as `mix xref graph` prints them. */
const xrefSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    status: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz("ran"),
    apps: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ folder: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), ..._printed_js__WEBPACK_IMPORTED_MODULE_2__/* .printed */ .z })),
});
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_define_js__WEBPACK_IMPORTED_MODULE_4__/* .defineCheck */ .q)({
    id: "xref",
    title: "mix xref graph --format cycles --label compile-connected",
    level: "off",
    docs: {
        passes: "no file of an app depends at compile time on a file that depends on it in turn",
        more: "`{level: should}` makes it. Such a cycle compiles all of its files again when one of them changes. " +
            "Before Elixir 1.18 `mix xref` finds only cycles in which every dependency is one of compile time; " +
            "this check finds the others too",
    },
    vm: "analysis",
    command: "mix xref",
    loads: ["coverage"],
    artefact: xrefSchema,
    reads: _reads_js__WEBPACK_IMPORTED_MODULE_5__/* .codeAndLock */ ._7,
    judge: (seen, { context }) => judgeXref(seen, context.path),
    // Before 1.18 mix answers another question, and at the root of an umbrella before 1.15 none.
    byHand: () => "",
}));
/** No cycle with a dependency at compile time. That files were read at all is seen before. */
function judgeXref({ apps }, path) {
    const cycles = [];
    let files = 0;
    for (const { folder, ...ran } of apps) {
        const graph = graphIn((0,_mix_output_unfinished_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(ran.stdout), (file) => path((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, file)));
        if (ran.code !== 0) {
            const words = (0,_mix_output_unfinished_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(`${ran.stderr}\n${ran.stdout}`);
            return (0,_mix_output_unfinished_js__WEBPACK_IMPORTED_MODULE_1__/* .couldNotRun */ .Mn)("mix xref", {
                words,
                otherwise: (0,_mix_output_unfinished_js__WEBPACK_IMPORTED_MODULE_1__/* .firstLine */ .TM)(words) || `it exited with code ${ran.code}.`,
                tail: (0,_mix_output_unfinished_js__WEBPACK_IMPORTED_MODULE_1__/* .tailOf */ .Cj)(ran),
            });
        }
        files += graph.size;
        cycles.push(...cyclesIn(graph));
    }
    const facts = { files, cycles: cycles.length };
    if (files === 0) {
        return {
            verdict: "error",
            reason_code: "not_judged",
            says: "mix xref listed no file, so whether there are cycles is unknown.",
            remedy: "Look at `elixirc_paths` in mix.exs, or set `checks: {xref: off}`.",
            facts,
            reproduce: "",
        };
    }
    if (cycles.length === 0) {
        const says = `No cycles with a dependency at compile time among ${(0,_domain_values_plural_js__WEBPACK_IMPORTED_MODULE_6__/* .counted */ .h)(files, "file")}.`;
        return { verdict: "pass", reason_code: "passed", says, facts };
    }
    return {
        verdict: "fail",
        reason_code: "issues_found",
        says: `${(0,_domain_values_plural_js__WEBPACK_IMPORTED_MODULE_6__/* .counted */ .h)(cycles.length, "cycle")} with a dependency at compile time among ${(0,_domain_values_plural_js__WEBPACK_IMPORTED_MODULE_6__/* .counted */ .h)(files, "file")}.`,
        remedy: "Move what is needed at compile time into a file of its own, or call it at run time.",
        facts,
        findings: cycles.map(findingOf),
    };
}
function findingOf({ files, way: [first, second, ...rest] }) {
    const around = [`${first} -> ${second} (compile)`, ...rest].join(" -> ");
    const message = `A cycle of ${(0,_domain_values_plural_js__WEBPACK_IMPORTED_MODULE_6__/* .counted */ .h)(files, "file")}, such as ${around}: a change in one compiles all again.`;
    return { severity: "warning", rule: "compile-cycle", message, file: first, line: 1 };
}
/**
 * Reads the graph: a line for each file, and below it one for each file that it depends on, such as
 * `|-- lib/b.ex (compile)`. What is no path of Elixir code is no line of it.
 */
function graphIn(stdout, path) {
    const graph = new Map();
    let current;
    for (const line of stdout.split("\n")) {
        const [, prefix, file = "", label] = /^(\|-- |`-- )?(\S.*?\.exs?)(?: \((\w+)\))?$/.exec(line) ?? [];
        if (file === "")
            continue;
        if (prefix !== undefined)
            current?.set(path(file), label === "compile");
        else {
            current = new Map();
            graph.set(path(file), current);
        }
    }
    return graph;
}
/** The cycles, those of one set of files as one, in the order of their first file. */
function cyclesIn(graph) {
    const dependents = reversed(graph);
    const seen = new Set();
    const cycles = [];
    for (const file of [...graph.keys()].sort()) {
        if (seen.has(file))
            continue;
        const back = waysFrom(dependents, file);
        const members = new Set([...waysFrom(graph, file).keys()].filter((one) => back.has(one)));
        for (const one of members)
            seen.add(one);
        const cycle = cycleIn(graph, members);
        if (cycle !== null)
            cycles.push(cycle);
    }
    return cycles;
}
/** One way round these files, through the first dependency at compile time among them; null where there is none. */
function cycleIn(graph, members) {
    for (const file of [...members].sort()) {
        for (const [other, compile] of graph.get(file) ?? []) {
            if (!compile || !members.has(other))
                continue;
            return { files: members.size, way: [file, other, ...(waysFrom(graph, other).get(file) ?? [])] };
        }
    }
    return null;
}
function reversed(graph) {
    const all = new Map();
    for (const [file, dependencies] of graph)
        for (const [other, compile] of dependencies)
            all.set(other, (all.get(other) ?? new Map()).set(file, compile));
    return all;
}
/** Every file that this one leads to, itself too where it is in a cycle, with the shortest way, without the start. */
function waysFrom(graph, start) {
    const ways = new Map();
    const open = [[start]];
    for (const way of open) {
        for (const next of graph.get(way.at(-1) ?? "")?.keys() ?? []) {
            if (ways.has(next))
                continue;
            const found = [...way, next];
            ways.set(next, found.slice(1));
            open.push(found);
        }
    }
    return ways;
}


/***/ }),

/***/ 1545:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BP: () => (/* binding */ newest),
/* harmony export */   Id: () => (/* binding */ patternOf),
/* harmony export */   OP: () => (/* binding */ versionTags)
/* harmony export */ });
/* unused harmony exports versionOfTag, releasedTag */
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

/***/ 4441:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dx: () => (/* binding */ linesOf),
/* harmony export */   R9: () => (/* binding */ appIn),
/* harmony export */   VV: () => (/* binding */ placeIn),
/* harmony export */   Xx: () => (/* binding */ placeSaid)
/* harmony export */ });
/**
 * Lines of a text without a carriage return, none longer than a person reads: no pattern has to run over a megabyte.
 */
function linesOf(text) {
    return text.split("\n").map((line) => line.slice(0, 2_000).trimEnd());
}
/** `==> app`: what follows belongs to this app of an umbrella, or to a dependency that is compiled. */
function appIn(line) {
    return /^==> (\S+)$/.exec(line)?.[1] ?? null;
}
/**
 * A place as mix and the VM name it: `lib/a.ex:6:5: Demo.go/1`. `(credo 1.7.19) lib/…` is a place in a package, not in
 * the project.
 */
function placeIn(text) {
    const [, file = "", line = "", column] = /^([^\s(][^:]*\.\w{1,6}):(\d{1,9})(?::(\d{1,9}))?(?::|$)/.exec(text.trimStart()) ?? [];
    return file === "" ? null : { file, line: Number(line), column: column === undefined ? null : Number(column) };
}
/** The place in a sentence: at its beginning, or `token missing on lib/x.ex:1:15:`. */
function placeSaid(text) {
    return placeIn(text.replace(/^[^:]{0,60} on (?=\S{1,500}:\d)/, ""));
}


/***/ }),

/***/ 8755:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GS: () => (/* binding */ placed),
/* harmony export */   iJ: () => (/* binding */ withinApps)
/* harmony export */ });
/* unused harmony export fromRoot */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);

/**
 * Where a finding is, from what a tool reported: lines and columns below 1 are no places. `path` maps a file to the
 * repository.
 */
function placed(place, path) {
    const { file, line, column } = place;
    if (file == null || file === "")
        return {};
    return {
        file: path(file),
        ...(line == null || line < 1 ? {} : { line }),
        ...(line == null || line < 1 || column == null || column < 1 ? {} : { column }),
    };
}
/** A path as GitHub wants it: from the repository's root. Paths outside stay as they are. */
function fromRoot(root, project, file) {
    const away = relative(root, file.startsWith("/") ? file : join(project, file));
    return away.startsWith("..") ? file : away;
}
/**
 * Compilers name a file of an umbrella as its own app knows it. Maps those that exactly one app has to where they are;
 * all others stay out.
 */
async function withinApps(files, folders, exists) {
    const found = new Map();
    for (const file of new Set(files.filter((one) => !(0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(one)))) {
        const at = Object.values(folders).map((folder) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, file));
        const there = await Promise.all(at.map(exists));
        const [only, second] = at.filter((_, index) => there[index]);
        if (only !== undefined && second === undefined)
            found.set(file, only);
    }
    return found;
}


/***/ }),

/***/ 233:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Mn: () => (/* binding */ couldNotRun),
  TM: () => (/* binding */ firstLine),
  pj: () => (/* binding */ plain),
  Cj: () => (/* binding */ tailOf)
});

// UNUSED EXPORTS: raised, timedOut, unfinished

// EXTERNAL MODULE: ./build/src/mix-output/location.js
var mix_output_location = __webpack_require__(8755);
;// CONCATENATED MODULE: ./build/src/mix-output/tests.js

/** `1 doctest, 3 tests, 1 failure, 1 skipped`, and from 1.19 on `1 test, 0 failures (2 excluded)`. */
const more = "(?:, \\d{1,9} [a-z]+)*";
const counted = new RegExp(`^\\d{1,9} (?:doctests?|tests?|property|properties)${more}, \\d{1,9} failures?${more}(?: \\(.*\\))?$`);
/**
 * The lines that end a run of ExUnit: up to 1.19 `1 doctest, 3 tests, 1 failure, 1 skipped`, where skipped and (up to
 * 1.18) excluded ones are among the tests; from 1.20 on `Result: 1/2 passed, 1 skipped` with `Failed: 1 test` below,
 * where they are not. `There are no tests to run` is a run of none.
 */
function tests_summariesIn(text) {
    return linesOf(text).flatMap((line) => {
        if (line === "There are no tests to run")
            return [{ total: 0, failed: 0, skipped: 0, excluded: 0 }];
        const [, passed, tried] = /^Result: (\d{1,9})(?:\/(\d{1,9}))? passed\b/.exec(line) ?? [];
        if (passed === undefined && !counted.test(line))
            return [];
        const of = (word) => Number(new RegExp(`(?:^|, |\\()(\\d{1,9}) ${word}\\b`).exec(line)?.[1] ?? 0);
        const [skipped, excluded] = [of("skipped"), of("excluded")];
        if (passed !== undefined) {
            const total = Number(tried ?? passed);
            return [{ total, failed: total - Number(passed), skipped, excluded }];
        }
        const named = of("doctests?") + of("tests?") + of("property") + of("properties");
        // 1.19 puts what it excluded in brackets, since it is no longer among the tests.
        const within = skipped + (line.includes("(") ? 0 : excluded);
        return [{ total: named - within, failed: of("failures?") + of("invalid"), skipped, excluded }];
    });
}
/** Tests that failed: `  1) test fails (DemoTest)`, the place below it, and what ExUnit says. */
function tests_failuresIn(text) {
    const lines = linesOf(text);
    const found = [];
    let app = null;
    for (const [at, line] of lines.entries()) {
        app = appIn(line) ?? app;
        const name = /^ {1,3}\d{1,9}\) (.+ \(\S+\)|\S+: failure on setup_all.*)$/.exec(line)?.[1];
        if (name === undefined)
            continue;
        const place = placeIn(lines[at + 1] ?? "");
        const rest = [];
        for (const said of lines.slice(at + (place === null ? 1 : 2), at + 20)) {
            if (!said.startsWith("     ") || said === "     stacktrace:")
                break;
            rest.push(said.slice(5));
        }
        const message = [name, ...rest].join("\n");
        found.push({ severity: "error", message, app, ...(place ?? { file: null, line: null, column: null }) });
    }
    return found;
}
/**
 * Totals of coverage tables, in percent: Mix's (`22.22% | Total`, framed from 1.19 on) and ExCoveralls'
 * (`[TOTAL]  20.0%`).
 */
function tests_coverageIn(text) {
    return linesOf(text).flatMap((line) => {
        const percent = /^\|?\s{0,12}(\d{1,3}\.\d{1,4})% \| Total\s*\|?$/.exec(line)?.[1] ??
            /^\[TOTAL\]\s{1,8}(\d{1,3}\.\d{1,4})%$/.exec(line)?.[1];
        return percent === undefined ? [] : [Number(percent)];
    });
}

;// CONCATENATED MODULE: ./build/src/mix-output/places.js




/**
 * What can be read from the words of mix where a tool left nothing else: places and sentences that explain why there is
 * no verdict. Words make no pass: nothing here says that something is in order.
 */
/** Findings that are named of one text. */
const maxPlaces = 50;
/**
 * Compile diagnostics, failed tests, raised errors and files that are not formatted, each with its place. Standard
 * output and error are read apart: `==> app` counts for its own stream.
 */
function places_placesIn(texts, path) {
    const found = new Map();
    const migration = texts.map(migrationIn).find((one) => one !== null) ?? null;
    for (const text of texts) {
        for (const one of [
            ...diagnosticsIn(text),
            ...failuresIn(text),
            ...raisedIn(text, migration),
            ...unformattedIn(text).map(unformatted),
        ]) {
            const finding = findingOf(one, path);
            found.set(JSON.stringify([finding.file, finding.line, finding.message.split("\n")[0]]), finding);
        }
    }
    const all = [...found.values()];
    return [...all.filter((one) => one.severity === "error"), ...all.filter((one) => one.severity !== "error")].slice(0, maxPlaces);
}
function unformatted(file) {
    return { severity: "error", message: "This file is not formatted.", app: null, file, line: 1, column: null };
}
function findingOf({ severity, message, app, file, line, column }, path) {
    const said = app === null ? message : `${message}\n(in ${app})`;
    const place = placed({ file, line, column }, path);
    // A place outside the repository is none that a reader could open.
    return { severity, rule: "output", message: said, ...(place.file?.startsWith("/") ? {} : place) };
}
/** How far it had come, in its own figures: "3 tests, 1 failed, 1 skipped". Empty when it says none. */
function places_progressIn(text) {
    const tests = summariesIn(text);
    const sum = (of) => tests.reduce((total, one) => total + one[of], 0);
    const coverage = coverageIn(text);
    return [
        ...(tests.length === 0
            ? []
            : [
                `${sum("total")} tests, ${sum("failed")} failed`,
                ...(sum("skipped") > 0 ? [`${sum("skipped")} skipped`] : []),
                ...(sum("excluded") > 0 ? [`${sum("excluded")} excluded`] : []),
            ]),
        ...(coverage.length === 0 ? [] : [`coverage ${coverage.map((percent) => `${percent} %`).join(" and ")}`]),
        ...releaseIn(text),
    ].join(", ");
}

;// CONCATENATED MODULE: ./build/src/mix-output/unfinished.js


/** A step that reached its time limit, with the tests that ran then: one of them is what took so long. */
function timedOut(ending, running) {
    const { name, ran, limitMs, checkLimitMs, path = (file) => file } = ending;
    const judgement = overdue(name, checkLimitMs ?? limitMs, tailOf(ran));
    if (running.length === 0)
        return judgement;
    const limit = shownLimit(checkLimitMs ?? limitMs);
    const named = running.map((one) => `${one.module} ${one.name}`);
    const more = named.length > 3 ? ` and ${named.length - 3} more` : "";
    const tests = `${named.slice(0, 3).join("; ")}${more}`;
    return {
        ...judgement,
        says: `${name} did not end within ${limit} (\`check-timeout\`) and was ended. Still running then: ${tests}.`,
        remedy: "Find out what it waits for; raise `check-timeout` if it needs longer.",
        findings: running.map((one) => ({
            severity: "error",
            message: `${one.module} ${one.name} was still running when the limit of ${limit} was reached.`,
            ...placed(one, path),
        })),
    };
}
/** A step that raised, with its message. */
function raised(ending, message) {
    return withPlaces(couldNotRun(ending.name, { words: message, otherwise: firstLine(message), tail: tailOf(ending.ran) }), ending);
}
/** An `error` that also names the places which mix had printed before: its words explain, they judge nothing. */
function withPlaces(judgement, { ran, path }) {
    if (path === undefined)
        return judgement;
    const texts = [plain(ran.stderr), plain(ran.stdout)];
    // What is said already, and has no place, is no finding of its own.
    const said = (message) => judgement.says.includes(firstLine(message).replace(/^\([\w.]+\) /, ""));
    const findings = placesIn(texts, path).filter((one) => one.file !== undefined || !said(one.message));
    const progress = progressIn(texts.join("\n"));
    return {
        ...judgement,
        says: progress === "" ? judgement.says : `${judgement.says} Before that it had printed: ${progress}.`,
        ...(findings.length === 0 ? {} : { findings }),
    };
}
function overdue(name, limitMs, tail) {
    return {
        verdict: "error",
        reason_code: "timed_out",
        says: `${name} did not end within ${shownLimit(limitMs)} (\`check-timeout\`) and was ended.`,
        remedy: "Read its last lines in the job summary; raise `check-timeout` if it needs longer.",
        tail,
    };
}
/** A command that was ended as a whole: the limits of its checks together. */
function overdueWhole({ name, limitMs, checkLimitMs = limitMs }, tail) {
    const judgement = overdue(name, limitMs, tail);
    if (limitMs === checkLimitMs)
        return judgement;
    const limit = `${shownLimit(checkLimitMs)} (\`check-timeout\`)`;
    return {
        ...judgement,
        says: `${name} did not end within ${limit} for each of its steps, ${shownLimit(limitMs)} in all, and was ended.`,
    };
}
function shownLimit(ms) {
    return ms < 60_000 ? `${Math.round(ms / 1_000)} s` : `${Math.round(ms / 60_000)} min`;
}
/**
 * Why a command did not come to a check: time-out, missing tool, dependencies, database, network, or an end without a
 * word.
 */
function unfinished(ending) {
    const { name, ran } = ending;
    const tail = tailOf(ran);
    if (ran.ended === "timed-out")
        return withPlaces(overdueWhole(ending, tail), ending);
    if (ran.ended === "cancelled")
        return { verdict: "not-run", reason_code: "cancelled", says: "Cancelled." };
    if (ran.ended === "not-started") {
        return {
            verdict: "error",
            reason_code: "could_not_run",
            says: `${name} could not start: ${ran.why}.`,
            remedy: "Set Elixir up before this step, with erlef/setup-beam.",
        };
    }
    const words = plain(`${ran.stdout}\n${ran.stderr}`);
    return withPlaces(couldNotRun(name, { words, otherwise: `it exited with code ${ran.code} before this check had ended.`, tail }), ending);
}
function anyOf(...patterns) {
    return new RegExp(patterns.map(({ source }) => source).join("|"));
}
/** What stopped a tool, by its own words; `otherwise` where they are not known. */
const obstacles = [
    [
        /Could not find Hex|Could not find an SCM/,
        "could_not_run",
        "Hex is not installed.",
        "Run `mix local.hex --force` before this step.",
    ],
    [
        anyOf(/Unchecked dependencies|the dependency is not available|lock mismatch: the dependency is out of date/, /run "mix deps\.get"|The module \S{1,200} was given as a child to a supervisor but it does not exist/, /Can't continue due to errors on dependencies/),
        "dependency_failed",
        "Dependencies are missing or do not match mix.lock.",
        "Run `mix deps.get` before this step.",
    ],
    [
        anyOf(/\(DBConnection\.ConnectionError\)|connection refused - :econnrefused|\(Postgrex\.Error\) FATAL/, /tcp connect \([^)]{0,200}\)|database .{1,200} does not exist|The database for .{1,200} couldn't be created/),
        "database_unreachable",
        "The database cannot be reached.",
        "Give the job a `services: postgres:` container, and its address in config/test.exs.",
    ],
    [
        anyOf(/nxdomain|:timeout\b|Failed to fetch record|Request failed \(|Could not resolve host/, /Unknown package \S+ in lockfile|registry entry for package \S+ is not cached/),
        "network_failed",
        "A server could not be reached.",
        "Run the job again; its last lines in the job summary name the server.",
    ],
];
/**
 * A tool that could not do its work: never a pass, and never its findings. `words` is what it printed, `otherwise` ends
 * "NAME could not run: …".
 */
function couldNotRun(name, { words, otherwise, tail = "" }) {
    if (/on Elixir v\S+ but it [^\n]{0,80}supports only Elixir/.test(otherwise)) {
        const remedy = "Set that version up before this step, with `elixir-version` of erlef/setup-beam.";
        return {
            verdict: "error",
            reason_code: "could_not_run",
            says: `${name} could not run: ${otherwise}`,
            remedy,
            tail,
        };
    }
    const known = obstacles.find(([pattern]) => pattern.test(words));
    if (known !== undefined) {
        const [, reason_code, says, remedy] = known;
        return { verdict: "error", reason_code, says: `${name} could not run: ${says}`, remedy, tail };
    }
    return {
        verdict: "error",
        reason_code: "could_not_run",
        // Words of a tool or an exception often end without a full stop.
        says: `${name} could not run: ${otherwise.replace(/[^.!?:]$/, "$&.")}`,
        remedy: "Read its last lines in the job summary.",
        tail,
    };
}
/** The last lines that a command printed, errors after output, without colours. */
function tailOf({ stdout, stderr }) {
    const text = plain(`${stdout.trimEnd()}\n${stderr.trimEnd()}`).trim();
    return text.split("\n").slice(-40).join("\n").slice(-6_000);
}
/**
 * Text as a person would read it: without a terminal's colours, carriage returns before a line's end, and control
 * characters.
 */
function plain(text) {
    return text
        .replaceAll(/\u001b\[[0-9;]{0,20}[A-Za-z]/g, "")
        .replaceAll("\r\n", "\n")
        .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, "");
}
/** The first line that says something. */
function firstLine(text) {
    return text.trim().split("\n")[0]?.trim() ?? "";
}


/***/ })

};
