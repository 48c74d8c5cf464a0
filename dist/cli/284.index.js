export const id = 284;
export const ids = [284];
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

/***/ 8450:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $W: () => (/* binding */ elixirAtom),
/* harmony export */   Oe: () => (/* binding */ mixTask),
/* harmony export */   j1: () => (/* binding */ compiledMixTask),
/* harmony export */   o_: () => (/* binding */ loadModules),
/* harmony export */   tg: () => (/* binding */ compileElixir)
/* harmony export */ });
/**
 * An idle VM spins in the hope of work, which costs half as much again as what mix does, and takes it from the VMs
 * beside it. As arguments: a variable would reach the project's code and the programs that it starts, and ERL_FLAGS of
 * the job still wins.
 */
const quiet = ["--erl", "+sbwt none +sbwtdcpu none +sbwtdio none"];
/** Runs one of our Mix tasks in the user's project without touching it: `elixir -r` loads our files first. */
function mixTask(files, task, args) {
    return ["elixir", ...quiet, ...files.flatMap((file) => ["-r", file]), "-S", "mix", task, ...args];
}
/**
 * The same with our files compiled. All are loaded at once: from 1.15 on mix takes from the path what the project does
 * not name.
 */
function compiledMixTask(folder, task, args) {
    const name = 'file |> Path.basename(".beam") |> String.to_atom()';
    const files = `Path.wildcard(Path.join(${elixirString(folder)}, "*.beam"))`;
    const load = `for file <- ${files}, do: {:module, _} = ${name} |> :code.ensure_loaded()`;
    return ["elixir", ...quiet, "-pa", folder, "-e", load, "-S", "mix", task, ...args];
}
/** Compiles Elixir files into a folder. */
function compileElixir(files, folder) {
    return ["elixirc", ...quiet, "--ignore-module-conflict", "-o", folder, ...files];
}
/** Code that makes our modules known in another VM than mix's: from their text, in this order, or compiled. */
function loadModules(helpers, names) {
    if ("compiled" in helpers)
        return `Code.prepend_path(${elixirString(helpers.compiled)})`;
    const files = names.map((name) => elixirString(`${helpers.text}/${name}.exs`));
    return `for file <- [${files.join(", ")}], do: Code.require_file(file)`;
}
/** The name of an application as Elixir writes it, which warns of quotes that are not needed. */
function elixirAtom(name) {
    return `:${/^[A-Za-z_]\w*$/.test(name) ? name : elixirString(name)}`;
}
/** Text as a literal of Elixir in which nothing is interpolated. */
function elixirString(text) {
    return `"${text.replaceAll(/[\\"#]/g, "\\$&")}"`;
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
/**
 * Packs the files that standard input names, each ended by NUL. Small: what is sent over a network is worth the time.
 */
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
 * path`. A link has its target in the place of the sha256; folders come before what lies in them. The host program
 * reads the same text by the same rules.
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

/***/ 2349:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ compareGlibc)
/* harmony export */ });
/**
 * Precedence of versions of glibc, such as `2.36`: below 0 when `one` comes before `other`. By their numbers: a
 * collator's tables take longer to load than hosts to answer.
 */
function compareGlibc(one, other) {
    const [first, second] = [one.split("."), other.split(".")];
    for (let index = 0; index < Math.max(first.length, second.length); index += 1) {
        const difference = Number(first[index] ?? 0) - Number(second[index] ?? 0);
        // Of what is no number nothing is known: it comes before all others.
        if (difference !== 0)
            return Number.isNaN(difference) ? -1 : difference;
    }
    return 0;
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


/***/ })

};
