export const id = 680;
export const ids = [680];
export const modules = {

/***/ 6981:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   backupText: () => (/* binding */ backupText),
/* harmony export */   "default": () => (__WEBPACK_DEFAULT_EXPORT__),
/* harmony export */   judgeBackup: () => (/* binding */ judgeBackup)
/* harmony export */ });
/* harmony import */ var _domain_day_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3180);
/* harmony import */ var _define_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7500);


/* harmony default export */ const __WEBPACK_DEFAULT_EXPORT__ = ((0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .defineCheck */ .q)({
    id: "backup",
    title: "Backup named in the settings",
    level: "should",
    docs: {
        passes: 'never: it says "configured, not run" where every environment with migrations names how its database is ' +
            "backed up, and fails where one does not",
        more: "a deployment makes and verifies the backup itself, before it migrates, and stops there where that fails; " +
            "that of a provider is not looked at",
    },
    vm: "none",
    judge: ({ context, settings }) => judgeBackup(Object.values(settings.environments), context.clock.now()),
    byHand: () => "",
}));
/**
 * Phase 6: Backup verified. Every environment whose schema changes must name how its database is backed up. It is
 * made and verified by the deployment, before it migrates: here it is configured, and never verified.
 */
function judgeBackup(environments, now) {
    const migrating = environments.filter((one) => one.migrations.migrate !== null);
    if (migrating.length === 0) {
        const says = environments.length === 0 ? "The settings name no environment." : "No environment runs migrations.";
        return { verdict: "not-run", reason_code: "not_applicable", says };
    }
    const findings = migrating.flatMap((one) => faultOf(one, now));
    if (findings.length > 0) {
        return {
            verdict: "fail",
            reason_code: "backup_not_named",
            says: findings.map((one) => one.message).join(" "),
            remedy: 'Write `backup: {by: command, verify: …}` for it, or `backup: {by: provider, says: "snapshots every ' +
                'hour", verified: YYYY-MM-DD}` with the day on which a restore was tried.',
            findings,
        };
    }
    const named = migrating.map(({ name, backup }) => `${name} by ${backup === null ? "nothing" : backupText(backup)}`);
    return {
        verdict: "not-run",
        reason_code: "backup_not_run",
        says: `Configured, not run: ${named.join("; ")}.`,
        remedy: "Nothing to do for `command` and `postgres`: the deployment makes and verifies the backup before it migrates. " +
            "Look at the backup of a provider before you deploy.",
        facts: { environments: migrating.map((one) => one.name) },
    };
}
function faultOf({ name, backup }, now) {
    const fault = (message) => [{ severity: "error", message, rule: "backup" }];
    if (backup === null)
        return fault(`Environment ${name} runs migrations and names no backup.`);
    if (backup.by === "provider" && (0,_domain_day_js__WEBPACK_IMPORTED_MODULE_1__/* .daysAhead */ .V)(backup.verified, now) > 1)
        return fault(`The backup of ${name} was verified on ${backup.verified}, a day that is still to come.`);
    return [];
}
/** A backup in words. */
function backupText(backup) {
    if (backup.by === "provider")
        return `its provider (${backup.says}; the settings say that a restore was tried on ${backup.verified})`;
    if (backup.by === "postgres") {
        const restored = backup.restore === "scratch" ? ", restored into a scratch database" : "";
        return `pg_dump of \`${backup.urlFrom}\` into ${backup.folder}${restored}`;
    }
    const commands = [backup.make, backup.verify].flatMap((work) => (work === null ? [] : `\`${workText(work)}\``));
    return `a command (${commands.join(", then ")})`;
}
function workText(work) {
    return "eval" in work ? work.eval : work.run.join(" ");
}


/***/ }),

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
/* harmony import */ var _domain_plural_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3722);
/* harmony import */ var _domain_release_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5783);
/* harmony import */ var _domain_version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2566);
/* harmony import */ var _domain_version_tag_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9647);
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
    const version = _domain_release_js__WEBPACK_IMPORTED_MODULE_0__/* .versionSchema */ .G0.safeParse(text).success ? (0,_domain_version_js__WEBPACK_IMPORTED_MODULE_1__/* .parseVersion */ .ot)(text) : null;
    if (version === null)
        return failed("version_invalid", `The version \`${shown(text)}\` is not SemVer of at most 64 characters.`, "Write one such as `1.4.0` or `1.4.0-rc.1`.");
    const tags = sortTags(facts, version);
    const last = (0,_domain_version_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .newest */ .BP)(tags.before);
    const ofLine = last === null || (0,_domain_version_js__WEBPACK_IMPORTED_MODULE_1__/* .compareVersions */ .Zy)(version, last.version) > 0 ? null : lineBelow(tags.before, version);
    const counts = ofLine !== null && facts.maintenance ? ofLine : last;
    const rivals = [...(counts === null ? [] : [rivalOf(counts, counts === ofLine)]), ...onBase(base)];
    const unbeaten = rivals.find((one) => (0,_domain_version_js__WEBPACK_IMPORTED_MODULE_1__/* .compareVersions */ .Zy)(version, one.version) <= 0);
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
    return (0,_domain_version_js__WEBPACK_IMPORTED_MODULE_1__/* .parseVersion */ .ot)(versions.version) === null ? null : versions.version;
}
/**
 * The tag before this version; what names this very commit and version is what shipping it makes, and does not count.
 */
function newestTag(facts) {
    const version = facts.version === null ? null : (0,_domain_version_js__WEBPACK_IMPORTED_MODULE_1__/* .parseVersion */ .ot)(facts.version);
    return (0,_domain_version_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .newest */ .BP)(version === null ? (0,_domain_version_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .versionTags */ .OP)(facts.tags, facts.rules) : sortTags(facts, version).before);
}
function sortTags({ tags, rules, head }, version) {
    const read = (0,_domain_version_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .versionTags */ .OP)(tags, rules);
    const others = read.filter((one) => one.commit !== head || (0,_domain_version_js__WEBPACK_IMPORTED_MODULE_1__/* .compareVersions */ .Zy)(one.version, version) !== 0);
    const elsewhere = others.filter((one) => one.version.pre.length > 0 && !(0,_domain_version_js__WEBPACK_IMPORTED_MODULE_1__/* .sameLine */ .tW)(one.version, version));
    return { before: others.filter((one) => !elsewhere.includes(one)), elsewhere, read: read.length };
}
/** The newest tag of the version's own line, `1.7`, else of its major version, where the version comes after it. */
function lineBelow(before, version) {
    const minor = before.filter((one) => (0,_domain_version_js__WEBPACK_IMPORTED_MODULE_1__/* .sameLine */ .tW)(one.version, version));
    const line = minor.length > 0 ? minor : before.filter((one) => one.version.core[0] === version.core[0]);
    const last = (0,_domain_version_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .newest */ .BP)(line);
    return last !== null && (0,_domain_version_js__WEBPACK_IMPORTED_MODULE_1__/* .compareVersions */ .Zy)(version, last.version) > 0 ? last : null;
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
    return `${(0,_domain_plural_js__WEBPACK_IMPORTED_MODULE_6__/* .counted */ .h)(tags.length, "tag")}, none read as a version of this application${which}`;
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
    const above = (0,_domain_version_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .newest */ .BP)(tags.elsewhere.filter((one) => (0,_domain_version_js__WEBPACK_IMPORTED_MODULE_1__/* .compareVersions */ .Zy)(one.version, (0,_domain_version_js__WEBPACK_IMPORTED_MODULE_1__/* .parseVersion */ .ot)(facts.version ?? "") ?? one.version) > 0));
    if (above !== null)
        found.push(notice(`\`${shown(above.name)}\` does not count: it is a pre-release of another line.`));
    if (tags.read === 0 && facts.tags.length > 0) {
        const pattern = (0,_domain_version_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .patternOf */ .Id)(facts.tags);
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
    const version = (0,_domain_version_js__WEBPACK_IMPORTED_MODULE_1__/* .parseVersion */ .ot)(base.version);
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

/***/ 8707:
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

/***/ 2689:
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

/***/ 9647:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BP: () => (/* binding */ newest),
/* harmony export */   Id: () => (/* binding */ patternOf),
/* harmony export */   OP: () => (/* binding */ versionTags)
/* harmony export */ });
/* unused harmony exports versionOfTag, releasedTag */
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2566);

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

/***/ 2566:
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
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   wh: () => (/* binding */ plainText),
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
function plainText(text) {
    // GitHub looks for mentions and issue numbers after Markdown is rendered: only a character between keeps them apart.
    return escapeMarkup(oneLine(text).replaceAll(/@(?=[\p{L}\p{N}])|#(?=\d)/gu, "$&\u200b"));
}
/** Our own sentences have inline code between backticks: that is shown as code, the rest as text. */
function sentence(text) {
    return text
        .split(/`([^`\n]*)`/)
        .map((part, index) => (index % 2 === 1 ? code(part) : plainText(part)))
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

/***/ 290:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L2: () => (/* binding */ verdictWords),
/* harmony export */   Nx: () => (/* binding */ capital),
/* harmony export */   S5: () => (/* binding */ durationText),
/* harmony export */   Su: () => (/* binding */ earlierRun),
/* harmony export */   Vc: () => (/* binding */ minute),
/* harmony export */   ao: () => (/* binding */ optionalMark),
/* harmony export */   vI: () => (/* binding */ shortened)
/* harmony export */ });
/* unused harmony exports statusWords, figure */
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
function durationText(ms) {
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
