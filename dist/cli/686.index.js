export const id = 686;
export const ids = [686];
export const modules = {

/***/ 7500:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ optionsOf),
/* harmony export */   q: () => (/* binding */ defineCheck)
/* harmony export */ });
function defineCheck(check) {
    return check;
}
/** The values of a check's settings: an input wins. They were read by the check's own schemas, or by the contract. */
function optionsOf(check, { settings, inputs }) {
    const own = settings.checks[check.id]?.options ?? {};
    const won = Object.entries(check.inputs ?? {}).flatMap(([name, input]) => input === undefined || inputs[input] === undefined ? [] : [[name, inputs[input]]]);
    return { ...own, ...Object.fromEntries(won) };
}


/***/ }),

/***/ 1279:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__),
/* harmony export */   goodVersion: () => (/* binding */ goodVersion),
/* harmony export */   judgeVersion: () => (/* binding */ judgeVersion),
/* harmony export */   newestTag: () => (/* binding */ newestTag),
/* harmony export */   versionSettings: () => (/* binding */ versionSettings)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2716);
/* harmony import */ var _domain_release_release_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2161);
/* harmony import */ var _domain_release_version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(108);
/* harmony import */ var _domain_release_version_tag_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1545);
/* harmony import */ var _domain_values_plural_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4939);
/* harmony import */ var _settings_values_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(377);
/* harmony import */ var _define_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7500);







const settings = {
    tags: zod__WEBPACK_IMPORTED_MODULE_4__/* .union */ .KCZ([_settings_values_js__WEBPACK_IMPORTED_MODULE_3__/* .tagPattern */ .bO, zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(_settings_values_js__WEBPACK_IMPORTED_MODULE_3__/* .tagPattern */ .bO).min(1).max(20)]).optional(),
    line: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(["newest", "maintenance"]).optional(),
    from: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(["mix", "tag"]).optional(),
};
const check = (0,_define_js__WEBPACK_IMPORTED_MODULE_5__/* .defineCheck */ .q)({
    id: "version",
    title: "Version bumped in mix.exs",
    level: "must-to-ship",
    docs: {
        passes: "the version is SemVer, and greater than the newest version tag and the version on the base branch",
        more: "`{tags, line, from}`, see below",
    },
    settings,
    vm: "none",
    judge: ({ versions }) => ("verdict" in versions ? versions : judgeVersion(versions)),
    // No short command judges alike; the sentence names the file and the value.
    byHand: () => "",
});
/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = (check);
function versionSettings(given) {
    const { tags, line = "newest", from = "mix" } = (0,_define_js__WEBPACK_IMPORTED_MODULE_5__/* .optionsOf */ .c)(check, given);
    return { from, line, patterns: [tags ?? []].flat() };
}
/**
 * Phase 6: Version bumped in mix.exs. SemVer, greater than the newest version tag and than the base branch's version.
 */
function judgeVersion(facts) {
    const { version: text, shallow, base, file } = facts;
    const failed = (reason_code, says, remedy) => ({
        verdict: "fail",
        reason_code,
        says,
        remedy,
        findings: [{ severity: "error", message: `${says} ${remedy}`, file, line: 1, rule: "version" }],
    });
    if (text === null)
        return failed("version_invalid", "mix names no version.", "Set `version` in mix.exs; for an umbrella, `app` in the settings.");
    const version = _domain_release_release_js__WEBPACK_IMPORTED_MODULE_0__/* .versionSchema */ .G0.safeParse(text).success ? (0,_domain_release_version_js__WEBPACK_IMPORTED_MODULE_1__/* .parseVersion */ .ot)(text) : null;
    if (version === null)
        return failed("version_invalid", `The version \`${shown(text)}\` is not SemVer of at most 64 characters.`, "Write one such as `1.4.0` or `1.4.0-rc.1`.");
    const tags = sortTags(facts, version);
    const last = (0,_domain_release_version_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .newest */ .BP)(tags.before);
    const ofLine = last === null || (0,_domain_release_version_js__WEBPACK_IMPORTED_MODULE_1__/* .compareVersions */ .Zy)(version, last.version) > 0 ? null : lineBelow(tags.before, version);
    const counts = ofLine !== null && facts.maintenance ? ofLine : last;
    const rivals = [...(counts === null ? [] : [rivalOf(counts, counts === ofLine)]), ...onBase(base)];
    const unbeaten = rivals.find((one) => (0,_domain_release_version_js__WEBPACK_IMPORTED_MODULE_1__/* .compareVersions */ .Zy)(version, one.version) <= 0);
    if (unbeaten !== undefined) {
        const says = `${text} is not greater than ${shown(unbeaten.text)}, ${unbeaten.where}.`;
        return failed("version_not_bumped", says, remedyFor(unbeaten, version, { last, ofLine, before: tags.before }));
    }
    // What is seen can say no; only what is whole can say yes.
    if (shallow) {
        return {
            verdict: "error",
            reason_code: "not_judged",
            says: "The checkout is shallow: version tags may be missing, so the newest one is unknown.",
            remedy: "Give actions/checkout `fetch-depth: 0`.",
        };
    }
    if (base !== null && "missing" in base)
        return base.missing;
    const than = rivals.map((one) => `${shown(one.text)}, ${one.where}`).join(", and than ");
    return {
        verdict: "pass",
        reason_code: "passed",
        says: `${text} is ${than === "" ? "valid SemVer" : `greater than ${than}`}` +
            `${counts === null ? `; ${without(facts, tags.read)}` : ""}.`,
        facts: {
            version: text,
            newest_tag: counts?.text ?? null,
            base: base?.version ?? null,
            tags: facts.tags.length,
            tags_read: tags.read,
        },
        findings: notices(facts, tags, { last, counts }),
    };
}
/** The version that file names and headings hold; null when there is no valid one. */
function goodVersion(versions) {
    if ("verdict" in versions || versions.version === null)
        return null;
    return (0,_domain_release_version_js__WEBPACK_IMPORTED_MODULE_1__/* .parseVersion */ .ot)(versions.version) === null ? null : versions.version;
}
/**
 * The tag before this version; what names this very commit and version is what shipping it makes, and does not count.
 */
function newestTag(facts) {
    const version = facts.version === null ? null : (0,_domain_release_version_js__WEBPACK_IMPORTED_MODULE_1__/* .parseVersion */ .ot)(facts.version);
    return (0,_domain_release_version_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .newest */ .BP)(version === null ? (0,_domain_release_version_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .versionTags */ .OP)(facts.tags, facts.rules) : sortTags(facts, version).before);
}
function sortTags({ tags, rules, head }, version) {
    const read = (0,_domain_release_version_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .versionTags */ .OP)(tags, rules);
    const others = read.filter((one) => one.commit !== head || (0,_domain_release_version_js__WEBPACK_IMPORTED_MODULE_1__/* .compareVersions */ .Zy)(one.version, version) !== 0);
    const elsewhere = others.filter((one) => one.version.pre.length > 0 && !(0,_domain_release_version_js__WEBPACK_IMPORTED_MODULE_1__/* .sameLine */ .tW)(one.version, version));
    return { before: others.filter((one) => !elsewhere.includes(one)), elsewhere, read: read.length };
}
/** The newest tag of the version's own line, `1.7`, else of its major version, where the version comes after it. */
function lineBelow(before, version) {
    const minor = before.filter((one) => (0,_domain_release_version_js__WEBPACK_IMPORTED_MODULE_1__/* .sameLine */ .tW)(one.version, version));
    const line = minor.length > 0 ? minor : before.filter((one) => one.version.core[0] === version.core[0]);
    const last = (0,_domain_release_version_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .newest */ .BP)(line);
    return last !== null && (0,_domain_release_version_js__WEBPACK_IMPORTED_MODULE_1__/* .compareVersions */ .Zy)(version, last.version) > 0 ? last : null;
}
function rivalOf({ text, version, name, commit }, ofLine) {
    const which = ofLine ? "the newest version tag of its line" : "the newest version tag";
    return { text, version, where: `${which} \`${shown(name)}\` (commit ${commit.slice(0, 8)})` };
}
/** What to do where the version is not greater. */
function remedyFor(unbeaten, version, { last, ofLine, before }) {
    if (last !== null && unbeaten.text === last.text) {
        if (outOfLine(last, version, before)) {
            return (`No release of this project could follow \`${shown(last.name)}\`: name the tags that count, as in ` +
                `\`checks: {version: {tags: "${leavingOut(last, version)}"}}\`, or delete that tag.`);
        }
        if (ofLine !== null)
            return ("For a maintenance release set `checks: {version: {line: maintenance}}`, or release it from a branch other " +
                "than the default one. Else raise `version` in mix.exs.");
    }
    return ("Phase 6 asks for a greater `version` in mix.exs with each release: raise it. A project that does not number " +
        "its releases there sets `checks: {version: {from: tag}}`, which takes the version from the tag that is " +
        "released, or `checks: {version: off}`.");
}
/**
 * True for a date, or a number so far ahead of the version and of every other tag that it belongs to no series of this
 * project.
 */
function outOfLine(tag, version, before) {
    const [major] = tag.version.core;
    const others = before.filter((one) => one.version.core[0] !== major).map((one) => one.version.core[0]);
    const next = [...others, version.core[0]].reduce((most, one) => (one > most ? one : most));
    return major > next + 10n;
}
/** A pattern that leaves this tag out. */
function leavingOut(tag, version) {
    return tag.name.startsWith("v") ? `v${version.core[0]}.*` : "v*";
}
/** Why there is no newest tag. */
function without({ tags, rules }, read) {
    if (read > 0 || tags.length === 0)
        return "no tag names another version: the first version";
    const which = rules.patterns.length > 0 ? ` under ${rules.patterns.map((one) => `\`${shown(one)}\``).join(", ")}` : "";
    return `${(0,_domain_values_plural_js__WEBPACK_IMPORTED_MODULE_6__/* .counted */ .h)(tags.length, "tag")}, none read as a version of this application${which}`;
}
/** What a reader should know of a pass. */
function notices(facts, tags, { last, counts }) {
    const notice = (message) => ({
        severity: "notice",
        message,
        file: facts.file,
        line: 1,
        rule: "version",
    });
    const found = [];
    if (counts !== last && last !== null)
        found.push(notice(`A maintenance release: ${shown(last.text)} (\`${shown(last.name)}\`) is newer, and of another line.`));
    const above = (0,_domain_release_version_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .newest */ .BP)(tags.elsewhere.filter((one) => (0,_domain_release_version_js__WEBPACK_IMPORTED_MODULE_1__/* .compareVersions */ .Zy)(one.version, (0,_domain_release_version_js__WEBPACK_IMPORTED_MODULE_1__/* .parseVersion */ .ot)(facts.version ?? "") ?? one.version) > 0));
    if (above !== null)
        found.push(notice(`\`${shown(above.name)}\` does not count: it is a pre-release of another line.`));
    if (tags.read === 0 && facts.tags.length > 0) {
        const pattern = (0,_domain_release_version_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .patternOf */ .Id)(facts.tags);
        const how = pattern === null
            ? ""
            : ` If they are this application's, set \`checks: {version: {tags: "${shown(pattern)}"}}\`.`;
        found.push(notice(`None of ${facts.tags.length} tags, such as \`${shown(facts.tags[0]?.name ?? "")}\`, was read as a ` +
            `version.${how}`));
    }
    return found;
}
/** What the base branch says; a version there that is none binds nobody. */
function onBase(base) {
    if (base === null || "missing" in base || base.version === null)
        return [];
    const version = (0,_domain_release_version_js__WEBPACK_IMPORTED_MODULE_1__/* .parseVersion */ .ot)(base.version);
    return version === null ? [] : [{ text: base.version, version, where: `the version on \`${shown(base.branch)}\`` }];
}
/** Text from outside within a sentence: one line, cut. Who renders it escapes it. */
function shown(text) {
    const line = text.replaceAll(/[\p{Cc}`]+/gu, " ").trim();
    return line.length > 80 ? `${line.slice(0, 80)}…` : line;
}


/***/ }),

/***/ 4987:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ packFolder),
/* harmony export */   H3: () => (/* binding */ packListed),
/* harmony export */   Z8: () => (/* binding */ unpackInto)
/* harmony export */ });
/**
 * Packs a folder. No times, owners or order of the machine, and no modes that its umask or a folder's group left: the
 * same content gives the same bytes. Level 1: a release shrinks to nearly the same size in a third of the time.
 */
function packFolder(folder, file) {
    const fixed = ["--sort=name", "--mtime=@0", "--owner=0", "--group=0", "--numeric-owner", "--mode=go-w,g-s,o-t"];
    return ["tar", "--create", "--file", file, "--use-compress-program=gzip -n -1", ...fixed, "--directory", folder, "."];
}
/** Unpacks a release of this run's own, on this machine. */
function unpackInto(folder, file) {
    return ["tar", "--extract", "--gzip", "--file", file, "--no-same-owner", "--directory", folder];
}
/** Packs the files that standard input names, each ended by NUL. Small: what is sent over a network is worth the time. */
function packListed(folder, file) {
    const fixed = ["--mtime=@0", "--owner=0", "--group=0", "--numeric-owner", "--no-recursion"];
    const named = ["--directory", folder, "--null", "--files-from=-"];
    return ["tar", "--create", "--file", file, "--use-compress-program=gzip -n -9", ...fixed, ...named];
}


/***/ }),

/***/ 863:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $9: () => (/* binding */ isListable),
/* harmony export */   $Y: () => (/* binding */ fileList),
/* harmony export */   XO: () => (/* binding */ readFileList)
/* harmony export */ });
/**
 * The list of a release's files, beside its tarball: one line each, `type <TAB> mode <TAB> bytes <TAB> sha256 <TAB>
 * path`. A link has its target in the place of the sha256; folders come before what lies in them. The host program reads
 * the same text by the same rules.
 */
/** The text of a list. */
function fileList(files) {
    const inOrder = files.toSorted((one, other) => Buffer.compare(Buffer.from(one.path), Buffer.from(other.path)));
    return inOrder.map((one) => `${[one.type, one.mode, one.bytes, one.content, one.path].join("\t")}\n`).join("");
}
/** Reads a list: its files, or a sentence that names the first line that no release may have. */
function readFileList(text) {
    const files = [];
    const types = new Map();
    const lines = text.endsWith("\n") ? text.slice(0, -1).split("\n") : text.split("\n");
    for (const line of lines) {
        const [type = "", mode = "", bytes = "", content = "", path = "", ...more] = line.split("\t");
        const one = { type, mode, bytes: Number(bytes), content, path };
        const why = notUnderstood(line, more) ?? badPath(path) ?? badPlace(path, types) ?? badKind(one, bytes);
        if (why !== null)
            return `\`${visible(path === "" ? line : path)}\` ${why}`;
        types.set(path, type);
        files.push(one);
    }
    return files;
}
/** True for a name that a list can hold. */
function isListable(path) {
    return notUnderstood(path, []) === null && !/[\t\n]/.test(path) && badPath(path) === null;
}
function notUnderstood(line, more) {
    // Control characters but the tabs of the line, backslashes, and what is no UTF-8.
    return more.length > 0 || /[\p{Cc}\\\ufffd]/u.test(line.replaceAll("\t", "")) ? "is not understood" : null;
}
function badPath(path) {
    if (path.startsWith("/"))
        return "is an absolute path";
    if (path === "" || Buffer.byteLength(path) > 1_024 || /\/\.?\//.test(`/${path}/`))
        return "is no plain path below the release";
    return /\/\.\.\//.test(`/${path}/`) ? "has `..` in its path" : null;
}
function badPlace(path, types) {
    if (types.has(path))
        return "is listed twice";
    const folder = folderOf(path);
    return folder !== "" && types.get(folder) !== "d" ? "lies in no folder of the list" : null;
}
function badKind({ type, mode, content, path }, bytes) {
    if (!/^[0-7]{3}$/.test(mode))
        return `has the mode ${mode}`;
    if (type !== "l" && /[2367]$/.test(mode))
        return "may be written by everybody";
    if (!/^\d{1,13}$/.test(bytes))
        return "has no size";
    switch (type) {
        case "f":
            return /^[0-9a-f]{64}$/.test(content) ? null : "has no sha256";
        case "d":
            return null;
        case "l":
            return climbs(folderOf(path), content) ? "is a link out of the release" : null;
        default:
            return "is neither a file nor a folder nor a link";
    }
}
function folderOf(path) {
    return path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
}
/** Since nothing lies behind a link, and `..` may only begin a target, its text says where it leads. */
function climbs(folder, target) {
    if (target === "" || target.startsWith("/"))
        return true;
    const parts = target.split("/");
    const first = parts.findIndex((part) => part !== ".." && part !== "." && part !== "");
    const leading = first === -1 ? parts : parts.slice(0, first);
    const up = leading.filter((part) => part === "..").length;
    return up > (folder === "" ? 0 : folder.split("/").length) || parts.slice(leading.length).includes("..");
}
function visible(text) {
    return text.replaceAll(/\p{Cc}/gu, " ").slice(0, 200);
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

/***/ 3389:
/***/ ((module) => {

module.exports = /*#__PURE__*/JSON.parse('["AGPL-1.0","AGPL-3.0","BSD-2-Clause-FreeBSD","BSD-2-Clause-NetBSD","GFDL-1.1","GFDL-1.2","GFDL-1.3","GPL-1.0","GPL-2.0","GPL-2.0-with-GCC-exception","GPL-2.0-with-autoconf-exception","GPL-2.0-with-bison-exception","GPL-2.0-with-classpath-exception","GPL-2.0-with-font-exception","GPL-3.0","GPL-3.0-with-GCC-exception","GPL-3.0-with-autoconf-exception","LGPL-2.0","LGPL-2.1","LGPL-3.0","Net-SNMP","Nunit","StandardML-NJ","bzip2-1.0.5","eCos-2.0","wxWindows"]');

/***/ }),

/***/ 5204:
/***/ ((module) => {

module.exports = /*#__PURE__*/JSON.parse('["0BSD","3D-Slicer-1.0","AAL","ADSL","AFL-1.1","AFL-1.2","AFL-2.0","AFL-2.1","AFL-3.0","AGPL-1.0-only","AGPL-1.0-or-later","AGPL-3.0-only","AGPL-3.0-or-later","ALGLIB-Documentation","AMD-newlib","AMDPLPA","AML","AML-glslang","AMPAS","ANTLR-PD","ANTLR-PD-fallback","APAFML","APL-1.0","APSL-1.0","APSL-1.1","APSL-1.2","APSL-2.0","ASWF-Digital-Assets-1.0","ASWF-Digital-Assets-1.1","Abstyles","AdaCore-doc","Adobe-2006","Adobe-Display-PostScript","Adobe-Glyph","Adobe-Utopia","Advanced-Cryptics-Dictionary","Afmparse","Aladdin","Apache-1.0","Apache-1.1","Apache-2.0","App-s2p","Arphic-1999","Artistic-1.0","Artistic-1.0-Perl","Artistic-1.0-cl8","Artistic-2.0","Artistic-dist","Aspell-RU","BOLA-1.1","BSD-1-Clause","BSD-2-Clause","BSD-2-Clause-Darwin","BSD-2-Clause-Patent","BSD-2-Clause-Views","BSD-2-Clause-first-lines","BSD-2-Clause-pkgconf-disclaimer","BSD-2-Clause-pos-unchanged","BSD-3-Clause","BSD-3-Clause-Attribution","BSD-3-Clause-Clear","BSD-3-Clause-HP","BSD-3-Clause-LBNL","BSD-3-Clause-Modification","BSD-3-Clause-No-Military-License","BSD-3-Clause-No-Nuclear-License","BSD-3-Clause-No-Nuclear-License-2014","BSD-3-Clause-No-Nuclear-Warranty","BSD-3-Clause-Open-MPI","BSD-3-Clause-OpenWebUI","BSD-3-Clause-Sun","BSD-3-Clause-Tso","BSD-3-Clause-acpica","BSD-3-Clause-flex","BSD-4-Clause","BSD-4-Clause-Shortened","BSD-4-Clause-UC","BSD-4.3RENO","BSD-4.3TAHOE","BSD-Advertising-Acknowledgement","BSD-Attribution-HPND-disclaimer","BSD-Inferno-Nettverk","BSD-Mark-Modifications","BSD-Protection","BSD-Source-Code","BSD-Source-Code-no-disclaimer","BSD-Source-alt-GPL","BSD-Source-beginning-file","BSD-Systemics","BSD-Systemics-W3Works","BSD-ask-to-endorse","BSL-1.0","BUSL-1.1","Baekmuk","Bahyph","Barr","Beerware","BitTorrent-1.0","BitTorrent-1.1","Bitstream-Charter","Bitstream-Vera","BlueOak-1.0.0","Boehm-GC","Boehm-GC-without-fee","Borceux","Brian-Gladman-2-Clause","Brian-Gladman-3-Clause","Brian-Gladman-3-Clause-no-conversion","Buddy","Bugroff","C-UDA-1.0","CAL-1.0","CAL-1.0-Combined-Work-Exception","CAPEC-tou","CATOSL-1.1","CC-BY-1.0","CC-BY-2.0","CC-BY-2.5","CC-BY-2.5-AU","CC-BY-3.0","CC-BY-3.0-AT","CC-BY-3.0-AU","CC-BY-3.0-DE","CC-BY-3.0-IGO","CC-BY-3.0-NL","CC-BY-3.0-US","CC-BY-4.0","CC-BY-NC-1.0","CC-BY-NC-2.0","CC-BY-NC-2.5","CC-BY-NC-3.0","CC-BY-NC-3.0-DE","CC-BY-NC-3.0-IGO","CC-BY-NC-4.0","CC-BY-NC-ND-1.0","CC-BY-NC-ND-2.0","CC-BY-NC-ND-2.5","CC-BY-NC-ND-3.0","CC-BY-NC-ND-3.0-DE","CC-BY-NC-ND-3.0-IGO","CC-BY-NC-ND-4.0","CC-BY-NC-SA-1.0","CC-BY-NC-SA-2.0","CC-BY-NC-SA-2.0-DE","CC-BY-NC-SA-2.0-FR","CC-BY-NC-SA-2.0-UK","CC-BY-NC-SA-2.5","CC-BY-NC-SA-3.0","CC-BY-NC-SA-3.0-DE","CC-BY-NC-SA-3.0-IGO","CC-BY-NC-SA-4.0","CC-BY-ND-1.0","CC-BY-ND-2.0","CC-BY-ND-2.5","CC-BY-ND-3.0","CC-BY-ND-3.0-DE","CC-BY-ND-4.0","CC-BY-SA-1.0","CC-BY-SA-2.0","CC-BY-SA-2.0-UK","CC-BY-SA-2.1-JP","CC-BY-SA-2.5","CC-BY-SA-3.0","CC-BY-SA-3.0-AT","CC-BY-SA-3.0-DE","CC-BY-SA-3.0-IGO","CC-BY-SA-4.0","CC-PDDC","CC-PDM-1.0","CC-SA-1.0","CC0-1.0","CDDL-1.0","CDDL-1.1","CDL-1.0","CDLA-Permissive-1.0","CDLA-Permissive-2.0","CDLA-Sharing-1.0","CECILL-1.0","CECILL-1.1","CECILL-2.0","CECILL-2.1","CECILL-B","CECILL-C","CERN-OHL-1.1","CERN-OHL-1.2","CERN-OHL-P-2.0","CERN-OHL-S-2.0","CERN-OHL-W-2.0","CFITSIO","CMU-Mach","CMU-Mach-nodoc","CNRI-Jython","CNRI-Python","CNRI-Python-GPL-Compatible","COIL-1.0","CPAL-1.0","CPL-1.0","CPOL-1.02","CUA-OPL-1.0","Caldera","Caldera-no-preamble","Catharon","ClArtistic","Clips","Community-Spec-1.0","Condor-1.1","Cornell-Lossless-JPEG","Cronyx","Crossword","CryptoSwift","CrystalStacker","Cube","D-FSL-1.0","DEC-3-Clause","DL-DE-BY-2.0","DL-DE-ZERO-2.0","DOC","DRL-1.0","DRL-1.1","DSDP","DocBook-DTD","DocBook-Schema","DocBook-Stylesheet","DocBook-XML","Dotseqn","ECL-1.0","ECL-2.0","EFL-1.0","EFL-2.0","EPICS","EPL-1.0","EPL-2.0","ESA-PL-permissive-2.4","ESA-PL-strong-copyleft-2.4","ESA-PL-weak-copyleft-2.4","EUDatagrid","EUPL-1.0","EUPL-1.1","EUPL-1.2","Elastic-2.0","Entessa","ErlPL-1.1","Eurosym","FBM","FDK-AAC","FDK-MPEG-H","FSFAP","FSFAP-no-warranty-disclaimer","FSFUL","FSFULLR","FSFULLRSD","FSFULLRWD","FSL-1.1-ALv2","FSL-1.1-MIT","FTL","Fair","Ferguson-Twofish","Frameworx-1.0","FreeBSD-DOC","FreeImage","Furuseth","GCR-docs","GD","GFDL-1.1-invariants-only","GFDL-1.1-invariants-or-later","GFDL-1.1-no-invariants-only","GFDL-1.1-no-invariants-or-later","GFDL-1.1-only","GFDL-1.1-or-later","GFDL-1.2-invariants-only","GFDL-1.2-invariants-or-later","GFDL-1.2-no-invariants-only","GFDL-1.2-no-invariants-or-later","GFDL-1.2-only","GFDL-1.2-or-later","GFDL-1.3-invariants-only","GFDL-1.3-invariants-or-later","GFDL-1.3-no-invariants-only","GFDL-1.3-no-invariants-or-later","GFDL-1.3-only","GFDL-1.3-or-later","GL2PS","GLWTPL","GPL-1.0-only","GPL-1.0-or-later","GPL-2.0-only","GPL-2.0-or-later","GPL-3.0-only","GPL-3.0-or-later","Game-Programming-Gems","Giftware","Glide","Glulxe","Graphics-Gems","Gutmann","HDF5","HIDAPI","HP-1986","HP-1989","HPND","HPND-DEC","HPND-Fenneberg-Livingston","HPND-INRIA-IMAG","HPND-Intel","HPND-Kevlin-Henney","HPND-MIT-disclaimer","HPND-Markus-Kuhn","HPND-Netrek","HPND-Pbmplus","HPND-SMC","HPND-UC","HPND-UC-export-US","HPND-doc","HPND-doc-sell","HPND-export-US","HPND-export-US-acknowledgement","HPND-export-US-modify","HPND-export2-US","HPND-merchantability-variant","HPND-sell-MIT-disclaimer-xserver","HPND-sell-regexpr","HPND-sell-variant","HPND-sell-variant-MIT-disclaimer","HPND-sell-variant-MIT-disclaimer-rev","HPND-sell-variant-critical-systems","HTMLTIDY","HaskellReport","Hippocratic-2.1","Hippocratic-3.0-core","IBM-pibs","ICU","IEC-Code-Components-EULA","IJG","IJG-short","IPA","IPL-1.0","ISC","ISC-Veillard","ISO-permission","ImageMagick","Imlib2","Info-ZIP","Informatica","Inner-Net-2.0","InnoSetup","Intel","Intel-ACPI","Interbase-1.0","JPL-image","JPNIC","JSON","Jam","JasPer-2.0","Kastrup","Kazlib","Knuth-CTAN","LAL-1.2","LAL-1.3","LGPL-2.0-only","LGPL-2.0-or-later","LGPL-2.1-only","LGPL-2.1-or-later","LGPL-3.0-only","LGPL-3.0-or-later","LGPLLR","LOOP","LPD-document","LPL-1.0","LPL-1.02","LPPL-1.0","LPPL-1.1","LPPL-1.2","LPPL-1.3a","LPPL-1.3c","LZMA-SDK-9.11-to-9.20","LZMA-SDK-9.22","Latex2e","Latex2e-translated-notice","Leptonica","LiLiQ-P-1.1","LiLiQ-R-1.1","LiLiQ-Rplus-1.1","Libpng","Linux-OpenIB","Linux-man-pages-1-para","Linux-man-pages-copyleft","Linux-man-pages-copyleft-2-para","Linux-man-pages-copyleft-var","Lucida-Bitmap-Fonts","MIPS","MIT","MIT-0","MIT-CMU","MIT-Click","MIT-Festival","MIT-Khronos-old","MIT-Modern-Variant","MIT-STK","MIT-Wu","MIT-advertising","MIT-enna","MIT-feh","MIT-open-group","MIT-testregex","MITNFA","MMIXware","MMPL-1.0.1","MPEG-SSG","MPL-1.0","MPL-1.1","MPL-2.0","MPL-2.0-no-copyleft-exception","MS-LPL","MS-PL","MS-RL","MTLL","MVT-1.1","Mackerras-3-Clause","Mackerras-3-Clause-acknowledgment","MakeIndex","Martin-Birgmeier","McPhee-slideshow","Minpack","MirOS","Motosoto","MulanPSL-1.0","MulanPSL-2.0","Multics","Mup","NAIST-2003","NASA-1.3","NBPL-1.0","NCBI-PD","NCGL-UK-2.0","NCL","NCSA","NGPL","NICTA-1.0","NIST-PD","NIST-PD-TNT","NIST-PD-fallback","NIST-Software","NLOD-1.0","NLOD-2.0","NLPL","NOSL","NPL-1.0","NPL-1.1","NPOSL-3.0","NRL","NTIA-PD","NTP","NTP-0","Naumen","NetCDF","Newsletr","Nokia","Noweb","O-UDA-1.0","OAR","OCCT-PL","OCLC-2.0","ODC-By-1.0","ODbL-1.0","OFFIS","OFL-1.0","OFL-1.0-RFN","OFL-1.0-no-RFN","OFL-1.1","OFL-1.1-RFN","OFL-1.1-no-RFN","OGC-1.0","OGDL-Taiwan-1.0","OGL-Canada-2.0","OGL-UK-1.0","OGL-UK-2.0","OGL-UK-3.0","OGTSL","OLDAP-1.1","OLDAP-1.2","OLDAP-1.3","OLDAP-1.4","OLDAP-2.0","OLDAP-2.0.1","OLDAP-2.1","OLDAP-2.2","OLDAP-2.2.1","OLDAP-2.2.2","OLDAP-2.3","OLDAP-2.4","OLDAP-2.5","OLDAP-2.6","OLDAP-2.7","OLDAP-2.8","OLFL-1.3","OML","OPL-1.0","OPL-UK-3.0","OPUBL-1.0","OSC-1.0","OSET-PL-2.1","OSL-1.0","OSL-1.1","OSL-2.0","OSL-2.1","OSL-3.0","OSSP","OpenMDW-1.0","OpenPBS-2.3","OpenSSL","OpenSSL-standalone","OpenVision","PADL","PDDL-1.0","PHP-3.0","PHP-3.01","PPL","PSF-2.0","ParaType-Free-Font-1.3","Parity-6.0.0","Parity-7.0.0","Pixar","Plexus","PolyForm-Noncommercial-1.0.0","PolyForm-Small-Business-1.0.0","PostgreSQL","Python-2.0","Python-2.0.1","QPL-1.0","QPL-1.0-INRIA-2004","Qhull","RHeCos-1.1","RPL-1.1","RPL-1.5","RPSL-1.0","RSA-MD","RSCPL","Rdisc","Ruby","Ruby-pty","SAX-PD","SAX-PD-2.0","SCEA","SGI-B-1.0","SGI-B-1.1","SGI-B-2.0","SGI-OpenGL","SGMLUG-PM","SGP4","SHL-0.5","SHL-0.51","SISSL","SISSL-1.2","SL","SMAIL-GPL","SMLNJ","SMPPL","SNIA","SOFA","SPL-1.0","SSH-OpenSSH","SSH-short","SSLeay-standalone","SSPL-1.0","SUL-1.0","SWL","Saxpath","SchemeReport","Sendmail","Sendmail-8.23","Sendmail-Open-Source-1.1","SimPL-2.0","Sleepycat","Soundex","Spencer-86","Spencer-94","Spencer-99","SugarCRM-1.1.3","Sun-PPP","Sun-PPP-2000","SunPro","Symlinks","TAPR-OHL-1.0","TCL","TCP-wrappers","TGPPL-1.0","TMate","TORQUE-1.1","TOSL","TPDL","TPL-1.0","TTWL","TTYP0","TU-Berlin-1.0","TU-Berlin-2.0","TekHVC","TermReadKey","ThirdEye","TrustedQSL","UCAR","UCL-1.0","UMich-Merit","UPL-1.0","URT-RLE","Ubuntu-font-1.0","UnRAR","Unicode-3.0","Unicode-DFS-2015","Unicode-DFS-2016","Unicode-TOU","UnixCrypt","Unlicense","Unlicense-libtelnet","Unlicense-libwhirlpool","VOSTROM","VSL-1.0","Vim","Vixie-Cron","W3C","W3C-19980720","W3C-20150513","WTFNMFPL","WTFPL","Watcom-1.0","Widget-Workshop","WordNet","Wsuipa","X11","X11-distribute-modifications-variant","X11-no-permit-persons","X11-swapped","XFree86-1.1","XSkat","Xdebug-1.03","Xerox","Xfig","Xnet","YPL-1.0","YPL-1.1","ZPL-1.1","ZPL-2.0","ZPL-2.1","Zed","Zeeff","Zend-2.0","Zimbra-1.3","Zimbra-1.4","Zlib","any-OSI","any-OSI-perl-modules","atc-game","bcrypt-Solar-Designer","blessing","bzip2-1.0.6","check-cvs","checkmk","copyleft-next-0.3.0","copyleft-next-0.3.1","curl","cve-tou","diffmark","dtoa","dvipdfm","eGenix","etalab-2.0","fwlw","gSOAP-1.3b","generic-xts","gnuplot","gtkbook","hdparm","hyphen-bulgarian","iMatix","jove","libpng-1.6.35","libpng-2.0","libselinux-1.0","libtiff","libutil-David-Nugent","lsof","magaz","mailprio","man2html","metamail","mpi-permissive","mpich2","mplus","ngrep","pkgconf","pnmstitch","psfrag","psutils","python-ldap","radvd","snprintf","softSurfer","ssh-keyscan","swrule","threeparttable","ulem","w3m","wwl","xinetd","xkeyboard-config-Zinoviev","xlock","xpp","xzoom","zlib-acknowledgement"]');

/***/ })

};
